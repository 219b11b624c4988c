//! The debrief screen.

use super::script::{EXAMPLE, Script, example, piece, shelf};
use crate::tui::app::data::Effect;

fn debriefed(width: u16, height: u16) -> Script {
    let mut script = Script::with(shelf(), width, height);
    script.press("down enter").talk_to_the_end().press("enter");
    script
}

#[test]
fn the_score_stands_beside_what_it_is_measured_against() {
    let mut script = debriefed(80, 24);
    for words in ["of 100", "guessing would get 28", "your best 81", "luck "] {
        assert!(script.shows(words), "{words}\n{}", script.screen());
    }
}

#[test]
fn names_and_labels_of_any_length_leave_room_for_the_rest() {
    for length in [300, 70_000] {
        let long = "m".repeat(length);
        let text = EXAMPLE.replace("name: \"Ilse", &format!("name: \"{long}"));
        let text = text.replace("kind: TellMeMore", &format!("kind: Other(\"{long}\")"));
        let text = text.replace("kind: ThatsBs", &format!("kind: Other(\"{long}\")"));
        for (width, height) in [(120, 36), (80, 24), (60, 16)] {
            let mut script = Script::conversation(piece("long", &text), 1, width, height);
            script.screen();
            script.talk_to_the_end().press("enter");
            assert!(script.shows("Debrief · Nine days"), "{}", script.screen());
        }
    }
}

#[test]
fn the_decision_with_most_to_learn_is_under_the_cursor() {
    let mut script = debriefed(120, 36);
    let marked = script.marked();
    let worst = |line: &str| line.split_whitespace().find_map(|word| word.strip_prefix('-')?.parse::<u32>().ok());
    let costs: Vec<u32> = script.screen().lines().take(24).filter_map(worst).collect();
    assert_eq!(worst(&marked), costs.iter().copied().max(), "{}", script.screen());
    assert!(script.shows("You said") && script.shows("Coach") && script.shows("Better") && script.shows(" now, "));
}

#[test]
fn a_decision_that_was_best_says_so_shortly() {
    let mut script = debriefed(120, 36);
    for _ in 0..10 {
        script.press("up");
        if script.marked().contains("best") {
            assert!(script.shows("Nothing better could be said here."));
        }
        if script.shows("Nothing better could be said here.") {
            return;
        }
    }
    script.press("home");
    for _ in 0..10 {
        if script.shows("Nothing better could be said here.") {
            return;
        }
        script.press("down");
    }
    panic!("{}", script.screen());
}

#[test]
fn taking_a_decision_back_goes_on_from_there_with_the_same_draws() {
    let mut script = debriefed(80, 24);
    script.press("home t");
    let begun = script.asked.iter().rev().find_map(|effect| match effect {
        Effect::Begin { transcript, from, .. } => Some((transcript.clone(), *from)),
        _ => None,
    });
    let (transcript, from) = begun.unwrap();
    assert!(transcript.turns.is_empty() && from.is_some());
    assert!(script.shows("say it"));
    let first = script.marked();
    let mut again = Script::with(shelf(), 80, 24);
    again.press("down enter");
    assert_eq!(again.marked(), first);
}

#[test]
fn the_same_customer_again_has_the_same_seed_and_a_new_draw_another() {
    let mut script = debriefed(80, 24);
    script.press("r");
    let seeds = |script: &Script| {
        let begun = script.asked.iter().filter_map(|effect| match effect {
            Effect::Begin { transcript, .. } => Some(transcript.seed),
            _ => None,
        });
        begun.collect::<Vec<_>>()
    };
    assert_eq!(seeds(&script), [1, 1]);
    script.talk_to_the_end().press("enter");
    script.seed = 5;
    script.press("n");
    assert_eq!(seeds(&script), [1, 1, 5]);
}

#[test]
fn on_a_low_screen_enter_opens_the_decision_and_esc_closes_it() {
    let mut script = debriefed(60, 16);
    assert!(!script.shows("You said") && script.shows("enter open"));
    script.press("enter");
    assert!(script.shows("You said"), "{}", script.screen());
    script.press("esc");
    assert!(script.shows("of 100"));
    script.press("esc");
    assert!(script.shows("tellmore"));
}

#[test]
fn the_debrief_opens_before_its_values_are_there_and_takes_them_when_they_come() {
    let mut script = Script::conversation(example(), 1, 80, 24);
    let mut slow = Script::closed(shelf(), 80, 24);
    slow.slow = true;
    slow.press("f5 down enter").talk_to_the_end().press("enter");
    assert!(slow.shows("Still reckoning") && slow.shows("You said"), "{}", slow.screen());
    assert!(!slow.asked.iter().any(|effect| matches!(effect, Effect::Finish { .. })));
    slow.solve();
    assert!(slow.shows("of 100"));
    script.talk_to_the_end();
}

#[test]
fn values_that_come_after_the_debrief_was_left_are_still_kept() {
    let mut script = Script::closed(shelf(), 80, 24);
    script.slow = true;
    script.press("f5 down enter").talk_to_the_end().press("enter esc");
    script.solve();
    let finished =
        script.asked.iter().any(|effect| matches!(effect, Effect::Finish { closing, .. } if closing.score.is_some()));
    assert!(finished);
}

#[test]
fn a_scenario_past_the_limit_says_so_with_the_figure_and_is_debriefed_without_values() {
    let mut script = Script::closed(shelf(), 80, 24);
    script.limit = 5;
    script.press("f5 down enter").talk_to_the_end().press("enter");
    assert!(script.shows("more than 5 states") && script.shows("Coach"), "{}", script.screen());
    assert!(script.shows("--max-states N") && script.shows("raises the limit."), "{}", script.screen());
    let finished =
        script.asked.iter().any(|effect| matches!(effect, Effect::Finish { closing, .. } if closing.score.is_none()));
    assert!(finished);
}

#[test]
fn a_conversation_is_noted_as_over_once_however_often_it_is_looked_at() {
    let mut script = debriefed(80, 24);
    script.press("w esc up down ? esc");
    script.solve();
    assert_eq!(script.asked.iter().filter(|effect| matches!(effect, Effect::Finish { .. })).count(), 1);
}

#[test]
fn a_click_goes_to_a_decision() {
    let mut script = debriefed(120, 36);
    script.press("end").click("  1  ");
    assert!(script.marked().starts_with('1'), "{}", script.screen());
}

#[test]
fn the_words_of_the_customer_stay_and_enter_opens_what_does_not_fit() {
    let text = EXAMPLE.replace("coach: \"", &format!("coach: \"{}", "This note goes on and on, and on. ".repeat(12)));
    let mut script = Script::conversation(piece("x", &text), 1, 80, 24);
    script.talk_to_the_end().press("enter home");
    let name = |script: &mut Script| script.screen().lines().skip(12).any(|line| line.trim_start().starts_with("Ilse"));
    assert!(name(&mut script) && script.shows("pgdn more") && script.shows("enter open"), "{}", script.screen());
    script.press("pgdn");
    assert!(script.shows("pgup"), "{}", script.screen());
    script.press("enter");
    assert!(script.shows("You said") && !script.shows("of 100"), "{}", script.screen());
    script.press("esc");
    assert!(script.shows("of 100"));
}
