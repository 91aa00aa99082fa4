//! A paper that states terms says what we would do: the credit check is asked first (第6–7条). What goes out all the same
//! is noted, for those who look at it later (第4条).

use super::values::Subject;
use crate::cli::Context;
use crate::commands::append::{Draft, DryRun, change, wrong_value};
use crate::commands::deal::write::Doubts;
use crate::commands::deal::{orders, quotes};
use crate::commands::order::credit::looked;
use crate::error::{Error, Result};
use crate::formats::template::{Name, Values};
use crate::lang::{lang, tr};
use crate::model::card::{Followup, Order, Quote};
use crate::model::choice::FollowupKind;
use crate::model::field::Record;
use crate::model::name::shell_word;
use crate::model::{Card, Choose, Date};
use crate::rules::compliance::ALL_THE_SAME;
use crate::rules::money::{is_credit_note, progress};
use crate::tr;

/// What the check says of a paper.
pub struct Verdict {
    /// Why it must not go out.
    pub refused: Option<Error>,
    /// What is to be known all the same.
    pub remarks: Vec<String>,
    /// The order or quote that states the terms.
    pub number: String,
    /// Whether that is an order.
    pub order: bool,
}

/// The tones of a letter that asks for overdue money.
const TONES: &[&str] = &["first", "second", "final"];

/// Whether a letter that asks for overdue money has any to ask for.
///
/// # Errors
/// It has none.
pub fn dunned(names: &[Name], values: &dyn Values, subject: &Subject<'_>) -> Result<()> {
    let letter = names.iter().any(|name| name.group == "debt" && TONES.contains(&name.key.as_str()));
    let named = |key: &str| Name { group: "debt".to_owned(), key: key.to_owned(), list: false, lang: lang() };
    if !letter || TONES.iter().any(|tone| values.look(&named(tone), None).holds()) {
        return Ok(());
    }
    let path = shell_word(&subject.customer.location.path);
    Err(Error::refused(tr("nothing is overdue: there is nothing to ask for", "没有逾期款项，无可催收")).next(tr!(
        "a statement tells what is open: kehu doc {path} statement",
        "未结款项见对账单：kehu doc {path} 对账单"
    )))
}

/// Asks the check about a paper that uses these names; `None` where it states no terms.
///
/// # Errors
/// Money that cannot be told.
pub fn asked(names: &[Name], subject: &Subject<'_>) -> Result<Option<Verdict>> {
    let groups = super::values::groups(names);
    let states = groups.contains("quote") || groups.contains("order");
    if !states || groups.contains("shipment") {
        return Ok(None);
    }
    let card = &subject.customer.card;
    let order = subject.order.and_then(|at| card.order.get(at)).filter(|_| groups.contains("order"));
    let quote = subject.quote.and_then(|at| Some((at, card.quote.get(at)?)));
    match (order, quote) {
        (Some(order), _) if is_fact(order) => Ok(None),
        (Some(order), _) => {
            let mut before = card.clone();
            before.order.retain(|other| other.at != order.at);
            verdict(order, &before, orders::called(order), true, subject).map(Some)
        }
        (None, Some((at, quote))) => {
            verdict(&as_order(quote, subject.day), card, quotes::called(card, at), false, subject).map(Some)
        }
        (None, None) => Ok(None),
    }
}

/// What has left altogether, and what only takes an order back, asks for no credit.
fn is_fact(order: &Order) -> bool {
    is_credit_note(order) || progress(order).is_ok_and(|progress| progress.is_complete())
}

/// The order that a quote would become.
fn as_order(quote: &Quote, day: Date) -> Order {
    Order {
        number: quote.number.clone(),
        date: Some(day),
        currency: quote.currency.clone(),
        pay: quote.pay.clone(),
        items: quote.items.clone(),
        ..Order::default()
    }
}

fn verdict(order: &Order, before: &Card, number: &str, is_order: bool, subject: &Subject<'_>) -> Result<Verdict> {
    let location = &subject.customer.location;
    let looked = looked(order, before, subject.book, location, subject.day)?;
    let mut doubts = Doubts::default();
    let path = shell_word(&location.path);
    let refused = looked.allow(number, &subject.customer.card, subject.book, location, &mut doubts).err();
    let refused = refused.map(|error| {
        Error::refused(tr!("{number}: {}", "{number}：{}", error.what)).next(tr!(
            "see it: kehu credit show {path}; if the paper goes out all the same: --anyway REASON",
            "查看：kehu credit show {path}；若仍要出具：--anyway 理由"
        ))
    });
    Ok(Verdict { refused, remarks: doubts.raised().to_vec(), number: number.to_owned(), order: is_order })
}

impl Verdict {
    /// Lets the paper go out, or not; notes the reason where it goes out although the check says no.
    ///
    /// # Errors
    /// The check says no and nobody said why it goes out all the same; the reason is empty; the card cannot be written.
    pub fn settle(
        self,
        anyway: Option<&str>,
        paper: &str,
        subject: &Subject<'_>,
        dry_run: DryRun,
        context: &mut Context<'_>,
    ) -> Result<()> {
        for remark in &self.remarks {
            context.done(remark);
        }
        let Some(refused) = self.refused else { return Ok(()) };
        let Some(reason) = anyway.map(str::trim) else { return Err(refused) };
        if reason.is_empty() {
            return Err(wrong_value(tr("--anyway wants a reason", "--anyway 须写明理由").to_owned()));
        }
        let by = context.person(subject.book);
        let today = context.today;
        let number = self.number;
        let summary = format!("{}{reason} ({paper} {number})", ALL_THE_SAME.text());
        let location = &subject.customer.location;
        change(context, subject.book, location, dry_run, |_| {
            let mut draft = Draft::new(Followup::TYPE, today);
            draft.typed("date", Some("today"))?;
            draft.typed("kind", Some(FollowupKind::Other.key()))?;
            draft.typed("by", by.as_deref())?;
            draft.typed("summary", Some(&summary))?;
            draft.typed("order", Some(number.as_str()).filter(|_| self.order))?;
            Ok(vec![draft.push("followup")])
        })
        .map(drop)
    }
}
