//! What an order cannot do without: given, taken from its quote, or asked for.

use super::Args;
use crate::cli::{Answer, Context};
use crate::commands::append::wrong_value;
use crate::commands::deal::ask::{self, Lesser};
use crate::commands::deal::item::{copied, item};
use crate::commands::deal::listed::Listed;
use crate::commands::deal::sum::{Sign, Sum, decimals, said, sum};
use crate::commands::deal::{orders, pay_terms, quotes};
use crate::error::Result;
use crate::formats::typed;
use crate::lang::tr;
use crate::model::card::{Order, PayTerms, Quote};
use crate::model::field::Record;
use crate::model::{Card, Choose, Date, Number, currency};
use crate::rules::money::is_credit_note;
use crate::store::Book;
use crate::tr;

/// The values of an order, as they were typed or taken over.
pub struct Wanted {
    /// The lines, as inline tables.
    pub items: Vec<String>,
    /// The total, in the place of lines.
    pub amount: Option<Number>,
    /// ISO 4217.
    pub currency: String,
    /// Incoterm and place.
    pub terms: Option<String>,
    /// How it is paid.
    pub pay: pay_terms::Typed,
    /// Who of us.
    pub by: Option<String>,
}

impl Args {
    /// What the flags say, then the quote; on a terminal what is missing is asked for, the lesser things only where
    /// anything is asked at all.
    pub fn wanted(&self, card: &Card, book: &Book, context: &mut Context<'_>) -> Result<Wanted> {
        let today = context.today;
        let by = self.by.clone().or_else(|| context.person(book));
        let sign = if self.credits.is_some() { Sign::Any } else { Sign::Above };
        let quote = match &self.quote {
            Some(number) => card.quote.get(quotes::place(card, number)?),
            None => None,
        };
        let total = self.amount.as_deref().map(|text| sum(text, sign, today)).transpose()?;
        let code = self.code(card, quote, total.as_ref())?;
        let list = Listed::of(book, code.as_deref(), &self.items)?;
        let code = code.or_else(|| list.currency().map(str::to_owned));
        let items = self.lines(quote, sign, &list, today)?;
        let asking = ((items.is_empty() && total.is_none()) || code.is_none()) && context.shell.can_ask();
        let mut answer = Answer::new(context.shell);
        let unsaid = items.is_empty() && total.is_none();
        let code = match code {
            None if unsaid && list.wants_currency() => Some(currency_asked(&mut answer, today)?),
            code => code,
        };
        let list = list.in_currency(code.clone());
        let items = if unsaid { ask::items(&mut answer, sign, &list, today)? } else { items };
        let code = match code {
            Some(code) => code,
            None => currency_asked(&mut answer, today)?,
        };
        if let Some(total) = &total {
            decimals(total.amount, &code)?;
        }
        let asking = asking && self.credits.is_none();
        let terms = self.terms.clone().or_else(|| quote.and_then(|quote| quote.terms.clone()));
        let mut lesser = Lesser { answer: &mut answer, asking, record: Order::TYPE, today };
        let label = tr("Incoterm and place, as FOB Ningbo", "贸易术语和地点，如 FOB Ningbo");
        let terms = lesser.ask(label, "--terms", "terms", terms.as_deref())?;
        lesser.record = PayTerms::TYPE;
        let label = tr("Deposit, as 30%", "定金比例，如 30%");
        let own = quote.and_then(|quote| quote.pay.as_ref()).map(pay_terms::Typed::of).unwrap_or_default();
        let own = if self.takes_terms() { own } else { pay_terms::Typed::default() };
        let deposit = lesser.ask(label, "--deposit", "deposit", self.deposit.as_deref().or(own.deposit.as_deref()))?;
        let label = tr("Payment of the balance, as bl_copy, lc, oa", "余款方式，如 见提单复印件付款、信用证、赊销");
        let balance = lesser.ask(label, "--pay", "balance", self.pay.map(Choose::key).or(own.balance.as_deref()))?;
        lesser.asking = asking && balance.is_some();
        let label = tr("Days from B/L date", "自提单日起的天数");
        let days = lesser.ask(label, "--days", "days", self.days.as_deref().or(own.days.as_deref()))?;
        let amount = total.map(|total| total.amount);
        Ok(Wanted { items, amount, currency: code, terms, pay: pay_terms::Typed { deposit, balance, days }, by })
    }

    /// Whether the quote says how the order is paid: as a whole, unless any of it was agreed otherwise.
    fn takes_terms(&self) -> bool {
        self.deposit.is_none() && self.pay.is_none() && self.days.is_none()
    }

    /// The lines that are given, else those of the quote.
    fn lines(&self, quote: Option<&Quote>, sign: Sign, list: &Listed, today: Date) -> Result<Vec<String>> {
        let given: Vec<String> = self.items.iter().map(|text| item(text, sign, list, today)).collect::<Result<_>>()?;
        Ok(match quote {
            Some(quote) if given.is_empty() && self.amount.is_none() => quote.items.iter().map(copied).collect(),
            _ => given,
        })
    }

    /// The currency that is given, with the total or by itself; else that of the quote, or of the order credited.
    fn code(&self, card: &Card, quote: Option<&Quote>, total: Option<&Sum>) -> Result<Option<String>> {
        let code = said(self.currency.as_deref(), total.and_then(|total| total.currency.clone()))?;
        let known = |text: &Option<String>| text.as_deref().and_then(currency::find);
        let Some(credited) = &self.credits else {
            return Ok(code.or_else(|| quote.and_then(|quote| known(&quote.currency))));
        };
        let (_, order) = orders::find(card, credited)?;
        let called = orders::called(order);
        if is_credit_note(order) {
            return Err(wrong_value(tr!("{called} is a credit note itself", "{called} 本身就是贷项")));
        }
        match (code, known(&order.currency)) {
            (Some(code), Some(own)) if code != own => Err(wrong_value(tr!(
                "{called} is in {own}; a credit note for it must be too, not in {code}",
                "{called} 的币种是 {own}，其贷项也须用 {own}，不能用 {code}"
            ))),
            (code, own) => Ok(code.or(own)),
        }
    }
}

fn currency_asked(answer: &mut Answer<'_>, today: Date) -> Result<String> {
    typed::currency(&ask::currency(answer, Order::TYPE, today)?).map_err(wrong_value)
}
