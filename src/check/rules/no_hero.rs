use crate::check::Rule;
use crate::check::rule::rule;
use crate::check::told::quoted;
use crate::problem::Problem;
use crate::scenario::{OpeningKind, Scenario};

rule! {
    /// Nobody in the scenario is a hero to tell of.
    ///
    /// Neither the rep nor the customer is the hero of the conversation. The hero is the one whom the customer serves: the
    /// nurse who waits for the bed, the site manager who has promised the keys. A line that puts that person at the centre
    /// is what the skill `hero` asks for, and a story of somebody like the customer is what `proof` asks for.
    ///
    /// Let `hero` name one person whom the customer serves, in the situation in which that person depends on it: not the
    /// customer, the customer's company, or us. And give the brief of an insight a `Story` of somebody who did something
    /// about it, so that there is someone to tell of.
    Warning "no-hero"
    bad r#"
customer: Customer(
    name: "Ilse Brandt",
    role: "Director of Supply",
    company: "a maker of hospital beds",
    situation: "On-time delivery has read 99% for two years, and two hospital groups have still left.",
    cares_about: ["keeping the remaining hospital groups"],
    hero: "the director of supply",
    openness: 4,
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
customer: Customer(
    name: "Ilse Brandt",
    role: "Director of Supply",
    company: "a maker of hospital beds",
    situation: "On-time delivery has read 99% for two years, and two hospital groups have still left.",
    cares_about: ["keeping the remaining hospital groups"],
    hero: "the ward nurse who needs the bed on the day the patient comes",
    openness: 4,
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

/// Who is on the rep's side of the table.
const US: [&str; 9] = ["we", "us", "you", "me", "i", "rep", "our product", "our company", "our team"];

/// What makes no other person of somebody.
const SAME: [&str; 10] =
    ["the", "a", "an", "herself", "himself", "themselves", "themself", "itself", "yourself", "ourselves"];

fn find(rule: &Rule, scenario: &Scenario) -> Vec<Problem> {
    let customer = &scenario.customer;
    let hero = bare(&customer.hero);
    // Of "a maker of beds, 140 people" the first part is who they are.
    let is = |other: &str| hero == bare(other) || hero == bare(other.split(',').next().unwrap_or(other));
    let who = if is(&customer.name) || is(customer.first_name()) || is(&customer.role) {
        Some("the customer")
    } else if is(&customer.company) {
        Some("the customer's own company")
    } else if US.contains(&hero.as_str()) {
        Some("on the rep's side of the table")
    } else {
        None
    };
    if let Some(who) = who {
        return vec![
            rule.problem(customer.span, format!("the hero, {}, is {who}", quoted(&customer.hero)))
                .label("`hero` is whom the customer serves")
                .help("name one person who depends on what the customer does, and on what: \"the nurse who needs the bed today\""),
        ];
    }
    let is_insight = matches!(scenario.opening.kind, OpeningKind::Insight { .. });
    match &scenario.brief {
        Some(brief) if is_insight && brief.stories.is_empty() => vec![
            rule.problem(brief.span, "the brief tells no story: there is nobody whom the rep could tell of")
                .label("`stories` is missing, or has nothing in it")
                .help("write `stories: [Story(hero: \"..\", before: \"..\", turn: \"..\", after: \"..\")]`, about somebody like the customer"),
        ],
        _ => Vec::new(),
    }
}

/// `who` in small letters, without articles and signs.
fn bare(who: &str) -> String {
    let who = who.to_lowercase();
    let words = who.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty() && !SAME.contains(word));
    words.collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::bare;
    use crate::check::tests::{codes_in, found_in, whole};

    const MOMENTS: &str = "moments: {\"first\": Moment(replies: [Reply(kind: TellMeMore, says: \"Go on.\", follow_ups: \
                           [FollowUp(says: \"Who waits?\", then: \"next step\")])])},";

    #[test]
    fn the_customer_by_any_name_is_no_hero_and_whom_they_serve_is() {
        let hero = "the ward nurse who needs the bed on the day the patient comes";
        let told = |who: &str| {
            let text = whole(MOMENTS).replace(hero, who);
            found_in(&text).problems.iter().any(|problem| problem.code.0 == "no-hero")
        };
        for who in
            ["Ilse", "Ilse Brandt herself", "the Director of Supply", "The maker of hospital beds", "us", "our product"]
        {
            assert!(told(who), "{who}");
        }
        for who in [hero, "Ilse's ward nurses", "her customers", "the buyers of a maker of hospital beds", "the usher"]
        {
            assert!(!told(who), "{who}");
        }
        assert_eq!(bare("The  maker, of (beds)"), "maker of beds");
    }

    #[test]
    fn an_insight_asks_for_a_story_and_a_question_does_not() {
        let brief = "brief: Brief(results: [Result(symptom: \"A\", consequence: \"B\", result: \"C\")]),";
        assert!(codes_in(&format!("{brief}\n{MOMENTS}")).contains(&"no-hero"));
        let question = "opening: Question(says: \"Why us?\", then: \"first\"),";
        assert!(!codes_in(&format!("{brief}\n{question}\n{MOMENTS}")).contains(&"no-hero"));
    }
}
