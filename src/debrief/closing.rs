//! How a conversation came out, in the few figures that are kept of it.

use super::Debrief;
use crate::conversation::{Conversation, Spot};
use crate::scenario::{Outcome, Scenario};

/// How a conversation came out.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Closing {
    /// 0 to 100; nothing where nothing was at stake, the conversation got stuck, or its values are not known.
    pub score: Option<f64>,
    /// The score that guessing would reach on average; nothing where nothing was at stake or that is not known.
    pub par: Option<f64>,
    /// The points of the conversation; 0 where they are not known.
    pub result: f64,
    /// How kind the draws were, in points; 0 where that is not known.
    pub luck: f64,
    /// The name of the ending; nothing where the conversation got stuck.
    pub ending: Option<String>,
    /// What the ending is.
    pub outcome: Option<Outcome>,
}

impl Closing {
    /// How `conversation`, one of `scenario`, came out; `debrief` is nothing where its values are not known.
    #[must_use]
    pub fn of(scenario: &Scenario, conversation: &Conversation, debrief: Option<&Debrief>) -> Self {
        let ending = match conversation.state().spot {
            Spot::Ended(id) => Some(scenario.ending(id)),
            _ => None,
        };
        Self {
            score: debrief.and_then(|debrief| debrief.score),
            par: debrief.and_then(|debrief| debrief.par),
            result: debrief.map_or(0.0, |debrief| debrief.result),
            luck: debrief.map_or(0.0, |debrief| debrief.luck),
            ending: ending.map(|ending| ending.name.clone()),
            outcome: ending.map(|ending| ending.outcome),
        }
    }
}
