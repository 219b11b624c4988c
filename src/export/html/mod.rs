//! A scenario as one page to print and play on paper: what to know before, the picture, a card for each moment with the
//! customer on one side and the rep on the other, and the endings. It needs nothing from elsewhere and runs no script.

mod cards;
mod words;

use maud::{DOCTYPE, Markup, PreEscaped, html};

use super::figures::summary;
use super::svg;
use super::ways::place;
use crate::scenario::{Band, Brief, EndingId, Goal, MomentId, OpeningKind, Openness, Scenario};
use crate::solver::Figures;
use words::clean;

const STYLE: &str = include_str!("style.css");

/// `scenario` as an HTML page; `figures` where they are known.
#[must_use]
pub fn html(scenario: &Scenario, figures: Option<&Figures>) -> String {
    let page = html! {
        (DOCTYPE)
        html lang="en" {
            head {
                meta charset="utf-8";
                meta name="viewport" content="width=device-width, initial-scale=1";
                title { (clean(&scenario.title)) }
                style { (PreEscaped(STYLE)) }
            }
            body {
                (top(scenario, figures))
                (customer(scenario))
                @if let Some(brief) = &scenario.brief { (self::brief(brief)) }
                (paper(scenario))
                section.picture {
                    h2 { "The picture" }
                    (PreEscaped(svg::picture(scenario)))
                }
                section {
                    h2 { "The cards" }
                    @for index in 0..scenario.moments.len() { (cards::card(scenario, MomentId::at(index))) }
                }
                (endings(scenario))
                @if !scenario.facts.is_empty() { (facts(scenario)) }
                (rubric(scenario))
            }
        }
    };
    let mut page = page.into_string();
    page.push('\n');
    page
}

fn top(scenario: &Scenario, figures: Option<&Figures>) -> Markup {
    let tags: Vec<String> = scenario.tags.iter().map(|tag| clean(tag)).collect();
    html! {
        header {
            p.quiet {
                (scenario.level.word())
                @if !tags.is_empty() { " · " (tags.join(" · ")) }
            }
            h1 { (clean(&scenario.title)) }
            @if let Some(figures) = figures { p.quiet { (summary(figures)) } }
        }
    }
}

fn customer(scenario: &Scenario) -> Markup {
    let customer = &scenario.customer;
    html! {
        section {
            h2 { "The customer" }
            p.lead { b { (clean(&customer.name)) } ", " (clean(&customer.role)) " · " (clean(&customer.company)) }
            p { (clean(&customer.situation)) }
            dl {
                @if !customer.cares_about.is_empty() {
                    dt { "Cares about" }
                    dd { ul { @for one in &customer.cares_about { li { (clean(one)) } } } }
                }
                dt { "Serves" }
                dd { (clean(&customer.hero)) }
                dt { "Openness" }
                dd { (track(customer.openness)) }
            }
        }
    }
}

/// The steps of openness, with the one at the start marked, for a pencil to follow.
fn track(start: Openness) -> Markup {
    html! {
        div.track {
            @for band in Band::ALL {
                div.band {
                    div {
                        @for step in (0..=Openness::MOST).map(Openness::new).filter(|step| step.band() == band) {
                            span.step.start[step == start] { (step.get()) }
                        }
                    }
                    small { (band.word()) }
                }
            }
        }
        small.quiet { "The mark is where the conversation starts." }
    }
}

fn brief(brief: &Brief) -> Markup {
    html! {
        section {
            h2 { "The brief" }
            @for result in &brief.results {
                div.chain {
                    div { h4 { "Symptom" } (clean(&result.symptom)) }
                    div { h4 { "Consequence" } (clean(&result.consequence)) }
                    div { h4 { "Result" } (clean(&result.result)) }
                }
            }
            @if let Some(usage) = &brief.usage { h3 { "Usage" } p { (clean(usage)) } }
            @if !brief.stories.is_empty() { h3 { "Stories" } }
            @for story in &brief.stories {
                div.keep {
                    p { b { (clean(&story.hero)) } }
                    dl {
                        dt { "Before" } dd { (clean(&story.before)) }
                        dt { "Turn" } dd { (clean(&story.turn)) }
                        dt { "After" } dd { (clean(&story.after)) }
                    }
                }
            }
            @if !brief.rivals.is_empty() { h3 { "Rivals" } }
            @for rival in &brief.rivals {
                p.keep {
                    b { (clean(&rival.name)) } " is good at " (clean(&rival.good_at)) ". It solves instead: "
                    (clean(&rival.solves_instead)) "."
                }
            }
        }
    }
}

/// How the cards are played, and the opening.
fn paper(scenario: &Scenario) -> Markup {
    let opening = &scenario.opening;
    html! {
        section {
            h2 { "The opening" }
            div.opening.keep {
                p.kind { (opening.kind.word()) }
                p.says { (clean(&opening.says)) }
                @match &opening.kind {
                    OpeningKind::Insight { source } => { p.quiet { "Source: " (clean(source)) } }
                    OpeningKind::Story { hero } => { p.quiet { "Hero: " (clean(hero)) } }
                    OpeningKind::Question => {}
                }
                p.leads { "→ " (words::goal(scenario, Goal::Moment(opening.then))) }
            }
            h3 { "On paper" }
            ol.keep {
                li { "One plays the customer, one the rep, one the coach. Fold each card along the dotted line: the \
                      customer reads the left side, the coach the right. The rep sees neither." }
                li { "The rep says the opening. The customer gives one of the replies on the card that it leads to: \
                      only one whose conditions hold, and one with odds 4 four times as often as one with odds 1. A \
                      small paper for each of the odds, drawn without looking, does it." }
                li { "The rep answers in words of their own. The coach takes the line that comes nearest, reads what the \
                      customer answers to it, moves openness, and names the next card. A line can be said once." }
                @if let Some(id) = scenario.if_shut {
                    li { "Where openness is 0 after a line that leads to no ending, the conversation stops at "
                         (words::goal(scenario, Goal::Ending(id))) "." }
                }
                li { "At an ending the coach reads it out, and then the notes of the lines that were said." }
            }
        }
    }
}

fn endings(scenario: &Scenario) -> Markup {
    html! {
        section {
            h2 { "The endings" }
            @for (index, ending) in scenario.endings.iter().enumerate() {
                div.ending.keep.(ending.outcome.word()) id=(place(Goal::Ending(EndingId::at(index)))) {
                    h3 { (clean(&ending.name)) " " span.outcome { (ending.outcome.word()) " " (format!("{:+}", ending.worth)) } }
                    p { (clean(&ending.says)) }
                    @if scenario.if_shut.is_some_and(|id| id.index() == index) {
                        p.quiet { "If shut: openness 0 leads here." }
                    }
                }
            }
        }
    }
}

fn facts(scenario: &Scenario) -> Markup {
    html! {
        section.keep {
            h2 { "The facts" }
            p.quiet { "To tick off once they are revealed." }
            ul.facts {
                @for fact in &scenario.facts { li { b { (clean(&fact.name)) } ": " (clean(&fact.says)) } }
            }
        }
    }
}

fn rubric(scenario: &Scenario) -> Markup {
    html! {
        section.keep {
            h2 { "The skills" }
            dl {
                @for skill in &scenario.rubric.skills { dt { (clean(&skill.name)) } dd { (clean(&skill.asks)) } }
            }
        }
    }
}
