//! What a terminal makes of what is drawn: colours, weight, and what is left without colour.

use std::num::NonZero;

use crossterm::style::force_color_output;
use ratatui::backend::CrosstermBackend;
use ratatui::layout::Rect;
use ratatui::{Terminal, TerminalOptions, Viewport};

use super::script::{Script, example, shelf};
use crate::tui::theme::{Depth, Theme};

const THEMES: [Theme; 5] = [
    Theme::Dark(Depth::True),
    Theme::Dark(Depth::Indexed),
    Theme::Light(Depth::True),
    Theme::Light(Depth::Indexed),
    Theme::Colourless,
];

/// What a terminal shows of the screen that `script` is at.
fn shown(script: &Script) -> vt100::Parser {
    force_color_output(true);
    let mut bytes = Vec::new();
    let viewport = Viewport::Fixed(Rect::new(0, 0, 120, 36));
    let mut terminal = Terminal::with_options(CrosstermBackend::new(&mut bytes), TerminalOptions { viewport }).unwrap();
    terminal.draw(|frame| script.app.view(frame)).unwrap();
    drop(terminal);
    let mut parser = vt100::Parser::new(NonZero::new(36).unwrap(), NonZero::new(120).unwrap(), 0);
    parser.process(&bytes);
    parser
}

/// The look of the cell where `words` begin.
fn look(parser: &vt100::Parser, words: &str) -> vt100::Cell {
    let screen = parser.screen();
    let (row, line) = screen.rows(0, 120).enumerate().find(|(_, line)| line.contains(words)).expect(words);
    let column = line[..line.find(words).unwrap()].chars().count();
    screen.cell(u16::try_from(row).unwrap(), u16::try_from(column).unwrap()).unwrap().clone()
}

/// All of a look but the letter.
fn style(cell: &vt100::Cell) -> (vt100::Color, bool, bool, bool, bool, bool) {
    (cell.fgcolor(), cell.bold(), cell.dim(), cell.italic(), cell.underline(), cell.inverse())
}

fn with(theme: Theme, mut script: Script) -> Script {
    script.app.set_theme(theme);
    script
}

#[test]
fn the_row_under_the_cursor_differs_in_every_theme() {
    for theme in THEMES {
        let parser = shown(&with(
            theme,
            Script::with(crate::tui::app::data::Shelf { unfinished: Vec::new(), ..shelf() }, 120, 36),
        ));
        let (chosen, other) = (look(&parser, "Nine days nobody"), look(&parser, "The deal that"));
        assert_ne!(style(&chosen), style(&other), "{theme:?}");
        assert_eq!(look(&parser, "▸").contents(), "▸");
        assert!(chosen.bold() && !other.bold(), "{theme:?}");
    }
}

#[test]
fn without_colour_nothing_is_coloured() {
    let mut debriefed = Script::conversation(example(), 1, 120, 36);
    debriefed.talk_to_the_end().press("enter");
    for script in [Script::home(120, 36), Script::conversation(example(), 1, 120, 36), debriefed] {
        let parser = shown(&with(Theme::Colourless, script));
        for row in 0..36 {
            for column in 0..120 {
                let cell = parser.screen().cell(row, column).unwrap();
                assert_eq!((cell.fgcolor(), cell.bgcolor()), (vt100::Color::Default, vt100::Color::Default));
            }
        }
    }
}

#[test]
fn every_line_that_can_be_said_looks_like_every_other() {
    for theme in THEMES {
        let mut looks = std::collections::BTreeMap::new();
        let three = (0..50)
            .map(|seed| Script::conversation(example(), seed, 120, 36))
            .find_map(|mut script| script.shows("Nine days? Tell me more.").then_some(script));
        let mut script = with(theme, three.unwrap());
        for chosen in 0..3 {
            let parser = shown(&script);
            for line in 0..3 {
                let number = look(&parser, &format!(" {}  ", line + 1));
                let screen = script.screen();
                let words = screen.lines().find_map(|shown| shown.split_once(&format!(" {}  ", line + 1))).unwrap().1;
                let words = look(&parser, &words.trim()[..12.min(words.trim().len())]);
                looks.entry(line == chosen).or_insert_with(Vec::new).push(format!(
                    "{:?} {:?}",
                    style(&number),
                    style(&words)
                ));
            }
            script.press("down");
        }
        for (chosen, looks) in looks {
            assert!(looks.windows(2).all(|pair| pair[0] == pair[1]), "{theme:?} {chosen} {looks:#?}");
        }
    }
}

#[test]
fn the_two_voices_differ_and_their_names_say_whose_they_are() {
    for theme in THEMES {
        let mut script = with(theme, Script::conversation(example(), 1, 120, 36));
        script.press("1");
        let parser = shown(&script);
        let (rep, customer) = (look(&parser, "You  "), look(&parser, "Ilse  "));
        assert!(rep.bold() && customer.bold());
        if theme != Theme::Colourless {
            assert_ne!(rep.fgcolor(), customer.fgcolor());
        }
    }
}

#[test]
fn verdicts_have_words_and_costs_have_figures_beside_their_colour() {
    let mut script = Script::conversation(example(), 1, 120, 36);
    script.talk_to_the_end().press("enter");
    let parser = shown(&with(Theme::Colourless, script));
    let screen = parser.screen().contents();
    let row = screen.lines().find(|line| line.contains('▇')).expect("a decision that cost something");
    assert!(["sound", "loose", "costly", "lost"].iter().any(|word| row.contains(word)) && row.contains(" -"), "{row}");
}
