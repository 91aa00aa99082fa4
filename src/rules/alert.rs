//! Urgent reports: how far each has come on a day, what it means for new orders, and what may be done about it
//! (第11条 2, 第14条).

use rust_decimal::Decimal;

use super::money::exact::{Exact, sum};
use super::staff::Staff;
use crate::model::card::{Alert, Measure};
use crate::model::choice::{AlertKind, AlertState, Condition, DirectiveEffect, MeasureKind, PaymentKind, Role};
use crate::model::name::paper_key;
use crate::model::{Card, Date, currency};

/// How far a report has come by a day; `None` where it was not made yet.
pub fn state(alert: &Alert, day: Date) -> Option<AlertState> {
    let by_then = |date: Option<Date>| date.is_some_and(|date| date <= day);
    if !by_then(alert.date) {
        return None;
    }
    let directed = directed(alert, day);
    let as_directed = |measure: &Measure| by_then(measure.date) && measure.date >= directed;
    let acted = directed.is_some() && alert.measures.iter().any(as_directed);
    Some(match directed {
        _ if by_then(alert.closed) => AlertState::Closed,
        None => AlertState::Reported,
        Some(_) if acted => AlertState::Acted,
        Some(_) => AlertState::Directed,
    })
}

/// The day of the superior's directive, where it was given by a day.
pub fn directed(alert: &Alert, day: Date) -> Option<Date> {
    alert.directive.as_ref().and_then(|directive| directive.date).filter(|date| *date <= day)
}

/// What a report means for new orders on a day: refused until the superior has said what is to be done, then as directed,
/// cash only where nothing is said; `None` once it is closed (第11条 2(1)).
pub fn effect(alert: &Alert, day: Date) -> Option<DirectiveEffect> {
    match state(alert, day)? {
        AlertState::Closed => None,
        AlertState::Reported => Some(DirectiveEffect::Refused),
        AlertState::Directed | AlertState::Acted => {
            let said = alert.directive.as_ref().and_then(|directive| directive.effect);
            Some(said.unwrap_or(DirectiveEffect::CashOnly))
        }
    }
}

/// The reports that are open on a day, in the order of the file.
pub fn open(card: &Card, day: Date) -> impl Iterator<Item = &Alert> {
    card.alert.iter().filter(move |alert| effect(alert, day).is_some())
}

/// The strictest that the open reports of a customer mean for new orders; `None` where none is open.
pub fn strictest(card: &Card, day: Date) -> Option<DirectiveEffect> {
    card.alert.iter().filter_map(|alert| effect(alert, day)).max()
}

/// The last directive up to a day that orders trading to end: the report, and the day of the directive. A closed report
/// gives nobody leave to end it any more, so whoever halts asks for `open` ones only.
pub fn halting(card: &Card, day: Date, open: bool) -> Option<(&Alert, Date)> {
    let halts = |alert: &&Alert| {
        let said = alert.directive.as_ref().and_then(|directive| directive.effect);
        said == Some(DirectiveEffect::Halt) && (!open || effect(alert, day).is_some())
    };
    card.alert
        .iter()
        .filter(halts)
        .filter_map(|alert| Some((alert, directed(alert, day)?)))
        .max_by_key(|(_, date)| *date)
}

/// What came in in a currency from the day of a report up to another, on the order that it names or on none.
///
/// # Errors
/// The digits do not suffice.
pub fn received(alert: &Alert, card: &Card, code: &str, day: Date) -> Exact<Decimal> {
    let key = |number: Option<&str>| number.map(paper_key).filter(|key| !key.is_empty());
    let named = key(alert.order.as_deref());
    let counts = card.payment.iter().filter(|payment| {
        let on = key(payment.order.as_deref());
        payment.date.is_some_and(|date| date <= day && alert.date.is_none_or(|since| date >= since))
            && matches!(payment.kind, None | Some(PaymentKind::Receipt))
            && payment.currency.as_deref().and_then(currency::find).as_deref() == Some(code)
            && (named.is_none() || on.is_none() || on == named)
    });
    sum(counts.filter_map(|payment| payment.amount).map(|amount| *amount))
}

/// Whether a report is about a bill: then everything possible is done to collect, and its amount is wanted (第14条 2).
pub fn is_bill(kind: AlertKind) -> bool {
    matches!(kind, AlertKind::Dishonoured | AlertKind::Deferred)
}

/// The countermeasures that were taken before the superior said so, or though nothing was said (第11条 2(1)).
pub fn breaches(alert: &Alert) -> impl Iterator<Item = (usize, &Measure)> {
    let directed = alert.directive.as_ref().and_then(|directive| directive.date);
    let early = move |measure: &Measure| match (measure.date, directed) {
        (_, None) => true,
        (Some(taken), Some(directed)) => taken < directed,
        (None, Some(_)) => false,
    };
    (0..).zip(&alert.measures).filter(move |(_, measure)| early(measure))
}

/// Under which conditions a countermeasure is possible, any one of them; empty where it always is (第11条 2(2)).
pub fn wants(kind: MeasureKind) -> &'static [Condition] {
    match kind {
        MeasureKind::Recourse => &[Condition::PersonalGuarantee, Condition::JointGuarantee],
        MeasureKind::AcceptCollateral => &[Condition::Collateral],
        _ => &[],
    }
}

/// Whether a customer's conditions allow a countermeasure on a day.
pub fn is_possible(kind: MeasureKind, card: &Card, day: Date) -> bool {
    let (wanted, held) = (wants(kind), conditions(card, day));
    wanted.is_empty() || wanted.iter().any(|condition| held.contains(condition))
}

/// The conditions set when trading began or by an investigation that was completed by a day (第13条 3).
pub fn conditions(card: &Card, day: Date) -> Vec<Condition> {
    let done = card.investigation.iter().filter(|found| found.completed.is_some_and(|completed| completed <= day));
    let found = done.flat_map(|found| found.conditions.iter().copied());
    let mut all: Vec<Condition> = card.start.conditions.iter().copied().chain(found).collect();
    all.sort();
    all.dedup();
    all
}

/// To whom somebody's urgent report goes: the superior, else the president (第11条 2(1)).
pub fn receiver<'a>(by: &str, staff: Staff<'a>, day: Date) -> Option<&'a str> {
    let presidents = || staff.holders(Role::President, day).into_iter().find(|name| *name != by.trim());
    staff.superior(by, day).or_else(presidents)
}

/// Who may say what is to be done about a report: whom it went to, everybody above the reporter or that person, sales
/// managers and presidents; never the reporter, unless there is nobody else (第11条 2(1)).
pub fn directors<'a>(alert: &'a Alert, staff: Staff<'a>, day: Date) -> Vec<&'a str> {
    let reporter = alert.by.as_deref().map(str::trim).unwrap_or_default();
    let went_to = alert.reported_to.as_deref().map(str::trim).filter(|name| !name.is_empty());
    let above = [Some(reporter), went_to].into_iter().flatten().flat_map(|name| staff.above(name, day));
    let roles = [Role::SalesManager, Role::President].into_iter().flat_map(|role| staff.holders(role, day));
    let mut names: Vec<&str> = Vec::new();
    for name in went_to.into_iter().chain(above).chain(roles) {
        if name != reporter && staff.is_there(name, day) && !names.contains(&name) {
            names.push(name);
        }
    }
    if names.is_empty() && staff.is_there(reporter, day) {
        names.push(reporter);
    }
    names
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::formats::toml::from_text;
    use crate::model::{Choose, Settings};

    fn day(text: &str) -> Date {
        Date::parse(text).unwrap()
    }

    fn alert(more: &str) -> Alert {
        from_text(&format!("date = 2026-11-10\nkind = 'credit_change'\nsummary = 'x'\n{more}\n")).unwrap()
    }

    #[test]
    fn a_report_comes_from_state_to_state_and_each_means_something_for_orders() {
        use AlertState::{Acted, Closed, Directed, Reported};
        use DirectiveEffect::{CashOnly, Halt, Refused};
        let said = "directive = { date = 2026-11-12, by = '方', text = 'x'";
        let acted = "measures = [ { date = 2026-11-14, kind = 'reduce' } ]";
        for (name, more, on, state_then, effect_then) in [
            ("not made yet", "", "2026-11-09", None, None),
            ("made", "", "2026-11-10", Some(Reported), Some(Refused)),
            ("the directive has not come yet", &format!("{said} }}"), "2026-11-11", Some(Reported), Some(Refused)),
            ("directed, no effect said", &format!("{said} }}"), "2026-11-12", Some(Directed), Some(CashOnly)),
            (
                "refused as directed",
                &format!("{said}, effect = 'refused' }}"),
                "2026-11-12",
                Some(Directed),
                Some(Refused),
            ),
            ("to be halted", &format!("{said}, effect = 'halt' }}"), "2026-11-12", Some(Directed), Some(Halt)),
            ("an undated directive is none", "directive = { text = 'x' }", "2026-11-12", Some(Reported), Some(Refused)),
            ("nothing done yet", &format!("{said} }}\n{acted}"), "2026-11-13", Some(Directed), Some(CashOnly)),
            ("acted", &format!("{said} }}\n{acted}"), "2026-11-14", Some(Acted), Some(CashOnly)),
            ("acting without a directive is not acting", acted, "2026-11-14", Some(Reported), Some(Refused)),
            (
                "still open the day before",
                &format!("{said} }}\nclosed = 2026-11-20"),
                "2026-11-19",
                Some(Directed),
                Some(CashOnly),
            ),
            ("closed", &format!("{said} }}\nclosed = 2026-11-20"), "2026-11-20", Some(Closed), None),
            ("paid before anybody had to say anything", "closed = 2026-11-20", "2026-11-20", Some(Closed), None),
        ] {
            let alert = alert(more);
            assert_eq!((state(&alert, day(on)), effect(&alert, day(on))), (state_then, effect_then), "{name}");
        }
    }

    #[test]
    fn the_strictest_of_the_open_ones_counts() {
        let one = |effect: &str, more: &str| {
            format!(
                "[[alert]]\ndate = 2026-11-10\ndirective = {{ date = 2026-11-11, by = '方', text = 'x', effect = '{effect}' }}\n{more}\n"
            )
        };
        for (name, text, open_then, want) in [
            ("none", String::new(), 0, None),
            ("one", one("cash_only", ""), 1, Some(DirectiveEffect::CashOnly)),
            ("two", one("refused", "") + &one("cash_only", ""), 2, Some(DirectiveEffect::Refused)),
            (
                "a closed one does not",
                one("halt", "closed = 2026-11-12") + &one("cash_only", ""),
                1,
                Some(DirectiveEffect::CashOnly),
            ),
            (
                "one of tomorrow does not",
                one("cash_only", "") + "[[alert]]\ndate = 2026-11-24\n",
                1,
                Some(DirectiveEffect::CashOnly),
            ),
            (
                "one without a directive refuses",
                one("cash_only", "") + "[[alert]]\ndate = 2026-11-20\n",
                2,
                Some(DirectiveEffect::Refused),
            ),
        ] {
            let card: Card = from_text(&text).unwrap();
            let on = day("2026-11-23");
            assert_eq!((open(&card, on).count(), strictest(&card, on)), (open_then, want), "{name}");
        }
    }

    #[test]
    fn what_came_in_since_counts_in_its_currency_and_on_its_order() {
        let paid = |more: &str| format!("[[payment]]\namount = 5\n{more}\n");
        for (name, more, want) in [
            ("since", "date = 2026-11-11\ncurrency = 'rmb'", "5"),
            ("on the day of the report", "date = 2026-11-10\ncurrency = 'CNY'", "5"),
            ("before it", "date = 2026-11-09\ncurrency = 'CNY'", "0"),
            ("not yet", "date = 2026-11-24\ncurrency = 'CNY'", "0"),
            ("in another currency", "date = 2026-11-11\ncurrency = 'USD'", "0"),
            ("on its order", "date = 2026-11-11\ncurrency = 'CNY'\norder = 'pi-1'", "5"),
            ("on another", "date = 2026-11-11\ncurrency = 'CNY'\norder = 'PI-2'", "0"),
            ("given back", "date = 2026-11-11\ncurrency = 'CNY'\nkind = 'refund'", "0"),
        ] {
            let card: Card = from_text(&paid(more)).unwrap();
            let came = received(&alert("order = 'PI-1'"), &card, "CNY", day("2026-11-23")).unwrap();
            assert_eq!(came.to_string(), want, "{name}");
        }
    }

    #[test]
    fn acting_first_is_a_breach() {
        let said = "directive = { date = 2026-11-12, by = '方', text = 'x' }\n";
        let taken = |date: &str| format!("measures = [ {{ date = {date}, kind = 'reduce' }} ]");
        for (name, more, want) in [
            ("after the directive", said.to_owned() + &taken("2026-11-13"), 0),
            ("on its day", said.to_owned() + &taken("2026-11-12"), 0),
            ("before it", said.to_owned() + &taken("2026-11-11"), 1),
            ("without one", taken("2026-11-11"), 1),
            ("undated, with one", said.to_owned() + "measures = [ { kind = 'reduce' } ]", 0),
            ("undated, without", "measures = [ { kind = 'reduce' } ]".to_owned(), 1),
            ("nothing taken", String::new(), 0),
        ] {
            assert_eq!(breaches(&alert(&more)).count(), want, "{name}");
        }
    }

    #[test]
    fn recourse_and_collateral_need_their_conditions() {
        use MeasureKind::{AcceptCollateral, Recourse, Reduce};
        let start = |what: &str| format!("[start]\nconditions = ['{what}']\n");
        let found = |what: &str| {
            format!("[[investigation]]\ndate = 2026-11-01\ncompleted = 2026-11-20\nconditions = ['{what}']\n")
        };
        for (text, on, kind, want) in [
            (String::new(), "2026-11-23", Reduce, true),
            (String::new(), "2026-11-23", Recourse, false),
            (start("personal_guarantee"), "2026-11-23", Recourse, true),
            (start("joint_guarantee"), "2026-11-23", Recourse, true),
            (start("collateral"), "2026-11-23", Recourse, false),
            (start("collateral"), "2026-11-23", AcceptCollateral, true),
            (start("exchanged_contract"), "2026-11-23", AcceptCollateral, false),
            (found("collateral"), "2026-11-20", AcceptCollateral, true),
            (found("collateral"), "2026-11-19", AcceptCollateral, false),
        ] {
            let card: Card = from_text(&text).unwrap();
            assert_eq!(is_possible(kind, &card, day(on)), want, "{text} {on} {kind:?}");
        }
        let bound = MeasureKind::ALL.iter().filter(|kind| !wants(**kind).is_empty()).count();
        assert_eq!(bound, 2, "the others are always possible");
    }

    #[test]
    fn the_directive_is_for_those_above_to_give() {
        let firm = "[[person]]\nname = '沈'\nroles = ['salesperson']\nreports_to = '方'\n\
                    [[person]]\nname = '方'\nroles = ['sales_manager']\nreports_to = '蒋'\n\
                    [[person]]\nname = '罗'\nroles = ['finance']\n\
                    [[person]]\nname = '蒋'\nroles = ['president']\n\
                    [[person]]\nname = '老方'\nroles = ['sales_manager']\nleft = 2026-06-30\n";
        let alone = "[[person]]\nname = '蒋'\nroles = ['president', 'sales_manager', 'salesperson']\n";
        for (name, people, by, to, goes_to, want) in [
            ("a salesperson's", firm, "沈", "方", Some("方"), &["方", "蒋"][..]),
            ("the manager's own", firm, "方", "蒋", Some("蒋"), &["蒋"]),
            ("the president's own", firm, "蒋", "方", Some("方"), &["方"]),
            ("sent to finance", firm, "沈", "罗", Some("方"), &["罗", "方", "蒋"]),
            ("sent to somebody who left", firm, "沈", "老方", Some("方"), &["方", "蒋"]),
            ("alone in the firm", alone, "蒋", "", None, &["蒋"]),
            ("nobody listed", "", "沈", "方", None, &[]),
        ] {
            let settings: Settings = from_text(people).unwrap();
            let alert = alert(&format!("by = '{by}'\nreported_to = '{to}'"));
            let (staff, on) = (Staff::new(&settings), day("2026-11-23"));
            assert_eq!(receiver(by, staff, on), goes_to, "{name}");
            assert_eq!(directors(&alert, staff, on), want, "{name}");
        }
    }

    #[test]
    fn who_halts_needs_an_open_report_that_orders_it() {
        let report = |effect: &str, more: &str| {
            format!(
                "[[alert]]\nid = 'a'\ndate = 2026-11-10\ndirective = {{ date = 2026-11-12, by = '方', text = 'x', effect = '{effect}' }}\n{more}\n"
            )
        };
        for (text, on, ordered, ordered_once) in [
            (report("halt", ""), "2026-11-12", true, true),
            (report("halt", ""), "2026-11-11", false, false),
            (report("refused", ""), "2026-11-12", false, false),
            (report("halt", "closed = 2026-11-20"), "2026-11-20", false, true),
        ] {
            let card: Card = from_text(&text).unwrap();
            assert_eq!(halting(&card, day(on), true).is_some(), ordered, "{text} {on}");
            assert_eq!(halting(&card, day(on), false).is_some(), ordered_once, "{text} {on}");
        }
    }
}
