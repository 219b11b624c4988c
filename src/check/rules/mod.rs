//! The rules: one file each, named by what it finds.

// What can happen.
mod at_most_never_reached;
mod dead_end;
mod no_if_shut;
mod no_way_to_an_ending;
mod only_way_out;
mod unreachable_line;
mod unreachable_moment;
mod unreachable_reply;
mod unused_ending;
mod unused_fact;

// What it is worth.
mod best_line_first;
mod depth;
mod hopeless_line;
mod leak;
mod nothing_at_stake;
mod nothing_at_stake_at_all;
mod rare_reply;
mod rewards_provoking;
mod too_obvious;

// How it is written.
mod few_kinds;
mod few_lines;
mod hidden_character;
mod lines_alike;
mod long_line;
mod no_brief;
mod no_hero;
mod no_note;
mod note_twice;
mod reply_twice;
mod same_words;

use super::Rule;
use crate::problem::Code;

/// Every rule, in the order of the pages.
pub const ALL: &[Rule] = &[
    // What can happen.
    dead_end::RULE,
    no_if_shut::RULE,
    no_way_to_an_ending::RULE,
    unreachable_moment::RULE,
    unreachable_reply::RULE,
    unreachable_line::RULE,
    unused_fact::RULE,
    unused_ending::RULE,
    at_most_never_reached::RULE,
    only_way_out::RULE,
    // What it is worth.
    leak::RULE,
    depth::RULE,
    nothing_at_stake_at_all::RULE,
    nothing_at_stake::RULE,
    hopeless_line::RULE,
    too_obvious::RULE,
    rewards_provoking::RULE,
    rare_reply::RULE,
    best_line_first::RULE,
    // How it is written.
    long_line::RULE,
    lines_alike::RULE,
    reply_twice::RULE,
    same_words::RULE,
    few_lines::RULE,
    few_kinds::RULE,
    no_note::RULE,
    note_twice::RULE,
    no_brief::RULE,
    no_hero::RULE,
    hidden_character::RULE,
];

/// The codes of moments, replies and lines that never happen.
pub(super) const UNREACHABLE: [Code; 3] =
    [unreachable_moment::RULE.code, unreachable_reply::RULE.code, unreachable_line::RULE.code];

/// The rule whose code is most like `code`, if any is.
#[must_use]
pub fn near(code: &str) -> Option<&'static str> {
    let known = ALL.iter().map(|rule| rule.code.0);
    let distance = |known: &str| strsim::osa_distance(known, &code.to_lowercase().replace(['_', ' '], "-"));
    known
        .map(|known| (distance(known), known))
        .min()
        .filter(|(distance, known)| *distance <= known.len() / 3)
        .map(|(_, known)| known)
}
