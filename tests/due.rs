//! `due`, as its users meet it: the clocks, the order, what may be asked for, and how it is written.

#![allow(clippy::unwrap_used, clippy::panic, clippy::indexing_slicing, reason = "a test that cannot go on says so")]

mod common;
#[path = "snapshots/mod.rs"]
mod snapshots;

use std::process::Command;

use common::{Book, KEHU};

const ASKED: &str = "name = 'Acme GmbH'\nowner = '张伟'\ncreated = 2026-11-01\n\n[[followup]]\ndate = 2026-11-18\nkind = 'inquiry'\nsummary = '要 20 台 2.5t'\n";

/// A card that nothing waits for but what a test adds: somebody spoke to the customer today.
fn quiet(name: &str, more: &str) -> String {
    format!(
        "name = '{name}'\nowner = '张伟'\ncreated = 2026-11-01\n{more}\n[[followup]]\ndate = 2026-11-23\nkind = 'other'\nsummary = '记一笔'\n"
    )
}

#[test]
fn an_unanswered_inquiry_is_due_until_it_is_answered() {
    let book = Book::on("2026-11-23").card("潜在客户/德国/Acme", ASKED);
    book.run("due")
        .stdout("逾期  类别      客户       国家  等级  负责人  事项\n4 天  未回询盘  Acme GmbH  德国        张伟    要 20 台 2.5t\n")
        .exits(0);
    book.run("log Acme 已报价 --kind email").any_stderr().exits(0);
    book.run("due").stderr("没有到期事项\n").exits(0);
}

/// One clock: the card's records, the first day on which it is due, the line in Chinese and in English, and the record
/// that stops it.
struct Clock {
    kind: &'static str,
    stage: &'static str,
    records: &'static str,
    due: &'static str,
    zh: &'static str,
    en: &'static str,
    stop: &'static str,
}

const CLOCKS: &[Clock] = &[
    Clock {
        kind: "inquiry",
        stage: "潜在客户",
        // a Friday: the next working day is Monday
        records: "[[followup]]\ndate = 2026-11-20\nkind = 'inquiry'\nsummary = 'wants 20 trucks'\n",
        due: "2026-11-23",
        zh: "今天  未回询盘  Acme  德国        张伟    wants 20 trucks",
        en: "  today  inquiry  Acme      Germany         张伟   wants 20 trucks",
        stop: "[[quote]]\nnumber = 'Q-1'\ndate = 2026-11-20\noutcome = 'won'\n",
    },
    Clock {
        kind: "follow_up",
        stage: "潜在客户",
        records: "[[followup]]\ndate = 2026-11-20\nkind = 'visit'\nsummary = 'saw the plant'\nnext = 2026-11-24\nnext_kind = 'call'\n",
        due: "2026-11-24",
        zh: "今天  待跟进  Acme  德国        张伟    电话：saw the plant",
        en: "  today  follow-up  Acme      Germany         张伟   call: saw the plant",
        stop: "[[followup]]\ndate = 2026-11-22\nkind = 'call'\nsummary = 'called'\n",
    },
    Clock {
        kind: "plan",
        stage: "潜在客户",
        records: "[[plan]]\ndate = 2026-11-25\nplace = 'Hamburg'\npurpose = 'meet the buyer'\n",
        due: "2026-11-25",
        zh: "今天  访问计划  Acme  德国        张伟    Hamburg · meet the buyer",
        en: "  today  visit  Acme      Germany         张伟   Hamburg · meet the buyer",
        stop: "[[followup]]\ndate = 2026-11-25\nkind = 'visit'\nsummary = 'went'\n",
    },
    Clock {
        kind: "quote",
        stage: "潜在客户",
        records: "[[quote]]\nnumber = 'Q-7'\ndate = 2026-11-02\nvalid_until = 2026-12-31\n",
        due: "2026-11-05",
        zh: "今天  报价跟进  Acme  德国        张伟    报价 Q-7，有效期至 2026-12-31",
        en: "  today  quote  Acme      Germany         张伟   quote Q-7, valid until 2026-12-31",
        stop: "outcome = 'lost'\nclosed = 2026-11-04\n",
    },
    Clock {
        kind: "sample",
        stage: "潜在客户",
        records: "[[sample]]\ndate = 2026-11-02\nproduct = 'truck'\nreceived = 2026-11-06\n",
        due: "2026-11-20",
        zh: "今天  样品反馈  Acme  德国        张伟    样品“truck”已签收，待反馈",
        en: "  today  sample  Acme      Germany         张伟   feedback on the sample \"truck\"",
        stop: "feedback = 'good'\n",
    },
    Clock {
        kind: "quiet",
        stage: "潜在客户",
        records: "[[followup]]\ndate = 2026-11-02\nkind = 'call'\nsummary = 'called'\n",
        due: "2026-12-02",
        zh: "今天  久未联系  Acme  德国        张伟    30 天未联系",
        en: "  today  quiet  Acme      Germany         张伟   no contact for 30 days",
        stop: "[[followup]]\ndate = 2026-11-03\nkind = 'call'\nsummary = 'again'\n",
    },
    Clock {
        kind: "review",
        stage: "国外客户",
        records: "[[credit]]\nfrom = 2026-01-01\ngrade = 'A'\n[[investigation]]\ndate = 2026-05-20\ncompleted = 2026-05-31\n",
        due: "2026-11-30",
        zh: "今天  定期调查  Acme  德国  A     张伟    信用调查，A级每 6 个月一次（第11条）",
        en: "  today  review  Acme      Germany  A      张伟   credit investigation, A, every 6 months (第11条)",
        stop: "[[investigation]]\ndate = 2026-06-01\ncompleted = 2026-06-01\n",
    },
    Clock {
        kind: "payment",
        stage: "国外客户",
        records: "[[order]]\nnumber = 'PI-1'\ndate = 2026-10-01\ncurrency = 'CNY'\namount = '1000.00'\nshipped = 2026-10-20\npay = { balance = 'oa', days = 30 }\n",
        due: "2026-11-19",
        zh: "今天  逾期货款  Acme  德国        张伟    PI-1：2026-10-20 出运，欠 CNY 1,000.00（赊销）",
        en: "  today  payment  Acme      Germany         张伟   PI-1: CNY 1,000.00 for the shipment of 2026-10-20, open account",
        stop: "[[payment]]\ndate = 2026-11-10\namount = '1000.00'\ncurrency = 'CNY'\norder = 'PI-1'\n",
    },
    Clock {
        kind: "reorder",
        stage: "国外客户",
        records: "[[order]]\nnumber = '1'\ndate = 2026-08-01\ncurrency = 'CNY'\namount = 1\n[[order]]\nnumber = '2'\ndate = 2026-08-31\ncurrency = 'CNY'\namount = 1\n",
        due: "2026-10-15",
        zh: "今天  返单  Acme  德国        张伟    约 30 天进货一次，上次 2026-08-31",
        en: "  today  reorder  Acme      Germany         张伟   buys every 30 days, last on 2026-08-31",
        stop: "[[order]]\nnumber = '3'\ndate = 2026-10-15\ncurrency = 'CNY'\namount = 1\n",
    },
    Clock {
        kind: "dishonoured",
        stage: "国外客户",
        records: "[[alert]]\nid = 'a'\ndate = 2026-11-10\nkind = 'dishonoured'\namount = '500.00'\ncurrency = 'USD'\norder = 'PI-1'\nsummary = 'x'\n[[followup]]\ndate = 2026-11-11\nkind = 'collection'\nsummary = 'x'\n",
        due: "2026-11-18",
        zh: "今天  拒付未收  Acme  德国        张伟    拒付 PI-1 USD 500.00，上次催款 2026-11-11（第14条）",
        en: "  today  bill dishonoured  Acme      Germany         张伟   bill not honoured PI-1 USD 500.00, last dunned on 2026-11-11 (第14条)",
        stop: "[[followup]]\ndate = 2026-11-18\nkind = 'collection'\nsummary = 'again'\n",
    },
];

/// All but the deposit, which is due from the first day on which it is known.
#[test]
fn each_of_the_clocks_starts_rings_and_stops() {
    for clock in CLOCKS {
        let card =
            |more: &str| format!("name = 'Acme'\nowner = '张伟'\ncreated = 2026-11-01\n\n{}{more}", clock.records);
        let folder = format!("{}/德国/Acme", clock.stage);
        let only = format!("due --kind {}", clock.kind);
        let day_before = day_before(clock.due);

        let book = Book::on(&day_before).card(&folder, &card(""));
        book.run(&only).stderr("没有到期事项\n").exits(0);
        let row = book.run(&format!("{only} --within 1d --format json")).json();
        assert_eq!(row[0]["due"], clock.due, "{}", clock.kind);
        assert_eq!(row[0]["days_overdue"], -1, "{}", clock.kind);

        let book = book.at(clock.due);
        let shown = book.run(&only).text();
        assert_eq!(shown.lines().nth(1), Some(clock.zh), "{}:\n{shown}", clock.kind);
        let book = book.english();
        let shown = book.run(&only).text();
        assert_eq!(shown.lines().nth(1), Some(clock.en), "{}:\n{shown}", clock.kind);

        let book = book.card(&folder, &card(clock.stop));
        book.run(&only).stderr("nothing is due\n").exits(0);
    }
}

fn day_before(day: &str) -> String {
    let day: chrono::NaiveDate = day.parse().unwrap();
    day.pred_opt().unwrap().to_string()
}

/// Paths of the rows, in order.
fn paths(rows: &serde_json::Value) -> Vec<(String, String)> {
    let text = |row: &serde_json::Value, key: &str| row[key].as_str().unwrap().to_owned();
    rows.as_array().unwrap().iter().map(|row| (text(row, "kind"), text(row, "company"))).collect()
}

#[test]
fn the_most_urgent_stands_first_and_within_one_urgency_the_longest_overdue() {
    let inquiry = |day: &str| format!("\n[[followup]]\ndate = {day}\nkind = 'inquiry'\nsummary = 'x'\n");
    let book = Book::on("2026-11-23")
        .card("潜在客户/德国/Quiet", "name = 'Quiet'\ncreated = 2026-01-01\n")
        .card("潜在客户/德国/Next", "name = 'Next'\ncreated = 2026-11-01\n\n[[followup]]\ndate = 2026-11-02\nkind = 'call'\nsummary = 'x'\nnext = 2026-11-03\n")
        .card("潜在客户/德国/Quote", "name = 'Quote'\n\n[[quote]]\nnumber = '1'\ndate = 2026-11-16\n")
        .card("潜在客户/德国/Sample", "name = 'Sample'\n\n[[sample]]\ndate = 2026-10-25\nproduct = 'x'\n")
        .card("潜在客户/德国/Late", &format!("name = 'Late'\n{}", inquiry("2026-11-10")))
        .card("潜在客户/德国/New", &format!("name = 'New'\n{}", inquiry("2026-11-20")))
        .card("潜在客户/法国/Alike", &format!("name = 'Alike'\n{}", inquiry("2026-11-10")))
        .card("国外客户/德国/Review", "name = 'Review'\n\n[[order]]\ndate = 2026-10-01\ncurrency = 'CNY'\namount = 1\n");
    let rows = book.run("due --format json").json();
    let want = [
        ("inquiry", "Late"), // 12 days overdue; of two alike, the path decides
        ("inquiry", "Alike"),
        ("inquiry", "New"),
        ("sample", "Sample"), // 5 days; samples and quotes are equally urgent
        ("quote", "Quote"),   // 4 days
        ("follow_up", "Next"),
        ("review", "Review"),
        ("quiet", "Quiet"),
    ];
    assert_eq!(paths(&rows), want.map(|(kind, company)| (kind.to_owned(), company.to_owned())));
    let urgency: Vec<u64> = rows.as_array().unwrap().iter().map(|row| row["urgency"].as_u64().unwrap()).collect();
    assert_eq!(urgency, [2, 2, 2, 4, 4, 5, 6, 8]);
}

#[test]
fn within_looks_ahead_and_no_further() {
    let next = |day: &str| {
        quiet("Acme", &format!("\n[[followup]]\ndate = 2026-11-22\nkind = 'call'\nsummary = 'x'\nnext = {day}\n"))
    };
    let book = Book::on("2026-11-23").card("潜在客户/德国/Acme", &next("2026-11-30"));
    for (within, count) in [("6d", 0), ("7d", 1), ("1w", 1), ("7", 1), ("7天", 1), ("2周", 1), ("0", 0)] {
        let rows = book.run(&format!("due --within {within} --format json")).json();
        assert_eq!(rows.as_array().unwrap().len(), count, "{within}");
    }
    book.run("due --within 7d")
        .stdout("     逾期  类别    客户  国家  等级  负责人  事项\n还有 7 天  待跟进  Acme  德国        张伟    x\n")
        .exits(0);
    let book = book.english();
    book.run("due --within 7d")
        .stdout("overdue  kind       customer  country  grade  owner  what\n in 7 d  follow-up  Acme      Germany         张伟   x\n")
        .exits(0);
}

#[test]
fn kinds_are_asked_for_in_either_language_and_several_at_once() {
    let book = Book::demo();
    for (asked, want) in [
        ("--kind inquiry", vec!["inquiry"; 2]),
        ("--kind 未回询盘", vec!["inquiry"; 2]),
        ("--kind 待跟进", vec!["follow_up"]),
        ("--kind 报价跟进", vec!["quote"; 2]),
        ("--kind 样品反馈", vec!["sample"]),
        ("--kind 久未联系", vec!["quiet"]),
        ("--kind 定期调查", vec!["review"; 3]),
        ("--kind 紧急报告", vec!["alert"; 3]),
        ("--kind 待审批", vec!["request"; 3]),
        ("--kind 报告待交 --kind 投诉未结", vec!["report", "complaint"]),
        ("--kind 访问计划", vec!["plan"]),
        ("--kind plan --kind 样品反馈", vec!["sample", "plan"]),
    ] {
        let rows = book.run(&format!("due {asked} --format json")).json();
        let kinds: Vec<&str> = rows.as_array().unwrap().iter().map(|row| row["kind"].as_str().unwrap()).collect();
        assert_eq!(kinds, want, "{asked}");
    }
}

#[test]
fn owner_country_and_stage_narrow_the_list() {
    let book = Book::demo();
    let count =
        |asked: &str| book.run(&format!("due --within 7d {asked} --format json")).json().as_array().unwrap().len();
    for (asked, want) in [
        ("", 30),
        ("--owner 沈嘉禾", 16),
        ("--owner 顾远舟", 14),
        ("--country 德国", 2),
        ("--country Germany", 2),
        ("--country germany", 2),
        ("--country DE", 2),
        ("--country DEU", 2),
        ("--country 德国 --owner 顾远舟", 0),
        ("--stage prospect", 7),
        ("--stage 潜在客户", 7),
        ("--stage customer", 23),
        ("--stage 国外客户", 23),
    ] {
        assert_eq!(count(asked), want, "{asked}");
    }
}

#[test]
fn a_slip_of_the_pen_is_not_answered_with_nothing_is_due() {
    let book = Book::demo();
    book.run("due --owner 沈家禾")
        .stderr("错误：没有负责人为“沈家禾”的客户\n  下一步：账套中有：方志恒、沈嘉禾、罗静宜、蒋文博、顾远舟\n")
        .exits(2);
    book.run("due --stage 老客户").stderr("错误：没有阶段“老客户”\n  下一步：阶段有：潜在客户、国外客户\n").exits(2);
    book.run("due --country 德").stderr("错误：--country：“德”：没有这个国家\n  下一步：见 kehu due --help\n").exits(2);
    // somebody of ours without customers is not a slip
    book.run("due --owner 罗静宜").stderr("没有到期事项\n").exits(0);
    let book = book.english();
    book.run("due --owner 沈家禾")
        .stderr("error: no customer has the owner \"沈家禾\"\n  next: the book knows 方志恒, 沈嘉禾, 罗静宜, 蒋文博, 顾远舟\n")
        .exits(2);
    book.run("due --stage old")
        .stderr("error: there is no stage \"old\"\n  next: the stages are 潜在客户, 国外客户\n")
        .exits(2);
}

#[test]
fn a_book_names_its_own_stages() {
    let book = Book::on("2026-11-23")
        .file(
            "kehu.toml",
            "[[stage]]\nfolder = \"Leads\"\nkind = \"prospect\"\n[[stage]]\nfolder = \"老客户\"\nkind = \"customer\"\n",
        )
        .card("Leads/DE/Acme", ASKED)
        .card("老客户/法国/Beta", ASKED);
    for (stage, want) in [
        ("Leads", "Leads/DE/Acme\n"),
        ("leads", "Leads/DE/Acme\n"),
        ("prospect", "Leads/DE/Acme\n"),
        ("老客户", "老客户/法国/Beta\n"),
    ] {
        book.run(&format!("due --kind inquiry --stage {stage} --format ids")).stdout(want).exits(0);
    }
}

#[test]
fn exit_code_tells_a_script_whether_something_is_due() {
    let book = Book::on("2026-11-23").card("潜在客户/德国/Acme", ASKED);
    book.run("due --format ids").stdout("潜在客户/德国/Acme\n").exits(0);
    book.run("due --exit-code --format ids").stdout("潜在客户/德国/Acme\n").exits(1);
    book.run("due --exit-code --kind sample --format ids").exits(0);
}

#[test]
fn nothing_due_is_said_once_and_not_to_scripts() {
    for (book, remark) in
        [(Book::on("2026-11-23"), "没有到期事项\n"), (Book::on("2026-11-23").english(), "nothing is due\n")]
    {
        book.run("due").stderr(remark).exits(0);
        book.run("due -q").exits(0);
        for format in ["md", "ids", "jsonl"] {
            book.run(&format!("due --format {format}")).exits(0);
        }
        book.run("due --format json").stdout("[]\n").exits(0);
        book.run("due --format csv")
            .stdout("path,file,stage,country,company,name,id,code,owner,grade,kind,since,due,days_overdue,urgency,summary,order,amount,currency\n")
            .exits(0);
    }
}

#[test]
fn the_whole_list_of_the_demo_book() {
    let zh = Book::demo();
    let en = Book::demo().english();
    for (book, lang) in [(&zh, "zh"), (&en, "en")] {
        for (format, ext) in [("table", "txt"), ("md", "md")] {
            let text = book.run(&format!("due --within 7d --format {format}")).text();
            snapshots::same(&format!("tests/snapshots/due/demo.{lang}.{ext}"), &text);
        }
    }
    snapshots::only(
        "tests/snapshots/due",
        &["demo.zh.txt", "demo.zh.md", "demo.en.txt", "demo.en.md"].map(str::to_owned),
    );
}

/// What was worked out by hand beforehand, from the cards and the rules, beside the golden file that the program made.
#[test]
fn the_demo_book_is_due_as_its_cards_were_written() {
    let want = [
        ("inquiry", "2026-11-19", 4, "Kranich & Sohn Intralogistik KG"),
        ("inquiry", "2026-11-23", 0, "Pinebarrow Supply Co"),
        ("plan", "2026-11-19", 4, "Entrepôts Valmorin SARL"),
        ("plan", "2026-11-26", -3, "Mlima Tools & Handling Ltd"),
        ("follow_up", "2026-11-18", 5, "Montacargas Sierra Clara S.A. de C.V"),
        ("follow_up", "2026-11-25", -2, "Công ty TNHH Thiết bị Kho Minh Sơn Hải"),
        ("quote", "2026-11-19", 4, "Almacenes Torrefina S.L"),
        ("quote", "2026-11-21", 2, "Barq Al Rimal Warehouse Equipment LLC"),
        ("sample", "2026-11-16", 7, "Thistlegate Handling Ltd"),
        ("sample", "2026-11-28", -5, "Bluegum Warehouse Gear Pty Ltd"),
        ("payment", "2026-09-06", 78, "Wahat Al Nakheel Trading S.A.E"),
        ("payment", "2026-11-13", 10, "Công ty TNHH Thiết bị Kho Minh Sơn Hải"),
        ("deposit", "2026-11-10", 13, "Yıldıray Depo Ekipmanları Ltd. Şti"),
        ("reorder", "2026-11-16", 7, "Carreviva Equipamentos de Movimentação Ltda"),
        ("quiet", "2026-11-11", 12, "株式会社みなと倉庫機材"),
        ("quiet", "2026-11-27", -4, "Carreviva Equipamentos de Movimentação Ltda"),
        ("review", "2026-11-15", 8, "Công ty TNHH Thiết bị Kho Minh Sơn Hải"),
        ("review", "2026-11-20", 3, "Zielmar Logistyka Sp. z o.o"),
        ("review", "2026-11-20", 3, "Carreviva Equipamentos de Movimentação Ltda"),
        ("review", "2026-11-28", -5, "Hallbrecht Lagertechnik GmbH"),
        ("alert", "2026-09-15", 69, "Wahat Al Nakheel Trading S.A.E"),
        ("alert", "2026-11-17", 6, "Công ty TNHH Thiết bị Kho Minh Sơn Hải"),
        ("alert", "2026-11-20", 3, "Carreviva Equipamentos de Movimentação Ltda"),
        ("dishonoured", "2026-11-25", -2, "Wahat Al Nakheel Trading S.A.E"),
        ("dishonoured", "2026-11-27", -4, "Công ty TNHH Thiết bị Kho Minh Sơn Hải"),
        ("report", "2026-11-19", 4, "Mlima Tools & Handling Ltd"),
        ("request", "2026-11-12", 11, "Zielmar Logistyka Sp. z o.o"),
        ("request", "2026-11-19", 4, "Barq Al Rimal Warehouse Equipment LLC"),
        ("request", "2026-11-19", 4, "Almacenes Torrefina S.L"),
        ("complaint", "2026-11-10", 13, "Bluegum Warehouse Gear Pty Ltd"),
    ];
    let rows = Book::demo().run("due --within 7d --format json").json();
    let text = |row: &serde_json::Value, key: &str| row[key].as_str().unwrap().to_owned();
    let mut have: Vec<_> = rows
        .as_array()
        .unwrap()
        .iter()
        .map(|row| (text(row, "kind"), text(row, "due"), row["days_overdue"].as_i64().unwrap(), text(row, "company")))
        .collect();
    let mut want = want.map(|(kind, due, days, company)| (kind.to_owned(), due.to_owned(), days, company.to_owned()));
    have.sort();
    want.sort();
    assert_eq!(have, want);
}

#[test]
fn on_a_past_day_nothing_that_came_later_counts() {
    let book = Book::demo();
    let rows = book.run("due --today 2026-06-30 --within 400d --format json").json();
    let rows = rows.as_array().unwrap();
    assert!(!rows.is_empty());
    // of a planned visit only the day is known for which it is planned
    for row in rows.iter().filter(|row| row["kind"] != "plan") {
        let since = row["since"].as_str().unwrap_or("2026-06-30");
        assert!(since <= "2026-06-30", "{row}");
    }
    // these five were met in August and later; nobody could be reminded of them in June
    for unknown in ["Yıldıray", "Kranich", "Pinebarrow", "Thistlegate", "Almacenes"] {
        assert!(!rows.iter().any(|row| row["company"].as_str().unwrap().contains(unknown)), "{unknown}");
    }
    // the card of 2026-07-20 raised this one to B; on 2026-06-30 it was C
    let grade = |day: &str| {
        let rows = book.run(&format!("due --today {day} --kind review --within 400d --format json")).json();
        let row = rows
            .as_array()
            .unwrap()
            .iter()
            .find(|row| row["company"].as_str().unwrap().starts_with("Carreviva"))
            .cloned();
        row.unwrap()["grade"].clone()
    };
    assert_eq!((grade("2026-06-30"), grade("2026-11-23")), ("C".into(), "B".into()));
}

/// An owner with four customers to be investigated each month, one of them later, and one of grade B.
fn monthly() -> Book {
    let card = |name: &str, owner: &str, grade: &str, done: &str| {
        let grade = if grade.is_empty() {
            String::new()
        } else {
            format!("\n[[credit]]\nfrom = 2026-01-01\ngrade = '{grade}'\n")
        };
        format!(
            "name = '{name}'\nowner = '{owner}'\n{grade}\n[[investigation]]\ndate = {done}\ncompleted = {done}\nreported = {done}\n\n[[order]]\ndate = 2026-11-20\nnumber = '1'\ncurrency = 'CNY'\namount = 1\n"
        )
    };
    Book::on("2026-11-23")
        .card("国外客户/德国/Cäsar", &card("Cäsar", "张伟", "C", "2026-10-20"))
        .card("国外客户/德国/Dora", &card("Dora", "张伟", "D", "2026-10-10"))
        .card("国外客户/德国/Emil", &card("Emil", "张伟", "", "2026-10-28"))
        .card("国外客户/德国/Berta", &card("Berta", "张伟", "B", "2026-08-01"))
        .card("国外客户/法国/Fanny", &card("Fanny", "李娜", "D", "2026-10-01"))
}

#[test]
fn monthly_investigations_are_one_line_an_owner_for_people() {
    let book = monthly();
    book.run("due --within 7d")
        .stdout(
            " 逾期  类别      客户      国家  等级  负责人  事项\n\
             22 天  定期调查  Berta     德国  B     张伟    信用调查，B级每 3 个月一次（第11条）\n\
             22 天  定期调查  Fanny     法国  D     李娜    信用调查，D级每月一次（第11条）\n\
             13 天  定期调查  3 个客户              张伟    每月信用调查（第11条）：Dora、Cäsar、Emil\n",
        )
        .exits(0);
    book.run("due --within 7d --format md")
        .stdout(
            "# 2026-11-23 到期事项\n\n逾期 4 项，今天 0 项，即将到期 1 项\n\n\
             | 逾期 | 类别 | 客户 | 国家 | 等级 | 负责人 | 事项 |\n\
             | ---: | --- | --- | --- | --- | --- | --- |\n\
             | 22 天 | 定期调查 | Berta | 德国 | B | 张伟 | 信用调查，B级每 3 个月一次（第11条） |\n\
             | 22 天 | 定期调查 | Fanny | 法国 | D | 李娜 | 信用调查，D级每月一次（第11条） |\n\
             | 13 天 | 定期调查 | 3 个客户 |  |  | 张伟 | 每月信用调查（第11条）：Dora、Cäsar、Emil |\n",
        )
        .exits(0);
    let book = book.english();
    book.run("due --within 7d")
        .says(&["   13 d  review  3 customers                  张伟   credit investigation, every month (第11条): Dora, Cäsar, Emil\n"])
        .exits(0);
}

#[test]
fn monthly_investigations_are_a_row_each_for_scripts() {
    let book = monthly();
    let companies = ["Berta", "Fanny", "Dora", "Cäsar", "Emil"];
    let rows = book.run("due --within 7d --format json").json();
    let have: Vec<String> = paths(&rows).into_iter().map(|(_, company)| company).collect();
    assert_eq!(have, companies);
    let lines = book.run("due --within 7d --format jsonl").text();
    assert_eq!(lines.lines().count(), companies.len());
    let csv = book.run("due --within 7d --format csv").text();
    assert_eq!(csv.lines().count(), 1 + companies.len());
    book.run("due --within 7d --format ids")
        .stdout(
            "国外客户/德国/Berta\n国外客户/法国/Fanny\n国外客户/德国/Dora\n国外客户/德国/Cäsar\n国外客户/德国/Emil\n",
        )
        .exits(0);
}

#[test]
fn a_gathered_line_names_five_and_counts_the_rest() {
    let mut book = Book::on("2026-11-23");
    for name in ["A", "B", "C", "D", "E", "F"] {
        book = book.card(
            &format!("国外客户/德国/{name}"),
            &format!("name = '{name}'\n\n[[order]]\ndate = 2026-10-01\nnumber = '1'\ncurrency = 'CNY'\namount = 1\n"),
        );
    }
    book.run("due --kind review")
        .says(&["6 个客户", "每月信用调查（第11条）：A、B、C、D、E等，全部：kehu due --kind review --format ids\n"])
        .exits(0);
}

#[test]
fn paths_with_anything_in_them_go_through_xargs() {
    let company = "Müller & Söhne's \"GmbH\"  2";
    let book =
        Book::on("2026-11-23").card(&format!("潜在客户/德国/{company}"), ASKED).card("潜在客户/法国/中文 公司", ASKED);
    let mut shell = book.command();
    let (program, arguments) = (format!("'{KEHU}' due --format ids -0 | xargs -0 -n 1 '{KEHU}' show"), ["-c"]);
    shell_of(&mut shell, &arguments, &program);
    let output = shell.output().unwrap();
    let text = String::from_utf8(output.stdout).unwrap();
    assert!(output.status.success(), "{text}");
    for folder in [company, "中文 公司"] {
        assert!(text.contains("Acme GmbH  潜在客户/") && text.contains(folder), "{text}");
    }
    book.run("due --format ids --null").stdout(&format!("潜在客户/德国/{company}\0潜在客户/法国/中文 公司\0")).exits(0);
}

/// Turns the prepared command into a shell with the same folder and environment.
fn shell_of(command: &mut Command, arguments: &[&str], program: &str) {
    let mut shell = Command::new("sh");
    shell.args(arguments).arg(program).env_clear();
    if let Some(folder) = command.get_current_dir() {
        shell.current_dir(folder);
    }
    for (name, value) in command.get_envs() {
        if let Some(value) = value {
            shell.env(name, value);
        }
    }
    *command = shell;
}

#[test]
fn a_customer_with_several_things_due_is_one_path() {
    let book = Book::on("2026-11-23").card(
        "国外客户/德国/Acme",
        "name = 'Acme'\n\n[[quote]]\nnumber = '1'\ndate = 2026-08-01\n\n[[sample]]\ndate = 2026-08-01\nproduct = 'x'\n",
    ).card("国外客户/法国/Beta", "name = 'Beta'\n\n[[sample]]\ndate = 2026-08-01\nproduct = 'x'\n");
    assert!(book.run("due --format json").json().as_array().unwrap().len() > 3);
    book.run("due --format ids").stdout("国外客户/德国/Acme\n国外客户/法国/Beta\n").exits(0);
}

#[test]
fn nul_ends_paths_and_nothing_else() {
    let book = Book::on("2026-11-23");
    book.run("due -0").stderr("错误：-0 只能与 --format ids 同用\n  下一步：请写：--format ids -0\n").exits(2);
    book.english()
        .run("due -0 --format json")
        .stderr("error: -0 goes with --format ids alone\n  next: write: --format ids -0\n")
        .exits(2);
}

#[test]
fn a_cell_that_a_spreadsheet_would_run_stays_text() {
    let book = Book::on("2026-11-23").card(
        "潜在客户/德国/Acme",
        "name = '=HYPERLINK(\"http://x\")'\nowner = '@SUM(1)'\ncode = '-1+1'\n\n[[followup]]\ndate = 2026-11-18\nkind = 'inquiry'\nsummary = '+49 call me, \"soon\"'\n",
    );
    book.run("due --format csv")
        .stdout(
            "path,file,stage,country,company,name,id,code,owner,grade,kind,since,due,days_overdue,urgency,summary,order,amount,currency\n\
             潜在客户/德国/Acme,潜在客户/德国/Acme/card.toml,prospect,DE,Acme,\"'=HYPERLINK(\"\"http://x\"\")\",,'-1+1,'@SUM(1),,inquiry,2026-11-18,2026-11-19,4,2,\"'+49 call me, \"\"soon\"\"\",,,\n",
        )
        .exits(0);
    // a number below zero is a number
    let book = Book::on("2026-11-18").card("潜在客户/德国/Acme", ASKED);
    book.run("due --within 1d --format csv").says(&[",2026-11-18,2026-11-19,-1,2,"]).exits(0);
}

#[test]
fn markdown_says_what_the_card_says_and_no_more() {
    let book = Book::on("2026-11-23").card(
        "潜在客户/德国/Acme",
        "name = 'A|B <b>_x_</b> [y](z)'\n\n[[followup]]\ndate = 2026-11-18\nkind = 'inquiry'\nsummary = \"\"\"\nline one\nline `two` | three\"\"\"\n",
    );
    book.run("due --kind inquiry --format md")
        .stdout(
            "# 2026-11-23 到期事项\n\n逾期 1 项，今天 0 项，即将到期 0 项\n\n\
             | 逾期 | 类别 | 客户 | 国家 | 等级 | 负责人 | 事项 |\n\
             | ---: | --- | --- | --- | --- | --- | --- |\n\
             | 4 天 | 未回询盘 | A\\|B \\<b>\\_x\\_\\</b> \\[y\\](z) | 德国 |  |  | line one line \\`two\\` \\| three |\n",
        )
        .exits(0);
}

#[test]
fn a_broken_card_does_not_hide_the_others() {
    let book = Book::on("2026-11-23")
        .card("潜在客户/德国/Acme", ASKED)
        .card("潜在客户/德国/Broken", "name = 'Broken'\nowner = 张伟\n")
        .card("潜在客户/法国/Beta", ASKED);
    for format in ["table", "md", "json", "jsonl", "csv", "ids"] {
        book.run(&format!("due --format {format}"))
            .says(&["Acme"])
            .remarks(&["错误：潜在客户/德国/Broken/card.toml:2:9：", "kehu lint \"潜在客户/德国/Broken\""])
            .exits(2);
    }
    book.run("due --format ids").stdout("潜在客户/德国/Acme\n潜在客户/法国/Beta\n").any_stderr().exits(2);
    // trouble outweighs the answer
    book.run("due --exit-code --format ids").says(&["Beta"]).any_stderr().exits(2);
    // and errors are told even to those who want no remarks
    book.run("-q due --format ids").says(&["Acme"]).remarks(&["Broken"]).exits(2);
    // nobody can say that this owner does not exist while a card cannot be read
    book.run("due --owner 王芳").remarks(&["Broken", "没有到期事项"]).exits(2);
}

#[test]
fn what_a_record_does_not_say_is_named_as_missing() {
    let book = Book::on("2026-11-23").card(
        "潜在客户/德国/Acme",
        "name = ' '\n\n[[quote]]\ndate = 2026-11-02\n\n[[sample]]\ndate = 2026-10-02\nproduct = ''\n\n[[sample]]\ndate = 2026-10-02\nproduct = 'x'\n",
    );
    book.run("due --kind quote --kind sample")
        .stdout(
            " 逾期  类别      客户  国家  等级  负责人  事项\n\
             28 天  样品反馈  Acme  德国                样品“（未写品名）”是否收到？\n\
             28 天  样品反馈  Acme  德国                样品“x”是否收到？\n\
             18 天  报价跟进  Acme  德国                报价 （无单号）\n",
        )
        .exits(0);
}

#[test]
fn outside_a_book_it_says_how_to_get_one() {
    let empty = Book::nowhere("2026-11-23");
    let here = empty.dir.path().display();
    empty
        .run("due")
        .stderr(&format!(
            "错误：找不到账套：{here} 及其上级文件夹都没有 kehu.toml\n  下一步：用 kehu init 文件夹 新建，或用 -C 文件夹 指定\n"
        ))
        .exits(2);
    empty.run("-C missing due").remarks(&["missing", "找不到", "下一步：请给出账套文件夹"]).exits(2);
    let book = Book::demo();
    let elsewhere = Book::nowhere("2026-11-23");
    let root = book.dir.path().display().to_string();
    for folder in ["", "/国外客户/德国"] {
        let rows = elsewhere.args(["-C", &format!("{root}{folder}"), "due", "--format", "json"]).json();
        assert_eq!(rows.as_array().unwrap().len(), 23, "{folder}");
    }
}

#[test]
fn all_in_advance_is_no_deposit_in_words() {
    let card = "name = 'Acme'\ncreated = 2026-11-20\n\
                [[order]]\nnumber = 'PI-1'\ndate = 2026-11-21\ncurrency = 'USD'\namount = 500\npay = { balance = 'advance' }\n\
                [[order]]\nnumber = 'PI-2'\ndate = 2026-11-22\ncurrency = 'USD'\namount = 1000\npay = { deposit = '0.3', balance = 'bl_copy' }\n";
    let book = Book::on("2026-11-23").file("国外客户/德国/Acme/card.toml", card);
    book.run("due --kind deposit").says(&["PI-1：全款 USD 500.00 未到", "PI-2：定金 USD 300.00 未到"]);
    let book = book.english();
    book.run("due --kind deposit")
        .says(&["PI-1: payment in advance of USD 500.00 awaited", "PI-2: deposit of USD 300.00 awaited"]);
}
