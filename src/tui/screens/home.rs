//! The home screen: what can be practised on the left, the brief of the one under the cursor on the right.

use std::borrow::Cow;

use ratatui::layout::Rect;

use super::brief;
use super::frame::Frame;
use super::mistakes;
use super::shelf::{Home, Item};
use crate::export::figures::shown;
use crate::tui::app::data::{Entry, Reading, Unfinished};
use crate::tui::theme::Role;
use crate::tui::widgets::bars;
use crate::tui::widgets::brush::{Brush, columns};
use crate::tui::widgets::prose::{self, Columns, Para};
use crate::tui::widgets::wraps::Wraps;

/// The columns from which on the brief stands beside the list.
const SPLIT: u16 = 78;
/// The widest that the screen gets.
pub(crate) const WIDEST: u16 = 132;
/// The rows of the list from which on there is an empty line between two rows.
const AIRY: u16 = 16;

/// The most lines above the list that say what cannot be done.
const TROUBLES: usize = 6;
/// The columns of the list from which on the times played stand beside the last score.
const ROOMY: u16 = 56;

/// One line of the list.
enum Line {
    Heading(&'static str),
    First(usize),
    Second(usize),
    Empty,
}

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

/// The lines of the list in a room of `height` rows.
fn lines(home: &Home, height: u16) -> Vec<Line> {
    let airy = height >= AIRY;
    let both = !home.shelf.unfinished.is_empty() && home.filter.is_empty();
    let mut lines = Vec::new();
    for (at, item) in home.items.iter().enumerate() {
        let before = at.checked_sub(1).map(|before| home.items[before]);
        let heading = match (before, item) {
            (None, Item::Unfinished(_)) if both => Some("Go on with"),
            (None | Some(Item::Unfinished(_) | Item::More), Item::Entry(_)) if both => Some("Practise"),
            _ => None,
        };
        if at > 0 && (airy || heading.is_some()) {
            lines.push(Line::Empty);
        }
        lines.extend(heading.map(Line::Heading));
        lines.push(Line::First(at));
        if *item != Item::More {
            lines.push(Line::Second(at));
        }
    }
    lines
}

/// The lines of row `at`, with the heading above it.
fn span(lines: &[Line], at: usize) -> (usize, usize) {
    let first = lines.iter().position(|line| matches!(line, Line::First(row) if *row == at)).unwrap_or(0);
    let heading = usize::from(first > 0 && matches!(lines[first - 1], Line::Heading(_)));
    (first - heading, first + 2)
}

/// The first line of the list to show so that the row under the cursor is seen.
pub(crate) fn follow(home: &Home, area: Rect, wraps: &Wraps) -> usize {
    let room = places(home, area, wraps).list.height;
    let lines = lines(home, room);
    let (start, end) = span(&lines, home.selected);
    crate::tui::widgets::scroll::follow(home.top, start, end, usize::from(room), lines.len())
}

/// The row of the list at `x`, `y`.
pub(crate) fn at(home: &Home, area: Rect, wraps: &Wraps, x: u16, y: u16) -> Option<usize> {
    let list = places(home, area, wraps).list;
    if !list.contains((x, y).into()) {
        return None;
    }
    match lines(home, list.height).get(home.top + usize::from(y - list.y))? {
        Line::First(at) | Line::Second(at) => Some(*at),
        _ => None,
    }
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
    let lines = lines(home, places.list.height);
    let shown = lines.iter().skip(home.top);
    for (y, line) in (places.list.top()..places.list.bottom()).zip(shown) {
        match line {
            Line::Empty => {}
            Line::Heading(words) => _ = brush.text(places.list.x, y, places.list.width, words, Role::Heading),
            Line::First(at) => first(home, brush, places.list, y, *at),
            Line::Second(at) => second(home, brush, places.list, y, *at),
        }
    }
    if let Some(area) = places.brief {
        beside(home, brush, area);
    }
}

fn header(home: &Home, brush: &mut Brush<'_>, frame: Frame) {
    let played: u32 = home.shelf.entries.iter().map(|entry| entry.standing.played).sum();
    let figures = match played {
        0 => String::new(),
        1 => "1 conversation played".to_owned(),
        many => format!("{many} conversations played"),
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

fn first(home: &Home, brush: &mut Brush<'_>, area: Rect, y: u16, at: usize) {
    let selected = home.selected == at;
    let role = if selected { Role::Chosen } else { Role::Text };
    if selected {
        brush.text(area.x, y, 1, "▸", Role::Marker);
    }
    let (title, role, end) = match home.items[at] {
        Item::Unfinished(at) => {
            let unfinished = &home.shelf.unfinished[at];
            let end = brush.right(area.right(), y, 20, &unfinished.when, Role::Quiet);
            (Cow::Borrowed(unfinished.piece.scenario.title.as_str()), role, end)
        }
        Item::More => {
            let role = if selected { role } else { Role::Quiet };
            (Cow::Owned(format!("{} more", home.shelf.more)), role, area.right())
        }
        Item::Entry(at) => {
            let entry = &home.shelf.entries[at];
            match &entry.reading {
                Reading::Ready(piece) => (piece.scenario.title.as_str().into(), role, best(entry, brush, area, y)),
                Reading::Broken(_) => {
                    (entry.stem.as_str().into(), if selected { role } else { Role::Quiet }, area.right())
                }
            }
        }
    };
    brush.text(area.x + 2, y, end.saturating_sub(area.x + 4), &title, role);
}

/// Draws the best score as a bar and a figure at the end of the row, and returns where it begins.
fn best(entry: &Entry, brush: &mut Brush<'_>, area: Rect, y: u16) -> u16 {
    let Some(best) = entry.standing.best else {
        let word = if entry.standing.played == 0 { "new" } else { "" };
        return brush.right(area.right(), y, 3, word, Role::Accent);
    };
    let x = area.right().saturating_sub(9);
    let after = bars::bar(brush, x, y, bars::cells(best / 100.0, 5), 5, Role::Reached);
    brush.right(area.right(), y, area.right() - after, &shown(best).to_string(), Role::Strong);
    x
}

fn second(home: &Home, brush: &mut Brush<'_>, area: Rect, y: u16, at: usize) {
    let (left, right) = match home.items[at] {
        Item::Unfinished(at) => (far(&home.shelf.unfinished[at]), String::new()),
        Item::More => return,
        Item::Entry(at) => {
            let entry = &home.shelf.entries[at];
            match &entry.reading {
                Reading::Ready(piece) => {
                    let who = format!("{} · {}", piece.scenario.customer.name, piece.scenario.level.word());
                    (who, played(entry, area.width >= ROOMY))
                }
                // What is in no line is no mistake of the text: it says itself why the file cannot be read.
                Reading::Broken(problems) if problems.len() == 1 && problems[0].line.is_none() => {
                    (problems[0].says.clone(), String::new())
                }
                Reading::Broken(problems) => {
                    let count = problems.len();
                    let mistakes = if count == 1 { "mistake" } else { "mistakes" };
                    (format!("{count} {mistakes}: tellmore check {}", entry.file), String::new())
                }
            }
        }
    };
    let end = brush.right(area.right(), y, 32, &right, Role::Quiet);
    brush.text(area.x + 2, y, end.saturating_sub(area.x + 4), &left, Role::Quiet);
}

/// How far an unfinished conversation went.
fn far(unfinished: &Unfinished) -> String {
    let name = &unfinished.piece.scenario.customer.name;
    match unfinished.transcript.turns.len() {
        _ if unfinished.over => format!("{name} · ended, the debrief waits"),
        0 => format!("{name} · waits for your first line"),
        1 => format!("{name} · 1 turn in"),
        turns => format!("{name} · {turns} turns in"),
    }
}

fn played(entry: &Entry, roomy: bool) -> String {
    let times = match entry.standing.played {
        0 => return String::new(),
        1 => "played once".to_owned(),
        2 => "played twice".to_owned(),
        many => format!("played {many} times"),
    };
    match entry.standing.last {
        Some(last) if roomy => format!("{} last time · {times}", shown(last)),
        Some(last) => format!("{} last time", shown(last)),
        None => times,
    }
}

/// The brief of the one under the cursor, as far as there is room.
fn beside(home: &Home, brush: &mut Brush<'_>, area: Rect) {
    let paras = match (home.piece(), home.entry()) {
        (Some(piece), _) => brief::short(&piece.scenario),
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
