//! What the TOML parser complains about, in words a salesperson understands, in both languages.

use super::Fault;
use crate::lang::{Words, tr};
use crate::tr;

/// The parser's own words (their beginning), and ours.
const KNOWN: &[(&str, Words)] = &[
    ("string values must be quoted", Words::new("text must stand in double quotes", "文本须加英文双引号")),
    ("duplicate key", Words::new("this key stands here for the second time", "同一字段重复出现")),
    ("key with no value", Words::new("a key without a value: `=` is missing", "字段后缺少 = 和值")),
    (
        "invalid unquoted key",
        Words::new("a key may hold only letters, digits, - and _", "字段名只能用英文字母、数字、- 和 _"),
    ),
    ("unquoted keys cannot be empty", Words::new("the name of the key is missing before `=`", "= 前缺少字段名")),
    (
        "invalid basic string",
        Words::new("the text does not end: a closing \" is missing", "文本未结束：缺少右边的英文双引号"),
    ),
    (
        "invalid literal string",
        Words::new("the text does not end: a closing ' is missing", "文本未结束：缺少右边的英文单引号"),
    ),
    ("invalid date", Words::new("there is no such day", "日期不存在")),
    ("invalid time", Words::new("there is no such time", "时间不存在")),
    ("unclosed array", Words::new("the list does not end: ] is missing", "列表未结束：缺少 ]")),
    ("unclosed inline table", Words::new("the group does not end: } is missing", "内联表未结束：缺少 }")),
    ("unclosed table", Words::new("the heading does not end: ] is missing", "表头未结束：缺少 ]")),
    (
        "unexpected leading zero",
        Words::new(
            "a number does not begin with 0; put codes in double quotes",
            "数字不能以 0 开头；编号请加英文双引号",
        ),
    ),
    (
        "missing escaped value",
        Words::new("write \\\\ for a backslash inside double quotes", "双引号内的反斜杠须写成 \\\\"),
    ),
    (
        "carriage return must be followed by newline",
        Words::new("an old Macintosh line end (CR alone)", "旧式换行符（单独的 CR）"),
    ),
    (
        "unexpected key or value",
        Words::new("one key a line: something follows the value", "一行只能有一个字段：值后面有多余内容"),
    ),
    (
        "invalid float",
        Words::new("this is not a number; text must stand in double quotes", "不是有效数字；文本须加英文双引号"),
    ),
    (
        "invalid integer",
        Words::new("this is not a number; text must stand in double quotes", "不是有效数字；文本须加英文双引号"),
    ),
];

/// The faults of a text that does not parse, conflict markers of a merge first: they are the cause of the others.
pub(super) fn faults(text: &str, errors: &[toml::de::Error]) -> Vec<Fault> {
    if let Some(fault) = conflict(text) {
        return vec![fault];
    }
    let mut faults: Vec<Fault> = errors
        .iter()
        .map(|error| Fault { span: error.span().unwrap_or(0..0), what: translate(error.message()) })
        .collect();
    faults.sort_by_key(|fault| fault.span.start);
    // one slip makes the parser complain several times on the same line; the first says it
    faults.dedup_by_key(|fault| text.get(..fault.span.start).map_or(0, |before| before.matches('\n').count()));
    faults
}

/// The first marker that a half-finished merge leaves.
pub fn conflict(text: &str) -> Option<Fault> {
    let mut start = 0;
    for line in text.split_inclusive('\n') {
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

fn translate(message: &str) -> String {
    match KNOWN.iter().find(|(theirs, _)| message.starts_with(theirs)) {
        Some((_, words)) => words.text().to_owned(),
        None => tr!("not valid TOML: {message}", "不符合 TOML 语法：{message}"),
    }
}
