//! `report urgent`: the paper of an urgent report, for the superior's directive (第11条 2, 第14条).

mod goods;
mod measures;

use super::paper::{FORMATS, Paper};
use crate::cli::{Context, format_of};
use crate::commands::alert::chosen::{called, find, name};
use crate::commands::deal::fault::in_card;
use crate::commands::found::Who;
use crate::commands::resolve::given_or_asked;
use crate::error::{Exit, Result};
use crate::lang::{lang, tr};
use crate::model::card::Alert;
use crate::model::choice::AlertState;
use crate::model::money::full;
use crate::model::{Card, Country, Date, currency};
use crate::rules::alert::{directed, effect, state};
use crate::rules::credit::account;
use crate::rules::halt::stop;
use crate::rules::money::{Basis, Position, Problem, ledger, position};
use crate::store::{Book, Customer, Location};
use crate::tr;
use crate::views::Format;

/// What may be said to `report urgent`.
#[derive(clap::Args)]
pub struct Args {
    #[arg(value_name = tr("NAME", "客户"), help = tr("The customer: name, part of it, code, e-mail, phone or path", "名称或其一部分、编号、邮箱、电话、路径"))]
    name: Option<String>,
    #[arg(value_name = tr("ID", "编号"), help = tr("The report; not needed where only one is open", "报告编号；只有一份未结案时可省略"))]
    id: Option<String>,
    #[arg(long, value_name = tr("FORMAT", "格式"), value_parser = format_of(FORMATS), default_value = "text", help = tr("How to write it", "输出格式"))]
    format: Format,
}

impl Args {
    /// Prints the paper.
    ///
    /// # Errors
    /// Unknown customer or report, or the output cannot be written.
    pub fn run(self, context: &mut Context<'_>) -> Result<Exit> {
        let book = context.take_book()?;
        let location = given_or_asked(self.name.as_deref(), &book, context)?;
        let customer = Customer::new(book.read(&location)?)?;
        let day = context.today;
        let named = self.named(&customer.card, &location, context)?;
        let (_, alert, _) = find(&customer.card, &named, &location, day)?;
        paper(alert, &customer, &book, day).emit(self.format, context.shell)?;
        Ok(Exit::Done)
    }

    /// The report that is meant; where none is open, the only one there is.
    fn named(&self, card: &Card, location: &Location, context: &mut Context<'_>) -> Result<String> {
        let day = context.today;
        let known: Vec<&Alert> = card.alert.iter().filter(|alert| state(alert, day).is_some()).collect();
        match (known.as_slice(), &self.id) {
            ([only], None) => Ok(called(only)),
            _ => name(self.id.as_deref(), card, location, context),
        }
    }
}

fn paper(alert: &Alert, customer: &Customer, book: &Book, day: Date) -> Paper {
    let paper = Paper::new(tr("Urgent report", "紧急报告")).from(&book.settings.seller);
    let paper = head(paper, alert, customer, book, day);
    let text = |text: &Option<String>| text.clone().unwrap_or_default();
    let paper = paper
        .section(tr("1. What happened", "一、情况"))
        .fact(tr("Learnt on", "获悉日期"), alert.date.map(|date| date.to_string()).unwrap_or_default())
        .fact(tr("Facts", "情况"), text(&alert.summary))
        .fact(tr("Source", "信息来源"), text(&alert.source))
        .fact(tr("Amount", "涉及金额"), amount(alert))
        .fact(tr("Order", "订单号"), text(&alert.order));
    let paper = money(paper, &customer.card, book, day);
    let paper = stopped(paper, &customer.card, day);
    let paper = measures::section(paper, alert, &customer.card, day);
    measures::end(paper, alert, &customer.card, day).sign(&[
        tr("Reporter", "报告人"),
        tr("Superior", "批示人"),
        tr("Finance", "财务"),
    ])
}

fn head(paper: Paper, alert: &Alert, customer: &Customer, book: &Book, day: Date) -> Paper {
    let who = Who::new(customer, &book.settings, day);
    let country = who.country.as_deref().and_then(Country::find).map(|country| country.name(lang()).to_owned());
    let state = state(alert, day).unwrap_or(AlertState::Reported);
    let effect = effect(alert, day).map(|effect| tr!("; new orders: {effect}", "；新订单：{effect}"));
    paper
        .fact(tr("Number", "编号"), called(alert))
        .fact(tr("Customer", "客户"), who.called())
        .fact(tr("Country", "国家"), country.unwrap_or_default())
        .fact(tr("Owner", "负责人"), who.owner.clone().unwrap_or_default())
        .fact(tr("Grade in force", "核定等级"), who.grade.map(|grade| grade.to_string()).unwrap_or_default())
        .fact(tr("Kind", "类别"), alert.kind.map(|kind| kind.to_string()).unwrap_or_default())
        .fact(tr("Reporter", "报告人"), alert.by.clone().unwrap_or_default())
        .fact(tr("Reported to", "报告对象"), alert.reported_to.clone().unwrap_or_default())
        .fact(tr("State", "状态"), state.to_string() + &effect.unwrap_or_default())
        .fact(tr("As of", "截至日期"), day.to_string())
}

fn amount(alert: &Alert) -> String {
    let code = alert.currency.as_deref().and_then(currency::find).unwrap_or_default();
    alert.amount.map(|amount| full(&code, *amount)).unwrap_or_default()
}

/// Exposure, ageing and goods; where the money of the card cannot be told, why: the report goes out all the same.
fn money(paper: Paper, card: &Card, book: &Book, day: Date) -> Paper {
    let basis = Basis::new(&book.settings, &book.policy);
    let paper = paper.section(tr("2. What is at stake", "二、欠款与敞口"));
    let counted = ledger(card, &basis, day).and_then(|ledger| {
        let position = position(&ledger, &basis, day).map_err(Problem::whole)?;
        Ok((ledger, position))
    });
    match counted {
        Ok((ledger, position)) => {
            let paper = debts(paper, card, &position, &basis, day);
            goods::sections(paper, &ledger, day)
        }
        Err(problem) => {
            let why = in_card(&problem);
            paper.text(tr!("What is owed cannot be told: {why}", "欠款无法计算：{why}"))
        }
    }
}

fn debts(paper: Paper, card: &Card, position: &Position, basis: &Basis<'_>, day: Date) -> Paper {
    let base = basis.rates.base();
    let told = |amount| full(base, amount);
    let ageing = &position.ageing;
    let account = account(card, basis, day);
    let limit = account.counts().ok().and_then(|counts| counts.limit.as_ref());
    let headroom = limit.and_then(|_| account.headroom().ok());
    let paper = paper
        .fact(tr("Receivable", "应收账款"), told(position.receivable))
        .fact(tr("On credit, unshipped", "在手承诺"), told(position.commitment))
        .fact(tr("At risk", "押单"), told(position.at_risk))
        .fact(tr("Exposure", "信用敞口"), told(position.exposure))
        .fact(tr("Limit", "信用额度"), limit.map(|limit| full(&limit.currency, limit.amount)).unwrap_or_default())
        .fact(tr("Headroom", "可用额度"), headroom.map(told).unwrap_or_default())
        .fact(tr("Unapplied", "预收款"), told(position.unapplied));
    let heads = [
        tr("not due", "未到期"),
        tr("1-30 days", "逾期 1–30 天"),
        tr("31-60 days", "31–60 天"),
        tr("61-90 days", "61–90 天"),
        tr("over 90 days", "90 天以上"),
        tr("disputed", "有争议"),
    ];
    let buckets = [
        ageing.not_due,
        ageing.overdue_1_30,
        ageing.overdue_31_60,
        ageing.overdue_61_90,
        ageing.overdue_over_90,
        ageing.disputed,
    ];
    paper
        .table(heads.map(super::paper::right).to_vec(), vec![buckets.map(crate::views::amount).to_vec()])
        .note(tr!("{base}, converted at the rates of {day}", "金额单位 {base}，按 {day} 汇率折算"))
}

/// Whether supply is stopped.
fn stopped(paper: Paper, card: &Card, day: Date) -> Paper {
    let paper = paper.section(tr("4. Emergency stop", "四、紧急止损"));
    match stop(card, day) {
        None => paper.text(tr("Supply goes on.", "尚未暂停供货。")),
        Some(stop) => {
            let (state, since) = (stop.state, stop.since);
            let paper = paper
                .fact(tr("State", "状态"), tr!("{state} since {since}", "{state}（自 {since}）"))
                .fact(tr("Reason", "原因"), stop.reason.unwrap_or_default());
            match stop.notified {
                Some(told) => paper.fact(tr("Customer told on", "通知客户日期"), told.to_string()),
                None if stop.awaits_notice() => paper.fact(tr("Customer told on", "通知客户日期"), ""),
                None => paper,
            }
        }
    }
}

/// The directive, where it was given by a day: its words, by whom and when, and what it means for orders.
fn directive(alert: &Alert, day: Date) -> Option<String> {
    let date = directed(alert, day)?;
    let said = alert.directive.as_ref()?;
    let (text, by) = (said.text.as_deref().unwrap_or_default(), said.by.as_deref().unwrap_or_default());
    let effect = said.effect.map(|effect| tr!("\nNew orders: {effect}", "\n新订单：{effect}")).unwrap_or_default();
    Some(format!("{text}\n{by}  {date}{effect}"))
}
