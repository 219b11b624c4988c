//! `tellmore` and `tellmore practice` on screens.

use std::sync::Arc;

use super::args::{Color, Global, Practice, Theme};
use super::exit::Exit;
use super::practice::begin;
use super::read;
use crate::history::History;
use crate::tui::app::data::{Piece, Start};
use crate::tui::theme::{self, Hints, Wish};
use crate::tui::{self, Options};

/// Opens the home screen.
pub(super) fn home(global: &Global) -> anyhow::Result<Exit> {
    open(global, Start::Home)
}

/// Opens a conversation.
pub(super) fn practice(global: &Global, asked: &Practice) -> anyhow::Result<Exit> {
    // The home screen offers what is unfinished before all else.
    if asked.resume {
        return home(global);
    }
    tui::terminal::check()?;
    let found = match &asked.scenario {
        Some(name) => read::scenario(global, name)?,
        None => {
            let history = read::data_folder().ok().and_then(|folder| History::open(&folder).ok());
            read::longest_waiting(global, history.as_ref())?
        }
    };
    // What cannot be begun is told here, before the screens come up.
    begin(&found, asked, 0)?;
    let piece = Arc::new(Piece::new(&found.stem, found.loaded));
    open(global, Start::Practise { piece, seed: asked.seed, first: asked.reply.clone() })
}

fn open(global: &Global, start: Start) -> anyhow::Result<Exit> {
    let env = |name: &str| std::env::var(name).ok().filter(|value| !value.is_empty());
    let hints = Hints {
        colourless: match global.color {
            Color::Always => false,
            Color::Never => true,
            Color::Auto => env("NO_COLOR").is_some(),
        },
        colorfgbg: env("COLORFGBG"),
        colorterm: env("COLORTERM"),
    };
    let wish = match global.theme {
        Theme::Auto => Wish::Auto,
        Theme::Light => Wish::Light,
        Theme::Dark => Wish::Dark,
    };
    tui::run(Options {
        roots: read::roots(global),
        limit: global.max_states,
        data: read::data_folder().map_err(|error| error.to_string()),
        theme: theme::Theme::choose(wish, &hints),
        start,
    })
    .map(Exit::Screens)
}
