//! Questions at a terminal: a pseudo-terminal with somebody typing into it.
#![cfg(unix)]
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
use common::terminal::{Terminal, at_terminal};
use kehu::views::text::width;
use std::process::Command;

const UP: &str = "\u{1b}[A";
const DOWN: &str = "\u{1b}[B";
const LEFT: &str = "\u{1b}[D";
const BACKSPACE: &str = "\u{7f}";
const CTRL_A: &str = "\u{1}";
const CTRL_C: &str = "\u{3}";
const CTRL_D: &str = "\u{4}";
const CTRL_N: &str = "\u{e}";
const CTRL_P: &str = "\u{10}";
const CTRL_U: &str = "\u{15}";
const ESCAPE: &str = "\u{1b}";

fn contents(book: &Book) -> Vec<(String, Vec<u8>)> {
    book.files().into_iter().map(|file| (file.clone(), std::fs::read(book.path(&file)).unwrap())).collect()
}

const ACME: &str = "name = 'Acme GmbH'\nowner = '张伟'\n";

#[test]
fn add_asks_for_everything_and_chinese_arrives_as_it_was_edited() {
    let book = Book::on("2026-11-23");
    let mut terminal = at_terminal(&book, &["add"]);
    // 德国穆勒公司 → two characters taken back, 集团 typed, an X put before the last of them
    terminal
        .sees("名称：")
        .types("德国穆勒公司")
        .types(BACKSPACE)
        .types(BACKSPACE)
        .types("集团")
        .types(LEFT)
        .types("X\r");
    terminal.answers("国家：", "德囯");
    terminal.sees("没有国家“德囯”").answers("国家：", "德国");
    terminal
        .answers("联系人（可不填）：", "王小姐")
        .answers("邮箱（可不填）：", "info@mueller.example")
        .answers("电话（可不填）：", "");
    // a mark before what is there already
    terminal.sees("来源（可不填）：").types("交会").types(CTRL_A).types("广\r");
    terminal.answers("负责人（可不填）：", "张伟");
    assert_eq!(terminal.ends(), Some(0), "{}", terminal.shown);
    assert!(terminal.shown.contains("已新增 潜在客户/德国/德国穆勒集X团/card.toml"), "{}", terminal.shown);
    let card = book.text("潜在客户/德国/德国穆勒集X团/card.toml");
    for line in [
        "\nname = \"德国穆勒集X团\" ",
        "\nname = \"王小姐\" ",
        "\nemail = \"info@mueller.example\" ",
        "\n# phone = \"\" ",
        "\nsource = \"广交会\" ",
        "\nowner = \"张伟\" ",
    ] {
        assert!(card.contains(line), "{line:?}\n{card}");
    }
}

#[test]
fn add_asks_again_for_a_name_that_no_folder_can_have() {
    let book = Book::on("2026-11-23").english();
    let mut terminal = at_terminal(&book, &["add", "--country", "DE", "--owner", "Li"]);
    terminal.answers("Name: ", "..").sees("is no name for a company").answers("Name: ", "").answers("Name: ", "Acme");
    for prompt in ["Contact (optional): ", "E-mail (optional): ", "Phone (optional): ", "Source (optional): "] {
        terminal.answers(prompt, "");
    }
    assert_eq!(terminal.ends(), Some(0), "{}", terminal.shown);
    assert_eq!(book.files(), ["kehu.toml", "潜在客户/Germany/Acme/card.toml"]);
}

#[test]
fn nothing_is_asked_where_flags_say_it_all() {
    let book = Book::on("2026-11-23");
    let mut terminal = at_terminal(&book, &["add", "--name", "Acme", "--country", "德国"]);
    assert_eq!(terminal.ends(), Some(0));
    assert!(!terminal.shown.contains("可不填"), "{}", terminal.shown);
}

#[test]
fn a_likely_duplicate_may_be_added_all_the_same() {
    for (word, files) in [("是", 3), ("否", 2)] {
        let book = Book::on("2026-11-23").card("国外客户/德国/Müller", "name = 'Müller Maschinenbau GmbH'\n");
        let mut terminal = at_terminal(&book, &["add", "--name", "Mueller Maschinenbau", "--country", "德国"]);
        terminal.sees("可能已有此客户：国外客户/德国/Müller").answers("仍要新增？［是/否］：", "也许");
        terminal.sees("请回答 是 或 否").answers("仍要新增？［是/否］：", word);
        assert_eq!(terminal.ends(), Some(if files == 3 { 0 } else { 1 }), "{}", terminal.shown);
        assert_eq!(book.files().len(), files, "{word}");
    }
}

#[test]
fn while_a_question_stands_open_others_may_write() {
    let book = Book::on("2026-11-23").card("国外客户/德国/Müller", "name = 'Müller Maschinenbau GmbH'\n");
    let mut terminal = at_terminal(&book, &["add", "--name", "Mueller Maschinenbau", "--country", "德国"]);
    terminal.sees("仍要新增？［是/否］：");
    book.run("log Müller x -k call -q");
    book.run("add --name 'Mueller Maschinenbau' --country 德国 --yes -q");
    terminal.types("是\r");
    assert_eq!(terminal.ends(), Some(1), "somebody else was faster: {}", terminal.shown);
    assert!(terminal.shown.contains("该客户已有卡片"), "{}", terminal.shown);
}

#[test]
fn log_without_arguments_asks_for_all_it_needs() {
    let book =
        Book::on("2026-11-23").card("潜在客户/德国/Acme", ACME).card("潜在客户/法国/Dupont", "name = 'Dupont'\n");
    let mut terminal = at_terminal(&book, &["log"]);
    terminal.answers("客户：", "zzz").sees("没有名为“zzz”的客户").answers("客户：", "acme");
    // down to the fifth kind: a visit
    terminal.sees("跟进方式").sees("> 询盘");
    for kind in ["> 电话", "> 邮件", "> 即时消息", "> 拜访"] {
        terminal.types(DOWN).sees(kind);
    }
    terminal.types("\r");
    terminal.answers("沟通内容：", "看了样品").answers("是否有实效？是/否（可不填）：", "可能");
    terminal.sees("请写 是 或 否").answers("是否有实效？是/否（可不填）：", "是");
    terminal
        .answers("下次跟进，如 周五、3d、2026-12-01（可不填）：", "下月")
        .sees("不是日期")
        .answers("（可不填）：", "周五");
    assert_eq!(terminal.ends(), Some(0), "{}", terminal.shown);
    let added = "\n[[followup]]\ndate = 2026-11-23\nkind = \"visit\"\nsummary = \"看了样品\"\neffective = true\nnext = 2026-11-27\n";
    assert_eq!(book.text("潜在客户/德国/Acme/card.toml"), format!("{ACME}{added}"));
}

/// Two customers whose rows in a menu have more bytes than the terminal has columns, but fit.
fn twins() -> Book {
    let name = |last| format!("一家名字非常非常长的德国搬运设备有限公司{last}");
    let card = |last| format!("name = '{}'\n", name(last));
    Book::on("2026-11-23")
        .card(&format!("潜在客户/德国/{}", name('甲')), &card('甲'))
        .card(&format!("潜在客户/德国/{}", name('乙')), &card('乙'))
}

#[test]
fn an_ambiguous_name_is_picked_from_a_list() {
    let book = twins();
    let mut terminal = at_terminal(&book, &["show", "搬运", "--color", "never"]);
    // by code points 乙 comes first
    terminal.sees("是哪一个？搬运").sees("> 一家名字非常非常长的德国搬运设备有限公司乙  潜在客户/德国");
    for (key, last) in [(DOWN, '甲'), (UP, '乙'), (DOWN, '甲')] {
        terminal.types(key).sees(&format!("> 一家名字非常非常长的德国搬运设备有限公司{last}"));
    }
    terminal.types("\r");
    assert_eq!(terminal.ends(), Some(0), "{}", terminal.shown);
    assert!(
        terminal.shown.contains("→ 一家名字非常非常长的德国搬运设备有限公司甲  潜在客户/德国\r\n"),
        "{}",
        terminal.shown
    );
    assert!(terminal.shown.contains("司甲  潜在客户/德国/一家"), "{}", terminal.shown);
    // two rows are two lines to go back over, however many bytes they have
    assert!(!terminal.shown.contains("\u{1b}[3A"), "{}", terminal.shown.escape_debug());
}

#[test]
fn leaving_a_list_writes_nothing() {
    for key in [CTRL_C, CTRL_D, ESCAPE] {
        for args in [&["log", "搬运", "x"][..], &["log"]] {
            let book = twins();
            let before = contents(&book);
            let mut terminal = at_terminal(&book, args);
            terminal.sees("> 一家").types(key);
            assert_eq!(terminal.ends(), Some(1), "{}", terminal.shown);
            // right below the question: the list is cleared away
            let end = terminal.shown.rsplit("\u{1b}[K").next().unwrap();
            let end = end.replace("\u{1b}[1;31m", "").replace("\u{1b}[0m", "");
            assert!(
                end.contains("错误：已取消，未写入任何内容\r\n") && !end.contains("一家"),
                "{}",
                end.escape_debug()
            );
            assert_eq!(contents(&book), before);
        }
    }
}

const MULLER: &str = "name = 'Müller GmbH'\nshort_name = '穆勒机械'\n[[contact]]\nname = '王小姐'\n";

fn book() -> Book {
    Book::on("2026-11-23")
        .card("国外客户/德国/Müller", MULLER)
        .card("国外客户/荷兰/Molenaar", "name = 'Molenaar BV'\nshort_name = '穆尔工业'\n")
        .card("潜在客户/德国/Acme", ACME)
}

#[test]
fn the_list_narrows_with_every_key() {
    let book = book();
    let mut terminal = at_terminal(&book, &["show", "--format", "json", "--color", "never"]);
    terminal.sees("客户：").sees("> Acme GmbH  潜在客户/德国/Acme").sees("穆勒机械").sees("穆尔工业");
    terminal.types("穆勒").sees("客户：穆勒\r\n> 穆勒机械  国外客户/德国/Müller\u{1b}");
    // one character is taken back, not one byte of it
    terminal.types(BACKSPACE).sees("客户：穆\r\n> 穆勒机械").sees("穆尔工业");
    terminal.types(BACKSPACE).types("mulej").sees("客户：mulej\r\n> 穆勒机械");
    terminal.types(CTRL_U).types("megy").sees("客户：megy\r\n> 穆尔工业");
    terminal.types(CTRL_U).types("wxj").sees("> 穆勒机械  国外客户/德国/Müller  王小姐\u{1b}");
    terminal.types(CTRL_U).types("荷兰").sees("客户：荷兰\r\n> 穆尔工业");
    terminal.types(CTRL_U).types("zzz").sees("没有符合的客户");
    terminal.types(CTRL_U).types("mlr").sees("客户：mlr\r\n> 穆勒机械  国外客户/德国/Müller\r").types("\r");
    assert_eq!(terminal.ends(), Some(0), "{}", terminal.shown);
    assert!(terminal.shown.contains("→ 穆勒机械  国外客户/德国/Müller\r\n{"), "{}", terminal.shown);
}

#[test]
fn what_was_typed_stands_out_in_the_list() {
    let book = book();
    let mut terminal = at_terminal(&book, &["show"]);
    terminal.sees("> Acme").types("mule").sees("> \u{1b}[1;33m穆勒\u{1b}[0m机械");
    terminal.types(CTRL_U).types("动").sees("没有符合的客户").types(CTRL_U).types("muller");
    terminal.sees("> 穆勒机械  \u{1b}[2m国外客户/德国/\u{1b}[0m\u{1b}[1;33mMüller\u{1b}[0m").types(ESCAPE);
    assert_eq!(terminal.ends(), Some(1), "{}", terminal.shown);
}

fn many() -> Book {
    let firm = |n| format!("潜在客户/德国/一家名字长的德国搬运设备有限公司 {n:03}");
    (0..300).fold(Book::on("2026-11-23"), |book, n| book.card(&firm(n), ""))
}

#[test]
fn a_long_list_is_walked_with_the_arrows() {
    let book = many();
    let mut terminal = at_terminal(&book, &["show", "搬运", "--format", "json", "--color", "never"]);
    terminal.sees("公司 009").sees("另有 290 个");
    for (key, mark) in [(DOWN, "001"), (CTRL_N, "002"), (UP, "001"), (CTRL_P, "000"), (UP, "000")] {
        terminal.types(key).sees(&format!("> 一家名字长的德国搬运设备有限公司 {mark}"));
    }
    for n in 1..=12 {
        terminal.types(DOWN).sees(&format!("> 一家名字长的德国搬运设备有限公司 {n:03}"));
    }
    terminal.sees("另有 287 个").types("\r");
    assert_eq!(terminal.ends(), Some(0), "{}", terminal.shown);
    assert!(terminal.shown.contains("→ 一家名字长的德国搬运设备有限公司 012  潜在客户/德国\r\n"), "{}", terminal.shown);
}

#[test]
fn a_small_terminal_gets_a_small_list() {
    let book = many();
    let mut command = book.command();
    command.args(["show", "--color", "never"]);
    let mut terminal = Terminal::start(&command, 40, 10);
    terminal
        .sees("客户：")
        .sees("公司 006")
        .sees("另有 293 个")
        .types("搬运")
        .sees("客户：搬运\r\n")
        .sees("另有 293 个");
    for line in terminal.shown.replace('\u{1b}', "\n").lines().filter(|line| line.starts_with(['>', ' '])) {
        assert!(line.ends_with(['…', '个']) && width(line) < 40, "{line:?}");
    }
    terminal.types(CTRL_C);
    assert_eq!(terminal.ends(), Some(1), "{}", terminal.shown);
}

#[test]
fn the_list_is_no_part_of_the_answer() {
    let book = book();
    let asked = book.command();
    let mut command = Command::new("sh");
    command.args(["-c", "exec \"$0\" show --format json > answer"]).arg(asked.get_program());
    command.current_dir(book.path("")).envs(asked.get_envs().filter_map(|(name, value)| Some((name, value?))));
    let mut terminal = Terminal::start(&command, 80, 24);
    terminal.sees("> Acme").types("molen").sees("molen\r\n").types("\r");
    assert_eq!(terminal.ends(), Some(0), "{}", terminal.shown);
    let row: serde_json::Value = serde_json::from_str(&book.text("answer")).unwrap();
    assert_eq!(row["path"], "国外客户/荷兰/Molenaar");
}

#[test]
fn leaving_a_prompt_writes_nothing() {
    for key in [CTRL_C, CTRL_D] {
        let book = Book::on("2026-11-23");
        let before = contents(&book);
        let mut terminal = at_terminal(&book, &["add"]);
        terminal.answers("名称：", "Acme").answers("国家：", "德国").sees("联系人（可不填）：").types(key);
        assert_eq!(terminal.ends(), Some(1), "{}", terminal.shown);
        assert!(terminal.shown.contains("已取消，未写入任何内容"), "{}", terminal.shown);
        assert_eq!(contents(&book), before);
        assert!(!book.path(".kehu").exists(), "nor is a lock left");
    }
}

#[test]
fn a_quote_may_be_dictated() {
    let book = Book::on("2026-11-23").card("潜在客户/德国/Acme", ACME);
    let mut terminal = at_terminal(&book, &["quote", "Acme"]);
    terminal.answers("报价单号：", "Q-1").answers("明细 1：品名;数量[单位];单价：", "叉车").sees("应为 品名;数量;单价");
    terminal
        .answers("明细 1：品名;数量[单位];单价：", "叉车；40台；185.00")
        .answers("明细 2：品名;数量[单位];单价（可不填）：", "");
    terminal.answers("币种，如 USD：", "taler").sees("不是币种").answers("币种，如 USD：", "美元");
    terminal
        .answers("贸易术语和地点，如 FOB Ningbo（可不填）：", "FOB Ningbo")
        .answers("有效期至，如 30d、2026-12-31（可不填）：", "30d");
    assert_eq!(terminal.ends(), Some(0), "{}", terminal.shown);
    let card = book.text("潜在客户/德国/Acme/card.toml");
    assert!(card.starts_with(ACME) && card.contains("number = \"Q-1\"\ndate = 2026-11-23\ncurrency = \"USD\"\nterms = \"FOB Ningbo\"\nvalid_until = 2026-12-23\n"), "{card}");
    assert!(card.contains("{ product = \"叉车\", quantity = 40, unit = \"台\", unit_price = \"185.00\" }"), "{card}");
}

#[test]
fn an_order_may_be_dictated_and_a_taken_number_is_told_first() {
    let book = Book::on("2026-11-23").card("潜在客户/德国/Acme", ACME);
    let mut terminal = at_terminal(&book, &["order", "Acme"]);
    terminal.answers("订单号：", "PI-1").answers("明细 1：品名;数量[单位];单价：", "叉车；40台；185.00；5%");
    terminal.answers("明细 2：品名;数量[单位];单价（可不填）：", "").answers("币种，如 USD：", "美元");
    terminal.answers("贸易术语和地点，如 FOB Ningbo（可不填）：", "").answers("定金比例，如 30%（可不填）：", "130%");
    terminal.sees("不是比例").answers("定金比例，如 30%（可不填）：", "30%");
    terminal.sees("余款方式，如").answers("（可不填）：", "信用证").answers("自提单日起的天数（可不填）：", "");
    terminal.sees("已登记订单 PI-1，USD 7,030.00；定金 USD 2,109.00 待收，余款 USD 4,921.00 提单日后 21 天到期");
    assert_eq!(terminal.ends(), Some(0), "{}", terminal.shown);
    let card = book.text("潜在客户/德国/Acme/card.toml");
    assert!(card.contains("pay = { deposit = \"0.30\", balance = \"lc\" }\nitems = [{"), "{card}");
    let mut terminal = at_terminal(&book, &["order", "Acme"]);
    terminal.answers("订单号：", "pi-1").sees("该客户已有订单 PI-1");
    assert_eq!(terminal.ends(), Some(1), "{}", terminal.shown);
}

const TWO_ORDERS: &str = "name = 'Acme'
[[order]]
number = 'PI-1'
date = 2026-10-01
currency = 'USD'
amount = 100
status = 'cancelled'
[[order]]
number = 'PI-2'
date = 2026-10-01
currency = 'USD'
amount = 200
pay = { balance = 'bl_copy' }
[[order]]
number = 'PI-3'
date = 2026-10-01
currency = 'EUR'
amount = 300
pay = { balance = 'bl_copy' }
";

#[test]
fn the_order_that_leaves_is_picked_from_those_that_can() {
    let book = Book::on("2026-11-23").card("国外客户/德国/Acme", TWO_ORDERS);
    let mut terminal = at_terminal(&book, &["ship", "Acme"]);
    terminal
        .sees("出运哪张订单？")
        .sees("> PI-2  未出运 USD 200.00")
        .types(DOWN)
        .sees("> PI-3  未出运 EUR 300.00")
        .types("\r");
    terminal.sees("PI-3 已登记出运 EUR 300.00");
    assert_eq!(terminal.ends(), Some(0), "{}", terminal.shown);
}

#[test]
fn a_payment_asks_for_what_nobody_can_know() {
    let book = Book::on("2026-11-23").card("国外客户/德国/Acme", TWO_ORDERS);
    let mut terminal = at_terminal(&book, &["pay", "Acme"]);
    terminal.answers("金额，如 USD 30000：", "五百").sees("不是普通数字").answers("金额，如 USD 30000：", "150");
    terminal.answers("对应的订单号（可不填）：", "PI-9").sees("该客户没有订单 PI-9").answers("（可不填）：", "");
    terminal.answers("币种，如 USD：", "XXX").sees("不是币种").answers("币种，如 USD：", "eur");
    terminal.sees("已登记收款 EUR 150.00；抵 PI-3 EUR 150.00（未收 EUR 150.00）");
    assert_eq!(terminal.ends(), Some(0), "{}", terminal.shown);
}

#[test]
fn a_doubt_may_be_allayed_and_others_may_write_while_it_stands() {
    for (word, exit) in [("是", 0), ("否", 1)] {
        let book = Book::on("2026-11-23").card("国外客户/德国/Acme", TWO_ORDERS);
        let mut terminal = at_terminal(&book, &["ship", "Acme", "PI-2", "--amount", "250"]);
        terminal.sees("订单 PI-2 金额 USD 200.00，本次出运后将超出 USD 50.00").sees("仍要登记？［是/否］：");
        book.run("log Acme x -k call -q");
        terminal.types(word).types("\r");
        assert_eq!(terminal.ends(), Some(exit), "{}", terminal.shown);
        let card = book.text("国外客户/德国/Acme/card.toml");
        assert_eq!(card.contains("amount = 250"), exit == 0, "{card}");
        assert!(card.contains("summary = \"x\""), "{card}");
    }
}

#[test]
fn a_doubt_that_nobody_was_asked_about_stops_the_write() {
    let book = Book::on("2026-11-23").card("国外客户/德国/Acme", TWO_ORDERS);
    let mut terminal = at_terminal(&book, &["ship", "Acme", "PI-2", "--amount", "250"]);
    terminal.sees("仍要登记？［是/否］：");
    book.run("ship Acme PI-2 --amount 100 -q");
    let before = contents(&book);
    terminal.types("是\r").sees("卡片刚被他人修改：订单 PI-2 金额 USD 200.00，本次出运后将超出 USD 150.00");
    assert_eq!(terminal.ends(), Some(1), "{}", terminal.shown);
    assert_eq!(contents(&book), before);
}

#[test]
fn what_a_terminal_would_obey_is_harmless_in_a_list_too() {
    let evil = "name = \"Evil\\u001B]0;pwned\\u0007 \\u202E\"\n";
    let book = Book::on("2026-11-23").card("潜在客户/德国/A", evil).card("潜在客户/德国/B", evil);
    let mut terminal = at_terminal(&book, &["show", "evil", "--color", "never"]);
    terminal.sees("> Evil␛]0;pwned␇ <U+202E>").types("\r");
    assert_eq!(terminal.ends(), Some(0));
    assert!(
        !terminal.shown.contains("\u{1b}]0;") && !terminal.shown.contains('\u{202e}'),
        "{}",
        terminal.shown.escape_debug()
    );
    // the card as it stands is no exception
    let book = book.card("潜在客户/德国/C", "# \u{202e}\nname = 'C'\n");
    let mut terminal = at_terminal(&book, &["show", "C", "--format", "toml"]);
    assert_eq!(terminal.ends(), Some(0));
    assert!(terminal.shown.contains("# \\u202E\r\nname = 'C'"), "{}", terminal.shown.escape_debug());
}

#[test]
fn what_is_asked_about_is_shown_before_the_question() {
    let book = Book::on("2026-11-23").card("国外客户/德国/Acme", ACME);
    let mut terminal = at_terminal(&book, &["set", "--where", "owner:张", "owner=王芳"]);
    terminal.sees("+owner = \"王芳\"").sees("是否修改这 1 张卡片？［是/否］：").types("是\r");
    assert_eq!(terminal.ends(), Some(0), "{}", terminal.shown);
    assert!(book.text("国外客户/德国/Acme/card.toml").contains("王芳"));
}

#[test]
fn import_asks_what_becomes_of_a_likely_duplicate() {
    let book = || {
        let card = "id = 'deacme0001'\nname = 'Acme GmbH'\nemail = 'office@acme.example'\n";
        let list = "name,country,e-mail\nACME Ltd.,GB,x@acme.example\n";
        Book::on("2026-11-23").card("国外客户/德国/Acme GmbH", card).file("c.csv", list)
    };
    let cards = |book: &Book| book.files().into_iter().filter(|file| file.ends_with("card.toml")).count();
    // held back, as without a terminal; a card of its own; left out; the card that is there updated
    for (downs, code, count, said) in
        [(0, 1, 1, "1 待定"), (1, 0, 2, "已新增 1 个客户"), (2, 0, 1, "1 未变"), (3, 0, 1, "1 已修改")]
    {
        let book = book();
        let mut terminal = at_terminal(&book, &["import", "customers", "c.csv"]);
        terminal.sees("可能已有此客户：国外客户/德国/Acme GmbH").sees("如何处理？").sees("更新");
        for word in ["新建", "跳过", "更新"].iter().take(downs) {
            terminal.types(DOWN).sees(&format!("> {word}"));
        }
        terminal.types("\r");
        if downs == 3 {
            terminal.sees("ACME Ltd.").answers("是否修改这 1 条记录？", "y");
        }
        assert_eq!(terminal.ends(), Some(code), "{}", terminal.shown);
        assert!(terminal.shown.contains(said), "{said}: {}", terminal.shown);
        assert_eq!(cards(&book), count);
    }
    let book = book();
    let before = contents(&book);
    let mut terminal = at_terminal(&book, &["import", "customers", "c.csv"]);
    terminal.sees("如何处理？").sees("更新").types(CTRL_C);
    assert_ne!(terminal.ends(), Some(0), "{}", terminal.shown);
    assert_eq!(contents(&book), before);
}

#[test]
fn a_workbook_is_not_thrown_at_a_terminal_and_a_sheet_is_not_asked_for() {
    let book = book().english();
    let mut terminal = at_terminal(&book, &["export", "xlsx"]);
    terminal.sees("where to? -o is missing").sees("name a file, as -o customers.xlsx");
    assert_eq!(terminal.ends(), Some(2), "{}", terminal.shown);
    assert!(!terminal.shown.contains("PK"), "{}", terminal.shown);
    book.run("export xlsx -o all.xlsx -q");
    let before = contents(&book);
    for (arguments, says) in [
        (&["import", "customers", "all.xlsx", "--sheet", "none"][..], "it has these: customers, orders, payments"),
        (&["import", "payments", "all.xlsx", "--sheet", "due"], "no column gives the date"),
    ] {
        let mut terminal = at_terminal(&book, arguments);
        terminal.sees(says);
        assert_eq!(terminal.ends(), Some(2), "{}", terminal.shown);
    }
    assert_eq!(contents(&book), before);
}
