//! What a conversation gave away, decision by decision, with the luck of the draw counted apart.
//!
//! The measure is that of backgammon analysis: a decision is judged by the value that it gave away against the best
//! line on offer, whatever the customer then drew. The formulas stand in `docs/scoring.md`.

mod closing;
mod skills;
#[cfg(test)]
mod tests;
mod verdict;

pub use closing::Closing;
pub use skills::SkillBar;
pub use verdict::Verdict;

use crate::conversation::{Conversation, Exchange, Spot};
use crate::scenario::{MomentId, Openness, Scenario};
use crate::solver::{Solved, StateId};

/// What the trainee is told after a conversation.
#[derive(Debug, Clone, PartialEq)]
pub struct Debrief {
    /// 100 less the cost of every decision, 0 to 100; nothing where nothing was at stake or the conversation got stuck.
    pub score: Option<f64>,
    /// The score that guessing would reach on average; nothing where nothing was at stake.
    pub par: Option<f64>,
    /// The points that best play expects at the start.
    pub best: f64,
    /// The points that worst play expects at the start.
    pub worst: f64,
    /// The points of this conversation: those of each decision, and the worth of the ending.
    pub result: f64,
    /// How kind the draws were, in points: above 0 is kind.
    pub luck: f64,
    /// Where it stopped: [`Spot::Ended`] or [`Spot::Stuck`].
    pub finish: Spot,
    /// One for each skill in which there was a choice, in the order of the rubric; none where the conversation got stuck.
    pub skills: Vec<SkillBar>,
    /// One for each turn.
    pub decisions: Vec<Decision>,
}

/// One turn, judged.
#[derive(Debug, Clone, PartialEq)]
pub struct Decision {
    /// Where it was taken.
    pub moment: MomentId,
    /// Which reply of the moment it answered, from 0.
    pub reply: usize,
    /// How open the customer was before it.
    pub openness: Openness,
    /// How kind the draw of the reply was, in points.
    pub luck: f64,
    /// The follow-ups in the order shown, with what each was worth.
    pub follow_ups: Vec<Valued>,
    /// The one chosen, as an index into `follow_ups`.
    pub chosen: usize,
    /// The best one, as an index into `follow_ups`: among equals the one with the best marks, then the first in the file.
    pub better: usize,
    /// What the choice gave away, in points: 0 or more.
    pub loss: f64,
    /// The score points that it cost: `now` + `later`.
    pub cost: f64,
    /// The part of the cost that the line itself gave away.
    pub now: f64,
    /// The part of the cost that it closed for later.
    pub later: f64,
    /// The cost in a word; it says nothing where the conversation got stuck, because nothing costs anything then.
    pub verdict: Verdict,
}

/// A follow-up with its exact worth at one decision.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Valued {
    /// Which follow-up of the reply it is, from 0 in the order of the file.
    pub follow_up: usize,
    /// Its points against the best marks on offer: 0 or less.
    pub points: f64,
    /// Its points and what best play expects after it (Q).
    pub value: f64,
}

/// The smallest difference between two values that is a difference and not rounding.
const EQUAL: f64 = 1e-9;

/// The debrief of `conversation`, which must be one of `scenario`, with the values that were solved for it; nothing
/// while it is not over.
#[must_use]
pub fn debrief(scenario: &Scenario, solved: &Solved, conversation: &Conversation) -> Option<Debrief> {
    let finish = conversation.state().spot;
    let worth = match finish {
        Spot::Moment(_) => return None,
        Spot::Ended(ending) => f64::from(scenario.ending(ending).worth),
        Spot::Stuck(_) => 0.0,
    };
    let stuck = matches!(finish, Spot::Stuck(_));
    // A conversation that the scenario broke off is not scored, so nothing in it costs anything either.
    let stake = solved.stake().filter(|_| !stuck);

    let mut decisions = Vec::new();
    let mut state = solved.start();
    for exchange in conversation.exchanges() {
        let (decision, next) = decide(scenario, solved, state?, exchange, stake)?;
        decisions.push(decision);
        state = next;
    }
    let spent: f64 = decisions.iter().map(|decision| decision.cost).sum();
    let points: f64 = decisions.iter().map(|decision| decision.follow_ups[decision.chosen].points).sum();
    Some(Debrief {
        score: stake.map(|_| (100.0 - spent).max(0.0)),
        par: solved.par(),
        best: solved.best(),
        worst: solved.worst(),
        result: points + worth,
        luck: decisions.iter().map(|decision| decision.luck).sum::<f64>() + 0.0,
        finish,
        skills: if stuck { Vec::new() } else { skills::bars(scenario, conversation.exchanges()) },
        decisions,
    })
}

/// Judges the choice made in `exchange` at `state`, and says where it led; the next state is nothing at the end.
fn decide(
    scenario: &Scenario,
    solved: &Solved,
    state: StateId,
    exchange: &Exchange,
    stake: Option<f64>,
) -> Option<(Decision, Option<StateId>)> {
    let chosen = exchange.choice.as_ref()?.chosen;
    let steps = solved.steps(state, exchange.reply);
    let follow_ups: Vec<(Valued, Option<StateId>)> = exchange
        .shown
        .iter()
        .map(|&follow_up| {
            let step = &steps[steps.binary_search_by_key(&follow_up, |step| step.follow_up).ok()?];
            let value = step.points + solved.value(step.next);
            Some((Valued { follow_up, points: step.points, value }, step.next.state()))
        })
        .collect::<Option<_>>()?;
    let next = follow_ups[chosen].1;
    let follow_ups: Vec<Valued> = follow_ups.into_iter().map(|(valued, _)| valued).collect();

    let most = follow_ups.iter().map(|valued| valued.value).fold(f64::NEG_INFINITY, f64::max);
    let reply = exchange.reply(scenario);
    let better = (0..follow_ups.len()).filter(|&index| follow_ups[index].value > most - EQUAL).min_by(|&a, &b| {
        // Weights need not be whole numbers, so marks that come to the same may differ by rounding.
        let marks = |index: usize| (scenario.weighed(&reply.follow_ups[follow_ups[index].follow_up]) / EQUAL).round();
        marks(b).total_cmp(&marks(a)).then(follow_ups[a].follow_up.cmp(&follow_ups[b].follow_up))
    })?;

    let per_point = stake.map_or(0.0, |stake| 100.0 / stake);
    let gap = |figure: f64| if figure.abs() < EQUAL { 0.0 } else { figure };
    let loss = gap(most - follow_ups[chosen].value).max(0.0);
    let now = gap(follow_ups[better].points - follow_ups[chosen].points) * per_point;
    let cost = loss * per_point;
    let decision = Decision {
        moment: exchange.moment,
        reply: exchange.reply,
        openness: exchange.openness,
        luck: gap(most - solved.state_value(state)),
        chosen,
        better,
        loss,
        cost,
        now,
        later: gap(cost - now),
        verdict: Verdict::of(cost),
        follow_ups,
    };
    Some((decision, next))
}
