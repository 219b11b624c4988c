//! The shell around the bench: it hands it what happens and does what it asks for.

use std::io::{self, Write};
use std::path::PathBuf;
use std::process::Command;
use std::sync::mpsc::{self, Receiver, RecvTimeoutError, Sender};
use std::thread;
use std::time::{Duration, Instant};

use anyhow::Context;

use super::Bench;
use super::data::{Effect, Event};
use super::editor::Editor;
use super::files::{self, Files};
use super::worker::{PATIENCE, Worker};
use crate::tui::Left;
use crate::tui::shell::hold::{Hold, Taken};
use crate::tui::shell::input::{self, Message};
use crate::tui::terminal;
use crate::tui::theme::Theme;

/// How long a new version is worked out before people wonder.
const SLOW: Duration = Duration::from_secs(1);

/// How long an editor has to end after it was told to.
const GRACE: Duration = Duration::from_secs(1);

/// What the bench is opened with.
#[derive(Debug)]
pub struct Options {
    /// The scenario file.
    pub file: PathBuf,
    /// How many states are worked out at most.
    pub limit: usize,
    /// The colours.
    pub theme: Theme,
}

/// Runs the bench until it is left; says how.
///
/// # Errors
/// Where there is no terminal that can show screens ([`terminal::NoScreen`]), or it goes away.
pub fn run(options: Options) -> anyhow::Result<Left> {
    let mut hold = Hold::take()?;
    let (width, height) = hold.size().context("the size of the terminal")?;
    let (sender, messages) = mpsc::channel();
    let (pace, paced) = mpsc::channel();
    input::listen(&sender, Some(paced)).context("the keys and signals of the terminal")?;

    let files = Files::of(&options.file);
    let (saved, saves) = mpsc::channel();
    let mut bench = Bench::new(&options.file.display().to_string(), options.theme, width, height);
    // It is told of nothing any more once this is dropped.
    let _ears = match files::hear(&files, saved.clone()) {
        Ok(ears) => Some(ears),
        Err(_) => {
            let why = "saves are looked for every second";
            drop(bench.update(Event::NotTold(why.to_owned())));
            None
        }
    };
    let worker =
        Worker { files, limit: options.limit, patience: PATIENCE, saved: saves, teller: sender.clone(), last: None };
    thread::Builder::new().name("worker".to_owned()).spawn(|| worker.run()).context("a thread to read in")?;

    let mut shell = Shell { bench, file: options.file, saved, sender, pace, begun: None, editor: None, end: None };
    Ok(shell.live(&mut hold, &messages))
}

struct Shell {
    bench: Bench,
    file: PathBuf,
    /// Has the file read again.
    saved: Sender<()>,
    sender: Sender<Message<Event>>,
    /// Lets the next key be read.
    pace: Sender<()>,
    /// Since when a new version has been worked out.
    begun: Option<Instant>,
    /// The process of the editor that has the terminal now.
    editor: Option<u32>,
    /// How the bench is left, once it is.
    end: Option<Left>,
}

impl Shell {
    /// Tells the bench what happens and shows it, until it ends.
    fn live(&mut self, hold: &mut Hold, messages: &Receiver<Message<Event>>) -> Left {
        loop {
            if let Some(left) = self.end {
                self.dismiss(left, messages);
                return left;
            }
            if self.editor.is_none() && hold.draw(|frame| self.bench.view(frame)).is_err() {
                return input::HUNG_UP;
            }
            match self.next(messages) {
                Ok(message) => self.hear(message, hold),
                Err(RecvTimeoutError::Timeout) => self.tell(Event::Slow, hold),
                Err(RecvTimeoutError::Disconnected) => return Left::Quit,
            }
            // What has piled up meanwhile is drawn once.
            while self.end.is_none()
                && let Ok(message) = messages.try_recv()
            {
                self.hear(message, hold);
            }
        }
    }

    /// Waits for what happens next, and no longer than until people wonder what is being worked out.
    fn next(&mut self, messages: &Receiver<Message<Event>>) -> Result<Message<Event>, RecvTimeoutError> {
        if !self.bench.waits() {
            self.begun = None;
            return messages.recv().map_err(RecvTimeoutError::from);
        }
        let begun = *self.begun.get_or_insert_with(Instant::now);
        messages.recv_timeout(SLOW.saturating_sub(begun.elapsed()))
    }

    fn hear(&mut self, message: Message<Event>, hold: &mut Hold) {
        match message {
            Message::Event(Event::Edited(edited)) => {
                self.editor = None;
                let taken = hold.take_back();
                self.retaken(Some(taken), hold);
                self.tell(Event::Edited(edited), hold);
                let _ = self.pace.send(());
            }
            Message::Event(event) => {
                let typed = matches!(event, Event::Key(_) | Event::Mouse(_) | Event::Paste(_) | Event::Resize(..));
                self.tell(event, hold);
                // While an editor has the terminal, no key is for the bench.
                if typed && self.editor.is_none() {
                    let _ = self.pace.send(());
                }
            }
            // The editor takes and gives the terminal in its own way.
            Message::Stop if self.editor.is_some() => _ = terminal::stop_alone(),
            Message::GoOn if self.editor.is_some() => {}
            // Ctrl-C in an editor is for the editor.
            Message::End(Left::Signal(2 | 3)) if self.editor.is_some() => {}
            Message::Stop => {
                let taken = hold.told_to_stop();
                self.retaken(taken, hold);
            }
            Message::GoOn => {
                let taken = hold.told_to_go_on();
                self.retaken(taken, hold);
            }
            Message::End(left) => self.end = Some(left),
        }
    }

    fn tell(&mut self, event: Event, hold: &mut Hold) {
        for effect in self.bench.update(event) {
            match effect {
                Effect::Read => _ = self.saved.send(()),
                Effect::Edit { line, pack } => self.edit(line, pack, hold),
                Effect::Suspend => {
                    let taken = hold.suspend();
                    self.retaken(Some(taken), hold);
                }
                Effect::Quit => self.end = Some(Left::Quit),
            }
        }
    }

    /// Tells the bench how large the terminal is, where it was `taken` again.
    fn retaken(&mut self, taken: Option<Taken>, hold: &mut Hold) {
        match taken {
            None => {}
            Some(Ok((width, height))) => self.tell(Event::Resize(width, height), hold),
            Some(Err(_)) => self.end = self.end.or(Some(input::HUNG_UP)),
        }
    }

    /// Lends the terminal to the editor of the person, at `line` of the file or of its pack.
    fn edit(&mut self, line: Option<usize>, pack: bool, hold: &mut Hold) {
        let variable = |name: &str| std::env::var(name).ok();
        let file = if pack { Files::of(&self.file).pack } else { self.file.clone() };
        let (visual, editor) = (variable("VISUAL"), variable("EDITOR"));
        let editor = match Editor::of(visual.as_deref(), editor.as_deref(), &file, line) {
            Ok(editor) => editor,
            Err(why) => return self.tell(Event::Edited(Err(why)), hold),
        };
        Hold::lend();
        if editor.window {
            // Where nobody is there to read it, nobody misses it.
            let _ = writeln!(io::stdout(), "Waiting for {}: close the file there to come back.", editor.program);
        }
        let program = editor.program.clone();
        let spawned = Command::new(&editor.program).args(&editor.arguments).spawn();
        let sender = self.sender.clone();
        let told = spawned.and_then(|mut child| {
            let id = child.id();
            let wait = move || {
                let edited = match child.wait() {
                    Ok(status) if status.success() => Ok(()),
                    Ok(status) => Err(format!("{program} ended with {status}.")),
                    Err(error) => Err(format!("{program} cannot be waited for: {error}.")),
                };
                let _ = sender.send(Message::Event(Event::Edited(edited)));
            };
            thread::Builder::new().name("editor".to_owned()).spawn(wait)?;
            Ok(id)
        });
        match told {
            Ok(id) => self.editor = Some(id),
            Err(error) => {
                let taken = hold.take_back();
                self.retaken(Some(taken), hold);
                let why = match error.kind() {
                    io::ErrorKind::NotFound => "there is no program of that name".to_owned(),
                    _ => error.to_string(),
                };
                let why = format!("{} cannot be started: {why}. VISUAL or EDITOR names it.", editor.program);
                self.tell(Event::Edited(Err(why)), hold);
            }
        }
    }

    /// Has the editor end that still has the terminal, so that it gives it back as it was.
    fn dismiss(&self, left: Left, messages: &Receiver<Message<Event>>) {
        let Some(id) = self.editor else { return };
        #[cfg(unix)]
        {
            use rustix::process::{Pid, Signal, kill_process};
            let signal = if left == input::HUNG_UP { Signal::HUP } else { Signal::TERM };
            if let Some(pid) = i32::try_from(id).ok().and_then(Pid::from_raw) {
                let _ = kill_process(pid, signal);
            }
        }
        #[cfg(not(unix))]
        let _ = (id, left);
        let end = Instant::now() + GRACE;
        while let Ok(message) = messages.recv_timeout(end.saturating_duration_since(Instant::now())) {
            if matches!(message, Message::Event(Event::Edited(_))) {
                return;
            }
        }
    }
}
