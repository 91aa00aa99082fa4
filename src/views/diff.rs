//! Two texts as a unified diff, as git and patch read it.

use std::ops::Range;

use similar::DiffOp;
use similar::algorithms::{Capture, Replace, myers};

use super::text::{Style, Text};
use crate::tr;

/// Lines that stay, shown around what changes.
const CONTEXT: usize = 2;

/// What changes from one text to the other.
pub fn diff(file: &str, old: &str, new: &str) -> Text {
    if old == new {
        return Text::plain(tr!("{file}: nothing to change", "{file}：没有变化")).line();
    }
    let (old, new): (Vec<&str>, Vec<&str>) = (old.split_inclusive('\n').collect(), new.split_inclusive('\n').collect());
    // by one algorithm alone: the others that the crate knows would weigh half a megabyte
    let mut seen = Replace::new(Capture::new());
    let Ok(()) = myers::diff(&mut seen, &old[..], 0..old.len(), &new[..], 0..new.len());
    let head = Text::new().and(Style::Bad, format!("--- {file}")).line().and(Style::Good, format!("+++ {file}")).line();
    seen.into_inner().into_grouped_ops(CONTEXT).iter().fold(head, |text, hunk| text.then(self::hunk(hunk, &old, &new)))
}

fn hunk(ops: &[DiffOp], old: &[&str], new: &[&str]) -> Text {
    let (Some(first), Some(last)) = (ops.first(), ops.last()) else { return Text::new() };
    let before = place(first.old_range().start..last.old_range().end);
    let after = place(first.new_range().start..last.new_range().end);
    let mut text = Text::new().and(Style::Hint, format!("@@ -{before} +{after} @@")).line();
    let mut add = |style, mark, lines: &[&str], range: Range<usize>| {
        for line in lines.get(range).unwrap_or_default() {
            let bare = line.strip_suffix('\n').unwrap_or(line);
            text = std::mem::take(&mut text).and(style, format!("{mark}{bare}")).line();
        }
    };
    for op in ops {
        match op {
            DiffOp::Equal { .. } => add(Style::Plain, ' ', old, op.old_range()),
            _ => {
                add(Style::Bad, '-', old, op.old_range());
                add(Style::Good, '+', new, op.new_range());
            }
        }
    }
    text
}

/// Where a hunk stands: the first line from 1, and how many unless it is one; of none the line before.
fn place(lines: Range<usize>) -> String {
    match lines.len() {
        0 => format!("{},0", lines.start),
        1 => format!("{}", lines.start + 1),
        count => format!("{},{count}", lines.start + 1),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn hunks_as_patch_reads_them() {
        let old: String = (1..=12).map(|n| format!("{n}\n")).collect();
        for (new, want) in [
            (old.replace("6\n", "six\n"), "@@ -4,5 +4,5 @@\n 4\n 5\n-6\n+six\n 7\n 8\n"),
            (format!("0\n{old}"), "@@ -1,2 +1,3 @@\n+0\n 1\n 2\n"),
            (
                old.replace("1\n2\n", "2\n").replace("12\n", ""),
                "@@ -1,3 +1,2 @@\n-1\n 2\n 3\n@@ -10,3 +9,2 @@\n 10\n 11\n-12\n",
            ),
            (String::new(), "@@ -1,12 +0,0 @@\n-1\n-2\n-3\n-4\n-5\n-6\n-7\n-8\n-9\n-10\n-11\n-12\n"),
        ] {
            let told = diff("f", &old, &new).render(false);
            assert_eq!(told, format!("--- f\n+++ f\n{want}"), "{new}");
        }
        assert_eq!(diff("f", "", "1\n").render(false), "--- f\n+++ f\n@@ -0,0 +1 @@\n+1\n");
        assert_eq!(diff("f", "a\r\nb", "a\r\nc").render(false), "--- f\n+++ f\n@@ -1,2 +1,2 @@\n a\n-b\n+c\n");
    }
}
