//! Documents made of scenarios and conversations: each a function from what is known to a text.

pub mod debrief_json;
pub mod debrief_text;
pub mod figures;
pub mod lines;
pub mod map_json;
pub mod simulate_json;
mod simulate_lines;
pub mod simulate_text;
pub mod simulation;
pub mod tree;
