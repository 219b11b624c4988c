//! A scenario as a tree for the terminal: every moment once, its replies, their lines, and where each leads.

use std::fmt::Write;

use unicode_width::UnicodeWidthStr;

use super::figures::summary;
use super::lines::{cut, wrapped};
use crate::scenario::{ByBand, FactId, FollowUp, Goal, Moment, Reply, Scenario};
use crate::solver::Figures;
use crate::visible::visible;

/// `scenario` as a tree in lines of at most `width` columns, 40 or more. Words are cut with `…` where they do not fit;
/// where a line leads, never.
#[must_use]
pub fn tree(scenario: &Scenario, figures: Option<&Figures>, width: usize) -> String {
    let width = width.max(40);
    let mut out = String::new();
    let customer = &scenario.customer;
    let who = format!("{} · {} · {}", scenario.level.word(), customer.name, customer.role);
    line(&mut out, width, "", &scenario.title, "");
    line(&mut out, width, "", &who, "");
    if let Some(figures) = figures {
        line(&mut out, width, "", &summary(figures), "");
    }
    let opening = &scenario.opening;
    let then = format!(" → {}", scenario.moment(opening.then).name);
    out.push('\n');
    line(&mut out, width, "", &format!("{}: {}", opening.kind.word(), opening.says), &then);
    for moment in &scenario.moments {
        out.push('\n');
        self::moment(&mut out, width, scenario, moment);
    }
    out.push('\n');
    for ending in &scenario.endings {
        let shut = scenario.if_shut.is_some_and(|id| scenario.ending(id).name == ending.name);
        let shut = if shut { " · if shut" } else { "" };
        let worth = format!(" ({} {:+}{shut})", ending.outcome.word(), ending.worth);
        line(&mut out, width, "■ ", &format!("{}: {}", ending.name, ending.says), &worth);
    }
    out.push('\n');
    out.push_str(&wrapped("", SIGNS, Some(width)));
    out
}

/// What the signs of the tree mean.
const SIGNS: &str = "×4 odds of a reply, ×4/3/1 where the customer is shut/wary/open · +2 sum of a line's marks · opens +2 what \
    it adds to openness · → where it leads, by openness where there are three";

fn moment(out: &mut String, width: usize, scenario: &Scenario, moment: &Moment) {
    let at_most = moment
        .at_most
        .map(|at_most| format!(" (at most {}, then → {})", at_most.times, scenario.goal_name(at_most.after)));
    line(out, width, "● ", &moment.name, &at_most.unwrap_or_default());
    if let Some(stage) = &moment.stage {
        line(out, width, "│ ", stage, "");
    }
    for (index, reply) in moment.replies.iter().enumerate() {
        let last = index + 1 == moment.replies.len();
        let (branch, below) = if last { ("└─ ", "   ") } else { ("├─ ", "│  ") };
        line(
            out,
            width,
            branch,
            &format!("{}: {}", reply.kind.label(), reply.says_after(0)),
            &conditions(scenario, reply),
        );
        for (index, follow_up) in reply.follow_ups.iter().enumerate() {
            let branch = if index + 1 == reply.follow_ups.len() { "└─ " } else { "├─ " };
            let end = format!("{}{}", effect(scenario, follow_up), leads(scenario, follow_up.then));
            line(out, width, &format!("{below}{branch}"), &follow_up.says, &end);
        }
    }
}

/// When a reply is given, where it is not always with the same odds.
fn conditions(scenario: &Scenario, reply: &Reply) -> String {
    let mut end = match reply.odds {
        ByBand::Always(1) => String::new(),
        ByBand::Always(odds) => format!(" ×{odds}"),
        ByBand::Bands([shut, wary, open]) => format!(" ×{shut}/{wary}/{open}"),
    };
    facts(&mut end, scenario, &reply.needs, &reply.unless, &reply.reveals);
    end
}

/// What a line shows and does.
fn effect(scenario: &Scenario, follow_up: &FollowUp) -> String {
    let mut end = String::new();
    let marks = scenario.weighed(follow_up);
    if !follow_up.marks.is_empty() {
        let _ = write!(end, " {marks:+}");
    }
    if follow_up.opens != 0 {
        let _ = write!(end, " opens {:+}", follow_up.opens);
    }
    facts(&mut end, scenario, &follow_up.needs, &follow_up.unless, &follow_up.reveals);
    end
}

fn facts(end: &mut String, scenario: &Scenario, needs: &[FactId], unless: &[FactId], reveals: &[FactId]) {
    for (word, facts) in [("needs", needs), ("unless", unless), ("reveals", reveals)] {
        if !facts.is_empty() {
            let names: Vec<&str> = facts.iter().map(|&fact| &*scenario.fact(fact).name).collect();
            let _ = write!(end, " [{word} {}]", names.join(", "));
        }
    }
}

fn leads(scenario: &Scenario, then: ByBand<Goal>) -> String {
    match then {
        ByBand::Always(goal) => format!(" → {}", scenario.goal_name(goal)),
        ByBand::Bands(goals) => format!(" → {}", goals.map(|goal| scenario.goal_name(goal)).join(" / ")),
    }
}

/// Writes a line: `begin` and `end` whole, and of `words` what fits between.
fn line(out: &mut String, width: usize, begin: &str, words: &str, end: &str) {
    let (words, end) = (visible(words), visible(end));
    // Where the end alone is too long for the line, it goes below rather than push the words out.
    let room = width.saturating_sub(begin.width());
    let beside = end.width() + 24 <= room || end.width() + words.width() <= room;
    let kept = cut(&words, if beside { room - end.width() } else { room });
    out.push_str(begin);
    out.push_str(&kept);
    if !beside {
        let indent: String = begin.chars().map(|c| if c == '│' { '│' } else { ' ' }).collect();
        let _ = write!(out, "\n{indent}  ");
    }
    out.push_str(&end);
    let kept = out.trim_end_matches(' ').len();
    out.truncate(kept);
    out.push('\n');
}
