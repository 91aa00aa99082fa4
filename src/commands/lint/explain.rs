//! `--explain`: what a check finds, why it matters, what asks for it, what it looks like.

use crate::error::{Error, Exit, Result};
use crate::lang::tr;
use crate::lint::{Check, Sample, checks};
use crate::model::Choose;
use crate::tr;
use crate::views::table::{Head, Shown, render};
use crate::views::{Shell, Style, Text};

/// Explains one check, or lists all where no code is given.
///
/// # Errors
/// There is no such check, or the output cannot be written.
pub fn explain(code: &str, shell: &mut Shell) -> Result<Exit> {
    if code.is_empty() {
        let text = all(shell.width());
        shell.say(&text)?;
        return Ok(Exit::Done);
    }
    let Some(check) = checks::find(code) else {
        let error = Error::new(tr!("there is no check \"{code}\"", "没有检查“{code}”"));
        let nearest = checks::nearest(code).unwrap_or_default();
        return Err(error.next(tr!(
            "did you mean {nearest}? all of them: kehu lint --explain",
            "是否想写 {nearest}？全部列表：kehu lint --explain"
        )));
    };
    shell.say(&one(check))?;
    Ok(Exit::Done)
}

fn all(fit: Option<usize>) -> Text {
    let head = |title: &str, elastic| Head { title: title.to_owned(), right: false, spare: 0, elastic };
    let heads = [
        head(tr("code", "代码"), false),
        head(tr("severity", "程度"), false),
        head(tr("article", "条款"), false),
        head(tr("finds", "检查内容"), true),
    ];
    let rows: Vec<Vec<Shown>> = checks::ALL
        .iter()
        .map(|check| {
            vec![
                check.code.into(),
                check.severity.words().text().into(),
                check.article.into(),
                check.what.text().into(),
            ]
        })
        .collect();
    render(&heads, &rows, fit)
}

fn one(check: &Check) -> Text {
    let severity = check.severity.words().text();
    let article = if check.article.is_empty() { String::new() } else { tr!(", {}", "，{}", check.article) };
    let text = Text::new()
        .and(Style::Strong, check.code)
        .and(Style::Plain, tr!(" ({severity}{article})", "（{severity}{article}）"))
        .line()
        .and(Style::Plain, check.what.text())
        .line()
        .line()
        .and(Style::Plain, check.why.text())
        .line();
    let text = text.line().and(Style::Strong, tr("Finds it here:", "有问题：")).line();
    let text = check.bad.iter().fold(text, sample);
    let text = text.line().and(Style::Strong, tr("Not here:", "没有问题：")).line();
    let text = check.good.iter().fold(text, sample);
    text.line()
        .and(
            Style::Faint,
            tr!(
                "To turn it off, in kehu.toml: [lint] off = [\"{}\"]",
                "如不需要，在 kehu.toml 中写：[lint] off = [\"{}\"]",
                check.code
            ),
        )
        .line()
}

fn sample(text: Text, sample: &Sample) -> Text {
    let (path, content) = match sample {
        Sample::Card(content) => ("国外客户/德国/Acme/card.toml".to_owned(), (*content).to_owned()),
        Sample::File(path, content) => ((*path).to_owned(), (*content).to_owned()),
        Sample::Repeated(path, content, times) => ((*path).to_owned(), content.repeat(*times)),
        Sample::Bytes(path, bytes) => ((*path).to_owned(), String::from_utf8_lossy(bytes).into_owned()),
        Sample::Folder(path) => (format!("{path}/"), String::new()),
        Sample::Link(path, target) => (format!("{path} -> {target}"), String::new()),
    };
    // the tail of a sample that is long only to be long tells nothing
    let lines = content
        .lines()
        .take(20)
        .map(|line| format!("    {}\n", crate::views::text::cut(line, 100)))
        .collect::<String>();
    text.and(Style::Hint, format!("  {path}")).line().and(Style::Plain, lines)
}
