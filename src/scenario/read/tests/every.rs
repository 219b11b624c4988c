//! Every sign of the example, left out or written twice.

use super::*;

/// Reads the example with each of its `sign`s left out and written twice: each time there is one problem, on the line
/// of the sign or the one after it. Tells how often the text still means something, and how often the line is another.
fn every(sign: char) -> (usize, usize) {
    let (mut read_all_the_same, mut elsewhere) = (0, 0);
    for (at, _) in EXAMPLE.char_indices().filter(|&(_, c)| c == sign) {
        let line = Lines::of(EXAMPLE).place(at).line;
        for is_twice in [false, true] {
            let mut text = EXAMPLE.to_owned();
            if is_twice {
                text.insert(at, sign);
            } else {
                text.remove(at);
            }
            match read(&text, &Rubric::default()) {
                Ok(_) => read_all_the_same += 1,
                Err(problems) => {
                    assert_eq!(problems.len(), 1, "line {line}, twice: {is_twice}: {problems:#?}");
                    let found = Lines::of(&text).place(problems[0].span.start).line;
                    elsewhere += usize::from(found != line && found != line + 1);
                }
            }
        }
    }
    (read_all_the_same, elsewhere)
}

#[test]
fn a_quote_left_out_or_written_twice_is_one_mistake_at_its_line() {
    assert_eq!(every('"'), (0, 0));
}

#[test]
fn a_bracket_left_out_or_written_twice_is_one_mistake_at_its_line() {
    assert_eq!([every('['), every(']'), every('{'), every('}')], [(0, 0); 4]);
    // Those around the whole are told at the other end of the file.
    assert_eq!([every('('), every(')')], [(0, 1); 2]);
}

#[test]
fn a_comma_or_colon_left_out_or_written_twice_is_one_mistake_at_its_line() {
    // Commas before a closing bracket, and those in texts, are not needed.
    assert_eq!([every(','), every(':')], [(115, 0), (6, 0)]);
}
