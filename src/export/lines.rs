//! Text laid out in lines.

use textwrap::Options;
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
