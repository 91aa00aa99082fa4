//! `add`, as its users meet it.

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

/// Every file of a book and what is in it.
fn contents(book: &Book) -> Vec<(String, Vec<u8>)> {
    book.files().into_iter().map(|file| (file.clone(), std::fs::read(book.path(&file)).unwrap())).collect()
}

#[test]
fn a_prospect_gets_a_card_that_explains_itself() {
    let book = Book::on("2026-11-23");
    book.run("add --name 'Acme GmbH' --country 德国 --email info@acme.example --contact 'Anna Weber' --owner 张伟")
        .stderr("已新增 潜在客户/德国/Acme GmbH/card.toml\n");
    assert_eq!(
        book.text("潜在客户/德国/Acme GmbH/card.toml"),
        r#"id = "0a1hbh06bb"                   # 标识：改名、移动后不变的十位标识，由 kehu 填写
name = "Acme GmbH"                  # 名称，必填（第12条 1）：全称
# short_name = ""                   # 简称
# code = ""                         # 客户编号：本公司的客户编号，全账唯一
# address = ""                      # 地址（第12条 1）
# phone = ""                        # 电话（第12条 1）：带国家代码，如 +49 711 5550134
email = "info@acme.example"         # 邮箱
# website = ""                      # 网站
owner = "张伟"                      # 负责人：负责的业务员
created = 2026-11-23                # 建卡日期
# source = ""                       # 来源：客户来源：展会、搜索、介绍
# type = ""                         # 客户类型：importer 进口商 | distributor 分销商 | agent 代理商 | brand 品牌商 | retailer 零售商 | manufacturer 生产商 | end_user 终端用户 | other 其他
# interests = []                    # 意向产品
# note = ""                         # 备注

[[contact]]                         # 联系人（第12条 1）
name = "Anna Weber"                 # 姓名，必填（第12条 1）
# title = ""                        # 职务
# email = ""                        # 邮箱
# phone = ""                        # 电话
"#
    );
}

#[test]
fn an_english_speaker_gets_an_english_card_in_an_english_folder() {
    let book = Book::on("2026-11-23").english();
    book.run("add --name 'Acme GmbH' --country DE").stderr("added 潜在客户/Germany/Acme GmbH/card.toml\n");
    assert_eq!(
        book.text("潜在客户/Germany/Acme GmbH/card.toml"),
        r#"id = "0a1hbh06bb"                   # id: Ten characters that stay when the customer is renamed or moved; kehu fills it in
name = "Acme GmbH"                  # name, required (第12条 1): Full legal name
# short_name = ""                   # short name
# code = ""                         # code: Your own number for the customer, unique in the book
# address = ""                      # address (第12条 1)
# phone = ""                        # phone (第12条 1): With country code, as +49 711 5550134
# email = ""                        # e-mail
# website = ""                      # website
# owner = ""                        # owner: The salesperson in charge
created = 2026-11-23                # created
# source = ""                       # source: Where we met: a fair, a search, a referral
# type = ""                         # type: importer | distributor | agent | brand | retailer | manufacturer | end_user end user | other
# interests = []                    # interests
# note = ""                         # note

# [[contact]]                       # contacts (第12条 1)
# name = ""                         # name, required (第12条 1)
# title = ""                        # title
# email = ""                        # e-mail
# phone = ""                        # phone
"#
    );
}

#[test]
fn a_customer_is_asked_for_what_the_rules_require() {
    let book = Book::on("2026-11-23");
    book.run("add --name 'Acme GmbH' --country 德国 --stage customer --phone '+49 711 5550134' payment_profile.method='30% T/T' profile.size=大")
        .stderr("已新增 国外客户/德国/Acme GmbH/card.toml\n");
    assert_eq!(
        book.text("国外客户/德国/Acme GmbH/card.toml"),
        r#"id = "0a1hbh06bb"                   # 标识：改名、移动后不变的十位标识，由 kehu 填写
name = "Acme GmbH"                  # 名称，必填（第12条 1）：全称
# short_name = ""                   # 简称
# code = ""                         # 客户编号：本公司的客户编号，全账唯一
# address = ""                      # 地址，必填（第12条 1）
phone = "+49 711 5550134"           # 电话，必填（第12条 1）：带国家代码，如 +49 711 5550134
# email = ""                        # 邮箱
# website = ""                      # 网站
# owner = ""                        # 负责人，必填：负责的业务员
created = 2026-11-23                # 建卡日期
# source = ""                       # 来源：客户来源：展会、搜索、介绍
# type = ""                         # 客户类型：importer 进口商 | distributor 分销商 | agent 代理商 | brand 品牌商 | retailer 零售商 | manufacturer 生产商 | end_user 终端用户 | other 其他
# interests = []                    # 意向产品
# note = ""                         # 备注

# [[contact]]                       # 联系人，必填（第12条 1）
# name = ""                         # 姓名，必填（第12条 1）
# title = ""                        # 职务
# email = ""                        # 邮箱
# phone = ""                        # 电话

[profile]                           # 客户特征（第10条 4）
size = "large"                      # 规模（第5条）：small 小 | medium 中 | large 大

# [trade]                           # 交易现状（第10条 4）
# reputation = ""                   # 声誉（第5条）：poor 不太好 | fair 一般 | good 较好 | high 高

# [finance]                         # 财务状况（第10条 4）
# capital = ""                      # 资金（第5条）：weak 薄弱 | adequate 一般 | strong 雄厚

[payment_profile]                   # 付款情况，必填（第12条 2）
# attitude = ""                     # 付款态度，必填（第12条 2）
# timing = ""                       # 付款时间，必填（第12条 2）
# bank = ""                         # 银行往来情况，必填（第12条 2）
# controller = ""                   # 财务实权掌管人，必填（第12条 2）
method = "30% T/T"                  # 付款方式，必填（第12条 2）

# [start]                           # 交易开始（第13条）
# trading_card = 2026-01-31         # 客户交易卡（第13条 2）：一式两份交换完毕的日期
"#
    );
}

#[test]
fn a_full_card_names_every_field_and_reads_when_the_marks_are_taken_away() {
    let book = Book::on("2026-11-23");
    book.run("add --name Acme --country 德国 --full").any_stderr();
    let file = "潜在客户/德国/Acme/card.toml";
    let text = book.text(file);
    for field in [
        "# postal_code = ",
        "# [[investigation]]",
        "# items = [{ product = ",
        "# pay = { deposit = ",
        "# measures = [{",
    ] {
        assert!(text.contains(field), "{field}");
    }
    let bare: String = text.lines().map(|line| format!("{}\n", line.strip_prefix("# ").unwrap_or(line))).collect();
    std::fs::write(book.path(file), bare).unwrap();
    // empty words of closed lists are findings; what matters here is that every key and bracket is right
    let output = book.command().args(["lint", "--format", "json"]).output().unwrap();
    let findings: serde_json::Value = serde_json::from_slice(&output.stdout).unwrap();
    let codes: Vec<&str> = findings.as_array().unwrap().iter().filter_map(|finding| finding["code"].as_str()).collect();
    assert!(!codes.contains(&"syntax") && !codes.contains(&"unknown-key"), "{codes:?}");
}

#[test]
fn further_fields_stand_where_the_card_asks_for_them() {
    let book = Book::on("2026-11-23");
    book.args([
        "add",
        "--name",
        "Acme",
        "--country",
        "de",
        "--contact",
        "Anna",
        "简称=艾克美",
        "tags+=重点",
        "tags+=展会",
        "type=分销商",
        "contact.1.email=anna@acme.example",
        "contact.+.name=Bob",
        "contact.+.phone=+49 711 5550135",
        "followup.+.date=昨天",
        "followup.+.kind=展会",
    ])
    .stderr("已新增 潜在客户/德国/Acme/card.toml\n");
    let text = book.text("潜在客户/德国/Acme/card.toml");
    for line in [
        "short_name = \"艾克美\"               # 简称\n",
        "tags = [\"重点\", \"展会\"]             # 标签\n",
        "type = \"distributor\"                # 客户类型：",
        "[[contact]]                         # 联系人（第12条 1）\nname = \"Anna\"                       # 姓名，必填（第12条 1）\n",
        "email = \"anna@acme.example\"         # 邮箱\n",
    ] {
        assert!(text.contains(line), "{line}\n{text}");
    }
    assert!(!text.contains("# short_name") && !text.contains("# type") && !text.contains("# [[contact]]"), "{text}");
    let tail = "\n[[contact]]\nname = \"Bob\"\nphone = \"+49 711 5550135\"\n\n[[followup]]\ndate = 2026-11-22\nkind = \"exhibition\"\n";
    assert!(text.ends_with(tail), "{text}");
}

#[test]
fn a_first_contact_may_be_given_by_fields_alone() {
    let book = Book::on("2026-11-23");
    book.run("add --name Acme --country de contact.+.name=Anna contact.+.email=anna@acme.example").any_stderr();
    let text = book.text("潜在客户/德国/Acme/card.toml");
    assert!(text.contains("\n[[contact]]                         # 联系人（第12条 1）\nname = \"Anna\" "), "{text}");
    assert!(text.contains("\nemail = \"anna@acme.example\" ") && text.matches("[[contact]]").count() == 1, "{text}");
}

#[test]
fn a_dry_run_shows_the_card_and_writes_nothing() {
    let book = Book::on("2026-11-23");
    let before = contents(&book);
    book.run("add --name Acme --country 德国 --dry-run").says(&[
        "--- 潜在客户/德国/Acme/card.toml\n",
        "\n+name = \"Acme\" ",
        "\n+created = 2026-11-23 ",
    ]);
    assert_eq!(contents(&book), before);
    assert!(!book.path("潜在客户").exists() && !book.path(".kehu").exists());
}

#[test]
fn quiet_says_nothing_and_the_owner_is_who_acts() {
    let book = Book::on("2026-11-23");
    book.run("add --name Acme --country 德国 -q --as 李娜");
    assert!(book.text("潜在客户/德国/Acme/card.toml").contains("\nowner = \"李娜\" "));
    let book = Book::on("2026-11-23").file("kehu.toml", "[[person]]\nname = '王芳'\n");
    book.run("add --name Acme --country 德国 -q");
    assert!(book.text("潜在客户/德国/Acme/card.toml").contains("\nowner = \"王芳\" "), "the only person there is");
    book.run("add --name Beta --country 德国 -q --owner 赵强 --as 李娜");
    assert!(book.text("潜在客户/德国/Beta/card.toml").contains("\nowner = \"赵强\" "));
}

#[test]
fn the_country_keeps_the_folder_that_it_has() {
    let book = Book::on("2026-11-23").folder("潜在客户/Germany").folder("国外客户/BR");
    for (country, folder) in
        [("德国", "Germany"), ("DE", "Germany"), ("Deutschland", "Germany"), ("Brazil", "BR"), ("法国", "法国")]
    {
        let name = format!("Firm {country}");
        book.args(["add", "--name", &name, "--country", country])
            .stderr(&format!("已新增 潜在客户/{folder}/{name}/card.toml\n"));
    }
}

#[test]
fn a_company_folder_without_a_card_is_not_doubled() {
    // the papers came from a Mac, which takes ü apart
    let book = Book::on("2026-11-23").file("潜在客户/德国/Mu\u{308}ller GmbH/询价.txt", "");
    book.run("add --name 'Müller GmbH' --country 德国").any_stderr();
    assert_eq!(
        book.files(),
        ["kehu.toml", "潜在客户/德国/Mu\u{308}ller GmbH/card.toml", "潜在客户/德国/Mu\u{308}ller GmbH/询价.txt"]
    );
    assert!(book.text("潜在客户/德国/Mu\u{308}ller GmbH/card.toml").contains("name = \"Müller GmbH\""));
}

#[test]
fn the_stage_is_said_by_kind_or_by_folder() {
    let settings = "[[stage]]\nfolder = 'Leads'\nkind = 'prospect'\n[[stage]]\nfolder = 'Clients'\nkind = 'customer'\n";
    let book = Book::on("2026-11-23").file("kehu.toml", settings).english();
    for (stage, folder) in [("prospect", "Leads"), ("Leads", "Leads"), ("国外客户", "Clients"), ("Clients", "Clients")]
    {
        book.args(["add", "--name", &format!("Firm {stage}"), "--country", "de", "--stage", stage])
            .stderr(&format!("added {folder}/Germany/Firm {stage}/card.toml\n"));
    }
    book.run("add --name X --country de --stage Lost")
        .stderr("error: there is no stage \"Lost\"\n  next: the stages are Leads, Clients\n")
        .exits(2);
}

const MUELLER: &str =
    "id = 'a000000001'\nname = 'Müller Maschinenbau GmbH'\nemail = 'info@mueller-maschinenbau.example'\n";

#[test]
fn a_likely_duplicate_is_shown_first() {
    let book = Book::on("2026-11-23").card("国外客户/德国/Müller", MUELLER);
    let before = contents(&book);
    book.run("add --name 'MUELLER Maschinenbau Ltd.' --country 英国 --email x@mueller-maschinenbau.example")
        .stderr("错误：可能已有此客户：国外客户/德国/Müller\n  下一步：确认不是同一客户时加 --yes\n")
        .exits(1);
    assert_eq!(contents(&book), before);
    book.run("add --name 'MUELLER Maschinenbau Ltd.' --country 英国 --dry-run")
        .says(&["+name = \"MUELLER Maschinenbau Ltd.\""])
        .stderr("可能已有此客户：国外客户/德国/Müller\n");
    assert_eq!(contents(&book), before);
    book.run("add --name 'MUELLER Maschinenbau Ltd.' --country 英国 --yes")
        .stderr("可能已有此客户：国外客户/德国/Müller\n已新增 潜在客户/英国/MUELLER Maschinenbau Ltd/card.toml\n");
}

#[test]
fn a_likely_duplicate_is_refused_in_english_too() {
    let book = Book::on("2026-11-23").english().card("国外客户/德国/Müller", MUELLER);
    book.run("add --name 'Mueller Maschinenbau' --country de")
        .stderr("error: probably here already: 国外客户/德国/Müller\n  next: add it all the same with --yes\n")
        .exits(1);
}

#[test]
fn one_folder_is_one_customer() {
    let book = Book::on("2026-11-23").card("潜在客户/德国/Müller GmbH", "name = 'x'\n");
    for name in ["Müller GmbH", "MÜLLER GMBH", "Mu\u{308}ller GmbH"] {
        book.args(["add", "--name", name, "--country", "德国", "--yes"])
            .stderr("错误：潜在客户/德国/Müller GmbH/card.toml：该客户已有卡片\n  下一步：查看：kehu show \"潜在客户/德国/Müller GmbH\"\n")
            .exits(1);
    }
    assert_eq!(book.text("潜在客户/德国/Müller GmbH/card.toml"), "name = 'x'\n");
}

#[test]
fn a_card_that_cannot_be_read_is_not_written_over() {
    let book = Book::on("2026-11-23").card("潜在客户/德国/Acme", "name = \n");
    book.run("add --name Acme --country 德国 --yes").remarks(&["该客户已有卡片"]).exits(1);
    assert_eq!(book.text("潜在客户/德国/Acme/card.toml"), "name = \n");
}

#[test]
fn the_same_name_in_two_countries_has_two_ids() {
    let book = Book::on("2026-11-23");
    book.run("add --name Acme --country 德国 -q --yes");
    book.run("add --name Acme --country 法国 -q --yes");
    book.run("add --name Acme --country 德国 --stage 国外客户 -q --yes");
    let id = |file: &str| book.text(file).lines().next().unwrap()[..18].to_owned();
    let (one, two, three) =
        (id("潜在客户/德国/Acme/card.toml"), id("潜在客户/法国/Acme/card.toml"), id("国外客户/德国/Acme/card.toml"));
    assert!(one != two && one != three && two != three, "{one} {two} {three}");
}

#[test]
fn what_is_missing_or_wrong_is_named() {
    let book = Book::on("2026-11-23");
    for (line, want) in [
        ("add", "错误：缺少 --name，且没有终端可供询问\n  下一步：请在命令行给出：--name …\n"),
        ("add --name Acme", "错误：缺少 --country，且没有终端可供询问\n  下一步：请在命令行给出：--country …\n"),
        ("add --name Acme --country Gremany", "错误：没有国家“Gremany”\n  下一步：是否想写 德国？\n"),
        ("add --country XX", "错误：没有国家“XX”\n  下一步：请写中文名、英文名或 ISO 代码\n"),
        (
            "add Acme --country 德国 --name x",
            "错误：“Acme”不是 路径=值 的形式\n  下一步：名称请写在 --name 之后：--name \"Acme\"\n",
        ),
        (
            "add --name Acme --country 德国 phne=1",
            "错误：客户资料卡没有字段“phne”\n  下一步：是否想写 phone（电话）？\n",
        ),
    ] {
        book.run(line).stderr(want).exits(2);
    }
    book.english().run("add").stderr("error: --name is missing, and there is no terminal to ask at\n  next: give it on the command line: --name …\n").exits(2);
}
