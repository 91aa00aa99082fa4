//! The overview as one HTML file that needs nothing else: no network, no scripts. Each picture has its numbers beside it as a
//! table, each figure the command that prints it.

mod debts;
mod parts;
mod sales;
mod work;

use maud::{DOCTYPE, Markup, PreEscaped, html};

use super::figures::{Figures, horizon, overdue};
use super::style::STYLE;
use crate::lang::{lang, tr};
use crate::store::Book;
use crate::tr;
use crate::views::{amount, escape};
use parts::{Tile, change, tile};

/// The whole page.
pub fn page(figures: &Figures, book: &Book) -> String {
    let row = &figures.row;
    let firm = book.settings.seller.name.clone().filter(|name| !name.trim().is_empty());
    let firm = firm.unwrap_or_else(|| book.called());
    let title = tr!("Customer overview, {}", "客户总览 {}", row.date);
    let markup = html! {
        (DOCTYPE)
        html lang=(lang().tag()) {
            head {
                meta charset="utf-8";
                meta name="viewport" content="width=device-width, initial-scale=1";
                meta name="color-scheme" content="light dark";
                meta name="generator" content="kehu overview";
                title { (firm) " · " (title) }
                style { (PreEscaped(STYLE)) }
            }
            body {
                main {
                    header {
                        h1 { bdi { (firm) } }
                        p { (title) }
                        p { (about(figures)) }
                        @if row.uncounted > 0 {
                            p.problem { (uncounted(row.uncounted)) " " code { "kehu lint" } }
                        }
                    }
                    (headline(figures))
                    div.grid {
                        (sales::months(figures))
                        (sales::countries(figures))
                        (sales::pareto(figures))
                        (sales::products(figures))
                        (work::weeks(figures))
                        (debts::ageing(figures))
                        (debts::exposures(figures))
                        (work::visits(figures))
                        (work::quality(figures))
                    }
                    footer {
                        p { (tr("Made by kehu from the customer cards. All figures as JSON:", "由 kehu 根据客户卡片生成。全部数据（JSON）：")) " " code { "kehu report overview --format json" } }
                    }
                }
            }
        }
    };
    // whatever was typed on a card is harmless to look at, too
    let text = markup.into_string();
    text.split('\n').map(escape).collect::<Vec<_>>().join("\n") + "\n"
}

fn about(figures: &Figures) -> String {
    let row = &figures.row;
    let (until, currency) = (row.until, &row.currency);
    let since = row.since.map(|since| since.to_string()).unwrap_or_default();
    tr!("Sales from {since} to {until}; all sums in {currency}", "销售期间 {since} 至 {until}；金额单位 {currency}")
}

fn uncounted(count: usize) -> String {
    let cards = crate::lang::counted(count, "card", "cards");
    tr!(
        "Not everything is in these figures: {cards} cannot be read or counted. See",
        "以下数据不完整：有 {count} 张卡片无法读取或计入，见"
    )
}

/// The figures that are looked at first.
fn headline(figures: &Figures) -> Markup {
    let row = &figures.row;
    let since = since(figures);
    let due: usize = row.weeks.iter().map(|week| week.money + week.contact + week.credit).sum();
    let late = row.weeks.first().map_or(0, |week| week.money + week.contact + week.credit);
    let within = horizon(row.date).days_since(row.date);
    let errors: usize = row.quality.findings.iter().map(|finding| finding.count).sum();
    let (cards, complete) = (row.quality.cards, row.quality.complete);
    let owed = row.owed.as_ref();
    let overdue = owed.map(|owed| amount(overdue(owed)));
    let total = row.total.as_ref();
    let (new, quiet) =
        (total.and_then(|total| total.new).unwrap_or(0), total.and_then(|total| total.quiet).unwrap_or(0));
    html! {
        ul.tiles {
            (tile(&Tile {
                label: tr("Sales", "销售额"),
                value: total.map(|total| amount(*total.sales)),
                more: total.map(|total| html! { (change(total)) " " (tr("against the period before", "对比上一期")) }),
                command: format!("kehu stats{since}"),
            }))
            (tile(&Tile {
                label: tr("Customers that bought", "有购买的客户"),
                value: total.map(|total| total.customers.to_string()),
                more: Some(html! { (tr!("{new} new, {quiet} gone quiet", "新客户 {new}，停购 {quiet}")) }),
                command: format!("kehu stats movement{since}"),
            }))
            (tile(&Tile {
                label: tr("Receivable", "应收账款"),
                value: owed.map(|owed| amount(*owed.receivable)),
                more: overdue.map(|overdue| html! { (tr!("{overdue} of it overdue", "其中逾期 {overdue}")) }),
                command: "kehu receivables".to_owned(),
            }))
            (tile(&Tile {
                label: tr("Exposure", "信用敞口"),
                value: owed.map(|owed| amount(*owed.exposure)),
                more: owed.map(|owed| { let at_risk = amount(*owed.at_risk); html! { (tr!("{at_risk} at risk", "押单 {at_risk}")) } }),
                command: "kehu receivables".to_owned(),
            }))
            (tile(&Tile {
                label: tr("Due", "到期事项"),
                value: Some(due.to_string()),
                more: Some(html! { (tr!("{late} of them overdue", "其中逾期 {late} 项")) }),
                command: format!("kehu due --within {within}d"),
            }))
            (tile(&Tile {
                label: tr("Planned visits", "已安排访问"),
                value: Some(row.visits.planned.to_string()),
                more: Some({ let made = row.visits.made; html! { (tr!("{made} made in the period", "本期已访问 {made} 次")) } }),
                command: format!("kehu plan{since}"),
            }))
            (tile(&Tile {
                label: tr("Complete cards", "资料齐全的卡片"),
                value: Some(format!("{complete} / {cards}")),
                more: Some(html! { (tr!("{errors} findings", "检查发现 {errors} 处")) }),
                command: "kehu lint".to_owned(),
            }))
            (tile(&Tile {
                label: tr("Provisional grades", "暂定等级"),
                value: Some(row.quality.provisional.to_string()),
                more: Some({ let ungraded = row.quality.ungraded; html! { (tr!("{ungraded} not graded", "未评级 {ungraded} 个")) } }),
                command: "kehu grade".to_owned(),
            }))
        }
    }
}

/// The flag that asks a command for the period of the page.
pub fn since(figures: &Figures) -> String {
    figures.row.since.map(|since| format!(" --since {since}")).unwrap_or_default()
}
