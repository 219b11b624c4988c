//! What was found in the files that were checked: for people, for programs, for reviews on GitHub, and in a table.

pub mod github;
pub mod json;
pub mod table;
pub mod text;

use crate::check::{Summary, counted};
use crate::problem::{Problem, Severity, Source};

/// What came of checking a file.
#[derive(Debug, Clone, Copy)]
pub struct Checked<'a> {
    /// The file.
    pub source: Source<'a>,
    /// What is wrong with it, by place.
    pub problems: &'a [Problem],
    /// How many more problems it allows on purpose.
    pub allowed: usize,
    /// Its figures; nothing where it cannot be played, or is no scenario.
    pub summary: Option<&'a Summary>,
}

/// How much was found, by how much it matters.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Count {
    /// Errors.
    pub errors: usize,
    /// Warnings.
    pub warnings: usize,
    /// Notes.
    pub notes: usize,
    /// What is allowed on purpose.
    pub allowed: usize,
}

impl Count {
    /// The count of `problems`, and of those `allowed`.
    #[must_use]
    pub fn of(problems: &[Problem], allowed: usize) -> Self {
        let of = |severity| {
            problems.iter().filter(|problem| problem.severity == severity).map(Problem::count).sum::<usize>()
        };
        Self { errors: of(Severity::Error), warnings: of(Severity::Warning), notes: of(Severity::Note), allowed }
    }

    /// The count in words: `2 errors, 1 note`; `clean` where there is nothing.
    #[must_use]
    pub fn told(self) -> String {
        let some = |count: usize, one: &str| (count > 0).then(|| counted(count, one));
        let found = [some(self.errors, "error"), some(self.warnings, "warning"), some(self.notes, "note")];
        let found: Vec<String> = found.into_iter().flatten().collect();
        let allowed = if self.allowed > 0 { format!(" ({} allowed)", self.allowed) } else { String::new() };
        if found.is_empty() { format!("clean{allowed}") } else { found.join(", ") + &allowed }
    }
}

impl std::ops::AddAssign for Count {
    fn add_assign(&mut self, more: Self) {
        self.errors += more.errors;
        self.warnings += more.warnings;
        self.notes += more.notes;
        self.allowed += more.allowed;
    }
}
