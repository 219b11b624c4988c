//! The customer, and what the rep can know before the call.

use super::reader::Reader;
use super::record::{MAY, MUST, Shape};
use super::value::Value;
use crate::scenario::{Brief, BusinessResult, Customer, Openness, Rival, Story};

pub(super) const CUSTOMER: Shape<7> = Shape {
    name: "Customer",
    called: "the customer",
    fields: [
        ("name", MUST),
        ("role", MUST),
        ("company", MUST),
        ("situation", MUST),
        ("cares_about", MUST),
        ("hero", MUST),
        ("openness", MUST),
    ],
};

pub(super) const BRIEF: Shape<4> = Shape {
    name: "Brief",
    called: "the brief",
    fields: [("results", MAY), ("usage", MAY), ("stories", MAY), ("rivals", MAY)],
};

pub(super) const RESULT: Shape<3> =
    Shape { name: "Result", called: "a result", fields: [("symptom", MUST), ("consequence", MUST), ("result", MUST)] };

pub(super) const STORY: Shape<4> = Shape {
    name: "Story",
    called: "a story",
    fields: [("hero", MUST), ("before", MUST), ("turn", MUST), ("after", MUST)],
};

pub(super) const RIVAL: Shape<3> =
    Shape { name: "Rival", called: "a rival", fields: [("name", MUST), ("good_at", MUST), ("solves_instead", MUST)] };

impl Reader<'_> {
    pub(super) fn customer(&mut self, value: Value) -> Option<Customer> {
        let [name, role, company, situation, cares_about, hero, openness] = self.fields(value, &CUSTOMER)?;
        Some(Customer {
            name: self.text_or_empty(name, "`name`"),
            role: self.text_or_empty(role, "`role`"),
            company: self.text_or_empty(company, "`company`"),
            situation: self.text_or_empty(situation, "`situation`"),
            cares_about: self.texts(cares_about, "`cares_about`", "what the customer cares about"),
            hero: self.text_or_empty(hero, "`hero`"),
            openness: openness
                .and_then(|openness| self.whole(openness, "`openness`", 1..=i64::from(Openness::MOST)))
                .and_then(|openness| u8::try_from(openness).ok())
                .map_or(Openness::SHUT, Openness::new),
            span: value.mark(self.layout),
        })
    }

    pub(super) fn brief(&mut self, value: Value) -> Option<Brief> {
        let [results, usage, stories, rivals] = self.fields(value, &BRIEF)?;
        Some(Brief {
            results: self.each(results, "`results`", Self::result),
            usage: usage.and_then(|usage| self.text(usage, "`usage`")),
            stories: self.each(stories, "`stories`", Self::story),
            rivals: self.each(rivals, "`rivals`", Self::rival),
            span: value.mark(self.layout),
        })
    }

    fn result(&mut self, value: Value) -> Option<BusinessResult> {
        let [symptom, consequence, result] = self.fields(value, &RESULT)?;
        Some(BusinessResult {
            symptom: self.text_or_empty(symptom, "`symptom`"),
            consequence: self.text_or_empty(consequence, "`consequence`"),
            result: self.text_or_empty(result, "`result`"),
        })
    }

    fn story(&mut self, value: Value) -> Option<Story> {
        let [hero, before, turn, after] = self.fields(value, &STORY)?;
        Some(Story {
            hero: self.text_or_empty(hero, "`hero`"),
            before: self.text_or_empty(before, "`before`"),
            turn: self.text_or_empty(turn, "`turn`"),
            after: self.text_or_empty(after, "`after`"),
        })
    }

    fn rival(&mut self, value: Value) -> Option<Rival> {
        let [name, good_at, solves_instead] = self.fields(value, &RIVAL)?;
        Some(Rival {
            name: self.text_or_empty(name, "`name`"),
            good_at: self.text_or_empty(good_at, "`good_at`"),
            solves_instead: self.text_or_empty(solves_instead, "`solves_instead`"),
        })
    }
}
