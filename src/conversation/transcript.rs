//! What was drawn and what was chosen: all that a conversation has to remember.

use crate::scenario::ReplyKind;

/// What makes a conversation the one that it was, together with its scenario.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Transcript {
    /// What the draws come from.
    pub seed: u64,
    /// The version of the draws, [`super::draw::STREAM`] at the time.
    pub stream: u32,
    /// The kind of reply that was asked for at the first moment, instead of any.
    pub first: Option<ReplyKind>,
    /// The turns so far, each with the line chosen.
    pub turns: Vec<Turn>,
}

impl Transcript {
    /// A conversation in which nothing was said yet.
    #[must_use]
    pub const fn new(seed: u64, first: Option<ReplyKind>) -> Self {
        Self { seed, stream: super::draw::STREAM, first, turns: Vec::new() }
    }
}

/// One reply and the follow-up chosen, as they stand in the file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Turn {
    /// Which reply of the moment, from 0.
    pub reply: usize,
    /// Which follow-up of that reply, from 0.
    pub follow_up: usize,
}
