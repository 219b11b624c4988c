//! The rows of the home screen: two lines for each where there is room, one where there are many.

use std::borrow::Cow;

use ratatui::layout::Rect;

use super::shelf::{Home, Item};
use crate::export::figures::shown;
use crate::tui::app::data::{Entry, Reading, Unfinished};
use crate::tui::theme::Role;
use crate::tui::widgets::bars;
use crate::tui::widgets::brush::{Brush, columns};

/// The rows of the list from which on there is an empty line between two rows.
const AIRY: u16 = 16;
/// The columns of the list from which on the times played stand beside the last score.
const ROOMY: u16 = 56;
/// The columns at the end of a row for the best score.
const SCORE: u16 = 9;

/// One line of the list.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Line {
    Heading(&'static str),
    /// The first of two lines of a row.
    First(usize),
    /// The second of them.
    Second(usize),
    /// The only line of a row.
    Only(usize),
    Empty,
}

/// The list, laid out.
pub(super) struct Rows {
    lines: Vec<Line>,
}

impl Rows {
    /// The list in a room of `height` rows.
    pub(super) fn of(home: &Home, height: u16) -> Self {
        let room = usize::from(height);
        let layouts = [full(home, height >= AIRY), close(home, true)];
        let fits = layouts.into_iter().find(|lines| lines.len() <= room);
        Self { lines: fits.unwrap_or_else(|| close(home, false)) }
    }

    /// How many lines there are.
    pub(super) fn len(&self) -> usize {
        self.lines.len()
    }

    /// Whether each scenario is one line.
    pub(super) fn are_close(&self) -> bool {
        self.lines.iter().any(|line| matches!(line, Line::Only(_)))
    }

    /// The lines of row `at`, with the heading above it.
    pub(super) fn span(&self, at: usize) -> (usize, usize) {
        let is_first = |line: &Line| matches!(line, Line::First(row) | Line::Only(row) if *row == at);
        let first = self.lines.iter().position(is_first).unwrap_or(0);
        let heading = usize::from(first > 0 && matches!(self.lines[first - 1], Line::Heading(_)));
        let lines = if self.lines.get(first) == Some(&Line::Only(at)) { 1 } else { 2 };
        (first - heading, first + lines)
    }

    /// The row that line number `line` belongs to.
    pub(super) fn at(&self, line: usize) -> Option<usize> {
        match self.lines.get(line)? {
            Line::First(at) | Line::Second(at) | Line::Only(at) => Some(*at),
            Line::Heading(_) | Line::Empty => None,
        }
    }

    /// Draws what there is room for in `area`, from the first line to show on.
    pub(super) fn draw(&self, home: &Home, brush: &mut Brush<'_>, area: Rect) {
        let names = Names::of(home, area);
        for (y, line) in (area.top()..area.bottom()).zip(self.lines.iter().skip(home.top)) {
            match *line {
                Line::Empty => {}
                Line::Heading(words) => _ = brush.text(area.x, y, area.width, words, Role::Heading),
                Line::First(at) => _ = first(home, brush, area, y, at),
                Line::Second(at) => second(home, brush, area, y, at),
                Line::Only(at) => {
                    let end = first(home, brush, area, y, at);
                    names.draw(home, brush, y, at, end);
                }
            }
        }
        self.draw_more(home, brush, area);
    }

    /// Marks where the list goes on above and below.
    fn draw_more(&self, home: &Home, brush: &mut Brush<'_>, area: Rect) {
        let end = home.top + usize::from(area.height);
        let last = area.bottom().saturating_sub(1);
        let free = |line: usize| match self.lines.get(line) {
            Some(Line::Heading(words)) => Some(area.x + columns(words) + 1),
            _ => (self.at(line) != Some(home.selected)).then_some(area.x),
        };
        if let Some(x) = free(home.top).filter(|_| home.top > 0) {
            brush.text(x, area.y, 1, "▴", Role::Quiet);
        }
        if let Some(x) = end.checked_sub(1).and_then(free).filter(|_| end < self.lines.len()) {
            brush.text(x, last, 1, "▾", Role::Quiet);
        }
    }
}

/// Two lines for each row.
fn full(home: &Home, airy: bool) -> Vec<Line> {
    let both = !home.shelf.unfinished.is_empty() && home.filter.is_empty();
    let mut lines = Vec::new();
    for (at, item) in home.items.iter().enumerate() {
        let before = at.checked_sub(1).map(|before| home.items[before]);
        let heading = match (before, item) {
            (None, Item::Unfinished(_)) if both => Some(GO_ON),
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

/// One line for each scenario, below the word for its level; while something is filtered, the best match is first.
fn close(home: &Home, airy: bool) -> Vec<Line> {
    let mut lines = Vec::new();
    let mut above = None;
    for (at, item) in home.items.iter().enumerate() {
        let heading = heading(home, *item);
        if home.filter.is_empty() && above != Some(heading) {
            if airy && above.is_some() {
                lines.push(Line::Empty);
            }
            lines.push(Line::Heading(heading));
            above = Some(heading);
        }
        match item {
            // What was left in the middle is offered first, and says how far it went.
            Item::Unfinished(_) => lines.extend([Line::First(at), Line::Second(at)]),
            Item::More | Item::Entry(_) => lines.push(Line::Only(at)),
        }
    }
    lines
}

const GO_ON: &str = "Go on with";

/// What `item` stands below where each row is one line.
fn heading(home: &Home, item: Item) -> &'static str {
    match item {
        Item::Unfinished(_) | Item::More => GO_ON,
        Item::Entry(at) => match &home.shelf.entries[at].reading {
            Reading::Ready(piece) => piece.scenario.level.word(),
            Reading::Broken(_) => "To be mended",
        },
    }
}

/// The customers' names beside the titles, where each row is one line.
struct Names {
    /// Where they begin; nothing where there is no room for them.
    x: Option<u16>,
    /// Whether the whole name fits.
    whole: bool,
}

impl Names {
    /// Where the names stand beside the longest title, whole if all of them fit, else the first names.
    fn of(home: &Home, area: Rect) -> Self {
        let pieces = || {
            home.shelf.entries.iter().filter_map(|entry| match &entry.reading {
                Reading::Ready(piece) => Some(&piece.scenario),
                Reading::Broken(_) => None,
            })
        };
        let title = pieces().map(|scenario| columns(&scenario.title)).max().unwrap_or(0);
        let room = area.width.saturating_sub(2 + title + 2 + 2 + SCORE);
        let fits = |name: fn(&str) -> &str| pieces().all(|scenario| columns(name(&scenario.customer.name)) <= room);
        let whole = fits(|name| name);
        Self { x: (whole || fits(first_name)).then_some(area.x + 2 + title + 2), whole }
    }

    fn draw(&self, home: &Home, brush: &mut Brush<'_>, y: u16, at: usize, end: u16) {
        let Item::Entry(at) = home.items[at] else { return };
        let Reading::Ready(piece) = &home.shelf.entries[at].reading else { return };
        if let Some(x) = self.x {
            let name = &piece.scenario.customer.name;
            let name = if self.whole { name } else { first_name(name) };
            brush.text(x, y, end.saturating_sub(x + 2), name, Role::Quiet);
        }
    }
}

fn first_name(name: &str) -> &str {
    name.split(' ').next().unwrap_or(name)
}

/// Draws the title of row `at` and what stands at its end, and returns where that begins.
fn first(home: &Home, brush: &mut Brush<'_>, area: Rect, y: u16, at: usize) -> u16 {
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
    end
}

/// Draws the best score as a bar and a figure at the end of the row, and returns where it begins.
fn best(entry: &Entry, brush: &mut Brush<'_>, area: Rect, y: u16) -> u16 {
    let Some(best) = entry.standing.best else {
        let word = if entry.standing.played == 0 { "new" } else { "" };
        return brush.right(area.right(), y, 3, word, Role::Accent);
    };
    let x = area.right().saturating_sub(SCORE);
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

/// How the scenario of `entry` went before; no words where it was never played to the end.
pub(super) fn played(entry: &Entry, roomy: bool) -> String {
    let Some(times) = times(entry.standing.played) else { return String::new() };
    match entry.standing.last {
        Some(last) if roomy => format!("{} last time · {times}", shown(last)),
        Some(last) => format!("{} last time", shown(last)),
        None => times,
    }
}

/// How often something was played, in words; nothing for never.
pub(super) fn times(played: u32) -> Option<String> {
    match played {
        0 => None,
        1 => Some("played once".to_owned()),
        2 => Some("played twice".to_owned()),
        many => Some(format!("played {many} times")),
    }
}
