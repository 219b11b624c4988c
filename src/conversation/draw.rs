//! Draws that are the same on every machine and in every later release.
//!
//! The stream is ChaCha8 (D. J. Bernstein, *ChaCha, a variant of Salsa20*), which its specification fixes, read as raw
//! 64-bit words. What is made of the words is done here, because library functions for ranges and shuffles change
//! between versions. Each turn has a stream of its own, so what a turn draws depends on the seed and the turn's number
//! only: after a decision is taken back, the customer's luck of that turn is the same.

use rand_chacha::ChaCha8Rng;
use rand_chacha::rand_core::{Rng, SeedableRng};

/// The version of everything in this file. It is kept with each attempt, and goes up when any draw would change.
pub const STREAM: u32 = 1;

/// The second half of the key, so that no other use of the same seed shares the stream.
const PURPOSE: &[u8; 24] = b"tellmore: draw of a turn";

/// The draws of one turn.
#[derive(Debug, Clone)]
pub struct Draw(ChaCha8Rng);

impl Draw {
    /// The draws of turn number `turn`, from 0, in a conversation with `seed`.
    #[must_use]
    pub fn of_turn(seed: u64, turn: usize) -> Self {
        let mut key = [0; 32];
        key[..8].copy_from_slice(&seed.to_le_bytes());
        key[8..].copy_from_slice(PURPOSE);
        let mut rng = ChaCha8Rng::from_seed(key);
        rng.set_stream(turn as u64);
        Self(rng)
    }

    /// A whole number below `bound`, each as likely as the other (Lemire, *Fast random integer generation in an
    /// interval*, 2019); 0 where `bound` is 0.
    pub fn below(&mut self, bound: u64) -> u64 {
        if bound == 0 {
            return 0;
        }
        // 2^64 modulo bound: products whose low half lies under it would make some numbers likelier.
        let biased = bound.wrapping_neg() % bound;
        loop {
            let product = u128::from(self.0.next_u64()) * u128::from(bound);
            #[expect(clippy::cast_possible_truncation, reason = "the low and the high half of the product are wanted")]
            let (low, high) = (product as u64, (product >> 64) as u64);
            if low >= biased {
                return high;
            }
        }
    }

    /// The index of one of `weights`, each as likely as its weight says; nothing where they are all 0.
    pub fn pick(&mut self, weights: &[u32]) -> Option<usize> {
        let mut left = self.below(weights.iter().map(|&weight| u64::from(weight)).sum());
        weights.iter().position(|&weight| {
            let weight = u64::from(weight);
            let hit = left < weight;
            left = left.saturating_sub(weight);
            hit
        })
    }

    /// Puts `items` into an order of which each is as likely as the other (Durstenfeld's form of the Fisher-Yates
    /// shuffle).
    pub fn shuffle<T>(&mut self, items: &mut [T]) {
        for last in (1..items.len()).rev() {
            let other = self.below(last as u64 + 1);
            items.swap(last, usize::try_from(other).unwrap_or(last));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_words_of_a_turn_are_pinned() {
        let words = |seed, turn| {
            let mut draw = Draw::of_turn(seed, turn);
            [draw.0.next_u64(), draw.0.next_u64()]
        };
        insta::assert_debug_snapshot!([words(0, 0), words(0, 1), words(u64::MAX, 7)]);
    }

    #[test]
    fn picks_and_orders_are_pinned() {
        let drawn: Vec<_> = (0..8)
            .map(|seed| {
                let mut draw = Draw::of_turn(seed, 0);
                let mut order = [0, 1, 2, 3, 4];
                let pick = draw.pick(&[3, 0, 5, 2]);
                draw.shuffle(&mut order);
                (pick, order)
            })
            .collect();
        insta::assert_debug_snapshot!(drawn);
    }

    #[test]
    fn nothing_is_picked_where_all_weights_are_0() {
        assert_eq!(Draw::of_turn(1, 1).pick(&[0, 0]), None);
        assert_eq!(Draw::of_turn(1, 1).pick(&[]), None);
    }

    #[test]
    fn picks_follow_their_weights() {
        let weights = [1, 4, 0, 5];
        let mut seen = [0_u32; 4];
        for seed in 0..10_000 {
            seen[Draw::of_turn(seed, 3).pick(&weights).unwrap()] += 1;
        }
        let expected = [1_000.0, 4_000.0, 5_000.0];
        let chi_square: f64 = [seen[0], seen[1], seen[3]]
            .iter()
            .zip(expected)
            .map(|(&seen, expected)| (f64::from(seen) - expected).powi(2) / expected)
            .sum();
        assert_eq!(seen[2], 0);
        // Two degrees of freedom: 13.8 is passed by chance once in a thousand, and the seeds are fixed.
        assert!(chi_square < 13.8, "{seen:?} {chi_square}");
    }

    #[test]
    fn every_order_is_as_likely_as_the_other() {
        let mut seen = std::collections::BTreeMap::new();
        for seed in 0..12_000 {
            let mut order = [0, 1, 2, 3];
            Draw::of_turn(seed, 0).shuffle(&mut order);
            *seen.entry(order).or_insert(0_u32) += 1;
        }
        let chi_square: f64 = seen.values().map(|&seen| (f64::from(seen) - 500.0).powi(2) / 500.0).sum();
        assert_eq!(seen.len(), 24);
        // 23 degrees of freedom: 49.7 is passed by chance once in a thousand.
        assert!(chi_square < 49.7, "{chi_square}");
    }
}
