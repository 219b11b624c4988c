use crate::check::decision::decisions;
use crate::check::rule::rule;
use crate::check::told::quoted;
use crate::check::{Rule, Values};
use crate::problem::Problem;
use crate::scenario::Scenario;

/// A line that costs so many score points more than the next worst is no choice. Lines that people do say come to about
/// 30 in scenarios of a few decisions, and to less the more there are.
const HOPELESS: f64 = 50.0;

/// Marks that differ by less are the same: weights need not be whole numbers.
const SAME: f64 = 1e-9;

rule! {
    /// A line is so much worse than all others that nobody would say it.
    ///
    /// Wherever there are two others to say, it costs at least 50 score points more than the next worst, and every other
    /// line has better marks. A line whose marks are as good as another's is a trap, and not told. A strawman teaches nothing: it is crossed out, and the trainee chooses among the rest.
    ///
    /// Write what a good rep says on a bad day. A poor line tempts: it is polite, or clever, or true. Give it the mark
    /// that it earns, and let it cost later, by where it leads.
    Warning "hopeless-line"
    bad r#"
moments: {
    "first": Moment(replies: [
        Reply(kind: ThatsBs, says: "We are at 99%, audited.", follow_ups: [
            FollowUp(says: "I believe the audit. Whose date does it start from?", marks: (composure: +2, hero: +1), opens: +1, then: "next step"),
            FollowUp(says: "We looked at twelve hundred orders. May I show you four of them?", marks: (proof: +2), then: "next step"),
            FollowUp(says: "Then your auditor cannot count.", marks: (composure: -3, hero: -1), opens: -4, then: "next step"),
        ]),
    ]),
},
"#
    good r#"
moments: {
    "first": Moment(replies: [
        Reply(kind: ThatsBs, says: "We are at 99%, audited.", follow_ups: [
            FollowUp(says: "I believe the audit. Whose date does it start from?", marks: (composure: +2, hero: +1), opens: +1, then: "next step"),
            FollowUp(says: "We looked at twelve hundred orders. May I show you four of them?", marks: (proof: +2), then: "next step"),
            FollowUp(says: "So are most plants that we counted. It is the quoted date that the auditor sees.", marks: (proof: +1, composure: -1), opens: -1, then: "brochure"),
            FollowUp(says: "And well deserved. Shall I leave you our paper on it?", marks: (why: -1), then: "brochure"),
        ]),
    ]),
},
"#
    InWorth(find)
}

fn find(rule: &Rule, scenario: &Scenario, values: &Values<'_>) -> Vec<Problem> {
    let mut problems = Vec::new();
    for decision in decisions(scenario) {
        for (number, line) in decision.numbered() {
            let behind = values.in_score(values.survey.lines[number].behind);
            let marks = scenario.weighed(line);
            let mut others = decision.numbered().filter(|&(other, _)| other != number);
            let tempts = others.any(|(_, other)| scenario.weighed(other) < marks + SAME);
            if !behind.is_finite() || behind < HOPELESS || tempts {
                continue;
            }
            let message = format!("nobody would say {}: every other line is far better", quoted(&line.says));
            problems.push(
                rule.problem(line.span, message)
                    .label(format!("worth {behind:.0} score points less than the next worst line"))
                    .help("write what a good rep says on a bad day: let it tempt by one mark, and cost later"),
            );
        }
    }
    problems
}
