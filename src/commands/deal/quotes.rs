//! The quotes of a card: which one is meant, and how it ends.

use crate::commands::append::wrong_value;
use crate::error::{Error, Result};
use crate::formats::toml::{Edit, Step, quoted};
use crate::lang::tr;
use crate::model::card::Quote;
use crate::model::choice::QuoteOutcome;
use crate::model::{Card, Choose, Date};
use crate::tr;

/// The edits that give a quote its outcome. What was said of another outcome before goes.
///
/// # Errors
/// It was made later than it is said to have ended.
pub fn closing(
    card: &Card,
    index: usize,
    outcome: QuoteOutcome,
    reason: Option<&str>,
    date: Date,
) -> Result<Vec<Edit>> {
    let Some(quote) = card.quote.get(index) else { return Ok(Vec::new()) };
    after(quote, date)?;
    let path = |key: &str| vec![Step::from("quote"), Step::from(index), Step::from(key)];
    let mut edits = vec![Edit::Set { path: path("outcome"), value: quoted(outcome.key()) }];
    if outcome != QuoteOutcome::Open {
        edits.push(Edit::Set { path: path("closed"), value: date.to_string() });
    } else if quote.closed.is_some() {
        edits.push(Edit::Remove { path: path("closed") });
    }
    match reason {
        Some(reason) => edits.push(Edit::Set { path: path("reason"), value: quoted(reason) }),
        None if quote.reason.is_some() && quote.outcome != Some(outcome) => {
            edits.push(Edit::Remove { path: path("reason") });
        }
        None => {}
    }
    Ok(edits)
}

/// Refuses an end before the quote was made.
///
/// # Errors
/// It would have ended before.
pub fn after(quote: &Quote, date: Date) -> Result<()> {
    match quote.date.filter(|made| *made > date) {
        None => Ok(()),
        Some(made) => Err(wrong_value(tr!(
            "the quote was made on {made}; it cannot have ended on {date}",
            "报价日期为 {made}，不可能在 {date} 了结"
        ))),
    }
}

/// What a quote is called in the card.
pub fn called(card: &Card, index: usize) -> &str {
    card.quote.get(index).and_then(|quote| quote.number.as_deref()).unwrap_or_default().trim()
}

/// The quote of exactly this number.
pub fn same(card: &Card, number: &str) -> Option<usize> {
    (0..card.quote.len()).find(|index| called(card, *index).eq_ignore_ascii_case(number.trim()))
}

/// The quote that is meant: by its number, or by the part of it that no other has.
///
/// # Errors
/// There is none, or there are several.
pub fn place(card: &Card, number: &str) -> Result<usize> {
    if let Some(index) = same(card, number) {
        return Ok(index);
    }
    let wanted = number.trim().to_lowercase();
    let hits: Vec<usize> =
        (0..card.quote.len()).filter(|index| called(card, *index).to_lowercase().contains(&wanted)).collect();
    let names = |list: &[usize]| list.iter().map(|index| called(card, *index)).collect::<Vec<_>>().join(tr(", ", "、"));
    match hits.as_slice() {
        [only] => Ok(*only),
        [] if card.quote.is_empty() => Err(Error::new(tr!(
            "the customer has no quote {number}",
            "该客户没有报价 {number}"
        ))
        .next(tr("the card holds no quote yet; note it with kehu quote", "卡片中还没有报价；用 kehu quote 登记"))),
        [] => {
            let all: Vec<usize> = (0..card.quote.len()).collect();
            Err(Error::new(tr!("the customer has no quote {number}", "该客户没有报价 {number}")).next(tr!(
                "its quotes are {}",
                "已有报价：{}",
                names(&all)
            )))
        }
        several => Err(Error::new(tr!("\"{number}\" fits several quotes", "“{number}”对应多张报价")).next(tr!(
            "say which: {}",
            "请指明：{}",
            names(several)
        ))),
    }
}
