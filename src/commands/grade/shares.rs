//! What each grade really holds against what the document wants it to hold (第5条: 70、20、5、5 %).

use rust_decimal::Decimal;

use super::super::owed::too_much;
use super::Graded;
use crate::error::Result;
use crate::lang::tr;
use crate::model::choice::Grade;
use crate::model::{Choose, Policy};
use crate::rules::money::exact::sum;
use crate::views::table::{Head, Shown, render};
use crate::views::{Format, Text, per_cent};

/// The table: a line a grade, by band, by proposal, by grade in force.
///
/// # Errors
/// A sum has too many digits.
pub fn table(graded: &[Graded], policy: &Policy, format: Format, fit: Option<usize>) -> Result<Text> {
    let wanted = [
        (Some(Grade::A), policy.share_a),
        (Some(Grade::B), policy.share_b),
        (Some(Grade::C), policy.share_c),
        (Some(Grade::D), policy.share_d),
        (None, Decimal::ZERO),
    ];
    let total = graded.first().map(|graded| graded.standing.total).unwrap_or_default();
    let mut rows = Vec::new();
    for (grade, wanted) in wanted {
        let holds = |of: &dyn Fn(&Graded) -> Option<Grade>| held(graded, total, &|graded| of(graded) == grade);
        let in_force = holds(&|graded| graded.entry.in_force)?;
        if grade.is_none() && in_force.is_empty() {
            continue;
        }
        let name = grade.map_or_else(|| tr("none", "未评级"), Choose::key);
        let wanted = if grade.is_some() { per_cent(wanted) } else { String::new() };
        let (band, proposal) =
            (holds(&|graded| Some(graded.standing.band))?, holds(&|graded| Some(graded.proposal().grade))?);
        rows.push([name.to_owned(), wanted, band, proposal, in_force]);
    }
    let heads = [
        tr("grade", "等级"),
        tr("wanted", "目标"),
        tr("band", "按销售档"),
        tr("proposal", "建议等级"),
        tr("in force", "核定等级"),
    ];
    Ok(match format {
        Format::Md => {
            let line = |cells: &[String]| format!("| {} |\n", cells.join(" | "));
            let head = line(&heads.map(str::to_owned)) + "| --- | ---: | ---: | ---: | ---: |\n";
            Text::plain(rows.iter().fold(head, |text, row| text + &line(row)))
        }
        _ => {
            // on a narrow terminal what is wanted goes first, then the bands
            let heads: Vec<Head> = [0, 3, 2, 1, 0]
                .into_iter()
                .zip(heads)
                .enumerate()
                .map(|(place, (spare, title))| Head {
                    title: title.to_owned(),
                    right: place > 0,
                    spare,
                    elastic: false,
                })
                .collect();
            let cells: Vec<Vec<Shown>> = rows.into_iter().map(|row| row.map(Shown::from).to_vec()).collect();
            render(&heads, &cells, fit)
        }
    })
}

/// How many customers, and which part of all sales; nothing where there are none.
fn held(graded: &[Graded], total: Decimal, is: &dyn Fn(&Graded) -> bool) -> Result<String> {
    let those: Vec<&Graded> = graded.iter().filter(|graded| is(graded)).collect();
    if those.is_empty() {
        return Ok(String::new());
    }
    let sales = sum(those.iter().map(|graded| graded.entry.sales)).map_err(too_much)?;
    let share = sales.checked_div(total).map(per_cent).unwrap_or_default();
    Ok(format!("{}  {share:>6}", those.len()))
}
