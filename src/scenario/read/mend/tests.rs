use super::*;
use crate::problem::Problem;
use crate::scenario::read::{codes, read};
use crate::scenario::{Rubric, Scenario};

const EXAMPLE: &str = include_str!("../../../../tests/fixtures/example.ron");

/// The example with `lines` in place of the `old` ones: whole lines, of which the space before them does not matter.
fn example_with(old: &str, lines: &str) -> Result<Scenario, Vec<Problem>> {
    let example: Vec<&str> = EXAMPLE.lines().collect();
    let old: Vec<&str> = old.lines().map(str::trim).collect();
    let is_there = |at: &usize| example[*at..].iter().map(|line| line.trim()).take(old.len()).eq(old.iter().copied());
    let at = (0..example.len()).find(is_there).unwrap_or_else(|| panic!("{old:?} is not in the example"));
    let indent = &example[at][..example[at].len() - example[at].trim_start().len()];
    let is_mark = |line: &str| ["<<<", "===", ">>>"].iter().any(|mark| line.starts_with(mark));
    let new = lines.lines().map(|line| if is_mark(line) { line.to_owned() } else { format!("{indent}{line}") });
    let before = example[..at].iter().map(ToString::to_string);
    let behind = example[at + old.len()..].iter().map(ToString::to_string);
    let text: Vec<String> = before.chain(new).chain(behind).collect();
    read(&text.join("\n"), &Rubric::default())
}

/// The lines of the example that a page's lines take the place of, where the mended ones do not stand in it.
fn place_of(mend: &Mend, good: &'static str) -> &'static str {
    match mend.code {
        codes::WRONG_COMMENT | codes::UNCLOSED_COMMENT | codes::INVISIBLE_CHARACTER => "level: Starter,",
        codes::BAD_ESCAPE => "source: \"A count of 1,200 orders at four makers of ward equipment\",",
        codes::TRAILING_TEXT => "if_shut: \"shut\",\n)",
        codes::USED_TWICE => "\"rented beds\": \"Two groups rented beds while they waited.\",",
        codes::LINE_TWICE => "follow_ups: [",
        codes::HALF_A_LIMIT => "\"questions\": Moment(\nat_most: 3,\nafter: \"the gap\",",
        _ => good,
    }
}

#[test]
fn every_mistake_has_a_way_to_mend_it() {
    for (code, _) in codes::ALL {
        assert!(mend(*code).is_some_and(|mend| mend.how.ends_with('.')), "{}", code.0);
    }
    let all: Vec<Code> =
        [signs::MENDS, fields::MENDS, names::MENDS].into_iter().flatten().map(|mend| mend.code).collect();
    // In their order, each once.
    assert_eq!(all, codes::ALL.iter().map(|(code, _)| *code).collect::<Vec<_>>());
}

#[test]
fn what_a_page_shows_has_the_mistake_and_mended_it_has_none() {
    let mut without = Vec::new();
    for mend in codes::ALL.iter().filter_map(|(code, _)| mend(*code)) {
        let Some((bad, good)) = mend.example else {
            without.push(mend.code);
            continue;
        };
        let place = place_of(mend, good);
        // A reply's list of lines goes on behind what is shown.
        let begin = if mend.code == codes::LINE_TWICE { "follow_ups: [\n" } else { "" };
        let made = match mend.code {
            codes::EMPTY_FILE => read(bad, &Rubric::default()),
            _ => example_with(place, &format!("{begin}{bad}")),
        };
        let problems = made.err().unwrap_or_default();
        let found: Vec<_> = problems.iter().map(|problem| problem.code).collect();
        assert_eq!(found, [mend.code], "{bad}: {problems:#?}");
        let mended = example_with(place, &format!("{begin}{good}"));
        assert!(mended.is_ok(), "{good}: {:#?}", mended.err());
    }
    assert_eq!(
        without,
        [
            codes::UNREADABLE_FILE,
            codes::BROKEN_PACK,
            codes::TOO_LARGE,
            codes::TOO_DEEP,
            codes::TOO_MANY,
            codes::UNREADABLE
        ]
    );
}
