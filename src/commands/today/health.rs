//! How the book is, in one line.

use crate::lang::{Lang, counted, lang, tr};
use crate::model::choice::StageKind;
use crate::tr;
use crate::views::{Style, Text};

/// What was counted of the cards.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Health {
    /// Cards in the folders of customers.
    pub customers: usize,
    /// Cards in the folders of prospects.
    pub prospects: usize,
    /// Customers that nobody gave a grade.
    pub ungraded: usize,
    /// Cards that lack a required field.
    pub incomplete: usize,
    /// Cards and folders that could not be read.
    pub unreadable: usize,
    /// Cards whose money cannot be told.
    pub uncounted: usize,
}

impl Health {
    /// Counts a card that could be read.
    pub fn count(&mut self, kind: StageKind, graded: bool, complete: bool, counts: bool) {
        match kind {
            StageKind::Customer => self.customers += 1,
            StageKind::Prospect => self.prospects += 1,
        }
        self.ungraded += usize::from(kind == StageKind::Customer && !graded);
        self.incomplete += usize::from(!complete);
        self.uncounted += usize::from(!counts);
    }

    /// Whether there is no card at all, not even one that cannot be read.
    pub fn is_empty(&self) -> bool {
        self.customers + self.prospects + self.unreadable == 0
    }

    /// Whether something may be missing from the page, because a card could not be read or counted.
    pub fn is_troubled(&self) -> bool {
        self.unreadable + self.uncounted > 0
    }

    /// The line. Where it is too long, the commands go first, from its end, then the last of what it says.
    pub fn line(&self, columns: usize) -> Text {
        let parts = self.parts();
        let tries = (0..=parts.len()).rev().map(|commands| (parts.len(), commands));
        let shorter = (1..parts.len()).rev().map(|told| (told, 0));
        let lines = tries.chain(shorter).map(|(told, commands)| joined(&parts, told, commands));
        let whole = joined(&parts, 1, 0).cut(columns);
        lines.into_iter().find(|line| line.width() <= columns).unwrap_or(whole)
    }

    /// What there is to say, and the command that says more.
    fn parts(&self) -> Vec<(Text, &'static str)> {
        let (customers, prospects) = (self.customers, self.prospects);
        let customers = tr!("{}", "国外客户 {}", count(customers, "customer", "customers"));
        let prospects = tr!("{}", "潜在客户 {}", count(prospects, "prospect", "prospects"));
        let many = [customers, prospects].join(tr(", ", "，"));
        let mut parts = vec![(Text::plain(many), "")];
        let (unreadable, uncounted, incomplete) = (self.unreadable, self.uncounted, self.incomplete);
        let faults = [
            (unreadable, Style::Bad, tr!("{unreadable} unreadable", "无法读取 {unreadable} 张")),
            (uncounted, Style::Bad, tr!("{uncounted} uncountable", "金额不清 {uncounted} 张")),
            (incomplete, Style::Warn, tr!("{incomplete} incomplete", "缺必填项 {incomplete} 张")),
        ];
        let mut text = Text::new();
        for (_, style, words) in faults.iter().filter(|(count, ..)| *count > 0) {
            let comma = if text.width() == 0 { "" } else { tr(", ", "，") };
            text = text.and(Style::Plain, comma).and(*style, words);
        }
        if text.width() == 0 {
            parts.push((Text::new().and(Style::Good, tr("all cards complete", "资料齐全")), ""));
        } else {
            parts.push((text, "kehu lint"));
        }
        if self.ungraded > 0 {
            let ungraded = self.ungraded;
            let words = tr!("{ungraded} ungraded", "未评级 {ungraded} 个");
            parts.push((Text::new().and(Style::Warn, words), "kehu grade"));
        }
        parts
    }
}

/// A count with its noun where the language of this process wants one.
fn count(n: usize, one: &str, many: &str) -> String {
    match lang() {
        Lang::En => counted(n, one, many),
        Lang::Zh => n.to_string(),
    }
}

/// The first parts, as many of them as are told with their command.
fn joined(parts: &[(Text, &str)], told: usize, commands: usize) -> Text {
    let mut line = Text::new();
    for (at, (text, command)) in parts.iter().take(told).enumerate() {
        line = line.and(Style::Faint, if at == 0 { "" } else { " · " }).then(text.clone());
        if at < commands && !command.is_empty() {
            line = line.and(Style::Plain, tr(": ", "：")).and(Style::Hint, command);
        }
    }
    line
}
