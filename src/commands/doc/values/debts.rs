//! What the customer owes and what of its credit is taken, as `receivables` and `credit show` count it.

use std::collections::{BTreeMap, BTreeSet};

use rust_decimal::Decimal;

use super::lines::of_lines;
use super::subject::{Subject, shipments};
use super::{Row, Sheet, nth, of_record, put};
use crate::commands::counted;
use crate::commands::credit::look;
use crate::commands::grade::mean;
use crate::commands::holder::{goods, holder};
use crate::error::Result;
use crate::formats::template::Value;
use crate::lang::{Lang, Words};
use crate::model::card::{Order, Payment, Shipment};
use crate::model::field::Record;
use crate::model::money::full;
use crate::model::{Date, currency};
use crate::rules::conduct::{Conduct, conduct};
use crate::rules::contact::last_collection;
use crate::rules::credit::Account;
use crate::rules::money::exact::sub;
use crate::rules::money::sales::{sales, total};
use crate::rules::money::{
    Counted, Deal, Ledger, Part, Position, Problem, amount, is_cancelled, ledger, positions_by_currency,
};

/// What is owed, and the lists of orders, payments and shipments.
///
/// # Errors
/// Money of the card that cannot be told.
pub fn debts(sheet: &mut Sheet, subject: &Subject<'_>) -> Result<()> {
    let mut gather = || -> Counted<()> {
        let card = &subject.customer.card;
        let ledger = ledger(card, subject.basis, subject.day)?;
        let open = open(&ledger, subject.day);
        let positions = positions_by_currency(&ledger, subject.basis, subject.day).map_err(Problem::whole)?;
        let ahead = ledger.ahead().map_err(Problem::whole)?;
        sheet.put("debt", debt(&positions, &ahead, &open, subject));
        sheet.list("advances", advances(&ahead, &ledger.unapplied));
        sheet.list("ageing", positions.iter().filter_map(ageing).collect());
        sheet.list("open", open.iter().map(|one| one.row(subject.day)).collect());
        sheet.list("undelivered", ledger.deals.iter().filter_map(undelivered).collect());
        sheet.list("orders", orders(&ledger, subject));
        sheet.list("payments", payments(subject));
        sheet.list("shipments", shipped(&ledger, subject));
        Ok(())
    };
    gather().map_err(|problem| counted::error(&subject.customer.location, &problem, subject.book))
}

/// Amounts by currency.
type Sums = BTreeMap<String, Decimal>;

/// A shipment that is not paid.
struct Open<'l> {
    deal: &'l Deal<'l>,
    part: &'l Part,
    balance: Decimal,
    /// Days past due; nothing where nobody runs after it.
    late: i64,
}

fn open<'l>(ledger: &'l Ledger<'l>, day: Date) -> Vec<Open<'l>> {
    let mut all: Vec<Open<'l>> = Vec::new();
    for deal in &ledger.deals {
        for part in &deal.parts {
            let Some(balance) = part.open().ok().filter(|open| *open > Decimal::ZERO) else { continue };
            let counts = !deal.disputed() && !deal.remainder;
            let late = if counts { day.days_since(part.due).max(0) } else { 0 };
            all.push(Open { deal, part, balance, late });
        }
    }
    all.sort_by_key(|one| (one.part.due, one.part.date, one.deal.order.at));
    all
}

impl Open<'_> {
    fn row(&self, day: Date) -> Row {
        let money = |amount| Value::Money(amount, self.deal.currency.clone());
        let values = [
            ("order", Value::text(Some(self.deal.number()))),
            ("invoice", Value::text(self.part.invoice.as_deref())),
            ("bl", Value::text(self.part.bl.as_deref())),
            ("shipped", Value::Date(self.part.date)),
            ("due", Value::Date(self.part.due)),
            ("currency", Value::Text(self.deal.currency.clone())),
            ("amount", money(self.part.amount)),
            ("settled", money(self.part.settled)),
            ("balance", money(self.balance)),
            ("days", if self.late > 0 { Value::count(self.late) } else { Value::Empty }),
            ("bucket", self.bucket(day)),
            ("holder", Value::words(holder(self.deal))),
            ("goods", Value::words(goods(self.deal))),
        ];
        values.into_iter().map(|(key, value)| (key.to_owned(), value)).collect()
    }

    fn bucket(&self, day: Date) -> Value {
        let words = match self.late {
            _ if self.deal.disputed() => Words::new("disputed", "有争议"),
            0 if self.part.due < day => Words::new("remainder", "尾差"),
            ..=0 => Words::new("not due", "未到期"),
            1..=30 => Words::new("1-30 days", "1–30 天"),
            31..=60 => Words::new("31-60 days", "31–60 天"),
            61..=90 => Words::new("61-90 days", "61–90 天"),
            _ => Words::new("over 90 days", "90 天以上"),
        };
        Value::words(words)
    }
}

/// The amounts that a statement tells.
type Amounts = [(&'static str, fn(&Position) -> Option<Decimal>); 9];

const AMOUNTS: Amounts = [
    ("total", |position| Some(position.receivable)),
    ("not_due", |position| Some(position.ageing.not_due)),
    ("overdue", |position| position.ageing.overdue().ok()),
    ("overdue_1_30", |position| Some(position.ageing.overdue_1_30)),
    ("overdue_31_60", |position| Some(position.ageing.overdue_31_60)),
    ("overdue_61_90", |position| Some(position.ageing.overdue_61_90)),
    ("overdue_over_90", |position| Some(position.ageing.overdue_over_90)),
    ("disputed", |position| Some(position.ageing.disputed)),
    ("unapplied", |position| Some(position.unapplied)),
];

/// What is owed in a currency, where anything is.
fn ageing((code, position): (&String, &Position)) -> Option<Row> {
    let money = |amount: Option<Decimal>| amount.map_or(Value::Empty, |amount| Value::Money(amount, code.clone()));
    let mut row: Row = AMOUNTS.iter().map(|(key, of)| ((*key).to_owned(), money(of(position)))).collect();
    let any = row.values().any(Value::holds);
    row.insert("currency".to_owned(), Value::Text(code.clone()));
    any.then_some(row)
}

/// What came in before goods left, by currency: on orders, and on none.
fn advances(ahead: &Sums, unapplied: &Sums) -> Vec<Row> {
    let of = |sums: &Sums, code: &str| sums.get(code).copied().unwrap_or_default();
    let row = |code: &String| {
        let (ahead, unapplied) = (of(ahead, code), of(unapplied, code));
        let money = |amount| Value::Money(amount, code.clone());
        let any = ahead > Decimal::ZERO || unapplied > Decimal::ZERO;
        let values =
            [("currency", Value::Text(code.clone())), ("ahead", money(ahead)), ("unapplied", money(unapplied))];
        any.then(|| values.into_iter().map(|(key, value)| (key.to_owned(), value)).collect())
    };
    let codes: BTreeSet<&String> = ahead.keys().chain(unapplied.keys()).collect();
    codes.into_iter().filter_map(row).collect()
}

fn debt(positions: &BTreeMap<String, Position>, ahead: &Sums, open: &[Open<'_>], subject: &Subject<'_>) -> Row {
    let owed: BTreeMap<&String, &Position> =
        positions.iter().filter(|(_, position)| !position.receivable.is_zero()).collect();
    let mut row = Row::new();
    let code = match owed.keys().collect::<Vec<_>>().as_slice() {
        [only] => (**only).clone(),
        [] => {
            let first = positions.keys().next().or_else(|| ahead.keys().next());
            first.cloned().unwrap_or_else(|| subject.basis.rates.base().to_owned())
        }
        _ => String::new(),
    };
    for (key, of) in AMOUNTS {
        let value = if code.is_empty() { each(positions, of) } else { one(positions, &code, of) };
        row.insert(key.to_owned(), value);
    }
    let early = match code.is_empty() {
        true => Value::Several(ahead.iter().map(|(code, sum)| Value::Text(full(code, *sum))).collect()),
        false => Value::Money(ahead.get(&code).copied().unwrap_or_default(), code.clone()),
    };
    let late = open.iter().map(|one| one.late).max().unwrap_or(0);
    let policy = subject.basis.policy;
    let (second, last) = (policy.dunning_second_days, policy.dunning_final_days);
    let values = [
        ("currency", Value::text(Some(&code))),
        ("ahead", early),
        ("days", if late > 0 { Value::count(late) } else { Value::Empty }),
        ("first", Value::Flag(late > 0 && late < second.min(last))),
        ("second", Value::Flag(late >= second && late < last)),
        ("final", Value::Flag(late > 0 && late >= last)),
        ("dunned", Value::date(last_collection(&subject.customer.card, subject.day))),
    ];
    row.extend(values.map(|(key, value)| (key.to_owned(), value)));
    row
}

fn one(positions: &BTreeMap<String, Position>, code: &str, of: fn(&Position) -> Option<Decimal>) -> Value {
    let amount = positions.get(code).map_or(Some(Decimal::ZERO), of);
    amount.map_or(Value::Empty, |amount| Value::Money(amount, code.to_owned()))
}

/// What there is of each currency, side by side: nothing is added up that cannot be.
fn each(positions: &BTreeMap<String, Position>, of: fn(&Position) -> Option<Decimal>) -> Value {
    let amounts =
        positions.iter().filter_map(|(code, position)| Some((code, of(position).filter(|sum| !sum.is_zero())?)));
    Value::Several(amounts.map(|(code, amount)| Value::Text(full(code, amount))).collect())
}

/// An order of which something is still to leave.
fn undelivered(deal: &Deal<'_>) -> Option<Row> {
    let rest = deal.unshipped().ok().filter(|rest| *rest > Decimal::ZERO)?;
    let money = |amount| Value::Money(amount, deal.currency.clone());
    let values = [
        ("number", Value::text(Some(deal.number()))),
        ("date", Value::Date(deal.date)),
        ("currency", Value::Text(deal.currency.clone())),
        ("amount", money(deal.amount)),
        ("balance", money(rest)),
        ("settled", deal.ahead().map_or(Value::Empty, money)),
        ("status", Value::choice(deal.order.status.or(Some(crate::model::choice::OrderStatus::Confirmed)))),
        ("required", Value::date(deal.order.required)),
    ];
    Some(values.into_iter().map(|(key, value)| (key.to_owned(), value)).collect())
}

fn orders(ledger: &Ledger<'_>, subject: &Subject<'_>) -> Vec<Row> {
    let card = &subject.customer.card;
    let known = |order: &Order| !is_cancelled(order, subject.day) && order.date.is_none_or(|date| date <= subject.day);
    let mut all: Vec<(usize, &Order)> = card.order.iter().enumerate().filter(|(_, order)| known(order)).collect();
    all.sort_by_key(|(_, order)| (order.date, order.at));
    let row = |(at, order): (usize, &Order)| {
        let json = nth(&subject.json, "order", at);
        let mut row = json.map(|json| of_record(json, Order::TYPE, "")).unwrap_or_default();
        let (sum, code) = amount(order).ok()?;
        let money = |amount| Value::Money(amount, code.clone());
        row.insert("amount".to_owned(), money(sum));
        row.extend(of_lines(order, &code).map(|(key, value)| (key.to_owned(), value)));
        if let Some(deal) = ledger.deals.iter().find(|deal| deal.order.at == order.at) {
            let unpaid = deal.parts.iter().find(|part| part.open().is_ok_and(|open| open > Decimal::ZERO));
            put(&mut row, "due", Value::date(unpaid.map(|part| part.due)));
            row.insert("settled".to_owned(), money(deal.settled));
            row.insert("balance".to_owned(), sub(deal.claim, deal.settled).map_or(Value::Empty, money));
        }
        Some(row)
    };
    all.into_iter().filter_map(row).collect()
}

fn payments(subject: &Subject<'_>) -> Vec<Row> {
    let card = &subject.customer.card;
    let known = |payment: &Payment| payment.date.is_none_or(|date| date <= subject.day);
    let mut all: Vec<(usize, &Payment)> = card.payment.iter().enumerate().filter(|(_, one)| known(one)).collect();
    all.sort_by_key(|(_, payment)| (payment.date, payment.at));
    let row = |(at, _)| nth(&subject.json, "payment", at).map(|json| of_record(json, Payment::TYPE, ""));
    all.into_iter().filter_map(row).collect()
}

fn shipped(ledger: &Ledger<'_>, subject: &Subject<'_>) -> Vec<Row> {
    let mut all: Vec<(Option<Date>, Row)> = Vec::new();
    for (at, order) in subject.customer.card.order.iter().enumerate() {
        let code = order.currency.as_deref().and_then(currency::find).unwrap_or_default();
        for (place, one) in shipments(order).into_iter().enumerate() {
            if is_cancelled(order, subject.day) || one.date.is_some_and(|date| date > subject.day) {
                continue;
            }
            let json = nth(&subject.json, "order", at).and_then(|order| nth(order, "shipments", place));
            let mut row = json.map(|json| of_record(json, Shipment::TYPE, &code)).unwrap_or_default();
            let deal = ledger.deals.iter().find(|deal| deal.order.at == order.at);
            let part =
                deal.and_then(|deal| deal.parts.iter().find(|part| Some(part.date) == one.date && part.bl == one.bl));
            put(&mut row, "date", Value::date(one.date));
            put(&mut row, "amount", one.amount.map_or(Value::Empty, |amount| Value::Money(*amount, code.clone())));
            put(&mut row, "due", Value::date(part.map(|part| part.due)));
            row.insert("order".to_owned(), Value::text(order.number.as_deref()));
            row.insert("currency".to_owned(), Value::text(Some(&code)));
            all.push((one.date, row));
        }
    }
    all.sort_by_key(|(date, _)| *date);
    all.into_iter().map(|(_, row)| row).collect()
}

/// What was granted and what of it is taken, in base currency.
///
/// # Errors
/// Money of the card that cannot be told.
pub fn credit(sheet: &mut Sheet, subject: &Subject<'_>) -> Result<()> {
    let (location, card) = (&subject.customer.location, &subject.customer.card);
    let account = look(location, card, subject.book, subject.basis, subject.day)?;
    let row = of_account(&account, subject);
    sheet.put("credit", row.map_err(|problem| counted::error(location, &problem, subject.book))?);
    Ok(())
}

fn of_account(account: &Account, subject: &Subject<'_>) -> Counted<Row> {
    let card = &subject.customer.card;
    let base = subject.basis.rates.base();
    let money = |amount| Value::Money(amount, base.to_owned());
    let counts = account.counts()?;
    let sold = total(&sales(card, subject.basis, subject.day)?, subject.basis.rates.base_unit())?;
    let mut row = at_stake(&counts.position, base);
    let limit = counts.limit.as_ref();
    let values = [
        ("grade", Value::choice(account.grade())),
        ("limit", limit.map_or(Value::Empty, |limit| Value::Money(limit.amount, limit.currency.clone()))),
        ("limit_currency", Value::text(limit.map(|limit| limit.currency.as_str()))),
        ("term_days", account.granted.standing.term_days.map_or(Value::Empty, Value::count)),
        ("headroom", if limit.is_some() { money(account.headroom()?) } else { Value::Empty }),
        ("state", Value::choice(Some(account.state()))),
        ("paying", paying(&conduct(card, subject.basis, subject.day)?, subject.basis.policy.conduct_months)),
        ("sales", money(sold)),
    ];
    row.extend(values.map(|(key, value)| (key.to_owned(), value)));
    Ok(row)
}

/// What a position puts at stake.
pub fn at_stake(position: &Position, base: &str) -> Row {
    let money = |amount| Value::Money(amount, base.to_owned());
    let values = [
        ("exposure", money(position.exposure)),
        ("receivable", money(position.receivable)),
        ("overdue", position.ageing.overdue().map_or(Value::Empty, money)),
        ("commitment", money(position.commitment)),
        ("at_risk", money(position.at_risk)),
        ("base", Value::Text(base.to_owned())),
    ];
    values.into_iter().map(|(key, value)| (key.to_owned(), value)).collect()
}

/// How the customer pays, in one sentence.
fn paying(conduct: &Conduct, months: u32) -> Value {
    let (count, mean) = (conduct.settled.len(), mean(conduct));
    let refused = conduct.dishonoured.map(|date| {
        let day = |lang| Value::Date(date).shown(lang);
        (format!("; bill dishonoured {}", day(Lang::En)), format!("；{}拒付", day(Lang::Zh)))
    });
    let (refused, refused_zh) = refused.unwrap_or_default();
    let shipments = crate::lang::counted(count, "shipment", "shipments");
    let (en, zh) = match count {
        0 => (format!("no shipment settled in the last {months} months"), format!("近 {months} 个月没有结清的货款")),
        _ => (
            format!("{shipments} settled in the last {months} months, {mean} days late on average"),
            format!("近 {months} 个月结清 {count} 批，平均迟付 {mean} 天"),
        ),
    };
    Value::Both { en: en + &refused, zh: zh + &refused_zh }
}
