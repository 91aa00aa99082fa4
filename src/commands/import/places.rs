//! The folders of new customers.

use std::collections::HashMap;

use super::index::Index;
use super::values::Wrong;
use crate::commands::add::place::country_folder;
use crate::lang::{Lang, lang, tr};
use crate::model::Country;
use crate::model::choice::StageKind;
use crate::model::name::{clash_key, folder};
use crate::store::{Book, CARD_FILE, exists, link_on_the_way, list};
use crate::tr;

/// Where new customers go.
pub struct Places<'b> {
    book: &'b Book,
    /// The stage they are of.
    pub stage: &'b (String, StageKind),
    countries: HashMap<Country, String>,
    companies: HashMap<String, HashMap<String, String>>,
}

impl<'b> Places<'b> {
    /// In a stage of a book.
    pub fn new(book: &'b Book, stage: &'b (String, StageKind)) -> Self {
        Self { book, stage, countries: HashMap::new(), companies: HashMap::new() }
    }

    /// The folder of a new customer; one that another customer has already gets the code behind its name.
    ///
    /// # Errors
    /// Another customer's card lies there, or a link does.
    pub fn path(
        &mut self,
        country: Country,
        name: &str,
        id: &str,
        code: Option<&str>,
        index: &Index,
    ) -> Result<String, Wrong> {
        let above = self.country(country)?;
        let path = format!("{above}/{}", self.company(&above, folder(name, id)?)?);
        if !self.taken(&path, index) {
            return Ok(path);
        }
        let taken = || {
            Wrong::new(tr!("the folder {path} holds another customer's card", "文件夹 {path} 中已有其他客户的卡片"))
                .next(tr(
                    "see what it is: kehu lint; or give this one another name",
                    "用 kehu lint 查看，或给此客户换个名称",
                ))
        };
        let Some(code) = code else { return Err(taken()) };
        let with_code = folder(&format!("{name} ({code})"), id)?;
        let path = format!("{above}/{}", self.company(&above, with_code)?);
        if self.taken(&path, index) { Err(taken()) } else { Ok(path) }
    }

    /// A card that cannot be read is in no index, but it is there.
    fn taken(&self, path: &str, index: &Index) -> bool {
        index.has_path(path) || exists(&self.book.root.join(path).join(CARD_FILE))
    }

    fn country(&mut self, country: Country) -> Result<String, Wrong> {
        if let Some(folder) = self.countries.get(&country) {
            return Ok(folder.clone());
        }
        let (stage, _) = self.stage;
        // many folders at once: in the book's own language, whoever runs the import
        let language = self.book.settings.language.as_deref().and_then(Lang::find).unwrap_or_else(lang);
        let folder = format!("{stage}/{}", country_folder(self.book, stage, country, language)?);
        if link_on_the_way(&self.book.root, &self.book.root.join(&folder)).is_some() {
            return Err(Wrong::new(tr!(
                "the folder {folder} is a link; kehu writes through none",
                "文件夹 {folder} 是链接；kehu 不会通过链接写入"
            ))
            .next(tr("put the folder itself there", "请把文件夹本身放在这里")));
        }
        self.countries.insert(country, folder.clone());
        Ok(folder)
    }

    /// The company's folder as it is there already, perhaps without a card yet, or as it will be.
    fn company(&mut self, above: &str, company: String) -> Result<String, Wrong> {
        if !self.companies.contains_key(above) {
            let folder = self.book.root.join(above);
            let there = if exists(&folder) { list(&folder)? } else { Vec::new() };
            let names = there.into_iter().filter(|(_, is_folder)| *is_folder);
            let names = names.map(|(name, _)| (clash_key(&name), name)).collect();
            self.companies.insert(above.to_owned(), names);
        }
        let there = self.companies.get(above).and_then(|names| names.get(&clash_key(&company)));
        Ok(there.cloned().unwrap_or(company))
    }
}
