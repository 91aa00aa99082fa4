//! What a file says differently of an order that a card has.

use super::super::change::{Change, changed};
use super::super::compare::records;
use super::super::sheet::Sheet;
use super::super::subject::Target;
use super::{Order, assemble, line_count};
use crate::formats::toml::{DeTable, Step};
use crate::model::card::Item;
use crate::model::field::Record;

/// The changes that make the order at a place of a card what the file says. What only the map says changes nothing.
///
/// # Errors
/// The lines cannot be told apart: there are more or fewer of them.
pub(super) fn changes(sheet: &Sheet<'_>, order: &Order, card: &DeTable<'_>, at: usize) -> Result<Vec<Change>, String> {
    let base = [Step::from("order"), Step::from(at)];
    let mut changes = Vec::new();
    for (place, literal) in order.head.iter().filter(|(place, _)| sheet.is_own(*place, &order.rows)) {
        let Some(target) = sheet.target(*place).filter(|target| target.path != "number") else { continue };
        let literal = match target.path.as_str() {
            "note" => assemble::with_goods(Some(literal.clone()), order.goods.as_deref()).unwrap_or_default(),
            _ => literal.clone(),
        };
        changes.extend(changed(card, &base, target, &target.path, &literal));
    }
    if let (Some(amount), Some(target)) = (&order.amount, sheet.place("amount").and_then(|at| sheet.target(at))) {
        changes.extend(changed(card, &base, target, "amount", amount));
        return Ok(changes);
    }
    let lines = records(card, "items");
    if lines.len() != order.items.len() {
        return Err(line_count(lines.len(), order.items.len()));
    }
    for (line, (own, item)) in lines.iter().zip(&order.items).enumerate() {
        let base = [base.to_vec(), vec![Step::from("items"), Step::from(line)]].concat();
        for (key, literal) in item {
            let Some(field) = Item::TYPE.field(key) else { continue };
            let none = *key == "discount" && !own.contains_key(*key) && super::is_nothing(literal);
            if !none {
                let target = Target { path: format!("items.{key}"), field };
                changes.extend(changed(own, &base, &target, key, literal));
            }
        }
    }
    Ok(changes)
}
