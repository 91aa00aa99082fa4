//! `request`: what is asked of those who decide, and what they decide (第7–9条).

command_group! {
    add Add "add" "申请" "File a request" "提交申请";
    list List "list" "列表" "See requests" "查看申请" paged;
    show Show "show" "查看" "See one request whole" "查看一份申请" paged;
    approve Approve "approve" "同意" "Approve requests" "同意申请";
    reject Reject "reject" "驳回" "Reject requests" "驳回申请";
}

mod deciding;
pub mod filing;
mod find;
mod row;

pub use row::{RequestRow, article, asks, waiting_for};
