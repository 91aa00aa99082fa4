//! One customer for whom a draft would change something.

use crate::commands::found::Who;
use crate::lang::tr;
use crate::model::choice::Grade;
use crate::model::{Choose, Date, Number};
use crate::row;
use crate::rules::impact::Consequences;
use crate::views::table::Shown;
use crate::views::{Column, amount};

row! {
    /// What would change for a customer.
    pub struct ImpactRow("impact", "影响") of Who {
        proposal_before: Grade = "proposal before" "原建议等级", article("第5条");
        proposal_after: Grade = "proposal after" "新建议等级", article("第5条");
        review_before: Date = "investigation due before" "原调查日期", article("第11条 1(2)");
        review_after: Date = "investigation due after" "新调查日期", article("第11条 1(2)");
        exposure_before: Number = "exposure before" "原信用敞口";
        exposure_after: Number = "exposure after" "新信用敞口";
        currency: String = "currency" "币种", about("The book's base currency", "本位币");
        limit_cap_before: Number = "limit at most before" "原额度上限", article("第6条"), about("In base currency", "以本位币计");
        limit_cap_after: Number = "limit at most after" "新额度上限", article("第6条"), about("In base currency", "以本位币计");
        term_cap_before: u32 = "term at most before, in days" "原账期上限（天）", article("第6条");
        term_cap_after: u32 = "term at most after, in days" "新账期上限（天）", article("第6条");
    }
}

impl ImpactRow {
    /// From what follows of two policies; `grades` are the proposals of both.
    pub fn new(of: Who, base: &str, grades: (Grade, Grade), (before, after): (&Consequences, &Consequences)) -> Self {
        Self {
            of,
            proposal_before: grades.0,
            proposal_after: grades.1,
            review_before: before.review,
            review_after: after.review,
            exposure_before: before.exposure.into(),
            exposure_after: after.exposure.into(),
            currency: base.to_owned(),
            limit_cap_before: before.limit_cap.into(),
            limit_cap_after: after.limit_cap.into(),
            term_cap_before: before.term_cap,
            term_cap_after: after.term_cap,
        }
    }

    /// Whether anything changes.
    pub fn changes(&self) -> bool {
        self.proposal_before != self.proposal_after
            || self.review_before != self.review_after
            || self.weighs()
            || self.limit_cap_before != self.limit_cap_after
            || self.term_cap_before != self.term_cap_after
    }

    /// Whether the exposure changes.
    pub fn weighs(&self) -> bool {
        self.exposure_before != self.exposure_after
    }
}

/// The columns of the table: what changes for somebody.
pub fn columns(rows: &[ImpactRow]) -> Vec<Column<ImpactRow>> {
    let column =
        |title, spare, elastic, show: fn(&ImpactRow) -> Shown| Column { title, right: false, spare, elastic, show };
    let all = vec![
        column(tr("customer", "客户"), 0, true, |row| row.of.called().into()),
        column(tr("country", "国家"), 3, false, |row| row.of.country_shown()),
        column(tr("owner", "负责人"), 2, false, |row| row.of.owner_shown()),
        column(tr("in force", "核定"), 1, false, |row| row.of.grade_shown()),
        column(tr("proposal", "建议等级"), 0, false, |row| {
            from_to(Some(row.proposal_before.key().to_owned()), Some(row.proposal_after.key().to_owned()))
        }),
        column(tr("investigation", "定期调查"), 0, false, |row| {
            from_to(Some(row.review_before.to_string()), Some(row.review_after.to_string()))
        }),
        column(tr("exposure", "信用敞口"), 0, false, |row| {
            from_to(Some(amount(*row.exposure_before)), Some(amount(*row.exposure_after)))
        }),
        column(tr("limit at most", "额度上限"), 0, false, |row| {
            from_to(Some(amount(*row.limit_cap_before)), Some(amount(*row.limit_cap_after)))
        }),
        column(tr("term at most", "账期上限"), 0, false, |row| {
            let shown = |days: u32| Some(crate::tr!("{days} d", "{days} 天"));
            from_to(shown(row.term_cap_before), shown(row.term_cap_after))
        }),
    ];
    let said = |column: &Column<ImpactRow>| rows.iter().any(|row| !(column.show)(row).text.is_empty());
    all.into_iter().filter(said).collect()
}

/// `A → B`; nothing where nothing changes.
fn from_to(before: Option<String>, after: Option<String>) -> Shown {
    if before == after {
        return "".into();
    }
    let shown = |value: Option<String>| value.unwrap_or_else(|| "-".to_owned());
    format!("{} → {}", shown(before), shown(after)).into()
}
