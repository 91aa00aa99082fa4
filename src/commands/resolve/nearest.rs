//! The names nearest to one that nobody has.

use super::entry::{Entry, Name};
use crate::model::fold::fold;
use crate::model::pinyin;

/// How many names are offered.
const OFFERED: usize = 3;
/// How like a name must be to be offered, from 0 to 1.
const NEAR: f64 = 0.7;
/// How like one word of a name must be, or the sound of one, or a contact: of these there are many, and some are always
/// a little alike.
const VERY_NEAR: f64 = 0.85;

/// What customers are called of whom a name is like the one that was typed, the likest first.
#[derive(Debug)]
pub struct Nearest {
    wanted: String,
}

impl Nearest {
    /// To what was typed.
    pub fn to(text: &str) -> Self {
        Self { wanted: fold(text.trim()) }
    }

    /// How like a customer is, where it is like enough.
    pub fn likeness(&self, entry: &Entry) -> Option<f64> {
        let names = entry.names.iter().map(|name| self.of_name(name));
        let people = entry.people.iter().map(|name| very(self.of_name(name)));
        Some(names.chain(people).fold(0.0, f64::max)).filter(|like| *like > NEAR)
    }

    /// As a whole, in one of its words, or by its sound.
    fn of_name(&self, name: &Name) -> f64 {
        let near = |text: &str| strsim::jaro_winkler(text, &self.wanted);
        let words = name.folded.split(' ').filter(|word| word.chars().count() > 3).map(|word| very(near(word)));
        // pinyin is typed with Latin letters
        let latin = self.wanted.bytes().all(|byte| byte.is_ascii_lowercase() || byte == b' ');
        let sound = pinyin::spelling(&name.text).filter(|_| latin).map_or(0.0, |sound| self.of_sound(&sound));
        words.fold(near(&name.folded).max(sound), f64::max)
    }

    /// As a whole, or as far as it was typed: Chinese names have no blanks between their words.
    fn of_sound(&self, sound: &str) -> f64 {
        let begun: String = sound.chars().take(self.wanted.len()).collect();
        [sound, &begun].iter().map(|sound| very(strsim::jaro_winkler(sound, &self.wanted))).fold(0.0, f64::max)
    }

    /// The names of the likest.
    pub fn of(mut near: Vec<(f64, String)>) -> Vec<String> {
        near.sort_by(|a, b| b.0.total_cmp(&a.0));
        let mut names: Vec<String> = Vec::new();
        for (_, name) in near {
            if names.len() < OFFERED && !names.contains(&name) {
                names.push(name);
            }
        }
        names
    }
}

fn very(near: f64) -> f64 {
    if near > VERY_NEAR { near } else { 0.0 }
}
