//! How to begin: where there is no book, and in a book without customers.

use std::path::Path;

use crate::error::Result;
use crate::lang::tr;
use crate::tr;
use crate::views::text::width;
use crate::views::{Shell, Style, Text};

/// Where there is no book.
///
/// # Errors
/// The output cannot be written.
pub fn outside(from: &Path, shell: &mut Shell) -> Result<()> {
    shell.say(
        &Text::new()
            .and(Style::Strong, tr("kehu", "kehu 客户"))
            .and(
                Style::Plain,
                tr(
                    ": customers of foreign trade in plain folders, run by a credit policy",
                    "：用文件夹管理外贸客户资料，按信用制度跟进",
                ),
            )
            .line()
            .line(),
    )?;
    shell.line(match from.to_str() {
        Some(".") => tr("There is no book here yet. To begin:", "这里还没有账套。可以这样开始：").to_owned(),
        _ => tr!("There is no book in {} yet. To begin:", "{} 还没有账套。可以这样开始：", from.display()),
    })?;
    commands(
        &[
            (
                tr("kehu init --demo demo", "kehu init --demo 示例"),
                tr("look round in a book of invented customers", "先看看：虚构客户组成的示例账套"),
            ),
            (tr("kehu init customers", "kehu init 外贸客户"), tr("make a book of your own", "新建自己的账套")),
            ("kehu init --adopt", tr("take over the customer folders that are here", "接管这里已有的客户文件夹")),
        ],
        shell,
    )?;
    shell.say(&Text::plain(tr("\nAll commands: ", "\n全部命令：")).and(Style::Hint, "kehu --help").line())
}

/// In a book without customers.
///
/// # Errors
/// The output cannot be written.
pub fn empty(shell: &mut Shell) -> Result<()> {
    shell.line(tr("\nThere is no customer in this book yet. To begin:", "\n账套中还没有客户。可以这样开始："))?;
    commands(
        &[
            ("kehu add", tr("add a customer, question by question", "逐项填写，新增一个客户")),
            (
                tr("kehu import customers FILE.csv", "kehu import customers 文件.csv"),
                tr("bring in a list from Excel or another program", "导入 Excel 或其他软件的客户名单"),
            ),
            ("kehu init --adopt", tr("make cards for folders that are there", "给已有的客户文件夹建卡")),
        ],
        shell,
    )
}

/// Commands with what they are for, one below the other.
fn commands(commands: &[(&str, &str)], shell: &mut Shell) -> Result<()> {
    let widest = commands.iter().map(|(command, _)| width(command)).max().unwrap_or(0);
    commands.iter().try_for_each(|(command, what)| {
        let gap = " ".repeat(widest - width(command) + 2);
        shell.say(&Text::plain("  ").and(Style::Hint, command).and(Style::Plain, gap).and(Style::Plain, what).line())
    })
}
