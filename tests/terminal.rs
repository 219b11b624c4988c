//! The screens in a real terminal: what is taken from it is given back on every way out, and nothing that was said is
//! lost.
#![cfg(unix)]
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "a test that cannot go on has failed")]

#[path = "support/pty.rs"]
mod pty;

use std::path::Path;
use std::process::{Command, Stdio};

use pty::Pty;
use rustix::process::Signal;
use tempfile::TempDir;

const EXAMPLE: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/fixtures/example.ron");

fn program() -> &'static Path {
    Path::new(env!("CARGO_BIN_EXE_tellmore"))
}

/// A person with a home folder of their own.
struct Person {
    home: TempDir,
}

impl Person {
    fn new() -> Self {
        let home = TempDir::new().unwrap();
        let scenarios = home.path().join("scenarios");
        std::fs::create_dir(&scenarios).unwrap();
        std::fs::copy(EXAMPLE, scenarios.join("example.ron")).unwrap();
        Self { home }
    }

    fn runs(&self, arguments: &[&str], variables: &[(&str, &str)]) -> Pty {
        let data = self.home.path().join("data");
        let mut all = vec![("TELLMORE_DATA", data.to_str().unwrap())];
        all.extend_from_slice(variables);
        Pty::start(program(), arguments, &all)
    }

    fn at_home(&self) -> Pty {
        let scenarios = self.home.path().join("scenarios");
        let pty = self.runs(&["--scenarios", scenarios.to_str().unwrap()], &[]);
        pty.shows("Nine days nobody counts");
        pty
    }

    fn in_conversation(&self) -> Pty {
        let pty = self.runs(&["practice", EXAMPLE, "--seed", "1"], &[]);
        pty.offers("1-2 say it");
        pty
    }

    /// In a conversation in which two lines were said.
    fn after_two_lines(&self) -> Pty {
        let mut pty = self.in_conversation();
        pty.type_in("1");
        pty.shows("What would you want to know?");
        pty.offers("say it");
        pty.type_in("1");
        pty.until("the second line", |pty| {
            pty.screen().contains("What else?") || pty.screen().contains("She looks at the clock")
        });
        pty.until("an offer to go on", |pty| {
            pty.is_whole() && ["say it", "enter debrief"].iter().any(|hint| pty.screen().contains(hint))
        });
        pty
    }
}

#[test]
fn quitting_gives_the_terminal_back() {
    let person = Person::new();
    let mut pty = person.at_home();
    pty.type_in("q");
    assert_eq!(pty.ends(), 0);
    pty.is_given_back();
    assert!(!pty.written().contains("Kept as unfinished"), "nothing was begun");
    assert!(pty.written().contains("\x1b[?2026h") && pty.written().contains("\x1b[?2026l"), "drawn at once");
}

#[test]
fn signals_give_the_terminal_back_and_end_with_their_status() {
    for (signal, status) in [(Signal::TERM, 143), (Signal::HUP, 129), (Signal::INT, 130), (Signal::QUIT, 131)] {
        let person = Person::new();
        let mut pty = person.after_two_lines();
        pty.signal(signal);
        assert_eq!(pty.ends(), status, "{signal:?}");
        pty.is_given_back();
        pty.shows("Kept as unfinished. Go on with: tellmore practice --resume");
        let pty = person.at_home();
        pty.shows("2 turns in");
    }
}

#[test]
fn a_terminal_that_goes_away_ends_the_program_and_what_was_said_is_kept() {
    let person = Person::new();
    let mut pty = person.after_two_lines();
    pty.hang_up("?");
    assert_eq!(pty.ends(), 129);
    person.at_home().shows("2 turns in");
}

#[test]
fn ctrl_z_gives_the_terminal_back_and_going_on_draws_everything_anew() {
    let person = Person::new();
    let mut pty = person.after_two_lines();
    for _ in 0..2 {
        let before = pty.screen();
        pty.type_in("\x1a");
        pty.until("being stopped", Pty::is_stopped);
        pty.is_given_back();
        pty.signal(Signal::CONT);
        pty.until("the same screen again", |pty| pty.screen() == before);
    }
    pty.type_in("\x1b");
    pty.shows("Kept.");
    pty.type_in("q");
    assert_eq!(pty.ends(), 0);
    pty.is_given_back();
}

#[test]
fn being_stopped_from_outside_is_the_same_as_ctrl_z() {
    let person = Person::new();
    let mut pty = person.at_home();
    pty.signal(Signal::TSTP);
    pty.until("being stopped", Pty::is_stopped);
    pty.is_given_back();
    pty.signal(Signal::CONT);
    pty.shows("Nine days nobody counts");
    pty.type_in("q");
    assert_eq!(pty.ends(), 0);
}

#[test]
fn a_conversation_that_was_killed_is_offered_and_goes_on_exactly_where_it_was() {
    let person = Person::new();
    let mut pty = person.after_two_lines();
    let before = pty.screen();
    pty.signal(Signal::KILL);
    pty.ends();
    let mut pty = person.at_home();
    pty.shows("Go on with");
    pty.type_in("\r");
    pty.until("the same conversation", |pty| pty.screen() == before);
}

#[test]
fn a_terminal_of_one_cell_does_no_harm() {
    let person = Person::new();
    let mut pty = person.in_conversation();
    let before = pty.screen();
    for (columns, rows) in [(1, 1), (40, 12), (2, 60)] {
        pty.resize(columns, rows);
        if columns == 40 {
            pty.shows("tellmore needs 60x16");
        }
    }
    pty.resize(100, 30);
    pty.until("the same screen again", |pty| pty.screen() == before);
    pty.type_in("\x03");
    assert_eq!(pty.ends(), 0);
}

#[test]
fn without_colour_what_is_under_the_cursor_can_be_seen() {
    let person = Person::new();
    let pty = person.runs(&["practice", EXAMPLE, "--seed", "1"], &[("NO_COLOR", "1")]);
    pty.shows("1-2 say it");
    pty.cells(|screen| {
        let (row, line) = screen.rows(0, 100).enumerate().find(|(_, line)| line.contains('▸')).unwrap();
        let column = line.chars().position(|c| c == '▸').unwrap();
        let cell = |column: usize| screen.cell(u16::try_from(row).unwrap(), u16::try_from(column).unwrap()).unwrap();
        assert!(cell(column).inverse() && cell(column + 5).bold() && cell(column + 5).underline(), "{line}");
    });
    assert!(!pty.written().contains("\x1b[38;"), "a colour was used");
}

#[test]
fn a_paste_with_line_breaks_says_nothing_and_a_click_says_its_line() {
    let person = Person::new();
    let mut pty = person.in_conversation();
    let before = pty.screen();
    pty.type_in("\x1b[200~1\r2\r\nq\x1b\r\x1b[201~");
    // What comes after the paste is heard after it.
    pty.type_in("?");
    pty.shows("say the line with that number");
    pty.type_in("?");
    pty.until("nothing was said", |pty| pty.screen() == before);
    let row = before.lines().position(|line| line.trim_start().starts_with("2  ")).unwrap() + 1;
    pty.type_in(&format!("\x1b[<0;20;{row}M\x1b[<0;20;{row}m"));
    pty.shows("What would you want to know?");
}

#[test]
fn where_there_are_no_screens_the_plain_way_is_named() {
    let person = Person::new();
    let mut pty = person.runs(&[], &[("TERM", "dumb")]);
    assert_eq!(pty.ends(), 2);
    pty.shows("practice --plain");
    let piped = Command::new(program()).stdin(Stdio::null()).stdout(Stdio::piped()).output().unwrap();
    assert_eq!(piped.status.code(), Some(2));
    assert!(piped.stdout.is_empty());
    assert!(String::from_utf8_lossy(&piped.stderr).contains("practice --plain"));
}

#[test]
fn ctrl_c_keeps_what_a_simulation_has_drawn() {
    let mut pty = Person::new().runs(&["simulate", EXAMPLE, "--runs", "4000000000"], &[]);
    pty.shows("Ctrl-C keeps what is done");
    pty.type_in("\u{3}");
    assert_eq!(pty.ends(), 130);
    let written = pty.written();
    for words in ["tellmore: stopped after", "best play", "of the 4,000,000,000 asked for", "scores"] {
        assert!(written.contains(words), "{words}: {written}");
    }
}
