//! The report as data.

use crate::commands::found::Who;
use crate::commands::grade::mean;
use crate::commands::owed::Owed;
use crate::model::card::Investigation;
use crate::model::choice::{Channel, Condition, Grade, InvestigationState, Section, StageKind};
use crate::model::{Card, Date, Number};
use crate::row;
use crate::rules::conduct::conduct;
use crate::rules::credit::granted;
use crate::rules::investigation::{coverage, state};
use crate::rules::money::{Basis, Counted, Problem, ledger, positions_by_currency};
use crate::rules::review;
use crate::store::Customer;

row! {
    /// A section of an investigation.
    pub struct SectionRow("section", "调查项目") {
        section: Section = "section" "调查项目", article("第10条 4");
        text: Option<String> = "finding" "调查所得";
        source: Option<String> = "source" "来源", article("第11条 1(3)");
        known: usize = "items known" "已有项数", about("On the card, as it stands today", "卡片现有");
        of: usize = "items" "应有项数";
        gaps: Vec<String> = "gaps" "缺项", about("Paths of the card that say nothing", "卡片中尚空的字段");
    }
}

row! {
    /// How a customer paid us, and what is in force.
    pub struct DealingsRow("dealings with us", "与我方往来") {
        limit: Option<Number> = "limit" "信用额度", about("In force", "现行");
        limit_currency: Option<String> = "currency of the limit" "额度币种";
        term_days: Option<u32> = "term in days" "账期（天）";
        settled: usize = "shipments settled" "已结清批数", about("In the months that conduct is looked back on", "在考察期内");
        average_days_late: Option<Number> = "days late on average" "平均迟付天数", about("Early is 0; null where nothing was settled", "提前为 0；没有结清的为 null");
        dishonoured: Option<Date> = "bill dishonoured" "拒付日期", article("第14条 2");
        owed: Vec<Owed> = "owed" "欠款", about("By currency, each in its own; empty where nothing is", "按币种，各以原币计；没有则为空");
    }
}

row! {
    /// The report of an investigation.
    pub struct InvestigationRow("investigation report", "信用调查报告") of Who {
        date: Option<Date> = "begun" "开始日期";
        completed: Option<Date> = "completed" "完成日期", article("第11条 1");
        state: InvestigationState = "state" "状态", article("第11条 1(1)");
        update: bool = "update" "例行更新";
        channels: Vec<Channel> = "channels" "调查途径", article("第10条");
        by: Option<String> = "collected by" "调查人";
        assessed_by: Option<String> = "assessed by" "评估人";
        reported: Option<Date> = "reported" "报告日期";
        reported_to: Option<String> = "reported to" "报告对象";
        evidence: Vec<String> = "evidence" "凭证";
        sections: Vec<SectionRow> = "sections" "调查项目", article("第10条 4");
        dealings: Option<DealingsRow> = "dealings with us" "与我方往来", about("Null where the money of the card cannot be told", "卡片金额无法计算时为 null");
        conclusion: Option<String> = "conclusion" "结论", article("第11条 1");
        proposed_grade: Option<Grade> = "grade proposed" "建议等级";
        proposed_limit: Option<Number> = "limit proposed" "建议额度";
        proposed_currency: Option<String> = "currency of the limit proposed" "建议额度币种";
        proposed_term_days: Option<u32> = "term proposed in days" "建议账期（天）";
        conditions: Vec<Condition> = "conditions" "附加条件", article("第13条 3");
        next: Option<Date> = "next due" "下次调查", article("第11条 1(2)"), about("Null for prospects, who are not investigated regularly", "潜在客户不定期调查，为 null");
    }
}

/// How a customer paid us up to a day.
///
/// # Errors
/// A record whose money cannot be told.
pub fn dealings(card: &Card, basis: &Basis<'_>, day: Date) -> Counted<DealingsRow> {
    let standing = granted(card, basis.settings, day).standing;
    let limit = standing.limit_on(basis.policy, day);
    let conduct = conduct(card, basis, day)?;
    let positions = positions_by_currency(&ledger(card, basis, day)?, basis, day).map_err(Problem::whole)?;
    Ok(DealingsRow {
        limit,
        limit_currency: standing.currency.filter(|_| limit.is_some()),
        term_days: standing.term_days,
        settled: conduct.settled.len(),
        average_days_late: Number::parse(&mean(&conduct)),
        dishonoured: conduct.dishonoured,
        owed: positions.iter().map(|(currency, position)| Owed::new(currency, position)).collect(),
    })
}

/// The report of an investigation of a customer.
pub fn row(
    customer: &Customer,
    one: &Investigation,
    dealings: Option<DealingsRow>,
    basis: &Basis<'_>,
    day: Date,
) -> InvestigationRow {
    let card = &customer.card;
    let regular = customer.location.kind == StageKind::Customer;
    InvestigationRow {
        of: Who::new(customer, basis.settings, day),
        date: one.date,
        // what comes after the day of the report is not known on it
        completed: one.completed.filter(|completed| *completed <= day),
        state: state(card, one, basis.policy, day),
        update: one.update == Some(true),
        channels: one.channels.clone(),
        by: one.by.clone(),
        assessed_by: one.assessed_by.clone(),
        reported: one.reported.filter(|reported| *reported <= day),
        reported_to: one.reported_to.clone(),
        evidence: one.evidence.clone(),
        sections: sections(card, one),
        dealings,
        conclusion: one.conclusion.clone(),
        proposed_grade: one.grade,
        proposed_limit: one.limit,
        proposed_currency: one.currency.clone(),
        proposed_term_days: one.term_days,
        conditions: one.conditions.clone(),
        next: regular.then(|| review::review(card, basis, day).due),
    }
}

fn sections(card: &Card, one: &Investigation) -> Vec<SectionRow> {
    let row = |section: crate::rules::investigation::Coverage<'_>| SectionRow {
        section: section.section,
        text: section.text.map(str::to_owned),
        source: section.source.map(str::to_owned),
        known: section.known(),
        of: section.items.len(),
        gaps: section.gaps().map(|gap| gap.path.to_owned()).collect(),
    };
    coverage(card, Some(one)).into_iter().map(row).collect()
}
