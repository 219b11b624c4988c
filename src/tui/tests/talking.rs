//! The conversation screen.

use super::script::{EXAMPLE, Script, example, piece};
use crate::tui::app::data::Effect;

fn kept(script: &Script) -> usize {
    script.asked.iter().filter(|effect| matches!(effect, Effect::Keep { .. })).count()
}

#[test]
fn a_number_says_its_line_at_once() {
    let mut script = Script::conversation(example(), 1, 80, 24);
    let screen = script.screen();
    let second = screen.lines().find(|line| line.trim_start().starts_with("2  ")).unwrap().trim()[3..].to_owned();
    script.press("2");
    assert_eq!(kept(&script), 1);
    assert!(script.shows(&format!("You  {second}")), "{}", script.screen());
}

#[test]
fn a_number_that_is_not_shown_says_nothing() {
    let mut script = Script::conversation(example(), 1, 80, 24);
    script.press("9");
    assert_eq!(kept(&script), 0);
}

#[test]
fn the_arrows_and_enter_say_a_line_too() {
    let mut script = Script::conversation(example(), 1, 80, 24);
    script.press("down");
    let marked = script.marked();
    assert!(marked.starts_with("2  "));
    script.press("enter");
    assert!(script.shows(&format!("You  {}", &marked[3..])));
}

#[test]
fn a_click_says_a_line_wherever_it_is_hit() {
    let mut script = Script::conversation(example(), 1, 80, 24);
    let screen = script.screen();
    let second = screen.lines().find_map(|line| line.split_once(" 2  ")).unwrap().1;
    let words = second.trim()[..9].to_owned();
    script.click(&words);
    assert_eq!(kept(&script), 1);
}

#[test]
fn the_lines_stand_in_the_order_that_was_drawn() {
    let orders: std::collections::BTreeSet<String> =
        (0..20).map(|seed| Script::conversation(example(), seed, 120, 36).marked()).collect();
    assert!(orders.len() > 3, "{orders:?}");
}

#[test]
fn the_end_is_told_and_leads_to_the_debrief() {
    let mut script = Script::conversation(example(), 1, 80, 24);
    script.talk_to_the_end();
    script.press("enter");
    assert!(script.shows("Debrief") && script.shows("of 100"));
    let finished = script.asked.iter().filter(|effect| matches!(effect, Effect::Finish { .. })).count();
    assert_eq!(finished, 1);
}

#[test]
fn nothing_is_taken_back_in_the_middle() {
    let mut script = Script::conversation(example(), 1, 80, 24);
    script.press("1");
    let before = script.screen();
    script.press("t backspace ctrl-u r n");
    assert_eq!(script.screen(), before);
}

#[test]
fn facts_are_counted_and_can_be_read() {
    let text = EXAMPLE.replace("says: \"Nine days? Tell me more.\",", "says: \"Hm.\", reveals: [\"who decides\"],");
    let seed = (0..50).find(|&seed| Script::conversation(piece("x", &text), seed, 80, 24).shows("Hm."));
    let mut script = Script::conversation(piece("x", &text), seed.unwrap(), 80, 24);
    assert!(script.shows("f facts (1)"), "{}", script.screen());
    script.press("f");
    assert!(script.shows("What you know") && script.shows("The quoted date is set by finance, not by supply."));
    script.press("f");
    assert!(script.shows("1-3 say it"));
}

#[test]
fn a_long_conversation_scrolls_back_and_comes_down_again_with_the_next_line() {
    let mut script = Script::conversation(example(), 3, 60, 16);
    script.press("1");
    let bottom = script.screen();
    script.press("pgup pgup pgup pgup");
    assert!(script.shows("Most plants that report"), "{}", script.screen());
    script.press("pgdn pgdn pgdn pgdn");
    assert_eq!(script.screen(), bottom);
    script.wheel(true).wheel(false);
    assert_eq!(script.screen(), bottom);
}

#[test]
fn a_conversation_that_gets_stuck_says_so_and_is_not_scored() {
    let text = EXAMPLE.replace("    if_shut: \"shut\",\n", "").replace("opens: -3", "opens: -10");
    let seed = (0..80).find(|&seed| Script::conversation(piece("x", &text), seed, 120, 36).shows("I don't buy that."));
    let mut script = Script::conversation(piece("x", &text), seed.unwrap(), 120, 36);
    script.click("It is a fact.");
    assert!(script.shows("The scenario has a mistake"), "{}", script.screen());
    script.press("enter");
    assert!(script.shows("not scored"), "{}", script.screen());
    let finish = script.asked.iter().find_map(|effect| match effect {
        Effect::Finish { closing, .. } => Some(closing.clone()),
        _ => None,
    });
    assert_eq!(finish.unwrap().score, None);
}

#[test]
fn a_long_list_of_lines_scrolls_with_the_cursor() {
    let text = EXAMPLE.replace("Is there a budget for this?", &"Is there a budget for this? ".repeat(12));
    for seed in 0..6 {
        let mut script = Script::conversation(piece("x", &text), seed, 60, 16);
        script.press("1 end");
        assert!(!script.marked().is_empty(), "{}", script.screen());
        script.press("home");
        assert!(script.marked().starts_with('1'), "{}", script.screen());
    }
}
