//! What is refused or blotted out before anything is read.

use std::borrow::Cow;

use super::codes;
use super::layout::{MOST_DEPTH, TooDeep};
use super::problems::Problems;
use crate::problem::{Problem, Span};
use crate::visible::is_forbidden;

/// The largest file, in bytes.
pub const MOST_BYTES: usize = 16 << 20;

/// The mistake of a text that is too large.
pub(super) fn too_large(length: usize) -> Problem {
    let mib = |bytes: usize| bytes.div_ceil(1 << 20);
    let message = format!("the file has {} MiB, and the limit is {} MiB", mib(length), mib(MOST_BYTES));
    Problem::error(codes::TOO_LARGE, Span::default(), message)
}

/// The mistake of a text that is too deep.
pub(super) fn too_deep(TooDeep(span): TooDeep) -> Problem {
    let message = format!("brackets stand {} deep in each other here, and the limit is {MOST_DEPTH}", MOST_DEPTH + 1);
    Problem::error(codes::TOO_DEEP, span, message).label("one bracket too many")
}

/// `text` with ordinary line breaks, and with spaces for the control characters, each run of which is noted: what is
/// around them can still be read.
pub(super) fn clean<'t>(text: &'t str, problems: &mut Problems) -> Cow<'t, str> {
    // Most texts have neither, and one look at their bytes tells.
    let suspicious = |byte: u8| (byte < 0x20) & (byte != b'\n') & (byte != b'\t') | (byte == 0x7f) | (byte == 0xc2);
    if !any_byte(text, suspicious) {
        return Cow::Borrowed(text);
    }
    match with_line_breaks(text) {
        Cow::Borrowed(text) => without_controls(text, problems),
        Cow::Owned(text) => Cow::Owned(without_controls(&text, problems).into_owned()),
    }
}

/// Whether a byte of `text` is `wanted`.
fn any_byte(text: &str, wanted: impl Fn(u8) -> bool) -> bool {
    // Without an early way out a compiler can look at many bytes at once.
    let in_chunk = |chunk: &[u8]| chunk.iter().fold(false, |found, &byte| found | wanted(byte));
    text.as_bytes().chunks(256).any(in_chunk)
}

/// `text` with an ordinary line break for each carriage return that stands alone, as old files end their lines.
fn with_line_breaks(text: &str) -> Cow<'_, str> {
    let bytes = text.as_bytes();
    if !any_byte(text, |byte| byte == b'\r')
        || !text.match_indices('\r').any(|(at, _)| bytes.get(at + 1) != Some(&b'\n'))
    {
        return Cow::Borrowed(text);
    }
    let mut rest = text.chars().peekable();
    let mut broken = String::with_capacity(text.len());
    while let Some(c) = rest.next() {
        broken.push(if c == '\r' && rest.peek() != Some(&'\n') { '\n' } else { c });
    }
    Cow::Owned(broken)
}

/// `text` with spaces for the control characters, each run of which is noted: what is around them can still be read.
fn without_controls<'t>(text: &'t str, problems: &mut Problems) -> Cow<'t, str> {
    // Of UTF-8, only the bytes below 0x20, 0x7f, and those after 0xc2 can be control characters.
    let suspicious = |byte: u8| {
        (byte < 0x20) & (byte != b'\n') & (byte != b'\r') & (byte != b'\t') | (byte == 0x7f) | (byte == 0xc2)
    };
    if !any_byte(text, suspicious) || !text.contains(is_forbidden) {
        return Cow::Borrowed(text);
    }
    let mut clean = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(at) = rest.find(is_forbidden) {
        clean.push_str(&rest[..at]);
        let run = rest[at..].find(|c| !is_forbidden(c)).unwrap_or(rest.len() - at);
        let span = Span::new(clean.len(), clean.len() + run);
        let first = rest[at..].chars().next().map_or(0, u32::from);
        problems.add(|| {
            let message = format!("a control character (U+{first:04X}) stands in the file");
            Problem::error(codes::CONTROL_CHARACTER, span, message)
                .label("a character that no one can read")
                .help("take it out: such characters can act on a terminal")
        });
        clean.extend(std::iter::repeat_n(' ', run));
        rest = &rest[at + run..];
    }
    clean.push_str(rest);
    Cow::Owned(clean)
}
