//! The numbers that the clocks count with. Each is the document's own or marked as ours.

use rust_decimal::Decimal;

use super::choice::{Grade, PaymentMethod, Reputation, StageKind};

/// The credit policy: the document's own figures where no policy.toml says otherwise.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Policy {
    /// Working days until an inquiry must be answered (ours).
    pub inquiry_working_days: u32,
    /// Days without contact after which an open quote is due (ours).
    pub quote_days: i64,
    /// Days before the end of a quote's validity on which it is due again (ours).
    pub quote_ends_days: i64,
    /// Days after receipt until feedback on a sample is due (ours).
    pub sample_received_days: i64,
    /// Days after dispatch until feedback is due where receipt is unknown (ours).
    pub sample_sent_days: i64,
    /// Days without contact until a prospect is quiet (ours).
    pub quiet_prospect_days: i64,
    /// Days without contact until a customer is quiet (ours).
    pub quiet_customer_days: i64,
    /// Months between investigations of an A customer (第11条 1(2)①).
    pub review_a_months: u32,
    /// Months between investigations of a B customer (第11条 1(2)②).
    pub review_b_months: u32,
    /// Months between investigations of C, D and ungraded customers (第11条 1(2)③).
    pub review_c_d_months: u32,
    /// The share of sales that grade A takes (第5条).
    pub share_a: Decimal,
    /// The share of sales that grade B takes (第5条).
    pub share_b: Decimal,
    /// The share of sales that grade C takes (第5条).
    pub share_c: Decimal,
    /// The share of sales that grade D takes (第5条).
    pub share_d: Decimal,
    /// Months from the first order during which a customer is new (第5条; how long is ours).
    pub new_months: u32,
    /// Months over which conduct in dealings is looked back on (ours).
    pub conduct_months: u32,
    /// Days late on average beyond which a customer is at most B (ours).
    pub late_b_days: u32,
    /// Days late on average beyond which a customer is at most C (ours).
    pub late_c_days: u32,
    /// Days from B/L date until payment against a copy of it is due (ours).
    pub bl_copy_days: u32,
    /// Days from B/L date until a letter of credit pays (ours).
    pub lc_days: u32,
    /// Days from B/L date until documents against payment are due (ours).
    pub dp_days: u32,
    /// The largest rest in base currency that nobody runs after (ours).
    pub remainder_amount: Decimal,
    /// The largest share of an order that nobody runs after (ours).
    pub remainder_share: Decimal,
    /// Days past due from which a debt is at stake in full, whatever its method of payment (ours).
    pub overdue_weighs_days: i64,
    /// Days that the list of debts looks ahead (ours).
    pub falls_due_days: i64,
    /// How many of the last purchases make one purchase and one cycle (第6条; how many is ours).
    pub purchases: usize,
    /// Cycles after the last purchase on which the next is due (ours).
    pub reorder_cycles: Decimal,
    /// Days between two dunnings for a bill that was not honoured (第14条 2; how many is ours).
    pub dunning_days: i64,
    /// Months that a limit is valid where nothing is said (ours).
    pub limit_months: u32,
    /// How many purchases an A customer's limit may come to (第6条 1).
    pub cap_a_purchases: Decimal,
    /// The share of one purchase that a B customer's limit begins with (第6条 2; how much is ours).
    pub cap_b_start: Decimal,
    /// What each consecutive clean review adds to it (ours).
    pub cap_b_step: Decimal,
    /// What it may come to at most (ours).
    pub cap_b_most: Decimal,
    /// The share of one purchase that a C customer's limit may come to (第6条 3; how much is ours).
    pub cap_c_share: Decimal,
    /// How many cycles an A customer's term may last (第6条 1).
    pub term_a_cycles: Decimal,
    /// How many cycles a B customer's term may last (ours).
    pub term_b_cycles: Decimal,
    /// How many days a C customer's term may last (ours).
    pub term_c_days: u32,
    /// The share beyond the limit that the sales manager may decide alone (第7条; how much is ours).
    pub over_limit_share: Decimal,
    /// The share beyond the term that the sales manager may decide alone (第7条; how much is ours).
    pub over_term_share: Decimal,
    /// The least deposit that D customers pay where the documents are held (ours).
    pub held_deposit: Decimal,
    /// Days before a limit runs out on which it is due (ours).
    pub limit_ends_days: i64,
    /// Days from the end of an investigation until its report must be with the sales manager (第11条 1(1); how many is ours).
    pub report_days: i64,
    /// Visits without effect in a row after which a customer leaves the plan (第13条 1).
    pub fruitless_visits: usize,
    /// Months between two checks of the grades (第8条; how many is ours).
    pub grade_check_months: u32,
    /// How well a C customer must be spoken of at least (第5条).
    pub c_reputation: Reputation,
    /// Days until a copy of the book is due again (ours).
    pub backup_days: i64,
}

impl Default for Policy {
    fn default() -> Self {
        Self {
            inquiry_working_days: 1,
            quote_days: 3,
            quote_ends_days: 7,
            sample_received_days: 14,
            sample_sent_days: 24,
            quiet_prospect_days: 30,
            quiet_customer_days: 60,
            review_a_months: 6,
            review_b_months: 3,
            review_c_d_months: 1,
            share_a: Decimal::new(70, 2),
            share_b: Decimal::new(20, 2),
            share_c: Decimal::new(5, 2),
            share_d: Decimal::new(5, 2),
            new_months: 6,
            conduct_months: 12,
            late_b_days: 15,
            late_c_days: 30,
            bl_copy_days: 7,
            lc_days: 21,
            dp_days: 30,
            remainder_amount: Decimal::new(50, 0),
            remainder_share: Decimal::new(5, 2),
            overdue_weighs_days: 15,
            falls_due_days: 30,
            purchases: 6,
            reorder_cycles: Decimal::new(15, 1),
            dunning_days: 7,
            limit_months: 12,
            cap_a_purchases: Decimal::ONE,
            cap_b_start: Decimal::new(30, 2),
            cap_b_step: Decimal::new(10, 2),
            cap_b_most: Decimal::ONE,
            cap_c_share: Decimal::new(10, 2),
            term_a_cycles: Decimal::ONE,
            term_b_cycles: Decimal::new(5, 1),
            term_c_days: 15,
            over_limit_share: Decimal::new(20, 2),
            over_term_share: Decimal::new(20, 2),
            held_deposit: Decimal::new(30, 2),
            limit_ends_days: 30,
            report_days: 3,
            fruitless_visits: 5,
            grade_check_months: 3,
            c_reputation: Reputation::Fair,
            backup_days: 7,
        }
    }
}

impl Policy {
    /// Months between two investigations of a customer of this grade; ungraded counts as D (第11条 1(2)).
    pub fn review_months(&self, grade: Option<Grade>) -> u32 {
        match grade {
            Some(Grade::A) => self.review_a_months,
            Some(Grade::B) => self.review_b_months,
            Some(Grade::C | Grade::D) | None => self.review_c_d_months,
        }
    }

    /// Days without contact until a customer of this stage is quiet.
    pub fn quiet_days(&self, kind: StageKind) -> i64 {
        match kind {
            StageKind::Prospect => self.quiet_prospect_days,
            StageKind::Customer => self.quiet_customer_days,
        }
    }

    /// Days from B/L date to due date where an order does not say; on credit it is the term in force (第6条).
    pub fn method_days(&self, method: PaymentMethod, term: u32) -> u32 {
        match method {
            PaymentMethod::Advance | PaymentMethod::BeforeShipment => 0,
            PaymentMethod::BlCopy => self.bl_copy_days,
            PaymentMethod::Lc => self.lc_days,
            PaymentMethod::Dp => self.dp_days,
            PaymentMethod::Da | PaymentMethod::Oa => term,
        }
    }
}
