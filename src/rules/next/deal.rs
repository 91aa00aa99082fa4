//! The steps from the order on.

use rust_decimal::Decimal;

use super::super::money::exact::sub;
use super::super::money::sales::next_purchase;
use super::super::money::{Deal, Exact, purchases};
use super::round::{Round, to_ship};
use super::{Mark, Need, Seen};
use crate::model::Date;
use crate::model::card::Followup;
use crate::model::choice::{DealStep, FollowupKind, OrderStatus, PaymentKind, PaymentMethod};
use crate::model::name::paper_key;
use crate::rules::contact::is_contact;
use crate::rules::due::Money;

/// The steps between the order and the next one.
const STEPS: &[DealStep] =
    &[DealStep::Deposit, DealStep::Production, DealStep::Shipment, DealStep::Payment, DealStep::AfterSales];

impl Round<'_> {
    /// The steps from the order on, the next order last.
    pub fn since_the_order(&self, seen: &Seen<'_>) -> Exact<Vec<(DealStep, Mark)>> {
        let mut marks: Vec<(DealStep, Mark)> = match (self.order, self.deal) {
            (None, _) => STEPS.iter().map(|step| (*step, Mark::Open(None, Vec::new()))).collect(),
            // an order of an old list: nobody wrote down what became of it
            (Some(_), None) => STEPS.iter().map(|step| (*step, Mark::Skipped)).collect(),
            (Some(_), Some(deal)) => of_deal(deal, seen)?,
        };
        let due = next_purchase(seen.card, seen.basis, seen.day).map(|next| next.due);
        let last = purchases(seen.card, seen.day).max();
        marks.push((DealStep::Reorder, Mark::Open(last, vec![Need::Reorder(due)])));
        Ok(marks)
    }
}

fn of_deal(deal: &Deal<'_>, seen: &Seen<'_>) -> Exact<Vec<(DealStep, Mark)>> {
    let left = to_ship(deal, seen)?;
    Ok(vec![
        (DealStep::Deposit, deposit(deal, left, seen)?),
        (DealStep::Production, production(deal, left)?),
        (DealStep::Shipment, shipment(deal, left)?),
        (DealStep::Payment, payment(deal, left, seen)?),
        (DealStep::AfterSales, after_sales(deal, left, seen)),
    ])
}

fn money(deal: &Deal<'_>, amount: Decimal) -> Money {
    (deal.currency.clone(), amount)
}

/// What is awaited before the goods leave; of goods that left, or will not, nothing is.
fn deposit(deal: &Deal<'_>, left: Decimal, seen: &Seen<'_>) -> Exact<Mark> {
    if deal.deposit.is_zero() {
        return Ok(Mark::Skipped);
    }
    let open = deal.deposit_due()?;
    if open.is_zero() || left.is_zero() {
        let days = paid_on(deal, seen);
        let advance = deal.method == PaymentMethod::Advance;
        return Ok(Mark::Done(if advance { days.last().copied() } else { days.first().copied() }));
    }
    Ok(Mark::Open(None, vec![Need::Deposit(money(deal, open))]))
}

/// Nobody writes down when goods are ready: production is over when the first of them leave.
fn production(deal: &Deal<'_>, left: Decimal) -> Exact<Mark> {
    if !deal.parts.is_empty() || left.is_zero() {
        return Ok(Mark::Done(None));
    }
    let required = deal.order.required;
    let mut needs = match deal.order.status {
        Some(OrderStatus::OnHold) => vec![Need::Release],
        Some(OrderStatus::Production) => vec![Need::Finish(required)],
        _ => vec![Need::Start(required)],
    };
    needs.extend(balance(deal)?);
    Ok(Mark::Open(None, needs))
}

/// What must be in before goods leave.
fn balance(deal: &Deal<'_>) -> Exact<Option<Need>> {
    let open = sub(deal.claim, deal.settled)?;
    let before = matches!(deal.method, PaymentMethod::BeforeShipment | PaymentMethod::Advance);
    Ok((before && open > Decimal::ZERO && !deal.remainder).then(|| Need::Balance(money(deal, open))))
}

fn shipment(deal: &Deal<'_>, left: Decimal) -> Exact<Mark> {
    let last = deal.parts.iter().map(|part| part.date).max();
    if left.is_zero() {
        return Ok(if last.is_some() { Mark::Done(last) } else { Mark::Skipped });
    }
    let mut needs = vec![Need::Goods(money(deal, left))];
    needs.extend(balance(deal)?);
    Ok(Mark::Open(last, needs))
}

fn payment(deal: &Deal<'_>, left: Decimal, seen: &Seen<'_>) -> Exact<Mark> {
    let open = deal.receivable()?;
    if open.is_zero() || deal.remainder {
        let paid = Mark::Done(paid_on(deal, seen).last().copied());
        return Ok(if left.is_zero() { paid } else { Mark::Open(None, Vec::new()) });
    }
    if deal.disputed() {
        return Ok(Mark::Open(None, vec![Need::Dispute(money(deal, open))]));
    }
    let mut due = Vec::new();
    for part in &deal.parts {
        if !part.open()?.is_zero() {
            due.push(part.due);
        }
    }
    let due = due.into_iter().min().unwrap_or(deal.date);
    Ok(Mark::Open(None, vec![Need::Payment(money(deal, open), due)]))
}

/// The customer was asked how the goods arrived, and has no complaint that is open.
fn after_sales(deal: &Deal<'_>, left: Decimal, seen: &Seen<'_>) -> Mark {
    let of_deal = |followup: &&Followup| seen.known(followup.date, 0).is_some_and(|known| known.date >= deal.date);
    let complaints = seen.card.followup.iter().filter(|followup| followup.kind == Some(FollowupKind::Complaint));
    let open = complaints.filter(of_deal).filter(|complaint| complaint.closed.is_none_or(|closed| closed > seen.day));
    if let Some(date) = open.filter_map(|complaint| complaint.date).min() {
        return Mark::Open(Some(date), vec![Need::Complaint(date)]);
    }
    let Some(gone) = deal.parts.iter().map(|part| part.date).max() else {
        return if left.is_zero() { Mark::Skipped } else { Mark::Open(None, Vec::new()) };
    };
    // to dun somebody is not to ask how the goods arrived
    let asked = |followup: &&Followup| is_contact(followup.kind) && followup.kind != Some(FollowupKind::Collection);
    let asked = seen.card.followup.iter().filter(asked).filter_map(|followup| seen.known(followup.date, followup.at));
    match asked.map(|asked| asked.date).filter(|date| *date > gone).min() {
        Some(date) => Mark::Done(Some(date)),
        None if deal.order.status == Some(OrderStatus::Delivered) => Mark::Done(None),
        None => Mark::Open(None, vec![Need::AfterSales]),
    }
}

/// The days on which money came in that names the order, the first first.
fn paid_on(deal: &Deal<'_>, seen: &Seen<'_>) -> Vec<Date> {
    let number = paper_key(deal.number());
    let own = seen.card.payment.iter().filter(|payment| {
        let receipt = matches!(payment.kind, None | Some(PaymentKind::Receipt));
        receipt && payment.order.as_deref().is_some_and(|order| paper_key(order) == number)
    });
    let mut days: Vec<Date> = own.filter_map(|payment| payment.date).filter(|date| *date <= seen.day).collect();
    days.sort();
    days
}
