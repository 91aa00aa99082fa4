//! An order in the making put to the credit check: what is asked, and the answer, for `credit check`, `quote`, `order`
//! and `ship`.

use rust_decimal::Decimal;

use super::words;
use crate::commands::counted;
use crate::commands::found::Who;
use crate::error::{Error, Result};
use crate::lang::tr;
use crate::model::choice::{Grade, PaymentMethod, Role, Verdict};
use crate::model::{Date, Number, currency};
use crate::row;
use crate::rules::credit::{Account, Answer, Ask, check, in_currency, usual_days};
use crate::rules::money::exact::{mul, rounded};
use crate::rules::money::{Basis, Counted, Problem};
use crate::rules::policy::{State, state};
use crate::store::{Book, Location};
use crate::tr;
use crate::views::{Style, Text};

/// What is asked of the check, as people say it.
#[derive(Clone, Debug)]
pub struct Terms {
    /// What the order comes to.
    pub amount: Decimal,
    /// In this currency.
    pub currency: String,
    /// How the balance is paid; by the terms in force unless said.
    pub method: Option<PaymentMethod>,
    /// The deposit, a share of the order.
    pub share: Decimal,
    /// Days to payment; by the terms in force unless said.
    pub days: Option<u32>,
}

row! {
    /// A rule that spoke.
    pub struct RuleRow("rule", "规则") {
        rule: String = "rule" "规则";
        article: String = "article" "条款";
        verdict: Verdict = "verdict" "结论";
        says: String = "says" "说明";
    }
}

row! {
    /// The answer to "may I take this order?".
    pub struct CheckRow("credit check", "信用审核") of Who {
        verdict: Verdict = "verdict" "结论";
        roles: Vec<Role> = "roles" "审批职务", about("Who must approve, where approval is what it takes", "须审批时，由谁审批");
        amount: Number = "amount" "金额";
        amount_currency: String = "currency of the amount" "金额币种";
        pay: PaymentMethod = "payment" "付款方式";
        pay_days: u32 = "days" "天数";
        deposit_share: Number = "deposit agreed" "定金比例";
        currency: String = "base currency" "本位币", about("Of limit, exposure, headroom", "额度、敞口、可用额度的币种");
        limit: Option<Number> = "limit" "信用额度", about("What of the limit counts; null where none is granted", "生效的额度；未给则为 null");
        exposure: Number = "exposure" "信用敞口";
        headroom: Number = "headroom" "可用额度";
        deposit: Number = "deposit that would fit" "可接所需定金", about("In the currency of the order", "以订单币种计");
        rules: Vec<RuleRow> = "rules" "依据";
    }
}

/// A question put to the check, and its answer.
#[derive(Clone, Debug)]
pub struct Checked {
    /// The answer.
    pub answer: Answer,
    /// As it was asked, with what was left to the terms in force.
    pub terms: Terms,
    /// How the balance is paid.
    pub method: PaymentMethod,
    /// Days to payment.
    pub days: u32,
    /// The deposit that would make it fit, in the order's currency.
    pub deposit: Decimal,
}

/// Puts an order to the check.
///
/// # Errors
/// What an order on credit is measured by cannot be told; no rate for its currency.
pub fn put(
    terms: &Terms,
    account: &Account,
    location: &Location,
    book: &Book,
    basis: &Basis<'_>,
    day: Date,
) -> Result<Checked> {
    let (method, days) = by_terms(terms, account, basis);
    let draft = state(book.policy_file.as_ref(), &book.settings) == State::Draft;
    let asked = || -> Counted<Checked> {
        let unit = currency::decimals(&terms.currency);
        let deposit = if method == PaymentMethod::Advance {
            terms.amount
        } else {
            rounded(mul(terms.amount, terms.share)?, unit)
        };
        let mut ask = Ask { amount: Decimal::ZERO, deposit: Decimal::ZERO, share: terms.share, method, days };
        let to_base = |amount| basis.rates.to_base(amount, &terms.currency, day).map_err(Problem::whole);
        // who pays first is sold to in any currency, and who gets no credit needs no sum
        let measured = ask.is_open_account() && !matches!(account.grade(), None | Some(Grade::D));
        if measured || basis.rates.on(&terms.currency, day).is_some() {
            ask = Ask { amount: to_base(terms.amount)?, deposit: to_base(deposit)?, ..ask };
        }
        let answer = check(account, &ask, basis.policy, draft)?;
        let rate = basis.rates.on(&terms.currency, day);
        let fits = answer.deposit.zip(rate).and_then(|(deposit, rate)| in_currency(deposit, rate, unit));
        let deposit = fits.unwrap_or(terms.amount).min(terms.amount);
        Ok(Checked { answer, terms: terms.clone(), method, days, deposit })
    };
    asked().map_err(|problem| counted::error(location, &problem, book))
}

/// Method and days: what was said, else the terms in force (第6条). A term alone means open account, none means before
/// shipment.
fn by_terms(terms: &Terms, account: &Account, basis: &Basis<'_>) -> (PaymentMethod, u32) {
    let granted = account.granted.standing.term_days.unwrap_or(0);
    let method = terms.method.unwrap_or(match terms.days.unwrap_or(granted) {
        0 => PaymentMethod::BeforeShipment,
        _ => PaymentMethod::Oa,
    });
    (method, terms.days.unwrap_or_else(|| usual_days(method, granted, basis.policy)))
}

impl Checked {
    /// As a row.
    ///
    /// # Errors
    /// What is owed cannot be told.
    pub fn row(&self, of: Who, account: &Account, base: &str) -> Counted<CheckRow> {
        let (headroom, counts) = (account.headroom()?, account.counts()?);
        let rules = self.answer.rules.iter().map(|spoken| RuleRow {
            rule: words::key(&spoken.rule).to_owned(),
            article: words::article(&spoken.rule).to_owned(),
            verdict: spoken.verdict,
            says: words::says(&spoken.rule, account, base),
        });
        Ok(CheckRow {
            of,
            verdict: self.answer.verdict,
            roles: self.answer.roles.clone(),
            amount: self.terms.amount.into(),
            amount_currency: self.terms.currency.clone(),
            pay: self.method,
            pay_days: self.days,
            deposit_share: self.terms.share.into(),
            currency: base.to_owned(),
            limit: counts.limit.as_ref().map(|limit| limit.counts.into()),
            exposure: counts.position.exposure.into(),
            headroom: headroom.into(),
            deposit: self.deposit.into(),
            rules: rules.collect(),
        })
    }

    /// Every rule that spoke, a line each: what it says, what comes of it, its article.
    pub fn rules(&self, account: &Account, base: &str) -> Text {
        self.answer.rules.iter().fold(Text::new(), |text, spoken| {
            let (says, article) = (words::says(&spoken.rule, account, base), words::article(&spoken.rule));
            let line = tr!("{says} ({article})", "{says}（{article}）");
            text.and(Style::Plain, "  ")
                .and(style(spoken.verdict), spoken.verdict.to_string())
                .and(Style::Plain, format!("  {line}"))
                .line()
        })
    }

    /// The refusal of an order that the check does not allow: the first reason, and what would help.
    pub fn refusal(&self, account: &Account, base: &str, next: String) -> Error {
        let verdict = self.answer.verdict;
        let reasons: Vec<String> = self
            .answer
            .rules
            .iter()
            .filter(|spoken| spoken.verdict == verdict)
            .map(|spoken| {
                let (says, article) = (words::says(&spoken.rule, account, base), words::article(&spoken.rule));
                tr!("{says} ({article})", "{says}（{article}）")
            })
            .collect();
        let reasons = reasons.join(tr("; ", "；"));
        Error::refused(tr!("{verdict}: {reasons}", "{verdict}：{reasons}")).next(next)
    }
}

/// How a verdict looks.
pub fn style(verdict: Verdict) -> Style {
    match verdict {
        Verdict::Allowed => Style::Good,
        Verdict::Approval => Style::Warn,
        Verdict::CashOnly | Verdict::Refused => Style::Bad,
    }
}
