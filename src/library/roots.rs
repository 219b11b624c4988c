//! The folders that scenarios are looked for in.

use std::collections::HashSet;
use std::ffi::OsString;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::{fs, io};

use etcetera::BaseStrategy;

use super::find::{Found, has_ending, stem};
use super::load::RubricOf;
use super::{NoDataFolder, NoFolder, Origin, built_in};

/// The folders that scenarios are looked for in, in this order; those built into the program come last.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Roots {
    /// The folders that were asked for. They have to be there.
    pub asked: Vec<PathBuf>,
    /// The folder `scenarios` of the working folder.
    pub here: PathBuf,
    /// The folder `scenarios` of the data folder, where there is a data folder.
    pub data: Option<PathBuf>,
}

/// The folder that everything of this person is kept in: `chosen`, which is what `TELLMORE_DATA` says, or the one of
/// the platform's convention. It need not be there.
///
/// # Errors
/// Where nothing is chosen and there is no home folder.
pub fn data_folder(chosen: Option<OsString>) -> Result<PathBuf, NoDataFolder> {
    match chosen {
        Some(chosen) if !chosen.is_empty() => Ok(chosen.into()),
        _ => {
            let platform = etcetera::base_strategy::choose_native_strategy().map_err(|_| NoDataFolder)?;
            Ok(platform.data_dir().join("tellmore"))
        }
    }
}

impl Roots {
    /// Whether a scenario goes by the stem `name`.
    pub(super) fn has(&self, name: &Path) -> Result<bool, NoFolder> {
        Ok(self.scenarios()?.0.iter().any(|found| name.as_os_str() == found.stem.as_str()))
    }

    /// The scenarios of all folders and those built in, the first of each stem; and the folders that are looked into by
    /// default, are there, and cannot be read.
    pub(super) fn scenarios(&self) -> Result<(Vec<Found>, Vec<NoFolder>), NoFolder> {
        let mut found = Vec::new();
        for folder in &self.asked {
            found.extend(scenarios_in(folder)?);
        }
        let mut unread = Vec::new();
        for folder in [Some(&self.here), self.data.as_ref()].into_iter().flatten() {
            match scenarios_in(folder) {
                Ok(more) => found.extend(more),
                Err(error) if is_missing(&error.reason) => {}
                Err(error) => unread.push(error),
            }
        }
        found.extend(built_in_scenarios());
        let mut stems = HashSet::new();
        found.retain(|found| stems.insert(found.stem.clone()));
        Ok((found, unread))
    }
}

/// Whether a folder that need not be there is not there.
fn is_missing(reason: &io::Error) -> bool {
    matches!(reason.kind(), io::ErrorKind::NotFound | io::ErrorKind::NotADirectory)
}

/// The scenarios of one folder, by file name: what ends in `.ron`, but for `pack.ron`, for folders, and for what a dot
/// hides (editors leave such files beside the one that they have open).
fn scenarios_in(folder: &Path) -> Result<Vec<Found>, NoFolder> {
    let failed = |reason| NoFolder { path: folder.to_path_buf(), reason: Arc::new(reason) };
    let mut names = Vec::new();
    for entry in fs::read_dir(folder).map_err(failed)? {
        let name = PathBuf::from(entry.map_err(failed)?.file_name());
        let is_scenario = has_ending(&name) && name != Path::new("pack.ron") && !is_hidden_file(&name);
        if is_scenario && !folder.join(&name).is_dir() {
            names.push(name);
        }
    }
    // A folder is read in the order of the disk, which differs from one machine to the next.
    names.sort();
    let rubric = Arc::new(RubricOf::folder(folder));
    let found = names.into_iter().map(|name| Found {
        stem: stem(&name),
        origin: Origin::File(folder.join(name)),
        built_in: "",
        rubric: Arc::clone(&rubric),
    });
    Ok(found.collect())
}

/// Whether a dot hides what is at `path`.
pub(super) fn is_hidden_file(path: &Path) -> bool {
    path.file_name().is_some_and(|name| name.as_encoded_bytes().starts_with(b"."))
}

/// The scenarios built into the program.
fn built_in_scenarios() -> impl Iterator<Item = Found> {
    let rubric = Arc::new(RubricOf::text("pack.ron (built in)", built_in::PACK.map(Arc::from)));
    built_in::SCENARIOS.iter().map(move |&(stem, text)| Found {
        stem: stem.to_owned(),
        origin: Origin::BuiltIn,
        built_in: text,
        rubric: Arc::clone(&rubric),
    })
}
