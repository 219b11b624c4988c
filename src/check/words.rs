//! Texts as words, so that two of them can be held against each other.

/// Hands on the words of `text`, each as one number: small and capital letters are one, and signs do not count. Two words
/// that differ have the same number once in 2^64.
pub(super) fn each_word(text: &str, mut take: impl FnMut(u64)) {
    let mut take = |word| {
        if word != NOTHING {
            take(word);
        }
    };
    if text.is_ascii() {
        text.as_bytes().split(u8::is_ascii_whitespace).map(ascii_word).for_each(&mut take);
    } else {
        text.split_whitespace().map(word).for_each(&mut take);
    }
}

/// The words of `text`, all in one number.
pub(super) fn all_words(text: &str) -> u64 {
    let mut all = NOTHING;
    each_word(text, |word| all = all.rotate_left(5) ^ word.wrapping_mul(PRIME));
    all
}

/// How many words are spoken in `text`: a dash that stands alone is none.
pub(super) fn spoken(text: &str) -> usize {
    let (mut words, mut counted) = (0, false);
    let mut next = |c: char| {
        if c.is_whitespace() {
            counted = false;
        } else if !counted && c.is_alphanumeric() {
            counted = true;
            words += 1;
        }
    };
    // Nearly all texts are, and every text of a scenario comes by here: it pays not to decode them.
    if text.is_ascii() {
        text.bytes().for_each(|byte| next(char::from(byte)));
    } else {
        text.chars().for_each(next);
    }
    words
}

/// What FNV-1a begins with, and what it multiplies by.
const NOTHING: u64 = 0xcbf2_9ce4_8422_2325;
const PRIME: u64 = 0x0100_0000_01b3;

/// `hash` with one more byte.
const fn add(hash: u64, byte: u8) -> u64 {
    (hash ^ byte as u64).wrapping_mul(PRIME)
}

/// The FNV-1a hash of the letters and digits of `word`, in small letters.
fn word(word: &str) -> u64 {
    let letters = word.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase);
    letters.fold(NOTHING, |hash, letter| letter.encode_utf8(&mut [0; 4]).bytes().fold(hash, add))
}

/// The same of a word that is plain ASCII.
fn ascii_word(word: &[u8]) -> u64 {
    let letters = word.iter().filter(|byte| byte.is_ascii_alphanumeric());
    letters.fold(NOTHING, |hash, byte| add(hash, byte.to_ascii_lowercase()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn case_spaces_and_signs_do_not_count_and_words_and_their_order_do() {
        assert_eq!(all_words("It's a  ward – één."), all_words("its A ward ÉÉN"));
        assert_ne!(all_words("a ward"), all_words("award"));
        assert_ne!(all_words("a ward waits"), all_words("waits a ward"));
        assert_eq!(all_words("– … ?!"), all_words("-  .."));
    }

    proptest::proptest! {
        #[test]
        fn a_word_is_what_stands_between_spaces_and_has_a_letter_or_a_digit(text in "[ a-zA-Z0-9é'.,–\\t\u{a0}]{0,40}") {
            let spoken = text.split_whitespace().filter(|word| word.contains(char::is_alphanumeric)).count();
            proptest::prop_assert_eq!(super::spoken(&text), spoken);
        }
    }
}
