//! From a folder to an open database.

use std::fs::{self, DirBuilder};
use std::io;
use std::path::Path;
use std::thread;
use std::time::Duration;

use rusqlite::config::DbConfig;
use rusqlite::{Connection, ErrorCode, MAIN_DB, OpenFlags};

use super::error::Fault;
use super::migrate::{self, NEWEST};
use super::{HistoryError, recall};

/// How long another program is waited for.
const PATIENCE: Duration = Duration::from_secs(5);

/// The database at `path` in `folder`, both made where they are missing, and brought to the newest layout.
pub(super) fn open(folder: &Path, path: &Path) -> Result<Connection, HistoryError> {
    let no_folder = |reason| HistoryError::Folder { path: folder.to_path_buf(), reason };
    private_folder(folder).map_err(no_folder)?;
    match fs::metadata(path) {
        Ok(there) if there.is_file() => {}
        // Opening a pipe or a device could wait for ever.
        Ok(_) => return Err(HistoryError::Broken { path: path.to_path_buf() }),
        Err(error) if error.kind() == io::ErrorKind::NotFound => empty_file(folder, path).map_err(no_folder)?,
        Err(error) => return Err(no_folder(error)),
    }
    keep_from_others(path, 0o600);

    let about = |error: rusqlite::Error| Fault::from(error).about(path);
    let db = Connection::open_with_flags(path, OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_NO_MUTEX)
        .map_err(about)?;
    db.busy_timeout(PATIENCE).map_err(about)?;
    // Until the layout is known, nothing may be written; closing would write what is left in the log.
    db.set_db_config(DbConfig::SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, true).map_err(about)?;
    let found = migrate::layout(&db).map_err(about)?;
    if !(0..=NEWEST).contains(&found) {
        leave_alone(db, path);
        let path = path.to_path_buf();
        let newer = found > NEWEST;
        return Err(if newer {
            HistoryError::Newer { path, found, known: NEWEST }
        } else {
            HistoryError::Broken { path }
        });
    }
    if db.is_readonly(MAIN_DB).map_err(about)? {
        return Err(HistoryError::NotWritable { path: path.to_path_buf() });
    }
    db.set_db_config(DbConfig::SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, false).map_err(about)?;
    prepare(&db).map_err(about)?;
    // The layout is ours by its number; where the tables are not, some other program's file lies here.
    match recall::is_readable(&db) {
        Err(error) if error.sqlite_error_code() == Some(ErrorCode::Unknown) => {
            Err(HistoryError::Broken { path: path.to_path_buf() })
        }
        readable => readable.map(|()| db).map_err(about),
    }
}

fn prepare(db: &Connection) -> rusqlite::Result<()> {
    write_ahead(db)?;
    // With a log that is written ahead, only FULL has each commit on the disk when it returns.
    db.pragma_update(None, "synchronous", "FULL")?;
    db.pragma_update(None, "foreign_keys", true)?;
    migrate::migrate(db)
}

/// Has the file use a log that is written ahead. That is kept in the file, so it happens once; where another program
/// does the same at that moment, SQLite says at once that it is busy instead of waiting.
fn write_ahead(db: &Connection) -> rusqlite::Result<()> {
    let mode: String = db.pragma_query_value(None, "journal_mode", |row| row.get(0))?;
    if mode == "wal" {
        return Ok(());
    }
    let pause = Duration::from_millis(20);
    let mut left = PATIENCE.as_millis() / pause.as_millis();
    db.busy_timeout(pause)?;
    loop {
        // A file system that cannot share memory answers with another mode, which is as durable.
        match db.pragma_update_and_check(None, "journal_mode", "wal", |_| Ok(())) {
            Err(error) if error.sqlite_error_code() == Some(ErrorCode::DatabaseBusy) && left > 0 => {
                left -= 1;
                thread::sleep(pause);
            }
            done => {
                db.busy_timeout(PATIENCE)?;
                return done;
            }
        }
    }
}

/// Closes a file that is not to be written to.
fn leave_alone(db: Connection, path: &Path) {
    let log = super::aside::beside(path, "-wal");
    // With nothing in the log, closing writes nothing and takes away the empty log that reading made.
    if fs::metadata(log).is_ok_and(|log| log.len() == 0) {
        let _ = db.set_db_config(DbConfig::SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, false);
    }
    drop(db);
}

/// Makes `folder` where it is missing, for its owner alone; one that is there is closed to others.
fn private_folder(folder: &Path) -> io::Result<()> {
    let mut builder = DirBuilder::new();
    builder.recursive(true);
    #[cfg(unix)]
    std::os::unix::fs::DirBuilderExt::mode(&mut builder, 0o700);
    builder.create(folder)?;
    keep_from_others(folder, 0o700);
    Ok(())
}

/// Makes an empty file at `path` that its owner alone can read, from the first moment on.
///
/// It is made under another name and renamed, because closing a file that another connection of this program has open
/// would take that connection's locks away.
fn empty_file(folder: &Path, path: &Path) -> io::Result<()> {
    let made = tempfile::NamedTempFile::new_in(folder)?.into_temp_path();
    match made.persist_noclobber(path) {
        Err(refused) if refused.error.kind() != io::ErrorKind::AlreadyExists => Err(refused.error),
        _ => Ok(()),
    }
}

/// Takes from group and others what `mode` does not give them, where the file or folder is this person's own. A folder
/// that is shared by design (sticky, or handing down its group) is left as it is, and so is the root of a disk.
#[cfg(unix)]
fn keep_from_others(path: &Path, mode: u32) {
    use std::os::unix::fs::{MetadataExt, PermissionsExt};
    let Ok(there) = fs::metadata(path) else { return };
    let wider = there.mode() & 0o077 & !mode != 0;
    let shared =
        there.is_dir() && (there.mode() & 0o3000 != 0 || fs::canonicalize(path).is_ok_and(|it| it.parent().is_none()));
    if wider && !shared && there.uid() == rustix::process::geteuid().as_raw() {
        // Where this is refused, the history is still worth keeping.
        let _ = fs::set_permissions(path, fs::Permissions::from_mode(there.mode() & 0o7700));
    }
}

#[cfg(not(unix))]
fn keep_from_others(_path: &Path, _mode: u32) {}
