//! The same file read the plain way: by ron into structs with nothing checked and no places. It is what the speed of
//! `read` is held against, and what its values are compared with.
#![allow(dead_code, missing_docs, unreachable_pub, reason = "included as a module, and not everything is looked at")]

use std::collections::HashMap;
use std::fmt;
use std::marker::PhantomData;

use serde::Deserialize as Derive;
use serde::de::value::{MapAccessDeserializer, SeqAccessDeserializer};
use serde::de::{Deserialize, Deserializer, Error, IntoDeserializer, MapAccess, SeqAccess, Visitor};

/// Reads `text` with ron alone.
///
/// # Errors
/// What ron says.
pub fn plain(text: &str) -> Result<Scenario, ron::error::SpannedError> {
    ron::Options::default().with_default_extension(ron::extensions::Extensions::IMPLICIT_SOME).from_str(text)
}

#[derive(Debug, Clone, Derive)]
pub struct Scenario {
    pub format: u32,
    pub title: String,
    #[serde(default)]
    pub level: Option<Level>,
    #[serde(default)]
    pub tags: Vec<String>,
    pub customer: Customer,
    #[serde(default)]
    pub brief: Option<Brief>,
    #[serde(default)]
    pub facts: HashMap<String, String>,
    pub opening: Opening,
    pub moments: HashMap<String, Moment>,
    pub endings: HashMap<String, Ending>,
    #[serde(default)]
    pub if_shut: Option<String>,
    #[serde(default)]
    pub allow: Vec<Allow>,
}

#[derive(Debug, Clone, Derive)]
pub enum Level {
    Starter,
    Working,
    Hard,
}

#[derive(Debug, Clone, Derive)]
pub struct Customer {
    pub name: String,
    pub role: String,
    pub company: String,
    pub situation: String,
    pub cares_about: Vec<String>,
    pub hero: String,
    pub openness: u8,
}

#[derive(Debug, Clone, Derive)]
pub struct Brief {
    #[serde(default)]
    pub results: Vec<BusinessResult>,
    #[serde(default)]
    pub usage: Option<String>,
    #[serde(default)]
    pub stories: Vec<Story>,
    #[serde(default)]
    pub rivals: Vec<Rival>,
}

#[derive(Debug, Clone, Derive)]
#[serde(rename = "Result")]
pub struct BusinessResult {
    pub symptom: String,
    pub consequence: String,
    pub result: String,
}

#[derive(Debug, Clone, Derive)]
pub struct Story {
    pub hero: String,
    pub before: String,
    pub turn: String,
    pub after: String,
}

#[derive(Debug, Clone, Derive)]
pub struct Rival {
    pub name: String,
    pub good_at: String,
    pub solves_instead: String,
}

#[derive(Debug, Clone, Derive)]
pub enum Opening {
    Insight { says: String, source: String, then: String },
    Question { says: String, then: String },
    Story { says: String, hero: String, then: String },
}

#[derive(Debug, Clone, Derive)]
pub struct Moment {
    #[serde(default)]
    pub stage: Option<String>,
    pub replies: Vec<Reply>,
    #[serde(default)]
    pub at_most: Option<u32>,
    #[serde(default)]
    pub after: Option<String>,
}

#[derive(Debug, Clone, Derive)]
pub struct Reply {
    pub kind: Kind,
    pub says: OneOrMore,
    #[serde(default)]
    pub odds: Option<ByBand<u32>>,
    #[serde(default)]
    pub needs: Vec<String>,
    #[serde(default)]
    pub unless: Vec<String>,
    #[serde(default)]
    pub reveals: Vec<String>,
    pub follow_ups: Vec<FollowUp>,
}

#[derive(Debug, Clone, PartialEq, Derive)]
pub enum Kind {
    TellMeMore,
    ThatsBs,
    NotImportant,
    DifferentView,
    Other(String),
}

#[derive(Debug, Clone, Derive)]
pub struct FollowUp {
    pub says: String,
    #[serde(default)]
    pub marks: Marks,
    #[serde(default)]
    pub opens: i8,
    #[serde(default)]
    pub needs: Vec<String>,
    #[serde(default)]
    pub unless: Vec<String>,
    #[serde(default)]
    pub hears: Option<String>,
    #[serde(default)]
    pub reveals: Vec<String>,
    #[serde(default)]
    pub coach: Option<String>,
    pub then: ByBand<String>,
}

#[derive(Debug, Clone, Default, Derive)]
#[serde(default)]
pub struct Marks {
    pub hero: i8,
    pub why: i8,
    pub curiosity: i8,
    pub consequence: i8,
    pub proof: i8,
    pub composure: i8,
}

#[derive(Debug, Clone, Derive)]
pub struct Ending {
    pub outcome: Outcome,
    pub says: String,
    #[serde(default)]
    pub worth: Option<i32>,
}

#[derive(Debug, Clone, Derive)]
pub enum Outcome {
    Order,
    Advance,
    Continuation,
    NoSale,
}

#[derive(Debug, Clone, Derive)]
pub struct Allow {
    pub code: String,
    pub because: String,
}

/// A value, or one for each band.
#[derive(Debug, Clone)]
pub enum ByBand<T> {
    Always(T),
    Bands(Bands<T>),
}

#[derive(Debug, Clone, Derive)]
pub struct Bands<T> {
    pub shut: T,
    pub wary: T,
    pub open: T,
}

/// A text, or a list of them.
#[derive(Debug, Clone)]
pub enum OneOrMore {
    One(String),
    More(Vec<String>),
}

// Serde's untagged enums would read such values into a buffer first, which takes longer than reading them.
impl<'de, T: Deserialize<'de>> Deserialize<'de> for ByBand<T> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Either<T>(PhantomData<T>);
        impl<'de, T: Deserialize<'de>> Visitor<'de> for Either<T> {
            type Value = ByBand<T>;
            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("a value or three")
            }
            fn visit_u64<E: Error>(self, value: u64) -> Result<Self::Value, E> {
                T::deserialize(value.into_deserializer()).map(ByBand::Always)
            }
            fn visit_str<E: Error>(self, value: &str) -> Result<Self::Value, E> {
                T::deserialize(value.into_deserializer()).map(ByBand::Always)
            }
            fn visit_map<A: MapAccess<'de>>(self, map: A) -> Result<Self::Value, A::Error> {
                Bands::deserialize(MapAccessDeserializer::new(map)).map(ByBand::Bands)
            }
        }
        deserializer.deserialize_any(Either(PhantomData))
    }
}

impl<'de> Deserialize<'de> for OneOrMore {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Either;
        impl<'de> Visitor<'de> for Either {
            type Value = OneOrMore;
            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("a text or a list of them")
            }
            fn visit_str<E: Error>(self, value: &str) -> Result<Self::Value, E> {
                Ok(OneOrMore::One(value.to_owned()))
            }
            fn visit_seq<A: SeqAccess<'de>>(self, seq: A) -> Result<Self::Value, A::Error> {
                Vec::deserialize(SeqAccessDeserializer::new(seq)).map(OneOrMore::More)
            }
        }
        deserializer.deserialize_any(Either)
    }
}
