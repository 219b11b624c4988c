//! From what a person names to a scenario.

use std::ffi::OsStr;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use super::load::{RubricOf, load};
use super::{Entry, Loaded, NoFolder, NoSuchScenario, NotFound, NotLoaded, Origin, Roots, file, load_file, near};

/// A scenario that was found and is still to be read.
#[derive(Debug)]
pub(super) struct Found {
    pub(super) stem: String,
    pub(super) origin: Origin,
    /// The text of one that is built in; empty for a file.
    pub(super) built_in: &'static str,
    pub(super) rubric: Arc<RubricOf>,
}

impl Found {
    /// Reads it.
    pub(super) fn read(self) -> Entry {
        let loaded = self.load();
        Entry { stem: self.stem, origin: self.origin, loaded }
    }

    /// The scenario, without using this up.
    pub(super) fn load(&self) -> Result<Loaded, NotLoaded> {
        match &self.origin {
            Origin::File(path) => {
                load(path.display().to_string(), file::text(path).map_err(near::or_near)?, &self.rubric)
            }
            Origin::BuiltIn => load(self.built_in_name(), self.built_in.into(), &self.rubric),
        }
    }
}

impl Found {
    /// The name by which one that is built in is shown.
    pub(super) fn built_in_name(&self) -> String {
        format!("{}.ron (built in)", self.stem)
    }
}

/// The name of a scenario: that of its file without the ending.
pub(super) fn stem(path: &Path) -> String {
    path.file_stem().unwrap_or(path.as_os_str()).to_string_lossy().into_owned()
}

/// The stem of the scenario that `name` stands for, which need not be there any more.
#[must_use]
pub fn stem_of(name: impl AsRef<OsStr>) -> String {
    let path = Path::new(name.as_ref());
    if is_file(path) { stem(path) } else { path.to_string_lossy().into_owned() }
}

/// Whether `path` is a file, or only a file can be meant by it.
pub(super) fn is_file(path: &Path) -> bool {
    path.components().count() > 1 || has_ending(path) || path.metadata().is_ok_and(|there| !there.is_dir())
}

/// Whether the name of `path` ends in `.ron`, in small or capital letters.
pub(super) fn has_ending(path: &Path) -> bool {
    path.extension().is_some_and(|ending| ending.eq_ignore_ascii_case("ron"))
}

/// The file in the folders of `roots` that the bare name `path`, with its ending, stands for where there is no such file
/// in the working folder.
pub(super) fn elsewhere(roots: &Roots, path: &Path) -> Result<Option<Found>, NoFolder> {
    if path.components().count() != 1 || !has_ending(path) || path.symlink_metadata().is_ok() {
        return Ok(None);
    }
    let (found, _) = roots.scenarios()?;
    let is_meant =
        |found: &Found| matches!(&found.origin, Origin::File(file) if file.file_name() == Some(path.as_os_str()));
    Ok(found.into_iter().find(is_meant))
}

/// Where `name` is a stem that stands for a scenario elsewhere although the working folder has a file of that name too:
/// where the one that is taken is, and the file that is passed over.
///
/// # Errors
/// Where nothing of that name is found, or a folder that was asked for cannot be read.
pub fn passed_over(roots: &Roots, name: impl AsRef<OsStr>) -> Result<Option<(Origin, PathBuf)>, NotFound> {
    let path = Path::new(name.as_ref());
    if is_file(path) || path.is_dir() {
        return Ok(None);
    }
    let taken = by_stem(roots, path)?.origin;
    let Some(Found { origin: Origin::File(file), .. }) = beside(path) else { return Ok(None) };
    let real = |path: &Path| path.canonicalize().ok();
    let is_other = !matches!(&taken, Origin::File(taken) if taken == &file || real(taken) == real(&file));
    Ok(is_other.then_some((taken, file)))
}

/// The scenario that `name` stands for: the file of that name where there is one or where only a file can be meant
/// (`here/a.ron`; a bare `a.ron` that is not here may be in a folder of `roots`), else the scenario of `roots` with that stem, else the file in the working folder with that stem. Only
/// that one is read, and it may have mistakes.
///
/// # Errors
/// Where nothing of that name is found, or a folder that was asked for cannot be read.
pub fn find(roots: &Roots, name: impl AsRef<OsStr>) -> Result<Entry, NotFound> {
    let path = Path::new(name.as_ref());
    if let Some(found) = elsewhere(roots, path)? {
        return Ok(found.read());
    }
    // A folder of that name is no scenario, and saying so says more than that there is none.
    if is_file(path) || path.is_dir() && !roots.has(path)? && beside(path).is_none() {
        return Ok(Entry { stem: stem(path), origin: Origin::File(path.to_path_buf()), loaded: load_file(path) });
    }
    by_stem(roots, path).map(Found::read)
}

/// The scenario of `roots` with the stem `name`, or the one in the working folder.
pub(super) fn by_stem(roots: &Roots, name: &Path) -> Result<Found, NotFound> {
    let (found, _) = roots.scenarios()?;
    let stems: Vec<String> = found.iter().map(|found| found.stem.clone()).collect();
    if let Some(found) = found.into_iter().find(|found| name.as_os_str() == found.stem.as_str()) {
        return Ok(found);
    }
    if let Some(found) = beside(name) {
        return Ok(found);
    }
    let name = name.display().to_string();
    let near = near::names(&name, stems.into_iter().map(|stem| (stem.clone(), stem)).chain(near::beside()));
    Err(NoSuchScenario { name, near }.into())
}

/// The scenario in the working folder with the stem `name`.
fn beside(name: &Path) -> Option<Found> {
    let mut file = name.as_os_str().to_owned();
    file.push(".ron");
    let file = PathBuf::from(file);
    if stem(&file) == "pack" || !file.metadata().is_ok_and(|there| !there.is_dir()) {
        return None;
    }
    let rubric = Arc::new(RubricOf::folder(Path::new("")));
    Some(Found { stem: stem(&file), origin: Origin::File(file), built_in: "", rubric })
}
