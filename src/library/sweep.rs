//! The files that a check goes over: those that were named, and those in folders that were named.

use std::collections::HashSet;
use std::ffi::OsStr;
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use super::find::{Found, stem};
use super::load::{RubricOf, load_pack};
use super::roots::is_hidden_file;
use super::{Loaded, NoFolder, NotFound, NotLoaded, Origin, Roots};

/// A file to check.
#[derive(Debug)]
pub struct File {
    /// The name that it is shown by.
    pub name: String,
    kind: Kind,
}

#[derive(Debug)]
enum Kind {
    Scenario(Found),
    Pack(PathBuf),
    /// A folder in one that was named, which cannot be gone through.
    Unread(NoFolder),
}

/// What came of reading a file.
#[derive(Debug)]
pub enum Read {
    /// A scenario.
    Scenario(Loaded),
    /// A `pack.ron` without mistakes.
    Pack,
}

impl File {
    /// Reads it.
    ///
    /// # Errors
    /// Where it cannot be read or has mistakes.
    pub fn read(&self) -> Result<Read, NotLoaded> {
        match &self.kind {
            Kind::Scenario(found) => found.load().map(Read::Scenario),
            Kind::Pack(path) => load_pack(path).map(|()| Read::Pack),
            Kind::Unread(NoFolder { path, reason }) => {
                Err(NotLoaded::Io { path: path.clone(), reason: Arc::clone(reason) })
            }
        }
    }
}

/// The files that `named` stands for, each once, in the order of the names and in folders by path: a file; a folder
/// with all that is in it and in its folders; or the stem of a scenario of `roots`.
///
/// # Errors
/// Where nothing goes by a name, or a folder cannot be read.
pub fn sweep(roots: &Roots, named: &[PathBuf]) -> Result<Vec<File>, NotFound> {
    let mut files = Vec::new();
    let mut seen = HashSet::new();
    let mut add = |file: File, path: Option<PathBuf>| {
        // One file can be named in several ways.
        let itself = |path: PathBuf| fs::canonicalize(&path).unwrap_or(path);
        if path.is_none_or(|path| seen.insert(itself(path))) {
            files.push(file);
        }
    };
    for path in named {
        if path.is_dir() {
            for Folder { path: folder, files } in folders(path)? {
                let names = match files {
                    Ok(names) => names,
                    Err(error) => {
                        add(File { name: folder.display().to_string(), kind: Kind::Unread(error) }, Some(folder));
                        continue;
                    }
                };
                let rubric = Arc::new(RubricOf::folder(&folder));
                for path in names {
                    add(file(&path, &rubric), Some(path));
                }
            }
        } else if let Some(found) = super::find::elsewhere(roots, path)? {
            add_found(found, &mut add);
        } else if super::find::is_file(path) {
            let folder = path.parent().unwrap_or(Path::new(""));
            add(file(path, &Arc::new(RubricOf::folder(folder))), Some(path.clone()));
        } else {
            add_found(super::find::by_stem(roots, path)?, &mut add);
        }
    }
    Ok(files)
}

/// Hands the scenario that was `found` to `add`, with its path.
fn add_found(found: Found, add: &mut impl FnMut(File, Option<PathBuf>)) {
    let (name, path) = match &found.origin {
        Origin::File(path) => (path.display().to_string(), Some(path.clone())),
        Origin::BuiltIn => (found.built_in_name(), None),
    };
    add(File { name, kind: Kind::Scenario(found) }, path);
}

fn file(path: &Path, rubric: &Arc<RubricOf>) -> File {
    let kind = if path.file_name() == Some(OsStr::new("pack.ron")) {
        Kind::Pack(path.to_path_buf())
    } else {
        Kind::Scenario(Found {
            stem: stem(path),
            origin: Origin::File(path.to_path_buf()),
            built_in: "",
            rubric: Arc::clone(rubric),
        })
    };
    File { name: path.display().to_string(), kind }
}

/// The folder at `path` and all folders in it, with the files of each that end in `.ron`. What a dot hides is left out,
/// and so is what a link leads to: it could lead back.
///
/// # Errors
/// Where the folder itself cannot be read; a folder in it that cannot be read stands there with the reason.
fn folders(path: &Path) -> Result<Vec<Folder>, NoFolder> {
    let (files, inner) = entries(path)?;
    let mut all = vec![Folder { path: path.to_path_buf(), files: Ok(files) }];
    for path in inner {
        match folders(&path) {
            Ok(more) => all.extend(more),
            Err(error) => all.push(Folder { path, files: Err(error) }),
        }
    }
    Ok(all)
}

/// A folder with its scenario files by name, or why it cannot be gone through.
struct Folder {
    path: PathBuf,
    files: Result<Vec<PathBuf>, NoFolder>,
}

/// The files that end in `.ron`, and the folders, of the folder at `path`, each by name.
fn entries(path: &Path) -> Result<(Vec<PathBuf>, Vec<PathBuf>), NoFolder> {
    let failed = |reason| NoFolder { path: path.to_path_buf(), reason: Arc::new(reason) };
    let (mut files, mut inner) = (Vec::new(), Vec::new());
    for entry in fs::read_dir(path).map_err(failed)? {
        let entry = entry.map_err(failed)?;
        let there = path.join(entry.file_name());
        if is_hidden_file(&there) {
            continue;
        }
        if entry.file_type().map_err(failed)?.is_dir() {
            inner.push(there);
        } else if super::find::has_ending(&there) && !there.is_dir() {
            files.push(there);
        }
    }
    // A folder is read in the order of the disk, which differs from one machine to the next.
    files.sort();
    inner.sort();
    Ok((files, inner))
}
