//! How much of each skill a conversation showed, of what was there to show.

use crate::conversation::Exchange;
use crate::scenario::{FollowUp, Scenario, SkillId};

/// How much of one skill a conversation showed.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct SkillBar {
    /// Which skill.
    pub skill: SkillId,
    /// The marks earned between the least and the most that the turns offered, 0 to 1.
    pub share: f64,
}

/// The bars of a conversation, in the order of the rubric. Only turns that offered a choice in a skill count for it;
/// where none did there is no bar.
pub(super) fn bars(scenario: &Scenario, exchanges: &[Exchange]) -> Vec<SkillBar> {
    let bar = |skill: SkillId| {
        let (mut earned, mut least, mut most) = (0, 0, 0);
        for exchange in exchanges {
            let Some(chosen) = exchange.chosen(scenario) else { continue };
            let marks = (0..exchange.shown.len()).map(|at| mark(exchange.follow_up(scenario, at), skill));
            let (low, high) = marks.fold((i32::MAX, i32::MIN), |(low, high), mark| (low.min(mark), high.max(mark)));
            earned += mark(chosen, skill);
            least += low;
            most += high;
        }
        (most > least).then(|| SkillBar { skill, share: f64::from(earned - least) / f64::from(most - least) })
    };
    (0..scenario.rubric.skills.len()).map(SkillId::at).filter_map(bar).collect()
}

/// The mark of `follow_up` in `skill`; 0 where it is left out.
fn mark(follow_up: &FollowUp, skill: SkillId) -> i32 {
    follow_up.marks.iter().find(|&&(marked, _)| marked == skill).map_or(0, |&(_, mark)| i32::from(mark))
}
