//! The program as plain data: what happens goes in, what the world has to do comes out, and what it looks like can be
//! drawn at any time. Nothing here reads a file, a clock or a terminal.

mod act;
pub mod data;
mod hints;
mod mouse;
mod play;
pub(crate) mod practice;

use std::collections::{HashMap, HashSet};
use std::sync::Arc;

use ratatui::layout::Rect;

use self::data::{Effect, Event, Piece, Ticket};
use self::practice::Practice;
use super::keymap::{self, Place};
use super::screens::page::{Content, Page, Text};
use super::screens::shelf::Home;
use super::screens::{brief, conversation, debrief, help, home, mistakes, page, too_small, words};
use super::theme::{Role, Theme};
use super::widgets::brush::Brush;
use super::widgets::prose::Para;
use super::widgets::wraps::Wraps;
use crate::scenario::{ReplyKind, Rubric};
use crate::solver::Solved;
use crate::text_hash::TextHash;
use crate::tui::app::data::{Reading, Start};

/// The screen that is open.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Screen {
    Home,
    Conversation,
    Debrief,
}

/// A question that waits for yes or no.
#[derive(Debug, Clone, PartialEq, Eq)]
enum Sure {
    /// Give up the unfinished conversation with this id?
    GiveUp(i64),
    /// Set the broken history aside?
    SetAside,
    /// Leave a conversation that is not kept?
    Leave,
    /// Quit in a conversation that is not kept?
    Quit,
}

/// What waits for a seed.
#[derive(Debug, Clone)]
struct Waiting {
    piece: Arc<Piece>,
    first: Option<ReplyKind>,
}

/// The whole program.
#[derive(Debug)]
pub struct App {
    area: Rect,
    theme: Theme,
    wraps: Wraps,
    screen: Screen,
    home: Home,
    practice: Option<Practice>,
    page: Option<Page>,
    /// The first line shown of the help page, while it is open.
    help: Option<usize>,
    sure: Option<Sure>,
    /// Something to say on the last line, until the next key.
    notice: Option<String>,
    /// Why nothing is kept, where that is so.
    not_kept: Option<String>,
    waiting: Option<Waiting>,
    /// The unfinished conversation to go on with as soon as the history was read.
    resuming: Option<i64>,
    /// Whether the conversation before the home screen was left in the middle.
    left: bool,
    tickets: u64,
    /// Whether what can be said now is new to the person, and nothing that was typed can have meant it.
    unseen: bool,
    /// Counts what has to be seen before a line is said: each offer of lines, and each key that came before it was seen.
    offers: u64,
    /// The scenarios that are being solved.
    solving: HashSet<TextHash>,
    solved: HashMap<TextHash, Result<Arc<Solved>, String>>,
    /// Conversations that are over and wait for their values, after their screen was left.
    unjudged: Vec<Practice>,
}

impl App {
    /// A program that has not opened anything yet, on a terminal of `width` by `height`.
    #[must_use]
    pub fn new(theme: Theme, width: u16, height: u16) -> Self {
        Self {
            area: Rect::new(0, 0, width, height),
            theme,
            wraps: Wraps::default(),
            screen: Screen::Home,
            home: Home::default(),
            practice: None,
            page: None,
            help: None,
            sure: None,
            notice: None,
            not_kept: None,
            waiting: None,
            resuming: None,
            left: false,
            tickets: 0,
            unseen: false,
            offers: 0,
            solving: HashSet::new(),
            solved: HashMap::new(),
            unjudged: Vec::new(),
        }
    }

    /// Changes the colours.
    pub const fn set_theme(&mut self, theme: Theme) {
        self.theme = theme;
    }

    /// Opens what the program is to open with.
    pub fn open(&mut self, start: Start) -> Vec<Effect> {
        let mut effects = vec![Effect::Reload];
        match start {
            Start::Home => {}
            Start::Resume(id) => self.resuming = Some(id),
            Start::Practise { piece, seed: Some(seed), first } => effects.extend(self.begin(piece, seed, first)),
            Start::Practise { piece, seed: None, first } => effects.extend(self.draw(piece, first)),
        }
        self.settle();
        effects
    }

    /// Changes the program by what happened, and returns what the world has to do.
    pub fn update(&mut self, event: Event) -> Vec<Effect> {
        let effects = match event {
            Event::Key(key) => {
                self.notice = None;
                // On a screen that shows nothing, only the keys that leave it mean something.
                match keymap::action(self.place(), key) {
                    Some(action) if !too_small::is(self.area) || keymap::leaves(action) => self.act(action),
                    _ => Vec::new(),
                }
            }
            Event::Mouse(_) if too_small::is(self.area) => Vec::new(),
            Event::Mouse(mouse) => self.mouse(mouse),
            Event::Paste(text) => self.paste(&text),
            Event::Resize(width, height) => {
                self.area = Rect::new(0, 0, width, height);
                Vec::new()
            }
            Event::Shelf(shelf) => {
                self.not_kept.clone_from(&shelf.not_kept);
                self.home.take(*shelf);
                self.resuming.take().map_or_else(Vec::new, |id| self.resume_by(id))
            }
            Event::Seed(seed) => match self.waiting.take() {
                Some(Waiting { piece, first }) => self.begin(piece, seed, first),
                None => Vec::new(),
            },
            Event::Solved { hash, solved } => self.solved(hash, solved),
            Event::Seen => {
                self.unseen = false;
                Vec::new()
            }
            Event::Kept => {
                self.not_kept = None;
                self.notice = Some("Kept again, with all that was said before.".to_owned());
                Vec::new()
            }
            Event::SetAside(aside) => {
                self.notice = Some(match aside {
                    Ok(path) => format!("A new history was begun. The broken one is kept as {path}"),
                    Err(reason) => format!("The history was not set aside: {reason}"),
                });
                Vec::new()
            }
            Event::NotKept(reason) => {
                if self.not_kept.is_none() {
                    self.notice = Some(format!("This is not kept: {reason}"));
                }
                self.not_kept = Some(reason);
                Vec::new()
            }
        };
        self.settle();
        effects
    }

    /// A paste goes where words are typed, as one line; it is never keys.
    fn paste(&mut self, text: &str) -> Vec<Effect> {
        if self.place() == Place::Filter {
            let line: String = text.lines().next().unwrap_or_default().chars().filter(|c| !c.is_control()).collect();
            self.home.filter.push_str(&line);
            self.home.refilter();
        }
        Vec::new()
    }

    /// Where keys go now.
    fn place(&self) -> Place {
        if self.sure.is_some() {
            return Place::Sure;
        }
        if self.help.is_some() {
            return Place::Help;
        }
        self.beneath()
    }

    /// Where keys go when the help page and the question are away.
    fn beneath(&self) -> Place {
        if self.page.is_some() {
            return Place::Page;
        }
        match (self.screen, &self.practice) {
            (Screen::Conversation, Some(practice)) if practice.conversation.is_over() => Place::Over,
            (Screen::Conversation, Some(_)) => Place::Conversation,
            (Screen::Debrief, Some(practice)) if practice.review.open => Place::Decision,
            (Screen::Debrief, Some(_)) => Place::Debrief,
            _ if self.home.filtering => Place::Filter,
            _ => Place::Home,
        }
    }

    /// Whether the conversation that was on the screen last was left in the middle and is kept.
    #[must_use]
    pub fn leaves_unfinished(&self) -> bool {
        self.not_kept.is_none() && self.practice.as_ref().map_or(self.left, practice::Practice::is_worth_going_on_with)
    }

    /// A number that stays the same while the same new lines wait to be seen; nothing where there are none. Once they
    /// were drawn, and some time has passed under one number, [`Event::Seen`] has to be told.
    #[must_use]
    pub fn unseen(&self) -> Option<u64> {
        self.unseen.then_some(self.offers)
    }

    /// Notes that what can be said now is new, so that a key that was held or typed ahead says none of it.
    const fn offer(&mut self) {
        self.unseen = true;
        self.offers += 1;
    }

    /// Whether a line may be said, or the end passed: not before it can have been seen. Whoever tries goes on waiting.
    pub(super) const fn seen(&mut self) -> bool {
        if self.unseen {
            self.offers += 1;
        }
        !self.unseen
    }

    /// Sees to it that what is under the cursor is on the screen.
    fn settle(&mut self) {
        self.home.shelf.not_kept.clone_from(&self.not_kept);
        self.home.top = home::follow(&self.home, self.area, &self.wraps);
        if let Some(mut practice) = self.practice.take() {
            match self.screen {
                Screen::Conversation => practice.talk = conversation::settle(&practice, self.area, &self.wraps),
                Screen::Debrief => practice.review = debrief::settle(&practice, self.area, &self.wraps),
                Screen::Home => {}
            }
            self.practice = Some(practice);
        }
        if let Some(page) = self.page {
            let top = page::moved(&self.content(page.text), page.top, 0, self.area, &self.wraps);
            self.page = Some(Page { top, ..page });
        }
        if let Some(top) = self.help {
            self.help = Some(self.helped(top, 0));
        }
    }

    /// The skills of the conversation on the screen.
    fn rubric(&self) -> Option<&Rubric> {
        self.practice.as_ref().map(|practice| &practice.piece.scenario.rubric)
    }

    /// Where the help page begins after moving by `by` rows.
    fn helped(&self, top: usize, by: isize) -> usize {
        help::moved(self.beneath(), self.rubric(), top, by, self.area, &self.wraps)
    }

    fn ticket(&mut self) -> Ticket {
        self.tickets += 1;
        Ticket(self.tickets)
    }

    /// What a page shows.
    fn content(&self, text: Text) -> Content<'_> {
        let piece = match (self.screen, &self.practice) {
            (Screen::Conversation | Screen::Debrief, Some(practice)) => Some(&practice.piece),
            _ => self.home.piece(),
        };
        let nothing = || Content { title: "", after: String::new(), paras: Vec::new() };
        let scenario = piece.map(|piece| &*piece.scenario);
        match (text, scenario, &self.practice) {
            (Text::Brief, Some(scenario), _) => Content {
                title: &scenario.title,
                after: format!("{} · the brief", scenario.level.word()),
                paras: brief::whole(scenario),
            },
            (Text::Facts, Some(scenario), Some(practice)) => {
                let known = &practice.conversation.state().known;
                let mut paras: Vec<Para<'_>> =
                    known.iter().map(|&fact| Para::new(scenario.fact(fact).says.as_str(), Role::Text)).collect();
                if paras.is_empty() {
                    paras.push(Para::new("Nothing learned yet. Questions are how facts come out.", Role::Quiet));
                }
                let after = format!("of {}, {}", scenario.customer.name, scenario.customer.role);
                Content { title: "What you know", after, paras }
            }
            (Text::Words, Some(scenario), Some(practice)) => Content {
                title: &scenario.title,
                after: "the whole conversation".to_owned(),
                paras: words::spoken(scenario, &practice.conversation),
            },
            (Text::Mistakes, _, _) => match self.home.entry().map(|entry| (entry, &entry.reading)) {
                Some((entry, Reading::Broken(problems))) => {
                    Content { title: &entry.stem, after: entry.file.clone(), paras: mistakes::paras(problems) }
                }
                _ => nothing(),
            },
            _ => nothing(),
        }
    }

    /// Draws the program.
    pub fn view(&self, frame: &mut ratatui::Frame<'_>) {
        let area = frame.area();
        let mut brush = Brush::new(frame.buffer_mut(), self.theme, &self.wraps);
        if too_small::is(area) {
            return too_small::view(&mut brush, area);
        }
        if let Some(top) = self.help {
            help::view(self.beneath(), self.rubric(), top, &mut brush, area);
        } else if let Some(page) = self.page {
            page::view(&self.content(page.text), page.top, &mut brush, area);
        } else {
            match (self.screen, &self.practice) {
                (Screen::Conversation, Some(practice)) => conversation::view(practice, &mut brush, area),
                (Screen::Debrief, Some(practice)) => debrief::view(practice, &mut brush, area),
                _ => home::view(&self.home, &mut brush, area),
            }
        }
        self.last_line(&mut brush, area);
    }
}
