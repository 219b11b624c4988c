//! The screens, from the command line.

use super::args::{Color, Global, Practice, Theme as Asked};
use super::exit::Exit;
use super::out::Out;
use super::practice::{begin, seed, unfinished};
use super::read;
use crate::history::History;
use crate::tui::app::data::{Piece, Start};
use crate::tui::theme::{Hints, Theme, Wish};
use crate::tui::{self, Left, Options};

/// Opens the home screen.
pub(super) fn home(global: &Global, out: &Out) -> anyhow::Result<Exit> {
    open(global, Start::Home, out)
}

/// Opens a conversation.
pub(super) fn practice(global: &Global, asked: &Practice, out: &Out) -> anyhow::Result<Exit> {
    // Without a terminal nothing else matters: say so before anything is read.
    tui::terminal::is_there()?;
    let history = read::data_folder().and_then(|folder| Ok(History::open(&folder)?));
    if asked.resume {
        let kept = unfinished(&history?, asked.scenario.as_deref())?;
        return open(global, Start::Resume(kept.id.0), out);
    }
    let found = match &asked.scenario {
        Some(name) => read::scenario(global, name)?,
        None => read::longest_waiting(global, history.as_ref().ok())?,
    };
    let seed = asked.seed.map_or_else(seed, Ok)?;
    // What cannot be begun is told where it was asked for, and not on a screen.
    begin(&found, asked, seed)?;
    let piece = Piece::new(&found.stem, found.loaded).into();
    open(global, Start::Practise { piece, seed: Some(seed), first: asked.reply.clone() }, out)
}

fn open(global: &Global, start: Start, out: &Out) -> anyhow::Result<Exit> {
    let options = Options {
        roots: read::roots(global),
        limit: global.max_states(),
        data: read::data_folder().map_err(|error| error.to_string()),
        theme: theme(global),
        start,
    };
    let (left, unfinished) = tui::run(options)?;
    if unfinished {
        out.tell("Kept as unfinished. Go on with: tellmore practice --resume\n");
    }
    Ok(match left {
        Left::Quit => Exit::Done,
        Left::Signal(number) => Exit::Signal(number),
    })
}

/// The colours that are asked for.
pub(super) fn theme(global: &Global) -> Theme {
    let variable = |name: &str| std::env::var(name).ok().filter(|value| !value.is_empty());
    let hints = Hints {
        colourless: match global.color {
            Color::Always => false,
            Color::Never => true,
            Color::Auto => variable("NO_COLOR").is_some(),
        },
        colorfgbg: variable("COLORFGBG"),
        colorterm: variable("COLORTERM"),
    };
    let wish = match global.theme {
        Asked::Auto => Wish::Auto,
        Asked::Light => Wish::Light,
        Asked::Dark => Wish::Dark,
    };
    Theme::choose(wish, &hints)
}
