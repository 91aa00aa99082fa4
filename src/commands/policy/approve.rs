//! `policy approve`: the president puts the policy into force as it stands (第4条).

use crate::cli::Context;
use crate::commands::acting::{acting, must_be, unknown};
use crate::commands::append::DryRun;
use crate::error::{Error, Exit, Place, Result};
use crate::formats::policy::{Reading, read};
use crate::formats::toml::{Edit, Step, quoted};
use crate::lang::tr;
use crate::model::Choose;
use crate::model::choice::Role;
use crate::model::field::Record;
use crate::model::policy::Written;
use crate::rules::policy::{State, state};
use crate::rules::staff::Staff;
use crate::store::{Book, POLICY_FILE};
use crate::tr;
use crate::views::diff;

/// What may be said to it.
#[derive(clap::Args)]
pub struct Args {
    #[command(flatten)]
    dry_run: DryRun,
}

impl Args {
    /// Appends the approval.
    ///
    /// # Errors
    /// There is nothing to approve, it is faulty or approved already, the person may not, or it cannot be written.
    pub fn run(self, context: &mut Context<'_>) -> Result<Exit> {
        // what is approved is what stands there under the lock
        let (book, _) = context.take_book_unjudged()?;
        let _lock = context.lock(&book, self.dry_run.dry_run)?;
        let Some(text) = book.text_of(POLICY_FILE)? else { return Err(nothing(true)) };
        let written = approvable(&text, &book)?;
        let by = acting(&book, context)?.filter(|by| !by.is_empty()).ok_or_else(unknown)?;
        let waived = Staff::new(&book.settings).holders(Role::President, context.today).is_empty();
        if !waived {
            must_be(&[Role::President], Some(&by), &book, context, "第4条")?;
        }
        let approval = Edit::PushRecord {
            path: vec![Step::from("approval")],
            fields: vec![
                ("date", context.today.to_string()),
                ("by", quoted(&by)),
                ("role", quoted(Role::President.key())),
                ("digest", quoted(&written.digest())),
            ],
        };
        let after = book.edited_text(POLICY_FILE, &text, Written::TYPE, &[approval])?;
        if self.dry_run.dry_run {
            context.shell.say(&diff(POLICY_FILE, &text, &after))?;
            return Ok(Exit::Done);
        }
        book.replace_text(POLICY_FILE, &text, &after)?;
        context.done(tr!("policy.toml approved by {by}", "policy.toml 已由 {by} 批准"));
        if waived {
            context.done(tr(
                "unreviewed: nobody in kehu.toml holds the role of president",
                "无复核：kehu.toml 中没有人担任总裁",
            ));
        }
        Ok(Exit::Done)
    }
}

/// What stands in the file, where that can be approved.
fn approvable(text: &str, book: &Book) -> Result<Written> {
    let Reading { written, faults, .. } = read(POLICY_FILE, text);
    if !faults.is_empty() {
        return Err(Error::refused(tr("what is wrong cannot be approved", "政策有误，不能批准"))
            .at(Place::file(POLICY_FILE))
            .next(tr("see what it is: kehu policy check", "查看错误：kehu policy check")));
    }
    match state(Some(&written), &book.settings) {
        State::Draft => Ok(written),
        State::Own => Err(nothing(false)),
        State::Approved { by, on, .. } => {
            Err(Error::refused(tr!("approved as it stands, by {by} on {on}", "现行内容已由 {by} 于 {on} 批准"))
                .at(Place::file(POLICY_FILE))
                .next(tr("after a change of a figure approve it again", "改动数字后再批准")))
        }
    }
}

/// The document's own figures are approved by nature.
fn nothing(absent: bool) -> Error {
    let error =
        Error::refused(tr("nothing to approve: the document's own figures hold", "无须批准：按制度原有数字执行"))
            .at(Place::file(POLICY_FILE));
    error.next(if absent {
        tr(
            "to have figures of your own: kehu policy show --format toml > policy.toml",
            "要自定数字：kehu policy show --format toml > policy.toml",
        )
    } else {
        tr("it changes no figure; see them all: kehu policy show", "其中没有改动任何数字；查看全部：kehu policy show")
    })
}
