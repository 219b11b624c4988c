//! What a rule is.

use super::{Known, Values};
use crate::problem::{Code, Problem, Severity, Span};
use crate::scenario::Scenario;

/// One thing to look for in a scenario.
#[derive(Debug, Clone, Copy)]
pub struct Rule {
    /// The name that people use: `dead-end`. It is stable: scripts and `allow` know it.
    pub code: Code,
    /// How much it matters.
    pub severity: Severity,
    /// The doc comment of the rule, line by line as it stands; [`Self::page`] has it as people read it.
    pub doc: &'static str,
    /// A part of a scenario that has the problem: some of the fields of `Scenario`. The others are those of the example
    /// scenario that every page is tried with.
    pub bad: &'static str,
    /// The same part, mended.
    pub good: &'static str,
    /// Looks for it.
    pub look: Find,
}

/// How a rule is looked for.
#[derive(Debug, Clone, Copy)]
pub enum Find {
    /// In the words of the scenario alone.
    InWords(fn(&Rule, &Scenario) -> Vec<Problem>),
    /// In what can happen. A scenario with too many states is not looked at.
    InValues(fn(&Rule, &Scenario, &Values<'_>) -> Vec<Problem>),
    /// In what it is worth. Nor is a scenario looked at in which a conversation can break off: what has no ending has no
    /// worth, and everything that leads there seems worse than it is.
    InWorth(fn(&Rule, &Scenario, &Values<'_>) -> Vec<Problem>),
}

impl Rule {
    /// What the rule finds.
    #[must_use]
    pub fn find(&self, known: &Known<'_>) -> Vec<Problem> {
        match (self.look, &known.values) {
            (Find::InWords(find), _) => find(self, known.scenario),
            (Find::InValues(find) | Find::InWorth(find), Some(values)) if self.looks_at(known) => {
                find(self, known.scenario, values)
            }
            (Find::InValues(_) | Find::InWorth(_), _) => Vec::new(),
        }
    }

    /// Whether what is `known` is enough to look for it.
    pub(super) fn looks_at(&self, known: &Known<'_>) -> bool {
        match (self.look, &known.values) {
            (Find::InWords(_), _) | (Find::InValues(_), Some(_)) => true,
            (Find::InWorth(_), Some(values)) => !values.breaks_off(),
            (Find::InValues(_) | Find::InWorth(_), None) => false,
        }
    }

    /// What it means and how to mend it, as Markdown: a line that says it in one sentence, an empty line, and the rest.
    #[must_use]
    pub fn page(&self) -> String {
        self.doc.lines().map(|line| line.strip_prefix(' ').unwrap_or(line)).collect::<Vec<_>>().join("\n")
    }

    /// What it is about, in one sentence.
    #[must_use]
    pub fn sentence(&self) -> &'static str {
        self.doc.lines().next().unwrap_or_default().trim()
    }

    /// A problem of this rule.
    #[must_use]
    pub(super) fn problem(&self, span: Span, message: impl Into<String>) -> Problem {
        Problem::new(self.code, self.severity, span, message)
    }
}

/// Makes a rule of a doc comment, which is its page, and of what follows it.
macro_rules! rule {
    (
        $(#[doc = $doc:literal])+
        $severity:ident $code:literal
        bad $bad:literal
        good $good:literal
        $look:ident($find:path)
    ) => {
        $(#[doc = $doc])+
        pub(super) const RULE: $crate::check::Rule = $crate::check::Rule {
            code: $crate::problem::Code($code),
            severity: $crate::problem::Severity::$severity,
            doc: concat!($($doc, "\n"),+),
            bad: $bad,
            good: $good,
            look: $crate::check::Find::$look($find),
        };
    };
}

pub(super) use rule;
