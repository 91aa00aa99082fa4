//! What `--fields` and `--list` print.

use super::names::Entry;
use crate::lang::{Lang, lang, tr};
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
