//! Where everything stands: the text cut into pieces, each with its place.
//!
//! ron reads values but does not say where they stood. The pieces do, and because each bracket knows its partner, a
//! value can be stepped over in one go: all mistakes of a file are found in one walk. Cutting never fails; what is
//! wrong with a text that ron refuses is worked out from the same pieces.

use crate::problem::Span;

/// How deep brackets may stand in each other. A scenario needs nine.
pub const MOST_DEPTH: usize = 64;

/// What a piece is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    /// A text between quotes.
    Text,
    /// A text whose closing quote never comes.
    OpenText,
    /// A word without quotes.
    Word,
    /// Something that begins like a number.
    Number,
    /// `(`, `[` or `{`.
    Open(u8),
    /// `)`, `]` or `}`.
    Close(u8),
    /// `:`.
    Colon,
    /// `,`.
    Comma,
    /// Values that RON knows and the format does not: a single letter in single quotes, bytes.
    Odd,
    /// A character that means nothing in RON.
    Stray,
    /// A `/*` whose `*/` never comes.
    OpenComment,
}

/// A piece of the text.
#[derive(Debug, Clone, Copy)]
pub(super) struct Piece {
    pub(super) kind: Kind,
    pub(super) start: u32,
    /// Of a bracket, the index of the bracket that closes or opens it, or its own where it has none; of everything else,
    /// where it ends. A bracket ends after one byte: a large file has many pieces, and each takes no more than it must.
    far: u32,
}

impl Piece {
    const fn is_bracket(self) -> bool {
        matches!(self.kind, Kind::Open(_) | Kind::Close(_))
    }

    /// One past its last byte.
    pub(super) const fn end(self) -> u32 {
        if self.is_bracket() { self.start + 1 } else { self.far }
    }

    /// Of a bracket, the index of the bracket that closes or opens it; of everything else, and of a bracket that has
    /// none, its own `index`.
    pub(super) const fn partner(self, index: u32) -> u32 {
        if self.is_bracket() { self.far } else { index }
    }

    pub(super) const fn span(self) -> Span {
        Span::new(self.start as usize, self.end() as usize)
    }
}

/// A text with its pieces.
#[derive(Debug)]
pub(super) struct Layout<'t> {
    pub(super) text: &'t str,
    pub(super) pieces: Vec<Piece>,
}

/// The bracket at which a text becomes too deep.
#[derive(Debug)]
pub(super) struct TooDeep(pub(super) Span);

impl<'t> Layout<'t> {
    /// The pieces of `text`, which is at most 4 GiB long. A byte order mark at the start is no piece.
    pub(super) fn of(text: &'t str) -> Result<Self, TooDeep> {
        // A written scenario has a piece for every dozen bytes or so.
        let mut pieces: Vec<Piece> = Vec::with_capacity(text.len() / 12);
        let mut open: Vec<u32> = Vec::with_capacity(MOST_DEPTH);
        let mut scan = Scan { text, bytes: text.as_bytes(), at: if text.starts_with('\u{feff}') { 3 } else { 0 } };
        while let Some((kind, start)) = scan.next() {
            let (index, span) = (offset(pieces.len()), Span::new(start, scan.at));
            let mut partner = index;
            match kind {
                Kind::Open(_) if open.len() == MOST_DEPTH => return Err(TooDeep(span)),
                Kind::Open(_) => open.push(index),
                Kind::Close(close) => {
                    // A bracket of another kind closes nothing: the text is not RON then, and is explained elsewhere.
                    if let Some(&at) = open.last()
                        && pieces[at as usize].kind == Kind::Open(opens(close))
                    {
                        open.pop();
                        pieces[at as usize].far = index;
                        partner = at;
                    }
                }
                _ => {}
            }
            let is_bracket = matches!(kind, Kind::Open(_) | Kind::Close(_));
            let far = if is_bracket { partner } else { offset(span.end) };
            pieces.push(Piece { kind, start: offset(span.start), far });
        }
        Ok(Self { text, pieces })
    }

    /// The text from `span.start` to `span.end`.
    pub(super) fn slice(&self, span: Span) -> &'t str {
        self.text.get(span.start..span.end).unwrap_or("")
    }
}

fn offset(at: usize) -> u32 {
    u32::try_from(at).unwrap_or(u32::MAX)
}

/// The bracket that `close` closes.
pub(super) const fn opens(close: u8) -> u8 {
    match close {
        b')' => b'(',
        b']' => b'[',
        _ => b'{',
    }
}

/// The walk over the bytes that cuts the pieces.
struct Scan<'t> {
    text: &'t str,
    bytes: &'t [u8],
    at: usize,
}

impl Scan<'_> {
    /// The next piece and where it starts; it ends where the walk then stands.
    fn next(&mut self) -> Option<(Kind, usize)> {
        loop {
            let start = self.at;
            let kind = match *self.bytes.get(start)? {
                b' ' | b'\t' | b'\n' | b'\r' | 0x0b | 0x0c => {
                    // Most of a file is the space before its lines.
                    self.at +=
                        self.bytes[start..].iter().take_while(|&&byte| matches!(byte, b' ' | b'\n')).count().max(1);
                    continue;
                }
                b'/' if self.bytes.get(start + 1) == Some(&b'/') => {
                    self.at = self.text[start..].find('\n').map_or(self.bytes.len(), |length| start + length);
                    continue;
                }
                b'/' if self.bytes.get(start + 1) == Some(&b'*') => {
                    if self.skip_block_comment() {
                        continue;
                    }
                    Kind::OpenComment
                }
                b'"' => self.text_piece(start + 1),
                byte @ (b'(' | b'[' | b'{') => self.one(Kind::Open(byte)),
                byte @ (b')' | b']' | b'}') => self.one(Kind::Close(byte)),
                b':' => self.one(Kind::Colon),
                b',' => self.one(Kind::Comma),
                b'0'..=b'9' | b'+' | b'-' | b'.' => self.number(),
                b'\'' => self.letter(),
                b'r' if let Some(kind) = self.raw_text() => kind,
                b'b' if matches!(self.bytes.get(start + 1), Some(b'"' | b'\'')) => {
                    self.at += 1;
                    if self.bytes[self.at] == b'"' {
                        self.text_piece(start + 2)
                    } else {
                        self.letter()
                    };
                    Kind::Odd
                }
                b'a'..=b'z' | b'A'..=b'Z' | b'_' => self.word(),
                byte if byte < 0x80 => self.one(Kind::Stray),
                _ => match self.text[start..].chars().next()? {
                    space @ ('\u{85}' | '\u{200e}' | '\u{200f}' | '\u{2028}' | '\u{2029}') => {
                        self.at += space.len_utf8();
                        continue;
                    }
                    letter if letter.is_alphabetic() => self.word(),
                    other => {
                        self.at += other.len_utf8();
                        Kind::Stray
                    }
                },
            };
            return Some((kind, start));
        }
    }

    fn one(&mut self, kind: Kind) -> Kind {
        self.at += 1;
        kind
    }

    /// A text whose opening quote ends at `from`.
    fn text_piece(&mut self, from: usize) -> Kind {
        let mut at = from;
        while let Some(length) = self.text[at..].find('"') {
            let quote = at + length;
            let slashes = self.bytes[from..quote].iter().rev().take_while(|&&byte| byte == b'\\').count();
            at = quote + 1;
            if slashes % 2 == 0 {
                self.at = at;
                return Kind::Text;
            }
        }
        self.at = self.bytes.len();
        Kind::OpenText
    }

    /// Steps over `r"..."` or `r#"..."#` if one stands here.
    fn raw_text(&mut self) -> Option<Kind> {
        let hashes = self.bytes[self.at + 1..].iter().take_while(|&&byte| byte == b'#').count();
        let quote = self.at + 1 + hashes;
        if self.bytes.get(quote) != Some(&b'"') {
            return None;
        }
        let close = format!("\"{}", "#".repeat(hashes));
        let Some(length) = self.text[quote + 1..].find(&close) else {
            self.at = self.bytes.len();
            return Some(Kind::OpenText);
        };
        self.at = quote + 1 + length + close.len();
        Some(Kind::Text)
    }

    fn number(&mut self) -> Kind {
        let is_part = |&&byte: &&u8| byte.is_ascii_alphanumeric() || matches!(byte, b'_' | b'.' | b'+' | b'-');
        self.at += self.bytes[self.at..].iter().take_while(is_part).count();
        Kind::Number
    }

    /// A single letter in single quotes; else the quote alone.
    fn letter(&mut self) -> Kind {
        let start = self.at;
        let rest = &self.text[start + 1..];
        let mut characters = rest.char_indices();
        let escaped = matches!(characters.next(), Some((_, '\\')));
        if escaped {
            characters.next();
        }
        let close =
            if escaped && rest.starts_with("\\u") { rest.find('\'') } else { characters.next().map(|(at, _)| at) };
        // The longest is '\u{10ffff}'.
        if let Some(close) = close.filter(|&close| close <= 10 && rest.as_bytes().get(close) == Some(&b'\'')) {
            self.at = start + 1 + close + 1;
            return Kind::Odd;
        }
        self.at = start + 1;
        Kind::Stray
    }

    fn word(&mut self) -> Kind {
        // `r#word` is RON's way to write any word.
        if self.bytes[self.at..].starts_with(b"r#") {
            self.at += 2;
        }
        let ascii =
            self.bytes[self.at..].iter().take_while(|byte| byte.is_ascii_alphanumeric() || **byte == b'_').count();
        self.at += ascii;
        if self.bytes.get(self.at).is_some_and(|byte| !byte.is_ascii()) {
            let rest = &self.text[self.at..];
            self.at += rest.find(|c: char| !(c.is_alphanumeric() || c == '_')).unwrap_or(rest.len());
        }
        Kind::Word
    }

    /// Steps over a block comment, which may hold others; tells whether it ends.
    fn skip_block_comment(&mut self) -> bool {
        let (mut level, mut at) = (0_usize, self.at);
        while at < self.bytes.len() {
            match &self.bytes[at..(at + 2).min(self.bytes.len())] {
                b"/*" => (level, at) = (level + 1, at + 2),
                b"*/" => (level, at) = (level - 1, at + 2),
                _ => at += 1,
            }
            if level == 0 {
                self.at = at;
                return true;
            }
        }
        self.at = self.bytes.len();
        false
    }
}
