//! The screens, tried as a person would: keys in, effects out, and what is drawn.

mod debriefed;
mod drawn;
mod leaving;
mod pages;
pub(super) mod script;
mod shelves;
mod styles;
mod talking;
