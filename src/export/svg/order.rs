//! The order of what stands in a layer, with few crossings, and how far from the left each stands.

use std::collections::{HashMap, HashSet};

use super::graph::{Graph, Layers};

/// More bends than this are not laid out: ways that pass other layers then go by the side, as those that lead back do.
const MOST_BENDS: usize = 50_000;

/// How often the layers are gone through, down and up.
const SWEEPS: usize = 12;

/// What stands in the layers: the boxes by their numbers, then the bends of ways that pass a layer. Ways that lead to
/// the same box share their bends, so that a picture has trunks instead of a hundred threads.
#[derive(Debug)]
pub(super) struct Plan {
    /// What stands in each layer, from the left.
    pub layers: Vec<Vec<usize>>,
    /// The bends; the first has the number after the last box.
    pub bends: Vec<Bend>,
    /// Ways between neighbouring layers: from what to what, each once.
    pub steps: Vec<(usize, usize)>,
    /// For each way, what it leads to first, a box or a bend; nothing where it goes by the side.
    pub first: Vec<Option<usize>>,
}

/// Where a way passes a layer.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Bend {
    /// The box that it leads to.
    pub to: usize,
    /// The layer that it passes.
    pub layer: usize,
}

/// The plan of `graph` in `layers`.
pub(super) fn plan(graph: &Graph, layers: &Layers) -> Plan {
    let on = |way: usize| !layers.is_back[way];
    let span = |way: usize| layers.of[graph.ways[way].1] - layers.of[graph.ways[way].0];
    let is_large = (0..graph.ways.len()).filter(|&way| on(way)).map(|way| span(way) - 1).sum::<usize>() > MOST_BENDS;
    let mut plan = Plan {
        layers: vec![Vec::new(); layers.of.iter().max().map_or(0, |deepest| deepest + 1)],
        bends: Vec::new(),
        steps: Vec::new(),
        first: vec![None; graph.ways.len()],
    };
    for (item, &layer) in layers.of.iter().enumerate() {
        plan.layers[layer].push(item);
    }
    let mut bends = HashMap::new();
    let mut steps = HashSet::new();
    for (way, &(from, to)) in graph.ways.iter().enumerate() {
        if !on(way) || is_large && span(way) > 1 {
            continue;
        }
        let mut at = from;
        for layer in layers.of[from] + 1..layers.of[to] {
            let bend = *bends.entry((to, layer)).or_insert_with(|| {
                plan.bends.push(Bend { to, layer });
                let bend = graph.boxes + plan.bends.len() - 1;
                plan.layers[layer].push(bend);
                bend
            });
            plan.first[way].get_or_insert(bend);
            if steps.insert((at, bend)) {
                plan.steps.push((at, bend));
            }
            at = bend;
        }
        plan.first[way].get_or_insert(to);
        if steps.insert((at, to)) {
            plan.steps.push((at, to));
        }
    }
    plan.sort();
    plan
}

impl Plan {
    /// For everything in the layers, what the steps into it come from and what those out of it lead to.
    pub(super) fn neighbours(&self) -> (Vec<Vec<usize>>, Vec<Vec<usize>>) {
        let count = self.layers.iter().map(Vec::len).sum();
        let (mut above, mut below) = (vec![Vec::new(); count], vec![Vec::new(); count]);
        for &(from, to) in &self.steps {
            above[to].push(from);
            below[from].push(to);
        }
        (above, below)
    }

    /// Sorts each layer by the barycentre of what stands above, then of what stands below, over and over, and keeps the
    /// order with the fewest crossings.
    fn sort(&mut self) {
        let (above, below) = self.neighbours();
        let mut place = vec![0; above.len()];
        for layer in &self.layers {
            number(layer, &mut place);
        }
        let mut best = self.layers.clone();
        let mut fewest = crossings(&self.layers, &below, &place);
        for sweep in 0..SWEEPS {
            let (neighbours, count) = (if sweep % 2 == 0 { &above } else { &below }, self.layers.len());
            for turn in 0..count {
                let layer = if sweep % 2 == 0 { turn } else { count - 1 - turn };
                let layer = &mut self.layers[layer];
                let mut keyed: Vec<(f64, usize)> =
                    layer.iter().map(|&item| (barycentre(item, &neighbours[item], &place), item)).collect();
                keyed.sort_by(|one, other| one.0.total_cmp(&other.0));
                *layer = keyed.into_iter().map(|(_, item)| item).collect();
                number(layer, &mut place);
            }
            let crossed = crossings(&self.layers, &below, &place);
            if crossed < fewest {
                (fewest, best) = (crossed, self.layers.clone());
            }
        }
        self.layers = best;
    }
}

fn number(layer: &[usize], place: &mut [usize]) {
    for (at, &item) in layer.iter().enumerate() {
        place[item] = at;
    }
}

#[expect(clippy::cast_precision_loss, reason = "places are far below 2^52")]
fn barycentre(item: usize, neighbours: &[usize], place: &[usize]) -> f64 {
    if neighbours.is_empty() {
        return place[item] as f64;
    }
    neighbours.iter().map(|&other| place[other] as f64).sum::<f64>() / neighbours.len() as f64
}

/// How many steps cross: for each layer the pairs that stand one way above and the other way below, counted with a tree
/// of sums, because a layer may hold thousands.
fn crossings(layers: &[Vec<usize>], below: &[Vec<usize>], place: &[usize]) -> u64 {
    let mut crossed = 0;
    for (layer, next) in layers.iter().zip(layers.iter().skip(1)) {
        let mut sums = vec![0_u64; next.len() + 1];
        let mut met = 0;
        for &item in layer {
            let mut ends: Vec<usize> = below[item].iter().map(|&to| place[to]).collect();
            ends.sort_unstable();
            for &end in &ends {
                let (mut at, mut before) = (end + 1, 0);
                while at > 0 {
                    before += sums[at];
                    at &= at - 1;
                }
                crossed += met - before;
            }
            for end in ends {
                met += 1;
                let mut at = end + 1;
                while at < sums.len() {
                    sums[at] += 1;
                    at += at & at.wrapping_neg();
                }
            }
        }
    }
    crossed
}

/// How far from the left the middle of everything stands: near the middle of what it is joined to, in the order of its
/// layer, and never nearer to its neighbour than `apart` wants, which is asked for two that stand side by side.
pub(super) fn middles(plan: &Plan, apart: impl Fn(usize, usize) -> f64) -> Vec<f64> {
    let (above, below) = plan.neighbours();
    let mut middle = vec![0.0; above.len()];
    let settle = |layer: &[usize], wanted: &[f64], middle: &mut [f64]| {
        let mut offsets = vec![0.0];
        for pair in layer.windows(2) {
            offsets.push(offsets[offsets.len() - 1] + apart(pair[0], pair[1]));
        }
        for ((&item, at), offset) in layer.iter().zip(nearest(wanted, &offsets)).zip(&offsets) {
            middle[item] = at + offset;
        }
    };
    for layer in &plan.layers {
        settle(layer, &vec![0.0; layer.len()], &mut middle);
    }
    let boxes = middle.len() - plan.bends.len();
    for sweep in 0..SWEEPS * 2 {
        let is_down = sweep % 2 == 0;
        for turn in 0..plan.layers.len() {
            let layer = &plan.layers[if is_down { turn } else { plan.layers.len() - 1 - turn }];
            let mut wanted: Vec<f64> = Vec::with_capacity(layer.len());
            for (at, &item) in layer.iter().enumerate() {
                // Down, what stands above decides; up, what stands below; in the end, both.
                let sides: [&[usize]; 2] = match is_down {
                    _ if sweep + 2 >= SWEEPS * 2 => [&above[item], &below[item]],
                    true => [&above[item], &[]],
                    false => [&[], &below[item]],
                };
                let mut joined = sides.concat();
                // A trunk stays straight, whatever joins it.
                if item >= boxes && joined.iter().any(|&other| other >= boxes) {
                    joined.retain(|&other| other >= boxes);
                }
                wanted.push(match (at.checked_sub(1), joined.is_empty()) {
                    (_, false) => median(&joined, &middle),
                    // What nothing leads to keeps close to what stands beside it.
                    (Some(before), true) if is_down => wanted[before] + apart(layer[before], item),
                    _ => middle[item],
                });
            }
            settle(layer, &wanted, &mut middle);
        }
    }
    middle
}

fn median(items: &[usize], middle: &[f64]) -> f64 {
    let mut all: Vec<f64> = items.iter().map(|&item| middle[item]).collect();
    all.sort_by(f64::total_cmp);
    f64::midpoint(all[(all.len() - 1) / 2], all[all.len() / 2])
}

/// The places, less their offsets, that come nearest to what is `wanted` while none is left of the one before: where two
/// are in each other's way they meet halfway (the pooling of isotonic regression).
fn nearest(wanted: &[f64], offsets: &[f64]) -> Vec<f64> {
    let mut pools: Vec<(f64, usize)> = Vec::new();
    for (wanted, offset) in wanted.iter().zip(offsets) {
        let mut pool = (wanted - offset, 1);
        while let Some(&(sum, count)) = pools.last() {
            if sum / as_f64(count) <= pool.0 / as_f64(pool.1) {
                break;
            }
            pool = (pool.0 + sum, pool.1 + count);
            pools.pop();
        }
        pools.push(pool);
    }
    pools.into_iter().flat_map(|(sum, count)| std::iter::repeat_n(sum / as_f64(count), count)).collect()
}

#[expect(clippy::cast_precision_loss, reason = "counts are far below 2^52")]
fn as_f64(count: usize) -> f64 {
    count as f64
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn crossings_are_counted_and_undone() {
        let graph = Graph { boxes: 5, ways: vec![(0, 1), (0, 2), (1, 4), (2, 3)] };
        let layers = graph.layers(5);
        let plan = plan(&graph, &layers);
        let (_, below) = plan.neighbours();
        let place = |layers: &[Vec<usize>]| {
            let mut place = vec![0; 5];
            layers.iter().for_each(|layer| number(layer, &mut place));
            place
        };
        let crossed = [vec![0], vec![1, 2], vec![3, 4]];
        assert_eq!(crossings(&crossed, &below, &place(&crossed)), 1);
        assert_eq!(crossings(&plan.layers, &below, &place(&plan.layers)), 0);
    }

    #[test]
    fn ways_to_one_box_share_their_bends() {
        let graph = Graph { boxes: 4, ways: vec![(0, 1), (1, 2), (0, 3), (1, 3), (2, 3)] };
        let plan = plan(&graph, &graph.layers(3));
        assert_eq!(plan.bends, [Bend { to: 3, layer: 1 }, Bend { to: 3, layer: 2 }]);
        assert_eq!(plan.layers.len(), 4);
    }

    #[test]
    fn neighbours_meet_halfway() {
        assert_eq!(nearest(&[5.0, 5.0, 50.0], &[0.0, 10.0, 20.0]), [0.0, 0.0, 30.0]);
    }
}
