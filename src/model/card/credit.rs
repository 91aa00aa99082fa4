//! The credit file: what is in force, what was found out, what was reported, asked and decided (第5–14条).

use crate::model::choice::{
    AlertKind, AlertOutcome, Channel, Condition, Decision, DirectiveEffect, Grade, MeasureKind, RequestKind, Role,
    State,
};
use crate::model::date::Date;
use crate::model::field::{Is, Needed};
use crate::model::number::Number;
use crate::record;

record! {
    /// What is in force from a day on; what an entry leaves out carries over from the one before (第6–8条).
    pub struct Credit("credit entry", "信用") by "from" {
        from: Option<Date> = "from" "起始日期", needed(Needed::Always);
        grade: Option<Grade> = "grade" "核定等级", article("第5条");
        limit: Option<Number> = "limit" "信用额度", article("第6条");
        currency: Option<String> = "currency" "币种", is(Is::Currency);
        valid_until: Option<Date> = "valid until" "有效期至";
        term_days: Option<u32> = "term in days" "账期（天）", article("第6条");
        state: Option<State> = "state" "状态", article("第14条");
        insured_limit: Option<Number> = "insured limit" "保险限额";
        insured_until: Option<Date> = "insured until" "保险到期";
        insured_share: Option<Number> = "insured share" "赔付比例", is(Is::Share);
        reason: Option<String> = "reason" "原因";
        request: Option<String> = "request" "审批单号", article("第8条");
        notified: Option<Date> = "notified" "通知日期", article("第14条 2"), is(Is::Past);
        notified_how: Option<String> = "notified how" "通知方式", article("第14条 2");
        evidence: Vec<String> = "evidence" "凭证";
    }
}

record! {
    /// A credit investigation (第10–11条).
    pub struct Investigation("investigation", "信用调查") by "date" {
        date: Option<Date> = "date" "开始日期", needed(Needed::Always), is(Is::Past);
        by: Option<String> = "by" "调查人", article("第10条 4"), is(Is::Person);
        assessed_by: Option<String> = "assessed by" "评估人", article("第11条 1"), is(Is::Person);
        channels: Vec<Channel> = "channels" "调查途径", article("第10条");
        update: Option<bool> = "update" "例行更新", about("A periodic update, not a full investigation", "定期更新，非全面调查");
        basic: Option<String> = "basic facts" "基础资料", article("第10条 4");
        basic_source: Option<String> = "source of the basic facts" "基础资料来源", article("第11条 1(3)");
        traits: Option<String> = "traits" "客户特征", article("第10条 4");
        traits_source: Option<String> = "source of the traits" "客户特征来源", article("第11条 1(3)");
        business: Option<String> = "business" "业务状况", article("第10条 4");
        business_source: Option<String> = "source of the business facts" "业务状况来源", article("第11条 1(3)");
        trade: Option<String> = "trade standing" "交易现状", article("第10条 4");
        trade_source: Option<String> = "source of the trade standing" "交易现状来源", article("第11条 1(3)");
        finance: Option<String> = "finance" "财务状况", article("第10条 4");
        finance_source: Option<String> = "source of the finance facts" "财务状况来源", article("第11条 1(3)");
        evidence: Vec<String> = "evidence" "凭证";
        conclusion: Option<String> = "conclusion" "结论", article("第11条 1");
        grade: Option<Grade> = "grade" "建议等级";
        limit: Option<Number> = "limit" "建议额度";
        currency: Option<String> = "currency" "币种", is(Is::Currency);
        term_days: Option<u32> = "term in days" "建议账期（天）";
        conditions: Vec<Condition> = "conditions" "附加条件", article("第13条 3");
        completed: Option<Date> = "completed" "完成日期", article("第11条 1"), is(Is::Past);
        reported: Option<Date> = "reported" "报告日期", article("第11条 1(1)"), is(Is::Past);
        reported_to: Option<String> = "reported to" "报告对象", article("第11条 1(1)"), is(Is::Person);
    }
}

record! {
    /// What the superior ordered (第11条 2(1)).
    pub struct Directive("directive", "批示") {
        date: Option<Date> = "date" "日期", needed(Needed::Always), is(Is::Past);
        by: Option<String> = "by" "批示人", needed(Needed::Always), is(Is::Person);
        text: Option<String> = "text" "内容", needed(Needed::Always);
        effect: Option<DirectiveEffect> = "effect" "效果";
    }
}

record! {
    /// One countermeasure taken (第11条 2(2)).
    pub struct Measure("measure", "对策") by "date" {
        date: Option<Date> = "date" "日期", needed(Needed::Always), is(Is::Past);
        kind: Option<MeasureKind> = "kind" "对策", needed(Needed::Always);
        note: Option<String> = "note" "说明";
    }
}

record! {
    /// An urgent report (第11条 2, 第14条).
    pub struct Alert("urgent report", "紧急报告") by "id" | "date" {
        id: Option<String> = "id" "编号", needed(Needed::Always);
        date: Option<Date> = "date" "日期", needed(Needed::Always), is(Is::Past);
        by: Option<String> = "by" "报告人", is(Is::Person);
        kind: Option<AlertKind> = "kind" "类别", needed(Needed::Always);
        amount: Option<Number> = "amount" "金额";
        currency: Option<String> = "currency" "币种", is(Is::Currency);
        order: Option<String> = "order" "订单号";
        summary: Option<String> = "summary" "情况", needed(Needed::Always);
        source: Option<String> = "source" "信息来源", article("第11条 1(3)");
        reported_to: Option<String> = "reported to" "报告对象", article("第11条 2(1)"), is(Is::Person);
        directive: Option<Directive> = "directive" "批示", article("第11条 2(1)");
        measures: Vec<Measure> = "measures" "对策", article("第11条 2(2)");
        closed: Option<Date> = "closed" "结案日期", is(Is::Past);
        outcome: Option<AlertOutcome> = "outcome" "结果";
    }
}

record! {
    /// Something asked of those who decide (第7–9条).
    pub struct Request("request", "审批") by "id" {
        id: Option<String> = "id" "编号", needed(Needed::Always);
        date: Option<Date> = "date" "日期", needed(Needed::Always), is(Is::Past);
        by: Option<String> = "by" "申请人", needed(Needed::Always), is(Is::Person);
        kind: Option<RequestKind> = "kind" "类别", needed(Needed::Always);
        grade: Option<Grade> = "grade" "等级";
        amount: Option<Number> = "amount" "金额";
        currency: Option<String> = "currency" "币种", is(Is::Currency);
        term_days: Option<u32> = "term in days" "账期（天）";
        order: Option<String> = "order" "订单号";
        valid_until: Option<Date> = "valid until" "有效期至";
        state: Option<State> = "state" "状态", article("第14条");
        roles: Vec<Role> = "roles" "审批职务", about("Who must approve, in this order", "须由谁审批，依此顺序");
        reason: Option<String> = "reason" "理由";
        digest: Option<String> = "digest" "摘要", about("SHA-256 of the fields asked for", "所申请字段的 SHA-256");
    }
}

record! {
    /// A decision on a request (第8条).
    pub struct Approval("approval", "批复") by "request" {
        request: Option<String> = "request" "审批单号", needed(Needed::Always);
        date: Option<Date> = "date" "日期", needed(Needed::Always), is(Is::Past);
        by: Option<String> = "by" "审批人", needed(Needed::Always), is(Is::Person);
        role: Option<Role> = "role" "职务", needed(Needed::Always), article("第8条");
        decision: Option<Decision> = "decision" "决定", needed(Needed::Always);
        note: Option<String> = "note" "意见";
        digest: Option<String> = "digest" "摘要", about("That of the request when it was decided", "批复时申请的摘要");
        signature: Option<String> = "signature" "签名";
    }
}
