//! `investigate` and `report investigation`, as their users meet them.

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

const CARD: &str = "国外客户/德国/Acme/card.toml";

/// A card as somebody keeps it by hand.
const KEPT: &str = "\
name = 'Acme GmbH'   # 全称
address = 'Hauptstr. 1'
phone = '+49 711 5550134'
created = 2026-09-01

# 以下手工维护
[profile]
shareholders = ['Anna', 'Hans']
size   =   'medium'

[trade]
reputation = 'good'
";

const PEOPLE: &str = "\
language = 'zh-CN'
[[person]]
name = '沈'
roles = ['salesperson']
[[person]]
name = '罗'
roles = ['finance']
since = 2026-03-01
[[person]]
name = '方'
roles = ['sales_manager']
";

/// A book of one customer, with people and one paper.
fn book() -> Book {
    let book = Book::on("2026-11-23").file("kehu.toml", PEOPLE).file(CARD, KEPT);
    book.file("国外客户/德国/Acme/年报.pdf", "")
}

/// The words that complete an investigation but for channel and conclusion.
const SECTIONS: &str = "--basic 登记在册 --basic-source 商业登记 --traits 中型 --traits-source 官网 --business 未取得 \
                        --trade 无诉讼 --trade-source 商会来函 --finance '权益 120 万欧元' --finance-source 年报";

/// An investigation that was completed, and what was written of it.
fn investigated() -> Book {
    let book = book();
    let line = format!(
        "investigate Acme -q --channel bank,field {SECTIONS} --evidence 年报.pdf --conclusion 可给小额 --grade C \
         --limit 'USD 48000' --term 15 --condition 个人担保 --by 沈 --assessed-by 罗 --completed"
    );
    book.run(&line);
    book
}

/// What lint finds about investigations.
fn found(book: &Book) -> Vec<String> {
    let rows = book.run("lint --format json").json();
    let codes = rows.as_array().unwrap().iter().map(|row| row["code"].as_str().unwrap().to_owned());
    codes.filter(|code| code.starts_with("investigation") || code.ends_with("evidence")).collect()
}

#[test]
fn a_draft_is_taken_up_until_it_is_complete() {
    let book = book();
    book.run("investigate Acme --channel bank,实地调查 --basic 登记在册 --as 沈").stderr(
        "国外客户/德国/Acme：2026-11-23 开始的调查已存为草稿\n\
         还缺：基础资料来源（--basic-source）、客户特征（--traits）、业务状况（--business）、交易现状（--trade）、\
         财务状况（--finance）、结论（--conclusion）、财务评估人（--assessed-by 罗）；\
         继续：kehu investigate \"国外客户/德国/Acme\"\n",
    );
    let begun =
        "\n[[investigation]]\ndate = 2026-11-23\nby = \"沈\"\nchannels = [\"bank\", \"field\"]\nbasic = \"登记在册\"\n";
    assert_eq!(book.text(CARD), format!("{KEPT}{begun}"));

    // two days later finance goes on; to lists it is added
    let book = book.at("2026-11-25");
    let line = format!(
        "investigate Acme --channel trade {SECTIONS} --evidence 年报.pdf --conclusion 可给小额 --grade C \
         --limit 'USD 48000' --term 15 --condition 个人担保,collateral --completed --as 罗"
    );
    book.run(&line).stderr(
        "国外客户/德国/Acme：信用调查于 2026-11-25 完成\n\
         报告请于 2026-11-28 前交销售经理（第11条）：kehu report investigation \"国外客户/德国/Acme\"，\
         交后 kehu investigate \"国外客户/德国/Acme\" --reported\n\
         基础资料：卡片已有 4/8 项，缺经营管理者、法人代表、企业组织形式、开业时间：kehu set \"国外客户/德国/Acme\" \
         profile.managers=… profile.legal_representative=… profile.organisation=… profile.founded=…\n\
         客户特征：卡片已有 1/6 项，缺经营政策和观念、经营方向和特点、销售能力、服务区域、发展潜力：kehu set \"国外客户/德国/Acme\" \
         profile.business_policy=… profile.focus=… profile.sales_capacity=… profile.territory=… profile.potential=…\n\
         业务状况：卡片已有 0/5 项，缺销售业绩、人员素质、与竞争者的关系、与本企业的业务关系、合作态度：kehu set \"国外客户/德国/Acme\" \
         business.performance=… business.staff=… business.competitors=… business.relationship=… business.attitude=…\n\
         交易现状：卡片已有 1/6 项，缺企业形象、信用状况、销售现状及优劣势、交易条件、信用问题及对策：kehu set \"国外客户/德国/Acme\" \
         trade.image=… trade.standing=… trade.strengths=… trade.terms=… trade.problems=…\n\
         财务状况：卡片已有 0/4 项，缺资产、负债、所有者权益、现金流量：kehu set \"国外客户/德国/Acme\" \
         finance.assets=… finance.liabilities=… finance.equity=… finance.cash_flow=…\n",
    );
    let whole = "
[[investigation]]
date = 2026-11-23
by = \"沈\"
assessed_by = \"罗\"
channels = [\"bank\", \"field\", \"trade\"]
basic = \"登记在册\"
basic_source = \"商业登记\"
traits = \"中型\"
traits_source = \"官网\"
business = \"未取得\"
trade = \"无诉讼\"
trade_source = \"商会来函\"
finance = \"权益 120 万欧元\"
finance_source = \"年报\"
evidence = [\"年报.pdf\"]
conclusion = \"可给小额\"
grade = \"C\"
limit = 48000
currency = \"USD\"
term_days = 15
conditions = [\"personal_guarantee\", \"collateral\"]
completed = 2026-11-25
";
    assert_eq!(book.text(CARD), format!("{KEPT}{whole}"));
    assert_eq!(found(&book), Vec::<String>::new());
}

#[test]
fn what_lacks_something_is_not_completed_unless_it_may_stay_a_draft() {
    let book = book().english();
    let line = "investigate Acme --channel bank --basic registered --conclusion fine --completed --as 沈";
    book.run(line)
        .stderr(
            "error: the investigation is not complete; it lacks source of the basic facts (--basic-source), \
             traits (--traits), business (--business), trade standing (--trade), finance (--finance), \
             who of finance concludes (--assessed-by 罗)\n  \
             next: give what is missing, or keep it as a draft: --draft\n",
        )
        .exits(1);
    assert_eq!(book.text(CARD), KEPT);
    book.run(&format!("{line} --draft"))
        .stderr(
            "国外客户/德国/Acme: the investigation begun on 2026-11-23 is kept as a draft\n\
             it lacks source of the basic facts (--basic-source), traits (--traits), business (--business), \
             trade standing (--trade), finance (--finance), who of finance concludes (--assessed-by 罗); \
             go on: kehu investigate \"国外客户/德国/Acme\"\n",
        )
        .exits(1);
    assert!(book.text(CARD).contains("basic = \"registered\"") && !book.text(CARD).contains("completed"));
    // what is there and nothing else is wanted: it is complete but for the word
    let line = format!("investigate Acme -q {SECTIONS} --assessed-by 罗 --draft");
    book.run(&line);
    book.run("investigate Acme --basic-source register").stderr(
        "国外客户/德国/Acme: the investigation begun on 2026-11-23 is kept as a draft\n\
         it lacks nothing; complete it: kehu investigate \"国外客户/德国/Acme\" --completed\n",
    );
    book.run("investigate Acme -q --completed");
    assert!(book.text(CARD).contains("\ncompleted = 2026-11-23\n"));
}

#[test]
fn where_nobody_is_listed_nobody_need_conclude() {
    let book = Book::on("2026-11-23").file(CARD, "name = 'Acme'\n");
    book.run(&format!("investigate Acme -q --channel bank {SECTIONS} --conclusion 现款 --completed 2026-11-20"));
    let card = book.text(CARD);
    assert!(card.contains("\ndate = 2026-11-20\nchannels") && card.ends_with("completed = 2026-11-20\n"), "{card}");
    assert_eq!(found(&book), ["investigation-not-assessed"]);
}

#[test]
fn an_update_says_what_changed_or_was_confirmed_and_resets_the_clock() {
    let book = book().english();
    book.run("due --kind review").says(&["credit investigation, ungraded, every month (第11条)"]);
    book.run("investigate Acme --update --trade 'paid early' --trade-source 'bank slip' --by 沈 --assessed-by 罗")
        .stderr(
            "国外客户/德国/Acme: update of 2026-11-23 noted\n\
         report to the sales manager by 2026-11-26 (第11条): kehu report investigation \"国外客户/德国/Acme\", \
         then kehu investigate \"国外客户/德国/Acme\" --reported\n",
        );
    let first = "\n[[investigation]]\ndate = 2026-11-23\nby = \"沈\"\nassessed_by = \"罗\"\nchannels = [\"internal\"]\n\
                 update = true\ntrade = \"paid early\"\ntrade_source = \"bank slip\"\ncompleted = 2026-11-23\n";
    assert_eq!(book.text(CARD), format!("{KEPT}{first}"));
    book.run("due --kind review").stderr("nothing is due\n");

    let book = book.at("2026-12-23");
    book.run("investigate Acme -q --update --confirmed 'bank slips, letters' --channel bank --as 罗");
    let second = "\n[[investigation]]\ndate = 2026-12-23\nby = \"罗\"\nassessed_by = \"罗\"\nchannels = [\"bank\"]\n\
                  update = true\ntrade = \"checked, nothing changed\"\ntrade_source = \"bank slips, letters\"\n\
                  completed = 2026-12-23\n";
    assert_eq!(book.text(CARD), format!("{KEPT}{first}{second}"));
}

#[test]
fn an_update_leaves_the_draft_of_a_full_investigation_alone() {
    let book = book();
    book.run("investigate Acme -q --channel bank --date 2026-11-20 --as 沈");
    book.run("investigate Acme -q --update --confirmed 银行流水 --assessed-by 罗");
    let card = book.text(CARD);
    assert!(card.contains("date = 2026-11-20\nby = \"沈\"\nchannels = [\"bank\"]\n\n[[investigation]]\n"), "{card}");
    book.run("investigate Acme --trade x").remarks(&["2026-11-20 开始的调查已存为草稿"]);
}

#[test]
fn the_same_investigation_is_not_completed_twice_on_a_day() {
    let book = investigated();
    let before = book.text(CARD);
    let again = format!(
        "investigate Acme -q --channel bank {SECTIONS} --conclusion 可给小额 --grade C --limit 'USD 48000' --term 15 \
         --condition 个人担保 --by 沈 --assessed-by 罗 --completed"
    );
    book.run(&again)
        .stderr(
            "错误：2026-11-23 完成的信用调查内容完全相同，已登记过\n  \
             下一步：登记此后的变化：kehu investigate \"国外客户/德国/Acme\" --update；若是另一天的调查：--completed 日期\n",
        )
        .exits(1);
    assert_eq!(book.text(CARD), before);
    // both ways out lead on, and so does one that says something else
    book.run(&format!("{again} 2026-11-22")).stderr("").exits(0);
    book.run(&again.replace("--term 15", "--term 20")).stderr("").exits(0);
    book.run("investigate Acme -q --update --confirmed 银行流水 --as 罗").stderr("").exits(0);
    // a filled form is read in once
    let book = self::book().file("表.toml", &form_of(&before));
    book.run("investigate Acme -q --from 表.toml --completed").stderr("").exits(0);
    book.run("investigate Acme -q --from 表.toml --completed")
        .remarks(&["2026-11-23 完成的信用调查内容完全相同"])
        .exits(1);
}

/// What a card says of its investigation, as a form says it.
fn form_of(card: &str) -> String {
    let (_, said) = card.split_once("[[investigation]]\n").unwrap();
    said.split_inclusive('\n').filter(|line| !line.starts_with("completed")).collect()
}

#[test]
fn a_day_has_one_update() {
    let book = book().english();
    book.run("investigate Acme -q --update --confirmed slips --as 罗");
    let before = book.text(CARD);
    // told at once, before what it lacks
    for more in ["--trade 'paid early' --trade-source slip --as 罗", ""] {
        book.run(&format!("investigate Acme --update {more}"))
            .stderr(
                "error: the update of 2026-11-23 stands already\n  \
                 next: add to that one: kehu edit \"国外客户/德国/Acme\"\n",
            )
            .exits(1);
    }
    assert_eq!(book.text(CARD), before);
    book.run("investigate Acme -q --update --confirmed letters --date 2026-11-22 --as 罗").stderr("").exits(0);
}

#[test]
fn one_report_covers_all_that_wait() {
    let done = |day: &str, more: &str| format!("\n[[investigation]]\ndate = {day}\ncompleted = {day}\n{more}");
    let card = [
        KEPT.to_owned(),
        done("2026-09-10", ""),
        done("2026-10-10", "reported = 2026-10-11\nreported_to = '方'\n"),
        done("2026-11-10", ""),
        done("2026-11-22", ""),
    ];
    let book = book().file(CARD, &card.concat());
    let late = |book: &Book| {
        let rows = book.run("report compliance --format json").json();
        let rows = rows.as_array().unwrap().iter().filter(|row| row["breach"] == "late_report");
        rows.map(|row| row["days_late"].as_i64().unwrap()).collect::<Vec<_>>()
    };
    assert_eq!(late(&book), [71, 10]);
    // what was completed after the day of the report was not in it
    book.run("investigate Acme --reported 2026-11-15")
        .stderr("国外客户/德国/Acme：2026-09-10、2026-11-10 完成的 2 份调查已于 2026-11-15 报告 方\n");
    let reported = "reported = 2026-11-15\nreported_to = \"方\"\n";
    let mut want = card.clone();
    want[1].push_str(reported);
    want[3].push_str(reported);
    assert_eq!(book.text(CARD), want.concat());
    assert_eq!(late(&book), [63, 2]);
    let book = book.english();
    book.run("investigate Acme --reported")
        .stderr("国外客户/德国/Acme: the investigation completed on 2026-11-22 was reported to 方 on 2026-11-23\n");
    book.run("investigate Acme --reported").remarks(&["no completed investigation waits for its report"]).exits(1);

    // nobody to report to is named, none was reported before
    let book = Book::on("2026-11-23").file(CARD, &[&card[0][..], &card[1], &card[4]].concat()).english();
    book.run("investigate Acme --reported").stderr(
        "国外客户/德国/Acme: 2 investigations, completed on 2026-09-10, 2026-11-22, were reported on 2026-11-23\n",
    );
}

#[test]
fn the_report_is_handed_to_the_sales_manager() {
    let book = investigated().at("2026-11-27");
    book.run("due --kind report").stdout(
        "逾期  类别      客户       国家  等级  负责人  事项\n\
         1 天  报告待交  Acme GmbH  德国                2026-11-23 完成信用调查，报告待交销售经理（第11条）\n",
    );
    let row = book.run("--lang en due --kind report --format json").json()[0].take();
    let want = [
        "report",
        "2026-11-23",
        "2026-11-26",
        "investigation completed on 2026-11-23: report to the sales manager (第11条)",
    ];
    assert_eq!(["kind", "since", "due", "summary"].map(|key| row[key].as_str().unwrap_or_default()), want);
    let before = book.text(CARD);
    book.run("investigate Acme --reported 2026-11-25")
        .stderr("国外客户/德国/Acme：2026-11-23 完成的调查已于 2026-11-25 报告 方\n");
    assert_eq!(book.text(CARD), format!("{before}reported = 2026-11-25\nreported_to = \"方\"\n"));
    book.run("due --kind report").stderr("没有到期事项\n");
}

#[test]
fn a_report_may_go_to_somebody_else_and_be_tried_first() {
    let book = investigated().english();
    let before = book.text(CARD);
    book.run("investigate Acme --reported --to 罗 --date 2026-11-23 --dry-run")
        .says(&["+reported = 2026-11-23\n+reported_to = \"罗\"\n"]);
    assert_eq!(book.text(CARD), before);
    book.run("investigate Acme --reported --to 罗")
        .stderr("国外客户/德国/Acme: the investigation completed on 2026-11-23 was reported to 罗 on 2026-11-23\n");
}

#[test]
fn a_report_that_is_handed_over_and_a_form_take_no_findings() {
    let book = investigated();
    let before = book.text(CARD);
    for (line, want) in [
        ("--reported --basic x", "错误：--reported 不能与 --basic 同时使用\n"),
        ("--form --completed", "错误：--form 不能与 --completed 同时使用\n"),
        ("--form --reported", "错误：--form 不能与 --reported 同时使用\n"),
        ("--confirmed x", "错误：缺少：--update\n"),
        ("--to 方", "错误：缺少：--reported\n"),
    ] {
        book.run(&format!("investigate Acme {line}"))
            .stderr(&format!("{want}  下一步：用法：kehu investigate [客户] [选项]\n"))
            .exits(2);
    }
    assert_eq!(book.text(CARD), before);
}

const FORM: &str = "\
# 信用调查表：国外客户/德国/Acme，2026-11-23
# 填好存成文件，再运行：kehu investigate \"国外客户/德国/Acme\" --from 文件
# 请写资料和事实，注明来源，切忌主观臆断（第11条）；没有查到的写“未取得”，不必写来源。

date = 2026-11-23                 # 开始日期
by = \"沈\"                         # 调查人
channels = []                     # 调查途径：bank 金融机构 | trade 客户或行业组织 | internal 内部调查 | field 实地调查

# 一、基础资料：卡片已有 4/8 项（第10条 4）
#   已有：名称：Acme GmbH；地址：Hauptstr. 1；电话：+49 711 5550134；股东构成：Anna、Hans
#   缺：经营管理者、法人代表、企业组织形式、开业时间
basic = \"\"
basic_source = \"\"

# 二、客户特征：卡片已有 1/6 项（第10条 4）
#   已有：规模：中
#   缺：经营政策和观念、经营方向和特点、销售能力、服务区域、发展潜力
traits = \"\"
traits_source = \"\"

# 三、业务状况：卡片已有 0/5 项（第10条 4）
#   缺：销售业绩、人员素质、与竞争者的关系、与本企业的业务关系、合作态度
business = \"\"
business_source = \"\"

# 四、交易现状：卡片已有 1/6 项（第10条 4）
#   已有：声誉：较好
#   缺：企业形象、信用状况、销售现状及优劣势、交易条件、信用问题及对策
trade = \"\"
trade_source = \"\"

# 五、财务状况：卡片已有 0/4 项（第10条 4）
#   缺：资产、负债、所有者权益、现金流量
finance = \"\"
finance_source = \"\"

evidence = []                     # 凭证

# 结论，与事实分开写
conclusion = \"\"                   # 结论
# grade = \"B\"                     # 建议等级：A A级 | B B级 | C C级 | D D级
# limit = 48000                   # 建议额度
# currency = \"USD\"                # 币种
# term_days = 30                  # 建议账期（天）
conditions = []                   # 附加条件：exchanged_contract 交换合同书 | personal_guarantee 个人担保 | joint_guarantee 连带担保 | collateral 抵押担保
assessed_by = \"\"                  # 评估人
# 不写下一行则存为草稿
# completed = 2026-11-23          # 完成日期
";

#[test]
fn a_form_is_printed_filled_in_and_read() {
    let book = book();
    book.run("investigate Acme --form --as 沈").stdout(FORM);
    let mut filled = FORM.to_owned();
    for (blank, said) in [
        ("channels = []", "channels = ['金融机构', 'field']"),
        ("\nbasic = \"\"", "\nbasic = '登记在册'"),
        ("basic_source = \"\"", "basic_source = '商业登记'"),
        ("\ntrade = \"\"", "\ntrade = '无诉讼'"),
        ("trade_source = \"\"", "trade_source = '商会来函'"),
        ("evidence = []", "evidence = ['年报.pdf']"),
        ("# limit = 48000", "limit = 48000.50"),
        ("# currency = \"USD\"", "currency = 'usd'"),
    ] {
        assert!(filled.contains(blank), "{blank}");
        filled = filled.replacen(blank, said, 1);
    }
    let book = book.file("form.toml", &filled);
    // what a flag says counts before the form
    book.run("investigate Acme -q --from form.toml --trade 有诉讼");
    let begun = "
[[investigation]]
date = 2026-11-23
by = \"沈\"
channels = [\"bank\", \"field\"]
basic = \"登记在册\"
basic_source = \"商业登记\"
trade = \"有诉讼\"
trade_source = \"商会来函\"
evidence = [\"年报.pdf\"]
limit = \"48000.50\"
currency = \"USD\"
";
    assert_eq!(book.text(CARD), format!("{KEPT}{begun}"));
    // the form of a draft holds what it says; read again unchanged it changes nothing
    let form = book.run("investigate Acme --form").text();
    for line in ["\nbasic = \"登记在册\"\n", "\nlimit = \"48000.50\" ", "\nchannels = [\"bank\", \"field\"] "] {
        assert!(form.contains(line), "{line}\n{form}");
    }
    let book = book.file("form.toml", &form).at("2026-11-25");
    book.run("investigate Acme -q --from form.toml");
    assert_eq!(book.text(CARD), format!("{KEPT}{begun}"));
}

#[test]
fn the_form_speaks_english_and_nothing_in_it_breaks_out() {
    let card = "name = \"Acme\\n[x]\\u001b[31m\"\n";
    let book = Book::on("2026-11-23").english().file(CARD, card);
    let form = book.run("investigate Acme --form").text();
    for line in [
        "# Credit investigation: 国外客户/德国/Acme, 2026-11-23\n",
        "# 1. Basic facts: the card knows 1 of 8 (第10条 4)\n#   known: name: Acme [x]␛[31m\n#   not known: address, phone, ",
        "channels = []                     # channels: bank financial institution | trade ",
        "# Without this line it is kept as a draft\n# completed = 2026-11-23          # completed\n",
    ] {
        assert!(form.contains(line), "{line}\n{form}");
    }
    let book = book.file("form.toml", &form);
    book.run("investigate Acme -q --from form.toml --channel bank");
    assert_eq!(book.text(CARD), format!("{card}\n[[investigation]]\ndate = 2026-11-23\nchannels = [\"bank\"]\n"));
}

#[test]
fn the_report_is_one_paper_facts_first_and_the_conclusion_apart() {
    let book = investigated();
    book.run("report investigation Acme").stdout(
        "\
信用调查报告

客户      Acme GmbH
国家      德国
客户编号  —
类别      全面调查
开始日期  2026-11-23
完成日期  2026-11-23
状态      已完成
调查途径  金融机构、实地调查
调查人    沈
评估人    罗
报告对象  —
凭证      年报.pdf

一、基础资料（已有 4/8 项）

调查所得  登记在册
来源      商业登记
调查途径  金融机构、实地调查
日期      2026-11-23

项目      客户资料卡所载
名称      Acme GmbH
地址      Hauptstr. 1
电话      +49 711 5550134
股东构成  Anna、Hans

二、客户特征（已有 1/6 项）

调查所得  中型
来源      官网
调查途径  金融机构、实地调查
日期      2026-11-23

项目  客户资料卡所载
规模  中

三、业务状况（已有 0/5 项）

调查所得  未取得
来源      —
调查途径  金融机构、实地调查
日期      2026-11-23

四、交易现状（已有 1/6 项）

调查所得  无诉讼
来源      商会来函
调查途径  金融机构、实地调查
日期      2026-11-23

项目  客户资料卡所载
声誉  较好

五、财务状况（已有 0/4 项）

调查所得  权益 120 万欧元
来源      年报
调查途径  金融机构、实地调查
日期      2026-11-23

六、与我方往来（截至 2026-11-23）

核定等级  无
现行额度  无
现行账期  无
付款情况  近 12 个月没有结清的出运
拒付      无
欠款      无

七、未取得的资料

- 基础资料：经营管理者、法人代表、企业组织形式、开业时间
- 客户特征：经营政策和观念、经营方向和特点、销售能力、服务区域、发展潜力
- 业务状况：未取得
- 业务状况：销售业绩、人员素质、与竞争者的关系、与本企业的业务关系、合作态度
- 交易现状：企业形象、信用状况、销售现状及优劣势、交易条件、信用问题及对策
- 财务状况：资产、负债、所有者权益、现金流量

八、结论

结论      可给小额
建议等级  C级
建议额度  USD 48,000.00
建议账期  15 天
附加条件  个人担保
下次调查  2026-12-23

编制（财务）：________________  日期：____________
收集（业务）：________________  日期：____________
接收（销售经理）：________________  日期：____________
",
    );
}

#[test]
fn the_report_tells_how_the_customer_paid() {
    let order = "\
[[credit]]
from = 2026-01-01
grade = 'B'
limit = '9000.00'
currency = 'USD'
valid_until = 2026-12-31
term_days = 30
[[order]]
number = 'PI-1'
date = 2026-08-01
currency = 'USD'
amount = '5000.00'
pay = { balance = 'oa', days = 30 }
shipped = 2026-09-01
[[order]]
number = 'PI-2'
date = 2026-09-01
currency = 'USD'
amount = '3000.00'
pay = { balance = 'oa', days = 30 }
shipped = 2026-10-01
[[payment]]
date = 2026-10-11
amount = '5000.00'
currency = 'USD'
order = 'PI-1'
[[alert]]
id = 'AL-1'
date = 2026-11-02
kind = 'dishonoured'
summary = 'x'
";
    let update = "[[investigation]]\ndate = 2026-11-05\ncompleted = 2026-11-06\nupdate = true\nchannels = ['bank']\n\
                  trade = '付款变慢'\ntrade_source = '银行水单'\nreported = 2026-11-09\nreported_to = '方'\n";
    let book = book().english().file(CARD, &format!("{KEPT}{order}{update}"));
    let md = book.run("report investigation Acme --format md --today 2026-11-23").text();
    for part in [
        "- **Kind**: periodic update\n",
        "- **State**: reported\n",
        "- **Reported to**: 方, 2026-11-09\n",
        "Nothing new in this update.\n",
        "## 6. Dealings with us up to 2026-11-23\n\n- **Grade in force**: B\n- **Limit in force**: USD 9,000.00\n\
         - **Term in force**: 30 days\n- **Payment**: 1 shipment settled in the last 12 months, 10.0 days late on average\n\
         - **Bill dishonoured**: 2026-11-02\n\n\
         | Currency | Receivable | Not due | 1-30 days | 31-60 | 61-90 | Over 90 | Disputed | Exposure | Unapplied |\n",
        "| USD | 3,000.00 | 0.00 | 3,000.00 | 0.00 |",
        "- **Next investigation**: 2027-02-06\n",
    ] {
        assert!(md.contains(part), "{part}\n{md}");
    }
    let html = book.run("report investigation Acme --format html").text();
    assert!(html.contains("<title>Credit investigation report</title>") && html.contains("付款变慢"), "{html}");
}

#[test]
fn the_report_as_data() {
    let book = investigated();
    let row = book.run("report investigation Acme --format json").json();
    let schema = book.run("schema investigation").json();
    assert!(jsonschema::draft7::options().build(&schema).unwrap().is_valid(&row), "{row:#}");
    let want = serde_json::json!({
        "path": "国外客户/德国/Acme", "file": CARD, "stage": "customer", "country": "DE", "company": "Acme",
        "name": "Acme GmbH", "id": null, "code": null, "owner": null, "grade": null,
        "date": "2026-11-23", "completed": "2026-11-23", "state": "completed", "update": false,
        "channels": ["bank", "field"], "by": "沈", "assessed_by": "罗", "reported": null, "reported_to": null,
        "evidence": ["年报.pdf"],
        "sections": [
            {"section": "basic", "text": "登记在册", "source": "商业登记", "known": 4, "of": 8,
             "gaps": ["profile.managers", "profile.legal_representative", "profile.organisation", "profile.founded"]},
            {"section": "traits", "text": "中型", "source": "官网", "known": 1, "of": 6,
             "gaps": ["profile.business_policy", "profile.focus", "profile.sales_capacity", "profile.territory", "profile.potential"]},
            {"section": "business", "text": "未取得", "source": null, "known": 0, "of": 5,
             "gaps": ["business.performance", "business.staff", "business.competitors", "business.relationship", "business.attitude"]},
            {"section": "trade", "text": "无诉讼", "source": "商会来函", "known": 1, "of": 6,
             "gaps": ["trade.image", "trade.standing", "trade.strengths", "trade.terms", "trade.problems"]},
            {"section": "finance", "text": "权益 120 万欧元", "source": "年报", "known": 0, "of": 4,
             "gaps": ["finance.assets", "finance.liabilities", "finance.equity", "finance.cash_flow"]},
        ],
        "dealings": {"limit": null, "limit_currency": null, "term_days": null, "settled": 0, "average_days_late": null,
                     "dishonoured": null, "owed": []},
        "conclusion": "可给小额", "proposed_grade": "C", "proposed_limit": "48000", "proposed_currency": "USD",
        "proposed_term_days": 15, "conditions": ["personal_guarantee"], "next": "2026-12-23",
    });
    assert_eq!(row, want);
}

#[test]
fn which_report_is_meant_is_said_by_a_day() {
    let one = |date: &str, rest: &str| format!("[[investigation]]\ndate = {date}\n{rest}\n");
    let card = one("2026-05-01", "completed = 2026-05-04\nconclusion = '甲'")
        + &one("2026-08-01", "completed = 2026-08-04\nconclusion = '乙'")
        + &one("2026-11-20", "conclusion = '丙'");
    let book = Book::on("2026-11-23").file(CARD, &card);
    for (line, want, state) in [
        ("", "乙", "overdue"),
        ("--date 2026-05-01", "甲", "overdue"),
        ("--date 2026-05-04", "甲", "overdue"),
        ("--date 2026-11-20", "丙", "draft"),
        ("--today 2026-08-03", "甲", "overdue"),
        ("--today 2026-08-03 --date 2026-08-01", "乙", "draft"),
    ] {
        let row = book.run(&format!("report investigation Acme --format json {line}")).json();
        assert_eq!((row["conclusion"].as_str(), row["state"].as_str()), (Some(want), Some(state)), "{line}");
    }
}

#[test]
fn money_that_cannot_be_told_leaves_the_rest_of_the_report() {
    let card = "[[order]]\nnumber = 'PI-1'\ndate = 2026-10-01\namount = 5\n[[investigation]]\ndate = 2026-11-01\n\
                completed = 2026-11-02\nconclusion = '现款'\n";
    let book = Book::on("2026-11-23").file(CARD, card);
    book.run("report investigation Acme")
        .says(&["卡片金额无法计算。", "结论      现款"])
        .remarks(&["PI-1：缺少币种"])
        .exits(2);
    assert_eq!(
        book.run("report investigation Acme --format json").any_stderr().exits(2).json()["dealings"],
        serde_json::Value::Null
    );
}

#[cfg(unix)]
mod at_a_terminal {
    use super::*;
    use common::terminal::at_terminal;

    const CTRL_C: &str = "\u{3}";

    #[test]
    fn cancelled_kept_as_a_draft_and_taken_up() {
        let book = book();
        let mut terminal = at_terminal(&book, &["investigate", "Acme", "--as", "沈"]);
        terminal
            .answers("实地调查（可不填）：", "银行")
            .sees("不在以下之列")
            .answers("（可不填）：", "金融机构，field");
        terminal.sees("一、基础资料").sees("卡片已有 4/8 项").sees("缺：经营管理者、法人代表");
        terminal.answers("调查所得（可不填）：", "登记在册");
        terminal.sees("基础资料来源（可不填）：").types("商业登记\r");
        terminal.sees("二、客户特征").sees("调查所得（可不填）：").types(CTRL_C);
        assert_eq!(terminal.ends(), Some(1), "{}", terminal.shown);
        assert!(terminal.shown.contains("2026-11-23 开始的调查已存为草稿"), "{}", terminal.shown);
        let begun = "\n[[investigation]]\ndate = 2026-11-23\nby = \"沈\"\nchannels = [\"bank\", \"field\"]\n\
                     basic = \"登记在册\"\nbasic_source = \"商业登记\"\n";
        assert_eq!(book.text(CARD), format!("{KEPT}{begun}"));

        let book = book.at("2026-11-24");
        let mut terminal = at_terminal(&book, &["investigate", "Acme", "--as", "沈"]);
        terminal.sees("继续填写 2026-11-23 开始的调查草稿");
        for (found, source) in [("中型", "官网"), ("未取得", ""), ("无诉讼", "商会来函"), ("权益 120 万欧元", "年报")]
        {
            terminal.answers("调查所得（可不填）：", found);
            if !source.is_empty() {
                terminal.answers("来源（可不填）：", source);
            }
        }
        terminal.sees("文件夹中有：年报.pdf");
        terminal.answers("逗号分隔（可不填）：", "年报.doc").sees("客户文件夹中没有 年报.doc");
        terminal.answers("（可不填）：", "年报.pdf");
        terminal.answers("财务评估结论（与事实分开）（可不填）：", "可给小额");
        terminal.answers("建议等级：A级、B级、C级、D级（可不填）：", "C");
        terminal.answers("建议额度，如 USD 48000（可不填）：", "48000").sees("没有写币种");
        terminal.answers("（可不填）：", "USD 48000");
        terminal.answers("建议账期（天）（可不填）：", "15");
        terminal.answers("抵押担保（可不填）：", "");
        terminal.answers("评估人（财务），如 罗（可不填）：", "沈").sees("应由财务评估（第11条 1(1)）");
        terminal.answers("（可不填）：", "罗");
        terminal.answers("调查是否已完成？［是/否］：", "是");
        assert_eq!(terminal.ends(), Some(0), "{}", terminal.shown);
        assert!(terminal.shown.contains("信用调查于 2026-11-24 完成"), "{}", terminal.shown);
        let whole = "
[[investigation]]
date = 2026-11-23
by = \"沈\"
assessed_by = \"罗\"
channels = [\"bank\", \"field\"]
basic = \"登记在册\"
basic_source = \"商业登记\"
traits = \"中型\"
traits_source = \"官网\"
business = \"未取得\"
trade = \"无诉讼\"
trade_source = \"商会来函\"
finance = \"权益 120 万欧元\"
finance_source = \"年报\"
evidence = [\"年报.pdf\"]
conclusion = \"可给小额\"
grade = \"C\"
limit = 48000
currency = \"USD\"
term_days = 15
completed = 2026-11-24
";
        assert_eq!(book.text(CARD), format!("{KEPT}{whole}"));
    }

    #[test]
    fn cancelled_before_anything_was_said_nothing_is_written() {
        let book = book();
        let mut terminal = at_terminal(&book, &["investigate", "Acme"]);
        terminal.sees("（可不填）：").types(CTRL_C);
        assert_eq!(terminal.ends(), Some(1), "{}", terminal.shown);
        assert!(terminal.shown.contains("已取消，未写入任何内容"), "{}", terminal.shown);
        assert_eq!(book.text(CARD), KEPT);
    }

    #[test]
    fn an_update_asks_what_changed() {
        let book = book().english();
        let mut terminal = at_terminal(&book, &["investigate", "Acme", "--update", "--as", "罗"]);
        for found in ["", "", "", "paid early"] {
            terminal.answers("What changed or was confirmed (optional): ", found);
        }
        terminal.answers("source of the trade standing (optional): ", "bank slip");
        terminal.answers("What changed or was confirmed (optional): ", "");
        assert_eq!(terminal.ends(), Some(0), "{}", terminal.shown);
        let added = "\n[[investigation]]\ndate = 2026-11-23\nby = \"罗\"\nassessed_by = \"罗\"\nchannels = [\"internal\"]\n\
                     update = true\ntrade = \"paid early\"\ntrade_source = \"bank slip\"\ncompleted = 2026-11-23\n";
        assert_eq!(book.text(CARD), format!("{KEPT}{added}"));
    }

    #[test]
    fn what_is_missing_after_all_questions_is_named_and_the_rest_kept() {
        let book = book();
        let mut terminal =
            at_terminal(&book, &["investigate", "Acme", "--channel", "bank", "--trade", "无诉讼", "--completed"]);
        for _ in 0..3 {
            terminal.answers("调查所得（可不填）：", "");
        }
        terminal.answers("交易现状来源（可不填）：", "商会来函");
        terminal.answers("调查所得（可不填）：", "");
        terminal.answers("财务评估结论（与事实分开）（可不填）：", "");
        terminal.answers("评估人（财务），如 罗（可不填）：", "");
        assert_eq!(terminal.ends(), Some(1), "{}", terminal.shown);
        assert!(terminal.shown.contains("还缺：基础资料（--basic）"), "{}", terminal.shown);
        assert!(book.text(CARD).ends_with("trade = \"无诉讼\"\ntrade_source = \"商会来函\"\n"), "{}", book.text(CARD));
    }
}
