use crate::check::Rule;
use crate::check::rule::rule;
use crate::check::told::{counted, quoted};
use crate::check::words::all_words;
use crate::problem::Problem;
use crate::scenario::{FollowUp, Scenario};

rule! {
    /// Two lines have the same coach's note.
    ///
    /// A note that fits two lines tells about neither. Who reads it in the debrief of one conversation and then in the
    /// next stops reading notes. Copies of one line, the same words in one moment, may share a note: they are one line.
    ///
    /// Say of each line what it does at this point, to what the customer has just said.
    Warning "note-twice"
    bad r#"
moments: {
    "first": Moment(replies: [
        Reply(kind: TellMeMore, says: "Nine days? Go on.", follow_ups: [
            FollowUp(says: "What did the wards do in the meantime?", coach: "A good open question.", then: "next step"),
            FollowUp(says: "Who sets the date that you promise?", coach: "A good, open question!", then: "next step"),
        ]),
    ]),
},
"#
    good r#"
moments: {
    "first": Moment(replies: [
        Reply(kind: TellMeMore, says: "Nine days? Go on.", follow_ups: [
            FollowUp(says: "What did the wards do in the meantime?", coach: "The cost of the wait lies there, and she tells you herself.", then: "next step"),
            FollowUp(says: "Who sets the date that you promise?", coach: "Now you know who else has to agree.", then: "next step"),
        ]),
    ]),
},
"#
    InWords(find)
}

fn find(rule: &Rule, scenario: &Scenario) -> Vec<Problem> {
    let mut notes: Vec<(u64, usize, u32, &FollowUp, &str)> = Vec::new();
    for (at, moment) in scenario.moments.iter().enumerate() {
        for line in moment.replies.iter().flat_map(|reply| &reply.follow_ups) {
            notes.extend(line.coach.as_deref().map(|coach| (all_words(coach), at, line.line, line, coach)));
        }
    }
    notes.sort_by_key(|&(words, moment, line, follow_up, _)| (words, moment, line, follow_up.span));
    // Of the copies of one line the first stands for all.
    notes.dedup_by_key(|&mut (words, moment, line, ..)| (words, moment, line));
    let same = notes.chunk_by(|one, other| one.0 == other.0).filter(|same| same.len() > 1);
    same.map(|same| {
        let mut places: Vec<_> = same.iter().map(|&(.., line, coach)| (line.span, coach)).collect();
        places.sort_unstable();
        let lines = counted(places.len(), "line");
        let (again, coach) = places[1];
        let mut problem = rule
            .problem(again, format!("{lines} have the same coach's note: {}", quoted(coach)))
            .label("again for this line")
            .see(places[0].0, "first for this one");
        for (span, _) in places.iter().skip(2).take(2) {
            problem = problem.see(*span, "and for this one");
        }
        problem.help("say of each what it does at this point: a note that fits two lines tells about neither")
    })
    .collect()
}

#[cfg(test)]
mod tests {
    use crate::check::tests::codes_in;

    #[test]
    fn copies_of_one_line_may_share_a_note_and_other_moments_may_not() {
        let reply = |says: &str| {
            format!(
                "Reply(kind: TellMeMore, says: \"Go on.\", follow_ups: [FollowUp(says: \"{says}\", coach: \"Hers.\", \
                 then: \"next step\")]),"
            )
        };
        let (one, other) = (reply("Who waits?"), reply("Who pays?"));
        let text = format!("moments: {{\"first\": Moment(replies: [{one}{one}])}},");
        assert!(!codes_in(&text).contains(&"note-twice"));
        let text = format!("moments: {{\"first\": Moment(replies: [{one}{other}{one}])}},");
        assert_eq!(codes_in(&text).iter().filter(|code| **code == "note-twice").count(), 1);
        let text = format!("moments: {{\"first\": Moment(replies: [{one}]), \"second\": Moment(replies: [{one}])}},");
        assert!(codes_in(&text).contains(&"note-twice"));
    }
}
