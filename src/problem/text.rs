//! Problems as text: the line, the mark under it, and the way to mend it.

use std::borrow::Cow;

use annotate_snippets::{AnnotationKind, Level, Origin, Renderer, Snippet};
use textwrap::Options;
use unicode_width::{UnicodeWidthChar, UnicodeWidthStr};

use super::{Lines, Place, Problem, Severity, Source, Span};
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
    shown(source.name, &Lines::of(source.text), problem, style)
}

/// `problems`, all found in `source`, each as [`render`] shows it: the lines of the source are counted once for all.
pub fn render_all(source: Source<'_>, problems: &[Problem], style: Style) -> impl Iterator<Item = String> {
    let lines = Lines::of(source.text);
    problems.iter().map(move |problem| shown(source.name, &lines, problem, style))
}

fn shown(name: &str, lines: &Lines<'_>, problem: &Problem, style: Style) -> String {
    let level = match problem.severity {
        Severity::Error => Level::ERROR,
        Severity::Warning => Level::WARNING,
        Severity::Note => Level::NOTE,
    };
    let name = visible(name);
    let head = format!("{}[{}]: ", problem.severity.word(), problem.code.0);
    let message = wrapped(&problem.message, style.width, head.width());
    let below = GUTTER + lines.number(problem.span.end).to_string().len();
    let help = problem.help.as_deref().map(|help| wrapped(help, style.width, below));
    let detail = problem.detail.as_deref().map(|detail| wrapped(detail, style.width, below));
    let mut beside: Vec<String> = Vec::new();
    // What does not fit beside its mark stands below, with the number of its line.
    let mut label = |span: Span, label: &str| {
        let label = visible(label).into_owned();
        if taken(lines, span) + SHORTEST.min(span.end - span.start) + 1 + label.width() <= style.width {
            return (!label.is_empty()).then_some(label);
        }
        let below_mark = format!("line {}: {label}", lines.number(span.start));
        beside.push(wrapped(&below_mark, style.width, below));
        None
    };
    let primary = label(problem.span, &problem.label);
    let others: Vec<_> = problem.others.iter().map(|(span, told)| (*span, label(*span, told))).collect();

    let (near, far): (Vec<_>, Vec<_>) = others.iter().partition(|(span, _)| apart(problem.span, *span) <= FAR);
    let window = Window::around(lines, std::iter::once(problem.span).chain(near.iter().map(|(span, _)| *span)));
    let annotation = |kind: AnnotationKind, window: &Window<'_>, span: Span, label: &Option<String>| {
        let label_takes = label.as_ref().map_or(0, |label| label.width() + 1);
        let room = style.width.saturating_sub(taken(lines, span) + label_takes).max(SHORTEST);
        kind.span(window.range(span, room)).label(label.clone())
    };
    let mut snippet =
        window.snippet(&name).annotation(annotation(AnnotationKind::Primary, &window, problem.span, &primary));
    for (span, label) in near {
        snippet = snippet.annotation(annotation(AnnotationKind::Context, &window, *span, label));
    }
    let elsewhere = far.iter().map(|(span, label)| {
        let window = Window::around(lines, std::iter::once(*span));
        window.snippet(&name).annotation(annotation(AnnotationKind::Context, &window, *span, label))
    });
    let title = level.primary_title(&message).id(problem.code.0);
    let mut group = match window.origin(&name) {
        Some(origin) => title.element(origin).element(snippet),
        None => title.element(snippet),
    };
    for elsewhere in elsewhere {
        group = group.element(elsewhere);
    }
    for told in beside.iter().chain(&detail) {
        group = group.element(Level::NOTE.message(told));
    }
    if let Some(help) = &help {
        group = group.element(Level::HELP.message(help));
    }
    let renderer = if style.color { Renderer::styled() } else { Renderer::plain() };
    let mut shown = renderer.term_width(style.width).render(&[group]);
    shown.push('\n');
    // A carriage return before a line break was laid out as a space.
    if window.text.contains('\r') { shown.replace(" \n", "\n") } else { shown }
}

/// The columns before the mark at `span`: the number of its line, and what stands before it there, of which only so much
/// is shown where the line is too long.
fn taken(lines: &Lines<'_>, span: Span) -> usize {
    const SHOWN: usize = 36;
    let number = lines.number(span.start);
    let before = lines.span(number).map_or(0, |line| span.start.saturating_sub(line.start));
    number.to_string().len() + " | ".len() + before.min(SHOWN)
}

/// A mark is at least so long, where there is so much to mark.
const SHORTEST: usize = 12;

/// The columns before a help or a note, beside those of the line's number.
const GUTTER: usize = "  = help: ".len();

/// `text`, each of its lines made safe to show and wrapped within `width` columns, of which so many are `taken`. What
/// follows a line that is set in is set in as far.
fn wrapped(text: &str, width: usize, taken: usize) -> String {
    let room = width.saturating_sub(taken).max(20);
    let lines = text.lines().map(|line| {
        let line = visible(line);
        let words = line.trim_start();
        // In a conversation, what is said stands beside who says it.
        let said = words.split_once("  ").map_or(0, |(who, _)| who.width() + 2);
        let indent = " ".repeat(line.width() - words.width() + said);
        let options = Options::new(room).subsequent_indent(&indent);
        let first = &line[..line.len() - words.len()];
        textwrap::fill(words, options.initial_indent(first))
    });
    lines.collect::<Vec<_>>().join("\n")
}

/// Two places with more bytes between them are shown one after the other, without the lines between them.
const FAR: usize = 1 << 16;

/// How many bytes lie between two spans.
fn apart(one: Span, other: Span) -> usize {
    other.start.saturating_sub(one.end).max(one.start.saturating_sub(other.end))
}

/// A line with more bytes than this before or after what is marked is cut there: it is shown to the width of a terminal
/// only, and laying it out takes time.
const LONG: usize = 2_000;

/// The lines that some spans touch: a file may be long, and only these are worth laying out.
struct Window<'a> {
    text: &'a str,
    start: usize,
    line: usize,
    /// Where the first span begins, should the beginning of its line be cut.
    place: Option<Place>,
}

impl<'a> Window<'a> {
    fn around(lines: &Lines<'a>, spans: impl Iterator<Item = Span>) -> Self {
        let text = lines.text();
        let (mut start, mut end) = (text.len(), 0);
        for span in spans {
            start = start.min(span.start);
            end = end.max(span.end);
        }
        let (first, last) = (start, end);
        let line = lines.number(start);
        let start = lines.span(line).map_or(0, |line| line.start);
        // A byte order mark is no part of the first line.
        let start = if start == 0 && text.starts_with('\u{feff}') { '\u{feff}'.len_utf8() } else { start };
        let end = lines.span(lines.number(end.clamp(start, text.len()))).map_or(text.len(), |line| line.end);
        let is_cut = first.saturating_sub(start) > LONG;
        let place = is_cut.then(|| lines.place(first));
        let start = if is_cut { boundary(text, first - LONG / 2) } else { start };
        let end = if end.saturating_sub(last) > LONG { boundary(text, last + LONG / 2) } else { end };
        Self { text: text.get(start..end).unwrap_or(text), start, line, place }
    }

    fn snippet<A: Clone>(&self, name: &'a str) -> Snippet<'a, A> {
        let snippet = Snippet::source(inert(self.text)).line_start(self.line);
        if self.place.is_some() { snippet } else { snippet.path(name) }
    }

    /// What tells the place, where the snippet cannot.
    fn origin(&self, name: &'a str) -> Option<Origin<'a>> {
        self.place.map(|place| Origin::path(name).line(place.line).char_column(place.column))
    }

    /// `span` within the window, on character boundaries; of a span within a line at most `room` columns.
    fn range(&self, span: Span, room: usize) -> std::ops::Range<usize> {
        let floor = |at: usize| boundary(self.text, at.saturating_sub(self.start));
        let (start, end) = (floor(span.start), floor(span.end));
        let marked = &self.text[start..end];
        if marked.contains('\n') {
            return start..end;
        }
        let mut columns = 0;
        let fits = marked.char_indices().find(|(_, c)| {
            columns += c.width().unwrap_or(0);
            columns > room
        });
        start..fits.map_or(end, |(at, _)| start + at)
    }
}

/// Where the character that byte `at` of `text` belongs to begins; past the end, the end.
fn boundary(text: &str, at: usize) -> usize {
    let mut at = at.min(text.len());
    while !text.is_char_boundary(at) {
        at -= 1;
    }
    at
}

/// `text` with whatever could act on a terminal replaced by something visible of the same length in bytes, so that
/// spans still fit. Carriage returns are parts of line breaks, or breaks by themselves.
fn inert(text: &str) -> Cow<'_, str> {
    if !text.chars().any(|c| is_forbidden(c) || is_hidden(c) || c == '\r') {
        return Cow::Borrowed(text);
    }
    let stand_in = |c: char| match c.len_utf8() {
        _ if !(is_forbidden(c) || is_hidden(c)) => c,
        1 => '?',
        2 => '\u{b7}',
        3 => '\u{fffd}',
        _ => '\u{1f7a8}',
    };
    let mut rest = text.chars().peekable();
    let mut shown = String::with_capacity(text.len());
    while let Some(c) = rest.next() {
        shown.push(match c {
            '\r' if rest.peek() == Some(&'\n') => ' ',
            '\r' => '\n',
            c => stand_in(c),
        });
    }
    Cow::Owned(shown)
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
    fn line_ends_and_a_byte_order_mark_are_not_shown() {
        let problem = Problem::error(Code("used-twice"), Span::new(12, 17), "the name is used twice")
            .see(Span::new(3, 8), "first here");
        let shown = |text: &str| {
            let shown = render(Source { name: "a.ron", text }, &problem, STYLE);
            shown.lines().map(str::trim_end).collect::<Vec<_>>().join("\n")
        };
        let expected = shown("\u{feff}first: 1\nagain: 2\n");
        assert!(!expected.contains('\u{fffd}') && expected.contains("2 | again: 2"), "{expected}");
        assert_eq!(shown("\u{feff}first: 1\ragain: 2\r"), expected);
        let problem = Problem::error(Code("used-twice"), Span::new(10, 15), "the name is used twice")
            .see(Span::new(0, 5), "first here");
        insta::assert_snapshot!(render(Source { name: "a.ron", text: "first: 1\r\nagain: 2\r\n" }, &problem, STYLE), @r##"
        error[used-twice]: the name is used twice
         --> a.ron:2:1
          |
        1 | first: 1
          | ----- first here
        2 | again: 2
          | ^^^^^
        "##);
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
    fn two_places_far_apart_are_shown_without_what_lies_between_them() {
        let between = "// nothing\n".repeat(20_000);
        let text = format!("first: 1\n{between}again: 2\n");
        let again = text.len() - 9;
        let problem = Problem::error(Code("used-twice"), Span::new(again, again + 5), "the name is used twice")
            .label("again here")
            .see(Span::new(0, 5), "first here");
        insta::assert_snapshot!(render(Source { name: "a.ron", text: &text }, &problem, STYLE), @r"
        error[used-twice]: the name is used twice
             --> a.ron:20002:1
              |
        20002 | again: 2
              | ^^^^^ again here
              |
             ::: a.ron:1:1
              |
            1 | first: 1
              | ----- first here
        ");
    }

    #[test]
    fn a_line_without_end_is_shown_around_what_is_marked_with_its_real_column() {
        let text = format!("{}here{}\n", "é ".repeat(50_000), " ü".repeat(50_000));
        let start = text.find("here").unwrap();
        let problem = Problem::error(Code("here"), Span::new(start, start + 4), "it is here").label("this");
        insta::assert_snapshot!(render(Source { name: "a.ron", text: &text }, &problem, STYLE), @r"
        error[here]: it is here
         --> a.ron:1:100001
          |
         ::: 
        1 | ...é é é é é é é é é é é é é é é é é é é é here ü ü ü ü ü ü ü ü ü ü ü ü ü ü ü ü ü ü ü ü ü ü ü...
          |                                            ^^^^ this
        ");
    }

    #[test]
    fn a_span_past_the_end_of_the_text_is_shown_at_the_end() {
        for text in ["", "a", "é\n"] {
            let problem = Problem::error(Code("unfinished"), Span::new(90, 91), "the text stops");
            assert!(render(Source { name: "a.ron", text }, &problem, STYLE).contains("the text stops"));
        }
    }
}
