//! How often one conversation can be let into a moment.

use super::Solved;
use super::explore::ENDINGS;
use super::values::laid_groups;

/// For each of `moments`, by number and all with an `at_most`, how often one conversation can be let in at most.
///
/// Two conversations that share a state go on alike, so the most that any way through the states counts is the most that
/// a conversation does. A conversation that leaves a part never comes back to it: only the states of its part count.
pub(super) fn entered(solved: &Solved, moments: &[usize]) -> Vec<u32> {
    let (compiled, graph) = (&solved.compiled, &solved.graph);
    let mut states_of = vec![None; compiled.parts.len()];
    for &moment in moments {
        states_of[compiled.moments[moment].part as usize] = Some(Vec::new());
    }
    for &id in graph.order.iter().rev() {
        let part = compiled.moments[graph.states[id as usize].moment as usize].part;
        if let Some(states) = &mut states_of[part as usize] {
            states.push(id);
        }
    }
    let mut before = vec![0_u32; graph.states.len()];
    let mut most_times = |&moment: &usize| {
        let part = compiled.moments[moment].part;
        let states = states_of[part as usize].as_deref().unwrap_or_default();
        for &id in states {
            before[id as usize] = 0;
        }
        let mut most = 0;
        for &id in states {
            let at = graph.states[id as usize].moment as usize;
            let times = before[id as usize] + u32::from(at == moment);
            most = most.max(times);
            for way in laid_groups(graph, id).flat_map(|(_, ways)| &graph.ways[ways]) {
                if way.next < ENDINGS && compiled.moments[graph.states[way.next as usize].moment as usize].part == part
                {
                    let next = &mut before[way.next as usize];
                    *next = times.max(*next);
                }
            }
        }
        most
    };
    moments.iter().map(&mut most_times).collect()
}
