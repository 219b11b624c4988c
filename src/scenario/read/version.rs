//! The version of the format that a file is written in.

use super::codes;
use super::reader::Reader;
use super::value::{Form, Value};
use crate::problem::Problem;
use crate::scenario::FORMAT;

impl Reader<'_> {
    /// Whether the file `value` is written in a newer format than this one. Then this is all that is said: its fields
    /// may be others, and each would look like a mistake.
    pub(super) fn is_newer(&mut self, value: Value) -> bool {
        let Form::Record(_, mut items) = value.form(self.layout) else { return false };
        while let Some(item) = items.next(self.layout) {
            let is_format = item.key.is_some_and(|key| key.field(self.layout) == "format");
            let format: Option<u64> = ron::from_str(item.value.source(self.layout)).ok().filter(|_| is_format);
            if let Some(format) = format.filter(|&format| format > u64::from(FORMAT)) {
                self.problems.add(|| {
                    let message = format!(
                        "this file is written in format {format}; this tellmore reads format {FORMAT}: \
                         a newer tellmore is needed"
                    );
                    Problem::error(codes::NEWER_FORMAT, item.value.span(self.layout), message)
                });
                return true;
            }
        }
        false
    }

    /// Notes it where `value` is no format that there ever was.
    pub(super) fn format(&mut self, value: Option<Value>) {
        let Some(value) = value else { return };
        if let Some(format) = self.whole(value, "`format`", 0..=i64::from(u32::MAX))
            && format != i64::from(FORMAT)
        {
            self.problems.add(|| {
                let message = format!("there is no format {format}");
                Problem::error(codes::NO_SUCH_FORMAT, value.span(self.layout), message).label(format!("write {FORMAT}"))
            });
        }
    }
}
