//! What settles what (rulebook §3): payments on orders, deposits on shipments, the rest from the pool, oldest first.
//!
//! Only sums of payments matter, never the order in which they were written down.

mod dealings;
mod flow;

use std::collections::BTreeMap;

use rust_decimal::Decimal;

pub use dealings::Dealings;
use dealings::{Ordered, Terms};
use flow::{Flow, Meant, gather, meant};

use super::exact::{add, rounded, share, sub, sum};
use super::order::{about, counts_since, has_left, is_credit_note};
use super::settle::is_small;
use super::{Basis, Counted, Exact, Fault, Problem, Slip};
use crate::model::card::Order;
use crate::model::choice::{OrderStatus, PaymentMethod};
use crate::model::{Card, Date};

/// All orders of a customer as of a day, each with what settles it.
#[derive(Clone, Debug, Default)]
pub struct Ledger<'a> {
    /// The orders that can be owed, by date, then as they stand in the file. Credit notes are not among them.
    pub deals: Vec<Deal<'a>>,
    /// Money that settles no order yet, by currency (预收款). Below zero where more was refunded than was there.
    pub unapplied: BTreeMap<String, Decimal>,
}

/// One order as of a day. All amounts are in its own currency.
#[derive(Clone, Debug)]
pub struct Deal<'a> {
    /// The order.
    pub order: &'a Order,
    /// The day it was placed.
    pub date: Date,
    /// ISO 4217.
    pub currency: String,
    /// How many decimals its amounts have.
    pub unit: u32,
    /// What was ordered.
    pub amount: Decimal,
    /// What will be owed once all is shipped: the amount, or what was shipped where that is more or the last.
    pub claim: Decimal,
    /// How the balance is paid (第6条).
    pub method: PaymentMethod,
    /// Days from B/L date to due date.
    pub days: u32,
    /// The deposit agreed.
    pub deposit: Decimal,
    /// What was shipped so far, by date.
    pub parts: Vec<Part>,
    /// What settles it: at most the claim, never below zero.
    pub settled: Decimal,
    /// Of that, what came in payments that name it; the rest came from the pool.
    pub named: Decimal,
    /// Named payments beyond the claim, which joined the pool.
    pub surplus: Decimal,
    /// What is left is so small that nobody runs after it (尾差).
    pub remainder: bool,
}

/// One shipment of an order.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Part {
    /// B/L date.
    pub date: Date,
    /// What was shipped.
    pub amount: Decimal,
    /// The day payment is due.
    pub due: Date,
    /// What settles it.
    pub settled: Decimal,
    /// B/L number.
    pub bl: Option<String>,
    /// Invoice number.
    pub invoice: Option<String>,
}

impl Part {
    /// What is still owed for it.
    ///
    /// # Errors
    /// The digits do not suffice.
    pub fn open(&self) -> Exact<Decimal> {
        sub(self.amount, self.settled)
    }
}

impl Ledger<'_> {
    /// What came in on orders for goods that are not shipped yet, by currency; those with nothing left out.
    ///
    /// # Errors
    /// The digits do not suffice.
    pub fn ahead(&self) -> Exact<BTreeMap<String, Decimal>> {
        let mut all: BTreeMap<String, Decimal> = BTreeMap::new();
        for deal in &self.deals {
            let ahead = deal.ahead()?;
            if ahead > Decimal::ZERO {
                let sum = all.entry(deal.currency.clone()).or_default();
                *sum = add(*sum, ahead)?;
            }
        }
        Ok(all)
    }
}

impl Deal<'_> {
    /// What was shipped.
    ///
    /// # Errors
    /// The digits do not suffice.
    pub fn shipped(&self) -> Exact<Decimal> {
        sum(self.parts.iter().map(|part| part.amount))
    }

    /// What of the shipped is settled.
    ///
    /// # Errors
    /// The digits do not suffice.
    pub fn settled_shipped(&self) -> Exact<Decimal> {
        sum(self.parts.iter().map(|part| part.settled))
    }

    /// What is owed for what was shipped: never below zero, because no part is settled beyond its amount.
    ///
    /// # Errors
    /// The digits do not suffice.
    pub fn receivable(&self) -> Exact<Decimal> {
        sub(self.shipped()?, self.settled_shipped()?)
    }

    /// What is not shipped yet.
    ///
    /// # Errors
    /// The digits do not suffice.
    pub fn unshipped(&self) -> Exact<Decimal> {
        sub(self.claim, self.shipped()?)
    }

    /// What came in for goods that are not shipped yet.
    ///
    /// # Errors
    /// The digits do not suffice.
    pub fn ahead(&self) -> Exact<Decimal> {
        sub(self.settled, self.settled_shipped()?)
    }

    /// What of the deposit is still to come for goods that are not shipped yet; what was shipped is owed, not awaited.
    ///
    /// # Errors
    /// The digits do not suffice.
    pub fn deposit_due(&self) -> Exact<Decimal> {
        let wanted = share(self.deposit, self.unshipped()?, self.claim, self.unit)?;
        Ok(sub(wanted, self.ahead()?)?.max(Decimal::ZERO))
    }

    /// Whether the customer disputes it.
    pub fn disputed(&self) -> bool {
        self.order.status == Some(OrderStatus::Disputed)
    }

    /// Whether its balance is paid on credit after shipment (da, oa).
    pub fn on_credit(&self) -> bool {
        matches!(self.method, PaymentMethod::Da | PaymentMethod::Oa)
    }

    /// The number as it stands in the card.
    pub fn number(&self) -> &str {
        self.order.number.as_deref().unwrap_or_default().trim()
    }
}

/// An order that counts on a day.
#[derive(Clone, Copy)]
struct Placed<'d, 'a> {
    ordered: &'d Ordered<'a>,
    date: Date,
    amount: Decimal,
    currency: &'d str,
}

/// The ledger of a customer as of a day.
///
/// # Errors
/// An order or payment whose money cannot be told.
pub fn ledger<'a>(card: &'a Card, basis: &Basis<'_>, day: Date) -> Counted<Ledger<'a>> {
    Dealings::new(card, basis).ledger(day)
}

impl<'a> Dealings<'a, '_> {
    /// The ledger as of a day.
    ///
    /// # Errors
    /// An order or payment whose money cannot be told.
    pub fn ledger(&self, day: Date) -> Counted<Ledger<'a>> {
        let placed = self.placed(day)?;
        let (notes, orders): (Vec<Placed<'_, 'a>>, Vec<Placed<'_, 'a>>) = placed
            .iter()
            .filter(|placed| !self.is_old(placed.date))
            .partition(|placed| is_credit_note(placed.ordered.order));
        let mut deals = Vec::with_capacity(orders.len());
        for placed in &orders {
            deals.push(deal(placed, self.card, self.basis, day).map_err(|fault| about(placed.ordered.order, fault))?);
        }
        let mut flow = Flow {
            day,
            dealings: self,
            deals: &orders,
            meant: meant(self, &placed, &orders, day),
            named: BTreeMap::new(),
            pool: BTreeMap::new(),
            idle: BTreeMap::new(),
        };
        for paid in &self.payments {
            let problem = |fault| Problem { at: paid.payment.at, name: paid.payment.reference.clone(), fault };
            flow.payment(paid).map_err(problem)?;
        }
        for note in notes {
            let credited = note.ordered.credits.as_str();
            // what was cancelled is not owed: nothing is left to credit
            if !matches!(flow.meaning(credited), Some(Meant::Spare)) {
                flow.put(credited, -note.amount, note.currency).map_err(|fault| about(note.ordered.order, fault))?;
            }
        }
        let Flow { named, mut pool, idle, .. } = flow;
        for (index, (deal, placed)) in deals.iter_mut().zip(&orders).enumerate() {
            let sum = named.get(&index).copied().unwrap_or_default();
            deal.named = sum.clamp(Decimal::ZERO, deal.claim);
            deal.settled = deal.named;
            deal.surplus = sub(sum, deal.named)?;
            gather(&mut pool, placed.currency, deal.surplus)?;
        }
        for (deal, placed) in deals.iter_mut().zip(&orders) {
            let left = pool.entry(placed.currency).or_default();
            let taken = sub(deal.claim, deal.settled)?.min(*left).max(Decimal::ZERO);
            *left = sub(*left, taken)?;
            deal.settled = add(deal.settled, taken)?;
            spread(deal)?;
            deal.remainder = is_remainder(deal, self.basis)?;
        }
        for (currency, money) in idle {
            gather(&mut pool, currency, money)?;
        }
        pool.retain(|_, money| !money.is_zero());
        Ok(Ledger {
            deals,
            unapplied: pool.into_iter().map(|(currency, money)| (currency.to_owned(), money)).collect(),
        })
    }

    /// The orders that count on a day, credit notes too, by date and within one day as they stand in the file.
    fn placed(&self, day: Date) -> Counted<Vec<Placed<'_, 'a>>> {
        let mut placed = Vec::with_capacity(self.orders.len());
        for ordered in &self.orders {
            let problem = |fault| about(ordered.order, fault);
            if let Some(date) = counts_since(ordered.order, day).map_err(problem)? {
                let (amount, currency) = ordered.money().map_err(problem)?;
                placed.push(Placed { ordered, date, amount, currency });
            }
        }
        placed.sort_by_key(|placed| (placed.date, placed.ordered.order.at));
        Ok(placed)
    }
}

/// Every day on which the ledger of a customer may have changed, up to a day: between two of them it does not, but for
/// what falls due.
pub fn event_days(card: &Card, day: Date) -> Vec<Date> {
    let orders = card.order.iter().flat_map(|order| {
        let shipments = order.shipments.iter().map(|shipment| shipment.date);
        [order.date, order.shipped, order.cancelled].into_iter().chain(shipments)
    });
    let mut days: Vec<Date> =
        orders.chain(card.payment.iter().map(|payment| payment.date)).flatten().filter(|date| *date <= day).collect();
    days.sort();
    days.dedup();
    days
}

/// An order before anything settles it.
fn deal<'a>(placed: &Placed<'_, 'a>, card: &Card, basis: &Basis<'_>, day: Date) -> Slip<Deal<'a>> {
    let order = placed.ordered.order;
    let Terms { unit, method, days, deposit, parts: all } = placed.ordered.terms(placed.date, card, basis)?;
    // on a day with shipments still to come nobody could know which would be the last
    let complete = has_left(order) && all.iter().all(|part| part.date <= day);
    let parts: Vec<Part> = all.iter().filter(|part| part.date <= day).cloned().collect();
    let shipped = sum(parts.iter().map(|part| part.amount))?;
    // the last shipment may be less than was ordered, or more
    let claim = if complete && !parts.is_empty() { shipped } else { placed.amount.max(shipped) };
    let claim = claim.max(Decimal::ZERO);
    let agreed = match method {
        PaymentMethod::Advance => claim,
        _ => (*deposit)?.min(claim),
    };
    Ok(Deal {
        order,
        date: placed.date,
        currency: placed.currency.to_owned(),
        unit: *unit,
        amount: placed.amount,
        claim,
        method: *method,
        days: *days,
        deposit: agreed.max(Decimal::ZERO),
        parts,
        settled: Decimal::ZERO,
        named: Decimal::ZERO,
        surplus: Decimal::ZERO,
        remainder: false,
    })
}

/// The shipments of an order, those to come too, by date. One that is known to have left, nobody wrote down when, left
/// on the order's day at the earliest: no debt is lost for want of a date.
fn shipments(order: &Order, placed: Date, amount: Decimal, unit: u32) -> Slip<Vec<Part>> {
    // less than nothing cannot be shipped; lint tells of it
    let part = |date, amount: Decimal| Part {
        date,
        amount: amount.max(Decimal::ZERO),
        due: date,
        settled: Decimal::ZERO,
        bl: None,
        invoice: None,
    };
    if order.shipments.is_empty() {
        let gone = has_left(order);
        let date = order.shipped.or(gone.then_some(placed));
        return Ok(date.map(|date| part(date, amount)).into_iter().collect());
    }
    let parts: Slip<Vec<Part>> = order
        .shipments
        .iter()
        .map(|shipment| {
            let amount = rounded(*shipment.amount.ok_or(Fault::NoAmount)?, unit);
            let date = shipment.date.unwrap_or(placed);
            Ok(Part { bl: shipment.bl.clone(), invoice: shipment.invoice.clone(), ..part(date, amount) })
        })
        .collect();
    let mut parts = parts?;
    parts.sort_by_key(|part| part.date);
    Ok(parts)
}

/// Spreads what settles an order over its shipments: the deposit by each one's share of the order, the rest in the order
/// of their dates.
fn spread(deal: &mut Deal<'_>) -> Exact<()> {
    // all that was agreed ahead is for what leaves first
    let agreed = if deal.method == PaymentMethod::Advance { Decimal::ZERO } else { deal.deposit };
    let deposit = agreed.min(deal.settled);
    let mut rest = sub(deal.settled, deposit)?;
    let (mut gone, mut given) = (Decimal::ZERO, Decimal::ZERO);
    for part in &mut deal.parts {
        gone = add(gone, part.amount)?;
        // by the running total, so that cents neither vanish nor appear
        let so_far = if gone >= deal.claim { deposit } else { share(deposit, gone, deal.claim, deal.unit)? };
        let own = sub(so_far, given)?.clamp(Decimal::ZERO, part.amount.max(Decimal::ZERO));
        given = add(given, own)?;
        let more = sub(part.amount, own)?.min(rest).max(Decimal::ZERO);
        rest = sub(rest, more)?;
        part.settled = add(own, more)?;
    }
    Ok(())
}

/// Whether what is owed on an order is a remainder (尾差): something was paid, and at most 50 in base currency and 5 % of
/// what was shipped are missing. By the rate of the order's day, so that no later rate makes a debt of it; without one it is a
/// debt, which hides nothing.
fn is_remainder(deal: &Deal<'_>, basis: &Basis<'_>) -> Exact<bool> {
    let open = deal.receivable()?;
    if open <= Decimal::ZERO || deal.settled_shipped()?.is_zero() {
        return Ok(false);
    }
    match is_small(deal, open, deal.shipped()?, basis) {
        Ok(small) => Ok(small),
        Err(Fault::Overflow) => Err(super::Overflow),
        Err(_) => Ok(false),
    }
}
