//! How the text of a paper is read.

use super::Speech;
use super::text::{Align, Block, Piece, RowKind, Sheet, Table, pieces, read};
use crate::lang::Lang;

const EN: Speech = Speech::One(Lang::En);
const ZH: Speech = Speech::One(Lang::Zh);

fn table(sheet: &Sheet) -> &Table {
    match sheet.blocks.as_slice() {
        [Block::Table(table)] => table,
        other => panic!("{other:?}"),
    }
}

fn cells(line: &str, speech: Speech) -> Vec<(String, usize)> {
    let sheet = read(&format!("|= 50 50\n{line}"), speech);
    table(&sheet).rows[0].cells.clone()
}

#[test]
fn cells_speak_the_languages_of_the_paper() {
    let cell = |text: &str, span| (text.to_owned(), span);
    for (line, speech, want) in [
        ("| Date ~ 日期 | {{today}}", EN, vec![cell("Date", 1), cell("{{today}}", 1)]),
        ("| Date ~ 日期 | {{today}}", ZH, vec![cell("日期", 1), cell("{{today}}", 1)]),
        ("| Date ~ 日期 | {{today}}", Speech::Both, vec![cell("Date 日期", 1), cell("{{today}}", 1)]),
        ("|# Date ~ 日期 | a", Speech::Both, vec![cell("Date\\\\日期", 1), cell("a", 1)]),
        ("| {{a | words}} ~ {{b | 大写}} | <", EN, vec![cell("{{a | words}}", 2)]),
        ("| a | | b", EN, vec![cell("a", 1), cell("", 1), cell("b", 1)]),
        ("|? phone | city", EN, vec![cell("Phone", 1), cell("<<phone>>", 1), cell("City", 1), cell("<<city>>", 1)]),
        (
            "|& profile.size",
            ZH,
            vec![
                cell("规模", 1),
                cell("<<profile.size={{客户.客户特征.规模}}>>", 1),
                cell("<<profile.size@source=>>", 1),
                cell("<<profile.size@channel=>>", 1),
                cell("<<profile.size@date=>>", 1),
            ],
        ),
        ("|? papers.tax_number", ZH, vec![cell("税号", 1), cell("<<papers.tax_number>>", 1)]),
    ] {
        assert_eq!(cells(line, speech), want, "{line}");
    }
}

#[test]
fn a_paper_of_two_titles_has_one_name() {
    for (text, want) in [("= A ~ 甲\n= B ~ 乙", ["A", "甲"]), ("@ title Card ~ 卡\n= A ~ 甲\n= B ~ 乙", ["Card", "卡"])]
    {
        assert_eq!(read(text, Speech::Both).title, want);
    }
}

#[test]
fn a_table_has_columns_and_rows_of_kinds() {
    let sheet = read("|= 6c 50 12r 32m\n|# a | b | c | d\n| 1 | 2 | 3 | 4\n|+ 1 | < | < | 4", EN);
    let table = table(&sheet);
    let columns: Vec<(u32, Align)> = table.columns.iter().map(|column| (column.share, column.align)).collect();
    assert_eq!(columns, [(6, Align::Centre), (50, Align::Left), (12, Align::Right), (32, Align::Amount)]);
    let kinds: Vec<RowKind> = table.rows.iter().map(|row| row.kind).collect();
    assert_eq!(kinds, [RowKind::Header, RowKind::Plain, RowKind::Total]);
    assert!(!table.labels);
}

#[test]
fn a_text_is_pieces() {
    let plain = |text: &str| Piece::Plain(text.to_owned());
    let bold = |text: &str| Piece::Bold(text.to_owned());
    let field = |path: &str, before: &str| Piece::Field(path.to_owned(), before.to_owned());
    for (text, want) in [
        ("", vec![]),
        ("a", vec![plain("a")]),
        ("a **b** c", vec![plain("a "), bold("b"), plain(" c")]),
        ("a\\\\**b**", vec![plain("a"), Piece::Break, bold("b")]),
        ("<<city>>", vec![field("city", "{{customer.city}}")]),
        ("no. <<id={{customer.id}}>>", vec![plain("no. "), field("id", "{{customer.id}}")]),
        ("<<a@source=>>", vec![field("a@source", "")]),
    ] {
        assert_eq!(pieces(text), want, "{text}");
    }
}

#[test]
fn the_head_of_a_text_sets_the_page() {
    let sheet = read("@ landscape\n@ number {{order.number}}\n= A ~ 甲", Speech::Both);
    assert!(sheet.landscape && sheet.chinese && sheet.english);
    assert_eq!((sheet.number.as_str(), sheet.title), ("{{order.number}}", vec!["A".to_owned(), "甲".to_owned()]));
    let sheet = read("= A ~ 甲", ZH);
    assert_eq!((sheet.english, sheet.title), (false, vec!["甲".to_owned()]));
}
