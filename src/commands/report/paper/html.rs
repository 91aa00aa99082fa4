//! A paper as one HTML file that needs nothing else: for the printer and for the phone.

use super::{Block, Paper};
use crate::formats::markup::escaped;
use crate::lang::{lang, tr};
use crate::views::escape;

const STYLE: &str = "\
:root { color-scheme: light; }
body { margin: 0; background: #f4f4f2; color: #1a1a1a;
  font: 16px/1.6 system-ui, 'PingFang SC', 'Microsoft YaHei', 'Noto Sans CJK SC', sans-serif; }
main { max-width: 46rem; margin: 0 auto; padding: 1.5rem; background: #fff; overflow-wrap: anywhere; }
header { margin-bottom: 1rem; padding-bottom: .5rem; border-bottom: 2px solid; font-weight: 600; }
header p { margin: 0; }
header p:last-child:not(:first-child) { font-weight: 400; font-size: .875rem; }
h1 { font-size: 1.5rem; line-height: 1.3; margin: .5rem 0 1rem; text-align: center; }
h2 { font-size: 1.1rem; margin: 1.75rem 0 .5rem; padding-bottom: .2rem; border-bottom: 1px solid #bbb; break-after: avoid; }
dl { display: grid; grid-template-columns: minmax(6rem, max-content) 1fr; gap: .25rem 1rem; margin: .5rem 0; }
dt { color: #555; }
dd { margin: 0; }
dd, p, li, td { unicode-bidi: plaintext; }
p { margin: .5rem 0; }
ul { margin: .5rem 0; padding-left: 1.25rem; }
.note { color: #555; font-size: .875rem; }
.scroll { overflow-x: auto; margin: .75rem 0; }
table { width: 100%; border-collapse: collapse; font-variant-numeric: tabular-nums; overflow-wrap: normal; }
th, td { padding: .3rem .5rem; border: 1px solid #bbb; text-align: left; vertical-align: top; }
th { background: #f4f4f2; font-weight: 600; white-space: nowrap; }
.n { text-align: right; white-space: nowrap; }
.room { min-height: 5rem; margin: .75rem 0; padding: .5rem .75rem; border: 1px solid #777; break-inside: avoid; }
.room b { display: block; }
.sign { display: grid; grid-template-columns: repeat(auto-fit, minmax(12rem, 1fr)); gap: 1rem; margin: 2rem 0 0; break-inside: avoid; }
.sign div { border-top: 1px solid #777; padding-top: .25rem; margin-top: 2.5rem; }
.sign span { display: block; color: #555; }
@media (max-width: 30rem) { main { padding: 1rem; } dl { grid-template-columns: 1fr; gap: 0; } dd { margin-bottom: .5rem; } }
@page { size: A4; margin: 18mm 16mm; @bottom-center { content: counter(page) ' / ' counter(pages); font-size: 9pt; } }
@media print { body { background: #fff; font-size: 10.5pt; } main { max-width: none; padding: 0; } .scroll { overflow: visible; }
  tr, dl { break-inside: avoid; } thead { display: table-header-group; } th { background: none; } }
";

/// The whole paper.
pub(super) fn page(paper: &Paper) -> String {
    let title = safe(&paper.title);
    let head = letterhead(&paper.letterhead);
    let blocks: String = paper.blocks.iter().map(told).collect();
    let tag = lang().tag();
    format!(
        "<!doctype html>\n<html lang=\"{tag}\">\n<head>\n<meta charset=\"utf-8\">\n\
         <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<title>{title}</title>\n\
         <style>\n{STYLE}</style>\n</head>\n<body>\n<main>\n{head}<h1>{title}</h1>\n{blocks}</main>\n</body>\n</html>\n"
    )
}

fn letterhead(lines: &[String]) -> String {
    if lines.is_empty() {
        return String::new();
    }
    let lines: String = lines.iter().map(|line| format!("<p>{}</p>", safe(line))).collect();
    format!("<header>{lines}</header>\n")
}

fn told(block: &Block) -> String {
    match block {
        Block::Section(title) => format!("<h2>{}</h2>\n", safe(title)),
        Block::Facts(facts) => {
            let facts =
                facts.iter().map(|(label, value)| format!("<dt>{}</dt><dd>{}</dd>\n", safe(label), safe(value)));
            format!("<dl>\n{}</dl>\n", facts.collect::<String>())
        }
        Block::Items(items) => {
            let items = items.iter().map(|item| format!("<li>{}</li>\n", safe(item)));
            format!("<ul>\n{}</ul>\n", items.collect::<String>())
        }
        Block::Text(text) => format!("<p>{}</p>\n", safe(text)),
        Block::Note(text) => format!("<p class=\"note\">{}</p>\n", safe(text)),
        Block::Table(heads, rows) => {
            let class = |right| if right { " class=\"n\"" } else { "" };
            let titles: String =
                heads.iter().map(|head| format!("<th{}>{}</th>", class(head.right), safe(&head.title))).collect();
            let cells = |row: &Vec<String>| -> String {
                let cells = heads.iter().zip(row);
                cells.map(|(head, cell)| format!("<td{}>{}</td>", class(head.right), safe(cell))).collect()
            };
            let rows: String = rows.iter().map(|row| format!("<tr>{}</tr>\n", cells(row))).collect();
            format!(
                "<div class=\"scroll\"><table>\n<thead><tr>{titles}</tr></thead>\n<tbody>\n{rows}</tbody>\n</table></div>\n"
            )
        }
        Block::Room(label, text) => {
            let text = text.as_deref().map(safe).unwrap_or_default();
            format!("<div class=\"room\"><b>{}</b>{text}</div>\n", safe(label))
        }
        Block::Sign(labels) => {
            let day = tr("Date:", "日期：");
            let places = labels.iter().map(|label| format!("<div>{}<span>{day}</span></div>", safe(label)));
            format!("<div class=\"sign\">{}</div>\n", places.collect::<String>())
        }
    }
}

/// Text that no browser obeys; lines stay lines.
fn safe(text: &str) -> String {
    let line = |line: &str| escaped(&escape(line.trim_end_matches('\r')));
    text.trim_end().split('\n').map(line).collect::<Vec<_>>().join("<br>")
}
