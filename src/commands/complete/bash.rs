//! The line that bash hands over as it was typed, taken apart into words; and words put back so that bash takes
//! them for what they are.
//!
//! Nothing of the line is evaluated: a `$` or a backtick in the word with the cursor means that we have nothing to say.

use super::{Candidate, Offer};

/// In which quotes the cursor stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Quote {
    None,
    Single,
    Double,
}

/// A line of bash up to the cursor.
#[derive(Debug)]
pub struct Line {
    /// The words without their quotes; the last is the one with the cursor.
    pub words: Vec<String>,
    /// The cursor stands where a redirection wants a file.
    pub redirected: bool,
    quote: Quote,
    word: String,
    /// A word has begun, though it may be empty yet.
    begun: bool,
    /// How many bytes of the word stay as they are: bash replaces only what comes behind the last break or quote.
    kept: usize,
    /// Nothing can be put behind what is typed: it is whole, or waits for one character.
    closed: bool,
    /// Something in the word is bash's to replace: what it will be we cannot know.
    unknown: bool,
}

impl Line {
    /// Takes a line apart. `breaks` are the characters at which bash begins a new word to complete.
    pub fn read(text: &str, breaks: &str) -> Self {
        let mut line = Self {
            words: Vec::new(),
            redirected: false,
            quote: Quote::None,
            word: String::new(),
            begun: false,
            kept: 0,
            closed: false,
            unknown: false,
        };
        let mut chars = text.chars();
        while let Some(c) = chars.next() {
            match line.quote {
                Quote::None => line.plain(c, &mut chars, breaks),
                Quote::Single if c == '\'' => line.shut(),
                Quote::Single => line.word.push(c),
                Quote::Double => line.double(c, &mut chars),
            }
        }
        line.words.push(line.word.clone());
        line
    }

    fn plain(&mut self, c: char, chars: &mut std::str::Chars<'_>, breaks: &str) {
        match c {
            ' ' | '\t' => self.end(),
            ';' | '|' | '&' | '(' | ')' | '\n' => {
                self.end();
                self.words.clear();
                self.redirected = false;
            }
            '<' | '>' => {
                // 2> is no word
                if self.word.bytes().all(|byte| byte.is_ascii_digit()) {
                    self.drop_word();
                }
                self.end();
                self.redirected = true;
            }
            '\\' => match chars.next() {
                Some(next) => self.put(next),
                // what it will stand before is not typed yet
                None => self.closed = true,
            },
            '\'' => self.open(Quote::Single),
            '"' => self.open(Quote::Double),
            '$' | '`' => {
                self.put(c);
                self.unknown = true;
            }
            c => {
                self.put(c);
                if breaks.contains(c) {
                    (self.kept, self.closed) = (self.word.len(), false);
                }
            }
        }
    }

    fn double(&mut self, c: char, chars: &mut std::str::Chars<'_>) {
        match c {
            '"' => self.shut(),
            '\\' => match chars.next() {
                Some(next @ ('$' | '`' | '"' | '\\')) => self.word.push(next),
                Some(next) => self.word.extend(['\\', next]),
                None => self.closed = true,
            },
            '$' | '`' => {
                self.word.push(c);
                self.unknown = true;
            }
            c => self.word.push(c),
        }
    }

    fn put(&mut self, c: char) {
        self.begun = true;
        self.word.push(c);
    }

    fn open(&mut self, quote: Quote) {
        (self.begun, self.quote, self.kept) = (true, quote, self.word.len());
        self.closed = false;
    }

    fn shut(&mut self) {
        (self.quote, self.closed) = (Quote::None, true);
    }

    fn drop_word(&mut self) {
        self.word.clear();
        (self.begun, self.kept, self.closed, self.unknown) = (false, 0, false, false);
    }

    /// A word is whole; the file of a redirection is none of the command's.
    fn end(&mut self) {
        if self.begun && self.redirected {
            self.redirected = false;
        } else if self.begun {
            self.words.push(std::mem::take(&mut self.word));
        }
        self.drop_word();
    }

    /// What bash may put in the place of what it replaces, one a line, each one word to bash whatever is in it.
    pub fn fit(&self, offer: &Offer) -> Vec<String> {
        let (kept, typed) =
            (self.word.get(..self.kept).unwrap_or_default(), self.word.get(self.kept..).unwrap_or_default());
        if self.closed || self.unknown {
            return Vec::new();
        }
        let rest = |candidate: &Candidate| candidate.word.strip_prefix(kept).map(str::to_owned);
        let plain: Vec<String> = offer.candidates.iter().filter_map(rest).collect();
        let mut quoted: Vec<String> = plain.iter().map(|word| quote(word, self.quote)).collect();
        if quoted.len() > 1 && !goes_on(&plain, &quoted, typed) {
            // several words that share no beginning are shown, and nothing is put in place of what was typed
            quoted.push(" ".to_owned());
        }
        quoted
    }
}

/// Whether what all words begin with goes on from what was typed, and ends between two characters: bash puts it there.
fn goes_on(plain: &[String], quoted: &[String], typed: &str) -> bool {
    let shared = shared(plain).to_lowercase();
    let backslashes = shared_end(quoted);
    shared.starts_with(&typed.to_lowercase()) && backslashes.is_multiple_of(2)
}

fn shared(words: &[String]) -> &str {
    let Some((first, others)) = words.split_first() else { return "" };
    others.iter().fold(first.as_str(), |shared, word| {
        let same = shared.chars().zip(word.chars()).take_while(|(a, b)| a == b).map(|(a, _)| a.len_utf8()).sum();
        shared.get(..same).unwrap_or_default()
    })
}

fn shared_end(words: &[String]) -> usize {
    shared(words).chars().rev().take_while(|c| *c == '\\').count()
}

/// A word as it must be written behind this quote; bash adds the closing one.
fn quote(word: &str, quote: Quote) -> String {
    let mut text = String::with_capacity(word.len());
    for c in word.chars() {
        match quote {
            Quote::Single if c == '\'' => text.push_str("'\\''"),
            // the history is looked up in double quotes too, and a backslash would stay
            Quote::Double if c == '!' => text.push_str("\"'!'\""),
            Quote::Double if matches!(c, '$' | '`' | '"' | '\\') => text.extend(['\\', c]),
            Quote::None if !harmless(c) => text.extend(['\\', c]),
            _ => text.push(c),
        }
    }
    let mark = match quote {
        Quote::None => return text,
        Quote::Single => '\'',
        Quote::Double => '"',
    };
    // bash adds the closing quote, but not where it takes our last character for it; our first it takes for the opening one
    if text.starts_with(mark) {
        text.insert(0, mark);
    }
    if text.ends_with(mark) {
        text.push(mark);
    }
    text
}

/// Means nothing to bash outside quotes.
fn harmless(c: char) -> bool {
    if c.is_ascii() { c.is_ascii_alphanumeric() || "%+,-./:=@_".contains(c) } else { !c.is_whitespace() }
}
