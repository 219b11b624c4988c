//! The pack built into the program: the folder `scenarios/` of this repository.

/// The scenarios by stem, in the order of their names: a line for each file of the folder.
pub(super) const SCENARIOS: &[(&str, &str)] = &[
    ("a_dollar_on_the_porch", include_str!("../../scenarios/a_dollar_on_the_porch.ron")),
    ("a_nought_in_the_box", include_str!("../../scenarios/a_nought_in_the_box.ron")),
    ("fixed_the_thing", include_str!("../../scenarios/fixed_the_thing.ron")),
    ("forty_one_seconds", include_str!("../../scenarios/forty_one_seconds.ron")),
    ("in_the_glovebox", include_str!("../../scenarios/in_the_glovebox.ron")),
    ("item_one", include_str!("../../scenarios/item_one.ron")),
    ("kenneths_machine", include_str!("../../scenarios/kenneths_machine.ron")),
    ("lamb_for_eighty", include_str!("../../scenarios/lamb_for_eighty.ron")),
    ("number_seventeen_word_perfect", include_str!("../../scenarios/number_seventeen_word_perfect.ron")),
    ("said_once", include_str!("../../scenarios/said_once.ron")),
    ("show_me_the_screen", include_str!("../../scenarios/show_me_the_screen.ron")),
    ("sunday_at_four", include_str!("../../scenarios/sunday_at_four.ron")),
    ("the_board_at_the_gate", include_str!("../../scenarios/the_board_at_the_gate.ron")),
    ("the_deal_that_no_one_lost", include_str!("../../scenarios/the_deal_that_no_one_lost.ron")),
];

/// The text of its `pack.ron`, where it has one.
pub(super) const PACK: Option<&str> = Some(include_str!("../../scenarios/pack.ron"));
