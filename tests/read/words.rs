//! What is said of a file that cannot be read, in both languages, and of which place.

use kehu::lang::{Lang, speak};
use kehu::model::Card;

use super::{card, fault};

/// Text with the place of the fault between ‹ and ›, and what is said in English and Chinese.
type Wrong = (&'static str, &'static str, &'static str);

const WRONG_VALUES: &[Wrong] = &[
    ("name = ‹7›\n", "expected text in double quotes, found 7", "应为加双引号的文本，实为 7"),
    (
        "name = ‹2026-11-23›\n",
        "expected text in double quotes, found 2026-11-23",
        "应为加双引号的文本，实为 2026-11-23",
    ),
    ("code = ‹0.5›\n", "expected text in double quotes, found 0.5", "应为加双引号的文本，实为 0.5"),
    (
        "name = ‹{ x = 1 }›\n",
        "expected text in double quotes, found a group of fields",
        "应为加双引号的文本，实为一组字段",
    ),
    ("name = ‹['A']›\n", "expected text in double quotes, found a list", "应为加双引号的文本，实为列表"),
    (
        "‹[name]›\nx = 1\n",
        "expected text in double quotes, found a group of fields",
        "应为加双引号的文本，实为一组字段",
    ),
    (
        "‹name›.first = 'A'\n",
        "expected text in double quotes, found a group of fields",
        "应为加双引号的文本，实为一组字段",
    ),
    ("tags = ‹'a'›\n", "expected a list in [ ], found \"a\"", "应为用 [ ] 括起的列表，实为“a”"),
    ("tags = ['a', ‹true›]\n", "expected text in double quotes, found true", "应为加双引号的文本，实为 true"),
    (
        "‹[contact]›\nname = 'A'\n",
        "expected a list in [ ], found a group of fields",
        "应为用 [ ] 括起的列表，实为一组字段",
    ),
    ("contact = [ { name = 'A' }, ‹'B'› ]\n", "expected a group of fields, found \"B\"", "应为一组字段，实为“B”"),
    ("contact = [ ‹['A', 'B']› ]\n", "expected a group of fields, found a list", "应为一组字段，实为列表"),
    ("profile = ‹[]›\n", "expected a group of fields, found a list", "应为一组字段，实为列表"),
    ("‹[[profile]]›\nsize = 'small'\n", "expected a group of fields, found a list", "应为一组字段，实为列表"),
    ("profile = ‹'big'›\n", "expected a group of fields, found \"big\"", "应为一组字段，实为“big”"),
    ("[[order]]\n[[order]]\npay = ‹3›\n", "expected a group of fields, found 3", "应为一组字段，实为 3"),
    ("[[followup]]\neffective = ‹'yes'›\n", "expected true or false, found \"yes\"", "应为 true 或 false，实为“yes”"),
    (
        "[[credit]]\nterm_days = ‹'30'›\n",
        "expected a whole number from 0 to 4294967295, found \"30\"",
        "应为 0 至 4294967295 的整数，实为“30”",
    ),
    (
        "[[credit]]\nterm_days = ‹-1›\n",
        "expected a whole number from 0 to 4294967295, found -1",
        "应为 0 至 4294967295 的整数，实为 -1",
    ),
    (
        "[[credit]]\nterm_days = ‹4294967296›\n",
        "expected a whole number from 0 to 4294967295, found 4294967296",
        "应为 0 至 4294967295 的整数，实为 4294967296",
    ),
    (
        "[[credit]]\nterm_days = ‹99999999999999999999›\n",
        "expected a whole number from 0 to 4294967295, found 99999999999999999999",
        "应为 0 至 4294967295 的整数，实为 99999999999999999999",
    ),
    (
        "[[credit]]\nterm_days = ‹30.0›\n",
        "expected a whole number from 0 to 4294967295, found 30.0",
        "应为 0 至 4294967295 的整数，实为 30.0",
    ),
    (
        "created = ‹'2026-02-30'›\n",
        "expected a day such as 2026-11-23, found \"2026-02-30\"",
        "应为日期，如 2026-11-23，实为“2026-02-30”",
    ),
    (
        "created = ‹'2026-2-3'›\n",
        "expected a day such as 2026-11-23, found \"2026-2-3\"",
        "应为日期，如 2026-11-23，实为“2026-2-3”",
    ),
    (
        "created = ‹2026-11-23T10:00:00Z›\n",
        "expected a day such as 2026-11-23, found \"2026-11-23T10:00:00Z\"",
        "应为日期，如 2026-11-23，实为“2026-11-23T10:00:00Z”",
    ),
    (
        "created = ‹10:00:00›\n",
        "expected a day such as 2026-11-23, found \"10:00:00\"",
        "应为日期，如 2026-11-23，实为“10:00:00”",
    ),
    (
        "created = ‹20261123›\n",
        "expected a day such as 2026-11-23, found 20261123",
        "应为日期，如 2026-11-23，实为 20261123",
    ),
];

const NUMBER_EN: &str = "expected a plain decimal of at most 28 digits such as \"187.00\", found ";
const NUMBER_ZH: &str = "应为不超过 28 位的普通小数，如 \"187.00\"，实为";

#[rustfmt::skip]
const WRONG_NUMBERS: &[(&str, &str, &str)] = &[
    ("'1,234.50'", "\"1,234.50\"", "“1,234.50”"),
    ("1e3", "\"1e3\"", "“1e3”"),
    ("nan", "\"nan\"", "“nan”"),
    ("-inf", "\"-inf\"", "“-inf”"),
    ("0x1F", "\"0x1F\"", "“0x1F”"),
    ("true", "true", " true"),
    ("2026-11-23", "2026-11-23", " 2026-11-23"),
    ("''", "\"\"", "“”"),
    ("'１２３'", "\"１２３\"", "“１２３”"),
    ("123456789012345678901234567890", "\"123456789012345678901234567890\"", "“123456789012345678901234567890”"),
];

#[rustfmt::skip]
const NO_TOML: &[Wrong] = &[
    ("name = ‹Acme›\n", "text must stand in double quotes", "文本须加英文双引号"),
    ("name = ‹›\n", "the value is missing", "缺少值"),
    ("[[order]]\r\npay = { days = ‹›}\r\n", "between { and } stands key = value", "{ } 内应为 字段 = 值"),
    ("profile = { 'small' ‹›}\n", "between { and } stands key = value", "{ } 内应为 字段 = 值"),
    ("name = \"A\u{1}\"\n", "the text holds a control character", "文本中有控制字符"),
    ("name = 'A\u{1}'\n", "the text holds a control character", "文本中有控制字符"),
    ("name = '''A\u{1}'''\n", "the text holds a control character", "文本中有控制字符"),
    ("name = \"\"\"A\u{1}\"\"\"\n", "the text holds a control character", "文本中有控制字符"),
    ("name ‹›'A'\n", "a key without a value: `=` is missing", "字段后缺少 = 和值"),
    ("name‹›", "a key without a value: `=` is missing", "字段后缺少 = 和值"),
    ("name = 'A'\n‹name› = 'B'\n", "this key stands here for the second time", "同一字段重复出现"),
    ("[profile]\n[‹profile›]\n", "this key stands here for the second time", "同一字段重复出现"),
    ("profile = {}\n[‹profile›.x]\n", "this key holds a value already, so no group of fields can stand here", "该字段已有值，不能再作为一组字段"),
    ("name = 'A'\n‹name›.x = 1\n", "this key holds a value already, so no group of fields can stand here", "该字段已有值，不能再作为一组字段"),
    ("‹名称› = 'A'\n", "a key may hold only letters, digits, - and _", "字段名只能用英文字母、数字、- 和 _"),
    ("= 1\n", "the name of the key is missing", "缺少字段名"),
    ("name = \"A\n", "the text does not end: a closing \" is missing", "文本未结束：缺少右边的英文双引号"),
    ("name = 'A\n", "the text does not end: a closing ' is missing", "文本未结束：缺少右边的英文单引号"),
    ("name = \"\"\"A\n", "the text does not end: a closing \" is missing", "文本未结束：缺少右边的英文双引号"),
    ("name = '''A\n", "the text does not end: a closing ' is missing", "文本未结束：缺少右边的英文单引号"),
    ("name = “A”\n", "text must stand in double quotes", "文本须加英文双引号"),
    ("created = ‹2026-02-30›\n", "there is no such day", "日期不存在"),
    ("created = ‹2023-02-29›\n", "there is no such day", "日期不存在"),
    ("created = ‹2026-13-01›\n", "there is no such day", "日期不存在"),
    ("phone = ‹0571-8888999›\n", "not a day such as 2026-11-23; text must stand in double quotes", "不是日期（应如 2026-11-23）；文本须加英文双引号"),
    ("code = 0571\n", "a number does not begin with 0; put codes in double quotes", "数字不能以 0 开头；编号请加英文双引号"),
    ("x = ‹1_2x›\n", "this is not a number; text must stand in double quotes", "不是有效数字；文本须加英文双引号"),
    ("x = [{ y = ‹1_234⟨1⟩› }]\n", "this is not a number; text must stand in double quotes", "不是有效数字；文本须加英文双引号"),
    ("x = ‹0x›\n", "this is not a number; text must stand in double quotes", "不是有效数字；文本须加英文双引号"),
    ("x = 1__2\n", "this is not a number; text must stand in double quotes", "不是有效数字；文本须加英文双引号"),
    ("x = 1.2.3\n", "this is not a number; text must stand in double quotes", "不是有效数字；文本须加英文双引号"),
    ("tags = ['a'\n", "the list does not end: ] is missing", "列表未结束：缺少 ]"),
    ("tags = ['a' 'b']\n", "a comma is missing", "缺少英文逗号"),
    ("tags = ['a',, 'b']\n", "one comma too many", "多余的逗号"),
    ("profile = { size = 'small'\n", "the group does not end: } is missing", "字段组未结束：缺少 }"),
    ("[profile\nsize = 'small'\n", "a heading stands alone on its line, as [profile] or [[contact]]", "表头须独占一行，如 [profile] 或 [[contact]]"),
    ("[[contact]\nname = 'A'\n", "a heading stands alone on its line, as [profile] or [[contact]]", "表头须独占一行，如 [profile] 或 [[contact]]"),
    ("name = 'A' code = 'B'\n", "one key a line: something follows the value", "一行只能有一个字段：值后面有多余内容"),
    ("name == 'A'\n", "one `=` too many", "多余的 ="),
    ("note = \"D:\\客户\"\n", "write \\\\ for a backslash inside double quotes", "双引号内的反斜杠须写成 \\\\"),
    ("name = 'A'\r‹›code = 'B'\n", "an old Macintosh line end (CR alone)", "旧式换行符（单独的 CR）"),
    ("# a\u{1}b\n", "the comment holds a control character", "注释中有控制字符"),
    ("name = 'A'\n‹<<<<<<<› HEAD\ncode = '1'\n=======\ncode = '2'\n>>>>>>> theirs\n", "a merge was left half done here: keep one side, delete the marker lines", "git 合并未完成：请保留一方并删除标记行"),
    ("\u{feff}‹<<<<<<<› HEAD\r\ncode = '1'\r\n=======\r\n>>>>>>> theirs\r\n", "a merge was left half done here: keep one side, delete the marker lines", "git 合并未完成：请保留一方并删除标记行"),
];

/// The text without the marks, and the place between them, where there are any.
fn marked(text: &str) -> (String, Option<std::ops::Range<usize>>) {
    let plain = text.replace(['‹', '›'], "");
    let place = text.find('‹').zip(text.find('›')).map(|(start, end)| start..end - '‹'.len_utf8());
    (plain, place)
}

// the language belongs to the whole process: everything that is about words stands in this one test
#[test]
fn faults_are_told_in_both_languages_at_their_place() {
    let numbers: Vec<(String, String, String)> = WRONG_NUMBERS
        .iter()
        .map(|(written, en, zh)| {
            (format!("[[payment]]\namount = ‹{written}›\n"), format!("{NUMBER_EN}{en}"), format!("{NUMBER_ZH}{zh}"))
        })
        .collect();
    let numbers = numbers.iter().map(|(text, en, zh)| (text.as_str(), en.as_str(), zh.as_str()));
    for (text, en, zh) in WRONG_VALUES.iter().chain(NO_TOML).copied().chain(numbers) {
        let (plain, place) = marked(text);
        for (lang, want) in [(Lang::En, en), (Lang::Zh, zh)] {
            speak(lang);
            let fault = fault(&plain);
            assert_eq!(fault.what, want, "{plain}");
            assert_eq!(fault.span, place.clone().unwrap_or(fault.span.clone()), "{plain}: {}", fault.what);
            assert!(plain.get(fault.span.clone()).is_some(), "{plain}: {:?}", fault.span);
        }
    }
    choices();
    depth();
    long_values_are_not_repeated();
    speak(Lang::Zh);
}

fn choices() {
    for (text, known) in [
        ("type = 'shop'\n", "distributor"),
        ("[profile]\nsize = '巨大'\n", "medium"),
        ("[[followup]]\nkind = ''\n", "visit"),
    ] {
        speak(Lang::En);
        let en = fault(text).what;
        assert!(en.starts_with("expected one of ") && en.contains(known), "{en}");
        speak(Lang::Zh);
        let zh = fault(text);
        assert!(zh.what.starts_with("应为以下之一：") && zh.what.contains(known), "{}", zh.what);
        assert!(text[zh.span.clone()].starts_with('\''), "{text}");
    }
}

fn depth() {
    let deep = 100_000;
    for text in [
        format!("x = {}", "[".repeat(deep)),
        format!("x = {}{}\n", "[".repeat(deep), "]".repeat(deep)),
        format!("x = {}", "{ a = ".repeat(deep)),
        format!("{}x = 1\n", "a.".repeat(deep)),
        format!("[{}x]\n", "a.".repeat(deep)),
        "[".repeat(deep),
    ] {
        speak(Lang::Zh);
        let zh = fault(&text).what;
        assert!(
            ["嵌套层数过多", "表头须独占一行，如 [profile] 或 [[contact]]", "缺少字段名"].contains(&zh.as_str()),
            "{zh}"
        );
    }
    // what the schema does not know may be as deep as the parser goes
    assert_eq!(card(&format!("x = {}1{}\n", "[".repeat(70), "]".repeat(70))), Card::default());
}

fn long_values_are_not_repeated() {
    let long = "长".repeat(10_000);
    for text in
        [format!("created = '{long}'\n"), format!("type = '{long}'\n"), format!("name = {}\n", "1".repeat(10_000))]
    {
        let what = fault(&text).what;
        assert!(what.chars().count() < 300 && what.contains('…'), "{what}");
    }
}
