//! A conversation as people read it, and as it is walked: who says what, until it ends.

use std::fmt::Write;

use tellmore::conversation::{Conversation, Spot, State, Transcript, Turn};
use tellmore::debrief::{Debrief, Verdict, debrief};
use tellmore::scenario::{EndingId, MomentId, Scenario};

use super::Shipped;

/// What a file of transcripts says under one heading.
pub(super) struct Told {
    pub(super) heading: String,
    /// Who speaks, in the words of the file, and what is said: a beginning is enough where it is the only one that fits.
    pub(super) spoken: Vec<Spoken>,
    /// The name of the ending.
    pub(super) ends: String,
}

pub(super) struct Spoken {
    /// The line of the file.
    pub(super) line: usize,
    pub(super) is_rep: bool,
    pub(super) says: String,
}

/// A conversation that took place.
pub(super) struct Walked {
    pub(super) ending: EndingId,
    /// 100 less what the choices cost, not below 0.
    pub(super) score: f64,
    /// What each choice cost, in score points.
    pub(super) costs: Vec<f64>,
    /// The whole of it, to read.
    pub(super) text: String,
}

/// The conversations that `file` tells.
///
/// # Errors
/// Where it is not written as it should be.
pub(super) fn told(file: &str) -> Result<Vec<Told>, String> {
    let mut all: Vec<Told> = Vec::new();
    for (line, text) in (1..).zip(file.lines()).skip(1) {
        if let Some(heading) = text.strip_prefix("## ") {
            all.push(Told { heading: heading.to_owned(), spoken: Vec::new(), ends: String::new() });
            continue;
        }
        let aside = text.is_empty() || text.starts_with('[');
        let Some(told) = all.last_mut().filter(|_| !aside) else { continue };
        let (who, says) = text.split_once(": ").ok_or_else(|| format!("line {line}: nobody says this"))?;
        let says = says.trim_end_matches('…').trim().to_owned();
        match who.split(',').next().unwrap_or_default() {
            "Ends" => said_to_end(told, &says),
            who => told.spoken.push(Spoken { line, is_rep: who == "You", says }),
        }
    }
    Ok(all)
}

/// What stands behind `Ends:` is the name of the ending, and what it came to in brackets.
fn said_to_end(told: &mut Told, says: &str) {
    says.split(" (").next().unwrap_or_default().clone_into(&mut told.ends);
}

/// Walks `told`: each reply must be one that the customer can give there, each line one that is on offer.
///
/// # Errors
/// The first thing that cannot be said where it stands, and what can.
pub(super) fn walk(shipped: &Shipped, told: &Told) -> Result<Walked, String> {
    let scenario = &shipped.scenario;
    let mut walk = Walk { scenario, state: State::start(scenario), turns: Vec::new(), given: Vec::new() };
    let mut spoken = told.spoken.iter().peekable();
    if let Some(opening) = spoken.next_if(|first| first.is_rep)
        && !scenario.opening.says.starts_with(&opening.says)
    {
        return Err(format!("line {}: this is not the opening", opening.line));
    }
    while let Some(first) = spoken.next() {
        let at = |why: String| format!("line {}: {why}", first.line);
        let Spot::Moment(moment) = walk.state.spot else { return Err(at("it is over by then".into())) };
        let reply = walk.reply(moment, first).map_err(at)?;
        let second = spoken.next().ok_or_else(|| at("the rep never answers".into()))?;
        let at = |why: String| format!("line {}: {why}", second.line);
        let hears = walk.say(moment, reply, second).map_err(at)?;
        if let Some(hears) = hears {
            spoken.next_if(|next| !next.is_rep && hears.starts_with(&next.says));
        }
    }
    let mut transcript = Transcript::new(0, None);
    transcript.turns = walk.turns;
    let conversation = Conversation::resume(scenario, transcript).map_err(|mismatch| mismatch.to_string())?;
    let debrief = debrief(scenario, &shipped.solved, &conversation).ok_or("it goes on")?;
    let Spot::Ended(ending) = debrief.finish else { return Err("it is stuck".to_owned()) };
    let name = &scenario.ending(ending).name;
    if *name != told.ends {
        return Err(format!("it ends at \"{name}\", not at \"{}\"", told.ends));
    }
    let score = debrief.score.ok_or("nothing is at stake")?;
    let text = rendered(scenario, &conversation, &debrief, &told.heading, ending);
    Ok(Walked { ending, score, costs: debrief.decisions.iter().map(|decision| decision.cost).collect(), text })
}

/// Where a walk stands.
struct Walk<'s> {
    scenario: &'s Scenario,
    state: State,
    turns: Vec<Turn>,
    /// The replies given so far.
    given: Vec<(MomentId, usize)>,
}

impl<'s> Walk<'s> {
    /// The reply at `moment` that begins as `spoken`.
    fn reply(&mut self, moment: MomentId, spoken: &Spoken) -> Result<usize, String> {
        let place = self.scenario.moment(moment);
        let words = |index: usize| {
            let before = self.given.iter().filter(|&&given| given == (moment, index)).count();
            place.replies[index].says_after(before)
        };
        let live = self.state.live(self.scenario, moment);
        let mut fit = live.iter().map(|&(index, _)| index).filter(|&index| words(index).starts_with(&spoken.says));
        let (Some(index), None, false) = (fit.next(), fit.next(), spoken.is_rep) else {
            let can: Vec<&str> = live.iter().map(|&(index, _)| words(index)).collect();
            return Err(format!("at \"{}\" the customer can say one of {can:#?}", place.name));
        };
        self.given.push((moment, index));
        self.state.hear(&place.replies[index]);
        Ok(index)
    }

    /// Says the line on offer that begins as `spoken`, and returns what the customer answers to it.
    fn say(&mut self, moment: MomentId, index: usize, spoken: &Spoken) -> Result<Option<&'s str>, String> {
        let reply = &self.scenario.moment(moment).replies[index];
        let on_offer = self.state.on_offer(moment, reply);
        let words = |follow_up: usize| reply.follow_ups[follow_up].says.as_str();
        let mut fit = on_offer.iter().filter(|&&follow_up| words(follow_up).starts_with(&spoken.says));
        let (Some(&chosen), None, true) = (fit.next(), fit.next(), spoken.is_rep) else {
            let can: Vec<&str> = on_offer.iter().map(|&follow_up| words(follow_up)).collect();
            return Err(format!("the rep can say one of {can:#?}"));
        };
        self.turns.push(Turn { reply: index, follow_up: chosen });
        let follow_up = &reply.follow_ups[chosen];
        self.state.say(self.scenario, moment, follow_up);
        Ok(follow_up.hears.as_deref())
    }
}

/// The conversation to read, with what each choice cost.
fn rendered(
    scenario: &Scenario,
    conversation: &Conversation,
    debrief: &Debrief,
    heading: &str,
    ending: EndingId,
) -> String {
    let customer = scenario.customer.name.split(' ').next().unwrap_or_default();
    let mut text = format!("## {heading}\n\nYou: {}\n", scenario.opening.says);
    for (exchange, decision) in conversation.exchanges().iter().zip(&debrief.decisions) {
        let stage =
            scenario.moment(exchange.moment).stage.as_ref().map_or_else(String::new, |stage| format!("[{stage}]\n"));
        let kind = exchange.reply(scenario).kind.label();
        let _ = write!(text, "\n{stage}{customer}, {kind}: {}\n", exchange.says(scenario));
        let (verdict, cost) = (decision.verdict, decision.cost);
        let aside = if verdict == Verdict::Best { String::new() } else { format!(", {} -{cost:.0}", verdict.word()) };
        let Some(chosen) = exchange.chosen(scenario) else { continue };
        let _ = writeln!(text, "You{aside}: {}", chosen.says);
        if let Some(hears) = &chosen.hears {
            let _ = writeln!(text, "{customer}: {hears}");
        }
    }
    let (ending, score) = (scenario.ending(ending), debrief.score.unwrap_or_default());
    let _ = write!(text, "\nEnds: {} ({}, {score:.0} of 100)\n[{}]\n", ending.name, ending.outcome.word(), ending.says);
    text
}
