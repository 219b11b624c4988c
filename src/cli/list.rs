//! `tellmore list`: the scenarios that can be found.

use serde_json::{Value, json};
use unicode_width::UnicodeWidthStr;

use super::args::{Global, List, TextOrJson};
use super::exit::Exit;
use super::out::Out;
use super::read::roots;
use crate::library::{Entry, Library, NotLoaded, Origin};
use crate::problem::{Source, json::rows};
use crate::scenario::read::codes;
use crate::visible::visible;

/// Prints them.
pub(super) fn run(global: &Global, asked: &List, out: &mut Out) -> anyhow::Result<Exit> {
    let library = Library::open(&roots(global))?;
    for folder in library.unread() {
        out.tell(&format!("tellmore: {folder}\n"));
    }
    match asked.format {
        TextOrJson::Json => out.json(&library.entries().iter().map(row).collect())?,
        TextOrJson::Text => out.say(&table(library.entries()))?,
    }
    Ok(Exit::Done)
}

/// One scenario as JSON; what cannot be read of one with mistakes is null.
fn row(entry: &Entry) -> Value {
    let scenario = entry.loaded.as_ref().ok().map(|loaded| &loaded.scenario);
    json!({
        "stem": entry.stem,
        "title": scenario.map(|scenario| &scenario.title),
        "level": scenario.map(|scenario| scenario.level.word()),
        "tags": scenario.map(|scenario| &scenario.tags),
        "customer": scenario.map(|scenario| &scenario.customer.name),
        "file": file(entry),
        "problems": entry.loaded.as_ref().err().map(|error| problems(entry, error)).unwrap_or_default(),
    })
}

/// Where it lies; null for one that is built in.
fn file(entry: &Entry) -> Option<String> {
    match &entry.origin {
        Origin::File(path) => Some(path.display().to_string()),
        Origin::BuiltIn => None,
    }
}

/// What is wrong with it, a row a mistake; what has no place in the text stands at its start.
fn problems(entry: &Entry, error: &NotLoaded) -> Vec<Value> {
    if let Some((name, text, problems)) = error.problems() {
        return rows(Source { name, text }, problems).iter().map(|row| json!(row)).collect();
    }
    vec![json!({
        "code": codes::UNREADABLE_FILE.0,
        "severity": "error",
        "file": file(entry),
        "line": 1,
        "column": 1,
        "message": error.to_string(),
        "help": null,
    })]
}

/// One scenario a line, in columns.
fn table(entries: &[Entry]) -> String {
    let cells: Vec<[String; 4]> = entries.iter().map(cells).collect();
    let width = |column: usize| cells.iter().map(|row| row[column].width()).max().unwrap_or(0);
    let widths = [width(0), width(1), width(2)];
    let mut lines = String::new();
    for row in &cells {
        for (cell, width) in row.iter().zip(widths) {
            lines.push_str(cell);
            lines.push_str(&" ".repeat(width - cell.width() + 2));
        }
        lines.push_str(&row[3]);
        lines.push('\n');
    }
    lines
}

fn cells(entry: &Entry) -> [String; 4] {
    let stem = visible(&entry.stem).into_owned();
    match &entry.loaded {
        Ok(loaded) => {
            let scenario = &loaded.scenario;
            let customer = format!("{}, {}", scenario.customer.name, scenario.customer.role);
            let level = scenario.level.word().to_owned();
            [stem, level, visible(&scenario.title).into_owned(), visible(&customer).into_owned()]
        }
        Err(error) => [stem, "-".into(), "cannot be played".into(), visible(&error.to_string()).into_owned()],
    }
}
