//! `quote`: a quotation is noted, or how one ended.

use super::append::{Draft, DryRun, change, wrong_value};
use super::credit::look;
use super::credit::terms::allowed;
use super::deal::ask::{self, Lesser};
use super::deal::item::item;
use super::deal::listed::Listed;
use super::deal::pay_terms;
use super::deal::quotes::{called, closing, place, same};
use super::deal::sum::{Sign, said};
use super::resolve::given_or_asked;
use crate::cli::{Answer, Context, choice_of};
use crate::error::{Error, Exit, Result};
use crate::formats::toml::{Edit, list_of_tables, quoted};
use crate::lang::tr;
use crate::model::card::Quote;
use crate::model::choice::{PaymentMethod, QuoteOutcome};
use crate::model::field::Record;
use crate::model::{Card, Choose, Date};
use crate::rules::money::Basis;
use crate::store::{Book, Location};
use crate::tr;

/// What may be said to `quote`.
#[derive(clap::Args)]
pub struct Args {
    #[arg(value_name = tr("NAME", "客户"), help = tr("The customer: name, part of it, code, e-mail, phone or path", "名称或其一部分、编号、邮箱、电话、路径"))]
    name: Option<String>,
    #[arg(value_name = tr("NUMBER", "报价单号"), help = tr("The number of the quote", "报价单的编号"))]
    number: Option<String>,
    #[arg(short, long = "item", value_name = tr("ITEM", "明细"), help = tr("A line: product;quantity [unit][;unit price[;discount]], as \"Hand pallet truck;40 pcs;185.00;5%\"; a price left out is that of products.toml", "一行明细：品名;数量[单位][;单价[;折扣]]，如 \"手动叉车;40台;185.00;5%\"；单价不写则取产品目录"))]
    items: Vec<String>,
    #[arg(long, value_name = tr("CODE", "币种"), help = tr("The currency, as USD", "币种，如 USD"))]
    currency: Option<String>,
    #[arg(long, value_name = tr("TERMS", "术语"), help = tr("Incoterm and place, as \"FOB Ningbo\"", "贸易术语和地点，如 \"FOB Ningbo\""))]
    terms: Option<String>,
    #[arg(long, value_name = tr("DATE", "日期"), help = tr("The last day on which it may be accepted, as 30d", "有效期最后一天，如 30d"))]
    valid_until: Option<String>,
    #[arg(long, value_name = tr("DATE", "日期"), allow_hyphen_values = true, help = tr("When it was made, or ended; today unless given", "报价日期或了结日期，默认今天"))]
    date: Option<String>,
    #[arg(long, value_name = tr("SHARE", "比例"), help = tr("The deposit, a share of the order, as 30%", "定金占订单的比例，如 30%"))]
    deposit: Option<String>,
    #[arg(long, value_name = tr("METHOD", "方式"), value_parser = choice_of::<PaymentMethod>(), help = tr("How the balance is to be paid", "余款方式"))]
    pay: Option<PaymentMethod>,
    #[arg(long, value_name = tr("DAYS", "天数"), help = tr("Days from B/L date to payment", "自提单日起的付款天数"))]
    days: Option<String>,
    #[arg(long, value_name = tr("NUMBER", "询盘编号"), help = tr("What the customer calls the inquiry that it answers", "所答复询盘的编号"))]
    inquiry: Option<String>,
    #[arg(long, value_name = tr("QUANTITY", "数量"), help = tr("Minimum order quantity", "起订量"))]
    moq: Option<String>,
    #[arg(long, value_name = tr("DAYS", "天数"), help = tr("Lead time in days", "交期（天）"))]
    lead_days: Option<String>,
    #[arg(long, value_name = tr("NUMBER", "报价单号"), help = tr("The quote that this one replaces", "被替代的报价单号"))]
    replaces: Option<String>,
    #[arg(long, value_name = tr("OUTCOME", "结果"), value_parser = choice_of::<QuoteOutcome>(), conflicts_with_all = ["items", "currency", "terms", "valid_until", "deposit", "pay", "days", "inquiry", "moq", "lead_days", "replaces"],
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
        let number = ask::number(
            &mut Answer::new(context.shell),
            self.number.as_deref(),
            tr("Number of the quote", "报价单号"),
            tr("NUMBER", "报价单号"),
        )?;
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
                let list = Listed::of(&book, self.currency()?.as_deref(), &self.items)?;
                let (wanted, list) = self.wanted(list, today, context)?;
                let quote = self.draft(&number, &wanted, None, today)?.read::<Quote>()?;
                list.below_minimum(&quote.items).iter().for_each(|small| context.done(small));
                change(context, &book, &location, dry_run, |file| self.make(&number, &wanted, &file.card()?, today))?;
                tr!("{}: quote {number} noted", "{}：已登记报价 {number}", location.path)
            }
        };
        if !dry_run.dry_run {
            context.done(remark);
            if self.outcome.is_none() {
                self.offer(&location, &book, context)?;
            }
        }
        Ok(Exit::Done)
    }

    /// Tells what terms the customer may be offered, while there is something to negotiate (第6条).
    fn offer(&self, location: &Location, book: &Book, context: &mut Context<'_>) -> Result<()> {
        let basis = Basis::new(&book.settings, &book.policy);
        let card = book.read(location)?.card()?;
        // what cannot be counted is told by those who count; the quote is noted
        if let Ok(account) = look(location, &card, book, &basis, context.today) {
            let offer = allowed(&account, &book.policy, basis.rates.base());
            context.done(tr!("may be offered: {offer}", "可给条件：{offer}"));
        }
        Ok(())
    }

    fn date(&self, today: Date) -> Result<Date> {
        let mut draft = Draft::new(Quote::TYPE, today);
        draft.typed("date", self.date.as_deref())?;
        Ok(draft.date("date").unwrap_or(today))
    }

    /// The lines and the currency; on a terminal asked for, with the terms, where they were not given.
    fn wanted(&self, list: Listed, today: Date, context: &mut Context<'_>) -> Result<(Wanted, Listed)> {
        let line = |text: &String| item(text, Sign::Above, &list, today);
        let given: Vec<String> = self.items.iter().map(line).collect::<Result<_>>()?;
        let asking = (given.is_empty() || list.currency().is_none()) && context.shell.can_ask();
        let mut answer = Answer::new(context.shell);
        let list = if given.is_empty() && list.wants_currency() {
            let currency = ask::currency(&mut answer, Quote::TYPE, today)?;
            list.in_currency(said(Some(&currency), None)?)
        } else {
            list
        };
        let items = if given.is_empty() { ask::items(&mut answer, Sign::Above, &list, today)? } else { given };
        let currency = match self.currency.as_deref().or(list.currency()) {
            Some(currency) => currency.to_owned(),
            None => ask::currency(&mut answer, Quote::TYPE, today)?,
        };
        let mut lesser = Lesser { answer: &mut answer, asking, record: Quote::TYPE, today };
        let terms = tr("Incoterm and place, as FOB Ningbo", "贸易术语和地点，如 FOB Ningbo");
        let terms = lesser.ask(terms, "--terms", "terms", self.terms.as_deref())?;
        let until = tr("Valid until, as 30d or 2026-12-31", "有效期至，如 30d、2026-12-31");
        let valid_until = lesser.ask(until, "--valid-until", "valid_until", self.valid_until.as_deref())?;
        Ok((Wanted { items, currency, terms, valid_until }, list))
    }

    /// The currency that is given, as a code.
    fn currency(&self) -> Result<Option<String>> {
        said(self.currency.as_deref(), None)
    }

    /// The quote by itself.
    fn draft(&self, number: &str, wanted: &Wanted, replaced: Option<&str>, today: Date) -> Result<Draft> {
        let mut draft = Draft::new(Quote::TYPE, today);
        draft.typed("number", Some(number))?;
        draft.typed("date", Some(self.date.as_deref().unwrap_or("today")))?;
        draft.typed("currency", Some(&wanted.currency))?;
        draft.typed("terms", wanted.terms.as_deref())?;
        draft.typed("valid_until", wanted.valid_until.as_deref())?;
        draft.typed("inquiry", self.inquiry.as_deref())?;
        draft.typed("moq", self.moq.as_deref())?;
        draft.typed("lead_days", self.lead_days.as_deref())?;
        draft.typed("replaces", replaced)?;
        draft.literal("outcome", quoted(QuoteOutcome::Open.key()));
        draft.literal("items", list_of_tables(&wanted.items));
        let balance = self.pay.map(|method| method.key().to_owned());
        let pay = pay_terms::Typed { deposit: self.deposit.clone(), balance, days: self.days.clone() };
        if let Some(pay) = pay.table(today)? {
            draft.literal("pay", pay);
        }
        Ok(draft)
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
        let draft = self.draft(number, wanted, replaced.map(|index| called(card, index)), today)?;
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
