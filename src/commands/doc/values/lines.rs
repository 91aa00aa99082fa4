//! The lines of a paper: goods with what the product list knows of them, and charges.

use rust_decimal::Decimal;

use super::{Row, Sheet};
use crate::formats::template::Value;
use crate::lang::Lang;
use crate::model::Country;
use crate::model::card::{Item, Order};
use crate::rules::goods::{Goods, Line, unit_of};

/// How many products of an order a table of orders names.
const NAMED: usize = 3;

/// A country in both languages; what is none as it is written.
pub fn in_words(name: &str) -> Value {
    match Country::find(name) {
        Some(country) => Value::Both { en: country.en().to_owned(), zh: country.zh().to_owned() },
        None => Value::text(Some(name)),
    }
}

/// The lines of a paper.
pub fn of_paper(sheet: &mut Sheet, goods: &Goods<'_>, code: &str) {
    sheet.list("lines", goods.lines.iter().map(|line| of_line(line, code)).collect());
    sheet.list("charges", goods.charges.iter().map(|line| of_line(line, code)).collect());
}

fn of_line(line: &Line<'_>, code: &str) -> Row {
    let (item, product) = (line.item, line.product);
    let text = |of: Option<&Option<String>>| Value::text(of.and_then(|text| text.as_deref()));
    let number = |of: Option<crate::model::Number>| Value::number(of.map(|number| *number));
    let several = |of: Option<&Vec<String>>| {
        Value::Several(of.into_iter().flatten().map(|text| Value::text(Some(text))).collect())
    };
    let or = |value: Value, other: &Value| if value.is_empty() { other.clone() } else { value };
    let name = Value::text(item.product.as_deref());
    let unit = Value::text(unit_of(line));
    let specification = text(product.map(|product| &product.specification));
    let features = several(product.map(|product| &product.features));
    let package = text(product.map(|product| &product.package));
    let values = [
        ("product", name.clone()),
        ("quantity", number(item.quantity)),
        ("unit_price", item.unit_price.map_or(Value::Empty, |price| Value::Money(*price, code.to_owned()))),
        ("discount", item.discount.map_or(Value::Empty, |share| Value::Share(*share))),
        ("amount", Value::Money(line.amount, code.to_owned())),
        ("currency", Value::text(Some(code))),
        ("code", text(product.map(|product| &product.code))),
        ("name", name.clone()),
        ("name@en", or(text(product.map(|product| &product.name_en)), &name)),
        ("name_en", or(text(product.map(|product| &product.name_en)), &name)),
        ("hs", text(product.map(|product| &product.hs))),
        ("specification", specification.clone()),
        ("specification@en", or(text(product.map(|product| &product.specification_en)), &specification)),
        ("specification_en", text(product.map(|product| &product.specification_en))),
        ("features", features.clone()),
        ("features@en", or(several(product.map(|product| &product.features_en)), &features)),
        ("features_en", several(product.map(|product| &product.features_en))),
        ("moq", number(product.and_then(|product| product.moq))),
        ("lead_days", product.and_then(|product| product.lead_days).map_or(Value::Empty, Value::count)),
        ("unit", unit.clone()),
        ("unit@en", or(english_unit(line), &unit)),
        ("unit_en", or(english_unit(line), &unit)),
        ("packages", Value::number(line.packages)),
        ("package", package.clone()),
        ("package@en", or(text(product.map(|product| &product.package_en)), &package)),
        ("package_en", text(product.map(|product| &product.package_en))),
        ("per_package", number(product.and_then(|product| product.per_package))),
        ("net_weight", Value::number(line.net_weight)),
        ("gross_weight", Value::number(line.gross_weight)),
        ("volume", Value::number(line.volume)),
        ("per_20gp", number(product.and_then(|product| product.per_20gp))),
        ("per_40hq", number(product.and_then(|product| product.per_40hq))),
        ("origin", product.and_then(|product| product.origin.as_deref()).map_or(Value::Empty, in_words)),
    ];
    values.into_iter().map(|(key, value)| (key.to_owned(), value)).collect()
}

/// The English unit of the product list, where the line counts in the unit that it is the English of.
fn english_unit(line: &Line<'_>) -> Value {
    let Some(product) = line.product else { return Value::Empty };
    let same = unit_of(line) == product.unit.as_deref().map(str::trim) || product.unit.is_none();
    if same { Value::text(product.unit_en.as_deref()) } else { Value::Empty }
}

/// What a row of the tables of orders says of its lines.
pub fn of_lines(order: &Order, code: &str) -> [(&'static str, Value); 4] {
    let one = |of: &dyn Fn(&Item) -> Value| match order.items.as_slice() {
        [only] => of(only),
        _ => Value::Empty,
    };
    let units: Vec<Option<&str>> = order.items.iter().map(|item| item.unit.as_deref()).collect();
    let same = units.windows(2).all(|pair| matches!(pair, [a, b] if a == b));
    let quantities: Option<Vec<Decimal>> = order.items.iter().map(|item| item.quantity.map(|number| *number)).collect();
    let sum = quantities
        .filter(|known| same && !known.is_empty())
        .and_then(|known| crate::rules::money::exact::sum(known).ok());
    let mut names: Vec<Value> = order.items.iter().map(|item| Value::text(item.product.as_deref())).collect();
    names.dedup_by_key(|name| name.shown(Lang::Zh));
    let more = names.len().saturating_sub(NAMED);
    if more > 0 {
        names.truncate(NAMED);
        names.push(Value::Both { en: format!("and {more} more"), zh: format!("另 {more} 项") });
    }
    [
        ("product", Value::Several(names)),
        ("quantity", Value::number(sum)),
        ("unit", Value::text(units.first().copied().flatten().filter(|_| same))),
        (
            "unit_price",
            one(&|item| item.unit_price.map_or(Value::Empty, |price| Value::Money(*price, code.to_owned()))),
        ),
    ]
}
