//! The scenario as a whole.

use super::codes;
use super::names::{self, About, Entries, Given, Known};
use super::reader::Reader;
use super::record::{MAY, MUST, Shape};
use super::value::Value;
use crate::problem::{Problem, Span};
use crate::scenario::{Allow, Ending, EndingId, Fact, FactId, Goal, Level, Outcome, Rubric, Scenario};

pub(super) const SCENARIO: Shape<12> = Shape {
    name: "Scenario",
    called: "the scenario",
    fields: [
        ("format", MUST),
        ("title", MUST),
        ("level", MAY),
        ("tags", MAY),
        ("customer", MUST),
        ("brief", MAY),
        ("facts", MAY),
        ("opening", MUST),
        ("moments", MUST),
        ("endings", MUST),
        ("if_shut", MAY),
        ("allow", MAY),
    ],
};

pub(super) const ENDING: Shape<3> =
    Shape { name: "Ending", called: "an ending", fields: [("outcome", MUST), ("says", MUST), ("worth", MAY)] };

pub(super) const ALLOW: Shape<2> =
    Shape { name: "Allow", called: "an allowed warning", fields: [("code", MUST), ("because", MUST)] };

const FACTS: About = About {
    map: "`facts`",
    name: "the name of a fact",
    example: "\"rented beds\": \"Two groups rented beds.\"",
    unique: "give every fact a name of its own",
};

const MOMENTS: About = About {
    map: "`moments`",
    name: "the name of a moment",
    example: "\"first reaction\": Moment(..), \"questions\": Moment(..)",
    unique: "moments and endings share their names: give each a name of its own",
};

const ENDINGS: About = About {
    map: "`endings`",
    name: "the name of an ending",
    example: "\"next step\": Ending(..), \"brochure\": Ending(..)",
    unique: MOMENTS.unique,
};

/// The longest title, in characters.
const LONGEST_TITLE: usize = 60;

impl Reader<'_> {
    /// The whole scenario; it counts only if no mistake was noted.
    pub(super) fn scenario(&mut self, value: Value, rubric: &Rubric) -> Option<Scenario> {
        if self.is_newer(value) {
            return None;
        }
        let [format, title, level, tags, customer, brief, facts, opening, moments, endings, if_shut, allow] =
            self.fields(value, &SCENARIO)?;
        self.format(format);

        let mut known = Known::of(rubric);
        let facts = facts.map_or_else(Entries::none, |facts| self.named(Some(facts), &FACTS, &mut Given::new()));
        facts.add_to(&mut known.facts, FactId::at);
        let mut given = Given::new();
        let moment_entries = self.named(moments, &MOMENTS, &mut given);
        let ending_entries = self.named(endings, &ENDINGS, &mut given);
        moment_entries.add_to(&mut known.goals, names::moment);
        ending_entries.add_to(&mut known.goals, names::ending);
        let has_moments = self.filled_map(moments, "`moments`", "a conversation needs a moment");
        let has_endings = self.filled_map(endings, "`endings`", "a conversation needs an ending");
        // Every line that leads there would be one more mistake.
        known.goals.complete &= has_moments && has_endings;

        let title_span = title.map_or(Span::default(), |title| title.mark(self.layout));
        let title = self.title(title);
        let level_span = level.map_or(Span::default(), |level| level.span(self.layout));
        let level = level.and_then(|level| self.word(level, "`level`", &LEVELS));
        let tags = self.texts(tags, "`tags`", "a tag");
        let customer = customer.and_then(|customer| self.customer(customer));
        let brief = brief.and_then(|brief| self.brief(brief));
        let facts = facts
            .entries
            .into_iter()
            .map(|entry| Fact {
                says: self.text_or_empty(Some(entry.value), "what a fact says"),
                name: entry.name,
                span: entry.span,
            })
            .collect();
        let opening = opening.and_then(|opening| self.opening(opening, &known));
        let moments = self.moments(moment_entries, &known);
        let endings = ending_entries
            .entries
            .into_iter()
            .filter_map(|entry| self.ending(entry.value, entry.name, entry.span))
            .collect();
        let if_shut = if_shut.and_then(|if_shut| self.if_shut(if_shut, &known));
        let allow = self.each(allow, "`allow`", Self::allow);
        std::mem::take(&mut self.missing).tell(&known, &mut self.near, &mut self.problems);
        Some(Scenario {
            title,
            title_span,
            level: level.unwrap_or_default(),
            level_span,
            tags,
            customer: customer?,
            brief,
            facts,
            opening: opening?,
            moments,
            endings,
            if_shut,
            allow,
            rubric: rubric.clone(),
        })
    }

    fn title(&mut self, value: Option<Value>) -> String {
        let title = self.text_or_empty(value, "`title`");
        let length = title.chars().count();
        if let Some(value) = value
            && length > LONGEST_TITLE
        {
            self.problems.add(|| {
                let message = format!("the title has {length} characters, and at most {LONGEST_TITLE} fit");
                Problem::error(codes::TOO_LONG, value.span(self.layout), message)
                    .label(format!("{} too many", length - LONGEST_TITLE))
            });
        }
        title
    }

    fn ending(&mut self, value: Value, name: String, span: Span) -> Option<Ending> {
        let [outcome, says, worth] = self.fields(value, &ENDING)?;
        let outcome = outcome.and_then(|outcome| self.word(outcome, "`outcome`", &OUTCOMES));
        let says = self.text_or_empty(says, "`says`");
        let worth = worth.and_then(|worth| self.whole(worth, "`worth`", -30..=30));
        let outcome = outcome?;
        let worth = worth.and_then(|worth| i32::try_from(worth).ok()).unwrap_or_else(|| outcome.worth());
        Some(Ending { name, outcome, says, worth, span })
    }

    fn if_shut(&mut self, value: Value, known: &Known) -> Option<EndingId> {
        match self.goal(value, "`if_shut`", known)? {
            Goal::Ending(id) => Some(id),
            Goal::Moment(_) => {
                self.problems.add(|| {
                    let message = "`if_shut` names a moment, and openness 0 ends a conversation";
                    Problem::error(codes::SHUT_GOES_ON, value.span(self.layout), message)
                        .label("a moment")
                        .help("name one of the `endings`")
                });
                None
            }
        }
    }

    fn allow(&mut self, value: Value) -> Option<Allow> {
        let [code, because] = self.fields(value, &ALLOW)?;
        let span = code.unwrap_or(value).span(self.layout);
        let code = self.text_or_empty(code, "`code`");
        Some(Allow { code, because: self.text_or_empty(because, "`because`"), span })
    }
}

pub(super) const LEVELS: [(&str, Level); 3] = [
    (Level::Starter.word(), Level::Starter),
    (Level::Working.word(), Level::Working),
    (Level::Hard.word(), Level::Hard),
];

pub(super) const OUTCOMES: [(&str, Outcome); 4] = [
    (Outcome::Order.word(), Outcome::Order),
    (Outcome::Advance.word(), Outcome::Advance),
    (Outcome::Continuation.word(), Outcome::Continuation),
    (Outcome::NoSale.word(), Outcome::NoSale),
];
