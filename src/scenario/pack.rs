//! A pack: what `pack.ron` says about a folder of scenarios.

use super::Rubric;
use crate::problem::Problem;

/// What a folder of scenarios is called, who wrote it, and the skills that its marks are for.
#[derive(Debug, Clone, PartialEq)]
pub struct Pack {
    /// What people see above the scenarios.
    pub title: String,
    /// Who wrote them.
    pub author: Option<String>,
    /// The skills of its scenarios, where they are not those of [`Rubric::default`].
    pub rubric: Option<Rubric>,
}

/// Reads `pack.ron`.
///
/// # Errors
/// Everything that is wrong with `text`, by place; at least one problem.
pub fn read(text: &str) -> Result<Pack, Vec<Problem>> {
    super::read::read_pack(text)
}
