//! Which deal decides, and the steps up to its order.

use rust_decimal::Decimal;

use super::super::contact::{self, Moment};
use super::super::credit::granted;
use super::super::money::exact::sum;
use super::super::money::{Deal, Exact, amount, is_cancelled, is_credit_note};
use super::super::review;
use super::{Mark, Need, Seen};
use crate::model::Date;
use crate::model::card::{Followup, Order, Quote, Sample};
use crate::model::choice::{DealStep, FollowupKind, Grade, QuoteOutcome, RequestKind, StageKind};
use crate::model::name::paper_key;

/// From the order before to the next one.
pub(super) struct Round<'a> {
    /// The order before: what was written down since belongs to this round.
    after: Option<Moment>,
    /// The order of this round.
    pub order: Option<&'a Order>,
    /// The same with its money, where it counts as a debt.
    pub deal: Option<&'a Deal<'a>>,
    /// The quote of this round.
    quote: Option<&'a Quote>,
}

impl<'a> Round<'a> {
    /// The round of the newest order that is not finished, else of an open quote, else of one that was won and of an inquiry
    /// since the last order, else of that order.
    pub fn of(seen: &Seen<'a>) -> Exact<Self> {
        let orders = orders(seen);
        for deal in seen.ledger.deals.iter().rev() {
            if !is_finished(deal, seen)? {
                return Ok(Self::at(deal.order, &orders, seen));
            }
        }
        let last = orders.last();
        let without_order = |quote: Option<&'a Quote>| {
            let before = quote.and_then(|quote| seen.known(quote.date, quote.at));
            let after = orders.iter().rfind(|(moment, _)| before.is_none_or(|before| *moment < before));
            Self { after: after.map(|(moment, _)| *moment), order: None, deal: None, quote }
        };
        let since = |moment: &Moment| last.is_none_or(|(last, _)| moment > last);
        let ordered =
            |quote: &Quote| orders.iter().any(|(_, order)| order.quote.is_some() && same(&order.quote, &quote.number));
        let quotes = seen.card.quote.iter().filter(|quote| !ordered(quote));
        let mut quotes: Vec<_> = quotes.filter_map(|quote| Some((seen.known(quote.date, quote.at)?, quote))).collect();
        quotes.sort_by_key(|(moment, _)| *moment);
        let newest = |fits: &dyn Fn(&(Moment, &Quote)) -> bool| quotes.iter().rev().find(|quote| fits(quote)).copied();
        if let Some((_, quote)) = newest(&|(_, quote)| is_open(quote, seen.day)) {
            return Ok(without_order(Some(quote)));
        }
        if let Some((_, quote)) = newest(&|(moment, quote)| since(moment) && quote.outcome == Some(QuoteOutcome::Won)) {
            return Ok(without_order(Some(quote)));
        }
        // an inquiry that led to a quote which was lost is over
        let over = |asked: &Moment| quotes.iter().any(|(moment, _)| moment > asked);
        let asked = seen.card.followup.iter().filter(|followup| followup.kind == Some(FollowupKind::Inquiry));
        let asked = asked.filter_map(|followup| seen.known(followup.date, followup.at));
        let asks = asked.filter(since).any(|asked| !over(&asked));
        Ok(match last {
            Some((_, order)) if !asks => Self::at(order, &orders, seen),
            _ => without_order(None),
        })
    }

    fn at(order: &'a Order, orders: &[(Moment, &'a Order)], seen: &Seen<'a>) -> Self {
        let own = orders.iter().position(|(_, other)| std::ptr::eq(*other, order));
        let after = own.and_then(|own| orders.get(own.checked_sub(1)?)).map(|(moment, _)| *moment);
        let deal = seen.ledger.deals.iter().find(|deal| std::ptr::eq(deal.order, order));
        let mut round = Self { after, order: Some(order), deal, quote: None };
        let named = || seen.card.quote.iter().find(|quote| order.quote.is_some() && same(&order.quote, &quote.number));
        let quotes = seen.card.quote.iter().filter(|quote| round.holds(quote.date, quote.at, seen).is_some());
        round.quote = named().or_else(|| quotes.max_by_key(|quote| (quote.date, quote.at)));
        round
    }

    /// The moment of a record, where it lies in this round.
    fn holds(&self, date: Option<Date>, at: usize, seen: &Seen<'_>) -> Option<Moment> {
        let until = self.order.and_then(|order| seen.known(order.date, order.at));
        let moment = seen.known(date, at)?;
        let since = self.after.is_none_or(|after| moment > after);
        // of the day of the order everything counts: what led to it stands in another list, which may lie below
        (since && until.is_none_or(|until| moment.date <= until.date)).then_some(moment)
    }

    /// The number of what decides.
    pub fn paper(&self) -> Option<String> {
        let number = match (self.order, self.quote) {
            (Some(order), _) => order.number.clone(),
            (None, quote) => quote.and_then(|quote| quote.number.clone()),
        };
        number.filter(|number| !number.trim().is_empty())
    }

    /// The steps up to the order.
    pub fn before_the_order(&self, seen: &Seen<'_>) -> Vec<(DealStep, Mark)> {
        let mut marks = vec![
            (DealStep::Inquiry, self.inquiry(seen)),
            (DealStep::Quote, self.quoted(seen)),
            (DealStep::Sample, self.sample(seen)),
            (DealStep::TradingCard, self.wanted(trading_card(seen))),
        ];
        if self.asks_for_credit(seen) {
            marks.push((DealStep::Investigation, self.wanted(investigation(seen))));
            marks.push((DealStep::Grade, self.wanted(grade(seen))));
            marks.push((DealStep::Limit, self.wanted(limit(seen))));
        }
        let order = self.order.map_or_else(|| Mark::Open(None, vec![Need::Order]), |order| Mark::Done(order.date));
        marks.push((DealStep::Order, order));
        marks
    }

    /// What should be there before the order is missing once there is one.
    fn wanted(&self, found: Result<Option<Date>, Vec<Need>>) -> Mark {
        match found {
            Ok(date) => Mark::Done(date),
            Err(needs) if self.order.is_some() => Mark::Missing(needs),
            Err(needs) => Mark::Open(None, needs),
        }
    }

    fn inquiry(&self, seen: &Seen<'_>) -> Mark {
        let contacts = seen.card.followup.iter().filter(|followup| contact::is_contact(followup.kind));
        let own: Vec<(Moment, &Followup)> =
            contacts.filter_map(|followup| Some((self.holds(followup.date, followup.at, seen)?, followup))).collect();
        let asked = own.iter().filter(|(_, followup)| followup.kind == Some(FollowupKind::Inquiry)).map(|(at, _)| *at);
        let first = own.iter().map(|(at, _)| *at).min();
        match asked.max().or(first) {
            Some(moment) => Mark::Done(Some(moment.date)),
            None if self.quote.is_some() || self.order.is_some() => Mark::Skipped,
            None => Mark::Open(seen.known(seen.card.created, 0).map(|made| made.date), vec![Need::Contact]),
        }
    }

    fn quoted(&self, seen: &Seen<'_>) -> Mark {
        match (self.quote, self.order) {
            (Some(quote), Some(_)) => Mark::Done(quote.date),
            (Some(quote), None) if is_open(quote, seen.day) && self.waiting(seen).is_none() => {
                Mark::Open(quote.date, vec![reply(quote)])
            }
            (Some(quote), None) => Mark::Done(quote.date),
            (None, Some(_)) => Mark::Skipped,
            (None, None) => match unanswered(seen) {
                Some(asked) => Mark::Open(Some(asked), vec![Need::Answer(asked)]),
                None => Mark::Open(None, vec![Need::Offer]),
            },
        }
    }

    /// A sample is judged before the order; what was ordered was judged.
    fn sample(&self, seen: &Seen<'_>) -> Mark {
        let own = seen.card.sample.iter().filter(|sample| self.holds(sample.date, sample.at, seen).is_some());
        let arrived = |sample: &Sample| seen.known(sample.received, 0).map(|day| day.date).or(sample.date);
        match (self.waiting(seen).filter(|_| self.order.is_none()), own.max_by_key(|sample| sample.date)) {
            (Some(sample), _) => {
                let feedback = Need::Feedback(sample.product.clone().unwrap_or_default());
                let quote = self.quote.filter(|quote| is_open(quote, seen.day));
                Mark::Open(arrived(sample), [feedback].into_iter().chain(quote.map(reply)).collect())
            }
            (None, Some(sample)) => Mark::Done(arrived(sample)),
            (None, None) => Mark::Skipped,
        }
    }

    /// The newest sample of this round that nobody said anything of.
    fn waiting<'s>(&self, seen: &Seen<'s>) -> Option<&'s Sample> {
        let said = |sample: &Sample| sample.feedback.as_deref().is_some_and(|feedback| !feedback.trim().is_empty());
        let own = seen.card.sample.iter().filter(|sample| self.holds(sample.date, sample.at, seen).is_some());
        own.filter(|sample| !said(sample)).max_by_key(|sample| (sample.date, sample.at))
    }

    /// Whether credit is asked for: by the order, by the last one, by a term in force, by a request for a limit that nobody
    /// decided.
    fn asks_for_credit(&self, seen: &Seen<'_>) -> bool {
        let of_deals = match self.order {
            Some(_) => self.deal.is_some_and(Deal::on_credit),
            None => seen.ledger.deals.last().is_some_and(Deal::on_credit),
        };
        let term = granted(seen.card, seen.basis.settings, seen.day).standing.term_days.is_some_and(|days| days > 0);
        let decided = |id: &Option<String>| {
            let known = |date| seen.known(date, 0).is_some();
            seen.card.approval.iter().any(|approval| known(approval.date) && same(&approval.request, id))
        };
        let requests = seen.card.request.iter().filter(|request| request.kind == Some(RequestKind::Limit));
        let mut asked = requests.filter(|request| seen.known(request.date, request.at).is_some());
        of_deals || term || asked.any(|request| !decided(&request.id))
    }
}

/// The orders that count, the oldest first.
fn orders<'a>(seen: &Seen<'a>) -> Vec<(Moment, &'a Order)> {
    let counts = |order: &&Order| !is_cancelled(order, seen.day) && !is_credit_note(order);
    let orders = seen.card.order.iter().filter(counts);
    let mut orders: Vec<_> = orders.filter_map(|order| Some((seen.known(order.date, order.at)?, order))).collect();
    orders.sort_by_key(|(moment, _)| *moment);
    orders
}

/// Whether all goods have left and are paid, but for a remainder that nobody runs after (尾差).
fn is_finished(deal: &Deal<'_>, seen: &Seen<'_>) -> Exact<bool> {
    Ok(to_ship(deal, seen)?.is_zero() && (deal.receivable()?.is_zero() || deal.remainder))
}

/// What is still to leave. A credit note for all of that takes it back: nobody waits for those goods.
pub(super) fn to_ship(deal: &Deal<'_>, seen: &Seen<'_>) -> Exact<Decimal> {
    let left = deal.unshipped()?.max(Decimal::ZERO);
    let notes = seen.card.order.iter().filter(|order| is_credit_note(order) && !is_cancelled(order, seen.day));
    let own = notes.filter(|note| seen.known(note.date, note.at).is_some() && same(&note.credits, &deal.order.number));
    let credited = sum(own.filter_map(|note| amount(note).ok()).map(|(amount, _)| amount.abs()))?;
    Ok(if credited >= left { Decimal::ZERO } else { left })
}

/// Whether two numbers of papers are one.
fn same(a: &Option<String>, b: &Option<String>) -> bool {
    matches!((a, b), (Some(a), Some(b)) if paper_key(a) == paper_key(b))
}

fn is_open(quote: &Quote, day: Date) -> bool {
    match quote.outcome {
        None | Some(QuoteOutcome::Open) => true,
        Some(_) => quote.closed.is_some_and(|closed| closed > day),
    }
}

fn reply(quote: &Quote) -> Need {
    Need::Reply(quote.number.clone().unwrap_or_default(), quote.valid_until)
}

/// The day of the oldest inquiry that nobody answered.
fn unanswered(seen: &Seen<'_>) -> Option<Date> {
    let contacts = contact::contacts(seen.card, seen.day);
    let asked = seen.card.followup.iter().filter(|followup| followup.kind == Some(FollowupKind::Inquiry));
    let open = asked.filter(|followup| followup.closed.is_none_or(|closed| closed > seen.day));
    let open = open.filter_map(|followup| seen.known(followup.date, followup.at));
    open.filter(|asked| !contact::answered(&contacts, *asked)).min().map(|asked| asked.date)
}

/// The exchanged trading card of a customer, or what is missing (第13条 2).
fn trading_card(seen: &Seen<'_>) -> Result<Option<Date>, Vec<Need>> {
    let exchanged = seen.known(seen.card.start.trading_card, 0).map(|day| day.date);
    let card = exchanged.is_none().then_some(Need::TradingCard);
    let stage = (seen.kind == StageKind::Prospect).then_some(Need::Promotion);
    let needs: Vec<Need> = card.into_iter().chain(stage).collect();
    if needs.is_empty() { Ok(exchanged) } else { Err(needs) }
}

/// The last investigation, if it is not late (第11条).
fn investigation(seen: &Seen<'_>) -> Result<Option<Date>, Vec<Need>> {
    let completed = seen.card.investigation.iter().filter_map(|investigation| investigation.completed);
    let last = completed.filter(|day| *day <= seen.day).max();
    let due = review::review(seen.card, seen.basis, seen.day).due;
    match last {
        Some(_) if due > seen.day => Ok(last),
        Some(_) => Err(vec![Need::Investigation(Some(due))]),
        None => Err(vec![Need::Investigation(None)]),
    }
}

/// The grade, if anything is sold on credit at it (第6条).
fn grade(seen: &Seen<'_>) -> Result<Option<Date>, Vec<Need>> {
    let entries = seen.card.credit.iter().filter(|entry| entry.grade.is_some()).filter_map(|entry| entry.from);
    match granted(seen.card, seen.basis.settings, seen.day).standing.grade {
        None => Err(vec![Need::Grade]),
        Some(grade @ Grade::D) => Err(vec![Need::BetterGrade(grade)]),
        Some(_) => Ok(entries.filter(|from| *from <= seen.day).max()),
    }
}

/// The limit, while it holds (第6条).
fn limit(seen: &Seen<'_>) -> Result<Option<Date>, Vec<Need>> {
    let standing = granted(seen.card, seen.basis.settings, seen.day).standing;
    match standing.limit_on(seen.basis.policy, seen.day) {
        Some(limit) if !limit.is_zero() => Ok(standing.limit_since),
        _ => Err(vec![Need::Limit]),
    }
}
