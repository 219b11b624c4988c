//! A conversation as it was spoken: what the conversation screen and the whole text of it are made from.

use crate::conversation::{Conversation, Exchange, Spot};
use crate::export::figures::why_stuck;
use crate::scenario::{FactId, Scenario};
use crate::tui::theme::Role;
use crate::tui::widgets::prose::Para;

/// The most columns that a name takes beside what is said.
pub(crate) const NAME: u16 = 12;

/// Everything that was said so far.
pub(crate) fn spoken<'a>(scenario: &'a Scenario, conversation: &'a Conversation) -> Vec<Para<'a>> {
    let mut paras = vec![rep(&scenario.opening.says)];
    let mut staged = None;
    for exchange in conversation.exchanges() {
        let moment = scenario.moment(exchange.moment);
        if staged != Some(exchange.moment) {
            paras.extend(moment.stage.as_deref().map(|stage| Para::new(stage, Role::Stage)));
        }
        staged = Some(exchange.moment);
        said(scenario, exchange, &mut paras);
    }
    match conversation.state().spot {
        Spot::Moment(_) => {}
        Spot::Ended(ending) => paras.push(Para::new(scenario.ending(ending).says.as_str(), Role::Strong)),
        Spot::Stuck(stuck) => paras.push(Para::new(why_stuck(scenario, stuck), Role::Alarm)),
    }
    paras
}

fn said<'a>(scenario: &'a Scenario, exchange: &'a Exchange, paras: &mut Vec<Para<'a>>) {
    let name = scenario.customer.first_name();
    let customer = |says: &'a str| Para::new(says, Role::Customer).labelled(name, Role::CustomerName);
    paras.push(customer(exchange.says(scenario)).tail(exchange.reply(scenario).kind.label()));
    learned(scenario, &exchange.learned, paras);
    let Some(choice) = &exchange.choice else { return };
    let follow_up = exchange.follow_up(scenario, choice.chosen);
    paras.push(rep(&follow_up.says));
    paras.extend(follow_up.hears.as_deref().map(customer));
    learned(scenario, &choice.learned, paras);
}

fn learned<'a>(scenario: &'a Scenario, facts: &[FactId], paras: &mut Vec<Para<'a>>) {
    for &fact in facts {
        paras.push(Para::new(format!("Noted: {}", scenario.fact(fact).says), Role::Quiet).close());
    }
}

fn rep(says: &str) -> Para<'_> {
    Para::new(says, Role::Rep).labelled("You", Role::RepName)
}
