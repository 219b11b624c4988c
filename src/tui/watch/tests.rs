//! The bench, tried as a trainer would: saves and keys in, effects out, and what is drawn.

mod drawn;
mod files;
mod saved;
mod walked;

use std::sync::Arc;

use crossterm::event::{KeyModifiers, MouseButton, MouseEvent, MouseEventKind};
use ratatui::Terminal;
use ratatui::backend::TestBackend;

use super::Bench;
use super::data::{Effect, Event, Reading};
use super::picture::{Broken, Picture};
use crate::library::load_text;
use crate::tui::tests::script::{EXAMPLE, key};
use crate::tui::theme::{Depth, Theme};

/// A trainer at the bench, with saves that need no disk.
struct Trainer {
    bench: Bench,
    terminal: Terminal<TestBackend>,
    limit: usize,
    last: Option<Arc<Picture>>,
    /// What was asked of the world.
    asked: Vec<Effect>,
    saves: u32,
}

impl Trainer {
    /// At a bench of `width` by `height` where nothing was read yet.
    fn waiting(width: u16, height: u16) -> Self {
        Self {
            bench: Bench::new("nine-days.ron", Theme::Dark(Depth::True), width, height),
            terminal: Terminal::new(TestBackend::new(width, height)).unwrap(),
            limit: crate::solver::LIMIT,
            last: None,
            asked: Vec::new(),
            saves: 0,
        }
    }

    /// With `text` open.
    fn with(text: &str, width: u16, height: u16) -> Self {
        let mut trainer = Self::waiting(width, height);
        trainer.save(text);
        trainer
    }

    fn example() -> Self {
        Self::with(EXAMPLE, 120, 36)
    }

    fn tell(&mut self, event: Event) {
        self.asked.extend(self.bench.update(event));
    }

    /// Saves `text`.
    fn save(&mut self, text: &str) -> &mut Self {
        let reading = match load_text("nine-days.ron", text.into(), None) {
            Err(error) => Reading::Broken(Arc::new(Broken::of(&error, self.last.as_deref()))),
            Ok(loaded) => match self.last.as_ref().filter(|last| last.hash == loaded.hash) {
                Some(last) => Reading::Good(Arc::clone(last)),
                None => {
                    let picture = Arc::new(Picture::of(loaded, self.limit, &|| true).unwrap());
                    self.last = Some(Arc::clone(&picture));
                    Reading::Good(picture)
                }
            },
        };
        self.saves += 1;
        self.tell(Event::Read { at: format!("14:00:{:02}", self.saves), reading });
        self
    }

    /// Presses keys by name: `down enter ?`.
    fn press(&mut self, keys: &str) -> &mut Self {
        for name in keys.split_whitespace() {
            self.tell(Event::Key(key(name)));
        }
        self
    }

    fn mouse(&mut self, kind: MouseEventKind, column: u16, row: u16) -> &mut Self {
        self.tell(Event::Mouse(MouseEvent { kind, column, row, modifiers: KeyModifiers::NONE }));
        self
    }

    /// Clicks where `words` stand.
    fn click(&mut self, words: &str) -> &mut Self {
        let screen = self.screen();
        let (row, line) = screen.lines().enumerate().find(|(_, line)| line.contains(words)).expect(words);
        let column = line[..line.find(words).unwrap()].chars().count();
        let (column, row) = (u16::try_from(column).unwrap(), u16::try_from(row).unwrap());
        self.mouse(MouseEventKind::Down(MouseButton::Left), column, row)
    }

    fn resize(&mut self, width: u16, height: u16) -> &mut Self {
        self.terminal.backend_mut().resize(width, height);
        self.tell(Event::Resize(width, height));
        self
    }

    /// What is on the screen, without the spaces at the ends of lines.
    fn screen(&mut self) -> String {
        self.terminal.draw(|frame| self.bench.view(frame)).unwrap();
        let buffer = self.terminal.backend().buffer();
        let mut screen = String::new();
        for y in 0..buffer.area.height {
            let line: String = (0..buffer.area.width).map(|x| buffer[(x, y)].symbol()).collect();
            screen.push_str(line.trim_end());
            screen.push('\n');
        }
        screen
    }

    fn shows(&mut self, words: &str) -> bool {
        self.screen().contains(words)
    }

    /// What stands after each mark of the cursor.
    fn marked(&mut self) -> Vec<String> {
        let screen = self.screen();
        let marked = screen.lines().flat_map(|line| line.split('▸').skip(1));
        marked
            .map(|line| line.split("  ").find(|words| !words.trim().is_empty()).unwrap_or("").trim().to_owned())
            .collect()
    }

    /// The name of the moment or ending that is selected.
    fn selected(&self) -> &str {
        self.bench.picture.as_ref().map_or("", |picture| picture.name(self.bench.selected))
    }
}
