//! Words and names in several parts, or without what belongs before them.

use super::mistake;

#[test]
fn a_kind_in_several_words() {
    insta::assert_snapshot!(
        mistake(51, "kind: TellMeMore", "kind: Tell Me More"),
        @r##"
        error[unknown-word]: `kind` cannot be `Tell Me More`
          --> example.ron:51:27
           |
        51 |                     kind: Tell Me More,
           |                           ^^^^^^^^^^^^ did you mean TellMeMore?
           |
           = help: write TellMeMore, ThatsBs, NotImportant, DifferentView or Other("a label")
        "##
    );
}

#[test]
fn a_kind_in_several_words_and_small_letters() {
    insta::assert_snapshot!(
        mistake(51, "kind: TellMeMore", "kind: tell me more"),
        @r##"
        error[unknown-word]: `kind` cannot be `tell me more`
          --> example.ron:51:27
           |
        51 |                     kind: tell me more,
           |                           ^^^^^^^^^^^^ did you mean TellMeMore?
           |
           = help: write TellMeMore, ThatsBs, NotImportant, DifferentView or Other("a label")
        "##
    );
}

#[test]
fn a_kind_with_an_apostrophe() {
    insta::assert_snapshot!(
        mistake(80, "kind: ThatsBs", "kind: That'sBs"),
        @r##"
        error[unknown-word]: `kind` cannot be `That'sBs`
          --> example.ron:80:27
           |
        80 |                     kind: That'sBs,
           |                           ^^^^^^^^ did you mean ThatsBs?
           |
           = help: write TellMeMore, ThatsBs, NotImportant, DifferentView or Other("a label")
        "##
    );
}

#[test]
fn a_kind_with_hyphens() {
    insta::assert_snapshot!(
        mistake(51, "kind: TellMeMore", "kind: Tell-Me-More"),
        @r##"
        error[unknown-word]: `kind` cannot be `Tell-Me-More`
          --> example.ron:51:27
           |
        51 |                     kind: Tell-Me-More,
           |                           ^^^^^^^^^^^^ did you mean TellMeMore?
           |
           = help: write TellMeMore, ThatsBs, NotImportant, DifferentView or Other("a label")
        "##
    );
}

#[test]
fn a_kind_that_is_none_in_several_words() {
    insta::assert_snapshot!(
        mistake(51, "kind: TellMeMore", "kind: Go on please"),
        @r##"
        error[unknown-word]: `kind` cannot be `Go on please`
          --> example.ron:51:27
           |
        51 |                     kind: Go on please,
           |                           ^^^^^^^^^^^^ not one of the words for it
           |
           = help: write TellMeMore, ThatsBs, NotImportant, DifferentView or Other("a label")
        "##
    );
}

#[test]
fn an_outcome_in_several_words() {
    insta::assert_snapshot!(
        mistake(255, "outcome: NoSale", "outcome: No Sale"),
        @r##"
        error[unknown-word]: `outcome` cannot be `No Sale`
           --> example.ron:255:33
            |
        255 |         "shut": Ending(outcome: No Sale, says: "She has another meeting."),
            |                                 ^^^^^^^ did you mean NoSale?
            |
            = help: write Order, Advance, Continuation or NoSale
        "##
    );
}

#[test]
fn a_thing_in_several_words() {
    insta::assert_snapshot!(
        mistake(55, "FollowUp(", "Follow Up("),
        @r##"
        error[wrong-name]: `Follow Up` is no name that can stand before a bracket
          --> example.ron:55:25
           |
        55 |                         Follow Up(
           |                         ^^^^^^^^^ did you mean FollowUp?
        "##
    );
}

#[test]
fn a_field_with_a_hyphen() {
    insta::assert_snapshot!(
        mistake(145, "at_most: 3", "at-most: 3"),
        @r##"
        error[unknown-field]: `at-most` is not the name of a field
           --> example.ron:145:13
            |
        145 |             at-most: 3,
            |             ^^^^^^^ did you mean `at_most`?
        "##
    );
}

#[test]
fn a_field_in_two_words_at_the_beginning() {
    insta::assert_snapshot!(
        mistake(145, "at_most: 3", "at most: 3"),
        @r##"
        error[unknown-field]: `at most` is not the name of a field
           --> example.ron:145:13
            |
        145 |             at most: 3,
            |             ^^^^^^^ did you mean `at_most`?
        "##
    );
}

#[test]
fn a_word_without_its_field() {
    insta::assert_snapshot!(
        mistake(6, "level: Starter,", "Starter,"),
        @r##"
        error[unnamed-field]: `Starter` stands here without its field
         --> example.ron:6:5
          |
        6 |     Starter,
          |     ^^^^^^^ write level: Starter
        "##
    );
}
