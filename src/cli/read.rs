//! From what a person names to a scenario that can be practised.

use std::ffi::OsStr;
use std::io::{self, Write};
use std::path::PathBuf;

use anyhow::{anyhow, bail};

use super::args::Global;
use crate::history::{History, Kept};
use crate::library::{self, Library, Loaded, Origin, Roots};
use crate::visible::visible;

/// A scenario with the name that it goes by.
pub(super) struct Found {
    /// The name of its file without `.ron`.
    pub stem: String,
    /// The scenario and its text.
    pub loaded: Loaded,
}

/// The folder that everything of this person is kept in.
pub(super) fn data_folder() -> anyhow::Result<PathBuf> {
    Ok(library::data_folder(std::env::var_os("TELLMORE_DATA"))?)
}

/// Where scenarios are looked for.
pub(super) fn roots(global: &Global) -> Roots {
    Roots {
        asked: global.scenarios.clone(),
        here: PathBuf::from("scenarios"),
        data: data_folder().ok().map(|folder| folder.join("scenarios")),
    }
}

/// The scenario that `name` stands for: a file, or the stem of one that can be found.
pub(super) fn scenario(global: &Global, name: &str) -> anyhow::Result<Found> {
    let entry = library::find(&roots(global), name)?;
    Ok(Found { stem: entry.stem, loaded: entry.loaded? })
}

/// Says on stderr which scenario the stem `name` stands for, where the working folder has another one of that name. What
/// keeps a name from being found is told by whoever reads it.
pub(super) fn tell_passed_over(global: &Global, name: impl AsRef<OsStr>) {
    let Ok(Some((taken, file))) = library::passed_over(&roots(global), &name) else { return };
    let taken = match &taken {
        Origin::File(path) => path.display().to_string(),
        Origin::BuiltIn => "the one built into the program".to_owned(),
    };
    let (name, file) = (name.as_ref().to_string_lossy(), file.display().to_string());
    let told =
        format!("tellmore: {name} stands for {taken}. The folder that you are in has one too: for that, name {file}");
    let _ = writeln!(io::stderr(), "{}", visible(&told));
}

/// The scenario of an attempt as it was when it was played.
pub(super) fn kept(kept: &Kept) -> anyhow::Result<Found> {
    let loaded = library::load_text(&kept.stem, kept.text.clone(), kept.rubric_text.clone())?;
    Ok(Found { stem: kept.stem.clone(), loaded })
}

/// The scenario that has waited longest: the first that was never finished, else the one finished longest ago.
pub(super) fn longest_waiting(global: &Global, history: Option<&History>) -> anyhow::Result<Found> {
    let library = Library::open(&roots(global))?;
    // A history that cannot be read is told when the conversation is to be kept; it is no reason not to practise.
    let standing = history.and_then(|history| history.standing().ok()).unwrap_or_default();
    let playable = library.entries().iter().filter_map(|entry| Some((entry, entry.loaded.as_ref().ok()?)));
    let longest = playable.min_by_key(|(entry, _)| standing.get(&entry.stem).map(|standing| standing.last_at));
    let Some((entry, loaded)) = longest else {
        if let Some(Err(error)) = library.entries().first().map(|entry| &entry.loaded) {
            bail!(error.clone());
        }
        return Err(anyhow!("there is no scenario to practise"));
    };
    Ok(Found { stem: entry.stem.clone(), loaded: loaded.clone() })
}
