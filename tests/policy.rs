//! The credit policy as its users meet it: `policy show`, `check`, `impact`, `approve`, and what a figure changes.

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
use serde_json::{Value, json};

/// A firm in which each holds a role of his own.
const FIRM: &str = "\
language = 'zh-CN'
[[person]]
name = '沈'
roles = ['salesperson']
[[person]]
name = '罗'
roles = ['finance']
[[person]]
name = '蒋'
roles = ['president', 'marketing_director']
";

/// Comments, an order of its own, odd spacing.
const KEPT: &str = "\
# 财务 2026 年起草
quiet_customer_days   = 45   # 走动勤一些

share_b='0.30'
share_a = 0.60 # 大客户少";

const REMARK: &str = "policy.toml 是草案，尚未批准：kehu policy approve\n";

fn firm() -> Book {
    Book::on("2026-11-23").file("kehu.toml", FIRM)
}

/// The firm with figures of its own.
fn drafted(text: &str) -> Book {
    firm().file("policy.toml", text)
}

/// A card of a customer that owes for goods shipped, with its facts.
fn customer(name: &str, amount: u32, more: &str) -> String {
    format!(
        "name = '{name}'\ncreated = 2025-01-01\nowner = '沈'\n\
         [[order]]\nnumber = 'PI-{name}'\ndate = 2026-01-05\ncurrency = 'CNY'\namount = {amount}\nshipped = 2026-11-20\n{more}"
    )
}

fn row(book: &Book, key: &str) -> Value {
    let rows = book.run("policy show --format json").any_stderr().json();
    rows.as_array().unwrap().iter().find(|row| row["key"] == key).unwrap().clone()
}

#[test]
fn each_figure_is_shown_with_its_article_or_as_ours() {
    let book = firm();
    book.run("policy show").says(&[
        "项目                                现值            依据                     键名\n等级标准\n",
        "\nA级销售占比                         70%             第5条                    share_a\n",
        "\nB级最低信誉                         较好            第5条                    b_reputation\n",
        "\nA级账期上限                         1 个进货周期    第6条 1                  term_a_cycles\n",
        "\nA级调查间隔                         6 个月          第11条 1(2)①             review_a_months\n",
        "\n尾差上限金额（本位币）              50              本公司自定               remainder_amount\n",
        "\n等级核查间隔                        3 个月          本公司自定，第8条        grade_check_months\n",
        "\n\n解释权归财务部（第15条）\n制度原有数字，无须批准\n",
    ]);
    let book = book.english();
    book.run("policy show").says(&[
        "\nreputation, B at least                  good           第5条              b_reputation\n",
        " 1 working day  ours               inquiry_working_days\n",
        "\nremainder at most (base currency)       50             ours               remainder_amount\n",
        " 3 months       ours, 第8条        grade_check_months\n",
        "\n\ninterpreted by finance (第15条)\nthe document's own figures, approved by nature\n",
    ]);
    assert_eq!(
        row(&book, "held_deposit"),
        json!({
            "key": "held_deposit",
            "group": "Limits and terms",
            "label": "deposit of D, documents held",
            "value": "0.3",
            "unit": "share",
            "original": "0.3",
            "article": "第6条 4",
            "ours": true,
            "written": false,
        })
    );
    let csv = book.run("policy show --format csv").text();
    assert!(csv.starts_with("key,group,label,value,unit,original,article,ours,written\nshare_a,Grades,"), "{csv}");
    let md = book.run("policy show --format md").text();
    assert!(
        md.starts_with("| figure | value | from | key |\n| --- | --- | --- | --- |\n| Grades |  |  |  |\n"),
        "{md}"
    );
}

#[test]
fn what_differs_stands_beside_the_original() {
    let book = drafted("held_deposit = 0.4\na_size = '中'\n");
    book.run("policy show").says(&[
        "现值            原值  依据",
        "\nA级最低规模                         中              大    第5条                    a_size\n",
        "\nD级凭单据付款的最低定金             40%             30%   本公司自定，第6条 4      held_deposit\n",
        "\n草案，尚未批准：kehu policy approve\n",
    ]);
    let row = row(&book, "a_size");
    assert_eq!([&row["value"], &row["original"], &row["written"]], [&json!("medium"), &json!("large"), &json!(true)]);
}

#[test]
fn the_text_to_start_from_is_complete_and_reads_back_in_either_language() {
    for book in [firm(), firm().english()] {
        let text = book.run("policy show --format toml").text();
        let book = book.file("policy.toml", &text);
        book.run("policy check").says(&["policy.toml"]).exits(0);
        let rows = book.run("policy show --format json").json();
        for row in rows.as_array().unwrap() {
            assert_eq!((&row["value"], &row["written"]), (&row["original"], &json!(true)), "{row}");
        }
        // what says nothing new needs no approval
        book.run("due -q");
        book.run("policy show").says(&[if text.contains("Grades") {
            "approved by nature\n"
        } else {
            "无须批准\n"
        }]);
    }
    let text = firm().run("policy show --format toml").text();
    assert!(text.starts_with(
        "# 信用政策及信用等级标准：财务部拟定（第3条），批准后执行（第4条），解释权归财务部（第15条）。\n"
    ));
    for line in [
        "# 额度和账期\n",
        "share_a = \"0.70\"                  # A级销售占比（0.05 即 5%；第5条）\n",
        "b_size = \"medium\"                 # B级最低规模（small 小、medium 中、large 大；第5条）\n",
        "quiet_customer_days = 60          # 国外客户久未联系（天；本公司自定）\n",
        "dunning_days = 7                  # 拒付后催款间隔（天；本公司自定，第14条 2）\n",
    ] {
        assert!(text.contains(line), "{line}");
    }
}

#[test]
fn it_is_consistent_or_every_fault_is_told() {
    firm().run("policy check").stdout("没有 policy.toml：按制度原有数字执行，数字自洽\n");
    drafted(KEPT).run("policy check").stdout("policy.toml：共写 3 项，自洽\n");
    let bad = "share_a = 0.5\nquiet = 3\nbackup_days = 0\nlc_days = 'x'\n";
    let book = drafted(bad);
    book.run("policy check")
        .stdout(
            "\
policy.toml:1:11：A、B、C、D 四级销售占比合计 80%，应为 100%
    下一步：请调整 share_a、share_b、share_c、share_d，使合计为 1（第5条）
policy.toml:2:1：未知字段 quiet
    下一步：请删除该行，或在行首加 #
policy.toml:3:15：backup_days：应为 1 天 至 3,650 天，实为 0 天
    下一步：请改用合适的值；备份间隔，原值 7 天
policy.toml:4:11：lc_days：应为不小于 0 的整数，实为“x”
    下一步：请改正 policy.toml 中的这一处后重试
",
        )
        .exits(1);
    book.english()
        .run("policy check")
        .says(&[
            "policy.toml:2:1: unknown key `quiet`\n    next: delete the line, or put # before it\n",
            "policy.toml:4:11: lc_days: expected a whole number, 0 or more, found \"x\"\n",
        ])
        .exits(1);
    firm().english().run("policy check").says(&["no policy.toml: the document's own figures hold"]);
    Book::nowhere("2026-11-23").run("policy check").remarks(&["找不到账套"]).exits(2);
}

#[test]
fn what_is_wrong_stops_commands_but_not_those_that_judge_it() {
    let book =
        drafted("share_a = 0.5\nlc_days = 'x'\nreview_a_months = 12\n").card("国外客户/德国/Acme", "name = 'Acme'\n");
    for command in ["", "due", "list", "grade", "receivables", "search x", "show Acme", "log Acme x -k call"] {
        book.run(command).remarks(&["错误：policy.toml:1:11：A、B、C、D 四级销售占比合计 80%，应为 100%\n"]).exits(2);
    }
    // the figures that can be read, the faults beside them
    book.run("policy show")
        .says(&["\nA级调查间隔                         12 个月         6 个月  第11条"])
        .remarks(&["policy.toml:1:11", "policy.toml:2:11"])
        .exits(2);
    book.run("lint")
        .says(&["国外客户/德国/Acme/card.toml"])
        .remarks(&["policy.toml:1:11", "policy.toml:2:11"])
        .exits(2);
    book.run("lint 国外客户 --format json").any_stderr().json();
    let book = book.bytes("policy.toml", b"share_a = 0.5 # \xd6\xd0\xb9\xfa\xbf\xcd\xbb\xa7\n");
    book.run("due").remarks(&["错误：policy.toml:1："]).exits(2);
    let book = book.file("policy.toml", "<<<<<<< HEAD\n");
    book.run("policy show").says(&["A级销售占比"]).remarks(&["policy.toml:1:1：git 合并未完成"]).exits(2);
}

#[test]
fn an_approval_is_appended_and_nothing_else_changes() {
    let book = drafted(KEPT);
    book.run("policy approve --as 蒋").stderr("policy.toml 已由 蒋 批准\n");
    let text = book.text("policy.toml");
    // of the lines quiet_customer_days=45, share_a=0.6, share_b=0.3
    let digest = "88a044589562606017b4e110f128d41370520941269a60a559bc53c13d3d30e1";
    let added =
        format!("\n\n[[approval]]\ndate = 2026-11-23\nby = \"蒋\"\nrole = \"president\"\ndigest = \"{digest}\"\n");
    assert_eq!(text, format!("{KEPT}{added}"));
    // what is approved is used without a word
    book.run("due -q");
    book.run("due").stderr("没有到期事项\n");
    book.run("lint").stdout("").stderr("0 张卡片，没有问题\n");
    book.run("policy show").says(&["\n已由 蒋 于 2026-11-23 批准\n"]);
    book.run("policy approve --as 蒋").remarks(&["现行内容已由 蒋 于 2026-11-23 批准"]).exits(1);
    assert_eq!(book.text("policy.toml"), text);
    // comments, order and notation are free
    let dressed = text.replace("# 财务 2026 年起草\n", "").replace("share_a = 0.60", "share_a = \"0.6\"");
    let book = book.file("policy.toml", &dressed);
    book.run("due").stderr("没有到期事项\n");
    // an edit makes it a draft again, which is used, and every answer says so
    let book = book.file("policy.toml", &dressed.replace("= 45", "= 46"));
    book.run("due").stderr(&format!("{REMARK}没有到期事项\n"));
    book.run("lint")
        .says(&["policy.toml 警告 policy-not-approved：草案，尚未批准\n    下一步：请总裁批准：kehu policy approve\n"])
        .any_stderr();
    book.run("policy approve --as 蒋").any_stderr();
    assert_eq!(book.text("policy.toml").matches("[[approval]]").count(), 2);
    // back to what was approved before
    let text = book.text("policy.toml").replace("= 46", "= 45");
    book.file("policy.toml", &text).run("due").stderr("没有到期事项\n");
}

#[test]
fn line_ends_of_windows_stay() {
    let windows = format!("\u{feff}{}\r\n", KEPT.replace('\n', "\r\n"));
    let book = drafted(&windows);
    book.run("policy approve --as 蒋 -q");
    let text = book.text("policy.toml");
    assert!(text.starts_with(&windows) && text.matches('\n').count() == text.matches("\r\n").count(), "{text:?}");
}

#[test]
fn a_dry_run_writes_nothing() {
    let book = drafted("quiet_customer_days = 45\n").english();
    let before = book.files();
    book.run("policy approve --as 蒋 --dry-run").says(&[
        "--- policy.toml\n+++ policy.toml\n@@ -1 +1,7 @@\n quiet_customer_days = 45\n+\n+[[approval]]\n+date = 2026-11-23\n+by = \"蒋\"\n+role = \"president\"\n+digest = \"",
    ]);
    assert_eq!((book.files(), book.text("policy.toml")), (before, "quiet_customer_days = 45\n".to_owned()));
}

#[test]
fn only_the_president_approves_and_where_there_is_none_anybody_of_the_firm() {
    let book = drafted("quiet_customer_days = 45\n");
    book.run("policy approve --as 罗").remarks(&["此事由总裁办理（第4条），罗不是"]).exits(1);
    book.run("policy approve").remarks(&["不知道是谁在操作"]).exits(2);
    assert_eq!(book.text("policy.toml"), "quiet_customer_days = 45\n");
    let small = "language = 'zh-CN'\n[[person]]\nname = '罗'\nroles = ['finance']\n";
    let book = book.file("kehu.toml", small);
    // the only one of the firm acts without being named
    book.run("policy approve").stderr("policy.toml 已由 罗 批准\n无复核：kehu.toml 中没有人担任总裁\n");
    book.run("due").stderr("没有到期事项\n");
    book.run("policy show").says(&["\n已由 罗 于 2026-11-23 批准（无复核）\n"]);
    // a president who came later changes nothing of that; one who was there then does
    let president = |since: &str| format!("{small}[[person]]\nname = '蒋'\nroles = ['president']\nsince = {since}\n");
    let book = book.file("kehu.toml", &president("2026-11-24"));
    book.run("due").stderr("没有到期事项\n");
    book.file("kehu.toml", &president("2026-11-23")).run("due").remarks(&[REMARK]);
    // a sole trader who lists nobody
    let alone = Book::on("2026-11-23").file("policy.toml", "quiet_customer_days = 45\n").english();
    alone.run("policy approve").remarks(&["it is not known who is acting"]).exits(2);
    alone
        .run("policy approve --as Zhou")
        .stderr("policy.toml approved by Zhou\nunreviewed: nobody in kehu.toml holds the role of president\n");
    alone.run("policy show").says(&["\napproved by Zhou on 2026-11-23, unreviewed\n"]);
}

#[test]
fn every_answer_that_used_a_draft_says_so_once_and_quietly_nothing() {
    let book = drafted("quiet_customer_days = 45\n").card("国外客户/德国/Acme", &customer("Acme", 1000, ""));
    for command in [
        "",
        "due",
        "grade",
        "grade --explain Acme",
        "receivables",
        "list",
        "search Acme",
        "show Acme",
        "show Acme --order PI-Acme",
        "policy show --format json",
        "policy impact policy.toml",
    ] {
        let mut run = book.run(command);
        let told = run.err();
        assert_eq!(told.matches(REMARK.trim_end()).count(), 1, "{command}: {told}");
        run.says(&[]);
        let mut quiet = book.run(&format!("{command} -q"));
        assert_eq!(quiet.err(), "", "{command}");
        quiet.says(&[]);
    }
    book.english()
        .run("list --format ids")
        .stdout("国外客户/德国/Acme\n")
        .stderr("policy.toml is a draft, not approved: kehu policy approve\n");
}

/// A figure is changed, and so is what is counted by it.
#[test]
fn a_changed_figure_changes_the_results() {
    let cards = |book: Book| {
        book.card("国外客户/德国/A", &customer("A", 600, "pay = { balance = 'oa', days = 30 }\n"))
            .card("国外客户/德国/B", &customer("B", 250, "pay = { balance = 'dp' }\n"))
            .card("国外客户/德国/C", &customer("C", 150, "pay = { balance = 'lc' }\n"))
    };
    let field = |text: &str, command: &str, keys: &[&str]| -> Vec<String> {
        let rows = cards(drafted(text)).run(&format!("{command} --format json")).any_stderr().json();
        let told =
            |row: &Value| keys.iter().map(|key| row[key].to_string().replace('"', "")).collect::<Vec<_>>().join(" ");
        rows.as_array().unwrap().iter().map(told).collect()
    };
    let bands = |text| field(text, "grade", &["name", "band"]);
    assert_eq!(bands(""), ["A A", "B A", "C B"]);
    assert_eq!(bands("share_a = 0.6\nshare_b = 0.25\nshare_c = 0.10\n"), ["A A", "B B", "C C"]);
    let exposure = |text| field(text, "receivables", &["name", "exposure", "at_risk"]);
    assert_eq!(exposure(""), ["A 600.00 0.00", "B 0.00 250.00", "C 0.00 150.00"]);
    assert_eq!(
        exposure("weight_dp = 0.5\nweight_lc = '0.1'\nweight_oa = 0.9\n"),
        ["A 540.00 60.00", "B 125.00 125.00", "C 15.00 135.00"]
    );
    // the last contact is the order of 5 January: 322 days ago
    let quiet = |text| field(text, "due --kind quiet", &["company", "due"]);
    assert_eq!(quiet("").len(), 3);
    assert_eq!(quiet("quiet_customer_days = 322\n")[0], "A 2026-11-23");
    assert_eq!(quiet("quiet_customer_days = 323\n"), [""; 0]);
    let review = |text| field(text, "due --kind review --within 400d", &["company", "due"]);
    assert_eq!(review("")[0], "A 2026-02-05");
    assert_eq!(review("review_a_months = 7\nreview_b_months = 7\nreview_c_d_months = 7\n")[0], "A 2026-08-05");
}

#[test]
fn the_impact_of_a_draft_is_told_for_those_whom_it_changes() {
    let book = firm()
        .card("国外客户/德国/A", &customer("A", 600, "pay = { balance = 'oa', days = 30 }\n"))
        .card("国外客户/德国/B", &customer("B", 250, "pay = { balance = 'dp' }\n"))
        .card("国外客户/德国/C", &customer("C", 150, ""))
        .card("潜在客户/德国/P", "name = 'P'\n")
        .file("draft.toml", "share_a = 0.6\nshare_b = 0.30\nweight_dp = 0.5\n");
    book.run("policy impact draft.toml")
        .stdout("客户  国家  负责人  建议等级  信用敞口\nB     德国  沈      A → B     0.00 → 125.00\n")
        .stderr("信用敞口单位 CNY\n");
    let rows = book.run("policy impact draft.toml --format json").json();
    let row = &rows.as_array().unwrap()[0];
    let keys: Vec<&str> = row.as_object().unwrap().keys().map(String::as_str).collect();
    assert_eq!(
        keys[10..],
        [
            "proposal_before",
            "proposal_after",
            "review_before",
            "review_after",
            "exposure_before",
            "exposure_after",
            "currency",
            "limit_cap_before",
            "limit_cap_after",
            "term_cap_before",
            "term_cap_after",
        ]
    );
    assert_eq!(
        (&row["company"], &row["proposal_before"], &row["proposal_after"]),
        (&json!("B"), &json!("A"), &json!("B"))
    );
    assert_eq!(rows.as_array().unwrap().len(), 1);
    // the investigations of all
    let book = book.file("slow.toml", "review_c_d_months = 2\n").english();
    book.run("policy impact slow.toml --format md").stdout(
        "\
| customer | country | owner | investigation |
| --- | --- | --- | --- |
| A | Germany | 沈 | 2026-02-05 → 2026-03-05 |
| B | Germany | 沈 | 2026-02-05 → 2026-03-05 |
| C | Germany | 沈 | 2026-02-05 → 2026-03-05 |
",
    );
    let book = book.file("none.toml", "quiet_customer_days = 90\n");
    book.run("policy impact none.toml").stderr("nothing would change for any customer\n");
    book.run("policy impact none.toml --format json").stdout("[]\n");
    book.run("policy impact none.toml --format csv").says(&["path,file,stage,", ",term_cap_after\n"]);
    // against what is used now, be it a draft itself
    let book = book.file("policy.toml", "review_c_d_months = 2\n");
    book.run("policy impact slow.toml").remarks(&["policy.toml is a draft", "nothing would change for any customer\n"]);
    book.run("policy impact").remarks(&["DRAFT"]).exits(2);
    let book = book.file("bad.toml", "lc_days = -1\nshare_a = 2\n");
    book.run("policy impact bad.toml").remarks(&["bad.toml:1:11: lc_days", "bad.toml:2:11: share_a"]).exits(2);
}

#[test]
fn chinese_names_of_the_commands_do_the_same() {
    let book = drafted("quiet_customer_days = 45\n");
    book.run("信用政策 校验").stdout("policy.toml：共写 1 项，自洽\n");
    book.run("信用政策 批准 --as 蒋").stderr("policy.toml 已由 蒋 批准\n");
    book.run("信用政策 查看").says(&["已由 蒋 于 2026-11-23 批准\n"]);
    book.run("信用政策 影响 policy.toml").stderr("对现有客户没有影响\n");
}

#[test]
fn outputs_and_file_fit_their_schemas() {
    let validator = |book: &Book, subject: &str| {
        let schema = book.run(&format!("schema {subject}")).json();
        jsonschema::draft7::options().should_validate_formats(true).build(&schema).unwrap()
    };
    let book = firm().card("国外客户/德国/A", &customer("A", 600, "")).file("draft.toml", "review_c_d_months = 2\n");
    let show = book.run("policy show --format json").json();
    assert!(validator(&book, "policy").is_valid(&show));
    let impact = book.run("policy impact draft.toml --format json").json();
    assert!(validator(&book, "policy_impact").is_valid(&impact) && impact[0].is_object());
    let file = validator(&book, "policy_file");
    let parsed = |text: &str| -> Value {
        let table: toml::Table = text.parse().unwrap();
        serde_json::to_value(table).unwrap()
    };
    assert!(file.is_valid(&parsed(&book.run("policy show --format toml").text())));
    for (text, fits) in [
        ("share_a = 0.7\nlc_days = 30\na_size = 'large'\n", true),
        ("share_a = '70%'\n", false),
        ("lc_days = 1.5\n", false),
        ("a_size = 'huge'\n", false),
        ("quiet = 3\n", false),
        ("[[approval]]\nby = '蒋'\n", false),
        ("[[approval]]\ndate = '2026-11-23'\nby = '蒋'\nrole = 'president'\ndigest = 'x'\n", true),
    ] {
        assert_eq!(file.is_valid(&parsed(text)), fits, "{text}");
    }
}
