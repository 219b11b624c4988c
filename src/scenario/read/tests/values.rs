//! Values of the wrong sort or size.

use super::mistake;

#[test]
fn a_misspelt_word() {
    insta::assert_snapshot!(
        mistake(51, "kind: TellMeMore", "kind: TellMeMor"),
        @r##"
        error[unknown-word]: `kind` cannot be `TellMeMor`
          --> example.ron:51:27
           |
        51 |                     kind: TellMeMor,
           |                           ^^^^^^^^^ did you mean TellMeMore?
           |
           = help: write TellMeMore, ThatsBs, NotImportant, DifferentView or Other("a label")
        "##
    );
}

#[test]
fn a_word_in_quotes() {
    insta::assert_snapshot!(
        mistake(51, "kind: TellMeMore", r#"kind: "TellMeMore""#),
        @r##"
        error[quoted-word]: `kind` is a word without quotes
          --> example.ron:51:27
           |
        51 |                     kind: "TellMeMore",
           |                           ^^^^^^^^^^^^ a text
           |
           = help: write TellMeMore, without quotes
        "##
    );
}

#[test]
fn a_word_with_another_first_letter() {
    insta::assert_snapshot!(
        mistake(51, "kind: TellMeMore", "kind: tellMeMore"),
        @r##"
        error[unknown-word]: `kind` cannot be `tellMeMore`
          --> example.ron:51:27
           |
        51 |                     kind: tellMeMore,
           |                           ^^^^^^^^^^ did you mean TellMeMore?
           |
           = help: write TellMeMore, ThatsBs, NotImportant, DifferentView or Other("a label")
        "##
    );
}

#[test]
fn a_misspelt_level() {
    insta::assert_snapshot!(
        mistake(6, "level: Starter", "level: Started"),
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
fn a_label_that_is_missing() {
    insta::assert_snapshot!(
        mistake(149, r#"kind: Other("Your questions")"#, "kind: Other"),
        @r##"
        error[wrong-sort]: `Other` needs one label in quotes
           --> example.ron:149:27
            |
        149 |                     kind: Other,
            |                           ^^^^^ with which label?
            |
            = help: write it like this: Other("Your questions")
        "##
    );
}

#[test]
fn a_text_for_a_list() {
    insta::assert_snapshot!(
        mistake(58, r#"reveals: ["rented beds"]"#, r#"reveals: "rented beds""#),
        @r##"
        error[wrong-sort]: `reveals` must be a list, and here is a text
          --> example.ron:58:38
           |
        58 | ...                   reveals: "rented beds",
           |                                ^^^^^^^^^^^^^ here must be a list
           |
           = help: put square brackets around it: ["rented beds"]
        "##
    );
}

#[test]
fn a_list_for_a_text() {
    insta::assert_snapshot!(
        mistake(5, r#"title: "Nine days nobody counts""#, r#"title: ["Nine days nobody counts"]"#),
        @r##"
        error[wrong-sort]: `title` must be a text in quotes, and here is a list
         --> example.ron:5:12
          |
        5 |     title: ["Nine days nobody counts"],
          |            ^ here must be a text in quotes
          |
          = help: `title` takes one text, without square brackets
        "##
    );
}

#[test]
fn a_number_in_quotes() {
    insta::assert_snapshot!(
        mistake(15, "openness: 4", r#"openness: "4""#),
        @r##"
        error[wrong-sort]: `openness` is a number, and here is a text
          --> example.ron:15:19
           |
        15 |         openness: "4",
           |                   ^^^ not a number
           |
           = help: take the quotes away: 4
        "##
    );
}

#[test]
fn a_number_with_a_decimal_point() {
    insta::assert_snapshot!(
        mistake(60, "opens: +2", "opens: 2.5"),
        @r##"
        error[not-whole]: `opens` is a whole number, and 2.5 is not
          --> example.ron:60:36
           |
        60 | ...                   opens: 2.5,
           |                              ^^^ not a whole number
           |
           = help: write a whole number from -10 to +10, such as 2
        "##
    );
}

#[test]
fn a_yes_for_a_number() {
    insta::assert_snapshot!(
        mistake(60, "opens: +2", "opens: true"),
        @r##"
        error[wrong-sort]: `opens` is a number, and here is the word `true`
          --> example.ron:60:36
           |
        60 | ...                   opens: true,
           |                              ^^^^ not a number
           |
           = help: write a whole number from -10 to +10
        "##
    );
}

#[test]
fn a_mark_out_of_range() {
    insta::assert_snapshot!(
        mistake(59, "hero: +1)", "hero: +4)"),
        @r##"
        error[out-of-range]: a mark cannot be +4
          --> example.ron:59:58
           |
        59 | ...                   marks: (curiosity: +2, hero: +4),
           |                                                    ^^ must be a whole number from -3 to +3
        "##
    );
}

#[test]
fn an_openness_out_of_range() {
    insta::assert_snapshot!(
        mistake(15, "openness: 4", "openness: 0"),
        @r##"
        error[out-of-range]: `openness` cannot be 0
          --> example.ron:15:19
           |
        15 |         openness: 0,
           |                   ^ must be a whole number from 1 to 10
        "##
    );
}

#[test]
fn odds_out_of_range() {
    insta::assert_snapshot!(
        mistake(103, "odds: 2", "odds: 200"),
        @r##"
        error[out-of-range]: `odds` cannot be 200
           --> example.ron:103:27
            |
        103 |                     odds: 200,
            |                           ^^^ must be a whole number from 0 to 100
        "##
    );
}

#[test]
fn an_opening_with_bands() {
    insta::assert_snapshot!(
        mistake(45, r#"then: "first reaction""#, r#"then: (shut: "questions", wary: "questions", open: "first reaction")"#),
        @r##"
        error[wrong-sort]: `then` of the opening must be one name in quotes, and here is something in round
                           brackets
          --> example.ron:45:15
           |
        45 |         then: (shut: "questions", wary: "questions", open: "first reaction"),
           |               ^ here must be one name in quotes
           |
           = help: the openness at the start is the customer's, so there is nothing to choose by: name one
                   moment
        "##
    );
}

#[test]
fn an_empty_text() {
    insta::assert_snapshot!(
        mistake(74, r#"coach: "True, and about the wards. But you told her what she could have found out.""#, r#"coach: """#),
        @r##"
        error[empty-text]: `coach` is empty
          --> example.ron:74:36
           |
        74 | ...                   coach: "",
           |                              ^^ nothing is written here
           |
           = help: write something between the quotes; a field that may be left out can go altogether
        "##
    );
}

#[test]
fn nothing_in_says() {
    insta::assert_snapshot!(
        mistake(150, r#"says: ["What would you want to know?", "What else?", "One more, then I have the plant."]"#, "says: []"),
        @r##"
        error[empty-list]: there is nothing in `says`
           --> example.ron:150:27
            |
        150 |                     says: [],
            |                           ^^ empty
            |
            = help: write what the customer says
        "##
    );
}

#[test]
fn a_name_without_quotes() {
    insta::assert_snapshot!(
        mistake(62, r#"then: "questions""#, "then: questions"),
        @r##"
        error[wrong-sort]: `then` must be a text in quotes, and here is the word `questions`
          --> example.ron:62:35
           |
        62 | ...                   then: questions,
           |                             ^^^^^^^^^ here must be a text in quotes
           |
           = help: put quotes around it: "questions"
        "##
    );
}

#[test]
fn a_list_in_round_brackets() {
    insta::assert_snapshot!(
        mistake(173, r#"needs: ["rented beds"]"#, r#"needs: ("rented beds")"#),
        @r##"
        error[wrong-sort]: `needs` must be a list, and here is something in round brackets
           --> example.ron:173:36
            |
        173 | ...                   needs: ("rented beds"),
            |                              ^ here must be a list
            |
            = help: put square brackets around it, also where there is only one: [..]
        "##
    );
}

#[test]
fn a_title_that_is_too_long() {
    insta::assert_snapshot!(
        mistake(5, r#"title: "Nine days nobody counts""#, r#"title: "Nine days that nobody counts, and what they do to a ward nurse""#),
        @r##"
        error[too-long]: the title has 62 characters, and at most 60 fit
         --> example.ron:5:12
          |
        5 |     title: "Nine days that nobody counts, and what they do to a ward nurse",
          |            ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ 2 too many
        "##
    );
}

#[test]
fn bands_in_curly_brackets() {
    insta::assert_snapshot!(
        mistake(53, "odds: (shut: 1, wary: 2, open: 4)", r#"odds: {"shut": 1, "wary": 2, "open": 4}"#),
        @r##"
        error[wrong-sort]: `odds` must be one value, or three in round brackets, and here is something in
                           curly brackets
          --> example.ron:53:27
           |
        53 |                     odds: {"shut": 1, "wary": 2, "open": 4},
           |                           ^ here must be one value, or three in round brackets
           |
           = help: write round brackets: (shut: .., wary: .., open: ..)
        "##
    );
}
