//! `report`: papers for those who decide and supervise (第4, 11, 14条).

mod paper;

command_group! {
    investigation Investigation "investigation" "信用调查" "The report of an investigation" "信用调查报告" paged;
    urgent Urgent "urgent" "紧急" "The paper of an urgent report" "紧急报告单" paged;
    daily Daily "daily" "日报" "The daily report, drafted from the day's entries" "由当天记录起草的日报" paged;
    compliance Compliance "compliance" "执行情况" "How the policy is kept, by owner and month" "按人、按月的制度执行情况" paged;
    overview Overview "overview" "总览" "The book on one page, as a picture" "一页看全账：图表总览";
}
