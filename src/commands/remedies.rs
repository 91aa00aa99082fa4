//! What may be done about an urgent report, and what came back since (第11条 2).

use crate::lang::Lang;
use crate::model::Choose;
use crate::model::card::{Alert, Payment};
use crate::model::choice::{FollowupKind, MeasureKind};
use crate::model::{Card, Date};
use crate::rules::alert::is_possible;

/// The countermeasures to choose from, those taken by a day ticked.
pub fn options(alert: &Alert, card: &Card, day: Date, lang: Lang) -> String {
    let taken = |kind: MeasureKind| {
        let known = |date: Option<Date>| date.is_some_and(|date| date <= day);
        alert.measures.iter().any(|measure| measure.kind == Some(kind) && known(measure.date))
    };
    let possible = MeasureKind::ALL.iter().filter(|kind| is_possible(**kind, card, day) || taken(**kind));
    let box_of = |kind: &MeasureKind| {
        let mark = if taken(*kind) { "☑" } else { "☐" };
        format!("{mark} {}", kind.words().of(lang))
    };
    possible.map(box_of).collect::<Vec<_>>().join("　")
}

/// Whether a day lies between the report and its closing, or the day of looking.
fn is_since(alert: &Alert, date: Option<Date>, day: Date) -> Option<Date> {
    let until = alert.closed.filter(|closed| *closed <= day).unwrap_or(day);
    date.filter(|date| alert.date.is_some_and(|from| from <= *date) && *date <= until)
}

/// The days on which the customer was dunned since.
pub fn dunned(alert: &Alert, card: &Card, day: Date) -> Vec<Date> {
    let dunned = card.followup.iter().filter(|followup| followup.kind == Some(FollowupKind::Collection));
    dunned.filter_map(|followup| is_since(alert, followup.date, day)).collect()
}

/// What was paid since, with its day and its place on the card.
pub fn paid<'c>(alert: &Alert, card: &'c Card, day: Date) -> Vec<(usize, Date, &'c Payment)> {
    let all = card.payment.iter().enumerate();
    all.filter_map(|(at, payment)| Some((at, is_since(alert, payment.date, day)?, payment))).collect()
}
