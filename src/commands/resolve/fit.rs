//! How well a customer fits what was typed.

use std::ops::Range;

use super::entry::{Entry, Name};
use crate::model::fold::{fold, with_lines_folded};
use crate::model::phone;
use crate::model::tree::Location;
use crate::query::Word;

/// How well a customer fits a name; the least is best, and only those that fit best are meant.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Fit {
    /// Id, code, path: made to be unique, and written in full.
    Key,
    /// Folder, name or short name as a whole.
    Name,
    /// E-mail, or phone in any notation.
    Way,
    /// The beginning of a name. In a list alone; as a name it is a part like others.
    Beginning,
    /// Part of a name, that of a contact too.
    Part,
    /// The sound of a name or of a part of it: pinyin, initials.
    Sound,
    /// Several words, each a part of a name, by letter or by sound, or of the country.
    Words,
    /// The country. In a list alone.
    Country,
    /// The letters of a name in their order, with others between. In a list alone, where one sees what one takes.
    Scattered,
}

/// What was typed.
#[derive(Clone, Debug)]
pub struct Wanted {
    whole: Word,
    words: Vec<Word>,
}

impl Wanted {
    /// From what was typed; `None` where it has neither letter nor digit.
    pub fn new(text: &str) -> Option<Self> {
        let whole = Word::new(text);
        whole.folded().chars().any(char::is_alphanumeric).then(|| {
            let words = whole.folded().split(' ').filter(|word| !word.is_empty()).map(Word::new).collect();
            Self { words, whole }
        })
    }

    /// How well a customer fits as a name on the command line.
    pub fn fit(&self, entry: &Entry) -> Option<Fit> {
        match self.fit_by_letter(entry) {
            Some(Fit::Beginning) => Some(Fit::Part),
            None => self.fit_by_sound_or_words(entry),
            fit => fit,
        }
    }

    /// How well a customer fits in a list that one looks at.
    pub fn fit_in_list(&self, entry: &Entry) -> Option<Fit> {
        let country = || self.words.iter().all(|word| is_country(word, entry)).then_some(Fit::Country);
        let scattered = || entry.names.iter().any(|name| self.is_scattered_in(&name.folded)).then_some(Fit::Scattered);
        self.fit_by_letter(entry).or_else(|| self.fit_by_sound_or_words(entry)).or_else(country).or_else(scattered)
    }

    fn fit_by_letter(&self, entry: &Entry) -> Option<Fit> {
        let wanted = self.whole.folded();
        let in_names = |fits: &dyn Fn(&str) -> bool| entry.names.iter().any(|name| fits(&name.folded));
        let is_phone = |digits: &str| entry.phones.iter().any(|phone| phone::same(phone, digits));
        if entry.keys.iter().any(|key| key == wanted) {
            Some(Fit::Key)
        } else if in_names(&|name| name == wanted) {
            Some(Fit::Name)
        } else if entry.emails.iter().any(|email| email == wanted) || self.whole.digits().is_some_and(is_phone) {
            Some(Fit::Way)
        } else if in_names(&|name| name.starts_with(wanted)) {
            Some(Fit::Beginning)
        } else if named(entry).any(|name| self.whole.is_in(name.folded.as_bytes())) {
            Some(Fit::Part)
        } else {
            None
        }
    }

    fn fit_by_sound_or_words(&self, entry: &Entry) -> Option<Fit> {
        if named(entry).any(|name| self.whole.sounds_in(&name.text)) {
            return Some(Fit::Sound);
        }
        let is_named = |word: &Word| named(entry).any(|name| is_in(word, name));
        let all = self.words.iter().all(|word| is_named(word) || is_country(word, entry));
        // a country alone names nobody
        (self.words.len() > 1 && all && self.words.iter().any(is_named)).then_some(Fit::Words)
    }

    /// Whether a customer may fit as a name, judged by the text of its card as a whole: never no where it does.
    pub fn may_fit(&self, location: &Location, raw: &str) -> bool {
        with_lines_folded(raw, |folded| {
            let may = |word: &Word| word.may_stand_in(raw, folded) || word.is_in_place(location);
            may(&self.whole) || (self.words.len() > 1 && self.words.iter().all(may))
        })
    }

    fn is_scattered_in(&self, folded: &str) -> bool {
        let mut rest = folded.chars();
        let mut letters = self.whole.folded().chars().filter(|c| *c != ' ').peekable();
        // one letter in its order says nothing
        letters.clone().nth(1).is_some() && letters.all(|letter| rest.any(|c| c == letter))
    }

    /// Where a text as it stands says what was typed.
    pub fn places_in(&self, text: &str) -> Vec<Range<usize>> {
        if let Some(place) = self.whole.place_in(text) {
            return vec![place];
        }
        let mut places: Vec<Range<usize>> = self.words.iter().filter_map(|word| word.place_in(text)).collect();
        if places.is_empty() && self.is_scattered_in(&fold(text)) {
            places = self.scattered_places(text);
        }
        places.sort_by_key(|place| (place.start, place.end));
        places
    }

    fn scattered_places(&self, text: &str) -> Vec<Range<usize>> {
        let letters: String = self.whole.folded().chars().filter(|c| *c != ' ').collect();
        let mut rest = letters.as_str();
        let mut places = Vec::new();
        for (at, c) in text.char_indices() {
            let folded = fold(c.encode_utf8(&mut [0; 4]));
            if let Some(behind) = rest.strip_prefix(folded.as_str()).filter(|_| !folded.is_empty()) {
                rest = behind;
                places.push(at..at + c.len_utf8());
            }
        }
        places
    }
}

fn named(entry: &Entry) -> impl Iterator<Item = &Name> {
    entry.names.iter().chain(&entry.people)
}

fn is_in(word: &Word, name: &Name) -> bool {
    word.is_in(name.folded.as_bytes()) || word.sounds_in(&name.text)
}

fn is_country(word: &Word, entry: &Entry) -> bool {
    entry.alpha2.as_deref() == Some(word.folded()) || entry.country.iter().any(|name| is_in(word, name))
}
