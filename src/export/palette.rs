//! The colours that outcomes have on paper and on a page, the same in every picture.

use crate::scenario::Outcome;

/// The colours of one outcome, as CSS writes them.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Paint {
    /// Behind dark words.
    pub fill: &'static str,
    /// Round it, and of what leads to it.
    pub line: &'static str,
    /// Behind light words.
    pub dark_fill: &'static str,
    /// Round it on a dark page.
    pub dark_line: &'static str,
}

/// The colours of `outcome`. They differ in lightness too, so that a picture printed in grey still tells them apart a
/// little; the word of the outcome always stands with them.
#[must_use]
pub const fn paint(outcome: Outcome) -> Paint {
    match outcome {
        Outcome::Order => Paint { fill: "#d6f0d9", line: "#1c7a34", dark_fill: "#14391f", dark_line: "#63c97d" },
        Outcome::Advance => Paint { fill: "#d9eaf9", line: "#1a66a8", dark_fill: "#14314a", dark_line: "#6db5ee" },
        Outcome::Continuation => Paint { fill: "#faecc8", line: "#946200", dark_fill: "#3d2f0d", dark_line: "#dcab45" },
        Outcome::NoSale => Paint { fill: "#f9dcd7", line: "#b3311f", dark_fill: "#461d18", dark_line: "#f0897a" },
    }
}
