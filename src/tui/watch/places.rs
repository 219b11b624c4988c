//! Where the parts of the bench stand.

use ratatui::layout::Rect;

use super::bench::{Bench, View};
use super::picture::Picture;
use super::{outline, view};
use crate::tui::screens::frame::{Frame, below};
use crate::tui::widgets::brush::columns;

/// The columns between the names of two views, and of the arrows after the last.
const BETWEEN: u16 = 3;
const ARROWS: u16 = 3;

/// The widest that the bench gets.
const WIDEST: u16 = 124;
/// The columns between the outline and the view.
const GAP: u16 = 3;
/// The columns that the view has before the outline may have figures, on a wide screen and on a narrow one, and those
/// that it has before a name is cut.
const WIDE: u16 = super::figures::TABLE;
const NARROW: u16 = 42;
const LEAST: u16 = 34;
/// The columns from which on a screen is a wide one.
const IS_WIDE: u16 = 100;
/// The rows that what is wrong gets below the last good picture, the line above it included.
const BANNER: u16 = 5;

/// Where the parts of the bench stand.
pub(super) struct Places {
    pub(super) frame: Frame,
    /// The row of the titles: of the outline's columns, and of the views.
    pub(super) titles: u16,
    /// The outline; empty where there is no picture.
    pub(super) outline: Rect,
    /// How many columns of figures stand in it.
    pub(super) figures: u16,
    /// The view.
    pub(super) side: Rect,
    /// What is wrong with a file that is broken for the moment.
    pub(super) banner: Option<Rect>,
}

impl Places {
    /// Where the parts stand on the terminal that the bench knows of.
    pub(super) fn of(bench: &Bench) -> Self {
        Self::on(bench, bench.area)
    }

    /// Where they stand on a screen of `area`.
    pub(super) fn on(bench: &Bench, area: Rect) -> Self {
        let mut frame = Frame::new(area, WIDEST);
        // What has to be said may take more than the last line.
        let said = bench.notice.as_deref().map_or(1, |notice| bench.wraps().lines(notice, frame.hints.width).len());
        let air = frame.hints.y.saturating_sub(frame.body.bottom());
        let over = u16::try_from(said).unwrap_or(u16::MAX).saturating_sub(1 + air);
        frame.body.height = frame.body.height.saturating_sub(over);
        let body = frame.body;
        let shows = bench.broken.is_some() && bench.picture.is_some() && bench.view != View::Problems;
        let banner = bench.broken.as_deref().filter(|_| shows).map(|broken| {
            let told = view::told(bench, broken, body.width).len() + usize::from(broken.findings.len() > 1);
            let height = (u16::try_from(told).unwrap_or(u16::MAX).saturating_add(1)).min(BANNER).min(body.height / 2);
            Rect { y: body.bottom().saturating_sub(height), height, ..body }
        });
        let rest = Rect { height: body.height - banner.map_or(0, |banner| banner.height), ..body };
        let titles = rest.y;
        let air = u16::from(rest.height > 14);
        let rows = if bench.picture.is_some() { below(rest, titles + 1 + air) } else { rest };
        let (width, figures) = bench.picture.as_deref().map_or((0, 0), |picture| share(picture, body.width));
        let outline = Rect { width: width.min(rows.width), ..rows };
        let left = if width > 0 { outline.right() + GAP } else { rows.x };
        let side = Rect { x: left, width: rows.right().saturating_sub(left), ..rows };
        Self { frame, titles, outline, figures, side, banner }
    }

    /// Where the name of each view begins and ends.
    pub(super) fn tabs(&self, bench: &Bench) -> Vec<(View, String, u16, u16)> {
        let names = View::ALL.map(|view| match view {
            View::Conversation => (view, "Conversation".to_owned()),
            View::Figures => (view, "Figures".to_owned()),
            View::Problems => match bench.findings().len() {
                0 => (view, "Problems".to_owned()),
                count => (view, format!("Problems {count}")),
            },
        });
        let whole: u16 = names.iter().map(|(_, name)| columns(name) + BETWEEN).sum();
        // A narrow view lets them begin before it, and has an arrow at their end.
        let mut x = self.side.x.min((self.side.right() + BETWEEN).saturating_sub(whole + ARROWS));
        let tab = |(view, name): (View, String)| {
            let start = x;
            x += columns(&name) + BETWEEN;
            (view, name, start, x - BETWEEN)
        };
        names.map(tab).into()
    }

    /// The view whose name stands at `x`, `y`.
    pub(super) fn tab(&self, bench: &Bench, x: u16, y: u16) -> Option<View> {
        let tabs = self.tabs(bench);
        let here = |&(_, _, start, end): &(View, String, u16, u16)| y == self.titles && (start..end).contains(&x);
        tabs.iter().find(|tab| here(tab)).map(|tab| tab.0).filter(|_| bench.picture.is_some())
    }
}

/// The columns of the outline of `picture` on a screen of `width` columns, and how many columns of figures it has: what
/// its names need not is for the view, which first takes the room of the figures and then that of the names.
fn share(picture: &Picture, width: u16) -> (u16, u16) {
    let names = (0..picture.entries.len()).map(|entry| columns(picture.name(entry))).max().unwrap_or(0);
    let wanted = if width >= IS_WIDE { WIDE } else { NARROW };
    for figures in [2, 1, 0] {
        let needed = outline::width(names, figures);
        if needed + GAP + wanted <= width {
            return (needed, figures);
        }
    }
    let least = if width >= IS_WIDE { WIDE } else { LEAST };
    (outline::width(names, 0).min(width.saturating_sub(GAP + least)), 0)
}
