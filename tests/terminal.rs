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

/// The title of the example, and another one that no other text has.
const TITLES: (&str, &str) = ("Nine days nobody counts", "Ten days that somebody counts");

impl Person {
    /// Has a trainer watch the file of the example, which is returned, with `editor` as the editor.
    fn watches(&self, editor: &str) -> (Pty, std::path::PathBuf) {
        let file = self.home.path().join("scenarios").join("example.ron");
        let pty = self.runs(&["watch", file.to_str().unwrap()], &[("EDITOR", editor)]);
        pty.shows(TITLES.0);
        pty.shows("Nine days? Tell me more.");
        (pty, file)
    }

    /// Saves `text` as an editor does that writes a new file and renames it over the old one.
    fn saves(&self, text: &str) {
        let other = self.home.path().join("scenarios").join(".example.ron.tmp");
        std::fs::write(&other, text).unwrap();
        std::fs::rename(other, self.home.path().join("scenarios").join("example.ron")).unwrap();
    }

    /// A program that is taken for an editor, and does what the shell script `does`.
    fn editor(&self, does: &str) -> String {
        use std::os::unix::fs::PermissionsExt;
        let path = self.home.path().join("vim");
        std::fs::write(&path, format!("#!/bin/sh\n{does}")).unwrap();
        std::fs::set_permissions(&path, std::fs::Permissions::from_mode(0o755)).unwrap();
        path.to_str().unwrap().to_owned()
    }
}

fn example() -> String {
    std::fs::read_to_string(EXAMPLE).unwrap()
}

#[test]
fn a_save_is_shown_and_a_broken_one_keeps_what_was_there() {
    let person = Person::new();
    let (mut pty, _) = person.watches("");
    pty.type_in("j");
    pty.shows("What would you want to know?");
    person.saves(&example().replace(TITLES.0, TITLES.1));
    pty.shows(TITLES.1);
    person.saves(&example().replacen("title:", "titel:", 1));
    pty.shows("did you mean `title`?");
    pty.shows("The last good version");
    assert!(pty.screen().contains(TITLES.1) && pty.screen().contains("What would you want to know?"));
    person.saves(&example());
    pty.shows(TITLES.0);
    pty.no_longer_shows("The last good version");
    assert!(pty.screen().contains("What would you want to know?"), "the same moment is selected");
    pty.type_in("q");
    assert_eq!(pty.ends(), 0);
    pty.is_given_back();
}

#[test]
fn an_editor_gets_the_terminal_and_every_key_and_gives_it_back() {
    let person = Person::new();
    let home = person.home.path().to_str().unwrap().to_owned();
    std::fs::write(person.home.path().join("new.ron"), example().replace(TITLES.0, TITLES.1)).unwrap();
    let editor = person.editor(&format!(
        "printf '%s ' \"$@\" > '{home}/asked'\nprintf 'type here: '\nIFS= read -r typed\n\
         printf '%s' \"$typed\" > '{home}/typed'\n\
         while IFS= read -r line; do printf '%s\\n' \"$line\"; done < '{home}/new.ron' > \"$2\"\n"
    ));
    let (mut pty, file) = person.watches(&editor);
    let wrote = |name: &str| std::fs::read_to_string(person.home.path().join(name)).unwrap_or_default();
    for round in 0..2 {
        pty.type_in("je");
        pty.until("the editor", |pty| pty.written().matches("type here: ").count() == round + 1);
        pty.is_given_back();
        pty.type_in("q?j\tnothing of this is for tellmore\r");
        pty.until("what was typed", |_| wrote("typed") == "q?j\tnothing of this is for tellmore");
        pty.shows(TITLES.1);
        pty.until("the screens again", |pty| pty.is_whole() && pty.screen().contains("states stake"));
        std::fs::remove_file(person.home.path().join("typed")).unwrap();
    }
    let line = example().lines().position(|line| line.contains("\"the gap\": Moment")).unwrap() + 1;
    assert_eq!(wrote("asked"), format!("+{line} {} ", file.display()));
    pty.type_in("q");
    assert_eq!(pty.ends(), 0);
    pty.is_given_back();
}

#[test]
fn signals_end_the_bench_and_its_editor_and_give_the_terminal_back() {
    let person = Person::new();
    let (mut pty, _) = person.watches("");
    pty.signal(Signal::TERM);
    assert_eq!(pty.ends(), 143);
    pty.is_given_back();

    let ended = person.home.path().join("ended");
    let does = format!(
        "trap 'echo > {}; exit' TERM\nprintf 'type here: '\nwhile read -r typed; do :; done\n",
        ended.display()
    );
    let (mut pty, _) = person.watches(&person.editor(&does));
    pty.type_in("e");
    pty.shows("type here:");
    pty.signal(Signal::INT);
    pty.signal(Signal::TERM);
    assert_eq!(pty.ends(), 143);
    pty.until("the end of the editor", |_| ended.exists());
    pty.is_given_back();
}

#[test]
fn without_an_editor_e_says_what_to_do() {
    let person = Person::new();
    let (mut pty, _) = person.watches("");
    pty.type_in("e");
    pty.shows("set VISUAL or EDITOR");
    pty.type_in("\x03");
    assert_eq!(pty.ends(), 0);
    let (mut pty, _) = person.watches("/there/is/no/such editor");
    pty.type_in("e");
    pty.shows("cannot be started");
    pty.type_in("j");
    pty.shows("What would you want to know?");
}

#[test]
fn what_cannot_be_watched_is_refused_with_what_to_do() {
    let person = Person::new();
    let mut pty = person.runs(&["watch", "the_board_at_the_gate"], &[]);
    assert_eq!(pty.ends(), 2);
    pty.shows("cannot be changed");
    let mut pty = person.runs(&["watch", "nowhere.ron"], &[]);
    assert_eq!(pty.ends(), 2);
    pty.shows("nowhere.ron cannot be read");
}
