//! `help`: the help of a command, or of the query language.

use crate::cli::{Context, command};
use crate::error::{Error, Exit, Result};
use crate::lang::{Words, tr};
use crate::query::DERIVED;
use crate::tr;
use crate::views::text::width;
use crate::views::{Style, Text};

/// What may be said to `help`.
#[derive(clap::Args)]
pub struct Args {
    #[arg(value_name = tr("TOPIC", "主题"), help = tr("A command, or query: how customers are asked for", "命令名；或 query（查询）：客户查询的写法"))]
    topic: Option<String>,
}

/// The query language, for people.
const QUERY: Words = Words::new(include_str!("help/query.en.txt"), include_str!("help/query.zh.txt"));

impl Args {
    /// Prints the help.
    ///
    /// # Errors
    /// There is no such topic, or the output cannot be written.
    pub fn run(self, context: &mut Context<'_>) -> Result<Exit> {
        let topic = self.topic.unwrap_or_default();
        if matches!(topic.as_str(), "query" | "查询") {
            context.shell.say(&query())?;
            return Ok(Exit::Done);
        }
        let mut root = command();
        let found = if topic.is_empty() { Some(&mut root) } else { root.find_subcommand_mut(&topic) };
        let Some(found) = found else {
            return Err(Error::new(tr!("there is no help on \"{topic}\"", "没有关于“{topic}”的帮助"))
                .next(tr("see the commands: kehu --help", "查看全部命令：kehu --help")));
        };
        let help = found.render_help();
        let help = if context.shell.colours() { help.ansi().to_string() } else { help.to_string() };
        context.shell.raw(help.as_bytes())?;
        Ok(Exit::Done)
    }
}

/// The language and its fields.
fn query() -> Text {
    let mut text = Text::new();
    for line in QUERY.text().lines() {
        text = match line.starts_with(' ') || line.is_empty() || line.contains([':', '：', '。', '.']) {
            true => text.and(Style::Plain, line),
            false => text.and(Style::Strong, line),
        };
        text = text.line();
    }
    text = text.line().and(Style::Strong, tr("Fields that are worked out", "计算得出的字段")).line();
    let names = DERIVED.iter().map(|field| (field.key, [&[field.words.zh], field.also].concat().join(tr(", ", "、"))));
    for (key, others) in names {
        let pad = " ".repeat(14usize.saturating_sub(width(key)));
        text = text.and(Style::Plain, "  ").and(Style::Hint, key).and(Style::Plain, format!("{pad}{others}")).line();
    }
    let more = tr(
        "Amounts are in base currency. The fields of the card are in docs/fields.md; `kehu set` takes the same paths.",
        "金额为本位币。卡片字段见 docs/fields.zh-CN.md，与 kehu set 的路径相同。",
    );
    text.line().and(Style::Plain, more).line()
}
