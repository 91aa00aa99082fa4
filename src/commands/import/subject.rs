//! What is imported, and the fields that a column of it may fill.

use crate::error::{Error, Result};
use crate::lang::tr;
use crate::model::card::{Item, Order, Payment};
use crate::model::choice::choices;
use crate::model::field::{Field, Is, Record, RecordType, Shape};
use crate::model::{Card, Choose};
use crate::tr;

choices! {
    /// What a file holds.
    pub enum Subject {
        Customers = "customers" "customers" "客户",
        Orders = "orders" "orders" "订单",
        Payments = "payments" "payments" "收款",
    }
}

choices! {
    /// What a file is.
    pub enum What {
        Customers = "customers" "customers" "客户",
        Orders = "orders" "orders" "订单",
        Payments = "payments" "payments" "收款",
        Form = "form" "form" "表格",
    }
}

impl What {
    /// What its rows are, where it has rows.
    pub fn rows(self) -> Option<Subject> {
        match self {
            Self::Customers => Some(Subject::Customers),
            Self::Orders => Some(Subject::Orders),
            Self::Payments => Some(Subject::Payments),
            Self::Form => None,
        }
    }
}

/// The country that a customer's folder lies in; no field of the card.
pub const COUNTRY: &str = "country";
/// The firm's own number of the customer whose order or payment it is.
pub const CUSTOMER_CODE: &str = "customer.code";
/// The name of that customer.
pub const CUSTOMER_NAME: &str = "customer.name";
/// The country of that customer, which tells two of one name apart.
pub const CUSTOMER_COUNTRY: &str = "customer.country";

/// What a row says beside the fields of the record: where it belongs.
static COUNTRIES: [Field; 1] = [Field::new(COUNTRY, &Shape::Text, false, "country", "国家")];
static CUSTOMER: [Field; 3] = [
    Field::new(CUSTOMER_CODE, &Shape::Text, false, "customer number", "客户编号"),
    Field::new(CUSTOMER_NAME, &Shape::Text, false, "customer name", "客户名称"),
    Field::new(CUSTOMER_COUNTRY, &Shape::Text, false, "country", "国家"),
];

/// Something that a column may fill.
#[derive(Clone, Debug)]
pub struct Target {
    /// `contact.email`, `pay.balance`, `items.product`, `country`.
    pub path: String,
    /// The field at its end.
    pub field: &'static Field,
}

impl Target {
    /// Whether it says where the record belongs instead of being part of it.
    pub fn is_place(&self) -> bool {
        self.path == COUNTRY || self.path.starts_with("customer.")
    }
}

impl Subject {
    /// Everything that a column may fill, in the order of the card.
    pub fn targets(self) -> Vec<Target> {
        let places = if self == Self::Customers { &COUNTRIES[..] } else { &CUSTOMER[..] };
        let mut targets: Vec<Target> =
            places.iter().map(|field| Target { path: field.key.to_owned(), field }).collect();
        match self {
            Self::Customers => {
                leaves(Card::TYPE, "", &mut targets);
                // kehu gives it, and finds a card by it again
                targets.retain(|target| target.path != "id");
            }
            Self::Orders => {
                leaves(Order::TYPE, "", &mut targets);
                leaves(Item::TYPE, "items.", &mut targets);
            }
            Self::Payments => leaves(Payment::TYPE, "", &mut targets),
            // no rows, but places
        }
        targets
    }

    /// Whether one cell over several rows says the same of each of them: whose they are, and what holds for a whole order.
    pub fn spans(self, path: &str) -> bool {
        let whole_order = self == Self::Orders && path != "amount" && !path.starts_with("items.");
        path == COUNTRY || path.starts_with("customer.") || whole_order
    }

    /// The target that a map or a person names: by its whole path, or by its last part where no other has that.
    ///
    /// # Errors
    /// There is none; the nearest is told.
    pub fn target(self, text: &str) -> Result<Target> {
        let wanted = text.trim().to_lowercase().replace(' ', "");
        let wanted = match (self, wanted.as_str()) {
            (Self::Orders | Self::Payments, "customer" | "code" | "id") => CUSTOMER_CODE.to_owned(),
            (Self::Orders | Self::Payments, "name") => CUSTOMER_NAME.to_owned(),
            (Self::Orders | Self::Payments, "country") => CUSTOMER_COUNTRY.to_owned(),
            _ => wanted.strip_prefix("item.").map_or(wanted.clone(), |item| format!("items.{item}")),
        };
        let mut targets = self.targets();
        let exact = targets.iter().position(|target| target.path == wanted);
        let label = |target: &Target| [target.field.label.zh, target.field.label.en].contains(&text.trim());
        let in_items = || targets.iter().position(|target| target.path == format!("items.{wanted}"));
        let found = exact.or_else(in_items).or_else(|| targets.iter().position(label));
        if let Some(at) = found {
            return Ok(targets.swap_remove(at));
        }
        let near = targets.iter().map(|target| (strsim::osa_distance(&target.path, &wanted), &target.path)).min();
        let error = Error::new(tr!("\"{text}\" is no field of {}", "“{text}”不是{}的字段", self.words().text()));
        Err(match near.filter(|(far, _)| *far <= wanted.chars().count() / 3 + 1) {
            Some((_, near)) => error.next(tr!("did you mean {near}?", "是否想写 {near}？")),
            None => error.next(tr(
                "write the path of a field, as contact.email, or \"\" to leave the column out",
                "请写字段路径，如 contact.email；不导入该列则写 \"\"",
            )),
        })
    }
}

/// The fields that hold one value; of the lists of records only the first contact.
fn leaves(record: &'static RecordType, prefix: &str, out: &mut Vec<Target>) {
    for field in record.fields {
        let path = format!("{prefix}{}", field.key);
        match (field.record(), field.shape) {
            (None, _) => out.push(Target { path, field }),
            (Some(inner), Shape::Table(_)) => leaves(inner, &format!("{path}."), out),
            (Some(inner), _) if field.key == "contact" => leaves(inner, "contact.", out),
            _ => {}
        }
    }
}

/// Whether a value of a field is money, a price or a quantity.
pub fn is_number(field: &Field) -> bool {
    *field.shape == Shape::Number && field.is != Is::Share
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn targets_by_the_names_a_map_may_give_them() {
        for (subject, text, want) in [
            (Subject::Customers, "code", Some("code")),
            (Subject::Customers, "contact.email", Some("contact.email")),
            (Subject::Customers, "profile.size", Some("profile.size")),
            (Subject::Customers, "Country", Some("country")),
            (Subject::Customers, "客户编号", Some("code")),
            (Subject::Customers, "id", None),
            (Subject::Customers, "credit.limit", None),
            (Subject::Customers, "order.number", None),
            (Subject::Orders, "customer", Some("customer.code")),
            (Subject::Orders, "product", Some("items.product")),
            (Subject::Orders, "item.unit_price", Some("items.unit_price")),
            (Subject::Orders, "pay.balance", Some("pay.balance")),
            (Subject::Orders, "shipments.amount", None),
            (Subject::Payments, "settles", Some("settles")),
        ] {
            assert_eq!(subject.target(text).ok().map(|target| target.path).as_deref(), want, "{text}");
        }
        let error = Subject::Customers.target("contact.emial").unwrap_err();
        assert!(error.next.is_some_and(|next| next.contains("contact.email")));
    }
}
