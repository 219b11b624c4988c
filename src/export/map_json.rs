//! A scenario as JSON: the fields of the format with their defaults filled in, and the figures of its solver.

use serde_json::{Map, Value, json};

use crate::scenario::{
    Brief, ByBand, Customer, FactId, FollowUp, Goal, Moment, Opening, OpeningKind, Reply, ReplyKind, Rubric, Scenario,
};
use crate::solver::Figures;

/// `scenario` as one JSON document. Fields have the names of the format and stand in its order, what the file leaves out
/// has its default, and moments, endings and facts keep the order of the file. `rubric` is the one that applies;
/// `figures` are what habits of choosing score, or null where there are too many states.
#[must_use]
pub fn map(scenario: &Scenario, figures: Option<&Figures>) -> Value {
    json!({
        "format": crate::scenario::FORMAT,
        "title": scenario.title,
        "level": scenario.level.word(),
        "tags": scenario.tags,
        "customer": customer(&scenario.customer),
        "brief": scenario.brief.as_ref().map(brief),
        "facts": named(scenario.facts.iter().map(|fact| (&fact.name, json!(fact.says)))),
        "opening": opening(scenario, &scenario.opening),
        "moments": named(scenario.moments.iter().map(|one| (&one.name, moment(scenario, one)))),
        "endings": named(scenario.endings.iter().map(|ending| {
            (&ending.name, json!({ "outcome": ending.outcome.word(), "says": ending.says, "worth": ending.worth }))
        })),
        "if_shut": scenario.if_shut.map(|id| &scenario.ending(id).name),
        "allow": scenario.allow.iter().map(|allow| json!({ "code": allow.code, "because": allow.because }))
            .collect::<Vec<_>>(),
        "rubric": rubric(&scenario.rubric),
        "figures": figures.map(self::figures),
    })
}

/// The figures of a scenario: scores 0 to 100, leaks as shares.
#[must_use]
pub fn figures(figures: &Figures) -> Value {
    let strategies = figures.strategies.iter();
    let strategies: Map<String, Value> = strategies
        .map(|&(strategy, score)| (strategy.key().into(), json!({ "score": score, "leak": figures.leak(score) })))
        .collect();
    json!({
        "states": figures.states,
        "best": figures.best,
        "worst": figures.worst,
        "par": figures.par,
        "depth": figures.depth,
        "strategies": strategies,
    })
}

/// A kind of reply: its name, or `{"Other": "label"}`.
#[must_use]
pub fn kind(kind: &ReplyKind) -> Value {
    match kind {
        ReplyKind::Other(label) => json!({ "Other": label }),
        kind => json!(kind.word()),
    }
}

/// The marks of a follow-up by the word of the skill, those left out left out.
#[must_use]
pub fn marks(rubric: &Rubric, follow_up: &FollowUp) -> Value {
    named(follow_up.marks.iter().map(|&(skill, mark)| (&rubric.skills[skill.index()].key, json!(mark))))
}

fn customer(customer: &Customer) -> Value {
    json!({
        "name": customer.name,
        "role": customer.role,
        "company": customer.company,
        "situation": customer.situation,
        "cares_about": customer.cares_about,
        "hero": customer.hero,
        "openness": customer.openness.get(),
    })
}

fn brief(brief: &Brief) -> Value {
    let results = brief
        .results
        .iter()
        .map(|result| json!({ "symptom": result.symptom, "consequence": result.consequence, "result": result.result }));
    let stories = brief
        .stories
        .iter()
        .map(|story| json!({ "hero": story.hero, "before": story.before, "turn": story.turn, "after": story.after }));
    let rivals = brief
        .rivals
        .iter()
        .map(|rival| json!({ "name": rival.name, "good_at": rival.good_at, "solves_instead": rival.solves_instead }));
    json!({
        "results": results.collect::<Vec<_>>(),
        "usage": brief.usage,
        "stories": stories.collect::<Vec<_>>(),
        "rivals": rivals.collect::<Vec<_>>(),
    })
}

fn opening(scenario: &Scenario, opening: &Opening) -> Value {
    let then = &scenario.moment(opening.then).name;
    let body = match &opening.kind {
        OpeningKind::Insight { source } => json!({ "says": opening.says, "source": source, "then": then }),
        OpeningKind::Question => json!({ "says": opening.says, "then": then }),
        OpeningKind::Story { hero } => json!({ "says": opening.says, "hero": hero, "then": then }),
    };
    json!({ opening.kind.word(): body })
}

fn moment(scenario: &Scenario, moment: &Moment) -> Value {
    json!({
        "stage": moment.stage,
        "replies": moment.replies.iter().map(|one| reply(scenario, one)).collect::<Vec<_>>(),
        "at_most": moment.at_most.map(|at_most| at_most.times),
        "after": moment.at_most.map(|at_most| scenario.goal_name(at_most.after)),
    })
}

fn reply(scenario: &Scenario, reply: &Reply) -> Value {
    let says = match &*reply.says {
        [once] => json!(once),
        many => json!(many),
    };
    json!({
        "kind": kind(&reply.kind),
        "says": says,
        "odds": by_band(reply.odds, |odds| json!(odds)),
        "needs": facts(scenario, &reply.needs),
        "unless": facts(scenario, &reply.unless),
        "reveals": facts(scenario, &reply.reveals),
        "follow_ups": reply.follow_ups.iter().map(|one| follow_up(scenario, one)).collect::<Vec<_>>(),
    })
}

fn follow_up(scenario: &Scenario, follow_up: &FollowUp) -> Value {
    json!({
        "says": follow_up.says,
        "marks": marks(&scenario.rubric, follow_up),
        "opens": follow_up.opens,
        "needs": facts(scenario, &follow_up.needs),
        "unless": facts(scenario, &follow_up.unless),
        "hears": follow_up.hears,
        "reveals": facts(scenario, &follow_up.reveals),
        "coach": follow_up.coach,
        "then": by_band(follow_up.then, |goal: Goal| json!(scenario.goal_name(goal))),
    })
}

fn rubric(rubric: &Rubric) -> Value {
    named(
        rubric
            .skills
            .iter()
            .map(|skill| (&skill.key, json!({ "name": skill.name, "asks": skill.asks, "weight": skill.weight }))),
    )
}

fn facts(scenario: &Scenario, facts: &[FactId]) -> Vec<String> {
    facts.iter().map(|&fact| scenario.fact(fact).name.clone()).collect()
}

fn by_band<T: Copy>(value: ByBand<T>, write: impl Fn(T) -> Value) -> Value {
    match value {
        ByBand::Always(value) => write(value),
        ByBand::Bands([shut, wary, open]) => json!({ "shut": write(shut), "wary": write(wary), "open": write(open) }),
    }
}

fn named<'a>(rows: impl Iterator<Item = (&'a String, Value)>) -> Value {
    Value::Object(rows.map(|(name, value)| (name.clone(), value)).collect())
}
