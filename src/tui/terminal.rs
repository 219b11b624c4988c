//! The terminal, taken and given back.
//!
//! Everything between raw mode on and off runs while a [`Guard`] lives. Whatever the way out (the end of the program, an
//! error, a panic, a signal, Ctrl-Z), [`give_back`] is what undoes it; it may be called from each of them, and only the
//! first call does something.

use std::io::{self, BufWriter, IsTerminal, Write};
use std::panic;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Mutex, Once, PoisonError};
use std::thread::{self, ThreadId};

use crossterm::event::{DisableBracketedPaste, DisableMouseCapture, EnableBracketedPaste, EnableMouseCapture};
use crossterm::terminal::{
    BeginSynchronizedUpdate, EndSynchronizedUpdate, EnterAlternateScreen, LeaveAlternateScreen, disable_raw_mode,
    enable_raw_mode,
};
use crossterm::{cursor, execute, queue, style};
use ratatui::Frame;
use ratatui::backend::CrosstermBackend;
use thiserror::Error;

/// Whether the terminal is ours now.
static TAKEN: AtomicBool = AtomicBool::new(false);
/// The thread that draws: only when it panics is the program over.
static DRAWS: Mutex<Option<ThreadId>> = Mutex::new(None);
static HOOK: Once = Once::new();

/// Why there are no screens here.
#[derive(Debug, Error)]
pub enum NoScreen {
    /// Input or output is not a terminal.
    #[error("the screens need a terminal, and this is not one; tellmore practice --plain works line by line anywhere")]
    NotATerminal,
    /// The terminal cannot move its cursor.
    #[error("this terminal (TERM={0}) cannot show screens; tellmore practice --plain works line by line anywhere")]
    Dumb(String),
    /// The terminal did not let itself be taken.
    #[error("the terminal cannot be used for screens: {0}; tellmore practice --plain works line by line anywhere")]
    Refused(#[from] io::Error),
}

/// Whether there is a terminal that can show screens.
///
/// # Errors
/// Where there is none; why.
pub fn is_there() -> Result<(), NoScreen> {
    if !io::stdin().is_terminal() || !io::stdout().is_terminal() {
        return Err(NoScreen::NotATerminal);
    }
    match std::env::var("TERM") {
        Ok(term) if term != "dumb" && !term.is_empty() => Ok(()),
        other => Err(NoScreen::Dumb(other.unwrap_or_default())),
    }
}

type Screen = ratatui::Terminal<CrosstermBackend<BufWriter<Out>>>;

/// Stdout without the buffer of the standard library: what a terminal that is gone did not take would wait there, and
/// fail whoever flushes it last.
#[cfg(unix)]
fn unbuffered() -> io::Result<impl Write> {
    use std::os::fd::AsFd;
    Ok(std::fs::File::from(io::stdout().as_fd().try_clone_to_owned()?))
}

#[cfg(not(unix))]
fn unbuffered() -> io::Result<impl Write> {
    Ok(io::stdout())
}

/// Where the screens are written. That the terminal is gone is heard of by a signal and by the keys; written to, it
/// swallows everything, because ratatui would report each failure to a stderr that is just as gone, and panic there.
struct Out(Box<dyn Write>);

impl Write for Out {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        match self.0.write(bytes) {
            Err(error) if error.kind() != io::ErrorKind::Interrupted => Ok(bytes.len()),
            written => written,
        }
    }

    fn flush(&mut self) -> io::Result<()> {
        let _ = self.0.flush();
        Ok(())
    }
}

/// The terminal while it is ours; it is given back when this is dropped.
pub struct Guard {
    screen: Screen,
}

impl Guard {
    /// Takes the terminal.
    ///
    /// # Errors
    /// Where there is none that can show screens; nothing was changed then.
    pub fn take() -> Result<Self, NoScreen> {
        is_there()?;
        // Without colour the theme has no colour in it; crossterm would also take its weight away, and with it the
        // only sign of what is under the cursor.
        style::force_color_output(true);
        give_back_on_panic();
        let screen = enter().inspect_err(|_| give_back())?;
        Ok(Self { screen })
    }

    /// Draws what `view` makes of a frame, at once and whole.
    ///
    /// # Errors
    /// Where the terminal is gone.
    pub fn draw(&mut self, view: impl FnOnce(&mut Frame<'_>)) -> io::Result<()> {
        queue!(self.screen.backend_mut(), BeginSynchronizedUpdate)?;
        self.screen.draw(view)?;
        queue!(self.screen.backend_mut(), EndSynchronizedUpdate)?;
        Write::flush(self.screen.backend_mut())
    }

    /// How many columns and rows there are.
    ///
    /// # Errors
    /// Where the terminal is gone.
    pub fn size(&self) -> io::Result<(u16, u16)> {
        let size = self.screen.size()?;
        Ok((size.width, size.height))
    }

    /// Gives the terminal back, stops this process until it is told to go on, and takes the terminal again. Whoever
    /// stands between it and the shell (`cargo run`, say) is stopped with it; SIGTSTP is heard of once by this.
    ///
    /// # Errors
    /// Where the terminal is gone.
    pub fn suspend(&mut self) -> io::Result<()> {
        give_back();
        stop()?;
        self.retake()
    }

    /// Takes the terminal again after somebody else had it, and draws everything anew.
    ///
    /// # Errors
    /// Where the terminal is gone.
    pub fn retake(&mut self) -> io::Result<()> {
        // Who had it may have left it cooked while crossterm believes that it is raw still.
        disable_raw_mode()?;
        self.screen = enter()?;
        Ok(())
    }
}

impl Drop for Guard {
    fn drop(&mut self) {
        give_back();
    }
}

#[cfg(unix)]
fn stop() -> io::Result<()> {
    rustix::process::kill_current_process_group(rustix::process::Signal::TSTP)?;
    stop_alone()
}

/// Stops this process until it is told to go on, as those around it were stopped by SIGTSTP: it listens to that signal,
/// and so has to do itself what they are stopped by.
///
/// # Errors
/// Where the system does not let it.
#[cfg(unix)]
pub(super) fn stop_alone() -> io::Result<()> {
    signal_hook::low_level::emulate_default_handler(signal_hook::consts::SIGTSTP)
}

#[cfg(not(unix))]
pub(super) fn stop_alone() -> io::Result<()> {
    Ok(())
}

#[cfg(not(unix))]
fn stop() -> io::Result<()> {
    Ok(())
}

fn enter() -> io::Result<Screen> {
    *DRAWS.lock().unwrap_or_else(PoisonError::into_inner) = Some(thread::current().id());
    TAKEN.store(true, Ordering::SeqCst);
    enable_raw_mode()?;
    let mut out = BufWriter::with_capacity(1 << 16, Out(Box::new(unbuffered()?)));
    execute!(
        out,
        EnterAlternateScreen,
        EnableMouseCapture,
        EnableBracketedPaste,
        cursor::Hide,
        crossterm::terminal::Clear(crossterm::terminal::ClearType::All)
    )?;
    ratatui::Terminal::new(CrosstermBackend::new(out))
}

/// Gives the terminal back as it was. Only the first call after it was taken does something.
pub fn give_back() {
    if !TAKEN.swap(false, Ordering::SeqCst) {
        return;
    }
    // A terminal that is gone cannot be given back, and there is nobody to tell.
    let Ok(mut out) = unbuffered() else { return };
    let _ = execute!(
        out,
        EndSynchronizedUpdate,
        DisableBracketedPaste,
        DisableMouseCapture,
        style::ResetColor,
        LeaveAlternateScreen,
        cursor::Show
    );
    let _ = disable_raw_mode();
}

/// Has a panic give the terminal back before it is reported, so that the report can be read.
fn give_back_on_panic() {
    HOOK.call_once(|| {
        let report = panic::take_hook();
        panic::set_hook(Box::new(move |info| {
            let draws = *DRAWS.lock().unwrap_or_else(PoisonError::into_inner);
            if draws == Some(thread::current().id()) {
                give_back();
            }
            // A panic beside the screens ends its thread only, which the screens tell in their own way; its report
            // would be written across them.
            if !TAKEN.load(Ordering::SeqCst) {
                report(info);
            }
        }));
    });
}
