//! A customer's credit as the book has it: its own account, and the group that it belongs to.

use std::collections::{BTreeMap, BTreeSet};

use rust_decimal::Decimal;

use crate::commands::counted;
use crate::error::Result;
use crate::model::{Card, Date};
use crate::rules::credit::{Account, Group, account};
use crate::rules::money::exact::add;
use crate::rules::money::{Basis, Problem, ledger, position};
use crate::store::{Book, CardFile, Customer, Location};

/// The account of a customer as of a day, the group's limit and exposure with it.
///
/// # Errors
/// Money that cannot be told of somebody in its group.
pub fn look(location: &Location, card: &Card, book: &Book, basis: &Basis<'_>, day: Date) -> Result<Account> {
    let mut looked = account(card, basis, day);
    looked.group = group(location, card, book, basis, day)?;
    Ok(looked)
}

/// Somebody of a group.
struct Member {
    id: String,
    parent: Option<String>,
    customer: Customer,
}

/// The group of a customer: the head's limit caps the exposures of all (rulebook §4). `None` where it stands alone, or
/// where the head has no limit.
fn group(location: &Location, card: &Card, book: &Book, basis: &Basis<'_>, day: Date) -> Result<Option<Group>> {
    let Some(id) = card.id.as_deref().map(str::trim).filter(|id| !id.is_empty()) else { return Ok(None) };
    let members = related(card.parent.as_deref(), id, book);
    let parents: BTreeMap<&str, &str> = members
        .iter()
        .filter_map(|member| Some((member.id.as_str(), member.parent.as_deref()?)))
        .chain(card.parent.as_deref().map(|parent| (id, parent.trim())))
        .collect();
    let Some(head) = climb(id, &parents) else { return Ok(None) };
    let of_group: Vec<&Member> =
        members.iter().filter(|member| climb(&member.id, &parents) == Some(head) && member.id != id).collect();
    if of_group.is_empty() {
        return Ok(None);
    }
    let wrong = |location: &Location, problem: &Problem| counted::error(location, problem, book);
    let exposed = |location: &Location, card: &Card| {
        let counted = ledger(card, basis, day)
            .and_then(|ledger| position(&ledger, basis, day).map_err(Problem::whole))
            .map_err(|problem| wrong(location, &problem));
        counted.map(|position| position.exposure)
    };
    let mut exposure = exposed(location, card)?;
    for member in &of_group {
        let more = exposed(&member.customer.location, &member.customer.card)?;
        exposure = add(exposure, more).map_err(|overflow| wrong(location, &overflow.into()))?;
    }
    let leader = of_group.iter().find(|member| member.id == head);
    if leader.is_none() && head != id {
        return Ok(None); // a head that is no customer of ours has no limit to share
    }
    let (called, at, of_head) = match leader {
        Some(member) => (member.customer.called(), &member.customer.location, &member.customer.card),
        None => (card.short_name.as_deref().or(card.name.as_deref()).unwrap_or(location.company()), location, card),
    };
    let head_account = account(of_head, basis, day);
    let limit = head_account.counts().map_err(|problem| wrong(at, &problem))?.limit.clone();
    let limit: Option<Decimal> = limit.map(|limit| limit.counts);
    Ok(limit.map(|limit| Group { head: called.to_owned(), limit, exposure, members: of_group.len() + 1 }))
}

/// The head of a group: who has no parent that is known. `None` where the way leads in a circle.
fn climb<'i>(id: &'i str, parents: &BTreeMap<&'i str, &'i str>) -> Option<&'i str> {
    let (mut at, mut seen) = (id, BTreeSet::new());
    while let Some(parent) = parents.get(at) {
        if !seen.insert(at) {
            return None;
        }
        at = parent;
    }
    Some(at)
}

/// The cards that name a parent, and those that may be a head. What cannot be read is told by others.
fn related(parent: Option<&str>, id: &str, book: &Book) -> Vec<Member> {
    let heads: BTreeSet<String> = book
        .scan_texts(|_, text| Ok(text.contains("parent").then(|| parent_in(text)).flatten()))
        .rows
        .into_iter()
        .chain(parent.map(|parent| parent.trim().to_owned()))
        .collect();
    if heads.is_empty() {
        return Vec::new();
    }
    let scan = book.scan_texts(|location, text| {
        if !text.contains("parent") && !heads.iter().any(|head| text.contains(head.as_str())) {
            return Ok(None);
        }
        let customer = Customer::new(CardFile { location: location.clone(), text: text.to_owned() })?;
        let named = customer.card.parent.as_deref().map(|parent| parent.trim().to_owned());
        let parent = named.filter(|parent| !parent.is_empty());
        let own = customer.card.id.as_deref().unwrap_or_default().trim().to_owned();
        let counts = own != id && (parent.is_some() || heads.contains(&own));
        Ok(counts.then_some(Member { id: own, parent, customer }))
    });
    scan.rows
}

/// The id behind `parent =` at the start of a line.
fn parent_in(text: &str) -> Option<String> {
    let line = text.lines().find_map(|line| line.strip_prefix("parent")?.trim_start().strip_prefix('='))?;
    let id = line.trim().trim_start_matches(['"', '\'']);
    let id = id.split(['"', '\'']).next()?.trim();
    (!id.is_empty()).then(|| id.to_owned())
}
