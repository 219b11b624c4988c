//! One run of a scenario: events in, effects out.
//!
//! A [`Conversation`] reads no clock, does no IO and draws from a stream that its seed fixes. Its [`Transcript`] is the
//! truth: whatever else is known of a conversation (where it stands, what was shown, what it scores) is replayed from
//! it, so a conversation that was kept can be taken up, taken back or looked at again and is the same each time.

pub mod draw;
mod replay;
mod run;
mod state;
#[cfg(test)]
mod tests;
mod transcript;

pub use replay::{Exchange, Mismatch};
pub use run::{Conversation, Effect, Event, NoSuchReply};
pub use state::{Spot, State, Stuck};
pub use transcript::{Transcript, Turn};
