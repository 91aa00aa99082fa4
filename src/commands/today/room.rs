//! How the lines of one screen are shared among the sections of the page.

/// What every section with something in it gets before any gets more.
const FAIR: usize = 2;

/// The lines that each section gets, of those there are; the first section comes first.
pub fn share<const N: usize>(lines: usize, wanted: [usize; N]) -> [usize; N] {
    let mut left = lines;
    let mut given = [0; N];
    for most in [FAIR, usize::MAX] {
        for (given, wanted) in given.iter_mut().zip(wanted) {
            let add = (wanted.min(most) - (*given).min(wanted.min(most))).min(left);
            *given += add;
            left -= add;
        }
    }
    given
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn everybody_gets_a_little_and_the_urgent_the_rest() {
        for (lines, wanted, want) in [
            (20, [2, 5, 3], [2, 5, 3]),
            (10, [2, 30, 30], [2, 6, 2]),
            (10, [30, 30, 30], [6, 2, 2]),
            (10, [0, 30, 1], [0, 9, 1]),
            (5, [9, 9, 9], [2, 2, 1]),
            (1, [9, 9, 9], [1, 0, 0]),
            (0, [9, 9, 9], [0, 0, 0]),
            (9, [0, 0, 0], [0, 0, 0]),
        ] {
            assert_eq!(share(lines, wanted), want, "{lines} {wanted:?}");
        }
    }
}
