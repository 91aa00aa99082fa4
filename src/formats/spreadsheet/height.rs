//! How high a text stands in a cell that wraps. Excel finds it out itself only where no cell of the row is merged, and
//! LibreOffice believes what the file says; so whoever writes a text into a cell says its row's height too.

use unicode_width::UnicodeWidthChar;

/// How a text is set.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Type {
    /// The size of its letters, in tenths of a point.
    pub size: u32,
    /// It is bold.
    pub bold: bool,
}

impl Default for Type {
    /// What Excel begins with.
    fn default() -> Self {
        Self { size: 110, bold: false }
    }
}

/// The width of a digit, by which columns are measured, in pixels.
const DIGIT: u32 = 7;
/// What a cell keeps free at its sides, in pixels.
const SIDES: u32 = 5;
/// What a row keeps free above and below its text, in points.
const AIR: u32 = 3;

/// The height in points of a text in a column that is so many thousandths of a digit wide.
///
/// Letters are measured as those of Arial, and a little wider: another font may have to stand in for it, and a row that is
/// a line too high does no harm where one that is too low hides words.
pub fn height(text: &str, width: u32, set: Type) -> u32 {
    let room = (u64::from(width) * u64::from(DIGIT)).saturating_sub(u64::from(SIDES) * 1000).max(1);
    // a line is higher than its letters by a third, one of Chinese characters by nearly half
    let high = |line: &str| if line.contains(wide) { 145 } else { 133 };
    let hundredths: u64 = text.split('\n').map(|line| lines(line, room, set) * high(line)).sum();
    u32::try_from((hundredths * u64::from(set.size)).div_ceil(1000)).unwrap_or(u32::MAX).saturating_add(AIR)
}

/// Over how many lines a text goes in a width of so many thousandths of a pixel.
fn lines(text: &str, room: u64, set: Type) -> u64 {
    let (mut lines, mut used) = (1_u64, 0_u64);
    for word in words(text) {
        let said = word.trim_end_matches(' ');
        let wide = measured(said, set);
        if used > 0 && used + wide > room {
            lines += 1;
            used = 0;
        }
        // a word that is longer than a line is broken
        lines += wide.saturating_sub(1) / room;
        used += if wide > room { wide % room } else { wide };
        used += measured(word.strip_prefix(said).unwrap_or_default(), set);
    }
    lines
}

/// The pieces between which a line may end: words with the blanks behind them, and each Chinese character.
fn words(text: &str) -> Vec<&str> {
    let mut words = Vec::new();
    let mut from = 0;
    let mut before: Option<char> = None;
    for (at, c) in text.char_indices() {
        let ends = before.is_some_and(|before| (before == ' ' && c != ' ') || before == '-' || wide(before) || wide(c));
        if ends && at > from && c != ' ' {
            words.extend(text.get(from..at));
            from = at;
        }
        before = Some(c);
    }
    words.extend(text.get(from..).filter(|rest| !rest.is_empty()));
    words
}

fn wide(c: char) -> bool {
    c.width() == Some(2)
}

/// How wide a text is, in thousandths of a pixel.
fn measured(text: &str, set: Type) -> u64 {
    let ems: u64 = text.chars().map(|c| u64::from(em(c))).sum();
    // a point is four thirds of a pixel; somewhat more for other fonts, and for what is bold
    let share = if set.bold { 113 } else { 105 };
    ems * u64::from(set.size) * 4 * share / 3000
}

/// How wide a character is, in thousandths of its height.
fn em(c: char) -> u32 {
    match c {
        _ if wide(c) => 1000,
        'i' | 'j' | 'l' | '\'' | '|' => 222,
        ' ' | '.' | ',' | ':' | ';' | '!' | 'f' | 't' | 'I' | '/' | '\\' | '[' | ']' | '·' => 278,
        '(' | ')' | '-' | 'r' | '"' => 340,
        'c' | 'k' | 's' | 'v' | 'x' | 'y' | 'z' => 500,
        'm' | 'M' => 833,
        'w' => 722,
        'W' => 944,
        '@' | '—' | '…' => 1015,
        '%' => 889,
        'A'..='Z' | '&' => 700,
        _ if c.width() == Some(0) => 0,
        _ => 556,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_lines_of_a_text() {
        let set = Type { size: 90, bold: false };
        // a column of eight digits holds about eight letters, or four characters
        for (text, want) in [
            ("", 1),
            ("pallet", 1),
            ("pallet truck", 2),
            ("pallet\ntruck", 2),
            ("手动液压", 1),
            ("手动液压搬运车", 2),
            ("2,608.00", 1),
            ("Großhandelsgesellschaft", 3),
            ("Vessel 船名", 2),
            ("a b c d", 1),
            ("\n\n", 3),
        ] {
            let high = if text.contains(wide) { 145_u32 } else { 133 };
            assert_eq!(height(text, 8_000, set), (want * 9 * high).div_ceil(100) + AIR, "{text}");
        }
    }

    #[test]
    fn nothing_is_too_narrow_or_too_long() {
        let set = Type { size: 110, bold: true };
        assert!(height(&"字".repeat(32_767), 0, set) > 100_000);
        assert!(height("a", 0, set) >= height("a", 100_000, set));
        assert!(
            height("the same words twice", 12_000, set)
                >= height("the same words twice", 12_000, Type { bold: false, ..set })
        );
    }
}
