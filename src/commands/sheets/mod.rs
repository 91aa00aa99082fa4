//! What a card is as rows of a spreadsheet: what `export` writes there, and by what `import` knows its own rows again.

mod record;
mod row;
mod shown;

use super::import::subject::{Subject, Target};
use super::import::values::{meaning, scalar};
use crate::formats::toml::{DeTable, DeValue};
use crate::lang::Lang;
use crate::model::card::{Order, Payment};
use crate::model::field::{Field, Record as _, RecordType, Shape};
use crate::model::{Card, Choose, Number};
use crate::store::Location;
pub use record::Record;
pub use row::Row;
pub use shown::{shown, shown_as};

/// The hidden column of the customer's id.
pub const ID: &str = "kehu_id";
/// The hidden column of the record that a row is, see [`Record`].
pub const RECORD: &str = "kehu_record";
/// The hidden column of what the record said when it was written down.
pub const DIGEST: &str = "kehu_digest";

/// What a workbook calls the number of the rows that kehu knows again, so that one that was taken out is missed.
pub fn rows_name(subject: Subject) -> String {
    format!("kehu_rows_{}", subject.key())
}

/// What the rows of one subject consist of: a column for each field that `import` could fill.
#[derive(Debug)]
pub struct Columns {
    subject: Subject,
    targets: Vec<Target>,
}

impl Columns {
    /// Of a subject.
    pub fn of(subject: Subject) -> Self {
        Self { subject, targets: subject.targets() }
    }

    /// What stands in each column.
    pub fn targets(&self) -> &[Target] {
        &self.targets
    }

    /// What stands above a column: the label of the field, and before it that of its group where another field of the
    /// subject is called the same. No two are the same.
    pub fn header(&self, target: &Target, lang: Lang) -> String {
        let label = target.field.label.of(lang);
        let same = |other: &&Target| other.path != target.path && other.field.label.of(lang) == label;
        match self.group(target).filter(|_| self.targets.iter().any(|other| same(&other))) {
            None => label.to_owned(),
            Some(group) if lang == Lang::Zh => format!("{}{label}", group.label.zh),
            Some(group) => format!("{} {label}", group.label.of(lang)),
        }
    }

    /// The group or record of the card that a field stands in.
    fn group(&self, target: &Target) -> Option<&'static RecordType> {
        let root = match self.subject {
            Subject::Customers => Card::TYPE,
            Subject::Orders => Order::TYPE,
            Subject::Payments => Payment::TYPE,
        };
        let (group, _) = target.path.split_once('.')?;
        root.field(group).and_then(Field::record)
    }

    /// The rows of a card, as it stands now: one of the customer, one a line of an order, one a payment.
    pub fn rows(&self, location: &Location, card: &DeTable<'_>) -> Vec<Row> {
        match self.subject {
            Subject::Customers => vec![self.row(Record::Card, (location, card), card, None)],
            Subject::Payments => (0..)
                .zip(records(card, "payment"))
                .map(|(at, payment)| self.row(Record::payment(at), (location, card), payment, None))
                .collect(),
            Subject::Orders => (0..)
                .zip(records(card, "order"))
                .flat_map(|(at, order)| {
                    let number = order.get("number").and_then(|number| scalar(number.get_ref()));
                    let items = records(order, "items");
                    // an order of which only the total is known is a row too
                    let lines: Vec<Option<(usize, &DeTable<'_>)>> =
                        if items.is_empty() { vec![None] } else { (0..).zip(items).map(Some).collect() };
                    let row = |item: Option<(usize, &DeTable<'_>)>| {
                        let record = Record::line(number.as_deref(), at, item.map(|(line, _)| line));
                        self.row(record, (location, card), order, item.map(|(_, item)| item))
                    };
                    lines.into_iter().map(row).collect::<Vec<_>>()
                })
                .collect(),
        }
    }

    /// A record as a row.
    fn row(
        &self,
        record: Record,
        (location, card): (&Location, &DeTable<'_>),
        table: &DeTable<'_>,
        item: Option<&DeTable<'_>>,
    ) -> Row {
        let value = |target: &Target| match target.path.as_str() {
            path if target.is_place() => place(path, location, card),
            path => match path.strip_prefix("items.") {
                Some(key) => said(item?, target.field, key),
                None => said(table, target.field, path),
            },
        };
        let values = self.targets.iter().enumerate();
        Row::new(record, values.filter_map(|(at, target)| Some((at, value(target)?))).collect(), &self.targets)
    }
}

/// Where a row belongs: the country of the folder, and how people tell the customer.
fn place(path: &str, location: &Location, card: &DeTable<'_>) -> Option<String> {
    match path {
        "customer.code" => scalar(card.get("code")?.get_ref()),
        "customer.name" => scalar(card.get("name")?.get_ref()),
        _ => match location.country() {
            Some(country) => Some(country.alpha2().to_owned()),
            None => location.country_folder().map(str::to_owned),
        },
    }
}

/// What a table says at a path below it: numbers with the digits they are written with, words of closed lists as their
/// keys, several values parted as [`meaning`] parts them. Of several contacts the first speaks.
fn said(table: &DeTable<'_>, field: &Field, path: &str) -> Option<String> {
    let (first, rest) = path.split_once('.').map_or((path, None), |(first, rest)| (first, Some(rest)));
    let value = table.get(first)?.get_ref();
    match (rest, value) {
        (Some(rest), DeValue::Table(inner)) => said(inner, field, rest),
        (Some(rest), DeValue::Array(list)) => said(list.first()?.get_ref().as_table()?, field, rest),
        (Some(_), _) => None,
        (None, value) if *field.shape == Shape::Number => {
            Some(Number::parse(scalar(value)?.trim()).map(|number| number.to_string()))?
        }
        (None, value) => meaning(field, value),
    }
}

/// The records of a list.
fn records<'a, 't>(table: &'a DeTable<'t>, list: &str) -> Vec<&'a DeTable<'t>> {
    let list = table.get(list).and_then(|list| list.get_ref().as_array());
    list.into_iter().flatten().filter_map(|record| record.get_ref().as_table()).collect()
}

#[cfg(test)]
mod tests;
