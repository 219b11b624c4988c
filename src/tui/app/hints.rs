//! The last line: a question, something that has to be said, or what can be done here and now.

use std::borrow::Cow;

use ratatui::layout::Rect;

use super::{App, Sure};
use crate::tui::keymap::{self, Action, Binding, Place};
use crate::tui::screens::debrief;
use crate::tui::screens::frame::Frame;
use crate::tui::screens::page::{self, Page};
use crate::tui::screens::shelf::Item;
use crate::tui::theme::Role;
use crate::tui::widgets::brush::Brush;
use crate::tui::widgets::hints::{self, Hint};

/// The columns that the answers to a question take.
const ANSWERS: u16 = 16;

/// Draws `words` whole, in lines of at most `width` columns of which the last stands on `line`, and returns the column
/// after it.
fn told(brush: &mut Brush<'_>, line: Rect, width: u16, words: &str, role: Role) -> u16 {
    let lines = brush.lines(words, width);
    let mut end = line.x;
    let above = u16::try_from(lines.len() - 1).unwrap_or(u16::MAX).min(line.y);
    for (y, words) in (line.y - above..=line.y).zip(lines.iter()) {
        brush.text(line.x, y, line.width, &" ".repeat(usize::from(line.width)), Role::Text);
        end = brush.text(line.x, y, width, words, role);
    }
    end
}

impl App {
    /// Draws the last line.
    pub(super) fn last_line(&self, brush: &mut Brush<'_>, area: Rect) {
        let mut line = Frame::new(area, self.widest()).hints;
        if let Some(sure) = &self.sure {
            let question = match sure {
                Sure::GiveUp(_) => "Give this conversation up? It cannot be gone on with then.  ",
                Sure::SetAside => "Set the broken history aside and begin a new one?  ",
                Sure::Leave => "Nothing is kept. Leave this conversation for good?  ",
                Sure::Quit => "Nothing is kept. Leave tellmore for good?  ",
            };
            let x = told(brush, line, line.width.saturating_sub(ANSWERS), question, Role::Strong) + 2;
            line = Rect { x, width: line.right().saturating_sub(x), ..line };
        } else if let Some(notice) = &self.notice {
            told(brush, line, line.width, notice, Role::Accent);
            return;
        }
        hints::draw(brush, line, &self.hints());
    }

    /// How wide the screen that is open gets, so that the hints stand under its left edge.
    fn widest(&self) -> u16 {
        crate::tui::screens::widest(self.place(), self.practice.as_ref(), self.area)
    }

    /// What can be done here and now, the most useful first.
    fn hints(&self) -> Vec<Hint> {
        let place = self.place();
        keymap::bindings(place)
            .filter(|binding| !binding.hint.is_empty())
            .filter_map(|binding| Some((binding, (self.keys(binding), self.hint(place, binding)?))))
            .map(|(binding, hint)| if self.waits(binding) { hints::blank(&hint) } else { hint })
            .collect()
    }

    /// Whether `binding` works as soon as what can be said was seen; its place stays free until then.
    fn waits(&self, binding: &Binding) -> bool {
        let says = matches!(binding.action, Action::Say(_) | Action::Choose);
        says && self.unseen && matches!(self.place(), Place::Conversation | Place::Over)
    }

    fn keys(&self, binding: &Binding) -> Cow<'static, str> {
        match (binding.action, &self.practice) {
            (Action::Say(_), Some(practice)) => match practice.lines().count() {
                1 => "1".into(),
                lines => format!("1-{}", lines.min(9)).into(),
            },
            (Action::Choose, Some(_)) if self.place() == Place::Conversation => "↑↓ enter".into(),
            _ => binding.shown.into(),
        }
    }

    /// What `binding` does here and now; nothing where it does not.
    fn hint(&self, place: Place, binding: &Binding) -> Option<Cow<'static, str>> {
        let practice = self.practice.as_ref();
        let works = match binding.action {
            Action::Choose if matches!(place, Place::Home | Place::Filter) => {
                if self.home.item() == Some(Item::More) {
                    return Some("show them".into());
                }
                return match (self.home.unfinished(), self.home.entry(), self.home.piece()) {
                    (Some(_), ..) => Some("go on".into()),
                    (_, Some(_), Some(_)) => Some("practise".into()),
                    (_, Some(_), None) => Some("read the mistakes".into()),
                    _ => None,
                };
            }
            // Those that no digit says.
            Action::Choose if place == Place::Conversation => {
                let lines = practice?.lines().count();
                return (lines > 9)
                    .then(|| if lines == 10 { "say 10".into() } else { format!("say 10-{lines}").into() });
            }
            Action::Choose if place == Place::Debrief => debrief::opens(practice?, self.area, &self.wraps),
            Action::Brief if place == Place::Home => self.home.piece().is_some(),
            Action::Facts => {
                return Some(format!("facts ({})", practice?.conversation.state().known.len()).into());
            }
            Action::GiveUp => self.home.unfinished().is_some(),
            Action::SetAside => self.home.shelf.broken,
            Action::EraseAll if place == Place::Home => !self.home.filter.is_empty(),
            Action::EraseAll => true,
            Action::TakeBack => {
                let practice = practice?;
                let decision = practice.conversation.exchanges().get(practice.review.selected);
                decision.is_some_and(|exchange| exchange.choice.is_some())
            }
            Action::Filter => !self.home.shelf.entries.is_empty(),
            Action::Leave if place == Place::Conversation && self.not_kept.is_some() => {
                return Some("leave (not kept)".into());
            }
            Action::Up if place == Place::Help => self.helped(0, isize::MAX / 2) > 0,
            Action::Up if place == Place::Page => self.page.is_some_and(|page| self.scrolls(page)),
            _ => true,
        };
        works.then_some(Cow::Borrowed(binding.hint))
    }

    /// Whether a page is longer than the screen.
    fn scrolls(&self, page: Page) -> bool {
        page::moved(&self.content(page.text), 0, isize::MAX / 2, self.area, &self.wraps) > 0
    }
}
