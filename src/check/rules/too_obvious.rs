use crate::check::decision::{Decision, decisions};
use crate::check::rule::rule;
use crate::check::told::quoted;
use crate::check::{Rule, Values};
use crate::problem::Problem;
use crate::scenario::{FollowUp, Rubric, Scenario, SkillId};

/// Values that differ by less, in points, are the same.
const SAME: f64 = 1e-9;

rule! {
    /// A line beats the others in every skill, and by what follows as well.
    ///
    /// Its marks are as good as those of each other line in every skill, and better in one; and whenever there is a
    /// choice it is worth the most. There is nothing to weigh: the trainee takes the nice one. Real talk is harder,
    /// because what is weak in one way is strong in another.
    ///
    /// Let another line be better at something: proof that comes too early, a consequence that is thrown at the
    /// customer. Or let the good line cost a little of something else.
    Note "too-obvious"
    bad r#"
moments: {
    "first": Moment(replies: [
        Reply(kind: ThatsBs, says: "We are at 99%, audited.", follow_ups: [
            FollowUp(says: "I believe the audit. Whose date does it start from?", marks: (composure: +2, hero: +1), then: "next step"),
            FollowUp(says: "It is a fact. We looked at twelve hundred orders.", marks: (composure: -2), then: "next step"),
            FollowUp(says: "Then let me tell you how our module counts.", marks: (hero: -2), then: "next step"),
        ]),
    ]),
},
"#
    good r#"
moments: {
    "first": Moment(replies: [
        Reply(kind: ThatsBs, says: "We are at 99%, audited.", follow_ups: [
            FollowUp(says: "I believe the audit. Whose date does it start from?", marks: (composure: +2, hero: +1), then: "next step"),
            FollowUp(says: "It is a fact. We looked at twelve hundred orders.", marks: (composure: -2, proof: +1), then: "next step"),
            FollowUp(says: "Then let me tell you how our module counts.", marks: (hero: -2), then: "next step"),
        ]),
    ]),
},
"#
    InWorth(find)
}

fn find(rule: &Rule, scenario: &Scenario, values: &Values<'_>) -> Vec<Problem> {
    let mut problems = Vec::new();
    for decision in decisions(scenario) {
        let Some(line) = obvious(scenario, values, &decision) else { continue };
        problems.push(
            rule.problem(line.span, format!("{} is too obvious", quoted(&line.says)))
                .label("better than every other line here in marks and in what follows: nothing to weigh")
                .help("let another line be better at something, or let this one cost a little of something else"),
        );
    }
    problems
}

/// The line of `decision` that is better than each other one in every way and at every visit.
fn obvious<'s>(scenario: &Scenario, values: &Values<'_>, decision: &Decision<'s>) -> Option<&'s FollowUp> {
    let choices = values.survey.replies[decision.number].choices;
    let mut leads = decision.numbered().filter(|&(number, _)| {
        let seen = &values.survey.lines[number];
        choices > 0 && seen.choices == choices && seen.lead > SAME
    });
    let (leading, line) = leads.next()?;
    // A line that is never on offer is no rival.
    let mut others = decision
        .numbered()
        .filter(|&(number, _)| number != leading && values.survey.lines[number].states > 0)
        .map(|(_, other)| other);
    others.all(|other| beats(&scenario.rubric, line, other)).then_some(line)
}

/// Whether `line` has marks as good as those of `other` in every skill, and better in one.
fn beats(rubric: &Rubric, line: &FollowUp, other: &FollowUp) -> bool {
    let mark = |line: &FollowUp, skill: usize| {
        let its = line.marks.iter().find(|&&(id, _)| id == SkillId::at(skill));
        its.map_or(0, |&(_, mark)| mark)
    };
    // A skill that weighs nothing makes no line better.
    let weighed = (0..rubric.skills.len()).filter(|&skill| rubric.skills[skill].weight != 0.0);
    let mut skills = weighed.map(|skill| (mark(line, skill), mark(other, skill)));
    skills.clone().all(|(its, others)| its >= others) && skills.any(|(its, others)| its > others)
}
