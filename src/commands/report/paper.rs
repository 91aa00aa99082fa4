//! A paper for people, written down once and emitted as text, Markdown or HTML: title, facts, sections, tables, room to
//! write in, places to sign.
//!
//! `Paper::new(title).from(&settings.seller).fact(label, value).section(title).text(…).table(heads, rows).sign(labels)
//! .emit(format, shell)`

mod html;
mod markdown;
mod plain;

use crate::error::Result;
use crate::model::settings::Seller;
use crate::views::table::Head;
use crate::views::{Format, Shell};

/// The formats of a paper.
pub const FORMATS: &[Format] = &[Format::Text, Format::Md, Format::Html];

/// A paper. Texts are as they were typed: whoever emits them makes them harmless.
#[derive(Debug)]
pub struct Paper {
    title: String,
    /// Who writes it: a name a line, then where to reach us.
    letterhead: Vec<String>,
    blocks: Vec<Block>,
}

/// A piece of a paper; facts and items that follow each other stand together.
#[derive(Debug)]
enum Block {
    Section(String),
    Facts(Vec<(String, String)>),
    Items(Vec<String>),
    Text(String),
    Note(String),
    Table(Vec<Head>, Vec<Vec<String>>),
    Room(String, Option<String>),
    Sign(Vec<String>),
}

impl Paper {
    /// An empty paper.
    pub fn new(title: impl Into<String>) -> Self {
        Self { title: title.into(), letterhead: Vec::new(), blocks: Vec::new() }
    }

    /// With our own firm above the title, as far as kehu.toml names it.
    #[must_use]
    pub fn from(mut self, seller: &Seller) -> Self {
        let said = |text: &Option<String>| text.clone().filter(|text| !text.trim().is_empty());
        let reach: Vec<String> = [&seller.address, &seller.phone, &seller.email].into_iter().filter_map(said).collect();
        self.letterhead = [said(&seller.name), said(&seller.name_en)].into_iter().flatten().collect();
        if !self.letterhead.is_empty() && !reach.is_empty() {
            self.letterhead.push(reach.join(" · "));
        }
        self
    }

    /// What follows stands under this heading.
    #[must_use]
    pub fn section(mut self, title: impl Into<String>) -> Self {
        self.blocks.push(Block::Section(title.into()));
        self
    }

    /// A label and its value; where nothing is known the value is shown as a dash, for a gap in a paper is to be seen.
    #[must_use]
    pub fn fact(mut self, label: impl Into<String>, value: impl Into<String>) -> Self {
        let value = Some(value.into()).filter(|value| !value.trim().is_empty()).unwrap_or_else(|| "—".to_owned());
        let fact = (label.into(), value);
        match self.blocks.last_mut() {
            Some(Block::Facts(facts)) => facts.push(fact),
            _ => self.blocks.push(Block::Facts(vec![fact])),
        }
        self
    }

    /// One entry of a list.
    #[must_use]
    pub fn item(mut self, text: impl Into<String>) -> Self {
        match self.blocks.last_mut() {
            Some(Block::Items(items)) => items.push(text.into()),
            _ => self.blocks.push(Block::Items(vec![text.into()])),
        }
        self
    }

    /// A paragraph; its lines stay lines.
    #[must_use]
    pub fn text(mut self, text: impl Into<String>) -> Self {
        self.blocks.push(Block::Text(text.into()));
        self
    }

    /// A remark of lesser weight.
    #[must_use]
    pub fn note(mut self, text: impl Into<String>) -> Self {
        self.blocks.push(Block::Note(text.into()));
        self
    }

    /// A table; nothing where it has no rows.
    #[must_use]
    pub fn table(mut self, heads: Vec<Head>, rows: Vec<Vec<String>>) -> Self {
        if !rows.is_empty() {
            self.blocks.push(Block::Table(heads, rows));
        }
        self
    }

    /// A box with a label: with what is known already, else empty, to be written in by hand.
    #[must_use]
    pub fn room(mut self, label: impl Into<String>, text: Option<String>) -> Self {
        self.blocks.push(Block::Room(label.into(), text));
        self
    }

    /// Places to sign, with the day.
    #[must_use]
    pub fn sign(mut self, labels: &[&str]) -> Self {
        self.blocks.push(Block::Sign(labels.iter().map(|label| (*label).to_owned()).collect()));
        self
    }

    /// Writes it.
    ///
    /// # Errors
    /// The output cannot be written.
    pub fn emit(&self, format: Format, shell: &mut Shell) -> Result<()> {
        let text = match format {
            Format::Html => html::page(self),
            Format::Md => markdown::page(self),
            _ => return shell.say(&plain::page(self)),
        };
        shell.raw(text.as_bytes())
    }
}

/// The head of a column of words.
pub fn left(title: impl Into<String>) -> Head {
    Head { title: title.into(), right: false, spare: 0, elastic: false }
}

/// The head of a column of numbers.
pub fn right(title: impl Into<String>) -> Head {
    Head { title: title.into(), right: true, spare: 0, elastic: false }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lang::{Lang, speak};

    fn paper() -> Paper {
        let seller =
            Seller { name: Some("宁波远航".to_owned()), phone: Some("+86 574".to_owned()), ..Seller::default() };
        Paper::new("报告 <1>")
            .from(&seller)
            .fact("客户", "Müller & Söhne")
            .fact("编号", "")
            .section("一、事实")
            .text("# 第一行\n1. <script>\u{202e}")
            .table(vec![left("品名"), right("金额")], vec![vec!["a|b".to_owned(), "3.50".to_owned()]])
            .item("*星*")
            .item("两行\n文字")
            .room("批示", None)
            .note("以下空白")
            .sign(&["报告人"])
    }

    #[test]
    fn text_is_told_as_it_reads() {
        speak(Lang::Zh);
        assert_eq!(
            plain::page(&paper()).render(false),
            "宁波远航\n+86 574\n\n报告 <1>\n\n客户  Müller & Söhne\n编号  —\n\n一、事实\n\n# 第一行\n1. <script><U+202E>\n\n\
             品名  金额\na|b   3.50\n\n- *星*\n- 两行\n  文字\n\n批示：\n  ____________________________________\n\n\
             以下空白\n\n报告人：________________  日期：____________\n"
        );
    }

    #[test]
    fn markdown_holds_nothing_that_it_would_obey() {
        speak(Lang::Zh);
        assert_eq!(
            markdown::page(&paper()),
            "宁波远航  \n+86 574\n\n# 报告 \\<1>\n\n- **客户**：Müller & Söhne\n- **编号**：—\n\n## 一、事实\n\n\
             \\# 第一行  \n1\\. \\<script>\\<U+202E>\n\n| 品名 | 金额 |\n| --- | ---: |\n| a\\|b | 3.50 |\n\n\
             - \\*星\\*\n- 两行  \n  文字\n\n**批示**：\n\n> \\_\\_\\_\\_\\_\\_\\_\\_\\_\\_\\_\\_\n\n以下空白\n\n\
             报告人：\\_\\_\\_\\_\\_\\_\\_\\_\\_\\_\\_\\_　日期：\\_\\_\\_\\_\\_\\_\\_\\_\n"
        );
    }

    #[test]
    fn html_holds_nothing_that_it_would_obey() {
        speak(Lang::Zh);
        let page = html::page(&paper());
        for want in [
            "<!doctype html>\n<html lang=\"zh-CN\">",
            "<title>报告 &lt;1&gt;</title>",
            "<dt>客户</dt><dd>Müller &amp; Söhne</dd>",
            "<p># 第一行<br>1. &lt;script&gt;&lt;U+202E&gt;</p>",
            "<th class=\"n\">金额</th>",
            "<td>a|b</td><td class=\"n\">3.50</td>",
            "<li>两行<br>文字</li>",
        ] {
            assert!(page.contains(want), "{want} is not in:\n{page}");
        }
        assert!(!page.contains("<script") && !page.contains("http"), "it stands alone");
    }
}
