//! The figures that a scenario is balanced by: what each habit scores, and the lines of the moment that is selected.

use super::bench::Bench;
use super::pane::{Row, Rows};
use super::picture::{Picture, Values};
use crate::export::simulate_lines::{points, times, title};
use crate::export::simulate_text::{grouped, name, signed_percent};
use crate::scenario::MomentId;
use crate::solver::LEAKY;
use crate::tui::theme::Role;
use crate::tui::widgets::bars::cells;

/// The columns of a habit's name and of its score.
const NAME: u16 = 17;
const SCORE: u16 = 4;
/// The columns from which on the figures of a line stand in a table.
const TABLE: u16 = 66;
/// The columns of one figure in the table.
const FIGURE: u16 = 7;

/// The rows of the figures.
pub(super) fn rows(bench: &Bench, picture: &Picture, moment: Option<MomentId>, width: u16) -> Vec<Row> {
    let mut rows = Rows::new(bench.wraps(), width);
    let values = match &picture.values {
        Ok(values) => values,
        Err(why) => {
            rows.wrapped(0, 0, why, Role::Alarm);
            length(&mut rows, picture);
            return rows.done();
        }
    };
    let figures = &values.figures;
    let states = if figures.states == 1 { "1 state".to_owned() } else { format!("{} states", grouped(figures.states)) };
    let span = format!("{states} · best play {:.1} points, worst {:.1}", figures.best, figures.worst + 0.0);
    rows.wrapped(0, 0, &span, Role::Text);
    length(&mut rows, picture);
    rows.gap();
    habits(&mut rows, picture, values);
    if let Some(moment) = moment {
        lines(&mut rows, picture, values, moment);
    }
    rows.done()
}

/// How long it is, in words and turns.
fn length(rows: &mut Rows<'_>, picture: &Picture) {
    let summary = &picture.summary;
    let turns = match summary.turns {
        Some((shortest, longest)) if shortest == longest => format!(" · {shortest} turns"),
        Some((shortest, longest)) => format!(" · {shortest} to {longest} turns"),
        None => String::new(),
    };
    let minutes = if summary.minutes() == 1 { "1 minute".to_owned() } else { format!("{} minutes", summary.minutes()) };
    let words = format!("{} words, {minutes} read aloud{turns}", grouped(summary.words));
    rows.wrapped(0, 0, &words, Role::Quiet);
}

/// What each way of choosing scores, with a bar and what to make of it.
fn habits(rows: &mut Rows<'_>, picture: &Picture, values: &Values) {
    let figures = &values.figures;
    let (Some(par), Some(depth)) = (figures.par, figures.depth) else {
        rows.wrapped(0, 0, "Every way through this scenario comes to the same, so there is no score.", Role::Alarm);
        return;
    };
    let bar = (rows.width.saturating_sub(NAME + SCORE + 2 + 28)).clamp(6, 20);
    let mut row = |habit: &str, score: f64, word: String, role: Role| {
        let at = rows.len();
        rows.line(0, habit, Role::Text);
        rows.put_right(at, NAME + SCORE, format!("{score:.0}"), Role::Strong);
        let filled = usize::from(cells(score / 100.0, bar));
        rows.put(at, NAME + SCORE + 2, "▇".repeat(filled), Role::Heading);
        rows.put(at, NAME + SCORE + 2 + bar + 2, word, role);
    };
    row("best play", 100.0, String::new(), Role::Quiet);
    let level = picture.scenario.level;
    let (word, role) = match figures.depth_missed(level) {
        Some(asked) => (format!("depth {depth:.0} ! {} asks {asked:.0}", level.word()), Role::Alarm),
        None => (format!("depth {depth:.0}"), Role::Quiet),
    };
    row("best marks", 100.0 - depth, word, role);
    row("guessing", par, "par".to_owned(), Role::Quiet);
    for &(strategy, score) in &figures.strategies {
        let (word, role) = match figures.leak(score) {
            Some(leak) if leak > LEAKY => (format!("leak {} ! too much", signed_percent(leak)), Role::Alarm),
            Some(leak) => (format!("leak {}", signed_percent(leak)), Role::Quiet),
            None => (String::new(), Role::Quiet),
        };
        row(name(strategy), score.unwrap_or(par), word, role);
    }
}

/// The lines of `moment` with what the whole of the conversations makes of them.
fn lines(rows: &mut Rows<'_>, picture: &Picture, values: &Values, moment: MomentId) {
    let scenario = &*picture.scenario;
    let balance = &values.balance;
    let wide = rows.width >= TABLE;
    rows.gap();
    rows.line(0, format!("The lines of {}", scenario.moment(moment).name), Role::Heading);
    if wide {
        let titles = ["offered", "said", "cost"].into_iter().chain(balance.shares.iter().map(|(s, _)| title(*s)));
        table(rows, titles.map(|title| (title.to_owned(), Role::Quiet)));
    }
    let moment_at = scenario.moments.iter().take(moment.index()).map(|moment| moment.replies.len()).sum::<usize>();
    for (index, reply) in scenario.moment(moment).replies.iter().enumerate() {
        rows.gap();
        let given = balance.guessing.replies[moment_at + index];
        rows.line(0, reply.kind.label(), Role::Heading);
        let given = if given > 0.0 { format!("given {}", times(given)) } else { "never given".to_owned() };
        rows.put_right(rows.len() - 1, rows.width, given, Role::Quiet);
        for (follow_up, line) in reply.follow_ups.iter().enumerate() {
            let at = picture.number(moment, index, follow_up);
            rows.line(2, &*line.says, Role::Rep);
            let said = balance.guessing.lines[at];
            let cost = balance.costs.as_ref().and_then(|costs| costs[at]);
            let cost = cost.map_or_else(|| "-".to_owned(), |cost| format!("{cost:.1}"));
            let shares = balance.shares.iter().map(|(strategy, shares)| (*strategy, shares[at]));
            if wide {
                let figures = [times(said.offered), times(said.said), cost].map(|figure| (figure, Role::Text));
                let much = |share: f64| if share.abs() >= 5.0 { Role::Cost } else { Role::Text };
                table(rows, figures.into_iter().chain(shares.map(|(_, share)| (points(share), much(share)))));
            } else {
                let figures = format!("offered {}, said {}, cost {cost}", times(said.offered), times(said.said));
                rows.wrapped(2, 0, &figures, Role::Quiet);
                let fed = shares.filter(|(_, share)| share.abs() >= 0.05);
                let fed: Vec<String> = fed.map(|(habit, share)| format!("{} {}", name(habit), points(share))).collect();
                if !fed.is_empty() {
                    rows.wrapped(2, 0, &fed.join(", "), Role::Quiet);
                }
            }
        }
    }
    rows.gap();
    let meaning = if wide {
        "offered, said: times in one conversation that is guessed · cost: score points when it is said · the rest: score \
         points that it adds to each habit"
    } else {
        "Times in one conversation that is guessed; cost in score points; then what it adds to each habit."
    };
    rows.wrapped(0, 0, meaning, Role::Quiet);
}

/// A row of figures that end at the end of the rows.
fn table(rows: &mut Rows<'_>, figures: impl Iterator<Item = (String, Role)>) {
    let figures: Vec<_> = figures.collect();
    let mut end = rows.width.saturating_sub(FIGURE * u16::try_from(figures.len()).unwrap_or(0));
    rows.line(0, "", Role::Text);
    for (figure, role) in figures {
        end += FIGURE;
        rows.put_right(rows.len() - 1, end, figure, role);
    }
}
