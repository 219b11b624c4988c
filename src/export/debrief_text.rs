//! A debrief as plain text, for a screen reader, a pipe or a terminal without screens.

use super::figures::{cost, kindness, luck, now_and_later, shown, why_stuck};
use super::lines::wrapped;
use crate::conversation::{Conversation, Exchange, Spot};
use crate::debrief::{Debrief, Decision, Verdict};
use crate::scenario::Scenario;

/// What became of `conversation`, in lines of at most `width` columns; nothing is wrapped where `width` is nothing. Without
/// `debrief`, because there are too many states to work values out, it is what was said with the coach's notes.
#[must_use]
pub fn debrief(
    scenario: &Scenario,
    conversation: &Conversation,
    debrief: Option<&Debrief>,
    width: Option<usize>,
) -> String {
    let mut out = wrapped("", &format!("Debrief: {}", scenario.title), width);
    let finish = conversation.state().spot;
    // Where the scenario broke the conversation off, its choices are shown and not judged.
    let judged = debrief.filter(|_| !matches!(finish, Spot::Stuck(_)));
    if let Some(debrief) = judged {
        out.push_str(&wrapped("", &score(debrief), width));
    }
    match finish {
        Spot::Ended(id) => {
            let ending = scenario.ending(id);
            let told = format!("{}: {}", capital(ending.outcome.phrase()), ending.says);
            out.push_str(&wrapped("", &told, width));
        }
        Spot::Stuck(stuck) => out.push_str(&wrapped("", &why_stuck(scenario, stuck), width)),
        Spot::Moment(_) => {}
    }
    if let Some(debrief) = judged {
        let drawn = kindness(debrief.luck, debrief.best - debrief.worst);
        out.push_str(&wrapped("", &format!("Luck {} points: {drawn}.", luck(debrief.luck)), width));
        let skills = &scenario.rubric.skills;
        let bars = debrief.skills.iter();
        let bars: Vec<String> =
            bars.map(|bar| format!("{} {}%", skills[bar.skill.index()].name, shown(bar.share * 100.0))).collect();
        if !bars.is_empty() {
            out.push_str(&wrapped("", &format!("Skills: {}.", bars.join(", ")), width));
        }
    }
    for (number, exchange) in conversation.exchanges().iter().enumerate() {
        let decision = judged.and_then(|debrief| debrief.decisions.get(number));
        out.push('\n');
        self::decision(&mut out, scenario, number + 1, exchange, decision, width);
    }
    out
}

fn score(debrief: &Debrief) -> String {
    match (debrief.score, debrief.par) {
        (Some(score), Some(par)) => format!("Score {} of 100. Guessing would score {}.", shown(score), shown(par)),
        _ => "Every way through this scenario comes to the same, so there is no score.".to_owned(),
    }
}

fn decision(
    out: &mut String,
    scenario: &Scenario,
    number: usize,
    exchange: &Exchange,
    decision: Option<&Decision>,
    width: Option<usize>,
) {
    let reply = exchange.reply(scenario);
    let mut say = |begin: &str, text: &str| out.push_str(&wrapped(begin, text, width));
    let verdict = match decision {
        None => String::new(),
        Some(decision) if decision.verdict == Verdict::Best => format!(": {}", decision.verdict.word()),
        Some(decision) => {
            let (word, cost) = (decision.verdict.word(), cost(decision.cost));
            format!(": {word}, {cost} of the score ({})", now_and_later(decision))
        }
    };
    say("", &format!("{number}. {}, {}{verdict}", scenario.moment(exchange.moment).name, reply.kind.label()));
    say("   Heard: ", exchange.says(scenario));
    let Some(chosen) = exchange.chosen(scenario) else { return };
    say("   You said: ", &chosen.says);
    if let Some(coach) = &chosen.coach {
        say("   Coach: ", coach);
    }
    if let Some(decision) = decision.filter(|decision| decision.verdict != Verdict::Best) {
        let better = exchange.follow_up(scenario, decision.better);
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
