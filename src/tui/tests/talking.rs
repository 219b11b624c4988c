//! The conversation screen.

use super::script::{EXAMPLE, Script, example, piece};
use crate::tui::app::data::{Effect, Event};

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
    assert!(script.shows("not scored") && script.shows("Coach"), "{}", script.screen());
    assert_eq!(script.screen().matches("The scenario has a mistake").count(), 1, "{}", script.screen());
    for judged in ["lost  ", "-100", "Cost", "Better", "Luck", "luck", "hero", "no score"] {
        assert!(!script.shows(judged), "{judged}\n{}", script.screen());
    }
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

/// A line that can be said at the beginning, beside two others.
const PLANNING: &str =
    "Our planning module recalculates need-by dates every night and shows them to the whole plant on one screen.";

/// Whether all of `words` is seen on some screen on the way down.
fn read_down(script: &mut Script, words: &[&str]) -> bool {
    let mut seen = String::new();
    for _ in 0..60 {
        seen.push_str(&script.screen());
        script.press("down");
    }
    words.iter().all(|words| seen.contains(words))
}

#[test]
fn lines_have_the_room_they_need_and_what_is_answered_stays() {
    for (width, height) in [(60, 16), (80, 24)] {
        let long = "Is there a budget for this, and who signs it? ".repeat(3);
        let text = EXAMPLE.replace(PLANNING, long.trim());
        for seed in 0..8 {
            let mut script = Script::conversation(piece("x", &text), seed, width, height);
            let answered =
                ["Tell me more.", "We are at 99%", "Delivery is not what", "We see it differently. Those groups left"];
            assert!(answered.iter().any(|words| script.shows(words)), "{}", script.screen());
            assert!(script.shows("3  ") || !script.shows("budget"), "{}", script.screen());
        }
    }
}

#[test]
fn more_lines_than_fit_are_announced_and_can_all_be_reached() {
    let text = EXAMPLE.replace(PLANNING, &"Is there a budget for this? ".repeat(20));
    let seed = (0..50).find(|&seed| Script::conversation(piece("x", &text), seed, 60, 16).shows("↓ more"));
    let mut script = Script::conversation(piece("x", &text), seed.unwrap(), 60, 16);
    assert!(script.shows("of 3"), "{}", script.screen());
    script.press("end");
    assert!(script.shows("↑ more") || script.shows("↑↓ more"), "{}", script.screen());
    for _ in 0..9 {
        script.press("down");
    }
    assert!(script.shows("↑ more") && script.marked().starts_with('3'), "{}", script.screen());
}

#[test]
fn a_line_taller_than_the_screen_can_be_read_to_its_end_and_back() {
    let long: String = (0..200).map(|number| format!("word{number:03} ")).collect();
    let text = EXAMPLE.replace(PLANNING, long.trim());
    let words: Vec<String> = (0..200).map(|number| format!("word{number:03}")).collect();
    let words: Vec<&str> = words.iter().map(String::as_str).collect();
    let seed = (0..50).find(|&seed| Script::conversation(piece("x", &text), seed, 60, 16).shows("word000"));
    for (width, height) in [(60, 16), (80, 24)] {
        let mut script = Script::conversation(piece("x", &text), seed.unwrap(), width, height);
        assert!(read_down(&mut script, &words), "{}", script.screen());
        let bottom = script.screen();
        for _ in 0..60 {
            script.press("up");
        }
        assert!(script.marked().starts_with('1') && script.screen() != bottom, "{}", script.screen());
    }
}

#[test]
fn lines_that_no_digit_says_are_said_with_the_arrows_and_enter_and_the_hint_tells_it() {
    let more: String = (0..12).map(|n| format!("FollowUp(says: \"Line number {n}.\", then: \"shut\"),")).collect();
    let text = EXAMPLE.replacen("follow_ups: [", &format!("follow_ups: [{more}"), 1);
    let seed = (0..50).find(|&seed| Script::conversation(piece("x", &text), seed, 80, 24).shows("Line number"));
    let mut script = Script::conversation(piece("x", &text), seed.unwrap(), 80, 24);
    assert!(script.shows("1-9 say it") && script.shows("↑↓ enter say 10-1"), "{}", script.screen());
    script.press("end");
    let last = script.marked();
    assert!(last.starts_with('1') && kept(&script) == 0);
    script.press("enter");
    assert_eq!(kept(&script), 1);
}

#[test]
fn keys_and_clicks_that_come_before_the_lines_were_seen_say_nothing() {
    let mut script = Script::home(80, 24);
    script.press("down").burst("enter enter enter enter");
    assert_eq!(kept(&script), 0, "{}", script.screen());
    assert!(script.shows("esc leave") && !script.shows("say it"));
    script.burst("1 1 1");
    assert_eq!(kept(&script), 0);
    script.tell(Event::Seen);
    assert!(script.shows("say it"));
    script.burst(&"1 ".repeat(30));
    assert_eq!(kept(&script), 1, "{}", script.screen());
    let mut script = Script::home(120, 36);
    script.click_fast("The deal that").click_fast("The deal that");
    assert!(script.shows("Tomás Okafor · VP of Sales"));
    let line = script.marked();
    script.click_fast(&line);
    assert_eq!(kept(&script), 0);
}

#[test]
fn a_key_that_is_held_goes_on_waiting_and_never_passes_the_end() {
    let mut script = Script::conversation(example(), 1, 80, 24);
    script.press("1");
    let before = script.app.unseen();
    assert_eq!(before, None);
    script.burst("1");
    let offered = script.app.unseen().unwrap();
    script.burst("1");
    assert!(script.app.unseen().unwrap() > offered);
    script.tell(Event::Seen);
    for _ in 0..50 {
        if script.burst("1").shows("The conversation is over") || script.shows("for the debrief") {
            break;
        }
        script.tell(Event::Seen);
    }
    script.burst("enter enter");
    assert!(script.shows("for the debrief"), "{}", script.screen());
    script.press("1 enter");
    assert!(script.shows("Debrief"));
}
