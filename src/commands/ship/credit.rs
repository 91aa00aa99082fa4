//! A shipment before it leaves: the check of the order once more (第6, 11, 14条): state, urgent reports, money that must
//! be in, limit.

use rust_decimal::Decimal;

use crate::commands::counted;
use crate::commands::credit::look;
use crate::commands::deal::{fault, orders};
use crate::error::{Error, Result};
use crate::lang::tr;
use crate::model::card::Order;
use crate::model::choice::{PaymentMethod, State};
use crate::model::money::full;
use crate::model::name::shell_word;
use crate::model::{Card, Date};
use crate::rules::approval::decided;
use crate::rules::credit::{self, Account, Reported};
use crate::rules::money::exact::{add, sub};
use crate::rules::money::{Basis, Counted, Deal, Exact, ledger};
use crate::rules::staff::Staff;
use crate::store::{Book, Location};
use crate::tr;

/// Refuses goods that must not leave. What is lacking in money or limit may be said to be so all the same, with a reason.
///
/// # Errors
/// They must not; or the money of the card cannot be told.
pub fn may_leave(
    order: &Order,
    leaving: Decimal,
    card: &Card,
    book: &Book,
    location: &Location,
    anyway: bool,
    day: Date,
) -> Result<()> {
    let basis = Basis::new(&book.settings, &book.policy);
    let account = look(location, card, book, &basis, day)?;
    stopped(&account, location)?;
    if anyway {
        return Ok(());
    }
    // what cannot be counted is told by those who count
    let Ok(ledger) = ledger(card, &basis, day) else { return Ok(()) };
    let number = orders::called(order);
    let Some(deal) = ledger.deals.iter().find(|deal| deal.order.at == order.at) else {
        return Ok(()); // older than the debts that are kept
    };
    let missing = missing(deal, leaving, &account).map_err(|overflow| fault::refused(&overflow.into()))?;
    if missing > Decimal::ZERO {
        let (missing, method) = (full(&deal.currency, missing), deal.method);
        return Err(Error::refused(tr!(
            "{number} ({method}): {missing} must be in before it leaves (第6条)",
            "{number}（{method}）：出运前须收到 {missing}（第6条）"
        ))
        .next(tr!(
            "note the payment: kehu pay; if it left all the same: --anyway REASON",
            "登记收款：kehu pay；若确已出运：--anyway 理由"
        )));
    }
    over_limit(deal, &account, card, book, location, &basis, day)
}

/// Trading that is stopped (第14条), and reports that allow nothing (第11条 2).
fn stopped(account: &Account, location: &Location) -> Result<()> {
    let path = shell_word(&location.path);
    if account.state() != State::Active {
        let state = account.state();
        return Err(Error::refused(tr!("{state}: nothing leaves (第14条)", "{state}：不得出运（第14条）"))
            .next(tr!("to trade again: kehu resume {path}", "恢复交易：kehu resume {path}")));
    }
    let what = match account.reported {
        Some(Reported::Undirected) => tr(
            "an urgent report waits for the superior's directive: nothing leaves (第11条 2)",
            "紧急报告尚待上级批示：不得出运（第11条 2）",
        ),
        Some(Reported::Refused) => {
            tr("by the directive on the urgent report nothing leaves (第11条 2)", "按紧急报告批示不得出运（第11条 2）")
        }
        Some(Reported::CashOnly) | None => return Ok(()),
    };
    Err(Error::refused(what).next(tr!("see it: kehu report urgent {path}", "查看：kehu report urgent {path}")))
}

/// What must be in and is not: all of it where it is paid before shipment or by directive, else the deposit.
fn missing(deal: &Deal<'_>, leaving: Decimal, account: &Account) -> Exact<Decimal> {
    let cash = matches!(deal.method, PaymentMethod::Advance | PaymentMethod::BeforeShipment);
    let wanted = if cash || account.reported == Some(Reported::CashOnly) {
        add(deal.shipped()?, leaving)?
    } else {
        deal.deposit
    };
    Ok(sub(wanted, deal.settled)?.max(Decimal::ZERO))
}

/// On open account what is owed must stay within the limit, unless this order was approved beyond it (第7条). The limit is
/// that of before the order: a small one must not lower the cap that it was taken under.
fn over_limit(
    deal: &Deal<'_>,
    account: &Account,
    card: &Card,
    book: &Book,
    location: &Location,
    basis: &Basis<'_>,
    day: Date,
) -> Result<()> {
    let number = orders::called(deal.order);
    let approved = || {
        let requests = decided(card, Staff::new(&book.settings), day);
        requests.iter().any(|decided| decided.allows_order(number, deal.amount, &deal.currency, deal.days))
    };
    if !deal.on_credit() || approved() {
        return Ok(());
    }
    let mut before = card.clone();
    before.order.retain(|order| order.at != deal.order.at);
    let over = over(&credit::account(&before, basis, day), account);
    let over = over.map_err(|problem| counted::error(location, &problem, book))?;
    if over <= Decimal::ZERO {
        return Ok(());
    }
    let (over, path) = (full(basis.rates.base(), over), shell_word(&location.path));
    Err(Error::refused(tr!(
        "{number}: what is owed passes the limit by {over} (第7条)",
        "{number}：欠款超出额度 {over}（第7条）"
    ))
    .next(tr!(
        "see it: kehu credit show {path}; if it left all the same: --anyway REASON",
        "查看：kehu credit show {path}；若确已出运：--anyway 理由"
    )))
}

/// By how much the exposure passes the limit of before the order, or that of the group.
fn over(before: &Account, now: &Account) -> Counted<Decimal> {
    let limit = before.counts()?.limit.as_ref().map_or(Decimal::ZERO, |limit| limit.counts);
    let own = sub(now.counts()?.position.exposure, limit)?;
    Ok(match &now.group {
        Some(group) => own.max(sub(group.exposure, group.limit)?),
        None => own,
    })
}
