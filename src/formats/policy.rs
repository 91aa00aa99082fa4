//! policy.toml: read with every fault of it named, and written as a text to start from.

mod fault;
mod text;
mod words;

use std::collections::BTreeMap;
use std::ops::Range;

pub use text::text;
pub use words::{said, shown, source};

use super::toml::{DeTable, Document, Fault, read_value, unknown_keys};
use crate::error::{Error, Place};
use crate::lang::tr;
use crate::model::Policy;
use crate::model::field::Record;
use crate::model::policy::{PolicyApproval, Put, Written};
use crate::tr;

/// What a policy.toml says.
#[derive(Debug)]
pub struct Reading {
    /// The policy: the document's own figures where the file gives none, or none that can be read.
    pub policy: Policy,
    /// What stands in the file.
    pub written: Written,
    /// Everything that is wrong with it, in the order of the text.
    pub faults: Vec<Error>,
}

/// Reads a text; `file` is what it is called in errors.
pub fn read(file: &str, text: &str) -> Reading {
    let document = match Document::parse(text) {
        Ok(document) => document,
        Err(faults) => {
            let faults = faults.into_iter().map(|fault| correct(fault.in_file(file, text), file)).collect();
            return Reading { policy: Policy::default(), written: Written::default(), faults };
        }
    };
    let mut found = Found { file, text, faults: Vec::new() };
    let mut policy = Policy::default();
    let places = found.figures(&document.root, &mut policy);
    found.unknown(&document);
    let approvals = document.read::<Approvals>().unwrap_or_else(|fault| {
        found.wrong(fault);
        Approvals::default()
    });
    for clash in policy.clashes() {
        // what the file does not say is the document's own, and clashes with nothing by itself
        let said = clash.keys().into_iter().filter_map(|key| places.get(key));
        let at = said.map(|place| place.start).max().unwrap_or_default();
        found.push(at, fault::of_clash(&clash, &policy));
    }
    found.faults.sort_by_key(|(at, _)| *at);
    let figures = places.keys().filter_map(|key| Some((*key, (Policy::figure(key)?.get)(&policy)))).collect();
    Reading {
        written: Written { figures, approvals: approvals.approval },
        policy,
        faults: found.faults.into_iter().map(|(_, error)| error).collect(),
    }
}

/// The records of a file, whatever else stands in it.
#[derive(Default, serde::Deserialize)]
#[serde(default)]
struct Approvals {
    approval: Vec<PolicyApproval>,
}

/// Faults with their places.
struct Found<'t> {
    file: &'t str,
    text: &'t str,
    faults: Vec<(usize, Error)>,
}

impl Found<'_> {
    /// Reads every figure that can be read. Returns where each stands.
    fn figures(&mut self, root: &DeTable<'_>, policy: &mut Policy) -> BTreeMap<&'static str, Range<usize>> {
        let mut places = BTreeMap::new();
        for (key, value) in root {
            let Some(figure) = Policy::figure(key.get_ref()) else { continue };
            match read_value(value, Put { policy, key: figure.key }) {
                Ok(()) => drop(places.insert(figure.key, value.span())),
                Err(Fault { span, what }) => {
                    let what = tr!("{}: {what}", "{}：{what}", figure.key);
                    self.wrong(Fault { span, what });
                }
            }
        }
        places
    }

    fn unknown(&mut self, document: &Document<'_>) {
        for unknown in unknown_keys(document, Written::TYPE) {
            let error = Error::new(tr!("unknown key `{}`", "未知字段 {}", unknown.key));
            let error = match unknown.nearest {
                _ if Policy::figure(&unknown.key).is_some() => error.next(tr(
                    "below [[approval]] it belongs to the approval: move it above the first one",
                    "写在 [[approval]] 之后即属于该批准记录：请移到第一个 [[approval]] 之前",
                )),
                Some(nearest) => error.next(tr!("did you mean `{nearest}`?", "是否想写 {nearest}？")),
                None => error.next(tr("delete the line, or put # before it", "请删除该行，或在行首加 #")),
            };
            self.push(unknown.span.start, error);
        }
    }

    fn wrong(&mut self, fault: Fault) {
        let at = fault.span.start;
        let error = correct(fault.in_file(self.file, self.text), self.file);
        self.faults.push((at, error));
    }

    fn push(&mut self, at: usize, error: Error) {
        self.faults.push((at, error.at(Place::in_text(self.file, self.text, at))));
    }
}

fn correct(error: Error, file: &str) -> Error {
    error.next(tr!("correct this place in {file} and run the command again", "请改正 {file} 中的这一处后重试"))
}

#[cfg(test)]
mod tests;
