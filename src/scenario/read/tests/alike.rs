//! What a person cannot tell apart, and what stands twice.

use super::{EXAMPLE, mistake};
use crate::scenario::{Rubric, read::read};

#[test]
fn a_space_at_the_end_of_a_name() {
    insta::assert_snapshot!(mistake(62, r#"then: "questions""#, r#"then: "questions ""#), @r##"
        error[no-such-goal]: there is no moment or ending "questions" with a space at its end
          --> example.ron:62:35
           |
        62 | ...                   then: "questions ",
           |                             ^^^^^^^^^^^^ did you mean "questions"?
        "##);
}

#[test]
fn a_space_at_the_end_of_a_name_where_it_is_given() {
    insta::assert_snapshot!(mistake(144, r#""questions": Moment("#, r#""questions ": Moment("#), @r##"
        error[no-such-goal]: there is no moment or ending "questions", and it is used in 10 places
           --> example.ron:144:9
            |
         62 |                             then: "questions",
            |                                   ----------- used here first
        ...
        144 |         "questions ": Moment(
            |         ^^^^^^^^^^^^
            |
            = note: line 144: did you mean "questions"? Nothing uses "questions" with a space at its end
        "##);
}

#[test]
fn a_no_break_space_in_a_name() {
    insta::assert_snapshot!(mistake(146, r#"after: "the gap""#, "after: \"the\u{a0}gap\""), @r##"
        error[no-such-goal]: there is no moment or ending "the gap" with a no-break space in it
           --> example.ron:146:20
            |
        146 |             after: "the gap",
            |                    ^^^^^^^^^ did you mean "the gap"?
        "##);
}

#[test]
fn a_no_break_space_in_the_name_of_a_fact() {
    insta::assert_snapshot!(mistake(208, r#"needs: ["who decides"]"#, "needs: [\"who\u{a0}decides\"]"), @r##"
        error[no-such-fact]: there is no fact "who decides" with a no-break space in it
           --> example.ron:208:37
            |
        208 | ...                   needs: ["who decides"],
            |                               ^^^^^^^^^^^^^ did you mean "who decides"?
        "##);
}

#[test]
fn two_names_that_differ_in_a_capital_letter() {
    insta::assert_snapshot!(mistake(253, r#""second call": Ending"#, r#""The gap": Ending"#), @r##"
        error[used-twice]: two names differ only in small and capital letters
           --> example.ron:253:9
            |
        198 | ...   "the gap": Moment(
            |       --------- here "the gap"
        ...
        253 | ...   "The gap": Ending(outcome: Advance, says: "Ilse gives you half an hour next week, alo...
            |       ^^^^^^^^^ here "The gap"
            |
            = help: moments and endings share their names: give each a name of its own
        "##);
}

#[test]
fn two_facts_that_differ_in_a_space() {
    insta::assert_snapshot!(mistake(40, r#""who decides": "The"#, "\"rented  beds \": \"The"), @r##"
        error[used-twice]: two names differ only in spaces
          --> example.ron:40:9
           |
        39 |         "rented beds": "Two groups rented beds while they waited.",
           |         ------------- here "rented beds"
        40 |         "rented  beds ": "The quoted date is set by finance, not by supply.",
           |         ^^^^^^^^^^^^^^^ here "rented beds" with a space at its end
           |
           = help: give every fact a name of its own
        "##);
}

#[test]
fn the_same_line_may_stand_twice_where_a_fact_decides_which_is_offered() {
    let copy = "FollowUp(says: \"Then put the rented beds beside the two groups. I would like to see what the nine days \
                cost.\", unless: [\"rented beds\"], then: \"the gap\"),\n                        FollowUp(\n                            \
                says: \"Is there a budget";
    let text = EXAMPLE.replacen("FollowUp(\n                            says: \"Is there a budget", copy, 1);
    assert_ne!(text, EXAMPLE);
    assert!(read(&text, &Rubric::default()).is_ok());
}

#[test]
fn the_same_line_twice_in_one_reply() {
    insta::assert_snapshot!(
        mistake(113, "Shouldn't it? Two of your hospital groups left over it.", "Fair. What does?"),
        @r##"
        error[line-twice]: two follow-ups of one reply have the same words
           --> example.ron:113:35
            |
        106 | ...                   says: "Fair. What does?",
            |                             ------------------ first here
        ...
        113 | ...                   says: "Fair. What does?",
            |                             ^^^^^^^^^^^^^^^^^^ again here
            |
            = help: a line can be said once: change the words of one of them, or take it away
        "##
    );
}

#[test]
fn no_endings() {
    let all = &super::EXAMPLE[super::EXAMPLE.find("endings: {").unwrap()..super::EXAMPLE.find("    if_shut").unwrap()];
    insta::assert_snapshot!(mistake(251, all, "endings: {},\n"), @r##"
        error[empty-list]: there is nothing in `endings`
           --> example.ron:251:14
            |
        251 |     endings: {},
            |              ^^ empty
            |
            = help: a conversation needs an ending
        "##);
}

#[test]
fn no_moments() {
    let all =
        &super::EXAMPLE[super::EXAMPLE.find("moments: {").unwrap()..super::EXAMPLE.find("    endings: {").unwrap()];
    insta::assert_snapshot!(mistake(47, all, "moments: {},\n"), @r##"
        error[empty-list]: there is nothing in `moments`
          --> example.ron:47:14
           |
        47 |     moments: {},
           |              ^^ empty
           |
           = help: a conversation needs a moment
        "##);
}

#[test]
fn marks_in_curly_brackets_without_quotes() {
    insta::assert_snapshot!(
        mistake(59, "marks: (curiosity: +2, hero: +1)", "marks: {curiosity: +2, hero: +1}"),
        @r##"
        error[wrong-bracket]: marks stand in round brackets
          --> example.ron:59:36
           |
        59 | ...                   marks: {curiosity: +2, hero: +1},
           |                              ^ here must be `(`, and `)` at its end
           |
           = help: write skills and their marks like this: (hero: +2, why: -1)
        "##
    );
}

#[test]
fn a_mistake_in_a_file_with_old_line_ends_is_shown_at_its_line() {
    let text = super::EXAMPLE.replacen("level: Starter", "level: Started", 1).replace('\n', "\r");
    let problems = super::read(&text, &super::Rubric::default()).unwrap_err();
    let style = super::Style { color: false, width: 100 };
    insta::assert_snapshot!(
        super::render(super::Source { name: "example.ron", text: &text }, &problems[0], style),
        @r##"
        error[unknown-word]: `level` cannot be `Started`
         --> example.ron:6:12
          |
        6 |     level: Started,
          |            ^^^^^^^ did you mean Starter?
          |
          = help: write Starter, Working or Hard
        "##
    );
}

#[test]
fn a_number_written_with_a_power_is_out_of_range() {
    insta::assert_snapshot!(mistake(60, "opens: +2", "opens: 1e3"), @r##"
        error[out-of-range]: `opens` cannot be 1e3
          --> example.ron:60:36
           |
        60 | ...                   opens: 1e3,
           |                              ^^^ must be a whole number from -10 to +10
        "##);
}

#[test]
fn a_number_with_a_decimal_point_beyond_the_range() {
    insta::assert_snapshot!(mistake(60, "opens: +2", "opens: 12.5"), @r##"
        error[not-whole]: `opens` is a whole number, and 12.5 is not
          --> example.ron:60:36
           |
        60 | ...                   opens: 12.5,
           |                              ^^^^ not a whole number
           |
           = help: write a whole number from -10 to +10, such as 10
        "##);
}

#[test]
fn a_yes_for_facts() {
    insta::assert_snapshot!(
        mistake(173, r#"needs: ["rented beds"]"#, "needs: yes"),
        @r##"
        error[wrong-sort]: `needs` must be a list, and here is the word `yes`
           --> example.ron:173:36
            |
        173 | ...                   needs: yes,
            |                              ^^^ here must be a list
            |
            = help: write names of facts, in quotes and square brackets: ["a fact"]
        "##
    );
}
