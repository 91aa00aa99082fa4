//! `quote`: a quotation is noted, or how one ended.

mod item;

use super::append::{Draft, DryRun, change, fits, wrong_value};
use super::resolve::given_or_asked;
use crate::cli::{Answer, Context, choice_of};
use crate::error::{Error, Exit, Result};
use crate::formats::toml::{Edit, Step, list_of_tables, quoted};
use crate::lang::tr;
use crate::model::card::Quote;
use crate::model::choice::QuoteOutcome;
use crate::model::field::Record;
use crate::model::{Card, Choose, Date};
use crate::tr;
use item::item;

/// What may be said to `quote`.
#[derive(clap::Args)]
pub struct Args {
    #[arg(value_name = tr("NAME", "客户"), help = tr("The customer: name, part of it, code, e-mail, phone or path", "名称或其一部分、编号、邮箱、电话、路径"))]
    name: Option<String>,
    #[arg(value_name = tr("NUMBER", "报价单号"), help = tr("The number of the quote", "报价单的编号"))]
    number: Option<String>,
    #[arg(short, long = "item", value_name = tr("ITEM", "明细"), help = tr("A line: product;quantity [unit];unit price[;discount], as \"Hand pallet truck;40 pcs;185.00;5%\"", "一行明细：品名;数量[单位];单价[;折扣]，如 \"手动叉车;40台;185.00;5%\""))]
    items: Vec<String>,
    #[arg(long, value_name = tr("CODE", "币种"), help = tr("The currency, as USD", "币种，如 USD"))]
    currency: Option<String>,
    #[arg(long, value_name = tr("TERMS", "术语"), help = tr("Incoterm and place, as \"FOB Ningbo\"", "贸易术语和地点，如 \"FOB Ningbo\""))]
    terms: Option<String>,
    #[arg(long, value_name = tr("DATE", "日期"), help = tr("The last day on which it may be accepted, as 30d", "有效期最后一天，如 30d"))]
    valid_until: Option<String>,
    #[arg(long, value_name = tr("DATE", "日期"), allow_hyphen_values = true, help = tr("When it was made, or ended; today unless given", "报价日期或了结日期，默认今天"))]
    date: Option<String>,
    #[arg(long, value_name = tr("QUANTITY", "数量"), help = tr("Minimum order quantity", "起订量"))]
    moq: Option<String>,
    #[arg(long, value_name = tr("DAYS", "天数"), help = tr("Lead time in days", "交期（天）"))]
    lead_days: Option<String>,
    #[arg(long, value_name = tr("NUMBER", "报价单号"), help = tr("The quote that this one replaces", "被替代的报价单号"))]
    replaces: Option<String>,
    #[arg(long, value_name = tr("OUTCOME", "结果"), value_parser = choice_of::<QuoteOutcome>(), conflicts_with_all = ["items", "currency", "terms", "valid_until", "moq", "lead_days", "replaces"],
          help = tr("How the quote ended; no new one is made", "登记已有报价的结果，不新建"))]
    outcome: Option<QuoteOutcome>,
    #[arg(long, value_name = tr("REASON", "原因"), requires = "outcome", help = tr("Why it ended so", "原因"))]
    reason: Option<String>,
    #[command(flatten)]
    dry_run: DryRun,
}

/// What a new quote cannot do without.
struct Wanted {
    items: Vec<String>,
    currency: String,
    terms: Option<String>,
    valid_until: Option<String>,
}

impl Args {
    /// Appends the quote, or closes one.
    ///
    /// # Errors
    /// Unknown customer or quote, values that do not fit, or the card cannot be written.
    pub fn run(self, context: &mut Context<'_>) -> Result<Exit> {
        let book = context.take_book()?;
        let location = given_or_asked(self.name.as_deref(), &book, context)?;
        let (today, dry_run) = (context.today, self.dry_run);
        let number = match &self.number {
            Some(number) => number.trim().to_owned(),
            None => Answer::new(context.shell)
                .text(tr("Number of the quote", "报价单号"), tr("NUMBER", "报价单号"), true)?
                .unwrap_or_default(),
        };
        if number.is_empty() {
            return Err(Error::new(tr("the number of the quote is empty", "报价单号为空")));
        }
        let remark = match self.outcome {
            Some(outcome) => {
                let mut closed = number.clone();
                change(context, &book, &location, dry_run, |file| {
                    let card = file.card()?;
                    let index = place(&card, &number)?;
                    closed = called(&card, index).to_owned();
                    closing(&card, index, outcome, self.reason.as_deref(), self.date(today)?)
                })?;
                tr!("{}: quote {closed} {outcome}", "{}：报价 {closed} {outcome}", location.path)
            }
            None => {
                let wanted = self.wanted(today, context)?;
                change(context, &book, &location, dry_run, |file| self.make(&number, &wanted, &file.card()?, today))?;
                tr!("{}: quote {number} noted", "{}：已登记报价 {number}", location.path)
            }
        };
        if !dry_run.dry_run {
            context.done(remark);
        }
        Ok(Exit::Done)
    }

    fn date(&self, today: Date) -> Result<Date> {
        let mut draft = Draft::new(Quote::TYPE, today);
        draft.typed("date", self.date.as_deref())?;
        Ok(draft.date("date").unwrap_or(today))
    }

    /// The lines and the currency; on a terminal asked for, with the terms, where they were not given.
    fn wanted(&self, today: Date, context: &mut Context<'_>) -> Result<Wanted> {
        let mut items: Vec<String> = self.items.iter().map(|text| item(text, today)).collect::<Result<_>>()?;
        let asking = (items.is_empty() || self.currency.is_none()) && context.shell.can_ask();
        let mut answer = Answer::new(context.shell);
        if items.is_empty() {
            let check = |text: &str| item(text, today).map(drop);
            loop {
                let label = tr!(
                    "Line {}: product;quantity [unit];unit price",
                    "明细 {}：品名;数量[单位];单价",
                    items.len() + 1
                );
                match answer.checked(&label, "--item", items.is_empty(), &check)? {
                    Some(text) => items.push(item(&text, today)?),
                    None => break,
                }
            }
        }
        let fit = |key: &'static str| move |text: &str| fits(Quote::TYPE, key, text, today);
        let currency = match &self.currency {
            Some(currency) => currency.clone(),
            None => answer
                .checked(tr("Currency, as USD", "币种，如 USD"), "--currency", true, &fit("currency"))?
                .unwrap_or_default(),
        };
        let mut optional = |label, flag, key, given: &Option<String>| match given {
            None if asking => answer.checked(label, flag, false, &fit(key)),
            given => Ok(given.clone()),
        };
        let terms = optional(
            tr("Incoterm and place, as FOB Ningbo", "贸易术语和地点，如 FOB Ningbo"),
            "--terms",
            "terms",
            &self.terms,
        )?;
        let valid_until = optional(
            tr("Valid until, as 30d or 2026-12-31", "有效期至，如 30d、2026-12-31"),
            "--valid-until",
            "valid_until",
            &self.valid_until,
        )?;
        Ok(Wanted { items, currency, terms, valid_until })
    }

    fn make(&self, number: &str, wanted: &Wanted, card: &Card, today: Date) -> Result<Vec<Edit>> {
        if let Some(index) = same(card, number) {
            return Err(Error::refused(tr!(
                "the customer has a quote {} already",
                "该客户已有报价 {}",
                called(card, index)
            ))
            .next(tr(
                "give another number, or --outcome to say how it ended",
                "请换一个单号，或用 --outcome 登记结果",
            )));
        }
        let replaced = self.replaces.as_deref().map(|old| place(card, old)).transpose()?;
        let mut draft = Draft::new(Quote::TYPE, today);
        draft.typed("number", Some(number))?;
        draft.typed("date", Some(self.date.as_deref().unwrap_or("today")))?;
        draft.typed("currency", Some(&wanted.currency))?;
        draft.typed("terms", wanted.terms.as_deref())?;
        draft.typed("valid_until", wanted.valid_until.as_deref())?;
        draft.typed("moq", self.moq.as_deref())?;
        draft.typed("lead_days", self.lead_days.as_deref())?;
        draft.typed("replaces", replaced.map(|index| called(card, index)))?;
        draft.literal("outcome", quoted(QuoteOutcome::Open.key()));
        draft.literal("items", list_of_tables(&wanted.items));
        let date = draft.date("date").unwrap_or(today);
        if let Some(until) = draft.date("valid_until").filter(|until| *until < date) {
            return Err(wrong_value(tr!(
                "valid until {until} lies before the quote's date {date}",
                "有效期 {until} 早于报价日期 {date}"
            )));
        }
        let mut edits = match replaced {
            Some(index) => closing(card, index, QuoteOutcome::Superseded, Some(number), date)?,
            None => Vec::new(),
        };
        edits.push(draft.push("quote"));
        Ok(edits)
    }
}

/// The edits that give a quote its outcome. What was said of another outcome before goes.
fn closing(card: &Card, index: usize, outcome: QuoteOutcome, reason: Option<&str>, date: Date) -> Result<Vec<Edit>> {
    let Some(quote) = card.quote.get(index) else { return Ok(Vec::new()) };
    if let Some(made) = quote.date.filter(|made| *made > date) {
        return Err(wrong_value(tr!(
            "the quote was made on {made}; it cannot have ended on {date}",
            "报价日期为 {made}，不可能在 {date} 了结"
        )));
    }
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

/// What a quote is called in the card.
fn called(card: &Card, index: usize) -> &str {
    card.quote.get(index).and_then(|quote| quote.number.as_deref()).unwrap_or_default().trim()
}

/// The quote of exactly this number.
fn same(card: &Card, number: &str) -> Option<usize> {
    (0..card.quote.len()).find(|index| called(card, *index).eq_ignore_ascii_case(number.trim()))
}

/// The quote that is meant: by its number, or by the part of it that no other has.
///
/// # Errors
/// There is none, or there are several.
fn place(card: &Card, number: &str) -> Result<usize> {
    if let Some(index) = same(card, number) {
        return Ok(index);
    }
    let wanted = number.trim().to_lowercase();
    let hits: Vec<usize> =
        (0..card.quote.len()).filter(|index| called(card, *index).to_lowercase().contains(&wanted)).collect();
    let names = |list: &[usize]| list.iter().map(|index| called(card, *index)).collect::<Vec<_>>().join(tr(", ", "、"));
    match hits.as_slice() {
        [only] => Ok(*only),
        [] if card.quote.is_empty() => {
            Err(Error::new(tr!("the customer has no quote {number}", "该客户没有报价 {number}"))
                .next(tr("the card holds no quote yet", "卡片中还没有报价")))
        }
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
