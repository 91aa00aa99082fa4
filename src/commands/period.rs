//! The period that sales are counted over, as it is typed.

use crate::error::{Error, Result};
use crate::formats::typed::past_day;
use crate::lang::tr;
use crate::model::Date;
use crate::query::period;
use crate::rules::grade::Period;
use crate::tr;

/// From the first day to the last, up to today: what is dated later has not happened yet.
///
/// # Errors
/// One of them is no day, or they are the wrong way round.
pub fn between(since: Option<&str>, until: Option<&str>, today: Date) -> Result<Period> {
    let read = |text: Option<&str>, flag: &str| match text {
        None => Ok(None),
        Some(text) => past_day(text, today).map(Some).ok_or_else(|| {
            Error::new(tr!("{flag} \"{text}\" is no day", "{flag} “{text}”不是日期"))
                .next(tr("write it as 2026-11-23", "请写成 2026-11-23"))
        }),
    };
    let (since, until) = (read(since, "--since")?, read(until, "--until")?.unwrap_or(today));
    if let Some(since) = since.filter(|since| *since > until) {
        return Err(Error::new(tr!("--since {since} lies after {until}", "--since {since} 晚于 {until}"))
            .next(tr("exchange them", "请对调两个日期")));
    }
    Ok(Period { since, until: until.min(today) })
}

/// A month, a year, last week and the like, up to today.
///
/// # Errors
/// It is none, or has not begun.
pub fn named(text: &str, today: Date) -> Result<Period> {
    let Some((since, until)) = period(text, today) else {
        return Err(Error::new(tr!("--period \"{text}\" is no period", "--period “{text}”不是期间"))
            .next(tr("write it as 2026, 2026-06 or last-month", "请写成 2026、2026-06 或 上月")));
    };
    if since > today {
        return Err(Error::new(tr!("--period \"{text}\" has not begun yet", "--period “{text}”尚未开始"))
            .next(tr("write it as 2026, 2026-06 or last-month", "请写成 2026、2026-06 或 上月")));
    }
    Ok(Period { since: Some(since), until: until.min(today) })
}
