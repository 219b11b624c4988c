//! Where a conversation stops.

use crate::problem::Span;

/// How a call can end, after the four call outcomes of Neil Rackham's research on major sales.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Outcome {
    /// The customer buys.
    Order,
    /// The customer agrees to a step that moves the sale forward.
    Advance,
    /// Talk goes on, and nothing was agreed.
    Continuation,
    /// The customer says no.
    NoSale,
}

impl Outcome {
    /// Every outcome, from the best.
    pub const ALL: [Self; 4] = [Self::Order, Self::Advance, Self::Continuation, Self::NoSale];

    /// The word of the format.
    #[must_use]
    pub const fn word(self) -> &'static str {
        match self {
            Self::Order => "Order",
            Self::Advance => "Advance",
            Self::Continuation => "Continuation",
            Self::NoSale => "NoSale",
        }
    }

    /// The outcome as people read it in a sentence, with its article.
    #[must_use]
    pub const fn phrase(self) -> &'static str {
        match self {
            Self::Order => "an Order",
            Self::Advance => "an Advance",
            Self::Continuation => "a Continuation",
            Self::NoSale => "a No Sale",
        }
    }

    /// What an ending with this outcome is worth where the file does not say, in points.
    #[must_use]
    pub const fn worth(self) -> i32 {
        match self {
            Self::Order => 20,
            Self::Advance => 15,
            Self::Continuation => 0,
            Self::NoSale => -10,
        }
    }
}

/// Where a conversation stops.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Ending {
    /// The name that `then` and `after` use.
    pub name: String,
    /// What was reached.
    pub outcome: Outcome,
    /// What happens, told to the rep.
    pub says: String,
    /// What it adds to the result, -30 to +30 points.
    pub worth: i32,
    /// Where its name stands.
    pub span: Span,
}
