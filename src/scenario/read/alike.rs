//! Names that a person cannot tell apart.

use std::borrow::Cow;

use super::wording::short;
use crate::visible::is_hidden;

/// Whether `c` takes no room, or looks like an ordinary space and is none.
fn is_unseen(c: char) -> bool {
    is_hidden(c) || (c.is_whitespace() && c != ' ')
}

/// `name` as it looks: without what cannot be seen, and in small letters. Names that look the same are easily taken
/// for each other.
pub(super) fn look(name: &str) -> String {
    let mut look = spaced(name).into_owned();
    if look.is_ascii() {
        look.make_ascii_lowercase();
        return look;
    }
    look.to_lowercase()
}

/// `name` with one ordinary space for each run of spaces, and none at its ends.
fn spaced(name: &str) -> Cow<'_, str> {
    let bytes = name.as_bytes();
    let is_plain = name.is_ascii()
        && !name.contains("  ")
        && bytes.first() != Some(&b' ')
        && bytes.last() != Some(&b' ')
        && !name.contains(is_unseen);
    if is_plain {
        return Cow::Borrowed(name);
    }
    let seen: String = name.chars().filter(|&c| c.is_whitespace() || !is_hidden(c)).collect();
    Cow::Owned(seen.split_whitespace().collect::<Vec<_>>().join(" "))
}

/// The difference between two names that have the same letters, small in one and capital in the other.
pub(super) const LETTERS: &str = "small and capital letters";

/// In what two names differ that look the same.
pub(super) fn difference(one: &str, other: &str) -> &'static str {
    if spaced(one) == spaced(other) {
        return "spaces";
    }
    let same_but_letters = one.chars().flat_map(char::to_lowercase).eq(other.chars().flat_map(char::to_lowercase));
    if same_but_letters { LETTERS } else { "spaces and capital letters" }
}

/// What `name` has that nobody sees, as a sentence adds it; empty where all of it is seen.
fn unseen(name: &str) -> &'static str {
    if name.contains(['\u{a0}', '\u{202f}']) {
        " with a no-break space in it"
    } else if name.contains(is_hidden) {
        " with a character in it that cannot be seen"
    } else if name.contains(is_unseen) {
        " with a space in it that is no ordinary space"
    } else if name.ends_with(' ') {
        " with a space at its end"
    } else if name.starts_with(' ') {
        " with a space at its beginning"
    } else if name.contains("  ") {
        " with several spaces in a row"
    } else {
        ""
    }
}

/// `name` between two `quote`s, cut where it is long, and what cannot be seen of it.
pub(super) fn told(name: &str, quote: char) -> String {
    format!("{quote}{}{quote}{}", short(name), unseen(name))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_that_look_the_same_are_found_and_their_difference_is_told() {
        assert_eq!(look("the gap"), look("\u{a0}The  Gap\u{200b} "));
        assert_ne!(look("the gap"), look("thegap"));
        assert_eq!(look("ÉÉN"), "één");
        assert_eq!(difference("the gap", "the\u{a0}gap "), "spaces");
        assert_eq!(difference("the gap", "The Gap"), "small and capital letters");
        assert_eq!(difference("the gap", " The Gap"), "spaces and capital letters");
    }
}
