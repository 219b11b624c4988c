use crate::check::decision::{Decision, decisions};
use crate::check::rule::rule;
use crate::check::{Rule, Values};
use crate::problem::Problem;
use crate::scenario::{FollowUp, Goal, Level, Scenario};
use crate::solver::WORKING_DEPTH;

/// How many decisions are shown that could be deeper.
const SHOWN: usize = 3;

/// Costs that differ by less, in score points, are the same.
const SAME: f64 = 0.01;

rule! {
    /// The scenario is easier than its level says.
    ///
    /// Depth is what it costs, in score points, always to say the line with the best marks: the trap in a line that
    /// sounds good now and closes something for later. `Working` asks for a depth of 4 and `Hard` for 10; `Starter` asks
    /// for none.
    ///
    /// Let a line with good marks cost later: it leads to a harder moment or a worse ending, uses up the customer's
    /// patience, or takes the place of the question that would have revealed a fact. Or name a lower level.
    Warning "depth"
    bad r#"
level: Working,
moments: {
    "first": Moment(replies: [
        Reply(kind: TellMeMore, says: "Nine days? Go on.", follow_ups: [
            FollowUp(says: "What did the wards do in the meantime?", marks: (curiosity: +2), then: "the cost"),
            FollowUp(says: "It means that a ward somewhere pays rent for a bed.", marks: (consequence: +1), then: "the cost"),
        ]),
    ]),
    "the cost": Moment(replies: [
        Reply(kind: TellMeMore, says: "They rented. And what does that cost?", follow_ups: [
            FollowUp(says: "Who would know what the two groups paid?", marks: (curiosity: +1), then: "next step"),
            FollowUp(says: "I can send you what others found.", marks: (why: -1), then: "brochure"),
        ]),
    ]),
},
"#
    good r#"
level: Working,
moments: {
    "first": Moment(replies: [
        Reply(kind: TellMeMore, says: "Nine days? Go on.", follow_ups: [
            FollowUp(says: "What did the wards do in the meantime?", marks: (curiosity: +2), then: "the cost"),
            FollowUp(says: "Every day of it is rent that a ward pays, and trust that you lose.", marks: (consequence: +2, why: +1), then: "told enough"),
        ]),
    ]),
    "the cost": Moment(replies: [
        Reply(kind: TellMeMore, says: "They rented. And what does that cost?", follow_ups: [
            FollowUp(says: "Who would know what the two groups paid?", marks: (curiosity: +1), then: "next step"),
            FollowUp(says: "I can send you what others found.", marks: (why: -1), then: "brochure"),
        ]),
    ]),
    "told enough": Moment(replies: [
        Reply(kind: NotImportant, says: "I dare say. Put it in writing and I will look at it.", follow_ups: [
            FollowUp(says: "Gladly. You have it tonight.", then: "brochure"),
        ]),
    ]),
},
"#
    InWorth(find)
}

fn find(rule: &Rule, scenario: &Scenario, values: &Values<'_>) -> Vec<Problem> {
    let (Some(asked), Some(depth)) = (values.figures.depth_missed(scenario.level), values.figures.depth) else {
        return Vec::new();
    };
    let lower = match scenario.level {
        Level::Hard if depth >= WORKING_DEPTH => Level::Working,
        _ => Level::Starter,
    };
    let level = scenario.level.word();
    // Rounded down: 3.97 must not read as 4.0.
    let has = (10.0 * depth.max(0.0)).floor() / 10.0;
    let message = format!("{level} asks for a depth of {asked} or more, and this scenario has {has:.1}");
    let mut problem = rule
        .problem(scenario.level_span, message)
        .label(format!("always the line with the best marks scores {:.0} of 100", 100.0 - depth))
        .help(format!("let a line that sounds good cost something later; or write `level: {}`", lower.word()));
    for (line, _) in shallow(scenario, values).into_iter().take(SHOWN) {
        problem = problem.see(line.span, "the best marks here, and nothing is lost later: could something be?");
    }
    vec![problem]
}

/// The lines that have the best marks of their decision, are worth most as well, and are followed by something; with how
/// often best play is asked for them. The most frequent come first, and of equals those that stand first in the file.
fn shallow<'s>(scenario: &'s Scenario, values: &Values<'_>) -> Vec<(&'s FollowUp, f64)> {
    let Some(costs) = &values.balance.costs else { return Vec::new() };
    let mut lines: Vec<(&FollowUp, f64)> = decisions(scenario)
        .filter_map(|decision| {
            let line = tempting(scenario, &decision, costs)?;
            Some((line, values.balance.best.replies[decision.number]))
        })
        .filter(|&(_, times)| times > 0.0)
        .collect();
    lines.sort_by(|(_, one), (_, other)| other.total_cmp(one));
    lines
}

/// The line of `decision` with the best marks, where it also costs least and does not only end the conversation.
fn tempting<'s>(scenario: &Scenario, decision: &Decision<'s>, costs: &[Option<f64>]) -> Option<&'s FollowUp> {
    let lines: Vec<(&FollowUp, f64)> =
        decision.numbered().filter_map(|(number, line)| Some((line, costs[number]?))).collect();
    let &(line, cost) = lines.iter().max_by(|(one, one_costs), (other, other_costs)| {
        let by_marks = scenario.weighed(one).total_cmp(&scenario.weighed(other));
        by_marks.then(other_costs.total_cmp(one_costs))
    })?;
    let goes_on = line.then.values().any(|goal| matches!(goal, Goal::Moment(_)));
    let is_best = lines.len() > 1 && lines.iter().all(|(_, other)| *other > cost - SAME);
    (goes_on && is_best).then_some(line)
}
