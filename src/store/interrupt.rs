//! Ctrl-C while many cards are written: the cards in hand are finished or left as they were, and no more are begun.

use std::sync::Once;
use std::sync::atomic::{AtomicBool, Ordering};

use crate::error::{Error, Exit, Result};
use crate::lang::tr;

static LISTENING: Once = Once::new();
static ASKED: AtomicBool = AtomicBool::new(false);

/// From now on Ctrl-C no longer ends the program, but is heard by [`check`]. Where no handler can be set it ends the program as
/// ever, and cards are whole all the same.
pub(super) fn listen() {
    LISTENING.call_once(|| drop(ctrlc::set_handler(|| ASKED.store(true, Ordering::Relaxed))));
}

/// Whether to go on.
///
/// # Errors
/// Somebody pressed Ctrl-C.
pub(super) fn check() -> Result<()> {
    if ASKED.load(Ordering::Relaxed) {
        return Err(Error { exit: Exit::No, ..Error::new(tr("stopped by Ctrl-C", "已按 Ctrl-C 中断")) });
    }
    Ok(())
}
