//! `quote`: a quotation is noted, or how one ended.

use super::append::{Draft, DryRun, change};
use super::resolve::customer;
use crate::cli::{Context, choice_of};
use crate::error::{Error, Exit, Result};
use crate::formats::toml::{Edit, Step, inline_table, quoted};
use crate::lang::tr;
use crate::model::card::{Item, Quote};
use crate::model::choice::QuoteOutcome;
use crate::model::field::Record;
use crate::model::{Card, Choose, Date};
use crate::tr;

/// What may be said to `quote`.
#[derive(clap::Args)]
pub struct Args {
    #[arg(value_name = tr("NAME", "客户"), help = tr("The customer", "客户"))]
    name: String,
    #[arg(value_name = tr("NUMBER", "报价单号"), help = tr("The number of the quote", "报价单号"))]
    number: String,
    #[arg(short, long = "item", value_name = tr("ITEM", "明细"), help = tr("A line: product;quantity;unit price[;discount], as \"Hand pallet truck;40;185.00;0.05\"", "一行明细：品名;数量;单价[;折扣]，如 \"手动叉车;40;185.00;0.05\""))]
    items: Vec<String>,
    #[arg(long, value_name = tr("CODE", "币种"), help = tr("The currency, as USD", "币种，如 USD"))]
    currency: Option<String>,
    #[arg(long, value_name = tr("TERMS", "术语"), help = tr("Incoterm and place, as \"FOB Ningbo\"", "贸易术语和地点，如 \"FOB Ningbo\""))]
    terms: Option<String>,
    #[arg(long, value_name = tr("DATE", "日期"), help = tr("The last day on which it may be accepted, as 30d", "有效期最后一天，如 30d"))]
    valid_until: Option<String>,
    #[arg(long, value_name = tr("DATE", "日期"), help = tr("When it was made; today unless given", "报价日期，默认今天"))]
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

impl Args {
    /// Appends the quote, or closes one.
    ///
    /// # Errors
    /// Unknown customer or quote, values that do not fit, or the card cannot be written.
    pub fn run(self, context: &mut Context<'_>) -> Result<Exit> {
        let book = context.take_book()?;
        let location = customer(&self.name, &book, context)?;
        let today = context.today;
        let dry_run = self.dry_run;
        let number = self.number.trim().to_owned();
        let remark = match self.outcome {
            Some(outcome) => tr!("{}: quote {number} {outcome}", "{}：报价 {number} {outcome}", location.path),
            None => tr!("{}: quote {number} noted", "{}：已登记报价 {number}", location.path),
        };
        change(context, &book, &location, dry_run, |file| {
            let card = file.card()?;
            match self.outcome {
                Some(outcome) => self.close(&card, outcome, today),
                None => self.make(&card, today),
            }
        })?;
        if !dry_run.dry_run {
            context.done(remark);
        }
        Ok(Exit::Done)
    }

    fn make(&self, card: &Card, today: Date) -> Result<Vec<Edit>> {
        if place(card, &self.number).is_some() {
            return Err(Error::refused(tr!("the customer has a quote {} already", "该客户已有报价 {}", self.number))
                .next(tr("give another number, or --outcome to say how it ended", "请换一个单号，或用 --outcome 登记结果")));
        }
        let items: Vec<String> = self.items.iter().map(|text| item(text, today)).collect::<Result<_>>()?;
        if items.is_empty() {
            return Err(Error::new(tr("a quote needs at least one --item", "报价至少要有一个 --item"))
                .next(tr("--item \"product;quantity;unit price\"", "--item \"品名;数量;单价\"")));
        }
        let Some(currency) = self.currency.as_deref() else {
            return Err(Error::new(tr("--currency is missing", "缺少 --currency")).next(tr("as --currency USD", "如 --currency USD")));
        };
        let mut draft = Draft::new(Quote::TYPE, today);
        draft.typed("number", Some(&self.number))?;
        draft.typed("date", Some(self.date.as_deref().unwrap_or("today")))?;
        draft.typed("currency", Some(currency))?;
        draft.typed("terms", self.terms.as_deref())?;
        draft.typed("valid_until", self.valid_until.as_deref())?;
        draft.typed("moq", self.moq.as_deref())?;
        draft.typed("lead_days", self.lead_days.as_deref())?;
        draft.typed("replaces", self.replaces.as_deref())?;
        draft.literal("outcome", quoted(QuoteOutcome::Open.key()));
        draft.literal("items", format!("[\n  {},\n]", items.join(",\n  ")));
        let mut edits = match &self.replaces {
            Some(old) => closing(card, old, QuoteOutcome::Superseded, Some(&self.number), draft.date("date").unwrap_or(today))?,
            None => Vec::new(),
        };
        edits.push(draft.push("quote"));
        Ok(edits)
    }

    fn close(&self, card: &Card, outcome: QuoteOutcome, today: Date) -> Result<Vec<Edit>> {
        let date = match self.date.as_deref() {
            Some(text) => crate::formats::typed::day(text, today).ok_or_else(|| Error::new(tr!("--date \"{text}\" is no day", "--date “{text}”不是日期")))?,
            None => today,
        };
        closing(card, &self.number, outcome, self.reason.as_deref(), date)
    }
}

/// The edits that give a quote its outcome.
fn closing(card: &Card, number: &str, outcome: QuoteOutcome, reason: Option<&str>, date: Date) -> Result<Vec<Edit>> {
    let Some(index) = place(card, number) else {
        let numbers: Vec<&str> = card.quote.iter().filter_map(|quote| quote.number.as_deref()).collect();
        return Err(Error::new(tr!("the customer has no quote {number}", "该客户没有报价 {number}")).next(if numbers.is_empty() {
            tr("the card holds no quote yet", "卡片中还没有报价").to_owned()
        } else {
            tr!("its quotes are {}", "已有报价：{}", numbers.join(tr(", ", "、")))
        }));
    };
    let set = |key: &str, value: String| Edit::Set { path: vec![Step::from("quote"), Step::from(index), Step::from(key)], value };
    let mut edits = vec![set("outcome", quoted(outcome.key()))];
    if outcome != QuoteOutcome::Open {
        edits.push(set("closed", date.to_string()));
    }
    if let Some(reason) = reason {
        edits.push(set("reason", quoted(reason)));
    }
    Ok(edits)
}

fn place(card: &Card, number: &str) -> Option<usize> {
    card.quote.iter().position(|quote| quote.number.as_deref().is_some_and(|known| known.trim().eq_ignore_ascii_case(number.trim())))
}

/// `product;quantity;unit price[;discount]` as an inline table.
fn item(text: &str, today: Date) -> Result<String> {
    let parts: Vec<&str> = text.split([';', '；']).map(str::trim).collect();
    let (product, quantity, price, discount) = match parts.as_slice() {
        [product, quantity, price] => (product, quantity, price, None),
        [product, quantity, price, discount] => (product, quantity, price, Some(*discount)),
        _ => {
            return Err(Error::new(tr!("--item \"{text}\" is not product;quantity;unit price", "--item “{text}”应为 品名;数量;单价"))
                .next(tr("as --item \"Hand pallet truck;40;185.00\"", "如 --item \"手动叉车;40;185.00\"")));
        }
    };
    let mut draft = Draft::new(Item::TYPE, today);
    draft.typed("product", Some(product))?;
    draft.typed("quantity", Some(quantity))?;
    draft.typed("unit_price", Some(price))?;
    draft.typed("discount", discount)?;
    Ok(inline_table(&draft.finish()))
}
