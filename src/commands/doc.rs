//! `doc`: the user's own templates, filled.

mod fill;
mod find;
mod groups;
mod listed;
mod may;
mod names;
mod values;

use super::append::DryRun;
use crate::cli::{Context, format_of};
use crate::error::{Error, Exit, Result};
use crate::lang::tr;
use crate::model::field::Record;
use crate::views::{Column, Format, Report};
pub use listed::{FieldRow, PaperRow, TemplateRow};
use listed::{field_columns, template_columns};
use names::Catalogue;

const FORMATS: &[Format] = &[Format::Text, Format::Table, Format::Md, Format::Json, Format::Jsonl, Format::Csv];

/// What may be said to `doc`.
#[derive(clap::Args)]
pub struct Args {
    #[arg(value_name = tr("NAME", "客户"), help = tr("The customer: name, part of it, code, e-mail, phone or path; left away for papers about nobody", "名称或其一部分、编号、邮箱、电话、路径；与客户无关的单证可省略"))]
    name: Option<String>,
    #[arg(value_name = tr("TEMPLATE", "模板"), help = tr("The template: its name with or without ending, a part of it, or a path", "模板名（可省略扩展名）、其一部分，或路径"))]
    template: Option<String>,
    #[arg(long, value_name = tr("NUMBER", "报价单号"), help = tr("Which quote; the newest that is open unless given", "哪张报价，默认最新的待回复报价"))]
    quote: Option<String>,
    #[arg(long, value_name = tr("NUMBER", "订单号"), help = tr("Which order; the newest unless given", "哪张订单，默认最新的一张"))]
    order: Option<String>,
    #[arg(long, value_name = tr("SHIPMENT", "批次"), help = tr("Which shipment: its number from 1, B/L or invoice number; the newest unless given", "哪批出运：批次（从 1 起）、提单号或发票号，默认最新的一批"))]
    shipment: Option<String>,
    #[arg(long, value_name = tr("CONTACT", "联系人"), help = tr("For which contact; who decides unless given", "致哪位联系人，默认决策人"))]
    contact: Option<String>,
    #[arg(long, value_name = tr("PERSON", "姓名"), help = tr("Whose visit plan, where no customer is named", "不写客户时，谁的访问计划"))]
    owner: Option<String>,
    #[arg(short, long, value_name = tr("FILE", "文件"), help = tr("Where to write it: a file, or a folder; the customer's folder unless given", "写到哪个文件或文件夹，默认客户文件夹"))]
    output: Option<String>,
    #[arg(long, value_name = tr("REASON", "理由"), help = tr("Make it although the credit check says no; noted as a follow-up with this reason", "信用审核不通过仍出具；理由记为一条跟进"))]
    anyway: Option<String>,
    #[arg(long, conflicts_with_all = ["name", "fields"], help = tr("List the templates there are", "列出现有模板"))]
    list: bool,
    #[arg(long, value_name = tr("TEMPLATE", "模板"), num_args = 0..=1, conflicts_with = "name", help = tr("Print the names that templates may use, or those that one uses", "列出模板可用的全部占位符，或某模板所用的占位符"))]
    fields: Option<Option<String>>,
    #[command(flatten)]
    dry_run: DryRun,
    #[arg(long, value_name = tr("FORMAT", "格式"), value_parser = format_of(FORMATS), default_value = "text", help = tr("How to tell it; of a paper text or json", "输出格式；制单时为 text 或 json"))]
    format: Format,
}

impl Args {
    /// Fills a template, or tells what there is to fill.
    ///
    /// # Errors
    /// Unknown customer or template, a template with mistakes, terms that the credit check does not allow, or the paper
    /// cannot be written.
    pub fn run(self, context: &mut Context<'_>) -> Result<Exit> {
        match &self.fields {
            Some(template) => self.fields(template.as_deref(), context),
            None if self.list => self.list(context),
            None => self.fill(context),
        }
    }

    fn fields(&self, template: Option<&str>, context: &mut Context<'_>) -> Result<Exit> {
        let names = Catalogue::new();
        let rows: Vec<FieldRow> = match template {
            None => names.values().map(FieldRow::new).collect(),
            Some(template) => {
                let book = context.take_book()?;
                let found = find::find(template, &book)?;
                let read = match found.read(&names) {
                    Ok(read) => read,
                    Err(errors) => return Ok(told(&errors, context)),
                };
                let mut used: Vec<_> = read.names();
                used.sort();
                used.dedup_by(|a, b| (&a.group, &a.key) == (&b.group, &b.key));
                used.iter().filter_map(|name| names.entry(name)).map(FieldRow::new).collect()
            }
        };
        report(&rows, &field_columns(), |row| &row.name, self.format, context)
    }

    fn list(&self, context: &mut Context<'_>) -> Result<Exit> {
        let book = context.take_book()?;
        let names = Catalogue::new();
        let (mut rows, mut errors) = (Vec::new(), Vec::new());
        for found in find::all(&book) {
            match found.read(&names) {
                Ok(read) => rows.push(TemplateRow::new(&found.shown, &read.names())),
                Err(more) => {
                    rows.push(TemplateRow::new(&found.shown, &[]));
                    errors.extend(more);
                }
            }
        }
        report(&rows, &template_columns(), |row| &row.template, self.format, context)?;
        if rows.is_empty() && matches!(self.format, Format::Text | Format::Table) {
            let folder = find::folder_of(&book);
            context.done(crate::tr!("no templates in the folder {folder}", "文件夹 {folder} 中没有模板"));
        }
        Ok(if context.tell(&errors) { Exit::Trouble } else { Exit::Done })
    }
}

/// The most mistakes of a template that are told at once.
const TOLD: usize = 20;

/// Tells what is wrong with a template; the run ends as the worst of it says.
fn told(errors: &[Error], context: &mut Context<'_>) -> Exit {
    context.tell(errors.get(..TOLD).unwrap_or(errors));
    let more = errors.len().saturating_sub(TOLD);
    if more > 0 {
        context.done(crate::tr!("and {more} more in the template", "模板中另有 {more} 处"));
    }
    errors.iter().map(|error| error.exit).max().unwrap_or(Exit::Trouble)
}

fn report<T: serde::Serialize + Record>(
    rows: &[T],
    columns: &[Column<T>],
    path: fn(&T) -> &str,
    format: Format,
    context: &mut Context<'_>,
) -> Result<Exit> {
    Report { rows, columns, path }.emit(format, false, context.shell)?;
    Ok(Exit::Done)
}
