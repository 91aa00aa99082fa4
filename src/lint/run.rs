//! The checks put to work.

use std::collections::BTreeMap;
use std::ops::Range;

use super::{Check, Claim, Finding, Findings, Run, Source, Tree, checks};

/// Runs every check that looks at one card, and gathers what the card claims, a list for each check of claims.
pub fn check_card(source: &Source<'_>, findings: &mut Vec<Finding>) -> Vec<(&'static Check, Vec<Claim>)> {
    let mut claimed = Vec::new();
    for check in checks::ALL {
        match check.run {
            Run::Card(run) => run(
                source,
                &mut Findings {
                    check,
                    file: &source.location.file,
                    text: source.text.unwrap_or_default(),
                    list: findings,
                },
            ),
            Run::Claims { claims, .. } => {
                let mut list = Vec::new();
                claims(source, &mut list);
                if !list.is_empty() {
                    claimed.push((*check, list));
                }
            }
            Run::Tree(_) => {}
        }
    }
    claimed
}

/// What a card claims in the eyes of one check, in the form in which claims are compared.
pub fn claims_of(check: &Check, source: &Source<'_>) -> Vec<String> {
    let mut list = Vec::new();
    if let Run::Claims { claims, .. } = check.run {
        claims(source, &mut list);
    }
    list.into_iter().map(|claim| claim.value).collect()
}

/// Runs every check that looks at the tree.
pub fn check_tree(tree: &Tree<'_>, findings: &mut Vec<Finding>) {
    for check in checks::ALL {
        if let Run::Tree(run) = check.run {
            run(tree, &mut Findings { check, file: "", text: "", list: findings });
        }
    }
}

/// A claim that somebody else makes too.
pub struct Claimed<'a> {
    /// What is claimed.
    pub value: &'a str,
    /// The card that is looked at.
    pub file: &'a str,
    /// Where in it.
    pub span: Range<usize>,
    /// The other cards that claim the same; the same card where it claims twice.
    pub others: Vec<&'a str>,
    /// Whether this is the first place, in the order of the book: later ones are the intruders.
    pub first: bool,
}

/// Tells every clash of claims, at each place that makes one. `text_of` reads a card again.
pub fn check_claims(
    all: &[(String, &'static Check, Claim)],
    text_of: &dyn Fn(&str) -> String,
    findings: &mut Vec<Finding>,
) {
    type Place<'a> = (&'a str, &'static Check, &'a Claim);
    let mut by_value: BTreeMap<(&str, &str), Vec<Place<'_>>> = BTreeMap::new();
    for (file, check, claim) in all {
        by_value.entry((check.code, &claim.value)).or_default().push((file, check, claim));
    }
    for ((_, value), places) in by_value.iter().filter(|(_, places)| places.len() > 1) {
        for (index, (file, check, claim)) in places.iter().enumerate() {
            let Run::Claims { clash, .. } = check.run else { continue };
            let mut others: Vec<&str> =
                places.iter().enumerate().filter(|(i, _)| *i != index).map(|(_, (file, ..))| *file).collect();
            others.dedup();
            let text = text_of(file);
            let claimed = Claimed { value, file, span: claim.span.clone(), others, first: index == 0 };
            clash(&claimed, &mut Findings { check, file, text: &text, list: findings });
        }
    }
}
