//! Quotes, samples, orders, shipments and payments (第12条 1: 订购日期、品名、数量、单价、金额).

use crate::model::choice::{OrderStatus, PaymentKind, PaymentMethod, QuoteOutcome};
use crate::model::date::Date;
use crate::model::field::{Is, Needed};
use crate::model::number::Number;
use crate::record;

record! {
    /// One line of a quote or an order.
    pub struct Item("item", "明细") by "product" {
        product: Option<String> = "product" "品名", article("第12条 1"), needed(Needed::Always);
        quantity: Option<Number> = "quantity" "数量", article("第12条 1"), needed(Needed::Always), is(Is::Positive);
        unit: Option<String> = "unit" "单位";
        unit_price: Option<Number> = "unit price" "单价", article("第12条 1"), needed(Needed::Always), is(Is::Positive);
        discount: Option<Number> = "discount" "折扣", about("A share: 0.05 is five per cent", "比例：0.05 即百分之五"), is(Is::Share);
    }
}

record! {
    /// A quotation.
    pub struct Quote("quote", "报价") by "number" {
        number: Option<String> = "number" "报价单号", needed(Needed::Always);
        date: Option<Date> = "date" "日期", needed(Needed::Always), is(Is::Past);
        currency: Option<String> = "currency" "币种", needed(Needed::Always), is(Is::Currency);
        terms: Option<String> = "terms" "贸易术语", about("Incoterm and place, as FOB Ningbo", "贸易术语和地点，如 FOB Ningbo");
        valid_until: Option<Date> = "valid until" "有效期至", about("The last day on which it may be accepted", "可接受的最后一天");
        pay: Option<PayTerms> = "payment terms" "付款条件";
        inquiry: Option<String> = "inquiry" "询盘编号", about("What the customer calls the inquiry that it answers", "所答复询盘的编号");
        moq: Option<Number> = "minimum order" "起订量";
        lead_days: Option<u32> = "lead time in days" "交期（天）";
        replaces: Option<String> = "replaces" "替代报价", about("The number of the quote this one replaces", "被替代的报价单号");
        outcome: Option<QuoteOutcome> = "outcome" "结果";
        closed: Option<Date> = "closed" "了结日期", is(Is::Past);
        reason: Option<String> = "reason" "原因";
        items: Vec<Item> = "items" "明细", needed(Needed::Always);
    }
}

record! {
    /// A sample sent to the customer.
    pub struct Sample("sample", "寄样") by "date" | "tracking" {
        date: Option<Date> = "date" "寄出日期", needed(Needed::Always), is(Is::Past);
        product: Option<String> = "product" "品名", needed(Needed::Always);
        courier: Option<String> = "courier" "快递公司";
        tracking: Option<String> = "tracking number" "快递单号";
        fee: Option<Number> = "fee" "费用";
        currency: Option<String> = "currency" "币种", is(Is::Currency);
        received: Option<Date> = "received" "签收日期", is(Is::Past);
        feedback: Option<String> = "feedback" "反馈";
    }
}

record! {
    /// How an order is paid.
    pub struct PayTerms("payment terms", "付款条件") {
        deposit: Option<Number> = "deposit" "定金比例", about("A share of the order: 0.30 is thirty per cent", "占订单比例：0.30 即百分之三十"), is(Is::Share);
        balance: Option<PaymentMethod> = "balance" "余款方式", article("第6条");
        days: Option<u32> = "days" "天数";
    }
}

record! {
    /// One shipment of an order that leaves in parts.
    pub struct Shipment("shipment", "出运") by "date" | "bl" {
        date: Option<Date> = "B/L date" "提单日期", needed(Needed::Always), is(Is::Past);
        amount: Option<Number> = "amount" "金额", needed(Needed::Always), is(Is::Positive);
        bl: Option<String> = "B/L number" "提单号";
        invoice: Option<String> = "invoice number" "发票号";
        vessel: Option<String> = "vessel and voyage" "船名航次";
        container: Option<String> = "container and seal" "柜号封号";
        packages: Option<u32> = "packages" "件数", about("Where the product list does not tell", "产品目录算不出时填写");
        net_weight: Option<Number> = "net weight" "净重", about("In kilograms", "千克"), is(Is::Positive);
        gross_weight: Option<Number> = "gross weight" "毛重", about("In kilograms", "千克"), is(Is::Positive);
        volume: Option<Number> = "volume" "体积", about("In cubic metres", "立方米"), is(Is::Positive);
        items: Vec<Item> = "items" "明细", about("What left, where it was not the whole order", "本批所装明细，整单出运时不填");
    }
}

record! {
    /// An order.
    pub struct Order("order", "订单") by "number" {
        number: Option<String> = "number" "订单号", needed(Needed::Always);
        date: Option<Date> = "date" "订购日期", article("第12条 1"), needed(Needed::Always), is(Is::Past);
        currency: Option<String> = "currency" "币种", needed(Needed::Always), is(Is::Currency);
        terms: Option<String> = "terms" "贸易术语";
        pay: Option<PayTerms> = "payment terms" "付款条件";
        items: Vec<Item> = "items" "明细", article("第12条 1");
        amount: Option<Number> = "amount" "金额", about("The total, where the lines are not known", "只知总额时填写"), article("第12条 1"), is(Is::Positive);
        status: Option<OrderStatus> = "status" "状态";
        by: Option<String> = "by" "经办人", is(Is::Person);
        quote: Option<String> = "quote" "报价单号", about("The quote it came from", "来自哪张报价单");
        required: Option<Date> = "required by" "要求交期";
        latest_shipment: Option<Date> = "latest shipment" "最迟装运期";
        port_of_loading: Option<String> = "port of loading" "装运港";
        port_of_discharge: Option<String> = "port of discharge" "目的港";
        partial: Option<bool> = "partial shipment" "允许分批";
        transhipment: Option<bool> = "transhipment" "允许转运";
        tolerance: Option<Number> = "tolerance" "溢短装", about("A share of quantity and amount: 0.05 is five per cent more or less", "数量和金额的比例：0.05 即增减百分之五"), is(Is::Share);
        origin: Option<String> = "origin" "原产国";
        marks: Option<String> = "shipping marks" "唛头";
        shipped: Option<Date> = "shipped" "出运日期", about("The B/L date", "提单日期"), is(Is::Past);
        shipments: Vec<Shipment> = "shipments" "分批出运";
        due: Option<Date> = "due" "应收日期";
        released: Option<bool> = "released" "已放货", about("Goods or documents handed over before payment", "未收款已放货或放单");
        cancelled: Option<Date> = "cancelled" "取消日期", is(Is::Past);
        credits: Option<String> = "credits" "冲减订单", about("A credit note for this order; its lines may be negative", "本单为该订单的贷项，明细可为负数");
        note: Option<String> = "note" "备注";
    }
}

record! {
    /// Money that came in, went back, or was given up.
    pub struct Payment("payment", "收款") by "reference" | "date" {
        date: Option<Date> = "date" "日期", needed(Needed::Always), is(Is::Past);
        amount: Option<Number> = "amount" "金额", needed(Needed::Always);
        currency: Option<String> = "currency" "币种", needed(Needed::Always), is(Is::Currency);
        kind: Option<PaymentKind> = "kind" "类别";
        order: Option<String> = "order" "订单号";
        settles: Option<Number> = "settles" "核销金额", about("In the order's currency, where it differs", "币种不同时，以订单币种计");
        method: Option<String> = "method" "付款方式", article("第12条 2");
        reference: Option<String> = "reference" "流水号";
        payer: Option<String> = "payer" "付款人", about("Where a third party paid", "第三方付款时填写");
        note: Option<String> = "note" "备注", about("Why somebody else paid, what was deducted", "第三方代付、扣款等的原因");
    }
}
