//! How the lines of a screen are shared among the sections of a page.

/// Lines above and below the sections: the day, and the health of the book.
const FRAME: usize = 2;
/// What a section shows at least, where there is as much and room for it: two things, and how many more there are.
const FEW: usize = 3;

/// How a page is laid out.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Room {
    /// Whether a blank line stands before each section and the last line.
    pub airy: bool,
    /// For each section that has room for its heading, the lines below it.
    pub lines: Vec<usize>,
}

/// Shares a page of so many lines among sections that would like these, most urgent first.
///
/// A line each in turn, so that no section starves another, and none gets more than it asks for. Where blank lines would
/// leave a section less than a few, there are none; where not even the headings fit, the last sections go.
pub fn share(height: usize, wanted: &[usize]) -> Room {
    let body = height.saturating_sub(FRAME);
    let few: usize = wanted.iter().map(|wanted| (*wanted).min(FEW)).sum();
    let airy = body >= wanted.len() * 2 + 1 + few;
    let kept = wanted.get(..body).unwrap_or(wanted);
    let mut left = body - if airy { kept.len() * 2 + 1 } else { kept.len() };
    let mut lines = vec![0; kept.len()];
    while left > 0 && lines.iter().zip(kept).any(|(line, wanted)| line < wanted) {
        for (line, wanted) in lines.iter_mut().zip(kept) {
            if left > 0 && *line < *wanted {
                *line += 1;
                left -= 1;
            }
        }
    }
    Room { airy, lines }
}

/// Of so many things, how many are shown in these lines: all, else one line is kept to say how many more there are.
pub fn shown(things: usize, lines: usize) -> usize {
    if things <= lines { things } else { lines.saturating_sub(1) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_screen_is_shared_by_turns_and_never_overrun() {
        for (height, wanted, airy, lines) in [
            // the demo book at the usual terminal
            (23, &[2, 10, 5][..], true, &[2, 7, 5][..]),
            // everybody wants more than there is: alike, the odd lines to the most urgent
            (23, &[60, 60, 60], true, &[5, 5, 4]),
            // what one leaves the others take
            (23, &[1, 60, 60], true, &[1, 7, 6]),
            (23, &[60], true, &[18]),
            (23, &[3], true, &[3]),
            (23, &[], true, &[]),
            // a sentence in the place of a section wants nothing below it
            (23, &[0, 4], true, &[0, 4]),
            // blank lines go first, then lines, then the last sections
            (18, &[60, 60, 60], true, &[3, 3, 3]),
            (17, &[60, 60, 60], false, &[4, 4, 4]),
            (7, &[60, 60, 60], false, &[1, 1, 0]),
            (5, &[60, 60, 60], false, &[0, 0, 0]),
            (4, &[60, 60, 60], false, &[0, 0]),
            (2, &[60, 60, 60], false, &[]),
            (0, &[60], false, &[]),
        ] {
            let room = share(height, wanted);
            assert_eq!(room, Room { airy, lines: lines.to_vec() }, "{height} {wanted:?}");
            let blank = if airy { lines.len() + 1 } else { 0 };
            assert!(
                FRAME + blank + lines.len() + lines.iter().sum::<usize>() <= height.max(FRAME),
                "{height} {wanted:?}"
            );
        }
    }

    #[test]
    fn a_line_says_how_many_more_there_are() {
        for (things, lines, want) in [(3, 3, 3), (3, 5, 3), (4, 3, 2), (60, 1, 0), (60, 0, 0), (0, 0, 0), (1, 1, 1)] {
            assert_eq!(shown(things, lines), want, "{things} in {lines}");
        }
    }
}
