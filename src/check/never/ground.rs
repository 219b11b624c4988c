//! What never happens, by number, and what could lead there.

use super::Thing;
use crate::check::flow::{Knowledge, Numbers, known_at};
use crate::scenario::{FactId, Goal, MomentId, Scenario};
use crate::solver::{Place, Survey};

/// A scenario with all in it that never happens.
pub(super) struct Ground<'s> {
    pub(super) scenario: &'s Scenario,
    pub(super) survey: &'s Survey,
    pub(super) numbers: Numbers,
    /// What is known on coming to each moment.
    pub(super) known: Vec<Option<Knowledge>>,
    /// What never happens: moments; replies of moments that come up; lines to replies that are given.
    pub(super) things: Vec<Thing>,
    dry: Vec<bool>,
    moments: Vec<Option<usize>>,
    replies: Vec<Option<usize>>,
    lines: Vec<Option<usize>>,
    /// What reveals each fact: a reply, or a line.
    pub(super) revealed_by: Vec<Vec<Thing>>,
    /// For each moment that never comes up, what leads there in the file: a line, or a moment by its `after`.
    pub(super) led_to_by: Vec<Vec<Thing>>,
}

/// Whether something happens.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Fate {
    Happens,
    /// It does not, and is or belongs to this one of [`Ground::things`].
    Never(usize),
    /// It does not, and that is told as a dead end.
    DeadEnd,
}

impl<'s> Ground<'s> {
    pub(super) fn of(scenario: &'s Scenario, survey: &'s Survey, dry: Vec<bool>) -> Self {
        let mut ground = Self {
            scenario,
            survey,
            numbers: Numbers::of(scenario),
            known: Vec::new(),
            things: Vec::new(),
            dry,
            moments: vec![None; survey.moments.len()],
            replies: vec![None; survey.replies.len()],
            lines: vec![None; survey.lines.len()],
            revealed_by: vec![Vec::new(); scenario.facts.len()],
            led_to_by: vec![Vec::new(); scenario.moments.len()],
        };
        for at in 0..scenario.moments.len() {
            ground.number(MomentId::at(at));
        }
        if !ground.things.is_empty() {
            ground.known = known_at(scenario, survey);
            ground.connect();
        }
        ground
    }

    /// Numbers what never happens at the moment `id`.
    fn number(&mut self, id: MomentId) {
        let next = self.things.len();
        if self.survey.moments[id.index()].states == 0 {
            self.moments[id.index()] = Some(next);
            self.things.push(Thing::Moment(id));
            return;
        }
        if self.is_silent(id) {
            return;
        }
        for (index, reply) in self.scenario.moment(id).replies.iter().enumerate() {
            let (number, first_line) = self.numbers.reply(id, index);
            if self.survey.replies[number].states == 0 {
                self.replies[number] = Some(self.things.len());
                self.things.push(Thing::Reply(id, index));
                continue;
            }
            for follow_up in 0..reply.follow_ups.len() {
                if self.survey.lines[first_line + follow_up].states == 0 {
                    self.lines[first_line + follow_up] = Some(self.things.len());
                    self.things.push(Thing::Line(Place { moment: id, reply: index, follow_up }));
                }
            }
        }
    }

    /// Whether conversations come to the moment `id` and never get a reply there.
    fn is_silent(&self, id: MomentId) -> bool {
        let (first, _) = self.numbers.reply(id, 0);
        let replies = &self.survey.replies[first..first + self.scenario.moment(id).replies.len()];
        replies.iter().all(|reply| reply.states == 0)
    }

    /// Notes what reveals each fact, and what leads to the moments that never come up.
    fn connect(&mut self) {
        for (at, moment) in self.scenario.moments.iter().enumerate() {
            let id = MomentId::at(at);
            for (index, reply) in moment.replies.iter().enumerate() {
                for fact in &reply.reveals {
                    self.revealed_by[fact.index()].push(Thing::Reply(id, index));
                }
                for (follow_up, line) in reply.follow_ups.iter().enumerate() {
                    let line_here = Thing::Line(Place { moment: id, reply: index, follow_up });
                    for fact in &line.reveals {
                        self.revealed_by[fact.index()].push(line_here);
                    }
                    for goal in line.then.values() {
                        self.lead(goal, line_here);
                    }
                }
            }
            if let Some(at_most) = moment.at_most {
                self.lead(at_most.after, Thing::Moment(id));
            }
        }
    }

    fn lead(&mut self, goal: Goal, from: Thing) {
        if let Goal::Moment(id) = goal
            && self.moments[id.index()].is_some()
            && self.led_to_by[id.index()].last() != Some(&from)
        {
            self.led_to_by[id.index()].push(from);
        }
    }

    /// Whether `thing` happens.
    pub(super) fn fate(&self, thing: Thing) -> Fate {
        let (moment, reply, line) = match thing {
            Thing::Moment(id) => (id, None, None),
            Thing::Reply(id, reply) => (id, Some(reply), None),
            Thing::Line(Place { moment, reply, follow_up }) => (moment, Some(reply), Some(follow_up)),
        };
        if let Some(at) = self.moments[moment.index()] {
            return Fate::Never(at);
        }
        let Some((number, first_line)) = reply.map(|reply| self.numbers.reply(moment, reply)) else {
            return Fate::Happens;
        };
        match self.replies[number].or(line.and_then(|line| self.lines[first_line + line])) {
            Some(at) => Fate::Never(at),
            None if self.is_silent(moment) => Fate::DeadEnd,
            None => Fate::Happens,
        }
    }

    /// Whether a conversation can come to the moment `id` and find nothing to say. What never happens there may do so only
    /// because of that, which is told as a dead end.
    pub(super) fn is_dry(&self, id: MomentId) -> bool {
        self.dry[id.index()]
    }

    /// The figures of openness that the line at `place` can leave: bit 0 is openness 0.
    pub(super) fn leaves(&self, place: Place) -> u16 {
        let (_, first_line) = self.numbers.reply(place.moment, place.reply);
        self.survey.lines[first_line + place.follow_up].leaves
    }

    /// What reveals `fact`.
    pub(super) fn revealing(&self, fact: FactId) -> &[Thing] {
        &self.revealed_by[fact.index()]
    }
}
