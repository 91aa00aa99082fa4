//! How a customer is named on the command line.

#![allow(
    clippy::disallowed_methods,
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    clippy::string_slice,
    clippy::unwrap_used,
    reason = "a test reads files itself, and fails by a panic"
)]

mod common;

use common::Book;

const ACME: &str = "\
id = 'k7f3m2q9xz'
name = 'Müller Maschinenbau GmbH'
short_name = '穆勒机械'
code = 'DE-0007'
phone = '+49 (0)711 555 0134'
email = 'info@mueller.example'

[[contact]]
name = 'Anna Weber'
email = 'anna.weber@mueller.example'
phone = '0711/5550199'
whatsapp = '+49 171 3920015'
";

fn book() -> Book {
    Book::on("2026-11-23")
        .card("国外客户/德国/Müller", ACME)
        .card("潜在客户/法国/Dupont Frères", "name = 'Dupont Frères SARL'\nphone = '+33 1 55 50 01 34'\n")
        .card("潜在客户/法国/Dupont Nord", "name = 'Dupont Nord SA'\ncode = 'FR-2'\n")
        .card("潜在客户/中国香港/North／South", "name = 'North/South'\n")
}

/// The folder of the customer that is meant.
fn found(book: &Book, name: &str) -> String {
    book.args(["show", name, "--format", "json"]).json()["path"].as_str().unwrap().to_owned()
}

#[test]
fn by_whatever_tells_it_from_the_others() {
    let book = book();
    for name in [
        "国外客户/德国/Müller",
        "国外客户/德国/Müller/",
        "国外客户/德国/Müller/card.toml",
        "./国外客户/德国/Müller",
        "潜在客户/../国外客户/德国/Müller",
        "Müller",
        "mu\u{308}ller",
        "Müller Maschinenbau GmbH",
        "穆勒机械",
        "DE-0007",
        "de-0007",
        "k7f3m2q9xz",
        "info@mueller.example",
        "ANNA.WEBER@mueller.example",
        "+49 711 5550134",
        "0711 555 0134",
        "0049711 5550134",
        "（０７１１）５５５０１３４",
        "5550199",
        "0171-3920015",
        "maschinen",
        "机械",
        "Weber",
    ] {
        assert_eq!(found(&book, name), "国外客户/德国/Müller", "{name}");
    }
    for (name, want) in [
        ("North/South", "潜在客户/中国香港/North／South"),
        ("dupont freres", "潜在客户/法国/Dupont Frères"),
        ("FR-2", "潜在客户/法国/Dupont Nord"),
        ("frères sarl", "潜在客户/法国/Dupont Frères"),
    ] {
        assert_eq!(found(&book, name), want, "{name}");
    }
}

/// Chinese names, and Latin ones beside them.
fn sounding() -> Book {
    Book::on("2026-11-23")
        .card("国外客户/德国/Müller", "name = 'Müller GmbH'\nshort_name = '穆勒机械'\n")
        .card("国外客户/Germany/Meier", "name = 'Meier Lager'\n[[contact]]\nname = '张伟'\n")
        .card("国外客户/瑞士/Müller Nord", "name = 'Müller Nord AG'\n")
        .card("潜在客户/中国香港/绿洲贸易", "name = '绿洲贸易有限公司'\ncode = 'LZ-1'\n")
        .card("潜在客户/中国/重庆化工", "name = '''\n重庆化工'''\n")
        .card("潜在客户/意大利/Cq", "name = 'Zgyh \u{5361}'\n[[contact]]\nname = \"\\u5F20\\u4E09\"\n")
}

#[test]
fn by_its_sound_and_with_the_help_of_the_country() {
    let book = sounding();
    for (name, want) in [
        ("mulejixie", "国外客户/德国/Müller"),
        ("mule", "国外客户/德国/Müller"),
        ("mule jixie", "国外客户/德国/Müller"),
        ("mljx", "国外客户/德国/Müller"),
        ("mulejx", "国外客户/德国/Müller"),
        ("MuLe", "国外客户/德国/Müller"),
        ("ｍｕｌｅ", "国外客户/德国/Müller"),
        ("jixie", "国外客户/德国/Müller"),
        ("zhangwei", "国外客户/Germany/Meier"),
        ("zhang wei", "国外客户/Germany/Meier"),
        ("zw", "国外客户/Germany/Meier"),
        ("zhangsan", "潜在客户/意大利/Cq"),
        ("lvzhou", "潜在客户/中国香港/绿洲贸易"),
        ("luzhou", "潜在客户/中国香港/绿洲贸易"),
        ("chongqing", "潜在客户/中国/重庆化工"),
        ("zhongqing", "潜在客户/中国/重庆化工"),
        // by letter before by sound: 重庆 has these initials too
        ("cq", "潜在客户/意大利/Cq"),
        // every word a name or the country
        ("德国 muller", "国外客户/德国/Müller"),
        ("muller germany", "国外客户/德国/Müller"),
        ("muller ch", "国外客户/瑞士/Müller Nord"),
        ("ruishi muller", "国外客户/瑞士/Müller Nord"),
        ("deguo meier", "国外客户/Germany/Meier"),
        ("穆勒　ｇｍｂｈ", "国外客户/德国/Müller"),
        ("gmbh 穆勒", "国外客户/德国/Müller"),
        ("wei meier", "国外客户/Germany/Meier"),
    ] {
        assert_eq!(found(&book, name), want, "{name}");
    }
    // a country names nobody, and of a code one writes all
    for name in ["德国", "germany de", "穆勒 瑞士", "LZ-"] {
        book.args(["show", name]).remarks(&[&format!("没有名为“{name}”的客户")]).exits(2);
    }
}

#[test]
fn the_better_fit_is_meant_and_equals_are_told() {
    let book = Book::on("2026-11-23")
        .card("潜在客户/中国/甲", "code = '穆勒'\n")
        .card("潜在客户/中国/乙", "name = '穆勒甲'\nphone = '021 5550 1234'\n")
        .card("潜在客户/中国/丙", "short_name = '李明'\n[[contact]]\nname = 'Mule'\n")
        .card("潜在客户/中国/丁", "short_name = '李明公司'\n[[contact]]\nname = '木乐'\n")
        .card("潜在客户/中国/戊", "name = '黎鸣'\nemail = 'liming'\n");
    for (name, want) in [
        ("穆勒", "潜在客户/中国/甲"),
        ("穆勒甲", "潜在客户/中国/乙"),
        ("李明", "潜在客户/中国/丙"),
        ("李明公", "潜在客户/中国/丁"),
        ("mule", "潜在客户/中国/丙"),
        ("liming", "潜在客户/中国/戊"),
        ("（０２１）５５５０１２３４", "潜在客户/中国/乙"),
    ] {
        assert_eq!(found(&book, name), want, "{name}");
    }
    let told = |name: &str, paths: &str| {
        format!("错误：“{name}”对应 3 个客户：{paths}\n  下一步：请写得更完整，或写完整路径\n")
    };
    let paths = "潜在客户/中国/丁、潜在客户/中国/丙、潜在客户/中国/戊";
    book.run("show lm").stderr(&told("lm", paths)).exits(2);
    book.run("show 'lim 中国'").stderr(&told("lim 中国", paths)).exits(2);
}

#[test]
fn by_the_folder_one_stands_in() {
    let book = book();
    for (from, name) in [
        ("国外客户/德国/Müller", "."),
        ("国外客户/德国/Müller", "card.toml"),
        ("国外客户/德国", "Müller/"),
        ("潜在客户/法国", "../../国外客户/德国/Müller"),
    ] {
        let output =
            book.command().current_dir(book.path(from)).args(["show", name, "--format", "json"]).output().unwrap();
        let row: serde_json::Value = serde_json::from_slice(&output.stdout).unwrap();
        assert_eq!(row["path"], "国外客户/德国/Müller", "{from}: {name}");
    }
}

#[test]
fn a_whole_name_comes_before_a_part_of_one() {
    let book = Book::on("2026-11-23")
        .card("潜在客户/德国/Acme", "")
        .card("潜在客户/德国/Acme Nord", "")
        .card("潜在客户/德国/B", "code = 'Acme'\n");
    assert_eq!(found(&book, "Acme N"), "潜在客户/德国/Acme Nord");
    assert_eq!(found(&book, "Acme"), "潜在客户/德国/B", "a code is made to be unique");
}

#[test]
fn several_are_told_and_none_is_guessed() {
    let book = book();
    let told = "错误：“dupont”对应 2 个客户：潜在客户/法国/Dupont Frères、潜在客户/法国/Dupont Nord\n  下一步：请写得更完整，或写完整路径\n";
    for command in [
        "show dupont",
        "log dupont x --kind call",
        "set dupont note=x",
        "quote dupont Q-1 -i a;1;1 --currency USD",
        "sample dupont x",
        "edit dupont",
    ] {
        book.run(command).stderr(told).exits(2);
    }
    book.english()
        .run("show dupont")
        .stderr("error: \"dupont\" fits 2 customers: 潜在客户/法国/Dupont Frères, 潜在客户/法国/Dupont Nord\n  next: write more of the name, or the whole path\n")
        .exits(2);
}

#[test]
fn of_very_many_only_some_are_listed() {
    let book = (0..30).fold(Book::on("2026-11-23"), |book, n| book.card(&format!("潜在客户/德国/Firma {n:02}"), ""));
    book.run("show firma").remarks(&["“firma”对应 30 个客户：潜在客户/德国/Firma 00、", "Firma 07、…\n"]).exits(2);
}

#[test]
fn none_is_told_with_the_nearest() {
    let book = book();
    for (name, want) in [
        ("Mueler", "错误：没有名为“Mueler”的客户\n  下一步：是否想找：穆勒机械？\n"),
        (
            "Dupond Nord",
            "错误：没有名为“Dupond Nord”的客户\n  下一步：是否想找：Dupont Nord SA、Dupont Frères SARL？\n",
        ),
        ("穆勒机器", "错误：没有名为“穆勒机器”的客户\n  下一步：是否想找：穆勒机械？\n"),
        ("mulai", "错误：没有名为“mulai”的客户\n  下一步：是否想找：穆勒机械？\n"),
        ("Anna Waber", "错误：没有名为“Anna Waber”的客户\n  下一步：是否想找：穆勒机械？\n"),
        ("zzz", "错误：没有名为“zzz”的客户\n  下一步：查看全部客户：kehu list\n"),
        ("", "错误：“”不是客户名称\n  下一步：查看名称：kehu list\n"),
        ("...", "错误：“...”不是客户名称\n  下一步：查看名称：kehu list\n"),
        ("../../etc/passwd", "错误：没有名为“../../etc/passwd”的客户\n  下一步：查看全部客户：kehu list\n"),
    ] {
        book.args(["show", name]).stderr(want).exits(2);
    }
    book.english()
        .run("show Mueler")
        .stderr("error: no customer is called \"Mueler\"\n  next: did you mean 穆勒机械?\n")
        .exits(2);
}

#[test]
fn a_card_that_cannot_be_read_is_found_by_its_folder() {
    let book = book().card("潜在客户/德国/Kaputt AG", "name = 'Kaputt AG\n");
    let told = "错误：潜在客户/德国/Kaputt AG/card.toml:1:";
    for name in ["Kaputt AG", "kaputt", "潜在客户/德国/Kaputt AG"] {
        book.args(["show", name]).remarks(&[told, "kehu lint \"潜在客户/德国/Kaputt AG\""]).exits(2);
    }
    for name in ["mlsb", "muleshebei", "德国 穆勒"] {
        let book = Book::on("2026-11-23").card("潜在客户/Germany/穆勒设备", "x = = 1\n");
        book.args(["show", name]).remarks(&["错误：潜在客户/Germany/穆勒设备/card.toml:1:"]).exits(2);
    }
    // it may be the one that was meant: its name could not be looked at
    book.run("show Unbekannt").remarks(&[told, "没有名为“Unbekannt”的客户"]).exits(2);
    assert_eq!(found(&book, "DE-0007"), "国外客户/德国/Müller");
}

#[test]
fn no_name_and_nobody_to_ask() {
    let book = book();
    for command in ["show", "log", "quote", "sample", "edit"] {
        book.run(command).stderr("错误：缺少 客户，且没有终端可供询问\n  下一步：请在命令行给出：客户 …\n").exits(2);
    }
    book.english()
        .run("show")
        .stderr(
            "error: NAME is missing, and there is no terminal to ask at\n  next: give it on the command line: NAME …\n",
        )
        .exits(2);
}

#[test]
fn a_command_that_is_shown_to_be_copied_runs_nothing_of_a_folder_name() {
    let folder = "国外客户/越南/a'b$(id)`id`";
    let book = Book::on("2026-11-23").card(folder, "name = Acme\n");
    book.run("lint").says(&["kehu edit '国外客户/越南/a'\\''b$(id)`id`'\n"]).any_stderr().exits(1);
}
