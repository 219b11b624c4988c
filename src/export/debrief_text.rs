//! A debrief as plain text, for a screen reader, a pipe or a terminal without screens.

use super::figures::{cost, kindness, luck, now_and_later, shown, why_stuck};
use super::lines::wrapped;
use crate::conversation::{Conversation, Exchange, Spot};
use crate::debrief::{Debrief, Decision, Verdict};
use crate::scenario::Scenario;

/// `debrief` in lines of at most `width` columns; nothing is wrapped where `width` is nothing.
#[must_use]
pub fn debrief(scenario: &Scenario, conversation: &Conversation, debrief: &Debrief, width: Option<usize>) -> String {
    let mut out = String::new();
    let mut say = |text: &str| out.push_str(&wrapped("", text, width));
    say(&format!("Debrief: {}", scenario.title));
    match (debrief.score, debrief.par) {
        (Some(score), Some(par)) => {
            say(&format!("Score {} of 100. Guessing would score {}.", shown(score), shown(par)));
        }
        _ if let Spot::Stuck(stuck) = debrief.finish => say(&why_stuck(scenario, stuck)),
        _ => say("Every way through this scenario comes to the same, so there is no score."),
    }
    if let Spot::Ended(id) = debrief.finish {
        let ending = scenario.ending(id);
        say(&format!("{}: {}", capital(ending.outcome.phrase()), ending.says));
    }
    let drawn = kindness(debrief.luck, debrief.best - debrief.worst);
    say(&format!("Luck {} points: {drawn}.", luck(debrief.luck)));
    if !debrief.skills.is_empty() {
        let bars = debrief.skills.iter();
        let bars: Vec<String> = bars
            .map(|bar| format!("{} {}%", scenario.rubric.skills[bar.skill.index()].name, shown(bar.share * 100.0)))
            .collect();
        say(&format!("Skills: {}.", bars.join(", ")));
    }
    for (number, (exchange, decision)) in conversation.exchanges().iter().zip(&debrief.decisions).enumerate() {
        out.push('\n');
        self::decision(&mut out, scenario, number + 1, exchange, decision, width);
    }
    out
}

fn decision(
    out: &mut String,
    scenario: &Scenario,
    number: usize,
    exchange: &Exchange,
    decision: &Decision,
    width: Option<usize>,
) {
    let reply = exchange.reply(scenario);
    let mut say = |begin: &str, text: &str| out.push_str(&wrapped(begin, text, width));
    let spent = if decision.verdict == Verdict::Best {
        String::new()
    } else {
        format!(", {} points ({})", cost(decision.cost), now_and_later(decision))
    };
    say(
        "",
        &format!(
            "{number}. {}, {}: {}{spent}",
            scenario.moment(exchange.moment).name,
            reply.kind.label(),
            decision.verdict.word()
        ),
    );
    say("   Heard: ", exchange.says(scenario));
    let line = |at: usize| &reply.follow_ups[decision.follow_ups[at].follow_up];
    let chosen = line(decision.chosen);
    say("   You said: ", &chosen.says);
    if let Some(coach) = &chosen.coach {
        say("   Coach: ", coach);
    }
    if decision.verdict != Verdict::Best {
        let better = line(decision.better);
        say("   Better: ", &better.says);
        if let Some(coach) = &better.coach {
            say("   Coach: ", coach);
        }
    }
}

fn capital(words: &str) -> String {
    let mut letters = words.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}
