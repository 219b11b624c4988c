//! Documents made of scenarios and conversations: each a function from what is known to a text.

pub mod check;
pub mod debrief_json;
pub mod debrief_text;
pub mod dot;
pub mod figures;
pub mod html;
pub mod lines;
pub mod map_json;
pub mod mermaid;
pub mod pages;
pub mod palette;
pub mod simulate_json;
pub(crate) mod simulate_lines;
pub mod simulate_text;
pub mod simulation;
pub mod svg;
pub mod tree;
pub mod ways;

#[cfg(test)]
mod tests;
