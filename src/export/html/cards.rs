//! The card of a moment: the customer's side at the left, the coach's at the right, reply by reply.

use maud::{Markup, html};

use super::super::ways::place;
use super::words::{clean, conditions, goal, leads, odds};
use crate::scenario::{FollowUp, Goal, MomentId, Reply, Scenario};

/// The card of the moment that `id` stands for.
pub(super) fn card(scenario: &Scenario, id: MomentId) -> Markup {
    let moment = scenario.moment(id);
    html! {
        article.card id=(place(Goal::Moment(id))) {
            div.head {
                h3 { span.number { (id.index() + 1) } " " (clean(&moment.name)) }
                @if let Some(stage) = &moment.stage { p.stage { (clean(stage)) } }
                @if let Some(at_most) = moment.at_most {
                    p.when { b { "At most " (at_most.times) } ", then → " (goal(scenario, at_most.after)) }
                }
            }
            @for (number, reply) in moment.replies.iter().enumerate() {
                // A long card goes on on the next sheet, and each part of it then says whose it is.
                (strip(scenario, reply, (number > 0).then_some(id)))
            }
        }
    }
}

/// A reply beside the lines that can be said to it.
fn strip(scenario: &Scenario, reply: &Reply, again: Option<MomentId>) -> Markup {
    html! {
        div.strip {
            div.customer {
                @if let Some(id) = again {
                    p.again { (id.index() + 1) " · " (clean(&scenario.moment(id).name)) }
                }
                p.kind { (clean(reply.kind.label())) " " span.odds { (odds(reply.odds)) } }
                @if let [says] = &*reply.says {
                    p.says { (clean(says)) }
                } @else {
                    @for (time, says) in reply.says.iter().enumerate() {
                        p.says { span.time { (nth(time, reply.says.len())) } " " (clean(says)) }
                    }
                }
                (conditions(scenario, &reply.needs, &reply.unless, &reply.reveals))
            }
            div.rep {
                @for follow_up in &reply.follow_ups { (line(scenario, follow_up)) }
            }
        }
    }
}

/// Which time of the reply: the last words stay.
fn nth(time: usize, count: usize) -> String {
    match time {
        time if time + 1 == count => "From then on:".to_owned(),
        0 => "First:".to_owned(),
        time => format!("Time {}:", time + 1),
    }
}

fn line(scenario: &Scenario, follow_up: &FollowUp) -> Markup {
    html! {
        div.line {
            p.says { (clean(&follow_up.says)) }
            @if let Some(hears) = &follow_up.hears { p.hears { b { "Hears" } " " (clean(hears)) } }
            (conditions(scenario, &follow_up.needs, &follow_up.unless, &follow_up.reveals))
            p.marks {
                @for &(skill, mark) in &follow_up.marks {
                    span.mark.plus[mark > 0].minus[mark < 0] {
                        (clean(&scenario.rubric.skills[skill.index()].name)) " " (format!("{mark:+}"))
                    }
                    " "
                }
                @if follow_up.opens != 0 { span.mark.opens { "opens " (format!("{:+}", follow_up.opens)) } " " }
                span.leads { "→ " (leads(scenario, follow_up.then)) }
            }
            @if let Some(coach) = &follow_up.coach { p.coach { b { "Coach" } " " (clean(coach)) } }
        }
    }
}
