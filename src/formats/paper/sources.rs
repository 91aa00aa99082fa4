//! The papers, in the order in which a deal needs them. Those that a buyer receives are one text in both languages, parted
//! by ` ~ `; those that stay in the house are a text for each.

use super::Paper;
use crate::lang::Words;

const fn abroad(en: &'static str, zh: &'static str, text: &'static str, excel: bool) -> Paper {
    Paper { name: Words::new(en, zh), en: text, zh: None, excel }
}

const fn inside(en: &'static str, zh: &'static str, texts: (&'static str, &'static str), excel: bool) -> Paper {
    Paper { name: Words::new(en, zh), en: texts.0, zh: Some(texts.1), excel }
}

/// All of them.
pub const PAPERS: &[Paper] = &[
    abroad("Quotation", "报价单", include_str!("sources/quotation.txt"), true),
    abroad("Proforma invoice", "形式发票", include_str!("sources/proforma.txt"), true),
    abroad("Sales contract", "合同", include_str!("sources/contract.txt"), false),
    abroad("Commercial invoice", "商业发票", include_str!("sources/invoice.txt"), true),
    abroad("Packing list", "装箱单", include_str!("sources/packing.txt"), true),
    abroad("Statement", "对账单", include_str!("sources/statement.txt"), true),
    abroad("Dunning letter", "催款函", include_str!("sources/dunning.txt"), false),
    abroad("Trading card", "客户交易卡", include_str!("sources/trading.txt"), false),
    abroad("Notice of halt", "中止交易通知", include_str!("sources/halt.txt"), false),
    inside(
        "Customer card",
        "客户资料卡",
        (include_str!("sources/card.en.txt"), include_str!("sources/card.zh.txt")),
        false,
    ),
    inside(
        "Investigation form",
        "信用调查表",
        (include_str!("sources/form.en.txt"), include_str!("sources/form.zh.txt")),
        true,
    ),
    inside(
        "Investigation report",
        "信用调查报告",
        (include_str!("sources/report.en.txt"), include_str!("sources/report.zh.txt")),
        false,
    ),
    inside(
        "Urgent report",
        "紧急报告",
        (include_str!("sources/urgent.en.txt"), include_str!("sources/urgent.zh.txt")),
        false,
    ),
    inside(
        "Visit plan",
        "访问计划",
        (include_str!("sources/visits.en.txt"), include_str!("sources/visits.zh.txt")),
        true,
    ),
];
