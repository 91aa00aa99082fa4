//! What a paper is about: the customer, and which quote, order and shipment of it.

use std::cmp::Reverse;
use std::collections::BTreeSet;

use serde_json::{Map, Value as Json};

use crate::commands::deal::{orders, quotes};
use crate::error::{Error, Result};
use crate::formats::json::object;
use crate::formats::template::Name;
use crate::formats::toml::Document;
use crate::lang::tr;
use crate::model::card::{Order, Quote, Shipment};
use crate::model::choice::QuoteOutcome;
use crate::model::name::{paper_key, shell_word};
use crate::model::{Date, Products};
use crate::rules::money::{Basis, amount, is_cancelled, is_credit_note};
use crate::store::{Book, Customer};
use crate::tr;

/// Which of several is meant, as it was said.
#[derive(Clone, Debug, Default)]
pub struct Asked<'a> {
    /// The number of a quote.
    pub quote: Option<&'a str>,
    /// The number of an order.
    pub order: Option<&'a str>,
    /// Which shipment of the order: its place, B/L or invoice number.
    pub shipment: Option<&'a str>,
    /// The name of a contact.
    pub contact: Option<&'a str>,
}

/// What a paper is about.
#[derive(Debug)]
pub struct Subject<'a> {
    /// The book.
    pub book: &'a Book,
    /// What money is counted by.
    pub basis: &'a Basis<'a>,
    /// The customer.
    pub customer: &'a Customer,
    /// The card as it stands in its file.
    pub json: Map<String, Json>,
    /// The product list.
    pub products: &'a Products,
    /// The day of the paper.
    pub day: Date,
    /// The place of the quote on the card.
    pub quote: Option<usize>,
    /// The place of the order on the card.
    pub order: Option<usize>,
    /// The place of the shipment in the order, and what it is.
    pub shipment: Option<(usize, Shipment)>,
    /// The contact who was asked for.
    pub contact: Option<String>,
    /// What was taken where several would have done.
    pub taken: Vec<String>,
}

/// The groups whose values come from a deal, where nothing else says which.
const LINES: &[&str] = &["lines", "charges"];

impl<'a> Subject<'a> {
    /// What a template is about that uses these names.
    ///
    /// # Errors
    /// There is no such quote, order or shipment; what is needed is not there.
    pub fn new(
        names: &[Name],
        asked: &Asked<'_>,
        customer: &'a Customer,
        book: &'a Book,
        basis: &'a Basis<'a>,
        products: &'a Products,
        day: Date,
    ) -> Result<Self> {
        let json = match Document::parse(&customer.text).map(|document| object(&document.root)) {
            Ok(Json::Object(map)) => map,
            _ => Map::new(),
        };
        let contact = asked.contact.map(str::to_owned);
        let (quote, order, shipment, taken) = (None, None, None, Vec::new());
        let mut subject = Self { book, basis, customer, json, products, day, quote, order, shipment, contact, taken };
        subject.choose(&super::groups(names), asked)?;
        Ok(subject)
    }

    fn choose(&mut self, groups: &BTreeSet<&str>, asked: &Asked<'_>) -> Result<()> {
        let names = |group: &str| groups.contains(group);
        let lines = LINES.iter().any(|list| names(list));
        let named = ["quote", "order", "shipment"].iter().any(|group| names(group));
        let alone = lines && !named;
        let card = &self.customer.card;
        // what was named must be there, whether the template asks for it or not
        asked.quote.map(|number| quotes::place(card, number)).transpose()?;
        asked.order.map(|number| orders::find(card, number)).transpose()?;
        if names("shipment") || (alone && asked.shipment.is_some()) {
            let at = self.order_of(asked, true)?;
            self.order = Some(at);
            self.shipment = Some(self.shipment_of(at, asked)?);
        } else if names("order")
            || (alone && (asked.order.is_some() || (asked.quote.is_none() && !card.order.is_empty())))
        {
            self.order = Some(self.order_of(asked, false)?);
        }
        if names("quote") || (alone && self.order.is_none()) {
            self.quote = self.quote_of(asked, names("order") || names("shipment"))?;
        } else if let Some(number) = asked.order.filter(|_| self.order.is_none() && names("debt")) {
            // a statement in the currency of that order
            self.order = Some(orders::find(card, number)?.0);
        }
        Ok(())
    }

    fn path(&self) -> String {
        shell_word(&self.customer.location.path)
    }

    fn order_of(&mut self, asked: &Asked<'_>, shipped: bool) -> Result<usize> {
        let card = &self.customer.card;
        if let Some(number) = asked.order {
            return Ok(orders::find(card, number)?.0);
        }
        let day = self.day;
        let left = |order: &Order| order.shipped.is_some() || !order.shipments.is_empty();
        let counts = |order: &Order| !is_cancelled(order, day) && !is_credit_note(order) && (!shipped || left(order));
        let mut known: Vec<(usize, &Order)> =
            card.order.iter().enumerate().filter(|(_, order)| counts(order)).collect();
        if let Some(wanted) = asked.shipment.filter(|_| shipped) {
            // a B/L or invoice number says which order too
            let of = |order: &Order| order.shipments.iter().any(|one| is_called(one, wanted));
            if known.iter().any(|(_, order)| of(order)) {
                known.retain(|(_, order)| of(order));
            }
        }
        let latest = |order: &Order| order.shipments.iter().filter_map(|one| one.date).chain(order.shipped).max();
        known.sort_by_key(|(_, order)| Reverse((if shipped { latest(order) } else { order.date }, order.at)));
        let Some((at, order)) = known.first().copied() else {
            let path = self.path();
            return Err(if shipped {
                Error::refused(tr("nothing was shipped to the customer", "该客户还没有出运"))
                    .next(tr!("note it: kehu ship {path}", "登记出运：kehu ship {path}"))
            } else {
                Error::refused(tr("the customer has no order", "该客户没有订单"))
                    .next(tr!("note it: kehu order {path}", "登记订单：kehu order {path}"))
            });
        };
        if known.len() > 1 {
            let (called, count) = (orders::called(order), known.len());
            self.taken.push(tr!(
                "order {called}: the newest of {count}; --order picks another",
                "订单 {called}：{count} 张中最新的一张；--order 可另选"
            ));
        }
        Ok(at)
    }

    fn shipment_of(&mut self, at: usize, asked: &Asked<'_>) -> Result<(usize, Shipment)> {
        let card = &self.customer.card;
        let Some(order) = card.order.get(at) else { return Err(Error::new("")) };
        let all = shipments(order);
        let called = orders::called(order);
        if let Some(wanted) = asked.shipment {
            let place = wanted.trim().parse::<usize>().ok().and_then(|number| number.checked_sub(1));
            let found = (0..).zip(&all).find(|(_, one)| is_called(one, wanted));
            let found = found.or_else(|| place.and_then(|place| Some((place, all.get(place)?))));
            return found.map(|(place, one)| (place, one.clone())).ok_or_else(|| {
                let count = all.len();
                Error::new(tr!("order {called} has no shipment {wanted}", "订单 {called} 没有第 {wanted} 批出运")).next(
                    tr!(
                        "it has {count}; give the number from 1, or the B/L or invoice number",
                        "共 {count} 批；请写批次（从 1 起）、提单号或发票号"
                    ),
                )
            });
        }
        let newest = (0..).zip(&all).max_by_key(|(place, one)| (one.date, *place));
        let Some((place, one)) = newest else {
            let path = self.path();
            return Err(Error::refused(tr!("nothing was shipped of {called}", "{called} 还没有出运"))
                .next(tr!("note it: kehu ship {path} {called}", "登记出运：kehu ship {path} {called}")));
        };
        if all.len() > 1 {
            let (number, count) = (place + 1, all.len());
            self.taken.push(tr!(
                "shipment {number} of {called}: the newest of {count}; --shipment picks another",
                "{called} 第 {number} 批：{count} 批中最新的一批；--shipment 可另选"
            ));
        }
        Ok((place, one.clone()))
    }

    /// The quote; with an order the one that it came from, where there is one.
    fn quote_of(&mut self, asked: &Asked<'_>, with_order: bool) -> Result<Option<usize>> {
        let card = &self.customer.card;
        if let Some(number) = asked.quote {
            return quotes::place(card, number).map(Some);
        }
        if with_order {
            let from = self.order.and_then(|at| card.order.get(at)).and_then(|order| order.quote.as_deref());
            return Ok(from.and_then(|number| quotes::place(card, number).ok()));
        }
        let open = |quote: &Quote| matches!(quote.outcome, None | Some(QuoteOutcome::Open));
        let any = card.quote.iter().any(open);
        let mut known: Vec<(usize, &Quote)> =
            card.quote.iter().enumerate().filter(|(_, quote)| !any || open(quote)).collect();
        known.sort_by_key(|(_, quote)| Reverse((quote.date, quote.at)));
        let Some((at, _)) = known.first().copied() else {
            let path = self.path();
            return Err(Error::refused(tr("the customer has no quote", "该客户没有报价"))
                .next(tr!("note it: kehu quote {path}", "登记报价：kehu quote {path}")));
        };
        if known.len() > 1 {
            let (called, count) = (quotes::called(card, at), known.len());
            self.taken.push(tr!(
                "quote {called}: the newest of {count}; --quote picks another",
                "报价 {called}：{count} 张中最新的一张；--quote 可另选"
            ));
        }
        Ok(Some(at))
    }
}

/// The shipments of an order; one of the whole where only its day is noted.
pub fn shipments(order: &Order) -> Vec<Shipment> {
    match order.shipped.filter(|_| order.shipments.is_empty()) {
        Some(date) => {
            let sum = amount(order).ok().map(|(sum, _)| sum.into());
            vec![Shipment { date: Some(date), amount: sum, ..Shipment::default() }]
        }
        None => order.shipments.clone(),
    }
}

fn is_called(shipment: &Shipment, wanted: &str) -> bool {
    let key = paper_key(wanted);
    let same = |number: &Option<String>| number.as_deref().is_some_and(|number| paper_key(number) == key);
    !key.is_empty() && (same(&shipment.bl) || same(&shipment.invoice))
}
