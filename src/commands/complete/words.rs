//! What the command line itself knows: names of commands, options, words of closed lists; and what fits what is typed.

use clap::builder::PossibleValue;
use clap::{Arg, Command};

use super::{Candidate, Place};
use crate::model::name::search_key;

/// The commands: by the English name, or by the Chinese one where Chinese is typed.
pub fn commands(command: &Command, typed: &str) -> Vec<Candidate> {
    let named = command.get_subcommands().filter(|sub| !sub.is_hide_set()).flat_map(|sub| {
        let about = sub.get_about().map(ToString::to_string).unwrap_or_default();
        let names = std::iter::once(sub.get_name()).chain(sub.get_visible_aliases());
        names.map(move |name| Candidate::new(name, about.clone())).collect::<Vec<_>>()
    });
    fitting(named.filter(|candidate| of_script(&candidate.word, typed)).collect(), typed)
}

/// The options of a command that may still be given.
pub fn options(place: &Place<'_>) -> Vec<Candidate> {
    let open = place.command.get_arguments().filter(|arg| !arg.is_hide_set() && !place.used_up(arg));
    let named = open.filter_map(|arg| {
        let about = arg.get_help().map(ToString::to_string).unwrap_or_default();
        Some(Candidate::new(format!("--{}", arg.get_long()?), about))
    });
    named.filter(|candidate| candidate.word.starts_with(&place.typed)).collect()
}

/// The words that an argument takes: by key, or by the Chinese word where Chinese is typed.
pub fn choices(arg: &Arg, typed: &str) -> Vec<Candidate> {
    let values = arg.get_possible_values();
    let named = values.iter().filter(|value| !value.is_hide_set()).flat_map(|value| {
        let about = value.get_help().map(ToString::to_string).unwrap_or_default();
        names(value).map(move |name| Candidate::new(name, about.clone())).collect::<Vec<_>>()
    });
    fitting(named.filter(|candidate| of_script(&candidate.word, typed)).collect(), typed)
}

fn names(value: &PossibleValue) -> impl Iterator<Item = &str> {
    value.get_name_and_aliases()
}

/// Whether a word is of the script that is typed: nobody wants every word twice.
pub fn of_script(word: &str, typed: &str) -> bool {
    word.is_ascii() == typed.is_ascii()
}

/// How well a name fits what is typed; the least is best.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Fit {
    /// It begins so.
    Start,
    /// A word in it does.
    Inside,
}

/// How a name fits, both folded by [`fold`].
pub fn fit(name: &str, typed: &str) -> Option<Fit> {
    if name.starts_with(typed) {
        return Some(Fit::Start);
    }
    let begins = |at: usize| name.get(..at).is_some_and(|before| !before.ends_with(char::is_alphanumeric));
    name.match_indices(typed).any(|(at, _)| begins(at)).then_some(Fit::Inside)
}

/// The form in which names are compared with what is typed.
pub fn fold(text: &str) -> String {
    // nearly all are, and there may be ten thousand
    if text.is_ascii() { text.to_ascii_lowercase() } else { search_key(text) }
}

/// Those that begin so; where there are none, those in which a word does.
pub fn fitting(candidates: Vec<Candidate>, typed: &str) -> Vec<Candidate> {
    let typed = fold(typed);
    best(
        candidates
            .into_iter()
            .filter_map(|candidate| Some((fit(&fold(&candidate.word), &typed)?, candidate)))
            .collect(),
    )
}

/// Those that fit best.
pub fn best<T>(fits: Vec<(Fit, T)>) -> Vec<T> {
    let best = fits.iter().map(|(fit, _)| *fit).min();
    fits.into_iter().filter(|(fit, _)| Some(*fit) == best).map(|(_, item)| item).collect()
}
