//! Sets of small numbers as bits in words.

/// The numbers in a set.
pub(super) struct BitList(Vec<u32>);

impl BitList {
    /// The bits set in `words`, from the lowest.
    pub(super) fn of(words: &[u64]) -> Self {
        let mut list = Vec::new();
        for (at, &word) in words.iter().enumerate() {
            let mut left = word;
            while left != 0 {
                list.push(u32::try_from(at * 64).unwrap_or(u32::MAX) + left.trailing_zeros());
                left &= left - 1;
            }
        }
        Self(list)
    }
}

impl IntoIterator for BitList {
    type Item = u32;
    type IntoIter = std::vec::IntoIter<u32>;

    fn into_iter(self) -> Self::IntoIter {
        self.0.into_iter()
    }
}

/// Whether every bit of `needed` is set in `set`.
#[inline]
pub(super) fn has_all(set: &[u64], needed: &[u64]) -> bool {
    set.iter().zip(needed).all(|(set, needed)| set & needed == *needed)
}

/// Whether any bit of `wanted` is set in `set`.
#[inline]
pub(super) fn has_any(set: &[u64], wanted: &[u64]) -> bool {
    set.iter().zip(wanted).any(|(set, wanted)| set & wanted != 0)
}

/// Whether any bit of `wanted` is clear in `set`.
#[inline]
pub(super) fn lacks_any(set: &[u64], wanted: &[u64]) -> bool {
    set.iter().zip(wanted).any(|(set, wanted)| wanted & !set != 0)
}

/// Adds the bits of `more` to `set`.
#[inline]
pub(super) fn add(set: &mut [u64], more: &[u64]) {
    set.iter_mut().zip(more).for_each(|(set, more)| *set |= more);
}

/// The number that `width` bits from `at` on make; they stand within one word.
#[inline]
pub(super) fn number(set: &[u64], at: u32, width: u32) -> u32 {
    let word = set[at as usize / 64] >> (at % 64);
    #[expect(clippy::cast_possible_truncation, reason = "masked to its width, which is at most 32")]
    let number = (word & ((1 << width) - 1)) as u32;
    number
}

/// Writes `value` into the `width` bits from `at` on.
#[inline]
pub(super) fn set_number(set: &mut [u64], at: u32, width: u32, value: u32) {
    let word = &mut set[at as usize / 64];
    let mask = ((1_u64 << width) - 1) << (at % 64);
    *word = (*word & !mask) | (u64::from(value) << (at % 64) & mask);
}
