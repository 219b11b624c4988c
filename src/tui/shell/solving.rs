//! Solving beside the conversation.

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::PathBuf;
use std::sync::Arc;
use std::sync::mpsc::Sender;
use std::thread;

use super::input::Message;
use crate::library;
use crate::solver::TooLarge;
use crate::tui::app::data::{Event, Piece};

/// That a scenario has no values, and what to do about it.
pub(in crate::tui) fn no_values(too_large: &TooLarge) -> String {
    let more =
        if matches!(too_large, TooLarge::States { .. }) { " tellmore --max-states N raises the limit." } else { "" };
    format!("No score: {too_large}.{more}")
}

/// Solves the scenario of `piece`, with at most `limit` states, and tells `sender` when that is done. Values that took
/// long are kept in the folder `data`.
pub(super) fn solve(piece: Arc<Piece>, limit: usize, data: Option<PathBuf>, sender: Sender<Message<Event>>) {
    let hash = piece.hash;
    let failed = sender.clone();
    let work = move || {
        let solved = match catch_unwind(AssertUnwindSafe(|| {
            library::solved(data.as_deref(), piece.hash, &piece.scenario, limit)
        })) {
            Ok(Ok(solved)) => Ok(Arc::new(solved)),
            Ok(Err(too_large)) => Err(no_values(&too_large)),
            Err(_) => Err("No values: solving this scenario failed, which is a mistake in tellmore.".to_owned()),
        };
        let _ = sender.send(Message::Event(Event::Solved { hash, solved }));
    };
    if let Err(error) = thread::Builder::new().name("solver".to_owned()).spawn(work) {
        let solved = Err(format!("No values: {error}."));
        let _ = failed.send(Message::Event(Event::Solved { hash, solved }));
    }
}
