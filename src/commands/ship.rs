//! `ship`: an order leaves, whole or in parts.

mod credit;
mod leave;
mod lines;
mod told;

use rust_decimal::Decimal;

use super::append::{Draft, DryRun, wrong_value};
use super::deal::item::copied;
use super::deal::sum::{Sign, sum_in};
use super::deal::write::{Doubts, write};
use super::deal::{fault, orders};
use super::resolve::given_or_asked;
use crate::cli::{Answer, Context};
use crate::error::{Error, Exit, Result};
use crate::formats::toml::{Edit, Step, list_of_tables, quoted};
use crate::formats::typed::decimal;
use crate::lang::tr;
use crate::model::card::{Followup, Order, Shipment};
use crate::model::choice::{FollowupKind, OrderStatus};
use crate::model::field::Record;
use crate::model::money::full;
use crate::model::name::shell_word;
use crate::model::{Card, Choose, Date, Number};
use crate::rules::compliance::ALL_THE_SAME;
use crate::rules::money::{Progress, is_cancelled, is_credit_note, progress};
use crate::store::{Book, Location};
use crate::tr;
use leave::{disputed, in_order, may_leave, too_much};

/// What may be said to `ship`.
#[derive(clap::Args)]
pub struct Args {
    #[arg(value_name = tr("NAME", "客户"), help = tr("The customer: name, part of it, code, e-mail, phone or path", "名称或其一部分、编号、邮箱、电话、路径"))]
    name: Option<String>,
    #[arg(value_name = tr("NUMBER", "订单号"), help = tr("The number of the order", "订单编号"))]
    number: Option<String>,
    #[arg(long, value_name = tr("AMOUNT", "金额"), allow_negative_numbers = true, help = tr("What this shipment is worth; all that is not shipped yet unless given", "本批货值，默认全部未出运部分"))]
    amount: Option<String>,
    #[arg(short, long = "item", value_name = tr("ITEM", "明细"), help = tr("What leaves, where it is not the whole order: product;quantity", "本批所装明细：品名;数量"))]
    items: Vec<String>,
    #[arg(long, value_name = tr("DATE", "日期"), allow_hyphen_values = true, help = tr("The B/L date; today unless given", "提单日期，默认今天"))]
    date: Option<String>,
    #[arg(long, value_name = tr("NUMBER", "提单号"), help = tr("The B/L number", "提单号"))]
    bl: Option<String>,
    #[arg(long, value_name = tr("NUMBER", "发票号"), help = tr("The invoice number", "发票号"))]
    invoice: Option<String>,
    #[arg(long, value_name = tr("VESSEL", "船名"), help = tr("Vessel and voyage", "船名航次"))]
    vessel: Option<String>,
    #[arg(long, value_name = tr("NUMBER", "柜号"), help = tr("Container and seal", "柜号封号"))]
    container: Option<String>,
    #[arg(long, value_name = tr("COUNT", "件数"), help = tr("How many packages", "件数"))]
    packages: Option<String>,
    #[arg(long, value_name = tr("KG", "千克"), help = tr("Net weight in kilograms", "净重（千克）"))]
    net_weight: Option<String>,
    #[arg(long, value_name = tr("KG", "千克"), help = tr("Gross weight in kilograms", "毛重（千克）"))]
    gross_weight: Option<String>,
    #[arg(long, value_name = tr("M3", "立方米"), help = tr("Volume in cubic metres", "体积（立方米）"))]
    volume: Option<String>,
    #[arg(long, help = tr("Goods or documents are handed over before payment", "未收款已放货或放单"))]
    released: bool,
    #[arg(long, help = tr("The rest will not come; without --amount nothing more is shipped", "余下的不再出运；不写 --amount 则只结束订单，不登记出运"))]
    last: bool,
    #[arg(long, value_name = tr("REASON", "理由"), help = tr("It left although money or limit is lacking; noted as a follow-up with this reason", "款项或额度不足仍已出运；理由记为一条跟进"))]
    anyway: Option<String>,
    #[command(flatten)]
    dry_run: DryRun,
}

impl Args {
    /// Notes the shipment on its order.
    ///
    /// # Errors
    /// Unknown customer or order, an order that cannot be shipped, values that do not fit, a doubt that nobody allays, or
    /// the card cannot be written.
    pub fn run(self, context: &mut Context<'_>) -> Result<Exit> {
        let book = context.take_book()?;
        let location = given_or_asked(self.name.as_deref(), &book, context)?;
        let number = match &self.number {
            Some(number) => number.trim().to_owned(),
            None => ask(&book.read(&location)?.card()?, context)?,
        };
        let today = context.today;
        let by = context.person(&book);
        let plan = |card: &Card, doubts: &mut Doubts| {
            let mut edits = self.edits(&number, card, &book, &location, today, doubts)?;
            edits.extend(self.allowed(&number, card, &book, &location, by.as_deref(), today)?);
            Ok(edits)
        };
        let written = write(context, &book, &location, self.dry_run, &|_, card, doubts| plan(card, doubts))?;
        if !self.dry_run.dry_run {
            context.done(told::remark(&book, &location.path, &written, &number, today));
        }
        Ok(Exit::Done)
    }

    /// Puts what leaves to the credit check. What is said to have left anyway is noted, for those who look at it later
    /// (第4条).
    fn allowed(
        &self,
        number: &str,
        card: &Card,
        book: &Book,
        location: &Location,
        by: Option<&str>,
        today: Date,
    ) -> Result<Option<Edit>> {
        if self.ends_only() {
            return Ok(None); // nothing leaves
        }
        let (_, order) = orders::find(card, number)?;
        let before = progress(order).map_err(|fault| fault::refused(&fault))?;
        let leaving = *self.leaving(order, &before, book, today)?.0;
        let may = |anyway| credit::may_leave(order, leaving, card, book, location, anyway, today);
        let Some(reason) = self.anyway.as_deref().map(str::trim) else { return may(false).map(|()| None) };
        if reason.is_empty() {
            return Err(wrong_value(tr("--anyway wants a reason", "--anyway 须写明理由").to_owned()));
        }
        if may(false).is_ok() {
            return Ok(None); // nothing was lacking
        }
        may(true)?;
        let mut draft = Draft::new(Followup::TYPE, today);
        draft.typed("date", Some(self.date.as_deref().unwrap_or("today")))?;
        draft.typed("kind", Some(FollowupKind::Other.key()))?;
        draft.typed("by", by)?;
        let called = orders::called(order);
        draft.typed("summary", Some(&format!("{}{reason}", ALL_THE_SAME.text())))?;
        draft.typed("order", Some(called))?;
        Ok(Some(draft.push("followup")))
    }

    fn edits(
        &self,
        number: &str,
        card: &Card,
        book: &Book,
        location: &Location,
        today: Date,
        doubts: &mut Doubts,
    ) -> Result<Vec<Edit>> {
        let (index, order) = orders::find(card, number)?;
        may_leave(order, location, today, doubts)?;
        if self.last && order.status == Some(OrderStatus::Disputed) {
            return Err(disputed(order, location));
        }
        let mut edits = Vec::new();
        let complete = if self.ends_only() {
            self.nothing_more(order, location)?;
            true
        } else {
            let (edit, complete) = self.shipment(index, order, book, today, doubts)?;
            edits.push(edit);
            complete || self.last
        };
        let set = |key: &str, value: String| Edit::Set { path: path(index, key), value };
        // what is said of it already and goes further stays said
        let further = [OrderStatus::Shipped, OrderStatus::Delivered, OrderStatus::Disputed].map(Some);
        if complete && !further.contains(&order.status) {
            edits.push(set("status", quoted(OrderStatus::Shipped.key())));
        }
        if self.released && order.released != Some(true) {
            edits.push(set("released", "true".to_owned()));
        }
        Ok(edits)
    }

    /// Whether the order is only ended.
    fn ends_only(&self) -> bool {
        self.last && self.amount.is_none() && self.items.is_empty()
    }

    /// What a shipment may say beside its day, B/L and invoice.
    fn papers(&self) -> [(&'static str, &Option<String>); 6] {
        [
            ("vessel", &self.vessel),
            ("container", &self.container),
            ("packages", &self.packages),
            ("net_weight", &self.net_weight),
            ("gross_weight", &self.gross_weight),
            ("volume", &self.volume),
        ]
    }

    /// What leaves is worth: as it is said, else by its lines, else all that is left. Second, its lines.
    fn leaving(&self, order: &Order, before: &Progress, book: &Book, today: Date) -> Result<(Number, Vec<String>)> {
        let lines = lines::lines(order, &self.items, book, today)?;
        let amount = match &self.amount {
            Some(text) => sum_in(&before.currency, text, Sign::Above, today)?,
            None if lines.is_empty() => Number::from(before.rest),
            None => lines::worth(&lines, &before.currency)?,
        };
        Ok((amount, lines.iter().map(copied).collect()))
    }

    /// The edit that notes what leaves, and whether that is all. A whole order without papers is a day, all else a record.
    fn shipment(
        &self,
        index: usize,
        order: &Order,
        book: &Book,
        today: Date,
        doubts: &mut Doubts,
    ) -> Result<(Edit, bool)> {
        let mut draft = Draft::new(Shipment::TYPE, today);
        draft.typed("date", Some(self.date.as_deref().unwrap_or("today")))?;
        draft.typed("bl", self.bl.as_deref())?;
        draft.typed("invoice", self.invoice.as_deref())?;
        for (key, value) in self.papers() {
            draft.typed(key, value.as_deref())?;
        }
        let date = draft.date("date").unwrap_or(today);
        in_order(order, date)?;
        let before = progress(order).map_err(|fault| fault::refused(&fault))?;
        let (amount, items) = self.leaving(order, &before, book, today)?;
        if !items.is_empty() {
            draft.literal("items", list_of_tables(&items));
        }
        let beyond = before.beyond(*amount).map_err(|overflow| fault::refused(&overflow.into()))?;
        if beyond > Decimal::ZERO {
            doubts.raise(too_much(order, &before, beyond));
        }
        let plain = order.shipments.is_empty() && draft.is_only("date");
        let edit = if plain && beyond.is_zero() {
            Edit::Set { path: path(index, "shipped"), value: date.to_string() }
        } else {
            draft.literal("amount", decimal(amount));
            Edit::PushRecord { path: path(index, "shipments"), fields: draft.finish() }
        };
        Ok((edit, beyond >= Decimal::ZERO))
    }

    /// Refuses to end an order of which nothing was shipped, and what would belong to a shipment.
    fn nothing_more(&self, order: &Order, location: &Location) -> Result<()> {
        let (called, path) = (orders::called(order), shell_word(&location.path));
        let papers = self.papers().into_iter().any(|(_, value)| value.is_some());
        if self.date.is_some() || self.bl.is_some() || self.invoice.is_some() || papers {
            return Err(wrong_value(
                tr(
                    "--last without --amount notes no shipment: no date, B/L or invoice belongs to it",
                    "--last 不带 --amount 时不登记出运，不能写日期、提单号或发票号",
                )
                .to_owned(),
            ));
        }
        if order.shipments.is_empty() {
            return Err(Error::refused(tr!("nothing was shipped of {called}", "{called} 还没有出运")).next(tr!(
                "to note what leaves: --amount; if nothing will: kehu set {path} order.{called}.status=cancelled",
                "登记最后一批请加 --amount；如不再出运：kehu set {path} order.{called}.status=cancelled"
            )));
        }
        Ok(())
    }
}

/// The way to a field of an order.
fn path(index: usize, key: &str) -> Vec<Step> {
    vec![Step::from("order"), Step::from(index), Step::from(key)]
}

/// Which order leaves, picked from those that can.
fn ask(card: &Card, context: &mut Context<'_>) -> Result<String> {
    let today = context.today;
    let can_leave = |order: &&Order| !is_cancelled(order, today) && !is_credit_note(order);
    let mut rows = Vec::new();
    for order in card.order.iter().filter(can_leave) {
        match progress(order) {
            Ok(progress) if !progress.is_complete() => {
                let rest = full(&progress.currency, progress.rest);
                let called = orders::called(order);
                rows.push((called.to_owned(), tr!("{called}  {rest} to be shipped", "{called}  未出运 {rest}")));
            }
            _ => {}
        }
    }
    if rows.is_empty() && context.shell.can_ask() {
        return Err(Error::refused(tr("the customer has no order that is to be shipped", "该客户没有待出运的订单"))
            .next(tr("note one: kehu order", "登记订单：kehu order")));
    }
    let items: Vec<String> = rows.iter().map(|(_, row)| row.clone()).collect();
    let picked =
        Answer::new(context.shell).select(tr("Which order?", "出运哪张订单？"), tr("NUMBER", "订单号"), &items)?;
    Ok(rows.swap_remove(picked).0)
}
