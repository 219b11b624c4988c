//! What every shape is read with: one value in, what it says out, a mistake noted where it is not what it must be.
//!
//! A mistake never stops the reading: the value is replaced by something harmless and the rest is read, so that all
//! mistakes come in one go. What was read counts only if there was none.

use std::cell::OnceCell;

use super::codes;
use super::layout::Layout;
use super::marks::Marked;
use super::missing::Missing;
use super::near::Near;
use super::parse::Parsed;
use super::problems::Problems;
use super::value::{Form, Item, Items, Value};
use super::wording::short;
use crate::problem::{Lines, Problem, Span};

/// Reads values of one text.
pub(super) struct Reader<'t> {
    pub(super) layout: &'t Layout<'t>,
    pub(super) parsed: &'t Parsed,
    pub(super) problems: Problems,
    pub(super) near: Near,
    pub(super) marked: Marked,
    pub(super) missing: Missing,
    /// The lines of the text, once they are asked for.
    pub(super) lines: OnceCell<Lines<'t>>,
}

impl<'t> Reader<'t> {
    pub(super) fn new(layout: &'t Layout<'t>, parsed: &'t Parsed, problems: Problems) -> Self {
        Self {
            layout,
            parsed,
            problems,
            near: Near::default(),
            marked: Marked::default(),
            missing: Missing::default(),
            lines: OnceCell::new(),
        }
    }

    /// What `value` looks like, and the value meant where it is wrapped in `Some(..)`; nothing where it is `None`.
    pub(super) fn form(&mut self, value: Value, of: &str) -> Option<(Value, Form<'t>)> {
        match value.form(self.layout) {
            Form::Record(Some("Some"), mut items) => {
                self.problems.add(|| {
                    Problem::error(
                        codes::NEEDLESS_SOME,
                        value.mark(self.layout),
                        format!("`Some(..)` is written around {of}"),
                    )
                    .label("not needed")
                    .help("write the value itself, without Some and its brackets")
                });
                let inner = items.next(self.layout).filter(|item| item.key.is_none())?.value;
                let form = inner.form(self.layout);
                (!matches!(form, Form::Record(Some("Some"), _))).then_some((inner, form))
            }
            Form::Word("None") => {
                self.problems.add(|| {
                    Problem::error(codes::NEEDLESS_SOME, value.span(self.layout), format!("`None` is written for {of}"))
                        .label("not needed")
                        .help("leave the field out")
                });
                None
            }
            form => Some((value, form)),
        }
    }

    /// Notes that nothing can be made of `value`, for no reason that has a name.
    pub(super) fn unreadable(&mut self, value: Value) {
        self.problems.add(|| {
            Problem::error(codes::UNREADABLE, value.mark(self.layout), "this cannot be read")
                .help("compare the line, and the one before it, with a scenario that works")
        });
    }

    /// Notes that `value` is not of the sort that `of` takes.
    pub(super) fn wrong_sort(&mut self, value: Value, of: &str, want: &str, help: Option<String>) {
        self.problems.add(|| {
            let found = value.form(self.layout).in_words();
            let mark = value.mark(self.layout);
            let problem = Problem::error(codes::WRONG_SORT, mark, format!("{of} must be {want}, and here is {found}"))
                .label(format!("here must be {want}"));
            match help {
                Some(help) => problem.help(help),
                None => problem,
            }
        });
    }

    /// The items of the list `value`.
    pub(super) fn list(&mut self, value: Value, of: &str) -> Option<Items> {
        match self.form(value, of)? {
            (_, Form::List(items)) => Some(items),
            (value, form) => {
                let source = short(value.source(self.layout));
                let help = match form {
                    Form::Text | Form::Number | Form::Word(_) => format!("put square brackets around it: [{source}]"),
                    Form::Map(_) => "write it in square brackets: [.., ..]".to_owned(),
                    _ => "put square brackets around it, also where there is only one: [..]".to_owned(),
                };
                self.wrong_sort(value, of, "a list", Some(help));
                None
            }
        }
    }

    /// The items of the list `value`, which must have some.
    pub(super) fn filled_list(&mut self, value: Value, of: &str, help: &str) -> Option<Items> {
        let items = self.list(value, of)?;
        if items.is_empty() {
            self.empty_list(value, of, help);
        }
        Some(items)
    }

    /// Notes that `value` has nothing in it.
    pub(super) fn empty_list(&mut self, value: Value, of: &str, help: &str) {
        self.problems.add(|| {
            Problem::error(codes::EMPTY_LIST, value.span(self.layout), format!("there is nothing in {of}"))
                .label("empty")
                .help(help)
        });
    }

    /// What `read` makes of each item of the list `value`.
    pub(super) fn each<T>(
        &mut self,
        value: Option<Value>,
        of: &str,
        mut read: impl FnMut(&mut Self, Value) -> Option<T>,
    ) -> Vec<T> {
        let mut made = Vec::new();
        if let Some(mut items) = value.and_then(|value| self.list(value, of)) {
            while let Some(item) = items.next(self.layout) {
                made.extend(read(self, item.value));
            }
        }
        made
    }

    /// The entries of the map `value`: names in quotes, each with a colon and what it names.
    pub(super) fn map(&mut self, value: Value, of: &str, example: &str) -> Option<Items> {
        match self.form(value, of)? {
            (_, Form::Map(items)) => Some(items),
            (value, _) => {
                let want = "names and what they stand for, in curly brackets";
                self.wrong_sort(value, of, want, Some(format!("write it like this: {{{example}}}")));
                None
            }
        }
    }

    /// Notes it where the map `value` has nothing in it; tells whether it has.
    pub(super) fn filled_map(&mut self, value: Option<Value>, of: &str, help: &str) -> bool {
        if let Some(value) = value
            && matches!(value.form(self.layout), Form::Map(items) if items.is_empty())
        {
            self.empty_list(value, of, help);
            return false;
        }
        true
    }

    /// The name of the entry `item` of a map, and where it stands.
    pub(super) fn key(&mut self, item: Item, of: &str) -> Option<(String, Span)> {
        let Some(key) = item.key else {
            self.unreadable(item.value);
            return None;
        };
        Some((self.text(key, of)?, key.span(self.layout)))
    }

    /// The one of `words` that `value` is.
    pub(super) fn word<T: Copy>(&mut self, value: Value, of: &str, words: &[(&'static str, T)]) -> Option<T> {
        let (value, form) = self.form(value, of)?;
        let found = match form {
            Form::Word(word) => word,
            Form::Text => {
                let text = self.text(value, of)?;
                self.quoted_word(value, of, &text, words.iter().map(|&(word, _)| word));
                return None;
            }
            _ => {
                let help = one_of(words.iter().map(|&(word, _)| word));
                self.wrong_sort(value, of, "a word without quotes", Some(help));
                return None;
            }
        };
        if let Some(&(_, meant)) = words.iter().find(|&&(word, _)| word == found) {
            return Some(meant);
        }
        self.unknown_word(value.span(self.layout), of, found, words.iter().map(|&(word, _)| word));
        None
    }

    /// Notes that a word of the format stands in quotes.
    pub(super) fn quoted_word(
        &mut self,
        value: Value,
        of: &str,
        text: &str,
        words: impl Iterator<Item = &'static str> + Clone,
    ) {
        let near = self.near.to(text, words.clone());
        self.problems.add(|| {
            Problem::error(codes::QUOTED_WORD, value.span(self.layout), format!("{of} is a word without quotes"))
                .label("a text")
                .help(near.map_or_else(|| one_of(words), |word| format!("write {word}, without quotes")))
        });
    }

    /// Notes that `found` is none of `words`.
    pub(super) fn unknown_word(
        &mut self,
        span: Span,
        of: &str,
        found: &str,
        words: impl Iterator<Item = &'static str> + Clone,
    ) {
        let near = self.near.to(found, words.clone());
        self.problems.add(|| {
            Problem::error(codes::UNKNOWN_WORD, span, format!("{of} cannot be `{}`", short(found)))
                .label(
                    near.map_or_else(
                        || "not one of the words for it".to_owned(),
                        |near| format!("did you mean {near}?"),
                    ),
                )
                .help(one_of(words))
        });
    }
}

/// The choice between `words`, as help.
pub(super) fn one_of<'w>(words: impl Iterator<Item = &'w str>) -> String {
    let words: Vec<&str> = words.collect();
    match words.as_slice() {
        [] => String::new(),
        [only] => format!("write {only}"),
        [most @ .., last] => format!("write {} or {last}", most.join(", ")),
    }
}
