//! What is known of a customer at any time: people, traits, standing, how they pay (第10条 4, 第12条).

use crate::model::choice::{Capital, Condition, Reputation, Size};
use crate::model::date::Date;
use crate::model::field::{Is, Needed};
use crate::record;

record! {
    /// One of the customer's people (第12条 1: 交易联系人).
    pub struct Contact("contact", "联系人") by "name" | "email" {
        name: Option<String> = "name" "姓名", article("第12条 1"), needed(Needed::Always);
        title: Option<String> = "title" "职务", common();
        email: Option<String> = "e-mail" "邮箱", is(Is::Email), common();
        phone: Option<String> = "phone" "电话", is(Is::Phone), common();
        wechat: Option<String> = "WeChat" "微信";
        whatsapp: Option<String> = "WhatsApp" "WhatsApp";
        decides: Option<bool> = "decides" "决策人", about("Has the last word on buying", "有最终采购决定权");
    }
}

record! {
    /// What kind of firm the customer is (第10条 4: 基础资料, 客户特征).
    pub struct Profile("traits", "客户特征") {
        shareholders: Vec<String> = "shareholders" "股东构成", article("第10条 4");
        managers: Vec<String> = "managers" "经营管理者", article("第10条 4");
        legal_representative: Option<String> = "legal representative" "法人代表", article("第10条 4");
        organisation: Option<String> = "form of organisation" "企业组织形式", article("第10条 4");
        founded: Option<String> = "founded" "开业时间", about("A year or a day, as text", "年份或日期，写成文本"), article("第10条 4");
        size: Option<Size> = "size" "规模", article("第5条"), common();
        business_policy: Option<String> = "business policy" "经营政策和观念", article("第10条 4");
        focus: Option<String> = "focus" "经营方向和特点", article("第10条 4");
        sales_capacity: Option<String> = "sales capacity" "销售能力", article("第10条 4");
        territory: Option<String> = "territory" "服务区域", article("第10条 4");
        potential: Option<String> = "potential" "发展潜力", article("第10条 4");
    }
}

record! {
    /// How the customer does business (第10条 4: 业务状况).
    pub struct Business("business", "业务状况") {
        performance: Option<String> = "sales performance" "销售业绩", article("第10条 4");
        staff: Option<String> = "quality of managers and staff" "人员素质", article("第10条 4");
        competitors: Option<String> = "relation to competitors" "与竞争者的关系", article("第10条 4");
        relationship: Option<String> = "relation to us" "与本企业的业务关系", article("第10条 4");
        attitude: Option<String> = "attitude" "合作态度", article("第10条 4");
    }
}

record! {
    /// How the customer stands in the trade (第10条 4: 交易现状).
    pub struct Trade("trade standing", "交易现状") {
        image: Option<String> = "image" "企业形象", article("第10条 4");
        reputation: Option<Reputation> = "reputation" "声誉", article("第5条"), common();
        standing: Option<String> = "credit standing" "信用状况", article("第10条 4");
        strengths: Option<String> = "sales, strengths and weaknesses" "销售现状及优劣势", article("第10条 4");
        terms: Option<String> = "terms of trade" "交易条件", article("第10条 4");
        problems: Option<String> = "credit problems and countermeasures" "信用问题及对策", article("第10条 4");
    }
}

record! {
    /// The money behind the customer (第10条 4: 财务状况).
    pub struct Finance("finance", "财务状况") {
        capital: Option<Capital> = "capital" "资金", article("第5条"), common();
        assets: Option<String> = "assets" "资产", article("第10条 4");
        liabilities: Option<String> = "liabilities" "负债", article("第10条 4");
        equity: Option<String> = "equity" "所有者权益", article("第10条 4");
        cash_flow: Option<String> = "cash flow" "现金流量", article("第10条 4");
    }
}

record! {
    /// How the customer pays (第12条 2: 业务资料).
    pub struct PaymentProfile("payment profile", "付款情况") {
        attitude: Option<String> = "attitude to payment" "付款态度", article("第12条 2"), needed(Needed::Customer);
        timing: Option<String> = "time of payment" "付款时间", article("第12条 2"), needed(Needed::Customer);
        bank: Option<String> = "dealings with banks" "银行往来情况", article("第12条 2"), needed(Needed::Customer);
        controller: Option<String> = "who really controls finance" "财务实权掌管人", article("第12条 2"), needed(Needed::Customer);
        method: Option<String> = "method of payment" "付款方式", article("第12条 2"), needed(Needed::Customer);
    }
}

record! {
    /// What our papers and both copies of the trading card need of the customer (第13条 2).
    pub struct Papers("papers", "单证资料") {
        legal_name: Option<String> = "legal name" "法定名称", about("As registered, where it differs from the name", "登记名称，与客户名称不同时填写");
        registration_number: Option<String> = "registration number" "注册号";
        tax_number: Option<String> = "tax number" "税号";
        invoice_address: Option<String> = "invoice address" "发票地址", about("Where it differs from the address", "与地址不同时填写");
        consignee: Option<String> = "consignee" "收货人", about("Name and address, as the B/L is to show them", "提单上的收货人名称和地址");
        notify_party: Option<String> = "notify party" "通知人", about("Name and address, as the B/L is to show them", "提单上的通知人名称和地址");
        port: Option<String> = "port of discharge" "目的港";
        marks: Option<String> = "shipping marks" "唛头";
        signatories: Vec<String> = "authorised signatories" "授权签字人";
        references: Vec<String> = "trade references" "资信证明人", about("Firms that can speak for the customer", "可为客户作证的往来企业");
    }
}

record! {
    /// How trading began (第13条).
    pub struct Start("start of trading", "交易开始") {
        conditions: Vec<Condition> = "conditions" "附加条件", article("第13条 3");
        trading_card: Option<Date> = "trading card" "客户交易卡", about("The day both copies were exchanged", "一式两份交换完毕的日期"), article("第13条 2"), is(Is::Past), common();
        evidence: Vec<String> = "evidence" "凭证", about("File names in the customer's folder", "客户文件夹中的文件名");
        promoted: Option<Date> = "promoted" "转正式日期", is(Is::Past);
    }
}
