//! Where a new customer goes: which country, which stage folder, which country folder.

use crate::error::{Error, Result};
use crate::lang::{Lang, lang, tr};
use crate::model::choice::StageKind;
use crate::model::name::clash_key;
use crate::model::{Choose, Country};
use crate::store::{Book, exists, list};
use crate::tr;

/// The country that is meant.
///
/// # Errors
/// There is none of that name; the nearest are told.
pub fn find_country(text: &str) -> Result<Country> {
    Country::find(text).ok_or_else(|| {
        let near: Vec<&str> = Country::nearest(text).into_iter().map(|country| country.name(lang())).collect();
        let error = Error::new(tr!("there is no country \"{text}\"", "没有国家“{text}”"));
        match near.as_slice() {
            [] => {
                error.next(tr("write it in Chinese, in English, or as its ISO code", "请写中文名、英文名或 ISO 代码"))
            }
            near => error.next(tr!("did you mean {}?", "是否想写 {}？", near.join(tr(", ", "、")))),
        }
    })
}

/// The stage folder that is meant: by kind, by name; prospects unless said otherwise.
///
/// # Errors
/// There is none of that name.
pub fn stage(book: &Book, text: Option<&str>) -> Result<(String, StageKind)> {
    let Some(text) = text else {
        let first = book.stages.iter().find(|(_, kind)| *kind == StageKind::Prospect).or(book.stages.first());
        return first
            .cloned()
            // a book has stages, by default if not by its settings
            .ok_or_else(|| Error::new(""));
    };
    let by_name = book.stages.iter().find(|(folder, _)| folder == text);
    let by_kind = || StageKind::find(text).and_then(|kind| book.stages.iter().find(|(_, stage)| *stage == kind));
    by_name.or_else(by_kind).cloned().ok_or_else(|| {
        let folders: Vec<&str> = book.stages.iter().map(|(folder, _)| folder.as_str()).collect();
        Error::new(tr!("there is no stage \"{text}\"", "没有阶段“{text}”")).next(tr!(
            "the stages are {}",
            "阶段有：{}",
            folders.join(tr(", ", "、"))
        ))
    })
}

/// The folder of a country in a stage: the one that is there, whatever it calls the country; else as another stage
/// calls it; else in the language for new ones.
pub fn country_folder(book: &Book, stage: &str, country: Country, new: Lang) -> Result<String> {
    let others = book.stages.iter().map(|(folder, _)| folder.as_str()).filter(|folder| *folder != stage);
    for stage in std::iter::once(stage).chain(others) {
        if let Some(name) = folders(book, stage)?.find(|name| Country::find(name) == Some(country)) {
            return Ok(name);
        }
    }
    Ok(country.name(new).to_owned())
}

/// The folder of a country in a stage, if one is there: of the same name, else by whatever other name; of what is no country
/// by the name alone.
pub fn folder_of(book: &Book, stage: &str, name: &str, country: Option<Country>) -> Result<Option<String>> {
    let there: Vec<String> = folders(book, stage)?.collect();
    let key = clash_key(name);
    let same = there.iter().find(|there| clash_key(there) == key);
    let other = || there.iter().find(|there| country.is_some() && Country::find(there) == country);
    Ok(same.or_else(other).cloned())
}

/// What in a folder cannot be told from something of this name: the same in another case or composition.
pub fn named_like(book: &Book, folder: &str, name: &str) -> Result<Option<String>> {
    let path = book.root.join(folder);
    let there = if exists(&path) { list(&path)? } else { Vec::new() };
    let key = clash_key(name);
    Ok(there.into_iter().map(|(there, _)| there).find(|there| clash_key(there) == key))
}

/// The company's folder as it is there already, perhaps without a card yet, or as it will be.
pub fn company_folder(book: &Book, country_folder: &str, company: String) -> Result<String> {
    let key = clash_key(&company);
    Ok(folders(book, country_folder)?.find(|name| clash_key(name) == key).unwrap_or(company))
}

fn folders(book: &Book, folder: &str) -> Result<impl Iterator<Item = String>> {
    let folder = book.root.join(folder);
    let there = if exists(&folder) { list(&folder)? } else { Vec::new() };
    Ok(there.into_iter().filter(|(_, is_folder)| *is_folder).map(|(name, _)| name))
}
