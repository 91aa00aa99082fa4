//! Texts kept in files of the repository: compared byte for byte, written anew with `SNAPSHOTS=overwrite cargo test`.

#![allow(dead_code, reason = "each test file uses its own part")]
#![allow(clippy::disallowed_methods, reason = "the snapshots are files")]

use std::path::{Path, PathBuf};

/// A path of the repository.
pub fn repository(path: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join(path)
}

/// The text is what the file of the repository holds.
pub fn same(file: &str, actual: &str) {
    let want = snapbox::Data::read_from(&repository(file), Some(snapbox::data::DataFormat::Text)).raw();
    snapbox::assert_data_eq!(actual.to_owned(), want);
}

/// The snapshots of a folder are these and no others: one that nothing compares is worth nothing.
pub fn only(folder: &str, names: &[String]) {
    let mut there: Vec<String> = std::fs::read_dir(repository(folder))
        .unwrap()
        .map(|entry| entry.unwrap().file_name().into_string().unwrap())
        .collect();
    there.sort();
    let mut want = names.to_vec();
    want.sort();
    assert_eq!(there, want, "{folder}");
}
