//! Names of customers as folders: legal on every system, the same folder for the same name.

use unicode_normalization::UnicodeNormalization;

use crate::error::{Error, Result};
use crate::lang::tr;
use crate::tr;

/// The longest folder name in bytes; leaves room below the 255 that file systems allow.
const LONGEST: usize = 200;

/// The folder name for a company. `name` itself stays in the card as it is.
///
/// # Errors
/// The name is empty, `.` or `..`, or holds control or bidi characters.
pub fn folder(name: &str, id: &str) -> Result<String> {
    let composed: String = name.nfc().collect();
    if let Some(bad) = composed.chars().find(|c| invisible(*c)) {
        return Err(Error::new(tr!(
            "the name holds the invisible character U+{:04X}",
            "名称含不可见字符 U+{:04X}",
            u32::from(bad)
        ))
        .next(tr("type the name anew instead of pasting it", "请重新输入名称，不要粘贴")));
    }
    let trimmed = composed.trim();
    if trimmed.is_empty() || trimmed == "." || trimmed == ".." {
        return Err(Error::new(tr!("\"{trimmed}\" is no name for a company", "“{trimmed}”不能作为公司名称"))
            .next(tr("give the customer's full name with --name", "请用 --name 给出客户全称")));
    }
    let mut legal: String = trimmed.chars().map(full_width).collect();
    legal.truncate(legal.trim_end_matches(['.', ' ']).len());
    // "...": nothing is left but dots
    if legal.is_empty() {
        return Err(Error::new(tr!("\"{trimmed}\" is no name for a company", "“{trimmed}”不能作为公司名称"))
            .next(tr("give the customer's full name with --name", "请用 --name 给出客户全称")));
    }
    if device(&legal) {
        let stem = legal.find('.').unwrap_or(legal.len());
        legal.insert(stem, '_');
    }
    // a leading dot hides the folder, a leading dash looks like an option to every other program
    if legal.starts_with(['.', '-', '~']) {
        legal.insert(0, '_');
    }
    if legal.len() > LONGEST {
        let mut end = LONGEST - id.len() - 1;
        while !legal.is_char_boundary(end) {
            end -= 1;
        }
        legal = format!("{} {id}", legal.get(..end).unwrap_or_default().trim_end_matches(['.', ' ']));
    }
    Ok(legal)
}

/// What is wrong with a folder that somebody made by hand, if anything.
pub fn unsafe_reason(folder: &str) -> Option<&'static str> {
    if folder.chars().any(invisible) {
        Some(tr("holds invisible characters", "含不可见字符"))
    } else if folder.chars().any(|c| full_width(c) != c) {
        Some(tr("holds a character that Windows does not allow in names", "含 Windows 不允许的字符"))
    } else if folder.ends_with(['.', ' ']) || folder.starts_with(' ') {
        Some(tr("begins or ends with a space, or ends with a dot", "以空格开头或以空格、句点结尾"))
    } else if device(folder) {
        Some(tr("is a device name of Windows", "是 Windows 设备名"))
    } else if folder.starts_with('-') {
        Some(tr("begins with a dash and looks like an option", "以短横开头，会被当作选项"))
    } else if folder.len() > 255 {
        Some(tr("is too long", "过长"))
    } else {
        None
    }
}

/// The form in which two names are compared: NFC and case folded, so that Müller, MÜLLER and Mu¨ller are one folder.
pub fn clash_key(name: &str) -> String {
    // upper first: ß and SS meet, as they do on file systems that fold case
    name.nfc().collect::<String>().to_uppercase().to_lowercase().nfc().collect()
}

/// The form in which names are searched: case, accents, width and the kind of blank folded away.
pub fn search_key(name: &str) -> String {
    super::fold::fold(name)
}

/// The form in which numbers of papers (quotes, orders, invoices) are compared: width, case and blanks around them do
/// not matter.
pub fn paper_key(number: &str) -> String {
    if number.is_ascii() {
        return number.trim().to_ascii_lowercase(); // the same, and what nearly all are
    }
    number.nfkc().collect::<String>().trim().to_uppercase().to_lowercase()
}

/// A character that a terminal obeys instead of showing: controls, bidi overrides, line separators, invisible joiners.
pub fn invisible(c: char) -> bool {
    c.is_control()
        || matches!(c, '\u{200B}' | '\u{200E}' | '\u{200F}' | '\u{2028}' | '\u{2029}' | '\u{202A}'..='\u{202E}' | '\u{2060}'..='\u{2069}' | '\u{FEFF}' | '\u{061C}')
}

/// A word for a command line that is shown to be copied: quoted so that no shell runs anything of it.
pub fn shell_word(word: &str) -> String {
    // inside double quotes these still mean something to a shell; a line end would run the half before it
    let alive = |c: char| matches!(c, '"' | '$' | '`' | '\\' | '!') || invisible(c);
    if word.chars().any(alive) { format!("'{}'", word.replace('\'', "'\\''")) } else { format!("\"{word}\"") }
}

fn full_width(c: char) -> char {
    match c {
        '/' => '／',
        '\\' => '＼',
        ':' => '：',
        '*' => '＊',
        '?' => '？',
        '"' => '＂',
        '<' => '＜',
        '>' => '＞',
        '|' => '｜',
        other => other,
    }
}

fn device(name: &str) -> bool {
    let stem = name.split('.').next().unwrap_or_default().trim_end().to_ascii_uppercase();
    matches!(stem.as_str(), "CON" | "PRN" | "AUX" | "NUL" | "CONIN$" | "CONOUT$")
        || (stem.chars().count() == 4
            && (stem.starts_with("COM") || stem.starts_with("LPT"))
            && stem.ends_with(|c: char| matches!(c, '1'..='9' | '¹' | '²' | '³')))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn folder_names_are_legal_everywhere_and_keep_what_they_can() {
        for (name, want) in [
            ("Müller Maschinenbau GmbH", "Müller Maschinenbau GmbH"),
            ("Mu\u{308}ller", "Müller"),
            ("North/South", "North／South"),
            ("../../x", "_..／..／x"),
            ("CON", "CON_"),
            ("con.txt", "con_.txt"),
            ("COM1", "COM1_"),
            ("Console", "Console"),
            ("S.p.A.", "S.p.A"),
            (" Acme ", "Acme"),
            ("-rf", "_-rf"),
            (".hidden", "_.hidden"),
            ("🚀 Rocket", "🚀 Rocket"),
            ("a<b>c|d?e*f\"g\\h:i", "a＜b＞c｜d？e＊f＂g＼h：i"),
        ] {
            assert_eq!(folder(name, "k7f3m2q9xz").unwrap(), want, "{name}");
            assert_eq!(unsafe_reason(want), None, "{want}");
        }
        for bad in ["", " ", ".", "..", "...", "a\u{202e}b", "a\nb", "a\u{1b}[31m", "\u{200b}"] {
            assert!(folder(bad, "id").is_err(), "{bad:?}");
        }
    }

    #[test]
    fn long_names_are_cut_at_a_character_and_told_apart_by_id() {
        let cut = folder(&"客".repeat(300), "k7f3m2q9xz").unwrap();
        assert!(cut.len() <= LONGEST && cut.ends_with(" k7f3m2q9xz"), "{cut}");
    }

    #[test]
    fn words_of_a_command_line_run_nothing() {
        for (word, want) in [
            ("国外客户/德国/Acme", "\"国外客户/德国/Acme\""),
            ("a'b", "\"a'b\""),
            ("a'b$(id)", "'a'\\''b$(id)'"),
            ("\"物流\"", "'\"物流\"'"),
            ("`x`\\", "'`x`\\'"),
        ] {
            assert_eq!(shell_word(word), want, "{word}");
        }
    }

    #[test]
    fn one_folder_for_one_name() {
        for (a, b) in [("Müller", "MÜLLER"), ("Müller", "Mu\u{308}ller"), ("Straße", "STRASSE")] {
            assert_eq!(clash_key(a), clash_key(b));
        }
        assert_ne!(clash_key("Muller"), clash_key("Müller"));
        assert_eq!(search_key("Ｍüller"), "muller");
    }
}
