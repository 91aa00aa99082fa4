//! The template that is meant: by its name, with or without ending, a part of it or its sound; or by its path.

use std::path::{Path, PathBuf};

use crate::cli::{Answer, Context};
use crate::error::{Error, Place, Result};
use crate::formats::package::LARGEST;
use crate::formats::paper::Paper;
use crate::formats::template::{Kind, Names, Template};
use crate::lang::{lang, tr};
use crate::model::fold::fold;
use crate::query::Word;
use crate::store::{Book, TEMPLATE_FOLDERS, exists, read_at_most, template_folder};
use crate::tr;

/// A template's file.
#[derive(Clone, Debug)]
pub struct Found {
    /// Where it is.
    pub path: PathBuf,
    /// As it is told: within the book, or as it was given.
    pub shown: String,
    /// What kind of file it is.
    pub kind: Kind,
    /// Files of the same name and another kind, which might have been meant.
    pub others: Vec<String>,
}

impl Found {
    /// The name without folder and ending.
    pub fn stem(&self) -> String {
        self.path.file_stem().map(|stem| stem.to_string_lossy().into_owned()).unwrap_or_default()
    }

    /// The ending of the name.
    pub fn ending(&self) -> String {
        self.path.extension().map(|ending| ending.to_string_lossy().into_owned()).unwrap_or_default()
    }

    /// Reads it.
    ///
    /// # Errors
    /// Everything that is wrong with it.
    pub fn read(&self, names: &dyn Names) -> std::result::Result<Template, Vec<Error>> {
        let bytes = read_at_most(&self.path, LARGEST)
            .map_err(|error| vec![Error { place: Some(Place::file(&self.shown)), ..error }])?;
        Template::read(&bytes, &self.shown, self.kind, names)
    }
}

/// Every template of the book; files of other kinds are none.
pub fn all(book: &Book) -> Vec<Found> {
    let found = |shown: String| {
        Some(Found { kind: Kind::of(&shown)?, path: book.root.join(&shown), shown, others: Vec::new() })
    };
    book.templates().into_iter().filter_map(found).collect()
}

/// The one that is meant.
///
/// # Errors
/// None or several; a file that is no template.
pub fn find(wanted: &str, book: &Book) -> Result<Found> {
    let all = all(book);
    let best = best(wanted, &all);
    match best.as_slice() {
        [] => {}
        // one paper for Word and for Excel: the first by name, which is Word's, and the others are told
        [first, others @ ..] if others.iter().all(|other| fold(&other.stem()) == fold(&first.stem())) => {
            let others = others.iter().map(|other| name_of(&other.shown).to_owned()).collect();
            return Ok(Found { others, ..(*first).clone() });
        }
        several => {
            let names: Vec<&str> = several.iter().map(|found| name_of(&found.shown)).collect();
            return Err(Error::new(tr!("\"{wanted}\" fits several templates", "“{wanted}”对应多个模板")).next(tr!(
                "say which: {}",
                "请指明：{}",
                names.join(tr(", ", "、"))
            )));
        }
    }
    let inside = TEMPLATE_FOLDERS.iter().map(|folder| book.root.join(folder).join(wanted));
    let file =
        std::iter::once(PathBuf::from(wanted)).chain(inside).find(|path| exists(path) && path.extension().is_some());
    match file {
        Some(path) => by_path(&book.inside(&path).unwrap_or_else(|| wanted.to_owned()), path),
        None => Err(unknown(wanted, book, &all)),
    }
}

/// The one that is picked from all.
///
/// # Errors
/// There is none, or nobody to ask; the question was cancelled.
pub fn picked(book: &Book, context: &mut Context<'_>) -> Result<Found> {
    let all = all(book);
    let names: Vec<String> = all.iter().map(|found| name_of(&found.shown).to_owned()).collect();
    if all.is_empty() || !context.shell.can_ask() {
        let error = Error::new(tr("no template is named", "没有写模板"));
        return Err(match names.join(tr(", ", "、")) {
            none if none.is_empty() => put_some(error, book),
            names => error.next(tr!("name one of them: {names}", "请写其中之一：{names}")),
        });
    }
    let chosen = Answer::new(context.shell).select(tr("Which template?", "用哪个模板？"), "", &names)?;
    all.into_iter().nth(chosen).ok_or_else(|| Error::new(tr("no template is named", "没有写模板")))
}

fn put_some(error: Error, book: &Book) -> Error {
    let folder = folder_of(book);
    error.next(tr!("put your templates into the folder {folder}", "请把模板放到文件夹 {folder}"))
}

fn by_path(wanted: &str, path: PathBuf) -> Result<Found> {
    if let Some(kind) = Kind::of(wanted) {
        return Ok(Found { path, shown: wanted.to_owned(), kind, others: Vec::new() });
    }
    let ending =
        Path::new(wanted).extension().map(|ending| ending.to_string_lossy().to_lowercase()).unwrap_or_default();
    let place = Place::file(wanted);
    Err(if ["docm", "xlsm", "dotm", "xltm"].contains(&ending.as_str()) {
        Error::refused(tr("the template holds macros; a paper with macros is not made", "模板含有宏，不能用来制单"))
            .at(place)
            .next(tr("save it as .docx or .xlsx, which keep none", "请另存为不含宏的 .docx 或 .xlsx"))
    } else {
        Error::new(tr!(".{ending} is no kind of template", ".{ending} 不是可用的模板格式"))
            .at(place)
            .next(tr("save it as .docx, .xlsx, .md, .txt or .html", "请另存为 .docx、.xlsx、.md、.txt 或 .html"))
    })
}

fn name_of(shown: &str) -> &str {
    shown.rsplit('/').next().unwrap_or(shown)
}

/// Those that fit best: the whole name, the name without its ending, a part of it, its sound.
fn best<'f>(wanted: &str, all: &'f [Found]) -> Vec<&'f Found> {
    let key = fold(wanted.trim());
    let word = Word::new(wanted.trim());
    if key.is_empty() {
        return Vec::new();
    }
    let name = |found: &Found| fold(name_of(&found.shown));
    let ways: [&dyn Fn(&Found) -> bool; 5] = [
        &|found| fold(&found.shown) == key,
        &|found| name(found) == key,
        &|found| called(found).iter().any(|name| fold(name) == key),
        &|found| called(found).iter().any(|name| fold(name).contains(&key)),
        &|found| word.sounds_in(&found.stem()),
    ];
    // a part of the name with an ending: of the files with that ending
    let ending = Path::new(wanted.trim())
        .extension()
        .and_then(|ending| ending.to_str())
        .filter(|_| Kind::of(wanted.trim()).is_some());
    if let Some(ending) = ending {
        let stem = wanted.trim().strip_suffix(ending).and_then(|stem| stem.strip_suffix('.')).unwrap_or_default();
        let exact = all.iter().any(|found| fold(&found.shown) == key || name(found) == key);
        if !exact && !stem.is_empty() {
            let same = |found: &&Found| found.ending().eq_ignore_ascii_case(ending);
            return best(stem, all).into_iter().filter(same).collect();
        }
    }
    let fitting = |fits: &&dyn Fn(&Found) -> bool| all.iter().filter(|found| fits(found)).collect::<Vec<_>>();
    ways.iter().map(fitting).find(|found| !found.is_empty()).unwrap_or_default()
}

/// What a template is called: by the name of its file, and by the other name of a paper that kehu brings.
fn called(found: &Found) -> Vec<String> {
    let stem = found.stem();
    let other = Paper::other_name(&stem).map(str::to_owned);
    std::iter::once(stem).chain(other).collect()
}

/// The folder of templates that the book has, or would have.
pub fn folder_of(book: &Book) -> &'static str {
    template_folder(&book.root, lang())
}

fn unknown(wanted: &str, book: &Book, all: &[Found]) -> Error {
    let error = Error::new(tr!("there is no template \"{wanted}\"", "没有模板“{wanted}”"));
    if all.is_empty() {
        return put_some(error, book);
    }
    error.next(tr("see all of them: kehu doc --list", "查看全部模板：kehu doc --list"))
}
