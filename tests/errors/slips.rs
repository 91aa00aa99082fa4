//! Cards with a slip of the pen, as the parser of TOML meets it.

use super::books::*;
use super::told::{Told, live, on};

/// The stories.
pub const ALL: &[Told] = &[
    on(|| card("name = Acme\n"))
        .run("show Acme")
        .en(
            "国外客户/德国/Acme/card.toml:1:8: text must stand in double quotes",
            "see everything that is wrong with it: kehu lint \"国外客户/德国/Acme\"",
        )
        .zh(
            "国外客户/德国/Acme/card.toml:1:8：文本须加英文双引号",
            "查看该卡全部问题：kehu lint \"国外客户/德国/Acme\"",
        ),
    on(|| card("name = 'A'\nname = 'B'\n"))
        .run("show Acme")
        .en(
            "国外客户/德国/Acme/card.toml:2:1: this key stands here for the second time",
            "see everything that is wrong with it: kehu lint \"国外客户/德国/Acme\"",
        )
        .zh("国外客户/德国/Acme/card.toml:2:1：同一字段重复出现", "查看该卡全部问题：kehu lint \"国外客户/德国/Acme\""),
    on(|| card("name\n"))
        .run("show Acme")
        .en(
            "国外客户/德国/Acme/card.toml:1:5: a key without a value: `=` is missing",
            "see everything that is wrong with it: kehu lint \"国外客户/德国/Acme\"",
        )
        .zh(
            "国外客户/德国/Acme/card.toml:1:5：字段后缺少 = 和值",
            "查看该卡全部问题：kehu lint \"国外客户/德国/Acme\"",
        ),
    on(|| card("name = = 'A'\n"))
        .run("show Acme")
        .en(
            "国外客户/德国/Acme/card.toml:1:8: one `=` too many",
            "see everything that is wrong with it: kehu lint \"国外客户/德国/Acme\"",
        )
        .zh("国外客户/德国/Acme/card.toml:1:8：多余的 =", "查看该卡全部问题：kehu lint \"国外客户/德国/Acme\""),
    on(|| card("na!me = 'A'\n"))
        .run("show Acme")
        .en(
            "国外客户/德国/Acme/card.toml:1:3: a key may hold only letters, digits, - and _",
            "see everything that is wrong with it: kehu lint \"国外客户/德国/Acme\"",
        )
        .zh(
            "国外客户/德国/Acme/card.toml:1:3：字段名只能用英文字母、数字、- 和 _",
            "查看该卡全部问题：kehu lint \"国外客户/德国/Acme\"",
        ),
    on(|| card("= 'A'\n"))
        .run("show Acme")
        .en(
            "国外客户/德国/Acme/card.toml:1:1: the name of the key is missing",
            "see everything that is wrong with it: kehu lint \"国外客户/德国/Acme\"",
        )
        .zh("国外客户/德国/Acme/card.toml:1:1：缺少字段名", "查看该卡全部问题：kehu lint \"国外客户/德国/Acme\""),
    on(|| card("name =\n"))
        .run("show Acme")
        .en(
            "国外客户/德国/Acme/card.toml:1:7: the value is missing",
            "see everything that is wrong with it: kehu lint \"国外客户/德国/Acme\"",
        )
        .zh("国外客户/德国/Acme/card.toml:1:7：缺少值", "查看该卡全部问题：kehu lint \"国外客户/德国/Acme\""),
    on(|| card("name = 'a\u{1}b'\n"))
        .run("show Acme")
        .en(
            "国外客户/德国/Acme/card.toml:1:10: the text holds a control character",
            "see everything that is wrong with it: kehu lint \"国外客户/德国/Acme\"",
        )
        .zh(
            "国外客户/德国/Acme/card.toml:1:10：文本中有控制字符",
            "查看该卡全部问题：kehu lint \"国外客户/德国/Acme\"",
        ),
    on(|| card("name = \"A\n"))
        .run("show Acme")
        .en(
            "国外客户/德国/Acme/card.toml:1:10: the text does not end: a closing \" is missing",
            "see everything that is wrong with it: kehu lint \"国外客户/德国/Acme\"",
        )
        .zh(
            "国外客户/德国/Acme/card.toml:1:10：文本未结束：缺少右边的英文双引号",
            "查看该卡全部问题：kehu lint \"国外客户/德国/Acme\"",
        ),
    on(|| card("name = 'A\n"))
        .run("show Acme")
        .en(
            "国外客户/德国/Acme/card.toml:1:10: the text does not end: a closing ' is missing",
            "see everything that is wrong with it: kehu lint \"国外客户/德国/Acme\"",
        )
        .zh(
            "国外客户/德国/Acme/card.toml:1:10：文本未结束：缺少右边的英文单引号",
            "查看该卡全部问题：kehu lint \"国外客户/德国/Acme\"",
        ),
    on(|| card("created = 2026-02-30\n"))
        .run("show Acme")
        .en(
            "国外客户/德国/Acme/card.toml:1:11: there is no such day",
            "see everything that is wrong with it: kehu lint \"国外客户/德国/Acme\"",
        )
        .zh("国外客户/德国/Acme/card.toml:1:11：日期不存在", "查看该卡全部问题：kehu lint \"国外客户/德国/Acme\""),
    on(|| card("created = 2026-02-03T25:00:00\n"))
        .run("show Acme")
        .en(
            "国外客户/德国/Acme/card.toml:1:11: there is no such time",
            "see everything that is wrong with it: kehu lint \"国外客户/德国/Acme\"",
        )
        .zh("国外客户/德国/Acme/card.toml:1:11：时间不存在", "查看该卡全部问题：kehu lint \"国外客户/德国/Acme\""),
    on(|| card("created = 2026-2-3\n"))
        .run("show Acme")
        .en(
            "国外客户/德国/Acme/card.toml:1:11: not a day such as 2026-11-23; text must stand in double quotes",
            "see everything that is wrong with it: kehu lint \"国外客户/德国/Acme\"",
        )
        .zh(
            "国外客户/德国/Acme/card.toml:1:11：不是日期（应如 2026-11-23）；文本须加英文双引号",
            "查看该卡全部问题：kehu lint \"国外客户/德国/Acme\"",
        ),
    on(|| card("[[contact]\nname = 'A'\n"))
        .run("show Acme")
        .en(
            "国外客户/德国/Acme/card.toml:1:11: a heading stands alone on its line, as [profile] or [[contact]]",
            "see everything that is wrong with it: kehu lint \"国外客户/德国/Acme\"",
        )
        .zh(
            "国外客户/德国/Acme/card.toml:1:11：表头须独占一行，如 [profile] 或 [[contact]]",
            "查看该卡全部问题：kehu lint \"国外客户/德国/Acme\"",
        ),
    on(|| card("tags = ['a'\n"))
        .run("show Acme")
        .en(
            "国外客户/德国/Acme/card.toml:1:12: the list does not end: ] is missing",
            "see everything that is wrong with it: kehu lint \"国外客户/德国/Acme\"",
        )
        .zh(
            "国外客户/德国/Acme/card.toml:1:12：列表未结束：缺少 ]",
            "查看该卡全部问题：kehu lint \"国外客户/德国/Acme\"",
        ),
    on(|| card("pay = { days = 3\n"))
        .run("show Acme")
        .en(
            "国外客户/德国/Acme/card.toml:1:17: the group does not end: } is missing",
            "see everything that is wrong with it: kehu lint \"国外客户/德国/Acme\"",
        )
        .zh(
            "国外客户/德国/Acme/card.toml:1:17：字段组未结束：缺少 }",
            "查看该卡全部问题：kehu lint \"国外客户/德国/Acme\"",
        ),
    on(|| card("tags = ['a' 'b']\n"))
        .run("show Acme")
        .en(
            "国外客户/德国/Acme/card.toml:1:13: a comma is missing",
            "see everything that is wrong with it: kehu lint \"国外客户/德国/Acme\"",
        )
        .zh("国外客户/德国/Acme/card.toml:1:13：缺少英文逗号", "查看该卡全部问题：kehu lint \"国外客户/德国/Acme\""),
    on(|| card("tags = ['a',, 'b']\n"))
        .run("show Acme")
        .en(
            "国外客户/德国/Acme/card.toml:1:13: one comma too many",
            "see everything that is wrong with it: kehu lint \"国外客户/德国/Acme\"",
        )
        .zh("国外客户/德国/Acme/card.toml:1:13：多余的逗号", "查看该卡全部问题：kehu lint \"国外客户/德国/Acme\""),
    on(|| card("profile = { size }\n"))
        .run("show Acme")
        .en(
            "国外客户/德国/Acme/card.toml:1:18: between { and } stands key = value",
            "see everything that is wrong with it: kehu lint \"国外客户/德国/Acme\"",
        )
        .zh(
            "国外客户/德国/Acme/card.toml:1:18：{ } 内应为 字段 = 值",
            "查看该卡全部问题：kehu lint \"国外客户/德国/Acme\"",
        ),
    on(|| card("code = 007\n"))
        .run("show Acme")
        .en(
            "国外客户/德国/Acme/card.toml:1:8: a number does not begin with 0; put codes in double quotes",
            "see everything that is wrong with it: kehu lint \"国外客户/德国/Acme\"",
        )
        .zh(
            "国外客户/德国/Acme/card.toml:1:8：数字不能以 0 开头；编号请加英文双引号",
            "查看该卡全部问题：kehu lint \"国外客户/德国/Acme\"",
        ),
    on(|| card("[pay]\ndays = 1_\n"))
        .run("show Acme")
        .en(
            "国外客户/德国/Acme/card.toml:2:9: this is not a number; text must stand in double quotes",
            "see everything that is wrong with it: kehu lint \"国外客户/德国/Acme\"",
        )
        .zh(
            "国外客户/德国/Acme/card.toml:2:9：不是有效数字；文本须加英文双引号",
            "查看该卡全部问题：kehu lint \"国外客户/德国/Acme\"",
        ),
    on(|| card("name = \"A\\q\"\n"))
        .run("show Acme")
        .en(
            "国外客户/德国/Acme/card.toml:1:11: write \\\\ for a backslash inside double quotes",
            "see everything that is wrong with it: kehu lint \"国外客户/德国/Acme\"",
        )
        .zh(
            "国外客户/德国/Acme/card.toml:1:11：双引号内的反斜杠须写成 \\\\",
            "查看该卡全部问题：kehu lint \"国外客户/德国/Acme\"",
        ),
    on(|| card("name = 'A'\rcode = 'B'\n"))
        .run("show Acme")
        .en(
            "国外客户/德国/Acme/card.toml:1:12: an old Macintosh line end (CR alone)",
            "see everything that is wrong with it: kehu lint \"国外客户/德国/Acme\"",
        )
        .zh(
            "国外客户/德国/Acme/card.toml:1:12：旧式换行符（单独的 CR）",
            "查看该卡全部问题：kehu lint \"国外客户/德国/Acme\"",
        ),
    on(|| card("# \u{1}\n"))
        .run("show Acme")
        .en(
            "国外客户/德国/Acme/card.toml:1:3: the comment holds a control character",
            "see everything that is wrong with it: kehu lint \"国外客户/德国/Acme\"",
        )
        .zh("国外客户/德国/Acme/card.toml:1:3：注释中有控制字符", "查看该卡全部问题：kehu lint \"国外客户/德国/Acme\""),
    on(|| card("name = 'A' code = 'B'\n"))
        .run("show Acme")
        .en(
            "国外客户/德国/Acme/card.toml:1:12: one key a line: something follows the value",
            "see everything that is wrong with it: kehu lint \"国外客户/德国/Acme\"",
        )
        .zh(
            "国外客户/德国/Acme/card.toml:1:12：一行只能有一个字段：值后面有多余内容",
            "查看该卡全部问题：kehu lint \"国外客户/德国/Acme\"",
        ),
    on(|| card("<<<<<<< HEAD\nname = 'A'\n=======\nname = 'B'\n>>>>>>> theirs\n"))
        .run("show Acme")
        .en(
            "国外客户/德国/Acme/card.toml:1:1: a merge was left half done here: keep one side, delete the marker lines",
            "see everything that is wrong with it: kehu lint \"国外客户/德国/Acme\"",
        )
        .zh(
            "国外客户/德国/Acme/card.toml:1:1：git 合并未完成：请保留一方并删除标记行",
            "查看该卡全部问题：kehu lint \"国外客户/德国/Acme\"",
        ),
    on(|| card(&format!("tags = {}1{}\n", "[".repeat(200), "]".repeat(200))))
        .run("show Acme")
        .en(
            "国外客户/德国/Acme/card.toml:1:88: too many groups or lists inside one another",
            "see everything that is wrong with it: kehu lint \"国外客户/德国/Acme\"",
        )
        .zh("国外客户/德国/Acme/card.toml:1:88：嵌套层数过多", "查看该卡全部问题：kehu lint \"国外客户/德国/Acme\""),
    on(|| card("name = 'A'\nname.x = 1\n"))
        .run("show Acme")
        .en(
            "国外客户/德国/Acme/card.toml:2:1: this key holds a value already, so no group of fields can stand here",
            "see everything that is wrong with it: kehu lint \"国外客户/德国/Acme\"",
        )
        .zh(
            "国外客户/德国/Acme/card.toml:2:1：该字段已有值，不能再作为一组字段",
            "查看该卡全部问题：kehu lint \"国外客户/德国/Acme\"",
        ),
    on(|| card("tags = ]\n"))
        .run("show Acme")
        .en(
            "国外客户/德国/Acme/card.toml:1:8: the list does not begin: [ is missing",
            "see everything that is wrong with it: kehu lint \"国外客户/德国/Acme\"",
        )
        .zh("国外客户/德国/Acme/card.toml:1:8：列表缺少左边的 [", "查看该卡全部问题：kehu lint \"国外客户/德国/Acme\""),
    on(|| card("profile = }\n"))
        .run("show Acme")
        .en(
            "国外客户/德国/Acme/card.toml:1:11: the group does not begin: { is missing",
            "see everything that is wrong with it: kehu lint \"国外客户/德国/Acme\"",
        )
        .zh(
            "国外客户/德国/Acme/card.toml:1:11：字段组缺少左边的 {",
            "查看该卡全部问题：kehu lint \"国外客户/德国/Acme\"",
        ),
];

#[test]
fn every_error_is_told() {
    live(ALL);
}
