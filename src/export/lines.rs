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

/// `words` in at most `room` columns, with `…` where something had to go.
#[must_use]
pub fn cut(words: &str, room: usize) -> String {
    if words.width() <= room {
        return words.to_owned();
    }
    let mut kept = String::new();
    for letter in words.graphemes(true) {
        if kept.width() + letter.width() + 1 > room {
            break;
        }
        kept.push_str(letter);
    }
    kept.truncate(kept.trim_end().len());
    kept.push('…');
    kept
}
