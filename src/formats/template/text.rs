//! Templates that are text: Markdown, HTML, plain. What is no placeholder stays as it is, line ends and byte order mark
//! included.

use std::ops::Range;

use super::Value;
use super::mark::{Fault, Mark, What, marks, written};
use super::{Kind, LARGEST, Names, Values, large};
use crate::error::{Error, Place, Result};
use crate::formats::encoding::not_utf8;
use crate::formats::markup::escaped;
use crate::formats::package::is_package;
use crate::formats::picture::Picture;
use crate::lang::tr;
use crate::tr;

/// A text with what it asks for.
#[derive(Debug)]
pub struct Text {
    kind: Kind,
    text: String,
    /// The placeholders, in their order.
    pub marks: Vec<Mark>,
    /// What repeats for each entry of a list: its place, and the list.
    rows: Vec<(Range<usize>, String)>,
    /// Lines that hold nothing but the beginning or end of a block.
    gone: Vec<Range<usize>>,
    /// How its lines end.
    eol: &'static str,
}

/// The most placeholders of a template: each is looked for beside all others.
const PLACEHOLDERS: usize = 5_000;

impl Text {
    /// Reads a template.
    ///
    /// # Errors
    /// Everything that is wrong with it.
    pub fn read(bytes: &[u8], file: &str, kind: Kind, names: &dyn Names) -> std::result::Result<Self, Vec<Error>> {
        if is_package(bytes) {
            return Err(vec![
                Error::new(tr("the file is one of Word or Excel, not a text", "文件是 Word 或 Excel 文件，不是文本"))
                    .at(Place::file(file))
                    .next(tr(
                        "open it in Word or Excel and save it as .docx or .xlsx",
                        "请用 Word 或 Excel 打开，另存为 .docx 或 .xlsx",
                    )),
            ]);
        }
        if let Some(found) = not_utf8(bytes) {
            return Err(vec![
                Error::new(found.what()).at(Place { line: found.line, ..Place::file(file) }).next(tr(
                    "open the template in an editor and save it as UTF-8",
                    "请用编辑器打开模板，另存为 UTF-8",
                )),
            ]);
        }
        let text = String::from_utf8_lossy(bytes).into_owned();
        let (marks, mut faults) = marks(&text, names);
        if marks.len() > PLACEHOLDERS {
            return Err(vec![large(file)]);
        }
        let eol = if text.contains("\r\n") { "\r\n" } else { "\n" };
        let mut read = Self { kind, rows: Vec::new(), gone: Vec::new(), eol, marks, text };
        read.find_rows(&mut faults);
        read.find_gone();
        read.balance(&mut faults);
        if faults.is_empty() {
            return Ok(read);
        }
        faults.sort_by_key(|fault| fault.at);
        let at = |at| Place::in_text(file, &read.text, at);
        Err(faults.into_iter().map(|fault| (at(fault.at), fault)).map(|(place, fault)| fault.at_place(place)).collect())
    }

    /// What repeats: the line, in HTML the row of the table or the entry of the list.
    fn find_rows(&mut self, faults: &mut Vec<Fault>) {
        for mark in &self.marks {
            let Some(list) = mark.what.list() else { continue };
            if let Some((_, other)) = self.rows.iter().find(|(row, _)| row.contains(&mark.range.start)) {
                if other != list {
                    faults.push(two_lists(mark.range.start, other, list));
                }
                continue;
            }
            self.rows.push((self.row_around(mark.range.start), list.to_owned()));
        }
    }

    fn row_around(&self, at: usize) -> Range<usize> {
        let element = match self.kind {
            Kind::Html => ["tr", "li"].into_iter().find_map(|tag| self.element_around(tag, at)),
            _ => None,
        };
        element.unwrap_or_else(|| self.line_around(at))
    }

    fn line_around(&self, at: usize) -> Range<usize> {
        let (before, behind) = (self.text.get(..at).unwrap_or_default(), self.text.get(at..).unwrap_or_default());
        let start = before.rfind('\n').map_or(0, |at| at + 1);
        let end = behind.find('\n').map_or(self.text.len(), |more| at + more + 1);
        // a byte order mark belongs to the file, not to its first line
        let mark = if self.text.get(start..).unwrap_or_default().starts_with('\u{feff}') { 3 } else { 0 };
        start + mark..end
    }

    /// The innermost element of this name around a place, with the blanks and the line end that are its own.
    fn element_around(&self, tag: &str, at: usize) -> Option<Range<usize>> {
        let lower = self.text.to_ascii_lowercase();
        let (open, close) = (format!("<{tag}"), format!("</{tag}>"));
        let before = lower.get(..at)?;
        let is_tag = |start: &usize| {
            let next = lower.get(start + open.len()..).and_then(|rest| rest.chars().next());
            next.is_some_and(|c| c == '>' || c.is_whitespace())
        };
        let start = before.match_indices(&open).map(|(start, _)| start).filter(is_tag).last()?;
        if before.rfind(&close).is_some_and(|closed| closed > start) {
            return None;
        }
        let end = at + lower.get(at..)?.find(&close)? + close.len();
        let line = self.line_around(start);
        let blank = |range: Range<usize>| self.text.get(range).is_some_and(|text| text.trim().is_empty());
        let behind = self.line_around(end.saturating_sub(1)).end;
        Some(if blank(line.start..start) && blank(end..behind) { line.start..behind } else { start..end })
    }

    fn find_gone(&mut self) {
        for mark in &self.marks {
            if matches!(mark.what, What::Value(..)) {
                continue;
            }
            let line = self.line_around(mark.range.start);
            if self.gone.last() == Some(&line) {
                continue;
            }
            let mut at = line.start;
            let mut alone = true;
            for other in self.marks.iter().filter(|other| line.contains(&other.range.start)) {
                alone &= !matches!(other.what, What::Value(..));
                alone &= self.text.get(at..other.range.start).is_some_and(|text| text.trim().is_empty());
                at = other.range.end;
            }
            if alone && self.text.get(at..line.end).is_some_and(|text| text.trim().is_empty()) {
                self.gone.push(line);
            }
        }
    }

    /// Whether every block ends, in its order, and in the row in which it begins.
    fn balance(&self, faults: &mut Vec<Fault>) {
        let row = |mark: &Mark| self.rows.iter().position(|(row, _)| row.contains(&mark.range.start));
        let mut open: Vec<(&Mark, &str, Option<usize>)> = Vec::new();
        for mark in &self.marks {
            match &mark.what {
                What::Open { said, .. } => open.push((mark, said, row(mark))),
                What::Close(name, said) => match open.pop() {
                    Some((begun, _, place)) if place == row(mark) && closes(name.as_ref(), &begun.what) => {}
                    _ => faults.push(closes_nothing(mark.range.start, said)),
                },
                What::Value(..) => {}
            }
        }
        faults.extend(open.into_iter().map(|(mark, said, _)| not_closed(mark.range.start, said)));
    }

    /// The text with its values.
    ///
    /// # Errors
    /// It would be larger than is reasonable.
    pub fn fill(&self, values: &dyn Values, file: &str) -> Result<Vec<u8>> {
        let mut out = Filling { of: self, values, out: String::with_capacity(self.text.len()), open: Vec::new() };
        let mut at = 0;
        for (range, list) in &self.rows {
            out.put(at..range.start, None);
            let count = if out.is_open() { values.rows(list) } else { 0 };
            for row in 0..count {
                out.put(range.clone(), Some(row));
                if out.out.len() > LARGEST {
                    return Err(large(file));
                }
            }
            at = range.end;
        }
        out.put(at..self.text.len(), None);
        if out.out.len() > LARGEST { Err(large(file)) } else { Ok(out.out.into_bytes()) }
    }

    fn escaped(&self, value: &str, at: usize) -> String {
        let clean: String = value.chars().filter(|c| matches!(c, '\n' | '\t') || !super::unseen(*c)).collect();
        let eol = self.eol;
        match self.kind {
            Kind::Html => html(&clean),
            Kind::Markdown => {
                let line = self.text.get(self.line_around(at)).unwrap_or_default();
                let broken = if line.trim_start().starts_with('|') { "<br>".to_owned() } else { format!("  {eol}") };
                markdown(&clean).replace('\n', &broken)
            }
            _ => clean.replace('\n', eol),
        }
    }
}

/// How large a picture stands in HTML: about 2.2 cm.
const PIXELS: u64 = 84;

/// A text in the making.
struct Filling<'a> {
    of: &'a Text,
    values: &'a dyn Values,
    out: String,
    /// Whether each block around is kept.
    open: Vec<bool>,
}

impl Filling<'_> {
    fn is_open(&self) -> bool {
        self.open.iter().all(|kept| *kept)
    }

    fn put(&mut self, range: Range<usize>, row: Option<usize>) {
        let of = self.of;
        let mut at = range.start;
        for mark in of.marks.iter().filter(|mark| range.contains(&mark.range.start)) {
            self.plain(at..mark.range.start);
            at = mark.range.end;
            match &mark.what {
                What::Value(name, styles) if self.is_open() => {
                    let value = self.values.value(name, row);
                    if let (Kind::Html, Value::Picture(picture)) = (of.kind, &value) {
                        self.out.push_str(&image(picture));
                    }
                    self.out.push_str(&of.escaped(&written(&value, name.lang, styles), mark.range.start));
                }
                What::Value(..) => {}
                What::Open { name, none, .. } => {
                    let kept = super::holds(self.values, name, row) != *none;
                    self.open.push(kept);
                }
                What::Close(..) => drop(self.open.pop()),
            }
        }
        self.plain(at..range.end);
    }

    /// What stands between placeholders, but for lines that are only there for a block.
    fn plain(&mut self, range: Range<usize>) {
        if !self.is_open() {
            return;
        }
        let mut at = range.start;
        for gone in self.of.gone.iter().filter(|gone| gone.start < range.end && range.start < gone.end) {
            self.out.push_str(self.of.text.get(at..gone.start.max(at)).unwrap_or_default());
            at = gone.end.min(range.end);
        }
        self.out.push_str(self.of.text.get(at..range.end).unwrap_or_default());
    }
}

/// Whether an end belongs to a beginning.
pub fn closes(name: Option<&super::Name>, begun: &What) -> bool {
    match (name, begun) {
        (None, _) => true,
        (Some(end), What::Open { name, .. }) => (&end.group, &end.key) == (&name.group, &name.key),
        _ => false,
    }
}

/// An end without a beginning.
pub fn closes_nothing(at: usize, said: &str) -> Fault {
    Fault {
        at,
        what: tr!("{{{{/{said}}}}} ends no block that begins before it", "{{{{/{said}}}}} 前面没有对应的开头"),
        next: match said {
            "" => tr!(
                "begin it with {{{{#name}}}} in the same row or text, or delete the end",
                "请在同一行或同一段落区域内以 {{{{#名称}}}} 开头，或删去此处"
            ),
            said => tr!(
                "begin it with {{{{#{said}}}}} in the same row or text, or delete the end",
                "请在同一行或同一段落区域内以 {{{{#{said}}}}} 开头，或删去此处"
            ),
        },
    }
}

/// A beginning without an end.
pub fn not_closed(at: usize, said: &str) -> Fault {
    Fault {
        at,
        what: tr!("{{{{#{said}}}}} begins a block that does not end", "{{{{#{said}}}}} 没有结尾"),
        next: tr!(
            "end it with {{{{/{said}}}}} in the same row or text",
            "请在同一行或同一段落区域内以 {{{{/{said}}}}} 结尾"
        ),
    }
}

/// A row that would have to repeat for two lists.
pub fn two_lists(at: usize, one: &str, other: &str) -> Fault {
    Fault {
        at,
        what: tr!("a row names two lists, {one} and {other}", "同一行用了两个列表：{one} 和 {other}"),
        next: tr("put each into a row of its own", "请各放一行").to_owned(),
    }
}

/// A picture as HTML shows it, whole in the file.
fn image(picture: &Picture) -> String {
    let (width, height) = picture.within(PIXELS);
    format!("<img src=\"{}\" width=\"{width}\" height=\"{height}\" alt=\"\">", picture.address())
}

fn html(text: &str) -> String {
    escaped(text).replace('\'', "&#39;").replace('\n', "<br>")
}

/// Nothing in a value is obeyed by Markdown.
fn markdown(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for (at, c) in text.char_indices() {
        let first = at == 0 && matches!(c, '#' | '+' | '-' | '=' | '~');
        // what is a number or a phone stays one
        let sign =
            first && text.get(at + c.len_utf8()..).is_none_or(|rest| rest.starts_with([' ', '#', '-', '=', '~']));
        if sign || matches!(c, '|' | '\\' | '`' | '*' | '_' | '<' | '>' | '[' | ']') {
            out.push('\\');
        }
        out.push(c);
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::formats::template::tests::Sample;

    fn filled(text: &str, kind: Kind) -> String {
        let sample = Sample::default();
        let read = Text::read(text.as_bytes(), "t", kind, &sample).unwrap();
        String::from_utf8(read.fill(&sample, "t").unwrap()).unwrap()
    }

    #[test]
    fn values_rows_and_blocks() {
        for (text, want) in [
            ("", ""),
            ("\u{feff}a\r\nb\r\n", "\u{feff}a\r\nb\r\n"),
            ("总计 {{order.currency}} {{order.total}}!", "总计 USD 7,030.00!"),
            ("a\n{{lines.no}} {{lines.product}}\nb\n", "a\n1 叉车\n2 =cmd()\nb\n"),
            ("\u{feff}{{lines.no}}\r\n", "\u{feff}1\r\n2\r\n"),
            ("a{{lines.no}}", "a1a2"),
            ("x\n{{none.no}}\ny\n", "x\ny\n"),
            ("a\n{{#order.total}}\nb\n{{/order.total}}\nc\n", "a\nb\nc\n"),
            ("a\n{{#order.note}}\nb\n{{/}}\nc\n", "a\nc\n"),
            ("a\n{{^order.note}}\nb\n{{/}}\nc\n", "a\nb\nc\n"),
            ("a {{#order.note}}b {{/}}c", "a c"),
            ("{{#order.note}}\n{{lines.no}}\n{{/}}\nx", "x"),
            ("{{#lines}}\n{{lines.no}}\n{{/lines}}\n", "1\n2\n"),
            ("{{lines.no}}{{#lines.discount}} -{{lines.discount}}{{/}}\n", "1\n2 -5%\n"),
            ("{{order.note}}", ""),
        ] {
            assert_eq!(filled(text, Kind::Plain), want, "{text}");
        }
    }

    #[test]
    fn each_kind_keeps_values_harmless() {
        let text = "{{customer.name}}";
        assert_eq!(filled(text, Kind::Plain), "<b>*A* & \"B\"\nC|");
        assert_eq!(filled(text, Kind::Html), "&lt;b&gt;*A* &amp; &quot;B&quot;<br>C|");
        assert_eq!(filled(text, Kind::Markdown), "\\<b\\>\\*A\\* & \"B\"  \nC\\|");
        assert_eq!(filled("| {{customer.name}} |", Kind::Markdown), "| \\<b\\>\\*A\\* & \"B\"<br>C\\| |");
        for (text, want) in [("-5", "-5"), ("- a", "\\- a"), ("# a", "\\# a"), ("+49 711", "+49 711"), ("---", "\\---")]
        {
            assert_eq!(markdown(text), want);
        }
    }

    #[test]
    fn rows_of_html_tables_repeat() {
        let text =
            "<table>\n  <tr><th>n</th></tr>\n  <TR class=\"x\">\n    <td>{{lines.no}}</td>\n  </TR>\n</table><track>";
        let row = |no| format!("  <TR class=\"x\">\n    <td>{no}</td>\n  </TR>\n");
        let want = format!("<table>\n  <tr><th>n</th></tr>\n{}{}</table><track>", row(1), row(2));
        assert_eq!(filled(text, Kind::Html), want);
        assert_eq!(filled("<ul><li>{{lines.no}}</li></ul>", Kind::Html), "<ul><li>1</li><li>2</li></ul>");
    }

    #[test]
    fn what_is_no_template_is_refused_before_it_takes_hours() {
        let sample = Sample::default();
        let errors = |text: &str| Text::read(text.as_bytes(), "t", Kind::Plain, &sample).unwrap_err();
        let many = "{{order.total}}".repeat(PLACEHOLDERS + 1);
        assert_eq!(errors(&many).iter().map(|error| error.what.as_str()).collect::<Vec<_>>(), ["生成的文件会过大"]);
        assert_eq!(errors(&"{{x}}\n".repeat(100_000)).len(), 100);
        assert_eq!(filled(&"{{order.total}}".repeat(PLACEHOLDERS), Kind::Plain).len(), 8 * PLACEHOLDERS);
    }

    #[test]
    fn everything_wrong_is_told_with_its_place() {
        for (text, want) in [
            ("a\n {{x}} {{y}}", &["t:2:2: 没有占位符 {{x}}", "t:2:8: 没有占位符 {{y}}"][..]),
            ("{{#order.total}}", &["t:1:1: {{#order.total}} 没有结尾"]),
            ("{{/order.total}}", &["t:1:1: {{/order.total}} 前面没有对应的开头"]),
            ("{{#order.total}}{{/order.note}}", &["t:1:17: {{/order.note}} 前面没有对应的开头"]),
            ("{{#order.total}}\n{{lines.no}}{{/}}\n", &["t:2:13: {{/}} 前面没有对应的开头"]),
            ("{{lines.no}}{{none.no}}", &["t:1:13: 同一行用了两个列表：lines 和 none"]),
        ] {
            let errors = Text::read(text.as_bytes(), "t", Kind::Plain, &Sample::default()).unwrap_err();
            let told: Vec<String> = errors.iter().map(ToString::to_string).collect();
            assert_eq!(told, want, "{text}");
        }
        let gbk = Text::read(b"\n\xC4\xC2\xC0\xD5", "t", Kind::Plain, &Sample::default()).unwrap_err();
        assert_eq!(gbk[0].to_string(), "t:2: 文件不是 UTF-8 编码，看来是 GBK");
    }
}
