//! An urgent report put together: what `alert add` and `suspend` share.

use super::doubt::beyond;
use crate::cli::Context;
use crate::commands::acting::{acting, ours};
use crate::commands::append::{Draft, wrong_value};
use crate::commands::deal::orders;
use crate::commands::deal::sum::{Sign, Sum, sum};
use crate::commands::deal::write::Doubts;
use crate::error::{Error, Result};
use crate::formats::toml::{Edit, quoted};
use crate::formats::typed::decimal;
use crate::lang::tr;
use crate::model::card::Alert;
use crate::model::choice::AlertKind;
use crate::model::field::Record;
use crate::model::id::paper_id;
use crate::model::name::shell_word;
use crate::model::{Card, Choose, Date};
use crate::rules::alert::{is_bill, receiver};
use crate::rules::staff::Staff;
use crate::store::{Book, Location};
use crate::tr;

/// What a report says beside its kind and its summary.
#[derive(clap::Args, Clone, Debug, Default)]
pub struct Particulars {
    #[arg(long, value_name = tr("AMOUNT", "金额"), allow_negative_numbers = true, help = tr("What is at stake, as \"USD 3153.60\"; wanted of a bill dishonoured or deferred", "涉及金额，如 \"USD 3153.60\"；拒付、延期支付必填"))]
    pub amount: Option<String>,
    #[arg(long, value_name = tr("NUMBER", "订单号"), help = tr("The order it is about", "涉及的订单"))]
    pub order: Option<String>,
    #[arg(long, value_name = tr("TEXT", "来源"), help = tr("Where it was learnt", "信息来源"))]
    pub source: Option<String>,
    #[arg(long, value_name = tr("PERSON", "姓名"), help = tr("To whom it goes; the reporter's superior unless given", "报告对象，默认报告人的上级"))]
    pub to: Option<String>,
}

/// A report ready to be written.
#[derive(Debug)]
pub struct Filing {
    kind: AlertKind,
    summary: String,
    order: Option<String>,
    amount: Option<Sum>,
    draft: Vec<(&'static str, String)>,
    /// The day of the report.
    pub date: Date,
    by: Option<String>,
    /// To whom it goes.
    pub to: Option<String>,
}

impl Filing {
    /// From what was said; who reports is who is acting unless `by` says otherwise.
    ///
    /// # Errors
    /// Values that do not fit, people who are nobody of ours, a report to oneself.
    pub fn new(
        kind: AlertKind,
        summary: &str,
        said: &Particulars,
        (by, date): (Option<&str>, Option<&str>),
        book: &Book,
        context: &Context<'_>,
    ) -> Result<Self> {
        let today = context.today;
        let mut draft = Draft::new(Alert::TYPE, today);
        draft.typed("date", Some(date.unwrap_or("today")))?;
        draft.typed("source", said.source.as_deref())?;
        let date = draft.date("date").unwrap_or(today);
        let by = match by.map(str::trim).filter(|by| !by.is_empty()) {
            Some(by) => ours(by, book, date).map(|()| Some(by.to_owned()))?,
            None => acting(book, context)?,
        };
        let to = match said.to.as_deref().map(str::trim).filter(|to| !to.is_empty()) {
            Some(to) => {
                ours(to, book, date)?;
                Some(to.to_owned())
            }
            None => {
                let staff = Staff::new(&book.settings);
                by.as_deref().and_then(|by| receiver(by, staff, date)).map(str::to_owned)
            }
        };
        if to.is_some() && to == by {
            return Err(wrong_value(
                tr("an urgent report goes to somebody above, not to the reporter", "紧急报告要报给上级，不能报给本人")
                    .to_owned(),
            ));
        }
        let amount = said.amount.as_deref().map(|text| sum(text, Sign::Above, today)).transpose()?;
        Ok(Self {
            kind,
            summary: summary.trim().to_owned(),
            order: said.order.clone(),
            amount,
            draft: draft.finish(),
            date,
            by,
            to,
        })
    }

    /// The edit that files it in a card, and the id it gets; more than its order comes to is doubtful.
    ///
    /// # Errors
    /// The customer has no such order, the amount is in another currency than the order or in none.
    pub fn edit(
        &self,
        card: &Card,
        location: &Location,
        (book, today): (&Book, Date),
        doubts: &mut Doubts,
    ) -> Result<(Edit, String)> {
        let mut draft = Draft::new(Alert::TYPE, today);
        self.draft.iter().cloned().for_each(|(key, literal)| draft.literal(key, literal));
        let id = self.id(card, location);
        draft.literal("id", quoted(&id));
        draft.literal("kind", quoted(self.kind.key()));
        draft.typed("by", self.by.as_deref())?;
        draft.typed("summary", Some(&self.summary))?;
        draft.typed("reported_to", self.to.as_deref())?;
        let order = self.order.as_deref().map(|number| orders::find(card, number)).transpose()?;
        let mut currency = None;
        if let Some((_, order)) = order {
            draft.literal("order", quoted(orders::called(order)));
            currency.clone_from(&order.currency);
        }
        if let Some(Sum { amount, currency: said }) = &self.amount {
            let currency = said.clone().or(currency).ok_or_else(|| {
                Error::new(tr("the amount is in no currency", "金额没有写币种"))
                    .next(tr("write it as --amount \"USD 3153.60\"", "请写成 --amount \"USD 3153.60\""))
            })?;
            draft.literal("amount", decimal(*amount));
            draft.typed("currency", Some(&currency))?;
            if let Some((_, order)) = order {
                beyond(orders::called(order), (&currency, *amount), card, book, today, doubts);
            }
        }
        Ok((draft.push("alert"), id))
    }

    fn id(&self, card: &Card, location: &Location) -> String {
        let owner = card.id.as_deref().unwrap_or(&location.path);
        let (date, by) = (self.date.to_string(), self.by.as_deref().unwrap_or_default());
        let taken = |id: &str| card.alert.iter().any(|alert| alert.id.as_deref().is_some_and(|held| held.trim() == id));
        paper_id("AL", &[owner, &date, by, self.kind.key(), &self.summary], taken)
    }

    /// What is said when it is filed: to whom it went, and what waits for that person's word (第11条 2(1)).
    pub fn told(&self, id: &str, location: &Location) -> String {
        let path = shell_word(&location.path);
        let went = match &self.to {
            Some(to) => tr!("urgent report {id} to {to}", "紧急报告 {id}，报 {to}"),
            // nobody is known who is above
            None => tr!("urgent report {id}", "紧急报告 {id}"),
        };
        let dun = if is_bill(self.kind) {
            tr!(
                "; dun at once and note it: kehu log {path} --kind collection",
                "；请立即催款并登记：kehu log {path} --kind collection"
            )
        } else {
            String::new()
        };
        tr!(
            "{went}; no new orders and no countermeasures until the directive (第11条): kehu alert directive {path} {id}{dun}",
            "{went}；批示之前不接新单、不采取对策（第11条）：kehu alert directive {path} {id}{dun}"
        )
    }
}
