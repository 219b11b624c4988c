//! How a command ends.

use std::process::ExitCode;

use super::out::Out;
use crate::check::counted;
use crate::history::HistoryError;
use crate::library::{NoDataFolder, NotLoaded};
use crate::problem::Source;
use crate::problem::text::{Style, render_all};
use crate::visible::visible;

/// The exit statuses of the program.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Exit {
    /// 0: done.
    Done,
    /// 1: `check` found what has to be mended.
    Found,
    /// 2: wrong use, or a file that cannot be read.
    Refused,
    /// 3: the history cannot be used.
    NoHistory,
    /// Ended by a signal: 128 and its number.
    Signal(u8),
}

impl From<Exit> for ExitCode {
    fn from(exit: Exit) -> Self {
        match exit {
            Exit::Done => Self::SUCCESS,
            Exit::Found => Self::from(1),
            Exit::Refused => Self::from(2),
            Exit::NoHistory => Self::from(3),
            Exit::Signal(number) => Self::from(128_u8.saturating_add(number)),
        }
    }
}

/// Tells what is wrong with the arguments, or prints the help that was asked for.
pub(super) fn of_arguments(error: &clap::Error, out: &Out) -> Exit {
    if !error.use_stderr() {
        // A pipe that is closed by now is no mistake.
        let _ = error.print();
        return Exit::Done;
    }
    // The message quotes what was typed, whatever that holds.
    for line in error.render().to_string().lines() {
        out.tell(&format!("{}\n", visible(line)));
    }
    Exit::Refused
}

/// Tells a person on stderr what went wrong. A closed pipe is quiet.
pub(super) fn of_error(error: &anyhow::Error, out: &Out) -> Exit {
    let broken_pipe = |cause: &(dyn std::error::Error + 'static)| {
        cause.downcast_ref::<std::io::Error>().is_some_and(|io| io.kind() == std::io::ErrorKind::BrokenPipe)
    };
    if error.chain().any(broken_pipe) {
        return Exit::Done;
    }
    if let Some((name, text, problems)) = error.downcast_ref::<NotLoaded>().and_then(NotLoaded::problems) {
        let style = Style { color: out.error_color(), width: out.error_width() };
        render_all(Source { name, text }, problems, style).for_each(|problem| out.tell(&problem));
        let mistakes = counted(problems.len(), "mistake");
        out.tell(&format!("{} has {mistakes} and cannot be played.\n", visible(name)));
        return Exit::Refused;
    }
    // Files are read and told of elsewhere: what comes here as it is went wrong with input or output itself.
    if let Some(reason) = error.downcast_ref::<std::io::Error>() {
        out.tell(&format!("tellmore: what was asked for cannot be written: {reason}\n"));
        return Exit::Refused;
    }
    let told: Vec<String> = error.chain().map(|cause| visible(&cause.to_string()).into_owned()).collect();
    out.tell(&format!("tellmore: {}\n", told.join(": ")));
    if error.is::<HistoryError>() || error.is::<NoDataFolder>() { Exit::NoHistory } else { Exit::Refused }
}
