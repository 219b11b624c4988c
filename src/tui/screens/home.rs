//! The home screen: what can be practised on the left, the brief of the one under the cursor on the right.

use ratatui::layout::Rect;

use super::brief;
use super::frame::Frame;
use super::mistakes;
use super::rows::{self, Rows};
use super::shelf::Home;
use crate::check::counted;
use crate::tui::app::data::{Entry, Reading};
use crate::tui::theme::Role;
use crate::tui::widgets::brush::{Brush, columns};
use crate::tui::widgets::prose::{self, Columns, Para};
use crate::tui::widgets::scroll;
use crate::tui::widgets::wraps::Wraps;

/// The columns from which on the brief stands beside the list.
const SPLIT: u16 = 78;
/// The widest that the screen gets.
pub(crate) const WIDEST: u16 = 132;
/// The most lines above the list that say what cannot be done.
const TROUBLES: usize = 6;
/// Where the parts of the screen stand.
pub(crate) struct Places {
    pub(crate) frame: Frame,
    pub(crate) list: Rect,
    brief: Option<Rect>,
}

/// Where the parts of the screen stand on `area`.
pub(crate) fn places(home: &Home, area: Rect, wraps: &Wraps) -> Places {
    let frame = Frame::new(area, WIDEST);
    let mut body = frame.body;
    let troubles = troubles(home, body.width, wraps).len();
    if troubles > 0 {
        let lines = u16::try_from(troubles + 1).unwrap_or(u16::MAX).min(body.height);
        (body.y, body.height) = (body.y + lines, body.height - lines);
    }
    if body.width + 4 < SPLIT {
        return Places { frame, list: body, brief: None };
    }
    let gap = if body.width >= 90 { 6 } else { 4 };
    let left = (body.width - gap) * 11 / 20;
    let brief = Rect { x: body.x + left + gap, width: body.width - left - gap, ..body };
    Places { frame, list: Rect { width: left, ..body }, brief: Some(brief) }
}

/// What cannot be done as it should, in lines above the list.
fn troubles(home: &Home, width: u16, wraps: &Wraps) -> Vec<Box<str>> {
    let not_kept = home.shelf.not_kept.iter().map(|reason| {
        if home.shelf.broken {
            "The history is broken, so nothing is kept. Press s to set it aside, which keeps the file under another name, \
             and begin a new one."
                .to_owned()
        } else {
            format!("Nothing is kept: {reason}")
        }
    });
    let all = not_kept.chain(home.shelf.unread.iter().cloned());
    let lines = |trouble: String| wraps.lines(&trouble, width.min(prose::MEASURE)).to_vec();
    all.flat_map(lines).take(TROUBLES).collect()
}

/// The first line of the list to show so that the row under the cursor is seen.
pub(crate) fn follow(home: &Home, area: Rect, wraps: &Wraps) -> usize {
    let room = places(home, area, wraps).list.height;
    let rows = Rows::of(home, room);
    let (start, end) = rows.span(home.selected);
    scroll::follow(home.top, start, end, usize::from(room), rows.len())
}

/// The row of the list at `x`, `y`.
pub(crate) fn at(home: &Home, area: Rect, wraps: &Wraps, x: u16, y: u16) -> Option<usize> {
    let list = places(home, area, wraps).list;
    if !list.contains((x, y).into()) {
        return None;
    }
    Rows::of(home, list.height).at(home.top + usize::from(y - list.y))
}

/// Draws the home screen.
pub(crate) fn view(home: &Home, brush: &mut Brush<'_>, area: Rect) {
    let places = places(home, area, brush.wraps());
    header(home, brush, places.frame);
    let body = places.frame.body;
    for (y, trouble) in (body.top()..body.bottom()).zip(troubles(home, body.width, brush.wraps())) {
        brush.text(body.x, y, body.width, &trouble, Role::Alarm);
    }
    if home.items.is_empty() {
        return empty(home, brush, Rect { width: body.width, ..places.list });
    }
    let rows = Rows::of(home, places.list.height);
    rows.draw(home, brush, places.list);
    if let Some(area) = places.brief {
        beside(home, brush, area, rows.are_close());
    }
}

fn header(home: &Home, brush: &mut Brush<'_>, frame: Frame) {
    let played: u32 = home.shelf.entries.iter().map(|entry| entry.standing.played).sum();
    let scenarios = match home.shelf.entries.len() {
        0 => String::new(),
        some => counted(some, "scenario"),
    };
    let figures = match rows::times(played) {
        Some(times) => format!("{scenarios} · {times}"),
        None => scenarios,
    };
    brush.right(frame.header.right(), frame.header.y, frame.header.width, &figures, Role::Quiet);
    if home.filtering || !home.filter.is_empty() {
        let x = brush.text(frame.header.x, frame.header.y, 2, "/ ", Role::Accent);
        let room = frame.header.width.saturating_sub(columns(&figures) + 6);
        let x = brush.text(x, frame.header.y, room, &home.filter, Role::Strong);
        if home.filtering {
            brush.text(x, frame.header.y, 1, "▏", Role::Accent);
        }
        frame.rule(brush);
    } else {
        frame.title(brush, ("tellmore", Role::Strong), "what happens after an insight", columns(&figures) + 2);
    }
}

/// What stands where there is nothing to choose.
fn empty(home: &Home, brush: &mut Brush<'_>, area: Rect) {
    let paras = if !home.read {
        Vec::new()
    } else if home.filter.is_empty() {
        let places = match home.shelf.places.join(", ") {
            places if places.is_empty() => "the folder scenarios here".to_owned(),
            places => places,
        };
        vec![
            Para::new("There is no scenario to practise yet.", Role::Strong),
            Para::new(
                format!("A scenario is one file that ends in .ron. They are looked for in {places}."),
                Role::Text,
            ),
            Para::new("F5 looks again.", Role::Quiet),
        ]
    } else {
        vec![
            Para::new("Nothing here matches that.", Role::Strong),
            Para::new("The title, the customer, the role, the company and the tags are searched.", Role::Quiet),
        ]
    };
    let at = Columns::within(area.width, 0);
    prose::draw(brush, area, &prose::lay(&paras, at, brush.wraps()), at, 0);
}

/// The brief of the one under the cursor, as far as there is room.
fn beside(home: &Home, brush: &mut Brush<'_>, area: Rect, close: bool) {
    let paras = match (home.piece(), home.entry()) {
        (Some(piece), entry) => {
            let mut paras = brief::short(&piece.scenario);
            // Where a row is one line, how it went before has no room in it.
            let before =
                entry.filter(|_| close).map(|entry| rows::played(entry, true)).filter(|before| !before.is_empty());
            if let Some(before) = before {
                paras.insert(brief::WHO, Para::new(before, Role::Quiet));
            }
            paras
        }
        (None, Some(Entry { reading: Reading::Broken(problems), .. })) => {
            let mut paras = vec![Para::new("This file cannot be played yet.", Role::Strong)];
            paras.extend(mistakes::paras(problems));
            paras
        }
        _ => Vec::new(),
    };
    let at = Columns::fitting(&paras, area.width, super::words::NAME);
    let rows = prose::lay(&paras, at, brush.wraps());
    if rows.len() <= usize::from(area.height) {
        return prose::draw(brush, area, &rows, at, 0);
    }
    let last = area.bottom().saturating_sub(1);
    let shown = area.height.saturating_sub(2);
    prose::draw(brush, Rect { height: shown, ..area }, &rows, at, 0);
    // What is cut in the middle says so.
    let text = |row: u16| rows.get(usize::from(row)).map_or("", prose::Row::text);
    if let Some(cut) = shown.checked_sub(1).filter(|&cut| !text(cut).is_empty() && !text(cut + 1).is_empty()) {
        let end = columns(text(cut)).min(at.text.saturating_sub(1));
        brush.text(area.x + at.label + end, area.y + cut, 1, "…", Role::Quiet);
    }
    let x = brush.text(area.x, last, area.width, "b", Role::Heading);
    brush.text(x, last, area.width - 1, " shows the rest", Role::Quiet);
}
