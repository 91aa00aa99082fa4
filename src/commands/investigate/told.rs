//! What became of an investigation, in words: what it lacks, and which items the card does not know.

use super::super::acting::words;
use super::plan::Outcome;
use crate::cli::Context;
use crate::lang::{or, tr};
use crate::model::card::Investigation;
use crate::model::choice::{Role, Section};
use crate::model::field::Record;
use crate::model::name::shell_word;
use crate::model::{Card, Choose, Date};
use crate::rules::investigation::{Coverage, Item, Lack, Said, coverage, report_due};
use crate::rules::staff::Staff;
use crate::store::{Book, Location};
use crate::tr;

/// What is lacking, and the flag that says it.
pub fn lack(lack: Lack, book: &Book, day: Date) -> String {
    match lack {
        Lack::Channel => tr("a channel (--channel)", "调查途径（--channel）").to_owned(),
        Lack::Text(section) => with_flag(section.key()),
        Lack::Source(section) => with_flag(&format!("{}_source", section.key())),
        Lack::Anything => tr(
            "what changed (--trade …) or was confirmed (--confirmed SOURCE)",
            "变化（如 --trade …）或核实依据（--confirmed 来源）",
        )
        .to_owned(),
        Lack::Conclusion => with_flag("conclusion"),
        Lack::Assessor => {
            let names = Staff::new(&book.settings).holders(Role::Finance, day).join(or());
            let finance = words(&[Role::Finance]);
            tr!("who of {finance} concludes (--assessed-by {names})", "{finance}评估人（--assessed-by {names}）")
        }
    }
}

fn with_flag(key: &str) -> String {
    let label = Investigation::TYPE.field(key).map_or(key, |field| field.label.text());
    let flag = key.replace('_', "-");
    tr!("{label} (--{flag})", "{label}（--{flag}）")
}

/// What an item is called.
pub fn called(item: &Item<'_>) -> &'static str {
    item.field().map_or(item.path, |field| field.label.text())
}

/// The items of a section that the card does not know, with the command that says them.
pub fn gaps(section: &Coverage<'_>, location: &Location) -> Option<String> {
    let gaps: Vec<&Item<'_>> = section.gaps().collect();
    if gaps.is_empty() {
        return None;
    }
    let (known, all) = (section.known(), section.items.len());
    let names: Vec<&str> = gaps.iter().map(|gap| called(gap)).collect();
    let names = names.join(tr(", ", "、"));
    let paths: Vec<String> = gaps.iter().map(|gap| format!("{}=…", gap.path)).collect();
    let command = format!("kehu set {} {}", shell_word(&location.path), paths.join(" "));
    let title = section.section.words().text();
    Some(tr!(
        "{title}: the card knows {known} of {all}, not {names}: {command}",
        "{title}：卡片已有 {known}/{all} 项，缺{names}：{command}"
    ))
}

/// Says what became of it.
pub fn tell(
    outcome: &Outcome,
    card: &Card,
    location: &Location,
    book: &Book,
    cancelled: bool,
    context: &mut Context<'_>,
) {
    let Some(record) = card.investigation.get(outcome.place) else { return };
    let (company, path) = (&location.path, shell_word(&location.path));
    let update = record.update == Some(true);
    let Some(completed) = outcome.completed else {
        if cancelled {
            context.done(tr("cancelled", "已取消"));
        }
        let begun = record.date.map(|date| date.to_string()).unwrap_or_default();
        context.done(tr!(
            "{company}: the investigation begun on {begun} is kept as a draft",
            "{company}：{begun} 开始的调查已存为草稿"
        ));
        let flag = if update { " --update" } else { "" };
        if outcome.lacks.is_empty() {
            return context.done(tr!(
                "it lacks nothing; complete it: kehu investigate {path}{flag} --completed",
                "内容已齐全，完成：kehu investigate {path}{flag} --completed"
            ));
        }
        let list: Vec<String> = outcome.lacks.iter().map(|one| lack(*one, book, context.today)).collect();
        let list = list.join(tr(", ", "、"));
        return context.done(tr!(
            "it lacks {list}; go on: kehu investigate {path}{flag}",
            "还缺：{list}；继续：kehu investigate {path}{flag}"
        ));
    };
    let due = report_due(record, &book.policy).map(|due| due.to_string()).unwrap_or_default();
    context.done(if update {
        tr!("{company}: update of {completed} noted", "{company}：已登记 {completed} 例行更新")
    } else {
        tr!("{company}: investigation completed on {completed}", "{company}：信用调查于 {completed} 完成")
    });
    context.done(tr!(
        "report to the sales manager by {due} (第11条): kehu report investigation {path}, then kehu investigate {path} --reported",
        "报告请于 {due} 前交销售经理（第11条）：kehu report investigation {path}，交后 kehu investigate {path} --reported"
    ));
    if !update {
        for line in coverage(card, Some(record)).iter().filter_map(|section| gaps(section, location)) {
            context.done(line);
        }
    }
}

/// The sections in the order of the document, with their numbers.
pub fn numbered(section: Section) -> &'static str {
    match section {
        Section::Basic => tr("1. Basic facts", "一、基础资料"),
        Section::Traits => tr("2. Traits", "二、客户特征"),
        Section::Business => tr("3. Business", "三、业务状况"),
        Section::Trade => tr("4. Trade standing", "四、交易现状"),
        Section::Finance => tr("5. Finance", "五、财务状况"),
    }
}

/// What the card says of an item, in one line; `None` where it says nothing.
pub fn value(item: &Item<'_>) -> Option<String> {
    let text = match item.said {
        Said::Nothing => return None,
        Said::Text(text) => text.to_owned(),
        Said::List(list) => list.join(tr(", ", "、")),
        Said::Word(words) => words.text().to_owned(),
    };
    Some(text.split_whitespace().collect::<Vec<_>>().join(" "))
}

/// The items of a section that the card knows, in one line.
pub fn facts(section: &Coverage<'_>) -> String {
    let fact = |item: &Item<'_>| value(item).map(|value| tr!("{}: {value}", "{}：{value}", called(item)));
    section.items.iter().filter_map(fact).collect::<Vec<_>>().join(tr("; ", "；"))
}
