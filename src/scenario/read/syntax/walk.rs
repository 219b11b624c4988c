//! The walk over the pieces to the first one that is not as it should be.

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
struct Frame {
    open: usize,
    kind: u8,
    /// Of round brackets: whether fields with names stand in them, once that is known.
    named: Option<bool>,
    /// Where the value before this one begins.
    value: usize,
}

/// The first fault in the brackets, commas, colons and quotes, if there is one.
pub(super) fn first_fault(case: &mut Case<'_>) -> Option<Problem> {
    let mut walk = Walk { case, frames: Vec::new(), next: Next::Value };
    let end = walk.case.pieces.len();
    let mut at = walk.behind_attributes();
    while at < end {
        match walk.step(at) {
            Ok(ahead) => at += ahead,
            Err(problem) => return Some(*problem),
        }
        if walk.frames.is_empty() && walk.next == Next::Comma {
            return walk.behind_the_end(at);
        }
    }
    walk.frames.last().map(|frame| walk.case.unclosed(frame.open, None))
}

struct Walk<'c, 't> {
    case: &'c mut Case<'t>,
    frames: Vec<Frame>,
    next: Next,
}

/// How many pieces to go on by, or what is wrong.
type Step = Result<usize, Box<Problem>>;

fn fault<T>(problem: Problem) -> Result<T, Box<Problem>> {
    Err(Box::new(problem))
}

impl Walk<'_, '_> {
    fn kind(&self, at: usize) -> Option<Kind> {
        self.case.kind(at)
    }

    fn span(&self, at: usize) -> Span {
        self.case.pieces[at].span()
    }

    fn source(&self, at: usize) -> &str {
        self.case.source(self.case.pieces[at])
    }

    /// Behind the `#![..]` that RON allows at the top.
    fn behind_attributes(&self) -> usize {
        let mut at = 0;
        while self.kind(at) == Some(Kind::Stray) && self.kind(at + 2) == Some(Kind::Open(b'[')) {
            at = self.case.pieces[at + 2].partner as usize + 1;
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
            _ => fault(self.missing_comma(frame, at)),
        }
    }

    /// A colon comes where a comma or the end should.
    fn colon_after_value(&self, at: usize) -> Problem {
        let before = self.case.pieces[at - 1];
        if before.kind == Kind::Text {
            let word = self.case.source(before).trim_matches('"');
            return self.quoted_key(at - 1, word);
        }
        self.case.unreadable(self.span(at))
    }

    /// A text stands before a colon where the name of a field should.
    fn quoted_key(&self, at: usize, word: &str) -> Problem {
        let frame = self.frames.last();
        if let Some(frame) = frame
            && !(frame.kind == b'[' && at == frame.open + 1)
            && self.case.balance.lacks(frame.kind)
            && !vocabulary::is_field(word)
        {
            return self.case.unclosed(frame.open, Some(at));
        }
        match frame {
            Some(frame) if frame.kind == b'[' => Problem::error(
                codes::WRONG_BRACKET,
                self.span(frame.open),
                "names with colons stand in square brackets",
            )
            .label("here must be `{`, and `}` at its end")
            .see(self.span(at), "a name"),
            _ => Problem::error(codes::QUOTED_FIELD, self.span(at), "the name of a field stands in quotes")
                .label(format!("write {word}, without quotes")),
        }
    }

    /// Something comes after a value without a comma between them.
    fn missing_comma(&self, frame: Frame, at: usize) -> Problem {
        let case = &*self.case;
        let (before, next) = (case.pieces[at - 1], case.pieces[at]);
        if before.kind == Kind::Text
            && let Some(problem) = case.after_text(before, at)
        {
            return problem;
        }
        let same_line = case.lines.same(before.end as usize, next.start as usize);
        let is_field = next.kind == Kind::Word && self.kind(at + 1) == Some(Kind::Colon);
        let word = case.source(before);
        match (before.kind, next.kind) {
            (_, Kind::OpenComment) => return unclosed_comment(next.span()),
            (Kind::Number, Kind::Word | Kind::Stray)
                if same_line && !is_field && (next.kind == Kind::Word || case.source(next) == "%") =>
            {
                let message = "something that is no number follows a number";
                return Problem::error(codes::NOT_A_NUMBER, next.span(), message)
                    .label("not part of a number")
                    .help("write the number alone; a text stands between quotes");
            }
            (_, Kind::Stray) => return case.stray(next.span(), false),
            (_, Kind::Number) if case.source(next).starts_with("--") => return wrong_comment(next.span()),
            (Kind::Word, Kind::Open(open @ (b'{' | b'['))) if same_line => {
                let sign = char::from(open);
                let message = format!("`{word}` is followed by `{sign}`, and its fields stand in round brackets");
                return Problem::error(codes::WRONG_BRACKET, next.span(), message).label("here must be `(`");
            }
            (Kind::Word, Kind::Word) if is_field && vocabulary::is_thing(word) => {
                let message = format!("the bracket after `{word}` is missing");
                return Problem::error(codes::MISSING_BRACKET, before.span(), message)
                    .label(format!("write {word}( here"));
            }
            (Kind::Word, _) if same_line && !is_field && !vocabulary::is_thing(word) => {
                return case.without_quotes(before);
            }
            _ => {}
        }
        if case.ends_before(frame.open, at) {
            return case.unclosed(frame.open, Some(at));
        }
        let mark = case.last_character(before);
        let problem =
            Problem::error(codes::MISSING_COMMA, mark, "a comma is missing here").label("write `,` after this");
        if same_line {
            problem
        } else {
            problem.help("every line in a list and every field but the last ends with a comma")
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
        let is_field = self.kind(at) == Some(Kind::Word) && self.kind(at + 1) == Some(Kind::Colon);
        match frame.kind {
            b'(' => self.in_round_brackets(frame, at, is_field),
            _ if is_field && vocabulary::is_field(self.source(at)) => fault(self.field_out_of_place(frame, at)),
            b'[' if is_field => fault(self.field_out_of_place(frame, at)),
            _ => self.value(at),
        }
    }

    /// A field stands where only items or names in quotes can.
    fn field_out_of_place(&self, frame: Frame, at: usize) -> Problem {
        let balance = &self.case.balance;
        if balance.has_too_many(b'(')
            && !balance.lacks(frame.kind)
            && let Some(close) = self.case.last_close(at)
        {
            return self.case.stray_bracket(close);
        }
        if at == frame.open + 1 {
            return Problem::error(codes::WRONG_BRACKET, self.span(frame.open), "fields stand in round brackets")
                .label("here must be `(`, and `)` at its end");
        }
        self.case.unclosed(frame.open, Some(at))
    }

    fn in_round_brackets(&mut self, frame: Frame, at: usize, is_field: bool) -> Step {
        if is_field {
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

    /// Something stands where the name of a field and a colon should.
    fn no_field(&self, frame: Frame, at: usize) -> Problem {
        let case = &*self.case;
        let piece = case.pieces[at];
        let source = case.source(piece);
        let after_comma = at >= 2 && case.pieces[at - 1].kind == Kind::Comma;
        let before = case.pieces[if after_comma { at - 2 } else { frame.open }];
        let same_line = case.lines.same(before.end as usize, piece.start as usize);
        match piece.kind {
            Kind::Stray => case.stray(piece.span(), false),
            Kind::OpenText => case.unclosed_text(piece.span()),
            Kind::OpenComment => unclosed_comment(piece.span()),
            Kind::Number if source.starts_with("--") => wrong_comment(piece.span()),
            Kind::Number if after_comma && before.kind == Kind::Number && same_line => {
                let span = Span::new(before.start as usize, piece.end as usize);
                Problem::error(codes::NOT_A_NUMBER, span, "a number is written with a decimal comma")
                    .label("write a point in place of the comma")
            }
            Kind::Text if self.kind(at + 1) == Some(Kind::Colon) => {
                let word = source.trim_matches('"').to_owned();
                self.quoted_key(at, &word)
            }
            Kind::Word if self.kind(at + 1) == Some(Kind::Open(b'(')) && vocabulary::is_thing(source) => {
                let is_same = self.kind(frame.value) == Some(Kind::Word) && self.source(frame.value) == source;
                if is_same && !case.balance.lacks(b'(') {
                    let message = format!("several `{source}(..)` stand here without a list around them");
                    return Problem::error(codes::MISSING_BRACKET, self.span(frame.value), message)
                        .label("write `[` before this, and `]` behind the last one");
                }
                case.unclosed(frame.open, Some(at))
            }
            Kind::Word => self.word_without_colon(at),
            // The text before a comma that was meant as part of it: "Yes", he said, "but".
            Kind::Text if after_comma && before.kind == Kind::Text && same_line => self.unnamed(at),
            _ => self.unnamed(at),
        }
    }

    /// A word stands where a field's name and a colon should, and has no colon.
    fn word_without_colon(&self, at: usize) -> Problem {
        let case = &*self.case;
        let piece = case.pieces[at];
        let Some(&next) = case.pieces.get(at + 1) else { return case.unclosed(self.frames[0].open, None) };
        let source = case.source(piece);
        if next.kind == Kind::Stray && case.source(next) != ";" {
            return case.stray(next.span(), true);
        }
        // A name in two words, or with a hyphen.
        let words =
            case.pieces[at..].iter().take_while(|piece| matches!(piece.kind, Kind::Word | Kind::Number)).count();
        if words > 1 && self.kind(at + words) == Some(Kind::Colon) {
            let span = Span::new(piece.start as usize, case.pieces[at + words - 1].end as usize);
            let name = &case.text[span.start..span.end];
            let near = super::super::near::Near::default().to(name, vocabulary::fields());
            let message = format!("`{}` is not the name of a field", super::short(name));
            let problem = Problem::error(codes::UNKNOWN_FIELD, span, message);
            return match near {
                Some(near) => problem.label(format!("did you mean `{near}`?")),
                None => problem.label("the name of a field is one word"),
            };
        }
        if !vocabulary::is_field(source)
            && at >= 2
            && case.pieces[at - 1].kind == Kind::Comma
            && case.pieces[at - 2].kind == Kind::Text
            && case.lines.same(case.pieces[at - 2].end as usize, piece.start as usize)
        {
            return case.quote_in_text(case.pieces[at - 2], piece);
        }
        missing_colon(piece.span())
    }

    fn unnamed(&self, at: usize) -> Problem {
        Problem::error(codes::UNNAMED_FIELD, self.span(at), "a value stands here without the name of its field")
            .label("which field is this?")
            .help("write the name and a colon before it; several values for one field stand in a list: [.., ..]")
    }

    /// What is wrong with what follows after the whole, from the piece `at`.
    fn behind_the_end(&self, at: usize) -> Option<Problem> {
        let case = &*self.case;
        let next = *case.pieces.get(at)?;
        let before = case.pieces[at - 1];
        if at == 1 && before.kind == Kind::Word {
            // The whole file is a text, or its first bracket is missing.
            return Some(if next.kind == Kind::Word && self.kind(at + 1) == Some(Kind::Colon) {
                let word = self.source(at - 1);
                Problem::error(codes::MISSING_BRACKET, before.span(), format!("the bracket after `{word}` is missing"))
                    .label(format!("write {word}( here"))
            } else {
                case.unreadable(before.span())
            });
        }
        match next.kind {
            Kind::OpenComment => return Some(unclosed_comment(next.span())),
            Kind::Stray if case.source(next) == "#" => return Some(case.stray(next.span(), false)),
            _ => {}
        }
        if case.balance.has_too_many(b'(') && matches!(before.kind, Kind::Close(_)) {
            let later = &case.pieces[at..];
            let last = later.iter().rposition(|piece| matches!(piece.kind, Kind::Close(_)));
            let only_brackets = later.iter().all(|piece| matches!(piece.kind, Kind::Close(_) | Kind::Comma));
            return Some(case.stray_bracket(match last {
                Some(last) if only_brackets => at + last,
                _ => at - 1,
            }));
        }
        if matches!(next.kind, Kind::Close(_)) {
            return Some(case.stray_bracket(at));
        }
        let end = if next.kind == Kind::Comma { "a comma follows" } else { "more text follows" };
        Some(
            Problem::error(codes::TRAILING_TEXT, next.span(), format!("{end} after the end of the whole"))
                .label("not expected here")
                .help("nothing but comments may stand behind the last bracket"),
        )
    }
}

fn missing_colon(name: Span) -> Problem {
    Problem::error(codes::MISSING_COLON, name, "the colon after this name is missing").label("write `:` behind it")
}

fn unclosed_comment(span: Span) -> Problem {
    Problem::error(codes::UNCLOSED_COMMENT, Span::new(span.start, span.start + 2), "this comment has no end")
        .label("begins here")
        .help("write */ where it ends, or // before each of its lines")
}

fn wrong_comment(span: Span) -> Problem {
    Problem::error(codes::WRONG_COMMENT, span, "a comment does not begin with `--`").label("write // here")
}
