//! Tables to be imported: the file, and the map to read it by.

use super::books::*;
use super::told::{Told, live, on};

/// The stories.
pub const ALL: &[Told] = &[
    // the file
    on(acme)
        .run("import customers absent.csv")
        .en("absent.csv: not found", "check how the name is written and where the file is")
        .zh("absent.csv：找不到", "请检查名称和位置是否写对"),
    on(acme)
        .run("import customers 国外客户")
        .en("国外客户: is a folder, not a file", "give the path of a file")
        .zh("国外客户：是文件夹，不是文件", "请给出文件的路径"),
    on(|| acme().bytes("a.csv", b"PK\x03\x04"))
        .run("import customers a.csv")
        .en("a.csv: the file is damaged, or no Word or Excel file", "open it in Word or Excel and save it again")
        .zh("a.csv：文件已损坏，或不是 Word/Excel 文件", "请用 Word 或 Excel 打开后另存一份"),
    on(|| acme().bytes("a.csv", b"\xff\xfea"))
        .run("import customers a.csv")
        .en("a.csv:1: the file is UTF-16, not UTF-8", "export it again as \"CSV UTF-8\"")
        .zh("a.csv:1：文件是 UTF-16 编码，不是 UTF-8", "请重新导出为“CSV UTF-8”"),
    on(|| acme().bytes("a.csv", b"name\n\xE5\xAE\xA2\xE5\n"))
        .run("import customers a.csv")
        .en("a.csv:2: the file is not UTF-8 from this line on", "export it again as \"CSV UTF-8\"")
        .zh("a.csv:2：文件从此行起不是 UTF-8 编码", "请重新导出为“CSV UTF-8”"),
    on(|| acme().bytes("a.csv", b"a\0b"))
        .run("import customers a.csv")
        .en("a.csv:1: this is no text: it holds NUL bytes", "export it again as \"CSV UTF-8\"")
        .zh("a.csv:1：这不是文本文件：含有 NUL 字节", "请重新导出为“CSV UTF-8”"),
    on(|| csv(""))
        .run("import customers a.csv")
        .en("a.csv: the file is empty", "export the table again, with its rows")
        .zh("a.csv：文件是空的", "请重新导出，带上数据行"),
    on(|| csv("name,country\n"))
        .run("import customers a.csv")
        .en("a.csv:1: nothing stands below the header", "export the table again, with its rows")
        .zh("a.csv:1：表头下面没有数据", "请重新导出，带上数据行"),
    on(|| csv("xyzzy\n1\n"))
        .run("import customers a.csv")
        .en(
            "a.csv: none of the first 10 rows names a column that kehu knows",
            "put the names of the columns in the first row, or say with --map FILE what they mean",
        )
        .zh("a.csv：前 10 行中没有可识别的列名", "请在第一行写上列名，或用 --map 文件 说明各列的含义"),
    on(|| csv("name,country\n\"Acme,DE\n"))
        .run("import customers a.csv")
        .en(
            "a.csv:2: the quote that opens on this line is not closed",
            "close it, or write a quote that is meant as a character twice (\"\")",
        )
        .zh("a.csv:2：此行开始的引号没有闭合", "请补上右引号；引号本身要写成两个（\"\"）"),
    on(|| csv(&format!("name,country\n{},DE\n", "x".repeat(40_000))))
        .run("import customers a.csv")
        .en(
            "a.csv:2: a cell is too long: 32767 characters at most",
            "a quote that is not closed makes such cells; else shorten it",
        )
        .zh("a.csv:2：单元格过长：最多 32767 个字符", "常见原因是引号没有闭合；否则请缩短内容"),
    on(|| csv(&format!("name,country\nAcme,DE{}\n", ",".repeat(300))))
        .run("import customers a.csv")
        .en("a.csv:2: the row has too many columns: 256 at most", "export only the columns that are wanted")
        .zh("a.csv:2：列太多：最多 256 列", "请只导出需要的列"),
    on(|| csv(&format!("name,country\n{}", "a,b\n".repeat(1_048_577))))
        .run("import customers a.csv")
        .en("a.csv:1048578: the table is too large: 1048576 rows and 8000000 cells at most", "import it in parts")
        .zh("a.csv:1048578：表格过大：最多 1048576 行、8000000 个单元格", "请拆成几个文件分别导入"),
    on(too_large)
        .run("import customers a.csv")
        .en("a.csv: the file is too large (65 MiB; 64 at most)", "split it into parts")
        .zh("a.csv：文件过大（65 MiB，上限 64 MiB）", "请拆成几个文件"),
    on(|| csv("name,country\nAcme,DE\n"))
        .run("import orders a.csv --stage customer")
        .en("--stage goes with customers alone", "leave --stage out")
        .zh("--stage 只能与 customers（客户）同用", "请去掉 --stage"),
    on(|| csv("name,country\nAcme,DE\n"))
        .run("import customers a.csv --rejects a.csv")
        .en("a.csv: this file exists already; nothing was imported", "name another file after --rejects")
        .zh("a.csv：该文件已存在；没有导入任何内容", "请在 --rejects 后换一个文件名")
        .exits(1),
    on(|| csv("name\nAcme\n"))
        .run("import customers a.csv -q")
        .en(
            "a.csv: no column gives the country",
            "add the column, or say it once for all rows in a --map file: [defaults] country = \"DE\"",
        )
        .zh("a.csv：没有哪一列是国家", "请补上该列；各行相同则写入 --map 文件：[defaults] country = \"DE\""),
    on(|| csv("number,customer\n1,Acme\n"))
        .run("import orders a.csv -q")
        .en("a.csv: no column gives the date", "say which it is in a --map file: [columns] \"…\" = \"date\"")
        .zh("a.csv：没有哪一列是订购日期", "请在 --map 文件中指明：[columns] \"…\" = \"date\""),
    // its map
    on(|| map("[columns\n"))
        .run("import orders a.csv --map m.toml")
        .en(
            "m.toml:1:9: a heading stands alone on its line, as [profile] or [[contact]]",
            "mend the map and run the command again; names that are not plain ASCII stand in double quotes",
        )
        .zh(
            "m.toml:1:9：表头须独占一行，如 [profile] 或 [[contact]]",
            "请改正后重试；中文列名和取值要加双引号，如 \"备注\" = \"note\"",
        ),
    on(|| map("colums = 1\n"))
        .run("import orders a.csv --map m.toml")
        .en(
            "m.toml:1:1: unknown key `colums`",
            "a map has [columns], [values.FIELD], [defaults], date_order and thousands",
        )
        .zh("m.toml:1:1：未知字段 colums", "可用的有 [columns]、[values.字段]、[defaults]、date_order 和 thousands"),
    on(|| map("columns = 1\n"))
        .run("import orders a.csv --map m.toml")
        .en(
            "m.toml:1:1: this is a table: write it as [columns]",
            "a map has [columns], [values.FIELD], [defaults], date_order and thousands",
        )
        .zh(
            "m.toml:1:1：此处应为表，写作 [columns]",
            "可用的有 [columns]、[values.字段]、[defaults]、date_order 和 thousands",
        ),
    on(|| map("[columns]\nx = 1\n"))
        .run("import orders a.csv --map m.toml")
        .en(
            "m.toml:2:5: a column is the path of a field in quotes",
            "as \"Cust No\" = \"code\", or = \"\" to leave it out",
        )
        .zh("m.toml:2:5：列的含义应为加引号的字段路径", "如 \"Cust No\" = \"code\"；不导入该列则写 \"\""),
    on(|| map("[columns]\nx = 'itmes.product'\n"))
        .run("import orders a.csv --map m.toml")
        .en("m.toml:2:5: \"itmes.product\" is no field of orders", "did you mean items.product?")
        .zh("m.toml:2:5：“itmes.product”不是订单的字段", "是否想写 items.product？"),
    on(|| map("[columns]\nx = 'xyzzyxyzzy'\n"))
        .run("import orders a.csv --map m.toml")
        .en(
            "m.toml:2:5: \"xyzzyxyzzy\" is no field of orders",
            "write the path of a field, as contact.email, or \"\" to leave the column out",
        )
        .zh("m.toml:2:5：“xyzzyxyzzy”不是订单的字段", "请写字段路径，如 contact.email；不导入该列则写 \"\""),
    on(|| map("[values]\nClosed = 'delivered'\n"))
        .run("import orders a.csv --map m.toml")
        .en("m.toml:2:10: what a value means stands in quotes", "as [values.status] \"Closed\" = \"delivered\"")
        .zh("m.toml:2:10：取值的含义应加引号", "如 [values.status] \"Closed\" = \"delivered\""),
    on(|| map("[values.status]\nClosed = 'closd'\n"))
        .run("import orders a.csv --map m.toml")
        .en(
            "m.toml:2:10: status: \"closd\" is none of confirmed, production, shipped, delivered, on_hold, disputed, cancelled",
            "correct the value in the map",
        )
        .zh(
            "m.toml:2:10：status：“closd”不在以下之列：已确认（confirmed）、生产中（production）、已出运（shipped）、已到货（delivered）、暂缓（on_hold）、有争议（disputed）、已取消（cancelled）",
            "请改正映射文件中的这个值",
        ),
    on(|| map("[defaults]\ncurrency = ['USD']\n"))
        .run("import orders a.csv --map m.toml")
        .en("m.toml:2:12: a default is one value", "as currency = \"USD\"")
        .zh("m.toml:2:12：默认值只能是一个值", "如 currency = \"USD\""),
    on(|| map("[defaults]\ncountry = 'Germny'\n"))
        .run("import customers a.csv --map m.toml")
        .en("m.toml:2:11: there is no country \"Germny\"", "did you mean Germany?")
        .zh("m.toml:2:11：没有国家“Germny”", "是否想写 德国？"),
    on(|| map("date_order = 'ymd'\n"))
        .run("import orders a.csv --map m.toml")
        .en("m.toml:1:1: date_order is \"dmy\" or \"mdy\"", "\"dmy\" for 24/02/2003, \"mdy\" for 02/24/2003")
        .zh(
            "m.toml:1:1：date_order 只能是 \"dmy\" 或 \"mdy\"",
            "\"dmy\" 表示 24/02/2003（日/月/年），\"mdy\" 表示 02/24/2003（月/日/年）",
        ),
    on(|| map("thousands = 'x'\n"))
        .run("import orders a.csv --map m.toml")
        .en(
            "m.toml:1:1: thousands is a comma, a dot, a space or an apostrophe",
            "\",\" for 1,234.50, \".\" for 1.234,50",
        )
        .zh("m.toml:1:1：thousands 只能是逗号、句点、空格或单引号", "\",\" 表示 1,234.50，\".\" 表示 1.234,50"),
];

#[test]
fn every_error_is_told() {
    live(ALL);
}
