use proptest::prelude::*;

use super::*;
use crate::generated::{any_shape, scenario_of};
use crate::scenario::{ReplyKind, Rubric, Scenario, read::read};

fn example() -> Scenario {
    read(include_str!("../../tests/fixtures/example.ron"), &Rubric::default()).unwrap()
}

/// Chooses from `choices` in turn, over and over, until the conversation is over.
fn play(scenario: &Scenario, seed: u64, choices: &[usize]) -> Conversation {
    let mut conversation = Conversation::begin(scenario, seed, None).unwrap();
    for choice in choices.iter().cycle() {
        let Some(open) = conversation.open() else { break };
        let position = choice % open.shown.len();
        conversation.handle(scenario, Event::Say(position));
    }
    conversation
}

#[test]
fn a_first_reply_can_be_asked_for() {
    let scenario = example();
    for kind in ReplyKind::FOUR {
        let conversation = Conversation::begin(&scenario, 5, Some(kind.clone())).unwrap();
        assert_eq!(conversation.open().unwrap().reply(&scenario).kind, kind);
    }
    let refused = Conversation::begin(&scenario, 5, Some(ReplyKind::Other("Hm".into()))).unwrap_err();
    assert_eq!(refused.possible, ReplyKind::FOUR);
}

#[test]
fn the_words_of_a_reply_change_with_the_times_that_it_is_given() {
    let scenario = example();
    let words: Vec<&str> = (0..300)
        .flat_map(|seed| {
            let conversation = play(&scenario, seed, &[0, 1, 2]);
            let asked =
                conversation.exchanges().iter().filter(|exchange| scenario.moment(exchange.moment).name == "questions");
            asked.map(|exchange| (exchange.given, exchange.says(&scenario))).collect::<Vec<_>>()
        })
        .filter(|&(given, _)| given == 2)
        .map(|(_, says)| says)
        .collect();
    assert!(!words.is_empty());
    assert!(words.iter().all(|&says| says == "One more, then I have the plant."), "{words:?}");
}

#[test]
fn a_position_that_is_not_shown_changes_nothing() {
    let scenario = example();
    let mut conversation = Conversation::begin(&scenario, 1, None).unwrap();
    let before = conversation.clone();
    assert_eq!(conversation.handle(&scenario, Event::Say(99)), []);
    assert_eq!(conversation.handle(&scenario, Event::TakeBack(0)), []);
    assert_eq!(conversation, before);
}

#[test]
fn the_stuck_say_where() {
    let text = include_str!("../../tests/fixtures/example.ron").replace("if_shut: \"shut\",", "");
    let text = text.replace("opens: -3", "opens: -10");
    let scenario = read(&text, &Rubric::default()).unwrap();
    let mut conversation = Conversation::begin(&scenario, 1, Some(ReplyKind::ThatsBs)).unwrap();
    let open = conversation.open().unwrap();
    let wrong = (0..2).find(|&at| open.follow_up(&scenario, at).opens == -10).unwrap();
    let effects = conversation.handle(&scenario, Event::Say(wrong));
    assert_eq!(effects.last(), Some(&Effect::Over));
    assert_eq!(conversation.state().spot, Spot::Stuck(Stuck::NoIfShut));
}

#[test]
fn a_transcript_of_another_scenario_or_of_other_draws_is_refused() {
    let scenario = example();
    let mut transcript = play(&scenario, 3, &[0]).transcript().clone();
    transcript.turns[0].follow_up = 77;
    assert_eq!(Conversation::resume(&scenario, transcript.clone()), Err(Mismatch::Turn(0)));
    transcript.stream = 2;
    assert_eq!(Conversation::resume(&scenario, transcript), Err(Mismatch::Stream(2)));
}

#[test]
fn a_whole_conversation_is_pinned() {
    let scenario = example();
    let conversation = play(&scenario, 2024, &[1, 0]);
    let seen: Vec<_> = conversation
        .exchanges()
        .iter()
        .map(|exchange| (exchange.reply, &exchange.shown, exchange.choice.as_ref().unwrap().openness.get()))
        .collect();
    insta::assert_debug_snapshot!((seen, conversation.state().spot));
}

proptest! {
    #[test]
    fn every_conversation_ends_and_never_says_a_line_twice(shape in any_shape(), seed in any::<u64>(), choices in prop::collection::vec(0..9_usize, 1..9)) {
        let scenario = scenario_of(shape);
        let conversation = play(&scenario, seed, &choices);
        prop_assert!(matches!(conversation.state().spot, Spot::Ended(_)), "{:?}", conversation.state().spot);
        let mut said = std::collections::BTreeSet::new();
        for exchange in conversation.exchanges() {
            let line = exchange.chosen(&scenario).unwrap();
            prop_assert!(said.insert((exchange.moment, &line.says)));
        }
    }

    #[test]
    fn a_conversation_is_replayed_from_its_transcript(shape in any_shape(), seed in any::<u64>(), choices in prop::collection::vec(0..9_usize, 1..9), keep in 0..5_usize) {
        let scenario = scenario_of(shape);
        let conversation = play(&scenario, seed, &choices);
        prop_assert_eq!(&Conversation::resume(&scenario, conversation.transcript().clone()).unwrap(), &conversation);

        // Cut short and gone on with the same choices, it is the same again.
        let mut transcript = conversation.transcript().clone();
        transcript.turns.truncate(keep);
        let mut resumed = Conversation::resume(&scenario, transcript).unwrap();
        for exchange in &conversation.exchanges()[keep.min(conversation.exchanges().len())..] {
            resumed.handle(&scenario, Event::Say(exchange.choice.as_ref().unwrap().chosen));
        }
        prop_assert_eq!(resumed, conversation);
    }

    #[test]
    fn a_turn_taken_back_is_as_if_it_had_not_been(shape in any_shape(), seed in any::<u64>(), choices in prop::collection::vec(0..9_usize, 1..9), number in 0..4_usize) {
        let scenario = scenario_of(shape);
        let mut conversation = play(&scenario, seed, &choices);
        let mut before = conversation.transcript().clone();
        before.turns.truncate(number);
        let taken = number < conversation.transcript().turns.len();
        let effects = conversation.handle(&scenario, Event::TakeBack(number));
        prop_assert_eq!(effects.len(), usize::from(taken));
        if taken {
            prop_assert_eq!(conversation, Conversation::resume(&scenario, before).unwrap());
        }
    }
}
