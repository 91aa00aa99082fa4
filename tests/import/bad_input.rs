//! Files that are no table, or no good one: told in one clear error, nothing written.

use super::{Book, cards};

#[test]
fn files_that_are_no_table_are_told_and_nothing_is_written() {
    let many = format!("name,country\n{}", ",".repeat(300));
    let long = format!("name,country\n{},DE\n", "x".repeat(40_000));
    let blank = format!("name,country\n{}A,DE\n", ",\n".repeat(1_100_000));
    for (bytes, want) in [
        (&b""[..], "c.csv: the file is empty"),
        (b"\n \n", "c.csv: the file is empty"),
        (b"name,country\n", "c.csv:1: nothing stands below the header"),
        (b"a,b\n1,2\n", "c.csv: none of the first 10 rows names a column that kehu knows"),
        (b"PK\x03\x04\x14\0\x06", "c.csv: the file is damaged, or no Word or Excel file"),
        (b"\xD0\xCF\x11\xE0\xA1\xB1", "c.csv: the file has a password, or is of the old kind (.doc, .xls)"),
        (b"name,country\nA\0B,DE\n", "c.csv:2: this is no text: it holds NUL bytes"),
        (b"name,country\nA,DE\n\xE7\xA9\x86\xFF\xFF,DE\n", "c.csv:3: the file is not UTF-8 from this line on"),
        (b"name,country\nA,DE\n\"B,DE\nC,DE\n", "c.csv:3: the quote that opens on this line is not closed"),
        (blank.as_bytes(), "c.csv:1048578: the table is too large: 1048576 rows and 8000000 cells at most"),
        (many.as_bytes(), "c.csv:2: the row has too many columns: 256 at most"),
        (long.as_bytes(), "c.csv:2: a cell is too long: 32767 characters at most"),
        (b"name,phone\nA,1\n", "c.csv: no column gives the country"),
        (b"country,phone\nDE,1\n", "c.csv: no column gives the name"),
    ] {
        let book = Book::on("2026-11-23").bytes("c.csv", bytes).english();
        book.run("import customers c.csv --rejects r.csv").remarks(&[&format!("error: {want}\n  next: ")]).exits(2);
        assert_eq!(book.files(), ["c.csv", "kehu.toml"], "{want}");
    }
}

#[test]
fn files_that_are_not_there_or_no_files() {
    let book = Book::on("2026-11-23").folder("f").english();
    book.run("import customers no.csv")
        .stderr("error: no.csv: not found\n  next: check how the name is written and where the file is\n")
        .exits(2);
    book.run("import customers f")
        .stderr("error: f: is a folder, not a file\n  next: give the path of a file\n")
        .exits(2);
    book.run("import customers c.csv --map no.toml")
        .stderr("error: c.csv: not found\n  next: check how the name is written and where the file is\n")
        .exits(2);
    let sparse = std::fs::File::create(book.path("big.csv")).unwrap();
    sparse.set_len(70 * 1024 * 1024).unwrap();
    book.run("import customers big.csv")
        .stderr("error: big.csv: the file is too large (70 MiB; 64 at most)\n  next: split it into parts\n")
        .exits(2);
    book.run("import orders c.csv --stage 国外客户").remarks(&["--stage goes with customers alone"]).exits(2);
    book.run("import things c.csv").remarks(&["is none of customers, orders, payments, form"]).exits(2);
    #[cfg(unix)]
    book.run("import customers /dev/zero")
        .stderr("error: /dev/zero: not a plain file\n  next: save it as a file first\n")
        .exits(2);
}

#[test]
fn titles_above_and_headers_again_are_left_out_with_a_remark() {
    let text = "Customer list,,\nprinted 2026,,\n\nName,Country,Phone\nA,DE,1\n,,\nName,Country,Phone\n名称,国家,电话\nB,DE,2\n";
    let book = Book::on("2026-11-23").file("c.csv", text).english();
    book.run("import customers c.csv").stderr(
        "\
the header stands on line 4; what is above it is left out
the header stands again on line 7, 8; left out
2 customers added, 0 unchanged, 0 rejected
",
    );
}

#[test]
fn ragged_rows_are_rejected_and_lose_nothing() {
    let text = "name,country,note\nA,DE,a,b\nB,DE,ok,,\nC,DE\nD,DE,\n";
    let book = Book::on("2026-11-23").file("c.csv", text).english();
    book.run("import customers c.csv --rejects r.csv")
        .stderr(
            "\
error: c.csv:2: the row has 4 fields, the header has 3
  next: a cell that holds the delimiter stands in double quotes
error: c.csv:4: the row has 2 fields, the header has 3
  next: a cell that holds the delimiter stands in double quotes
the rejected rows are in r.csv; correct them there and import that file
2 customers added, 0 unchanged, 2 rejected
",
        )
        .exits(1);
    assert_eq!(
        book.text("r.csv"),
        "\u{feff}name,country,note,reason\nA,DE,a,\"the row has 4 fields, the header has 3\",b\nC,DE,,\"the row has 2 fields, the header has 3\"\n"
    );
}

#[test]
fn hostile_names_stay_in_the_book() {
    let text = "name,country\n../../x,DE\nCON,DE\n-rf,DE\n\u{1b}[31m,DE\n..,DE\na/b,DE\n$(touch pwned),DE\n";
    let book = Book::on("2026-11-23").file("c.csv", text).english();
    book.run("import customers c.csv")
        .remarks(&["c.csv:5: ", "c.csv:6: ", "5 customers added, 0 unchanged, 2 rejected"])
        .exits(1);
    let made: Vec<String> = cards(&book).into_iter().map(|(file, _)| file).collect();
    assert_eq!(made.len(), 5);
    assert!(made.iter().all(|file| file.starts_with("潜在客户/德国/") && file.matches('/').count() == 3), "{made:?}");
}
