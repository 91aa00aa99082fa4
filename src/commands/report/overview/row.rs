//! The overview as one object, for programs: every figure of the page.

use crate::commands::found::Who;
use crate::commands::owed::Owed;
use crate::commands::receivables::ReceivableRow;
use crate::commands::stats::StatRow;
use crate::model::choice::{Grade, Severity};
use crate::model::{Date, Number};
use crate::row;

row! {
    /// A month beside the same one a year ago.
    pub struct MonthRow("month", "月份") of StatRow {
        last_year: Option<Number> = "a year ago" "去年同月", about("Sales of the whole month; null where no order is that old", "去年同月销售额；尚无订单则为 null");
    }
}

row! {
    /// A band of the grading (第5条).
    pub struct BandRow("band", "销售档") {
        band: Grade = "band" "销售档", article("第5条");
        customers: usize = "customers" "客户数";
        sales: Number = "sales" "销售额", article("第5条");
        share: Option<Number> = "share" "占比";
    }
}

row! {
    /// A customer by its sales.
    pub struct LargestRow("largest customer", "大客户") of Who {
        sales: Number = "sales" "销售额", article("第5条");
        share: Option<Number> = "share" "占比";
        cumulative_after: Option<Number> = "cumulative share" "累计占比";
        band: Grade = "band" "销售档", article("第5条");
    }
}

row! {
    /// What is due in a week.
    pub struct WeekRow("week", "周") {
        since: Option<Date> = "since" "起", about("Null for what is overdue", "逾期事项为 null");
        until: Date = "until" "止";
        money: usize = "money" "款项", about("Payments, deposits, dishonoured bills", "逾期货款、定金、拒付");
        contact: usize = "contact" "联系", about("Inquiries, follow-ups, quotes, samples, visits and the like", "询盘、跟进、报价、样品、访问等");
        credit: usize = "credit" "信用", about("Investigations, reports, requests, limits and the like", "调查、报告、审批、额度等");
    }
}

row! {
    /// Visits of customers (第13条 1).
    pub struct VisitsRow("visits", "访问") {
        planned: usize = "planned visits" "已安排次数", article("第13条 1");
        made: usize = "visits made" "已访问次数", about("In the period: visits, meetings and fairs", "本期拜访、会议、展会");
        effective: usize = "with effect" "有实效";
        fruitless: usize = "without effect" "无实效", article("第13条 1");
        unsaid: usize = "unsaid" "未写实效";
        at_risk: usize = "customers with fruitless visits" "有无实效访问的客户", about("In a row, and still in the plan", "连续无实效且仍在计划中");
        dropped: usize = "left the plan" "移出计划", article("第13条 1");
    }
}

row! {
    /// A planned visit.
    pub struct VisitRow("next visit", "下次访问") {
        date: Option<Date> = "date" "日期";
        path: String = "folder" "文件夹";
        name: String = "customer" "客户";
        by: Option<String> = "by" "拜访人";
        purpose: Option<String> = "purpose" "目的";
    }
}

row! {
    /// How often lint found something.
    pub struct FindingRow("findings", "问题") {
        code: String = "code" "代码";
        severity: Severity = "severity" "程度";
        what: String = "what" "内容", about("For people, in the language of the run", "供人阅读，语言随运行环境");
        count: usize = "count" "次数";
    }
}

row! {
    /// How well the cards are kept.
    pub struct QualityRow("data quality", "资料质量") {
        cards: usize = "cards" "卡片数";
        customers: usize = "customers" "国外客户";
        prospects: usize = "prospects" "潜在客户";
        complete: usize = "complete cards" "资料齐全", article("第12条"), about("No required field is missing", "不缺必填项");
        ungraded: usize = "ungraded customers" "未评级", article("第5条");
        provisional: usize = "provisional grades" "暂定等级", article("第5条"), about("Facts are missing that could lower the proposal", "缺少可能降低建议等级的资料");
        findings: Vec<FindingRow> = "findings" "问题";
    }
}

row! {
    /// The book at a glance.
    pub struct OverviewRow("overview", "总览") {
        date: Date = "date" "日期";
        since: Option<Date> = "since" "起";
        until: Date = "until" "止";
        currency: String = "currency" "币种", about("Of all sums: the book's base currency", "所有合计的币种（本位币）");
        uncounted: usize = "cards not counted" "未计入卡片", about("Unreadable, or money that cannot be told", "无法读取或金额不清");
        prospects_with_orders: usize = "prospects with orders" "有订单的潜在客户", about("Not counted in sales", "不计入销售额");
        total: Option<StatRow> = "sales" "销售额", about("Null where a rate is missing, as are the lists that follow from it", "缺少汇率时为 null，下列相关各项为空");
        months: Vec<MonthRow> = "months" "月份";
        countries: Vec<StatRow> = "countries" "国家";
        products: Vec<StatRow> = "products" "产品";
        bands: Vec<BandRow> = "bands" "销售档", article("第5条"), about("Of all sales, as graded", "按全部销售额，同评级");
        largest: Vec<LargestRow> = "largest customers" "大客户";
        owed: Option<Owed> = "owed" "应收", about("Null where a rate is missing", "缺少汇率时为 null");
        debtors: Vec<ReceivableRow> = "debtors" "欠款客户", about("Those with the most overdue first", "逾期最多的在前");
        exposures: Vec<ReceivableRow> = "exposures" "信用敞口", about("The largest first", "最大的在前");
        weeks: Vec<WeekRow> = "due by week" "按周到期";
        visits: VisitsRow = "visits" "访问";
        next_visits: Vec<VisitRow> = "next visits" "下次访问";
        quality: QualityRow = "data quality" "资料质量";
    }
}
