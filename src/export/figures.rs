//! Figures in the words and forms in which people read them, the same on a screen and line by line.

use crate::conversation::Stuck;
use crate::debrief::Decision;
use crate::scenario::Scenario;
use crate::solver::Figures;

/// A score as the whole number that people see.
#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a score is 0 to 100")]
#[must_use]
pub fn shown(score: f64) -> u8 {
    score.clamp(0.0, 100.0).round() as u8
}

/// Score points that something cost, with their sign: `-19`, and `-0` where it is less than half a point.
#[must_use]
pub fn cost(points: f64) -> String {
    // Formatting rounds a half to the even figure, and everything else here rounds it up.
    format!("-{:.0}", points.abs().round())
}

/// What of a decision's cost the line itself gave away, and what it closed for later, in score points that add up to the
/// cost as it is shown: `-0 now, -21 later`.
#[must_use]
pub fn now_and_later(decision: &Decision) -> String {
    let part = |figure: f64| if figure < -0.5 { format!("+{:.0}", -figure) } else { cost(figure) };
    let now = decision.now.round();
    format!("{} now, {} later", part(now), part(decision.cost.round() - now))
}

/// Luck in points, with its sign.
#[must_use]
pub fn luck(points: f64) -> String {
    if points.abs() < 0.05 { "0.0".to_owned() } else { format!("{points:+.1}") }
}

/// How kind a draw was, in words; `stake` is what lies between worst and best play, in points.
#[must_use]
pub fn kindness(points: f64, stake: f64) -> &'static str {
    let share = if stake > 0.0 { points / stake } else { 0.0 };
    match share {
        share if share <= -0.15 => "a very hard draw",
        share if share <= -0.03 => "a hard draw",
        share if share < 0.03 => "an even draw",
        share if share < 0.15 => "a kind draw",
        _ => "a very kind draw",
    }
}

/// The figures of a scenario in a line.
#[must_use]
pub fn summary(figures: &Figures) -> String {
    let score = |score: Option<f64>| score.map_or_else(|| "-".to_owned(), |score| shown(score).to_string());
    format!(
        "{} · best {:.1}, worst {:.1} points · guessing scores {} · depth {}",
        if figures.states == 1 { "1 state".to_owned() } else { format!("{} states", figures.states) },
        figures.best,
        figures.worst,
        score(figures.par),
        score(figures.depth)
    )
}

/// Why a conversation could not go on.
#[must_use]
pub fn why_stuck(scenario: &Scenario, stuck: Stuck) -> String {
    let mistake = match stuck {
        Stuck::NothingToSay(moment) => format!("nothing can be replied at \"{}\"", scenario.moment(moment).name),
        Stuck::NoIfShut => "the customer is shut, and `if_shut` names no ending for that".to_owned(),
    };
    format!("The scenario has a mistake: {mistake}. The conversation stops here and is not scored.")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn figures_are_rounded_as_they_are_read() {
        assert_eq!([shown(80.5), shown(0.4), shown(100.0)], [81, 0, 100]);
        assert_eq!([cost(18.6), cost(0.0), cost(0.4)], ["-19", "-0", "-0"]);
        assert_eq!([cost(12.5), cost(13.5)], ["-13", "-14"], "as its parts and the score are");
        assert_eq!([luck(-2.13), luck(0.01), luck(1.0)], ["-2.1", "0.0", "+1.0"]);
    }

    #[test]
    fn luck_has_a_word() {
        let words = [-9.0, -2.0, 0.1, 2.0, 9.0].map(|points| kindness(points, 28.0));
        assert_eq!(words, ["a very hard draw", "a hard draw", "an even draw", "a kind draw", "a very kind draw"]);
    }
}
