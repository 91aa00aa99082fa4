//! The report as a paper: facts with source, channel and day; the conclusion apart (第11条 1(3)).

use super::super::paper::{Paper, left, right};
use super::rows::{DealingsRow, InvestigationRow};
use crate::commands::investigate::told::{called, numbered, value};
use crate::commands::owed::Owed;
use crate::lang::{counted, tr};
use crate::model::card::Investigation;
use crate::model::money::full;
use crate::model::{Card, Date, Number};
use crate::rules::investigation::{Coverage, coverage, says_unknown};
use crate::store::Book;
use crate::tr;
use crate::views::amount;

/// The whole paper.
pub fn paper(row: &InvestigationRow, card: &Card, one: &Investigation, book: &Book, day: Date) -> Paper {
    let sections = coverage(card, Some(one));
    let paper = head(Paper::new(tr("Credit investigation report", "信用调查报告")).from(&book.settings.seller), row);
    let paper = sections.iter().fold(paper, |paper, part| section(paper, part, row));
    let paper = paper.section(tr!("6. Dealings with us up to {day}", "六、与我方往来（截至 {day}）"));
    let paper = match &row.dealings {
        Some(dealings) => dealt(paper, dealings, row, book),
        None => paper.text(tr("The money of the card cannot be told.", "卡片金额无法计算。")),
    };
    let paper = gaps(paper.section(tr("7. What is not known", "七、未取得的资料")), &sections, row.update);
    conclusion(paper.section(tr("8. Conclusion", "八、结论")), row).sign(&[
        tr("Prepared by finance", "编制（财务）"),
        tr("Collected by sales", "收集（业务）"),
        tr("Received by the sales manager", "接收（销售经理）"),
    ])
}

fn head(paper: Paper, row: &InvestigationRow) -> Paper {
    let said = |text: &Option<String>| text.clone().unwrap_or_default();
    let kind =
        if row.update { tr("periodic update", "例行更新") } else { tr("full investigation", "全面调查") };
    let reported = match (row.reported, &row.reported_to) {
        (Some(day), Some(to)) => tr!("{to}, {day}", "{to}，{day}"),
        (Some(day), None) => day.to_string(),
        (None, _) => String::new(),
    };
    paper
        .fact(tr("Customer", "客户"), row.of.called())
        .fact(tr("Country", "国家"), row.of.country_shown().text)
        .fact(tr("Customer code", "客户编号"), said(&row.of.code))
        .fact(tr("Kind", "类别"), kind)
        .fact(tr("Begun", "开始日期"), shown(row.date))
        .fact(tr("Completed", "完成日期"), shown(row.completed))
        .fact(tr("State", "状态"), row.state.to_string())
        .fact(tr("Channels", "调查途径"), listed(&row.channels))
        .fact(tr("Collected by", "调查人"), said(&row.by))
        .fact(tr("Assessed by", "评估人"), said(&row.assessed_by))
        .fact(tr("Reported to", "报告对象"), reported)
        .fact(tr("Evidence", "凭证"), row.evidence.join(tr(", ", "、")))
}

fn shown(date: Option<Date>) -> String {
    date.map(|date| date.to_string()).unwrap_or_default()
}

fn listed<T: ToString>(items: &[T]) -> String {
    items.iter().map(ToString::to_string).collect::<Vec<_>>().join(tr(", ", "、"))
}

/// One section: what was found out, from where, by which channels and when; below it what the card says of its items.
fn section(paper: Paper, section: &Coverage<'_>, row: &InvestigationRow) -> Paper {
    let (known, all) = (section.known(), section.items.len());
    let title = numbered(section.section);
    let paper = paper.section(tr!("{title} ({known} of {all} items known)", "{title}（已有 {known}/{all} 项）"));
    let paper = match section.text {
        Some(text) => paper
            .fact(tr("Finding", "调查所得"), text)
            .fact(tr("Source", "来源"), section.source.unwrap_or_default())
            .fact(tr("Channels", "调查途径"), listed(&row.channels))
            .fact(tr("Day", "日期"), shown(row.completed.or(row.date))),
        None if row.update => paper.text(tr("Nothing new in this update.", "本次更新未涉及。")),
        None => paper.text(tr("Not investigated.", "未调查。")),
    };
    let items = section.items.iter().filter_map(|item| Some(vec![called(item).to_owned(), value(item)?])).collect();
    paper.table(vec![left(tr("Item", "项目")), left(tr("As the customer card says", "客户资料卡所载"))], items)
}

fn dealt(paper: Paper, dealings: &DealingsRow, row: &InvestigationRow, book: &Book) -> Paper {
    let months = book.policy.conduct_months;
    let settled = dealings.settled;
    let shipments = counted(settled, "shipment", "shipments");
    let late = match dealings.average_days_late {
        None => tr!("no shipment settled in the last {months} months", "近 {months} 个月没有结清的出运"),
        Some(late) => tr!(
            "{shipments} settled in the last {months} months, {late} days late on average",
            "近 {months} 个月结清 {settled} 批，平均迟付 {late} 天"
        ),
    };
    let limit = dealings.limit.map(|limit| full(dealings.limit_currency.as_deref().unwrap_or_default(), *limit));
    let none = || tr("none", "无").to_owned();
    let days = |days: u32| {
        let term = counted(days, "day", "days");
        tr!("{term}", "{days} 天")
    };
    let paper = paper
        .fact(tr("Grade in force", "核定等级"), row.of.grade.map_or_else(none, |grade| grade.to_string()))
        .fact(tr("Limit in force", "现行额度"), limit.map_or_else(none, |limit| limit.trim().to_owned()))
        .fact(tr("Term in force", "现行账期"), dealings.term_days.map_or_else(none, days))
        .fact(tr("Payment", "付款情况"), late)
        .fact(tr("Bill dishonoured", "拒付"), dealings.dishonoured.map_or_else(none, |day| day.to_string()));
    if dealings.owed.is_empty() {
        return paper.fact(tr("Owed", "欠款"), none());
    }
    let heads = vec![
        left(tr("Currency", "币种")),
        right(tr("Receivable", "应收账款")),
        right(tr("Not due", "未到期")),
        right(tr("1-30 days", "逾期 1–30 天")),
        right(tr("31-60", "31–60 天")),
        right(tr("61-90", "61–90 天")),
        right(tr("Over 90", "90 天以上")),
        right(tr("Disputed", "有争议")),
        right(tr("Exposure", "信用敞口")),
        right(tr("Unapplied", "预收款")),
    ];
    paper.table(heads, dealings.owed.iter().map(owed).collect())
}

fn owed(owed: &Owed) -> Vec<String> {
    let numbers: [Number; 9] = [
        owed.receivable,
        owed.not_due,
        owed.overdue_1_30,
        owed.overdue_31_60,
        owed.overdue_61_90,
        owed.overdue_over_90,
        owed.disputed,
        owed.exposure,
        owed.unapplied,
    ];
    std::iter::once(owed.currency.clone()).chain(numbers.iter().map(|number| amount(**number))).collect()
}

/// The sections that nobody looked into, and the items of which nothing is known.
fn gaps(paper: Paper, sections: &[Coverage<'_>], update: bool) -> Paper {
    let mut lines = Vec::new();
    for section in sections {
        let name = section.section;
        if section.text.is_none() && !update {
            lines.push(tr!("{name}: not investigated", "{name}：未调查"));
        }
        if let Some(text) = section.text.filter(|text| says_unknown(text)) {
            lines.push(tr!("{name}: {text}", "{name}：{text}"));
        }
        let gaps: Vec<&str> = section.gaps().map(called).collect();
        if !gaps.is_empty() {
            let gaps = gaps.join(tr(", ", "、"));
            lines.push(tr!("{name}: {gaps}", "{name}：{gaps}"));
        }
    }
    if lines.is_empty() {
        return paper.text(tr("None: every item is known.", "无，各项资料齐全。"));
    }
    lines.into_iter().fold(paper, Paper::item)
}

fn conclusion(paper: Paper, row: &InvestigationRow) -> Paper {
    let limit = row.proposed_limit.map(|limit| full(row.proposed_currency.as_deref().unwrap_or_default(), *limit));
    let term = row.proposed_term_days.map(|days| {
        let term = counted(days, "day", "days");
        tr!("{term}", "{days} 天")
    });
    paper
        .fact(tr("Conclusion", "结论"), row.conclusion.clone().unwrap_or_default())
        .fact(tr("Grade proposed", "建议等级"), row.proposed_grade.map(|grade| grade.to_string()).unwrap_or_default())
        .fact(tr("Limit proposed", "建议额度"), limit.map(|limit| limit.trim().to_owned()).unwrap_or_default())
        .fact(tr("Term proposed", "建议账期"), term.unwrap_or_default())
        .fact(tr("Conditions", "附加条件"), listed(&row.conditions))
        .fact(tr("Next investigation", "下次调查"), shown(row.next))
}
