//! From a text to a scenario that can be played.

use std::io;
use std::path::Path;
use std::sync::Arc;

use super::{NotLoaded, TextHash, file, near};
use crate::scenario::{Rubric, Scenario, pack, read};

/// A scenario with the text that it was read from.
#[derive(Debug, Clone)]
pub struct Loaded {
    /// The text of the scenario.
    pub text: Arc<str>,
    /// The text of the `pack.ron` that its rubric comes from; nothing where it is the default one.
    pub rubric_text: Option<Arc<str>>,
    /// The scenario.
    pub scenario: Arc<Scenario>,
    /// The hash of `text` and `rubric_text`.
    pub hash: TextHash,
}

/// Reads the scenario in the file at `path`, with the rubric of the `pack.ron` beside it, where there is one.
///
/// # Errors
/// Where file or pack cannot be read, or has mistakes.
pub fn load_file(path: &Path) -> Result<Loaded, NotLoaded> {
    let text = file::text(path).map_err(near::or_near)?;
    // The parent of a bare name is the empty path, and joining to that names a file here.
    let folder = path.parent().unwrap_or(Path::new(""));
    load(path.display().to_string(), text, &RubricOf::folder(folder))
}

/// Reads the `pack.ron` at `path`, only to see whether it can be read.
pub(super) fn load_pack(path: &Path) -> Result<(), NotLoaded> {
    let text = file::text(path)?;
    let name = path.display().to_string();
    pack::read(&text).map(|_| ()).map_err(|problems| NotLoaded::Problems { name, text, problems })
}

/// Reads a scenario that was kept as text, with the text that its rubric came from. Problems name it `name`.
///
/// # Errors
/// Where a text has mistakes.
pub fn load_text(name: &str, text: Arc<str>, rubric_text: Option<Arc<str>>) -> Result<Loaded, NotLoaded> {
    load(name.to_owned(), text, &RubricOf::text(name, rubric_text))
}

/// Reads `text` as a scenario of a folder with this rubric.
pub(super) fn load(name: String, text: Arc<str>, rubric: &RubricOf) -> Result<Loaded, NotLoaded> {
    let rubric = rubric.0.as_ref().map_err(|error| NotLoaded::Pack(Arc::clone(error)))?;
    let read = match rubric {
        Some((rubric, _)) => read::read(&text, rubric),
        None => read::read(&text, &Rubric::default()),
    };
    match read {
        Ok(scenario) => {
            let rubric_text = rubric.as_ref().map(|(_, text)| Arc::clone(text));
            let hash = TextHash::of(&text, rubric_text.as_deref());
            Ok(Loaded { text, rubric_text, scenario: Arc::new(scenario), hash })
        }
        Err(problems) => Err(NotLoaded::Problems { name, text, problems }),
    }
}

/// The rubric of the scenarios in one folder, with the text that it comes from; nothing where it is the default one.
#[derive(Debug)]
pub(super) struct RubricOf(Result<Option<(Rubric, Arc<str>)>, Arc<NotLoaded>>);

impl RubricOf {
    /// What `pack.ron` in `folder` says; a folder need not have one.
    pub(super) fn folder(folder: &Path) -> Self {
        let path = folder.join("pack.ron");
        match file::text(&path) {
            Ok(text) => Self::text(&path.display().to_string(), Some(text)),
            Err(NotLoaded::Io { reason, .. }) if reason.kind() == io::ErrorKind::NotFound => Self(Ok(None)),
            Err(error) => Self(Err(Arc::new(error))),
        }
    }

    /// What the `text` of a pack says, should there be one.
    pub(super) fn text(name: &str, text: Option<Arc<str>>) -> Self {
        let Some(text) = text else { return Self(Ok(None)) };
        match pack::read(&text) {
            // A pack without a rubric of its own changes nothing in how its scenarios are read.
            Ok(pack) => Self(Ok(pack.rubric.map(|rubric| (rubric, text)))),
            Err(problems) => Self(Err(Arc::new(NotLoaded::Problems { name: name.to_owned(), text, problems }))),
        }
    }
}
