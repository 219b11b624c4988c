//! Mistakes in names, and in what leads where.

use super::{Mend, with};
use crate::scenario::read::codes;

pub(super) const MENDS: &[Mend] = &[
    with(
        codes::NO_SUCH_GOAL,
        "Write the name exactly as it stands in `moments` or `endings`, or add the moment that is still missing.",
        r#"then: "question","#,
        r#"then: "questions","#,
    ),
    with(
        codes::NO_SUCH_FACT,
        "Write the name exactly as it stands in `facts`, or add the fact there: its name, and what the rep then knows.",
        r#"needs: ["who decide"],"#,
        r#"needs: ["who decides"],"#,
    ),
    with(
        codes::NO_SUCH_SKILL,
        "The skills are those of the rubric in `pack.ron`, and without one `hero`, `why`, `curiosity`, `consequence`, \
         `proof` and `composure`.",
        "marks: (heroes: -2, why: -1),",
        "marks: (hero: -2, why: -1),",
    ),
    with(
        codes::USED_TWICE,
        "Give each a name of its own, also to a moment and an ending. Names that differ only in spaces, or in small and \
         capital letters, are easily taken for each other, so they count as one.",
        "\"rented beds\": \"Two groups rented beds while they waited.\",\n\"Rented beds\": \"A bed costs 40 a day.\",",
        "\"rented beds\": \"Two groups rented beds while they waited.\",\n\"what it costs\": \"A bed costs 40 a day.\",",
    ),
    with(
        codes::LINE_TWICE,
        "A line can be said once, and who has to choose cannot tell the two apart. Change the words of one, or take it away. \
         Where a fact decides which of the two is on offer, one `needs` it and the other has it in `unless`.",
        "FollowUp(says: \"Fair. What does?\", then: \"questions\"),\nFollowUp(says: \"Fair. What does?\", then: \"brochure\"),",
        "FollowUp(says: \"Fair. What does?\", then: \"questions\"),\nFollowUp(says: \"Fair. Shall I write to you?\", then: \"brochure\"),",
    ),
    with(
        codes::OPENING_ENDS,
        "Let `then` of the opening name one of the `moments`: it is there that the customer answers.",
        "source: \"A count of 1,200 orders at four makers of ward equipment\",\nthen: \"brochure\",",
        "source: \"A count of 1,200 orders at four makers of ward equipment\",\nthen: \"first reaction\",",
    ),
    with(
        codes::SHUT_GOES_ON,
        "A customer whose openness is 0 no longer listens. Name one of the `endings`, most often one with the outcome \
         `NoSale`.",
        r#"if_shut: "the gap","#,
        r#"if_shut: "shut","#,
    ),
    with(
        codes::HALF_A_LIMIT,
        "`at_most` says how often the conversation is let in, and `after` where it goes then. Write both, or neither.",
        "\"questions\": Moment(\n    at_most: 3,",
        "\"questions\": Moment(\n    at_most: 3,\n    after: \"the gap\",",
    ),
    with(
        codes::CIRCLE,
        "Once all of them are full, the conversation would go round for ever. Let one `after` lead to an ending, or to a \
         moment without `at_most`.",
        "\"questions\": Moment(\n    at_most: 3,\n    after: \"questions\",",
        "\"questions\": Moment(\n    at_most: 3,\n    after: \"the gap\",",
    ),
];
