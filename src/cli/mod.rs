//! The door: language, arguments, day and terminal are decided here, once; then a command runs.

mod complete;
mod error;
mod global;
mod help;
mod picker;
mod prompt;
mod values;

use std::ffi::OsString;
use std::path::{Path, PathBuf};

use clap::{CommandFactory, FromArgMatches, Parser};

pub use global::{Context, Global};
pub use picker::{Choices, Picked};
pub use prompt::Answer;
pub use values::{choice_among, choice_of, format_of, parse_days};

use crate::commands::{Command, today};
use crate::error::{Error, Exit};
use crate::lang::{Lang, speak, tr};
use crate::store::language_of;
use crate::views::shell::{Colour, Size};
use crate::views::{Paging, Shell};

/// kehu, its options and commands.
#[derive(Parser)]
#[command(
    name = "kehu",
    bin_name = "kehu",
    version,
    disable_help_flag = true,
    disable_version_flag = true,
    disable_help_subcommand = true
)]
#[command(about = tr("Customers of foreign trade in plain folders, run by a credit policy", "客户：用文件夹管理外贸客户资料，按信用制度跟进"))]
pub struct Cli {
    #[command(flatten)]
    global: Global,
    #[command(subcommand)]
    command: Option<Command>,
}

/// Runs the program with these arguments and says how it ends.
pub fn run(args: &[OsString]) -> Exit {
    if let Some(exit) = complete::answered(args) {
        return exit;
    }
    speak(language(args));
    let size = dialoguer::console::Term::stdout().size_checked();
    let size = size.map(|(rows, columns)| Size { columns: columns.into(), rows: rows.into() });
    let no_colour = env("NO_COLOR").is_some();
    let colour = colour(args).unwrap_or(Colour::Auto);
    let mut shell = Shell::new(colour, no_colour, false, size);
    let parse = |root: &mut clap::Command| {
        root.try_get_matches_from_mut(args).and_then(|matches| Cli::from_arg_matches(&matches))
    };
    // laying out the help of every command takes longer than most commands do: only for those who are told something
    let cli = match parse(&mut Cli::command()) {
        Ok(cli) => cli,
        Err(_) => {
            let mut root = command();
            match parse(&mut root) {
                Ok(cli) => cli,
                Err(error) => return finish(error::report(&error, args, &root, &mut shell), shell),
            }
        }
    };
    let mut shell = Shell::new(colour, no_colour, cli.global.quiet, size);
    if cli.command.as_ref().is_some_and(Command::is_paged)
        && let Some(paging) = pager()
    {
        shell.page(paging);
    }
    let result = Context::new(cli.global, &mut shell).and_then(|mut context| match cli.command {
        Some(command) => command.run(&mut context),
        None => today::run(&mut context),
    });
    finish(result, shell)
}

/// Who turns the pages of a long answer: KEHU_PAGER, else PAGER, else less where there is one.
fn pager() -> Option<Paging> {
    let (rows, _) = dialoguer::console::Term::stdout().size_checked()?;
    let words = env("KEHU_PAGER").or_else(|| env("PAGER")).unwrap_or_else(|| "less".to_owned());
    let words: Vec<String> = words.split_whitespace().map(str::to_owned).collect();
    // cat turns no pages
    (words != ["cat"]).then(|| Paging { words, rows: rows.into() })
}

/// The whole command line, in the language of this process; what help, completions and man pages are made from.
pub fn command() -> clap::Command {
    help::localised(Cli::command())
}

fn finish(result: Result<Exit, Error>, mut shell: Shell) -> Exit {
    let failed = match result {
        Ok(exit) => match shell.finish() {
            Ok(()) => return exit,
            Err(error) => error,
        },
        Err(error) => error,
    };
    // the reader of a pipe went away: nobody is left to tell
    if failed.exit != Exit::Done {
        shell.error(&failed);
    }
    // what was said until then is said all the same; that it cannot be was told just now
    let _ = shell.finish();
    failed.exit
}

/// The language: `--lang`, else KEHU_LANG, else the book's, else Chinese. Wanted before the arguments are parsed,
/// because help and errors are told in it too; so it is looked for by hand.
fn language(args: &[OsString]) -> Lang {
    let given = option(args, "--lang").and_then(|lang| Lang::find(&lang));
    given.or_else(|| env("KEHU_LANG").and_then(|lang| Lang::find(&lang))).unwrap_or_else(|| {
        let book = option(args, "-C").or_else(|| option(args, "--book")).or_else(|| env("KEHU_BOOK"));
        let from = book.map_or_else(|| PathBuf::from("."), PathBuf::from);
        language_of(Path::new(&from)).as_deref().and_then(Lang::find).unwrap_or(Lang::Zh)
    })
}

fn colour(args: &[OsString]) -> Option<Colour> {
    match option(args, "--color").or_else(|| env("KEHU_COLOR"))?.as_str() {
        "always" => Some(Colour::Always),
        "never" => Some(Colour::Never),
        _ => Some(Colour::Auto),
    }
}

/// A variable of the environment; the only place where one is read, beside clap's own `env`.
#[expect(clippy::disallowed_methods, reason = "the environment is read here and nowhere else")]
pub fn env(name: &str) -> Option<String> {
    std::env::var(name).ok().filter(|value| !value.trim().is_empty())
}

/// The value of an option that is written `--name value`, `--name=value` or, for a letter, `-Nvalue`.
fn option(args: &[OsString], name: &str) -> Option<String> {
    let mut args = args.iter().skip(1).map(|arg| arg.to_string_lossy()).take_while(|arg| arg != "--");
    while let Some(arg) = args.next() {
        if arg == name {
            return args.next().map(std::borrow::Cow::into_owned);
        }
        if let Some(rest) = arg.strip_prefix(name) {
            let value = rest.strip_prefix('=');
            if value.is_some() || (name.len() == 2 && !rest.is_empty()) {
                return Some(value.unwrap_or(rest).to_owned());
            }
        }
    }
    None
}

/// The last words of a run that met a mistake of ours: what to do about it, without a backtrace.
pub fn crashed(what: &str) {
    let mut shell = Shell::new(Colour::Never, true, false, None);
    let error = Error::new(crate::tr!("kehu met a mistake of its own: {what}", "kehu 程序内部出错：{what}"));
    shell
        .error(&error.next(tr("no card is half written; please report this line", "卡片不会只写一半；请反馈以上内容")));
}
