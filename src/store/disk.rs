//! Files and folders: read whole, written whole or not at all.

use std::ffi::OsString;
use std::fs::{self, File, Metadata};
use std::io::{self, Read, Write};
use std::path::{Path, PathBuf};
use std::thread::sleep;
use std::time::{Duration, Instant};

use super::card::decode;
use crate::error::{Error, Place, Result};
use crate::lang::tr;
use crate::model::tree::{TEMP_PREFIX, TEMP_SUFFIX};
use crate::tr;

/// Whether something is there, a dangling link included.
pub fn exists(path: &Path) -> bool {
    fs::symlink_metadata(path).is_ok()
}

/// A path from the root of the file system, `.` and `..` worked out: the folders above it are its true ancestors.
pub fn absolute(path: &Path) -> Option<PathBuf> {
    let mut whole = PathBuf::new();
    for part in std::path::absolute(path).ok()?.components() {
        match part {
            std::path::Component::ParentDir => {
                whole.pop();
            }
            std::path::Component::CurDir => {}
            part => whole.push(part),
        }
    }
    Some(whole)
}

/// The first part of a path below `root` that is a link, if any: kehu follows none, reading or writing.
pub fn link_on_the_way(root: &Path, path: &Path) -> Option<PathBuf> {
    let inside = path.strip_prefix(root).ok()?;
    let mut way = root.to_path_buf();
    inside.components().find_map(|part| {
        way.push(part);
        fs::symlink_metadata(&way).is_ok_and(|meta| meta.is_symlink()).then(|| way.clone())
    })
}

/// A text file, whole.
///
/// # Errors
/// It cannot be read, or is not UTF-8.
pub fn read_text(path: &Path) -> Result<String> {
    let bytes = fs::read(path).map_err(|error| Error::io(path, &error))?;
    decode(bytes, &path.display().to_string())
}

/// A file that somebody names, whole, unless it is larger than `most` bytes.
///
/// # Errors
/// It is too large, no file, or cannot be read.
pub fn read_at_most(path: &Path, most: u64) -> Result<Vec<u8>> {
    let io = |error| Error::io(path, &error);
    let meta = fs::metadata(path).map_err(io)?;
    let place = || Place::file(path.display().to_string());
    if meta.is_dir() {
        return Err(io(io::ErrorKind::IsADirectory.into()));
    }
    // a pipe or a device could keep one waiting for ever
    if !meta.is_file() {
        return Err(Error::new(tr("not a plain file", "不是普通文件"))
            .at(place())
            .next(tr("save it as a file first", "请先保存成文件")));
    }
    let too_large = |size: u64| {
        let (size, most) = (size.div_ceil(1024 * 1024), most / 1024 / 1024);
        Error::new(tr!("the file is too large ({size} MiB; {most} at most)", "文件过大（{size} MiB，上限 {most} MiB）"))
            .at(place())
            .next(tr("split it into parts", "请拆成几个文件"))
    };
    if meta.len() > most {
        return Err(too_large(meta.len()));
    }
    let mut bytes = Vec::new();
    // it may grow while it is read
    File::open(path).map_err(io)?.take(most + 1).read_to_end(&mut bytes).map_err(io)?;
    if bytes.len() as u64 > most { Err(too_large(most + 1)) } else { Ok(bytes) }
}

/// The names in a folder, sorted, hidden ones left out; whether each is a folder.
///
/// # Errors
/// The folder cannot be read.
pub fn list(folder: &Path) -> Result<Vec<(String, bool)>> {
    let mut names: Vec<_> = entries(folder)
        .map_err(|error| Error::io(folder, &error))?
        .into_iter()
        .map(|(name, is_folder)| (name.to_string_lossy().into_owned(), is_folder))
        .filter(|(name, _)| !name.starts_with('.'))
        .collect();
    names.sort();
    Ok(names)
}

/// What was found out of a file before it is read.
pub(super) struct Probe {
    /// What the system says of it; of a link itself, not of what it leads to.
    pub meta: Metadata,
    /// It was opened already.
    pub file: Option<File>,
}

/// Looks at a file without opening it.
pub(super) fn looked_at(path: &Path) -> io::Result<Probe> {
    fs::symlink_metadata(path).map(|meta| Probe { meta, file: None })
}

/// Opens a plain file through no link: one walk down the folders instead of two, which is what reading many takes. Whatever
/// else is there is looked at and left closed.
pub(super) fn opened(path: &Path) -> io::Result<Probe> {
    #[cfg(unix)]
    {
        use std::os::unix::fs::OpenOptionsExt;
        // a pipe would keep one waiting for whoever writes into it
        let flags = rustix::fs::OFlags::NOFOLLOW | rustix::fs::OFlags::NONBLOCK;
        let flags = i32::try_from(flags.bits()).unwrap_or(0);
        match File::options().read(true).custom_flags(flags).open(path) {
            Ok(file) => {
                let meta = file.metadata()?;
                if meta.is_file() {
                    return Ok(Probe { meta, file: Some(file) });
                }
            }
            Err(error) if error.kind() == io::ErrorKind::NotFound => return Err(error),
            // a link, or nothing that we may read: whoever reads it will be told so
            Err(_) => {}
        }
    }
    looked_at(path)
}

/// The names in a folder and whether each is a folder (a link is none).
pub(super) fn entries(folder: &Path) -> io::Result<Vec<(OsString, bool)>> {
    fs::read_dir(folder)?
        .map(|entry| {
            let entry = entry?;
            Ok((entry.file_name(), entry.file_type()?.is_dir()))
        })
        .collect()
}

/// The folders in a folder, sorted, hidden ones and links left out.
pub(super) fn folders(folder: &Path) -> io::Result<Vec<PathBuf>> {
    let mut folders: Vec<PathBuf> = entries(folder)?
        .into_iter()
        .filter(|(name, is_folder)| *is_folder && !name.to_string_lossy().starts_with('.'))
        .map(|(name, _)| folder.join(name))
        .collect();
    folders.sort();
    Ok(folders)
}

/// The names of the folders in a folder, sorted; hidden ones, links and what is no text left out.
pub(super) fn folders_named(folder: &Path) -> io::Result<Vec<String>> {
    let folders = entries(folder)?.into_iter().filter(|(_, is_folder)| *is_folder);
    let mut names: Vec<String> =
        folders.filter_map(|(name, _)| name.into_string().ok()).filter(|name| !name.starts_with('.')).collect();
    names.sort_unstable();
    Ok(names)
}

/// Makes a file that is not there yet, its folders too; complete or not at all.
///
/// # Errors
/// It exists, or cannot be written.
pub fn write_new(path: &Path, bytes: &[u8]) -> Result<()> {
    let folder = path.parent().unwrap_or(Path::new("."));
    fs::create_dir_all(folder).map_err(|error| Error::io(folder, &error))?;
    let ready = ready_new(&real(path), bytes).map_err(|error| at(path, error))?;
    let folder = ready.folder.clone();
    ready.place().map_err(|error| at(path, error))?;
    sync_folder(&folder);
    Ok(())
}

/// Puts new contents in the place of a file's old ones: readers see either, never a mixture.
///
/// # Errors
/// The file is a link, is not what it was when it was read (`old`), or cannot be written; the old contents stay.
pub fn write_over(path: &Path, old: &[u8], new: &[u8]) -> Result<()> {
    let ready = ready_over(&real(path), new).map_err(|error| at(path, error))?;
    let folder = ready.folder.clone();
    if fs::read(path).map_err(|error| Error::io(path, &error))? != old {
        return Err(changed(path));
    }
    ready.place().map_err(|error| at(path, error))?;
    sync_folder(&folder);
    Ok(())
}

/// An error of a file under the name that the caller gave it.
fn at(path: &Path, error: Error) -> Error {
    Error { place: Some(Place::file(path.display().to_string())), ..error }
}

/// New contents that lie safely on the disk beside the place they are meant for.
pub(super) struct Ready {
    temp: tempfile::NamedTempFile,
    /// The folder it is in.
    pub folder: PathBuf,
    target: PathBuf,
    new: bool,
}

impl Ready {
    /// What lies in a temp file beside the place it is meant for.
    pub fn of(temp: tempfile::NamedTempFile, folder: PathBuf, target: PathBuf, new: bool) -> Self {
        Self { temp, folder, target, new }
    }

    /// Puts them there. That lasts through a power cut once [`sync_folder`] was called.
    ///
    /// # Errors
    /// A new file is there already, or cannot be renamed.
    pub fn place(self) -> Result<()> {
        let (target, new) = (&self.target, self.new);
        patiently(self.temp, |temp| if new { temp.persist_noclobber(target) } else { temp.persist(target) })
            .map_err(|error| Error::io(&self.target, &error))
    }
}

/// Contents for a file that is not there yet, by its real path; its folder is there.
///
/// # Errors
/// They cannot be written.
pub(super) fn ready_new(path: &Path, bytes: &[u8]) -> Result<Ready> {
    let folder = path.parent().unwrap_or(Path::new(".")).to_path_buf();
    let temp = filled(&folder, bytes, None).map_err(|error| Error::io(path, &error))?;
    Ok(Ready { temp, folder, target: path.to_path_buf(), new: true })
}

/// Contents for a file that is there, by its real path.
///
/// # Errors
/// The file is a link, or they cannot be written.
pub(super) fn ready_over(path: &Path, new: &[u8]) -> Result<Ready> {
    let meta = fs::symlink_metadata(path).map_err(|error| Error::io(path, &error))?;
    if !meta.is_file() {
        return Err(Error::new(tr(
            "not a plain file; kehu writes neither through links nor into folders",
            "不是普通文件；kehu 不会通过链接写入",
        ))
        .at(Place::file(path.display().to_string()))
        .next(tr("put the file itself in its place", "请把文件本身放到该位置")));
    }
    let folder = path.parent().unwrap_or(Path::new(".")).to_path_buf();
    sweep(&folder);
    let temp = filled(&folder, new, Some(meta.permissions())).map_err(|error| Error::io(path, &error))?;
    Ok(Ready { temp, folder, target: path.to_path_buf(), new: false })
}

/// A file that is not what it was when it was read.
pub(super) fn changed(path: &Path) -> Error {
    Error::new(tr("the file was changed by somebody else just now", "文件刚刚被其他人或程序修改"))
        .at(Place::file(path.display().to_string()))
        .next(tr("nothing was written into it; run the command again", "未改动该文件，请重新运行命令"))
}

/// A file by the full name of its folder: Windows takes names of more than 260 characters only so.
fn real(path: &Path) -> PathBuf {
    let folder = path.parent().and_then(|folder| fs::canonicalize(folder).ok());
    match (folder, path.file_name()) {
        (Some(folder), Some(name)) => folder.join(name),
        _ => path.to_path_buf(),
    }
}

/// How long a program that has the file open is waited for. Windows refuses the rename meanwhile; elsewhere nobody waits,
/// because who may make the temp file may rename it.
const PATIENCE: Duration = Duration::from_secs(2);

fn patiently(
    mut temp: tempfile::NamedTempFile,
    rename: impl Fn(tempfile::NamedTempFile) -> std::result::Result<File, tempfile::PersistError>,
) -> io::Result<()> {
    let start = Instant::now();
    loop {
        match rename(temp) {
            Ok(_) => return Ok(()),
            Err(error) if error.error.kind() == io::ErrorKind::PermissionDenied && start.elapsed() < PATIENCE => {
                temp = error.file;
                sleep(Duration::from_millis(20));
            }
            Err(error) => return Err(error.error),
        }
    }
}

/// An empty temp file, which a crash may leave behind.
pub(super) fn new_temp(folder: &Path) -> io::Result<tempfile::NamedTempFile> {
    let mut builder = tempfile::Builder::new();
    builder.prefix(TEMP_PREFIX).suffix(TEMP_SUFFIX);
    // a new file gets the rights that any other program's new file would get, not the private ones of a temp file
    #[cfg(unix)]
    let plain = {
        use std::os::unix::fs::PermissionsExt;
        fs::Permissions::from_mode(0o666)
    };
    #[cfg(unix)]
    builder.permissions(plain);
    builder.tempfile_in(folder)
}

fn filled(folder: &Path, bytes: &[u8], permissions: Option<fs::Permissions>) -> io::Result<tempfile::NamedTempFile> {
    let mut temp = new_temp(folder)?;
    temp.write_all(bytes)?;
    if let Some(permissions) = permissions {
        temp.as_file().set_permissions(permissions)?;
    }
    temp.as_file().sync_all()?;
    Ok(temp)
}

/// Deletes what a crash left behind: our own temp files, recognised by their name, older than an hour.
fn sweep(folder: &Path) {
    let Ok(entries) = fs::read_dir(folder) else { return };
    for entry in entries.flatten() {
        let name = entry.file_name();
        let name = name.to_string_lossy();
        let ours = name.starts_with(TEMP_PREFIX) && name.ends_with(TEMP_SUFFIX);
        let old = || {
            entry
                .metadata()
                .and_then(|meta| meta.modified())
                .ok()
                .and_then(|at| at.elapsed().ok())
                .is_some_and(|age| age.as_secs() > 3600)
        };
        if ours && old() {
            // another process may sweep at the same time; what is gone is gone
            let _ = fs::remove_file(entry.path());
        }
    }
}

/// Makes a rename last through a power cut. Not every system lets one open a folder; there it is the system's business.
pub(super) fn sync_folder(folder: &Path) {
    if let Ok(handle) = File::open(folder) {
        let _ = handle.sync_all();
    }
}
