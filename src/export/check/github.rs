//! What was found, as GitHub shows it beside the lines of a change: one workflow command a problem.

use super::Checked;
use crate::problem::{Code, Severity, json::rows};
use crate::visible::visible;

/// The annotations for a file, one a line.
#[must_use]
pub fn file(checked: &Checked<'_>) -> String {
    let rows = rows(checked.source, checked.problems);
    rows.into_iter()
        .map(|row| {
            let message =
                [Some(row.message), row.help, row.detail].into_iter().flatten().collect::<Vec<_>>().join("\n");
            annotation(row.severity, &row.file, row.line, row.column, row.code, &message)
        })
        .collect()
}

/// The annotation for a file that cannot be looked at, and why: of this kind.
#[must_use]
pub fn unread(name: &str, code: Code, why: &str) -> String {
    annotation(Severity::Error, name, 1, 1, code.0, why)
}

fn annotation(severity: Severity, file: &str, line: usize, column: usize, code: &str, message: &str) -> String {
    let command = match severity {
        Severity::Error => "error",
        Severity::Warning => "warning",
        Severity::Note => "notice",
    };
    let message = message.lines().map(|line| escaped(&visible(line))).collect::<Vec<_>>().join("%0A");
    format!("::{command} file={},line={line},col={column},title={code}::{message}\n", property(&visible(file)))
}

/// A value that no line break and no other command can stand in.
fn escaped(value: &str) -> String {
    value.replace('%', "%25").replace('\r', "%0D").replace('\n', "%0A")
}

/// A value between commas and colons.
fn property(value: &str) -> String {
    escaped(value).replace(':', "%3A").replace(',', "%2C")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::problem::{Problem, Source, Span};

    #[test]
    fn nothing_in_a_name_or_a_message_begins_another_command() {
        let problem = Problem::error(Code("used-twice"), Span::new(0, 1), "50%\n::error::x").help("a\u{1b}b");
        let source = Source { name: "a,line=9:\n.ron", text: "x" };
        let told = file(&Checked { source, problems: &[problem], allowed: 0, summary: None });
        assert_eq!(told.lines().count(), 1, "{told}");
        assert!(told.starts_with("::error file=a%2Cline=9%3A"), "{told}");
        assert!(told.contains("::50%25%0A::error::x%0Aa") && !told.contains('\u{1b}'), "{told}");
    }
}
