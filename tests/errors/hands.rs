//! Errors that take more than a book and a command: somebody at a terminal, links, a full device, an editor.

use std::ffi::OsStr;
use std::fs::File;
use std::os::unix::ffi::OsStrExt;
use std::os::unix::fs::symlink;
use std::os::unix::process::ExitStatusExt;
use std::process::{Command, ExitStatus, Output, Stdio};

use super::books::*;
use super::told::{Told, command, live, on};
use crate::common::terminal::Terminal;
use crate::common::{Book, words};

/// A link in the book to something outside of it, or to nothing.
fn linked(path: &str, to: &str) -> Book {
    let book = book();
    std::fs::create_dir_all(book.path(path).parent().unwrap()).unwrap();
    symlink(to, book.path(path)).unwrap();
    book.file("a.csv", "name,country\nBob,德国\n")
}

/// A command whose answer goes into a file.
fn into(book: &Book, line: &str, file: File) -> Output {
    book.command().args(words(line)).stdin(Stdio::null()).stdout(file).output().unwrap()
}

/// A command that may write no file larger than nothing.
fn cramped(book: &Book, line: &str) -> Output {
    let mut limited = Command::new("sh");
    let kehu = book.command();
    limited.args(["-c", "trap '' XFSZ; ulimit -f 0; exec \"$0\" \"$@\""]).arg(kehu.get_program()).args(words(line));
    limited.current_dir(book.dir.path()).env_clear();
    limited.envs(kehu.get_envs().filter_map(|(name, value)| Some((name, value?))));
    limited.stdin(Stdio::null()).stdout(File::create(book.path("answer")).unwrap()).output().unwrap()
}

/// A command about a file whose name is `x…`, longer than any system takes.
fn of_a_long_name(book: &Book, line: &str) -> Output {
    let long = "x".repeat(300);
    let mut output = command(book, &line.replace("x…", &long));
    output.stderr = String::from_utf8_lossy(&output.stderr).replace(&long, "x…").into_bytes();
    output
}

/// With such an editor.
fn with_editor(book: &Book, editor: &str) -> Output {
    book.command().args(["edit", "Acme"]).env("EDITOR", editor).stdin(Stdio::null()).output().unwrap()
}

/// What somebody sees who gives these answers at a terminal: the first error, as it would stand on standard error.
fn at_terminal(book: &Book, line: &str, answers: &[&[u8]]) -> Output {
    meanwhile(book, line, || (), answers)
}

/// The same, where something happens while the first question stands open.
fn meanwhile(book: &Book, line: &str, happens: impl FnOnce(), answers: &[&[u8]]) -> Output {
    let mut command = book.command();
    command.args(words(line)).env("NO_COLOR", "1");
    let mut terminal = Terminal::start(&command, 200, 24);
    let mut happens = Some(happens);
    for answer in answers {
        terminal.sees(ASKED);
        happens.take().into_iter().for_each(|happens| happens());
        terminal.types(answer);
    }
    let code = terminal.ends();
    let lines: Vec<&str> = terminal.shown.split(['\r', '\n']).filter(|line| !line.is_empty()).collect();
    let error = |line: &&&str| ["error: ", "错误："].iter().any(|error| line.contains(error));
    let next = |line: &&&str| ["  next: ", "  下一步："].iter().any(|next| line.starts_with(next));
    let at = lines.iter().position(|line| error(&line)).unwrap_or_default();
    let told: String = lines[at..]
        .iter()
        .take(1)
        .chain(lines[at + 1..].iter().take(1).filter(next))
        .map(|line| format!("{line}\n"))
        .collect();
    let stderr = told.into_bytes();
    Output { status: ExitStatus::from_raw(code.unwrap_or(99) << 8), stdout: Vec::new(), stderr }
}

/// What a terminal is told when a question waits for its answer, in any language.
const ASKED: &str = "\u{1b}[?2004h";
const CTRL_C: &[u8] = b"\x03";

/// The stories.
pub const ALL: &[Told] = &[
    // links, which kehu neither follows nor writes through
    on(|| linked(CARD, "/nowhere"))
        .run("show Acme")
        .en(
            "国外客户/德国/Acme/card.toml: the card is a link; kehu follows none",
            "put the file itself in the customer's folder",
        )
        .zh("国外客户/德国/Acme/card.toml：卡片是链接；kehu 不跟随链接", "请把文件本身放进客户文件夹"),
    on(|| linked("国外客户", "/tmp"))
        .run("list -q")
        .en("国外客户: the stage folder is a link; kehu follows none", "put the folder itself in its place")
        .zh("国外客户：阶段文件夹是链接；kehu 不跟随链接", "请把文件夹本身放到该位置"),
    on(|| linked("国外客户", "/tmp"))
        .run("add --name Bob --country 德国 --stage customer")
        .en("国外客户: this folder is a link; kehu writes through none", "put the folder itself there")
        .zh("国外客户：该文件夹是链接；kehu 不会通过链接写入", "请把文件夹本身放在这里"),
    on(|| linked("潜在客户/德国", "/tmp"))
        .run("import customers a.csv -q")
        .en("a.csv:2: the folder 潜在客户/德国 is a link; kehu writes through none", "put the folder itself there")
        .zh("a.csv:2：文件夹 潜在客户/德国 是链接；kehu 不会通过链接写入", "请把文件夹本身放在这里")
        .exits(1),
    on(|| linked("潜在客户/德国/Bob", "/nowhere"))
        .run("import customers a.csv -q")
        .en(
            "潜在客户/德国/Bob/card.toml: a folder on the way is a link; kehu writes through none",
            "put the folder itself in its place",
        )
        .zh("潜在客户/德国/Bob/card.toml：路径中有链接；kehu 不会通过链接写入", "请把文件夹本身放到该位置"),
    on(|| linked("man/kehu.1", "../page").file("page", "\n.TH kehu"))
        .run("man man")
        .en(
            "man/kehu.1: not a plain file; kehu writes neither through links nor into folders",
            "put the file itself in its place",
        )
        .zh("man/kehu.1：不是普通文件；kehu 不会通过链接写入", "请把文件本身放到该位置"),
    // names and files that the system does not take
    on(book)
        .run("import customers /dev/null")
        .en("/dev/null: not a plain file", "save it as a file first")
        .zh("/dev/null：不是普通文件", "请先保存成文件"),
    on(book)
        .run("import customers x…")
        .by(of_a_long_name)
        .en("x…: this name is too long or not allowed here", "choose a shorter name without special characters")
        .zh("x…：名称过长或不合法", "请改用较短、不含特殊字符的名称"),
    on(book)
        .by(|book, _| book.command().arg("show").arg(OsStr::from_bytes(b"\xb5\xc2")).output().unwrap())
        .en("an argument is not UTF-8", "usage: kehu show [NAME] [OPTIONS]")
        .zh("参数不是 UTF-8 编码", "用法：kehu show [客户] [选项]"),
    // editors
    on(acme)
        .by(|book, _| with_editor(book, "false"))
        .en("国外客户/德国/Acme/card.toml: the editor false ended with code 1", "check VISUAL and EDITOR")
        .zh("国外客户/德国/Acme/card.toml：编辑器 false 出错，退出码 1", "请检查 VISUAL 和 EDITOR"),
    on(acme)
        .by(|book, _| with_editor(book, "sh -c \"kill -9 $$\""))
        .en("国外客户/德国/Acme/card.toml: the editor sh was killed", "check VISUAL and EDITOR")
        .zh("国外客户/德国/Acme/card.toml：编辑器 sh 被终止", "请检查 VISUAL 和 EDITOR"),
    on(acme)
        .by(|book, _| with_editor(book, "no-such-editor"))
        .en("国外客户/德国/Acme/card.toml: the editor no-such-editor is not installed", "check VISUAL and EDITOR")
        .zh("国外客户/德国/Acme/card.toml：找不到编辑器 no-such-editor", "请检查 VISUAL 和 EDITOR"),
    on(acme)
        .by(|book, _| with_editor(book, "/"))
        .en(
            "国外客户/德国/Acme/card.toml: the editor / cannot be started: Permission denied (os error 13)",
            "check VISUAL and EDITOR",
        )
        .zh(
            "国外客户/德国/Acme/card.toml：无法启动编辑器 /：Permission denied (os error 13)",
            "请检查 VISUAL 和 EDITOR",
        ),
    // at a terminal
    on(acme)
        .run("log Acme -k call")
        .by(|book, line| at_terminal(book, line, &[CTRL_C]))
        .en("cancelled; nothing was written", "")
        .zh("已取消，未写入任何内容", "")
        .exits(1),
    on(acme)
        .run("log")
        .by(|book, line| at_terminal(book, line, &[b"\x1b"]))
        .en("cancelled; nothing was written", "")
        .zh("已取消，未写入任何内容", "")
        .exits(1),
    on(acme)
        .run("show")
        .by(|book, line| at_terminal(book, line, &[b"Acne\r", b"\x1b"]))
        .en("no customer is called \"Acne\"", "did you mean Acme?")
        .zh("没有名为“Acne”的客户", "是否想找：Acme？")
        .exits(1),
    on(acme)
        .run("log Acme -k call")
        .by(|book, line| at_terminal(book, line, &[b"\xb5\xc2\r"]))
        .en("the terminal cannot be read: invalid data", "give everything on the command line instead")
        .zh("无法读取终端输入：invalid data", "请改在命令行给出全部内容"),
    on(acme)
        .run("ship Acme")
        .by(|book, line| at_terminal(book, line, &[]))
        .en("the customer has no order that is to be shipped", "note one: kehu order")
        .zh("该客户没有待出运的订单", "登记订单：kehu order")
        .exits(1),
    on(acme)
        .run("set --where Acme owner=Wang")
        .by(|book, line| at_terminal(book, line, &[b"no\r"]))
        .en("not changed; nothing was written", "")
        .zh("未修改，未写入任何内容", "")
        .exits(1),
    on(sold)
        .run("ship Acme PI-1 --amount 2000")
        .by(|book, line| at_terminal(book, line, &[b"no\r"]))
        .en("not noted; nothing was written", "")
        .zh("没有登记，未写入任何内容", "")
        .exits(1),
    on(|| {
        let filed = |name: &str| {
            format!("name = '{name}'\n[[request]]\nid = 'RQ-{name}'\ndate = 2026-11-01\nby = '罗'\nkind = 'order'\n")
        };
        let people = "language = 'zh-CN'\n[[person]]\nname = '方'\nroles = ['sales_manager']\n";
        acme().file(CARD, &filed("Acme")).card("国外客户/法国/Beta", &filed("Beta")).file("kehu.toml", people)
    })
    .run("request approve RQ-Acme RQ-Beta --as 方")
    .by(|book, line| at_terminal(book, line, &[b"no\r"]))
    .en("not decided; nothing was written", "")
    .zh("没有批复，未写入任何内容", "")
    .exits(1),
    on(|| {
        card("name = 'Acme'\ncreated = 2026-01-01\n")
            .file("kehu.toml", "language = 'zh-CN'\n[[person]]\nname = '罗'\nroles = ['finance']\n")
    })
    .run("grade --request --as 罗")
    .by(|book, line| at_terminal(book, line, &[b"no\r"]))
    .en("not filed; nothing was written", "")
    .zh("没有提交，未写入任何内容", "")
    .exits(1),
    on(sold)
        .run("ship Acme PI-1 --amount 2000")
        .by(|book, line| at_terminal(book, line, &[b"maybe\r", b"no\r"]))
        .en("say yes or no", "")
        .zh("请回答 是 或 否", "")
        .exits(1),
    on(sold)
        .run("ship Acme PI-1 --amount 2000")
        .by(|book, line| {
            let held = || std::fs::write(book.path(CARD), book.text(CARD) + "status = 'on_hold'\n").unwrap();
            meanwhile(book, line, held, &[b"yes\r"])
        })
        .en("meanwhile the card was changed: order PI-1 is on hold", "look at it and run the command again")
        .zh("卡片刚被他人修改：订单 PI-1 暂缓中", "请查看后重试")
        .exits(1),
    on(|| acme().card("国外客户/法国/Zen", "email = 'anna@acme.example'\n"))
        .run("add --name Other --country 德国 --email anna@acme.example")
        .by(|book, line| at_terminal(book, line, &[b"no\r"]))
        .en("not added; nothing was written", "")
        .zh("没有新增，未写入任何内容", "")
        .exits(1),
    on(|| acme().file("a.csv", "name,country,city\nAcme,DE,Ulm\n"))
        .run("import customers a.csv --update")
        .by(|book, line| at_terminal(book, line, &[b"no\r"]))
        .en("not imported; nothing was written", "")
        .zh("没有导入，未写入任何内容", "")
        .exits(1),
    on(acme)
        .run("quote Acme Q-1 -i 'pump;1;5'")
        .by(|book, line| at_terminal(book, line, &[b"XYZ\r", CTRL_C]))
        .en("\"XYZ\" is no currency; write a code such as USD, EUR, CNY", "")
        .zh("“XYZ”不是币种；请写代码，如 USD、EUR、CNY", "")
        .exits(1),
];

/// The stories that only Linux knows.
#[cfg(target_os = "linux")]
pub const LINUX: &[Told] = &[
    on(|| nowhere().file("b/kehu.toml", "# x\n").file("b/.kehu/.gitignore", "*\n"))
        .run("-C b backup c")
        .by(cramped)
        .above(
            "error: BOOK/c/b-2026-11-23/kehu.toml: the system says: File too large (os error 27)\n  next: when that is mended, run the command again\n",
            "错误：BOOK/c/b-2026-11-23/kehu.toml：系统报错：File too large (os error 27)\n  下一步：请排除该问题后重试\n",
        )
        .en(
            "BOOK/c/b-2026-11-23: the copy is not complete and does not count; files that could not be copied: 1",
            "mend that, then run the command again",
        )
        .zh("BOOK/c/b-2026-11-23：备份不完整，不算数；未能备份的文件 1 个", "请排除上述问题后重试"),
    on(acme)
        .run("list")
        .by(|book, line| into(book, line, File::options().write(true).open("/dev/full").unwrap()))
        .en("stdout: the output cannot be written: the disk is full", "free some space and run the command again")
        .zh("stdout：无法写出结果：磁盘已满", "请腾出空间后重试"),
    // as the system numbers its errors
    on(|| linked("b.csv", "b.csv"))
        .run("import customers b.csv")
        .en(
            "b.csv: the system says: Too many levels of symbolic links (os error 40)",
            "when that is mended, run the command again",
        )
        .zh("b.csv：系统报错：Too many levels of symbolic links (os error 40)", "请排除该问题后重试"),
    on(acme)
        .run("list")
        .by(cramped)
        .en(
            "stdout: the output cannot be written: File too large (os error 27)",
            "write it to another place and run the command again",
        )
        .zh("stdout：无法写出结果：File too large (os error 27)", "请换一个输出位置后重试"),
    // nobody may make a folder there, not even root
    on(nowhere)
        .run("init /sys/kehu")
        .en(
            "/sys/kehu/Prospects: no permission",
            "check the rights of the file and its folder, and whether another program has it open",
        )
        .zh("/sys/kehu/潜在客户：没有权限", "请检查该文件及其文件夹的权限，并关闭正在打开它的程序"),
    on(unreadable_name)
        .run("init --adopt -q")
        .en("潜在客户/德国/��: the folder's name is not UTF-8", "rename it, then run the command again")
        .zh("潜在客户/德国/��：文件夹名不是 UTF-8 编码", "请改名后重试"),
];

/// A company's folder whose name is no UTF-8.
#[cfg(target_os = "linux")]
fn unreadable_name() -> Book {
    let book = book();
    std::fs::create_dir_all(book.path("潜在客户/德国").join(OsStr::from_bytes(b"\xb5\xc2"))).unwrap();
    book
}

#[test]
fn every_error_is_told() {
    live(ALL);
    #[cfg(target_os = "linux")]
    live(LINUX);
}
