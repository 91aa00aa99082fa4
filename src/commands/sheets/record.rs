//! Which record of a card a row is.

use std::fmt;

/// The card itself, a line of an order, or a payment: ``, `order.PI-011.2`, `payment.3`, counted from 1.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Record {
    /// What the card says of the customer.
    Card,
    /// A line of an order.
    Line {
        /// The number of the order, or its place where it has none.
        order: String,
        /// Its place among the orders of the card, from 0; not known where it was read.
        at: Option<usize>,
        /// The place of the line from 0; `None` where only the total of the order is known.
        line: Option<usize>,
    },
    /// A payment, by its place from 0.
    Payment(usize),
}

impl Record {
    /// A payment by its place from 0.
    pub fn payment(at: usize) -> Self {
        Self::Payment(at)
    }

    /// A line of the order at a place.
    pub fn line(number: Option<&str>, at: usize, line: Option<usize>) -> Self {
        let number = number.map(str::trim).filter(|number| !number.is_empty());
        Self::Line { order: number.map_or_else(|| (at + 1).to_string(), str::to_owned), at: Some(at), line }
    }

    /// Reads what [`fmt::Display`] writes.
    pub fn parse(text: &str) -> Option<Self> {
        let place = |text: &str| text.parse::<usize>().ok();
        if text.is_empty() {
            return Some(Self::Card);
        }
        if let Some(at) = text.strip_prefix("payment.") {
            return place(at)?.checked_sub(1).map(Self::Payment);
        }
        let (order, line) = text.strip_prefix("order.")?.rsplit_once('.')?;
        Some(Self::Line { order: order.to_owned(), at: None, line: place(line)?.checked_sub(1) })
    }

    /// Whether both are the same record, by what is written.
    pub fn is(&self, other: &Self) -> bool {
        match (self, other) {
            (Self::Line { order, line, .. }, Self::Line { order: other, line: its, .. }) => {
                order == other && line == its
            }
            _ => self == other,
        }
    }
}

impl fmt::Display for Record {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Card => Ok(()),
            Self::Line { order, line, .. } => write!(f, "order.{order}.{}", line.map_or(0, |line| line + 1)),
            Self::Payment(at) => write!(f, "payment.{}", at + 1),
        }
    }
}
