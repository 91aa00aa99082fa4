//! `policy show`: every figure with its value and where it is from, who interprets it, and whether it is approved.

use crate::cli::{Context, format_of};
use crate::error::{Exit, Result};
use crate::formats::policy::{said, source, text};
use crate::lang::tr;
use crate::model::Policy;
use crate::model::policy::{Figure, Group, Unit, Written};
use crate::row;
use crate::rules::policy::{State, state};
use crate::store::Book;
use crate::tr;
use crate::views::grid::{self, Chosen, Line};
use crate::views::table::{Head, Shown};
use crate::views::{Format, Report, Style, Text};

const FORMATS: &[Format] = &[Format::Table, Format::Md, Format::Json, Format::Csv, Format::Toml];

/// What may be said to it.
#[derive(clap::Args)]
pub struct Args {
    #[arg(long, value_name = tr("FORMAT", "格式"), value_parser = format_of(FORMATS), default_value = "table", help = tr("How to write it; toml prints a policy.toml to start from", "输出格式；toml 输出一份可作起点的 policy.toml"))]
    format: Format,
}

row! {
    /// One figure of the policy.
    pub struct PolicyRow("figure", "政策数字") {
        key: String = "key" "键名";
        group: String = "group" "类别", about("For people, in the language of the run", "供人阅读，语言随运行环境");
        label: String = "figure" "项目", about("For people, in the language of the run", "供人阅读，语言随运行环境");
        value: String = "value" "现值", about("A decimal number, or the key of a choice", "数字，或选项的英文键");
        unit: Unit = "unit" "单位";
        original: String = "original value" "原值", about("That of the document, or ours where it has none", "制度的数字；制度未定的为本公司自定");
        article: Option<String> = "article" "条款";
        ours: bool = "ours" "本公司自定", about("The document has no such number", "制度未定此数");
        written: bool = "in policy.toml" "已写入 policy.toml";
    }
}

impl Args {
    /// Shows the policy.
    ///
    /// # Errors
    /// No book, or the output cannot be written.
    pub fn run(self, context: &mut Context<'_>) -> Result<Exit> {
        let (book, faults) = context.take_book_unjudged()?;
        let troubled = context.tell(&faults);
        match self.format {
            Format::Toml => context.shell.raw(text(&book.policy).as_bytes())?,
            Format::Table | Format::Md => {
                table(&book.policy, self.format, context)?;
                context.shell.line("")?;
                if !troubled {
                    end(&book, context)?;
                }
            }
            format => {
                context.tell_draft(&book);
                let rows: Vec<PolicyRow> = Policy::GROUPS.iter().flat_map(|group| rows(group, &book)).collect();
                Report { rows: &rows, columns: &[], path: |_| "" }.emit(format, false, context.shell)?;
            }
        }
        Ok(if troubled { Exit::Trouble } else { Exit::Done })
    }
}

/// How a column shows a figure.
type Cell<'p> = &'p dyn Fn(&Figure) -> Shown;

/// The table for people: a line a group, below it its figures; what the document says only where that differs.
fn table(policy: &Policy, format: Format, context: &mut Context<'_>) -> Result<()> {
    let own = Policy::default();
    let differs = |figure: &Figure| (figure.get)(policy) != (figure.get)(&own);
    let value = |figure: &Figure| Shown {
        text: said(figure, policy),
        style: if differs(figure) { Style::Warn } else { Style::Plain },
    };
    let original = |figure: &Figure| if differs(figure) { said(figure, &own).into() } else { "".into() };
    // title, how soon it goes when the terminal is narrow, what stands in it
    let mut columns: Vec<(&str, u8, Cell<'_>)> = vec![
        (tr("figure", "项目"), 0, &|figure| figure.label.text().into()),
        (tr("value", "现值"), 0, &value),
        (tr("original", "原值"), 1, &original),
        (tr("from", "依据"), 2, &|figure| source(figure).into()),
        (tr("key", "键名"), 3, &|figure| figure.key.into()),
    ];
    if !Policy::GROUPS.iter().flat_map(|group| group.figures).any(differs) {
        columns.remove(2);
    }
    let line = |cells| Line { path: String::new(), cells, values: Vec::new() };
    let lines = Policy::GROUPS.iter().flat_map(|group| {
        let mut heading = vec![Shown { text: group.label.text().to_owned(), style: Style::Strong }];
        heading.resize(columns.len(), "".into());
        let figures = group.figures.iter().map(|figure| columns.iter().map(|(.., show)| show(figure)).collect());
        std::iter::once(heading).chain(figures).map(line).collect::<Vec<_>>()
    });
    let lines: Vec<Line> = lines.collect();
    let chosen = columns.iter().enumerate().map(|(place, (title, spare, _))| Chosen {
        head: Head { title: (*title).to_owned(), right: false, spare: *spare, elastic: place == 0 },
        key: String::new(),
        typed: false,
    });
    grid::emit(&chosen.collect::<Vec<_>>(), &lines, format, false, context.shell)
}

/// Who interprets it, and whether it is in force.
fn end(book: &Book, context: &mut Context<'_>) -> Result<()> {
    let (text, style) = match state(book.policy_file.as_ref(), &book.settings) {
        State::Own => {
            (tr("the document's own figures, approved by nature", "制度原有数字，无须批准").to_owned(), Style::Good)
        }
        State::Approved { by, on, unreviewed: false } => {
            (tr!("approved by {by} on {on}", "已由 {by} 于 {on} 批准"), Style::Good)
        }
        State::Approved { by, on, unreviewed: true } => {
            (tr!("approved by {by} on {on}, unreviewed", "已由 {by} 于 {on} 批准（无复核）"), Style::Warn)
        }
        State::Draft => (
            tr("a draft, not approved: kehu policy approve", "草案，尚未批准：kehu policy approve").to_owned(),
            Style::Warn,
        ),
    };
    context.shell.line(tr("interpreted by finance (第15条)", "解释权归财务部（第15条）"))?;
    context.shell.say(&Text::new().and(style, text).line())
}

fn rows(group: &Group, book: &Book) -> Vec<PolicyRow> {
    let row = |figure: &Figure| PolicyRow {
        key: figure.key.to_owned(),
        group: group.label.text().to_owned(),
        label: figure.label.text().to_owned(),
        value: (figure.get)(&book.policy).to_string(),
        unit: figure.unit,
        original: (figure.get)(&Policy::default()).to_string(),
        article: Some(figure.article.to_owned()).filter(|article| !article.is_empty()),
        ours: figure.ours,
        written: book.policy_file.as_ref().is_some_and(|written: &Written| written.figures.contains_key(figure.key)),
    };
    group.figures.iter().map(row).collect()
}
