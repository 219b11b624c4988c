//! How open the customer is to being taught.

/// How open the customer is to being taught, 0 to 10.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Openness(u8);

impl Openness {
    /// The most open that a customer can be.
    pub const MOST: u8 = 10;

    /// The customer no longer listens.
    pub const SHUT: Self = Self(0);

    /// `value`, held to 10 at most.
    #[must_use]
    pub const fn new(value: u8) -> Self {
        Self(if value > Self::MOST { Self::MOST } else { value })
    }

    /// The figure, 0 to 10.
    #[must_use]
    pub const fn get(self) -> u8 {
        self.0
    }

    /// The openness after a line that adds `opens`, held within 0 to 10.
    #[must_use]
    pub fn after(self, opens: i8) -> Self {
        Self(self.0.saturating_add_signed(opens).min(Self::MOST))
    }

    /// The band that it lies in.
    #[must_use]
    pub const fn band(self) -> Band {
        match self.0 {
            0..=3 => Band::Shut,
            4..=6 => Band::Wary,
            _ => Band::Open,
        }
    }
}

/// The three bands of openness.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Band {
    /// Openness 0 to 3.
    Shut,
    /// Openness 4 to 6.
    Wary,
    /// Openness 7 to 10.
    Open,
}

impl Band {
    /// The bands, from the least open.
    pub const ALL: [Self; 3] = [Self::Shut, Self::Wary, Self::Open];

    /// The word of the format: `shut`, `wary` or `open`.
    #[must_use]
    pub const fn word(self) -> &'static str {
        match self {
            Self::Shut => "shut",
            Self::Wary => "wary",
            Self::Open => "open",
        }
    }
}

/// A value that is the same at every openness, or has one for each band.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ByBand<T> {
    /// The same at every openness.
    Always(T),
    /// One for each band: shut, wary, open.
    Bands([T; 3]),
}

impl<T: Copy> ByBand<T> {
    /// The value in `band`.
    #[must_use]
    pub const fn at(&self, band: Band) -> T {
        match self {
            Self::Always(value) => *value,
            Self::Bands(values) => values[band as usize],
        }
    }

    /// The values that can come up, in the order of the bands.
    pub fn values(&self) -> impl Iterator<Item = T> + '_ {
        match self {
            Self::Always(value) => std::slice::from_ref(value),
            Self::Bands(values) => values.as_slice(),
        }
        .iter()
        .copied()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn openness_stays_within_0_and_10() {
        assert_eq!(Openness::new(9).after(5).get(), 10);
        assert_eq!(Openness::new(2).after(-10), Openness::SHUT);
        assert_eq!(Openness::new(200).get(), 10);
    }

    #[test]
    fn the_bands_are_0_to_3_and_4_to_6_and_7_to_10() {
        let bands: Vec<Band> = (0..=10).map(|value| Openness::new(value).band()).collect();
        assert!(bands[..4].iter().all(|&band| band == Band::Shut));
        assert!(bands[4..7].iter().all(|&band| band == Band::Wary));
        assert!(bands[7..].iter().all(|&band| band == Band::Open));
    }
}
