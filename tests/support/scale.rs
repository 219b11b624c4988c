//! Scenarios of any size, for tests and benchmarks of speed.
#![allow(unreachable_pub, reason = "tests and benchmarks include this file as a module")]

use std::fmt::Write as _;

/// How many moments deep a conversation goes.
const LAYERS: usize = 6;

/// The endings: their names, and the rest of each as it is written.
const ENDINGS: [(&str, &str); 4] = [
    ("order", "outcome: Order, says: \"It is signed before the week is out.\""),
    ("advance", "outcome: Advance, says: \"A working session is in both calendars.\""),
    ("brochure", "outcome: Continuation, says: \"Send me something, says the customer.\", worth: -2"),
    ("shut", "outcome: NoSale, says: \"The customer has another meeting.\""),
];

const KINDS: [&str; 5] = ["TellMeMore", "ThatsBs", "NotImportant", "DifferentView", "Other(\"Something else\")"];

const SKILLS: [&str; 6] = ["hero", "why", "curiosity", "consequence", "proof", "composure"];

const WORDS: [&str; 48] = [
    "ward",
    "nurse",
    "bed",
    "days",
    "nobody",
    "counts",
    "from",
    "the",
    "date",
    "that",
    "your",
    "plant",
    "quoted",
    "and",
    "what",
    "happens",
    "when",
    "it",
    "slips",
    "again",
    "who",
    "pays",
    "for",
    "waiting",
    "a",
    "planner",
    "like",
    "yours",
    "asked",
    "four",
    "clinics",
    "how",
    "long",
    "they",
    "had",
    "waited",
    "before",
    "anyone",
    "noticed",
    "two",
    "groups",
    "left",
    "over",
    "price",
    "so",
    "everybody",
    "said",
    "then",
];

/// The text of a valid scenario of `moments` moments with 4 replies of 3 lines each. The same `seed` gives the same
/// text. The moments lie in layers, and every line leads to a moment of the next layer; those of the last lead to
/// endings.
#[must_use]
pub fn scale(moments: usize, seed: u64) -> String {
    let mut draw = Draw(seed);
    let layers = LAYERS.min(moments.max(1));
    let layer_start = |layer: usize| layer * moments.max(1) / layers;
    let mut text = String::with_capacity(moments * 6_000 + 2_000);
    text.push_str(
        "// Made by a generator.\nScenario(\n    format: 1,\n    title: \"A scenario of many moments\",\n    \
         level: Hard,\n    customer: Customer(\n        name: \"Ilse Brandt\",\n        role: \"Director of Supply\",\n        \
         company: \"a maker of hospital beds\",\n        situation: \"Two hospital groups have left.\",\n        \
         cares_about: [\"keeping the remaining hospital groups\"],\n        hero: \"the ward nurse\",\n        \
         openness: 5,\n    ),\n    opening: Question(says: \"What happened to the two groups?\", then: \"moment 0\"),\n    \
         moments: {\n",
    );
    for moment in 0..moments.max(1) {
        let layer = (0..layers).rfind(|&layer| layer_start(layer) <= moment).unwrap_or(0);
        let next = (layer + 1 < layers).then(|| (layer_start(layer + 1), layer_start(layer + 2)));
        write_moment(&mut text, moment, next, &mut draw);
    }
    text.push_str("    },\n    endings: {\n");
    for (name, rest) in ENDINGS {
        let _ = writeln!(text, "        \"{name}\": Ending({rest}),");
    }
    text.push_str("    },\n    if_shut: \"shut\",\n)\n");
    text
}

fn write_moment(text: &mut String, moment: usize, next: Option<(usize, usize)>, draw: &mut Draw) {
    let _ = write!(text, "        \"moment {moment}\": Moment(\n            replies: [\n");
    for reply in 0..4 {
        let kind = KINDS[if draw.below(10) == 0 { 4 } else { reply }];
        let says = draw.sentence(4, 12);
        let _ = write!(
            text,
            "                Reply(\n                    kind: {kind},\n                    says: \"{says}\",\n"
        );
        let _ = match draw.below(3) {
            0 => writeln!(text, "                    odds: {},", 1 + draw.below(5)),
            1 => {
                let [shut, wary, open] = [(); 3].map(|()| 1 + draw.below(5));
                writeln!(text, "                    odds: (shut: {shut}, wary: {wary}, open: {open}),")
            }
            _ => Ok(()),
        };
        text.push_str("                    follow_ups: [\n");
        for _ in 0..3 {
            write_follow_up(text, next, draw);
        }
        text.push_str("                    ],\n                ),\n");
    }
    text.push_str("            ],\n        ),\n");
}

fn write_follow_up(text: &mut String, next: Option<(usize, usize)>, draw: &mut Draw) {
    const MARGIN: &str = "                            ";
    let (says, coach) = (draw.sentence(10, 25), draw.sentence(10, 25));
    let skill = draw.below(SKILLS.len());
    let (first, second) = (SKILLS[skill], SKILLS[(skill + 1) % SKILLS.len()]);
    let _ = write!(
        text,
        "                        FollowUp(\n{MARGIN}says: \"{says}\",\n{MARGIN}marks: ({first}: {:+}, {second}: {:+}),\n",
        draw.between(-3, 3),
        draw.between(-2, 2),
    );
    let opens = draw.between(-2, 2);
    if opens != 0 {
        let _ = writeln!(text, "{MARGIN}opens: {opens:+},");
    }
    let _ = writeln!(text, "{MARGIN}coach: \"{coach}\",");
    let goal = |draw: &mut Draw| match next {
        Some((start, end)) => format!("moment {}", start + draw.below(end - start)),
        None => ENDINGS[draw.below(ENDINGS.len())].0.to_owned(),
    };
    let _ = if draw.below(4) == 0 {
        let [shut, wary, open] = [(); 3].map(|()| goal(draw));
        writeln!(text, "{MARGIN}then: (shut: \"{shut}\", wary: \"{wary}\", open: \"{open}\"),")
    } else {
        writeln!(text, "{MARGIN}then: \"{}\",", goal(draw))
    };
    text.push_str("                        ),\n");
}

/// Numbers that look random and are the same for the same seed: splitmix64.
struct Draw(u64);

impl Draw {
    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        mixed ^ (mixed >> 31)
    }

    /// A number from 0 up to and without `end`.
    fn below(&mut self, end: usize) -> usize {
        usize::try_from(self.next() % end.max(1) as u64).unwrap_or(0)
    }

    /// A number from `least` to `most`.
    fn between(&mut self, least: i32, most: i32) -> i32 {
        least + i32::try_from(self.below(usize::try_from(most - least + 1).unwrap_or(1))).unwrap_or(0)
    }

    /// From `least` to `most` words.
    fn sentence(&mut self, least: usize, most: usize) -> String {
        let count = least + self.below(most - least + 1);
        let words: Vec<&str> = (0..count).map(|_| WORDS[self.below(WORDS.len())]).collect();
        let mut sentence = words.join(" ");
        sentence.get_mut(..1).map(str::make_ascii_uppercase);
        sentence.push(if self.below(2) == 0 { '.' } else { '?' });
        sentence
    }
}
