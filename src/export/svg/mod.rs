//! A scenario as a picture in SVG, laid out here: layers by the longest way from the opening, few crossings, and the
//! ways that lead back drawn apart, by the side.

mod boxes;
mod graph;
mod order;
mod place;
mod style;

use std::fmt::Write;

use boxes::{Card, cards};
use graph::Graph;
use place::{Drawing, LABEL, LOOP, Places};

use super::lines::folded;
use super::ways::{Way, ways};
use crate::scenario::{Goal, Scenario};
use crate::visible::visible;

/// Round the picture.
const MARGIN: f64 = 16.0;

/// `scenario` as a picture that stands alone, with its title and what its signs mean.
#[must_use]
pub fn svg(scenario: &Scenario) -> String {
    draw(scenario, false)
}

/// `scenario` as a picture on a page that tells the title itself, and whose cards number the moments.
#[must_use]
pub fn picture(scenario: &Scenario) -> String {
    draw(scenario, true)
}

fn draw(scenario: &Scenario, is_on_a_page: bool) -> String {
    let all = ways(scenario);
    let (joined, drawing) = join(scenario, &all, is_on_a_page);
    let customer = &scenario.customer;
    let who = format!("{} · {} · {}", scenario.level.word(), customer.name, customer.role);
    let title = if is_on_a_page { Vec::new() } else { folded(&scenario.title, 60, 2) };
    let head = if is_on_a_page { MARGIN } else { MARGIN + 26.0 * as_f64(title.len()) + 30.0 };
    let places = drawing.place(MARGIN, head);
    let width = (places.end.0 + MARGIN).max(if is_on_a_page { 320.0 } else { 560.0 });
    let legend = folded(LEGEND, columns(width), 6);
    let height = places.end.1 + 22.0 + 16.0 * as_f64(legend.len()) + MARGIN;

    let mut out = String::new();
    let _ = write!(
        out,
        "<svg xmlns=\"http://www.w3.org/2000/svg\" class=\"map\" role=\"img\" width=\"{width:.0}\" \
         height=\"{height:.0}\" viewBox=\"0 0 {width:.0} {height:.0}\">\n<title>{}</title>\n<style>\n{}</style>\n\
         <rect class=\"paper\" width=\"100%\" height=\"100%\"/>\n",
        escaped(&scenario.title),
        style::sheet()
    );
    let mut y = MARGIN;
    for line in &title {
        y += 26.0;
        text(&mut out, "t", "start", MARGIN, y - 6.0, line);
    }
    if !is_on_a_page {
        text(&mut out, "p", "start", MARGIN, y + 12.0, &folded(&who, columns(width), 1).join(""));
    }
    lines(&mut out, scenario, &drawing, &places, &joined);
    for (item, card) in drawing.cards.iter().enumerate() {
        let (left, top) = (places.middle[item] - card.width / 2.0, places.layers[drawing.layers.of[item]].0);
        self::card(&mut out, card, left, top);
    }
    for (number, line) in legend.iter().enumerate() {
        text(&mut out, "q", "start", MARGIN, places.end.1 + 28.0 + 16.0 * as_f64(number), line);
    }
    out.push_str("</svg>\n");
    out
}

const LEGEND: &str = "A label tells how many lines lead there. If shut, wary or open: at the openness that the line \
                      leaves. Dashed: where a moment sends the conversation when it has let it in as often as it may. \
                      By the side: back to a moment that came before.";

/// The boxes and ways of `scenario`, and for each way of the drawing which of `all` it is. Of ways from a box to itself
/// only the labels are kept.
fn join<'a>(scenario: &Scenario, all: &'a [Way], is_numbered: bool) -> (Vec<&'a Way>, Drawing) {
    let moments = scenario.moments.len();
    let mut drawing_loops = vec![Vec::new(); 1 + moments + scenario.endings.len()];
    let (mut joined, mut ends) = (Vec::new(), Vec::new());
    for way in all {
        let from = way.from.map_or(0, |id| id.index() + 1);
        let to = match way.to {
            Goal::Moment(id) => id.index() + 1,
            Goal::Ending(id) => id.index() + 1 + moments,
        };
        if from == to {
            drawing_loops[from].extend(way.labels.iter().cloned());
        } else {
            joined.push(way);
            ends.push((from, to));
        }
    }
    let graph = Graph { boxes: drawing_loops.len(), ways: ends };
    let layers = graph.layers(1 + moments);
    let plan = order::plan(&graph, &layers);
    let labels = joined.iter().map(|way| way.labels.clone()).collect();
    let cards = cards(scenario, is_numbered);
    let mut drawing = Drawing { cards, graph, labels, loops: drawing_loops, layers, plan };
    drawing.widen();
    (joined, drawing)
}

/// The ways, then their labels above them.
fn lines(out: &mut String, scenario: &Scenario, drawing: &Drawing, places: &Places, joined: &[&Way]) {
    let class = |goal: Goal| match goal {
        Goal::Moment(_) => "way",
        Goal::Ending(id) => style::class(scenario.ending(id).outcome),
    };
    let top_of = |item: usize| places.layers[layer_of(drawing, item)].0;
    // What of a trunk is more than the way of `after` is drawn through.
    let (_, below) = drawing.plan.neighbours();
    let boxes = drawing.cards.len();
    let mut bends: Vec<Option<(Goal, bool)>> = vec![None; below.len()];
    for (way, one) in joined.iter().enumerate() {
        let mut at = drawing.plan.first[way];
        while let Some(item) = at.filter(|&item| item >= boxes) {
            match &mut bends[item] {
                Some((_, is_dashed)) if !*is_dashed || one.is_after => break,
                met => *met = Some((one.to, one.is_after)),
            }
            at = below[item].first().copied();
        }
    }
    for (way, one) in joined.iter().enumerate() {
        let (from, to) = drawing.graph.ways[way];
        let start = (places.ports[way], top_of(from) + drawing.cards[from].height);
        let dashed = if one.is_after { " after" } else { "" };
        let class = class(one.to);
        if let Some(&(leaves, lane, comes)) = places.sides.get(&way) {
            let to_x = places.middle[to] + (drawing.cards[to].width / 2.0 - 12.0).min(26.0);
            let corners = [start, (start.0, leaves), (lane, leaves), (lane, comes), (to_x, comes), (to_x, top_of(to))];
            let class = if class == "way" { "back" } else { class };
            let _ = writeln!(out, "<path class=\"{class}{dashed}\" d=\"{}\"/>", rounded(&corners));
            head(out, class, to_x, top_of(to));
        } else if let Some(first) = drawing.plan.first[way] {
            let turn = places.turn[drawing.layers.of[from]];
            let end = (places.middle[first], top_of(first));
            let _ = writeln!(out, "<path class=\"{class}{dashed}\" d=\"{}\"/>", curve(start, turn, end));
            head(out, class, places.middle[to], top_of(to));
        }
    }
    for (item, bend) in bends.iter().enumerate() {
        if let (Some((goal, is_after)), Some(&next)) = (bend, below[item].first()) {
            let layer = layer_of(drawing, item);
            let path =
                curve((places.middle[item], top_of(item)), places.turn[layer], (places.middle[next], top_of(next)));
            let dashed = if *is_after { " after" } else { "" };
            let _ = writeln!(out, "<path class=\"{}{dashed}\" d=\"{path}\"/>", class(*goal));
        }
    }
    for (way, labels) in drawing.labels.iter().enumerate() {
        let from = drawing.graph.ways[way].0;
        label(out, "middle", places.ports[way], top_of(from) + drawing.cards[from].height + 4.0, labels);
    }
    for (item, labels) in drawing.loops.iter().enumerate().filter(|(_, labels)| !labels.is_empty()) {
        let card = &drawing.cards[item];
        let (right, y) = (places.middle[item] + card.width / 2.0, top_of(item) + card.height / 2.0);
        let _ = writeln!(
            out,
            "<path class=\"back\" d=\"M{right:.1} {:.1}c26 -2 26 24 4 22\"/><path class=\"head back-head\" \
             d=\"M{right:.1} {:.1}l8 -4v8z\"/>",
            y - 11.0,
            y + 11.0
        );
        label(out, "start", right + LOOP - 2.0, y - as_f64(labels.len()) * LABEL.0 / 2.0, labels);
    }
}

fn layer_of(drawing: &Drawing, item: usize) -> usize {
    drawing.layers.of.get(item).copied().unwrap_or_else(|| drawing.plan.bends[item - drawing.cards.len()].layer)
}

/// Straight down to `turn`, then over to `end`.
fn curve(start: (f64, f64), turn: f64, end: (f64, f64)) -> String {
    let half = f64::midpoint(turn, end.1);
    format!(
        "M{:.1} {:.1}V{turn:.1}C{:.1} {half:.1} {:.1} {half:.1} {:.1} {:.1}",
        start.0, start.1, start.0, end.0, end.0, end.1
    )
}

/// A way through `corners` that are rounded off.
fn rounded(corners: &[(f64, f64)]) -> String {
    let mut path = String::new();
    for (at, &(x, y)) in corners.iter().enumerate() {
        let (Some(&before), Some(&after)) = (at.checked_sub(1).and_then(|at| corners.get(at)), corners.get(at + 1))
        else {
            let _ = write!(path, "{}{x:.1} {y:.1}", if at == 0 { "M" } else { "L" });
            continue;
        };
        let near = |other: (f64, f64)| {
            let (dx, dy) = (other.0 - x, other.1 - y);
            let length = dx.hypot(dy).max(0.001);
            let step = (length / 2.0).min(8.0) / length;
            (x + dx * step, y + dy * step)
        };
        let ((x1, y1), (x2, y2)) = (near(before), near(after));
        let _ = write!(path, "L{x1:.1} {y1:.1}Q{x:.1} {y:.1} {x2:.1} {y2:.1}");
    }
    path
}

/// The head of an arrow that comes from above.
fn head(out: &mut String, class: &str, x: f64, y: f64) {
    let _ = writeln!(out, "<path class=\"head {class}-head\" d=\"M{x:.1} {y:.1}l-4 -8h8z\"/>");
}

fn label(out: &mut String, anchor: &str, x: f64, top: f64, labels: &[String]) {
    if labels.is_empty() {
        return;
    }
    let width = labels.iter().map(|label| boxes::measure(label, LABEL.1, false)).fold(0.0, f64::max) + 4.0;
    let left = if anchor == "middle" { x - width / 2.0 } else { x - 2.0 };
    let height = as_f64(labels.len()) * LABEL.0;
    let _ = writeln!(
        out,
        "<rect class=\"paper\" x=\"{left:.1}\" y=\"{top:.1}\" width=\"{width:.1}\" height=\"{height:.1}\"/>"
    );
    for (number, label) in labels.iter().enumerate() {
        text(out, "l", anchor, x, top + LABEL.0 * as_f64(number) + 11.0, label);
    }
}

fn card(out: &mut String, card: &Card, left: f64, top: f64) {
    let round = if matches!(card.class, "moment" | "opening") { 4.0 } else { 18.0 };
    let _ = writeln!(
        out,
        "<g class=\"{}\"><title>{}</title><rect class=\"box\" x=\"{left:.1}\" y=\"{top:.1}\" width=\"{:.1}\" \
         height=\"{:.1}\" rx=\"{round}\"/>",
        card.class,
        escaped(&card.title),
        card.width,
        card.height
    );
    for (set, line, below) in &card.lines {
        text(out, set.class(), "middle", left + card.width / 2.0, top + below, line);
    }
    out.push_str("</g>\n");
}

fn text(out: &mut String, class: &str, anchor: &str, x: f64, y: f64, words: &str) {
    let anchor = if anchor == "middle" { " text-anchor=\"middle\"" } else { "" };
    let _ = writeln!(out, "<text class=\"{class}\"{anchor} x=\"{x:.1}\" y=\"{y:.1}\">{}</text>", escaped(words));
}

/// `text` as it stands between tags, with nothing that XML forbids.
fn escaped(text: &str) -> String {
    let mut out = String::new();
    for letter in visible(text).chars() {
        match letter {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\u{fffe}' | '\u{ffff}' => out.push('\u{fffd}'),
            letter => out.push(letter),
        }
    }
    out
}

/// How many columns of small letters fit in `width`.
#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a width is positive, and cut on purpose")]
fn columns(width: f64) -> usize {
    ((width - 2.0 * MARGIN) / 6.2).clamp(40.0, 160.0) as usize
}

#[expect(clippy::cast_precision_loss, reason = "counts are far below 2^52")]
fn as_f64(count: usize) -> f64 {
    count as f64
}
