//! A value as it stands in the text, before anybody knows whether it is what it should be.

use std::borrow::Cow;

use super::layout::{Kind, Layout, Piece};
use super::wording::short;
use crate::problem::Span;

/// A value: the pieces from `first` up to `end`, which may be none.
#[derive(Debug, Clone, Copy)]
pub(super) struct Value {
    first: u32,
    end: u32,
}

/// What a value looks like.
#[derive(Debug, Clone, Copy)]
pub(super) enum Form<'t> {
    /// `"..."`.
    Text,
    /// `12`.
    Number,
    /// A word alone.
    Word(&'t str),
    /// `Name(..)`, or `(..)` with no name.
    Record(Option<&'t str>, Items),
    /// `[..]`.
    List(Items),
    /// `{..}`.
    Map(Items),
    /// Something that the format has no use for.
    Odd,
}

/// What stands between two brackets, separated by commas.
#[derive(Debug, Clone, Copy)]
pub(super) struct Items {
    next: u32,
    end: u32,
}

/// One of them: a value, and the key before its colon if it has one.
#[derive(Debug, Clone, Copy)]
pub(super) struct Item {
    pub(super) key: Option<Value>,
    pub(super) value: Value,
}

impl Items {
    /// The next item. ron has read the text, so that commas and brackets are where they belong.
    pub(super) fn next(&mut self, layout: &Layout<'_>) -> Option<Item> {
        if self.next >= self.end {
            return None;
        }
        let (mut first, mut at, mut key) = (self.next, self.next, None);
        while at < self.end {
            match layout.pieces[at as usize].kind {
                Kind::Comma => break,
                Kind::Colon if key.is_none() => {
                    key = Some(Value { first, end: at });
                    first = at + 1;
                }
                _ => {}
            }
            // A closing bracket is never met here, so that this only goes forward.
            at = layout.pieces[at as usize].partner(at).max(at) + 1;
        }
        self.next = at + 1;
        Some(Item { key, value: Value { first, end: at } })
    }

    /// Whether there is nothing in it.
    pub(super) fn is_empty(self) -> bool {
        self.next >= self.end
    }
}

impl Value {
    /// The value of the whole text, after any `#![..]` that RON allows at the top.
    pub(super) fn whole(layout: &Layout<'_>) -> Self {
        let kind = |at: u32| layout.pieces.get(at as usize).map(|piece| piece.kind);
        let mut first = 0;
        while kind(first) == Some(Kind::Stray) && kind(first + 2) == Some(Kind::Open(b'[')) {
            first = layout.pieces[first as usize + 2].partner(first + 2) + 1;
        }
        Self { first, end: u32::try_from(layout.pieces.len()).unwrap_or(u32::MAX) }
    }

    fn pieces<'l>(self, layout: &'l Layout<'_>) -> &'l [Piece] {
        layout.pieces.get(self.first as usize..self.end as usize).unwrap_or(&[])
    }

    /// The index of its first piece.
    pub(super) const fn first(self) -> u32 {
        self.first
    }

    /// What it looks like.
    pub(super) fn form<'t>(self, layout: &Layout<'t>) -> Form<'t> {
        let pieces = self.pieces(layout);
        let inside = |open: u32| Items { next: open + 1, end: self.end - 1 };
        let closed = |at: usize| pieces[at].partner(self.first + at as u32) + 1 == self.end;
        match pieces {
            [Piece { kind: Kind::Text, .. }] => Form::Text,
            [Piece { kind: Kind::Number, .. }] => Form::Number,
            [Piece { kind: Kind::Word, .. }] => Form::Word(self.name(layout)),
            [Piece { kind: Kind::Word, .. }, Piece { kind: Kind::Open(b'('), .. }, ..] if closed(1) => {
                Form::Record(Some(self.name(layout)), inside(self.first + 1))
            }
            [Piece { kind: Kind::Open(b'('), .. }, ..] if closed(0) => Form::Record(None, inside(self.first)),
            [Piece { kind: Kind::Open(b'['), .. }, ..] if closed(0) => Form::List(inside(self.first)),
            [Piece { kind: Kind::Open(b'{'), .. }, ..] if closed(0) => Form::Map(inside(self.first)),
            _ => Form::Odd,
        }
    }

    /// From its first byte to its last.
    pub(super) fn span(self, layout: &Layout<'_>) -> Span {
        match self.pieces(layout) {
            [first, .., last] => Span::new(first.start as usize, last.end() as usize),
            [only] => only.span(),
            [] => Span::default(),
        }
    }

    /// What of it is worth a mark: all of it while it is short, else its name or its bracket.
    pub(super) fn mark(self, layout: &Layout<'_>) -> Span {
        match self.pieces(layout) {
            [] | [_] => self.span(layout),
            [first, ..] => first.span(),
        }
    }

    /// It as it is written.
    pub(super) fn source<'t>(self, layout: &Layout<'t>) -> &'t str {
        layout.slice(self.span(layout))
    }

    /// It as the name of a field: as it is written, but `r#word` is `word`.
    pub(super) fn field<'t>(self, layout: &Layout<'t>) -> &'t str {
        let source = self.source(layout);
        source.strip_prefix("r#").unwrap_or(source)
    }

    /// The word that it begins with.
    fn name<'t>(self, layout: &Layout<'t>) -> &'t str {
        let word = layout.slice(self.mark(layout));
        word.strip_prefix("r#").unwrap_or(word)
    }
}

impl Form<'_> {
    /// What a person calls it.
    pub(super) fn in_words(self) -> Cow<'static, str> {
        Cow::Borrowed(match self {
            Self::Text => "a text",
            Self::Number => "a number",
            Self::Word(word) => return Cow::Owned(format!("the word `{}`", short(word))),
            Self::Record(Some(word), _) => return Cow::Owned(format!("`{}(..)`", short(word))),
            Self::Record(None, _) => "something in round brackets",
            Self::List(_) => "a list",
            Self::Map(_) => "something in curly brackets",
            Self::Odd => "something else",
        })
    }
}
