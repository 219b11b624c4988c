//! Things with named fields: `Reply(kind: .., says: ..)`.

use super::codes;
use super::home::{self, Ground, Home};
use super::reader::Reader;
use super::value::{Form, Item, Items, Value};
use super::wording::{listed, short};
use crate::problem::{Lines, Problem, Span};

/// What a thing is called, and the fields that it has: each with whether it must be there.
pub(super) struct Shape<const N: usize> {
    /// The name that may stand before the bracket; empty where none may.
    pub(super) name: &'static str,
    /// What a sentence calls it.
    pub(super) called: &'static str,
    pub(super) fields: [(&'static str, bool); N],
}

/// Of a field: it must be there.
pub(super) const MUST: bool = true;
/// Of a field: it may be left out.
pub(super) const MAY: bool = false;

impl Reader<'_> {
    /// The fields of the thing `value`, in the order of `shape`.
    ///
    /// A misspelt field counts as the one that was meant, so that what it holds is read too.
    pub(super) fn fields<const N: usize>(&mut self, value: Value, shape: &Shape<N>) -> Option<[Option<Value>; N]> {
        let items = self.record(value, shape)?;
        Some(self.fields_of(value, items, shape))
    }

    /// Notes it where `value`, which has the name `found`, is at home elsewhere; tells whether it is.
    pub(super) fn astray(&mut self, value: Value, found: &str) -> bool {
        let Some(home) = home::of(found) else { return false };
        let lines = self.lines.get_or_init(|| Lines::of(self.layout.text));
        let ground = Ground { text: self.layout.text, pieces: &self.layout.pieces, lines };
        self.problems.add(|| ground.astray(value.first() as usize, home));
        true
    }

    /// What stands between the brackets of the thing `value`.
    fn record<const N: usize>(&mut self, value: Value, shape: &Shape<N>) -> Option<Items> {
        let (value, form) = self.form(value, shape.called)?;
        let (name, called) = (shape.name, shape.called);
        let want = if name.is_empty() { "(..)".to_owned() } else { format!("{name}(..)") };
        match form {
            Form::Record(None, items) => Some(items),
            Form::Record(Some(found), items) if found == name => Some(items),
            Form::Record(Some(found), items) => {
                let near = name.is_empty() || self.near.to(found, [name]).is_some();
                if !near && self.astray(value, found) {
                    return None;
                }
                self.problems.add(|| {
                    let message = match name {
                        "" => format!("the name `{}` stands before the brackets of {called}", short(found)),
                        _ => format!("`{}(..)` stands where {want} belongs", short(found)),
                    };
                    let problem = Problem::error(codes::WRONG_NAME, value.mark(self.layout), message);
                    match name {
                        "" => problem.label("no name belongs here").help("take the name away and leave its brackets"),
                        _ if near => problem.label(format!("did you mean {name}?")),
                        _ => problem.label(format!("{called} is written {want}")),
                    }
                });
                // Something else altogether has other fields, and each of them would be one more mistake.
                near.then_some(items)
            }
            Form::Map(_) => {
                let help = format!("write {want}: round brackets, and field names without quotes");
                self.wrong_sort(value, called, &want, Some(help));
                None
            }
            _ => {
                self.wrong_sort(value, called, &want, None);
                None
            }
        }
    }

    /// The fields among `items`, which stand between the brackets of `value`.
    pub(super) fn fields_of<const N: usize>(
        &mut self,
        value: Value,
        mut items: Items,
        shape: &Shape<N>,
    ) -> [Option<Value>; N] {
        let mut fields = [None; N];
        let mut keys = [Span::default(); N];
        let mut unknown: Vec<(Value, Value)> = Vec::new();
        let mut unnamed = false;
        while let Some(Item { key, value }) = items.next(self.layout) {
            let Some(key) = key else {
                if !unnamed {
                    self.unnamed(value, shape);
                }
                unnamed = true;
                continue;
            };
            let name = key.field(self.layout);
            match shape.fields.iter().position(|&(field, _)| field == name) {
                Some(at) if fields[at].is_some() => self.twice(key.span(self.layout), keys[at], name),
                Some(at) => (fields[at], keys[at]) = (Some(value), key.span(self.layout)),
                None => unknown.push((key, value)),
            }
        }
        let lost = self.unknown_fields(&mut fields, &unknown, shape);
        for (at, &(name, must)) in shape.fields.iter().enumerate() {
            // Without names it is anybody's guess what is there.
            if must && fields[at].is_none() && !unnamed && lost != Some(name) {
                self.problems.add(|| {
                    let mark = value.mark(self.layout);
                    Problem::error(codes::MISSING_FIELD, mark, format!("{} has no `{name}`", shape.called))
                        .label(format!("`{name}` is missing"))
                        .help(format!("every {} needs it", bare(shape.called)))
                });
            }
        }
        fields
    }

    /// Notes the fields that are not known, and takes each misspelt one for the one that was meant. Where one name is
    /// quite unknown and one needed field is missing, this is one mistake: the missing field is returned.
    fn unknown_fields<const N: usize>(
        &mut self,
        fields: &mut [Option<Value>; N],
        unknown: &[(Value, Value)],
        shape: &Shape<N>,
    ) -> Option<&'static str> {
        let mut lost = None;
        for &(key, value) in unknown {
            let found = key.field(self.layout);
            // A moment or an ending whose name has no quotes.
            if let Form::Record(Some(thing), _) = value.form(self.layout)
                && home::of(thing).is_some_and(Home::is_named)
                && self.astray(value, thing)
            {
                continue;
            }
            let free = |at: usize| fields[at].is_none();
            let names = shape.fields.iter().enumerate().filter(|&(at, _)| free(at)).map(|(_, &(name, _))| name);
            let near = self.near.to(found, names);
            if let Some(at) = near.and_then(|near| shape.fields.iter().position(|&(name, _)| name == near)) {
                fields[at] = Some(value);
            } else if unknown.len() == 1 {
                let mut missing =
                    shape.fields.iter().zip(&*fields).filter(|((_, must), field)| *must && field.is_none());
                lost = missing.next().filter(|_| missing.next().is_none()).map(|(&(name, _), _)| name);
            }
            self.problems.add(|| {
                let message = format!("{} has no field `{}`", shape.called, short(found));
                let problem = Problem::error(codes::UNKNOWN_FIELD, key.span(self.layout), message);
                let names: Vec<&str> = shape.fields.iter().map(|&(name, _)| name).collect();
                let all = format!("the fields of {} are {}", shape.called, listed(&names));
                match (near, lost) {
                    (Some(near), _) => problem.label(format!("did you mean `{near}`?")),
                    (None, Some(lost)) => problem.label(format!("`{lost}` is missing: is this it?")).help(all),
                    (None, None) => problem.label("not known").help(all),
                }
            });
        }
        lost
    }

    fn unnamed<const N: usize>(&mut self, value: Value, shape: &Shape<N>) {
        self.problems.add(|| {
            let message = format!("a value without the name of its field in {}", shape.called);
            let first = shape.fields.first().map_or("says", |&(name, _)| name);
            Problem::error(codes::UNNAMED_FIELD, value.mark(self.layout), message)
                .label("which field is this?")
                .help(format!("write the name and a colon before it, such as `{first}:`"))
        });
    }

    pub(super) fn twice(&mut self, span: Span, before: Span, name: &str) {
        self.problems.add(|| {
            Problem::error(codes::FIELD_TWICE, span, format!("the field `{name}` stands twice"))
                .label("again here")
                .see(before, "first here")
                .help("take one of them away")
        });
    }
}

/// `called` without its article.
fn bare(called: &str) -> &str {
    ["a ", "an ", "the "].iter().find_map(|article| called.strip_prefix(article)).unwrap_or(called)
}
