//! What a scenario allows on purpose.

use super::{Known, OTHERS, rules};
use crate::problem::{Code, Problem, Severity};
use crate::scenario::read::codes;

/// An `allow` that nothing is found for any more.
pub(super) const UNNEEDED: Code = Code("unneeded-allow");

/// An `allow` for something that cannot be allowed, or that there is no check for.
pub(super) const WRONG: Code = Code("wrong-allow");

/// Takes those of `problems` out that `scenario` allows, and adds what is wrong with its `allow`; returns what is left
/// and how many were taken out. Where a rule was not looked at, nobody can say that its `allow` is not needed.
pub(super) fn sift(known: &Known<'_>, problems: Vec<Problem>) -> (Vec<Problem>, usize) {
    let scenario = known.scenario;
    let mut allowed_in_all = 0;
    let mut needed = vec![false; scenario.allow.len()];
    let mut left: Vec<Problem> = problems
        .into_iter()
        .filter(|problem| {
            let allowed = scenario
                .allow
                .iter()
                .position(|allow| allow.code == problem.code.0 && problem.severity != Severity::Error);
            if let Some(at) = allowed {
                needed[at] = true;
                allowed_in_all += problem.count();
            }
            allowed.is_none()
        })
        .collect();
    for (allow, needed) in scenario.allow.iter().zip(needed) {
        let rule = rules::ALL.iter().find(|rule| rule.code.0 == allow.code);
        match rule {
            Some(rule) if rule.severity == Severity::Error => left.push(
                Problem::new(WRONG, Severity::Warning, allow.span, format!("\"{}\" cannot be allowed", allow.code))
                    .label("a conversation can break off there")
                    .help("mend it, and leave this `Allow` out"),
            ),
            Some(rule) if !needed && rule.looks_at(known) => left.push(
                Problem::new(
                    UNNEEDED,
                    Severity::Warning,
                    allow.span,
                    format!("nothing is found that \"{}\" would have to be allowed for", allow.code),
                )
                .help("leave this `Allow` out: should the problem come back, it would hide it"),
            ),
            Some(_) => {}
            None => left.push(unknown(&allow.code, allow.span)),
        }
    }
    (left, allowed_in_all)
}

fn unknown(code: &str, span: crate::problem::Span) -> Problem {
    if codes::ALL.iter().any(|(known, _)| known.0 == code) {
        return Problem::new(WRONG, Severity::Warning, span, format!("\"{code}\" cannot be allowed"))
            .label("with this mistake the scenario cannot be played at all")
            .help("leave this `Allow` out");
    }
    if OTHERS.iter().any(|(known, ..)| known.0 == code) {
        return Problem::new(WRONG, Severity::Warning, span, format!("\"{code}\" cannot be allowed"))
            .label("nothing in a scenario can switch this off")
            .help("leave this `Allow` out");
    }
    let problem = Problem::new(WRONG, Severity::Warning, span, format!("there is no check \"{code}\""));
    match rules::near(code) {
        Some(near) => problem.label(format!("did you mean \"{near}\"?")),
        None => problem.help("tellmore explain shows the names of all checks"),
    }
}
