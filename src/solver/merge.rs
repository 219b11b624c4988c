//! Forgetting what can no longer matter, so that states that cannot differ any more become one.
//!
//! A state's bits are the facts known, the lines that cannot be said any more, and the counts of entries, as
//! [`super::compile`] lays them out for its part. What is forgotten:
//! - a line of a moment that cannot come back, because every line that leads there is said or hidden for good;
//! - the difference between a line said and a line that a known fact hides for good;
//! - the count of a moment that no line leads to any more;
//! - a fact that nothing asks about that can still come.

use super::bits::{add, has_any, lacks_any, number, set_number};
use super::compile::{Compiled, Part};
use crate::scenario::Goal;

impl Compiled {
    /// Brings the `bits` of a state at `moment` into the form that all states share that cannot differ from it.
    pub(super) fn merge(&self, moment: u32, bits: &mut [u64]) {
        let part = &self.parts[self.moments[moment as usize].part as usize];
        let Some(circle) = &part.circle else { return };
        let mask = |at: usize| &self.masks[at..at + part.words];

        for (line, places) in &circle.hideable {
            if places.iter().all(|&facts| has_any(bits, mask(facts))) {
                bits[*line as usize / 64] |= 1 << (line % 64);
            }
        }

        let (reached, led_to) = self.still_reached(part, moment, bits);

        for (local, &id) in part.moments.iter().enumerate() {
            if reached & (1 << local) == 0 {
                bits.iter_mut().zip(mask(circle.lines[local])).for_each(|(bits, lines)| *bits &= !lines);
            }
            if let Some(count) = self.moments[id as usize].count
                && led_to & (1 << local) == 0
            {
                set_number(bits, count.at, count.bits, 0);
            }
        }

        for (fact, &lines) in circle.asked_by.iter().enumerate() {
            let (at, bit) = (fact / 64, 1 << (fact % 64));
            if bits[at] & bit == 0 {
                continue;
            }
            // A full moment is passed through on the way to what comes after it, and its exits count with it.
            let asked_outside = locals(reached | led_to).any(|local| mask(circle.exits[local])[at] & bit != 0);
            let asked = asked_outside
                || locals(reached).any(|local| {
                    let mut askers = mask(lines).iter().zip(mask(circle.lines[local])).zip(&*bits);
                    askers.any(|((asking, here), gone)| asking & here & !gone != 0)
                });
            if !asked {
                bits[at] &= !bit;
            }
        }
    }

    /// The moments of `part` that a conversation at `moment` can be in now or later, and those that a line still leads
    /// to, whether they let it in or send it on; both as bits of local numbers.
    fn still_reached(&self, part: &Part, moment: u32, bits: &[u64]) -> (u64, u64) {
        let Some(circle) = &part.circle else { return (u64::MAX, u64::MAX) };
        let mut reached = 1_u64 << self.moments[moment as usize].local;
        let mut led_to = 0_u64;
        let mut waiting = reached;
        while waiting != 0 {
            let local = waiting.trailing_zeros() as usize;
            waiting &= waiting - 1;
            for &(lines, next) in &circle.ways[local] {
                if !lacks_any(bits, &self.masks[lines..lines + part.words]) {
                    continue;
                }
                // Where a moment may be full by then, what follows it can come as well.
                let mut next = Some(next);
                while let Some(local) = next.take() {
                    if led_to & (1 << local) != 0 {
                        break;
                    }
                    led_to |= 1 << local;
                    let there = &self.moments[part.moments[local as usize] as usize];
                    let full = there.count.is_some_and(|count| number(bits, count.at, count.bits) >= count.most);
                    if !full && reached & (1 << local) == 0 {
                        reached |= 1 << local;
                        waiting |= 1 << local;
                    }
                    if let Some((_, Goal::Moment(after))) = there.at_most
                        && self.moments[after.index()].part == self.moments[moment as usize].part
                    {
                        next = Some(self.moments[after.index()].local);
                    }
                }
            }
        }
        (reached, led_to)
    }

    /// Carries the bits of a state from one part into another: the facts that matter there. `into` comes cleared.
    pub(super) fn carry(&self, from: u32, bits: &[u64], to: u32, into: &mut [u64]) {
        let (from, to) = (&self.parts[from as usize], &self.parts[to as usize]);
        if to.facts.is_empty() {
            return;
        }
        for (bit, fact) in from.facts.iter().enumerate() {
            if bits[bit / 64] & (1 << (bit % 64)) != 0
                && let Ok(there) = to.facts.binary_search(fact)
            {
                into[there / 64] |= 1 << (there % 64);
            }
        }
    }

    /// Adds the mask at `mask` to `bits`.
    pub(super) fn add_mask(&self, bits: &mut [u64], mask: usize) {
        add(bits, &self.masks[mask..mask + bits.len()]);
    }
}

/// The local numbers of the moments in `set`.
fn locals(mut set: u64) -> impl Iterator<Item = usize> {
    std::iter::from_fn(move || {
        let local = (set != 0).then(|| set.trailing_zeros() as usize);
        set &= set.wrapping_sub(1);
        local
    })
}
