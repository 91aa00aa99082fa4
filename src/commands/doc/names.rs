//! Every name that a template may use: fields of the records, each standing once in the model, and what is worked out
//! beside them, each standing once in the table of [`groups`].

use crate::commands::doc::groups::{Derived, GROUPS, Group};
use crate::formats::template::{Name, Names};
use crate::lang::{Lang, Words};
use crate::model::field::{Field, RecordType, Shape};
use crate::model::fold::fold;

/// How like a name must be to be offered.
const NEAR: f64 = 0.8;
/// The same of the last part alone, where the group is right.
const LIKE: f64 = 0.6;
/// How like a word is to one that it is part of.
const PART: f64 = 0.9;

/// A part of a name: `order`, `pay`, `deposit`, with what it is called.
#[derive(Clone, Debug)]
struct Part {
    /// As it stands in English paths.
    en: &'static str,
    /// The first is what the list of names shows.
    zh: Vec<&'static str>,
    /// The English label, which may be written too.
    label: &'static str,
}

/// A name and what is known of it.
#[derive(Clone, Debug)]
pub struct Entry {
    parts: Vec<Part>,
    /// Whose it is.
    pub group: &'static Group,
    /// What it is called.
    pub label: Words,
    /// A sentence more.
    pub about: Words,
    /// What it looks like.
    pub example: Words,
}

impl Entry {
    /// The name as templates write it in a language.
    pub fn path(&self, lang: Lang) -> String {
        let name = |part: &Part| match lang {
            Lang::En => part.en,
            Lang::Zh => part.zh.first().copied().unwrap_or(part.en),
        };
        self.parts.iter().map(name).collect::<Vec<_>>().join(".")
    }

    /// What stands behind the group: nothing where all of it is meant.
    pub fn key(&self) -> String {
        self.parts.iter().skip(1).map(|part| part.en).collect::<Vec<_>>().join(".")
    }

    /// The language in which all parts say what was written; that of the last one decides.
    fn means(&self, parts: &[String]) -> Option<Lang> {
        if parts.len() != self.parts.len() {
            return None;
        }
        let mut lang = None;
        for (part, written) in self.parts.iter().zip(parts) {
            let en = folded(part.en) == *written || folded(part.label) == *written;
            let zh = part.zh.iter().any(|name| folded(name) == *written);
            lang = match (en, zh) {
                (true, true) => lang.or(Some(Lang::En)),
                (true, false) => Some(Lang::En),
                (false, true) => Some(Lang::Zh),
                (false, false) => return None,
            };
        }
        lang
    }
}

/// A name without what people write now so, now so: case, blanks, marks, what stands in brackets.
fn folded(name: &str) -> String {
    let name = name.split(['（', '(']).next().unwrap_or(name);
    fold(name).chars().filter(|c| c.is_alphanumeric()).collect()
}

/// Every name.
#[derive(Clone, Debug)]
pub struct Catalogue {
    entries: Vec<Entry>,
}

impl Catalogue {
    /// All there are.
    pub fn new() -> Self {
        Self { entries: GROUPS.iter().flat_map(of_group).collect() }
    }

    /// The names, in the order in which they are told; groups and lists as a whole are not among them.
    pub fn values(&self) -> impl Iterator<Item = &Entry> {
        self.entries.iter().filter(|entry| entry.parts.len() > 1 || entry.group.is_value())
    }

    /// What is known of a name that was understood.
    pub fn entry(&self, name: &Name) -> Option<&Entry> {
        self.entries.iter().find(|entry| entry.group.en == name.group && entry.key() == name.key)
    }

    /// The name that was meant most likely: one of the same group that resembles it, else one that ends the same, else the
    /// one that resembles it as a whole.
    fn nearest(&self, name: &str) -> Option<String> {
        let wanted = name.trim().to_lowercase();
        let lang = if wanted.is_ascii() { Lang::En } else { Lang::Zh };
        let (group, end) = ends(&wanted);
        let mut best: Option<((u8, f64, f64), String)> = None;
        for path in self.values().map(|entry| entry.path(lang)) {
            let (own_group, own_end) = ends(&path);
            let (part, whole) = (alike(own_end, end), strsim::jaro_winkler(&path, &wanted));
            let class = match own_group == group && !group.is_empty() {
                true if part > LIKE || whole > NEAR => 3,
                _ if own_end == end => 2,
                _ if whole > NEAR => 1,
                _ => continue,
            };
            // one without its group is as near to all
            let like = (class, part, if class == 2 && group.is_empty() { 0.0 } else { whole });
            // of names that are as likely the first, which is the one most used
            if best.as_ref().is_none_or(|(most, _)| like.partial_cmp(most) == Some(std::cmp::Ordering::Greater)) {
                best = Some((like, path));
            }
        }
        best.map(|(_, path)| path)
    }
}

/// The group of a path, nothing where it has none, and its last part.
fn ends(path: &str) -> (&str, &str) {
    let group = path.split_once('.').map_or("", |(group, _)| group);
    (group, path.rsplit('.').next().unwrap_or(path))
}

/// How like two words are; one that is part of the other is.
fn alike(a: &str, b: &str) -> f64 {
    let part = !a.is_empty() && !b.is_empty() && (a.contains(b) || b.contains(a));
    f64::max(strsim::jaro_winkler(a, b), if part { PART } else { 0.0 })
}

impl Names for Catalogue {
    fn find(&self, name: &str) -> Result<Name, Option<String>> {
        let parts: Vec<String> = name.split(['.', '．', '。']).map(folded).collect();
        let found = self.entries.iter().find_map(|entry| Some((entry, entry.means(&parts)?)));
        found
            .map(|(entry, lang)| Name {
                group: entry.group.en.to_owned(),
                key: entry.key(),
                list: entry.group.list,
                lang,
            })
            .ok_or_else(|| self.nearest(name))
    }

    fn is_value(&self, name: &Name) -> bool {
        !name.key.is_empty() || GROUPS.iter().any(|group| group.en == name.group && group.is_value())
    }

    fn part_of(&self, group: &Name) -> String {
        let part = self.values().find(|entry| entry.group.en == group.group && entry.parts.len() > 1);
        part.map_or_else(|| group.group.clone(), |entry| format!("{{{{{}}}}}", entry.path(group.lang)))
    }
}

fn of_group(group: &'static Group) -> Vec<Entry> {
    let whole = Part { en: group.en, zh: vec![group.zh], label: group.en };
    let entry = |parts: Vec<Part>, label, about, example| Entry { parts, group, label, about, example };
    let none = Words::new("", "");
    let mut all = vec![entry(vec![whole.clone()], Words::new(group.en, group.zh), group.about, group.example)];
    for one in group.derived {
        let part = Part { en: one.en, zh: one.zh.split('|').collect(), label: one.en };
        let label = Words::new(one.en, part.zh.first().copied().unwrap_or_default());
        all.push(entry(vec![whole.clone(), part], label, one.about, one.example));
    }
    let mut own = Vec::new();
    for record in group.records {
        fields(record, &[], &mut own);
    }
    for (mut parts, field) in own {
        let key: Vec<&str> = parts.iter().map(|part| part.en).collect();
        let derived = |one: &&Derived| key == [one.en];
        parts.insert(0, whole.clone());
        match (group.derived.iter().find(derived), parts.as_slice()) {
            // worked out where the record says nothing: one name, with the words of both
            (Some(one), [_, part]) => {
                let known = all.iter_mut().find(|entry| entry.parts.get(1).is_some_and(|part| part.en == one.en));
                if let Some(known) = known.and_then(|entry| entry.parts.get_mut(1)) {
                    known.zh.extend(&part.zh);
                    known.label = part.label;
                }
            }
            _ if all.iter().any(|entry| entry.parts.len() == parts.len() && same(&entry.parts, &parts)) => {}
            _ => all.push(entry(parts, field.label, field.about, example(field).unwrap_or(none))),
        }
    }
    all
}

fn same(a: &[Part], b: &[Part]) -> bool {
    a.iter().map(|part| part.en).eq(b.iter().map(|part| part.en))
}

/// The fields of a record and of the tables in it; lists of records are lists of their own.
fn fields(record: &'static RecordType, before: &[Part], out: &mut Vec<(Vec<Part>, &'static Field)>) {
    for field in record.fields {
        let part = Part { en: field.key, zh: vec![field.label.zh], label: field.label.en };
        let parts: Vec<Part> = before.iter().cloned().chain([part]).collect();
        match field.shape {
            Shape::Table(inner) => fields(inner, &parts, out),
            Shape::List(Shape::Table(_)) => {}
            _ => out.push((parts, field)),
        }
    }
}

/// What a field looks like on paper.
fn example(field: &Field) -> Option<Words> {
    Some(match field.shape {
        Shape::Date => Words::new("2 March 2026", "2026年3月2日"),
        Shape::Bool => Words::new("yes", "是"),
        Shape::Choice(choices) => choices.first()?.words,
        Shape::Number if field.is == crate::model::field::Is::Share => Words::new("30%", "30%"),
        Shape::Number => Words::new("1,240", "1,240"),
        Shape::Integer => Words::new("30", "30"),
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_in_either_language_and_the_language_of_its_last_part() {
        let names = Catalogue::new();
        for (name, group, key, lang) in [
            ("today", "today", "", Lang::En),
            ("今天", "today", "", Lang::Zh),
            ("order.total", "order", "total", Lang::En),
            ("订单.合计", "order", "total", Lang::Zh),
            ("order.合计", "order", "total", Lang::Zh),
            ("订单.total", "order", "total", Lang::En),
            ("Order . Pay . Deposit", "order", "pay.deposit", Lang::En),
            ("订单.付款条件.定金比例", "order", "pay.deposit", Lang::Zh),
            ("customer.profile.size", "customer", "profile.size", Lang::En),
            ("客户.客户特征.规模", "customer", "profile.size", Lang::Zh),
            ("customer.papers.tax_number", "customer", "papers.tax_number", Lang::En),
            ("customer.papers.tax number", "customer", "papers.tax_number", Lang::En),
            ("报价.交期", "quote", "lead_days", Lang::Zh),
            ("报价.交货天数", "quote", "lead_days", Lang::Zh),
            ("卖方．名称", "seller", "name", Lang::Zh),
            ("卖方.SWIFT", "seller", "swift", Lang::Zh),
            ("seller.swift", "seller", "swift", Lang::En),
            ("明细.20尺柜装量", "lines", "per_20gp", Lang::Zh),
            ("lines", "lines", "", Lang::En),
            ("明细.序号", "lines", "no", Lang::Zh),
            ("欠款.逾期1至30天", "debt", "overdue_1_30", Lang::Zh),
            ("出运.批次", "shipment", "number", Lang::Zh),
        ] {
            let found = names.find(name).unwrap_or_else(|near| panic!("{name}: {near:?}"));
            assert_eq!((found.group.as_str(), found.key.as_str(), found.lang), (group, key, lang), "{name}");
        }
    }

    #[test]
    fn an_unknown_name_is_told_with_the_nearest() {
        let names = Catalogue::new();
        for (name, near) in [
            ("order.totl", Some("order.total")),
            ("订单.总计", Some("订单.合计")),
            ("oder.total", Some("order.total")),
            ("客户.名", Some("客户.名称")),
            ("lines.produkt", Some("lines.product")),
            ("订单.日期", Some("订单.订购日期")),
            ("order.datum", Some("order.date")),
            ("product", Some("lines.product")),
            ("品名", Some("明细.品名")),
            ("合计", Some("报价.合计")),
            ("line.unit price", Some("lines.unit_price")),
            ("oder.totl", Some("order.total")),
            ("customer.adress", Some("customer.address")),
            ("客户.公司名称", Some("客户.名称")),
            ("联系人.邮件", Some("联系人.邮箱")),
            ("xyzzy", None),
        ] {
            assert_eq!(names.find(name).unwrap_err().as_deref(), near, "{name}");
        }
    }

    #[test]
    fn no_name_means_two_things() {
        let entries = Catalogue::new().entries;
        for (at, entry) in entries.iter().enumerate() {
            for lang in [Lang::En, Lang::Zh] {
                let parts: Vec<String> = entry.path(lang).split('.').map(folded).collect();
                let first = entries.iter().position(|other| other.means(&parts).is_some());
                assert_eq!(first, Some(at), "{} {lang:?}", entry.path(lang));
            }
        }
    }
}
