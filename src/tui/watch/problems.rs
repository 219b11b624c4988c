//! What is wrong with the file, in the words of `check`.

use super::bench::Bench;
use super::finding::Finding;
use super::pane::{Row, Rows};
use crate::problem::Severity;
use crate::tui::theme::Role;
use crate::tui::widgets::brush::columns;

/// The columns that the line of a problem stands in.
const LINE: u16 = 11;

/// What a severity looks like in one column.
pub(super) const fn sign(severity: Severity) -> (&'static str, Role) {
    match severity {
        Severity::Error => ("×", Role::Alarm),
        Severity::Warning => ("!", Role::CustomerName),
        Severity::Note => ("·", Role::Quiet),
    }
}

/// Every problem, the selected one with what is to be known of it; the items are the problems.
pub(super) fn rows(bench: &Bench, findings: &[Finding], selected: usize, width: u16) -> Vec<Row> {
    let mut rows = Rows::new(bench.wraps(), width);
    if findings.is_empty() {
        rows.wrapped(0, 0, "Nothing is wrong with it: every rule was looked at over every state.", Role::Reached);
        return rows.done();
    }
    match bench.last_good() {
        Some(last_good) => rows.wrapped(0, 0, &last_good, Role::Alarm),
        None if bench.picture.is_none() => {
            rows.wrapped(0, 0, "It cannot be played yet. Mend it and save: this is read again at once.", Role::Text);
            rows.gap();
        }
        None => {}
    }
    for (number, finding) in findings.iter().enumerate() {
        let open = number == selected;
        rows.item = None;
        if open {
            rows.gap();
        }
        rows.item = Some(number);
        let first = rows.len();
        rows.wrapped(LINE, 0, &finding.says, if open { Role::Chosen } else { Role::Text });
        if open {
            rows.put(first, 0, "▸", Role::Marker);
        }
        let (sign, role) = sign(finding.severity);
        rows.put(first, 2, sign, role);
        let line = finding.line.map_or_else(String::new, |line| line.to_string());
        rows.put_right(first, LINE - 2, line, Role::Quiet);
        if open {
            about(&mut rows, finding);
            rows.item = None;
            rows.gap();
        }
    }
    rows.done()
}

/// What is to be known of `finding` beside what is wrong.
fn about(rows: &mut Rows<'_>, finding: &Finding) {
    if !finding.text.is_empty() {
        rows.line(LINE, &*finding.text, Role::Quiet);
    }
    if !finding.label.is_empty() {
        rows.wrapped(LINE, 0, &finding.label, Role::Text);
    }
    for seen in &finding.others {
        rows.line(LINE, &*seen.text, Role::Quiet);
        rows.put_right(rows.len() - 1, LINE - 2, seen.line.to_string(), Role::Quiet);
        rows.wrapped(LINE, 0, &seen.label, Role::Text);
    }
    if let Some(help) = &finding.help {
        rows.wrapped(LINE, 0, help, Role::Text);
    }
    if let Some(detail) = &finding.detail {
        told(rows, detail);
    }
    if !finding.code.is_empty() {
        let code = format!("{}[{}], x explains it", finding.severity.word(), finding.code);
        rows.wrapped(LINE, 0, &code, Role::Quiet);
    }
}

/// What takes several lines to tell. A line that is set in is what somebody says, with a name before it.
fn told(rows: &mut Rows<'_>, detail: &str) {
    let spoken = |line: &str| {
        let (who, says) = line.strip_prefix("  ")?.trim_start().split_once("  ")?;
        Some((who.to_owned(), says.trim().to_owned()))
    };
    let name = detail.lines().filter_map(spoken).map(|(who, _)| columns(&who)).max().unwrap_or(0).min(12);
    for line in detail.lines() {
        match spoken(line) {
            Some((who, says)) => {
                let first = rows.len();
                rows.wrapped(LINE + name + 2, 0, &says, if who == "You" { Role::Rep } else { Role::Customer });
                rows.put_right(first, LINE + name, who, Role::Quiet);
            }
            None => rows.wrapped(LINE, 0, line, Role::Quiet),
        }
    }
}
