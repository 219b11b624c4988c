//! What each part of a screen looks like, on dark, on light, and without colour.
//!
//! A screen names the [`Role`] that a text plays and never a colour. Weight and dimness make the order of importance;
//! colour only confirms it, so a role that matters differs without colour too.

use ratatui::style::{Color, Modifier, Style};

/// The part that a text plays on a screen.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Role {
    /// What is read.
    Text,
    /// What is read first.
    Strong,
    /// What is read when looked for.
    Quiet,
    /// Lines and empty parts of bars.
    Faint,
    /// Narration.
    Stage,
    /// The heading of a part.
    Heading,
    /// The customer's words.
    Customer,
    /// The customer's name.
    CustomerName,
    /// The rep's words, once said.
    Rep,
    /// The rep's name.
    RepName,
    /// The key or number of what can be chosen now.
    Accent,
    /// What is under the cursor.
    Chosen,
    /// The mark beside what is under the cursor.
    Marker,
    /// What was given away.
    Cost,
    /// What was reached.
    Reached,
    /// What went wrong.
    Alarm,
}

/// The colours that are asked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Wish {
    /// Light or dark by what the terminal says of itself.
    #[default]
    Auto,
    /// For a light background.
    Light,
    /// For a dark background.
    Dark,
}

/// How many colours the terminal has.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Depth {
    /// Every colour.
    True,
    /// The 256 of xterm.
    Indexed,
}

/// What the environment says of the terminal.
#[derive(Debug, Clone, Default)]
pub struct Hints {
    /// `NO_COLOR` is set, or no colour was asked for.
    pub colourless: bool,
    /// The value of `COLORFGBG`, such as `15;0`.
    pub colorfgbg: Option<String>,
    /// The value of `COLORTERM`.
    pub colorterm: Option<String>,
}

/// The looks of every role.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Theme {
    /// For a dark background.
    Dark(Depth),
    /// For a light background.
    Light(Depth),
    /// Weight and reversal only.
    Colourless,
}

impl Theme {
    /// The theme for a wish and what is known of the terminal.
    #[must_use]
    pub fn choose(wish: Wish, hints: &Hints) -> Self {
        if hints.colourless {
            return Self::Colourless;
        }
        let depth = match hints.colorterm.as_deref() {
            Some("truecolor" | "24bit") => Depth::True,
            _ => Depth::Indexed,
        };
        // rxvt and those after it write "foreground;background" as numbers of the 16 colours; 7 and 15 are white.
        let background = hints.colorfgbg.as_deref().and_then(|value| value.rsplit(';').next());
        let is_light = matches!(background, Some("7" | "15"));
        match wish {
            Wish::Light => Self::Light(depth),
            Wish::Auto if is_light => Self::Light(depth),
            Wish::Dark | Wish::Auto => Self::Dark(depth),
        }
    }

    /// The style of a role.
    #[must_use]
    pub fn style(self, role: Role) -> Style {
        let plain = Style::new().add_modifier(weight(role));
        match self {
            Self::Dark(depth) => colour(plain, dark(role), depth),
            Self::Light(depth) => colour(plain, light(role), depth),
            Self::Colourless => plain.add_modifier(instead_of_colour(role)),
        }
    }
}

/// What holds with colour and without.
const fn weight(role: Role) -> Modifier {
    match role {
        Role::Strong | Role::CustomerName | Role::RepName | Role::Accent | Role::Chosen | Role::Marker => {
            Modifier::BOLD
        }
        Role::Stage => Modifier::ITALIC,
        _ => Modifier::empty(),
    }
}

/// What says without colour what colour would have confirmed.
const fn instead_of_colour(role: Role) -> Modifier {
    match role {
        Role::Quiet | Role::Faint | Role::Stage => Modifier::DIM,
        Role::Marker => Modifier::REVERSED,
        Role::Chosen => Modifier::UNDERLINED,
        Role::Heading | Role::Reached | Role::Alarm => Modifier::BOLD,
        _ => Modifier::empty(),
    }
}

/// A colour as red, green and blue, and the nearest of the 256 of xterm; none is the terminal's own.
type Shade = Option<(u32, u8)>;

fn colour(style: Style, shade: Shade, depth: Depth) -> Style {
    match (shade, depth) {
        (None, _) => style,
        (Some((rgb, _)), Depth::True) => style.fg(Color::from_u32(rgb)),
        (Some((_, index)), Depth::Indexed) => style.fg(Color::Indexed(index)),
    }
}

const fn dark(role: Role) -> Shade {
    match role {
        Role::Text => Some((0x00c9_ccd1, 252)),
        Role::Strong | Role::Chosen => Some((0x00f2_f3f5, 255)),
        Role::Quiet | Role::Stage => Some((0x0083_8b96, 245)),
        Role::Faint => Some((0x0041_4750, 238)),
        Role::Heading => Some((0x009d_a5b0, 248)),
        Role::Customer => Some((0x00e8_d3b0, 223)),
        Role::CustomerName => Some((0x00f0_a95b, 215)),
        Role::Rep => Some((0x00b9_d2ea, 153)),
        Role::RepName => Some((0x006c_aee8, 75)),
        Role::Accent | Role::Marker | Role::Reached => Some((0x0079_d3a0, 115)),
        Role::Cost | Role::Alarm => Some((0x00e8_7f70, 174)),
    }
}

const fn light(role: Role) -> Shade {
    match role {
        Role::Text => Some((0x002f_343b, 236)),
        Role::Strong | Role::Chosen => Some((0x0010_1317, 233)),
        Role::Quiet | Role::Stage => Some((0x0068_707b, 242)),
        Role::Faint => Some((0x00c4_c9d0, 251)),
        Role::Heading => Some((0x0056_5e69, 240)),
        Role::Customer => Some((0x006b_4510, 94)),
        Role::CustomerName => Some((0x00a9_5a00, 130)),
        Role::Rep => Some((0x0020_4f7a, 24)),
        Role::RepName => Some((0x001a_66b0, 25)),
        Role::Accent | Role::Marker | Role::Reached => Some((0x0012_7a48, 29)),
        Role::Cost | Role::Alarm => Some((0x00b8_3227, 124)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_color_wins_over_every_wish() {
        let hints = Hints { colourless: true, ..Hints::default() };
        assert_eq!(Theme::choose(Wish::Light, &hints), Theme::Colourless);
    }

    #[test]
    fn a_white_background_makes_auto_light_and_a_wish_wins_over_it() {
        let hints = Hints { colorfgbg: Some("0;default;15".into()), ..Hints::default() };
        assert_eq!(Theme::choose(Wish::Auto, &hints), Theme::Light(Depth::Indexed));
        assert_eq!(Theme::choose(Wish::Dark, &hints), Theme::Dark(Depth::Indexed));
        assert_eq!(Theme::choose(Wish::Auto, &Hints::default()), Theme::Dark(Depth::Indexed));
    }

    #[test]
    fn every_colour_is_used_where_the_terminal_has_it() {
        let hints = Hints { colorterm: Some("truecolor".into()), ..Hints::default() };
        assert_eq!(Theme::choose(Wish::Auto, &hints), Theme::Dark(Depth::True));
    }

    #[test]
    fn what_is_under_the_cursor_differs_without_colour() {
        let theme = Theme::Colourless;
        assert_ne!(theme.style(Role::Chosen), theme.style(Role::Text));
        assert_eq!(theme.style(Role::Chosen).fg, None);
    }
}
