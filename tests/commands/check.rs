//! `tellmore check`, run as it stands.

use serde_json::Value;

use crate::json;
use crate::run::{Desk, EXAMPLE};

/// A scenario in which somebody who never asked what the wards did has nothing to say later on.
const STUCK: &str = r#"Scenario(
    format: 1,
    title: "Stuck at the cost",
    customer: Customer(name: "Ilse Brandt", role: "Director of Supply", company: "a maker of beds",
        situation: "Two groups left.", cares_about: ["the groups"], hero: "the ward nurse", openness: 4),
    facts: { "two groups rented": "Two groups rented beds while they waited." },
    opening: Question(says: "What did the two groups do before they left?", then: "first"),
    moments: {
        "first": Moment(replies: [
            Reply(kind: TellMeMore, says: "Why do you ask?", follow_ups: [
                FollowUp(says: "Because wards rent while they wait. Did yours?", reveals: ["two groups rented"], then: "the cost"),
                FollowUp(says: "Because we could have helped them.", then: "the cost"),
            ]),
        ]),
        "the cost": Moment(replies: [
            Reply(kind: TellMeMore, says: "And what does that cost?", follow_ups: [
                FollowUp(says: "What they paid in rent. Shall we add it up?", needs: ["two groups rented"], then: "next step"),
            ]),
        ]),
    },
    endings: { "next step": Ending(outcome: Advance, says: "She brings the two letters along.") },
)
"#;

/// The rows of one kind that a check prints.
fn rows<'d>(document: &'d Value, code: &str) -> Vec<&'d Value> {
    document["problems"].as_array().unwrap().iter().filter(|row| row["code"] == code).collect()
}

/// What the lines are about that end the problems of a file, or all of them.
fn summed_up(out: &str) -> Vec<&str> {
    let names = out.lines().filter_map(|line| line.split_once(": ")).map(|(name, _)| name);
    names.filter(|name| name.ends_with(" files") || name.ends_with(".ron") && !name.contains(' ')).collect()
}

#[test]
fn the_example_is_clean_even_where_warnings_are_denied() {
    let came = Desk::new().run("check example.ron --deny-warnings");
    assert_eq!((came.err.as_str(), came.status), ("", 0), "{}", came.out);
    assert!(came.out.contains("40 states · 1-5 turns · 410 words, 3 min aloud · par 28 · depth 14"), "{}", came.out);
}

#[test]
fn a_dead_end_is_shown_with_the_shortest_conversation_that_leads_there() {
    let desk = Desk::new();
    desk.write("stuck.ron", STUCK);
    let came = desk.run("check stuck.ron");
    assert_eq!((came.err.as_str(), came.status), ("", 1));
    let told = [
        "error[dead-end]: ",
        "--> stuck.ron:15:9",
        " You  What did the two groups do before they left?\n",
        "Ilse  Why do you ask?\n",
        " You  Because we could have helped them.\n",
    ];
    let mut rest = came.out.as_str();
    for part in told {
        rest = rest.split_once(part).unwrap_or_else(|| panic!("{part:?} is not in\n{}", came.out)).1;
    }
    let document = json(&desk.run("check stuck.ron --format json").out);
    let [row] = rows(&document, "dead-end")[..] else { panic!("{document:#}") };
    assert_eq!((&row["severity"], &row["file"]), (&"error".into(), &"stuck.ron".into()));
    assert_eq!((&row["line"], &row["column"]), (&15.into(), &9.into()));
    assert!(row["detail"].as_str().unwrap().ends_with("You  Because we could have helped them."), "{row:#}");
    let github = desk.run("check stuck.ron --format github");
    assert_eq!(github.status, 1);
    assert!(github.out.contains("::error file=stuck.ron,line=15,col=9,title=dead-end::"), "{}", github.out);
}

#[test]
fn three_mistakes_are_three_problems_and_a_scenario_that_cannot_be_played_has_no_figures() {
    let desk = Desk::new();
    let wrong = EXAMPLE.replace("openness: 4", "openness: 14").replace("\"brochure\",\n", "\"broshure\",\n");
    let wrong = wrong.replacen("coach:", "couch:", 1);
    desk.write("wrong.ron", wrong);
    let document = json(&desk.run("check wrong.ron --format json").out);
    let codes: Vec<_> =
        document["problems"].as_array().unwrap().iter().map(|row| row["code"].as_str().unwrap()).collect();
    assert!(["out-of-range", "unknown-field", "no-such-goal"].iter().all(|code| codes.contains(code)), "{codes:?}");
    assert!(codes.iter().all(|code| ["out-of-range", "unknown-field", "no-such-goal"].contains(code)), "{codes:?}");
    assert!(document["files"][0].get("states").is_none());
    let text = desk.run("check wrong.ron");
    assert_eq!((text.err.as_str(), text.status), ("", 1));
    assert!(text.out.ends_with(&format!("wrong.ron: {} errors\n", codes.len())), "{}", text.out);
}

#[test]
fn folders_are_gone_through_by_name_and_come_out_the_same_every_time() {
    let desk = Desk::new();
    for name in ["pack/b.ron", "pack/a.ron", "pack/deep/c.ron", "pack/.hidden.ron", "pack/notes.txt", "pack/.git/d.ron"]
    {
        desk.write(name, EXAMPLE);
    }
    let came = desk.run("check pack example.ron ./pack/a.ron");
    assert_eq!(summed_up(&came.out), ["pack/a.ron", "pack/b.ron", "pack/deep/c.ron", "example.ron", "4 files"]);
    for _ in 0..5 {
        assert_eq!(desk.run("check pack example.ron ./pack/a.ron"), came);
    }
}

#[test]
fn a_pack_with_a_mistake_is_told_once_for_all_its_scenarios() {
    let desk = Desk::new();
    desk.write("pack/a.ron", EXAMPLE);
    desk.write("pack/b.ron", EXAMPLE);
    desk.write("pack/pack.ron", "Pack(titel: \"Beds\")");
    for line in ["check pack", "check pack/a.ron pack/b.ron"] {
        let came = desk.run(line);
        assert_eq!(came.status, 1);
        assert_eq!(came.out.matches("error[unknown-field]").count(), 1, "{}", came.out);
        assert!(came.out.contains("--> pack/pack.ron:1:6"), "{}", came.out);
        assert!(came.out.contains("3 files: 3 errors"), "{}", came.out);
        for name in ["pack/a.ron", "pack/b.ron"] {
            let told = format!("error[broken-pack]: {name} was not looked at: its pack has to be mended first");
            assert_eq!(came.err.matches(&told).count(), 1, "{}", came.err);
        }
        let document = json(&desk.run(&format!("{line} --format json")).out);
        assert_eq!(document["files"].as_array().unwrap().len(), 3, "{document:#}");
        assert_eq!(rows(&document, "broken-pack").len(), 2, "{document:#}");
    }
}

#[test]
fn what_cannot_be_read_is_told_and_the_others_are_checked() {
    let desk = Desk::new();
    desk.write("pack/a.ron", EXAMPLE);
    desk.write("pack/b.ron", b"\xff\xfe");
    let came = desk.run("check pack");
    assert_eq!(came.status, 2);
    assert!(came.err.starts_with("error[unreadable-file]: pack/b.ron is saved as UTF-16"), "{}", came.err);
    assert!(summed_up(&came.out) == ["pack/a.ron", "2 files"] && came.out.contains("2 files: 1 error"), "{}", came.out);
    let document = json(&desk.run("check pack --format json").out);
    assert_eq!(rows(&document, "unreadable-file").len(), 1);
}

#[test]
fn a_file_is_found_one_folder_down_and_a_mistyped_name_is_told_the_near_one() {
    let desk = Desk::new();
    desk.write("scenarios/night_linen.ron", EXAMPLE);
    let came = desk.run("check night_linen.ron");
    assert_eq!((came.err.as_str(), came.status), ("", 0));
    assert!(came.out.contains("scenarios/night_linen.ron"), "{}", came.out);
    let came = desk.run("check nihgt_linen.ron");
    assert!(came.err.contains("Did you mean \"scenarios/night_linen.ron\"?"), "{}", came.err);
    desk.write("parking.ron.txt", EXAMPLE);
    let came = desk.run("check parking.ron");
    assert!(came.err.contains("\"parking.ron.txt\"?") && came.err.contains("take .txt off it"), "{}", came.err);
}

#[test]
fn where_a_stem_stands_for_two_files_the_one_that_is_taken_is_told() {
    let desk = Desk::new();
    desk.write("scenarios/night_linen.ron", EXAMPLE);
    desk.write("night_linen.ron", EXAMPLE);
    let came = desk.run("map night_linen");
    assert!(came.err.starts_with("tellmore: night_linen stands for scenarios/night_linen.ron."), "{}", came.err);
    assert_eq!(desk.run("map night_linen.ron").err, "");
}

#[test]
fn without_a_path_the_folder_scenarios_is_checked() {
    let desk = Desk::new();
    let none = desk.run("check");
    assert_eq!((none.out.as_str(), none.status), ("", 2));
    assert!(none.err.contains("tellmore check FILE"), "{}", none.err);
    desk.write("scenarios/a.ron", EXAMPLE);
    assert_eq!(summed_up(&desk.run("check").out), ["scenarios/a.ron"]);
    desk.write("more/b.ron", STUCK);
    assert_eq!(desk.run("check --scenarios more").status, 1);
    assert!(desk.run("check b --scenarios more").out.contains("more/b.ron:15:9"));
    assert!(desk.run("check the_board_at_the_gate").out.contains("the_board_at_the_gate.ron (built in): "));
    assert!(desk.run("check the_board_at_the_gat").err.contains("\"the_board_at_the_gate\""));
}

#[test]
fn too_many_states_are_refused_with_the_figure() {
    let came = Desk::new().run("check example.ron --max-states 7");
    assert_eq!(came.status, 1);
    assert!(came.out.contains("error[too-many-states]: this scenario has more than 7 states"), "{}", came.out);
}

#[test]
fn the_figures_of_a_folder_are_one_table_with_the_easier_scenarios_first() {
    let desk = Desk::new();
    desk.write("pack/pack.ron", "Pack(title: \"A | B\", author: \"us\")");
    desk.write("pack/hard.ron", EXAMPLE.replacen("level: Starter", "level: Hard", 1));
    desk.write("pack/piped.ron", EXAMPLE.replacen("title: \"", "title: \"A | B ", 1));
    let came = desk.run("check pack --format md");
    assert_eq!((came.err.as_str(), came.status), ("", 0));
    let rows: Vec<&str> = came.out.lines().filter(|line| line.starts_with('|')).collect();
    let columns = |row: &str| row.replace("\\|", "").matches('|').count();
    assert!(rows.iter().all(|row| columns(row) == columns(rows[0])), "{}", came.out);
    assert_eq!(rows.len(), 5, "a head of two, two scenarios, and both together: {}", came.out);
    assert!(
        rows[2].starts_with("| A \\| B ") && rows[2].contains("| Starter | Insight | 3 | 19 | 40 |"),
        "{}",
        rows[2]
    );
    assert!(rows[2].contains("| 28 | 14 | -2% | -14% | +11% |"), "{}", rows[2]);
    assert!(rows[3].contains("| Hard |") && rows[4].starts_with("| **all 2: sum or mean**"), "{}", came.out);
    assert!(rows[4].contains("| 28 | 14 | -2% | -14% | +11% |"), "{}", rows[4]);
}

#[test]
fn what_cannot_be_played_has_a_row_without_figures() {
    let desk = Desk::new();
    desk.write("pack/a.ron", "Scenario(");
    desk.write("pack/b.ron", b"\xff\xfe");
    desk.write("pack/stuck.ron", STUCK);
    let came = desk.run("check pack --format md");
    assert_eq!(came.status, 2);
    assert!(came.err.starts_with("error[unreadable-file]: pack/b.ron is saved as UTF-16"), "{}", came.err);
    let row = |name: &str| came.out.lines().find(|line| line.contains(name)).unwrap_or_default().to_owned();
    for name in ["pack/a.ron", "pack/b.ron"] {
        let row = row(name);
        assert!(row.contains("| - | - | - |") && row.trim_end_matches(" |").ends_with("error"), "{name}: {row}");
    }
    assert!(row("| Starter |").contains("error"), "{}", came.out);
}
