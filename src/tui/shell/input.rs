//! What comes in: keys, the mouse and signals, each heard on a thread of its own so that the screens wait for nothing.

use std::io;
use std::sync::mpsc::{Receiver, Sender};
use std::thread;

use crossterm::event::{self, KeyEvent, KeyEventKind, MouseEvent, MouseEventKind};

use super::Left;

/// What a person does at the terminal.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(in crate::tui) enum Input {
    /// A key was pressed.
    Key(KeyEvent),
    /// The mouse did something.
    Mouse(MouseEvent),
    /// Text was pasted.
    Paste(String),
    /// The terminal is now this many columns and rows.
    Resize(u16, u16),
}

/// What the shell is told; `E` is what happens to its screens.
#[derive(Debug)]
pub(in crate::tui) enum Message<E> {
    /// Something for the screens.
    Event(E),
    /// Somebody asked the process to stop for a while.
    Stop,
    /// The process was stopped and goes on.
    GoOn,
    /// The screens have to be left.
    End(Left),
}

/// What a terminal that goes away tells its programs.
pub(in crate::tui) const HUNG_UP: Left = Left::Signal(1);

/// Listens to the terminal and to signals until the program ends. With `pace`, nothing is read after an event before a
/// word comes there: whoever lends the terminal to another program answers only when it is back, or keys meant for that
/// one would be taken from it.
pub(in crate::tui) fn listen<E>(sender: &Sender<Message<E>>, pace: Option<Receiver<()>>) -> io::Result<()>
where
    E: From<Input> + Send + 'static,
{
    signals(sender.clone())?;
    let sender = sender.clone();
    thread::Builder::new().name("keys".to_owned()).spawn(move || {
        loop {
            let input = match event::read() {
                Ok(event) => understood(event),
                // Nobody is at the other end any more.
                Err(_) => {
                    let _ = sender.send(Message::End(HUNG_UP));
                    return;
                }
            };
            let Some(input) = input else { continue };
            if sender.send(Message::Event(input.into())).is_err() {
                return;
            }
            if pace.as_ref().is_some_and(|pace| pace.recv().is_err()) {
                return;
            }
        }
    })?;
    Ok(())
}

fn understood(event: event::Event) -> Option<Input> {
    match event {
        // A key that is held counts as pressed again; letting go of it means nothing.
        event::Event::Key(key) if key.kind != KeyEventKind::Release => Some(Input::Key(key)),
        // The terminal tells every move of the mouse, and none of them means anything.
        event::Event::Mouse(mouse) => {
            let means = !matches!(mouse.kind, MouseEventKind::Moved | MouseEventKind::Drag(_) | MouseEventKind::Up(_));
            means.then_some(Input::Mouse(mouse))
        }
        event::Event::Paste(text) => Some(Input::Paste(text)),
        event::Event::Resize(width, height) => Some(Input::Resize(width, height)),
        _ => None,
    }
}

#[cfg(unix)]
fn signals<E: Send + 'static>(sender: Sender<Message<E>>) -> io::Result<()> {
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
fn signals<E: Send + 'static>(_sender: Sender<Message<E>>) -> io::Result<()> {
    Ok(())
}

#[cfg(test)]
mod tests {
    use crossterm::event::{KeyCode, KeyEventState, KeyModifiers};

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
