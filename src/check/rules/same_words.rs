use crate::check::Rule;
use crate::check::rule::rule;
use crate::check::told::{listed, quoted};
use crate::problem::Problem;
use crate::scenario::{Band, FollowUp, Moment, Reply, Scenario};

rule! {
    /// The same words stand under two replies of a moment, and mean something else there.
    ///
    /// The same words in one moment are one line, and once said they are gone from both replies. So a list of lines may
    /// be copied under every reply. If the marks, `opens`, `hears`, `reveals` or `then` of the copies differ, the same
    /// sentence is judged in two ways, and most often a list was copied and then changed in one place only.
    ///
    /// Make the copies the same. Where the reply before it does make the difference, say the line in other words, as a
    /// person would. Copies of which a fact decides which one is on offer, one with `needs` and one with `unless`, may
    /// differ.
    Warning "same-words"
    bad r#"
moments: {
    "first": Moment(replies: [
        Reply(kind: TellMeMore, says: "Nine days? Go on.", follow_ups: [
            FollowUp(says: "What did the wards do in the meantime?", marks: (curiosity: +2), opens: +1, then: "next step"),
            FollowUp(says: "Shall I bring a price?", marks: (why: -2), then: "brochure"),
        ]),
        Reply(kind: NotImportant, says: "It does not keep me awake.", follow_ups: [
            FollowUp(says: "What did the wards do in the meantime?", marks: (curiosity: +1), opens: +1, then: "brochure"),
            FollowUp(says: "Fair. What does?", marks: (composure: +1), then: "next step"),
        ]),
    ]),
},
"#
    good r#"
moments: {
    "first": Moment(replies: [
        Reply(kind: TellMeMore, says: "Nine days? Go on.", follow_ups: [
            FollowUp(says: "What did the wards do in the meantime?", marks: (curiosity: +2), opens: +1, then: "next step"),
            FollowUp(says: "Shall I bring a price?", marks: (why: -2), then: "brochure"),
        ]),
        Reply(kind: NotImportant, says: "It does not keep me awake.", follow_ups: [
            FollowUp(says: "What did the wards do in the meantime?", marks: (curiosity: +2), opens: +1, then: "next step"),
            FollowUp(says: "Fair. What does?", marks: (composure: +1), then: "next step"),
        ]),
    ]),
},
"#
    InWords(find)
}

fn find(rule: &Rule, scenario: &Scenario) -> Vec<Problem> {
    let mut found = Vec::new();
    for moment in &scenario.moments {
        let lines = moment.replies.iter().map(|reply| reply.follow_ups.len()).sum::<usize>();
        if lines > moment.lines as usize {
            found.extend(copies(moment).iter().filter_map(|copies| one_line(rule, scenario, copies)));
        }
    }
    found
}

/// One place where a line stands.
type Copy<'s> = (&'s Reply, &'s FollowUp);

/// The places of each line of `moment`.
fn copies(moment: &Moment) -> Vec<Vec<Copy<'_>>> {
    let mut copies = vec![Vec::new(); moment.lines as usize];
    for reply in &moment.replies {
        for line in &reply.follow_ups {
            copies[line.line as usize].push((reply, line));
        }
    }
    copies
}

/// What is wrong with the `copies` of one line: those that differ from what most of them are.
fn one_line(rule: &Rule, scenario: &Scenario, copies: &[Copy<'_>]) -> Option<Problem> {
    let is_same = |one: &Copy<'_>, other: &Copy<'_>| differences(scenario, one.1, other.1).is_empty();
    let like = |copy: &Copy<'_>| copies.iter().filter(|other| is_same(copy, other)).count();
    // The first of those that are the most.
    let usual = copies.iter().rev().max_by_key(|copy| like(copy))?;
    let mut others = copies.iter().filter(|copy| !is_same(copy, usual) && !either_or(copy, usual));
    let odd = others.next()?;
    let differences = differences(scenario, odd.1, usual.1);
    let fields: Vec<String> = differences.iter().map(|(field, ..)| format!("`{field}`")).collect();
    let here: Vec<&str> = differences.iter().map(|(_, here, _)| here.as_str()).collect();
    let there: Vec<&str> = differences.iter().map(|(.., there)| there.as_str()).collect();
    let message =
        format!("{} stands twice in one moment, with different {}", quoted(&odd.1.says), listed(&fields, "and"));
    let mut problem = rule
        .problem(odd.1.span, message)
        .label(format!("here {}", here.join(", ")))
        .see(usual.1.span, format!("here {}", there.join(", ")));
    for other in others.take(2) {
        problem = problem.see(other.1.span, "and here it differs as well");
    }
    Some(problem.help("make them the same; or, where the reply makes the difference, say it in other words"))
}

/// The fields in which two copies of a line differ, with what each of the two says there.
fn differences(scenario: &Scenario, one: &FollowUp, other: &FollowUp) -> Vec<(&'static str, String, String)> {
    let mut differences = Vec::new();
    let mut differ = |is_same: bool, field: &'static str, told: &dyn Fn(&FollowUp) -> String| {
        if !is_same {
            differences.push((field, told(one), told(other)));
        }
    };
    differ(marks(one) == marks(other), "marks", &|line| {
        let key = |skill: crate::scenario::SkillId| &scenario.rubric.skills[skill.index()].key;
        let marks: Vec<_> = marks(line).iter().map(|&(skill, mark)| format!("{} {mark:+}", key(skill))).collect();
        if marks.is_empty() { "no marks".to_owned() } else { marks.join(" ") }
    });
    differ(one.opens == other.opens, "opens", &|line| format!("opens {:+}", line.opens));
    differ(one.hears == other.hears, "hears", &|line| {
        line.hears.as_deref().map_or_else(|| "hears nothing".to_owned(), |hears| format!("hears {}", quoted(hears)))
    });
    differ(reveals(one) == reveals(other), "reveals", &|line| {
        let names: Vec<_> = line.reveals.iter().map(|&fact| quoted(&scenario.fact(fact).name)).collect();
        if names.is_empty() { "reveals nothing".to_owned() } else { format!("reveals {}", names.join(" and ")) }
    });
    let then = |line: &FollowUp| Band::ALL.map(|band| line.then.at(band));
    differ(then(one) == then(other), "then", &|line| {
        let mut names: Vec<_> = then(line).iter().map(|&goal| quoted(scenario.goal_name(goal))).collect();
        names.dedup();
        format!("then {}", names.join(" / "))
    });
    differences
}

/// The marks of `line` that count, by skill.
fn marks(line: &FollowUp) -> Vec<(crate::scenario::SkillId, i8)> {
    let mut marks: Vec<_> = line.marks.iter().copied().filter(|&(_, mark)| mark != 0).collect();
    marks.sort_unstable();
    marks
}

/// The facts that `line` reveals, in the order of the file.
fn reveals(line: &FollowUp) -> Vec<crate::scenario::FactId> {
    let mut facts = line.reveals.clone();
    facts.sort_unstable();
    facts
}

/// Whether a fact decides which of the two is on offer.
fn either_or(one: &Copy<'_>, other: &Copy<'_>) -> bool {
    let parts = |one: &Copy<'_>, other: &Copy<'_>| {
        let mut needs = one.0.needs.iter().chain(&one.1.needs);
        needs.any(|fact| other.0.unless.contains(fact) || other.1.unless.contains(fact))
    };
    parts(one, other) || parts(other, one)
}

#[cfg(test)]
mod tests {
    use crate::check::tests::{codes_in, found_in, whole};

    /// A moment with three copies of one line that have these fields.
    fn copies(fields: [&str; 3]) -> String {
        let reply = |fields: &str| {
            format!(
                "Reply(kind: TellMeMore, says: \"Go on.\", follow_ups: [FollowUp(says: \"Who waits?\", coach: \"A\", \
                 {fields}), FollowUp(says: \"I see.\", coach: \"B\", then: \"next step\")]),"
            )
        };
        let replies: String = fields.map(reply).concat();
        format!("facts: {{\"who\": \"The ward.\"}},\nmoments: {{\"first\": Moment(replies: [{replies}])}},")
    }

    #[test]
    fn copies_that_say_the_same_in_other_ways_are_the_same() {
        let text = copies([
            "marks: (hero: +1, why: 0), then: \"next step\"",
            "marks: (why: 0, hero: +1), opens: 0, then: (shut: \"next step\", wary: \"next step\", open: \"next step\")",
            "marks: (hero: +1), unless: [\"who\"], then: \"next step\"",
        ]);
        assert!(!codes_in(&text).contains(&"same-words"));
    }

    #[test]
    fn the_one_that_was_changed_is_told_and_not_the_two_that_are_alike() {
        let text = whole(&copies([
            "opens: -1, then: \"next step\"",
            "opens: +1, then: \"next step\"",
            "opens: +1, then: \"next step\"",
        ]));
        let found = found_in(&text).problems;
        let found: Vec<_> = found.iter().filter(|problem| problem.code.0 == "same-words").collect();
        let [problem] = found.as_slice() else { panic!("{found:#?}") };
        assert_eq!(problem.span.start, text.find("\"Who waits?\"").unwrap());
        assert_eq!(problem.message, "\"Who waits?\" stands twice in one moment, with different `opens`");
        assert_eq!((problem.label.as_str(), problem.others[0].1.as_str()), ("here opens -1", "here opens +1"));
    }

    #[test]
    fn a_fact_may_decide_between_two_copies() {
        let text = copies([
            "needs: [\"who\"], opens: -1, then: \"next step\"",
            "unless: [\"who\"], opens: +1, then: \"next step\"",
            "unless: [\"who\"], opens: +1, then: \"next step\"",
        ]);
        assert!(!codes_in(&text).contains(&"same-words"));
    }
}
