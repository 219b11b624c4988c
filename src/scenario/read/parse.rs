//! ron reads the text, led by its pieces.
//!
//! ron can also be asked to find out by itself what comes next, but then it tries every possibility at every value and
//! takes longer than all the rest of the reading. The pieces know what comes next, so each value is asked for as what
//! it is. Where the two disagree ron is right, and is asked again without being led.

use std::fmt;

use ron::error::SpannedError;
use serde::de::{
    self, DeserializeSeed, Deserializer, EnumAccess, IgnoredAny, MapAccess, SeqAccess, VariantAccess, Visitor,
};

use super::layout::{Kind, Layout, MOST_DEPTH};
use super::value::Value;

/// What ron made of the text: all that cannot be seen in its pieces.
#[derive(Debug, Default)]
pub(super) struct Parsed {
    /// The texts that say something else than what stands between their quotes, by the index of their piece.
    pub(super) texts: Vec<(u32, String)>,
    /// The whole numbers, by the index of their piece; those that are written in a rarer way are missing.
    numbers: Vec<(u32, i32)>,
}

impl Parsed {
    /// What the text at the piece `index` says, if that is not simply what stands between its quotes.
    pub(super) fn text(&self, index: u32) -> Option<&str> {
        self.texts.binary_search_by_key(&index, |&(at, _)| at).ok().map(|at| self.texts[at].1.as_str())
    }

    /// The whole number at the piece `index`, which is written as `source`.
    pub(super) fn whole(&self, index: u32, source: &str) -> Option<i64> {
        match self.numbers.binary_search_by_key(&index, |&(at, _)| at) {
            Ok(at) => Some(self.numbers[at].1.into()),
            Err(_) => ron::from_str(source).ok(),
        }
    }
}

/// Whether ron can read the text as a value of any kind; if so, what it makes of it.
pub(super) fn parse(layout: &Layout<'_>) -> Result<Parsed, SpannedError> {
    let text = layout.text.strip_prefix('\u{feff}').unwrap_or(layout.text);
    // Each bracket takes up to three of ron's steps, and its own limit must never come before ours.
    let options = ron::Options::default().with_recursion_limit(MOST_DEPTH * 4);
    let mut walk = Walk { layout, at: Value::whole(layout).first(), parsed: Parsed::default(), lost: false };
    match options.from_str_seed(text, Led(&mut walk)) {
        Ok(()) if !walk.lost => return Ok(walk.parsed),
        Ok(()) => {}
        Err(_) => options.from_str::<IgnoredAny>(text).map(|_| ())?,
    }
    Ok(Parsed { texts: escaped_one_by_one(layout), numbers: Vec::new() })
}

/// What each text with a backslash says, where the walk did not come to tell.
pub(super) fn escaped_one_by_one(layout: &Layout<'_>) -> Vec<(u32, String)> {
    let texts = layout.pieces.iter().zip(0..).filter(|(piece, _)| piece.kind == Kind::Text);
    texts
        .filter_map(|(piece, index)| {
            let source = layout.slice(piece.span());
            let plain = source.starts_with('"') && !source.contains('\\');
            if plain { None } else { Some((index, ron::from_str(source).ok()?)) }
        })
        .collect()
}

/// The walk over the pieces, in step with ron.
struct Walk<'w, 't> {
    layout: &'w Layout<'t>,
    /// The piece that comes next.
    at: u32,
    parsed: Parsed,
    /// Whether ron went through something that the walk did not see, or they are no longer at the same place.
    lost: bool,
}

impl Walk<'_, '_> {
    fn kind(&self, ahead: u32) -> Option<Kind> {
        self.layout.pieces.get((self.at + ahead) as usize).map(|piece| piece.kind)
    }

    /// Steps over what is left of a value, and the comma or colon after it.
    fn step_over(&mut self) {
        while let Some(piece) = self.layout.pieces.get(self.at as usize) {
            match piece.kind {
                Kind::Close(_) => return,
                Kind::Comma | Kind::Colon => {
                    self.at += 1;
                    return;
                }
                _ => self.at = piece.partner(self.at).max(self.at) + 1,
            }
        }
    }

    /// Steps into the bracket that comes next; what is returned lies behind it.
    fn step_in(&mut self) -> u32 {
        let behind = self.layout.pieces.get(self.at as usize).map_or(self.at, |piece| piece.partner(self.at));
        self.at += 1;
        behind + 1
    }

    /// Whether the bracket that comes next holds fields, or nothing.
    fn has_fields(&self) -> bool {
        matches!(self.kind(1), Some(Kind::Close(_)))
            || self.kind(1) == Some(Kind::Word) && self.kind(2) == Some(Kind::Colon)
    }

    /// Whether the number that comes next is a plain whole one.
    fn is_plain_number(&self) -> bool {
        let source = self.layout.pieces.get(self.at as usize).map_or("", |piece| self.layout.slice(piece.span()));
        let digits = source.strip_prefix(['+', '-']).unwrap_or(source);
        digits.len() < 18 && digits.bytes().all(|byte| byte.is_ascii_digit())
    }
}

/// A value, asked for as what its pieces show it to be.
struct Led<'a, 'w, 't>(&'a mut Walk<'w, 't>);

impl<'de> DeserializeSeed<'de> for Led<'_, '_, '_> {
    type Value = ();

    fn deserialize<D: Deserializer<'de>>(self, ron: D) -> Result<(), D::Error> {
        let walk = self.0;
        match walk.kind(0) {
            Some(Kind::Text) => ron.deserialize_str(Led(walk)),
            Some(Kind::Number) if walk.is_plain_number() => ron.deserialize_i64(Led(walk)),
            Some(Kind::Open(b'[')) => ron.deserialize_seq(Led(walk)),
            Some(Kind::Open(b'{')) => ron.deserialize_map(Led(walk)),
            Some(Kind::Open(_)) if walk.has_fields() => ron.deserialize_struct("", &[], Led(walk)),
            Some(Kind::Open(_)) => ron.deserialize_tuple(0, Led(walk)),
            // Whatever its name: to ron, only a choice can have any.
            Some(Kind::Word) => ron.deserialize_enum("", &[], Led(walk)),
            kind => {
                walk.lost |= kind != Some(Kind::Number);
                ron.deserialize_any(IgnoredAny).map(|_| ())
            }
        }
    }
}

impl<'de> Visitor<'de> for Led<'_, '_, '_> {
    type Value = ();

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a value")
    }

    fn visit_borrowed_str<E: de::Error>(self, text: &'de str) -> Result<(), E> {
        let piece = self.0.layout.pieces.get(self.0.at as usize);
        // Longer by more than two quotes is a raw text: it is rare, and kept like an escaped one.
        if piece.is_some_and(|piece| (piece.end() - piece.start) as usize != text.len() + 2) {
            return self.visit_str(text);
        }
        self.0.at += 1;
        Ok(())
    }

    fn visit_str<E: de::Error>(self, text: &str) -> Result<(), E> {
        self.0.lost |= self.0.kind(0) != Some(Kind::Text);
        self.0.parsed.texts.push((self.0.at, text.to_owned()));
        self.0.at += 1;
        Ok(())
    }

    fn visit_i64<E: de::Error>(self, number: i64) -> Result<(), E> {
        // One that does not fit is read anew where it is asked for.
        if let Ok(number) = i32::try_from(number) {
            self.0.parsed.numbers.push((self.0.at, number));
        }
        self.0.at += 1;
        Ok(())
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut items: A) -> Result<(), A::Error> {
        let walk = self.0;
        let behind = walk.step_in();
        while items.next_element_seed(Led(walk))?.is_some() {
            walk.step_over();
        }
        walk.at = behind;
        Ok(())
    }

    fn visit_map<A: MapAccess<'de>>(self, mut entries: A) -> Result<(), A::Error> {
        let walk = self.0;
        let behind = walk.step_in();
        // A field's name is no value but a word by itself; in curly brackets anything may be the key.
        while entries.next_key_seed(Key(walk))?.is_some() {
            walk.step_over();
            entries.next_value_seed(Led(walk))?;
            walk.step_over();
        }
        walk.at = behind;
        Ok(())
    }

    fn visit_enum<A: EnumAccess<'de>>(self, named: A) -> Result<(), A::Error> {
        let walk = self.0;
        let ((), rest) = named.variant_seed(Name)?;
        walk.at += 1;
        if walk.kind(0) != Some(Kind::Open(b'(')) {
            return rest.unit_variant();
        }
        if walk.has_fields() { rest.struct_variant(&[], Led(walk)) } else { rest.tuple_variant(0, Led(walk)) }
    }
}

/// The key of an entry.
struct Key<'a, 'w, 't>(&'a mut Walk<'w, 't>);

impl<'de> DeserializeSeed<'de> for Key<'_, '_, '_> {
    type Value = ();

    fn deserialize<D: Deserializer<'de>>(self, ron: D) -> Result<(), D::Error> {
        if self.0.kind(0) == Some(Kind::Word) && self.0.kind(1) == Some(Kind::Colon) {
            self.0.at += 1;
            return ron.deserialize_identifier(IgnoredAny).map(|_| ());
        }
        Led(self.0).deserialize(ron)
    }
}

/// A word.
struct Name;

impl<'de> DeserializeSeed<'de> for Name {
    type Value = ();

    fn deserialize<D: Deserializer<'de>>(self, ron: D) -> Result<(), D::Error> {
        ron.deserialize_identifier(IgnoredAny).map(|_| ())
    }
}
