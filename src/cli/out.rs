//! Where output goes, and with or without colour.

use std::io::{self, BufWriter, IsTerminal, Write};

use super::args::Color;
use crate::visible::{is_forbidden, is_hidden};

/// Stdout for what was asked for, stderr for everything else.
pub(super) struct Out {
    stdout: BufWriter<io::Stdout>,
    color: Color,
}

impl Out {
    /// Output with colour as asked.
    pub(super) fn new(color: Color) -> Self {
        Self { stdout: BufWriter::new(io::stdout()), color }
    }

    /// Writes what was asked for.
    pub(super) fn say(&mut self, text: &str) -> io::Result<()> {
        self.stdout.write_all(text.as_bytes())
    }

    /// Writes a JSON document and a line break.
    pub(super) fn json(&mut self, document: &serde_json::Value) -> anyhow::Result<()> {
        let mut text = inert(&serde_json::to_string_pretty(document)?);
        text.push('\n');
        self.say(&text).map_err(Into::into)
    }

    /// Sends on what was written.
    pub(super) fn flush(&mut self) -> io::Result<()> {
        self.stdout.flush()
    }

    /// Writes to stderr; where even that is closed, nobody is there to tell.
    #[expect(clippy::unused_self, reason = "one place to write to, whether or not it keeps anything")]
    pub(super) fn tell(&self, text: &str) {
        let _ = io::stderr().write_all(text.as_bytes());
    }

    /// Whether stdout takes colour.
    pub(super) fn color(&self) -> bool {
        colored(self.color, io::stdout().is_terminal())
    }

    /// Whether stderr takes colour.
    pub(super) fn error_color(&self) -> bool {
        colored(self.color, io::stderr().is_terminal())
    }

    /// The columns of stdout; nothing where it is not a terminal.
    #[expect(clippy::unused_self, reason = "one place to ask")]
    pub(super) fn width(&self) -> Option<usize> {
        io::stdout().is_terminal().then(columns)
    }

    /// The columns of stderr, for the lines shown under problems.
    #[expect(clippy::unused_self, reason = "one place to ask")]
    pub(super) fn error_width(&self) -> usize {
        if io::stderr().is_terminal() { columns() } else { 120 }
    }
}

/// `json` with an escape for each character that could act on a terminal: JSON itself asks for one below U+0020 only.
fn inert(json: &str) -> String {
    let mut text = String::with_capacity(json.len() + 1);
    for c in json.chars() {
        // Such characters stand inside of texts only, where an escape means the same.
        if is_forbidden(c) || is_hidden(c) {
            text.extend(c.encode_utf16(&mut [0; 2]).iter().map(|unit| format!("\\u{unit:04x}")));
        } else {
            text.push(c);
        }
    }
    text
}

fn columns() -> usize {
    crossterm::terminal::size().map_or(80, |(columns, _)| usize::from(columns).clamp(40, 200))
}

/// What the conventions of NO_COLOR and CLICOLOR_FORCE make of it; an option that was given wins over both.
fn colored(color: Color, terminal: bool) -> bool {
    let set = |name: &str| std::env::var_os(name).is_some_and(|value| !value.is_empty());
    match color {
        Color::Always => true,
        Color::Never => false,
        Color::Auto if set("NO_COLOR") => false,
        Color::Auto if std::env::var_os("CLICOLOR_FORCE").is_some_and(|value| !value.is_empty() && value != "0") => {
            true
        }
        Color::Auto => terminal && std::env::var_os("TERM").is_none_or(|term| term != "dumb"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn json_says_the_same_and_holds_nothing_that_acts() {
        let document = serde_json::json!({ "a\u{9b}b": ["\u{7f}", "\u{202e}é\"\n", "\u{e0041}\u{1b}"] });
        let text = inert(&serde_json::to_string_pretty(&document).unwrap());
        assert!(!text.chars().any(|c| is_forbidden(c) || is_hidden(c)), "{text:?}");
        assert_eq!(serde_json::from_str::<serde_json::Value>(&text).unwrap(), document);
    }
}
