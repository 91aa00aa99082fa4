//! What a cell shows: a number as Excel tells it, a day by its format.

use rust_decimal::Decimal;

use crate::formats::spreadsheet::day;
use crate::model::Date;

/// What a number format makes of a number.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum Shown {
    /// The number itself.
    #[default]
    Number,
    /// A day, perhaps with a time.
    Day,
    /// A time of day alone.
    Time,
    /// Hundredths.
    Percent,
    /// With zeros in front, so many digits in all.
    Padded(usize),
}

impl Shown {
    /// What a format that Excel knows by number alone shows. 27 to 58 are the days and times of Chinese and Japanese.
    pub fn built_in(id: usize) -> Self {
        match id {
            9 | 10 => Self::Percent,
            14..=17 | 22 | 27..=31 | 36 | 50..=54 | 57 | 58 => Self::Day,
            18..=21 | 32..=35 | 45 | 47 | 55 | 56 => Self::Time,
            _ => Self::Number,
        }
    }

    /// What a format code shows: its first section counts, the one for positive numbers.
    pub fn of_code(code: &str) -> Self {
        let bare = bare(code);
        let folded = bare.to_lowercase();
        let has = |letters: &[char]| folded.contains(letters);
        let zeros = folded.chars().filter(|c| *c == '0').count();
        if folded.contains("general") || folded.contains("g/") || folded.contains("e+") || folded.contains("e-") {
            Self::Number
        } else if has(&['y', 'd', 'e', 'b', 'g']) || (has(&['m']) && !has(&['h', 's'])) {
            Self::Day
        } else if has(&['h', 's', 'm']) {
            Self::Time
        } else if has(&['%']) {
            Self::Percent
        } else if zeros > 1 && zeros == folded.chars().count() {
            Self::Padded(zeros)
        } else {
            Self::Number
        }
    }
}

/// The first section of a format code without what it shows as it stands, and without what is counted on beyond a day.
fn bare(code: &str) -> String {
    let mut bare = String::new();
    let mut rest = code.chars();
    while let Some(c) = rest.next() {
        match c {
            ';' => break,
            '"' => rest.by_ref().take_while(|c| *c != '"').for_each(drop),
            '\\' | '_' | '*' => drop(rest.next()),
            '[' => {
                let inside: String = rest.by_ref().take_while(|c| *c != ']').collect();
                // elapsed hours are a number, no time of day
                if !inside.is_empty() && inside.chars().all(|c| matches!(c, 'h' | 'H' | 'm' | 'M' | 's' | 'S')) {
                    return String::new();
                }
            }
            c => bare.push(c),
        }
    }
    // AM/PM, 上午/下午 say nothing of the day
    bare.replace("AM/PM", "").replace("am/pm", "").replace("A/P", "")
}

/// What a number cell says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Said {
    pub text: String,
    /// A time of day was left out.
    pub timed: bool,
}

/// A number of a file as its format shows it; `None` where it is no number, or no day that there is.
pub(super) fn said(number: &str, shown: Shown, from_1904: bool) -> Option<Said> {
    let text = plain(number, 0)?;
    let said = |text| Some(Said { text, timed: false });
    match shown {
        Shown::Number => said(text),
        Shown::Percent => said(plain(number, 2)? + "%"),
        Shown::Padded(width) if text.bytes().all(|byte| byte.is_ascii_digit()) => said(format!("{text:0>width$}")),
        Shown::Padded(_) => said(text),
        Shown::Time if text.starts_with("0.") || text == "0" => said(time(&text)?),
        Shown::Time | Shown::Day => {
            let (whole, fraction) = text.split_once('.').unwrap_or((&text, ""));
            // less than a second before midnight is how a rounded number says midnight
            let midnight = fraction.starts_with("99999");
            let days = whole.parse::<i64>().ok()?.checked_add(i64::from(midnight))?;
            let timed = !midnight && !fraction.is_empty() && !fraction.starts_with("00000");
            Some(Said { text: day(days, from_1904)?.to_string(), timed })
        }
    }
}

/// A number to the 15 digits that Excel keeps, without an exponent, times ten to the power of `shift`. Whole numbers of more
/// digits, which other programs write, stay exact.
fn plain(number: &str, shift: i32) -> Option<String> {
    let number = number.trim();
    let whole = number.strip_prefix('-').unwrap_or(number);
    if shift == 0 && !whole.is_empty() && whole.len() <= 28 && whole.bytes().all(|byte| byte.is_ascii_digit()) {
        let digits = whole.trim_start_matches('0');
        return Some(match (digits.is_empty(), number.starts_with('-')) {
            (true, _) => "0".to_owned(),
            (false, true) => format!("-{digits}"),
            (false, false) => digits.to_owned(),
        });
    }
    let value: f64 = number.parse().ok().filter(|value: &f64| value.is_finite())?;
    let scientific = format!("{value:.14e}");
    let (mantissa, exponent) = scientific.split_once('e')?;
    let exponent = exponent.parse::<i32>().ok()?.checked_add(shift)?;
    let sign = if mantissa.starts_with('-') { "-" } else { "" };
    let digits: String = mantissa.chars().filter(char::is_ascii_digit).collect();
    let digits = digits.trim_end_matches('0');
    if digits.is_empty() {
        return Some("0".to_owned());
    }
    // where the point stands, counted from the first digit
    let point = exponent.checked_add(1)?;
    Some(match usize::try_from(point) {
        _ if point.abs() > 28 => {
            format!("{sign}{digits}e{}", exponent.saturating_sub(i32::try_from(digits.len()).ok()?.saturating_sub(1)))
        }
        Ok(point) if point >= digits.len() => {
            format!("{sign}{digits}{}", "0".repeat(point.saturating_sub(digits.len())))
        }
        Ok(point) if point > 0 => {
            let (before, behind) = digits.split_at_checked(point)?;
            format!("{sign}{before}.{behind}")
        }
        _ => format!("{sign}0.{}{digits}", "0".repeat(usize::try_from(point.unsigned_abs()).ok()?)),
    })
}

/// A part of a day as hours, minutes, and seconds where there are any.
fn time(part: &str) -> Option<String> {
    let part = Decimal::from_str_exact(part).ok()?;
    let seconds: i64 = part.checked_mul(Decimal::from(86_400))?.round().try_into().ok()?;
    let (hours, minutes, seconds) = (seconds / 3600, seconds / 60 % 60, seconds % 60);
    Some(if seconds == 0 {
        format!("{hours:02}:{minutes:02}")
    } else {
        format!("{hours:02}:{minutes:02}:{seconds:02}")
    })
}

/// The day of a cell that holds one as text by ISO 8601, and whether a time was left out.
pub(super) fn iso(text: &str) -> Said {
    match text.split_once('T') {
        Some((day, time)) if Date::parse(day).is_some() => {
            let timed = time.chars().any(|c| c.is_ascii_digit() && c != '0');
            Said { text: day.to_owned(), timed }
        }
        _ => Said { text: text.to_owned(), timed: false },
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn format_codes_say_what_is_shown() {
        for (code, want) in [
            ("General", Shown::Number),
            ("G/通用格式", Shown::Number),
            ("0.00", Shown::Number),
            ("#,##0.00_ ;[Red]-#,##0.00", Shown::Number),
            ("\"¥\"#,##0.00", Shown::Number),
            ("\"days \"0", Shown::Number),
            ("0.00E+00", Shown::Number),
            ("[$-804]#,##0", Shown::Number),
            ("[h]:mm", Shown::Number),
            ("# ?/?", Shown::Number),
            ("@", Shown::Number),
            ("yyyy-mm-dd", Shown::Day),
            ("yyyy\"年\"m\"月\"d\"日\";@", Shown::Day),
            ("[$-804]aaaa, d. mmm", Shown::Day),
            ("mmm-yy", Shown::Day),
            ("dd/mm/yyyy hh:mm", Shown::Day),
            ("m", Shown::Day),
            ("h:mm AM/PM", Shown::Time),
            ("mm:ss", Shown::Time),
            ("0%", Shown::Percent),
            ("0.00\\%", Shown::Number),
            ("00000", Shown::Padded(5)),
            ("0", Shown::Number),
        ] {
            assert_eq!(Shown::of_code(code), want, "{code}");
        }
    }

    #[test]
    fn numbers_as_excel_shows_them() {
        for (number, want) in [
            ("0.30000000000000004", "0.3"),
            ("1187.0", "1187"),
            ("-0", "0"),
            ("0.1", "0.1"),
            ("1.1000000000000001", "1.1"),
            ("5.0000000000000001E-2", "0.05"),
            ("1E-3", "0.001"),
            ("1.2345678901234501E+19", "12345678901234500000"),
            ("123456789012345678", "123456789012345678"),
            ("-45", "-45"),
            ("007", "7"),
            ("123456.78", "123456.78"),
            ("1e300", "1e300"),
            ("1.5e-40", "15e-41"),
        ] {
            let got = said(number, Shown::Number, false).map(|said| said.text);
            assert_eq!(got.as_deref(), Some(want), "{number}");
        }
        for number in ["", "-", "x", "NaN", "inf", "1e999", "0x10", "1_000"] {
            assert_eq!(said(number, Shown::Number, false), None, "{number}");
        }
        for (number, want) in
            [("0.15", "15%"), ("0.125", "12.5%"), ("1", "100%"), ("0.07", "7%"), ("2.8999999999999998E-2", "2.9%")]
        {
            assert_eq!(said(number, Shown::Percent, false).unwrap().text, want, "{number}");
        }
        assert_eq!(said("123", Shown::Padded(5), false).unwrap().text, "00123");
    }

    #[test]
    fn days_by_both_calendars() {
        for (number, from_1904, want, timed) in [
            ("1", false, Some("1900-01-01"), false),
            ("59", false, Some("1900-02-28"), false),
            ("60", false, None, false),
            ("61", false, Some("1900-03-01"), false),
            ("45000", false, Some("2023-03-15"), false),
            ("46350", false, Some("2026-11-24"), false),
            ("46350.5", false, Some("2026-11-24"), true),
            ("46350.000000001", false, Some("2026-11-24"), false),
            ("46349.9999999999", false, Some("2026-11-24"), false),
            ("44888", true, Some("2026-11-24"), false),
            ("0", true, Some("1904-01-01"), false),
            ("0", false, None, false),
            ("-5", false, None, false),
            ("2958465", false, Some("9999-12-31"), false),
            ("2958466", false, None, false),
            ("9223372036854775807", false, None, false),
        ] {
            let got = said(number, Shown::Day, from_1904);
            let want = want.map(|text| Said { text: text.to_owned(), timed });
            assert_eq!(got, want, "{number}");
        }
        assert_eq!(said("0.5", Shown::Time, false).unwrap().text, "12:00");
        assert_eq!(said("0.750011574074074", Shown::Time, false).unwrap().text, "18:00:01");
        assert_eq!(iso("2026-01-05T00:00:00Z"), Said { text: "2026-01-05".to_owned(), timed: false });
        assert!(iso("2026-01-05T09:30:00").timed);
    }
}
