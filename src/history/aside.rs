//! Setting a broken history aside.

use std::ffi::OsString;
use std::path::{Path, PathBuf};
use std::{fs, io};

use jiff::Timestamp;

use super::{FILE, HistoryError};

/// What SQLite puts beside a database, in the order in which it is moved: what is not in the file yet goes first, so
/// that the log never stays behind beside a new history, which would swallow it.
const PARTS: [&str; 4] = ["-journal", "-wal", "-shm", ""];

/// Moves the history in `folder` out of the way, under a name with the date and time of `now`, and returns that name.
/// Nothing is deleted and nothing is written over. No [`super::History`] of this folder may be open.
///
/// # Errors
/// Where the folder cannot be written.
pub fn set_aside(folder: &Path, now: Timestamp) -> Result<PathBuf, HistoryError> {
    let path = folder.join(FILE);
    let aside = free_name(folder, now);
    for part in PARTS {
        match fs::rename(beside(&path, part), beside(&aside, part)) {
            Err(error) if error.kind() != io::ErrorKind::NotFound => {
                return Err(HistoryError::Folder { path: folder.to_path_buf(), reason: error });
            }
            _ => {}
        }
    }
    Ok(aside)
}

/// A name under which nothing stands yet.
fn free_name(folder: &Path, now: Timestamp) -> PathBuf {
    let stamp = now.strftime("%Y-%m-%d-%H%M%S");
    let mut name = folder.join(format!("history-set-aside-{stamp}.db"));
    let mut number = 1;
    while PARTS.iter().any(|part| beside(&name, part).symlink_metadata().is_ok()) {
        number += 1;
        name = folder.join(format!("history-set-aside-{stamp}-{number}.db"));
    }
    name
}

/// `path` with `part` at its end.
pub(super) fn beside(path: &Path, part: &str) -> PathBuf {
    let mut name = OsString::from(path);
    name.push(part);
    name.into()
}
