//! Habits from other formats and word processors, and values that a comment swallows.

use super::mistake;

#[test]
fn a_bracket_too_many_between_two_moments() {
    insta::assert_snapshot!(
        mistake(143, "        // A moment that", "        },\n        // A moment that"),
        @r##"
        error[stray-bracket]: there is one `}` too many
           --> example.ron:143:9
            |
        143 |         },
            |         ^ closes something that is still needed, or nothing
            |
            = help: take it away, or write the bracket that it should close
        "##
    );
}

#[test]
fn a_fact_whose_text_is_a_comment() {
    insta::assert_snapshot!(
        mistake(39, "\"rented beds\": \"Two", "\"rented beds\": // \"Two"),
        @r##"
        error[missing-value]: nothing follows after `"rented beds":`
          --> example.ron:39:22
           |
        39 |         "rented beds": // "Two groups rented beds while they waited.",
           |                      ^ a value is missing here
           |
           = help: what stands behind // is a comment and is not read; write the value before it
        "##
    );
}

#[test]
fn a_value_in_a_comment() {
    insta::assert_snapshot!(
        mistake(6, "level: Starter", "level: // Starter"),
        @r##"
        error[missing-value]: nothing follows after `level:`
         --> example.ron:6:10
          |
        6 |     level: // Starter,
          |          ^ a value is missing here
          |
          = help: what stands behind // is a comment and is not read; write the value before it
        "##
    );
}

#[test]
fn an_address_without_quotes() {
    insta::assert_snapshot!(
        mistake(61, "coach: \"She asked", "coach: http://x \"She asked"),
        @r##"
        error[text-without-quotes]: an address stands here without quotes
          --> example.ron:61:36
           |
        61 | ...   coach: http://x "She asked for more, and you gave her own wards the floor. The gap ope...
           |              ^^^^^^^^ belongs between the quotes
           |
           = help: outside of quotes // begins a comment, and what follows on its line is not read
        "##
    );
}

#[test]
fn a_list_with_dashes() {
    insta::assert_snapshot!(
        mistake(8, "tags: [\"manufacturing\", \"operations\"],", "tags:\n        - manufacturing\n        - operations,"),
        @r##"
        error[wrong-sign]: a list is not written with dashes or dots
         --> example.ron:8:9
          |
        8 |         - manufacturing
          |         ^ not the beginning of an item
          |
          = help: write square brackets around the list, and commas between its items: ["a", "b"]
        "##
    );
}

#[test]
fn a_list_with_dashes_and_quotes() {
    insta::assert_snapshot!(
        mistake(8, "tags: [\"manufacturing\", \"operations\"],", "tags: [\n        - \"manufacturing\",\n        - \"operations\"],"),
        @r##"
        error[wrong-sign]: a list is not written with dashes or dots
         --> example.ron:8:9
          |
        8 |         - "manufacturing",
          |         ^ not the beginning of an item
          |
          = help: write square brackets around the list, and commas between its items: ["a", "b"]
        "##
    );
}

#[test]
fn a_comment_behind_a_semicolon() {
    insta::assert_snapshot!(
        mistake(6, "level: Starter,", "level: Starter, ; easy"),
        @r##"
        error[wrong-comment]: a comment does not begin with `;`
         --> example.ron:6:21
          |
        6 |     level: Starter, ; easy
          |                     ^ not the beginning of a comment
          |
          = help: write // before a comment
        "##
    );
}

#[test]
fn a_comment_of_a_web_page() {
    insta::assert_snapshot!(
        mistake(143, "// A moment that", "<!-- A moment that"),
        @r##"
        error[wrong-comment]: a comment does not begin with `<!--`
           --> example.ron:143:9
            |
        143 | ...   <!-- A moment that the conversation comes back to. Each line can be said once, and sh...
            |       ^^^^ not the beginning of a comment
            |
            = help: write // before each of its lines, and take <!-- and --> away
        "##
    );
}

#[test]
fn a_minus_of_a_word_processor() {
    insta::assert_snapshot!(
        mistake(66, "hero: -2", "hero: \u{2212}2"),
        @r##"
        error[wrong-sign]: `−` (U+2212) is not an ordinary minus
          --> example.ron:66:43
           |
        66 | ...                   marks: (hero: −2, why: -1),
           |                                     ^ type a hyphen here: -
        "##
    );
}

#[test]
fn a_dash_for_a_minus() {
    insta::assert_snapshot!(
        mistake(66, "hero: -2", "hero: \u{2013}2"),
        @r##"
        error[wrong-sign]: `–` (U+2013) is not an ordinary minus
          --> example.ron:66:43
           |
        66 | ...                   marks: (hero: –2, why: -1),
           |                                     ^ type a hyphen here: -
        "##
    );
}

#[test]
fn a_wide_bracket() {
    insta::assert_snapshot!(
        mistake(59, "marks: (curiosity: +2, hero: +1)", "marks: \u{ff08}curiosity: +2, hero: +1\u{ff09}"),
        @r##"
        error[wrong-sign]: this is not an ordinary bracket
          --> example.ron:59:36
           |
        59 | ...                   marks: （curiosity: +2, hero: +1）,
           |                              ^^ write `(` here
        "##
    );
}

#[test]
fn a_wide_bracket_at_the_end() {
    insta::assert_snapshot!(
        mistake(59, "marks: (curiosity: +2, hero: +1)", "marks: (curiosity: +2, hero: +1\u{ff09}"),
        @r##"
        error[wrong-sign]: this is not an ordinary bracket
          --> example.ron:59:60
           |
        59 | ...                   marks: (curiosity: +2, hero: +1）,
           |                                                      ^^ write `)` here
        "##
    );
}

#[test]
fn two_versions_of_a_line() {
    insta::assert_snapshot!(
        mistake(6, "    level: Starter,", "<<<<<<< HEAD\n    level: Starter,\n=======\n    level: Hard,\n>>>>>>> hers"),
        @r##"
        error[conflict-mark]: `<<<<<<<` marks lines of which two versions were put together
         --> example.ron:6:1
          |
        6 | <<<<<<< HEAD
          | ^^^^^^^ left by the tool that put them together, such as git
          |
          = help: keep one of the two versions, and take the lines with <<<<<<<, ======= and >>>>>>> away
        "##
    );
}
