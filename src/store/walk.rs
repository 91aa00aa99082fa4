//! Where the cards are: by the layout stage/country/company/card.toml, and by a search where the layout is not kept.

use std::ffi::OsString;
use std::io;
use std::path::{Path, PathBuf};

use rayon::prelude::*;
use walkdir::WalkDir;

use super::disk::{Probe, looked_at};
use super::{Book, CARD_FILE, disk, link_on_the_way};
use crate::error::{Error, Place, Result};
use crate::lang::tr;
use crate::model::choice::StageKind;
use crate::model::tree::{Location, Node, NodeKind};
use crate::tr;

/// How deep below a stage folder a card is looked for.
const DEEPEST: usize = 8;

/// How many cards a thread takes at a time: waking one for a single card takes longer than reading it.
const FEWEST: usize = 32;

/// A card that was found and not read yet.
pub(super) struct Spot {
    /// Where it is, in the book.
    pub location: Location,
    /// Where it is, on the disk.
    pub card: PathBuf,
    /// What was found out of the file, where it was.
    pub probe: Option<Probe>,
}

/// A country folder.
struct Country {
    folder: PathBuf,
    /// Relative to the book.
    path: String,
    kind: StageKind,
}

impl Book {
    /// Every card, in the order of stages and, within one, of paths by code points.
    ///
    /// # Errors
    /// Folders that cannot be read come second; the cards of the others are there all the same.
    pub fn cards(&self) -> (Vec<Location>, Vec<Error>) {
        self.each_card(looked_at, |_, spot| Some(spot.location))
    }

    /// Maps every card in parallel, looked at or opened, with room that is used again; in the order of stages and, within one, of paths by
    /// code points. What becomes nothing leaves no trace.
    ///
    /// # Errors
    /// Folders that cannot be read come second; the cards of the others are there all the same.
    pub(super) fn each_card<T: Send>(
        &self,
        probe: fn(&Path) -> io::Result<Probe>,
        map: impl Fn(&mut Vec<u8>, Spot) -> Option<T> + Sync,
    ) -> (Vec<T>, Vec<Error>) {
        let (countries, mut errors) = self.countries();
        let found: Vec<Vec<Vec<Result<T>>>> =
            countries.par_iter().map(|country| self.in_country(country, probe, &map)).collect();
        let mut mapped = Vec::new();
        for result in found.into_iter().flatten().flatten() {
            match result {
                Ok(one) => mapped.push(one),
                Err(error) => errors.push(error),
            }
        }
        (mapped, errors)
    }

    fn countries(&self) -> (Vec<Country>, Vec<Error>) {
        let mut countries = Vec::new();
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
            let country = |folder: PathBuf| Country { path: self.relative(&folder), folder, kind: *kind };
            match disk::folders(&folder) {
                Ok(folders) => countries.extend(folders.into_iter().map(country)),
                // a stage without customers may have no folder yet
                Err(error) if error.kind() == io::ErrorKind::NotFound => {}
                Err(error) => errors.push(Error::io(Path::new(stage), &error)),
            }
        }
        (countries, errors)
    }

    /// The cards of a country, mapped, in parts that follow one another.
    fn in_country<T: Send>(
        &self,
        country: &Country,
        probe: fn(&Path) -> io::Result<Probe>,
        map: &(impl Fn(&mut Vec<u8>, Spot) -> Option<T> + Sync),
    ) -> Vec<Vec<Result<T>>> {
        let mut entries = match disk::entries(&country.folder) {
            Ok(entries) => entries,
            Err(error) => return vec![vec![Err(Error::io(Path::new(&country.path), &error))]],
        };
        entries.sort();
        let in_some = |(mut room, mut found): (Vec<u8>, Vec<Result<T>>), entry: &(OsString, bool)| {
            self.in_entry(country, entry, probe, &mut |spot| {
                found.extend(spot.map(|spot| map(&mut room, spot)).transpose());
            });
            (room, found)
        };
        let parts = entries.par_iter().with_min_len(FEWEST).fold(Default::default, in_some);
        parts.map(|(_, found)| found).collect()
    }

    /// The card of a company folder; where it has none, cards anywhere below it.
    fn in_entry(
        &self,
        country: &Country,
        (name, is_folder): &(OsString, bool),
        probe: fn(&Path) -> io::Result<Probe>,
        see: &mut dyn FnMut(Result<Spot>),
    ) {
        let entry = country.folder.join(name);
        if name == CARD_FILE {
            return see(Ok(self.spot(entry, country.kind)));
        }
        let shown = name.to_string_lossy();
        if !*is_folder || shown.starts_with('.') {
            return;
        }
        let card = entry.join(CARD_FILE);
        if let Ok(probe) = probe(&card) {
            let location = Location::of_company(&country.path, &shown, country.kind);
            return see(Ok(Spot { location, card, probe: Some(probe) }));
        }
        for entry in WalkDir::new(entry).min_depth(2).max_depth(DEEPEST).sort_by_file_name() {
            match entry {
                Ok(entry) if entry.file_name() == CARD_FILE => see(Ok(self.spot(entry.into_path(), country.kind))),
                Ok(_) => {}
                Err(error) => see(Err(self.walk_error(error))),
            }
        }
    }

    fn spot(&self, card: PathBuf, kind: StageKind) -> Spot {
        Spot { location: Location::of_card(&self.relative(&card), kind), card, probe: None }
    }

    /// The path of every company folder of the layout, by the names of folders alone: whether a card lies in it is not
    /// looked at, and what cannot be read is passed over.
    pub fn companies(&self) -> Vec<String> {
        let (countries, _) = self.countries();
        let of_country = |country: &Country| -> Vec<String> {
            let names = disk::folders_named(&country.folder).unwrap_or_default();
            names.into_iter().map(|name| format!("{}/{name}", country.path)).collect()
        };
        countries.par_iter().map(of_country).collect::<Vec<_>>().concat()
    }

    fn walk_error(&self, error: walkdir::Error) -> Error {
        let path = error.path().map_or_else(PathBuf::new, Path::to_path_buf);
        let shown = self.relative(&path);
        // what is no error of the system is a loop, and links are not followed
        let error = error.into_io_error().unwrap_or_else(|| io::ErrorKind::Other.into());
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
