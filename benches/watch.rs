//! From a saved file to its picture, and drawing the bench, for a scenario of 100 moments.

#![allow(clippy::unwrap_used, reason = "a benchmark that cannot go on has nothing to measure")]

#[path = "../tests/support/scale.rs"]
mod scale;

use std::fs;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use crossterm::event::{KeyCode, KeyEvent, KeyModifiers};
use divan::Bencher;
use ratatui::Terminal;
use ratatui::backend::TestBackend;
use tellmore::library::load_file;
use tellmore::solver;
use tellmore::tui::theme::{Depth, Theme};
use tellmore::tui::watch::Bench;
use tellmore::tui::watch::data::{Event, Reading};
use tellmore::tui::watch::picture::Picture;

const MOMENTS: usize = 100;

fn main() {
    divan::main();
}

/// A file of 100 moments.
fn file() -> (tempfile::TempDir, PathBuf) {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("scale.ron");
    fs::write(&path, scale::scale(MOMENTS, 1)).unwrap();
    (folder, path)
}

fn picture(path: &Path) -> Picture {
    Picture::of(load_file(path).unwrap(), solver::LIMIT, &|| true).unwrap()
}

/// Reading, solving, checking and balancing: all that a save has done.
#[divan::bench(sample_count = 50)]
fn reload(bencher: Bencher<'_, '_>) {
    let (_folder, path) = file();
    bencher.bench_local(|| picture(&path));
}

/// Taking the next moment and drawing it at 120x40.
#[divan::bench(sample_size = 20)]
fn next_moment(bencher: Bencher<'_, '_>) {
    let (_folder, path) = file();
    let mut bench = Bench::new("scale.ron", Theme::Dark(Depth::True), 120, 40);
    let reading = Reading::Good(Arc::new(picture(&path)));
    bench.update(Event::Read { at: "14:00:00".to_owned(), reading });
    let mut terminal = Terminal::new(TestBackend::new(120, 40)).unwrap();
    let mut down = true;
    bencher.bench_local(|| {
        let code = if down { KeyCode::Down } else { KeyCode::Up };
        down = !down;
        bench.update(Event::Key(KeyEvent::new(code, KeyModifiers::NONE)));
        terminal.draw(|frame| bench.view(frame)).unwrap();
    });
}
