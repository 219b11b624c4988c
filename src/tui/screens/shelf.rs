//! What the home screen knows: the shelf, the filter, and which row is under the cursor.

use nucleo_matcher::pattern::{AtomKind, CaseMatching, Normalization, Pattern};
use nucleo_matcher::{Config, Matcher, Utf32Str};

use crate::scenario::{Level, Scenario};
use crate::tui::app::data::{Entry, Piece, Reading, Shelf, Unfinished};

/// A row that can be under the cursor, by its place on the shelf.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Item {
    Unfinished(usize),
    /// The unfinished conversations that are not shown.
    More,
    Entry(usize),
}

/// What the home screen remembers.
#[derive(Debug, Clone, Default)]
pub(crate) struct Home {
    pub(crate) shelf: Shelf,
    /// Whether the shelf was read yet.
    pub(crate) read: bool,
    pub(crate) filter: String,
    pub(crate) filtering: bool,
    pub(crate) items: Vec<Item>,
    pub(crate) selected: usize,
    /// The first line of the list that is shown.
    pub(crate) top: usize,
}

impl Home {
    /// Takes a shelf that was just read; the cursor stays on the same scenario where it is still there.
    pub(crate) fn take(&mut self, shelf: Shelf) {
        let stem = self.entry().map(|entry| entry.stem.clone());
        let opened = (self.item() == Some(Item::More)).then_some(self.selected);
        self.shelf = shelf;
        self.read = true;
        self.refilter();
        self.selected = 0;
        if let Some(stem) = stem {
            let same = |item: &Item| matches!(item, Item::Entry(at) if self.shelf.entries[*at].stem == stem);
            self.selected = self.items.iter().position(same).unwrap_or(0);
        }
        // What was left is offered first; where more of it was asked for, the first of that.
        if let Some(at) = opened.filter(|_| self.filter.is_empty()) {
            self.selected = at.min(self.items.len().saturating_sub(1));
        } else if !self.shelf.unfinished.is_empty() && self.filter.is_empty() {
            self.selected = 0;
        }
    }

    /// Finds the rows that match the filter, the best match first; all of them where nothing was typed.
    pub(crate) fn refilter(&mut self) {
        let unfinished = (0..self.shelf.unfinished.len()).map(Item::Unfinished);
        let more = Some(Item::More).filter(|_| self.shelf.more > 0);
        let mut entries: Vec<usize> = (0..self.shelf.entries.len()).collect();
        // The sort keeps the order of the shelf within a level.
        entries.sort_by_key(|&at| level(&self.shelf.entries[at]));
        let all = unfinished.chain(more).chain(entries.into_iter().map(Item::Entry));
        self.selected = 0;
        self.top = 0;
        if self.filter.trim().is_empty() {
            self.items = all.collect();
            return;
        }
        let all: Vec<Item> = all.collect();
        // Letters that only stand somewhere in this order are looked for where nobody wrote them together.
        let together = Pattern::new(&self.filter, CaseMatching::Ignore, Normalization::Smart, AtomKind::Substring);
        self.items = self.matching(&together, &all);
        if self.items.is_empty() {
            let apart = Pattern::new(&self.filter, CaseMatching::Ignore, Normalization::Smart, AtomKind::Fuzzy);
            self.items = self.matching(&apart, &all);
        }
    }

    /// The rows of `all` that match `pattern`, the best match first.
    fn matching(&self, pattern: &Pattern, all: &[Item]) -> Vec<Item> {
        let mut matcher = Matcher::new(Config::DEFAULT);
        let mut buffer = Vec::new();
        // Each word has to be found in one of the texts of a row: letters that are scattered over all of them say nothing.
        let mut score = |item: Item| {
            let texts = self.texts(item);
            pattern.atoms.iter().try_fold(0, |sum, atom| {
                let best = |text: &&str| atom.score(Utf32Str::new(text, &mut buffer), &mut matcher);
                Some(sum + u32::from(texts.iter().filter_map(best).max()?))
            })
        };
        let mut found: Vec<(u32, Item)> = all.iter().filter_map(|&item| Some((score(item)?, item))).collect();
        // The sort keeps the order of equals.
        found.sort_by_key(|&(score, _)| std::cmp::Reverse(score));
        found.into_iter().map(|(_, item)| item).collect()
    }

    /// The texts of a row that a filter looks at.
    fn texts(&self, item: Item) -> Vec<&str> {
        match item {
            Item::Unfinished(at) => searched(&self.shelf.unfinished[at].piece.scenario),
            Item::More => Vec::new(),
            Item::Entry(at) => match &self.shelf.entries[at].reading {
                Reading::Ready(piece) => searched(&piece.scenario),
                Reading::Broken(_) => vec![&self.shelf.entries[at].file],
            },
        }
    }

    /// The row under the cursor.
    pub(crate) fn item(&self) -> Option<Item> {
        self.items.get(self.selected).copied()
    }

    /// The file under the cursor.
    pub(crate) fn entry(&self) -> Option<&Entry> {
        match self.item()? {
            Item::Entry(at) => self.shelf.entries.get(at),
            Item::Unfinished(_) | Item::More => None,
        }
    }

    /// The unfinished conversation under the cursor.
    pub(crate) fn unfinished(&self) -> Option<&Unfinished> {
        match self.item()? {
            Item::Unfinished(at) => self.shelf.unfinished.get(at),
            Item::Entry(_) | Item::More => None,
        }
    }

    /// What would be practised from the row under the cursor.
    pub(crate) fn piece(&self) -> Option<&std::sync::Arc<Piece>> {
        match (self.unfinished(), self.entry().map(|entry| &entry.reading)) {
            (Some(unfinished), _) => Some(&unfinished.piece),
            (None, Some(Reading::Ready(piece))) => Some(piece),
            _ => None,
        }
    }

    /// The best score so far of the scenario that is known as `stem`.
    pub(crate) fn best(&self, stem: &str) -> Option<f64> {
        self.shelf.entries.iter().find(|entry| entry.stem == stem)?.standing.best
    }
}

/// What a scenario is listed by: the easier ones first, and those that cannot be played last.
fn level(entry: &Entry) -> (bool, Option<Level>) {
    match &entry.reading {
        Reading::Ready(piece) => (false, Some(piece.scenario.level)),
        Reading::Broken(_) => (true, None),
    }
}

fn searched(scenario: &Scenario) -> Vec<&str> {
    let customer = &scenario.customer;
    let mut texts = vec![scenario.title.as_str(), &customer.name, &customer.role, &customer.company];
    texts.push(scenario.level.word());
    texts.extend(scenario.tags.iter().map(String::as_str));
    texts
}
