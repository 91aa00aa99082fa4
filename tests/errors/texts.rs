//! Texts with holes, and the lines that they become.

/// What stands between the holes; `{{` and `}}` are the braces themselves. Between two holes side by side stands nothing.
pub fn pieces(text: &str) -> Vec<String> {
    let mut pieces = vec![String::new()];
    let mut chars = text.chars().peekable();
    while let Some(c) = chars.next() {
        match c {
            '{' | '}' if chars.peek() == Some(&c) => pieces.last_mut().unwrap().extend(chars.next()),
            '{' => {
                chars.by_ref().find(|c| *c == '}');
                if pieces.len() == 1 || !pieces.last().unwrap().is_empty() {
                    pieces.push(String::new());
                }
            }
            c => pieces.last_mut().unwrap().push(c),
        }
    }
    pieces
}

/// Whether a line is told by this text: as a whole, or between two marks; a part of a sentence may stand anywhere.
pub fn tells(text: &str, line: &str, part: bool) -> bool {
    let pieces = pieces(text.trim_start_matches([';', '；', ' ']));
    let mark = |c: char| ":：;；,，\"“(（、".contains(c);
    let begins = |at: &usize| part || line[..*at].trim_end().chars().next_back().is_none_or(mark);
    let ends = |rest: &str| part || rest.chars().next().is_none_or(|c| ";；\"”、)）".contains(c));
    let mut starts = line.char_indices().map(|(at, _)| at).filter(begins);
    let [first, rest @ ..] = pieces.as_slice() else { return false };
    starts.any(|at| line[at..].strip_prefix(first.as_str()).is_some_and(|behind| follow(rest, behind, &ends)))
}

/// Whether the pieces follow in a line, each after whatever fills the hole before it.
fn follow(pieces: &[String], line: &str, ends: &dyn Fn(&str) -> bool) -> bool {
    match pieces {
        [] => ends(line),
        [last] if last.is_empty() => true,
        [piece, rest @ ..] => {
            line.match_indices(piece.as_str()).any(|(at, _)| follow(rest, &line[at + piece.len()..], ends))
        }
    }
}

/// The reader of texts itself: what it must take for the same and what not.
#[test]
fn a_line_is_known_by_its_text() {
    for (text, line, part, want) in [
        ("not found", "a.csv: not found", false, true),
        ("fill it in", "fill it in, or say it once for all", false, false),
        ("fill it in", "please fill it in", false, false),
        ("no customer \"{shown}\" in the book", "no customer \"Bob\" in the book", false, true),
        ("no customer \"{shown}\" in the book", "no customer \"Bob\" in the list", false, false),
        ("; did you mean {}?", "\"brnd\" is none of brand; did you mean brand?", false, true),
        ("{{{{{name}}}}} is none of {{}}", "a.txt:1:1: {{x}} is none of {}", false, true),
        ("a list", "expected text, found a list", true, true),
        ("expected {expected}, found {found}", "card.toml:1:8: expected text, found 3", true, true),
    ] {
        assert_eq!(tells(text, line, part), want, "{text:?} in {line:?}");
    }
}
