//! The table of keys, held together.

use super::*;

const PLACES: [Place; 13] = [
    Home,
    Filter,
    Conversation,
    Over,
    Debrief,
    Decision,
    Page,
    Help,
    Sure,
    Place::Outline,
    Place::Lines,
    Place::Problems,
    Place::Unread,
];

#[test]
fn no_key_means_two_things_in_one_place() {
    for place in PLACES {
        let mut seen: Vec<Key> = Vec::new();
        for key in bindings(place).flat_map(|binding| binding.keys) {
            assert!(!seen.contains(key), "{place:?} {key:?}");
            seen.push(*key);
        }
    }
}

#[test]
fn every_place_can_be_left() {
    for place in PLACES {
        let quits = action(place, KeyEvent::new(KeyCode::Char('c'), KeyModifiers::CONTROL));
        assert_eq!(quits, Some(Action::Quit), "{place:?}");
    }
}

#[test]
fn letters_are_typed_while_filtering_and_mean_something_elsewhere() {
    let q = KeyEvent::new(KeyCode::Char('q'), KeyModifiers::NONE);
    assert_eq!(action(Filter, q), Some(Action::Type('q')));
    assert_eq!(action(Home, q), Some(Action::Quit));
    assert_eq!(action(Conversation, q), None);
}

#[test]
fn a_digit_says_the_line_with_that_number() {
    let three = KeyEvent::new(KeyCode::Char('3'), KeyModifiers::NONE);
    assert_eq!(action(Conversation, three), Some(Action::Say(3)));
    let held = KeyEvent::new(KeyCode::Char('3'), KeyModifiers::ALT);
    assert_eq!(action(Conversation, held), None);
}

#[test]
fn every_line_of_the_table_says_what_it_does() {
    for binding in TABLE.iter().chain(BENCH) {
        assert!(!binding.help.is_empty() && !binding.shown.is_empty() && !binding.places.is_empty());
    }
}
