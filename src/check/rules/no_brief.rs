use crate::check::Rule;
use crate::check::rule::rule;
use crate::problem::Problem;
use crate::scenario::Scenario;

rule! {
    /// There is no brief, or it tells of no result.
    ///
    /// The brief is what a rep would know before the call: what can be seen in a business like this one, what that leads
    /// to, and what could stand in its place. Without it there is nothing to draw on but the product, and a trainee can
    /// only guess which line ties the symptom to its consequence.
    ///
    /// Write `brief: Brief(results: [Result(symptom: "..", consequence: "..", result: "..")])`. How it is used, stories of
    /// other customers and what rivals are good at may stand there too.
    Warning "no-brief"
    bad r#"
brief: Brief(
    usage: "The planner sees the ward's date beside the quoted date.",
),
moments: {
    "first": Moment(replies: [
        Reply(kind: TellMeMore, says: "Nine days? Go on.", follow_ups: [
            FollowUp(says: "What did the wards do in the meantime?", then: "next step"),
        ]),
    ]),
},
"#
    good r#"
brief: Brief(
    results: [
        Result(
            symptom: "Delivery is measured against the date that the plant quoted",
            consequence: "Wards rent beds for the days between",
            result: "A measure that starts from the ward's date, and fewer lost groups",
        ),
    ],
    usage: "The planner sees the ward's date beside the quoted date.",
),
moments: {
    "first": Moment(replies: [
        Reply(kind: TellMeMore, says: "Nine days? Go on.", follow_ups: [
            FollowUp(says: "What did the wards do in the meantime?", then: "next step"),
        ]),
    ]),
},
"#
    InWords(find)
}

fn find(rule: &Rule, scenario: &Scenario) -> Vec<Problem> {
    let problem = match &scenario.brief {
        Some(brief) if !brief.results.is_empty() => return Vec::new(),
        Some(brief) => rule
            .problem(
                brief.span,
                "the brief tells of no result: what can be seen, what it leads to, what could be instead",
            )
            .label("`results` is missing, or has nothing in it"),
        None => rule
            .problem(scenario.customer.span, "there is no brief: the rep knows nothing to draw on before the call")
            .label("`brief` belongs after the customer"),
    };
    vec![problem.help("write `brief: Brief(results: [Result(symptom: \"..\", consequence: \"..\", result: \"..\")])`")]
}

#[cfg(test)]
mod tests {
    use crate::check::tests::{found_in, whole};

    #[test]
    fn a_brief_that_is_not_there_is_told_at_the_customer_and_once() {
        let text = whole(
            "moments: {\"first\": Moment(replies: [Reply(kind: TellMeMore, says: \"Go on.\", follow_ups: \
                          [FollowUp(says: \"Who waits?\", then: \"next step\")])])},",
        );
        let (start, end) = (text.find("brief: Brief(").unwrap(), text.find("facts: {}").unwrap());
        let text = format!("{}{}", &text[..start], &text[end..]);
        let found = found_in(&text).problems;
        let found: Vec<_> = found.iter().filter(|problem| ["no-brief", "no-hero"].contains(&problem.code.0)).collect();
        let [problem] = found.as_slice() else { panic!("{found:#?}") };
        assert_eq!(&text[problem.span.start..problem.span.end], "Customer");
    }
}
