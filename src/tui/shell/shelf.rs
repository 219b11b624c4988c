//! Reading what the home screen shows.

use std::sync::Arc;

use jiff::Timestamp;

use super::keeping::Keeper;
use super::when::ago;
use crate::conversation::Conversation;
use crate::history::Kept;
use crate::library::{self, Library, Loaded, NotLoaded, Origin, Roots};
use crate::problem::{Lines, Problem};
use crate::tui::app::data::{Entry, Mistake, Piece, Reading, Shelf, Standing, Unfinished};

/// How much of a line with a mistake is shown, in characters.
const LONGEST: usize = 200;

/// Reads the scenarios that `roots` lead to, and how things stand with them.
pub(super) fn read(roots: &Roots, keeper: &mut Keeper) -> Shelf {
    keeper.retry();
    let standings = keeper.standing();
    let standing = |stem: &str| {
        standings.get(stem).map_or(Standing::default(), |standing| Standing {
            played: standing.times,
            best: standing.best,
            last: standing.last,
        })
    };
    let (mut entries, unread) = match Library::open(roots) {
        Ok(library) => (
            library.entries().iter().map(|entry| shown(entry, standing(&entry.stem))).collect(),
            library.unread().iter().map(ToString::to_string).collect(),
        ),
        Err(no_folder) => (Vec::new(), vec![no_folder.to_string()]),
    };
    // What can be played comes first, and otherwise the order stays.
    entries.sort_by_key(|entry| matches!(entry.reading, Reading::Broken(_)));
    let (unfinished, more) = unfinished(keeper);
    let folders = roots.asked.iter().chain([&roots.here]).chain(&roots.data);
    Shelf {
        entries,
        unfinished,
        more,
        places: folders
            .filter(|folder| !folder.as_os_str().is_empty())
            .map(|folder| folder.display().to_string())
            .collect(),
        unread,
        not_kept: keeper.not_kept(),
        broken: keeper.is_broken(),
    }
}

fn shown(entry: &library::Entry, standing: Standing) -> Entry {
    let file = match &entry.origin {
        Origin::File(path) => path.display().to_string(),
        Origin::BuiltIn => entry.stem.clone(),
    };
    let reading = match &entry.loaded {
        Ok(loaded) => Reading::Ready(Arc::new(Piece::new(&entry.stem, loaded.clone()))),
        Err(error) => Reading::Broken(mistakes(error)),
    };
    Entry { stem: entry.stem.clone(), file, reading, standing }
}

fn mistakes(error: &NotLoaded) -> Vec<Mistake> {
    match error {
        NotLoaded::Problems { text, problems, .. } => {
            let lines = Lines::of(text);
            let mistake = |problem: &Problem| {
                let line = lines.number(problem.span.start);
                let stands = lines.span(line).map_or("", |line| &text[line.start..line.end]);
                Mistake {
                    line: Some(line),
                    says: problem.message.clone(),
                    help: problem.advice().map(str::to_owned),
                    text: stands.trim().chars().take(LONGEST).collect(),
                }
            };
            problems.iter().map(mistake).collect()
        }
        NotLoaded::Pack(error) => mistakes(error),
        error => vec![Mistake { says: error.to_string(), ..Mistake::default() }],
    }
}

/// The conversations that can be gone on with, each with the text that it was begun with, and how many there are beside
/// them.
fn unfinished(keeper: &mut Keeper) -> (Vec<Unfinished>, usize) {
    let now = Timestamp::now();
    let (newest, more) = keeper.unfinished();
    let kept: Vec<(Kept, Arc<Piece>)> = newest
        .into_iter()
        .filter_map(|kept| {
            let loaded: Loaded = library::load_text(&kept.stem, kept.text.clone(), kept.rubric_text.clone()).ok()?;
            let piece = Arc::new(Piece::new(&kept.stem, loaded));
            Some((kept, piece))
        })
        .collect();
    let shown = kept
        .iter()
        .map(|(kept, piece)| Unfinished {
            id: kept.id.0,
            piece: Arc::clone(piece),
            transcript: kept.transcript.clone(),
            when: ago(kept.last, now),
            over: Conversation::resume(&piece.scenario, kept.transcript.clone())
                .is_ok_and(|conversation| conversation.is_over()),
        })
        .collect();
    keeper.offer(kept.into_iter().map(|(kept, piece)| (kept.id, piece, kept.transcript)).collect());
    (shown, more)
}
