//! Exports that do not go together, or would cost something.

use super::books::*;
use super::told::{Told, on};

/// The stories.
pub const ALL: &[Told] = &[
    on(acme)
        .run("export csv --what orders,payments")
        .en("csv holds one kind of rows", "name one with --what, or export xlsx")
        .zh("csv 每次只能导出一种内容", "请用 --what 只指定一种，或导出 xlsx"),
    on(acme)
        .run("export vcf --what orders")
        .en("--what does not go with vcf", "it goes with xlsx, csv, json, jsonl")
        .zh("--what 不能与 vcf 同用", "它只能与 xlsx、csv、json、jsonl 同用"),
    on(acme)
        .run("export jsonl --partition year --what due -o parts")
        .en("--partition does not go with due", "say --what customers,orders,payments")
        .zh("--partition 不能与到期同用", "请写 --what customers,orders,payments"),
    on(acme)
        .run("export jsonl --partition year")
        .en("where to? -o is missing", "name a file, as -o customers.xlsx; for --partition a new folder")
        .zh("缺少 -o，不知写到哪里", "请写文件名，如 -o 客户.xlsx；用 --partition 时写一个新文件夹"),
    on(|| acme().file("a.xlsx", "mine"))
        .run("export xlsx -o a.xlsx")
        .en("a.xlsx: there is something of that name already", "choose another name, or replace it with --force")
        .zh("a.xlsx：该名称已被占用", "请换一个名称；要替换原文件请加 --force")
        .exits(1),
    on(acme)
        .run("export csv --force -o 国外客户/德国/Acme/card.toml")
        .en(
            "国外客户/德国/Acme/card.toml: --force replaces only a file that an export could have made",
            "choose another name after -o",
        )
        .zh("国外客户/德国/Acme/card.toml：--force 只替换同类导出文件", "请在 -o 后换一个文件名")
        .exits(1),
    on(acme)
        .run("export jsonl --partition year -o 国外客户")
        .en("国外客户: the folder is not empty", "name a new folder after -o")
        .zh("国外客户：文件夹不是空的", "请在 -o 后写一个新文件夹")
        .exits(1),
];

#[test]
fn every_error_is_told() {
    super::told::live(ALL);
}
