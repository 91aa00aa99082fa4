//! Where the cursor stands in a command line: which command, and what is expected there.

use clap::{Arg, ArgAction, Command};

/// What may stand where the cursor is.
#[derive(Clone, Copy, Debug)]
pub enum Expected<'c> {
    /// The name of a command.
    Command,
    /// The name of a command, or the value of an argument in its place: `plan add`, `plan country:DE`.
    CommandOr(&'c Arg),
    /// An option.
    Option,
    /// The value of an argument.
    Value(&'c Arg),
    /// Nothing that we know.
    Nothing,
}

/// Where the cursor stands.
#[derive(Debug)]
pub struct Place<'c> {
    /// The program with all its commands.
    pub root: &'c Command,
    /// The command whose argument it is.
    pub command: &'c Command,
    /// The names that lead to it, as `credit.check`.
    pub path: String,
    /// What may stand there.
    pub expected: Expected<'c>,
    /// What is typed of it so far.
    pub typed: String,
    /// What stands before it in the same word, as `--owner=`.
    pub head: String,
    given: Vec<(&'c Arg, String)>,
    places: usize,
    ended: bool,
    open: Option<&'c Arg>,
}

impl<'c> Place<'c> {
    /// From the words of the line; the first is the program, the last the one with the cursor.
    pub fn find(root: &'c Command, words: &[String]) -> Self {
        let mut place = Self {
            root,
            command: root,
            path: String::new(),
            expected: Expected::Nothing,
            typed: String::new(),
            head: String::new(),
            given: Vec::new(),
            places: 0,
            ended: false,
            open: None,
        };
        if let Some((typed, [_program, before @ ..])) = words.split_last() {
            before.iter().for_each(|word| place.pass(word));
            place.meet(typed);
        }
        place
    }

    /// What was said to an argument, by its id; the last, where it was said twice.
    pub fn given(&self, id: &str) -> Option<&str> {
        self.given.iter().rev().find(|(arg, _)| arg.get_id() == id).map(|(_, value)| value.as_str())
    }

    /// Whether an option would be refused a second time.
    pub fn used_up(&self, arg: &Arg) -> bool {
        let again = matches!(arg.get_action(), ArgAction::Append | ArgAction::Count);
        !again && self.given(arg.get_id().as_str()).is_some()
    }

    /// A word that lies behind the cursor's.
    fn pass(&mut self, word: &str) {
        if let Some(arg) = self.open.take()
            && (needs_value(arg) || !word.starts_with('-'))
        {
            self.given.push((arg, word.to_owned()));
        } else if self.ended || !word.starts_with('-') || word == "-" {
            self.pass_plain(word);
        } else if word == "--" {
            self.ended = true;
        } else if let Some(long) = word.strip_prefix("--") {
            let (name, value) = long.split_once('=').map_or((long, None), |(name, value)| (name, Some(value)));
            let Some(arg) = self.long(name) else { return };
            self.pass_option(arg, value);
        } else {
            self.pass_letters(word);
        }
    }

    fn pass_plain(&mut self, word: &str) {
        // behind its own arguments a command takes the name of no other
        if let Some(command) = self.command.find_subcommand(word).filter(|_| self.places == 0) {
            self.command = command;
            self.path += if self.path.is_empty() { "" } else { "." };
            self.path += command.get_name();
            return;
        }
        if let Some(arg) = self.positional() {
            self.given.push((arg, word.to_owned()));
            self.places += 1;
        } else if !self.command.has_subcommands() {
            self.places += 1;
        }
    }

    /// `-qn3d`: flags, then one that takes what is left or the next word.
    fn pass_letters(&mut self, word: &str) {
        let mut letters = word.strip_prefix('-').unwrap_or_default().chars();
        let first = letters.clone().next();
        if first.is_some_and(|c| self.short(c).is_none()) {
            // -5 is a number, not an option
            return self.pass_plain(word);
        }
        while let Some(arg) = letters.next().and_then(|letter| self.short(letter)) {
            let rest = letters.as_str();
            if arg.get_action().takes_values() && !rest.is_empty() {
                return self.pass_option(arg, Some(rest.strip_prefix('=').unwrap_or(rest)));
            }
            self.pass_option(arg, None);
        }
    }

    fn pass_option(&mut self, arg: &'c Arg, value: Option<&str>) {
        match value {
            Some(value) => self.given.push((arg, value.to_owned())),
            None if arg.get_action().takes_values() => self.open = Some(arg),
            None => self.given.push((arg, String::new())),
        }
    }

    /// The word with the cursor.
    fn meet(&mut self, word: &str) {
        let dash = word.starts_with('-') && !self.ended;
        typed(&mut self.typed, word);
        self.expected = match self.open {
            Some(arg) if needs_value(arg) || !dash => Expected::Value(arg),
            _ if dash => match word.split_once('=') {
                Some((name, value)) => {
                    self.head = format!("{name}=");
                    typed(&mut self.typed, value);
                    let arg = name.strip_prefix("--").and_then(|name| self.long(name));
                    arg.filter(|arg| arg.get_action().takes_values()).map_or(Expected::Nothing, Expected::Value)
                }
                None => Expected::Option,
            },
            _ => match self.positional() {
                Some(arg) if self.places == 0 && self.command.has_subcommands() => Expected::CommandOr(arg),
                None if self.command.has_subcommands() => Expected::Command,
                Some(arg) => Expected::Value(arg),
                // nothing else can come
                None if word.is_empty() && !self.ended => Expected::Option,
                None => Expected::Nothing,
            },
        };
    }

    /// The argument that stands in this place; the last may take all that come.
    fn positional(&self) -> Option<&'c Arg> {
        let all: Vec<&Arg> = self.command.get_positionals().collect();
        let several = |arg: &&&Arg| arg.get_num_args().is_some_and(|count| count.max_values() > 1);
        all.get(self.places).or_else(|| all.last().filter(several)).copied()
    }

    fn long(&self, name: &str) -> Option<&'c Arg> {
        let named = |arg: &&Arg| {
            arg.get_long() == Some(name) || arg.get_all_aliases().is_some_and(|aliases| aliases.contains(&name))
        };
        self.command.get_arguments().find(named)
    }

    fn short(&self, letter: char) -> Option<&'c Arg> {
        self.command.get_arguments().find(|arg| arg.get_short() == Some(letter))
    }
}

fn typed(field: &mut String, text: &str) {
    field.clear();
    field.push_str(text);
}

fn needs_value(arg: &Arg) -> bool {
    arg.get_num_args().is_none_or(|count| count.min_values() > 0)
}
