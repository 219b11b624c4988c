//! Mistakes in the shapes of the format: fields, words and figures.

use super::{Mend, with};
use crate::scenario::read::codes;

pub(super) const MENDS: &[Mend] = &[
    with(
        codes::NEWER_FORMAT,
        "Get a newer tellmore, or ask the writer for a file in this format. Lowering the figure does not make an older file \
         of it.",
        "format: 2,",
        "format: 1,",
    ),
    with(codes::NO_SUCH_FORMAT, "Write `format: 1`.", "format: 0,", "format: 1,"),
    with(
        codes::UNKNOWN_FIELD,
        "It may be misspelt, or stand in the wrong thing: a field of a follow-up in a reply, say. Words in the name of a \
         field are joined by `_`.",
        r#"titel: "Nine days nobody counts","#,
        r#"title: "Nine days nobody counts","#,
    ),
    with(
        codes::MISSING_FIELD,
        "Write it. Where in the thing it stands does not matter.",
        r#""shut": Ending(says: "She has another meeting."),"#,
        r#""shut": Ending(outcome: NoSale, says: "She has another meeting."),"#,
    ),
    with(
        codes::FIELD_TWICE,
        "Take one of them away. Several values for one field stand in a list, where the field takes a list.",
        "level: Starter,\nlevel: Hard,",
        "level: Starter,",
    ),
    with(
        codes::UNNAMED_FIELD,
        "Write the name of the field and a colon before it.",
        r#""shut": Ending(NoSale, says: "She has another meeting."),"#,
        r#""shut": Ending(outcome: NoSale, says: "She has another meeting."),"#,
    ),
    with(
        codes::WRONG_NAME,
        "Small and capital letters count: `FollowUp(..)` and not `Followup(..)`.",
        "customer: Client(",
        "customer: Customer(",
    ),
    with(
        codes::WRONG_PLACE,
        "Follow-ups stand in the `follow_ups: [ ]` of a reply, replies in the `replies: [ ]` of a moment, and moments, endings \
         and facts in the `moments: { }`, `endings: { }` and `facts: { }` of the scenario. What is pasted a line too low stands \
         behind the bracket that should hold it: move it up, before that bracket.",
        "facts: {\n    \"rented beds\": \"Two groups rented beds while they waited.\",\n},\n\"who decides\": \"The quoted date \
         is set by finance, not by supply.\",",
        "facts: {\n    \"rented beds\": \"Two groups rented beds while they waited.\",\n    \"who decides\": \"The quoted date \
         is set by finance, not by supply.\",\n},",
    ),
    with(
        codes::UNKNOWN_WORD,
        "Write one of the words that the message lists. Small and capital letters count.",
        "level: Easy,",
        "level: Starter,",
    ),
    with(
        codes::QUOTED_WORD,
        "Quotes are for texts and for names that you gave. The words of the format stand without them.",
        r#"level: "Starter","#,
        "level: Starter,",
    ),
    with(
        codes::WRONG_SORT,
        "The message says what the field takes. A list stands in square brackets even if there is only one thing in it, and \
         a number without quotes.",
        r#"openness: "4","#,
        "openness: 4,",
    ),
    with(
        codes::NEEDLESS_SOME,
        "Write the value itself. A field without a value is left out altogether.",
        r#"if_shut: Some("shut"),"#,
        r#"if_shut: "shut","#,
    ),
    with(
        codes::EMPTY_TEXT,
        "Write something between the quotes. A field that may be left out can go altogether.",
        r#"hears: "","#,
        r#"hears: "For what?","#,
    ),
    with(
        codes::EMPTY_LIST,
        "A customer has to say something, and the rep has to have something to say to it.",
        "says: [],",
        r#"says: ["What would you want to know?", "What else?", "One more, then I have the plant."],"#,
    ),
    with(
        codes::TOO_LONG,
        "A title has to fit on one line beside others, so 60 characters are the most. Say the rest in the customer's \
         `situation`.",
        r#"title: "Nine days that nobody counts, and what they do to a ward nurse","#,
        r#"title: "Nine days nobody counts","#,
    ),
    with(
        codes::NOT_WHOLE,
        "Marks, odds, openness and worth go in whole steps. Only the weight of a skill may have decimals.",
        "opens: 2.5,",
        "opens: +2,",
    ),
    with(
        codes::OUT_OF_RANGE,
        "The message says from where to where it goes: marks from -3 to +3, `opens` from -10 to +10, odds from 0 to 100, the \
         customer's openness from 1 to 10, `worth` from -30 to +30.",
        "openness: 40,",
        "openness: 4,",
    ),
    with(
        codes::MISSING_BAND,
        "What goes by openness says what holds in each of the three bands. Odds that are 0 mean never.",
        "odds: (shut: 1, open: 4),",
        "odds: (shut: 1, wary: 2, open: 4),",
    ),
];
