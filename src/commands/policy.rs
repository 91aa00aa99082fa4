//! `policy`: the credit policy as a file: seen, checked, weighed, approved (第3–4, 9, 15, 16条).

command_group! {
    show Show "show" "查看" "See every figure with its article" "查看每个数字及其依据" paged;
    check Check "check" "校验" "Prove the policy consistent" "校验政策是否自洽" paged;
    impact Impact "impact" "影响" "See who would change under a draft" "测算草案影响哪些客户" paged;
    approve Approve "approve" "批准" "Approve the policy as it stands" "批准现行政策文本";
}
