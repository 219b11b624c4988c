//! The keys of a place, from the live keymap, and what the words on its screen mean.

use ratatui::layout::Rect;

use super::frame::Frame;
use crate::scenario::{Rubric, Skill};
use crate::tui::keymap::{self, Place};
use crate::tui::theme::Role;
use crate::tui::widgets::brush::Brush;
use crate::tui::widgets::prose::{self, Columns, Para, Row};
use crate::tui::widgets::scroll;
use crate::tui::widgets::wraps::Wraps;

const KEYS: u16 = 12;
/// What the figures of a debrief mean.
const FIGURES: [(&str, &str); 6] = [
    ("score", "100 less what your decisions cost. The same choices always come to the same score."),
    ("guessing", "The score that picking lines blindly would come to on average."),
    ("luck", "How kind the draw of the customer was, in points. It is not part of the score."),
    (
        "verdict",
        "best: nothing better could be said. sound, loose, costly, lost: it cost a little, something, much, most.",
    ),
    ("now", "What the line itself gave away, at once."),
    ("later", "What it closed: how much less can be reached after it."),
];
/// What the figures of the bench mean.
const BENCH: [(&str, &str); 6] = [
    ("states", "In how many ways a conversation can stand at this moment: by openness, facts and lines said."),
    ("stake", "What lies between the best and the worst line there, in score points, as guessing meets it."),
    ("cost", "What a line gives away against the best one beside it, in score points of 100; \"best\" costs nothing."),
    (
        "points",
        "What endings and marks add up to. The line under the cursor tells how many can be expected from it on.",
    ),
    ("leak", "How much a habit that only looks at the words gets above guessing, as a share of what there is."),
    ("! ×", "A weakness, or an error, lies in this moment. The problems view tells which."),
];
const OPENNESS: &str =
    "How ready the customer is to go on, from 0 to 10. It decides what is replied, and at 0 nobody listens any more.";
/// The widest that the screen gets.
pub(crate) const WIDEST: u16 = 72;

fn frame(area: Rect) -> Frame {
    Frame::new(area, WIDEST)
}

/// Where the list begins after moving by `by` rows.
pub(crate) fn moved(place: Place, rubric: Option<&Rubric>, top: usize, by: isize, area: Rect, wraps: &Wraps) -> usize {
    let body = frame(area).body;
    scroll::moved(top, by, usize::from(body.height), rows(&paras(place, rubric), body, wraps).len())
}

/// The keys of `place`, and what the words on its screen mean.
fn paras(place: Place, rubric: Option<&Rubric>) -> Vec<Para<'_>> {
    let part = |label, text| Para::new(text, Role::Text).labelled(label, Role::Accent).close();
    let mut paras: Vec<Para<'_>> = keymap::bindings(place).map(|key| part(key.shown, key.help)).collect();
    let words = paras.len();
    match place {
        Place::Conversation => paras.push(part("openness", OPENNESS)),
        Place::Debrief | Place::Decision => {
            paras.extend(FIGURES.map(|(label, text)| part(label, text)));
            let skills = rubric.map_or(&[][..], |rubric| &rubric.skills);
            let skill = |skill: &Skill| {
                Para::new(skill.asks.clone(), Role::Text).labelled(skill.name.clone(), Role::RepName).close()
            };
            let first = paras.len();
            paras.extend(skills.iter().map(skill));
            if let Some(first) = paras.get_mut(first) {
                first.space = 1;
            }
        }
        Place::Outline | Place::Lines | Place::Problems => {
            paras.push(part("openness", OPENNESS));
            paras.extend(BENCH.map(|(label, text)| part(label, text)));
        }
        _ => {}
    }
    if let Some(first) = paras.get_mut(words) {
        first.space = 1;
    }
    paras
}

const fn columns(body: Rect) -> Columns {
    Columns { label: KEYS + 3, text: body.width.saturating_sub(KEYS + 3) }
}

fn rows<'a>(paras: &[Para<'a>], body: Rect, wraps: &Wraps) -> Vec<Row<'a>> {
    prose::lay(paras, columns(body), wraps)
}

/// Draws the help page of `place` from row `top` on, with the skills of `rubric` where there is one.
pub(crate) fn view(place: Place, rubric: Option<&Rubric>, top: usize, brush: &mut Brush<'_>, area: Rect) {
    let frame = frame(area);
    frame.title(brush, ("Keys", Role::Strong), where_they_hold(place), 0);
    let rows = rows(&paras(place, rubric), frame.body, brush.wraps());
    prose::draw(brush, frame.body, &rows, columns(frame.body), top);
    super::page::more(brush, frame, top, rows.len());
}

const fn where_they_hold(place: Place) -> &'static str {
    match place {
        Place::Home | Place::Filter => "choosing a conversation",
        Place::Conversation => "in a conversation; a click says a line too",
        Place::Over => "at the end of a conversation",
        Place::Debrief | Place::Decision => "in a debrief",
        Place::Page | Place::Help | Place::Sure => "reading",
        Place::Outline | Place::Lines | Place::Problems | Place::Unread => "while you write",
    }
}
