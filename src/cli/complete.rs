//! The door for shells that ask what may be typed next: `kehu complete --shell SHELL -- WORD…`, the last word being
//! the one with the cursor; for bash `--breaks CHARACTERS -- LINE`, the line as it was typed up to the cursor.
//!
//! The first line of the answer says what comes behind a word (`word`, `part`) or that the shell knows better (`file`,
//! `folder`); the words follow, one a line, what they mean behind a tab. Nothing to say is no line.

use std::ffi::OsString;
use std::path::PathBuf;

use super::{command, env, language};
use crate::commands::complete::{Follow, Line, Offer, offer};
use crate::error::{Exit, Result};
use crate::lang::speak;
use crate::views::Shell;
use crate::views::shell::Colour;

/// Answers a shell, if it is one that asks. Nothing is told of what goes wrong: somebody is typing.
pub fn answered(args: &[OsString]) -> Option<Exit> {
    let args: Vec<String> = args.iter().map(|arg| arg.to_string_lossy().into_owned()).collect();
    let [_, complete, flag, asking, rest @ ..] = args.as_slice() else { return None };
    if complete != "complete" || flag != "--shell" {
        return None;
    }
    let lines = match (asking.as_str(), rest) {
        ("bash", [flag, breaks, end, text]) if flag == "--breaks" && end == "--" => bash(&Line::read(text, breaks)),
        ("zsh" | "fish", [end, words @ ..]) if end == "--" => described(&asked(words)),
        _ => Vec::new(),
    };
    let mut shell = Shell::new(Colour::Never, true, true, None);
    // a reader that went away has stopped waiting for the answer
    let _ = say(&lines, &mut shell);
    Some(Exit::Done)
}

fn say(lines: &[String], shell: &mut Shell) -> Result<()> {
    for line in lines {
        shell.raw(line.as_bytes())?;
        shell.raw(b"\n")?;
    }
    shell.finish()
}

/// The offer for these words, in the language that they or the environment ask for.
fn asked(words: &[String]) -> Offer {
    let Some((typed, before)) = words.split_last() else { return Offer::left_to_the_shell(Follow::Blank) };
    let mut words: Vec<String> = before.iter().map(|word| at_home(word)).collect();
    speak(language(&words.iter().map(OsString::from).collect::<Vec<_>>()));
    words.push(typed.clone());
    let book = env("KEHU_BOOK").map_or_else(|| PathBuf::from("."), PathBuf::from);
    offer(&command(), &words, &book)
}

/// `~/books` as the shell will read it: it has not yet, when it asks.
fn at_home(word: &str) -> String {
    match (word.strip_prefix("~/"), env("HOME")) {
        (Some(rest), Some(home)) => format!("{home}/{rest}"),
        _ => word.to_owned(),
    }
}

fn bash(line: &Line) -> Vec<String> {
    let offer = if line.redirected { Offer::left_to_the_shell(Follow::File) } else { asked(&line.words) };
    headed(&offer, line.fit(&offer))
}

fn described(offer: &Offer) -> Vec<String> {
    let lines = offer.candidates.iter().map(|candidate| match candidate.about.as_str() {
        "" => candidate.word.clone(),
        about => format!("{}\t{about}", candidate.word),
    });
    headed(offer, lines.collect())
}

fn headed(offer: &Offer, lines: Vec<String>) -> Vec<String> {
    let silent = lines.is_empty() && matches!(offer.follow, Follow::Blank | Follow::More);
    if silent { lines } else { std::iter::once(offer.follow.key().to_owned()).chain(lines).collect() }
}
