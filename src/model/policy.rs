//! The numbers that the clocks count with. Each is the document's own or marked as ours.

use rust_decimal::Decimal;

use super::choice::{Grade, PaymentMethod, StageKind};

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
