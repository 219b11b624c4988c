//! Leaving, coming back, and being laid aside.

use super::script::{Script, example};
use crate::tui::app::data::Effect;

#[test]
fn esc_leaves_a_conversation_and_says_that_it_is_kept() {
    let mut script = Script::conversation(example(), 1, 80, 24);
    script.press("1 esc");
    assert!(script.shows("Kept.") && script.shows("tellmore"));
    assert!(script.asked.contains(&Effect::Reload));
    script.press("down");
    assert!(!script.shows("Kept."));
}

#[test]
fn a_conversation_in_which_nothing_was_said_is_not_said_to_be_kept() {
    let mut script = Script::conversation(example(), 1, 80, 24);
    script.press("esc");
    assert!(script.shows("tellmore") && !script.shows("Kept."));
}

#[test]
fn ctrl_c_quits_from_everywhere_and_ctrl_z_lays_aside() {
    for keys in ["", "?", "b", "/", "x", "down enter", "down enter 1 f", "G enter"] {
        let mut script = Script::home(80, 24);
        script.press(keys).press("ctrl-z");
        assert_eq!(script.asked.last(), Some(&Effect::Suspend), "{keys}");
        script.press("ctrl-c");
        assert_eq!(script.asked.last(), Some(&Effect::Quit), "{keys}");
    }
}

#[test]
fn on_a_screen_that_is_too_small_only_leaving_works() {
    let mut script = Script::conversation(example(), 1, 40, 12);
    script.press("1 enter").click("tellmore needs");
    assert!(!script.asked.iter().any(|effect| matches!(effect, Effect::Keep { .. })));
    assert!(script.shows("tellmore needs 60x16") && script.shows("this is 40x12"));
    script.press("ctrl-c");
    assert_eq!(script.asked.last(), Some(&Effect::Quit));
}

#[test]
fn a_conversation_is_whole_after_the_screen_was_tiny_for_a_while() {
    let mut script = Script::conversation(example(), 1, 120, 36);
    script.press("1 down");
    let before = script.screen();
    for (width, height) in [(1, 1), (200, 3), (60, 16), (10, 60), (59, 15), (120, 36)] {
        script.resize(width, height).screen();
    }
    assert_eq!(script.screen(), before);
}
