//! Where the cards are: by the layout stage/country/company/card.toml, and by a search where the layout is not kept.

use std::path::{Path, PathBuf};

use rayon::prelude::*;
use walkdir::WalkDir;

use super::{Book, CARD_FILE, disk, link_on_the_way};
use crate::error::{Error, Place, Result};
use crate::lang::tr;
use crate::model::choice::StageKind;
use crate::model::tree::{Location, Node, NodeKind};
use crate::tr;

/// How deep below a stage folder a card is looked for.
const DEEPEST: usize = 8;

impl Book {
    /// Every card, in the order of stages and, within one, of paths by code points.
    ///
    /// # Errors
    /// Folders that cannot be read come second; the cards of the others are there all the same.
    pub fn cards(&self) -> (Vec<Location>, Vec<Error>) {
        let mut cards = Vec::new();
        let mut errors = Vec::new();
        for (stage, kind) in &self.stages {
            let folder = self.root.join(stage);
            if link_on_the_way(&self.root, &folder).is_some() {
                let what = tr("the stage folder is a link; kehu follows none", "阶段文件夹是链接；kehu 不跟随链接");
                errors.push(
                    Error::new(what)
                        .at(Place::file(stage))
                        .next(tr("put the folder itself in its place", "请把文件夹本身放到该位置")),
                );
                continue;
            }
            let countries = match disk::folders(&folder) {
                Ok(countries) => countries,
                // a stage without customers may have no folder yet
                Err(error) if error.kind() == std::io::ErrorKind::NotFound => continue,
                Err(error) => {
                    errors.push(Error::io(Path::new(stage), &error));
                    continue;
                }
            };
            let found: Vec<(Vec<Location>, Vec<Error>)> =
                countries.par_iter().map(|country| self.country(country, *kind)).collect();
            for (some, wrong) in found {
                cards.extend(some);
                errors.extend(wrong);
            }
        }
        (cards, errors)
    }

    fn country(&self, folder: &Path, kind: StageKind) -> (Vec<Location>, Vec<Error>) {
        let mut cards = Vec::new();
        let mut errors = Vec::new();
        match disk::entries(folder) {
            Err(error) => errors.push(Error::io(Path::new(&self.relative(folder)), &error)),
            Ok(mut entries) => {
                entries.sort();
                for (name, is_folder) in entries {
                    if name == CARD_FILE {
                        cards.push(self.location(&folder.join(&name), kind));
                    } else if is_folder && !name.to_string_lossy().starts_with('.') {
                        self.company(&folder.join(&name), kind, &mut cards, &mut errors);
                    }
                }
            }
        }
        (cards, errors)
    }

    /// The card of a company folder; where it has none, cards anywhere below it.
    fn company(&self, folder: &Path, kind: StageKind, cards: &mut Vec<Location>, errors: &mut Vec<Error>) {
        let card = folder.join(CARD_FILE);
        if std::fs::symlink_metadata(&card).is_ok() {
            cards.push(self.location(&card, kind));
            return;
        }
        for entry in WalkDir::new(folder).min_depth(2).max_depth(DEEPEST).sort_by_file_name() {
            match entry {
                Ok(entry) if entry.file_name() == CARD_FILE => cards.push(self.location(entry.path(), kind)),
                Ok(_) => {}
                Err(error) => errors.push(self.walk_error(error)),
            }
        }
    }

    fn location(&self, card: &Path, kind: StageKind) -> Location {
        Location::of_card(&self.relative(card), kind)
    }

    fn walk_error(&self, error: walkdir::Error) -> Error {
        let path = error.path().map_or_else(PathBuf::new, Path::to_path_buf);
        let shown = self.relative(&path);
        // what is no error of the system is a loop, and links are not followed
        let error = error.into_io_error().unwrap_or_else(|| std::io::ErrorKind::Other.into());
        Error::io(Path::new(&shown), &error)
    }

    /// Everything below the stage folders, for checks of the tree; links are named, not followed.
    ///
    /// # Errors
    /// Folders that cannot be read come second.
    pub fn nodes(&self) -> (Vec<Node>, Vec<Error>) {
        let mut nodes = Vec::new();
        let mut errors = Vec::new();
        for (stage, _) in &self.stages {
            let folder = self.root.join(stage);
            if !folder.is_dir() {
                continue;
            }
            for entry in WalkDir::new(folder).min_depth(1).max_depth(DEEPEST).sort_by_file_name() {
                match entry {
                    Ok(entry) => {
                        let is_card = entry.file_name() == CARD_FILE;
                        let size = if is_card { entry.metadata().map_or(0, |meta| meta.len()) } else { 0 };
                        nodes.push(Node { path: self.relative(entry.path()), kind: kind_of(entry.file_type()), size });
                    }
                    Err(error) => errors.push(self.walk_error(error)),
                }
            }
        }
        (nodes, errors)
    }

    /// The location of a card by its path relative to the book.
    ///
    /// # Errors
    /// The path does not lie below a stage folder.
    pub fn location_of(&self, file: &str) -> Result<Location> {
        let stage = file.split('/').next().unwrap_or_default();
        self.stages
            .iter()
            .find(|(folder, _)| folder == stage)
            .map(|(_, kind)| Location::of_card(file, *kind))
            .ok_or_else(|| {
                let folders: Vec<&str> = self.stages.iter().map(|(folder, _)| folder.as_str()).collect();
                Error::new(tr!("{file} is not below a stage folder", "{file} 不在任何阶段文件夹之下")).next(tr!(
                    "the stage folders are {}",
                    "阶段文件夹有：{}",
                    folders.join(", ")
                ))
            })
    }
}

fn kind_of(kind: std::fs::FileType) -> NodeKind {
    if kind.is_symlink() {
        NodeKind::Link
    } else if kind.is_dir() {
        NodeKind::Folder
    } else if kind.is_file() {
        NodeKind::File
    } else {
        NodeKind::Other
    }
}
