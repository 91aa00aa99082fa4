//! 大写：人民币壹仟零叁拾元伍角整。 By the rules for bills (正确填写票据和结算凭证的基本规定): zeros between digits are one 零; after
//! 元 a 零 where there are 分 without 角; 整 after 元 and 角, never after 分.

use super::Parts;

const DIGITS: [char; 10] = ['零', '壹', '贰', '叁', '肆', '伍', '陆', '柒', '捌', '玖'];
/// What stands before the amount; the code where it is none of these.
const CALLED: [(&str, &str); 24] = [
    ("CNY", "人民币"),
    ("USD", "美元"),
    ("EUR", "欧元"),
    ("GBP", "英镑"),
    ("JPY", "日元"),
    ("HKD", "港元"),
    ("AUD", "澳元"),
    ("CAD", "加元"),
    ("NZD", "新西兰元"),
    ("SGD", "新加坡元"),
    ("CHF", "瑞士法郎"),
    ("SEK", "瑞典克朗"),
    ("NOK", "挪威克朗"),
    ("DKK", "丹麦克朗"),
    ("RUB", "卢布"),
    ("INR", "印度卢比"),
    ("KRW", "韩元"),
    ("THB", "泰铢"),
    ("MYR", "林吉特"),
    ("AED", "阿联酋迪拉姆"),
    ("SAR", "沙特里亚尔"),
    ("KWD", "科威特第纳尔"),
    ("TWD", "新台币"),
    ("MOP", "澳门元"),
];

/// An amount as papers say it.
pub fn say(parts: &Parts, code: &str) -> String {
    let currency = CALLED.iter().find(|(known, _)| *known == code).map_or(code, |(_, name)| name);
    let mut text = format!("{currency}{}", if parts.negative { "负" } else { "" });
    if parts.whole > 0 || parts.minor == 0 {
        text.push_str(&number(parts.whole));
        text.push('元');
    }
    text.push_str(&minor(parts));
    text
}

/// What stands behind 元.
fn minor(parts: &Parts) -> String {
    let width = usize::try_from(parts.decimals).unwrap_or(0);
    let digits: Vec<u32> = format!("{:0width$}", parts.minor).chars().filter_map(|c| c.to_digit(10)).collect();
    let (mut text, mut gap, mut last) = (String::new(), parts.whole > 0, '元');
    if parts.minor == 0 {
        return "整".to_owned();
    }
    let mut skipped = false;
    for (digit, unit) in digits.iter().zip(['角', '分', '厘']) {
        if *digit == 0 {
            skipped = true;
            continue;
        }
        if skipped && gap {
            text.push('零');
        }
        (gap, skipped, last) = (true, false, unit);
        text.extend(usize::try_from(*digit).ok().and_then(|digit| DIGITS.get(digit)));
        text.push(unit);
    }
    if last == '角' {
        text.push('整');
    }
    text
}

/// A whole number.
pub fn number(number: u64) -> String {
    const YI: u64 = 100_000_000;
    const WAN: u64 = 10_000;
    match number {
        0..WAN => below_wan(number),
        WAN..YI => joined(below_wan(number / WAN), '万', number % WAN, number % WAN < WAN / 10),
        _ => joined(self::number(number / YI), '亿', number % YI, number % YI < YI / 10),
    }
}

/// What stands before a unit and what behind it, with a 零 where digits between them are missing.
fn joined(high: String, unit: char, low: u64, gap: bool) -> String {
    match (low, gap) {
        (0, _) => format!("{high}{unit}"),
        (low, true) => format!("{high}{unit}零{}", number(low)),
        (low, false) => format!("{high}{unit}{}", number(low)),
    }
}

fn below_wan(number: u64) -> String {
    if number == 0 {
        return "零".to_owned();
    }
    let (mut text, mut gap) = (String::new(), false);
    for (size, unit) in [(1000, "仟"), (100, "佰"), (10, "拾"), (1, "")] {
        let digit = number / size % 10;
        if digit == 0 {
            gap = !text.is_empty();
            continue;
        }
        if std::mem::take(&mut gap) {
            text.push('零');
        }
        text.extend(usize::try_from(digit).ok().and_then(|digit| DIGITS.get(digit)));
        text.push_str(unit);
    }
    text
}
