//! Drawing a frame in which the selection moves, at 120x40.

#![allow(clippy::expect_used, clippy::unwrap_used, reason = "a benchmark that cannot go on has nothing to measure")]

use std::sync::Arc;

use crossterm::event::{KeyCode, KeyEvent, KeyModifiers};
use divan::Bencher;
use ratatui::Terminal;
use ratatui::backend::TestBackend;
use tellmore::library::load_text;
use tellmore::solver;
use tellmore::tui::App;
use tellmore::tui::app::data::{Effect, Entry, Event, Piece, Reading, Shelf, Standing, Start};
use tellmore::tui::theme::{Depth, Theme};

const EXAMPLE: &str = include_str!("../tests/fixtures/example.ron");

fn main() {
    divan::main();
}

/// The screens at 120x40, with fourteen scenarios at home.
struct Screens {
    app: App,
    terminal: Terminal<TestBackend>,
    down: bool,
}

impl Screens {
    fn new() -> Self {
        let app = App::new(Theme::Dark(Depth::True), 120, 40);
        let mut screens =
            Self { app, terminal: Terminal::new(TestBackend::new(120, 40)).expect("a terminal"), down: true };
        let piece = Arc::new(Piece::new("example", load_text("example", EXAMPLE.into(), None).expect("a scenario")));
        let entry = |number| Entry {
            stem: format!("example-{number}"),
            file: format!("example-{number}.ron"),
            reading: Reading::Ready(Arc::clone(&piece)),
            standing: Standing { played: 3, best: Some(81.0), last: Some(74.0) },
        };
        screens.app.open(Start::Home);
        let shelf = Shelf { entries: (0..14).map(entry).collect(), ..Shelf::default() };
        screens.tell(Event::Shelf(Box::new(shelf)));
        screens
    }

    fn tell(&mut self, event: Event) {
        for effect in self.app.update(event) {
            match effect {
                Effect::DrawSeed => self.tell(Event::Seed(1)),
                Effect::Solve(piece) => {
                    let solved = solver::solve(&piece.scenario, solver::LIMIT).map(Arc::new);
                    self.tell(Event::Solved { hash: piece.hash, solved: solved.map_err(|error| error.to_string()) });
                }
                _ => {}
            }
        }
    }

    fn press(&mut self, code: KeyCode) {
        self.tell(Event::Key(KeyEvent::new(code, KeyModifiers::NONE)));
    }

    /// Moves the selection there or back, and draws.
    fn move_and_draw(&mut self) {
        self.press(if self.down { KeyCode::Down } else { KeyCode::Up });
        self.down = !self.down;
        let app = &self.app;
        self.terminal.draw(|frame| app.view(frame)).expect("a frame");
    }
}

#[divan::bench(sample_size = 50)]
fn home(bencher: Bencher<'_, '_>) {
    let mut screens = Screens::new();
    bencher.bench_local(|| screens.move_and_draw());
}

#[divan::bench(sample_size = 50)]
fn conversation(bencher: Bencher<'_, '_>) {
    let mut screens = Screens::new();
    for code in [KeyCode::Enter, KeyCode::Char('1'), KeyCode::Char('2')] {
        screens.press(code);
    }
    bencher.bench_local(|| screens.move_and_draw());
}

#[divan::bench(sample_size = 50)]
fn debrief(bencher: Bencher<'_, '_>) {
    let mut screens = Screens::new();
    for code in [KeyCode::Enter].into_iter().chain([KeyCode::Char('1'); 9]).chain([KeyCode::Enter; 2]) {
        screens.press(code);
    }
    bencher.bench_local(|| screens.move_and_draw());
}
