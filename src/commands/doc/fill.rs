//! A paper made: what it is about, its values, whether it may go out, where it is kept.

use std::path::{Path, PathBuf};

use super::find::{Found, find, picked};
use super::listed::PaperRow;
use super::names::Catalogue;
use super::values::{Asked, Asks, Sheet, Subject, deal, file_of, groups, ourselves, people, visits};
use super::{Args, may, told};
use crate::cli::Context;
use crate::commands::deal::{orders, quotes};
use crate::commands::resolve::{customer, given_or_asked};
use crate::error::{Error, Exit, Place, Result};
use crate::formats::template::{Name, Template};
use crate::lang::{Lang, lang, tr};
use crate::model::name;
use crate::rules::money::Basis;
use crate::store::{Book, Customer, free_name, is_folder, must_be_free, must_have_folder, write_beside, write_new};
use crate::tr;
use crate::views::Format;
use crate::views::emit::json_row;

/// The most placeholders that are named as empty: a form has many.
const SHOWN: usize = 8;

/// What can be told without a customer.
const OF_NOBODY: &[&str] = &["today", "seller", "me", "plan", "visits", "dropped"];

impl Args {
    pub(super) fn fill(&self, context: &mut Context<'_>) -> Result<Exit> {
        if !matches!(self.format, Format::Text | Format::Json) {
            return Err(Error::new(tr("a paper is told as text or json", "制单结果只能输出为 text 或 json"))
                .next(tr("leave --format away, or write json", "请去掉 --format，或写 json")));
        }
        let book = context.take_book()?;
        let (customer, found) = self.meant(&book, context)?;
        let catalogue = Catalogue::new();
        if !found.others.is_empty() {
            let (shown, others) = (&found.shown, found.others.join(tr(", ", "、")));
            context.done(tr!("{shown} is used; of the same name: {others}", "使用 {shown}；同名模板：{others}"));
        }
        let template = match found.read(&catalogue) {
            Ok(template) => template,
            Err(errors) => return Ok(told(&errors, context)),
        };
        let names = template.names();
        let needed = groups(&names).iter().any(|group| !OF_NOBODY.contains(group));
        let customer = match customer {
            None if !needed => None,
            name => {
                let location = given_or_asked(name, &book, context)?;
                Some(Customer::new(book.read(&location)?)?)
            }
        };
        let paper = Paper { found: &found, template: &template, names: &names, catalogue: &catalogue, book: &book };
        self.make(&paper, customer.as_ref(), context)
    }

    /// The customer and the template that are meant; one word alone is either.
    fn meant(&self, book: &Book, context: &mut Context<'_>) -> Result<(Option<&str>, Found)> {
        match (self.name.as_deref(), &self.template) {
            (name, Some(template)) => Ok((name, find(template, book)?)),
            (Some(one), None) => match find(one, book) {
                Ok(found) => Ok((None, found)),
                Err(_) if customer(one, book, context).is_ok() => Ok((Some(one), picked(book, context)?)),
                Err(error) => Err(error),
            },
            (None, None) => Ok((None, picked(book, context)?)),
        }
    }

    fn make(&self, paper: &Paper<'_>, customer: Option<&Customer>, context: &mut Context<'_>) -> Result<Exit> {
        let (book, names) = (paper.book, paper.names);
        let basis = Basis::new(&book.settings, &book.policy);
        let products = book.products()?;
        let mut sheet = Sheet::default();
        let me = context.person(book);
        ourselves(&mut sheet, book, me.as_deref(), context.today)?;
        let asks = groups(names);
        let mut troubles = Vec::new();
        if ["plan", "visits", "dropped"].iter().any(|group| asks.contains(group)) {
            troubles = visits(&mut sheet, customer, self.owner.as_deref(), book, context.today);
        }
        let asked = Asked {
            quote: self.quote.as_deref(),
            order: self.order.as_deref(),
            shipment: self.shipment.as_deref(),
            contact: self.contact.as_deref(),
        };
        let subject = match customer {
            Some(customer) => {
                let day = context.today;
                Some(Subject::new(names, &asked, customer, book, &basis, &products, day)?)
            }
            None => None,
        };
        if let Some(subject) = &subject {
            people(&mut sheet, subject)?;
            let lines = asks.contains("lines") || asks.contains("charges");
            let pictures = asks.contains("pictures") || names.iter().any(is_picture);
            deal(&mut sheet, subject, Asks { lines, pictures })?;
            file_of(&mut sheet, subject, &asks)?;
            may::dunned(names, &sheet, subject)?;
        }
        let filled = paper.template.fill(&sheet, paper.catalogue)?;
        if let Some(subject) = &subject {
            if let Some(verdict) = may::asked(names, subject)? {
                let name = format!("{}.{}", paper.found.stem(), paper.found.ending());
                verdict.settle(self.anyway.as_deref(), &name, subject, self.dry_run, context)?;
            }
            subject.taken.iter().for_each(|taken| context.done(taken));
        }
        sheet.remarks.iter().for_each(|remark| context.done(remark));
        if sheet.remarks.is_empty() && !paper.found.kind.shows_pictures() && names.iter().any(is_picture) {
            context.done(tr(
                "pictures are left out: Word and HTML papers show them",
                "未放入图片：只有 Word 和 HTML 单证能显示图片",
            ));
        }
        let number = subject.as_ref().and_then(number).unwrap_or_else(|| context.today.to_string());
        let path = self.put(paper, customer, &number, &filled.bytes, context)?;
        let row = paper.row(subject.as_ref(), &path, &filled.empty, !self.dry_run.dry_run);
        self.tell(&row, &paper.named(&filled.empty, |_| lang()), context)?;
        Ok(if context.tell(&troubles) { Exit::Trouble } else { Exit::Done })
    }

    /// Writes the paper where nothing is yet.
    fn put(
        &self,
        paper: &Paper<'_>,
        customer: Option<&Customer>,
        number: &str,
        bytes: &[u8],
        context: &Context<'_>,
    ) -> Result<PathBuf> {
        let ending = paper.found.ending();
        let stem = name::folder(&format!("{} {number}", paper.found.stem()), "")?;
        let _lock = context.lock(paper.book, self.dry_run.dry_run)?;
        let folder = match &self.output {
            Some(output) if is_folder(Path::new(output)) => PathBuf::from(output),
            Some(output) => return self.put_at(Path::new(output), &ending, bytes),
            None => customer.map_or(paper.book.root.clone(), |customer| paper.book.root.join(&customer.location.path)),
        };
        match self.dry_run.dry_run {
            true => Ok(free_name(&folder, &stem, &ending)),
            false => write_beside(&folder, &stem, &ending, bytes),
        }
    }

    fn put_at(&self, path: &Path, ending: &str, bytes: &[u8]) -> Result<PathBuf> {
        if path == Path::new("-") {
            return Err(Error::new(tr("a paper cannot go to standard output", "单证不能输出到标准输出"))
                .next(tr!("name a file: -o paper.{ending}", "请写文件名：-o 单证.{ending}")));
        }
        let own = path.extension().map(|ending| ending.to_string_lossy().to_lowercase());
        if own.as_deref() != Some(ending.to_lowercase().as_str()) {
            let shown = path.display();
            return Err(Error::new(tr!("the paper is a .{ending} file", "单证是 .{ending} 文件"))
                .at(Place::file(shown.to_string()))
                .next(tr!("write it to {shown}.{ending}", "请写到 {shown}.{ending}")));
        }
        must_have_folder(path)?;
        must_be_free(path)?;
        if !self.dry_run.dry_run {
            write_new(path, bytes)?;
        }
        Ok(path.to_path_buf())
    }

    fn tell(&self, row: &PaperRow, empty: &[String], context: &mut Context<'_>) -> Result<()> {
        if self.format == Format::Json {
            return json_row(context.shell, row);
        }
        context.shell.line(&row.path)?;
        if !empty.is_empty() {
            let (shown, rest) = empty.split_at_checked(SHOWN).unwrap_or((empty, &[]));
            let (names, more) = (shown.join(tr(", ", "、")), rest.len());
            context.done(match more {
                0 => tr!("left empty, nothing is known: {names}", "没有资料、留空：{names}"),
                _ => tr!(
                    "left empty, nothing is known: {names} and {more} more; --format json names all",
                    "没有资料、留空：{names}，另有 {more} 项；全部见 --format json"
                ),
            });
        }
        if !row.written {
            context.done(tr("nothing was written", "未写入任何内容"));
        }
        Ok(())
    }
}

fn is_picture(name: &Name) -> bool {
    (name.group.as_str(), name.key.as_str()) == ("lines", "picture")
}

/// A template about to be filled.
struct Paper<'a> {
    found: &'a Found,
    template: &'a Template,
    names: &'a [Name],
    catalogue: &'a Catalogue,
    book: &'a Book,
}

impl Paper<'_> {
    /// What names are called in a language, each thing once. Where the template names it in both, that of whoever reads
    /// comes first.
    fn named(&self, names: &[Name], lang_of: impl Fn(&Name) -> Lang) -> Vec<String> {
        let (mut names, same) = (names.to_vec(), |a: &Name, b: &Name| (&a.group, &a.key) == (&b.group, &b.key));
        names.sort_by_key(|name| (name.group.clone(), name.key.clone(), name.lang != lang()));
        names.dedup_by(|next, before| same(next, before));
        let called = |name: &Name| self.catalogue.entry(name).map(|entry| entry.path(lang_of(name)));
        names.iter().filter_map(called).collect()
    }

    fn row(&self, subject: Option<&Subject<'_>>, path: &Path, empty: &[Name], written: bool) -> PaperRow {
        let card = subject.map(|subject| &subject.customer.card);
        let order = subject.and_then(|subject| card?.order.get(subject.order?));
        let quote = subject.and_then(|subject| subject.quote);
        let shown = self.book.inside(path).unwrap_or_else(|| match path.starts_with(&self.book.root) {
            true => self.book.relative(path),
            false => path.display().to_string(),
        });
        PaperRow {
            path: shown,
            template: self.found.shown.clone(),
            customer: subject.map(|subject| subject.customer.location.path.clone()),
            quote: quote.zip(card).map(|(at, card)| quotes::called(card, at).to_owned()),
            order: order.map(|order| orders::called(order).to_owned()),
            shipment: subject.and_then(|subject| subject.shipment.as_ref()).map(|(place, _)| place.saturating_add(1)),
            empty: self.named(empty, |name| name.lang),
            written,
        }
    }
}

/// What the paper is called by: the invoice of the shipment, the order, the quote.
fn number(subject: &Subject<'_>) -> Option<String> {
    let card = &subject.customer.card;
    let order = subject.order.and_then(|at| card.order.get(at)).map(|order| orders::called(order).to_owned());
    let order = order.filter(|number| !number.is_empty());
    let said = match &subject.shipment {
        Some((place, shipment)) => {
            let invoice = shipment.invoice.as_deref().map(str::trim).filter(|text| !text.is_empty());
            let counted = || Some(format!("{}-{}", order.as_deref()?, place.saturating_add(1)));
            invoice.map(str::to_owned).or_else(counted)
        }
        None => order.or_else(|| subject.quote.map(|at| quotes::called(card, at).to_owned())),
    };
    said.filter(|number| !number.is_empty())
}
