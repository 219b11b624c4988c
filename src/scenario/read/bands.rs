//! Values that may differ by how open the customer is: `(shut: 4, wary: 2, open: 1)`.

use super::codes;
use super::reader::Reader;
use super::record::{MAY, Shape};
use super::value::{Form, Value};
use crate::problem::Problem;
use crate::scenario::{Band, ByBand};

/// The fields are not marked as needed, because a missing one has a mistake of its own.
const BANDS: Shape<3> = Shape {
    name: "",
    called: "a choice by openness",
    fields: [(Band::Shut.word(), MAY), (Band::Wary.word(), MAY), (Band::Open.word(), MAY)],
};

impl Reader<'_> {
    /// What `one` makes of `value`, or of its three bands.
    pub(super) fn by_band<T: Copy>(
        &mut self,
        value: Value,
        of: &str,
        mut one: impl FnMut(&mut Self, Value) -> Option<T>,
    ) -> Option<ByBand<T>> {
        let (value, form) = self.form(value, of)?;
        if matches!(form, Form::Map(_)) {
            let help = "write round brackets: (shut: .., wary: .., open: ..)";
            self.wrong_sort(value, of, "one value, or three in round brackets", Some(help.to_owned()));
            return None;
        }
        if !matches!(form, Form::Record(..)) {
            return one(self, value).map(ByBand::Always);
        }
        let before = self.problems.len();
        let bands = self.fields(value, &BANDS)?;
        let missing: Vec<&str> = Band::ALL
            .into_iter()
            .zip(bands)
            .filter(|(_, value)| value.is_none())
            .map(|(band, _)| band.word())
            .collect();
        // A name that is not known is likely to be the one that is missing.
        if !missing.is_empty() && self.problems.len() == before {
            self.problems.add(|| {
                let message = format!("{of} does not say what happens where the customer is {}", missing.join(" or "));
                Problem::error(codes::MISSING_BAND, value.mark(self.layout), message)
                    .label(super::wording::listed(&missing) + " missing")
                    .help("write all three: (shut: .., wary: .., open: ..)")
            });
        }
        let [shut, wary, open] = bands.map(|band| band.and_then(|band| one(self, band)));
        Some(ByBand::Bands([shut?, wary?, open?]))
    }
}
