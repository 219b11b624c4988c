//! Texts as words, so that two of them can be held against each other.

/// The words of `text`, each as one number: small and capital letters are one, and signs do not count. Two words that
/// differ have the same number once in 2^64.
pub(super) fn words(text: &str) -> impl Iterator<Item = u64> + '_ {
    text.split_whitespace().map(word).filter(|&word| word != NOTHING)
}

/// The words of `text`, all in one number.
pub(super) fn all_words(text: &str) -> u64 {
    words(text).fold(NOTHING, |all, word| all.rotate_left(5) ^ word.wrapping_mul(PRIME))
}

/// What FNV-1a begins with, and what it multiplies by.
const NOTHING: u64 = 0xcbf2_9ce4_8422_2325;
const PRIME: u64 = 0x0100_0000_01b3;

/// The FNV-1a hash of the letters and digits of `word`, in small letters.
fn word(word: &str) -> u64 {
    let add = |hash: u64, byte: u8| (hash ^ u64::from(byte)).wrapping_mul(PRIME);
    if word.is_ascii() {
        let letters = word.bytes().filter(u8::is_ascii_alphanumeric);
        return letters.fold(NOTHING, |hash, byte| add(hash, byte.to_ascii_lowercase()));
    }
    let letters = word.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase);
    letters.fold(NOTHING, |hash, letter| letter.encode_utf8(&mut [0; 4]).bytes().fold(hash, add))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn case_spaces_and_signs_do_not_count_and_words_and_their_order_do() {
        assert_eq!(all_words("It's a  ward – één."), all_words("its A ward ÉÉN"));
        assert_ne!(all_words("a ward"), all_words("award"));
        assert_ne!(all_words("a ward waits"), all_words("waits a ward"));
        assert_eq!(words("– … ?!").count(), 0);
    }
}
