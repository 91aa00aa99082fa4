//! Errors of the command line in both languages, from what clap knows of them.

use std::ffi::OsString;

use clap::Command;
use clap::error::{ContextKind, ContextValue, ErrorKind};

use super::help;
use crate::error::{Error, Exit, Result};
use crate::lang::tr;
use crate::tr;
use crate::views::Shell;

/// Tells what is wrong with the command line; help and version are answers, not errors.
///
/// # Errors
/// What is wrong, with the next step.
pub fn report(error: &clap::Error, args: &[OsString], root: &Command, shell: &mut Shell) -> Result<Exit> {
    if matches!(
        error.kind(),
        ErrorKind::DisplayHelp | ErrorKind::DisplayVersion | ErrorKind::DisplayHelpOnMissingArgumentOrSubcommand
    ) {
        let text = error.render();
        shell.raw(if shell.colours() { text.ansi().to_string() } else { text.to_string() }.as_bytes())?;
        return Ok(Exit::Done);
    }
    let wrong = Error::new(what(error, root));
    Err(match (suggestion(error), context(error, ContextKind::Usage)) {
        (Some(suggestion), _) => wrong.next(tr!("did you mean {suggestion}?", "是否想写 {suggestion}？")),
        (None, usage) if usage.is_empty() => {
            let path = path(args, root);
            wrong.next(tr!("see {path} --help", "见 {path} --help"))
        }
        (None, usage) => wrong.next(usage_line(&usage, root)),
    })
}

fn what(error: &clap::Error, root: &Command) -> String {
    let whole = context(error, ContextKind::InvalidArg);
    let arg = plain(&whole);
    let value = context(error, ContextKind::InvalidValue);
    match error.kind() {
        ErrorKind::InvalidSubcommand => {
            let word = context(error, ContextKind::InvalidSubcommand);
            tr!("there is no command \"{word}\"", "没有命令“{word}”")
        }
        ErrorKind::MissingSubcommand => {
            let own = |name: &String| name.is_ascii() == (crate::lang::lang() == crate::lang::Lang::En);
            let names: Vec<String> = list(error, ContextKind::ValidSubcommand).into_iter().filter(own).collect();
            let names = names.join(tr(", ", "、"));
            tr!("a command of it is missing: one of {names}", "还须写明子命令：{names}")
        }
        ErrorKind::UnknownArgument if !arg.starts_with('-') => tr!("\"{arg}\" is too much here", "多余的参数“{arg}”"),
        ErrorKind::UnknownArgument => tr!("there is no option {arg} here", "此处没有选项 {arg}"),
        ErrorKind::InvalidValue if value.is_empty() => tr!("{arg} needs a value", "{arg} 缺少值"),
        ErrorKind::InvalidValue => {
            let valid = list(error, ContextKind::ValidValue);
            let choices = find(root, &whole, &valid).map_or(valid, help::choices).join(tr(", ", "、"));
            tr!("{arg}: \"{value}\" is none of {choices}", "{arg}：“{value}”不在以下之列：{choices}")
        }
        ErrorKind::ValueValidation => {
            let why = std::error::Error::source(error).map(ToString::to_string).unwrap_or_default();
            tr!("{arg}: \"{value}\": {why}", "{arg}：“{value}”：{why}")
        }
        ErrorKind::MissingRequiredArgument => {
            let args: Vec<String> = list(error, ContextKind::InvalidArg).iter().map(|arg| plain(arg)).collect();
            let args = args.join(tr(", ", "、"));
            tr!("missing: {args}", "缺少：{args}")
        }
        ErrorKind::ArgumentConflict => {
            let others: Vec<String> = list(error, ContextKind::PriorArg).iter().map(|arg| plain(arg)).collect();
            let other = others.join(tr(", ", "、"));
            tr!("{arg} cannot be used with {other}", "{arg} 不能与 {other} 同时使用")
        }
        ErrorKind::TooManyValues | ErrorKind::WrongNumberOfValues => tr!("{arg}: too many values", "{arg}：值太多"),
        ErrorKind::InvalidUtf8 => tr("an argument is not UTF-8", "参数不是 UTF-8 编码").to_owned(),
        // no argument of kehu asks for what else clap can miss
        _ => tr("this command line is not understood", "无法识别该命令行").to_owned(),
    }
}

fn context(error: &clap::Error, kind: ContextKind) -> String {
    match error.get(kind) {
        Some(ContextValue::String(text)) => text.clone(),
        Some(ContextValue::Strings(texts)) => texts.join(" "),
        Some(ContextValue::StyledStr(text)) => text.to_string(),
        _ => String::new(),
    }
}

fn list(error: &clap::Error, kind: ContextKind) -> Vec<String> {
    match error.get(kind) {
        Some(ContextValue::Strings(texts)) => texts.clone(),
        Some(ContextValue::String(text)) => vec![text.clone()],
        _ => Vec::new(),
    }
}

fn suggestion(error: &clap::Error) -> Option<String> {
    [ContextKind::SuggestedSubcommand, ContextKind::SuggestedArg, ContextKind::SuggestedValue]
        .into_iter()
        .map(|kind| list(error, kind).join(tr(" or ", " 或 ")))
        .find(|text| !text.is_empty())
}

/// `--kind <KIND>` as `--kind`, `<PATH>...` as `PATH`: what a person would call it.
fn plain(arg: &str) -> String {
    match arg.split_once(' ') {
        Some((flag, _)) if flag.starts_with('-') => flag.to_owned(),
        _ if arg.starts_with('-') => arg.to_owned(),
        _ => arg.trim_end_matches("...").trim_matches(['<', '>', '[', ']']).to_owned(),
    }
}

/// The argument that clap prints so and that takes these words, whatever command it belongs to.
fn find<'c>(command: &'c Command, shown: &str, valid: &[String]) -> Option<&'c clap::Arg> {
    let fits = |arg: &&clap::Arg| {
        arg.to_string() == shown
            && arg.get_possible_values().iter().map(clap::builder::PossibleValue::get_name).eq(valid)
    };
    let own = command.get_arguments().find(fits);
    own.or_else(|| command.get_subcommands().find_map(|sub| find(sub, shown, valid)))
}

/// The command that was meant: `kehu log` of `kehu -C book log …`.
fn path(args: &[OsString], root: &Command) -> String {
    let takes = |option: &str| {
        root.get_arguments().filter(|arg| arg.get_action().takes_values()).any(|arg| {
            let long = arg.get_long().is_some_and(|long| option.strip_prefix("--") == Some(long));
            long || arg
                .get_short()
                .is_some_and(|short| option.strip_prefix('-') == Some(short.encode_utf8(&mut [0; 4])))
        })
    };
    let mut words = args.iter().skip(1).map(|arg| arg.to_string_lossy());
    while let Some(word) = words.next() {
        if takes(&word) {
            words.next();
        } else if let Some(command) = root.find_subcommand(word.as_ref()) {
            return format!("{} {}", root.get_name(), command.get_name());
        }
    }
    root.get_name().to_owned()
}

/// Our own usage line of the command that clap names in its own.
fn usage_line(usage: &str, root: &Command) -> String {
    let line = usage.lines().next().unwrap_or_default().trim();
    let mut words = line.strip_prefix("Usage:").unwrap_or(line).split_whitespace().skip(1);
    let (mut command, mut path) = (root, root.get_name().to_owned());
    while let Some(sub) = words.next().and_then(|word| command.find_subcommand(word)) {
        path = format!("{path} {}", sub.get_name());
        command = sub;
    }
    tr!("usage: {}", "用法：{}", help::usage(command, &path))
}
