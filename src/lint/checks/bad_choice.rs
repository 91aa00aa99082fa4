//! A word that is none of its field's choices.

use toml::de::DeValue;

use crate::formats::toml::{Edit, Visit, quoted};
use crate::lang::{Words, tr};
use crate::lint::fields::{blank, chosen, folded, required};
use crate::lint::{Check, Findings, Fix, Run, Sample, Source};
use crate::model::choice::Severity;
use crate::model::field::{Choice, Shape};
use crate::tr;

/// How many choices are offered as the nearest.
const OFFERED: usize = 3;

pub const CHECK: Check = Check {
    code: "bad-choice",
    severity: Severity::Error,
    article: "",
    what: Words::new("a word that is none of its field's choices", "填写的不是该字段的选项"),
    why: Words::new(
        "Nothing can be counted by a word that nobody knows; the card cannot be read until it is one of the list.",
        "不认识的词无法统计；改成列表中的选项之前，卡片读不出来。",
    ),
    bad: &[Sample::Card("name = 'Acme'\ntype = 'distributer'\n")],
    good: &[Sample::Card("name = 'Acme'\ntype = 'distributor'\n")],
    run: Run::Card(run),
};

fn run(source: &Source<'_>, out: &mut Findings<'_>) {
    for value in source.values() {
        let (Shape::Choice(choices), DeValue::String(text)) = (value.shape, value.value.get_ref()) else { continue };
        if chosen(choices, text).is_some() {
            continue;
        }
        let label = value.field.label.text();
        if blank(value.value.get_ref()) {
            let found = out.at(value.value.span(), tr!("{label} is empty", "{label}为空"));
            found.hint(tr!("write one of {}, or delete it", "请写以下之一，或删除：{}", list(choices.iter())));
            if !required(value.field, source.location.kind) && !in_list(value) {
                found.fix(Fix::Edit(vec![Edit::Remove { path: value.path.to_vec() }]));
            }
            continue;
        }
        let found =
            out.at(value.value.span(), tr!("{label}: \"{text}\" is no choice", "{label}：没有“{text}”这个选项"));
        if let Some(choice) = choices.iter().find(|choice| folded(choice.words.en) == folded(text)) {
            found
                .hint(tr!("cards write {}: kehu lint --fix", "卡片中写 {}：kehu lint --fix", choice.key))
                .fix(Fix::Splice(value.value.span(), quoted(choice.key)));
            continue;
        }
        let near = nearest(choices, text);
        found.hint(match near.as_slice() {
            [] => tr!("one of {}", "可选：{}", list(choices.iter())),
            near => tr!("did you mean {}?", "是否想写{}？", list(near.iter().copied())),
        });
    }
}

fn in_list(value: &Visit<'_, '_>) -> bool {
    matches!(value.field.shape, Shape::List(_))
}

fn list<'c>(choices: impl Iterator<Item = &'c Choice>) -> String {
    let words: Vec<String> = choices
        .map(|choice| {
            let (key, word) = (choice.key, choice.words.text());
            if key == word { key.to_owned() } else { tr!("{key} ({word})", "{word}（{key}）") }
        })
        .collect();
    words.join(tr(", ", "、"))
}

/// The choices that a word resembles, the nearest first; none where nothing is near.
fn nearest(choices: &'static [Choice], text: &str) -> Vec<&'static Choice> {
    let word = folded(text);
    let distance = |choice: &Choice| {
        let names = [choice.key.to_lowercase(), folded(choice.words.en), choice.words.zh.to_owned()];
        names.iter().filter_map(|name| distance_if_near(name, &word)).min()
    };
    let mut near: Vec<(usize, &Choice)> =
        choices.iter().filter_map(|choice| Some((distance(choice)?, choice))).collect();
    near.sort_by_key(|(steps, _)| *steps);
    near.into_iter().take(OFFERED).map(|(_, choice)| choice).collect()
}

/// In how many characters two words differ, where one may be meant by the other.
fn distance_if_near(name: &str, word: &str) -> Option<usize> {
    let (length, other) = (name.chars().count(), word.chars().count());
    let longer = length.max(other);
    if name.is_ascii() && word.is_ascii() {
        // mail and email, ship and shipped
        let part = length.min(other) > 2 && (name.contains(word) || word.contains(name));
        let steps = if part { 1 } else { strsim::osa_distance(name, word) };
        return Some(steps).filter(|steps| *steps <= (longer / 3).max(1) && *steps < longer);
    }
    // a Chinese word is short, and another way to say it shares a character: 电邮 and 邮件
    let shared = name.chars().filter(|c| !c.is_ascii() && word.contains(*c)).count();
    let shorter = length.min(other);
    (shared > 0 && shared * 2 >= shorter).then(|| shorter.saturating_sub(shared))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lint::tests::Book;
    use crate::model::card::{Credit, Followup, Order, PayTerms};
    use crate::model::field::Record;

    #[test]
    fn what_is_near_is_offered() {
        let choices =
            |record: &'static crate::model::field::RecordType, key: &str| match record.field(key).unwrap().shape {
                Shape::Choice(choices) => *choices,
                _ => panic!("{key}"),
            };
        let (status, kind) = (choices(Order::TYPE, "status"), choices(Followup::TYPE, "kind"));
        let (grade, method) = (choices(Credit::TYPE, "grade"), choices(PayTerms::TYPE, "balance"));
        for (choices, text, want) in [
            (status, "shiped", &["shipped"][..]),
            (status, "Canceled", &["cancelled"]),
            (status, "出运", &["shipped"]),
            (status, "sunk", &[]),
            (kind, "mail", &["email"]),
            (kind, "来访", &["visit"]),
            (kind, "电邮", &["call", "email"]),
            (grade, "AA", &["A"]),
            (grade, "E", &[]),
            (method, "见提单付款", &["bl_copy", "dp", "advance"]),
            (kind, "", &[]),
        ] {
            let near: Vec<_> = nearest(choices, text).into_iter().map(|choice| choice.key).collect();
            assert_eq!(near, want, "{text}");
        }
    }

    #[test]
    fn the_english_word_and_the_blank_are_mended() {
        for (line, want) in [
            ("[[order]]\nstatus = 'In production' # 排产", "[[order]]\nstatus = \"production\" # 排产"),
            ("type = ''", ""),
            ("[[order]]\nstatus = 'sunk'", "[[order]]\nstatus = 'sunk'"),
        ] {
            let book = Book::card(&format!("{line}\n"));
            assert_eq!(book.found("bad-choice").len(), 1, "{line}");
            let text = book.mended_by("bad-choice").text("国外客户/德国/Acme/card.toml").unwrap();
            assert_eq!(text.trim_end(), want);
        }
    }
}
