//! The numbers that the rules count with. Each is the document's own or marked as ours, and each is a line of policy.toml.

mod clash;
mod figure;
mod written;

pub use clash::Clash;
pub use figure::{Amount, Figure, Group, Put, Unit, Value};
pub use written::{PolicyApproval, Written};

use rust_decimal::Decimal;

use super::choice::{Capital, Grade, PaymentMethod, Reputation, Size, StageKind};
use figure::{figures, percent};

figures! {
    /// The credit policy: the document's own figures where no policy.toml says otherwise.
    ///
    /// A line a figure: key, type, what people call it, its value where nothing is said, what it counts and the least that
    /// makes sense, and from where it is: `article` has the number from the document, `ours` at most the rule.
    pub struct Policy

    "Grades" "等级标准" {
        share_a: Decimal = "share of sales, A" "A级销售占比", percent(70), Share from 0, article("第5条");
        share_b: Decimal = "share of sales, B" "B级销售占比", percent(20), Share from 0, article("第5条");
        share_c: Decimal = "share of sales, C" "C级销售占比", percent(5), Share from 0, article("第5条");
        share_d: Decimal = "share of sales, D" "D级销售占比", percent(5), Share from 0, article("第5条");
        a_size: Size = "size, A at least" "A级最低规模", Size::Large, Word from 0, article("第5条");
        a_reputation: Reputation = "reputation, A at least" "A级最低信誉", Reputation::High, Word from 0, article("第5条");
        a_capital: Capital = "capital, A at least" "A级最低资金", Capital::Strong, Word from 0, article("第5条");
        b_size: Size = "size, B at least" "B级最低规模", Size::Medium, Word from 0, article("第5条");
        b_reputation: Reputation = "reputation, B at least" "B级最低信誉", Reputation::Good, Word from 0, article("第5条");
        c_reputation: Reputation = "reputation, C at least" "C级最低信誉", Reputation::Fair, Word from 0, article("第5条");
        new_months: u32 = "new (D) after first order for" "首单后按新客户（D级）", 6, Months from 0, ours("第5条");
        conduct_months: u32 = "conduct looked back on over" "往来表现回顾期", 12, Months from 1, ours("第5条");
        late_b_days: u32 = "late on average, B at most beyond" "平均迟付超过即不高于B级", 15, Days from 0, ours("第5条");
        late_c_days: u32 = "late on average, C at most beyond" "平均迟付超过即不高于C级", 30, Days from 0, ours("第5条");
        grade_check_months: u32 = "grades checked every" "等级核查间隔", 3, Months from 1, ours("第8条");
    }
    "Limits and terms" "额度和账期" {
        purchases: usize = "last purchases that count" "计算一次进货额和进货周期的最近进货", 6, Count from 1, ours("第6条");
        cap_a_purchases: Decimal = "limit of A, at most" "A级额度上限", Decimal::ONE, Purchases from 0, article("第6条 1");
        cap_b_start: Decimal = "limit of B, to begin with" "B级起始额度占一次进货额", percent(30), Share from 0, ours("第6条 2");
        cap_b_step: Decimal = "limit of B, more by clean review" "B级每次连续良好复查增加", percent(10), Share from 0, ours("第6条 2");
        cap_b_most: Decimal = "limit of B, at most" "B级额度上限占一次进货额", percent(100), Share from 0, ours("第6条 2");
        cap_c_share: Decimal = "limit of C, at most" "C级额度上限占一次进货额", percent(10), Share from 0, ours("第6条 3");
        term_a_cycles: Decimal = "term of A, at most" "A级账期上限", Decimal::ONE, Cycles from 0, article("第6条 1");
        term_b_cycles: Decimal = "term of B, at most" "B级账期上限", Decimal::new(5, 1), Cycles from 0, ours("第6条 2");
        term_c_days: u32 = "term of C, at most" "C级账期上限", 15, Days from 0, ours("第6条 3");
        limit_months: u32 = "limit valid for" "额度有效期", 12, Months from 1, ours("第7条");
        limit_ends_days: i64 = "limit due before it runs out" "额度到期前提醒", 30, Days from 0, ours("第7条");
        over_limit_share: Decimal = "over limit, sales manager alone" "超额度由销售经理批准的幅度", percent(20), Share from 0, ours("第7条");
        over_term_share: Decimal = "over term, sales manager alone" "超账期由销售经理批准的幅度", percent(20), Share from 0, ours("第7条");
        held_deposit: Decimal = "deposit of D, documents held" "D级凭单据付款的最低定金", percent(30), Share from 0, ours("第6条 4");
    }
    "Receivables" "应收" {
        bl_copy_days: u32 = "B/L copy: due after B/L date" "见提单复印件付款：提单日后", 7, Days from 0, ours("");
        lc_days: u32 = "letter of credit: pays after B/L" "信用证：提单日后", 21, Days from 0, ours("");
        dp_days: u32 = "documents against payment: after B/L" "付款交单：提单日后", 30, Days from 0, ours("");
        remainder_amount: Decimal = "remainder at most (base currency)" "尾差上限金额（本位币）", Decimal::new(50, 0), Money from 0, ours("");
        remainder_share: Decimal = "remainder at most, of the order" "尾差上限占订单", percent(5), Share from 0, ours("");
        weight_lc: Decimal = "weight of letter of credit" "信用证计入信用敞口", Decimal::ZERO, Share from 0, ours("");
        weight_dp: Decimal = "weight of documents against payment" "付款交单计入信用敞口", Decimal::ZERO, Share from 0, ours("");
        weight_bl_copy: Decimal = "weight of B/L copy" "见提单复印件付款计入信用敞口", Decimal::ZERO, Share from 0, ours("");
        weight_da: Decimal = "weight of documents against acceptance" "承兑交单计入信用敞口", Decimal::ONE, Share from 0, ours("");
        weight_oa: Decimal = "weight of open account" "赊销计入信用敞口", Decimal::ONE, Share from 0, ours("");
        overdue_weighs_days: i64 = "past due, weighs in full after" "逾期达此天数全额计入敞口", 15, Days from 0, ours("");
        falls_due_days: i64 = "debts looked ahead for" "应收表预告期", 30, Days from 0, ours("");
        dunning_second_days: i64 = "overdue, dunned again from" "逾期达此天数再次催款", 15, Days from 1, ours("");
        dunning_final_days: i64 = "overdue, dunned for the last time from" "逾期达此天数最后催款", 45, Days from 1, ours("");
        dunning_days: i64 = "dishonoured bill: dunning every" "拒付后催款间隔", 7, Days from 1, ours("第14条 2");
    }
    "Investigations" "信用调查" {
        review_a_months: u32 = "A investigated every" "A级调查间隔", 6, Months from 1, article("第11条 1(2)①");
        review_b_months: u32 = "B investigated every" "B级调查间隔", 3, Months from 1, article("第11条 1(2)②");
        review_c_d_months: u32 = "C, D, ungraded investigated every" "C级、D级和未评级调查间隔", 1, Months from 1, article("第11条 1(2)③");
        report_days: i64 = "report to sales manager within" "调查完成后报告销售经理", 3, Days from 0, ours("第11条 1(1)");
    }
    "Following up" "跟进" {
        inquiry_working_days: u32 = "inquiry answered within" "询盘答复期限", 1, WorkingDays from 0, ours("");
        quote_days: i64 = "open quote without contact" "报价后无联系即提醒", 3, Days from 1, ours("");
        quote_ends_days: i64 = "quote due before validity ends" "报价失效前提醒", 7, Days from 0, ours("");
        sample_received_days: i64 = "sample feedback after receipt" "样品签收后催反馈", 14, Days from 1, ours("");
        sample_sent_days: i64 = "sample feedback after dispatch" "样品寄出后催反馈（未记签收）", 24, Days from 1, ours("");
        quiet_prospect_days: i64 = "prospect quiet after" "潜在客户久未联系", 30, Days from 1, ours("");
        quiet_customer_days: i64 = "customer quiet after" "国外客户久未联系", 60, Days from 1, ours("");
        reorder_cycles: Decimal = "reorder after last purchase" "上次进货后提醒返单", Decimal::new(15, 1), Cycles from 0, ours("");
        fruitless_visits: usize = "fruitless visits in a row" "连续无实效访问后移出访问计划", 5, Count from 1, article("第13条 1");
    }
    "Book" "账套" {
        backup_days: i64 = "backup every" "备份间隔", 7, Days from 1, ours("");
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

    /// The part of a debt that is at stake while nothing has gone wrong; what was to be paid before the goods left is
    /// at stake in full once they did.
    pub fn weight(&self, method: PaymentMethod) -> Decimal {
        match method {
            PaymentMethod::Advance | PaymentMethod::BeforeShipment => Decimal::ONE,
            PaymentMethod::BlCopy => self.weight_bl_copy,
            PaymentMethod::Lc => self.weight_lc,
            PaymentMethod::Dp => self.weight_dp,
            PaymentMethod::Da => self.weight_da,
            PaymentMethod::Oa => self.weight_oa,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::field::Record;

    fn all() -> impl Iterator<Item = &'static Figure> {
        Policy::GROUPS.iter().flat_map(|group| group.figures)
    }

    #[test]
    fn every_figure_has_a_key_of_its_own_labels_in_both_languages_and_a_place_in_the_file() {
        let mut keys = std::collections::BTreeSet::new();
        for figure in all() {
            assert!(keys.insert(figure.key), "{} twice", figure.key);
            assert!(figure.label.en.is_ascii() || figure.label.en.contains('/'), "{}", figure.key);
            assert!(figure.label.zh.chars().any(|c| c >= '\u{4e00}'), "{}", figure.key);
            assert!(figure.article.is_empty() || figure.article.starts_with('第'), "{}", figure.key);
            assert!(figure.ours || !figure.article.is_empty(), "{}: neither the document's nor ours", figure.key);
            assert!(Written::TYPE.field(figure.key).is_some(), "{}", figure.key);
        }
        assert_eq!(Written::TYPE.fields.len(), keys.len() + 1, "the figures and the approvals");
    }

    #[test]
    fn the_documents_own_figures_are_consistent() {
        assert!(Policy::default().clashes().is_empty());
    }

    #[test]
    fn the_document_and_what_is_ours() {
        let of = |ours: bool| all().filter(|figure| figure.ours == ours).map(|figure| figure.key).collect::<Vec<_>>();
        assert_eq!(
            of(false),
            [
                "share_a",
                "share_b",
                "share_c",
                "share_d",
                "a_size",
                "a_reputation",
                "a_capital",
                "b_size",
                "b_reputation",
                "c_reputation",
                "cap_a_purchases",
                "term_a_cycles",
                "review_a_months",
                "review_b_months",
                "review_c_d_months",
                "fruitless_visits",
            ]
        );
    }
}
