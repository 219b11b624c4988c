//! The names that were probably meant.

use std::collections::HashSet;
use std::fs;
use std::io;
use std::path::Path;

use super::NotLoaded;
use super::find::has_ending;

/// How many near names are offered at most.
const OFFERED: usize = 3;

/// The longest name, in bytes, that is compared: the work grows with the square of it.
const LONGEST: usize = 255;

/// The most files of a folder that are looked at.
const MOST: usize = 2_000;

/// The same error; where there is no such file, with the files whose names are most like it.
pub(super) fn or_near(error: NotLoaded) -> NotLoaded {
    match error {
        NotLoaded::Io { path, reason } if reason.kind() == io::ErrorKind::NotFound => {
            let near = files(&path);
            NotLoaded::Missing { path, near }
        }
        error => error,
    }
}

/// The files in the folder of `path`, and in the folder `scenarios` there, that are most like it.
fn files(path: &Path) -> Vec<String> {
    let folder = path.parent().unwrap_or(Path::new(""));
    let Some(name) = path.file_name().map(|name| name.to_string_lossy()) else { return Vec::new() };
    let there = [folder.to_path_buf(), folder.join("scenarios")].into_iter().flat_map(|folder| {
        let files = in_folder(&folder);
        files.into_iter().map(move |(stem, file)| (stem, folder.join(file).display().to_string()))
    });
    names(without_ending(&name), there)
}

/// The scenario files of the working folder: the stem of each, and what it is called by: its stem, or where that is not
/// enough its whole name.
pub(super) fn beside() -> impl Iterator<Item = (String, String)> {
    in_folder(Path::new("")).into_iter().map(|(stem, file)| {
        let name = if file.ends_with(".txt") { file } else { stem.clone() };
        (stem, name)
    })
}

/// The scenario files of a folder: stem and name. An editor may have put `.txt` behind the ending.
fn in_folder(folder: &Path) -> Vec<(String, String)> {
    let folder = if folder.as_os_str().is_empty() { Path::new(".") } else { folder };
    let Ok(entries) = fs::read_dir(folder) else { return Vec::new() };
    let names = entries.take(MOST).filter_map(|entry| entry.ok()?.file_name().into_string().ok());
    let is_scenario = |name: &String| {
        let name = name.strip_suffix(".txt").unwrap_or(name);
        has_ending(Path::new(name)) && !name.starts_with('.') && name != "pack.ron"
    };
    let mut names: Vec<String> = names.filter(is_scenario).collect();
    names.sort();
    names.into_iter().map(|name| (without_ending(&name).to_owned(), name)).collect()
}

/// `name` without `.ron`, `.txt` or both.
fn without_ending(name: &str) -> &str {
    let name = name.strip_suffix(".txt").unwrap_or(name);
    match name.rsplit_once('.') {
        Some((stem, ending)) if ending.eq_ignore_ascii_case("ron") => stem,
        _ => name,
    }
}

/// The names of those of `known`, each a stem and what it is called by, whose stems are most like `name`, the nearest
/// first: those that it is a part of, then those that differ from it in a third of the letters at most.
pub(super) fn names(name: &str, known: impl Iterator<Item = (String, String)>) -> Vec<String> {
    let name = plain(name);
    if name.is_empty() || name.len() > LONGEST {
        return Vec::new();
    }
    let distance = |stem: &str| {
        let stem = plain(stem);
        if stem.contains(&name) {
            return Some(0);
        }
        let most = (name.chars().count().max(stem.chars().count()) / 3).max(1);
        let distance = strsim::osa_distance(&name, &stem);
        (distance <= most).then_some(distance)
    };
    let mut near: Vec<_> = known.filter_map(|(stem, called)| Some((distance(&stem)?, called))).collect();
    near.sort_by_key(|&(distance, _)| distance);
    let mut seen = HashSet::new();
    near.retain(|(_, called)| seen.insert(called.clone()));
    near.into_iter().take(OFFERED).map(|(_, called)| called).collect()
}

/// A name as it sounds: letters in lower case, without what joins words.
fn plain(name: &str) -> String {
    name.chars().filter(|c| !matches!(c, '_' | '-' | ' ')).flat_map(char::to_lowercase).collect()
}
