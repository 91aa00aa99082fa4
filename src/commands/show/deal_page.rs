//! One order as a page.

use rust_decimal::Decimal;

use super::deal::{DealRow, LineRow, OwedForOrder, PaidRow, PartRow, QuoteRow, TouchRow};
use crate::lang::{counted, tr};
use crate::model::money::full;
use crate::model::{Date, Number, currency};
use crate::rules::money::exact::rounded;
use crate::tr;
use crate::views::table::{Head, Shown, render};
use crate::views::{Style, Text, amount, money, percent};

/// The page.
pub fn page(row: &DealRow, fit: Option<usize>) -> Text {
    let text = head(row);
    let text = row.quote.iter().fold(text, |text, quote| text.then(quoted(quote)));
    let text = text.then(lines(row, fit));
    let text = row.owed.iter().fold(text, |text, owed| text.then(terms(owed, &row.currency)));
    text.then(shipments(row, fit))
        .then(payments(&row.payments, fit))
        .then(followups(&row.followups, fit))
        .then(end(row))
}

fn head(row: &DealRow) -> Text {
    let text = Text::new()
        .and(Style::Strong, &row.number)
        .and(Style::Plain, format!("  {}", row.of.called()))
        .and(Style::Faint, format!("  {}", row.of.path))
        .line();
    let mut facts = Vec::new();
    facts.extend(row.date.map(|date| tr!("ordered on {date}", "{date} 下单")));
    facts.push(money(&row.currency, *row.amount));
    facts.extend(row.terms.clone());
    facts.extend(row.status.map(|status| status.to_string()));
    if row.cancelled {
        facts.push(tr("cancelled", "已取消").to_owned());
    }
    facts.extend(row.credits.as_ref().map(|credits| tr!("credit note for {credits}", "{credits} 的贷项")));
    facts.extend(row.required.map(|date| tr!("wanted by {date}", "要求交期 {date}")));
    facts.extend(row.by.clone());
    facts.dedup();
    text.and(Style::Plain, facts.join(" · ")).line()
}

fn quoted(quote: &QuoteRow) -> Text {
    let number = quote.number.as_deref().unwrap_or_default();
    let made = quote.date.map(|date| date.to_string()).unwrap_or_default();
    let mut told = match made.as_str() {
        "" => tr!("from quote {number}", "来自报价 {number}"),
        made => tr!("from quote {number} of {made}", "来自报价 {number}（{made}）"),
    };
    if let Some(outcome) = quote.outcome {
        told += &match quote.closed {
            Some(closed) => tr!(", {outcome} on {closed}", "，{closed} {outcome}"),
            None => tr!(", {outcome}", "，{outcome}"),
        };
    }
    Text::plain(told).line()
}

fn title(words: &str) -> Text {
    Text::new().line().and(Style::Strong, words).line()
}

/// A table of cells under their titles; `>` before a title sets the column right, the number tells how soon the column
/// goes on a narrow terminal.
fn table(titles: &[(&str, u8)], rows: &[Vec<Shown>], fit: Option<usize>) -> Text {
    let blank = |at: usize| rows.iter().all(|row| row.get(at).is_none_or(|shown| shown.text.is_empty()));
    let kept: Vec<usize> = (0..titles.len()).filter(|at| !blank(*at)).collect();
    let heads: Vec<Head> = kept
        .iter()
        .filter_map(|at| titles.get(*at))
        .map(|(title, spare)| Head {
            title: title.trim_start_matches('>').to_owned(),
            right: title.starts_with('>'),
            spare: *spare,
            elastic: !title.starts_with('>'),
        })
        .collect();
    let cells: Vec<Vec<Shown>> =
        rows.iter().map(|row| kept.iter().filter_map(|at| row.get(*at).cloned()).collect()).collect();
    render(&heads, &cells, fit)
}

fn text(value: Option<&String>) -> Shown {
    value.map(String::as_str).unwrap_or_default().into()
}

fn day(date: Option<Date>) -> Shown {
    date.map(|date| date.to_string()).unwrap_or_default().into()
}

fn number(value: Option<Number>) -> Shown {
    value.map(|value| amount(*value)).unwrap_or_default().into()
}

fn lines(row: &DealRow, fit: Option<usize>) -> Text {
    if row.items.is_empty() {
        return Text::new();
    }
    let titles = [
        (tr("product", "品名"), 0),
        (tr(">quantity", ">数量"), 3),
        (tr("unit", "单位"), 5),
        (tr(">unit price", ">单价"), 2),
        (tr(">discount", ">折扣"), 4),
        (tr(">amount", ">金额"), 0),
    ];
    let cells = |line: &LineRow| {
        vec![
            text(line.product.as_ref()),
            number(line.quantity),
            text(line.unit.as_ref()),
            number(line.unit_price),
            line.discount.map(|share| percent(*share)).unwrap_or_default().into(),
            amount(*line.amount).into(),
        ]
    };
    title(tr("lines", "明细")).then(table(&titles, &row.items.iter().map(cells).collect::<Vec<_>>(), fit))
}

/// How it is paid, and what is still awaited ahead of shipment.
fn terms(owed: &OwedForOrder, currency: &str) -> Text {
    let mut told = vec![owed.method.to_string()];
    if owed.days > 0 {
        let (days, term) = (owed.days, counted(owed.days, "day", "days"));
        told.push(tr!("{term}", "{days} 天"));
    }
    let sum = |number: Number| money(currency, decimals(currency, *number));
    if !owed.deposit.is_zero() {
        told.push(tr!("deposit {}", "定金 {}", sum(owed.deposit)));
    }
    if !owed.deposit_due.is_zero() {
        told.push(tr!("{} of it awaited", "其中 {} 未到", sum(owed.deposit_due)));
    }
    title(tr("payment", "付款条件")).and(Style::Plain, told.join(" · ")).line()
}

fn decimals(currency: &str, amount: Decimal) -> Decimal {
    rounded(amount, currency::decimals(currency))
}

fn shipments(row: &DealRow, fit: Option<usize>) -> Text {
    if row.shipments.is_empty() {
        return Text::new();
    }
    let titles = [
        (tr("B/L date", "提单日期"), 0),
        (tr("B/L number", "提单号"), 5),
        (tr("invoice", "发票号"), 6),
        (tr(">amount", ">金额"), 0),
        (tr("due", "应收日期"), 2),
        (tr(">settled", ">已结"), 4),
        (tr(">open", ">未结"), 0),
        (tr(">overdue", ">逾期"), 3),
    ];
    let sum = |number: Number| amount(decimals(&row.currency, *number));
    let calm = row.owed.as_ref().is_some_and(|owed| owed.remainder);
    let cells = |part: &PartRow| {
        let open = if part.open.is_zero() { String::new() } else { sum(part.open) };
        vec![
            day(Some(part.date)),
            text(part.bl.as_ref()),
            text(part.invoice.as_ref()),
            sum(part.amount).into(),
            day(Some(part.due)),
            sum(part.settled).into(),
            open.into(),
            overdue(part, calm),
        ]
    };
    title(tr("shipments", "出运")).then(table(&titles, &row.shipments.iter().map(cells).collect::<Vec<_>>(), fit))
}

fn overdue(part: &PartRow, remainder: bool) -> Shown {
    match part.days_overdue {
        _ if part.open.is_zero() => "".into(),
        _ if remainder => Shown { text: tr("remainder", "尾差").to_owned(), style: Style::Faint },
        days if days > 0 => Shown { text: tr!("{days} d", "{days} 天"), style: Style::Bad },
        0 => Shown { text: tr("today", "今天").to_owned(), style: Style::Warn },
        days => Shown { text: tr!("in {} d", "还有 {} 天", -days), style: Style::Faint },
    }
}

fn payments(payments: &[PaidRow], fit: Option<usize>) -> Text {
    if payments.is_empty() {
        return Text::new();
    }
    let titles = [
        (tr("date", "日期"), 0),
        (tr("kind", "类别"), 3),
        (tr(">amount", ">金额"), 0),
        (tr(">settles", ">核销金额"), 2),
        (tr("reference", "流水号"), 4),
        (tr("payer", "付款人"), 5),
    ];
    let cells = |paid: &PaidRow| {
        let sum = paid.amount.map(|amount| full(paid.currency.as_deref().unwrap_or_default(), *amount));
        vec![
            day(paid.date),
            paid.kind.to_string().into(),
            sum.unwrap_or_default().into(),
            number(paid.settles),
            text(paid.reference.as_ref()),
            text(paid.payer.as_ref()),
        ]
    };
    title(tr("payments", "收款")).then(table(&titles, &payments.iter().map(cells).collect::<Vec<_>>(), fit))
}

fn followups(followups: &[TouchRow], fit: Option<usize>) -> Text {
    if followups.is_empty() {
        return Text::new();
    }
    let titles =
        [(tr("date", "日期"), 0), (tr("kind", "方式"), 2), (tr("by", "跟进人"), 3), (tr("summary", "内容"), 0)];
    let cells = |touch: &TouchRow| {
        let kind = touch.kind.map(|kind| kind.to_string()).unwrap_or_default();
        vec![day(touch.date), kind.into(), text(touch.by.as_ref()), text(touch.summary.as_ref())]
    };
    title(tr("follow-ups", "跟进")).then(table(&titles, &followups.iter().map(cells).collect::<Vec<_>>(), fit))
}

/// The last line: where the order stands.
fn end(row: &DealRow) -> Text {
    let Some(owed) = &row.owed else {
        let why = if row.cancelled || row.credits.is_some() {
            return Text::new();
        } else {
            tr("older than receivables_from: a sale, no debt", "早于应收起算日：只计销售，不计应收")
        };
        return Text::new().line().and(Style::Faint, why).line();
    };
    let sum = |number: Number| money(&row.currency, decimals(&row.currency, *number));
    let mut told = vec![tr!("settled {}", "已结 {}", sum(owed.settled))];
    if !owed.unnamed.is_zero() {
        told.push(tr!("{} of it from payments that name no order", "其中 {} 来自未指定订单的收款", sum(owed.unnamed)));
    }
    if !owed.ahead.is_zero() {
        told.push(tr!("{} of it ahead of shipment", "其中 {} 为出运前已收", sum(owed.ahead)));
    }
    if !owed.unshipped.is_zero() {
        told.push(tr!("not shipped {}", "未出运 {}", sum(owed.unshipped)));
    }
    if !owed.surplus.is_zero() {
        told.push(tr!("paid beyond the order {}", "多付 {}", sum(owed.surplus)));
    }
    let text = Text::new().line().and(Style::Plain, told.join(" · ")).line();
    let (receivable, style) = match owed.receivable.is_zero() {
        true => (tr("nothing is owed", "没有欠款").to_owned(), Style::Good),
        false => (tr!("owed: {}", "应收：{}", sum(owed.receivable)), Style::Strong),
    };
    text.and(style, receivable).line()
}
