//! Draws the terminal pictures of the two READMEs: `docs/kehu.svg` and `docs/kehu.zh-CN.svg`.
//!
//! ```sh
//! cargo run --example picture          # into docs
//! cargo run --example picture DIR      # into another folder
//! KEHU=/path/to/kehu cargo run --example picture
//! ```
//!
//! What is drawn is what kehu really says: it runs at a pseudo-terminal over the demo book, on its day, and its colour
//! codes become colours of the picture. Change [`PICTURES`] to show other commands. A test holds the files to this.
//!
//! Every run of letters is placed by its column and told its length, so columns stand under each other whatever fonts
//! the reader has; Chinese takes two columns, as at a terminal.
#![allow(
    clippy::disallowed_methods,
    clippy::print_stderr,
    reason = "a program of its own, not a module of kehu: it reads its arguments and writes files itself"
)]

use std::fmt::Write as _;
use std::path::{Path, PathBuf};
use std::process::{Command, ExitCode};
use std::{env, fs};

use unicode_width::UnicodeWidthChar;

/// A picture: its file, the language spoken in it, what it is called for those who cannot see it, what is typed.
struct Picture {
    file: &'static str,
    language: &'static str,
    title: &'static str,
    commands: &'static [&'static [&'static str]],
}

/// The pictures, and the commands that show kehu best.
const PICTURES: [Picture; 2] = [
    Picture {
        file: "kehu.svg",
        language: "en",
        title: "A terminal: the page of the day, a customer found without its accents, who owes us",
        commands: &[&[], &["search", "ekipmanlari"], &["receivables"]],
    },
    Picture {
        file: "kehu.zh-CN.svg",
        language: "zh-CN",
        title: "终端：今天要办的事、按词和条件查客户、谁欠我们钱",
        commands: &[&[], &["查找", "锂电", "到期：未回询盘"], &["应收"]],
    },
];

/// The day of the demo book.
const TODAY: &str = "2026-11-23";
const BOOK: &str = "外贸客户";

/// The width of the terminal, in columns.
const COLUMNS: u16 = 112;
/// A column, a line, the margin and the bar of the window, in tenths of a pixel.
const COLUMN: usize = 80;
const LINE: usize = 190;
const PAD: usize = 180;
const BAR: usize = 300;

const STYLE: &str = "text{font:13.3px ui-monospace,SFMono-Regular,Menlo,Consolas,\"DejaVu Sans Mono\",\"Liberation Mono\",\
\"PingFang SC\",\"Microsoft YaHei\",\"Noto Sans CJK SC\",\"Noto Sans SC\",\"WenQuanYi Micro Hei\",monospace;fill:#d5dae1;\
white-space:pre}.b{font-weight:700;fill:#fff}.f{fill:#8d97a5}.r{font-weight:700;fill:#ff7b72}.y{fill:#e3b341}\
.Y{font-weight:700;fill:#ffd866}.g{fill:#63d471}.c{fill:#5cc8e0}.w{font-size:15.6px}";

fn main() -> ExitCode {
    let folder = env::args_os().nth(1).map_or_else(|| repository().join("docs"), PathBuf::from);
    match kehu().and_then(|kehu| PICTURES.iter().try_for_each(|picture| write(picture, &kehu, &folder))) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("{error}");
            ExitCode::FAILURE
        }
    }
}

fn write(picture: &Picture, kehu: &Path, folder: &Path) -> Result<(), String> {
    let written = drawn(picture, kehu)
        .and_then(|svg| fs::write(folder.join(picture.file), svg).map_err(|error| error.to_string()));
    written.map_err(|error| format!("{}: {error}", picture.file))
}

/// The kehu that is shown: the one named by `KEHU`, else the one of this source, built now beside this example.
fn kehu() -> Result<PathBuf, String> {
    if let Some(kehu) = env::var_os("KEHU") {
        return fs::canonicalize(&kehu).map_err(|error| format!("{}: {error}", kehu.display()));
    }
    let mut build = Command::new(env::var_os("CARGO").unwrap_or_else(|| "cargo".into()));
    build.args(["build", "--quiet", "--bin", "kehu", "--manifest-path"]).arg(repository().join("Cargo.toml"));
    if !cfg!(debug_assertions) {
        build.arg("--release");
    }
    let built = build.status().map_err(|error| format!("cargo: {error}"))?;
    if !built.success() {
        return Err("kehu cannot be built".to_owned());
    }
    let here = env::current_exe().map_err(|error| error.to_string())?;
    let beside = here.ancestors().nth(2).map(|folder| folder.join("kehu"));
    beside.ok_or_else(|| "give kehu's path in KEHU".to_owned())
}

fn repository() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// One picture as SVG.
fn drawn(picture: &Picture, kehu: &Path) -> Result<String, String> {
    let mut lines = Vec::new();
    for command in picture.commands {
        if !lines.is_empty() {
            lines.push(Vec::new());
        }
        lines.push(prompt(command));
        lines.extend(said(kehu, command, picture.language)?.lines().map(cells));
    }
    Ok(window(picture.title, &lines))
}

/// What kehu says to a command at a terminal.
#[cfg(unix)]
fn said(kehu: &Path, command: &[&str], language: &str) -> Result<String, String> {
    use expectrl::{Eof, Expect, Session};

    // the library sets the terminal's size some time after the start: kehu waits for a line that says that it stands
    let mut at_terminal = Command::new("sh");
    at_terminal.args(["-c", "read -r _; exec \"$0\" \"$@\""]);
    at_terminal.arg(kehu).args(command).args(["--today", TODAY, "--lang", language, "--color", "always"]);
    at_terminal.current_dir(repository().join("examples").join(BOOK));
    for name in ["KEHU_BOOK", "KEHU_AS", "NO_COLOR", "KEHU_PAGER", "PAGER"] {
        at_terminal.env_remove(name);
    }
    at_terminal.env("TERM", "xterm-256color");
    let mut session = Session::spawn(at_terminal).map_err(|error| error.to_string())?;
    session.set_expect_timeout(None);
    session.get_process_mut().set_window_size(COLUMNS, 200).map_err(|error| error.to_string())?;
    session.send("\n").map_err(|error| error.to_string())?;
    let said = session.expect(Eof).map_err(|error| error.to_string())?;
    let said = String::from_utf8(said.as_bytes().to_vec()).map_err(|error| error.to_string())?;
    let said = said.replace("\r\n", "\n");
    // the line that was waited for is echoed
    Ok(said.strip_prefix('\n').unwrap_or(&said).to_owned())
}

#[cfg(not(unix))]
fn said(_: &Path, _: &[&str], _: &str) -> Result<String, String> {
    Err("the picture needs a pseudo-terminal: draw it on Linux or macOS".to_owned())
}

/// A letter of the terminal: itself, how many columns it takes, the class of its colour.
struct Cell {
    letter: char,
    columns: usize,
    class: &'static str,
}

fn cell(letter: char, class: &'static str) -> Cell {
    Cell { letter, columns: letter.width().unwrap_or(0), class }
}

/// The line on which a command is typed.
fn prompt(command: &[&str]) -> Vec<Cell> {
    let typed = ["kehu"].iter().chain(command).copied().collect::<Vec<_>>().join(" ");
    let parts = [(BOOK, "g"), (" $ ", "f"), (&typed, "b")];
    parts.iter().flat_map(|(text, class)| text.chars().map(|letter| cell(letter, class))).collect()
}

/// A line that kehu wrote, its colour codes turned into classes.
fn cells(line: &str) -> Vec<Cell> {
    let mut cells = Vec::new();
    let mut class = "";
    let mut letters = line.chars().peekable();
    while let Some(letter) = letters.next() {
        if letter != '\u{1b}' {
            cells.push(cell(letter, class));
        } else if letters.next_if_eq(&'[').is_some() {
            let mut code = String::new();
            for letter in letters.by_ref() {
                if letter.is_ascii_alphabetic() {
                    class = if letter == 'm' { class_of(&code) } else { class };
                    break;
                }
                code.push(letter);
            }
        }
    }
    cells
}

/// The class of a colour code; kehu uses these and no others.
fn class_of(code: &str) -> &'static str {
    match code {
        "1" => "b",
        "2" => "f",
        "1;31" => "r",
        "33" => "y",
        "1;33" => "Y",
        "32" => "g",
        "36" => "c",
        _ => "",
    }
}

/// The terminal's window with its lines.
fn window(title: &str, lines: &[Vec<Cell>]) -> String {
    let width = usize::from(COLUMNS) * COLUMN + 2 * PAD;
    let height = lines.len() * LINE + BAR + 2 * PAD;
    let mut svg = format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {0} {1}\" width=\"{0}\" height=\"{1}\" role=\"img\">\n\
         <title>{2}</title>\n<!-- made by examples/picture.rs -->\n<style>{STYLE}</style>\n\
         <rect x=\".5\" y=\".5\" width=\"{3}\" height=\"{4}\" rx=\"10\" fill=\"#14181f\" stroke=\"#3b434f\"/>\n\
         <circle cx=\"20\" cy=\"19\" r=\"5.5\" fill=\"#ff5f57\"/><circle cx=\"38\" cy=\"19\" r=\"5.5\" fill=\"#febc2e\"/>\
         <circle cx=\"56\" cy=\"19\" r=\"5.5\" fill=\"#28c840\"/>\n",
        pixels(width),
        pixels(height),
        escape(title),
        pixels(width - 10),
        pixels(height - 10),
    );
    for (line, cells) in lines.iter().enumerate() {
        let y = BAR + PAD + line * LINE + 110;
        for run in runs(cells) {
            run.draw(&mut svg, y);
        }
    }
    svg + "</svg>\n"
}

/// Letters that are drawn together.
struct Run {
    column: usize,
    columns: usize,
    class: &'static str,
    wide: bool,
    text: String,
}

impl Run {
    fn draw(&self, svg: &mut String, y: usize) {
        let text = self.text.trim_end_matches(' ');
        let columns = self.columns - (self.text.len() - text.len());
        let class = format!("{}{}", self.class, if self.wide { " w" } else { "" });
        let class = if class.is_empty() { class } else { format!(" class=\"{}\"", class.trim_start()) };
        // writing to a string cannot fail
        let _ = writeln!(
            svg,
            "<text x=\"{}\" y=\"{}\" textLength=\"{}\"{class}>{}</text>",
            pixels(PAD + self.column * COLUMN),
            pixels(y),
            pixels(columns * COLUMN),
            escape(text)
        );
    }
}

/// The runs of a line: of one colour and one width, without gaps of more than one blank.
fn runs(cells: &[Cell]) -> Vec<Run> {
    let mut runs: Vec<Run> = Vec::new();
    let mut column = 0;
    let mut blanks = 2;
    for cell in cells {
        let blank = cell.letter == ' ';
        let wide = cell.columns == 2;
        let goes_on = |run: &&mut Run| {
            let joins = run.column + run.columns == column && blanks < 2;
            joins && run.class == cell.class && run.wide == wide
        };
        match runs.last_mut().filter(goes_on) {
            Some(run) => {
                run.text.push(cell.letter);
                run.columns += cell.columns;
            }
            None if blank => {}
            None => {
                let text = cell.letter.to_string();
                runs.push(Run { column, columns: cell.columns, class: cell.class, wide, text });
            }
        }
        blanks = if blank { blanks + 1 } else { 0 };
        column += cell.columns;
    }
    runs
}

/// Tenths of a pixel as pixels.
fn pixels(tenths: usize) -> String {
    match tenths % 10 {
        0 => (tenths / 10).to_string(),
        rest => format!("{}.{rest}", tenths / 10),
    }
}

fn escape(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;")
}
