//! Credit for grade D, or for who is not graded.

use rust_decimal::Decimal;

use crate::lang::{Words, tr};
use crate::lint::{Check, Findings, Run, Sample, Source};
use crate::model::choice::{Grade, Severity};
use crate::model::name::shell_word;
use crate::rules::standing;
use crate::tr;

pub const CHECK: Check = Check {
    code: "credit-for-d",
    severity: Severity::Error,
    article: "第6条 4",
    what: Words::new("a limit or term for grade D, or without a grade", "D级或未评级客户有额度或账期"),
    why: Words::new(
        "Grade D gets no credit whatsoever: cash, or payment first. A limit left over from a better grade must be taken away.",
        "D级客户不给予任何信用交易，坚决现款现货或先款后货；从前等级留下的额度应当取消。",
    ),
    bad: &[Sample::Card(
        "name = 'Acme'\n[[credit]]\nfrom = 2026-03-02\ngrade = 'D'\nlimit = '5000'\ncurrency = 'USD'\n",
    )],
    good: &[Sample::Card("name = 'Acme'\n[[credit]]\nfrom = 2026-03-02\ngrade = 'D'\nlimit = '0'\nterm_days = 0\n")],
    run: Run::Card(run),
};

fn run(source: &Source<'_>, out: &mut Findings<'_>) {
    let Some(card) = source.card else { return };
    let standing = standing::in_force(card, source.today);
    if !matches!(standing.grade, None | Some(Grade::D)) {
        return;
    }
    let limit = standing.limit_on(source.basis.policy, source.today).is_some_and(|limit| *limit > Decimal::ZERO);
    let term = standing.term_days.is_some_and(|days| days > 0);
    let Some((_, last)) = standing::entries(card, source.today).pop().filter(|_| limit || term) else { return };
    let message = match standing.grade {
        Some(_) => tr("grade D, but a limit or term is in force", "D级客户仍有额度或账期"),
        None => tr("not graded, but a limit or term is in force", "未评级却有额度或账期"),
    };
    let path = shell_word(&source.location.path);
    out.at(last.at..last.at, message).hint(tr!(
        "take it away: kehu credit set {path} --limit 0 --term 0",
        "请取消：kehu credit set {path} --limit 0 --term 0"
    ));
}
