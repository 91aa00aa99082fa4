//! Cards as people might write them: any fields of the schema, in any order, form and notation.

use std::collections::HashSet;

use kehu::formats::toml::Step;
use kehu::model::Card;
use kehu::model::field::{Field, Record, RecordType, Shape};

/// Decisions, read from bytes, so that proptest shrinks them: fewer and smaller bytes make a plainer card.
pub struct Dice<'b>(pub std::slice::Iter<'b, u8>);

impl Dice<'_> {
    /// A number below `sides`; 0 once the bytes are used up.
    pub fn roll(&mut self, sides: usize) -> usize {
        usize::from(*self.0.next().unwrap_or(&0)) % sides.max(1)
    }

    pub fn one_in(&mut self, sides: usize) -> bool {
        self.roll(sides) == sides - 1
    }

    pub fn pick<'s, T>(&mut self, list: &'s [T]) -> &'s T {
        &list[self.roll(list.len())]
    }

    fn shuffle<T>(&mut self, list: &mut [T]) {
        for i in (1..list.len()).rev() {
            list.swap(i, i - self.roll(i + 1));
        }
    }
}

pub const TEXTS: &[&str] = &[
    "A",
    "",
    "穆勒机械",
    "a # b",
    "say \"hi\"",
    "it's",
    "[x]",
    "]]",
    "{ y = 1 }",
    "a, b,",
    "= =",
    "tab\t",
    "back\\slash",
    "'''",
    "\"\"\"",
    "\u{feff}",
    "🏭 é",
    "\u{85}\u{2028}",
    "two\nlines",
    "one\n# two\n[[order]]\n name = 3\n",
];

/// A generated card and what is known of it beforehand.
#[derive(Default)]
pub struct Made {
    pub text: String,
    /// Every comment, each different from the others.
    pub comments: Vec<String>,
    /// What is made of headers or dotted keys, or has a comment inside: cannot be replaced or removed as a whole.
    pub fixed: HashSet<Vec<Step>>,
    /// Lists of `[[records]]`.
    pub headed: HashSet<Vec<Step>>,
}

pub struct Maker<'d, 'b> {
    pub dice: &'d mut Dice<'b>,
    pub made: Made,
    eol: &'static str,
}

pub fn make(dice: &mut Dice<'_>) -> Made {
    let eol = if dice.one_in(3) { "\r\n" } else { "\n" };
    let bom = dice.one_in(4);
    let mut maker = Maker { dice, made: Made::default(), eol };
    let mut text = maker.card();
    if maker.dice.one_in(4) {
        text.truncate(text.trim_end_matches(['\r', '\n']).len());
    }
    let text = if bom { format!("\u{feff}{text}") } else { text };
    let mut made = maker.made;
    made.comments.sort_by_key(|comment| text.find(comment));
    Made { text, ..made }
}

impl Maker<'_, '_> {
    fn card(&mut self) -> String {
        let mut blocks = Vec::new();
        let mut text = self.body(Card::TYPE, &mut Vec::new(), "", "", &mut blocks);
        self.dice.shuffle(&mut blocks);
        let mut counts = std::collections::HashMap::new();
        for field in blocks {
            let path = vec![Step::from(field.key)];
            text += &match field.shape {
                Shape::List(_) => {
                    let count = counts.entry(field.key).or_insert(0);
                    *count += 1;
                    self.headed_record(field, path, *count - 1)
                }
                _ => self.headed_table(field, path),
            };
        }
        if self.dice.one_in(8) {
            // a table that only a header below it implies
            self.made.fixed.extend([vec![Step::from("x-other")], vec![Step::from("x-other"), Step::from("sub")]]);
            text += &format!("[x-other.sub]{}k = 1{}", self.eol, self.eol);
        }
        text + &self.trivia("")
    }

    /// The lines of a table in random order; what is to stand under headers is put into `headed` instead, records several times.
    fn body(
        &mut self,
        record: &'static RecordType,
        path: &mut Vec<Step>,
        indent: &str,
        prefix: &str,
        headed: &mut Vec<&'static Field>,
    ) -> String {
        let mut lines = Vec::new();
        let few = record.fields.len() > 12;
        for field in record.fields {
            if self.dice.roll(if few { 6 } else { 3 }) != 1 {
                continue;
            }
            let may_head = prefix.is_empty();
            path.push(Step::from(field.key));
            match field.shape {
                Shape::Table(_) if may_head && self.dice.one_in(2) => headed.push(field),
                Shape::Table(inner) if self.dice.one_in(2) => {
                    self.made.fixed.insert(path.clone());
                    let inner_prefix = format!("{prefix}{}{}", self.key(field.key), self.dice.pick(&[".", ".", " . "]));
                    let before = lines.len();
                    lines.extend(self.lines_of(inner, path, indent, &inner_prefix));
                    if lines.len() == before {
                        self.made.fixed.remove(path);
                    }
                }
                Shape::List(Shape::Table(_)) if may_head && self.dice.one_in(2) => {
                    headed.extend(std::iter::repeat_n(field, 1 + self.dice.roll(3)));
                }
                shape => {
                    let value = if self.dice.one_in(30) { "7".to_owned() } else { self.value(shape, path) };
                    lines.push(self.line(indent, prefix, field.key, &value));
                }
            }
            path.pop();
        }
        if self.dice.one_in(8) {
            lines.push(self.line(indent, prefix, "x-unknown", "[[1], [2, 3]]"));
        }
        self.dice.shuffle(&mut lines);
        lines.concat()
    }

    fn lines_of(
        &mut self,
        record: &'static RecordType,
        path: &mut Vec<Step>,
        indent: &str,
        prefix: &str,
    ) -> Vec<String> {
        let mut none = Vec::new();
        let lines = self.body(record, path, indent, prefix, &mut none);
        if lines.is_empty() { Vec::new() } else { vec![lines] }
    }

    fn headed_table(&mut self, field: &'static Field, mut path: Vec<Step>) -> String {
        let Shape::Table(record) = field.shape else { return String::new() };
        self.made.fixed.insert(path.clone());
        let (header, indent) = self.header(&path, "[", "]");
        let mut headed = Vec::new();
        let body = self.body(record, &mut path, &indent, "", &mut headed);
        header + &body + &self.under(&path, headed)
    }

    fn headed_record(&mut self, field: &'static Field, mut path: Vec<Step>, index: usize) -> String {
        let Shape::List(Shape::Table(record)) = field.shape else { return String::new() };
        self.made.fixed.insert(path.clone());
        self.made.headed.insert(path.clone());
        let (header, indent) = self.header(&path, "[[", "]]");
        path.push(Step::from(index));
        self.made.fixed.insert(path.clone());
        let mut headed = Vec::new();
        let body = self.body(record, &mut path, &indent, "", &mut headed);
        header + &body + &self.under(&path, headed)
    }

    /// What stands under headers of its own inside a table.
    fn under(&mut self, path: &[Step], headed: Vec<&'static Field>) -> String {
        let mut text = String::new();
        let mut last = ("", 0);
        for field in headed {
            last = if last.0 == field.key { (field.key, last.1 + 1) } else { (field.key, 0) };
            let path = [path, &[Step::from(field.key)]].concat();
            text += &match field.shape {
                Shape::List(_) => self.headed_record(field, path, last.1),
                _ => self.headed_table(field, path),
            };
        }
        text
    }

    fn header(&mut self, path: &[Step], open: &str, close: &str) -> (String, String) {
        let indent = (*self.dice.pick(&["", "", "", "  ", "\t"])).to_owned();
        let mut keys = Vec::new();
        for step in path {
            if let Step::Key(key) = step {
                keys.push(self.key(key));
            }
        }
        let dot = self.dice.pick(&[".", ".", " . "]);
        let space = self.dice.pick(&["", "", " "]);
        let trivia = self.trivia(&indent);
        let behind = self.behind();
        (format!("{trivia}{indent}{open}{space}{}{space}{close}{behind}{}", keys.join(dot), self.eol), indent)
    }

    fn line(&mut self, indent: &str, prefix: &str, key: &str, value: &str) -> String {
        let trivia = self.trivia(indent);
        let key = self.key(key);
        let equals = self.dice.pick(&[" = ", " = ", "=", "  =\t"]);
        let behind = self.behind();
        format!("{trivia}{indent}{prefix}{key}{equals}{value}{behind}{}", self.eol)
    }

    fn key(&mut self, key: &str) -> String {
        match self.dice.roll(8) {
            6 => format!("\"{key}\""),
            7 => format!("'{key}'"),
            _ => key.to_owned(),
        }
    }

    /// Blank and comment lines.
    fn trivia(&mut self, indent: &str) -> String {
        let mut text = String::new();
        while self.dice.one_in(4) {
            text += &match self.dice.roll(3) {
                0 => String::new(),
                1 => (*self.dice.pick(&[" ", "\t"])).to_owned(),
                _ => format!("{indent}{}", self.comment()),
            };
            text += self.eol;
        }
        text
    }

    fn behind(&mut self) -> String {
        match self.dice.roll(6) {
            4 => "  ".to_owned(),
            5 => format!("{}{}", self.dice.pick(&["  ", "", "\t"]), self.comment()),
            _ => String::new(),
        }
    }

    fn comment(&mut self) -> String {
        let words = self.dice.pick(&["", " 备注", " name = \"x\"", " [[order]]", " ''' \"\"\" ]", " a, b }", " # #"]);
        let comment = format!("#{words} ⟨{}⟩", self.made.comments.len());
        self.made.comments.push(comment.clone());
        comment
    }

    fn value(&mut self, shape: &Shape, path: &mut Vec<Step>) -> String {
        match shape {
            Shape::Table(record) => self.braces(record, path),
            Shape::List(item) => self.list(item, path),
            _ => self.scalar(shape),
        }
    }

    fn scalar(&mut self, shape: &Shape) -> String {
        let pick = |dice: &mut Dice<'_>, list: &[&str]| (*dice.pick(list)).to_owned();
        match shape {
            Shape::Date => pick(self.dice, &["2026-11-23", "\"2026-11-23\"", "'2026-1-2'"]),
            Shape::Number => pick(self.dice, &["\"187.00\"", "40", "1_234.50", "-0.5e3", "'1'"]),
            Shape::Integer => pick(self.dice, &["30", "0x1F", "1_000"]),
            Shape::Bool => pick(self.dice, &["true", "false"]),
            Shape::Choice(choices) => format!("\"{}\"", self.dice.pick(choices).key),
            _ => self.text(),
        }
    }

    /// A text in one of the four notations, where that can hold it.
    fn text(&mut self) -> String {
        let text = *self.dice.pick(TEXTS);
        let broken = text.replace('\n', self.eol);
        let escaped = text.replace('\\', "\\\\").replace('"', "\\\"");
        match self.dice.roll(5) {
            1 if !text.contains(['\'', '\n']) => format!("'{text}'"),
            2 if !text.contains('\'') => format!("'''{}{broken}'''", self.dice.pick(&["", self.eol])),
            3 => format!(
                "\"\"\"{}{}\"\"\"",
                self.dice.pick(&["", self.eol, "\\\n"]).replace('\n', self.eol).replace("\r\r", "\r"),
                escaped.replace('\n', self.eol)
            ),
            _ => format!("\"{}\"", escaped.replace('\n', "\\n").replace('\t', "\\t")),
        }
    }

    fn braces(&mut self, record: &'static RecordType, path: &mut Vec<Step>) -> String {
        let space = *self.dice.pick(&[" ", " ", ""]);
        let mut pairs = Vec::new();
        self.pairs(record, path, "", &mut pairs);
        self.dice.shuffle(&mut pairs);
        let comma = *self.dice.pick(&[", ", ",", " , "]);
        if pairs.is_empty() { format!("{{{space}}}") } else { format!("{{{space}{}{space}}}", pairs.join(comma)) }
    }

    fn pairs(&mut self, record: &'static RecordType, path: &mut Vec<Step>, prefix: &str, pairs: &mut Vec<String>) {
        for field in record.fields {
            if self.dice.roll(4) != 1 {
                continue;
            }
            path.push(Step::from(field.key));
            let key = self.key(field.key);
            match field.shape {
                Shape::Table(inner) if self.dice.one_in(2) => {
                    let before = pairs.len();
                    let dot = *self.dice.pick(&[".", " . "]);
                    self.pairs(inner, path, &format!("{prefix}{key}{dot}"), pairs);
                    if pairs.len() > before {
                        self.made.fixed.insert(path.clone());
                    }
                }
                shape => {
                    let value = self.value(shape, path);
                    let equals = self.dice.pick(&[" = ", "="]);
                    pairs.push(format!("{prefix}{key}{equals}{value}"));
                }
            }
            path.pop();
        }
    }

    /// A list on one line or several, with or without a comma at the end.
    fn list(&mut self, item: &Shape, path: &mut Vec<Step>) -> String {
        let count = self.dice.roll(4);
        let several = self.dice.one_in(2);
        let last_comma = self.dice.one_in(2);
        let mut text = "[".to_owned();
        for index in 0..count {
            path.push(Step::from(index));
            text += &self.gap(several, path);
            text += &self.value(item, path);
            if index + 1 < count || last_comma {
                if self.dice.one_in(8) {
                    text += &self.gap(several, path);
                }
                text += ",";
            }
            path.pop();
        }
        path.push(Step::from(count));
        text += &self.gap(several, path);
        path.pop();
        text + "]"
    }

    fn gap(&mut self, several: bool, path: &[Step]) -> String {
        if !several {
            return (*self.dice.pick(&[" ", "", "  "])).to_owned();
        }
        let indent = *self.dice.pick(&["  ", "", "\t"]);
        let mut text = String::new();
        while self.dice.one_in(4) {
            text += &format!(" {}{}{indent}", self.comment(), self.eol);
            // whatever holds this list holds the comment
            self.made.fixed.extend((1..path.len()).map(|depth| path[..depth].to_vec()));
        }
        match self.dice.roll(4) {
            3 => text + " ",
            _ => format!("{text}{}{indent}", self.eol),
        }
    }
}
