//! Keeping what is said on the screens, in a history on the disk.

use std::path::Path;
use std::sync::Arc;

use tempfile::TempDir;

use super::keeping::Keeper;
use super::shelf;
use crate::conversation::{Transcript, Turn};
use crate::debrief::Closing;
use crate::history::History;
use crate::library::{Roots, load_text};
use crate::tui::app::data::{Effect, Piece, Reading, Ticket};

const EXAMPLE: &str = include_str!("../../../tests/fixtures/example.ron");
const FIRST: Turn = Turn { reply: 0, follow_up: 0 };

fn piece() -> Arc<Piece> {
    Arc::new(Piece::new("example", load_text("example", EXAMPLE.into(), None).unwrap()))
}

fn keeper(folder: &Path) -> Keeper {
    Keeper::open(&Ok(folder.to_path_buf()))
}

fn begin(keeper: &mut Keeper, ticket: u64) {
    let (ticket, transcript) = (Ticket(ticket), Transcript::new(1, None));
    keeper.perform(Effect::Begin { ticket, piece: piece(), transcript, from: None }).unwrap();
}

fn keep(keeper: &mut Keeper, ticket: u64, number: usize, turn: Turn) -> Result<(), String> {
    keeper.perform(Effect::Keep { ticket: Ticket(ticket), number, turn })
}

fn turns(folder: &Path) -> Vec<Vec<Turn>> {
    let unfinished = History::open(folder).unwrap().unfinished().unwrap();
    unfinished.into_iter().map(|kept| kept.transcript.turns).collect()
}

#[test]
fn a_conversation_is_kept_from_its_first_line_on() {
    let folder = TempDir::new().unwrap();
    let mut keeper = keeper(folder.path());
    begin(&mut keeper, 1);
    assert!(turns(folder.path()).is_empty());
    keep(&mut keeper, 1, 0, FIRST).unwrap();
    assert_eq!(turns(folder.path()), [vec![FIRST]]);
}

#[test]
fn two_windows_that_go_on_with_one_conversation_each_keep_their_own() {
    let folder = TempDir::new().unwrap();
    let mut one = keeper(folder.path());
    begin(&mut one, 1);
    keep(&mut one, 1, 0, FIRST).unwrap();

    let mut other = keeper(folder.path());
    let shelf = shelf::read(&Roots::default(), &mut other);
    let resumed = &shelf.unfinished[0];
    assert!(!resumed.over);
    other.perform(Effect::Resume { ticket: Ticket(9), id: resumed.id }).unwrap();

    let (left, right) = (Turn { reply: 0, follow_up: 1 }, Turn { reply: 0, follow_up: 3 });
    keep(&mut one, 1, 1, left).unwrap();
    keep(&mut other, 9, 1, right).unwrap();
    let mut kept = turns(folder.path());
    kept.sort_by_key(|turns| turns[1].follow_up);
    assert_eq!(kept, [vec![FIRST, left], vec![FIRST, right]]);
}

#[test]
fn what_is_finished_counts_and_is_not_offered_again() {
    let folder = TempDir::new().unwrap();
    let mut keeper = keeper(folder.path());
    begin(&mut keeper, 1);
    keep(&mut keeper, 1, 0, FIRST).unwrap();
    let closing = Closing { score: Some(74.0), ..Closing::default() };
    keeper.perform(Effect::Finish { ticket: Ticket(1), closing }).unwrap();
    assert!(turns(folder.path()).is_empty());
    assert_eq!(keeper.standing()["example"].best, Some(74.0));
}

#[test]
fn what_is_given_up_is_not_offered_again() {
    let folder = TempDir::new().unwrap();
    let mut keeper = keeper(folder.path());
    begin(&mut keeper, 1);
    keep(&mut keeper, 1, 0, FIRST).unwrap();
    let id = shelf::read(&Roots::default(), &mut keeper).unfinished[0].id;
    keeper.perform(Effect::GiveUp { id }).unwrap();
    assert!(shelf::read(&Roots::default(), &mut keeper).unfinished.is_empty());
}

#[test]
fn what_is_judged_twice_or_given_up_before_it_is_judged_is_no_trouble() {
    let folder = TempDir::new().unwrap();
    let mut keeper = keeper(folder.path());
    let finish = |keeper: &mut Keeper, ticket, score| {
        let closing = Closing { score: Some(score), ..Closing::default() };
        keeper.perform(Effect::Finish { ticket: Ticket(ticket), closing })
    };
    begin(&mut keeper, 1);
    keep(&mut keeper, 1, 0, FIRST).unwrap();
    let id = shelf::read(&Roots::default(), &mut keeper).unfinished[0].id;
    keeper.perform(Effect::Resume { ticket: Ticket(2), id }).unwrap();
    finish(&mut keeper, 1, 74.0).unwrap();
    finish(&mut keeper, 2, 11.0).unwrap();
    assert_eq!(keeper.standing()["example"].best, Some(74.0));

    begin(&mut keeper, 3);
    keep(&mut keeper, 3, 0, FIRST).unwrap();
    let id = shelf::read(&Roots::default(), &mut keeper).unfinished[0].id;
    keeper.perform(Effect::GiveUp { id }).unwrap();
    finish(&mut keeper, 3, 99.0).unwrap();
    assert_eq!(keeper.standing()["example"].times, 1);
}

#[test]
fn without_a_place_for_the_history_nothing_is_kept_and_the_reason_is_told() {
    let folder = TempDir::new().unwrap();
    let file = folder.path().join("file");
    std::fs::write(&file, "").unwrap();
    let mut keeper = keeper(&file);
    begin(&mut keeper, 1);
    assert!(keep(&mut keeper, 1, 0, FIRST).is_err());
    assert!(shelf::read(&Roots::default(), &mut keeper).not_kept.is_some());
}

#[test]
fn a_broken_file_stands_after_those_that_can_be_played_with_its_mistakes_at_their_lines() {
    let folder = TempDir::new().unwrap();
    std::fs::write(folder.path().join("a.ron"), "Scenario(\n  format: 1,\n  titel: \"x\",\n)\n").unwrap();
    std::fs::write(folder.path().join("b.ron"), EXAMPLE).unwrap();
    let roots = Roots { asked: vec![folder.path().to_path_buf()], ..Roots::default() };
    let shelf = shelf::read(&roots, &mut keeper(&folder.path().join("data")));
    let last = shelf.entries.last().unwrap();
    assert_eq!((shelf.entries[0].stem.as_str(), last.stem.as_str()), ("b", "a"));
    let Reading::Broken(mistakes) = &last.reading else { panic!("{last:?}") };
    let titel = mistakes.iter().find(|mistake| mistake.line == Some(3)).unwrap();
    assert_eq!((&*titel.text, titel.help.as_deref()), ("titel: \"x\",", Some("did you mean `title`?")));
}

#[test]
fn a_folder_that_was_asked_for_and_is_not_there_is_told() {
    let folder = TempDir::new().unwrap();
    let roots = Roots { asked: vec![folder.path().join("nowhere")], ..Roots::default() };
    let shelf = shelf::read(&roots, &mut keeper(folder.path()));
    assert_eq!(shelf.unread.len(), 1);
}

#[test]
fn a_history_that_is_broken_is_set_aside_and_what_is_open_goes_into_the_new_one() {
    let folder = TempDir::new().unwrap();
    std::fs::write(folder.path().join("history.db"), "this was a database once, and is none now".repeat(99)).unwrap();
    let mut keeper = keeper(folder.path());
    begin(&mut keeper, 1);
    assert!(keep(&mut keeper, 1, 0, FIRST).is_err());
    assert!(keeper.is_broken() && shelf::read(&Roots::default(), &mut keeper).broken);
    let aside = keeper.set_aside().unwrap();
    assert!(aside.exists() && !keeper.is_broken() && keeper.set_aside().is_err());
    keep(&mut keeper, 1, 1, FIRST).unwrap();
    assert_eq!(keeper.not_kept(), None);
    assert_eq!(turns(folder.path()), [vec![FIRST, FIRST]]);
}

#[test]
fn turns_that_could_not_be_kept_are_kept_with_the_next_and_only_once() {
    let folder = TempDir::new().unwrap();
    let mut keeper = keeper(folder.path());
    begin(&mut keeper, 1);
    keep(&mut keeper, 1, 0, FIRST).unwrap();
    let lock = rusqlite::Connection::open(folder.path().join("history.db")).unwrap();
    lock.execute_batch("CREATE TRIGGER full BEFORE INSERT ON turn BEGIN SELECT RAISE(FAIL, 'no room'); END").unwrap();
    assert!(keep(&mut keeper, 1, 1, FIRST).is_err() && keeper.not_kept().is_some());
    lock.execute_batch("DROP TRIGGER full").unwrap();
    keep(&mut keeper, 1, 2, FIRST).unwrap();
    assert_eq!(keeper.not_kept(), None);
    assert_eq!(turns(folder.path()), [vec![FIRST; 3]]);
}

#[test]
fn the_newest_unfinished_conversations_are_offered_and_an_older_one_that_is_asked_for() {
    let folder = TempDir::new().unwrap();
    let mut keeper = keeper(folder.path());
    for ticket in 1..=5 {
        begin(&mut keeper, ticket);
        keep(&mut keeper, ticket, 0, FIRST).unwrap();
    }
    let read = |keeper: &mut Keeper| {
        let shelf = shelf::read(&Roots::default(), keeper);
        (shelf.unfinished.iter().map(|unfinished| unfinished.id).collect::<Vec<_>>(), shelf.more)
    };
    assert_eq!(read(&mut keeper), (vec![5, 4, 3], 2));
    keeper.want(1);
    assert_eq!(read(&mut keeper), (vec![5, 4, 3, 1], 2));
    keeper.offer_more();
    assert_eq!(read(&mut keeper), (vec![5, 4, 3, 2, 1], 0));
}
