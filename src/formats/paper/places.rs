//! The places to fill in of the forms that we send out, by the labels that lead to them.

use std::collections::{BTreeMap, BTreeSet};

use super::text::{Block, Piece, RowKind, pieces, read};
use super::{Paper, Speech, sources};
use crate::formats::form::label;
use crate::lang::Lang;

/// The places of a form.
#[derive(Debug, Default)]
pub struct Places {
    paths: BTreeSet<String>,
    /// By a label in the same row: how many cells behind it, and for what.
    beside: BTreeMap<String, Vec<(usize, String)>>,
    /// By the first name of a header: for what the cells of the rows below it are.
    below: BTreeMap<String, Vec<Vec<String>>>,
}

impl Places {
    /// Those of each paper that is to be filled in, in all its languages.
    pub fn all() -> Vec<Self> {
        sources::PAPERS.iter().map(Self::of).filter(|places| !places.paths.is_empty()).collect()
    }

    fn of(paper: &Paper) -> Self {
        let mut places = Self::default();
        places.add(paper);
        places
    }

    fn add(&mut self, paper: &Paper) {
        let speeches = match paper.zh {
            Some(zh) => vec![(paper.en, Speech::One(Lang::En)), (zh, Speech::One(Lang::Zh))],
            None => {
                vec![(paper.en, Speech::One(Lang::En)), (paper.en, Speech::Both), (paper.en, Speech::One(Lang::Zh))]
            }
        };
        for (text, speech) in speeches {
            for block in read(text, speech).blocks {
                let Block::Table(table) = block else { continue };
                let mut header = None;
                for row in &table.rows {
                    let cells: Vec<(&str, Option<String>)> =
                        row.cells.iter().map(|(text, _)| (text.as_str(), path(text))).collect();
                    self.paths.extend(cells.iter().filter_map(|(_, path)| path.clone()));
                    match cells.first() {
                        Some((text, None)) if row.kind == RowKind::Header => header = Some(label(text)),
                        Some((_, Some(_))) => {
                            let paths = cells.into_iter().filter_map(|(_, path)| path).collect();
                            self.below.entry(header.clone().unwrap_or_default()).or_default().push(paths);
                        }
                        _ => self.row(&cells),
                    }
                }
            }
        }
    }

    fn row(&mut self, cells: &[(&str, Option<String>)]) {
        let mut last = (0, String::new());
        for (at, (text, path)) in cells.iter().enumerate() {
            match path {
                None => last = (at, label(text)),
                Some(path) => {
                    let list = self.beside.entry(last.1.clone()).or_default();
                    let place = (at - last.0, path.clone());
                    if !list.contains(&place) {
                        list.push(place);
                    }
                }
            }
        }
    }

    /// Whether a path is that of a place of ours.
    pub fn is_known(&self, path: &str) -> bool {
        self.paths.contains(path)
    }

    /// What the cells behind a label are for.
    pub fn beside(&self, label: &str) -> &[(usize, String)] {
        self.beside.get(label).map_or(&[], Vec::as_slice)
    }

    /// What the cells of the rows below a header are for, a list for each row.
    pub fn below(&self, label: &str) -> Option<Vec<Vec<String>>> {
        let mut rows = self.below.get(label)?.clone();
        // both copies of a card, and its languages, have the same places
        let mut seen = BTreeSet::new();
        rows.retain(|row| seen.insert(row.clone()));
        Some(rows)
    }
}

/// What a cell is to be filled in for.
fn path(text: &str) -> Option<String> {
    pieces(text).into_iter().find_map(|piece| match piece {
        Piece::Field(path, _) => Some(path),
        _ => None,
    })
}
