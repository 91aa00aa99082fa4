//! English: `SAY US DOLLARS SEVEN THOUSAND AND THIRTY AND CENTS FIFTY ONLY`.

use super::Parts;

const ONES: [&str; 20] = [
    "ZERO",
    "ONE",
    "TWO",
    "THREE",
    "FOUR",
    "FIVE",
    "SIX",
    "SEVEN",
    "EIGHT",
    "NINE",
    "TEN",
    "ELEVEN",
    "TWELVE",
    "THIRTEEN",
    "FOURTEEN",
    "FIFTEEN",
    "SIXTEEN",
    "SEVENTEEN",
    "EIGHTEEN",
    "NINETEEN",
];
const TENS: [&str; 10] = ["", "", "TWENTY", "THIRTY", "FORTY", "FIFTY", "SIXTY", "SEVENTY", "EIGHTY", "NINETY"];
const THOUSANDS: [(u64, &str); 5] = [
    (1_000_000_000_000_000, "QUADRILLION"),
    (1_000_000_000_000, "TRILLION"),
    (1_000_000_000, "BILLION"),
    (1_000_000, "MILLION"),
    (1_000, "THOUSAND"),
];
/// What the commonest currencies and their minor units are called on papers.
const CALLED: [(&str, &str, &str); 18] = [
    ("USD", "US DOLLARS", "CENTS"),
    ("EUR", "EUROS", "CENTS"),
    ("GBP", "POUNDS STERLING", "PENCE"),
    ("CNY", "RENMINBI YUAN", ""),
    ("JPY", "JAPANESE YEN", ""),
    ("HKD", "HONG KONG DOLLARS", "CENTS"),
    ("AUD", "AUSTRALIAN DOLLARS", "CENTS"),
    ("CAD", "CANADIAN DOLLARS", "CENTS"),
    ("NZD", "NEW ZEALAND DOLLARS", "CENTS"),
    ("SGD", "SINGAPORE DOLLARS", "CENTS"),
    ("CHF", "SWISS FRANCS", ""),
    ("SEK", "SWEDISH KRONOR", ""),
    ("INR", "INDIAN RUPEES", "PAISE"),
    ("RUB", "RUSSIAN ROUBLES", "KOPECKS"),
    ("AED", "UAE DIRHAMS", "FILS"),
    ("SAR", "SAUDI RIYALS", "HALALAS"),
    ("KWD", "KUWAITI DINARS", "FILS"),
    ("BRL", "BRAZILIAN REAIS", "CENTAVOS"),
];

/// An amount as papers say it. Minor units that have no common name are told as a fraction: `AND 50/100`.
pub fn say(parts: &Parts, code: &str) -> String {
    let (currency, unit) = match CALLED.iter().find(|(known, _, _)| *known == code) {
        Some((_, currency, unit)) => ((*currency).to_owned(), *unit),
        None => (
            iso_currency::Currency::from_code(code)
                .map_or_else(|| code.to_owned(), |known| known.name().to_uppercase()),
            "",
        ),
    };
    let mut words = vec!["SAY".to_owned(), currency];
    if parts.negative {
        words.push("MINUS".to_owned());
    }
    match (parts.whole, parts.minor, unit) {
        (whole, 0, _) => words.push(number(whole)),
        (0, minor, unit) if !unit.is_empty() => words.push(format!("{unit} {}", number(minor.into()))),
        (whole, minor, "") => {
            let width = usize::try_from(parts.decimals).unwrap_or(0);
            let whole = number(whole);
            words.push(format!("{whole} AND {minor:0width$}/{}", 10_u32.saturating_pow(parts.decimals)));
        }
        (whole, minor, unit) => words.push(format!("{} AND {unit} {}", number(whole), number(minor.into()))),
    }
    words.retain(|word| !word.is_empty());
    words.push("ONLY".to_owned());
    words.join(" ")
}

/// A whole number.
pub fn number(number: u64) -> String {
    if number < 1000 {
        return below_thousand(number);
    }
    let mut words = Vec::new();
    let mut rest = number;
    for (size, name) in THOUSANDS {
        let count = rest / size;
        rest %= size;
        if count > 0 {
            words.push(format!("{} {name}", below_thousand(count)));
        }
    }
    match rest {
        0 => {}
        1..100 => words.push(format!("AND {}", below_thousand(rest))),
        _ => words.push(below_thousand(rest)),
    }
    words.join(" ")
}

fn below_thousand(number: u64) -> String {
    let word = |table: &[&'static str], at: u64| {
        usize::try_from(at).ok().and_then(|at| table.get(at).copied()).unwrap_or_default()
    };
    match number {
        0..20 => word(&ONES, number).to_owned(),
        20..100 if number.is_multiple_of(10) => word(&TENS, number / 10).to_owned(),
        20..100 => format!("{}-{}", word(&TENS, number / 10), word(&ONES, number % 10)),
        _ if number.is_multiple_of(100) => format!("{} HUNDRED", word(&ONES, number / 100)),
        _ => format!("{} HUNDRED AND {}", word(&ONES, number / 100), below_thousand(number % 100)),
    }
}
