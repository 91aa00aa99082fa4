//! Amounts in words, case by case.

use super::*;

fn d(text: &str) -> Decimal {
    Decimal::from_str_exact(text).unwrap()
}

#[test]
fn in_chinese() {
    for (number, code, want) in [
        ("0", "CNY", "人民币零元整"),
        ("0.05", "CNY", "人民币伍分"),
        ("0.50", "CNY", "人民币伍角整"),
        ("0.55", "CNY", "人民币伍角伍分"),
        ("1", "CNY", "人民币壹元整"),
        ("10", "CNY", "人民币壹拾元整"),
        ("16", "CNY", "人民币壹拾陆元整"),
        ("20.05", "CNY", "人民币贰拾元零伍分"),
        ("100.50", "CNY", "人民币壹佰元伍角整"),
        ("101", "CNY", "人民币壹佰零壹元整"),
        ("110", "CNY", "人民币壹佰壹拾元整"),
        ("1000", "CNY", "人民币壹仟元整"),
        ("1001", "CNY", "人民币壹仟零壹元整"),
        ("1010", "CNY", "人民币壹仟零壹拾元整"),
        ("1100", "CNY", "人民币壹仟壹佰元整"),
        ("1409.50", "CNY", "人民币壹仟肆佰零玖元伍角整"),
        ("6007.14", "CNY", "人民币陆仟零柒元壹角肆分"),
        ("1680.32", "CNY", "人民币壹仟陆佰捌拾元叁角贰分"),
        ("107000.53", "CNY", "人民币壹拾万柒仟元伍角叁分"),
        ("16409.02", "CNY", "人民币壹万陆仟肆佰零玖元零贰分"),
        ("325.04", "CNY", "人民币叁佰贰拾伍元零肆分"),
        ("10000", "CNY", "人民币壹万元整"),
        ("10001", "CNY", "人民币壹万零壹元整"),
        ("10100", "CNY", "人民币壹万零壹佰元整"),
        ("11000", "CNY", "人民币壹万壹仟元整"),
        ("100000", "CNY", "人民币壹拾万元整"),
        ("1000001", "CNY", "人民币壹佰万零壹元整"),
        ("10203040", "CNY", "人民币壹仟零贰拾万叁仟零肆拾元整"),
        ("100000000", "CNY", "人民币壹亿元整"),
        ("100000001", "CNY", "人民币壹亿零壹元整"),
        ("100010000", "CNY", "人民币壹亿零壹万元整"),
        ("110000000", "CNY", "人民币壹亿壹仟万元整"),
        ("101000000.01", "CNY", "人民币壹亿零壹佰万元零壹分"),
        ("1234567890.12", "CNY", "人民币壹拾贰亿叁仟肆佰伍拾陆万柒仟捌佰玖拾元壹角贰分"),
        ("1000000000000", "CNY", "人民币壹万亿元整"),
        ("1000000000001", "CNY", "人民币壹万亿零壹元整"),
        ("1000000000000000", "CNY", "人民币壹仟万亿元整"),
        ("-100", "CNY", "人民币负壹佰元整"),
        ("-0.004", "CNY", "人民币零元整"),
        ("2.345", "CNY", "人民币贰元叁角伍分"),
        ("7030", "USD", "美元柒仟零叁拾元整"),
        ("7030.50", "USD", "美元柒仟零叁拾元伍角整"),
        ("1234567", "JPY", "日元壹佰贰拾叁万肆仟伍佰陆拾柒元整"),
        ("1.005", "KWD", "科威特第纳尔壹元零伍厘"),
        ("1.205", "KWD", "科威特第纳尔壹元贰角零伍厘"),
        ("1.250", "KWD", "科威特第纳尔壹元贰角伍分"),
        ("12", "XOF", "XOF壹拾贰元整"),
    ] {
        assert_eq!(in_words(d(number), code, Lang::Zh), want, "{code} {number}");
    }
}

#[test]
fn in_english() {
    for (number, code, want) in [
        ("0", "USD", "SAY US DOLLARS ZERO ONLY"),
        ("0.05", "USD", "SAY US DOLLARS CENTS FIVE ONLY"),
        ("1", "USD", "SAY US DOLLARS ONE ONLY"),
        ("13.50", "USD", "SAY US DOLLARS THIRTEEN AND CENTS FIFTY ONLY"),
        ("21", "USD", "SAY US DOLLARS TWENTY-ONE ONLY"),
        ("40", "USD", "SAY US DOLLARS FORTY ONLY"),
        ("100", "USD", "SAY US DOLLARS ONE HUNDRED ONLY"),
        ("115", "USD", "SAY US DOLLARS ONE HUNDRED AND FIFTEEN ONLY"),
        ("7030", "USD", "SAY US DOLLARS SEVEN THOUSAND AND THIRTY ONLY"),
        ("7300", "USD", "SAY US DOLLARS SEVEN THOUSAND THREE HUNDRED ONLY"),
        (
            "1234567.89",
            "EUR",
            "SAY EUROS ONE MILLION TWO HUNDRED AND THIRTY-FOUR THOUSAND FIVE HUNDRED AND SIXTY-SEVEN AND CENTS EIGHTY-NINE ONLY",
        ),
        ("1000000", "GBP", "SAY POUNDS STERLING ONE MILLION ONLY"),
        ("1000001.01", "GBP", "SAY POUNDS STERLING ONE MILLION AND ONE AND PENCE ONE ONLY"),
        ("2000000000", "JPY", "SAY JAPANESE YEN TWO BILLION ONLY"),
        ("99.5", "JPY", "SAY JAPANESE YEN ONE HUNDRED ONLY"),
        ("1.005", "KWD", "SAY KUWAITI DINARS ONE AND FILS FIVE ONLY"),
        ("5.50", "CNY", "SAY RENMINBI YUAN FIVE AND 50/100 ONLY"),
        ("0.05", "CNY", "SAY RENMINBI YUAN ZERO AND 05/100 ONLY"),
        ("5.005", "BHD", "SAY BAHRAINI DINAR FIVE AND 005/1000 ONLY"),
        ("-250", "USD", "SAY US DOLLARS MINUS TWO HUNDRED AND FIFTY ONLY"),
        ("1000000000000000", "USD", "SAY US DOLLARS ONE QUADRILLION ONLY"),
        ("1000000000000001", "USD", "1,000,000,000,000,001"),
    ] {
        assert_eq!(in_words(d(number), code, Lang::En), want, "{code} {number}");
    }
}

#[test]
fn counts() {
    for (number, en, zh) in [
        ("0", "ZERO", "零"),
        ("40.00", "FORTY", "肆拾"),
        ("1512", "ONE THOUSAND FIVE HUNDRED AND TWELVE", "壹仟伍佰壹拾贰"),
        ("2.5", "2.5", "2.5"),
    ] {
        assert_eq!((count_in_words(d(number), Lang::En), count_in_words(d(number), Lang::Zh)), (en.into(), zh.into()));
    }
}

#[test]
fn no_amount_is_beyond_words() {
    for number in ["79228162514264337593543950335", "-79228162514264337593543950335", "0.0000000000000000000000000001"]
    {
        for code in ["USD", "JPY", "KWD", "???", ""] {
            assert!(!in_words(d(number), code, Lang::En).is_empty());
            assert!(!in_words(d(number), code, Lang::Zh).is_empty());
        }
    }
}
