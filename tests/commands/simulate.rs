//! `tellmore simulate`, run as it stands.

use serde_json::Value;

use crate::json;
use crate::run::{Desk, EXAMPLE};

#[test]
fn a_simulation_gives_the_exact_figures_of_the_example() {
    let desk = Desk::new();
    let text = desk.run("simulate example.ron");
    assert_eq!((text.err.as_str(), text.status), ("", 0));
    insta::assert_snapshot!(text.out);
    let figures = json(&desk.run("simulate example.ron --format json").out);
    assert_eq!(figures, json(&desk.run("map example.ron --format json").out)["figures"]);
    let rounded = |figure: &Value| format!("{:.2}", figure.as_f64().unwrap());
    assert_eq!(
        [&figures["best"], &figures["worst"], &figures["par"], &figures["depth"]].map(rounded),
        ["15.00", "-13.19", "27.71", "13.58"]
    );
    let scores = figures["strategies"].as_object().unwrap().values().map(|strategy| rounded(&strategy["score"]));
    assert_eq!(scores.collect::<Vec<_>>(), ["26.39", "17.74", "35.66", "24.22", "29.12", "14.65"]);
}

#[test]
fn a_simulation_of_a_conversation_that_can_break_off_says_so() {
    let desk = Desk::new();
    desk.write("draft.ron", EXAMPLE.replace("    if_shut: \"shut\",\n", ""));
    let came = desk.run("simulate draft.ron");
    assert_eq!(came.status, 0);
    assert!(came.err.contains("can break off") && came.err.contains("tellmore check"), "{}", came.err);
    assert_eq!(desk.run("simulate example.ron").err, "");
}

#[test]
fn a_simulation_shows_a_row_for_each_line() {
    let desk = Desk::new();
    let text = desk.run("simulate example.ron --lines");
    assert_eq!((text.err.as_str(), text.status), ("", 0));
    insta::assert_snapshot!(text.out);
    let document = json(&desk.run("simulate example.ron --lines --format json").out);
    let lines = document["lines"].as_array().unwrap();
    let sum = |of: &dyn Fn(&Value) -> f64| lines.iter().map(of).sum::<f64>();
    let par = document["par"].as_f64().unwrap();
    let lost = sum(&|line| line["random"]["said"].as_f64().unwrap() * line["cost"].as_f64().unwrap_or(0.0));
    assert!((lost - (100.0 - par)).abs() < 1e-9, "{lost}");
    for (habit, figures) in document["strategies"].as_object().unwrap() {
        let gained = sum(&|line| line["shares"][habit].as_f64().unwrap());
        assert!((gained - (figures["score"].as_f64().unwrap() - par)).abs() < 1e-9, "{habit}: {gained}");
    }
}

#[test]
fn a_simulation_draws_conversations_beside_the_exact_figures() {
    let desk = Desk::new();
    let text = desk.run("simulate example.ron --runs 20000");
    assert_eq!((text.err.as_str(), text.status), ("", 0));
    insta::assert_snapshot!(text.out);
    let came = desk.run("simulate example.ron --runs 500 --lines --format json");
    assert_eq!(came, desk.run("simulate example.ron --runs 500 --lines --format json --seed 1"));
    assert_ne!(came, desk.run("simulate example.ron --runs 500 --lines --format json --seed 2"));
    insta::assert_snapshot!(came.out);
    let runs = &json(&desk.run("simulate example.ron --runs 200000 --format json").out)["runs"];
    let score = ["mean", "exact", "error"].map(|figure| runs["score"][figure].as_f64().unwrap());
    assert!((score[0] - score[1]).abs() < 4.0 * score[2], "{score:?}");
    let ends = runs["endings"].as_array().unwrap().iter().map(|ending| ending["times"].as_u64().unwrap());
    assert_eq!(ends.sum::<u64>(), 200_000);
}

#[test]
fn a_simulation_warns_of_a_leak_and_of_a_level_without_depth() {
    let desk = Desk::new();
    desk.write("hard.ron", EXAMPLE.replace("level: Starter", "level: Hard"));
    assert!(!desk.run("simulate hard.ron").out.contains("asks for"));
    let line = |words: &str, mark: &str| format!("FollowUp(says: \"{words}\", marks: (hero: {mark}), then: \"end\"),");
    let lines = format!("{}{}", line("No.", "-2"), line("The ward, and who waits there longest?", "+2"));
    let scenario = format!(
        "Scenario(format: 1, title: \"Long\", level: Working, customer: Customer(name: \"A\", role: \"B\", company: \
         \"C\", situation: \"D\", cares_about: [], hero: \"E\", openness: 5), opening: Question(says: \"F?\", then: \
         \"m\"), moments: {{\"m\": Moment(replies: [Reply(kind: TellMeMore, says: \"G\", follow_ups: [{lines}])])}}, \
         endings: {{\"end\": Ending(outcome: Continuation, says: \"H\")}})"
    );
    desk.write("long.ron", &scenario);
    let told = desk.run("simulate long.ron").out;
    assert!(told.contains("leak +100% ! gives itself away"), "{told}");
    assert!(told.contains("depth 0 ! Working asks for 4\n"), "{told}");
    desk.write("flat.ron", scenario.replace("-2", "+2"));
    let told = desk.run("simulate flat.ron --runs 10 --lines");
    assert_eq!((told.err.as_str(), told.status), ("", 0));
    assert!(told.out.contains("comes to the same, so there is no score"), "{}", told.out);
    let flat = json(&desk.run("simulate flat.ron --runs 10 --lines --format json").out);
    assert_eq!(
        (&flat["par"], &flat["lines"][0]["cost"], &flat["runs"]["score"]),
        (&Value::Null, &Value::Null, &Value::Null)
    );
    assert_eq!(flat["runs"]["endings"][0]["times"], 10);
}

#[test]
fn a_simulation_of_too_many_states_or_of_no_runs_is_refused() {
    let desk = Desk::new();
    let came = desk.run("simulate example.ron --max-states 10");
    assert_eq!((came.out.as_str(), came.status), ("", 2));
    assert!(came.err.contains("more than 10 states") && came.err.contains("--max-states"), "{}", came.err);
    for line in ["simulate example.ron --runs 0", "simulate example.ron --seed 3", "simulate", "simulate nothing.ron"] {
        assert_eq!(desk.run(line).status, 2, "{line}");
    }
}
