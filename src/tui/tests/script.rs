//! A person at the screens, and a world that does what they ask for without a file or a clock.

use std::sync::Arc;

use crossterm::event::{KeyCode, KeyEvent, KeyModifiers, MouseButton, MouseEvent, MouseEventKind};
use ratatui::Terminal;
use ratatui::backend::TestBackend;

use crate::conversation::{Transcript, Turn};
use crate::library::load_text;
use crate::tui::app::App;
use crate::tui::app::data::{Effect, Entry, Event, Mistake, Piece, Reading, Shelf, Standing, Start, Unfinished};
use crate::tui::theme::{Depth, Theme};

pub(in crate::tui) const EXAMPLE: &str = include_str!("../../../tests/fixtures/example.ron");

/// What is played with, as if it were read from a file with this stem.
pub(super) fn piece(stem: &str, text: &str) -> Arc<Piece> {
    Arc::new(Piece::new(stem, load_text(stem, text.into(), None).unwrap()))
}

pub(super) fn example() -> Arc<Piece> {
    piece("nine-days", EXAMPLE)
}

pub(super) fn entry(piece: &Arc<Piece>, standing: Standing) -> Entry {
    let file = format!("scenarios/{}.ron", piece.stem);
    Entry { stem: piece.stem.clone(), file, reading: Reading::Ready(Arc::clone(piece)), standing }
}

fn mistake(line: usize, says: &str, help: &str, text: &str) -> Mistake {
    Mistake { line: Some(line), says: says.to_owned(), help: Some(help.to_owned()), text: text.to_owned() }
}

/// A shelf with one of each: played, new, broken, and left in the middle.
pub(super) fn shelf() -> Shelf {
    let other = EXAMPLE
        .replace("Nine days nobody counts", "The deal that no one lost")
        .replace("Ilse Brandt", "Tomás Okafor")
        .replace("Director of Supply", "VP of Sales")
        .replace("level: Starter", "level: Working")
        .replace("[\"manufacturing\", \"operations\"]", "[\"pipeline\"]");
    let other = piece("deal", &other);
    let mut transcript = Transcript::new(1, None);
    transcript.turns.push(Turn { reply: 0, follow_up: 0 });
    Shelf {
        entries: vec![
            entry(&example(), Standing { played: 3, best: Some(81.2), last: Some(74.0) }),
            entry(&other, Standing::default()),
            Entry {
                stem: "half-done".to_owned(),
                file: "scenarios/half-done.ron".to_owned(),
                reading: Reading::Broken(vec![
                    mistake(3, "the field \"title\" is missing", "every scenario needs it", "Scenario("),
                    mistake(5, "there is no field \"titel\"", "did you mean \"title\"?", "titel: \"Half done\","),
                ]),
                standing: Standing::default(),
            },
        ],
        unfinished: vec![Unfinished {
            id: 7,
            piece: example(),
            transcript,
            when: "2 hours ago".to_owned(),
            over: false,
        }],
        places: vec!["./scenarios".to_owned()],
        ..Shelf::default()
    }
}

/// A shelf with more scenarios than have two lines each: ten new ones, one played, one broken.
pub(super) fn full_shelf() -> Shelf {
    let levels = ["Hard", "Working", "Starter"];
    let mut shelf = Shelf { unfinished: Vec::new(), ..shelf() };
    for (at, name) in ["Ada", "Ben", "Cleo", "Dag", "Eva", "Finn", "Gus", "Hana", "Ines", "Jo"].iter().enumerate() {
        let level = format!("level: {}", levels[at % levels.len()]);
        let title = format!("What {name} has to say");
        let text = EXAMPLE.replace("Nine days nobody counts", &title).replace("level: Starter", &level);
        let text = text.replace("Ilse Brandt", &format!("{name} Example"));
        shelf.entries.push(entry(&piece(&name.to_lowercase(), &text), Standing::default()));
    }
    shelf
}

/// A person at the screens.
pub(super) struct Script {
    pub(super) app: App,
    terminal: Terminal<TestBackend>,
    pub(super) shelf: Shelf,
    pub(super) seed: u64,
    pub(super) limit: usize,
    /// Whether solving takes until [`Script::solve`] is called.
    pub(super) slow: bool,
    waiting: Vec<Arc<Piece>>,
    /// What was asked of the world.
    pub(super) asked: Vec<Effect>,
}

impl Script {
    /// The home screen with `shelf`, at `width` by `height`.
    pub(super) fn with(shelf: Shelf, width: u16, height: u16) -> Self {
        let mut script = Self::closed(shelf, width, height);
        let effects = script.app.open(Start::Home);
        script.perform(effects);
        script
    }

    /// The home screen with one of each.
    pub(super) fn home(width: u16, height: u16) -> Self {
        Self::with(shelf(), width, height)
    }

    /// A conversation of `piece` with `seed`.
    pub(super) fn conversation(piece: Arc<Piece>, seed: u64, width: u16, height: u16) -> Self {
        let shelf = Shelf { entries: vec![entry(&piece, Standing::default())], ..Shelf::default() };
        let mut script = Self::closed(shelf, width, height);
        let effects = script.app.open(Start::Practise { piece, seed: Some(seed), first: None });
        script.perform(effects);
        script.tell(Event::Seen);
        script
    }

    pub(super) fn closed(shelf: Shelf, width: u16, height: u16) -> Self {
        Self {
            app: App::new(Theme::Dark(Depth::True), width, height),
            terminal: Terminal::new(TestBackend::new(width, height)).unwrap(),
            shelf,
            seed: 1,
            limit: crate::solver::LIMIT,
            slow: false,
            waiting: Vec::new(),
            asked: Vec::new(),
        }
    }

    pub(super) fn tell(&mut self, event: Event) {
        let effects = self.app.update(event);
        self.perform(effects);
    }

    fn perform(&mut self, effects: Vec<Effect>) {
        for effect in effects {
            self.asked.push(effect.clone());
            match effect {
                Effect::DrawSeed => self.tell(Event::Seed(self.seed)),
                Effect::Reload => self.tell(Event::Shelf(Box::new(self.shelf.clone()))),
                Effect::Solve(piece) => {
                    self.waiting.push(piece);
                    if !self.slow {
                        self.solve();
                    }
                }
                _ => {}
            }
        }
    }

    /// Has everything solved that is still to be.
    pub(super) fn solve(&mut self) {
        for piece in std::mem::take(&mut self.waiting) {
            let solved = crate::solver::solve(&piece.scenario, self.limit);
            let solved = solved.map(Arc::new).map_err(|error| crate::tui::shell::solving::no_values(&error));
            self.tell(Event::Solved { hash: piece.hash, solved });
        }
    }

    /// Presses keys by name, `j enter 2 ctrl-c`, and looks at the screen after each.
    pub(super) fn press(&mut self, keys: &str) -> &mut Self {
        for name in keys.split_whitespace() {
            self.burst(name).tell(Event::Seen);
        }
        self
    }

    /// Presses keys faster than anybody sees what they do.
    pub(super) fn burst(&mut self, keys: &str) -> &mut Self {
        for name in keys.split_whitespace() {
            self.tell(Event::Key(key(name)));
        }
        self
    }

    /// Types words, letter by letter.
    pub(super) fn type_in(&mut self, words: &str) -> &mut Self {
        for c in words.chars() {
            self.tell(Event::Key(KeyEvent::new(KeyCode::Char(c), KeyModifiers::NONE)));
        }
        self
    }

    fn mouse(&mut self, kind: MouseEventKind, column: u16, row: u16) {
        self.tell(Event::Mouse(MouseEvent { kind, column, row, modifiers: KeyModifiers::NONE }));
    }

    /// Clicks where `words` stand, and looks at the screen.
    pub(super) fn click(&mut self, words: &str) -> &mut Self {
        self.click_fast(words).tell(Event::Seen);
        self
    }

    /// Clicks where `words` stand.
    pub(super) fn click_fast(&mut self, words: &str) -> &mut Self {
        let screen = self.screen();
        let (row, line) = screen.lines().enumerate().find(|(_, line)| line.contains(words)).expect(words);
        let column = line[..line.find(words).unwrap()].chars().count();
        self.mouse(
            MouseEventKind::Down(MouseButton::Left),
            u16::try_from(column).unwrap(),
            u16::try_from(row).unwrap(),
        );
        self
    }

    pub(super) fn wheel(&mut self, up: bool) -> &mut Self {
        self.mouse(if up { MouseEventKind::ScrollUp } else { MouseEventKind::ScrollDown }, 5, 5);
        self
    }

    pub(super) fn paste(&mut self, text: &str) -> &mut Self {
        self.tell(Event::Paste(text.to_owned()));
        self
    }

    pub(super) fn resize(&mut self, width: u16, height: u16) -> &mut Self {
        self.terminal.backend_mut().resize(width, height);
        self.tell(Event::Resize(width, height));
        self
    }

    /// Has the terminal another size before the program has heard of it.
    pub(super) fn resize_unheard(&mut self, width: u16, height: u16) -> &mut Self {
        self.terminal.backend_mut().resize(width, height);
        self
    }

    /// What is on the screen, without the spaces at the ends of lines.
    pub(super) fn screen(&mut self) -> String {
        self.terminal.draw(|frame| self.app.view(frame)).unwrap();
        let buffer = self.terminal.backend().buffer();
        let mut screen = String::new();
        for y in 0..buffer.area.height {
            let line: String = (0..buffer.area.width).map(|x| buffer[(x, y)].symbol()).collect();
            screen.push_str(line.trim_end());
            screen.push('\n');
        }
        screen
    }

    pub(super) fn shows(&mut self, words: &str) -> bool {
        self.screen().contains(words)
    }

    /// The line under the cursor, without the mark.
    pub(super) fn marked(&mut self) -> String {
        let screen = self.screen();
        let line = screen.lines().find_map(|line| line.split_once('▸')).map(|(_, line)| line);
        line.unwrap_or_default().trim().to_owned()
    }

    /// Says first lines until the conversation is over.
    pub(super) fn talk_to_the_end(&mut self) -> &mut Self {
        for _ in 0..50 {
            if self.shows("for the debrief") {
                return self;
            }
            self.press("1");
        }
        panic!("the conversation has no end:\n{}", self.screen());
    }
}

/// The key of this name: `enter`, `ctrl-c`, `x`.
pub(in crate::tui) fn key(name: &str) -> KeyEvent {
    let (modifiers, name) = match name.strip_prefix("ctrl-") {
        Some(name) => (KeyModifiers::CONTROL, name),
        None => (KeyModifiers::NONE, name),
    };
    let code = match name {
        "enter" => KeyCode::Enter,
        "esc" => KeyCode::Esc,
        "up" => KeyCode::Up,
        "down" => KeyCode::Down,
        "pgup" => KeyCode::PageUp,
        "pgdn" => KeyCode::PageDown,
        "home" => KeyCode::Home,
        "end" => KeyCode::End,
        "backspace" => KeyCode::Backspace,
        "space" => KeyCode::Char(' '),
        "left" => KeyCode::Left,
        "right" => KeyCode::Right,
        "tab" => KeyCode::Tab,
        "shift-tab" => KeyCode::BackTab,
        "f5" => KeyCode::F(5),
        name => KeyCode::Char(name.chars().next().unwrap()),
    };
    KeyEvent::new(code, modifiers)
}
