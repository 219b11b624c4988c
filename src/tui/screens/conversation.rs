//! The conversation: what was said, how open the customer is, what was learned, and what can be said now.
//!
//! Nothing here gives away what a line is worth: the lines stand in the order that was drawn, all look alike, and the
//! values are not even looked at before the conversation is over.

use ratatui::layout::Rect;

use super::frame::Frame;
use super::words;
use crate::tui::app::practice::Practice;
use crate::tui::theme::Role;
use crate::tui::widgets::brush::{Brush, columns};
use crate::tui::widgets::prose::{self, Columns, MEASURE, Para};
use crate::tui::widgets::wraps::Wraps;
use crate::tui::widgets::{bars, scroll};

/// The columns from which on there is room beside the text.
const WIDE: u16 = 110;
/// The columns of what stands beside the text, and of the gap before it.
const SIDE: u16 = 28;
const GAP: u16 = 4;
/// The least rows of what was said.
const KEPT: usize = 3;
/// The columns before a line that can be said: the mark, the number, and the gaps after them.
const MARK: u16 = 5;

/// What the conversation screen remembers.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(crate) struct Talk {
    /// The line under the cursor, by its place among those shown.
    pub(crate) selected: usize,
    /// The first row shown of the lines that can be said.
    pub(crate) top: usize,
    /// How many rows the transcript was scrolled back from its end.
    pub(crate) back: usize,
}

/// Where the parts of the screen stand.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Places {
    pub(crate) frame: Frame,
    pub(crate) transcript: Rect,
    pub(crate) choices: Rect,
    side: Option<Rect>,
    columns: Columns,
    /// The empty rows between two lines that can be said.
    space: usize,
    /// The row that says that there is more to say than fits, where that is so.
    more: Option<u16>,
}

/// The rows that each line takes that can be said: the first and one past the last, from the top of the list.
fn spans(practice: &Practice, text: u16, space: usize, wraps: &Wraps) -> Vec<(usize, usize)> {
    let mut at = 0;
    let mut span = |rows: usize| {
        let start = at;
        at += rows + space;
        (start, start + rows)
    };
    practice.lines().map(|line| span(wraps.lines(line, text).len())).collect()
}

/// The columns of the names beside what is said.
fn name(practice: &Practice) -> u16 {
    columns(practice.piece.scenario.customer.first_name()).clamp(4, words::NAME) + 2
}

/// How wide the screen gets.
pub(crate) fn widest(practice: &Practice, area: Rect) -> u16 {
    name(practice) + MEASURE + if area.width >= WIDE { GAP + SIDE } else { 0 }
}

/// Where the parts of the screen stand on `area`.
pub(crate) fn places(practice: &Practice, area: Rect, wraps: &Wraps) -> Places {
    let name = name(practice);
    let wide = area.width >= WIDE;
    let beside = if wide { GAP + SIDE } else { 0 };
    let frame = Frame::new(area, widest(practice, area));
    let body = frame.body;
    let text = Rect { width: body.width.saturating_sub(beside), ..body };
    let at = Columns::within(text.width, name);
    let side = wide.then(|| Rect { x: text.right() + GAP, width: SIDE, ..body });

    let rows = |space| spans(practice, at.text, space, wraps).last().map_or(1, |&(_, end)| end);
    // With air where half of the room is left for what was said; without it where it is not.
    let space = usize::from(rows(1) + 3 <= usize::from(body.height) / 2);
    let air = u16::from(space > 0);
    // What can be said has the room that it needs; what was said gives way, but for what is answered now.
    let most = usize::from(body.height).saturating_sub(1 + kept(practice, body.height, at, wraps)).max(1);
    let overflows = rows(space) > most;
    // Where there is air above the hints, the sign that there is more stands in it.
    let spare = frame.hints.y > text.bottom();
    let bottom = if overflows && !spare { text.bottom().saturating_sub(1) } else { text.bottom() };
    let most = most - usize::from(overflows && !spare && most > 1);
    let height = u16::try_from(rows(space).min(most)).unwrap_or(1).min(body.height);
    let choices = Rect { y: bottom.saturating_sub(height), height, ..text };
    let above = choices.y.saturating_sub(text.y + 1 + 2 * air);
    let transcript = Rect { height: above, ..text };
    Places { frame, transcript, choices, side, columns: at, space, more: overflows.then_some(bottom) }
}

/// The rows that what was said keeps, however much can be said now: those of the words that are answered, as far as
/// that is no more than a third of the `height`.
fn kept(practice: &Practice, height: u16, at: Columns, wraps: &Wraps) -> usize {
    let answered = practice.conversation.open().map(|exchange| exchange.says(&practice.piece.scenario));
    let rows = answered.map_or(0, |says| wraps.lines(says, at.text).len() + 1);
    rows.clamp(KEPT, KEPT.max(usize::from(height) / 3))
}

/// Where the list begins so that the line in rows `start..end` is seen. One that is taller than the room can be
/// anywhere in it, so that all of it can be read.
fn followed(top: usize, (start, end): (usize, usize), room: usize, total: usize) -> usize {
    if end - start > room {
        return top.clamp(start, end - room);
    }
    scroll::follow(top, start, end, room, total)
}

/// What the screen remembers after the cursor went on by one line, or a screen further in a line that is taller than
/// its room.
pub(crate) fn stepped(practice: &Practice, area: Rect, wraps: &Wraps, down: bool) -> Talk {
    let places = places(practice, area, wraps);
    let spans = spans(practice, places.columns.text, places.space, wraps);
    let mut talk = practice.talk;
    let (start, end) = spans.get(talk.selected).copied().unwrap_or((0, 0));
    let room = usize::from(places.choices.height);
    let step = room.saturating_sub(1).max(1);
    if down && end > talk.top + room {
        talk.top = (talk.top + step).min(end - room);
    } else if !down && start < talk.top {
        talk.top = talk.top.saturating_sub(step).max(start);
    } else if down {
        talk.selected += 1;
    } else if let Some(&(_, end)) = talk.selected.checked_sub(1).and_then(|before| spans.get(before)) {
        talk.selected -= 1;
        // Going up into a line that is taller than its room begins at its end.
        talk.top = talk.top.min(end.saturating_sub(room).max(spans[talk.selected].0));
    }
    talk
}

/// The state of the lists so that the line under the cursor is seen and nothing is scrolled past its end.
pub(crate) fn settle(practice: &Practice, area: Rect, wraps: &Wraps) -> Talk {
    let places = places(practice, area, wraps);
    let spans = spans(practice, places.columns.text, places.space, wraps);
    let mut talk = practice.talk;
    talk.selected = talk.selected.min(spans.len().saturating_sub(1));
    let total = spans.last().map_or(0, |&(_, end)| end);
    let (start, end) = spans.get(talk.selected).copied().unwrap_or((0, 0));
    talk.top = followed(talk.top, (start, end), usize::from(places.choices.height), total);
    let paras = words::spoken(&practice.piece.scenario, &practice.conversation);
    let rows = prose::lay(&paras, places.columns, wraps).len();
    talk.back = talk.back.min(rows.saturating_sub(usize::from(places.transcript.height)));
    talk
}

/// The line that can be said at `x`, `y`, by its place among those shown.
pub(crate) fn at(practice: &Practice, area: Rect, wraps: &Wraps, x: u16, y: u16) -> Option<usize> {
    let places = places(practice, area, wraps);
    if !places.choices.contains((x, y).into()) {
        return None;
    }
    let row = practice.talk.top + usize::from(y - places.choices.y);
    let spans = spans(practice, places.columns.text, places.space, wraps);
    spans.iter().position(|&(start, end)| (start..end).contains(&row))
}

/// Whether row `y` is among the lines that can be said, and not all of them are shown.
pub(crate) fn scrolls(practice: &Practice, area: Rect, wraps: &Wraps, y: u16) -> bool {
    let places = places(practice, area, wraps);
    places.more.is_some() && y >= places.choices.y
}

/// Draws the conversation screen.
pub(crate) fn view(practice: &Practice, brush: &mut Brush<'_>, area: Rect) {
    let places = places(practice, area, brush.wraps());
    let customer = &practice.piece.scenario.customer;
    let openness = practice.conversation.state().openness;
    let header = places.frame.header;
    let beside = if places.side.is_some() { 0 } else { bars::OPENNESS };
    places.frame.title(brush, (&customer.name, Role::CustomerName), &customer.role, beside + 2);
    if beside > 0 {
        bars::openness(brush, header.right() - beside, header.y, openness);
    } else {
        let title = &practice.piece.scenario.title;
        brush.right(header.right(), header.y, header.width / 2, title, Role::Quiet);
    }

    let paras = words::spoken(&practice.piece.scenario, &practice.conversation);
    let rows = prose::lay(&paras, places.columns, brush.wraps());
    let room = usize::from(places.transcript.height);
    let end = rows.len().saturating_sub(practice.talk.back);
    let from = end.saturating_sub(room);
    // What was said last stands right above what can be said now.
    let empty = u16::try_from(room.saturating_sub(end - from)).unwrap_or(0);
    let area = Rect { y: places.transcript.y + empty, height: places.transcript.height - empty, ..places.transcript };
    prose::draw(brush, area, &rows[..end], places.columns, from);
    divide(practice, brush, &places, from);
    choices(practice, brush, &places);
    if let Some(area) = places.side {
        side(practice, brush, area);
    }
}

/// Draws the hairline between what was said and what can be said, and whether there is more of either.
fn divide(practice: &Practice, brush: &mut Brush<'_>, places: &Places, above: usize) {
    let y = places.choices.y - 1 - u16::from(places.space > 0);
    brush.hairline(Rect { width: places.choices.width, ..places.choices }, y);
    let more = match (above, practice.talk.back) {
        (0, 0) => return,
        (_, 0) => " ↑ more ",
        (0, _) => " ↓ more ",
        _ => " ↑↓ more ",
    };
    brush.right(places.choices.right().saturating_sub(2), y, 12, more, Role::Quiet);
}

fn choices(practice: &Practice, brush: &mut Brush<'_>, places: &Places) {
    let area = places.choices;
    let left = area.x + places.columns.label;
    if practice.conversation.is_over() {
        let x = brush.text(left, area.y, 6, "enter ", Role::Accent);
        brush.text(x, area.y, places.columns.text.saturating_sub(6), "for the debrief", Role::Text);
        return;
    }
    let spans = spans(practice, places.columns.text, places.space, brush.wraps());
    let top = practice.talk.top;
    if let Some(y) = places.more {
        more(brush, places, &spans, top, y);
    }
    for (index, (line, &(start, end))) in practice.lines().zip(&spans).enumerate() {
        let selected = index == practice.talk.selected;
        let role = if selected { Role::Chosen } else { Role::Text };
        let lines = brush.lines(line, places.columns.text);
        for (row, words) in (start..end).zip(lines.iter()) {
            let Some(y) = row.checked_sub(top).and_then(|y| u16::try_from(y).ok()).filter(|&y| y < area.height) else {
                continue;
            };
            let y = area.y + y;
            if row == start {
                if selected {
                    brush.text(left - MARK, y, 1, "▸", Role::Marker);
                }
                brush.right(left - 2, y, 2, &(index + 1).to_string(), Role::Accent);
            }
            brush.text(left, y, places.columns.text, words, role);
        }
    }
}

/// Says on row `y` which way there is more to say than is shown, and which of the lines are.
fn more(brush: &mut Brush<'_>, places: &Places, spans: &[(usize, usize)], top: usize, y: u16) {
    let bottom = top + usize::from(places.choices.height);
    let end = spans.last().map_or(0, |&(_, end)| end);
    let sign = match (top > 0, end > bottom) {
        (false, _) => "↓ more",
        (_, false) => "↑ more",
        _ => "↑↓ more",
    };
    let shown = || spans.iter().enumerate().filter(|(_, span)| span.0 < bottom && span.1 > top).map(|(at, _)| at + 1);
    let which = match (shown().next(), shown().next_back()) {
        (Some(first), Some(last)) if first < last => format!("{sign} · {first}-{last} of {}", spans.len()),
        (Some(first), _) => format!("{sign} · {first} of {}", spans.len()),
        _ => sign.to_owned(),
    };
    let left = places.choices.x + places.columns.label;
    brush.text(left, y, places.columns.text, &which, Role::Accent);
}

/// What stands beside the text where there is room: openness, what was learned, and whom the customer serves.
fn side(practice: &Practice, brush: &mut Brush<'_>, area: Rect) {
    let scenario = &practice.piece.scenario;
    let state = practice.conversation.state();
    brush.text(area.x, area.y, area.width, "Openness", Role::Heading);
    bars::openness(brush, area.x, area.y + 1, state.openness);

    let mut paras = vec![Para::new(format!("Facts · {}", state.known.len()), Role::Heading)];
    if state.known.is_empty() {
        paras.push(Para::new("Nothing learned yet.", Role::Quiet).close());
    }
    for (number, &fact) in state.known.iter().enumerate() {
        let para = Para::new(scenario.fact(fact).says.as_str(), Role::Text);
        paras.push(if number == 0 { para.close() } else { para });
    }
    paras.push(Para::new("Serves", Role::Heading));
    paras.push(Para::new(scenario.customer.hero.as_str(), Role::Quiet).close());
    if !scenario.customer.cares_about.is_empty() {
        paras.push(Para::new("Cares about", Role::Heading));
        paras.extend(scenario.customer.cares_about.iter().map(|item| Para::new(item.as_str(), Role::Quiet).close()));
    }
    let at = Columns { label: 0, text: area.width };
    let rows = prose::lay(&paras, at, brush.wraps());
    prose::draw(brush, super::frame::below(area, area.y + 3), &rows, at, 0);
}
