//! Marks without brackets, texts without their first quote, figures in letters, names in other letters.

use super::mistake;

#[test]
fn marks_without_brackets_and_colons() {
    insta::assert_snapshot!(mistake(66, "marks: (hero: -2, why: -1),", "marks: hero -2, why −1,"), @r##"
        error[missing-bracket]: marks stand in round brackets, each skill with a colon
          --> example.ron:66:36
           |
        66 | ...                   marks: hero -2, why −1,
           |                              ^^^^^^^^^^^^^^^ write (hero: -2, why: -1)
        "##);
}

#[test]
fn a_text_without_its_first_quote_and_with_a_question_mark_in_it() {
    let (right, wrong) = ("says: \"Nine days? Tell me more.\"", "says: Nine days? Tell me more.\"");
    insta::assert_snapshot!(mistake(52, right, wrong), @r##"
        error[text-without-quotes]: a text stands here without quotes
          --> example.ron:52:27
           |
        52 |                     says: Nine days? Tell me more.",
           |                           ^^^^^^^^^^^^^^^^^^^^^^^^ the quote before it is missing
           |
           = help: write " at the beginning of the text too
        "##);
}

#[test]
fn a_text_without_its_first_quote_is_told_so_whatever_stands_in_it() {
    for text in
        ["Well, nine days!", "Nine: that is a lot", "9 days? No", "¿Nine days?", "No; (not) so", "Nine & ten", "…so"]
    {
        let wrong = format!("says: {text}\"");
        let told = mistake(52, "says: \"Nine days? Tell me more.\"", &wrong);
        assert!(told.contains("the quote before it is missing"), "{told}");
    }
    for text in ["Nine days!", "Nine days? No?"] {
        let told = mistake(52, "says: \"Nine days? Tell me more.\"", &format!("says: {text}"));
        assert!(told.contains("a text stands here without quotes"), "{told}");
    }
}

#[test]
fn rich_text() {
    let text = "{\\rtf1\\ansi\\ansicpg1252\n{\\fonttbl\\f0 Helvetica;}\nScenario(\\\n";
    let problems = super::read(text, &super::Rubric::default()).unwrap_err();
    let style = super::Style { color: false, width: 100 };
    insta::assert_snapshot!(super::render(super::Source { name: "x.ron", text }, &problems[0], style), @r##"
        error[unreadable]: this is rich text, and a scenario is plain text
         --> x.ron:1:1
          |
        1 | {\rtf1\ansi\ansicpg1252
          | ^^^^^ rich text begins like this
          |
          = help: save it as plain text, in TextEdit with Format > Make Plain Text, elsewhere with Save as;
                  the name of the file ends in .ron
        "##);
}

#[test]
fn a_figure_in_letters() {
    insta::assert_snapshot!(mistake(15, "openness: 4", "openness: four"), @r##"
        error[wrong-sort]: `openness` is a number, and here is the word `four`
          --> example.ron:15:19
           |
        15 |         openness: four,
           |                   ^^^^ not a number
           |
           = help: write it in figures: 4; it takes a whole number from 1 to 10
        "##);
    insta::assert_snapshot!(mistake(15, "openness: 4", "openness: Middling"), @r##"
        error[wrong-sort]: `openness` is a number, and here is the word `Middling`
          --> example.ron:15:19
           |
        15 |         openness: Middling,
           |                   ^^^^^^^^ not a number
           |
           = help: write a whole number from 1 to 10
        "##);
}

#[test]
fn a_name_with_other_capital_letters_is_told_where_it_is_used() {
    insta::assert_snapshot!(mistake(62, "then: \"questions\"", "then: \"Questions\""), @r##"
        error[no-such-goal]: there is no moment or ending "Questions", and there is "questions"
           --> example.ron:62:35
            |
         62 |                             then: "Questions",
            |                                   ^^^^^^^^^^^ did you mean "questions"?
        ...
        144 |         "questions": Moment(
            |         ----------- the name as it is given
            |
            = help: small and capital letters count: write the name in the same way everywhere
        "##);
    insta::assert_snapshot!(mistake(62, "\"questions\": Moment(", "\"Questions\": Moment("), @r##"
        error[no-such-goal]: there is no moment or ending "questions", and there is "Questions"
           --> example.ron:62:35
            |
         62 |                             then: "questions",
            |                                   ^^^^^^^^^^^ did you mean "Questions"?
        ...
        144 |         "Questions": Moment(
            |         ----------- the name as it is given
            |
            = help: small and capital letters count: write the name in the same way everywhere; it is used
                    in 10 places
        "##);
}
