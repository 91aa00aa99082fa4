//! Money in a currency of which no rate is known on its day.

use std::collections::BTreeMap;
use std::ops::Range;

use crate::lang::{Words, tr};
use crate::lint::values::papers::{called, is_old, number, orders, payments, told};
use crate::lint::{Check, Findings, Run, Sample, Source};
use crate::model::choice::Severity;
use crate::model::{Date, currency};
use crate::rules::money::{amount, is_cancelled};
use crate::tr;

pub const CHECK: Check = Check {
    code: "missing-rate",
    severity: Severity::Error,
    article: "",
    what: Words::new("no rate for a currency on the day it is needed", "缺少当天可用的汇率"),
    why: Words::new(
        "Sales count at the rate of the order's day, open balances at that of today. Without one no total of the customer can be told, and no grade of anybody.",
        "销售按订单当天汇率折算，未结余额按今天汇率折算。缺了汇率，该客户的合计算不出，所有客户的评级也算不准。",
    ),
    bad: &[
        Sample::File("kehu.toml", "currency = 'CNY'\n[[rate]]\ndate = 2026-06-01\ncurrency = 'GBP'\nvalue = '9.45'\n"),
        Sample::Card(
            "name = 'Acme'\n[[order]]\nnumber = 'PI-1'\ndate = 2026-03-02\ncurrency = 'GBP'\namount = '7030.00'\n",
        ),
    ],
    good: &[
        Sample::File(
            "kehu.toml",
            "currency = 'CNY'\n[[rate]]\ndate = 2026-03-02\ncurrency = 'GBP'\nvalue = '9.38'\n\n[[rate]]\ndate = 2026-06-01\ncurrency = 'GBP'\nvalue = '9.45'\n",
        ),
        Sample::Card(
            "name = 'Acme'\n[[order]]\nnumber = 'PI-1'\ndate = 2026-03-02\ncurrency = 'GBP'\namount = '7030.00'\n",
        ),
    ],
    run: Run::Card(run),
};

/// Where a rate is wanted first.
struct Want {
    day: Date,
    span: Option<Range<usize>>,
    what: String,
}

fn run(source: &Source<'_>, out: &mut Findings<'_>) {
    let base = source.basis.rates.base();
    for (code, want) in wanted(source) {
        let day = want.day;
        let mut message = tr!(
            "no rate for {code} on {day} ({}): it cannot be converted to {base}",
            "缺少 {code} 在 {day} 的汇率（{}），无法折算为 {base}",
            want.what
        );
        if let Some(first) = first_rate(source, &code) {
            message += &tr!("; the first one holds from {first}", "；现有最早的自 {first} 起");
        }
        let found = match want.span {
            Some(span) => out.at(span, message),
            None => out.whole(message),
        };
        found
            .hint(tr!(
                "add to kehu.toml what 1 {code} is worth in {base}, from that day on:",
                "请在 kehu.toml 中补上 1 {code} 合多少 {base}（自该日起有效）："
            ))
            .lines(format!("[[rate]]\ndate = {day}\ncurrency = \"{code}\"\nvalue = \"…\""));
    }
}

/// The currencies that lack a rate, each with the first day on which one is wanted: a rate of that day serves the later
/// ones too.
fn wanted(source: &Source<'_>) -> BTreeMap<String, Want> {
    let rates = &source.basis.rates;
    let mut wanted: BTreeMap<String, Want> = BTreeMap::new();
    for order in orders(source) {
        let Some(day) = order.record.date.filter(|day| *day <= source.today) else { continue };
        // what cannot be told for another reason is told as that
        let Ok((amount, code)) = amount(order.record) else { continue };
        let earlier = wanted.get(&code).is_some_and(|want| want.day <= day);
        if amount.is_zero() || earlier || is_cancelled(order.record, source.today) || rates.on(&code, day).is_some() {
            continue;
        }
        wanted.insert(code, Want { day, span: Some(order.span("currency")), what: called(order.record) });
    }
    // money that settles no order is told at the rate of the day
    let Some(Ok(ledger)) = source.ledger() else { return wanted };
    let day = source.today;
    for code in ledger.unapplied.keys().filter(|code| rates.on(code, day).is_none()) {
        if wanted.contains_key(code) {
            continue;
        }
        let mut payments = payments(source).into_iter().filter(|payment| {
            let payment = payment.record;
            let gone =
                number(payment.order.as_deref()).is_none() && payment.date.is_some_and(|date| is_old(source, date));
            !gone && payment.currency.as_deref().and_then(currency::find).as_deref() == Some(code)
        });
        let want = payments.next().map_or_else(
            || Want { day, span: None, what: tr("unapplied money", "预收款").to_owned() },
            |payment| Want { day, span: Some(payment.span("currency")), what: told(payment.record) },
        );
        wanted.insert(code.clone(), want);
    }
    wanted
}

/// The day from which kehu.toml gives a rate of a currency.
fn first_rate(source: &Source<'_>, code: &str) -> Option<Date> {
    let rates = source.settings.rate.iter();
    let rates = rates.filter(|rate| rate.currency.as_deref().and_then(currency::find).as_deref() == Some(code));
    rates.filter_map(|rate| rate.date).min()
}

#[cfg(test)]
mod tests {
    use crate::lint::tests::Book;

    const SETTINGS: &str = "currency = 'CNY'\nreceivables_from = 2025-06-01\n\
        rate = [ { date = 2026-02-01, currency = 'USD', value = '7' }, { currency = 'EUR', value = '8' } ]\n";

    fn told(card: &str) -> Vec<String> {
        let found = Book::card(card).file("kehu.toml", SETTINGS).found("missing-rate");
        found.iter().map(|finding| format!("{}|{}", finding.line, finding.message)).collect()
    }

    #[test]
    fn once_for_each_currency_at_the_first_day() {
        let order = |date: &str, code: &str, more: &str| {
            format!("[[order]]\nnumber = 'PI-{date}'\ndate = {date}\ncurrency = '{code}'\n{more}\n")
        };
        let paid = |date: &str, code: &str| format!("[[payment]]\ndate = {date}\namount = 5\ncurrency = '{code}'\n");
        for (card, want) in [
            (order("2026-02-01", "USD", "amount = 1"), &[][..]),
            (order("2020-02-01", "EUR", "amount = 1"), &[]),
            (order("2020-02-01", "rmb", "amount = 1"), &[]),
            // sales of old days count too; cancelled, of nothing, to come: nothing to tell
            (
                order("2026-01-31", "USD", "amount = 1") + &order("2020-01-31", "USD", "amount = 1"),
                &["9|缺少 USD 在 2020-01-31 的汇率（订单 PI-2020-01-31），无法折算为 CNY；现有最早的自 2026-02-01 起"],
            ),
            (order("2026-01-31", "GBP", "amount = 1\nstatus = 'cancelled'"), &[]),
            (order("2026-01-31", "GBP", "amount = 0"), &[]),
            (order("2026-01-31", "GBP", ""), &[]),
            (order("2026-12-31", "GBP", "amount = 1"), &[]),
            (
                order("2026-01-31", "GBP", "amount = 1") + &order("2026-03-31", "JPY", "amount = 1"),
                &[
                    "4|缺少 GBP 在 2026-01-31 的汇率（订单 PI-2026-01-31），无法折算为 CNY",
                    "9|缺少 JPY 在 2026-03-31 的汇率（订单 PI-2026-03-31），无法折算为 CNY",
                ],
            ),
            // money that waits
            (
                paid("2026-02-05", "GBP"),
                &["4|缺少 GBP 在 2026-11-23 的汇率（2026-02-05 的收款 GBP 5.00），无法折算为 CNY"],
            ),
            (paid("2025-02-05", "GBP"), &[]),
            // what it settles is told in the order's currency
            (
                order("2026-02-01", "USD", "amount = 1")
                    + &paid("2026-02-05", "GBP")
                    + "order = 'PI-2026-02-01'\nsettles = 1\n",
                &[],
            ),
        ] {
            assert_eq!(told(&card), want, "{card}");
        }
    }

    #[test]
    fn the_lines_to_add_make_it_right() {
        let card = "[[order]]\nnumber = 'PI-1'\ndate = 2026-01-31\ncurrency = 'GBP'\namount = 1\n";
        let found = Book::card(card).file("kehu.toml", SETTINGS).found("missing-rate");
        let lines = found[0].lines.as_deref().unwrap();
        assert_eq!(lines, "[[rate]]\ndate = 2026-01-31\ncurrency = \"GBP\"\nvalue = \"…\"");
        let settings = format!("currency = 'CNY'\n{}\n", lines.replace('…', "9.4"));
        assert!(Book::card(card).file("kehu.toml", settings).found("missing-rate").is_empty());
    }
}
