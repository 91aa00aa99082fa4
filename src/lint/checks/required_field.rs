//! A field that the stage requires is missing.

use std::ops::Range;

use toml::de::{DeTable, DeValue};

use crate::formats::toml::Document;
use crate::lang::{Words, tr};
use crate::lint::fields::{filled, lacks, required, set_command};
use crate::lint::{Check, Findings, Run, Sample, Source};
use crate::model::choice::{Severity, StageKind};
use crate::model::field::{Field, Record, RecordType, Shape};
use crate::model::name::shell_word;
use crate::model::tree::Location;
use crate::model::{Card, Settings};
use crate::tr;

/// More fields than this nobody types on a command line.
const AT_ONCE: usize = 3;

pub const CHECK: Check = Check {
    code: "required-field",
    severity: Severity::Warning,
    article: "第12条",
    what: Words::new("a required field is missing", "缺少必填项"),
    why: Words::new(
        "The customer card must hold at least what 第12条 lists; without it nobody can judge the customer when it matters.",
        "第12条规定了客户资料卡至少应有的内容；缺了它们，关键时刻无从判断客户。",
    ),
    bad: &[Sample::Card(
        "name = 'Acme'\naddress = 'Industriestr. 12'\nowner = '张伟'\n[payment_profile]\nattitude = '及时'\n[[order]]\nnumber = 'PI-1'\ndate = 2026-03-02\n",
    )],
    good: &[Sample::Card(
        "name = 'Acme'\naddress = 'Industriestr. 12'\nphone = '+49 711 5550134'\nowner = '张伟'\n\
         [[contact]]\nname = 'Anna Weber'\n\
         [payment_profile]\nattitude = '及时'\ntiming = '月底'\nbank = 'Deutsche Bank'\ncontroller = 'Weber'\nmethod = 'T/T'\n\
         [[order]]\nnumber = 'PI-1'\ndate = 2026-03-02\ncurrency = 'USD'\namount = '7030.00'\nstatus = 'confirmed'\n",
    )],
    run: Run::Card(run),
};

fn run(source: &Source<'_>, out: &mut Findings<'_>) {
    let Some(document) = source.document else { return };
    for gap in gaps(document, source.location.kind) {
        let message = gap.message();
        let found = match &gap.place.span {
            Some(span) => out.at(span.clone(), message),
            None => out.whole(message),
        };
        found.hint(gap.hint(source.location));
    }
}

/// Whether a card of this stage lacks a required field; never, where the book wants to hear nothing of that.
pub fn lacks_required(document: &Document<'_>, kind: StageKind, settings: &Settings) -> bool {
    !settings.lint.off.iter().any(|code| code == CHECK.code) && !gaps(document, kind).is_empty()
}

/// What a card would lack at a stage, record by record: in words, and the command that fills it in. Nothing, where the book
/// wants to hear nothing of that.
pub fn lacking(
    document: &Document<'_>,
    location: &Location,
    kind: StageKind,
    settings: &Settings,
) -> Vec<(String, String)> {
    if !lacks_required(document, kind, settings) {
        return Vec::new();
    }
    gaps(document, kind).iter().map(|gap| (gap.message(), gap.command(location))).collect()
}

fn gaps(document: &Document<'_>, kind: StageKind) -> Vec<Gap> {
    let mut look = Look { kind, gaps: Vec::new() };
    look.record(&document.root, Card::TYPE, &Step { above: None, label: "", field: "", item: None, span: None });
    look.gaps
}

/// One record of the card, for people: `订单 PI-1`, `order.PI-1.`, and where it begins.
struct Place {
    title: String,
    path: String,
    span: Option<Range<usize>>,
}

/// A record on the way down. It becomes a place only where something is missing: most cards lack nothing.
struct Step<'s> {
    above: Option<&'s Step<'s>>,
    label: &'static str,
    field: &'static str,
    /// Of a list: its number from 1, and what tells it from its siblings.
    item: Option<(usize, &'s DeTable<'s>, &'static [&'static str])>,
    span: Option<Range<usize>>,
}

impl Step<'_> {
    fn place(&self) -> Place {
        let span = self.span.clone();
        let Some(above) = self.above.map(Step::place) else {
            return Place { title: String::new(), path: String::new(), span };
        };
        let key = self.item.and_then(|(_, table, keys)| keys.iter().find_map(|key| written(table, key)));
        let number = self.item.map(|(number, ..)| format!("{number}.")).unwrap_or_default();
        Place {
            title: titled(&above.title, self.label, key.as_deref()),
            path: format!("{}{}.{number}", above.path, self.field),
            span,
        }
    }
}

/// What one record lacks.
struct Gap {
    place: Place,
    missing: Vec<Missing>,
}

struct Missing {
    label: &'static str,
    article: &'static str,
    key: &'static str,
    /// Records of their own, not a value.
    records: bool,
}

impl Missing {
    fn of(field: &'static Field) -> Self {
        let records = matches!(field.shape, Shape::List(Shape::Table(_)));
        Self { label: field.label.text(), article: field.article, key: field.key, records }
    }
}

impl Gap {
    /// `订单 PI-1：缺少币种、明细或金额（第12条 1）`.
    fn message(&self) -> String {
        let labels: Vec<&str> = self.missing.iter().map(|missing| missing.label).collect();
        let mut articles: Vec<&str> = Vec::new();
        for missing in &self.missing {
            if !missing.article.is_empty() && !articles.contains(&missing.article) {
                articles.push(missing.article);
            }
        }
        let (title, labels) = (&self.place.title, labels.join(tr(", ", "、")));
        let mut message = if title.is_empty() {
            tr!("missing: {labels}", "缺少{labels}")
        } else {
            tr!("{title}: missing {labels}", "{title}：缺少{labels}")
        };
        if !articles.is_empty() {
            message += &tr!(" ({})", "（{}）", articles.join(tr(", ", "、")));
        }
        message
    }

    fn hint(&self, location: &Location) -> String {
        match self.set(location) {
            Some(command) if self.missing.len() <= AT_ONCE => tr!("fill in: {command}", "补上：{command}"),
            _ => tr!("fill them in: {}", "请填写：{}", edit(location)),
        }
    }

    /// The command that fills it in.
    fn command(&self, location: &Location) -> String {
        self.set(location).unwrap_or_else(|| edit(location))
    }

    /// The fields on a command line, if they can be given there.
    fn set(&self, location: &Location) -> Option<String> {
        let path = |missing: &Missing| match (missing.records, self.place.path.as_str()) {
            (false, path) => Some(format!("{path}{}", missing.key)),
            // of a new record, its first field
            (true, "") => Some(format!("{}.+.name", missing.key)),
            (true, _) => None,
        };
        let paths: Option<Vec<String>> = self.missing.iter().map(path).collect();
        paths.map(|paths| set_command(location, paths.iter().map(String::as_str)))
    }
}

fn edit(location: &Location) -> String {
    format!("kehu edit {}", shell_word(&location.path))
}

struct Look {
    kind: StageKind,
    gaps: Vec<Gap>,
}

impl Look {
    /// What a record lacks, then what the records in it lack.
    fn record(&mut self, table: &DeTable<'_>, record: &'static RecordType, step: &Step<'_>) {
        let mut missing: Vec<Missing> = Vec::new();
        let mut inside: Vec<&'static Field> = Vec::new();
        for field in record.fields {
            if field.record().is_some() {
                inside.push(field);
            }
            let group = matches!(field.shape, Shape::Table(_));
            if !group && required(field, self.kind) && lacks(table, field) {
                missing.push(Missing::of(field));
            }
        }
        // the one rule that asks for either of two (第12条 1)
        if record.field("items").is_some_and(|items| !required(items, self.kind)) {
            let either = ["items", "amount"];
            if !either.iter().any(|key| filled(table, key)) {
                let label = tr("items or amount", "明细或金额");
                missing.push(Missing { label, article: "第12条 1", key: "amount", records: false });
            }
        }
        if !missing.is_empty() {
            self.gaps.push(Gap { place: step.place(), missing });
        }
        for field in inside {
            self.inside(table, field, step);
        }
    }

    fn inside(&mut self, table: &DeTable<'_>, field: &'static Field, above: &Step<'_>) {
        let step = |span| Step { above: Some(above), label: field.label.text(), field: field.key, item: None, span };
        match (field.shape, table.get(field.key)) {
            (Shape::Table(inner), Some(value)) => {
                if let DeValue::Table(table) = value.get_ref() {
                    self.record(table, inner, &step(Some(value.span())));
                }
            }
            (Shape::Table(inner), None) if required(field, self.kind) => {
                // a group that is not there lacks all it must hold
                let missing = inner.fields.iter().filter(|field| required(field, self.kind)).map(Missing::of).collect();
                self.gaps.push(Gap { place: step(above.span.clone()).place(), missing });
            }
            (Shape::List(Shape::Table(inner)), Some(value)) => {
                let items = value.get_ref().as_array();
                for (index, item) in items.into_iter().flat_map(|list| list.iter()).enumerate() {
                    let DeValue::Table(table) = item.get_ref() else { continue };
                    let (label, item_of) = (inner.label.text(), Some((index + 1, table, inner.keys)));
                    self.record(table, inner, &Step { label, item: item_of, ..step(Some(item.span())) });
                }
            }
            _ => {}
        }
    }
}

fn titled(above: &str, label: &str, key: Option<&str>) -> String {
    [above, label, key.unwrap_or_default()]
        .iter()
        .filter(|part| !part.is_empty())
        .copied()
        .collect::<Vec<_>>()
        .join(" ")
}

/// What tells a record from its siblings, as people read it.
fn written(table: &DeTable<'_>, key: &str) -> Option<String> {
    match table.get(key)?.get_ref() {
        DeValue::String(text) if !text.trim().is_empty() => Some(text.to_string()),
        DeValue::Datetime(day) => Some(day.to_string()),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use crate::lint::tests::Book;

    const ADDRESSED: &str = "name = 'Acme'\naddress = 'x'\nphone = '+49 711 5550134'\nowner = '张伟'\ncontact = [{ name = 'Anna' }]\n\
        payment_profile = { attitude = 'x', timing = 'x', bank = 'x', controller = 'x', method = 'x' }\n";

    #[test]
    fn one_finding_for_each_record_that_lacks_something() {
        for (text, want) in [
            (
                "name = ' '\n",
                &[
                    "缺少名称、地址、电话、负责人、联系人（第12条 1）|请填写：kehu edit \"国外客户/德国/Acme\"",
                    "付款情况：缺少付款态度、付款时间、银行往来情况、财务实权掌管人、付款方式（第12条 2）|请填写：kehu edit \"国外客户/德国/Acme\"",
                ][..],
            ),
            ("", &[]),
            (
                "[[order]]\nnumber = 'PI-1'\ndate = 2026-03-02\n",
                &[
                    "订单 PI-1：缺少币种、明细或金额（第12条 1）|补上：kehu set \"国外客户/德国/Acme\" order.1.currency=… order.1.amount=…",
                ],
            ),
            (
                "[[order]]\nnumber = 'PI-1'\ndate = 2026-03-02\ncurrency = 'USD'\nitems = [{ product = '叉车', quantity = 1 }]\n",
                &[
                    "订单 PI-1 明细 叉车：缺少单价（第12条 1）|补上：kehu set \"国外客户/德国/Acme\" order.1.items.1.unit_price=…",
                ],
            ),
            (
                "[[quote]]\nnumber = 'Q-1'\ndate = 2026-03-02\ncurrency = 'USD'\n",
                &["报价 Q-1：缺少明细|请填写：kehu edit \"国外客户/德国/Acme\""],
            ),
            (
                "[[followup]]\ndate = 2026-03-02\nkind = 'call'\n",
                &["跟进 2026-03-02：缺少内容|补上：kehu set \"国外客户/德国/Acme\" followup.1.summary=…"],
            ),
        ] {
            let text = if text.starts_with("name") { text.to_owned() } else { format!("{ADDRESSED}{text}") };
            let found = Book::card(&text).found("required-field");
            let told: Vec<String> = found
                .iter()
                .map(|finding| format!("{}|{}", finding.message, finding.hint.as_deref().unwrap()))
                .collect();
            assert_eq!(told, want, "{text}");
        }
    }

    #[test]
    fn a_prospect_needs_little_and_wrong_types_are_not_called_missing() {
        let prospect =
            |text: &str| Book::default().file("潜在客户/德国/Acme/card.toml", text).found("required-field").len();
        assert_eq!(prospect("name = 'Acme'\n"), 0);
        assert_eq!(prospect("phone = ''\n"), 1);
        assert_eq!(prospect("name = 1\n[[followup]]\ndate = ''\nkind = ''\nsummary = 'x'\n"), 0);
    }
}
