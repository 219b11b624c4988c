//! Arbitrary valid scenarios, for properties that must hold on every one of them.
//!
//! A [`Shape`] says how large the scenario is, and its seed the rest, so that a failure shrinks to a small scenario. What
//! comes out uses circles, facts on replies and lines, bands in odds and `then`, `at_most`, and openness that falls to 0.
//! It has no dead end: every moment has a reply that is always live, with lines that are always on offer; lines that
//! lead back to an earlier moment lead only to those that let the conversation in no more often than they have such
//! lines.

#![allow(
    unreachable_pub,
    dead_code,
    reason = "shared by unit tests, integration tests and benchmarks, none of which uses all"
)]

use std::fmt::Write;

/// How large a scenario is, and what it is drawn from.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Shape {
    /// 1 or more.
    pub moments: usize,
    /// At most so many replies to a moment, 1 or more.
    pub replies: usize,
    /// At most so many lines to a reply, 2 or more.
    pub lines: usize,
    /// 0 or more.
    pub facts: usize,
    /// Everything else.
    pub seed: u64,
}

/// The text of a scenario of this shape.
pub fn generate(shape: Shape) -> String {
    Generator { shape, dice: Dice(shape.seed), out: String::new(), words: 0 }.scenario()
}

/// A small generator of its own (SplitMix64; Steele, Lea and Flood, 2014): tests must not change with a library.
pub struct Dice(pub u64);

impl Dice {
    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut word = self.0;
        word = (word ^ (word >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        word = (word ^ (word >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        word ^ (word >> 31)
    }

    /// A number below `bound`.
    pub fn below(&mut self, bound: usize) -> usize {
        (self.next() % bound.max(1) as u64) as usize
    }

    /// Whether a thing happens that happens `times` in ten.
    pub fn in_ten(&mut self, times: usize) -> bool {
        self.below(10) < times
    }

    /// A number from `low` to `high`, both inside.
    pub fn within(&mut self, low: i64, high: i64) -> i64 {
        low + self.below((high - low + 1) as usize) as i64
    }
}

const SKILLS: [&str; 6] = ["hero", "why", "curiosity", "consequence", "proof", "composure"];
const KINDS: [&str; 4] = ["TellMeMore", "ThatsBs", "NotImportant", "DifferentView"];
const OUTCOMES: [&str; 4] = ["Order", "Advance", "Continuation", "NoSale"];

struct Generator {
    shape: Shape,
    dice: Dice,
    out: String,
    words: usize,
}

impl Generator {
    fn scenario(mut self) -> String {
        let openness = self.dice.within(1, 10);
        let opening = match self.dice.below(3) {
            0 => "Insight(says: \"An insight.\", source: \"A count\", then: \"m0\")",
            1 => "Question(says: \"Why did you buy?\", then: \"m0\")",
            _ => "Story(says: \"A planner like you...\", hero: \"a planner\", then: \"m0\")",
        };
        let _ = write!(
            self.out,
            "Scenario(format: 1, title: \"Generated {}\", level: Working,\n\
             customer: Customer(name: \"Ann Other\", role: \"Buyer\", company: \"Makers\", situation: \"As it is.\",\
             cares_about: [\"time\"], hero: \"a nurse\", openness: {openness}),\n",
            self.shape.seed % 1_000
        );
        if self.shape.facts > 0 {
            let facts: Vec<String> =
                (0..self.shape.facts).map(|fact| format!("\"f{fact}\": \"Fact {fact}.\"")).collect();
            let _ = writeln!(self.out, "facts: {{{}}},", facts.join(", "));
        }
        let _ = writeln!(self.out, "opening: {opening},\nmoments: {{");
        for moment in 0..self.shape.moments {
            self.moment(moment);
        }
        self.out.push_str("},\nendings: {\n");
        for (ending, outcome) in OUTCOMES.iter().enumerate() {
            let worth =
                if self.dice.in_ten(4) { format!(", worth: {}", self.dice.within(-30, 30)) } else { String::new() };
            let _ =
                writeln!(self.out, "\"e{ending}\": Ending(outcome: {outcome}, says: \"It ends {ending}.\"{worth}),");
        }
        self.out.push_str("},\nif_shut: \"e3\")\n");
        self.out
    }

    /// Whether a later moment may lead back to `moment`.
    fn comes_back(&self, moment: usize) -> bool {
        (self.shape.seed >> (moment % 48)) & 3 == 1
    }

    fn moment(&mut self, moment: usize) {
        let always = 1 + self.dice.below(2);
        let _ = writeln!(self.out, "\"m{moment}\": Moment(");
        // What can be reached from a moment that comes back can come again as well.
        let again = (0..=moment).any(|earlier| self.comes_back(earlier));
        if again || self.dice.in_ten(2) {
            let after = self.forward(moment);
            let times = 1 + self.dice.below(always);
            let _ = writeln!(self.out, "at_most: {times}, after: \"{after}\",");
        }
        if self.dice.in_ten(2) {
            self.out.push_str("stage: \"She looks at the clock.\",\n");
        }
        self.out.push_str("replies: [\n");
        let replies = 1 + self.dice.below(self.shape.replies);
        let mut copied = None;
        for reply in 0..replies {
            self.reply(moment, reply, always, &mut copied);
        }
        self.out.push_str("]),\n");
    }

    fn reply(&mut self, moment: usize, reply: usize, always: usize, copied: &mut Option<String>) {
        let kind = match self.dice.below(5) {
            4 => format!("Other(\"Kind {reply}\")"),
            kind => KINDS[kind].to_owned(),
        };
        let says = if self.dice.in_ten(3) {
            format!("[\"Reply {reply}.\", \"Reply {reply} again.\"]")
        } else {
            format!("\"Reply {reply}.\"")
        };
        let _ = writeln!(self.out, "Reply(kind: {kind}, says: {says},");
        // The first reply is always live; the others come and go.
        let least = i64::from(reply == 0);
        if self.dice.in_ten(5) {
            let odds: Vec<i64> = (0..3).map(|_| self.dice.within(least, 5)).collect();
            let _ = writeln!(self.out, "odds: (shut: {}, wary: {}, open: {}),", odds[0], odds[1], odds[2]);
        } else if self.dice.in_ten(5) {
            let _ = writeln!(self.out, "odds: {},", self.dice.within(least, 9));
        }
        if reply > 0 {
            self.facts("needs", 2);
            self.facts("unless", 2);
        }
        self.facts("reveals", 2);
        self.out.push_str("follow_ups: [\n");
        if reply == 0 {
            for _ in 0..always {
                let says = self.words();
                let goal = self.forward(moment);
                self.line(&says, false, &format!("\"{goal}\""));
            }
        }
        let lines = 1 + self.dice.below(self.shape.lines - 1);
        for line in 0..lines {
            // The same words under two replies are one line.
            let says = match copied.take().filter(|_| line == 0) {
                Some(words) if reply > 0 => words,
                _ => self.words(),
            };
            if self.dice.in_ten(3) {
                *copied = Some(says.clone());
            }
            let goal = self.goal(moment);
            self.line(&says, true, &goal);
        }
        self.out.push_str("]),\n");
    }

    fn line(&mut self, says: &str, sometimes: bool, then: &str) {
        let _ = write!(self.out, "FollowUp(says: \"{says}\", coach: \"A note.\", then: {then}, ");
        let mut marks = Vec::new();
        for skill in SKILLS {
            if self.dice.in_ten(3) {
                marks.push(format!("{skill}: {:+}", self.dice.within(-3, 3)));
            }
        }
        if !marks.is_empty() {
            let _ = write!(self.out, "marks: ({}), ", marks.join(", "));
        }
        if self.dice.in_ten(6) {
            let _ = write!(self.out, "opens: {:+}, ", self.dice.within(-4, 4));
        }
        if sometimes {
            self.facts("needs", 2);
            self.facts("unless", 2);
        }
        if self.dice.in_ten(3) {
            self.out.push_str("hears: \"An answer.\", ");
        }
        self.facts("reveals", 3);
        self.out.push_str("),\n");
    }

    fn facts(&mut self, field: &str, times: usize) {
        if self.shape.facts > 0 && self.dice.in_ten(times) {
            let _ = writeln!(self.out, "{field}: [\"f{}\"],", self.dice.below(self.shape.facts));
        }
    }

    /// Where a line leads that may also lead nowhere new: on, to the same moment again, back, or by openness.
    fn goal(&mut self, moment: usize) -> String {
        if self.dice.in_ten(2) {
            let goals: Vec<String> = (0..3).map(|_| self.one_goal(moment)).collect();
            return format!("(shut: \"{}\", wary: \"{}\", open: \"{}\")", goals[0], goals[1], goals[2]);
        }
        format!("\"{}\"", self.one_goal(moment))
    }

    fn one_goal(&mut self, moment: usize) -> String {
        if self.dice.in_ten(3) {
            return format!("m{moment}");
        }
        let back: Vec<usize> = (0..moment).filter(|&earlier| self.comes_back(earlier)).collect();
        if !back.is_empty() && self.dice.in_ten(3) {
            return format!("m{}", back[self.dice.below(back.len())]);
        }
        self.forward(moment)
    }

    /// A later moment, or an ending.
    fn forward(&mut self, moment: usize) -> String {
        let later = self.shape.moments - moment - 1;
        if later > 0 && self.dice.in_ten(7) {
            return format!("m{}", moment + 1 + self.dice.below(later.min(3)));
        }
        format!("e{}", self.dice.below(4))
    }

    /// Words that no other line has, of some length, with or without questions and "you".
    fn words(&mut self) -> String {
        self.words += 1;
        let mut says = format!("Line {}", self.words);
        for _ in 0..self.dice.below(6) {
            says.push_str([" tell", " you", " a date", " your nurse"][self.dice.below(4)]);
        }
        says.push_str(if self.dice.in_ten(4) { "?" } else { "." });
        says
    }
}

/// The text of a scenario with one moment: `questions` lines lead back to it, and `ways` lines lead out.
pub fn hub(questions: usize, ways: usize) -> String {
    let mut lines = String::new();
    for question in 0..questions {
        let _ = writeln!(
            lines,
            "FollowUp(says: \"Question {question}?\", marks: (curiosity: {:+}), then: \"hub\"),",
            question % 4
        );
    }
    for way in 0..ways {
        let _ =
            writeln!(lines, "FollowUp(says: \"Way {way}.\", marks: (why: {:+}), then: \"out {}\"),", way % 3, way % 2);
    }
    format!(
        "Scenario(format: 1, title: \"A hub\", customer: Customer(name: \"Ann Other\", role: \"Buyer\", \
         company: \"Makers\", situation: \"As it is.\", cares_about: [\"time\"], hero: \"a nurse\", openness: 5), \
         opening: Question(says: \"Why did you buy?\", then: \"hub\"),\n\
         moments: {{ \"hub\": Moment(replies: [Reply(kind: Other(\"Ask\"), says: \"Go on.\", follow_ups: [\n{lines}])]) }},\n\
         endings: {{ \"out 0\": Ending(outcome: Advance, says: \"On.\"), \"out 1\": Ending(outcome: NoSale, says: \"No.\") }})\n"
    )
}

/// The text of a scenario with several people to talk to: at each, `questions` lines that lead back to the same person
/// (at the first so many `more`), one line that leads to each of the others, and one that leads out. Some questions
/// change openness, and the first reveals a fact that a line at the next person needs.
pub fn people(people: usize, questions: usize, more: usize) -> String {
    let mut moments = String::new();
    for person in 0..people {
        let _ = writeln!(
            moments,
            "\"p{person}\": Moment(replies: [Reply(kind: TellMeMore, says: \"Go on.\", follow_ups: ["
        );
        let questions = if person == 0 { questions + more } else { questions };
        for question in 0..questions {
            let opens = [0, 1, 0, -1][(person + question) % 4];
            let reveals = if question == 0 { format!("reveals: [\"f{person}\"], ") } else { String::new() };
            let _ = writeln!(
                moments,
                "FollowUp(says: \"Question {question}?\", marks: (curiosity: {:+}), opens: {opens}, {reveals}then: \"p{person}\"),",
                question % 3
            );
        }
        for other in (0..people).filter(|&other| other != person) {
            let _ = writeln!(moments, "FollowUp(says: \"May I ask {other}?\", marks: (why: +1), then: \"p{other}\"),");
        }
        let before = (person + people - 1) % people;
        let _ = writeln!(
            moments,
            "FollowUp(says: \"Then let us meet.\", marks: (hero: +2), needs: [\"f{before}\"], then: \"on\"),\n\
             FollowUp(says: \"Shall I send it?\", then: \"no\")])]),"
        );
    }
    let facts: Vec<String> = (0..people).map(|person| format!("\"f{person}\": \"Fact {person}.\"")).collect();
    format!(
        "Scenario(format: 1, title: \"People\", customer: Customer(name: \"Ann Other\", role: \"Buyer\", \
         company: \"Makers\", situation: \"As it is.\", cares_about: [\"time\"], hero: \"a nurse\", openness: 5),\n\
         facts: {{ {} }}, opening: Question(says: \"Why did you buy?\", then: \"p0\"), moments: {{\n{moments}}},\n\
         endings: {{ \"on\": Ending(outcome: Advance, says: \"On.\"), \"no\": Ending(outcome: NoSale, says: \"No.\"), \
         \"shut\": Ending(outcome: NoSale, says: \"Shut.\", worth: -20) }}, if_shut: \"shut\")\n",
        facts.join(", ")
    )
}
