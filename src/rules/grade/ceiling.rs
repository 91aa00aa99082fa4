//! The ceiling: how high a customer may be graded by what is known beside its sales (第5条: 客户其他信息).

use crate::model::choice::{Capital, Grade, Reputation, Size};
use crate::model::{Card, Date, Policy};
use crate::rules::conduct::Conduct;
use crate::rules::money::{Basis, purchases};

/// A fact that the ceiling asks for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Fact {
    /// How large the customer is.
    Size,
    /// How well it is spoken of.
    Reputation,
    /// How much money stands behind it.
    Capital,
    /// An investigation in date, without which the other facts are hearsay.
    Investigation,
}

impl Fact {
    /// Where the card says it.
    pub fn path(self) -> &'static str {
        match self {
            Self::Size => "profile.size",
            Self::Reputation => "trade.reputation",
            Self::Capital => "finance.capital",
            Self::Investigation => "investigation",
        }
    }
}

/// Something that keeps a customer from a higher grade.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Limit {
    /// Size, reputation or capital do not suffice for more than this grade.
    Fact(Fact, Grade),
    /// The first order is younger than half a year: D.
    New(Date),
    /// Pays more than so many days late on average.
    Late(u32, Grade),
    /// A bill was not honoured: at most C.
    Dishonoured(Date),
}

impl Limit {
    /// The highest grade it leaves.
    pub fn grade(self) -> Grade {
        match self {
            Self::Fact(_, grade) | Self::Late(_, grade) => grade,
            Self::New(_) => Grade::D,
            Self::Dishonoured(_) => Grade::C,
        }
    }
}

/// What a grade asks for beside sales (第5条).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Standard {
    /// The least of A.
    a: (Size, Reputation, Capital),
    /// The least of B.
    b: (Size, Reputation),
    /// The least of C.
    c: Reputation,
}

impl Standard {
    /// That of a policy.
    fn new(policy: &Policy) -> Self {
        Self {
            a: (policy.a_size, policy.a_reputation, policy.a_capital),
            b: (policy.b_size, policy.b_reputation),
            c: policy.c_reputation,
        }
    }

    /// The highest grade for size, reputation and capital (第5条's table).
    fn allowed(self, size: Size, reputation: Reputation, capital: Capital) -> Grade {
        match self {
            Self { a, .. } if size >= a.0 && reputation >= a.1 && capital >= a.2 => Grade::A,
            Self { b, .. } if size >= b.0 && reputation >= b.1 => Grade::B,
            Self { c, .. } if reputation >= c => Grade::C,
            _ => Grade::D,
        }
    }
}

/// What is known of a customer beside its sales, and what that allows.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Ceiling {
    /// What the grades ask for.
    pub standard: Standard,
    /// 规模.
    pub size: Option<Size>,
    /// 信誉.
    pub reputation: Option<Reputation>,
    /// 资金.
    pub capital: Option<Capital>,
    /// Whether an investigation is in date.
    pub investigated: bool,
    /// What the customer's history allows at most, whatever its standing.
    pub history: Vec<Limit>,
}

impl Ceiling {
    /// The highest grade that is possible, what is unknown taken for the best.
    pub fn best(&self) -> Grade {
        let facts = self.standard.allowed(
            self.size.unwrap_or(Size::Large),
            self.reputation.unwrap_or(Reputation::High),
            self.capital.unwrap_or(Capital::Strong),
        );
        self.history.iter().map(|limit| limit.grade()).fold(facts, Grade::max)
    }

    /// The facts that are unknown and could lower a grade.
    pub fn missing(&self, grade: Grade) -> Vec<Fact> {
        if grade == Grade::D {
            return Vec::new(); // there is nothing lower
        }
        let size = self.size.unwrap_or(Size::Large);
        let reputation = self.reputation.unwrap_or(Reputation::High);
        let capital = self.capital.unwrap_or(Capital::Strong);
        let worse = [
            (Fact::Size, self.size.is_none(), self.standard.allowed(Size::Small, reputation, capital)),
            (Fact::Reputation, self.reputation.is_none(), self.standard.allowed(size, Reputation::Poor, capital)),
            (Fact::Capital, self.capital.is_none(), self.standard.allowed(size, reputation, Capital::Weak)),
            (Fact::Investigation, !self.investigated, Grade::D),
        ];
        worse.into_iter().filter(|(_, unknown, least)| *unknown && *least > grade).map(|(fact, ..)| fact).collect()
    }

    /// Everything that keeps the customer from a higher grade than it gets, worst first.
    pub fn limits(&self) -> Vec<Limit> {
        let size = self.size.map(|size| (Fact::Size, self.standard.allowed(size, Reputation::High, Capital::Strong)));
        let reputation = self
            .reputation
            .map(|reputation| (Fact::Reputation, self.standard.allowed(Size::Large, reputation, Capital::Strong)));
        let capital =
            self.capital.map(|capital| (Fact::Capital, self.standard.allowed(Size::Large, Reputation::High, capital)));
        let facts = [size, reputation, capital].into_iter().flatten().map(|(fact, grade)| Limit::Fact(fact, grade));
        let mut limits: Vec<Limit> =
            facts.filter(|limit| limit.grade() > Grade::A).chain(self.history.iter().copied()).collect();
        limits.sort_by_key(|limit| std::cmp::Reverse(limit.grade()));
        limits
    }
}

/// The ceiling of a customer as of a day.
pub(super) fn ceiling(card: &Card, basis: &Basis<'_>, conduct: &Conduct, day: Date) -> Ceiling {
    let policy = basis.policy;
    let new = purchases(card, day).min().filter(|first| first.plus_months(policy.new_months) > day).map(Limit::New);
    let late = if conduct.later_than(policy.late_c_days) {
        Some(Limit::Late(policy.late_c_days, Grade::C))
    } else if conduct.later_than(policy.late_b_days) {
        Some(Limit::Late(policy.late_b_days, Grade::B))
    } else {
        None
    };
    Ceiling {
        standard: Standard::new(policy),
        size: card.profile.size,
        reputation: card.trade.reputation,
        capital: card.finance.capital,
        investigated: super::investigated(card, basis, day),
        history: [new, late, conduct.dishonoured.map(Limit::Dishonoured)].into_iter().flatten().collect(),
    }
}
