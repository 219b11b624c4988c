//! Things that stand elsewhere than in the brackets that should hold them.

use super::codes;
use super::walk::{Frame, Walk};
use crate::problem::Problem;
use crate::scenario::read::home::{self, FACTS, Ground, Home};
use crate::scenario::read::layout::Kind;
use crate::scenario::read::near::Near;
use crate::scenario::read::vocabulary;

impl Walk<'_, '_> {
    fn ground(&self) -> Ground<'_> {
        Ground { text: self.case.text, pieces: self.case.pieces, lines: self.case.lines.all() }
    }

    /// What is wrong where something that is at home elsewhere begins at the piece `at`, among the fields of `frame`.
    pub(super) fn astray(&self, frame: Frame, at: usize) -> Option<Problem> {
        // Where one thing is the value of a field that takes a list, it is the list that is missing.
        if frame.named != Some(true) || self.is_thing_of_field(frame.value) {
            return None;
        }
        let home = self.home_of(frame, at)?;
        let balance = &self.case.balance;
        // It is still in its home, and a bracket before it is missing. Or its home was closed too early.
        if self.ground().is_in(at, home) {
            return None;
        }
        let before = at.checked_sub(2).map(|before| [before, before + 1]).unwrap_or_default();
        if balance.has_too_many(home.open)
            && let Some(close) = before.into_iter().rfind(|&close| self.closes(close, home))
        {
            return Some(self.case.stray_bracket(close));
        }
        Some(self.ground().outside(at, home))
    }

    /// Whether the piece `close` closes a bracket of `home`.
    fn closes(&self, close: usize, home: &Home) -> bool {
        let Some(Kind::Close(_)) = self.kind(close) else { return false };
        let open = self.case.pieces[close].partner(close as u32) as usize;
        open < close && self.ground().field(open) == Some(home.field)
    }

    /// The home of what begins at the piece `at`, if it is something that has one.
    fn home_of(&self, frame: Frame, at: usize) -> Option<&'static Home> {
        let is_thing = |at: usize| self.kind(at) == Some(Kind::Word) && self.kind(at + 1) == Some(Kind::Open(b'('));
        if is_thing(at) {
            return home::of(self.source(at)).filter(|home| !home.is_named());
        }
        // A name, in quotes or without them, a colon, and what it names.
        let count = self.case.pieces[at..].iter().take_while(|piece| matches!(piece.kind, Kind::Word)).count();
        let is_text = self.kind(at) == Some(Kind::Text);
        let colon = at + if is_text { 1 } else { count };
        if colon == at || self.kind(colon) != Some(Kind::Colon) {
            return None;
        }
        let name = self.source(at).trim_matches('"');
        if vocabulary::is_field(name) {
            return None;
        }
        if is_thing(colon + 1) {
            return home::of(self.source(colon + 1)).filter(|home| home.is_named());
        }
        // Only where facts were told just before can it be one of them, and not a field in quotes.
        let is_fact = is_text
            && self.kind(colon + 1) == Some(Kind::Text)
            && self.ground().field(frame.value) == Some(FACTS.field)
            && Near::default().to(name, vocabulary::fields()).is_none();
        is_fact.then_some(&FACTS)
    }

    /// What is wrong where a thing begins at the piece `at` of a list, and the head of what should hold it is missing.
    pub(super) fn headless(&self, frame: Frame, at: usize) -> Option<Problem> {
        let balance = &self.case.balance;
        if self.kind(at) != Some(Kind::Word) || !balance.has_too_many(b'(') {
            return None;
        }
        let home = home::of(self.source(at))?;
        let owner = home::of(home.owner)?;
        if self.ground().field(frame.open) != Some(owner.field) || !balance.has_too_many(home.open) {
            return None;
        }
        let name = if owner.is_named() { "\"its name\": " } else { "" };
        let message =
            format!("{} stands here, and the beginning of {} before it is missing", home.called, owner.called);
        Some(
            Problem::error(codes::MISSING_BRACKET, self.span(at), message)
                .label(format!("not in {} yet", owner.called))
                .help(format!("write `{name}{}(`, its fields and `{}` before this", home.owner, home.head())),
        )
    }
}
