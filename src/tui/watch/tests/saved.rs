//! What becomes of the screen when the file is saved.

use super::{EXAMPLE, Trainer};
use crate::problem::Source;
use crate::problem::text::{Style, render_all};
use crate::scenario::{Rubric, read};
use crate::tui::keymap::Place;

/// The example with a moment more, before the one that is second now.
fn with_a_moment_more() -> String {
    let moment = "\"in between\": Moment(replies: [Reply(kind: TellMeMore, says: \"Well?\", follow_ups: [FollowUp(says: \
                  \"Well, what do you see?\", then: \"questions\")])]),\n        // A moment that the conversation";
    EXAMPLE.replace("// A moment that the conversation", moment)
}

const BROKEN: (&str, &str) = ("title:", "titel:");

fn broken() -> String {
    EXAMPLE.replacen(BROKEN.0, BROKEN.1, 1)
}

#[test]
fn the_moment_that_the_conversation_begins_at_is_selected_first() {
    assert_eq!(Trainer::example().selected(), "first reaction");
    let text = EXAMPLE.replacen("then: \"first reaction\"", "then: \"questions\"", 1);
    assert_eq!(Trainer::with(&text, 80, 24).selected(), "questions");
}

#[test]
fn a_save_shows_the_new_words_in_place() {
    let mut trainer = Trainer::example();
    trainer.save(&EXAMPLE.replace("Fair. What does?", "Fair. And what does?"));
    assert!(trainer.shows("Fair. And what does?") && trainer.shows("14:00:02"));
}

#[test]
fn what_was_selected_is_found_again_by_its_name() {
    let mut trainer = Trainer::example();
    trainer.press("down");
    trainer.save(&with_a_moment_more());
    assert_eq!((trainer.selected(), trainer.bench.selected), ("questions", 2));
    trainer.press("end");
    let last = trainer.selected().to_owned();
    trainer.save(EXAMPLE);
    assert_eq!(trainer.selected(), last);
}

#[test]
fn what_was_renamed_is_found_again_by_its_place() {
    let mut trainer = Trainer::example();
    trainer.press("down");
    trainer.save(&EXAMPLE.replace("\"questions\"", "\"her questions\""));
    assert_eq!(trainer.selected(), "her questions");
}

#[test]
fn the_openness_that_was_chosen_stays() {
    let mut trainer = Trainer::example();
    trainer.press("down left");
    let chosen = trainer.bench.stand().unwrap().state.openness;
    trainer.save(&with_a_moment_more());
    assert_eq!(trainer.bench.stand().unwrap().state.openness, chosen);
}

#[test]
fn a_walk_and_the_line_under_the_cursor_are_found_again() {
    let mut trainer = Trainer::example();
    trainer.press("enter down down enter down");
    let (before, from) = (trainer.marked(), trainer.bench.came_from().map(|(lines, _)| lines));
    assert_eq!(from, Some(1));
    // Lines come in before those that were said and selected.
    let more = "FollowUp(says: \"A line more?\", then: \"questions\"),\n                        FollowUp(\n";
    trainer.save(&with_a_moment_more().replace("FollowUp(\n", more));
    assert_eq!(trainer.marked(), before);
    assert_eq!(trainer.bench.came_from().map(|(lines, _)| lines), Some(1));
}

#[test]
fn a_walk_over_a_line_that_is_gone_ends_before_it() {
    let mut trainer = Trainer::example();
    trainer.press("enter enter enter");
    trainer.save(&EXAMPLE.replace("\"first reaction\"", "\"begin\""));
    assert!(!trainer.selected().is_empty());
    assert_eq!(trainer.bench.choices().is_empty(), trainer.bench.stand().unwrap().moment().is_none());
}

#[test]
fn the_same_saved_again_changes_nothing_but_the_time() {
    let mut trainer = Trainer::with(EXAMPLE, 80, 24);
    trainer.press("down enter down pgdn");
    let before = trainer.screen();
    trainer.save(EXAMPLE);
    assert_eq!(trainer.screen(), before.replace("14:00:01", "14:00:02"));
}

#[test]
fn a_file_that_is_broken_keeps_the_last_good_picture_and_says_what_is_wrong_in_the_words_of_check() {
    let mut trainer = Trainer::example();
    trainer.press("down");
    trainer.save(&broken());
    assert!(trainer.shows("What would you want to know?"), "the last picture");
    assert!(trainer.shows("The last good version, of 14:00:01"));
    trainer.press("tab tab");
    let screen = trainer.screen();
    let text = broken();
    let problems = read::read(&text, &Rubric::default()).unwrap_err();
    let told: String =
        render_all(Source { name: "x", text: &text }, &problems, Style { color: false, width: 100 }).collect();
    let problem = &problems[0];
    for words in [&problem.message, problem.advice().unwrap(), problem.code.0, "titel: \"Nine days"] {
        assert!(screen.contains(words) && told.contains(words), "{words}\n{screen}\n{told}");
    }
    trainer.save(EXAMPLE);
    assert!(!trainer.shows("last good version") && !trainer.shows("1 error"));
    assert_eq!(trainer.selected(), "questions");
}

#[test]
fn a_mistake_marks_the_moment_that_it_lies_in() {
    let mut trainer = Trainer::example();
    trainer.save(&EXAMPLE.replace("then: \"brochure\"", "then: \"brochur\""));
    let screen = trainer.screen();
    let row = |name: &str| screen.lines().find(|line| line.contains(name) && line.contains("37")).unwrap().to_owned();
    assert!(row("first reaction").contains('×'), "{screen}");
    assert!(trainer.shows("there is no moment or ending \"brochur\""));
}

#[test]
fn a_file_that_was_never_good_shows_its_mistakes() {
    let mut trainer = Trainer::with(&broken(), 80, 24);
    assert!(trainer.shows("`titel`") && trainer.shows("1 error"));
    trainer.press("tab enter right e");
    assert!(trainer.shows("`titel`"));
    trainer.save(EXAMPLE);
    assert_eq!(trainer.selected(), "first reaction");
    assert!(trainer.shows("Nine days? Tell me more."));
}

#[test]
fn weaknesses_are_told_marked_and_lead_to_their_moment() {
    let long = "word ".repeat(60);
    let mut trainer = Trainer::with(&EXAMPLE.replace("Is there a budget for this?", long.trim()), 120, 36);
    assert!(trainer.shows(" warning") && trainer.shows("Problems "));
    assert!(trainer.screen().lines().any(|line| line.contains("questions") && line.contains('!')));
    trainer.press("down tab tab");
    let finding = &trainer.bench.findings()[trainer.bench.finding];
    assert_eq!(finding.entry, Some(trainer.bench.selected), "the first that is wrong there");
    trainer.press("home end");
    let last = trainer.bench.findings().last().unwrap().entry;
    trainer.press("enter");
    assert_eq!(trainer.bench.beneath(), Place::Lines);
    let choice = trainer.bench.findings().last().unwrap().choice;
    assert_eq!(trainer.bench.choices().get(trainer.bench.line).copied(), choice, "at the line itself");
    assert_eq!(last.unwrap_or(trainer.bench.selected), trainer.bench.selected);
}

#[test]
fn every_place_that_a_problem_names_is_told_and_marked() {
    use crate::tui::watch::finding::Seen;

    let mut trainer = Trainer::example();
    trainer.save(&EXAMPLE.replacen("\"the gap\": Moment(", "\"questions\": Moment(", 1));
    let findings = trainer.bench.findings().to_vec();
    let twice = findings.iter().position(|finding| !finding.others.is_empty()).expect("a name that is used twice");
    trainer.press("tab tab");
    trainer.press(&"down ".repeat(twice));
    let Seen { line, text, entry, .. } = findings[twice].others[0].clone();
    let screen = trainer.screen();
    assert!(screen.lines().any(|row| row.contains(&line.to_string()) && row.contains(&text[..20])), "{screen}");
    let picture = trainer.last.clone().unwrap();
    assert!(trainer.bench.mark(&picture, entry.unwrap()).is_some());
}

#[test]
fn x_shows_the_page_of_the_selected_problem_and_esc_leads_back() {
    let mut trainer = Trainer::with(&broken(), 80, 24);
    let page = crate::export::pages::page("unknown-field").unwrap();
    trainer.press("x");
    assert!(trainer.shows(&page.sentence) && trainer.shows("With the problem"), "{}", trainer.screen());
    trainer.press("down esc");
    assert!(trainer.shows("`titel`") && !trainer.shows("With the problem"));
}

#[test]
fn too_many_states_leave_a_picture_without_values_and_the_figure_and_the_limit() {
    let mut trainer = Trainer::waiting(120, 36);
    trainer.limit = 7;
    trainer.save(EXAMPLE);
    assert!(trainer.shows("No values: this scenario has more than 7 states"), "{}", trainer.screen());
    assert!(trainer.shows("--max-states") && trainer.shows("Nine days? Tell me more."));
    trainer.press("enter enter enter backspace tab tab shift-tab down down");
    assert!(trainer.shows("more than 7 states"));
}

#[test]
fn a_version_that_takes_long_is_said_to_be_worked_out() {
    use crate::tui::watch::data::Event;

    let mut trainer = Trainer::example();
    trainer.tell(Event::Begun);
    assert!(trainer.bench.waits() && !trainer.shows("working"));
    trainer.tell(Event::Slow);
    assert!(!trainer.bench.waits() && trainer.shows("working the new version out"));
    trainer.save(EXAMPLE);
    assert!(!trainer.shows("working"));
}

#[test]
fn a_version_that_is_out_of_date_before_it_is_worked_out_is_left() {
    use std::cell::Cell;

    use crate::tui::watch::picture::Picture;

    let loaded = || crate::library::load_text("a", EXAMPLE.into(), None).unwrap();
    let asked = Cell::new(0);
    assert!(Picture::of(loaded(), crate::solver::LIMIT, &|| false).is_none());
    let go_on = || {
        asked.set(asked.get() + 1);
        true
    };
    assert!(Picture::of(loaded(), crate::solver::LIMIT, &go_on).is_some());
    assert!(asked.get() > 1, "between the parts of the work");
}
