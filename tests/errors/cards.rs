//! Cards that cannot be read or changed: their values, their bytes.

use super::books::*;
use super::told::{Told, live, on};

/// The stories.
pub const ALL: &[Told] = &[
    // values of another kind than the field takes
    on(|| card("name = 3\n"))
        .run("show Acme")
        .en(
            "国外客户/德国/Acme/card.toml:1:8: expected text in double quotes, found 3",
            "see everything that is wrong with it: kehu lint \"国外客户/德国/Acme\"",
        )
        .zh(
            "国外客户/德国/Acme/card.toml:1:8：应为加双引号的文本，实为 3",
            "查看该卡全部问题：kehu lint \"国外客户/德国/Acme\"",
        ),
    on(|| card("[[followup]]\neffective = 'x'\n"))
        .run("show Acme")
        .en(
            "国外客户/德国/Acme/card.toml:2:13: expected true or false, found \"x\"",
            "see everything that is wrong with it: kehu lint \"国外客户/德国/Acme\"",
        )
        .zh(
            "国外客户/德国/Acme/card.toml:2:13：应为 true 或 false，实为“x”",
            "查看该卡全部问题：kehu lint \"国外客户/德国/Acme\"",
        ),
    on(|| card("tags = 'a'\n"))
        .run("show Acme")
        .en(
            "国外客户/德国/Acme/card.toml:1:8: expected a list in [ ], found \"a\"",
            "see everything that is wrong with it: kehu lint \"国外客户/德国/Acme\"",
        )
        .zh(
            "国外客户/德国/Acme/card.toml:1:8：应为用 [ ] 括起的列表，实为“a”",
            "查看该卡全部问题：kehu lint \"国外客户/德国/Acme\"",
        ),
    on(|| card("[[order]]\npay = { days = -1 }\n"))
        .run("show Acme")
        .en(
            "国外客户/德国/Acme/card.toml:2:16: expected a whole number from 0 to 4294967295, found -1",
            "see everything that is wrong with it: kehu lint \"国外客户/德国/Acme\"",
        )
        .zh(
            "国外客户/德国/Acme/card.toml:2:16：应为 0 至 4294967295 的整数，实为 -1",
            "查看该卡全部问题：kehu lint \"国外客户/德国/Acme\"",
        ),
    on(|| card("[[order]]\nitems = [ 3 ]\n"))
        .run("show Acme")
        .en(
            "国外客户/德国/Acme/card.toml:2:11: expected a group of fields, found 3",
            "see everything that is wrong with it: kehu lint \"国外客户/德国/Acme\"",
        )
        .zh(
            "国外客户/德国/Acme/card.toml:2:11：应为一组字段，实为 3",
            "查看该卡全部问题：kehu lint \"国外客户/德国/Acme\"",
        ),
    on(|| card("profile = 'large'\n"))
        .run("show Acme")
        .en(
            "国外客户/德国/Acme/card.toml:1:11: expected a group of fields, found \"large\"",
            "see everything that is wrong with it: kehu lint \"国外客户/德国/Acme\"",
        )
        .zh(
            "国外客户/德国/Acme/card.toml:1:11：应为一组字段，实为“large”",
            "查看该卡全部问题：kehu lint \"国外客户/德国/Acme\"",
        ),
    on(|| card("name = ['a']\n"))
        .run("show Acme")
        .en(
            "国外客户/德国/Acme/card.toml:1:8: expected text in double quotes, found a list",
            "see everything that is wrong with it: kehu lint \"国外客户/德国/Acme\"",
        )
        .zh(
            "国外客户/德国/Acme/card.toml:1:8：应为加双引号的文本，实为列表",
            "查看该卡全部问题：kehu lint \"国外客户/德国/Acme\"",
        ),
    on(|| card("name = { a = 1 }\n"))
        .run("show Acme")
        .en(
            "国外客户/德国/Acme/card.toml:1:8: expected text in double quotes, found a group of fields",
            "see everything that is wrong with it: kehu lint \"国外客户/德国/Acme\"",
        )
        .zh(
            "国外客户/德国/Acme/card.toml:1:8：应为加双引号的文本，实为一组字段",
            "查看该卡全部问题：kehu lint \"国外客户/德国/Acme\"",
        ),
    on(|| card("created = 'soon'\n"))
        .run("show Acme")
        .en(
            "国外客户/德国/Acme/card.toml:1:11: expected a day such as 2026-11-23, found \"soon\"",
            "see everything that is wrong with it: kehu lint \"国外客户/德国/Acme\"",
        )
        .zh(
            "国外客户/德国/Acme/card.toml:1:11：应为日期，如 2026-11-23，实为“soon”",
            "查看该卡全部问题：kehu lint \"国外客户/德国/Acme\"",
        ),
    on(|| card("[[order]]\namount = 'much'\n"))
        .run("show Acme")
        .en(
            "国外客户/德国/Acme/card.toml:2:10: expected a plain decimal of at most 28 digits such as \"187.00\", found \"much\"",
            "see everything that is wrong with it: kehu lint \"国外客户/德国/Acme\"",
        )
        .zh(
            "国外客户/德国/Acme/card.toml:2:10：应为不超过 28 位的普通小数，如 \"187.00\"，实为“much”",
            "查看该卡全部问题：kehu lint \"国外客户/德国/Acme\"",
        ),
    on(|| card("type = 'brnd'\n"))
        .run("show Acme")
        .en(
            "国外客户/德国/Acme/card.toml:1:8: expected one of importer, distributor, agent, brand, retailer, manufacturer, end_user, other, found \"brnd\"",
            "see everything that is wrong with it: kehu lint \"国外客户/德国/Acme\"",
        )
        .zh(
            "国外客户/德国/Acme/card.toml:1:8：应为以下之一：importer 进口商、distributor 分销商、agent 代理商、brand 品牌商、retailer 零售商、manufacturer 生产商、end_user 终端用户、other 其他，实为“brnd”",
            "查看该卡全部问题：kehu lint \"国外客户/德国/Acme\"",
        ),
    on(|| card("name = 1.5\n"))
        .run("show Acme")
        .en(
            "国外客户/德国/Acme/card.toml:1:8: expected text in double quotes, found 1.5",
            "see everything that is wrong with it: kehu lint \"国外客户/德国/Acme\"",
        )
        .zh(
            "国外客户/德国/Acme/card.toml:1:8：应为加双引号的文本，实为 1.5",
            "查看该卡全部问题：kehu lint \"国外客户/德国/Acme\"",
        ),
    on(|| card("name = true\n"))
        .run("show Acme")
        .en(
            "国外客户/德国/Acme/card.toml:1:8: expected text in double quotes, found true",
            "see everything that is wrong with it: kehu lint \"国外客户/德国/Acme\"",
        )
        .zh(
            "国外客户/德国/Acme/card.toml:1:8：应为加双引号的文本，实为 true",
            "查看该卡全部问题：kehu lint \"国外客户/德国/Acme\"",
        ),
    // bytes that are no UTF-8, and files that are no cards
    on(|| book().bytes(CARD, b"\xff\xfen\0"))
        .run("show Acme")
        .en(
            "国外客户/德国/Acme/card.toml:1: the file is UTF-16, not UTF-8",
            "save it as UTF-8 in your editor, or: iconv -f UTF-16 -t UTF-8 \"国外客户/德国/Acme/card.toml\" > new.toml",
        )
        .zh(
            "国外客户/德国/Acme/card.toml:1：文件是 UTF-16 编码，不是 UTF-8",
            "请在编辑器中另存为 UTF-8，或运行：iconv -f UTF-16 -t UTF-8 \"国外客户/德国/Acme/card.toml\" > new.toml",
        ),
    on(|| book().bytes(CARD, b"name = \"\xC4\xC2\xC0\xD5\xBB\xFA\xD0\xB5\"\n"))
        .run("show Acme")
        .en(
            "国外客户/德国/Acme/card.toml:1: the file is not UTF-8; it looks like GBK",
            "save it as UTF-8 in your editor, or: iconv -f GBK -t UTF-8 \"国外客户/德国/Acme/card.toml\" > new.toml",
        )
        .zh(
            "国外客户/德国/Acme/card.toml:1：文件不是 UTF-8 编码，看来是 GBK",
            "请在编辑器中另存为 UTF-8，或运行：iconv -f GBK -t UTF-8 \"国外客户/德国/Acme/card.toml\" > new.toml",
        ),
    on(|| book().bytes(CARD, b"name = \"M\xFCller Stra\xDFe\"\n"))
        .run("show Acme")
        .en(
            "国外客户/德国/Acme/card.toml:1: the file is not UTF-8; it looks like Windows-1252",
            "save it as UTF-8 in your editor, or: iconv -f WINDOWS-1252 -t UTF-8 \"国外客户/德国/Acme/card.toml\" > new.toml",
        )
        .zh(
            "国外客户/德国/Acme/card.toml:1：文件不是 UTF-8 编码，看来是 Windows-1252（西欧）",
            "请在编辑器中另存为 UTF-8，或运行：iconv -f WINDOWS-1252 -t UTF-8 \"国外客户/德国/Acme/card.toml\" > new.toml",
        ),
    on(|| book().bytes(CARD, b"name = \"\xE7\xA9\x86\xE5\x8B\x92\"\nnote = \"\xE7\xA9\"\n"))
        .run("show Acme")
        .en(
            "国外客户/德国/Acme/card.toml:2: the file is not UTF-8 from this line on",
            "type what is unreadable anew and save the file as UTF-8",
        )
        .zh("国外客户/德国/Acme/card.toml:2：文件从此行起不是 UTF-8 编码", "请重新输入乱码部分，并另存为 UTF-8"),
    on(|| card(&"# x\n".repeat(1_400_000)))
        .run("show Acme")
        .en(
            "国外客户/德国/Acme/card.toml: the card is too large to be one (5 MiB; 4 at most)",
            "keep papers beside the card, not in it",
        )
        .zh(
            "国外客户/德国/Acme/card.toml：文件过大（5 MiB，上限 4 MiB），不是卡片",
            "资料请放在卡片旁边，不要写进卡片",
        ),
    on(|| book().folder(CARD))
        .run("show Acme")
        .en("国外客户/德国/Acme/card.toml: the card is not a file", "rename what stands in its place")
        .zh("国外客户/德国/Acme/card.toml：卡片不是文件", "请给占用该名称的对象改名"),
    // edits that do not fit what stands there
    on(|| card("profile = 3\n"))
        .run("set Acme profile.size=large")
        .en(
            "国外客户/德国/Acme/card.toml:1:11: what stands here does not fit the change",
            "mend the card by hand: kehu edit \"国外客户/德国/Acme\"",
        )
        .zh(
            "国外客户/德国/Acme/card.toml:1:11：此处内容与要做的修改不符",
            "请手工修改卡片：kehu edit \"国外客户/德国/Acme\"",
        ),
    on(|| card("tags = 3\n"))
        .run("set Acme tags+=VIP")
        .en(
            "国外客户/德国/Acme/card.toml:1:8: what stands here does not fit the change",
            "mend the card by hand: kehu edit \"国外客户/德国/Acme\"",
        )
        .zh(
            "国外客户/德国/Acme/card.toml:1:8：此处内容与要做的修改不符",
            "请手工修改卡片：kehu edit \"国外客户/德国/Acme\"",
        ),
    on(|| card("contact = 3\n"))
        .run("set Acme contact.+.name=Bob")
        .en(
            "国外客户/德国/Acme/card.toml:1:11: what stands here does not fit the change",
            "mend the card by hand: kehu edit \"国外客户/德国/Acme\"",
        )
        .zh(
            "国外客户/德国/Acme/card.toml:1:11：此处内容与要做的修改不符",
            "请手工修改卡片：kehu edit \"国外客户/德国/Acme\"",
        ),
    on(|| card("name = 'A\n"))
        .run("set Acme name=B")
        .en(
            "国外客户/德国/Acme/card.toml:1:10: the text does not end: a closing ' is missing",
            "mend the card by hand: kehu edit \"国外客户/德国/Acme\"",
        )
        .zh(
            "国外客户/德国/Acme/card.toml:1:10：文本未结束：缺少右边的英文单引号",
            "请手工修改卡片：kehu edit \"国外客户/德国/Acme\"",
        ),
    on(|| card("name = 'A\n"))
        .run("log Acme x -k call")
        .en(
            "国外客户/德国/Acme/card.toml:1:10: the text does not end: a closing ' is missing",
            "mend the card by hand: kehu edit \"国外客户/德国/Acme\"",
        )
        .zh(
            "国外客户/德国/Acme/card.toml:1:10：文本未结束：缺少右边的英文单引号",
            "请手工修改卡片：kehu edit \"国外客户/德国/Acme\"",
        ),
    on(|| card("tags = [\n  'a', # why\n]\n"))
        .run("set Acme tags=")
        .en(
            "国外客户/德国/Acme/card.toml:1:8: this change cannot be made without touching something else",
            "mend the card by hand: kehu edit \"国外客户/德国/Acme\"",
        )
        .zh(
            "国外客户/德国/Acme/card.toml:1:8：此修改会影响其他内容，无法自动完成",
            "请手工修改卡片：kehu edit \"国外客户/德国/Acme\"",
        ),
];

#[test]
fn every_error_is_told() {
    live(ALL);
}
