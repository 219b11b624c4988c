//! From the text of a file to a [`Scenario`], or to everything that is wrong with it.
//!
//! Reading goes in three steps, each of them once over the text:
//!
//! 1. `layout` cuts the text into pieces and remembers where each stands. Texts that are too large or too deep are
//!    refused here, and control characters are blotted out.
//! 2. `parse` has ron read the text, led by the pieces. If it is not RON, `syntax` looks for the likeliest cause. Where
//!    it is certain how that is mended `repair` mends it in a copy, and the copy is read. Else that is all that is
//!    said, because whatever follows may be misread.
//! 3. The shapes of the format are read from the pieces. A mistake is noted and the reading goes on, so that all
//!    mistakes come in one go; one mistake is noted once.

mod alike;
mod bands;
mod circle;
pub mod codes;
mod home;
mod hostile;
mod layout;
mod marks;
pub mod mend;
mod missing;
mod names;
mod near;
mod number;
mod opening;
mod pack;
mod parse;
mod people;
mod problems;
mod reader;
mod record;
mod repair;
mod syntax;
mod text;
mod turns;
mod value;
mod version;
mod vocabulary;
mod whole;
mod wording;

pub use hostile::MOST_BYTES;
pub use layout::MOST_DEPTH;

use self::layout::Layout;
use self::pack::PACK;
use self::problems::Problems;
use self::reader::Reader;
use self::repair::Copy;
use self::value::Value;
use self::whole::SCENARIO;
use super::{Pack, Rubric, Scenario};
use crate::problem::Problem;

/// Reads a scenario, whose marks are for the skills of `rubric`.
///
/// # Errors
/// Everything that is wrong with `text`, by place; at least one problem.
pub fn read(text: &str, rubric: &Rubric) -> Result<Scenario, Vec<Problem>> {
    document(text, SCENARIO.name, |reader, value| reader.scenario(value, rubric))
}

/// Reads a pack.
pub(super) fn read_pack(text: &str) -> Result<Pack, Vec<Problem>> {
    document(text, PACK.name, |reader, value| reader.pack(value))
}

/// Reads `text`, which should be a `whole`, as what `shape` makes of its value.
fn document<T>(
    text: &str,
    whole: &'static str,
    shape: impl FnOnce(&mut Reader<'_>, Value) -> Option<T>,
) -> Result<T, Vec<Problem>> {
    if text.len() > MOST_BYTES {
        return Err(vec![hostile::too_large(text.len())]);
    }
    let end = text.len();
    let mut problems = Problems::default();
    let text = hostile::clean(text, &mut problems);
    let mut copy = Copy::of(&text);
    loop {
        let layout = match Layout::of(copy.text()) {
            Ok(layout) => layout,
            Err(too_deep) => {
                if !copy.is_mended() {
                    problems.add(|| hostile::too_deep(too_deep));
                }
                problems.add_all(copy.found(false));
                return Err(problems.sorted(end));
            }
        };
        let parsed = match parse::parse(&layout) {
            Ok(parsed) => parsed,
            Err(refusal) => {
                // A file of nothing but control characters is not empty as well.
                if !problems.is_empty() && !copy.is_mended() && layout.pieces.is_empty() {
                    return Err(problems.sorted(end));
                }
                let problem = syntax::cause(&layout, &refusal, whole);
                let edits = repair::edits(&layout, &problem);
                if copy.mend(problem, edits) {
                    continue;
                }
                problems.add_all(copy.found(false));
                return Err(problems.sorted(end));
            }
        };
        let noted = if copy.is_mended() { Problems::default() } else { std::mem::take(&mut problems) };
        let mut reader = Reader::new(&layout, &parsed, noted);
        let value = Value::whole(&layout);
        let made = shape(&mut reader, value);
        if !copy.is_mended() {
            if reader.problems.is_empty() {
                match made {
                    Some(made) => return Ok(made),
                    None => reader.unreadable(value),
                }
            }
            return Err(reader.problems.sorted(end));
        }
        problems.take_in(reader.problems, |problem| copy.told(problem));
        problems.add_all(copy.found(true));
        return Err(problems.sorted(end));
    }
}

#[cfg(test)]
mod tests;
