//! Text broken into lines, once for each width.

use std::cell::RefCell;
use std::collections::HashMap;
use std::rc::Rc;

use textwrap::Options;

use crate::visible::visible;

/// The lines of one text at one width.
pub(crate) type Lines = Rc<[Box<str>]>;

/// How many texts are remembered at one width before the oldest screens are forgotten with the rest: far more than a
/// conversation has.
const REMEMBERED: usize = 2_000;

/// The lines of every text that was drawn. It changes nothing that is seen, only how soon, and so a view may fill it.
#[derive(Debug, Default)]
pub(crate) struct Wraps(RefCell<HashMap<u16, HashMap<Box<str>, Lines>>>);

impl Wraps {
    /// `text`, made safe to show, in lines of at most `width` columns; at least one line, which may be empty.
    pub(crate) fn lines(&self, text: &str, width: u16) -> Lines {
        let mut widths = self.0.borrow_mut();
        let texts = widths.entry(width).or_default();
        if let Some(lines) = texts.get(text) {
            return Rc::clone(lines);
        }
        if texts.len() >= REMEMBERED {
            texts.clear();
        }
        let lines = wrap(text, width);
        texts.insert(text.into(), Rc::clone(&lines));
        lines
    }
}

fn wrap(text: &str, width: u16) -> Lines {
    let shown = visible(text);
    let lines: Lines =
        textwrap::wrap(shown.trim(), Options::new(usize::from(width.max(1)))).into_iter().map(Box::from).collect();
    if lines.is_empty() { Rc::from([Box::from("")]) } else { lines }
}

#[cfg(test)]
mod tests {
    use super::*;
    use unicode_width::UnicodeWidthStr;

    #[test]
    fn no_line_is_wider_than_it_may_be() {
        let wraps = Wraps::default();
        for width in 2..40 {
            for text in ["one two three", "日本語の文章はここで折り返す", "averyveryverylongwordwithoutanyspaces", ""]
            {
                let lines = wraps.lines(text, width);
                assert!(lines.iter().all(|line| line.width() <= usize::from(width)), "{width} {lines:?}");
                assert!(!lines.is_empty());
            }
        }
    }

    #[test]
    fn the_same_text_is_broken_once() {
        let wraps = Wraps::default();
        assert!(Rc::ptr_eq(&wraps.lines("a b", 10), &wraps.lines("a b", 10)));
    }

    #[test]
    fn hostile_text_is_made_safe() {
        let lines = Wraps::default().lines("a\u{1b}[2J\nb", 40);
        assert!(!lines.concat().chars().any(char::is_control));
    }
}
