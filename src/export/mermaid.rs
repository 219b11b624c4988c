//! A scenario as a Mermaid flowchart, for pages that draw one from its text.

use std::fmt::Write;

use super::lines::folded;
use super::palette::paint;
use super::ways::{kinds, place, start, ways};
use crate::scenario::{EndingId, Goal, MomentId, Outcome, Scenario};

/// `scenario` as a flowchart: the opening, the moments with their stage and kinds of reply, the endings in the colour of
/// their outcome, and the ways between them.
#[must_use]
pub fn mermaid(scenario: &Scenario) -> String {
    let mut out = String::from("flowchart TD\n");
    let opening = &scenario.opening;
    let mut words = vec![format!("<b>{}</b>", escaped(opening.kind.word()))];
    words.extend(told(&opening.says, 44, 4));
    node(&mut out, "opening", "(\"", &words, "\")", "opening");
    for (index, moment) in scenario.moments.iter().enumerate() {
        let mut words = vec![bold(&moment.name)];
        words.extend(moment.stage.iter().flat_map(|stage| told(stage, 40, 4)).map(|line| format!("<i>{line}</i>")));
        words.extend(kinds(moment).into_iter().flat_map(|kind| told(kind, 40, 2)));
        node(&mut out, &place(Goal::Moment(MomentId::at(index))), "[\"", &words, "\"]", "moment");
    }
    for (index, ending) in scenario.endings.iter().enumerate() {
        let id = EndingId::at(index);
        let mut words = vec![bold(&ending.name), format!("{} {:+}", ending.outcome.word(), ending.worth)];
        if scenario.if_shut == Some(id) {
            words.push("if shut at openness 0".to_owned());
        }
        node(&mut out, &place(Goal::Ending(id)), "([\"", &words, "\"])", ending.outcome.word());
    }
    for way in ways(scenario) {
        let arrow = if way.is_after { "-.->" } else { "-->" };
        let label = way.labels.join("<br/>");
        let label = if label.is_empty() { label } else { format!("|\"{label}\"|") };
        let _ = writeln!(out, "    {} {arrow}{label} {}", start(&way), place(way.to));
    }
    // Every class has its own ink, so that a page's dark theme does not write light on light.
    out.push_str("    classDef opening fill:#ece7f8,stroke:#6246a8,color:#1b1b1f\n");
    out.push_str("    classDef moment fill:#ffffff,stroke:#55555f,color:#1b1b1f\n");
    for outcome in Outcome::ALL {
        let paint = paint(outcome);
        let _ =
            writeln!(out, "    classDef {} fill:{},stroke:{},color:#1b1b1f", outcome.word(), paint.fill, paint.line);
    }
    out
}

fn node(out: &mut String, place: &str, open: &str, words: &[String], close: &str, class: &str) {
    let _ = writeln!(out, "    {place}{open}{}{close}:::{class}", words.join("<br/>"));
}

fn bold(name: &str) -> String {
    format!("<b>{}</b>", told(name, 30, 6).join("<br/>"))
}

fn told(text: &str, columns: usize, most: usize) -> Vec<String> {
    folded(text, columns, most).iter().map(|line| escaped(line)).collect()
}

/// `line` with whatever Mermaid or the page around it could take for its own as an entity: quotes and tags, comments and
/// settings (`%%`), Markdown, and the start of a list, which Mermaid refuses to draw.
fn escaped(line: &str) -> String {
    let number = line.len() - line.trim_start_matches(|c: char| c.is_ascii_digit()).len();
    let mut out = String::with_capacity(line.len());
    let mut letters = line.char_indices().peekable();
    while let Some((at, letter)) = letters.next() {
        let starts_a_list = at == number && (matches!(letter, '.' | ')') && number > 0 || letter == '-');
        // Before a space a colon is one; before anything else Mermaid may read what follows as a style.
        let is_bare_colon = letter == ':' && letters.peek().is_none_or(|&(_, next)| next != ' ');
        // Of the letters that are not ASCII, two are those that Mermaid writes entities with on its way.
        let is_plain = letter.is_ascii_alphanumeric()
            || matches!(letter, ' ' | ',' | '.' | '?' | '!' | '\'' | '(' | ')' | '-' | ':')
            || !letter.is_ascii() && !matches!(letter, 'ﬂ' | '¶');
        if is_plain && !starts_a_list && !is_bare_colon {
            out.push(letter);
            continue;
        }
        let _ = match letter {
            '"' => out.write_str("#quot;"),
            '<' => out.write_str("#lt;"),
            '>' => out.write_str("#gt;"),
            '&' => out.write_str("#amp;"),
            letter => write!(out, "#{};", u32::from(letter)),
        };
    }
    out
}
