//! An investigation at a terminal: the channels, the five sections one by one, the conclusion.

use super::super::append::fits;
use super::told::{called, facts, numbered};
use super::wanted::{Wanted, at_hand, financier, of_finance};
use crate::cli::{Answer, Context};
use crate::error::Result;
use crate::lang::{or, tr};
use crate::model::card::Investigation;
use crate::model::choice::{Channel, Condition, Grade, Role, Section};
use crate::model::field::Record;
use crate::model::{Card, Choose, Date};
use crate::rules::investigation::{Coverage, coverage, finding, says_unknown};
use crate::rules::staff::Staff;
use crate::store::{Book, Location};
use crate::tr;
use crate::views::{Style, Text};

/// How many papers of the folder are named.
const NAMED: usize = 8;

/// Asks for what neither flags nor the draft say.
///
/// # Errors
/// A question was cancelled: what was answered before stands in `wanted` then.
pub fn ask(
    wanted: &mut Wanted,
    card: &Card,
    open: Option<&Investigation>,
    book: &Book,
    location: &Location,
    context: &mut Context<'_>,
) -> Result<()> {
    // lesser things are asked for only where everything is
    let all = wanted.is_empty();
    let none = Investigation::default();
    let today = context.today;
    let draft = open.unwrap_or(&none);
    // who acts concludes where that is somebody of finance
    let assessor = financier(book, context, wanted.day(today)).is_none();
    let mut asking = Asking { answer: Answer::new(context.shell), wanted, draft, book, location, today };
    asking.begin(open.is_some());
    if !asking.wanted.update {
        asking.channels()?;
    }
    asking.sections(&coverage(card, Some(draft)))?;
    if !asking.wanted.update {
        if all {
            asking.papers()?;
        }
        if !asking.wanted.holds("conclusion") && draft.conclusion.is_none() {
            let label = tr("Conclusion of finance, apart from the facts", "财务评估结论（与事实分开）");
            asking.plain(label, "conclusion", "--conclusion")?;
        }
        if all {
            asking.proposal()?;
        }
    }
    if assessor { asking.assessor() } else { Ok(()) }
}

struct Asking<'a, 's> {
    answer: Answer<'s>,
    wanted: &'a mut Wanted,
    /// What is there already.
    draft: &'a Investigation,
    book: &'a Book,
    location: &'a Location,
    today: Date,
}

impl Asking<'_, '_> {
    fn begin(&mut self, taken_up: bool) {
        if taken_up {
            let begun = self.draft.date.map(|date| date.to_string()).unwrap_or_default();
            let text = tr!("going on with the draft begun on {begun}", "继续填写 {begun} 开始的调查草稿");
            self.answer.tell(&Text::plain(text));
        }
        self.answer.tell(&Text::new().and(
            Style::Faint,
            tr(
                "Records and facts with their source, nothing presumed; what could not be found out is said too: unknown (第11条). Ctrl-C keeps what was entered as a draft.",
                "请写资料和事实，注明来源，切忌主观臆断；没有查到的写“未取得”（第11条）。Ctrl-C 可随时停下，已填内容存为草稿。",
            ),
        ));
    }

    /// A value that fits the field of this key.
    fn plain(&mut self, label: &str, key: &'static str, flag: &str) -> Result<()> {
        let today = self.today;
        let check = |text: &str| fits(Investigation::TYPE, key, text, today);
        let value = self.answer.checked(label, flag, false, &check)?;
        self.wanted.typed(key, value.as_deref())
    }

    fn channels(&mut self) -> Result<()> {
        if self.wanted.holds("channels") || !self.draft.channels.is_empty() {
            return Ok(());
        }
        let label = tr!("Channels, several between commas: {}", "调查途径，可多个，逗号分隔：{}", one_of::<Channel>());
        self.plain(&label, "channels", "--channel")
    }

    fn sections(&mut self, sections: &[Coverage<'_>]) -> Result<()> {
        let update = self.wanted.update;
        for section in sections {
            let (key, source) = keys(section.section);
            let said = self.wanted.holds(key);
            if !said && section.text.is_none() {
                self.answer.tell(&head(section));
                let label = if update {
                    tr("What changed or was confirmed", "变化或核实的情况")
                } else {
                    tr("What was found out", "调查所得")
                };
                self.plain(label, key, &flag(key))?;
            }
            let unsourced = !self.wanted.holds(source) && section.source.is_none();
            if unsourced && self.found(section.section)? {
                let label = Investigation::TYPE.field(source).map_or(source, |field| field.label.text());
                self.plain(label, source, &flag(source))?;
            }
        }
        Ok(())
    }

    /// Whether something was found out in a section, now or before.
    fn found(&self, section: Section) -> Result<bool> {
        let said = self.wanted.read()?;
        let text = finding(&said, section).0.or(finding(self.draft, section).0);
        Ok(text.is_some_and(|text| !says_unknown(text)))
    }

    fn papers(&mut self) -> Result<()> {
        let there = self.book.papers(self.location);
        if !self.draft.evidence.is_empty() || there.is_empty() {
            return Ok(());
        }
        let names = there.iter().take(NAMED).map(String::as_str).collect::<Vec<_>>().join(tr(", ", "、"));
        self.answer.tell(&Text::plain(tr!("In the folder: {names}", "文件夹中有：{names}")));
        let (book, location) = (self.book, self.location);
        let check = |text: &str| parts(text).try_for_each(|name| at_hand(name, book, location));
        let label = tr("Evidence, file names between commas", "凭证，文件名以逗号分隔");
        if let Some(names) = self.answer.checked(label, "--evidence", false, &check)? {
            self.wanted.texts("evidence", parts(&names));
        }
        Ok(())
    }

    /// Who concludes, where somebody is of finance.
    fn assessor(&mut self) -> Result<()> {
        let (book, day) = (self.book, self.wanted.day(self.today));
        let names = Staff::new(&book.settings).holders(Role::Finance, day).join(or());
        if names.is_empty() || self.wanted.holds("assessed_by") || self.draft.assessed_by.is_some() {
            return Ok(());
        }
        let label = tr!("Who of finance concludes, as {names}", "评估人（财务），如 {names}");
        let check = |name: &str| of_finance(name, day, book);
        let name = self.answer.checked(&label, "--assessed-by", false, &check)?;
        self.wanted.typed("assessed_by", name.as_deref())
    }

    fn proposal(&mut self) -> Result<()> {
        if self.draft.grade.is_none() {
            self.plain(&tr!("Grade proposed: {}", "建议等级：{}", one_of::<Grade>()), "grade", "--grade")?;
        }
        if self.draft.limit.is_none() {
            let today = self.today;
            let label = tr("Limit proposed, as USD 48000", "建议额度，如 USD 48000");
            let check = |text: &str| Wanted::limited(text, today).map(drop);
            if let Some(limit) = self.answer.checked(label, "--limit", false, &check)? {
                self.wanted.limit(&limit, today)?;
            }
        }
        if self.draft.term_days.is_none() {
            self.plain(tr("Term proposed in days", "建议账期（天）"), "term_days", "--term")?;
        }
        if self.draft.conditions.is_empty() {
            let label = tr!(
                "Conditions (第13条), between commas: {}",
                "附加条件（第13条），逗号分隔：{}",
                one_of::<Condition>()
            );
            self.plain(&label, "conditions", "--condition")?;
        }
        Ok(())
    }
}

/// The keys of a section: text and source.
pub fn keys(section: Section) -> (&'static str, &'static str) {
    match section {
        Section::Basic => ("basic", "basic_source"),
        Section::Traits => ("traits", "traits_source"),
        Section::Business => ("business", "business_source"),
        Section::Trade => ("trade", "trade_source"),
        Section::Finance => ("finance", "finance_source"),
    }
}

fn flag(key: &str) -> String {
    format!("--{}", key.replace('_', "-"))
}

/// Names between commas of either keyboard.
fn parts(text: &str) -> impl Iterator<Item = &str> {
    text.split([',', '，', '、']).map(str::trim).filter(|name| !name.is_empty())
}

/// The words of a closed list, as they may be typed.
fn one_of<T: Choose>() -> String {
    let words: Vec<&str> = T::ALL.iter().map(|choice| tr(choice.key(), choice.words().zh)).collect();
    words.join(tr(", ", "、"))
}

/// What the card knows of a section, above its question.
fn head(section: &Coverage<'_>) -> Text {
    let (known, all) = (section.known(), section.items.len());
    let count = tr!("  the card knows {known} of {all}", "  卡片已有 {known}/{all} 项");
    let mut text = Text::new().and(Style::Strong, numbered(section.section)).and(Style::Faint, count);
    let facts = facts(section);
    if !facts.is_empty() {
        text = text.line().and(Style::Plain, format!("  {facts}"));
    }
    let gaps: Vec<&str> = section.gaps().map(called).collect();
    if !gaps.is_empty() {
        let gaps = gaps.join(tr(", ", "、"));
        text = text.line().and(Style::Warn, tr!("  not known: {gaps}", "  缺：{gaps}"));
    }
    text
}
