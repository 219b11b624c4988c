//! Files on a disk, saved in the ways of editors.

use std::fs;
use std::path::PathBuf;
use std::sync::mpsc::{self, Receiver, Sender};
use std::thread;
use std::time::{Duration, Instant};

use super::EXAMPLE;
use crate::tui::shell::input::Message;
use crate::tui::watch::data::{Event, Reading};
use crate::tui::watch::files::{self, Files};
use crate::tui::watch::worker::Worker;

/// How long anything may take before it counts as not happening.
const PATIENCE: Duration = Duration::from_secs(20);

/// A file that is watched.
struct Watched {
    folder: tempfile::TempDir,
    readings: Receiver<Message<Event>>,
    _ears: Option<notify::RecommendedWatcher>,
    /// What would have the file read, held open.
    _saved: Sender<()>,
}

impl Watched {
    /// One that is given all the time in the world to become good again.
    fn new() -> Self {
        Self::with(true, PATIENCE)
    }

    /// One that is told to be broken soon.
    fn impatient() -> Self {
        Self::with(true, Duration::from_millis(20))
    }

    /// A file of which the system tells where it `tells` at all.
    fn with(tells: bool, patience: Duration) -> Self {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("a.ron");
        fs::write(&path, EXAMPLE).unwrap();
        let files = Files::of(&path);
        let (sender, saved) = mpsc::channel();
        let (teller, readings) = mpsc::channel();
        let ears = tells.then(|| files::hear(&files, sender.clone()).unwrap());
        let worker = Worker { files, limit: crate::solver::LIMIT, patience, saved, teller, last: None };
        thread::spawn(move || worker.run());
        let watched = Self { folder, readings, _ears: ears, _saved: sender };
        assert_eq!(watched.next(), title("Nine days nobody counts"));
        watched
    }

    fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    /// What came of reading the file next: the title of a good picture, or what is wrong.
    fn next(&self) -> Result<String, String> {
        let end = Instant::now() + PATIENCE;
        loop {
            let message = self.readings.recv_timeout(end.saturating_duration_since(Instant::now()));
            match message.expect("the file to be read") {
                Message::Event(Event::Read { reading: Reading::Good(picture), .. }) => {
                    return Ok(picture.scenario.title.clone());
                }
                Message::Event(Event::Read { reading: Reading::Broken(broken), .. }) => {
                    return Err(broken.findings[0].says.clone());
                }
                _ => {}
            }
        }
    }

    /// What is told until the file with this title is: everything but that counts.
    fn until(&self, wanted: &str) -> Vec<Result<String, String>> {
        let mut told = Vec::new();
        loop {
            match self.next() {
                Ok(title) if title == wanted => return told,
                other => told.push(other),
            }
        }
    }
}

fn titled(title: &str) -> String {
    EXAMPLE.replacen("Nine days nobody counts", title, 1)
}

fn title(title: &str) -> Result<String, String> {
    Ok(title.to_owned())
}

#[test]
fn a_file_that_is_written_over_is_read_once_it_is_whole() {
    let watched = Watched::new();
    let path = watched.path("a.ron");
    fs::write(&path, "").unwrap();
    fs::write(&path, titled("Written over")).unwrap();
    assert!(watched.until("Written over").iter().all(|told| *told == title("Nine days nobody counts")));
}

#[test]
fn a_file_that_another_is_renamed_over_is_read_and_so_is_the_next() {
    let watched = Watched::new();
    for name in ["First", "Second", "Third"] {
        let other = watched.path("a.ron.tmp");
        fs::write(&other, titled(name)).unwrap();
        fs::rename(other, watched.path("a.ron")).unwrap();
        assert!(watched.until(name).iter().all(Result::is_ok));
    }
}

#[test]
fn a_file_that_is_moved_away_and_written_anew_as_some_editors_do_is_never_told_to_be_gone() {
    let watched = Watched::new();
    fs::rename(watched.path("a.ron"), watched.path("a.ron~")).unwrap();
    fs::write(watched.path("a.ron"), titled("Written anew")).unwrap();
    fs::remove_file(watched.path("a.ron~")).unwrap();
    assert!(watched.until("Written anew").iter().all(Result::is_ok));
}

#[test]
fn a_file_that_is_gone_empty_or_too_large_is_told_and_found_again() {
    let watched = Watched::impatient();
    let path = watched.path("a.ron");
    let wrong = |watched: &Watched, what: &str| {
        while let told = watched.next()
            && !told.as_ref().is_err_and(|says| says.contains(what))
        {
            assert!(told.is_ok(), "{told:?} and not {what}");
        }
    };
    fs::remove_file(&path).unwrap();
    wrong(&watched, "cannot be read");
    fs::write(&path, EXAMPLE).unwrap();
    assert!(watched.until("Nine days nobody counts").is_empty());
    fs::write(&path, "").unwrap();
    wrong(&watched, "empty");
    fs::write(&path, titled("Again")).unwrap();
    watched.until("Again");
    fs::File::options().write(true).open(&path).unwrap().set_len(17 << 20).unwrap();
    wrong(&watched, "too large");
}

#[test]
fn the_pack_beside_the_file_counts_too() {
    let watched = Watched::impatient();
    fs::write(watched.path("pack.ron"), "Pack(titel: \"x\")").unwrap();
    assert!(watched.next().unwrap_err().contains("titel"));
    fs::remove_file(watched.path("pack.ron")).unwrap();
    assert_eq!(watched.next(), title("Nine days nobody counts"));
}

#[test]
fn where_the_system_tells_nothing_a_save_is_found_by_looking() {
    let watched = Watched::with(false, PATIENCE);
    fs::write(watched.path("a.ron"), titled("Found by looking")).unwrap();
    assert!(watched.until("Found by looking").iter().all(Result::is_ok));
}

#[test]
fn a_save_supersedes_one_that_is_still_worked_out() {
    let watched = Watched::new();
    fs::write(watched.path("a.ron"), crate::generated::hub_text(25, 2)).unwrap();
    let begun = |message: &Message<Event>| matches!(message, Message::Event(Event::Begun));
    while !begun(&watched.readings.recv_timeout(PATIENCE).expect("the file to be read")) {}
    fs::write(watched.path("a.ron"), titled("The newer one")).unwrap();
    assert!(watched.until("The newer one").is_empty(), "the hub takes far longer than this");
}
