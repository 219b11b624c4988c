//! What can go wrong between a name and a scenario, told to the person who gave the name.

use std::borrow::Cow;
use std::io;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use thiserror::Error;

use crate::problem::Problem;
use crate::visible::visible;

/// Why a scenario cannot be played.
#[derive(Debug, Clone, Error)]
pub enum NotLoaded {
    /// The file cannot be opened or read.
    #[error("{} cannot be read: {}", shown(.path), told(.reason))]
    Io {
        /// The file.
        path: PathBuf,
        /// What the system said.
        reason: Arc<io::Error>,
    },
    /// There is something of that name, and it is no file.
    #[error("{} is {what} and not a file. Name a scenario file: its name ends in .ron", shown(.path))]
    NotAFile {
        /// What was named.
        path: PathBuf,
        /// What it is, with its article.
        what: &'static str,
    },
    /// The file is larger than the format allows.
    #[error("{} is too large: {bytes} bytes, and the limit is {limit} ({} MiB)", shown(.path), .limit >> 20)]
    TooLarge {
        /// The file.
        path: PathBuf,
        /// Its size; where it grew while it was read, as much as was seen of it.
        bytes: u64,
        /// The largest size that is read.
        limit: u64,
    },
    /// The file holds something else than text in UTF-8.
    #[error(
        "{} is not UTF-8 text: there is a byte that is not in line {line}, {at} bytes from the start of the file. \
         Save the file again as UTF-8", shown(.path)
    )]
    NotUtf8 {
        /// The file.
        path: PathBuf,
        /// How many bytes stand before the first one that is not UTF-8.
        at: usize,
        /// The line that it stands in, from 1.
        line: usize,
    },
    /// The text has mistakes.
    #[error("{} cannot be played: {}. tellmore check shows where", visible(.name), first(.problems))]
    Problems {
        /// The file as it was named.
        name: String,
        /// Its text, for the places of the problems.
        text: Arc<str>,
        /// The mistakes; at least one.
        problems: Vec<Problem>,
    },
    /// The `pack.ron` in its folder cannot be used, so the skills that its marks are for are not known.
    #[error("the pack of this scenario has to be mended first. {0}")]
    Pack(Arc<NotLoaded>),
}

impl NotLoaded {
    /// The mistakes in a text, with the name and the text that they are in: those of the scenario or of its pack.
    #[must_use]
    pub fn problems(&self) -> Option<(&str, &str, &[Problem])> {
        match self {
            Self::Problems { name, text, problems } => Some((name, text, problems)),
            Self::Pack(pack) => pack.problems(),
            _ => None,
        }
    }
}

/// A folder of scenarios that cannot be read.
#[derive(Debug, Clone, Error)]
#[error("the folder {} cannot be read: {}", shown(.path), told(.reason))]
pub struct NoFolder {
    /// The folder.
    pub path: PathBuf,
    /// What the system said.
    pub reason: Arc<io::Error>,
}

/// No scenario goes by the name that was given.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
#[error("there is no scenario \"{}\". {}", visible(.name), advice(.near))]
pub struct NoSuchScenario {
    /// The name that was given.
    pub name: String,
    /// The stems that are most like it, the nearest first.
    pub near: Vec<String>,
}

/// Why a name leads to no scenario.
#[derive(Debug, Clone, Error)]
pub enum NotFound {
    /// Nothing goes by that name.
    #[error(transparent)]
    Name(#[from] NoSuchScenario),
    /// A folder that was asked for cannot be read.
    #[error(transparent)]
    Folder(#[from] NoFolder),
}

/// The platform names no folder for data, and no folder was chosen in its place.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
#[error("there is no home folder to keep anything in. Set TELLMORE_DATA to a folder of yours")]
pub struct NoDataFolder;

fn shown(path: &Path) -> String {
    visible(&path.display().to_string()).into_owned()
}

fn told(reason: &io::Error) -> Cow<'static, str> {
    match reason.kind() {
        io::ErrorKind::NotFound => "there is nothing of that name".into(),
        io::ErrorKind::NotADirectory => "it is not a folder".into(),
        io::ErrorKind::PermissionDenied => "you are not allowed to read it".into(),
        _ => reason.to_string().into(),
    }
}

/// The first mistake, and how many more there are.
fn first(problems: &[Problem]) -> String {
    let message = problems.first().map_or("", |problem| &problem.message);
    match problems.len() {
        0 | 1 => visible(message).into_owned(),
        more => format!("{} (and {} more)", visible(message), more - 1),
    }
}

fn advice(near: &[String]) -> String {
    if near.is_empty() {
        return "tellmore list shows those that can be found".to_owned();
    }
    let quoted: Vec<_> = near.iter().map(|stem| format!("\"{}\"", visible(stem))).collect();
    format!("Did you mean {}?", quoted.join(" or "))
}
