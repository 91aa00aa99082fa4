//! What the cards of a fair begin with: where we met, and the first follow-up.

use crate::cli::{Context, choice_of};
use crate::commands::append::{Draft, wrong_value};
use crate::error::{Error, Result};
use crate::formats::fresh::Known;
use crate::formats::toml::quoted;
use crate::lang::tr;
use crate::model::card::Followup;
use crate::model::choice::{Choose, FollowupKind};
use crate::model::field::Record;
use crate::store::Book;
use crate::tr;

/// What each new card gets beside what the file says.
#[derive(clap::Args)]
pub struct Fair {
    #[arg(long, value_name = tr("TEXT", "来源"), help = tr("Where we met the new customers, where the file does not say", "新客户的来源（文件未写明时）"))]
    source: Option<String>,
    #[arg(long, value_name = tr("KIND", "方式"), value_parser = choice_of::<FollowupKind>(), help = tr("Note a first follow-up of this kind on each new card, by --as", "给每张新卡片记一条该方式的跟进，跟进人为 --as"))]
    log: Option<FollowupKind>,
    #[arg(long, value_name = tr("SUMMARY", "内容"), requires = "log", help = tr("What was said or done; the source unless given", "沟通内容，默认为来源"))]
    summary: Option<String>,
    #[arg(long, value_name = tr("DATE", "日期"), requires = "log", help = tr("When to follow up next, as 2026-12-01, friday or 3d", "下次跟进日期，如 2026-12-01、周五、3d"))]
    next: Option<String>,
}

impl Fair {
    /// Whether it is said where we met.
    pub fn has_source(&self) -> bool {
        self.source.is_some()
    }

    /// Whether a follow-up is asked for.
    pub fn has_log(&self) -> bool {
        self.log.is_some()
    }

    /// As values of a card, by path.
    ///
    /// # Errors
    /// A value does not fit, or the follow-up says nothing.
    pub fn known(&self, book: &Book, context: &Context<'_>) -> Result<Vec<Known>> {
        let source = self.source.as_deref().map(str::trim).filter(|source| !source.is_empty());
        let mut known: Vec<Known> = source.map(|source| ("source".to_owned(), quoted(source))).into_iter().collect();
        let Some(kind) = self.log else { return Ok(known) };
        let said = self.summary.as_deref().map(str::trim).filter(|said| !said.is_empty());
        let Some(summary) = said.or(source) else {
            return Err(Error::new(tr("--log wants what was said or done", "--log 须写明沟通内容")).next(tr(
                "say it: --summary \"asked for the price list\"; or where we met: --source \"Canton Fair\"",
                "请写明 --summary \"要报价单\"，或写明来源 --source \"广交会\"",
            )));
        };
        let mut draft = Draft::new(Followup::TYPE, context.today);
        draft.typed("date", Some("today"))?;
        draft.typed("kind", Some(kind.key()))?;
        draft.typed("by", context.person(book).as_deref())?;
        draft.typed("summary", Some(summary))?;
        draft.typed("next", self.next.as_deref())?;
        if let Some(next) = draft.date("next").filter(|next| *next < context.today) {
            return Err(wrong_value(tr!(
                "the next follow-up {next} lies before {}",
                "下次跟进 {next} 早于 {}",
                context.today
            )));
        }
        known.extend(draft.finish().into_iter().map(|(key, literal)| (format!("followup.{key}"), literal)));
        Ok(known)
    }
}
