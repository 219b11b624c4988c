//! The name that was probably meant.

use crate::visible::is_hidden;

/// The longest name, in bytes, that is compared: the work grows with the square of it.
const LONGEST: usize = 80;

/// Finds near names, up to a bound on the work: a hostile file may have many names and many mistakes.
#[derive(Debug)]
pub(super) struct Near {
    /// How many more names may be looked at.
    looks: u32,
    /// How many more names may be compared.
    comparisons: u32,
}

impl Default for Near {
    fn default() -> Self {
        Self { looks: 2_000_000, comparisons: 20_000 }
    }
}

impl Near {
    /// The one of `names` that is most like `wrong`, if any is like it; the first of equals.
    pub(super) fn to<'n>(&mut self, wrong: &str, names: impl IntoIterator<Item = &'n str>) -> Option<&'n str> {
        if wrong.is_empty() || wrong.len() > LONGEST {
            return None;
        }
        let wrong = plain(wrong);
        let mut best: Option<(usize, &str)> = None;
        for name in names {
            // A third of the letters may be wrong, and one of a short word.
            let most = (wrong.len().max(name.len()) / 3).max(1);
            if self.looks == 0 || self.comparisons == 0 {
                break;
            }
            self.looks -= 1;
            if name.len() > LONGEST || name.len().abs_diff(wrong.len()) > most + 2 {
                continue;
            }
            self.comparisons -= 1;
            let distance = strsim::osa_distance(&wrong, &plain(name));
            if distance <= most && distance < name.chars().count() && best.is_none_or(|(least, _)| distance < least) {
                best = Some((distance, name));
            }
        }
        best.map(|(_, name)| name)
    }
}

/// `name` as it sounds: `FollowUp`, `follow_up` and `followup` are one.
fn plain(name: &str) -> String {
    let is_heard = |c: &char| !(matches!(c, '_' | '-' | '\'' | '’') || c.is_whitespace() || is_hidden(*c));
    name.chars().filter(is_heard).flat_map(char::to_lowercase).collect()
}
