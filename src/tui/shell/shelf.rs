//! Reading what the home screen shows.

use std::path::PathBuf;
use std::sync::Arc;

use jiff::Timestamp;

use super::keeping::Keeper;
use super::when::ago;
use crate::history::Kept;
use crate::problem::{Source, text};
use crate::scenario::{self, Rubric};
use crate::text_hash::TextHash;
use crate::tui::app::data::{Entry, Piece, Reading, Shelf, Standing, Unfinished};

/// Reads the scenarios in `folders`, and how things stand with them.
pub(super) fn read(folders: &[PathBuf], keeper: &mut Keeper) -> Shelf {
    let standings = keeper.standing();
    let mut entries: Vec<Entry> = Vec::new();
    for folder in folders {
        let mut files: Vec<PathBuf> = std::fs::read_dir(folder)
            .into_iter()
            .flatten()
            .filter_map(|entry| Some(entry.ok()?.path()))
            .filter(|path| path.extension().is_some_and(|extension| extension == "ron"))
            .collect();
        files.sort();
        for file in files {
            let Some(stem) = file.file_stem().map(|stem| stem.to_string_lossy().into_owned()) else { continue };
            let Ok(content) = std::fs::read_to_string(&file) else { continue };
            let shown = file.display().to_string();
            let reading = reading(&stem, &shown, &content);
            let standing = standings.get(&stem).map_or(Standing::default(), |standing| Standing {
                played: standing.times,
                best: standing.best,
                last: standing.last,
            });
            entries.push(Entry { stem, file: shown, reading, standing });
        }
    }
    entries.sort_by_key(|entry| matches!(entry.reading, Reading::Broken(_)));
    let now = Timestamp::now();
    let kept: Vec<(Kept, Arc<Piece>)> =
        keeper.unfinished().into_iter().filter_map(|kept| piece(&kept).map(|piece| (kept, piece))).collect();
    let unfinished = kept
        .iter()
        .map(|(kept, piece)| Unfinished {
            id: kept.id.0,
            piece: Arc::clone(piece),
            transcript: kept.transcript.clone(),
            when: ago(kept.last, now),
        })
        .collect();
    keeper.offer(kept.into_iter().map(|(kept, piece)| (kept.id, piece, kept.transcript)).collect());
    Shelf {
        entries,
        unfinished,
        places: folders.iter().map(|folder| folder.display().to_string()).collect(),
        not_kept: keeper.not_kept(),
    }
}

fn reading(stem: &str, file: &str, content: &str) -> Reading {
    match scenario::read(content, &Rubric::default()) {
        Ok(read) => Reading::Ready(Arc::new(Piece {
            stem: stem.to_owned(),
            hash: TextHash::of(content, None),
            text: content.into(),
            rubric_text: None,
            scenario: Arc::new(read),
        })),
        Err(problems) => {
            let source = Source { name: file, text: content };
            let style = text::Style { color: false, width: 100 };
            Reading::Broken(problems.iter().map(|problem| text::render(source, problem, style)).collect())
        }
    }
}

/// What an unfinished conversation was played with, read from the text that was kept with it.
fn piece(kept: &Kept) -> Option<Arc<Piece>> {
    // The rubric of a pack is kept with the attempt; the text alone is not enough where there is one.
    let read = scenario::read(&kept.text, &Rubric::default()).ok()?;
    Some(Arc::new(Piece {
        stem: kept.stem.clone(),
        hash: kept.hash,
        text: Arc::clone(&kept.text),
        rubric_text: kept.rubric_text.clone(),
        scenario: Arc::new(read),
    }))
}
