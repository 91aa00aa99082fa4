//! `alert`, as its users meet it: reported, directed, acted on, closed.

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

const PEOPLE: &str = "language = 'zh-CN'\n\
    [[person]]\nname = '李娜'\nroles = ['salesperson']\nreports_to = '王芳'\n\
    [[person]]\nname = '王芳'\nroles = ['sales_manager']\n\
    [[person]]\nname = '蒋文博'\nroles = ['president']\n\
    [[person]]\nname = '老周'\nroles = ['sales_manager']\nleft = 2026-06-30\n";
const ACME: &str = "国外客户/德国/Acme/card.toml";

/// One customer with an order, in a firm whose people are listed.
fn firm(more: &str) -> Book {
    let card = format!(
        "id = 'k7f3m2q9xz'\nname = 'Acme'\n\n[[order]]\nnumber = 'PI-1'\ndate = 2026-10-01\ncurrency = 'USD'\namount = 5000\n{more}"
    );
    Book::on("2026-11-23").file("kehu.toml", PEOPLE).file(ACME, &card)
}

#[test]
fn a_report_goes_from_the_reporter_to_the_end() {
    let book = firm("");
    let before = book.text(ACME);
    book.run("紧急报告 上报 Acme --kind 延期支付 --summary '余款到期未付 # 电话不接' --amount 'USD 3153.60' --order pi-1 --source 银行 --as 李娜")
        .stderr(
            "国外客户/德国/Acme：紧急报告 AL-64V4G2，报 王芳；批示之前不接新单、不采取对策（第11条）：\
             kehu alert directive \"国外客户/德国/Acme\" AL-64V4G2；\
             请立即催款并登记：kehu log \"国外客户/德国/Acme\" --kind collection\n",
        );
    let filed = "
[[alert]]
id = \"AL-64V4G2\"
date = 2026-11-23
by = \"李娜\"
kind = \"deferred\"
amount = \"3153.60\"
currency = \"USD\"
order = \"PI-1\"
summary = \"余款到期未付 # 电话不接\"
source = \"银行\"
reported_to = \"王芳\"
";
    assert_eq!(book.text(ACME), format!("{before}{filed}"));
    book.run("alert directive Acme --text 不付清不放单 --as 王芳").stderr(
        "国外客户/德国/Acme：AL-64V4G2 已批示；对新订单：仅限现款；\
         请落实对策并登记：kehu alert measure \"国外客户/德国/Acme\" AL-64V4G2\n",
    );
    book.run("alert measure Acme al-64v4g2 --kind 发货限制 --note 正本暂扣")
        .stderr("国外客户/德国/Acme：AL-64V4G2 已登记 2026-11-23 的对策“发货限制”\n");
    book.run("alert measure Acme --kind deposit").any_stderr();
    book.run("alert close Acme --outcome 已收回 --yes")
        .remarks(&["国外客户/德国/Acme：紧急报告 AL-64V4G2 已于 2026-11-23 结案（已收回）\n"]);
    let rest = "\
directive = { date = 2026-11-23, by = \"王芳\", text = \"不付清不放单\", effect = \"cash_only\" }
measures = [{ date = 2026-11-23, kind = \"limit_shipment\", note = \"正本暂扣\" }, { date = 2026-11-23, kind = \"deposit\" }]
closed = 2026-11-23
outcome = \"paid\"
";
    assert_eq!(book.text(ACME), format!("{before}{filed}{rest}"));
    let found = book.run("lint --format json").any_stderr().exits(1).json();
    for code in ["measure-before-directive", "directive-by-reporter", "alert-without-amount"] {
        assert!(!found.to_string().contains(code), "{code}: {found}");
    }
}

#[test]
fn in_english_too_and_the_superior_is_named() {
    let book = firm("").english();
    book.run("alert add Acme -k credit_change -s 'rating cut' --by 王芳 --date 2026-11-20 --as 李娜").stderr(
        "国外客户/德国/Acme: urgent report AL-NVBY2V to 蒋文博; no new orders and no countermeasures until the directive \
         (第11条): kehu alert directive \"国外客户/德国/Acme\" AL-NVBY2V\n",
    );
    book.run("alert directive Acme --text 'watch it' --effect refused --as 蒋文博 --date 2026-11-21").stderr(
        "国外客户/德国/Acme: directive on AL-NVBY2V noted; new orders: refused; \
         act on it and note it: kehu alert measure \"国外客户/德国/Acme\" AL-NVBY2V\n",
    );
    book.run("alert").says(&["AL-NVBY2V", "2026-11-20", "directed", "refused", "蒋文博", "rating cut"]);
    book.run("due --kind alert --format json").says(&["\"due\":\"2026-11-21\"", "to be done as directed: watch it"]);
    book.run("alert close Acme -o resolved")
        .stderr("国外客户/德国/Acme: urgent report AL-NVBY2V closed on 2026-11-23, resolved\n");
    book.run("alert").stderr("no urgent report is open\n");
    book.run("due --kind alert").stderr("nothing is due\n");
}

#[test]
fn the_list_is_the_same_for_programs() {
    let book = firm(
        "[[alert]]\nid = 'AL-1'\ndate = 2026-11-10\nby = '李娜'\nkind = 'dishonoured'\namount = '5'\ncurrency = 'rmb'\nsummary = 'x'\nreported_to = '王芳'\n\
         [[alert]]\nid = 'AL-2'\ndate = 2026-11-01\nkind = 'other'\nsummary = 'y'\nclosed = 2026-11-03\noutcome = 'paid'\n\
         [[alert]]\nid = 'AL-3'\ndate = 2026-12-01\nkind = 'other'\nsummary = 'z'\n",
    );
    let rows = book.run("alert --format json").json();
    assert_eq!(rows.as_array().unwrap().len(), 1);
    let row = &rows[0];
    for (key, want) in [
        ("path", "国外客户/德国/Acme"),
        ("id", "k7f3m2q9xz"),
        ("alert", "AL-1"),
        ("kind", "dishonoured"),
        ("currency", "CNY"),
        ("state", "reported"),
        ("effect", "refused"),
        ("reported_to", "王芳"),
    ] {
        assert_eq!(row[key], want, "{key}");
    }
    assert_eq!(row["days_open"], 13);
    assert!(row["directed"].is_null() && row["closed"].is_null() && row["outcome"].is_null() && row["order"].is_null());
    let all = book.run("alert --all --format jsonl").text();
    assert_eq!(all.lines().count(), 2, "what is to come is not there yet");
    assert!(all.contains("\"days_open\":2,\"closed\":\"2026-11-03\",\"outcome\":\"paid\""), "{all}");
    book.run("alert --all --format ids").stdout("国外客户/德国/Acme\n");
    book.run("schema alert").says(&["\"days_open\"", "\"reported_to\""]);
    let empty = Book::on("2026-11-23");
    empty.run("alert --format json").stdout("[]\n");
    empty.run("alert").stderr("没有未结案的紧急报告\n");
}

#[test]
fn the_same_said_twice_is_two_reports() {
    let book = firm("");
    for id in ["AL-WP1TR3", "AL-WP1TR3-2"] {
        book.run("alert add Acme -k other -s x --as 李娜").remarks(&[&format!("紧急报告 {id}，")]);
    }
}

#[test]
fn values_that_do_not_fit_are_refused_before_anything_is_written() {
    let book = firm("[[alert]]\nid = 'AL-1'\ndate = 2026-11-10\nby = '李娜'\nkind = 'other'\nsummary = 'x'\n");
    let before = book.text(ACME);
    let again = "\n  下一步：未写入任何内容，请改正后重试\n";
    for (options, want) in [
        ("--as 李娜 --date 明天", "错误：日期：2026-11-24 还没到"),
        ("--as 李娜 --date 2026-02-30", "错误：日期：“2026-02-30”不是日期；可写 2026-11-23、11-23、今天、周五、3d、2w"),
        ("--as 李娜 --amount 'USD -5'", "错误：金额 -5 必须大于零"),
        ("--as 李娜 --amount 1,000", "错误：金额：“1,000”不是普通数字；请只写数字，例如 1187.00，不带逗号和单位"),
    ] {
        book.run(&format!("alert add Acme -k other -s x {options}")).stderr(&format!("{want}{again}")).exits(2);
    }
    book.run("alert add Acme -k other -s x --as 李娜 --order PI-9")
        .stderr("错误：该客户没有订单 PI-9\n  下一步：已有订单：PI-1\n")
        .exits(2);
    book.run("alert add Acme -k other --as 李娜")
        .stderr("错误：缺少 --summary，且没有终端可供询问\n  下一步：请在命令行给出：--summary …\n")
        .exits(2);
    book.run("alert add Acme -k other -s x --as 老周")
        .stderr("错误：老周 在 2026-11-23 不在职\n  下一步：请换在职人员，或核对 kehu.toml 中的 since、left\n")
        .exits(1);
    book.run("alert directive Acme AL-1 --text x --as 王芳 --date 明天")
        .stderr(&format!("错误：日期：2026-11-24 还没到{again}"))
        .exits(2);
    book.run("alert directive Acme --as 王芳")
        .stderr("错误：缺少 --text，且没有终端可供询问\n  下一步：请在命令行给出：--text …\n")
        .exits(2);
    book.run("alert directive Acme --text x --as 王芳 --effect 罚款").remarks(&["“罚款”不在以下之列"]).exits(2);
    book.run("alert close Acme --outcome gone").remarks(&["“gone”不在以下之列"]).exits(2);
    assert_eq!(book.text(ACME), before);
}

#[test]
fn a_dry_run_shows_the_difference_and_writes_nothing() {
    let book = firm("[[alert]]\nid = 'AL-1'\ndate = 2026-11-10\nby = '李娜'\nkind = 'other' # 急\nsummary = 'x'\n");
    let before = book.text(ACME);
    book.run("alert directive Acme --text '先停 \"全部\"' --as 王芳 --effect 不可接 --dry-run").says(&[
        "+directive = { date = 2026-11-23, by = \"王芳\", text = \"先停 \\\"全部\\\"\", effect = \"refused\" }",
    ]);
    book.run("alert add Acme -k other -s y --as 李娜 --dry-run").says(&["+[[alert]]", "+reported_to = \"王芳\""]);
    assert_eq!(book.text(ACME), before);
}

#[test]
fn records_kept_in_brackets_go_on_in_brackets() {
    let book = firm("").file(
        ACME,
        "name = 'Acme'\nalert = [\n  { id = 'AL-1', date = 2026-11-10, by = '李娜', kind = 'other', summary = 'x' },  # 首例\n]\nnote = 'y'\n",
    );
    book.run("alert directive Acme --text z --as 王芳 -q");
    book.run("alert measure Acme -k reduce -q");
    book.run("alert close Acme -o resolved -q");
    assert_eq!(
        book.text(ACME),
        "name = 'Acme'\nalert = [\n  { id = 'AL-1', date = 2026-11-10, by = '李娜', kind = 'other', summary = 'x', \
         directive = { date = 2026-11-23, by = \"王芳\", text = \"z\", effect = \"cash_only\" }, \
         measures = [{ date = 2026-11-23, kind = \"reduce\" }], closed = 2026-11-23, outcome = \"resolved\" },  # 首例\n]\nnote = 'y'\n"
    );
}

#[test]
fn without_people_in_kehu_toml_whoever_is_named_may() {
    let book = Book::on("2026-11-23").file(ACME, "name = 'Acme'\n");
    book.run("alert add Acme -k other -s x").stderr(
        "国外客户/德国/Acme：紧急报告 AL-C1Q1VK；批示之前不接新单、不采取对策（第11条）：\
         kehu alert directive \"国外客户/德国/Acme\" AL-C1Q1VK\n",
    );
    book.run("alert directive Acme --text y --as 老板").remarks(&["AL-C1Q1VK 已批示；"]);
    assert!(book.text(ACME).ends_with(
        "summary = \"x\"\ndirective = { date = 2026-11-23, by = \"老板\", text = \"y\", effect = \"cash_only\" }\n"
    ));
}

#[test]
fn without_people_the_owner_of_the_card_directs_and_without_an_owner_nobody() {
    let book = Book::on("2026-11-23").file(ACME, "name = 'Acme'\nowner = ' 老板 '\n");
    book.run("alert add Acme -k other -s x -q");
    book.run("alert directive Acme --text y").remarks(&["AL-C1Q1VK 已批示；"]);
    assert!(book.text(ACME).contains("directive = { date = 2026-11-23, by = \"老板\", text = \"y\""));
    let book = Book::on("2026-11-23").file(ACME, "name = 'Acme'\n");
    book.run("alert add Acme -k other -s x -q");
    book.run("alert directive Acme --text y")
        .stderr("错误：不知道是谁在操作\n  下一步：请写明：--as 姓名，或设 KEHU_AS\n")
        .exits(2);
}

#[test]
fn more_at_stake_than_the_order_comes_to_is_doubted() {
    let book = firm("");
    let before = book.text(ACME);
    for start in ["alert add Acme -s x", "suspend Acme --reason x"] {
        book.run(&format!("{start} -k other --order PI-1 --amount 'USD 5000.01' --as 李娜"))
            .stderr("错误：涉及金额 USD 5,000.01 超过订单 PI-1 的金额 USD 5,000.00\n  下一步：确认无误时加 --yes\n")
            .exits(1);
    }
    assert_eq!(book.text(ACME), before);
    for fits in ["USD 5000", "EUR 9000"] {
        book.run(&format!("alert add Acme -k other -s {fits:?} --order PI-1 --amount {fits:?} --as 李娜 --dry-run"))
            .says(&["+order = \"PI-1\""]);
    }
    let book = book.english();
    book.run("alert add Acme -k other -s x --order PI-1 --amount 'USD 9000' --as 李娜 --yes")
        .remarks(&["USD 9,000.00 is at stake, but order PI-1 comes to USD 5,000.00\n", "urgent report AL-"]);
    assert!(book.text(ACME).contains("amount = 9000\n"));
}

#[test]
fn what_is_said_to_be_paid_and_is_not_is_doubted() {
    let report = "[[alert]]\nid = 'AL-1'\ndate = 2026-11-10\nby = '李娜'\nkind = 'deferred'\nsummary = 'x'\ncurrency = 'USD'\namount = 3000\n";
    let paid = |amount: &str, date: &str| format!("[[payment]]\ndate = {date}\ncurrency = 'USD'\namount = {amount}\n");
    let named = report.to_owned() + "order = 'PI-1'\n";
    for (more, doubts) in [
        (report.to_owned(), vec!["AL-1 涉及 USD 3,000.00，而 2026-11-10 以来只收到 USD 0.00"]),
        (
            report.to_owned() + &paid("2999", "2026-11-12"),
            vec!["AL-1 涉及 USD 3,000.00，而 2026-11-10 以来只收到 USD 2,999.00"],
        ),
        (report.to_owned() + &paid("3000", "2026-11-12"), vec![]),
        (
            named.clone(),
            vec!["订单 PI-1 还有 USD 5,000.00 未收", "AL-1 涉及 USD 3,000.00，而 2026-11-10 以来只收到 USD 0.00"],
        ),
        (named.clone() + &paid("3000", "2026-11-12"), vec!["订单 PI-1 还有 USD 2,000.00 未收"]),
        // the order is paid, whenever that was
        (named.clone() + &paid("5000", "2026-11-09"), vec![]),
    ] {
        let book = firm(&more);
        if doubts.is_empty() {
            book.run("alert close Acme -o paid")
                .stderr("国外客户/德国/Acme：紧急报告 AL-1 已于 2026-11-23 结案（已收回）\n");
            continue;
        }
        let doubts = doubts.join("；");
        book.run("alert close Acme -o paid")
            .stderr(&format!("错误：{doubts}\n  下一步：确认无误时加 --yes\n"))
            .exits(1);
        assert!(!book.text(ACME).contains("closed"));
        book.run("alert close Acme -o paid --yes").remarks(&[&doubts, "结案（已收回）"]);
        assert!(book.text(ACME).contains("outcome = \"paid\""));
    }
}

#[test]
fn who_is_alone_directs_unreviewed() {
    let alone = "language = 'zh-CN'\n[[person]]\nname = '老板'\nroles = ['president', 'salesperson']\n";
    let book = Book::on("2026-11-23").file(ACME, "name = 'Acme'\n").file("kehu.toml", alone);
    book.run("alert add Acme -k other -s x").hides(&["上级"]).any_stderr();
    book.run("alert directive Acme --text y").remarks(&["已批示（无复核：由报告人自己批示）；"]);
    let found = book.run("lint --format json").any_stderr().json();
    assert!(!found.to_string().contains("directive-by-reporter"), "{found}");
}

#[test]
fn recourse_is_open_where_the_conditions_give_it() {
    let directed = "[[alert]]\nid = 'AL-1'\ndate = 2026-11-10\nby = '李娜'\nkind = 'other'\nsummary = 'x'\n\
                    directive = { date = 2026-11-11, by = '王芳', text = 'y' }\n\
                    [[investigation]]\ndate = 2026-11-01\ncompleted = 2026-11-05\nconditions = ['joint_guarantee']\n";
    let book = firm(directed);
    book.run("alert measure Acme -k recourse -q");
    book.run("alert measure Acme -k accept_collateral").remarks(&["“抵押物还债”须有抵押担保"]).exits(1);
}

#[test]
fn complaints_are_due_until_closed() {
    let book = firm("");
    book.run("log Acme 轮子开裂 --kind complaint --date 2026-11-20 -q");
    book.run("due --kind complaint --format json").says(&["\"kind\":\"complaint\"", "\"days_overdue\":3", "轮子开裂"]);
    book.run("set Acme followup.last.closed=today -q");
    book.run("due --kind complaint").stderr("没有到期事项\n");
}

#[cfg(unix)]
#[test]
fn at_a_terminal_everything_is_asked() {
    use common::terminal::at_terminal;
    let down = "\u{1b}[B";
    let book = firm("");
    let mut terminal = at_terminal(&book, &["alert", "add", "Acme", "--as", "李娜"]);
    terminal.sees("报告类别").types(down).types("\r");
    terminal.answers("发生了什么：", "汇票被退");
    terminal.answers("金额，如 USD 3153.60（第14条）：", "很多").sees("不是普通数字");
    terminal.answers("金额，如 USD 3153.60（第14条）：", "USD 5");
    assert_eq!(terminal.ends(), Some(0), "{}", terminal.shown);
    assert!(
        book.text(ACME).contains("kind = \"dishonoured\"\namount = 5\ncurrency = \"USD\"\nsummary = \"汇票被退\"\n")
    );
    book.run("alert add Acme -k other -s 传闻 --as 李娜 -q");
    // two are open: which one is asked, then what is to be done and what it means
    let mut terminal = at_terminal(&book, &["alert", "directive", "Acme", "--as", "王芳"]);
    terminal.sees("哪份报告").types(down).types("\r");
    terminal.answers("批示内容：", "核实").sees("对新订单").types("\r");
    assert_eq!(terminal.ends(), Some(0), "{}", terminal.shown);
    assert!(book.text(ACME).ends_with("text = \"核实\", effect = \"cash_only\" }\n"), "{}", book.text(ACME));
    // measures that the conditions do not allow are not offered
    let id = book.run("alert --format json").json()[1]["alert"].as_str().unwrap().to_owned();
    let mut terminal = at_terminal(&book, &["alert", "measure", "Acme", &id]);
    terminal.sees("采取的对策").types("\r");
    assert_eq!(terminal.ends(), Some(0), "{}", terminal.shown);
    assert!(!terminal.shown.contains("抵押物还债"), "{}", terminal.shown);
    let mut terminal = at_terminal(&book, &["alert", "close", "Acme", &id]);
    terminal.sees("结果").types(down).types(down).types("\r");
    assert_eq!(terminal.ends(), Some(0), "{}", terminal.shown);
    assert!(book.text(ACME).ends_with("outcome = \"resolved\"\n"));
}
