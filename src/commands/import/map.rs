//! The file that `--map` names: what columns and values of somebody else's table mean here.

use super::columns::fold;
use super::subject::{Subject, Target};
use super::values::{SEPARATORS, literal, plain, scalar};
use crate::error::{Error, Place, Result};
use crate::formats::toml::{DeTable, DeValue, Document, Spanned};
use crate::formats::typed::DayOrder;
use crate::lang::tr;
use crate::model::{Country, Date};
use crate::tr;

/// What a map says.
#[derive(Debug, Default)]
pub struct Map {
    columns: Vec<Column>,
    values: Vec<Word>,
    defaults: Vec<(Target, String)>,
    /// Whether day or month stands first.
    pub date_order: Option<DayOrder>,
    /// What parts the thousands of numbers.
    pub thousands: Option<char>,
}

/// What a column is.
#[derive(Debug)]
struct Column {
    name: String,
    /// Nothing where the column is to be left out.
    target: Option<Target>,
    place: Place,
}

/// What a value of a field means.
#[derive(Debug)]
struct Word {
    path: String,
    word: String,
    means: String,
}

impl Map {
    /// Reads a map for a subject.
    ///
    /// # Errors
    /// It is no TOML, or names a field or value that there is not; with line and column.
    pub fn read(text: &str, file: &str, subject: Subject, today: Date) -> Result<Self> {
        let document = Document::parse(text).map_err(|faults| {
            let fault = faults.into_iter().next().map(|fault| fault.in_file(file, text));
            fault.unwrap_or_else(|| Error::new("")).next(tr(
                "mend the map and run the command again; names that are not plain ASCII stand in double quotes",
                "请改正后重试；中文列名和取值要加双引号，如 \"备注\" = \"note\"",
            ))
        })?;
        let mut map = Self::default();
        let reader = Reader { text, file, subject, today };
        for (key, value) in document.root.iter() {
            let place = reader.place(key.span().start);
            match key.get_ref().as_ref() {
                "columns" => map.columns = reader.columns(table(value, &place)?)?,
                "values" => reader.values(table(value, &place)?, "", &mut map.values)?,
                "defaults" => reader.defaults(table(value, &place)?, "", &mut map.defaults)?,
                "date_order" => map.date_order = Some(order(value).ok_or_else(|| no_order(place))?),
                "thousands" => map.thousands = Some(separator(value).ok_or_else(|| no_separator(place))?),
                other => {
                    return Err(Error::new(tr!("unknown key `{other}`", "未知字段 {other}")).at(place).next(has()));
                }
            }
        }
        Ok(map)
    }

    /// With a value for a field where the file and the map say nothing.
    pub fn or(mut self, target: Target, value: &str) -> Self {
        if self.fallback(&target.path).is_none() {
            self.defaults.push((target, value.to_owned()));
        }
        self
    }

    /// Whether the map speaks of a column of this name.
    pub fn knows(&self, name: &str) -> bool {
        self.column(name).is_some()
    }

    /// What the map says of a column: a field, or that it is left out.
    pub fn target(&self, name: &str) -> Option<Option<Target>> {
        self.column(name).map(|column| column.target.clone())
    }

    fn column(&self, name: &str) -> Option<&Column> {
        let exact = self.columns.iter().find(|column| column.name.trim() == name.trim());
        let folded = fold(name);
        exact.or_else(|| self.columns.iter().find(|column| !folded.is_empty() && fold(&column.name) == folded))
    }

    /// The columns of the map that a header does not have, each with its place.
    pub fn missing(&self, header: &[String]) -> Vec<(&str, &Place)> {
        let there = |column: &&Column| {
            header.iter().any(|name| self.column(name).is_some_and(|found| std::ptr::eq(found, *column)))
        };
        let missing = self.columns.iter().filter(|column| !there(column));
        missing.map(|column| (column.name.as_str(), &column.place)).collect()
    }

    /// What a value of a field means by this map; itself where the map is silent.
    pub fn value<'c>(&'c self, path: &str, cell: &'c str) -> &'c str {
        let of = || self.values.iter().filter(|word| word.path == path);
        let exact = of().find(|word| word.word.trim() == cell);
        let hit = exact.or_else(|| of().find(|word| word.word.trim().to_lowercase() == cell.to_lowercase()));
        hit.map_or(cell, |word| word.means.trim())
    }

    /// What a field is where the file says nothing.
    pub fn fallback(&self, path: &str) -> Option<&str> {
        self.defaults.iter().find(|(target, _)| target.path == path).map(|(_, value)| value.as_str())
    }

    /// The fields that have a default.
    pub fn defaulted(&self) -> impl Iterator<Item = &Target> {
        self.defaults.iter().map(|(target, _)| target)
    }
}

struct Reader<'a> {
    text: &'a str,
    file: &'a str,
    subject: Subject,
    today: Date,
}

impl Reader<'_> {
    fn place(&self, at: usize) -> Place {
        Place::in_text(self.file, self.text, at)
    }

    fn columns(&self, table: &DeTable<'_>) -> Result<Vec<Column>> {
        let column = |(key, value): (&Spanned<std::borrow::Cow<'_, str>>, &Spanned<DeValue<'_>>)| {
            let place = self.place(value.span().start);
            let Some(path) = value.get_ref().as_str() else {
                return Err(Error::new(tr(
                    "a column is the path of a field in quotes",
                    "列的含义应为加引号的字段路径",
                ))
                .at(place)
                .next(tr(
                    "as \"Cust No\" = \"code\", or = \"\" to leave it out",
                    "如 \"Cust No\" = \"code\"；不导入该列则写 \"\"",
                )));
            };
            let target = if path.trim().is_empty() { None } else { Some(self.target(path, &place)?) };
            Ok(Column { name: key.get_ref().to_string(), target, place })
        };
        table.iter().map(column).collect()
    }

    fn target(&self, path: &str, place: &Place) -> Result<Target> {
        self.subject.target(path).map_err(|error| error.at(place.clone()))
    }

    /// `[values.status]`, `[values.pay.balance]` or `[values."pay.balance"]`.
    fn values(&self, table: &DeTable<'_>, above: &str, out: &mut Vec<Word>) -> Result<()> {
        for (key, value) in table.iter() {
            let place = self.place(value.span().start);
            match value.get_ref() {
                DeValue::Table(inner) => self.values(inner, &joined(above, key.get_ref()), out)?,
                DeValue::String(means) if !above.is_empty() => {
                    let target = self.target(above, &self.place(key.span().start))?;
                    self.check(&target, means, &place)?;
                    let (word, means) = (key.get_ref().to_string(), means.to_string());
                    out.push(Word { path: target.path, word, means });
                }
                _ => {
                    return Err(Error::new(tr("what a value means stands in quotes", "取值的含义应加引号"))
                        .at(place)
                        .next(tr(
                            "as [values.status] \"Closed\" = \"delivered\"",
                            "如 [values.status] \"Closed\" = \"delivered\"",
                        )));
                }
            }
        }
        Ok(())
    }

    fn defaults(&self, table: &DeTable<'_>, above: &str, out: &mut Vec<(Target, String)>) -> Result<()> {
        for (key, value) in table.iter() {
            let path = joined(above, key.get_ref());
            let place = self.place(value.span().start);
            if let DeValue::Table(inner) = value.get_ref() {
                self.defaults(inner, &path, out)?;
                continue;
            }
            let Some(text) = scalar(value.get_ref()) else {
                return Err(Error::new(tr("a default is one value", "默认值只能是一个值"))
                    .at(place)
                    .next(tr("as currency = \"USD\"", "如 currency = \"USD\"")));
            };
            let target = self.target(&path, &self.place(key.span().start))?;
            self.check(&target, &text, &place)?;
            out.push((target, text));
        }
        Ok(())
    }

    /// A value that a map brings must fit its field, whatever the file holds.
    fn check(&self, target: &Target, value: &str, place: &Place) -> Result<()> {
        let value = plain(value);
        if value.is_empty() {
            return Ok(());
        }
        if super::values::is_country(target) {
            return Country::find(value).map(drop).ok_or_else(|| no_country(value).at(place.clone()));
        }
        match literal(target, value, &target.path, None, self.today) {
            Ok(_) => Ok(()),
            Err(wrong) => Err(Error::new(wrong.what)
                .at(place.clone())
                .next(tr("correct the value in the map", "请改正映射文件中的这个值"))),
        }
    }
}

fn no_country(text: &str) -> Error {
    match super::super::add::place::find_country(text) {
        Err(error) => error,
        Ok(_) => Error::new(text),
    }
}

fn joined(above: &str, key: &str) -> String {
    if above.is_empty() { key.to_owned() } else { format!("{above}.{key}") }
}

/// What a map may hold.
fn has() -> &'static str {
    tr(
        "a map has [columns], [values.FIELD], [defaults], date_order and thousands",
        "可用的有 [columns]、[values.字段]、[defaults]、date_order 和 thousands",
    )
}

fn table<'a, 't>(value: &'a Spanned<DeValue<'t>>, place: &Place) -> Result<&'a DeTable<'t>> {
    value.get_ref().as_table().ok_or_else(|| {
        Error::new(tr("this is a table: write it as [columns]", "此处应为表，写作 [columns]"))
            .at(place.clone())
            .next(has())
    })
}

fn order(value: &Spanned<DeValue<'_>>) -> Option<DayOrder> {
    match value.get_ref().as_str()? {
        "dmy" => Some(DayOrder::DayFirst),
        "mdy" => Some(DayOrder::MonthFirst),
        _ => None,
    }
}

fn no_order(place: Place) -> Error {
    Error::new(tr("date_order is \"dmy\" or \"mdy\"", "date_order 只能是 \"dmy\" 或 \"mdy\"")).at(place).next(tr(
        "\"dmy\" for 24/02/2003, \"mdy\" for 02/24/2003",
        "\"dmy\" 表示 24/02/2003（日/月/年），\"mdy\" 表示 02/24/2003（月/日/年）",
    ))
}

fn separator(value: &Spanned<DeValue<'_>>) -> Option<char> {
    let mut chars = value.get_ref().as_str()?.chars();
    chars.next().filter(|c| SEPARATORS.contains(c) && chars.next().is_none())
}

fn no_separator(place: Place) -> Error {
    Error::new(tr("thousands is a comma, a dot, a space or an apostrophe", "thousands 只能是逗号、句点、空格或单引号"))
        .at(place)
        .next(tr("\",\" for 1,234.50, \".\" for 1.234,50", "\",\" 表示 1,234.50，\".\" 表示 1.234,50"))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(subject: Subject, text: &str) -> Result<Map> {
        Map::read(text, "map.toml", subject, Date::parse("2026-11-23").unwrap())
    }

    #[test]
    fn a_map_says_what_columns_and_values_are() {
        let map = read(
            Subject::Orders,
            "date_order = 'mdy'\nthousands = '.'\n[columns]\n'Cust No' = 'customer'\nRemarks = ''\n[values.status]\nClosed = 'delivered'\n[values.pay.balance]\nTT = 'advance'\n[defaults]\ncurrency = 'USD'\npay.days = 30\n",
        )
        .unwrap();
        assert_eq!(map.target("cust_no").flatten().map(|target| target.path).as_deref(), Some("customer.code"));
        assert!(map.target("Remarks").is_some_and(|target| target.is_none()) && map.target("x").is_none());
        assert_eq!(map.value("status", "closed"), "delivered");
        assert_eq!(map.value("pay.balance", "TT"), "advance");
        assert_eq!(map.value("status", "Open"), "Open");
        assert_eq!((map.fallback("currency"), map.fallback("pay.days")), (Some("USD"), Some("30")));
        assert_eq!((map.date_order, map.thousands), (Some(DayOrder::MonthFirst), Some('.')));
        let missing: Vec<&str> = map.missing(&["CUST NO".to_owned()]).into_iter().map(|(name, _)| name).collect();
        assert_eq!(missing, ["Remarks"]);
    }

    #[test]
    fn what_is_wrong_in_a_map_is_told_with_its_place() {
        for (subject, text, place) in [
            (Subject::Orders, "[columns]\nx = 'itmes.product'\n", "map.toml:2:5"),
            (Subject::Orders, "[columns]\nx = 1\n", "map.toml:2:5"),
            (Subject::Orders, "colums = 1\n", "map.toml:1:1"),
            (Subject::Orders, "[columns\n", "map.toml:1:9"),
            (Subject::Orders, "columns = 1\n", "map.toml:1:1"),
            (Subject::Orders, "[values.status]\nClosed = 'closd'\n", "map.toml:2:10"),
            (Subject::Orders, "[values.statsu]\nClosed = 'delivered'\n", "map.toml:2:1"),
            (Subject::Orders, "[values]\nClosed = 'delivered'\n", "map.toml:2:10"),
            (Subject::Orders, "\n[defaults]\ncurrency = 'XXX'\n", "map.toml:3:12"),
            (Subject::Customers, "[defaults]\ncountry = 'Germny'\n", "map.toml:2:11"),
            (Subject::Orders, "[defaults]\ncurrency = ['USD']\n", "map.toml:2:12"),
            (Subject::Orders, "date_order = 'ymd'\n", "map.toml:1:1"),
            (Subject::Orders, "thousands = 'x'\n", "map.toml:1:1"),
            (Subject::Orders, "thousands = ',,'\n", "map.toml:1:1"),
        ] {
            let error = read(subject, text).unwrap_err();
            assert_eq!(error.place.as_ref().map(ToString::to_string).as_deref(), Some(place), "{text}{error}");
            assert!(!error.what.is_empty() && error.next.is_some(), "{text}");
        }
    }
}
