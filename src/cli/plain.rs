//! A conversation line by line: for screen readers, pipes and scripts.

use std::io::{self, BufRead, IsTerminal, Read};

use super::keeper::Keeper;
use super::out::Out;
use super::read::Found;
use crate::conversation::{Conversation, Event, Exchange};
use crate::export::lines::wrapped;
use crate::scenario::{FactId, MomentId, Openness, Scenario};
use crate::visible::visible;

/// More of a typed line than this is not read: the longest follow-up is far shorter.
const LONGEST: u64 = 4_096;

/// Where the conversation is shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Voice {
    /// On stdout.
    Out,
    /// On stderr, because stdout is for the debrief alone.
    Aside,
    /// Nowhere: nobody is there to read it.
    Silent,
}

impl Voice {
    /// The voice where stdout is for a JSON document alone.
    pub(super) fn beside_json() -> Self {
        if io::stdin().is_terminal() { Self::Aside } else { Self::Silent }
    }
}

/// How a line of input came out.
enum Typed {
    Line(String),
    End,
}

/// Runs `conversation` until it is over or the input ends; returns whether it is over.
pub(super) fn run(
    found: &Found,
    conversation: &mut Conversation,
    keeper: &mut Keeper,
    voice: Voice,
    out: &mut Out,
) -> io::Result<bool> {
    let scenario = &*found.loaded.scenario;
    let mut input = io::stdin().lock();
    let mut screen = Screen { scenario, voice, out, staged: None };
    screen.begin(conversation)?;
    while let Some(open) = conversation.open().cloned() {
        screen.offer(&open)?;
        let position = loop {
            screen.ask(open.shown.len())?;
            match typed(&mut input)? {
                Typed::End => return Ok(false),
                Typed::Line(words) => match choice(scenario, &open, &words) {
                    Ok(position) => break position,
                    Err(reason) => screen.out.tell(&format!("{reason}\n")),
                },
            }
        };
        let effects = conversation.handle(scenario, Event::Say(position));
        keeper.follow(found, conversation, &effects, screen.out);
        if let Some(said) = conversation.exchanges().iter().rev().find(|exchange| exchange.choice.is_some()) {
            screen.said(said)?;
        }
    }
    Ok(true)
}

/// One line of input, without its end; what is not UTF-8 is replaced.
fn typed(input: &mut impl BufRead) -> io::Result<Typed> {
    let mut bytes = Vec::new();
    if input.by_ref().take(LONGEST).read_until(b'\n', &mut bytes)? == 0 {
        return Ok(Typed::End);
    }
    if bytes.last() != Some(&b'\n') && bytes.len() as u64 == LONGEST {
        input.skip_until(b'\n')?;
    }
    Ok(Typed::Line(String::from_utf8_lossy(&bytes).trim().to_owned()))
}

/// The position that `words` choose: a number, or the start of a line in any case. Otherwise the reason why none.
fn choice(scenario: &Scenario, open: &Exchange, words: &str) -> Result<usize, String> {
    let count = open.shown.len();
    let range = if count == 1 { "1".to_owned() } else { format!("1 to {count}") };
    // "2." and "2)" are numbers to the one who types them.
    let words = match words.trim_end_matches(['.', ')']) {
        number if !number.is_empty() && number.bytes().all(|byte| byte.is_ascii_digit()) => number,
        _ => words,
    };
    if words.is_empty() {
        return Err(format!("Type a number, {range}, or the start of a line."));
    }
    if words.trim_start_matches(['+', '-']).bytes().all(|byte| byte.is_ascii_digit()) {
        let number: Option<usize> = words.parse().ok().filter(|number| (1..=count).contains(number));
        return number
            .map(|number| number - 1)
            .ok_or_else(|| format!("There is no line {words} here: choose {range}."));
    }
    let start = words.to_lowercase();
    let fits = |&at: &usize| open.follow_up(scenario, at).says.to_lowercase().starts_with(&start);
    let fitting: Vec<usize> = (0..count).filter(fits).collect();
    match *fitting {
        [position] => Ok(position),
        [] => Err(format!("No line here starts like that: type a number, {range}, or the start of a line.")),
        _ => {
            let numbers: Vec<String> = fitting.iter().map(|at| (at + 1).to_string()).collect();
            Err(format!("Lines {} all start like that: type more of one, or its number.", numbers.join(", ")))
        }
    }
}

struct Screen<'a> {
    scenario: &'a Scenario,
    voice: Voice,
    out: &'a mut Out,
    /// The moment whose stage was set last.
    staged: Option<MomentId>,
}

impl Screen<'_> {
    fn show(&mut self, begin: &str, text: &str) -> io::Result<()> {
        match self.voice {
            Voice::Out => {
                let lines = wrapped(begin, text, self.out.width());
                self.out.say(&lines)
            }
            Voice::Aside => {
                self.out.tell(&wrapped(begin, text, Some(self.out.error_width())));
                Ok(())
            }
            Voice::Silent => Ok(()),
        }
    }

    fn begin(&mut self, conversation: &Conversation) -> io::Result<()> {
        let customer = &self.scenario.customer;
        self.show("", &self.scenario.title)?;
        self.show(
            "",
            &format!("{}, {} at {}. {}", customer.name, customer.role, customer.company, customer.situation),
        )?;
        self.show("", &self.openness(customer.openness))?;
        self.show("", "")?;
        self.show("You: ", &self.scenario.opening.says)?;
        for past in conversation.exchanges().iter().filter(|exchange| exchange.choice.is_some()) {
            self.reply(past)?;
            self.said(past)?;
        }
        Ok(())
    }

    fn openness(&self, openness: Openness) -> String {
        format!("Openness {} of 10, {}.", openness.get(), openness.band().word())
    }

    fn reply(&mut self, exchange: &Exchange) -> io::Result<()> {
        // Coming straight back to a moment does not set the stage again.
        if self.staged.replace(exchange.moment) != Some(exchange.moment)
            && let Some(stage) = &self.scenario.moment(exchange.moment).stage
        {
            self.show("", &format!("({stage})"))?;
        }
        let reply = exchange.reply(self.scenario);
        let begin = format!("{} ({}): ", self.name(), visible(reply.kind.label()));
        self.show(&begin, exchange.says(self.scenario))?;
        self.learned(&exchange.learned)
    }

    fn name(&self) -> String {
        visible(self.scenario.customer.first_name()).into_owned()
    }

    fn learned(&mut self, facts: &[FactId]) -> io::Result<()> {
        facts.iter().try_for_each(|&fact| self.show("  Now you know: ", &self.scenario.fact(fact).says))
    }

    fn offer(&mut self, exchange: &Exchange) -> io::Result<()> {
        self.reply(exchange)?;
        self.show("", "")?;
        for position in 0..exchange.shown.len() {
            let begin = format!("{}  ", position + 1);
            self.show(&begin, &exchange.follow_up(self.scenario, position).says)?;
        }
        self.out.flush()
    }

    /// Says what is waited for, where somebody sits at the keys.
    fn ask(&mut self, count: usize) -> io::Result<()> {
        if self.voice != Voice::Silent && io::stdin().is_terminal() {
            self.out.flush()?;
            self.out.tell(&if count == 1 { "Say 1: ".to_owned() } else { format!("Say 1 to {count}: ") });
        }
        Ok(())
    }

    fn said(&mut self, exchange: &Exchange) -> io::Result<()> {
        let (Some(chosen), Some(choice)) = (exchange.chosen(self.scenario), &exchange.choice) else { return Ok(()) };
        self.show("", "")?;
        self.show("You: ", &chosen.says)?;
        if let Some(hears) = &chosen.hears {
            self.show(&format!("{}: ", self.name()), hears)?;
        }
        self.learned(&choice.learned)?;
        if choice.openness != exchange.openness {
            self.show("", &self.openness(choice.openness))?;
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::scenario::{Rubric, read::read};

    fn asked(words: &str) -> Result<usize, String> {
        let text = include_str!("../../tests/fixtures/example.ron");
        let scenario = read(text, &Rubric::default()).unwrap();
        let kind = crate::scenario::ReplyKind::TellMeMore;
        let conversation = Conversation::begin(&scenario, 1, Some(kind)).unwrap();
        let mut open = conversation.open().unwrap().clone();
        open.shown.sort_unstable();
        choice(&scenario, &open, words)
    }

    #[test]
    fn a_number_or_the_start_of_a_line_chooses() {
        assert_eq!(asked("2"), Ok(1));
        assert_eq!(asked("2."), Ok(1));
        assert_eq!(asked("2)"), Ok(1));
        assert_eq!(asked("OUR planning"), Ok(1));
        assert_eq!(asked("it means"), Ok(2));
    }

    #[test]
    fn what_chooses_nothing_is_told_why() {
        assert_eq!(asked("4").unwrap_err(), "There is no line 4 here: choose 1 to 3.");
        assert_eq!(asked("-1").unwrap_err(), "There is no line -1 here: choose 1 to 3.");
        assert_eq!(
            asked("99999999999999999999999").unwrap_err(),
            "There is no line 99999999999999999999999 here: choose 1 to 3."
        );
        assert_eq!(asked("").unwrap_err(), "Type a number, 1 to 3, or the start of a line.");
        assert!(asked("zebra").unwrap_err().starts_with("No line here starts like that"));
    }

    #[test]
    fn a_typed_line_without_end_is_cut_and_not_kept_in_memory() {
        let mut input = io::BufReader::new(io::repeat(b'x').take(100_000).chain(&b"\n2\n"[..]));
        let Typed::Line(first) = typed(&mut input).unwrap() else { panic!("a line") };
        assert_eq!(first.len() as u64, LONGEST);
        let Typed::Line(second) = typed(&mut input).unwrap() else { panic!("a line") };
        assert_eq!(second, "2");
        assert!(matches!(typed(&mut input).unwrap(), Typed::End));
    }
}
