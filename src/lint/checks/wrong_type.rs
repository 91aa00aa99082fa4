//! A value that is not of its field's type.

mod mend;

use toml::de::DeValue;

use crate::formats::toml::Visit;
use crate::lang::{Words, tr};
use crate::lint::{Check, Findings, Run, Sample, Source};
use crate::model::choice::Severity;
use crate::model::field::Shape;
use crate::tr;

/// How much of a value is shown, in characters.
const SHOWN: usize = 40;

pub const CHECK: Check = Check {
    code: "wrong-type",
    severity: Severity::Error,
    article: "",
    what: Words::new("a value that is not of its field's type", "值的类型与字段不符"),
    why: Words::new(
        "Such a value cannot be read, and with it the card: the customer is in no list and no total until it is mended.",
        "读不出这样的值，整张卡片也就读不出：修好之前该客户不在任何清单和合计里。",
    ),
    bad: &[Sample::Card(
        "name = 'Acme'\npostal_code = 70565\ntags = '重点'\ncreated = 20260210\n[contact]\nname = 'Anna'\n",
    )],
    good: &[Sample::Card(
        "name = 'Acme'\npostal_code = '70565'\ntags = ['重点']\ncreated = 2026-02-10\n[[contact]]\nname = 'Anna'\n",
    )],
    run: Run::Card(run),
};

fn run(source: &Source<'_>, out: &mut Findings<'_>) {
    let Some(document) = source.document else { return };
    for value in source.values() {
        if fits(value.shape, value.value.get_ref()) {
            continue;
        }
        let (label, want, found) = (value.field.label.text(), wanted(value.shape), shown(value, document.text));
        let found = out
            .at(value.value.span(), tr!("{label}: expected {want}, found {found}", "{label}：应为{want}，实为{found}"));
        match mend::mend(document, value) {
            Some(fix) => found.hint(tr("write it right: kehu lint --fix", "改成正确写法：kehu lint --fix")).fix(fix),
            None => found.hint(hint(value)),
        };
    }
}

/// Whether the value is of the field's type. What is of the type but cannot be read (a word that is no choice, a day or
/// a number in another notation) has checks of its own; a blank is nobody's day and nobody's number.
fn fits(shape: &Shape, value: &DeValue<'_>) -> bool {
    match (shape, value) {
        (Shape::Text | Shape::Choice(_), DeValue::String(_))
        | (Shape::Date, DeValue::Datetime(_))
        | (Shape::Number, DeValue::Float(_) | DeValue::Integer(_))
        | (Shape::Bool, DeValue::Boolean(_))
        | (Shape::Table(_), DeValue::Table(_))
        | (Shape::List(_), DeValue::Array(_))
        | (Shape::Any, _) => true,
        (Shape::Date | Shape::Number, DeValue::String(text)) => !text.trim().is_empty(),
        (Shape::Integer, DeValue::Integer(number)) => u32::from_str_radix(number.as_str(), number.radix()).is_ok(),
        _ => false,
    }
}

fn wanted(shape: &Shape) -> &'static str {
    match shape {
        Shape::Text => tr("text in double quotes", "加双引号的文本"),
        Shape::Date => tr("a day such as 2026-02-10", "日期，如 2026-02-10"),
        Shape::Number => tr("a plain number such as \"187.00\"", "普通数字，如 \"187.00\""),
        Shape::Integer => tr("a whole number such as 30", "整数，如 30"),
        Shape::Bool => tr("true or false", "true 或 false"),
        Shape::Choice(_) => tr("a word in double quotes", "加双引号的选项"),
        Shape::List(Shape::Table(_)) => tr("records", "若干条记录"),
        Shape::List(_) => tr("a list in [ ]", "用 [ ] 括起的列表"),
        Shape::Table(_) => tr("a group of fields", "一组字段"),
        Shape::Any => tr("anything", "任意值"),
    }
}

fn shown(value: &Visit<'_, '_>, text: &str) -> String {
    match value.value.get_ref() {
        DeValue::Array(_) => tr("a list", "列表").to_owned(),
        DeValue::Table(_) => tr("a group of fields", "一组字段").to_owned(),
        _ => {
            let token = text.get(value.value.span()).unwrap_or_default();
            let start: String = token.chars().take(SHOWN).collect();
            if start.len() < token.len() { format!("{start}…") } else { start }
        }
    }
}

fn hint(value: &Visit<'_, '_>) -> String {
    let key = value.field.key;
    match value.shape {
        Shape::Text | Shape::Choice(_) => tr!("as {key} = \"…\"", "应如：{key} = \"…\""),
        Shape::Date => tr("year-month-day, no time: 2026-02-10", "写成 年-月-日，不带时间：2026-02-10").to_owned(),
        Shape::Number => tr(
            "digits with at most one point, no separators, at most 28 digits; the currency has a field of its own",
            "只写数字和一个小数点，不加千分位，至多 28 位；币种另有字段",
        )
        .to_owned(),
        Shape::Integer => tr("digits alone, without quotes or unit", "只写数字，不加引号和单位").to_owned(),
        Shape::Bool => tr("write true or false, without quotes", "写 true 或 false，不加引号").to_owned(),
        Shape::List(Shape::Table(_)) => {
            tr!("each record begins with a line [[{key}]]", "每条记录以一行 [[{key}]] 开头")
        }
        Shape::List(_) => tr!("as {key} = [\"…\", \"…\"]", "应如：{key} = [\"…\", \"…\"]"),
        Shape::Table(_) => tr!("the group begins with a line [{key}]", "该组以一行 [{key}] 开头"),
        Shape::Any => String::new(),
    }
}

#[cfg(test)]
mod tests {
    use crate::formats::toml::Document;
    use crate::lint::tests::Book;
    use crate::model::Card;

    /// Lines that the reader of cards refuses, and what the mended line is.
    const REFUSED: &[(&str, Option<&str>)] = &[
        ("postal_code = 70565", Some("postal_code = \"70565\"")),
        ("phone = +497115550134 # 总机", Some("phone = \"+497115550134\" # 总机")),
        ("code = 1_000", Some("code = \"1_000\"")),
        ("name = true", Some("name = \"true\"")),
        ("name = 1987-05-01", Some("name = \"1987-05-01\"")),
        ("profile.founded = 1987", Some("profile.founded = \"1987\"")),
        ("name = ['Acme']", None),
        ("name.full = 'Acme'", None),
        ("created = 20260210", Some("created = 2026-02-10")),
        ("created = 20260230", None),
        ("created = 46063", None),
        ("created = true", None),
        ("created = ''", Some("")),
        ("[[order]]\namount = true", None),
        ("[[order]]\namount = []", None),
        ("[[order]]\namount = ' '", Some("[[order]]")),
        ("[[payment]]\namount = ''", None),
        ("[[order]]\npay = { days = '30' }", Some("[[order]]\npay = { days = 30 }")),
        ("[[order]]\npay = { days = 30.0 }", Some("[[order]]\npay = { days = 30 }")),
        ("[[order]]\npay = { days = -1 }", None),
        ("[[order]]\npay = { days = 30.5 }", None),
        ("[[order]]\npay = { days = '30天' }", Some("[[order]]\npay = { days = 30 }")),
        ("[[order]]\nreleased = '是'", Some("[[order]]\nreleased = true")),
        ("[[order]]\nreleased = 0", Some("[[order]]\nreleased = false")),
        ("[[order]]\nreleased = '已放'", None),
        ("[[order]]\nstatus = 1", None),
        ("[[order]]\nstatus = true", None),
        ("tags = '重点'", Some("tags = ['重点']")),
        ("tags = '重点、老客户'", None),
        ("tags = ['重点', 1]", Some("tags = ['重点', \"1\"]")),
        ("tags = 1", None),
        ("start.conditions = 'collateral'", Some("start.conditions = ['collateral']")),
        ("[contact]\nname = 'Anna'", Some("[[contact]]\nname = 'Anna'")),
        ("contact = { name = 'Anna' }", Some("contact = [{ name = 'Anna' }]")),
        ("contact.name = 'Anna'", None),
        ("contact = 'Anna'", None),
        ("contact = ['Anna']", None),
        ("[[order]]\n[order.items]\nproduct = '叉车'", Some("[[order]]\n[[order.items]]\nproduct = '叉车'")),
        ("[[profile]]\nsize = 'large'", Some("[profile]\nsize = 'large'")),
        ("[[profile]]\nsize = 'large'\n[[profile]]\nsize = 'small'", None),
        ("profile = [{ size = 'large' }]", None),
        ("profile = 'large'", None),
    ];

    #[test]
    fn what_the_reader_refuses_is_found_and_mended_where_nothing_is_lost() {
        for (line, want) in REFUSED {
            let text = format!("id = 'k7f3m2q9xz'\n{line}\n");
            assert!(Document::parse(&text).unwrap().read::<Card>().is_err(), "{line}: the reader takes it");
            let book = Book::card(&text);
            let found = book.found("wrong-type");
            assert_eq!(found.len(), 1, "{line}");
            assert_eq!(found[0].fix.is_some(), want.is_some(), "{line}: {:?}", found[0].fix);
            if let Some(want) = want {
                let book = book.mended_by("wrong-type");
                let mended = book.text("国外客户/德国/Acme/card.toml").unwrap();
                assert_eq!(mended.strip_prefix("id = 'k7f3m2q9xz'\n").unwrap().trim_end(), *want, "{line}");
                assert!(Document::parse(&mended).unwrap().read::<Card>().is_ok(), "{mended}");
            }
        }
    }

    #[test]
    fn what_is_of_the_type_is_let_be() {
        for line in [
            "created = 2026-02-10",
            "created = '2026-02-10'",
            "[[order]]\namount = 1234.50",
            "[[order]]\namount = 1_234",
            "[[order]]\namount = '-5'",
            "[[order]]\npay = { days = 0x1E }",
            "tags = []",
            "contact = []",
            // told by bad-date, bad-number and bad-choice
            "created = '2026/2/10'",
            "created = 2026-02-10T09:00:00",
            "[[order]]\namount = '1,234.50'",
            "[[order]]\namount = 1e3",
            "type = 'x'",
            "unknown = 1",
            "[profile]",
            "name = ''",
        ] {
            assert!(Book::card(&format!("{line}\n")).found("wrong-type").is_empty(), "{line}");
        }
    }
}
