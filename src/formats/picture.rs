//! Pictures for papers: PNG and JPEG, by what their bytes say, whatever their names.

/// The largest file that is taken for a picture, in bytes.
pub const LARGEST: u64 = 4 * 1024 * 1024;

/// How a picture is packed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// PNG.
    Png,
    /// JPEG.
    Jpeg,
}

impl Kind {
    /// The ending of the file's name.
    pub fn ending(self) -> &'static str {
        match self {
            Self::Png => "png",
            Self::Jpeg => "jpeg",
        }
    }

    /// The media type.
    pub fn media(self) -> &'static str {
        match self {
            Self::Png => "image/png",
            Self::Jpeg => "image/jpeg",
        }
    }
}

/// A picture.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Picture {
    /// How it is packed.
    pub kind: Kind,
    /// In pixels.
    pub width: u32,
    /// In pixels.
    pub height: u32,
    /// The file.
    pub bytes: Vec<u8>,
}

impl Picture {
    /// A picture by its bytes; `None` where they are no PNG or JPEG.
    pub fn read(bytes: Vec<u8>) -> Option<Self> {
        let (kind, width, height) = png(&bytes).or_else(|| jpeg(&bytes))?;
        (width > 0 && height > 0).then_some(Self { kind, width, height, bytes })
    }

    /// Width and height, as large as fits into a square of this side.
    pub fn within(&self, side: u64) -> (u64, u64) {
        let (width, height) = (u64::from(self.width), u64::from(self.height));
        let of = |part: u64, whole: u64| (side.saturating_mul(part) / whole.max(1)).max(1);
        if width >= height { (side, of(height, width)) } else { (of(width, height), side) }
    }

    /// The file as an address that HTML shows without any other file.
    pub fn address(&self) -> String {
        format!("data:{};base64,{}", self.kind.media(), base64(&self.bytes))
    }
}

fn number(bytes: &[u8], at: usize, long: usize) -> Option<u32> {
    let part = bytes.get(at..at.checked_add(long)?)?;
    Some(part.iter().fold(0, |number, byte| (number << 8) | u32::from(*byte)))
}

fn png(bytes: &[u8]) -> Option<(Kind, u32, u32)> {
    let head = bytes.starts_with(b"\x89PNG\r\n\x1a\n") && bytes.get(12..16)? == b"IHDR";
    if head { Some((Kind::Png, number(bytes, 16, 4)?, number(bytes, 20, 4)?)) } else { None }
}

/// The size stands in the frame, behind segments that each say how long they are.
fn jpeg(bytes: &[u8]) -> Option<(Kind, u32, u32)> {
    if !bytes.starts_with(&[0xff, 0xd8, 0xff]) {
        return None;
    }
    let mut at = 2;
    loop {
        if *bytes.get(at)? != 0xff {
            return None;
        }
        let marker = *bytes.get(at + 1)?;
        match marker {
            0xff => at += 1,
            0xc0..=0xc3 | 0xc5..=0xc7 | 0xc9..=0xcb | 0xcd..=0xcf => {
                return Some((Kind::Jpeg, number(bytes, at + 7, 2)?, number(bytes, at + 5, 2)?));
            }
            0x01 | 0xd0..=0xd7 => at += 2,
            _ => at += 2 + usize::try_from(number(bytes, at + 2, 2)?.max(2)).ok()?,
        }
    }
}

const LETTERS: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

fn base64(bytes: &[u8]) -> String {
    let mut out = String::with_capacity(bytes.len() / 3 * 4 + 4);
    for three in bytes.chunks(3) {
        let whole = (0..3).fold(0_u32, |whole, at| (whole << 8) | u32::from(three.get(at).copied().unwrap_or(0)));
        for at in 0..4_usize {
            let letter = usize::try_from((whole >> (18 - 6 * at)) & 63).ok().and_then(|place| LETTERS.get(place));
            out.push(if at > three.len() { '=' } else { char::from(letter.copied().unwrap_or(b'=')) });
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    fn png_of(width: u32, height: u32) -> Vec<u8> {
        [b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR".as_slice(), &width.to_be_bytes(), &height.to_be_bytes()].concat()
    }

    #[test]
    fn what_is_a_picture_and_how_large() {
        let jpeg = b"\xff\xd8\xff\xe0\0\x04ab\xff\xff\xc2\0\x11\x08\0\x20\0\x40";
        for (bytes, want) in [
            (png_of(640, 480), Some((Kind::Png, 640, 480))),
            (jpeg.to_vec(), Some((Kind::Jpeg, 64, 32))),
            (png_of(0, 480), None),
            (jpeg.get(..20).unwrap_or_default().to_vec(), None),
            (b"\xff\xd8\xff".to_vec(), None),
            (b"\xff\xd8\xff\xe0\0\0\xff\xe0\0\0".to_vec(), None),
            (b"GIF89a".to_vec(), None),
            (Vec::new(), None),
        ] {
            let read = Picture::read(bytes.clone()).map(|read| (read.kind, read.width, read.height));
            assert_eq!(read, want, "{bytes:?}");
        }
    }

    #[test]
    fn it_fits_and_keeps_its_shape() {
        for (width, height, want) in
            [(640, 480, (100, 75)), (480, 640, (75, 100)), (9, 9, (100, 100)), (9000, 1, (100, 1))]
        {
            assert_eq!(Picture::read(png_of(width, height)).map(|read| read.within(100)), Some(want));
        }
    }

    #[test]
    fn bytes_as_letters() {
        for (bytes, want) in
            [("", ""), ("f", "Zg=="), ("fo", "Zm8="), ("foo", "Zm9v"), ("foobar", "Zm9vYmFy"), ("\u{ff}", "w78=")]
        {
            assert_eq!(base64(bytes.as_bytes()), want);
        }
    }
}
