//! The figures that a scenario is balanced by: what each habit scores, and the lines of the moment that is selected.

use super::bench::Bench;
use super::pane::{Row, Rows};
use super::picture::{Picture, Values};
use crate::export::simulate_lines::{points, title};
use crate::export::simulate_text::{grouped, name, signed_percent};
use crate::scenario::MomentId;
use crate::solver::LEAKY;
use crate::tui::theme::Role;
use crate::tui::widgets::bars::cells;
use crate::tui::widgets::brush::columns;

/// The columns of a habit's name and of its score.
const NAME: u16 = 17;
const SCORE: u16 = 4;
/// The columns from which on the figures of a line stand in a table.
pub(super) const TABLE: u16 = 66;
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
    if values.survey.breaks_off() {
        rows.wrapped(0, 0, "A conversation can break off. The figures mean little until that is mended.", Role::Alarm);
    }
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
    let level = picture.scenario.level;
    let missed = figures.depth_missed(level);
    let mut table = vec![("best play", 100.0, String::new(), None)];
    let asks = missed.map(|asked| format!("{} asks {asked:.0}", level.word()));
    table.push(("best marks", 100.0 - depth, format!("depth {depth:.0}"), asks));
    table.push(("guessing", par, "par".to_owned(), None));
    for &(strategy, score) in &figures.strategies {
        let leak = figures.leak(score);
        let word = leak.map_or_else(String::new, |leak| format!("leak {}", signed_percent(leak)));
        let much = leak.filter(|&leak| leak > LEAKY).map(|_| "gives itself away".to_owned());
        table.push((name(strategy), score.unwrap_or(par), word, much));
    }
    // The bars have what the words leave, and what is wrong goes below where it does not fit beside.
    let after = NAME + SCORE + 2;
    let whole = |(_, _, word, wrong): &(_, _, String, Option<String>)| {
        columns(word) + wrong.as_ref().map_or(0, |wrong| columns(wrong) + 3)
    };
    let longest = table.iter().map(whole).max().unwrap_or(0);
    let beside = after + longest <= rows.width;
    let longest =
        if beside { longest } else { table.iter().map(|(_, _, word, _)| columns(word) + 2).max().unwrap_or(0) };
    let bar = rows.width.saturating_sub(after + longest + 2).min(20);
    let bar = if bar < 6 { 0 } else { bar };
    for (habit, score, word, wrong) in &table {
        let at = rows.len();
        rows.line(0, *habit, Role::Text);
        rows.put_right(at, NAME + SCORE, format!("{score:.0}"), Role::Strong);
        rows.put(at, after, "▇".repeat(usize::from(cells(score / 100.0, bar))), Role::Heading);
        let x = if bar > 0 { after + bar + 2 } else { after };
        match wrong {
            Some(wrong) if beside => rows.put(at, x, format!("{word} ! {wrong}"), Role::Alarm),
            Some(_) => rows.put(at, x, format!("{word} !"), Role::Alarm),
            None => rows.put(at, x, word, Role::Quiet),
        }
    }
    for (habit, _, word, wrong) in table.iter().filter(|_| !beside) {
        if let Some(wrong) = wrong {
            rows.wrapped(0, 0, &format!("! {habit}: {word}, {wrong}"), Role::Alarm);
        }
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
        let given = if given > 0.0 { format!("given {} in 100", times(given)) } else { "never given".to_owned() };
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
                // What a habit loses by is nothing that gives a line away.
                let much = |share: f64| if share >= 5.0 { Role::Cost } else { Role::Text };
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
        "offered, said: times in 100 conversations that are guessed · cost: score points when it is said · the rest: \
         score points that it adds to each habit"
    } else {
        "Times in 100 conversations that are guessed; cost in score points; then what it adds to each habit."
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

/// How many times in 100 conversations, of `times` in one; a dot where never.
fn times(times: f64) -> String {
    match times * 100.0 {
        never if never <= 0.0 => "·".to_owned(),
        seldom if seldom < 0.1 => "<0.1".to_owned(),
        few if few < 9.95 => format!("{few:.1}"),
        many => format!("{many:.0}"),
    }
}
