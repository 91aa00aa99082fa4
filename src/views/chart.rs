//! Pictures for pages: SVG drawn by hand, in whole pixels, with no scripts and no fonts of its own. Colours come from the
//! page's classes, so that they follow its theme; what a picture says stands beside it in words too.

use maud::{Markup, html};
use rust_decimal::prelude::{Decimal, ToPrimitive};

use crate::lang::{Lang, lang};
use crate::model::money::amount;

/// The length that stands for a part of the largest, in pixels; nothing below zero, something for what there is.
pub fn length(part: Decimal, largest: Decimal, pixels: i64) -> i64 {
    if part <= Decimal::ZERO || largest <= Decimal::ZERO {
        return 0;
    }
    let share = part.checked_div(largest).unwrap_or_default().min(Decimal::ONE);
    let length = share.checked_mul(Decimal::from(pixels)).and_then(|length| length.round().to_i64());
    length.unwrap_or(0).max(1)
}

/// An amount in as few letters as an axis has room for: `1.2M`, `120万`.
pub fn short(number: Decimal) -> String {
    short_in(lang(), number)
}

fn short_in(lang: Lang, number: Decimal) -> String {
    let units: [(i64, &str); 3] = match lang {
        Lang::Zh => [(100_000_000, "亿"), (10_000, "万"), (1, "")],
        Lang::En => [(1_000_000, "M"), (1_000, "K"), (1, "")],
    };
    let of = units.into_iter().find(|(unit, _)| number.abs() >= Decimal::from(*unit)).unwrap_or((1, ""));
    let scaled = number.checked_div(Decimal::from(of.0)).unwrap_or(number);
    // what has three digits needs no decimals
    let scaled = scaled.round_dp(if scaled.abs() < Decimal::ONE_HUNDRED { 1 } else { 0 }).normalize();
    format!("{}{}", amount(scaled), of.1)
}

/// Marks of an axis up to a largest value: three to six round numbers, from nothing on.
pub fn marks(largest: Decimal) -> Vec<Decimal> {
    let mut step = Decimal::ONE;
    let fits = |step: Decimal| step.checked_mul(Decimal::from(5)).is_none_or(|most| most >= largest);
    // 1, 2, 5, 10, 20, 50 and so on
    for factor in [2_i64, 5, 10].into_iter().cycle().take(90) {
        if fits(step) {
            break;
        }
        let tens = match factor {
            2 => Some(step).and_then(|step| step.checked_mul(Decimal::TWO)),
            5 => step.checked_mul(Decimal::new(25, 1)),
            _ => step.checked_mul(Decimal::TWO),
        };
        step = tens.unwrap_or(largest);
    }
    let marks = (0..=5_i64).filter_map(|count| step.checked_mul(Decimal::from(count)));
    let mut kept = Vec::new();
    for mark in marks {
        kept.push(mark.normalize());
        if mark >= largest {
            break;
        }
    }
    kept
}

/// A bar of several colours after each other, as wide as its cell; numbers stand beside it.
pub fn bar(parts: &[(&str, Decimal)], largest: Decimal) -> Markup {
    let mut at = 0;
    let mut rects = Vec::new();
    for (class, part) in parts {
        let wide = length(*part, largest, WIDE);
        rects.push((*class, at, wide));
        at += wide;
    }
    html! {
        svg.bar viewBox={ "0 0 " (WIDE) " 14" } preserveAspectRatio="none" aria-hidden="true" focusable="false" {
            @for (class, x, width) in rects.iter().filter(|(.., width)| *width > 0) {
                rect class=(class) x=(x) y="0" width=(width) height="14" {}
            }
        }
    }
}

/// How finely a bar is drawn.
const WIDE: i64 = 1000;

/// How large a picture is.
#[derive(Clone, Copy)]
struct Canvas {
    /// Its class: which screens show it.
    class: &'static str,
    /// Width in pixels.
    width: i64,
    /// Height in pixels.
    height: i64,
}

/// The whole width of screens from the size of a tablet on, and of paper.
const LARGE: Canvas = Canvas { class: "large", width: 960, height: 270 };
/// Half of it.
const HALF: Canvas = Canvas { class: "large", width: 560, height: 230 };
/// For telephones.
const SMALL: Canvas = Canvas { class: "small", width: 340, height: 220 };

/// The width of a column from which on there is room for its amount above it.
const LABELLED: i64 = 48;
/// Room for the words at the axes.
const LEFT: i64 = 52;
const TOP: i64 = 20;
const BOTTOM: i64 = 26;

impl Canvas {
    fn inner(self) -> (i64, i64) {
        (self.width - LEFT - 8, self.height - TOP - BOTTOM)
    }

    /// The lines of the axis, with what they stand for.
    fn axis(self, marks: &[Decimal], told: fn(Decimal) -> String) -> Markup {
        let (width, height) = self.inner();
        let most = marks.last().copied().unwrap_or(Decimal::ONE);
        html! {
            @for mark in marks {
                @let y = TOP + height - length(*mark, most, height);
                line class="grid" x1=(LEFT) x2=(LEFT + width) y1=(y) y2=(y) {}
                text class="mark" x=(LEFT - 6) y=(y + 4) text-anchor="end" { (told(*mark)) }
            }
        }
    }

    fn svg(self, id: &str, title: &str, about: &str, inner: &Markup) -> Markup {
        let (title_id, about_id) = (format!("{id}-{}-t", self.class), format!("{id}-{}-d", self.class));
        html! {
            svg class={ "chart " (self.class) } role="img" viewBox={ "0 0 " (self.width) " " (self.height) }
                aria-labelledby={ (title_id) " " (about_id) } {
                title id=(title_id) { (title) }
                desc id=(about_id) { (about) }
                (inner)
            }
        }
    }
}

/// A column: what stands below it, its value, and the value that it is compared with.
pub struct Pair {
    /// Below it.
    pub label: String,
    /// Its value.
    pub now: Decimal,
    /// A year ago, where that is known.
    pub before: Option<Decimal>,
}

/// Columns beside those of a year ago.
pub fn columns(id: &str, title: &str, about: &str, pairs: &[Pair]) -> Markup {
    let values = pairs.iter().flat_map(|pair| [Some(pair.now), pair.before]).flatten();
    let marks = marks(values.max().unwrap_or_default().max(Decimal::ONE));
    let most = marks.last().copied().unwrap_or(Decimal::ONE);
    let picture = |canvas: Canvas| {
        let (width, height) = canvas.inner();
        let count = i64::try_from(pairs.len()).unwrap_or(1).max(1);
        let slot = width / count;
        let wide = (slot * 2 / 5).max(1);
        // where there is no room for every label, some are left out
        let every = (34 / slot.max(1) + 1).max(1);
        let bars = html! {
            (canvas.axis(&marks, short))
            @for (at, pair) in (0_i64..).zip(pairs) {
                @let x = LEFT + at * width / count + (slot - 2 * wide) / 2;
                @let tall = length(pair.now, most, height);
                @if let Some(before) = pair.before {
                    @let tall = length(before, most, height);
                    rect class="then" x=(x) y=(TOP + height - tall) width=(wide) height=(tall) {}
                }
                rect class="now" x=(x + wide) y=(TOP + height - tall) width=(wide) height=(tall) {}
                @if tall > 0 && slot >= LABELLED {
                    text class="mark" x=(x + wide + wide / 2) y=(TOP + height - tall - 4) text-anchor="middle" { (short(pair.now)) }
                }
                @if (count - 1 - at) % every == 0 {
                    text class="mark" x=(x + wide) y=(canvas.height - 8) text-anchor="middle" { (pair.label) }
                }
            }
        };
        canvas.svg(id, title, about, &bars)
    };
    html! { (picture(LARGE)) (picture(SMALL)) }
}

/// The most points of a curve: more nobody sees.
const POINTS: usize = 240;

/// The curve of cumulated shares, and the edges at which it is cut: each a share and the name of what lies below it.
pub fn curve(id: &str, title: &str, about: &str, shares: &[Decimal], edges: &[(Decimal, String)]) -> Markup {
    let count = shares.len();
    let every = count.div_ceil(POINTS).max(1);
    let marks: Vec<Decimal> = [0, 50, 100].into_iter().map(|share| Decimal::new(share, 2)).collect();
    let picture = |canvas: Canvas| {
        let (width, height) = canvas.inner();
        let across = |at: usize| LEFT + length(Decimal::from(at), Decimal::from(count), width);
        let up = |share: Decimal| TOP + height - length(share, Decimal::ONE, height);
        let mut path = format!("M{LEFT} {}", TOP + height);
        for (at, share) in (1..).zip(shares).filter(|(at, _)| at % every == 0 || *at == count || *at < 12) {
            path.push_str(&format!(" L{} {}", across(at), up(*share)));
        }
        let lines = html! {
            (canvas.axis(&marks, crate::views::percent))
            @for (edge, name) in edges {
                @let below = shares.iter().filter(|share| *share < edge).count();
                @let x = across((below + 1).min(count));
                line class="edge" x1=(LEFT) x2=(x) y1=(up(*edge)) y2=(up(*edge)) {}
                line class="edge" x1=(x) x2=(x) y1=(up(*edge)) y2=(TOP + height) {}
                text class="mark" x=(x + 4) y=(TOP + height - 6) { (name) }
            }
            path class="curve" d=(path) {}
            text class="mark" x=(LEFT + width) y=(canvas.height - 8) text-anchor="end" { (count) }
            text class="mark" x=(LEFT) y=(canvas.height - 8) { "0" }
        };
        canvas.svg(id, title, about, &lines)
    };
    html! { (picture(HALF)) (picture(SMALL)) }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn d(text: &str) -> Decimal {
        Decimal::from_str_exact(text).unwrap()
    }

    #[test]
    fn axes_have_round_marks() {
        for (largest, want) in [
            ("1", "0 1"),
            ("5", "0 1 2 3 4 5"),
            ("6", "0 2 4 6"),
            ("11", "0 5 10 15"),
            ("444155.40", "0 100000 200000 300000 400000 500000"),
            ("0", "0"),
        ] {
            let marks: Vec<String> = marks(d(largest)).iter().map(ToString::to_string).collect();
            assert_eq!(marks.join(" "), want, "{largest}");
        }
        assert!(!marks(Decimal::MAX).is_empty());
    }

    #[test]
    fn lengths_never_leave_the_canvas() {
        for (part, whole, want) in
            [("1", "2", 50), ("0", "2", 0), ("-1", "2", 0), ("0.001", "100", 1), ("9", "2", 100), ("1", "0", 0)]
        {
            assert_eq!(length(d(part), d(whole), 100), want, "{part} of {whole}");
        }
        assert_eq!(length(Decimal::MAX, Decimal::MAX, 100), 100);
    }

    #[test]
    fn short_amounts_in_both_languages() {
        for (number, en, zh) in [
            ("1234567.80", "1.2M", "123万"),
            ("250000000", "250M", "2.5亿"),
            ("999", "999", "999"),
            ("0", "0", "0"),
            ("-42000", "-42K", "-4.2万"),
        ] {
            assert_eq!(short_in(Lang::En, d(number)), en);
            assert_eq!(short_in(Lang::Zh, d(number)), zh);
        }
    }
}
