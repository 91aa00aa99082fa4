//! `pay`: money that came in, went back, or was given up.

mod known;
mod rest;

use super::append::{Draft, DryRun, wrong_value};
use super::deal::orders;
use super::deal::told::{joined, settled};
use super::deal::write::{Doubts, write};
use super::resolve::given_or_asked;
use crate::cli::{Context, choice_of};
use crate::error::{Exit, Result};
use crate::formats::toml::{Edit, quoted};
use crate::formats::typed::decimal;
use crate::lang::tr;
use crate::model::card::Payment;
use crate::model::choice::PaymentKind;
use crate::model::field::Record;
use crate::model::money::full;
use crate::model::{Card, Choose, Date};
use crate::rules::money::same_payment;
use crate::store::{Book, CardFile};
use crate::tr;
use known::Known;

/// What may be said to `pay`.
#[derive(clap::Args)]
pub struct Args {
    #[arg(value_name = tr("NAME", "客户"), help = tr("The customer: name, part of it, code, e-mail, phone or path", "名称或其一部分、编号、邮箱、电话、路径"))]
    name: Option<String>,
    #[arg(value_name = tr("AMOUNT", "金额"), allow_negative_numbers = true, help = tr("How much, as 30000 or \"USD 30000\"", "金额，如 30000 或 \"USD 30000\""))]
    amount: Option<String>,
    #[arg(long, value_name = tr("CODE", "币种"), help = tr("The currency; that of the order unless given, or of all open orders", "币种，默认为订单币种，或未结订单共有的币种"))]
    currency: Option<String>,
    #[arg(long, value_name = tr("NUMBER", "订单号"), help = tr("The order it is for; without one the oldest orders are settled first", "对应的订单；不写则从最早的订单抵起"))]
    order: Option<String>,
    #[arg(short, long, value_name = tr("KIND", "类别"), value_parser = choice_of::<PaymentKind>(), help = tr("What it was; a receipt unless given", "类别，默认收款"))]
    kind: Option<PaymentKind>,
    #[arg(long, value_name = tr("DATE", "日期"), allow_hyphen_values = true, help = tr("When it came in; today unless given", "日期，默认今天"))]
    date: Option<String>,
    #[arg(long, value_name = tr("AMOUNT", "金额"), requires = "order", allow_negative_numbers = true, help = tr("What it settles in the order's currency, where that is another", "币种与订单不同时，按订单币种核销的金额"))]
    settles: Option<String>,
    #[arg(long, requires = "order", help = tr("Book a small rest of the order as bank charge", "订单余下的尾差记为银行扣费"))]
    settle: bool,
    #[arg(long, value_name = tr("METHOD", "方式"), help = tr("How it was paid, as T/T", "付款方式，如 电汇"))]
    method: Option<String>,
    #[arg(long, value_name = tr("NUMBER", "流水号"), help = tr("The bank's reference", "银行流水号"))]
    reference: Option<String>,
    #[arg(long, value_name = tr("NAME", "名称"), help = tr("Who paid, where it was a third party", "付款人（第三方代付时）"))]
    payer: Option<String>,
    #[arg(long, value_name = tr("TEXT", "内容"), help = tr("A note", "备注"))]
    note: Option<String>,
    #[command(flatten)]
    dry_run: DryRun,
}

impl Args {
    /// Appends the payment.
    ///
    /// # Errors
    /// Unknown customer or order, values that do not fit, a doubt that nobody allays, or the card cannot be written.
    pub fn run(self, context: &mut Context<'_>) -> Result<Exit> {
        let book = context.take_book()?;
        let location = given_or_asked(self.name.as_deref(), &book, context)?;
        let card = book.read(&location)?.card()?;
        let known = self.known(&card, &book, context)?;
        let today = context.today;
        let plan =
            |file: &CardFile, card: &Card, doubts: &mut Doubts| self.edits(&known, &book, file, card, today, doubts);
        let written = write(context, &book, &location, self.dry_run, &plan)?;
        if self.dry_run.dry_run {
            return Ok(Exit::Done);
        }
        let shown = full(&known.currency, *known.amount);
        let kind = self.kind();
        let mut pieces = vec![tr!("{}: {kind} of {shown} noted", "{}：已登记{kind} {shown}", location.path)];
        if self.settle {
            pieces.extend(rest::told(&written));
        }
        pieces.extend(settled(&book, &written, known.order.as_deref(), today));
        context.done(joined(&pieces));
        Ok(Exit::Done)
    }

    fn kind(&self) -> PaymentKind {
        self.kind.unwrap_or(PaymentKind::Receipt)
    }

    fn edits(
        &self,
        known: &Known,
        book: &Book,
        file: &CardFile,
        card: &Card,
        today: Date,
        doubts: &mut Doubts,
    ) -> Result<Vec<Edit>> {
        let order = known.order.as_deref().map(|number| orders::find(card, number)).transpose()?;
        let mut draft = Draft::new(Payment::TYPE, today);
        draft.typed("date", Some(self.date.as_deref().unwrap_or("today")))?;
        draft.literal("amount", decimal(known.amount));
        draft.literal("currency", quoted(&known.currency));
        draft.literal("kind", quoted(self.kind().key()));
        if let Some((_, order)) = order {
            draft.literal("order", quoted(orders::called(order)));
            if let Some(settles) = self.settles(order, &known.currency, today)? {
                draft.literal("settles", decimal(settles));
            }
        }
        draft.typed("method", self.method.as_deref())?;
        draft.typed("reference", self.reference.as_deref())?;
        draft.typed("payer", self.payer.as_deref())?;
        draft.typed("note", self.note.as_deref())?;
        let payment: Payment = draft.read()?;
        if card.payment.iter().any(|other| same_payment(other, &payment)) {
            let (shown, date) = (full(&known.currency, *known.amount), draft.date("date").unwrap_or(today));
            doubts.raise(tr!(
                "the card holds the same payment already: {date}, {shown}",
                "卡片中已有相同的收款：{date}，{shown}"
            ));
        }
        let mut edits = vec![draft.push("payment")];
        if self.settle {
            if self.kind() == PaymentKind::Refund {
                return Err(wrong_value(
                    tr("--settle does not go with a refund", "退款不能与 --settle 同用").to_owned(),
                ));
            }
            let number = known.order.as_deref().unwrap_or_default();
            edits.extend(rest::charge(book, file, &edits, number, payment.date.unwrap_or(today), today)?);
        }
        Ok(edits)
    }
}
