//! `credit set`: grade, limit and term, asked for of those who decide (第8条); typed in where nobody has to.

use rust_decimal::Decimal;

use super::grant::{Grant, wanted_beyond};
use crate::cli::{Context, choice_of};
use crate::commands::acting::{self, acting, must_be};
use crate::commands::append::{Draft, DryRun, change, wrong_value};
use crate::commands::deal::sum::{Sign, decimals, sum};
use crate::commands::request::filing::{Filed, Filing, left_to_d};
use crate::commands::resolve::given_or_asked;
use crate::error::{Error, Exit, Result};
use crate::formats::toml::Edit;
use crate::formats::typed::{decimal, past_day};
use crate::lang::{or, tr};
use crate::model::card::Credit;
use crate::model::choice::{Grade, Role};
use crate::model::field::Record;
use crate::model::money::full;
use crate::model::{Card, Choose, Date, Number};
use crate::rules::credit::{account, needs_request};
use crate::rules::money::Basis;
use crate::rules::staff::Staff;
use crate::store::{Book, Location};
use crate::tr;

/// What may be said to `credit set`.
#[derive(clap::Args)]
pub struct Args {
    #[arg(value_name = tr("NAME", "客户"), help = tr("The customer: name, part of it, code, e-mail, phone or path", "名称或其一部分、编号、邮箱、电话、路径"))]
    name: Option<String>,
    #[arg(long, value_name = tr("GRADE", "等级"), value_parser = choice_of::<Grade>(), help = tr("The grade", "等级"))]
    grade: Option<Grade>,
    #[arg(long, value_name = tr("AMOUNT", "金额"), help = tr("The limit, as \"USD 48000\"; 0 takes it away", "信用额度，如 \"USD 48000\"；0 为取消额度"))]
    limit: Option<String>,
    #[arg(long, value_name = tr("DAYS", "天数"), help = tr("The term in days", "账期（天）"))]
    term: Option<String>,
    #[arg(long, value_name = tr("DATE", "日期"), help = tr("The last day of the limit; a year unless given", "额度有效期最后一天，默认一年"))]
    valid_until: Option<String>,
    #[arg(long, value_name = tr("AMOUNT", "金额"), help = tr("The insurer's limit, as \"USD 60000\"; needs no approval", "保险限额，如 \"USD 60000\"；无须审批"))]
    insured: Option<String>,
    #[arg(long, value_name = tr("DATE", "日期"), requires = "insured", help = tr("The last day of the insurance", "保险到期日"))]
    insured_until: Option<String>,
    #[arg(long, value_name = tr("SHARE", "比例"), requires = "insured", help = tr("What share the insurer pays, as 90%", "赔付比例，如 90%"))]
    insured_share: Option<String>,
    #[arg(long, value_name = tr("DATE", "日期"), help = tr("In force since this day: an opening entry, from before approvals were asked for", "自该日起已生效：审批起算日之前的期初条目"))]
    from: Option<String>,
    #[arg(long, value_name = tr("TEXT", "理由"), help = tr("Why", "理由"))]
    reason: Option<String>,
    #[command(flatten)]
    dry_run: DryRun,
}

/// What is to be set, by whom and where.
#[derive(Clone, Copy)]
struct Wanted<'w> {
    grant: &'w Grant,
    from: Date,
    /// Who asks for it; `None` where it is typed in.
    by: Option<&'w str>,
    book: &'w Book,
    location: &'w Location,
    day: Date,
}

impl Args {
    /// Asks for what is given, or notes it where nobody has to approve.
    ///
    /// # Errors
    /// Nothing to set, values that do not fit, credit for grade D, nobody known to act, or the card cannot be written.
    pub fn run(self, context: &mut Context<'_>) -> Result<Exit> {
        let book = context.take_book()?;
        let location = given_or_asked(self.name.as_deref(), &book, context)?;
        let day = context.today;
        let grant = self.grant(day)?;
        let from = self.from(day)?;
        if grant.is_empty() && self.insured.is_none() {
            return Err(Error::new(tr("there is nothing to set", "没有要设定的内容")).next(tr(
                "give --grade, --limit, --term or --insured",
                "请给出 --grade、--limit、--term 或 --insured",
            )));
        }
        let staff = Staff::new(&book.settings);
        // only what was in force before approvals were asked for is typed in
        let opening = match from {
            Some(from) if needs_request(&book.settings, from) => {
                let first = book.settings.approvals_from.map(|first| first.to_string()).unwrap_or_default();
                return Err(Error::refused(tr!(
                    "{from} is not before approvals_from {first}: it needs a request (第8条)",
                    "{from} 不早于审批起算日 {first}，须走审批（第8条）"
                ))
                .next(tr("leave --from away: the request is filed", "请去掉 --from，改为提交申请")));
            }
            Some(_) => {
                must_be(&[Role::Finance], context.person(&book).as_deref(), &book, context, "第8条")?;
                true
            }
            None => staff.is_empty(),
        };
        let asks = !grant.is_empty() && !opening;
        let me = if asks { acting(&book, context)? } else { context.person(&book) };
        let card = book.read(&location)?.card()?;
        grant.check(&card, &book.settings, day)?;
        let by = me.as_deref().filter(|_| asks);
        let wanted = Wanted { grant: &grant, from: from.unwrap_or(day), by, book: &book, location: &location, day };
        let plan = |card: &Card| self.plan(card, &wanted);
        let (_, filed) = plan(&card)?;
        change(context, &book, &location, self.dry_run, |file| plan(&file.card()?).map(|(edits, _)| edits))?;
        if !self.dry_run.dry_run {
            context.done(told(&location, filed.as_ref(), staff, me.as_deref(), day));
            if filed.is_none() {
                self.counts(&location, &book, context)?;
            }
        }
        Ok(Exit::Done)
    }

    /// Says where less counts of what was typed in than it says (第6条).
    fn counts(&self, location: &Location, book: &Book, context: &mut Context<'_>) -> Result<()> {
        let basis = Basis::new(&book.settings, &book.policy);
        let account = account(&book.read(location)?.card()?, &basis, context.today);
        let (Ok(counts), Ok(term)) = (account.counts(), account.term()) else { return Ok(()) };
        let base = basis.rates.base();
        if let Some(limit) = counts.limit.as_ref().filter(|limit| limit.counts < limit.base) {
            let (counts, cap) = (full(base, limit.counts), full(base, counts.cap.limit));
            context.done(tr!(
                "of the limit {counts} count: the cap of the grade is {cap} (第6条)",
                "额度生效 {counts}：等级上限 {cap}（第6条）"
            ));
        }
        if term < account.granted.standing.term_days.unwrap_or(0) {
            context.done(tr!(
                "of the term {term} days count: that is the cap of the grade (第6条)",
                "账期生效 {term} 天：等级上限（第6条）"
            ));
        }
        Ok(())
    }

    /// What is to be granted.
    fn grant(&self, day: Date) -> Result<Grant> {
        let limit = self.limit.as_deref().map(|text| limit(text, day)).transpose()?;
        let term = super::check::days(self.term.as_deref(), day)?;
        let until = self.typed_day("valid_until", self.valid_until.as_deref(), day)?;
        if let Some(until) = until.filter(|until| *until < day && self.from.is_none()) {
            return Err(wrong_value(tr!("{until} is over already", "{until} 已过")));
        }
        Ok(Grant { grade: self.grade, limit, term, until })
    }

    fn typed_day(&self, key: &str, text: Option<&str>, day: Date) -> Result<Option<Date>> {
        let mut draft = Draft::new(Credit::TYPE, day);
        draft.typed(key, text)?;
        Ok(draft.date(key))
    }

    fn from(&self, day: Date) -> Result<Option<Date>> {
        let Some(text) = &self.from else { return Ok(None) };
        let from = past_day(text, day).or_else(|| self.typed_day("from", Some(text), day).ok().flatten());
        match from.filter(|from| *from <= day) {
            Some(from) => Ok(Some(from)),
            None => {
                Err(wrong_value(tr!("--from \"{text}\" is no day up to today", "--from “{text}”不是今天或以前的日期")))
            }
        }
    }

    /// The edits: a request with what it waives, or an entry; and the insurer's limit, which is a fact.
    fn plan(&self, card: &Card, wanted: &Wanted<'_>) -> Result<(Vec<Edit>, Option<Filed>)> {
        let Wanted { grant, from, by, book, location, day } = *wanted;
        let mut edits = Vec::new();
        let mut filed = None;
        if let Some(by) = by {
            let mut filing = Filing::new(grant.kind(), by.to_owned());
            filing.reason.clone_from(&self.reason);
            grant.fill(&mut filing, &book.policy, day);
            let basis = Basis::new(&book.settings, &book.policy);
            filing.roles = wanted_beyond(grant, card, location, book, &basis, day)?;
            let done = filing.file(card, Staff::new(&book.settings), day)?;
            edits.extend(done.edits.clone());
            filed = Some(done);
        } else if !grant.is_empty() {
            let mut grant = grant.clone();
            if grant.grade == Some(Grade::D) {
                let (limit, term) = left_to_d(card, day);
                (grant.limit, grant.term) = (grant.limit.or(limit), grant.term.or(term));
            }
            edits.push(self.entry(&grant, from, &book.policy, day)?);
        }
        edits.extend(self.insured(from, day)?);
        Ok((edits, filed))
    }

    /// An opening entry.
    fn entry(&self, grant: &Grant, from: Date, policy: &crate::model::Policy, day: Date) -> Result<Edit> {
        let mut draft = Draft::new(Credit::TYPE, day);
        draft.typed("from", Some(&from.to_string()))?;
        draft.typed("grade", grant.grade.map(Choose::key))?;
        if let Some((limit, code)) = &grant.limit {
            draft.literal("limit", decimal(*limit));
            draft.typed("currency", Some(code))?;
        }
        draft.typed("valid_until", grant.until(policy, from).map(|until| until.to_string()).as_deref())?;
        draft.typed("term_days", grant.term.map(|days| days.to_string()).as_deref())?;
        draft.typed("reason", self.reason.as_deref())?;
        Ok(draft.push("credit"))
    }

    fn insured(&self, from: Date, day: Date) -> Result<Option<Edit>> {
        let Some(text) = &self.insured else { return Ok(None) };
        let (amount, code) = limit(text, day)?;
        let mut draft = Draft::new(Credit::TYPE, day);
        draft.typed("from", Some(&from.to_string()))?;
        draft.literal("insured_limit", decimal(amount));
        draft.typed("insured_until", self.insured_until.as_deref())?;
        draft.typed("insured_share", self.insured_share.as_deref())?;
        draft.typed("reason", Some(&tr!("insured up to {code} {amount}", "信用保险 {code} {amount}")))?;
        draft.typed("currency", Some(&code))?;
        Ok(Some(draft.push("credit")))
    }
}

/// A limit that was typed, with its currency; nothing takes it away.
///
/// # Errors
/// No amount with a currency.
pub fn limit(text: &str, day: Date) -> Result<(Number, String)> {
    let zero = |amount: &str| Number::parse(amount.trim()).is_some_and(|number| number.is_zero());
    let (code, rest) = text.trim().split_once(' ').unwrap_or(("", text));
    if zero(text) || zero(rest) {
        let code = crate::model::currency::find(code).unwrap_or_else(|| "CNY".to_owned());
        return Ok((Number::from(Decimal::ZERO), code));
    }
    let sum = sum(text, Sign::Above, day)?;
    let Some(code) = sum.currency else {
        return Err(wrong_value(tr("the limit lacks its currency", "额度没有币种").to_owned())
            .next(tr("write it as --limit \"USD 48000\"", "请写成 --limit \"USD 48000\"")));
    };
    decimals(sum.amount, &code)?;
    Ok((sum.amount, code))
}

/// What became of it.
fn told(location: &Location, filed: Option<&Filed>, staff: Staff<'_>, me: Option<&str>, day: Date) -> String {
    let company = &location.path;
    let Some(filed) = filed else {
        return tr!("{company}: noted", "{company}：已登记");
    };
    let by = me.unwrap_or_default();
    format!("{}{}", tr!("{company}: ", "{company}："), waits(filed, staff, by, day))
}

/// Who has to decide a request that was just filed.
pub fn waits(filed: &Filed, staff: Staff<'_>, by: &str, day: Date) -> String {
    let id = &filed.id;
    let waived = acting::words(&filed.waived);
    let note = if filed.waived.is_empty() {
        String::new()
    } else {
        tr!("; unreviewed by {waived}: nobody else holds it", "；{waived}无复核（无他人担任）")
    };
    let Some(first) = filed.wanted.first() else {
        return tr!("{id} is in force{note}", "{id} 已生效{note}");
    };
    let holders: Vec<&str> = staff.holders(*first, day).into_iter().filter(|name| *name != by).collect();
    let (names, all) = (holders.join(or()), acting::words(&filed.wanted));
    tr!("{id} filed; {all} must approve, {names} first{note}", "已提交 {id}，须{all}审批，先由 {names} 批复{note}")
}
