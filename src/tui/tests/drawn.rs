//! Every screen as it is drawn, at the sizes that matter and at all others.

use super::script::{EXAMPLE, Script, example, full_shelf, piece, shelf};
use crate::tui::app::data::Shelf;

type Way = (&'static str, fn(u16, u16) -> Script);

fn over(width: u16, height: u16) -> Script {
    let mut script = Script::with(shelf(), width.max(60), height.max(16));
    script.press("down enter").talk_to_the_end().resize(width, height);
    script
}

/// Every screen, and the way there.
const SCREENS: [Way; 14] = [
    ("home", Script::home),
    ("home_full", |width, height| Script::with(full_shelf(), width, height)),
    ("home_empty", |width, height| Script::with(Shelf::default(), width, height)),
    ("home_not_kept", |width, height| {
        let reason = "the history has no place: the folder \"/read/only\" cannot be used (permission denied). Make it yours \
                      to write to, or set TELLMORE_DATA to another folder";
        Script::with(Shelf { not_kept: Some(reason.to_owned()), ..shelf() }, width, height)
    }),
    ("filter", |width, height| {
        let mut script = Script::home(width.max(60), height.max(16));
        script.press("/").type_in("deal").resize(width, height);
        script
    }),
    ("brief", |width, height| then(Script::home(120, 36), "down b", width, height)),
    ("mistakes", |width, height| then(Script::home(120, 36), "G b", width, height)),
    ("conversation", |width, height| Script::conversation(example(), 1, width, height)),
    ("conversation_later", |width, height| {
        then(Script::conversation(example(), 4, 120, 36), "1 2 down", width, height)
    }),
    ("over", over),
    ("debrief", |width, height| then(over(120, 36), "enter", width, height)),
    ("decision", |width, height| then(over(60, 16), "enter enter", width, height)),
    ("words", |width, height| then(over(120, 36), "enter w", width, height)),
    ("help", |width, height| then(Script::conversation(example(), 1, 120, 36), "?", width, height)),
];

fn then(mut script: Script, keys: &str, width: u16, height: u16) -> Script {
    script.press(keys).resize(width, height);
    script
}

#[test]
fn every_screen_looks_as_it_was_looked_at() {
    for (name, way) in SCREENS {
        for (width, height) in [(120, 36), (80, 24), (60, 16)] {
            insta::assert_snapshot!(format!("{name}_{width}x{height}"), way(width, height).screen());
        }
    }
    for (width, height) in [(40, 12), (10, 3)] {
        insta::assert_snapshot!(format!("too_small_{width}x{height}"), Script::home(width, height).screen());
    }
}

#[test]
fn no_size_makes_a_screen_panic_or_leaves_anything_of_the_cursor_off_it() {
    for (name, way) in SCREENS {
        let mut script = way(120, 36);
        for width in (1..=130).step_by(3).chain([59, 60, 61, 77, 78, 79, 109, 110]) {
            for height in (1..=50).step_by(2).chain([16, 22]) {
                script.resize(width, height);
                let screen = script.screen();
                if width >= 60 && height >= 16 && ["home", "conversation", "debrief"].contains(&name) {
                    assert!(screen.contains('▸'), "{name} {width}x{height}\n{screen}");
                }
            }
        }
    }
}

#[test]
fn a_frame_of_another_size_than_the_program_knows_of_never_panics() {
    for (_, way) in SCREENS {
        for (knows, has) in [((120, 36), (60, 16)), ((60, 16), (120, 36)), ((120, 36), (1, 1)), ((1, 1), (80, 24))] {
            way(knows.0, knows.1).resize_unheard(has.0, has.1).screen();
        }
    }
}

#[test]
fn keys_on_every_screen_at_every_size_never_panic() {
    let keys =
        "down down up enter pgdn pgup end home 2 b esc f esc ? down esc w esc t 1 1 1 1 1 1 enter r 1 esc x n / a esc";
    for (_, way) in SCREENS {
        for (width, height) in [(1, 1), (60, 16), (61, 17), (80, 24), (300, 100)] {
            let mut script = way(width, height);
            for key in keys.split(' ') {
                script.press(key).screen();
            }
        }
    }
}

#[test]
fn wide_characters_stay_aligned_and_hostile_text_reaches_no_screen() {
    let text = EXAMPLE
        .replace("Ilse Brandt", "山田太郎山田太郎 花子")
        .replace("Nine days nobody counts", "九日間誰も数えない九日間誰も数えない九日間誰も数えない")
        .replace("Is there a budget for this?", &"予算はありますか".repeat(20))
        .replace("What would you want to know?", &format!("a{}", "\u{301}".repeat(5_000)));
    for (width, height) in [(120, 36), (80, 24), (60, 16), (61, 17)] {
        let mut script = Script::conversation(piece("x", &text), 2, width, height);
        for _ in 0..2 {
            let screen = script.screen();
            assert!(screen.lines().all(|line| line.chars().count() <= usize::from(width) + 200), "{screen}");
            script.press("1");
        }
        script.press("esc").screen();
    }
}
