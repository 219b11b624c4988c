//! Pages for people at a terminal.

use textwrap::{Options, WordSplitter};

use super::markdown::plural;
use super::{Page, Part, all};
use crate::export::lines::wrapped;
use crate::problem::Severity;

/// Prose is not laid out in longer lines, however wide the terminal is.
const MEASURE: usize = 76;

/// How pages are laid out.
#[derive(Debug, Clone, Copy)]
pub struct Layout {
    /// Whether headings are emphasized, as terminals do it.
    pub color: bool,
    /// The columns of the terminal; where there is none, examples stay as they are written.
    pub width: Option<usize>,
}

impl Layout {
    fn heading(self, text: &str) -> String {
        if self.color { format!("\u{1b}[1m{text}\u{1b}[0m\n") } else { format!("{text}\n") }
    }

    fn measure(self) -> usize {
        self.width.unwrap_or(MEASURE).min(MEASURE)
    }

    /// The lines of an example, with a mark before those that `other` does not have.
    fn example(self, lines: &str, other: &str) -> String {
        let mark = |line: &&str| if other.lines().any(|other| other == *line) { "  " } else { "> " };
        lines.lines().map(|line| self.line(mark(&line), line)).collect()
    }

    /// A line of an example; where it has to be broken, what follows stands further in. A text may be broken like that in
    /// a file as well.
    fn line(self, mark: &str, line: &str) -> String {
        let Some(width) = self.width else { return format!("{mark}{line}\n") };
        let indent = &line[..line.len() - line.trim_start().len()];
        let (begin, more) = (format!("{mark}{indent}"), format!("{mark}{indent}    "));
        let options = Options::new(width).initial_indent(&begin).subsequent_indent(&more);
        let options = options.break_words(false).word_splitter(WordSplitter::NoHyphenation);
        textwrap::fill(line.trim_start(), options) + "\n"
    }
}

/// `page`, with a line break at the end.
#[must_use]
pub fn page(page: &Page, layout: Layout) -> String {
    let mut text = layout.heading(&format!("{}: {}", page.severity.word(), page.code.0));
    for paragraph in std::iter::once(&page.sentence).chain(&page.paragraphs) {
        text.push('\n');
        text.push_str(&wrapped("", paragraph, Some(layout.measure())));
    }
    if let Some((bad, good)) = page.example {
        text = text + "\n" + &layout.heading("With the problem") + &layout.example(bad, good);
        text = text + "\n" + &layout.heading("Mended (> marks what is different)") + &layout.example(good, bad);
    }
    text
}

/// Every code with its sentence, those that matter most first.
#[must_use]
pub fn list(layout: Layout) -> String {
    let pages = all();
    let longest = pages.iter().map(|page| page.code.0.len()).max().unwrap_or(0);
    let width = layout.width.map_or(MEASURE + longest, |width| width.min(MEASURE + longest));
    let mut text = String::new();
    for severity in [Severity::Error, Severity::Warning, Severity::Note] {
        for part in Part::ALL {
            let of: Vec<&Page> = pages.iter().filter(|page| page.part == part && page.severity == severity).collect();
            if of.is_empty() {
                continue;
            }
            text.push_str(&layout.heading(&format!("{}: {}", part.heading(), plural(severity))));
            for page in of {
                let begin = format!("  {:longest$}  ", page.code.0);
                text.push_str(&wrapped(&begin, &page.sentence, Some(width)));
            }
            text.push('\n');
        }
    }
    text + &wrapped("", "tellmore explain CODE shows what one of them means and how to mend it.", Some(width))
}
