//! `schema`: the contracts, printed.

use super::report::{compliance, investigation};
use super::{alert, credit, doc, grade, lint, list, next, plan, policy, receivables, request, search, show, waiting};
use crate::cli::{Context, choice_of};
use crate::error::{Exit, Result};
use crate::lang::tr;
use crate::model::choice::choices;
use crate::model::field::Record;
use crate::model::schema;
use crate::views::emit::json_value;

choices! {
    /// What has a schema.
    pub enum Subject {
        Card = "card" "card" "卡片",
        Settings = "settings" "settings" "设置",
        Products = "products" "products" "产品目录",
        List = "list" "list" "列表",
        Search = "search" "search" "查找",
        Show = "show" "show" "查看",
        Due = "due" "due" "到期",
        Grade = "grade" "grade" "评级",
        GradeExplained = "grade_explained" "grade explained" "评级说明",
        Receivables = "receivables" "receivables" "应收",
        Deal = "deal" "deal" "订单详情",
        ReceivablesGrouped = "receivables_grouped" "receivables grouped" "应收汇总",
        Credit = "credit" "credit" "信用",
        CreditCheck = "credit_check" "credit check" "信用审核",
        Requests = "requests" "requests" "申请列表",
        Request = "request" "request" "申请",
        Policy = "policy" "policy" "信用政策",
        PolicyImpact = "policy_impact" "policy impact" "政策影响",
        PolicyFile = "policy_file" "policy.toml" "政策文件",
        Compliance = "compliance" "compliance" "执行情况",
        Alert = "alert" "alert" "紧急报告",
        Investigation = "investigation" "investigation report" "信用调查报告",
        Lint = "lint" "lint" "检查",
        Plan = "plan" "plan" "访问计划",
        Next = "next" "next" "下一步",
        NextOne = "next_one" "next of one" "下一步详情",
        Paper = "paper" "paper" "单证",
        Templates = "templates" "templates" "模板",
        Placeholders = "placeholders" "placeholders" "占位符",
    }
}

/// What may be said to `schema`.
#[derive(clap::Args)]
pub struct Args {
    #[arg(value_name = tr("OUTPUT", "对象"), value_parser = choice_of::<Subject>(), default_value = "card", help = tr("Cards, kehu.toml, policy.toml, or the JSON of a command", "卡片、kehu.toml、policy.toml 或某命令的 JSON 结果"))]
    subject: Subject,
}

impl Args {
    /// Prints a JSON Schema.
    ///
    /// # Errors
    /// The output cannot be written.
    pub fn run(self, context: &mut Context<'_>) -> Result<Exit> {
        let value = match self.subject {
            Subject::Card => schema::card(),
            Subject::Settings => schema::settings(),
            Subject::Products => schema::products(),
            Subject::List => schema::output(list::ListRow::TYPE),
            Subject::Search => schema::output(search::SearchRow::TYPE),
            Subject::Show => schema::one(show::ShowRow::TYPE),
            Subject::Due => schema::output(waiting::DueRow::TYPE),
            Subject::Grade => schema::output(grade::GradeRow::TYPE),
            Subject::GradeExplained => schema::one(grade::ExplainedRow::TYPE),
            Subject::Receivables => schema::output(receivables::ReceivableRow::TYPE),
            Subject::ReceivablesGrouped => schema::output(receivables::GroupRow::TYPE),
            Subject::Deal => schema::one(show::DealRow::TYPE),
            Subject::Credit => schema::one(credit::show::CreditRow::TYPE),
            Subject::CreditCheck => schema::one(credit::order::CheckRow::TYPE),
            Subject::Requests => schema::output(request::RequestRow::TYPE),
            Subject::Request => schema::one(request::show::RequestWhole::TYPE),
            Subject::Policy => schema::output(policy::show::PolicyRow::TYPE),
            Subject::PolicyImpact => schema::output(policy::impact::ImpactRow::TYPE),
            Subject::PolicyFile => schema::policy(),
            Subject::Compliance => schema::output(compliance::LapseRow::TYPE),
            Subject::Alert => schema::output(alert::AlertRow::TYPE),
            Subject::Plan => schema::output(plan::PlanRow::TYPE),
            Subject::Next => schema::output(next::NextRow::TYPE),
            Subject::NextOne => schema::one(next::ProcessRow::TYPE),
            Subject::Paper => schema::one(doc::PaperRow::TYPE),
            Subject::Templates => schema::output(doc::TemplateRow::TYPE),
            Subject::Placeholders => schema::output(doc::FieldRow::TYPE),
            Subject::Investigation => schema::one(investigation::InvestigationRow::TYPE),
            Subject::Lint => schema::output(lint::LintRow::TYPE),
        };
        json_value(context.shell, &value)?;
        Ok(Exit::Done)
    }
}
