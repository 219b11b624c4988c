//! Commas, colons and characters that do not belong.

use super::mistake;

#[test]
fn a_comma_missing_at_the_end_of_a_line() {
    insta::assert_snapshot!(
        mistake(5, r#"title: "Nine days nobody counts","#, r#"title: "Nine days nobody counts""#),
        @r##"
        error[missing-comma]: a comma is missing here
         --> example.ron:5:36
          |
        5 |     title: "Nine days nobody counts"
          |                                    ^ write `,` after this
          |
          = help: every line in a list and every field but the last ends with a comma
        "##
    );
}

#[test]
fn a_comma_missing_after_a_bracket() {
    insta::assert_snapshot!(
        mistake(59, "                            marks: (curiosity: +2, hero: +1),", "                            marks: (curiosity: +2, hero: +1)"),
        @r##"
        error[missing-comma]: a comma is missing here
          --> example.ron:59:60
           |
        59 | ...                   marks: (curiosity: +2, hero: +1)
           |                                                      ^ write `,` after this
           |
           = help: every line in a list and every field but the last ends with a comma
        "##
    );
}

#[test]
fn a_comma_missing_in_a_list() {
    insta::assert_snapshot!(
        mistake(7, r#""manufacturing", "operations""#, r#""manufacturing" "operations""#),
        @r##"
        error[missing-comma]: a comma is missing here
         --> example.ron:7:26
          |
        7 |     tags: ["manufacturing" "operations"],
          |                          ^ write `,` after this
        "##
    );
}

#[test]
fn a_comma_missing_between_follow_ups() {
    insta::assert_snapshot!(
        mistake(63, "                            then: \"questions\",\n                        ),\n                        FollowUp(\n                            says: \"Our", "                            then: \"questions\",\n                        )\n                        FollowUp(\n                            says: \"Our"),
        @r##"
        error[missing-comma]: a comma is missing here
          --> example.ron:63:25
           |
        63 |                         )
           |                         ^ write `,` after this
           |
           = help: every line in a list and every field but the last ends with a comma
        "##
    );
}

#[test]
fn a_comma_too_many() {
    insta::assert_snapshot!(
        mistake(6, "level: Starter,", "level: Starter,,"),
        @r##"
        error[extra-comma]: there is one comma too many
         --> example.ron:6:20
          |
        6 |     level: Starter,,
          |                    ^ nothing stands before it
        "##
    );
}

#[test]
fn a_no_break_space() {
    insta::assert_snapshot!(
        mistake(6, "level: Starter", "level:\u{a0}Starter"),
        @r##"
        error[invisible-character]: a no-break space (U+00A0) stands here
         --> example.ron:6:11
          |
        6 |     level: Starter,
          |           ^ it looks like a space, or like nothing
          |
          = help: delete it and type an ordinary space; copied text often brings such characters along
        "##
    );
}

#[test]
fn a_space_without_width() {
    insta::assert_snapshot!(
        mistake(6, "level: Starter", "\u{200b}level: Starter"),
        @r##"
        error[invisible-character]: a space without width (U+200B) stands here
         --> example.ron:6:5
          |
        6 |     �level: Starter,
          |     ^ it looks like a space, or like nothing
          |
          = help: delete it and type an ordinary space; copied text often brings such characters along
        "##
    );
}

#[test]
fn an_equals_sign_for_a_colon() {
    insta::assert_snapshot!(
        mistake(6, "level: Starter", "level = Starter"),
        @r##"
        error[wrong-sign]: `=` stands where a colon belongs
         --> example.ron:6:11
          |
        6 |     level = Starter,
          |           ^ write `:` between a name and its value
        "##
    );
}

#[test]
fn a_semicolon_for_a_comma() {
    insta::assert_snapshot!(
        mistake(6, "level: Starter,", "level: Starter;"),
        @r##"
        error[wrong-sign]: `;` stands where a comma belongs
         --> example.ron:6:19
          |
        6 |     level: Starter;
          |                   ^ write `,` here
        "##
    );
}

#[test]
fn a_missing_colon() {
    insta::assert_snapshot!(
        mistake(52, r#"says: "Nine days? Tell me more.""#, r#"says "Nine days? Tell me more.""#),
        @r##"
        error[missing-colon]: the colon after this name is missing
          --> example.ron:52:21
           |
        52 |                     says "Nine days? Tell me more.",
           |                     ^^^^ write `:` behind it
        "##
    );
}

#[test]
fn a_missing_colon_after_a_name() {
    insta::assert_snapshot!(
        mistake(144, r#""questions": Moment("#, r#""questions" Moment("#),
        @r##"
        error[missing-colon]: the colon after this name is missing
           --> example.ron:144:9
            |
        144 |         "questions" Moment(
            |         ^^^^^^^^^^^ write `:` behind it
        "##
    );
}

#[test]
fn a_missing_value() {
    insta::assert_snapshot!(
        mistake(6, "level: Starter,", "level: ,"),
        @r##"
        error[missing-value]: nothing follows after `level:`
         --> example.ron:6:10
          |
        6 |     level: ,
          |          ^ a value is missing here
          |
          = help: write a value, or take the whole field away
        "##
    );
}

#[test]
fn a_field_in_quotes() {
    insta::assert_snapshot!(
        mistake(5, r#"title: "Nine"#, r#""title": "Nine"#),
        @r##"
        error[quoted-field]: the name of a field stands in quotes
         --> example.ron:5:5
          |
        5 |     "title": "Nine days nobody counts",
          |     ^^^^^^^ write title, without quotes
        "##
    );
}

#[test]
fn a_sign_too_many() {
    insta::assert_snapshot!(
        mistake(60, "opens: +2", "opens: +-2"),
        @r##"
        error[not-a-number]: `+-2` is not a number
          --> example.ron:60:36
           |
        60 | ...                   opens: +-2,
           |                              ^^^ not a number
           |
           = help: write a number such as 2, +2 or -2
        "##
    );
}

#[test]
fn a_unit_after_a_number() {
    insta::assert_snapshot!(
        mistake(253, "worth: 8)", "worth: 8 points)"),
        @r##"
        error[not-a-number]: something that is no number follows a number
           --> example.ron:253:113
            |
        253 | ... next week, alone.", worth: 8 points),
            |                                  ^^^^^^ not part of a number
            |
            = help: write the number alone; a text stands between quotes
        "##
    );
}

#[test]
fn a_percent_sign() {
    insta::assert_snapshot!(
        mistake(103, "odds: 2,", "odds: 2%,"),
        @r##"
        error[not-a-number]: something that is no number follows a number
           --> example.ron:103:28
            |
        103 |                     odds: 2%,
            |                            ^ not part of a number
            |
            = help: write the number alone; a text stands between quotes
        "##
    );
}

#[test]
fn a_comma_missing_before_a_new_moment() {
    insta::assert_snapshot!(
        mistake(142, "            ],\n        ),\n        // A moment", "            ],\n        )\n        // A moment"),
        @r##"
        error[missing-comma]: a comma is missing here
           --> example.ron:142:9
            |
        142 |         )
            |         ^ write `,` after this
            |
            = help: every line in a list and every field but the last ends with a comma
        "##
    );
}

#[test]
fn a_bullet() {
    insta::assert_snapshot!(
        mistake(13, r#""not adding stock"]"#, r#"• "not adding stock"]"#),
        @r##"
        error[wrong-sign]: a list is not written with dashes or dots
          --> example.ron:13:64
           |
        13 |         cares_about: ["keeping the remaining hospital groups", • "not adding stock"],
           |                                                                ^ not the beginning of an item
           |
           = help: write square brackets around the list, and commas between its items: ["a", "b"]
        "##
    );
}

#[test]
fn a_sign_apart_from_its_number() {
    insta::assert_snapshot!(
        mistake(60, "opens: +2,", "opens: + 2,"),
        @r##"
        error[not-a-number]: a sign stands apart from its number
          --> example.ron:60:36
           |
        60 | ...                   opens: + 2,
           |                              ^ write it and the number together
        "##
    );
}

#[test]
fn marks_without_colons() {
    insta::assert_snapshot!(
        mistake(59, "marks: (curiosity: +2, hero: +1),", "marks: (curiosity +2, hero +1),"),
        @r##"
        error[missing-colon]: the colon after this name is missing
          --> example.ron:59:37
           |
        59 | ...                   marks: (curiosity +2, hero +1),
           |                               ^^^^^^^^^ write `:` behind it
        "##
    );
}

#[test]
fn a_decimal_comma() {
    insta::assert_snapshot!(
        mistake(253, "worth: 8", "worth: 8,5"),
        @r##"
        error[not-a-number]: a number is written with a decimal comma
           --> example.ron:253:111
            |
        253 | ...t week, alone.", worth: 8,5),
            |                            ^^^ write a point in place of the comma
        "##
    );
}
