use crate::check::rule::rule;
use crate::check::told::quoted;
use crate::check::{Rule, Values};
use crate::problem::Problem;
use crate::scenario::{Band, Scenario};

/// What best play does in fewer conversations is a corner that nobody finds.
const SELDOM: f64 = 0.01;

/// Marks below this are negative: weights need not be whole numbers, and sums of them round.
const NEGATIVE: f64 = -1e-9;

/// So many turns of a conversation with a shut customer are a way of playing and no bad draw.
const LINGERING: f64 = 1.0;

rule! {
    /// The best way to play is to provoke the customer.
    ///
    /// Best play says a line whose marks are below 0 although one with better marks is on offer; or it spends more turns
    /// with a shut customer than guessing does, at least one in a conversation. What hurts now is then paid back later,
    /// by where it leads, and the trainee learns to hurt. Left out is what best play does in less than 1% of the
    /// conversations; and a customer who begins shut, with whom turns have to be spent.
    ///
    /// Let the line lead to where it belongs: to a worse moment or ending, or to less openness. Or, if it is right to say
    /// it, give it the marks of a good line.
    Warning "rewards-provoking"
    bad r#"
moments: {
    "first": Moment(replies: [
        Reply(kind: ThatsBs, says: "We are at 99%, audited.", follow_ups: [
            FollowUp(says: "Then the audit is wrong, and I can prove it.", marks: (composure: -2, proof: +1), then: "next step"),
            FollowUp(says: "I believe the audit. Whose date does it start from?", marks: (composure: +2, hero: +1), then: "brochure"),
        ]),
    ]),
},
"#
    good r#"
moments: {
    "first": Moment(replies: [
        Reply(kind: ThatsBs, says: "We are at 99%, audited.", follow_ups: [
            FollowUp(says: "Then the audit is wrong, and I can prove it.", marks: (composure: -2, proof: +1), then: "brochure"),
            FollowUp(says: "I believe the audit. Whose date does it start from?", marks: (composure: +2, hero: +1), then: "next step"),
        ]),
    ]),
},
"#
    InWorth(find)
}

fn find(rule: &Rule, scenario: &Scenario, values: &Values<'_>) -> Vec<Problem> {
    if values.solved.stake().is_none() {
        return Vec::new();
    }
    let lines = || values.places.iter().zip(&values.balance.best.lines);
    let mut problems = Vec::new();
    for (place, times) in lines() {
        let line = place.line_in(scenario);
        if times.against_marks <= SELDOM || scenario.weighed(line) >= NEGATIVE {
            continue;
        }
        problems.push(
            rule.problem(line.span, format!("best play says {}, and its marks are below 0", quoted(&line.says)))
                .label(format!("said {} although a line with better marks is on offer", share(times.against_marks)))
                .help("let it lead to something worse than the other lines; or, if it is right, give it better marks"),
        );
    }
    let at_shut = |turns_in: [f64; 3]| turns_in[Band::Shut as usize];
    let (best, guessing) = (at_shut(values.balance.best.turns_in), at_shut(values.balance.guessing.turns_in));
    let begins_shut = scenario.customer.openness.band() == Band::Shut;
    if problems.is_empty() && !begins_shut && best >= LINGERING && best > guessing {
        let shutting = lines().filter(|(place, _)| place.line_in(scenario).opens < 0);
        if let Some((place, times)) = shutting.max_by(|(_, one), (_, other)| one.said.total_cmp(&other.said)) {
            let line = place.line_in(scenario);
            problems.push(
                rule.problem(
                    line.span,
                    format!("best play spends {best:.1} turns with a shut customer, guessing only {guessing:.1}"),
                )
                .label(format!("said {} in best play, with `opens: {}`", share(times.said), line.opens))
                .help("let openness pay: give the better replies and endings to those who are listened to"),
            );
        }
    }
    problems
}

/// How often, in words.
fn share(of: f64) -> String {
    format!("in {:.0}% of the conversations", 100.0 * of)
}
