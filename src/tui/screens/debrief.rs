//! The debrief: the score and what it is measured against, a row for each decision, and the one under the cursor.

use ratatui::layout::Rect;

use super::decision;
use super::frame::{Frame, below};
use super::score::{cost, kindness, luck, shown};
use crate::conversation::Spot;
use crate::debrief::{Debrief, Verdict};
use crate::scenario::Outcome;
use crate::tui::app::practice::{Practice, Values};
use crate::tui::theme::Role;
use crate::tui::widgets::brush::{Brush, columns};
use crate::tui::widgets::prose;
use crate::tui::widgets::wraps::Wraps;
use crate::tui::widgets::{bars, figure, scroll};

/// The widest that the screen gets.
pub(crate) const WIDEST: u16 = 104;
/// The rows of the body from which on the decision under the cursor stands below the others.
const BOTH: u16 = 18;
/// The rows of the body from which on the score is drawn large.
const TALL: u16 = 22;
/// The least rows of the decision under the cursor.
const DETAIL: u16 = 9;
/// The most rows of the ending; the whole of it stands in the whole conversation.
const ENDING: u16 = 2;

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
    let summary = Rect { height: summary_rows(practice, body, wraps), ..body };
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

/// Whether the decision under the cursor has its own place on `area`.
pub(crate) fn has_detail(practice: &Practice, area: Rect, wraps: &Wraps) -> bool {
    places(practice, area, wraps).detail.is_some()
}

fn bars_of(practice: &Practice) -> usize {
    practice.debrief().map_or(0, |debrief| debrief.skills.len())
}

/// The rows of the score, the ending and the skills.
fn summary_rows(practice: &Practice, body: Rect, wraps: &Wraps) -> u16 {
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
    let Spot::Ended(id) = practice.conversation.state().spot else { return ENDING };
    let ending = practice.piece.scenario.ending(id);
    let indent = columns(ending.outcome.phrase()) + 2;
    let lines = wraps.lines(&ending.says, body.width.saturating_sub(indent).min(prose::MEASURE)).len();
    u16::try_from(lines).unwrap_or(ENDING).min(ENDING)
}

/// How many skills stand beside each other.
const fn per_row(body: Rect) -> u16 {
    if body.width >= 75 { 3 } else { 2 }
}

/// The state of the lists so that what is under the cursor is seen and nothing is scrolled past its end.
pub(crate) fn settle(practice: &Practice, area: Rect, wraps: &Wraps) -> Review {
    let places = places(practice, area, wraps);
    let mut review = practice.review;
    let total = practice.conversation.exchanges().len();
    review.selected = review.selected.min(total.saturating_sub(1));
    let at = review.selected;
    review.top = scroll::follow(review.top, at, at + 1, usize::from(places.rows.height), total);
    review.open &= places.detail.is_none();
    let room = places.detail.unwrap_or(places.frame.body);
    let paras = decision::fitting(practice, at, room, wraps);
    let rows = prose::lay(&paras, decision::columns(&paras, room), wraps).len();
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
    places.frame.title(brush, ("Debrief", Role::Strong), &scenario.title, columns(&scenario.customer.name) + 2);
    let header = places.frame.header;
    brush.right(header.right(), header.y, header.width / 2, &scenario.customer.name, Role::CustomerName);
    if practice.review.open {
        return detail(practice, brush, places.frame.body, header.y + 1);
    }
    match &practice.values {
        Values::Ready(debrief) => {
            summary(practice, debrief, brush, places.summary, places.frame.body.height >= TALL);
        }
        Values::Reckoning => {
            brush.text(places.summary.x, places.summary.y, places.summary.width, "Still reckoning …", Role::Strong);
            ending(practice, brush, places.summary, places.summary.y + 1, ENDING);
        }
        Values::Unknown(why) => {
            brush.text(places.summary.x, places.summary.y, places.summary.width, why, Role::Alarm);
            ending(practice, brush, places.summary, places.summary.y + 1, ENDING);
        }
    }
    rows(practice, brush, places.rows);
    if let Some(area) = places.detail {
        brush.hairline(area, places.rule);
        detail(practice, brush, area, places.rule);
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
        return match debrief.finish {
            Spot::Stuck(_) => "the scenario has a mistake, so this is not scored".to_owned(),
            _ => "nothing was at stake here".to_owned(),
        };
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
    let (label, role, words) = match practice.conversation.state().spot {
        Spot::Ended(id) => {
            let ending = practice.piece.scenario.ending(id);
            let mut phrase = ending.outcome.phrase().to_owned();
            phrase.replace_range(..1, "A");
            let role = match ending.outcome {
                Outcome::Order | Outcome::Advance => Role::Reached,
                Outcome::Continuation => Role::Strong,
                Outcome::NoSale => Role::Cost,
            };
            (format!("{phrase}:"), role, ending.says.clone())
        }
        Spot::Stuck(stuck) => {
            ("Stuck:".to_owned(), Role::Alarm, super::words::why_stuck(&practice.piece.scenario, stuck))
        }
        Spot::Moment(_) => return y,
    };
    let indent = columns(&label) + 1;
    brush.text(area.x, y, indent, &label, role);
    let width = area.width.saturating_sub(indent).min(prose::MEASURE);
    let lines = brush.lines(&words, width);
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
