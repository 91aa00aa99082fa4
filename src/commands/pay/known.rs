//! What a payment cannot do without: the amount, its currency, and the order where one is named.

use super::Args;
use crate::cli::{Answer, Context};
use crate::commands::append::wrong_value;
use crate::commands::deal::sum::{Sign, decimals, said, sum, sum_in};
use crate::commands::deal::write::count;
use crate::commands::deal::{ask, orders};
use crate::error::{Error, Result};
use crate::formats::typed;
use crate::lang::tr;
use crate::model::card::{Order, Payment};
use crate::model::field::Record;
use crate::model::{Card, Date, Number};
use crate::rules::money::{is_cancelled, is_credit_note};
use crate::store::Book;
use crate::tr;

/// The payment as far as all depends on it.
pub struct Known {
    /// How much.
    pub amount: Number,
    /// ISO 4217.
    pub currency: String,
    /// The order's number, as the card writes it.
    pub order: Option<String>,
}

impl Args {
    /// What the flags and the card say; on a terminal what is missing is asked for.
    pub fn known(&self, card: &Card, book: &Book, context: &mut Context<'_>) -> Result<Known> {
        let today = context.today;
        let read = |text: &str| sum(text, Sign::Above, today);
        let named = self.order.as_deref().map(|number| orders::find(card, number)).transpose()?;
        let asking = self.amount.is_none() && context.shell.can_ask();
        let mut answer = Answer::new(context.shell);
        let typed_sum = match &self.amount {
            Some(text) => read(text)?,
            None => {
                let label = tr("Amount, as USD 30000", "金额，如 USD 30000");
                let check = |text: &str| read(text).map(drop);
                read(&answer.checked(label, tr("AMOUNT", "金额"), true, &check)?.unwrap_or_default())?
            }
        };
        let mut order = named.map(|(_, order)| order);
        if asking && order.is_none() && !card.order.is_empty() {
            let check = |text: &str| orders::find(card, text).map(drop);
            let label = tr("The order it is for", "对应的订单号");
            let number = answer.checked(label, "--order", false, &check)?;
            order = number.map(|number| orders::find(card, &number)).transpose()?.map(|(_, order)| order);
        }
        let code = said(self.currency.as_deref(), typed_sum.currency)?;
        let code =
            match code.or_else(|| order.and_then(orders::currency)).or_else(|| open_currency(card, book, order, today))
            {
                Some(code) => code,
                None => typed::currency(&ask::currency(&mut answer, Payment::TYPE, today)?).map_err(wrong_value)?,
            };
        decimals(typed_sum.amount, &code)?;
        let order = order.map(|order| orders::called(order).to_owned());
        Ok(Known { amount: typed_sum.amount, currency: code, order })
    }

    /// What a payment settles in the order's currency, where that is another.
    pub fn settles(&self, order: &Order, code: &str, today: Date) -> Result<Option<Number>> {
        let called = orders::called(order);
        let Some(own) = orders::currency(order) else { return Ok(None) };
        // what a cancelled order or a credit note gets is free to settle others, as it is
        let owed = !is_cancelled(order, today) && !is_credit_note(order);
        match &self.settles {
            Some(_) if !owed => Err(wrong_value(tr!(
                "{called} is cancelled or a credit note; it settles nothing there",
                "{called} 已取消或是贷项，不能核销"
            ))),
            Some(_) if own == code => Err(wrong_value(tr!(
                "{called} is in {own} too; --settles is for a payment in another currency",
                "{called} 也是 {own}；--settles 只用于币种不同的收款"
            ))),
            Some(text) => sum_in(&own, text, Sign::Above, today).map(Some),
            None => match orders::unsettled(order, code, today) {
                None => Ok(None),
                Some(what) => Err(Error::new(what)
                    .next(tr!("say it in {own}: --settles AMOUNT", "请写明核销的 {own} 金额：--settles 金额"))),
            },
        }
    }
}

/// The currency that all open orders of a customer have, if it is one; where an order is named it decides alone.
fn open_currency(card: &Card, book: &Book, named: Option<&Order>, today: Date) -> Option<String> {
    let ledger = count(book, card, today).ok().filter(|_| named.is_none())?;
    let open = ledger.deals.iter().filter(|deal| deal.rest().is_ok_and(|rest| !rest.is_zero()));
    let mut codes: Vec<&str> = open.map(|deal| deal.currency.as_str()).collect();
    codes.sort_unstable();
    codes.dedup();
    match codes.as_slice() {
        [only] => Some((*only).to_owned()),
        _ => None,
    }
}
