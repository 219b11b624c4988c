//! The moments and endings of the scenario, with what there is to know of each in a row.

use ratatui::layout::Rect;

use super::bench::Bench;
use super::picture::Picture;
use super::problems::sign;
use crate::export::simulate_text::grouped;
use crate::tui::theme::Role;
use crate::tui::widgets::brush::Brush;
use crate::tui::widgets::scroll;

/// The rows between the last moment and the first ending: an empty one, and a heading.
const BETWEEN: usize = 2;
/// The columns before a name, of the figures after it, and of the mark at the end.
const MARK: u16 = 2;
/// The columns of the title above the names.
const TITLE: u16 = 10;
const STATES: u16 = 7;
const STAKE: u16 = 6;

/// The columns of an outline whose longest name has `name` columns, with so many `figures` after each.
pub(super) fn width(name: u16, figures: u16) -> u16 {
    let figures = [0, STAKE, STAKE + STATES].get(usize::from(figures)).copied().unwrap_or(0);
    MARK + name.max(TITLE) + figures + 2
}

/// How many rows the outline of `picture` has.
fn rows(picture: &Picture) -> usize {
    picture.entries.len() + BETWEEN
}

/// The row of entry number `entry`.
fn row(picture: &Picture, entry: usize) -> usize {
    if entry < picture.scenario.moments.len() { entry } else { entry + BETWEEN }
}

/// The entry in row number `row`.
fn entry(picture: &Picture, row: usize) -> Option<usize> {
    let moments = picture.scenario.moments.len();
    match row {
        row if row < moments => Some(row),
        row if row < moments + BETWEEN => None,
        row => Some(row - BETWEEN).filter(|&entry| entry < picture.entries.len()),
    }
}

/// The first row to show in `room` rows, so that entry number `selected` is seen.
pub(super) fn follow(picture: &Picture, top: usize, selected: usize, room: usize) -> usize {
    let row = row(picture, selected);
    // The first ending is seen with its heading.
    let start = if selected == picture.scenario.moments.len() && room > BETWEEN { row - BETWEEN } else { row };
    scroll::follow(top, start, row + 1, room, rows(picture))
}

/// The entry that stands `y` rows below the top.
pub(super) fn at(picture: &Picture, top: usize, y: u16) -> Option<usize> {
    entry(picture, top + usize::from(y))
}

/// Draws the titles of the columns on the row above the outline, and whether there is more of it than is shown.
pub(super) fn titles(bench: &Bench, picture: &Picture, brush: &mut Brush<'_>, area: Rect, figures: u16, y: u16) {
    let x = brush.text(area.x + MARK, y, area.width, "Moments", Role::Heading);
    let top = bench.outline_top();
    let more = match (top > 0, rows(picture) > top + usize::from(area.height)) {
        (false, false) => "",
        (false, true) => "↓",
        (true, false) => "↑",
        (true, true) => "↑↓",
    };
    brush.text(x + 1, y, 2, more, Role::Quiet);
    let end = area.right().saturating_sub(2);
    heads(brush, end, y, figures, ("states", "stake"));
}

/// Draws what stands above the figures.
fn heads(brush: &mut Brush<'_>, end: u16, y: u16, figures: u16, (first, second): (&str, &str)) {
    if figures > 1 {
        brush.right(end.saturating_sub(STAKE), y, STATES, first, Role::Quiet);
    }
    if figures > 0 {
        brush.right(end, y, STAKE, second, Role::Quiet);
    }
}

/// Draws the outline.
pub(super) fn draw(bench: &Bench, picture: &Picture, brush: &mut Brush<'_>, area: Rect, figures: u16) {
    let top = bench.outline_top();
    let moments = picture.scenario.moments.len();
    let end = area.right().saturating_sub(2);
    let names = (area.width + TITLE).saturating_sub(width(TITLE, figures));
    for (y, row) in (area.top()..area.bottom()).zip(top..rows(picture)) {
        let Some(entry) = entry(picture, row) else {
            if row == moments + 1 {
                brush.text(area.x + MARK, y, area.width, "Endings", Role::Heading);
                heads(brush, end, y, figures, ("guess", "worth"));
            }
            continue;
        };
        let selected = entry == bench.selected();
        let moment = picture.moment(entry);
        let values = picture.values.as_ref().ok();
        let (first, second, never) = match (moment, values) {
            (Some(moment), Some(values)) => {
                let seen = &values.survey.moments[moment.index()];
                let never = seen.states == 0;
                let states = if never { "never".to_owned() } else { short(seen.states) };
                let stake = values.in_score(seen.at_stake).round() + 0.0;
                (states, if never { String::new() } else { format!("{stake:.0}") }, never)
            }
            (Some(_), None) => (String::new(), String::new(), false),
            (None, values) => {
                let ending = &picture.scenario.endings[entry - moments];
                let share = values.map(|values| values.balance.guessing.endings[entry - moments]);
                let share = share.map_or_else(String::new, percent);
                let never = share == "never";
                (share, format!("{:+}", ending.worth), never)
            }
        };
        let role = if selected { Role::Chosen } else { Role::Text };
        if selected {
            brush.text(area.x, y, 1, "▸", Role::Marker);
        }
        brush.text(area.x + MARK, y, names, picture.name(entry), role);
        if figures > 1 {
            brush.right(end.saturating_sub(STAKE), y, STATES, &first, if never { Role::Alarm } else { Role::Quiet });
        }
        if figures == 1 && never {
            brush.right(end, y, STAKE, "never", Role::Alarm);
        } else if figures > 0 {
            brush.right(end, y, STAKE, &second, Role::Text);
        }
        if let Some(severity) = bench.mark(picture, entry) {
            let (sign, role) = sign(severity);
            brush.text(end + 1, y, 1, sign, role);
        }
    }
}

/// A chance in percent; what can happen never shows as nothing.
fn percent(share: f64) -> String {
    match share {
        share if share <= 0.0 => "never".to_owned(),
        share if share < 0.005 => "<1%".to_owned(),
        share => format!("{:.0}%", share * 100.0),
    }
}

/// A number in six columns at most.
fn short(number: usize) -> String {
    match number {
        number if number < 100_000 => grouped(number),
        number if number < 1_000_000 => format!("{}k", number / 1_000),
        number => format!("{:.1}M", number as f64 / 1e6),
    }
}
