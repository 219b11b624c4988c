//! The mouse: a click says a line or goes to a row, the wheel scrolls.

use crossterm::event::{MouseButton, MouseEvent, MouseEventKind};

use super::App;
use super::data::Effect;
use crate::tui::keymap::{Action, Place};
use crate::tui::screens::{conversation, debrief, home};

/// The rows that one notch of the wheel scrolls.
const NOTCH: usize = 3;

impl App {
    /// Does what the mouse means where it is.
    pub(super) fn mouse(&mut self, mouse: MouseEvent) -> Vec<Effect> {
        match mouse.kind {
            MouseEventKind::Down(MouseButton::Left) => self.click(mouse.column, mouse.row),
            MouseEventKind::ScrollUp => self.wheel(true, mouse.row),
            MouseEventKind::ScrollDown => self.wheel(false, mouse.row),
            _ => Vec::new(),
        }
    }

    fn click(&mut self, x: u16, y: u16) -> Vec<Effect> {
        self.notice = None;
        match (self.place(), &mut self.practice) {
            (Place::Home | Place::Filter, _) => {
                let Some(row) = home::at(&self.home, self.area, &self.wraps, x, y) else { return Vec::new() };
                // The first click shows the brief, the second on the same row takes it.
                if std::mem::replace(&mut self.home.selected, row) == row {
                    return self.choose_at_home();
                }
            }
            (Place::Conversation, Some(practice)) => {
                if let Some(line) = conversation::at(practice, self.area, &self.wraps, x, y) {
                    return self.say(line);
                }
            }
            (Place::Debrief, Some(practice)) => {
                if let Some(row) = debrief::at(practice, self.area, &self.wraps, x, y) {
                    if practice.review.selected == row {
                        return self.act(Action::Choose);
                    }
                    (practice.review.selected, practice.review.detail) = (row, 0);
                }
            }
            _ => {}
        }
        Vec::new()
    }

    fn wheel(&mut self, up: bool, y: u16) -> Vec<Effect> {
        let action = if up { Action::Up } else { Action::Down };
        match (self.place(), &mut self.practice) {
            (Place::Conversation, Some(practice)) if conversation::scrolls(practice, self.area, &self.wraps, y) => {
                self.act(action)
            }
            (Place::Conversation | Place::Over, Some(practice)) => {
                let back = practice.talk.back;
                practice.talk.back = if up { back + NOTCH } else { back.saturating_sub(NOTCH) };
                Vec::new()
            }
            (Place::Page | Place::Help | Place::Decision, _) => (0..NOTCH).flat_map(|_| self.act(action)).collect(),
            (Place::Home | Place::Filter | Place::Debrief, _) => self.act(action),
            _ => Vec::new(),
        }
    }
}
