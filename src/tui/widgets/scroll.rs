//! Where a list or a text that is longer than its room begins to be shown.

/// The first line to show so that lines `start..end` are seen, moving as little as possible from `top`, in a room of
/// `room` lines out of `total`.
pub(crate) fn follow(top: usize, start: usize, end: usize, room: usize, total: usize) -> usize {
    let mut top = top;
    if end > top + room {
        top = end - room;
    }
    // The beginning matters more than the end where both do not fit.
    if start < top {
        top = start;
    }
    top.min(total.saturating_sub(room))
}

/// The first line to show after moving `by` lines from `top`.
pub(crate) fn moved(top: usize, by: isize, room: usize, total: usize) -> usize {
    let last = total.saturating_sub(room);
    top.min(last).saturating_add_signed(by).min(last)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_room_moves_only_when_it_must() {
        assert_eq!(follow(0, 2, 4, 5, 20), 0);
        assert_eq!(follow(0, 6, 8, 5, 20), 3);
        assert_eq!(follow(9, 6, 8, 5, 20), 6);
        assert_eq!(follow(3, 4, 14, 5, 20), 4);
        assert_eq!(follow(30, 0, 0, 5, 20), 0);
        assert_eq!(follow(7, 0, 2, 50, 3), 0);
    }

    #[test]
    fn scrolling_stops_at_both_ends() {
        assert_eq!(moved(0, -3, 5, 20), 0);
        assert_eq!(moved(14, 9, 5, 20), 15);
        assert_eq!(moved(99, 0, 5, 20), 15);
        assert_eq!(moved(3, 1, 5, 2), 0);
    }
}
