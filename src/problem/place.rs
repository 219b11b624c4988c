//! From a byte to the line and column that a person counts.

use super::Span;

/// A position as people count it: both from 1, the column in characters.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Place {
    /// The line, from 1.
    pub line: usize,
    /// The column, from 1, in characters.
    pub column: usize,
}

/// Where the lines of a text begin, so that many places can be told for one pass over it.
#[derive(Debug, Clone)]
pub struct Lines<'a> {
    text: &'a str,
    starts: Vec<usize>,
}

impl<'a> Lines<'a> {
    /// The lines of `text`; a line ends with `\n`, or with a `\r` that stands alone, and a byte order mark at the start counts for no column.
    #[must_use]
    pub fn of(text: &'a str) -> Self {
        let mut starts = vec![0];
        // Nearly all files are without, and a search for one character is quick.
        if text.contains('\r') {
            let bytes = text.as_bytes();
            let is_break =
                |&(at, byte): &(usize, u8)| byte == b'\n' || byte == b'\r' && bytes.get(at + 1) != Some(&b'\n');
            starts.extend(text.bytes().enumerate().filter(is_break).map(|(at, _)| at + 1));
        } else {
            starts.extend(text.match_indices('\n').map(|(at, _)| at + 1));
        }
        Self { text, starts }
    }

    /// The number of the line that byte `at` is on, from 1; past the end it is that of the last line.
    #[must_use]
    pub fn number(&self, at: usize) -> usize {
        self.starts.partition_point(|&start| start <= at).max(1)
    }

    /// The line with this number, from 1, without its break; nothing where there is none.
    #[must_use]
    pub fn span(&self, number: usize) -> Option<Span> {
        let start = *self.starts.get(number.checked_sub(1)?)?;
        let end = self.starts.get(number).copied().unwrap_or(self.text.len());
        Some(Span::new(start, start + self.text[start..end].trim_end_matches(['\n', '\r']).len()))
    }

    /// The whole text.
    pub(super) const fn text(&self) -> &'a str {
        self.text
    }

    /// The place of byte `at`; past the end it is the place just after the last character.
    #[must_use]
    pub fn place(&self, at: usize) -> Place {
        let mut at = at.min(self.text.len());
        while !self.text.is_char_boundary(at) {
            at -= 1;
        }
        let line = self.number(at);
        let start = self.starts[line - 1];
        let before = self.text[start..at].chars().filter(|&c| c != '\u{feff}').count();
        Place { line, column: before + 1 }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_column_counts_characters_and_not_bytes() {
        let lines = Lines::of("één\ntwee");
        assert_eq!(lines.place(0), Place { line: 1, column: 1 });
        assert_eq!(lines.place("éé".len()), Place { line: 1, column: 3 });
        assert_eq!(lines.place("één\nt".len()), Place { line: 2, column: 2 });
    }

    #[test]
    fn a_place_past_the_end_or_inside_a_character_is_still_a_place() {
        let lines = Lines::of("é");
        assert_eq!(lines.place(1), Place { line: 1, column: 1 });
        assert_eq!(lines.place(99), Place { line: 1, column: 2 });
        assert_eq!(Lines::of("").place(0), Place { line: 1, column: 1 });
    }

    #[test]
    fn a_line_is_found_by_its_number_and_comes_without_its_break() {
        let text = "a\r\n\nb";
        let lines = Lines::of(text);
        let line = |number| lines.span(number).map(|span| &text[span.start..span.end]);
        assert_eq!([line(0), line(1), line(2), line(3), line(4)], [None, Some("a"), Some(""), Some("b"), None]);
        assert_eq!([0, 2, 3, 4, 99].map(|at| lines.number(at)), [1, 1, 2, 3, 3]);
    }

    #[test]
    fn a_carriage_return_alone_ends_a_line() {
        let lines = Lines::of("a\rb\r\nc\n\rd");
        assert_eq!([0, 2, 5, 7, 8].map(|at| lines.number(at)), [1, 2, 3, 4, 5]);
    }

    #[test]
    fn a_byte_order_mark_takes_no_column() {
        assert_eq!(Lines::of("\u{feff}ab").place(3), Place { line: 1, column: 1 });
    }
}
