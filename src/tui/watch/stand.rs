//! Where the trainer stands in the conversation, and what a trainee would meet there.

use std::sync::Arc;

use super::picture::{Picture, Values};
use crate::conversation::{Spot, State, Stuck};
use crate::scenario::{FactId, FollowUp, Goal, MomentId, Openness, Reply, Scenario};
use crate::solver::{Place, Solved, Standing, StateId, solve_onward};

/// How many states are worked out at most where the trainer sets an openness: what takes no longer than a key press.
const ONWARD: usize = 20_000;

/// A place in a conversation: how it stands, and how it came there.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Stand {
    pub(super) state: State,
    /// The state of the values; nothing where there are none, or no conversation comes here.
    at: Option<StateId>,
    /// The values that `at` is a state of, where they are not those of the picture: the trainer set an openness.
    onward: Option<Arc<Solved>>,
    /// The openness that the conversation came here with, where the trainer set another.
    came_with: Option<Openness>,
    /// The replies that were given on the way.
    given: Vec<(MomentId, usize)>,
}

/// A reply, and what can be said to it here.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Turn {
    /// Which reply of the moment.
    pub(super) reply: usize,
    /// How often it was given before.
    pub(super) given: usize,
    /// The chance that it is given, or why it is not.
    pub(super) chance: Result<f64, String>,
    /// The lines that can be said to it, in the order of the file.
    pub(super) offers: Vec<Offer>,
    /// The lines that cannot, each with the reason.
    pub(super) hidden: Vec<(usize, String)>,
}

/// A line that can be said.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Offer {
    /// Which follow-up of the reply.
    pub(super) follow_up: usize,
    /// What it is worth, in points, and what it gives away against the best one here, in score points.
    pub(super) worth: Option<(f64, f64)>,
    /// How open the customer is after it.
    pub(super) openness: Openness,
    /// Where it leads.
    pub(super) to: Spot,
}

impl Stand {
    /// At `moment` with this openness, the way that guessing mostly comes there. Where no conversation comes there so, as
    /// if one did that has learned nothing, or everything where nothing can be said otherwise.
    pub(super) fn at(picture: &Picture, moment: MomentId, openness: Openness) -> Self {
        let scenario = &*picture.scenario;
        let mut stand =
            Self { state: State::start(scenario), at: None, onward: None, came_with: None, given: Vec::new() };
        if let Some((values, way, state)) = picture.values.as_ref().ok().and_then(|values| {
            let (way, state) = values.arrivals.likeliest(&values.solved, moment, openness)?;
            Some((values, way, state))
        }) {
            stand.at = values.solved.start();
            for said in way {
                stand.say(picture, said);
            }
            stand.at = Some(state);
            return stand;
        }
        stand.state.openness = openness;
        if stand.state.live(scenario, moment).is_empty() {
            stand.state.known = (0..scenario.facts.len()).map(FactId::at).collect();
        }
        stand.state.spot = Spot::Moment(moment);
        stand
    }

    /// The openness here, where the trainer set it.
    pub(super) fn asked(&self) -> Option<Openness> {
        self.came_with.map(|_| self.state.openness)
    }

    /// Whether there are values here.
    pub(super) fn has_values(&self) -> bool {
        self.at.is_some()
    }

    /// Has the customer as open as the trainer asks; what is known and was said stays.
    pub(super) fn open(&mut self, picture: &Picture, asked: Openness) {
        let Some(moment) = self.moment() else { return };
        let scenario = &*picture.scenario;
        let came_with = self.came_with.unwrap_or(self.state.openness);
        self.came_with = Some(came_with).filter(|&came_with| came_with != asked);
        self.state.openness = asked;
        let live = !self.state.live(scenario, moment).is_empty();
        self.state.spot = if live { Spot::Moment(moment) } else { Spot::Stuck(Stuck::NothingToSay(moment)) };
        let state = &self.state;
        let standing = Standing {
            moment,
            openness: asked,
            knows: &|fact| state.known.contains(&fact),
            said: &|moment, line| state.said.contains(&(moment, line)),
            entered: &|moment| state.entered(moment),
        };
        // Without the values of the whole a cost is a share of nothing.
        let solved = picture.values.as_ref().ok().and_then(|_| solve_onward(scenario, &standing, ONWARD).ok());
        self.at = solved.as_ref().and_then(Solved::start);
        self.onward = solved.map(Arc::new);
    }

    /// The values that its state is one of.
    fn solved<'a>(&'a self, values: &'a Values) -> &'a Solved {
        self.onward.as_deref().unwrap_or(&values.solved)
    }

    /// How open the customer can be at `moment`, from the least open: as conversations come there, or anything but shut
    /// where none does or that is not known.
    pub(super) fn opennesses(picture: &Picture, moment: MomentId) -> Vec<Openness> {
        let seen: Vec<Openness> = match &picture.values {
            Ok(values) => values.arrivals.at(moment).map(|(openness, _)| openness).collect(),
            Err(_) => Vec::new(),
        };
        if seen.is_empty() { (1..=Openness::MOST).map(Openness::new).collect() } else { seen }
    }

    /// How open the customer mostly is at `moment`.
    pub(super) fn usual(picture: &Picture, moment: MomentId) -> Openness {
        let usual = picture.values.as_ref().ok().and_then(|values| values.arrivals.usual(moment));
        usual.unwrap_or(picture.scenario.customer.openness)
    }

    /// The moment that this is at; for a place where nothing can be said, that moment. Nothing at an ending.
    pub(super) fn moment(&self) -> Option<MomentId> {
        match self.state.spot {
            Spot::Moment(id) | Spot::Stuck(Stuck::NothingToSay(id)) => Some(id),
            Spot::Stuck(Stuck::NoIfShut) | Spot::Ended(_) => None,
        }
    }

    /// Goes on by a line.
    pub(super) fn say(&mut self, picture: &Picture, said: Place) {
        let scenario = &*picture.scenario;
        self.at = match (&picture.values, self.at) {
            (Ok(values), Some(at)) => {
                let steps = self.solved(values).steps(at, said.reply);
                let step = steps.iter().find(|step| step.follow_up == said.follow_up);
                step.and_then(|step| step.next.state())
            }
            _ => None,
        };
        self.came_with = None;
        self.state.hear(said.reply_in(scenario));
        self.state.say(scenario, said.moment, said.line_in(scenario));
        self.given.push((said.moment, said.reply));
    }

    /// What a trainee may meet here, in the order of the file.
    pub(super) fn turns(&self, picture: &Picture) -> Vec<Turn> {
        let scenario = &*picture.scenario;
        let Some(moment) = self.moment() else { return Vec::new() };
        let live = self.state.live(scenario, moment);
        let all: u32 = live.iter().map(|&(_, odds)| odds).sum();
        let values = picture.values.as_ref().ok();
        let turn = |(index, reply): (usize, &Reply)| {
            let given = self.given.iter().filter(|&&given| given == (moment, index)).count();
            let Some(&(_, odds)) = live.iter().find(|&&(live, _)| live == index) else {
                let why = self.why_not(scenario, moment, reply);
                return Turn { reply: index, given, chance: Err(why), offers: Vec::new(), hidden: Vec::new() };
            };
            let offers = self.offers(scenario, values, moment, index, reply);
            let hidden = reply.follow_ups.iter().enumerate();
            let hidden = hidden.filter(|(at, _)| !offers.iter().any(|offer| offer.follow_up == *at));
            let hidden = hidden.map(|(at, line)| (at, self.why_hidden(scenario, moment, reply, line))).collect();
            Turn { reply: index, given, chance: Ok(f64::from(odds) / f64::from(all)), offers, hidden }
        };
        scenario.moment(moment).replies.iter().enumerate().map(turn).collect()
    }

    fn offers(
        &self,
        scenario: &Scenario,
        values: Option<&Values>,
        moment: MomentId,
        index: usize,
        reply: &Reply,
    ) -> Vec<Offer> {
        let steps = values.zip(self.at).map(|(values, at)| (values, self.solved(values).steps(at, index)));
        let worth = |follow_up: usize| {
            let (values, steps) = steps.as_ref()?;
            let of = |step: &crate::solver::Step| step.points + self.solved(values).value(step.next);
            let best = steps.iter().map(of).fold(f64::NEG_INFINITY, f64::max);
            let worth = steps.iter().find(|step| step.follow_up == follow_up).map(of)?;
            Some((worth, values.in_score(best - worth)))
        };
        let mut heard = self.state.clone();
        heard.hear(reply);
        let on_offer = self.state.on_offer(moment, reply);
        let offer = |follow_up: usize| {
            let mut after = heard.clone();
            after.say(scenario, moment, &reply.follow_ups[follow_up]);
            Offer { follow_up, worth: worth(follow_up), openness: after.openness, to: after.spot }
        };
        on_offer.into_iter().map(offer).collect()
    }

    fn why_not(&self, scenario: &Scenario, moment: MomentId, reply: &Reply) -> String {
        if reply.odds_at(self.state.openness) == 0 {
            return format!("odds 0 when {}", self.state.openness.band().word());
        }
        let facts = self.facts(scenario, &reply.needs, &reply.unless, &[]);
        if facts.is_empty() && self.state.on_offer(moment, reply).is_empty() {
            return "nothing left to say to it".to_owned();
        }
        facts
    }

    fn why_hidden(&self, scenario: &Scenario, moment: MomentId, reply: &Reply, line: &FollowUp) -> String {
        if self.state.said.contains(&(moment, line.line)) {
            return "said already".to_owned();
        }
        self.facts(scenario, &line.needs, &line.unless, &reply.reveals)
    }

    /// What is missing of `needs`, and what is known of `unless`, with `revealed` known too.
    fn facts(&self, scenario: &Scenario, needs: &[FactId], unless: &[FactId], revealed: &[FactId]) -> String {
        let knows = |fact: &FactId| self.state.known.contains(fact) || revealed.contains(fact);
        let names = |facts: Vec<&FactId>| {
            facts.iter().map(|&&fact| scenario.fact(fact).name.as_str()).collect::<Vec<_>>().join(", ")
        };
        let missing = names(needs.iter().filter(|fact| !knows(fact)).collect());
        let known = names(unless.iter().filter(|fact| knows(fact)).collect());
        match (missing.is_empty(), known.is_empty()) {
            (true, true) => String::new(),
            (false, true) => format!("needs {missing}"),
            (true, false) => format!("unless {known}"),
            (false, false) => format!("needs {missing}; unless {known}"),
        }
    }
}

/// The name of where a line leads.
pub(super) fn goal_name(scenario: &Scenario, spot: Spot) -> Option<&str> {
    match spot {
        Spot::Moment(id) | Spot::Stuck(Stuck::NothingToSay(id)) => Some(scenario.goal_name(Goal::Moment(id))),
        Spot::Ended(id) => Some(scenario.goal_name(Goal::Ending(id))),
        Spot::Stuck(Stuck::NoIfShut) => None,
    }
}
