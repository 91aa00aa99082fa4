//! Clean reviews: an investigation completed by its deadline, on a day with nothing overdue and no urgent report open
//! (rulebook §4). They relax a B customer's limit step by step (第6条 2).

use rust_decimal::Decimal;

use crate::model::{Card, Date};
use crate::rules::alert;
use crate::rules::money::{Basis, Counted, Ledger, ledger};
use crate::rules::review::review_after;

/// Days of half a month.
const HALF_MONTH: i64 = 15;

/// How many of the last reviews up to a day were clean, one behind the other. Step by step means one a review period: what
/// was completed within half a period of the next counts with it.
///
/// # Errors
/// An order or payment whose money cannot be told.
pub fn clean_reviews(card: &Card, basis: &Basis<'_>, day: Date) -> Counted<usize> {
    let mut days: Vec<Date> =
        card.investigation.iter().filter_map(|done| done.completed.filter(|completed| *completed <= day)).collect();
    days.sort();
    let (mut count, mut next) = (0, None::<Date>);
    for (place, completed) in days.iter().enumerate().rev() {
        let last = place.checked_sub(1).and_then(|before| days.get(before)).copied();
        let review = review_after(card, basis, *completed, last);
        if *completed > review.due
            || alert::open(card, *completed).next().is_some()
            || is_overdue(&ledger(card, basis, *completed)?, *completed)
        {
            break;
        }
        let half = i64::from(review.months) * HALF_MONTH;
        if next.is_none_or(|next| next.days_since(*completed) >= half) {
            count += 1;
            next = Some(*completed);
        }
    }
    Ok(count)
}

/// Whether anything is past due, remainders and disputes left out; needs no rates.
pub fn is_overdue(ledger: &Ledger<'_>, day: Date) -> bool {
    let run_after = ledger.deals.iter().filter(|deal| !deal.remainder && !deal.disputed());
    run_after
        .flat_map(|deal| &deal.parts)
        .any(|part| part.due < day && part.open().is_ok_and(|open| open > Decimal::ZERO))
}
