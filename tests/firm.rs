//! A year of a firm of five, command by command, each on its day and by its person, kept in git: at the end of each quarter
//! the answers are held to figures made by hand, and at the end of the year they are asked for once more.

#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::disallowed_methods,
    reason = "a test that cannot go on says so"
)]

mod common;

use std::process::Command;

use common::{Book, words};
use serde_json::Value;

const SETTINGS: &str = "\
language = \"zh-CN\"
currency = \"CNY\"
approvals_from = 2025-01-01

[[rate]]
currency = \"USD\"
value = \"7\"

[[rate]]
date = 2025-07-01
currency = \"USD\"
value = \"7.2\"

[[rate]]
currency = \"EUR\"
value = \"8\"

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
roles = [\"marketing_director\"]

[[person]]
name = \"王\"
roles = [\"president\"]
";

/// Of old: large, well spoken of, strong; graded A, with a limit and 60 days, before approvals were asked for.
const ALPHA: &str = "\
id = 'alpha00000'
name = 'Alpha GmbH'
owner = '沈'
created = 2024-07-01
address = 'Hafenstr. 1, Hamburg'
phone = '+49 40 5550134'
payment_profile = { attitude = '准时', timing = '月末', bank = '德意志银行', controller = 'Weber', method = 'T/T' }
profile = { size = 'large' }
trade = { reputation = 'high' }
finance = { capital = 'strong' }
start = { trading_card = 2024-07-01 }
contact = [ { name = 'Anna Weber' } ]
order = [
  { number = 'A-1', date = 2024-07-10, currency = 'USD', pay = { balance = 'before_shipment' }, shipped = 2024-07-20, items = [ { product = '泵', quantity = 1, unit_price = '10000' } ] },
  { number = 'A-2', date = 2024-09-10, currency = 'USD', pay = { balance = 'before_shipment' }, shipped = 2024-09-20, items = [ { product = '泵', quantity = 1, unit_price = '12000' } ] },
  { number = 'A-3', date = 2024-11-10, currency = 'USD', pay = { balance = 'before_shipment' }, shipped = 2024-11-20, items = [ { product = '泵', quantity = 1, unit_price = '14000' } ] },
]
payment = [
  { date = 2024-07-20, amount = '10000', currency = 'USD', order = 'A-1' },
  { date = 2024-09-20, amount = '12000', currency = 'USD', order = 'A-2' },
  { date = 2024-11-20, amount = '14000', currency = 'USD', order = 'A-3' },
]

[[investigation]]
date = 2024-12-10
by = '沈'
assessed_by = '罗'
channels = ['bank']
completed = 2024-12-15
reported = 2024-12-16
reported_to = '方'

[[credit]]
from = 2024-12-01
grade = 'A'
limit = '12000'
currency = 'USD'
term_days = 60
";

/// Of old: of medium size, well spoken of; graded B, with a small limit and 30 days.
const GAMMA: &str = "\
id = 'gamma00000'
name = 'Gamma SA'
owner = '沈'
created = 2024-10-01
address = 'Quai 2, Marseille'
phone = '+33 4 91 55 50 13'
payment_profile = { attitude = '拖延', timing = '不定', bank = '法国巴黎银行', controller = 'Martin', method = 'T/T' }
profile = { size = 'medium' }
trade = { reputation = 'good' }
finance = { capital = 'adequate' }
start = { trading_card = 2024-04-30 }
contact = [ { name = 'Luc Martin' } ]
order = [
  { number = 'G-1', date = 2024-05-01, currency = 'EUR', pay = { balance = 'before_shipment' }, shipped = 2024-05-10, items = [ { product = '阀', quantity = 1, unit_price = '5000' } ] },
  { number = 'G-2', date = 2024-10-01, currency = 'EUR', pay = { balance = 'before_shipment' }, shipped = 2024-10-10, items = [ { product = '阀', quantity = 1, unit_price = '7000' } ] },
]
payment = [
  { date = 2024-05-10, amount = '5000', currency = 'EUR', order = 'G-1' },
  { date = 2024-10-10, amount = '7000', currency = 'EUR', order = 'G-2' },
]

[[investigation]]
date = 2024-12-18
by = '沈'
assessed_by = '罗'
channels = ['trade']
completed = 2024-12-20
reported = 2024-12-21
reported_to = '方'

[[credit]]
from = 2024-12-01
grade = 'B'
limit = '1500'
currency = 'EUR'
term_days = 30
";

const ALPHA_CARD: &str = "国外客户/德国/Alpha GmbH";
const BETA_CARD: &str = "国外客户/巴西/Beta Ltda";
const GAMMA_CARD: &str = "国外客户/法国/Gamma SA";

struct Firm {
    book: Book,
    /// Whether there is git to keep it in.
    git: bool,
}

/// What was printed at the end of a quarter: the command, and its answer.
type Told = Vec<(String, Value)>;

impl Firm {
    fn new() -> Self {
        let book = Book::on("2025-01-01")
            .file("kehu.toml", SETTINGS)
            .card(ALPHA_CARD, ALPHA)
            .card(GAMMA_CARD, GAMMA)
            .file(&format!("{BETA_CARD}/说明.txt"), "");
        std::fs::remove_dir_all(book.path("国外客户/巴西")).unwrap();
        let git = Command::new("git").arg("--version").output().is_ok_and(|done| done.status.success());
        let firm = Self { book, git };
        firm.git(&["init", "-q"]);
        firm
    }

    fn git(&self, args: &[&str]) {
        if !self.git {
            return;
        }
        let own = ["-c", "user.name=x", "-c", "user.email=x@example.com", "-c", "commit.gpgsign=false"];
        let done = Command::new("git").current_dir(self.book.dir.path()).args(own).args(args).output().unwrap();
        assert!(done.status.success(), "git {args:?}: {}", String::from_utf8_lossy(&done.stderr));
    }

    /// The end of a month: all of it is kept.
    fn keep(&self, month: &str) {
        self.git(&["add", "-A"]);
        self.git(&["commit", "-q", "--allow-empty", "-m", month]);
    }

    /// A command on a day by a person: what it printed, and what it remarked.
    fn run(&self, day: &str, who: &str, line: &str, exit: i32) -> (String, String) {
        let mut command = self.book.command();
        command.env("KEHU_TODAY", day).env("KEHU_AS", who).args(words(line));
        let done = command.output().unwrap();
        let (out, err) = (String::from_utf8(done.stdout).unwrap(), String::from_utf8(done.stderr).unwrap());
        assert_eq!(done.status.code(), Some(exit), "{day} {who}: {line}\n{out}{err}");
        assert!(!err.contains("panicked"), "{err}");
        (out, err)
    }

    fn json(&self, day: &str, line: &str) -> Value {
        let (out, _) = self.run(day, "罗", &format!("{line} --format json"), 0);
        serde_json::from_str(&out).unwrap_or_else(|error| panic!("{line}: {error}\n{out}"))
    }

    /// The commands of a month: day, person, line. `?` before a line means that it is refused; `RQ` is the one request that
    /// is open, `AL` the one urgent report.
    fn month(&self, month: &str, steps: &[(&str, &str, &str)]) {
        for (day, who, line) in steps {
            let date = format!("2025-{month}-{day}");
            let (exit, line) = line.strip_prefix('?').map_or((0, *line), |line| (1, line));
            let id = |list: &str, key: &str| {
                let rows = self.json(&date, list);
                let rows = rows.as_array().unwrap();
                assert_eq!(rows.len(), 1, "{date} {line}: {rows:#?}");
                rows[0][key].as_str().unwrap().to_owned()
            };
            let mut line = line.to_owned();
            if line.contains(" RQ") {
                line = line.replace(" RQ", &format!(" {}", id("request list", "request")));
            }
            if line.contains(" AL") {
                line = line.replace(" AL", &format!(" {}", id("alert", "alert")));
            }
            self.run(&date, who, &line, exit);
        }
        self.keep(month);
    }

    /// What the firm looks at at the end of a quarter. A planned visit bears no day on which it was planned: of a past day
    /// the plan says more than it did then.
    fn quarter(&self, day: &str) -> Told {
        let asked = [
            "credit show alpha",
            "credit show beta",
            "credit show gamma",
            "grade",
            "receivables",
            "due",
            "request list --all",
            "alert --all",
        ];
        asked.iter().map(|line| ((*line).to_owned(), self.json(day, line))).collect()
    }
}

fn of<'t>(told: &'t Told, line: &str) -> &'t Value {
    &told.iter().find(|(asked, _)| asked == line).unwrap().1
}

/// The values of some keys, one after the other.
fn values(row: &Value, keys: &[&str]) -> String {
    let word = |key: &&str| match &row[*key] {
        Value::String(text) => text.clone(),
        other => other.to_string(),
    };
    keys.iter().map(word).collect::<Vec<_>>().join(" ")
}

const CREDIT: [&str; 9] = [
    "one_purchase",
    "one_cycle",
    "limit_cap",
    "limit_counts",
    "receivable",
    "commitment",
    "exposure",
    "headroom",
    "term_counts",
];
const GRADE: [&str; 6] = ["sales", "cumulative_before", "band", "ceiling", "proposal", "provisional"];

/// Credit of the three, then the grading table, then what is due, as lines.
fn page(told: &Told) -> Vec<String> {
    let credit = ["alpha", "beta", "gamma"]
        .map(|who| format!("{who} {}", values(of(told, &format!("credit show {who}")), &CREDIT)));
    let grades = of(told, "grade").as_array().unwrap().iter().map(|row| values(row, &GRADE));
    let due = of(told, "due").as_array().unwrap().iter().map(|row| values(row, &["kind", "due", "name"]));
    credit.into_iter().chain(grades).chain(due).collect()
}

#[test]
fn a_year_of_a_firm_of_five() {
    let firm = Firm::new();
    for (month, steps) in [("01", JANUARY), ("02", FEBRUARY), ("03", MARCH)] {
        firm.month(month, steps);
    }
    let first = firm.quarter("2025-03-31");
    assert_eq!(page(&first), FIRST);

    firm.month("04", APRIL);
    firm.month("05", MAY);
    std::fs::write(firm.book.path(&format!("{BETA_CARD}/通知.pdf")), "x").unwrap();
    firm.month("06", JUNE);
    let second = firm.quarter("2025-06-30");
    assert_eq!(page(&second), SECOND);
    // every B/L of Beta's unpaid bill: 3500 USD at 7, 21 days past due
    let beta = of(&second, "receivables").as_array().unwrap().iter().find(|row| row["name"] == "Beta Ltda").unwrap();
    assert_eq!(values(beta, &["receivable", "exposure", "not_due", "overdue_1_30"]), "24500.00 24500.00 0.00 24500.00");

    firm.month("07", JULY);
    // 第4条: an edited policy is a draft, and asks the president, until the president approves it
    std::fs::write(firm.book.path("policy.toml"), "dunning_days = 10\n").unwrap();
    let check = "credit check alpha --amount 'USD 100' --format json";
    let (out, _) = firm.run("2025-07-24", "沈", check, 1);
    let answer: Value = serde_json::from_str(&out).unwrap();
    assert_eq!(values(&answer, &["verdict", "roles"]), "approval [\"president\"]");
    firm.run("2025-07-24", "方", "-y policy approve", 1);
    firm.run("2025-07-25", "王", "-y policy approve", 0);
    let (out, err) = firm.run("2025-07-25", "沈", check, 0);
    assert_eq!(
        (values(&serde_json::from_str(&out).unwrap(), &["verdict", "headroom"]), err),
        ("allowed 7200.00".to_owned(), String::new())
    );

    firm.month("08", AUGUST);
    firm.month("09", SEPTEMBER);
    let third = firm.quarter("2025-09-30");
    assert_eq!(page(&third), THIRD);

    for (month, steps) in [("10", OCTOBER), ("11", NOVEMBER), ("12", DECEMBER)] {
        firm.month(month, steps);
    }
    let fourth = firm.quarter("2025-12-31");
    assert_eq!(page(&fourth), FOURTH);
    let (out, _) =
        firm.run("2025-12-31", "沈", "credit check gamma --amount 'EUR 1' --pay oa --term 30 --format json", 1);
    let answer: Value = serde_json::from_str(&out).unwrap();
    let rules: Vec<&str> =
        answer["rules"].as_array().unwrap().iter().map(|rule| rule["rule"].as_str().unwrap()).collect();
    // directed to cash, something overdue, and the limit ran out on 1 December
    assert_eq!((answer["verdict"].as_str(), rules), (Some("cash_only"), vec!["urgent_report", "overdue", "no_limit"]));
    // nothing is wrong with the book, but that Alpha's limit is more than one purchase by now
    let lint = firm.json("2025-12-31", "lint");
    let found: Vec<String> = lint.as_array().unwrap().iter().map(|row| values(row, &["severity", "code"])).collect();
    assert_eq!(found, ["warning limit-beyond-cap"]);
    // of three quarters ago is said what was said then
    for (day, told) in [("2025-03-31", first), ("2025-06-30", second), ("2025-09-30", third)] {
        for (line, then) in told {
            assert_eq!(firm.json("2025-12-31", &format!("--today {day} {line}")), then, "{day} {line}");
        }
    }
    if firm.git {
        let done = Command::new("git").current_dir(firm.book.dir.path()).args(["log", "--oneline"]).output().unwrap();
        assert_eq!(String::from_utf8_lossy(&done.stdout).lines().count(), 12);
    }
}

// The figures by hand. CNY; USD 7, from July on 7.2; EUR 8.
//
// One purchase is the median of the last six, one cycle that of the days between them. Cap of A: one purchase, one cycle; of B:
// 30 % and 10 % more for each clean review behind the other, half a cycle; of C: 10 %, 15 days.

/// Alpha: 70000 84000 98000, A-4 77000, A-5 21000: median 77000. 62, 61, 66, 36 days: (61 + 62) / 2 = 61.
///   USD 12000 = 84000 count for 77000. Owed, 98000: 21000 beyond, as the president approved.
/// Beta: one purchase, no cycle; ungraded: nothing. Gamma: 40000 56000 9600: 40000, 153 and 122 days: 137. Clean was December;
///   on 20 March G-3 was overdue since the 16th: 30 %, 12000. EUR 1500 = 12000. Owed 9600. Term: 30 of at most 68.
/// Sales: 350000, 105600, 21000 of 476600: before Gamma 73.4368 %, before Beta 95.5938 %. Beta is new: D.
const FIRST: &[&str] = &[
    "alpha 77000.00 61 77000.00 77000.00 98000.00 0.00 98000.00 -21000.00 60",
    "beta 21000.00 null 0.00 null 0.00 0.00 0.00 null 0",
    "gamma 40000.00 137 12000.00 12000.00 9600.00 0.00 9600.00 2400.00 30",
    "350000.00 0.000000 A A A false",
    "105600.00 0.734368 B B B false",
    "21000.00 0.955938 D D D false",
    // G-3 left on 14 February, 30 days; Beta's last contact was the order of 22 January, 60 days; the report of 20 March is
    // wanted in three days, those of Beta are handed over
    "payment 2025-03-16 Gamma SA",
    "report 2025-03-23 Gamma SA",
    "request 2025-03-28 Beta Ltda",
    "quiet 2025-03-23 Beta Ltda",
];

/// Alpha: 63000 more: 21000 63000 70000 77000 84000 98000: 73500; 36 61 62 66 102 days: 62. USD 10000 = 70000 count whole; A-6
///   is not shipped: 63000 promised; 7000 free; 45 days. Beta, D: 3500 USD at 7 were dishonoured. Gamma: 8000 9600 40000 56000:
///   (9600 + 40000) / 2 = 24800; 74 122 153 days: 122. One clean review, 18 June: 40 %, 9920.
/// Sales: 413000, 113600, 56000 of 582600: before Gamma 70.8891 %, before Beta 90.3879 %: C, but new until 22 July.
const SECOND: &[&str] = &[
    "alpha 73500.00 62 73500.00 70000.00 0.00 63000.00 63000.00 7000.00 45",
    "beta 28000.00 88 0.00 null 24500.00 0.00 24500.00 null 0",
    "gamma 24800.00 122 9920.00 9920.00 0.00 0.00 0.00 9920.00 30",
    "413000.00 0.000000 A A A false",
    "113600.00 0.708891 B B B false",
    "56000.00 0.903879 C D D false",
    // the report is acted on and waits for its end; the last dunning was on 24 June, the next is due on 1 July
    "alert 2025-06-11 Beta Ltda",
    "payment 2025-06-09 Beta Ltda",
    "report 2025-03-23 Gamma SA",
    "report 2025-06-13 Alpha GmbH",
    "report 2025-06-21 Gamma SA",
    "request 2025-04-02 Beta Ltda",
    "quiet 2025-06-14 Gamma SA",
];

/// Alpha: 21000 63000 64800 77000 84000 98000: (64800 + 77000) / 2 = 70900; 36 61 66 98 102 days: 66. USD 10000 = 72000 count for
///   70900; A-7 owed, 9000 at 7.2 = 64800; 6100 free. Beta, C: 10 % of 28000; half of 88 days is more than 15. Gamma: two clean
///   reviews: 50 %, 12400, of which 12000 are granted.
/// Sales: 477800, 113600, 56000 of 647400: 73.8029 %, 91.3500 %. Beta: C by band, and by the bill of June.
const THIRD: &[&str] = &[
    "alpha 70900.00 66 70900.00 70900.00 64800.00 0.00 64800.00 6100.00 45",
    "beta 28000.00 88 2800.00 null 0.00 0.00 0.00 null 0",
    "gamma 24800.00 122 12400.00 12000.00 0.00 0.00 0.00 12000.00 30",
    "477800.00 0.000000 A A A false",
    "113600.00 0.738029 B B B false",
    "56000.00 0.913500 C C C false",
    // bought on 22 January and 20 April, 88 days: 132 after the last
    "plan 2025-09-15 Gamma SA",
    "report 2025-03-23 Gamma SA",
    "report 2025-06-21 Gamma SA",
    "report 2025-09-20 Gamma SA",
    "request 2025-04-02 Beta Ltda",
    "request 2025-09-27 Beta Ltda",
    "quiet 2025-08-23 Beta Ltda",
    "reorder 2025-08-30 Beta Ltda",
];

/// Alpha: 21000 63000 64800 68400 77000 98000: (64800 + 68400) / 2 = 66600; 36 66 88 98 102 days: 88. A-8: 9500 at 7.2 = 68400 less
///   30 % deposit, 20520 = 47880; 66600 - 47880 = 18720 free. Beta: 7200 21000 35000: 21000; (88 + 225) / 2 = 156. Gamma: 8000
///   9600 11200 40000 56000: 11200; 74 122 153 183 days: (122 + 153) / 2 = 137; on 15 December G-5 was overdue: 30 %, 3360; the limit
///   ran out on 1 December; 1400 EUR owed since 19 November.
/// Sales: 546200, 124800, 63200 of 734200: 74.3939 %, 91.3920 %.
const FOURTH: &[&str] = &[
    "alpha 66600.00 88 66600.00 66600.00 0.00 47880.00 47880.00 18720.00 45",
    "beta 21000.00 156 2100.00 null 0.00 0.00 0.00 null 0",
    "gamma 11200.00 137 3360.00 null 11200.00 0.00 11200.00 null 30",
    "546200.00 0.000000 A A A false",
    "124800.00 0.743939 B B B false",
    "63200.00 0.913920 C C C false",
    "alert 2025-11-26 Gamma SA",
    "payment 2025-11-19 Gamma SA",
    "plan 2025-09-15 Gamma SA",
    "report 2025-03-23 Gamma SA",
    "report 2025-06-21 Gamma SA",
    "report 2025-09-20 Gamma SA",
    "report 2025-12-11 Alpha GmbH",
    "report 2025-12-18 Gamma SA",
    "report 2025-12-29 Beta Ltda",
    "request 2025-04-02 Beta Ltda",
    "request 2025-09-27 Beta Ltda",
    "limit 2025-11-01 Gamma SA",
    "quiet 2025-12-14 Gamma SA",
];

const JANUARY: &[(&str, &str, &str)] = &[
    (
        "06",
        "沈",
        "add --name 'Beta Ltda' --country 巴西 --contact 'João' --email 'joao@beta.example' --phone '+55 11 5550 1342' address='Rua 3, Santos' profile.size=small trade.reputation=fair finance.capital=weak",
    ),
    ("06", "沈", "log beta 询价水泵 --kind inquiry"),
    ("07", "沈", "quote beta Q-1 -i '泵;10;300' --currency USD --valid-until 2025-02-28"),
    // 第6条: within one purchase and one cycle
    ("15", "沈", "order alpha A-4 -i '泵;1;11000' --currency USD"),
    // 第13条: no order before the trading card
    ("20", "沈", "?promote beta"),
    (
        "20",
        "沈",
        "set beta payment_profile.attitude=准时 payment_profile.timing=发货前 payment_profile.bank=布拉德斯科银行 payment_profile.controller=João payment_profile.method=T/T start.trading_card=2025-01-20",
    ),
    ("20", "沈", "promote beta"),
    ("22", "沈", "order beta B-1 --quote Q-1 --pay before_shipment"),
    // 第6条: within the limit
    ("31", "沈", "order gamma G-3 -i '阀;1;1200' --currency EUR"),
];
const FEBRUARY: &[(&str, &str, &str)] = &[
    // nothing leaves before the money is in
    ("04", "沈", "?ship beta B-1"),
    ("05", "罗", "pay beta 'USD 3000' --order B-1"),
    ("06", "沈", "ship beta B-1"),
    ("10", "沈", "ship alpha A-4"),
    ("14", "沈", "ship gamma G-3"),
    ("20", "罗", "investigate beta --update --confirmed 电话"),
    ("20", "罗", "investigate beta --reported"),
    // 第7条: beyond the limit; the sales manager, then the president
    ("20", "沈", "?order alpha A-5 -i '泵;1;3000' --currency USD"),
    ("20", "沈", "order alpha A-5 -i '泵;1;3000' --currency USD --request"),
    ("20", "沈", "?request approve RQ"),
    ("20", "王", "?request approve RQ"),
    ("21", "方", "request approve RQ"),
    ("21", "沈", "?order alpha A-5 -i '泵;1;3000' --currency USD"),
    ("22", "王", "request approve RQ"),
    ("22", "沈", "?order alpha A-5 -i '泵;1;3001' --currency USD"),
    ("22", "沈", "order alpha A-5 -i '泵;1;3000' --currency USD"),
];
const MARCH: &[(&str, &str, &str)] = &[
    ("05", "沈", "ship alpha A-5"),
    ("18", "罗", "investigate beta --update --confirmed 电话"),
    ("18", "罗", "investigate beta --reported"),
    ("20", "罗", "investigate gamma --update --confirmed 同行"),
    ("28", "罗", "-y grade --request"),
];
const APRIL: &[(&str, &str, &str)] = &[
    // 第8条: proposed by finance, approved by both, known to the owner
    ("01", "罗", "?request approve RQ"),
    ("01", "方", "request approve RQ"),
    ("02", "蒋", "request approve RQ"),
    // 25 days late
    ("10", "罗", "pay gamma 'EUR 1200' --order G-3"),
    ("11", "罗", "pay alpha 'USD 11000' --order A-4"),
    ("15", "沈", "order gamma G-4 -i '阀;1;1000' --currency EUR"),
    ("17", "罗", "investigate beta --update --confirmed 电话"),
    ("17", "罗", "investigate beta --reported"),
    // the small order itself lowers what one purchase is, and so the cap, to 30 % of 24800 = 7440; it leaves under the one
    // that it was taken under
    ("20", "沈", "ship gamma G-4"),
    // 第6条 4: nothing on open account; against documents only with a deposit
    ("20", "沈", "?order beta B-2 -i '泵;1;5000' --currency USD --pay oa --days 30"),
    ("20", "沈", "?order beta B-2 -i '泵;1;5000' --currency USD --pay dp --deposit 29%"),
    ("20", "沈", "order beta B-2 -i '泵;1;5000' --currency USD --pay dp --deposit 30%"),
    ("25", "罗", "pay beta 'USD 1500' --order B-2"),
];
const MAY: &[(&str, &str, &str)] = &[
    ("10", "沈", "ship beta B-2"),
    ("16", "罗", "investigate beta --update --confirmed 电话"),
    ("16", "罗", "investigate beta --reported"),
    ("20", "罗", "pay gamma 'EUR 1000' --order G-4"),
    // overdue: no more on account
    ("25", "沈", "?order alpha A-6 -i '泵;1;9000' --currency USD"),
    // 26 days late
    ("30", "罗", "pay alpha 'USD 3000' --order A-5"),
];
const JUNE: &[(&str, &str, &str)] = &[
    ("02", "沈", "order alpha A-6 -i '泵;1;9000' --currency USD"),
    // 第14条 2: a bill that was not honoured
    ("10", "沈", "suspend beta --reason 拒付 --kind dishonoured --amount 'USD 3500' --order B-2"),
    ("10", "沈", "?order beta B-3 -i '泵;1;10' --currency USD --pay advance"),
    // 第11条 2: acting first is refused; who reports does not direct
    ("10", "沈", "?alert measure beta AL --kind limit_shipment"),
    ("11", "沈", "?alert directive beta AL --text 停 --effect halt"),
    ("11", "方", "alert directive beta AL --text 中止交易 --effect halt"),
    ("12", "沈", "alert measure beta AL --kind limit_shipment"),
    ("10", "罗", "investigate alpha --update --confirmed 银行"),
    ("13", "罗", "investigate beta --update --confirmed 银行"),
    ("13", "罗", "investigate beta --reported"),
    ("13", "沈", "halt beta"),
    ("16", "沈", "halt beta --notified 2025-06-16 --how 快递 --evidence 通知.pdf"),
    ("17", "沈", "log beta 催款 --kind collection"),
    ("18", "罗", "investigate gamma --update --confirmed 同行"),
    // within the cap: finance proposes, two approve
    ("20", "罗", "credit set alpha --limit 'USD 10000' --term 45"),
    ("20", "方", "request approve RQ"),
    ("21", "罗", "?request approve RQ"),
    ("21", "蒋", "request approve RQ"),
    ("24", "沈", "log beta 催款 --kind collection"),
    ("27", "罗", "grade --confirm"),
];
const JULY: &[(&str, &str, &str)] = &[
    ("05", "沈", "ship alpha A-6"),
    // handed over late
    ("07", "罗", "investigate alpha --reported"),
    ("08", "沈", "log gamma 拜访 --kind visit --effective no"),
    ("11", "罗", "investigate beta --update --confirmed 银行"),
    ("11", "罗", "investigate beta --reported"),
    ("20", "罗", "pay beta 'USD 3500' --order B-2"),
    ("20", "沈", "alert close beta AL --outcome paid"),
    // 第14条: trading begins again by request
    ("21", "沈", "?order beta B-3 -i '泵;1;10' --currency USD --pay advance"),
    ("22", "沈", "resume beta --reason 已付清"),
    ("22", "方", "request approve RQ"),
    ("23", "蒋", "request approve RQ --note 先款后货"),
    ("22", "沈", "log gamma 拜访 --kind visit --effective no"),
];
const AUGUST: &[(&str, &str, &str)] = &[
    ("05", "沈", "log gamma 拜访 --kind visit --effective no"),
    ("08", "罗", "investigate beta --update --confirmed 银行"),
    ("08", "罗", "investigate beta --reported"),
    ("19", "沈", "log gamma 拜访 --kind meeting --effective no"),
];
const SEPTEMBER: &[(&str, &str, &str)] = &[
    ("01", "沈", "plan add gamma --date 2025-09-15 --place 马赛 --purpose 续约"),
    ("02", "沈", "log gamma 拜访 --kind visit --effective no"),
    ("03", "罗", "pay alpha 'USD 9000' --order A-6"),
    ("05", "罗", "investigate beta --update --confirmed 银行"),
    ("05", "罗", "investigate beta --reported"),
    // 第13条 1: after the fifth it is out of the plan
    ("05", "沈", "?plan add gamma --date 2025-09-15 --place 马赛 --purpose 续约"),
    ("08", "沈", "order alpha A-7 -i '泵;1;9000' --currency USD"),
    ("10", "沈", "plan restore gamma --reason 换了采购经理"),
    ("17", "罗", "investigate gamma --update --confirmed 同行"),
    ("20", "沈", "ship alpha A-7"),
    ("26", "罗", "-y grade --request"),
    ("26", "方", "request approve RQ"),
    ("27", "蒋", "request approve RQ"),
];
const OCTOBER: &[(&str, &str, &str)] = &[
    ("03", "罗", "investigate beta --update --confirmed 银行"),
    ("03", "罗", "investigate beta --reported"),
    ("15", "沈", "order gamma G-5 -i '阀;1;1400' --currency EUR"),
    // the median of five is 11200 now, half of it 5600; the order leaves under the cap that it was taken under
    ("20", "沈", "ship gamma G-5"),
    ("31", "罗", "investigate beta --update --confirmed 银行"),
    ("31", "罗", "investigate beta --reported"),
];
const NOVEMBER: &[(&str, &str, &str)] = &[
    ("04", "罗", "pay alpha 'USD 9000' --order A-7"),
    ("25", "沈", "alert add gamma --kind credit_change --summary 主要股东退出"),
    ("25", "沈", "?order gamma G-6 -i '阀;1;10' --currency EUR --pay advance"),
    ("26", "方", "alert directive gamma AL --text 只做现款"),
    ("26", "沈", "?order gamma G-6 -i '阀;1;10' --currency EUR --pay lc"),
    ("28", "沈", "alert measure gamma AL --kind reduce"),
    ("28", "罗", "investigate beta --update --confirmed 银行"),
    ("28", "罗", "investigate beta --reported"),
];
const DECEMBER: &[(&str, &str, &str)] = &[
    // 第6条 3: C without a limit buys for cash
    ("01", "沈", "?order beta B-3 -i '泵;1;1000' --currency USD --pay oa --days 10"),
    ("01", "沈", "order beta B-3 -i '泵;1;1000' --currency USD --pay before_shipment"),
    ("03", "罗", "pay beta 'USD 1000' --order B-3"),
    ("04", "沈", "ship beta B-3"),
    ("05", "沈", "order alpha A-8 -i '泵;1;9500' --currency USD --deposit 30%"),
    ("08", "罗", "investigate alpha --update --confirmed 银行"),
    ("10", "罗", "pay alpha 'USD 2850' --order A-8"),
    ("15", "罗", "investigate gamma --update --confirmed 同行"),
    ("26", "罗", "investigate beta --update --confirmed 银行"),
    ("29", "罗", "grade --confirm"),
];
