//! `import --update`, and rows that are held back because the customer is probably there.

#![allow(clippy::disallowed_methods, clippy::panic, clippy::unwrap_used, reason = "a test fails by a panic")]

mod common;

use common::Book;

const ACME: &str = "\
# 老客户
name = 'Acme GmbH'   # 全称
code = 'A1'
phone = '+49 711 5550134'
city = 'Ulm'

[[contact]]
name = 'Anna'
email = 'anna@acme.example'

[[order]]
number = 'PI-1'
date = 2026-01-05
currency = 'USD'
items = [
  { product = 'Truck', quantity = 2, unit_price = '100.00' }, # 两台
  { product = 'Fork', quantity = 3, unit_price = '10' },
]

[[payment]]
date = 2026-02-01
amount = '50'
currency = 'USD'
reference = 'TT-1'
";

fn book(file: &str) -> Book {
    Book::on("2026-11-23").english().card("国外客户/德国/Acme GmbH", ACME).file("c.csv", file)
}

fn acme(book: &Book) -> String {
    book.text("国外客户/德国/Acme GmbH/card.toml")
}

#[test]
fn what_the_file_says_differently_is_shown_and_taken() {
    let book = book(
        "code,name,country,phone,city,contact.name,contact.email\nA1,Acme GmbH,DE,+49 711 5550199,,anna,info@acme.example\n",
    );
    let differences = "国外客户/德国/Acme GmbH: phone: +49 711 5550134 → +49 711 5550199\n国外客户/德国/Acme GmbH: contact's name: Anna → anna\n国外客户/德国/Acme GmbH: contact's e-mail: anna@acme.example → info@acme.example\n";
    book.run("import customers c.csv --update --dry-run")
        .stdout(differences)
        .stderr("0 customers would be added, 1 changed, 0 unchanged, 0 rejected; nothing was written\n");
    book.run("import customers c.csv --update")
        .stdout(differences)
        .stderr(
            "error: --yes is missing, and there is no terminal to ask at\n  next: give it on the command line: --yes\n",
        )
        .exits(2);
    assert_eq!(acme(&book), ACME);
    book.run("import customers c.csv --update -y").stderr("0 customers added, 1 changed, 0 unchanged, 0 rejected\n");
    let want = ACME
        .replace("'+49 711 5550134'", "\"+49 711 5550199\"")
        .replace("'Anna'", "\"anna\"")
        .replace("'anna@acme.example'", "\"info@acme.example\"");
    assert_eq!(acme(&book), want, "comments, order and the empty city stay");
    book.run("import customers c.csv --update -y")
        .stderr("0 customers added, 0 changed, 1 unchanged, 0 rejected\n".replace(" 0 changed,", "").as_str());
}

#[test]
fn somebody_else_is_one_more_contact_and_what_only_the_map_says_changes_nothing() {
    let book =
        book("code,name,country,contact.name\nA1,Acme GmbH,DE,Bob\n").file("m.toml", "[defaults]\ncity = 'Bonn'\n");
    book.run("import customers c.csv --map m.toml --update -y")
        .stderr("0 customers added, 1 changed, 0 unchanged, 0 rejected\n");
    let card = acme(&book);
    assert!(
        card.contains("name = 'Anna'") && card.contains("name = \"Bob\"") && card.contains("city = 'Ulm'"),
        "{card}"
    );
}

#[test]
fn orders_by_number_and_payments_by_reference() {
    let book = book(
        "order no,customer,date,currency,product,quantity,unit price,shipped\nPI-1,A1,2026-01-05,USD,Truck,2,105,2026-03-01\nPI-1,A1,2026-01-05,USD,Fork,3,10,2026-03-01\nPI-2,A1,2026-05-05,USD,Fork,1,10,\n",
    );
    book.run("import orders c.csv --update --dry-run").stdout(
        "国外客户/德国/Acme GmbH: 1 order\n国外客户/德国/Acme GmbH: order PI-1: shipped: (nothing) → 2026-03-01\n国外客户/德国/Acme GmbH: order PI-1: unit price: 100 → 105\n",
    ).stderr("1 order would be added, 1 changed, 0 unchanged, 0 rejected; nothing was written\n");
    book.run("import orders c.csv --update -y").any_stderr();
    let card = acme(&book);
    assert!(card.contains("unit_price = 105 }, # 两台") && card.contains("shipped = 2026-03-01"), "{card}");
    assert!(card.contains("number = \"PI-2\""), "{card}");
    // lines cannot be told apart where there are more of them
    let book = book.file(
        "c.csv",
        "order no,customer,date,currency,product,quantity,unit price\nPI-1,A1,2026-01-05,USD,Truck,2,105\n",
    );
    book.run("import orders c.csv --update -y").remarks(&["the card has 2 lines, the file 1"]).exits(1);
    let book = book.file(
        "p.csv",
        "customer,date,amount,currency,reference\nA1,2026-02-02,60,USD,tt-1\nA1,2026-02-03,60,USD,TT-2\n",
    );
    book.run("import payments p.csv --update -y").stderr("1 payment added, 1 changed, 0 unchanged, 0 rejected\n");
    let card = acme(&book);
    assert_eq!(card.matches("[[payment]]").count(), 2, "{card}");
    assert!(
        card.contains("date = 2026-02-02") && card.contains("amount = 60\ncurrency = 'USD'\nreference = 'TT-1'"),
        "{card}"
    );
}

#[test]
fn likely_duplicates_wait_for_a_decision() {
    let list =
        "name,country,e-mail,code\nACME Ltd.,GB,x@acme.example,\nOther,DE,y@other.example,\nAcme G.m.b.H.,AT,,A2\n";
    let book = book(list);
    let held = "error: c.csv:2: probably here already: 国外客户/德国/Acme GmbH (both use acme.example)\n  next: decide with --duplicates create, skip or update; a row with a code of its own is never held back\n";
    book.run("import customers c.csv --rejects r.csv").stderr(&format!(
        "{held}the rejected rows are in r.csv; correct them there and import that file\n2 customers added, 0 unchanged, 0 rejected, 1 held back\n"
    )).exits(1);
    assert!(!book.files().iter().any(|file| file.contains("ACME Ltd")));
    book.run("import customers r.csv --duplicates skip").stderr("0 customers added, 1 unchanged, 0 rejected\n");
    book.run("import customers r.csv --duplicates update --dry-run")
        .any_stderr()
        .says(&["国外客户/德国/Acme GmbH: name: Acme GmbH → ACME Ltd."]);
    book.run("import customers r.csv --duplicates create").stderr("1 customer added, 0 unchanged, 0 rejected\n");
    assert!(book.files().iter().any(|file| file.contains("ACME Ltd")));
}

#[test]
fn likely_duplicates_of_one_file_wait_for_a_decision() {
    let book = book(
        "name,country,e-mail,code\nZeta Handel GmbH,DE,,\nZETA Handel,DE,,\nzeta-handel gmbh,Germany,,\nZeta Handel,AT,,\nAlpha,FR,a@alpha.example,\nBeta,IT,b@alpha.example,\nGamma,IT,c@alpha.example,G1\n",
    );
    let told = |line: usize, of: &str| {
        format!(
            "error: c.csv:{line}: probably one customer with {of}\n  next: decide with --duplicates create or skip; update takes it once the first is in the book; a row with a code of its own is never held back\n"
        )
    };
    let spelling = "row 2 (the names differ in spelling or legal form only)";
    let held = [told(3, spelling), told(4, spelling), told(7, "row 6 (both use alpha.example)")].concat();
    book.run("import customers c.csv --dry-run")
        .any_stdout()
        .stderr(&format!(
            "{held}4 customers would be added, 0 unchanged, 0 rejected, 3 held back; nothing was written\n"
        ))
        .exits(1);
    book.run("import customers c.csv --dry-run --duplicates create")
        .any_stdout()
        .stderr("7 customers would be added, 0 unchanged, 0 rejected; nothing was written\n");
    book.run("import customers c.csv --duplicates skip").stderr("4 customers added, 3 unchanged, 0 rejected\n");
    assert!(!book.files().iter().any(|file| file.contains("ZETA") || file.contains("Beta")));
}

#[test]
#[cfg(unix)]
fn ctrl_c_leaves_whole_cards_and_the_next_run_ends_the_work() {
    use std::os::unix::process::ExitStatusExt;
    let rows: String = (0..6000).map(|row| format!("C{row},Firm {row},DE\n")).collect();
    let book = Book::on("2026-11-23").english().file("c.csv", &format!("code,name,country\n{rows}"));
    let mut child =
        book.command().args(["import", "customers", "c.csv"]).stderr(std::process::Stdio::piped()).spawn().unwrap();
    // as soon as the first cards are there
    while book.files().len() < 10 && child.try_wait().unwrap().is_none() {
        std::thread::yield_now();
    }
    std::process::Command::new("kill").args(["-INT", &child.id().to_string()]).status().unwrap();
    let output = child.wait_with_output().unwrap();
    assert!(output.status.signal().is_none(), "{output:?}");
    let said = String::from_utf8(output.stderr).unwrap();
    assert!(!output.status.success(), "it ended before the key was pressed");
    assert!(said.contains("stopped by Ctrl-C") && said.contains("written before that"), "{said}");
    let files = book.files();
    assert!(files.len() < 6000, "it went on");
    assert!(files.iter().all(|file| !file.contains(".tmp")), "no half-written file stays");
    for card in files.iter().filter(|file| file.ends_with("card.toml")) {
        assert!(book.text(card).contains("code = "), "{card} is whole");
    }
    book.run("import customers c.csv").any_stderr();
    assert_eq!(book.files().iter().filter(|file| file.ends_with("card.toml")).count(), 6000);
}
