//! `sample`: a sample is sent, arrives, is judged.

use super::append::{Draft, DryRun, change};
use super::resolve::customer;
use crate::cli::Context;
use crate::error::{Error, Exit, Result};
use crate::formats::toml::{Edit, Step};
use crate::lang::tr;
use crate::model::card::Sample;
use crate::model::field::Record;
use crate::model::{Card, Date};
use crate::tr;

/// What may be said to `sample`.
#[derive(clap::Args)]
pub struct Args {
    #[arg(value_name = tr("NAME", "客户"), help = tr("The customer", "客户"))]
    name: String,
    #[arg(value_name = tr("PRODUCT", "品名"), required_unless_present_any = ["received", "feedback"], help = tr("What is sent", "寄出的样品"))]
    product: Option<String>,
    #[arg(long, value_name = tr("DATE", "日期"), help = tr("When it was sent; today unless given", "寄出日期，默认今天"))]
    date: Option<String>,
    #[arg(long, value_name = tr("NAME", "名称"), help = tr("The courier", "快递公司"))]
    courier: Option<String>,
    #[arg(long, value_name = tr("NUMBER", "单号"), help = tr("The tracking number", "快递单号"))]
    tracking: Option<String>,
    #[arg(long, value_name = tr("AMOUNT", "金额"), allow_negative_numbers = true, help = tr("What it costs", "费用"))]
    fee: Option<String>,
    #[arg(long, value_name = tr("CODE", "币种"), help = tr("The currency of the fee", "费用币种"))]
    currency: Option<String>,
    #[arg(long, value_name = tr("DATE", "日期"), help = tr("It arrived: on the sample that waits, or the one named", "登记签收：针对待反馈的样品，或所指品名、单号"))]
    received: Option<String>,
    #[arg(long, value_name = tr("TEXT", "内容"), help = tr("What the customer says of it", "客户反馈"))]
    feedback: Option<String>,
    #[command(flatten)]
    dry_run: DryRun,
}

impl Args {
    /// Appends the sample, or notes what became of one.
    ///
    /// # Errors
    /// Unknown customer or sample, values that do not fit, or the card cannot be written.
    pub fn run(self, context: &mut Context<'_>) -> Result<Exit> {
        let book = context.take_book()?;
        let location = customer(&self.name, &book, context)?;
        let today = context.today;
        let dry_run = self.dry_run;
        let later = self.received.is_some() || self.feedback.is_some();
        change(context, &book, &location, dry_run, |file| if later { self.note(&file.card()?, today) } else { self.send(today) })?;
        if !dry_run.dry_run {
            context.done(tr!("{}: sample noted", "{}：已登记样品", location.path));
        }
        Ok(Exit::Done)
    }

    fn send(&self, today: Date) -> Result<Vec<Edit>> {
        let mut draft = Draft::new(Sample::TYPE, today);
        draft.typed("date", Some(self.date.as_deref().unwrap_or("today")))?;
        draft.typed("product", self.product.as_deref())?;
        draft.typed("courier", self.courier.as_deref())?;
        draft.typed("tracking", self.tracking.as_deref())?;
        draft.typed("fee", self.fee.as_deref())?;
        draft.typed("currency", self.currency.as_deref())?;
        Ok(vec![draft.push("sample")])
    }

    /// What became of a sample: the one named by product or tracking number, else the only one that waits for feedback.
    fn note(&self, card: &Card, today: Date) -> Result<Vec<Edit>> {
        let named = |sample: &Sample| {
            let product = self.product.as_ref().is_none_or(|product| sample.product.as_ref().is_some_and(|name| name.contains(product.as_str())));
            let tracking = self.tracking.as_ref().is_none_or(|tracking| sample.tracking.as_ref() == Some(tracking));
            product && tracking
        };
        let waits = |sample: &Sample| sample.feedback.as_deref().is_none_or(|feedback| feedback.trim().is_empty());
        let waiting: Vec<usize> = (0..).zip(&card.sample).filter(|(_, sample)| named(sample) && waits(sample)).map(|(index, _)| index).collect();
        let index = match waiting.as_slice() {
            [only] => *only,
            [] => {
                return Err(Error::new(tr("no sample waits for feedback here", "没有待反馈的样品"))
                    .next(tr("see the samples: kehu show NAME", "查看样品：kehu show 客户")));
            }
            several => {
                let names: Vec<String> = several.iter().filter_map(|i| card.sample.get(*i)).map(|sample| sample.product.clone().unwrap_or_default()).collect();
                return Err(Error::new(tr!("several samples wait: {}", "有多个样品待反馈：{}", names.join(tr(", ", "、"))))
                    .next(tr("name the product, or --tracking", "请写明品名，或用 --tracking")));
            }
        };
        let mut draft = Draft::new(Sample::TYPE, today);
        draft.typed("received", self.received.as_deref())?;
        draft.typed("feedback", self.feedback.as_deref())?;
        let path = |key: &str| vec![Step::from("sample"), Step::from(index), Step::from(key)];
        Ok(draft.finish().into_iter().map(|(key, value)| Edit::Set { path: path(key), value }).collect())
    }
}
