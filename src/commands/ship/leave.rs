//! Whether an order can leave, and what is odd about it.

use rust_decimal::Decimal;

use crate::commands::append::wrong_value;
use crate::commands::deal::write::Doubts;
use crate::commands::deal::{fault, orders};
use crate::error::{Error, Result};
use crate::lang::tr;
use crate::model::Date;
use crate::model::card::Order;
use crate::model::choice::OrderStatus;
use crate::model::money::full;
use crate::model::name::shell_word;
use crate::rules::money::{Progress, is_cancelled, is_credit_note, progress};
use crate::store::Location;
use crate::tr;

/// Refuses an order that cannot leave, or has left.
///
/// # Errors
/// It is a credit note, cancelled, shipped whole, or its money cannot be told.
pub fn may_leave(order: &Order, location: &Location, today: Date, doubts: &mut Doubts) -> Result<()> {
    let called = orders::called(order);
    let path = shell_word(&location.path);
    if is_credit_note(order) {
        return Err(Error::refused(tr!(
            "{called} is a credit note; nothing of it is shipped",
            "{called} 是贷项，没有货物可出运"
        ))
        .next(tr("name the order", "请写订单号")));
    }
    if is_cancelled(order, today) || order.status == Some(OrderStatus::Cancelled) {
        return Err(Error::refused(tr!("order {called} is cancelled", "订单 {called} 已取消")).next(tr!(
            "if it is not: kehu set {path} order.{called}.status=confirmed order.{called}.cancelled=",
            "如未取消：kehu set {path} order.{called}.status=confirmed order.{called}.cancelled="
        )));
    }
    let progress = progress(order).map_err(|fault| {
        let what = fault::what(&fault);
        fault::broken(tr!("{called}: {what}", "{called}：{what}"), location)
    })?;
    if progress.is_complete() {
        return Err(left_already(order, &progress, &path));
    }
    if order.status == Some(OrderStatus::OnHold) {
        doubts.raise(tr!("order {called} is on hold", "订单 {called} 暂缓中"));
    }
    Ok(())
}

fn left_already(order: &Order, progress: &Progress, path: &str) -> Error {
    let called = orders::called(order);
    if order.shipments.is_empty() {
        let day = order.shipped.map(|day| day.to_string()).unwrap_or_default();
        return Error::refused(tr!("order {called} was shipped whole on {day}", "订单 {called} 已于 {day} 全部出运"))
            .next(tr!(
                "to correct the day: kehu set {path} order.{called}.shipped=DATE",
                "要改日期：kehu set {path} order.{called}.shipped=日期"
            ));
    }
    let shipped = full(&progress.currency, progress.shipped);
    Error::refused(tr!("order {called} is shipped whole already, {shipped}", "订单 {called} 已全部出运，共 {shipped}"))
        .next(tr!(
            "to correct it: kehu edit {path}; if more will leave: kehu set {path} order.{called}.status=production",
            "要更正：kehu edit {path}；还有货要出：kehu set {path} order.{called}.status=production"
        ))
}

/// Only its status says that the rest of an order will not come, and that of this one says something else.
pub fn disputed(order: &Order, location: &Location) -> Error {
    let (called, path) = (orders::called(order), shell_word(&location.path));
    Error::refused(tr!(
        "order {called} is disputed; whether the rest comes cannot be noted beside that",
        "订单 {called} 有争议，不能同时记为余下不再出运"
    ))
    .next(tr!(
        "once it is settled: kehu set {path} order.{called}.status=production, then --last",
        "争议解决后：kehu set {path} order.{called}.status=production，再用 --last"
    ))
}

/// Refuses a shipment before the order.
///
/// # Errors
/// The order was placed later.
pub fn in_order(order: &Order, date: Date) -> Result<()> {
    match order.date.filter(|placed| *placed > date) {
        None => Ok(()),
        Some(placed) => {
            let called = orders::called(order);
            Err(wrong_value(tr!(
                "{called} was placed on {placed}; it cannot have left on {date}",
                "{called} 的订购日期为 {placed}，不可能在 {date} 出运"
            )))
        }
    }
}

/// What is doubtful where more would be shipped than the order is of.
pub fn too_much(order: &Order, before: &Progress, beyond: Decimal) -> String {
    let called = orders::called(order);
    let (beyond, amount) = (full(&before.currency, beyond), full(&before.currency, before.amount));
    tr!(
        "order {called} is of {amount}; with this {beyond} more would be shipped",
        "订单 {called} 金额 {amount}，本次出运后将超出 {beyond}"
    )
}
