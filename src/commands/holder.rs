//! Where the goods of an order are, and who can get them: with a bill of lading that is whoever holds it.

use crate::lang::Words;
use crate::model::choice::{OrderStatus, PaymentMethod};
use crate::rules::money::Deal;

/// Who holds the papers that give the goods out: by the way of payment, unless the card says that they were released.
pub fn holder(deal: &Deal<'_>) -> Words {
    match deal.method {
        _ if deal.order.released == Some(true) => Words::new("the customer (released)", "客户（已放货）"),
        PaymentMethod::Oa => Words::new("the customer (open account)", "客户（赊销）"),
        PaymentMethod::Da => Words::new("the bank, until acceptance", "银行，承兑后放单"),
        PaymentMethod::Dp | PaymentMethod::Lc => Words::new("the bank", "银行"),
        PaymentMethod::Advance | PaymentMethod::BeforeShipment | PaymentMethod::BlCopy => Words::new("us", "我方"),
    }
}

/// Where goods that were shipped are.
pub fn goods(deal: &Deal<'_>) -> Words {
    match deal.order.status {
        Some(OrderStatus::Delivered) => Words::new("arrived", "已到货"),
        _ => Words::new("afloat", "在途"),
    }
}
