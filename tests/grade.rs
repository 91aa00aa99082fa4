//! `grade`, as its users meet it: the table and what stands under it, one customer explained, and what is said when
//! something cannot be counted.

#![allow(clippy::unwrap_used, clippy::panic, clippy::indexing_slicing, reason = "a test that cannot go on says so")]

mod common;

use common::Book;

const SETTINGS: &str = "language = \"zh-CN\"\ncurrency = \"CNY\"\n[[rate]]\ncurrency = \"USD\"\nvalue = \"7\"\n";

fn card(name: &str, owner: &str, amount: &str, more: &str) -> String {
    format!(
        "name = '{name}'\nowner = '{owner}'\n{more}\n\
         [[order]]\nnumber = '{name}-1'\ndate = 2025-01-10\ncurrency = 'USD'\namount = '{amount}'\n\
         [[investigation]]\ndate = 2026-11-01\ncompleted = 2026-11-20\n"
    )
}

const BEST: &str = "profile = { size = 'large' }\ntrade = { reputation = 'high' }\nfinance = { capital = 'strong' }\n";

/// Four customers of 70, 20, 5 and 5 % of the sales, and a prospect that is none.
fn book() -> Book {
    Book::nowhere("2026-11-23")
        .file("kehu.toml", SETTINGS)
        .card("国外客户/德国/Acme", &card("Acme", "张伟", "70000.00", BEST))
        .card("国外客户/德国/Beta", &card("Beta", "李娜", "20000.00", "trade = { reputation = 'fair' }\n"))
        .card("国外客户/法国/Cour", &card("Cour", "张伟", "5000.00", ""))
        .card("国外客户/法国/Dune", &card("Dune", "李娜", "5000.00", "[[credit]]\nfrom = 2026-01-01\ngrade = 'C'\n"))
        .card("潜在客户/法国/Prospect", &card("Prospect", "李娜", "900000.00", ""))
}

#[test]
fn the_table_and_under_it_what_each_grade_really_holds() {
    book()
        .run("grade")
        .stdout(
            "\
客户  国家  负责人  订单      销售额   占比    累计  销售档  上限  建议  核定  缺少
Acme  德国  张伟       1  490,000.00  70.0%   70.0%  A       A     A
Beta  德国  李娜       1  140,000.00  20.0%   90.0%  B       C     C
Cour  法国  张伟       1   35,000.00   5.0%   95.0%  C       A     C?          声誉
Dune  法国  李娜       1   35,000.00   5.0%  100.0%  D       A     D     C

等级     目标   按销售档   建议等级   核定等级
A       70.0%  1   70.0%  1   70.0%
B       20.0%  1   20.0%
C        5.0%  1    5.0%  2   25.0%  1    5.0%
D        5.0%  1    5.0%  1    5.0%
未评级                               3   95.0%
",
        )
        .stderr("销售额单位 CNY；? 表示暂定，缺少资料\n")
        .exits(0);
}

#[test]
fn json_holds_the_same_exactly() {
    let book = book();
    let rows = book.run("grade --format json").json();
    let row = &rows[1];
    assert_eq!(rows.as_array().unwrap().len(), 4);
    for (key, want) in [
        ("sales", "140000.00"),
        ("currency", "CNY"),
        ("share", "0.200000"),
        ("cumulative_before", "0.700000"),
        ("cumulative_after", "0.900000"),
        ("band", "B"),
        ("ceiling", "C"),
        ("proposal", "C"),
    ] {
        assert_eq!(row[key], want, "{key}");
    }
    assert_eq!((row["orders"].as_u64(), row["provisional"].as_bool()), (Some(1), Some(false)));
    assert_eq!(rows[2]["missing"], serde_json::json!(["trade.reputation"]));
    assert_eq!(row["reasons"][1], "声誉一般：不高于 C（第5条）");
    book.run("grade --format ids --owner 李娜").stdout("国外客户/德国/Beta\n国外客户/法国/Dune\n");
    book.run("grade --format csv --country 法国").says(&[
        "path,file,stage,country,company,name,id,code,owner,grade,orders,sales,currency,share,",
        ",1,35000.00,CNY,0.050000,0.900000,0.950000,C,A,C,true,trade.reputation,",
    ]);
}

#[test]
fn customers_taken_together_keep_the_bands_of_the_book() {
    book().english().run("grade --by owner").any_stderr().says(&[
        "张伟: 2 customers, CNY 525,000.00, 75.0%\ncustomer  country  orders       sales  share",
        "Cour      France        1   35,000.00   5.0%       95.0%  C     A        C?                  reputation\n",
        "\n李娜: 2 customers, CNY 175,000.00, 25.0%\n",
        "Beta      Germany       1  140,000.00  20.0%       90.0%  B     C        C\n",
    ]);
    book()
        .run("grade --by 国家 --format md")
        .any_stderr()
        .says(&["### 德国：2 个客户，CNY 630,000.00，占 90.0%\n\n| 客户 |"]);
}

#[test]
fn one_customer_explained_line_by_line() {
    let book = book().card(
        "国外客户/德国/Acme",
        &format!(
            "{}{}",
            card("Acme", "张伟", "60000.00", BEST),
            "[[order]]\nnumber = 'Acme-2'\ndate = 2026-03-02\ncurrency = 'CNY'\nshipped = 2026-04-10\nitems = [ { product = '叉车', quantity = 40, unit_price = '1850.00', discount = '0.05' } ]\n\
             [[order]]\nnumber = 'CN-1'\ndate = 2026-05-02\ncurrency = 'CNY'\namount = '300.00'\ncredits = 'Acme-2'\n\
             [[payment]]\ndate = 2026-05-20\namount = '70000.00'\ncurrency = 'CNY'\norder = 'Acme-2'\n"
        ),
    );
    book.run("grade --explain Acme").stdout(
        "\
Acme  国外客户/德国/Acme
2026-11-23 评级依据，销售额截至 2026-11-23

销售额（第5条）
日期        订单号           金额  汇率         CNY
2025-01-10  Acme-1  USD 60,000.00     7  420,000.00
2026-03-02  Acme-2  CNY 70,300.00     1   70,300.00
2026-05-02  CN-1      CNY -300.00     1     -300.00
合计：2 单，CNY 490,000.00
全部 4 个客户：CNY 700,000.00
本客户占 70.0%；此前合计 CNY 0.00，占 0.0%；含本客户 70.0%
档界：A < 70.0% = 490,000.00，B < 90.0% = 630,000.00，C < 95.0% = 665,000.00
销售额第 1 名，此前累计 0.0%：A 档（第5条）

其他信息（第5条）
规模：大，声誉：高，资金：雄厚，信用调查：有效

近 12 个月的付款表现
订单号  出运日期    应收日期    结清日期    迟付天数
Acme-2  2026-04-10  2026-04-10  2026-05-20        40
40 天 ÷ 1 批 = 平均迟付 40.0 天

结果
平均迟付 40.0 天，超过 30 天：不高于 C
销售档 A，等级上限 C：建议等级 C；核定等级 未评级
",
    );
    let row = book.run("grade --explain Acme --format json").json();
    assert_eq!(row["rank"], 1);
    assert_eq!(row["sold"][2]["base"], "-300.00");
    assert_eq!(row["settled"][0]["days_late"], 40);
    book.run("grade --explain Prospect")
        .stderr("错误：潜在客户/法国/Prospect 是潜在客户，只有国外客户才评级\n  下一步：开始交易后请把文件夹移到国外客户之下\n")
        .exits(2);
}

#[test]
fn sales_of_a_period_and_as_of_a_past_day() {
    let more = "[[order]]\nnumber = 'Cour-2'\ndate = 2026-06-01\ncurrency = 'USD'\namount = '100000.00'\n";
    let book = book().card("国外客户/法国/Cour", &format!("{}{more}", card("Cour", "张伟", "5000.00", "")));
    let first = |line: &str| book.run(line).json()[0]["company"].as_str().unwrap().to_owned();
    assert_eq!(first("grade --format json"), "Cour");
    assert_eq!(first("grade --until 2026-05-31 --format json"), "Acme");
    assert_eq!(first("--today 2026-05-31 grade --format json"), "Acme");
    let rows = book.run("grade --since 2026-01-01 --format json").json();
    assert_eq!((&rows[0]["sales"], &rows[1]["sales"]), (&"700000.00".into(), &"0.00".into()));
    assert_eq!((&rows[0]["band"], &rows[1]["band"]), (&"A".into(), &"D".into()));
    book.run("grade --since 2026-06-01 --until 2026-05-01")
        .stderr("错误：--since 2026-06-01 晚于 2026-05-01\n  下一步：请对调两个日期\n")
        .exits(2);
    book.run("grade --since 周八").stderr("错误：--since “周八”不是日期\n  下一步：请写成 2026-11-23\n").exits(2);
}

#[test]
fn no_total_is_printed_over_money_that_is_missing() {
    let book = book()
        .card("国外客户/德国/Euro", "name = 'Euro'\n[[order]]\nnumber = 'E-1'\ndate = 2025-03-02\ncurrency = 'EUR'\namount = 5\n")
        .card("国外客户/德国/Yen", "name = 'Yen'\n[[order]]\nnumber = 'Y-1'\ndate = 2025-03-02\ncurrency = 'JPY'\namount = 5\n[[order]]\nnumber = 'Y-0'\ndate = 2024-03-02\ncurrency = 'EUR'\namount = 5\n");
    book.run("grade")
        .stderr(
            "\
错误：缺少汇率：EUR 在 2024-03-02（国外客户/德国/Yen）、JPY 在 2025-03-02（国外客户/德国/Yen）
  下一步：请在 kehu.toml 中补上 1 单位外币合多少 CNY（自该日起有效）：

[[rate]]
date = 2024-03-02
currency = \"EUR\"
value = \"…\"

[[rate]]
date = 2025-03-02
currency = \"JPY\"
value = \"…\"

",
        )
        .exits(2);
}

#[test]
fn a_card_that_cannot_be_counted_is_named_and_the_others_are_graded() {
    let order = |more: &str| format!("name = 'Bad'\n[[order]]\nnumber = 'B-1'\ndate = 2025-03-02\n{more}");
    for (text, what) in [
        (order("amount = 5\n"), "国外客户/德国/Bad/card.toml:2:1：B-1：缺少币种\n"),
        (order("currency = 'XXX'\namount = 5\n"), "国外客户/德国/Bad/card.toml:2:1：B-1：“XXX”不是币种\n"),
        (order("currency = 'USD'\n"), "国外客户/德国/Bad/card.toml:2:1：B-1：没有金额，或明细缺少数量、单价\n"),
        (
            order(
                "currency = 'USD'\nitems = [ { quantity = 1000000000000000000, unit_price = '1000000000000.01' } ]\n",
            ),
            "国外客户/德国/Bad/card.toml:2:1：B-1：金额过大：超过 28 位数字，无法精确计算\n",
        ),
        ("name = \n".to_owned(), "国外客户/德国/Bad/card.toml:1:8"),
        (order("amount = '1e400'\n"), "国外客户/德国/Bad/card.toml:5:10"),
        (order("amount = nan\n"), "国外客户/德国/Bad/card.toml:5:10"),
        (order("amount = '１２３'\n"), "国外客户/德国/Bad/card.toml:5:10"),
        (order("amount = '1,234.50'\n"), "国外客户/德国/Bad/card.toml:5:10"),
        (order("amount = '12345678901234567890123456789'\n"), "国外客户/德国/Bad/card.toml:5:10"),
    ] {
        let book = book().card("国外客户/德国/Bad", &text);
        book.run("grade --format ids")
            .stdout("国外客户/德国/Acme\n国外客户/德国/Beta\n国外客户/法国/Cour\n国外客户/法国/Dune\n")
            .remarks(&[what, "下一步：", "\"国外客户/德国/Bad\""])
            .exits(2);
        book.run("grade").says(&["Acme", "未评级"]).remarks(&["评级 4 个客户；1 张卡片无法计入，见上"]).exits(2);
    }
    let huge = |name: &str| {
        format!(
            "name = '{name}'\n[[order]]\nnumber = '{name}'\ndate = 2025-03-02\ncurrency = 'CNY'\namount = '9999999999999999999999999999'\n"
        )
    };
    let sellers = (0..9).fold(Book::nowhere("2026-11-23").file("kehu.toml", SETTINGS), |book, index| {
        book.card(&format!("国外客户/德国/Huge{index}"), &huge(&format!("H{index}")))
    });
    sellers
        .run("grade")
        .stderr("错误：合计位数过多，无法精确计算\n  下一步：请查找金额异常的订单：kehu lint\n")
        .exits(2);
}

#[test]
fn an_empty_book_and_wrong_words() {
    let empty = Book::on("2026-11-23");
    empty.run("grade").stderr("没有可评级的客户（国外客户阶段为空）\n").exits(0);
    empty.run("grade --format json").stdout("[]\n");
    book().run("grade --by month").remarks(&["--by：“month”不在以下之列：owner 负责人、country 国家"]).exits(2);
    book().run("grade --owner 王五").remarks(&["没有负责人为“王五”的客户"]).exits(2);
    book().run("grade --explain Acme --format csv").remarks(&["--explain 只能输出为 table 或 json"]).exits(2);
}
