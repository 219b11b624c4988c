//! The documents tell the truth: the scenarios in them read, the commands in them run, and their links lead somewhere.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "a test that cannot go on has failed")]

#[path = "documents/guide.rs"]
mod guide;
#[path = "support/run.rs"]
mod run;

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use run::{Came, Desk};
use serde_json::Value;
use tellmore::problem::text::{Style, render};
use tellmore::problem::{Problem, Source};
use tellmore::scenario::{Rubric, pack, read};

/// A text between two fences.
struct Block {
    /// Where it stands: the document and the line of its first fence.
    place: String,
    /// The word after the fence.
    language: String,
    text: String,
}

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// The documents, by path from the root.
fn documents() -> Vec<(PathBuf, String)> {
    let mut paths: Vec<PathBuf> = ["README.md", "CONTRIBUTING.md", "CHANGELOG.md"].map(PathBuf::from).into();
    let docs =
        fs::read_dir(root().join("docs")).unwrap().map(|entry| Path::new("docs").join(entry.unwrap().file_name()));
    paths.extend(docs.filter(|path| path.extension().is_some_and(|ending| ending == "md")));
    paths.sort();
    paths.into_iter().map(|path| (path.clone(), fs::read_to_string(root().join(&path)).unwrap())).collect()
}

fn blocks(path: &Path, document: &str) -> Vec<Block> {
    let mut blocks: Vec<Block> = Vec::new();
    let mut is_open = false;
    for (number, line) in (1..).zip(document.lines()) {
        match line.strip_prefix("```") {
            Some(_) if is_open => is_open = false,
            Some(language) => {
                let place = format!("{}:{number}", path.display());
                blocks.push(Block { place, language: language.to_owned(), text: String::new() });
                is_open = true;
            }
            None if is_open => blocks.last_mut().unwrap().text.push_str(&format!("{line}\n")),
            None => {}
        }
    }
    assert!(!is_open, "{}: a fence is not closed", path.display());
    blocks
}

/// The blocks of all documents in `language`.
fn blocks_in(language: &str) -> Vec<Block> {
    let all = documents().into_iter().flat_map(|(path, document)| blocks(&path, &document));
    all.filter(|block| block.language == language).collect()
}

/// The README's whole scenario, which its commands name `monday_report.ron`.
fn monday_report() -> String {
    let whole = |block: &Block| block.place.starts_with("README.md") && block.text.starts_with("Scenario(");
    blocks_in("ron").into_iter().find(whole).expect("the README shows a whole scenario").text
}

fn accept<T>(block: &Block, text: &str, came: Result<T, Vec<Problem>>) -> T {
    came.unwrap_or_else(|problems| {
        let style = Style { color: false, width: 120 };
        let told = problems.iter().map(|problem| render(Source { name: "it", text }, problem, style));
        panic!("{}: {}", block.place, told.collect::<String>())
    })
}

/// A scenario around a part of one: the words of the parts that documents show lead somewhere in it.
fn framed(part: &str) -> String {
    let mut fields = vec![
        ("title", "title: \"A frame\",".to_owned()),
        (
            "customer",
            "customer: Customer(name: \"A\", role: \"B\", company: \"C\", situation: \"D\", cares_about: [], hero: \"E\", \
             openness: 5),"
                .to_owned(),
        ),
        (
            "facts",
            "facts: {\"rented beds\": \"F\", \"who decides\": \"G\", \"Mrs Dunne\": \"F\", \"Mr Pryce\": \"G\"},".to_owned(),
        ),
        ("opening", "opening: Question(says: \"H\", then: \"first reaction\"),".to_owned()),
    ];
    let (mut reply, mut moment, mut ending) = (String::new(), String::new(), String::new());
    let line = "FollowUp(says: \"I\", then: \"brochure\"),";
    let mut lines = line.to_owned();
    let part = part.trim().trim_end_matches(',');
    if part.starts_with("Reply(") {
        reply = format!("{part},");
    } else if part.starts_with("FollowUp(") {
        lines = format!("{part},");
    } else if part.starts_with('"') && part.contains(": Moment(") {
        moment = format!("{part},");
    } else if part.starts_with('"') && part.contains(": Ending(") {
        ending = format!("{part},");
    } else {
        let name = part.split(':').next().unwrap();
        fields.retain(|(field, _)| *field != name);
        fields.push((name, format!("{part},")));
    }
    let fields: String = fields.into_iter().map(|(_, text)| format!("{text}\n")).collect();
    // What parts lead to; a part may be one of them itself.
    let named = |names: &[&str], thing: &str| -> String {
        let others = names.iter().filter(|name| !part.starts_with(&format!("\"{name}\"")));
        others.map(|name| format!("\"{name}\": {thing},\n")).collect()
    };
    let plain = format!("Moment(replies: [Reply(kind: TellMeMore, says: \"J\", follow_ups: [{line}])])");
    let moments = named(&["questions", "the gap", "her mornings", "what then"], &plain);
    let endings = named(
        &["brochure", "shut", "a brochure", "half an hour", "Monday's list"],
        "Ending(outcome: Continuation, says: \"K\")",
    );
    format!(
        "Scenario(\nformat: 1,\n{fields}\nmoments: {{\n\"first reaction\": Moment(replies: [{reply} \
         Reply(kind: TellMeMore, says: \"J\", follow_ups: [\n{lines}\n])]),\n{moments}{moment}\n}},\nendings: \
         {{\n{endings}{ending}\n}},\n)"
    )
}

#[test]
fn every_scenario_and_pack_in_the_documents_reads() {
    let (mut scenarios, mut packs, mut parts) = (0, 0, 0);
    for block in blocks_in("ron") {
        let text = &block.text;
        if text.starts_with("Scenario(") {
            accept(&block, text, read::read(text, &Rubric::default()));
            scenarios += 1;
        } else if text.starts_with("Pack(") {
            packs += usize::from(accept(&block, text, pack::read(text)).rubric.is_some());
        } else {
            let text = framed(text);
            accept(&block, &text, read::read(&text, &Rubric::default()));
            parts += 1;
        }
    }
    assert!(scenarios >= 2 && packs >= 1 && parts >= 10, "{scenarios} {packs} {parts}");
}

#[test]
fn every_json_document_in_the_documents_is_one() {
    let blocks = blocks_in("json");
    assert!(blocks.len() >= 3);
    for block in blocks {
        serde_json::from_str::<Value>(&block.text).unwrap_or_else(|error| panic!("{}: {error}", block.place));
    }
}

/// Whether all that `shown` holds is in `whole`; lists and objects may be cut short.
fn is_part(shown: &Value, whole: &Value) -> bool {
    match (shown, whole) {
        (Value::Object(shown), Value::Object(whole)) => {
            shown.iter().all(|(key, value)| whole.get(key).is_some_and(|whole| is_part(value, whole)))
        }
        (Value::Array(shown), Value::Array(whole)) => {
            shown.iter().all(|shown| whole.iter().any(|whole| is_part(shown, whole)))
        }
        (Value::Number(shown), Value::Number(whole)) => {
            (shown.as_f64().unwrap() - whole.as_f64().unwrap()).abs() < 1e-9
        }
        _ => shown == whole,
    }
}

#[test]
fn the_json_reference_shows_real_documents_and_names_every_field() {
    let printed = |line: &str, typed: &str| -> Value { serde_json::from_str(&desk().typing(line, typed).out).unwrap() };
    let debrief = printed("practice example.ron --format json --seed 56", "1\n1\n2\n");
    let list = printed("list --scenarios . --format json", "");
    let map = printed("map example.ron --format json", "");
    let shown: Vec<Value> = blocks_in("json").iter().map(|block| serde_json::from_str(&block.text).unwrap()).collect();
    assert!(is_part(&shown[0], &debrief), "{debrief:#}");
    assert!(is_part(&shown[2], &map["figures"]), "{map:#}");
    let simulation = printed("simulate example.ron --lines --runs 10 --format json", "");
    assert!(is_part(&shown[3], &simulation), "{simulation:#}");
    let draft = desk();
    draft.write("draft.ron", run::EXAMPLE.replace("    if_shut: \"shut\",\n", ""));
    let check: Value = serde_json::from_str(&draft.run("check draft.ron --format json").out).unwrap();
    assert!(is_part(&shown[4], &check), "{check:#}");

    let reference = fs::read_to_string(root().join("docs/json.md")).unwrap();
    let reply = &map["moments"]["first reaction"]["replies"][0];
    let turn = &debrief["turns"][0];
    let objects = [&debrief, turn, &list[0], &map, &map["customer"], &map["brief"], &map["moments"]["first reaction"]];
    let more =
        [reply, &reply["follow_ups"][0], &map["endings"]["shut"], &map["figures"], &map["figures"]["strategies"]];
    let (line, runs) = (&simulation["lines"][0], &simulation["runs"]);
    let rows = ["endings", "replies", "lines", "spread"].map(|list| &runs[list][0]);
    let drawn = [&simulation, line, &line["random"], runs, &runs["score"], &runs["turns"], &runs["stuck"]];
    let checked = [&check, &check["problems"][0], &check["files"][0]];
    let objects = objects.into_iter().chain(more).chain(drawn).chain(rows).chain(checked);
    for key in objects.flat_map(|object| object.as_object().unwrap().keys()) {
        assert!(reference.contains(&format!("`{key}`")), "{key}");
    }
    for key in turn["follow_ups"][0].as_object().unwrap().keys() {
        assert!(reference.contains(&format!("`follow_ups[].{key}`")), "{key}");
    }
}

#[test]
fn a_mistake_looks_as_the_readme_shows_it() {
    let desk = desk();
    desk.write("monday_report.ron", monday_report().replace("title:", "titel:"));
    let shown = blocks_in("text").into_iter().find(|block| block.text.starts_with("error[")).unwrap();
    assert_eq!(desk.run("map monday_report.ron").err, shown.text);
}

/// A folder in which the commands of the documents find what they name, and a conversation to go on with.
fn desk() -> Desk {
    let desk = Desk::new();
    desk.write("monday_report.ron", monday_report());
    desk.write("tests/fixtures/example.ron", run::EXAMPLE);
    desk.write("my_first_call.ron", guide::my_first_call());
    desk.write("first_calls/my_first_call.ron", guide::my_first_call());
    desk.write("first_calls/pack.ron", "Pack(title: \"First calls\")");
    let begun = desk.typing("practice example.ron --plain --reply tell-me-more", "1\n");
    assert!(begun.err.contains("Kept as unfinished"), "{begun:?}");
    desk
}

/// Runs `line`, which begins with `tellmore`, with `typed` on stdin, and holds it to exit 0. What needs a terminal has
/// got as far as it can when that is what it says; then nothing is returned.
fn ran(place: &str, line: &str, typed: &str) -> Option<Came> {
    let words = line.strip_prefix("tellmore").unwrap().trim();
    // Where the output goes to is the shell's affair.
    let words = words.split(" > ").next().unwrap_or(words);
    let desk = desk();
    if words.starts_with("new ") {
        std::fs::remove_file(desk.path("my_first_call.ron")).unwrap();
    }
    let came = desk.typing(words, typed);
    let is_on_screens = words.is_empty()
        || words.starts_with("--scenarios")
        || words.starts_with("watch")
        || words.starts_with("practice") && !words.contains("--plain") && !words.contains("--format json");
    if is_on_screens {
        assert!(came.status == 2 && came.err.contains("need a terminal"), "{place}: {line}: {came:?}");
        return None;
    }
    assert_eq!(came.status, 0, "{place}: {line}: {came:?}");
    Some(came)
}

#[test]
fn every_command_in_the_documents_runs() {
    let mut count = 0;
    for block in blocks_in("sh") {
        for line in block.text.lines().filter(|line| line.starts_with("tellmore")) {
            ran(&block.place, line, &"1\n".repeat(60));
            count += 1;
        }
    }
    assert!(count >= 8, "{count}");
}

/// `text` with every run of spaces as one.
fn words(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// A block shows commands after `$ `, what is typed as a number on a line of its own, `…` for what is left out, and
/// else lines that the program prints, in their order.
#[test]
fn what_the_documents_show_of_a_command_is_what_it_prints() {
    let mut count = 0;
    for block in blocks_in("console") {
        for run in block.text.split("$ ").filter(|run| run.starts_with("tellmore")) {
            let (line, shown) = run.split_once('\n').unwrap();
            let is_typed = |line: &&str| line.parse::<usize>().is_ok();
            let typed: String = shown.lines().filter(is_typed).map(|line| format!("{line}\n")).collect();
            let came = ran(&block.place, line, &typed).expect("what a console shows needs no screen");
            let printed = came.out.lines().map(words).collect::<Vec<_>>();
            let mut printed = printed.iter();
            for line in shown.lines().filter(|line| !is_typed(line) && *line != "…") {
                let line = words(line);
                assert!(printed.any(|printed| *printed == line), "{}: {line:?} is not in\n{}", block.place, came.out);
                count += 1;
            }
        }
    }
    assert!(count >= 5, "{count}");
}

#[test]
fn the_document_of_checks_is_what_the_program_prints() {
    let made = desk().run("explain --all").out;
    let kept = fs::read_to_string(root().join("docs/checks.md")).unwrap();
    let first = made.lines().zip(kept.lines()).position(|(made, kept)| made != kept).map_or(0, |at| at + 1);
    assert!(
        made == kept,
        "docs/checks.md is not what the program prints, from line {first} on. Make it anew:\n  cargo run -q -- explain --all \
         > docs/checks.md"
    );
}

#[test]
fn the_table_of_the_pack_is_what_the_program_prints() {
    let scenarios = root().join("scenarios");
    let made = desk().run_with([Path::new("check"), &scenarios, Path::new("--format"), Path::new("md")]).out;
    let kept = fs::read_to_string(root().join("docs/pack.md")).unwrap();
    assert!(
        made == kept,
        "docs/pack.md is not what the program prints. Make it anew:\n  cargo run -q -- check scenarios --format md > docs/pack.md"
    );
}

#[test]
fn every_rule_has_a_file_of_its_name_and_a_page() {
    let codes: BTreeSet<String> = tellmore::check::rules::ALL.iter().map(|rule| rule.code.0.to_owned()).collect();
    assert_eq!(codes.len(), tellmore::check::rules::ALL.len());
    let paths = fs::read_dir(root().join("src/check/rules")).unwrap().map(|entry| entry.unwrap().path());
    let is_rule = |path: &PathBuf| path.is_file() && fs::read_to_string(path).unwrap().contains("\nrule! {");
    let name = |path: PathBuf| path.file_stem().unwrap().to_str().unwrap().replace('_', "-");
    let names: BTreeSet<String> = paths.filter(is_rule).map(name).collect();
    assert_eq!(names, codes);
    let document = fs::read_to_string(root().join("docs/checks.md")).unwrap();
    let pages: BTreeSet<&str> =
        document.lines().filter_map(|line| line.strip_prefix("### `")?.strip_suffix('`')).collect();
    assert!(codes.iter().all(|code| pages.contains(code.as_str())), "{codes:?} {pages:?}");
}

/// The name that a heading can be linked by.
fn anchor(heading: &str) -> String {
    let kept = |c: &char| c.is_alphanumeric() || matches!(c, ' ' | '-' | '_');
    heading.trim_start_matches('#').trim().to_lowercase().chars().filter(kept).collect::<String>().replace(' ', "-")
}

#[test]
fn every_link_between_documents_leads_to_something() {
    let mut count = 0;
    for (path, document) in documents() {
        for link in document.split("](").skip(1).map(|rest| rest.split(')').next().unwrap()) {
            if link.starts_with("https://") {
                continue;
            }
            let (file, heading) = link.split_once('#').unwrap_or((link, ""));
            let target = if file.is_empty() { path.clone() } else { path.parent().unwrap().join(file) };
            let place = format!("{}: {link}", path.display());
            assert!(root().join(&target).is_file(), "{place}");
            if !heading.is_empty() {
                let text = fs::read_to_string(root().join(&target)).unwrap();
                assert!(text.lines().any(|line| line.starts_with('#') && anchor(line) == heading), "{place}");
            }
            count += 1;
        }
    }
    assert!(count >= 10, "{count}");
}
