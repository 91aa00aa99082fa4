//! The field reference: every field of a record with what it holds, in Markdown, derived from the schema.

use super::field::{Field, Needed, RecordType, Shape};
use crate::lang::tr;
use crate::tr;

/// The reference of a record and of everything below it, in the language of this process.
pub fn markdown(record: &'static RecordType) -> String {
    let mut text = format!("# {}\n", title(record));
    let intro = tr(
        "Made by `kehu schema --format md`. Required: * of a customer that trades, ** of everybody.",
        "由 `kehu schema --format md` 生成。必填：* 国外客户，** 所有客户。",
    );
    text += &format!("\n{intro}\n");
    section(record, "", &mut text);
    text
}

fn title(record: &RecordType) -> String {
    let (label, zh, en) = (record.label.text(), record.label.zh, record.label.en);
    if zh == en { label.to_owned() } else { tr!("{en} ({zh})", "{zh}（{en}）") }
}

fn section(record: &'static RecordType, path: &str, text: &mut String) {
    text.push_str(&format!(
        "\n| {} | {} | {} | {} |\n",
        tr("key", "字段"),
        tr("label", "名称"),
        tr("holds", "内容"),
        tr("article", "条款")
    ));
    text.push_str("|---|---|---|---|\n");
    for field in record.fields {
        text.push_str(&row(field));
    }
    for field in record.fields {
        let (inner, header) = match field.shape {
            Shape::Table(inner) => (inner, format!("[{path}{}]", field.key)),
            Shape::List(Shape::Table(inner)) => (inner, format!("[[{path}{}]]", field.key)),
            _ => continue,
        };
        let level = "#".repeat(2 + path.matches('.').count());
        text.push_str(&format!("\n{level} `{header}` {}\n", field.label.text()));
        if !inner.keys.is_empty() {
            let keys: Vec<String> = inner.keys.iter().map(|key| format!("`{key}`")).collect();
            let keys = keys.join(tr(", ", "、"));
            text.push_str(&tr!("\nSelected by {keys} or by place.\n", "\n用 {keys} 或序号选定。\n"));
        }
        section(inner, &format!("{path}{}.", field.key), text);
    }
}

fn row(field: &Field) -> String {
    let needed = match field.needed {
        Needed::No => "",
        Needed::Customer => "\\*",
        Needed::Always => "\\*\\*",
    };
    let about = field.about.text();
    let holds =
        if about.is_empty() { shape(field.shape) } else { tr!("{}; {about}", "{}；{about}", shape(field.shape)) };
    format!("| `{}` | {}{needed} | {holds} | {} |\n", field.key, field.label.text(), field.article)
}

fn shape(shape: &Shape) -> String {
    match shape {
        Shape::Text => tr("text", "文本").to_owned(),
        Shape::Date => tr("date", "日期").to_owned(),
        Shape::Number => tr("decimal", "小数").to_owned(),
        Shape::Integer => tr("whole number", "整数").to_owned(),
        Shape::Bool => tr("`true` or `false`", "`true` 或 `false`").to_owned(),
        Shape::Choice(choices) => {
            let words: Vec<String> = choices
                .iter()
                .map(|choice| {
                    let (key, word) = (choice.key, choice.words.text());
                    if key == word { format!("`{key}`") } else { format!("`{key}` {word}") }
                })
                .collect();
            words.join(tr(", ", "、"))
        }
        Shape::Table(_) => tr("a table", "一组字段").to_owned(),
        Shape::List(Shape::Table(_)) => tr("records", "多条记录").to_owned(),
        Shape::List(item) => tr!("list of {}", "列表：{}", self::shape(item)),
        Shape::Any => String::new(),
    }
}
