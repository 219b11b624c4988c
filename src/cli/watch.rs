//! `tellmore watch`: a scenario while it is written.

use anyhow::bail;

use super::args::{Global, Watch};
use super::exit::Exit;
use super::read;
use super::screens::theme;
use crate::library::{self, NotLoaded, Origin};
use crate::tui::watch::{self, Options};
use crate::tui::{self, Left};
use crate::visible::visible;

/// Opens the bench.
pub(super) fn run(global: &Global, asked: &Watch) -> anyhow::Result<Exit> {
    // Without a terminal nothing else matters: say so before anything is read.
    tui::terminal::is_there()?;
    read::tell_passed_over(global, &asked.file);
    let entry = library::find(&read::roots(global), &asked.file)?;
    let file = match (entry.origin, entry.loaded) {
        (Origin::BuiltIn, _) => bail!(
            "{} comes with the program and cannot be changed. Watch a file of your own: tellmore watch FILE.ron",
            visible(&entry.stem)
        ),
        // Mistakes are what the bench is for; where there is no file there is nothing to watch.
        (_, Err(error @ (NotLoaded::Missing { .. } | NotLoaded::Io { .. } | NotLoaded::NotAFile { .. }))) => {
            bail!(error)
        }
        (Origin::File(file), _) => file,
    };
    let left = watch::run(Options { file, limit: global.max_states(), theme: theme(global) })?;
    Ok(match left {
        Left::Quit => Exit::Done,
        Left::Signal(number) => Exit::Signal(number),
    })
}
