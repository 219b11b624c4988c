//! A scenario laid out for the solver: flat lists, and sets as bits.
//!
//! Moments that can lead back to each other form a *part*. A conversation that leaves a part never comes back to it, so
//! only the part that it is in has lines to remember, and a moment in no circle has none. Facts are remembered where
//! they may be known by then and something ahead asks about them.

use super::bits::BitList;
use super::circle::Circle;
use super::parts::{self, Members, NEVER};
use super::{MOST_WORDS, TooLarge};
use crate::scenario::{ByBand, FactId, Goal, Scenario};

/// A scenario laid out for the solver.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Compiled {
    pub moments: Vec<Moment>,
    pub replies: Vec<Reply>,
    pub follow_ups: Vec<FollowUp>,
    pub parts: Vec<Part>,
    /// Masks of bits, each as many words as its part has.
    pub masks: Vec<u64>,
    /// The worth of each ending.
    pub worth: Vec<f64>,
    pub if_shut: Option<u32>,
}

#[derive(Debug, Clone, PartialEq)]
pub(super) struct Moment {
    pub replies: std::ops::Range<usize>,
    pub part: u32,
    /// Its number within its part.
    pub local: u32,
    /// How often it lets the conversation in, and where it goes instead.
    pub at_most: Option<(u32, Goal)>,
    /// Where its count of entries stands among the bits, if it is kept.
    pub count: Option<Count>,
}

/// A number among the bits of a state.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Count {
    pub at: u32,
    pub bits: u32,
    pub most: u32,
}

#[derive(Debug, Clone, PartialEq)]
pub(super) struct Reply {
    pub odds: [u32; 3],
    pub index: u32,
    pub follow_ups: std::ops::Range<usize>,
    pub needs: usize,
    pub unless: usize,
    pub reveals: usize,
}

/// A follow-up.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct FollowUp {
    pub marks: f64,
    pub index: u32,
    pub opens: i8,
    pub then: [Goal; 3],
    /// Bits that must all be set.
    pub needs: usize,
    /// Bits of which none may be set: the facts of `unless`, and the line itself once it is said.
    pub blocked: usize,
    /// Bits that saying it sets.
    pub sets: usize,
}

/// Moments that can lead back to each other.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Part {
    pub words: usize,
    /// The facts that have a bit, in the order of their bits: bit 0 is the first.
    pub facts: Vec<FactId>,
    /// Moments in it, by id.
    pub moments: Vec<u32>,
    /// What its merging goes by; nothing for a part without circle.
    pub circle: Option<Circle>,
}

impl Compiled {
    /// # Errors
    /// Where the masks would fill the memory: each has a bit for every line of its part.
    pub(super) fn of(scenario: &Scenario) -> Result<Self, TooLarge> {
        let (part_of, members) = parts::of(scenario);
        let mut compiled = Self {
            moments: Vec::with_capacity(scenario.moments.len()),
            replies: Vec::new(),
            follow_ups: Vec::new(),
            parts: Vec::with_capacity(members.len()),
            masks: Vec::new(),
            worth: scenario.endings.iter().map(|ending| f64::from(ending.worth)).collect(),
            if_shut: scenario.if_shut.map(|ending| ending.0),
        };
        let mut placed: Vec<(Moment, u32)> = scenario
            .moments
            .iter()
            .zip(&part_of)
            .map(|(moment, &part)| {
                let at_most = moment.at_most.map(|at_most| (at_most.times, at_most.after));
                (Moment { replies: 0..0, part, local: 0, at_most, count: None }, NEVER)
            })
            .collect();

        for part in members {
            compiled.lay_part(scenario, part, &mut placed);
        }
        if compiled.words_of_masks(scenario) > MOST_WORDS {
            return Err(TooLarge::Memory { words: MOST_WORDS });
        }
        compiled.moments = placed.iter().map(|(moment, _)| moment.clone()).collect();
        for (id, &(_, first_line)) in placed.iter().enumerate() {
            compiled.lay_moment(scenario, id, first_line);
        }
        for part in 0..compiled.parts.len() {
            compiled.lay_circle(part, &placed);
        }
        Ok(compiled)
    }

    /// How many words the masks of all replies and follow-ups take: three each.
    fn words_of_masks(&self, scenario: &Scenario) -> usize {
        let masks = |&id: &u32| {
            let replies = &scenario.moments[id as usize].replies;
            3 * replies.iter().map(|reply| 1 + reply.follow_ups.len()).sum::<usize>()
        };
        self.parts.iter().map(|part| part.words * part.moments.iter().map(masks).sum::<usize>()).sum()
    }

    /// Gives every fact, line and count of a part its bit.
    fn lay_part(&mut self, scenario: &Scenario, part: Members, placed: &mut [(Moment, u32)]) {
        let Members { moments, circular, facts } = part;
        let mut bits = u32::try_from(facts.len()).unwrap_or(u32::MAX);
        for (local, &id) in moments.iter().enumerate() {
            let (moment, first_line) = &mut placed[id as usize];
            moment.local = u32::try_from(local).unwrap_or(u32::MAX);
            if !circular {
                continue;
            }
            *first_line = bits;
            bits += scenario.moments[id as usize].lines;
        }
        for &id in moments.iter().filter(|_| circular) {
            let moment = &mut placed[id as usize].0;
            let Some((times, _)) = moment.at_most else { continue };
            // Each entry uses up a line, so a moment is entered once more than it has lines at the very most.
            let most = times.min(scenario.moments[id as usize].lines + 1);
            let width = u32::BITS - most.leading_zeros();
            // A count stands within one word.
            if bits / 64 != (bits + width - 1) / 64 {
                bits = bits.next_multiple_of(64);
            }
            moment.count = Some(Count { at: bits, bits: width, most: times });
            bits += width;
        }
        self.parts.push(Part { words: (bits as usize).div_ceil(64), facts, moments, circle: None });
    }

    /// Lays out the replies and follow-ups of moment `id`, whose lines have the bits from `first_line` on.
    fn lay_moment(&mut self, scenario: &Scenario, id: usize, first_line: u32) {
        let part = self.moments[id].part as usize;
        let begin = self.replies.len();
        for (index, reply) in scenario.moments[id].replies.iter().enumerate() {
            let Some(reply_needs) = self.all_of(part, &reply.needs) else { continue };
            let first = self.follow_ups.len();
            for (index, follow_up) in reply.follow_ups.iter().enumerate() {
                // What the reply reveals counts: it settles some needs, and hides some lines always.
                let mut needs = follow_up.needs.clone();
                needs.retain(|fact| !reply.reveals.contains(fact));
                let hidden = follow_up.unless.iter().any(|fact| reply.reveals.contains(fact));
                let Some(needs) = self.all_of(part, &needs).filter(|_| !hidden) else { continue };
                let line = (first_line != NEVER).then(|| first_line + follow_up.line);
                let blocked = self.known(part, &follow_up.unless, line);
                let sets = self.known(part, &follow_up.reveals, line);
                self.follow_ups.push(FollowUp {
                    marks: scenario.weighed(follow_up),
                    index: u32::try_from(index).unwrap_or(u32::MAX),
                    opens: follow_up.opens,
                    then: in_bands(follow_up.then),
                    needs,
                    blocked,
                    sets,
                });
            }
            if self.follow_ups.len() == first {
                continue;
            }
            let unless = self.known(part, &reply.unless, None);
            let reveals = self.known(part, &reply.reveals, None);
            self.replies.push(Reply {
                odds: in_bands(reply.odds),
                index: u32::try_from(index).unwrap_or(u32::MAX),
                follow_ups: first..self.follow_ups.len(),
                needs: reply_needs,
                unless,
                reveals,
            });
        }
        self.moments[id].replies = begin..self.replies.len();
    }

    /// The mask of `facts`; nothing where one of them can never be known in this part.
    fn all_of(&mut self, part: usize, facts: &[FactId]) -> Option<usize> {
        facts
            .iter()
            .all(|fact| self.parts[part].facts.binary_search(fact).is_ok())
            .then(|| self.known(part, facts, None))
    }

    /// The mask of those `facts` that have a bit, and of `line`.
    fn known(&mut self, part: usize, facts: &[FactId], line: Option<u32>) -> usize {
        let known = facts.iter().filter_map(|fact| self.parts[part].facts.binary_search(fact).ok());
        let bits: Vec<u32> = known.filter_map(|bit| u32::try_from(bit).ok()).chain(line).collect();
        self.mask(part, &bits)
    }

    /// A new mask for `part` with `bits` set; masks of no words share one place.
    pub(super) fn mask(&mut self, part: usize, bits: &[u32]) -> usize {
        let at = self.masks.len();
        self.masks.resize(at + self.parts[part].words, 0);
        for &bit in bits {
            self.masks[at + bit as usize / 64] |= 1 << (bit % 64);
        }
        at
    }

    /// The bits that are set in a mask of `part`.
    pub(super) fn bits(&self, part: usize, mask: usize) -> impl Iterator<Item = u32> + use<> {
        BitList::of(&self.masks[mask..mask + self.parts[part].words]).into_iter()
    }
}

/// A value for each band.
fn in_bands<T: Copy>(value: ByBand<T>) -> [T; 3] {
    match value {
        ByBand::Always(value) => [value; 3],
        ByBand::Bands(values) => values,
    }
}
