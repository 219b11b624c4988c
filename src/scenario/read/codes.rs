//! The names of the mistakes that reading finds. They are stable: scripts know them.

use crate::problem::Code;

macro_rules! codes {
    ($($(#[doc = $doc:literal])+ $name:ident = $code:literal;)+) => {
        $($(#[doc = $doc])+ pub const $name: Code = Code($code);)+

        /// Every code, with what it means.
        pub const ALL: &[(Code, &str)] = &[$(($name, concat!($($doc),+).trim_ascii_start())),+];
    };
}

codes! {
    /// The file cannot be opened, or what is in it is not UTF-8 text.
    UNREADABLE_FILE = "unreadable-file";
    /// The `pack.ron` beside a scenario has mistakes, so the skills that its marks are for are not known.
    BROKEN_PACK = "broken-pack";
    /// The file is larger than a scenario can be.
    TOO_LARGE = "too-large";
    /// Brackets stand in each other more deeply than any scenario needs.
    TOO_DEEP = "too-deep";
    /// More mistakes were found than are worth showing; mend some, and look again.
    TOO_MANY = "too-many-problems";
    /// A character that could act on a terminal instead of being read stands in the file, or is written as an escape.
    CONTROL_CHARACTER = "control-character";

    /// The file has nothing in it, or only comments.
    EMPTY_FILE = "empty-file";
    /// Two things follow each other without a comma between them.
    MISSING_COMMA = "missing-comma";
    /// A comma stands where nothing comes before it.
    EXTRA_COMMA = "extra-comma";
    /// A field's name and its value have no colon between them.
    MISSING_COLON = "missing-colon";
    /// A field has a name and a colon, and nothing after them.
    MISSING_VALUE = "missing-value";
    /// `=` stands for a colon, `;` for a comma, or a dash or another sign for the minus of a number.
    WRONG_SIGN = "wrong-sign";
    /// A bracket is opened and never closed.
    UNCLOSED_BRACKET = "unclosed-bracket";
    /// A bracket closes something that was never opened.
    STRAY_BRACKET = "stray-bracket";
    /// A bracket is closed by one of another kind, or the wrong kind was opened.
    WRONG_BRACKET = "wrong-bracket";
    /// A bracket that must be opened is not there.
    MISSING_BRACKET = "missing-bracket";
    /// A text has no closing quote.
    UNCLOSED_TEXT = "unclosed-text";
    /// A quote inside a text ends the text early; inside, it is written `\"`.
    QUOTE_IN_TEXT = "quote-in-text";
    /// A text stands between curly quotes instead of straight ones.
    CURLY_QUOTE = "curly-quote";
    /// A text stands between single quotes instead of double ones.
    SINGLE_QUOTE = "single-quote";
    /// A text has no quotes around it.
    TEXT_WITHOUT_QUOTES = "text-without-quotes";
    /// The name of a field stands in quotes.
    QUOTED_FIELD = "quoted-field";
    /// A comment begins with something else than `//`.
    WRONG_COMMENT = "wrong-comment";
    /// A comment that begins with `/*` has no `*/`.
    UNCLOSED_COMMENT = "unclosed-comment";
    /// A space that is no ordinary space, or a character that takes no room, stands between the words.
    INVISIBLE_CHARACTER = "invisible-character";
    /// A backslash in a text is followed by something that it has no meaning with.
    BAD_ESCAPE = "bad-escape";
    /// Something begins like a number and is none.
    NOT_A_NUMBER = "not-a-number";
    /// `<<<<<<<`, `=======` or `>>>>>>>` was left by a tool that could not put two versions together.
    CONFLICT_MARK = "conflict-mark";
    /// Something follows after the end of the scenario.
    TRAILING_TEXT = "trailing-text";
    /// The file cannot be read as RON, for a reason that has no name of its own.
    UNREADABLE = "unreadable";

    /// The file is written in a newer format than this tellmore reads.
    NEWER_FORMAT = "newer-format";
    /// There is no such format.
    NO_SUCH_FORMAT = "no-such-format";
    /// A field has a name that the format does not know.
    UNKNOWN_FIELD = "unknown-field";
    /// A field that must be there is not.
    MISSING_FIELD = "missing-field";
    /// The same field stands twice.
    FIELD_TWICE = "field-twice";
    /// A value stands without the name of its field.
    UNNAMED_FIELD = "unnamed-field";
    /// The name before the bracket is not the one that belongs here.
    WRONG_NAME = "wrong-name";
    /// A follow-up, a reply, a moment, an ending or a fact stands outside of what should hold it.
    WRONG_PLACE = "wrong-place";
    /// A word stands where only a few certain words may, and is none of them.
    UNKNOWN_WORD = "unknown-word";
    /// A word that stands without quotes has them.
    QUOTED_WORD = "quoted-word";
    /// A value is of another sort than the field takes: a text for a list, say.
    WRONG_SORT = "wrong-sort";
    /// `Some(..)` or `None` is written; the format takes the value itself, or no field.
    NEEDLESS_SOME = "needless-some";
    /// A text or a name is empty.
    EMPTY_TEXT = "empty-text";
    /// A list that needs something in it is empty.
    EMPTY_LIST = "empty-list";
    /// A text is longer than it may be.
    TOO_LONG = "too-long";
    /// A number is not whole.
    NOT_WHOLE = "not-whole";
    /// A number is smaller or larger than it may be.
    OUT_OF_RANGE = "out-of-range";
    /// One of `shut`, `wary` and `open` is not there.
    MISSING_BAND = "missing-band";

    /// A line leads to a moment or an ending that does not exist.
    NO_SUCH_GOAL = "no-such-goal";
    /// A fact is used that does not exist.
    NO_SUCH_FACT = "no-such-fact";
    /// A mark is given for a skill that the rubric does not have.
    NO_SUCH_SKILL = "no-such-skill";
    /// Two moments, endings, facts or skills have one name, or names that look the same.
    USED_TWICE = "used-twice";
    /// Two follow-ups of one reply have the same words.
    LINE_TWICE = "line-twice";
    /// The opening leads to an ending, so that the customer never answers.
    OPENING_ENDS = "opening-ends";
    /// `if_shut` names a moment: openness 0 must end the conversation.
    SHUT_GOES_ON = "shut-goes-on";
    /// A moment has `at_most` without `after`, or `after` without `at_most`.
    HALF_A_LIMIT = "half-a-limit";
    /// Moments send the conversation on to each other in a circle.
    CIRCLE = "circle";
}
