//! The parts that screens are made of.

pub(crate) mod bars;
pub(crate) mod brush;
pub(crate) mod figure;
pub(crate) mod hints;
pub(crate) mod prose;
pub(crate) mod scroll;
pub(crate) mod wraps;
