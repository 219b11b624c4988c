//! All pages as one document.

use std::fmt::Write as _;

use textwrap::{Options, WordSeparator, WordSplitter};

use super::{Page, Part, all};
use crate::problem::Severity;

/// The columns of its lines.
const WIDTH: usize = 120;

const BEGIN: &str = "\
# What `check` finds

`tellmore check FILE` reads a scenario and looks at every state that a conversation in it can reach. Whatever it finds has \
a code, which stands in brackets after *error*, *warning* or *note*. This document has a page for each code; `tellmore \
explain CODE` prints one of them.

- An **error** keeps the scenario from being played, or lets a conversation break off in the middle.
- With a **warning** the scenario can be played and teaches less than it could.
- A **note** is worth a look.

A warning or a note that is there on purpose can be allowed, with the reason:

```ron
allow: [Allow(code: \"few-lines\", because: \"It is a first conversation, and two lines are enough for it.\")],
```

The examples are parts of a scenario. The first has the problem, the second is the same part without it.
";

/// The document `docs/checks.md`.
#[must_use]
pub fn document() -> String {
    let pages = all();
    let mut document = String::new();
    for paragraph in BEGIN.split("\n\n") {
        if paragraph.starts_with("```") || paragraph.starts_with('-') {
            let _ = writeln!(document, "{}\n", paragraph.trim_end());
        } else {
            paragraph_to(&mut document, paragraph);
        }
    }
    for part in Part::ALL {
        let _ = writeln!(document, "- [{}](#{})", part.heading(), part.heading().to_lowercase().replace(' ', "-"));
        for severity in [Severity::Error, Severity::Warning, Severity::Note] {
            let of = pages.iter().filter(|page| page.part == part && page.severity == severity);
            let links: Vec<String> = of.map(|page| format!("[`{0}`](#{0})", page.code.0)).collect();
            if !links.is_empty() {
                let _ = writeln!(
                    document,
                    "{}",
                    filled(&format!("  - {}: {}", plural(severity), links.join(", ")), "    ")
                );
            }
        }
    }
    for part in Part::ALL {
        let _ = write!(document, "\n## {}\n\n", part.heading());
        let of_part: Vec<&Page> = pages.iter().filter(|page| page.part == part).collect();
        for (at, page) in of_part.iter().enumerate() {
            if at > 0 {
                document.push('\n');
            }
            write(&mut document, page);
        }
    }
    document
}

fn write(document: &mut String, page: &Page) {
    let _ = write!(document, "### `{}`\n\n", page.code.0);
    paragraph_to(document, &format!("*{}*: {}", page.severity.word(), page.sentence));
    for paragraph in &page.paragraphs {
        paragraph_to(document, paragraph);
    }
    if let Some((bad, good)) = page.example {
        // The second word keeps them apart from examples that stand for themselves.
        let _ = write!(document, "```ron bad\n{bad}\n```\n\nMended:\n\n```ron good\n{good}\n```\n");
    } else {
        document.pop();
    }
}

/// `text` in lines, and an empty line after them.
fn paragraph_to(document: &mut String, text: &str) {
    let _ = write!(document, "{}\n\n", filled(text.trim_end(), ""));
}

/// `text` in lines of whole words: a name in backticks, and a link, stay in one piece.
fn filled(text: &str, indent: &str) -> String {
    let options = Options::new(WIDTH).subsequent_indent(indent).break_words(false);
    let options = options.word_separator(WordSeparator::AsciiSpace).word_splitter(WordSplitter::NoHyphenation);
    textwrap::fill(text, options)
}

/// The word for several of them.
pub(super) const fn plural(severity: Severity) -> &'static str {
    match severity {
        Severity::Error => "errors",
        Severity::Warning => "warnings",
        Severity::Note => "notes",
    }
}
