//! How the mistakes that reading finds are mended: for each code a few words, and mostly a line or two before and after.

mod fields;
mod names;
mod signs;

#[cfg(test)]
mod tests;

use crate::problem::Code;

/// How a mistake is mended.
#[derive(Debug, Clone, Copy)]
pub struct Mend {
    /// Of what kind the mistake is.
    pub code: Code,
    /// Why it matters and what to do, in a sentence or more.
    pub how: &'static str,
    /// A line or a few of a scenario, with the mistake and without it; nothing where none are short enough.
    pub example: Option<(&'static str, &'static str)>,
}

/// How a mistake with this code is mended; nothing where reading finds no such mistake.
#[must_use]
pub fn mend(code: Code) -> Option<&'static Mend> {
    [signs::MENDS, fields::MENDS, names::MENDS].into_iter().flatten().find(|mend| mend.code == code)
}

/// Makes a [`Mend`].
const fn with(code: Code, how: &'static str, bad: &'static str, good: &'static str) -> Mend {
    Mend { code, how, example: Some((bad, good)) }
}

/// Makes a [`Mend`] that no few lines can show.
const fn without(code: Code, how: &'static str) -> Mend {
    Mend { code, how, example: None }
}
