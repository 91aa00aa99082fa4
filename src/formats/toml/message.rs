//! What the TOML parser complains about, in words a salesperson understands, in both languages.

use std::ops::Range;

use toml::de::{DeTable, DeValue};

use super::{Fault, Spanned};
use crate::lang::{Words, tr};
use crate::tr;

/// The parser's own words (their beginnings, the longer before the shorter), and ours.
const KNOWN: &[(&[&str], Words)] = &[
    (
        &["string values must be quoted", "missing opening quote", "invalid boolean"],
        Words::new("text must stand in double quotes", "文本须加英文双引号"),
    ),
    (&["duplicate key"], Words::new("this key stands here for the second time", "同一字段重复出现")),
    (
        &["cannot extend value"],
        Words::new(
            "this key holds a value already, so no group of fields can stand here",
            "该字段已有值，不能再作为一组字段",
        ),
    ),
    (&["key with no value"], Words::new("a key without a value: `=` is missing", "字段后缺少 = 和值")),
    (&["missing assignment"], Words::new("a key without a value: `=` is missing", "字段后缺少 = 和值")),
    (&["extra `=`", "extra assignment", "unexpected `=`"], Words::new("one `=` too many", "多余的 =")),
    (
        &["invalid unquoted key", "invalid key", "keys cannot be multi-line"],
        Words::new("a key may hold only letters, digits, - and _", "字段名只能用英文字母、数字、- 和 _"),
    ),
    (
        &["unquoted keys cannot be empty", "missing key", "missing value for key"],
        Words::new("the name of the key is missing", "缺少字段名"),
    ),
    (&["missing value"], NO_VALUE),
    (
        &[
            "invalid basic string, expected non",
            "invalid literal string, expected non",
            "invalid multi-line literal string, expected non",
            "invalid multi-line basic string, expected `\\`",
        ],
        Words::new("the text holds a control character", "文本中有控制字符"),
    ),
    (
        &["invalid basic string", "invalid multi-line basic string"],
        Words::new("the text does not end: a closing \" is missing", "文本未结束：缺少右边的英文双引号"),
    ),
    (
        &["invalid literal string", "invalid multi-line literal string"],
        Words::new("the text does not end: a closing ' is missing", "文本未结束：缺少右边的英文单引号"),
    ),
    (
        &["invalid date, expected day between", "invalid date, expected month between"],
        Words::new("there is no such day", "日期不存在"),
    ),
    (&["invalid time"], Words::new("there is no such time", "时间不存在")),
    (
        &["invalid date", "invalid offset"],
        Words::new(
            "not a day such as 2026-11-23; text must stand in double quotes",
            "不是日期（应如 2026-11-23）；文本须加英文双引号",
        ),
    ),
    (
        &["unclosed array table", "unclosed table", "invalid table", "missing table open"],
        Words::new(
            "a heading stands alone on its line, as [profile] or [[contact]]",
            "表头须独占一行，如 [profile] 或 [[contact]]",
        ),
    ),
    (&["unclosed array"], Words::new("the list does not end: ] is missing", "列表未结束：缺少 ]")),
    (&["missing array opening"], Words::new("the list does not begin: [ is missing", "列表缺少左边的 [")),
    (&["unclosed inline table"], Words::new("the group does not end: } is missing", "字段组未结束：缺少 }")),
    (&["missing inline table opening"], Words::new("the group does not begin: { is missing", "字段组缺少左边的 {")),
    (&["missing comma"], Words::new("a comma is missing", "缺少英文逗号")),
    (&["extra comma"], Words::new("one comma too many", "多余的逗号")),
    (&["invalid inline table element"], NO_PAIR),
    (
        &["unexpected leading zero"],
        Words::new(
            "a number does not begin with 0; put codes in double quotes",
            "数字不能以 0 开头；编号请加英文双引号",
        ),
    ),
    (
        &[
            "invalid integer",
            "invalid float",
            "invalid mantissa",
            "invalid fraction",
            "invalid exponent",
            "invalid hexadecimal number",
            "invalid octal number",
            "invalid binary number",
            "integers with a radix",
            "radix must be",
            "redundant",
            "unexpected sign",
            "`_` may only go between digits",
        ],
        NOT_A_NUMBER,
    ),
    (
        &["missing escaped value", "too few unicode value digits", "invalid value"],
        Words::new("write \\\\ for a backslash inside double quotes", "双引号内的反斜杠须写成 \\\\"),
    ),
    (
        &["carriage return must be followed by newline"],
        Words::new("an old Macintosh line end (CR alone)", "旧式换行符（单独的 CR）"),
    ),
    (
        &["invalid comment character", "unexpected content between comment and newline"],
        Words::new("the comment holds a control character", "注释中有控制字符"),
    ),
    (
        &["unexpected key or value", "unexpected content", "invalid key-value pair"],
        Words::new("one key a line: something follows the value", "一行只能有一个字段：值后面有多余内容"),
    ),
    (
        &["cannot recurse further", "recursion limit"],
        Words::new("too many groups or lists inside one another", "嵌套层数过多"),
    ),
];

const NO_VALUE: Words = Words::new("the value is missing", "缺少值");

const NO_PAIR: Words = Words::new("between { and } stands key = value", "{ } 内应为 字段 = 值");

const NOT_A_NUMBER: Words =
    Words::new("this is not a number; text must stand in double quotes", "不是有效数字；文本须加英文双引号");

/// More faults than anybody mends one by one; junk of megabytes has millions.
const MOST_FAULTS: usize = 100;

/// The faults of a text that does not parse, conflict markers of a merge first: they are the cause of the others.
pub(super) fn faults(text: &str, errors: &[toml::de::Error]) -> Vec<Fault> {
    if let Some(fault) = conflict(text) {
        return vec![fault];
    }
    // a place inside a character is that of the character
    let whole = |at: usize| (0..=at.min(text.len())).rev().find(|at| text.is_char_boundary(*at)).unwrap_or_default();
    let place = |error: &toml::de::Error| error.span().map_or(0..0, |span| whole(span.start)..whole(span.end));
    let mut places: Vec<_> = errors.iter().map(|error| (place(error), error.message())).collect();
    places.sort_by_key(|(span, _)| span.start);
    // one slip makes the parser complain several times on the same line; the first says it
    let mut line_end = None;
    places.retain(|(span, _)| {
        let again = line_end.is_some_and(|end| span.start <= end);
        if !again {
            line_end = text.get(span.start..).map(|rest| span.start + rest.find('\n').unwrap_or(rest.len()));
        }
        !again
    });
    places.truncate(MOST_FAULTS);
    let fault = |(span, message): (Range<usize>, &str)| Fault { what: told(text, &span, message), span };
    places.into_iter().map(fault).collect()
}

/// A complaint in our words.
fn told(text: &str, span: &Range<usize>, message: &str) -> String {
    // where a value is missing the parser takes the nothing that is there for a text without quotes
    let nothing = span.is_empty() && message.starts_with("string values must be quoted");
    let behind = text.get(span.start..).and_then(|rest| rest.chars().next());
    let no_pair = message.starts_with("invalid literal string") && matches!(behind, Some('}' | ','));
    let known = KNOWN.iter().find(|(theirs, _)| theirs.iter().any(|theirs| message.starts_with(theirs)));
    match known {
        _ if nothing => NO_VALUE.text().to_owned(),
        _ if no_pair => NO_PAIR.text().to_owned(),
        Some((_, words)) => words.text().to_owned(),
        None => tr!("not valid TOML: {message}", "不符合 TOML 语法：{message}"),
    }
}

/// Numbers that the parser lets through although they are none (`1_2x`, `0x`).
pub(super) fn malformed(table: &DeTable<'_>, faults: &mut Vec<Fault>) {
    table.iter().for_each(|(_, value)| malformed_value(value, faults));
    faults.sort_by_key(|fault| fault.span.start);
}

fn malformed_value(value: &Spanned<DeValue<'_>>, faults: &mut Vec<Fault>) {
    let good = match value.get_ref() {
        DeValue::Integer(number) => {
            let digits = number.as_str().trim_start_matches(['+', '-']);
            !digits.is_empty() && digits.chars().all(|c| c.is_digit(number.radix()))
        }
        DeValue::Float(number) => number.as_str().is_ascii(),
        DeValue::Table(table) => return malformed(table, faults),
        DeValue::Array(list) => return list.iter().for_each(|item| malformed_value(item, faults)),
        _ => true,
    };
    if !good {
        faults.push(Fault { span: value.span(), what: NOT_A_NUMBER.text().to_owned() });
    }
}

/// The first marker that a half-finished merge leaves.
pub fn conflict(text: &str) -> Option<Fault> {
    let mut start = text.len() - text.trim_start_matches('\u{feff}').len();
    for line in text.get(start..).unwrap_or_default().split_inclusive('\n') {
        if line.starts_with("<<<<<<< ") || line.starts_with(">>>>>>> ") {
            let what = tr(
                "a merge was left half done here: keep one side, delete the marker lines",
                "git 合并未完成：请保留一方并删除标记行",
            );
            return Some(Fault { span: start..start + 7, what: what.to_owned() });
        }
        start += line.len();
    }
    None
}
