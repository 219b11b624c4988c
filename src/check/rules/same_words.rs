use std::collections::{HashMap, HashSet};

use crate::check::Rule;
use crate::check::rule::rule;
use crate::check::told::{listed, quoted};
use crate::problem::Problem;
use crate::scenario::{Band, FactId, FollowUp, Goal, Moment, Reply, Scenario, SkillId};

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

/// So many pairs of copies of one line are looked at: enough for any list that was written by hand.
const MOST_PAIRS: usize = 20_000;

/// The first two of `copies`, which are those of one line, that differ and can both be met; and how many more differ from
/// the second, which is like most of them.
fn odd_and_usual<'c, 's>(copies: &'c [Copy<'s>]) -> Option<(&'c Copy<'s>, &'c Copy<'s>, Vec<&'c Copy<'s>>)> {
    let mut groups: Vec<Vec<&Copy<'s>>> = Vec::new();
    let mut group_of: HashMap<Content<'s>, usize> = HashMap::new();
    for copy in copies {
        let group = *group_of.entry(content(copy.1)).or_insert(groups.len());
        if group == groups.len() {
            groups.push(Vec::new());
        }
        groups[group].push(copy);
    }
    if groups.len() < 2 {
        return None;
    }
    // Copies that ask for the same facts stand for each other.
    for group in &mut groups {
        let mut asked = HashSet::new();
        group.retain(|copy| asked.insert([&copy.0.needs, &copy.0.unless, &copy.1.needs, &copy.1.unless]));
    }
    // The first of the largest.
    let sizes = group_sizes(copies, &group_of, groups.len());
    let usual = (0..groups.len()).rev().max_by_key(|&group| sizes[group])?;
    let mut pairs = MOST_PAIRS;
    let mut meet = |one: usize, two: usize| {
        groups[one].iter().flat_map(|one| groups[two].iter().map(move |two| (*one, *two))).find(|(one, two)| {
            pairs = pairs.saturating_sub(1);
            pairs > 0 && !either_or(one, two)
        })
    };
    let mut others = (0..groups.len()).filter(|&group| group != usual).filter_map(|group| meet(group, usual));
    if let Some((odd, usual)) = others.next() {
        return Some((odd, usual, others.map(|(odd, _)| odd).take(2).collect()));
    }
    drop(others);
    let all = (0..groups.len()).flat_map(|one| (one + 1..groups.len()).map(move |two| (two, one)));
    let (odd, usual) = all.take(MOST_PAIRS).find_map(|(two, one)| meet(two, one))?;
    Some((odd, usual, Vec::new()))
}

/// How many of `copies` each of so many groups has.
fn group_sizes<'s>(copies: &[Copy<'s>], group_of: &HashMap<Content<'s>, usize>, groups: usize) -> Vec<usize> {
    let mut sizes = vec![0; groups];
    for copy in copies {
        if let Some(&group) = group_of.get(&content(copy.1)) {
            sizes[group] += 1;
        }
    }
    sizes
}

/// What a copy of a line says and does: copies with the same are the same.
type Content<'s> = (Vec<(SkillId, i8)>, i8, Option<&'s str>, Vec<FactId>, [Goal; 3]);

fn content(line: &FollowUp) -> Content<'_> {
    (marks(line), line.opens, line.hears.as_deref(), reveals(line), Band::ALL.map(|band| line.then.at(band)))
}

/// What is wrong with the `copies` of one line: those that differ from what most of them are.
fn one_line(rule: &Rule, scenario: &Scenario, copies: &[Copy<'_>]) -> Option<Problem> {
    let (odd, usual, others) = odd_and_usual(copies)?;
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
    for other in others {
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
        let key = |skill: SkillId| &scenario.rubric.skills[skill.index()].key;
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
fn marks(line: &FollowUp) -> Vec<(SkillId, i8)> {
    let mut marks: Vec<_> = line.marks.iter().copied().filter(|&(_, mark)| mark != 0).collect();
    marks.sort_unstable();
    marks
}

/// The facts that `line` reveals, in the order of the file.
fn reveals(line: &FollowUp) -> Vec<FactId> {
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

    #[test]
    fn a_third_copy_that_nothing_sets_apart_is_told_though_the_first_two_are_either_or() {
        let text = copies([
            "needs: [\"who\"], opens: -1, then: \"next step\"",
            "unless: [\"who\"], opens: +1, then: \"next step\"",
            "opens: +1, then: \"next step\"",
        ]);
        assert!(codes_in(&text).contains(&"same-words"));
    }
}
