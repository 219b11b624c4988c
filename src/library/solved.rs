//! Values of large scenarios, kept so that they are worked out once.

use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};

use sha2::{Digest, Sha256};

use super::TextHash;
use crate::scenario::Scenario;
use crate::solver::{Solved, TooLarge, solve};

/// Values of fewer states are worked out faster than they are read.
const WORTH_KEEPING: usize = 20_000;

/// How many scenarios have their values kept; the one used longest ago goes first.
const MOST: usize = 16;

/// The values of `scenario`, whose text has `hash`: those kept in the data folder `data`, or worked out now and kept.
/// Whatever goes wrong with keeping them is no loss, and quiet.
///
/// # Errors
/// Where the scenario has more than `limit` states, or they fill the memory.
pub fn solved(data: Option<&Path>, hash: TextHash, scenario: &Scenario, limit: usize) -> Result<Solved, TooLarge> {
    let path = data.map(|data| path(data, hash));
    if let Some(kept) = path.as_deref().and_then(kept)
        && let Some(solved) = Solved::from_bytes(scenario, &kept, limit)?
    {
        return Ok(solved);
    }
    let solved = solve(scenario, limit)?;
    if let Some(path) = path.filter(|_| solved.states() >= WORTH_KEEPING) {
        let _ = keep(&path, &solved.to_bytes());
    }
    Ok(solved)
}

fn path(data: &Path, hash: TextHash) -> PathBuf {
    data.join("solved").join(hash.to_string())
}

/// The bytes at `path`, where they are whole: the last 32 are the SHA-256 of the others.
fn kept(path: &Path) -> Option<Vec<u8>> {
    let mut bytes = fs::read(path).ok()?;
    let sum = bytes.split_off(bytes.len().checked_sub(32)?);
    if Sha256::digest(&bytes)[..] != sum[..] {
        return None;
    }
    // The time of the file tells which was used longest ago.
    if let Ok(file) = fs::File::options().append(true).open(path) {
        let _ = file.set_modified(std::time::SystemTime::now());
    }
    Some(bytes)
}

/// Writes `bytes` to `path`, whole or not at all, and lets go of what was used longest ago.
fn keep(path: &Path, bytes: &[u8]) -> std::io::Result<()> {
    let Some(folder) = path.parent() else { return Ok(()) };
    // The data folder is made by the history, for this person only; without a history nothing is kept.
    match fs::create_dir(folder) {
        Err(error) if error.kind() != std::io::ErrorKind::AlreadyExists => return Err(error),
        _ => {}
    }
    let mut file = tempfile::NamedTempFile::new_in(folder)?;
    file.write_all(bytes)?;
    file.write_all(&Sha256::digest(bytes))?;
    file.persist(path)?;

    let mut all: Vec<_> = fs::read_dir(folder)?
        .filter_map(|entry| {
            let entry = entry.ok()?;
            Some((entry.metadata().ok()?.modified().ok()?, entry.path()))
        })
        .collect();
    all.sort_unstable();
    for (_, oldest) in all.iter().take(all.len().saturating_sub(MOST)) {
        fs::remove_file(oldest)?;
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::generated::hub_text;
    use crate::library::{Loaded, load_text};

    fn loaded(questions: usize) -> Loaded {
        load_text("hub", hub_text(questions, 2).into(), None).unwrap()
    }

    fn values(data: &Path, loaded: &Loaded, limit: usize) -> Result<Solved, TooLarge> {
        solved(Some(data), loaded.hash, &loaded.scenario, limit)
    }

    fn files(data: &Path) -> Vec<PathBuf> {
        let Ok(folder) = fs::read_dir(data.join("solved")) else { return Vec::new() };
        folder.map(|entry| entry.unwrap().path()).collect()
    }

    #[test]
    fn values_that_were_kept_are_the_values_that_were_worked_out() {
        let data = tempfile::tempdir().unwrap();
        let loaded = loaded(15);
        let first = values(data.path(), &loaded, usize::MAX).unwrap();
        assert_eq!(files(data.path()).len(), 1);
        assert_eq!(values(data.path(), &loaded, usize::MAX).unwrap(), first);
        assert_eq!(values(data.path(), &loaded, 99), Err(TooLarge::States { limit: 99 }));
    }

    #[test]
    fn small_scenarios_leave_no_file() {
        let data = tempfile::tempdir().unwrap();
        values(data.path(), &loaded(3), usize::MAX).unwrap();
        assert!(files(data.path()).is_empty());
    }

    #[test]
    fn a_file_that_was_cut_or_changed_is_worked_out_anew() {
        let data = tempfile::tempdir().unwrap();
        let loaded = loaded(15);
        let first = values(data.path(), &loaded, usize::MAX).unwrap();
        let path = files(data.path()).remove(0);
        let whole = fs::read(&path).unwrap();
        for wrong in [Vec::new(), whole[..whole.len() / 2].to_vec(), [&whole[..99], &[7], &whole[100..]].concat()] {
            fs::write(&path, wrong).unwrap();
            assert_eq!(values(data.path(), &loaded, usize::MAX).unwrap(), first);
            assert_eq!(fs::read(&path).unwrap(), whole, "and kept again");
        }
    }

    #[test]
    fn values_of_another_text_are_never_taken_for_those_of_this_one() {
        let bytes = solve(&loaded(6).scenario, usize::MAX).unwrap().to_bytes();
        assert_eq!(Solved::from_bytes(&loaded(3).scenario, &bytes, usize::MAX), Ok(None));
    }

    #[test]
    fn only_so_many_are_kept() {
        let data = tempfile::tempdir().unwrap();
        fs::create_dir(data.path().join("solved")).unwrap();
        for old in 0..30 {
            fs::write(data.path().join("solved").join(format!("old {old}")), "").unwrap();
        }
        values(data.path(), &loaded(15), usize::MAX).unwrap();
        let left = files(data.path());
        assert_eq!(left.len(), MOST);
        assert!(left.contains(&path(data.path(), loaded(15).hash)));
    }
}
