//! The process of one customer on a page.

use super::row::{ProcessRow, StepRow};
use crate::lang::tr;
use crate::model::Choose;
use crate::model::choice::StepState;
use crate::tr;
use crate::views::text::width;
use crate::views::{Style, Text};

/// What is next above, the whole process below.
pub fn page(row: &ProcessRow) -> Text {
    let next = &row.of;
    let mut text = Text::new().and(Style::Strong, next.of.called());
    text = text.and(Style::Faint, format!("  {}", next.of.path)).line();
    text = text.and(Style::Plain, tr("Next: ", "下一步："));
    text = match next.step {
        Some(step) => text.and(Style::Strong, step.words().text()),
        None => text.and(Style::Bad, tr("nothing, trading is stopped", "无，已停止交易")),
    };
    text = text.and(Style::Plain, since(row)).line();
    for need in &next.needs {
        text = text.and(Style::Plain, format!("  {need}")).line();
    }
    text = text.and(Style::Plain, "  ").and(Style::Hint, &next.command).line();
    if row.steps.is_empty() {
        return text;
    }
    let widest = row.steps.iter().map(|step| width(step.step.words().text())).max().unwrap_or(0);
    row.steps.iter().fold(text.line(), |text, step| text.then(line(step, widest)))
}

fn since(row: &ProcessRow) -> String {
    let paper = row.of.paper.as_deref().map(|paper| format!(" {paper}")).unwrap_or_default();
    match row.of.since {
        Some(day) => tr!("{paper}, since {day}", "{paper}，自 {day}"),
        None => paper,
    }
}

fn line(step: &StepRow, widest: usize) -> Text {
    let (mark, style) = match step.state {
        StepState::Done => ("✓", Style::Good),
        StepState::Now => ("→", Style::Strong),
        StepState::Missing => ("!", Style::Bad),
        StepState::Later => (" ", Style::Faint),
        StepState::Skipped => ("-", Style::Faint),
    };
    let name = step.step.words().text();
    let gap = " ".repeat(widest - width(name) + 2);
    let said = match (step.state, step.date) {
        (StepState::Done, Some(day)) => day.to_string(),
        (state, _) => state.words().text().to_owned(),
    };
    Text::new().and(style, mark).and(Style::Plain, format!(" {name}{gap}")).and(style, said).line()
}
