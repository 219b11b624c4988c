//! What trainees would score who know nothing but a habit.

use super::Solved;
use super::compile::Compiled;
use super::values::following;
use crate::scenario::{FollowUp, Level, Scenario};

/// A leak above this share is too much: the words of the lines give away which to take. 15% itself is not, and sums of
/// scores round.
pub const LEAKY: f64 = 0.15 + 1e-9;

/// The depth that [`Level::Working`] asks for, in score points.
pub const WORKING_DEPTH: f64 = 4.0;

/// The depth that [`Level::Hard`] asks for, in score points.
pub const HARD_DEPTH: f64 = 10.0;

/// A habit of choosing that looks at the words of a line only.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Strategy {
    /// Always the longest line.
    Longest,
    /// Always the shortest line.
    Shortest,
    /// Always the line with the most question marks.
    MostQuestions,
    /// Always the line with the fewest question marks.
    FewestQuestions,
    /// Always the line that says "you" most often.
    MostYou,
    /// Always the line that says "you" least often.
    FewestYou,
}

impl Strategy {
    /// The six of them.
    pub const ALL: [Self; 6] =
        [Self::Longest, Self::Shortest, Self::MostQuestions, Self::FewestQuestions, Self::MostYou, Self::FewestYou];

    /// The name that documents use: `longest`, `most_questions`.
    #[must_use]
    pub const fn key(self) -> &'static str {
        match self {
            Self::Longest => "longest",
            Self::Shortest => "shortest",
            Self::MostQuestions => "most_questions",
            Self::FewestQuestions => "fewest_questions",
            Self::MostYou => "most_you",
            Self::FewestYou => "fewest_you",
        }
    }

    /// How much a line that looks like `looks` appeals to this habit; the highest is taken.
    #[must_use]
    pub const fn appeal(self, looks: Looks) -> i64 {
        match self {
            Self::Longest => looks.length as i64,
            Self::Shortest => -(looks.length as i64),
            Self::MostQuestions => looks.questions as i64,
            Self::FewestQuestions => -(looks.questions as i64),
            Self::MostYou => looks.yous as i64,
            Self::FewestYou => -(looks.yous as i64),
        }
    }
}

/// What habits look at in a line.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Looks {
    /// Its characters.
    pub length: u32,
    /// Its question marks.
    pub questions: u32,
    /// How often it says "you", "your", "yours" or "yourself".
    pub yous: u32,
}

impl Looks {
    /// How `line` looks.
    #[must_use]
    pub fn of(line: &FollowUp) -> Self {
        let count = |count: usize| u32::try_from(count).unwrap_or(u32::MAX);
        Self {
            length: count(line.says.chars().count()),
            questions: count(line.says.matches('?').count()),
            yous: count(yous(&line.says)),
        }
    }
}

/// How much each line appeals to each habit: by habit, and by the number of the line in [`Compiled::follow_ups`].
pub(super) struct Appeals([Vec<f64>; Strategy::ALL.len()]);

impl Appeals {
    pub(super) fn of(scenario: &Scenario, compiled: &Compiled) -> Self {
        let mut appeals = Strategy::ALL.map(|_| vec![0.0; compiled.follow_ups.len()]);
        for (moment, laid) in scenario.moments.iter().zip(&compiled.moments) {
            for reply in &compiled.replies[laid.replies.clone()] {
                for at in reply.follow_ups.clone() {
                    let index = compiled.follow_ups[at].index as usize;
                    let looks = Looks::of(&moment.replies[reply.index as usize].follow_ups[index]);
                    for (appeals, strategy) in appeals.iter_mut().zip(Strategy::ALL) {
                        appeals[at] = strategy.appeal(looks) as f64;
                    }
                }
            }
        }
        Self(appeals)
    }

    /// How much each line appeals to `strategy`.
    pub(super) fn to(&self, strategy: Strategy) -> impl Fn(u32) -> f64 {
        let appeals = &self.0[strategy as usize];
        |follow_up| appeals[follow_up as usize]
    }
}

/// How often `text` says "you", "your", "yours" or "yourself", as whole words in any case.
fn yous(text: &str) -> usize {
    // Most of what is read has no "y" at all: only there is it worth looking for words.
    let begins = text.bytes().enumerate().filter(|(_, byte)| matches!(byte, b'y' | b'Y')).map(|(at, _)| at);
    begins.filter(|&at| !text[..at].ends_with(in_word) && is_you(&text[at..])).count()
}

/// Whether the first word of `text` is one of those.
fn is_you(text: &str) -> bool {
    let word = &text[..text.find(|c| !in_word(c)).unwrap_or(text.len())];
    ["you", "your", "yours", "yourself"].iter().any(|you| word.eq_ignore_ascii_case(you))
}

/// An apostrophe of any form ends a word here: "you're" says "you".
fn in_word(c: char) -> bool {
    c.is_alphanumeric() || c == '_'
}

/// What habits score, exactly.
#[derive(Debug, Clone, PartialEq)]
pub struct Figures {
    /// The merged states that a conversation can be in.
    pub states: usize,
    /// The points that best play expects at the start: V.
    pub best: f64,
    /// The points that worst play expects at the start: W.
    pub worst: f64,
    /// The score of guessing; nothing, like all scores here, where nothing is at stake.
    pub par: Option<f64>,
    /// 100 less the score of one who always takes the line with the best marks: above 0, a line that scores at once
    /// costs later.
    pub depth: Option<f64>,
    /// The score of each blind strategy, in the order of [`Strategy::ALL`].
    pub strategies: Vec<(Strategy, Option<f64>)>,
}

impl Figures {
    /// The figures of `scenario`, with the values that were solved for it.
    #[must_use]
    pub fn of(scenario: &Scenario, solved: &Solved) -> Self {
        Self::with(&Appeals::of(scenario, &solved.compiled), solved)
    }

    pub(super) fn with(appeals: &Appeals, solved: &Solved) -> Self {
        let (compiled, graph) = (&solved.compiled, &solved.graph);
        let score = |points: f64| solved.score_of(points);
        let by_marks =
            following(compiled, graph, solved.start, |follow_up| compiled.follow_ups[follow_up as usize].marks);
        let strategies = Strategy::ALL
            .map(|strategy| (strategy, score(following(compiled, graph, solved.start, appeals.to(strategy)))));
        Self {
            states: solved.states(),
            best: solved.best(),
            worst: solved.worst(),
            par: solved.par(),
            depth: score(by_marks).map(|score| 100.0 - score),
            strategies: strategies.into(),
        }
    }

    /// How much better than guessing a strategy does, as a share of what there is above guessing; nothing where guessing
    /// is perfect or nothing is at stake.
    #[must_use]
    pub fn leak(&self, score: Option<f64>) -> Option<f64> {
        let (score, par) = (score?, self.par?);
        (par < 100.0).then(|| (score - par) / (100.0 - par))
    }

    /// The depth that `level` asks for, in score points, where this scenario has less; nothing where it fits.
    #[must_use]
    pub fn depth_missed(&self, level: Level) -> Option<f64> {
        let asked = match level {
            Level::Starter => return None,
            Level::Working => WORKING_DEPTH,
            Level::Hard => HARD_DEPTH,
        };
        self.depth.filter(|&depth| depth < asked).map(|_| asked)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn you_counts_as_a_whole_word_in_any_case() {
        assert_eq!(yous("You and your team: is this yours? Do it yourself, young one. YOU!"), 5);
        assert_eq!(yous("you're, you'd, you’ve"), 3);
        assert_eq!(yous("youth, bayou, yourselves"), 0);
    }
}
