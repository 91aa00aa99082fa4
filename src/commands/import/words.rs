//! What exports write where cards have a word of a closed list.

/// A field, the key that is meant, and the words for it, in lower case, parted by `|`.
const WORDS: &[(&str, &str, &str)] = &[
    (
        "status",
        "confirmed",
        "pending|new|open|accepted|approved|ordered|processing|待发货|未发货|待出运|已下单|待确认|已接单|待处理|未出运",
    ),
    ("status", "production", "in process|in progress|in production|producing|manufacturing|在产|备货中|备货|生产|排产"),
    (
        "status",
        "shipped",
        "dispatched|sent|in transit|on the way|partially shipped|已发货|已出货|发货|运输中|在途|已装船",
    ),
    (
        "status",
        "delivered",
        "resolved|completed|complete|closed|finished|done|fulfilled|received|paid|invoiced|已完成|完成|已签收|已结案|已结束|已收货|已交货",
    ),
    ("status", "on_hold", "hold|suspended|paused|暂停|挂起|搁置"),
    ("status", "disputed", "dispute|in dispute|争议|争议中|有纠纷|纠纷"),
    ("status", "cancelled", "canceled|cancel|void|voided|取消|作废|已作废|撤销"),
    (
        "kind",
        "receipt",
        "payment|deposit|balance|advance|prepayment|down payment|customer payment|t/t|tt|wire|transfer|wire transfer|收入|货款|定金|预付款|尾款|余款|回款|预收款",
    ),
    (
        "kind",
        "bank_charge",
        "bank charges|bank fee|bank fees|charge|charges|fee|fees|commission|手续费|银行手续费|银行费用",
    ),
    ("kind", "discount", "rebate|allowance|折扣|优惠"),
    ("kind", "credit_note", "credit|credit memo|credit notes|贷记|贷记通知|冲减"),
    ("kind", "write_off", "write off|written off|bad debt|坏账|坏账核销"),
    ("kind", "refund", "refunds|reversal|return|chargeback|退货退款|返款"),
    ("type", "importer", "import|进口|进口贸易商"),
    ("type", "distributor", "wholesaler|wholesale|dealer|reseller|stockist|批发商|经销商|分销"),
    ("type", "agent", "sales agent|broker|trading company|代理|贸易商|贸易公司"),
    ("type", "brand", "brand owner|品牌|品牌方"),
    ("type", "retailer", "retail|shop|store|chain|supermarket|e-commerce|零售|商超|电商"),
    ("type", "manufacturer", "factory|oem|maker|producer|manufacturing|工厂|制造商|厂家|生产企业"),
    ("type", "end_user", "end customer|user|contractor|project|终端|最终用户|工程商"),
    (
        "pay.balance",
        "advance",
        "prepaid|prepayment|payment in advance|cash in advance|100% t/t|t/t in advance|tt in advance|cia|全款|预付|前t/t|款到生产",
    ),
    ("pay.balance", "before_shipment", "t/t before shipment|tt before shipment|before delivery|款到发货|出货前付清"),
    ("pay.balance", "bl_copy", "t/t against b/l copy|against copy of b/l|copy of b/l|b/l copy|见提单付款|见提单复印件"),
    ("pay.balance", "lc", "l/c|letter of credit|l/c at sight|lc at sight|即期信用证"),
    ("pay.balance", "dp", "d/p|d/p at sight|documents against payment"),
    ("pay.balance", "da", "d/a|documents against acceptance"),
    ("pay.balance", "oa", "o/a|open account|on account|credit|记账|放账"),
    ("profile.size", "large", "big|大型"),
    ("profile.size", "medium", "mid|middle|中型"),
    ("profile.size", "small", "小型|微型"),
];

/// The key that a word means in a field.
pub fn key(path: &str, word: &str) -> Option<&'static str> {
    let word = word.trim().to_lowercase();
    let hit = WORDS.iter().find(|(field, _, words)| *field == path && words.split('|').any(|known| known == word));
    hit.map(|(_, key, _)| *key)
}

#[cfg(test)]
mod tests {
    use super::super::subject::Subject;
    use super::*;
    use crate::model::field::Shape;

    #[test]
    fn every_key_is_one_of_its_field_and_no_word_means_two() {
        let all: Vec<_> =
            [Subject::Customers, Subject::Orders, Subject::Payments].iter().flat_map(|of| of.targets()).collect();
        let mut seen = std::collections::HashSet::new();
        for (path, key, words) in WORDS {
            let fits = all.iter().filter(|target| target.path == *path).any(|target| {
                matches!(target.field.shape, Shape::Choice(choices) if choices.iter().any(|choice| choice.key == *key))
            });
            assert!(fits, "{path} has no {key}");
            for word in words.split('|') {
                assert!(seen.insert((*path, word)), "{path}: {word} stands twice");
                assert_eq!(word, word.to_lowercase(), "{word}");
            }
        }
    }

    #[test]
    fn words_of_the_usual_exports() {
        for (path, word, want) in [
            ("status", "Resolved", Some("delivered")),
            ("status", "Canceled", Some("cancelled")),
            ("status", "In Process", Some("production")),
            ("status", "已发货", Some("shipped")),
            ("status", "待发货", Some("confirmed")),
            ("status", "Foo", None),
            ("kind", "手续费", Some("bank_charge")),
            ("pay.balance", "L/C", Some("lc")),
        ] {
            assert_eq!(key(path, word), want, "{word}");
        }
    }
}
