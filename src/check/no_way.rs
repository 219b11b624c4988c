//! Moments from which no conversation comes to an ending.

use std::collections::BTreeMap;

use super::flow::Numbers;
use crate::scenario::{MomentId, Scenario};
use crate::solver::{Solved, StateId, Survey, Trails};

/// A moment from which no ending can be reached, with what lies behind it.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct NoWay {
    /// The moment by which conversations come in.
    pub(super) entry: MomentId,
    /// It, and the moments behind it.
    pub(super) moments: Vec<MomentId>,
    /// The nearest state there in which nothing is left to say.
    pub(super) stop: StateId,
}

/// All of these that are worth telling, by their first moment, which is the order of the file. A moment in which nothing can be said at all is a dead end
/// and is told as one, and so is openness 0 where it has no ending.
pub(super) fn all<'t, 's: 't>(
    scenario: &Scenario,
    solved: &Solved,
    survey: &Survey,
    trails: impl FnOnce() -> &'t Trails<'s>,
) -> Vec<NoWay> {
    let hopeless: Vec<bool> = survey.moments.iter().map(|moment| moment.states > 0 && !moment.ends).collect();
    if !hopeless.contains(&true) {
        return Vec::new();
    }
    let trails = trails();
    // The first moment without hope on the shortest way to each; on the shortest way to that may lie another.
    let before = trails.before(&hopeless);
    let entry_of = |mut id: MomentId| {
        while let Some(before) = before[id.index()].filter(|&before| before != id) {
            id = before;
        }
        id
    };
    let mut behind: BTreeMap<MomentId, Vec<MomentId>> = BTreeMap::new();
    let mut entries: Vec<Option<MomentId>> = vec![None; hopeless.len()];
    for (at, _) in hopeless.iter().enumerate().filter(|(_, hopeless)| **hopeless) {
        let entry = entry_of(MomentId::at(at));
        entries[at] = Some(entry);
        behind.entry(entry).or_default().push(MomentId::at(at));
    }
    let mut stops: BTreeMap<MomentId, StateId> = BTreeMap::new();
    for &state in &survey.dead_ends {
        if let Some(entry) = entries[solved.place(state).0.index()] {
            stops.entry(entry).or_insert(state);
        }
    }
    let numbers = Numbers::of(scenario);
    let says_something = |id: MomentId| {
        let (first, _) = numbers.reply(id, 0);
        survey.replies[first..first + scenario.moment(id).replies.len()].iter().any(|reply| reply.states > 0)
    };
    let worth_telling = behind.into_iter().filter_map(|(entry, moments)| {
        let stop = *stops.get(&entry)?;
        (moments.len() > 1 || says_something(entry)).then_some(NoWay { entry, moments, stop })
    });
    worth_telling.collect()
}
