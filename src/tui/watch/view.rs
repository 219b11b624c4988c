//! How the bench looks.

use ratatui::layout::Rect;

use super::bench::{Bench, View, Work};
use super::pane::{self, Row};
use super::picture::Broken;
use super::places::Places;
use super::{explained, figures, outline, problems, talk};
use crate::check::counted;
use crate::problem::Severity;
use crate::tui::keymap::{self, Action, Place};
use crate::tui::screens::frame::Frame;
use crate::tui::screens::{help, page, too_small};
use crate::tui::theme::Role;
use crate::tui::widgets::brush::{Brush, columns};
use crate::tui::widgets::hints::{self, Hint};

/// The columns of the header that the title has at least.
const TITLE: u16 = 22;

impl Bench {
    /// Draws the bench.
    pub fn view(&self, frame: &mut ratatui::Frame<'_>) {
        let area = frame.area();
        let mut brush = Brush::new(frame.buffer_mut(), self.theme, self.wraps());
        if too_small::is(area) {
            return too_small::view(&mut brush, area);
        }
        if let Some(top) = self.help {
            help::view(self.beneath(), self.rubric(), top, &mut brush, area);
            hints::draw(&mut brush, Frame::new(area, help::WIDEST).hints, &self.hints());
            return;
        }
        if let Some((page, top)) = &self.page {
            explained::view(page, *top, &mut brush, area);
            hints::draw(&mut brush, Frame::new(area, help::WIDEST).hints, &self.hints());
            return;
        }
        let places = Places::on(self, area);
        self.header(&mut brush, &places);
        if let Some(picture) = &self.picture {
            outline::titles(self, picture, &mut brush, places.outline, places.figures, places.titles);
            outline::draw(self, picture, &mut brush, places.outline, places.figures);
            self.tabs(&mut brush, &places);
        }
        let rows = self.rows(places.side.width);
        let top = self.tops[self.view as usize];
        pane::draw(&mut brush, places.side, &rows, top);
        if self.broken.is_some() && self.picture.is_some() {
            let side = if self.in_problems_view() { 0 } else { places.side.right() };
            let right = side.max(places.outline.right());
            brush.dim(Rect { width: right - places.outline.x, ..places.outline });
        }
        self.more(&mut brush, &places, top, rows.len());
        if let Some(area) = places.banner {
            self.banner(&mut brush, area);
        }
        self.last_line(&mut brush, places.frame.hints);
    }

    /// The rows of the view.
    pub(super) fn rows(&self, width: u16) -> Vec<Row> {
        let width = width.max(1);
        let Some(picture) = self.picture.as_deref() else {
            return if self.broken.is_some() {
                problems::rows(self, self.findings(), self.finding, width)
            } else {
                Vec::new()
            };
        };
        match (self.view, self.stand()) {
            (View::Problems, _) => problems::rows(self, self.findings(), self.finding, width),
            (View::Figures, _) => figures::rows(self, picture, picture.moment(self.selected), width),
            (View::Conversation, Some(stand)) => talk::rows(self, picture, stand, width),
            (View::Conversation, None) => talk::ending(self, picture, width),
        }
    }

    /// The title, the file, and how things stand with it.
    fn header(&self, brush: &mut Brush<'_>, places: &Places) {
        let header = places.frame.header;
        let (words, role) = self.standing();
        // The time goes before what it is the time of.
        let short = words.split(" · ").next().unwrap_or_default();
        let fits = columns(&words) + TITLE <= header.width;
        let words = if fits { words.as_str() } else { short };
        let kept = columns(words).min(header.width);
        let title = self.picture.as_ref().map_or(self.file.as_str(), |picture| &picture.scenario.title);
        let file = if self.picture.is_some() { self.file.as_str() } else { "" };
        places.frame.title(brush, (title, Role::Strong), file, kept + 2);
        brush.right(header.right(), header.y, kept, words, role);
    }

    /// How things stand with the file, in a few words.
    fn standing(&self) -> (String, Role) {
        if self.work == Work::Slow {
            return ("working the new version out …".to_owned(), Role::Accent);
        }
        match (&self.picture, &self.broken) {
            (None, None) => (String::new(), Role::Quiet),
            (_, Some(broken)) => (counted(broken.findings.len(), "error"), Role::Alarm),
            (Some(picture), None) => {
                let of = |severity, one| match picture.count(severity) {
                    0 => None,
                    count => Some(counted(count, one)),
                };
                let counts = [(Severity::Error, "error"), (Severity::Warning, "warning"), (Severity::Note, "note")];
                let counts: Vec<String> = counts.into_iter().filter_map(|(severity, one)| of(severity, one)).collect();
                let how = if counts.is_empty() { "clean".to_owned() } else { counts.join(", ") };
                let error = picture.count(Severity::Error) > 0;
                let role = if error { Role::Alarm } else { Role::Quiet };
                (format!("{how} · as of {}", self.taken), role)
            }
        }
    }

    /// The names of the views.
    fn tabs(&self, brush: &mut Brush<'_>, places: &Places) {
        for (view, name, x, _) in places.tabs(self) {
            let role = if view == self.view { Role::Chosen } else { Role::Quiet };
            brush.text(x, places.titles, places.side.right().saturating_sub(x), &name, role);
        }
    }

    /// Says at the end of the titles whether there is more of the view above or below.
    fn more(&self, brush: &mut Brush<'_>, places: &Places, top: usize, total: usize) {
        let below = total.saturating_sub(top + usize::from(places.side.height));
        if self.picture.is_none() {
            // There are no titles, and so no row for it but the line above.
            return page::more(brush, places.frame, top, total);
        }
        let (arrow, words) = match (top, below) {
            (0, 0) => return,
            (0, _) => ("↓", "↓ more"),
            (_, 0) => ("↑", "↑ more"),
            _ => ("↑↓", "↑↓ more"),
        };
        let end = places.tabs(self).last().map_or(0, |tab| tab.3);
        let fits = end + 2 + columns(words) <= places.side.right();
        brush.right(places.side.right(), places.titles, 7, if fits { words } else { arrow }, Role::Quiet);
    }

    /// Says that the picture is the last good one, and what is wrong since.
    fn banner(&self, brush: &mut Brush<'_>, area: Rect) {
        let (Some(broken), Some(last_good)) = (&self.broken, self.last_good()) else { return };
        let whole = columns(&last_good) + 4 <= area.width;
        let last_good = if whole { &*last_good } else { last_good.split(". ").next().unwrap_or_default() };
        brush.hairline(area, area.y);
        brush.text(area.x + 2, area.y, area.width.saturating_sub(2), &format!(" {last_good} "), Role::Alarm);
        let more = broken.findings.len().saturating_sub(1);
        let rows = area.height.saturating_sub(1 + u16::from(more > 0));
        let label = label(broken);
        brush.text(area.x, area.y + 1, area.width, &label, Role::Quiet);
        let x = area.x + indent(&label);
        for (y, (words, role)) in (area.y + 1..area.y + 1 + rows).zip(told(self, broken, area.width)) {
            brush.text(x, y, area.right().saturating_sub(x), &words, role);
        }
        if more > 0 {
            let words = format!("and {more} more: tab shows them");
            brush.text(x, area.bottom().saturating_sub(1), area.right().saturating_sub(x), &words, Role::Quiet);
        }
    }

    /// Draws the last line: something that has to be said, or what can be done here and now.
    fn last_line(&self, brush: &mut Brush<'_>, line: Rect) {
        if let Some(notice) = &self.notice {
            let lines = brush.lines(notice, line.width);
            let first = (line.y + 1).saturating_sub(u16::try_from(lines.len()).unwrap_or(u16::MAX));
            for (y, words) in (first..).zip(lines.iter()) {
                brush.text(line.x, y, line.width, words, Role::Accent);
            }
            return;
        }
        if let Some(why) = &self.not_told {
            let x = brush.right(line.right(), line.y, line.width * 2 / 3, why, Role::Quiet);
            let line = Rect { width: x.saturating_sub(line.x + 2), ..line };
            hints::draw(brush, line, &self.hints());
            return;
        }
        hints::draw(brush, line, &self.hints());
    }

    /// What can be done here and now, the most useful first.
    fn hints(&self) -> Vec<Hint> {
        let place = self.place();
        let mut hints = Vec::new();
        for binding in keymap::bindings(place) {
            if let Some(hint) = self.hint(place, binding.action, binding.hint) {
                let shown = if binding.action == Action::LessOpen { "← →" } else { binding.shown };
                hints.push((shown.into(), hint.into()));
            }
        }
        hints
    }

    /// What `action` does here and now; nothing where it does not.
    fn hint(&self, place: Place, action: Action, usual: &'static str) -> Option<String> {
        let works = match action {
            Action::NextView if self.picture.is_some() => {
                let next = match self.view.on(1) {
                    View::Conversation => "conversation",
                    View::Figures => "figures",
                    View::Problems => "problems",
                };
                return Some(next.to_owned());
            }
            _ if usual.is_empty() => false,
            Action::Choose if place == Place::Outline => !self.choices().is_empty(),
            Action::Choose if place == Place::Lines => !self.choices().is_empty(),
            Action::Choose if place == Place::Problems => {
                let finding = self.findings().get(self.finding);
                self.picture.is_some() && finding.is_some_and(|finding| finding.entry.is_some())
            }
            Action::StepBack => self.came_from().is_some(),
            Action::LessOpen => self.opennesses().len() > 1,
            Action::Explain => self.findings().get(self.finding).is_some_and(|finding| !finding.code.is_empty()),
            Action::Leave if place == Place::Problems => self.picture.is_some(),
            Action::Up if place == Place::Help => self.helped(0, isize::MAX / 2) > 0,
            Action::Up if place == Place::Page => {
                let page = self.page.as_ref();
                page.is_some_and(|(page, _)| explained::moved(page, 0, isize::MAX / 2, self.area) > 0)
            }
            _ => true,
        };
        works.then(|| usual.to_owned())
    }
}

/// Where the first thing that is wrong lies.
fn label(broken: &Broken) -> String {
    let line = broken.findings.first().and_then(|finding| finding.line);
    let pack = if broken.pack { "pack.ron " } else { "" };
    line.map_or_else(String::new, |line| format!("{pack}line {line}"))
}

/// The columns of a label and of the gap after it.
fn indent(label: &str) -> u16 {
    if label.is_empty() { 0 } else { columns(label) + 2 }
}

/// The first thing that is wrong and how to mend it, in lines that fit beside its label in `width` columns.
pub(super) fn told(bench: &Bench, broken: &Broken, width: u16) -> Vec<(String, Role)> {
    let Some(first) = broken.findings.first() else { return Vec::new() };
    let width = width.saturating_sub(indent(&label(broken))).max(1);
    let parts = [(Some(&*first.says), Role::Strong), (first.help.as_deref(), Role::Text)];
    let lines = |(words, role): (Option<&str>, Role)| {
        let lines = words.map(|words| bench.wraps().lines(words, width));
        lines.into_iter().flat_map(|lines| lines.to_vec()).map(move |line| (line.into(), role)).collect::<Vec<_>>()
    };
    parts.into_iter().flat_map(lines).collect()
}
