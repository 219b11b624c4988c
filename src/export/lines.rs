//! Text laid out in lines.

use textwrap::Options;
use unicode_segmentation::UnicodeSegmentation;
use unicode_width::UnicodeWidthStr;

use crate::visible::visible;

/// `begin` and `text` with a line break at the end, made safe to show; lines that follow stand under the text. Nothing is
/// wrapped where `width` is nothing.
#[must_use]
pub fn wrapped(begin: &str, text: &str, width: Option<usize>) -> String {
    let text = visible(text);
    let Some(width) = width else { return format!("{begin}{text}\n") };
    let indent = " ".repeat(begin.width().min(width / 3));
    let mut lines = textwrap::fill(&text, Options::new(width).initial_indent(begin).subsequent_indent(&indent));
    lines.push('\n');
    lines
}

/// The longest beginning of `text` that takes at most `width` columns, without spaces at its end. Nothing that is read as
/// one letter is cut in half.
#[must_use]
pub fn beginning(text: &str, width: usize) -> &str {
    let mut taken = 0;
    for (at, letter) in text.grapheme_indices(true) {
        taken += letter.width();
        if taken > width {
            return text[..at].trim_end();
        }
    }
    text
}

/// `words` in at most `room` columns, with `…` where something had to go.
#[must_use]
pub fn cut(words: &str, room: usize) -> String {
    if words.width() <= room { words.to_owned() } else { format!("{}…", beginning(words, room.saturating_sub(1))) }
}

/// `text` made safe to show, in lines of at most `columns` columns, and `most` lines at most: what goes on ends in `…`.
#[must_use]
pub fn folded(text: &str, columns: usize, most: usize) -> Vec<String> {
    let text = visible(text);
    // Of a text that is far too long, what cannot be shown is not laid out either.
    let near = text.char_indices().nth(columns * (most + 1) * 4).map_or(text.len(), |(end, _)| end);
    let mut lines: Vec<String> =
        textwrap::wrap(text[..near].trim(), columns).into_iter().map(std::borrow::Cow::into_owned).collect();
    if lines.len() > most || near < text.len() {
        lines.truncate(most);
        if let Some(last) = lines.last_mut() {
            while last.width() >= columns {
                last.pop();
            }
            last.truncate(last.trim_end().len());
            last.push('…');
        }
    }
    lines
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_beginning_fits_and_cuts_no_letter_in_half() {
        assert_eq!(beginning("one two", 5), "one t");
        assert_eq!(beginning("one two", 4), "one");
        assert_eq!(beginning("one two", 7), "one two");
        assert_eq!(beginning("日本語", 3), "日");
        let family = "\u{1f468}\u{200d}\u{1f469}\u{200d}\u{1f467}";
        assert_eq!(beginning(&format!("a{family}b"), 3), format!("a{family}"));
        assert_eq!(beginning(&format!("a{family}b"), 2), "a");
    }
}
