use crate::check::Rule;
use crate::check::rule::rule;
use crate::check::words::spoken;
use crate::problem::Problem;
use crate::scenario::Scenario;

/// A line with more words is not said in one breath.
const MOST_WORDS: usize = 45;

rule! {
    /// A line is too long to be said in one breath.
    ///
    /// Lines are spoken. Past 45 words nobody says it as it is written, and the customer has stopped listening.
    ///
    /// Cut it to the one thing that the customer should hear; what is left over may be a line of its own, later.
    Warning "long-line"
    bad r#"
moments: {
    "first": Moment(replies: [
        Reply(kind: TellMeMore, says: "Nine days? Go on.", follow_ups: [
            FollowUp(
                says: "What we see at most plants is that the date which is measured is the date that was offered, which means that the days before it, in which the ward had to rent beds from somebody else at a daily rate, never show up in any report that you or finance look at.",
                then: "next step",
            ),
            FollowUp(says: "What did the wards do in the meantime?", then: "next step"),
        ]),
    ]),
},
"#
    good r#"
moments: {
    "first": Moment(replies: [
        Reply(kind: TellMeMore, says: "Nine days? Go on.", follow_ups: [
            FollowUp(says: "The days before the date that you offered are in no report. The ward rents beds for them.", then: "next step"),
            FollowUp(says: "What did the wards do in the meantime?", then: "next step"),
        ]),
    ]),
},
"#
    InWords(find)
}

fn find(rule: &Rule, scenario: &Scenario) -> Vec<Problem> {
    let lines = scenario.moments.iter().flat_map(|moment| &moment.replies).flat_map(|reply| &reply.follow_ups);
    let long = lines.filter_map(|line| Some((line, spoken(&line.says))).filter(|(_, words)| *words > MOST_WORDS));
    long.map(|(line, words)| {
        rule.problem(line.span, format!("this line has {words} words: nobody says that in one breath"))
            .help(format!("keep the one thing that the customer should hear; {MOST_WORDS} words are the most"))
    })
    .collect()
}
