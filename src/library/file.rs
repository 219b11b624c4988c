//! The text of a file, read without waiting and without reading too much.

use std::fs::{self, File, FileType, OpenOptions};
use std::io::{self, Read};
use std::path::Path;
use std::sync::Arc;

use super::NotLoaded;
use crate::scenario::read::MOST_BYTES;

/// The largest file that is read, in bytes.
const LIMIT: u64 = MOST_BYTES as u64;

/// The text of the file at `path`.
pub(super) fn text(path: &Path) -> Result<Arc<str>, NotLoaded> {
    let failed = |reason| NotLoaded::Io { path: path.to_path_buf(), reason: Arc::new(reason) };
    // Looked at before it is opened: opening a device can already act on it.
    suits(path, &fs::metadata(path).map_err(failed)?)?;
    let file = open(path).map_err(failed)?;
    // And again, because the name can have come to stand for something else meanwhile.
    let there = file.metadata().map_err(failed)?;
    suits(path, &there)?;

    let mut bytes = Vec::with_capacity(usize::try_from(there.len()).unwrap_or(0));
    file.take(LIMIT + 1).read_to_end(&mut bytes).map_err(failed)?;
    if bytes.len() as u64 > LIMIT {
        return Err(NotLoaded::TooLarge { path: path.to_path_buf(), bytes: bytes.len() as u64, limit: LIMIT });
    }
    if is_utf16(&bytes) {
        return Err(NotLoaded::Utf16 { path: path.to_path_buf() });
    }
    match String::from_utf8(bytes) {
        Ok(text) => Ok(text.into()),
        Err(error) => {
            let at = error.utf8_error().valid_up_to();
            let line = 1 + error.as_bytes()[..at].iter().filter(|&&byte| byte == b'\n').count();
            Err(NotLoaded::NotUtf8 { path: path.to_path_buf(), at, line })
        }
    }
}

/// Whether `bytes` are text in UTF-16: they begin with its mark, or every other one of the first is nothing.
fn is_utf16(bytes: &[u8]) -> bool {
    match bytes {
        [0xff, 0xfe, ..] | [0xfe, 0xff, ..] => true,
        [one, 0, other, 0, ..] | [0, one, 0, other, ..] => *one != 0 && *other != 0,
        _ => false,
    }
}

/// Whether what is at `path` can be a scenario: a file, and not too large.
fn suits(path: &Path, there: &fs::Metadata) -> Result<(), NotLoaded> {
    if !there.is_file() {
        return Err(NotLoaded::NotAFile { path: path.to_path_buf(), what: what(there.file_type()) });
    }
    if there.len() > LIMIT {
        return Err(NotLoaded::TooLarge { path: path.to_path_buf(), bytes: there.len(), limit: LIMIT });
    }
    Ok(())
}

fn what(kind: FileType) -> &'static str {
    #[cfg(unix)]
    {
        use std::os::unix::fs::FileTypeExt;
        if kind.is_fifo() {
            return "a pipe";
        }
        if kind.is_socket() {
            return "a socket";
        }
        if kind.is_char_device() || kind.is_block_device() {
            return "a device";
        }
    }
    if kind.is_dir() { "a folder" } else { "something else" }
}

/// Opens a file for reading; should it have become a pipe, without waiting for someone to write into it.
fn open(path: &Path) -> io::Result<File> {
    let mut options = OpenOptions::new();
    options.read(true);
    #[cfg(unix)]
    {
        use std::os::unix::fs::OpenOptionsExt;

        use rustix::fs::OFlags;
        options.custom_flags((OFlags::NONBLOCK | OFlags::NOCTTY).bits().cast_signed());
    }
    options.open(path)
}
