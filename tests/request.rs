//! Requests and what is decided on them (第7–9条; rulebook §10); `grade --request`, `resume`.

#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::string_slice,
    reason = "a test that cannot go on says so"
)]

mod common;

use common::Book;

const FIRM: &str = "\
language = \"zh-CN\"
approvals_from = 2026-01-01

[[person]]
name = \"沈\"
roles = [\"salesperson\"]

[[person]]
name = \"罗\"
roles = [\"finance\"]

[[person]]
name = \"方\"
roles = [\"sales_manager\"]

[[person]]
name = \"蒋\"
roles = [\"marketing_director\", \"president\"]

[[person]]
name = \"钱\"
roles = [\"sales_manager\"]
left = 2026-01-31
";

const ACME: &str = "id = 'k7f3m2q9xz'\nname = 'Acme GmbH'\nowner = '沈'\ncreated = 2025-01-01\n";
const CARD: &str = "国外客户/德国/Acme GmbH/card.toml";

fn book() -> Book {
    Book::on("2026-02-02").file("kehu.toml", FIRM).card("国外客户/德国/Acme GmbH", ACME)
}

/// What is asked for once is not asked for twice, and of several the one that fails is named.
#[test]
fn nothing_is_asked_for_twice() {
    let book = book();
    book.run("credit set Acme --grade B --as 罗").any_stderr();
    let id = ids(&book).remove(0);
    book.run("credit set Acme --grade B --as 罗")
        .exits(1)
        .stderr(&format!("错误：已有申请 {id}\n  下一步：查看：kehu request show {id}\n"));
    book.run("credit set Acme --grade C --as 罗").any_stderr();
    let other = ids(&book).remove(1);
    book.run(&format!("request approve {other} {id} --as 蒋 -y"))
        .exits(1)
        .remarks(&[&format!("错误：{other}: 应先由销售经理审批")]);
    book.run("request approve RQ-NONE RQ-ALSO --as 方 -y").exits(2).remarks(&["没有申请 RQ-NONE"]);
}

/// Who becomes D keeps no limit and no term (第6条 4).
#[test]
fn a_fall_to_d_takes_limit_and_term_along() {
    let trusted = "[[credit]]\nfrom = 2025-06-01\ngrade = 'B'\nlimit = '500'\ncurrency = 'USD'\nterm_days = 30\n";
    let entry = "grade = \"D\"\nlimit = 0\ncurrency = \"USD\"\n";
    let book = book().card("国外客户/德国/Acme GmbH", &format!("{ACME}{trusted}"));
    book.run("credit set Acme --grade D --as 罗").any_stderr();
    let id = ids(&book).remove(0);
    for who in ["方", "蒋"] {
        book.run(&format!("request approve {id} --as {who}")).any_stderr();
    }
    assert!(book.text(CARD).contains(entry), "{}", book.text(CARD));
    let alone = Book::on("2026-02-02").card("国外客户/德国/Acme GmbH", &format!("{ACME}{trusted}"));
    alone.run("credit set Acme --grade D").any_stderr();
    assert!(alone.text(CARD).contains(entry), "{}", alone.text(CARD));
}

/// A text of any length keeps no list from being shown.
#[test]
fn a_text_without_end_is_shortened_in_lists() {
    let book = book();
    let endless = "长".repeat(40_000);
    book.run(&format!("request add Acme --grade B --reason {endless} --as 罗")).any_stderr();
    book.run("request list").says(&["长…", "待 方"]);
    book.run("list --columns name,note").any_stderr().any_stdout();
    book.run("due").says(&["待审批"]);
}

/// The ids of the requests of a card, in its order.
fn ids(book: &Book) -> Vec<String> {
    let text = book.text(CARD);
    let filed = text.split("[[request]]\nid = \"").skip(1);
    filed.map(|rest| rest.split('"').next().unwrap().to_owned()).collect()
}

#[test]
fn sales_proposes_finance_takes_it_up_two_approve_and_the_owner_knows() {
    let book = book();
    book.run("request add Acme --grade B --reason 连续三单按期付清 --as 沈")
        .remarks(&["国外客户/德国/Acme GmbH：已提交 RQ-", "，须财务、销售经理、营销总监审批，先由 罗 批复"]);
    let id = ids(&book).remove(0);
    book.run("request list").stdout(&format!(
        "\
审批单号   日期        客户       类别      申请内容  申请人  理由              进展
{id}  2026-02-02  Acme GmbH  等级调整  评为B级   沈      连续三单按期付清  待 罗
"
    ));
    book.run(&format!("request approve {id} --as 方")).exits(1).stderr(
        "\
错误：应先由财务审批（第8条）
  下一步：请 罗 先批复，再由您审批
",
    );
    book.run(&format!("request approve {id} --as 罗")).stderr(&format!("{id} 已由 罗 同意，尚待 方\n"));
    book.run(&format!("request approve {id} --as 方")).stderr(&format!("{id} 已由 方 同意，尚待 蒋\n"));
    book.run(&format!("request approve {id} --as 蒋")).stderr(&format!("{id} 已获批准，即日生效\n"));
    assert!(book.text(CARD).ends_with(&format!(
        "[[credit]]\nfrom = 2026-02-02\ngrade = \"B\"\nreason = \"连续三单按期付清\"\nrequest = \"{id}\"\n"
    )));
    book.run("due --kind request")
        .says(&[&format!("{id}（等级调整）：已批准，请负责人知悉：kehu request approve {id}（第8条）")]);
    book.run(&format!("request approve {id} --as 沈")).stderr(&format!("{id}：沈 已知悉\n"));
    book.run("due --kind request").stderr("没有到期事项\n");
    let json = book.run(&format!("request show {id} --format json")).json();
    assert_eq!(json["outcome"], "approved");
    assert_eq!((json["asked_grade"].as_str(), json["grade"].as_str()), (Some("B"), Some("B")));
    assert_eq!(json["decisions"].as_array().unwrap().len(), 4);
    assert!(json["decisions"].as_array().unwrap().iter().all(|decision| decision["counts"] == true));
}

#[test]
fn what_was_decided_is_decided() {
    let book = book();
    book.run("request add Acme --kind investigation --reason 新客户首单较大 --as 沈").any_stderr();
    let id = ids(&book).remove(0);
    book.run(&format!("request reject {id} --as 罗 --note 资料不足")).stderr(&format!("{id} 已由 罗 驳回\n"));
    for command in ["approve", "reject"] {
        book.run(&format!("request {command} {id} --as 罗"))
            .exits(1)
            .stderr(&format!("错误：{id} 已于 2026-02-02 被驳回\n  下一步：查看：kehu request show {id}\n"));
    }
    book.run(&format!("request show {id}")).stdout(&format!(
        "\
{id}  Acme GmbH
  类别：调查申请
  申请人：沈
  日期：2026-02-02
  理由：新客户首单较大
  审批职务：财务
  进展：已驳回
  2026-02-02  罗  财务  驳回  资料不足
"
    ));
    book.run("request list").stderr("没有待审批的申请\n");
    book.run("request list --all").says(&[&id, "已驳回"]);
}

#[test]
fn who_may_not_decide_is_told_who_may() {
    let book = book();
    book.run("request add Acme --grade B --reason x --as 罗").any_stderr();
    let id = ids(&book).remove(0);
    for (who, want) in [
        ("罗", format!("错误：{id} 是您自己提交的，不能审批自己的申请（第8条）\n  下一步：请由 方 批复\n")),
        ("沈", "错误：此事须由销售经理、营销总监审批（第8条），沈不是\n  下一步：请由 方 批复\n".to_owned()),
        ("蒋", "错误：应先由销售经理审批（第8条）\n  下一步：请 方 先批复，再由您审批\n".to_owned()),
        ("钱", "错误：钱 在 2026-02-02 不在职\n  下一步：请换在职人员，或核对 kehu.toml 中的 since、left\n".to_owned()),
    ] {
        book.run(&format!("request approve {id} --as {who}")).exits(1).stderr(&want);
    }
    book.run(&format!("request approve {id} --as 谁"))
        .exits(2)
        .stderr("错误：kehu.toml 中没有 谁\n  下一步：可选：沈、罗、方、蒋\n");
    book.run(&format!("request approve {id}"))
        .exits(2)
        .stderr("错误：不知道是谁在操作\n  下一步：请写明：--as 姓名，或设 KEHU_AS\n");
    book.run("request approve RQ-NONE --as 方")
        .exits(2)
        .stderr("错误：没有申请 RQ-NONE\n  下一步：查看全部：kehu request list --all\n");
    assert_eq!(book.text(CARD).matches("[[approval]]").count(), 0);
}

#[test]
fn several_are_decided_at_once_or_none() {
    let beta = "id = 'b2'\nname = 'Beta'\n";
    let book = book().card("国外客户/法国/Beta", beta);
    for name in ["Acme", "Beta"] {
        book.run(&format!("request add {name} --grade C --reason x --as 罗")).any_stderr();
    }
    let rows = book.run("request list --format json").json();
    let all: Vec<&str> = rows.as_array().unwrap().iter().map(|row| row["request"].as_str().unwrap()).collect();
    let both = all.join(" ");
    // nobody to ask, and nothing is half decided
    book.run(&format!("request approve {both} --as 方"))
        .exits(2)
        .says(&["Acme GmbH", "Beta"])
        .remarks(&["缺少 --yes，且没有终端可供询问"]);
    book.run(&format!("request approve {both} RQ-NONE --as 方 -y")).exits(2).remarks(&["没有申请 RQ-NONE"]);
    assert_eq!(book.text(CARD).matches("[[approval]]").count(), 0);
    book.run(&format!("request approve {both} --as 方 -y")).remarks(&["尚待 蒋"]);
    book.run("request list --mine --as 蒋 --format ids").says(&["国外客户/德国/Acme GmbH\n", "国外客户/法国/Beta\n"]);
    book.run("request list --mine --as 罗").stderr("没有待审批的申请\n");
}

#[test]
fn what_nobody_else_could_look_at_takes_effect_unreviewed() {
    let alone = Book::on("2026-02-02")
        .file("kehu.toml", "language = \"zh-CN\"\napprovals_from = 2026-01-01\n[[person]]\nname = \"陈\"\nroles = [\"finance\", \"sales_manager\"]\n")
        .card("国外客户/德国/Acme GmbH", ACME);
    alone.run("credit set Acme --grade B").remarks(&["已生效；销售经理、营销总监无复核（无他人担任）"]);
    let text = alone.text(CARD);
    assert_eq!(text.matches("decision = \"waive\"").count(), 2, "{text}");
    alone.run("list --columns name,grade").says(&["B"]);
    alone.run("request list --all").says(&["已同意（无复核）"]);
    alone.run("lint").any_stderr().any_stdout().says(&["unreviewed-change", "已生效，销售经理、营销总监无复核"]);
    // somebody who was there all along should have been asked
    let hired = alone.file(
        "kehu.toml",
        "language = \"zh-CN\"\napprovals_from = 2026-01-01\n[[person]]\nname = \"陈\"\nroles = [\"finance\", \"sales_manager\"]\n[[person]]\nname = \"方\"\nroles = [\"marketing_director\"]\n",
    );
    hired.run("lint").exits(1).any_stderr().says(&["approval-misfit", "当日另有人任该职务", "credit-not-approved"]);
}

#[test]
fn what_was_edited_after_it_was_approved_no_longer_counts() {
    let book = book();
    book.run("request add Acme --grade B --reason x --as 罗").any_stderr();
    let id = ids(&book).remove(0);
    for who in ["方", "蒋"] {
        book.run(&format!("request approve {id} --as {who}")).any_stderr();
    }
    let edited = book.text(CARD).replace("grade = \"B\"", "grade = \"A\"");
    let book = book.file(CARD, &edited);
    book.run(&format!("request show {id}")).says(&["提交后被改动", "无效：申请内容与批复时不符"]);
    book.run("lint").exits(1).any_stderr().says(&["request-edited", "approval-misfit", "credit-not-approved"]);
    book.run("credit check Acme --amount 'CNY 1' --pay oa --format json").exits(1).says(&["\"no_credit\""]);
}

#[test]
fn finance_proposes_grades_and_notes_the_check() {
    let order = "\n[[order]]\nnumber = 'O-1'\ndate = 2026-01-10\ncurrency = 'CNY'\namount = '1000'\n";
    let book =
        Book::on("2026-02-02").file("kehu.toml", FIRM).card("国外客户/德国/Acme GmbH", &format!("{ACME}{order}"));
    book.run("grade --request --as 方")
        .exits(1)
        .stderr("错误：此事由财务办理（第8条），方不是\n  下一步：请由 罗 办理：--as\n");
    book.run("grade --request --as 罗").exits(2).any_stdout().remarks(&["缺少 --yes"]);
    assert!(ids(&book).is_empty());
    book.run("grade --request --as 罗 -y")
        .any_stdout()
        .remarks(&["已提交 1 份申请，待销售经理、营销总监审批：RQ-", "；下次核查 2026-05-02 前"]);
    assert_eq!(ids(&book).len(), 1);
    assert!(book.text("kehu.toml").ends_with("\n[[grade_check]]\ndate = 2026-02-02\nby = \"罗\"\n"));
    // it is asked once
    book.run("grade --request --as 罗 -y").stderr("等级已核查，无须调整；下次核查 2026-05-02 前\n");
    book.run("grade --confirm --as 罗 --today 2026-02-03").stderr("等级已核查，维持不变；下次核查 2026-05-03 前\n");
    assert_eq!(book.text("kehu.toml").matches("[[grade_check]]").count(), 2);
}

#[test]
fn trading_begins_again_when_it_was_approved() {
    let stopped = format!("{ACME}\n[[credit]]\nfrom = 2026-01-15\nstate = 'halted'\nreason = '拒付'\n");
    let book = Book::on("2026-02-02").file("kehu.toml", FIRM).card("国外客户/德国/Acme GmbH", &stopped);
    book.run("resume Acme --as 沈 --reason 已付清").remarks(&["须销售经理、营销总监审批，先由 方 批复"]);
    let id = ids(&book).remove(0);
    book.run("resume Acme --as 沈 --reason 已付清")
        .exits(1)
        .stderr(&format!("错误：已有申请 {id}\n  下一步：查看：kehu request show {id}\n"));
    for who in ["方", "蒋"] {
        book.run("order Acme PI-1 --amount 'CNY 1' --pay advance").exits(1).remarks(&["已中止与该客户交易"]);
        book.run(&format!("request approve {id} --as {who}")).any_stderr();
    }
    book.run("order Acme PI-1 --amount 'CNY 1' --pay advance").any_stderr();
    book.run("resume Acme --as 沈 --reason x").exits(1).remarks(&["与该客户的交易没有停止"]);
}

#[test]
fn a_later_stop_must_be_asked_about_anew() {
    let stopped = format!("{ACME}\n[[credit]]\nfrom = 2026-01-15\nstate = 'suspended'\nreason = '拒付'\n");
    let book = Book::on("2026-02-02").file("kehu.toml", FIRM).card("国外客户/德国/Acme GmbH", &stopped);
    book.run("resume Acme --as 沈 --reason 已付清").any_stderr();
    let first = ids(&book).remove(0);
    let card = "国外客户/德国/Acme GmbH/card.toml";
    let halted = book.text(card) + "\n[[credit]]\nfrom = 2026-02-02\nstate = 'halted'\n";
    let book = book.file(card, &halted);
    book.run(&format!("request approve {first} --as 方")).exits(1).stderr(&format!(
        "错误：{first} 提交后，该客户于 2026-02-02 又被中止交易，不能批准（第14条）\n  \
         下一步：请驳回：kehu request reject {first}，再重新申请：kehu resume \"国外客户/德国/Acme GmbH\"\n"
    ));
    assert_eq!(book.text(card), halted);
    book.run(&format!("request reject {first} --as 方 -q"));
    book.run("resume Acme --as 沈 --reason 再次申请").any_stderr();
    let second = ids(&book).into_iter().find(|id| *id != first).unwrap();
    for who in ["方", "蒋"] {
        book.run(&format!("request approve {second} --as {who}")).any_stderr();
    }
    book.run("resume Acme --as 沈 --reason x").exits(1).remarks(&["与该客户的交易没有停止"]);
}

#[test]
fn who_resumes_hears_of_the_urgent_report_that_is_open() {
    let stopped = format!(
        "{ACME}\n[[credit]]\nfrom = 2026-01-15\nstate = 'suspended'\n\
         [[alert]]\nid = 'AL-1'\ndate = 2026-01-15\nby = '沈'\nkind = 'other'\nsummary = 'x'\n"
    );
    let directed = |effect: &str| {
        format!("{stopped}directive = {{ date = 2026-01-16, by = '方', text = 'y', effect = '{effect}' }}\n")
    };
    let path = "\"国外客户/德国/Acme GmbH\" AL-1";
    for (card, zh, en) in [
        (
            stopped.clone(),
            format!("；紧急报告 AL-1 未结案：批示之前仍不接新单：kehu alert directive {path}"),
            format!(
                "; urgent report AL-1 is open: orders stay refused until it is directed: kehu alert directive {path}"
            ),
        ),
        (
            directed("refused"),
            format!("；紧急报告 AL-1 未结案：结案之前仍不接新单：kehu alert close {path}"),
            format!("; urgent report AL-1 is open: orders stay refused until it is closed: kehu alert close {path}"),
        ),
        (
            directed("cash_only"),
            format!("；紧急报告 AL-1 未结案：结案之前仅限现款：kehu alert close {path}"),
            format!("; urgent report AL-1 is open: cash only until it is closed: kehu alert close {path}"),
        ),
    ] {
        let book = Book::on("2026-02-02").file("kehu.toml", FIRM).card("国外客户/德国/Acme GmbH", &card);
        book.run("resume Acme --as 沈 --reason 已付清").remarks(&[&zh]);
        let id = ids(&book).remove(0);
        let book = book.english();
        book.run(&format!("request approve {id} --as 方")).any_stderr();
        book.run(&format!("request approve {id} --as 蒋")).stderr(&format!("{id} approved and in force{en}\n"));
        // where nobody is listed trading begins again at once
        let alone = Book::on("2026-02-02").card("国外客户/德国/Acme GmbH", &card);
        alone.run("resume Acme --reason 已付清").stderr(&format!("国外客户/德国/Acme GmbH：恢复交易{zh}\n"));
    }
}

#[test]
fn bad_values_are_refused_before_anything_is_written() {
    let book = book();
    for (line, code, want) in [
        ("request add Acme --kind grade --reason x --as 沈", 2, "“等级调整”申请与所给内容不符"),
        ("request add Acme --kind investigation --grade B --reason x --as 沈", 2, "“调查申请”申请与所给内容不符"),
        ("request add Acme --grade B --as 沈", 2, "缺少 --reason"),
        ("request add Acme --limit 'USD -5' --reason x --as 沈", 2, "必须大于零"),
        ("request add Acme --limit 500 --reason x --as 沈", 2, "额度没有币种"),
        ("request add Acme --limit 'CNY 500' --reason x --as 沈", 1, "未评级的客户不给信用（第6条 4）"),
        ("credit set Acme --grade D --limit 'CNY 5' --as 罗", 1, "D级客户不给予任何信用交易（第6条 4）"),
        ("credit set Acme --as 罗", 2, "没有要设定的内容"),
        ("credit set Acme --grade B --limit 'CNY 5' --valid-until 2026-01-01 --as 罗", 2, "2026-01-01 已过"),
        ("credit check Acme --amount 5", 2, "金额没有币种"),
        ("credit check Acme --amount 'CNY 5' --deposit 130%", 2, "不是比例"),
        ("credit check Acme --amount 'CNY 5' --term 一个月", 2, "天数"),
    ] {
        book.run(line).exits(code).remarks(&[want]);
    }
    assert_eq!(book.text(CARD), ACME);
}

#[test]
fn in_english_too() {
    let book = book().english();
    book.run("request add Acme --grade B --reason 'paid in time' --as 罗")
        .remarks(&["国外客户/德国/Acme GmbH: RQ-", " filed; sales manager, marketing director must approve, 方 first"]);
    let id = ids(&book).remove(0);
    book.run("request list").stdout(&format!(
        "\
request    date        customer   kind   asks for  by  reason        stands
{id}  2026-02-02  Acme GmbH  grade  grade B   罗  paid in time  waits for 方
"
    ));
    book.run(&format!("request approve {id} --as 沈")).exits(1).stderr(
        "error: sales manager, marketing director must decide this (第8条), and 沈 is not\n  next: let 方 decide\n",
    );
    book.run("due --kind request").says(&[&format!("{id}, grade: to be decided by sales manager (第8条)")]);
}
