//! What is wrong with a text, where, and what to do about it.
//!
//! A [`Problem`] is plain data: it knows its place as a [`Span`] of bytes and nothing of files or terminals.
//! [`text`] shows it to a person and [`json`] to a program.

pub mod json;
mod place;
pub mod text;

pub use place::{Lines, Place};

use serde::Serialize;

/// A stretch of a text, in bytes: `start` is inside, `end` is not.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub struct Span {
    /// The first byte.
    pub start: usize,
    /// One past the last byte; never before `start`.
    pub end: usize,
}

impl Span {
    /// The span from `start` to `end`; where `end` lies before `start` it is empty, at `start`.
    #[must_use]
    pub const fn new(start: usize, end: usize) -> Self {
        let end = if end < start { start } else { end };
        Self { start, end }
    }
}

/// How much a problem matters.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Severity {
    /// The scenario cannot be played, or a conversation can break off in the middle.
    Error,
    /// The scenario can be played and teaches less than it could.
    Warning,
    /// Worth a look.
    Note,
}

impl Severity {
    /// The word that people see: `error`, `warning` or `note`.
    #[must_use]
    pub const fn word(self) -> &'static str {
        match self {
            Self::Error => "error",
            Self::Warning => "warning",
            Self::Note => "note",
        }
    }
}

/// The stable name of a kind of problem, in words joined by hyphens: `unknown-field`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(transparent)]
pub struct Code(pub &'static str);

/// One thing that is wrong, told so that the writer of the text can mend it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Problem {
    /// What kind of problem it is.
    pub code: Code,
    /// How much it matters.
    pub severity: Severity,
    /// Where it is.
    pub span: Span,
    /// What is wrong, in a line, without a full stop.
    pub message: String,
    /// What stands under the mark in the shown line; empty where the message says it all.
    pub label: String,
    /// Other places that explain it, such as the first use of a name that is used twice.
    pub others: Vec<(Span, String)>,
    /// What takes several lines to tell, such as the conversation that leads there.
    pub detail: Option<String>,
    /// How to mend it.
    pub help: Option<String>,
    /// How many more of its kind were found and are left out, because they are too many to show; 0 for nearly all.
    pub more: usize,
}

impl Problem {
    /// An error of kind `code` at `span`.
    #[must_use]
    pub fn error(code: Code, span: Span, message: impl Into<String>) -> Self {
        Self::new(code, Severity::Error, span, message)
    }

    /// A problem of kind `code` at `span`.
    #[must_use]
    pub fn new(code: Code, severity: Severity, span: Span, message: impl Into<String>) -> Self {
        Self {
            code,
            severity,
            span,
            message: message.into(),
            label: String::new(),
            others: Vec::new(),
            detail: None,
            help: None,
            more: 0,
        }
    }

    /// How many it stands for: itself, and those that are left out.
    #[must_use]
    pub const fn count(&self) -> usize {
        1 + self.more
    }

    /// How to mend it: its help, or what stands under the mark, which is often that.
    #[must_use]
    pub fn advice(&self) -> Option<&str> {
        self.help.as_deref().or_else(|| (!self.label.is_empty()).then_some(&*self.label))
    }

    /// The same problem with `label` under the mark.
    #[must_use]
    pub fn label(mut self, label: impl Into<String>) -> Self {
        self.label = label.into();
        self
    }

    /// The same problem with one more place that explains it.
    #[must_use]
    pub fn see(mut self, span: Span, label: impl Into<String>) -> Self {
        self.others.push((span, label.into()));
        self
    }

    /// The same problem with what takes several lines to tell.
    #[must_use]
    pub fn detail(mut self, detail: impl Into<String>) -> Self {
        self.detail = Some(detail.into());
        self
    }

    /// The same problem with a way to mend it.
    #[must_use]
    pub fn help(mut self, help: impl Into<String>) -> Self {
        self.help = Some(help.into());
        self
    }
}

/// A text with the name that people know it by.
#[derive(Debug, Clone, Copy)]
pub struct Source<'a> {
    /// The path or stem, as it is shown.
    pub name: &'a str,
    /// The whole text.
    pub text: &'a str,
}
