//! Follow-ups and planned visits: the dealings that no paper records (第13条 1).

use crate::model::choice::FollowupKind;
use crate::model::date::Date;
use crate::model::field::{Is, Needed};
use crate::record;

record! {
    /// Something that passed between the customer and us.
    pub struct Followup("follow-up", "跟进") by "date" {
        date: Option<Date> = "date" "日期", needed(Needed::Always), is(Is::Past);
        kind: Option<FollowupKind> = "kind" "方式", needed(Needed::Always);
        by: Option<String> = "by" "跟进人", is(Is::Person);
        with: Option<String> = "with" "对方";
        summary: Option<String> = "summary" "内容", needed(Needed::Always);
        effective: Option<bool> = "effective" "有效", about("Whether a visit had any effect", "拜访是否有实效"), article("第13条 1");
        next: Option<Date> = "next" "下次跟进";
        next_kind: Option<FollowupKind> = "next kind" "下次方式";
        order: Option<String> = "order" "订单号";
        closed: Option<Date> = "closed" "了结日期", is(Is::Past);
    }
}

record! {
    /// A planned visit, or the return of a customer to the plan (第13条 1).
    pub struct Plan("planned visit", "访问计划") by "date" {
        date: Option<Date> = "date" "日期", article("第13条 1"), needed(Needed::Always);
        by: Option<String> = "by" "拜访人", article("第13条 1"), is(Is::Person);
        place: Option<String> = "place" "地点", article("第13条 1");
        with: Option<String> = "with" "对方", article("第13条 1");
        purpose: Option<String> = "purpose" "目的", article("第13条 1");
        restored: Option<String> = "restored" "恢复理由", about("Why the customer is visited again after five fruitless visits", "五次无实效后恢复访问的理由");
    }
}
