//! A new scenario: a template, written to a file of the name that was asked for.

mod template;
mod write;

use std::io;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use thiserror::Error;

use super::find::{has_ending, stem};
use super::{NoFolder, NotFound, NotLoaded, Origin, Roots, find};
use crate::visible::{is_hidden, visible};

pub use template::Template;

/// A scenario that was begun.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Begun {
    /// Its file.
    pub path: PathBuf,
    /// The name that it goes by.
    pub stem: String,
    /// Another scenario of that name that comes before it: the name alone means that one.
    pub behind: Option<Origin>,
    /// Another scenario of that name that comes after it: the name alone meant that one until now.
    pub before: Option<Origin>,
}

/// Why a scenario was not begun. Nothing was written then.
#[derive(Debug, Clone, Error)]
pub enum NotBegun {
    /// The name is empty.
    #[error("a scenario needs a name, such as my_first_call")]
    Nameless,
    /// The name has characters that nobody can see or type.
    #[error("the name \"{}\" has characters in it that cannot be seen. Use letters, digits, - and _", visible(.0))]
    Unseen(String),
    /// The name begins like an option.
    #[error("the name \"{}\" begins with a dash, and commands would take it for an option. Choose another", visible(.0))]
    Dash(String),
    /// The name begins with a dot.
    #[error("the name \"{}\" begins with a dot: it would be hidden, and not be listed. Choose another", visible(.0))]
    Hidden(String),
    /// The name is that of the file that describes a pack.
    #[error(
        "pack.ron is the file that describes a whole folder of scenarios, so no scenario is called that. Choose another name"
    )]
    Pack,
    /// The name is that of a folder.
    #[error("{} names a folder. Name a file in it: {}", shown(.0), shown(&.0.join("my_first_call.ron")))]
    Folder(PathBuf),
    /// The folder that it was to be written to is not there.
    #[error("there is no folder {}. Make it first, or name another place", shown(.0))]
    NoPlace(PathBuf),
    /// There is something of that name already.
    #[error("there is a {} already, and nothing is ever written over. Choose another name, or move it away first", shown(.0))]
    Taken(PathBuf),
    /// The file cannot be written.
    #[error("{} cannot be written: {}", shown(.path), told(.reason))]
    Io {
        /// The file.
        path: PathBuf,
        /// What the system said.
        reason: Arc<io::Error>,
    },
    /// A folder that was asked for cannot be read.
    #[error(transparent)]
    Roots(#[from] NoFolder),
}

/// Writes `template` to a new file for `name`, titled as it is called, and returns where it is.
///
/// A bare name stands for `name.ron` in the folder `here` of `roots` where that is there, and else in the working folder;
/// a name with a separator in it, or with the ending, is a path, and gets the ending where it has none. The file is there
/// whole or not at all, and never in the place of something else. No folder is made.
///
/// # Errors
/// Where the name cannot be that of a scenario, where there is something of that name, where the folder is not there or
/// the file cannot be written; and where a folder that was asked for cannot be read.
pub fn begin(roots: &Roots, name: &str, template: Template) -> Result<Begun, NotBegun> {
    let path = path(roots, name)?;
    let stem = stem(&path);
    let before = meant(roots, &stem)?;
    write::whole(&path, &template.titled(&stem)).map_err(|reason| not_written(&path, reason))?;
    let after = meant(roots, &stem)?;
    let behind = after.filter(|origin| !is_at(origin, &path));
    let before = before.filter(|_| behind.is_none());
    Ok(Begun { path, stem, behind, before })
}

/// The file that `name` stands for.
fn path(roots: &Roots, name: &str) -> Result<PathBuf, NotBegun> {
    if name.trim().is_empty() {
        return Err(NotBegun::Nameless);
    }
    if name.chars().any(|c| c.is_control() || is_hidden(c)) {
        return Err(NotBegun::Unseen(name.to_owned()));
    }
    let is_path = name.contains(std::path::is_separator);
    let last = name.rsplit(std::path::is_separator).next().unwrap_or_default();
    if last.is_empty() || matches!(last, "." | "..") {
        return Err(NotBegun::Folder(PathBuf::from(name)));
    }
    if name.starts_with('-') {
        return Err(NotBegun::Dash(name.to_owned()));
    }
    if last.starts_with('.') {
        return Err(NotBegun::Hidden(last.to_owned()));
    }
    let has_ending = has_ending(Path::new(last));
    // An ending in capital letters is the same ending.
    let bare = if has_ending { &name[..name.len() - ".ron".len()] } else { name };
    let file = format!("{bare}.ron");
    // On some systems Pack.ron and pack.ron are one file.
    if stem(Path::new(&file)).eq_ignore_ascii_case("pack") {
        return Err(NotBegun::Pack);
    }
    if is_path || has_ending || !roots.here.is_dir() {
        return Ok(PathBuf::from(file));
    }
    Ok(roots.here.join(file))
}

/// Where the scenario is that the name `stem` alone means, should there be one.
fn meant(roots: &Roots, stem: &str) -> Result<Option<Origin>, NotBegun> {
    match find(roots, stem) {
        // A folder of that name is none.
        Ok(entry)
            if matches!(
                entry.loaded,
                Err(NotLoaded::NotAFile { .. } | NotLoaded::Missing { .. } | NotLoaded::Io { .. })
            ) =>
        {
            Ok(None)
        }
        Ok(entry) => Ok(Some(entry.origin)),
        Err(NotFound::Name(_)) => Ok(None),
        Err(NotFound::Folder(folder)) => Err(folder.into()),
    }
}

/// Whether `origin` is the file at `path`, however either is written.
fn is_at(origin: &Origin, path: &Path) -> bool {
    let Origin::File(file) = origin else { return false };
    file == path || matches!((file.canonicalize(), path.canonicalize()), (Ok(file), Ok(path)) if file == path)
}

fn not_written(path: &Path, reason: io::Error) -> NotBegun {
    let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty());
    match (reason.kind(), folder) {
        (io::ErrorKind::AlreadyExists, _) => NotBegun::Taken(path.to_path_buf()),
        (io::ErrorKind::NotFound | io::ErrorKind::NotADirectory, Some(folder)) => {
            NotBegun::NoPlace(folder.to_path_buf())
        }
        _ => NotBegun::Io { path: path.to_path_buf(), reason: Arc::new(reason) },
    }
}

fn shown(path: &Path) -> String {
    visible(&path.display().to_string()).into_owned()
}

fn told(reason: &io::Error) -> String {
    match reason.kind() {
        io::ErrorKind::PermissionDenied => "you are not allowed to write there".to_owned(),
        io::ErrorKind::ReadOnlyFilesystem => "nothing can be written there".to_owned(),
        io::ErrorKind::InvalidFilename => {
            "the name is too long, or has characters that this system does not take".to_owned()
        }
        _ => reason.to_string(),
    }
}
