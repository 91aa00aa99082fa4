//! A new book: its settings, stage folders, and what editors need.

use std::path::Path;

use super::{Book, CACHE_FOLDER, SETTINGS_FILE, disk, template_folder};
use crate::error::{Error, Place, Result};
use crate::formats::paper::Paper;
use crate::formats::toml::quoted;
use crate::lang::{Lang, tr};
use crate::model::choice::{Choose, StageKind};
use crate::model::tree::SCHEMA_FILE;
use crate::model::{Policy, Settings, schema};

/// What tells Taplo which files are cards.
const TAPLO_FILE: &str = ".taplo.toml";

const TAPLO: &str = "\
# Editors with Taplo (VS Code: Even Better TOML) complete and check cards by the schema beside this file.
# The path below counts from where Taplo runs: open this folder itself in the editor, run `taplo lint` in it.
# 编辑器装 Taplo（VS Code：Even Better TOML）后按旁边的规范补全和检查卡片；请在编辑器中直接打开本文件夹。
include = [\"**/card.toml\"]

[[rule]]
include = [\"**/card.toml\"]

[rule.schema]
path = \"./kehu.schema.json\"
enabled = true
";

/// A file to be made: its name below the book, and what is in it.
pub type NewFile = (String, Vec<u8>);

/// What a new book starts with.
#[derive(Clone, Copy, Debug)]
pub struct NewBook<'a> {
    /// The language of the interface.
    pub lang: Lang,
    /// The currency of totals.
    pub currency: &'a str,
    /// The stage folders and what they hold.
    pub stages: &'a [(String, StageKind)],
}

/// The stages of the source document; in an English book under English names.
pub fn default_stages(lang: Lang) -> Vec<(String, StageKind)> {
    let name = |kind: StageKind| match (lang, kind) {
        (Lang::Zh, kind) => kind.words().zh,
        (Lang::En, StageKind::Prospect) => "Prospects",
        (Lang::En, StageKind::Customer) => "Customers",
    };
    StageKind::ALL.iter().map(|kind| (name(*kind).to_owned(), *kind)).collect()
}

impl NewBook<'_> {
    /// The text of kehu.toml, in the book's language.
    pub fn settings(&self) -> String {
        let note = |en: &'static str, zh: &'static str| match self.lang {
            Lang::En => en,
            Lang::Zh => zh,
        };
        let mut text = format!(
            "{}\nlanguage = \"{}\"{}\ncurrency = \"{}\"{}\n",
            note("# The settings of this book.", "# 本账套的设置"),
            self.lang.tag(),
            note("       # zh-CN or en", "    # zh-CN 或 en"),
            self.currency,
            note("      # what totals are told in", "      # 本位币：合计所用币种"),
        );
        for (folder, kind) in self.stages {
            text.push_str(&format!("\n[[stage]]\nfolder = {}\nkind = \"{}\"\n", quoted(folder), kind.key()));
        }
        text.push_str(note(
            "\n# [[person]]                     # your people; without any, names are not checked\n# name = \"\"\n# roles = [\"salesperson\"]        # salesperson finance sales_manager marketing_director president\n# email = \"\"\n\n# [[rate]]                       # 1 unit in base currency, from that day on\n# date = 2026-01-01\n# currency = \"USD\"\n# value = \"7.00\"\n",
            "\n# [[person]]                     # 本公司人员；一个都不填则不检查姓名\n# name = \"\"\n# roles = [\"salesperson\"]        # salesperson 业务员 finance 财务 sales_manager 销售经理 marketing_director 营销总监 president 总裁\n# email = \"\"\n\n# [[rate]]                       # 汇率：自该日起 1 单位外币合本位币\n# date = 2026-01-01\n# currency = \"USD\"\n# value = \"7.00\"\n",
        ));
        text
    }

    /// Makes the book in a folder, which is made too. What is there already stays as it is.
    ///
    /// # Errors
    /// The folder is a book already, or cannot be written.
    pub fn create(&self, root: &Path) -> Result<Book> {
        let files = self.plan(root)?;
        for (folder, _) in self.stages {
            let folder = root.join(folder);
            std::fs::create_dir_all(&folder).map_err(|error| Error::io(&folder, &error))?;
        }
        write_all(root, &files)?;
        Book::open(root)
    }

    /// The files that [`create`](Self::create) would make.
    ///
    /// # Errors
    /// The folder is a book already.
    pub fn plan(&self, root: &Path) -> Result<Vec<NewFile>> {
        if disk::exists(&root.join(SETTINGS_FILE)) {
            return Err(Error::refused(tr("this folder is a book already", "该文件夹已经是账套"))
                .at(Place::file(root.join(SETTINGS_FILE).display().to_string()))
                .next(tr(
                    "to make cards for company folders in it: kehu init --adopt",
                    "要为其中的公司文件夹建卡：kehu init --adopt",
                )));
        }
        let mut files = templates(root, self.lang)?;
        files.extend(furniture(self.settings()));
        files.retain(|(name, _)| !disk::exists(&root.join(name)));
        Ok(files)
    }
}

/// What a book needs beside its customers. kehu.toml comes last, because it is what makes a folder a book.
pub fn furniture(settings: String) -> Vec<NewFile> {
    let mut files = companions();
    files.push((".gitignore".to_owned(), format!("{CACHE_FOLDER}/\n")));
    files.push((SETTINGS_FILE.to_owned(), settings));
    files.into_iter().map(|(name, text)| (name, text.into_bytes())).collect()
}

/// The templates of the papers that a book lacks.
///
/// # Errors
/// One cannot be packed.
pub fn templates(root: &Path, lang: Lang) -> Result<Vec<NewFile>> {
    let folder = template_folder(root, lang);
    let files = Paper::files(lang)?.into_iter().map(|(name, bytes)| (format!("{folder}/{name}"), bytes));
    Ok(files.filter(|(name, _)| !disk::exists(&root.join(name))).collect())
}

/// Makes new files below a folder, in their order.
///
/// # Errors
/// One is there already, or cannot be written.
pub fn write_all(root: &Path, files: &[NewFile]) -> Result<()> {
    files.iter().try_for_each(|(name, bytes)| disk::write_new(&root.join(name), bytes))
}

impl Book {
    /// The book that would be made, for a look ahead.
    pub fn planned(root: &Path, new: &NewBook<'_>) -> Self {
        let root = disk::absolute(root).unwrap_or_else(|| root.to_path_buf());
        Self {
            root,
            settings: Settings::default(),
            policy: Policy::default(),
            policy_file: None,
            stages: new.stages.to_vec(),
        }
    }
}

/// The files that kehu keeps beside the cards for editors: name and text.
pub fn companions() -> Vec<(String, String)> {
    // a serde_json::Value of our own making always prints
    let schema = serde_json::to_string_pretty(&schema::card()).unwrap_or_default();
    vec![(SCHEMA_FILE.to_owned(), schema + "\n"), (TAPLO_FILE.to_owned(), TAPLO.to_owned())]
}
