//! `import`, as its users meet it.

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

#[path = "import/bad_input.rs"]
mod bad_input;
#[path = "import/orders.rs"]
mod orders;
#[path = "import/payments.rs"]
mod payments;

use common::Book;

const LIST: &str = "\
customer_id,company_name,contact_name,contact_title,address,city,postal_code,country,phone,sales rep
DE-1,Müller Maschinenbau GmbH,Anna Weber,Purchasing Manager,Industriestr. 12,Stuttgart,70565,Germany,+49 711 5550134,张伟
FR-1,Vins & Cie,,,,,,France,,
";

/// A book on a day, with a file.
fn book(name: &str, text: &str) -> Book {
    Book::on("2026-11-23").file(name, text)
}

/// Every card and its bytes.
fn cards(book: &Book) -> Vec<(String, String)> {
    let files = book.files().into_iter().filter(|file| file.ends_with("card.toml"));
    files.map(|file| (file.clone(), book.text(&file))).collect()
}

#[test]
fn a_customer_list_becomes_cards() {
    let book = book("c.csv", LIST);
    book.run("import customers c.csv").stderr("已新增 2 个客户，0 未变，0 被拒\n");
    assert_eq!(
        book.files(),
        [
            "c.csv",
            "kehu.toml",
            "潜在客户/德国/Müller Maschinenbau GmbH/card.toml",
            "潜在客户/法国/Vins & Cie/card.toml"
        ]
    );
    let card = book.text("潜在客户/德国/Müller Maschinenbau GmbH/card.toml");
    for line in [
        "name = \"Müller Maschinenbau GmbH\"",
        "code = \"DE-1\"",
        "address = \"Industriestr. 12\"",
        "city = \"Stuttgart\"",
        "postal_code = \"70565\"",
        "phone = \"+49 711 5550134\"",
        "owner = \"张伟\"",
        "created = 2026-11-23",
        "# website = \"\"",
        "[[contact]]",
        "name = \"Anna Weber\"",
        "title = \"Purchasing Manager\"",
    ] {
        assert!(card.lines().any(|own| own.starts_with(line)), "{line}:\n{card}");
    }
    book.run("lint").any_stderr().text();
}

#[test]
fn the_same_list_again_changes_nothing() {
    let book = book("c.csv", LIST);
    book.run("import 客户 c.csv --stage 国外客户 -q");
    let before = cards(&book);
    book.run("import customers c.csv --stage 国外客户").stderr("已新增 0 个客户，2 未变，0 被拒\n");
    assert_eq!(cards(&book), before);
    // nor does one that says something else
    let other = LIST.replace("Stuttgart", "Ulm").replace("+49 711 5550134", "+49711 5550134");
    let book = book.file("d.csv", &other);
    book.english().run("import customers d.csv").stderr("1 unchanged card differs from the file; import leaves cards as they are: 国外客户/德国/Müller Maschinenbau GmbH\n0 customers added, 2 unchanged, 0 rejected\n");
}

#[test]
fn a_look_ahead_lists_the_cards_and_writes_nothing() {
    let book = book("c.csv", LIST).english();
    book.run("import customers c.csv --dry-run --rejects r.csv")
        .stdout("潜在客户/德国/Müller Maschinenbau GmbH/card.toml\n潜在客户/法国/Vins & Cie/card.toml\n")
        .stderr("2 customers would be added, 0 unchanged, 0 rejected; nothing was written\n");
    assert_eq!(book.files(), ["c.csv", "kehu.toml"]);
}

#[test]
fn known_customers_are_found_by_code_or_by_name_and_country() {
    let book = book(
        "c.csv",
        "Code,Name,Country\nA-1,Something else,FR\n,ACME gmbh,Germany\n,Acme GmbH,AT\nB-2,Acme GmbH,DE\nB-3,Acme GmbH,DE\n,Bär,DE\n",
    )
    .card("国外客户/DE/Acme GmbH", "name = 'Acme GmbH'\ncode = 'a-1'\n")
    .card("潜在客户/DE/x", "name = 'BÄR'\n")
    .folder("潜在客户/DE/acme GmbH (B-3)");
    book.run("import customers c.csv").any_stderr();
    let made: Vec<String> = cards(&book).into_iter().map(|(file, _)| file).collect();
    assert_eq!(
        made,
        [
            "国外客户/DE/Acme GmbH/card.toml",
            "潜在客户/DE/Acme GmbH/card.toml",
            "潜在客户/DE/acme GmbH (B-3)/card.toml",
            "潜在客户/DE/x/card.toml",
            "潜在客户/奥地利/Acme GmbH/card.toml",
        ]
    );
    let before = cards(&book);
    book.run("import customers c.csv -q");
    assert_eq!(cards(&book), before);
}

#[test]
fn rows_that_no_card_can_come_of_are_rejected_with_line_and_reason() {
    let book = book(
        "c.csv",
        "公司名称,国家,类型\nA,Germny,\nB,,\n,德国,\nC,火星,\nD,德国,批发商\nE,德国,foo\nF\u{202e}x,德国,\nG,德国\n",
    );
    let told = "\
错误：c.csv:2：没有国家“Germny”
  下一步：是否想写 德国？
错误：c.csv:3：没有国家
  下一步：请填写国家；各行相同则写入 --map 文件：[defaults] country = \"DE\"
错误：c.csv:4：没有客户名称
  下一步：请填写名称
错误：c.csv:5：没有国家“火星”
  下一步：请在 --map 文件中指明：[values.country] \"火星\" = \"…\"
错误：c.csv:7：类型：“foo”不在以下之列：进口商（importer）、分销商（distributor）、代理商（agent）、品牌商（brand）、零售商（retailer）、生产商（manufacturer）、终端用户（end_user）、其他（other）
  下一步：请在 --map 文件中说明：[values.type] \"foo\" = \"…\"
错误：c.csv:8：名称含不可见字符 U+202E
  下一步：请改正名称
错误：c.csv:9：此行有 2 个字段，表头有 3 个
  下一步：内容含分隔符的单元格要加双引号
已新增 1 个客户，0 未变，7 被拒
";
    book.run("import customers c.csv").stderr(told).exits(1);
    assert_eq!(cards(&book).len(), 1);
    book.english()
        .run("import customers c.csv")
        .remarks(&[
            "error: c.csv:2: there is no country \"Germny\"\n  next: did you mean Germany?\n",
            "0 customers added, 1 unchanged, 7 rejected\n",
        ])
        .exits(1);
}

#[test]
fn rejected_rows_come_back_corrected() {
    let book = book("c.csv", "名称;国家;备注\nA;德国;+1\nB;Germny;\"=1+1\"\nC;法囯;\"a;b\nc\"\n");
    book.run("import customers c.csv --rejects r.csv").any_stderr().exits(1);
    let rejects = book.text("r.csv");
    assert_eq!(
        rejects,
        "\u{feff}名称,国家,备注,原因\nB,Germny,'=1+1,没有国家“Germny”\nC,法囯,\"a;b\nc\",没有国家“法囯”\n"
    );
    // never over a file that is there, and then nothing else happens either
    book.run("import customers c.csv --rejects r.csv")
        .stderr("错误：r.csv：该文件已存在；没有导入任何内容\n  下一步：请在 --rejects 后换一个文件名\n")
        .exits(1);
    let book = book.file("r.csv", &rejects.replace("Germny", "德国").replace("法囯,", "法国,"));
    book.run("import customers r.csv").stderr("已新增 2 个客户，0 未变，0 被拒\n");
    assert!(book.text("潜在客户/德国/B/card.toml").contains("\nnote = \"=1+1\" "));
    assert!(book.text("潜在客户/法国/C/card.toml").contains("\nnote = \"a;b\\nc\" "));
}

#[test]
fn many_rejects_are_counted_and_all_written() {
    let rows: String = (0..25).map(|n| format!("N{n},Atlantis\n")).collect();
    let book = book("c.csv", &format!("name,country\n{rows}")).english();
    book.run("import customers c.csv --rejects r.csv")
        .remarks(&[
            "c.csv:21: ",
            "\nand 5 more; --rejects FILE writes them all\n",
            "\n0 customers added, 0 unchanged, 25 rejected\n",
        ])
        .exits(1);
    assert_eq!(book.text("r.csv").lines().count(), 26);
}

#[test]
fn gbk_and_utf_16_are_read_and_said_so() {
    // 名称,国家,联系人 / 穆勒机械,德国,安娜
    let gbk = b"\xC3\xFB\xB3\xC6,\xB9\xFA\xBC\xD2,\xC1\xAA\xCF\xB5\xC8\xCB\n\xC4\xC2\xC0\xD5\xBB\xFA\xD0\xB5,\xB5\xC2\xB9\xFA,\xB0\xB2\xC4\xC8\n";
    let utf16: Vec<u8> =
        "\u{feff}名称\t国家\t联系人\r\n穆勒机械\t德国\t安娜\r\n".encode_utf16().flat_map(u16::to_le_bytes).collect();
    for (bytes, name) in [(&gbk[..], "GBK"), (&utf16, "UTF-16")] {
        let book = Book::on("2026-11-23").bytes("c.csv", bytes);
        book.run("import customers c.csv")
            .stderr(&format!("文件不是 UTF-8，按 {name} 读取\n已新增 1 个客户，0 未变，0 被拒\n"));
        let card = book.text("潜在客户/德国/穆勒机械/card.toml");
        assert!(card.contains("name = \"安娜\""), "{card}");
    }
    let book = Book::on("2026-11-23").bytes("c.csv", "\u{feff}name,country\nA,DE\n".as_bytes());
    book.run("import customers c.csv").stderr("已新增 1 个客户，0 未变，0 被拒\n");
}

#[test]
fn a_map_says_what_columns_and_values_are() {
    let map = "\
[columns]
\"Cust\" = \"code\"
\"Who\" = \"name\"
\"Mail\" = \"contact.email\"
\"Remarks\" = \"\"
\"Gone\" = \"city\"
[values.profile.size]
\"XL\" = \"large\"
[values.country]
\"Scotland\" = \"GB\"
[defaults]
country = \"DE\"
source = \"ERP\"
";
    let book =
        book("c.csv", "Cust,Who,Mail,Remarks,Size,Country\n7,Acme,a@acme.example,secret,XL,\n8,Clan,,,,Scotland\n")
            .file("map.toml", map);
    book.run("import customers c.csv --map map.toml")
        .stderr("map.toml:6:10：文件中没有列“Gone”\n已新增 2 个客户，0 未变，0 被拒\n");
    let card = book.text("潜在客户/德国/Acme/card.toml");
    for line in ["code = \"7\"", "email = \"a@acme.example\"", "source = \"ERP\"", "size = \"large\""] {
        assert!(card.lines().any(|own| own.starts_with(line)), "{line}:\n{card}");
    }
    assert!(!card.contains("secret"));
    assert!(book.files().contains(&"潜在客户/英国/Clan/card.toml".to_owned()));
    let book = book.file("map.toml", "[columns]\n\"Cust\" = \"cod\"\n");
    book.run("import customers c.csv --map map.toml")
        .stderr("错误：map.toml:2:10：“cod”不是客户的字段\n  下一步：是否想写 code？\n")
        .exits(2);
}

#[test]
fn columns_that_are_not_known_are_one_remark_and_credit_is_never_granted() {
    let book =
        book("c.csv", "Name,Country,Credit Limit,Grade,State,Shoe size,Luck\nAcme,US,50000,A,Ohio,44,13\n").english();
    book.run("import customers c.csv").stderr(
        "\
not imported, because kehu does not know the column: \"Shoe size\", \"Luck\"; --map FILE can say what it is
not imported: \"Credit Limit\", \"Grade\"; credit is granted by request, never by a list
1 customer added, 0 unchanged, 0 rejected
",
    );
    let card = book.text("潜在客户/美国/Acme/card.toml");
    assert!(card.contains("region = \"Ohio\"") && !card.contains("credit") && !card.contains("50000"), "{card}");
}

#[test]
fn a_card_that_cannot_be_read_hides_nobody_and_is_not_written_over() {
    let book = book("c.csv", "name,country\nAcme,DE\nBolt,DE\n").card("潜在客户/德国/Acme", "name = ");
    book.run("import customers c.csv")
        .remarks(&[
            "c.csv:2：文件夹 潜在客户/德国/Acme 中已有其他客户的卡片",
            "潜在客户/德国/Acme/card.toml:1",
            "已新增 1 个客户，0 未变，1 被拒",
        ])
        .exits(2);
    assert_eq!(book.text("潜在客户/德国/Acme/card.toml"), "name = ");
}

#[cfg(unix)]
#[test]
fn nothing_is_written_through_a_link() {
    let book = book("c.csv", "name,country\nAcme,DE\nBolt,FR\n").folder("潜在客户").folder("elsewhere");
    std::os::unix::fs::symlink(book.path("elsewhere"), book.path("潜在客户/德国")).unwrap();
    // a link is no folder of the tree: the country's own name is then taken by it
    book.run("import customers c.csv").remarks(&["潜在客户/德国", "链接"]).exits(1);
    assert_eq!(std::fs::read_dir(book.path("elsewhere")).unwrap().count(), 0);
    assert_eq!(cards(&book).len(), 1);
}

#[test]
fn a_name_or_an_address_in_two_columns_is_put_together() {
    let text = "CUSTOMERNAME,ADDRESSLINE2,ADDRESSLINE1,COUNTRY,CONTACTLASTNAME,CONTACTFIRSTNAME\nReims,2e étage,59 rue X,France,Henriot,Paul\nReims,2e étage,59 rue X,France,Henriot,Paul\n";
    let book = book("c.csv", text);
    book.run("import customers c.csv")
        .stderr("未变的行中有 1 行与文件中上面的客户重复\n已新增 1 个客户，1 未变，0 被拒\n");
    let card = book.text("潜在客户/法国/Reims/card.toml");
    assert!(card.contains("name = \"Paul Henriot\"") && card.contains("address = \"59 rue X, 2e étage\""), "{card}");
}
