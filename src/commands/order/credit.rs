//! An order before it is written: may it be taken (第6–7条)? What must be approved waits for it.

use rust_decimal::Decimal;

use super::Args;
use crate::cli::Context;
use crate::commands::acting::{self, among_deciders};
use crate::commands::append::change;
use crate::commands::credit::look;
use crate::commands::credit::order::{Checked, Terms, put};
use crate::commands::credit::set::waits;
use crate::commands::deal::fault;
use crate::commands::deal::write::Doubts;
use crate::commands::request::filing::Filing;
use crate::commands::request::waiting_for;
use crate::error::{Exit, Result};
use crate::lang::or;
use crate::model::card::Order;
use crate::model::choice::{OrderStatus, RequestKind, Verdict};
use crate::model::name::shell_word;
use crate::model::{Card, Date, Number};
use crate::rules::approval::{Decided, base_roles, decided};
use crate::rules::credit::Account;
use crate::rules::money::{Basis, amount};
use crate::rules::staff::Staff;
use crate::store::{Book, Location};
use crate::tr;

/// An order that was looked at.
pub struct Looked {
    account: Account,
    checked: Checked,
    /// The day for which it was.
    day: Date,
}

impl Args {
    /// Looks at the customer's credit as of the order's day. `None` for what asks for none: a credit note, an order that
    /// is off.
    pub fn look(
        &self,
        order: &Order,
        card: &Card,
        book: &Book,
        location: &Location,
        today: Date,
    ) -> Result<Option<Looked>> {
        if self.credits.is_some() || order.status == Some(OrderStatus::Cancelled) {
            return Ok(None);
        }
        looked(order, card, book, location, order.date.unwrap_or(today).min(today)).map(Some)
    }
}

/// Looks at the customer's credit as of a day, for an order that is not among those that `card` holds.
///
/// # Errors
/// Money that cannot be told, of the order, the customer or its group.
pub fn looked(order: &Order, card: &Card, book: &Book, location: &Location, day: Date) -> Result<Looked> {
    let (sum, code) = amount(order).map_err(|fault| fault::refused(&fault))?;
    let basis = Basis::new(&book.settings, &book.policy);
    let account = look(location, card, book, &basis, day)?;
    let pay = order.pay.as_ref();
    let share = pay.and_then(|pay| pay.deposit).map_or(Decimal::ZERO, |share| *share);
    // a day that is agreed is a term, counted from the order
    let until_due = order.due.map(|due| u32::try_from(due.days_since(day)).unwrap_or(0));
    let terms = Terms {
        amount: sum,
        currency: code,
        method: pay.and_then(|pay| pay.balance),
        share,
        days: pay.and_then(|pay| pay.days).or(until_due),
    };
    let checked = put(&terms, &account, location, book, &basis, day)?;
    Ok(Looked { account, checked, day })
}

impl Looked {
    /// What would have to be approved.
    pub fn wants_approval(&self) -> bool {
        self.checked.answer.verdict == Verdict::Approval
    }

    /// Refuses what is neither allowed nor approved for this number.
    pub fn allow(
        &self,
        number: &str,
        card: &Card,
        book: &Book,
        location: &Location,
        doubts: &mut Doubts,
    ) -> Result<()> {
        let base = Basis::new(&book.settings, &book.policy).rates.base().to_owned();
        let path = shell_word(&location.path);
        match self.checked.answer.verdict {
            Verdict::Allowed => Ok(()),
            Verdict::Approval if self.is_approved(number, card, book) => Ok(()),
            Verdict::Approval if Staff::new(&book.settings).is_empty() => {
                // who works alone decides alone, but knowingly
                let what = self.checked.refusal(&self.account, &base, String::new()).what;
                doubts.raise(tr!("{what}; nobody else looks at it", "{what}；无他人复核"));
                Ok(())
            }
            Verdict::Approval => {
                let next = self.wanted(number, card, book);
                Err(self.checked.refusal(&self.account, &base, next))
            }
            Verdict::CashOnly => Err(self.checked.refusal(
                &self.account,
                &base,
                tr!(
                    "take it with --pay before_shipment, or see kehu credit show {path}",
                    "可改为 --pay 发货前付清，或查看 kehu credit show {path}"
                ),
            )),
            Verdict::Refused => Err(self.checked.refusal(
                &self.account,
                &base,
                tr!("see why: kehu credit show {path}", "查看原因：kehu credit show {path}"),
            )),
        }
    }

    /// Who has to approve, and how they are asked.
    fn wanted(&self, number: &str, card: &Card, book: &Book) -> String {
        let staff = Staff::new(&book.settings);
        let terms = &self.checked.terms;
        let asks = |decided: &&Decided<'_>| {
            decided.is_open() && decided.asks_for_order(number, terms.amount, &terms.currency, self.checked.days)
        };
        if let Some(open) = decided(card, staff, self.day).iter().find(asks) {
            let (id, names) =
                (open.request.id.clone().unwrap_or_default(), waiting_for(open, staff, self.day).join(or()));
            return tr!("{id} asks for it and waits for {names}", "已有申请 {id}，尚待 {names} 批复");
        }
        let mut roles = base_roles(Some(RequestKind::Order)).to_vec();
        roles.extend(&self.checked.answer.roles);
        roles.sort();
        roles.dedup();
        let roles = acting::words(&roles);
        tr!(
            "to be approved by {roles}: run it again with --request",
            "须报{roles}批准：加 --request 再次运行即提交申请"
        )
    }

    /// Whether an approved request covers it: this number, at most that amount and term, by all who must approve.
    fn is_approved(&self, number: &str, card: &Card, book: &Book) -> bool {
        let requests = decided(card, Staff::new(&book.settings), self.day);
        requests.iter().any(|decided| self.covers(decided, number))
    }

    fn covers(&self, decided: &Decided<'_>, number: &str) -> bool {
        let terms = &self.checked.terms;
        decided.allows_order(number, terms.amount, &terms.currency, self.checked.days)
            && self.checked.answer.roles.iter().all(|role| decided.roles.contains(role))
    }

    /// Files the request that the order needs.
    pub fn file(
        &self,
        args: &Args,
        number: &str,
        book: &Book,
        location: &Location,
        context: &mut Context<'_>,
    ) -> Result<Exit> {
        let staff = Staff::new(&book.settings);
        let day = context.today;
        let by = among_deciders(book, context)?;
        let mut filing = Filing::new(RequestKind::Order, by.clone());
        filing.order = Some(number.to_owned());
        filing.amount = Some((Number::from(self.checked.terms.amount), self.checked.terms.currency.clone()));
        filing.term_days = Some(self.checked.days);
        filing.roles.clone_from(&self.checked.answer.roles);
        filing.reason.clone_from(&args.note);
        let mut filed = None;
        change(context, book, location, args.dry_run, |file| {
            let done = filing.file(&file.card()?, staff, day)?;
            let edits = done.edits.clone();
            filed = Some(done);
            Ok(edits)
        })?;
        if let Some(filed) = filed.filter(|_| !args.dry_run.dry_run) {
            let (company, waits) = (&location.path, waits(&filed, staff, &by, day));
            context.done(tr!("{company}: {waits}; the order is not noted yet", "{company}：{waits}；订单尚未登记"));
        }
        Ok(Exit::Done)
    }
}
