//! The zip files that Word and Excel write: read part by part under caps, whatever their headers claim; written again with
//! the parts in their order.

use std::collections::HashSet;
use std::io::{BufRead, BufReader, Cursor, Read, Write};

use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, DateTime, ZipArchive, ZipWriter};

use crate::error::{Error, Place, Result};
use crate::lang::tr;

/// The largest file that is opened, in bytes.
pub const LARGEST: u64 = 64 * 1024 * 1024;
/// The largest sum of what the parts unpack to, in bytes.
const UNPACKED: u64 = 512 * 1024 * 1024;
/// The most parts.
const PARTS: usize = 4096;
/// How files with a password begin, and those from before 2007.
const OLD: &[u8] = &[0xd0, 0xcf, 0x11, 0xe0];

/// Whether bytes begin as a file of Word or Excel does, of the new kind or the old.
pub fn is_package(bytes: &[u8]) -> bool {
    bytes.starts_with(b"PK\x03\x04") || bytes.starts_with(OLD)
}

/// A part: its name, and what it holds.
#[derive(Clone, Debug)]
pub struct Part {
    /// As `word/document.xml`.
    pub name: String,
    /// Its bytes.
    pub bytes: Vec<u8>,
}

/// A Word or Excel file, unpacked.
#[derive(Clone, Debug)]
pub struct Package {
    /// Its parts, in their order.
    pub parts: Vec<Part>,
}

/// Looks through a file without keeping any of it: that it is a zip file, and that it stays below the caps when it is unpacked.
///
/// # Errors
/// It is no zip file, is encrypted, is damaged, or unpacks to more than is reasonable.
pub fn weigh(bytes: &[u8], file: &str) -> Result<()> {
    walk(bytes, file, UNPACKED, |_, part| std::io::copy(part, &mut std::io::sink()).map(drop))
}

/// Gives one part to `read`, unpacked as it is read; `None` where there is none. Case does not matter, as Excel has it.
/// For files that were weighed.
pub fn read_part<T>(bytes: &[u8], name: &str, read: impl FnOnce(&mut dyn BufRead) -> T) -> Option<T> {
    let mut archive = ZipArchive::new(Cursor::new(bytes)).ok()?;
    let found = archive.file_names().flatten().find(|own| own.eq_ignore_ascii_case(name))?.into_owned();
    let part = archive.by_name(&found).ok()?;
    Some(read(&mut BufReader::new(part)))
}

impl Package {
    /// Unpacks a file of at most `cap` bytes unpacked.
    ///
    /// # Errors
    /// As [`weigh`].
    pub fn open(bytes: &[u8], file: &str, cap: u64) -> Result<Self> {
        let mut parts = Vec::new();
        walk(bytes, file, cap, |name, part| {
            let mut bytes = Vec::new();
            part.read_to_end(&mut bytes)?;
            parts.push(Part { name: name.to_owned(), bytes });
            Ok(())
        })?;
        Ok(Self { parts })
    }

    /// What a part holds.
    pub fn part(&self, name: &str) -> Option<&[u8]> {
        self.parts.iter().find(|part| part.name == name).map(|part| part.bytes.as_slice())
    }

    /// Packs it again: the same parts give the same bytes.
    ///
    /// # Errors
    /// The parts cannot be packed.
    pub fn pack(&self) -> Result<Vec<u8>> {
        let wrong = |error: zip::result::ZipError| Error::new(error.to_string());
        let options = SimpleFileOptions::default()
            .compression_method(CompressionMethod::Deflated)
            .last_modified_time(DateTime::default());
        let mut writer = ZipWriter::new(Cursor::new(Vec::new()));
        for part in &self.parts {
            writer.start_file(part.name.as_str(), options).map_err(wrong)?;
            writer.write_all(&part.bytes).map_err(|error| Error::new(error.to_string()))?;
        }
        Ok(writer.finish().map_err(wrong)?.into_inner())
    }
}

/// Gives each part to `take`, which reads no more than the cap leaves: headers may lie about sizes.
fn walk(
    bytes: &[u8],
    file: &str,
    cap: u64,
    mut take: impl FnMut(&str, &mut dyn Read) -> std::io::Result<()>,
) -> Result<()> {
    let damaged = || {
        Error::new(tr("the file is damaged, or no Word or Excel file", "文件已损坏，或不是 Word/Excel 文件"))
            .at(Place::file(file))
            .next(tr("open it in Word or Excel and save it again", "请用 Word 或 Excel 打开后另存一份"))
    };
    let large = || {
        Error::new(tr("the file unpacks to more than is reasonable", "文件解压后过大"))
            .at(Place::file(file))
            .next(tr("save it again without what it does not need", "请删去无用内容后另存一份"))
    };
    // what Word and Excel make of a password, and files from before 2007
    if bytes.starts_with(OLD) {
        return Err(Error::new(tr(
            "the file has a password, or is of the old kind (.doc, .xls)",
            "文件有密码，或是旧格式（.doc、.xls）",
        ))
        .at(Place::file(file))
        .next(tr("save it without password as .docx or .xlsx", "请去掉密码，另存为 .docx 或 .xlsx")));
    }
    let mut archive = ZipArchive::new(Cursor::new(bytes)).map_err(|_| damaged())?;
    if archive.len() > PARTS {
        return Err(large());
    }
    let mut left = cap;
    let mut names = HashSet::new();
    // of two parts of one name each program reads another
    if archive.has_duplicate_names() || !archive.file_names().flatten().all(|name| names.insert(name.to_lowercase())) {
        return Err(Error::new(tr("two parts of the file have the same name", "文件内部有两个同名的部分"))
            .at(Place::file(file))
            .next(tr("open it in Word or Excel and save it again", "请用 Word 或 Excel 打开后另存一份")));
    }
    for at in 0..archive.len() {
        let mut part = archive.by_index(at).map_err(|_| damaged())?;
        if part.is_dir() {
            continue;
        }
        let name = part.name().map_err(|_| damaged())?.into_owned();
        let mut counted = Counted { inner: &mut part, left: &mut left };
        let taken = take(&name, &mut counted);
        if left == 0 {
            return Err(large());
        }
        taken.map_err(|_| damaged())?;
    }
    Ok(())
}

/// Reads until what is left is used up, then fails.
struct Counted<'a, R> {
    inner: &'a mut R,
    left: &'a mut u64,
}

impl<R: Read> Read for Counted<'_, R> {
    fn read(&mut self, buffer: &mut [u8]) -> std::io::Result<usize> {
        let count = self.inner.read(buffer)?;
        *self.left = self.left.saturating_sub(count as u64);
        if *self.left == 0 && count > 0 { Err(std::io::ErrorKind::FileTooLarge.into()) } else { Ok(count) }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn packed(parts: &[(&str, &[u8])]) -> Vec<u8> {
        let part = |(name, bytes): &(&str, &[u8])| Part { name: (*name).to_owned(), bytes: bytes.to_vec() };
        Package { parts: parts.iter().map(part).collect() }.pack().unwrap()
    }

    #[test]
    fn what_is_packed_is_unpacked() {
        let bytes = packed(&[("word/document.xml", "<文/>".as_bytes()), ("a", b"")]);
        let package = Package::open(&bytes, "a.docx", 1000).unwrap();
        assert_eq!(package.part("word/document.xml"), Some("<文/>".as_bytes()));
        assert_eq!(package.pack().unwrap(), bytes, "the same parts, the same bytes");
    }

    #[test]
    fn what_is_no_package_is_refused() {
        let zeros = vec![0; 10_000];
        let bomb = packed(&[("a", &zeros), ("b", &zeros)]);
        assert!(Package::open(&bomb, "a.docx", 20_001).is_ok());
        let mut lying = packed(&[("a", &zeros)]);
        // both headers say that the part holds nothing
        let size = 10_000_u32.to_le_bytes();
        for at in 0..lying.len() - 4 {
            if lying[at..at + 4] == size {
                lying[at..at + 4].copy_from_slice(&[0; 4]);
            }
        }
        for (bytes, cap, want) in [
            (b"hello".to_vec(), 1000, "已损坏"),
            (vec![0xd0, 0xcf, 0x11, 0xe0, 0xa1], 1000, "有密码"),
            (bomb.clone(), 20_000, "过大"),
            (bomb[..bomb.len() / 2].to_vec(), 1000, "已损坏"),
        ] {
            let error = Package::open(&bytes, "a.docx", cap).unwrap_err();
            assert!(error.what.contains(want), "{} for {want}", error.what);
        }
        assert!(Package::open(&lying, "a.docx", 5_000).is_err(), "whatever its headers claim");
    }
}
