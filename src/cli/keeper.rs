//! Keeping a conversation as it goes, or saying once that it is not kept.

use jiff::Timestamp;

use super::out::Out;
use super::read::Found;
use crate::conversation::{Conversation, Effect};
use crate::debrief::{Closing, Debrief};
use crate::history::{AttemptId, Begin, Finish, History, HistoryError};
use crate::visible::visible;

/// Writes each turn to the history as it is made. Where the history cannot be used, practice goes on without it.
pub(super) struct Keeper {
    history: Option<History>,
    attempt: Option<AttemptId>,
}

impl Keeper {
    /// A keeper that writes to `history`; where it could not be opened, it says so on stderr and keeps nothing.
    pub(super) fn of(history: anyhow::Result<History>, out: &Out) -> Self {
        match history {
            Ok(history) => Self { history: Some(history), attempt: None },
            Err(error) => {
                not_kept(&error, out);
                Self { history: None, attempt: None }
            }
        }
    }

    /// A keeper that goes on with an attempt.
    pub(super) const fn going_on(history: History, attempt: AttemptId) -> Self {
        Self { history: Some(history), attempt: Some(attempt) }
    }

    /// Whether anything is kept.
    pub(super) const fn keeps(&self) -> bool {
        self.history.is_some()
    }

    /// Does what `effects` of `conversation` ask for.
    pub(super) fn follow(&mut self, found: &Found, conversation: &Conversation, effects: &[Effect], out: &Out) {
        for &effect in effects {
            self.attempt(out, |history, attempt| match (effect, attempt) {
                (Effect::Over, attempt) => Ok(attempt),
                // An attempt is begun with its first turn: a conversation in which nothing was said is not one to keep.
                (Effect::Keep { .. }, None) => {
                    let scenario = &found.loaded.scenario;
                    let begin = Begin {
                        stem: &found.stem,
                        title: &scenario.title,
                        customer: &scenario.customer.name,
                        hash: found.loaded.hash,
                        text: &found.loaded.text,
                        rubric_text: found.loaded.rubric_text.as_deref(),
                        transcript: conversation.transcript(),
                        from: None,
                    };
                    history.begin(&begin, Timestamp::now()).map(Some)
                }
                (Effect::Keep { number, turn }, Some(id)) => {
                    history.keep(id, number, turn, Timestamp::now()).map(|()| attempt)
                }
                (Effect::Forget { .. }, None) => Ok(None),
                (Effect::Forget { from }, Some(id)) => history.forget(id, from).map(|()| attempt),
            });
        }
    }

    /// Notes how the conversation came out.
    pub(super) fn finish(&mut self, found: &Found, conversation: &Conversation, debrief: &Debrief, out: &Out) {
        let closing = Closing::of(&found.loaded.scenario, conversation, Some(debrief));
        let finish = Finish { closing, finished: Timestamp::now() };
        self.attempt(out, |history, attempt| match attempt {
            Some(id) => history.finish(id, &finish).map(|()| attempt),
            None => Ok(None),
        });
    }

    /// Tries to write; after a failure nothing more is tried, so that what is kept has no gaps.
    fn attempt(
        &mut self,
        out: &Out,
        write: impl FnOnce(&History, Option<AttemptId>) -> Result<Option<AttemptId>, HistoryError>,
    ) {
        let Some(history) = &self.history else { return };
        match write(history, self.attempt) {
            Ok(attempt) => self.attempt = attempt,
            Err(error) => {
                not_kept(&error, out);
                self.history = None;
            }
        }
    }
}

fn not_kept(error: &dyn std::fmt::Display, out: &Out) {
    out.tell(&format!("tellmore: this conversation is not kept: {}\n", visible(&error.to_string())));
}
