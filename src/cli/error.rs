//! Errors of the command line in both languages, from what clap knows of them.

use clap::error::{ContextKind, ContextValue, ErrorKind};

use crate::error::{Error, Exit, Result};
use crate::lang::tr;
use crate::tr;
use crate::views::Shell;

/// Tells what is wrong with the command line; help and version are answers, not errors.
///
/// # Errors
/// What is wrong, with the next step.
pub fn report(error: &clap::Error, shell: &mut Shell) -> Result<Exit> {
    if matches!(
        error.kind(),
        ErrorKind::DisplayHelp | ErrorKind::DisplayVersion | ErrorKind::DisplayHelpOnMissingArgumentOrSubcommand
    ) {
        let text = error.render();
        shell.raw(if shell.colours() { text.ansi().to_string() } else { text.to_string() }.as_bytes())?;
        return Ok(Exit::Done);
    }
    let usage = context(error, ContextKind::Usage);
    let what = what(error);
    let wrong = Error::new(what);
    Err(match suggestion(error) {
        Some(suggestion) => wrong.next(tr!("did you mean {suggestion}?", "是否想写 {suggestion}？")),
        None if usage.is_empty() => wrong.next(tr("see kehu --help", "见 kehu --help")),
        None => wrong.next(tr!("{}", "{}", usage_line(&usage))),
    })
}

fn what(error: &clap::Error) -> String {
    let arg = context(error, ContextKind::InvalidArg);
    let value = context(error, ContextKind::InvalidValue);
    match error.kind() {
        ErrorKind::InvalidSubcommand => {
            let word = context(error, ContextKind::InvalidSubcommand);
            tr!("there is no command \"{word}\"", "没有命令“{word}”")
        }
        ErrorKind::UnknownArgument => tr!("there is no option {arg} here", "此处没有选项 {arg}"),
        ErrorKind::InvalidValue if value.is_empty() => tr!("{arg} needs a value", "{arg} 缺少值"),
        ErrorKind::InvalidValue => {
            let choices = list(error, ContextKind::ValidValue).join(tr(", ", "、"));
            tr!("{arg}: \"{value}\" is none of {choices}", "{arg}：“{value}”不在以下之列：{choices}")
        }
        ErrorKind::ValueValidation => {
            let why = std::error::Error::source(error).map(ToString::to_string).unwrap_or_default();
            tr!("{arg}: \"{value}\": {why}", "{arg}：“{value}”：{why}")
        }
        ErrorKind::MissingRequiredArgument => {
            let args = list(error, ContextKind::InvalidArg).join(tr(", ", "、"));
            tr!("missing: {args}", "缺少：{args}")
        }
        ErrorKind::ArgumentConflict => {
            let other = list(error, ContextKind::PriorArg).join(tr(", ", "、"));
            tr!("{arg} cannot be used with {other}", "{arg} 不能与 {other} 同时使用")
        }
        ErrorKind::NoEquals => tr!("write {arg}=VALUE", "请写成 {arg}=值"),
        ErrorKind::TooManyValues | ErrorKind::WrongNumberOfValues => tr!("{arg}: too many values", "{arg}：值太多"),
        ErrorKind::TooFewValues => tr!("{arg}: too few values", "{arg}：值太少"),
        ErrorKind::InvalidUtf8 => tr("an argument is not UTF-8", "参数不是 UTF-8 编码").to_owned(),
        ErrorKind::MissingSubcommand => tr("which command?", "缺少命令").to_owned(),
        _ => error.kind().as_str().unwrap_or("").to_owned(),
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

/// `Usage: kehu log [OPTIONS] …` without clap's English.
fn usage_line(usage: &str) -> String {
    let line = usage.lines().next().unwrap_or_default().trim();
    let body = line.strip_prefix("Usage:").unwrap_or(line).trim().replace("[OPTIONS]", tr("[OPTIONS]", "[选项]"));
    tr!("usage: {body}", "用法：{body}")
}
