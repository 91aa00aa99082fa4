//! `credit check`: may this order be taken? Asked before it is.

use rust_decimal::Decimal;

use super::look::look;
use super::order::{CheckRow, Checked, Terms, put, style};
use crate::cli::{Answer, Context, choice_of, format_of};
use crate::commands::acting;
use crate::commands::append::{Draft, wrong_value};
use crate::commands::counted;
use crate::commands::deal::sum::{Sign, decimals, sum};
use crate::commands::found::Who;
use crate::commands::resolve::given_or_asked;
use crate::error::{Exit, Result};
use crate::lang::{counted, tr};
use crate::model::card::PayTerms;
use crate::model::choice::{PaymentMethod, Verdict};
use crate::model::field::Record;
use crate::model::money::{full, percent};
use crate::model::{Date, Number};
use crate::rules::credit::{Account, Rule, Spoken};
use crate::rules::money::Basis;
use crate::store::Customer;
use crate::tr;
use crate::views::emit::json_row;
use crate::views::{Format, Style, Text};

const FORMATS: &[Format] = &[Format::Text, Format::Json];

/// What may be said to `credit check`.
#[derive(clap::Args)]
pub struct Args {
    #[arg(value_name = tr("NAME", "客户"), help = tr("The customer: name, part of it, code, e-mail, phone or path", "名称或其一部分、编号、邮箱、电话、路径"))]
    name: Option<String>,
    #[arg(long, value_name = tr("AMOUNT", "金额"), help = tr("What the order comes to, as \"USD 30000\"", "订单金额，如 \"USD 30000\""))]
    amount: Option<String>,
    #[arg(long, value_name = tr("METHOD", "方式"), value_parser = choice_of::<PaymentMethod>(), help = tr("How the balance is paid; the customer's terms in force unless given", "余款方式；不填则按客户现行账期"))]
    pay: Option<PaymentMethod>,
    #[arg(long, value_name = tr("SHARE", "比例"), help = tr("The deposit, a share of the order, as 30%", "定金占订单的比例，如 30%"))]
    deposit: Option<String>,
    #[arg(long, value_name = tr("DAYS", "天数"), help = tr("Days to payment; alone it means open account, 0 payment before shipment", "付款天数；单独给出即赊销，0 为发货前付清"))]
    term: Option<String>,
    #[arg(long, value_name = tr("FORMAT", "格式"), value_parser = format_of(FORMATS), default_value = "text", help = tr("How to write it", "输出格式"))]
    format: Format,
}

/// A share that was typed.
///
/// # Errors
/// It is none, or not between 0 and 1.
pub fn share(text: Option<&str>, today: Date) -> Result<Decimal> {
    let Some(text) = text else { return Ok(Decimal::ZERO) };
    Ok(read("deposit", text, today)?.map(|share| *share).unwrap_or_default())
}

/// A whole number of days that was typed.
///
/// # Errors
/// It is none.
pub fn days(text: Option<&str>, today: Date) -> Result<Option<u32>> {
    let Some(text) = text else { return Ok(None) };
    Ok(read("days", text, today)?.and_then(|days| u32::try_from(*days).ok()))
}

fn read(key: &str, text: &str, today: Date) -> Result<Option<Number>> {
    let mut draft = Draft::new(PayTerms::TYPE, today);
    draft.typed(key, Some(text))?;
    Ok(draft.number(key))
}

impl Args {
    /// Answers, and exits with 0 only where the order may be taken.
    ///
    /// # Errors
    /// Unknown customer, values that do not fit, or money that cannot be told.
    pub fn run(self, context: &mut Context<'_>) -> Result<Exit> {
        let book = context.take_book()?;
        let day = context.today;
        let location = given_or_asked(self.name.as_deref(), &book, context)?;
        let (share, days) = (share(self.deposit.as_deref(), day)?, days(self.term.as_deref(), day)?);
        let amount = match &self.amount {
            Some(amount) => amount.clone(),
            None => {
                let label = tr("Amount of the order, as USD 30000", "订单金额，如 USD 30000");
                let check = |text: &str| sum(text, Sign::Above, day).map(drop);
                Answer::new(context.shell).checked(label, "--amount", true, &check)?.unwrap_or_default()
            }
        };
        let amount = sum(&amount, Sign::Above, day)?;
        let Some(currency) = amount.currency else {
            return Err(wrong_value(tr("the amount lacks its currency", "金额没有币种").to_owned())
                .next(tr("write it as --amount \"USD 30000\"", "请写成 --amount \"USD 30000\"")));
        };
        decimals(amount.amount, &currency)?;
        let customer = Customer::new(book.read(&location)?)?;
        let basis = Basis::new(&book.settings, &book.policy);
        let account = look(&location, &customer.card, &book, &basis, day)?;
        let terms = Terms { amount: *amount.amount, currency, method: self.pay, share, days };
        let checked = put(&terms, &account, &location, &book, &basis, day)?;
        let wrong = |problem| counted::error(&location, &problem, &book);
        let row = checked.row(Who::new(&customer, basis.settings, day), &account, basis.rates.base()).map_err(wrong)?;
        match self.format {
            Format::Json => json_row(context.shell, &row)?,
            _ => context.shell.say(&page(&checked, &row, &account, customer.called()))?,
        }
        Ok(if checked.answer.verdict == Verdict::Allowed { Exit::Done } else { Exit::No })
    }
}

/// The answer in words: verdict, terms, every rule, and what would help.
fn page(checked: &Checked, row: &CheckRow, account: &Account, called: &str) -> Text {
    let base = row.currency.as_str();
    let verdict = checked.answer.verdict;
    let sum = full(&checked.terms.currency, checked.terms.amount);
    let mut text = Text::new()
        .and(style(verdict), verdict.to_string())
        .and(Style::Plain, "  ")
        .and(Style::Strong, called)
        .and(Style::Plain, format!("  {sum}  {}", terms(checked)))
        .line();
    text = text.then(checked.rules(account, base));
    let exposure = full(base, *row.exposure);
    let line = match row.limit {
        Some(limit) => {
            let (limit, headroom) = (full(base, *limit), full(base, *row.headroom));
            tr!(
                "limit {limit}, exposure {exposure}, headroom {headroom}",
                "额度 {limit}，敞口 {exposure}，可用额度 {headroom}"
            )
        }
        None => tr!("no limit, exposure {exposure}", "未给额度，敞口 {exposure}"),
    };
    text = text.and(Style::Plain, line).line();
    if verdict == Verdict::Approval {
        let roles = acting::words(&checked.answer.roles);
        text = text.and(Style::Plain, tr!("to be approved by: {roles}", "须报批：{roles}")).line();
    }
    // a deposit mends a limit, nothing else
    let over = |spoken: &Spoken| matches!(spoken.rule, Rule::OverLimit(_) | Rule::OverGroupLimit(_));
    let helps = Decimal::ZERO < checked.deposit && checked.deposit < checked.terms.amount;
    if helps && verdict == Verdict::Approval && checked.answer.rules.iter().any(over) {
        let deposit = full(&checked.terms.currency, checked.deposit);
        let line = tr!("with a deposit of {deposit} it would stay within the limit", "定金 {deposit} 即不超额度");
        text = text.and(Style::Plain, line).line();
    }
    text
}

/// The terms in words.
fn terms(checked: &Checked) -> String {
    let mut parts = vec![checked.method.to_string()];
    if checked.days > 0 {
        let (days, term) = (checked.days, counted(checked.days, "day", "days"));
        parts.push(tr!("{term}", "{days} 天"));
    }
    if !checked.terms.share.is_zero() {
        let share = percent(checked.terms.share);
        parts.push(tr!("deposit {share}", "定金 {share}"));
    }
    parts.join(tr(", ", "，"))
}
