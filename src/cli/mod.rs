//! The commands: one file each, with what they share of arguments and output.

pub mod args;
mod check;
mod completions;
mod exit;
mod explain;
mod keeper;
mod list;
mod map;
mod new;
mod out;
mod plain;
mod practice;
mod read;
mod screens;
mod simulate;
mod wait;
mod watch;

pub use exit::Exit;

use clap::Parser;

use args::{Arguments, Color, Command};
use out::Out;

/// Runs the command that `words`, the program's name first, ask for, and returns how it ended. What was asked for has
/// gone to stdout by then, and everything else to stderr.
#[must_use]
pub fn run(words: impl IntoIterator<Item = std::ffi::OsString>) -> Exit {
    let arguments = match Arguments::try_parse_from(words) {
        Ok(arguments) => arguments,
        Err(error) => return exit::of_arguments(&error, &Out::new(Color::Auto)),
    };
    let mut out = Out::new(arguments.global.color);
    let done = match &arguments.command {
        None => screens::home(&arguments.global, &out),
        Some(Command::Practice(practice)) => practice::run(&arguments.global, practice, &mut out),
        Some(Command::List(list)) => list::run(&arguments.global, list, &mut out),
        Some(Command::Check(check)) => check::run(&arguments.global, check, &mut out),
        Some(Command::Explain(explain)) => explain::run(explain, &mut out),
        Some(Command::Map(map)) => map::run(&arguments.global, map, &mut out),
        Some(Command::Simulate(simulate)) => simulate::run(&arguments.global, simulate, &mut out),
        Some(Command::New(new)) => new::run(&arguments.global, new, &mut out),
        Some(Command::Watch(watch)) => watch::run(&arguments.global, watch),
        Some(Command::Completions(completions)) => completions::run(completions, &mut out),
    };
    let done = done.and_then(|exit| out.flush().map(|()| exit).map_err(Into::into));
    done.unwrap_or_else(|error| exit::of_error(&error, &out))
}
