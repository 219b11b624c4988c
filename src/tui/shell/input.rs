//! What comes in: keys, the mouse and signals, each heard on a thread of its own so that the screens wait for nothing.

use std::io;
use std::sync::mpsc::Sender;
use std::thread;

use crossterm::event::{self, KeyEventKind, MouseEventKind};

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
        // The terminal tells every move of the mouse, and none of them means anything.
        event::Event::Mouse(mouse) => {
            let means = !matches!(mouse.kind, MouseEventKind::Moved | MouseEventKind::Drag(_) | MouseEventKind::Up(_));
            means.then_some(Event::Mouse(mouse))
        }
        event::Event::Paste(text) => Some(Event::Paste(text)),
        event::Event::Resize(width, height) => Some(Event::Resize(width, height)),
        _ => None,
    }
}

#[cfg(unix)]
fn signals(sender: Sender<Message>) -> io::Result<()> {
    use signal_hook::consts::{SIGCONT, SIGHUP, SIGINT, SIGQUIT, SIGTERM, SIGTSTP};

    let mut signals = signal_hook::iterator::Signals::new([SIGTERM, SIGHUP, SIGINT, SIGQUIT, SIGTSTP, SIGCONT])?;
    thread::Builder::new().name("signals".to_owned()).spawn(move || {
        for signal in signals.forever() {
            let message = match signal {
                SIGTSTP => Message::Stop,
                SIGCONT => Message::GoOn,
                SIGTERM => Message::End(Left::Signal(15)),
                SIGINT => Message::End(Left::Signal(2)),
                SIGQUIT => Message::End(Left::Signal(3)),
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

#[cfg(test)]
mod tests {
    use crossterm::event::{KeyCode, KeyEvent, KeyEventState, KeyModifiers, MouseEvent};

    use super::*;

    #[test]
    fn letting_go_of_a_key_and_moving_the_mouse_mean_nothing() {
        let key = |kind| KeyEvent {
            code: KeyCode::Char('1'),
            modifiers: KeyModifiers::NONE,
            kind,
            state: KeyEventState::NONE,
        };
        assert!(understood(event::Event::Key(key(KeyEventKind::Press))).is_some());
        assert!(understood(event::Event::Key(key(KeyEventKind::Release))).is_none());
        let moved = MouseEvent { kind: MouseEventKind::Moved, column: 0, row: 0, modifiers: KeyModifiers::NONE };
        assert!(understood(event::Event::Mouse(moved)).is_none());
        assert!(understood(event::Event::FocusGained).is_none());
    }
}
