//! The cost of a decision in a word.

/// What a decision was, by the score points that it cost.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Verdict {
    /// It cost nothing that shows.
    Best,
    /// It cost a little.
    Sound,
    /// It cost something.
    Loose,
    /// It cost much.
    Costly,
    /// It cost so much that the rest could hardly mend it.
    Lost,
}

/// The cost from which each verdict but the first holds, in score points.
const FROM: [(f64, Verdict); 4] =
    [(15.0, Verdict::Lost), (8.0, Verdict::Costly), (3.0, Verdict::Loose), (0.5, Verdict::Sound)];

impl Verdict {
    /// The verdict on a decision that cost `cost` score points.
    #[must_use]
    pub fn of(cost: f64) -> Self {
        FROM.iter().find(|&&(from, _)| cost >= from).map_or(Self::Best, |&(_, verdict)| verdict)
    }

    /// The word that people see.
    #[must_use]
    pub const fn word(self) -> &'static str {
        match self {
            Self::Best => "best",
            Self::Sound => "sound",
            Self::Loose => "loose",
            Self::Costly => "costly",
            Self::Lost => "lost",
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_verdict_begins_at_its_threshold() {
        let words: Vec<&str> =
            [0.0, 0.49, 0.5, 2.99, 3.0, 7.99, 8.0, 14.99, 15.0, 80.0].map(|cost| Verdict::of(cost).word()).into();
        assert_eq!(words, ["best", "best", "sound", "sound", "loose", "loose", "costly", "costly", "lost", "lost"]);
    }
}
