use crate::check::rule::rule;
use crate::check::told::{conversation, counted, quoted};
use crate::check::{Rule, Values};
use crate::problem::Problem;
use crate::scenario::{Outcome, Scenario};
use crate::solver::Place;

rule! {
    /// Openness can fall to 0, and the scenario has no `if_shut`.
    ///
    /// At openness 0 the customer no longer listens, and the conversation goes to the ending that `if_shut` names.
    /// Without it the conversation breaks off there and is not scored.
    ///
    /// Write `if_shut: "..."` with the name of an ending, most often one with the outcome `NoSale`; or take less away
    /// with `opens`.
    Error "no-if-shut"
    bad r#"
moments: {
    "first": Moment(replies: [
        Reply(kind: ThatsBs, says: "We are at 99%, audited.", follow_ups: [
            FollowUp(says: "Then the audit is wrong.", opens: -5, then: "second"),
            FollowUp(says: "I believe the audit. Whose date does it start from?", opens: +1, then: "second"),
        ]),
    ]),
    "second": Moment(replies: [
        Reply(kind: TellMeMore, says: "From ours.", follow_ups: [
            FollowUp(says: "And if it started from the ward's?", then: "next step"),
        ]),
    ]),
},
endings: { "next step": Ending(outcome: Advance, says: "She brings finance on Thursday.") },
"#
    good r#"
moments: {
    "first": Moment(replies: [
        Reply(kind: ThatsBs, says: "We are at 99%, audited.", follow_ups: [
            FollowUp(says: "Then the audit is wrong.", opens: -5, then: "second"),
            FollowUp(says: "I believe the audit. Whose date does it start from?", opens: +1, then: "second"),
        ]),
    ]),
    "second": Moment(replies: [
        Reply(kind: TellMeMore, says: "From ours.", follow_ups: [
            FollowUp(says: "And if it started from the ward's?", then: "next step"),
        ]),
    ]),
},
endings: {
    "next step": Ending(outcome: Advance, says: "She brings finance on Thursday."),
    "shut": Ending(outcome: NoSale, says: "She has another meeting."),
},
if_shut: "shut",
"#
    InValues(find)
}

/// So many more of the lines that can leave openness 0 are shown.
const MOST_SHOWN: usize = 2;

fn find(rule: &Rule, scenario: &Scenario, values: &Values<'_>) -> Vec<Problem> {
    let mut all =
        values.survey.not_shut.iter().map(|&(state, reply, follow_up)| {
            (state, Place { moment: values.solved.place(state).0, reply, follow_up })
        });
    // One field is missing, so this is one mistake, at the line that comes soonest.
    let Some((state, place)) = all.next() else { return Vec::new() };
    let mut lines = values.trails().to(state);
    lines.push(place);
    let (_, told) = conversation(scenario, &lines);
    let line = place.line_in(scenario);
    let others = match all.len() {
        0 => String::new(),
        others => format!(" or {}", counted(others, "other line")),
    };
    let message = format!("after {}{others} openness can be 0, and nothing says what happens then", quoted(&line.says));
    let no_sale = scenario.endings.iter().find(|ending| ending.outcome == Outcome::NoSale);
    let ending = no_sale.map_or("\"...\"".to_owned(), |ending| format!("{:?}", ending.name));
    let mut problem = rule
        .problem(line.span, message)
        .label(format!("`opens: {}` can leave openness 0", line.opens))
        .detail(format!("the shortest conversation that leads there:\n{told}"))
        .help(format!("name the ending that openness 0 leads to: `if_shut: {ending}`"));
    for (_, place) in all.take(MOST_SHOWN) {
        let line = place.line_in(scenario);
        problem = problem.see(line.span, format!("and so can `opens: {}`", line.opens));
    }
    vec![problem]
}
