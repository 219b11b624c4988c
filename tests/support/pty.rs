//! A program in a terminal of its own, watched as a person would: by what stands on the screen, until a deadline.
#![allow(dead_code, missing_docs, unreachable_pub, reason = "included as a module, and not everything is looked at")]
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "a test that cannot go on has failed")]

use std::io::{Read, Write};
use std::num::NonZero;
use std::path::Path;
use std::sync::{Arc, Mutex, MutexGuard};
use std::thread;
use std::time::{Duration, Instant};

use portable_pty::{Child, CommandBuilder, MasterPty, PtyPair, PtySize, SlavePty, native_pty_system};
use rustix::process::{Pid, Signal, kill_process};

/// How long anything may take before it counts as not happening.
const PATIENCE: Duration = Duration::from_secs(20);

struct Seen {
    screen: vt100::Parser,
    bytes: Vec<u8>,
    /// Whether nobody looks any more after what comes next.
    last: bool,
}

pub struct Pty {
    child: Box<dyn Child + Send + Sync>,
    master: Option<Box<dyn MasterPty + Send>>,
    writer: Option<Box<dyn Write + Send>>,
    /// Held open, so that the terminal outlives its program and can be looked at.
    slave: Option<Box<dyn SlavePty + Send>>,
    reader: Option<thread::JoinHandle<()>>,
    seen: Arc<Mutex<Seen>>,
    before: String,
}

fn size(columns: u16, rows: u16) -> PtySize {
    PtySize { rows, cols: columns, pixel_width: 0, pixel_height: 0 }
}

impl Pty {
    /// Starts `program` with `arguments` in a terminal of 100 by 30, with nothing of this environment but `variables`.
    pub fn start(program: &Path, arguments: &[&str], variables: &[(&str, &str)]) -> Self {
        let PtyPair { slave, master } = native_pty_system().openpty(size(100, 30)).unwrap();
        let before = lines_of(&*master);
        let mut command = CommandBuilder::new(program);
        command.args(arguments);
        command.env_clear();
        command.env("TERM", "xterm-256color");
        command.env("COLORTERM", "truecolor");
        for (name, value) in variables {
            command.env(name, value);
        }
        let child = slave.spawn_command(command).unwrap();
        let screen = vt100::Parser::new(NonZero::new(30).unwrap(), NonZero::new(100).unwrap(), 0);
        let seen = Arc::new(Mutex::new(Seen { screen, bytes: Vec::new(), last: false }));
        let mut reader = master.try_clone_reader().unwrap();
        let told = Arc::clone(&seen);
        let reader = thread::spawn(move || {
            let mut buffer = [0; 8192];
            while let Ok(length @ 1..) = reader.read(&mut buffer) {
                let mut seen = told.lock().unwrap();
                seen.screen.process(&buffer[..length]);
                seen.bytes.extend_from_slice(&buffer[..length]);
                if seen.last {
                    return;
                }
            }
        });
        let writer = master.take_writer().unwrap();
        Self {
            child,
            master: Some(master),
            writer: Some(writer),
            slave: Some(slave),
            reader: Some(reader),
            seen,
            before,
        }
    }

    fn seen(&self) -> MutexGuard<'_, Seen> {
        self.seen.lock().unwrap()
    }

    /// What stands on the screen, without the spaces at the ends of lines: whether they were drawn does not show.
    pub fn screen(&self) -> String {
        let contents = self.seen().screen.screen().contents();
        contents.lines().map(str::trim_end).collect::<Vec<_>>().join("\n")
    }

    pub fn cells<T>(&self, look: impl FnOnce(&vt100::Screen) -> T) -> T {
        look(self.seen().screen.screen())
    }

    /// Everything that was written to the terminal.
    pub fn written(&self) -> String {
        String::from_utf8_lossy(&self.seen().bytes).into_owned()
    }

    pub fn type_in(&mut self, keys: &str) {
        let writer = self.writer.as_mut().unwrap();
        writer.write_all(keys.as_bytes()).unwrap();
        writer.flush().unwrap();
    }

    /// Waits until `holds`, or fails with what is on the screen.
    pub fn until(&self, what: &str, holds: impl Fn(&Self) -> bool) {
        let end = Instant::now() + PATIENCE;
        while !holds(self) {
            assert!(Instant::now() < end, "{what} never came true:\n{}", self.screen());
            thread::sleep(Duration::from_millis(5));
        }
    }

    pub fn shows(&self, words: &str) {
        self.until(words, |pty| pty.screen().contains(words));
    }

    /// Waits until the last line offers `hint`: a line can be said from then on.
    pub fn offers(&self, hint: &str) {
        self.until(hint, |pty| pty.is_whole() && pty.screen().lines().last().is_some_and(|last| last.contains(hint)));
    }

    /// Whether what was drawn last was drawn to its end.
    pub fn is_whole(&self) -> bool {
        self.written().ends_with("\x1b[?2026l")
    }

    pub fn no_longer_shows(&self, words: &str) {
        self.until(words, |pty| !pty.screen().contains(words));
    }

    pub fn resize(&self, columns: u16, rows: u16) {
        let mut seen = self.seen();
        seen.screen.screen_mut().set_size(NonZero::new(rows).unwrap(), NonZero::new(columns).unwrap());
        drop(seen);
        self.master.as_ref().unwrap().resize(size(columns, rows)).unwrap();
    }

    pub fn signal(&self, signal: Signal) {
        let pid = i32::try_from(self.child.process_id().unwrap()).unwrap();
        kill_process(Pid::from_raw(pid).unwrap(), signal).unwrap();
    }

    /// Whether the program is stopped, as Ctrl-Z stops one.
    pub fn is_stopped(&self) -> bool {
        let state = std::fs::read_to_string(format!("/proc/{}/stat", self.child.process_id().unwrap()));
        state.is_ok_and(|state| state.rsplit_once(')').is_some_and(|(_, rest)| rest.trim_start().starts_with('T')))
    }

    /// Waits for the program to end and returns its exit status.
    pub fn ends(&mut self) -> u32 {
        let end = Instant::now() + PATIENCE;
        loop {
            if let Some(status) = self.child.try_wait().unwrap() {
                return status.exit_code();
            }
            assert!(Instant::now() < end, "the program never ended:\n{}", self.screen());
            thread::sleep(Duration::from_millis(5));
        }
    }

    /// Closes the terminal under the program. Whoever reads what is written holds the terminal open, and only lets go of
    /// it when there is something to read: that is what `key` is for.
    pub fn hang_up(&mut self, key: &str) {
        self.seen().last = true;
        self.type_in(key);
        self.reader.take().unwrap().join().unwrap();
        self.writer = None;
        self.slave = None;
        self.master = None;
    }

    /// Whether the terminal is as it was before the program.
    pub fn is_given_back(&self) {
        for (what, off) in [
            ("the alternate screen", "\x1b[?1049l"),
            ("bracketed paste", "\x1b[?2004l"),
            ("the mouse", "\x1b[?1000l"),
            ("the cursor", "\x1b[?25h"),
        ] {
            let on = if off.ends_with('h') { off.replace('h', "l") } else { off.replace('l', "h") };
            self.until(what, |pty| {
                let written = pty.written();
                written.rfind(off) > written.rfind(&on) && written.contains(off)
            });
        }
        self.until("cooked mode", |pty| lines_of(pty.master.as_deref().unwrap()) == pty.before);
    }
}

/// How the terminal treats what is typed: raw, or line by line.
fn lines_of(master: &(dyn MasterPty + Send)) -> String {
    master.get_termios().map_or_else(String::new, |termios| {
        format!("{:?} {:?} {:?}", termios.local_flags, termios.input_flags, termios.output_flags)
    })
}
