//! Brackets that do not match.

use super::mistake;

#[test]
fn a_bracket_too_many() {
    insta::assert_snapshot!(
        mistake(59, "marks: (curiosity: +2, hero: +1),", "marks: (curiosity: +2, hero: +1)),"),
        @r##"
        error[stray-bracket]: there is one `)` too many
          --> example.ron:59:61
           |
        59 | ...                   marks: (curiosity: +2, hero: +1)),
           |                                                       ^ closes something that is still needed, or nothing
           |
           = help: take it away, or write the bracket that it should close
        "##
    );
}

#[test]
fn a_bracket_too_many_on_its_own_line() {
    insta::assert_snapshot!(
        mistake(17, "        openness: 4,\n    ),", "        openness: 4,\n    ),\n    ),"),
        @r##"
        error[stray-bracket]: there is one `)` too many
          --> example.ron:17:5
           |
        17 |     ),
           |     ^ closes something that is still needed, or nothing
           |
           = help: take it away, or write the bracket that it should close
        "##
    );
}

#[test]
fn a_bracket_of_another_kind() {
    insta::assert_snapshot!(
        mistake(7, r#"tags: ["manufacturing", "operations"],"#, r#"tags: ["manufacturing", "operations"),"#),
        @r##"
        error[wrong-bracket]: `)` closes a bracket that was opened with `[`
         --> example.ron:7:41
          |
        7 |     tags: ["manufacturing", "operations"),
          |           - opened here                 ^ here must be `]`
        "##
    );
}

#[test]
fn a_thing_in_curly_brackets() {
    insta::assert_snapshot!(
        mistake(8, "customer: Customer(", "customer: Customer{"),
        @r##"
        error[wrong-bracket]: `Customer` is followed by `{`, and its fields stand in round brackets
         --> example.ron:8:23
          |
        8 |     customer: Customer{
          |                       ^ here must be `(`
        "##
    );
}

#[test]
fn text_after_the_end() {
    insta::assert_snapshot!(
        mistake(259, "    if_shut: \"shut\",\n)", "    if_shut: \"shut\",\n)\nNotes: talk to Ilse again"),
        @r##"
        error[trailing-text]: more text follows after the end of the whole
           --> example.ron:259:1
            |
        259 | Notes: talk to Ilse again
            | ^^^^^ not expected here
            |
            = help: nothing but comments may stand behind the last bracket
        "##
    );
}

#[test]
fn a_missing_opening_bracket() {
    insta::assert_snapshot!(
        mistake(8, "customer: Customer(", "customer: Customer"),
        @r##"
        error[missing-bracket]: the bracket after `Customer` is missing
         --> example.ron:8:15
          |
        8 |     customer: Customer
          |               ^^^^^^^^ write Customer( here
        "##
    );
}

#[test]
fn a_list_that_is_never_opened() {
    insta::assert_snapshot!(
        mistake(55, "follow_ups: [", "follow_ups:"),
        @r##"
        error[missing-bracket]: a list begins here without its bracket
          --> example.ron:55:25
           |
        55 |                         FollowUp(
           |                         ^^^^^^^^ write `[` before this, and `]` behind the last one
        "##
    );
}

#[test]
fn a_moment_in_square_brackets() {
    insta::assert_snapshot!(
        mistake(47, "moments: {", "moments: ["),
        @r##"
        error[wrong-bracket]: names in quotes, with colons, stand in curly brackets
          --> example.ron:47:14
           |
        47 |     moments: [
           |              ^ here must be `{`, and `}` at its end
        48 |         "first reaction": Moment(
           |         ---------------- a name
        "##
    );
}

#[test]
fn marks_in_square_brackets() {
    insta::assert_snapshot!(
        mistake(59, "marks: (curiosity: +2, hero: +1)", "marks: [curiosity: +2, hero: +1]"),
        @r##"
        error[wrong-bracket]: fields stand in round brackets
          --> example.ron:59:36
           |
        59 | ...                   marks: [curiosity: +2, hero: +1],
           |                              ^ here must be `(`, and `)` at its end
        "##
    );
}

#[test]
fn moments_in_round_brackets() {
    insta::assert_snapshot!(
        mistake(47, "moments: {", "moments: ("),
        @r##"
        error[wrong-bracket]: names in quotes, with colons, stand in curly brackets
          --> example.ron:47:14
           |
        47 |     moments: (
           |              ^ here must be `{`, and `}` at its end
        48 |         "first reaction": Moment(
           |         ---------------- a name
        "##
    );
}

#[test]
fn a_thing_in_curly_brackets_without_its_name() {
    insta::assert_snapshot!(
        mistake(8, "customer: Customer(", "customer: {"),
        @r##"
        error[wrong-bracket]: fields stand in round brackets
         --> example.ron:8:15
          |
        8 |     customer: {
          |               ^ here must be `(`, and `)` at its end
        "##
    );
}

#[test]
fn marks_without_brackets() {
    insta::assert_snapshot!(
        mistake(59, "marks: (curiosity: +2, hero: +1),", "marks: curiosity: +2, hero: +1,"),
        @r##"
        error[missing-bracket]: fields begin here without a bracket before them
          --> example.ron:59:36
           |
        59 | ...                   marks: curiosity: +2, hero: +1,
           |                              ^^^^^^^^^ write `(` before this, and `)` behind the last one
        "##
    );
}

#[test]
fn a_file_without_its_first_bracket() {
    insta::assert_snapshot!(
        mistake(4, "Scenario(", ""),
        @r##"
        error[missing-bracket]: the file begins with a field
         --> example.ron:4:5
          |
        4 |     format: 1,
          |     ^^^^^^ before the first field, write Scenario(, and `)` behind the last
        "##
    );
}

#[test]
fn a_file_in_curly_brackets() {
    insta::assert_snapshot!(
        mistake(3, "Scenario(", "Scenario {"),
        @r##"
        error[wrong-bracket]: the fields of `Scenario` stand in round brackets
         --> example.ron:3:10
          |
        3 | Scenario {
          |          ^ here must be `(`, and `)` at its end
        "##
    );
}

#[test]
fn a_label_without_brackets() {
    insta::assert_snapshot!(
        mistake(149, r#"kind: Other("Your questions")"#, r#"kind: Other "Your questions""#),
        @r##"
        error[missing-bracket]: the brackets after `Other` are missing
           --> example.ron:149:27
            |
        149 |                     kind: Other "Your questions",
            |                           ^^^^^ write Other("..")
        "##
    );
}
