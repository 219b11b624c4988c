//! The walk over the pieces to the first one that is not as it should be.

use super::faults::{missing_colon, missing_list, unclosed_comment, wrong_comment};
use super::{Case, codes};
use crate::problem::{Problem, Span};
use crate::scenario::read::layout::{Kind, opens};
use crate::scenario::read::vocabulary;

/// What may come next.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Next {
    /// A value: something must come.
    Value,
    /// A value, or the end of the brackets.
    Item,
    /// A comma, or the end of the brackets.
    Comma,
    /// The colon after a name in curly brackets.
    Colon,
}

/// A bracket that is open.
#[derive(Debug, Clone, Copy)]
pub(super) struct Frame {
    pub(super) open: usize,
    pub(super) kind: u8,
    /// Of round brackets: whether fields with names stand in them, once that is known.
    pub(super) named: Option<bool>,
    /// Where the value before this one begins.
    pub(super) value: usize,
}

/// The first fault in the brackets, commas, colons and quotes, if there is one.
pub(super) fn first_fault(case: &mut Case<'_>) -> Option<Problem> {
    let mut walk = Walk { case, frames: Vec::new(), next: Next::Value };
    let end = walk.case.pieces.len();
    let mut at = walk.behind_attributes();
    while at < end {
        match walk.step(at) {
            Ok(ahead) => at += ahead,
            Err(problem) => return Some(walk.case.lost_quote(at, &problem).unwrap_or(*problem)),
        }
        if walk.frames.is_empty() && walk.next == Next::Comma {
            return walk.behind_the_end(at);
        }
    }
    walk.frames.last().map(|frame| walk.case.unclosed(frame.open, None))
}

pub(super) struct Walk<'c, 't> {
    pub(super) case: &'c mut Case<'t>,
    pub(super) frames: Vec<Frame>,
    next: Next,
}

/// How many pieces to go on by, or what is wrong.
type Step = Result<usize, Box<Problem>>;

fn fault<T>(problem: Problem) -> Result<T, Box<Problem>> {
    Err(Box::new(problem))
}

impl Walk<'_, '_> {
    pub(super) fn kind(&self, at: usize) -> Option<Kind> {
        self.case.kind(at)
    }

    pub(super) fn span(&self, at: usize) -> Span {
        self.case.pieces[at].span()
    }

    pub(super) fn source(&self, at: usize) -> &str {
        self.case.source(self.case.pieces[at])
    }

    /// Behind the `#![..]` that RON allows at the top.
    fn behind_attributes(&self) -> usize {
        let mut at = 0;
        while self.kind(at) == Some(Kind::Stray) && self.kind(at + 2) == Some(Kind::Open(b'[')) {
            at = self.case.pieces[at + 2].partner(at as u32 + 2) as usize + 1;
        }
        at
    }

    fn step(&mut self, at: usize) -> Step {
        match self.next {
            Next::Comma => self.comma(at),
            Next::Colon => self.colon(at),
            Next::Value => self.value(at),
            Next::Item => self.item(at),
        }
    }

    /// The piece `at` comes after a value.
    fn comma(&mut self, at: usize) -> Step {
        let Some(&frame) = self.frames.last() else { return Ok(1) };
        match self.case.pieces[at].kind {
            Kind::Comma => {
                self.next = Next::Item;
                Ok(1)
            }
            Kind::Close(_) => self.close(at),
            Kind::Colon => fault(self.colon_after_value(at)),
            _ => match self.kind(at - 1) {
                Some(Kind::Close(_)) if let Some(problem) = self.astray(frame, at) => fault(problem),
                _ => fault(self.missing_comma(frame, at)),
            },
        }
    }

    /// The piece `at` comes after a name in curly brackets.
    fn colon(&mut self, at: usize) -> Step {
        let case = &*self.case;
        let (before, next) = (case.pieces[at - 1], case.pieces[at]);
        if next.kind == Kind::Colon {
            self.next = Next::Value;
            return Ok(1);
        }
        if before.kind == Kind::Text
            && let Some(problem) = case.after_text(before, at)
        {
            return fault(problem);
        }
        match next.kind {
            Kind::Stray => fault(case.stray(next.span(), true)),
            Kind::Close(_) | Kind::Comma => fault(
                Problem::error(codes::MISSING_COLON, before.span(), "a name stands here, and not what it names")
                    .label("a colon and a value belong behind it"),
            ),
            _ if before.kind == Kind::Number && case.source(before).starts_with("--") => {
                fault(wrong_comment(before.span()))
            }
            _ => fault(missing_colon(before.span())),
        }
    }

    /// A value must begin at the piece `at`.
    fn value(&mut self, at: usize) -> Step {
        let piece = self.case.pieces[at];
        let (span, kind) = (piece.span(), piece.kind);
        match kind {
            Kind::Text | Kind::Number | Kind::Odd => self.has_value(at, 1),
            Kind::Word => match self.kind(at + 1) {
                Some(Kind::Open(b'(')) => self.open(at, at + 1),
                _ => self.has_value(at, 1),
            },
            Kind::Open(_) => self.open(at, at),
            Kind::OpenText => fault(self.case.unclosed_text(span)),
            Kind::OpenComment => fault(unclosed_comment(span)),
            Kind::Stray => fault(self.case.stray(span, false)),
            Kind::Colon => {
                fault(Problem::error(codes::WRONG_SIGN, span, "there is one colon too many").label("take it away"))
            }
            Kind::Comma | Kind::Close(_) if at == 0 => fault(self.case.unreadable(span)),
            Kind::Comma | Kind::Close(_) => {
                let name = match at.checked_sub(2).map(|name| self.source(name)) {
                    Some(name) => format!("nothing follows after `{name}:`"),
                    None => "nothing follows after the colon".to_owned(),
                };
                fault(
                    Problem::error(codes::MISSING_VALUE, self.span(at - 1), name)
                        .label("a value is missing here")
                        .help("write a value, or take the whole field away"),
                )
            }
        }
    }

    fn has_value(&mut self, at: usize, ahead: usize) -> Step {
        let is_key = self.next == Next::Item && self.frames.last().is_some_and(|frame| frame.kind == b'{');
        if let Some(frame) = self.frames.last_mut() {
            frame.value = at;
        }
        self.next = if is_key { Next::Colon } else { Next::Comma };
        Ok(ahead)
    }

    /// A bracket opens at `open`; its value begins at `at`.
    fn open(&mut self, at: usize, open: usize) -> Step {
        if let Some(frame) = self.frames.last_mut() {
            frame.value = at;
        }
        let Kind::Open(kind) = self.case.pieces[open].kind else { return Ok(1) };
        self.frames.push(Frame { open, kind, named: None, value: open });
        self.next = Next::Item;
        Ok(open - at + 1)
    }

    fn close(&mut self, at: usize) -> Step {
        let (Kind::Close(close), Some(frame)) = (self.case.pieces[at].kind, self.frames.last().copied()) else {
            return Ok(1);
        };
        if frame.kind != opens(close) {
            // One thing stands where a list of them should, and only the end of the list is there.
            if close == b']' && self.case.balance.has_too_many(b'[') && self.is_thing_of_field(frame.value) {
                return fault(missing_list(self.span(frame.value)));
            }
            return fault(self.case.mismatch(frame.open, at));
        }
        self.frames.pop();
        let outer = self.frames.last().map(|frame| frame.open);
        if self.case.moved.is_none() && self.case.balance.lacks(frame.kind) && self.case.is_moved(frame.open, at, outer)
        {
            self.case.moved = Some(frame.open);
        }
        self.next = Next::Comma;
        Ok(1)
    }

    /// An item may begin at the piece `at`, or the brackets end there.
    fn item(&mut self, at: usize) -> Step {
        let Some(&frame) = self.frames.last() else { return self.value(at) };
        match self.case.pieces[at].kind {
            Kind::Close(_) => return self.close(at),
            // Only the bracket before the comma was forgotten.
            Kind::Comma if self.case.balance.lacks(frame.kind) && self.case.lines.is_first(self.span(at).start) => {
                return fault(self.case.unclosed(frame.open, Some(at)));
            }
            Kind::Comma => {
                return fault(
                    Problem::error(codes::EXTRA_COMMA, self.span(at), "there is one comma too many")
                        .label("nothing stands before it"),
                );
            }
            _ => {}
        }
        if self.case.ends_before(frame.open, at) {
            return fault(self.case.unclosed(frame.open, Some(at)));
        }
        if let Some(problem) = self.headless(frame, at) {
            return fault(problem);
        }
        let is_field = self.kind(at) == Some(Kind::Word) && self.kind(at + 1) == Some(Kind::Colon);
        match frame.kind {
            b'(' => self.in_round_brackets(frame, at, is_field),
            _ if is_field && vocabulary::is_field(self.source(at)) => fault(self.field_out_of_place(frame, at)),
            b'[' if is_field => fault(self.field_out_of_place(frame, at)),
            _ => self.value(at),
        }
    }

    fn in_round_brackets(&mut self, frame: Frame, at: usize, is_field: bool) -> Step {
        if is_field {
            // A moment whose name has no quotes looks like a field.
            if let Some(problem) = self.astray(frame, at) {
                return fault(problem);
            }
            if frame.named == Some(false) {
                return fault(if self.case.balance.lacks(b'(') {
                    self.case.unclosed(frame.open, Some(at))
                } else {
                    self.unnamed(frame.open + 1)
                });
            }
            self.set_named(true);
            self.next = Next::Value;
            return Ok(2);
        }
        let kind = self.case.pieces[at].kind;
        if frame.named == Some(true) {
            return fault(self.no_field(frame, at));
        }
        if kind == Kind::Text && self.kind(at + 1) == Some(Kind::Colon) {
            let word = self.source(at).trim_matches('"').to_owned();
            return fault(self.quoted_key(at, &word));
        }
        if kind == Kind::Word
            && let Some(problem) = self.case.field_in_parts(at)
        {
            return fault(problem);
        }
        if kind == Kind::Word && vocabulary::is_field(self.source(at)) {
            return fault(self.no_field(frame, at));
        }
        self.set_named(false);
        self.value(at)
    }

    fn set_named(&mut self, named: bool) {
        if let Some(frame) = self.frames.last_mut() {
            frame.named = Some(named);
        }
    }
}
