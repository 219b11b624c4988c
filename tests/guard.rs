//! The guard of the terminal, on the ways out that the program itself never takes on purpose.
//!
//! A panic has to be real to be tried: in the main thread, with the exit status that follows. So this test is a program
//! of its own (`harness = false`) that runs itself in a terminal once for each way out, and the product needs no hidden
//! switch that makes it panic.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "a test that cannot go on has failed")]

#[cfg(unix)]
#[path = "support/pty.rs"]
mod pty;

#[cfg(not(unix))]
fn main() {}

#[cfg(unix)]
fn main() -> std::process::ExitCode {
    use std::process::ExitCode;

    match std::env::var("WAY_OUT").as_deref() {
        Ok("panic") => drawn(|| panic!("the program made a mistake")),
        Ok("error") => return taken(|| Err("it could not go on".into())),
        Ok("beside") => {
            return taken(|| {
                let beside = std::thread::spawn(|| panic!("a mistake beside the screens"));
                assert!(beside.join().is_err());
                Ok(())
            });
        }
        Ok("twice") => drop((tellmore::tui::terminal::Guard::take(), tellmore::tui::terminal::Guard::take())),
        _ => checks(),
    }
    ExitCode::SUCCESS
}

/// Takes the terminal, draws, and does `then`.
#[cfg(unix)]
fn drawn(then: impl FnOnce()) {
    use tellmore::tui::App;
    use tellmore::tui::theme::Theme;

    let mut guard = tellmore::tui::terminal::Guard::take().expect("a terminal");
    let app = App::new(Theme::Colourless, 100, 30);
    guard.draw(|frame| app.view(frame)).expect("a frame");
    then();
}

#[cfg(unix)]
fn taken(then: impl FnOnce() -> Result<(), Box<dyn std::error::Error>>) -> std::process::ExitCode {
    let mut done = Ok(());
    drawn(|| done = then());
    match done {
        Ok(()) => std::process::ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("{error}");
            std::process::ExitCode::from(1)
        }
    }
}

#[cfg(unix)]
fn checks() {
    let this = std::env::current_exe().expect("this program");
    let leaves = |way: &str| {
        let mut pty = pty::Pty::start(&this, &[], &[("WAY_OUT", way)]);
        let status = pty.ends();
        pty.is_given_back();
        (pty, status)
    };

    let (pty, status) = leaves("panic");
    assert_eq!(status, 101);
    // The report comes after the screens are gone, where it can be read.
    pty.shows("the program made a mistake");

    let (pty, status) = leaves("error");
    assert_eq!(status, 1);
    pty.shows("it could not go on");

    let (pty, status) = leaves("beside");
    assert_eq!(status, 0);
    assert!(!pty.written().contains("a mistake beside the screens"), "it would be written across the screens");

    let (_, status) = leaves("twice");
    assert_eq!(status, 0);
    println!("the terminal was given back on every way out");
}
