//! The numbers that the clocks count with. Each is the document's own or marked as ours.

use super::choice::{Grade, StageKind};

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
}
