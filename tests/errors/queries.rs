//! Queries: mistakes in them, told with the query and a caret, and what else goes wrong where customers are asked for.

use super::books::*;
use super::told::{Told, live, on};

/// The stories.
pub const ALL: &[Told] = &[
    // fields
    on(acme)
        .run("list '德国 gade:A'")
        .en("query, column 4: there is no field \"gade\"", "did you mean grade?")
        .zh("查询第 4 列：没有字段“gade”", "是否想写 grade？")
        .shows("德国 gade:A", "     ^"),
    on(acme)
        .run("search qqqqq:A")
        .en("query, column 1: there is no field \"qqqqq\"", "see the fields with `kehu help query`; to look for the text itself, put it in quotes")
        .zh("查询第 1 列：没有字段“qqqqq”", "字段见 kehu help query；要查找这段文字本身请加引号")
        .shows("qqqqq:A", "^"),
    on(acme)
        .run("due has:")
        .en("query, column 1: nothing stands behind has:", "write has:field, as has:email")
        .zh("查询第 1 列：has: 后面没有内容", "请写 has:字段，如 has:email")
        .shows("has:", "^"),
    on(acme)
        .run("list has:qqqqq")
        .en("query, column 5: there is no field \"qqqqq\"", "see the fields with `kehu help query`; to look for the text itself, put it in quotes")
        .zh("查询第 5 列：没有字段“qqqqq”", "字段见 kehu help query；要查找这段文字本身请加引号")
        .shows("has:qqqqq", "    ^"),
    on(acme)
        .run("list owner:")
        .en("query, column 7: no value stands behind owner:", "write owner:VALUE, or has:owner for any value")
        .zh("查询第 7 列：负责人后面没有值", "请写 owner:值；只要有值就行请写 has:owner")
        .shows("owner:", "      ^"),
    // values
    on(acme)
        .run("list grade:E")
        .en("query, column 7: \"E\" is no value of grade", "write one of A, B, C, D")
        .zh("查询第 7 列：等级没有“E”", "可写：A级、B级、C级、D级")
        .shows("grade:E", "      ^"),
    on(acme)
        .run("list order.status:lost")
        .en("query, column 14: \"lost\" is no value of orders · status", "write one of confirmed, production, shipped, delivered, on_hold, disputed, cancelled")
        .zh("查询第 14 列：订单 · 状态没有“lost”", "可写：已确认、生产中、已出运、已到货、暂缓、有争议、已取消")
        .shows("order.status:lost", "             ^"),
    on(acme)
        .run("list country:Qqqqq")
        .en("query, column 9: there is no country \"Qqqqq\"", "write its Chinese or English name, or its code, as DE")
        .zh("查询第 9 列：没有国家“Qqqqq”", "请写中英文名称或代码，如 DE")
        .shows("country:Qqqqq", "        ^"),
    on(acme)
        .run("receivables not:country:Germny")
        .en("query, column 13: there is no country \"Germny\"", "did you mean Germany?")
        .zh("查询第 13 列：没有国家“Germny”", "是否想写 德国？")
        .shows("not:country:Germny", "            ^"),
    on(acme)
        .run("grade stage:Nowhere")
        .en("query, column 7: there is no stage \"Nowhere\"", "the stages are 潜在客户, 国外客户")
        .zh("查询第 7 列：没有阶段“Nowhere”", "阶段有：潜在客户、国外客户")
        .shows("stage:Nowhere", "      ^"),
    on(acme)
        .run("list sales:many")
        .en("query, column 7: \"many\" is no number", "write 1000, 1000.., 1000..5000 or 10k")
        .zh("查询第 7 列：“many”不是数字", "可写 1000、1000..、1000..5000 或 10万")
        .shows("sales:many", "      ^"),
    on(acme)
        .run("list sales:5000..1000")
        .en("query, column 7: \"5000..1000\" ends before it begins", "write the smaller one first")
        .zh("查询第 7 列：“5000..1000”的终点在起点之前", "请把较小的写在前面")
        .shows("sales:5000..1000", "      ^"),
    on(acme)
        .run("list last:some-day")
        .en("query, column 6: \"some-day\" is no day", "write 2026-06-30, 2026-06, last-month, -30d, or ..2026-06-30 for up to that day")
        .zh("查询第 6 列：“some-day”不是日期", "可写 2026-06-30、2026-06、上月、30天前，或 ..2026-06-30 表示截至该日")
        .shows("last:some-day", "     ^"),
    on(acme)
        .run("list 'owner>李娜'")
        .en("query, column 7: owner has no order; < and > are for numbers and days", "write owner:李娜")
        .zh("查询第 7 列：负责人不分大小，< 和 > 只用于数字和日期", "请写 owner:李娜")
        .shows("owner>李娜", "      ^"),
    on(acme)
        .run("list decides:maybe")
        .en("query, column 9: \"maybe\" is neither yes nor no", "write contact.decides:yes or contact.decides:no")
        .zh("查询第 9 列：“maybe”不是“是”或“否”", "请写 contact.decides:是 或 contact.decides:否")
        .shows("decides:maybe", "        ^"),
    on(acme)
        .run("search /[a/")
        .en("query, column 1: this is no regular expression: unclosed character class", "to look for the characters themselves, put them in quotes")
        .zh("查询第 1 列：正则表达式有误：unclosed character class", "要查找这些字符本身，请加引号")
        .shows("/[a/", "^"),
    // how they stand together
    on(acme)
        .run("search /PI")
        .en("query, column 1: this regular expression is not closed", "put / at its end, or the word in quotes")
        .zh("查询第 1 列：正则表达式没有闭合", "请在末尾加 /；要查找这个词本身请加引号")
        .shows("/PI", "^"),
    on(acme)
        .run("list '德国 \"Anna Reuter'")
        .en("query, column 4: this quote is not closed", "put \" at the end of the phrase; within a shell, put the whole in '…'")
        .zh("查询第 4 列：引号没有闭合", "请在短语末尾加 \"；在命令行里整体再用 '…' 括起")
        .shows("德国 \"Anna Reuter", "     ^"),
    on(acme)
        .run("list 'any:(country:DE country:PL'")
        .en("query, column 5: this bracket is not closed", "put ) behind the last of the alternatives")
        .zh("查询第 5 列：括号没有闭合", "请在最后一个条件后加 )")
        .shows("any:(country:DE country:PL", "    ^"),
    on(acme)
        .run("list 'country:DE )'")
        .en("query, column 12: a closing bracket too many", "alternatives are written any:(one two)")
        .zh("查询第 12 列：多余的右括号", "多个条件取其一写成 any:(甲 乙)")
        .shows("country:DE )", "           ^"),
    on(acme)
        .run("list not:")
        .en("query, column 1: nothing stands behind not:", "write not:word or not:field:value")
        .zh("查询第 1 列：not: 后面没有内容", "请写 not:词 或 not:字段:值")
        .shows("not:", "^"),
    on(acme)
        .run("list any:")
        .en("query, column 1: nothing stands behind any:", "write any:one,two or any:(one two)")
        .zh("查询第 1 列：any: 后面没有内容", "请写 any:甲,乙 或 any:(甲 乙)")
        .shows("any:", "^"),
    on(acme)
        .run("list not:not:not:not:not:not:not:not:not:not:not:not:not:not:not:not:x")
        .en("query, column 65: more than 16 conditions stand within each other", "ask for less")
        .zh("查询第 65 列：条件嵌套超过 16 层", "请减少条件")
        .shows("not:not:not:not:not:not:not:not:not:not:not:not:not:not:not:not:x", "                                                                ^"),
    on(acme)
        .run("list any:a,a,a,a,a,a,a,a,a,a,a,a,a,a,a,a,a,a,a,a,a,a,a,a,a,a,a,a,a,a,a,a,a,a,a,a,a,a,a,a,a,a,a,a,a,a,a,a,a,a,a,a,a,a,a,a,a,a,a,a,a,a,a,a,a")
        .en("query, column 133: the query asks more than 64 things", "ask for less")
        .zh("查询第 133 列：查询条件超过 64 个", "请减少条件")
        .shows("…,a,a,a,a,a,a,a,a,a,a,a,a,a,a,a,a,a,a,a", "                                      ^"),
    on(acme)
        .run("list sales:1,000..")
        .en("query, column 8: a comma stands between alternatives, not in a number", "write the number without it, as 1000..")
        .zh("查询第 8 列：逗号用来分隔多个值，数字里不能有逗号", "请去掉数字中的逗号，如 1000..")
        .shows("sales:1,000..", "       ^"),
    on(acme)
        .run("set --where '' owner=Wang")
        .en("--where asks for nothing", "say whom you mean; for every customer: --where has:name")
        .zh("--where 没有条件", "请写明条件；要改全部客户：--where has:name"),
    on(acme)
        .run("search")
        .en("nothing to look for", "kehu search WORD; everybody: kehu list")
        .zh("没有给出要查找的内容", "请写 kehu search 词；查看全部客户：kehu list"),
    // columns, order, help
    on(acme)
        .run("list --columns name,phoen")
        .en("there is no field \"phoen\"", "did you mean phone?")
        .zh("没有字段“phoen”", "是否想写 phone？"),
    on(acme)
        .run("list --sort -qqqqq")
        .en("there is no field \"qqqqq\"", "see the fields with `kehu help query`")
        .zh("没有字段“qqqqq”", "字段见 kehu help query"),
    on(nowhere)
        .run("help nothing")
        .en("there is no help on \"nothing\"", "see the commands: kehu --help")
        .zh("没有关于“nothing”的帮助", "查看全部命令：kehu --help"),
];

#[test]
fn every_error_is_told() {
    live(ALL);
}
