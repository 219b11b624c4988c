//! From a scenario to its conversation, and from there to its debrief.

use std::sync::Arc;

use super::data::{Effect, Piece, Ticket, Unfinished};
use super::practice::{Practice, Values};
use super::{App, Screen, Waiting};
use crate::conversation::{self, Conversation, Event};
use crate::scenario::ReplyKind;
use crate::solver::Solved;
use crate::text_hash::TextHash;

impl App {
    /// Has a seed drawn for a new conversation.
    pub(super) fn draw(&mut self, piece: Arc<Piece>, first: Option<ReplyKind>) -> Vec<Effect> {
        self.waiting = Some(Waiting { piece, first });
        vec![Effect::DrawSeed]
    }

    /// Begins a conversation.
    pub(super) fn begin(&mut self, piece: Arc<Piece>, seed: u64, first: Option<ReplyKind>) -> Vec<Effect> {
        match Conversation::begin(&piece.scenario, seed, first) {
            Ok(conversation) => self.kept(piece, conversation, None),
            Err(no_such_reply) => {
                self.notice = Some(no_such_reply.to_string());
                Vec::new()
            }
        }
    }

    /// Opens a conversation that is not in the history yet, and has it kept there.
    fn kept(&mut self, piece: Arc<Piece>, conversation: Conversation, from: Option<Ticket>) -> Vec<Effect> {
        let ticket = self.ticket();
        let transcript = conversation.transcript().clone();
        let mut effects = vec![Effect::Begin { ticket, piece: Arc::clone(&piece), transcript, from }];
        effects.extend(self.enter(Practice::new(piece, ticket, conversation, None)));
        effects
    }

    /// Goes on with a conversation that was left.
    pub(super) fn resume(&mut self, unfinished: &Unfinished) -> Vec<Effect> {
        let piece = Arc::clone(&unfinished.piece);
        match Conversation::resume(&piece.scenario, unfinished.transcript.clone()) {
            Ok(conversation) => {
                let ticket = self.ticket();
                let mut effects = vec![Effect::Resume { ticket, id: unfinished.id }];
                effects.extend(self.enter(Practice::new(piece, ticket, conversation, None)));
                effects
            }
            Err(mismatch) => {
                self.notice = Some(format!("It cannot be gone on with: {mismatch}."));
                Vec::new()
            }
        }
    }

    /// Goes on with the unfinished conversation that the history knows by `id`.
    pub(super) fn resume_by(&mut self, id: i64) -> Vec<Effect> {
        let unfinished = self.home.shelf.unfinished.iter().find(|unfinished| unfinished.id == id).cloned();
        unfinished.map_or_else(Vec::new, |unfinished| self.resume(&unfinished))
    }

    fn enter(&mut self, mut practice: Practice) -> Vec<Effect> {
        practice.best_before = self.home.best(&practice.piece.stem);
        self.put_away();
        let hash = practice.piece.hash;
        let piece = Arc::clone(&practice.piece);
        self.practice = Some(practice);
        self.screen = Screen::Conversation;
        self.offer();
        self.page = None;
        // What is left of this conversation is to be seen at home afterwards, whatever was searched for before it.
        self.home.filter.clear();
        self.home.refilter();
        let mut effects = Vec::new();
        if !self.solved.contains_key(&hash) && self.solving.insert(hash) {
            effects.push(Effect::Solve(piece));
        }
        effects.extend(self.judge());
        effects
    }

    /// Says the line at `position` of those shown.
    pub(super) fn say(&mut self, position: usize) -> Vec<Effect> {
        if !self.seen() {
            return Vec::new();
        }
        let Some(practice) = &mut self.practice else { return Vec::new() };
        let ticket = practice.ticket;
        let mut effects = Vec::new();
        let said = practice.say(position);
        if !said.is_empty() {
            self.offer();
        }
        for effect in said {
            match effect {
                conversation::Effect::Keep { number, turn } => effects.push(Effect::Keep { ticket, number, turn }),
                conversation::Effect::Over => effects.extend(self.judge()),
                conversation::Effect::Forget { .. } => {}
            }
        }
        effects
    }

    /// Judges the conversation on the screen where it is over and its values are known.
    fn judge(&mut self) -> Vec<Effect> {
        let Some(practice) = &mut self.practice else { return Vec::new() };
        let closing = match self.solved.get(&practice.piece.hash) {
            Some(solved) => practice.judge(solved),
            // What got stuck is not scored, whatever its values.
            None if practice.is_stuck() && !practice.finished => {
                practice.finished = true;
                Some(practice.closing())
            }
            None => None,
        };
        closing.map(|closing| Effect::Finish { ticket: practice.ticket, closing }).into_iter().collect()
    }

    /// Takes the values of a scenario.
    pub(super) fn solved(&mut self, hash: TextHash, solved: Result<Arc<Solved>, String>) -> Vec<Effect> {
        let mut effects = Vec::new();
        for practice in self.unjudged.extract_if(.., |practice| practice.piece.hash == hash) {
            let mut practice = practice;
            let closing = practice.judge(&solved);
            effects.extend(closing.map(|closing| Effect::Finish { ticket: practice.ticket, closing }));
        }
        self.solving.remove(&hash);
        self.solved.insert(hash, solved);
        effects.extend(self.judge());
        if !effects.is_empty() && self.screen == Screen::Home {
            effects.push(Effect::Reload);
        }
        effects
    }

    /// Puts the conversation on the screen away; where it still waits for its values it will be judged later.
    pub(super) fn put_away(&mut self) {
        if let Some(practice) = self.practice.take()
            && practice.conversation.is_over()
            && practice.values == Values::Reckoning
        {
            self.unjudged.push(practice);
        }
    }

    /// Takes the decision under the cursor back and goes on from there, in a conversation of its own.
    pub(super) fn take_back(&mut self) -> Vec<Effect> {
        let Some(practice) = &self.practice else { return Vec::new() };
        let (mut conversation, from) = (practice.conversation.clone(), practice.ticket);
        let piece = Arc::clone(&practice.piece);
        if conversation.handle(&piece.scenario, Event::TakeBack(practice.review.selected)).is_empty() {
            return Vec::new();
        }
        self.kept(piece, conversation, Some(from))
    }

    /// The same customer again, with the same draws.
    pub(super) fn again(&mut self) -> Vec<Effect> {
        let Some(practice) = &self.practice else { return Vec::new() };
        let transcript = practice.conversation.transcript();
        let (seed, first) = (transcript.seed, transcript.first.clone());
        self.begin(Arc::clone(&practice.piece), seed, first)
    }

    /// The same scenario with a new draw.
    pub(super) fn new_draw(&mut self) -> Vec<Effect> {
        let Some(practice) = &self.practice else { return Vec::new() };
        let first = practice.conversation.transcript().first.clone();
        self.draw(Arc::clone(&practice.piece), first)
    }
}
