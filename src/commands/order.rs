//! `order`: an order is noted, by its lines or from the quote that won it; or a credit note that takes one back.

pub mod credit;
mod told;
mod wanted;

use super::append::{Draft, DryRun, wrong_value};
use super::deal::quotes::{self, closing};
use super::deal::write::{Doubts, write};
use super::deal::{ask, fault, orders};
use super::resolve::given_or_asked;
use crate::cli::{Answer, Context, choice_of};
use crate::error::{Error, Exit, Result};
use crate::formats::toml::{Edit, inline_table, list_of_tables, quoted};
use crate::formats::typed::decimal;
use crate::lang::tr;
use crate::model::card::{Order, PayTerms, Quote};
use crate::model::choice::{OrderStatus, PaymentMethod, QuoteOutcome};
use crate::model::field::Record;
use crate::model::name::{paper_key, shell_word};
use crate::model::{Card, Choose, Date, Number};
use crate::rules::money::{amount, is_cancelled};
use crate::store::Location;
use crate::tr;
use wanted::Wanted;

/// What may be said to `order`.
#[derive(clap::Args)]
pub struct Args {
    #[arg(value_name = tr("NAME", "客户"), help = tr("The customer: name, part of it, code, e-mail, phone or path", "名称或其一部分、编号、邮箱、电话、路径"))]
    name: Option<String>,
    #[arg(value_name = tr("NUMBER", "订单号"), help = tr("The number of the order, as PI-2026-011", "订单编号，如 PI-2026-011"))]
    number: Option<String>,
    #[arg(short, long = "item", value_name = tr("ITEM", "明细"), conflicts_with = "amount", help = tr("A line: product;quantity [unit];unit price[;discount], as \"Hand pallet truck;40 pcs;185.00;5%\"", "一行明细：品名;数量[单位];单价[;折扣]，如 \"手动叉车;40台;185.00;5%\""))]
    items: Vec<String>,
    #[arg(long, value_name = tr("AMOUNT", "金额"), allow_negative_numbers = true, help = tr("The total, where the lines are not known", "只知总额时填写"))]
    amount: Option<String>,
    #[arg(long, value_name = tr("CODE", "币种"), help = tr("The currency, as USD", "币种，如 USD"))]
    currency: Option<String>,
    #[arg(long, value_name = tr("NUMBER", "报价单号"), help = tr("The quote it came from: gives lines, currency and terms, and is won by it", "来自哪张报价：沿用其明细、币种和贸易术语，并记为成交"))]
    quote: Option<String>,
    #[arg(long, value_name = tr("TERMS", "术语"), help = tr("Incoterm and place, as \"FOB Ningbo\"", "贸易术语和地点，如 \"FOB Ningbo\""))]
    terms: Option<String>,
    #[arg(long, value_name = tr("DATE", "日期"), allow_hyphen_values = true, help = tr("When it was placed; today unless given", "订购日期，默认今天"))]
    date: Option<String>,
    #[arg(long, value_name = tr("SHARE", "比例"), help = tr("The deposit, a share of the order, as 30%", "定金占订单的比例，如 30%"))]
    deposit: Option<String>,
    #[arg(long, value_name = tr("METHOD", "方式"), value_parser = choice_of::<PaymentMethod>(), help = tr("How the balance is paid; the customer's terms in force unless given", "余款方式；不填则按客户现行账期"))]
    pay: Option<PaymentMethod>,
    #[arg(long, value_name = tr("DAYS", "天数"), help = tr("Days from B/L date to payment", "自提单日起的付款天数"))]
    days: Option<String>,
    #[arg(long, value_name = tr("DATE", "日期"), help = tr("When the customer wants the goods", "要求交期"))]
    required: Option<String>,
    #[arg(long, value_name = tr("DATE", "日期"), help = tr("The day payment is due, whenever it is shipped", "应收日期（不随出运日变动）"))]
    due: Option<String>,
    #[arg(long, value_name = tr("NUMBER", "订单号"), conflicts_with_all = ["quote", "terms", "deposit", "pay", "days", "required", "due"], help = tr("A credit note for this order; its lines may be negative", "登记该订单的贷项，明细可为负数"))]
    credits: Option<String>,
    #[arg(long, value_name = tr("STATUS", "状态"), value_parser = choice_of::<OrderStatus>(), help = tr("How far it has come; confirmed unless given", "状态，默认已确认"))]
    status: Option<OrderStatus>,
    #[arg(long, value_name = tr("PERSON", "姓名"), help = tr("Who of us; --as unless given", "经办人，默认 --as"))]
    by: Option<String>,
    #[arg(long, value_name = tr("TEXT", "内容"), help = tr("A note", "备注"))]
    note: Option<String>,
    #[arg(long, conflicts_with = "credits", help = tr("Ask for approval where the credit check wants it (第7条), instead of noting the order", "信用审核要求报批时提交申请（第7条），暂不登记订单"))]
    request: bool,
    #[command(flatten)]
    dry_run: DryRun,
}

impl Args {
    /// Appends the order; the quote that it came from is won.
    ///
    /// # Errors
    /// Unknown customer or quote, a number that the customer has already, values that do not fit, a doubt that nobody
    /// allays, or the card cannot be written.
    pub fn run(self, context: &mut Context<'_>) -> Result<Exit> {
        let book = context.take_book()?;
        let location = given_or_asked(self.name.as_deref(), &book, context)?;
        let number = ask::number(
            &mut Answer::new(context.shell),
            self.number.as_deref(),
            tr("Number of the order", "订单号"),
            tr("NUMBER", "订单号"),
        )?;
        let card = book.read(&location)?.card()?;
        // told before anything else is asked; under the lock it is looked at again
        free(&card, &number, &location)?;
        let wanted = self.wanted(&card, &book, context)?;
        let today = context.today;
        let order: Order = self.draft(&number, &wanted, today)?.read()?;
        if let Some(looked) = self.look(&order, &card, &book, &location, today)?
            && self.request
            && looked.wants_approval()
            && looked.allow(&number, &card, &book, &location, &mut Doubts::default()).is_err()
        {
            return looked.file(&self, &number, &book, &location, context);
        }
        let plan = |card: &Card, doubts: &mut Doubts| {
            free(card, &number, &location)?;
            let edits = self.edits(&number, &wanted, card, today, doubts)?;
            // under the lock once more: meanwhile somebody may have taken what was free of the limit
            match self.look(&order, card, &book, &location, today)? {
                Some(looked) => looked.allow(&number, card, &book, &location, doubts).map(|()| edits),
                None => Ok(edits),
            }
        };
        let written = write(context, &book, &location, self.dry_run, &|_, card, doubts| plan(card, doubts))?;
        if !self.dry_run.dry_run {
            context.done(told::remark(&book, &location.path, &written, &number, today));
        }
        Ok(Exit::Done)
    }

    fn edits(&self, number: &str, wanted: &Wanted, card: &Card, today: Date, doubts: &mut Doubts) -> Result<Vec<Edit>> {
        let mut draft = self.draft(number, wanted, today)?;
        let date = draft.date("date").unwrap_or(today);
        for key in ["required", "due"] {
            in_time(&draft, key, date)?;
        }
        if let Some(credited) = &self.credits {
            draft.literal("credits", quoted(credited_by(card, credited, date)?));
        }
        let mut edits = match &self.quote {
            Some(quote) => {
                let index = quotes::place(card, quote)?;
                draft.literal("quote", quoted(quotes::called(card, index)));
                won(card, index, date, doubts)?
            }
            None => Vec::new(),
        };
        amount(&draft.read()?).map_err(|fault| fault::refused(&fault))?;
        edits.push(draft.push("order"));
        Ok(edits)
    }

    /// The order by itself.
    fn draft(&self, number: &str, wanted: &Wanted, today: Date) -> Result<Draft> {
        let mut draft = Draft::new(Order::TYPE, today);
        draft.typed("number", Some(number))?;
        draft.typed("date", Some(self.date.as_deref().unwrap_or("today")))?;
        draft.typed("currency", Some(&wanted.currency))?;
        draft.typed("terms", wanted.terms.as_deref())?;
        draft.typed("by", wanted.by.as_deref())?;
        draft.typed("required", self.required.as_deref())?;
        draft.typed("due", self.due.as_deref())?;
        draft.typed("note", self.note.as_deref())?;
        draft.literal("status", quoted(self.status.unwrap_or(OrderStatus::Confirmed).key()));
        match wanted.amount {
            Some(amount) => draft.literal("amount", decimal(amount)),
            None => draft.literal("items", list_of_tables(&wanted.items)),
        }
        if let Some(pay) = pay_terms(wanted, today)? {
            draft.literal("pay", pay);
        }
        Ok(draft)
    }
}

/// Refuses a number that the customer has already.
fn free(card: &Card, number: &str, location: &Location) -> Result<()> {
    match orders::same(card, number) {
        None => Ok(()),
        Some((_, order)) => {
            let (called, path) = (orders::called(order), shell_word(&location.path));
            Err(Error::refused(tr!("the customer has an order {called} already", "该客户已有订单 {called}")).next(tr!(
                "give another number; to change that order: kehu set {path} order.{called}.…",
                "请换一个单号；要修改该订单：kehu set {path} order.{called}.…"
            )))
        }
    }
}

/// Refuses a day to come that lies before the order's.
fn in_time(draft: &Draft, key: &str, date: Date) -> Result<()> {
    match draft.date(key).filter(|day| *day < date) {
        None => Ok(()),
        Some(day) => {
            let label = Order::TYPE.field(key).map_or(key, |field| field.label.text());
            Err(wrong_value(tr!(
                "{label} {day} lies before the order's date {date}",
                "{label} {day} 早于订购日期 {date}"
            )))
        }
    }
}

/// The payment terms as an inline table; none where nothing was said of them.
fn pay_terms(wanted: &Wanted, today: Date) -> Result<Option<String>> {
    let mut draft = Draft::new(PayTerms::TYPE, today);
    draft.typed("deposit", wanted.deposit.as_deref())?;
    if let Some(deposit) = draft.number("deposit") {
        // 30 % is a share of hundredths, whichever way it was typed
        let mut share = *deposit;
        share.rescale(share.scale().max(if share.is_integer() { 0 } else { 2 }));
        draft = Draft::new(PayTerms::TYPE, today);
        draft.literal("deposit", decimal(Number::from(share)));
    }
    draft.typed("balance", wanted.balance.as_deref())?;
    draft.typed("days", wanted.days.as_deref())?;
    let fields = draft.finish();
    Ok(if fields.is_empty() { None } else { Some(inline_table(&fields)) })
}

/// The order that a credit note takes back, as the card calls it.
fn credited_by<'c>(card: &'c Card, number: &str, date: Date) -> Result<&'c str> {
    let (_, order) = orders::find(card, number)?;
    let called = orders::called(order);
    match order.date.filter(|placed| *placed > date) {
        None => Ok(called),
        Some(placed) => Err(wrong_value(tr!(
            "{called} was placed on {placed}; it cannot be credited on {date}",
            "{called} 的订购日期为 {placed}，不可能在 {date} 冲减"
        ))),
    }
}

/// The edits that let an order win its quote. One that cannot be accepted any more is doubted.
fn won(card: &Card, index: usize, date: Date, doubts: &mut Doubts) -> Result<Vec<Edit>> {
    let Some(quote) = card.quote.get(index) else { return Ok(Vec::new()) };
    quotes::after(quote, date)?;
    let called = quotes::called(card, index);
    let key = paper_key(called);
    let winner = card.order.iter().find(|order| {
        order.quote.as_deref().is_some_and(|quote| paper_key(quote) == key) && !is_cancelled(order, date)
    });
    if let Some(winner) = winner {
        let winner = orders::called(winner);
        doubts.raise(tr!("order {winner} won quote {called} already", "报价 {called} 已由订单 {winner} 成交"));
    }
    match quote.outcome {
        Some(outcome @ (QuoteOutcome::Lost | QuoteOutcome::Expired | QuoteOutcome::Superseded)) => {
            doubts.raise(tr!("quote {called} is {outcome}", "报价 {called} {outcome}"));
        }
        // it keeps the day on which it was won
        Some(QuoteOutcome::Won) if quote.closed.is_some() => return Ok(Vec::new()),
        Some(QuoteOutcome::Won) => {}
        _ => past_validity(quote, called, date, doubts),
    }
    closing(card, index, QuoteOutcome::Won, None, date)
}

fn past_validity(quote: &Quote, called: &str, date: Date, doubts: &mut Doubts) {
    if let Some(until) = quote.valid_until.filter(|until| *until < date) {
        doubts.raise(tr!("quote {called} was valid until {until}", "报价 {called} 有效期至 {until}，已过期"));
    }
}
