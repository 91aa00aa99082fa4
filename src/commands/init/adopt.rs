//! Adopting a tree: each company folder without a card gets one from its path; nothing else is touched.

use std::collections::HashSet;
use std::path::Path;

use super::here;
use crate::cli::Context;
use crate::error::{Error, Exit, Place, Result};
use crate::formats::fresh;
use crate::formats::toml::quoted;
use crate::lang::{counted, tr};
use crate::model::id::free_id;
use crate::model::tree::{Location, NodeKind};
use crate::model::{Country, Date};
use crate::store::{Book, CARD_FILE, NewBook, exists, list, write_new};
use crate::tr;
use crate::views::{Text, escape};

/// Makes the cards that are missing, and the book itself where there is none.
///
/// # Errors
/// Something cannot be read or written; the cards made before stay.
pub fn adopt(dir: &Path, new: &NewBook<'_>, dry_run: bool, context: &mut Context<'_>) -> Result<Exit> {
    let book = match here(dir) {
        Some(book) => book?,
        None if !new.stages.iter().any(|(folder, _)| exists(&dir.join(folder))) => return Err(no_stages(dir, new)),
        None if dry_run => Book::planned(dir, new),
        None => new.create(dir)?,
    };
    let _lock = context.lock(&book, dry_run)?;
    let (_, errors) = book.nodes();
    let mut troubled = context.tell(&errors);
    let ids = book.scan(|customer| customer.card.id.clone());
    let mut taken: HashSet<String> = ids.rows.into_iter().collect();
    let mut made = 0;
    for path in without_card(&book) {
        if !exists(&book.root.join(&path)) {
            // a name that is not UTF-8 cannot be written as text; the card would land in another folder
            let error =
                Error::new(tr("the folder's name is not UTF-8", "文件夹名不是 UTF-8 编码")).at(Place::file(&path));
            troubled |= context.tell(&[error.next(tr("rename it, then run the command again", "请改名后重试"))]);
            continue;
        }
        let location = book.location_of(&format!("{path}/{CARD_FILE}"))?;
        let id = free_id(&country(&location), location.company(), |id| taken.contains(id));
        if !dry_run {
            write_new(&book.root.join(&location.file), card(&location, &id, context.today).as_bytes())?;
        }
        taken.insert(id);
        context.shell.say(&Text::plain(escape(&location.file)).line())?;
        made += 1;
    }
    let cards = counted(made, "card", "cards");
    context.done(if dry_run {
        tr!("{cards} would be made", "将新建 {made} 张卡片")
    } else {
        tr!("{cards} made", "已新建 {made} 张卡片")
    });
    Ok(if troubled { Exit::Trouble } else { Exit::Done })
}

/// The company folders of a book that have no card, neither in them nor further down.
pub fn without_card(book: &Book) -> Vec<String> {
    let (nodes, _) = book.nodes();
    let carded: HashSet<&str> = nodes
        .iter()
        .filter(|node| node.name() == CARD_FILE)
        .flat_map(|card| card.path.match_indices('/').filter_map(|(at, _)| card.path.get(..at)))
        .collect();
    let hidden = |path: &str| path.split('/').any(|part| part.starts_with('.'));
    nodes
        .iter()
        .filter(|node| node.kind == NodeKind::Folder && node.depth() == 1)
        .filter(|node| !hidden(&node.path) && !carded.contains(node.path.as_str()))
        .map(|node| node.path.clone())
        .collect()
}

fn card(location: &Location, id: &str, today: Date) -> String {
    let known = [("id", quoted(id)), ("name", quoted(location.company())), ("created", today.to_string())];
    let known: Vec<fresh::Known> = known.into_iter().map(|(path, literal)| (path.to_owned(), literal)).collect();
    fresh::card(&known, location.kind, false)
}

fn country(location: &Location) -> String {
    let folder = location.country_folder().unwrap_or_default();
    Country::find(folder).map_or_else(|| folder.to_owned(), |country| country.alpha2().to_owned())
}

fn no_stages(dir: &Path, new: &NewBook<'_>) -> Error {
    let separator = tr(", ", "、");
    let wanted: Vec<&str> = new.stages.iter().map(|(folder, _)| folder.as_str()).collect();
    let there: Vec<String> = list(dir)
        .unwrap_or_default()
        .into_iter()
        .filter(|(_, is_folder)| *is_folder)
        .map(|(name, _)| name)
        .take(8)
        .collect();
    let (dir, wanted) = (dir.display(), wanted.join(separator));
    let what = if there.is_empty() {
        tr!("{dir} holds none of the stage folders {wanted}", "{dir} 中没有阶段文件夹 {wanted}")
    } else {
        let there = there.join(separator);
        tr!(
            "{dir} holds none of the stage folders {wanted}, but {there}",
            "{dir} 中没有阶段文件夹 {wanted}，只有 {there}"
        )
    };
    Error::new(what).next(tr(
        "name yours: --stage Leads=prospect --stage Customers=customer",
        "请指明：--stage 意向客户=prospect --stage 成交客户=customer",
    ))
}
