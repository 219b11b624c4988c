//! What comes in: keys, the mouse and signals, each heard on a thread of its own so that the screens wait for nothing.

use std::io;
use std::sync::mpsc::Sender;
use std::thread;

use crossterm::event::{self, KeyEventKind};

use super::Left;
use crate::tui::app::data::Event;

/// What the shell is told.
#[derive(Debug)]
pub(super) enum Message {
    /// Something for the screens.
    Event(Event),
    /// Somebody asked the process to stop for a while.
    Stop,
    /// The process was stopped and goes on.
    GoOn,
    /// The screens have to be left.
    End(Left),
}

/// What a terminal that goes away tells its programs.
pub(super) const HUNG_UP: Left = Left::Signal(1);

/// Listens to the terminal and to signals until the program ends.
pub(super) fn listen(sender: &Sender<Message>) -> io::Result<()> {
    signals(sender.clone())?;
    let sender = sender.clone();
    thread::Builder::new().name("keys".to_owned()).spawn(move || {
        loop {
            let told = match event::read() {
                Ok(event) => understood(event).map_or(Ok(()), |event| sender.send(Message::Event(event))),
                // Nobody is at the other end any more.
                Err(_) => {
                    let _ = sender.send(Message::End(HUNG_UP));
                    return;
                }
            };
            if told.is_err() {
                return;
            }
        }
    })?;
    Ok(())
}

fn understood(event: event::Event) -> Option<Event> {
    match event {
        // A key that is held counts as pressed again; letting go of it means nothing.
        event::Event::Key(key) if key.kind != KeyEventKind::Release => Some(Event::Key(key)),
        event::Event::Mouse(mouse) => Some(Event::Mouse(mouse)),
        event::Event::Paste(text) => Some(Event::Paste(text)),
        event::Event::Resize(width, height) => Some(Event::Resize(width, height)),
        _ => None,
    }
}

#[cfg(unix)]
fn signals(sender: Sender<Message>) -> io::Result<()> {
    use signal_hook::consts::{SIGCONT, SIGHUP, SIGINT, SIGTERM, SIGTSTP};

    let mut signals = signal_hook::iterator::Signals::new([SIGTERM, SIGHUP, SIGINT, SIGTSTP, SIGCONT])?;
    thread::Builder::new().name("signals".to_owned()).spawn(move || {
        for signal in signals.forever() {
            let message = match signal {
                SIGTSTP => Message::Stop,
                SIGCONT => Message::GoOn,
                SIGTERM => Message::End(Left::Signal(15)),
                SIGINT => Message::End(Left::Signal(2)),
                _ => Message::End(HUNG_UP),
            };
            if sender.send(message).is_err() {
                return;
            }
        }
    })?;
    Ok(())
}

#[cfg(not(unix))]
fn signals(_sender: Sender<Message>) -> io::Result<()> {
    Ok(())
}
