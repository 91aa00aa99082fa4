//! Bands: customers by sales, largest first, cut where the sum of those before reaches 70, 90 and 95 % (第5条).

use rust_decimal::Decimal;

use crate::model::Policy;
use crate::model::choice::Grade;
use crate::rules::money::Exact;
use crate::rules::money::exact::{add, mul, sum};

/// A customer to be put into a band.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Seller {
    /// The customer's folder: settles ties, by code points.
    pub path: String,
    /// Sales in base currency.
    pub sales: Decimal,
}

/// Where a customer stands among all.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Standing {
    /// What those before it sold, in base currency.
    pub before: Decimal,
    /// With its own sales.
    pub after: Decimal,
    /// What all bought; who gave back more than it bought takes nothing from the others.
    pub total: Decimal,
    /// The band.
    pub band: Grade,
}

impl Standing {
    /// A part of all sales as a share, rounded to six decimals, for people; bands are cut without rounding. `None`
    /// where nothing was sold.
    pub fn share(&self, part: Decimal) -> Option<Decimal> {
        let share = part.checked_div(self.total).filter(|_| !self.total.is_zero())?;
        Some(crate::rules::money::exact::rounded(share, 6))
    }
}

/// Each band with the share of all sales below which those before a customer must stay; what comes behind is D.
///
/// # Errors
/// The digits do not suffice.
pub fn edges(policy: &Policy) -> Exact<[(Grade, Decimal); 3]> {
    let share_b = add(policy.share_a, policy.share_b)?;
    Ok([(Grade::A, policy.share_a), (Grade::B, share_b), (Grade::C, add(share_b, policy.share_c)?)])
}

/// The standing of each customer, in the order given. Exact: whether 70 % is reached is decided by multiplication, not
/// by a rounded share.
///
/// # Errors
/// The sum of sales has too many digits.
pub fn bands(sellers: &[Seller], policy: &Policy) -> Exact<Vec<Standing>> {
    let total = sum(sellers.iter().map(|seller| seller.sales.max(Decimal::ZERO)))?;
    let edges = edges(policy)?;
    let mut order: Vec<usize> = (0..sellers.len()).collect();
    let key = |index: &usize| sellers.get(*index).map(|seller| (-seller.sales, seller.path.as_str()));
    order.sort_by(|a, b| key(a).cmp(&key(b)));
    let mut standings: Vec<(usize, Standing)> = Vec::with_capacity(sellers.len());
    let mut before = Decimal::ZERO;
    for index in order {
        let sales = sellers.get(index).map(|seller| seller.sales).unwrap_or_default();
        let after = add(before, sales)?;
        let mut band = Grade::D;
        // no sales: D (第5条: 新客户、一般的中小客户)
        if sales > Decimal::ZERO {
            for (grade, edge) in edges.iter().rev() {
                if before < mul(total, *edge)? {
                    band = *grade;
                }
            }
        }
        standings.push((index, Standing { before, after, total, band }));
        before = after;
    }
    standings.sort_by_key(|(index, _)| *index);
    Ok(standings.into_iter().map(|(_, standing)| standing).collect())
}
