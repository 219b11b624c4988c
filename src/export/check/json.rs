//! What was found, for programs. `docs/json.md` describes it.

use serde_json::{Map, Value, json};

use super::{Checked, Count};
use crate::check::Summary;
use crate::problem::{Code, json::rows};

/// What was found in all files, as one document.
#[derive(Debug, Default)]
pub struct Document {
    problems: Vec<Value>,
    files: Vec<Value>,
}

/// What was found in one file.
#[derive(Debug)]
pub struct File {
    problems: Vec<Value>,
    file: Value,
}

impl File {
    /// What was found in the file.
    #[must_use]
    pub fn of(checked: &Checked<'_>) -> Self {
        let count = Count::of(checked.problems, checked.allowed);
        let mut file = json!({
            "file": checked.source.name,
            "errors": count.errors,
            "warnings": count.warnings,
            "notes": count.notes,
            "allowed": count.allowed,
        });
        if let (Some(summary), Some(file)) = (checked.summary, file.as_object_mut()) {
            file.append(&mut figures(summary));
        }
        Self { problems: rows(checked.source, checked.problems).iter().map(|row| json!(row)).collect(), file }
    }

    /// A file that cannot be looked at, and why: of this kind.
    #[must_use]
    pub fn unread(name: &str, code: Code, why: &str) -> Self {
        let problem = json!({
            "code": code.0,
            "severity": "error",
            "file": name,
            "line": 1,
            "column": 1,
            "message": why,
            "help": null,
        });
        let file = json!({ "file": name, "errors": 1, "warnings": 0, "notes": 0, "allowed": 0 });
        Self { problems: vec![problem], file }
    }
}

impl Document {
    /// Adds what was found in one more file.
    pub fn add(&mut self, mut file: File) {
        self.problems.append(&mut file.problems);
        self.files.push(file.file);
    }

    /// The whole document.
    #[must_use]
    pub fn into_value(self) -> Value {
        json!({ "problems": self.problems, "files": self.files })
    }
}

fn figures(summary: &Summary) -> Map<String, Value> {
    let (shortest, longest) = summary.turns.unzip();
    let figures = summary.figures.as_ref();
    let leak = |&(strategy, score): &(crate::solver::Strategy, Option<f64>)| {
        (strategy.key().to_owned(), json!(figures.and_then(|figures| figures.leak(score))))
    };
    let leaks: Option<Map<String, Value>> = figures.map(|figures| figures.strategies.iter().map(leak).collect());
    let figures = json!({
        "states": summary.states,
        "shortest": shortest,
        "longest": longest,
        "words": summary.words,
        "minutes": summary.minutes(),
        "par": figures.and_then(|figures| figures.par),
        "depth": figures.and_then(|figures| figures.depth),
        "leaks": leaks,
    });
    match figures {
        Value::Object(figures) => figures,
        _ => Map::new(),
    }
}
