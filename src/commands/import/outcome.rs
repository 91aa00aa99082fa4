//! What an import comes to: what was added, what was there, which rows were rejected and why.

use super::Work;
use super::sheet::Sheet;
use super::subject::Subject;
use super::values::Wrong;
use crate::cli::Context;
use crate::error::{Error, Exit, Result};
use crate::formats::csv;
use crate::lang::{counted, tr};
use crate::model::Number;
use crate::store::Write;
use crate::tr;
use crate::views::Text;

/// How many rejects are told one by one.
const TOLD: usize = 20;
/// How many cards are written before the next are worked out.
pub const CHUNK: usize = 256;

/// Rows that were not taken.
#[derive(Clone, Debug)]
pub struct Reject {
    /// The line that is told.
    pub line: usize,
    /// The rows, as their places in the sheet.
    pub rows: Vec<usize>,
    /// Why.
    pub wrong: Wrong,
    /// Whether it waits for a decision instead of being wrong.
    pub held: bool,
}

/// What became of a file.
#[derive(Debug, Default)]
pub struct Outcome {
    /// Records added, or that would be.
    pub added: usize,
    /// Records changed, or that would be.
    pub changed: usize,
    /// Records that were there.
    pub unchanged: usize,
    /// How many of these were changed in the book since kehu wrote the rows.
    pub older: usize,
    /// What cells of rows that kehu wrote say differently and no row can change, a line each.
    pub elsewhere: Vec<String>,
    /// Cards that were written.
    pub cards: usize,
    /// What was not taken.
    pub rejects: Vec<Reject>,
    /// What people should know.
    pub remarks: Vec<String>,
    /// What is written, a line each, for a look ahead.
    pub plan: Vec<String>,
    /// What is changed in cards that are there, a line each.
    pub changes: Vec<String>,
    /// Cards that could not be read, and so were not looked at.
    pub unread: Vec<Error>,
    /// What ended the import before its end.
    pub trouble: Option<Error>,
}

impl Outcome {
    /// Writes some cards; `false` where that ended in trouble.
    pub fn write(&mut self, work: &Work<'_>, writes: &[Write], added: usize, changed: usize) -> bool {
        let (done, trouble) = if work.dry_run { (writes.len(), None) } else { work.book.write_many(writes) };
        self.cards += done;
        if done == writes.len() {
            self.added += added;
            self.changed += changed;
        }
        let ended = trouble.is_some();
        self.trouble = self.trouble.take().or(trouble);
        !ended
    }

    /// Tells everything and says how the program ends.
    ///
    /// # Errors
    /// The rejects cannot be written, the answer cannot be shown, or writing cards ended in trouble.
    pub fn tell(
        mut self,
        sheet: &Sheet<'_>,
        rejects: Option<&std::path::Path>,
        dry_run: bool,
        context: &mut Context<'_>,
    ) -> Result<Exit> {
        self.rejects.sort_by_key(|reject| reject.line);
        for remark in &self.remarks {
            context.done(remark);
        }
        for line in self.plan.iter().chain(&self.changes).filter(|_| dry_run) {
            context.shell.line(line)?;
        }
        self.tell_rejects(sheet, context);
        let unread = context.tell(&self.unread);
        if let Some(path) = rejects.filter(|_| !dry_run && !self.rejects.is_empty()) {
            crate::store::write_new(path, &self.rejected_rows(sheet)?)?;
            let path = path.display();
            context.done(tr!(
                "the rejected rows are in {path}; correct them there and import that file",
                "被拒的行已写入 {path}，改正后导入该文件即可"
            ));
        }
        if let Some(trouble) = self.trouble {
            let next = tr(
                "what was added so far is whole; mend this and run the same import again, it goes on where it ended",
                "已写入的部分是完整的；排除问题后重新运行同一导入，会接着做完",
            );
            let (count, cards) = (self.cards, counted(self.cards, "card was", "cards were"));
            context.done(tr!("{cards} written before that", "此前已写入 {count} 张卡片"));
            return Err(Error { next: trouble.next.or(Some(next.to_owned())), ..trouble });
        }
        context.done(self.summary(sheet, dry_run));
        Ok(match (unread, self.rejects.is_empty()) {
            (true, _) => Exit::Trouble,
            (false, true) => Exit::Done,
            (false, false) => Exit::No,
        })
    }

    fn summary(&self, sheet: &Sheet<'_>, dry_run: bool) -> String {
        let added = self.added;
        let one = |one: &str, many: &str| counted(added, one, many);
        let (en, zh) = match sheet.subject {
            Subject::Customers => (one("customer", "customers"), tr!("{added} customers", "{added} 个客户")),
            Subject::Orders => (one("order", "orders"), tr!("{added} orders", "{added} 张订单")),
            Subject::Payments => (one("payment", "payments"), tr!("{added} payments", "{added} 笔收款")),
        };
        let (unchanged, held) = (self.unchanged, self.rejects.iter().filter(|reject| reject.held).count());
        let rejected = self.rejects.len().saturating_sub(held);
        let changed = match self.changed {
            0 => String::new(),
            changed => tr!(" {changed} changed,", "{changed} 已修改，"),
        };
        let held = match held {
            0 => String::new(),
            held => tr!(", {held} held back", "，{held} 待定"),
        };
        if dry_run {
            tr!(
                "{en} would be added,{changed} {unchanged} unchanged, {rejected} rejected{held}; nothing was written",
                "将新增 {zh}，{changed}{unchanged} 未变，{rejected} 被拒{held}；未写入任何内容"
            )
        } else {
            tr!(
                "{en} added,{changed} {unchanged} unchanged, {rejected} rejected{held}",
                "已新增 {zh}，{changed}{unchanged} 未变，{rejected} 被拒{held}"
            )
        }
    }

    fn tell_rejects(&self, sheet: &Sheet<'_>, context: &mut Context<'_>) {
        for reject in self.rejects.iter().take(TOLD) {
            let error = Error::refused(&reject.wrong.what).at(sheet.at(reject.line, reject.wrong.column));
            context.shell.error(&match &reject.wrong.next {
                Some(next) => error.next(next),
                None => error,
            });
        }
        if let Some(more) = self.rejects.len().checked_sub(TOLD).filter(|more| *more > 0) {
            let text =
                tr!("and {more} more; --rejects FILE writes them all", "另有 {more} 条；用 --rejects 文件 可全部写出");
            context.shell.warn(&Text::plain(text));
        }
    }

    /// The rejected rows as a table with the reason behind each.
    fn rejected_rows(&self, sheet: &Sheet<'_>) -> Result<Vec<u8>> {
        let columns = sheet.reason.unwrap_or(sheet.header.len());
        let header = sheet.header.iter().take(columns).cloned().chain([tr("reason", "原因").to_owned()]).collect();
        let mut rows: Vec<(usize, &Wrong)> = Vec::new();
        for reject in &self.rejects {
            rows.extend(reject.rows.iter().map(|row| (*row, &reject.wrong)));
        }
        rows.sort_by_key(|(row, _)| *row);
        let lines = rows.iter().filter_map(|(at, wrong)| {
            let row = sheet.rows.get(*at)?;
            // nothing would take away what the card of a row that kehu wrote says there
            let lost = |column| sheet.is_marked(*at) && row.faults.iter().any(|fault| fault.column == column);
            let cell = |column: usize| match row.cells.get(column) {
                _ if lost(column) => "?".to_owned(),
                cell => cell.map_or_else(String::new, |cell| harmless(cell)),
            };
            let mut cells: Vec<String> = (0..columns).map(cell).collect();
            cells.push(wrong.what.clone());
            // of a row that is too long nothing is lost, and it stays too long until it is corrected
            let surplus = row.cells.get(sheet.header.len()..).unwrap_or_default();
            cells.extend(surplus.iter().filter(|cell| !cell.trim().is_empty()).map(|cell| harmless(cell)));
            Some(cells)
        });
        csv::write(std::iter::once(header).chain(lines))
    }
}

/// A cell that a spreadsheet does not run; import takes the mark off again.
fn harmless(cell: &str) -> String {
    let runs = cell.starts_with(['=', '+', '-', '@', '\t', '\r']) && Number::parse(cell.trim()).is_none();
    // a text that is written as ="007" is harmless already, and keeps its zeros only so
    let text_formula = cell.starts_with("=\"") && cell.ends_with('"') && cell.matches('"').count() == 2;
    if runs && !text_formula { format!("'{cell}") } else { cell.to_owned() }
}

#[cfg(test)]
mod tests {
    use super::super::values::plain;
    use super::*;

    #[test]
    fn what_a_spreadsheet_would_run_stays_text_and_is_read_back() {
        for (cell, want) in [
            ("=1+1", "'=1+1"),
            ("+49 711", "'+49 711"),
            ("@x", "'@x"),
            ("-5.00", "-5.00"),
            ("=\"007\"", "=\"007\""),
            ("=\"a\"&\"b\"", "'=\"a\"&\"b\""),
            ("Acme", "Acme"),
        ] {
            assert_eq!(harmless(cell), want);
            if want.starts_with('\'') {
                assert_eq!(plain(want), cell);
            }
        }
    }
}
