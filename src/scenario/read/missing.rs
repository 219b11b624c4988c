//! Names that are used and stand for nothing.
//!
//! A name that is missing in many places is one mistake, and often not in any of them: where it is given, it is
//! misspelt. So they are gathered while the scenario is read, and told at its end.

use hashbrown::HashMap;

use super::alike::{LETTERS, difference, look, told};
use super::codes;
use super::names::{Known, Names};
use super::near::Near;
use super::problems::Problems;
use super::wording::listed;
use crate::problem::{Code, Problem, Span};

/// The names that stand for nothing, each with where it is used.
#[derive(Debug, Default)]
pub(super) struct Missing {
    pub(super) goals: Vec<(String, Span)>,
    pub(super) facts: Vec<(String, Span)>,
    pub(super) skills: Vec<(String, Span)>,
}

/// The words for names of one sort.
struct About<'a> {
    code: Code,
    called: &'a str,
    /// What stands around a name.
    quote: char,
    help: &'a str,
}

impl Missing {
    /// Notes each of them once.
    pub(super) fn tell(self, known: &Known, near: &mut Near, problems: &mut Problems) {
        let goals = About {
            code: codes::NO_SUCH_GOAL,
            called: "moment or ending",
            quote: '"',
            help: "moments and endings are the names in quotes under `moments` and `endings`",
        };
        let facts = About {
            code: codes::NO_SUCH_FACT,
            called: "fact",
            quote: '"',
            help: "facts are the names in quotes under `facts`",
        };
        let names: Vec<&str> = known.skills.iter().take(20).collect();
        let help = format!("the skills are {}", listed(&names));
        let skills = About { code: codes::NO_SUCH_SKILL, called: "skill", quote: '`', help: &help };
        tell(self.goals, &known.goals, &goals, near, problems);
        tell(self.facts, &known.facts, &facts, near, problems);
        tell(self.skills, &known.skills, &skills, near, problems);
    }
}

fn tell<Id: Copy>(
    missing: Vec<(String, Span)>,
    names: &Names<Id>,
    about: &About<'_>,
    near: &mut Near,
    problems: &mut Problems,
) {
    if !names.complete {
        return;
    }
    let mut places: HashMap<&str, Vec<Span>> = HashMap::new();
    for (name, span) in &missing {
        places.entry(name).or_default().push(*span);
    }
    // In the order of the text, so that the work on near names goes to the first of them.
    for (name, first) in &missing {
        let Some(spans) = places.remove(name.as_str()) else { continue };
        let near = near.to(name, names.iter());
        if near.is_none() && names.twice {
            continue;
        }
        problems.add(|| match near {
            Some(near) if look(name) == look(near) && difference(name, near) == LETTERS => {
                about.other_letters(name, *first, spans.len(), near, names.given(near))
            }
            _ => about.problem(name, *first, spans.len(), near.map(|near| (near, names.unused(near)))),
        });
    }
}

impl About<'_> {
    /// The mistake that `name`, used at `first` and in `count` places in all, differs from `near` in nothing but small
    /// and capital letters: it is told where it is used, because what is given there looks right.
    fn other_letters(&self, name: &str, first: Span, count: usize, near: &str, given: Option<Span>) -> Problem {
        let (called, name, near) = (self.called, told(name, self.quote), told(near, self.quote));
        let problem = Problem::error(self.code, first, format!("there is no {called} {name}, and there is {near}"))
            .label(format!("did you mean {near}?"));
        let problem = match given {
            Some(given) => problem.see(given, "the name as it is given"),
            None => problem,
        };
        let help = "small and capital letters count: write the name in the same way everywhere";
        match count {
            1 => problem.help(help),
            _ => problem.help(format!("{help}; it is used in {count} places")),
        }
    }

    /// The mistake that `name` is used at `first`, and in `count` places in all; `near` is a name that exists, and
    /// where it is given if nothing uses it.
    fn problem(&self, name: &str, first: Span, count: usize, near: Option<(&str, Option<Span>)>) -> Problem {
        let (called, quote, name) = (self.called, self.quote, told(name, self.quote));
        if let Some((near, Some(given))) = near.filter(|_| count > 1) {
            let message = format!("there is no {called} {name}, and it is used in {count} places");
            return Problem::error(self.code, given, message)
                .label(format!("did you mean {name}? Nothing uses {}", told(near, quote)))
                .see(first, "used here first");
        }
        let message = format!("there is no {called} {name}");
        let problem = Problem::error(self.code, first, message);
        let problem = match near {
            Some((near, _)) => problem.label(format!("did you mean {}?", told(near, quote))),
            None => problem.label(format!("no {called} has this name")),
        };
        match (count, near) {
            (1, Some(_)) if quote == '"' => problem,
            (1, _) => problem.help(self.help),
            _ => problem.help(format!("it is used in {count} places; {}", self.help)),
        }
    }
}
