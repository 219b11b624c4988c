//! Why something never happens, in words.

use super::Thing;
use super::ground::{Fate, Ground};
use crate::check::flow::{Knowledge, bands_left};
use crate::check::told::{facts, listed, quoted};
use crate::problem::Span;
use crate::scenario::{Band, FactId, FollowUp, Goal, MomentId, Openness, Reply};
use crate::solver::Place;

/// Why something never happens.
#[derive(Debug, Clone, PartialEq, Default)]
pub(super) struct Reason {
    /// In one line, said of the thing as "it".
    pub(super) label: String,
    /// How to mend it.
    pub(super) help: String,
    /// Other places that show it.
    pub(super) see: Vec<(Span, String)>,
    /// What else never happens, and would have to.
    pub(super) follows_from: Vec<usize>,
    /// Whether it follows from a dead end, which is told as such.
    pub(super) told_elsewhere: bool,
    /// The fact that it waits for and that nothing reveals.
    pub(super) unrevealed: Option<FactId>,
    /// Whether it lies in the thing itself, wherever a conversation goes.
    pub(super) in_itself: bool,
}

impl Reason {
    fn new(label: impl Into<String>, help: impl Into<String>) -> Self {
        Self { label: label.into(), help: help.into(), ..Self::default() }
    }

    /// A reason that lies in the thing itself.
    fn in_itself(label: impl Into<String>, help: impl Into<String>) -> Self {
        Self { in_itself: true, ..Self::new(label, help) }
    }
}

/// So many other places are shown at most for one reason.
const MOST_PLACES: usize = 2;

/// Why `thing`, which is one of those of `ground`, never happens.
pub(super) fn reason(ground: &Ground<'_>, thing: Thing) -> Reason {
    let mut reason = match thing {
        Thing::Moment(id) => of_moment(ground, id),
        Thing::Reply(id, reply) => of_reply(ground, id, reply),
        Thing::Line(place) => of_line(ground, place),
    };
    if let Fate::Never(own) = ground.fate(thing) {
        reason.follows_from.retain(|&from| from != own);
    }
    let is_elsewhere = matches!(thing, Thing::Moment(_)) || reason.in_itself || reason.unrevealed.is_some();
    reason.told_elsewhere |= ground.is_dry(thing.moment()) && !is_elsewhere;
    reason
}

/// Why no conversation comes to the moment `id`.
fn of_moment(ground: &Ground<'_>, id: MomentId) -> Reason {
    let name = quoted(&ground.scenario.moment(id).name);
    let (mut follows_from, mut told_elsewhere) = (Vec::new(), false);
    let mut see = Vec::new();
    for &from in &ground.led_to_by[id.index()] {
        match (ground.fate(from), from) {
            (Fate::Never(at), _) => follows_from.push(at),
            (Fate::DeadEnd, _) => told_elsewhere = true,
            (Fate::Happens, Thing::Line(place)) => {
                let line = place.line_in(ground.scenario);
                see.push((line.span, never_leads(line, Goal::Moment(id), ground.leaves(place))));
            }
            (Fate::Happens, Thing::Moment(full) | Thing::Reply(full, _)) => {
                let times = ground.survey.moments[full.index()].entered;
                see.push((ground.scenario.moment(full).span, never_full(times)));
            }
        }
    }
    see.truncate(MOST_PLACES);
    let help = format!("let a line lead to {name}, or leave the moment out");
    let reason = if !see.is_empty() {
        Reason::new("what leads here in the file never does in a conversation", help)
    } else if follows_from.iter().any(|&at| ground.things[at] != Thing::Moment(id)) || told_elsewhere {
        Reason::new("only what never comes up itself leads here", help)
    } else {
        Reason::new("no line leads here", help)
    };
    Reason { see, follows_from, told_elsewhere, ..reason }
}

/// Why the line at `place`, which is said and whose `then` names `goal`, never leads there. `leaves` are the figures of
/// openness that it leaves: bit 0 is openness 0.
pub(in crate::check) fn never_leads(line: &FollowUp, goal: Goal, leaves: u16) -> String {
    // An ending is come to at openness 0 as well.
    if bands_left(leaves).next().is_none() && matches!(goal, Goal::Moment(_)) {
        return "this line leads there, and it leaves openness 0, which ends the conversation".to_owned();
    }
    let wanted: Vec<Band> = Band::ALL.into_iter().filter(|&band| line.then.at(band) == goal).collect();
    let (wanted, left) = (in_words(&wanted), figures(leaves));
    format!("this line leads there only where it leaves the customer {wanted}, and it leaves openness {left}")
}

/// Why the `after` of a moment that is entered so many `times` at most never leads anywhere.
pub(in crate::check) fn never_full(times: u32) -> String {
    let often = if times == 1 { "once".to_owned() } else { format!("{times} times") };
    format!("`after` leads there, and no conversation comes here more than {often}")
}

/// Why reply number `index` of the moment `id` is never given, though conversations come there.
fn of_reply(ground: &Ground<'_>, id: MomentId, index: usize) -> Reason {
    let reply = &ground.scenario.moment(id).replies[index];
    let seen = &ground.survey.moments[id.index()];
    let given: Vec<Band> = Band::ALL.into_iter().filter(|&band| reply.odds.at(band) > 0).collect();
    if given.is_empty() {
        return Reason::in_itself("its odds are 0 at every openness", "give it odds above 0, or leave it out");
    }
    if !given.iter().any(|&band| seen.in_band(band)) {
        let label = format!(
            "its odds are above 0 only while the customer is {}, and openness is {} here",
            in_words(&given),
            figures(seen.opennesses)
        );
        return Reason::new(
            label,
            "give it odds above 0 at that openness, or let a line on the way here change openness",
        );
    }
    let Some(known) = &ground.known[id.index()] else { return together(reply) };
    let own = Thing::Reply(id, index);
    if let Some(reason) = of_facts(ground, own, known, &reply.needs, &reply.unless) {
        return reason;
    }
    if let Some(reason) = of_same_words(ground, id, reply) {
        return reason;
    }
    let heard = known.heard(reply);
    let lines = reply.follow_ups.iter().enumerate();
    let lines: Vec<Option<Reason>> = lines
        .map(|(follow_up, line)| {
            let place = Place { moment: id, reply: index, follow_up };
            of_words(ground, place, reply, line, &heard)
        })
        .collect();
    match lines.into_iter().collect::<Option<Vec<Reason>>>() {
        Some(lines) => of_lines(reply, lines),
        None => together(reply),
    }
}

/// Why `reply` of the moment `id` is never given, where it needs a fact that its only line reveals under another reply:
/// the words have been said by then.
fn of_same_words(ground: &Ground<'_>, id: MomentId, reply: &Reply) -> Option<Reason> {
    let [line] = &reply.follow_ups[..] else { return None };
    let says_it = |thing: Thing| match thing {
        Thing::Line(place) if place.moment == id && place.line_in(ground.scenario).line == line.line => Some(place),
        _ => None,
    };
    reply.needs.iter().find_map(|&fact| {
        let mut happen = ground.revealing(fact).iter().filter(|&&by| ground.fate(by) == Fate::Happens).peekable();
        let first = says_it(**happen.peek()?)?;
        if !happen.all(|&by| says_it(by).is_some()) {
            return None;
        }
        let name = quoted(&ground.scenario.fact(fact).name);
        Some(Reason {
            see: vec![(first.line_in(ground.scenario).span, format!("said here before, which is what reveals {name}"))],
            ..Reason::in_itself(
                format!("it needs {name}, and its line, the same words as the one that reveals it, is gone by then"),
                "give it a line in other words, or leave it out",
            )
        })
    })
}

/// Why a reply is never given to which no line can ever be said.
fn of_lines(reply: &Reply, lines: Vec<Reason>) -> Reason {
    let its_own = lines.iter().any(|line| line.follows_from.is_empty() && !line.told_elsewhere);
    let same = lines.windows(2).all(|pair| pair[0].label == pair[1].label);
    let Some(first) = lines.first() else { return Reason::default() };
    let label = match &reply.follow_ups[..] {
        [_] => format!("its line can never be said: {}", first.label),
        _ if same => format!("none of its lines can ever be said: each of them is like this: {}", first.label),
        [line, ..] => format!("none of its lines can ever be said; of {}: {}", quoted(&line.says), first.label),
        [] => String::new(),
    };
    Reason {
        label,
        help: "give it a line that can be said, or leave it out".to_owned(),
        see: first.see.clone(),
        unrevealed: first.unrevealed.filter(|_| same),
        in_itself: lines.iter().all(|line| line.in_itself),
        told_elsewhere: !its_own && lines.iter().any(|line| line.told_elsewhere),
        follows_from: if its_own { Vec::new() } else { lines.into_iter().flat_map(|line| line.follows_from).collect() },
    }
}

/// Why the line at `place` is never on offer, though its reply is given.
fn of_line(ground: &Ground<'_>, place: Place) -> Reason {
    let (reply, line) = (place.reply_in(ground.scenario), place.line_in(ground.scenario));
    let heard = ground.known[place.moment.index()].as_ref().map(|known| known.heard(reply));
    if let Some(reason) = heard.and_then(|heard| of_words(ground, place, reply, line, &heard)) {
        return reason;
    }
    if line.needs.is_empty() && line.unless.is_empty() {
        return Reason::new(
            "the same words stand in this moment twice, and are always said before it comes to this reply",
            "give it words of its own, or leave it out",
        );
    }
    Reason::new(
        never_met(ground, &line.needs, &line.unless),
        "take a fact out of its `needs` or `unless`, or leave it out",
    )
}

/// Why `line` can never be said to `reply`, by what it needs and what hides it.
fn of_words(ground: &Ground<'_>, place: Place, reply: &Reply, line: &FollowUp, heard: &Knowledge) -> Option<Reason> {
    if let Some(&fact) = line.unless.iter().find(|fact| reply.reveals.contains(fact)) {
        let fact = quoted(&ground.scenario.fact(fact).name);
        let label = format!("it is hidden by {fact}, which the reply itself reveals");
        return Some(Reason {
            see: vec![(reply.span, format!("{fact} is revealed here"))],
            ..Reason::in_itself(label, UNHIDE)
        });
    }
    let hidden = |fact: &&FactId| reply.unless.contains(fact) && !reply.reveals.contains(fact);
    if let Some(&fact) = line.needs.iter().find(hidden) {
        let fact = quoted(&ground.scenario.fact(fact).name);
        return Some(Reason {
            see: vec![(reply.span, format!("not given once {fact} is known"))],
            ..Reason::new(
                format!("it needs {fact}, which hides the reply before it"),
                "take the fact out of `needs` here, or out of the `unless` of the reply",
            )
        });
    }
    of_facts(ground, Thing::Line(place), heard, &line.needs, &line.unless)
}

const UNHIDE: &str = "take the fact out of `unless`, or leave this out";

/// Why what needs all of `needs` and none of `unless` never happens where `known` is known; nothing where each by itself
/// can be had.
fn of_facts(ground: &Ground<'_>, own: Thing, known: &Knowledge, needs: &[FactId], unless: &[FactId]) -> Option<Reason> {
    let name = |fact: FactId| quoted(&ground.scenario.fact(fact).name);
    if let Some(&fact) = needs.iter().find(|fact| unless.contains(fact)) {
        let label = format!("it needs {0} and is hidden by {0}", name(fact));
        return Some(Reason::in_itself(label, "take the fact out of `needs` or out of `unless`"));
    }
    if let Some(&fact) = needs.iter().find(|&&fact| !known.may.has(fact)) {
        return Some(of_fact(ground, own, fact));
    }
    let fact = *unless.iter().find(|&&fact| known.always.has(fact))?;
    Some(Reason::new(format!("it is hidden by {}, which is always known here", name(fact)), UNHIDE))
}

/// Why `own`, which needs `fact`, never happens: the fact is never known there.
fn of_fact(ground: &Ground<'_>, own: Thing, fact: FactId) -> Reason {
    let name = quoted(&ground.scenario.fact(fact).name);
    let (mut follows_from, mut told_elsewhere, mut see) = (Vec::new(), false, Vec::new());
    let here = match own {
        Thing::Moment(id) | Thing::Reply(id, _) => id,
        Thing::Line(place) => place.moment,
    };
    let own_fate = ground.fate(own);
    let mut only_itself = false;
    for &by in ground.revealing(fact) {
        match (ground.fate(by), by) {
            (Fate::Never(at), _) if Fate::Never(at) == own_fate => only_itself = true,
            (Fate::Never(at), _) => follows_from.push(at),
            (Fate::DeadEnd, _) => told_elsewhere = true,
            (Fate::Happens, Thing::Line(Place { moment, .. }) | Thing::Reply(moment, _) | Thing::Moment(moment)) => {
                let label = if moment == here {
                    format!("{name} is revealed here, and the conversation does not come back")
                } else {
                    format!("{name} is revealed here, on no way to {}", quoted(&ground.scenario.moment(here).name))
                };
                see.push((by.span(ground.scenario), label));
                // A fact may be revealed in thousands of places.
                if see.len() == MOST_PLACES {
                    break;
                }
            }
        }
    }
    let help = "reveal the fact on a way there, in a reply or an answer; or take it out of `needs`";
    if !see.is_empty() {
        return Reason { see, ..Reason::new(format!("it needs {name}, which is never known here"), help) };
    }
    if follows_from.is_empty() && !told_elsewhere {
        let label = if only_itself {
            format!("it needs {name}, which nothing else reveals")
        } else {
            format!("it needs {name}, which nothing reveals")
        };
        return Reason { unrevealed: Some(fact), ..Reason::new(label, help) };
    }
    let label = format!("it needs {name}, and what reveals that never comes up");
    Reason { follows_from, told_elsewhere, ..Reason::new(label, help) }
}

/// The reason that is left for a reply: each thing that it asks for can be had, and never with the others.
fn together(reply: &Reply) -> Reason {
    if reply.needs.is_empty() && reply.unless.is_empty() {
        return Reason::new(
            "whenever it could be given, no line is left to say to it",
            "give it a line that is always there, or leave it out",
        );
    }
    Reason::new(
        "what its `needs`, `unless` and odds ask for never comes together while a line is left to say to it",
        "ask for less, with a fact less in `needs` or `unless`, or give it a line that is always there; or leave it out",
    )
}

/// That `needs` and `unless` of a line are never met while it can still be said.
fn never_met(ground: &Ground<'_>, needs: &[FactId], unless: &[FactId]) -> String {
    let (needed, hiding) =
        (facts(ground.scenario, needs.iter().copied(), "and"), facts(ground.scenario, unless.iter().copied(), "or"));
    match (needs.len(), unless.len()) {
        (1, 0) => format!("it needs {needed}, not known while it could be said"),
        (_, 0) => format!("it needs {needed}, never known at once while it could be said"),
        (0, _) => format!("it is hidden by {hiding}, known whenever it could be said"),
        _ => format!("it needs {needed}, never known here without {hiding}, which hides it"),
    }
}

/// The bands as people read them: `open (7 to 10)`.
fn in_words(bands: &[Band]) -> String {
    let words = bands.iter().map(|band| {
        let (least, most) = match band {
            Band::Shut => (0, 3),
            Band::Wary => (4, 6),
            Band::Open => (7, 10),
        };
        format!("{} ({least} to {most})", band.word())
    });
    listed(&words.collect::<Vec<_>>(), "or")
}

/// The figures of openness in `mask`, in which bit 0 is openness 0: `2, 4 to 6 or 9`.
fn figures(mask: u16) -> String {
    let has = |at: u8| at <= Openness::MOST && mask & (1 << at) != 0;
    let mut runs = Vec::new();
    let mut at = 0;
    while at <= Openness::MOST {
        let first = at;
        while has(at) {
            at += 1;
        }
        match at - first {
            0 => {}
            1 => runs.push(first.to_string()),
            2 => runs.extend([first.to_string(), (at - 1).to_string()]),
            _ => runs.push(format!("{first} to {}", at - 1)),
        }
        at += 1;
    }
    listed(&runs, "or")
}
