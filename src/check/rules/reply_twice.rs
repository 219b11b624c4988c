use hashbrown::HashMap;

use crate::check::Rule;
use crate::check::rule::rule;
use crate::check::told::quoted;
use crate::problem::Problem;
use crate::scenario::{FactId, Reply, ReplyKind, Scenario};

rule! {
    /// Two replies of one moment are the same: their kind, their words, and what they need.
    ///
    /// A trainee cannot tell them apart, and together they are only one reply that is given more often. Most often one was
    /// copied to be changed, and was not changed yet.
    ///
    /// Write other words for one of them, or take it away and give the other the odds of both. Where a fact decides which
    /// of the two is given, one `needs` it and the other has it in `unless`.
    Warning "reply-twice"
    bad r#"
moments: {
    "first": Moment(replies: [
        Reply(kind: NotImportant, says: "It does not keep me awake.", follow_ups: [
            FollowUp(says: "What did the wards do in the meantime?", marks: (curiosity: +2), then: "next step"),
            FollowUp(says: "Shall I bring a price?", marks: (why: -2), then: "brochure"),
        ]),
        Reply(kind: NotImportant, says: "It does not keep me awake.", follow_ups: [
            FollowUp(says: "What does keep you awake?", marks: (composure: +1), then: "next step"),
            FollowUp(says: "It should.", marks: (composure: -2), then: "brochure"),
        ]),
    ]),
},
"#
    good r#"
moments: {
    "first": Moment(replies: [
        Reply(kind: NotImportant, says: "It does not keep me awake.", follow_ups: [
            FollowUp(says: "What did the wards do in the meantime?", marks: (curiosity: +2), then: "next step"),
            FollowUp(says: "Shall I bring a price?", marks: (why: -2), then: "brochure"),
        ]),
        Reply(kind: ThatsBs, says: "We deliver on time. I see the list every week.", follow_ups: [
            FollowUp(says: "What does the list count from?", marks: (curiosity: +1), then: "next step"),
            FollowUp(says: "The list is wrong.", marks: (composure: -2), then: "brochure"),
        ]),
    ]),
},
"#
    InWords(find)
}

fn find(rule: &Rule, scenario: &Scenario) -> Vec<Problem> {
    let mut found = Vec::new();
    for moment in &scenario.moments {
        let mut seen: HashMap<_, &Reply> = HashMap::with_capacity(moment.replies.len());
        for reply in &moment.replies {
            if let Some(before) = seen.get(&same(reply)) {
                let message = format!("the reply {} stands twice in one moment", quoted(first(reply)));
                found.push(
                    rule.problem(reply.span, message)
                        .label("again here")
                        .see(before.span, "first here")
                        .help("write other words for one of them; or take it away, and raise the odds of the other"),
                );
            } else {
                seen.insert(same(reply), reply);
            }
        }
    }
    found
}

/// The words of `reply` when it is given for the first time.
fn first(reply: &Reply) -> &str {
    reply.says.first().map_or("", String::as_str)
}

/// What makes two replies one.
fn same(reply: &Reply) -> (String, &[String], Vec<FactId>, Vec<FactId>) {
    let sorted = |facts: &[FactId]| {
        let mut facts = facts.to_vec();
        facts.sort_unstable();
        facts
    };
    let kind = match &reply.kind {
        ReplyKind::Other(label) => format!("Other {label}"),
        kind => kind.word().to_owned(),
    };
    (kind, &reply.says, sorted(&reply.needs), sorted(&reply.unless))
}

#[cfg(test)]
mod tests {
    use crate::check::tests::codes_in;

    #[test]
    fn a_fact_or_another_kind_makes_two_replies_of_the_same_words() {
        let text = |fields: &str| {
            let reply = |fields: &str, line: &str| {
                format!(
                    "Reply(says: \"No.\", {fields}, follow_ups: [FollowUp(says: \"{line}\", then: \"next step\")]),"
                )
            };
            let replies = [reply("kind: ThatsBs, needs: [\"who\"]", "Who?"), reply(fields, "Why?")].concat();
            format!("facts: {{\"who\": \"The ward.\"}},\nmoments: {{\"first\": Moment(replies: [{replies}])}},")
        };
        let is_told = |fields: &str| codes_in(&text(fields)).contains(&"reply-twice");
        assert!(is_told("kind: ThatsBs, needs: [\"who\"]"));
        assert!(!is_told("kind: ThatsBs, unless: [\"who\"]"));
        assert!(!is_told("kind: ThatsBs"));
        assert!(!is_told("kind: NotImportant, needs: [\"who\"]"));
    }
}
