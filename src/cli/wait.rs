//! A word to the one who waits, where something takes longer than a moment.

use std::io::{self, IsTerminal, Write};
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::mpsc::{self, RecvTimeoutError};
use std::thread;
use std::time::Duration;

use unicode_width::UnicodeWidthStr;

use crate::export::lines::beginning;

/// Less than this is no time to wait.
pub(super) const MOMENT: Duration = Duration::from_millis(800);

/// Does `work`; should it take longer than a moment, a terminal shows `says` on stderr until it is done.
pub(super) fn waiting<T>(says: &str, work: impl FnOnce() -> T) -> T {
    thread::scope(|scope| {
        let (done, is_done) = mpsc::channel::<()>();
        scope.spawn(move || {
            if is_done.recv_timeout(MOMENT) == Err(RecvTimeoutError::Timeout) {
                tell(says);
                // Nothing is ever sent: this ends when the other end is gone, because the work is done or panicked.
                let _ = is_done.recv();
                clear();
            }
        });
        let came = work();
        drop(done);
        came
    })
}

/// How many columns of the last line are taken by what was shown there.
static SHOWN: AtomicUsize = AtomicUsize::new(0);

/// Shows `says` in the last line of a terminal, in place of what was there.
pub(super) fn tell(says: &str) {
    if !io::stderr().is_terminal() {
        return;
    }
    // A line that is too long would go on in the next, and stay there.
    let columns = crossterm::terminal::size().map_or(80, |(columns, _)| usize::from(columns));
    let says = beginning(says, columns.saturating_sub(1));
    let before = SHOWN.swap(says.width(), Ordering::Relaxed);
    let _ = write!(io::stderr(), "\r{says}{}", " ".repeat(before.saturating_sub(says.width())));
}

/// Takes away what [`tell`] showed.
pub(super) fn clear() {
    let shown = SHOWN.swap(0, Ordering::Relaxed);
    if shown > 0 {
        let _ = write!(io::stderr(), "\r{}\r", " ".repeat(shown));
    }
}
