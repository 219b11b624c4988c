//! The shell around the screens: it hands them what happens and does what they ask for.

pub(super) mod hold;
pub(super) mod input;
mod keeping;
mod shelf;
pub(super) mod solving;
#[cfg(test)]
mod tests;
mod when;

use std::collections::VecDeque;
use std::io;
use std::path::PathBuf;
use std::sync::mpsc::{self, Receiver, RecvTimeoutError, Sender};
use std::time::{Duration, Instant};

use anyhow::Context;
use rand::TryRng;

use self::hold::Hold;
use self::input::Message;
use self::keeping::Keeper;
use super::app::App;
use super::app::data::{Effect, Event, Start};
use super::theme::Theme;
use crate::library::Roots;

/// How long new lines are on the screen before one can be said: nobody reads them sooner, and what comes sooner was
/// typed before they were there, or is a key that is held.
const SEEN_AFTER: Duration = Duration::from_millis(200);

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

/// How the screens were left.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Left {
    /// By the person.
    Quit,
    /// By the signal with this number.
    Signal(u8),
}

/// Runs the screens until they are left; says how, and whether a conversation was left with them that can be gone on with.
///
/// # Errors
/// Where there is no terminal that can show screens ([`super::terminal::NoScreen`]), or it goes away.
pub fn run(options: Options) -> anyhow::Result<(Left, bool)> {
    let mut hold = Hold::take()?;
    let (width, height) = hold.size().context("the size of the terminal")?;
    let (sender, messages) = mpsc::channel();
    input::listen(&sender, None).context("the keys and signals of the terminal")?;
    let mut keeper = Keeper::open(&options.data);
    if let Start::Resume(id) = options.start {
        keeper.want(id);
    }
    let mut shell = Shell {
        app: App::new(options.theme, width, height),
        keeper,
        roots: options.roots,
        limit: options.limit,
        data: options.data.ok(),
        sender,
        waiting: VecDeque::new(),
        end: None,
        drawn: None,
    };
    let left = shell.live(options.start, &mut hold, &messages);
    Ok((left, shell.app.leaves_unfinished()))
}

struct Shell {
    app: App,
    keeper: Keeper,
    roots: Roots,
    limit: usize,
    data: Option<PathBuf>,
    sender: Sender<Message<Event>>,
    /// What has happened and was not told yet.
    waiting: VecDeque<Event>,
    /// How the screens are left, once they are.
    end: Option<Left>,
    /// What waits to be seen, and since when it has been on the screen.
    drawn: Option<(u64, Instant)>,
}

impl Shell {
    /// Tells the program what happens and shows it, until it ends.
    fn live(&mut self, start: Start, hold: &mut Hold, messages: &Receiver<Message<Event>>) -> Left {
        let effects = self.app.open(start);
        self.perform(effects, hold);
        loop {
            self.tell_waiting(hold);
            if let Some(left) = self.end {
                return left;
            }
            if hold.draw(|frame| self.app.view(frame)).is_err() {
                return input::HUNG_UP;
            }
            match self.next(messages) {
                Ok(message) => self.hear(message, hold),
                Err(RecvTimeoutError::Timeout) => self.waiting.push_back(Event::Seen),
                Err(RecvTimeoutError::Disconnected) => return Left::Quit,
            }
            // What has piled up meanwhile is drawn once.
            while let Ok(message) = messages.try_recv() {
                self.tell_waiting(hold);
                self.hear(message, hold);
            }
        }
    }

    /// Waits for what happens next, and no longer than until what is on the screen now was seen. What came before that
    /// comes first.
    fn next(&mut self, messages: &Receiver<Message<Event>>) -> Result<Message<Event>, RecvTimeoutError> {
        let Some(unseen) = self.app.unseen() else {
            self.drawn = None;
            return messages.recv().map_err(RecvTimeoutError::from);
        };
        let (_, since) = *match &mut self.drawn {
            Some(drawn) if drawn.0 == unseen => drawn,
            drawn => drawn.insert((unseen, Instant::now())),
        };
        messages.recv_timeout(SEEN_AFTER.saturating_sub(since.elapsed()))
    }

    fn hear(&mut self, message: Message<Event>, hold: &mut Hold) {
        match message {
            Message::Event(event) => self.waiting.push_back(event),
            Message::Stop => {
                let taken = hold.told_to_stop();
                self.retaken(taken);
            }
            Message::GoOn => {
                let taken = hold.told_to_go_on();
                self.retaken(taken);
            }
            Message::End(left) => self.end = Some(left),
        }
    }

    fn tell_waiting(&mut self, hold: &mut Hold) {
        while self.end.is_none()
            && let Some(event) = self.waiting.pop_front()
        {
            let effects = self.app.update(event);
            self.perform(effects, hold);
        }
    }

    fn perform(&mut self, effects: Vec<Effect>, hold: &mut Hold) {
        for effect in effects {
            match effect {
                Effect::DrawSeed => self.waiting.push_back(Event::Seed(seed())),
                Effect::Solve(piece) => solving::solve(piece, self.limit, self.data.clone(), self.sender.clone()),
                Effect::Reload => {
                    let shelf = shelf::read(&self.roots, &mut self.keeper);
                    self.waiting.push_back(Event::Shelf(Box::new(shelf)));
                }
                Effect::More => self.keeper.offer_more(),
                Effect::Suspend => {
                    let taken = hold.suspend();
                    self.retaken(Some(taken));
                }
                Effect::Quit => self.end = Some(Left::Quit),
                Effect::SetAside => {
                    let aside = self.keeper.set_aside().map(|path| path.display().to_string());
                    self.waiting.push_back(Event::SetAside(aside));
                }
                kept => {
                    let before = self.keeper.not_kept();
                    match self.keeper.perform(kept) {
                        Err(reason) => self.waiting.push_back(Event::NotKept(reason)),
                        Ok(()) if before.is_some() && self.keeper.not_kept().is_none() => {
                            self.waiting.push_back(Event::Kept);
                        }
                        Ok(()) => {}
                    }
                }
            }
        }
    }

    /// Tells the program how large the terminal is, where it was `taken` again: that may have changed while nobody
    /// listened. A terminal that hangs up has its programs go on too, and cannot be taken then.
    fn retaken(&mut self, taken: Option<io::Result<(u16, u16)>>) {
        match taken {
            None => {}
            Some(Ok((width, height))) => self.waiting.push_back(Event::Resize(width, height)),
            Some(Err(_)) => self.end = self.end.or(Some(input::HUNG_UP)),
        }
    }
}

/// A seed that nobody could have known; where the system has no randomness to give, the time will do.
fn seed() -> u64 {
    let time = || jiff::Timestamp::now().as_nanosecond().unsigned_abs();
    #[expect(clippy::cast_possible_truncation, reason = "the low half changes from draw to draw")]
    rand::rngs::SysRng.try_next_u64().unwrap_or_else(|_| time() as u64)
}
