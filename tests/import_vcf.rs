//! `import` of business cards, and of the cards of a fair.

#![allow(
    clippy::disallowed_methods,
    clippy::indexing_slicing,
    clippy::panic,
    clippy::unwrap_used,
    reason = "a test fails by a panic"
)]

mod common;

use common::Book;

fn book(cards: &str) -> Book {
    Book::on("2026-11-23").file("c.vcf", cards)
}

#[track_caller]
fn holds(text: &str, lines: &[&str]) {
    for line in lines {
        assert!(text.lines().any(|own| own.trim_start().starts_with(line)), "{line} is not in:\n{text}");
    }
}

const ANNA: &str = "BEGIN:VCARD\r\nVERSION:3.0\r\nN:Weber;Anna;;;\r\nFN:Anna Weber\r\nORG:Müller Maschinenbau GmbH;Einkauf\r\nTITLE:Head of Purchasing\r\nTEL;TYPE=CELL:+49 170 5550134\r\nTEL;TYPE=WORK,VOICE:+49 711 5550134\r\nTEL;TYPE=FAX:+49 711 5550135\r\nEMAIL;TYPE=INTERNET:anna@mueller.example\r\nADR;TYPE=WORK:;;Industriestr. 12;Stuttgart;BW;70565;Germany\r\nURL:https://www.mueller.example\r\nNOTE:Met at booth 3\\, hall B\r\nPHOTO;ENCODING=b;TYPE=JPEG:AAAA\r\n BBBB\r\nEND:VCARD\r\n";

#[test]
fn a_card_of_version_3_becomes_a_customer() {
    let book = book(ANNA);
    book.run("import customers c.vcf").stderr("已新增 1 个客户，0 未变，0 被拒\n");
    holds(
        &book.text("潜在客户/德国/Müller Maschinenbau GmbH/card.toml"),
        &[
            "name = \"Müller Maschinenbau GmbH\"",
            "address = \"Industriestr. 12\"",
            "city = \"Stuttgart\"",
            "region = \"BW\"",
            "postal_code = \"70565\"",
            "phone = \"+49 711 5550134\"",
            "fax = \"+49 711 5550135\"",
            "website = \"https://www.mueller.example\"",
            "note = \"Met at booth 3, hall B\"",
            "name = \"Anna Weber\"",
            "title = \"Head of Purchasing\"",
            "email = \"anna@mueller.example\"",
            "phone = \"+49 170 5550134\"",
        ],
    );
}

#[test]
fn people_of_one_company_are_contacts_of_one_card() {
    let bob = "BEGIN:VCARD\nVERSION:4.0\nFN:Bob Stone\nORG:Müller Maschinenbau GmbH\nTEL;VALUE=uri;TYPE=cell:tel:+49-170-5550199\nEND:VCARD\n";
    let book = book(&(ANNA.to_owned() + bob)).english();
    book.run("import customers c.vcf").stderr(
        "1 person is one more contact of a company that stands above\n1 customer added, 0 unchanged, 0 rejected\n",
    );
    let card = book.text("潜在客户/德国/Müller Maschinenbau GmbH/card.toml");
    assert_eq!(card.matches("[[contact]]").count(), 2, "{card}");
    holds(&card, &["name = \"Bob Stone\"", "phone = \"+49-170-5550199\""]);
    // the same again changes nothing; with --update the one who is missing comes in
    let book = book.card(
        "潜在客户/德国/Müller Maschinenbau GmbH",
        "name = 'Müller Maschinenbau GmbH'\n\n[[contact]]\nname = 'Bob Stone'\n",
    );
    book.run("import customers c.vcf --update -y").stderr("0 customers added, 2 changed, 0 unchanged, 0 rejected\n");
    let card = book.text("潜在客户/德国/Müller Maschinenbau GmbH/card.toml");
    assert_eq!(card.matches("[[contact]]").count(), 2, "{card}");
    holds(&card, &["name = 'Bob Stone'", "phone = \"+49-170-5550199\"", "name = \"Anna Weber\""]);
}

#[test]
fn cards_of_version_2_1_in_quoted_printable() {
    // 张伟 of 上海贸易, in UTF-8 with soft breaks, in GBK, and without the name of the encoding
    for (encoding, name, company) in [
        (
            ";CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE",
            "=E5=BC=A0=\r\n=E4=BC=9F",
            "=E4=B8=8A=E6=B5=B7=\r\n=E8=B4=B8=E6=98=93",
        ),
        (";ENCODING=QUOTED-PRINTABLE;CHARSET=GBK", "=D5=C5=CE=B0", "=C9=CF=BA=A3=C3=B3=D2=D7"),
        (";QUOTED-PRINTABLE;CHARSET=gb2312", "=D5=C5=CE=B0", "=C9=CF=BA=A3=C3=B3=D2=D7"),
        (";ENCODING=QUOTED-PRINTABLE", "=E5=BC=A0=E4=BC=9F", "=E4=B8=8A=E6=B5=B7=E8=B4=B8=E6=98=93"),
    ] {
        let card = format!(
            "BEGIN:VCARD\r\nVERSION:2.1\r\nN{encoding}:{name};;;;\r\nFN{encoding}:{name}\r\nORG{encoding}:{company}\r\nTEL;CELL:+86 138 0013 8000\r\nEND:VCARD\r\n"
        );
        let book = book(&card);
        book.run("import customers c.vcf").stderr("已新增 1 个客户，0 未变，0 被拒\n");
        holds(
            &book.text("潜在客户/中国/上海贸易/card.toml"),
            &["name = \"上海贸易\"", "name = \"张伟\"", "phone = \"+86 138 0013 8000\""],
        );
    }
}

#[test]
fn the_country_comes_from_the_address_the_calling_code_or_the_command() {
    let card = |org: &str, more: &str| format!("BEGIN:VCARD\nVERSION:3.0\nFN:X\nORG:{org}\n{more}END:VCARD\n");
    let cards = card("A", "ADR:;;;;;;France\nTEL:+49 711 5550134\n")
        + &card("B", "TEL:0044 20 7946 0018\n")
        + &card("C", "TEL:+7 495 123 45 67\n")
        + &card("D", "");
    let book = book(&cards).english();
    book.run("import customers c.vcf").any_stderr().exits(1);
    let files = book.files().into_iter().filter(|file| file.ends_with("card.toml")).collect::<Vec<_>>();
    assert_eq!(files, ["潜在客户/法国/A/card.toml", "潜在客户/英国/B/card.toml"], "Russia and Kazakhstan share +7");
    book.run("import customers c.vcf --country IT -q").exits(0);
    assert!(book.files().contains(&"潜在客户/意大利/D/card.toml".to_owned()));
}

#[test]
fn what_is_no_customer_is_told() {
    let book = book("BEGIN:VCARD\nVERSION:3.0\nFN:Anna\nTEL:+49 711 5550134\nEND:VCARD\n").english();
    book.run("import customers c.vcf").stderr(
        "error: c.vcf:1: name: the card of Anna names no company (ORG)\n  next: write the company into the card, or add the customer with `kehu add`\n0 customers added, 0 unchanged, 1 rejected\n",
    ).exits(1);
    book.run("import orders c.vcf")
        .stderr("error: c.vcf: business cards are customers\n  next: kehu import customers \"c.vcf\"\n")
        .exits(2);
    let book = book.file("d.vcf", "\nBEGIN:VCARD\nFN:Anna\n");
    book.run("import customers d.vcf")
        .stderr("error: d.vcf:2: the card that begins here does not end\n  next: export the contacts again as vCard\n")
        .exits(2);
}

#[test]
fn the_cards_of_a_fair_get_source_and_first_follow_up() {
    let book = book(ANNA)
        .file("kehu.toml", "language = \"zh-CN\"\n\n[[person]]\nname = \"李娜\"\nroles = [\"salesperson\"]\n")
        .card("国外客户/法国/Vins", "name = 'Vins'\n");
    let book = book.file("d.csv", "name,country,source\nNew Co,DE,网上\nVins,FR,\n");
    book.run("import customers c.vcf --source \"广交会 2026 秋\" --log exhibition --next 3d --summary 要报价")
        .stderr("已新增 1 个客户，0 未变，0 被拒\n");
    let card = book.text("潜在客户/德国/Müller Maschinenbau GmbH/card.toml");
    holds(
        &card,
        &[
            "source = \"广交会 2026 秋\"",
            "[[followup]]",
            "date = 2026-11-23",
            "kind = \"exhibition\"",
            "by = \"李娜\"",
            "summary = \"要报价\"",
            "next = 2026-11-26",
        ],
    );
    // what the file says counts more, and who is there already stays as they are
    book.run("import customers d.csv --source 广交会 --log exhibition -q");
    holds(
        &book.text("潜在客户/德国/New Co/card.toml"),
        &["source = \"网上\"", "kind = \"exhibition\"", "summary = \"广交会\""],
    );
    assert_eq!(book.text("国外客户/法国/Vins/card.toml"), "name = 'Vins'\n");
    let book = book.english();
    book.run("import orders d.csv --log exhibition")
        .stderr("error: --log goes with customers alone\n  next: leave --log out\n")
        .exits(2);
    book.run("import customers c.vcf --log exhibition --summary talk --next 2026-11-01")
        .remarks(&["the next follow-up 2026-11-01 lies before 2026-11-23"])
        .exits(2);
}

#[test]
fn the_encoding_of_a_card_that_is_not_utf8_is_told() {
    let card = b"BEGIN:VCARD\r\nVERSION:2.1\r\nORG:\xBA\xBA\xB1\xA4\xC3\xB3\xD2\xD7\r\nEND:VCARD\r\n";
    let book = Book::on("2026-11-23").bytes("c.vcf", card).english();
    book.run("import customers c.vcf --country DE")
        .stderr("the file is not UTF-8; read as GBK\n1 customer added, 0 unchanged, 0 rejected\n");
    assert!(book.files().contains(&"潜在客户/德国/汉堡贸易/card.toml".to_owned()));
}

#[test]
fn damaged_cards_end_in_a_message_and_never_in_a_panic() {
    let book = book(ANNA);
    let mut state = 7_u64;
    let mut next = |below: usize| {
        state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        usize::try_from(state >> 33).unwrap() % below
    };
    for _ in 0..40 {
        let mut bytes = ANNA.as_bytes().to_vec();
        for _ in 0..=next(6) {
            let at = next(bytes.len());
            bytes[at] = b":;=,\\\"\n\r \x80"[next(10)];
        }
        std::fs::write(book.path("c.vcf"), &bytes).unwrap();
        let code = book.command().args(["import", "customers", "c.vcf", "--dry-run"]).output().unwrap().status.code();
        assert!(code.is_some_and(|code| code <= 2), "{code:?}");
    }
}
