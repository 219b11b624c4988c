//! Why a text is not RON: the likeliest cause, at the line where it is.
//!
//! ron tells where it could not go on, which is often a line or a hundred behind the mistake. So the pieces of the
//! text are walked through once more, by somebody who knows which mistakes people make: the first thing that is not
//! as it should be is where to look.

mod astray;
mod brackets;
mod faults;
mod lines;
mod parts;
mod quotes;
mod strays;
mod walk;

use ron::error::{Error, SpannedError};

use self::brackets::Balance;
use self::lines::Lines;
use super::codes;
use super::layout::{Kind, Layout, Piece};
use super::text::escape_end;
use super::wording::short;
use crate::problem::{Problem, Span};

/// A text that is not RON, and what is known about it.
struct Case<'t> {
    text: &'t str,
    pieces: &'t [Piece],
    lines: Lines<'t>,
    balance: Balance,
    /// The name of what the text should be: `Scenario` or `Pack`.
    whole: &'static str,
    /// The first bracket that seems to be closed by the closing bracket of another.
    moved: Option<usize>,
}

/// The likeliest cause why ron refuses the text, which should be a `whole`.
pub(super) fn cause(layout: &Layout<'_>, refusal: &SpannedError, whole: &'static str) -> Problem {
    let mut case = Case {
        text: layout.text,
        pieces: &layout.pieces,
        lines: Lines::of(layout.text),
        balance: Balance::of(&layout.pieces),
        whole,
        moved: None,
    };
    if case.pieces.is_empty() {
        return Problem::error(codes::EMPTY_FILE, Span::default(), "the file is empty")
            .help(format!("a {} begins with {whole}( and ends with )", whole.to_lowercase()));
    }
    if let Some(problem) = case.rich_text() {
        return problem;
    }
    if let Some(problem) = case.conflict() {
        return problem;
    }
    walk::first_fault(&mut case).or_else(|| case.bad_leaf()).unwrap_or_else(|| case.where_ron_stopped(refusal))
}

impl Case<'_> {
    fn kind(&self, at: usize) -> Option<Kind> {
        self.pieces.get(at).map(|piece| piece.kind)
    }

    fn source(&self, piece: Piece) -> &str {
        &self.text[piece.start as usize..piece.end() as usize]
    }

    /// The last character of a piece.
    fn last_character(&self, piece: Piece) -> Span {
        let length = self.source(piece).chars().next_back().map_or(0, char::len_utf8);
        Span::new(piece.end() as usize - length, piece.end() as usize)
    }

    /// What stands between two pieces.
    fn gap(&self, one: Piece, other: Piece) -> &str {
        &self.text[one.end() as usize..other.start as usize]
    }

    /// What a word processor saves when it is not asked for plain text.
    fn rich_text(&self) -> Option<Problem> {
        const RICH: &str = r"{\rtf";
        let start = self.pieces.first()?.start as usize;
        self.text[start..].starts_with(RICH).then(|| {
            let span = Span::new(start, start + RICH.len());
            Problem::error(codes::UNREADABLE, span, "this is rich text, and a scenario is plain text")
                .label("rich text begins like this")
                .help(
                    "save it as plain text, in TextEdit with Format > Make Plain Text, elsewhere with Save as; the name \
                     of the file ends in .ron",
                )
        })
    }

    /// A text with a bad escape, or a number that is none.
    fn bad_leaf(&self) -> Option<Problem> {
        self.pieces.iter().find_map(|&piece| {
            let source = self.source(piece);
            match piece.kind {
                Kind::Text if source.contains('\\') => {
                    ron::from_str::<String>(source).is_err().then(|| self.bad_escape(piece.span()))
                }
                Kind::Number => ron::from_str::<f64>(source).is_err().then(|| {
                    let problem = Problem::error(
                        codes::NOT_A_NUMBER,
                        piece.span(),
                        format!("`{}` is not a number", short(source)),
                    );
                    problem.label("not a number").help("write a number such as 2, +2 or -2")
                }),
                _ => None,
            }
        })
    }

    fn bad_escape(&self, span: Span) -> Problem {
        let source = &self.text[span.start..span.end];
        let mut place = span;
        let mut at = 0;
        while let Some(length) = source[at..].find('\\') {
            let start = at + length;
            at = escape_end(source, start);
            if ron::from_str::<String>(&format!("\"{}\"", &source[start..at])).is_err() {
                place = Span::new(span.start + start, span.start + at);
                break;
            }
        }
        Problem::error(codes::BAD_ESCAPE, place, "a backslash is followed by something that it has no meaning with")
            .label("not known")
            .help("write \\\\ for a backslash, and \\\" for a quote inside a text")
    }

    /// The place at which ron stopped is all that is known.
    fn where_ron_stopped(&self, refusal: &SpannedError) -> Problem {
        let start = if self.text.starts_with('\u{feff}') { 3 } else { 0 };
        let (line, column) = (refusal.span.end.line, refusal.span.end.col);
        let line: usize = self.text[start..].split_inclusive('\n').take(line.saturating_sub(1)).map(str::len).sum();
        let at = start + line;
        let rest = self.text.get(at..).unwrap_or("");
        let at = rest.char_indices().nth(column.saturating_sub(1)).map_or(self.text.len(), |(column, _)| at + column);
        let piece = self.pieces.iter().find(|piece| piece.end() as usize > at).or(self.pieces.last());
        let span = piece.map_or_else(Span::default, |piece| piece.span());
        if matches!(refusal.code, Error::ExceededRecursionLimit) {
            return Problem::error(codes::TOO_DEEP, span, "brackets stand too deep in each other here");
        }
        self.unreadable(span)
    }

    /// Something at `span` cannot be read, and nothing better can be said.
    fn unreadable(&self, span: Span) -> Problem {
        let source = short(&self.text[span.start..span.end]);
        Problem::error(codes::UNREADABLE, span, format!("`{source}` cannot be read here"))
            .label("not expected here")
            .help("compare the line, and the one before it, with a scenario that works")
    }
}
