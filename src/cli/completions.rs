//! `tellmore completions`: what a shell needs to complete the command line.

use clap::CommandFactory;

use super::args::{Arguments, Completions};
use super::exit::Exit;
use super::out::Out;

/// Prints the script for a shell.
pub(super) fn run(asked: &Completions, out: &mut Out) -> anyhow::Result<Exit> {
    let mut script = Vec::new();
    clap_complete::generate(asked.shell, &mut Arguments::command(), "tellmore", &mut script);
    out.say(&String::from_utf8_lossy(&script))?;
    Ok(Exit::Done)
}
