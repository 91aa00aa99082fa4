//! What groups are called.

use super::row::Told;
use crate::lang::{lang, tr};
use crate::model::choice::{CustomerType, Facet, Grade, Punctuality};
use crate::model::{Choose, Country, Policy};
use crate::rules::stats::Part;
use crate::tr;

/// What people read for a group.
pub fn label(facet: Facet, part: &Part, told: &Told<'_>) -> String {
    match part {
        Part::Named(name) => named(facet, &name.spelled, told),
        Part::Charge(name) => tr!("{} (charge)", "{}（费用）", name.spelled),
        Part::Charges => tr("charges", "费用").to_owned(),
        Part::Lineless => tr("(total only)", "（只有总额）").to_owned(),
        Part::Unknown => unknown(facet).to_owned(),
    }
}

fn named(facet: Facet, key: &str, told: &Told<'_>) -> String {
    match facet {
        Facet::Country => Country::find(key).map_or(key, |country| country.name(lang())).to_owned(),
        Facet::Type => CustomerType::find(key).map_or_else(|| key.to_owned(), |kind| kind.to_string()),
        Facet::Customer | Facet::Movement => told.names.get(key).map_or(key, String::as_str).to_owned(),
        Facet::Conduct => Punctuality::find(key).map_or_else(|| key.to_owned(), |kind| conduct(kind, told.policy)),
        _ => key.to_owned(),
    }
}

/// How late somebody pays, with the days of the policy.
fn conduct(kind: Punctuality, policy: &Policy) -> String {
    let (b, c) = (policy.late_b_days, policy.late_c_days);
    match kind {
        Punctuality::LateShort => tr!("up to {b} days late", "平均迟付 {b} 天以内"),
        Punctuality::LateMedium => tr!("up to {c} days late", "平均迟付 {c} 天以内"),
        Punctuality::LateLong => tr!("over {c} days late", "平均迟付超过 {c} 天"),
        kind => kind.to_string(),
    }
}

fn unknown(facet: Facet) -> &'static str {
    match facet {
        Facet::Product => tr("(no name)", "（无品名）"),
        Facet::Family => tr("(no family)", "（未归类）"),
        Facet::Country => tr("(unknown country)", "（国家不明）"),
        Facet::Grade => tr("(not graded)", "（未评级）"),
        Facet::Owner => tr("(nobody)", "（无负责人）"),
        _ => tr("(not said)", "（未填）"),
    }
}

/// Whether the groups of a facet have an order of their own.
pub fn is_ranked(facet: Facet) -> bool {
    matches!(facet, Facet::Month | Facet::Quarter | Facet::Year | Facet::Grade | Facet::Conduct)
}

/// The place of a group in the order of a closed list.
pub fn rank(facet: Facet, part: &Part) -> usize {
    let Part::Named(name) = part else { return 0 };
    let key = name.spelled.as_str();
    let at = match facet {
        Facet::Grade => Grade::ALL.iter().position(|grade| grade.key() == key),
        Facet::Conduct => Punctuality::ALL.iter().position(|kind| kind.key() == key),
        _ => None,
    };
    at.unwrap_or(0)
}
