//! `sample`: a sample is sent, arrives, is judged.

use super::append::{Draft, DryRun, change};
use super::resolve::given_or_asked;
use crate::cli::{Answer, Context};
use crate::error::{Error, Exit, Result};
use crate::formats::toml::{Edit, Step};
use crate::lang::tr;
use crate::model::card::Sample;
use crate::model::field::Record;
use crate::model::name::search_key;
use crate::model::name::shell_word;
use crate::model::{Card, Date};
use crate::tr;

/// What may be said to `sample`.
#[derive(clap::Args)]
pub struct Args {
    #[arg(value_name = tr("NAME", "客户"), help = tr("The customer: name, part of it, code, e-mail, phone or path", "名称或其一部分、编号、邮箱、电话、路径"))]
    name: Option<String>,
    #[arg(value_name = tr("PRODUCT", "品名"), help = tr("What is sent; with --received or --feedback, part of it, where several samples wait", "寄出的样品；登记签收或反馈时，可只写品名的一部分"))]
    product: Option<String>,
    #[arg(long, value_name = tr("DATE", "日期"), allow_hyphen_values = true, conflicts_with_all = ["received", "feedback"], help = tr("When it was sent; today unless given", "寄出日期，默认今天"))]
    date: Option<String>,
    #[arg(long, value_name = tr("NAME", "名称"), help = tr("The courier", "快递公司"))]
    courier: Option<String>,
    #[arg(long, value_name = tr("NUMBER", "单号"), help = tr("The tracking number", "快递单号"))]
    tracking: Option<String>,
    #[arg(long, value_name = tr("AMOUNT", "金额"), allow_negative_numbers = true, help = tr("What sending it costs", "寄样费用"))]
    fee: Option<String>,
    #[arg(long, value_name = tr("CODE", "币种"), help = tr("The currency of the fee", "费用币种"))]
    currency: Option<String>,
    #[arg(long, value_name = tr("DATE", "日期"), allow_hyphen_values = true, help = tr("It arrived: noted on the sample that waits for feedback", "登记签收日期（记在待反馈的样品上）"))]
    received: Option<String>,
    #[arg(long, value_name = tr("TEXT", "内容"), help = tr("What the customer says of it", "登记客户反馈"))]
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
        let location = given_or_asked(self.name.as_deref(), &book, context)?;
        let (today, dry_run) = (context.today, self.dry_run);
        let mut which = String::new();
        if self.received.is_some() || self.feedback.is_some() {
            change(context, &book, &location, dry_run, |file| {
                let card = file.card()?;
                let index = self.waiting(&card, &location.path)?;
                which = card.sample.get(index).map(told).unwrap_or_default();
                self.note(index, today)
            })?;
        } else {
            which = match &self.product {
                Some(product) => product.trim().to_owned(),
                None => Answer::new(context.shell)
                    .text(tr("What is sent", "寄出的样品"), tr("PRODUCT", "品名"), true)?
                    .unwrap_or_default(),
            };
            let draft = self.send(&which, today)?;
            change(context, &book, &location, dry_run, |_| Ok(vec![draft.push("sample")]))?;
        }
        if !dry_run.dry_run {
            context.done(tr!("{}: sample noted: {which}", "{}：已登记样品：{which}", location.path));
        }
        Ok(Exit::Done)
    }

    fn send(&self, product: &str, today: Date) -> Result<Draft> {
        let mut draft = Draft::new(Sample::TYPE, today);
        draft.typed("date", Some(self.date.as_deref().unwrap_or("today")))?;
        draft.typed("product", Some(product))?;
        if !draft.holds("product") {
            return Err(Error::new(tr("the product is empty", "品名为空"))
                .next(tr("write what was sent", "请写明寄了什么样品")));
        }
        draft.typed("tracking", self.tracking.as_deref())?;
        self.costs(&mut draft)?;
        Ok(draft)
    }

    /// What may come to be known later as well.
    fn costs(&self, draft: &mut Draft) -> Result<()> {
        draft.typed("courier", self.courier.as_deref())?;
        draft.typed("fee", self.fee.as_deref())?;
        draft.typed("currency", self.currency.as_deref())
    }

    /// The edits that note what became of a sample.
    fn note(&self, index: usize, today: Date) -> Result<Vec<Edit>> {
        let mut draft = Draft::new(Sample::TYPE, today);
        self.costs(&mut draft)?;
        draft.typed("received", self.received.as_deref())?;
        draft.typed("feedback", self.feedback.as_deref())?;
        let path = |key: &str| vec![Step::from("sample"), Step::from(index), Step::from(key)];
        Ok(draft.finish().into_iter().map(|(key, value)| Edit::Set { path: path(key), value }).collect())
    }

    /// The sample that is meant: of those named by product or tracking number, the only one that waits for feedback.
    fn waiting(&self, card: &Card, path: &str) -> Result<usize> {
        let path = shell_word(path);
        let product = self.product.as_deref().map(search_key);
        let tracking = self.tracking.as_deref().map(search_key);
        let holds = |text: &Option<String>, part: &Option<String>| {
            part.as_ref().is_none_or(|part| text.as_deref().is_some_and(|text| search_key(text).contains(part.trim())))
        };
        let named: Vec<usize> = (0..)
            .zip(&card.sample)
            .filter(|(_, sample)| holds(&sample.product, &product) && holds(&sample.tracking, &tracking))
            .map(|(index, _)| index)
            .collect();
        let sample = |index: &usize| card.sample.get(*index);
        let waits = |index: &&usize| {
            sample(index)
                .is_some_and(|sample| sample.feedback.as_deref().is_none_or(|feedback| feedback.trim().is_empty()))
        };
        let waiting: Vec<usize> = named.iter().filter(waits).copied().collect();
        let list =
            |indices: &[usize]| indices.iter().filter_map(sample).map(told).collect::<Vec<_>>().join(tr(", ", "、"));
        match (waiting.as_slice(), named.as_slice()) {
            ([only], _) => Ok(*only),
            ([], []) if card.sample.is_empty() => {
                Err(Error::new(tr("the customer was sent no sample", "该客户没有寄样记录"))
                    .next(tr!("note one: kehu sample {path} PRODUCT", "登记寄样：kehu sample {path} 品名")))
            }
            ([], []) => {
                let all: Vec<usize> = (0..card.sample.len()).collect();
                Err(Error::new(tr("no sample is called so", "没有这样的样品")).next(tr!(
                    "there are: {}",
                    "现有：{}",
                    list(&all)
                )))
            }
            ([], [.., last]) => Err(Error::new(tr!(
                "no sample waits for feedback; the last is {}",
                "没有待反馈的样品；最近一个：{}",
                list(&[*last])
            ))
            .next(tr!(
                "to change what was said: kehu set {path} sample.{}.feedback=…",
                "要修改反馈：kehu set {path} sample.{}.feedback=…",
                last + 1
            ))),
            (several, _) => Err(Error::new(tr!("several samples wait: {}", "有多个样品待反馈：{}", list(several)))
                .next(tr("name the product, or --tracking", "请写明品名，或用 --tracking"))),
        }
    }
}

/// A sample by what tells it from others.
fn told(sample: &Sample) -> String {
    let mut text = sample.product.clone().unwrap_or_default();
    text.extend(sample.date.map(|date| format!(" {date}")));
    text.extend(sample.tracking.as_ref().map(|tracking| format!(" {tracking}")));
    text
}
