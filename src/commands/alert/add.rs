//! `alert add`: an urgent report is filed and goes to the superior (第11条 2, 第14条 2).

use std::cell::RefCell;

use super::filing::{Filing, Particulars};
use crate::cli::{Answer, Context, choice_of};
use crate::commands::append::DryRun;
use crate::commands::deal::sum::{Sign, sum};
use crate::commands::deal::write::{Doubts, write};
use crate::commands::resolve::given_or_asked;
use crate::error::{Exit, Result};
use crate::lang::tr;
use crate::model::choice::AlertKind;
use crate::model::{Card, Choose};
use crate::rules::alert::is_bill;
use crate::store::CardFile;
use crate::tr;

/// What may be said to `alert add`.
#[derive(clap::Args)]
pub struct Args {
    #[arg(value_name = tr("NAME", "客户"), help = tr("The customer: name, part of it, code, e-mail, phone or path", "名称或其一部分、编号、邮箱、电话、路径"))]
    name: Option<String>,
    #[arg(short, long, value_name = tr("KIND", "类别"), value_parser = choice_of::<AlertKind>(), help = tr("What it is about", "报告类别"))]
    kind: Option<AlertKind>,
    #[arg(short, long, value_name = tr("TEXT", "情况"), help = tr("What happened: facts, no conjecture", "发生了什么：只写事实，不写推测"))]
    summary: Option<String>,
    #[command(flatten)]
    particulars: Particulars,
    #[arg(long, value_name = tr("PERSON", "姓名"), help = tr("Who reports; --as unless given", "报告人，默认 --as"))]
    by: Option<String>,
    #[arg(long, value_name = tr("DATE", "日期"), allow_hyphen_values = true, help = tr("When it was learnt; today unless given", "获悉日期，默认今天"))]
    date: Option<String>,
    #[command(flatten)]
    dry_run: DryRun,
}

impl Args {
    /// Files the report.
    ///
    /// # Errors
    /// Unknown customer, order or person, values that do not fit, a doubt that nobody allays, or the card cannot be
    /// written.
    pub fn run(self, context: &mut Context<'_>) -> Result<Exit> {
        let book = context.take_book()?;
        let location = given_or_asked(self.name.as_deref(), &book, context)?;
        let asking = (self.by.as_deref(), self.date.as_deref());
        // a slip in what was said is told before anything is asked
        let kind = self.kind.unwrap_or(AlertKind::Other);
        Filing::new(kind, "", &self.particulars, asking, &book, context)?;
        let (kind, summary, particulars) = self.asked(context)?;
        let filing = Filing::new(kind, &summary, &particulars, asking, &book, context)?;
        let today = context.today;
        let id = RefCell::new(String::new());
        let plan = |_: &CardFile, card: &Card, doubts: &mut Doubts| {
            let (edit, made) = filing.edit(card, &location, (&book, today), doubts)?;
            id.replace(made);
            Ok(vec![edit])
        };
        write(context, &book, &location, self.dry_run, &plan)?;
        if !self.dry_run.dry_run {
            let (path, told) = (&location.path, filing.told(&id.into_inner(), &location));
            context.done(tr!("{path}: {told}", "{path}：{told}"));
        }
        Ok(Exit::Done)
    }

    /// Kind, summary and, of a bill, the amount: given or asked.
    fn asked(&self, context: &mut Context<'_>) -> Result<(AlertKind, String, Particulars)> {
        let today = context.today;
        let mut answer = Answer::new(context.shell);
        let kind = match self.kind {
            Some(kind) => kind,
            None => {
                let items: Vec<String> = AlertKind::ALL.iter().map(ToString::to_string).collect();
                let picked = answer.select(tr("What is it about?", "报告类别"), "--kind", &items)?;
                AlertKind::ALL.get(picked).copied().unwrap_or(AlertKind::Other)
            }
        };
        let summary = match self.summary.as_deref().map(str::trim).filter(|summary| !summary.is_empty()) {
            Some(summary) => summary.to_owned(),
            None => answer.text(tr("What happened?", "发生了什么"), "--summary", true)?.unwrap_or_default(),
        };
        let mut particulars = self.particulars.clone();
        if particulars.amount.is_none() && is_bill(kind) {
            let question = tr("Amount, as USD 3153.60 (第14条)", "金额，如 USD 3153.60（第14条）");
            let check = |text: &str| sum(text, Sign::Above, today).map(drop);
            particulars.amount = answer.checked(question, "--amount", true, &check)?;
        }
        Ok((kind, summary, particulars))
    }
}
