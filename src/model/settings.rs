//! The settings of a book: kehu.toml.

use super::choice::{Role, StageKind};
use super::date::Date;
use super::field::{Is, Needed};
use super::number::Number;
use crate::record;

record! {
    /// kehu.toml.
    pub struct Settings("settings", "设置") {
        language: Option<String> = "language" "语言", about("zh-CN or en", "zh-CN 或 en");
        currency: Option<String> = "base currency" "本位币", about("What totals are told in", "合计所用币种"), is(Is::Currency);
        receivables_from: Option<Date> = "receivables from" "应收起算日", about("Orders before it count as sales, not as debt", "此前的订单只计销售、不计应收");
        approvals_from: Option<Date> = "approvals from" "审批起算日", about("Credit entries from this day on need a request", "此后的信用条目须有审批");
        stage: Vec<Stage> = "stages" "客户阶段";
        rate: Vec<Rate> = "rates" "汇率";
        person: Vec<Person> = "people" "人员";
        seller: Seller = "seller" "卖方", about("Letterhead and bank of the papers", "单证抬头和收款银行");
        git: Git = "git" "git";
        backup: Backup = "backup" "备份";
        lint: LintSettings = "lint" "检查";
        grade_check: Vec<GradeCheck> = "grade checks" "等级核查", article("第8条");
    }
}

record! {
    /// A stage folder.
    pub struct Stage("stage", "阶段") by "folder" {
        folder: Option<String> = "folder" "文件夹", needed(Needed::Always);
        kind: Option<StageKind> = "kind" "类别", needed(Needed::Always);
    }
}

record! {
    /// One unit of a currency in base currency, from a day on.
    pub struct Rate("rate", "汇率") by "currency" {
        date: Option<Date> = "date" "起始日期", about("Absent: ever since", "不填则一直有效");
        currency: Option<String> = "currency" "币种", needed(Needed::Always), is(Is::Currency);
        value: Option<Number> = "value" "汇率", needed(Needed::Always), is(Is::Positive);
    }
}

record! {
    /// One of our own people.
    pub struct Person("person", "人员") by "name" {
        name: Option<String> = "name" "姓名", needed(Needed::Always);
        roles: Vec<Role> = "roles" "职务";
        email: Option<String> = "e-mail" "邮箱", is(Is::Email);
        reports_to: Option<String> = "reports to" "上级", is(Is::Person);
        key: Option<String> = "key" "公钥";
        since: Option<Date> = "since" "任职日期", about("The first day in these roles; absent: ever since", "担任所列职务的第一天；不填则一直如此");
        left: Option<Date> = "left" "离职日期", about("The last day", "最后一天");
    }
}

record! {
    /// Our own firm, as the papers show it.
    pub struct Seller("seller", "卖方") {
        name: Option<String> = "name" "名称";
        name_en: Option<String> = "English name" "英文名称";
        address: Option<String> = "address" "地址";
        address_en: Option<String> = "English address" "英文地址";
        phone: Option<String> = "phone" "电话", is(Is::Phone);
        fax: Option<String> = "fax" "传真", is(Is::Phone);
        email: Option<String> = "e-mail" "邮箱", is(Is::Email);
        website: Option<String> = "website" "网站", is(Is::Url);
        tax_number: Option<String> = "tax number" "税号";
        bank: Option<String> = "bank" "开户行";
        bank_address: Option<String> = "bank address" "开户行地址";
        swift: Option<String> = "SWIFT" "SWIFT";
        account: Option<String> = "account" "账号";
        beneficiary: Option<String> = "beneficiary" "收款人";
    }
}

record! {
    /// How kehu works with git.
    pub struct Git("git", "git") {
        commit: Option<bool> = "commit" "自动提交", about("Commit each card that kehu writes", "每次写卡后提交");
    }
}

record! {
    /// Where backups go.
    pub struct Backup("backup", "备份") {
        dir: Option<String> = "folder" "目录";
    }
}

record! {
    /// Which checks are off.
    pub struct LintSettings("lint", "检查") {
        off: Vec<String> = "off" "关闭", about("Codes of checks that are not wanted", "不需要的检查代码");
    }
}

record! {
    /// A regular check of the grades (第8条).
    pub struct GradeCheck("grade check", "等级核查") by "date" {
        date: Option<Date> = "date" "日期", needed(Needed::Always), is(Is::Past);
        by: Option<String> = "by" "核查人", is(Is::Person);
    }
}
