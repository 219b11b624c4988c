//! `pack.ron`.

use super::names::{About, Given};
use super::reader::Reader;
use super::record::{MAY, MUST, Shape};
use super::value::Value;
use crate::scenario::{Pack, Rubric, Skill};

pub(super) const PACK: Shape<4> = Shape {
    name: "Pack",
    called: "the pack",
    fields: [("format", MAY), ("title", MUST), ("author", MAY), ("rubric", MAY)],
};

pub(super) const RUBRIC: Shape<1> = Shape { name: "Rubric", called: "the rubric", fields: [("skills", MUST)] };

pub(super) const SKILL: Shape<3> =
    Shape { name: "Skill", called: "a skill", fields: [("name", MUST), ("asks", MUST), ("weight", MAY)] };

const SKILLS: About = About {
    map: "`skills`",
    name: "the word for a skill",
    example: "\"hero\": Skill(name: \"..\", asks: \"..\")",
    unique: "give every skill a word of its own",
};

/// The most that a mark can count.
const MOST_WEIGHT: f64 = 10.0;

impl Reader<'_> {
    /// The whole pack; it counts only if no mistake was noted.
    pub(super) fn pack(&mut self, value: Value) -> Option<Pack> {
        if self.is_newer(value) {
            return None;
        }
        let [format, title, author, rubric] = self.fields(value, &PACK)?;
        self.format(format);
        Some(Pack {
            title: self.text_or_empty(title, "`title`"),
            author: author.and_then(|author| self.text(author, "`author`")),
            rubric: rubric.and_then(|rubric| self.rubric(rubric)),
        })
    }

    fn rubric(&mut self, value: Value) -> Option<Rubric> {
        let [skills] = self.fields(value, &RUBRIC)?;
        let entries = self.named(skills, &SKILLS, &mut Given::new()).entries;
        self.filled_map(skills, "`skills`", "a rubric needs a skill");
        let skills = entries.into_iter().filter_map(|entry| self.rubric_skill(entry.name, entry.value)).collect();
        Some(Rubric { skills })
    }

    fn rubric_skill(&mut self, key: String, value: Value) -> Option<Skill> {
        let [name, asks, weight] = self.fields(value, &SKILL)?;
        Some(Skill {
            key,
            name: self.text_or_empty(name, "`name`"),
            asks: self.text_or_empty(asks, "`asks`"),
            weight: weight.and_then(|weight| self.decimal(weight, "`weight`", MOST_WEIGHT)).unwrap_or(1.0),
        })
    }
}
