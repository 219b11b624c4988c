//! A conversation on the screen, from its first line to its debrief.

use std::sync::Arc;

use super::data::{Piece, Ticket};
use crate::conversation::{Conversation, Event, Spot};
use crate::debrief::{Closing, Debrief, debrief};
use crate::scenario::Scenario;
use crate::solver::Solved;
use crate::tui::screens::conversation::Talk;
use crate::tui::screens::debrief::Review;

/// What is known of the worth of its lines.
#[derive(Debug, Clone, PartialEq)]
pub(crate) enum Values {
    /// They are being solved.
    Reckoning,
    /// The debrief.
    Ready(Box<Debrief>),
    /// There are none, and why.
    Unknown(String),
}

/// A conversation on the screen.
#[derive(Debug, Clone)]
pub(crate) struct Practice {
    pub(crate) piece: Arc<Piece>,
    pub(crate) ticket: Ticket,
    pub(crate) conversation: Conversation,
    /// The best score before this conversation.
    pub(crate) best_before: Option<f64>,
    pub(crate) values: Values,
    /// Whether it was noted that it is over.
    pub(crate) finished: bool,
    pub(crate) talk: Talk,
    pub(crate) review: Review,
}

impl Practice {
    pub(crate) fn new(piece: Arc<Piece>, ticket: Ticket, conversation: Conversation, best_before: Option<f64>) -> Self {
        Self {
            piece,
            ticket,
            conversation,
            best_before,
            values: Values::Reckoning,
            finished: false,
            talk: Talk::default(),
            review: Review::default(),
        }
    }

    pub(crate) fn scenario(&self) -> &Scenario {
        &self.piece.scenario
    }

    /// The lines that can be said now, in the order shown.
    pub(crate) fn lines(&self) -> impl Iterator<Item = &str> {
        let open = self.conversation.open();
        open.into_iter().flat_map(|exchange| {
            (0..exchange.shown.len()).map(|at| exchange.follow_up(&self.piece.scenario, at).says.as_str())
        })
    }

    /// Says the line at `position` of those shown, and returns what has to be kept of it; nothing where there is none.
    pub(crate) fn say(&mut self, position: usize) -> Vec<crate::conversation::Effect> {
        let effects = self.conversation.handle(&self.piece.scenario, Event::Say(position));
        if !effects.is_empty() {
            self.talk = Talk::default();
        }
        effects
    }

    /// The debrief, where it is over and its values are known. What got stuck at a mistake of the scenario is not judged:
    /// no line of it can have cost anything.
    pub(crate) fn debrief(&self) -> Option<&Debrief> {
        match &self.values {
            Values::Ready(debrief) if !self.is_stuck() => Some(debrief),
            _ => None,
        }
    }

    /// Whether something was said and more can be: in a conversation in which nothing was said nothing is missed.
    pub(crate) fn is_worth_going_on_with(&self) -> bool {
        !self.conversation.is_over() && !self.conversation.transcript().turns.is_empty()
    }

    /// Whether it stopped at a mistake of the scenario.
    pub(crate) fn is_stuck(&self) -> bool {
        matches!(self.conversation.state().spot, Spot::Stuck(_))
    }

    /// Judges it by `solved`, where it is over, and says how it came out, where that was not said before.
    pub(crate) fn judge(&mut self, solved: &Result<Arc<Solved>, String>) -> Option<Closing> {
        if !self.conversation.is_over() {
            return None;
        }
        let stuck = self.is_stuck();
        self.values = match solved {
            Ok(solved) => match debrief(&self.piece.scenario, solved, &self.conversation) {
                Some(debrief) => {
                    self.review.selected = if stuck { 0 } else { costliest(&debrief) };
                    Values::Ready(Box::new(debrief))
                }
                None => Values::Unknown("The values of this conversation could not be told.".to_owned()),
            },
            Err(why) => Values::Unknown(why.clone()),
        };
        (!std::mem::replace(&mut self.finished, true)).then(|| self.closing())
    }

    /// How it came out, as far as that is known.
    pub(crate) fn closing(&self) -> Closing {
        Closing::of(self.scenario(), &self.conversation, self.debrief())
    }
}

/// The decision that there is most to learn from.
fn costliest(debrief: &Debrief) -> usize {
    let mut costliest = 0;
    for (index, decision) in debrief.decisions.iter().enumerate() {
        if decision.cost > debrief.decisions[costliest].cost {
            costliest = index;
        }
    }
    costliest
}
