//! The names that a scenario gives, collected before anything that uses them is read.
//!
//! A name counts as given even where what it names is broken, so that one broken moment does not make every line that
//! leads to it look wrong. Where some names cannot be known at all, nothing is said about names that are not found.

use std::collections::HashMap;
use std::collections::hash_map::Entry;

use super::codes;
use super::reader::Reader;
use super::value::{Form, Value};
use super::wording::short;
use crate::problem::{Problem, Span};
use crate::scenario::{EndingId, FactId, Goal, MomentId, Rubric, SkillId};

/// Names of one sort, and what they stand for.
#[derive(Debug)]
pub(super) struct Names<Id> {
    of: HashMap<String, Id>,
    /// In the order of the file.
    order: Vec<String>,
    /// Whether every name is known.
    complete: bool,
}

impl<Id> Default for Names<Id> {
    fn default() -> Self {
        Self { of: HashMap::new(), order: Vec::new(), complete: true }
    }
}

impl<Id: Copy> Names<Id> {
    fn iter(&self) -> impl Iterator<Item = &str> {
        self.order.iter().map(String::as_str)
    }
}

/// All names of a scenario.
#[derive(Debug, Default)]
pub(super) struct Known {
    pub(super) goals: Names<Goal>,
    pub(super) facts: Names<FactId>,
    pub(super) skills: Names<SkillId>,
}

/// The name of an entry of a map, and what stands after it.
#[derive(Debug)]
pub(super) struct Named {
    pub(super) name: String,
    pub(super) span: Span,
    pub(super) value: Value,
}

impl Known {
    pub(super) fn of(rubric: &Rubric) -> Self {
        let mut skills = Names::default();
        for (at, skill) in rubric.skills.iter().enumerate() {
            skills.of.insert(skill.key.clone(), SkillId::at(at));
            skills.order.push(skill.key.clone());
        }
        Self { skills, ..Self::default() }
    }
}

/// The names given so far in one namespace, and where.
pub(super) type Given = HashMap<String, Span>;

impl Reader<'_> {
    /// The entries of the map `value`, each with its name; a name in `given` is a mistake.
    pub(super) fn named(&mut self, value: Option<Value>, of: &About, given: &mut Given) -> Entries {
        let mut entries = Entries { entries: Vec::new(), complete: false };
        let Some(mut items) = value.and_then(|value| self.map(value, of.map, of.example)) else { return entries };
        entries.complete = true;
        while let Some(item) = items.next(self.layout) {
            let Some((name, span)) = self.key(item, of.name) else {
                entries.complete = false;
                continue;
            };
            match given.entry(name.clone()) {
                Entry::Occupied(before) => self.problems.add(|| {
                    Problem::error(codes::USED_TWICE, span, format!("the name \"{}\" is used twice", short(&name)))
                        .label("again here")
                        .see(*before.get(), "first here")
                        .help(of.unique)
                }),
                Entry::Vacant(free) => {
                    free.insert(span);
                }
            }
            entries.entries.push(Named { name, span, value: item.value });
        }
        entries
    }

    /// Where the name in the text `value` leads.
    pub(super) fn goal(&mut self, value: Value, of: &str, known: &Known) -> Option<Goal> {
        let help = "moments and endings are the names in quotes under `moments` and `endings`";
        self.resolve(value, of, &known.goals, (codes::NO_SUCH_GOAL, "moment or ending", help))
    }

    /// The facts named in the list `value`; one that is named twice counts once.
    pub(super) fn facts(&mut self, value: Option<Value>, of: &str, known: &Known) -> Vec<FactId> {
        let help = "facts are the names in quotes under `facts`";
        let what = (codes::NO_SUCH_FACT, "fact", help);
        let mut facts =
            self.each(value, of, |reader, item| reader.resolve(item, "the name of a fact", &known.facts, what));
        if facts.len() > 1 {
            let mut seen = std::collections::HashSet::with_capacity(facts.len());
            facts.retain(|&fact| seen.insert(fact));
        }
        facts
    }

    /// The skill that `name`, at `span`, stands for.
    pub(super) fn skill(&mut self, name: &str, span: Span, known: &Known) -> Option<SkillId> {
        let found = known.skills.of.get(name).copied();
        if found.is_none() {
            let near = self.near.to(name, known.skills.iter()).map(str::to_owned);
            self.problems.add(|| {
                let names: Vec<&str> = known.skills.iter().take(20).collect();
                let help = format!("the skills are {}", super::wording::listed(&names));
                Problem::error(codes::NO_SUCH_SKILL, span, format!("there is no skill `{}`", short(name)))
                    .label(
                        near.map_or_else(|| "not in the rubric".to_owned(), |near| format!("did you mean `{near}`?")),
                    )
                    .help(help)
            });
        }
        found
    }

    fn resolve<Id: Copy>(
        &mut self,
        value: Value,
        of: &str,
        names: &Names<Id>,
        (code, called, help): (crate::problem::Code, &str, &str),
    ) -> Option<Id> {
        let (value, form) = self.form(value, of)?;
        let name = self.text(value, of)?;
        let found = names.of.get(&name).copied();
        if found.is_none() && names.complete && matches!(form, Form::Text) {
            let near = self.near.to(&name, names.iter()).map(str::to_owned);
            self.problems.add(|| {
                let message = format!("there is no {called} \"{}\"", short(&name));
                let problem = Problem::error(code, value.span(self.layout), message);
                match near {
                    Some(near) => problem.label(format!("did you mean \"{near}\"?")),
                    None => problem.label(format!("no {called} has this name")).help(help),
                }
            });
        }
        found
    }
}

/// The words for a map of names.
pub(super) struct About {
    pub(super) map: &'static str,
    pub(super) name: &'static str,
    pub(super) example: &'static str,
    pub(super) unique: &'static str,
}

/// The entries of a map of names.
#[derive(Debug)]
pub(super) struct Entries {
    pub(super) entries: Vec<Named>,
    /// Whether every entry could be read as one.
    complete: bool,
}

impl Entries {
    /// Adds the names to `names`, each as what `id` makes of its place.
    pub(super) fn add_to<Id: Copy>(&self, names: &mut Names<Id>, id: impl Fn(usize) -> Id) {
        names.complete &= self.complete;
        for (at, entry) in self.entries.iter().enumerate() {
            names.of.entry(entry.name.clone()).or_insert_with(|| id(at));
            names.order.push(entry.name.clone());
        }
    }

    /// The entries where there are none.
    pub(super) const fn none() -> Self {
        Self { entries: Vec::new(), complete: true }
    }
}

/// The moment at a place in `moments`, as a goal.
pub(super) fn moment(at: usize) -> Goal {
    Goal::Moment(MomentId::at(at))
}

/// The ending at a place in `endings`, as a goal.
pub(super) fn ending(at: usize) -> Goal {
    Goal::Ending(EndingId::at(at))
}
