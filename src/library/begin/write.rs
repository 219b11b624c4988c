//! A file that is there whole or not at all, and never in the place of another.

use std::fs::{self, File};
use std::io::{self, Write};
use std::path::Path;

use tempfile::{Builder, NamedTempFile};

/// Writes `text` to a new file at `path`.
///
/// # Errors
/// Where there is anything at `path` ([`io::ErrorKind::AlreadyExists`]), be it a link that leads nowhere, and where the
/// file cannot be written. Nothing is left behind then.
pub(super) fn whole(path: &Path, text: &str) -> io::Result<()> {
    // Looked at first only to say so before anything is written; what counts is the moment when it takes its name.
    if fs::symlink_metadata(path).is_ok() {
        return Err(io::ErrorKind::AlreadyExists.into());
    }
    let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
    let mut file = beside(folder)?;
    file.write_all(text.as_bytes())?;
    match file.persist_noclobber(path) {
        Ok(_) => Ok(()),
        Err(error) if error.error.kind() == io::ErrorKind::AlreadyExists => Err(error.error),
        // Some disks can neither link a file nor give it a name only where that is free.
        Err(_) => in_place(path, text),
    }
}

/// A file in `folder` without a name to know it by, with the rights that any new file has.
fn beside(folder: &Path) -> io::Result<NamedTempFile> {
    let mut builder = Builder::new();
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt;
        // What the person's own mask takes away goes as well.
        builder.permissions(fs::Permissions::from_mode(0o666));
    }
    builder.tempfile_in(folder)
}

/// Writes `text` to a new file at `path`, and takes it away again should that fail halfway.
fn in_place(path: &Path, text: &str) -> io::Result<()> {
    let written = File::create_new(path)?.write_all(text.as_bytes());
    if written.is_err() {
        let _ = fs::remove_file(path);
    }
    written
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The names in a folder.
    fn names(folder: &Path) -> Vec<String> {
        let mut names: Vec<_> =
            fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().file_name().into_string().unwrap()).collect();
        names.sort();
        names
    }

    #[test]
    fn a_file_is_written_whole_and_leaves_nothing_beside_it() {
        let folder = tempfile::tempdir().unwrap();
        for (name, write) in [("a", whole as fn(&Path, &str) -> io::Result<()>), ("b", in_place)] {
            let path = folder.path().join(name);
            write(&path, "text").unwrap();
            assert_eq!(fs::read_to_string(&path).unwrap(), "text");
            assert_eq!(write(&path, "other").unwrap_err().kind(), io::ErrorKind::AlreadyExists);
            assert_eq!(fs::read_to_string(&path).unwrap(), "text");
        }
        assert_eq!(names(folder.path()), ["a", "b"]);
    }

    #[test]
    fn of_many_who_write_at_once_one_does_and_its_text_stands() {
        let folder = tempfile::tempdir().unwrap();
        for write in [whole as fn(&Path, &str) -> io::Result<()>, in_place] {
            let path = folder.path().join("a");
            let texts: Vec<String> = (0..8).map(|number| number.to_string().repeat(9_000)).collect();
            let written: Vec<bool> = std::thread::scope(|scope| {
                let writers: Vec<_> = texts.iter().map(|text| scope.spawn(|| write(&path, text).is_ok())).collect();
                writers.into_iter().map(|writer| writer.join().unwrap()).collect()
            });
            assert_eq!(written.iter().filter(|&&written| written).count(), 1);
            let winner = written.iter().position(|&written| written).unwrap();
            assert_eq!(fs::read_to_string(&path).unwrap(), texts[winner]);
            fs::remove_file(&path).unwrap();
        }
        assert!(names(folder.path()).is_empty());
    }

    #[cfg(unix)]
    #[test]
    fn a_link_is_never_written_through() {
        let folder = tempfile::tempdir().unwrap();
        let there = folder.path().join("there");
        fs::write(&there, "mine").unwrap();
        for target in ["there", "nowhere"] {
            for write in [whole as fn(&Path, &str) -> io::Result<()>, in_place] {
                let link = folder.path().join("link");
                std::os::unix::fs::symlink(target, &link).unwrap();
                assert_eq!(write(&link, "text").unwrap_err().kind(), io::ErrorKind::AlreadyExists);
                fs::remove_file(&link).unwrap();
            }
        }
        assert_eq!(fs::read_to_string(&there).unwrap(), "mine");
        assert_eq!(names(folder.path()), ["there"]);
    }

    #[cfg(unix)]
    #[test]
    fn a_new_file_has_the_rights_of_any_new_file() {
        use std::os::unix::fs::PermissionsExt;
        let folder = tempfile::tempdir().unwrap();
        let [ours, plain] = ["ours", "plain"].map(|name| folder.path().join(name));
        whole(&ours, "text").unwrap();
        fs::write(&plain, "text").unwrap();
        let rights = |path: &Path| fs::metadata(path).unwrap().permissions().mode();
        assert_eq!(rights(&ours), rights(&plain));
    }
}
