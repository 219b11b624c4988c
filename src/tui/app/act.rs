//! What each action does in each place.

use super::data::{Effect, Reading};
use super::practice::Practice;
use super::{App, Screen, Sure};
use crate::tui::keymap::{Action, Place};
use crate::tui::screens::page::{Page, Text};
use crate::tui::screens::shelf::Item;
use crate::tui::screens::{conversation, debrief, page};

impl App {
    /// Does what a key means where keys go now.
    pub(super) fn act(&mut self, action: Action) -> Vec<Effect> {
        match action {
            Action::Suspend => return vec![Effect::Suspend],
            Action::Quit => return self.quit(),
            Action::Help => {
                self.help = Some(0);
                return Vec::new();
            }
            _ => {}
        }
        match self.place() {
            Place::Sure => self.answered(action == Action::Yes),
            Place::Help => self.in_help(action),
            Place::Page => self.in_page(action),
            Place::Home | Place::Filter => self.at_home(action),
            Place::Conversation | Place::Over => self.in_conversation(action),
            Place::Debrief | Place::Decision => self.in_debrief(action),
            Place::Outline | Place::Lines | Place::Problems | Place::Unread => Vec::new(),
        }
    }

    fn at_home(&mut self, action: Action) -> Vec<Effect> {
        let last = self.home.items.len().saturating_sub(1);
        let selected = self.home.selected;
        match action {
            Action::Up => self.home.selected = selected.saturating_sub(1),
            Action::Down => self.home.selected = (selected + 1).min(last),
            Action::PageUp => self.home.selected = selected.saturating_sub(self.rows_at_home()),
            Action::PageDown => self.home.selected = (selected + self.rows_at_home()).min(last),
            Action::First => self.home.selected = 0,
            Action::Last => self.home.selected = last,
            Action::Choose => return self.choose_at_home(),
            Action::Brief => self.brief_at_home(),
            Action::Filter => self.home.filtering = true,
            Action::Leave => {
                self.home.filtering = false;
                self.type_filter(String::clear);
            }
            Action::EraseAll => self.type_filter(String::clear),
            Action::Erase => self.type_filter(|filter| _ = filter.pop()),
            Action::Type(c) => self.type_filter(|filter| filter.push(c)),
            Action::GiveUp => self.sure = self.home.unfinished().map(|unfinished| Sure::GiveUp(unfinished.id)),
            Action::SetAside if self.home.shelf.broken => self.sure = Some(Sure::SetAside),
            Action::Reload => return vec![Effect::Reload],
            _ => {}
        }
        Vec::new()
    }

    fn type_filter(&mut self, change: impl FnOnce(&mut String)) {
        change(&mut self.home.filter);
        self.home.refilter();
    }

    /// About as many rows as the list shows at once.
    fn rows_at_home(&self) -> usize {
        usize::from(self.area.height.saturating_sub(5) / 3).max(1)
    }

    /// Takes the row under the cursor: goes on with it, practises it, or shows why neither can be.
    pub(super) fn choose_at_home(&mut self) -> Vec<Effect> {
        self.home.filtering = false;
        if let Some(unfinished) = self.home.unfinished().cloned() {
            return self.resume(&unfinished);
        }
        if self.home.item() == Some(Item::More) {
            return vec![Effect::More, Effect::Reload];
        }
        match self.home.entry().map(|entry| entry.reading.clone()) {
            Some(Reading::Ready(piece)) => self.draw(piece, None),
            Some(Reading::Broken(_)) => {
                self.page = Some(Page { text: Text::Mistakes, top: 0 });
                Vec::new()
            }
            None => Vec::new(),
        }
    }

    fn brief_at_home(&mut self) {
        let text = if self.home.piece().is_some() { Text::Brief } else { Text::Mistakes };
        if self.home.item().is_some_and(|item| item != Item::More) {
            self.page = Some(Page { text, top: 0 });
        }
    }

    fn in_conversation(&mut self, action: Action) -> Vec<Effect> {
        let over = self.place() == Place::Over;
        let page = usize::from(self.area.height / 2);
        // What led to the end may still be held.
        if over && action == Action::Choose && !self.seen() {
            return Vec::new();
        }
        let Some(practice) = &mut self.practice else { return Vec::new() };
        if !over && matches!(action, Action::Up | Action::Down) {
            practice.talk = conversation::stepped(practice, self.area, &self.wraps, action == Action::Down);
            return Vec::new();
        }
        let talk = &mut practice.talk;
        match action {
            Action::Up if over => talk.back += 1,
            Action::Down if over => talk.back = talk.back.saturating_sub(1),
            Action::First if over => talk.back = usize::MAX / 2,
            Action::Last if over => talk.back = 0,
            Action::First => (talk.selected, talk.top) = (0, 0),
            Action::Last => (talk.selected, talk.top) = (usize::MAX / 2, usize::MAX / 2),
            Action::PageUp => talk.back += page,
            Action::PageDown => talk.back = talk.back.saturating_sub(page),
            Action::Say(number) => return self.say(usize::from(number) - 1),
            Action::Choose if over => self.screen = Screen::Debrief,
            Action::Choose => {
                let selected = talk.selected;
                return self.say(selected);
            }
            Action::Brief => self.page = Some(Page { text: Text::Brief, top: 0 }),
            Action::Facts => self.page = Some(Page { text: Text::Facts, top: 0 }),
            Action::Words => self.page = Some(Page { text: Text::Words, top: 0 }),
            Action::Leave if self.not_kept.is_some() && !over => self.sure = Some(Sure::Leave),
            Action::Leave => return self.go_home(),
            _ => {}
        }
        Vec::new()
    }

    fn in_debrief(&mut self, action: Action) -> Vec<Effect> {
        let Some(practice) = &mut self.practice else { return Vec::new() };
        let page = 8;
        let opens = debrief::opens(practice, self.area, &self.wraps);
        let review = &mut practice.review;
        let before = review.selected;
        match action {
            Action::Up if review.open => review.detail = review.detail.saturating_sub(1),
            Action::Down if review.open => review.detail += 1,
            Action::Up => review.selected = review.selected.saturating_sub(1),
            Action::Down => review.selected += 1,
            Action::First => review.selected = 0,
            Action::Last => review.selected = usize::MAX / 2,
            Action::PageUp => review.detail = review.detail.saturating_sub(page),
            Action::PageDown => review.detail += page,
            Action::Leave if review.open => review.open = false,
            Action::Leave => return self.go_home(),
            Action::Choose if opens => (review.open, review.detail) = (true, 0),
            Action::TakeBack => return self.take_back(),
            Action::Again => return self.again(),
            Action::NewDraw => return self.new_draw(),
            Action::Words => self.page = Some(Page { text: Text::Words, top: 0 }),
            _ => {}
        }
        if let Some(practice) = &mut self.practice
            && practice.review.selected != before
        {
            practice.review.detail = 0;
        }
        Vec::new()
    }

    fn in_page(&mut self, action: Action) -> Vec<Effect> {
        let Some(Page { text, top }) = self.page else { return Vec::new() };
        if action == Action::Leave {
            self.page = None;
        } else if let Some(by) = scrolled(action, self.area.height) {
            let top = page::moved(&self.content(text), top, by, self.area, &self.wraps);
            self.page = Some(Page { text, top });
        }
        Vec::new()
    }

    fn in_help(&mut self, action: Action) -> Vec<Effect> {
        if action == Action::Leave {
            self.help = None;
        } else if let (Some(top), Some(by)) = (self.help, scrolled(action, self.area.height)) {
            self.help = Some(self.helped(top, by));
        }
        Vec::new()
    }

    /// Back to the scenarios, with what was kept since.
    fn go_home(&mut self) -> Vec<Effect> {
        self.left = self.practice.as_ref().is_some_and(Practice::is_worth_going_on_with);
        if self.left && self.not_kept.is_none() {
            self.notice = Some("Kept. You can go on with it here.".to_owned());
        }
        self.put_away();
        self.screen = Screen::Home;
        vec![Effect::Reload]
    }

    fn quit(&mut self) -> Vec<Effect> {
        let open = self.practice.as_ref().is_some_and(|practice| !practice.conversation.is_over());
        if open && self.not_kept.is_some() && self.sure != Some(Sure::Quit) {
            self.sure = Some(Sure::Quit);
            return Vec::new();
        }
        vec![Effect::Quit]
    }

    fn answered(&mut self, yes: bool) -> Vec<Effect> {
        match (self.sure.take(), yes) {
            (Some(Sure::GiveUp(id)), true) => vec![Effect::GiveUp { id }, Effect::Reload],
            (Some(Sure::SetAside), true) => vec![Effect::SetAside, Effect::Reload],
            (Some(Sure::Leave), true) => self.go_home(),
            (Some(Sure::Quit), true) => vec![Effect::Quit],
            _ => Vec::new(),
        }
    }
}

/// The rows that a page moves by.
fn scrolled(action: Action, height: u16) -> Option<isize> {
    let page = isize::try_from(height.saturating_sub(6).max(1)).unwrap_or(1);
    Some(match action {
        Action::Up => -1,
        Action::Down => 1,
        Action::PageUp => -page,
        Action::PageDown => page,
        Action::First => isize::MIN / 2,
        Action::Last => isize::MAX / 2,
        _ => return None,
    })
}
