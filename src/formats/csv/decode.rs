//! The bytes of a table as text, whichever of the usual encodings they are in.

use encoding_rs::{GBK, UTF_16BE, UTF_16LE, WINDOWS_1252};

use crate::error::{Error, Place, Result};
use crate::formats::encoding::{Encoding, not_utf8};
use crate::lang::tr;

/// The largest file that is read as a table, in bytes.
pub const LARGEST: u64 = 64 * 1024 * 1024;

/// The text, without byte order mark, and the encoding it was in where that is not UTF-8.
///
/// # Errors
/// The file is no text, or in no encoding that is known.
pub fn decode(bytes: Vec<u8>, file: &str) -> Result<(String, Option<Encoding>)> {
    let found = not_utf8(&bytes);
    let text = match found.map(|found| found.encoding) {
        None => String::from_utf8(bytes).ok(),
        Some(Encoding::Utf16) => {
            let encoding = if bytes.starts_with(b"\xFF\xFE") { UTF_16LE } else { UTF_16BE };
            text_in(encoding, bytes.get(2..).unwrap_or_default())
        }
        Some(Encoding::Gbk) => text_in(GBK, &bytes),
        Some(Encoding::Western) => text_in(WINDOWS_1252, &bytes),
        Some(Encoding::Damaged) => None,
    };
    let Some(text) = text else {
        let (line, what) = found.map_or((0, ""), |found| (found.line, found.what()));
        return Err(Error::new(what).at(Place { file: file.to_owned(), line, column: 0 }).next(save_as()));
    };
    if let Some(nul) = text.find('\0') {
        return Err(Error::new(tr("this is no text: it holds NUL bytes", "这不是文本文件：含有 NUL 字节"))
            .at(Place { line: Place::in_text(file, &text, nul).line, ..Place::file(file) })
            .next(save_as()));
    }
    let text = match text.strip_prefix('\u{feff}') {
        Some(text) => text.to_owned(),
        None => text,
    };
    if text.trim().is_empty() {
        return Err(Error::new(tr("the file is empty", "文件是空的"))
            .at(Place::file(file))
            .next(tr("export the table again, with its rows", "请重新导出，带上数据行")));
    }
    Ok((text, found.map(|found| found.encoding)))
}

fn save_as() -> &'static str {
    tr("export it again as \"CSV UTF-8\"", "请重新导出为“CSV UTF-8”")
}

fn text_in(encoding: &'static encoding_rs::Encoding, bytes: &[u8]) -> Option<String> {
    encoding.decode_without_bom_handling_and_without_replacement(bytes).map(std::borrow::Cow::into_owned)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_usual_encodings_are_read() {
        for (bytes, want) in [
            (&b"a,b"[..], Ok(("a,b", None))),
            ("\u{feff}客户".as_bytes(), Ok(("客户", None))),
            (b"\xBF\xCD\xBB\xA7,\xB9\xFA\xBC\xD2", Ok(("客户,国家", Some(Encoding::Gbk)))),
            (b"M\xFCller,K\xF6ln", Ok(("Müller,Köln", Some(Encoding::Western)))),
            (b"\xFF\xFE\x2E\x5Ba\0", Ok(("\u{5B2E}a", Some(Encoding::Utf16)))),
            (b"\xFE\xFF\x5B\x2E\0a", Ok(("\u{5B2E}a", Some(Encoding::Utf16)))),
            (b"\xFF\xFEa", Err(1)),
            (b"a\n\xE5\xAE\xA2\xE5", Err(2)),
            (b"a\nb\0c", Err(2)),
            (b"a\0,\0b\0", Err(1)),
            (b"", Err(0)),
            (b"\xEF\xBB\xBF \r\n", Err(0)),
        ] {
            let got = decode(bytes.to_vec(), "x.csv");
            let got = got.map_err(|error| error.place.map_or(9, |place| place.line));
            let want: std::result::Result<(String, _), usize> = want.map(|(text, found)| (text.to_owned(), found));
            assert_eq!(got, want, "{bytes:?}");
        }
    }
}
