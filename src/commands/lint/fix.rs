//! `--fix`: what can be mended without losing anything, is.

use std::collections::BTreeMap;

use crate::cli::Context;
use crate::error::Result;
use crate::formats::toml::Edit;
use crate::lint::{Finding, Fix};
use crate::store::{Book, companions, read_text, write_over};
use crate::views::diff;

/// Mends what is safe to mend and says how much that was.
///
/// # Errors
/// A file cannot be written; what was mended before stays mended.
pub fn fix(book: &Book, findings: &[Finding], dry_run: bool, context: &mut Context<'_>) -> Result<usize> {
    let _lock = context.lock(book, dry_run)?;
    let mut by_file: BTreeMap<&str, Vec<&Fix>> = BTreeMap::new();
    let mut mended = 0;
    for finding in findings {
        match &finding.fix {
            Some(Fix::Companion(name)) => mended += usize::from(companion(book, name, dry_run, context)?),
            Some(fix) => by_file.entry(&finding.file).or_default().push(fix),
            None => {}
        }
    }
    for (file, fixes) in by_file {
        let location = book.location_of(file)?;
        let card = book.read(&location)?;
        let mut text = card.text.clone();
        let mut done = 0;
        // splices from the end of the file, so that the places of the earlier ones still hold
        let mut splices: Vec<_> = fixes
            .iter()
            .filter_map(|fix| if let Fix::Splice(range, new) = fix { Some((range.clone(), new)) } else { None })
            .collect();
        splices.sort_by_key(|(range, _)| std::cmp::Reverse(range.start));
        splices.dedup_by(|later, earlier| later.0.end > earlier.0.start);
        for (range, new) in splices {
            if text.get(range.clone()).is_some() {
                text.replace_range(range, new);
                done += 1;
            }
        }
        for fix in fixes {
            let Fix::Edit(edits) = fix else { continue };
            // each by itself: an edit that no longer fits leaves the others their chance, and lint tells of it again
            if let Ok(edited) = apply(&text, edits) {
                text = edited;
                done += 1;
            }
        }
        if dry_run {
            context.shell.say(&diff(file, &card.text, &text))?;
        } else {
            book.replace(&card, &text)?;
        }
        mended += done;
    }
    Ok(mended)
}

fn apply(text: &str, edits: &[Edit]) -> std::result::Result<String, crate::formats::toml::Fault> {
    use crate::model::field::Record;
    crate::formats::toml::apply(text, crate::model::Card::TYPE, edits)
}

fn companion(book: &Book, name: &str, dry_run: bool, context: &mut Context<'_>) -> Result<bool> {
    let Some((_, want)) = companions().into_iter().find(|(known, _)| known == name) else { return Ok(false) };
    let path = book.root.join(name);
    let have = read_text(&path)?;
    if dry_run {
        context.shell.say(&diff(name, &have, &want))?;
    } else {
        write_over(&path, have.as_bytes(), want.as_bytes())?;
    }
    Ok(true)
}
