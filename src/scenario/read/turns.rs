//! Moments, replies and follow-ups.

use hashbrown::HashMap;

use super::circle::Exits;
use super::codes;
use super::names::{Entries, Known, Named};
use super::reader::Reader;
use super::record::{MAY, MUST, Shape};
use super::value::{Form, Item, Value};
use crate::problem::{Problem, Span};
use crate::scenario::{AtMost, ByBand, EndingId, FollowUp, Goal, Moment, Reply, ReplyKind};

pub(super) const MOMENT: Shape<4> = Shape {
    name: "Moment",
    called: "a moment",
    fields: [("stage", MAY), ("replies", MUST), ("at_most", MAY), ("after", MAY)],
};

pub(super) const REPLY: Shape<7> = Shape {
    name: "Reply",
    called: "a reply",
    fields: [
        ("kind", MUST),
        ("says", MUST),
        ("odds", MAY),
        ("needs", MAY),
        ("unless", MAY),
        ("reveals", MAY),
        ("follow_ups", MUST),
    ],
};

pub(super) const FOLLOW_UP: Shape<9> = Shape {
    name: "FollowUp",
    called: "a follow-up",
    fields: [
        ("says", MUST),
        ("marks", MAY),
        ("opens", MAY),
        ("needs", MAY),
        ("unless", MAY),
        ("hears", MAY),
        ("reveals", MAY),
        ("coach", MAY),
        ("then", MUST),
    ],
};

/// What may stand for `kind`.
pub(super) const KINDS: [&str; 5] = ["TellMeMore", "ThatsBs", "NotImportant", "DifferentView", "Other(\"a label\")"];

/// Stands where a goal could not be read; no scenario that holds it is ever given out.
const NOWHERE: Goal = Goal::Ending(EndingId(0));

impl Reader<'_> {
    pub(super) fn moments(&mut self, entries: Entries, known: &Known) -> Vec<Moment> {
        let mut exits = Exits::default();
        let moments: Vec<Moment> = entries
            .entries
            .into_iter()
            .map(|entry| {
                let (moment, exit) = self.moment(entry, known);
                exits.add(exit);
                moment
            })
            .collect();
        exits.circles(&moments, &mut self.problems);
        moments
    }

    /// A moment, and where its `after` stands.
    fn moment(&mut self, Named { name, span, value }: Named, known: &Known) -> (Moment, Option<(Goal, Span)>) {
        let mut moment = Moment { name, stage: None, replies: Vec::new(), at_most: None, lines: 0, span };
        let Some([stage, replies, at_most, after]) = self.fields(value, &MOMENT) else { return (moment, None) };
        moment.stage = stage.and_then(|stage| self.text(stage, "`stage`"));
        let filled = replies.and_then(|replies| {
            self.filled_list(replies, "`replies`", "a moment needs a reply that the customer may give")
        });
        if let Some(mut items) = filled {
            while let Some(item) = items.next(self.layout) {
                moment.replies.extend(self.reply(item.value, known));
            }
        }
        let mut twice = Vec::new();
        moment.lines = number_lines(&mut moment.replies, &mut twice);
        self.lines_twice(&twice);
        let exit = after.and_then(|after| Some((self.goal(after, "`after`", known)?, after.span(self.layout))));
        let times = at_most.and_then(|times| self.whole(times, "`at_most`", 1..=i64::from(u32::MAX)));
        match (at_most, after) {
            (Some(value), None) => self.half_a_limit(value, "at_most", "after", "where the conversation goes instead"),
            (None, Some(value)) => self.half_a_limit(value, "after", "at_most", "how often it is let in before that"),
            _ => {}
        }
        if let (Some(times), Some((after, _))) = (times.and_then(|times| u32::try_from(times).ok()), exit) {
            moment.at_most = Some(AtMost { times, after });
        }
        (moment, exit)
    }

    /// Notes the lines that one reply has twice: each with where it stands again, and where it stood.
    fn lines_twice(&mut self, twice: &[(Span, Span)]) {
        for &(again, before) in twice {
            self.problems.add(|| {
                Problem::error(codes::LINE_TWICE, again, "two follow-ups of one reply have the same words")
                    .label("again here")
                    .see(before, "first here")
                    .help("a line can be said once: change the words of one of them, or take it away")
            });
        }
    }

    fn half_a_limit(&mut self, value: Value, has: &str, lacks: &str, what: &str) {
        self.problems.add(|| {
            let message = format!("a moment has `{has}` and no `{lacks}`");
            Problem::error(codes::HALF_A_LIMIT, value.span(self.layout), message)
                .label(format!("`{lacks}` is missing"))
                .help(format!("`{lacks}` says {what}: write both, or neither"))
        });
    }

    fn reply(&mut self, value: Value, known: &Known) -> Option<Reply> {
        let [kind, says, odds, needs, unless, reveals, follow_ups] = self.fields(value, &REPLY)?;
        let span = says.unwrap_or(value).mark(self.layout);
        let kind = kind.and_then(|kind| self.kind(kind)).unwrap_or(ReplyKind::TellMeMore);
        let says = says.map_or_else(Vec::new, |says| self.one_or_more(says));
        let odds =
            odds.and_then(|odds| self.by_band(odds, "`odds`", |reader, value| reader.whole(value, "`odds`", 0..=100)));
        let odds = match odds {
            None => ByBand::Always(1),
            Some(ByBand::Always(odds)) => ByBand::Always(u32::try_from(odds).unwrap_or(1)),
            Some(ByBand::Bands(odds)) => ByBand::Bands(odds.map(|odds| u32::try_from(odds).unwrap_or(1))),
        };
        let (needs, unless, reveals) = (
            self.facts(needs, "`needs`", known),
            self.facts(unless, "`unless`", known),
            self.facts(reveals, "`reveals`", known),
        );
        let mut lines = Vec::new();
        let filled = follow_ups.and_then(|follow_ups| {
            self.filled_list(follow_ups, "`follow_ups`", "a reply needs a line that the rep may say to it")
        });
        if let Some(mut items) = filled {
            while let Some(item) = items.next(self.layout) {
                lines.extend(self.follow_up(item.value, known));
            }
        }
        Some(Reply { kind, says, odds, needs, unless, reveals, follow_ups: lines, span })
    }

    fn kind(&mut self, value: Value) -> Option<ReplyKind> {
        let (value, form) = self.form(value, "`kind`")?;
        let span = value.mark(self.layout);
        match form {
            Form::Word(word) => {
                let found = ReplyKind::FOUR.into_iter().find(|kind| kind.word() == word);
                if found.is_none() && word == "Other" {
                    self.other_label(span);
                } else if found.is_none() {
                    self.unknown_word(span, "`kind`", word, KINDS.into_iter());
                }
                found
            }
            Form::Record(Some("Other"), mut items) => {
                let label = items.next(self.layout);
                match label {
                    Some(Item { key: None, value }) if items.is_empty() => {
                        Some(ReplyKind::Other(self.text(value, "the label of `Other`")?))
                    }
                    _ => {
                        self.other_label(span);
                        None
                    }
                }
            }
            Form::Record(Some(word), _) => {
                if ReplyKind::FOUR.iter().any(|kind| kind.word() == word) {
                    self.problems.add(|| {
                        Problem::error(codes::WRONG_SORT, span, format!("`{word}` takes no brackets"))
                            .label("write the word alone")
                    });
                } else {
                    self.unknown_word(span, "`kind`", word, KINDS.into_iter());
                }
                None
            }
            Form::Text => {
                let text = self.text(value, "`kind`")?;
                self.quoted_word(value, "`kind`", &text, KINDS.into_iter());
                None
            }
            _ => {
                let help = super::reader::one_of(KINDS.into_iter());
                self.wrong_sort(value, "`kind`", "a word without quotes", Some(help));
                None
            }
        }
    }

    fn other_label(&mut self, span: Span) {
        self.problems.add(|| {
            Problem::error(codes::WRONG_SORT, span, "`Other` needs one label in quotes")
                .label("with which label?")
                .help("write it like this: Other(\"Your questions\")")
        });
    }

    /// The texts of `value`, which is one text or a list of them.
    fn one_or_more(&mut self, value: Value) -> Vec<String> {
        let Some((value, form)) = self.form(value, "`says`") else { return Vec::new() };
        if !matches!(form, Form::List(_)) {
            return self.text(value, "`says`").into_iter().collect();
        }
        let filled = self.filled_list(value, "`says`", "write what the customer says");
        filled.map_or_else(Vec::new, |_| self.texts(Some(value), "`says`", "`says`"))
    }

    fn follow_up(&mut self, value: Value, known: &Known) -> Option<FollowUp> {
        let [says, marks, opens, needs, unless, hears, reveals, coach, then] = self.fields(value, &FOLLOW_UP)?;
        let span = says.unwrap_or(value).mark(self.layout);
        let then =
            then.and_then(|then| self.by_band(then, "`then`", |reader, goal| reader.goal(goal, "`then`", known)));
        Some(FollowUp {
            says: self.text_or_empty(says, "`says`"),
            line: 0,
            marks: marks.map_or_else(Vec::new, |marks| self.marks(marks, known)),
            opens: opens.and_then(|opens| self.whole(opens, "`opens`", -10..=10)).map_or(0, small),
            needs: self.facts(needs, "`needs`", known),
            unless: self.facts(unless, "`unless`", known),
            hears: hears.and_then(|hears| self.text(hears, "`hears`")),
            reveals: self.facts(reveals, "`reveals`", known),
            coach: coach.and_then(|coach| self.text(coach, "`coach`")),
            then: then.unwrap_or(ByBand::Always(NOWHERE)),
            span,
        })
    }
}

/// A number that is known to be in a small range.
pub(super) fn small(number: i64) -> i8 {
    i8::try_from(number).unwrap_or(0)
}

/// Numbers the lines of a moment: the same words are one line. Tells how many there are, and notes in `twice` where one
/// reply may offer the same words again, and where it has them first.
fn number_lines(replies: &mut [Reply], twice: &mut Vec<(Span, Span)>) -> u32 {
    let mut numbers: HashMap<&str, (u32, usize, &FollowUp)> = HashMap::new();
    let mut lines = Vec::new();
    for (at, reply) in replies.iter().enumerate() {
        for follow_up in &reply.follow_ups {
            let next = u32::try_from(numbers.len()).unwrap_or(u32::MAX);
            let (line, last, before) = numbers.entry(&follow_up.says).or_insert((next, at, follow_up));
            // Words that could not be read are empty, and have a mistake of their own.
            let again = *last == at && before.span != follow_up.span && !follow_up.says.is_empty();
            if again && !before.is_instead_of(follow_up) {
                twice.push((follow_up.span, before.span));
            }
            (*last, *before) = (at, follow_up);
            lines.push(*line);
        }
    }
    let count = u32::try_from(numbers.len()).unwrap_or(u32::MAX);
    drop(numbers);
    for (follow_up, line) in replies.iter_mut().flat_map(|reply| &mut reply.follow_ups).zip(lines) {
        follow_up.line = line;
    }
    count
}
