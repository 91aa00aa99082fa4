//! Figures as people read them.

use rust_decimal::Decimal;

use crate::lang::tr;
use crate::model::Policy;
use crate::model::money::{amount, percent};
use crate::model::policy::{Figure, Unit, Value};
use crate::tr;

/// A figure of a policy with what it counts: `70%`, `3 个月`.
pub fn said(figure: &Figure, policy: &Policy) -> String {
    shown((figure.get)(policy), figure.unit)
}

/// A value with what it counts.
pub fn shown(value: Value, unit: Unit) -> String {
    let number = match value {
        Value::Word(_, words, _) => return words.text().to_owned(),
        Value::Number(number) => number.normalize(),
    };
    let counted = |one: &'static str, many: &'static str, zh: &'static str| {
        let noun = tr(if number == Decimal::ONE { one } else { many }, zh);
        format!("{} {noun}", amount(number))
    };
    match unit {
        Unit::Share => percent(number),
        Unit::Days => counted("day", "days", "天"),
        Unit::WorkingDays => counted("working day", "working days", "个工作日"),
        Unit::Months => counted("month", "months", "个月"),
        Unit::Purchases => counted("purchase", "purchases", "次进货额"),
        Unit::Cycles => counted("cycle", "cycles", "个进货周期"),
        Unit::Count => tr!("{}", "{} 次", amount(number)),
        Unit::Money | Unit::Word => amount(number),
    }
}

/// From where a figure is: the article, or ours.
pub fn source(figure: &Figure) -> String {
    let (article, ours) = (figure.article, tr("ours", "本公司自定"));
    match (figure.ours, article) {
        (false, article) => article.to_owned(),
        (true, "") => ours.to_owned(),
        (true, article) => tr!("{ours}, {article}", "{ours}，{article}"),
    }
}
