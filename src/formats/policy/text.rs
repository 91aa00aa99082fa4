//! A policy.toml to start from: every figure with a comment that says what it is and from where.

use super::words::source;
use crate::formats::toml::quoted;
use crate::lang::{Lang, lang, tr};
use crate::model::Policy;
use crate::model::field::{Field, Record, Shape};
use crate::model::policy::{Figure, Unit, Value, Written};
use crate::tr;

/// Where the comments begin.
const COLUMN: usize = 32;

/// The whole text, in the language of this process.
pub fn text(policy: &Policy) -> String {
    let mut text = String::from(tr(
        "\
# The credit policy and the standard of grades: drawn up by finance (第3条), in force once approved (第4条),
# interpreted by finance (第15条). A figure that is left out keeps the value that stands here.
# After a change: kehu policy check, kehu policy impact, kehu policy approve
",
        "\
# 信用政策及信用等级标准：财务部拟定（第3条），批准后执行（第4条），解释权归财务部（第15条）。
# 不写的数字仍按此处的值。
# 改动之后：kehu policy check 校验，kehu policy impact 测算影响，kehu policy approve 批准
",
    ));
    for group in Policy::GROUPS {
        text.push_str(&format!("\n# {}\n\n", group.label.text()));
        for figure in group.figures {
            let line = format!("{} = {}", figure.key, literal(figure, policy));
            text.push_str(&format!("{line:COLUMN$}  # {}\n", about(figure)));
        }
    }
    text
}

/// A value as it stands in the file: decimals as text, so that nothing takes them for floats.
fn literal(figure: &Figure, policy: &Policy) -> String {
    match (field(figure).map(|field| field.shape), (figure.get)(policy)) {
        (Some(Shape::Integer), value) => value.to_string(),
        (_, Value::Number(number)) => quoted(&number.to_string()),
        (_, Value::Word(key, ..)) => quoted(key),
    }
}

fn field(figure: &Figure) -> Option<&'static Field> {
    Written::TYPE.field(figure.key)
}

/// `label (unit; article)`; of a word, the words that may stand there.
fn about(figure: &Figure) -> String {
    let unit = match field(figure).map(|field| field.shape) {
        Some(Shape::Choice(choices)) => {
            let word = |choice: &crate::model::field::Choice| match lang() {
                Lang::En => choice.key.to_owned(),
                Lang::Zh => format!("{} {}", choice.key, choice.words.zh),
            };
            choices.iter().map(word).collect::<Vec<_>>().join(tr(", ", "、"))
        }
        _ => unit(figure.unit).to_owned(),
    };
    let (label, source) = (figure.label.text(), source(figure));
    tr!("{label} ({unit}; {source})", "{label}（{unit}；{source}）")
}

fn unit(unit: Unit) -> &'static str {
    match unit {
        Unit::Share => tr("0.05 is 5%", "0.05 即 5%"),
        Unit::Purchases => tr("1 is one purchase", "1 即一次进货额"),
        Unit::Cycles => tr("1 is one cycle", "1 即一个进货周期"),
        unit => crate::model::Choose::words(unit).text(),
    }
}
