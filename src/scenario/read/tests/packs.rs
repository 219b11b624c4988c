//! `pack.ron`.

use crate::scenario::pack;

const PACK: &str = r#"Pack(
    format: 1,
    title: "Beds",
    author: "A trainer",
    rubric: Rubric(skills: {
        "hero": Skill(name: "The hero", asks: "Whose story is it?", weight: 2.5),
        "calm": (name: "Calm", asks: "Does it stay calm?"),
    }),
)"#;

fn codes(right: &str, wrong: &str) -> Vec<&'static str> {
    assert!(PACK.contains(right), "{right}");
    let problems = pack::read(&PACK.replacen(right, wrong, 1)).err().unwrap_or_default();
    problems.iter().map(|problem| problem.code.0).collect()
}

#[test]
fn a_pack_is_read_with_its_rubric_in_order() {
    let pack = pack::read(PACK).unwrap();
    assert_eq!((pack.title.as_str(), pack.author.as_deref()), ("Beds", Some("A trainer")));
    let skills: Vec<_> =
        pack.rubric.unwrap().skills.into_iter().map(|skill| (skill.key, skill.name, skill.weight)).collect();
    let expected = [("hero", "The hero", 2.5), ("calm", "Calm", 1.0)];
    assert_eq!(skills, expected.map(|(key, name, weight)| (key.to_owned(), name.to_owned(), weight)));
}

#[test]
fn a_pack_needs_only_a_title() {
    let pack = pack::read("Pack(title: \"Beds\")").unwrap();
    assert_eq!((pack.author, pack.rubric), (None, None));
}

#[test]
fn an_empty_pack_is_told_how_a_pack_begins() {
    for empty in ["", "// nothing yet\n"] {
        let problems = pack::read(empty).unwrap_err();
        assert_eq!(problems[0].help.as_deref(), Some("a pack begins with Pack( and ends with )"));
    }
    let problems = pack::read("title: \"Beds\"").unwrap_err();
    assert_eq!(problems[0].label, "before the first field, write Pack(, and `)` behind the last");
}

#[test]
fn what_is_wrong_with_a_pack_is_told() {
    assert_eq!(codes("title: \"Beds\"", "titel: \"Beds\""), ["unknown-field"]);
    assert_eq!(codes("title: \"Beds\",", ""), ["missing-field"]);
    assert_eq!(codes("format: 1", "format: 3"), ["newer-format"]);
    assert_eq!(codes("weight: 2.5", "weight: 11"), ["out-of-range"]);
    assert_eq!(codes("weight: 2.5", "weight: -1"), ["out-of-range"]);
    assert_eq!(codes("weight: 2.5", "weight: inf"), ["wrong-sort"]);
    assert_eq!(codes("weight: 2.5", "weight: 1e999"), ["out-of-range"]);
    assert_eq!(codes("weight: 2.5", "weight: 2,5"), ["not-a-number"]);
    assert_eq!(codes("weight: 2.5", "weight: \"2.5\""), ["wrong-sort"]);
    assert_eq!(codes("\"calm\"", "\"hero\""), ["used-twice"]);
    assert_eq!(codes("Pack(", "Scenario("), ["wrong-name"]);
    let problems = pack::read("Pack(title: \"x\", rubric: Rubric(skills: {}))").unwrap_err();
    assert_eq!(problems[0].code.0, "empty-list");
}
