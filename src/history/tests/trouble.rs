//! What holds when things go wrong.

use std::fs;
use std::path::Path;

use rusqlite::Connection;

use super::{NOON, begin, folder, played};
use crate::conversation::Transcript;
use crate::history::aside::beside;
use crate::history::{AttemptId, Begin, FILE, History, HistoryError, set_aside};
use crate::text_hash::TextHash;

#[test]
fn a_full_disk_is_told_and_what_was_kept_can_still_be_read() {
    let (_folder, history) = folder();
    played(&history, "s", 50.0, 1);
    let pages: i64 = history.db.pragma_query_value(None, "page_count", |row| row.get(0)).unwrap();
    history.db.pragma_update(None, "max_page_count", pages).unwrap();
    let (text, transcript) = ("x".repeat(100_000), Transcript::new(1, None));
    let hash = TextHash::of(&text, None);
    let begin = Begin {
        stem: "s",
        title: "",
        customer: "",
        hash,
        text: &text,
        rubric_text: None,
        transcript: &transcript,
        from: None,
    };
    let refused = history.begin(&begin, NOON).unwrap_err();
    assert!(matches!(refused, HistoryError::Full { .. }), "{refused:?}");
    assert_eq!(history.attempts(None, 9).unwrap().len(), 1);
}

#[test]
fn a_history_that_another_program_keeps_locked_says_so() {
    let (folder, history) = folder();
    let other = Connection::open(folder.path().join(FILE)).unwrap();
    other.execute_batch("BEGIN IMMEDIATE").unwrap();
    history.db.busy_timeout(std::time::Duration::ZERO).unwrap();
    let refused = history.forget(AttemptId(1), 0).unwrap_err();
    assert!(matches!(refused, HistoryError::Busy { .. }), "{refused:?}");
    assert_eq!(history.unfinished().unwrap(), [], "reading goes on");
}

fn bytes(folder: &Path) -> Vec<(String, Vec<u8>)> {
    let mut files: Vec<_> = fs::read_dir(folder)
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .filter(|path| !path.to_string_lossy().ends_with("-shm"))
        .map(|path| (path.display().to_string(), fs::read(&path).unwrap()))
        .collect();
    files.sort();
    files
}

#[test]
fn a_newer_history_is_not_written_to() {
    let (folder, history) = folder();
    begin(&history, "s");
    history_of_later_layout(folder.path(), history);
    let before = bytes(folder.path());
    let refused = History::open(folder.path()).unwrap_err();
    assert!(matches!(refused, HistoryError::Newer { found: 99, known: 1, .. }), "{refused}");
    assert!(bytes(folder.path()) == before, "not a byte of it changed, and no file came or went");
    assert!(!folder.path().join("history.db-shm").exists());
}

fn history_of_later_layout(folder: &Path, history: History) {
    drop(history);
    Connection::open(folder.join(FILE)).unwrap().pragma_update(None, "user_version", 99).unwrap();
}

#[test]
fn a_newer_history_that_was_killed_in_the_middle_keeps_its_log() {
    let (folder, history) = folder();
    drop(history);
    let db = Connection::open(folder.path().join(FILE)).unwrap();
    db.pragma_update(None, "user_version", 99).unwrap();
    std::mem::forget(db);
    let before = bytes(folder.path());
    assert!(before.iter().any(|(name, bytes)| name.ends_with("-wal") && !bytes.is_empty()));
    let refused = History::open(folder.path()).unwrap_err();
    assert!(matches!(refused, HistoryError::Newer { .. }), "{refused}");
    assert!(bytes(folder.path()) == before);
}

#[test]
fn a_migration_killed_halfway_is_done_by_the_next_program() {
    let folder = tempfile::tempdir().unwrap();
    let db = Connection::open(folder.path().join(FILE)).unwrap();
    db.pragma_update_and_check(None, "journal_mode", "wal", |_| Ok(())).unwrap();
    db.execute_batch("BEGIN IMMEDIATE; CREATE TABLE text (id INTEGER); PRAGMA user_version = 1;").unwrap();
    drop(db);
    let history = History::open(folder.path()).unwrap();
    played(&history, "s", 50.0, 1);
    assert_eq!(history.standing().unwrap()["s"].times, 1);
}

#[test]
fn a_broken_history_is_left_as_it_is_until_it_is_set_aside() {
    let (folder, history) = folder();
    played(&history, "s", 50.0, 1);
    drop(history);
    let path = folder.path().join(FILE);
    let torn = fs::read(&path).unwrap().into_iter().map(|byte| byte ^ 0x5a).collect::<Vec<_>>();
    fs::write(&path, &torn).unwrap();
    let refused = History::open(folder.path()).unwrap_err();
    assert!(matches!(&refused, HistoryError::Broken { path: told } if *told == path), "{refused}");
    assert_eq!(fs::read(&path).unwrap(), torn);

    let aside = set_aside(folder.path(), NOON).unwrap();
    assert_eq!(aside.file_name().unwrap(), "history-set-aside-2026-05-28-202640.db");
    assert_eq!(fs::read(&aside).unwrap(), torn);
    assert_eq!(History::open(folder.path()).unwrap().standing().unwrap().len(), 0);
}

#[test]
fn what_was_set_aside_is_never_written_over_and_takes_its_log_along() {
    let folder = tempfile::tempdir().unwrap();
    let write = |name: &str| fs::write(folder.path().join(name), name).unwrap();
    let names = |count: usize| {
        write(FILE);
        write("history.db-wal");
        let aside = set_aside(folder.path(), NOON).unwrap();
        assert_eq!(fs::read_to_string(beside(&aside, "-wal")).unwrap(), "history.db-wal");
        assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 2 * count);
        aside
    };
    assert_ne!(names(1), names(2));
}

#[test]
fn a_history_with_foreign_tables_torn_pages_or_no_file_at_all_is_broken() {
    let foreign = |sql: &'static str| {
        move |path: &Path| {
            fs::remove_file(path).unwrap();
            Connection::open(path).unwrap().execute_batch(sql).unwrap();
        }
    };
    let breaks: [&dyn Fn(&Path); 5] = [
        &foreign("CREATE TABLE theirs (x); PRAGMA user_version = -1"),
        &foreign("CREATE TABLE attempt (x); PRAGMA user_version = 1"),
        &foreign("CREATE TABLE attempt (x)"),
        &|path| fs::write(path, b"not a database at all, but long enough to be looked at as one".repeat(40)).unwrap(),
        &|path| {
            fs::remove_file(path).unwrap();
            fs::create_dir(path).unwrap();
        },
    ];
    for (number, breaking) in breaks.iter().enumerate() {
        let (folder, history) = folder();
        drop(history);
        breaking(&folder.path().join(FILE));
        let refused = History::open(folder.path()).unwrap_err();
        assert!(matches!(refused, HistoryError::Broken { .. }), "{number}: {refused:?}");
        set_aside(folder.path(), NOON).unwrap();
        History::open(folder.path()).unwrap();
    }
}

#[test]
fn a_history_cut_short_says_that_it_is_broken() {
    let (folder, history) = folder();
    for number in 0..60 {
        played(&history, &format!("scenario {number}"), 50.0, 1);
    }
    drop(history);
    let path = folder.path().join(FILE);
    let whole = fs::read(&path).unwrap();
    for length in [100, 4096, 5000, whole.len() / 2, whole.len() - 4096] {
        fs::write(&path, &whole[..length]).unwrap();
        let read = History::open(folder.path()).and_then(|history| {
            history.standing()?;
            history.attempts(None, 1_000)
        });
        assert!(matches!(read, Err(HistoryError::Broken { .. })), "{length} bytes: {read:?}");
    }
}

#[test]
fn a_file_in_place_of_the_folder_is_told() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("data\u{1b}[2J");
    fs::write(&path, "a file").unwrap();
    let refused = History::open(&path).unwrap_err();
    assert!(matches!(refused, HistoryError::Folder { .. }), "{refused:?}");
    let told = refused.to_string();
    assert!(told.contains("TELLMORE_DATA") && !told.contains('\u{1b}'), "{told}");
    assert_eq!(fs::read_to_string(&path).unwrap(), "a file");
}

#[cfg(unix)]
#[test]
fn folder_and_files_are_for_their_owner_alone() {
    use std::os::unix::fs::PermissionsExt;
    let mode = |path: &Path| fs::metadata(path).unwrap().permissions().mode() & 0o7777;
    let parent = tempfile::tempdir().unwrap();
    let folder = parent.path().join("made").join("data");
    let history = History::open(&folder).unwrap();
    begin(&history, "s");
    assert_eq!(mode(&folder), 0o700);
    for entry in fs::read_dir(&folder).unwrap() {
        assert_eq!(mode(&entry.unwrap().path()), 0o600);
    }
    drop(history);

    fs::set_permissions(&folder, fs::Permissions::from_mode(0o755)).unwrap();
    fs::set_permissions(folder.join(FILE), fs::Permissions::from_mode(0o644)).unwrap();
    History::open(&folder).unwrap();
    assert_eq!((mode(&folder), mode(&folder.join(FILE))), (0o700, 0o600));

    fs::set_permissions(&folder, fs::Permissions::from_mode(0o1777)).unwrap();
    History::open(&folder).unwrap();
    assert_eq!(mode(&folder), 0o1777, "a folder that all share is not closed to the others");
}

#[cfg(unix)]
#[test]
fn a_folder_that_cannot_be_written_is_told() {
    use std::os::unix::fs::PermissionsExt;
    if rustix::process::geteuid().is_root() {
        return; // Who may do everything cannot be refused.
    }
    let (folder, history) = folder();
    drop(history);
    fs::set_permissions(folder.path(), fs::Permissions::from_mode(0o500)).unwrap();
    let refused = History::open(folder.path()).unwrap_err();
    assert!(matches!(refused, HistoryError::NotWritable { .. }), "{refused:?}");
    fs::remove_file(folder.path().join(FILE)).unwrap_err();
    fs::set_permissions(folder.path(), fs::Permissions::from_mode(0o700)).unwrap();
}
