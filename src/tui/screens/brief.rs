//! What the rep can know before the call, as text to read.

use crate::scenario::{OpeningKind, Scenario};
use crate::tui::theme::Role;
use crate::tui::widgets::prose::Para;

/// How many paragraphs of [`short`] say who the customer is.
pub(crate) const WHO: usize = 2;

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

/// The whole of it, with what each part is beside it.
pub(crate) fn whole(scenario: &Scenario) -> Vec<Para<'_>> {
    let customer = &scenario.customer;
    let mut paras = vec![
        Para::new(customer.name.as_str(), Role::CustomerName),
        Para::new(format!("{}, {}", customer.role, customer.company), Role::Quiet).close(),
        part("situation", &customer.situation, Role::Text),
    ];
    for (number, item) in customer.cares_about.iter().enumerate() {
        let what = part(if number == 0 { "cares about" } else { "" }, item, Role::Text);
        paras.push(if number == 0 { what } else { what.close() });
    }
    paras.push(part("serves", &customer.hero, Role::Text));
    paras.push(part("you open", &scenario.opening.says, Role::Rep));
    paras.extend(match &scenario.opening.kind {
        OpeningKind::Insight { source } => Some(part("source", source, Role::Quiet).close()),
        OpeningKind::Story { hero } => Some(part("about", hero, Role::Quiet).close()),
        OpeningKind::Question => None,
    });
    let Some(brief) = &scenario.brief else { return paras };
    for result in &brief.results {
        paras.push(part("symptom", &result.symptom, Role::Text));
        paras.push(part("consequence", &result.consequence, Role::Text).close());
        paras.push(part("result", &result.result, Role::Strong).close());
    }
    paras.extend(brief.usage.as_ref().map(|usage| part("usage", usage, Role::Text)));
    for story in &brief.stories {
        paras.push(part("story", &story.hero, Role::Strong));
        paras.push(part("before", &story.before, Role::Text).close());
        paras.push(part("turn", &story.turn, Role::Text).close());
        paras.push(part("after", &story.after, Role::Text).close());
    }
    for rival in &brief.rivals {
        paras.push(part("rival", &rival.name, Role::Strong));
        paras.push(part("good at", &rival.good_at, Role::Text).close());
        paras.push(part("solves", &rival.solves_instead, Role::Text).close());
    }
    paras
}

fn part<'a>(label: &'static str, text: &'a str, role: Role) -> Para<'a> {
    Para::new(text, role).labelled(label, Role::Quiet)
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
