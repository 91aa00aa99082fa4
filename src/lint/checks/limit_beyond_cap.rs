//! A limit or term beyond what the grade allows.

use crate::lang::Words;
use crate::lint::{Check, Findings, Run, Sample, Source};
use crate::model::card::Credit;
use crate::model::choice::{Grade, Severity};
use crate::model::money::full;
use crate::model::name::shell_word;
use crate::rules::credit::account_by;
use crate::rules::standing;
use crate::tr;

pub const CHECK: Check = Check {
    code: "limit-beyond-cap",
    severity: Severity::Warning,
    article: "第6条",
    what: Words::new("a limit or term beyond the cap of the grade", "额度或账期超过等级上限"),
    why: Words::new(
        "A buys up to one purchase for up to one cycle, B and C less. What is beyond counts only where the president approved it; the credit check leaves the rest out.",
        "A级以一次进货、一个周期为限，B、C级更低。超出部分须经总裁批准，否则信用审核不予计算。",
    ),
    bad: &[Sample::Card(
        "name = 'Acme'\n[[order]]\nnumber = 'PI-1'\ndate = 2025-03-02\ncurrency = 'CNY'\namount = '1000'\n[[credit]]\nfrom = 2026-03-02\ngrade = 'A'\nlimit = '5000'\ncurrency = 'CNY'\n",
    )],
    good: &[Sample::Card(
        "name = 'Acme'\n[[order]]\nnumber = 'PI-1'\ndate = 2025-03-02\ncurrency = 'CNY'\namount = '5000'\n[[credit]]\nfrom = 2026-03-02\ngrade = 'A'\nlimit = '5000'\ncurrency = 'CNY'\n",
    )],
    run: Run::Card(run),
};

fn run(source: &Source<'_>, out: &mut Findings<'_>) {
    let Some(card) = source.card else { return };
    if card.credit.is_empty() {
        return;
    }
    // money that cannot be told has checks of its own
    let Some(ledger) = source.ledger() else { return };
    let account = account_by(card, ledger, source.basis, source.today);
    let (Ok(counts), Ok(term)) = (account.counts(), account.term()) else { return };
    if matches!(account.grade(), None | Some(Grade::D)) {
        return; // so has credit for D
    }
    let base = source.basis.rates.base();
    let hint = || {
        let path = shell_word(&source.location.path);
        tr!(
            "see how the cap comes about: kehu credit show {path}; ask for more: kehu credit set {path}",
            "查看上限的由来：kehu credit show {path}；申请超限：kehu credit set {path}"
        )
    };
    let last = |names: &dyn Fn(&Credit) -> bool| {
        let entries = standing::entries(card, source.today);
        entries.into_iter().rfind(|(_, entry)| names(entry)).map(|(_, entry)| entry.at)
    };
    if let Some(limit) = counts.limit.as_ref().filter(|limit| limit.counts < limit.base)
        && let Some(at) = last(&|entry| entry.limit.is_some())
    {
        let (granted, cap) = (full(base, limit.base), full(base, counts.cap.limit));
        out.at(at..at, tr!("the limit of {granted} is beyond the cap of {cap}", "额度 {granted} 超过上限 {cap}"))
            .hint(hint());
    }
    let granted = account.granted.standing.term_days.unwrap_or(0);
    if term < granted
        && let Some(at) = last(&|entry| entry.term_days.is_some())
    {
        let cap = counts.cap.term;
        out.at(
            at..at,
            tr!("the term of {granted} days is beyond the cap of {cap}", "账期 {granted} 天超过上限 {cap} 天"),
        )
        .hint(hint());
    }
}
