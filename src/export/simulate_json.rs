//! How trainees would fare in a scenario, as JSON.

use serde_json::{Map, Value, json};

use super::map_json::{figures, kind, marks};
use super::simulation::{Runs, Simulation};
use crate::scenario::Scenario;
use crate::solver::{Balance, Mean, Place, Sampled, Times, places};

/// `simulation` as one JSON document: the figures, then `lines` and `runs` where they were asked for. Costs and shares
/// are score points; how often something happens is a number of times in one conversation.
#[must_use]
pub fn simulation(simulation: &Simulation<'_>) -> Value {
    let scenario = simulation.scenario;
    let mut document = figures(simulation.figures);
    if let Some(balance) = simulation.lines {
        document["lines"] = lines(scenario, balance);
    }
    if let Some(drawn) = &simulation.runs {
        document["runs"] = runs(scenario, drawn, simulation.figures.par);
    }
    document
}

/// A row for each line, in the order of the file.
fn lines(scenario: &Scenario, balance: &Balance) -> Value {
    let row = |(at, place): (usize, Place)| {
        let line = place.line_in(scenario);
        let shares: Map<String, Value> =
            balance.shares.iter().map(|(strategy, shares)| (strategy.key().into(), json!(shares[at]))).collect();
        let mut row = whose(scenario, place);
        row["says"] = json!(line.says);
        row["marks"] = marks(&scenario.rubric, line);
        row["weighed"] = json!(scenario.weighed(line));
        row["random"] = times(balance.guessing.lines[at]);
        row["best"] = times(balance.best.lines[at]);
        row["cost"] = json!(balance.costs.as_ref().and_then(|costs| costs[at]));
        row["shares"] = json!((!shares.is_empty()).then_some(shares));
        row
    };
    places(scenario).into_iter().enumerate().map(row).collect()
}

/// What was drawn, with what is exact beside it.
fn runs(scenario: &Scenario, runs: &Runs<'_>, par: Option<f64>) -> Value {
    let Runs { asked, seed, sampled, balance } = runs;
    let (random, best) = (&balance.guessing, &balance.best);
    let places = places(scenario);
    let spread = sampled.score.map(|_| {
        let tens = (0..).step_by(10).zip(sampled.spread);
        tens.map(|(from, times)| json!({ "from": from, "to": from + 10, "times": times })).collect::<Vec<_>>()
    });
    let endings = scenario.endings.iter().enumerate().map(|(at, ending)| {
        json!({
            "ending": ending.name,
            "outcome": ending.outcome.word(),
            "times": sampled.endings[at],
            "random": random.endings[at],
            "best": best.endings[at],
        })
    });
    let replies = places.iter().filter(|place| place.follow_up == 0).enumerate().map(|(at, &place)| {
        let mut row = reply_of(scenario, place);
        row["times"] = json!(sampled.replies[at]);
        row["random"] = json!(random.replies[at]);
        row["best"] = json!(best.replies[at]);
        row
    });
    let lines = places.iter().enumerate().map(|(at, &place)| {
        let mut row = whose(scenario, place);
        let (offered, said) = sampled.lines[at];
        row["offered"] = json!(offered);
        row["said"] = json!(said);
        row["random"] = times(random.lines[at]);
        row
    });
    let (shortest, longest) = sampled.shortest_and_longest;
    json!({
        "asked": asked,
        "drawn": sampled.drawn,
        "seed": seed,
        "score": sampled.score.map(|score| mean(score, par)),
        "spread": spread,
        "turns": turns(sampled, random.turns, best.turns),
        "shortest": shortest,
        "longest": longest,
        "endings": endings.collect::<Vec<_>>(),
        "stuck": { "times": sampled.stuck, "random": random.stuck, "best": best.stuck },
        "replies": replies.collect::<Vec<_>>(),
        "lines": lines.collect::<Vec<_>>(),
    })
}

fn turns(sampled: &Sampled, random: f64, best: f64) -> Value {
    let mut turns = mean(sampled.turns, Some(random));
    turns["best"] = json!(best);
    turns
}

fn mean(mean: Mean, exact: Option<f64>) -> Value {
    json!({ "mean": mean.mean, "error": mean.error, "exact": exact })
}

fn times(times: Times) -> Value {
    json!({ "offered": times.offered, "said": times.said })
}

/// Which reply it is.
fn reply_of(scenario: &Scenario, place: Place) -> Value {
    json!({
        "moment": scenario.moment(place.moment).name,
        "reply": place.reply,
        "kind": kind(&place.reply_in(scenario).kind),
    })
}

/// Which line it is.
fn whose(scenario: &Scenario, place: Place) -> Value {
    let mut row = reply_of(scenario, place);
    row["follow_up"] = json!(place.follow_up);
    row
}
