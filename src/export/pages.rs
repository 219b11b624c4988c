//! The page of everything that can be found in a scenario: what it means, why it matters, how it is mended.

pub mod markdown;
pub mod text;

#[cfg(test)]
mod tests;

use crate::check::{OTHERS, Rule, rules};
use crate::problem::{Code, Severity};
use crate::scenario::read::{codes, mend};

/// What a person reads about one code.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Page {
    /// The name that problems carry in brackets.
    pub code: Code,
    /// How much such a problem matters.
    pub severity: Severity,
    /// Which part of the whole it belongs to.
    pub part: Part,
    /// What it is, in one sentence.
    pub sentence: String,
    /// What it means and how to mend it: paragraphs, each on one line, with names of the format in backticks.
    pub paragraphs: Vec<String>,
    /// A part of a scenario that has the problem, and the same part mended.
    pub example: Option<(&'static str, &'static str)>,
}

/// The two parts that the pages come in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Part {
    /// What keeps a scenario that can be read from teaching.
    Teaching,
    /// What keeps a file from being read.
    Reading,
}

impl Part {
    /// Both parts, in their order.
    pub const ALL: [Self; 2] = [Self::Teaching, Self::Reading];

    /// The heading above its pages.
    #[must_use]
    pub const fn heading(self) -> &'static str {
        match self {
            Self::Teaching => "What keeps a scenario from teaching",
            Self::Reading => "What keeps a file from being read",
        }
    }
}

/// Every page, part by part.
#[must_use]
pub fn all() -> Vec<Page> {
    let rules = rules::ALL.iter().map(of_rule);
    let others = OTHERS.iter().map(|&(code, severity, text)| of_text(code, severity, Part::Teaching, text));
    let reading = codes::ALL.iter().map(|&(code, meaning)| {
        let mut page = of_text(code, Severity::Error, Part::Reading, meaning);
        if let Some(mend) = mend::mend(code) {
            page.paragraphs.push(mend.how.to_owned());
            page.example = mend.example;
        }
        page
    });
    rules.chain(others).chain(reading).collect()
}

/// The page of `code`, however its name is written: `dead-end`, `Dead_End`, `error[dead-end]`.
#[must_use]
pub fn page(code: &str) -> Option<Page> {
    let code = plain(code);
    all().into_iter().find(|page| page.code.0 == code)
}

/// The codes that may have been meant by `code`, the likeliest first; at most four.
#[must_use]
pub fn near(code: &str) -> Vec<&'static str> {
    const MOST: usize = 4;
    let asked = plain(code);
    let words: Vec<&str> = asked.split('-').filter(|word| word.len() > 2).collect();
    let mut near: Vec<(usize, &str)> = all()
        .iter()
        .filter_map(|page| {
            let known = page.code.0;
            let distance = strsim::osa_distance(known, &asked);
            let shares = words.iter().any(|word| known.split('-').any(|part| is_alike(part, word)));
            (distance <= known.len() / 3 || shares).then_some((distance, known))
        })
        .collect();
    near.sort_unstable();
    near.into_iter().take(MOST).map(|(_, code)| code).collect()
}

/// Whether one of two words is the other, or begins with it: `quote` and `quotes`.
fn is_alike(one: &str, other: &str) -> bool {
    one == other || one.len().min(other.len()) > 3 && (one.starts_with(other) || other.starts_with(one))
}

/// The name in `code`, as codes are written.
fn plain(code: &str) -> String {
    let code = code.split_once('[').map_or(code, |(_, rest)| rest).trim_end_matches([']', ':']);
    code.trim().to_lowercase().replace(['_', ' '], "-")
}

fn of_rule(rule: &Rule) -> Page {
    let page = rule.page();
    let mut paragraphs = page.split("\n\n").map(on_one_line).filter(|paragraph| !paragraph.is_empty());
    Page {
        code: rule.code,
        severity: rule.severity,
        part: Part::Teaching,
        sentence: paragraphs.next().unwrap_or_default(),
        paragraphs: paragraphs.collect(),
        example: Some((rule.bad.trim(), rule.good.trim())),
    }
}

/// The page of a `text` of which the first sentence says what it is.
fn of_text(code: Code, severity: Severity, part: Part, text: &str) -> Page {
    let text = on_one_line(text);
    let (sentence, rest) = match text.split_once(". ") {
        Some((sentence, rest)) => (format!("{sentence}."), Some(rest.to_owned())),
        None => (text, None),
    };
    Page { code, severity, part, sentence, paragraphs: rest.into_iter().collect(), example: None }
}

fn on_one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}
