//! What was found, for people: the customer, and each place with its label, the words in it marked.

use super::Found;
use crate::commands::list;
use crate::lang::tr;
use crate::query::{Field, Hit, Query, labels};
use crate::tr;
use crate::views::text::{cut, width};
use crate::views::{Style, Text};

/// How many places of one customer are shown.
const SHOWN: usize = 5;
/// Blanks before a place.
const INDENT: usize = 2;
/// How much of a long text stands before the first word that was found.
const LEAD: usize = 12;

/// A customer and its places.
pub fn block(found: &Found, query: &Query, fit: Option<usize>) -> Text {
    let mut text = marked(Text::new(), &found.called, query, Style::Strong);
    text = text.and(Style::Faint, "  ");
    text = marked(text, &found.path, query, Style::Faint).line();
    let widest = found.lines.iter().flatten().map(|line| line.to_string().len()).max().unwrap_or(0);
    for (hit, line) in found.hits.iter().zip(&found.lines).take(SHOWN) {
        let line = line.map(|line| line.to_string()).unwrap_or_default();
        let place = Text::new().and(Style::Faint, format!("{}{line:>widest$}  ", " ".repeat(INDENT)));
        let (label, said) = spoken(hit, found.records.get(&hit.record).map(|(_, name)| name.as_str()));
        let room = fit.map(|fit| fit.saturating_sub(INDENT + widest + 2 + width(&label) + 2).max(20));
        let place = place.and(Style::Hint, label).and(Style::Plain, tr(": ", "："));
        let place = marked(place, &excerpt(&said, query, room), query, Style::Plain);
        text = text.then(fit.map_or(place.clone(), |fit| place.cut(fit))).line();
    }
    let more = found.hits.len().saturating_sub(SHOWN);
    if more > 0 {
        let note = tr!("and {more} more", "还有 {more} 处");
        text = text.and(Style::Faint, format!("{}{note}", " ".repeat(INDENT + widest + 2))).line();
    }
    text
}

/// What people call the place, and what stands there in their words.
fn spoken(hit: &Hit, record: Option<&str>) -> (String, String) {
    if let Some((key, value)) = &hit.derived {
        let field = Field::find(key);
        let said = field.as_ref().map_or_else(|| hit.text.clone(), |field| list::said(field, value));
        return (field.map_or_else(|| (*key).to_owned(), |field| field.label), said);
    }
    if hit.keys.is_empty() {
        return (tr("comment", "注释").to_owned(), hit.text.clone());
    }
    let kind = Field::find(&hit.keys.join(".")).map(|field| field.kind);
    let choice = kind.and_then(|kind| kind.choices().iter().find(|choice| choice.key == hit.text));
    let said = match choice.map(|choice| choice.words.text()) {
        Some(words) if words != hit.text => tr!("{words} ({})", "{words}（{}）", hit.text),
        _ => hit.text.clone(),
    };
    // a record is not told from others by the very value that was found
    (labels(&hit.keys, record.filter(|record| *record != hit.text)), said)
}

/// A text with the words that were looked for marked.
fn marked(text: Text, said: &str, query: &Query, style: Style) -> Text {
    let mut text = text;
    let mut rest = said;
    while let Some(place) = query.words().filter_map(|word| word.place_in(rest)).min_by_key(|place| place.start) {
        let (Some(before), Some(hit), Some(after)) =
            (rest.get(..place.start), rest.get(place.clone()), rest.get(place.end..))
        else {
            break;
        };
        text = text.and(style, before).and(Style::Found, hit);
        rest = after;
    }
    text.and(style, rest)
}

/// The part of a long text in which the first word stands, on one line.
fn excerpt(said: &str, query: &Query, room: Option<usize>) -> String {
    let said = said.split_whitespace().collect::<Vec<_>>().join(" ");
    let Some(room) = room.filter(|room| width(&said) > *room) else { return said };
    let first = query.words().filter_map(|word| word.place_in(&said)).map(|place| place.start).min().unwrap_or(0);
    let before: Vec<char> = said.get(..first).unwrap_or_default().chars().collect();
    let whole_fits = width(said.get(..first).unwrap_or_default()) + LEAD < room;
    if whole_fits {
        return cut(&said, room).into_owned();
    }
    let lead: String = before.iter().skip(before.len().saturating_sub(LEAD)).collect();
    let rest = format!("…{lead}{}", said.get(first..).unwrap_or_default());
    cut(&rest, room).into_owned()
}
