//! Bytes that are no UTF-8: where that begins, and what they probably are.

use crate::lang::tr;
use crate::model::name::shell_word;
use crate::tr;

/// What a text that is not UTF-8 seems to be.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Encoding {
    /// What Windows once called "Unicode".
    Utf16,
    /// The Chinese encoding of Windows; GB2312 is a part of it.
    Gbk,
    /// The Western encoding of Windows.
    Western,
    /// UTF-8 with bytes in it that do not belong there, or nothing known.
    Damaged,
}

/// Where a text stops being UTF-8.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NotUtf8 {
    /// The line of the first bad byte, from 1.
    pub line: usize,
    /// What the text seems to be.
    pub encoding: Encoding,
}

/// `None` for UTF-8, with or without byte order mark.
pub fn not_utf8(bytes: &[u8]) -> Option<NotUtf8> {
    let good = std::str::from_utf8(bytes).err()?.valid_up_to();
    let (before, rest) = bytes.split_at_checked(good)?;
    let line = before.iter().filter(|byte| **byte == b'\n').count() + 1;
    // GBK now and then makes a valid pair of UTF-8, never in practice a valid group of three
    let some_utf8 = std::str::from_utf8(before).is_ok_and(|text| text.chars().any(|c| c >= '\u{800}'));
    let encoding = if matches!(bytes, [0xFF, 0xFE, ..] | [0xFE, 0xFF, ..]) {
        Encoding::Utf16
    } else if some_utf8 {
        Encoding::Damaged
    } else if is_gbk(rest) {
        Encoding::Gbk
    } else if is_western(rest) {
        Encoding::Western
    } else {
        Encoding::Damaged
    };
    Some(NotUtf8 { line, encoding })
}

impl NotUtf8 {
    /// What is wrong, one sentence.
    pub fn what(self) -> &'static str {
        match self.encoding {
            Encoding::Utf16 => tr("the file is UTF-16, not UTF-8", "文件是 UTF-16 编码，不是 UTF-8"),
            Encoding::Gbk => tr("the file is not UTF-8; it looks like GBK", "文件不是 UTF-8 编码，看来是 GBK"),
            Encoding::Western => tr(
                "the file is not UTF-8; it looks like Windows-1252",
                "文件不是 UTF-8 编码，看来是 Windows-1252（西欧）",
            ),
            Encoding::Damaged => tr("the file is not UTF-8 from this line on", "文件从此行起不是 UTF-8 编码"),
        }
    }

    /// The next step.
    pub fn next(self, file: &str) -> String {
        let from = match self.encoding {
            Encoding::Utf16 => "UTF-16",
            Encoding::Gbk => "GBK",
            Encoding::Western => "WINDOWS-1252",
            Encoding::Damaged => {
                return tr(
                    "type what is unreadable anew and save the file as UTF-8",
                    "请重新输入乱码部分，并另存为 UTF-8",
                )
                .to_owned();
            }
        };
        let file = shell_word(file);
        tr!(
            "save it as UTF-8 in your editor, or: iconv -f {from} -t UTF-8 {file} > new.toml",
            "请在编辑器中另存为 UTF-8，或运行：iconv -f {from} -t UTF-8 {file} > new.toml"
        )
    }
}

/// Whether all bytes above ASCII make pairs of GBK, half of them at least common characters.
fn is_gbk(bytes: &[u8]) -> bool {
    let (mut pairs, mut common) = (0, 0);
    let mut rest = bytes;
    loop {
        rest = match rest {
            [] => return pairs > 0 && common * 2 >= pairs,
            [0..=0x7F, rest @ ..] => rest,
            [lead @ 0x81..=0xFE, trail @ (0x40..=0x7E | 0x80..=0xFE), rest @ ..] => {
                pairs += 1;
                // punctuation and the two levels of GB2312; what is left of GBK is rare, or is `ü` before a small letter
                common += i32::from(*trail >= 0xA1 && matches!(lead, 0xA1..=0xA3 | 0xB0..=0xF7));
                rest
            }
            _ => return false,
        };
    }
}

/// Whether the bytes above ASCII are letters that stand alone among ASCII, as in Müller.
fn is_western(bytes: &[u8]) -> bool {
    let letter = |byte: &u8| *byte >= 0xC0;
    let sign =
        |byte: &u8| matches!(byte, 0x80 | 0x85 | 0x91..=0x97 | 0xA0 | 0xA3 | 0xA7 | 0xA9 | 0xAE | 0xB0 | 0xB4 | 0xB7);
    bytes.iter().all(|byte| byte.is_ascii() || letter(byte) || sign(byte))
        && !bytes.windows(3).any(|three| three.iter().all(|byte| !byte.is_ascii()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_no_utf8_is_named() {
        for (bytes, want) in [
            (&b"name = 'Acme'\n"[..], None),
            ("\u{feff}name = '穆勒'\n".as_bytes(), None),
            (b"", None),
            (b"\n\nname = '\xC4\xC2\xC0\xD5\xBB\xFA\xD0\xB5'\n", Some((3, Encoding::Gbk))),
            // 联通: the two characters that Notepad once took for UTF-8, then one that settles it
            (b"name = '\xC1\xAA\xCD\xA8\xB5\xC4'", Some((1, Encoding::Gbk))),
            (b"name = 'M\xFCller Stra\xDFe K\xF6ln'\n", Some((1, Encoding::Western))),
            (b"\xFF\xFEn\0a\0m\0e\0", Some((1, Encoding::Utf16))),
            (b"\xFE\xFF\0n\0a\0m\0e", Some((1, Encoding::Utf16))),
            (b"name = '\xE7\xA9\x86\xE5\x8B\x92'\nnote = '\xE7\xA9'\n", Some((2, Encoding::Damaged))),
            (b"note = '\xFF\xFF\xFF'", Some((1, Encoding::Damaged))),
        ] {
            assert_eq!(not_utf8(bytes).map(|found| (found.line, found.encoding)), want, "{bytes:?}");
        }
    }
}
