//! What no day changes: an order's money and terms, a payment's money, and what both are called.

use std::cell::OnceCell;

use rust_decimal::Decimal;

use super::super::exact::{mul, rounded};
use super::super::order::{amount, currency_of};
use super::super::{Basis, Exact, Fault, Slip};
use super::Part;
use crate::model::card::{Order, Payment};
use crate::model::choice::{PaymentKind, PaymentMethod};
use crate::model::name::paper_key;
use crate::model::{Card, Date, currency};
use crate::rules::credit::granted;

/// A customer's orders and payments, each worked out when it is first asked for: the ledgers of many days share them.
pub struct Dealings<'a, 'b> {
    pub(super) card: &'a Card,
    pub(super) basis: &'b Basis<'b>,
    /// In the order of the card.
    pub(super) orders: Vec<Ordered<'a>>,
    /// In the order of the card.
    pub(super) payments: Vec<Paid<'a>>,
}

impl<'a, 'b> Dealings<'a, 'b> {
    /// Those of a card.
    pub fn new(card: &'a Card, basis: &'b Basis<'b>) -> Self {
        let called = |number: Option<&str>| number.map(paper_key).unwrap_or_default();
        let ordered = |order: &'a Order| Ordered {
            order,
            key: called(order.number.as_deref()),
            credits: called(order.credits.as_deref()),
            money: OnceCell::new(),
            terms: OnceCell::new(),
        };
        let paid =
            |payment: &'a Payment| Paid { payment, key: called(payment.order.as_deref()), money: OnceCell::new() };
        Self {
            card,
            basis,
            orders: card.order.iter().map(ordered).collect(),
            payments: card.payment.iter().map(paid).collect(),
        }
    }

    /// Whether a day lies before debts are counted.
    pub(super) fn is_old(&self, date: Date) -> bool {
        self.basis.receivables_from.is_some_and(|from| date < from)
    }
}

/// An order.
pub(super) struct Ordered<'a> {
    pub order: &'a Order,
    /// Its number as numbers are compared; empty where it has none.
    pub key: String,
    /// That of the order which it takes back; empty where it takes none.
    pub credits: String,
    money: OnceCell<Slip<(Decimal, String)>>,
    terms: OnceCell<Slip<Terms>>,
}

/// How an order is paid, and all that leaves.
pub(super) struct Terms {
    /// How many decimals its amounts have.
    pub unit: u32,
    pub method: PaymentMethod,
    /// Days from B/L date to due date.
    pub days: u32,
    /// The deposit agreed, of what was ordered.
    pub deposit: Exact<Decimal>,
    /// Every shipment, those to come too, by date.
    pub parts: Vec<Part>,
}

impl Ordered<'_> {
    /// What it comes to, and in which currency.
    ///
    /// # Errors
    /// That cannot be told.
    pub fn money(&self) -> Slip<(Decimal, &str)> {
        let money = self.money.get_or_init(|| amount(self.order));
        money.as_ref().map(|(amount, currency)| (*amount, currency.as_str())).map_err(Clone::clone)
    }

    /// How it is paid; `date` is that of the order.
    ///
    /// # Errors
    /// The amount of the order or of a shipment cannot be told.
    pub fn terms(&self, date: Date, card: &Card, basis: &Basis<'_>) -> Slip<&Terms> {
        self.terms.get_or_init(|| self.find_terms(date, card, basis)).as_ref().map_err(Clone::clone)
    }

    fn find_terms(&self, date: Date, card: &Card, basis: &Basis<'_>) -> Slip<Terms> {
        let (amount, currency) = self.money()?;
        let unit = currency::decimals(currency);
        let pay = self.order.pay.as_ref();
        // absent terms are those in force when the order was placed (第6条)
        let balance = pay.and_then(|pay| pay.balance);
        let by_term = match balance {
            None => true,
            Some(PaymentMethod::Oa | PaymentMethod::Da) => pay.and_then(|pay| pay.days).is_none(),
            Some(_) => false,
        };
        let in_force = || granted(card, basis.settings, date).standing.term_days;
        let term = by_term.then(in_force).flatten().unwrap_or(0);
        let method = balance.unwrap_or(if term > 0 { PaymentMethod::Oa } else { PaymentMethod::BeforeShipment });
        let days = pay.and_then(|pay| pay.days).unwrap_or_else(|| basis.policy.method_days(method, term));
        let share =
            pay.and_then(|pay| pay.deposit).map_or(Decimal::ZERO, |share| (*share).clamp(Decimal::ZERO, Decimal::ONE));
        let mut parts = super::shipments(self.order, date, amount, unit)?;
        for part in &mut parts {
            part.due = self.order.due.unwrap_or_else(|| part.date.plus_days(i64::from(days)));
        }
        let deposit = mul(amount, share).map(|deposit| rounded(deposit, unit));
        Ok(Terms { unit, method, days, deposit, parts })
    }
}

/// A payment.
pub(super) struct Paid<'a> {
    pub payment: &'a Payment,
    /// The order's number that it names, as numbers are compared; empty where it names none.
    pub key: String,
    money: OnceCell<Slip<(Decimal, String)>>,
}

impl Paid<'_> {
    /// What it brings, a refund below zero, and in which currency.
    ///
    /// # Errors
    /// That cannot be told.
    pub fn money(&self) -> Slip<(Decimal, &str)> {
        let money = self.money.get_or_init(|| {
            let currency = currency_of(self.payment.currency.as_deref())?;
            let amount = self.payment.amount.ok_or(Fault::NoAmount)?;
            Ok((self.signed(*amount, &currency), currency))
        });
        money.as_ref().map(|(amount, currency)| (*amount, currency.as_str())).map_err(Clone::clone)
    }

    /// A sum of it, rounded as its currency is, below zero where it is given back.
    pub fn signed(&self, amount: Decimal, currency: &str) -> Decimal {
        let amount = rounded(amount, currency::decimals(currency));
        if self.payment.kind == Some(PaymentKind::Refund) { -amount.abs() } else { amount }
    }
}
