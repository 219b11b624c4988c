//! `tellmore simulate`: how trainees of several habits would fare.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::{Duration, Instant};

use anyhow::Context;
use signal_hook::consts::SIGINT;
use signal_hook::flag;

use super::args::{Global, Simulate, TextOrJson};
use super::exit::Exit;
use super::out::Out;
use super::read;
use super::wait::{clear, tell, waiting};
use crate::export::simulation::{Runs, Simulation};
use crate::export::{simulate_json, simulate_text};
use crate::library;
use crate::solver::{Balance, Figures, Sampler, Survey, Tally};

/// The columns of a table that goes to a file or a pipe.
const WIDTH: usize = 120;

/// How many conversations are drawn between two looks at the clock and at Ctrl-C: some milliseconds.
const AT_A_TIME: u32 = 8_192;

/// Less than this is no time to wait.
const MOMENT: Duration = Duration::from_millis(500);

/// Prints the figures.
pub(super) fn run(global: &Global, asked: &Simulate, out: &mut Out) -> anyhow::Result<Exit> {
    read::tell_passed_over(global, &asked.scenario);
    let found = read::scenario(global, &asked.scenario)?;
    let scenario = &*found.loaded.scenario;
    let data = read::data_folder().ok();
    let solve = || library::solved(data.as_deref(), found.loaded.hash, scenario, global.max_states());
    let solved = waiting("working out what each line is worth …", solve)
        .with_context(|| format!("{} cannot be simulated; --max-states raises the limit", found.stem))?;
    if Survey::of(scenario, &solved).breaks_off() {
        let check = "tellmore check shows where";
        out.tell(&format!(
            "tellmore: a conversation can break off here, and the figures mean little until that is mended. {check}.\n"
        ));
    }
    let figures = Figures::of(scenario, &solved);
    let balance = (asked.lines || asked.runs.is_some()).then(|| Balance::of(scenario, &solved));

    let mut stopped = false;
    let sampler;
    let mut sampled = None;
    if let Some(runs) = asked.runs {
        sampler = Sampler::of_turns(&solved);
        let mut tally = Tally::new(&sampler, &solved, asked.seed);
        stopped = draw(&mut tally, runs, out)?;
        sampled = tally.sampled(scenario, &solved);
    }
    let runs = match (asked.runs, &sampled, &balance) {
        (Some(asked_for), Some(sampled), Some(balance)) => {
            Some(Runs { asked: asked_for, seed: asked.seed, sampled, balance })
        }
        _ => None,
    };
    let lines = balance.as_ref().filter(|_| asked.lines);
    let simulation = Simulation { scenario, figures: &figures, lines, runs };
    match asked.format {
        TextOrJson::Json => out.json(&simulate_json::simulation(&simulation))?,
        TextOrJson::Text => out.say(&simulate_text::simulation(&simulation, out.width().unwrap_or(WIDTH)))?,
    }
    Ok(if stopped { Exit::Signal(2) } else { Exit::Done })
}

/// Draws `runs` conversations, telling a terminal how far it is; returns whether Ctrl-C stopped it. What was drawn until
/// then is kept, and a second Ctrl-C ends the program at once.
fn draw(tally: &mut Tally<'_>, runs: u32, out: &Out) -> anyhow::Result<bool> {
    let pressed = Arc::new(AtomicBool::new(false));
    flag::register_conditional_shutdown(SIGINT, 130, Arc::clone(&pressed))
        .and_then(|_| flag::register(SIGINT, Arc::clone(&pressed)))
        .context("Ctrl-C cannot be waited for")?;
    let begun = Instant::now();
    let mut told = Duration::ZERO;
    while tally.drawn() < runs && !pressed.load(Ordering::Relaxed) {
        tally.draw(AT_A_TIME.min(runs - tally.drawn()));
        let now = begun.elapsed();
        if now > told + MOMENT {
            told = now;
            let share = 100.0 * f64::from(tally.drawn()) / f64::from(runs);
            tell(&format!("{share:>3.0}% of {runs} conversations drawn; Ctrl-C keeps what is done"));
        }
    }
    if told > Duration::ZERO {
        clear();
    }
    let stopped = tally.drawn() < runs;
    if stopped {
        out.tell(&format!("tellmore: stopped after {} of {runs} conversations.\n", tally.drawn()));
    }
    // From here on there is nothing left to keep, and Ctrl-C ends the program.
    pressed.store(true, Ordering::Relaxed);
    Ok(stopped)
}
