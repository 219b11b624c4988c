//! The customer's turn: what may be replied, and what the rep may say to it.

use super::{ByBand, FactId, Goal, Openness, SkillId};
use crate::problem::Span;

/// A point where it is the customer's turn.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Moment {
    /// The name that `then` and `after` use.
    pub name: String,
    /// A line of narration.
    pub stage: Option<String>,
    /// What the customer may say here.
    pub replies: Vec<Reply>,
    /// How often the conversation is let in, and where it goes instead.
    pub at_most: Option<AtMost>,
    /// How many different lines its follow-ups have: the same words in one moment are one line.
    pub lines: u32,
    /// Where its name stands.
    pub span: Span,
}

/// How often a moment lets the conversation in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct AtMost {
    /// 1 or more.
    pub times: u32,
    /// Where the conversation goes instead. Following `after` from moment to moment never comes back to the start.
    pub after: Goal,
}

/// What a customer may say at a moment.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reply {
    /// Which of the kinds it is.
    pub kind: ReplyKind,
    /// The words for the first, the second, the third time; the last one stays. Never empty.
    pub says: Vec<String>,
    /// A whole number 0 to 100.
    pub odds: ByBand<u32>,
    /// Given only when all of these are known.
    pub needs: Vec<FactId>,
    /// Given only when none of these is known.
    pub unless: Vec<FactId>,
    /// What the rep knows from then on, this turn included.
    pub reveals: Vec<FactId>,
    /// What the rep may say next. Never empty.
    pub follow_ups: Vec<FollowUp>,
    /// Where it stands.
    pub span: Span,
}

impl Reply {
    /// The odds at `openness`, against those of the other replies that are live.
    #[must_use]
    pub const fn odds_at(&self, openness: Openness) -> u32 {
        self.odds.at(openness.band())
    }

    /// The words for the time after `given` times.
    #[must_use]
    pub fn says_after(&self, given: usize) -> &str {
        self.says.get(given).or(self.says.last()).map_or("", String::as_str)
    }
}

/// The kinds of reply that an insight draws.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub enum ReplyKind {
    /// Tell me more.
    TellMeMore,
    /// I don't buy that.
    ThatsBs,
    /// That is not important to us.
    NotImportant,
    /// We see it differently.
    DifferentView,
    /// Something else, with the label that it is shown by.
    Other(String),
}

impl ReplyKind {
    /// The four kinds that the field names.
    pub const FOUR: [Self; 4] = [Self::TellMeMore, Self::ThatsBs, Self::NotImportant, Self::DifferentView];

    /// The word of the format; for `Other`, its label.
    #[must_use]
    pub fn word(&self) -> &str {
        match self {
            Self::TellMeMore => "TellMeMore",
            Self::ThatsBs => "ThatsBs",
            Self::NotImportant => "NotImportant",
            Self::DifferentView => "DifferentView",
            Self::Other(label) => label,
        }
    }

    /// The label that people see.
    #[must_use]
    pub fn label(&self) -> &str {
        match self {
            Self::TellMeMore => "Tell me more",
            Self::ThatsBs => "That's BS",
            Self::NotImportant => "Not important",
            Self::DifferentView => "Different view",
            Self::Other(label) => label,
        }
    }
}

/// One thing that the rep may say next.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FollowUp {
    /// The rep's line.
    pub says: String,
    /// Which line of its moment it is, 0 to [`Moment::lines`] - 1: the same words have the same number.
    pub line: u32,
    /// What it shows of each skill, -3 to +3, in the order of the file; skills left out count 0.
    pub marks: Vec<(SkillId, i8)>,
    /// What it adds to openness, -10 to +10.
    pub opens: i8,
    /// Offered only when all of these are known.
    pub needs: Vec<FactId>,
    /// Offered only when none of these is known.
    pub unless: Vec<FactId>,
    /// What the customer answers to this line, before anything else happens.
    pub hears: Option<String>,
    /// What that answer reveals.
    pub reveals: Vec<FactId>,
    /// The note for the debrief.
    pub coach: Option<String>,
    /// Where it leads, by the openness that it leaves.
    pub then: ByBand<Goal>,
    /// Where it stands.
    pub span: Span,
}

impl FollowUp {
    /// Whether a fact decides which of the two is offered, so that they never are together.
    #[must_use]
    pub fn is_instead_of(&self, other: &Self) -> bool {
        let parts = |one: &Self, other: &Self| one.needs.iter().any(|fact| other.unless.contains(fact));
        parts(self, other) || parts(other, self)
    }
}
