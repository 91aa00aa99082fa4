//! Why a customer gets its grade, in sentences that can be read to the customer.

use super::Graded;
use crate::lang::tr;
use crate::model::Card;
use crate::model::choice::Grade;
use crate::model::field::Record;
use crate::rules::conduct::Conduct;
use crate::rules::grade::{Fact, Limit, Proposal};
use crate::rules::money::Basis;
use crate::tr;
use crate::views::per_cent;

/// The reasons, in the order of the arithmetic: sales, then what holds the grade down, then what is not known.
pub fn reasons(graded: &Graded, proposal: &Proposal, basis: &Basis<'_>) -> Vec<String> {
    let mut reasons = vec![band(graded)];
    let ceiling = &graded.entry.ceiling;
    // only what lies below the band holds anything down
    let limits = ceiling.limits().into_iter().filter(|limit| limit.grade() > graded.standing.band);
    reasons.extend(limits.map(|limit| of_limit(limit, graded, basis)));
    if proposal.provisional {
        let paths: Vec<String> = proposal.missing.iter().map(|fact| fact.path().to_owned()).collect();
        let missing = named(&paths);
        reasons.push(tr!("provisional, for want of: {missing}", "暂定，缺少：{missing}"));
    }
    reasons
}

/// Why this band.
pub fn band(graded: &Graded) -> String {
    let (standing, rank) = (&graded.standing, graded.rank);
    let Some(before) = standing.share(standing.before).filter(|_| !graded.entry.sales.is_zero()) else {
        return tr("no sales: D (第5条)", "没有销售额：D 档（第5条）").to_owned();
    };
    let (band, before) = (crate::model::Choose::key(standing.band), per_cent(before));
    tr!(
        "no. {rank} by sales, those before hold {before}: band {band} (第5条)",
        "销售额第 {rank} 名，此前累计 {before}：{band} 档（第5条）"
    )
}

/// What a limit is, and to what it holds the grade.
pub fn of_limit(limit: Limit, graded: &Graded, basis: &Basis<'_>) -> String {
    let grade = crate::model::Choose::key(limit.grade());
    match limit {
        Limit::Fact(fact, _) => {
            let (label, value) = (label(fact), value(fact, graded));
            tr!("{label} {value}: at most {grade} (第5条)", "{label}{value}：不高于 {grade}（第5条）")
        }
        Limit::New(first) => {
            let months = basis.policy.new_months;
            tr!(
                "new customer, first order on {first}, less than {months} months ago: D (第5条)",
                "新客户，首单 {first}，不满 {months} 个月：D（第5条）"
            )
        }
        Limit::Late(days, _) => {
            let mean = mean(&graded.entry.conduct);
            tr!(
                "paid {mean} days late on average, more than {days}: at most {grade}",
                "平均迟付 {mean} 天，超过 {days} 天：不高于 {grade}"
            )
        }
        Limit::Dishonoured(date) => {
            tr!("bill not honoured, reported on {date}: at most {grade}", "{date} 报告拒付：不高于 {grade}")
        }
    }
}

/// Days late on average, one decimal; `-` where nothing was settled.
pub fn mean(conduct: &Conduct) -> String {
    let days = rust_decimal::Decimal::from(conduct.days_late());
    match days.checked_div(conduct.settled.len().into()) {
        Some(mean) => format!("{:.1}", crate::rules::money::exact::rounded(mean, 1)),
        None => "-".to_owned(),
    }
}

/// The labels of facts by their paths.
pub fn named(paths: &[String]) -> String {
    let label = |path: &String| {
        if path == Fact::Investigation.path() {
            return tr("investigation", "信用调查").to_owned(); // one in date, not the list of all
        }
        path.split('.')
            .try_fold((Card::TYPE, ""), |(record, _), key| {
                let field = record.field(key)?;
                Some((field.record().unwrap_or(record), field.label.text()))
            })
            .map_or_else(|| path.clone(), |(_, label)| label.to_owned())
    };
    paths.iter().map(label).collect::<Vec<_>>().join(tr(", ", "、"))
}

/// What a fact is called.
pub fn label(fact: Fact) -> String {
    named(&[fact.path().to_owned()])
}

/// What the card says of a fact.
pub fn value(fact: Fact, graded: &Graded) -> String {
    let ceiling = &graded.entry.ceiling;
    let said = match fact {
        Fact::Size => ceiling.size.map(|size| size.to_string()),
        Fact::Reputation => ceiling.reputation.map(|reputation| reputation.to_string()),
        Fact::Capital => ceiling.capital.map(|capital| capital.to_string()),
        Fact::Investigation if ceiling.investigated => Some(tr("in date", "有效").to_owned()),
        Fact::Investigation => Some(tr("none in date", "没有有效的").to_owned()),
    };
    said.unwrap_or_else(|| tr("unknown", "未知").to_owned())
}

/// A grade's letter.
pub fn letter(grade: Grade) -> &'static str {
    crate::model::Choose::key(grade)
}
