//! A word or a phrase, and the ways in which a text may hold it.

use std::cell::RefCell;
use std::ops::Range;

use memchr::memmem::{self, Finder};

use super::field::{is_choice, is_phone};
use crate::formats::toml::Piece;
use crate::model::fold::{self, fold};
use crate::model::tree::Location;
use crate::model::{phone, pinyin};

/// A word or a phrase.
#[derive(Clone, Debug)]
pub struct Word {
    /// As it was typed.
    typed: Finder<'static>,
    /// As it is compared: case, accents, width folded away.
    folded: String,
    /// The same, ready to be found.
    finder: Finder<'static>,
    /// Its parts between blanks, ready to be found.
    parts: Vec<Finder<'static>>,
    /// Its letters, where it may be pinyin or initials.
    letters: Option<String>,
    /// Its digits, where it may be a phone number.
    digits: Option<String>,
}

impl Word {
    /// From what was typed.
    pub fn new(text: &str) -> Self {
        let folded = fold(text.trim());
        let finder = |text: &str| Finder::new(text).into_owned();
        Self {
            typed: finder(text.trim()),
            finder: finder(&folded),
            parts: folded.split(' ').map(finder).collect(),
            letters: pinyin::sought(&folded),
            digits: phone::digits(&folded),
            folded,
        }
    }

    /// Nothing was typed.
    pub fn is_empty(&self) -> bool {
        self.folded.is_empty()
    }

    /// Whether a folded text holds it.
    pub fn is_in(&self, folded: &[u8]) -> bool {
        self.finder.find(folded).is_some()
    }

    /// Whether a text holds it.
    pub fn stands_in(&self, text: &str) -> bool {
        self.is_in(fold(text).as_bytes())
    }

    /// Whether a name holds it, by its sound too.
    pub fn is_in_name(&self, name: &str) -> bool {
        self.stands_in(name) || self.sounds_in(name)
    }

    /// Whether it may be pinyin or initials.
    pub fn may_sound(&self) -> bool {
        self.letters.is_some()
    }

    /// Whether a name holds it by its sound.
    pub fn sounds_in(&self, name: &str) -> bool {
        self.letters.as_deref().is_some_and(|letters| pinyin::find(name, letters).is_some())
    }

    /// As it is compared.
    pub fn folded(&self) -> &str {
        &self.folded
    }

    /// Its digits, where it may be a phone number.
    pub fn digits(&self) -> Option<&str> {
        self.digits.as_deref()
    }

    /// Whether it is this phone number, in any notation.
    pub fn is_phone(&self, text: &str) -> bool {
        let both = self.digits.as_deref().zip(phone::digits(&fold(text)));
        both.is_some_and(|(wanted, digits)| phone::same(wanted, &digits))
    }

    /// Whether the customer is kept under it: by the names of country and company.
    pub fn is_in_place(&self, location: &Location) -> bool {
        if self.folded.contains('/') && self.stands_in(&location.path) {
            return true;
        }
        self.is_in_name(location.company()) || self.is_in_country(location)
    }

    /// Whether the country is called so. Cards come country by country: the answer of the last one mostly is that of the
    /// next.
    fn is_in_country(&self, location: &Location) -> bool {
        thread_local! {
            static LAST: RefCell<(String, String, bool)> = const { RefCell::new((String::new(), String::new(), false)) };
        }
        let folder = location.country_folder().unwrap_or_default();
        LAST.with_borrow_mut(|(of, word, answer)| {
            if of != folder || *word != self.folded {
                *answer = self.begins_country(folder)
                    || location.country().is_some_and(|country| {
                        let code = country.alpha2().eq_ignore_ascii_case(&self.folded);
                        code || [country.zh(), country.en()].iter().any(|name| self.begins_country(name))
                    });
                folder.clone_into(of);
                self.folded.clone_into(word);
            }
            *answer
        })
    }

    /// Whether a word of a country's name begins with it: `CE` is not France. Chinese has no blanks between words.
    fn begins_country(&self, name: &str) -> bool {
        let folded = fold(name);
        let begins =
            |at: usize| folded.get(..at).is_some_and(|before| !before.ends_with(|c: char| c.is_ascii_alphanumeric()));
        folded.match_indices(&self.folded).any(|(at, _)| begins(at)) || self.sounds_in(name)
    }

    /// Whether a value or a comment holds it. `folded` is its text, folded.
    pub fn is_in_piece(&self, piece: &Piece<'_, '_>, folded: &[u8]) -> bool {
        match piece.keys {
            // ten characters at random hold many a short word, and `receipt` is a choice, not a text
            [id] if id == "id" => folded == self.folded.as_bytes(),
            keys => {
                (self.is_in(folded) && (folded == self.folded.as_bytes() || !is_choice(keys)))
                    || (is_name(keys) && self.sounds_in(&piece.text))
                    || (self.digits.is_some() && is_phone(keys) && self.is_phone(&piece.text))
            }
        }
    }

    /// Where it stands in a text as it is, by letter or by sound.
    pub fn place_in(&self, text: &str) -> Option<Range<usize>> {
        fold::find(text, &self.folded).or_else(|| pinyin::find(text, self.letters.as_deref()?))
    }

    /// Where it stands in a text just as it was typed.
    pub fn plainly_in(&self, raw: &str) -> Option<usize> {
        self.typed.find(raw.as_bytes())
    }

    /// Whether a card may hold it, judged by its text as a whole: never no where it does.
    pub fn may_stand_in(&self, raw: &str, folded: &[u8]) -> bool {
        // what is escaped may say anything
        memchr::memchr(b'\\', raw.as_bytes()).is_some()
            || self.parts.iter().all(|part| part.find(folded).is_some())
            || self.letters.as_deref().is_some_and(|letters| may_sound_in(raw, letters))
            || self.digits.as_deref().is_some_and(|digits| may_dial(folded, digits))
    }
}

/// Keys under which names stand that are found by their sound.
fn is_name(keys: &[std::borrow::Cow<'_, str>]) -> bool {
    match keys {
        [key] => key == "name" || key == "short_name",
        [list, key] => list == "contact" && key == "name",
        _ => false,
    }
}

/// Whether a line that could hold a name sounds so.
fn may_sound_in(raw: &str, letters: &str) -> bool {
    memmem::find_iter(raw.as_bytes(), "name").any(|at| {
        let rest = raw.get(at..).unwrap_or_default();
        let line = rest.lines().next().unwrap_or_default();
        // a name may go on below its line
        line.contains("\"\"\"") || line.contains("'''") || pinyin::find(line, letters).is_some()
    })
}

/// Whether the last digits stand in a text, whatever stands between them.
fn may_dial(folded: &[u8], digits: &str) -> bool {
    let tail = digits.get(digits.len().saturating_sub(phone::DIGITS)..).unwrap_or(digits);
    let all: Vec<u8> = folded.iter().copied().filter(u8::is_ascii_digit).collect();
    memmem::find(&all, tail.as_bytes()).is_some() || memmem::find(folded, b"(0)").is_some()
}
