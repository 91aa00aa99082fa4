//! `request add`: something is asked of those who decide, with its reasons (第7–10条).

use super::filing::Filing;
use crate::cli::{Answer, Context, choice_among, choice_of};
use crate::commands::acting::among_deciders;
use crate::commands::append::{DryRun, change, wrong_value};
use crate::commands::credit::grant::{Grant, wanted_beyond};
use crate::commands::credit::set::{limit, waits};
use crate::commands::resolve::given_or_asked;
use crate::error::{Exit, Result};
use crate::lang::tr;
use crate::model::choice::{Grade, RequestKind};
use crate::rules::money::Basis;
use crate::rules::staff::Staff;
use crate::tr;

/// What is filed here; orders and resumption have commands of their own.
const KINDS: &[RequestKind] =
    &[RequestKind::Investigation, RequestKind::Grade, RequestKind::Limit, RequestKind::Policy];

/// What may be said to `request add`.
#[derive(clap::Args)]
pub struct Args {
    #[arg(value_name = tr("NAME", "客户"), help = tr("The customer: name, part of it, code, e-mail, phone or path", "名称或其一部分、编号、邮箱、电话、路径"))]
    name: Option<String>,
    #[arg(short, long, value_name = tr("KIND", "类别"), value_parser = choice_among(KINDS), help = tr("What is asked for; an order: kehu order --request, resumption: kehu resume", "申请类别；超额订单用 kehu order --request，恢复交易用 kehu resume"))]
    kind: Option<RequestKind>,
    #[arg(long, value_name = tr("GRADE", "等级"), value_parser = choice_of::<Grade>(), help = tr("The grade", "等级"))]
    grade: Option<Grade>,
    #[arg(long, value_name = tr("AMOUNT", "金额"), help = tr("The limit, as \"USD 48000\"", "信用额度，如 \"USD 48000\""))]
    limit: Option<String>,
    #[arg(long, value_name = tr("DAYS", "天数"), help = tr("The term in days", "账期（天）"))]
    term: Option<String>,
    #[arg(long, value_name = tr("TEXT", "理由"), help = tr("Why (第9条)", "理由（第9条）"))]
    reason: Option<String>,
    #[command(flatten)]
    dry_run: DryRun,
}

impl Args {
    /// Files the request.
    ///
    /// # Errors
    /// Nobody known to act; no kind, no reason, nothing that fits the kind; the card cannot be written.
    pub fn run(self, context: &mut Context<'_>) -> Result<Exit> {
        let book = context.take_book()?;
        let location = given_or_asked(self.name.as_deref(), &book, context)?;
        let day = context.today;
        let staff = Staff::new(&book.settings);
        let by = among_deciders(&book, context)?;
        let grant = Grant {
            grade: self.grade,
            limit: self.limit.as_deref().map(|text| limit(text, day)).transpose()?,
            term: crate::commands::credit::check::days(self.term.as_deref(), day)?,
            until: None,
        };
        let kind = self.kind(&grant, context)?;
        let card = book.read(&location)?.card()?;
        grant.check(&card, &book.settings, day)?;
        let reason = match &self.reason {
            Some(reason) if !reason.trim().is_empty() => reason.clone(),
            _ => Answer::new(context.shell).text(tr("Why", "理由"), "--reason", true)?.unwrap_or_default(),
        };
        let mut filed = None;
        let basis = Basis::new(&book.settings, &book.policy);
        change(context, &book, &location, self.dry_run, |file| {
            let card = file.card()?;
            let mut filing = Filing::new(kind, by.clone());
            filing.reason = Some(reason.clone());
            grant.fill(&mut filing, &book.policy, day);
            if !grant.is_empty() {
                filing.roles = wanted_beyond(&grant, &card, &location, &book, &basis, day)?;
            }
            let done = filing.file(&card, staff, day)?;
            let edits = done.edits.clone();
            filed = Some(done);
            Ok(edits)
        })?;
        if let Some(filed) = filed.filter(|_| !self.dry_run.dry_run) {
            let (company, waits) = (&location.path, waits(&filed, staff, &by, day));
            context.done(tr!("{company}: {waits}", "{company}：{waits}"));
        }
        Ok(Exit::Done)
    }

    /// The kind that was said, or that what is asked for makes it; refuses what does not go together.
    fn kind(&self, grant: &Grant, context: &mut Context<'_>) -> Result<RequestKind> {
        let kind = match self.kind {
            Some(kind) => kind,
            None if !grant.is_empty() => grant.kind(),
            None => {
                let items: Vec<String> = KINDS.iter().map(ToString::to_string).collect();
                let picked =
                    Answer::new(context.shell).select(tr("What is asked for?", "申请什么？"), "--kind", &items)?;
                KINDS.get(picked).copied().unwrap_or(RequestKind::Investigation)
            }
        };
        let fits = match kind {
            RequestKind::Grade => grant.grade.is_some() && grant.kind() == RequestKind::Grade,
            RequestKind::Limit => grant.limit.is_some() || grant.term.is_some(),
            _ => grant.is_empty(),
        };
        if fits {
            return Ok(kind);
        }
        Err(wrong_value(tr!("a request of kind {kind} does not go with these values", "“{kind}”申请与所给内容不符"))
            .next(tr(
                "grade wants --grade, limit --limit or --term, the others none of them",
                "等级调整须给 --grade，额度须给 --limit 或 --term，其他类别都不给",
            )))
    }
}
