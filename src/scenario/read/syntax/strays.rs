//! Characters that mean nothing in RON, and what they were meant for.

use super::{Case, codes};
use crate::problem::{Problem, Span};
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
        match c {
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

fn wrong_sign(span: Span, message: &str, help: &str) -> Problem {
    Problem::error(codes::WRONG_SIGN, span, message).label(help)
}
