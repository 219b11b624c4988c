//! The marks of a follow-up.

use std::borrow::Cow;

use super::codes;
use super::names::Known;
use super::reader::Reader;
use super::turns::small;
use super::value::{Form, Value};
use crate::problem::{Problem, Span};
use crate::scenario::SkillId;

impl Reader<'_> {
    /// The marks in `(hero: +2, why: -1)`, or in curly brackets with the skills in quotes.
    pub(super) fn marks(&mut self, value: Value, known: &Known) -> Vec<(SkillId, i8)> {
        let mut marks: Vec<(SkillId, i8)> = Vec::new();
        let Some((value, form)) = self.form(value, "`marks`") else { return marks };
        let (mut items, quoted) = match form {
            Form::Record(None, items) => (items, false),
            Form::Map(items) => (items, true),
            _ => {
                let help = "write skills and their marks in round brackets: (hero: +2, why: -1)";
                self.wrong_sort(value, "`marks`", "skills with their marks", Some(help.to_owned()));
                return marks;
            }
        };
        let mut unnamed = false;
        while let Some(item) = items.next(self.layout) {
            let mark = item.value;
            let Some(key) = item.key else {
                if std::mem::replace(&mut unnamed, true) {
                    continue;
                }
                self.problems.add(|| {
                    let message = "a mark without the skill that it is for";
                    Problem::error(codes::UNNAMED_FIELD, mark.mark(self.layout), message)
                        .label("for which skill?")
                        .help("write the skill and a colon before it: (hero: +2)")
                });
                continue;
            };
            if quoted && matches!(key.form(self.layout), Form::Word(_)) {
                self.problems.add(|| {
                    Problem::error(codes::WRONG_BRACKET, value.mark(self.layout), "marks stand in round brackets")
                        .label("here must be `(`, and `)` at its end")
                        .help("write skills and their marks like this: (hero: +2, why: -1)")
                });
                return marks;
            }
            let name =
                if quoted { self.text(key, "a skill").map(Cow::Owned) } else { Some(key.field(self.layout).into()) };
            let span = key.span(self.layout);
            let skill = name.as_deref().and_then(|name| self.skill(name, span, known));
            let mark = self.whole(mark, "a mark", -3..=3);
            let (Some(name), Some(skill), Some(mark)) = (name, skill, mark) else { continue };
            match self.marked.before(skill, value, span) {
                Some(before) => self.twice(span, before, &name),
                None => marks.push((skill, small(mark))),
            }
        }
        marks
    }
}

/// Where each skill was marked last: a skill marked twice in one place is found without looking through the others.
#[derive(Debug, Default)]
pub(super) struct Marked {
    /// By the skill: the piece at which the marks begin, and the place of the skill.
    last: Vec<Option<(u32, Span)>>,
}

impl Marked {
    /// Where `skill` was already marked in `marks`; it is now marked at `span`.
    fn before(&mut self, skill: SkillId, marks: Value, span: Span) -> Option<Span> {
        if self.last.len() <= skill.index() {
            self.last.resize(skill.index() + 1, None);
        }
        let last = self.last[skill.index()].replace((marks.first(), span));
        last.filter(|&(at, _)| at == marks.first()).map(|(_, span)| span)
    }
}
