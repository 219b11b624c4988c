//! The terminal in the hands of a shell, with what makes it stop and go on.

use std::io;

use ratatui::Frame;

use crate::tui::terminal::{self, Guard, NoScreen};

/// The terminal, and the signals that are still to be heard of and mean nothing then, because the process sent them to
/// itself or has already done what they ask for.
pub(in crate::tui) struct Hold {
    guard: Guard,
    heard: Heard,
}

#[derive(Debug, Clone, Copy, Default)]
struct Heard {
    stop: bool,
    go_on: bool,
}

/// The columns and rows of a terminal that was taken again; an error where it is gone.
pub(in crate::tui) type Taken = io::Result<(u16, u16)>;

impl Hold {
    pub(in crate::tui) fn take() -> Result<Self, NoScreen> {
        Ok(Self { guard: Guard::take()?, heard: Heard::default() })
    }

    pub(in crate::tui) fn size(&self) -> Taken {
        self.guard.size()
    }

    pub(in crate::tui) fn draw(&mut self, view: impl FnOnce(&mut Frame<'_>)) -> io::Result<()> {
        self.guard.draw(view)
    }

    /// Gives the terminal back, stops until told to go on, and takes it again.
    pub(in crate::tui) fn suspend(&mut self) -> Taken {
        self.heard = Heard { stop: cfg!(unix), go_on: cfg!(unix) };
        self.guard.suspend()?;
        self.size()
    }

    /// Does what SIGTSTP asks for; nothing where it was this process that sent it.
    pub(in crate::tui) fn told_to_stop(&mut self) -> Option<Taken> {
        if std::mem::take(&mut self.heard.stop) { None } else { Some(self.suspend()) }
    }

    /// Takes the terminal again after SIGCONT: something else had stopped the process, and may have left the terminal
    /// in any state. Nothing where it is taken already.
    pub(in crate::tui) fn told_to_go_on(&mut self) -> Option<Taken> {
        if std::mem::take(&mut self.heard.go_on) { None } else { Some(self.take_back()) }
    }

    /// Lends the terminal to another program, as it was before it was taken.
    pub(in crate::tui) fn lend() {
        terminal::give_back();
    }

    /// Takes the terminal again after it was lent.
    pub(in crate::tui) fn take_back(&mut self) -> Taken {
        self.guard.retake()?;
        self.size()
    }
}
