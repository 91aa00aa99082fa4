//! Questions that several commands about quotes and orders put.

use super::item::item;
use super::listed::Listed;
use super::sum::Sign;
use crate::cli::Answer;
use crate::commands::append::fits;
use crate::error::{Error, Result};
use crate::lang::tr;
use crate::model::Date;
use crate::model::field::RecordType;
use crate::tr;

/// The lines of a paper as inline tables, in the place of none: asked for until an empty answer, one at least.
///
/// # Errors
/// Nobody to ask, or the question was cancelled.
pub fn items(answer: &mut Answer<'_>, sign: Sign, list: &Listed, today: Date) -> Result<Vec<String>> {
    let mut items = Vec::new();
    let check = |text: &str| item(text, sign, list, today).map(drop);
    loop {
        let place = items.len() + 1;
        let label = if list.is_empty() {
            tr!("Line {place}: product;quantity [unit];unit price", "明细 {place}：品名;数量[单位];单价")
        } else {
            tr!(
                "Line {place}: product;quantity [unit][;unit price], the product by name or code",
                "明细 {place}：品名或货号;数量[单位][;单价]"
            )
        };
        match answer.checked(&label, "--item", items.is_empty(), &check)? {
            Some(text) => items.push(item(&text, sign, list, today)?),
            None => return Ok(items),
        }
    }
}

/// The currency of a paper.
///
/// # Errors
/// Nobody to ask, or the question was cancelled.
pub fn currency(answer: &mut Answer<'_>, record: &'static RecordType, today: Date) -> Result<String> {
    let check = |text: &str| fits(record, "currency", text, today);
    let label = tr("Currency, as USD", "币种，如 USD");
    Ok(answer.checked(label, "--currency", true, &check)?.unwrap_or_default())
}

/// The number of a paper: the one given, else asked for; never empty.
///
/// # Errors
/// It is empty, there is nobody to ask, or the question was cancelled.
pub fn number(answer: &mut Answer<'_>, given: Option<&str>, label: &str, flag: &str) -> Result<String> {
    let number = match given {
        Some(number) => number.trim().to_owned(),
        None => answer.text(label, flag, true)?.unwrap_or_default(),
    };
    if number.is_empty() {
        return Err(Error::new(tr!("{flag} is empty", "{flag}为空")).next(tr("write the number", "请写明单号")));
    }
    Ok(number)
}

/// Lesser values, asked for only where anything is asked at all.
pub struct Lesser<'a, 's> {
    /// Who is asked.
    pub answer: &'a mut Answer<'s>,
    /// Whether anything is asked.
    pub asking: bool,
    /// What the values are part of.
    pub record: &'static RecordType,
    /// The day.
    pub today: Date,
}

impl Lesser<'_, '_> {
    /// A value that may be missing.
    ///
    /// # Errors
    /// The question was cancelled.
    pub fn ask(&mut self, label: &str, flag: &str, key: &str, given: Option<&str>) -> Result<Option<String>> {
        let check = |text: &str| fits(self.record, key, text, self.today);
        match given {
            None if self.asking => self.answer.checked(label, flag, false, &check),
            given => Ok(given.map(str::to_owned)),
        }
    }
}
