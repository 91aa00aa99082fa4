//! How far a long work has come: a bar on a terminal, nothing anywhere else.

use indicatif::{ProgressBar, ProgressStyle};

/// A bar that goes away when the work is done.
#[derive(Debug)]
pub struct Progress(Option<ProgressBar>);

impl Progress {
    /// A bar, or none where nobody would see it.
    pub fn new(seen: bool) -> Self {
        Self(seen.then(|| {
            let bar = ProgressBar::no_length();
            bar.set_style(style("{spinner} {pos}"));
            bar
        }))
    }

    /// So much is to be done; until this is said, what is done is only counted.
    pub fn begin(&self, steps: usize) {
        if let Some(bar) = &self.0 {
            bar.set_style(style("{bar:40} {pos}/{len}"));
            bar.set_length(steps as u64);
        }
    }

    /// So much more is done.
    pub fn step(&self, steps: usize) {
        if let Some(bar) = &self.0 {
            bar.inc(steps as u64);
        }
    }
}

/// The templates are our own: should one ever not be one, the bar looks plain.
fn style(template: &str) -> ProgressStyle {
    ProgressStyle::with_template(template).unwrap_or_else(|_| ProgressStyle::default_bar())
}

impl Drop for Progress {
    fn drop(&mut self) {
        if let Some(bar) = &self.0 {
            bar.finish_and_clear();
        }
    }
}
