//! The command line, run as it stands: what comes on stdout, what on stderr, and the exit status.
#![cfg(unix)]
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "a test that cannot go on has failed")]

#[path = "commands/check.rs"]
mod check;
#[path = "commands/explain.rs"]
mod explain;
#[path = "commands/new.rs"]
mod new;
#[path = "support/run.rs"]
mod run;
#[path = "commands/simulate.rs"]
mod simulate;

use std::io::{BufRead, BufReader, Read, Write};
use std::os::unix::fs::PermissionsExt;
use std::process::Stdio;

use run::{Desk, EXAMPLE};
use serde_json::Value;

/// More answers than any conversation takes.
const ONES: &str = "1\n1\n1\n1\n1\n1\n1\n1\n1\n1\n";

fn json(text: &str) -> Value {
    serde_json::from_str(text).unwrap_or_else(|error| panic!("{error}: {text}"))
}

#[test]
fn a_whole_conversation_reads_like_one() {
    let desk = Desk::new();
    let came = desk.typing("practice example.ron --plain --seed 4", ONES);
    assert_eq!((came.err.as_str(), came.status), ("", 0));
    insta::assert_snapshot!(came.out);
}

#[test]
fn the_debrief_is_one_json_document_and_nothing_else() {
    let desk = Desk::new();
    let came = desk.typing("practice example.ron --plain --format json --seed 4", ONES);
    assert_eq!((came.err.as_str(), came.status), ("", 0));
    insta::assert_snapshot!(came.out);
}

#[test]
fn the_same_seed_and_choices_give_the_same_bytes() {
    let desk = Desk::new();
    for seed in [0, 1, 77, u64::MAX] {
        let line = format!("practice example.ron --plain --format json --seed {seed}");
        assert_eq!(desk.typing(&line, ONES), desk.typing(&line, ONES));
    }
}

#[test]
fn what_chooses_nothing_is_asked_again_with_the_reason_on_stderr() {
    let desk = Desk::new();
    let right = desk.typing("practice example.ron --plain --format json --seed 4", ONES);
    let wrong = desk.typing("practice example.ron --plain --format json --seed 4", &format!("7\n0\nzebra\n\n{ONES}"));
    assert_eq!(wrong.out, right.out);
    insta::assert_snapshot!(wrong.err, @r"
    There is no line 7 here: choose 1 to 2.
    There is no line 0 here: choose 1 to 2.
    No line here starts like that: type a number, 1 to 2, or the start of a line.
    Type a number, 1 to 2, or the start of a line.
    ");
}

#[test]
fn the_first_reply_can_be_asked_for() {
    let desk = Desk::new();
    for (asked, kind) in [
        ("tell-me-more", "TellMeMore"),
        ("ThatsBs", "ThatsBs"),
        ("notimportant", "NotImportant"),
        ("different-view", "DifferentView"),
    ] {
        for seed in 0..5 {
            let line = format!("practice example.ron --plain --format json --seed {seed} --reply {asked}");
            assert_eq!(json(&desk.typing(&line, ONES).out)["turns"][0]["kind"], kind);
        }
    }
    let came = desk.typing("practice example.ron --plain --reply maybe", ONES);
    assert_eq!((came.out.as_str(), came.status), ("", 2));
    insta::assert_snapshot!(came.err, @r#"tellmore: the customer's first reply here is never "maybe". It can be "Tell me more", "That's BS", "Not important", "Different view""#);
}

#[test]
fn input_that_ends_early_keeps_the_conversation_and_it_can_be_taken_up() {
    let desk = Desk::new();
    let whole = desk.typing("practice example.ron --plain --format json --seed 11", ONES);
    let turns = json(&whole.out)["turns"].as_array().unwrap().len();
    assert!(turns >= 2);
    let first = desk.typing("practice example.ron --plain --format json --seed 11", "1\n");
    assert_eq!((first.out.as_str(), first.status), ("", 0));
    insta::assert_snapshot!(first.err, @"Kept as unfinished. Go on with it from the home screen, or with: tellmore practice --plain --resume");

    let rest = desk.typing("practice --format json --resume", ONES);
    assert_eq!(rest, whole);
    let none = desk.typing("practice --plain --resume", ONES);
    assert_eq!((none.err.as_str(), none.status), ("tellmore: there is no unfinished conversation to go on with\n", 2));
}

#[test]
fn a_conversation_plays_on_in_the_text_that_it_was_begun_with() {
    let desk = Desk::new();
    let whole = desk.typing("practice example.ron --plain --format json --seed 11", ONES);
    desk.typing("practice example.ron --plain --seed 11", "1\n");
    desk.write("example.ron", EXAMPLE.replace("Nine days", "Ten weeks").replace("why: -1", "why: +3"));
    assert_eq!(desk.typing("practice example --format json --resume", ONES).out, whole.out);
}

#[test]
fn a_conversation_is_taken_up_by_the_stem_of_its_scenario_whatever_stands_in_it() {
    let desk = Desk::new();
    desk.write("scenarios/call.v2.ron", EXAMPLE);
    for name in ["call.v2", "call.v2.ron", "scenarios/call.v2.ron"] {
        desk.typing("practice call.v2 --plain --seed 11", "1\n");
        let came = desk.typing(&format!("practice {name} --format json --resume"), ONES);
        assert_eq!((came.err.as_str(), came.status), ("", 0), "{name}");
    }
}

#[test]
fn every_answer_is_there_after_a_kill() {
    let desk = Desk::new();
    for round in 0..40_u64 {
        let mut child = desk
            .command(["practice", "example.ron", "--plain", "--seed", &round.to_string(), "--reply", "tell-me-more"])
            .spawn()
            .unwrap();
        let mut screen = BufReader::new(child.stdout.take().unwrap());
        let mut stdin = child.stdin.take().unwrap();
        // The next offer is shown only once the answer is kept, so this answer must survive the kill.
        wait_for(&mut screen, "\n2  ");
        stdin.write_all(b"it means\n").unwrap();
        wait_for(&mut screen, "Your questions");
        wait_for(&mut screen, "\n2  ");
        child.kill().unwrap();
        child.wait().unwrap();

        let came = desk.typing("practice --format json --resume", ONES);
        let debrief = json(&came.out);
        assert_eq!(debrief["seed"], round);
        let chosen = debrief["turns"][0]["chosen"].as_u64().unwrap() as usize;
        let said = debrief["turns"][0]["follow_ups"][chosen]["says"].as_str().unwrap();
        assert!(said.starts_with("It means"), "{said}");
    }
}

/// Reads until `words` have come.
fn wait_for(screen: &mut impl Read, words: &str) {
    let mut seen = Vec::new();
    let mut byte = [0];
    while !seen.ends_with(words.as_bytes()) {
        assert_eq!(screen.read(&mut byte).unwrap(), 1, "{}", String::from_utf8_lossy(&seen));
        seen.push(byte[0]);
    }
}

#[test]
fn two_programs_at_once_both_write() {
    let desk = Desk::new();
    let running: Vec<_> = (0..6)
        .map(|seed| {
            let mut child =
                desk.command(["practice", "example.ron", "--plain", "--seed", &seed.to_string()]).spawn().unwrap();
            child.stdin.take().unwrap().write_all(b"1\n").unwrap();
            child
        })
        .collect();
    for child in running {
        let output = child.wait_with_output().unwrap();
        assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    }
    let mut seeds: Vec<u64> = (0..6)
        .map(|_| json(&desk.typing("practice --format json --resume", ONES).out)["seed"].as_u64().unwrap())
        .collect();
    seeds.sort_unstable();
    assert_eq!(seeds, [0, 1, 2, 3, 4, 5]);
}

#[test]
fn practice_goes_on_without_a_history_and_says_so() {
    let desk = Desk::new();
    desk.write("data", "a file where a folder should be");
    let came = desk.typing("practice example.ron --plain --format json --seed 4", ONES);
    assert_eq!(came.status, 0);
    assert!(json(&came.out)["score"].is_number());
    assert!(came.err.starts_with("tellmore: this conversation is not kept: "), "{}", came.err);
    assert_eq!(came.err.lines().count(), 1);
    assert_eq!(desk.run("practice --plain --resume").status, 3);
}

#[test]
fn the_data_folder_is_for_this_person_only() {
    let desk = Desk::new();
    desk.typing("practice example.ron --plain --seed 4", "1\n");
    let mode = std::fs::metadata(desk.data()).unwrap().permissions().mode();
    assert_eq!(mode & 0o777, 0o700);
}

#[test]
fn past_the_limit_there_is_an_error_with_the_figure_and_no_debrief() {
    let desk = Desk::new();
    let came = desk.typing("practice example.ron --plain --format json --seed 4 --max-states 10", ONES);
    assert_eq!((came.out.as_str(), came.status), ("", 2));
    assert!(came.err.contains("more than 10 states"), "{}", came.err);
    assert!(came.err.contains("--max-states"), "{}", came.err);
    let map = desk.run("map example.ron --format json --max-states 10");
    assert_eq!((json(&map.out)["figures"].is_null(), map.status), (true, 0));
}

#[test]
fn a_debrief_that_waited_for_its_values_is_made_with_a_higher_limit() {
    let desk = Desk::new();
    let whole = desk.typing("practice example.ron --plain --format json --seed 4", ONES);
    let without = desk.typing("practice example.ron --plain --seed 4 --max-states 10", ONES);
    assert_eq!(without.status, 2);
    // What was said is shown with its notes, and nothing is judged.
    assert!(without.out.contains("Coach: You followed her instead of your script."), "{}", without.out);
    assert!(!without.out.contains("Score") && !without.out.contains("best"), "{}", without.out);
    assert_eq!(desk.run("practice --format json --resume"), whole);
    assert_eq!(desk.run("practice --format json --resume").status, 2, "then it is finished");
}

#[test]
fn a_conversation_that_the_scenario_breaks_off_says_why_and_is_not_judged() {
    let desk = Desk::new();
    desk.write("stuck.ron", EXAMPLE.replace("if_shut: \"shut\",", "").replace("opens: -3", "opens: -10"));
    let told = desk.typing("practice stuck.ron --plain --seed 1 --reply thats-bs", "it is a fact\n");
    assert_eq!((told.err.as_str(), told.status), ("", 0));
    assert_eq!(told.out.matches("not scored").count(), 1, "{}", told.out);
    assert!(told.out.contains("`if_shut`") && !told.out.contains(": lost"), "{}", told.out);
    let debrief =
        json(&desk.typing("practice stuck.ron --format json --seed 1 --reply thats-bs", "it is a fact\n").out);
    assert_eq!((&debrief["stuck"], &debrief["score"]), (&Value::Bool(true), &Value::Null));
    assert_eq!((&debrief["turns"][0]["verdict"], &debrief["turns"][0]["cost"]), (&Value::Null, &Value::from(0.0)));
}

#[test]
fn a_map_is_the_scenario_with_its_defaults_and_figures() {
    let desk = Desk::new();
    let came = desk.run("map example.ron --format json");
    assert_eq!((came.err.as_str(), came.status), ("", 0));
    insta::assert_snapshot!(came.out);
}

#[test]
fn a_map_as_a_tree_shows_every_line_and_where_it_leads() {
    let came = Desk::new().run("map example.ron");
    assert_eq!((came.err.as_str(), came.status), ("", 0));
    insta::assert_snapshot!(came.out);
}

#[test]
fn a_map_comes_as_a_picture_in_every_format() {
    let desk = Desk::new();
    let starts = [
        ("mermaid", "flowchart TD\n"),
        ("dot", "digraph scenario {\n"),
        ("svg", "<svg xmlns="),
        ("html", "<!DOCTYPE html><html"),
    ];
    for (format, start) in starts {
        let came = desk.run(&format!("map example.ron --format {format}"));
        assert_eq!((came.err.as_str(), came.status), ("", 0), "{format}");
        assert!(came.out.starts_with(start) && came.out.ends_with('\n'), "{format}: {}", came.out);
        for name in ["first reaction", "questions", "the gap", "next step", "second call", "brochure", "shut"] {
            assert!(came.out.contains(name), "{format}: {name}");
        }
        assert_eq!(desk.run(&format!("map example.ron --format {format}")).out, came.out);
    }
}

#[test]
fn only_a_picture_with_figures_asks_for_them() {
    let desk = Desk::new();
    for format in ["mermaid", "dot", "svg"] {
        assert_eq!(desk.run(&format!("map example.ron --max-states 5 --format {format}")).err, "", "{format}");
    }
    let came = desk.run("map example.ron --max-states 5 --format html");
    assert_eq!(came.status, 0);
    assert!(came.err.contains("without figures") && came.out.contains("The cards"), "{}", came.err);
}

#[test]
fn what_is_read_from_a_map_is_what_the_file_says() {
    let desk = Desk::new();
    let map = json(&desk.run("map example.ron --format json").out);
    let moments: Vec<&String> = map["moments"].as_object().unwrap().keys().collect();
    assert_eq!(moments, ["first reaction", "questions", "the gap"]);
    let line = &map["moments"]["questions"]["replies"][0]["follow_ups"][0];
    assert_eq!(line["marks"], serde_json::json!({ "curiosity": 1, "hero": 1 }));
    assert_eq!(line["unless"], serde_json::json!(["rented beds"]));
    assert_eq!(map["moments"]["questions"]["replies"][0]["kind"], serde_json::json!({ "Other": "Your questions" }));
    assert_eq!(map["opening"]["Insight"]["then"], "first reaction");
}

#[test]
fn scenarios_are_listed_for_people_and_for_programs() {
    let desk = Desk::new();
    desk.write("mine/one.ron", EXAMPLE);
    desk.write("mine/two.ron", EXAMPLE.replace("level: Starter", "level: Started"));
    let came = desk.run("list --scenarios mine --format json");
    let rows = json(&came.out);
    assert_eq!(rows[0]["stem"], "one");
    assert_eq!(rows[0]["customer"], "Ilse Brandt");
    assert_eq!(rows[0]["problems"], serde_json::json!([]));
    assert_eq!((&rows[1]["stem"], &rows[1]["title"]), (&Value::from("two"), &Value::Null));
    assert_eq!(rows[1]["problems"][0]["severity"], "error");
    assert_eq!(rows[1]["problems"][0]["line"], 6);
    assert!(rows.as_array().unwrap().len() > 4, "the pack built in comes after them");
    let text = desk.run("list --scenarios mine").out;
    assert!(text.lines().next().unwrap().starts_with("one"), "{text}");
}

#[test]
fn a_built_in_scenario_is_practised_by_its_stem() {
    let desk = Desk::new();
    let came = desk.typing("practice the_board_at_the_gate --format json --seed 1", &"1\n".repeat(60));
    assert_eq!(json(&came.out)["scenario"], "the_board_at_the_gate", "{}", came.err);
}

#[test]
fn a_mistake_is_shown_at_its_line_and_nothing_is_played() {
    let desk = Desk::new();
    desk.write("bad.ron", EXAMPLE.replace("then: \"questions\",\n                        ),\n                        FollowUp(\n                            says: \"Our", "then: \"question\",\n                        ),\n                        FollowUp(\n                            says: \"Our"));
    let came = desk.typing("practice bad.ron --plain", ONES);
    assert_eq!((came.out.as_str(), came.status), ("", 2));
    insta::assert_snapshot!(came.err);
}

#[test]
fn what_is_not_a_scenario_is_refused_with_a_reason_and_no_hang() {
    let desk = Desk::new();
    std::fs::create_dir(desk.path("folder")).unwrap();
    let fifo = std::process::Command::new("mkfifo").arg(desk.path("pipe.ron")).status();
    assert!(fifo.is_ok_and(|status| status.success()));
    let large = std::fs::File::create(desk.path("large.ron")).unwrap();
    large.set_len(100 << 20).unwrap();
    desk.write("latin.ron", b"Scenario(title: \"caf\xe9\")");
    desk.write("newer.ron", EXAMPLE.replace("format: 1", "format: 2"));
    desk.write("empty.ron", "");
    desk.write("deep.ron", "[".repeat(1_000_000));
    let refused = |name: &str, words: &[&str]| {
        let came = desk.typing(&format!("practice {name} --plain"), ONES);
        assert_eq!((came.out.as_str(), came.status), ("", 2), "{name}");
        for word in words {
            assert!(came.err.contains(word), "{name}: {}", came.err);
        }
    };
    refused("folder", &["folder"]);
    refused("pipe.ron", &["not a file"]);
    refused("/dev/zero", &["not a file"]);
    refused("large.ron", &["104857600", "16 MiB"]);
    refused("latin.ron", &["UTF-8", "20"]);
    refused("newer.ron", &["newer", "2"]);
    refused("empty.ron", &["empty.ron:1:1"]);
    refused("deep.ron", &["64"]);
    refused("nothing.ron", &["nothing.ron"]);
    refused("exampel", &["no scenario"]);
}

#[test]
fn wrong_use_exits_2_and_help_exits_0() {
    let desk = Desk::new();
    assert_eq!(desk.run("practise").status, 2);
    assert_eq!(desk.run("map").status, 2);
    assert_eq!(desk.run("--seed").status, 2);
    let help = desk.run("--help");
    assert_eq!((help.status, help.err.as_str()), (0, ""));
    insta::assert_snapshot!(help.out);
    assert_eq!(desk.run("--version").out, format!("tellmore {}\n", env!("CARGO_PKG_VERSION")));
}

#[test]
fn a_closed_pipe_is_quiet() {
    let desk = Desk::new();
    for line in ["map example.ron", "simulate example.ron --lines", "list", "completions bash", "--help"] {
        let mut child = desk.command(line.split_whitespace()).spawn().unwrap();
        drop(child.stdout.take());
        let mut told = String::new();
        child.stderr.take().unwrap().read_to_string(&mut told).unwrap();
        assert_eq!(told, "", "{line}");
        assert_eq!(child.wait().unwrap().code(), Some(0), "{line}");
    }
    let mut child = desk.command(["list", "--format", "json"]).spawn().unwrap();
    let mut first = String::new();
    BufReader::new(child.stdout.take().unwrap()).read_line(&mut first).unwrap();
    assert_eq!(first, "[\n");
    assert!(child.wait().unwrap().success());
}

#[test]
fn no_control_character_of_a_file_its_name_or_an_argument_reaches_the_terminal() {
    let desk = Desk::new();
    let hostile = "\u{1b}]52;c;eA==\u{7}\u{9b}2J\u{202e}";
    desk.write("hostile.ron", EXAMPLE.replace("audited.", &format!("audited{hostile}")));
    let named = format!("x{hostile}.ron");
    desk.write(&named, EXAMPLE.replace("says:", "sayz:"));
    desk.write("bidi.ron", EXAMPLE.replace("audited.", "audited\u{202e}."));
    let loud = |text: &str| text.chars().any(|c| (c.is_control() && c != '\n') || c == '\u{202e}');
    let missing = format!("missing{hostile}");
    let runs = [
        vec!["practice", "hostile.ron", "--plain"],
        vec!["practice", &named, "--plain"],
        vec!["practice", &missing, "--plain"],
        vec!["practice", "bidi.ron", "--plain"],
        vec!["map", "bidi.ron"],
        vec!["map", "bidi.ron", "--format", "json"],
        vec!["practice", "bidi.ron", "--format", "json", "--seed", "4"],
        vec!["simulate", "bidi.ron", "--lines", "--runs", "10"],
        vec!["map", "bidi.ron", "--format", "mermaid"],
        vec!["map", "bidi.ron", "--format", "dot"],
        vec!["map", "bidi.ron", "--format", "svg"],
        vec!["map", "bidi.ron", "--format", "html"],
        vec!["list", "--scenarios", "."],
        vec!["list", "--scenarios", ".", "--format", "json"],
        vec!["practice", "example.ron", "--plain", "--reply", hostile],
        vec!["map", "example.ron", "--format", hostile],
    ];
    for arguments in runs {
        let came = desk.run_with(&arguments);
        assert!(!loud(&came.out) && !loud(&came.err), "{arguments:?}: {came:?}");
    }
}

#[test]
fn completions_are_printed_for_every_shell() {
    let desk = Desk::new();
    for shell in ["bash", "zsh", "fish", "elvish", "powershell"] {
        let came = desk.run(&format!("completions {shell}"));
        assert_eq!(came.status, 0);
        assert!(came.out.contains("practice") && came.out.contains("tellmore"), "{shell}");
    }
}

#[test]
fn the_screens_refuse_to_start_without_a_terminal_and_say_what_to_do() {
    let desk = Desk::new();
    for line in ["", "practice example.ron"] {
        let came = desk.run(line);
        assert_eq!((came.out.as_str(), came.status), ("", 2), "{line}");
        assert!(came.err.contains("--plain"), "{}", came.err);
    }
}

#[test]
fn color_is_used_only_where_it_is_wanted() {
    let desk = Desk::new();
    desk.write("bad.ron", "Scenario(format: 1");
    let colored = |arguments: &[&str], set: &[(&str, &str)]| {
        let mut command = desk.command(arguments);
        command.envs(set.iter().copied()).stdin(Stdio::null());
        String::from_utf8(command.output().unwrap().stderr).unwrap().contains('\u{1b}')
    };
    assert!(!colored(&["map", "bad.ron"], &[]));
    assert!(colored(&["map", "bad.ron", "--color", "always"], &[]));
    assert!(colored(&["map", "bad.ron"], &[("CLICOLOR_FORCE", "1")]));
    assert!(!colored(&["map", "bad.ron"], &[("CLICOLOR_FORCE", "1"), ("NO_COLOR", "1")]));
    assert!(!colored(&["map", "bad.ron", "--color", "never"], &[("CLICOLOR_FORCE", "1")]));
}
