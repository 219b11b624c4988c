//! Bars: a figure that would rather be looked at than read. Each stands beside its figure or its word.

use super::brush::Brush;
use crate::scenario::Openness;
use crate::tui::theme::Role;

/// Draws `filled` of `cells` filled, and returns the column after them.
pub(crate) fn bar(brush: &mut Brush<'_>, x: u16, y: u16, filled: u16, cells: u16, role: Role) -> u16 {
    let mut x = x;
    for cell in 0..cells {
        let (sign, role) = if cell < filled { ("▰", role) } else { ("▱", Role::Faint) };
        x = brush.text(x, y, 1, sign, role);
    }
    x
}

/// Draws how open the customer is, with the word for it, and returns the column after it.
pub(crate) fn openness(brush: &mut Brush<'_>, x: u16, y: u16, openness: Openness) -> u16 {
    let x = bar(brush, x, y, u16::from(openness.get()), u16::from(Openness::MOST), Role::CustomerName);
    brush.text(x + 1, y, 4, openness.band().word(), Role::Customer)
}

/// The columns that [`openness`] takes.
pub(crate) const OPENNESS: u16 = 15;

/// How many of `cells` are filled for a share of 0 to 1; something above 0 shows at least one.
pub(crate) fn cells(share: f64, cells: u16) -> u16 {
    let share = share.clamp(0.0, 1.0);
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "between 0 and the number of cells")]
    let filled = (share * f64::from(cells)).round() as u16;
    if share > 0.0 { filled.max(1) } else { 0 }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_little_shows_and_nothing_does_not() {
        assert_eq!([0.0, 0.01, 0.5, 1.0, 7.0, f64::NAN].map(|share| cells(share, 5)), [0, 1, 3, 5, 5, 0]);
    }
}
