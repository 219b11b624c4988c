//! What goes into the history and what comes out, in plain types.

use std::sync::Arc;

use jiff::Timestamp;

use crate::conversation::Transcript;
use crate::debrief::Closing;
use crate::text_hash::TextHash;

/// The number of an attempt in one history, never given twice.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct AttemptId(pub i64);

/// What has to be known to keep an attempt.
#[derive(Debug, Clone, Copy)]
pub struct Begin<'a> {
    /// The name of the scenario's file without `.ron`: attempts with the same stem are attempts at the same scenario.
    pub stem: &'a str,
    /// The scenario's title.
    pub title: &'a str,
    /// The customer's whole name.
    pub customer: &'a str,
    /// The hash of `text` and `rubric_text`.
    pub hash: TextHash,
    /// The scenario's text.
    pub text: &'a str,
    /// The text that the rubric came from; nothing where it is the default one.
    pub rubric_text: Option<&'a str>,
    /// The conversation so far: its seed, and the turns said already.
    pub transcript: &'a Transcript,
    /// The attempt in which a decision was taken back after its debrief, and which this one goes on from.
    pub from: Option<AttemptId>,
}

/// How an attempt came out, and when.
#[derive(Debug, Clone, PartialEq)]
pub struct Finish {
    /// The figures, and the ending.
    pub closing: Closing,
    /// When. It is kept as no earlier than the last turn, should the clock have been set back.
    pub finished: Timestamp,
}

/// An attempt with all that it takes to take it up again, or to look at it once more.
#[derive(Debug, Clone, PartialEq)]
pub struct Kept {
    /// Its number.
    pub id: AttemptId,
    /// The name of the scenario's file at the time, without `.ron`.
    pub stem: String,
    /// The scenario's title at the time.
    pub title: String,
    /// The customer's whole name.
    pub customer: String,
    /// The hash of `text` and `rubric_text`.
    pub hash: TextHash,
    /// The scenario's text at the time; attempts at the same text share it.
    pub text: Arc<str>,
    /// The text that the rubric came from; nothing where it was the default one.
    pub rubric_text: Option<Arc<str>>,
    /// The conversation.
    pub transcript: Transcript,
    /// The attempt that it goes on from.
    pub from: Option<AttemptId>,
    /// When it was begun.
    pub begun: Timestamp,
    /// When its last turn was kept; never before `begun`.
    pub last: Timestamp,
    /// How it came out, once it is finished.
    pub finish: Option<Finish>,
}

/// How things stand with one scenario. Attempts that go on from a decision taken back count for nothing here.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Standing {
    /// The best score; nothing where no attempt was scored.
    pub best: Option<f64>,
    /// The score of the attempt finished last; nothing where it was not scored.
    pub last: Option<f64>,
    /// How many attempts were finished.
    pub times: u32,
    /// When the last one was finished.
    pub last_at: Timestamp,
}

/// A finished attempt in short.
#[derive(Debug, Clone, PartialEq)]
pub struct Attempt {
    /// Its number.
    pub id: AttemptId,
    /// The name of the scenario's file at the time, without `.ron`.
    pub stem: String,
    /// The scenario's title at the time.
    pub title: String,
    /// The customer's whole name.
    pub customer: String,
    /// The attempt that it goes on from.
    pub from: Option<AttemptId>,
    /// How many turns it took.
    pub turns: usize,
    /// When it was begun.
    pub begun: Timestamp,
    /// How it came out.
    pub finish: Finish,
}
