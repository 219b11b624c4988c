//! A word to the one who waits, where something takes longer than a moment.

use std::io::{self, IsTerminal, Write};
use std::sync::mpsc::{self, RecvTimeoutError};
use std::thread;
use std::time::Duration;

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

/// Shows `says` in the last line of a terminal, in place of what was there.
pub(super) fn tell(says: &str) {
    if io::stderr().is_terminal() {
        let _ = write!(io::stderr(), "\r{says:<78}");
    }
}

/// Takes away what [`tell`] showed.
pub(super) fn clear() {
    tell("");
    if io::stderr().is_terminal() {
        let _ = write!(io::stderr(), "\r");
    }
}
