//! Fields and the things that have them.

use super::mistake;

#[test]
fn a_field_in_two_words() {
    insta::assert_snapshot!(
        mistake(54, "follow_ups: [", "follow ups: ["),
        @r##"
        error[unknown-field]: `follow ups` is not the name of a field
          --> example.ron:54:21
           |
        54 |                     follow ups: [
           |                     ^^^^^^^^^^ did you mean `follow_ups`?
        "##
    );
}

#[test]
fn some_around_a_value() {
    insta::assert_snapshot!(
        mistake(257, r#"if_shut: "shut""#, r#"if_shut: Some("shut")"#),
        @r##"
        error[needless-some]: `Some(..)` is written around `if_shut`
           --> example.ron:257:14
            |
        257 |     if_shut: Some("shut"),
            |              ^^^^ not needed
            |
            = help: write the value itself, without Some and its brackets
        "##
    );
}

#[test]
fn none_for_a_value() {
    insta::assert_snapshot!(
        mistake(6, "level: Starter", "level: None"),
        @r##"
        error[needless-some]: `None` is written for `level`
         --> example.ron:6:12
          |
        6 |     level: None,
          |            ^^^^ not needed
          |
          = help: leave the field out
        "##
    );
}

#[test]
fn a_misspelt_field_that_must_be_there() {
    insta::assert_snapshot!(
        mistake(5, r#"title: "Nine"#, r#"titel: "Nine"#),
        @r##"
        error[unknown-field]: the scenario has no field `titel`
         --> example.ron:5:5
          |
        5 |     titel: "Nine days nobody counts",
          |     ^^^^^ did you mean `title`?
        "##
    );
}

#[test]
fn a_misspelt_field_that_may_be_there() {
    insta::assert_snapshot!(
        mistake(74, r#"coach: "True"#, r#"coash: "True"#),
        @r##"
        error[unknown-field]: a follow-up has no field `coash`
          --> example.ron:74:29
           |
        74 | ...   coash: "True, and about the wards. But you told her what she could have found out.",
           |       ^^^^^ did you mean `coach`?
        "##
    );
}

#[test]
fn a_field_that_does_not_exist() {
    insta::assert_snapshot!(
        mistake(6, "level: Starter", "difficulty: Starter"),
        @r##"
        error[unknown-field]: the scenario has no field `difficulty`
         --> example.ron:6:5
          |
        6 |     difficulty: Starter,
          |     ^^^^^^^^^^ not known
          |
          = help: the fields of the scenario are `format`, `title`, `level`, `tags`, `customer`, `brief`,
                  `facts`, `opening`, `moments`, `endings`, `if_shut` and `allow`
        "##
    );
}

#[test]
fn a_field_that_stands_twice() {
    insta::assert_snapshot!(
        mistake(6, "level: Starter,", "level: Starter, level: Hard,"),
        @r##"
        error[field-twice]: the field `level` stands twice
         --> example.ron:6:21
          |
        6 |     level: Starter, level: Hard,
          |     -----           ^^^^^ again here
          |     |
          |     first here
          |
          = help: take one of them away
        "##
    );
}

#[test]
fn a_field_that_is_missing() {
    insta::assert_snapshot!(
        mistake(79, "                    kind: ThatsBs,\n", ""),
        @r##"
        error[missing-field]: a reply has no `kind`
          --> example.ron:79:17
           |
        79 |                 Reply(
           |                 ^^^^^ `kind` is missing
           |
           = help: every reply needs it
        "##
    );
}

#[test]
fn a_misspelt_name_of_a_thing() {
    insta::assert_snapshot!(
        mistake(55, "FollowUp(", "Followup("),
        @r##"
        error[wrong-name]: `Followup(..)` stands where FollowUp(..) belongs
          --> example.ron:55:25
           |
        55 |                         Followup(
           |                         ^^^^^^^^ did you mean FollowUp?
        "##
    );
}

#[test]
fn another_thing() {
    insta::assert_snapshot!(
        mistake(8, "customer: Customer(", "customer: Brief("),
        @r##"
        error[wrong-name]: `Brief(..)` stands where Customer(..) belongs
         --> example.ron:8:15
          |
        8 |     customer: Brief(
          |               ^^^^^ the customer is written Customer(..)
        "##
    );
}

#[test]
fn a_band_that_is_missing() {
    insta::assert_snapshot!(
        mistake(53, "odds: (shut: 1, wary: 2, open: 4)", "odds: (shut: 1, open: 4)"),
        @r##"
        error[missing-band]: `odds` does not say what happens where the customer is wary
          --> example.ron:53:27
           |
        53 |                     odds: (shut: 1, open: 4),
           |                           ^ `wary` missing
           |
           = help: write all three: (shut: .., wary: .., open: ..)
        "##
    );
}

#[test]
fn at_most_without_after() {
    insta::assert_snapshot!(
        mistake(145, "            after: \"the gap\",\n", ""),
        @r##"
        error[half-a-limit]: a moment has `at_most` and no `after`
           --> example.ron:145:22
            |
        145 |             at_most: 3,
            |                      ^ `after` is missing
            |
            = help: `after` says where the conversation goes instead: write both, or neither
        "##
    );
}

#[test]
fn a_value_without_its_field() {
    insta::assert_snapshot!(
        mistake(252, r#"Ending(outcome: Advance, says: "Ilse brings"#, r#"Ending(Advance, says: "Ilse brings"#),
        @r##"
        error[unnamed-field]: a value stands here without the name of its field
           --> example.ron:252:29
            |
        252 | ...   "next step": Ending(Advance, says: "Ilse brings finance to a working session on Thurs...
            |                           ^^^^^^^ which field is this?
            |
            = help: write the name and a colon before it; several values for one field stand in a list:
                    [.., ..]
        "##
    );
}

#[test]
fn several_texts_without_a_list() {
    insta::assert_snapshot!(
        mistake(7, r#"tags: ["manufacturing", "operations"],"#, r#"tags: "manufacturing", "operations","#),
        @r##"
        error[unnamed-field]: a value stands here without the name of its field
         --> example.ron:7:28
          |
        7 |     tags: "manufacturing", "operations",
          |                            ^^^^^^^^^^^^ which field is this?
          |
          = help: write the name and a colon before it; several values for one field stand in a list:
                  [.., ..]
        "##
    );
}

#[test]
fn a_field_with_a_capital() {
    insta::assert_snapshot!(
        mistake(6, "level: Starter", "Level: Starter"),
        @r##"
        error[unknown-field]: the scenario has no field `Level`
         --> example.ron:6:5
          |
        6 |     Level: Starter,
          |     ^^^^^ did you mean `level`?
        "##
    );
}

#[test]
fn a_newer_format() {
    insta::assert_snapshot!(
        mistake(4, "format: 1", "format: 2"),
        @r##"
        error[newer-format]: this file is written in format 2; this tellmore reads format 1: a newer
                             tellmore is needed
         --> example.ron:4:13
          |
        4 |     format: 2,
          |             ^
        "##
    );
}

#[test]
fn marks_without_figures() {
    insta::assert_snapshot!(
        mistake(59, "marks: (curiosity: +2, hero: +1),", "marks: (curiosity, hero),"),
        @r##"
        error[unnamed-field]: a mark without the skill that it is for
          --> example.ron:59:37
           |
        59 | ...                   marks: (curiosity, hero),
           |                               ^^^^^^^^^ for which skill?
           |
           = help: write the skill and a colon before it: (hero: +2)
        "##
    );
}
