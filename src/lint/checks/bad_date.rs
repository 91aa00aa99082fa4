//! A day in a notation that cannot be read.

use toml::de::DeValue;
use unicode_normalization::UnicodeNormalization;

use crate::lang::{Words, tr};
use crate::lint::values::{date, replaced, shaped};
use crate::lint::{Check, Findings, Run, Sample, Source};
use crate::model::Date;
use crate::model::choice::Severity;
use crate::model::field::Shape;
use crate::tr;

pub const CHECK: Check = Check {
    code: "bad-date",
    severity: Severity::Error,
    article: "",
    what: Words::new("a date that cannot be read", "无法识别的日期"),
    why: Words::new(
        "Dates stand as 2026-02-09 and no other way: 02/09/2026 is two different days in Ningbo and in Hamburg. A card with an unreadable date is in no list.",
        "日期只有 2026-02-09 一种写法：02/09/2026 在宁波和汉堡是两天。日期读不出，整张卡片就不在任何清单里。",
    ),
    bad: &[Sample::Card("name = 'Acme'\n[[followup]]\ndate = '2026/2/9'\nkind = 'call'\nsummary = '问价'\n")],
    good: &[Sample::Card("name = 'Acme'\n[[followup]]\ndate = 2026-02-09\nkind = 'call'\nsummary = '问价'\n")],
    run: Run::Card(run),
};

const MONTHS: &[&str] = &["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];

fn run(source: &Source<'_>, out: &mut Findings<'_>) {
    shaped(source, &Shape::Date, &mut |value| {
        let (text, whole) = match value.value.get_ref() {
            DeValue::String(text) if !text.trim().is_empty() => (text.to_string(), true),
            DeValue::Datetime(moment) => (moment.to_string(), false),
            _ => return,
        };
        if date(value.value.get_ref()).is_some() {
            return;
        }
        let message = match impossible(&text) {
            true => tr!("there is no day {text}", "没有 {text} 这一天"),
            false if whole => tr!("\"{text}\" is no date", "“{text}”不是日期"),
            false => tr!("{text} is not a day alone", "{text} 不是单独的日期"),
        };
        let found = out.at(value.value.span(), message);
        let day = meant(&text);
        // a time of day would be lost, unless it is the midnight that a spreadsheet puts there
        match day.filter(|_| without_time(&text).is_some()) {
            Some(day) => {
                found.hint(tr!("write {day}, or: kehu lint --fix", "请写成 {day}，或运行 kehu lint --fix"));
                found.fix(replaced(value, day.to_string()));
            }
            None => {
                found.hint(match day {
                    Some(day) => tr!("write {day}", "请写成 {day}"),
                    None => tr("write the day as 2026-11-23, without a time", "请写成 2026-11-23，不带时间").to_owned(),
                });
            }
        }
    });
}

/// Written as it should be, but no calendar has it.
fn impossible(text: &str) -> bool {
    let digits = text.bytes().enumerate().all(|(i, b)| if i == 4 || i == 7 { b == b'-' } else { b.is_ascii_digit() });
    text.len() == 10 && digits
}

/// The one day that the text can mean; `None` where it can mean two or none.
fn meant(text: &str) -> Option<Date> {
    let narrow: String = text.nfkc().collect::<String>().to_lowercase();
    let day = without_time(&narrow).unwrap_or(narrow.split(['t', ' ']).next().unwrap_or_default());
    let parts: Vec<&str> = day
        .split(|c: char| c.is_whitespace() || matches!(c, '-' | '/' | '.' | ',' | '年' | '月' | '日' | '号'))
        .filter(|part| !part.is_empty())
        .collect();
    match *parts.as_slice() {
        [all] if all.len() == 8 => from_parts(all.get(..4)?, all.get(4..6)?, all.get(6..)?),
        [year, month, day] if year.len() == 4 => from_parts(year, month, day),
        [a, b, year] if year.len() == 4 => match (from_parts(year, b, a), from_parts(year, a, b)) {
            (Some(day_first), Some(month_first)) if day_first == month_first => Some(day_first),
            (Some(only), None) | (None, Some(only)) => Some(only),
            _ => None,
        },
        _ => None,
    }
}

/// The text before a midnight, or all of it where it holds no time.
fn without_time(text: &str) -> Option<&str> {
    let Some(colon) = text.find(':') else { return Some(text.trim()) };
    let (day, time) = text.split_at_checked(text.get(..colon)?.rfind(['t', 'T', ' '])?)?;
    let midnight = time.bytes().all(|b| !b.is_ascii_digit() || b == b'0');
    midnight.then(|| day.trim())
}

fn from_parts(year: &str, month: &str, day: &str) -> Option<Date> {
    let named = |month: &str| MONTHS.iter().position(|name| month.len() >= 3 && month.starts_with(name)).map(|i| i + 1);
    let number = |part: &str| part.parse::<u32>().ok().filter(|_| part.bytes().all(|b| b.is_ascii_digit()));
    let month = number(month).or(named(month).and_then(|month| u32::try_from(month).ok()))?;
    Date::parse(&format!("{:04}-{month:02}-{:02}", number(year)?, number(day)?))
        .filter(|day| (1900..2200).contains(&day.year()))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lint::tests::Book;

    #[test]
    fn notations_that_mean_one_day_are_understood() {
        for (text, want) in [
            ("2026/2/9", "2026-02-09"),
            ("2026-2-9", "2026-02-09"),
            ("2026.02.09", "2026-02-09"),
            ("2026年2月9日", "2026-02-09"),
            ("2026年02月09号", "2026-02-09"),
            ("２０２６-０２-０９", "2026-02-09"),
            ("20260209", "2026-02-09"),
            (" 2026-02-09 ", "2026-02-09"),
            ("2026-02-09 00:00:00", "2026-02-09"),
            ("2026-02-09T00:00:00Z", "2026-02-09"),
            ("2026-02-09 14:30", "2026-02-09"),
            ("31/12/2026", "2026-12-31"),
            ("12/31/2026", "2026-12-31"),
            ("05.05.2026", "2026-05-05"),
            ("9 Feb 2026", "2026-02-09"),
            ("09-Feb-2026", "2026-02-09"),
            ("February 9, 2026", "2026-02-09"),
        ] {
            assert_eq!(meant(text).map(|day| day.to_string()).as_deref(), Some(want), "{text}");
        }
        for text in [
            "02/09/2026",
            "9.2.2026",
            "2026-02-30",
            "26-02-09",
            "9/2/26",
            "2026-02",
            "2026",
            "明天",
            "下周",
            "Q1 2026",
            "46062",
            "0209-20-26",
            "",
        ] {
            assert_eq!(meant(text), None, "{text}");
        }
    }

    #[test]
    fn only_what_loses_nothing_is_mended() {
        for (value, want) in [
            ("'2026/2/9'", Some("2026-02-09")),
            ("2026-02-09T00:00:00", Some("2026-02-09")),
            ("2026-02-09T00:00:00+08:00", None),
            ("'2026-02-09 00:00:00'", Some("2026-02-09")),
            ("2026-02-09T14:30:00", None),
            ("'2026-02-09 14:30'", None),
            ("'2026-02-30'", None),
            ("07:32:00", None),
            ("'02/09/2026'", None),
        ] {
            let text = format!("name = 'Acme'\n[start]\ntrading_card = {value} # 一式两份\n");
            let book = Book::card(&text);
            let found = book.found("bad-date");
            assert_eq!(found.len(), 1, "{value}");
            assert_eq!(found.iter().any(|finding| finding.fix.is_some()), want.is_some(), "{value}");
            if let Some(day) = want {
                let mended = book.mended_by("bad-date").text("国外客户/德国/Acme/card.toml").unwrap();
                assert_eq!(mended, format!("name = 'Acme'\n[start]\ntrading_card = {day} # 一式两份\n"));
            }
        }
    }

    #[test]
    fn days_that_can_be_read_and_other_types_are_no_business_of_it() {
        for value in ["2026-02-09", "'2026-02-09'", "20260209", "true", "''"] {
            let book = Book::card(&format!("name = 'Acme'\ncreated = {value}\n"));
            assert_eq!(book.found("bad-date").len(), 0, "{value}");
        }
    }
}
