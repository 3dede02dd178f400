//! The bar of a long run, on a terminal only.

use std::fmt::Write;

use indicatif::{ProgressBar, ProgressDrawTarget, ProgressState, ProgressStyle};

/// A bar with counts, time left and what is in hand.
pub(super) struct Progress {
    bar: ProgressBar,
    hand: Vec<String>,
}

impl Progress {
    /// A bar on stderr if `shown` and that is a terminal.
    pub(super) fn new(shown: bool) -> Self {
        let bar = ProgressBar::new(0);
        bar.set_draw_target(if shown {
            ProgressDrawTarget::stderr()
        } else {
            ProgressDrawTarget::hidden()
        });
        let left = |state: &ProgressState, out: &mut dyn Write| {
            let second = state.eta().as_secs();
            // A bar that cannot write has nowhere to say so.
            let _ = match second {
                0..=59 => write!(out, "{second} dtk"),
                60..=3599 => write!(out, "{} mnt {} dtk", second / 60, second % 60),
                _ => write!(out, "{} jam {} mnt", second / 3600, second / 60 % 60),
            };
        };
        if let Ok(style) =
            ProgressStyle::with_template("{bar:24} {pos}/{len}  sisa {sisa}  {wide_msg}")
        {
            bar.set_style(style.with_key("sisa", left));
        }
        Self {
            bar,
            hand: Vec::new(),
        }
    }

    /// How many there are.
    pub(super) fn begin(&self, total: usize) {
        self.bar.set_length(total as u64);
    }

    /// One is taken in hand.
    pub(super) fn take(&mut self, name: &str) {
        self.hand.push(name.to_owned());
        self.bar.set_message(self.hand.join(", "));
    }

    /// One is done.
    pub(super) fn done(&mut self, name: &str) {
        self.hand.retain(|hand| hand != name);
        self.bar.set_message(self.hand.join(", "));
        self.bar.inc(1);
    }

    /// Writes lines without tearing the bar.
    pub(super) fn aside<T>(&self, f: impl FnOnce() -> T) -> T {
        self.bar.suspend(f)
    }

    /// Takes the bar away.
    pub(super) fn end(&self) {
        self.bar.finish_and_clear();
    }
}
