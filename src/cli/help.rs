//! Help in both languages: made from what clap knows of a command, laid out by us.

use clap::{Arg, Command};

use crate::commands::GROUPS;
use crate::lang::tr;
use crate::tr;
use crate::views::text::width;
use crate::views::{Style, Text};

/// The widest column of names before the explanation goes on a line of its own.
const WIDEST: usize = 30;

/// The command line with its help in the language of this process.
pub fn localised(command: Command) -> Command {
    let mut command = command;
    command.build();
    rewrite(command, "kehu", true)
}

fn rewrite(command: Command, path: &str, root: bool) -> Command {
    let help = render(&command, path, root).render(true);
    let names: Vec<String> = command.get_subcommands().map(|sub| sub.get_name().to_owned()).collect();
    let command = command.override_help(help);
    names.into_iter().fold(command, |command, name| {
        let path = format!("{path} {name}");
        command.mut_subcommand(name, |sub| rewrite(sub, &path, false))
    })
}

fn render(command: &Command, path: &str, root: bool) -> Text {
    let mut text = Text::new();
    if let Some(about) = command.get_long_about().or(command.get_about()) {
        text = text.and(Style::Plain, about.to_string()).line().line();
    }
    text = text.and(Style::Strong, tr("Usage: ", "用法：")).and(Style::Plain, usage(command, path)).line();
    let aliases: Vec<&str> = command.get_visible_aliases().collect();
    if !aliases.is_empty() {
        text = text.and(Style::Strong, tr("Alias: ", "别名：")).and(Style::Plain, aliases.join(", ")).line();
    }
    if root {
        for (title, names) in GROUPS {
            let rows: Vec<(String, String)> =
                names.iter().filter_map(|name| command.find_subcommand(name)).map(entry).collect();
            text = section(text, title.text(), &rows);
        }
    } else if command.has_subcommands() {
        let rows: Vec<(String, String)> = command.get_subcommands().map(entry).collect();
        text = section(text, tr("Commands", "命令"), &rows);
    }
    let shown = |arg: &&Arg| !arg.is_hide_set();
    let positional: Vec<_> =
        command.get_positionals().filter(shown).map(|arg| (value_names(arg), explanation(arg))).collect();
    text = section(text, tr("Arguments", "参数"), &positional);
    let mut headings: Vec<Option<&str>> = Vec::new();
    for arg in options(command).filter(shown) {
        if !headings.contains(&arg.get_help_heading()) {
            headings.push(arg.get_help_heading());
        }
    }
    // own options first, those of every command last
    headings.sort_by_key(Option::is_some);
    for heading in headings {
        let rows: Vec<_> = options(command)
            .filter(shown)
            .filter(|arg| arg.get_help_heading() == heading)
            .map(|arg| (flags(arg), explanation(arg)))
            .collect();
        text = section(text, heading.unwrap_or(tr("Options", "选项")), &rows);
    }
    if let Some(after) = command.get_after_help() {
        text = text.line().and(Style::Plain, after.to_string()).line();
    }
    if root {
        let more = tr("More on a command: kehu COMMAND --help", "某个命令的详细帮助：kehu 命令 --help");
        text = text.line().and(Style::Faint, more).line();
    }
    text
}

fn options(command: &Command) -> impl Iterator<Item = &Arg> {
    command.get_arguments().filter(|arg| !arg.is_positional())
}

/// What may follow the name of a command, in one line.
pub(super) fn usage(command: &Command, path: &str) -> String {
    let mut usage = path.to_owned();
    let has_words = command.get_positionals().any(|arg| !arg.is_hide_set());
    let either = command.is_args_conflicts_with_subcommands_set() && has_words;
    if either {
        // the one or the other
        usage += tr(" [COMMAND |", " [命令 |");
    } else if command.has_subcommands() {
        usage += if command.is_subcommand_required_set() {
            tr(" COMMAND", " 命令")
        } else {
            tr(" [COMMAND]", " [命令]")
        };
    }
    for arg in command.get_positionals().filter(|arg| !arg.is_hide_set()) {
        let name = value_names(arg);
        let name =
            if arg.get_num_args().is_some_and(|count| count.max_values() > 1) { format!("{name}…") } else { name };
        usage += &match arg.is_required_set() {
            true => format!(" {name}"),
            false if either => format!(" {name}]"),
            false => format!(" [{name}]"),
        };
    }
    usage + tr(" [OPTIONS]", " [选项]")
}

fn entry(command: &Command) -> (String, String) {
    let names: Vec<&str> = std::iter::once(command.get_name()).chain(command.get_visible_aliases()).collect();
    (names.join(", "), command.get_about().map(ToString::to_string).unwrap_or_default())
}

fn value_names(arg: &Arg) -> String {
    match arg.get_value_names() {
        Some(names) => names.iter().map(ToString::to_string).collect::<Vec<_>>().join(" "),
        None => arg.get_id().as_str().to_uppercase(),
    }
}

fn flags(arg: &Arg) -> String {
    let short = arg.get_short().map_or_else(|| "    ".to_owned(), |short| format!("-{short}, "));
    let long = arg.get_long().map(|long| format!("--{long}")).unwrap_or_default();
    let name = if long.is_empty() { short.trim_end_matches([',', ' ']).to_owned() } else { short + &long };
    let may_be_bare = arg.get_num_args().is_some_and(|count| count.min_values() == 0);
    match arg.get_action().takes_values() {
        true if may_be_bare => format!("{name} [{}]", value_names(arg)),
        true => format!("{name} {}", value_names(arg)),
        false => name,
    }
}

fn explanation(arg: &Arg) -> String {
    let mut text = arg.get_help().map(ToString::to_string).unwrap_or_default();
    let values = if arg.get_action().takes_values() { choices(arg) } else { Vec::new() };
    if !values.is_empty() {
        let values = values.join(tr(", ", "、"));
        text += &tr!(" [{values}]", "［{values}］");
    }
    let defaults: Vec<_> = arg.get_default_values().iter().map(|value| value.to_string_lossy()).collect();
    if !defaults.is_empty() && arg.get_action().takes_values() && !arg.is_hide_default_value_set() {
        let default = defaults.join(", ");
        text += &tr!(" (default: {default})", "（默认 {default}）");
    }
    text
}

/// The words that an option takes; to a Chinese reader with what they mean.
pub(super) fn choices(arg: &Arg) -> Vec<String> {
    arg.get_possible_values()
        .iter()
        .map(|value| {
            match value.get_help().map(ToString::to_string).filter(|help| !help.starts_with(value.get_name())) {
                Some(help) if crate::lang::lang() == crate::lang::Lang::Zh => format!("{} {help}", value.get_name()),
                _ => value.get_name().to_owned(),
            }
        })
        .collect()
}

fn section(text: Text, title: &str, rows: &[(String, String)]) -> Text {
    if rows.is_empty() {
        return text;
    }
    let column = rows.iter().map(|(name, _)| width(name)).filter(|name| *name <= WIDEST).max().unwrap_or(WIDEST);
    let text = text.line().and(Style::Strong, title).line();
    rows.iter().fold(text, |text, (name, about)| {
        let gap = if width(name) <= column {
            " ".repeat(column - width(name) + 2)
        } else {
            format!("\n{}", " ".repeat(column + 4))
        };
        text.and(Style::Plain, "  ").and(Style::Hint, name).and(Style::Plain, format!("{gap}{about}")).line()
    })
}
