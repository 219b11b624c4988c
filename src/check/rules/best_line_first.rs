use crate::check::decision::{Decision, decisions};
use crate::check::rule::rule;
use crate::check::{Rule, Values};
use crate::problem::Problem;
use crate::scenario::Scenario;

/// Decisions with fewer lines are too easily ordered by chance to count.
const LINES: usize = 3;

/// With fewer decisions that count, nothing can be said.
const DECISIONS: usize = 6;

/// The share of decisions with the best line first that is a habit. By chance, one in three is.
const NEARLY_ALWAYS: f64 = 0.8;

/// Costs that differ by less, in score points, are the same.
const SAME: f64 = 0.01;

rule! {
    /// The best line nearly always stands first in the file.
    ///
    /// On the screen lines are shuffled, so nobody can win by it. But it shows how they were written: the good one first
    /// and with care, then something to stand beside it. It counts from six decisions with three lines or more, where
    /// the first costs least in at least 80% of them.
    ///
    /// Write a poor line first now and then, one that you have heard somebody say, and then the line that beats it.
    Note "best-line-first"
    bad r#"
moments: {
    "first": Moment(replies: [
        Reply(kind: TellMeMore, says: "Nine days? Go on.", follow_ups: [
            FollowUp(says: "What did the wards do in the meantime?", marks: (curiosity: +2), then: "second"),
            FollowUp(says: "It means that somebody waits for a bed.", marks: (consequence: +1), then: "second"),
            FollowUp(says: "Our module shows every need-by date.", marks: (hero: -1), then: "second"),
        ]),
        Reply(kind: ThatsBs, says: "We are at 99%, audited.", follow_ups: [
            FollowUp(says: "I believe the audit. Whose date does it start from?", marks: (composure: +2), then: "second"),
            FollowUp(says: "It is a fact. We counted twelve hundred orders.", marks: (proof: +1), then: "second"),
            FollowUp(says: "Then let us leave the audit aside.", marks: (why: -1), then: "second"),
        ]),
        Reply(kind: NotImportant, says: "Delivery is not what keeps me awake.", follow_ups: [
            FollowUp(says: "Fair. What does?", marks: (curiosity: +2), then: "second"),
            FollowUp(says: "Two groups left over it.", marks: (consequence: +1), then: "second"),
            FollowUp(says: "Perhaps I should speak with the plant, then.", marks: (hero: -1), then: "second"),
        ]),
    ]),
    "second": Moment(replies: [
        Reply(kind: TellMeMore, says: "What do others do?", follow_ups: [
            FollowUp(says: "A planner like yours asked four clinics. May I tell you what she found?", marks: (proof: +2), then: "next step"),
            FollowUp(says: "Most of them began to count from the ward's date.", marks: (why: +1), then: "next step"),
            FollowUp(says: "They bought our module, and it took them a year.", marks: (hero: -1), then: "brochure"),
        ]),
        Reply(kind: ThatsBs, says: "That is your story, not ours.", follow_ups: [
            FollowUp(says: "It is. What would yours look like?", marks: (composure: +2), then: "next step"),
            FollowUp(says: "It was theirs before it was mine.", marks: (proof: +1), then: "next step"),
            FollowUp(says: "I can send you the study.", marks: (why: -1), then: "brochure"),
        ]),
        Reply(kind: DifferentView, says: "Those two groups left over price.", follow_ups: [
            FollowUp(says: "What did they pay for beds while they waited?", marks: (consequence: +2), then: "next step"),
            FollowUp(says: "Did they tell you so themselves?", marks: (curiosity: +1), then: "next step"),
            FollowUp(says: "Then let us talk about your prices.", marks: (why: -1), then: "brochure"),
        ]),
    ]),
},
"#
    good r#"
moments: {
    "first": Moment(replies: [
        Reply(kind: TellMeMore, says: "Nine days? Go on.", follow_ups: [
            FollowUp(says: "Our module shows every need-by date.", marks: (hero: -1), then: "second"),
            FollowUp(says: "What did the wards do in the meantime?", marks: (curiosity: +2), then: "second"),
            FollowUp(says: "It means that somebody waits for a bed.", marks: (consequence: +1), then: "second"),
        ]),
        Reply(kind: ThatsBs, says: "We are at 99%, audited.", follow_ups: [
            FollowUp(says: "I believe the audit. Whose date does it start from?", marks: (composure: +2), then: "second"),
            FollowUp(says: "It is a fact. We counted twelve hundred orders.", marks: (proof: +1), then: "second"),
            FollowUp(says: "Then let us leave the audit aside.", marks: (why: -1), then: "second"),
        ]),
        Reply(kind: NotImportant, says: "Delivery is not what keeps me awake.", follow_ups: [
            FollowUp(says: "Two groups left over it.", marks: (consequence: +1), then: "second"),
            FollowUp(says: "Perhaps I should speak with the plant, then.", marks: (hero: -1), then: "second"),
            FollowUp(says: "Fair. What does?", marks: (curiosity: +2), then: "second"),
        ]),
    ]),
    "second": Moment(replies: [
        Reply(kind: TellMeMore, says: "What do others do?", follow_ups: [
            FollowUp(says: "A planner like yours asked four clinics. May I tell you what she found?", marks: (proof: +2), then: "next step"),
            FollowUp(says: "Most of them began to count from the ward's date.", marks: (why: +1), then: "next step"),
            FollowUp(says: "They bought our module, and it took them a year.", marks: (hero: -1), then: "brochure"),
        ]),
        Reply(kind: ThatsBs, says: "That is your story, not ours.", follow_ups: [
            FollowUp(says: "I can send you the study.", marks: (why: -1), then: "brochure"),
            FollowUp(says: "It is. What would yours look like?", marks: (composure: +2), then: "next step"),
            FollowUp(says: "It was theirs before it was mine.", marks: (proof: +1), then: "next step"),
        ]),
        Reply(kind: DifferentView, says: "Those two groups left over price.", follow_ups: [
            FollowUp(says: "What did they pay for beds while they waited?", marks: (consequence: +2), then: "next step"),
            FollowUp(says: "Did they tell you so themselves?", marks: (curiosity: +1), then: "next step"),
            FollowUp(says: "Then let us talk about your prices.", marks: (why: -1), then: "brochure"),
        ]),
    ]),
},
"#
    InWorth(find)
}

fn find(rule: &Rule, scenario: &Scenario, values: &Values<'_>) -> Vec<Problem> {
    let Some(costs) = &values.balance.costs else { return Vec::new() };
    let firsts: Vec<(Decision<'_>, bool)> = decisions(scenario)
        .filter_map(|decision| {
            let first = first_is_best(&costs[decision.lines.clone()])?;
            Some((decision, first))
        })
        .collect();
    let first = firsts.iter().filter(|(_, first)| *first).count();
    if firsts.len() < DECISIONS || (first as f64) < NEARLY_ALWAYS * firsts.len() as f64 {
        return Vec::new();
    }
    let here = firsts.iter().find(|(_, first)| *first).and_then(|(decision, _)| decision.reply.follow_ups.first());
    here.map(|line| {
        rule.problem(line.span, format!("the best line stands first in {first} of {} decisions", firsts.len()))
            .label("the first of them")
            .help("write a poor line first now and then, one that you have heard somebody say")
    })
    .into_iter()
    .collect()
}

/// Whether the first of the lines that cost so much on average costs least; nothing where there are too few of them, one
/// of them is never said, or all cost the same.
fn first_is_best(costs: &[Option<f64>]) -> Option<bool> {
    let costs: Vec<f64> = costs.iter().copied().collect::<Option<_>>()?;
    let (first, rest) = costs.split_first().filter(|(_, rest)| rest.len() + 1 >= LINES)?;
    let differ = rest.iter().any(|cost| (cost - first).abs() > SAME);
    differ.then(|| rest.iter().all(|cost| cost - first > SAME))
}
