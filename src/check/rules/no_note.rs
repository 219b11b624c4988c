use crate::check::Rule;
use crate::check::rule::rule;
use crate::check::told::quoted;
use crate::problem::Problem;
use crate::scenario::{FollowUp, Scenario};

rule! {
    /// A line has no coach's note.
    ///
    /// The note is what a rep learns from: the debrief shows it beside the line that was said, and beside the better
    /// one. Without it there is a figure and no reason for it.
    ///
    /// Write one or two sentences as `coach: "..."` that tell what this line does to this customer now. No praise, and
    /// no bare right or wrong. A line that is worth little needs its note most.
    Warning "no-note"
    bad r#"
moments: {
    "first": Moment(replies: [
        Reply(kind: TellMeMore, says: "Nine days? Go on.", follow_ups: [
            FollowUp(says: "What did the wards do in the meantime?", marks: (curiosity: +2), opens: +1, then: "next step"),
            FollowUp(says: "Shall I bring a price?", marks: (why: -2), then: "brochure"),
        ]),
    ]),
},
"#
    good r#"
moments: {
    "first": Moment(replies: [
        Reply(kind: TellMeMore, says: "Nine days? Go on.", follow_ups: [
            FollowUp(says: "What did the wards do in the meantime?", marks: (curiosity: +2), opens: +1, coach: "She gets to tell you what the wait costs, in her own words.", then: "next step"),
            FollowUp(says: "Shall I bring a price?", marks: (why: -2), coach: "A price, before she has a reason to want anything.", then: "brochure"),
        ]),
    ]),
},
"#
    InWords(find)
}

fn find(rule: &Rule, scenario: &Scenario) -> Vec<Problem> {
    let replies = scenario.moments.iter().flat_map(|moment| &moment.replies);
    let lacking = replies.filter_map(|reply| {
        let lacking: Vec<&FollowUp> = reply.follow_ups.iter().filter(|line| line.coach.is_none()).collect();
        lacking.first().map(|first| (*first, lacking.len(), reply.follow_ups.len()))
    });
    lacking
        .map(|(first, lacking, lines)| {
            let message = match lacking {
                1 => format!("{} has no coach's note", quoted(&first.says)),
                _ if lacking == lines => format!("none of the {lines} lines of this decision has a coach's note"),
                _ => format!("{lacking} of the {lines} lines of this decision have no coach's note"),
            };
            let label = if lacking == 1 { "the debrief cannot say why" } else { "this is the first of them" };
            rule.problem(first.span, message)
                .label(label)
                .help("add `coach: \"..\"`: what this line does to this customer, in a sentence or two")
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use crate::check::tests::{found_in, whole};

    #[test]
    fn several_lines_without_a_note_are_told_once_a_decision() {
        let line = |says: &str, coach: &str| format!("FollowUp(says: \"{says}\", {coach} then: \"next step\"),");
        let reply = |lines: &str| format!("Reply(kind: TellMeMore, says: \"Go on.\", follow_ups: [{lines}]),");
        let one = reply(&(line("A", "") + &line("B", "coach: \"C\",") + &line("D", "")));
        let other = reply(&(line("E", "") + &line("F", "")));
        let found = found_in(&whole(&format!("moments: {{\"first\": Moment(replies: [{one}{other}])}},"))).problems;
        let found: Vec<_> =
            found.iter().filter(|found| found.code.0 == "no-note").map(|found| &*found.message).collect();
        assert_eq!(
            found,
            [
                "2 of the 3 lines of this decision have no coach's note",
                "none of the 2 lines of this decision has a coach's note"
            ]
        );
    }
}
