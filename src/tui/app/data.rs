//! What the screens are given and what they ask for, as plain data: no screen knows files or SQL.

use std::sync::Arc;

use crossterm::event::{KeyEvent, MouseEvent};

use crate::conversation::{Transcript, Turn};
use crate::debrief::Closing;
use crate::library::Loaded;
use crate::scenario::{ReplyKind, Scenario};
use crate::solver::Solved;
use crate::text_hash::TextHash;
use crate::tui::shell::input::Input;

/// A scenario that can be practised, with the text that it was read from.
#[derive(Debug, Clone, PartialEq)]
pub struct Piece {
    /// The name that the command line knows it by.
    pub stem: String,
    /// The hash of its text and rubric.
    pub hash: TextHash,
    /// What it was read from.
    pub text: Arc<str>,
    /// What its rubric was read from, where its pack brings one.
    pub rubric_text: Option<Arc<str>>,
    /// The scenario.
    pub scenario: Arc<Scenario>,
}

impl Piece {
    /// What was read from a file, or from the text that is kept with a conversation.
    #[must_use]
    pub fn new(stem: &str, loaded: Loaded) -> Self {
        let Loaded { text, rubric_text, scenario, hash } = loaded;
        Self { stem: stem.to_owned(), hash, text, rubric_text, scenario }
    }
}

/// One file on the home screen.
#[derive(Debug, Clone, PartialEq)]
pub struct Entry {
    /// The name that the command line knows it by.
    pub stem: String,
    /// Where it lies, as it is shown.
    pub file: String,
    /// The scenario, or its mistakes.
    pub reading: Reading,
    /// How it went before.
    pub standing: Standing,
}

/// What came of reading a file.
#[derive(Debug, Clone, PartialEq)]
pub enum Reading {
    /// It can be practised.
    Ready(Arc<Piece>),
    /// It cannot: its mistakes.
    Broken(Vec<Mistake>),
}

/// One mistake of a file.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Mistake {
    /// The line that it is in, from 1; nothing where it is in no line.
    pub line: Option<usize>,
    /// What is wrong.
    pub says: String,
    /// How to mend it.
    pub help: Option<String>,
    /// What stands in that line.
    pub text: String,
}

/// How a scenario went before.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub struct Standing {
    /// How often it was played to the end.
    pub played: u32,
    /// The best score.
    pub best: Option<f64>,
    /// The last score.
    pub last: Option<f64>,
}

/// A conversation that was left before its end.
#[derive(Debug, Clone, PartialEq)]
pub struct Unfinished {
    /// What the history knows it by.
    pub id: i64,
    /// What it was played with, even if the file has changed since.
    pub piece: Arc<Piece>,
    /// How far it went.
    pub transcript: Transcript,
    /// When it was left: `2 hours ago`.
    pub when: String,
    /// Whether everything was said, and only its debrief is still to come.
    pub over: bool,
}

/// All that the home screen shows.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Shelf {
    /// The scenario files, in the order in which they are shown.
    pub entries: Vec<Entry>,
    /// The conversations that can be gone on with, the newest first.
    pub unfinished: Vec<Unfinished>,
    /// How many more of them there are.
    pub more: usize,
    /// Where scenarios were looked for.
    pub places: Vec<String>,
    /// Why some of these places could not be looked into.
    pub unread: Vec<String>,
    /// Why nothing is kept, where that is so.
    pub not_kept: Option<String>,
    /// Whether that is because the history is broken, so that it can be set aside.
    pub broken: bool,
}

/// A number that the screens give to a conversation, so that what they say of it later can be told apart.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Ticket(pub u64);

/// What happens to the program.
#[derive(Debug, Clone)]
pub enum Event {
    /// A key was pressed.
    Key(KeyEvent),
    /// The mouse did something.
    Mouse(MouseEvent),
    /// Text was pasted.
    Paste(String),
    /// The terminal is now this many columns and rows.
    Resize(u16, u16),
    /// The scenarios and the history were read.
    Shelf(Box<Shelf>),
    /// A seed was drawn.
    Seed(u64),
    /// The scenario with this hash was solved, or why it was not.
    Solved {
        /// Its hash.
        hash: TextHash,
        /// Its values, or a sentence that says why there are none.
        solved: Result<Arc<Solved>, String>,
    },
    /// The lines that can be said now have been on the screen for as long as it takes to see that they are new.
    Seen,
    /// Something could not be kept.
    NotKept(String),
    /// What could not be kept before is kept now.
    Kept,
    /// The broken history was set aside under this name, or why it was not.
    SetAside(Result<String, String>),
}

impl From<Input> for Event {
    fn from(input: Input) -> Self {
        match input {
            Input::Key(key) => Self::Key(key),
            Input::Mouse(mouse) => Self::Mouse(mouse),
            Input::Paste(text) => Self::Paste(text),
            Input::Resize(width, height) => Self::Resize(width, height),
        }
    }
}

/// What the program asks of the world.
#[derive(Debug, Clone, PartialEq)]
pub enum Effect {
    /// Draw a seed.
    DrawSeed,
    /// Keep a conversation from now on, with the turns that it already has.
    Begin {
        /// What it will be called by.
        ticket: Ticket,
        /// What is played.
        piece: Arc<Piece>,
        /// Its seed, and the turns that it already has.
        transcript: Transcript,
        /// The conversation in which a decision was taken back, and which this one goes on from.
        from: Option<Ticket>,
    },
    /// Go on keeping a conversation that is already in the history.
    Resume {
        /// What it will be called by.
        ticket: Ticket,
        /// What the history knows it by.
        id: i64,
    },
    /// Keep one turn.
    Keep {
        /// Of which conversation.
        ticket: Ticket,
        /// The number of the turn, from 0.
        number: usize,
        /// What was drawn and chosen.
        turn: Turn,
    },
    /// Note that a conversation is over.
    Finish {
        /// Which one.
        ticket: Ticket,
        /// How it came out.
        closing: Closing,
    },
    /// Forget a conversation that was left before its end.
    GiveUp {
        /// What the history knows it by.
        id: i64,
    },
    /// Set the broken history aside and begin a new one.
    SetAside,
    /// Offer more unfinished conversations from now on.
    More,
    /// Solve a scenario beside the conversation.
    Solve(Arc<Piece>),
    /// Read the scenarios and the history again.
    Reload,
    /// Stop until the shell brings the program back.
    Suspend,
    /// End the program.
    Quit,
}

/// What the program opens with.
#[derive(Debug, Clone, Default)]
pub enum Start {
    /// The home screen.
    #[default]
    Home,
    /// The unfinished conversation that the history knows by this.
    Resume(i64),
    /// A conversation.
    Practise {
        /// The scenario.
        piece: Arc<Piece>,
        /// The seed; drawn where there is none.
        seed: Option<u64>,
        /// The kind of the customer's first reply, where it is asked for.
        first: Option<ReplyKind>,
    },
}
