//! Conversations that come back to a moment and find nothing to choose there.

use super::explore::ENDINGS;
use super::values::laid_groups;
use super::{Place, Solved};
use crate::scenario::MomentId;

/// Where a conversation is: its state, and whether it has been at the moment in question before.
type At = (u32, bool);

/// From where a state was first reached, by which reply and which line.
type Before = Option<(At, u32, u32)>;

impl Solved {
    /// The lines of the shortest conversation that comes back to `moment` and finds one line to each reply, which leads
    /// out of the circle; none where there is no such conversation.
    #[must_use]
    pub fn coming_back(&self, moment: MomentId) -> Vec<Place> {
        let graph = &self.graph;
        // For each state, once without and once with having been there: from where it was first reached, and by what.
        let mut before: Vec<[Before; 2]> = vec![[None; 2]; graph.states.len()];
        let mut waiting: Vec<At> = Vec::new();
        if self.start < ENDINGS {
            waiting.push((self.start, false));
        }
        let mut next = 0;
        while let Some(&(id, been)) = waiting.get(next) {
            next += 1;
            let here = graph.states[id as usize].moment == moment.0;
            if here && been && self.has_one_way_out(id) {
                return self.lines_to((id, been), &before);
            }
            for (group, ways) in laid_groups(graph, id) {
                for way in graph.ways[ways].iter().filter(|way| way.next < ENDINGS) {
                    let been = been || here;
                    let first = &mut before[way.next as usize][usize::from(been)];
                    if first.is_none() {
                        *first = Some(((id, waiting[next - 1].1), group.reply, way.follow_up));
                        waiting.push((way.next, been));
                    }
                }
            }
        }
        Vec::new()
    }

    /// Whether each reply at state `id` leaves one line to say, and it leads out of the circle.
    fn has_one_way_out(&self, id: u32) -> bool {
        let part_of = |id: u32| {
            let moment = self.graph.states[id as usize].moment;
            self.compiled.moments[moment as usize].part
        };
        let leads_out = |next: u32| next >= ENDINGS || part_of(next) != part_of(id);
        let mut replies = laid_groups(&self.graph, id).peekable();
        replies.peek().is_some()
            && replies.all(|(_, ways)| ways.len() == 1 && leads_out(self.graph.ways[ways.start].next))
    }

    /// The lines that lead from the start to `at`.
    fn lines_to(&self, mut at: At, before: &[[Before; 2]]) -> Vec<Place> {
        let mut lines = Vec::new();
        while let Some((from, reply, line)) = before[at.0 as usize][usize::from(at.1)] {
            lines.push(Place {
                moment: MomentId(self.graph.states[from.0 as usize].moment),
                reply: self.compiled.replies[reply as usize].index as usize,
                follow_up: self.compiled.follow_ups[line as usize].index as usize,
            });
            at = from;
        }
        lines.reverse();
        lines
    }
}
