//! The words of the format, for guessing what a writer meant where the text is not RON.

use super::opening::{INSIGHT, QUESTION};
use super::pack::{PACK, RUBRIC, SKILL};
use super::people::{BRIEF, CUSTOMER, RESULT, RIVAL, STORY};
use super::turns::{FOLLOW_UP, KINDS, MOMENT, REPLY};
use super::whole::{ALLOW, ENDING, LEVELS, OUTCOMES, SCENARIO};

type Fields = &'static [(&'static str, bool)];

/// Each thing that has a name, with its fields.
const THINGS: [(&str, Fields); 16] = [
    (SCENARIO.name, &SCENARIO.fields),
    (CUSTOMER.name, &CUSTOMER.fields),
    (BRIEF.name, &BRIEF.fields),
    (RESULT.name, &RESULT.fields),
    (STORY.name, &STORY.fields),
    (RIVAL.name, &RIVAL.fields),
    (INSIGHT.name, &INSIGHT.fields),
    (QUESTION.name, &QUESTION.fields),
    (MOMENT.name, &MOMENT.fields),
    (REPLY.name, &REPLY.fields),
    (FOLLOW_UP.name, &FOLLOW_UP.fields),
    (ENDING.name, &ENDING.fields),
    (ALLOW.name, &ALLOW.fields),
    (PACK.name, &PACK.fields),
    (RUBRIC.name, &RUBRIC.fields),
    (SKILL.name, &SKILL.fields),
];

/// Whether `word` is the name of a thing that has fields.
pub(super) fn is_thing(word: &str) -> bool {
    THINGS.iter().any(|&(name, _)| name == word)
}

/// Whether `word` is the name of a field.
pub(super) fn is_field(word: &str) -> bool {
    fields().any(|name| name == word)
}

/// The names of all things.
pub(super) fn things() -> impl Iterator<Item = &'static str> {
    THINGS.iter().map(|&(name, _)| name)
}

/// The words that the field `name` takes, if it takes words without quotes.
pub(super) fn words_of(name: &str) -> Option<Vec<&'static str>> {
    match name {
        "kind" => Some(KINDS.to_vec()),
        "level" => Some(LEVELS.iter().map(|&(word, _)| word).collect()),
        "outcome" => Some(OUTCOMES.iter().map(|&(word, _)| word).collect()),
        _ => None,
    }
}

/// The field that takes `word` without quotes.
pub(super) fn field_of(word: &str) -> Option<&'static str> {
    ["kind", "level", "outcome"].into_iter().find(|name| words_of(name).is_some_and(|words| words.contains(&word)))
}

/// Whether the field `name` takes a text that is a sentence or a name.
pub(super) fn takes_text(name: &str) -> bool {
    const TEXTS: [&str; 19] = [
        "title",
        "name",
        "role",
        "company",
        "situation",
        "hero",
        "symptom",
        "consequence",
        "result",
        "usage",
        "says",
        "source",
        "stage",
        "hears",
        "coach",
        "because",
        "good_at",
        "solves_instead",
        "asks",
    ];
    TEXTS.contains(&name)
}

/// The names of all fields.
pub(super) fn fields() -> impl Iterator<Item = &'static str> {
    THINGS.iter().flat_map(|&(_, fields)| fields).map(|&(name, _)| name)
}
