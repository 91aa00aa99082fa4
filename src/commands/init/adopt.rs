//! Adopting a tree: each company folder without a card gets one from its path; nothing else is touched.

use std::collections::HashSet;
use std::path::Path;

use super::here;
use crate::cli::Context;
use crate::error::{Error, Exit, Result};
use crate::formats::fresh;
use crate::formats::toml::quoted;
use crate::lang::tr;
use crate::model::Country;
use crate::model::id::free_id;
use crate::model::tree::{Location, NodeKind};
use crate::store::{Book, CARD_FILE, NewBook, write_new};
use crate::tr;
use crate::views::Text;

/// Makes the cards that are missing, and the book itself where there is none.
///
/// # Errors
/// Something cannot be read or written; the cards made before stay.
pub fn adopt(dir: &Path, new: &NewBook<'_>, dry_run: bool, context: &mut Context<'_>) -> Result<Exit> {
    let book = match here(dir) {
        Some(book) => book?,
        None if dry_run => Book::planned(dir, new),
        None => {
            if !new.stages.iter().any(|(folder, _)| crate::store::exists(&dir.join(folder))) {
                let folders: Vec<&str> = new.stages.iter().map(|(folder, _)| folder.as_str()).collect();
                return Err(Error::new(tr!("{} holds none of the stage folders {}", "{} 中没有阶段文件夹 {}", dir.display(), folders.join(tr(", ", "、"))))
                    .next(tr("name yours: --stage Leads=prospect --stage Customers=customer", "请指明：--stage 意向客户=prospect --stage 成交客户=customer")));
            }
            new.create(dir)?
        }
    };
    let _lock = context.lock(&book, dry_run)?;
    let (nodes, errors) = book.nodes();
    let troubled = context.tell(&errors);
    let carded: HashSet<&str> = nodes
        .iter()
        .filter(|node| node.name() == CARD_FILE)
        .flat_map(|card| card.path.match_indices('/').map(|(at, _)| &card.path[..at]))
        .collect();
    let ids = book.scan(|customer| customer.card.id.clone());
    let mut taken: HashSet<String> = ids.rows.into_iter().collect();
    let mut made = 0;
    for node in nodes.iter().filter(|node| node.kind == NodeKind::Folder && node.depth() == 1) {
        let hidden = node.path.split('/').any(|part| part.starts_with('.'));
        if hidden || carded.contains(node.path.as_str()) {
            continue;
        }
        let location = book.location_of(&format!("{}/{CARD_FILE}", node.path))?;
        let id = free_id(&country(&location), location.company(), |id| taken.contains(id));
        let known = [("id", quoted(&id)), ("name", quoted(location.company())), ("created", context.today.to_string())];
        let known: Vec<fresh::Known> = known.into_iter().map(|(path, literal)| (path.to_owned(), literal)).collect();
        taken.insert(id);
        if !dry_run {
            write_new(&book.root.join(&location.file), fresh::card(&known, location.kind, false).as_bytes())?;
        }
        context.shell.say(&Text::plain(&location.file).line())?;
        made += 1;
    }
    context.done(if dry_run { tr!("{made} cards would be made", "将新建 {made} 张卡片") } else { tr!("{made} cards made", "已新建 {made} 张卡片") });
    Ok(if troubled { Exit::Trouble } else { Exit::Done })
}

fn country(location: &Location) -> String {
    let folder = location.country_folder().unwrap_or_default();
    Country::find(folder).map_or_else(|| folder.to_owned(), |country| country.alpha2().to_owned())
}
