//! The trainer's guide is about one file: what `tellmore new my_first_call` writes. What it says of that file is so.

use std::fmt::Write;
use std::path::Path;

use super::{Block, blocks, desk, documents, words};
use tellmore::library::Template;

const GUIDE: &str = "docs/writing-scenarios.md";

/// The file that the guide is about.
pub(super) fn my_first_call() -> String {
    Template::FirstCall.titled("my_first_call")
}

fn guide() -> Vec<Block> {
    let (path, document) = documents().into_iter().find(|(path, _)| path == Path::new(GUIDE)).unwrap();
    blocks(&path, &document)
}

fn shows_a_problem(block: &Block) -> bool {
    block.language == "text" && ["error[", "warning[", "note["].iter().any(|begin| block.text.starts_with(begin))
}

/// What `check` prints of the file as `text`.
fn checked(text: &str) -> String {
    let desk = desk();
    desk.write("my_first_call.ron", text);
    let came = desk.run("check my_first_call.ron");
    assert_eq!(came.err, "");
    came.out
}

/// Holds that the lines of `block` stand in `printed` in their order; `…` is for what is left out.
fn assert_printed(block: &Block, printed: &str) {
    let mut lines = printed.lines().map(words);
    for line in block.text.lines().map(words).filter(|line| line != "…") {
        assert!(lines.any(|printed| printed == line), "{}: {line:?} is not in\n{printed}", block.place);
    }
}

/// The lines of a `diff` that begin with `sign`, without it.
fn lines<'b>(block: &'b Block, sign: &str) -> Vec<&'b str> {
    block.text.lines().filter_map(|line| line.strip_prefix(sign)).collect()
}

/// `text` with the lines `new` in the place of the lines `old`, which stand in it below each other, set in as they may
/// be; nothing where they do not.
fn instead(text: &str, old: &[&str], new: &[&str]) -> Option<String> {
    let all: Vec<&str> = text.lines().collect();
    let at =
        all.windows(old.len()).position(|lines| lines.iter().zip(old).all(|(line, old)| line.trim() == old.trim()))?;
    let edited = [&all[..at], new, &all[at + old.len()..]].concat();
    Some(edited.join("\n") + "\n")
}

/// `text` with each line that a problem shows (`12 | ..`) in its place.
fn with_shown_lines(text: &str, problem: &str) -> String {
    let mut lines: Vec<String> = text.lines().map(str::to_owned).collect();
    for shown in problem.lines() {
        let Some((number, shown)) = shown.split_once(" | ") else { continue };
        let Ok(number) = number.trim().parse::<usize>() else { continue };
        let indent = lines[number - 1].len() - lines[number - 1].trim_start().len();
        let shown = shown.trim_start().trim_start_matches("...").trim_start();
        lines[number - 1].truncate(indent);
        write!(lines[number - 1], "{shown}").unwrap();
    }
    lines.join("\n") + "\n"
}

#[test]
fn every_line_before_and_after_stands_in_a_file_that_reads_or_has_the_problem_shown() {
    let (text, blocks) = (my_first_call(), guide());
    let mut count = 0;
    for (at, block) in blocks.iter().enumerate().filter(|(_, block)| block.language == "diff") {
        let (before, after) = (lines(block, "- "), lines(block, "+ "));
        assert!(!before.is_empty() && !after.is_empty(), "{}", block.place);
        // One of the two is what the file says.
        let edited = instead(&text, &before, &after).or_else(|| instead(&text, &after, &before));
        let edited = edited.unwrap_or_else(|| panic!("{}: neither stands in the file", block.place));
        let printed = checked(&edited);
        match blocks.get(at + 1).filter(|next| shows_a_problem(next)) {
            Some(problem) => assert_printed(problem, &printed),
            None => assert!(!printed.contains("error["), "{}: {printed}", block.place),
        }
        count += 1;
    }
    assert!(count >= 8, "{count}");
}

#[test]
fn every_mistake_is_told_as_the_guide_shows_it() {
    let (text, blocks) = (my_first_call(), guide());
    let mut count = 0;
    for (at, block) in blocks.iter().enumerate().filter(|(_, block)| shows_a_problem(block)) {
        if at > 0 && blocks[at - 1].language == "diff" {
            continue;
        }
        let edited = with_shown_lines(&text, &block.text);
        assert_ne!(edited, text, "{}: nothing is wrong in what is shown", block.place);
        let printed = checked(&edited);
        assert_printed(block, &printed);
        assert!(printed.ends_with(": 1 error\n"), "{}: {printed}", block.place);
        count += 1;
    }
    assert!(count >= 6, "{count}");
}

#[test]
fn the_guide_has_nothing_that_is_not_run() {
    for block in guide() {
        let is_run = matches!(block.language.as_str(), "ron" | "sh" | "console" | "diff") || shows_a_problem(&block);
        // The one picture of how a file is built.
        assert!(is_run || block.text.starts_with("Scenario\n├── "), "{}: {}", block.place, block.language);
    }
}

#[test]
fn every_template_is_named_and_every_skill_asked_for_as_it_is() {
    let (_, document) = documents().into_iter().find(|(path, _)| path == Path::new(GUIDE)).unwrap();
    for name in ["tellmore new NAME`", "--template reference-call`", "--template story`"] {
        assert!(document.contains(name), "{name}");
    }
    for skill in tellmore::scenario::Rubric::default().skills {
        assert!(document.contains(&format!("| `{}` | ", skill.key)), "{}", skill.key);
    }
}

#[test]
fn what_the_guide_allows_is_something_that_is_told() {
    let allowed: Vec<String> = guide().into_iter().filter_map(|block| code_allowed(&block.text)).collect();
    assert!(!allowed.is_empty());
    for code in allowed {
        assert!(tellmore::check::rules::ALL.iter().any(|rule| rule.code.0 == code), "{code}");
    }
}

/// The code in the first `Allow` of a text.
fn code_allowed(text: &str) -> Option<String> {
    let (_, rest) = text.split_once("Allow(code: \"")?;
    rest.split_once('"').map(|(code, _)| code.to_owned())
}
