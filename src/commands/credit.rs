//! `credit`: what a customer may owe, for how long, and whether this order may be taken (第6–8条).

command_group! {
    show Show "show" "查看" "See limit, exposure, purchases and terms of a customer" "查看客户的额度、敞口、进货和条件" paged;
    check Check "check" "审核" "May this order be taken? With every rule that speaks" "这张订单能不能接？列出每条依据" paged;
    set Set "set" "设额" "Set or ask for grade, limit and term" "设定或申请等级、额度、账期";
}

pub mod grant;
mod look;
pub mod order;
pub mod terms;
mod words;

pub use look::look;
