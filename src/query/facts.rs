//! What the rules say of a customer, worked out at most once and only where it is asked for.

use std::cell::OnceCell;

use rust_decimal::Decimal;

use super::test::Value;
use crate::model::tree::Location;
use crate::model::{Card, Choose, Date, Settings};
use crate::rules::contact;
use crate::rules::credit::granted;
use crate::rules::due::{self, Item};
use crate::rules::money::sales::{sales, total};
use crate::rules::money::{Basis, Counted, Exact, Position, Problem, ledger, position, purchases};
use crate::rules::standing;

/// A customer whose card was read, and what was worked out of it so far.
#[derive(Debug)]
pub struct Facts<'a> {
    location: &'a Location,
    card: &'a Card,
    basis: &'a Basis<'a>,
    day: Date,
    standing: OnceCell<standing::Standing>,
    position: OnceCell<Counted<Position>>,
    due: OnceCell<(Vec<Item>, Option<Problem>)>,
}

impl<'a> Facts<'a> {
    /// Of a customer as of a day.
    pub fn new(location: &'a Location, card: &'a Card, basis: &'a Basis<'a>, day: Date) -> Self {
        let (standing, position, due) = (OnceCell::new(), OnceCell::new(), OnceCell::new());
        Self { location, card, basis, day, standing, position, due }
    }

    /// What it is called, on the card and by its folder.
    pub fn names(&self) -> Vec<Value> {
        let card = [&self.card.name, &self.card.short_name].into_iter().flatten().map(String::as_str);
        card.chain([self.location.company()]).map(|name| Value::Text(name.to_owned())).collect()
    }

    /// The settings of the book.
    pub fn settings(&self) -> &Settings {
        self.basis.settings
    }

    fn standing(&self) -> &standing::Standing {
        self.standing.get_or_init(|| granted(self.card, self.basis.settings, self.day).standing)
    }

    /// The grade in force.
    pub fn grade(&self) -> Vec<Value> {
        self.standing().grade.map(word).into_iter().collect()
    }

    /// Whether we trade: active unless something else was said.
    pub fn state(&self) -> Vec<Value> {
        vec![word(self.standing().state.unwrap_or(crate::model::choice::State::Active))]
    }

    /// How many orders were placed.
    pub fn orders(&self) -> Vec<Value> {
        vec![Value::Number(purchases(self.card, self.day).count().into())]
    }

    /// Sales up to the day, in base currency.
    ///
    /// # Errors
    /// An order whose money cannot be told, or a missing rate.
    pub fn sales(&self) -> Counted<Vec<Value>> {
        let sales = sales(self.card, self.basis, self.day)?;
        Ok(vec![Value::Number(total(&sales, self.basis.rates.base_unit())?)])
    }

    /// An amount of the position, in base currency.
    ///
    /// # Errors
    /// An order or payment whose money cannot be told, or a missing rate.
    pub fn position(&self, amount: fn(&Position) -> Exact<Decimal>) -> Counted<Vec<Value>> {
        let counted = self.position.get_or_init(|| {
            position(&ledger(self.card, self.basis, self.day)?, self.basis, self.day).map_err(Problem::whole)
        });
        let position = counted.as_ref().map_err(Clone::clone)?;
        Ok(vec![Value::Number(amount(position)?)])
    }

    /// The day of the last contact.
    pub fn last(&self) -> Vec<Value> {
        contact::last(&contact::contacts(self.card, self.day)).map(|last| Value::Date(last.date)).into_iter().collect()
    }

    /// The day of the next follow-up that was agreed.
    pub fn next(&self) -> Vec<Value> {
        contact::next(self.card, self.day).map(Value::Date).into_iter().collect()
    }

    /// The kinds of what is due, and the days of what will be too.
    ///
    /// # Errors
    /// Money that cannot be told.
    pub fn due(&self) -> Counted<Vec<Value>> {
        let kind = self.location.kind;
        let (items, problem) = self.due.get_or_init(|| due::items(self.card, kind, self.basis, self.day));
        if let Some(problem) = problem {
            return Err(problem.clone());
        }
        let now = items.iter().filter(|item| item.due.is_none_or(|due| due <= self.day)).map(|item| word(item.kind));
        Ok(now.chain(items.iter().filter_map(|item| item.due).map(Value::Date)).collect())
    }
}

fn word(choice: impl Choose) -> Value {
    Value::Text(choice.key().to_owned())
}
