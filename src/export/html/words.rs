//! What the figures of the format say in words.

use maud::{Markup, html};

use super::super::ways::{place, words_of};
use crate::scenario::{Band, ByBand, FactId, Goal, Scenario};
use crate::visible::visible;

/// `text` made safe to show, with nothing that a page may not hold.
pub(super) fn clean(text: &str) -> String {
    visible(text).replace(['\u{fffe}', '\u{ffff}'], "\u{fffd}")
}

/// The name of a moment, with the number of its card, or of an ending; a link to it.
pub(super) fn goal(scenario: &Scenario, goal: Goal) -> Markup {
    html! {
        a href=(format!("#{}", place(goal))) {
            @match goal {
                Goal::Moment(id) => { (id.index() + 1) " · " (clean(&scenario.moment(id).name)) }
                Goal::Ending(id) => { "■ " (clean(&scenario.ending(id).name)) }
            }
        }
    }
}

/// Where a line leads, in the words of the bands where they decide it: each place once.
pub(super) fn leads(scenario: &Scenario, then: ByBand<Goal>) -> Markup {
    let mut goals: Vec<Goal> = Vec::new();
    for goal in then.values().filter(|&goal| then.at(Band::Shut) == goal || matches!(then, ByBand::Bands(_))) {
        if !goals.contains(&goal) {
            goals.push(goal);
        }
    }
    html! {
        @for (number, &goal) in goals.iter().enumerate() {
            @if number > 0 { ", " }
            (self::goal(scenario, goal))
            @if goals.len() > 1 { " if " (words_of(|band| then.at(band) == goal)) }
        }
    }
}

/// The odds of a reply: `odds 2`, or by openness.
pub(super) fn odds(odds: ByBand<u32>) -> String {
    match odds {
        ByBand::Always(odds) => format!("odds {odds}"),
        ByBand::Bands([shut, wary, open]) => format!("odds {shut} if shut, {wary} if wary, {open} if open"),
    }
}

/// What has to be known for a reply or a line, what must not be, and what it reveals.
pub(super) fn conditions(scenario: &Scenario, needs: &[FactId], unless: &[FactId], reveals: &[FactId]) -> Markup {
    let names = |facts: &[FactId], join: &str| {
        let names: Vec<String> = facts.iter().map(|&fact| format!("“{}”", clean(&scenario.fact(fact).name))).collect();
        names.join(join)
    };
    html! {
        @if !needs.is_empty() { p.when { b { "Needs" } " " (names(needs, " and ")) " to be known." } }
        @if !unless.is_empty() { p.when { b { "Unless" } " " (names(unless, " or ")) " is known." } }
        @if !reveals.is_empty() { p.when { b { "Reveals" } " " (names(reveals, " and ")) "." } }
    }
}
