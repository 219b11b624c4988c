//! What the pack promises as a whole, and what every scenario of it has.

use std::collections::{BTreeMap, BTreeSet};

use tellmore::check::check;
use tellmore::problem::Severity;
use tellmore::scenario::{FollowUp, Level, OpeningKind, Outcome, Reply, ReplyKind, Scenario};
use tellmore::solver::{Figures, HARD_DEPTH, LEAKY, Strategy, Survey, WORKING_DEPTH};

use super::pack;

/// How far the mean of a blind habit over the pack may lie from guessing, as a share of what there is to gain.
const MEAN_LEAK: f64 = 0.05;

fn replies(scenario: &Scenario) -> impl Iterator<Item = &Reply> {
    scenario.moments.iter().flat_map(|moment| &moment.replies)
}

fn lines(scenario: &Scenario) -> impl Iterator<Item = &FollowUp> {
    replies(scenario).flat_map(|reply| &reply.follow_ups)
}

#[test]
fn fourteen_scenarios_ship_at_three_levels_and_with_three_openings() {
    let pack = pack();
    assert_eq!(pack.len(), 14);
    let of = |level| pack.iter().filter(|shipped| shipped.scenario.level == level).count();
    assert!(of(Level::Starter) >= 4 && of(Level::Working) >= 6 && of(Level::Hard) >= 4);
    let openings: BTreeSet<&str> = pack.iter().map(|shipped| shipped.scenario.opening.kind.word()).collect();
    assert_eq!(openings, BTreeSet::from(["Insight", "Question", "Story"]));
}

#[test]
fn a_scenario_is_found_by_its_title() {
    for shipped in pack() {
        let title = shipped.scenario.title.to_lowercase().replace('\'', "");
        let words: Vec<&str> =
            title.split(|sign: char| !sign.is_alphanumeric()).filter(|word| !word.is_empty()).collect();
        assert_eq!(shipped.stem, words.join("_"));
    }
}

#[test]
fn no_two_scenarios_share_a_customer_a_hero_or_an_opening() {
    let pack = pack();
    let different = |of: fn(&Scenario) -> &String| {
        let all: BTreeSet<&String> = pack.iter().map(|shipped| of(&shipped.scenario)).collect();
        assert_eq!(all.len(), pack.len(), "{all:?}");
    };
    different(|scenario| &scenario.title);
    different(|scenario| &scenario.customer.name);
    different(|scenario| &scenario.customer.company);
    different(|scenario| &scenario.customer.hero);
    different(|scenario| &scenario.opening.says);
}

#[test]
fn a_scenario_has_room_to_practise_in() {
    for shipped in pack() {
        let (stem, scenario) = (&shipped.stem, &shipped.scenario);
        let (moments, least) = if scenario.level == Level::Hard { (8, 45) } else { (6, 30) };
        assert!(scenario.moments.len() >= moments, "{stem} has {} moments", scenario.moments.len());
        let count = lines(scenario).count();
        assert!(count >= least, "{stem} has {count} lines");
        let decisions: Vec<usize> = replies(scenario).map(|reply| reply.follow_ups.len()).collect();
        let rich = decisions.iter().filter(|&&lines| lines >= 3).count();
        assert!(
            rich * 10 >= decisions.len() * 9,
            "{stem}: three lines or more at {rich} of {} replies",
            decisions.len()
        );
        let outcomes: BTreeSet<&str> = scenario.endings.iter().map(|ending| ending.outcome.word()).collect();
        assert!(outcomes.len() >= 3 && scenario.endings.len() >= 5, "{stem} ends in {outcomes:?}");
        let won = |outcome| matches!(outcome, Outcome::Order | Outcome::Advance);
        assert!(scenario.endings.iter().any(|ending| won(ending.outcome)), "{stem} cannot be won");
        assert!(scenario.if_shut.is_some(), "{stem} has no end for a customer who is shut");
        assert!(scenario.moments.iter().any(|moment| moment.at_most.is_some()), "{stem} never asks what to ask");
        assert!(scenario.allow.is_empty(), "{stem} allows {:?}", scenario.allow);
    }
}

#[test]
fn check_finds_nothing_to_warn_of() {
    for shipped in pack() {
        let report = check(&shipped.scenario, Ok(&shipped.solved));
        assert_eq!((report.count(Severity::Error), report.count(Severity::Warning)), (0, 0), "{}", shipped.stem);
    }
}

#[test]
fn an_insight_can_be_met_in_all_four_ways() {
    for shipped in pack() {
        let scenario = &shipped.scenario;
        if let OpeningKind::Insight { source } = &scenario.opening.kind {
            assert!(source.len() >= 30, "{}: {source}", shipped.stem);
            let first = scenario.moment(scenario.opening.then);
            for kind in ReplyKind::FOUR {
                assert!(first.replies.iter().any(|reply| reply.kind == kind), "{}: {kind:?}", shipped.stem);
            }
        }
    }
}

#[test]
fn facts_are_earned_by_asking_and_needed_later() {
    for shipped in pack() {
        let (stem, scenario) = (&shipped.stem, &shipped.scenario);
        let earned: BTreeSet<_> = lines(scenario).flat_map(|line| &line.reveals).collect();
        let needed: BTreeSet<_> = lines(scenario).flat_map(|line| &line.needs).collect();
        assert!(earned.intersection(&needed).count() >= 2, "{stem}");
        let survey = Survey::of(scenario, &shipped.solved);
        assert!(!survey.breaks_off(), "{stem}");
    }
}

#[test]
fn the_brief_helps_before_the_call() {
    for shipped in pack() {
        let (stem, brief) = (&shipped.stem, shipped.scenario.brief.as_ref().expect("a brief"));
        assert!(!brief.results.is_empty() && brief.usage.is_some(), "{stem}");
        assert!((1..=2).contains(&brief.stories.len()) && !brief.rivals.is_empty(), "{stem}");
    }
}

#[test]
fn every_line_has_a_note_of_its_own_and_no_note_stands_twice_in_the_pack() {
    let pack = pack();
    let mut seen: BTreeMap<&str, &str> = BTreeMap::new();
    for shipped in &pack {
        for line in lines(&shipped.scenario) {
            let note = line.coach.as_deref().unwrap_or_else(|| panic!("{}: {} has no note", shipped.stem, line.says));
            let sentences = note.split_inclusive(['.', '?']).filter(|part| part.trim().len() > 2).count();
            assert!(sentences <= 3, "{}: a note is one or two sentences: {note}", shipped.stem);
            if let Some(other) = seen.insert(note, &shipped.stem) {
                panic!("{} and {other}: {note}", shipped.stem);
            }
        }
    }
}

#[test]
fn a_note_names_no_rule_and_hands_out_no_praise() {
    const NEVER: [&str; 12] = [
        "curiosity",
        "consequence",
        "composure",
        "rubric",
        "openness",
        "open question",
        "well done",
        "good question",
        "good job",
        "nice work",
        "wrong answer",
        "you should",
    ];
    for shipped in pack() {
        for line in lines(&shipped.scenario) {
            let note = line.coach.as_deref().unwrap_or_default().to_lowercase();
            let words: Vec<&str> = note.split(|sign: char| !sign.is_alphanumeric() && sign != '\'').collect();
            let spaced = format!(" {} ", words.join(" "));
            let found = NEVER.iter().find(|word| spaced.contains(&format!(" {word} ")));
            assert!(found.is_none(), "{}: {found:?} in {note}", shipped.stem);
        }
    }
}

#[test]
fn no_blind_habit_pays_in_a_scenario_or_over_the_pack() {
    let pack = pack();
    let figures: Vec<Figures> = pack.iter().map(|shipped| Figures::of(&shipped.scenario, &shipped.solved)).collect();
    let leaks = |at: usize| figures.iter().map(move |figures| figures.leak(figures.strategies[at].1).unwrap());
    for (at, strategy) in Strategy::ALL.into_iter().enumerate() {
        for (shipped, leak) in pack.iter().zip(leaks(at)) {
            assert!(leak <= LEAKY, "{}: {} leaks {leak:.2}", shipped.stem, strategy.key());
        }
        let mean = leaks(at).sum::<f64>() / pack.len() as f64;
        assert!(mean.abs() <= MEAN_LEAK, "{} leaks {mean:.3} over the pack", strategy.key());
    }
    for (shipped, figures) in pack.iter().zip(&figures) {
        let asked = match shipped.scenario.level {
            Level::Starter => 0.0,
            Level::Working => WORKING_DEPTH,
            Level::Hard => HARD_DEPTH,
        };
        assert!(figures.depth.unwrap() >= asked, "{}: depth {:.1}", shipped.stem, figures.depth.unwrap());
    }
}
