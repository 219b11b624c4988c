//! The history as a whole, on a real disk.

use jiff::{SignedDuration, Timestamp};
use tempfile::TempDir;

use super::{AttemptId, Begin, Finish, History};
use crate::conversation::{Transcript, Turn};
use crate::debrief::Closing;
use crate::scenario::Outcome;
use crate::text_hash::TextHash;

mod attempts;
mod trouble;

const NOON: Timestamp = Timestamp::constant(1_780_000_000, 0);

fn later(seconds: i64) -> Timestamp {
    NOON + SignedDuration::from_secs(seconds)
}

fn folder() -> (TempDir, History) {
    let folder = tempfile::tempdir().unwrap();
    let history = History::open(folder.path()).unwrap();
    (folder, history)
}

fn begin_text(
    history: &History,
    stem: &str,
    text: &str,
    transcript: &Transcript,
    from: Option<AttemptId>,
) -> AttemptId {
    let hash = TextHash::of(text, None);
    let begin =
        Begin { stem, title: "Nine days", customer: "Ilse Brandt", hash, text, rubric_text: None, transcript, from };
    history.begin(&begin, NOON).unwrap()
}

fn begin(history: &History, stem: &str) -> AttemptId {
    begin_text(history, stem, "Scenario()", &Transcript::new(7, None), None)
}

fn turn(reply: usize, follow_up: usize) -> Turn {
    Turn { reply, follow_up }
}

fn finish(score: f64, seconds: i64) -> Finish {
    let closing = Closing {
        score: Some(score),
        par: Some(27.7),
        result: 3.5,
        luck: -2.1,
        ending: Some("next step".to_owned()),
        outcome: Some(Outcome::Advance),
    };
    Finish { closing, finished: later(seconds) }
}

fn played(history: &History, stem: &str, score: f64, seconds: i64) -> AttemptId {
    let attempt = begin(history, stem);
    history.keep(attempt, 0, turn(0, 0), later(seconds)).unwrap();
    history.finish(attempt, &finish(score, seconds)).unwrap();
    attempt
}
