//! One decision, explained: what was said, the note on it, and the line that would have been better.

use ratatui::layout::Rect;

use crate::debrief::Decision;
use crate::export::figures::{kindness, luck, now_and_later};
use crate::scenario::FollowUp;
use crate::tui::app::practice::Practice;
use crate::tui::theme::Role;
use crate::tui::widgets::prose::{self, Columns, Para};
use crate::tui::widgets::wraps::Wraps;

/// The columns of its text in `area`.
pub(crate) fn columns(paras: &[Para<'_>], area: Rect) -> Columns {
    Columns::fitting(paras, area.width, super::words::NAME)
}

/// The text on decision number `number`, from 0, without the air where `area` is too low for all of it.
pub(crate) fn fitting<'a>(practice: &'a Practice, number: usize, area: Rect, wraps: &Wraps) -> Vec<Para<'a>> {
    let mut paras = paras(practice, number);
    let at = columns(&paras, area);
    if prose::lay(&paras, at, wraps).len() > usize::from(area.height) {
        for para in &mut paras {
            para.space = 0;
        }
    }
    paras
}

/// The text on decision number `number`, from 0.
fn paras(practice: &Practice, number: usize) -> Vec<Para<'_>> {
    let scenario = &practice.piece.scenario;
    let Some(exchange) = practice.conversation.exchanges().get(number) else { return Vec::new() };
    let name = scenario.customer.first_name();
    let mut paras = vec![
        Para::new(exchange.says(scenario), Role::Customer)
            .labelled(name, Role::CustomerName)
            .tail(exchange.reply(scenario).kind.label()),
    ];
    let Some(chosen) = exchange.chosen(scenario) else { return paras };
    paras.push(Para::new(chosen.says.as_str(), Role::Rep).labelled("You said", Role::RepName));
    paras.extend(coach(chosen));
    let judged = practice.debrief().and_then(|debrief| Some((debrief, debrief.decisions.get(number)?)));
    let Some((debrief, decision)) = judged else { return paras };
    if decision.chosen == decision.better || decision.loss <= 0.0 {
        paras.push(Para::new("Nothing better could be said here.", Role::Reached).labelled("Better", Role::Heading));
    } else {
        let better = exchange.follow_up(scenario, decision.better);
        paras.push(Para::new(better.says.as_str(), Role::Strong).labelled("Better", Role::Accent));
        paras.extend(coach(better));
        paras.push(Para::new(when(decision), Role::Text).labelled("Cost", Role::Cost));
    }
    let stake = debrief.best - debrief.worst;
    let drawn = format!("{}, {}", luck(decision.luck), kindness(decision.luck, stake));
    paras.push(Para::new(drawn, Role::Quiet).labelled("Luck", Role::Quiet).close());
    paras
}

fn coach(follow_up: &FollowUp) -> Option<Para<'_>> {
    let note = follow_up.coach.as_deref()?;
    Some(Para::new(note, Role::Text).labelled("Coach", Role::Heading).close())
}

/// What of the cost the line itself gave away, and what it closed.
fn when(decision: &Decision) -> String {
    let (now, later) = (decision.now, decision.later);
    let why = if now < -0.5 {
        ": it earned something at once and closed more"
    } else if later < -0.5 {
        ": it gave something away at once and opened a little"
    } else if later > now {
        ": most of it is what it closed"
    } else {
        ""
    };
    format!("{}{why}", now_and_later(decision))
}
