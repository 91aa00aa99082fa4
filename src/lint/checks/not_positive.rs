//! A quantity or price of nothing, or less.

use toml::de::DeValue;

use crate::formats::toml::{Step, Visit};
use crate::lang::{Words, tr};
use crate::lint::values::{numbers, text_in};
use crate::lint::{Check, Findings, Run, Sample, Source};
use crate::model::choice::Severity;
use crate::model::field::Is;
use crate::tr;

pub const CHECK: Check = Check {
    code: "not-positive",
    severity: Severity::Warning,
    article: "第12条 1",
    what: Words::new("a quantity, price or amount that is not above zero", "数量、单价或金额不大于零"),
    why: Words::new(
        "It lowers the customer's sales, and with them the grade, without saying that anything was given back.",
        "它会无缘无故压低客户的销售额，进而影响等级。",
    ),
    bad: &[Sample::Card(
        "name = 'Acme'\n[[order]]\nnumber = 'PI-1'\ndate = 2026-02-09\ncurrency = 'USD'\nitems = [ { product = '叉车', quantity = -40, unit_price = '185.00' } ]\n",
    )],
    good: &[Sample::Card(
        "name = 'Acme'\n[[order]]\nnumber = 'CN-1'\ndate = 2026-02-09\ncurrency = 'USD'\ncredits = 'PI-1'\nitems = [ { product = '叉车', quantity = -40, unit_price = '185.00' } ]\n",
    )],
    run: Run::Card(run),
};

fn run(source: &Source<'_>, out: &mut Findings<'_>) {
    numbers(source, Is::Positive, &mut |value, number| {
        if !(number.is_zero() || number.is_sign_negative()) || in_credit_note(source, value) {
            return;
        }
        let label = value.field.label.text();
        out.at(value.value.span(), tr!("{label}: {number} is not above zero", "{label}：{number} 不大于零")).hint(tr(
            "goods given back: an order with `credits`; goods given free: their price with discount = \"1\"",
            "退货请另记一张带 credits 的订单；赠送请照写单价并写 discount = \"1\"",
        ));
    });
}

/// Whether the value belongs to an order that takes another one back.
fn in_credit_note(source: &Source<'_>, value: &Visit<'_, '_>) -> bool {
    let [Step::Key(list), Step::Index(index), ..] = value.path.as_slice() else { return false };
    let Some(document) = source.document.filter(|_| list == "order") else { return false };
    let order = document.root.get("order").and_then(|list| list.get_ref().as_array()).and_then(|list| list.get(*index));
    matches!(order.map(crate::formats::toml::Spanned::get_ref), Some(DeValue::Table(order)) if text_in(order, "credits").is_some())
}

#[cfg(test)]
mod tests {
    use crate::lint::tests::Book;

    #[test]
    fn credit_notes_may_be_negative_and_nothing_else() {
        for (order, want) in [
            ("items = [ { quantity = 1, unit_price = '0.01' } ]", 0),
            ("items = [ { quantity = 0, unit_price = '-0.01' } ]", 2),
            ("items = [ { quantity = -1, unit_price = '1' } ]\ncredits = 'PI-1'", 0),
            ("items = [ { quantity = -1, unit_price = '1' } ]\ncredits = ' '", 1),
            ("[[order.items]]\nquantity = -1\n[[order]]\ncredits = 'PI-1'\n[[order.items]]\nquantity = -1", 1),
            ("amount = '-0.00'", 1),
            ("shipments = [ { amount = 0 } ]", 1),
            ("pay = { deposit = 0 }", 0),
        ] {
            assert_eq!(Book::card(&format!("[[order]]\n{order}\n")).found("not-positive").len(), want, "{order}");
        }
    }
}
