//! The debrief: the score and what it is measured against, a row for each decision, and the one under the cursor.

use ratatui::layout::Rect;

use super::decision;
use super::frame::{Frame, below};
use super::summary::{self, BOTH, TALL};
use crate::debrief::Verdict;
use crate::export::figures::cost;
use crate::tui::app::practice::Practice;
use crate::tui::theme::Role;
use crate::tui::widgets::brush::{Brush, columns};
use crate::tui::widgets::prose;
use crate::tui::widgets::wraps::Wraps;
use crate::tui::widgets::{bars, scroll};

/// The widest that the screen gets.
pub(crate) const WIDEST: u16 = 104;
/// The least rows of the decision under the cursor.
const DETAIL: u16 = 7;

/// What the debrief remembers.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(crate) struct Review {
    /// The decision under the cursor.
    pub(crate) selected: usize,
    /// The first decision shown.
    pub(crate) top: usize,
    /// Whether the decision under the cursor fills the screen.
    pub(crate) open: bool,
    /// The first row shown of the decision under the cursor.
    pub(crate) detail: usize,
}

/// Where the parts of the screen stand.
pub(crate) struct Places {
    pub(crate) frame: Frame,
    summary: Rect,
    pub(crate) rows: Rect,
    /// The row of the hairline above the detail.
    rule: u16,
    pub(crate) detail: Option<Rect>,
}

/// Where the parts of the screen stand on `area`.
pub(crate) fn places(practice: &Practice, area: Rect, wraps: &Wraps) -> Places {
    let frame = Frame::new(area, WIDEST);
    let body = frame.body;
    let count = u16::try_from(practice.conversation.exchanges().len()).unwrap_or(u16::MAX);
    let summary = Rect { height: summary::rows(practice, body, wraps), ..body };
    let rest = below(body, summary.bottom() + 1);
    if body.height < BOTH {
        return Places { frame, summary, rows: rest, rule: 0, detail: None };
    }
    // Air on both sides of the hairline where it takes nothing from the text.
    let air = u16::from(body.height >= TALL);
    let height = count.min(rest.height.saturating_sub(DETAIL + 1 + 2 * air)).max(1);
    let rows = Rect { height, ..rest };
    let rule = rows.bottom() + air;
    Places { frame, summary, rows, rule, detail: Some(below(body, rule + 1 + air)) }
}

/// Whether the decision under the cursor has more to it than is shown beside the others, and so can be opened.
pub(crate) fn opens(practice: &Practice, area: Rect, wraps: &Wraps) -> bool {
    let Some(detail) = places(practice, area, wraps).detail else { return true };
    rows_of(practice, practice.review.selected, detail, wraps) > usize::from(detail.height)
}

/// The rows that decision number `number` takes in `area`.
fn rows_of(practice: &Practice, number: usize, area: Rect, wraps: &Wraps) -> usize {
    let paras = decision::fitting(practice, number, area, wraps);
    prose::lay(&paras, decision::columns(&paras, area), wraps).len()
}

/// The state of the lists so that what is under the cursor is seen and nothing is scrolled past its end.
pub(crate) fn settle(practice: &Practice, area: Rect, wraps: &Wraps) -> Review {
    let places = places(practice, area, wraps);
    let mut review = practice.review;
    let total = practice.conversation.exchanges().len();
    review.selected = review.selected.min(total.saturating_sub(1));
    let at = review.selected;
    review.top = scroll::follow(review.top, at, at + 1, usize::from(places.rows.height), total);
    review.open &= opens(practice, area, wraps);
    let room = places.detail.filter(|_| !review.open).unwrap_or(places.frame.body);
    let rows = rows_of(practice, at, room, wraps);
    review.detail = scroll::moved(review.detail, 0, usize::from(room.height), rows);
    review
}

/// The decision at `x`, `y`.
pub(crate) fn at(practice: &Practice, area: Rect, wraps: &Wraps, x: u16, y: u16) -> Option<usize> {
    let rows = places(practice, area, wraps).rows;
    let at = practice.review.top + usize::from(y.checked_sub(rows.y)?);
    (rows.contains((x, y).into()) && at < practice.conversation.exchanges().len()).then_some(at)
}

/// Draws the debrief.
pub(crate) fn view(practice: &Practice, brush: &mut Brush<'_>, area: Rect) {
    let places = places(practice, area, brush.wraps());
    let scenario = &practice.piece.scenario;
    let header = places.frame.header;
    let name = columns(&scenario.customer.name).min(header.width / 2);
    places.frame.title(brush, ("Debrief", Role::Strong), &scenario.title, name + 2);
    brush.right(header.right(), header.y, name, &scenario.customer.name, Role::CustomerName);
    if practice.review.open {
        return detail(practice, brush, places.frame.body, header.y + 1);
    }
    summary::view(practice, brush, places.summary, places.frame.body.height >= TALL);
    rows(practice, brush, places.rows);
    if let Some(area) = places.detail {
        brush.hairline(area, places.rule);
        shown_of(practice, brush, places.rows, places.rule);
        detail(practice, brush, area, places.rule);
    }
}

/// Says in the hairline on row `rule` which of the decisions stand in `rows`, where they are not all.
fn shown_of(practice: &Practice, brush: &mut Brush<'_>, rows: Rect, rule: u16) {
    let total = practice.conversation.exchanges().len();
    let (first, count) = (practice.review.top + 1, usize::from(rows.height));
    if count < total {
        let last = (practice.review.top + count).min(total);
        brush.text(rows.x + 4, rule, 16, &format!(" {first}-{last} of {total} "), Role::Quiet);
    }
}

/// Draws the decision under the cursor, and says in the hairline on row `rule` where there is more of it.
fn detail(practice: &Practice, brush: &mut Brush<'_>, area: Rect, rule: u16) {
    let paras = decision::fitting(practice, practice.review.selected, area, brush.wraps());
    let at = decision::columns(&paras, area);
    let rows = prose::lay(&paras, at, brush.wraps());
    prose::draw(brush, area, &rows, at, practice.review.detail);
    let top = practice.review.detail;
    let more = match (top, rows.len().saturating_sub(top + usize::from(area.height))) {
        (0, 0) => return,
        (0, _) => " pgdn more ",
        (_, 0) => " pgup more ",
        _ => " pgup pgdn more ",
    };
    brush.right(area.right().saturating_sub(2), rule, 16, more, Role::Quiet);
}

/// The columns of a row: mark, number, kind, verdict, bar, figure.
const BAR: u16 = 8;

fn rows(practice: &Practice, brush: &mut Brush<'_>, area: Rect) {
    let scenario = &practice.piece.scenario;
    let exchanges = practice.conversation.exchanges();
    let kinds = exchanges.iter().map(|exchange| columns(exchange.reply(scenario).kind.label())).max().unwrap_or(0);
    let kind = kinds.min(16);
    let known = practice.debrief();
    for (y, (index, exchange)) in
        (area.top()..area.bottom()).zip(exchanges.iter().enumerate().skip(practice.review.top))
    {
        let selected = index == practice.review.selected;
        let role = if selected { Role::Chosen } else { Role::Text };
        if selected {
            brush.text(area.x, y, 1, "▸", Role::Marker);
        }
        brush.right(area.x + 4, y, 2, &(index + 1).to_string(), Role::Quiet);
        let mut x = area.x + 6;
        brush.text(x, y, kind, exchange.reply(scenario).kind.label(), role);
        x += kind + 2;
        if let Some(decision) = known.and_then(|debrief| debrief.decisions.get(index)) {
            let best = decision.verdict == Verdict::Best;
            brush.text(x, y, 6, decision.verdict.word(), if best { Role::Reached } else { role });
            x += 8;
            let filled = if best { 0 } else { bars::cells(decision.cost / 40.0, BAR) };
            brush.text(x, y, filled, &"▇".repeat(usize::from(filled)), Role::Cost);
            let figure = if best { "0".to_owned() } else { cost(decision.cost) };
            brush.right(x + BAR + 4, y, 4, &figure, if best { Role::Quiet } else { role });
            x += BAR + 6;
        }
        let said = exchange.chosen(scenario).map_or("", |follow_up| follow_up.says.as_str());
        brush.text(x, y, area.right().saturating_sub(x), said, Role::Quiet);
    }
}
