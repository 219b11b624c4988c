//! Runs the program as a person or a script would, and holds on to all that came of it.

#![allow(dead_code, unreachable_pub, reason = "shared by several test programs, none of which uses all")]
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "a test that cannot go on has failed")]

use std::ffi::OsStr;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};

use tempfile::TempDir;

/// A folder of its own for every test: scenarios are looked for in it, and the history is kept in it.
pub struct Desk {
    folder: TempDir,
}

/// What came of a run.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Came {
    pub out: String,
    pub err: String,
    /// The exit status; -1 after a signal.
    pub status: i32,
}

/// The scenario of the design, which uses every part of the format.
pub const EXAMPLE: &str = include_str!("../fixtures/example.ron");

impl Desk {
    /// A desk with the example as `example.ron`.
    pub fn new() -> Self {
        let desk = Self { folder: tempfile::tempdir().unwrap() };
        desk.write("example.ron", EXAMPLE);
        desk
    }

    pub fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    pub fn write(&self, name: &str, text: impl AsRef<[u8]>) -> PathBuf {
        let path = self.path(name);
        std::fs::create_dir_all(path.parent().unwrap()).unwrap();
        std::fs::write(&path, text).unwrap();
        path
    }

    /// The folder that the program keeps its history in.
    pub fn data(&self) -> PathBuf {
        self.path("data")
    }

    /// The program with these arguments, in this folder, and nothing of the environment: variables change what it prints.
    pub fn command<S: AsRef<OsStr>>(&self, arguments: impl IntoIterator<Item = S>) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_tellmore"));
        command.args(arguments).current_dir(self.folder.path());
        command.env_clear().env("TELLMORE_DATA", self.data());
        command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped());
        command
    }

    /// Runs the words of `line`, which hold no spaces of their own, with nothing on stdin.
    pub fn run(&self, line: &str) -> Came {
        self.typing(line, "")
    }

    /// Runs the words of `line` with `typed` on stdin.
    pub fn typing(&self, line: &str, typed: &str) -> Came {
        finish(self.command(line.split_whitespace()).spawn().unwrap(), typed)
    }

    /// Runs with arguments that may hold anything.
    pub fn run_with<S: AsRef<OsStr>>(&self, arguments: impl IntoIterator<Item = S>) -> Came {
        finish(self.command(arguments).spawn().unwrap(), "")
    }

    pub fn folder(&self) -> &Path {
        self.folder.path()
    }
}

fn finish(mut child: Child, typed: &str) -> Came {
    let mut stdin = child.stdin.take().unwrap();
    // A program that has stopped reading is no mistake of the test.
    let _ = stdin.write_all(typed.as_bytes());
    drop(stdin);
    let output = child.wait_with_output().unwrap();
    Came {
        out: String::from_utf8(output.stdout).unwrap(),
        err: String::from_utf8(output.stderr).unwrap(),
        status: output.status.code().unwrap_or(-1),
    }
}
