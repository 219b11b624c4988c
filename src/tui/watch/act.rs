//! What each key and the mouse do at the bench.

use crossterm::event::{MouseButton, MouseEvent, MouseEventKind};

use super::bench::{Bench, View};
use super::data::Effect;
use super::finding::Finding;
use super::places::Places;
use super::{explained, outline, pane};
use crate::export::pages;
use crate::problem::Severity;
use crate::tui::keymap::{Action, Place};

/// The rows that one notch of the wheel scrolls.
const NOTCH: isize = 3;

impl Bench {
    /// Does what a key means where keys go now.
    pub(super) fn act(&mut self, action: Action) -> Vec<Effect> {
        match action {
            Action::Suspend => return vec![Effect::Suspend],
            Action::Quit => return vec![Effect::Quit],
            Action::Help => self.help = Some(0),
            Action::Reload => return vec![Effect::Read],
            Action::Explain => {
                let code = self.findings().get(self.finding).map(|finding| finding.code);
                self.page = code.and_then(pages::page).map(|page| (page, 0));
            }
            Action::Edit => return vec![self.edit()],
            Action::NextView => self.look_at(self.view.on(1)),
            Action::LastView => self.look_at(self.view.on(View::ALL.len() - 1)),
            _ => match self.place() {
                Place::Help => self.in_help(action),
                Place::Page => self.in_page(action),
                Place::Problems | Place::Unread => self.in_problems(action),
                Place::Lines => self.in_lines(action),
                _ => self.in_outline(action),
            },
        }
        Vec::new()
    }

    /// An editor at the line of what is selected.
    fn edit(&self) -> Effect {
        let finding = self.findings().get(self.finding).filter(|_| self.in_problems_view());
        if let Some(finding) = finding {
            let pack = self.broken.as_ref().is_some_and(|broken| broken.pack);
            return Effect::Edit { line: finding.line, pack };
        }
        // A file that cannot be played has to be mended first, and its lines are not those of the picture.
        if let Some(broken) = &self.broken {
            let line = broken.findings.iter().find_map(|finding| finding.line);
            return Effect::Edit { line, pack: broken.pack };
        }
        let Some(picture) = &self.picture else { return Effect::Edit { line: None, pack: false } };
        let line = match self.choices().get(self.line) {
            Some(choice) if self.line().is_some() => {
                Some(picture.lines[picture.number(choice.moment, choice.reply, choice.follow_up)])
            }
            _ => picture.entries.get(self.selected).map(|entry| entry.line),
        };
        Effect::Edit { line, pack: false }
    }

    /// Turns to `view`; without a picture there are only problems to look at.
    fn look_at(&mut self, view: View) {
        if self.picture.is_none() {
            return;
        }
        self.view = view;
        let here = |finding: &Finding| finding.entry == Some(self.selected);
        // Of mistakes the first is mended first: one slip often causes the rest.
        if view == View::Problems && self.findings().iter().any(|finding| finding.severity == Severity::Error) {
            self.finding = 0;
            return;
        }
        if view == View::Problems && !self.findings().get(self.finding).is_some_and(here) {
            self.finding = self.findings().iter().position(here).unwrap_or(self.finding);
        }
    }

    fn in_outline(&mut self, action: Action) {
        let last = self.picture.as_ref().map_or(0, |picture| picture.entries.len().saturating_sub(1));
        let page = usize::from(Places::of(self).outline.height.saturating_sub(1)).max(1);
        let selected = self.selected;
        match action {
            Action::Up => self.select(selected.saturating_sub(1)),
            Action::Down => self.select(selected + 1),
            Action::First => self.select(0),
            Action::Last => self.select(last),
            Action::FarUp => self.select(selected.saturating_sub(page)),
            Action::FarDown => self.select(selected + page),
            Action::PageUp => self.scroll(false),
            Action::PageDown => self.scroll(true),
            Action::Choose => (self.view, self.in_lines) = (View::Conversation, true),
            Action::LessOpen => self.open(false),
            Action::MoreOpen => self.open(true),
            Action::StepBack => _ = self.go_back(),
            _ => {}
        }
    }

    fn in_lines(&mut self, action: Action) {
        let choices = self.choices();
        let last = choices.len().saturating_sub(1);
        match action {
            Action::Up => self.line = self.line.saturating_sub(1),
            Action::Down => self.line = (self.line + 1).min(last),
            Action::First => self.line = 0,
            Action::Last => self.line = last,
            Action::PageUp => self.line = self.line.saturating_sub(3),
            Action::PageDown => self.line = (self.line + 3).min(last),
            Action::Choose => {
                if let Some(&choice) = choices.get(self.line) {
                    self.go_on(choice);
                }
            }
            // From where the walk began, the next step back is to the moments.
            Action::StepBack => self.in_lines = self.go_back(),
            Action::Leave => self.in_lines = false,
            Action::LessOpen => self.open(false),
            Action::MoreOpen => self.open(true),
            _ => {}
        }
    }

    fn in_problems(&mut self, action: Action) {
        let last = self.findings().len().saturating_sub(1);
        match action {
            Action::Up => self.finding = self.finding.saturating_sub(1),
            Action::Down => self.finding = (self.finding + 1).min(last),
            Action::First => self.finding = 0,
            Action::Last => self.finding = last,
            Action::PageUp => self.finding = self.finding.saturating_sub(5),
            Action::PageDown => self.finding = (self.finding + 5).min(last),
            Action::Choose => {
                self.show();
                return;
            }
            Action::Leave if self.picture.is_some() => self.view = View::Conversation,
            _ => {}
        }
        if let Some(entry) = self.findings().get(self.finding).and_then(|finding| finding.entry)
            && entry != self.selected
        {
            self.select(entry);
        }
    }

    /// Goes to the line that the selected problem lies in, or to its moment.
    fn show(&mut self) {
        let Some(finding) = self.findings().get(self.finding).cloned() else { return };
        let (Some(entry), Some(picture)) = (finding.entry, self.picture.clone()) else { return };
        self.select(entry);
        self.view = View::Conversation;
        let Some(choice) = finding.choice else { return };
        let stands = std::iter::once(None).chain(self.opennesses().into_iter().map(Some));
        // As it mostly is there, or else at the first openness at which the line is on offer.
        for stand in stands {
            if let Some(openness) = stand {
                self.stand_at(&picture, openness);
            }
            if let Some(line) = self.choices().iter().position(|on_offer| *on_offer == choice) {
                (self.in_lines, self.line) = (true, line);
                return;
            }
        }
        self.begin();
        self.notice = Some("That line is not on offer here as conversations mostly come; `e` opens it.".to_owned());
    }

    fn in_help(&mut self, action: Action) {
        let page = isize::try_from(self.area.height.saturating_sub(6).max(1)).unwrap_or(1);
        let by = match action {
            Action::Leave => {
                self.help = None;
                return;
            }
            Action::Up => -1,
            Action::Down => 1,
            Action::PageUp => -page,
            Action::PageDown => page,
            Action::First => isize::MIN / 2,
            Action::Last => isize::MAX / 2,
            _ => return,
        };
        self.help = self.help.map(|top| self.helped(top, by));
    }

    fn in_page(&mut self, action: Action) {
        let Some((page, top)) = self.page.take() else { return };
        let room = isize::try_from(self.area.height.saturating_sub(6).max(1)).unwrap_or(1);
        let by = match action {
            Action::Leave => return,
            Action::Up => -1,
            Action::Down => 1,
            Action::PageUp => -room,
            Action::PageDown => room,
            Action::First => isize::MIN / 2,
            Action::Last => isize::MAX / 2,
            _ => 0,
        };
        let top = explained::moved(&page, top, by, self.area);
        self.page = Some((page, top));
    }

    /// Has the customer less or more open at the moment where the walk stands: the next that a conversation can have.
    fn open(&mut self, more: bool) {
        let Some(openness) = self.stand().filter(|stand| stand.moment().is_some()).map(|stand| stand.state.openness)
        else {
            return;
        };
        let possible = self.opennesses();
        let next = if more {
            possible.iter().find(|&&other| other > openness)
        } else {
            possible.iter().rfind(|&&other| other < openness)
        };
        match next {
            Some(&next) => self.set_openness(next),
            None => {
                let end = if more { "more" } else { "less" };
                self.notice = Some(format!("No conversation comes here with the customer {end} open."));
            }
        }
    }

    /// Scrolls the view by a screen, on or back.
    fn scroll(&mut self, on: bool) {
        let room = isize::try_from(Places::of(self).side.height.saturating_sub(1).max(1)).unwrap_or(1);
        self.moved(if on { room } else { -room });
    }

    fn moved(&mut self, by: isize) {
        let top = &mut self.tops[self.view as usize];
        *top = top.saturating_add_signed(by);
    }

    /// Does what the mouse means where it is.
    pub(super) fn mouse(&mut self, mouse: MouseEvent) {
        let places = Places::of(self);
        let at = (mouse.column, mouse.row).into();
        match mouse.kind {
            MouseEventKind::ScrollUp | MouseEventKind::ScrollDown => {
                let on = mouse.kind == MouseEventKind::ScrollDown;
                let action = if on { Action::Down } else { Action::Up };
                if self.help.is_none() && self.page.is_some() {
                    (0..NOTCH).for_each(|_| self.in_page(action));
                } else if self.help.is_some() {
                    self.help = self.help.map(|top| self.helped(top, if on { NOTCH } else { -NOTCH }));
                } else if places.outline.contains(at) && !self.in_problems_view() {
                    self.in_outline(action);
                } else if self.beneath() == Place::Outline {
                    self.moved(if on { NOTCH } else { -NOTCH });
                } else {
                    drop(self.act(action));
                }
            }
            MouseEventKind::Down(MouseButton::Left) if self.help.is_none() && self.page.is_none() => {
                self.notice = None;
                if let Some(view) = places.tab(self, mouse.column, mouse.row) {
                    self.look_at(view);
                } else if places.outline.contains(at) {
                    self.click_outline(mouse.row - places.outline.y);
                } else if places.side.contains(at) {
                    self.click_side(mouse.row - places.side.y, places.side.width);
                }
            }
            _ => {}
        }
    }

    fn click_outline(&mut self, y: u16) {
        let entry = self.picture.as_deref().and_then(|picture| outline::at(picture, self.outline_top, y));
        if let Some(entry) = entry {
            self.in_lines = false;
            if self.view == View::Problems {
                self.view = View::Conversation;
            }
            self.select(entry);
        }
    }

    /// The first click selects, the second on the same thing takes it.
    fn click_side(&mut self, y: u16, width: u16) {
        let rows = self.rows(width);
        let Some(item) = pane::item(&rows, self.tops[self.view as usize], y) else { return };
        match self.beneath() {
            Place::Problems | Place::Unread if self.finding != item => {
                self.finding = item;
                self.in_problems(Action::Help);
            }
            Place::Lines if self.line == item => self.in_lines(Action::Choose),
            Place::Lines | Place::Outline if self.view == View::Conversation => {
                (self.in_lines, self.line) = (true, item);
            }
            _ => {}
        }
    }
}
