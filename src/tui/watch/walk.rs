//! Walking through the conversation from the selected moment, and finding the way again in another version of the file.

use super::bench::Bench;
use super::picture::Picture;
use super::stand::Stand;
use super::talk;
use crate::conversation::Spot;
use crate::scenario::{MomentId, Openness};
use crate::solver::Place as Line;

/// A conversation that the trainer walks through, from a moment on.
#[derive(Debug, Clone)]
pub(super) struct Walk {
    /// Where it begins.
    pub(super) moment: MomentId,
    /// Where it stands: first at its beginning, then after each line. Never empty.
    pub(super) stands: Vec<Stand>,
    /// The lines that were said, each with its words: by these it is found again in another version of the file.
    pub(super) said: Vec<(Line, String)>,
}

impl Bench {
    /// Selects in `new` what is selected in `old`.
    pub(super) fn find_again(&mut self, old: &Picture, new: &Picture) {
        let name = old.name(self.selected).to_owned();
        let by_name = |name: &str| (0..new.entries.len()).find(|&entry| new.name(entry) == name);
        self.selected = by_name(&name).unwrap_or(self.selected).min(new.entries.len().saturating_sub(1));
        let chosen = self.chosen_words(old);
        let Some(walk) = self.walk.take() else {
            self.begin();
            return;
        };
        // A walk is taken again from its beginning, as far as its lines are still there.
        let base = by_name(&old.scenario.moment(walk.moment).name).and_then(|entry| new.moment(entry));
        let Some(base) = base.or_else(|| new.moment(self.selected)) else { return };
        let at = self.selected;
        self.selected = base.index();
        self.begin();
        let mut asked = walk.stands.iter().map(Stand::asked);
        self.open_again(asked.next().flatten());
        for ((said, words), asked) in walk.said.iter().zip(asked) {
            let Some(again) = self.same_line(new, said, words) else { break };
            self.go_on(again);
            self.open_again(asked);
        }
        // Where that leads elsewhere now, what is selected counts more than how it was come to.
        if self.selected != at {
            self.selected = at;
            self.begin();
        }
        if let Some((said, words)) = chosen
            && let Some(again) = self.same_line(new, &said, &words)
        {
            self.line = self.choices().iter().position(|choice| *choice == again).unwrap_or(self.line);
        }
    }

    /// The line that is selected, with its words.
    fn chosen_words(&self, picture: &Picture) -> Option<(Line, String)> {
        let choice = *self.choices_in(picture).get(self.line)?;
        Some((choice, choice.line_in(&picture.scenario).says.clone()))
    }

    /// Which of the lines that can be said now is `said`, of another version: the one with the same `words`, to the same
    /// reply where it can be, else the one at the same place.
    fn same_line(&self, picture: &Picture, said: &Line, words: &str) -> Option<Line> {
        let choices = self.choices_in(picture);
        let by_words = || choices.iter().filter(|choice| choice.line_in(&picture.scenario).says == words);
        let found = by_words().find(|choice| choice.reply == said.reply).or_else(|| by_words().next());
        let by_place = || choices.iter().find(|c| (c.reply, c.follow_up) == (said.reply, said.follow_up));
        found.or_else(by_place).copied()
    }

    /// Selects entry number `entry`, and stands there.
    pub(super) fn select(&mut self, entry: usize) {
        let Some(picture) = &self.picture else { return };
        self.selected = entry.min(picture.entries.len().saturating_sub(1));
        self.begin();
    }

    /// Begins a walk at the selected entry, as guessing mostly comes there.
    pub(super) fn begin(&mut self) {
        (self.line, self.tops[0], self.tops[1]) = (0, 0, 0);
        self.walk = None;
        let Some(picture) = self.picture.clone() else { return };
        let Some(moment) = picture.moment(self.selected) else {
            self.in_lines = false;
            return;
        };
        let stands = vec![Stand::at(&picture, moment, Stand::usual(&picture, moment))];
        self.walk = Some(Walk { moment, stands, said: Vec::new() });
    }

    /// Begins a walk at the selected moment, as guessing mostly comes there at this openness.
    pub(super) fn stand_at(&mut self, picture: &Picture, openness: Openness) {
        if let Some(moment) = picture.moment(self.selected) {
            let stands = vec![Stand::at(picture, moment, openness)];
            self.walk = Some(Walk { moment, stands, said: Vec::new() });
        }
    }

    /// Sets the openness where the walk stands; what was said and is known stays.
    pub(super) fn set_openness(&mut self, openness: Openness) {
        let (Some(picture), Some(walk)) = (self.picture.clone(), &mut self.walk) else { return };
        if let Some(stand) = walk.stands.last_mut() {
            stand.open(&picture, openness);
        }
    }

    /// Sets the openness that the trainer had `asked` for in another version, where a conversation still comes so.
    fn open_again(&mut self, asked: Option<Openness>) {
        let possible = self.opennesses();
        if let Some(asked) = asked.filter(|asked| possible.contains(asked)) {
            self.set_openness(asked);
        }
    }

    /// How open the customer can be where the walk stands; empty at an ending.
    pub(super) fn opennesses(&self) -> Vec<Openness> {
        let (Some(picture), Some(moment)) = (&self.picture, self.stand().and_then(Stand::moment)) else {
            return Vec::new();
        };
        Stand::opennesses(picture, moment)
    }

    /// Says a line and goes to where it leads.
    pub(super) fn go_on(&mut self, said: Line) {
        let (Some(picture), Some(walk)) = (self.picture.clone(), &mut self.walk) else { return };
        let Some(stand) = walk.stands.last() else { return };
        let mut stand = stand.clone();
        stand.say(&picture, said);
        walk.stands.push(stand);
        walk.said.push((said, said.line_in(&picture.scenario).says.clone()));
        (self.line, self.tops[0], self.tops[1]) = (0, 0, 0);
        self.select_where_it_stands();
    }

    /// Goes back by a line; whether there was one.
    pub(super) fn go_back(&mut self) -> bool {
        let Some(picture) = self.picture.clone() else { return false };
        let Some(walk) = &mut self.walk else { return false };
        let Some((said, _)) = walk.said.pop() else { return false };
        walk.stands.pop();
        self.tops[0] = 0;
        self.select_where_it_stands();
        self.line = self.choices_in(&picture).iter().position(|choice| *choice == said).unwrap_or(0);
        true
    }

    /// Has the outline show where the walk stands.
    fn select_where_it_stands(&mut self) {
        let (Some(picture), Some(stand)) = (&self.picture, self.stand()) else { return };
        let moments = picture.scenario.moments.len();
        let entry = match stand.state.spot {
            Spot::Ended(id) => Some(moments + id.index()),
            _ => stand.moment().map(MomentId::index),
        };
        self.selected = entry.unwrap_or(self.selected);
    }

    /// Where the walk stands.
    pub(super) fn stand(&self) -> Option<&Stand> {
        self.walk.as_ref().and_then(|walk| walk.stands.last())
    }

    /// How many lines were said, and the moment that they began at; nothing where none was.
    pub(super) fn came_from(&self) -> Option<(usize, &str)> {
        let walk = self.walk.as_ref().filter(|walk| !walk.said.is_empty())?;
        Some((walk.said.len(), &self.picture.as_ref()?.scenario.moment(walk.moment).name))
    }

    /// The lines that can be said.
    pub(super) fn choices(&self) -> Vec<Line> {
        self.picture.as_deref().map_or_else(Vec::new, |picture| self.choices_in(picture))
    }

    fn choices_in(&self, picture: &Picture) -> Vec<Line> {
        self.stand().map_or_else(Vec::new, |stand| talk::choices(stand, picture))
    }
}
