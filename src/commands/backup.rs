//! `backup`: a dated copy of the book, read back and compared.

use std::path::{Path, PathBuf};

use crate::cli::Context;
use crate::error::{Error, Exit, Place, Result};
use crate::lang::{Lang, counted, lang, tr};
use crate::store::{
    Book, Copied, Differences, Inventory, MANIFEST_FILE, backup_folder, compare, copies, exists, finish_copy,
    read_manifest,
};
use crate::tr;
use crate::views::{Style, Text, amount};

/// What may be said to `backup`.
#[derive(clap::Args)]
pub struct Args {
    #[arg(value_name = tr("DIR", "目录"), help = tr("Where the copy goes, outside of the book; that of [backup] in kehu.toml unless given", "备份到哪个目录（须在账套之外）；默认 kehu.toml 中 [backup] 的 dir"))]
    dir: Option<PathBuf>,
    #[arg(long, value_name = tr("COPY", "备份"), conflicts_with = "dir", help = tr("Make none; compare a copy with what was written of it", "不备份，只把已有备份与其清单核对"))]
    check: Option<PathBuf>,
}

/// More troubles than this are only counted: a disk that is full refuses every file.
const TOLD: usize = 5;

impl Args {
    /// Makes a copy, or checks one.
    ///
    /// # Errors
    /// No folder for it, one in the book, or a file that cannot be copied.
    pub fn run(self, context: &mut Context<'_>) -> Result<Exit> {
        if let Some(copy) = &self.check {
            return check(copy, context);
        }
        let book = context.take_book()?;
        let dir = self.folder(&book)?;
        let dir = backup_folder(&book, &dir)?;
        // whoever writes waits: a customer that is moved meanwhile would be in neither place
        let _lock = context.lock(&book, false)?;
        tell_unfinished(&dir, &book, context);
        let inventory = book.inventory()?;
        let copy = book.begin_copy(&dir, context.today, &inventory)?;
        let files = copy_all(&book, &inventory, &copy, context)?;
        finish_copy(&copy, &book.called(), context.today, &files)?;
        for path in &inventory.left_out {
            let what = tr!("{path}: not copied, it is a link or no plain file", "{path}：未备份，它是链接或特殊文件");
            context.shell.warn(&Text::new().and(Style::Warn, what));
        }
        let bytes: u64 = files.iter().map(|file| file.bytes).sum();
        let (count, bytes) = (in_words(files.len()), amount(bytes.into()));
        let path = copy.display();
        context.done(tr!(
            "{path}: {count}, {bytes} bytes, each read back and compared",
            "{path}：{count}，{bytes} 字节，已逐个读回核对"
        ));
        if book.settings.backup.dir.is_none() {
            let hint = tr!(
                "to be reminded every {} days, write into kehu.toml: [backup] dir = \"…\"",
                "要每 {} 天提醒一次，请在 kehu.toml 中写：[backup] dir = \"…\"",
                book.policy.backup_days
            );
            context.shell.remark(&Text::new().and(Style::Faint, hint));
        }
        Ok(Exit::Done)
    }

    /// The folder that was given, else that of kehu.toml, which counts from the book.
    fn folder(&self, book: &Book) -> Result<PathBuf> {
        let said = book.settings.backup.dir.as_deref().map(str::trim).filter(|dir| !dir.is_empty());
        let given = self.dir.clone().or_else(|| said.map(|dir| book.root.join(dir)));
        given.ok_or_else(|| {
            Error::new(tr("it is not said where the copy goes", "没有指定备份目录")).next(tr(
                "give a folder: kehu backup DIR, or write [backup] dir = \"…\" into kehu.toml",
                "请给出目录：kehu backup 目录，或在 kehu.toml 中写 [backup] dir = \"…\"",
            ))
        })
    }
}

/// Tells of copies that were never finished. They are not deleted: no command of ours deletes.
fn tell_unfinished(dir: &Path, book: &Book, context: &mut Context<'_>) {
    for (_, path, finished) in copies(dir, &book.called()) {
        if !finished {
            let path = path.display();
            let what = tr!(
                "{path}: a copy that was never finished, it does not count; delete it if you like",
                "{path}：未完成的备份，不算数；不需要时可自行删除"
            );
            context.shell.warn(&Text::new().and(Style::Warn, what));
        }
    }
}

fn copy_all(book: &Book, inventory: &Inventory, copy: &Path, context: &mut Context<'_>) -> Result<Vec<Copied>> {
    let progress = context.shell.progress();
    progress.begin(inventory.files.len());
    let (mut files, mut errors) = (Vec::new(), Vec::new());
    for file in &inventory.files {
        match book.copy_file(file, copy) {
            Ok(file) => files.push(file),
            Err(error) => errors.push(error),
        }
        progress.step(1);
    }
    drop(progress);
    if errors.is_empty() {
        return Ok(files);
    }
    let count = errors.len();
    errors.truncate(TOLD);
    context.tell(&errors);
    Err(Error::new(tr!(
        "the copy is not complete and does not count; files that could not be copied: {count}",
        "备份不完整，不算数；未能备份的文件 {count} 个"
    ))
    .at(Place::file(copy.display().to_string()))
    .next(tr("mend that, then run the command again", "请排除上述问题后重试")))
}

/// Compares a copy with its manifest.
fn check(copy: &Path, context: &mut Context<'_>) -> Result<Exit> {
    let shown = copy.display();
    if !exists(copy) {
        return Err(Error::io(copy, &std::io::ErrorKind::NotFound.into()));
    }
    if !exists(&copy.join(MANIFEST_FILE)) {
        return Err(Error::refused(tr!(
            "this is no finished copy: it holds no {MANIFEST_FILE}",
            "这不是完整的备份：没有 {MANIFEST_FILE}"
        ))
        .at(Place::file(shown.to_string()))
        .next(tr(
            "give the folder of one copy, or make another: kehu backup",
            "请给出某个备份的文件夹，或重新备份：kehu backup",
        )));
    }
    let files = read_manifest(copy)?;
    let progress = context.shell.progress();
    progress.begin(files.len());
    let differences = compare(copy, &files, &mut || progress.step(1))?;
    drop(progress);
    if differences.is_empty() {
        let count = in_words(files.len());
        context.done(tr!("{shown}: {count}, all as they were copied", "{shown}：{count}，与备份时一致"));
        return Ok(Exit::Done);
    }
    tell(&differences, context)?;
    Err(Error::refused(tr("the copy is not what it was", "备份已与当初不一致"))
        .at(Place::file(shown.to_string()))
        .next(tr("do not rely on it; make another: kehu backup", "请勿依赖此备份；请重新备份：kehu backup")))
}

fn tell(differences: &Differences, context: &mut Context<'_>) -> Result<()> {
    let kinds = [
        (tr("missing", "缺少"), &differences.missing),
        (tr("changed", "已变"), &differences.changed),
        (tr("added", "多出"), &differences.added),
    ];
    for (what, paths) in kinds {
        for path in paths {
            context.shell.line(format!("{what}  {path}"))?;
        }
    }
    Ok(())
}

/// So many files.
fn in_words(files: usize) -> String {
    match lang() {
        Lang::En => counted(files, "file", "files"),
        Lang::Zh => format!("{files} 个文件"),
    }
}
