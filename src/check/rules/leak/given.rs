//! What a decision gives to a habit.

use crate::check::decision::Decision;
use crate::check::told::counted;
use crate::scenario::FollowUp;
use crate::solver::{Looks, Strategy};

/// Costs that differ by less, in score points, are the same.
const SAME: f64 = 0.01;

/// What a decision gives to a habit.
pub(super) struct Given<'s> {
    /// In score points.
    pub points: f64,
    /// The line that gives most of it.
    pub line: &'s FollowUp,
    /// Whether it is the best of the decision.
    best: bool,
    /// How it looks, and how the others do.
    looks: Looks,
    others: Vec<Looks>,
}

impl<'s> Given<'s> {
    /// What `decision` gives to `strategy`, whose lines add these `shares` to its score and cost so much.
    pub(super) fn of(strategy: Strategy, decision: &Decision<'s>, shares: &[f64], costs: &[Option<f64>]) -> Self {
        let lines = &decision.reply.follow_ups;
        // Of two that give the same, the one that the habit likes better; the first, where it likes them alike.
        let rank = |at: &usize| (shares[*at], strategy.appeal(Looks::of(&lines[*at])));
        let most = (0..lines.len()).rev().max_by(|one, other| {
            let ((one, one_appeals), (other, other_appeals)) = (rank(one), rank(other));
            one.total_cmp(&other).then(one_appeals.cmp(&other_appeals))
        });
        let at = most.unwrap_or(0);
        let others = lines.iter().enumerate().filter(|&(other, _)| other != at).map(|(_, line)| Looks::of(line));
        let cost = costs[at].unwrap_or(f64::INFINITY);
        Self {
            points: shares.iter().sum(),
            line: &lines[at],
            best: costs.iter().flatten().all(|other| *other > cost - SAME),
            looks: Looks::of(&lines[at]),
            others: others.collect(),
        }
    }

    /// What stands beside the line.
    pub(super) fn told(&self, strategy: Strategy) -> String {
        let what = if self.best { "the best line is also" } else { "better than a guess, and" };
        let appeal = strategy.appeal(self.looks);
        let most = self.others.iter().map(|looks| strategy.appeal(*looks)).max();
        let place = match most {
            Some(most) if most > appeal => Standing::Often,
            Some(most) if most == appeal => Standing::Shared,
            _ => Standing::Alone,
        };
        let mut others: Vec<u32> = self.others.iter().map(|looks| measure(strategy, *looks)).collect();
        others.sort_unstable_by(|one, other| other.cmp(one));
        let its = measure(strategy, self.looks);
        let its = match strategy {
            Strategy::Longest | Strategy::Shortest => format!("{its} characters"),
            Strategy::MostQuestions | Strategy::FewestQuestions => counted(its as usize, "question mark"),
            Strategy::MostYou | Strategy::FewestYou if its == 1 => "\"you\" once".to_owned(),
            Strategy::MostYou | Strategy::FewestYou => format!("\"you\" {its} times"),
        };
        format!(
            "gives {:.1} score points: {what} {} ({its} against {})",
            self.points,
            place.of(strategy),
            listed(&others)
        )
    }
}

/// Where a line stands among the lines of its decision, as a habit sees them.
#[derive(Clone, Copy)]
enum Standing {
    /// The habit likes no other as well.
    Alone,
    /// It likes another as well.
    Shared,
    /// It likes another better, which is not always on offer.
    Often,
}

impl Standing {
    fn of(self, strategy: Strategy) -> String {
        let (one, of_many) = match strategy {
            Strategy::Longest => ("the longest", "one of the longest"),
            Strategy::Shortest => ("the shortest", "one of the shortest"),
            Strategy::MostQuestions => ("the one that asks most", "one of those that ask most"),
            Strategy::FewestQuestions => ("the one that asks least", "one of those that ask least"),
            Strategy::MostYou => ("the one that says \"you\" most", "one of those that say \"you\" most"),
            Strategy::FewestYou => ("the one that says \"you\" least", "one of those that say \"you\" least"),
        };
        match self {
            Self::Alone => one.to_owned(),
            Self::Shared => of_many.to_owned(),
            Self::Often => format!("often {one} on offer"),
        }
    }
}

/// What a habit measures, in a line that looks so.
const fn measure(strategy: Strategy, looks: Looks) -> u32 {
    match strategy {
        Strategy::Longest | Strategy::Shortest => looks.length,
        Strategy::MostQuestions | Strategy::FewestQuestions => looks.questions,
        Strategy::MostYou | Strategy::FewestYou => looks.yous,
    }
}

/// Figures in words: `60 and 41`; where there are many, `60 to 12`.
fn listed(figures: &[u32]) -> String {
    match figures {
        [] => "nothing".to_owned(),
        [one] => one.to_string(),
        [one, other] => format!("{one} and {other}"),
        [one, two, three] => format!("{one}, {two} and {three}"),
        [most, .., least] => format!("{most} to {least}"),
    }
}
