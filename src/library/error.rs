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
    /// There is no such file.
    #[error("{} cannot be read: there is nothing of that name{}", shown(.path), offered(.near))]
    Missing {
        /// The file that was named.
        path: PathBuf,
        /// The files near it whose names are most like it, the nearest first.
        near: Vec<String>,
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
    /// The file holds text in UTF-16.
    #[error(
        "{} is saved as UTF-16, which some editors call Unicode, and a scenario is saved as UTF-8. Save it again as UTF-8: \
         editors have the encoding under Save as", shown(.path)
    )]
    Utf16 {
        /// The file.
        path: PathBuf,
    },
    /// The file holds something else than text in UTF-8.
    #[error(
        "{} is not UTF-8 text: line {line} has a character that is saved in another way, {at} bytes from the start of the \
         file. Save the file again as UTF-8: editors have the encoding under Save as", shown(.path)
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
    meant(near)
}

/// The question whether one of `near` was meant, as it follows a sentence; nothing where there is none.
fn offered(near: &[String]) -> String {
    if near.is_empty() { String::new() } else { format!(". {}", meant(near)) }
}

fn meant(near: &[String]) -> String {
    let quoted: Vec<_> = near.iter().map(|name| format!("\"{}\"", visible(name))).collect();
    let ends_in_txt = near.iter().any(|name| name.ends_with(".txt"));
    let txt = if ends_in_txt { " The name of a scenario file ends in .ron: take .txt off it" } else { "" };
    format!("Did you mean {}?{txt}", quoted.join(" or "))
}
