//! `set`, as its users meet it.

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

const KEPT: &str = "\
# 2026 年展会认识
id = 'k7f3m2q9xz'
name='Acme GmbH'      # 全称
phone = \"+49 711 5550134\" # 总机
tags = ['重点', '展会']    # 两个
source = '广交会'

[[contact]] # 采购
name = 'Anna Weber'
email = 'anna@acme.example'

[[contact]]
name = 'Bob Weiss'

[profile]
size = 'small' # 约 20 人

[[order]]
number = 'PI-2026-011'
date = 2026-03-02
items = [
  { product = '叉车', quantity = 40 }, # 红色
]
pay = { deposit = '0.30', balance = 'bl_copy' }

[[order]]
number = 'PI-2026-012'

[[payment]]
date = 2026-03-05
amount = '100.00'

[[payment]]
date = 2026-03-05
amount = '200.00'
";

fn book() -> Book {
    Book::on("2026-11-23").card("国外客户/德国/Acme", KEPT)
}

fn card(book: &Book) -> String {
    book.text("国外客户/德国/Acme/card.toml")
}

/// One change, and the piece of the card that it makes of another; everything else must stay.
fn changes(change: &str, old: &str, new: &str) {
    let book = book();
    book.args(["set", "Acme", change]).stderr("国外客户/德国/Acme：已修改\n");
    assert!(KEPT.contains(old), "{old}");
    assert_eq!(card(&book), KEPT.replacen(old, new, 1), "{change}");
}

#[test]
fn a_value_changes_and_nothing_around_it() {
    for (change, old, new) in [
        ("phone=+49 711 5550199", "\"+49 711 5550134\"", "\"+49 711 5550199\""),
        ("电话=1", "\"+49 711 5550134\"", "\"1\""),
        ("Name=Acme \"Nord\" AG", "'Acme GmbH'", "\"Acme \\\"Nord\\\" AG\""),
        ("profile.size=大", "'small' #", "\"large\" #"),
        ("客户特征.规模=Medium", "'small' #", "\"medium\" #"),
        ("website=https://acme.example/?a=b", "tags = [", "website = \"https://acme.example/?a=b\"\ntags = ["),
        (
            "trade.reputation=good",
            "[[order]]\nnumber = 'PI-2026-011'",
            "[trade]\nreputation = \"good\"\n\n[[order]]\nnumber = 'PI-2026-011'",
        ),
    ] {
        if !change.starts_with("trade") {
            changes(change, old, new);
            continue;
        }
        // a new group stands before the records, wherever that is
        let book = book();
        book.args(["set", "Acme", change]).any_stderr();
        assert!(card(&book).contains("\n[trade]\nreputation = \"good\"\n"));
        assert_eq!(card(&book).replacen("[trade]\nreputation = \"good\"\n\n", "", 1), KEPT);
    }
}

#[test]
fn a_record_is_chosen_by_key_part_place_or_last() {
    let anna = ("email = 'anna@acme.example'\n", "email = 'anna@acme.example'\nphone = \"1\"\n");
    for change in [
        "contact.Anna Weber.phone=1",
        "contact.anna.phone=1",
        "contact.1.phone=1",
        "联系人.Weber.电话=1",
        "contact.anna@acme.example.phone=1",
    ] {
        if change.contains('@') {
            // a name with a dot stands in quotes
            let book = book();
            book.args(["set", "Acme", "contact.\"anna@acme.example\".phone=1", "-q"]);
            assert_eq!(card(&book), KEPT.replacen(anna.0, anna.1, 1));
        } else {
            changes(change, anna.0, anna.1);
        }
    }
    changes("contact.last.title=CEO", "name = 'Bob Weiss'\n", "name = 'Bob Weiss'\ntitle = \"CEO\"\n");
    changes(
        "order.PI-2026-012.shipped=2026-04-01",
        "number = 'PI-2026-012'\n",
        "number = 'PI-2026-012'\nshipped = 2026-04-01\n",
    );
    changes("order.012.status=已出运", "number = 'PI-2026-012'\n", "number = 'PI-2026-012'\nstatus = \"shipped\"\n");
    changes("order.1.items.叉车.unit_price=185.00", "quantity = 40 }", "quantity = 40, unit_price = \"185.00\" }");
    changes("order.011.pay.days=60", "balance = 'bl_copy' }", "balance = 'bl_copy', days = 60 }");
    changes("order.011.pay.deposit=40%", "'0.30'", "\"0.4\"");
    changes("payment.2.kind=refund", "amount = '200.00'\n", "amount = '200.00'\nkind = \"refund\"\n");
}

#[test]
fn an_order_is_cancelled_by_its_status_or_with_its_day() {
    let number = "number = 'PI-2026-012'\n";
    for change in [
        "order.PI-2026-012.status=cancelled",
        "order.PI-2026-012.status=已取消",
        "订单.PI-2026-012.状态=已取消",
        "order.012.status=Cancelled",
    ] {
        changes(change, number, "number = 'PI-2026-012'\nstatus = \"cancelled\"\n");
    }
    for change in [
        "order.PI-2026-012.cancelled=2026-11-20",
        "order.PI-2026-012.cancelled=11-20",
        "订单.PI-2026-012.取消日期=上周五",
        "order.PI-2026-012.取消日期=2026年11月20日",
    ] {
        changes(change, number, "number = 'PI-2026-012'\ncancelled = 2026-11-20\n");
    }
    let book = book();
    book.run("set Acme order.012.cancelled=明天")
        .stderr("错误：取消日期：2026-11-24 还没到\n  下一步：未写入任何内容，请改正后重试\n")
        .exits(2);
    book.run("set Acme order.012.status=取消").remarks(&["状态：“取消”不在以下之列", "已取消（cancelled）"]).exits(2);
    let english = book.english();
    english
        .run("set Acme order.012.status=cancelled order.012.cancelled=yesterday")
        .stderr("国外客户/德国/Acme: changed\n");
    let cancelled = "number = 'PI-2026-012'\nstatus = \"cancelled\"\ncancelled = 2026-11-22\n";
    assert_eq!(card(&english), KEPT.replacen(number, cancelled, 1));
}

#[test]
fn lists_gain_and_lose_items() {
    changes("tags+=VIP", "'展会']", "'展会', \"VIP\"]");
    changes("标签-=重点", "['重点', '展会']", "['展会']");
    changes("tags=a，b、c, d", "['重点', '展会']", "[\"a\", \"b\", \"c\", \"d\"]");
    changes("interests+=叉车", "source = '广交会'\n", "source = '广交会'\ninterests = [\"叉车\"]\n");
    let book = book();
    // the second is looked for where the first has left the list
    book.run("set Acme tags-=重点 tags-=展会 tags+=新 tags+=新 -q");
    assert_eq!(card(&book), KEPT.replacen("['重点', '展会']", "[\"新\"]", 1));
    book.run("set Acme tags+=新").stderr("国外客户/德国/Acme：没有变化\n");
}

#[test]
fn an_empty_value_takes_the_field_away() {
    changes("source=", "source = '广交会'\n", "");
    changes("contact.anna.email=", "email = 'anna@acme.example'\n", "");
    changes("order.1.pay.balance=", "{ deposit = '0.30', balance = 'bl_copy' }", "{ deposit = '0.30' }");
    changes("tags=", "tags = ['重点', '展会']    # 两个\n", "# 两个\n");
    let book = book();
    book.run("set Acme note= fax=").stderr("国外客户/德国/Acme：没有变化\n");
    assert_eq!(card(&book), KEPT);
}

#[test]
fn plus_makes_new_records_one_at_a_time() {
    let book = book();
    book.run("set Acme contact.+.name=Carl contact.+.email=c@x.example contact.+.name=Dora contact.Carl.phone=1 -q");
    let added =
        "\n[[contact]]\nname = \"Carl\"\nemail = \"c@x.example\"\nphone = \"1\"\n\n[[contact]]\nname = \"Dora\"\n";
    assert_eq!(card(&book), format!("{KEPT}{added}"));
    let book = self::book();
    book.run("set Acme order.+.number=PI-3 order.+.date=today order.+.pay.deposit=30% order.+.pay.days=60 order.+.items.+.product=A order.+.items.+.quantity=4 order.+.items.+.product=B -q");
    let added = "
[[order]]
number = \"PI-3\"
date = 2026-11-23
pay = { deposit = \"0.3\", days = 60 }
items = [{ product = \"A\", quantity = 4 }, { product = \"B\" }]
";
    assert_eq!(card(&book), format!("{KEPT}{added}"));
    book.run("set Acme order.2.items.+.product=C -q");
    assert!(card(&book).contains("number = 'PI-2026-012'\nitems = [{ product = \"C\" }]\n"));
}

#[test]
fn a_dry_run_shows_the_difference_and_writes_nothing() {
    let book = book();
    book.run("set Acme phone=1 note=新 --dry-run").stdout(
        "\
--- 国外客户/德国/Acme/card.toml
+++ 国外客户/德国/Acme/card.toml
@@ -2,6 +2,7 @@
 id = 'k7f3m2q9xz'
 name='Acme GmbH'      # 全称
-phone = \"+49 711 5550134\" # 总机
+phone = \"1\" # 总机
 tags = ['重点', '展会']    # 两个
+note = \"新\"
 source = '广交会'
 
",
    );
    book.run("set Acme name='Acme GmbH' --dry-run")
        .says(&["-name='Acme GmbH'      # 全称\n+name=\"Acme GmbH\"      # 全称\n"]);
    assert_eq!(card(&book), KEPT);
    assert_eq!(book.files(), ["kehu.toml", "国外客户/德国/Acme/card.toml"]);
    book.run("set Acme fax= --dry-run").stdout("国外客户/德国/Acme/card.toml：没有变化\n");
}

#[test]
fn one_wrong_change_and_none_is_made() {
    let book = book();
    let again = "\n  下一步：未写入任何内容，请改正后重试\n";
    for (change, want) in [
        ("phne=1", "错误：客户资料卡没有字段“phne”\n  下一步：是否想写 phone（电话）？\n".to_owned()),
        ("电活=1", "错误：客户资料卡没有字段“电活”\n  下一步：是否想写 phone（电话）？\n".to_owned()),
        ("size=大", "错误：客户资料卡没有字段“size”\n  下一步：是否想写 profile.size（规模）？\n".to_owned()),
        ("contact.1.colour=1", "错误：联系人没有字段“colour”\n  下一步：可用字段：name、title、email、phone、wechat、whatsapp、decides\n".to_owned()),
        ("phone", "错误：“phone”不是 路径=值 的形式\n  下一步：如 phone=\"+49 711 5550134\"；值为空表示清空该字段\n".to_owned()),
        (".=1", "错误：“.=1”不是 路径=值 的形式\n  下一步：如 phone=\"+49 711 5550134\"；值为空表示清空该字段\n".to_owned()),
        ("name.x=1", "错误：名称没有下级字段，“.x”无效\n  下一步：请去掉“.x”\n".to_owned()),
        ("name+=1", "错误：名称不是列表\n  下一步：请用 = 代替 += 或 -=\n".to_owned()),
        ("tags-=x", "错误：标签中没有“x”\n  下一步：现有：重点、展会\n".to_owned()),
        ("contact=1", "错误：“contact=1”停在联系人，其中还有多个字段\n  下一步：请继续写 contact.1.字段=…，字段有：name、title、email、phone、wechat、whatsapp、decides\n".to_owned()),
        ("contact.anna=", "错误：“contact.anna=”停在联系人，其中还有多个字段\n  下一步：要删除整条记录，请用 kehu edit\n".to_owned()),
        ("contact.Zoe.phone=1", "错误：联系人中没有“Zoe”\n  下一步：现有：Anna Weber、Bob Weiss；用 contact.+ 新增\n".to_owned()),
        ("contact.9.phone=1", "错误：联系人中没有“9”\n  下一步：现有：Anna Weber、Bob Weiss；用 contact.+ 新增\n".to_owned()),
        ("order.PI-2026.note=x", "错误：“PI-2026”对应 2 条订单\n  下一步：请指明：order.1、order.2\n".to_owned()),
        ("payment.2026-03-05.kind=refund", "错误：“2026-03-05”对应 2 条收款\n  下一步：请指明：payment.1、payment.2\n".to_owned()),
        // the 3 of a date is no name for a payment
        ("payment.3.kind=refund", "错误：收款中没有“3”\n  下一步：现有：2026-03-05、2026-03-05；用 payment.+ 新增\n".to_owned()),
        ("sample.1.fee=1", "错误：寄样中没有“1”\n  下一步：卡片中还没有；用 sample.+ 新增\n".to_owned()),
        ("created=2026-02-30", format!("错误：建卡日期：“2026-02-30”不是日期；可写 2026-11-23、11-23、今天、周五、3d、2w{again}")),
        ("created=明天", format!("错误：建卡日期：2026-11-24 还没到{again}")),
        ("order.1.amount=1,000", format!("错误：金额：“1,000”不是普通数字；请只写数字，例如 1187.00，不带逗号和单位{again}")),
        ("order.1.pay.days=many", format!("错误：天数：“many”不是整数{again}")),
        ("order.1.released=maybe", format!("错误：已放货：请写 是 或 否{again}")),
        ("order.1.currency=XYZ", format!("错误：“XYZ”不是币种；请写代码，如 USD、EUR、CNY{again}")),
        ("profile.size=larg", format!("错误：规模：“larg”不在以下之列：小（small）、中（medium）、大（large）；是否想写 large？{again}")),
    ] {
        book.args(["set", "Acme", "note=x", change]).stderr(&want).exits(2);
        assert_eq!(card(&book), KEPT, "{change}");
    }
}

#[test]
fn it_speaks_english_too() {
    let book = book().english();
    book.run("set Acme phone=1").stderr("国外客户/德国/Acme: changed\n");
    book.run("set Acme phone=1").stderr("国外客户/德国/Acme: nothing to change\n");
    for (change, want) in [
        ("phne=1", "error: there is no field \"phne\" in the customer card\n  next: did you mean phone?\n"),
        ("payment profile.method=x", ""),
        (
            "profile.size=larg",
            "error: size: \"larg\" is none of small, medium, large; did you mean large?\n  next: nothing was written; correct it and run the command again\n",
        ),
        (
            "contact.9.phone=1",
            "error: no record \"9\" among the contacts\n  next: there are Anna Weber, Bob Weiss; contact.+ makes a new one\n",
        ),
    ] {
        let run = book.args(["set", "Acme", change]);
        if want.is_empty() {
            run.stderr("国外客户/德国/Acme: changed\n")
        } else {
            run.stderr(want).exits(2)
        };
    }
}

#[test]
fn a_card_that_reads_stays_one_that_reads() {
    let book = Book::on("2026-11-23").card("国外客户/德国/Acme", "name = 'Acme'\nphone = 12\n");
    // unreadable as a card, but it can be mended piece by piece
    book.run("set 国外客户/德国/Acme phone=12 -q");
    assert_eq!(book.text("国外客户/德国/Acme/card.toml"), "name = 'Acme'\nphone = \"12\"\n");
    let book = Book::on("2026-11-23").card("国外客户/德国/Acme", "name = 'Acme\n");
    book.run("set Acme phone=12")
        .remarks(&["国外客户/德国/Acme/card.toml:1:", "下一步：请手工修改卡片：kehu edit \"国外客户/德国/Acme\"\n"])
        .exits(2);
    assert_eq!(book.text("国外客户/德国/Acme/card.toml"), "name = 'Acme\n");
}

/// Three customers of two owners.
fn several() -> Book {
    let card = |name: &str, owner: &str| format!("# {name} 的备注\nname = '{name}'\r\nowner = '{owner}' # 负责人\n");
    Book::on("2026-11-23")
        .card("国外客户/德国/Acme", &card("Acme", "张伟"))
        .card("国外客户/德国/Beta", &card("Beta", "李娜"))
        .card("国外客户/法国/Cité", &card("Cité", "张伟"))
}

#[test]
fn every_customer_of_a_query_is_changed_at_once() {
    let book = several();
    let before = book.text("国外客户/德国/Beta/card.toml");
    book.run("set --where owner:张 owner=王芳 tags+=交接 -y").stderr("已修改 2 张卡片\n");
    assert_eq!(
        book.text("国外客户/法国/Cité/card.toml"),
        "# Cité 的备注\nname = 'Cité'\r\nowner = \"王芳\" # 负责人\ntags = [\"交接\"]\n"
    );
    assert_eq!(book.text("国外客户/德国/Beta/card.toml"), before);
    // once more changes nothing
    book.run("set --where owner:王 owner=王芳 tags+=交接 -y").stderr("没有变化\n");
    book.run("set --where owner:张 owner=王芳 -y").stderr("没有符合条件的客户\n").exits(1);
}

#[test]
fn what_would_be_changed_is_shown_first_and_nobody_is_changed_unasked() {
    let book = several();
    let before = card_texts(&book);
    book.run("set --where 'owner:张 country:FR' owner=王芳 --dry-run")
        .says(&["+++ 国外客户/法国/Cité/card.toml", "-owner = '张伟' # 负责人", "+owner = \"王芳\" # 负责人"])
        .hides(&["Acme"]);
    book.run("set --where owner:张 owner=王芳").says(&["+owner"]).remarks(&["缺少 --yes"]).exits(2);
    assert_eq!(card_texts(&book), before);
}

#[test]
fn a_change_that_does_not_fit_all_is_made_to_none() {
    let book = several().card("国外客户/德国/Dora", "name = 'Dora'\nowner = '张伟'\n[[order]]\nnumber = 'PI-1'\n");
    let before = card_texts(&book);
    book.run("set --where owner:张 order.PI-1.note=x -y")
        .remarks(&["国外客户/德国/Acme/card.toml", "没有“PI-1”", "所有卡片均未写入"])
        .exits(2);
    book.run("set --where owner:张 ownr=x -y").remarks(&["没有字段“ownr”", "所有卡片均未写入"]).exits(2);
    for nothing in ["''", "' '"] {
        book.run(&format!("set --where {nothing} owner=x -y")).remarks(&["--where 没有条件", "has:name"]).exits(2);
    }
    book.run("set --where gade:A owner=x -y").remarks(&["没有字段“gade”"]).exits(2);
    let book = book.card("国外客户/德国/Broken", "name = \n");
    book.run("set --where owner:张 owner=王芳 -y").remarks(&["Broken/card.toml:1", "所有卡片均未写入"]).exits(2);
    assert_eq!(card_texts(&book)[..4], before[..4]);
}

fn card_texts(book: &Book) -> Vec<String> {
    ["德国/Acme", "德国/Beta", "法国/Cité", "德国/Dora"]
        .iter()
        .filter(|path| book.path(&format!("国外客户/{path}/card.toml")).exists())
        .map(|path| book.text(&format!("国外客户/{path}/card.toml")))
        .collect()
}
