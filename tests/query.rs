//! The query language: what it finds, what it refuses, and that its help tells the truth.

#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::string_slice,
    clippy::disallowed_methods,
    reason = "a test that cannot go on says so"
)]

mod common;
#[path = "query/property.rs"]
mod property;

use common::Book;

/// Customers that differ in everything that is asked about.
fn book() -> Book {
    Book::on("2026-11-23")
        .file(
            "kehu.toml",
            "language = 'zh-CN'\ncurrency = 'USD'\n[[stage]]\nfolder = '潜在客户'\nkind = 'prospect'\n\
             [[stage]]\nfolder = '国外客户'\nkind = 'customer'\n",
        )
        .card(
            "潜在客户/法国/Entrepôts Valmorin SARL",
            "name = 'Entrepôts Valmorin SARL'\nowner = '李娜'\ncreated = 2026-11-01\nemail = 'info@valmorin.example'\n\
             tags = ['展会']\n[[followup]]\ndate = 2026-11-20\nkind = 'inquiry'\nsummary = '问 2.5t 手动车'\n",
        )
        .card(
            "国外客户/德国/Müller Maschinenbau GmbH",
            "id = 'zwemail000'\nname = 'Müller Maschinenbau GmbH'\nshort_name = '穆勒机械'\nowner = '张伟'\ncreated = 2024-01-05\n\
             phone = '+49 (0)711 5550134'\ntype = 'distributor'\ntags = ['重点', 'VIP']\n# 老板爱喝绿茶\n\
             [[contact]]\nname = '王 晓明'\nemail = 'wang@mueller.example'\ndecides = true\n\
             [profile]\nsize = 'large'\n[[credit]]\nfrom = 2026-01-01\ngrade = 'A'\n\
             [[order]]\nnumber = 'PI-1'\ndate = 2026-03-02\ncurrency = 'USD'\nstatus = 'shipped'\nshipped = 2026-04-10\namount = '7400.00'\n\
             [[payment]]\ndate = 2026-04-20\namount = '7400.00'\ncurrency = 'USD'\norder = 'PI-1'\n",
        )
        .card(
            "国外客户/波兰/Zielmar",
            "name = 'Zielmar'\nowner = '张伟'\ncreated = 2025-05-05\nphone = '+48 500 555 014'\n\
             [[order]]\nnumber = 'PI-2'\ndate = 2026-10-01\ncurrency = 'USD'\nstatus = 'shipped'\nshipped = 2026-10-10\namount = '1200.00'\n\
             pay = { balance = 'oa', days = 30 }\n",
        )
}

#[test]
fn each_term_means_whom_it_says() {
    let book = book();
    for (query, want) in [
        // words
        ("valmorin", "V"),
        ("entrepots", "V"),
        ("ENTREPÔTS", "V"),
        ("muller", "M"),
        ("穆勒", "M"),
        ("mule", "M"),
        ("mljx", "M"),
        ("wangxiaoming", "M"),
        ("绿茶", "M"),
        ("德国", "M"),
        ("Germany", "M"),
        ("germ", "M"),
        ("DE", "M"),
        ("波兰 zielmar", "Z"),
        ("波兰 valmorin", ""),
        ("手动车", "V"),
        ("distributor", "M"),
        // a part of a choice is none, nor of the name of a country
        ("istrib", ""),
        ("rance", ""),
        ("fran", "V"),
        ("7400", "M"),
        ("2026-03-02", "M"),
        // keys are no text, part of an id is none either
        ("owner", ""),
        ("emai", ""),
        ("zwemail000", "M"),
        // phrases
        ("'\"王 晓明\"'", "M"),
        ("'王 晓明'", "M"),
        ("'晓明 王'", ""),
        ("'Maschinenbau GmbH'", "M"),
        // phones
        ("0711-5550134", "M"),
        ("+497115550134", "M"),
        ("5550134", "M"),
        ("phone:00497115550134", "M"),
        ("phone:500555014", "Z"),
        ("phone:5550135", ""),
        // fields
        ("owner:张", "MZ"),
        ("owner=张", ""),
        ("owner=张伟", "MZ"),
        ("owner:zhangwei", "MZ"),
        ("负责人：李娜", "V"),
        ("country:德国,法国", "VM"),
        ("country:france", "V"),
        ("stage:prospect", "V"),
        ("阶段:国外客户", "MZ"),
        ("grade:A", "M"),
        ("等级:A级", "M"),
        ("type:分销商", "M"),
        ("tag:vip", "M"),
        ("tag:重点,展会", "VM"),
        ("size:large", "M"),
        ("profile.size:大", "M"),
        ("客户特征.规模:大", "M"),
        ("email:wang@", "M"),
        ("contact:晓明", "M"),
        ("decides:是", "M"),
        ("name:mule", "M"),
        ("order.number:PI", "MZ"),
        ("order.amount:1000..2000", "Z"),
        ("order.date:2026-10", "Z"),
        ("order.date:2026-10..", "Z"),
        ("order.date:..2026-03-02", "M"),
        ("status:shipped", "MZ"),
        // worked out
        ("sales:7400", "M"),
        ("sales:..5000", "VZ"),
        ("sales:1k..0.74万", "MZ"),
        ("'sales>1200'", "M"),
        ("销售额＞1200", "M"),
        ("销售额≥1200", "MZ"),
        ("ｏｗｎｅｒ：李", "V"),
        ("'owner!=张伟'", "V"),
        ("'country!=DE'", "VZ"),
        ("any:country:DE,FR", "VM"),
        ("any:country:DE,FR,owner:张", "VMZ"),
        ("any:country:DE,valmorin", "VM"),
        ("'sales>=1200'", "MZ"),
        ("'sales<1200'", "V"),
        ("receivable:1..", "Z"),
        ("overdue:1..", "Z"),
        ("has:overdue", "Z"),
        ("orders:1", "MZ"),
        ("last:2026-11", "V"),
        ("last:-3d..", "V"),
        ("due:inquiry", "V"),
        ("due:逾期货款", "Z"),
        ("has:due", "VMZ"),
        ("created:去年", "Z"),
        // having
        ("has:email", "VM"),
        ("has:contact", "M"),
        ("has:order", "MZ"),
        ("有:报价", ""),
        // together
        ("owner:张 country:DE", "M"),
        ("not:country:DE", "VZ"),
        ("不含:country:DE", "VZ"),
        ("not:valmorin not:zielmar", "M"),
        ("any:valmorin,zielmar", "VZ"),
        ("'any:(valmorin country:PL)'", "VZ"),
        ("'any:(valmorin any:(穆勒 波兰)) owner:张'", "MZ"),
        ("'not:any:(valmorin 波兰)'", "M"),
        ("'not:(valmorin 波兰)'", "M"),
        ("'any：（valmorin，波兰）'", "VZ"),
        ("'owner:张 -country:DE'", "Z"),
        ("'country:DE grade:A'", "M"),
        ("/PI-[12]/", "MZ"),
        ("/pi-1/", "M"),
        ("order.number:/^PI-2$/", "Z"),
        ("/MÜLLER/", "M"),
        (r"'/ENTREPÔTS\s\w+N\b/'", "V"),
        (r"'owner:/^\p{Han}\w$/'", "VMZ"),
        // marks that are letters
        ("'\"20:30\"'", ""),
        ("20:30", ""),
        ("https://valmorin.example", ""),
        ("@valmorin.example", "V"),
        ("''", "VMZ"),
        // quotes that the shell took away
        ("'owner:张 伟'", ""),
        ("'not:contact.name:王 晓明'", "VZ"),
        // commas: values, alternatives, neither
        ("'any:owner:\"张,李\",country:PL'", "Z"),
        ("any:owner=张伟,owner=李娜", "VMZ"),
        ("any:country:DE,grade:D,,valmorin", "VM"),
        ("any:/PI-[1,3]/,valmorin", "VM"),
        ("'any:(valmorin,zielmar)'", "VZ"),
        ("'any:(country:德国，波兰，owner:李)'", "VMZ"),
    ] {
        let all = [
            ("V", "潜在客户/法国/Entrepôts Valmorin SARL\n"),
            ("M", "国外客户/德国/Müller Maschinenbau GmbH\n"),
            ("Z", "国外客户/波兰/Zielmar\n"),
        ];
        // in the order of the book: prospects first, then by the names of countries
        let found: String = ["V", "M", "Z"]
            .iter()
            .filter(|one| want.contains(**one))
            .map(|one| all.iter().find(|(name, _)| name == one).unwrap().1)
            .collect();
        let code = i32::from(want.is_empty());
        let commands: &[&str] = if query == "''" { &["list"] } else { &["list", "search"] };
        for command in commands {
            let mut run = book.run(&format!("{command} --format ids {query}"));
            let err = run.err();
            let run = run.exits(code);
            assert_eq!(run.text(), found, "{command} {query}: {err}");
        }
    }
}

#[test]
fn mistakes_are_told_with_a_caret_at_their_column() {
    let book = book();
    for (query, column, caret, what, next) in [
        ("'德国 gade:A'", 4, 5, "没有字段“gade”", "是否想写 grade？"),
        ("grade:E", 7, 6, "等级没有“E”", "可写：A级、B级、C级、D级"),
        ("country:德囯", 9, 8, "没有国家“德囯”", "是否想写 德国？"),
        ("stage:旧客户", 7, 6, "没有阶段“旧客户”", "阶段有：潜在客户、国外客户"),
        ("sales:many", 7, 6, "“many”不是数字", "可写 1000、1000..、1000..5000 或 10万"),
        ("last:某天", 6, 5, "“某天”不是日期", "可写 2026-06-30"),
        ("owner:", 7, 6, "负责人后面没有值", "只要有值就行请写 has:owner"),
        ("'owner>张'", 7, 6, "负责人不分大小", "请写 owner:张"),
        ("'\"张 伟'", 1, 0, "引号没有闭合", "请在短语末尾加 \""),
        ("'any:(德国 波兰'", 5, 4, "括号没有闭合", "请在最后一个条件后加 )"),
        ("'德国 )'", 4, 5, "多余的右括号", "any:(甲 乙)"),
        ("any:", 1, 0, "any: 后面没有内容", "any:甲,乙"),
        ("not:", 1, 0, "not: 后面没有内容", "not:词"),
        ("'/[a/'", 1, 0, "正则表达式有误：unclosed character class", "请加引号"),
        ("sales:1,000..", 8, 7, "逗号用来分隔多个值，数字里不能有逗号", "如 1000.."),
        ("sales:228,534.88", 10, 9, "逗号用来分隔多个值，数字里不能有逗号", "如 1000.."),
        ("has:zzz", 5, 4, "没有字段“zzz”", "kehu help query"),
        ("has:", 1, 0, "has: 后面没有内容", "has:email"),
        ("any:,", 1, 0, "any: 后面没有内容", "any:甲,乙"),
        ("'due>payment'", 5, 4, "“payment”不是日期", "可写 2026-06-30"),
        ("sales:5000..1000", 7, 6, "“5000..1000”的终点在起点之前", "请把较小的写在前面"),
        ("decides:maybe", 9, 8, "“maybe”不是“是”或“否”", "contact.decides:是"),
    ] {
        let mut run = book.run(&format!("list {query}"));
        let err = run.err();
        run.remarks(&[&format!("错误：查询第 {column} 列：{what}"), next]).exits(2);
        let lines: Vec<&str> = err.lines().collect();
        assert_eq!(lines[2], format!("  {}^", " ".repeat(caret)), "{query}\n{err}");
    }
    book.english()
        .run("list gade:A")
        .remarks(&["error: query, column 1: there is no field \"gade\"\n  gade:A\n  ^\n  next: did you mean grade?"])
        .exits(2);
}

#[test]
fn no_query_is_too_much() {
    let book = book();
    let long = "德国 ".repeat(100);
    let deep = format!("'{}穆勒{}'", "any:(".repeat(5000), ")".repeat(5000));
    let nots = format!("{}穆勒", "not:".repeat(5000));
    let wide = format!("/{}/", "(a{100}){100}".repeat(20));
    for (query, what) in [
        (long.as_str(), "查询条件超过 64 个"),
        (&deep, "条件嵌套超过 16 层"),
        (&nots, "条件嵌套超过 16 层"),
        (&wide, "正则表达式有误"),
    ] {
        book.run(&format!("list {query}")).remarks(&[what]).exits(2);
    }
    // even so many words as one
    book.run(&format!("list '{}'", "德国 ".repeat(5_000))).any_stderr().exits(1);
}

#[test]
fn a_query_that_is_nested_too_deep_is_refused() {
    let book = book();
    for before in ["not:", "any:", "any:("] {
        let query = format!("{}valmorin", before.repeat(5000));
        let errors = book.args(["list", &query]).exits(2).err();
        assert!(errors.contains("条件嵌套超过 16 层"), "{before}");
    }
    book.run(&format!("list --format ids {}valmorin", "not:".repeat(14)))
        .stdout("潜在客户/法国/Entrepôts Valmorin SARL\n");
}

#[test]
fn a_report_about_nobody_does_not_say_that_all_is_well() {
    let book = book();
    for (report, nothing) in [("due", "没有到期事项\n"), ("receivables", "没有应收账款\n"), ("grade", "")] {
        book.run(&format!("{report} nosuch")).stderr("没有符合条件的客户\n").exits(0);
        if !nothing.is_empty() {
            book.run(&format!("{report} --today 2024-01-06 muller")).stderr(nothing).exits(0);
        }
    }
}

#[test]
fn every_example_of_the_help_finds_somebody() {
    for english in [false, true] {
        let book = if english { Book::demo().english() } else { Book::demo() };
        let help = book.run("help query").text();
        let examples: Vec<&str> = help
            .lines()
            .filter_map(|line| line.strip_prefix("  kehu "))
            .map(|line| line.split("   ").next().unwrap())
            .collect();
        assert!(examples.len() > 20, "{help}");
        for example in examples {
            let found = book.run(&format!("{example} --format ids")).text();
            assert!(found.contains('/'), "{example}");
        }
    }
}
