//! The boxes of the picture: what stands in them, and the room that it takes.

use unicode_width::UnicodeWidthChar;

use super::super::lines::folded;
use super::super::ways::kinds;
use crate::scenario::{Ending, Moment, Scenario};

/// Between the words of a box and its border.
const PAD: f64 = 12.0;

/// How a line of words is set.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Set {
    Name,
    Plain,
    Stage,
    Quiet,
}

impl Set {
    /// The class of the style sheet.
    pub(super) const fn class(self) -> &'static str {
        match self {
            Self::Name => "n",
            Self::Plain => "p",
            Self::Stage => "s",
            Self::Quiet => "q",
        }
    }

    /// The size of its letters, and the height of a line of them.
    const fn size(self) -> (f64, f64) {
        match self {
            Self::Name => (14.0, 18.0),
            Self::Plain | Self::Stage => (12.0, 16.0),
            Self::Quiet => (11.0, 15.0),
        }
    }
}

/// A box with its words, not yet anywhere.
#[derive(Debug)]
pub(super) struct Card {
    /// The class of the style sheet.
    pub class: &'static str,
    /// What it is called, whole.
    pub title: String,
    /// Its lines, and how far below its top each stands.
    pub lines: Vec<(Set, String, f64)>,
    pub width: f64,
    pub height: f64,
}

impl Card {
    fn new(class: &'static str, title: &str, lines: Vec<(Set, String)>) -> Self {
        let width = lines.iter().map(|(set, line)| measure(line, set.size().0, *set == Set::Name)).fold(96.0, f64::max);
        let mut height = PAD;
        let placed = lines.into_iter().map(|(set, line)| {
            let (size, line_height) = set.size();
            height += line_height;
            (set, line, height - (line_height - size) / 2.0 - size * 0.2)
        });
        let lines = placed.collect();
        Self { class, title: title.to_owned(), lines, width: width + 2.0 * PAD, height: height + PAD }
    }
}

/// The boxes of `scenario`: the opening, the moments, the endings. Moments carry their numbers where cards on the same
/// page do.
pub(super) fn cards(scenario: &Scenario, is_numbered: bool) -> Vec<Card> {
    let opening = &scenario.opening;
    let mut cards = vec![Card::new("opening", opening.kind.word(), {
        let mut lines = vec![(Set::Name, opening.kind.word().to_owned())];
        lines.extend(all(Set::Plain, folded(&opening.says, 46, 5)));
        lines
    })];
    cards.extend(scenario.moments.iter().enumerate().map(|(index, one)| moment(one, is_numbered.then_some(index + 1))));
    for (index, one) in scenario.endings.iter().enumerate() {
        let is_shut = scenario.if_shut.is_some_and(|id| id.index() == index);
        cards.push(ending(one, is_shut));
    }
    cards
}

fn all(set: Set, lines: Vec<String>) -> impl Iterator<Item = (Set, String)> {
    lines.into_iter().map(move |line| (set, line))
}

fn moment(moment: &Moment, number: Option<usize>) -> Card {
    let name = number.map_or_else(|| moment.name.clone(), |number| format!("{number} · {}", moment.name));
    let mut lines: Vec<_> = all(Set::Name, folded(&name, 26, 6)).collect();
    lines.extend(moment.stage.iter().flat_map(|stage| all(Set::Stage, folded(stage, 34, 4))));
    // Kinds stand side by side where they fit, and none is broken over a line.
    let mut row = String::new();
    for kind in kinds(moment) {
        let kind = folded(kind, 30, 1).join("");
        if !row.is_empty() && row.chars().count() + kind.chars().count() > 30 {
            lines.push((Set::Plain, std::mem::take(&mut row)));
        }
        row.push_str(if row.is_empty() { "" } else { " · " });
        row.push_str(&kind);
    }
    lines.push((Set::Plain, row));
    if let Some(at_most) = moment.at_most {
        lines.push((Set::Quiet, format!("at most {}", at_most.times)));
    }
    Card::new("moment", &moment.name, lines)
}

fn ending(ending: &Ending, is_shut: bool) -> Card {
    let mut lines: Vec<_> = all(Set::Name, folded(&ending.name, 20, 6)).collect();
    lines.push((Set::Plain, format!("{} {:+}", ending.outcome.word(), ending.worth)));
    if is_shut {
        lines.push((Set::Quiet, "if shut at openness 0".to_owned()));
    }
    Card::new(ending.outcome.word(), &ending.name, lines)
}

/// How wide `text` will be, in letters of `size`. What draws the picture may have any letters, so this is the width in
/// common ones, a little more rather than less.
pub(super) fn measure(text: &str, size: f64, is_bold: bool) -> f64 {
    let letters = text.chars().map(|letter| match letter {
        'i' | 'j' | 'l' | 'I' | '.' | ',' | '\'' | ':' | ';' | '!' | '|' | ' ' => 0.34,
        'f' | 'r' | 't' | '(' | ')' | '[' | ']' | '-' | '/' | '·' => 0.42,
        'm' | 'w' | 'M' | 'W' | '@' | '%' => 0.96,
        '…' => 1.0,
        'A'..='Z' | '+' | '&' | '<' | '>' | '=' => 0.74,
        letter => match letter.width() {
            Some(2) => 1.04,
            Some(1) => 0.6,
            _ => 0.0,
        },
    });
    letters.sum::<f64>() * size * if is_bold { 1.08 } else { 1.0 }
}
