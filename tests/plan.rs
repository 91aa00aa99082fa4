//! `plan`, as its users meet it (第13条 1).

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

const ACME: &str = "name = 'Acme GmbH'\nowner = '张伟'\n";

fn visits(count: u8) -> String {
    (1..=count)
        .map(|day| {
            format!("\n[[followup]]\ndate = 2026-11-{day:02}\nkind = 'visit'\nsummary = 'x'\neffective = false\n")
        })
        .collect()
}

fn book(text: &str) -> Book {
    Book::on("2026-11-23").card("潜在客户/德国/Acme", text)
}

fn card(book: &Book) -> String {
    book.text("潜在客户/德国/Acme/card.toml")
}

#[test]
fn a_visit_is_planned_with_date_place_person_and_purpose() {
    let book = book(ACME);
    book.run("访问计划 安排 Acme --date 2w --place 汉堡 --purpose '看 仓库' --with Anna")
        .stderr("潜在客户/德国/Acme：已安排 2026-12-07 访问\n");
    let added =
        "\n[[plan]]\ndate = 2026-12-07\nby = \"张伟\"\nplace = \"汉堡\"\nwith = \"Anna\"\npurpose = \"看 仓库\"\n";
    assert_eq!(card(&book), format!("{ACME}{added}"));
    book.run("plan add Acme -d 2026-12-24 -p Bremen --purpose x --as 李娜 --dry-run")
        .says(&["+date = 2026-12-24\n+by = \"李娜\"\n+place = \"Bremen\"\n+purpose = \"x\"\n"]);
    assert_eq!(card(&book), format!("{ACME}{added}"));
    book.run("plan").stdout(
        "下次访问    客户       地点  拜访人  对方  目的     已访  无实效  未写实效  移出计划\n\
         2026-12-07  Acme GmbH  汉堡  张伟    Anna  看 仓库     0       0\n",
    );
    book.english().run("due --within 30d --kind plan").says(&["in 14 d", "汉堡 · 看 仓库"]);
}

#[test]
fn who_was_visited_in_vain_leaves_the_plan_and_comes_back_with_a_reason() {
    let book = book(&(ACME.to_owned() + &visits(3)));
    book.run("plan add Acme --date 2026-12-01 --place 汉堡 --purpose 看仓库 -q");
    book.run("log Acme x --kind meeting --effective no --date 2026-11-20").stderr(
        "潜在客户/德国/Acme：已记录 2026-11-20 会议\n\
         连续 4 次访问无实效，再有 1 次即移出访问计划（第13条 1）\n",
    );
    book.run("log Acme x --kind visit --effective no").stderr(
        "潜在客户/德国/Acme：已记录 2026-11-23 拜访\n\
         该客户移出访问计划：连续 5 次访问无实效（第13条 1）；要恢复：kehu plan restore \"潜在客户/德国/Acme\" --reason …\n",
    );
    book.run("due --within 30d --kind plan").stderr("没有到期事项\n");
    let row = &book.run("plan --format json").json()[0];
    assert_eq!(
        (&row["next"], &row["fruitless"], &row["visits"], &row["dropped"], &row["why"]),
        (
            &serde_json::Value::Null,
            &5.into(),
            &5.into(),
            &"2026-11-23".into(),
            &"连续 5 次访问无实效（第13条 1）".into()
        )
    );
    let left = "错误：该客户已于 2026-11-23 移出访问计划：连续 5 次访问无实效（第13条 1）\n  下一步：仍要访问请说明理由：kehu plan restore \"潜在客户/德国/Acme\" --reason …\n";
    book.run("plan add Acme --date 3d --place x --purpose y").stderr(left).exits(1);
    book.run("plan restore Acme")
        .stderr("错误：缺少 --reason，且没有终端可供询问\n  下一步：请在命令行给出：--reason …\n")
        .exits(2);
    // the plan stands above the visits of its day, and counts all the same
    book.run("plan 恢复 Acme --reason 换了采购经理 --as 张伟").stderr("潜在客户/德国/Acme：已恢复访问计划\n");
    assert!(card(&book).contains("[[plan]]\ndate = 2026-11-23\nby = \"张伟\"\nrestored = \"换了采购经理\"\n"));
    let row = &book.run("plan --format json").json()[0];
    assert_eq!((&row["next"], &row["fruitless"]), (&"2026-12-01".into(), &0.into()));
    assert_eq!((&row["restored"], &row["reason"]), (&"2026-11-23".into(), &"换了采购经理".into()));
    book.run("plan restore Acme --reason x").remarks(&["该客户没有移出访问计划：连续 0 次无实效"]).exits(1);
    let before = Book::on("2026-11-22").card("潜在客户/德国/Acme", &card(&book));
    assert_eq!(before.run("plan --format json").json()[0]["dropped"], serde_json::Value::Null);
}

#[test]
fn the_plan_of_all_and_of_those_who_are_asked_for() {
    let plan = |date: &str| format!("\n[[plan]]\ndate = {date}\nplace = 'x'\n");
    let unsaid = "\n[[followup]]\ndate = 2026-11-20\nkind = 'visit'\nsummary = 'x'\n";
    let book = Book::on("2026-11-23")
        .card("潜在客户/德国/Late", &("name = 'Late'\n".to_owned() + &plan("2026-12-20")))
        .card("国外客户/法国/Soon", &("name = 'Soon'\nowner = '李娜'\n".to_owned() + &plan("2026-12-01")))
        .card("国外客户/法国/Gone", &("name = 'Gone'\n".to_owned() + &visits(5)))
        .card("国外客户/法国/Unsaid", &("name = 'Unsaid'\n".to_owned() + unsaid))
        .card("国外客户/法国/None", "name = 'None'\n")
        .english();
    let asked = "not said whether it had any effect: 1 visit; say it: kehu set \"国外客户/法国/Unsaid\" followup.1.effective=yes\n";
    book.run("plan")
        .stdout(
            "next visit     customer  place  by  with  purpose  visits  fruitless  unsaid  left the plan\n\
             2026-12-01     Soon      x                              0          0\n\
             2026-12-20     Late      x                              0          0\n\
             \u{20}              Unsaid                                   1          0       1\n\
             left the plan  Gone                                     5          5          2026-11-05: 5 visits in a row without effect (第13条 1)\n",
        )
        .stderr(asked);
    book.run("set 国外客户/法国/Unsaid followup.1.effective=yes -q");
    book.run("plan --format ids").stdout("国外客户/法国/Soon\n潜在客户/德国/Late\n国外客户/法国/Gone\n");
    book.run("plan country:DE --format ids -0").stdout("潜在客户/德国/Late\0");
    book.run("plan country:FR owner:李娜 --format ids").stdout("国外客户/法国/Soon\n");
    book.run("plan --country FR --owner 李娜 --format ids").stdout("国外客户/法国/Soon\n");
    book.run("plan None").stderr("no visit is planned\n");
    book.run("plan Nobody").stderr("no such customer\n");
    book.run("plan Nobody --format json").stdout("[]\n");
    book.run("plan --owner Nobody").remarks(&["no customer has the owner \"Nobody\""]).exits(2);
    book.run("plan -0").remarks(&["-0 goes with --format ids alone"]).exits(2);
    book.run("plan --format csv")
        .says(&["next,place,by,with,purpose,planned,visits,last,fruitless,dropped,why,restored,reason,unsaid,made,made_effective,made_fruitless,made_unsaid\n"]);
}

#[test]
fn what_does_not_fit_is_refused_and_nothing_is_written() {
    let book = book("name = 'Acme'\n");
    for (line, want, exit) in [
        ("--place x --purpose y", "缺少 --date，且没有终端可供询问", 2),
        ("--date 3d --purpose y --as 张伟", "缺少 --place，且没有终端可供询问", 2),
        ("--date 3d --place x --purpose y", "缺少 --by，且没有终端可供询问", 2),
        ("--date 3d --place x --by 张伟", "缺少 --purpose，且没有终端可供询问", 2),
        ("--date soon", "日期：“soon”不是日期", 2),
        ("--date 昨天 --place x --by 张伟 --purpose y", "2026-11-22 已过，访问计划须提前安排", 2),
    ] {
        book.run(&format!("plan add Acme {line}")).remarks(&[want]).exits(exit);
    }
    assert_eq!(card(&book), "name = 'Acme'\n");
    book.run("plan add Acme --date 3d --place x --by 张伟 --purpose y -q");
    book.run("plan add Acme --date 3d --place z --by 张伟 --purpose y")
        .stderr("错误：2026-11-26 已安排访问\n  下一步：要修改：kehu set \"潜在客户/德国/Acme\" plan.2026-11-26.purpose=…\n")
        .exits(1);
    // the advice works
    book.run("set 潜在客户/德国/Acme plan.2026-11-26.purpose=看仓库 -q");
    book.run("plan add Nobody --date 3d").remarks(&["没有名为“Nobody”的客户"]).exits(2);
}

#[test]
fn tab_knows_commands_customers_and_queries() {
    let book = book(ACME);
    let offered = |line: &[&str]| book.args([&["complete", "--shell", "fish", "--"], line].concat()).text();
    let first = offered(&["kehu", "plan", ""]);
    assert!(first.contains("add\t") && first.contains("restore\t") && first.contains("country:"), "{first}");
    assert!(offered(&["kehu", "plan", "add", "Ac"]).contains("Acme"), "a customer");
    let second = offered(&["kehu", "plan", "country:DE", ""]);
    assert!(!second.contains("restore\t") && second.contains("country:"), "{second}");
    assert!(offered(&["kehu", "plan", "add", "Acme", "--by", ""]).contains("张伟"));
}

#[cfg(unix)]
#[test]
fn at_a_terminal_what_is_missing_is_asked() {
    let book = book("name = 'Acme'\n");
    let mut terminal = common::terminal::at_terminal(&book, &["plan", "add", "Acme"]);
    terminal.answers("访问日期，如 周五、2w、2026-12-01：", "soon");
    terminal.sees("不是日期").answers("访问日期", "2w");
    terminal.answers("地点：", "汉堡").answers("拜访人：", "张伟").answers("访问目的：", "看仓库");
    terminal.answers("对方人员（可不填）：", "");
    assert_eq!(terminal.ends(), Some(0), "{}", terminal.shown);
    assert_eq!(
        card(&book),
        "name = 'Acme'\n\n[[plan]]\ndate = 2026-12-07\nby = \"张伟\"\nplace = \"汉堡\"\npurpose = \"看仓库\"\n"
    );
}

#[test]
fn visits_of_a_period_are_counted_by_what_came_of_them() {
    let visit =
        |day: &str, effect: &str| format!("[[followup]]\nkind = 'visit'\nsummary = 'x'\ndate = {day}\n{effect}\n");
    let visits = visit("2026-09-30", "effective = false")
        + &visit("2026-10-01", "effective = true")
        + &visit("2026-11-23", "")
        + &visit("2026-11-24", "effective = true");
    let book = book(&(ACME.to_owned() + &visits))
        .card("国外客户/法国/Glad", &format!("name = 'Glad'\n{}", visit("2026-10-05", "effective = true")));
    // who was visited, and well, and is not to be visited again, is no part of the plan
    book.run("plan --format ids").stdout("潜在客户/德国/Acme\n");
    book.run("plan --since 2026-10-01 --format ids").stdout("潜在客户/德国/Acme\n国外客户/法国/Glad\n");
    book.run("plan --since 2026-10-01 -q")
        .says(&["2026-10-01 以来已访 3 次：有实效 2，无实效 0，未写实效 1；已安排 0 次\n"])
        .any_stderr();
    let rows = book.run("plan owner:张伟 --since 2026-10-01 --format json").json();
    assert_eq!((rows[0]["visits"].as_u64(), rows[0]["made"].as_u64()), (Some(3), Some(2)));
    book.run("plan --since 2027-01-01").remarks(&["--since"]).exits(2);
}
