use crate::check::Rule;
use crate::check::rule::rule;
use crate::check::told::quoted;
use crate::problem::{Problem, Span};
use crate::scenario::{OpeningKind, ReplyKind, Scenario};
use crate::visible::is_hidden;

rule! {
    /// A text or a name has a character in it that nobody sees.
    ///
    /// Spaces without width, marks that turn the direction of a text around, soft hyphens and no-break spaces come along
    /// when text is copied from a web page or a word processor. Two lines that look the same are then two lines, a search
    /// does not find the word, and text breaks at odd places.
    ///
    /// Type the word anew. A no-break space beside a figure or a sign stands there on purpose and is fine, but never in the
    /// name of a moment, an ending or a fact. So is what joins letters and pictures in scripts that need it. (In the example
    /// the space without width is written as an escape, so that it can be seen.)
    Warning "hidden-character"
    bad r#"
moments: {
    "first": Moment(replies: [
        Reply(kind: TellMeMore, says: "Nine days? Go on.", follow_ups: [
            FollowUp(says: "What did the wards\u{200b} do in the meantime?", then: "next step"),
        ]),
    ]),
},
"#
    good r#"
moments: {
    "first": Moment(replies: [
        Reply(kind: TellMeMore, says: "Nine days? Go on.", follow_ups: [
            FollowUp(says: "What did the wards do in the meantime?", then: "next step"),
        ]),
    ]),
},
"#
    InWords(find)
}

fn find(rule: &Rule, scenario: &Scenario) -> Vec<Problem> {
    let mut found = Vec::new();
    each_text(scenario, &mut |span, what, text, is_name| {
        // Most texts have nothing but ordinary letters, and one look at their bytes tells.
        if text.is_ascii() {
            return;
        }
        let hidden: Vec<(usize, char)> = hidden(text, is_name).collect();
        let Some(&(at, first)) = hidden.first() else { return };
        let name = name_of(first);
        let message = format!("{name} (U+{:04X}) stands in {what}, {}", u32::from(first), place(text, at));
        let problem = rule.problem(span, message).label(match hidden.len() {
            1 => "it cannot be seen here".to_owned(),
            count => format!("{count} such characters cannot be seen here"),
        });
        found.push(problem.help("type these words anew; copied text often brings such characters along"));
    });
    found
}

/// Hands every text of `scenario` on: where it stands, what it is, itself, and whether it is a name that other parts of
/// the file use.
fn each_text(scenario: &Scenario, look: &mut impl FnMut(Span, &str, &str, bool)) {
    look(scenario.title_span, "the title", &scenario.title, false);
    for tag in &scenario.tags {
        look(scenario.title_span, "a tag", tag, false);
    }
    let customer = &scenario.customer;
    let of_customer = [
        ("the customer's name", &customer.name),
        ("`role`", &customer.role),
        ("`company`", &customer.company),
        ("`situation`", &customer.situation),
        ("`hero`", &customer.hero),
    ];
    let cares_about = customer.cares_about.iter().map(|text| ("`cares_about`", text));
    for (what, text) in of_customer.into_iter().chain(cares_about) {
        look(customer.span, what, text, false);
    }
    if let Some(brief) = &scenario.brief {
        let results = brief.results.iter().flat_map(|result| [&result.symptom, &result.consequence, &result.result]);
        let stories = brief.stories.iter().flat_map(|story| [&story.hero, &story.before, &story.turn, &story.after]);
        let rivals = brief.rivals.iter().flat_map(|rival| [&rival.name, &rival.good_at, &rival.solves_instead]);
        for text in brief.usage.iter().chain(results).chain(stories).chain(rivals) {
            look(brief.span, "the brief", text, false);
        }
    }
    for fact in &scenario.facts {
        look(fact.span, "the name of a fact", &fact.name, true);
        look(fact.span, "what a fact says", &fact.says, false);
    }
    let opening = &scenario.opening;
    look(opening.span, "the opening", &opening.says, false);
    if let OpeningKind::Insight { source: more } | OpeningKind::Story { hero: more } = &opening.kind {
        look(opening.span, "the opening", more, false);
    }
    for moment in &scenario.moments {
        look(moment.span, "the name of a moment", &moment.name, true);
        if let Some(stage) = &moment.stage {
            look(moment.span, "`stage`", stage, false);
        }
        for reply in &moment.replies {
            if let ReplyKind::Other(label) = &reply.kind {
                look(reply.span, "the label of a reply", label, true);
            }
            for says in &reply.says {
                look(reply.span, "what the customer says", says, false);
            }
            for line in &reply.follow_ups {
                look(line.span, "a line", &line.says, false);
                for (what, text) in [("what the line hears", &line.hears), ("the coach's note", &line.coach)] {
                    if let Some(text) = text {
                        look(line.span, what, text, false);
                    }
                }
            }
        }
    }
    for ending in &scenario.endings {
        look(ending.span, "the name of an ending", &ending.name, true);
        look(ending.span, "what an ending says", &ending.says, false);
    }
    for allow in &scenario.allow {
        look(allow.span, "an `Allow`", &allow.because, false);
    }
}

/// The characters of `text` that nobody sees and that have no business there, each with its byte.
fn hidden(text: &str, is_name: bool) -> impl Iterator<Item = (usize, char)> + '_ {
    let mut before = None;
    text.char_indices().filter(move |&(at, c)| {
        let behind = || text[at + c.len_utf8()..].chars().next();
        let is_wrong = match c {
            // What joins and varies has a letter or picture of another script before it, or a sign: 1 and a key around it.
            '\u{200c}' | '\u{200d}' | '\u{fe00}'..='\u{fe0f}' | '\u{e0100}'..='\u{e01ef}' => {
                before.is_none_or(|before: char| before.is_whitespace() || before < '\u{250}' && before.is_alphabetic())
            }
            // The flags of Scotland and Wales are spelled with these.
            '\u{e0020}'..='\u{e007f}' => !matches!(before, Some('\u{1f3f4}' | '\u{e0020}'..='\u{e007f}')),
            '\u{a0}' | '\u{202f}' | '\u{2007}' => {
                let is_letter = |c: Option<char>| c.is_none_or(char::is_alphabetic);
                is_name || is_letter(before) && is_letter(behind())
            }
            c => is_hidden(c) || is_odd_space(c),
        };
        before = Some(c);
        is_wrong
    })
}

/// Whether `c` is a space that no keyboard has, or takes the room of a letter and shows nothing. The wide space of
/// Chinese and Japanese is an ordinary one there.
fn is_odd_space(c: char) -> bool {
    matches!(c, '\u{1680}' | '\u{2000}'..='\u{200a}' | '\u{205f}' | '\u{2800}')
        || matches!(c, '\u{34f}' | '\u{115f}' | '\u{1160}' | '\u{3164}' | '\u{ffa0}')
}

/// What people call `c`.
fn name_of(c: char) -> &'static str {
    match c {
        '\u{200b}' => "a space without width",
        '\u{a0}' | '\u{202f}' | '\u{2007}' => "a no-break space",
        '\u{ad}' => "a soft hyphen",
        '\u{feff}' => "a byte order mark",
        '\u{200c}' | '\u{200d}' | '\u{2060}' | '\u{34f}' => "a joiner without width",
        '\u{200e}' | '\u{200f}' | '\u{61c}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' => {
            "a mark that turns the direction of the text"
        }
        '\u{2028}' | '\u{2029}' => "a line break that is no ordinary one",
        c if is_odd_space(c) => "a space that is no ordinary space",
        _ => "a character that cannot be seen",
    }
}

/// Where byte `at` of `text` is, by the words around it.
fn place(text: &str, at: usize) -> String {
    let plain = |text: &str| text.chars().filter(|&c| !is_hidden(c)).collect::<String>();
    let behind = at + text[at..].chars().next().map_or(0, char::len_utf8);
    let before = text[..at].rsplit(char::is_whitespace).next().map(plain).unwrap_or_default();
    let after = text[behind..].split(char::is_whitespace).next().map(plain).unwrap_or_default();
    match (before.is_empty(), after.is_empty()) {
        (false, false) => format!("between {} and {}", quoted(&before), quoted(&after)),
        (false, true) => format!("after {}", quoted(&before)),
        (true, false) => format!("before {}", quoted(&after)),
        (true, true) => "between two words".to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::check::tests::{found_in, whole};
    use crate::scenario::{Rubric, read};

    fn found(text: &str, is_name: bool) -> Vec<char> {
        hidden(text, is_name).map(|(_, c)| c).collect()
    }

    #[test]
    fn what_nobody_sees_is_found_and_what_scripts_need_is_not() {
        let wrong = "a\u{200b} b\u{202e} \u{ad}c d\u{feff} e\u{2009}f g\u{200d}h i\u{fe0f} \u{2067}j k\u{3164}";
        assert_eq!(found(wrong, false).len(), 9);
        let fine = "\u{1f468}\u{200d}\u{1f469}\u{200d}\u{1f467} 1\u{fe0f}\u{20e3} \u{2764}\u{fe0f} \u{645}\u{6cc}\u{200c}\u{62e} \
                    \u{915}\u{94d}\u{200d}\u{937} \u{1f3f4}\u{e0067}\u{e0062}\u{e0073}\u{e0063}\u{e0074}\u{e007f} \
                    \u{6771}\u{3000}\u{4eac} – „één“ …";
        assert!(found(fine, true).is_empty());
    }

    #[test]
    fn a_no_break_space_is_fine_beside_a_figure_or_a_sign_and_never_in_a_name() {
        let fine = "1\u{202f}200 orders, 9\u{a0}days, « oui\u{a0}», vraiment\u{a0}?";
        assert!(found(fine, false).is_empty());
        assert_eq!(found(fine, true).len(), 4);
        assert_eq!(found("nine\u{a0}days", false), ['\u{a0}']);
    }

    #[test]
    fn the_character_is_named_with_its_place_and_once_for_each_text() {
        let text = whole(
            "moments: {\"first\": Moment(replies: [Reply(kind: TellMeMore, says: \"Go\u{a0}on, nine\u{200b}days.\", \
             follow_ups: [FollowUp(says: \"Who waits?\", coach: \"She\u{ad} waits.\", then: \"next\u{a0}step\")])])},\n\
             endings: {\"next\u{a0}step\": Ending(outcome: Advance, says: \"Thursday.\")},",
        );
        let found = found_in(&text).problems;
        let told: Vec<_> =
            found.iter().filter(|found| found.code.0 == "hidden-character").map(|found| &*found.message).collect();
        assert_eq!(
            told,
            [
                "a no-break space (U+00A0) stands in what the customer says, between \"Go\" and \"on,\"",
                "a soft hyphen (U+00AD) stands in the coach's note, after \"She\"",
                "a no-break space (U+00A0) stands in the name of an ending, between \"next\" and \"step\"",
            ]
        );
    }

    #[test]
    fn no_text_is_left_out() {
        let text = include_str!("../../../tests/fixtures/example.ron");
        let quotes: Vec<usize> =
            text.match_indices('"').map(|(at, _)| at).filter(|&at| !text[..at].ends_with('\\')).collect();
        let mut count = 0;
        for end in quotes.into_iter().skip(1).step_by(2) {
            let with_one = format!("{}\u{2060}{}", &text[..end], &text[end..]);
            // A name that is used elsewhere is not found any more.
            let Ok(scenario) = read(&with_one, &Rubric::default()) else { continue };
            let found = find(&RULE, &scenario);
            assert_eq!(found.len(), 1, "{}", &text[end.saturating_sub(60)..=end]);
            count += 1;
        }
        assert!(count > 80, "{count}");
    }
}
