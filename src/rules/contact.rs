//! When the customer and we last had to do with each other.

use crate::model::choice::FollowupKind;
use crate::model::{Card, Date};

/// A moment of the record: the day, and within one day the order in which things were written down.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Moment {
    /// The day.
    pub date: Date,
    /// The byte of the card where the record begins.
    pub at: usize,
}

/// One contact, and whether it was the customer asking.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Contact {
    /// When.
    pub moment: Moment,
    /// An inquiry: the customer's word, not our answer.
    pub inquiry: bool,
}

/// Every contact up to the day: a follow-up other than report or other, a quote, a sample, an order.
pub fn contacts(card: &Card, day: Date) -> Vec<Contact> {
    let followups = card.followup.iter().filter(|followup| is_contact(followup.kind)).map(|f| (f.date, f.at, f.kind));
    let quotes = card.quote.iter().map(|quote| (quote.date, quote.at, None));
    let samples = card.sample.iter().map(|sample| (sample.date, sample.at, None));
    let orders = card.order.iter().map(|order| (order.date, order.at, None));
    followups
        .chain(quotes)
        .chain(samples)
        .chain(orders)
        .filter_map(|(date, at, kind)| {
            let date = date.filter(|date| *date <= day)?;
            Some(Contact { moment: Moment { date, at }, inquiry: kind == Some(FollowupKind::Inquiry) })
        })
        .collect()
}

/// Reports to the superior and notes to oneself are no contact with the customer; what is unsaid counts as one.
pub fn is_contact(kind: Option<FollowupKind>) -> bool {
    !matches!(kind, Some(FollowupKind::Report | FollowupKind::Other))
}

/// The last contact up to the day.
pub fn last(contacts: &[Contact]) -> Option<Moment> {
    contacts.iter().map(|contact| contact.moment).max()
}

/// Whether there was a contact after a moment: on a later date, or on the same one further down.
pub fn since(contacts: &[Contact], moment: Moment) -> bool {
    contacts.iter().any(|contact| contact.moment > moment)
}

/// Whether we answered after a moment: a contact that is not the customer asking once more.
pub fn answered(contacts: &[Contact], moment: Moment) -> bool {
    contacts.iter().any(|contact| !contact.inquiry && contact.moment > moment)
}

/// The day of the next follow-up: the earliest that was agreed and not met by a later contact.
pub fn next(card: &Card, day: Date) -> Option<Date> {
    let contacts = contacts(card, day);
    let open = card.followup.iter().filter(|followup| followup.closed.is_none_or(|closed| closed > day));
    open.filter_map(|followup| {
        let date = followup.date.filter(|date| *date <= day)?;
        let answered = since(&contacts, Moment { date, at: followup.at });
        followup.next.filter(|_| !answered)
    })
    .min()
}

/// The last dunning up to the day.
pub fn last_collection(card: &Card, day: Date) -> Option<Date> {
    let dunned = card.followup.iter().filter(|followup| followup.kind == Some(FollowupKind::Collection));
    dunned.filter_map(|followup| followup.date.filter(|date| *date <= day)).max()
}
