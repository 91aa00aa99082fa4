//! The form of an investigation: printed with what the card knows, read when it is filled in.

use std::path::Path;

use super::super::append::wrong_value;
use super::plan;
use super::told::{called, facts, numbered};
use super::wanted::{Wanted, list};
use crate::cli::Context;
use crate::error::{Error, Exit, Place, Result};
use crate::formats::toml::{DeValue, Document, Fault, Spanned, quoted, unknown_keys};
use crate::formats::typed::{decimal, one};
use crate::lang::tr;
use crate::model::card::Investigation;
use crate::model::field::{Choice, Field, Record, Shape};
use crate::model::name::shell_word;
use crate::model::{Choose, Date};
use crate::rules::investigation::{Coverage, coverage};
use crate::store::{Book, LARGEST, Location, decode, read_at_most};
use crate::tr;
use crate::views::escape;

/// Where the explanation of a line begins.
const COLUMN: usize = 34;

/// Prints the form; what an open draft says already is filled in.
///
/// # Errors
/// The card cannot be read, or the output cannot be written.
pub fn print(begun: Option<Date>, book: &Book, location: &Location, context: &mut Context<'_>) -> Result<Exit> {
    let card = book.read(location)?.card()?;
    let place = plan::open(&card, false, begun, context.today)?;
    let draft = place.and_then(|place| card.investigation.get(place)).cloned().unwrap_or_default();
    let mut form = Form { text: String::new() };
    form.head(location, context.today);
    form.line(true, "date", &draft.date.or(begun).unwrap_or(context.today).to_string());
    form.text("by", draft.by.clone().or_else(|| context.person(book)).as_deref());
    form.line(true, "channels", &list(draft.channels.iter().map(|channel| channel.key())));
    for section in coverage(&card, Some(&draft)) {
        form.section(&section);
    }
    form.conclusion(&draft, context.today);
    context.shell.raw(form.text.as_bytes())?;
    Ok(Exit::Done)
}

struct Form {
    text: String,
}

impl Form {
    fn head(&mut self, location: &Location, today: Date) {
        let (path, word) = (&location.path, shell_word(&location.path));
        self.comment(&tr!("Credit investigation: {path}, {today}", "信用调查表：{path}，{today}"));
        self.comment(&tr!(
            "Fill it in, then: kehu investigate {word} --from FILE",
            "填好存成文件，再运行：kehu investigate {word} --from 文件"
        ));
        self.comment(tr(
            "Records and facts with their source, nothing presumed (第11条); what could not be found out is said too: unknown.",
            "请写资料和事实，注明来源，切忌主观臆断（第11条）；没有查到的写“未取得”，不必写来源。",
        ));
        self.text += "\n";
    }

    fn section(&mut self, section: &Coverage<'_>) {
        let (known, all) = (section.known(), section.items.len());
        let title = numbered(section.section);
        self.text += "\n";
        self.comment(&tr!(
            "{title}: the card knows {known} of {all} (第10条 4)",
            "{title}：卡片已有 {known}/{all} 项（第10条 4）"
        ));
        if known > 0 {
            self.comment(&tr!("  known: {}", "  已有：{}", facts(section)));
        }
        if known < all {
            let gaps: Vec<&str> = section.gaps().map(called).collect();
            self.comment(&tr!("  not known: {}", "  缺：{}", gaps.join(tr(", ", "、"))));
        }
        let key = section.section.key();
        self.text += &format!("{key} = {}\n", quoted(section.text.unwrap_or_default()));
        self.text += &format!("{key}_source = {}\n", quoted(section.source.unwrap_or_default()));
    }

    fn conclusion(&mut self, draft: &Investigation, today: Date) {
        self.text += "\n";
        self.line(true, "evidence", &list(draft.evidence.iter().map(String::as_str)));
        self.text += "\n";
        self.comment(tr("Conclusion, apart from the facts", "结论，与事实分开写"));
        self.text("conclusion", draft.conclusion.as_deref());
        self.line(draft.grade.is_some(), "grade", &quoted(draft.grade.map_or("B", Choose::key)));
        let limit = draft.limit.map_or_else(|| "48000".to_owned(), decimal);
        self.line(draft.limit.is_some(), "limit", &limit);
        self.line(draft.currency.is_some(), "currency", &quoted(draft.currency.as_deref().unwrap_or("USD")));
        self.line(draft.term_days.is_some(), "term_days", &draft.term_days.unwrap_or(30).to_string());
        self.line(true, "conditions", &list(draft.conditions.iter().map(|condition| condition.key())));
        self.text("assessed_by", draft.assessed_by.as_deref());
        self.comment(tr("Without this line it is kept as a draft", "不写下一行则存为草稿"));
        self.line(false, "completed", &today.to_string());
    }

    fn comment(&mut self, text: &str) {
        self.text += &format!("# {}\n", escape(text));
    }

    fn text(&mut self, key: &str, text: Option<&str>) {
        self.line(true, key, &quoted(text.unwrap_or_default()));
    }

    /// A line with what it means behind it; what is only an example stands behind a #.
    fn line(&mut self, known: bool, key: &str, literal: &str) {
        let line = format!("{}{key} = {literal}", if known { "" } else { "# " });
        let Some(field) = Investigation::TYPE.field(key) else { return };
        let pad = COLUMN.saturating_sub(crate::views::text::width(&line)).max(1);
        self.text += &format!("{line}{}# {}\n", " ".repeat(pad), meaning(field));
    }
}

/// What a line of the form is for.
fn meaning(field: &Field) -> String {
    let label = field.label.text();
    let choices = match field.shape {
        Shape::Choice(choices) | Shape::List(Shape::Choice(choices)) => choices,
        _ => return label.to_owned(),
    };
    let word = |choice: &Choice| match choice.words.text() {
        words if words == choice.key => choice.key.to_owned(),
        words => format!("{} {words}", choice.key),
    };
    let words: Vec<String> = choices.iter().map(word).collect();
    tr!("{label}: {}", "{label}：{}", words.join(" | "))
}

/// Reads a filled form.
///
/// # Errors
/// It cannot be read, is no TOML, has a key that no investigation has, or a value that does not fit; with the place.
pub fn read(path: &Path, wanted: &mut Wanted, today: Date, location: &Location) -> Result<()> {
    let shown = path.display().to_string();
    let text = decode(read_at_most(path, LARGEST)?, &shown)?;
    let mend = tr("correct this place in the form and run the command again", "请改正调查表中的这一处后重试");
    let fault = |fault: Fault| fault.in_file(&shown, &text).next(mend);
    let document =
        Document::parse(&text).map_err(|faults| faults.into_iter().next().map_or_else(|| Error::new(""), fault))?;
    check_keys(&document, &shown, location)?;
    document.read::<Investigation>().map_err(fault)?;
    for field in Investigation::TYPE.fields {
        let Some(value) = document.root.get(field.key) else { continue };
        let place = Place::in_text(&shown, &text, value.span().start);
        let wrong = |error: Error| error.at(place).next(mend);
        if let Some(literal) = literal(field, value, today).map_err(wrong_value).map_err(wrong)? {
            wanted.literal(field.key, literal);
        }
    }
    Ok(())
}

/// Refuses keys that no form has.
fn check_keys(document: &Document<'_>, shown: &str, location: &Location) -> Result<()> {
    let place = |at: usize| Place::in_text(shown, document.text, at);
    if let Some(unknown) = unknown_keys(document, Investigation::TYPE).into_iter().next() {
        let error = Error::new(tr!("unknown key `{}`", "未知字段 {}", unknown.key)).at(place(unknown.span.start));
        return Err(match unknown.nearest {
            Some(nearest) => error.next(tr!("did you mean `{nearest}`?", "是否想写 {nearest}？")),
            None => error.next(tr!(
                "see the keys: kehu investigate {} --form",
                "查看可用字段：kehu investigate {} --form",
                shell_word(&location.path)
            )),
        });
    }
    match ["reported", "reported_to"].iter().find_map(|key| document.root.get(*key)) {
        None => Ok(()),
        Some(value) => Err(Error::new(tr(
            "a form does not say when and to whom it was reported",
            "调查表中不写报告日期和报告对象",
        ))
        .at(place(value.span().start))
        .next(tr("leave it out, and note it afterwards: --reported", "请删去，交报告后用 --reported 登记"))),
    }
}

/// A value of the form as the card takes it; `None` where the place was left blank.
fn literal(field: &Field, value: &Spanned<DeValue<'_>>, today: Date) -> std::result::Result<Option<String>, String> {
    match (field.shape, value.get_ref()) {
        (Shape::List(item), DeValue::Array(items)) => {
            let words = items.iter().filter_map(|item| item.get_ref().as_str()).filter(|word| !word.trim().is_empty());
            let literals =
                words.map(|word| one(field, item, word, today)).collect::<std::result::Result<Vec<_>, _>>()?;
            Ok((!literals.is_empty()).then(|| format!("[{}]", literals.join(", "))))
        }
        (_, DeValue::String(text)) if text.trim().is_empty() => Ok(None),
        (shape, DeValue::String(text)) => one(field, shape, text, today).map(Some),
        (shape, DeValue::Integer(number)) => one(field, shape, number.as_str(), today).map(Some),
        (shape, DeValue::Float(number)) => one(field, shape, number.as_str(), today).map(Some),
        (shape, DeValue::Boolean(yes)) => one(field, shape, &yes.to_string(), today).map(Some),
        (shape, DeValue::Datetime(day)) => one(field, shape, &day.to_string(), today).map(Some),
        _ => Ok(None),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::choice::Section;

    #[test]
    fn every_section_has_a_text_and_a_source() {
        for section in Section::ALL {
            let source = format!("{}_source", section.key());
            assert!([section.key(), source.as_str()].iter().all(|key| Investigation::TYPE.field(key).is_some()));
        }
    }
}
