//! A small rest of an order (尾差), booked as bank charge.

use rust_decimal::Decimal;

use crate::commands::append::Draft;
use crate::commands::deal::fault;
use crate::commands::deal::told::deal;
use crate::commands::deal::write::{Written, edited};
use crate::error::{Error, Result};
use crate::formats::toml::{Edit, quoted};
use crate::formats::typed::decimal;
use crate::lang::tr;
use crate::model::card::Payment;
use crate::model::choice::PaymentKind;
use crate::model::field::Record;
use crate::model::money::full;
use crate::model::{Choose, Date, Number};
use crate::rules::money::exact::rounded;
use crate::rules::money::{Basis, Deal, is_small, ledger};
use crate::store::{Book, CardFile};
use crate::tr;
use crate::views::percent;

/// The bank charge that settles what a payment leaves of its order; none where it leaves nothing.
///
/// # Errors
/// The rest is more than a remainder, or nobody can tell.
pub fn charge(
    book: &Book,
    file: &CardFile,
    edits: &[Edit],
    number: &str,
    date: Date,
    today: Date,
) -> Result<Option<Edit>> {
    let card = edited(book, file, edits)?;
    let basis = Basis::new(&book.settings, &book.policy);
    let ledger =
        ledger(&card, &basis, today).map_err(|problem| fault::broken(fault::in_card(&problem), &file.location))?;
    let deal = deal(&ledger, number).ok_or_else(|| {
        Error::refused(tr!("nothing is owed on {number}", "{number} 没有应收"))
            .next(tr("leave --settle out", "请去掉 --settle"))
    })?;
    let rest = deal.rest().map_err(|overflow| fault::refused(&overflow.into()))?;
    if rest.is_zero() {
        return Ok(None);
    }
    match is_small(deal, rest, deal.claim, &basis) {
        Ok(true) => {}
        Ok(false) => return Err(too_large(deal, rest, &basis)),
        Err(fault) => {
            return Err(Error::refused(fault::what(&fault)).next(tr(
                "give the rate in kehu.toml, or note the rest by itself, as another payment with --kind bank_charge",
                "请在 kehu.toml 中补上汇率，或另记一笔收款，--kind 用 bank_charge（银行扣费）",
            )));
        }
    }
    let mut draft = Draft::new(Payment::TYPE, today);
    draft.literal("date", date.to_string());
    draft.literal("amount", decimal(Number::from(rounded(rest, deal.unit))));
    draft.literal("currency", quoted(&deal.currency));
    draft.literal("kind", quoted(PaymentKind::BankCharge.key()));
    draft.literal("order", quoted(deal.number()));
    Ok(Some(draft.push("payment")))
}

fn too_large(deal: &Deal<'_>, rest: Decimal, basis: &Basis<'_>) -> Error {
    let (number, rest) = (deal.number(), full(&deal.currency, rest));
    let limit = full(basis.rates.base(), basis.policy.remainder_amount);
    let share = percent(basis.policy.remainder_share);
    Error::refused(tr!(
        "{number} would still lack {rest}; a remainder is at most {share} of the order and {limit}",
        "{number} 还差 {rest}；尾差不超过订单的 {share} 且不超过 {limit}"
    ))
    .next(tr(
        "leave --settle out; a deduction that was agreed is noted by itself, as another payment with --kind bank_charge or discount",
        "请去掉 --settle；双方认可的扣款另记一笔收款，--kind 用 bank_charge（银行扣费）或 discount（折让）",
    ))
}

/// What of the rest was booked.
pub fn told(written: &Written) -> Option<String> {
    match written.after.payment.get(written.before.payment.len() + 1) {
        Some(charge) => {
            let code = charge.currency.clone().unwrap_or_default();
            let shown = full(&code, charge.amount.map(|amount| *amount).unwrap_or_default());
            Some(tr!("the remainder {shown} is booked as bank charge", "尾差 {shown} 记为银行扣费"))
        }
        None => Some(tr("no remainder to book", "没有尾差").to_owned()),
    }
}
