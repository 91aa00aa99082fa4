//! The demo book: the shipped example, its dates moved to around today.

use std::path::Path;

use super::demo_files::FILES;
use crate::error::{Error, Place, Result};
use crate::formats::toml::from_text;
use crate::lang::tr;
use crate::model::{Card, Date};
use crate::rules::approval::digest;
use crate::store::{NewBook, NewFile, SETTINGS_FILE, exists, furniture, templates};

/// The day that the example is written for.
const WRITTEN_FOR: &str = "2026-11-23";

/// The files of the demo book, for an empty or new folder.
///
/// # Errors
/// The folder is not empty.
pub fn plan(dir: &Path, new: &NewBook<'_>, today: Date) -> Result<Vec<NewFile>> {
    if exists(dir) && !crate::store::list(dir)?.is_empty() {
        return Err(Error::refused(tr("the demo goes into a new or empty folder", "示例账套须放入新的或空的文件夹"))
            .at(Place::file(dir.display().to_string()))
            .next(tr("name another one: kehu init --demo DIR", "请换一个：kehu init --demo 文件夹")));
    }
    let days = Date::parse(WRITTEN_FOR).map_or(0, |written| today.days_since(written));
    // papers are named after their day, and a card names its papers
    let moved = FILES.iter().map(|(name, text)| (shifted(name, days), resealed(shifted(text, days))));
    let (settings, cards): (Vec<_>, Vec<_>) = moved.partition(|(name, _)| name == SETTINGS_FILE);
    let settings: String = settings.into_iter().map(|(_, text)| text).collect();
    let mut files: Vec<NewFile> = cards.into_iter().map(|(name, text)| (name, text.into_bytes())).collect();
    files.extend(templates(dir, new.lang)?);
    let language = format!("language = \"{}\"", new.lang.tag());
    files.extend(furniture(settings.replacen("language = \"zh-CN\"", &language, 1)));
    // what is hidden there stays: a folder that git or an editor has been in is empty all the same
    files.retain(|(name, _)| !exists(&dir.join(name)));
    Ok(files)
}

/// A text with every date in it moved by so many days.
fn shifted(text: &str, days: i64) -> String {
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(c) = rest.chars().next() {
        let digits_before = out.ends_with(|c: char| c.is_ascii_digit() || c == '-');
        let day = rest.get(..10).filter(|_| !digits_before).and_then(Date::parse);
        let taken = match day {
            Some(day) => {
                out += &day.plus_days(days).to_string();
                10
            }
            None => {
                out.push(c);
                c.len_utf8()
            }
        };
        rest = rest.get(taken..).unwrap_or_default();
    }
    out
}

/// A card with the digests of its requests made anew: a day is part of what was asked for and approved.
fn resealed(text: String) -> String {
    let Ok(card) = from_text::<Card>(&text) else { return text };
    card.request.iter().fold(text, |text, request| match &request.digest {
        Some(old) => text.replace(old.as_str(), &digest(card.id.as_deref(), request)),
        None => text,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dates_move_and_nothing_else_does() {
        let text = "date = 2026-11-20 # 2026-11-20 德国\ncode = 'DE-2026-11-20'\nphone = '+49 2026-11-205'\n";
        let moved = shifted(text, 3);
        assert!(moved.starts_with("date = 2026-11-23 # 2026-11-23 德国\n"), "{moved}");
        assert_eq!(shifted(text, 0), text);
    }

    #[test]
    fn what_was_approved_stays_approved_on_another_day() {
        let requests: Vec<&str> =
            FILES.iter().map(|(_, text)| *text).filter(|text| text.contains("[[request]]")).collect();
        assert!(!requests.is_empty());
        for text in requests {
            assert_eq!(resealed(text.to_owned()), text, "the example's own digests fit");
            let moved = resealed(shifted(text, 463));
            let card: Card = from_text(&moved).unwrap();
            for request in &card.request {
                let now = digest(card.id.as_deref(), request);
                assert_eq!(request.digest.as_ref(), Some(&now));
                assert!(!text.contains(&now));
                let own = card.approval.iter().filter(|approval| approval.request == request.id);
                assert!(own.into_iter().all(|approval| approval.digest.as_ref() == Some(&now)));
            }
        }
    }

    #[test]
    fn every_file_of_the_example_is_in_the_demo() {
        fn walk(dir: &Path, base: &Path, out: &mut Vec<String>) {
            for (name, is_folder) in crate::store::list(dir).unwrap() {
                let path = dir.join(name);
                if is_folder {
                    walk(&path, base, out);
                } else {
                    out.push(path.strip_prefix(base).unwrap().to_string_lossy().replace('\\', "/"));
                }
            }
        }
        let base = Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/examples/外贸客户"));
        let mut files = Vec::new();
        walk(base, base, &mut files);
        files.retain(|name| {
            name.ends_with("card.toml")
                || name.ends_with(".txt")
                || matches!(name.as_str(), "kehu.toml" | "products.toml")
        });
        files.sort();
        let mut listed: Vec<String> = FILES.iter().map(|(name, _)| (*name).to_owned()).collect();
        listed.sort();
        assert_eq!(listed, files);
    }
}
