//! Who is spoken to, and what the rep can know before the call.

use super::Openness;
use crate::problem::Span;

/// Who is spoken to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Customer {
    /// First and last name.
    pub name: String,
    /// What the customer does there.
    pub role: String,
    /// Where the customer works.
    pub company: String,
    /// What is going on.
    pub situation: String,
    /// What matters to the customer.
    pub cares_about: Vec<String>,
    /// Whom the customer serves.
    pub hero: String,
    /// At the start, 1 to 10.
    pub openness: Openness,
    /// Where it stands.
    pub span: Span,
}

impl Customer {
    /// The name that is used in a conversation: the first word of the whole name.
    #[must_use]
    pub fn first_name(&self) -> &str {
        self.name.split_whitespace().next().unwrap_or(&self.name)
    }
}

/// What the rep reads before the call.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Brief {
    /// From symptom to result.
    pub results: Vec<BusinessResult>,
    /// How a customer uses what is sold.
    pub usage: Option<String>,
    /// Customers who used it.
    pub stories: Vec<Story>,
    /// Whose name may come up.
    pub rivals: Vec<Rival>,
    /// Where it stands.
    pub span: Span,
}

/// A symptom, what it leads to, and the result that can stand in its place. The format writes it `Result(..)`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BusinessResult {
    /// What can be seen in the customer's business.
    pub symptom: String,
    /// What it leads to.
    pub consequence: String,
    /// What could be instead.
    pub result: String,
}

/// How a customer used it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Story {
    /// Whom it is about.
    pub hero: String,
    /// How it was.
    pub before: String,
    /// What the hero did.
    pub turn: String,
    /// How it is now.
    pub after: String,
}

/// Another vendor whose name may come up.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Rival {
    /// The name.
    pub name: String,
    /// What the rival is honestly good at.
    pub good_at: String,
    /// The different problem that the rival solves.
    pub solves_instead: String,
}
