//! Walking through a scenario: moments, openness, lines, problems, and the way to the editor.

use crossterm::event::MouseEventKind;

use super::{EXAMPLE, Trainer};
use crate::tui::watch::data::{Effect, Event};

/// The line of `words` in the example, from 1.
fn line_of(words: &str) -> usize {
    EXAMPLE.lines().position(|line| line.contains(words)).unwrap() + 1
}

#[test]
fn a_line_leads_to_where_it_goes_and_backspace_leads_back() {
    let mut trainer = Trainer::example();
    trainer.press("enter enter");
    assert_eq!(trainer.selected(), "questions");
    assert!(trainer.shows("1 line on from first reaction") && trainer.shows("knows rented beds"));
    assert!(trainer.shows("6 wary"), "openness is carried on");
    trainer.press("backspace");
    assert_eq!(trainer.selected(), "first reaction");
    trainer.press("backspace");
    assert!(!trainer.bench.in_lines, "and from where it began, to the moments");
}

#[test]
fn a_walk_comes_to_an_ending_and_back() {
    let mut trainer = Trainer::example();
    trainer.press("enter end enter");
    assert_eq!(trainer.selected(), "brochure");
    assert!(trainer.shows("The conversation ends here"));
    trainer.press("enter enter backspace");
    assert_eq!(trainer.selected(), "first reaction");
}

#[test]
fn a_line_that_was_said_cannot_be_said_again_and_says_so() {
    let mut trainer = Trainer::example();
    trainer.press("down enter enter");
    assert_eq!(trainer.selected(), "questions");
    assert!(trainer.shows("(said already) What did the wards do"), "{}", trainer.screen());
}

#[test]
fn openness_goes_over_what_a_conversation_can_have_there_and_no_further() {
    let mut trainer = Trainer::example();
    trainer.press("down");
    let mut seen = Vec::new();
    for _ in 0..12 {
        seen.push(trainer.bench.stand().unwrap().state.openness.get());
        trainer.press("left");
    }
    seen.dedup();
    assert!(seen.is_sorted_by(|one, next| one > next) && seen.len() > 2, "{seen:?}");
    assert!(trainer.shows("No conversation comes here with the customer less open."));
    trainer.press("right");
    assert!(!trainer.shows("No conversation comes here"));
    trainer.press("home right");
    assert!(trainer.shows("more open."), "it always begins with the same openness");
}

#[test]
fn a_moment_that_nothing_leads_to_can_be_looked_at() {
    let text = EXAMPLE.replacen("then: \"first reaction\"", "then: \"the gap\"", 1);
    let mut trainer = Trainer::with(&text, 120, 36);
    trainer.press("home");
    assert!(trainer.shows("never") && trainer.shows("no conversation comes here"));
    assert!(trainer.shows("Nine days? Tell me more."));
    trainer.press("right right enter enter");
    assert_eq!(trainer.selected(), "questions");
}

/// The example with a moment in which nothing can be said before a fact is known.
fn with_a_dead_end() -> String {
    let moment = "\"dead end\": Moment(replies: [Reply(kind: TellMeMore, says: \"Well?\", follow_ups: [FollowUp(says: \
                  \"Who decides?\", needs: [\"who decides\"], then: \"questions\")])]),\n        // A moment that the conversation";
    EXAMPLE.replace("// A moment that the conversation", moment)
}

#[test]
fn a_moment_with_nothing_to_say_says_so_and_what_is_missing() {
    let text = with_a_dead_end();
    let leads = text.replacen("then: \"questions\"", "then: \"dead end\"", 1);
    let begins = text.replacen("then: \"first reaction\"", "then: \"dead end\"", 1);
    for (text, keys) in [(leads.as_str(), "enter enter"), (leads.as_str(), "down"), (begins.as_str(), "")] {
        let mut trainer = Trainer::with(text, 120, 36);
        if keys == "enter enter" {
            assert!(trainer.shows("Nothing can be said at dead end then."), "{}", trainer.screen());
        }
        trainer.press(keys);
        assert_eq!(trainer.selected(), "dead end");
        assert!(trainer.shows("The scenario has a mistake") || text == begins, "{}", trainer.screen());
        trainer.press("enter enter left right backspace tab tab tab");
    }
}

#[test]
fn a_line_that_shuts_the_customer_without_a_way_on_says_so() {
    let mut trainer = Trainer::with(&EXAMPLE.replace("    if_shut: \"shut\",\n", ""), 120, 50);
    trainer.press("down left left left left left left left left enter");
    let at = trainer.bench.choices().len();
    assert!(trainer.shows("there is no `if_shut`"), "{}", trainer.screen());
    let mut stuck = false;
    for _ in 0..at {
        trainer.press("enter");
        stuck |= trainer.shows("The scenario has a mistake");
        trainer.press("backspace");
        trainer.press("down");
    }
    assert!(stuck, "{}", trainer.screen());
}

#[test]
fn e_asks_for_an_editor_at_the_line_of_what_is_selected() {
    let mut trainer = Trainer::example();
    let edits = |line| Effect::Edit { line: Some(line), pack: false };
    trainer.press("down e");
    assert_eq!(trainer.asked.pop(), Some(edits(line_of("\"questions\": Moment("))));
    trainer.press("up enter down e");
    assert_eq!(trainer.asked.pop(), Some(edits(line_of("Our planning module recalculates"))));
    trainer.press("esc end e");
    assert_eq!(trainer.asked.pop(), Some(edits(line_of("\"shut\": Ending("))));
    trainer.save(&EXAMPLE.replace("then: \"brochure\"", "then: \"brochur\""));
    trainer.press("tab tab e");
    assert_eq!(trainer.asked.pop(), Some(edits(line_of("then: \"brochure\""))));
}

#[test]
fn in_a_broken_file_the_editor_goes_to_the_first_mistake() {
    let mut trainer = Trainer::example();
    trainer.press("down enter down");
    trainer.save(&format!("\n\n\n{}", EXAMPLE.replacen("title:", "titel:", 1)));
    trainer.press("e");
    let line = Some(line_of("title:") + 3);
    assert_eq!(trainer.asked.pop(), Some(Effect::Edit { line, pack: false }));
}

#[test]
fn a_step_in_openness_keeps_what_is_known_what_was_said_and_the_way_back() {
    let mut trainer = Trainer::example();
    trainer.press("enter enter enter");
    let before = trainer.bench.stand().unwrap().clone();
    let turns = |trainer: &Trainer| trainer.bench.stand().unwrap().turns(trainer.bench.picture.as_ref().unwrap());
    let costs = |trainer: &Trainer| {
        let offers = turns(trainer).into_iter().flat_map(|turn| turn.offers);
        offers.map(|offer| offer.worth.unwrap().1.round()).collect::<Vec<_>>()
    };
    let (came_with, cost) = (before.state.openness, costs(&trainer));
    assert!(trainer.bench.opennesses().len() > 1);
    trainer.press("left");
    let after = trainer.bench.stand().unwrap().clone();
    assert!(after.state.openness < came_with && after.has_values());
    assert_eq!((&after.state.known, &after.state.said), (&before.state.known, &before.state.said));
    assert!(trainer.shows("openness set to"), "{}", trainer.screen());
    trainer.press("right");
    assert_eq!((trainer.bench.stand().unwrap().asked(), costs(&trainer)), (None, cost));
    trainer.press("left left backspace");
    assert_eq!(trainer.bench.came_from().map(|(lines, _)| lines), Some(1));
    trainer.press("backspace");
    assert_eq!(trainer.selected(), "first reaction");
}

#[test]
fn an_openness_that_was_set_on_a_walk_is_set_again_after_a_save() {
    let mut trainer = Trainer::example();
    trainer.press("enter enter left");
    let before = trainer.bench.stand().unwrap().state.clone();
    trainer.save(&EXAMPLE.replace("Is there a budget for this?", "Is there any budget for this?"));
    assert_eq!(trainer.bench.stand().unwrap().state, before);
}

#[test]
fn why_no_editor_opened_is_said_until_the_next_key() {
    let mut trainer = Trainer::example();
    trainer.tell(Event::Edited(Err("No editor is set: set VISUAL or EDITOR to yours.".to_owned())));
    assert!(trainer.shows("No editor is set"));
    trainer.press("down");
    assert!(!trainer.shows("No editor is set"));
}

#[test]
fn a_long_message_is_said_whole_on_a_narrow_screen() {
    let mut trainer = Trainer::with(EXAMPLE, 60, 16);
    let why = "No editor is set: set VISUAL or EDITOR to yours, for example with export EDITOR=nano.";
    trainer.tell(Event::Edited(Err(why.to_owned())));
    let shown = trainer.screen().split_whitespace().collect::<Vec<_>>().join(" ");
    assert!(shown.contains(why), "{shown}");
}

#[test]
fn keys_that_do_nothing_are_not_offered() {
    let mut trainer = Trainer::example();
    assert!(!trainer.shows("← → openness"), "it always begins with the same openness");
    trainer.press("down");
    assert!(trainer.shows("← → openness"));
    let mut trainer = Trainer::with("Scenario(", 80, 50);
    trainer.press("?");
    assert!(!trainer.shows("enter") && !trainer.shows("tab") && trainer.shows("open your editor"));
}

#[test]
fn the_views_go_round_with_tab_and_back() {
    let mut trainer = Trainer::example();
    trainer.press("tab");
    assert!(trainer.shows("best play") && trainer.shows("The lines of first reaction"));
    trainer.press("down");
    assert!(trainer.shows("The lines of questions"));
    trainer.press("tab");
    assert!(!trainer.shows("The lines of questions") && !trainer.shows("What would you want to know?"));
    trainer.press("tab");
    assert!(trainer.shows("What would you want to know?"));
    trainer.press("shift-tab shift-tab");
    assert!(trainer.shows("The lines of questions"));
    trainer.click("Conversation");
    assert!(trainer.shows("What would you want to know?"));
}

#[test]
fn the_figures_are_those_of_simulate() {
    let mut trainer = Trainer::with(EXAMPLE, 120, 60);
    trainer.press("tab");
    let screen = trainer.screen();
    let row = |habit: &str| screen.lines().find(|line| line.contains(habit)).unwrap().to_owned();
    for (habit, score) in
        [("guessing", " 28 "), ("longest", " 26 "), ("most questions", " 36 "), ("best marks", " 86 ")]
    {
        assert!(row(habit).contains(score), "{screen}");
    }
    assert!(row("Our planning module").len() > 40 && screen.contains("33.7"), "the mean cost of a line\n{screen}");
}

#[test]
fn a_click_selects_and_a_second_one_takes() {
    let mut trainer = Trainer::example();
    trainer.click("the gap");
    assert_eq!(trainer.selected(), "the gap");
    trainer.click("first reaction").click("Our planning module");
    assert_eq!(trainer.bench.line(), Some(1));
    trainer.click("Our planning module");
    assert_eq!(trainer.selected(), "questions");
}

#[test]
fn the_wheel_moves_what_is_under_it() {
    let mut trainer = Trainer::with(EXAMPLE, 80, 24);
    trainer.mouse(MouseEventKind::ScrollDown, 5, 10);
    assert_eq!(trainer.selected(), "questions");
    trainer.mouse(MouseEventKind::ScrollUp, 5, 10);
    let before = trainer.screen();
    trainer.mouse(MouseEventKind::ScrollDown, 60, 10);
    assert_eq!(trainer.selected(), "first reaction");
    assert_ne!(trainer.screen(), before, "the conversation is longer than its room");
    trainer.mouse(MouseEventKind::ScrollUp, 60, 10);
    assert_eq!(trainer.screen(), before);
}

#[test]
fn q_and_ctrl_c_leave_and_ctrl_z_lays_aside_from_everywhere() {
    for keys in ["", "enter", "tab", "tab tab", "enter end enter"] {
        let mut trainer = Trainer::example();
        trainer.press(keys).press("ctrl-z");
        assert_eq!(trainer.asked.pop(), Some(Effect::Suspend), "{keys}");
        trainer.press("q");
        assert_eq!(trainer.asked.pop(), Some(Effect::Quit), "{keys}");
        trainer.press("? ctrl-c");
        assert_eq!(trainer.asked.pop(), Some(Effect::Quit), "{keys}");
    }
}

#[test]
fn the_help_page_tells_the_keys_and_what_the_figures_mean() {
    let mut trainer = Trainer::with(EXAMPLE, 120, 60);
    trainer.press("?");
    assert!(trainer.shows("open your editor") && trainer.shows("stake"));
    trainer.press("esc");
    assert!(trainer.shows("Nine days? Tell me more."));
}

#[test]
fn f5_reads_the_file_again() {
    let mut trainer = Trainer::example();
    trainer.press("f5");
    assert_eq!(trainer.asked, [Effect::Read]);
}
