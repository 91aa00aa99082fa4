//! A record by somebody who is nobody of ours, or was not any more.

use crate::lang::{Words, tr};
use crate::lint::values::{day_in, texts};
use crate::lint::{Check, Findings, Run, Sample, Source};
use crate::model::choice::Severity;
use crate::model::field::Is;
use crate::model::{Date, Settings};
use crate::tr;

pub const CHECK: Check = Check {
    code: "unknown-person",
    // old records keep the names of people whom nobody ever listed
    severity: Severity::Info,
    article: "",
    what: Words::new(
        "a record by somebody who is not in kehu.toml, or had left",
        "记录里的人不在 kehu.toml 中或当时已离职",
    ),
    why: Words::new(
        "Lists by person and approvals by role find people by their names in kehu.toml; a misspelt one is found by neither.",
        "按人列出的清单、按职务的审批都以 kehu.toml 中的姓名为准；写错的姓名哪里都对不上。",
    ),
    bad: &[
        Sample::File("kehu.toml", "[[person]]\nname = '张伟'\n"),
        Sample::Card("name = 'Acme'\n[[followup]]\ndate = 2026-02-09\nkind = 'call'\nby = '张炜'\nsummary = '问价'\n"),
    ],
    good: &[
        Sample::File("kehu.toml", "[[person]]\nname = '张伟'\nleft = 2026-06-30\n"),
        Sample::Card("name = 'Acme'\n[[followup]]\ndate = 2026-02-09\nkind = 'call'\nby = '张伟'\nsummary = '问价'\n"),
    ],
    run: Run::Card(run),
};

fn run(source: &Source<'_>, out: &mut Findings<'_>) {
    let settings = source.settings;
    if settings.person.is_empty() {
        return;
    }
    texts(source, Is::Person, &mut |value, text| {
        let (name, label) = (text.trim(), value.field.label.text());
        let day = day_in(value.table, "date").map(|(day, _)| day);
        if value.path.len() == 1 {
            return; // the owner has a check of his own
        }
        if !listed(settings, name) {
            out.at(
                value.value.span(),
                tr!("{label}: {name} is nobody in kehu.toml", "{label}：kehu.toml 中没有 {name}"),
            )
            .hint(nearest(settings, name));
        } else if let Some(day) = day.filter(|day| !still_there(settings, name, *day)) {
            out.at(value.value.span(), tr!("{label}: {name} had left by {day}", "{label}：{name} 在 {day} 时已离职"))
                .hint(tr(
                    "check the name and the day, or `left` in kehu.toml",
                    "请核对姓名和日期，或 kehu.toml 中的 left",
                ));
        }
    });
}

/// Whether kehu.toml lists this person.
pub(super) fn listed(settings: &Settings, name: &str) -> bool {
    settings.person.iter().any(|person| person.name.as_deref() == Some(name))
}

/// Whether this person is listed and had not left by that day; the day of leaving is the last one.
pub(super) fn still_there(settings: &Settings, name: &str, day: Date) -> bool {
    let mut entries = settings.person.iter().filter(|person| person.name.as_deref() == Some(name));
    entries.any(|person| person.left.is_none_or(|left| day <= left))
}

/// The next step: the name that is near, or a new entry.
pub(super) fn nearest(settings: &Settings, name: &str) -> String {
    let far = |known: &&str| strsim::osa_distance(&known.to_lowercase(), &name.to_lowercase());
    let near = settings.person.iter().filter_map(|person| person.name.as_deref()).min_by_key(far);
    match near.filter(|known| far(known) <= name.chars().count().div_ceil(3) && far(known) < known.chars().count()) {
        Some(known) => tr!("did you mean {known}?", "是否想写 {known}？"),
        None => tr!(
            "add a [[person]] with name = \"{name}\" to kehu.toml, or correct the name",
            "请在 kehu.toml 中加一个 [[person]]，name = \"{name}\"，或改正姓名"
        ),
    }
}

#[cfg(test)]
mod tests {
    use crate::lint::tests::Book;

    fn messages(people: &str, card: &str, code: &str) -> Vec<Option<String>> {
        let book = Book::card(card).file("kehu.toml", people);
        book.found(code).into_iter().map(|finding| finding.hint).collect()
    }

    #[test]
    fn nobody_is_unknown_where_nobody_is_listed() {
        let card = "name = 'Acme'\nowner = '张伟'\n[[plan]]\ndate = 2026-02-09\nby = '李娜'\n";
        for code in ["unknown-owner", "unknown-person"] {
            assert_eq!(messages("language = 'zh-CN'\n", card, code), []);
        }
        let people = "[[person]]\nname = '王芳'\n";
        for code in ["unknown-owner", "unknown-person"] {
            assert_eq!(messages(people, card, code).len(), 1, "{code}");
        }
    }

    #[test]
    fn who_left_counts_up_to_the_last_day_and_who_came_back_counts_again() {
        let card = |day| format!("name = 'Acme'\n[[plan]]\ndate = {day}\nby = '张伟'\n");
        let left = "[[person]]\nname = '张伟'\nleft = 2026-06-30\n";
        for (day, want) in [("2026-06-29", 0), ("2026-06-30", 0), ("2026-07-01", 1)] {
            assert_eq!(messages(left, &card(day), "unknown-person").len(), want, "{day}");
        }
        let back = format!("{left}[[person]]\nname = '张伟'\n");
        assert_eq!(messages(&back, &card("2026-07-01"), "unknown-person").len(), 0);
    }

    #[test]
    fn a_near_name_is_offered_a_far_one_is_not() {
        let people = "[[person]]\nname = '张伟'\n[[person]]\nname = 'Anna Weber'\n";
        for (name, near) in [("张炜", true), ("anna weber", true), ("Ana Weber", true), ("李娜", false), ("Zoe", false)]
        {
            let card = format!("name = 'Acme'\nowner = '{name}'\n");
            let hint = messages(people, &card, "unknown-owner").remove(0).unwrap();
            assert_eq!(!hint.contains("person"), near, "{name}: {hint}");
        }
    }
}
