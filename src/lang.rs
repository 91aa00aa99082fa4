//! The two languages: every text a user sees is written in both, side by side, where it is used.

use std::sync::atomic::{AtomicBool, Ordering};

/// A language of the interface.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Lang {
    /// Simplified Chinese, the default.
    Zh,
    /// English.
    En,
}

impl Lang {
    /// Reads `zh-CN`, `zh`, `中文`, `en`, `en-GB`, `English`; `None` for anything else.
    pub fn find(text: &str) -> Option<Self> {
        let folded = text.trim().to_lowercase().replace('_', "-");
        match folded.as_str() {
            "中文" | "chinese" => Some(Self::Zh),
            "english" | "英文" => Some(Self::En),
            _ => match folded.split(['-', '.']).next() {
                Some("zh") => Some(Self::Zh),
                Some("en") => Some(Self::En),
                _ => None,
            },
        }
    }

    /// The BCP 47 tag that kehu.toml holds.
    pub fn tag(self) -> &'static str {
        match self {
            Self::Zh => "zh-CN",
            Self::En => "en",
        }
    }
}

// The language is a fact of the whole process, like the terminal it talks to: decided once, before the
// command line is parsed (clap's help needs it too), and only read after that.
static ENGLISH: AtomicBool = AtomicBool::new(false);

/// Decides the language of this process; called once, at the door.
pub fn speak(lang: Lang) {
    ENGLISH.store(lang == Lang::En, Ordering::Relaxed);
}

/// The language of this process.
pub fn lang() -> Lang {
    if ENGLISH.load(Ordering::Relaxed) { Lang::En } else { Lang::Zh }
}

/// The one of the two texts that the reader of this process understands.
pub fn tr(en: &'static str, zh: &'static str) -> &'static str {
    Words { en, zh }.text()
}

/// What stands between several of whom one will do.
pub fn or() -> &'static str {
    tr(" or ", "或")
}

/// A text in both languages, for tables of labels.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Words {
    /// English.
    pub en: &'static str,
    /// Chinese.
    pub zh: &'static str,
}

impl Words {
    /// Both texts.
    pub const fn new(en: &'static str, zh: &'static str) -> Self {
        Self { en, zh }
    }

    /// The text in the language of this process.
    pub fn text(self) -> &'static str {
        self.of(lang())
    }

    /// The text in a given language.
    pub fn of(self, lang: Lang) -> &'static str {
        match lang {
            Lang::Zh => self.zh,
            Lang::En => self.en,
        }
    }
}

/// A count with its noun: `1 card`, `2 cards`; Chinese has no plural, so only English asks.
pub fn counted<N: Copy + std::fmt::Display + PartialEq + From<u8>>(n: N, one: &str, many: &str) -> String {
    let noun = if n == N::from(1) { one } else { many };
    format!("{n} {noun}")
}

/// `format!` in both languages: `tr!("{n} cards", "{n} 张卡片")`.
#[macro_export]
macro_rules! tr {
    ($en:literal, $zh:literal $(, $($arg:tt)*)?) => {
        match $crate::lang::lang() {
            $crate::lang::Lang::En => format!($en $(, $($arg)*)?),
            $crate::lang::Lang::Zh => format!($zh $(, $($arg)*)?),
        }
    };
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn language_tags_are_read_as_people_write_them() {
        for (text, want) in [
            ("zh-CN", Some(Lang::Zh)),
            ("zh_CN.UTF-8", Some(Lang::Zh)),
            ("中文", Some(Lang::Zh)),
            ("en", Some(Lang::En)),
            ("EN-gb", Some(Lang::En)),
            ("de", None),
            ("", None),
        ] {
            assert_eq!(Lang::find(text), want, "{text}");
        }
    }
}
