//! Which box stands in which layer: by the longest way from the opening, with the ways that lead back left out.

/// Boxes by number, 0 the opening, and the ways between them.
#[derive(Debug)]
pub(super) struct Graph {
    /// How many boxes there are.
    pub boxes: usize,
    /// From where to where; none leads to itself.
    pub ways: Vec<(usize, usize)>,
}

/// Where every box stands, and which ways go with the layers.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Layers {
    /// The layer of each box, from 0 at the top.
    pub of: Vec<usize>,
    /// Whether a way leads back to where the conversation may have been.
    pub is_back: Vec<bool>,
}

impl Graph {
    /// The layers, with the boxes from `last` on together in the last one.
    pub(super) fn layers(&self, last: usize) -> Layers {
        let mut out = vec![Vec::new(); self.boxes];
        for (way, &(from, _)) in self.ways.iter().enumerate() {
            out[from].push(way);
        }
        let (is_back, order) = self.walk(&out);
        let mut of = vec![1; self.boxes];
        of[0] = 0;
        // Backwards, the order in which the walk left the boxes puts each before all that it leads to.
        for &from in order.iter().rev() {
            for &way in out[from].iter().filter(|&&way| !is_back[way]) {
                let to = self.ways[way].1;
                of[to] = of[to].max(of[from] + 1);
            }
        }
        let deepest = of[..last].iter().max().map_or(0, |deepest| deepest + 1);
        of[last..].fill(deepest);
        Layers { of, is_back }
    }

    /// Walks from the opening, then from every box not met yet, each way in its order: the ways that lead back to a box
    /// that the walk is still in, and the boxes in the order in which it left them. Without recursion, because a
    /// scenario may be a chain of thousands of moments.
    fn walk(&self, out: &[Vec<usize>]) -> (Vec<bool>, Vec<usize>) {
        #[derive(Clone, Copy, PartialEq)]
        enum Met {
            Not,
            In,
            Left,
        }
        let mut met = vec![Met::Not; self.boxes];
        let mut is_back = vec![false; self.ways.len()];
        let mut order = Vec::with_capacity(self.boxes);
        for start in 0..self.boxes {
            if met[start] != Met::Not {
                continue;
            }
            met[start] = Met::In;
            let mut path = vec![(start, 0)];
            while let Some((at, next)) = path.last_mut() {
                let at = *at;
                let Some(&way) = out[at].get(*next) else {
                    met[at] = Met::Left;
                    order.push(at);
                    path.pop();
                    continue;
                };
                *next += 1;
                let to = self.ways[way].1;
                match met[to] {
                    Met::Not => {
                        met[to] = Met::In;
                        path.push((to, 0));
                    }
                    Met::In => is_back[way] = true,
                    Met::Left => {}
                }
            }
        }
        (is_back, order)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_box_stands_below_all_that_lead_on_to_it() {
        let graph = Graph { boxes: 5, ways: vec![(0, 1), (1, 2), (1, 3), (2, 3), (3, 1), (3, 4), (1, 4)] };
        let layers = graph.layers(4);
        assert_eq!(layers.of, [0, 1, 2, 3, 4]);
        assert_eq!(layers.is_back, [false, false, false, false, true, false, false]);
    }

    #[test]
    fn a_chain_of_a_hundred_thousand_boxes_is_walked() {
        let ways = (0..100_000).map(|at| (at, at + 1)).collect();
        assert_eq!(Graph { boxes: 100_001, ways }.layers(100_001).of[100_000], 100_000);
    }
}
