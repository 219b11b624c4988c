//! Brackets that are never closed.

use super::mistake;

#[test]
fn a_list_that_is_never_closed() {
    insta::assert_snapshot!(
        mistake(7, r#"tags: ["manufacturing", "operations"],"#, r#"tags: ["manufacturing", "operations","#),
        @r##"
        error[unclosed-bracket]: the bracket `[` that opened on line 7 is never closed
         --> example.ron:7:11
          |
        7 |     tags: ["manufacturing", "operations",
          |           ^ opened here
        8 |     customer: Customer(
          |     -------- `]` is missing before this
          |
          = help: write `]` where it ends
        "##
    );
}

#[test]
fn marks_that_are_never_closed() {
    insta::assert_snapshot!(
        mistake(59, "marks: (curiosity: +2, hero: +1),", "marks: (curiosity: +2, hero: +1,"),
        @r##"
        error[unclosed-bracket]: the bracket `(` that opened on line 59 is never closed
          --> example.ron:59:36
           |
        59 | ...                   marks: (curiosity: +2, hero: +1,
           |                              ^ opened here
        60 | ...                   opens: +2,
           |                       ----- `)` is missing before this
           |
           = help: write `)` where it ends
        "##
    );
}

#[test]
fn a_follow_up_that_is_never_closed() {
    insta::assert_snapshot!(
        mistake(63, "                            then: \"questions\",\n                        ),\n                        FollowUp(\n                            says: \"Our", "                            then: \"questions\",\n                        FollowUp(\n                            says: \"Our"),
        @r##"
        error[unclosed-bracket]: the bracket `FollowUp(` that opened on line 55 is never closed
          --> example.ron:63:25
           |
        55 |                         FollowUp(
           |                                 - opened here
        ...
        63 |                         FollowUp(
           |                         ^^^^^^^^ `)` is missing before this
           |
           = help: write `)` where it ends
        "##
    );
}

#[test]
fn follow_ups_that_are_never_closed() {
    insta::assert_snapshot!(
        mistake(77, "                    ],\n                ),\n                Reply(\n                    kind: ThatsBs,", "                ),\n                Reply(\n                    kind: ThatsBs,"),
        @r##"
        error[unclosed-bracket]: the bracket `[` that opened on line 54 is never closed
          --> example.ron:77:17
           |
        54 |                     follow_ups: [
           |                                 - opened here
        ...
        77 |                 ),
           |                 ^ `]` is missing before this
           |
           = help: write `]` where it ends
        "##
    );
}

#[test]
fn moments_that_are_never_closed() {
    insta::assert_snapshot!(
        mistake(250, "    },\n    endings: {", "    endings: {"),
        @r##"
        error[unclosed-bracket]: the bracket `{` that opened on line 47 is never closed
           --> example.ron:250:5
            |
         47 |     moments: {
            |              - opened here
        ...
        250 |     endings: {
            |     ^^^^^^^ `}` is missing before this
            |
            = help: write `}` where it ends
        "##
    );
}

#[test]
fn the_last_bracket_is_missing() {
    insta::assert_snapshot!(
        mistake(257, "    if_shut: \"shut\",\n)", "    if_shut: \"shut\",\n"),
        @r##"
        error[unclosed-bracket]: the bracket `Scenario(` that opened on line 3 is never closed
           --> example.ron:257:20
            |
          3 | Scenario(
            |         - opened here
        ...
        257 |     if_shut: "shut",
            |                    ^ `)` is missing behind this
            |
            = help: write `)` where it ends
        "##
    );
}

#[test]
fn a_label_that_is_never_closed() {
    insta::assert_snapshot!(
        mistake(149, r#"Other("Your questions"),"#, r#"Other("Your questions","#),
        @r##"
        error[unclosed-bracket]: the bracket `Other(` that opened on line 149 is never closed
           --> example.ron:149:32
            |
        149 | ...   kind: Other("Your questions",
            |                  ^ opened here
        150 | ...   says: ["What would you want to know?", "What else?", "One more, then I have the plant...
            |       ---- `)` is missing before this
            |
            = help: write `)` where it ends
        "##
    );
}

#[test]
fn odds_that_are_never_closed() {
    insta::assert_snapshot!(
        mistake(82, "odds: (shut: 4, wary: 3, open: 1),", "odds: (shut: 4, wary: 3, open: 1"),
        @r##"
        error[unclosed-bracket]: the bracket `(` that opened on line 82 is never closed
          --> example.ron:82:27
           |
        82 |                     odds: (shut: 4, wary: 3, open: 1
           |                           ^ opened here
        83 |                     follow_ups: [
           |                     ---------- `)` is missing before this
           |
           = help: write `)` where it ends
        "##
    );
}

#[test]
fn a_bracket_forgotten_before_a_comma() {
    insta::assert_snapshot!(
        mistake(63, "                            then: \"questions\",\n                        ),\n                        FollowUp(\n                            says: \"Our", "                            then: \"questions\",\n                        ,\n                        FollowUp(\n                            says: \"Our"),
        @r##"
        error[unclosed-bracket]: the bracket `FollowUp(` that opened on line 55 is never closed
          --> example.ron:63:25
           |
        55 |                         FollowUp(
           |                                 - opened here
        ...
        63 |                         ,
           |                         ^ `)` is missing before this
           |
           = help: write `)` where it ends
        "##
    );
}

#[test]
fn a_reply_that_is_never_closed() {
    insta::assert_snapshot!(
        mistake(78, "                    ],\n                ),\n                Reply(\n                    kind: ThatsBs,", "                    ],\n                Reply(\n                    kind: ThatsBs,"),
        @r##"
        error[unclosed-bracket]: the bracket `Reply(` that opened on line 50 is never closed
          --> example.ron:78:17
           |
        50 |                 Reply(
           |                      - opened here
        ...
        78 |                 Reply(
           |                 ^^^^^ `)` is missing before this
           |
           = help: write `)` where it ends
        "##
    );
}

#[test]
fn a_moment_that_is_never_closed() {
    insta::assert_snapshot!(
        mistake(143, "            ],\n        ),\n        // A moment", "            ],\n        // A moment"),
        @r##"
        error[unclosed-bracket]: the bracket `Moment(` that opened on line 48 is never closed
           --> example.ron:143:9
            |
         48 |         "first reaction": Moment(
            |                                 - opened here
        ...
        143 |         "questions": Moment(
            |         ^^^^^^^^^^^ `)` is missing before this
            |
            = help: write `)` where it ends
        "##
    );
}

#[test]
fn a_customer_that_is_never_closed() {
    insta::assert_snapshot!(
        mistake(17, "        openness: 4,\n    ),", "        openness: 4,\n"),
        @r##"
        error[unclosed-bracket]: the bracket `Customer(` that opened on line 8 is never closed
          --> example.ron:17:5
           |
         8 |     customer: Customer(
           |                       - opened here
        ...
        17 |     brief: Brief(
           |     ^^^^^ `)` is missing before this
           |
           = help: write `)` where it ends
        "##
    );
}
