//! The names that a scenario gives, collected before anything that uses them is read.
//!
//! A name counts as given even where what it names is broken, so that one broken moment does not make every line that
//! leads to it look wrong. Where some names cannot be known at all, nothing is said about names that are not found.

use hashbrown::{HashMap, HashSet, hash_map};
use std::cell::Cell;

use super::alike::{difference, look, told};
use super::codes;
use super::reader::Reader;
use super::value::{Form, Value};
use super::wording::short;
use crate::problem::{Problem, Span};
use crate::scenario::{EndingId, FactId, Goal, MomentId, Rubric, SkillId};

/// Names of one sort, and what they stand for.
#[derive(Debug)]
pub(super) struct Names<Id> {
    of: HashMap<String, Entry<Id>>,
    /// In the order of the file.
    order: Vec<String>,
    /// Whether every name is known.
    pub(super) complete: bool,
    /// Whether a name is given twice: then another one may be missing.
    pub(super) twice: bool,
}

/// What a name stands for.
#[derive(Debug)]
struct Entry<Id> {
    id: Id,
    /// Where it is given, if that is in this text.
    span: Option<Span>,
    is_used: Cell<bool>,
}

impl<Id> Default for Names<Id> {
    fn default() -> Self {
        Self { of: HashMap::new(), order: Vec::new(), complete: true, twice: false }
    }
}

impl<Id: Copy> Names<Id> {
    /// The names, in the order of the file.
    pub(super) fn iter(&self) -> impl Iterator<Item = &str> {
        self.order.iter().map(String::as_str)
    }

    fn add(&mut self, name: &str, id: Id, span: Option<Span>) {
        match self.of.entry(name.to_owned()) {
            hash_map::Entry::Occupied(_) => self.twice = true,
            hash_map::Entry::Vacant(free) => {
                free.insert(Entry { id, span, is_used: Cell::new(false) });
                self.order.push(name.to_owned());
            }
        }
    }

    /// Where `name` is given, if that is in this text.
    pub(super) fn given(&self, name: &str) -> Option<Span> {
        self.of.get(name)?.span
    }

    /// Where `name` is given, if nothing uses it.
    pub(super) fn unused(&self, name: &str) -> Option<Span> {
        self.of.get(name).filter(|entry| !entry.is_used.get())?.span
    }

    /// What `name` stands for; from now on it is a name that is used.
    fn get(&self, name: &str) -> Option<Id> {
        let entry = self.of.get(name)?;
        entry.is_used.set(true);
        Some(entry.id)
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
            skills.add(&skill.key, SkillId::at(at), None);
        }
        Self { skills, ..Self::default() }
    }
}

/// The names given so far in one namespace, as they look, and where.
pub(super) type Given = HashMap<String, Span>;

impl Reader<'_> {
    /// The entries of the map `value`, each with its name; a name that looks like one in `given` is a mistake.
    pub(super) fn named(&mut self, value: Option<Value>, of: &About, given: &mut Given) -> Entries {
        let mut entries = Entries { entries: Vec::new(), complete: false, twice: false };
        let Some(mut items) = value.and_then(|value| self.map(value, of.map, of.example)) else { return entries };
        entries.complete = true;
        while let Some(item) = items.next(self.layout) {
            let Some((name, span)) = self.key(item, of.name) else {
                entries.complete = false;
                continue;
            };
            match given.entry(look(&name)) {
                hash_map::Entry::Occupied(before) => {
                    entries.twice = true;
                    self.used_twice(&name, span, *before.get(), of);
                }
                hash_map::Entry::Vacant(free) => {
                    free.insert(span);
                }
            }
            entries.entries.push(Named { name, span, value: item.value });
        }
        entries
    }

    /// Notes that `name`, at `span`, looks like the one that is given at `before`.
    fn used_twice(&mut self, name: &str, span: Span, before: Span, of: &About) {
        let first: String = ron::from_str(self.layout.slice(before)).unwrap_or_default();
        self.problems.add(|| {
            if first == name || first.is_empty() {
                return Problem::error(codes::USED_TWICE, span, format!("the name \"{}\" is used twice", short(name)))
                    .label("again here")
                    .see(before, "first here")
                    .help(of.unique);
            }
            let message = format!("two names differ only in {}", difference(&first, name));
            Problem::error(codes::USED_TWICE, span, message)
                .label(format!("here {}", told(name, '"')))
                .see(before, format!("here {}", told(&first, '"')))
                .help(of.unique)
        });
    }

    /// Where the name in the text `value` leads.
    pub(super) fn goal(&mut self, value: Value, of: &str, known: &Known) -> Option<Goal> {
        let (name, span) = self.name(value, of)?;
        let goal = known.goals.get(&name);
        if goal.is_none() {
            self.missing.goals.push((name, span));
        }
        goal
    }

    /// The facts named in the list `value`; one that is named twice counts once.
    pub(super) fn facts(&mut self, value: Option<Value>, of: &str, known: &Known) -> Vec<FactId> {
        let value = value.filter(|&value| !self.is_bare_fact(value, of, known));
        let mut facts = self.each(value, of, |reader, item| {
            let (name, span) = reader.name(item, "the name of a fact")?;
            let fact = known.facts.get(&name);
            if fact.is_none() {
                reader.missing.facts.push((name, span));
            }
            fact
        });
        if facts.len() > 1 {
            let mut seen = HashSet::with_capacity(facts.len());
            facts.retain(|&fact| seen.insert(fact));
        }
        facts
    }

    /// Notes it where `value` is a word in place of a list of facts; tells whether it is.
    fn is_bare_fact(&mut self, value: Value, of: &str, known: &Known) -> bool {
        let Form::Word(word) = value.form(self.layout) else { return false };
        if word == "None" {
            return false;
        }
        let help = if known.facts.get(word).is_some() {
            format!("write it in quotes and square brackets: [\"{word}\"]")
        } else {
            "write names of facts, in quotes and square brackets: [\"a fact\"]".to_owned()
        };
        self.wrong_sort(value, of, "a list", Some(help));
        true
    }

    /// The skill that `name`, at `span`, stands for.
    pub(super) fn skill(&mut self, name: &str, span: Span, known: &Known) -> Option<SkillId> {
        let skill = known.skills.get(name);
        if skill.is_none() {
            self.missing.skills.push((name.to_owned(), span));
        }
        skill
    }

    fn name(&mut self, value: Value, of: &str) -> Option<(String, Span)> {
        Some((self.text(value, of)?, value.span(self.layout)))
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
    /// Whether a name is given twice.
    twice: bool,
}

impl Entries {
    /// Adds the names to `names`, each as what `id` makes of its place.
    pub(super) fn add_to<Id: Copy>(&self, names: &mut Names<Id>, id: impl Fn(usize) -> Id) {
        names.complete &= self.complete;
        names.twice |= self.twice;
        for (at, entry) in self.entries.iter().enumerate() {
            names.add(&entry.name, id(at), Some(entry.span));
        }
    }

    /// The entries where there are none.
    pub(super) const fn none() -> Self {
        Self { entries: Vec::new(), complete: true, twice: false }
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
