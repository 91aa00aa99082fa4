//! The order of a card that is meant by a number.

use std::cmp::Reverse;

use crate::error::{Error, Result};
use crate::lang::tr;
use crate::model::card::Order;
use crate::model::name::paper_key;
use crate::model::{Card, Date, currency};
use crate::rules::money::{is_cancelled, is_credit_note};
use crate::tr;

/// How many orders are named in an error.
const NAMED: usize = 8;

/// What an order is called in the card.
pub fn called(order: &Order) -> &str {
    order.number.as_deref().unwrap_or_default().trim()
}

/// The currency of an order.
pub fn currency(order: &Order) -> Option<String> {
    order.currency.as_deref().and_then(currency::find)
}

/// What a payment for an order leaves open that is in another currency and does not say what it settles. What a cancelled
/// order or a credit note gets is free to settle others, as it is.
pub fn unsettled(order: &Order, code: &str, today: Date) -> Option<String> {
    let own = currency(order).filter(|own| own != code)?;
    let owed = !is_cancelled(order, today) && !is_credit_note(order);
    let called = called(order);
    owed.then(|| {
        tr!(
            "{called} is in {own}, the payment in {code}: how much {own} does it settle?",
            "{called} 的币种是 {own}，收款是 {code}：核销多少 {own}？"
        )
    })
}

/// The order of exactly this number; of two the first.
pub fn same<'c>(card: &'c Card, number: &str) -> Option<(usize, &'c Order)> {
    let wanted = paper_key(number);
    (0..).zip(&card.order).find(|(_, order)| !wanted.is_empty() && paper_key(called(order)) == wanted)
}

/// The order that is meant: by its number, or by a part of it between marks that no other has, as 011 of PI-2026-011.
/// PI-1 is no such part of PI-10: money must not land on a neighbour.
///
/// # Errors
/// There is none, or there are several.
pub fn find<'c>(card: &'c Card, number: &str) -> Result<(usize, &'c Order)> {
    if let Some(found) = same(card, number) {
        return Ok(found);
    }
    let wanted = paper_key(number);
    if wanted.is_empty() {
        return Err(
            Error::new(tr("the number of the order is empty", "订单号为空")).next(tr("write the number", "请写明单号"))
        );
    }
    let hits: Vec<(usize, &Order)> =
        (0..).zip(&card.order).filter(|(_, order)| is_part(&paper_key(called(order)), &wanted)).collect();
    match hits.as_slice() {
        [only] => Ok(*only),
        [] => Err(unknown(card, number)),
        several => {
            let names: Vec<&str> = several.iter().map(|(_, order)| called(order)).collect();
            Err(Error::new(tr!("\"{number}\" fits several orders", "“{number}”对应多张订单")).next(tr!(
                "say which: {}",
                "请指明：{}",
                names.join(tr(", ", "、"))
            )))
        }
    }
}

fn is_part(number: &str, wanted: &str) -> bool {
    let bound = |c: Option<char>| c.is_none_or(|c| !c.is_alphanumeric());
    number.match_indices(wanted).any(|(at, part)| {
        let (before, behind) = (number.get(..at), number.get(at + part.len()..));
        bound(before.and_then(|text| text.chars().next_back())) && bound(behind.and_then(|text| text.chars().next()))
    })
}

fn unknown(card: &Card, number: &str) -> Error {
    let error = Error::new(tr!("the customer has no order {number}", "该客户没有订单 {number}"));
    let wanted = paper_key(number);
    let mut names: Vec<&str> = card.order.iter().map(called).filter(|name| !name.is_empty()).collect();
    if names.is_empty() {
        return error
            .next(tr("the card holds no order yet; note it with kehu order", "卡片中还没有订单；用 kehu order 登记"));
    }
    // of equally near ones the last is the likelier
    names.reverse();
    names.sort_by_key(|name| Reverse(nearness(&paper_key(name), &wanted)));
    let more = if names.len() > NAMED { tr(", …", "、…") } else { "" };
    names.truncate(NAMED);
    error.next(tr!("its orders are {}{more}", "已有订单：{}{more}", names.join(tr(", ", "、"))))
}

/// How many characters need not change, of a hundred.
fn nearness(a: &str, b: &str) -> usize {
    let longest = a.chars().count().max(b.chars().count()).max(1);
    longest.saturating_sub(strsim::osa_distance(a, b)) * 100 / longest
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::formats::toml::from_text;

    #[test]
    fn an_order_by_its_number_or_a_whole_part_of_it() {
        let card: Card = from_text(
            "order = [ { number = 'PI-1' }, { number = ' PI-10 ' }, { number = 'PI-2026-011' }, { number = 'ＰＩ-2026-012' }, {}, { number = 'pi-1' } ]",
        )
        .unwrap();
        for (number, want) in [
            ("pi-1", Some(0)),
            ("PI-10", Some(1)),
            ("10", Some(1)),
            ("011", Some(2)),
            ("pi-2026-012", Some(3)),
            ("2026-012", Some(3)),
            ("2026", None),
            ("01", None),
            ("PI", None),
            ("PI-100", None),
            ("", None),
        ] {
            assert_eq!(find(&card, number).ok().map(|(index, _)| index), want, "{number}");
        }
        assert!(
            find(&card, "PI-2026-013").unwrap_err().next.unwrap().starts_with("已有订单：ＰＩ-2026-012、PI-2026-011、")
        );
    }
}
