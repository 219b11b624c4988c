//! The scenarios that can be found, reading them, and beginning new ones.
//!
//! A [`Library`] looks into the folders of its [`Roots`] and then into the pack built into the program; the first
//! scenario of a stem wins. Each file is read on its own, so that one that cannot be played never hides the others. A
//! file is opened only when it is one, and is never read past the limit of the format.

mod begin;
mod built_in;
mod error;
mod file;
mod find;
mod load;
mod near;
mod roots;
mod solved;
mod sweep;
#[cfg(test)]
mod tests;

use std::path::PathBuf;

pub use begin::{Begun, NotBegun, Template, begin};
pub use error::{NoDataFolder, NoFolder, NoSuchScenario, NotFound, NotLoaded};
pub use find::{find, passed_over, stem_of};
pub use load::{Loaded, load_file, load_text};
pub use roots::{Roots, data_folder};
pub use solved::solved;
pub use sweep::{File, Read, sweep};

pub use crate::text_hash::TextHash;

/// Every scenario that can be found, read.
#[derive(Debug, Clone)]
pub struct Library {
    entries: Vec<Entry>,
    unread: Vec<NoFolder>,
}

/// One scenario of the library, or why it cannot be played.
#[derive(Debug, Clone)]
pub struct Entry {
    /// Its name: that of its file without `.ron`. It comes from outside and is not yet made safe to show.
    pub stem: String,
    /// Where it was found.
    pub origin: Origin,
    /// What was read.
    pub loaded: Result<Loaded, NotLoaded>,
}

/// Where a scenario was found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Origin {
    /// In this file.
    File(PathBuf),
    /// In the pack built into the program.
    BuiltIn,
}

impl Library {
    /// Finds and reads the scenarios of `roots` and those built in: in the order of the roots, in each by file name.
    ///
    /// # Errors
    /// Where a folder that was asked for cannot be read. A folder that is only looked into by default may be missing;
    /// one that is there and cannot be read is told by [`Self::unread`].
    pub fn open(roots: &Roots) -> Result<Self, NoFolder> {
        let (found, unread) = roots.scenarios()?;
        let entries = found.into_iter().map(find::Found::read).collect();
        Ok(Self { entries, unread })
    }

    /// The scenarios, each stem once.
    #[must_use]
    pub fn entries(&self) -> &[Entry] {
        &self.entries
    }

    /// The folders that are looked into by default, are there, and could not be read.
    #[must_use]
    pub fn unread(&self) -> &[NoFolder] {
        &self.unread
    }
}
