//! Problems as text: the line, the mark under it, and the way to mend it.

use std::borrow::Cow;

use annotate_snippets::{AnnotationKind, Level, Renderer, Snippet};

use super::{Problem, Severity, Source, Span};
use crate::visible::{is_forbidden, is_hidden, visible};

/// How problems are shown.
#[derive(Debug, Clone, Copy)]
pub struct Style {
    /// With colour; without it the words and marks say the same.
    pub color: bool,
    /// The width that long lines are cut to, in columns.
    pub width: usize,
}

/// `problem`, found in `source`, over several lines and with a line break at the end.
///
/// Nothing of the source reaches the result that could act on a terminal.
#[must_use]
pub fn render(source: Source<'_>, problem: &Problem, style: Style) -> String {
    let level = match problem.severity {
        Severity::Error => Level::ERROR,
        Severity::Warning => Level::WARNING,
        Severity::Note => Level::NOTE,
    };
    let (name, message, label) = (visible(source.name), visible(&problem.message), visible(&problem.label));
    let help = problem.help.as_deref().map(visible);
    let other = problem.other.as_ref().map(|(span, label)| (*span, visible(label)));

    let spans = [Some(problem.span), other.as_ref().map(|(span, _)| *span)];
    let window = Window::around(source.text, spans.into_iter().flatten());
    let mut snippet = Snippet::source(inert(window.text)).line_start(window.line).path(&*name).annotation(
        AnnotationKind::Primary.span(window.range(problem.span)).label((!label.is_empty()).then_some(&*label)),
    );
    if let Some((span, label)) = &other {
        snippet = snippet.annotation(AnnotationKind::Context.span(window.range(*span)).label(&**label));
    }
    let mut group = level.primary_title(&*message).id(problem.code.0).element(snippet);
    if let Some(help) = &help {
        group = group.element(Level::HELP.message(&**help));
    }
    let renderer = if style.color { Renderer::styled() } else { Renderer::plain() };
    let mut shown = renderer.term_width(style.width).render(&[group]);
    shown.push('\n');
    shown
}

/// The lines that some spans touch: a file may be long, and only these are worth laying out.
struct Window<'a> {
    text: &'a str,
    start: usize,
    line: usize,
}

impl<'a> Window<'a> {
    fn around(text: &'a str, spans: impl Iterator<Item = Span>) -> Self {
        let (mut start, mut end) = (text.len(), 0);
        for span in spans {
            start = start.min(span.start);
            end = end.max(span.end);
        }
        let bytes = text.as_bytes();
        let start = bytes[..start].iter().rposition(|&byte| byte == b'\n').map_or(0, |at| at + 1);
        let from = end.clamp(start, text.len());
        let end = bytes[from..].iter().position(|&byte| byte == b'\n').map_or(text.len(), |at| from + at);
        let line = 1 + bytes[..start].iter().filter(|&&byte| byte == b'\n').count();
        // Lines begin and end at ASCII line breaks, so the cut cannot fall inside a character.
        Self { text: text.get(start..end).unwrap_or(text), start, line }
    }

    /// `span` within the window, on character boundaries.
    fn range(&self, span: Span) -> std::ops::Range<usize> {
        let floor = |at: usize| {
            let mut at = at.saturating_sub(self.start).min(self.text.len());
            while !self.text.is_char_boundary(at) {
                at -= 1;
            }
            at
        };
        floor(span.start)..floor(span.end)
    }
}

/// `text` with whatever could act on a terminal replaced by something visible of the same length in bytes, so that
/// spans still fit.
fn inert(text: &str) -> Cow<'_, str> {
    if !text.chars().any(|c| is_forbidden(c) || is_hidden(c)) {
        return Cow::Borrowed(text);
    }
    let stand_in = |c: char| match c.len_utf8() {
        _ if !(is_forbidden(c) || is_hidden(c)) => c,
        1 => '?',
        2 => '\u{b7}',
        3 => '\u{fffd}',
        _ => '\u{1f7a8}',
    };
    Cow::Owned(text.chars().map(stand_in).collect())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::problem::Code;

    const STYLE: Style = Style { color: false, width: 100 };

    #[test]
    fn the_line_the_mark_and_the_help_are_shown() {
        let text = "Scenario(\n    titel: \"x\",\n)";
        let problem = Problem::error(Code("unknown-field"), Span::new(14, 19), "there is no field \"titel\"")
            .label("not a field of Scenario")
            .help("did you mean \"title\"?");
        insta::assert_snapshot!(render(Source { name: "a.ron", text }, &problem, STYLE), @r#"
        error[unknown-field]: there is no field "titel"
         --> a.ron:2:5
          |
        2 |     titel: "x",
          |     ^^^^^ not a field of Scenario
          |
          = help: did you mean "title"?
        "#);
    }

    #[test]
    fn nothing_hostile_in_name_source_or_label_is_left() {
        let text = "a\u{1b}[31m\u{9b}2J\u{202e}b\u{0}\n";
        let problem = Problem::error(Code("control-character"), Span::new(1, 2), "\u{1b}]52;c;eA==\u{7}")
            .label("\u{9b}31m")
            .help("\u{1b}c");
        let shown = render(Source { name: "\u{1b}[2J.ron", text }, &problem, STYLE);
        assert!(!shown.chars().any(|c| is_forbidden(c) || is_hidden(c)), "{shown:?}");
    }

    #[test]
    fn a_span_past_the_end_of_the_text_is_shown_at_the_end() {
        for text in ["", "a", "é\n"] {
            let problem = Problem::error(Code("unfinished"), Span::new(90, 91), "the text stops");
            assert!(render(Source { name: "a.ron", text }, &problem, STYLE).contains("the text stops"));
        }
    }
}
