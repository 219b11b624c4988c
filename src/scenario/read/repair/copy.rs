//! The copy in which mistakes are mended, and the way back from it to the text as it was written.

use std::borrow::Cow;
use std::cell::OnceCell;

use super::Edit;
use crate::problem::{Lines, Problem, Span};
use crate::scenario::read::codes;

/// How many mistakes are mended: each of them is one more reading.
const MOST_EDITS: usize = 20;

/// How many bytes are read once more in all: of a large file only a few mistakes are mended.
const MOST_BYTES: usize = 64 << 20;

/// What is said where the reading stopped.
const THE_REST: &str = "the rest of the file is looked at once this is mended";

/// A text, as it was written or with mistakes mended, and the mistakes that were found in its signs so far.
#[derive(Debug)]
pub(in crate::scenario::read) struct Copy<'t> {
    /// The text as it was written; its lines are counted where there is something to mend.
    written: &'t str,
    written_lines: OnceCell<Lines<'t>>,
    text: Cow<'t, str>,
    /// One after the other, each with its places in the text that the one before it left.
    steps: Vec<Vec<Edit>>,
    /// The lines of the text as it was written where something was mended: what is found there may come of that.
    lines: Vec<usize>,
    found: Vec<Problem>,
}

impl<'t> Copy<'t> {
    pub(in crate::scenario::read) fn of(text: &'t str) -> Self {
        Self {
            written: text,
            written_lines: OnceCell::new(),
            text: Cow::Borrowed(text),
            steps: Vec::new(),
            lines: Vec::new(),
            found: Vec::new(),
        }
    }

    pub(in crate::scenario::read) fn text(&self) -> &str {
        &self.text
    }

    /// Whether something was mended.
    pub(in crate::scenario::read) fn is_mended(&self) -> bool {
        !self.steps.is_empty()
    }

    /// Notes the `problem` in the signs of the copy, unless it may come of what was mended before it. Tells whether it
    /// was mended with `edits` and the copy can be read once more.
    pub(in crate::scenario::read) fn mend(&mut self, problem: Problem, edits: Option<Vec<Edit>>) -> bool {
        let (place, code) = (problem.span, problem.code);
        let problem = self.written_at(problem);
        if let (Some(last), Some(known)) = (self.steps.last(), self.found.last()) {
            // What is wrong inside of a text or a number is looked for last, from the beginning.
            let is_inside = matches!(code, codes::BAD_ESCAPE | codes::NOT_A_NUMBER);
            let is_further = is_inside || place.start >= end(last);
            let is_apart = !self.touches(problem.span) && !problem.others.iter().any(|&(span, _)| self.touches(span));
            if !is_further || !is_apart && (code != known.code || edits.is_none()) {
                return false;
            }
            if is_apart {
                self.found.push(problem);
            }
        } else {
            self.found.push(problem);
        }
        let is_in_bounds = self.steps.len() < MOST_EDITS && self.text.len() * (self.steps.len() + 1) <= MOST_BYTES;
        let Some(edits) = edits.filter(|_| is_in_bounds) else { return false };
        self.change(edits);
        true
    }

    fn change(&mut self, mut edits: Vec<Edit>) {
        edits.sort_by_key(|edit| edit.span);
        let mut text = String::with_capacity(self.text.len() + 16);
        let mut at = 0;
        for edit in &edits {
            text.push_str(&self.text[at..edit.span.start]);
            text.push_str(&edit.by);
            at = edit.span.end;
        }
        text.push_str(&self.text[at..]);
        let places = edits.iter().map(|edit| edit.span).map(|span| self.written_span(span));
        let told = self
            .found
            .last()
            .into_iter()
            .flat_map(|problem| std::iter::once(problem.span).chain(problem.others.iter().map(|&(span, _)| span)));
        let lines: Vec<usize> = places.chain(told).map(|span| self.written_line(span)).collect();
        self.lines.extend(lines);
        self.text = Cow::Owned(text);
        self.steps.push(edits);
    }

    /// `problem`, found in the copy, with its places in the text as it was written; nothing where it stands on a line on
    /// which something was mended.
    pub(in crate::scenario::read) fn told(&self, problem: Problem) -> Option<Problem> {
        Some(self.written_at(problem)).filter(|problem| !self.touches(problem.span))
    }

    fn written_at(&self, mut problem: Problem) -> Problem {
        problem.span = self.written_span(problem.span);
        for (span, _) in &mut problem.others {
            *span = self.written_span(*span);
        }
        problem
    }

    fn touches(&self, span: Span) -> bool {
        !self.lines.is_empty() && self.lines.contains(&self.written_line(span))
    }

    /// The number of the line of the text as it was written that `span` begins on.
    fn written_line(&self, span: Span) -> usize {
        self.written_lines.get_or_init(|| Lines::of(self.written)).number(span.start)
    }

    fn written_span(&self, span: Span) -> Span {
        self.steps.iter().rev().fold(span, |span, edits| before(edits, span))
    }

    /// The mistakes in the signs that were found; `is_all` where the reading came to the end of the text.
    pub(in crate::scenario::read) fn found(mut self, is_all: bool) -> Vec<Problem> {
        if let Some(last) = self.found.last_mut().filter(|_| !is_all) {
            and_the_rest(last);
        }
        self.found
    }
}

/// Where the last of `edits` ends once they are made.
fn end(edits: &[Edit]) -> usize {
    let longer = |edit: &Edit| edit.by.len() as isize - (edit.span.end - edit.span.start) as isize;
    let shift: isize = edits.iter().map(longer).sum();
    edits.last().map_or(0, |edit| edit.span.end.saturating_add_signed(shift))
}

/// Where `span` was before `edits` were made.
fn before(edits: &[Edit], span: Span) -> Span {
    let place = |at: usize, is_end: bool| {
        // How much longer the edits before the place made the text.
        let mut shift = 0_isize;
        for edit in edits {
            let start = edit.span.start.saturating_add_signed(shift);
            let end = start + edit.by.len();
            if at <= start {
                break;
            }
            if at < end {
                return if is_end { edit.span.end } else { edit.span.start };
            }
            shift += edit.by.len() as isize - (edit.span.end - edit.span.start) as isize;
        }
        at.saturating_add_signed(-shift)
    };
    let (start, end) = (place(span.start, false), place(span.end, true));
    Span::new(start, end)
}

/// Says that what comes after `problem` was not looked at.
fn and_the_rest(problem: &mut Problem) {
    let is_no_scenario = problem.code == codes::UNREADABLE && problem.span.start == 0;
    if problem.code == codes::EMPTY_FILE || is_no_scenario {
        return;
    }
    // Where there is no help the label is the advice, and must not be lost.
    problem.help = Some(match problem.advice() {
        Some(advice) => format!("{advice}; {THE_REST}"),
        None => THE_REST.to_owned(),
    });
}

#[cfg(test)]
impl Copy<'_> {
    /// What [`Copy::found`] tells of the rest of the file, taken away again.
    pub(in crate::scenario::read) fn without_the_rest(mut problem: Problem) -> Problem {
        if let Some(help) = problem.help.take() {
            let own = help.strip_suffix(THE_REST).map_or(&*help, |own| own.trim_end_matches("; "));
            problem.help = (!own.is_empty() && own != problem.label).then(|| own.to_owned());
        }
        problem
    }
}
