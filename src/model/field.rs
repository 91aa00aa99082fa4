//! The schema vocabulary: a field stands once, here as a struct field with its labels, and everything else
//! (fresh card, lint, `set`, `show`, JSON Schema, field reference, table headers) is derived from it.

use crate::lang::Words;

/// What a field can hold.
#[derive(Debug, PartialEq)]
pub enum Shape {
    /// Any text.
    Text,
    /// A calendar day.
    Date,
    /// An exact decimal number.
    Number,
    /// A whole number.
    Integer,
    /// Yes or no.
    Bool,
    /// One word of a closed list.
    Choice(&'static [Choice]),
    /// A table of fields.
    Table(&'static RecordType),
    /// Several of the same.
    List(&'static Shape),
    /// Whatever JSON can say; only in outputs.
    Any,
}

/// One word of a closed list: the key that stands in cards and JSON, and what people read.
#[derive(Debug, PartialEq, Eq)]
pub struct Choice {
    /// The English key.
    pub key: &'static str,
    /// What people read, in both languages.
    pub words: Words,
}

/// What a value means beyond its shape: decides which checks look at it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Is {
    /// Nothing more.
    Plain,
    /// A telephone number.
    Phone,
    /// An e-mail address.
    Email,
    /// A web address.
    Url,
    /// An ISO 4217 currency code.
    Currency,
    /// Somebody of our own firm, listed as `[[person]]` in kehu.toml.
    Person,
    /// A day that cannot lie in the future: something that happened.
    Past,
    /// A quantity or price: above zero, except in a credit note.
    Positive,
    /// A share: from 0 to 1.
    Share,
}

/// Who must have the field filled in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Needed {
    /// Nobody.
    No,
    /// A customer that trades with us.
    Customer,
    /// Everybody, prospects too.
    Always,
}

/// One field of a record: its key and all that is known of it.
#[derive(Debug, PartialEq)]
pub struct Field {
    /// The TOML and JSON key.
    pub key: &'static str,
    /// What it holds.
    pub shape: &'static Shape,
    /// May be absent (or null, in outputs).
    pub optional: bool,
    /// The label people read.
    pub label: Words,
    /// One sentence more than the label says, or empty.
    pub about: Words,
    /// The article of the source document that asks for it, as `第12条 1`; empty where the field is ours.
    pub article: &'static str,
    /// Who must have it.
    pub needed: Needed,
    /// Stands in a fresh card even where it is not required.
    pub common: bool,
    /// What the value means beyond its shape.
    pub is: Is,
}

impl Field {
    /// A field with its labels and nothing else.
    pub const fn new(
        name: &'static str,
        shape: &'static Shape,
        optional: bool,
        en: &'static str,
        zh: &'static str,
    ) -> Self {
        Self {
            key: without_raw_prefix(name),
            shape,
            optional,
            label: Words::new(en, zh),
            about: Words::new("", ""),
            article: "",
            needed: Needed::No,
            common: false,
            is: Is::Plain,
        }
    }

    /// With a sentence of explanation.
    #[must_use]
    pub const fn about(self, en: &'static str, zh: &'static str) -> Self {
        Self { about: Words::new(en, zh), ..self }
    }

    /// Asked for by an article of the source document.
    #[must_use]
    pub const fn article(self, article: &'static str) -> Self {
        Self { article, ..self }
    }

    /// Required of these.
    #[must_use]
    pub const fn needed(self, needed: Needed) -> Self {
        Self { needed, ..self }
    }

    /// Part of every fresh card.
    #[must_use]
    pub const fn common(self) -> Self {
        Self { common: true, ..self }
    }

    /// With a meaning that checks know.
    #[must_use]
    pub const fn is(self, is: Is) -> Self {
        Self { is, ..self }
    }

    /// Whether people mean it by this: its key, or its Chinese or English label in any case.
    pub fn is_called(&self, text: &str) -> bool {
        let key = as_key(text);
        self.key == key || self.label.zh == text.trim() || as_key(self.label.en) == key
    }

    /// The record type of what it holds: of a group of fields, or of each of several records.
    pub const fn record(&self) -> Option<&'static RecordType> {
        match self.shape {
            Shape::Table(record) | Shape::List(Shape::Table(record)) => Some(record),
            _ => None,
        }
    }
}

/// A name as a key is written: small letters, `_` for blanks and dashes.
pub fn as_key(name: &str) -> String {
    name.trim().to_lowercase().replace([' ', '-'], "_")
}

// `r#type` is how Rust writes a field called `type`.
const fn without_raw_prefix(name: &'static str) -> &'static str {
    match name.as_bytes() {
        [b'r', b'#', ..] => name.split_at(2).1,
        _ => name,
    }
}

/// A kind of record: what it is called, how one of several is told from the others, and its fields.
#[derive(Debug, PartialEq)]
pub struct RecordType {
    /// What people call it.
    pub label: Words,
    /// The fields that tell one record from its siblings, best first: `order.PI-011` selects by `number`.
    pub keys: &'static [&'static str],
    /// The record whose fields come first; only in outputs, whose rows begin with the customer.
    pub base: Option<&'static RecordType>,
    /// Records whose fields come behind its own, as if they were its own; only in outputs.
    pub parts: &'static [&'static RecordType],
    /// Its fields, in the order they are shown and written.
    pub fields: &'static [Field],
}

impl RecordType {
    /// The fields of the base, then its own and those of its parts.
    pub fn all(&self) -> impl Iterator<Item = &'static Field> {
        let of_base = self.base.map_or_else(Vec::new, |base| base.all().collect());
        of_base.into_iter().chain(self.own())
    }

    /// Its own fields and those of its parts.
    pub fn own(&self) -> impl Iterator<Item = &'static Field> {
        self.fields.iter().chain(self.parts.iter().flat_map(|part| part.fields))
    }

    /// The field with this key.
    pub fn field(&self, key: &str) -> Option<&'static Field> {
        self.fields.iter().find(|field| field.key == key)
    }

    /// The field that is meant: by key, or by its Chinese or English label in any case.
    pub fn find(&self, text: &str) -> Option<&'static Field> {
        let by_key = self.fields.iter().find(|field| field.key == as_key(text));
        by_key.or_else(|| self.fields.iter().find(|field| field.is_called(text)))
    }
}

/// Types that a field can have.
pub trait Shaped {
    /// What values of the type look like.
    const SHAPE: &'static Shape;
    /// Whether the value may be missing.
    const OPTIONAL: bool = false;
}

/// Structs made by [`record!`](crate::record).
pub trait Record {
    /// Labels and fields.
    const TYPE: &'static RecordType;
}

impl Shaped for String {
    const SHAPE: &'static Shape = &Shape::Text;
}

impl Shaped for bool {
    const SHAPE: &'static Shape = &Shape::Bool;
}

macro_rules! integers {
    ($($t:ty)*) => { $(impl Shaped for $t { const SHAPE: &'static Shape = &Shape::Integer; })* };
}
integers!(u8 u32 i64 usize);

impl Shaped for serde_json::Value {
    const SHAPE: &'static Shape = &Shape::Any;
}

impl<T: Shaped> Shaped for Option<T> {
    const SHAPE: &'static Shape = T::SHAPE;
    const OPTIONAL: bool = true;
}

impl<T: Shaped> Shaped for Vec<T> {
    const SHAPE: &'static Shape = &Shape::List(T::SHAPE);
    const OPTIONAL: bool = true;
}

/// Declares a record of the card: the struct, how serde reads it, and its [`RecordType`].
///
/// A field is one line: `key: Type = "english label" "中文标签", article("第12条 1"), needed(Needed::Customer);`
/// where what follows the labels are the methods of [`Field`]. `at` is the byte in the file where the record begins.
#[macro_export]
macro_rules! record {
    ($(#[$meta:meta])* pub struct $name:ident($en:literal, $zh:literal) $(by $($key:literal)|+)? {
        $($field:ident: $type:ty = $label_en:literal $label_zh:literal $(, $attr:ident($($arg:tt)*))*;)*
    }) => {
        $(#[$meta])*
        #[derive(Clone, Debug, Default, PartialEq, serde::Deserialize)]
        #[serde(default)]
        pub struct $name {
            $(#[doc = $label_en] pub $field: $type,)*
            /// The byte of the file where the record begins: the order in which things were written down.
            #[serde(rename = "@")]
            pub at: usize,
        }
        $crate::record_type!($name($en, $zh) [$($($key),+)?] (None) [] {
            $($field: $type = $label_en $label_zh $(, $attr($($arg)*))*;)*
        });
    };
}

/// Declares one row of an output: the struct, how serde writes it, and its [`RecordType`], from which
/// table headers and `kehu schema OUTPUT` come. The same line a field as in [`record!`](crate::record).
#[macro_export]
macro_rules! row {
    ($(#[$meta:meta])* pub struct $name:ident($en:literal, $zh:literal) $(of $base:ty)? $(, $part:ident: $part_type:ty)* {
        $($field:ident: $type:ty = $label_en:literal $label_zh:literal $(, $attr:ident($($arg:tt)*))*;)*
    }) => {
        $(#[$meta])*
        #[derive(Clone, Debug, PartialEq, serde::Serialize)]
        pub struct $name {
            $(
                /// Whose row it is.
                #[serde(flatten)]
                pub of: $base,
            )?
            $(#[doc = $label_en] pub $field: $type,)*
            $(
                /// A part whose fields are its own.
                #[serde(flatten)]
                pub $part: $part_type,
            )*
        }
        $crate::record_type!($name($en, $zh) [] ($crate::base!($($base)?)) [$($part_type),*] {
            $($field: $type = $label_en $label_zh $(, $attr($($arg)*))*;)*
        });
    };
}

/// The type of a base, where there is one.
#[doc(hidden)]
#[macro_export]
macro_rules! base {
    () => {
        None
    };
    ($base:ty) => {
        Some(<$base as $crate::model::field::Record>::TYPE)
    };
}

/// The part that [`record!`](crate::record) and [`row!`](crate::row) share.
#[doc(hidden)]
#[macro_export]
macro_rules! record_type {
    ($name:ident($en:literal, $zh:literal) [$($key:literal),*] ($base:expr) [$($part:ty),*] {
        $($field:ident: $type:ty = $label_en:literal $label_zh:literal $(, $attr:ident($($arg:tt)*))*;)*
    }) => {
        impl $crate::model::field::Record for $name {
            const TYPE: &'static $crate::model::field::RecordType = &$crate::model::field::RecordType {
                label: $crate::lang::Words::new($en, $zh),
                keys: &[$($key),*],
                base: $base,
                parts: &[$(<$part as $crate::model::field::Record>::TYPE),*],
                fields: &[$(
                    $crate::model::field::Field::new(
                        stringify!($field),
                        <$type as $crate::model::field::Shaped>::SHAPE,
                        <$type as $crate::model::field::Shaped>::OPTIONAL,
                        $label_en,
                        $label_zh,
                    )$(.$attr($($arg)*))*
                ),*],
            };
        }
        impl $crate::model::field::Shaped for $name {
            const SHAPE: &'static $crate::model::field::Shape =
                &$crate::model::field::Shape::Table(<$name as $crate::model::field::Record>::TYPE);
        }
    };
}
