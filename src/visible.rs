//! Text from outside, made safe to show.
//!
//! A scenario, a file name or a typed word can carry terminal escapes, text that runs backwards, or a thousand marks
//! stacked on one letter. Everything that reaches a terminal, a log or a document passes through [`visible`] first.

use std::borrow::Cow;

/// The most combining marks that one letter keeps; no written language needs more.
const MARKS: usize = 4;

/// `text` without what could act on a terminal instead of being read: control characters become `�`, line breaks and
/// tabs a space, direction overrides and invisible characters go, and marks past the fourth on one letter are dropped.
#[must_use]
pub fn visible(text: &str) -> Cow<'_, str> {
    if text.bytes().all(|byte| (0x20..0x7f).contains(&byte)) {
        return Cow::Borrowed(text);
    }
    let mut marks = 0;
    let mut shown = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '\n' | '\t' => shown.push(' '),
            '\r' => {}
            c if c.is_control() => shown.push('\u{fffd}'),
            c if is_hidden(c) => {}
            c if is_mark(c) => {
                marks += 1;
                if marks <= MARKS {
                    shown.push(c);
                }
                continue;
            }
            c => shown.push(c),
        }
        marks = 0;
    }
    Cow::Owned(shown)
}

/// Whether `c` is a control character that no text may carry: C0 and C1 (terminal escapes among them) and delete;
/// line breaks and tabs are not.
#[must_use]
pub fn is_forbidden(c: char) -> bool {
    c.is_control() && !matches!(c, '\n' | '\r' | '\t')
}

/// Whether `c` changes the direction of what follows, or takes no room at all. The joiners U+200C and U+200D stay:
/// words and pictures are built with them.
#[must_use]
pub fn is_hidden(c: char) -> bool {
    matches!(c,
        '\u{200b}' | '\u{200e}' | '\u{200f}' | '\u{061c}' | '\u{2028}'..='\u{202e}' | '\u{2060}'..='\u{206f}'
        | '\u{feff}' | '\u{00ad}' | '\u{180e}' | '\u{fff9}'..='\u{fffb}' | '\u{e0000}'..='\u{e007f}')
}

/// Whether `c` stands on the letter before it. The joiners count: between marks they would make any number of them.
fn is_mark(c: char) -> bool {
    c > '\u{2ff}' && unicode_width::UnicodeWidthChar::width(c) == Some(0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn plain_text_is_not_copied() {
        assert!(matches!(visible("Nine days? Tell me more."), Cow::Borrowed(_)));
        assert_eq!(visible("één dag – „ja”"), "één dag – „ja”");
    }

    #[test]
    fn no_control_character_is_left() {
        let hostile = "\u{1b}[2J\u{9b}31m\u{1b}]52;c;eA==\u{7}\0\u{7f}";
        assert!(!visible(hostile).chars().any(char::is_control));
        assert!(visible(hostile).contains("[2J"));
    }

    #[test]
    fn direction_overrides_and_invisible_characters_go() {
        assert_eq!(visible("a\u{202e}b\u{200b}c\u{2066}d\u{feff}"), "abcd");
    }

    #[test]
    fn a_letter_keeps_at_most_four_marks() {
        let tower = format!("a{}b", "\u{301}".repeat(5_000));
        assert_eq!(visible(&tower), format!("a{}b", "\u{301}".repeat(4)));
        let joined = format!("a{}b", "\u{301}\u{200d}".repeat(5_000));
        assert_eq!(visible(&joined), format!("a{}b", "\u{301}\u{200d}".repeat(2)));
        let family = "\u{1f468}\u{200d}\u{1f469}\u{200d}\u{1f467}\u{200d}\u{1f466}";
        assert_eq!(visible(family), family);
    }

    #[test]
    fn breaks_and_tabs_become_spaces() {
        assert_eq!(visible("a\tb\r\nc"), "a b c");
    }
}
