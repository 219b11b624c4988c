//! The bench as plain data: what happens goes in, what the world has to do comes out, and what it looks like can be
//! drawn at any time.

use std::sync::Arc;

use ratatui::layout::Rect;

use super::data::{Effect, Event, Reading};
use super::finding::Finding;
use super::picture::{Broken, Picture};
use super::places::Places;
use super::walk::Walk;
use super::{explained, outline, pane};
use crate::export::pages::Page;
use crate::problem::Severity;
use crate::scenario::Rubric;
use crate::tui::keymap::{self, Place};
use crate::tui::screens::{help, too_small};
use crate::tui::theme::Theme;
use crate::tui::widgets::wraps::Wraps;

/// What the larger part of the screen shows.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum View {
    /// The conversation from the selected moment.
    Conversation,
    /// The figures of the scenario and of the selected moment.
    Figures,
    /// What is wrong.
    Problems,
}

impl View {
    pub(super) const ALL: [Self; 3] = [Self::Conversation, Self::Figures, Self::Problems];

    /// The view `by` further on.
    pub(super) fn on(self, by: usize) -> Self {
        let at = Self::ALL.iter().position(|&view| view == self).unwrap_or(0);
        Self::ALL[(at + by) % Self::ALL.len()]
    }
}

/// How a version that was not shown yet is coming on.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Work {
    /// There is none.
    Done,
    /// It is being worked out.
    Begun,
    /// And has been for so long that people wonder.
    Slow,
}

/// What is on the screen.
#[derive(Debug)]
pub struct Bench {
    pub(super) area: Rect,
    pub(super) theme: Theme,
    wraps: Wraps,
    /// The file, as it is shown.
    pub(super) file: String,
    /// The last good picture, and when it was taken.
    pub(super) picture: Option<Arc<Picture>>,
    pub(super) taken: String,
    /// What is wrong with the file since then, so that it cannot be played.
    pub(super) broken: Option<Arc<Broken>>,
    /// How a version that was not shown yet is coming on.
    pub(super) work: Work,
    /// Why the system does not tell of saves.
    pub(super) not_told: Option<String>,
    pub(super) view: View,
    /// Whether keys go to the lines, and not to the outline.
    pub(super) in_lines: bool,
    pub(super) selected: usize,
    pub(super) outline_top: usize,
    /// The conversation from the selected moment; nothing at an ending.
    pub(super) walk: Option<Walk>,
    /// Which of the lines is selected.
    pub(super) line: usize,
    /// Which of the problems is selected.
    pub(super) finding: usize,
    /// The first row shown of each view.
    pub(super) tops: [usize; 3],
    /// The first row shown of the help page, while it is open.
    pub(super) help: Option<usize>,
    /// The page that explains a problem and its first row shown, while it is open.
    pub(super) page: Option<(Page, usize)>,
    /// Something to say on the last line, until the next key.
    pub(super) notice: Option<String>,
}

impl Bench {
    /// A bench on which the file that is shown as `file` was not read yet, on a terminal of `width` by `height`.
    #[must_use]
    pub fn new(file: &str, theme: Theme, width: u16, height: u16) -> Self {
        Self {
            area: Rect::new(0, 0, width, height),
            theme,
            wraps: Wraps::default(),
            file: file.to_owned(),
            picture: None,
            taken: String::new(),
            broken: None,
            work: Work::Done,
            not_told: None,
            view: View::Conversation,
            in_lines: false,
            selected: 0,
            outline_top: 0,
            walk: None,
            line: 0,
            finding: 0,
            tops: [0; 3],
            help: None,
            page: None,
            notice: None,
        }
    }

    /// Changes the bench by what happened, and returns what the world has to do.
    pub fn update(&mut self, event: Event) -> Vec<Effect> {
        let mut effects = Vec::new();
        match event {
            Event::Key(key) => {
                self.notice = None;
                // On a screen that shows nothing, only the keys that leave it mean something.
                if let Some(action) = keymap::action(self.place(), key)
                    && (!too_small::is(self.area) || keymap::leaves(action))
                {
                    effects = self.act(action);
                }
            }
            Event::Mouse(_) if too_small::is(self.area) => {}
            Event::Mouse(mouse) => self.mouse(mouse),
            Event::Paste(_) => {}
            Event::Resize(width, height) => self.area = Rect::new(0, 0, width, height),
            Event::Read { at, reading } => self.read(at, reading),
            Event::Begun => self.work = Work::Begun,
            Event::Slow => self.work = Work::Slow,
            Event::NotTold(why) => self.not_told = Some(why),
            Event::Edited(Ok(())) => self.notice = None,
            Event::Edited(Err(why)) => self.notice = Some(why),
        }
        self.settle();
        effects
    }

    /// Takes what came of reading the file. What was selected stays selected: by its name, else by its place.
    fn read(&mut self, at: String, reading: Reading) {
        self.work = Work::Done;
        let before = self.findings().get(self.finding).cloned();
        match reading {
            Reading::Broken(broken) => self.broken = Some(broken),
            Reading::Good(picture) => {
                self.broken = None;
                self.taken = at;
                let old = self.picture.replace(Arc::clone(&picture));
                match old {
                    Some(old) if Arc::ptr_eq(&old, &picture) => {}
                    Some(old) => self.find_again(&old, &picture),
                    None => self.select(picture.scenario.opening.then.index()),
                }
            }
        }
        if let Some(before) = before {
            let same = |finding: &&Finding| finding.code == before.code && finding.says == before.says;
            let findings = self.findings();
            let found = findings.iter().position(|finding| same(&finding) && finding.text == before.text);
            let found = found.or_else(|| findings.iter().position(|finding| same(&finding)));
            self.finding = found.unwrap_or(self.finding);
        }
    }

    /// Whether a new version is being worked out, and nobody was told yet that it takes long.
    #[must_use]
    pub fn waits(&self) -> bool {
        self.work == Work::Begun
    }

    pub(super) const fn wraps(&self) -> &Wraps {
        &self.wraps
    }

    pub(super) const fn selected(&self) -> usize {
        self.selected
    }

    pub(super) const fn outline_top(&self) -> usize {
        self.outline_top
    }

    /// The line under the cursor, while keys go to the lines.
    pub(super) fn line(&self) -> Option<usize> {
        (self.in_lines && self.view == View::Conversation).then_some(self.line)
    }

    /// What is wrong now: with the file as it is, or else with the scenario that it holds.
    pub(super) fn findings(&self) -> &[Finding] {
        match (&self.broken, &self.picture) {
            (Some(broken), _) => &broken.findings,
            (None, Some(picture)) => &picture.findings,
            (None, None) => &[],
        }
    }

    /// That the picture is not that of the file as it is now, where that is so.
    pub(super) fn last_good(&self) -> Option<String> {
        let old = self.broken.is_some() && self.picture.is_some();
        old.then(|| format!("The last good version, of {}. It cannot be played now:", self.taken))
    }

    /// The worst that is wrong in entry number `entry`.
    pub(super) fn mark(&self, picture: &Picture, entry: usize) -> Option<Severity> {
        match &self.broken {
            Some(broken) => broken.mark(entry),
            None => picture.entries.get(entry).and_then(|entry| entry.mark),
        }
    }

    /// Where keys go now.
    pub(super) fn place(&self) -> Place {
        if self.help.is_some() { Place::Help } else { self.beneath() }
    }

    /// Where keys go when the help page is away.
    pub(super) fn beneath(&self) -> Place {
        match self.view {
            _ if self.page.is_some() => Place::Page,
            // Without a picture there is nothing else to look at.
            _ if self.picture.is_none() => Place::Unread,
            View::Problems => Place::Problems,
            View::Conversation if self.in_lines => Place::Lines,
            View::Conversation | View::Figures => Place::Outline,
        }
    }

    /// Whether the view is that of the problems.
    pub(super) fn in_problems_view(&self) -> bool {
        self.picture.is_none() || self.view == View::Problems
    }

    pub(super) fn rubric(&self) -> Option<&Rubric> {
        self.picture.as_ref().map(|picture| &picture.scenario.rubric)
    }

    /// Where the help page begins after moving by `by` rows.
    pub(super) fn helped(&self, top: usize, by: isize) -> usize {
        help::moved(self.beneath(), self.rubric(), top, by, self.area, &self.wraps)
    }

    /// Sees to it that what is selected is on the screen, and nothing is scrolled past its end.
    fn settle(&mut self) {
        self.finding = self.finding.min(self.findings().len().saturating_sub(1));
        self.line = self.line.min(self.choices().len().saturating_sub(1));
        self.in_lines &= !self.choices().is_empty() || self.came_from().is_some();
        let places = Places::of(self);
        if let Some(picture) = self.picture.clone() {
            let room = usize::from(places.outline.height);
            self.outline_top = outline::follow(&picture, self.outline_top, self.selected, room);
        }
        let (rows, selected) = (self.rows(places.side.width), self.item());
        let top = &mut self.tops[self.view as usize];
        *top = pane::follow(&rows, *top, selected, usize::from(places.side.height));
        if let Some((page, top)) = &mut self.page {
            *top = explained::moved(page, *top, 0, self.area);
        }
        if let Some(top) = self.help {
            self.help = Some(self.helped(top, 0));
        }
    }

    /// What is selected in the view.
    fn item(&self) -> Option<usize> {
        match self.view {
            _ if self.in_problems_view() => Some(self.finding),
            View::Conversation if self.in_lines => Some(self.line),
            _ => None,
        }
    }
}
