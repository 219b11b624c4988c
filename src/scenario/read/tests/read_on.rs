//! Mistakes in the signs beside other mistakes: all are told, and nothing else.

use super::*;

/// What people write wrong in the signs, and how it should be.
const SIGNS: &[(&str, &str)] = &[
    ("kind: TellMeMore,", "kind: TellMeMore"),
    ("counts\",", "counts\""),
    ("then: \"questions\",\n                        ),\n", "then: \"questions\",\n                        )\n"),
    ("            ],\n        ),\n", "            ],\n        )\n"),
    ("marks: (curiosity: +2, hero: +1),\n", "marks: (curiosity: +2, hero: +1)\n"),
    ("(curiosity: +2, hero: +1)", "(curiosity: +2 hero: +1)"),
    ("\"manufacturing\", \"operations\"", "\"manufacturing\" \"operations\""),
    ("level: Starter,", "level: Starter,,"),
    ("tags: [\"man", "tags: [, \"man"),
    ("says: \"Fair", "says \"Fair"),
    ("opens: +2", "opens +2"),
    ("\"the gap\": Moment(", "\"the gap\" Moment("),
    ("level: Starter", "level = Starter"),
    ("opens: +2", "opens = +2"),
    ("level: Starter,", "level: Starter;"),
    ("then: \"the gap\",", "then: \"the gap\";"),
    ("hero: +1),", "hero: +1);"),
    ("level: Starter", "level： Starter"),
    ("level: Starter,", "level: Starter，"),
    ("hero: -2", "hero: −2"),
    ("opens: -1", "opens: –1"),
    ("then: \"first reaction\",", "then: “first reaction”,"),
    ("\"Nine days? Tell me more.\"", "“Nine days? Tell me more.”"),
    ("\"Fair. What does?\"", "\"Fair. What does?”"),
    ("\"Fair. What does?\"", "“Fair. What does?\""),
    ("\"Fair. What does?\"", "„Fair. What does?“"),
    ("\"Fair. What does?\"", "«Fair. What does?»"),
    ("[\"manufacturing\", \"operations\"]", "[“manufacturing”, “operations”]"),
    ("\"who decides\":", "“who decides”:"),
    ("\"Fair. What does?\"", "'Fair. What does?'"),
    ("\"Nine days? Tell me more.\"", "'Nine days? Don't tell me more.'"),
    ("\"Nine days? Tell me more.\"", "`Nine days? Tell me more.`"),
    ("// A moment", "# A moment"),
    ("// A moment", "-- A moment"),
    (
        "// A moment that the conversation comes back to. Each line can be said once, and she has patience for three.",
        "<!-- A moment that the conversation comes back to. Each line can be said once, and she has patience for three. -->",
    ),
    ("level: Starter,", "level: Starter, # for a try"),
    ("openness: 4,", "openness: 4 # between 1 and 10"),
    ("level: Starter", "level:\u{a0}Starter"),
    ("    level: Starter", "\u{a0}\u{a0}\u{a0}\u{a0}level: Starter"),
    ("opens: +2", "\u{200b}opens: +2"),
    ("says: \"Fair", "\"says\": \"Fair"),
    ("(curiosity: +2, hero: +1)", "(\"curiosity\": +2, \"hero\": +1)"),
    ("\"Fair. What does?\"", "Fair. What does?"),
    ("\"Fair. What does?\"", "Fair. What does?\""),
    ("\"Fair. What does?\"", "\"Fair. What does?"),
    ("\"Fair. What does?\",", "\"Fair. What does?"),
    ("\"Nine days? Tell me more.\"", "\"Nine \"days\"? Tell me more.\""),
    ("\"Nine days? Tell me more.\"", "\"\"Nine days?\" Tell me more.\""),
    ("Fair. What does?", "Fair. \\What does?"),
    ("level: Starter,", "level: ,"),
    ("opens: +2,", "opens: ,"),
    ("follow_ups: [", "follow-ups: ["),
    ("kind: TellMeMore", "kind: Tell me more"),
    ("                        FollowUp(", "                        Follow Up("),
    ("odds: 2,", "odds: 2%,"),
    ("opens: +2", "opens: + 2"),
    ("opens: +2", "opens: +-2"),
    ("worth: 8", "worth: 8,5"),
    ("worth: 8", "worth: 8 points"),
    ("    if_shut: \"shut\",\n)", "    if_shut: \"shut\",\n)\nthanks"),
];

/// The same of brackets, of which one mistake hides what another is.
const BRACKETS: &[(&str, &str)] = &[
    ("\"manufacturing\", \"operations\"]", "\"manufacturing\", \"operations\")"),
    ("marks: (curiosity: +2, hero: +1)", "marks: {curiosity: +2, hero: +1}"),
    ("customer: Customer(", "customer: Customer{"),
    ("\"operations\"],", "\"operations\","),
    ("hero: +1),", "hero: +1,"),
    ("hero: +1),", "hero: +1)),"),
    ("        openness: 4,\n    ),", "        openness: 4,\n    ),\n    ),"),
    ("                    ],\n                ),\n", "                ),\n"),
    ("then: \"questions\",\n                        ),\n", "then: \"questions\",\n"),
    ("    },\n    endings", "    endings"),
    ("    if_shut: \"shut\",\n)", "    if_shut: \"shut\",\n"),
];

/// What else people write wrong.
const OTHERS: &[(&str, &str)] = &[
    ("level: Starter", "level: Started"),
    ("openness: 4", "openness: 11"),
    ("openness: 4", "openness: \"4\""),
    ("coach: \"True", "coash: \"True"),
    ("hears: \"Renting", "hear: \"Renting"),
    ("if_shut: \"shut\"", "if_shut: \"shout\""),
    ("hero: -2, why: -1", "hero: -4, why: -1"),
    ("(consequence: +1)", "(consequence: +1.5)"),
    ("kind: NotImportant", "kind: NotImportent"),
    ("kind: ThatsBs", "kind: \"ThatsBs\""),
    ("outcome: Advance, says: \"Ilse brings", "says: \"Ilse brings"),
    ("needs: [\"rented beds\"]", "needs: \"rented beds\""),
    ("needs: [\"rented beds\"]", "needs: [\"rented bed\"]"),
    ("reveals: [\"who decides\"]", "reveals: [\"who decide\"]"),
    ("at_most: 3", "at_most: 0"),
    ("            after: \"the gap\",\n", ""),
    ("worth: 8", "worth: 80"),
    ("odds: 2", "odds: -2"),
    ("odds: (shut: 1, wary: 2, open: 4)", "odds: (shut: 1, wary: 2)"),
    ("says: \"Fair. What does?\"", "says: \"\""),
    ("title: \"Nine", "titel: \"Nine"),
];

/// A stretch of the example, and what is written in its place.
type Change = (usize, &'static str, &'static str);

/// The code and the line in `text` of each problem.
fn told(text: &str) -> Vec<(usize, &'static str)> {
    let lines = Lines::of(text);
    let problems = read(text, &Rubric::default()).err().unwrap_or_default();
    problems.iter().map(|problem| (lines.place(problem.span.start).line, problem.code.0)).collect()
}

fn changed(changes: &[Change]) -> String {
    changes.iter().rev().fold(EXAMPLE.to_owned(), |mut text, &(at, right, wrong)| {
        text.replace_range(at..at + right.len(), wrong);
        text
    })
}

/// A number below `below`, and the next state.
fn draw(state: &mut u64, below: usize) -> usize {
    *state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
    (*state >> 33) as usize % below
}

/// One of `mistakes` at one of the places where it can be made.
fn drawn(state: &mut u64, mistakes: &[(&'static str, &'static str)]) -> Change {
    let (right, wrong) = mistakes[draw(state, mistakes.len())];
    let places: Vec<usize> = EXAMPLE.match_indices(right).map(|(at, _)| at).collect();
    assert!(!places.is_empty(), "{right}");
    (places[draw(state, places.len())], right, wrong)
}

/// Whether some lines stand between each two of `changes`.
fn are_apart(changes: &[Change]) -> bool {
    let lines = Lines::of(EXAMPLE);
    changes.windows(2).all(|pair| lines.number(pair[0].0 + pair[0].1.len()) + 1 < lines.number(pair[1].0))
}

/// Makes a mistake of each of `lists`, `times` times: each time what is told is what is told of each alone.
fn all_are_told(lists: &[&[(&'static str, &'static str)]], times: usize) {
    let mut state = lists.iter().map(|list| list.len() as u64).sum();
    let mut wrong = Vec::new();
    let mut tried = 0;
    while tried < times {
        let mut changes: Vec<Change> = lists.iter().map(|list| drawn(&mut state, list)).collect();
        changes.sort_unstable();
        if !are_apart(&changes) {
            continue;
        }
        tried += 1;
        let mut moved = 0_isize;
        let mut alone = Vec::new();
        for change in &changes {
            let found = told(&changed(&[*change]));
            alone.extend(found.iter().map(|&(line, code)| (line.saturating_add_signed(moved), code)));
            let breaks = |text: &str| text.matches('\n').count() as isize;
            moved += breaks(change.2) - breaks(change.1);
        }
        alone.sort_unstable();
        let mut found = told(&changed(&changes));
        found.sort_unstable();
        if found != alone {
            wrong.push(format!("{changes:#?}\nalone {alone:?}\nfound {found:?}"));
        }
    }
    assert!(wrong.is_empty(), "{} of {times}:\n{}", wrong.len(), wrong.join("\n\n"));
}

#[test]
fn each_of_them_alone_is_one_mistake() {
    for &(right, written) in SIGNS.iter().chain(BRACKETS).chain(OTHERS) {
        for (at, _) in EXAMPLE.match_indices(right) {
            let found = told(&changed(&[(at, right, written)]));
            // The comma behind the last one of several is not needed.
            let is_read = found.is_empty() && written.ends_with(")\n");
            assert!(found.len() == 1 || is_read, "{at}, {written}: {found:?}");
        }
    }
}

#[test]
fn a_mistake_in_the_signs_and_two_others_are_all_told() {
    all_are_told(&[SIGNS, OTHERS, OTHERS], 400);
}

#[test]
fn two_mistakes_in_the_signs_and_another_are_all_told() {
    all_are_told(&[SIGNS, SIGNS, OTHERS], 400);
}

#[test]
fn three_mistakes_in_the_signs_are_all_told() {
    all_are_told(&[SIGNS, SIGNS, SIGNS], 400);
}

#[test]
fn a_mistake_in_the_brackets_and_two_others_are_all_told() {
    all_are_told(&[BRACKETS, OTHERS, OTHERS], 400);
}

#[test]
fn a_mistake_in_the_brackets_and_one_in_the_signs_are_both_told() {
    // Where a quote is missing, brackets that stand in no text cannot be counted.
    let quotes = |text: &str| text.matches('"').count() % 2;
    let signs: Vec<_> = SIGNS.iter().copied().filter(|&(right, wrong)| quotes(right) == quotes(wrong)).collect();
    all_are_told(&[BRACKETS, &signs, OTHERS], 400);
}

#[test]
fn marks_in_curly_brackets_are_so_told_beside_another_mistake() {
    let marks = ("(curiosity: +2, hero: +1)", "{curiosity: +2, hero: +1}");
    let odds = ("odds: 2,", "odds: 2%,");
    let at = |(right, wrong): (&'static str, &'static str)| (EXAMPLE.find(right).unwrap(), right, wrong);
    assert_eq!(told(&changed(&[at(marks), at(odds)])), [(59, "wrong-bracket"), (103, "not-a-number")]);
}

#[test]
fn where_it_is_not_certain_what_was_meant_only_the_first_is_told() {
    for (right, wrong, code) in [
        ("\"manufacturing\", \"operations\"]", "#manufacturing, #operations]", "wrong-comment"),
        ("\"the gap\": Moment(", "the gap: Moment(", "missing-colon"),
        ("// A moment that", "A moment that", "missing-colon"),
        ("tags: [\"manufacturing\", \"operations\"]", "tags: • \"manufacturing\"", "wrong-sign"),
    ] {
        let (text, problems) = problems(right, wrong);
        assert_eq!(problems.iter().map(|problem| problem.code.0).collect::<Vec<_>>(), [code], "{wrong}");
        let text = text.replace("if_shut: \"shut\"", "if_shut: \"shout\"");
        let problems = read(&text, &Rubric::default()).unwrap_err();
        assert_eq!(problems.iter().map(|problem| problem.code.0).collect::<Vec<_>>(), [code], "{wrong}");
        let help = problems[0].help.as_deref().unwrap_or("");
        assert!(help.ends_with("the rest of the file is looked at once this is mended"), "{wrong}: {help}");
    }
}

#[test]
fn where_all_is_looked_at_nothing_is_said_of_a_rest() {
    let (_, problems) = problems("level: Starter,", "level: Starter;");
    assert_eq!(problems[0].help, None);
    let (_, problems) = super::problems("counts\",", "counts\"");
    assert!(!problems[0].help.as_deref().unwrap_or("").contains("the rest"));
}

#[test]
fn places_are_those_of_the_text_as_it_was_written() {
    let text = changed(&[
        (
            EXAMPLE.find("\"Nine days nobody counts\"").unwrap(),
            "\"Nine days nobody counts\"",
            "“Nine days nobody counts”",
        ),
        (EXAMPLE.find("\"questions\": Moment(").unwrap(), "\"questions\": Moment(", "\"first reaction\": Moment("),
    ]);
    let problems = read(&text, &Rubric::default()).unwrap_err();
    let [quote, twice, ..] = problems.as_slice() else { panic!("{problems:#?}") };
    assert_eq!(&text[quote.span.start..quote.span.end], "“");
    assert_eq!(&text[twice.span.start..twice.span.end], "\"first reaction\"");
    let &(first, _) = twice.others.first().unwrap();
    assert_eq!(&text[first.start..first.end], "\"first reaction\"");
    assert!(first.end < twice.span.start);
}

#[test]
fn of_very_many_mistakes_in_the_signs_the_first_twenty_and_one_are_told() {
    let text = EXAMPLE.replace("\",\n", "\";\n");
    let found = told(&text);
    assert_eq!(found.len(), 21);
    assert!(found.iter().all(|&(_, code)| code == "wrong-sign"), "{found:?}");
    assert!(found.windows(2).all(|pair| pair[0].0 < pair[1].0), "{found:?}");
}
