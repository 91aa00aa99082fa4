//! Which column of a file fills which field: by the field's own key and labels, and by what exports usually call it.

use std::collections::HashSet;

use unicode_normalization::UnicodeNormalization;

use super::subject::{Subject, Target};
use crate::commands::sheets::Columns;
use crate::lang::Lang;

/// What a column is called that names the reason of a rejected row: kehu wrote it itself.
pub const REASON: &[&str] = &["reason", "原因"];

/// A field and the names that exports give its column, the likeliest first, folded (see [`fold`]). A field that stands
/// twice takes a second column too, joined behind the first.
type Line = (&'static str, &'static str);

/// Finds the column of these names among those that are free.
type Find<'f> = &'f dyn Fn(&[String], &dyn Fn(&usize) -> bool) -> Option<usize>;

/// The names of a customer list. A state is a part of a country here, not the state of an order.
const CUSTOMERS: &[Line] = &[
    (
        "country",
        "countryregion countryname countrycode nation countryorregion 国家地区 所在国家 所在国 国别 国家名称 国家或地区",
    ),
    (
        "code",
        "customerid customercode customerno customernumber custno custid clientid clientcode clientno accountnumber accountno accountid 客户代码 客户号 客户id 客户编码 编号 代码 id no",
    ),
    (
        "name",
        "companyname company customername customer clientname client accountname account firm organization organisation buyer buyername 公司名称 公司 客户名称 客户全称 公司全称 客户 企业名称 买方",
    ),
    ("short_name", "alias abbreviation 客户简称 公司简称"),
    (
        "address",
        "addressline1 address1 street streetaddress billingaddress billingstreet companyaddress 公司地址 详细地址 地址1",
    ),
    ("address", "addressline2 address2 street2 地址2"),
    ("city", "town billingcity 所在城市"),
    ("region", "stateprovince state province county stateregion billingstate 省州 州 省 省份 地区 州或省"),
    ("postal_code", "postalcode postcode zip zipcode zippostalcode billingzip 邮政编码"),
    (
        "phone",
        "tel telephone phonenumber telno telephoneno companyphone workphone businessphone mobile mobilephone cell cellphone 联系电话 公司电话 电话号码 手机 手机号 手机号码",
    ),
    ("fax", "faxnumber faxno 传真号码"),
    ("email", "mail emailaddress companyemail 电子邮件 电子邮箱 邮件 公司邮箱"),
    ("website", "web url homepage webpage companywebsite 网址 公司网站 主页"),
    (
        "owner",
        "salesrep salesrepresentative salesperson salesman accountowner accountmanager ownername rep 业务员 业务 销售 销售员 客户经理 跟单员",
    ),
    ("created", "createddate createdat createddate datecreated dateadded customersince 创建日期 创建时间 登记日期"),
    ("source", "leadsource customersource origin 客户来源 来源渠道"),
    ("type", "customertype category customercategory accounttype 类型 客户类别"),
    ("industry", "sector trade 所属行业"),
    ("interests", "interestedin products interest 意向 感兴趣产品"),
    ("tags", "tag labels 客户标签"),
    ("note", "notes remark remarks comment comments description memo 说明"),
    (
        "contact.name",
        "contact contactname contactperson maincontact primarycontact attention attn 联系人 联系人姓名 主要联系人",
    ),
    ("contact.name", "contactfirstname firstname"),
    ("contact.name", "contactlastname lastname surname"),
    ("contact.title", "contacttitle jobtitle position contactposition 职位 联系人职务 联系人职位"),
    ("contact.email", "contactemail contactmail personalemail 联系人邮箱 联系人邮件"),
    (
        "contact.phone",
        "contactphone contactmobile contacttel mobile mobilephone cell cellphone 联系人电话 联系人手机 手机 手机号 手机号码",
    ),
    ("contact.wechat", "wechatid 微信号"),
    ("profile.size", "companysize 公司规模 企业规模"),
    ("payment_profile.method", "paymentmethod 付款方法 支付方式"),
];

/// Names of columns that would grant credit. They grant none: that takes a request.
const CREDIT: &str = "grade creditgrade creditrating rating customergrade customerlevel creditlimit limit credit creditamount creditline creditterms creditdays paymentterm paymentterms terms termdays netdays 等级 客户等级 客户级别 信用等级 核定等级 信用额度 额度 授信额度 账期 账期天 信用期 信用天数 付款期限 付款条件";

/// Where an order or a payment belongs.
const CUSTOMER_CODE: Line = (
    "customer.code",
    "customerid customercode customerno customernumber custno custid clientid clientcode clientno accountnumber accountno accountid code 客户编号 客户代码 客户号 客户id 客户编码",
);
const CUSTOMER_NAME: Line = (
    "customer.name",
    "customername companyname company customer clientname client accountname account buyer buyername soldto consignee name 客户名称 客户全称 客户简称 公司名称 公司 客户 买方 买家",
);
const CUSTOMER_COUNTRY: Line =
    ("customer.country", "countryregion countryname countrycode shipcountry 国家地区 国别 所在国家");

/// The names of a list of orders, a row a line of an order.
const ORDERS: &[Line] = &[
    CUSTOMER_CODE,
    CUSTOMER_NAME,
    CUSTOMER_COUNTRY,
    (
        "number",
        "orderid orderno ordernumber order orderref salesorder salesorderno sono pino pinumber pi proformainvoice proformano contractno contractnumber contract invoiceno invoicenumber invoice pono ponumber 订单编号 合同号 合同编号 订单 pi号 形式发票号 发票号 单号 编号",
    ),
    (
        "date",
        "orderdate ordered orderedon orderdatetime contractdate invoicedate pidate createdat 日期 订单日期 下单日期 下单时间 签约日期 合同日期 签单日期 成交日期",
    ),
    ("currency", "currencycode curr cur ccy 货币 币别 币制"),
    ("terms", "incoterm incoterms deliveryterms tradeterms priceterms pricebasis 价格条款 成交方式 贸易方式"),
    (
        "items.product",
        "productname productline item itemname itemdescription description goods articlename article sku productcode 货号 产品 产品名称 商品 商品名称 货品 货物名称 产品型号 型号",
    ),
    (
        "items.quantity",
        "qty quantityordered orderqty orderquantity orderedquantity pcs units 订货数量 订购数量 件数 数目",
    ),
    ("items.unit", "uom unitofmeasure 计量单位"),
    ("items.unit_price", "price priceeach unitprice priceperunit unitcost salesprice 价格 销售单价 成交单价 产品单价"),
    ("items.discount", "discountrate disc rebate 折扣率"),
    (
        "amount",
        "total totalamount ordertotal ordervalue orderamount lineamount linetotal extendedprice subtotal sales value totalprice 总额 总金额 订单金额 合同金额 总价 合计 小计 合计金额",
    ),
    ("status", "orderstatus state orderstate 订单状态 进度"),
    (
        "by",
        "salesperson salesrep salesrepresentative salesman employee employeename seller owner rep 业务员 销售 销售员 负责人 跟单员",
    ),
    (
        "required",
        "requireddate requiredby requesteddate deliverydate duedelivery requesteddeliverydate 要求日期 交货日期 交期 要求交货日期",
    ),
    (
        "shipped",
        "shippeddate shipdate shipmentdate dateshipped shippedon bldate etd 发货日期 出运日 出货日期 装运日期 提单日期 船期",
    ),
    ("due", "duedate paymentdue paymentduedate 到期日 应收日 应付日期 付款到期日"),
    ("note", "notes remark remarks comment comments memo 说明"),
];

/// The names of a list of payments.
const PAYMENTS: &[Line] = &[
    CUSTOMER_CODE,
    CUSTOMER_NAME,
    CUSTOMER_COUNTRY,
    (
        "date",
        "paymentdate paiddate datepaid paidon receiptdate receiveddate valuedate transactiondate bookingdate 付款日期 收款日期 到账日期 入账日期 收款时间 到账时间 交易日期",
    ),
    (
        "amount",
        "paymentamount amountpaid paid amountreceived receivedamount received total sum 收款金额 付款金额 到账金额 实收金额 实收",
    ),
    ("currency", "currencycode curr cur ccy 货币 币别 币制"),
    ("kind", "type paymenttype category 类型 款项类型 款项性质 收款类别"),
    (
        "order",
        "orderid orderno ordernumber orderref invoiceno invoicenumber invoice pino pinumber pi pono contractno contract 订单 订单编号 合同号 合同编号 pi号 发票号",
    ),
    ("settles", "settledamount amountsettled 冲抵金额"),
    ("method", "paymentmethod paidby paymenttype means 收款方式 支付方式 结算方式"),
    (
        "reference",
        "ref referenceno referencenumber transactionid transactionno transactionreference paymentid checknumber checkno chequeno chequenumber bankreference 参考号 交易号 水单号 银行流水号 凭证号",
    ),
    ("payer", "paidfrom remitter sender payername 汇款人 付款方 付款单位"),
    ("note", "notes remark remarks comment comments description memo 摘要 说明"),
];

/// What a header says, for comparing: case, width, accents, blanks, underscores, hyphens and other marks do not matter.
pub fn fold(name: &str) -> String {
    name.nfkc().flat_map(char::to_lowercase).filter(|c| c.is_alphanumeric()).collect()
}

/// The name without what stands behind it in brackets, as in `单价(USD)`.
fn without_brackets(name: &str) -> Option<&str> {
    let at = name.find(['(', '（', '[', '【'])?;
    name.get(..at).filter(|name| !fold(name).is_empty())
}

/// The pieces of a name that says the same more than once, as in `客户名称 Customer Name` or `手机/Tel`: cut at slashes,
/// brackets, line ends and where Chinese meets Latin; of each piece its words.
fn parts(name: &str) -> Vec<Vec<String>> {
    let mut pieces = vec![String::new()];
    let mut before = None;
    for c in name.nfkc() {
        let chinese = c.is_alphabetic().then_some(matches!(c, '\u{3400}'..='\u{9fff}'));
        let turns = chinese.is_some() && before.is_some() && chinese != before;
        if turns || matches!(c, '/' | '\\' | '|' | '(' | ')' | '[' | ']' | '【' | '】' | '\n' | '\r') {
            pieces.push(String::new());
        }
        before = chinese.or(before);
        if let Some(piece) = pieces.last_mut() {
            piece.push(c);
        }
    }
    let words = |piece: &String| piece.split_whitespace().map(fold).filter(|word| !word.is_empty()).collect();
    pieces.iter().map(words).filter(|words: &Vec<String>| !words.is_empty()).collect()
}

/// Whether every piece is a name, as a whole or word by word.
fn known(pieces: &[Vec<String>], is: impl Fn(&str) -> bool) -> bool {
    !pieces.is_empty() && pieces.iter().all(|words| is(&words.concat()) || words.iter().all(|word| is(word)))
}

/// The names that a column may have.
#[derive(Debug)]
pub struct Names {
    /// Target and its names, in the order in which columns are given away.
    lines: Vec<(Target, Vec<String>)>,
    credit: Vec<&'static str>,
    /// Every name, for asking often.
    all: HashSet<String>,
}

impl Names {
    /// Of a subject.
    pub fn of(subject: Subject) -> Self {
        let (table, credit) = match subject {
            Subject::Customers => (CUSTOMERS, CREDIT.split(' ').collect()),
            Subject::Orders => (ORDERS, Vec::new()),
            Subject::Payments => (PAYMENTS, Vec::new()),
        };
        let mut targets = subject.targets();
        let columns = Columns::of(subject);
        let mut lines: Vec<(Target, Vec<String>)> = Vec::new();
        for (path, words) in table {
            let Some(target) = targets.iter().find(|target| target.path == *path).cloned() else { continue };
            // a second line of a field has names of its own only
            let again = lines.iter().any(|(other, _)| other.path == *path);
            let own = if again { Vec::new() } else { own(&target, &columns) };
            lines.push((target, own.into_iter().chain(words.split(' ').map(str::to_owned)).collect()));
        }
        targets.retain(|target| lines.iter().all(|(other, _)| other.path != target.path));
        lines.extend(targets.into_iter().map(|target| {
            let own = own(&target, &columns);
            (target, own)
        }));
        let all = lines.iter().flat_map(|(_, names)| names.iter().cloned()).collect();
        Self { lines, credit, all }
    }

    /// Whether a text is the name of a column.
    pub fn know(&self, name: &str) -> bool {
        self.all.contains(&fold(name))
            || without_brackets(name).is_some_and(|name| self.all.contains(&fold(name)))
            || [Some(name), without_brackets(name)].into_iter().flatten().map(parts).any(|parts| {
                // most cells fail here, which is quicker than to ask line by line
                known(&parts, |part| self.all.contains(part))
                    && self.lines.iter().any(|(_, words)| known(&parts, |part| words.iter().any(|word| word == part)))
            })
    }

    /// Whether a column of this name would grant credit.
    pub fn is_credit(&self, name: &str) -> bool {
        let credit = |name: &str| self.credit.contains(&name);
        credit(&fold(name)) || known(&parts(name), credit)
    }

    /// Gives each column to the field whose likeliest name it has; columns that are `taken` are given away already. With
    /// the target its rank: of several columns of one field the lower stands first.
    pub fn columns(&self, header: &[String], taken: &[bool]) -> Vec<Option<(usize, Target)>> {
        let whole: Vec<String> = header.iter().map(|name| fold(name)).collect();
        let short: Vec<String> =
            header.iter().map(|name| without_brackets(name).map_or_else(String::new, fold)).collect();
        let pieces: Vec<Vec<Vec<String>>> = header.iter().map(|name| parts(name)).collect();
        let less: Vec<Vec<Vec<String>>> =
            header.iter().map(|name| without_brackets(name).map(parts).unwrap_or_default()).collect();
        // for each column the line of names that it fills
        let mut filled: Vec<Option<usize>> = vec![None; header.len()];
        let mut give = |find: Find<'_>| {
            for (line, (_, words)) in self.lines.iter().enumerate() {
                let free = |column: &usize| {
                    filled.get(*column).is_some_and(Option::is_none) && !taken.get(*column).copied().unwrap_or(false)
                };
                let at = if filled.contains(&Some(line)) { None } else { find(words, &free) };
                if let Some(column) = at.and_then(|at| filled.get_mut(at)) {
                    *column = Some(line);
                }
            }
        };
        for names in [&whole, &short] {
            give(&|words, free| {
                let named = |word: &String| (0..names.len()).find(|at| names.get(*at) == Some(word) && free(at));
                words.iter().find_map(named)
            });
        }
        for pieces in [&pieces, &less] {
            give(&|words, free| {
                let is = |part: &str| words.iter().any(|word| word == part);
                (0..pieces.len()).find(|at| pieces.get(*at).is_some_and(|all| known(all, is)) && free(at))
            });
        }
        let target = |line: &Option<usize>| line.and_then(|line| Some((line, self.lines.get(line)?.0.clone())));
        filled.iter().map(target).collect()
    }
}

/// The names that a field brings along: path, key, labels, and what `export` calls it.
fn own(target: &Target, columns: &Columns) -> Vec<String> {
    let mut names = vec![fold(&target.path)];
    // the plain key of an inner field (attitude, method) would be anybody's guess
    if !target.path.contains('.') || target.path.starts_with("items.") {
        names.push(fold(target.field.key));
    }
    names.extend([target.field.label.en, target.field.label.zh].map(fold));
    for lang in [Lang::En, Lang::Zh] {
        let name = fold(&columns.header(target, lang));
        if !names.contains(&name) {
            names.push(name);
        }
    }
    names
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(subject: Subject, header: &str, want: &[&str]) {
        let header: Vec<String> = header.split('|').map(str::to_owned).collect();
        let found = Names::of(subject).columns(&header, &[]);
        let found: Vec<&str> =
            found.iter().map(|found| found.as_ref().map_or("", |(_, target)| target.path.as_str())).collect();
        assert_eq!(found, want, "{header:?}");
    }

    #[test]
    fn columns_of_customers_as_exports_name_them() {
        check(
            Subject::Customers,
            "customer_id|company_name|contact_name|contact_title|address|city|region|postal_code|country|phone|fax",
            &[
                "code",
                "name",
                "contact.name",
                "contact.title",
                "address",
                "city",
                "region",
                "postal_code",
                "country",
                "phone",
                "fax",
            ],
        );
        check(
            Subject::Customers,
            "客户编号|公司名称|联系人|职位|电话|手机|国别|邮编|邮箱|业务员|备注",
            &[
                "code",
                "name",
                "contact.name",
                "contact.title",
                "phone",
                "contact.phone",
                "country",
                "postal_code",
                "email",
                "owner",
                "note",
            ],
        );
        check(
            Subject::Customers,
            "Customer No.|COMPANY|Tel|ZIP Code|State/Province|Country/Region|E-mail|Web|Sales Rep|Credit Limit|Status",
            &["code", "name", "phone", "postal_code", "region", "country", "email", "website", "owner", "", ""],
        );
        check(
            Subject::Customers,
            "CUSTOMERNAME|PHONE|ADDRESSLINE1|ADDRESSLINE2|STATE|POSTALCODE|TERRITORY|CONTACTLASTNAME|CONTACTFIRSTNAME",
            &[
                "name",
                "phone",
                "address",
                "address",
                "region",
                "postal_code",
                "profile.territory",
                "contact.name",
                "contact.name",
            ],
        );
        check(
            Subject::Customers,
            "客户名称 Customer Name|国家Country|联系人 Contact|Email 邮箱|手机/Tel|网址\nWebsite|信用额度 Credit Limit|备注 City|邮编 QQ",
            &["name", "country", "contact.name", "email", "phone", "website", "", "", ""],
        );
        check(
            Subject::Orders,
            "订单号 Order No.|货号|数量 Qty (pcs)|单价 Unit Price (USD)|总额/Amount",
            &["number", "items.product", "items.quantity", "items.unit_price", "amount"],
        );
        check(Subject::Orders, "货号|品名", &["", "items.product"]);
        check(Subject::Customers, "ID|Name|Mobile|ｐｈｏｎｅ", &["code", "name", "contact.phone", "phone"]);
        check(Subject::Customers, "id|code|name", &["", "code", "name"]);
        check(Subject::Customers, "名称|国家|电话（含区号）", &["name", "country", "phone"]);
    }

    #[test]
    fn columns_of_orders_and_payments_as_exports_name_them() {
        check(
            Subject::Orders,
            "order_id|customer_id|salesperson|order_date|required_date|shipped_date|product|quantity|unit_price|discount|currency",
            &[
                "number",
                "customer.code",
                "by",
                "date",
                "required",
                "shipped",
                "items.product",
                "items.quantity",
                "items.unit_price",
                "items.discount",
                "currency",
            ],
        );
        check(
            Subject::Orders,
            "ORDERNUMBER|QUANTITYORDERED|PRICEEACH|ORDERLINENUMBER|SALES|ORDERDATE|STATUS|PRODUCTLINE|CUSTOMERNAME|COUNTRY",
            &[
                "number",
                "items.quantity",
                "items.unit_price",
                "",
                "amount",
                "date",
                "status",
                "items.product",
                "customer.name",
                "customer.country",
            ],
        );
        check(
            Subject::Orders,
            "合同号|客户|下单日期|品名|数量|单价(USD)|金额|币种|贸易术语|状态|发货日期|余款方式",
            &[
                "number",
                "customer.name",
                "date",
                "items.product",
                "items.quantity",
                "items.unit_price",
                "amount",
                "currency",
                "terms",
                "status",
                "shipped",
                "pay.balance",
            ],
        );
        check(
            Subject::Orders,
            "PI No|Customer|Date|Total|Incoterms",
            &["number", "customer.name", "date", "amount", "terms"],
        );
        check(
            Subject::Payments,
            "Customer No|Payment Date|Amount|Currency|Order Number|Method|流水号|付款人|Type",
            &["customer.code", "date", "amount", "currency", "order", "method", "reference", "payer", "kind"],
        );
        check(
            Subject::Payments,
            "收款日期|金额|订单号|类别|备注|核销金额",
            &["date", "amount", "order", "kind", "note", "settles"],
        );
    }

    #[test]
    fn no_name_means_two_fields() {
        for subject in [Subject::Customers, Subject::Orders, Subject::Payments] {
            let names = Names::of(subject);
            for (line, (target, words)) in names.lines.iter().enumerate() {
                for word in words {
                    assert_eq!(*word, fold(word), "{word} of {} is not folded", target.path);
                    let others = names.lines.iter().take(line).filter(|(_, others)| others.contains(word));
                    // a mobile number is the firm's where it gives no other, else the contact's
                    for (other, _) in others {
                        let meant = ["contact.phone", "contact.name", "customer.name", "method"]
                            .contains(&target.path.as_str());
                        let inner = target.path.contains('.') || target.field.label == other.field.label;
                        assert!(meant || inner, "{word}: {} and {}", other.path, target.path);
                    }
                }
            }
        }
    }

    #[test]
    fn what_would_grant_credit_is_known() {
        let names = Names::of(Subject::Customers);
        for (name, want) in
            [("Credit Limit", true), ("信用额度", true), ("Payment Terms", true), ("Grade", true), ("Phone", false)]
        {
            assert_eq!(names.is_credit(name), want, "{name}");
        }
    }
}
