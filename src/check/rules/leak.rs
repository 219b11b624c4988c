mod given;

use crate::check::decision::decisions;
use crate::check::rule::rule;
use crate::check::told::counted;
use crate::check::{Rule, Values};
use crate::problem::Problem;
use crate::scenario::Scenario;
use crate::solver::{LEAKY, Strategy};
use given::Given;

/// How many decisions are shown for a habit: those that give it most.
const SHOWN: usize = 3;

/// A decision that gives less, in score points, would read as giving 0.0.
const WORTH_SHOWING: f64 = 0.05;

/// A leak of 100% may come out above it by so much, in tenths of a percent.
const ROUNDING: f64 = 1e-6;

rule! {
    /// The words of the lines give away which to take.
    ///
    /// A trainee who understands nothing and always takes the longest line should score no better than one who guesses.
    /// So should those who always take the shortest, the one with the most or the fewest question marks, or the one that
    /// says "you" most or least often. A leak is how far such a habit comes from guessing towards 100; over 15% is too
    /// much. The decisions that give most are shown, in score points.
    ///
    /// Make the good line shorter than one that is on offer with it, or one of those longer than the good line; let poor
    /// lines ask something as well. One or two decisions are most often enough: where every good line becomes the shorter
    /// one, the opposite habit wins. `tellmore simulate FILE --lines` shows what each line gives.
    Warning "leak"
    bad r#"
moments: {
    "first": Moment(replies: [
        Reply(kind: TellMeMore, says: "Nine days? Go on.", follow_ups: [
            FollowUp(says: "In those nine days somebody had a patient and no bed, I suppose. It would be good to hear what they did.", marks: (curiosity: +2, hero: +1), then: "next step"),
            FollowUp(says: "Somebody waited for a bed in each of them, and paid.", marks: (consequence: +1), then: "next step"),
            FollowUp(says: "The module shows every late bed on one screen.", marks: (hero: -2), then: "brochure"),
        ]),
        Reply(kind: ThatsBs, says: "We are at 99%, audited.", follow_ups: [
            FollowUp(says: "And the audit will be right about the date that it starts from. The ward's date is not in it.", marks: (composure: +1, why: +1), then: "next step"),
            FollowUp(says: "It is a fact. There were twelve hundred orders.", marks: (proof: +1), then: "next step"),
            FollowUp(says: "Then the paper on it may be of use.", marks: (why: -1), then: "brochure"),
        ]),
    ]),
},
"#
    good r#"
moments: {
    "first": Moment(replies: [
        Reply(kind: TellMeMore, says: "Nine days? Go on.", follow_ups: [
            FollowUp(says: "Somebody had a patient and no bed. It would be good to hear what they did.", marks: (curiosity: +2, hero: +1), then: "next step"),
            FollowUp(says: "Somebody paid for each of them.", marks: (consequence: +1), then: "next step"),
            FollowUp(says: "The module shows every late bed on one screen, with the ward's date beside the quoted one.", marks: (hero: -2), then: "brochure"),
        ]),
        Reply(kind: ThatsBs, says: "We are at 99%, audited.", follow_ups: [
            FollowUp(says: "And the audit is right. It starts from the plant's date.", marks: (composure: +1, why: +1), then: "next step"),
            FollowUp(says: "It is a fact. There were twelve hundred orders in it, from four makers like this one.", marks: (proof: +1), then: "next step"),
            FollowUp(says: "Then the paper may be of use.", marks: (why: -1), then: "brochure"),
        ]),
    ]),
},
"#
    InWorth(find)
}

fn find(rule: &Rule, scenario: &Scenario, values: &Values<'_>) -> Vec<Problem> {
    let Some(costs) = &values.balance.costs else { return Vec::new() };
    let mut problems = Vec::new();
    for ((strategy, shares), &(_, score)) in values.balance.shares.iter().zip(&values.figures.strategies) {
        let leak = values.figures.leak(score).filter(|&leak| leak > LEAKY);
        let (Some(leak), Some(score), Some(par)) = (leak, score, values.figures.par) else { continue };
        let mut given: Vec<Given<'_>> = decisions(scenario)
            .map(|decision| {
                Given::of(*strategy, &decision, &shares[decision.lines.clone()], &costs[decision.lines.clone()])
            })
            .filter(|given| given.points > 0.0)
            .collect();
        given.sort_by(|one, other| other.points.total_cmp(&one.points));
        let Some((most, less)) = given.split_first() else { continue };
        let message = format!(
            "always {} scores {score:.0}, where guessing scores {par:.0}: {:.1}% of the way to 100",
            habit(*strategy),
            // Rounded up: what is too much must not read as 15.0.
            (1000.0 * leak - ROUNDING).ceil() / 10.0
        );
        let help = format!(
            "{}; not in every place, or the opposite habit wins. Up to {:.0}% is nothing to go by",
            mend(*strategy),
            100.0 * LEAKY
        );
        let problem = rule.problem(most.line.span, message).label(most.told(*strategy)).help(help);
        let less = &less[..less.partition_point(|given| given.points >= WORTH_SHOWING)];
        let more = less.len().saturating_sub(SHOWN - 1);
        let next = less.iter().take(SHOWN - 1).enumerate().map(|(at, given)| {
            let told = given.told(*strategy);
            let is_last = at + 2 == SHOWN && more > 0;
            let told = if is_last { format!("{told}; and {}", counted(more, "more decision")) } else { told };
            (given.line.span, told)
        });
        problems.push(next.fold(problem, |problem, (span, told)| problem.see(span, told)));
    }
    problems
}

const fn habit(strategy: Strategy) -> &'static str {
    match strategy {
        Strategy::Longest => "the longest line",
        Strategy::Shortest => "the shortest line",
        Strategy::MostQuestions => "the line with the most question marks",
        Strategy::FewestQuestions => "the line with the fewest question marks",
        Strategy::MostYou => "the line that says \"you\" most often",
        Strategy::FewestYou => "the line that says \"you\" least often",
    }
}

const fn mend(strategy: Strategy) -> &'static str {
    match strategy {
        Strategy::Longest => "make it shorter than a line that is on offer with it, or one of those longer than it",
        Strategy::Shortest => "make it longer than a line that is on offer with it, or one of those shorter than it",
        Strategy::MostQuestions => "let it ask less than a line that is on offer with it, or one of those more than it",
        Strategy::FewestQuestions => {
            "let it ask more than a line that is on offer with it, or one of those less than it"
        }
        Strategy::MostYou => {
            "let it say \"you\" less than a line that is on offer with it, or one of those more than it"
        }
        Strategy::FewestYou => {
            "let it say \"you\" more than a line that is on offer with it, or one of those less than it"
        }
    }
}
