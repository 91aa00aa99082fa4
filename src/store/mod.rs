//! The book on disk: the only code that touches it. Found by walking up from where one stands, walked by its layout,
//! read in parallel, written atomically.

#![allow(
    clippy::disallowed_methods,
    reason = "this is the one place for files; .clippy.toml bars them everywhere else"
)]

mod backup;
mod batch;
mod card;
mod create;
mod disk;
mod interrupt;
mod lock;
mod output;
mod papers;
mod policy;
mod products;
mod relocate;
mod scan;
mod settings;
mod templates;
mod walk;

pub use crate::model::tree::{CARD_FILE, LARGEST, Location, SCHEMA_FILE, TEMP_PREFIX, TEMP_SUFFIX};
pub use backup::{
    Copied, Differences, Inventory, MANIFEST_FILE, backup_folder, compare, copies, finish_copy, read_manifest,
};
pub use batch::Write;
pub use card::{CardFile, decode};
pub use create::{NewBook, NewFile, companions, default_stages, furniture, templates, write_all};
pub use disk::{absolute, exists, link_on_the_way, list, read_at_most, read_text, write_new, write_over};
pub use lock::Lock;
pub use output::{Output, OutputFolder};
pub use policy::POLICY_FILE;
pub use products::PRODUCTS_FILE;
pub use scan::{Customer, Scan};
pub use templates::{
    TEMPLATE_FOLDERS, free_name, is_folder, must_be_free, must_have_folder, template_folder, write_beside,
};

use std::path::{Path, PathBuf};

use crate::error::{Error, Place, Result};
use crate::formats::toml::{Document, Fault, unknown_keys};
use crate::lang::{Lang, tr};
use crate::model::choice::StageKind;
use crate::model::field::{Record, RecordType};
use crate::model::policy::Written;
use crate::model::{Policy, Settings};
use crate::tr;

/// The file that makes a folder a book.
pub const SETTINGS_FILE: &str = "kehu.toml";
/// What can be made anew at any time: the lock, later an index.
pub const CACHE_FOLDER: &str = ".kehu";

/// A folder of customers.
#[derive(Debug)]
pub struct Book {
    /// The folder that holds kehu.toml.
    pub root: PathBuf,
    /// kehu.toml.
    pub settings: Settings,
    /// The credit policy: the document's own, and what policy.toml says otherwise.
    pub policy: Policy,
    /// What stands in policy.toml, where there is one: whether it is approved is for the rules to say.
    pub policy_file: Option<Written>,
    /// The stage folders and what they hold.
    pub stages: Vec<(String, StageKind)>,
}

impl Book {
    /// A file of the book, by its path below kehu.toml, unless it is larger than `most` bytes; `None` where the path leads
    /// out of the book, itself or through a link.
    pub fn file(&self, name: &str, most: u64) -> Option<Result<Vec<u8>>> {
        let path = self.root.join(name);
        (papers::stays_below(name) && link_on_the_way(&self.root, &path).is_none()).then(|| read_at_most(&path, most))
    }

    /// The folder of the book that `from` lies in, if it lies in one.
    pub fn locate(from: &Path) -> Option<PathBuf> {
        let from = absolute(from)?;
        from.ancestors().find(|folder| folder.join(SETTINGS_FILE).is_file()).map(Path::to_path_buf)
    }

    /// Opens the book that `from` lies in.
    ///
    /// # Errors
    /// There is none, or its kehu.toml or policy.toml is wrong.
    pub fn open(from: &Path) -> Result<Self> {
        let (book, faults) = Self::open_unjudged(from)?;
        faults.into_iter().next().map_or(Ok(book), Err)
    }

    /// Opens the book whatever its policy.toml is like: for those that judge it. Returns what is wrong with that, too; a
    /// figure that cannot be read is the document's own then.
    ///
    /// # Errors
    /// There is none, or its kehu.toml cannot be read.
    pub fn open_unjudged(from: &Path) -> Result<(Self, Vec<Error>)> {
        let here = absolute(from).unwrap_or_else(|| from.to_path_buf());
        if !exists(&here) {
            return Err(Error::io(&here, &std::io::ErrorKind::NotFound.into())
                .next(tr("give the folder of a book: -C DIR", "请给出账套文件夹：-C 文件夹")));
        }
        let root = Self::locate(&here).ok_or_else(|| {
            let here = here.display();
            Error::new(tr!(
                "no book here: {here} and the folders above hold no {SETTINGS_FILE}",
                "找不到账套：{here} 及其上级文件夹都没有 {SETTINGS_FILE}"
            ))
            .next(tr(
                "make one with `kehu init DIR`, or name one with -C DIR",
                "用 kehu init 文件夹 新建，或用 -C 文件夹 指定",
            ))
        })?;
        let settings = read_settings(&root)?;
        let stages = stages(&settings)?;
        let mut book = Self { root, settings, policy: Policy::default(), policy_file: None, stages };
        match policy::read_policy(&book.root) {
            Ok(None) => Ok((book, Vec::new())),
            Ok(Some(reading)) => {
                (book.policy, book.policy_file) = (reading.policy, Some(reading.written));
                Ok((book, reading.faults))
            }
            Err(error) => Ok((book, vec![error])),
        }
    }

    /// A path as people see it: relative to the book, with `/` on every system.
    pub fn relative(&self, path: &Path) -> String {
        let inside = path.strip_prefix(&self.root).unwrap_or(path);
        let parts: Vec<_> = inside.components().map(|part| part.as_os_str().to_string_lossy()).collect();
        parts.join("/")
    }

    /// Something in the book, relative to it and spelled as on the disk: case, short names, trailing dots and the drive's
    /// letter are the system's to judge. A link is told by its own name, not by what it leads to.
    pub fn inside(&self, path: &Path) -> Option<String> {
        let linked = |folder: &Path| folder.symlink_metadata().is_ok_and(|meta| meta.is_symlink());
        if path.ancestors().take_while(|folder| *folder != self.root).any(linked) {
            return (path.starts_with(&self.root) && exists(path)).then(|| self.relative(path));
        }
        let (real, root) = (std::fs::canonicalize(path).ok()?, std::fs::canonicalize(&self.root).ok()?);
        Some(self.relative(&self.root.join(real.strip_prefix(root).ok()?)))
    }

    /// The currency in which totals are told; CNY unless kehu.toml says otherwise.
    pub fn currency(&self) -> &str {
        self.settings.currency.as_deref().unwrap_or("CNY")
    }

    /// The first stage folder of a kind.
    pub fn stage_folder(&self, kind: StageKind) -> Option<&str> {
        self.stages.iter().find(|(_, stage)| *stage == kind).map(|(folder, _)| folder.as_str())
    }
}

/// The language that the book at `from` asks for, without failing: errors must be told in some language too.
pub fn language_of(from: &Path) -> Option<String> {
    let text = std::fs::read_to_string(Book::locate(from)?.join(SETTINGS_FILE)).ok()?;
    let document = Document::parse(&text).ok()?;
    document.root.get("language").and_then(|value| value.get_ref().as_str()).map(str::to_owned)
}

fn read_settings(root: &Path) -> Result<Settings> {
    let path = root.join(SETTINGS_FILE);
    let text = read_text(&path).map_err(|error| {
        let line = error.place.as_ref().map_or(0, |place| place.line);
        error.at(Place { line, ..Place::file(SETTINGS_FILE) })
    })?;
    let document = document(SETTINGS_FILE, &text, Settings::TYPE).map_err(first)?;
    let settings = document.read().map_err(|fault| misread(fault, SETTINGS_FILE, &text))?;
    settings::check_money(&document, &settings)?;
    Ok(settings)
}

/// A file of the book's own, parsed: every key of it is known. Where it is not, all that is wrong.
fn document<'t>(
    name: &str,
    text: &'t str,
    schema: &'static RecordType,
) -> std::result::Result<Document<'t>, Vec<Error>> {
    let document = Document::parse(text)
        .map_err(|faults| faults.into_iter().map(|fault| misread(fault, name, text)).collect::<Vec<_>>())?;
    let errors: Vec<Error> = unknown_keys(&document, schema)
        .into_iter()
        .map(|unknown| {
            let error = Error::new(tr!("unknown key `{}`", "未知字段 {}", unknown.key)).at(Place::in_text(
                name,
                text,
                unknown.span.start,
            ));
            match unknown.nearest {
                Some(nearest) => error.next(tr!("did you mean `{nearest}`?", "是否想写 {nearest}？")),
                None => error.next(tr("delete the line, or put # before it", "请删除该行，或在行首加 #")),
            }
        })
        .collect();
    if errors.is_empty() { Ok(document) } else { Err(errors) }
}

/// The first of what is wrong.
fn first(errors: Vec<Error>) -> Error {
    errors.into_iter().next().unwrap_or_else(|| Error::new(""))
}

fn misread(fault: Fault, name: &str, text: &str) -> Error {
    fault
        .in_file(name, text)
        .next(tr!("correct this place in {name} and run the command again", "请改正 {name} 中的这一处后重试"))
}

fn stages(settings: &Settings) -> Result<Vec<(String, StageKind)>> {
    if settings.stage.is_empty() {
        // an old tree may have a kehu.toml that names none: the folders of the document then
        return Ok(default_stages(Lang::Zh));
    }
    settings
        .stage
        .iter()
        .map(|stage| match (&stage.folder, stage.kind) {
            (Some(folder), Some(kind)) if plain_folder(folder) => Ok((folder.clone(), kind)),
            _ => Err(Error::new(tr(
                "a [[stage]] needs `folder` (one folder name) and `kind` (prospect or customer)",
                "[[stage]] 须有 folder（单个文件夹名）和 kind（prospect 或 customer）",
            ))
            .at(Place::file(SETTINGS_FILE))
            .next(tr(
                "as folder = \"Leads\" and kind = \"prospect\" below [[stage]]",
                "如在 [[stage]] 下写 folder = \"意向客户\" 和 kind = \"prospect\"",
            ))),
        })
        .collect()
}

fn plain_folder(folder: &str) -> bool {
    let path = Path::new(folder);
    path.components().count() == 1 && matches!(path.components().next(), Some(std::path::Component::Normal(_)))
}
