//! Which moments lead where: the arrows that every picture of a scenario has.

use crate::scenario::{Band, ByBand, Goal, Moment, MomentId, ReplyKind, Scenario};

/// The lines between two places, as one arrow.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Way {
    /// Where it starts; nothing for the opening.
    pub from: Option<MomentId>,
    /// Where it leads.
    pub to: Goal,
    /// What is taken: `3 lines`, `1 line if open`, `after 3 times`; empty for the opening.
    pub labels: Vec<String>,
    /// Whether it is the way of a moment that lets nobody in any more.
    pub is_after: bool,
}

/// Every way of `scenario`: the opening's, then those of each moment in the order in which its lines name them, with that
/// of `after` last.
#[must_use]
pub fn ways(scenario: &Scenario) -> Vec<Way> {
    let opening = Way { from: None, to: Goal::Moment(scenario.opening.then), labels: Vec::new(), is_after: false };
    let mut ways = vec![opening];
    for (index, moment) in scenario.moments.iter().enumerate() {
        let from = Some(MomentId::at(index));
        ways.extend(goals(moment).into_iter().map(|(to, taken)| Way {
            from,
            to,
            labels: told(taken),
            is_after: false,
        }));
        if let Some(at_most) = moment.at_most {
            let times = if at_most.times == 1 { "time" } else { "times" };
            let labels = vec![format!("after {} {times}", at_most.times)];
            ways.push(Way { from, to: at_most.after, labels, is_after: true });
        }
    }
    ways
}

/// The bands in which a line leads somewhere, one bit each; 7 is every openness.
type Bands = u8;

/// Where the lines of `moment` lead, each with the lines that lead there and their bands. The same words are one line.
fn goals(moment: &Moment) -> Vec<(Goal, Vec<(u32, Bands)>)> {
    let mut places: std::collections::HashMap<Goal, usize> = std::collections::HashMap::new();
    let mut goals: Vec<(Goal, Vec<(u32, Bands)>)> = Vec::new();
    for follow_up in moment.replies.iter().flat_map(|reply| &reply.follow_ups) {
        for goal in follow_up.then.values() {
            let bands = bands(follow_up.then, goal);
            let place = *places.entry(goal).or_insert_with(|| {
                goals.push((goal, Vec::new()));
                goals.len() - 1
            });
            goals[place].1.push((follow_up.line, bands));
        }
    }
    for (_, taken) in &mut goals {
        taken.sort_unstable();
        taken.dedup();
    }
    goals
}

fn bands(then: ByBand<Goal>, goal: Goal) -> Bands {
    Band::ALL.into_iter().filter(|&band| then.at(band) == goal).map(|band| 1 << band as u8).sum()
}

/// How many lines lead there, those of every openness first.
fn told(taken: Vec<(u32, Bands)>) -> Vec<String> {
    let told = |bands: Bands| {
        let count = taken.iter().filter(|&&(_, theirs)| theirs == bands).count();
        let lines = if count == 1 { "line" } else { "lines" };
        let is_in = |band: Band| bands & (1 << band as u8) != 0;
        let when = if bands == 7 { String::new() } else { format!(" if {}", words_of(is_in)) };
        (count > 0).then(|| format!("{count} {lines}{when}"))
    };
    (1..=7).rev().filter_map(told).collect()
}

/// The words of the bands that are meant: `wary or open`.
#[must_use]
pub fn words_of(is_meant: impl Fn(Band) -> bool) -> String {
    let words = Band::ALL.into_iter().filter(|&band| is_meant(band)).map(Band::word);
    words.collect::<Vec<_>>().join(" or ")
}

/// The labels of the kinds of reply that `moment` has, each once, in the order of the file.
#[must_use]
pub fn kinds(moment: &Moment) -> Vec<&str> {
    let mut kinds: Vec<&ReplyKind> = Vec::new();
    for reply in &moment.replies {
        if !kinds.contains(&&reply.kind) {
            kinds.push(&reply.kind);
        }
    }
    kinds.into_iter().map(ReplyKind::label).collect()
}

/// The name of a place in the texts of pictures. It has nothing of what the file calls it, so no word of a scenario can
/// ever be read as one of a picture's language.
#[must_use]
pub fn place(goal: Goal) -> String {
    match goal {
        Goal::Moment(id) => format!("moment{}", id.index() + 1),
        Goal::Ending(id) => format!("ending{}", id.index() + 1),
    }
}

/// Where `way` starts, as [`place`] writes it.
#[must_use]
pub fn start(way: &Way) -> String {
    way.from.map_or_else(|| "opening".to_owned(), |id| place(Goal::Moment(id)))
}
