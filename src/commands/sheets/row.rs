//! One row: the values of a record, and what they come to.

use sha2::{Digest, Sha256};

use super::super::import::subject::Target;
use super::Record;
use crate::formats::toml::Step;
use crate::model::Number;
use crate::model::field::Shape;

/// Bytes of a digest that are kept: a change that nobody made up is found.
const DIGEST_BYTES: usize = 8;

/// A record of a card as a row.
#[derive(Clone, Debug)]
pub struct Row {
    /// Which record it is.
    pub record: Record,
    /// What it says: the place of the column and the value, see `Columns::rows`; what it does not say is left out.
    pub values: Vec<(usize, String)>,
    /// What it says, as 16 digits of the SHA-256 over its lines `path=value`.
    pub digest: String,
}

impl Row {
    /// From its values.
    pub fn new(record: Record, values: Vec<(usize, String)>, targets: &[Target]) -> Self {
        let digest = digest(&values, targets);
        Self { record, values, digest }
    }

    /// What stands in a column.
    pub fn get(&self, column: usize) -> Option<&str> {
        self.values.iter().find(|(at, _)| *at == column).map(|(_, value)| value.as_str())
    }

    /// Where in the card the value of a column stands, or would stand; `None` for where a row belongs, which is no part
    /// of the record, and for a line of an order that has none.
    pub fn path(&self, target: &Target) -> Option<Vec<Step>> {
        if target.is_place() {
            return None;
        }
        let keys = |path: &str| path.split('.').map(Step::from).collect::<Vec<_>>();
        let (head, rest) = match (&self.record, target.path.strip_prefix("items.")) {
            (Record::Card, _) => match target.path.strip_prefix("contact.") {
                Some(key) => (vec![Step::from("contact"), Step::from(0)], keys(key)),
                None => (Vec::new(), keys(&target.path)),
            },
            (Record::Line { at, line, .. }, Some(key)) => {
                (vec![Step::from("order"), Step::from((*at)?), Step::from("items"), Step::from((*line)?)], keys(key))
            }
            (Record::Line { at, .. }, None) => (vec![Step::from("order"), Step::from((*at)?)], keys(&target.path)),
            (Record::Payment(at), _) => (vec![Step::from("payment"), Step::from(*at)], keys(&target.path)),
        };
        Some([head, rest].concat())
    }
}

/// SHA-256 over the sorted lines `path=value`: how a value is written does not matter, 2 and 2.00 are the same. Where the
/// row belongs is no part of the record.
fn digest(values: &[(usize, String)], targets: &[Target]) -> String {
    let line = |(at, value): &(usize, String)| {
        let target = targets.get(*at).filter(|target| !target.is_place())?;
        let number =
            Some(value).filter(|_| *target.field.shape == Shape::Number).and_then(|value| Number::parse(value));
        let value = number.map_or_else(|| value.clone(), |number| number.normalize().to_string());
        Some(format!("{}={}\n", target.path, value.replace('\n', "\\n")))
    };
    let mut lines: Vec<String> = values.iter().filter_map(line).collect();
    lines.sort();
    Sha256::digest(lines.concat()).iter().take(DIGEST_BYTES).map(|byte| format!("{byte:02x}")).collect()
}
