//! A scenario in the DOT language, for Graphviz and whatever else reads it.

use std::fmt::Write;

use super::lines::folded;
use super::palette::paint;
use super::ways::{kinds, place, start, ways};
use crate::scenario::{EndingId, Goal, MomentId, Scenario};
use crate::visible::visible;

/// `scenario` as a directed graph: the opening, the moments with their stage and kinds of reply, the endings in the
/// colour of their outcome, and the ways between them.
#[must_use]
pub fn dot(scenario: &Scenario) -> String {
    let mut out = String::from("digraph scenario {\n");
    let title = escaped(&visible(&scenario.title));
    let _ = writeln!(out, "    graph [label=\"{title}\", labelloc=t, fontname=\"Helvetica\", fontsize=16]");
    out.push_str("    node [shape=box, style=filled, fillcolor=\"#ffffff\", color=\"#55555f\", ");
    out.push_str("fontname=\"Helvetica\", fontsize=12]\n");
    out.push_str("    edge [color=\"#55555f\", fontname=\"Helvetica\", fontsize=10]\n");
    let opening = &scenario.opening;
    let mut words = vec![opening.kind.word().to_owned()];
    words.extend(folded(&opening.says, 44, 4));
    node(&mut out, "opening", &words, "fillcolor=\"#ece7f8\", color=\"#6246a8\"");
    for (index, moment) in scenario.moments.iter().enumerate() {
        let mut words = folded(&moment.name, 30, 6);
        words.extend(moment.stage.iter().flat_map(|stage| folded(stage, 40, 4)));
        words.extend(kinds(moment).into_iter().flat_map(|kind| folded(&format!("· {kind}"), 40, 2)));
        node(&mut out, &place(Goal::Moment(MomentId::at(index))), &words, "");
    }
    for (index, ending) in scenario.endings.iter().enumerate() {
        let id = EndingId::at(index);
        let mut words = folded(&ending.name, 30, 6);
        words.push(format!("{} {:+}", ending.outcome.word(), ending.worth));
        if scenario.if_shut == Some(id) {
            words.push("if shut at openness 0".to_owned());
        }
        let paint = paint(ending.outcome);
        let style = format!("style=\"filled,rounded\", fillcolor=\"{}\", color=\"{}\"", paint.fill, paint.line);
        node(&mut out, &place(Goal::Ending(id)), &words, &style);
    }
    for way in ways(scenario) {
        let mut style = Vec::new();
        if !way.labels.is_empty() {
            style.push(format!("label=\"{}\"", way.labels.join("\\n")));
        }
        if let Goal::Ending(id) = way.to {
            style.push(format!("color=\"{}\"", paint(scenario.ending(id).outcome).line));
        }
        if way.is_after {
            style.push("style=dashed".to_owned());
        }
        let style = if style.is_empty() { String::new() } else { format!(" [{}]", style.join(", ")) };
        let _ = writeln!(out, "    {} -> {}{style}", start(&way), place(way.to));
    }
    out.push_str("}\n");
    out
}

fn node(out: &mut String, place: &str, words: &[String], style: &str) {
    let words: Vec<String> = words.iter().map(|line| escaped(line)).collect();
    let style = if style.is_empty() { String::new() } else { format!(", {style}") };
    let _ = writeln!(out, "    {place} [label=\"{}\"{style}]", words.join("\\n"));
}

/// `line` as it stands between the quotes of a label, where a backslash begins a sign and `&` an HTML entity.
fn escaped(line: &str) -> String {
    line.replace('\\', "\\\\").replace('"', "\\\"").replace('&', "&amp;")
}
