//! Brackets that are not closed, or close nothing.
//!
//! Where brackets do not match, the place at which this shows is often far from the mistake. Two things tell more: how
//! many brackets of each kind there are, and how far the lines are moved in, because people and editors keep the line
//! of a closing bracket under the line of its opening one.

use super::{Case, codes};
use crate::problem::Problem;
use crate::scenario::read::layout::{Kind, Piece, opens};

/// How many brackets of a kind are opened more often than closed; less than 0 the other way round.
#[derive(Debug, Default)]
pub(super) struct Balance([i64; 3]);

impl Balance {
    pub(super) fn of(pieces: &[Piece]) -> Self {
        let mut balance = Self::default();
        for piece in pieces {
            match piece.kind {
                Kind::Open(open) => balance.0[place(open)] += 1,
                Kind::Close(close) => balance.0[place(opens(close))] -= 1,
                _ => {}
            }
        }
        balance
    }

    /// Whether some `open` is never closed.
    pub(super) fn lacks(&self, open: u8) -> bool {
        self.0[place(open)] > 0
    }

    /// Whether `open` is closed more often than it is opened.
    pub(super) fn has_too_many(&self, open: u8) -> bool {
        self.0[place(open)] < 0
    }
}

const fn place(open: u8) -> usize {
    match open {
        b'(' => 0,
        b'[' => 1,
        _ => 2,
    }
}

const fn closing(open: u8) -> char {
    match open {
        b'(' => ')',
        b'[' => ']',
        _ => '}',
    }
}

impl Case<'_> {
    /// Whether the bracket at `open` closes in a line that is moved in like that of the bracket around it, `outer`:
    /// then its own closing bracket is the one that is missing.
    pub(super) fn is_moved(&self, open: usize, close: usize, outer: Option<usize>) -> bool {
        let (open, close) = (self.pieces[open].start as usize, self.pieces[close].start as usize);
        let Some(outer) = outer else { return false };
        !self.lines.same(open, close)
            && self.lines.is_first(close)
            && self.lines.indent(close) < self.lines.indent(open)
            && self.lines.indent(close) == self.lines.indent(self.pieces[outer].start as usize)
    }

    /// Whether the bracket at `open` should have been closed before the piece `at`: more stands behind it on its
    /// line, and the line of `at` is not moved in further.
    pub(super) fn ends_before(&self, open: usize, at: usize) -> bool {
        let Kind::Open(kind) = self.pieces[open].kind else { return false };
        let (start, next) = (self.pieces[open].start as usize, self.pieces[at].start as usize);
        let inline = self.pieces.get(open + 1).is_some_and(|piece| self.lines.same(start, piece.start as usize));
        inline
            && self.balance.lacks(kind)
            && !self.lines.same(start, next)
            && self.lines.indent(next) <= self.lines.indent(start)
    }

    /// The first piece behind the bracket at `open` whose line is not moved in further than its own.
    fn next_outside(&self, open: usize) -> Option<usize> {
        let indent = self.lines.indent(self.pieces[open].start as usize);
        let is_outside = |piece: &Piece| {
            let start = piece.start as usize;
            self.lines.is_first(start) && self.lines.indent(start) <= indent
        };
        self.pieces[open + 1..].iter().position(is_outside).map(|at| open + 1 + at)
    }

    /// The bracket at `open` is never closed; at the piece `at` this shows, and without one at the end of the text.
    pub(super) fn unclosed(&self, open: usize, at: Option<usize>) -> Problem {
        let (open, at) = match self.moved {
            Some(open) => (open, self.next_outside(open).or(at)),
            None => (open, at),
        };
        let piece = self.pieces[open];
        let Kind::Open(kind) = piece.kind else { return self.unreadable(piece.span()) };
        let (sign, close) = (char::from(kind), closing(kind));
        let line = self.lines.number(piece.start as usize);
        let name = match open.checked_sub(1).map(|before| self.pieces[before]) {
            Some(word) if word.kind == Kind::Word && word.end() == piece.start => self.source(word),
            _ => "",
        };
        let message = format!("the bracket `{name}{sign}` that opened on line {line} is never closed");
        let help = format!("write `{close}` where it ends");
        let (missing, opened) = (format!("`{close}` is missing before this"), "opened here");
        match at {
            // It should have ended on its own line.
            Some(at) if self.ends_before(open, at) => Problem::error(codes::UNCLOSED_BRACKET, piece.span(), message)
                .label(opened)
                .see(self.pieces[at].span(), missing),
            Some(at) => Problem::error(codes::UNCLOSED_BRACKET, self.pieces[at].span(), message)
                .label(missing)
                .see(piece.span(), opened),
            None => {
                let last = self.last_character(self.pieces.last().copied().unwrap_or(piece));
                Problem::error(codes::UNCLOSED_BRACKET, last, message)
                    .label(format!("`{close}` is missing behind this"))
                    .see(piece.span(), opened)
            }
        }
        .help(help)
    }

    /// The bracket at `close` is of another kind than the one at `open`, which it would close.
    pub(super) fn mismatch(&self, open: usize, close: usize) -> Problem {
        let (opening, closed) = (self.pieces[open], self.pieces[close]);
        let (Kind::Open(kind), Kind::Close(sign)) = (opening.kind, closed.kind) else {
            return self.unreadable(closed.span());
        };
        let too_many = self.balance.has_too_many(opens(sign));
        match (self.balance.lacks(kind), too_many) {
            (true, false) => self.unclosed(open, Some(close)),
            (false, true) => self.stray_bracket(close),
            _ => {
                let (wrong, right) = (char::from(sign), closing(kind));
                let message = format!("`{wrong}` closes a bracket that was opened with `{}`", char::from(kind));
                Problem::error(codes::WRONG_BRACKET, closed.span(), message)
                    .label(format!("here must be `{right}`"))
                    .see(opening.span(), "opened here")
            }
        }
    }

    /// The bracket at `close` closes nothing, or too much.
    pub(super) fn stray_bracket(&self, close: usize) -> Problem {
        let piece = self.pieces[close];
        let sign = self.source(piece);
        Problem::error(codes::STRAY_BRACKET, piece.span(), format!("there is one `{sign}` too many"))
            .label("closes something that is still needed, or nothing")
            .help("take it away, or write the bracket that it should close")
    }

    /// The last closing bracket before the piece `at`.
    pub(super) fn last_close(&self, at: usize) -> Option<usize> {
        self.pieces[..at].iter().rposition(|piece| matches!(piece.kind, Kind::Close(_)))
    }
}
