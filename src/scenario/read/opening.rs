//! What the rep says first.

use super::codes;
use super::names::Known;
use super::reader::{Reader, one_of};
use super::record::{MUST, Shape};
use super::value::{Form, Value};
use crate::problem::Problem;
use crate::scenario::{Goal, MomentId, Opening, OpeningKind};

pub(super) const INSIGHT: Shape<3> =
    Shape { name: "Insight", called: "an insight", fields: [("says", MUST), ("source", MUST), ("then", MUST)] };

pub(super) const QUESTION: Shape<2> =
    Shape { name: "Question", called: "a question", fields: [("says", MUST), ("then", MUST)] };

const STORY: Shape<3> =
    Shape { name: "Story", called: "an opening story", fields: [("says", MUST), ("hero", MUST), ("then", MUST)] };

const NAMES: [&str; 3] = [INSIGHT.name, QUESTION.name, STORY.name];

impl Reader<'_> {
    pub(super) fn opening(&mut self, value: Value, known: &Known) -> Option<Opening> {
        let (value, form) = self.form(value, "`opening`")?;
        let span = value.mark(self.layout);
        let name = match form {
            Form::Record(Some(found), _) if NAMES.contains(&found) => found,
            Form::Record(Some(found), _) => {
                self.unknown_word(span, "`opening`", found, NAMES.into_iter());
                self.near.to(found, NAMES)?
            }
            Form::Record(None, _) => {
                self.problems.add(|| {
                    Problem::error(codes::WRONG_NAME, span, "the opening does not tell which kind it is")
                        .label("a name belongs before this bracket")
                        .help(one_of(NAMES.into_iter()))
                });
                return None;
            }
            _ => {
                self.wrong_sort(value, "`opening`", "Insight(..), Question(..) or Story(..)", None);
                return None;
            }
        };
        let (Form::Record(_, items), layout) = (form, self.layout) else { return None };
        let (says, then, kind) = match name {
            "Insight" => {
                let [says, source, then] = self.fields_of(value, items, &INSIGHT);
                (says, then, OpeningKind::Insight { source: self.text_or_empty(source, "`source`") })
            }
            "Question" => {
                let [says, then] = self.fields_of(value, items, &QUESTION);
                (says, then, OpeningKind::Question)
            }
            _ => {
                let [says, hero, then] = self.fields_of(value, items, &STORY);
                (says, then, OpeningKind::Story { hero: self.text_or_empty(hero, "`hero`") })
            }
        };
        let span = value.mark(layout);
        let says = self.text_or_empty(says, "`says`");
        let then = then.and_then(|then| self.first_moment(then, known)).unwrap_or(MomentId(0));
        Some(Opening { kind, says, then, span })
    }

    fn first_moment(&mut self, value: Value, known: &Known) -> Option<MomentId> {
        if let (value, Form::Record(None, _)) = self.form(value, "`then`")? {
            let help = "the openness at the start is the customer's, so there is nothing to choose by: name one moment";
            self.wrong_sort(value, "`then` of the opening", "one name in quotes", Some(help.to_owned()));
            return None;
        }
        match self.goal(value, "`then`", known)? {
            Goal::Moment(id) => Some(id),
            Goal::Ending(_) => {
                self.problems.add(|| {
                    let message = "the opening leads to an ending, and the customer never answers";
                    Problem::error(codes::OPENING_ENDS, value.span(self.layout), message)
                        .label("an ending")
                        .help("name one of the `moments`")
                });
                None
            }
        }
    }
}
