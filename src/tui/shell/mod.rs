//! The shell around the screens: it hands them what happens and does what they ask for.

mod input;
mod keeping;
mod shelf;
mod solving;
mod when;

use std::collections::VecDeque;
use std::path::PathBuf;
use std::process::ExitCode;
use std::sync::mpsc::{self, Receiver, Sender};

use anyhow::Context;
use rand::TryRng;

use self::input::Message;
use self::keeping::Keeper;
use super::app::App;
use super::app::data::{Effect, Event, Start};
use super::terminal::Guard;
use super::theme::Theme;
use crate::library::Roots;

/// What the screens are opened with.
#[derive(Debug)]
pub struct Options {
    /// Where scenarios are looked for.
    pub roots: Roots,
    /// How many states are solved at most.
    pub limit: usize,
    /// The folder that the history is kept in, or why there is none.
    pub data: Result<PathBuf, String>,
    /// The colours.
    pub theme: Theme,
    /// What is opened first.
    pub start: Start,
}

/// Runs the screens until they are left, and returns the exit status.
///
/// # Errors
/// Where there is no terminal that can show screens ([`super::terminal::NoScreen`]), or it goes away.
pub fn run(options: Options) -> anyhow::Result<ExitCode> {
    let mut guard = Guard::take()?;
    let (width, height) = guard.size().context("the size of the terminal")?;
    let (sender, messages) = mpsc::channel();
    input::listen(&sender).context("the keys and signals of the terminal")?;
    let keeper = Keeper::open(&options.data);
    let mut shell = Shell {
        app: App::new(options.theme, width, height),
        keeper,
        roots: options.roots,
        limit: options.limit,
        data: options.data.ok(),
        sender,
        waiting: VecDeque::new(),
        end: None,
        redraw: false,
    };
    let status = shell.live(options.start, &mut guard, &messages)?;
    Ok(ExitCode::from(status))
}

struct Shell {
    app: App,
    keeper: Keeper,
    roots: Roots,
    limit: usize,
    data: Option<PathBuf>,
    sender: Sender<Message>,
    /// What has happened and was not told yet.
    waiting: VecDeque<Event>,
    /// The exit status, once the end has come.
    end: Option<u8>,
    /// Whether the process is to be stopped, or was stopped, and the terminal must be taken anew.
    redraw: bool,
}

impl Shell {
    /// Tells the program what happens and shows it, until it ends.
    fn live(&mut self, start: Start, guard: &mut Guard, messages: &Receiver<Message>) -> anyhow::Result<u8> {
        let effects = self.app.open(start);
        self.perform(effects, guard)?;
        loop {
            self.tell_waiting(guard)?;
            if let Some(status) = self.end {
                return Ok(status);
            }
            guard.draw(&self.app).context("the terminal is gone")?;
            let Ok(message) = messages.recv() else { return Ok(0) };
            self.hear(message, guard)?;
            // What has piled up meanwhile is drawn once.
            while let Ok(message) = messages.try_recv() {
                self.tell_waiting(guard)?;
                self.hear(message, guard)?;
            }
        }
    }

    fn hear(&mut self, message: Message, guard: &mut Guard) -> anyhow::Result<()> {
        match message {
            Message::Event(event) => self.waiting.push_back(event),
            Message::Stop => self.suspend(guard)?,
            Message::GoOn => {
                if !std::mem::take(&mut self.redraw) {
                    guard.retake().context("the terminal is gone")?;
                }
            }
            Message::End(status) => self.end = Some(status),
        }
        Ok(())
    }

    fn tell_waiting(&mut self, guard: &mut Guard) -> anyhow::Result<()> {
        while self.end.is_none()
            && let Some(event) = self.waiting.pop_front()
        {
            let effects = self.app.update(event);
            self.perform(effects, guard)?;
        }
        Ok(())
    }

    fn perform(&mut self, effects: Vec<Effect>, guard: &mut Guard) -> anyhow::Result<()> {
        for effect in effects {
            match effect {
                Effect::DrawSeed => self.waiting.push_back(Event::Seed(seed())),
                Effect::Solve(piece) => solving::solve(piece, self.data.clone(), self.limit, self.sender.clone()),
                Effect::Reload => {
                    let shelf = shelf::read(&self.roots, &mut self.keeper);
                    self.waiting.push_back(Event::Shelf(Box::new(shelf)));
                }
                Effect::Suspend => self.suspend(guard)?,
                Effect::Quit => self.end = Some(0),
                kept => {
                    if let Err(reason) = self.keeper.perform(kept) {
                        self.waiting.push_back(Event::NotKept(reason));
                    }
                }
            }
        }
        Ok(())
    }

    fn suspend(&mut self, guard: &mut Guard) -> anyhow::Result<()> {
        // Being told to go on is heard of too, and then the terminal was taken already.
        self.redraw = true;
        guard.suspend().context("the terminal is gone")
    }
}

/// A seed that nobody could have known; where the system has no randomness to give, the time will do.
fn seed() -> u64 {
    let time = || jiff::Timestamp::now().as_nanosecond().unsigned_abs();
    #[expect(clippy::cast_possible_truncation, reason = "the low half changes from draw to draw")]
    rand::rngs::SysRng.try_next_u64().unwrap_or_else(|_| time() as u64)
}
