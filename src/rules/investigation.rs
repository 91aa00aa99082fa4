//! What an investigation found out and what not, how far it has come, and who concluded it (第10–11条).

use super::staff::Staff;
use crate::lang::Words;
use crate::model::card::Investigation;
use crate::model::choice::{InvestigationState, Role, Section};
use crate::model::field::{Field, Record};
use crate::model::{Card, Choose, Date, Policy};

/// What the card says of an item.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Said<'a> {
    /// Nothing: a gap.
    Nothing,
    /// A text.
    Text(&'a str),
    /// Several texts.
    List(&'a [String]),
    /// A word of a closed list.
    Word(Words),
}

/// An item that a section asks about.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Item<'a> {
    /// Where the card says it: `profile.shareholders`.
    pub path: &'static str,
    /// What it says there.
    pub said: Said<'a>,
}

impl Item<'_> {
    /// The field of the card.
    pub fn field(&self) -> Option<&'static Field> {
        let mut record = Card::TYPE;
        let mut found = None;
        for key in self.path.split('.') {
            let field = record.field(key)?;
            record = field.record().unwrap_or(record);
            found = Some(field);
        }
        found
    }

    /// Whether the card says nothing.
    pub fn is_gap(&self) -> bool {
        self.said == Said::Nothing
    }
}

/// What is known of one section.
#[derive(Clone, Debug, PartialEq)]
pub struct Coverage<'a> {
    /// Which.
    pub section: Section,
    /// Its items, as the card knows them today.
    pub items: Vec<Item<'a>>,
    /// What the investigation found.
    pub text: Option<&'a str>,
    /// From where.
    pub source: Option<&'a str>,
}

impl<'a> Coverage<'a> {
    /// How many items the card knows.
    pub fn known(&self) -> usize {
        self.items.iter().filter(|item| !item.is_gap()).count()
    }

    /// The items that it does not.
    pub fn gaps(&self) -> impl Iterator<Item = &Item<'a>> {
        self.items.iter().filter(|item| item.is_gap())
    }
}

/// The five sections (第10条 4): what the card knows of their items, and what an investigation says, where there is one.
pub fn coverage<'a>(card: &'a Card, investigation: Option<&'a Investigation>) -> Vec<Coverage<'a>> {
    let one = |section: &Section| {
        let (text, source) = investigation.map_or((None, None), |investigation| finding(investigation, *section));
        Coverage { section: *section, items: items(card, *section), text, source }
    };
    Section::ALL.iter().map(one).collect()
}

/// What an investigation says of a section, and its source.
pub fn finding(investigation: &Investigation, section: Section) -> (Option<&str>, Option<&str>) {
    let (text, source) = match section {
        Section::Basic => (&investigation.basic, &investigation.basic_source),
        Section::Traits => (&investigation.traits, &investigation.traits_source),
        Section::Business => (&investigation.business, &investigation.business_source),
        Section::Trade => (&investigation.trade, &investigation.trade_source),
        Section::Finance => (&investigation.finance, &investigation.finance_source),
    };
    (filled(text.as_deref()), filled(source.as_deref()))
}

/// How people begin who say that something could not be found out. That is a fact too, and has no source.
const UNKNOWN: &[&str] = &[
    "unknown",
    "not obtained",
    "not known",
    "not available",
    "n/a",
    "未取得",
    "未获得",
    "未知",
    "不详",
    "不明",
    "无法取得",
];

/// Whether a finding says that nothing was found out.
pub fn says_unknown(text: &str) -> bool {
    let text = text.trim().to_lowercase();
    UNKNOWN.iter().any(|unknown| text.starts_with(unknown))
}

/// Whether a section lacks its source: there is a finding, it is no gap, and nothing says where it comes from
/// (第11条 1(3)).
pub fn lacks_source(investigation: &Investigation, section: Section) -> bool {
    matches!(finding(investigation, section), (Some(text), None) if !says_unknown(text))
}

fn items(card: &Card, section: Section) -> Vec<Item<'_>> {
    let (profile, business, trade, finance) = (&card.profile, &card.business, &card.trade, &card.finance);
    let items = match section {
        Section::Basic => vec![
            ("name", text(&card.name)),
            ("address", text(&card.address)),
            ("phone", text(&card.phone)),
            ("profile.shareholders", list(&profile.shareholders)),
            ("profile.managers", list(&profile.managers)),
            ("profile.legal_representative", text(&profile.legal_representative)),
            ("profile.organisation", text(&profile.organisation)),
            ("profile.founded", text(&profile.founded)),
        ],
        Section::Traits => vec![
            ("profile.size", word(profile.size)),
            ("profile.business_policy", text(&profile.business_policy)),
            ("profile.focus", text(&profile.focus)),
            ("profile.sales_capacity", text(&profile.sales_capacity)),
            ("profile.territory", text(&profile.territory)),
            ("profile.potential", text(&profile.potential)),
        ],
        Section::Business => vec![
            ("business.performance", text(&business.performance)),
            ("business.staff", text(&business.staff)),
            ("business.competitors", text(&business.competitors)),
            ("business.relationship", text(&business.relationship)),
            ("business.attitude", text(&business.attitude)),
        ],
        Section::Trade => vec![
            ("trade.image", text(&trade.image)),
            ("trade.reputation", word(trade.reputation)),
            ("trade.standing", text(&trade.standing)),
            ("trade.strengths", text(&trade.strengths)),
            ("trade.terms", text(&trade.terms)),
            ("trade.problems", text(&trade.problems)),
        ],
        Section::Finance => vec![
            ("finance.assets", text(&finance.assets)),
            ("finance.liabilities", text(&finance.liabilities)),
            ("finance.equity", text(&finance.equity)),
            ("finance.cash_flow", text(&finance.cash_flow)),
        ],
    };
    items.into_iter().map(|(path, said)| Item { path, said }).collect()
}

fn filled(text: Option<&str>) -> Option<&str> {
    text.map(str::trim).filter(|text| !text.is_empty())
}

fn text(value: &Option<String>) -> Said<'_> {
    filled(value.as_deref()).map_or(Said::Nothing, Said::Text)
}

fn list(values: &[String]) -> Said<'_> {
    if values.iter().all(|value| value.trim().is_empty()) { Said::Nothing } else { Said::List(values) }
}

fn word<'a, T: Choose>(value: Option<T>) -> Said<'a> {
    value.map_or(Said::Nothing, |value| Said::Word(value.words()))
}

/// What an investigation lacks before it is completed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Lack {
    /// A channel (第10条).
    Channel,
    /// A finding, or that nothing was found out (第10条 4).
    Text(Section),
    /// Where a finding comes from (第11条 1(3)).
    Source(Section),
    /// Of an update: whatever changed or was confirmed.
    Anything,
    /// A conclusion (第11条 1).
    Conclusion,
    /// Somebody of finance who concludes (第10条 4, 第11条 1(1)).
    Assessor,
}

/// What an investigation still lacks that would be completed on a day. A periodic update wants what changed alone; where
/// nobody is of finance, nobody need have concluded.
pub fn lacks(investigation: &Investigation, staff: Staff<'_>, day: Date) -> Vec<Lack> {
    let update = investigation.update == Some(true);
    let mut lacks = Vec::new();
    if investigation.channels.is_empty() {
        lacks.push(Lack::Channel);
    }
    if update && Section::ALL.iter().all(|section| finding(investigation, *section).0.is_none()) {
        lacks.push(Lack::Anything);
    }
    for section in Section::ALL {
        if finding(investigation, *section).0.is_none() && !update {
            lacks.push(Lack::Text(*section));
        } else if lacks_source(investigation, *section) {
            lacks.push(Lack::Source(*section));
        }
    }
    if !update && filled(investigation.conclusion.as_deref()).is_none() {
        lacks.push(Lack::Conclusion);
    }
    let wanted = !staff.holders(Role::Finance, day).is_empty();
    if wanted && filled(investigation.assessed_by.as_deref()).is_none() {
        lacks.push(Lack::Assessor);
    }
    lacks
}

/// Who concluded an investigation.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Assessor {
    /// It does not say.
    Nobody,
    /// Nobody whose role on that day is known, or nobody was of finance then: the role is waived (rulebook §10).
    Untold,
    /// Somebody of finance.
    Finance,
    /// Somebody who was not of finance, though others were.
    Other,
}

/// Whether somebody of finance concluded an investigation, on a day (第10条 4, 第11条 1(1)).
pub fn assessor(investigation: &Investigation, staff: Staff<'_>, day: Date) -> Assessor {
    match filled(investigation.assessed_by.as_deref()) {
        None => Assessor::Nobody,
        Some(name) if staff.holds(name, Role::Finance, day) => Assessor::Finance,
        Some(name) if !staff.knows(name) || staff.holders(Role::Finance, day).is_empty() => Assessor::Untold,
        Some(_) => Assessor::Other,
    }
}

/// Those that are begun and not completed on a day, by their places in the card.
pub fn drafts(card: &Card, day: Date) -> impl Iterator<Item = (usize, &Investigation)> {
    let begun = move |one: &&Investigation| one.date.is_none_or(|date| date <= day);
    let open = move |one: &&Investigation| !known(one.completed, day);
    card.investigation.iter().enumerate().filter(move |(_, one)| begun(one) && open(one))
}

/// Those that are completed on a day, by their places in the card, the last first.
pub fn completed(card: &Card, day: Date) -> Vec<(usize, &Investigation)> {
    let mut done: Vec<_> = card.investigation.iter().enumerate().filter(|(_, one)| known(one.completed, day)).collect();
    done.sort_by_key(|(_, one)| std::cmp::Reverse((one.completed, one.at)));
    done
}

/// Those whose report is awaited on a day, the last first: one that was followed by a reported one is no news any more
/// (第11条 1(1)).
pub fn unreported(card: &Card, day: Date) -> Vec<(usize, &Investigation)> {
    completed(card, day).into_iter().take_while(|(_, one)| !known(one.reported, day)).collect()
}

/// The day by which the report of an investigation must be with the sales manager (第11条 1(1)).
pub fn report_due(investigation: &Investigation, policy: &Policy) -> Option<Date> {
    investigation.completed.map(|completed| completed.plus_days(policy.report_days))
}

/// How far an investigation of a card had come on a day.
pub fn state(card: &Card, investigation: &Investigation, policy: &Policy, day: Date) -> InvestigationState {
    if !known(investigation.completed, day) {
        return InvestigationState::Draft;
    }
    if known(investigation.reported, day) {
        return InvestigationState::Reported;
    }
    let late = report_due(investigation, policy).is_some_and(|due| due < day);
    let awaited = unreported(card, day).iter().any(|(_, one)| std::ptr::eq(*one, investigation));
    if late && awaited { InvestigationState::Overdue } else { InvestigationState::Completed }
}

fn known(date: Option<Date>, day: Date) -> bool {
    date.is_some_and(|date| date <= day)
}

#[cfg(test)]
mod tests;
