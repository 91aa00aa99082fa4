//! What a payment did, and what of an order is left after it.

use rust_decimal::Decimal;

use super::exact::{mul, sub};
use super::{Basis, Deal, Exact, Ledger, Slip};
use crate::model::card::Payment;
use crate::model::choice::PaymentKind;
use crate::model::currency;
use crate::model::name::paper_key;

impl Deal<'_> {
    /// What is still to come of the whole order, shipped or not.
    ///
    /// # Errors
    /// The digits do not suffice.
    pub fn rest(&self) -> Exact<Decimal> {
        sub(self.claim, self.settled)
    }

    /// What remains to be paid once the deposit is, or what came in already where that is more.
    ///
    /// # Errors
    /// The digits do not suffice.
    pub fn balance(&self) -> Exact<Decimal> {
        sub(self.claim, self.deposit.max(self.settled))
    }
}

/// Whether a rest of an order is within both limits of a remainder (尾差): its share of the whole that it is left of, and
/// its worth in base currency at the rate of the order's day (rulebook §3).
///
/// # Errors
/// There is no rate for that day, or the digits do not suffice.
pub fn is_small(deal: &Deal<'_>, rest: Decimal, whole: Decimal, basis: &Basis<'_>) -> Slip<bool> {
    if rest > mul(whole, basis.policy.remainder_share)? {
        return Ok(false);
    }
    Ok(basis.rates.to_base(rest, &deal.currency, deal.date)? <= basis.policy.remainder_amount)
}

/// What an order gained by a payment.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Gain {
    /// The order's number.
    pub number: String,
    /// ISO 4217.
    pub currency: String,
    /// What settles it more than before; below zero after a refund.
    pub amount: Decimal,
    /// What is still to come of it.
    pub rest: Decimal,
}

/// What each order gained between two ledgers of the same orders; those that gained nothing are left out.
///
/// # Errors
/// The digits do not suffice.
pub fn gains(before: &Ledger<'_>, after: &Ledger<'_>) -> Exact<Vec<Gain>> {
    let gain = |(before, after): (&Deal<'_>, &Deal<'_>)| {
        Ok(Gain {
            number: after.number().to_owned(),
            currency: after.currency.clone(),
            amount: sub(after.settled, before.settled)?,
            rest: after.rest()?,
        })
    };
    let all: Exact<Vec<Gain>> = before.deals.iter().zip(&after.deals).map(gain).collect();
    Ok(all?.into_iter().filter(|gain| !gain.amount.is_zero()).collect())
}

/// Whether two payments say the same in every field, however it is written: then one of them is likely a slip.
pub fn same_payment(a: &Payment, b: &Payment) -> bool {
    let text = |text: &Option<String>| text.as_deref().unwrap_or_default().trim().to_owned();
    let paper = |number: &Option<String>| paper_key(number.as_deref().unwrap_or_default());
    let code = |code: &Option<String>| code.as_deref().and_then(currency::find);
    let kind = |payment: &Payment| payment.kind.unwrap_or(PaymentKind::Receipt);
    a.date == b.date
        && a.amount == b.amount
        && code(&a.currency) == code(&b.currency)
        && kind(a) == kind(b)
        && paper(&a.order) == paper(&b.order)
        && a.settles == b.settles
        && text(&a.method) == text(&b.method)
        && text(&a.reference) == text(&b.reference)
        && text(&a.payer) == text(&b.payer)
        && text(&a.note) == text(&b.note)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::formats::toml::from_text;
    use crate::model::{Card, Date, Policy, Settings};
    use crate::rules::money::{Fault, ledger};

    fn day(text: &str) -> Date {
        Date::parse(text).unwrap()
    }

    fn settings(text: &str) -> Settings {
        from_text(text).unwrap()
    }

    #[test]
    fn a_rest_is_small_within_both_limits_at_the_rate_of_the_orders_day() {
        let policy = Policy::default();
        let settings = settings(
            "rate = [ { currency = 'USD', value = '5' }, { date = 2026-06-01, currency = 'USD', value = '50' } ]\n",
        );
        let basis = Basis::new(&settings, &policy);
        for (currency, amount, rest, want) in [
            ("USD", "1000", "10.00", Ok(true)),
            ("USD", "1000", "10.01", Ok(false)),
            ("USD", "100", "5", Ok(true)),
            ("USD", "100", "5.01", Ok(false)),
            ("CNY", "10000", "50", Ok(true)),
            ("CNY", "10000", "50.01", Ok(false)),
            ("EUR", "1000", "1", Err(())),
            // too large a share needs no rate
            ("EUR", "1000", "51", Ok(false)),
        ] {
            let text = format!(
                "[[order]]\nnumber = 'PI-1'\ndate = 2026-05-01\ncurrency = '{currency}'\namount = '{amount}'\n"
            );
            let card: Card = from_text(&text).unwrap();
            let ledger = ledger(&card, &basis, day("2026-11-23")).unwrap();
            let rest = Decimal::from_str_exact(rest).unwrap();
            let small = is_small(&ledger.deals[0], rest, ledger.deals[0].claim, &basis);
            assert_eq!(small.clone().map_err(drop), want, "{currency} {amount} {rest}");
            assert!(small.is_ok() || matches!(small, Err(Fault::NoRate { .. })));
        }
    }

    const ORDERS: &str = "\
[[order]]\nnumber = 'PI-1'\ndate = 2026-01-01\ncurrency = 'USD'\namount = 100\npay = { deposit = '0.3' }
[[order]]\nnumber = 'PI-2'\ndate = 2026-02-01\ncurrency = 'USD'\namount = 200
[[order]]\nnumber = 'PI-3'\ndate = 2026-02-01\ncurrency = 'EUR'\namount = 300\n";

    #[test]
    fn gains_are_told_order_by_order() {
        let policy = Policy::default();
        let settings = settings("");
        let basis = Basis::new(&settings, &policy);
        for (payments, want) in [
            ("", vec![]),
            ("amount = 60\ncurrency = 'USD'", vec![("PI-1", "60", "40")]),
            ("amount = 350\ncurrency = 'USD'", vec![("PI-1", "100", "0"), ("PI-2", "200", "0")]),
            ("amount = 250\ncurrency = 'USD'\norder = 'PI-2'", vec![("PI-1", "50", "50"), ("PI-2", "200", "0")]),
            ("amount = 7\ncurrency = 'EUR'\norder = 'PI-1'\nsettles = 8", vec![("PI-1", "8", "92")]),
        ] {
            let payment = if payments.is_empty() {
                String::new()
            } else {
                format!("[[payment]]\ndate = 2026-03-01\n{payments}\n")
            };
            let (before, after): (Card, Card) =
                (from_text(ORDERS).unwrap(), from_text(&format!("{ORDERS}{payment}")).unwrap());
            let day = day("2026-11-23");
            let found = gains(&ledger(&before, &basis, day).unwrap(), &ledger(&after, &basis, day).unwrap()).unwrap();
            let told: Vec<_> = found
                .iter()
                .map(|gain| {
                    (gain.number.as_str(), gain.amount.normalize().to_string(), gain.rest.normalize().to_string())
                })
                .collect();
            let told: Vec<_> =
                told.iter().map(|(number, amount, rest)| (*number, amount.as_str(), rest.as_str())).collect();
            assert_eq!(told, want, "{payments}");
        }
    }

    #[test]
    fn what_is_left_beside_the_deposit() {
        let policy = Policy::default();
        let settings = settings("");
        let basis = Basis::new(&settings, &policy);
        for (paid, balance, rest) in
            [("0", "70.00", "100"), ("20", "70.00", "80"), ("50", "50", "50"), ("120", "0", "0")]
        {
            let text =
                format!("{ORDERS}[[payment]]\ndate = 2026-03-01\namount = {paid}\ncurrency = 'USD'\norder = 'PI-1'\n");
            let card: Card = from_text(&text).unwrap();
            let ledger = ledger(&card, &basis, day("2026-11-23")).unwrap();
            let deal = &ledger.deals[0];
            let d = |text: &str| Ok(Decimal::from_str_exact(text).unwrap());
            assert_eq!((deal.balance(), deal.rest()), (d(balance), d(rest)), "{paid}");
        }
    }

    #[test]
    fn the_same_payment_however_it_is_written() {
        let payment = |text: &str| -> Payment { from_text(text).unwrap() };
        let one = payment("date = 2026-03-01\namount = '100.00'\ncurrency = 'CNY'\nkind = 'receipt'\norder = 'PI-1'\n");
        for (text, want) in [
            ("date = 2026-03-01\namount = 100\ncurrency = 'RMB'\norder = ' pi-1'\n", true),
            ("date = 2026-03-02\namount = 100\ncurrency = 'CNY'\norder = 'PI-1'\n", false),
            ("date = 2026-03-01\namount = 100\ncurrency = 'CNY'\norder = 'PI-1'\nreference = 'TT 7'\n", false),
            ("date = 2026-03-01\namount = 100\ncurrency = 'CNY'\norder = 'PI-1'\nkind = 'refund'\n", false),
            ("date = 2026-03-01\namount = 100\ncurrency = 'CNY'\n", false),
        ] {
            assert_eq!(same_payment(&one, &payment(text)), want, "{text}");
        }
    }
}
