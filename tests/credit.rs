//! `credit show`, `check`, `set`: what a customer may owe, and whether this order may be taken (第6–8条).

#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::string_slice,
    reason = "a test that cannot go on says so"
)]

mod common;

use common::Book;

/// A firm in which every role is held.
const FIRM: &str = "\
language = \"zh-CN\"
approvals_from = 2026-01-01

[[rate]]
currency = \"USD\"
value = \"7\"

[[person]]
name = \"沈\"
roles = [\"salesperson\"]
reports_to = \"方\"

[[person]]
name = \"罗\"
roles = [\"finance\"]

[[person]]
name = \"方\"
roles = [\"sales_manager\"]

[[person]]
name = \"蒋\"
roles = [\"marketing_director\", \"president\"]
";

/// Grade A since before approvals were asked for; buys for USD 10,000 every 100 days, and pays.
const ACME: &str = "\
id = 'k7f3m2q9xz'
name = 'Acme GmbH'
owner = '沈'
created = 2025-01-01

[[order]]
number = 'O-1'
date = 2025-08-01
currency = 'USD'
amount = '10000'
shipped = 2025-08-02

[[payment]]
date = 2025-08-02
amount = '10000'
currency = 'USD'
order = 'O-1'

[[order]]
number = 'O-2'
date = 2025-11-09
currency = 'USD'
amount = '10000'
shipped = 2025-11-10

[[payment]]
date = 2025-11-10
amount = '10000'
currency = 'USD'
order = 'O-2'

[[credit]]
from = 2025-12-01
grade = 'A'
limit = '8000'
currency = 'USD'
term_days = 60

[[investigation]]
date = 2026-01-05
by = '沈'
assessed_by = '罗'
channels = ['bank']
completed = 2026-01-05
";

fn book() -> Book {
    Book::on("2026-02-02").file("kehu.toml", FIRM).card("国外客户/德国/Acme GmbH", ACME)
}

#[test]
fn the_credit_of_a_customer_whole() {
    book().run("credit show Acme").stdout(
        "\
Acme GmbH  国外客户/德国/Acme GmbH
  核定等级：A级
  信用额度：USD 8,000.00，有效期至 2026-12-01；生效 CNY 56,000.00（A级上限 CNY 70,000.00）
  账期：60 天（上限 100 天）
  信用敞口：CNY 0.00（应收 CNY 0.00，在手承诺 CNY 0.00）
  可用额度：CNY 56,000.00
  下次调查：2026-07-05

最近 2 次进货
日期              CNY  订单号
2025-08-01  70,000.00  O-1
2025-11-09  70,000.00  O-2
一次进货额 CNY 70,000.00，进货周期 100 天：以上的中位数（第6条）
",
    );
    book().english().run("信用 查看 acme").stdout(
        "\
Acme GmbH  国外客户/德国/Acme GmbH
  grade: A
  limit: USD 8,000.00 until 2026-12-01; CNY 56,000.00 of it count (cap of grade A: CNY 70,000.00)
  term: 60 days (cap 100)
  exposure: CNY 0.00 (receivable CNY 0.00, on order CNY 0.00)
  headroom: CNY 56,000.00
  next investigation: 2026-07-05

The last 2 purchases
date              CNY  orders
2025-08-01  70,000.00  O-1
2025-11-09  70,000.00  O-2
one purchase CNY 70,000.00, one cycle 100 days: the medians of these (第6条)
",
    );
    let json = book().run("credit show acme --format json").json();
    for (key, want) in [
        ("limit", "8000"),
        ("limit_currency", "USD"),
        ("limit_counts", "56000.00"),
        ("limit_cap", "70000.00"),
        ("headroom", "56000.00"),
        ("one_purchase", "70000.00"),
        ("exposure", "0.00"),
        ("state", "active"),
        ("limit_until", "2026-12-01"),
    ] {
        assert_eq!(json[key], want, "{key}");
    }
    assert_eq!((json["one_cycle"].as_i64(), json["term_counts"].as_i64()), (Some(100), Some(60)));
    assert_eq!(json["purchases"][1]["orders"][0], "O-2");
}

#[test]
fn may_this_order_be_taken() {
    book().run("credit check Acme --amount 'USD 8000'").stdout(
        "\
可接  Acme GmbH  USD 8,000.00  赊销，60 天
额度 CNY 56,000.00，敞口 CNY 0.00，可用额度 CNY 56,000.00
",
    );
    book().run("信用 审核 Acme --amount 'USD 12000' --term 90 --deposit 10%").exits(1).stdout(
        "\
须审批  Acme GmbH  USD 12,000.00  赊销，90 天，定金 10%
  须审批  加上本单，超出额度 CNY 56,000.00 共 CNY 19,600.00（第7条）
  须审批  账期最长 60 天（第7条）
额度 CNY 56,000.00，敞口 CNY 0.00，可用额度 CNY 56,000.00
须报批：销售经理、总裁
定金 USD 4,000.00 即不超额度
",
    );
    book().english().run("credit check Acme --amount 'USD 9000'").exits(1).stdout(
        "\
needs approval  Acme GmbH  USD 9,000.00  open account, 60 days
  needs approval  with this order CNY 7,000.00 beyond the limit of CNY 56,000.00 (第7条)
limit CNY 56,000.00, exposure CNY 0.00, headroom CNY 56,000.00
to be approved by: sales manager
with a deposit of USD 1,000.00 it would stay within the limit
",
    );
    let json = book().run("credit check Acme --amount 'USD 9000' --format json").exits(1).json();
    assert_eq!(json["verdict"], "approval");
    assert_eq!(json["roles"], serde_json::json!(["sales_manager"]));
    assert_eq!((json["pay"].as_str(), json["pay_days"].as_i64()), (Some("oa"), Some(60)));
    assert_eq!((json["deposit"].as_str(), json["headroom"].as_str()), (Some("1000.00"), Some("56000.00")));
    assert_eq!(json["rules"][0]["rule"], "over_limit");
    assert_eq!(json["rules"][0]["article"], "第7条");
    // a term of no days is payment before shipment
    let json = book().run("credit check Acme --amount 'USD 99000' --term 0 --format json").json();
    assert_eq!((json["verdict"].as_str(), json["pay"].as_str()), (Some("allowed"), Some("before_shipment")));
}

#[test]
fn a_group_shares_the_limit_of_its_head() {
    let owes = "[[order]]\nnumber = 'S-1'\ndate = 2026-01-10\ncurrency = 'USD'\namount = '6000'\nshipped = 2026-01-10\npay = { balance = 'oa', days = 60 }\n";
    let daughter = format!("id = 'd1'\nname = 'Acme Austria'\nparent = 'k7f3m2q9xz'\n{owes}");
    let book = book().card("国外客户/奥地利/Acme Austria", &daughter);
    let json = book.run("credit check 'Acme GmbH' --amount 'USD 3000' --format json").exits(1).json();
    assert_eq!(json["rules"][0]["rule"], "over_group_limit");
    assert_eq!(json["headroom"], "14000.00");
    // the head's own limit would have sufficed
    assert_eq!(json["exposure"], "0.00");
    let json = book.run("credit show 'Acme Austria' --format json").json();
    assert_eq!((json["group_head"].as_str(), json["group_exposure"].as_str()), (Some("Acme GmbH"), Some("42000.00")));
    // nor is there one under a head that is no customer of ours
    let strangers = self::book()
        .card("国外客户/奥地利/One", "id = 'd1'\nname = 'One'\nparent = 'zz'\n")
        .card("国外客户/奥地利/Two", "id = 'd2'\nname = 'Two'\nparent = 'zz'\n");
    assert!(strangers.run("credit show One --format json").json()["group_head"].is_null());
    // a card that is its own head is no group
    let own = self::book().card("国外客户/奥地利/Own", "id = 'd1'\nname = 'Own'\nparent = 'd1'\n");
    let json = own.run("credit show Own --format json").json();
    assert!(json["group_head"].is_null());
    own.run("lint 国外客户/奥地利").exits(1).any_stderr().says(&["own-parent", "客户把自己填作集团总部"]);
}

#[test]
fn a_limit_is_asked_for_and_takes_effect_once_approved() {
    let book = book();
    book.run("credit set Acme --limit 'USD 9500' --term 90 --reason 年度续额 --as 罗")
        .remarks(&["国外客户/德国/Acme GmbH：已提交 RQ-", "，须销售经理、营销总监审批，先由 方 批复"]);
    let text = book.text("国外客户/德国/Acme GmbH/card.toml");
    assert!(text.starts_with(ACME) && !text.contains("limit = 9500") && text.contains("valid_until = 2027-02-02"));
    let id = id_in(&text);
    book.run(&format!("request approve {id} --as 方")).stderr(&format!("{id} 已由 方 同意，尚待 蒋\n"));
    book.run(&format!("request approve {id} --as 蒋 --note 可以")).stderr(&format!("{id} 已获批准，即日生效\n"));
    let json = book.run("credit show Acme --format json").json();
    assert_eq!((json["limit"].as_str(), json["limit_until"].as_str()), (Some("9500"), Some("2027-02-02")));
    assert_eq!(json["term_counts"].as_i64(), Some(90));
    // as of the day before, what held then
    let json = book.run("credit show Acme --format json --today 2026-02-01").json();
    assert_eq!(json["limit"], "8000");
    book.run("lint").remarks(&["错误 0"]).any_stdout().hides(&[
        "credit-not-approved",
        "approval-misfit",
        "limit-beyond-cap",
    ]);
}

#[test]
fn beyond_the_cap_the_president_decides_too() {
    let book = book();
    book.run("credit set Acme --limit 'USD 10001' --as 罗").remarks(&["须销售经理、营销总监、总裁审批"]);
}

#[test]
fn where_nobody_is_listed_it_is_typed_in() {
    let alone = Book::on("2026-02-02")
        .file("kehu.toml", "language = \"zh-CN\"\n[[rate]]\ncurrency = \"USD\"\nvalue = \"7\"\n")
        .card("国外客户/德国/Acme GmbH", ACME);
    alone.run("credit set Acme --grade B --limit 'USD 500' --term 10").stderr("国外客户/德国/Acme GmbH：已登记\n");
    assert!(alone.text("国外客户/德国/Acme GmbH/card.toml").ends_with(
        "\n[[credit]]\nfrom = 2026-02-02\ngrade = \"B\"\nlimit = 500\ncurrency = \"USD\"\nvalid_until = 2027-02-02\nterm_days = 10\n"
    ));
}

#[test]
fn who_works_alone_decides_alone_but_knowingly() {
    let alone = Book::on("2026-02-02")
        .file("kehu.toml", "language = \"zh-CN\"\n[[rate]]\ncurrency = \"USD\"\nvalue = \"7\"\n")
        .card("国外客户/德国/Acme GmbH", ACME);
    alone.run("order Acme PI-1 --amount 'USD 9000'").exits(1).remarks(&["；无他人复核", "--yes"]);
    alone.run("order Acme PI-1 --amount 'USD 9000' -y").remarks(&["；无他人复核", "已登记订单 PI-1"]);
}

#[test]
fn an_opening_entry_lies_before_approvals_are_asked_for() {
    let book = book();
    book.run("credit set Acme --grade B --from 2025-06-01 --as 罗").stderr("国外客户/德国/Acme GmbH：已登记\n");
    book.run("credit set Acme --grade B --from 2026-01-01 --as 罗").exits(1).stderr(
        "\
错误：2026-01-01 不早于审批起算日 2026-01-01，须走审批（第8条）
  下一步：请去掉 --from，改为提交申请
",
    );
}

#[test]
fn an_insurers_limit_needs_nobodys_word() {
    let book = book();
    book.run("credit set Acme --insured 'USD 60000' --insured-until 2027-01-31 --insured-share 90%").any_stderr();
    let json = book.run("credit show Acme --format json").json();
    assert_eq!((json["insured_limit"].as_str(), json["insured_until"].as_str()), (Some("60000"), Some("2027-01-31")));
    assert_eq!((json["limit"].as_str(), json["uninsured"].as_str()), (Some("8000"), Some("0.00")));
}

#[test]
fn an_order_is_taken_when_it_may_be() {
    let book = book();
    book.run("order Acme PI-1 --amount 'USD 8000'")
        .stderr("国外客户/德国/Acme GmbH：已登记订单 PI-1，USD 8,000.00；提单日后 60 天到期\n");
    // now the limit is taken
    let before = book.text("国外客户/德国/Acme GmbH/card.toml");
    book.run("order Acme PI-2 --amount 'USD 1000'").exits(1).stderr(
        "\
错误：须审批：加上本单，超出额度 CNY 56,000.00 共 CNY 7,000.00（第7条）
  下一步：须报销售经理批准：加 --request 再次运行即提交申请
",
    );
    book.run("order Acme PI-2 --amount 'USD 1000' -y").exits(1).any_stderr();
    assert_eq!(book.text("国外客户/德国/Acme GmbH/card.toml"), before);
    book.run("order Acme PI-2 --amount 'USD 1000' --request --as 沈")
        .remarks(&["：已提交 RQ-", "，须销售经理审批，先由 方 批复；订单尚未登记"]);
    let id = id_in(&book.text("国外客户/德国/Acme GmbH/card.toml"));
    book.run("order Acme PI-2 --amount 'USD 1000'").exits(1).any_stderr();
    book.run(&format!("request approve {id} --as 方")).stderr(&format!("{id} 已获批准：可登记订单 PI-2\n"));
    // for this order, at most that amount and term
    for wrong in
        ["PI-3 --amount 'USD 1000'", "PI-2 --amount 'USD 1000.01'", "PI-2 --amount 'USD 1000' --pay oa --days 61"]
    {
        book.run(&format!("order Acme {wrong}")).exits(1).any_stderr();
    }
    book.run("order Acme PI-2 --amount 'USD 1000'").any_stderr();
    book.run("order Acme PI-2 --amount 'USD 1000'").exits(1).remarks(&["该客户已有订单 PI-2"]);
}

#[test]
fn an_order_for_cash_needs_no_rates_and_no_grade() {
    let plain = Book::on("2026-02-02").card("国外客户/德国/Acme GmbH", "name = 'Acme'\n");
    plain.run("order Acme PI-1 --amount 'USD 1000'").any_stderr();
    plain.run("order Acme PI-2 --amount 'USD 1000' --pay bl_copy --deposit 30%").any_stderr();
    plain.run("order Acme PI-3 --amount 'USD 1000' --pay oa --days 30").exits(1).stderr(
        "\
错误：不可接：尚未评级：现款现货或先款后货（第6条 4）
  下一步：查看原因：kehu credit show \"国外客户/德国/Acme GmbH\"
",
    );
    plain.english().run("order Acme PI-3 --amount 'USD 1000' --pay da --days 30").exits(1).stderr(
        "\
error: refused: not graded yet: cash, or payment first (第6条 4)
  next: see why: kehu credit show \"国外客户/德国/Acme GmbH\"
",
    );
}

#[test]
fn nothing_leaves_before_the_money_is_in() {
    let book = book();
    book.run("order Acme PI-1 --amount 'USD 8000' --pay before_shipment").any_stderr();
    book.run("ship Acme PI-1").exits(1).stderr(
        "\
错误：PI-1（发货前付清）：出运前须收到 USD 8,000.00（第6条）
  下一步：登记收款：kehu pay；若确已出运：--anyway 理由
",
    );
    book.run("pay Acme 'USD 3000' --order PI-1").any_stderr();
    book.run("ship Acme PI-1 --amount 3000").any_stderr();
    book.run("ship Acme PI-1").exits(1).remarks(&["出运前须收到 USD 5,000.00"]);
    book.run("ship Acme PI-1 --anyway 船期只有今天 --as 沈").any_stderr();
    let text = book.text("国外客户/德国/Acme GmbH/card.toml");
    assert!(
        text.contains("kind = \"other\"\nby = \"沈\"\nsummary = \"照常办理：船期只有今天\"\norder = \"PI-1\"\n"),
        "{text}"
    );
}

#[test]
fn nothing_leaves_while_trading_is_stopped_or_a_report_waits() {
    let open = "\n[[order]]\nnumber = 'PI-1'\ndate = 2026-01-20\ncurrency = 'USD'\namount = '100'\npay = { balance = 'oa', days = 30 }\n";
    let alert = "\n[[alert]]\nid = 'AL-1'\ndate = 2026-02-01\nkind = 'anomaly'\nsummary = '失联'\n";
    let stop = "\n[[credit]]\nfrom = 2026-02-01\nstate = 'suspended'\n";
    for (more, want) in [(alert, "紧急报告尚待上级批示：不得出运（第11条 2）"), (stop, "暂停供货：不得出运（第14条）")]
    {
        let book = book().card("国外客户/德国/Acme GmbH", &format!("{ACME}{open}{more}"));
        book.run("ship Acme PI-1").exits(1).remarks(&[want]);
        book.run("ship Acme PI-1 --anyway 急").exits(1).remarks(&[want]);
        book.run("order Acme PI-2 --amount 'USD 1' --pay advance").exits(1).remarks(&["错误：不可接："]);
    }
}

#[test]
fn an_urgent_report_that_is_open_is_shown() {
    let alert = "\n[[alert]]\nid = 'AL-1'\ndate = 2026-02-01\nkind = 'anomaly'\nsummary = '失联'\n";
    let directed = |effect: &str| {
        format!("{alert}directive = {{ date = 2026-02-02, by = '方', text = 'x', effect = '{effect}' }}\n")
    };
    for (more, zh, en) in [
        (alert.to_owned(), "待上级批示：不接新单", "the superior's directive is awaited: no new orders"),
        (directed("cash_only"), "按批示仅限现款", "as directed: cash only"),
        (directed("halt"), "按批示不接新单", "as directed: no new orders"),
    ] {
        let book = book().card("国外客户/德国/Acme GmbH", &format!("{ACME}{more}"));
        book.run("credit show Acme").says(&[&format!("\n  紧急报告：未结案，{zh}\n")]);
        book.english().run("credit show Acme").says(&[&format!("\n  urgent report: open, {en}\n")]);
    }
}

#[test]
fn a_quote_says_what_may_be_offered() {
    book().run("quote Acme Q-1 -i 'pump;1;5' --currency USD").stderr(
        "国外客户/德国/Acme GmbH：已登记报价 Q-1\n可给条件：A级：赊销至多 60 天，可用额度 CNY 56,000.00（第6条 1）\n",
    );
    book()
        .english()
        .run("quote Acme Q-1 -i 'pump;1;5' --currency USD")
        .stderr("国外客户/德国/Acme GmbH: quote Q-1 noted\nmay be offered: grade A: open account up to 60 days within CNY 56,000.00 (第6条 1)\n");
}

#[test]
fn a_limit_that_runs_out_is_due() {
    let book = book().at("2026-11-01");
    book.run("due --kind limit").stdout(
        "\
逾期  类别      客户       国家  等级  负责人  事项
今天  额度到期  Acme GmbH  德国  A     沈      额度 USD 8,000.00，有效期至 2026-12-01
",
    );
    book.run("due --kind limit --today 2026-10-31").stderr("没有到期事项\n");
}

/// Every rule of the check, in words that can be read to a customer, in both languages and with its article.
#[test]
fn every_rule_speaks_in_words() {
    let graded = |grade: &str, more: &str| ACME.replace("grade = 'A'", &format!("grade = '{grade}'")) + more;
    let ungraded = "id = 'x'\nname = 'Acme GmbH'\n".to_owned();
    let no_limit = |text: String| text.replace("limit = '8000'\n", "");
    let state = |state: &str| graded("A", &format!("\n[[credit]]\nfrom = 2026-01-20\nstate = '{state}'\n"));
    let alert =
        |more: &str| graded("A", &format!("\n[[alert]]\nid = 'AL-1'\ndate = 2026-01-20\nkind = 'anomaly'\n{more}"));
    let directed = |effect: &str| {
        alert(&format!("directive = {{ date = 2026-01-21, by = '方', text = 'x', effect = '{effect}' }}\n"))
    };
    let late = "\n[[order]]\nnumber = 'L'\ndate = 2025-11-20\ncurrency = 'USD'\namount = '10'\nshipped = 2025-11-20\ndue = 2025-12-20\n";
    let oa = "--pay oa --term 30";
    for (text, ask, rule, article, zh, en) in [
        (state("suspended"), oa, "suspended", "第14条", "已暂停向该客户供货", "supply to this customer is suspended"),
        (state("halted"), oa, "halted", "第14条", "已中止与该客户交易", "trading with this customer has ended"),
        (
            alert(""),
            oa,
            "urgent_report_undirected",
            "第11条 2(1)",
            "紧急报告尚待上级批示",
            "an urgent report waits for the superior's directive",
        ),
        (
            directed("refused"),
            oa,
            "urgent_report",
            "第11条 2(1)",
            "按紧急报告批示，不接新单",
            "the directive on the urgent report: no order is taken",
        ),
        (
            directed("cash_only"),
            oa,
            "urgent_report",
            "第11条 2(1)",
            "按紧急报告批示，仅限现款",
            "the directive on the urgent report: cash only",
        ),
        (
            ungraded.clone(),
            oa,
            "no_credit",
            "第6条 4",
            "尚未评级：现款现货或先款后货",
            "not graded yet: cash, or payment first",
        ),
        (graded("D", ""), oa, "no_credit", "第6条 4", "D级客户：现款现货或先款后货", "grade D: cash, or payment first"),
        (
            graded("D", ""),
            "--pay dp --deposit 29%",
            "deposit",
            "第6条 4",
            "不给信用的客户定金至少 30%",
            "without credit a deposit of 30% at least is asked",
        ),
        (
            graded("D", ""),
            "--pay lc --term 60",
            "usance",
            "第6条 4",
            "60 天远期信用证也是信用",
            "a letter of credit at 60 days is credit too",
        ),
        (graded("A", late), oa, "overdue", "第6条", "有逾期货款 CNY 70.00", "CNY 70.00 are overdue"),
        (
            no_limit(graded("B", "")),
            oa,
            "no_limit",
            "第6条 2",
            "B级客户：未设额度前现款现货",
            "grade B: cash unless a limit is set first",
        ),
        (no_limit(graded("A", "")), oa, "no_limit", "第6条 2", "未给额度：现款现货", "no limit is granted: cash"),
        (
            no_limit(graded("A", "\n[[credit]]\nfrom = 2026-01-20\nlimit = '5'\ncurrency = 'USD'\n")),
            oa,
            "no_limit",
            "第6条 2",
            "没有生效的额度：卡片所载未经批准",
            "no limit counts: what the card says is not approved",
        ),
        (
            graded("A", ""),
            "--pay oa --term 30 --amount 'USD 8001'",
            "over_limit",
            "第7条",
            "加上本单，超出额度 CNY 56,000.00 共 CNY 7.00",
            "with this order CNY 7.00 beyond the limit of CNY 56,000.00",
        ),
        (
            graded("A", ""),
            "--pay oa --term 61",
            "over_term",
            "第7条",
            "账期最长 60 天",
            "the term may be 60 days at most",
        ),
        (graded("A", "").replace("term_days = 60\n", ""), oa, "over_term", "第7条", "未给账期", "no term is granted"),
        (
            graded("A", "").replace("2025-11-09", "2025-08-01"),
            oa,
            "over_term",
            "第7条",
            "账期上限 0 天：尚无进货周期",
            "the term is 0 days at most: there is no cycle of purchases yet",
        ),
        (
            graded("C", ""),
            oa,
            "grade_c",
            "第6条 3",
            "C级客户：每单须销售经理审查",
            "grade C: each order is looked at by the sales manager",
        ),
        (
            graded("C", "").replace("2026-01-05", "2026-01-01"),
            oa,
            "review_late",
            "第6条 3",
            "C级客户：定期调查自 2026-02-01 起逾期",
            "grade C: the investigation is overdue since 2026-02-01",
        ),
        (graded("C", ""), oa, "reputation", "第6条 3", "C级客户：声誉不明", "grade C: the reputation is not known"),
        (
            graded("C", "\n[trade]\nreputation = 'poor'\n"),
            oa,
            "reputation",
            "第6条 3",
            "C级客户：声誉不太好",
            "grade C: the reputation is poor",
        ),
    ] {
        let amount = if ask.contains("--amount") { "" } else { "--amount 'USD 1'" };
        let line = format!("credit check Acme {amount} {ask} --format json");
        let book = book().card("国外客户/德国/Acme GmbH", &text);
        for (book, says) in [(&book, zh), (&self::book().card("国外客户/德国/Acme GmbH", &text).english(), en)] {
            let json = book.run(&line).exits(1).json();
            let found =
                json["rules"].as_array().unwrap().iter().find(|found| found["rule"] == rule && found["says"] == says);
            let found = found.unwrap_or_else(|| panic!("{rule}: {says}\n{json}"));
            assert_eq!(found["article"], article, "{rule}");
        }
    }
    let draft = book().file("policy.toml", "lc_days = 30\n");
    let json = draft.run("credit check Acme --amount 'USD 1' --format json").exits(1).any_stderr().json();
    assert_eq!(
        (json["rules"][0]["rule"].as_str(), json["roles"][0].as_str()),
        (Some("policy_draft"), Some("president"))
    );
    assert_eq!(json["rules"][0]["says"], "信用政策为草案，未经批准");
}

/// The id of the first request of a card.
fn id_in(text: &str) -> String {
    let at = text.find("id = \"RQ-").unwrap() + "id = \"".len();
    text[at..].split('"').next().unwrap().to_owned()
}

#[test]
fn an_open_urgent_report_is_told_with_the_credit() {
    let report = "\n[[alert]]\nid = 'AL-1'\ndate = 2026-02-01\nkind = 'anomaly'\nsummary = '失联'\n";
    let book = book().card("国外客户/德国/Acme GmbH", &format!("{ACME}{report}"));
    book.run("credit show Acme").says(&["\n  核定等级：A级\n  紧急报告：未结案，待上级批示：不接新单\n"]);
    assert_eq!(book.run("credit show Acme --format json").json()["urgent"], "refused");
    assert!(book.run("credit show Acme --format json --today 2026-01-31").json()["urgent"].is_null());
    book.english()
        .run("credit show Acme")
        .says(&["\n  grade: A\n  urgent report: open, the superior's directive is awaited: no new orders\n"]);
}
