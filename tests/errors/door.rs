//! The door: the book that is looked for, its settings, and customers by name.

use super::books::*;
use super::told::{Told, live, on};

/// The stories.
pub const ALL: &[Told] = &[
    // the book
    on(nowhere)
        .run("list")
        .en(
            "no book here: BOOK and the folders above hold no kehu.toml",
            "make one with `kehu init DIR`, or name one with -C DIR",
        )
        .zh("找不到账套：BOOK 及其上级文件夹都没有 kehu.toml", "用 kehu init 文件夹 新建，或用 -C 文件夹 指定"),
    on(nowhere)
        .run("-C absent list")
        .en("BOOK/absent: not found", "give the folder of a book: -C DIR")
        .zh("BOOK/absent：找不到", "请给出账套文件夹：-C 文件夹"),
    on(|| book().file("kehu.toml", "langage = 'en'\n"))
        .run("list")
        .en("kehu.toml:1:1: unknown key `langage`", "did you mean `language`?")
        .zh("kehu.toml:1:1：未知字段 langage", "是否想写 language？"),
    on(|| book().file("kehu.toml", "xyzzy = 1\n"))
        .run("list")
        .en("kehu.toml:1:1: unknown key `xyzzy`", "delete the line, or put # before it")
        .zh("kehu.toml:1:1：未知字段 xyzzy", "请删除该行，或在行首加 #"),
    on(|| book().file("kehu.toml", "language = en\n"))
        .run("list")
        .en(
            "kehu.toml:1:12: text must stand in double quotes",
            "correct this place in kehu.toml and run the command again",
        )
        .zh("kehu.toml:1:12：文本须加英文双引号", "请改正 kehu.toml 中的这一处后重试"),
    on(|| book().file("kehu.toml", "currency = 3\n"))
        .run("list")
        .en(
            "kehu.toml:1:12: expected text in double quotes, found 3",
            "correct this place in kehu.toml and run the command again",
        )
        .zh("kehu.toml:1:12：应为加双引号的文本，实为 3", "请改正 kehu.toml 中的这一处后重试"),
    on(|| book().file("kehu.toml", "[[stage]]\nfolder = 'a/b'\nkind = 'prospect'\n"))
        .run("list")
        .en(
            "kehu.toml: a [[stage]] needs `folder` (one folder name) and `kind` (prospect or customer)",
            "as folder = \"Leads\" and kind = \"prospect\" below [[stage]]",
        )
        .zh(
            "kehu.toml：[[stage]] 须有 folder（单个文件夹名）和 kind（prospect 或 customer）",
            "如在 [[stage]] 下写 folder = \"意向客户\" 和 kind = \"prospect\"",
        ),
    on(|| book().file("kehu.toml", "currency = 'XXX'\n"))
        .run("list")
        .en("kehu.toml:1:12: \"XXX\" is no currency", "write a code of ISO 4217, such as USD, EUR, CNY")
        .zh("kehu.toml:1:12：“XXX”不是币种", "请写 ISO 4217 代码，如 USD、EUR、CNY"),
    on(|| book().file("kehu.toml", "[[rate]]\ncurrency = 'USD'\nvalue = '0'\n"))
        .run("list")
        .en(
            "kehu.toml:3:9: the rate 0 is not above zero",
            "write what 1 USD is worth in base currency, as value = \"7.05\"",
        )
        .zh("kehu.toml:3:9：汇率 0 不大于零", "请写 1 USD 合多少本位币，如 value = \"7.05\""),
    on(|| book().file("kehu.toml", "[[rate]]\ncurrency = 'USD'\n"))
        .run("list")
        .en("kehu.toml:1:1: a [[rate]] needs `currency` and `value`", "fill in what is missing, or delete the rate")
        .zh("kehu.toml:1:1：[[rate]] 须有 currency 和 value", "请补上缺少的一项，或删除这条汇率"),
    on(|| book().bytes("kehu.toml", b"# \xb1\xbe\xd5\xcb\xcc\xd7\n"))
        .run("list")
        .en(
            "kehu.toml:1: the file is not UTF-8; it looks like GBK",
            "save it as UTF-8 in your editor, or: iconv -f GBK -t UTF-8 \"BOOK/kehu.toml\" > new.toml",
        )
        .zh(
            "kehu.toml:1：文件不是 UTF-8 编码，看来是 GBK",
            "请在编辑器中另存为 UTF-8，或运行：iconv -f GBK -t UTF-8 \"BOOK/kehu.toml\" > new.toml",
        ),
    on(|| nowhere().folder("kehu.toml"))
        .run("list")
        .en(
            "no book here: BOOK and the folders above hold no kehu.toml",
            "make one with `kehu init DIR`, or name one with -C DIR",
        )
        .zh("找不到账套：BOOK 及其上级文件夹都没有 kehu.toml", "用 kehu init 文件夹 新建，或用 -C 文件夹 指定"),
    // customers by name
    on(acme)
        .run("show Bob")
        .en("no customer is called \"Bob\"", "see all names: kehu list")
        .zh("没有名为“Bob”的客户", "查看全部客户：kehu list"),
    on(acme)
        .run("show Acne")
        .en("no customer is called \"Acne\"", "did you mean Acme?")
        .zh("没有名为“Acne”的客户", "是否想找：Acme？"),
    on(acme)
        .run("show ?")
        .en("\"?\" names no customer", "see the names: kehu list")
        .zh("“?”不是客户名称", "查看名称：kehu list"),
    on(twins)
        .run("show Acme")
        .en(
            "\"Acme\" fits 2 customers: 国外客户/德国/Acme, 国外客户/法国/Acme",
            "write more of the name, or the whole path",
        )
        .zh("“Acme”对应 2 个客户：国外客户/德国/Acme、国外客户/法国/Acme", "请写得更完整，或写完整路径"),
    on(acme)
        .run("show")
        .en("NAME is missing, and there is no terminal to ask at", "give it on the command line: NAME …")
        .zh("缺少 客户，且没有终端可供询问", "请在命令行给出：客户 …"),
];

#[test]
fn every_error_is_told() {
    live(ALL);
}
