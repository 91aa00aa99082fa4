//! `due`, as its users meet it.

mod common;

use common::Book;

const ASKED: &str = "name = 'Acme GmbH'\nowner = '张伟'\ncreated = 2026-11-01\n\n[[followup]]\ndate = 2026-11-18\nkind = 'inquiry'\nsummary = '要 20 台 2.5t'\n";

#[test]
fn an_unanswered_inquiry_is_due_until_it_is_answered() {
    let book = Book::on("2026-11-23").card("潜在客户/德国/Acme", ASKED);
    book.run("due")
        .stdout("逾期  类别      客户       国家  等级  负责人  事项\n   4  未回询盘  Acme GmbH  德国        张伟    要 20 台 2.5t\n")
        .exits(0);
    book.run("log Acme 已报价 --kind email").stderr("潜在客户/德国/Acme：已记录 2026-11-23 邮件\n");
    book.run("due").stderr("没有到期事项\n").exits(0);
}
