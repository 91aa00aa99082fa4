//! Figures that make no sense, by themselves or beside others.

use rust_decimal::Decimal;

use super::{Figure, Policy};

/// What is wrong with a policy.
#[derive(Debug)]
pub enum Clash {
    /// A figure that lies outside what makes sense.
    Range(&'static Figure),
    /// The shares of the four grades come to this, not to all.
    Shares(Decimal),
    /// The first must be at least the second.
    Order(&'static Figure, &'static Figure),
}

/// The shares of sales of the four grades (第5条).
const SHARES: [&str; 4] = ["share_a", "share_b", "share_c", "share_d"];

/// What must be at least what: the better grade has the longer leash, and the sterner step comes later.
const ORDERED: &[(&str, &str)] = &[
    ("review_a_months", "review_b_months"),
    ("review_b_months", "review_c_d_months"),
    ("a_size", "b_size"),
    ("a_reputation", "b_reputation"),
    ("b_reputation", "c_reputation"),
    ("late_c_days", "late_b_days"),
    ("cap_a_purchases", "cap_b_most"),
    ("cap_b_most", "cap_b_start"),
    ("cap_b_start", "cap_c_share"),
    ("term_a_cycles", "term_b_cycles"),
    ("sample_sent_days", "sample_received_days"),
    ("dunning_final_days", "dunning_second_days"),
];

impl Clash {
    /// The figures that it is about.
    pub fn keys(&self) -> Vec<&'static str> {
        match self {
            Self::Range(figure) => vec![figure.key],
            Self::Shares(_) => SHARES.to_vec(),
            Self::Order(more, less) => vec![more.key, less.key],
        }
    }
}

impl Policy {
    /// The figure with this key.
    pub fn figure(key: &str) -> Option<&'static Figure> {
        Self::GROUPS.iter().flat_map(|group| group.figures).find(|figure| figure.key == key)
    }

    /// What is wrong with it, if anything.
    pub fn clashes(&self) -> Vec<Clash> {
        let all = Self::GROUPS.iter().flat_map(|group| group.figures);
        let mut clashes: Vec<Clash> = all.filter(|figure| !self.makes_sense(figure)).map(Clash::Range).collect();
        let outside: Vec<&str> = clashes.iter().flat_map(Clash::keys).collect();
        // what is told of a figure by itself need not be told of it beside others
        let sound = |keys: &[&str]| !keys.iter().any(|key| outside.contains(key));
        let value = |key: &str| Self::figure(key).map(|figure| (figure, (figure.get)(self).rank()));
        if sound(&SHARES) {
            let sum = SHARES.iter().filter_map(|key| value(key)).map(|(_, share)| share).sum();
            if sum != Decimal::ONE {
                clashes.push(Clash::Shares(sum));
            }
        }
        for (more, less) in ORDERED.iter().filter(|(more, less)| sound(&[more, less])) {
            if let (Some((more, most)), Some((less, least))) = (value(more), value(less))
                && most < least
            {
                clashes.push(Clash::Order(more, less));
            }
        }
        clashes
    }

    fn makes_sense(&self, figure: &Figure) -> bool {
        let value = (figure.get)(self).rank();
        value >= figure.least.into() && figure.unit.most().is_none_or(|most| value <= most.into())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::choice::{Reputation, Size};

    #[test]
    fn figures_that_make_no_sense() {
        let d = |text: &str| Decimal::from_str_exact(text).unwrap();
        type Change = fn(&mut Policy);
        let cases: &[(&str, Change, &[&[&str]])] = &[
            ("a share of more than all", |p| p.remainder_share = Decimal::TWO, &[&["remainder_share"]]),
            ("or less than nothing", |p| p.held_deposit = Decimal::NEGATIVE_ONE, &[&["held_deposit"]]),
            ("a weight of more than all", |p| p.weight_oa = Decimal::TWO, &[&["weight_oa"]]),
            ("money below zero", |p| p.remainder_amount = Decimal::NEGATIVE_ONE, &[&["remainder_amount"]]),
            ("no month between two investigations", |p| p.review_c_d_months = 0, &[&["review_c_d_months"]]),
            ("days below zero", |p| p.quote_ends_days = -1, &[&["quote_ends_days"]]),
            ("no days at all", |p| p.quiet_customer_days = 0, &[&["quiet_customer_days"]]),
            ("no days where that means something", |p| p.lc_days = 0, &[]),
            ("nobody is new", |p| p.new_months = 0, &[]),
            ("more days than anybody means", |p| p.dunning_days = 3651, &[&["dunning_days"]]),
            ("the median of nothing", |p| p.purchases = 0, &[&["purchases"]]),
            ("four shares of 95 per cent (第5条)", |p| p.share_a = Decimal::new(65, 2), &[&SHARES]),
            ("four other shares", |p| (p.share_a, p.share_b) = (Decimal::new(60, 2), Decimal::new(30, 2)), &[]),
            ("a share that is none is told once", |p| p.share_a = Decimal::TEN, &[&["share_a"]]),
            (
                "A seen more often than B (第11条 1(2))",
                |p| p.review_a_months = 2,
                &[&["review_a_months", "review_b_months"]],
            ),
            ("A as often as B", |p| p.review_a_months = 3, &[]),
            ("B beyond A and below C", |p| p.review_b_months = 12, &[&["review_a_months", "review_b_months"]]),
            ("late for B later than for C", |p| p.late_b_days = 31, &[&["late_c_days", "late_b_days"]]),
            (
                "B begins above its most (第6条 2)",
                |p| p.cap_b_most = Decimal::new(20, 2),
                &[&["cap_b_most", "cap_b_start"]],
            ),
            ("B may more than A", |p| p.cap_a_purchases = Decimal::new(5, 1), &[&["cap_a_purchases", "cap_b_most"]]),
            ("C may more than B", |p| p.term_b_cycles = Decimal::TWO, &[&["term_a_cycles", "term_b_cycles"]]),
            ("B larger than A (第5条)", |p| p.a_size = Size::Small, &[&["a_size", "b_size"]]),
            ("C better spoken of than B", |p| p.c_reputation = Reputation::High, &[&["b_reputation", "c_reputation"]]),
            (
                "a sample judged before it came",
                |p| p.sample_sent_days = 7,
                &[&["sample_sent_days", "sample_received_days"]],
            ),
            (
                "the last reminder before the second",
                |p| p.dunning_second_days = 46,
                &[&["dunning_final_days", "dunning_second_days"]],
            ),
            (
                "two at once",
                |p| (p.late_b_days, p.backup_days) = (99, 0),
                &[&["backup_days"], &["late_c_days", "late_b_days"]],
            ),
        ];
        for (name, change, want) in cases {
            let mut policy = Policy::default();
            change(&mut policy);
            let told: Vec<Vec<&str>> = policy.clashes().iter().map(Clash::keys).collect();
            assert_eq!(told, *want, "{name}");
        }
        let policy = Policy { share_d: d("0.0500000000000000000000000001"), ..Policy::default() };
        assert_eq!(policy.clashes().len(), 1, "to the last digit");
    }
}
