//! A cell as the literal that a field takes, and two values compared by what they mean.

use std::borrow::Cow;

use rust_decimal::Decimal;
use unicode_normalization::UnicodeNormalization;

use super::subject::{COUNTRY, Target, is_number};
use super::words;
use crate::error::Error;
use crate::formats::toml::{DeValue, Document, quoted};
use crate::formats::typed::{self, DayOrder, Written, written};
use crate::lang::tr;
use crate::model::field::{Choice, Field, Is, Shape};
use crate::model::{Date, Number, currency};
use crate::tr;

/// Whole digits of the largest number that is taken for one: nobody sells for a quadrillion.
const DIGITS: u32 = 15;

/// Why a cell, and with it its row, is not taken.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Wrong {
    /// What is wrong.
    pub what: String,
    /// What to do about it.
    pub next: Option<String>,
    /// The column in which it stands, where it is one cell.
    pub column: Option<usize>,
}

impl Wrong {
    /// Something is wrong.
    pub fn new(what: impl Into<String>) -> Self {
        Self { what: what.into(), next: None, column: None }
    }

    /// With the next step.
    #[must_use]
    pub fn next(self, next: impl Into<String>) -> Self {
        Self { next: Some(next.into()), ..self }
    }
}

impl From<Error> for Wrong {
    fn from(error: Error) -> Self {
        Self { what: error.what, next: error.next, column: None }
    }
}

/// What a cell says, without what spreadsheets and databases put around it: `="007"` and `'+49` keep a text a text,
/// NULL is nothing.
pub fn plain(cell: &str) -> &str {
    let cell = cell.trim();
    let cell = cell.strip_prefix("=\"").and_then(|text| text.strip_suffix('"')).unwrap_or(cell);
    let cell = match cell.strip_prefix('\'') {
        Some(text) if text.starts_with(['=', '+', '-', '@']) => text,
        _ => cell,
    };
    if matches!(cell, "NULL" | "\\N" | "#N/A" | "0000-00-00") { "" } else { cell.trim() }
}

/// The literal of a field that a cell gives it; a place (country, customer) stays as it is. `column` is what the column
/// is called.
///
/// # Errors
/// The value does not fit; what is expected.
pub fn literal(
    target: &Target,
    cell: &str,
    column: &str,
    order: Option<DayOrder>,
    today: Date,
) -> Result<String, Wrong> {
    let field = target.field;
    if target.is_place() {
        return Ok(cell.to_owned());
    }
    match field.shape {
        Shape::Date => date(field, cell, column, order, today),
        Shape::Text if field.is != Is::Currency => Ok(quoted(&one_line(target, cell))),
        Shape::Choice(_) => {
            let word = cell.nfkc().collect::<String>();
            let word = words::key(&target.path, &word).map_or(cell, |key| key);
            typed::literal(field, word, today).map_err(|what| {
                Wrong::new(about(column, field, &what)).next(tr!(
                    "say what it means in a --map file: [values.{}] {} = \"…\"",
                    "请在 --map 文件中说明：[values.{}] {} = \"…\"",
                    target.path,
                    quoted(cell)
                ))
            })
        }
        // what is listed in a cell is parted by whatever the cells are not
        Shape::List(_) => typed::literal(field, &cell.replace([';', '；', '\n', '|'], ","), today)
            .map_err(|what| Wrong::new(about(column, field, &what))),
        _ => {
            let literal = typed::literal(field, cell, today).map_err(|what| {
                let wrong = Wrong::new(about(column, field, &what));
                match SEPARATORS.into_iter().find(|separator| ungrouped(cell, *separator).is_some()) {
                    Some(separator) => wrong.next(tr!(
                        "write plain digits, or say in a --map file: thousands = \"{separator}\"",
                        "请只写数字，或在 --map 文件中写明千分位符：thousands = \"{separator}\""
                    )),
                    None => wrong,
                }
            })?;
            let limit = Decimal::from(10_u64.pow(DIGITS));
            let number = Number::parse(literal.trim_matches('"')).filter(|_| is_number(field));
            match number.filter(|number| number.abs() >= limit) {
                None => Ok(literal),
                Some(_) => Err(Wrong::new(tr!(
                    "{column}: \"{cell}\" is too large; at most {DIGITS} digits before the point",
                    "{column}：“{cell}”过大，整数部分最多 {DIGITS} 位"
                ))),
            }
        }
    }
}

/// What may part thousands; where it is a dot, a comma stands before the decimals.
pub const SEPARATORS: [char; 4] = [',', '.', ' ', '\''];

/// A number without what parts its thousands; `None` unless its digits stand in groups of three.
pub fn ungrouped(cell: &str, separator: char) -> Option<String> {
    let point = if separator == '.' { ',' } else { '.' };
    let (whole, fraction) = cell.split_once(point).map_or((cell, None), |(whole, rest)| (whole, Some(rest)));
    let digits = |part: &str| !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_digit());
    let unsigned = whole.strip_prefix('-').unwrap_or(whole);
    let mut groups = unsigned.split(separator);
    let first = groups.next().is_some_and(|group| digits(group) && group.len() <= 3);
    let rest: Vec<&str> = groups.collect();
    let grouped = first && !rest.is_empty() && rest.iter().all(|group| digits(group) && group.len() == 3);
    if !grouped || !fraction.is_none_or(digits) {
        return None;
    }
    let whole = whole.replace(separator, "");
    Some(fraction.map_or(whole.clone(), |fraction| format!("{whole}.{fraction}")))
}

/// A message about a field as one about the column of the file.
fn about(column: &str, field: &Field, what: &str) -> String {
    let label = field.label.text();
    match what.strip_prefix(label).filter(|rest| rest.starts_with([':', '：'])) {
        Some(rest) => format!("{column}{rest}"),
        None => tr!("{column}: {what}", "{column}：{what}"),
    }
}

/// Lines stay lines in notes; what is one thing (a name, an address) stands on one.
fn one_line<'c>(target: &Target, cell: &'c str) -> Cow<'c, str> {
    if !cell.contains(['\n', '\r']) {
        return Cow::Borrowed(cell);
    }
    let lines = cell.lines().map(str::trim).filter(|line| !line.is_empty());
    let between = match target.path.as_str() {
        "note" => "\n",
        "address" => ", ",
        _ => " ",
    };
    Cow::Owned(lines.collect::<Vec<_>>().join(between))
}

fn date(field: &Field, cell: &str, column: &str, order: Option<DayOrder>, today: Date) -> Result<String, Wrong> {
    let found = written(cell);
    match found.and_then(|found| found.day(order)) {
        Some(day) if field.is == Is::Past && day > today => {
            Err(Wrong::new(tr!("{column}: {day} has not come yet", "{column}：{day} 还没到")))
        }
        Some(day) => Ok(day.to_string()),
        None if order.is_none() && matches!(found, Some(Written::Either { .. })) => Err(Wrong::new(tr!(
            "{column}: \"{cell}\" may be day/month or month/day",
            "{column}：“{cell}”日、月顺序不明"
        ))
        .next(tr(
            "say which in a --map file: date_order = \"dmy\" or date_order = \"mdy\"",
            "请在 --map 文件中写明：date_order = \"dmy\"（日/月/年）或 \"mdy\"（月/日/年）",
        ))),
        None => Err(Wrong::new(tr!("{column}: \"{cell}\" is no day", "{column}：“{cell}”不是日期"))
            .next(tr("write it as 2026-11-23", "请写成 2026-11-23"))),
    }
}

/// What a literal or a value of a card means, so that what means the same is the same: 2 and "2.00", 已出运 and shipped,
/// RMB and CNY. `None` where it means nothing.
pub fn meaning(field: &Field, value: &DeValue<'_>) -> Option<String> {
    let text = match value {
        DeValue::Array(list) => {
            let items: Vec<String> = list.iter().filter_map(|item| meaning(field, item.get_ref())).collect();
            items.join("\u{1F}")
        }
        single => scalar(single)?.trim().to_owned(),
    };
    let shape = if let Shape::List(item) = field.shape { item } else { field.shape };
    let text = match shape {
        Shape::Number => Number::parse(&text).map_or(text, |number| number.normalize().to_string()),
        Shape::Choice(choices) => choice(choices, &text).map_or(text, str::to_owned),
        Shape::Text if field.is == Is::Currency => currency::find(&text).unwrap_or(text),
        _ => text,
    };
    Some(text).filter(|text| !text.is_empty())
}

/// What a literal means.
pub fn meaning_of(field: &Field, literal: &str) -> Option<String> {
    let text = format!("v={literal}");
    let document = Document::parse(&text).ok()?;
    document.root.get("v").and_then(|value| meaning(field, value.get_ref()))
}

/// One value as it is written; a list and a table are more than one.
pub fn scalar(value: &DeValue<'_>) -> Option<String> {
    match value {
        DeValue::String(text) => Some(text.to_string()),
        DeValue::Integer(number) => Some(number.to_string()),
        DeValue::Float(number) => Some(number.as_str().to_owned()),
        DeValue::Boolean(yes) => Some(yes.to_string()),
        DeValue::Datetime(day) => Some(day.to_string()),
        DeValue::Array(_) | DeValue::Table(_) => None,
    }
}

fn choice(choices: &'static [Choice], text: &str) -> Option<&'static str> {
    let folded = text.to_lowercase().replace([' ', '-'], "_");
    let hit = choices.iter().find(|choice| choice.key == folded || choice.words.zh == text);
    hit.map(|choice| choice.key)
}

/// Whether a target is the country of a customer of its own.
pub fn is_country(target: &Target) -> bool {
    target.path == COUNTRY
}

#[cfg(test)]
mod tests {
    use super::super::subject::Subject;
    use super::*;
    use DayOrder::MonthFirst;

    fn said(subject: Subject, path: &str, cell: &str) -> Result<String, Wrong> {
        let today = Date::parse("2026-11-23").unwrap();
        literal(&subject.target(path).unwrap(), plain(cell), "Col", Some(MonthFirst), today)
    }

    #[test]
    fn cells_as_literals() {
        use Subject::{Customers, Orders};
        for (subject, path, cell, want) in [
            (Orders, "number", " ='PI-1' ", Some("\"='PI-1'\"")),
            (Orders, "number", "=\"00123\"", Some("\"00123\"")),
            (Customers, "phone", "'+49 711", Some("\"+49 711\"")),
            (Customers, "address", "Road 1\r\n 10115 Berlin", Some("\"Road 1, 10115 Berlin\"")),
            (Customers, "note", "a\nb", Some("\"a\\nb\"")),
            (Customers, "tags", "VIP; 重点", Some("[\"VIP\", \"重点\"]")),
            (Customers, "type", "Wholesaler", Some("\"distributor\"")),
            (Orders, "status", "RESOLVED", Some("\"delivered\"")),
            (Orders, "status", "On Hold", Some("\"on_hold\"")),
            (Orders, "status", "Foo", None),
            (Orders, "date", "2/24/2003 0:00", Some("2003-02-24")),
            (Orders, "date", "1996-07-04 00:00:00", Some("1996-07-04")),
            (Orders, "date", "今天", None),
            (Orders, "date", "2026-11-24", None),
            (Orders, "required", "2026-12-24", Some("2026-12-24")),
            (Orders, "quantity", "１２", Some("12")),
            (Orders, "unit_price", "1234.50", Some("\"1234.50\"")),
            (Orders, "unit_price", "1,234.50", None),
            (Orders, "unit_price", "$5", None),
            (Orders, "unit_price", "1e400", None),
            (Orders, "unit_price", "NaN", None),
            (Orders, "unit_price", "12345678901234567890123456789", None),
            (Orders, "quantity", "1000000000000000000", None),
            (Orders, "quantity", "999999999999999", Some("999999999999999")),
            (Orders, "discount", "0.15", Some("\"0.15\"")),
            (Orders, "discount", "15%", Some("\"0.15\"")),
            (Orders, "discount", "15", None),
            (Orders, "currency", "rmb", Some("\"CNY\"")),
            (Orders, "currency", "XXX", None),
            (Orders, "pay.days", "30", Some("30")),
        ] {
            assert_eq!(said(subject, path, cell).ok().as_deref(), want, "{path} {cell}");
        }
        for (cell, want) in [("NULL", ""), ("\\N", ""), (" a ", "a"), ("'tis", "'tis"), ("\u{3000}", "")] {
            assert_eq!(plain(cell), want, "{cell}");
        }
    }

    #[test]
    fn thousands_are_parted_in_groups_of_three() {
        for (cell, separator, want) in [
            ("1,234.50", ',', Some("1234.50")),
            ("-1,234,567", ',', Some("-1234567")),
            ("1.234,50", '.', Some("1234.50")),
            ("1 234.5", ' ', Some("1234.5")),
            ("1'234", '\'', Some("1234")),
            ("12,34", ',', None),
            ("1234", ',', None),
            ("1234,567", ',', None),
            ("1,234.5x", ',', None),
            (",123", ',', None),
            ("1,234,", ',', None),
        ] {
            assert_eq!(ungrouped(cell, separator).as_deref(), want, "{cell}");
        }
    }

    #[test]
    fn what_is_wrong_names_the_column_and_what_to_write() {
        let wrong = said(Subject::Orders, "unit_price", "1,234.50").unwrap_err();
        assert_eq!(wrong.what, "Col：“1,234.50”不是普通数字；请只写数字，例如 1187.00，不带逗号和单位");
        assert_eq!(wrong.next.as_deref(), Some("请只写数字，或在 --map 文件中写明千分位符：thousands = \",\""));
        let wrong = said(Subject::Orders, "currency", "XXX").unwrap_err();
        assert_eq!(wrong.what, "Col：“XXX”不是币种；请写代码，如 USD、EUR、CNY");
        let wrong = said(Subject::Orders, "status", "Foo").unwrap_err();
        assert!(wrong.what.starts_with("Col：“Foo”不在以下之列："), "{wrong:?}");
        assert_eq!(wrong.next.as_deref(), Some("请在 --map 文件中说明：[values.status] \"Foo\" = \"…\""));
    }

    #[test]
    fn what_means_the_same_is_the_same() {
        for (path, a, b, same) in [
            ("unit_price", "\"185.00\"", "185", true),
            ("unit_price", "\"185.00\"", "\"185.01\"", false),
            ("status", "\"已出运\"", "\"shipped\"", true),
            ("currency", "\"RMB\"", "\"CNY\"", true),
            ("date", "2026-01-05", "\"2026-01-05\"", true),
            ("note", "\" a\"", "'a'", true),
            ("note", "\"\"", "' '", true),
        ] {
            let target = Subject::Orders.target(path).unwrap();
            assert_eq!(meaning_of(target.field, a) == meaning_of(target.field, b), same, "{path} {a} {b}");
        }
    }
}
