//! The field reference: every field of a record with what it holds, in Markdown, derived from the schema.

use super::field::{Field, Is, Needed, RecordType, Shape};
use crate::lang::{Words, tr};
use crate::tr;

/// The reference of a file and of every record in it, in the language of this process.
pub fn markdown(record: &'static RecordType) -> String {
    let mut text = format!("# {}\n\n{}\n", title(record.label), intro());
    section(record, "", &mut text);
    text
}

/// The keys of an output, for scripts: what each holds, and whether it may be null.
pub fn keys(record: &'static RecordType) -> String {
    let heads =
        [tr("key", "键"), tr("name", "名称"), tr("holds", "内容"), tr("meaning", "说明"), tr("article", "条款")];
    let rows = record.own().map(|field| {
        // a list may be empty, but it is always there
        let null = field.optional && !matches!(field.shape, Shape::List(_) | Shape::Any);
        let held = if null { tr!("{} or null", "{}或 null", shape(field)) } else { shape(field) };
        let texts = [field.label.text(), &held, field.about.text(), field.article].map(str::to_owned);
        let [label, held, about, article] = texts;
        [format!("`{}`", field.key), label, held, about, article]
    });
    table(heads, rows)
}

fn intro() -> &'static str {
    tr(
        "\
Keys are English in every book. Where a path is typed, as in `kehu set`, the name in either language does as well.

| holds | written as |
|---|---|
| text | `\"Müller\"` |
| date | `2026-11-23` |
| decimal | `\"187.00\"`, a whole one also bare: `40`; a bare `187.00` is read exactly too, but lint asks for quotes |
| whole number | `30` |
| `one` of a list of words | `\"visit\"`; the Chinese word `\"拜访\"` is read as well, and lint puts the key |
| list | `[\"2.5t\", \"3t\"]` |
| table | its keys below a line `[profile]`, or `{ deposit = \"0.30\", days = 7 }` |
| records | each below its own line `[[contact]]`, or `[ { … }, { … } ]` |

Required: *always* means of every customer, and in a record wherever there is such a record; *customer* means in a stage
folder of kind `customer`. `kehu lint` tells what is missing; nothing else insists on it. Articles are those of the
credit rules that kehu follows (客户资料管理制度); where none is named the field is ours.",
        "\
无论账套用什么语言，字段名都是英文。需要输入路径的地方（如 `kehu set`），中英文名称都可以用。

| 内容 | 写法 |
|---|---|
| 文本 | `\"Müller\"` |
| 日期 | `2026-11-23` |
| 小数 | `\"187.00\"`，整数可不加引号：`40`；不加引号的 `187.00` 也按原文精确读取，但检查会提醒加引号 |
| 整数 | `30` |
| 从几个词中选`一个` | `\"visit\"`；中文词 `\"拜访\"` 也能读，检查可自动换成代码 |
| 列表 | `[\"2.5t\", \"3t\"]` |
| 一组字段 | 写在 `[profile]` 这一行下面，或写成 `{ deposit = \"0.30\", days = 7 }` |
| 多条记录 | 每条各写在一行 `[[contact]]` 下面，或写成 `[ { … }, { … } ]` |

必填：“始终”指所有客户；在记录里指有该记录时就要填。“国外客户”指 `customer` 类阶段文件夹里的客户。缺什么由 `kehu lint`
提示，其他命令不强求。条款指《客户资料管理制度》的条文；没有条款的字段是本程序自己加的。",
    )
}

fn title(label: Words) -> String {
    let (zh, en) = (label.zh, label.en);
    let mut first = en.chars();
    let en: String = first.next().into_iter().flat_map(char::to_uppercase).chain(first).collect();
    tr!("{en} ({zh})", "{zh}（{en}）")
}

fn section(record: &'static RecordType, path: &str, text: &mut String) {
    let heads = [
        tr("key", "字段"),
        tr("name", "名称"),
        tr("holds", "内容"),
        tr("meaning", "说明"),
        tr("required", "必填"),
        tr("article", "条款"),
    ];
    let rows = record.fields.iter().map(|field| {
        let needed = match field.needed {
            Needed::No => "",
            Needed::Customer => tr("customer", "国外客户"),
            Needed::Always => tr("always", "始终"),
        };
        let held = match field.record() {
            Some(_) => format!("[{}](#{})", shape(field), anchor(&heading(field, path))),
            None => shape(field),
        };
        let texts = [field.label.text(), &held, field.about.text(), needed, field.article].map(str::to_owned);
        let [label, held, about, needed, article] = texts;
        [format!("`{}`", field.key), label, held, about, needed, article]
    });
    text.push('\n');
    text.push_str(&table(heads, rows));
    for field in record.fields {
        let Some(record) = field.record() else { continue };
        let level = "#".repeat(2 + path.matches('.').count());
        text.push_str(&format!("\n{level} {}\n", heading(field, path)));
        if let Some(key) = record.keys.first() {
            let others: String = record.keys.iter().skip(1).map(|key| tr!(", its `{key}`", "、`{key}`")).collect();
            text.push_str(&tr!(
                "\nOne of several is picked by its `{key}`{others} or its place: `1`, `2`, `last`. `+` makes a new one.\n",
                "\n多条之中，用 `{key}`{others} 或序号（`1`、`2`、`last`）指定一条；`+` 新增一条。\n"
            ));
        }
        section(record, &format!("{path}{}.", field.key), text);
    }
}

/// `[[quote.items]]` and the name, as a heading.
fn heading(field: &Field, path: &str) -> String {
    let key = field.key;
    let header =
        if matches!(field.shape, Shape::List(_)) { format!("[[{path}{key}]]") } else { format!("[{path}{key}]") };
    format!("`{header}` {}", field.label.text())
}

/// The name by which GitHub and most others let one link to a heading.
fn anchor(heading: &str) -> String {
    let kept = heading.chars().filter(|c| c.is_alphanumeric() || matches!(c, ' ' | '-' | '_'));
    kept.flat_map(char::to_lowercase).map(|c| if c == ' ' { '-' } else { c }).collect()
}

fn shape(field: &Field) -> String {
    let meant = match field.is {
        Is::Phone => tr("phone number", "电话号码"),
        Is::Email => tr("e-mail address", "邮箱地址"),
        Is::Url => tr("web address", "网址"),
        Is::Currency => tr("ISO 4217 code", "ISO 4217 代码"),
        Is::Person => tr("one of our own people", "本公司人员"),
        Is::Past => tr("date, not in the future", "日期，不晚于今天"),
        Is::Positive => tr("decimal above zero", "大于零的小数"),
        Is::Share => tr("decimal from 0 to 1", "0 到 1 的小数"),
        Is::Plain => return plain(field.shape),
    };
    meant.to_owned()
}

fn plain(shape: &Shape) -> String {
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
                    if key.replace('_', " ") == word { format!("`{key}`") } else { format!("`{key}` {word}") }
                })
                .collect();
            words.join(tr(", ", "、"))
        }
        Shape::Table(_) => tr("table", "一组字段").to_owned(),
        Shape::List(Shape::Table(_)) => tr("records", "多条记录").to_owned(),
        Shape::List(item) => tr!("list of {}", "列表：{}", plain(item)),
        Shape::Any => tr("object", "对象").to_owned(),
    }
}

/// Rows under their heads; a column in which nothing stands is left out.
fn table<const N: usize>(heads: [&str; N], rows: impl Iterator<Item = [String; N]>) -> String {
    let rows: Vec<[String; N]> = rows.collect();
    let used = heads.map(str::to_owned);
    let filled: Vec<bool> =
        (0..N).map(|i| rows.iter().any(|row| row.get(i).is_some_and(|cell| !cell.is_empty()))).collect();
    let line = |cells: &[String; N]| {
        let cells: Vec<&str> =
            cells.iter().zip(&filled).filter(|(_, filled)| **filled).map(|(cell, _)| cell.as_str()).collect();
        format!("| {} |\n", cells.join(" | "))
    };
    let rule = line(&heads.map(|_| "---".to_owned()));
    rows.iter().fold(line(&used) + &rule, |text, row| text + &line(row))
}
