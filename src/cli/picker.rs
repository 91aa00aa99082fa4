//! A list that narrows while somebody types: the line is rustyline's, in whole characters whatever they are and in raw
//! mode all the time; the list hangs below it as its hint, and is drawn anew at each key.

use std::borrow::Cow;
use std::cell::RefCell;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};

use dialoguer::console::Term;
use rustyline::error::ReadlineError;
use rustyline::history::DefaultHistory;
use rustyline::{Cmd, ConditionalEventHandler, Event, EventContext, EventHandler, KeyCode, KeyEvent, Modifiers};

use super::prompt::{cancelled, unreadable};
use crate::error::Result;
use crate::lang::tr;
use crate::model::name::invisible;
use crate::tr;
use crate::views::text::width;
use crate::views::{Style, Text, escape};

/// What there is to pick from.
pub trait Choices {
    /// The numbers of those that fit what was typed, the best first.
    fn find(&self, typed: &str) -> Vec<usize>;

    /// How one of them looks, with what fits in it marked.
    fn row(&self, number: usize, typed: &str) -> Text;
}

/// What somebody did.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Picked {
    /// Took one of the choices.
    Choice(usize),
    /// Typed something that fits none.
    Typed(String),
}

/// The most rows that are shown at once.
const MOST: usize = 10;
/// What the terminal keeps for the question, for how many more there are, and for what stood there before.
const KEPT: usize = 3;
/// What stands before the row that Enter takes; as wide as what stands before the others.
const MARK: &str = "> ";
/// How long after an Esc the rest of what an arrow key sends is waited for, in milliseconds.
const REST_OF_KEY: u16 = 50;

/// Lets somebody pick. `typed` is there already when it begins.
///
/// # Errors
/// It was left, or the terminal cannot be read.
pub fn pick(label: &str, typed: &str, choices: &dyn Choices, colour: bool) -> Result<Picked> {
    let prompt = escape(label).into_owned();
    let marked = Arc::new(AtomicUsize::new(0));
    let list =
        List { choices, colour, prompt_width: width(&prompt), marked: Arc::clone(&marked), seen: RefCell::default() };
    // the terminal itself, so that `kehu show | less` asks there and not down the pipe
    let config = rustyline::Config::builder()
        .behavior(rustyline::Behavior::PreferTerm)
        .keyseq_timeout(Some(REST_OF_KEY))
        .build();
    let mut editor =
        rustyline::Editor::<List<'_>, DefaultHistory>::with_config(config).map_err(|error| unreadable(&error))?;
    let left = Arc::new(AtomicBool::new(false));
    for (key, handler) in keys(&marked, &left) {
        editor.bind_sequence(key, handler);
    }
    editor.set_helper(Some(list));
    // an argument may hold what a terminal obeys
    let typed: String = typed.chars().filter(|c| !invisible(*c)).collect();
    let line = editor.readline_with_initial(prompt.as_str(), (&typed, ""));
    match (line, editor.helper()) {
        _ if left.load(Ordering::Relaxed) => Err(cancelled()),
        (Ok(line), Some(list)) => Ok(list.taken(line)),
        (Ok(line), None) => Ok(Picked::Typed(line)),
        (Err(ReadlineError::Interrupted | ReadlineError::Eof), _) => Err(cancelled()),
        (Err(error), _) => Err(unreadable(&error)),
    }
}

/// What the keys do beside those that edit the line.
fn keys(marked: &Arc<AtomicUsize>, left: &Arc<AtomicBool>) -> Vec<(Event, EventHandler)> {
    let plain = |code| KeyEvent(code, Modifiers::NONE);
    let step = |down| EventHandler::Conditional(Box::new(Step { marked: Arc::clone(marked), down }));
    let leave = || EventHandler::Conditional(Box::new(Leave(Arc::clone(left))));
    let keys = [
        (plain(KeyCode::Down), step(true)),
        (plain(KeyCode::Tab), step(true)),
        (KeyEvent::ctrl('N'), step(true)),
        (plain(KeyCode::Up), step(false)),
        (plain(KeyCode::BackTab), step(false)),
        (KeyEvent::ctrl('P'), step(false)),
        (plain(KeyCode::Esc), leave()),
        (KeyEvent::ctrl('C'), leave()),
        (KeyEvent::ctrl('D'), leave()),
    ];
    keys.into_iter().map(|(key, handler)| (Event::from(key), handler)).collect()
}

/// A key that moves the mark.
struct Step {
    marked: Arc<AtomicUsize>,
    down: bool,
}

impl ConditionalEventHandler for Step {
    fn handle(&self, _: &Event, _: u16, _: bool, _: &EventContext<'_>) -> Option<Cmd> {
        let marked = self.marked.load(Ordering::Relaxed);
        // the list keeps it from running past its end
        self.marked.store(if self.down { marked + 1 } else { marked.saturating_sub(1) }, Ordering::Relaxed);
        Some(Cmd::Repaint)
    }
}

/// A key that ends it without a choice, by the way that Enter takes: it alone clears the list away.
struct Leave(Arc<AtomicBool>);

impl ConditionalEventHandler for Leave {
    fn handle(&self, _: &Event, _: u16, _: bool, _: &EventContext<'_>) -> Option<Cmd> {
        self.0.store(true, Ordering::Relaxed);
        Some(Cmd::AcceptLine)
    }
}

/// The list below the line.
struct List<'c> {
    choices: &'c dyn Choices,
    colour: bool,
    prompt_width: usize,
    /// Which of those found Enter takes.
    marked: Arc<AtomicUsize>,
    seen: RefCell<Seen>,
}

/// What the list shows.
#[derive(Default)]
struct Seen {
    typed: Option<String>,
    found: Vec<usize>,
    /// The first that is in sight.
    top: usize,
    /// As it is drawn, with colours.
    drawn: String,
}

impl List<'_> {
    /// What Enter takes.
    fn taken(&self, line: String) -> Picked {
        let mut seen = self.seen.borrow_mut();
        self.look(&mut seen, &line);
        let marked = self.marked.load(Ordering::Relaxed);
        seen.found.get(marked).map_or(Picked::Typed(line), |number| Picked::Choice(*number))
    }

    /// Finds anew where something else was typed.
    fn look(&self, seen: &mut Seen, line: &str) {
        if seen.typed.as_deref() != Some(line) {
            let found = self.choices.find(line);
            // the mark stays on the best
            self.marked.store(0, Ordering::Relaxed);
            *seen = Seen { typed: Some(line.to_owned()), found, ..Seen::default() };
        }
        let last = seen.found.len().saturating_sub(1);
        self.marked.fetch_min(last, Ordering::Relaxed);
    }

    /// The rows as they are drawn, below a line end each.
    fn rows(&self, seen: &mut Seen, line: &str, (height, columns): (usize, usize)) -> Vec<Text> {
        let more_lines = (self.prompt_width + width(line)) / columns.max(1);
        let room = height.saturating_sub(KEPT + more_lines).clamp(1, MOST);
        let marked = self.marked.load(Ordering::Relaxed);
        seen.top = window(seen.top, marked, room);
        let shown = seen.found.iter().enumerate().skip(seen.top).take(room);
        let row = |(at, number): (usize, &usize)| {
            Text::plain(if at == marked { MARK } else { "  " }).then(self.choices.row(*number, line))
        };
        let mut rows: Vec<Text> = shown.map(row).collect();
        let below = seen.found.len().saturating_sub(seen.top + room);
        if below > 0 {
            rows.push(Text::new().and(Style::Faint, tr!("  and {below} more", "  另有 {below} 个")));
        }
        if seen.found.is_empty() {
            rows.push(Text::new().and(Style::Faint, tr("  nobody fits", "  没有符合的客户")));
        }
        // the last column is left free: some terminals wrap when it is filled
        rows.into_iter().map(|row| row.cut(columns.saturating_sub(1))).collect()
    }
}

/// The first row in sight when `marked` has to be.
fn window(top: usize, marked: usize, room: usize) -> usize {
    top.clamp((marked + 1).saturating_sub(room), marked)
}

/// The list as rustyline takes it: what it measures, without colours.
struct Hint(String);

impl rustyline::hint::Hint for Hint {
    fn display(&self) -> &str {
        &self.0
    }

    fn completion(&self) -> Option<&str> {
        None
    }
}

impl rustyline::hint::Hinter for List<'_> {
    type Hint = Hint;

    fn hint(&self, line: &str, _: usize, _: &rustyline::Context<'_>) -> Option<Hint> {
        let mut seen = self.seen.borrow_mut();
        self.look(&mut seen, line);
        let (height, columns) = Term::stderr().size();
        let rows = self.rows(&mut seen, line, (height.into(), columns.into()));
        let drawn = |colour| rows.iter().map(|row| ["\n", &row.render(colour)].concat()).collect::<String>();
        seen.drawn = drawn(self.colour);
        Some(Hint(drawn(false)))
    }
}

impl rustyline::highlight::Highlighter for List<'_> {
    fn highlight_hint<'h>(&self, _: &'h str) -> Cow<'h, str> {
        Cow::Owned(self.seen.borrow().drawn.clone())
    }
}

impl rustyline::completion::Completer for List<'_> {
    type Candidate = String;
}

impl rustyline::validate::Validator for List<'_> {}

impl rustyline::Helper for List<'_> {}

#[cfg(test)]
mod tests {
    use super::*;

    struct Numbers(usize);

    impl Choices for Numbers {
        fn find(&self, typed: &str) -> Vec<usize> {
            (0..self.0).filter(|number| number.to_string().starts_with(typed)).collect()
        }

        fn row(&self, number: usize, _: &str) -> Text {
            Text::plain(format!("穆勒{number}"))
        }
    }

    fn list(choices: &Numbers) -> List<'_> {
        List { choices, colour: false, prompt_width: 4, marked: Arc::default(), seen: RefCell::default() }
    }

    fn drawn(list: &List<'_>, line: &str, size: (usize, usize)) -> Vec<String> {
        let mut seen = list.seen.borrow_mut();
        list.look(&mut seen, line);
        list.rows(&mut seen, line, size).iter().map(|row| row.render(false)).collect()
    }

    #[test]
    fn the_mark_stays_in_sight() {
        for (top, marked, room, want) in [(0, 0, 3, 0), (0, 2, 3, 0), (0, 3, 3, 1), (4, 2, 3, 2), (4, 5, 3, 4)] {
            assert_eq!(window(top, marked, room), want, "{top} {marked} {room}");
        }
    }

    #[test]
    fn as_many_rows_as_there_is_room_for() {
        let numbers = Numbers(30);
        let list = list(&numbers);
        assert_eq!(drawn(&list, "", (24, 80)).len(), 11);
        assert_eq!(drawn(&list, "", (5, 7)), ["> 穆…", "  穆…", "  另…"]);
        assert_eq!(drawn(&list, "", (2, 80)), ["> 穆勒0", "  另有 29 个"]);
        // a line of two rows takes one of theirs
        assert_eq!(drawn(&list, "2", (6, 5)).len(), 3);
        assert_eq!(drawn(&list, "x", (24, 80)), ["  没有符合的客户"]);
    }

    #[test]
    fn the_mark_ends_at_the_last_and_goes_back_to_the_first() {
        let numbers = Numbers(12);
        let list = list(&numbers);
        drawn(&list, "1", (24, 80));
        list.marked.store(9, Ordering::Relaxed);
        assert_eq!(drawn(&list, "1", (24, 80)), ["  穆勒1", "  穆勒10", "> 穆勒11"]);
        assert_eq!(list.taken("1".to_owned()), Picked::Choice(11));
        assert_eq!(drawn(&list, "", (24, 80)).first().map(String::as_str), Some("> 穆勒0"));
        assert_eq!(list.taken("x".to_owned()), Picked::Typed("x".to_owned()));
    }
}
