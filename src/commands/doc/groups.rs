//! What a template may name beside the fields of the records, each once: both names, what it means, an example.

use crate::lang::Words;
use crate::model::Card;
use crate::model::card::{Alert, Contact, Investigation, Item, Measure, Order, Payment, Quote, Shipment};
use crate::model::field::{Record, RecordType};
use crate::model::settings::{Person, Seller};

/// Something that names stand for parts of: a record of the card, our firm, a list.
#[derive(Debug)]
pub struct Group {
    /// The English name.
    pub en: &'static str,
    /// The Chinese name.
    pub zh: &'static str,
    /// Whether there are several, each a row.
    pub list: bool,
    /// What it is.
    pub about: Words,
    /// What it looks like, where it is a value itself.
    pub example: Words,
    /// The records whose fields may be named.
    pub records: &'static [&'static RecordType],
    /// What is worked out.
    pub derived: &'static [Derived],
}

impl Group {
    /// Whether it is a value by itself.
    pub fn is_value(&self) -> bool {
        self.records.is_empty() && self.derived.is_empty()
    }
}

/// Something that is worked out.
#[derive(Debug)]
pub struct Derived {
    /// The English name.
    pub en: &'static str,
    /// The Chinese name; others that mean the same behind `|`.
    pub zh: &'static str,
    /// What it is.
    pub about: Words,
    /// What it looks like in each language.
    pub example: Words,
}

/// Declares a group: names, records, what it is; then what is worked out, a line each.
macro_rules! group {
    ($en:literal $zh:literal list $list:literal [$($record:ty),*] $about_en:literal $about_zh:literal $example_en:literal $example_zh:literal {
        $($name:literal $name_zh:literal $what_en:literal $what_zh:literal $ex_en:literal $ex_zh:literal;)*
    }) => {
        Group {
            en: $en,
            zh: $zh,
            list: $list,
            about: Words::new($about_en, $about_zh),
            example: Words::new($example_en, $example_zh),
            records: &[$(<$record as Record>::TYPE),*],
            derived: &[$(Derived {
                en: $name,
                zh: $name_zh,
                about: Words::new($what_en, $what_zh),
                example: Words::new($ex_en, $ex_zh),
            }),*],
        }
    };
}

/// Declares what lines and terms make of a quote or an order; then what one of them alone has.
macro_rules! deal {
    ($en:literal $zh:literal [$record:ty] $about_en:literal $about_zh:literal {
        $($more:literal $more_zh:literal $what_en:literal $what_zh:literal $ex_en:literal $ex_zh:literal;)*
    }) => {
        group!($en $zh list false [$record] $about_en $about_zh "" "" {
            "total" "合计" "Goods and charges" "货款和费用" "7,030.00" "7,030.00";
            "goods_total" "货款合计" "The goods alone" "仅货物" "6,630.00" "6,630.00";
            "charges_total" "费用合计" "Freight, insurance, tools" "运费、保险费、模具费" "400.00" "400.00";
            "payment" "付款条款" "How it is paid, one sentence; the terms in force where nothing was agreed" "付款方式一句话；未约定时按现行账期" "30% deposit, balance against B/L copy" "30% 定金，余款见提单复印件付款";
            "deposit" "定金" "The amount agreed ahead" "约定的定金金额" "2,109.00" "2,109.00";
            "deposit_share" "定金比例" "Its share of the total" "定金占合计的比例" "30%" "30%";
            "balance" "余款" "The total less the deposit" "合计减定金" "4,921.00" "4,921.00";
            "incoterm" "术语" "Of the terms" "贸易术语" "FOB" "FOB";
            "place" "交货地" "The place of the terms" "贸易术语的地点" "Ningbo" "Ningbo";
            "insured" "含保险" "Whether we insure: CIF, CIP" "我方投保：CIF、CIP" "yes" "是";
            "quantity" "数量合计" "Empty where units differ" "单位不一致时为空" "40" "40";
            "packages" "件数合计" "By the product list" "按产品目录" "20" "20";
            "net_weight" "净重合计" "In kilograms, by the product list" "千克，按产品目录" "2,600" "2,600";
            "gross_weight" "毛重合计" "In kilograms, by the product list" "千克，按产品目录" "2,840" "2,840";
            "volume" "体积合计" "In cubic metres, by the product list" "立方米，按产品目录" "12.4" "12.4";
            "discharge" "卸货港" "The order's, else that of the customer's papers" "订单所写，没有则用单证资料的目的港" "Hamburg" "Hamburg";
            "loading" "起运港" "The order's, else the place of FOB, FCA, FAS terms" "订单所写，没有则用 FOB、FCA、FAS 的地点" "Ningbo" "Ningbo";
            "shipping_marks" "运输标志" "The order's, else those of the customer's papers, else N/M" "订单所写，没有则用单证资料的唛头，再没有则为 N/M" "MUELLER/HAMBURG" "MUELLER/HAMBURG";
            "lead_days" "交货天数" "Its own, else the longest of its products" "自身所写，没有则取产品中最长的" "35" "35";
            "ship_by" "最迟装运" "The latest shipment, else the day required" "最迟装运期，没有则用要求交期" "30 April 2026" "2026年4月30日";
            "origin" "产地" "Its own, else that of its products" "自身所写，没有则用产品的原产国" "China" "China";
            "partial" "分批装运" "Where it was said" "写明时才有" "not allowed" "不允许";
            "transhipment" "转运" "Where it was said" "写明时才有" "allowed" "允许";
            $($more $more_zh $what_en $what_zh $ex_en $ex_zh;)*
        })
    };
}

/// All of them, in the order in which they are told.
pub const GROUPS: &[Group] = &[
    group!("today" "今天" list false [] "The day of the paper" "制单日期" "2 March 2026" "2026年3月2日" {
    }),
    group!("seller" "卖方" list false [Seller] "Our own firm, from [seller] of kehu.toml" "本公司，取自 kehu.toml 的 [seller]" "" "" {
        "beneficiary" "收款人" "Whose the account is: as said, else the English name, else the name" "账户所有人：未写则用英文名称，再没有则用名称" "Ningbo Example Trading Co., Ltd." "Ningbo Example Trading Co., Ltd.";
    }),
    group!("me" "经办人" list false [Person] "Who makes the paper: --as" "制单人：--as" "" "" {
    }),
    group!("customer" "客户" list false [Card] "The customer's card" "客户卡片" "" "" {
        "country" "国家" "Of the folder" "客户文件夹所在国家" "Germany" "德国";
        "stage" "阶段" "What the stage folder holds" "客户所处阶段" "customer" "国外客户";
        "path" "路径" "The folder of the customer in the book" "客户文件夹" "国外客户/德国/Müller" "国外客户/德国/Müller";
        "number" "编号" "The code; empty where the customer has none" "客户编号，没有则为空" "DE-0007" "DE-0007";
        "full_name" "全称" "The legal name of the papers, else the name" "单证资料的法定名称，没有则用名称" "Müller Maschinenbau GmbH" "Müller Maschinenbau GmbH";
        "full_address" "完整地址" "Address, city, region, postal code, country" "地址、城市、州省、邮编、国家" "Industriestr. 12, 70565 Stuttgart, Germany" "Industriestr. 12, 70565 Stuttgart, 德国";
        "invoice_address" "发票地址" "That of the papers, else the full address" "单证资料的发票地址，没有则用完整地址" "Industriestr. 12, 70565 Stuttgart, Germany" "Industriestr. 12, 70565 Stuttgart, 德国";
        "consignee" "收货人" "That of the papers, else full name and address" "单证资料的收货人，没有则用全称和完整地址" "Müller Maschinenbau GmbH, Industriestr. 12" "Müller Maschinenbau GmbH, Industriestr. 12";
        "notify_party" "通知人" "That of the papers, else the consignee" "单证资料的通知人，没有则同收货人" "Same as consignee" "同收货人";
        "grade" "核定等级" "In force" "现行" "B" "B级";
        "limit" "信用额度" "In force" "现行" "50,000.00" "50,000.00";
        "limit_currency" "额度币种" "Of the limit" "信用额度的币种" "USD" "USD";
        "term_days" "账期" "In days, in force" "现行，天" "60" "60";
        "state" "状态" "Whether we trade" "是否正常交易" "active" "正常";
        "conditions" "附加条件" "Those of the start of trading" "开始交易时的附加条件" "exchanged contract" "交换合同书";
    }),
    group!("contact" "联系人" list false [Contact] "The contact who decides, else the first; --contact picks another" "决策人，没有则第一位联系人；--contact 另选" "" "" {
    }),
    deal!("quote" "报价" [Quote] "The quote: --quote, else the newest that is open" "报价：--quote，否则为最新的待回复报价" {
    }),
    deal!("order" "订单" [Order] "The order: --order, else the newest" "订单：--order，否则为最新的订单" {
        "settled" "已收" "What has come in for it" "已收款" "2,109.00" "2,109.00";
        "amount" "金额" "What was agreed, else the total of the lines" "约定金额，未写则为明细合计" "7,030.00" "7,030.00";
    }),
    group!("shipment" "出运" list false [Shipment] "The shipment: --shipment, else the newest of the order" "出运：--shipment，否则为订单最新的一批" "" "" {
        "number" "批次" "Which shipment of the order" "该订单的第几批" "1" "1";
        "total" "合计" "What it is worth" "本批货值" "7,030.00" "7,030.00";
        "goods_total" "货款合计" "Its goods alone" "本批货物" "6,630.00" "6,630.00";
        "charges_total" "费用合计" "Its charges" "本批费用" "400.00" "400.00";
        "quantity" "数量合计" "Empty where units differ" "单位不一致时为空" "40" "40";
        "packages" "件数合计" "Its own, else by the product list" "自身所写，没有则按产品目录" "20" "20";
        "net_weight" "净重合计" "In kilograms; its own, else by the product list" "千克；自身所写，没有则按产品目录" "2,600" "2,600";
        "gross_weight" "毛重合计" "In kilograms; its own, else by the product list" "千克；自身所写，没有则按产品目录" "2,840" "2,840";
        "volume" "体积合计" "In cubic metres; its own, else by the product list" "立方米；自身所写，没有则按产品目录" "12.4" "12.4";
        "due" "应收日期" "When it is to be paid" "本批应付日期" "30 June 2026" "2026年6月30日";
    }),
    group!("debt" "欠款" list false [] "What the customer owes on the day; of several currencies the one of most, unless --order says which" "当日欠款；有多种币种时取欠款最多的，--order 可指定" "" "" {
        "total" "欠款合计" "All that is owed for what was shipped; by currency where there are several" "已出运未收的货款；多币种时分列" "12,400.00" "12,400.00";
        "currency" "币种" "Of the amounts" "金额的币种" "USD" "USD";
        "not_due" "未到期" "Remainders too" "含尾差" "4,000.00" "4,000.00";
        "overdue" "逾期合计" "All that is past due" "全部逾期" "8,400.00" "8,400.00";
        "overdue_1_30" "逾期1至30天" "By age" "按账龄" "5,000.00" "5,000.00";
        "overdue_31_60" "逾期31至60天" "By age" "按账龄" "3,400.00" "3,400.00";
        "overdue_61_90" "逾期61至90天" "By age" "按账龄" "0.00" "0.00";
        "overdue_over_90" "逾期90天以上" "By age" "按账龄" "0.00" "0.00";
        "disputed" "有争议" "Owed, not overdue" "不计逾期" "0.00" "0.00";
        "unapplied" "预收款" "Settles no order yet" "尚未核销订单" "0.00" "0.00";
        "ahead" "预收未发货" "Received on orders for goods that are not shipped yet" "订单已收、货物尚未出运的款项" "2,109.00" "2,109.00";
        "days" "最长逾期天数" "Of the oldest" "最早的一笔" "38" "38";
        "first" "首次催款" "The tone by days overdue: the first" "按逾期天数定措辞：首次" "yes" "是";
        "second" "再次催款" "From the days that the policy says" "达到政策规定的天数" "yes" "是";
        "final" "最后催款" "From the days that the policy says" "达到政策规定的天数" "yes" "是";
        "dunned" "上次催款" "The day of the last dunning" "上次催款日期" "2 March 2026" "2026年3月2日";
    }),
    group!("credit" "信用" list false [] "The customer's credit on the day, in base currency" "当日信用，以本位币计" "" "" {
        "grade" "核定等级" "In force" "现行" "B" "B级";
        "limit" "信用额度" "What was granted, in its currency" "核定额度，以额度币种计" "50,000.00" "50,000.00";
        "limit_currency" "额度币种" "Of the limit" "信用额度的币种" "USD" "USD";
        "term_days" "账期" "In days" "天" "60" "60";
        "exposure" "信用敞口" "What would be lost if the customer never paid again" "客户不再付款时的损失" "80,000.00" "80,000.00";
        "headroom" "可用额度" "The limit less the exposure" "额度减敞口" "270,000.00" "270,000.00";
        "receivable" "应收账款" "Owed for what was shipped" "已出运未收的货款" "60,000.00" "60,000.00";
        "commitment" "在手承诺" "On credit, not shipped yet" "赊销订单未出运部分" "20,000.00" "20,000.00";
        "at_risk" "押单" "Owed, the goods or papers still ours" "货款未付、货权仍在我方" "0.00" "0.00";
        "state" "状态" "Whether we trade" "是否正常交易" "active" "正常";
        "paying" "付款表现" "How the customer paid over the months that conduct looks back" "考察期内的付款情况一句话" "4 shipments settled, 3.5 days late on average" "已结清 4 批，平均迟付 3.5 天";
        "sales" "累计销售额" "All sales so far" "至今全部销售" "560,000.00" "560,000.00";
        "base" "本位币" "Of these amounts" "以上金额的币种" "CNY" "CNY";
    }),
    group!("investigation" "调查" list false [Investigation] "The newest investigation" "最近一次信用调查" "" "" {
        "state" "状态" "How far it has come" "进展" "completed" "已完成";
        "next" "下次调查" "When the next is due" "下次应查日期" "2 September 2026" "2026年9月2日";
    }),
    group!("alert" "紧急报告" list false [Alert] "The newest open urgent report, else the newest" "最近未结案的紧急报告，没有则最近一份" "" "" {
        "state" "状态" "How far it has come" "进展" "directed" "已批示";
        "exposure" "信用敞口" "In base currency" "以本位币计" "80,000.00" "80,000.00";
        "receivable" "应收账款" "In base currency" "以本位币计" "60,000.00" "60,000.00";
        "overdue" "逾期合计" "In base currency" "以本位币计" "30,000.00" "30,000.00";
        "at_risk" "押单" "Owed, the goods or papers still ours; in base currency" "货权仍在我方；以本位币计" "0.00" "0.00";
        "commitment" "在手承诺" "In base currency" "以本位币计" "20,000.00" "20,000.00";
        "base" "本位币" "Of these amounts" "以上金额的币种" "CNY" "CNY";
        "options" "可选对策" "The countermeasures to choose from, those taken ticked" "可选的对策，已采取的打勾" "☐ restrict ☑ claim" "☐ 限制出货 ☑ 追收";
        "dunned" "此后催款" "The last dunning since the report" "报告后最近一次催款" "2 March 2026" "2026年3月2日";
    }),
    group!("stop" "中止" list false [] "The stop of supply in force" "现行的暂停或中止" "" "" {
        "state" "状态" "Suspended or halted" "暂停供货或中止交易" "halted" "中止交易";
        "since" "日期" "Since when" "起始日期" "2 March 2026" "2026年3月2日";
        "reason" "原因" "Why" "原因" "bankruptcy filed" "已申请破产";
        "notified" "通知日期" "When the customer was told" "通知客户的日期" "3 March 2026" "2026年3月3日";
        "how" "通知方式" "How the customer was told" "通知客户的方式" "e-mail" "邮件";
    }),
    group!("plan" "访问计划" list false [] "The visit plan" "访问计划" "" "" {
        "owner" "负责人" "Whose it is: --owner, else the customer's" "--owner，否则为客户负责人" "张伟" "张伟";
        "from" "起始" "The first day of it" "起始日期" "2 March 2026" "2026年3月2日";
        "to" "截止" "The last visit of it" "最后一次访问" "30 April 2026" "2026年4月30日";
    }),
    group!("lines" "明细" list true [Item] "The goods of the shipment, order or quote that the paper is about" "单证所涉出运、订单或报价的货物" "" "" {
        "no" "序号" "Counted from 1" "从 1 起" "1" "1";
        "name" "名称" "The English name under English names, the product under Chinese" "中文名用品名，英文名用英文品名" "Hand pallet truck" "手动叉车";
        "amount" "金额" "Quantity × price less discount" "数量×单价减折扣" "7,030.00" "7,030.00";
        "currency" "币种" "Of price and amount" "单价和金额的币种" "USD" "USD";
        "code" "货号" "From the product list" "取自产品目录" "HPT-25" "HPT-25";
        "name_en" "英文品名" "From the product list, else the product" "取自产品目录，没有则用品名" "Hand pallet truck" "Hand pallet truck";
        "hs" "海关编码" "From the product list" "取自产品目录" "8427.90" "8427.90";
        "specification" "规格" "From the product list; the English one under English names, where there is one" "取自产品目录；英文名下用英文规格" "2.5 t, 1150 mm" "2.5 吨，1150 毫米";
        "specification_en" "英文规格" "From the product list" "取自产品目录" "2.5 t, 1150 mm" "2.5 t, 1150 mm";
        "features" "特点" "From the product list; the English ones under English names" "取自产品目录；英文名下用英文特点" "quick lift" "快速起升";
        "features_en" "英文特点" "From the product list" "取自产品目录" "quick lift" "quick lift";
        "moq" "起订量" "From the product list" "取自产品目录" "20" "20";
        "lead_days" "交期" "In days, from the product list" "天，取自产品目录" "35" "35";
        "unit" "单位" "The line's, else that of the product list; the English one under English names" "明细所写，没有则取自产品目录；英文名下用英文单位" "set" "台";
        "unit_en" "英文单位" "From the product list, else the unit" "取自产品目录，没有则用单位" "set" "set";
        "packages" "件数" "The quantity by the pieces in a package, rounded up" "数量除以每件数量，向上取整" "20" "20";
        "package" "包装" "From the product list; the English one under English names" "取自产品目录；英文名下用英文包装" "pallet" "托盘";
        "package_en" "英文包装" "From the product list" "取自产品目录" "pallet" "pallet";
        "per_package" "每件数量" "From the product list" "取自产品目录" "2" "2";
        "net_weight" "净重" "Of all packages, in kilograms" "全部件数，千克" "2,600" "2,600";
        "gross_weight" "毛重" "Of all packages, in kilograms" "全部件数，千克" "2,840" "2,840";
        "volume" "体积" "Of all packages, in cubic metres" "全部件数，立方米" "12.4" "12.4";
        "per_20gp" "20尺柜装量" "From the product list" "取自产品目录" "160" "160";
        "per_40hq" "40尺高柜装量" "From the product list" "取自产品目录" "380" "380";
        "origin" "原产国" "From the product list" "取自产品目录" "China" "China";
        "picture" "图片" "From the product list: a PNG or JPEG file of the book; in Word and HTML" "取自产品目录：账套中的 PNG 或 JPEG 文件；用于 Word 和 HTML" "a picture" "一张图片";
    }),
    group!("pictures" "有图片" list false [] "Whether a product on the paper has a picture" "单证上的产品是否有图片" "yes" "是" {
    }),
    group!("charges" "费用" list true [] "Lines that are no goods: freight, insurance, a tool" "非货物的明细：运费、保险费、模具费" "" "" {
        "no" "序号" "Counted from 1" "从 1 起" "1" "1";
        "name" "名称" "The English name under English names" "英文名下用英文品名" "Ocean freight" "海运费";
        "amount" "金额" "Of the line" "明细金额" "400.00" "400.00";
        "currency" "币种" "Of the amount" "金额的币种" "USD" "USD";
    }),
    group!("contacts" "联系人表" list true [Contact] "All contacts" "全部联系人" "" "" {
        "no" "序号" "Counted from 1" "从 1 起" "1" "1";
    }),
    group!("orders" "订单表" list true [Order] "Orders, credit notes too, the newest last; cancelled ones left out" "订单（含贷项），新的在后；已取消的不列" "" "" {
        "no" "序号" "Counted from 1" "从 1 起" "1" "1";
        "number" "单号" "The order's number" "订单编号" "PI-2026-011" "PI-2026-011";
        "date" "日期" "When it was placed" "订购日期" "2 March 2026" "2026年3月2日";
        "product" "品名" "Of its lines" "各行品名" "Hand pallet truck" "手动叉车";
        "quantity" "数量" "Empty where units differ" "单位不一致时为空" "40" "40";
        "unit" "单位" "Where all lines have the same" "各行一致时" "set" "台";
        "unit_price" "单价" "Where it is one line" "只有一行时" "185.00" "185.00";
        "amount" "金额" "The total" "合计" "7,030.00" "7,030.00";
        "settled" "已收" "What has come in for it" "已收款" "2,109.00" "2,109.00";
        "balance" "未收" "What has not" "未收款" "4,921.00" "4,921.00";
        "due" "应收日期" "Of the first shipment that is not paid" "最早未付一批的应付日期" "30 June 2026" "2026年6月30日";
    }),
    group!("payments" "收款表" list true [Payment] "Payments by date" "收款，按日期" "" "" {
        "no" "序号" "Counted from 1" "从 1 起" "1" "1";
    }),
    group!("shipments" "出运表" list true [Shipment] "Shipments of all orders by date" "全部订单的出运，按日期" "" "" {
        "no" "序号" "Counted from 1" "从 1 起" "1" "1";
        "order" "订单号" "Of which order" "所属订单" "PI-2026-011" "PI-2026-011";
        "currency" "币种" "Of the amount" "金额的币种" "USD" "USD";
        "due" "应收日期" "When it is to be paid" "应付日期" "30 June 2026" "2026年6月30日";
    }),
    group!("open" "未结款" list true [] "What is owed, by due date" "未收货款，按应收日期" "" "" {
        "no" "序号" "Counted from 1" "从 1 起" "1" "1";
        "order" "订单号" "The order" "订单编号" "PI-2026-011" "PI-2026-011";
        "invoice" "发票号" "Of the shipment" "该批发票号" "CI-2026-011" "CI-2026-011";
        "bl" "提单号" "Of the shipment" "该批提单号" "OOLU2026011" "OOLU2026011";
        "shipped" "出运日期" "B/L date" "提单日期" "10 April 2026" "2026年4月10日";
        "due" "应收日期" "When it is to be paid" "应付日期" "30 June 2026" "2026年6月30日";
        "currency" "币种" "Of the amounts" "金额的币种" "USD" "USD";
        "amount" "金额" "What was shipped" "出运金额" "7,030.00" "7,030.00";
        "settled" "已收" "What has come in for it" "已收款" "2,109.00" "2,109.00";
        "balance" "未收" "What is owed" "未收款" "4,921.00" "4,921.00";
        "days" "逾期天数" "Empty where it is not due" "未到期为空" "38" "38";
        "bucket" "账龄" "By days overdue" "按逾期天数" "31-60 days" "31–60 天";
        "holder" "提单持有人" "Who can get the goods: by the way of payment, unless they were released" "谁能提货：按付款方式推定，已放货的除外" "the bank" "银行";
        "goods" "货物状态" "Afloat or arrived" "在途或已到货" "afloat" "在途";
    }),
    group!("ageing" "账龄表" list true [] "What is owed by age, a row for each currency" "按账龄的欠款，每种币种一行" "" "" {
        "no" "序号" "Counted from 1" "从 1 起" "1" "1";
        "currency" "币种" "Of the amounts" "金额的币种" "USD" "USD";
        "total" "欠款合计" "All that is owed for what was shipped" "已出运未收的货款" "12,400.00" "12,400.00";
        "not_due" "未到期" "Remainders too" "含尾差" "4,000.00" "4,000.00";
        "overdue" "逾期合计" "All that is past due" "全部逾期" "8,400.00" "8,400.00";
        "overdue_1_30" "逾期1至30天" "By age" "按账龄" "5,000.00" "5,000.00";
        "overdue_31_60" "逾期31至60天" "By age" "按账龄" "3,400.00" "3,400.00";
        "overdue_61_90" "逾期61至90天" "By age" "按账龄" "0.00" "0.00";
        "overdue_over_90" "逾期90天以上" "By age" "按账龄" "0.00" "0.00";
        "disputed" "有争议" "Owed, not overdue" "不计逾期" "0.00" "0.00";
        "unapplied" "预收款" "Settles no order yet" "尚未核销订单" "0.00" "0.00";
    }),
    group!("advances" "预收表" list true [] "What the customer paid for goods not shipped yet, a row for each currency" "客户已付、尚未发货的款项，每种币种一行" "" "" {
        "no" "序号" "Counted from 1" "从 1 起" "1" "1";
        "currency" "币种" "Of the amounts" "金额的币种" "USD" "USD";
        "ahead" "预收未发货" "Received on orders for goods that are not shipped yet" "订单已收、货物尚未出运的款项" "2,109.00" "2,109.00";
        "unapplied" "预收款" "Settles no order yet" "尚未核销订单" "0.00" "0.00";
    }),
    group!("undelivered" "在产订单" list true [] "Orders that are not shipped, or not wholly" "未出运或未全部出运的订单" "" "" {
        "no" "序号" "Counted from 1" "从 1 起" "1" "1";
        "number" "订单号" "The order's number" "订单编号" "PI-2026-012" "PI-2026-012";
        "date" "日期" "When it was placed" "订购日期" "2 March 2026" "2026年3月2日";
        "currency" "币种" "Of the amounts" "金额的币种" "USD" "USD";
        "amount" "金额" "What was ordered" "订单金额" "7,030.00" "7,030.00";
        "balance" "未出运" "What is not shipped" "未出运金额" "7,030.00" "7,030.00";
        "settled" "已收" "What has come in ahead" "已预收" "2,109.00" "2,109.00";
        "status" "状态" "How far it has come" "进展" "in production" "生产中";
        "required" "要求交期" "When the customer wants it" "客户要求的交期" "30 April 2026" "2026年4月30日";
    }),
    group!("facts" "调查项目" list true [] "What is known of the five sections, item by item" "五个方面已知的各项" "" "" {
        "no" "序号" "Counted from 1" "从 1 起" "1" "1";
        "section" "类别" "Which of the five" "五类之一" "basic facts" "基础资料";
        "item" "项目" "What it is about" "调查内容" "shareholders" "股东构成";
        "fact" "情况" "What is known" "已知情况" "K. Müller 100%" "K. Müller 100%";
        "source" "来源" "Where it comes from" "信息来源" "bank report" "银行报告";
        "channel" "渠道" "The channels of the investigation" "调查途径" "financial institution" "金融机构";
        "date" "日期" "Of the investigation" "调查日期" "2 March 2026" "2026年3月2日";
    }),
    group!("gaps" "缺项" list true [] "What the card does not say of the five sections" "五个方面尚缺的各项" "" "" {
        "no" "序号" "Counted from 1" "从 1 起" "1" "1";
        "section" "类别" "Which of the five" "五类之一" "finance" "财务状况";
        "item" "项目" "What it is about" "调查内容" "capital" "资本";
    }),
    group!("measures" "对策表" list true [Measure] "Countermeasures of the urgent report" "紧急报告的对策" "" "" {
        "no" "序号" "Counted from 1" "从 1 起" "1" "1";
    }),
    group!("recovered" "收回表" list true [Payment] "What was paid since the urgent report" "紧急报告后的收款" "" "" {
        "no" "序号" "Counted from 1" "从 1 起" "1" "1";
    }),
    group!("visits" "访问表" list true [] "Planned visits by date, of the owner or of the customer" "计划的访问，按日期；某负责人或某客户" "" "" {
        "no" "序号" "Counted from 1" "从 1 起" "1" "1";
        "customer" "客户" "Who is visited" "访问谁" "穆勒机械" "穆勒机械";
        "place" "地点" "Where" "在哪里" "Stuttgart" "斯图加特";
        "date" "日期" "When" "何时" "30 April 2026" "2026年4月30日";
        "by" "拜访人" "Who goes" "谁去" "张伟" "张伟";
        "with" "对方" "Whom one meets" "会见谁" "Anna Weber" "Anna Weber";
        "purpose" "目的" "What for" "为何" "new model" "推介新型号";
        "done" "已访次数" "Visits so far" "至今访问次数" "3" "3";
        "fruitless" "无效次数" "In a row, without effect" "连续无实效次数" "1" "1";
        "result" "结果" "Of the last visit" "上次访问的结果" "samples confirmed" "确认样品";
        "next" "下一步" "When to follow up, and how" "下次跟进日期和方式" "15 May 2026, call" "2026年5月15日，电话";
    }),
    group!("dropped" "移出表" list true [] "Who left the visit plan" "移出访问计划的客户" "" "" {
        "no" "序号" "Counted from 1" "从 1 起" "1" "1";
        "customer" "客户" "Who" "哪个客户" "穆勒机械" "穆勒机械";
        "date" "日期" "When" "移出日期" "2 March 2026" "2026年3月2日";
        "reason" "原因" "Why" "移出原因" "5 visits in a row without effect (第13条 1)" "连续 5 次访问无实效（第13条 1）";
    }),
];
