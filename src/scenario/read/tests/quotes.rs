//! Texts, quotes and comments.

use super::mistake;

#[test]
fn a_curly_quote_at_the_beginning() {
    insta::assert_snapshot!(
        mistake(52, r#"says: "Nine days? Tell me more.""#, r#"says: “Nine days? Tell me more.""#),
        @r##"
        error[curly-quote]: a curly quote stands where a straight one belongs
          --> example.ron:52:27
           |
        52 |                     says: “Nine days? Tell me more.",
           |                           ^ write " here
           |
           = help: switch "smart quotes" off in the editor, or type the quotes of the text again
        "##
    );
}

#[test]
fn a_curly_quote_at_the_end() {
    insta::assert_snapshot!(
        mistake(52, r#"says: "Nine days? Tell me more.","#, r#"says: "Nine days? Tell me more.”,"#),
        @r##"
        error[curly-quote]: a curly quote stands where a straight one belongs
          --> example.ron:52:52
           |
        52 |                     says: "Nine days? Tell me more.”,
           |                                                    ^ write " here
           |
           = help: switch "smart quotes" off in the editor, or type the quotes of the text again
        "##
    );
}

#[test]
fn curly_quotes_on_both_sides() {
    insta::assert_snapshot!(
        mistake(5, r#"title: "Nine days nobody counts""#, "title: “Nine days nobody counts”"),
        @r##"
        error[curly-quote]: a curly quote stands where a straight one belongs
         --> example.ron:5:12
          |
        5 |     title: “Nine days nobody counts”,
          |            ^ write " here
          |
          = help: switch "smart quotes" off in the editor, or type the quotes of the text again
        "##
    );
}

#[test]
fn a_quote_inside_a_text() {
    insta::assert_snapshot!(
        mistake(52, r#"says: "Nine days? Tell me more.""#, r#"says: "Nine "days"? Tell me more.""#),
        @r##"
        error[quote-in-text]: a quote ends this text before its end
          --> example.ron:52:33
           |
        52 |                     says: "Nine "days"? Tell me more.",
           |                                 ^ the text ends here
           |
           = help: inside a text write \" for a quote, or use single quotes there
        "##
    );
}

#[test]
fn a_quote_at_the_beginning_of_a_text() {
    insta::assert_snapshot!(
        mistake(52, r#"says: "Nine days? Tell me more.""#, r#"says: ""Nine days"? Tell me more.""#),
        @r##"
        error[quote-in-text]: a quote ends this text before its end
          --> example.ron:52:28
           |
        52 |                     says: ""Nine days"? Tell me more.",
           |                            ^ the text ends here
           |
           = help: inside a text write \" for a quote, or use single quotes there
        "##
    );
}

#[test]
fn a_quoted_sentence_in_a_text() {
    insta::assert_snapshot!(
        mistake(52, r#"says: "Nine days? Tell me more.""#, r#"says: "Nine days", she said, "Tell me more.""#),
        @r##"
        error[quote-in-text]: a quote ends this text before its end
          --> example.ron:52:37
           |
        52 |                     says: "Nine days", she said, "Tell me more.",
           |                                     ^ the text ends here
           |
           = help: inside a text write \" for a quote, or use single quotes there
        "##
    );
}

#[test]
fn a_forgotten_closing_quote() {
    insta::assert_snapshot!(
        mistake(52, r#"says: "Nine days? Tell me more.","#, r#"says: "Nine days? Tell me more.,"#),
        @r##"
        error[unclosed-text]: this text has no closing quote
          --> example.ron:52:27
           |
        52 |                     says: "Nine days? Tell me more.,
           |                           ^^^^^^^^^^^^^^^^^^^^^^^^^^ begins here and does not end on this line
           |
           = help: write " at the end of the text, before the comma
        "##
    );
}

#[test]
fn a_forgotten_closing_quote_in_a_name() {
    insta::assert_snapshot!(
        mistake(144, r#""questions": Moment("#, r#""questions: Moment("#),
        @r##"
        error[unclosed-text]: this text has no closing quote
           --> example.ron:144:9
            |
        144 |         "questions: Moment(
            |         ^^^^^^^^^^^^^^^^^^^ begins here and does not end on this line
            |
            = help: write " at the end of the text, before the comma
        "##
    );
}

#[test]
fn a_forgotten_opening_quote() {
    insta::assert_snapshot!(
        mistake(52, r#"says: "Nine days? Tell me more.","#, r#"says: Nine days? Tell me more.","#),
        @r##"
        error[text-without-quotes]: a text stands here without quotes
          --> example.ron:52:27
           |
        52 |                     says: Nine days? Tell me more.",
           |                           ^^^^^^^^^^^^^^^^^^^^^^^^ the quote before it is missing
           |
           = help: write " at the beginning of the text too
        "##
    );
}

#[test]
fn a_text_without_quotes() {
    insta::assert_snapshot!(
        mistake(5, r#"title: "Nine days nobody counts""#, "title: Nine days nobody counts"),
        @r##"
        error[text-without-quotes]: a text stands here without quotes
         --> example.ron:5:12
          |
        5 |     title: Nine days nobody counts,
          |            ^^^^^^^^^^^^^^^^^^^^^^^ words without quotes
          |
          = help: write the text between quotes: ".."
        "##
    );
}

#[test]
fn single_quotes() {
    insta::assert_snapshot!(
        mistake(5, r#"title: "Nine days nobody counts""#, "title: 'Nine days nobody counts'"),
        @r##"
        error[single-quote]: a text stands between double quotes, not single ones
         --> example.ron:5:12
          |
        5 |     title: 'Nine days nobody counts',
          |            ^ not a quote that begins a text
          |
          = help: write ".." around the text
        "##
    );
}

#[test]
fn a_comment_with_a_hash() {
    insta::assert_snapshot!(
        mistake(143, "// A moment that the conversation", "# A moment that the conversation"),
        @r##"
        error[wrong-comment]: a comment does not begin with `#`
           --> example.ron:143:9
            |
        143 | ...   # A moment that the conversation comes back to. Each line can be said once, and she h...
            |       ^ not the beginning of a comment
            |
            = help: write // before a comment
        "##
    );
}

#[test]
fn a_comment_that_never_ends() {
    insta::assert_snapshot!(
        mistake(143, "// A moment that the conversation", "/* A moment that the conversation"),
        @r##"
        error[unclosed-comment]: this comment has no end
           --> example.ron:143:9
            |
        143 | ...   /* A moment that the conversation comes back to. Each line can be said once, and she ...
            |       ^^ begins here
            |
            = help: write */ where it ends, or // before each of its lines
        "##
    );
}

#[test]
fn a_backslash_that_means_nothing() {
    insta::assert_snapshot!(
        mistake(52, r#"says: "Nine days? Tell me more.""#, "says: \"Nine days \\d? Tell me more.\""),
        @r##"
        error[bad-escape]: a backslash is followed by something that it has no meaning with
          --> example.ron:52:38
           |
        52 |                     says: "Nine days \d? Tell me more.",
           |                                      ^^ not known
           |
           = help: write \\ for a backslash, and \" for a quote inside a text
        "##
    );
}

#[test]
fn a_forgotten_quote_at_the_very_end() {
    insta::assert_snapshot!(
        mistake(257, r#"if_shut: "shut","#, r#"if_shut: "shut,"#),
        @r##"
        error[unclosed-text]: this text has no closing quote
           --> example.ron:257:14
            |
        257 |     if_shut: "shut,
            |              ^^^^^^ begins here and does not end on this line
            |
            = help: write " at the end of the text, before the comma
        "##
    );
}

#[test]
fn a_forgotten_quote_in_a_list() {
    insta::assert_snapshot!(
        mistake(173, r#"needs: ["rented beds"]"#, r#"needs: ["rented beds]"#),
        @r##"
        error[unclosed-text]: this text has no closing quote
           --> example.ron:173:37
            |
        173 | ...                   needs: ["rented beds],
            |                               ^^^^^^^^^^^^^^ begins here and does not end on this line
            |
            = help: write " at the end of the text, before the comma
        "##
    );
}

#[test]
fn a_forgotten_quote_in_a_fact() {
    insta::assert_snapshot!(
        mistake(39, r#"while they waited.","#, "while they waited.,"),
        @r##"
        error[unclosed-text]: this text has no closing quote
          --> example.ron:39:24
           |
        39 |         "rented beds": "Two groups rented beds while they waited.,
           |                        ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ begins here and does not end on this line
           |
           = help: write " at the end of the text, before the comma
        "##
    );
}

#[test]
fn a_full_stop_outside_the_quotes() {
    insta::assert_snapshot!(
        mistake(52, r#"says: "Nine days? Tell me more.","#, r#"says: "Nine days? Tell me more".,"#),
        @r##"
        error[quote-in-text]: a quote ends this text before its end
          --> example.ron:52:51
           |
        52 |                     says: "Nine days? Tell me more".,
           |                                                   ^ the text ends here, and more follows
           |
           = help: move the quote to the end of the text
        "##
    );
}

#[test]
fn an_unquoted_question_mark() {
    insta::assert_snapshot!(
        mistake(106, r#"says: "Fair. What does?","#, r#"says: "Fair. What does"?,"#),
        @r##"
        error[quote-in-text]: a quote ends this text before its end
           --> example.ron:106:51
            |
        106 | ...                   says: "Fair. What does"?,
            |                                             ^ the text ends here, and more follows
            |
            = help: move the quote to the end of the text
        "##
    );
}

#[test]
fn an_escape_written_in_a_text() {
    insta::assert_snapshot!(
        mistake(52, r#"says: "Nine days? Tell me more.""#, "says: \"Nine days?\\u{1b}[2J\""),
        @r##"
        error[control-character]: a control character is written in a text
          --> example.ron:52:38
           |
        52 |                     says: "Nine days?\u{1b}[2J",
           |                                      ^^^^^^ this stands for a character that no one can read
           |
           = help: take it out: such characters can act on a terminal
        "##
    );
}

#[test]
fn a_control_character_in_a_comment() {
    insta::assert_snapshot!(
        mistake(143, "// A moment", "// A\u{7} moment"),
        @r##"
        error[control-character]: a control character (U+0007) stands in the file
           --> example.ron:143:13
            |
        143 | ...   // A? moment that the conversation comes back to. Each line can be said once, and she...
            |           ^ a character that no one can read
            |
            = help: take it out: such characters can act on a terminal
        "##
    );
}

#[test]
fn a_kind_as_it_is_spoken() {
    insta::assert_snapshot!(
        mistake(80, "kind: ThatsBs", "kind: That's BS"),
        @r##"
        error[unknown-word]: `kind` cannot be `That's BS`
          --> example.ron:80:27
           |
        80 |                     kind: That's BS,
           |                           ^^^^^^^^^ did you mean ThatsBs?
           |
           = help: write TellMeMore, ThatsBs, NotImportant, DifferentView or Other("a label")
        "##
    );
}

#[test]
fn one_letter_in_single_quotes() {
    insta::assert_snapshot!(
        mistake(52, r#"says: "Nine days? Tell me more.""#, "says: 'N'"),
        @r##"
        error[single-quote]: a text stands between double quotes, not single ones
          --> example.ron:52:27
           |
        52 |                     says: 'N',
           |                           ^^^ write "N"
        "##
    );
}
