//! The head of the debrief: the score and what it stands beside, the ending, and the skills.

use std::borrow::Cow;

use ratatui::layout::Rect;

use super::frame::below;
use crate::conversation::Spot;
use crate::debrief::Debrief;
use crate::export::figures::{kindness, luck, shown, why_stuck};
use crate::scenario::Outcome;
use crate::tui::app::practice::{Practice, Values};
use crate::tui::theme::Role;
use crate::tui::widgets::brush::{Brush, columns};
use crate::tui::widgets::wraps::Wraps;
use crate::tui::widgets::{bars, figure, prose};

/// The rows of the body from which on there is room for the skills.
pub(super) const BOTH: u16 = 18;
/// The rows of the body from which on the score is drawn large.
pub(super) const TALL: u16 = 22;
/// The most rows of the ending; the whole of it stands in the whole conversation.
const ENDING: u16 = 2;

fn bars_of(practice: &Practice) -> usize {
    practice.debrief().map_or(0, |debrief| debrief.skills.len())
}

/// The rows of the score, the ending and the skills.
pub(super) fn rows(practice: &Practice, body: Rect, wraps: &Wraps) -> u16 {
    if practice.debrief().is_none() {
        let why = why_unjudged(practice).map_or(0, |(why, _)| wraps.lines(&why, said_in(body)).len());
        return u16::try_from(why).unwrap_or(u16::MAX).min(body.height) + ending_rows(practice, body, wraps);
    }
    let skills = u16::try_from(bars_of(practice)).unwrap_or(0);
    let ending = ending_rows(practice, body, wraps);
    if body.height >= TALL {
        figure::ROWS + 1 + ending + if skills > 0 { 1 + skills.div_ceil(per_row(body)) } else { 0 }
    } else if body.height >= BOTH {
        1 + ending + skills.div_ceil(per_row(body))
    } else {
        1 + ending
    }
}

/// The rows that the ending takes.
fn ending_rows(practice: &Practice, body: Rect, wraps: &Wraps) -> u16 {
    let Spot::Ended(id) = practice.conversation.state().spot else { return 0 };
    let ending = practice.piece.scenario.ending(id);
    let indent = columns(ending.outcome.phrase()) + 2;
    let lines = wraps.lines(&ending.says, body.width.saturating_sub(indent).min(prose::MEASURE)).len();
    u16::try_from(lines).unwrap_or(ENDING).min(ENDING)
}

/// How many skills stand beside each other.
const fn per_row(body: Rect) -> u16 {
    if body.width >= 75 { 3 } else { 2 }
}

/// Draws the head of the debrief into `area`, with the score large where the screen is `tall`.
pub(super) fn view(practice: &Practice, brush: &mut Brush<'_>, area: Rect, tall: bool) {
    if let Some(debrief) = practice.debrief() {
        return summary(practice, debrief, brush, area, tall);
    }
    let mut y = area.y;
    if let Some((why, role)) = why_unjudged(practice) {
        for line in brush.lines(&why, said_in(area)).iter().take(usize::from(area.height)) {
            brush.text(area.x, y, area.width, line, role);
            y += 1;
        }
    }
    ending(practice, brush, area, y, ENDING);
}

/// Why there is no score, where there is none.
fn why_unjudged(practice: &Practice) -> Option<(Cow<'_, str>, Role)> {
    match (practice.conversation.state().spot, &practice.values) {
        (Spot::Stuck(stuck), _) => Some((why_stuck(&practice.piece.scenario, stuck).into(), Role::Alarm)),
        (_, Values::Ready(_)) => None,
        (_, Values::Reckoning) => Some(("Still reckoning …".into(), Role::Strong)),
        (_, Values::Unknown(why)) => Some((why.into(), Role::Alarm)),
    }
}

/// The columns of what is said about the score where there is none.
fn said_in(area: Rect) -> u16 {
    area.width.min(prose::MEASURE)
}

fn summary(practice: &Practice, debrief: &Debrief, brush: &mut Brush<'_>, area: Rect, tall: bool) {
    let compared = compared(practice, debrief);
    let drawn = format!("luck {}, {}", luck(debrief.luck), kindness(debrief.luck, debrief.best - debrief.worst));
    if tall {
        let x = match debrief.score {
            Some(score) => figure::big(brush, area.x, area.y, shown(score), Role::Strong) + 1,
            None => area.x,
        };
        let room = area.right().saturating_sub(x);
        brush.text(x, area.y, room, if debrief.score.is_some() { "of 100" } else { "no score" }, Role::Strong);
        brush.text(x, area.y + 1, room, &compared, Role::Text);
        brush.text(x, area.y + 2, room, &drawn, Role::Quiet);
        let y = ending(practice, brush, area, area.y + 4, ENDING);
        skills(practice, debrief, brush, below(area, y + 1));
    } else {
        let mut x = area.x;
        if let Some(score) = debrief.score {
            x = brush.text(x, area.y, 4, &shown(score).to_string(), Role::Strong);
            x = brush.text(x, area.y, 10, " of 100   ", Role::Text);
        }
        let end = if columns(&compared) + columns(&drawn) + x + 3 < area.right() {
            brush.right(area.right(), area.y, area.width, &drawn, Role::Quiet)
        } else {
            area.right()
        };
        brush.text(x, area.y, end.saturating_sub(x), &compared, Role::Quiet);
        let y = ending(practice, brush, area, area.y + 1, ENDING);
        skills(practice, debrief, brush, below(area, y));
    }
}

/// What the score stands beside.
fn compared(practice: &Practice, debrief: &Debrief) -> String {
    let Some(score) = debrief.score else {
        return "nothing was at stake here".to_owned();
    };
    let par = debrief.par.map_or(String::new(), |par| format!("guessing would get {}", shown(par)));
    match practice.best_before {
        Some(best) if shown(best) < shown(score) => format!("{par} · your best so far, before it {}", shown(best)),
        Some(best) => format!("{par} · your best {}", shown(best)),
        None => par,
    }
}

/// The outcome in a word and what happens then, on at most `rows` rows; returns the row after it.
fn ending(practice: &Practice, brush: &mut Brush<'_>, area: Rect, y: u16, rows: u16) -> u16 {
    let Spot::Ended(id) = practice.conversation.state().spot else { return y };
    let ending = practice.piece.scenario.ending(id);
    let mut label = format!("{}:", ending.outcome.phrase());
    label.replace_range(..1, "A");
    let role = match ending.outcome {
        Outcome::Order | Outcome::Advance => Role::Reached,
        Outcome::Continuation => Role::Strong,
        Outcome::NoSale => Role::Cost,
    };
    let indent = columns(&label) + 1;
    brush.text(area.x, y, indent, &label, role);
    let width = area.width.saturating_sub(indent).min(prose::MEASURE);
    let lines = brush.lines(&ending.says, width);
    let shown = lines.len().min(usize::from(rows));
    for (row, line) in (y..).zip(&lines[..shown]) {
        brush.text(area.x + indent, row, width, line, Role::Text);
    }
    y + u16::try_from(shown).unwrap_or(rows)
}

fn skills(practice: &Practice, debrief: &Debrief, brush: &mut Brush<'_>, area: Rect) {
    let per_row = per_row(area);
    let room = area.width / per_row;
    let names = &practice.piece.scenario.rubric.skills;
    let widest = debrief.skills.iter().map(|bar| columns(&names[bar.skill.index()].name)).max().unwrap_or(0);
    let name = widest.min(room.saturating_sub(12));
    for (index, skill) in debrief.skills.iter().enumerate() {
        let index = u16::try_from(index).unwrap_or(u16::MAX);
        let (x, y) = (area.x + index % per_row * room, area.y + index / per_row);
        if y >= area.bottom() {
            return;
        }
        brush.text(x, y, name, &names[skill.skill.index()].name, Role::Quiet);
        let after = bars::bar(brush, x + name + 2, y, bars::cells(skill.share, 5), 5, Role::RepName);
        brush.right(after + 4, y, 4, &shown(skill.share * 100.0).to_string(), Role::Text);
    }
}
