use std::collections::HashSet;

use super::text::{Layout, list};
use super::*;

#[test]
fn everything_that_can_be_found_has_a_page_that_says_how_to_mend_it() {
    let pages = all();
    let codes: HashSet<Code> = pages.iter().map(|page| page.code).collect();
    assert_eq!(codes.len(), pages.len());
    assert_eq!(pages.len(), rules::ALL.len() + OTHERS.len() + codes::ALL.len());
    for page in &pages {
        assert!(page.sentence.ends_with('.') && !page.sentence.contains(". "), "{}", page.sentence);
        assert!(
            !page.paragraphs.is_empty() && page.paragraphs.iter().all(|text| text.ends_with(['.', ')'])),
            "{page:#?}"
        );
    }
}

#[test]
fn a_page_is_found_however_its_code_is_written() {
    for asked in ["dead-end", "Dead_End", "dead end", "error[dead-end]", "error[dead-end]:", "[dead-end]", " dead-end "]
    {
        assert_eq!(page(asked).map(|page| page.code.0), Some("dead-end"), "{asked}");
    }
    assert_eq!(page(""), None);
}

#[test]
fn a_code_that_does_not_exist_is_near_to_some() {
    assert_eq!(near("ded-end"), ["dead-end"]);
    assert_eq!(near("notes"), ["no-note", "note-twice"]);
    assert!(near("comma").contains(&"missing-comma"));
    assert!(near("zzz").is_empty() && near("").is_empty());
}

#[test]
fn a_page_says_what_it_is_why_it_matters_and_shows_both() {
    let shown = text::page(&page("missing-comma").unwrap(), Layout { color: false, width: None });
    insta::assert_snapshot!(shown, @r#"
    error: missing-comma

    Two things follow each other without a comma between them.

    Every field, and every item of a list, ends with a comma. Most often it is
    the line before the mark that lacks it.

    With the problem
    > title: "Nine days nobody counts"
      level: Starter,

    Mended (> marks what is different)
    > title: "Nine days nobody counts",
      level: Starter,
    "#);
}

#[test]
fn emphasis_is_for_headings_alone_and_changes_no_word() {
    for page in all() {
        let [plain, bold] = [false, true].map(|color| text::page(&page, Layout { color, width: Some(60) }));
        assert_eq!(bold.replace("\u{1b}[1m", "").replace("\u{1b}[0m", ""), plain);
        let headings = if page.example.is_some() { 3 } else { 1 };
        assert_eq!(bold.matches("\u{1b}[1m").count(), headings);
    }
}

#[test]
fn pages_and_the_list_keep_within_the_width() {
    use unicode_width::UnicodeWidthStr;

    for width in [60, 80, 200] {
        let layout = Layout { color: false, width: Some(width) };
        let pages = all().iter().map(|page| text::page(page, layout)).collect::<String>() + &list(layout);
        for line in pages.lines() {
            assert!(line.width() <= width, "{line}");
        }
    }
}

#[test]
fn the_document_has_every_page_once_and_no_line_is_too_long() {
    let document = markdown::document();
    for page in all() {
        assert_eq!(document.matches(&format!("### `{}`\n", page.code.0)).count(), 1, "{}", page.code.0);
    }
    let mut is_example = false;
    for line in document.lines() {
        if line.starts_with("```") {
            is_example = !is_example;
            continue;
        }
        assert!(is_example || line.chars().count() <= 120, "{line}");
        assert!(is_example || line.matches('`').count() % 2 == 0, "{line}");
    }
    assert!(!document.contains("\n\n\n") && document.ends_with('\n') && !document.ends_with("\n\n"));
}
