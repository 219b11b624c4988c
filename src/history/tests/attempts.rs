//! What is kept is there, and is read as it was.

use proptest::prelude::*;
use rusqlite::Connection;

use super::{NOON, begin, begin_text, finish, folder, later, played, turn};
use crate::conversation::{Transcript, Turn};
use crate::debrief::Closing;
use crate::history::{AttemptId, Begin, FILE, Finish, History, HistoryError, Kept, Standing};
use crate::scenario::ReplyKind;
use crate::text_hash::TextHash;

#[test]
fn every_turn_is_there_after_a_program_that_did_not_close() {
    let (folder, history) = folder();
    let attempt = begin(&history, "nine-days");
    for number in 0..5 {
        history.keep(attempt, number, turn(number, 1), later(10)).unwrap();
    }
    // Neither closed nor dropped: what a killed program leaves behind.
    std::mem::forget(history);
    let kept = History::open(folder.path()).unwrap().unfinished().unwrap();
    assert_eq!(kept.len(), 1);
    assert_eq!(kept[0].id, attempt);
    assert_eq!(kept[0].transcript.turns, (0..5).map(|number| turn(number, 1)).collect::<Vec<_>>());
}

#[test]
fn an_attempt_is_read_as_it_was_played_whatever_became_of_its_file() {
    let (folder, history) = folder();
    let transcript = Transcript {
        seed: u64::MAX,
        stream: 3,
        first: Some(ReplyKind::Other("TellMeMore".to_owned())),
        turns: vec![turn(1, 2), turn(0, 4)],
    };
    let (text, rubric) = ("Scenario(é)", "Pack()");
    let hash = TextHash::of(text, Some(rubric));
    let (stem, title, customer) = ("a\u{1b}b", "Nine days", "Ilse Brandt");
    let begin =
        Begin { stem, title, customer, hash, text, rubric_text: Some(rubric), transcript: &transcript, from: None };
    let id = history.begin(&begin, NOON).unwrap();
    history.finish(id, &finish(81.25, 60)).unwrap();
    drop(history);
    let kept = History::open(folder.path()).unwrap().kept(id).unwrap().unwrap();
    let expected = Kept {
        id,
        stem: stem.to_owned(),
        title: title.to_owned(),
        customer: customer.to_owned(),
        hash,
        text: text.into(),
        rubric_text: Some(rubric.into()),
        transcript,
        from: None,
        begun: NOON,
        last: NOON,
        finish: Some(finish(81.25, 60)),
    };
    assert_eq!(kept, expected);
}

#[test]
fn one_text_is_kept_once_for_all_its_attempts() {
    let (folder, history) = folder();
    for text in ["a", "b", "a", "a"] {
        begin_text(&history, "s", text, &Transcript::new(1, None), None);
    }
    let db = Connection::open(folder.path().join(FILE)).unwrap();
    assert_eq!(db.query_one("SELECT count(*) FROM text", [], |row| row.get::<_, i64>(0)).unwrap(), 2);
}

#[test]
fn a_conversation_in_which_nothing_was_said_is_not_offered() {
    let (_folder, history) = folder();
    let attempt = begin(&history, "s");
    assert_eq!(history.unfinished().unwrap(), []);
    history.keep(attempt, 0, turn(0, 0), NOON).unwrap();
    assert_eq!(history.unfinished().unwrap().len(), 1);
    history.forget(attempt, 0).unwrap();
    assert_eq!(history.unfinished().unwrap(), []);
}

#[test]
fn what_was_left_last_is_offered_first_and_what_is_over_is_not() {
    let (_folder, history) = folder();
    let started = Transcript { turns: vec![turn(0, 0)], ..Transcript::new(1, None) };
    let [first, second, given_up, over] =
        ["first", "second", "given up", "over"].map(|stem| begin_text(&history, stem, "x", &started, None));
    history.keep(second, 1, turn(0, 0), later(20)).unwrap();
    history.keep(first, 1, turn(0, 0), later(30)).unwrap();
    history.discard(given_up, later(40)).unwrap();
    history.discard(given_up, later(50)).unwrap();
    history.finish(over, &finish(1.0, 50)).unwrap();
    let offered: Vec<_> = history.unfinished().unwrap().into_iter().map(|kept| kept.id).collect();
    assert_eq!(offered, [first, second]);
    assert!(history.kept(given_up).unwrap().is_some(), "given up is not deleted");
}

#[test]
fn turns_taken_back_are_forgotten_and_others_take_their_place() {
    let (_folder, history) = folder();
    let attempt = begin(&history, "s");
    for number in 0..3 {
        history.keep(attempt, number, turn(0, 0), NOON).unwrap();
    }
    history.forget(attempt, 1).unwrap();
    history.keep(attempt, 1, turn(2, 2), NOON).unwrap();
    assert_eq!(history.kept(attempt).unwrap().unwrap().transcript.turns, [turn(0, 0), turn(2, 2)]);
}

#[test]
fn nothing_is_added_to_what_is_over_or_was_never_there() {
    let (_folder, history) = folder();
    let over = played(&history, "s", 50.0, 1);
    for attempt in [over, AttemptId(99)] {
        let refused = [
            history.keep(attempt, 1, turn(0, 0), NOON),
            history.forget(attempt, 0),
            history.finish(attempt, &finish(99.0, 2)),
            history.discard(attempt, NOON),
        ];
        for refused in refused {
            assert!(matches!(refused, Err(HistoryError::NotOpen { attempt: told }) if told == attempt), "{refused:?}");
        }
    }
    assert_eq!(history.kept(over).unwrap().unwrap().finish.unwrap().closing.score, Some(50.0));
}

#[test]
fn two_programs_in_one_conversation_do_not_mix_their_turns() {
    let (folder, one) = folder();
    let other = History::open(folder.path()).unwrap();
    let attempt = begin(&one, "s");
    one.keep(attempt, 0, turn(0, 0), NOON).unwrap();
    other.keep(attempt, 0, turn(0, 0), NOON).unwrap();
    one.keep(attempt, 1, turn(0, 1), NOON).unwrap();
    let refused = other.keep(attempt, 1, turn(0, 2), NOON);
    assert!(matches!(refused, Err(HistoryError::Elsewhere { number: 1, .. })), "{refused:?}");
    let refused = one.keep(attempt, 3, turn(0, 1), NOON);
    assert!(matches!(refused, Err(HistoryError::Elsewhere { number: 3, .. })), "{refused:?}");
    assert_eq!(one.kept(attempt).unwrap().unwrap().transcript.turns, [turn(0, 0), turn(0, 1)]);
}

#[test]
fn standing_tells_best_last_and_times_and_leaves_out_what_was_taken_back() {
    let (_folder, history) = folder();
    let first = played(&history, "a", 81.0, 10);
    played(&history, "a", 44.0, 20);
    played(&history, "b", 12.5, 30);
    let again = begin_text(&history, "a", "Scenario()", &Transcript::new(7, None), Some(first));
    history.finish(again, &finish(100.0, 40)).unwrap();
    begin(&history, "never finished");
    let standing = history.standing().unwrap();
    assert_eq!(standing["a"], Standing { best: Some(81.0), last: Some(44.0), times: 2, last_at: later(20) });
    assert_eq!(standing["b"], Standing { best: Some(12.5), last: Some(12.5), times: 1, last_at: later(30) });
    assert_eq!(standing.len(), 2);
}

#[test]
fn an_attempt_without_a_score_counts_as_an_attempt() {
    let (_folder, history) = folder();
    let attempt = begin(&history, "s");
    let stuck = Finish { closing: Closing::default(), ..finish(0.0, 5) };
    history.finish(attempt, &stuck).unwrap();
    assert_eq!(history.standing().unwrap()["s"], Standing { best: None, last: None, times: 1, last_at: later(5) });
    assert_eq!(history.attempts(None, 9).unwrap()[0].finish, stuck);
}

#[test]
fn the_latest_attempts_come_first_and_only_as_many_as_asked_for() {
    let (_folder, history) = folder();
    let [a, b, c] = [("x", 10), ("y", 20), ("x", 30)].map(|(stem, at)| played(&history, stem, 50.0, at));
    let ids = |stem, limit| -> Vec<_> {
        history.attempts(stem, limit).unwrap().into_iter().map(|attempt| attempt.id).collect()
    };
    assert_eq!(ids(None, usize::MAX), [c, b, a]);
    assert_eq!(ids(Some("x"), 10), [c, a]);
    assert_eq!(ids(Some("x"), 1), [c]);
    assert_eq!(history.attempts(None, 1).unwrap()[0].turns, 1);
}

#[test]
fn a_clock_set_back_gives_no_negative_time_and_keeps_the_order() {
    let (_folder, history) = folder();
    let year = 365 * 24 * 3600;
    played(&history, "s", 10.0, 0);
    let attempt = begin(&history, "s");
    history.keep(attempt, 0, turn(0, 0), later(-year)).unwrap();
    history.finish(attempt, &finish(20.0, -year)).unwrap();
    let kept = history.kept(attempt).unwrap().unwrap();
    assert!(kept.begun <= kept.last && kept.last <= kept.finish.unwrap().finished);
    let hash = TextHash::of("x", None);
    let transcript = Transcript { turns: vec![turn(0, 0)], ..Transcript::new(1, None) };
    let before = Begin {
        stem: "s",
        title: "",
        customer: "",
        hash,
        text: "x",
        rubric_text: None,
        transcript: &transcript,
        from: None,
    };
    let attempt = history.begin(&before, later(-year)).unwrap();
    history.finish(attempt, &finish(30.0, -year)).unwrap();
    assert_eq!(history.standing().unwrap()["s"].last, Some(30.0), "the last one is the one finished last");
    let given_up = begin(&history, "s");
    history.discard(given_up, later(-year)).unwrap();
}

#[test]
fn two_programs_write_at_once_and_nothing_is_lost() {
    let folder = tempfile::tempdir().unwrap();
    let write = |stem: &str| {
        // Opening belongs to it: both find no file.
        let history = History::open(folder.path()).unwrap();
        for _ in 0..20 {
            let attempt = begin(&history, stem);
            for number in 0..3 {
                history.keep(attempt, number, turn(number, 0), NOON).unwrap();
            }
            history.finish(attempt, &finish(60.0, 1)).unwrap();
        }
    };
    std::thread::scope(|scope| {
        for stem in ["a", "b", "c", "d"] {
            scope.spawn(move || write(stem));
        }
    });
    let history = History::open(folder.path()).unwrap();
    assert!(history.standing().unwrap().values().all(|standing| standing.times == 20));
    let attempts = history.attempts(None, 1_000).unwrap();
    assert_eq!((attempts.len(), attempts.iter().map(|attempt| attempt.turns).sum::<usize>()), (80, 240));
}

fn any_kind() -> impl Strategy<Value = Option<ReplyKind>> {
    let four = (0..4_usize).prop_map(|index| ReplyKind::FOUR[index].clone());
    proptest::option::of(prop_oneof![four, ".{0,12}".prop_map(ReplyKind::Other)])
}

fn any_turn() -> impl Strategy<Value = Turn> {
    (0..=u32::MAX as usize, 0..=u32::MAX as usize).prop_map(|(reply, follow_up)| Turn { reply, follow_up })
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]

    #[test]
    fn a_transcript_comes_back_as_it_was(
        seed: u64, stream: u32, first in any_kind(), turns in prop::collection::vec(any_turn(), 1..12), at_once in 0..12_usize
    ) {
        let (_folder, history) = folder();
        let whole = Transcript { seed, stream, first, turns };
        let mut begun = whole.clone();
        begun.turns.truncate(at_once);
        let attempt = begin_text(&history, "s", "x", &begun, None);
        for (number, &turn) in whole.turns.iter().enumerate().skip(at_once) {
            history.keep(attempt, number, turn, NOON).unwrap();
        }
        prop_assert_eq!(&history.unfinished().unwrap()[0].transcript, &whole);
    }
}
