//! One order from quote to last payment: what was ordered, what left, what came in, what is still owed and since when.

use rust_decimal::Decimal;

use super::super::deal::fault::{broken, in_card, refused, what};
use super::super::deal::orders::{called, find, same};
use super::super::found::Who;
use crate::error::{Error, Result};
use crate::model::card::{Order, Payment, Quote};
use crate::model::choice::{FollowupKind, OrderStatus, PaymentKind, PaymentMethod, QuoteOutcome};
use crate::model::name::paper_key;
use crate::model::{Card, Date, Number, currency};
use crate::row;
use crate::rules::money::exact::sub;
use crate::rules::money::{Basis, Deal, Fault, amount, is_cancelled, is_credit_note, ledger, line};
use crate::store::Customer;

row! {
    /// A line of an order.
    pub struct LineRow("line", "明细") {
        product: Option<String> = "product" "品名";
        quantity: Option<Number> = "quantity" "数量";
        unit: Option<String> = "unit" "单位";
        unit_price: Option<Number> = "unit price" "单价";
        discount: Option<Number> = "discount" "折扣";
        amount: Number = "amount" "金额";
    }
}

row! {
    /// A shipment of an order and what is owed for it.
    pub struct PartRow("shipment", "出运") {
        date: Date = "B/L date" "提单日期";
        bl: Option<String> = "B/L number" "提单号";
        invoice: Option<String> = "invoice number" "发票号";
        amount: Number = "amount" "金额";
        due: Date = "due" "应收日期";
        settled: Number = "settled" "已结";
        open: Number = "open" "未结";
        days_overdue: i64 = "days overdue" "逾期天数", about("Negative: days still to go; 0 where nothing is open", "负数为尚余天数；已结清为 0");
    }
}

row! {
    /// A payment that names the order.
    pub struct PaidRow("payment", "收款") {
        date: Option<Date> = "date" "日期";
        kind: PaymentKind = "kind" "类别";
        amount: Option<Number> = "amount" "金额";
        currency: Option<String> = "currency" "币种";
        settles: Option<Number> = "settles" "核销金额";
        reference: Option<String> = "reference" "流水号";
        payer: Option<String> = "payer" "付款人";
    }
}

row! {
    /// The quote an order came from.
    pub struct QuoteRow("quote", "报价") {
        number: Option<String> = "number" "报价单号";
        date: Option<Date> = "date" "日期";
        outcome: Option<QuoteOutcome> = "outcome" "结果";
        closed: Option<Date> = "closed" "了结日期";
    }
}

row! {
    /// A follow-up about the order.
    pub struct TouchRow("follow-up", "跟进") {
        date: Option<Date> = "date" "日期";
        kind: Option<FollowupKind> = "kind" "方式";
        by: Option<String> = "by" "跟进人";
        summary: Option<String> = "summary" "内容";
    }
}

row! {
    /// What is owed for an order.
    pub struct OwedForOrder("debt of the order", "订单欠款") {
        method: PaymentMethod = "payment method" "余款方式", article("第6条"), about("Where the order says none: by the terms in force on its date", "订单未写明时按下单日的有效账期");
        days: u32 = "days" "天数", about("From B/L date to due date", "提单日到应收日");
        deposit: Number = "deposit agreed" "约定定金";
        deposit_due: Number = "deposit awaited" "待收定金";
        shipped: Number = "shipped" "已出运";
        unshipped: Number = "not shipped" "未出运";
        settled: Number = "settled" "已结";
        unnamed: Number = "settled by payments that name no order" "未指定订单的收款核销";
        ahead: Number = "settled ahead of shipment" "出运前已收";
        receivable: Number = "receivable" "应收账款";
        remainder: bool = "remainder" "尾差", about("What is open is too small to run after", "未结金额很小，不再追讨");
        surplus: Number = "paid beyond the order" "多付", about("Settles other orders, or is unapplied", "转抵其他订单或列为预收款");
    }
}

row! {
    /// One order, whole.
    pub struct DealRow("order", "订单") of Who {
        number: String = "number" "订单号";
        date: Option<Date> = "date" "订购日期";
        currency: String = "currency" "币种", about("Of all amounts", "所有金额的币种");
        amount: Number = "amount" "金额", about("Below zero for a credit note", "贷项为负数");
        terms: Option<String> = "terms" "贸易术语";
        status: Option<OrderStatus> = "status" "状态";
        cancelled: bool = "cancelled" "已取消";
        credits: Option<String> = "credits" "冲减订单";
        by: Option<String> = "by" "经办人";
        required: Option<Date> = "required by" "要求交期";
        quote: Option<QuoteRow> = "quote" "报价";
        items: Vec<LineRow> = "lines" "明细";
        owed: Option<OwedForOrder> = "debt" "欠款", about("Null for what cannot be owed: cancelled, a credit note, older than receivables_from", "已取消、贷项或早于应收起算日的订单为 null");
        shipments: Vec<PartRow> = "shipments" "出运";
        payments: Vec<PaidRow> = "payments" "收款", about("That name the order", "指明本单的收款");
        followups: Vec<TouchRow> = "follow-ups" "跟进", about("About the order", "涉及本单的跟进");
    }
}

/// The order that is meant, with all that is known of it on a day.
///
/// # Errors
/// There is no such order, or its money cannot be told.
pub fn row(customer: &Customer, number: &str, basis: &Basis<'_>, day: Date) -> Result<DealRow> {
    let (card, location) = (&customer.card, &customer.location);
    let (index, order) = find(card, number)?;
    let (amount, currency) = amount(order).map_err(|fault| broken(what(&fault), location))?;
    let ledger = ledger(card, basis, day).map_err(|problem| broken(in_card(&problem), location))?;
    let deal = ledger.deals.iter().find(|deal| std::ptr::eq(deal.order, order));
    let unit = currency::decimals(&currency);
    let about = |named: &Option<String>| is_about(named.as_deref(), card, index);
    Ok(DealRow {
        of: Who::new(customer, basis.settings, day),
        number: called(order).to_owned(),
        date: order.date,
        currency,
        amount: amount.into(),
        terms: order.terms.clone(),
        status: order.status,
        cancelled: is_cancelled(order, day),
        credits: order.credits.clone().filter(|_| is_credit_note(order)),
        by: order.by.clone(),
        required: order.required,
        quote: quote(card, order).map(quote_row),
        items: order
            .items
            .iter()
            .map(|item| line_row(item, unit).map_err(|fault| broken(what(&fault), location)))
            .collect::<Result<_>>()?,
        owed: deal.map(owed).transpose()?,
        shipments: deal.map(|deal| parts(deal, day)).transpose()?.unwrap_or_default(),
        payments: card
            .payment
            .iter()
            .filter(|payment| about(&payment.order) && payment.date.is_none_or(|date| date <= day))
            .map(paid_row)
            .collect(),
        followups: card
            .followup
            .iter()
            .filter(|followup| about(&followup.order) && followup.date.is_none_or(|date| date <= day))
            .map(|followup| TouchRow {
                date: followup.date,
                kind: followup.kind,
                by: followup.by.clone(),
                summary: followup.summary.clone(),
            })
            .collect(),
    })
}

/// Whether a record that names an order means this one: of two with one number the first.
fn is_about(named: Option<&str>, card: &Card, index: usize) -> bool {
    named.and_then(|number| same(card, number)).is_some_and(|(found, _)| found == index)
}

fn quote<'c>(card: &'c Card, order: &Order) -> Option<&'c Quote> {
    let key = order.quote.as_deref().map(paper_key).filter(|key| !key.is_empty())?;
    card.quote.iter().find(|quote| quote.number.as_deref().is_some_and(|number| paper_key(number) == key))
}

fn quote_row(quote: &Quote) -> QuoteRow {
    QuoteRow { number: quote.number.clone(), date: quote.date, outcome: quote.outcome, closed: quote.closed }
}

fn line_row(item: &crate::model::card::Item, unit: u32) -> std::result::Result<LineRow, Fault> {
    Ok(LineRow {
        product: item.product.clone(),
        quantity: item.quantity,
        unit: item.unit.clone(),
        unit_price: item.unit_price,
        discount: item.discount,
        amount: line(item, unit)?.into(),
    })
}

fn paid_row(payment: &Payment) -> PaidRow {
    PaidRow {
        date: payment.date,
        kind: payment.kind.unwrap_or(PaymentKind::Receipt),
        amount: payment.amount,
        currency: payment.currency.clone(),
        settles: payment.settles,
        reference: payment.reference.clone(),
        payer: payment.payer.clone(),
    }
}

fn parts(deal: &Deal<'_>, day: Date) -> Result<Vec<PartRow>> {
    deal.parts
        .iter()
        .map(|part| {
            let open = part.open().map_err(too_long)?;
            Ok(PartRow {
                date: part.date,
                bl: part.bl.clone(),
                invoice: part.invoice.clone(),
                amount: part.amount.into(),
                due: part.due,
                settled: part.settled.into(),
                open: open.into(),
                days_overdue: if open.is_zero() { 0 } else { day.days_since(part.due) },
            })
        })
        .collect()
}

fn owed(deal: &Deal<'_>) -> Result<OwedForOrder> {
    let number = |value: crate::rules::money::Exact<Decimal>| value.map(Number::from).map_err(too_long);
    Ok(OwedForOrder {
        method: deal.method,
        days: deal.days,
        deposit: deal.deposit.into(),
        deposit_due: number(deal.deposit_due())?,
        shipped: number(deal.shipped())?,
        unshipped: number(deal.unshipped())?,
        settled: deal.settled.into(),
        unnamed: number(sub(deal.settled, deal.named))?,
        ahead: number(deal.ahead())?,
        receivable: number(deal.receivable())?,
        remainder: deal.remainder,
        surplus: deal.surplus.into(),
    })
}

fn too_long(overflow: crate::rules::money::Overflow) -> Error {
    refused(&overflow.into())
}
