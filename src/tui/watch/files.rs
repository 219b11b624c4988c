//! Hearing that a file was saved.

use std::ffi::OsString;
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::mpsc::Sender;
use std::time::SystemTime;

use notify::event::{AccessKind, AccessMode};
use notify::{EventKind, RecommendedWatcher, RecursiveMode, Watcher};

/// The files that make a scenario: its own, and the `pack.ron` beside it, whose rubric it is read by.
#[derive(Debug, Clone)]
pub(super) struct Files {
    /// The scenario.
    pub(super) scenario: PathBuf,
    /// Its pack, which need not be there.
    pub(super) pack: PathBuf,
}

/// What files look like from outside: when they were changed, and how long they are.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Looks([Option<(Option<SystemTime>, u64)>; 2]);

impl Files {
    pub(super) fn of(scenario: &Path) -> Self {
        let folder = scenario.parent().unwrap_or(Path::new(""));
        Self { scenario: scenario.to_path_buf(), pack: folder.join("pack.ron") }
    }

    /// What they look like now.
    pub(super) fn look(&self) -> Looks {
        let look = |path: &Path| fs::metadata(path).ok().map(|there| (there.modified().ok(), there.len()));
        Looks([look(&self.scenario), look(&self.pack)])
    }

    /// The folders that a save can happen in, and the names of what is saved there: a link and what it leads to may lie
    /// apart.
    fn places(&self) -> (Vec<PathBuf>, Vec<OsString>) {
        let (mut folders, mut names): (Vec<PathBuf>, Vec<OsString>) = (Vec::new(), Vec::new());
        for path in [&self.scenario, &self.pack] {
            for path in [std::path::absolute(path), fs::canonicalize(path)].into_iter().flatten() {
                let (Some(folder), Some(name)) = (path.parent(), path.file_name()) else { continue };
                if !folders.iter().any(|known| known == folder) {
                    folders.push(folder.to_path_buf());
                }
                names.push(name.to_owned());
            }
        }
        (folders, names)
    }
}

/// Has `saved` told whenever one of `files` may have been saved, for as long as what is returned lives.
///
/// The folders are watched and not the files: an editor that writes a new file and renames it over the old one would
/// leave a watch on a file that nobody sees any more.
///
/// # Errors
/// Where the system does not tell of changes there.
pub(super) fn hear(files: &Files, saved: Sender<()>) -> notify::Result<RecommendedWatcher> {
    let (folders, names) = files.places();
    let mut watcher = notify::recommended_watcher(move |heard: notify::Result<notify::Event>| {
        if matters(heard.as_ref().ok(), &names) {
            let _ = saved.send(());
        }
    })?;
    for folder in &folders {
        watcher.watch(folder, RecursiveMode::NonRecursive)?;
    }
    Ok(watcher)
}

/// Whether `event` can mean that a file of one of `names` was saved; an event that was lost can mean anything.
fn matters(event: Option<&notify::Event>, names: &[OsString]) -> bool {
    let Some(event) = event else { return true };
    let reads = match event.kind {
        EventKind::Access(AccessKind::Close(AccessMode::Write)) => false,
        EventKind::Access(_) => true,
        _ => false,
    };
    let its = |path: &PathBuf| path.file_name().is_some_and(|name| names.iter().any(|its| its == name));
    !reads && (event.paths.is_empty() || event.need_rescan() || event.paths.iter().any(its))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_what_may_have_changed_one_of_the_files_matters() {
        use notify::event::{CreateKind, ModifyKind, RenameMode};

        let names = [OsString::from("a.ron"), OsString::from("pack.ron")];
        let event = |kind, path: &str| notify::Event::new(kind).add_path(PathBuf::from(path));
        let renamed = EventKind::Modify(ModifyKind::Name(RenameMode::Both));
        let read = EventKind::Access(AccessKind::Open(AccessMode::Any));
        let written = EventKind::Access(AccessKind::Close(AccessMode::Write));
        assert!(matters(Some(&event(renamed, "/x/.a.swp").add_path("/x/a.ron".into())), &names));
        assert!(matters(Some(&event(EventKind::Create(CreateKind::File), "/x/pack.ron")), &names));
        assert!(matters(Some(&event(written, "/x/a.ron")), &names));
        assert!(!matters(Some(&event(read, "/x/a.ron")), &names), "or looking at it would be heard as a save");
        assert!(!matters(Some(&event(written, "/x/4913")), &names));
        assert!(matters(None, &names));
    }

    #[test]
    fn a_save_changes_how_a_file_looks_and_a_file_that_is_gone_looks_like_none() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("a.ron");
        fs::write(&path, "one").unwrap();
        let files = Files::of(&path);
        let before = files.look();
        assert_eq!(files.look(), before);
        fs::write(&path, "another").unwrap();
        let after = files.look();
        assert_ne!(after, before);
        fs::write(folder.path().join("pack.ron"), "Pack").unwrap();
        assert_ne!(files.look(), after);
        fs::remove_file(&path).unwrap();
        assert_eq!(files.look().0[0], None);
    }
}
