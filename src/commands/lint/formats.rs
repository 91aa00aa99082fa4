//! Findings for people, scripts, code hosts.

use std::collections::HashMap;

use serde_json::{Value, json};

use super::{Found, LintRow, summary};
use crate::error::Result;
use crate::lang::tr;
use crate::lint::{Finding, checks};
use crate::model::Choose;
use crate::model::choice::Severity;
use crate::store::Book;
use crate::tr;
use crate::views::emit;
use crate::views::text::width;
use crate::views::{Shell, Style, Text, escape};

/// For people: place, code, what, the source line with a caret under it, the next step.
///
/// # Errors
/// The output cannot be written.
pub fn human(book: &Book, found: &Found, shell: &mut Shell) -> Result<()> {
    let mut texts: HashMap<&str, String> = HashMap::new();
    for finding in &found.findings {
        let text = texts.entry(&finding.file).or_insert_with(|| {
            let location = book.location_of(&finding.file);
            location.and_then(|location| book.read(&location)).map(|file| file.text).unwrap_or_default()
        });
        shell.say(&one(finding, text))?;
    }
    shell.finish()?;
    shell.remark(&summary(found));
    Ok(())
}

fn one(finding: &Finding, source: &str) -> Text {
    let style = match finding.check.severity {
        Severity::Error => Style::Bad,
        Severity::Warning => Style::Warn,
        Severity::Info => Style::Hint,
    };
    let place = match (finding.line, finding.column) {
        (0, _) => finding.file.clone(),
        (line, column) => format!("{}:{line}:{column}", finding.file),
    };
    let mut text = Text::new()
        .and(Style::Strong, escape(&place))
        .and(Style::Plain, " ")
        .and(style, finding.check.severity.words().text())
        .and(Style::Plain, tr!(" {}: {}", " {}：{}", finding.check.code, escape(&finding.message)))
        .line();
    if let Some((line, mark)) = caret(finding, source) {
        text = text.and(Style::Plain, format!("    {line}")).line().and(style, format!("    {mark}")).line();
    }
    if let Some(hint) = &finding.hint {
        text = text.and(Style::Faint, tr("    next: ", "    下一步：")).and(Style::Plain, escape(hint)).line();
    }
    let lines = finding.lines.iter().flat_map(|lines| lines.lines());
    lines.fold(text, |text, line| text.and(Style::Hint, format!("    {}", escape(line))).line())
}

/// The widest piece of a source line that is shown.
const WIDEST: usize = 100;

/// The source line, and carets that stand under what is meant however wide its characters are.
fn caret(finding: &Finding, source: &str) -> Option<(String, String)> {
    let span = finding.span.clone()?;
    let start = source.get(..span.start)?.rfind('\n').map_or(0, |newline| newline + 1);
    let line = source.get(start..)?.lines().next()?.trim_start_matches('\u{feff}');
    let before = source.get(start..span.start)?.trim_start_matches('\u{feff}');
    let meant = source.get(span)?.lines().next().unwrap_or_default();
    let (line, before, meant) = (escape(line), escape(before), escape(meant));
    let marks = width(&meant).max(1);
    // of a long line, the part around what is meant
    let (line, indent) = if width(&line) > WIDEST && width(&before) > WIDEST / 2 {
        let kept: String = before.chars().rev().take(20).collect::<Vec<_>>().into_iter().rev().collect();
        let rest = line.get(before.len()..).unwrap_or_default();
        (format!("…{kept}{rest}"), 1 + width(&kept))
    } else {
        (line.into_owned(), width(&before))
    };
    let shown = crate::views::text::cut(&line, WIDEST).into_owned();
    let marks = marks.min(width(&shown).saturating_sub(indent).max(1));
    Some((shown, format!("{}{}", " ".repeat(indent), "^".repeat(marks))))
}

fn row(finding: &Finding) -> LintRow {
    LintRow {
        code: finding.check.code.to_owned(),
        severity: finding.check.severity,
        article: Some(finding.check.article.to_owned()).filter(|article| !article.is_empty()),
        file: finding.file.clone(),
        line: Some(finding.line).filter(|line| *line > 0),
        column: Some(finding.column).filter(|column| *column > 0),
        message: finding.message.clone(),
        hint: finding.next_step(),
        fixable: finding.fix.is_some(),
    }
}

/// For scripts.
///
/// # Errors
/// The output cannot be written.
pub fn json(findings: &[Finding], shell: &mut Shell) -> Result<()> {
    let rows: Vec<LintRow> = findings.iter().map(row).collect();
    emit::json(shell, &rows)
}

/// For code hosts and editors that read SARIF 2.1.0.
///
/// # Errors
/// The output cannot be written.
pub fn sarif(findings: &[Finding], shell: &mut Shell) -> Result<()> {
    let level = |severity: Severity| match severity {
        Severity::Error => "error",
        Severity::Warning => "warning",
        Severity::Info => "note",
    };
    let rules: Vec<Value> = checks::ALL
        .iter()
        .map(|check| {
            json!({
                "id": check.code,
                "shortDescription": { "text": check.what.text() },
                "fullDescription": { "text": check.why.text() },
                "defaultConfiguration": { "level": level(check.severity) },
            })
        })
        .collect();
    let results: Vec<Value> = findings
        .iter()
        .map(|finding| {
            let file = json!({ "uri": uri(&finding.file), "uriBaseId": "BOOK" });
            let place = if finding.line > 0 {
                let region = json!({ "startLine": finding.line, "startColumn": finding.column.max(1) });
                json!({ "artifactLocation": file, "region": region })
            } else {
                json!({ "artifactLocation": file })
            };
            let hint = finding.next_step().map(|hint| tr!(" Next: {hint}", " 下一步：{hint}")).unwrap_or_default();
            json!({
                "ruleId": finding.check.code,
                "level": level(finding.check.severity),
                "message": { "text": format!("{}{hint}", finding.message) },
                "locations": [{ "physicalLocation": place }],
            })
        })
        .collect();
    emit::json_value(
        shell,
        &json!({
            "$schema": "https://json.schemastore.org/sarif-2.1.0.json",
            "version": "2.1.0",
            "runs": [{
                "tool": { "driver": { "name": "kehu", "version": env!("CARGO_PKG_VERSION"), "rules": rules } },
                "columnKind": "unicodeCodePoints",
                "results": results,
            }],
        }),
    )
}

/// A relative path as a URI reference (RFC 3986): every byte that is not unreserved or `/` is percent-encoded.
fn uri(path: &str) -> String {
    path.bytes()
        .map(|byte| match byte {
            b'A'..=b'Z' | b'a'..=b'z' | b'0'..=b'9' | b'-' | b'.' | b'_' | b'~' | b'/' => char::from(byte).to_string(),
            other => format!("%{other:02X}"),
        })
        .collect()
}

/// For GitHub Actions: a line a finding that it shows at its place.
///
/// # Errors
/// The output cannot be written.
pub fn github(findings: &[Finding], shell: &mut Shell) -> Result<()> {
    for finding in findings {
        let command = match finding.check.severity {
            Severity::Error => "error",
            Severity::Warning => "warning",
            Severity::Info => "notice",
        };
        let place =
            if finding.line > 0 { format!(",line={},col={}", finding.line, finding.column) } else { String::new() };
        let hint = finding.next_step().map(|hint| format!(" — {hint}")).unwrap_or_default();
        let message = workflow_text(&format!("{}{hint}", finding.message));
        shell.line(format!(
            "::{command} file={}{place},title={}::{message}",
            workflow_property(&finding.file),
            finding.check.code
        ))?;
    }
    Ok(())
}

fn workflow_text(text: &str) -> String {
    text.replace('%', "%25").replace('\r', "%0D").replace('\n', "%0A")
}

fn workflow_property(text: &str) -> String {
    workflow_text(text).replace(':', "%3A").replace(',', "%2C")
}
