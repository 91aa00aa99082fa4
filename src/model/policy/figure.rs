//! A figure of the policy: declared once, read from a file and shown alike.

use std::fmt;

use rust_decimal::Decimal;
use serde::de::{Deserialize, DeserializeSeed, Deserializer, Error, Visitor};

use super::Policy;
use crate::lang::{Words, tr};
use crate::model::choice::{Capital, Choose, Reputation, Size, choices};
use crate::model::field::{Shape, Shaped};
use crate::model::number::Number;

choices! {
    /// What a figure counts.
    pub enum Unit {
        Share = "share" "share" "比例",
        Days = "days" "days" "天",
        WorkingDays = "working_days" "working days" "个工作日",
        Months = "months" "months" "个月",
        Count = "count" "number" "次",
        Money = "money" "in base currency" "本位币",
        Purchases = "purchases" "purchases" "次进货额",
        Cycles = "cycles" "cycles" "个进货周期",
        Word = "word" "word" "选项",
    }
}

impl Unit {
    /// The most that makes sense; a slip of the hand, not a policy, lies beyond it.
    pub fn most(self) -> Option<u32> {
        match self {
            Self::Share => Some(1),
            Self::Days => Some(3650),
            Self::WorkingDays => Some(250),
            Self::Months => Some(120),
            Self::Count | Self::Purchases | Self::Cycles => Some(100),
            Self::Money | Self::Word => None,
        }
    }
}

/// What a figure says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Value {
    /// A number.
    Number(Decimal),
    /// A word of a closed list: its key, what people read, its place in the list from the least.
    Word(&'static str, Words, usize),
}

impl Value {
    /// For comparing: the number, or the place of the word.
    pub fn rank(self) -> Decimal {
        match self {
            Self::Number(number) => number,
            Self::Word(_, _, place) => place.into(),
        }
    }
}

/// The same text for the same value, however it is written.
impl fmt::Display for Value {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Number(number) => number.normalize().fmt(f),
            Self::Word(key, ..) => f.write_str(key),
        }
    }
}

/// A figure: what stands about it in its declaration.
#[derive(Debug)]
pub struct Figure {
    /// The key in policy.toml.
    pub key: &'static str,
    /// What people call it.
    pub label: Words,
    /// What it counts.
    pub unit: Unit,
    /// The least that makes sense.
    pub least: u32,
    /// The article of the document that has it, or asks for something of the kind; may be empty.
    pub article: &'static str,
    /// The document has no such number: it is ours.
    pub ours: bool,
    /// Its value in a policy.
    pub get: fn(&Policy) -> Value,
}

/// Figures that belong together.
#[derive(Debug)]
pub struct Group {
    /// What people call them.
    pub label: Words,
    /// The figures.
    pub figures: &'static [Figure],
}

/// The type of a figure.
pub trait Amount: Shaped + Copy {
    /// Reads it as it is written in a file: a number exactly, bare or as text.
    ///
    /// # Errors
    /// What is there is no such value.
    fn read<'de, D: Deserializer<'de>>(value: D) -> Result<Self, D::Error>;
    /// What it says.
    fn value(self) -> Value;
}

impl Shaped for Decimal {
    const SHAPE: &'static Shape = &Shape::Number;
}

impl Amount for Decimal {
    fn read<'de, D: Deserializer<'de>>(value: D) -> Result<Self, D::Error> {
        Number::deserialize(value).map(|number| *number)
    }

    fn value(self) -> Value {
        Value::Number(self)
    }
}

macro_rules! amounts {
    (whole $($t:ty)*) => { $(impl Amount for $t {
        fn read<'de, D: Deserializer<'de>>(value: D) -> Result<Self, D::Error> {
            let whole = value.deserialize_any(Whole)?;
            Self::try_from(whole).map_err(|_| Error::invalid_value(serde::de::Unexpected::Signed(whole), &Whole))
        }

        fn value(self) -> Value {
            Value::Number(self.into())
        }
    })* };
    (word $($t:ty)*) => { $(impl Amount for $t {
        fn read<'de, D: Deserializer<'de>>(value: D) -> Result<Self, D::Error> {
            Self::deserialize(value)
        }

        fn value(self) -> Value {
            let place = Self::ALL.iter().position(|choice| *choice == self).unwrap_or_default();
            Value::Word(self.key(), self.words(), place)
        }
    })* };
}
amounts!(whole u32 i64 usize);
amounts!(word Size Reputation Capital);

/// A whole number, bare or as text.
struct Whole;

impl Visitor<'_> for Whole {
    type Value = i64;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(tr("a whole number, 0 or more", "不小于 0 的整数"))
    }

    fn visit_i64<E: Error>(self, number: i64) -> Result<i64, E> {
        Ok(number)
    }

    fn visit_str<E: Error>(self, text: &str) -> Result<i64, E> {
        let number = Number::parse(text).and_then(|number| number.normalize().to_string().parse().ok());
        number.ok_or_else(|| E::invalid_value(serde::de::Unexpected::Str(text), &self))
    }
}

/// Puts what is read into a figure of a policy.
pub struct Put<'p> {
    /// The policy.
    pub policy: &'p mut Policy,
    /// The key of the figure.
    pub key: &'p str,
}

impl<'de> DeserializeSeed<'de> for Put<'_> {
    type Value = ();

    fn deserialize<D: Deserializer<'de>>(self, value: D) -> Result<(), D::Error> {
        self.policy.put(self.key, value)
    }
}

/// So many hundredths.
pub(super) fn percent(hundredths: i64) -> Decimal {
    Decimal::new(hundredths, 2)
}

/// Declares the policy: the struct, its defaults, its figures by groups, how each is read, and the schema of policy.toml.
macro_rules! figures {
    ($(#[$meta:meta])* pub struct $name:ident $($group_en:literal $group_zh:literal {
        $($key:ident: $type:ty = $en:literal $zh:literal, $default:expr, $unit:ident from $least:literal, $by:ident($article:literal);)+
    })+) => {
        $(#[$meta])*
        #[derive(Clone, Debug, PartialEq, Eq)]
        pub struct $name {
            $($(#[doc = concat!($en, ": ", stringify!($unit), " (", stringify!($by), " ", $article, ")")] pub $key: $type,)+)+
        }

        impl Default for $name {
            fn default() -> Self {
                Self { $($($key: $default,)+)+ }
            }
        }

        impl $name {
            /// Every figure, in the order in which they are shown and written.
            pub const GROUPS: &'static [Group] = &[$(Group {
                label: $crate::lang::Words::new($group_en, $group_zh),
                figures: &[$(Figure {
                    key: stringify!($key),
                    label: $crate::lang::Words::new($en, $zh),
                    unit: Unit::$unit,
                    least: $least,
                    article: $article,
                    ours: figures!(@ $by),
                    get: |policy| policy.$key.value(),
                }),+],
            }),+];

            /// Reads a value into the figure with this key; a key of none is passed over.
            fn put<'de, D: serde::Deserializer<'de>>(&mut self, key: &str, value: D) -> Result<(), D::Error> {
                match key {
                    $($(stringify!($key) => self.$key = Amount::read(value)?,)+)+
                    _ => drop(<serde::de::IgnoredAny as serde::Deserialize>::deserialize(value)?),
                }
                Ok(())
            }
        }

        impl $crate::model::field::Record for Written {
            const TYPE: &'static $crate::model::field::RecordType = &$crate::model::field::RecordType {
                label: $crate::lang::Words::new("credit policy", "信用政策"),
                keys: &[],
                base: None,
                parts: &[],
                fields: &[
                    $($($crate::model::field::Field::new(
                        stringify!($key),
                        <$type as $crate::model::field::Shaped>::SHAPE,
                        true,
                        $en,
                        $zh,
                    ).article($article),)+)+
                    $crate::model::field::Field::new(
                        "approval",
                        <Vec<PolicyApproval> as $crate::model::field::Shaped>::SHAPE,
                        true,
                        "approvals",
                        "批准记录",
                    ).article("第4条"),
                ],
            };
        }
    };
    (@ article) => { false };
    (@ ours) => { true };
}
pub(super) use figures;
