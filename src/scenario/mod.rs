//! A scenario as checked types, and the way there from its text.
//!
//! The words are those of the format: a [`Scenario`] has an [`Opening`] and [`Moment`]s; in a moment the customer gives
//! a [`Reply`]; to a reply the rep says a [`FollowUp`]; it leads to a moment or an [`Ending`]. Names are resolved to
//! numbered ids in the order of the file, so that whoever holds a `Scenario` can follow every id.

mod customer;
mod ids;
mod moment;
mod openness;
mod outcome;
pub mod pack;
pub mod read;
mod rubric;

pub use customer::{Brief, BusinessResult, Customer, Rival, Story};
pub use ids::{EndingId, FactId, Goal, MomentId, SkillId};
pub use moment::{AtMost, FollowUp, Moment, Reply, ReplyKind};
pub use openness::{Band, ByBand, Openness};
pub use outcome::{Ending, Outcome};
pub use pack::Pack;
pub use read::read;
pub use rubric::{Rubric, Skill};

use crate::problem::Span;

/// The newest version of the format that is read.
pub const FORMAT: u32 = 1;

/// How much a scenario asks of the one who practises it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub enum Level {
    /// For a first try.
    #[default]
    Starter,
    /// For someone who has practised.
    Working,
    /// For someone who wants to be tested.
    Hard,
}

impl Level {
    /// Every level, from the easiest.
    pub const ALL: [Self; 3] = [Self::Starter, Self::Working, Self::Hard];

    /// The word of the format.
    #[must_use]
    pub const fn word(self) -> &'static str {
        match self {
            Self::Starter => "Starter",
            Self::Working => "Working",
            Self::Hard => "Hard",
        }
    }
}

/// Something that a reply or an answer reveals, and that a later follow-up can need.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fact {
    /// The name that `needs`, `unless` and `reveals` use.
    pub name: String,
    /// What the rep then knows.
    pub says: String,
    /// Where its name stands.
    pub span: Span,
}

/// What the rep says first.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Opening {
    /// Which of the three kinds it is, with what only that kind has.
    pub kind: OpeningKind,
    /// The rep's words.
    pub says: String,
    /// Where the conversation goes at the customer's openness at the start. Only moments: somebody must answer.
    pub then: MomentId,
    /// Where it stands.
    pub span: Span,
}

/// The three ways to open a conversation.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum OpeningKind {
    /// Something about the customer's world that the customer did not know.
    Insight {
        /// Who found it out, and how.
        source: String,
    },
    /// A question.
    Question,
    /// How a customer used it.
    Story {
        /// Whom the story is about.
        hero: String,
    },
}

impl OpeningKind {
    /// The word of the format: `Insight`, `Question` or `Story`.
    #[must_use]
    pub const fn word(&self) -> &'static str {
        match self {
            Self::Insight { .. } => "Insight",
            Self::Question => "Question",
            Self::Story { .. } => "Story",
        }
    }
}

/// A warning that the writer accepts on purpose.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Allow {
    /// The code of the warning.
    pub code: String,
    /// Why it is accepted.
    pub because: String,
    /// Where it stands.
    pub span: Span,
}

/// One scenario: a customer, an opening, and the conversation that can follow.
///
/// Everything in it has been checked: every id points to something, every figure is in its range, and no text carries a
/// control character. What a conversation can meet (a state with nothing to say, say) is not checked here.
#[derive(Debug, Clone, PartialEq)]
pub struct Scenario {
    /// At most 60 characters.
    pub title: String,
    /// Where the title stands.
    pub title_span: Span,
    /// How much it asks.
    pub level: Level,
    /// Where its level stands; nowhere where the file does not say it.
    pub level_span: Span,
    /// Words to search by.
    pub tags: Vec<String>,
    /// Who is spoken to.
    pub customer: Customer,
    /// What the rep reads before the call.
    pub brief: Option<Brief>,
    /// In the order of the file; a [`FactId`] counts in it.
    pub facts: Vec<Fact>,
    /// What the rep says first.
    pub opening: Opening,
    /// In the order of the file; a [`MomentId`] counts in it.
    pub moments: Vec<Moment>,
    /// In the order of the file; an [`EndingId`] counts in it.
    pub endings: Vec<Ending>,
    /// The ending that openness 0 leads to.
    pub if_shut: Option<EndingId>,
    /// Warnings accepted on purpose.
    pub allow: Vec<Allow>,
    /// The skills that marks are given for: the pack's, or [`Rubric::default`].
    pub rubric: Rubric,
}

impl Scenario {
    /// The moment that `id` stands for.
    #[must_use]
    pub fn moment(&self, id: MomentId) -> &Moment {
        &self.moments[id.index()]
    }

    /// The ending that `id` stands for.
    #[must_use]
    pub fn ending(&self, id: EndingId) -> &Ending {
        &self.endings[id.index()]
    }

    /// The fact that `id` stands for.
    #[must_use]
    pub fn fact(&self, id: FactId) -> &Fact {
        &self.facts[id.index()]
    }

    /// The name of the moment or ending that `goal` stands for.
    #[must_use]
    pub fn goal_name(&self, goal: Goal) -> &str {
        match goal {
            Goal::Moment(id) => &self.moment(id).name,
            Goal::Ending(id) => &self.ending(id).name,
        }
    }

    /// The marks of `follow_up` in one figure: the sum of weight times mark over the skills.
    #[must_use]
    pub fn weighed(&self, follow_up: &FollowUp) -> f64 {
        let weighed = |&(skill, mark): &(SkillId, i8)| self.rubric.skills[skill.index()].weight * f64::from(mark);
        // A sum of nothing is -0, which is less than 0 where figures are put in order.
        follow_up.marks.iter().map(weighed).sum::<f64>() + 0.0
    }
}
