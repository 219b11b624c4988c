//! Mistakes in the text as such: quotes, brackets, commas, comments.

use super::{Mend, with, without};
use crate::scenario::read::codes;

pub(super) const MENDS: &[Mend] = &[
    without(
        codes::UNREADABLE_FILE,
        "Look whether it is a file and you may read it. Where the message says that it is not UTF-8, save it anew: editors \
         have the encoding under \"Save as\".",
    ),
    without(
        codes::BROKEN_PACK,
        "The marks of every scenario in a folder are for the skills that its `pack.ron` names. Mend the pack, whose \
         mistakes are told under its own name, and the scenarios are looked at again.",
    ),
    without(
        codes::TOO_LARGE,
        "A scenario is one conversation, and a long one has a tenth of a MiB. Something else has got into the file: take \
         it out, or write several scenarios.",
    ),
    without(
        codes::TOO_DEEP,
        "A scenario needs nine brackets in each other. Most often one of them is opened again and again and never closed: \
         look at the place that is shown, and at what comes before it.",
    ),
    without(
        codes::TOO_MANY,
        "Mend the first ones and look again: one mistake near the top is often the cause of many below it.",
    ),
    with(
        codes::CONTROL_CHARACTER,
        "Such characters can move the cursor, change colours or worse. Take the character out, or the escape that stands \
         for it.",
        r#"title: "Nine days\u{7} nobody counts","#,
        r#"title: "Nine days nobody counts","#,
    ),
    with(
        codes::EMPTY_FILE,
        "Write a scenario into it: it begins with `Scenario(` and ends with `)`.",
        "// still to be written",
        "Scenario(\n    format: 1,",
    ),
    with(
        codes::MISSING_COMMA,
        "Every field, and every item of a list, ends with a comma. Most often it is the line before the mark that lacks \
         it.",
        "title: \"Nine days nobody counts\"\nlevel: Starter,",
        "title: \"Nine days nobody counts\",\nlevel: Starter,",
    ),
    with(codes::EXTRA_COMMA, "Take it away.", "level: Starter,,", "level: Starter,"),
    with(
        codes::MISSING_COLON,
        "Between the name of a field and its value stands a colon.",
        r#"says "Fair. What does?","#,
        r#"says: "Fair. What does?","#,
    ),
    with(
        codes::MISSING_VALUE,
        "Write the value, or leave the field out if it may be left out. What stands behind `//` is a comment and is no \
         value.",
        "level: ,",
        "level: Starter,",
    ),
    with(
        codes::WRONG_SIGN,
        "Between a name and its value stands `:`, between two items `,`. A minus is the hyphen of the keyboard: text that is \
         copied from a word processor or a web page may have a longer dash in its place, which looks like one, as in \
         `why: −1`. Type it anew.",
        "level = Starter,",
        "level: Starter,",
    ),
    with(
        codes::UNCLOSED_BRACKET,
        "The mark is on the bracket that was opened. Write the closing one where what it holds comes to its end: `)` for \
         fields, `]` for a list, `}` for named things.",
        r#"tags: ["manufacturing", "operations","#,
        r#"tags: ["manufacturing", "operations"],"#,
    ),
    with(
        codes::STRAY_BRACKET,
        "Take it away, or write the bracket before it that it should close.",
        r#"tags: ["manufacturing", "operations"]],"#,
        r#"tags: ["manufacturing", "operations"],"#,
    ),
    with(
        codes::WRONG_BRACKET,
        "Fields stand in round brackets, a list in square ones, and named things (facts, moments, endings) in curly ones.",
        "marks: [hero: -2, why: -1],",
        "marks: (hero: -2, why: -1),",
    ),
    with(
        codes::MISSING_BRACKET,
        "A thing with fields is its name, a bracket, its fields and a bracket again. Write the one that is missing.",
        "marks: hero: -2, why: -1,",
        "marks: (hero: -2, why: -1),",
    ),
    with(
        codes::UNCLOSED_TEXT,
        "Write `\"` where the text ends, before its comma.",
        r#"says: "Fair. What does?,"#,
        r#"says: "Fair. What does?","#,
    ),
    with(
        codes::QUOTE_IN_TEXT,
        "Write a backslash before a quote that belongs to the text.",
        r#""brochure": Ending(outcome: Continuation, says: ""Send me something." She will not read it."),"#,
        r#""brochure": Ending(outcome: Continuation, says: "\"Send me something.\" She will not read it."),"#,
    ),
    with(
        codes::CURLY_QUOTE,
        "Word processors make quotes curly. Type the quotes around the text anew, as straight ones; inside of a text curly \
         ones are fine.",
        "title: “Nine days nobody counts”,",
        r#"title: "Nine days nobody counts","#,
    ),
    with(
        codes::SINGLE_QUOTE,
        "Write `\"` around the text. Inside of it a single quote is fine.",
        "title: 'Nine days nobody counts',",
        r#"title: "Nine days nobody counts","#,
    ),
    with(
        codes::TEXT_WITHOUT_QUOTES,
        "Write `\"` before and behind it.",
        "title: Nine days nobody counts,",
        r#"title: "Nine days nobody counts","#,
    ),
    with(
        codes::QUOTED_FIELD,
        "Names of fields stand without quotes. What you name yourself, a moment, an ending or a fact, stands in quotes.",
        r#""title": "Nine days nobody counts","#,
        r#"title: "Nine days nobody counts","#,
    ),
    with(
        codes::WRONG_COMMENT,
        "A comment begins with `//` and goes on to the end of its line.",
        "level: Starter, # for a first try",
        "level: Starter, // for a first try",
    ),
    with(
        codes::UNCLOSED_COMMENT,
        "Write `*/` where it ends, or `//` before each of its lines.",
        "level: Starter, /* for a first try",
        "level: Starter, /* for a first try */",
    ),
    with(
        codes::INVISIBLE_CHARACTER,
        "Delete it and type an ordinary space. Text that is copied from a web page or a word processor often brings such \
         characters along.",
        "level:\u{a0}Starter, // behind the colon stands a no-break space",
        "level: Starter, // behind the colon stands an ordinary space",
    ),
    with(
        codes::BAD_ESCAPE,
        "A backslash in a text says that the next character is meant in another way. A backslash that is to be read is \
         written twice.",
        r#"source: "The list in C:\counts\orders","#,
        r#"source: "The list in C:\\counts\\orders","#,
    ),
    with(codes::NOT_A_NUMBER, "Write the figure alone, without a unit.", "odds: 2%,", "odds: 2,"),
    with(
        codes::CONFLICT_MARK,
        "Two people changed the same lines, and the tool that put the two versions together, git for instance, left the \
         choice to you. Keep one version, and take the lines with the marks away.",
        "<<<<<<< mine\nlevel: Starter,\n=======\nlevel: Working,\n>>>>>>> hers",
        "level: Starter,",
    ),
    with(
        codes::TRAILING_TEXT,
        "The bracket that closes `Scenario(` is the last thing in the file. Write remarks behind `//`, and a second \
         scenario into a file of its own.",
        "if_shut: \"shut\",\n)\nNotes: ask Ilse about finance",
        "if_shut: \"shut\",\n)\n// Notes: ask Ilse about finance",
    ),
    without(
        codes::UNREADABLE,
        "Compare the line, and the one before it, with a scenario that works. If nothing helps, take parts out until it \
         reads: the last part taken out has the mistake.",
    ),
];
