//! What a new scenario begins as.

use unicode_segmentation::UnicodeSegmentation;

/// A whole scenario to begin from: it can be played as it is, and its comments explain every part where it stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Template {
    /// A first call, opened with an insight.
    FirstCall,
    /// A reference call, opened with a question; a moment in it comes back.
    ReferenceCall,
    /// A story, told to somebody in the trade of its hero.
    Story,
}

/// The longest title, in characters, that a scenario may have.
const LONGEST_TITLE: usize = 60;

/// How the line of a scenario begins that holds its title.
const TITLE: &str = "    title: \"";

impl Template {
    /// All templates.
    pub const ALL: [Self; 3] = [Self::FirstCall, Self::ReferenceCall, Self::Story];

    /// The text as it is kept, under its own title.
    #[must_use]
    pub const fn text(self) -> &'static str {
        match self {
            Self::FirstCall => include_str!("templates/first_call.ron"),
            Self::ReferenceCall => include_str!("templates/reference_call.ron"),
            Self::Story => include_str!("templates/story.ron"),
        }
    }

    /// The text under a title made from `stem`, the name of a file without its ending. Where nothing of the name makes a
    /// title, the template keeps its own.
    #[must_use]
    pub fn titled(self, stem: &str) -> String {
        let (text, title) = (self.text(), title(stem));
        let around = text.split_once(TITLE).and_then(|(before, rest)| Some((before, rest.split_once('"')?.1)));
        match around {
            Some((before, after)) if !title.is_empty() => {
                let title = title.replace('\\', r"\\").replace('"', "\\\"");
                format!("{before}{TITLE}{title}\"{after}")
            }
            _ => text.to_owned(),
        }
    }
}

/// A title as the name of a file has it: `my-first_call` is `My first call`, cut where a title may not be longer.
fn title(stem: &str) -> String {
    let words = stem.split(|c: char| c.is_whitespace() || matches!(c, '-' | '_')).filter(|word| !word.is_empty());
    let words = words.collect::<Vec<_>>().join(" ");
    let mut letters = words.chars();
    let first = letters.next().into_iter().flat_map(char::to_uppercase);
    let whole: String = first.chain(letters).collect();
    let mut title = String::new();
    for letter in whole.graphemes(true) {
        if title.chars().count() + letter.chars().count() > LONGEST_TITLE {
            break;
        }
        title.push_str(letter);
    }
    title.trim_end().to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::scenario::{OpeningKind, Rubric, Scenario};

    fn read(text: &str) -> Scenario {
        crate::scenario::read::read(text, &Rubric::default()).unwrap()
    }

    #[test]
    fn a_title_is_the_name_as_it_is_said() {
        assert_eq!(title("my-first_call"), "My first call");
        assert_eq!(title("__late  by-their_date_"), "Late by their date");
        assert_eq!(title("übergabe"), "Übergabe");
        assert_eq!(title("-_ "), "");
    }

    #[test]
    fn a_title_is_cut_between_letters_where_it_may_not_be_longer() {
        assert_eq!(title(&"a".repeat(80)), format!("A{}", "a".repeat(59)));
        assert_eq!(title(&format!("{} b", "a".repeat(59))), format!("A{}", "a".repeat(58)));
        // The mark belongs to the letter before it, and goes with it.
        assert_eq!(title(&format!("{}e\u{301}", "a".repeat(59))), format!("A{}", "a".repeat(58)));
        assert_eq!(title(&"ß".repeat(60)).chars().count(), 60, "a capital may be two letters");
    }

    #[test]
    fn only_the_title_differs_from_the_template() {
        for template in Template::ALL {
            let titled = template.titled("my-first_call");
            assert_eq!(read(&titled).title, "My first call");
            let changed: Vec<_> = template.text().lines().zip(titled.lines()).filter(|(old, new)| old != new).collect();
            assert_eq!(changed.len(), 1, "{changed:?}");
            assert_eq!(template.titled("--"), template.text());
        }
    }

    #[test]
    fn a_name_with_quotes_and_backslashes_still_makes_a_text() {
        assert_eq!(read(&Template::Story.titled(r#"a "b" \c\"#)).title, r#"A "b" \c\"#);
    }

    #[test]
    fn each_template_opens_in_its_own_way() {
        let opens = Template::ALL.map(|template| read(template.text()).opening.kind);
        assert!(matches!(opens[0], OpeningKind::Insight { .. }));
        assert!(matches!(opens[1], OpeningKind::Question));
        assert!(matches!(opens[2], OpeningKind::Story { .. }));
        let comes_back = |text: &str| text.contains("at_most:") && text.contains("after:");
        assert!(comes_back(Template::ReferenceCall.text()));
    }

    #[test]
    fn each_field_is_explained_where_it_first_stands() {
        for template in Template::ALL {
            let lines: Vec<&str> = template.text().lines().map(str::trim).collect();
            for field in [
                "format",
                "title",
                "level",
                "situation",
                "hero",
                "brief",
                "facts",
                "opening",
                "moments",
                "replies",
                "kind",
                "odds",
                "follow_ups",
                "marks",
                "opens",
                "hears",
                "coach",
                "then",
                "reveals",
                "needs",
                "endings",
                "if_shut",
            ] {
                let at = lines.iter().position(|line| line.starts_with(&format!("{field}:"))).unwrap();
                let explained = lines[at].contains("//") || lines[at - 1].starts_with("//");
                assert!(explained, "{template:?}: {field}");
            }
        }
    }
}
