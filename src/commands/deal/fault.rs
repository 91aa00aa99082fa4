//! Money that cannot be told, in words.

use crate::commands::append::wrong_value;
use crate::error::{Error, Place};
use crate::lang::tr;
use crate::model::name::shell_word;
use crate::rules::money::{Fault, Problem};
use crate::store::Location;
use crate::tr;

/// What is wrong.
pub fn what(fault: &Fault) -> String {
    match fault {
        Fault::Overflow => {
            tr("the amount is too large: beyond 28 digits nothing is exact", "金额过大：超过 28 位数字，无法精确计算")
                .to_owned()
        }
        Fault::NoDate => tr("the date is missing", "缺少日期").to_owned(),
        Fault::NoCurrency => tr("the currency is missing", "缺少币种").to_owned(),
        Fault::BadCurrency(code) => tr!("\"{code}\" is no currency", "“{code}”不是币种"),
        Fault::NoAmount => {
            tr("there is no amount, or a line lacks its quantity or price", "没有金额，或明细缺少数量、单价").to_owned()
        }
        Fault::NoRate { currency, day } => {
            tr!("kehu.toml holds no rate of {currency} for {day}", "kehu.toml 中没有 {currency} 在 {day} 的汇率")
        }
    }
}

/// A record that is about to be written and would keep money from being counted.
pub fn refused(fault: &Fault) -> Error {
    wrong_value(what(fault))
}

/// The error of a card that holds such a record already.
pub fn broken(what: String, location: &Location) -> Error {
    Error::new(what).at(Place::file(&location.file)).next(tr!(
        "mend the card: kehu edit {}",
        "请改正卡片：kehu edit {}",
        shell_word(&location.path)
    ))
}

/// A record of the card that keeps money from being counted, by its number.
pub fn in_card(problem: &Problem) -> String {
    let what = what(&problem.fault);
    match problem.name.as_deref().map(str::trim).filter(|name| !name.is_empty()) {
        Some(name) => tr!("{name}: {what}", "{name}：{what}"),
        None => what,
    }
}
