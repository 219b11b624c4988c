//! A scenario in figures.

use super::Known;
use super::words::spoken;
use crate::scenario::Scenario;
use crate::solver::Figures;

/// How many words a person reads aloud in a minute, unhurried.
pub const WORDS_A_MINUTE: usize = 150;

/// A scenario in figures.
#[derive(Debug, Clone, PartialEq)]
pub struct Summary {
    /// How many words are spoken in it, by the rep and by the customer, each text once.
    pub words: usize,
    /// How many turns the shortest and the longest conversation have; nothing where none ends or there are too many
    /// states.
    pub turns: Option<(usize, usize)>,
    /// How many states a conversation can be in; nothing where they are too many.
    pub states: Option<usize>,
    /// What habits score; nothing where there are too many states, or where a conversation can break off, which has no
    /// worth.
    pub figures: Option<Figures>,
}

impl Summary {
    pub(super) fn of(known: &Known<'_>) -> Self {
        let values = known.values.as_ref();
        Self {
            words: words(known.scenario),
            turns: values.and_then(|values| values.survey.turns),
            states: values.map(|values| values.figures.states),
            figures: values.filter(|values| !values.breaks_off()).map(|values| values.figures.clone()),
        }
    }

    /// How many minutes it takes to read everything aloud, rounded up.
    #[must_use]
    pub const fn minutes(&self) -> usize {
        self.words.div_ceil(WORDS_A_MINUTE)
    }
}

/// How many words are spoken in `scenario`.
fn words(scenario: &Scenario) -> usize {
    let count = |text: &str| spoken(text);
    let replies = || scenario.moments.iter().flat_map(|moment| &moment.replies);
    let follow_ups = || replies().flat_map(|reply| &reply.follow_ups);
    count(&scenario.opening.says)
        + replies().flat_map(|reply| &reply.says).map(|says| count(says)).sum::<usize>()
        + follow_ups().map(|line| count(&line.says) + line.hears.as_deref().map_or(0, count)).sum::<usize>()
        + scenario.endings.iter().map(|ending| count(&ending.says)).sum::<usize>()
}
