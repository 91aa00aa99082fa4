//! A field that says nothing.

use toml::de::DeValue;

use crate::formats::toml::{Edit, Step, Visit};
use crate::lang::{Words, tr};
use crate::lint::fields::{blank, required};
use crate::lint::{Check, Findings, Fix, Run, Sample, Source};
use crate::model::choice::Severity;
use crate::model::field::Shape;
use crate::tr;

pub const CHECK: Check = Check {
    code: "empty-field",
    severity: Severity::Info,
    article: "",
    what: Words::new("a field that is there but says nothing", "字段留空"),
    why: Words::new(
        "An empty field looks like an answer. One that is not there says plainly that nobody has asked yet.",
        "空字段看上去像已填写；没有这个字段，才说明还没问过。",
    ),
    bad: &[Sample::Card("name = 'Acme'\nwebsite = ''\ntags = ['重点', '']\n")],
    good: &[Sample::Card("name = 'Acme'\n# website = ''\ntags = ['重点']\n")],
    run: Run::Card(run),
};

fn run(source: &Source<'_>, out: &mut Findings<'_>) {
    for value in source.values() {
        let (label, item) = (value.field.label.text(), matches!(value.path.last(), Some(Step::Index(_))));
        let id = value.path == [Step::from("id")];
        // what is required, or an id, is missing where it is empty and told as that; an item is told with its list
        if item || id || required(value.field, source.location.kind) {
            continue;
        }
        let whole = || vec![Edit::Remove { path: value.path.to_vec() }];
        let edits = match (value.shape, value.value.get_ref()) {
            (Shape::Text, DeValue::String(text)) if text.trim().is_empty() => whole(),
            (Shape::List(_), DeValue::Array(list)) if list.is_empty() => whole(),
            (Shape::List(Shape::Text), DeValue::Array(_)) if blank(value.value.get_ref()) => whole(),
            (Shape::List(Shape::Text), DeValue::Array(list)) => {
                // from the end, so that the places of the others hold
                let blanks = list.iter().enumerate().filter(|(_, item)| blank(item.get_ref())).map(|(index, _)| index);
                blanks.rev().map(|index| remove_item(value, index)).collect()
            }
            _ => continue,
        };
        if !edits.is_empty() {
            let message = if blank(value.value.get_ref()) {
                tr!("{label} is empty", "{label}为空")
            } else {
                tr!("{label} holds an empty item", "{label}中有空项")
            };
            out.at(value.value.span(), message)
                .hint(tr("fill it in, or take it away: kehu lint --fix", "请填写，或删除：kehu lint --fix"))
                .fix(Fix::Edit(edits));
        }
    }
}

fn remove_item(list: &Visit<'_, '_>, index: usize) -> Edit {
    Edit::Remove { path: [list.path.as_slice(), &[Step::Index(index)]].concat() }
}

#[cfg(test)]
mod tests {
    use crate::lint::tests::Book;

    #[test]
    fn what_is_empty_goes_and_nothing_else() {
        for (before, after) in [
            ("name = 'Acme'\nwebsite = ' '   # 官网\ncity = 'Ulm'\n", "name = 'Acme'\n# 官网\ncity = 'Ulm'\n"),
            ("tags = ['', 'a', ' ', 'b', '']\n", "tags = ['a', 'b']\n"),
            ("tags = [ ]\nnote = 'x'\n", "note = 'x'\n"),
            ("tags = ['', '']\nnote = 'x'\n", "note = 'x'\n"),
            ("profile.focus = ''\nprofile.size = 'large'\n", "profile.size = 'large'\n"),
            ("[[quote]]\nitems = [{ product = 'x', unit = '' }]\n", "[[quote]]\nitems = [{ product = 'x' }]\n"),
            // required: missing, not merely empty
            ("name = ''\nphone = ''\n", "name = ''\nphone = ''\n"),
        ] {
            let mended = Book::card(before).mended_by("empty-field").text("国外客户/德国/Acme/card.toml").unwrap();
            assert_eq!(mended, after);
        }
    }
}
