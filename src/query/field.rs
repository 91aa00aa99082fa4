//! What can be asked about: fields of the card by their path, and what follows from them by the rules.

use std::borrow::Cow;

use unicode_normalization::UnicodeNormalization;

use super::facts::Facts;
use super::test::Value;
use crate::lang::Words;
use crate::model::choice::{DueKind, Grade, StageKind, State};
use crate::model::field::{Choice, Field as CardField, Is, Record, RecordType, Shape, Shaped, as_key};
use crate::model::tree::Location;
use crate::model::{Card, Choose, Country};
use crate::rules::money::Counted;

/// What the values of a field are, and so how they are compared.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Kind {
    /// Text that holds a word.
    Text,
    /// A name, which is found by its sound too.
    Name,
    /// A phone number in any notation.
    Phone,
    /// One of a closed list, by key.
    Choice(&'static [Choice]),
    /// A country, by its ISO code.
    Country,
    /// A stage, by its kind or its folder.
    Stage,
    /// A number; an amount is in base currency.
    Number,
    /// A day.
    Date,
    /// Yes or no.
    Bool,
    /// What is due: its kind, or its day.
    Due,
}

impl Kind {
    /// The closed list that its values are of.
    pub fn choices(self) -> &'static [Choice] {
        match self {
            Self::Choice(choices) => choices,
            Self::Due => due_kinds(),
            Self::Stage => match StageKind::SHAPE {
                Shape::Choice(choices) => choices,
                _ => &[],
            },
            _ => &[],
        }
    }
}

/// A field that is worked out.
#[derive(Debug)]
pub struct Derived {
    /// Its name, as in JSON.
    pub key: &'static str,
    /// What people call it.
    pub words: Words,
    /// Other names for it.
    pub also: &'static [&'static str],
    /// What its values are.
    pub kind: Kind,
    /// Where they come from.
    pub of: Of,
}

/// Where the values of a derived field come from.
#[derive(Clone, Copy, Debug)]
pub enum Of {
    /// Where the customer is kept.
    Place(fn(&Location) -> Vec<Value>),
    /// What is known of the customer by its card.
    Facts(fn(&Facts<'_>) -> Vec<Value>),
    /// What is counted in money, or is due by it.
    Money(fn(&Facts<'_>) -> Counted<Vec<Value>>),
    /// Several fields of the card together.
    Paths(&'static [&'static [&'static str]]),
}

const fn choices(shape: &'static Shape) -> Kind {
    match shape {
        Shape::Choice(choices) => Kind::Choice(choices),
        _ => Kind::Text,
    }
}

macro_rules! derived {
    ($($key:literal $en:literal $zh:literal [$($also:literal),*] $kind:expr, $of:expr;)*) => {
        /// Every derived field, in the order in which help lists them.
        #[expect(clippy::redundant_closure_for_method_calls, reason = "a method of Facts<'a> is none for every 'a")]
        pub const DERIVED: &[Derived] = &[$(
            Derived { key: $key, words: Words::new($en, $zh), also: &[$($also),*], kind: $kind, of: $of }
        ),*];
    };
}

derived! {
    "name" "name" "名称" ["客户", "customer"] Kind::Name, Of::Facts(|facts| facts.names());
    "stage" "stage" "阶段" [] Kind::Stage, Of::Place(|location| texts([location.kind.key(), location.stage()]));
    "country" "country" "国家" [] Kind::Country, Of::Place(|location| texts(location.country().map(Country::alpha2)));
    "path" "folder" "文件夹" [] Kind::Text, Of::Place(|location| texts([location.path.as_str()]));
    "grade" "grade" "等级" ["核定等级"] choices(Grade::SHAPE), Of::Facts(|facts| facts.grade());
    "state" "state" "状态" [] choices(State::SHAPE), Of::Facts(|facts| facts.state());
    "tag" "tag" "标签" [] Kind::Text, Of::Paths(&[&["tags"]]);
    "email" "e-mail" "邮箱" ["e_mail", "邮件"] Kind::Text, Of::Paths(&[&["email"], &["contact", "email"]]);
    "phone" "phone" "电话" [] Kind::Phone, Of::Paths(&[&["phone"], &["contact", "phone"], &["contact", "whatsapp"]]);
    "sales" "sales" "销售额" ["销售"] Kind::Number, Of::Money(|facts| facts.sales());
    "orders" "number of orders" "订单数" [] Kind::Number, Of::Facts(|facts| facts.orders());
    "receivable" "receivable" "应收账款" ["应收"] Kind::Number, Of::Money(|facts| facts.position(|position| Ok(position.receivable)));
    "overdue" "overdue" "逾期金额" ["逾期"] Kind::Number, Of::Money(|facts| facts.position(|position| position.ageing.overdue()));
    "exposure" "exposure" "信用敞口" ["敞口"] Kind::Number, Of::Money(|facts| facts.position(|position| Ok(position.exposure)));
    "unapplied" "unapplied" "预收款" ["预收"] Kind::Number, Of::Money(|facts| facts.position(|position| Ok(position.unapplied)));
    "last" "last contact" "上次联系" [] Kind::Date, Of::Facts(|facts| facts.last());
    "next" "next follow-up" "下次跟进" [] Kind::Date, Of::Facts(|facts| facts.next());
    "due" "due" "到期" ["到期事项"] Kind::Due, Of::Money(|facts| facts.due());
}

fn texts<'t>(texts: impl IntoIterator<Item = &'t str>) -> Vec<Value> {
    texts.into_iter().map(|text| Value::Text(text.to_owned())).collect()
}

/// A field that a query names.
#[derive(Clone, Debug)]
pub struct Field {
    /// Its name: as in JSON, or the path of keys.
    pub key: String,
    /// What people call it.
    pub label: String,
    /// What its values are.
    pub kind: Kind,
    /// Where they stand.
    pub source: Source,
}

/// Where the values of a field stand.
#[derive(Clone, Debug)]
pub enum Source {
    /// They are worked out.
    Derived(&'static Derived),
    /// They stand in the card under these keys; a group of fields stands for all that is in it.
    Card(Vec<Vec<&'static str>>),
}

impl Field {
    /// The field of a name: derived, a path of keys or labels, or the last key of one.
    pub fn find(name: &str) -> Option<Self> {
        // letters of a Chinese keyboard in full width are letters
        let name: String = name.nfkc().collect();
        let name = name.as_str();
        let key = as_key(name);
        let derived = DERIVED.iter().find(|field| {
            let names = [field.key, field.words.en, field.words.zh];
            names.iter().chain(field.also).any(|known| as_key(known) == key)
        });
        derived.map(Self::derived).or_else(|| by_path(name)).or_else(|| by_last_key(name))
    }

    fn derived(derived: &'static Derived) -> Self {
        let source = match derived.of {
            Of::Paths(paths) => Source::Card(paths.iter().map(|path| path.to_vec()).collect()),
            _ => Source::Derived(derived),
        };
        Self { key: derived.key.to_owned(), label: derived.words.text().to_owned(), kind: derived.kind, source }
    }

    /// Whether the card must have been read to tell.
    pub fn needs_card(&self) -> bool {
        matches!(&self.source, Source::Derived(Derived { of: Of::Facts(_) | Of::Money(_), .. }))
    }

    /// Whether a customer may have several values of it.
    pub fn is_many(&self) -> bool {
        match &self.source {
            Source::Derived(derived) => derived.kind == Kind::Due,
            Source::Card(paths) => paths.len() > 1 || paths.iter().any(|path| repeats(path)),
        }
    }

    /// Whether a value that stands under these keys is one of the field's.
    pub fn covers(&self, keys: &[Cow<'_, str>]) -> bool {
        let Source::Card(paths) = &self.source else { return false };
        paths.iter().any(|path| keys.len() >= path.len() && path.iter().zip(keys).all(|(key, of)| key == of))
    }

    /// The names that a slip may have meant, nearest first.
    pub fn nearest(name: &str) -> Option<String> {
        let wanted = name.to_lowercase();
        let derived = DERIVED.iter().flat_map(|field| [field.key, field.words.en, field.words.zh]);
        let card = Card::TYPE.fields.iter().flat_map(|field| [field.key, field.label.zh]);
        let likeness = |known: &str| strsim::jaro_winkler(known, &wanted);
        let near = derived.chain(card).max_by(|a, b| likeness(a).total_cmp(&likeness(b)));
        near.filter(|known| likeness(known) > 0.8).map(str::to_owned)
    }
}

/// `order.status`, `订单.状态`, `profile.size`.
fn by_path(name: &str) -> Option<Field> {
    let mut record = Some(Card::TYPE);
    let mut path = Vec::new();
    let mut last = None;
    for part in name.split('.') {
        let field = record?.find(part)?;
        path.push(field);
        record = field.record();
        last = Some(field);
    }
    last.map(|last| of_card(last, &[path]))
}

/// `status` alone: wherever a record or a group has it.
fn by_last_key(name: &str) -> Option<Field> {
    let mut paths = Vec::new();
    below(Card::TYPE, &mut Vec::new(), &mut |path| {
        if path.len() > 1 && path.last().is_some_and(|last| last.is_called(name)) {
            paths.push(path.to_vec());
        }
    });
    // a word that means a choice here and a date there is asked for by its path
    let first = *paths.first()?.last()?;
    paths.retain(|path| path.last().is_some_and(|last| kind(last) == kind(first)));
    Some(of_card(first, &paths))
}

fn below(record: &'static RecordType, path: &mut Vec<&'static CardField>, see: &mut dyn FnMut(&[&'static CardField])) {
    for field in record.fields {
        path.push(field);
        see(path);
        if let Some(inner) = field.record() {
            below(inner, path, see);
        }
        path.pop();
    }
}

fn of_card(field: &'static CardField, paths: &[Vec<&'static CardField>]) -> Field {
    let first = paths.first().map(Vec::as_slice).unwrap_or_default();
    let keys: Vec<&str> = first.iter().map(|field| field.key).collect();
    // the label of one place is its way; of several the field's own
    let labels: Vec<&str> = first.iter().map(|field| field.label.text()).collect();
    let (key, label) = match paths.len() {
        1 => (keys.join("."), labels.join(" · ")),
        _ => (field.key.to_owned(), field.label.text().to_owned()),
    };
    let source = paths.iter().map(|path| path.iter().map(|field| field.key).collect()).collect();
    Field { key, label, kind: kind(field), source: Source::Card(source) }
}

/// Whether a list stands on the way.
fn repeats(path: &[&'static str]) -> bool {
    let keys: Vec<Cow<'_, str>> = path.iter().map(|key| Cow::Borrowed(*key)).collect();
    fields_of(&keys)
        .iter()
        .any(|field| matches!(field.shape, Shape::List(_)) || field.record().is_some() && path.len() == 1)
}

/// What the values of a field of the card are.
fn kind(field: &CardField) -> Kind {
    let shape = match field.shape {
        Shape::List(item) => item,
        shape => shape,
    };
    match shape {
        Shape::Date => Kind::Date,
        Shape::Number | Shape::Integer => Kind::Number,
        Shape::Bool => Kind::Bool,
        Shape::Choice(choices) => Kind::Choice(choices),
        Shape::Text if field.is == Is::Phone => Kind::Phone,
        Shape::Text if field.is == Is::Person => Kind::Name,
        Shape::Text | Shape::Table(_) | Shape::List(_) | Shape::Any => Kind::Text,
    }
}

/// The fields of the card that keys lead through.
pub fn fields_of(keys: &[Cow<'_, str>]) -> Vec<&'static CardField> {
    let mut record = Some(Card::TYPE);
    let step = |key: &Cow<'_, str>| {
        let field = record?.field(key)?;
        record = field.record();
        Some(field)
    };
    keys.iter().map_while(step).collect()
}

/// What people call the field that keys lead to, each step by its label; what no field has by its key. `record` is what
/// the record is called in which it stands.
pub fn labels(keys: &[String], record: Option<&str>) -> String {
    let mut known = Some(Card::TYPE);
    let step = |key: &String| {
        let field = known.and_then(|record| record.field(key));
        known = field.and_then(CardField::record);
        field.map_or_else(|| key.clone(), |field| field.label.text().to_owned())
    };
    let mut labels: Vec<String> = keys.iter().map(step).collect();
    let above = labels.len().checked_sub(2);
    if let (Some(record), Some(label)) = (record, above.and_then(|above| labels.get_mut(above))) {
        *label += &format!(" {record}");
    }
    labels.join(" · ")
}

/// Whether a phone number stands under these keys.
pub fn is_phone(keys: &[Cow<'_, str>]) -> bool {
    fields_of(keys).last().is_some_and(|field| field.is == Is::Phone)
}

/// Whether one word of a closed list stands under these keys.
pub fn is_choice(keys: &[Cow<'_, str>]) -> bool {
    fields_of(keys).last().is_some_and(|field| matches!(kind(field), Kind::Choice(_)))
}

/// The kinds of things that can be due, for `due:payment`.
pub const fn due_kinds() -> &'static [Choice] {
    match DueKind::SHAPE {
        Shape::Choice(choices) => choices,
        _ => &[],
    }
}
