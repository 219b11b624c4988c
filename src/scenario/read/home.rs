//! Where the things of the format are at home, and what is said of one that stands elsewhere.
//!
//! A thing that is pasted a line too low stands behind the bracket that should hold it. What it is tells where it
//! belongs, so that this can be said, and not only that something else was expected.

use super::codes;
use super::layout::{Kind, Piece};
use crate::problem::{Lines, Problem, Span};

/// How many pieces are looked at to find a thing's home: a hostile file may have many things and no home for them.
const FARTHEST: usize = 20_000;

/// What holds things of one sort.
#[derive(Debug)]
pub(super) struct Home {
    /// The name before the thing's bracket; empty where it has none.
    thing: &'static str,
    /// What a sentence calls the thing.
    pub(super) called: &'static str,
    /// The field that holds them.
    pub(super) field: &'static str,
    /// The bracket behind the field's colon.
    pub(super) open: u8,
    /// The name of the thing that has the field.
    pub(super) owner: &'static str,
}

const fn home(thing: &'static str, called: &'static str, field: &'static str, open: u8, owner: &'static str) -> Home {
    Home { thing, called, field, open, owner }
}

const HOMES: [Home; 5] = [
    home("FollowUp", "a follow-up", "follow_ups", b'[', "Reply"),
    home("Reply", "a reply", "replies", b'[', "Moment"),
    home("Moment", "a moment", "moments", b'{', "Scenario"),
    home("Ending", "an ending", "endings", b'{', "Scenario"),
    home("Allow", "an allowed warning", "allow", b'[', "Scenario"),
];

/// Where facts are at home.
pub(super) const FACTS: Home = home("", "a fact", "facts", b'{', "Scenario");

/// Where the thing with the name `word` is at home.
pub(super) fn of(word: &str) -> Option<&'static Home> {
    HOMES.iter().find(|home| home.thing == word)
}

impl Home {
    /// Whether each of them has a name in quotes before it.
    pub(super) const fn is_named(&self) -> bool {
        self.open == b'{'
    }

    /// The field with its bracket: `follow_ups: [`.
    pub(super) fn head(&self) -> String {
        format!("{}: {}", self.field, char::from(self.open))
    }

    /// What holds them: `follow_ups: [ ]`.
    fn whole(&self) -> String {
        format!("{} {}", self.head(), self.closing())
    }

    pub(super) const fn closing(&self) -> char {
        if self.open == b'[' { ']' } else { '}' }
    }
}

/// A text and its pieces. Brackets that were passed have their partners, also where others have none.
#[derive(Clone, Copy)]
pub(super) struct Ground<'p> {
    pub(super) text: &'p str,
    pub(super) pieces: &'p [Piece],
    pub(super) lines: &'p Lines<'p>,
}

impl<'p> Ground<'p> {
    fn kind(self, at: usize) -> Option<Kind> {
        self.pieces.get(at).map(|piece| piece.kind)
    }

    fn source(self, at: usize) -> &'p str {
        self.pieces.get(at).map_or("", |piece| &self.text[piece.start as usize..piece.end() as usize])
    }

    fn span(self, at: usize) -> Span {
        self.pieces.get(at).map_or(Span::default(), |piece| piece.span())
    }

    fn line(self, at: usize) -> usize {
        self.lines.number(self.span(at).start)
    }

    fn partner(self, at: usize) -> usize {
        self.pieces.get(at).map_or(at, |piece| piece.partner(at as u32) as usize)
    }

    /// Whether the bracket at `open` is the one of `home`.
    fn opens_home(self, open: usize, home: &Home) -> bool {
        self.kind(open) == Some(Kind::Open(home.open))
            && open >= 2
            && self.kind(open - 1) == Some(Kind::Colon)
            && self.source(open - 2) == home.field
    }

    /// The field whose value the bracket at `open` begins.
    pub(super) fn field(self, open: usize) -> Option<&'p str> {
        let is_field = open >= 2 && self.kind(open - 1) == Some(Kind::Colon);
        is_field.then(|| self.source(open - 2))
    }

    /// The brackets around the piece `at`, the nearest first.
    fn around(self, at: usize) -> impl Iterator<Item = usize> {
        let mut next = at;
        let mut steps = FARTHEST;
        std::iter::from_fn(move || {
            while next > 0 && steps > 0 {
                (next, steps) = (next - 1, steps - 1);
                match self.kind(next) {
                    Some(Kind::Open(_)) => return Some(next),
                    Some(Kind::Close(_)) => next = self.partner(next).min(next),
                    _ => {}
                }
            }
            None
        })
    }

    /// Where the last bracket of `home` that was closed before the piece `at` is closed.
    fn closed_before(self, at: usize, home: &Home) -> Option<usize> {
        let near = (0..at).rev().take(FARTHEST);
        near.filter(|&open| self.opens_home(open, home))
            .map(|open| self.partner(open))
            .find(|&close| close < at && matches!(self.kind(close), Some(Kind::Close(_))))
    }

    /// Where the bracket of `home` opens behind the piece `at`.
    fn opened_behind(self, at: usize, home: &Home) -> Option<usize> {
        (at..self.pieces.len()).take(FARTHEST).find(|&open| self.opens_home(open, home))
    }

    /// Whether a bracket of `home` is open at the piece `at`.
    pub(super) fn is_in(self, at: usize, home: &Home) -> bool {
        self.around(at).any(|open| self.opens_home(open, home))
    }

    /// What is wrong where the thing that begins at the piece `at` stands outside of its `home`.
    pub(super) fn outside(self, at: usize, home: &Home) -> Problem {
        let owner = self.around(at).next().filter(|&open| open > 0 && self.source(open - 1) == home.owner);
        let of_this = |close: &usize| owner.is_none_or(|open| *close > open);
        let problem = |what: String| Problem::error(codes::WRONG_PLACE, self.span(at), what);
        let stands = || problem(format!("{} stands outside of `{}`", home.called, home.whole()));
        if let Some(close) = self.closed_before(at, home).filter(of_this) {
            let comma = if self.kind(close + 1) == Some(Kind::Comma) { "," } else { "" };
            return stands()
                .label("belongs further up")
                .see(self.span(close), format!("`{}` ends here", home.field))
                .help(format!("move it up, before the `{}{comma}` on line {}", home.closing(), self.line(close)));
        }
        // What a reply or a moment has stands before its own end; a scenario has each field once.
        let end = owner.filter(|_| home.owner != "Scenario").map(|open| self.partner(open));
        if let Some(open) = self.opened_behind(at, home).filter(|open| end.is_none_or(|end| *open < end)) {
            return stands().label("belongs further down").see(self.span(open), "begins here").help(format!(
                "move it down, behind the `{}` on line {}",
                home.head(),
                self.line(open)
            ));
        }
        Problem::error(
            codes::MISSING_BRACKET,
            self.span(at),
            format!("{} stands here, and `{}` does not stand before it", home.called, home.head()),
        )
        .label(format!("write `{}` before this", home.head()))
        .help(format!(
            "`{}` begins before the first of them, and `{},` ends it behind the last",
            home.head(),
            home.closing()
        ))
    }

    /// What is wrong where the thing that begins at the piece `at` stands elsewhere, in a text whose brackets fit.
    pub(super) fn astray(self, at: usize, home: &Home) -> Problem {
        // The bracket of what stands in the home and has this in it.
        let mut inner = None;
        let mut outer = None;
        for open in self.around(at) {
            if self.opens_home(open, home) {
                outer = inner;
                break;
            }
            inner = Some(open);
        }
        let Some(outer) = outer else { return self.outside(at, home) };
        let close = self.partner(outer);
        let comma = if self.kind(close + 1) == Some(Kind::Comma) { "," } else { "" };
        let what = format!("{} stands inside of another one", home.called);
        Problem::error(codes::WRONG_PLACE, self.span(at), what)
            .label("belongs further down")
            .see(self.span(outer.saturating_sub(1)), "begins here")
            .help(format!("move it down, behind the `){comma}` on line {}", self.line(close)))
    }
}
