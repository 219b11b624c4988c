//! What is known about a scenario before any rule is looked at: worked out once for all of them.

use std::cell::OnceCell;

use super::never::Never;
use super::no_way::{self, NoWay};
use crate::scenario::{MomentId, Scenario};
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
    scenario: &'s Scenario,
    trails: OnceCell<Trails<'s>>,
    never: OnceCell<Vec<Never>>,
    no_ways: OnceCell<(Vec<NoWay>, Vec<bool>)>,
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
                scenario,
                trails: OnceCell::new(),
                never: OnceCell::new(),
                no_ways: OnceCell::new(),
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

    /// Whether a conversation can break off: come to a moment with nothing to say, or to openness 0 without `if_shut`.
    #[must_use]
    pub const fn breaks_off(&self) -> bool {
        self.survey.breaks_off()
    }

    /// What can never happen, by a mistake of its own.
    pub(super) fn never(&self) -> &[Never] {
        self.never.get_or_init(|| {
            let mut dry = vec![false; self.scenario.moments.len()];
            for &state in &self.survey.dead_ends {
                dry[self.solved.place(state).0.index()] = true;
            }
            Never::all(self.scenario, &self.survey, dry)
        })
    }

    /// What of that is to be told: where no way leads to an ending, that is told and shows the lines that would.
    pub(super) fn never_told(&self) -> impl Iterator<Item = &Never> {
        self.never().iter().filter(|never| !self.has_no_way(never.thing.moment()))
    }

    /// The moments from which no ending can be reached.
    pub(super) fn no_ways(&self) -> &[NoWay] {
        &self.no_ways_and_moments().0
    }

    /// Whether it is told of the moment `id` that no way leads from there to an ending.
    pub(super) fn has_no_way(&self, id: MomentId) -> bool {
        self.no_ways_and_moments().1[id.index()]
    }

    fn no_ways_and_moments(&self) -> &(Vec<NoWay>, Vec<bool>) {
        self.no_ways.get_or_init(|| {
            let no_ways = no_way::all(self.scenario, self.solved, &self.survey, || self.trails());
            let mut moments = vec![false; self.scenario.moments.len()];
            for id in no_ways.iter().flat_map(|no_way| &no_way.moments) {
                moments[id.index()] = true;
            }
            (no_ways, moments)
        })
    }

    /// `points` on the scale of scores, where best play is 100 and worst play 0; 0 where nothing is at stake.
    #[must_use]
    pub fn in_score(&self, points: f64) -> f64 {
        self.solved.stake().map_or(0.0, |stake| 100.0 * points / stake)
    }
}
