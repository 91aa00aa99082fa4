//! Closed lists of words: the English key stands in cards and JSON, the Chinese word is what people read,
//! and either may be typed. The words are those of the trade.

/// What every closed list can do.
pub trait Choose: Copy + Send + Sync + 'static {
    /// Every choice, in the order people expect.
    const ALL: &'static [Self];
    /// The English key.
    fn key(self) -> &'static str;
    /// What people read.
    fn words(self) -> crate::lang::Words;
    /// The choice that is meant, by key, English or Chinese word.
    fn find(text: &str) -> Option<Self> {
        let folded = text.trim().to_lowercase().replace([' ', '-'], "_");
        Self::ALL
            .iter()
            .copied()
            .find(|choice| choice.key().eq_ignore_ascii_case(&folded) || choice.words().zh == text.trim())
    }
}

/// Declares a closed list.
macro_rules! choices {
    ($($(#[$meta:meta])* pub enum $name:ident { $($variant:ident = $key:literal $en:literal $zh:literal,)* })*) => { $(
        $(#[$meta])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum $name { $(#[doc = $en] $variant,)* }

        impl $crate::model::choice::Choose for $name {
            const ALL: &'static [Self] = &[$(Self::$variant),*];
            fn key(self) -> &'static str {
                match self { $(Self::$variant => $key,)* }
            }
            fn words(self) -> $crate::lang::Words {
                match self { $(Self::$variant => $crate::lang::Words::new($en, $zh),)* }
            }
        }

        impl $crate::model::field::Shaped for $name {
            const SHAPE: &'static $crate::model::field::Shape = &$crate::model::field::Shape::Choice(&[
                $($crate::model::field::Choice { key: $key, words: $crate::lang::Words::new($en, $zh) },)*
            ]);
        }

        impl std::fmt::Display for $name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                f.write_str($crate::model::choice::Choose::words(*self).text())
            }
        }

        impl serde::Serialize for $name {
            fn serialize<S: serde::Serializer>(&self, serializer: S) -> ::std::result::Result<S::Ok, S::Error> {
                serializer.serialize_str($crate::model::choice::Choose::key(*self))
            }
        }

        impl<'de> serde::Deserialize<'de> for $name {
            fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> ::std::result::Result<Self, D::Error> {
                struct Word;
                impl serde::de::Visitor<'_> for Word {
                    type Value = $name;
                    fn expecting(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                        f.write_str(&crate::model::choice::one_of::<$name>())
                    }
                    fn visit_str<E: serde::de::Error>(self, text: &str) -> ::std::result::Result<$name, E> {
                        <$name as $crate::model::choice::Choose>::find(text).ok_or_else(|| E::invalid_value(serde::de::Unexpected::Str(text), &self))
                    }
                }
                deserializer.deserialize_str(Word)
            }
        }
    )* };
}

pub(crate) use choices;

/// `one of visit (拜访), call (电话), …`, for messages.
pub fn one_of<T: Choose>() -> String {
    let (keys, zh) = (T::ALL.iter().map(|choice| choice.key()), T::ALL.iter().map(|choice| choice.words().zh));
    let words: Vec<String> = match crate::lang::lang() {
        crate::lang::Lang::En => keys.map(str::to_owned).collect(),
        crate::lang::Lang::Zh => keys.zip(zh).map(|(key, zh)| format!("{key} {zh}")).collect(),
    };
    let words = words.join(crate::lang::tr(", ", "、"));
    crate::tr!("one of {words}", "以下之一：{words}")
}

choices! {
    /// What a stage folder holds: people who may buy, or who do.
    pub enum StageKind {
        Prospect = "prospect" "prospect" "潜在客户",
        Customer = "customer" "customer" "国外客户",
    }
    /// What kind of business the customer runs.
    pub enum CustomerType {
        Importer = "importer" "importer" "进口商",
        Distributor = "distributor" "distributor" "分销商",
        Agent = "agent" "agent" "代理商",
        Brand = "brand" "brand" "品牌商",
        Retailer = "retailer" "retailer" "零售商",
        Manufacturer = "manufacturer" "manufacturer" "生产商",
        EndUser = "end_user" "end user" "终端用户",
        Other = "other" "other" "其他",
    }
    /// How large the customer is (第5条).
    pub enum Size {
        Small = "small" "small" "小",
        Medium = "medium" "medium" "中",
        Large = "large" "large" "大",
    }
    /// How well the customer is spoken of (第5条).
    pub enum Reputation {
        Poor = "poor" "poor" "不太好",
        Fair = "fair" "fair" "一般",
        Good = "good" "good" "较好",
        High = "high" "high" "高",
    }
    /// How much money stands behind the customer (第5条).
    pub enum Capital {
        Weak = "weak" "weak" "薄弱",
        Adequate = "adequate" "adequate" "一般",
        Strong = "strong" "strong" "雄厚",
    }
    /// The four classes of customers (第5条), best first.
    pub enum Grade {
        A = "A" "A" "A级",
        B = "B" "B" "B级",
        C = "C" "C" "C级",
        D = "D" "D" "D级",
    }
    /// Whether we trade with the customer (第14条).
    pub enum State {
        Active = "active" "active" "正常",
        Suspended = "suspended" "suspended" "暂停供货",
        Halted = "halted" "halted" "中止交易",
    }
    /// What a follow-up was.
    pub enum FollowupKind {
        Inquiry = "inquiry" "inquiry" "询盘",
        Call = "call" "call" "电话",
        Email = "email" "email" "邮件",
        Message = "message" "message" "即时消息",
        Visit = "visit" "visit" "拜访",
        Meeting = "meeting" "meeting" "会议",
        Exhibition = "exhibition" "exhibition" "展会",
        Complaint = "complaint" "complaint" "投诉",
        Collection = "collection" "collection" "催款",
        Report = "report" "report" "汇报",
        Other = "other" "other" "其他",
    }
    /// How a quotation ended.
    pub enum QuoteOutcome {
        Open = "open" "open" "待回复",
        Won = "won" "won" "成交",
        Lost = "lost" "lost" "丢单",
        Expired = "expired" "expired" "已过期",
        Superseded = "superseded" "superseded" "已改价",
    }
    /// How far an order has come.
    pub enum OrderStatus {
        Confirmed = "confirmed" "confirmed" "已确认",
        Production = "production" "in production" "生产中",
        Shipped = "shipped" "shipped" "已出运",
        Delivered = "delivered" "delivered" "已到货",
        OnHold = "on_hold" "on hold" "暂缓",
        Disputed = "disputed" "disputed" "有争议",
        Cancelled = "cancelled" "cancelled" "已取消",
    }
    /// How an order's balance is paid (第6条).
    pub enum PaymentMethod {
        Advance = "advance" "cash in advance" "全款预付",
        BeforeShipment = "before_shipment" "before shipment" "发货前付清",
        BlCopy = "bl_copy" "against B/L copy" "见提单复印件付款",
        Lc = "lc" "letter of credit" "信用证",
        Dp = "dp" "documents against payment" "付款交单",
        Da = "da" "documents against acceptance" "承兑交单",
        Oa = "oa" "open account" "赊销",
    }
    /// What a payment was.
    pub enum PaymentKind {
        Receipt = "receipt" "receipt" "收款",
        BankCharge = "bank_charge" "bank charge" "银行扣费",
        Discount = "discount" "discount" "折让",
        CreditNote = "credit_note" "credit note" "贷项",
        WriteOff = "write_off" "write-off" "核销",
        Refund = "refund" "refund" "退款",
    }
    /// Ways to investigate a customer's credit (第10条).
    pub enum Channel {
        Bank = "bank" "financial institution" "金融机构",
        Trade = "trade" "customers or trade organisation" "客户或行业组织",
        Internal = "internal" "internal enquiry" "内部调查",
        Field = "field" "on site" "实地调查",
    }
    /// Conditions that may be set when trading begins (第13条 3).
    pub enum Condition {
        ExchangedContract = "exchanged_contract" "exchanged contract" "交换合同书",
        PersonalGuarantee = "personal_guarantee" "personal guarantee" "个人担保",
        JointGuarantee = "joint_guarantee" "joint guarantee" "连带担保",
        Collateral = "collateral" "collateral" "抵押担保",
    }
    /// What an urgent report is about (第11条 2, 第14条).
    pub enum AlertKind {
        CreditChange = "credit_change" "credit change" "信用变化",
        Dishonoured = "dishonoured" "bill dishonoured" "拒付",
        Deferred = "deferred" "payment deferred" "延期支付",
        Anomaly = "anomaly" "anomaly" "异常",
        Other = "other" "other" "其他",
    }
    /// How far an urgent report has come (第11条 2).
    pub enum AlertState {
        Reported = "reported" "reported" "已报告",
        Directed = "directed" "directed" "已批示",
        Acted = "acted" "acted" "已执行",
        Closed = "closed" "closed" "已结案",
    }
    /// How an urgent report ended.
    pub enum AlertOutcome {
        Paid = "paid" "paid" "已收回",
        WrittenOff = "written_off" "written off" "已核销",
        Resolved = "resolved" "resolved" "已解决",
    }
    /// What the superior's directive means for new orders (第11条 2).
    pub enum DirectiveEffect {
        CashOnly = "cash_only" "cash only" "仅限现款",
        Refused = "refused" "refused" "不可接",
        Halt = "halt" "halt" "中止",
    }
    /// Countermeasures when credit worsens (第11条 2(2)).
    pub enum MeasureKind {
        Guarantor = "guarantor" "guarantor" "提供担保人",
        JointGuarantor = "joint_guarantor" "joint guarantor" "提供连带担保人",
        Deposit = "deposit" "higher deposit" "增加信用保证金",
        Notarise = "notarise" "notarised contract" "合同公证",
        Reduce = "reduce" "reduced supply" "减少供货量",
        LimitShipment = "limit_shipment" "shipment limit" "发货限制",
        Subrogation = "subrogation" "subrogated payment" "代位偿债",
        InKind = "in_kind" "payment in kind" "代物偿债",
        Recourse = "recourse" "recourse to the guarantor" "向担保人追债",
        AcceptCollateral = "accept_collateral" "accepting the collateral" "抵押物还债",
    }
    /// What an investigation asks about (第10条 4).
    pub enum Section {
        Basic = "basic" "basic facts" "基础资料",
        Traits = "traits" "traits" "客户特征",
        Business = "business" "business" "业务状况",
        Trade = "trade" "trade standing" "交易现状",
        Finance = "finance" "finance" "财务状况",
    }
    /// How far an investigation has come (第11条 1).
    pub enum InvestigationState {
        Draft = "draft" "draft" "草稿",
        Completed = "completed" "completed" "已完成",
        Overdue = "overdue" "report overdue" "报告逾期",
        Reported = "reported" "reported" "已报告",
    }
    /// What is asked of those who decide (第7–9条).
    pub enum RequestKind {
        Grade = "grade" "grade" "等级调整",
        Limit = "limit" "limit" "额度",
        Order = "order" "order over the limit" "超额订单",
        Investigation = "investigation" "investigation" "调查申请",
        Resume = "resume" "resumption" "恢复交易",
        Policy = "policy" "policy proposal" "政策建议",
    }
    /// What was decided on a request.
    pub enum Decision {
        Approve = "approve" "approved" "同意",
        Reject = "reject" "rejected" "驳回",
        Waive = "waive" "unreviewed" "无复核",
        Acknowledge = "acknowledge" "acknowledged" "知悉",
    }
    /// How a request stands.
    pub enum RequestState {
        Open = "open" "open" "待审批",
        Approved = "approved" "approved" "已同意",
        Rejected = "rejected" "rejected" "已驳回",
        Edited = "edited" "edited after filing" "提交后被改动",
    }
    /// What is due.
    pub enum DueKind {
        Inquiry = "inquiry" "inquiry" "未回询盘",
        FollowUp = "follow_up" "follow-up" "待跟进",
        Quote = "quote" "quote" "报价跟进",
        Sample = "sample" "sample" "样品反馈",
        Quiet = "quiet" "quiet" "久未联系",
        Review = "review" "review" "定期调查",
        Plan = "plan" "visit" "访问计划",
        Payment = "payment" "payment" "逾期货款",
        Deposit = "deposit" "deposit" "定金",
        Reorder = "reorder" "reorder" "返单",
        Dishonoured = "dishonoured" "bill dishonoured" "拒付未收",
        Alert = "alert" "urgent report" "紧急报告",
        Report = "report" "report" "报告待交",
        Request = "request" "request" "待审批",
        GradeCheck = "grade_check" "grade check" "等级核查",
        Limit = "limit" "limit running out" "额度到期",
        Complaint = "complaint" "complaint" "投诉未结",
        Backup = "backup" "backup" "备份",
    }
    /// Where the policy was not kept (第4条).
    pub enum Breach {
        OrderNotAllowed = "order_not_allowed" "order not allowed" "不合条件的订单",
        Override = "override" "shipped all the same" "未达条件出运",
        LateReview = "late_review" "late investigation" "逾期调查",
        LateReport = "late_report" "late report" "逾期报告",
        Unapproved = "unapproved" "unapproved change" "未经审批的变动",
        Unreviewed = "unreviewed" "unreviewed change" "无复核的变动",
    }
    /// May an order be taken (第6条); the stricter, the later.
    pub enum Verdict {
        Allowed = "allowed" "allowed" "可接",
        Approval = "approval" "needs approval" "须审批",
        CashOnly = "cash_only" "cash only" "仅限现款",
        Refused = "refused" "refused" "不可接",
    }
    /// The steps of a deal, in their order; the three of credit only where it is asked for.
    pub enum DealStep {
        Inquiry = "inquiry" "inquiry" "询盘",
        Quote = "quote" "quote" "报价",
        Sample = "sample" "sample" "寄样",
        TradingCard = "trading_card" "trading card" "交易卡",
        Investigation = "investigation" "investigation" "信用调查",
        Grade = "grade" "grade" "评级",
        Limit = "limit" "limit" "额度",
        Order = "order" "order" "合同/形式发票",
        Deposit = "deposit" "deposit" "定金",
        Production = "production" "production" "生产",
        Shipment = "shipment" "shipment" "出运",
        Payment = "payment" "payment" "收款",
        AfterSales = "after_sales" "after-sales" "售后",
        Reorder = "reorder" "reorder" "返单",
    }
    /// How far a step of a deal is.
    pub enum StepState {
        Done = "done" "done" "已完成",
        Now = "now" "now" "当前",
        Later = "later" "later" "待办",
        Missing = "missing" "missing" "缺",
        Skipped = "skipped" "skipped" "跳过",
    }
    /// By what customers are taken together.
    pub enum Grouping {
        Customer = "customer" "customer" "客户",
        Owner = "owner" "owner" "负责人",
        Country = "country" "country" "国家",
        Currency = "currency" "currency" "币种",
    }
    /// How bad a finding is.
    pub enum Severity {
        Error = "error" "error" "错误",
        Warning = "warning" "warning" "警告",
        Info = "info" "info" "提示",
    }
    /// Who does what in the firm (第3–11条).
    pub enum Role {
        Salesperson = "salesperson" "salesperson" "业务员",
        Finance = "finance" "finance" "财务",
        SalesManager = "sales_manager" "sales manager" "销售经理",
        MarketingDirector = "marketing_director" "marketing director" "营销总监",
        President = "president" "president" "总裁",
    }
    /// By what sales are counted.
    pub enum Facet {
        Product = "product" "product" "产品",
        Family = "family" "product family" "类别",
        Country = "country" "country" "国家",
        Type = "type" "customer type" "类型",
        Grade = "grade" "grade in force" "等级",
        Owner = "owner" "owner" "负责人",
        Month = "month" "month" "月份",
        Quarter = "quarter" "quarter" "季度",
        Year = "year" "year" "年份",
        Conduct = "conduct" "payment conduct" "付款表现",
        Source = "source" "source" "来源",
        Customer = "customer" "customer" "客户",
        Movement = "movement" "movement of customers" "动态",
    }
    /// How punctually a customer pays; the days stand in the policy.
    pub enum Punctuality {
        OnTime = "on_time" "on time" "按时付款",
        LateShort = "late_short" "a little late" "略有迟付",
        LateMedium = "late_medium" "late" "迟付",
        LateLong = "late_long" "very late" "严重迟付",
        Dishonoured = "dishonoured" "bill dishonoured" "拒付",
        NoRecord = "no_record" "nothing settled lately" "无付款记录",
    }
    /// How a customer's buying moved against the period before.
    pub enum Movement {
        New = "new" "new" "新客户",
        Returned = "returned" "bought again" "恢复购买",
        Rising = "rising" "rising" "上升",
        Steady = "steady" "steady" "持平",
        Falling = "falling" "falling" "下降",
        Quiet = "quiet" "gone quiet" "停购",
    }
    /// Stretches of time that people look at.
    pub enum Stretch {
        Given = "given" "the period" "本期",
        ThisMonth = "this_month" "this month" "本月",
        LastMonth = "last_month" "last month" "上月",
        ThisYear = "this_year" "this year" "今年",
        LastYear = "last_year" "last year" "去年",
        TwelveMonths = "twelve_months" "last 12 months" "近 12 个月",
        All = "all" "all" "全部",
    }
}
