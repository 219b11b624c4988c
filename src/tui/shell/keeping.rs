//! Keeping conversations: from the tickets of the screens to the attempts of the history.

use std::collections::{BTreeMap, HashMap, HashSet};
use std::path::PathBuf;
use std::sync::Arc;

use jiff::Timestamp;

use crate::conversation::{Transcript, Turn};
use crate::debrief::Closing;
use crate::history::{AttemptId, Begin, Finish, History, HistoryError, Kept, Standing, set_aside};
use crate::tui::app::data::{Effect, Piece, Ticket};

/// How many unfinished conversations are offered at first, and how many more whenever more are asked for.
const OFFERED: usize = 3;
const MORE: usize = 50;

/// A conversation that is being kept.
#[derive(Debug)]
struct Open {
    piece: Arc<Piece>,
    transcript: Transcript,
    from: Option<AttemptId>,
    /// Its attempt, from the first turn on: a conversation in which nothing was said is not worth keeping.
    attempt: Option<AttemptId>,
    /// How many of its turns are in the history.
    kept: usize,
}

/// Keeps conversations, or knows why it cannot.
pub(super) struct Keeper {
    history: Result<History, String>,
    /// Where the history lies.
    folder: Option<PathBuf>,
    /// Whether what is there is no history that can be read.
    broken: bool,
    /// Why the last thing could not be kept, until something is kept again.
    trouble: Option<String>,
    open: HashMap<Ticket, Open>,
    /// Attempts that were finished or given up here: whoever else has one of them open has nothing to add.
    closed: HashSet<AttemptId>,
    /// How many unfinished conversations are offered.
    offered: usize,
    /// The one that is to be gone on with as soon as the screens are open, however old it is.
    wanted: Option<AttemptId>,
    /// What was read of the unfinished conversations, to go on with one of them.
    unfinished: Vec<(AttemptId, Arc<Piece>, Transcript)>,
}

impl Keeper {
    /// Opens the history in the folder `data`.
    pub(super) fn open(data: &Result<PathBuf, String>) -> Self {
        let mut keeper = Self {
            history: data.as_ref().map_or_else(|reason| Err(reason.clone()), |_| Err(String::new())),
            folder: data.as_ref().ok().cloned(),
            broken: false,
            trouble: None,
            offered: OFFERED,
            wanted: None,
            open: HashMap::new(),
            closed: HashSet::new(),
            unfinished: Vec::new(),
        };
        keeper.reopen();
        keeper
    }

    fn reopen(&mut self) {
        if let Some(folder) = &self.folder {
            let opened = History::open(folder);
            self.broken = matches!(opened, Err(HistoryError::Broken { .. }));
            self.history = opened.map_err(|error| error.to_string());
        }
    }

    /// Why nothing is kept, where that is so.
    pub(super) fn not_kept(&self) -> Option<String> {
        self.history.as_ref().err().or(self.trouble.as_ref()).cloned()
    }

    /// Whether the history is broken, and could be set aside.
    pub(super) const fn is_broken(&self) -> bool {
        self.broken
    }

    /// Sets a broken history aside and begins a new one, with all that is open now; returns where the old one went.
    pub(super) fn set_aside(&mut self) -> Result<PathBuf, String> {
        let folder = self.folder.clone().filter(|_| self.broken).ok_or("there is no broken history")?;
        let aside = set_aside(&folder, Timestamp::now()).map_err(|error| error.to_string())?;
        self.reopen();
        self.unfinished.clear();
        self.closed.clear();
        for open in self.open.values_mut() {
            (open.attempt, open.from, open.kept) = (None, None, 0);
        }
        Ok(aside)
    }

    /// Tries once more to keep what could not be kept.
    pub(super) fn retry(&mut self) {
        if self.trouble.take().is_some() {
            let behind = self.open.iter().filter(|(_, open)| open.kept < open.transcript.turns.len());
            let behind: Vec<Ticket> = behind.map(|(&ticket, _)| ticket).collect();
            self.trouble = behind.into_iter().find_map(|ticket| self.catch_up(ticket).err());
        }
    }

    /// How things stand with each scenario, by stem.
    pub(super) fn standing(&mut self) -> BTreeMap<String, Standing> {
        self.read(History::standing)
    }

    /// The conversations that were left in the middle, as many as are offered, and how many there are beside them.
    pub(super) fn unfinished(&mut self) -> (Vec<Kept>, usize) {
        let offered = self.offered;
        let (mut newest, all) = self.read(|history| history.newest_unfinished(offered));
        let more = all.saturating_sub(newest.len());
        if let Some(wanted) = self.wanted.take()
            && newest.iter().all(|kept| kept.id != wanted)
        {
            newest.extend(self.read(|history| history.kept(wanted)).filter(|kept| kept.finish.is_none()));
        }
        (newest, more)
    }

    /// Has the unfinished conversation that the history knows by `id` among those that are offered first.
    pub(super) const fn want(&mut self, id: i64) {
        self.wanted = Some(AttemptId(id));
    }

    /// Offers more unfinished conversations from now on.
    pub(super) const fn offer_more(&mut self) {
        self.offered += MORE;
    }

    /// Remembers what the screens may go on with.
    pub(super) fn offer(&mut self, offered: Vec<(AttemptId, Arc<Piece>, Transcript)>) {
        self.unfinished = offered;
    }

    fn read<T: Default>(&mut self, read: impl FnOnce(&History) -> Result<T, HistoryError>) -> T {
        let Ok(history) = &self.history else { return T::default() };
        read(history).unwrap_or_else(|error| {
            self.broken = matches!(error, HistoryError::Broken { .. });
            self.history = Err(error.to_string());
            T::default()
        })
    }

    /// Does what the screens ask to be kept; an error is the reason why it is not.
    pub(super) fn perform(&mut self, effect: Effect) -> Result<(), String> {
        let writes = matches!(effect, Effect::Keep { .. } | Effect::Finish { .. } | Effect::GiveUp { .. });
        let done = self.done(effect);
        if writes {
            self.trouble = done.as_ref().err().cloned();
        }
        done
    }

    fn done(&mut self, effect: Effect) -> Result<(), String> {
        match effect {
            Effect::Begin { ticket, piece, transcript, from } => {
                let from = from.and_then(|ticket| self.open.get(&ticket)?.attempt);
                self.open.insert(ticket, Open { piece, transcript, from, attempt: None, kept: 0 });
                Ok(())
            }
            Effect::Resume { ticket, id } => {
                let offered = self.unfinished.iter().find(|(attempt, ..)| attempt.0 == id);
                if let Some((attempt, piece, transcript)) = offered {
                    let (piece, transcript) = (Arc::clone(piece), transcript.clone());
                    let (attempt, kept) = (Some(*attempt), transcript.turns.len());
                    self.open.insert(ticket, Open { piece, transcript, from: None, attempt, kept });
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
        open.kept = open.kept.min(number);
        self.catch_up(ticket)
    }

    /// Keeps every turn of a conversation that is not in the history yet: the one that was just said, and those before
    /// it that could not be kept when they were.
    fn catch_up(&mut self, ticket: Ticket) -> Result<(), String> {
        let Some(open) = self.open.get_mut(&ticket) else { return Ok(()) };
        let history = self.history.as_ref().map_err(Clone::clone)?;
        let now = Timestamp::now();
        let turns = &open.transcript.turns;
        let kept = match open.attempt {
            Some(attempt) => (open.kept..turns.len())
                .try_for_each(|number| history.keep(attempt, number, turns[number], now))
                .map(|()| attempt),
            None => begin(history, open, now),
        };
        let kept = match kept {
            // Another window has gone on with this conversation: from here on it is one of its own.
            Err(HistoryError::Elsewhere { .. } | HistoryError::NotOpen { .. }) => begin(history, open, now),
            kept => kept,
        };
        open.attempt = Some(kept.map_err(|error| error.to_string())?);
        open.kept = open.transcript.turns.len();
        Ok(())
    }

    fn finish(&mut self, ticket: Ticket, closing: Closing) -> Result<(), String> {
        if self.open.get(&ticket).is_some_and(|open| open.kept < open.transcript.turns.len()) {
            self.catch_up(ticket)?;
        }
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
