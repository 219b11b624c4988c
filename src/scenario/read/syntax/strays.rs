//! Characters that mean nothing in RON, and what they were meant for.

use super::faults::bullet;
use super::{Case, Piece, codes};
use crate::problem::{Problem, Span};
use crate::scenario::read::layout::Kind;
use crate::visible::is_hidden;

/// The quotes that word processors put in place of `"`.
pub(super) fn is_curly(c: char) -> bool {
    matches!(c, '\u{201c}'..='\u{201f}' | '\u{2018}'..='\u{201b}' | '«' | '»' | '‹' | '›' | '＂')
}

/// Whether `c` looks like a space and is none, or takes no room.
fn is_unseen(c: char) -> bool {
    is_hidden(c) || c.is_whitespace() || matches!(c, '\u{200c}' | '\u{200d}' | '\u{2800}' | '\u{3164}')
}

impl Case<'_> {
    /// What the character at `span` was meant for; `for_colon` where a colon is missing there.
    pub(super) fn stray(&self, span: Span, for_colon: bool) -> Problem {
        let Some(c) = self.text[span.start..].chars().next() else { return self.unreadable(span) };
        let behind = self.text[span.end..].chars().next();
        match c {
            '<' if self.text[span.start..].starts_with("<!--") => {
                let span = Span::new(span.start, span.start + 4);
                Problem::error(codes::WRONG_COMMENT, span, "a comment does not begin with `<!--`")
                    .label("not the beginning of a comment")
                    .help("write // before each of its lines, and take <!-- and --> away")
            }
            '−' | '–' | '—' | '‐' | '‑' | '－' if behind.is_some_and(|c| c.is_ascii_digit()) => {
                let message = format!("`{c}` (U+{:04X}) is not an ordinary minus", u32::from(c));
                wrong_sign(span, &message, "type a hyphen here: -")
            }
            '•' | '·' | '*' | '–' | '—' => bullet(span),
            '（' | '）' | '［' | '］' | '｛' | '｝' => {
                wrong_sign(span, "this is not an ordinary bracket", &format!("write `{}` here", narrow(c)))
            }
            ';' if self.is_remark(span) => {
                Problem::error(codes::WRONG_COMMENT, span, "a comment does not begin with `;`")
                    .label("not the beginning of a comment")
                    .help("write // before a comment")
            }
            c if is_curly(c) => self.curly(span.start),
            '\'' | '`' | '´' => {
                Problem::error(codes::SINGLE_QUOTE, span, "a text stands between double quotes, not single ones")
                    .label("not a quote that begins a text")
                    .help("write \"..\" around the text")
            }
            '#' | '/' | '%' => {
                Problem::error(codes::WRONG_COMMENT, span, format!("a comment does not begin with `{c}`"))
                    .label("not the beginning of a comment")
                    .help("write // before a comment")
            }
            '=' => wrong_sign(span, "`=` stands where a colon belongs", "write `:` between a name and its value"),
            ';' if for_colon => wrong_sign(span, "`;` stands where a colon belongs", "write `:` here"),
            ';' => wrong_sign(span, "`;` stands where a comma belongs", "write `,` here"),
            '，' | '、' => wrong_sign(span, "this is not an ordinary comma", "write `,` here"),
            '：' => wrong_sign(span, "this is not an ordinary colon", "write `:` here"),
            c if is_unseen(c) => {
                let name = match c {
                    '\u{a0}' | '\u{202f}' => "a no-break space",
                    '\u{200b}' => "a space without width",
                    '\u{feff}' => "a byte order mark",
                    c if is_hidden(c) => "a character that cannot be seen",
                    _ => "a space that is no ordinary space",
                };
                let message = format!("{name} (U+{:04X}) stands here", u32::from(c));
                Problem::error(codes::INVISIBLE_CHARACTER, span, message)
                    .label("it looks like a space, or like nothing")
                    .help("delete it and type an ordinary space; copied text often brings such characters along")
            }
            _ => self.unreadable(span),
        }
    }

    /// Whether what follows the semicolon at `span` on its line is a remark: no comma is due there.
    fn is_remark(&self, span: Span) -> bool {
        let at = self.pieces.partition_point(|piece| (piece.start as usize) < span.start);
        let before = at.checked_sub(1).and_then(|before| self.kind(before));
        let is_due = !matches!(before, None | Some(Kind::Comma | Kind::Open(_))) && !self.lines.is_first(span.start);
        !is_due && !self.lines.rest(span.end).trim().is_empty()
    }

    /// A mark that a tool for versions left where it could not tell which of two versions of some lines to keep.
    pub(super) fn conflict(&self) -> Option<Problem> {
        const MARKS: [&str; 3] = ["<<<<<<<", "=======", ">>>>>>>"];
        let is_mark = |piece: &&Piece| {
            let rest = &self.text[piece.start as usize..];
            piece.kind == Kind::Stray
                && MARKS.iter().any(|mark| rest.starts_with(mark))
                && self.lines.indent(piece.start as usize) == 0
                && self.lines.is_first(piece.start as usize)
        };
        let start = self.pieces.iter().find(is_mark)?.start as usize;
        let span = Span::new(start, start + MARKS[0].len());
        let message =
            format!("`{}` marks lines of which two versions were put together", &self.text[span.start..span.end]);
        Some(
            Problem::error(codes::CONFLICT_MARK, span, message)
                .label("left by the tool that put them together, such as git")
                .help("keep one of the two versions, and take the lines with <<<<<<<, ======= and >>>>>>> away"),
        )
    }

    /// A quote that is not straight, at `at`.
    pub(super) fn curly(&self, at: usize) -> Problem {
        let length = self.text[at..].chars().next().map_or(0, char::len_utf8);
        Problem::error(
            codes::CURLY_QUOTE,
            Span::new(at, at + length),
            "a curly quote stands where a straight one belongs",
        )
        .label("write \" here")
        .help("switch \"smart quotes\" off in the editor, or type the quotes of the text again")
    }
}

/// The ordinary bracket that the wide bracket `c` stands for.
fn narrow(c: char) -> char {
    // The wide forms follow each other as the ordinary ones do.
    char::from_u32(u32::from(c).wrapping_sub(0xfee0)).unwrap_or(c)
}

fn wrong_sign(span: Span, message: &str, help: &str) -> Problem {
    Problem::error(codes::WRONG_SIGN, span, message).label(help)
}
