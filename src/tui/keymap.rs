//! Which key does what, and where: the one table that keys, hints and the help page are made from.

mod bench;
#[cfg(test)]
mod tests;

use crossterm::event::{KeyCode, KeyEvent, KeyModifiers};

use bench::TABLE as BENCH;

/// Where keys go.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Place {
    /// The list of scenarios.
    Home,
    /// The list of scenarios, while words are typed to search it.
    Filter,
    /// A conversation with a line to say.
    Conversation,
    /// A conversation that is over.
    Over,
    /// The decisions of a conversation.
    Debrief,
    /// One decision, where there is no room for it beside the others.
    Decision,
    /// Text to read: a brief, facts, a whole conversation.
    Page,
    /// The keys of a place.
    Help,
    /// A question that is answered with yes or no.
    Sure,
    /// The moments and endings of a scenario that is watched.
    Outline,
    /// The lines of one of its moments.
    Lines,
    /// What is wrong with it.
    Problems,
    /// What is wrong with a file that was never good, so that there is nothing else to look at.
    Unread,
}

/// What a key means.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Action {
    /// Go one up.
    Up,
    /// Go one down.
    Down,
    /// Go one screen up.
    PageUp,
    /// Go one screen down.
    PageDown,
    /// Go up by a screen where [`Self::PageUp`] scrolls something else.
    FarUp,
    /// Go down by a screen where [`Self::PageDown`] scrolls something else.
    FarDown,
    /// Go to the first.
    First,
    /// Go to the last.
    Last,
    /// Take what is under the cursor.
    Choose,
    /// Say the line with this number, from 1.
    Say(u8),
    /// Read the brief.
    Brief,
    /// Read what is known.
    Facts,
    /// Read the whole conversation.
    Words,
    /// Read the keys.
    Help,
    /// Leave this place.
    Leave,
    /// Type words to search by.
    Filter,
    /// Add a character to them.
    Type(char),
    /// Take their last character away.
    Erase,
    /// Take all of them away.
    EraseAll,
    /// Give up an unfinished conversation.
    GiveUp,
    /// Set a broken history aside.
    SetAside,
    /// Look for scenarios again.
    Reload,
    /// Take back the decision under the cursor.
    TakeBack,
    /// The same customer again.
    Again,
    /// A new draw.
    NewDraw,
    /// Yes.
    Yes,
    /// No.
    No,
    /// Look at the next of several views.
    NextView,
    /// Look at the one before.
    LastView,
    /// Have the customer less open.
    LessOpen,
    /// Have the customer more open.
    MoreOpen,
    /// Go to where what is selected stands in the file, in an editor.
    Edit,
    /// Read what the problem under the cursor means.
    Explain,
    /// Go back by one line of a conversation.
    StepBack,
    /// Leave the program.
    Quit,
    /// Lay the program aside, as Ctrl-Z does in a shell.
    Suspend,
}

/// A key, as the table writes it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Key {
    Char(char),
    Ctrl(char),
    Code(KeyCode),
    Digit,
}

/// One line of the table.
#[derive(Debug, Clone, Copy)]
pub struct Binding {
    places: &'static [Place],
    keys: &'static [Key],
    /// What the keys do.
    pub action: Action,
    /// The keys as people read them.
    pub shown: &'static str,
    /// What the hint line says they do, in a word or two; empty where it does not mention them.
    pub hint: &'static str,
    /// What the help page says they do.
    pub help: &'static str,
}

const fn bind(
    places: &'static [Place],
    keys: &'static [Key],
    action: Action,
    shown: &'static str,
    hint: &'static str,
    help: &'static str,
) -> Binding {
    Binding { places, keys, action, shown, hint, help }
}

use Place::{Conversation, Debrief, Decision, Filter, Help, Home, Over, Page, Sure};

/// The table. Its order is the order of the hints: the most useful first, because a narrow screen drops the last.
const TABLE: &[Binding] = &[
    bind(&[Sure], &[Key::Char('y')], Action::Yes, "y", "yes", "yes"),
    bind(&[Sure], &[Key::Char('n'), Key::Code(KeyCode::Esc), Key::Code(KeyCode::Enter)], Action::No, "n", "no", "no"),
    bind(&[Home, Filter], &[Key::Code(KeyCode::Enter)], Action::Choose, "enter", "practise", "practise, or go on"),
    bind(&[Conversation], &[Key::Digit], Action::Say(0), "1-9", "say it", "say the line with that number"),
    bind(
        &[Conversation],
        &[Key::Code(KeyCode::Enter)],
        Action::Choose,
        "enter",
        "say",
        "say the line under the cursor",
    ),
    bind(&[Over], &[Key::Code(KeyCode::Enter)], Action::Choose, "enter", "debrief", "read the debrief"),
    bind(
        &[Debrief],
        &[Key::Code(KeyCode::Enter)],
        Action::Choose,
        "enter",
        "open",
        "read the decision under the cursor",
    ),
    bind(
        &[Home],
        &[Key::Char('s')],
        Action::SetAside,
        "s",
        "set aside",
        "set a history that is broken aside and begin a new one",
    ),
    bind(&[Home], &[Key::Char('/')], Action::Filter, "/", "filter", "type to filter the list"),
    bind(&[Home, Conversation, Over], &[Key::Char('b')], Action::Brief, "b", "brief", "read the whole brief"),
    bind(&[Conversation, Over], &[Key::Char('f')], Action::Facts, "f", "facts", "read what you have learned"),
    bind(&[Home], &[Key::Char('x')], Action::GiveUp, "x", "give up", "give up an unfinished conversation"),
    bind(
        &[Debrief, Decision],
        &[Key::Char('t')],
        Action::TakeBack,
        "t",
        "take back",
        "take this decision back and go on from there",
    ),
    bind(
        &[Debrief, Decision],
        &[Key::Char('r')],
        Action::Again,
        "r",
        "again",
        "the same customer again, with the same draws",
    ),
    bind(&[Debrief, Decision], &[Key::Char('n')], Action::NewDraw, "n", "new draw", "again, with a new draw"),
    bind(&[Debrief, Decision, Over], &[Key::Char('w')], Action::Words, "w", "words", "read the whole conversation"),
    bind(&[Page, Help], &[Key::Code(KeyCode::Up), Key::Char('k')], Action::Up, "↑↓", "scroll", "scroll"),
    bind(
        &[Home, Conversation, Over, Debrief, Decision],
        &[Key::Code(KeyCode::Up), Key::Char('k')],
        Action::Up,
        "↑ k",
        "",
        "up",
    ),
    bind(&[Filter], &[Key::Code(KeyCode::Up), Key::Ctrl('p')], Action::Up, "↑", "", "up"),
    bind(
        &[Home, Conversation, Over, Debrief, Decision, Page, Help],
        &[Key::Code(KeyCode::Down), Key::Char('j')],
        Action::Down,
        "↓ j",
        "",
        "down",
    ),
    bind(&[Filter], &[Key::Code(KeyCode::Down), Key::Ctrl('n')], Action::Down, "↓", "", "down"),
    bind(
        &[Home, Filter, Conversation, Over, Debrief, Decision, Page, Help],
        &[Key::Code(KeyCode::PageUp)],
        Action::PageUp,
        "pgup",
        "",
        "back by a screen",
    ),
    bind(
        &[Home, Filter, Conversation, Over, Debrief, Decision, Page, Help],
        &[Key::Code(KeyCode::PageDown)],
        Action::PageDown,
        "pgdn",
        "",
        "on by a screen",
    ),
    bind(&[Page, Help], &[Key::Char(' ')], Action::PageDown, "space", "", "on by a screen"),
    bind(
        &[Home, Conversation, Over, Debrief, Decision, Page, Help],
        &[Key::Code(KeyCode::Home), Key::Char('g')],
        Action::First,
        "home g",
        "",
        "to the first",
    ),
    bind(
        &[Home, Conversation, Over, Debrief, Decision, Page, Help],
        &[Key::Code(KeyCode::End), Key::Char('G')],
        Action::Last,
        "end G",
        "",
        "to the last",
    ),
    bind(&[Filter], &[Key::Code(KeyCode::Backspace)], Action::Erase, "backspace", "", "take a letter away"),
    bind(&[Filter], &[Key::Ctrl('u'), Key::Ctrl('w')], Action::EraseAll, "ctrl-u", "", "take all letters away"),
    bind(&[Filter], &[Key::Code(KeyCode::Esc)], Action::Leave, "esc", "all of them", "show all of them again"),
    bind(
        &[Conversation],
        &[Key::Code(KeyCode::Esc)],
        Action::Leave,
        "esc",
        "leave (kept)",
        "leave; it is kept as it stands",
    ),
    bind(&[Over, Debrief], &[Key::Code(KeyCode::Esc)], Action::Leave, "esc", "home", "back to the scenarios"),
    bind(
        &[Decision],
        &[Key::Code(KeyCode::Esc), Key::Code(KeyCode::Enter)],
        Action::Leave,
        "esc",
        "back",
        "back to the decisions",
    ),
    bind(
        &[Page],
        &[
            Key::Code(KeyCode::Esc),
            Key::Code(KeyCode::Enter),
            Key::Char('q'),
            Key::Char('b'),
            Key::Char('f'),
            Key::Char('w'),
            Key::Char('x'),
        ],
        Action::Leave,
        "esc",
        "back",
        "back",
    ),
    bind(
        &[Help],
        &[Key::Code(KeyCode::Esc), Key::Code(KeyCode::Enter), Key::Char('q'), Key::Char('?')],
        Action::Leave,
        "esc",
        "back",
        "back",
    ),
    bind(&[Home], &[Key::Code(KeyCode::F(5))], Action::Reload, "F5", "", "look for scenarios again"),
    bind(&[Home], &[Key::Code(KeyCode::Esc)], Action::EraseAll, "esc", "all of them", "show all scenarios again"),
    bind(
        &[Home, Conversation, Over, Debrief, Decision, Page],
        &[Key::Char('?')],
        Action::Help,
        "?",
        "help",
        "these keys",
    ),
    bind(&[Home], &[Key::Char('q')], Action::Quit, "q", "quit", "leave tellmore"),
    bind(
        &[Home, Filter, Conversation, Over, Debrief, Decision, Page, Help, Sure],
        &[Key::Ctrl('c')],
        Action::Quit,
        "ctrl-c",
        "",
        "leave tellmore; a conversation is kept",
    ),
    bind(
        &[Home, Filter, Conversation, Over, Debrief, Decision, Page, Help, Sure],
        &[Key::Ctrl('z')],
        Action::Suspend,
        "ctrl-z",
        "",
        "lay tellmore aside; fg brings it back",
    ),
];

/// The lines of the table that hold in `place`, in order.
pub fn bindings(place: Place) -> impl Iterator<Item = &'static Binding> {
    TABLE.iter().chain(BENCH).filter(move |binding| binding.places.contains(&place))
}

/// What `key` means in `place`.
#[must_use]
pub fn action(place: Place, key: KeyEvent) -> Option<Action> {
    for binding in bindings(place) {
        for &bound in binding.keys {
            match (bound, key.code) {
                (Key::Digit, KeyCode::Char(c @ '1'..='9')) if plain(key) => {
                    return Some(Action::Say(c as u8 - b'0'));
                }
                (Key::Char(bound), KeyCode::Char(c)) if plain(key) && bound == c => return Some(binding.action),
                (Key::Ctrl(bound), KeyCode::Char(c)) if key.modifiers == KeyModifiers::CONTROL && bound == c => {
                    return Some(binding.action);
                }
                (Key::Code(bound), code) if bound == code && plain(key) => return Some(binding.action),
                _ => {}
            }
        }
    }
    match (place, key.code) {
        (Place::Filter, KeyCode::Char(c)) if plain(key) => Some(Action::Type(c)),
        _ => None,
    }
}

/// Whether `action` leaves the screen altogether, and so works on one that shows nothing.
#[must_use]
pub const fn leaves(action: Action) -> bool {
    matches!(action, Action::Quit | Action::Suspend)
}

/// Whether nothing but Shift is held, which a character already tells.
fn plain(key: KeyEvent) -> bool {
    (key.modifiers - KeyModifiers::SHIFT).is_empty()
}
