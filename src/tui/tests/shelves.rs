//! The home screen.

use super::script::{Script, example, full_shelf, shelf};
use crate::conversation::Transcript;
use crate::tui::app::data::{Effect, Event, Mistake, Reading, Shelf};

#[test]
fn an_unfinished_conversation_is_offered_first_and_resumes_where_it_was() {
    let mut script = Script::home(120, 36);
    assert!(script.marked().starts_with("Nine days nobody counts"), "{}", script.screen());
    assert!(script.shows("2 hours ago") && script.shows("1 turn in") && script.shows("enter go on"));
    script.press("enter");
    assert!(matches!(script.asked.last(), Some(Effect::Solve(_))));
    assert!(script.asked.iter().any(|effect| matches!(effect, Effect::Resume { id: 7, .. })));
    assert!(script.shows("Renting. Both told us so on their way out."));
}

#[test]
fn typing_filters_by_title_customer_role_company_and_tags() {
    for (typed, found) in [("deal", "The deal"), ("okafor", "The deal"), ("VP", "The deal"), ("pipeline", "The deal")] {
        let mut script = Script::home(120, 36);
        script.press("/").type_in(typed);
        assert!(script.marked().starts_with(found), "{typed}\n{}", script.screen());
    }
}

#[test]
fn while_filtering_letters_are_words_and_enter_takes_the_row() {
    let mut script = Script::home(80, 24);
    script.press("/").type_in("qbx?");
    assert!(script.shows("Nothing here matches"));
    script.press("ctrl-u").type_in("deal").press("enter");
    assert!(script.shows("Tomás Okafor · VP of Sales"));
    assert!(!script.asked.contains(&Effect::Quit));
}

#[test]
fn esc_shows_all_rows_again() {
    let mut script = Script::home(80, 24);
    script.press("/").type_in("deal").press("esc");
    assert!(script.marked().starts_with("Nine days"));
    assert!(script.shows("half-done"));
}

#[test]
fn a_broken_file_cannot_be_played_and_its_mistakes_can_be_read() {
    let mut script = Script::home(120, 36);
    assert!(script.shows("2 mistakes: tellmore check scenarios/half-done.ron"));
    script.press("G enter");
    assert!(script.shows("the field \"title\" is missing"));
    assert!(!script.asked.contains(&Effect::DrawSeed));
    script.press("esc");
    assert!(script.shows("enter read the mistakes"));
}

#[test]
fn giving_up_asks_once() {
    let mut script = Script::home(80, 24);
    script.press("x");
    assert!(script.shows("Give this conversation up?"));
    script.press("n");
    assert!(!script.asked.iter().any(|effect| matches!(effect, Effect::GiveUp { .. })));
    script.press("x y");
    assert!(script.asked.contains(&Effect::GiveUp { id: 7 }));
}

#[test]
fn what_is_finished_cannot_be_given_up() {
    let mut script = Script::home(80, 24);
    script.press("down x");
    assert!(!script.shows("Give this") && !script.shows("x give up"));
}

#[test]
fn an_empty_library_says_what_to_do() {
    let mut script = Script::with(Shelf { places: vec!["./scenarios".into()], ..Shelf::default() }, 80, 24);
    assert!(script.shows("There is no scenario to practise yet.") && script.shows("They are looked for in"));
    script.press("down enter b x / esc enter");
    assert!(script.shows("There is no scenario"));
}

#[test]
fn a_history_that_cannot_be_kept_is_told_and_practice_goes_on() {
    let not_kept = Some("the disk is full".to_owned());
    let mut script = Script::with(Shelf { not_kept, ..shelf() }, 80, 24);
    assert!(script.shows("Nothing is kept: the disk is full"));
    script.press("down enter");
    assert!(script.shows("leave (not kept)"), "{}", script.screen());
    script.press("1 esc");
    assert!(script.shows("Nothing is kept. Leave this conversation for good?"));
    script.press("n ctrl-c");
    assert!(!script.asked.contains(&Effect::Quit));
    script.press("y");
    assert!(script.asked.contains(&Effect::Quit));
}

#[test]
fn a_paste_is_words_in_the_filter_and_nothing_anywhere_else() {
    let mut script = Script::home(80, 24);
    script.paste("q\nx\ny\n");
    assert!(!script.asked.contains(&Effect::Quit) && script.shows("Go on with"));
    script.press("/").paste("deal\nq");
    assert!(script.marked().starts_with("The deal") && script.shows("/ deal"));
    let mut script = Script::conversation(example(), 1, 80, 24);
    script.paste("1\n2\n");
    assert!(!script.asked.iter().any(|effect| matches!(effect, Effect::Keep { .. })));
}

#[test]
fn a_click_goes_to_a_row_and_a_second_click_takes_it() {
    let mut script = Script::home(120, 36);
    script.click("The deal that");
    assert!(script.marked().starts_with("The deal"));
    script.click("The deal that");
    assert!(script.shows("Tomás Okafor · VP of Sales"));
}

#[test]
fn the_cursor_stays_on_its_row_when_the_shelf_is_read_again() {
    let mut script = Script::with(Shelf { unfinished: Vec::new(), ..shelf() }, 80, 24);
    script.press("down f5");
    assert!(script.marked().starts_with("The deal"));
}

#[test]
fn best_and_last_score_and_the_times_played_stand_with_each_row() {
    let mut script = Script::home(120, 36);
    assert!(script.shows("▰▰▰▰▱  81") && script.shows("74 last time · played 3 times") && script.shows("new"));
}

#[test]
fn hostile_names_and_reasons_reach_no_screen() {
    let bad = "\u{1b}[2J\u{9b}31m\u{202e}\u{1b}]52;c;eA==\u{7}\0";
    let mut shelf = shelf();
    shelf.unfinished[0].when = bad.to_owned();
    shelf.not_kept = Some(bad.to_owned());
    shelf.unread = vec![bad.to_owned()];
    shelf.entries[2].stem = bad.to_owned();
    shelf.entries[2].file = bad.to_owned();
    shelf.entries[2].reading =
        Reading::Broken(vec![Mistake { says: bad.to_owned(), text: bad.to_owned(), ..Mistake::default() }]);
    let mut script = Script::with(shelf, 120, 36);
    for keys in ["", "/", "esc", "G", "enter", "esc"] {
        let screen = script.press(keys).screen();
        assert!(!screen.chars().any(|c| c != '\n' && (c.is_control() || c == '\u{202e}')), "{screen:?}");
    }
    script.press("/").paste(bad);
    assert!(!script.screen().contains(['\u{1b}', '\u{9b}', '\u{202e}']));
}

#[test]
fn a_conversation_that_ended_before_it_was_scored_is_taken_up_at_its_end() {
    let mut over = Script::conversation(example(), 1, 80, 24);
    over.talk_to_the_end();
    let mut transcript = Transcript::new(1, None);
    transcript.turns.extend(over.asked.iter().filter_map(|effect| match effect {
        Effect::Keep { turn, .. } => Some(*turn),
        _ => None,
    }));
    let mut shelf = shelf();
    shelf.unfinished[0].transcript = transcript;
    let mut script = Script::with(shelf, 80, 24);
    script.press("enter");
    assert!(script.shows("for the debrief"), "{}", script.screen());
    assert!(script.asked.iter().any(|effect| matches!(effect, Effect::Finish { .. })));
}

#[test]
fn one_scenario_is_solved_once_at_a_time() {
    let mut script = Script::with(shelf(), 80, 24);
    script.slow = true;
    script.press("down enter esc enter esc");
    assert_eq!(script.asked.iter().filter(|effect| matches!(effect, Effect::Solve(_))).count(), 1);
}

#[test]
fn a_turn_that_could_not_be_kept_is_told_at_once_and_only_once() {
    let mut script = Script::conversation(example(), 1, 80, 24);
    script.tell(Event::NotKept("the disk is full".to_owned()));
    assert!(script.shows("This is not kept: the disk is full"));
    script.press("down");
    script.tell(Event::NotKept("the disk is full".to_owned()));
    assert!(script.shows("leave (not kept)"));
}

#[test]
fn a_broken_history_can_be_set_aside_after_one_question() {
    let not_kept = Some("the history \"/home/rep/.local/share/tellmore/history.db\" is broken".to_owned());
    let mut script = Script::with(Shelf { not_kept, broken: true, ..shelf() }, 60, 16);
    assert!(script.shows("Press s to") && script.shows("s set aside"), "{}", script.screen());
    script.press("s n");
    assert!(!script.asked.contains(&Effect::SetAside));
    script.press("s");
    assert!(script.shows("new one?") && script.shows("y yes"), "{}", script.screen());
    script.shelf = shelf();
    script.press("y");
    assert!(script.asked.contains(&Effect::SetAside) && !script.shows("broken"));
    let path = "/home/rep/.local/share/tellmore/history-set-aside-2026-11-22-133128.db";
    script.tell(Event::SetAside(Ok(path.to_owned())));
    assert!(script.shows(".db"), "{}", script.screen());
    script.press("s");
    assert!(!script.shows("Set the broken"));
}

#[test]
fn what_is_kept_again_is_said_to_be_kept() {
    let mut script = Script::conversation(example(), 1, 80, 24);
    script.tell(Event::NotKept("the disk is full".to_owned()));
    script.press("1");
    assert!(script.shows("leave (not kept)"));
    script.tell(Event::Kept);
    assert!(script.shows("Kept again"));
    script.press("down");
    assert!(script.shows("leave (kept)"));
    script.press("esc");
    assert!(script.shows("tellmore ·") && !script.shows("Nothing is kept"), "{}", script.screen());
}

#[test]
fn a_filter_without_hits_says_how_to_see_all_again() {
    let mut script = Script::home(60, 16);
    script.press("/").type_in("zzz").press("enter");
    assert!(script.shows("esc all of them") && script.shows("q quit"), "{}", script.screen());
    script.press("esc");
    assert!(script.shows("Nine days") && !script.shows("esc all of them"));
}

#[test]
fn a_file_that_cannot_be_read_says_why_in_its_row() {
    let mut shelf = shelf();
    let says = "it is not a file".to_owned();
    shelf.entries[2].reading = Reading::Broken(vec![Mistake { says, ..Mistake::default() }]);
    let mut script = Script::with(shelf, 80, 24);
    assert!(script.shows("it is not a file") && !script.shows("1 mistake"), "{}", script.screen());
}

#[test]
fn older_unfinished_conversations_stand_behind_one_row_until_they_are_asked_for() {
    let mut script = Script::with(Shelf { more: 1_997, ..shelf() }, 80, 24);
    assert!(script.shows("1997 more") && script.shows("The deal that"), "{}", script.screen());
    script.press("down");
    assert!(script.marked().starts_with("1997 more") && script.shows("enter show them"), "{}", script.screen());
    script.press("x b").press("enter");
    assert!(script.asked.contains(&Effect::More) && script.shows("tellmore ·"), "{}", script.screen());
    script.press("/").type_in("more");
    assert!(!script.shows("1997 more"));
}

#[test]
fn many_scenarios_stand_in_one_line_each_below_their_levels_the_easier_ones_first() {
    let mut script = Script::with(full_shelf(), 120, 36);
    let screen = script.screen();
    let row = |words: &str| screen.lines().position(|line| line.contains(words)).unwrap_or_else(|| panic!("{screen}"));
    assert!(row("  Starter") < row("What Cleo") && row("What Ines") < row("  Working"), "{screen}");
    assert!(row("What Hana") < row("  Hard") && row("What Jo has") < row("To be mended"), "{screen}");
    assert_eq!(row("What Cleo") - row("Nine days"), 1);
    // What two lines tell of a scenario that was played stands beside the list.
    assert!(script.marked().starts_with("Nine days") && script.shows("74 last time · played 3 times"), "{screen}");
    script.press("down");
    assert!(script.marked().starts_with("What Cleo") && !script.shows("last time"));
    script.press("enter");
    assert!(script.shows("Cleo Example"), "{}", script.screen());
}

#[test]
fn a_list_that_is_longer_than_the_screen_says_so_and_follows_the_cursor() {
    let mut script = Script::with(full_shelf(), 60, 16);
    assert!(script.shows("▾") && !script.shows("▴"), "{}", script.screen());
    script.press("G");
    assert!(script.marked().starts_with("half-done") && script.shows("▴") && !script.shows("▾"), "{}", script.screen());
    script.press("g");
    assert!(script.marked().starts_with("Nine days") && script.shows("Starter"), "{}", script.screen());
}

#[test]
fn a_click_finds_its_row_where_each_is_one_line() {
    let mut script = Script::with(full_shelf(), 80, 24);
    script.click("What Gus");
    assert!(script.marked().starts_with("What Gus"), "{}", script.screen());
    script.click("Working");
    assert!(script.marked().starts_with("What Gus"), "a heading is no row: {}", script.screen());
}

#[test]
fn a_word_that_somebody_wrote_is_not_looked_for_letter_by_letter() {
    let mut script = Script::with(full_shelf(), 120, 36);
    script.press("/").type_in("ines");
    assert!(script.marked().starts_with("What Ines") && !script.shows("What Finn"), "{}", script.screen());
    script.press("ctrl-u").type_in("nidano");
    assert!(script.shows("Nine days"), "letters left out in between still find: {}", script.screen());
}
