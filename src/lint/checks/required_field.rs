//! A field that the stage requires is missing.

use toml::de::{DeTable, DeValue};

use crate::lang::Words;
use crate::lint::{Check, Findings, Run, Sample, Source};
use crate::model::Card;
use crate::model::choice::{Severity, StageKind};
use crate::model::field::{Field, Needed, Record, RecordType, Shape};
use crate::tr;

pub const CHECK: Check = Check {
    code: "required-field",
    severity: Severity::Warning,
    article: "第12条",
    what: Words::new("a required field is missing", "缺少必填项"),
    why: Words::new(
        "The customer card must hold at least what 第12条 lists; without it nobody can judge the customer when it matters.",
        "第12条规定了客户资料卡至少应有的内容；缺了它们，关键时刻无从判断客户。",
    ),
    bad: &[Sample::File("潜在客户/德国/Acme/card.toml", "phone = '+49 711 5550134'\n")],
    good: &[Sample::File("潜在客户/德国/Acme/card.toml", "name = 'Acme'\nphone = '+49 711 5550134'\n")],
    run: Run::Card(run),
};

fn run(source: &Source<'_>, out: &mut Findings<'_>) {
    let Some(document) = source.document else { return };
    let least = match source.location.kind {
        StageKind::Prospect => Needed::Always,
        StageKind::Customer => Needed::Customer,
    };
    let record = Missing { least };
    record.walk(&document.root, Card::TYPE, "", None, out);
}

struct Missing {
    least: Needed,
}

impl Missing {
    fn walk(&self, table: &DeTable<'_>, record: &'static RecordType, prefix: &str, span: Option<std::ops::Range<usize>>, out: &mut Findings<'_>) {
        for field in record.fields {
            let path = format!("{prefix}{}", field.key);
            match table.get(field.key) {
                None => self.report(field, &path, span.clone(), out),
                Some(value) => match (field.shape, value.get_ref()) {
                    (Shape::Table(inner), DeValue::Table(table)) => self.walk(table, inner, &format!("{path}."), Some(value.span()), out),
                    (Shape::List(Shape::Table(inner)), DeValue::Array(list)) => {
                        for item in list.iter() {
                            if let DeValue::Table(table) = item.get_ref() {
                                self.walk(table, inner, &format!("{path}."), Some(item.span()), out);
                            }
                        }
                    }
                    _ => {}
                },
            }
        }
    }

    fn report(&self, field: &'static Field, path: &str, span: Option<std::ops::Range<usize>>, out: &mut Findings<'_>) {
        if field.needed == Needed::No || field.needed < self.least {
            return;
        }
        // a missing group is told by what it must hold
        if let Shape::Table(inner) = field.shape {
            for field in inner.fields {
                self.report(field, &format!("{path}.{}", field.key), span.clone(), out);
            }
            return;
        }
        let (label, article) = (field.label.text(), field.article);
        let message = if article.is_empty() { tr!("{label} is missing", "缺少{label}") } else { tr!("{label} is missing ({article})", "缺少{label}（{article}）") };
        let found = match span {
            Some(span) => out.at(span, message),
            None => out.whole(message),
        };
        found.hint(match field.shape {
            Shape::List(Shape::Table(_)) => tr!("add a [[{path}]] to the card", "请在卡片中加一个 [[{path}]]"),
            _ => tr!("fill it in: kehu set NAME {path}=…", "补上：kehu set 客户 {path}=…"),
        });
    }
}
