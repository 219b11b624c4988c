//! What the walk can find, told.

use super::codes;
use super::walk::{Frame, Walk};
use crate::problem::{Problem, Span};
use crate::scenario::read::layout::Kind;
use crate::scenario::read::near::Near;
use crate::scenario::read::vocabulary;
use crate::scenario::read::wording::short;

impl Walk<'_, '_> {
    /// A colon comes where a comma or the end should.
    pub(super) fn colon_after_value(&self, at: usize) -> Problem {
        let before = self.case.pieces[at - 1];
        if let Some(problem) = self.eaten_value(at) {
            return problem;
        }
        if before.kind == Kind::Text {
            let word = self.case.source(before).trim_matches('"');
            return self.quoted_key(at - 1, word);
        }
        if before.kind == Kind::Word && at >= 2 && self.kind(at - 2) == Some(Kind::Colon) {
            return Problem::error(
                codes::MISSING_BRACKET,
                before.span(),
                "fields begin here without a bracket before them",
            )
            .label("write `(` before this, and `)` behind the last one");
        }
        self.case.unreadable(self.span(at))
    }

    /// A text stands before a colon where the name of a field should.
    pub(super) fn quoted_key(&self, at: usize, word: &str) -> Problem {
        let Some(frame) = self.frames.last() else { return self.case.unreadable(self.span(at)) };
        let is_first = at == frame.open + 1;
        let is_field = vocabulary::is_field(word) || Near::default().to(word, vocabulary::fields()).is_some();
        if frame.kind == b'[' && (is_first || !self.case.balance.lacks(b'[')) || is_first && !is_field {
            let message = "names in quotes, with colons, stand in curly brackets";
            return Problem::error(codes::WRONG_BRACKET, self.span(frame.open), message)
                .label("here must be `{`, and `}` at its end")
                .see(self.span(at), "a name");
        }
        // Names in quotes stood here until a bracket closed what they stand in.
        if frame.kind == b'('
            && !is_field
            && self.case.balance.has_too_many(b'{')
            && let Some(close) = at.checked_sub(2).filter(|&close| self.kind(close) == Some(Kind::Close(b'}')))
        {
            return self.case.stray_bracket(close);
        }
        if self.case.balance.lacks(frame.kind) && !vocabulary::is_field(word) {
            return self.case.unclosed(frame.open, Some(at));
        }
        Problem::error(codes::QUOTED_FIELD, self.span(at), "the name of a field stands in quotes")
            .label(format!("write {}, without quotes", short(word)))
    }

    /// Something comes after a value without a comma between them.
    pub(super) fn missing_comma(&self, frame: Frame, at: usize) -> Problem {
        let case = &*self.case;
        let (before, next) = (case.pieces[at - 1], case.pieces[at]);
        if before.kind == Kind::Text
            && let Some(problem) = case.after_text(before, at)
        {
            return problem;
        }
        let same_line = case.lines.same(before.end() as usize, next.start as usize);
        let is_field = next.kind == Kind::Word && self.kind(at + 1) == Some(Kind::Colon);
        let word = case.source(before);
        match (before.kind, next.kind) {
            (_, Kind::OpenComment) => return unclosed_comment(next.span()),
            (Kind::Word, _) if same_line && at >= 3 && self.source(at - 3) == "marks" => {
                return self.bare_marks(at - 1);
            }
            (Kind::Number, Kind::Text | Kind::Word) if word == "-" => return bullet(before.span()),
            (Kind::Number, Kind::Word | Kind::Stray)
                if same_line && !is_field && (next.kind == Kind::Word || case.source(next) == "%") =>
            {
                let message = "something that is no number follows a number";
                return Problem::error(codes::NOT_A_NUMBER, next.span(), message)
                    .label("not part of a number")
                    .help("write the number alone; a text stands between quotes");
            }
            (Kind::Number, Kind::Number) if matches!(word, "+" | "-") && same_line => {
                return Problem::error(codes::NOT_A_NUMBER, before.span(), "a sign stands apart from its number")
                    .label("write it and the number together");
            }
            (Kind::Word, Kind::Number) if same_line && frame.kind == b'(' && self.kind(at - 2) != Some(Kind::Colon) => {
                return missing_colon(before.span());
            }
            (Kind::Word, Kind::Word | Kind::Number | Kind::Stray)
                if same_line && let Some(problem) = case.word_in_parts(at - 1) =>
            {
                return problem;
            }
            (Kind::Word, Kind::Text) if same_line && word == "Other" => {
                return Problem::error(codes::MISSING_BRACKET, before.span(), "the brackets after `Other` are missing")
                    .label("write Other(\"..\")");
            }
            (Kind::Word, Kind::Stray)
                if case.gap(before, next).is_empty() && matches!(case.source(next), "'" | "’") =>
            {
                return case.without_quotes(before);
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

    /// Marks without their brackets, of which the first is for the skill at the piece `at`.
    fn bare_marks(&self, at: usize) -> Problem {
        let start = self.span(at).start;
        let rest = self.case.lines.rest(start).trim_end().trim_end_matches(',');
        let mark = |mark: &str| {
            let mut words = mark.split([' ', '=', ':']).filter(|word| !word.is_empty());
            let (skill, value, more) = (words.next()?, words.next()?, words.next());
            let value = value.replace(['−', '–'], "-");
            (more.is_none() && value.parse::<i8>().is_ok()).then(|| format!("{skill}: {value}"))
        };
        let marks: Option<Vec<String>> = rest.split(',').map(mark).collect();
        let example = marks.map_or_else(|| "(hero: +2, why: -1)".to_owned(), |marks| format!("({})", marks.join(", ")));
        let span = Span::new(start, start + rest.len());
        Problem::error(codes::MISSING_BRACKET, span, "marks stand in round brackets, each skill with a colon")
            .label(format!("write {}", short(&example)))
    }

    /// Whether a thing with a name, such as `Reply(..)`, is the value of a field at the piece `at`.
    pub(super) fn is_thing_of_field(&self, at: usize) -> bool {
        self.kind(at) == Some(Kind::Word)
            && vocabulary::is_thing(self.source(at))
            && at > 0
            && self.kind(at - 1) == Some(Kind::Colon)
    }

    /// A field stands where only items or names in quotes can.
    pub(super) fn field_out_of_place(&self, frame: Frame, at: usize) -> Problem {
        let balance = &self.case.balance;
        if at == frame.open + 1 && balance.has_too_many(b'(') && !balance.lacks(frame.kind) {
            return Problem::error(
                codes::MISSING_BRACKET,
                self.span(at),
                "a field begins here without a bracket before it",
            )
            .label("write the name of the thing and `(` before this");
        }
        if balance.has_too_many(b'(')
            && !balance.lacks(frame.kind)
            && let Some(close) = self.case.last_close(at)
        {
            return self.case.stray_bracket(close);
        }
        let begins_with_field =
            self.kind(frame.open + 1) == Some(Kind::Word) && self.kind(frame.open + 2) == Some(Kind::Colon);
        if at == frame.open + 1 || begins_with_field && !balance.lacks(frame.kind) {
            return Problem::error(codes::WRONG_BRACKET, self.span(frame.open), "fields stand in round brackets")
                .label("here must be `(`, and `)` at its end");
        }
        self.case.unclosed(frame.open, Some(at))
    }

    /// Something stands where the name of a field and a colon should.
    pub(super) fn no_field(&self, frame: Frame, at: usize) -> Problem {
        let case = &*self.case;
        let piece = case.pieces[at];
        if let Some(problem) = self.astray(frame, at) {
            return problem;
        }
        let source = case.source(piece);
        let after_comma = at >= 2 && case.pieces[at - 1].kind == Kind::Comma;
        let before = case.pieces[if after_comma { at - 2 } else { frame.open }];
        let same_line = case.lines.same(before.end() as usize, piece.start as usize);
        match piece.kind {
            Kind::Stray => case.stray(piece.span(), false),
            Kind::OpenText => case.unclosed_text(piece.span()),
            Kind::OpenComment => unclosed_comment(piece.span()),
            Kind::Number if source.starts_with("--") => wrong_comment(piece.span()),
            Kind::Number if after_comma && before.kind == Kind::Number && same_line => {
                let span = Span::new(before.start as usize, piece.end() as usize);
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
                    return missing_list(self.span(frame.value));
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
    pub(super) fn word_without_colon(&self, at: usize) -> Problem {
        let case = &*self.case;
        let piece = case.pieces[at];
        let Some(&next) = case.pieces.get(at + 1) else { return case.unclosed(self.frames[0].open, None) };
        let source = case.source(piece);
        if next.kind == Kind::Stray && case.source(next) != ";" {
            return case.stray(next.span(), true);
        }
        if let Some(problem) = case.field_in_parts(at) {
            return problem;
        }
        if matches!(next.kind, Kind::Comma | Kind::Close(_))
            && let Some(field) = vocabulary::field_of(source)
        {
            return Problem::error(
                codes::UNNAMED_FIELD,
                piece.span(),
                format!("`{source}` stands here without its field"),
            )
            .label(format!("write {field}: {source}"));
        }
        if !vocabulary::is_field(source)
            && at >= 2
            && case.pieces[at - 1].kind == Kind::Comma
            && case.pieces[at - 2].kind == Kind::Text
            && case.lines.same(case.pieces[at - 2].end() as usize, piece.start as usize)
        {
            return case.quote_in_text(case.pieces[at - 2], piece);
        }
        missing_colon(piece.span())
    }

    pub(super) fn unnamed(&self, at: usize) -> Problem {
        Problem::error(codes::UNNAMED_FIELD, self.span(at), "a value stands here without the name of its field")
            .label("which field is this?")
            .help("write the name and a colon before it; several values for one field stand in a list: [.., ..]")
    }

    /// What is wrong with what follows after the whole, from the piece `at`.
    pub(super) fn behind_the_end(&self, at: usize) -> Option<Problem> {
        let case = &*self.case;
        let next = *case.pieces.get(at)?;
        let before = case.pieces[at - 1];
        if at == 1 && before.kind == Kind::Word {
            // The whole file is a text, or its first bracket is missing.
            let word = self.source(at - 1);
            return Some(if next.kind == Kind::Colon {
                Problem::error(codes::MISSING_BRACKET, before.span(), "the file begins with a field")
                    .label(format!("before the first field, write {}(, and `)` behind the last", case.whole))
            } else if matches!(next.kind, Kind::Open(_)) {
                Problem::error(
                    codes::WRONG_BRACKET,
                    next.span(),
                    format!("the fields of `{word}` stand in round brackets"),
                )
                .label("here must be `(`, and `)` at its end")
            } else if next.kind == Kind::Word && self.kind(at + 1) == Some(Kind::Colon) {
                Problem::error(codes::MISSING_BRACKET, before.span(), format!("the bracket after `{word}` is missing"))
                    .label(format!("write {word}( here"))
            } else if next.kind == Kind::Stray {
                case.stray(next.span(), false)
            } else {
                case.unreadable(before.span())
            });
        }
        match next.kind {
            Kind::OpenComment => return Some(unclosed_comment(next.span())),
            Kind::Stray if matches!(case.source(next), "#" | "<") => return Some(case.stray(next.span(), false)),
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

/// Items behind dashes or dots, each on its line, as other formats and word processors write lists.
pub(super) fn bullet(sign: Span) -> Problem {
    Problem::error(codes::WRONG_SIGN, sign, "a list is not written with dashes or dots")
        .label("not the beginning of an item")
        .help("write square brackets around the list, and commas between its items: [\"a\", \"b\"]")
}

pub(super) fn missing_colon(name: Span) -> Problem {
    Problem::error(codes::MISSING_COLON, name, "the colon after this name is missing").label("write `:` behind it")
}

pub(super) fn missing_list(first: Span) -> Problem {
    Problem::error(codes::MISSING_BRACKET, first, "a list begins here without its bracket")
        .label("write `[` before this, and `]` behind the last one")
}

pub(super) fn unclosed_comment(span: Span) -> Problem {
    Problem::error(codes::UNCLOSED_COMMENT, Span::new(span.start, span.start + 2), "this comment has no end")
        .label("begins here")
        .help("write */ where it ends, or // before each of its lines")
}

pub(super) fn wrong_comment(span: Span) -> Problem {
    Problem::error(codes::WRONG_COMMENT, span, "a comment does not begin with `--`").label("write // here")
}
