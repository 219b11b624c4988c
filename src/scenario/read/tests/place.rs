//! Things that stand outside of what should hold them.

use super::mistake;

/// The end of the first reply's list of lines, and of that reply.
const END: &str = "                    ],\n                ),\n";

const LINE: &str = "                        FollowUp(says: \"And then?\", then: \"questions\"),\n";

#[test]
fn a_line_below_the_list_of_its_reply() {
    insta::assert_snapshot!(mistake(78, END, &format!("                    ],\n{LINE}                ),\n")), @r##"
        error[wrong-place]: a follow-up stands outside of `follow_ups: [ ]`
          --> example.ron:78:25
           |
        77 |                     ],
           |                     - `follow_ups` ends here
        78 |                         FollowUp(says: "And then?", then: "questions"),
           |                         ^^^^^^^^ belongs further up
           |
           = help: move it up, before the `],` on line 77
        "##);
}

#[test]
fn a_line_below_its_reply() {
    insta::assert_snapshot!(mistake(79, END, &format!("{END}{LINE}")), @r##"
        error[wrong-place]: a follow-up stands outside of `follow_ups: [ ]`
          --> example.ron:79:25
           |
        77 |                     ],
           |                     - `follow_ups` ends here
        78 |                 ),
        79 |                         FollowUp(says: "And then?", then: "questions"),
           |                         ^^^^^^^^ belongs further up
           |
           = help: move it up, before the `],` on line 77
        "##);
}

#[test]
fn a_line_below_the_list_where_the_comma_is_missing_too() {
    insta::assert_snapshot!(mistake(78, END, &format!("                    ]\n{LINE}                ),\n")), @r##"
        error[wrong-place]: a follow-up stands outside of `follow_ups: [ ]`
          --> example.ron:78:25
           |
        77 |                     ]
           |                     - `follow_ups` ends here
        78 |                         FollowUp(says: "And then?", then: "questions"),
           |                         ^^^^^^^^ belongs further up
           |
           = help: move it up, before the `]` on line 77
        "##);
}

#[test]
fn a_list_of_lines_whose_first_row_was_lost() {
    insta::assert_snapshot!(mistake(54, "                    follow_ups: [\n", ""), @r##"
        error[missing-bracket]: a follow-up stands here, and `follow_ups: [` does not stand before it
          --> example.ron:54:25
           |
        54 |                         FollowUp(
           |                         ^^^^^^^^ write `follow_ups: [` before this
           |
           = help: `follow_ups: [` begins before the first of them, and `],` ends it behind the last
        "##);
}

#[test]
fn a_reply_whose_head_was_lost() {
    let head = &super::EXAMPLE[super::EXAMPLE.find("                Reply(\n").unwrap()..];
    let head = &head[..head.find("                        FollowUp(").unwrap()];
    insta::assert_snapshot!(mistake(50, head, ""), @r##"
        error[missing-bracket]: a follow-up stands here, and the beginning of a reply before it is missing
          --> example.ron:50:25
           |
        50 |                         FollowUp(
           |                         ^^^^^^^^ not in a reply yet
           |
           = help: write `Reply(`, its fields and `follow_ups: [` before this
        "##);
}

#[test]
fn a_reply_below_the_list_of_its_moment() {
    let reply =
        "            Reply(kind: ThatsBs, says: \"No.\", follow_ups: [FollowUp(says: \"So?\", then: \"the gap\")]),\n";
    let text = "            ],\n        ),\n        // A moment";
    insta::assert_snapshot!(mistake(142, text, &format!("            ],\n{reply}        ),\n        // A moment")), @r##"
        error[wrong-place]: a reply stands outside of `replies: [ ]`
           --> example.ron:142:13
            |
        141 | ...   ],
            |       - `replies` ends here
        142 | ...   Reply(kind: ThatsBs, says: "No.", follow_ups: [FollowUp(says: "So?", then: "the gap")]),
            |       ^^^^^ belongs further up
            |
            = help: move it up, before the `],` on line 141
        "##);
}

#[test]
fn a_reply_among_lines() {
    let reply = "Reply(kind: ThatsBs, says: \"No.\", follow_ups: [FollowUp(says: \"So?\", then: \"the gap\")]),\n";
    insta::assert_snapshot!(mistake(77, END, &format!("{reply}{END}")), @r##"
        error[wrong-place]: a reply stands inside of another one
          --> example.ron:77:1
           |
        50 |                 Reply(
           |                 ----- begins here
        ...
        77 | Reply(kind: ThatsBs, says: "No.", follow_ups: [FollowUp(says: "So?", then: "the gap")]),
           | ^^^^^ belongs further down
           |
           = help: move it down, behind the `),` on line 79
        "##);
}

#[test]
fn a_moment_below_the_moments() {
    let moment = "\"later\": Moment(replies: []),\n";
    insta::assert_snapshot!(mistake(251, "    },\n    endings", &format!("    }},\n{moment}    endings")), @r##"
        error[wrong-place]: a moment stands outside of `moments: { }`
           --> example.ron:251:1
            |
        250 |     },
            |     - `moments` ends here
        251 | "later": Moment(replies: []),
            | ^^^^^^^ belongs further up
            |
            = help: move it up, before the `},` on line 250
        "##);
}

#[test]
fn a_moment_below_the_moments_whose_name_has_no_quotes() {
    let moment = "later on: Moment(replies: []),\n";
    insta::assert_snapshot!(mistake(251, "    },\n    endings", &format!("    }},\n{moment}    endings")), @r##"
        error[wrong-place]: a moment stands outside of `moments: { }`
           --> example.ron:251:1
            |
        250 |     },
            |     - `moments` ends here
        251 | later on: Moment(replies: []),
            | ^^^^^ belongs further up
            |
            = help: move it up, before the `},` on line 250
        "##);
    let moment = "later: Moment(replies: []),\n";
    insta::assert_snapshot!(mistake(251, "    },\n    endings", &format!("    }},\n{moment}    endings")), @r##"
        error[wrong-place]: a moment stands outside of `moments: { }`
           --> example.ron:251:8
            |
        250 |     },
            |     - `moments` ends here
        251 | later: Moment(replies: []),
            |        ^^^^^^ belongs further up
            |
            = help: move it up, before the `},` on line 250
        "##);
}

#[test]
fn a_moment_among_the_endings() {
    insta::assert_snapshot!(mistake(252, "    endings: {\n", "    endings: {\n\"later\": Moment(replies: []),\n"), @r##"
        error[wrong-place]: a moment stands outside of `moments: { }`
           --> example.ron:252:10
            |
        250 |     },
            |     - `moments` ends here
        251 |     endings: {
        252 | "later": Moment(replies: []),
            |          ^^^^^^ belongs further up
            |
            = help: move it up, before the `},` on line 250
        "##);
}

#[test]
fn an_ending_among_the_moments() {
    let ending = "    moments: {\n\"later\": Ending(outcome: NoSale, says: \"Later.\"),\n";
    insta::assert_snapshot!(mistake(48, "    moments: {\n", ending), @r##"
        error[wrong-place]: an ending stands outside of `endings: { }`
           --> example.ron:48:10
            |
         48 | "later": Ending(outcome: NoSale, says: "Later."),
            |          ^^^^^^ belongs further down
        ...
        252 |     endings: {
            |              - begins here
            |
            = help: move it down, behind the `endings: {` on line 252
        "##);
}

#[test]
fn a_fact_below_the_facts() {
    insta::assert_snapshot!(mistake(42, "    },\n    opening", "    },\n\"vans\": \"They are late.\",\n    opening"), @r##"
        error[wrong-place]: a fact stands outside of `facts: { }`
          --> example.ron:42:1
           |
        41 |     },
           |     - `facts` ends here
        42 | "vans": "They are late.",
           | ^^^^^^ belongs further up
           |
           = help: move it up, before the `},` on line 41
        "##);
}

#[test]
fn a_bracket_too_many_in_a_list_of_lines_is_still_that() {
    insta::assert_snapshot!(mistake(64, LINE_END, &format!("{LINE_END}                    ],\n")), @r##"
        error[stray-bracket]: there is one `]` too many
          --> example.ron:64:21
           |
        64 |                     ],
           |                     ^ closes something that is still needed, or nothing
           |
           = help: take it away, or write the bracket that it should close
        "##);
}

/// Where the first line of the example ends.
const LINE_END: &str = "                            then: \"questions\",\n                        ),\n";
