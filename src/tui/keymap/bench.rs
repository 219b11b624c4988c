//! The part of the table that holds at the bench, where a scenario is watched while it is written.

use crossterm::event::KeyCode;

use super::Place::{Lines, Outline, Problems, Unread};
use super::{Action, Binding, Key, Place, bind};

const EVERYWHERE: &[Place] = &[Outline, Lines, Problems, Unread];
/// Where there is more than one view.
const VIEWS: &[Place] = &[Outline, Lines, Problems];

/// Its lines, in the order of the hints.
pub(super) const TABLE: &[Binding] = &[
    bind(
        &[Outline],
        &[Key::Code(KeyCode::Enter)],
        Action::Choose,
        "enter",
        "lines",
        "go into the lines of this moment",
    ),
    bind(
        &[Lines],
        &[Key::Code(KeyCode::Enter)],
        Action::Choose,
        "enter",
        "say it",
        "say the line and go where it leads",
    ),
    bind(
        &[Problems],
        &[Key::Code(KeyCode::Enter)],
        Action::Choose,
        "enter",
        "show",
        "show the line or the moment that it lies in",
    ),
    bind(
        &[Problems, Unread],
        &[Key::Char('x')],
        Action::Explain,
        "x",
        "explain",
        "what the problem means and how it is mended, as in tellmore explain",
    ),
    bind(EVERYWHERE, &[Key::Char('e')], Action::Edit, "e", "edit", "open your editor at the line of what is selected"),
    bind(
        VIEWS,
        &[Key::Code(KeyCode::Tab)],
        Action::NextView,
        "tab",
        "",
        "the next view: the conversation, the figures, the problems",
    ),
    bind(VIEWS, &[Key::Code(KeyCode::BackTab)], Action::LastView, "shift-tab", "", "the view before"),
    bind(
        &[Outline, Lines],
        &[Key::Code(KeyCode::Backspace)],
        Action::StepBack,
        "backspace",
        "back",
        "back by one line of the conversation",
    ),
    bind(
        &[Outline, Lines],
        &[Key::Code(KeyCode::Left), Key::Char('['), Key::Char('-')],
        Action::LessOpen,
        "← [",
        "openness",
        "have the customer less open",
    ),
    bind(
        &[Outline, Lines],
        &[Key::Code(KeyCode::Right), Key::Char(']'), Key::Char('+')],
        Action::MoreOpen,
        "→ ]",
        "",
        "have the customer more open",
    ),
    bind(EVERYWHERE, &[Key::Code(KeyCode::Up), Key::Char('k')], Action::Up, "↑ k", "", "up"),
    bind(EVERYWHERE, &[Key::Code(KeyCode::Down), Key::Char('j')], Action::Down, "↓ j", "", "down"),
    bind(&[Outline], &[Key::Ctrl('u')], Action::FarUp, "ctrl-u", "", "up by a screen of moments"),
    bind(&[Outline], &[Key::Ctrl('d')], Action::FarDown, "ctrl-d", "", "down by a screen of moments"),
    bind(EVERYWHERE, &[Key::Code(KeyCode::PageUp)], Action::PageUp, "pgup", "", "back by a screen of the view"),
    bind(
        EVERYWHERE,
        &[Key::Code(KeyCode::PageDown), Key::Char(' ')],
        Action::PageDown,
        "pgdn",
        "",
        "on by a screen of the view",
    ),
    bind(EVERYWHERE, &[Key::Code(KeyCode::Home), Key::Char('g')], Action::First, "home g", "", "to the first"),
    bind(EVERYWHERE, &[Key::Code(KeyCode::End), Key::Char('G')], Action::Last, "end G", "", "to the last"),
    bind(EVERYWHERE, &[Key::Code(KeyCode::F(5))], Action::Reload, "F5", "", "read the file again"),
    bind(&[Lines], &[Key::Code(KeyCode::Esc)], Action::Leave, "esc", "moments", "back to the moments"),
    bind(&[Problems], &[Key::Code(KeyCode::Esc)], Action::Leave, "esc", "moments", "back to the conversation"),
    bind(EVERYWHERE, &[Key::Char('?')], Action::Help, "?", "help", "these keys"),
    bind(EVERYWHERE, &[Key::Char('q')], Action::Quit, "q", "quit", "leave tellmore; the file stays as it is"),
    bind(EVERYWHERE, &[Key::Ctrl('c')], Action::Quit, "ctrl-c", "", "leave tellmore; the file stays as it is"),
    bind(EVERYWHERE, &[Key::Ctrl('z')], Action::Suspend, "ctrl-z", "", "lay tellmore aside; fg brings it back"),
];
