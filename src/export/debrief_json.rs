//! A debrief as JSON, for scripts.

use serde_json::{Map, Value, json};

use super::map_json::{kind, marks};
use crate::conversation::{Conversation, Exchange, Spot};
use crate::debrief::{Debrief, Decision};
use crate::scenario::Scenario;

/// `debrief` as one JSON document. `stem` names the scenario. `value`, `loss`, `luck` and `result` are points; `score`,
/// `par`, `cost`, `now` and `later` are score points, and null or 0 where nothing was at stake.
#[must_use]
pub fn debrief(stem: &str, scenario: &Scenario, conversation: &Conversation, debrief: &Debrief) -> Value {
    let ending = match debrief.finish {
        Spot::Ended(id) => Some(scenario.ending(id)),
        _ => None,
    };
    let skills: Map<String, Value> = debrief
        .skills
        .iter()
        .map(|bar| (scenario.rubric.skills[bar.skill.index()].key.clone(), json!(bar.share)))
        .collect();
    // What the scenario broke off is not judged.
    let judged = !matches!(debrief.finish, Spot::Stuck(_));
    let turns = conversation.exchanges().iter().zip(&debrief.decisions);
    json!({
        "scenario": stem,
        "title": scenario.title,
        "seed": conversation.transcript().seed,
        "score": debrief.score,
        "par": debrief.par,
        "best": debrief.best,
        "worst": debrief.worst,
        "result": debrief.result,
        "luck": debrief.luck,
        "ending": ending.map(|ending| &ending.name),
        "outcome": ending.map(|ending| ending.outcome.word()),
        "says": ending.map(|ending| &ending.says),
        "stuck": !judged,
        "skills": skills,
        "turns": turns.map(|(exchange, decision)| turn(scenario, exchange, decision, judged)).collect::<Vec<_>>(),
    })
}

fn turn(scenario: &Scenario, exchange: &Exchange, decision: &Decision, judged: bool) -> Value {
    let reply = exchange.reply(scenario);
    let follow_ups = decision.follow_ups.iter().map(|valued| {
        let follow_up = &reply.follow_ups[valued.follow_up];
        json!({ "says": follow_up.says, "value": valued.value, "marks": marks(&scenario.rubric, follow_up) })
    });
    let chosen = &reply.follow_ups[decision.follow_ups[decision.chosen].follow_up];
    json!({
        "moment": scenario.moment(exchange.moment).name,
        "kind": kind(&reply.kind),
        "says": exchange.says(scenario),
        "openness": decision.openness.get(),
        "luck": decision.luck,
        "follow_ups": follow_ups.collect::<Vec<_>>(),
        "chosen": decision.chosen,
        "better": decision.better,
        "hears": chosen.hears,
        "loss": decision.loss,
        "cost": decision.cost,
        "now": decision.now,
        "later": decision.later,
        "verdict": judged.then(|| decision.verdict.word()),
        "coach": chosen.coach,
    })
}
