//! Where everything of the picture stands: boxes, the ports that ways leave them by, and the gaps between the layers.

use std::collections::{BTreeMap, BTreeSet};

use super::boxes::{Card, measure};
use super::graph::{Graph, Layers};
use super::order::{Plan, middles};

/// Between two boxes side by side.
const APART: f64 = 30.0;
/// What a bend takes to each side.
const BEND: f64 = 8.0;
/// The height of a line of a label, and the size of its letters.
pub(super) const LABEL: (f64, f64) = (14.0, 11.0);
/// Between two ways that run side by side.
const TRACK: f64 = 10.0;
/// The room in which ways turn from one place to another.
const TURN: f64 = 46.0;
/// How far the way of a box to itself stands out.
pub(super) const LOOP: f64 = 26.0;

/// What the picture joins: boxes, and ways with their labels.
#[derive(Debug)]
pub(super) struct Drawing {
    pub cards: Vec<Card>,
    pub graph: Graph,
    /// For each way of the graph, what stands at its beginning.
    pub labels: Vec<Vec<String>>,
    /// For each box, the labels of the ways from it to itself; none where there is no such way.
    pub loops: Vec<Vec<String>>,
    pub layers: Layers,
    pub plan: Plan,
}

/// Where it all stands.
#[derive(Debug)]
pub(super) struct Places {
    /// The middle of each box and bend, from the left.
    pub middle: Vec<f64>,
    /// The top of each layer, and its bottom.
    pub layers: Vec<(f64, f64)>,
    /// Where, below each layer, the labels end and the ways begin to turn.
    pub turn: Vec<f64>,
    /// Where each way leaves its box, from the left.
    pub ports: Vec<f64>,
    /// For each way that goes by the side: how far down it leaves for its lane, where the lane is, and how far down it
    /// leaves the lane.
    pub sides: BTreeMap<usize, (f64, f64, f64)>,
    /// The right end of the picture, and its bottom.
    pub end: (f64, f64),
}

impl Drawing {
    /// The room that the labels of a way take.
    fn label_width(&self, way: usize) -> f64 {
        self.labels[way].iter().map(|label| measure(label, LABEL.1, false)).fold(0.0, f64::max) + 12.0
    }

    /// The room that the way of a box to itself takes at its right.
    fn loop_width(&self, item: usize) -> f64 {
        let labels = self.loops.get(item).map_or(&[][..], Vec::as_slice);
        let widest = labels.iter().map(|label| measure(label, LABEL.1, false)).fold(0.0, f64::max);
        if labels.is_empty() { 0.0 } else { LOOP + widest + 4.0 }
    }

    fn half(&self, item: usize) -> f64 {
        self.cards.get(item).map_or(BEND, |card| card.width / 2.0)
    }

    /// Makes each box as wide as the labels below it need.
    pub(super) fn widen(&mut self) {
        let mut wanted = vec![0.0; self.cards.len()];
        for (way, &(from, _)) in self.graph.ways.iter().enumerate() {
            wanted[from] += self.label_width(way);
        }
        for (card, wanted) in self.cards.iter_mut().zip(wanted) {
            card.width = card.width.max(wanted);
        }
    }

    /// Places everything, with the top of the first layer at `top` and nothing left of `left`.
    pub(super) fn place(&self, left: f64, top: f64) -> Places {
        let plan = &self.plan;
        let mut middle = middles(plan, |one, other| self.half(one) + self.loop_width(one) + APART + self.half(other));
        let least = (0..middle.len()).map(|item| middle[item] - self.half(item)).fold(f64::INFINITY, f64::min);
        for at in &mut middle {
            *at += left - least;
        }
        let right_of = |layer: &Vec<usize>| {
            layer.iter().map(|&item| middle[item] + self.half(item) + self.loop_width(item)).fold(0.0, f64::max)
        };
        let rights: Vec<f64> = plan.layers.iter().map(right_of).collect();
        let ports = self.ports(&middle);

        // Ways by the side that lead to one box share their tracks and their lane.
        let (mut leaving, mut coming) = (BTreeSet::new(), BTreeSet::new());
        let mut spans: BTreeMap<usize, (usize, usize)> = BTreeMap::new();
        let by_side = || (0..self.graph.ways.len()).filter(|&way| plan.first[way].is_none());
        for (from, to) in by_side().map(|way| self.graph.ways[way]) {
            let (leaves, comes) = (self.layers.of[from], self.layers.of[to] - 1);
            leaving.insert((leaves, to));
            coming.insert((comes, to));
            let span = spans.entry(to).or_insert((leaves, leaves));
            *span = (span.0.min(leaves).min(comes), span.1.max(leaves).max(comes));
        }
        let lanes = lanes(&spans, &rights);
        let (mut layers, mut turn) = (Vec::new(), Vec::new());
        let (mut leave_at, mut come_at) = (BTreeMap::new(), BTreeMap::new());
        let label_heights = self.label_heights();
        let mut y = top;
        for (number, items) in plan.layers.iter().enumerate() {
            let height =
                items.iter().filter_map(|&item| self.cards.get(item)).map(|card| card.height).fold(0.0, f64::max);
            layers.push((y, y + height));
            y += height;
            y += label_heights[number];
            turn.push(y);
            for &(layer, to) in leaving.range((number, 0)..(number + 1, 0)) {
                y += TRACK;
                leave_at.insert((layer, to), y);
            }
            if number + 1 < plan.layers.len() {
                y += TURN;
            }
            for &(_, to) in coming.range((number, 0)..(number + 1, 0)) {
                come_at.insert(to, y);
                y += TRACK;
            }
            if coming.range((number, 0)..(number + 1, 0)).next().is_some() {
                y += TRACK;
            }
        }
        let mut sides = BTreeMap::new();
        for way in by_side() {
            let (from, to) = self.graph.ways[way];
            sides.insert(way, (leave_at[&(self.layers.of[from], to)], lanes[&to], come_at[&to]));
        }
        let right = rights.into_iter().chain(lanes.into_values()).fold(0.0, f64::max);
        Places { middle, layers, turn, ports, sides, end: (right, y) }
    }

    /// The room for labels below each layer.
    fn label_heights(&self) -> Vec<f64> {
        let mut heights: Vec<f64> = vec![10.0; self.plan.layers.len()];
        for (&(from, _), labels) in self.graph.ways.iter().zip(&self.labels) {
            let height = &mut heights[self.layers.of[from]];
            *height = height.max(as_f64(labels.len()) * LABEL.0 + 10.0);
        }
        heights
    }

    /// Where each way leaves its box: side by side, in the order of what they lead to, those by the side last.
    fn ports(&self, middle: &[f64]) -> Vec<f64> {
        let mut ports = vec![0.0; self.graph.ways.len()];
        let mut out = vec![Vec::new(); self.cards.len()];
        for (way, &(from, _)) in self.graph.ways.iter().enumerate() {
            out[from].push(way);
        }
        for (from, mut ways) in out.into_iter().enumerate() {
            let toward = |way: usize| self.plan.first[way].map_or(f64::INFINITY, |item| middle[item]);
            ways.sort_by(|&one, &other| toward(one).total_cmp(&toward(other)));
            let needed: f64 = ways.iter().map(|&way| self.label_width(way)).sum();
            // What is left of the width is shared out, so that ways do not huddle in the middle of a wide box.
            let more = (self.cards[from].width - needed).max(0.0) / as_f64(ways.len()).max(1.0);
            let mut at = middle[from] - self.cards[from].width / 2.0;
            for way in ways {
                let room = self.label_width(way) + more;
                ports[way] = at + room / 2.0;
                at += room;
            }
        }
        ports
    }
}

#[expect(clippy::cast_precision_loss, reason = "counts are far below 2^52")]
fn as_f64(count: usize) -> f64 {
    count as f64
}

/// Where the lane of each box that is reached by the side stands, right of everything in the layers that it passes. Two
/// boxes share a lane where what they need of it does not meet; short ones come first, so that long ways run outside.
fn lanes(spans: &BTreeMap<usize, (usize, usize)>, rights: &[f64]) -> BTreeMap<usize, f64> {
    let mut sorted: Vec<(usize, (usize, usize))> = spans.iter().map(|(&to, &span)| (to, span)).collect();
    sorted.sort_by_key(|&(to, (start, end))| (end - start, to));
    let mut taken: Vec<BTreeMap<usize, (usize, usize)>> = Vec::new();
    for (to, (start, end)) in sorted {
        let is_free = |lane: &BTreeMap<usize, (usize, usize)>| {
            lane.range(..=end).next_back().is_none_or(|(_, &(end, _))| end < start)
        };
        let lane = taken.iter().position(is_free).unwrap_or_else(|| {
            taken.push(BTreeMap::new());
            taken.len() - 1
        });
        taken[lane].insert(start, (end, to));
    }
    let (mut lanes, mut outmost) = (BTreeMap::new(), 0.0_f64);
    for lane in taken {
        let inside = outmost + TRACK;
        for (start, (end, to)) in lane {
            // The layer below the last gap that it passes ends the gap.
            let passed = &rights[start..=(end + 1).min(rights.len() - 1)];
            let at = passed.iter().fold(inside, |at, &right| at.max(right + 22.0));
            lanes.insert(to, at);
            outmost = outmost.max(at);
        }
    }
    lanes
}
