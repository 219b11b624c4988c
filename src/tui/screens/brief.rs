//! What the rep can know before the call, as text to read.

use crate::scenario::{OpeningKind, Scenario};
use crate::tui::theme::Role;
use crate::tui::widgets::prose::Para;

/// The part that stands beside the list on the home screen.
pub(crate) fn short(scenario: &Scenario) -> Vec<Para<'_>> {
    let customer = &scenario.customer;
    let mut paras = vec![
        Para::new(customer.name.as_str(), Role::CustomerName),
        Para::new(format!("{}, {}", customer.role, customer.company), Role::Quiet).close(),
        Para::new(customer.situation.as_str(), Role::Text),
    ];
    list(&mut paras, "Cares about", &customer.cares_about);
    paras.push(Para::new("Serves", Role::Heading));
    paras.push(Para::new(customer.hero.as_str(), Role::Text).close());
    paras.push(Para::new(opens(scenario), Role::Heading));
    paras.push(Para::new(format!("“{}”", scenario.opening.says), Role::Rep).close());
    paras
}

/// The whole of it.
pub(crate) fn whole(scenario: &Scenario) -> Vec<Para<'_>> {
    let mut paras = short(scenario);
    match &scenario.opening.kind {
        OpeningKind::Insight { source } => paras.push(Para::new(format!("Source: {source}"), Role::Quiet).close()),
        OpeningKind::Story { hero } => paras.push(Para::new(format!("About {hero}"), Role::Quiet).close()),
        OpeningKind::Question => {}
    }
    let Some(brief) = &scenario.brief else { return paras };
    if !brief.results.is_empty() {
        paras.push(Para::new("From symptom to result", Role::Heading));
    }
    for (number, result) in brief.results.iter().enumerate() {
        let symptom = Para::new(result.symptom.as_str(), Role::Text);
        paras.push(if number == 0 { symptom.close() } else { symptom });
        paras.push(Para::new(format!("→ {}", result.consequence), Role::Text).close());
        paras.push(Para::new(format!("→ {}", result.result), Role::Strong).close());
    }
    if let Some(usage) = &brief.usage {
        paras.push(Para::new("How it is used", Role::Heading));
        paras.push(Para::new(usage.as_str(), Role::Text).close());
    }
    if !brief.stories.is_empty() {
        paras.push(Para::new(if brief.stories.len() == 1 { "A story" } else { "Stories" }, Role::Heading));
    }
    for (number, story) in brief.stories.iter().enumerate() {
        let hero = Para::new(story.hero.as_str(), Role::Strong);
        paras.push(if number == 0 { hero.close() } else { hero });
        for (when, what) in [("Before", &story.before), ("Turn", &story.turn), ("After", &story.after)] {
            paras.push(Para::new(format!("{when}: {what}"), Role::Text).close());
        }
    }
    if !brief.rivals.is_empty() {
        paras.push(Para::new("Names that may come up", Role::Heading));
    }
    for (number, rival) in brief.rivals.iter().enumerate() {
        let name = Para::new(rival.name.as_str(), Role::Strong);
        paras.push(if number == 0 { name.close() } else { name });
        paras.push(Para::new(format!("Good at {}", rival.good_at), Role::Text).close());
        paras.push(Para::new(format!("Solves {}", rival.solves_instead), Role::Text).close());
    }
    paras
}

fn opens(scenario: &Scenario) -> &'static str {
    match scenario.opening.kind {
        OpeningKind::Insight { .. } => "You open with an insight",
        OpeningKind::Question => "You open with a question",
        OpeningKind::Story { .. } => "You open with a story",
    }
}

fn list<'a>(paras: &mut Vec<Para<'a>>, heading: &'static str, items: &'a [String]) {
    if !items.is_empty() {
        paras.push(Para::new(heading, Role::Heading));
        paras.extend(items.iter().map(|item| Para::new(item.as_str(), Role::Text).close()));
    }
}
