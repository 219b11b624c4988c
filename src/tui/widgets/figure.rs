//! A figure that can be read from the back of the room.

use super::brush::Brush;
use crate::tui::theme::Role;

/// The rows that a figure takes.
pub(crate) const ROWS: u16 = 3;

const DIGITS: [[&str; 3]; 10] = [
    ["┏━┓", "┃ ┃", "┗━┛"],
    ["╺┓ ", " ┃ ", "╺┻╸"],
    ["┏━┓", "┏━┛", "┗━╸"],
    ["╺━┓", " ━┫", "╺━┛"],
    ["╻ ╻", "┗━┫", "  ╹"],
    ["┏━╸", "┗━┓", "╺━┛"],
    ["┏━╸", "┣━┓", "┗━┛"],
    ["╺━┓", "  ┃", "  ╹"],
    ["┏━┓", "┣━┫", "┗━┛"],
    ["┏━┓", "┗━┫", "╺━┛"],
];

/// Draws `number` three rows high and returns the column after it.
pub(crate) fn big(brush: &mut Brush<'_>, x: u16, y: u16, number: u8, role: Role) -> u16 {
    let mut x = x;
    for digit in number.to_string().bytes() {
        let rows = DIGITS[usize::from(digit - b'0')];
        for (y, row) in (y..).zip(rows) {
            brush.text(x, y, 3, row, role);
        }
        x += 4;
    }
    x
}
