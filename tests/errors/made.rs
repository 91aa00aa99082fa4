//! What is made anew: customers, books, pages of the manual.

use super::books::*;
use super::told::{Told, live, on};

/// The stories.
pub const ALL: &[Told] = &[
    // a new customer
    on(book)
        .run("add --name .. --country DE")
        .en("\"..\" is no name for a company", "give the customer's full name with --name")
        .zh("“..”不能作为公司名称", "请用 --name 给出客户全称"),
    on(book)
        .run("add --name ... --country DE")
        .en("\"...\" is no name for a company", "give the customer's full name with --name")
        .zh("“...”不能作为公司名称", "请用 --name 给出客户全称"),
    on(book)
        .run("add --name \"a\u{200b}b\" --country DE")
        .en("the name holds the invisible character U+200B", "type the name anew instead of pasting it")
        .zh("名称含不可见字符 U+200B", "请重新输入名称，不要粘贴"),
    on(book)
        .run("add --name Acme --country Nowhere")
        .en("there is no country \"Nowhere\"", "write it in Chinese, in English, or as its ISO code")
        .zh("没有国家“Nowhere”", "请写中文名、英文名或 ISO 代码"),
    on(book)
        .run("add --name Acme --country Germny")
        .en("there is no country \"Germny\"", "did you mean Germany?")
        .zh("没有国家“Germny”", "是否想写 德国？"),
    on(book)
        .run("add --name Acme --country DE --stage Nowhere")
        .en("there is no stage \"Nowhere\"", "the stages are 潜在客户, 国外客户")
        .zh("没有阶段“Nowhere”", "阶段有：潜在客户、国外客户"),
    on(book)
        .run("add Acme --country DE")
        .en("--name is missing, and there is no terminal to ask at", "give it on the command line: --name …")
        .zh("缺少 --name，且没有终端可供询问", "请在命令行给出：--name …"),
    on(book)
        .run("add --name Acme --country DE Bob")
        .en("\"Bob\" is not PATH=VALUE", "the name goes with --name \"Bob\"")
        .zh("“Bob”不是 路径=值 的形式", "名称请写在 --name 之后：--name \"Bob\""),
    on(acme)
        .run("add --name Acme --country 德国 --stage customer")
        .en(
            "国外客户/德国/Acme/card.toml: this customer has a card already",
            "see it: kehu show \"国外客户/德国/Acme\"",
        )
        .zh("国外客户/德国/Acme/card.toml：该客户已有卡片", "查看：kehu show \"国外客户/德国/Acme\"")
        .exits(1),
    on(|| acme().card("国外客户/法国/Zen", "email = 'anna@acme.example'\n"))
        .run("add --name Other --country 德国 --email anna@acme.example")
        .en("probably here already: 国外客户/法国/Zen", "add it all the same with --yes")
        .zh("可能已有此客户：国外客户/法国/Zen", "确认不是同一客户时加 --yes")
        .exits(1),
    // a new book
    on(book)
        .run("init")
        .en("./kehu.toml: this folder is a book already", "to make cards for company folders in it: kehu init --adopt")
        .zh("./kehu.toml：该文件夹已经是账套", "要为其中的公司文件夹建卡：kehu init --adopt")
        .exits(1),
    on(book)
        .run("init --demo")
        .en(".: the demo goes into a new or empty folder", "name another one: kehu init --demo DIR")
        .zh(".：示例账套须放入新的或空的文件夹", "请换一个：kehu init --demo 文件夹")
        .exits(1),
    on(book)
        .run("init new --currency XXX")
        .en(
            "\"XXX\" is no currency; write a code such as USD, EUR, CNY",
            "nothing was written; correct it and run the command again",
        )
        .zh("“XXX”不是币种；请写代码，如 USD、EUR、CNY", "未写入任何内容，请改正后重试"),
    on(book)
        .run("init new --stage Leads")
        .en("--stage \"Leads\" is not FOLDER=KIND", "as --stage Leads=prospect --stage Customers=customer")
        .zh("--stage “Leads”应为 文件夹=类别", "如 --stage 意向客户=prospect --stage 成交客户=customer"),
    on(nowhere)
        .run("init --adopt")
        .en(
            ". holds none of the stage folders Prospects, Customers",
            "name yours: --stage Leads=prospect --stage Customers=customer",
        )
        .zh(". 中没有阶段文件夹 潜在客户、国外客户", "请指明：--stage 意向客户=prospect --stage 成交客户=customer"),
    on(|| nowhere().folder("Leads"))
        .run("init --adopt")
        .en(
            ". holds none of the stage folders Prospects, Customers, but Leads",
            "name yours: --stage Leads=prospect --stage Customers=customer",
        )
        .zh(
            ". 中没有阶段文件夹 潜在客户、国外客户，只有 Leads",
            "请指明：--stage 意向客户=prospect --stage 成交客户=customer",
        ),
    on(|| nowhere().file("new", ""))
        .run("init new")
        .en("new: is not a folder", "give the path of a folder")
        .zh("new：不是文件夹", "请给出文件夹的路径"),
    on(|| nowhere().file("new/潜在客户", ""))
        .run("init new")
        .en("new/潜在客户: exists already", "give another name, or move what is there away")
        .zh("new/潜在客户：已存在", "请换一个名称，或先移走已有的文件"),
    // man pages
    on(|| book().file("man/kehu.1", "mine\n"))
        .run("man man")
        .en("man/kehu.1: this file is no man page of kehu", "give another folder")
        .zh("man/kehu.1：该文件不是 kehu 的手册页", "请换一个文件夹"),
];

#[test]
fn every_error_is_told() {
    live(ALL);
}
