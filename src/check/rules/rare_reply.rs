use crate::check::decision::{Decision, decisions};
use crate::check::rule::rule;
use crate::check::told::quoted;
use crate::check::{Rule, Values};
use crate::problem::Problem;
use crate::scenario::Scenario;

/// A reply that is rarer than this wherever it can be given is hardly ever practised: of those who come there ten times,
/// three in four never hear it.
const RARE: f64 = 0.03;

rule! {
    /// The odds make a reply rarer than 3%.
    ///
    /// Odds count against those of the other replies that can be given at the same time. Where they are so small, hardly
    /// anybody hears the reply, and its lines are written and reviewed for nobody.
    ///
    /// Raise its odds, or lower those of the others; 1 against 5 is rare enough. Or leave the reply out.
    Warning "rare-reply"
    bad r#"
moments: {
    "first": Moment(replies: [
        Reply(kind: TellMeMore, says: "Nine days? Go on.", odds: 60, follow_ups: [
            FollowUp(says: "What did the wards do in the meantime?", then: "next step"),
        ]),
        Reply(kind: DifferentView, says: "Those two groups left over price.", odds: 1, follow_ups: [
            FollowUp(says: "What did they pay for beds while they waited?", then: "next step"),
        ]),
    ]),
},
"#
    good r#"
moments: {
    "first": Moment(replies: [
        Reply(kind: TellMeMore, says: "Nine days? Go on.", odds: 4, follow_ups: [
            FollowUp(says: "What did the wards do in the meantime?", then: "next step"),
        ]),
        Reply(kind: DifferentView, says: "Those two groups left over price.", odds: 1, follow_ups: [
            FollowUp(says: "What did they pay for beds while they waited?", then: "next step"),
        ]),
    ]),
},
"#
    InValues(find)
}

/// So many more of the replies that are rare in one moment are shown.
const MOST_SHOWN: usize = 2;

fn find(rule: &Rule, scenario: &Scenario, values: &Values<'_>) -> Vec<Problem> {
    let mut decisions = decisions(scenario);
    let mut problems = Vec::new();
    for moment in &scenario.moments {
        let replies: Vec<Decision<'_>> = decisions.by_ref().take(moment.replies.len()).collect();
        problems.extend(in_moment(rule, values, &replies));
    }
    problems
}

/// What is wrong with the odds of `replies`, which are those of one moment: one mistake, however many are rare by it.
fn in_moment(rule: &Rule, values: &Values<'_>, replies: &[Decision<'_>]) -> Option<Problem> {
    let seen = |decision: &Decision<'_>| &values.survey.replies[decision.number];
    let is_rare = |decision: &&Decision<'_>| seen(decision).states > 0 && seen(decision).chance < RARE;
    // Rounded down: 2.97 must not read as 3.0.
    let percent = |decision: &Decision<'_>| (1000.0 * seen(decision).chance).floor() / 10.0;
    let mut rare = replies.iter().filter(is_rare);
    let first = rare.next()?;
    let others: Vec<&Decision<'_>> = rare.collect();
    let says = quoted(first.reply.says_after(0));
    let message = match others.len() {
        0 => format!("hardly anybody will hear {says}"),
        more => format!("hardly anybody will hear {says}, nor {} here", counted_replies(more)),
    };
    let mut problem = rule
        .problem(first.reply.span, message)
        .label(format!("drawn {:.1}% of the time at most, wherever it can be given", percent(first)))
        .help("raise its odds, lower those of the other replies, or leave it out");
    for other in others.iter().take(MOST_SHOWN) {
        problem = problem.see(other.reply.span, format!("and this one {:.1}%", percent(other)));
    }
    let odds = |decision: &Decision<'_>| decision.reply.odds.values().max().unwrap_or(0);
    // The first of those with the largest odds.
    match replies.iter().rev().filter(|decision| seen(decision).states > 0).max_by_key(|decision| odds(decision)) {
        Some(large) if odds(large) > odds(first) => {
            Some(problem.see(large.reply.span, format!("drawn instead, with odds of {}", odds(large))))
        }
        _ => Some(problem),
    }
}

/// So many other replies, in words.
fn counted_replies(count: usize) -> String {
    if count == 1 { "another reply".to_owned() } else { format!("{count} other replies") }
}
