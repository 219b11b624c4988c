//! What is known about a scenario before any rule is looked at: worked out once for all of them.

use std::cell::OnceCell;

use crate::scenario::Scenario;
use crate::solver::{Balance, Figures, Place, Solved, Survey, Trails, places};

/// A scenario with what was worked out about it.
pub struct Known<'s> {
    /// The scenario.
    pub scenario: &'s Scenario,
    /// What can happen and what it is worth; nothing where that is too much to work out.
    pub values: Option<Values<'s>>,
}

/// What can happen in a scenario, and what it is worth.
pub struct Values<'s> {
    /// Every state.
    pub solved: &'s Solved,
    /// What can happen.
    pub survey: Survey,
    /// Where each line stands: figures by line have this order.
    pub places: Vec<Place>,
    /// What habits score.
    pub figures: Figures,
    /// What each line costs and gives away.
    pub balance: Balance,
    trails: OnceCell<Trails<'s>>,
}

impl<'s> Known<'s> {
    /// What is known about `scenario`.
    #[must_use]
    pub fn of(scenario: &'s Scenario, solved: Option<&'s Solved>) -> Self {
        let values = solved.map(|solved| {
            let (figures, balance) = Balance::and_figures(scenario, solved);
            Values {
                solved,
                survey: Survey::of(scenario, solved),
                places: places(scenario),
                figures,
                balance,
                trails: OnceCell::new(),
            }
        });
        Self { scenario, values }
    }
}

impl<'s> Values<'s> {
    /// The shortest conversation to each state.
    pub fn trails(&self) -> &Trails<'s> {
        self.trails.get_or_init(|| Trails::of(self.solved))
    }

    /// `points` on the scale of scores, where best play is 100 and worst play 0; 0 where nothing is at stake.
    #[must_use]
    pub fn in_score(&self, points: f64) -> f64 {
        self.solved.stake().map_or(0.0, |stake| 100.0 * points / stake)
    }
}
