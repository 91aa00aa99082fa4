//! Sales: by month, country, product, and who buys most of it.

use maud::{Markup, html};
use rust_decimal::Decimal;

use super::parts::{As, barred, change, legend, more, name, no_rate, none, section, table, word};
use super::since;
use crate::commands::report::overview::figures::{Figures, a_year_ago};
use crate::commands::stats::StatRow;
use crate::lang::tr;
use crate::model::{Choose, Number};
use crate::rules::grade::Period;
use crate::tr;
use crate::views::chart::{self, Pair};
use crate::views::{amount, per_cent};

fn told(number: Option<Number>) -> Markup {
    word(number.map(|number| amount(*number)).unwrap_or_default())
}

fn shared(number: Option<Number>) -> Markup {
    word(number.map(|number| per_cent(*number)).unwrap_or_default())
}

/// Sales by month, beside those of a year ago.
pub fn months(figures: &Figures) -> Markup {
    let (row, id) = (&figures.row, "months");
    let title = tr("Sales by month", "按月销售额");
    let command = format!("kehu stats month{}", since(figures));
    let sold = row.months.iter().any(|month| !month.of.sales.is_zero());
    let body = if !figures.sales_told {
        no_rate("kehu grade")
    } else if !sold {
        none(tr("No order falls into this period.", "本期没有订单。"))
    } else {
        let pairs: Vec<Pair> = row
            .months
            .iter()
            .map(|month| Pair {
                label: month.of.name.chars().skip(2).collect(),
                now: *month.of.sales,
                before: month.last_year.map(|sales| *sales),
            })
            .collect();
        let highest = row.months.iter().max_by_key(|month| *month.of.sales);
        let about = highest.map_or_else(String::new, |month| {
            let (month, sales) = (&month.of.name, amount(*month.of.sales));
            tr!(
                "The highest is {month} with {sales}; every month stands in the table below.",
                "最高为 {month}，{sales}；各月数据见下表。"
            )
        });
        let rows: Vec<Vec<Markup>> = row
            .months
            .iter()
            .map(|month| {
                let of = &month.of;
                vec![
                    word(&of.name),
                    word(amount(*of.sales)),
                    told(month.last_year),
                    word(of.orders.to_string()),
                    word(of.customers.to_string()),
                ]
            })
            .collect();
        let heads = [
            (tr("month", "月份"), As::Word),
            (tr("sales", "销售额"), As::Number),
            (tr("a year ago", "去年同月"), As::Number),
            (tr("orders", "订单数"), As::Spare),
            (tr("customers", "客户数"), As::Spare),
        ];
        html! {
            (legend(&[("now", tr("this period", "本期")), ("then", tr("the same month a year ago", "去年同月"))]))
            (chart::columns(id, title, &about, &pairs))
            (more(tr("Every month in figures", "各月数据"), &html! {
                (table(&heads, &rows))
                p.from { (tr("a year ago:", "去年同月：")) " " code { "kehu stats month" (year_ago(figures)) } }
            }))
        }
    };
    section(id, true, title, &command, &body)
}

/// The flags that ask a command for the months of a year ago.
fn year_ago(figures: &Figures) -> String {
    let period = a_year_ago(Period { since: figures.row.since, until: figures.row.until });
    let since = period.since.map(|since| format!(" --since {since}")).unwrap_or_default();
    format!("{since} --until {}", period.until)
}

/// A list of groups with bars.
fn list(rows: &[StatRow], title: &str, quantities: bool) -> Markup {
    let largest = rows.iter().map(|row| *row.sales).max().unwrap_or_default();
    let quantity = |row: &StatRow| {
        let unit = row.unit.as_deref().unwrap_or_default();
        row.quantity.map(|quantity| format!("{} {unit}", amount(quantity.normalize()))).unwrap_or_default()
    };
    let mut heads = vec![(title, As::Bars)];
    if quantities {
        heads.push((tr("quantity", "数量"), As::Spare));
    }
    heads.extend([
        (tr("sales", "销售额"), As::Number),
        (tr("share", "占比"), As::Spare),
        (tr("change", "增减"), As::Number),
    ]);
    let cells = |row: &StatRow| {
        let mut cells = vec![barred(&name(&row.name), &chart::bar(&[("now", *row.sales)], largest))];
        if quantities {
            cells.push(word(quantity(row)));
        }
        cells.extend([word(amount(*row.sales)), shared(row.share), change(row)]);
        cells
    };
    table(&heads, &rows.iter().map(cells).collect::<Vec<_>>())
}

/// Sales by country.
pub fn countries(figures: &Figures) -> Markup {
    let body = match () {
        () if !figures.sales_told => no_rate("kehu grade"),
        () if figures.row.countries.is_empty() => none(tr("No order falls into this period.", "本期没有订单。")),
        () => list(&figures.row.countries, tr("country", "国家"), false),
    };
    let command = format!("kehu stats country{} --top 10", since(figures));
    section("countries", false, tr("Sales by country", "按国家销售额"), &command, &body)
}

/// The products that sell most.
pub fn products(figures: &Figures) -> Markup {
    let body = match () {
        () if !figures.sales_told => no_rate("kehu grade"),
        () if figures.row.products.is_empty() => none(tr("No order falls into this period.", "本期没有订单。")),
        () => list(&figures.row.products, tr("product", "产品"), true),
    };
    let command = format!("kehu stats product{} --top 10", since(figures));
    section("products", false, tr("Top products", "畅销产品"), &command, &body)
}

/// How few customers bring how much of all sales, with the bands of the grading.
pub fn pareto(figures: &Figures) -> Markup {
    let (row, id) = (&figures.row, "pareto");
    let title = tr("Who brings the sales", "客户集中度");
    let body = if !figures.sales_told {
        no_rate("kehu grade")
    } else if figures.shares.is_empty() {
        none(tr("Nobody has bought yet.", "还没有客户购买。"))
    } else {
        let sum = row.bands.iter().map(|band| *band.sales).max().unwrap_or(Decimal::ONE);
        let bands: Vec<Vec<Markup>> = row
            .bands
            .iter()
            .map(|band| {
                vec![
                    barred(&word(band.band.words().text()), &chart::bar(&[("now", *band.sales)], sum)),
                    word(band.customers.to_string()),
                    word(amount(*band.sales)),
                    shared(band.share),
                ]
            })
            .collect();
        let heads = [
            (tr("band", "销售档"), As::Bars),
            (tr("customers", "客户数"), As::Number),
            (tr("sales", "销售额"), As::Number),
            (tr("share", "占比"), As::Number),
        ];
        html! {
            p.note { (tr("All sales so far, the largest customers first (第5条)", "全部销售额，客户按销售额从大到小累计（第5条）")) }
            (chart::curve(id, title, &told_curve(figures), &figures.shares, &figures.edges))
            (table(&heads, &bands))
            (more(tr("The largest customers", "最大的客户"), &largest(figures)))
        }
    };
    section(id, false, title, "kehu grade", &body)
}

fn told_curve(figures: &Figures) -> String {
    let parts = figures.row.bands.iter().filter_map(|band| {
        let (grade, count, share) = (band.band.key(), band.customers, per_cent(*band.share?));
        let customers = crate::lang::counted(count, "customer", "customers");
        Some(tr!("{grade}: {customers}, {share} of sales", "{grade}：{count} 个客户，占 {share}"))
    });
    parts.collect::<Vec<_>>().join(tr("; ", "；"))
}

fn largest(figures: &Figures) -> Markup {
    let rows: Vec<Vec<Markup>> = figures
        .row
        .largest
        .iter()
        .map(|row| {
            let cumulative = shared(row.cumulative_after);
            vec![name(&row.of.called()), word(row.band.key()), word(amount(*row.sales)), shared(row.share), cumulative]
        })
        .collect();
    let heads = [
        (tr("customer", "客户"), As::Word),
        (tr("band", "销售档"), As::Word),
        (tr("sales", "销售额"), As::Number),
        (tr("share", "占比"), As::Number),
        (tr("cumulative", "累计"), As::Spare),
    ];
    table(&heads, &rows)
}
