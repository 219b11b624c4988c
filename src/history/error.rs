//! What can go wrong with the history, told to the person whose history it is.

use std::io;
use std::path::{Path, PathBuf};

use rusqlite::ErrorCode;
use thiserror::Error;

use super::AttemptId;
use crate::visible::visible;

/// Why the history cannot be used, or why something was not kept.
#[derive(Debug, Error)]
pub enum HistoryError {
    /// The folder is not there and cannot be made, or what is there is no folder.
    #[error(
        "the history has no place: the folder {} cannot be used ({reason}). Make it yours to write to, or set \
         TELLMORE_DATA to another folder", shown(.path)
    )]
    Folder {
        /// The folder.
        path: PathBuf,
        /// What the system said.
        reason: io::Error,
    },
    /// The file or its folder can be read and not written.
    #[error(
        "the history {} cannot be written, so nothing is kept. Make the file and its folder yours to write to, or set \
         TELLMORE_DATA to another folder", shown(.path)
    )]
    NotWritable {
        /// The file.
        path: PathBuf,
    },
    /// There is no room left.
    #[error("the disk is full: the history {} cannot grow, so this is not kept. Make room and try again", shown(.path))]
    Full {
        /// The file.
        path: PathBuf,
    },
    /// What is in the file is not a history that can be read.
    #[error(
        "the history {} is broken and was left as it is. It can be set aside, which keeps the file under another name \
         and begins a new history", shown(.path)
    )]
    Broken {
        /// The file.
        path: PathBuf,
    },
    /// A later tellmore has changed the layout of the file.
    #[error(
        "the history {} was written by a newer tellmore (layout {found}; this one knows {known}) and was left as it is. \
         Install the newer tellmore, or set TELLMORE_DATA to another folder", shown(.path)
    )]
    Newer {
        /// The file.
        path: PathBuf,
        /// The layout of the file.
        found: i64,
        /// The newest layout that is known.
        known: i64,
    },
    /// Another program kept the file locked for longer than was worth waiting.
    #[error("another program is using the history {}, for over 5 seconds now. Close it and try again", shown(.path))]
    Busy {
        /// The file.
        path: PathBuf,
    },
    /// The attempt was finished or given up meanwhile, or is not in this history.
    #[error(
        "this conversation cannot be added to: attempt {} was finished or given up meanwhile, perhaps in another window",
        .attempt.0
    )]
    NotOpen {
        /// The attempt.
        attempt: AttemptId,
    },
    /// A turn was to be kept that does not follow the turns that are.
    #[error(
        "turn {} cannot be kept in attempt {}: this conversation was gone on with elsewhere, perhaps in another window",
        .number + 1, .attempt.0
    )]
    Elsewhere {
        /// The attempt.
        attempt: AttemptId,
        /// The number of the turn, from 0.
        number: usize,
    },
    /// Anything else that the database says.
    #[error("the history {} cannot be used: {reason}. If this stays so, set TELLMORE_DATA to another folder", shown(.path))]
    Failed {
        /// The file.
        path: PathBuf,
        /// What the database said.
        reason: String,
    },
}

fn shown(path: &Path) -> String {
    format!("\"{}\"", visible(&path.display().to_string()))
}

/// What can go wrong inside this room, before the path is added.
#[derive(Debug)]
pub(super) enum Fault {
    Sql(rusqlite::Error),
    NotOpen(AttemptId),
    Elsewhere(AttemptId, usize),
}

impl From<rusqlite::Error> for Fault {
    fn from(error: rusqlite::Error) -> Self {
        Self::Sql(error)
    }
}

impl Fault {
    /// The same, told about the file at `path`.
    pub(super) fn about(self, path: &Path) -> HistoryError {
        let path = path.to_path_buf();
        match self {
            Self::NotOpen(attempt) => HistoryError::NotOpen { attempt },
            Self::Elsewhere(attempt, number) => HistoryError::Elsewhere { attempt, number },
            Self::Sql(error) => told(&error, path),
        }
    }
}

fn told(error: &rusqlite::Error, path: PathBuf) -> HistoryError {
    use rusqlite::Error as Sql;
    let Some(code) = error.sqlite_error_code() else {
        return match error {
            // A value that this program never writes, or tables that are not those of a history.
            Sql::FromSqlConversionFailure(..)
            | Sql::InvalidColumnType(..)
            | Sql::IntegralValueOutOfRange(..)
            | Sql::Utf8Error(..)
            | Sql::SqlInputError { .. } => HistoryError::Broken { path },
            error => HistoryError::Failed { path, reason: visible(&error.to_string()).into_owned() },
        };
    };
    match code {
        ErrorCode::NotADatabase | ErrorCode::DatabaseCorrupt => HistoryError::Broken { path },
        ErrorCode::ReadOnly | ErrorCode::CannotOpen | ErrorCode::PermissionDenied => HistoryError::NotWritable { path },
        ErrorCode::DatabaseBusy | ErrorCode::DatabaseLocked => HistoryError::Busy { path },
        ErrorCode::DiskFull => HistoryError::Full { path },
        // The index of the log lives in a file of its own, which has to grow too.
        ErrorCode::SystemIoFailure
            if error.sqlite_extended_error_code() == Some(rusqlite::ffi::SQLITE_IOERR_SHMSIZE) =>
        {
            HistoryError::Full { path }
        }
        _ => HistoryError::Failed { path, reason: visible(&error.to_string()).into_owned() },
    }
}
