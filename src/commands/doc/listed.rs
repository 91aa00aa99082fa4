//! What `--fields` and `--list` print.

use super::groups::GROUPS;
use super::names::Entry;
use crate::formats::template::Name;
use crate::lang::{Lang, Words, lang, tr};
use crate::row;
use crate::views::table::Shown;
use crate::views::{Column, Style};

row! {
    /// A name that a template may use.
    pub struct FieldRow("placeholder", "占位符") {
        name: String = "name" "英文名";
        name_zh: String = "Chinese name" "中文名";
        list: bool = "list" "列表", about("Its row repeats for each entry", "所在行按条目重复");
        label: String = "label" "含义";
        about: String = "about" "说明";
        example: String = "example" "示例";
        example_zh: String = "Chinese example" "中文示例";
    }
}

impl FieldRow {
    /// From what is known of a name.
    pub fn new(entry: &Entry) -> Self {
        Self {
            name: entry.path(Lang::En),
            name_zh: entry.path(Lang::Zh),
            list: entry.group.list,
            label: entry.label.text().to_owned(),
            about: entry.about.text().to_owned(),
            example: entry.example.en.to_owned(),
            example_zh: entry.example.zh.to_owned(),
        }
    }
}

row! {
    /// A template there is.
    pub struct TemplateRow("template", "模板") {
        template: String = "template" "模板", about("Within the book", "账套内路径");
        about: Vec<String> = "about" "内容", about("English names of what it names", "所用占位符的英文类别");
        names: usize = "placeholders" "占位符数";
    }
}

impl TemplateRow {
    /// From the names that a template uses.
    pub fn new(template: &str, names: &[Name]) -> Self {
        let mut about: Vec<String> = Vec::new();
        for group in GROUPS.iter().filter(|group| !BESIDE.contains(&group.en)) {
            if names.iter().any(|name| name.group == group.en) {
                about.push(group.en.to_owned());
            }
        }
        Self { template: template.to_owned(), about, names: names.len() }
    }
}

/// What nearly every paper names.
const BESIDE: &[&str] = &["today", "seller", "me"];

row! {
    /// A paper that was made.
    pub struct PaperRow("paper", "单证") {
        path: String = "path" "文件", about("Within the book, where it is inside", "在账套内时为账套内路径");
        template: String = "template" "模板";
        customer: Option<String> = "customer" "客户";
        quote: Option<String> = "quote" "报价单号";
        order: Option<String> = "order" "订单号";
        shipment: Option<usize> = "shipment" "批次", about("From 1", "从 1 起");
        empty: Vec<String> = "left empty" "留空", about("Placeholders of which nothing is known", "没有资料的占位符");
        written: bool = "written" "已写入", about("No in a dry run", "预演时为否");
    }
}

/// The columns of `--list`.
pub fn template_columns() -> Vec<Column<TemplateRow>> {
    let column =
        |title, right, elastic, show: fn(&TemplateRow) -> Shown| Column { title, right, spare: 0, elastic, show };
    vec![
        column(tr("template", "模板"), false, true, |row| row.template.as_str().into()),
        column(tr("about", "内容"), false, true, |row| {
            let words = |group: &String| {
                let known = GROUPS.iter().find(|known| known.en == group);
                known.map(|known| Words::new(known.en, known.zh).text()).unwrap_or_default()
            };
            row.about.iter().map(words).collect::<Vec<_>>().join(tr(", ", "、")).into()
        }),
        column(tr("placeholders", "占位符数"), true, false, |row| row.names.to_string().into()),
    ]
}

/// The columns of `--fields`.
pub fn field_columns() -> Vec<Column<FieldRow>> {
    let column =
        |title, spare, elastic, show: fn(&FieldRow) -> Shown| Column { title, right: false, spare, elastic, show };
    vec![
        column(tr("English", "英文名"), 0, false, |row| format!("{{{{{}}}}}", row.name).into()),
        column(tr("Chinese", "中文名"), 0, false, |row| format!("{{{{{}}}}}", row.name_zh).into()),
        column(tr("what it is", "含义"), 1, true, |row| match row.about.as_str() {
            "" => row.label.as_str().into(),
            about => about.into(),
        }),
        column(tr("example", "示例"), 2, true, |row| {
            let text = match lang() {
                Lang::En => row.example.clone(),
                Lang::Zh => row.example_zh.clone(),
            };
            Shown { text, style: Style::Faint }
        }),
    ]
}
