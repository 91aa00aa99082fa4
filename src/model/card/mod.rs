//! The customer card: the one file that holds everything known of a customer (第12条).

mod credit;
mod dealings;
mod facts;
mod sales;

pub use credit::{Alert, Approval, Credit, Directive, Investigation, Measure, Request};
pub use dealings::{Followup, Plan};
pub use facts::{Business, Contact, Finance, Papers, PaymentProfile, Profile, Start, Trade};
pub use sales::{Item, Order, PayTerms, Payment, Quote, Sample, Shipment};

use super::choice::CustomerType;
use super::date::Date;
use super::field::{Is, Needed};
use crate::record;

record! {
    /// A customer card.
    pub struct Card("customer card", "客户资料卡") {
        id: Option<String> = "id" "标识", about("Ten characters that stay when the customer is renamed or moved; kehu fills it in", "改名、移动后不变的十位标识，由 kehu 填写"), common();
        name: Option<String> = "name" "名称", about("Full legal name", "全称"), article("第12条 1"), needed(Needed::Always);
        short_name: Option<String> = "short name" "简称", common();
        code: Option<String> = "code" "客户编号", about("Your own number for the customer, unique in the book", "本公司的客户编号，全账唯一"), common();
        address: Option<String> = "address" "地址", article("第12条 1"), needed(Needed::Customer);
        city: Option<String> = "city" "城市";
        region: Option<String> = "region" "州省", about("State, province or county", "州、省或郡");
        postal_code: Option<String> = "postal code" "邮编";
        phone: Option<String> = "phone" "电话", about("With country code, as +49 711 5550134", "带国家代码，如 +49 711 5550134"), article("第12条 1"), needed(Needed::Customer), is(Is::Phone);
        fax: Option<String> = "fax" "传真", is(Is::Phone);
        email: Option<String> = "e-mail" "邮箱", is(Is::Email), common();
        website: Option<String> = "website" "网站", is(Is::Url), common();
        owner: Option<String> = "owner" "负责人", about("The salesperson in charge", "负责的业务员"), needed(Needed::Customer), is(Is::Person), common();
        created: Option<Date> = "created" "建卡日期", is(Is::Past), common();
        source: Option<String> = "source" "来源", about("Where we met: a fair, a search, a referral", "客户来源：展会、搜索、介绍"), common();
        r#type: Option<CustomerType> = "type" "客户类型", common();
        industry: Option<String> = "industry" "行业";
        interests: Vec<String> = "interests" "意向产品", common();
        tags: Vec<String> = "tags" "标签";
        parent: Option<String> = "parent" "上级公司", about("The id of the group's head", "集团总部客户的标识");
        language: Option<String> = "language" "语言", about("The language the customer writes", "客户使用的语言");
        note: Option<String> = "note" "备注", common();
        contact: Vec<Contact> = "contacts" "联系人", article("第12条 1"), needed(Needed::Customer);
        profile: Profile = "traits" "客户特征", article("第10条 4");
        business: Business = "business" "业务状况", article("第10条 4");
        trade: Trade = "trade standing" "交易现状", article("第10条 4");
        finance: Finance = "finance" "财务状况", article("第10条 4");
        payment_profile: PaymentProfile = "payment profile" "付款情况", article("第12条 2"), needed(Needed::Customer);
        papers: Papers = "papers" "单证资料", article("第13条 2");
        start: Start = "start of trading" "交易开始", article("第13条");
        quote: Vec<Quote> = "quotes" "报价";
        sample: Vec<Sample> = "samples" "寄样";
        order: Vec<Order> = "orders" "订单", article("第12条 1");
        payment: Vec<Payment> = "payments" "收款", article("第12条 2");
        followup: Vec<Followup> = "follow-ups" "跟进";
        plan: Vec<Plan> = "visit plan" "访问计划", article("第13条 1");
        credit: Vec<Credit> = "credit" "信用", article("第5–8条");
        investigation: Vec<Investigation> = "investigations" "信用调查", article("第10–11条");
        alert: Vec<Alert> = "urgent reports" "紧急报告", article("第11条 2");
        request: Vec<Request> = "requests" "审批", article("第7–9条");
        approval: Vec<Approval> = "approvals" "批复", article("第7–8条");
    }
}
