//! Which text something belongs to.
//!
//! An attempt and a table of values belong to one exact text, with the rubric that it was read with. A file can be
//! edited, renamed or deleted; its [`TextHash`] still tells whether it is the text of then.

use std::fmt;

use sha2::{Digest, Sha256};

/// What is hashed first, so that no other use of SHA-256 gives the same figure for the same text.
const PURPOSE: &[u8] = b"tellmore: text of a scenario, 1\n";

/// The SHA-256 of a scenario's text and of the text that its rubric came from. It is shown as 64 hexadecimal digits.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct TextHash([u8; 32]);

impl TextHash {
    /// The hash of `text`, read with the rubric of `rubric_text` or with the default one.
    #[must_use]
    pub fn of(text: &str, rubric_text: Option<&str>) -> Self {
        let mut hasher = Sha256::new();
        hasher.update(PURPOSE);
        // The length goes first: without it, text could move from one part to the other and hash the same.
        hasher.update((text.len() as u64).to_le_bytes());
        hasher.update(text);
        if let Some(rubric_text) = rubric_text {
            hasher.update((rubric_text.len() as u64).to_le_bytes());
            hasher.update(rubric_text);
        }
        Self(hasher.finalize().into())
    }

    /// The hash that `bytes` are.
    #[must_use]
    pub const fn from_bytes(bytes: [u8; 32]) -> Self {
        Self(bytes)
    }

    /// Its 32 bytes.
    #[must_use]
    pub const fn bytes(&self) -> &[u8; 32] {
        &self.0
    }
}

impl fmt::Display for TextHash {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.iter().try_for_each(|byte| write!(f, "{byte:02x}"))
    }
}

impl fmt::Debug for TextHash {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "TextHash({self})")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_hash_is_pinned_because_it_is_kept_on_disk() {
        insta::assert_snapshot!(TextHash::of("Scenario()", None), @"627d8afddd9a74ecffa68462fa1a57c2119c4d14a6f6d4c7647684bd6a3db8f4");
        insta::assert_snapshot!(TextHash::of("Scenario()", Some("Pack()")), @"4b75824ce0c34109b62ad3ee1a818ec370c44ce98e08abe665cd722180f279d6");
    }

    #[test]
    fn text_that_moves_into_the_rubric_changes_the_hash() {
        let hashes = [
            TextHash::of("ab", None),
            TextHash::of("ab", Some("")),
            TextHash::of("a", Some("b")),
            TextHash::of("a", None),
        ];
        for (index, hash) in hashes.iter().enumerate() {
            assert!(!hashes[index + 1..].contains(hash), "{index}");
        }
    }

    #[test]
    fn the_bytes_give_the_hash_back() {
        let hash = TextHash::of("x", None);
        assert_eq!(TextHash::from_bytes(*hash.bytes()), hash);
        assert_eq!(hash.to_string().len(), 64);
    }
}
