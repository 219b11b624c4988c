//! Problems as JSON, for editors and scripts.

use serde::Serialize;

use super::{Lines, Problem, Severity, Source};

/// One problem as it stands in JSON documents: line and column count from 1, the column in characters.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Row {
    /// The kind of problem.
    pub code: &'static str,
    /// How much it matters.
    pub severity: Severity,
    /// The file, as it was named.
    pub file: String,
    /// The line, from 1.
    pub line: usize,
    /// The column, from 1, in characters.
    pub column: usize,
    /// What is wrong.
    pub message: String,
    /// How to mend it, or nothing.
    pub help: Option<String>,
    /// What takes several lines to tell, such as the conversation that leads there; left out where there is nothing.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub detail: Option<String>,
}

/// The rows of `problems`, all found in `source`, in the order given.
#[must_use]
pub fn rows(source: Source<'_>, problems: &[Problem]) -> Vec<Row> {
    let lines = Lines::of(source.text);
    problems
        .iter()
        .map(|problem| {
            let place = lines.place(problem.span.start);
            Row {
                code: problem.code.0,
                severity: problem.severity,
                file: source.name.to_owned(),
                line: place.line,
                column: place.column,
                message: problem.message.clone(),
                help: problem.advice().map(str::to_owned),
                detail: problem.detail.clone(),
            }
        })
        .collect()
}
