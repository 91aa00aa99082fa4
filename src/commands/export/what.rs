//! What is exported, as what, and by what it is parted.

use super::super::import::subject::Subject;
use crate::model::choice::choices;

choices! {
    /// A kind of file.
    pub enum Kind {
        Xlsx = "xlsx" "xlsx" "xlsx",
        Csv = "csv" "csv" "csv",
        Json = "json" "json" "json",
        Jsonl = "jsonl" "jsonl" "jsonl",
        Vcf = "vcf" "vcf" "名片",
        Ics = "ics" "ics" "日历",
    }

    /// What its rows are.
    pub enum What {
        Customers = "customers" "customers" "客户",
        Orders = "orders" "orders" "订单",
        Payments = "payments" "payments" "收款",
        Receivables = "receivables" "receivables" "应收",
        Due = "due" "due" "到期",
    }

    /// By what rows are put into folders.
    pub enum By {
        Stage = "stage" "stage" "阶段",
        Country = "country" "country" "国家",
        Owner = "owner" "owner" "负责人",
        Grade = "grade" "grade" "等级",
        Year = "year" "year" "年份",
    }
}

impl What {
    /// What `import` calls it, where it could read it again.
    pub fn subject(self) -> Option<Subject> {
        match self {
            Self::Customers => Some(Subject::Customers),
            Self::Orders => Some(Subject::Orders),
            Self::Payments => Some(Subject::Payments),
            Self::Receivables | Self::Due => None,
        }
    }
}
