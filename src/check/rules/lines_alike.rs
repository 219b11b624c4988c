use crate::check::Rule;
use crate::check::rule::rule;
use crate::check::told::quoted;
use crate::check::words::each_word;
use crate::problem::Problem;
use crate::scenario::{FollowUp, Scenario};

/// The share of its words in which a line has to differ from another. In the scenarios that ship no two lines of a
/// decision differ in less than 0.71 of their words, and in the example of the format not in less than 0.78, though
/// two of its lines begin alike; a third leaves room for lines that take each other up.
const ENOUGH: f64 = 1.0 / 3.0;

/// A line with more words is not compared: nobody can take it for another, and comparing takes the square of them.
const MOST_WORDS: usize = 200;

/// A line is compared with so many of those before it in its decision.
const MOST_LINES: usize = 200;

/// So many pairs of words are compared in a scenario, which takes about a second. A scenario of 1,000 moments needs a
/// hundredth of it.
const MOST_WORK: usize = 200_000_000;

rule! {
    /// Two lines of one decision are nearly the same.
    ///
    /// Who has to choose between two lines that differ in a word or two looks for the word and not at the customer. The
    /// lines of a decision are different things to do: ask, prove, agree, explain, ask for a date. Here two
    /// lines differ in less than a third of their words. Lines of more than 200 words are not compared, and each line with
    /// no more than 200 that stand before it.
    ///
    /// Let one of them do something else, or leave it out. Where a small word is the point, make the whole line show it.
    Warning "lines-alike"
    bad r#"
moments: {
    "first": Moment(replies: [
        Reply(kind: TellMeMore, says: "Nine days? Go on.", follow_ups: [
            FollowUp(says: "What did the wards do in those nine days?", marks: (curiosity: +2), then: "next step"),
            FollowUp(says: "What did your wards do in the nine days?", marks: (curiosity: +1), then: "next step"),
            FollowUp(says: "Shall I bring a price?", marks: (why: -2), then: "brochure"),
        ]),
    ]),
},
"#
    good r#"
moments: {
    "first": Moment(replies: [
        Reply(kind: TellMeMore, says: "Nine days? Go on.", follow_ups: [
            FollowUp(says: "What did the wards do in those nine days?", marks: (curiosity: +2), then: "next step"),
            FollowUp(says: "It means that a nurse sends somebody home who should have had a bed.", marks: (hero: +1), then: "next step"),
            FollowUp(says: "Shall I bring a price?", marks: (why: -2), then: "brochure"),
        ]),
    ]),
},
"#
    InWords(find)
}

fn find(rule: &Rule, scenario: &Scenario) -> Vec<Problem> {
    let mut found = Vec::new();
    let mut texts: Vec<Text<'_>> = Vec::new();
    let mut work = MOST_WORK;
    for reply in scenario.moments.iter().flat_map(|moment| &moment.replies) {
        texts.clear();
        texts.extend(reply.follow_ups.iter().map(Text::of));
        for (at, text) in texts.iter().enumerate() {
            let before = &texts[at.saturating_sub(MOST_LINES)..at];
            // One that is like several others is told once.
            let mut may_be_like = before.iter().filter(|before| text.may_be_like(before));
            let like = may_be_like.find(|before| {
                let cells = text.words.len() * before.words.len();
                work = work.saturating_sub(cells);
                work > 0 && text.is_like(before) && !text.line.is_instead_of(before.line)
            });
            if let Some(before) = like {
                let message = format!("{} is nearly the same as another line here", quoted(&text.line.says));
                found.push(
                    rule.problem(text.line.span, message)
                        .label("most of the words are the same")
                        .see(before.line.span, "as here")
                        .help("let one of them do something else to the customer, or leave it out"),
                );
            }
        }
    }
    found
}

/// A line as words.
struct Text<'s> {
    line: &'s FollowUp,
    words: Vec<u64>,
    /// A bit for each word that is in it; two words may share one.
    bits: u64,
}

impl<'s> Text<'s> {
    fn of(line: &'s FollowUp) -> Self {
        let mut words = Vec::with_capacity(24);
        each_word(&line.says, |word| words.push(word));
        Self { line, bits: bits(&words), words }
    }

    /// Whether the words of the two can differ too little, at a glance: nearly always they cannot.
    fn may_be_like(&self, other: &Self) -> bool {
        let (one, two) = (self.words.len(), other.words.len());
        // Each word that only one of the two has must be put in, taken out or changed.
        let alone = |one: u64, other: u64| (one & !other).count_ones() as usize;
        one.max(two) <= MOST_WORDS
            && self.is_near(other, one.abs_diff(two))
            && self.is_near(other, alone(self.bits, other.bits).max(alone(other.bits, self.bits)))
    }

    /// Whether the words of the two differ too little.
    fn is_like(&self, other: &Self) -> bool {
        self.is_near(other, strsim::generic_levenshtein(&self.words, &other.words))
    }

    /// Whether two that differ in so many words differ too little.
    fn is_near(&self, other: &Self, distance: usize) -> bool {
        let longer = self.words.len().max(other.words.len());
        (distance as f64) < ENOUGH * longer as f64 - 1e-9
    }
}

/// A bit for each of `words`.
fn bits(words: &[u64]) -> u64 {
    words.iter().fold(0, |bits, word| bits | 1 << (word >> 58))
}

#[cfg(test)]
mod tests {
    use proptest::strategy::Strategy as _;

    use super::*;
    use crate::check::tests::codes_in;

    fn is_told(lines: &[&str]) -> usize {
        let lines: String = lines.iter().map(|line| format!("FollowUp({line}, then: \"next step\"),")).collect();
        let text = format!(
            "facts: {{\"who\": \"The ward.\"}},\nmoments: {{\"first\": Moment(replies: [Reply(kind: TellMeMore, says: \"Go \
             on.\", follow_ups: [{lines}])])}},"
        );
        codes_in(&text).iter().filter(|code| **code == "lines-alike").count()
    }

    #[test]
    fn signs_and_letters_make_no_other_line_and_a_line_like_several_is_told_once() {
        assert_eq!(is_told(&["says: \"Who waits for it?\"", "says: \"Who waits - for it.\""]), 1);
        assert_eq!(
            is_told(&["says: \"Who waits for it?\"", "says: \"who waits for it\"", "says: \"who Waits for it\""]),
            2
        );
    }

    #[test]
    fn a_third_of_the_words_is_enough_and_so_is_another_order() {
        assert_eq!(is_told(&["says: \"a b c d e f\"", "says: \"a b c d x y\""]), 0);
        assert_eq!(is_told(&["says: \"a b c d e f\"", "says: \"a b c d e y\""]), 1);
        assert_eq!(is_told(&["says: \"a b c d e f\"", "says: \"f e d c b a\""]), 0);
        assert_eq!(is_told(&["says: \"Who waits?\"", "says: \"Who pays?\""]), 0);
    }

    #[test]
    fn two_lines_of_which_a_fact_offers_one_may_be_alike() {
        let lines =
            ["says: \"Who waits for it?\", needs: [\"who\"]", "says: \"Who waits for it now?\", unless: [\"who\"]"];
        assert_eq!(is_told(&lines), 0);
    }

    proptest::proptest! {
        #[test]
        fn looking_at_words_of_one_alone_first_changes_nothing(
            one in proptest::collection::vec((0..5_u64).prop_map(|word| word << 57), 0..12),
            two in proptest::collection::vec((0..5_u64).prop_map(|word| word << 57), 0..12),
        ) {
            let scenario = crate::generated::hub(2, 1);
            let line = &scenario.moments[0].replies[0].follow_ups[0];
            let text = |words: &[u64]| Text { line, words: words.to_vec(), bits: bits(words) };
            let distance = strsim::generic_levenshtein(&one, &two) as f64;
            let is_like = distance < ENOUGH * one.len().max(two.len()) as f64 - 1e-9;
            let (one, two) = (text(&one), text(&two));
            proptest::prop_assert_eq!(one.may_be_like(&two) && one.is_like(&two), is_like);
        }
    }
}
