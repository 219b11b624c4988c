//! Every view as it is drawn, at the sizes that matter and at all others.

use std::num::NonZero;

use crossterm::style::force_color_output;
use ratatui::backend::CrosstermBackend;
use ratatui::layout::Rect;
use ratatui::{Terminal, TerminalOptions, Viewport};

use super::{EXAMPLE, Trainer};
use crate::tui::theme::{Depth, Theme};

type Way = (&'static str, fn() -> Trainer);

fn pressed(text: &str, keys: &str) -> Trainer {
    let mut trainer = Trainer::with(text, 120, 40);
    trainer.press(keys);
    trainer
}

/// The example with a line that nobody says in one breath.
fn weak() -> String {
    EXAMPLE.replace("Is there a budget for this?", &"and then another word ".repeat(14).trim_end().replace("  ", " "))
}

fn broken(keys: &str) -> Trainer {
    let mut trainer = pressed(EXAMPLE, keys);
    trainer.save(&EXAMPLE.replacen("title:", "titel:", 1).replace("then: \"brochure\"", "then: \"brochur\""));
    trainer
}

/// Every view, and the way there.
const VIEWS: [Way; 10] = [
    ("conversation", || pressed(EXAMPLE, "")),
    ("lines", || pressed(EXAMPLE, "down enter down")),
    ("walked", || pressed(EXAMPLE, "enter down enter enter")),
    ("ending", || pressed(EXAMPLE, "end")),
    ("figures", || pressed(EXAMPLE, "tab")),
    ("problems", || pressed(&weak(), "tab tab")),
    ("explained", || pressed(&weak(), "tab tab x")),
    ("broken", || broken("down")),
    ("broken_problems", || broken("tab tab")),
    ("never_good", || Trainer::with("Scenario(\n  titel: \"x\",\n)\n", 120, 40)),
];

#[test]
fn every_view_looks_as_it_was_looked_at() {
    for (name, way) in VIEWS {
        for (width, height) in [(120, 40), (80, 24), (60, 16)] {
            let mut trainer = way();
            trainer.resize(width, height);
            insta::assert_snapshot!(format!("{name}_{width}x{height}"), trainer.screen());
        }
    }
}

#[test]
fn no_size_makes_the_bench_panic_or_hides_the_cursor() {
    for (name, way) in VIEWS {
        let mut trainer = way();
        for width in (1..=130).step_by(4).chain([59, 60, 61, 79, 80]) {
            for height in (1..=50).step_by(3).chain([16, 17, 21, 22]) {
                trainer.resize(width, height);
                let screen = trainer.screen();
                assert!(
                    width < 60 || height < 16 || screen.contains('▸') || name == "explained",
                    "{name} {width}x{height}\n{screen}"
                );
                assert!(screen.lines().all(|line| line.chars().count() <= usize::from(width)), "{name}\n{screen}");
            }
        }
        assert!(trainer.resize(40, 12).shows("tellmore needs 60x16"));
    }
}

#[test]
fn the_names_of_the_views_are_read_whole_at_every_size() {
    for keys in ["", "tab", "enter down", "tab tab"] {
        let mut trainer = pressed(&weak(), keys);
        for (width, height) in [(60, 16), (66, 20), (80, 24), (99, 30), (100, 30), (120, 36)] {
            assert!(trainer.resize(width, height).shows("Conversation   Figures   Problems 3"), "{}", trainer.screen());
        }
    }
}

#[test]
fn a_frame_of_another_size_than_the_bench_knows_of_never_panics() {
    for (_, way) in VIEWS {
        for (width, height) in [(60, 16), (1, 1), (300, 100)] {
            let mut trainer = way();
            trainer.terminal.backend_mut().resize(width, height);
            trainer.screen();
        }
    }
}

#[test]
fn keys_in_every_view_at_every_size_never_panic() {
    let keys = "down down up enter pgdn pgup end home enter enter left right backspace esc tab down enter tab ? down esc e \
                f5 x down pgdn esc ctrl-d ctrl-u G g - + [ ] space j k shift-tab";
    for (_, way) in VIEWS {
        for (width, height) in [(1, 1), (60, 16), (80, 24), (300, 100)] {
            let mut trainer = way();
            trainer.resize(width, height);
            for key in keys.split_whitespace() {
                trainer.press(key).screen();
            }
        }
    }
}

#[test]
fn hostile_text_reaches_no_screen_and_wide_characters_stay_within_it() {
    let text = EXAMPLE
        .replace("\"questions\"", "\"質問質問質問質問質問質問質問質問\"")
        .replace("Nine days nobody counts", "九日間誰も数えない九日間誰も数えない九日間誰も数えない")
        .replace("Is there a budget for this?", &"予算はありますか".repeat(20))
        .replace("Fair. What does?", &format!("a{}", "\u{301}".repeat(5_000)));
    for (width, height) in [(120, 36), (80, 24), (60, 16)] {
        let mut trainer = Trainer::with(&text, width, height);
        for keys in ["", "down", "enter end", "tab", "tab"] {
            let screen = trainer.press(keys).screen();
            assert!(!screen.chars().any(|c| c.is_control() && c != '\n'), "{screen}");
        }
        trainer.save("Scenario(\u{1b}[31m \"\u{9b}2J\u{202e}");
        assert!(!trainer.screen().chars().any(|c| c.is_control() && c != '\n'));
    }
}

/// What a terminal shows of the bench.
fn shown(trainer: &Trainer, theme: Theme) -> vt100::Parser {
    force_color_output(true);
    let mut bench = super::super::Bench::new("nine-days.ron", theme, 120, 36);
    let picture = trainer.last.clone().unwrap();
    let reading = crate::tui::watch::data::Reading::Good(picture);
    bench.update(crate::tui::watch::data::Event::Read { at: "14:00:01".to_owned(), reading });
    if let Some(broken) = trainer.bench.broken.clone() {
        let reading = crate::tui::watch::data::Reading::Broken(broken);
        bench.update(crate::tui::watch::data::Event::Read { at: "14:00:02".to_owned(), reading });
    }
    let mut bytes = Vec::new();
    let viewport = Viewport::Fixed(Rect::new(0, 0, 120, 36));
    let mut terminal = Terminal::with_options(CrosstermBackend::new(&mut bytes), TerminalOptions { viewport }).unwrap();
    terminal.draw(|frame| bench.view(frame)).unwrap();
    drop(terminal);
    let mut parser = vt100::Parser::new(NonZero::new(36).unwrap(), NonZero::new(120).unwrap(), 0);
    parser.process(&bytes);
    parser
}

/// The cell where `words` begin.
fn cell(parser: &vt100::Parser, words: &str) -> vt100::Cell {
    let screen = parser.screen();
    let (row, line) = screen.rows(0, 120).enumerate().find(|(_, line)| line.contains(words)).expect(words);
    let column = line[..line.find(words).unwrap()].chars().count();
    screen.cell(u16::try_from(row).unwrap(), u16::try_from(column).unwrap()).unwrap().clone()
}

#[test]
fn without_colour_nothing_is_coloured_and_weight_tells_the_same() {
    for trainer in [Trainer::example(), broken("")] {
        let parser = shown(&trainer, Theme::Colourless);
        for row in 0..36 {
            for column in 0..120 {
                let cell = parser.screen().cell(row, column).unwrap();
                assert_eq!((cell.fgcolor(), cell.bgcolor()), (vt100::Color::Default, vt100::Color::Default));
            }
        }
    }
    let parser = shown(&Trainer::example(), Theme::Colourless);
    assert!(cell(&parser, "first reaction").underline() && cell(&parser, "▸").inverse());
    assert!(!cell(&parser, "questions").underline());
}

#[test]
fn the_last_good_version_is_dimmed_in_every_theme() {
    let themes = [
        Theme::Dark(Depth::True),
        Theme::Dark(Depth::Indexed),
        Theme::Light(Depth::True),
        Theme::Light(Depth::Indexed),
        Theme::Colourless,
    ];
    let look = |cell: vt100::Cell| (cell.fgcolor(), cell.bold(), cell.dim());
    for theme in themes {
        let (good, old) = (shown(&Trainer::example(), theme), shown(&broken(""), theme));
        for words in ["questions", "Nine days? Tell me more.", "best"] {
            assert_ne!(look(cell(&good, words)), look(cell(&old, words)), "{theme:?} {words}");
        }
        assert_eq!(look(cell(&old, "questions")), look(cell(&good, "curiosity +2, hero")), "as quiet as what is quiet");
        assert_ne!(look(cell(&old, "The last good version")), look(cell(&old, "questions")), "{theme:?}");
    }
}
