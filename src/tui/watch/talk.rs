//! The conversation as a trainee will see it from where the trainer stands, with everything beside it that a trainee
//! does not see.

use std::fmt::Write;

use super::bench::Bench;
use super::pane::{Row, Rows};
use super::picture::Picture;
use super::stand::{Offer, Stand, Turn, goal_name};
use crate::conversation::{Spot, Stuck};
use crate::debrief::Verdict;
use crate::export::figures::{cost, why_stuck};
use crate::scenario::{FollowUp, Goal, MomentId, Openness, Scenario};
use crate::solver::Place;
use crate::tui::theme::Role;
use crate::tui::widgets::brush::columns;

/// Where the words of a line begin: after its mark and its number.
const WORDS: u16 = 5;
/// The columns at the end of a line that its cost has.
const COST: u16 = 6;

/// The lines that can be said from `stand`, in the order in which they are shown.
pub(super) fn choices(stand: &Stand, picture: &Picture) -> Vec<Place> {
    let Some(moment) = stand.moment() else { return Vec::new() };
    let turns = stand.turns(picture);
    let of = |turn: &Turn| {
        let reply = turn.reply;
        turn.offers.iter().map(|offer| Place { moment, reply, follow_up: offer.follow_up }).collect::<Vec<_>>()
    };
    turns.iter().flat_map(of).collect()
}

/// The rows of the conversation from `stand`; the items are the lines, by their number in [`choices`].
pub(super) fn rows(bench: &Bench, picture: &Picture, stand: &Stand, width: u16) -> Vec<Row> {
    let mut rows = Rows::new(bench.wraps(), width);
    head(&mut rows, bench, picture, stand);
    let scenario = &*picture.scenario;
    match stand.state.spot {
        Spot::Ended(id) => {
            let ending = scenario.ending(id);
            rows.gap();
            rows.wrapped(0, 0, &ending.says, Role::Text);
            rows.gap();
            rows.wrapped(0, 0, &format!("The conversation ends here: {}.", ending.outcome.phrase()), Role::Quiet);
            return rows.done();
        }
        Spot::Stuck(stuck) => {
            rows.gap();
            rows.wrapped(0, 0, &why_stuck(scenario, stuck), Role::Alarm);
        }
        Spot::Moment(_) => {}
    }
    let Some(moment) = stand.moment() else { return rows.done() };
    if let Some(stage) = &scenario.moment(moment).stage {
        rows.gap();
        rows.wrapped(0, 0, stage, Role::Stage);
    }
    let mut item = 0;
    for turn in stand.turns(picture) {
        self::turn(&mut rows, bench, scenario, moment, stand.state.openness, &turn, &mut item);
    }
    rows.done()
}

/// The name of the place, how open the customer is there, and how the conversation came there.
fn head(rows: &mut Rows<'_>, bench: &Bench, picture: &Picture, stand: &Stand) {
    let scenario = &*picture.scenario;
    let name = goal_name(scenario, stand.state.spot).unwrap_or("shut, and nowhere to go");
    let openness = stand.state.openness;
    let open = usize::from(openness.get());
    let full: String = "▰".repeat(open);
    let empty = "▱".repeat(usize::from(Openness::MOST) - open);
    let word = format!("{} {}", openness.get(), openness.band().word());
    rows.line(0, name, Role::Strong);
    let end = rows.width.saturating_sub(u16::try_from(word.len()).unwrap_or(0) + 1);
    rows.put_right(0, rows.width, word, Role::Customer);
    // Where the name is long, the figure alone has to do.
    if usize::from(end) >= name.chars().count() + 12 {
        rows.put(0, end - 10, full, Role::CustomerName);
        rows.put(0, end - 10 + u16::try_from(open).unwrap_or(0), empty, Role::Faint);
    }
    let mut how = bench.came_from().map_or_else(
        || stand.moment().map_or_else(String::new, |moment| usually(picture, moment)),
        |(lines, from)| {
            format!("{} on from {from}", if lines == 1 { "1 line".into() } else { format!("{lines} lines") })
        },
    );
    if let Some(asked) = stand.asked() {
        let _ = write!(how, "{}openness set to {}", if how.is_empty() { "" } else { " · " }, asked.get());
        if !stand.has_values() && picture.values.is_ok() {
            how.push_str(", too much follows for values");
        }
    }
    let known = &stand.state.known;
    if !known.is_empty() {
        let names: Vec<&str> = known.iter().map(|&fact| scenario.fact(fact).name.as_str()).collect();
        let _ = write!(how, "{}knows {}", if how.is_empty() { "" } else { " · " }, names.join(", "));
    }
    if !how.is_empty() {
        rows.wrapped(0, 0, &how, Role::Quiet);
    }
    if let (Err(why), true) = (&picture.values, stand.moment().is_some()) {
        rows.wrapped(0, 0, why, Role::Alarm);
    }
}

/// How often guessing comes to `moment`, and how open the customer is then.
fn usually(picture: &Picture, moment: MomentId) -> String {
    let Ok(values) = &picture.values else { return String::new() };
    let seen: Vec<(Openness, f64)> = values.arrivals.at(moment).collect();
    let (Some(first), Some(last)) = (seen.first(), seen.last()) else {
        return "no conversation comes here".to_owned();
    };
    let visits: f64 = seen.iter().map(|(_, times)| times).sum();
    let (first, last) = (first.0.get(), last.0.get());
    let open = if first == last { format!("always {first}") } else { format!("{first} to {last}") };
    let often = match (visits * 10.0).round() {
        _ if moment == picture.scenario.opening.then && (visits - 1.0).abs() < 1e-9 => {
            return format!("openness {open} · every conversation begins here");
        }
        _ if visits < 0.001 => "hardly ever".to_owned(),
        none if none < 1.0 => format!("once in {:.0} conversations", 1.0 / visits),
        1.0 => "once in 10 conversations".to_owned(),
        times => format!("{times:.0} times in 10 conversations"),
    };
    format!("openness {open} · guessing comes here {often}")
}

/// A reply with the lines that can be said to it; `item` counts these.
fn turn(
    rows: &mut Rows<'_>,
    bench: &Bench,
    scenario: &Scenario,
    moment: MomentId,
    openness: Openness,
    turn: &Turn,
    item: &mut usize,
) {
    let reply = &scenario.moment(moment).replies[turn.reply];
    let kind = reply.kind.label();
    rows.gap();
    let chance = match &turn.chance {
        Ok(chance) => chance,
        Err(why) => {
            rows.line(0, format!("{kind} · not now: {why}"), Role::Quiet);
            return;
        }
    };
    rows.line(0, kind, Role::Heading);
    rows.put_right(rows.len() - 1, rows.width, format!("{:.0}%", chance * 100.0), Role::Quiet);
    rows.wrapped(0, 0, reply.says_after(turn.given), Role::Customer);
    facts(rows, scenario, &reply.reveals, 0);
    for (number, offer) in (1..).zip(&turn.offers) {
        rows.item = Some(*item);
        let line = &reply.follow_ups[offer.follow_up];
        self::line(rows, bench, scenario, openness, number, line, offer);
        *item += 1;
        rows.item = None;
    }
    for (at, why) in &turn.hidden {
        let why = if why.is_empty() { "hidden" } else { why };
        rows.line(WORDS, format!("({why}) {}", reply.follow_ups[*at].says), Role::Quiet);
    }
}

/// A line that can be said, and what it does.
fn line(
    rows: &mut Rows<'_>,
    bench: &Bench,
    scenario: &Scenario,
    openness: Openness,
    number: usize,
    line: &FollowUp,
    offer: &Offer,
) {
    let selected = bench.line() == rows.item;
    let first = rows.len();
    rows.wrapped(WORDS, COST, &line.says, if selected { Role::Chosen } else { Role::Rep });
    if selected {
        rows.put(first, 0, "▸", Role::Marker);
    }
    rows.put_right(first, WORDS - 2, number.to_string(), if selected { Role::Accent } else { Role::Quiet });
    if let Some((_, lost)) = offer.worth {
        let (words, role) = match Verdict::of(lost) {
            Verdict::Best => ("best".to_owned(), Role::Reached),
            Verdict::Sound | Verdict::Loose => (cost(lost), Role::Text),
            Verdict::Costly | Verdict::Lost => (cost(lost), Role::Cost),
        };
        rows.put_right(first, rows.width, words, role);
    }
    parts(rows, &does(scenario, openness, line, offer));
    if let Some(mistake) = mistake(scenario, offer) {
        rows.wrapped(WORDS, 0, &mistake, Role::Alarm);
    }
    if selected {
        if let Some((worth, _)) = offer.worth {
            let expects = format!("From here on {:.1} points can be expected.", worth + 0.0);
            rows.wrapped(WORDS, COST, &expects, Role::Quiet);
        }
        if let Some(hears) = &line.hears {
            rows.wrapped(WORDS, COST, &format!("“{hears}”"), Role::Customer);
        }
        facts(rows, scenario, &line.reveals, WORDS);
        let coach = line.coach.as_deref().map_or("No coach's note.".to_owned(), |coach| format!("Coach: {coach}"));
        rows.wrapped(WORDS, COST, &coach, Role::Text);
    }
}

fn facts(rows: &mut Rows<'_>, scenario: &Scenario, facts: &[crate::scenario::FactId], x: u16) {
    for &fact in facts {
        rows.wrapped(x, 0, &format!("Noted: {}", scenario.fact(fact).says), Role::Quiet);
    }
}

/// What a line does: its marks, openness, and where it leads.
fn does(scenario: &Scenario, openness: Openness, line: &FollowUp, offer: &Offer) -> Vec<String> {
    let mut parts = Vec::new();
    let marks = |&(skill, mark): &(crate::scenario::SkillId, i8)| {
        format!("{} {mark:+}", scenario.rubric.skills[skill.index()].key)
    };
    let marks = line.marks.iter().map(marks).collect::<Vec<_>>().join(", ");
    parts.push(if marks.is_empty() { "no marks".to_owned() } else { marks });
    if line.opens != 0 {
        parts.push(format!("openness {} to {}", openness.get(), offer.openness.get()));
    }
    parts.extend(leads(scenario, line.then.at(offer.openness.band()), offer));
    parts
}

/// Where a line leads that was to lead to `goal`; nothing where it leads nowhere.
fn leads(scenario: &Scenario, goal: Goal, offer: &Offer) -> Option<String> {
    let wanted = scenario.goal_name(goal);
    let name = goal_name(scenario, offer.to)?;
    let sign = if matches!(offer.to, Spot::Ended(_)) { "■ " } else { "" };
    let why = match offer.to {
        _ if name == wanted => String::new(),
        Spot::Ended(_) if offer.openness == Openness::SHUT => ", because shut".to_owned(),
        _ => format!(", as {wanted} is full"),
    };
    Some(format!("→ {sign}{name}{why}"))
}

/// That a conversation breaks off after a line.
fn mistake(scenario: &Scenario, offer: &Offer) -> Option<String> {
    match offer.to {
        Spot::Stuck(Stuck::NothingToSay(id)) => {
            Some(format!("Nothing can be said at {} then.", scenario.moment(id).name))
        }
        Spot::Stuck(Stuck::NoIfShut) => Some("The customer is shut then, and there is no `if_shut`.".to_owned()),
        Spot::Moment(_) | Spot::Ended(_) => None,
    }
}

/// Rows of `parts`, of which each stays on one row where it can.
fn parts(rows: &mut Rows<'_>, parts: &[String]) {
    let room = rows.width.saturating_sub(WORDS);
    let mut row = String::new();
    for part in parts {
        let longer = if row.is_empty() { part.clone() } else { format!("{row} · {part}") };
        if columns(&longer) > room && !row.is_empty() {
            rows.wrapped(WORDS, 0, &row, Role::Quiet);
            row.clone_from(part);
        } else {
            row = longer;
        }
    }
    rows.wrapped(WORDS, 0, &row, Role::Quiet);
}

/// The rows of an ending that is selected in the outline.
pub(super) fn ending(bench: &Bench, picture: &Picture, width: u16) -> Vec<Row> {
    let mut rows = Rows::new(bench.wraps(), width);
    let at = bench.selected().checked_sub(picture.scenario.moments.len());
    let Some((at, ending)) = at.and_then(|at| Some((at, picture.scenario.endings.get(at)?))) else {
        return rows.done();
    };
    rows.line(0, &*ending.name, Role::Strong);
    rows.put_right(0, rows.width, format!("{:+} points", ending.worth), Role::Text);
    let outcome = ending.outcome.phrase();
    let how = picture.values.as_ref().map_or_else(
        |_| format!("The conversation ends with {outcome}."),
        |values| {
            let share = |expected: &crate::solver::Expected| expected.endings[at] * 100.0;
            let (guess, best) = (share(&values.balance.guessing), share(&values.balance.best));
            format!("The conversation ends with {outcome}: {guess:.0}% of guesses, {best:.0}% of best play.")
        },
    );
    rows.wrapped(0, 0, &how, Role::Quiet);
    rows.gap();
    rows.wrapped(0, 0, &ending.says, Role::Text);
    rows.done()
}
