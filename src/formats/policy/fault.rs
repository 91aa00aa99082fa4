//! What is wrong with figures, in words.

use rust_decimal::Decimal;

use super::words::{said, shown};
use crate::error::Error;
use crate::lang::tr;
use crate::model::Policy;
use crate::model::money::percent;
use crate::model::policy::{Clash, Figure, Unit, Value};
use crate::tr;

/// A clash as an error, without its place.
pub(super) fn of_clash(clash: &Clash, policy: &Policy) -> Error {
    match clash {
        Clash::Range(figure) => outside(figure, policy),
        Clash::Shares(sum) => {
            let sum = percent(*sum);
            Error::new(tr!(
                "the shares of A, B, C, D come to {sum}, not to 100%",
                "A、B、C、D 四级销售占比合计 {sum}，应为 100%"
            ))
            .next(tr(
                "change share_a, share_b, share_c, share_d so that they come to 1 (第5条)",
                "请调整 share_a、share_b、share_c、share_d，使合计为 1（第5条）",
            ))
        }
        Clash::Order(more, less) => {
            let (most, least) = (said(more, policy), said(less, policy));
            let (a, b) = (more.label.text(), less.label.text());
            let (more, less) = (more.key, less.key);
            Error::new(tr!(
                "{more} ({most}) must not be below {less} ({least})",
                "{more}（{most}）不能低于 {less}（{least}）"
            ))
            .next(tr!("change one of the two: {a}; {b}", "请调整其中之一：{a}；{b}"))
        }
    }
}

fn outside(figure: &Figure, policy: &Policy) -> Error {
    let bound = |number: u32| shown(Value::Number(number.into()), figure.unit);
    let (key, label, least) = (figure.key, figure.label.text(), bound(figure.least));
    let (found, own) = (said(figure, policy), said(figure, &Policy::default()));
    let error = Error::new(match figure.unit.most().map(bound) {
        Some(most) => {
            tr!("{key}: expected {least} to {most}, found {found}", "{key}：应为 {least} 至 {most}，实为 {found}")
        }
        None => tr!("{key}: expected {least} or more, found {found}", "{key}：应不小于 {least}，实为 {found}"),
    });
    match hundredths(figure, policy) {
        Some((number, share)) => error.next(tr!("{number} % is written \"{share}\"", "{number}% 请写成 \"{share}\"")),
        None => {
            error.next(tr!("choose another value; {label}: originally {own}", "请改用合适的值；{label}，原值 {own}"))
        }
    }
}

/// A share that was written in per cent: what was written, and how it is meant.
fn hundredths(figure: &Figure, policy: &Policy) -> Option<(Decimal, Decimal)> {
    let number = (figure.get)(policy).rank();
    let is_percent = figure.unit == Unit::Share && number > Decimal::ONE && number <= Decimal::ONE_HUNDRED;
    is_percent.then(|| number.checked_mul(Decimal::new(1, 2))).flatten().map(|share| (number, share))
}
