//! Names that lead nowhere, or to the wrong place.

use super::mistake;

#[test]
fn a_skill_that_does_not_exist() {
    insta::assert_snapshot!(
        mistake(59, "marks: (curiosity: +2", "marks: (curiousity: +2"),
        @r##"
        error[no-such-skill]: there is no skill `curiousity`
          --> example.ron:59:37
           |
        59 | ...                   marks: (curiousity: +2, hero: +1),
           |                               ^^^^^^^^^^ did you mean `curiosity`?
           |
           = help: the skills are `hero`, `why`, `curiosity`, `consequence`, `proof` and `composure`
        "##
    );
}

#[test]
fn a_goal_that_does_not_exist() {
    insta::assert_snapshot!(
        mistake(62, r#"then: "questions""#, r#"then: "question""#),
        @r##"
        error[no-such-goal]: there is no moment or ending "question"
          --> example.ron:62:35
           |
        62 | ...                   then: "question",
           |                             ^^^^^^^^^^ did you mean "questions"?
        "##
    );
}

#[test]
fn a_fact_that_does_not_exist() {
    insta::assert_snapshot!(
        mistake(208, r#"needs: ["who decides"]"#, r#"needs: ["who decide"]"#),
        @r##"
        error[no-such-fact]: there is no fact "who decide"
           --> example.ron:208:37
            |
        208 | ...                   needs: ["who decide"],
            |                               ^^^^^^^^^^^^ did you mean "who decides"?
        "##
    );
}

#[test]
fn a_name_used_twice() {
    insta::assert_snapshot!(
        mistake(253, r#""second call": Ending"#, r#""the gap": Ending"#),
        @r##"
        error[used-twice]: the name "the gap" is used twice
           --> example.ron:253:9
            |
        198 | ...   "the gap": Moment(
            |       --------- first here
        ...
        253 | ...   "the gap": Ending(outcome: Advance, says: "Ilse gives you half an hour next week, alo...
            |       ^^^^^^^^^ again here
            |
            = help: moments and endings share their names: give each a name of its own
        "##
    );
}

#[test]
fn an_opening_that_leads_to_an_ending() {
    insta::assert_snapshot!(
        mistake(45, r#"then: "first reaction""#, r#"then: "brochure""#),
        @r##"
        error[opening-ends]: the opening leads to an ending, and the customer never answers
          --> example.ron:45:15
           |
        45 |         then: "brochure",
           |               ^^^^^^^^^^ an ending
           |
           = help: name one of the `moments`
        "##
    );
}

#[test]
fn a_moment_for_if_shut() {
    insta::assert_snapshot!(
        mistake(257, r#"if_shut: "shut""#, r#"if_shut: "the gap""#),
        @r##"
        error[shut-goes-on]: `if_shut` names a moment, and openness 0 ends a conversation
           --> example.ron:257:14
            |
        257 |     if_shut: "the gap",
            |              ^^^^^^^^^ a moment
            |
            = help: name one of the `endings`
        "##
    );
}

#[test]
fn a_circle() {
    insta::assert_snapshot!(
        mistake(146, r#"after: "the gap""#, r#"after: "questions""#),
        @r##"
        error[circle]: moments that are full send the conversation round in a circle
           --> example.ron:146:20
            |
        146 |             after: "questions",
            |                    ^^^^^^^^^^^ from here: questions → questions
            |
            = help: let one of them lead to an ending, or to a moment without `at_most`
        "##
    );
}

#[test]
fn a_name_misspelt_where_it_is_given() {
    insta::assert_snapshot!(
        mistake(144, r#""questions": Moment("#, r#""qestions": Moment("#),
        @r##"
        error[no-such-goal]: there is no moment or ending "questions", and it is used in 10 places
           --> example.ron:144:9
            |
         62 |                             then: "questions",
            |                                   ----------- used here first
        ...
        144 |         "qestions": Moment(
            |         ^^^^^^^^^^ did you mean "questions"? Nothing uses "qestions"
        "##
    );
}
