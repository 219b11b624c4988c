use crate::check::never::{Thing, never_full, never_leads};
use crate::check::rule::rule;
use crate::check::told::quoted;
use crate::check::{Rule, Values};
use crate::problem::{Problem, Span};
use crate::scenario::{EndingId, Goal, Scenario};

rule! {
    /// No conversation comes to an ending.
    ///
    /// No line names it in its `then`, or those that do lead there only at an openness that they never leave. An ending
    /// that cannot be reached is an outcome that nobody who practises can win or lose. An ending that only `if_shut`
    /// names is there to be safe and is not told.
    ///
    /// Let a line lead to it, or leave it out.
    Warning "unused-ending"
    bad r#"
moments: {
    "first": Moment(replies: [
        Reply(kind: TellMeMore, says: "What do others do?", follow_ups: [
            FollowUp(says: "A planner like yours asked four clinics. Shall I tell you and finance?", then: "next step"),
            FollowUp(says: "They buy our planning module. Shall I bring a price?", then: "brochure"),
        ]),
    ]),
},
endings: {
    "next step": Ending(outcome: Advance, says: "She brings finance to a working session on Thursday."),
    "second call": Ending(outcome: Advance, says: "She gives you half an hour next week, alone.", worth: 8),
    "brochure": Ending(outcome: Continuation, says: "Send me something, she says."),
},
"#
    good r#"
moments: {
    "first": Moment(replies: [
        Reply(kind: TellMeMore, says: "What do others do?", follow_ups: [
            FollowUp(says: "A planner like yours asked four clinics. Shall I tell you and finance?", then: "next step"),
            FollowUp(says: "A planner like yours asked four clinics. Shall I tell you?", then: "second call"),
            FollowUp(says: "They buy our planning module. Shall I bring a price?", then: "brochure"),
        ]),
    ]),
},
endings: {
    "next step": Ending(outcome: Advance, says: "She brings finance to a working session on Thursday."),
    "second call": Ending(outcome: Advance, says: "She gives you half an hour next week, alone.", worth: 8),
    "brochure": Ending(outcome: Continuation, says: "Send me something, she says."),
},
"#
    InValues(find)
}

fn find(rule: &Rule, scenario: &Scenario, values: &Values<'_>) -> Vec<Problem> {
    if values.survey.turns.is_none() {
        return Vec::new();
    }
    let ways = ways(scenario, values);
    let endings = scenario.endings.iter().zip(ways).enumerate();
    let is_told = |thing: Thing| {
        let code = thing.code();
        scenario.allow.iter().all(|allow| allow.code != code.0)
    };
    let breaks_off = values.breaks_off();
    let told_elsewhere = breaks_off
        || values.no_ways().iter().next().is_some()
        || values.never().iter().any(|never| is_told(never.thing));
    let may_open = |thing: Thing| match thing {
        Thing::Line(place) => {
            let line = place.line_in(scenario);
            line.opens != 0 || line.then.values().any(|goal| matches!(goal, Goal::Moment(_)))
        }
        Thing::Moment(_) | Thing::Reply(..) => true,
    };
    let openness_may_change =
        breaks_off || values.never().iter().any(|never| is_told(never.thing) && may_open(never.thing));
    let told = endings.filter_map(|(at, (ending, ways))| {
        let Ways { never_happen, lead_elsewhere } = ways;
        // Needed as it is: it cannot be left out.
        let safe = scenario.if_shut == Some(EndingId::at(at));
        // What is told elsewhere may be why: a line that would open the customer, or a missing `if_shut` that would lead
        // here. Once that is mended, this shows whether it is still so.
        let may_follow =
            if lead_elsewhere.is_empty() { !values.survey.not_shut.is_empty() } else { openness_may_change };
        if values.survey.endings[at] || (never_happen && told_elsewhere) || safe || may_follow {
            return None;
        }
        let mut problem = rule
            .problem(ending.span, format!("no conversation comes to the ending {}", quoted(&ending.name)))
            .help("let a line lead to it, or leave it out");
        problem = problem.label(match lead_elsewhere.len() {
            0 if never_happen => "only what never happens itself leads here",
            0 => "no line leads here",
            _ => "what leads here in the file never does in a conversation",
        });
        for (span, why) in lead_elsewhere.into_iter().take(MOST_SHOWN) {
            problem = problem.see(span, why);
        }
        Some(problem)
    });
    told.collect()
}

/// So many of the lines that name an ending and never lead there are shown.
const MOST_SHOWN: usize = 2;

/// What names an ending in the file.
#[derive(Debug, Clone, Default)]
struct Ways {
    /// Whether something does that never happens itself: that is told where it stands.
    never_happen: bool,
    /// What happens, and always leads elsewhere, with the reason.
    lead_elsewhere: Vec<(Span, String)>,
}

/// What names each ending that no conversation comes to.
fn ways(scenario: &Scenario, values: &Values<'_>) -> Vec<Ways> {
    let mut ways = vec![Ways::default(); scenario.endings.len()];
    let mut note = |goal: Goal, happens: bool, span: Span, why: &dyn Fn() -> String| {
        let Goal::Ending(id) = goal else { return };
        if values.survey.endings[id.index()] {
        } else if happens {
            ways[id.index()].lead_elsewhere.push((span, why()));
        } else {
            ways[id.index()].never_happen = true;
        }
    };
    for (place, seen) in values.places.iter().zip(&values.survey.lines) {
        let line = place.line_in(scenario);
        let mut goals: Vec<Goal> = Vec::new();
        for goal in line.then.values() {
            if goals.contains(&goal) {
                continue;
            }
            goals.push(goal);
            note(goal, seen.states > 0, line.span, &|| never_leads(line, goal, seen.leaves));
        }
    }
    for (moment, seen) in scenario.moments.iter().zip(&values.survey.moments) {
        if let Some(at_most) = moment.at_most {
            note(at_most.after, seen.states > 0, moment.span, &|| never_full(seen.entered));
        }
    }
    ways
}
