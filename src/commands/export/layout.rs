//! The columns of each kind of rows: for people in their words, for programs with keys that stay.

use serde_json::{Map, Value};

use super::super::found::Who;
use super::super::receivables::ReceivableRow;
use super::super::sheets::{Columns, DIGEST, ID, RECORD, Row};
use super::super::waiting::DueRow;
use super::What;
use crate::lang::lang;
use crate::model::field::{Field, Is, Needed, Record, RecordType, Shape};

/// For whom rows are written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reader {
    /// Reads words, and may import what was edited.
    Person,
    /// Reads keys.
    Program,
}

/// Where the value of a column comes from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Origin {
    /// The record of the card, by place.
    Record(usize),
    /// Who it is about, or another row of an output, by key.
    Output(&'static str),
    /// What is worked out of an order.
    Counted(usize),
    Id,
    Name,
    Digest,
}

/// A column.
#[derive(Debug)]
pub struct Column {
    /// What programs call it.
    pub key: String,
    /// What people call it.
    pub title: String,
    /// What it holds.
    pub field: &'static Field,
    /// It is a country by its code, or by the name of its folder.
    pub country: bool,
    /// Nobody needs to see it.
    pub hidden: bool,
    /// Nobody needs to see it while it is empty.
    pub spare: bool,
    /// A price or an amount in the currency of the row.
    pub money: bool,
    origin: Origin,
}

/// The columns of one kind of rows.
#[derive(Debug)]
pub struct Layout {
    /// What the rows are.
    pub what: What,
    /// Its columns.
    pub columns: Vec<Column>,
    /// The currency of amounts in rows that name none.
    pub currency: String,
    /// What the card gives to each row, where the rows are records of cards.
    pub records: Option<Columns>,
}

/// What is worked out of an order, line by line.
pub static COUNTED: [Field; 3] = [
    Field::new("line_amount", &Shape::Number, true, "amount of the line", "本行金额")
        .about("In the order's currency; null where the order does not count", "以订单币种计；订单不计入销售时为 null"),
    Field::new("sales", &Shape::Number, true, "sales", "销售额").about(
        "In base currency at the rate of the order's day; adds up to what `grade` counts",
        "按订购日汇率折成本位币；合计与评级的销售额一致",
    ),
    Field::new("sales_currency", &Shape::Text, true, "currency of sales", "销售额币种"),
];

static NAME: Field = Field::new("record", &Shape::Text, true, "record", "记录")
    .about("Which record of the card it is", "对应卡片中的哪条记录");
static HIDDEN: [Field; 3] = [
    Field::new(ID, &Shape::Text, true, ID, ID),
    Field::new(RECORD, &Shape::Text, true, RECORD, RECORD),
    Field::new(DIGEST, &Shape::Text, true, DIGEST, DIGEST),
];

impl Layout {
    /// Of a kind of rows in a book of this base currency.
    pub fn new(what: What, reader: Reader, currency: &str) -> Self {
        let records = what.subject().map(Columns::of);
        let columns = match (&records, what) {
            (Some(records), _) => match reader {
                Reader::Person => for_people(records, what),
                Reader::Program => for_programs(records, what),
            },
            (None, What::Receivables) => of_output(ReceivableRow::TYPE, reader),
            (None, _) => of_output(DueRow::TYPE, reader),
        };
        Self { what, columns, currency: currency.to_owned(), records }
    }

    /// The values of a record of a card, a column each.
    pub fn record(&self, who: &Map<String, Value>, row: &Row, counted: &[Option<String>]) -> Vec<Option<String>> {
        let value = |column: &Column| match column.origin {
            Origin::Record(at) => row.get(at).map(str::to_owned),
            Origin::Output(key) => told(who, key),
            Origin::Counted(at) => counted.get(at).cloned().flatten(),
            Origin::Id => told(who, "id"),
            Origin::Name => Some(row.record.to_string()).filter(|name| !name.is_empty()),
            Origin::Digest => Some(row.digest.clone()),
        };
        self.columns.iter().map(value).collect()
    }

    /// The values of a row of an output, a column each.
    pub fn output(&self, row: &Map<String, Value>) -> Vec<Option<String>> {
        let value = |column: &Column| match column.origin {
            Origin::Output(key) => told(row, key),
            _ => None,
        };
        self.columns.iter().map(value).collect()
    }

    /// Whether a row says whose it is, so that `import` knows it again.
    pub fn is_known(&self, values: &[Option<String>]) -> bool {
        self.columns.iter().zip(values).any(|(column, value)| column.origin == Origin::Id && value.is_some())
    }

    /// The place of a column by its key.
    pub fn place(&self, key: &str) -> Option<usize> {
        self.columns.iter().position(|column| column.key == key)
    }
}

fn told(row: &Map<String, Value>, key: &str) -> Option<String> {
    match row.get(key)? {
        Value::Null => None,
        Value::String(text) => Some(text.clone()),
        other => Some(other.to_string()),
    }
}

fn column(field: &'static Field, key: &str, title: &str, origin: Origin) -> Column {
    let money = *field.shape == Shape::Number && field.is != Is::Share && field.key != "quantity";
    Column {
        key: key.to_owned(),
        title: title.to_owned(),
        field,
        country: key.ends_with("country"),
        hidden: false,
        spare: false,
        money,
        origin,
    }
}

fn counted(what: What) -> impl Iterator<Item = Column> {
    let fields = (0..).zip(&COUNTED).filter(move |_| what == What::Orders);
    fields.map(|(at, field)| column(field, field.key, field.label.text(), Origin::Counted(at)))
}

/// What `import` reads again: the fields of the record by their labels, and hidden behind them which record it is.
fn for_people(records: &Columns, what: What) -> Vec<Column> {
    let mut columns: Vec<Column> = (0..)
        .zip(records.targets())
        .map(|(at, target)| {
            let key = target.path.replace('.', "_");
            let plain = target.field.needed == Needed::No && !target.field.common;
            Column {
                spare: plain,
                country: target.is_place() && target.path.ends_with("country"),
                ..column(target.field, &key, &records.header(target, lang()), Origin::Record(at))
            }
        })
        .collect();
    columns.extend(counted(what));
    let hidden = HIDDEN.iter().zip([Origin::Id, Origin::Name, Origin::Digest]);
    columns
        .extend(hidden.map(|(field, origin)| Column { hidden: true, ..column(field, field.key, field.key, origin) }));
    columns
}

/// The customer as in every output, then the fields of the record that are not told so already.
fn for_programs(records: &Columns, what: What) -> Vec<Column> {
    let output = |field: &'static Field| column(field, field.key, field.label.text(), Origin::Output(field.key));
    let mut columns: Vec<Column> = Who::TYPE.all().map(output).collect();
    for (at, target) in (0..).zip(records.targets()) {
        let key = target.path.strip_prefix("items.").unwrap_or(&target.path).replace('.', "_");
        // what a card calls an order's country, name or code is the customer's
        if !target.is_place() && columns.iter().all(|column| column.key != key) {
            columns.push(Column {
                country: false,
                ..column(target.field, &key, target.field.label.text(), Origin::Record(at))
            });
        }
    }
    columns.extend(counted(what));
    if what != What::Customers {
        columns.push(column(&NAME, NAME.key, NAME.label.text(), Origin::Name));
    }
    columns
}

/// The rows of a command; people are spared where a card lies.
fn of_output(row: &'static RecordType, reader: Reader) -> Vec<Column> {
    let unseen = |key: &str| matches!(key, "path" | "file" | "company" | "id" | "urgency");
    row.all()
        .map(|field| Column {
            hidden: reader == Reader::Person && unseen(field.key),
            ..column(field, field.key, field.label.text(), Origin::Output(field.key))
        })
        .collect()
}
