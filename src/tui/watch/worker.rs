//! Reading and working out what was saved, away from the keys.

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::Arc;
use std::sync::mpsc::{Receiver, RecvTimeoutError, Sender};
use std::time::{Duration, Instant};

use super::data::{Event, Reading};
use super::files::Files;
use super::picture::{Broken, Picture};
use crate::library::{NotLoaded, load_file};
use crate::tui::shell::input::Message;

/// How long nothing must have happened to a file before a save counts as done: an editor writes in several steps.
const QUIET: Duration = Duration::from_millis(20);
/// A file that is written to all the time is read at least so often.
const LONGEST: Duration = Duration::from_millis(200);
/// How long a file that cannot be played is given to become one that can: some editors empty it or take it away before
/// they write it anew.
pub(super) const PATIENCE: Duration = Duration::from_millis(150);
/// How often the file is looked at, whatever was heard: not every system tells of every save.
const LOOK: Duration = Duration::from_secs(1);

/// What reads the file.
pub(super) struct Worker {
    pub(super) files: Files,
    /// How many states are worked out at most.
    pub(super) limit: usize,
    /// How long a file that cannot be played is given: [`PATIENCE`].
    pub(super) patience: Duration,
    /// Told whenever a file may have been saved.
    pub(super) saved: Receiver<()>,
    /// Told what came of it.
    pub(super) teller: Sender<Message<Event>>,
    /// The last good picture.
    pub(super) last: Option<Arc<Picture>>,
}

impl Worker {
    /// Reads the file, and again after each save, until nobody listens any more.
    pub(super) fn run(mut self) {
        let mut patient = false;
        loop {
            let looks = self.files.look();
            let read = catch_unwind(AssertUnwindSafe(|| self.read(patient))).unwrap_or_else(|_| {
                let says = "Working this version out failed, which is a mistake in tellmore.";
                Some(Reading::Broken(Arc::new(Broken::sole(says.to_owned()))))
            });
            patient = true;
            let Some(reading) = read else { continue };
            let at = jiff::Zoned::now().strftime("%H:%M:%S").to_string();
            if self.teller.send(Message::Event(Event::Read { at, reading })).is_err() {
                return;
            }
            // What changed while it was read is heard of too, but a system that tells nothing would leave it there.
            if self.files.look() == looks && self.until_saved().is_err() {
                return;
            }
        }
    }

    /// What came of reading the file; nothing where it changed meanwhile, so that it has to be read again.
    fn read(&mut self, patient: bool) -> Option<Reading> {
        let looks = self.files.look();
        let loaded = match load_file(&self.files.scenario) {
            Err(error) => return self.broken(&error, patient),
            Ok(loaded) => loaded,
        };
        if let Some(last) = self.last.as_ref().filter(|last| last.hash == loaded.hash) {
            return Some(Reading::Good(Arc::clone(last)));
        }
        let _ = self.teller.send(Message::Event(Event::Begun));
        let files = &self.files;
        let picture = Arc::new(Picture::of(loaded, self.limit, &|| files.look() == looks)?);
        self.last = Some(Arc::clone(&picture));
        Some(Reading::Good(picture))
    }

    /// What is wrong with the file, unless it changes soon.
    fn broken(&self, error: &NotLoaded, patient: bool) -> Option<Reading> {
        let looks = self.files.look();
        if patient && (self.saved.recv_timeout(self.patience).is_ok() || self.files.look() != looks) {
            self.settle();
            return None;
        }
        Some(Reading::Broken(Arc::new(Broken::of(error, self.last.as_deref()))))
    }

    /// Waits for the next save to be done.
    fn until_saved(&self) -> Result<(), RecvTimeoutError> {
        let looks = self.files.look();
        loop {
            match self.saved.recv_timeout(LOOK) {
                Ok(()) => break,
                Err(RecvTimeoutError::Timeout) if self.files.look() == looks => {}
                Err(RecvTimeoutError::Timeout) => break,
                Err(disconnected) => return Err(disconnected),
            }
        }
        self.settle();
        Ok(())
    }

    /// Waits until the file is left alone.
    fn settle(&self) {
        let begun = Instant::now();
        while begun.elapsed() < LONGEST && self.saved.recv_timeout(QUIET).is_ok() {}
    }
}
