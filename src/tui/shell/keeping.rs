//! Keeping conversations: from the tickets of the screens to the attempts of the history.

use std::collections::{BTreeMap, HashMap, HashSet};
use std::path::PathBuf;
use std::sync::Arc;

use jiff::Timestamp;

use crate::conversation::{Transcript, Turn};
use crate::debrief::Closing;
use crate::history::{AttemptId, Begin, Finish, History, HistoryError, Kept, Standing};
use crate::tui::app::data::{Effect, Piece, Ticket};

/// A conversation that is being kept.
#[derive(Debug)]
struct Open {
    piece: Arc<Piece>,
    transcript: Transcript,
    from: Option<AttemptId>,
    /// Its attempt, from the first turn on: a conversation in which nothing was said is not worth keeping.
    attempt: Option<AttemptId>,
}

/// Keeps conversations, or knows why it cannot.
pub(super) struct Keeper {
    history: Result<History, String>,
    open: HashMap<Ticket, Open>,
    /// Attempts that were finished or given up here: whoever else has one of them open has nothing to add.
    closed: HashSet<AttemptId>,
    /// What was read of the unfinished conversations, to go on with one of them.
    unfinished: Vec<(AttemptId, Arc<Piece>, Transcript)>,
}

impl Keeper {
    /// Opens the history in the folder `data`.
    pub(super) fn open(data: &Result<PathBuf, String>) -> Self {
        let history = match data {
            Ok(folder) => History::open(folder).map_err(|error| error.to_string()),
            Err(reason) => Err(reason.clone()),
        };
        Self { history, open: HashMap::new(), closed: HashSet::new(), unfinished: Vec::new() }
    }

    /// Why nothing is kept, where that is so.
    pub(super) fn not_kept(&self) -> Option<String> {
        self.history.as_ref().err().cloned()
    }

    /// How things stand with each scenario, by stem.
    pub(super) fn standing(&mut self) -> BTreeMap<String, Standing> {
        self.read(History::standing)
    }

    /// The conversations that were left in the middle, except those that are on the screen.
    pub(super) fn unfinished(&mut self) -> Vec<Kept> {
        self.read(History::unfinished)
    }

    /// Remembers what the screens may go on with.
    pub(super) fn offer(&mut self, offered: Vec<(AttemptId, Arc<Piece>, Transcript)>) {
        self.unfinished = offered;
    }

    fn read<T: Default>(&mut self, read: impl FnOnce(&History) -> Result<T, HistoryError>) -> T {
        let Ok(history) = &self.history else { return T::default() };
        read(history).unwrap_or_else(|error| {
            self.history = Err(error.to_string());
            T::default()
        })
    }

    /// Does what the screens ask to be kept; an error is the reason why it is not.
    pub(super) fn perform(&mut self, effect: Effect) -> Result<(), String> {
        match effect {
            Effect::Begin { ticket, piece, transcript, from } => {
                let from = from.and_then(|ticket| self.open.get(&ticket)?.attempt);
                self.open.insert(ticket, Open { piece, transcript, from, attempt: None });
                Ok(())
            }
            Effect::Resume { ticket, id } => {
                let offered = self.unfinished.iter().find(|(attempt, ..)| attempt.0 == id);
                if let Some((attempt, piece, transcript)) = offered {
                    let (piece, transcript) = (Arc::clone(piece), transcript.clone());
                    self.open.insert(ticket, Open { piece, transcript, from: None, attempt: Some(*attempt) });
                }
                Ok(())
            }
            Effect::Keep { ticket, number, turn } => self.keep(ticket, number, turn),
            Effect::Finish { ticket, closing } => self.finish(ticket, closing),
            Effect::GiveUp { id } => {
                self.write(|history| history.discard(AttemptId(id), Timestamp::now()))?;
                self.closed.insert(AttemptId(id));
                Ok(())
            }
            _ => Ok(()),
        }
    }

    fn write(&self, write: impl FnOnce(&History) -> Result<(), HistoryError>) -> Result<(), String> {
        let history = self.history.as_ref().map_err(Clone::clone)?;
        write(history).map_err(|error| error.to_string())
    }

    fn keep(&mut self, ticket: Ticket, number: usize, turn: Turn) -> Result<(), String> {
        let Some(open) = self.open.get_mut(&ticket) else { return Ok(()) };
        open.transcript.turns.truncate(number);
        open.transcript.turns.push(turn);
        let history = self.history.as_ref().map_err(Clone::clone)?;
        let now = Timestamp::now();
        let kept = match open.attempt {
            Some(attempt) => history.keep(attempt, number, turn, now).map(|()| attempt),
            None => begin(history, open, now),
        };
        let kept = match kept {
            // Another window has gone on with this conversation: from here on it is one of its own.
            Err(HistoryError::Elsewhere { .. } | HistoryError::NotOpen { .. }) => begin(history, open, now),
            kept => kept,
        };
        open.attempt = Some(kept.map_err(|error| error.to_string())?);
        Ok(())
    }

    fn finish(&mut self, ticket: Ticket, closing: Closing) -> Result<(), String> {
        let Some(attempt) = self.open.get(&ticket).and_then(|open| open.attempt) else { return Ok(()) };
        // One that waits for its values can be opened again meanwhile, or given up.
        if self.closed.contains(&attempt) {
            return Ok(());
        }
        let finish = Finish { closing, finished: Timestamp::now() };
        self.write(|history| history.finish(attempt, &finish))?;
        self.closed.insert(attempt);
        Ok(())
    }
}

fn begin(history: &History, open: &Open, now: Timestamp) -> Result<AttemptId, HistoryError> {
    let scenario = &open.piece.scenario;
    let begin = Begin {
        stem: &open.piece.stem,
        title: &scenario.title,
        customer: &scenario.customer.name,
        hash: open.piece.hash,
        text: &open.piece.text,
        rubric_text: open.piece.rubric_text.as_deref(),
        transcript: &open.transcript,
        from: open.from,
    };
    history.begin(&begin, now)
}
