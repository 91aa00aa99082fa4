//! The books of the stories.

use crate::common::Book;

/// The card of the one customer.
pub const CARD: &str = "国外客户/德国/Acme/card.toml";

/// No book at all.
pub fn nowhere() -> Book {
    Book::nowhere("2026-11-23")
}

/// A book without customers.
pub fn book() -> Book {
    Book::on("2026-11-23")
}

/// One customer with such a card.
pub fn card(text: &str) -> Book {
    book().file(CARD, text)
}

/// One customer, of whom little is known.
pub fn acme() -> Book {
    card("name = 'Acme'\n")
}

/// One whom somebody looks after.
pub fn owned() -> Book {
    card("name = 'Acme'\nowner = '李娜'\n")
}

/// One who has bought nothing yet.
pub fn prospect() -> Book {
    book().card("潜在客户/德国/Acme", "name = 'Acme'\n")
}

/// Two of one name.
pub fn twins() -> Book {
    acme().card("国外客户/法国/Acme", "name = 'Acme'\n")
}

/// One with two contacts.
pub fn contacts() -> Book {
    card("name = 'Acme'\n[[contact]]\nname = 'Anna'\n[[contact]]\nname = 'Hans'\n")
}

/// One who was sent samples.
pub fn samples() -> Book {
    let sample = |rest: &str| format!("[[sample]]\ndate = 2026-11-01\nproduct = {rest}\n");
    card(&[sample("'pump'\nfeedback = 'good'"), sample("'wheel A'"), sample("'wheel B'")].concat())
}

/// One who was quoted: two open, one won.
pub fn quoted() -> Book {
    let quote = |number: &str, rest: &str| {
        format!(
            "[[quote]]\nnumber = '{number}'\ndate = 2026-11-01\ncurrency = 'USD'\n{rest}items = [ {{ product = 'pump', quantity = 1, unit_price = 5 }} ]\n"
        )
    };
    let quotes = [
        quote("Q-1", "outcome = 'open'\nvalid_until = 2026-11-10\n"),
        quote("Q-2", "outcome = 'lost'\n"),
        quote("Q-3", "outcome = 'won'\nclosed = 2026-11-02\n"),
    ];
    card(&format!(
        "{}[[order]]\nnumber = 'PI-9'\ndate = 2026-11-02\ncurrency = 'USD'\namount = 5\nquote = 'Q-3'\n",
        quotes.concat()
    ))
}

/// One with an order of 1000 CNY of which more is said.
pub fn order(rest: &str) -> Book {
    let amount = if rest.starts_with("amount") { "" } else { "currency = 'CNY'\namount = 1000\n" };
    card(&format!("name = 'Acme'\n[[order]]\nnumber = 'PI-1'\ndate = 2026-10-01\n{amount}{rest}\n"))
}

/// One with an order.
pub fn sold() -> Book {
    order("pay = { balance = 'bl_copy' }")
}

/// One whose order has left, and who has paid a part.
pub fn shipped() -> Book {
    order("shipped = 2026-10-10\n[[payment]]\ndate = 2026-11-20\namount = 100\ncurrency = 'CNY'\nkind = 'receipt'")
}

/// One whose order has left in a part that was all of it.
pub fn parted() -> Book {
    order("shipments = [ { date = 2026-10-10, amount = 1000, bl = 'X' } ]")
}

/// One with an order and a credit note for it.
pub fn credited() -> Book {
    order("[[order]]\nnumber = 'CN-1'\ndate = 2026-10-20\ncurrency = 'CNY'\namount = -50\ncredits = 'PI-1'")
}

/// One with two orders of like number.
pub fn many() -> Book {
    order("[[order]]\nnumber = 'PI-2'\ndate = 2026-10-02\ncurrency = 'CNY'\namount = 5")
}

/// One with an order in a currency that the book has no rate of.
pub fn unrated() -> Book {
    order("amount = 1000\ncurrency = 'EUR'\nshipped = 2026-10-10")
}

/// Beside the customer, a table to import.
pub fn csv(text: &str) -> Book {
    acme().file("a.csv", text)
}

/// A table with a map to read it by.
pub fn map(text: &str) -> Book {
    csv("name,country\nAcme,DE\n").file("m.toml", text)
}

/// A list of one order for a customer whose name two have.
pub fn ordered_by_a_twin() -> Book {
    twins().file("a.csv", &orders(&["PI-1,Acme,2026-11-01,CNY,5"]))
}

/// A list in which an order has two customers.
pub fn ordered_by_two() -> Book {
    acme()
        .card("国外客户/法国/Bob", "name = 'Bob'\n")
        .file("a.csv", &orders(&["PI-1,Acme,2026-11-01,CNY,5", "PI-1,Bob,2026-11-01,CNY,5"]))
}

/// A list with the number of one customer and the name of another.
pub fn ordered_by_code_and_name() -> Book {
    let coded = card("name = 'Acme'\ncode = 'C-1'\n").card("国外客户/法国/Bob", "name = 'Bob'\ncode = 'C-2'\n");
    coded.file("a.csv", "number,code,name,date,currency,amount\nPI-1,C-1,Bob,2026-11-01,CNY,5\n")
}

/// A list that says something else of an order than its card.
pub fn ordered_otherwise() -> Book {
    sold().file("a.csv", &orders(&["PI-1,Acme,2026-10-01,CNY,900"]))
}

/// A list that says more of an order than its card.
pub fn ordered_in_more_words() -> Book {
    sold().file("a.csv", "number,customer,date,currency,amount,terms\nPI-1,Acme,2026-10-01,CNY,1000,FOB Ningbo\n")
}

/// A list with more lines of an order than its card.
pub fn ordered_in_more_lines() -> Book {
    sold().file(
        "a.csv",
        "number,customer,date,currency,product,quantity,unit price\nPI-1,Acme,2026-10-01,CNY,pump,1,1000\n",
    )
}

/// A list with an order that another customer has.
pub fn ordered_by_another() -> Book {
    sold().card("国外客户/法国/Bob", "name = 'Bob'\n").file("a.csv", &orders(&["PI-1,Bob,2026-10-01,CNY,1000"]))
}

/// A payment for an order that two customers have.
pub fn paid_for_one_of_two() -> Book {
    let two = sold().card("国外客户/法国/Bob", "[[order]]\nnumber = 'PI-1'\n");
    two.file("a.csv", "order,date,amount,currency\nPI-1,2026-11-01,5,CNY\n")
}

/// A payment for a customer whose card holds all that a card can.
pub fn paid_to_a_full_card() -> Book {
    let full = format!("name = 'Acme'\nnote = '{}'\n", "x".repeat(4 * 1024 * 1024 - 60));
    card(&full).file("a.csv", "customer,date,amount,currency\nAcme,2026-11-01,5,CNY\n")
}

/// A list of orders, a line each.
pub fn orders(lines: &[&str]) -> String {
    format!("number,customer,date,currency,amount\n{}\n", lines.join("\n"))
}

/// A table larger than any that is read; it takes no room on the disk.
pub fn too_large() -> Book {
    let book = acme();
    std::fs::File::create(book.path("a.csv")).unwrap().set_len(65 << 20).unwrap();
    book
}

/// More customers of great debt than can be counted together.
pub fn rich() -> Book {
    (0..90).fold(book(), |book, n| {
        let order = "[[order]]\nnumber = 'PI-1'\ndate = 2026-10-01\ncurrency = 'CNY'\namount = '9999999999999999999999999.99'\nshipped = 2026-10-10\n";
        book.card(&format!("国外客户/德国/Rich {n}"), order)
    })
}

/// One whose sales cannot be counted.
pub fn uncounted() -> Book {
    card("[[order]]\nnumber = 'PI-1'\namount = 5\ncurrency = 'CNY'\n")
}

/// A card below another customer's, where no card is looked for.
pub fn hidden() -> Book {
    acme().card("国外客户/德国/Acme/Sub", "name = 'Sub'\n")
}

/// A list with a customer for whom no folder is left.
pub fn taken() -> Book {
    acme().card("国外客户/德国/Acme (C-9)", "name = 'Acme C'\n").file("a.csv", "name,country,code\nAcme,德国,C-9\n")
}
