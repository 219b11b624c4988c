//! `tellmore new`, run as it stands.

use std::collections::BTreeSet;
use std::fs;
use std::os::unix::fs::{PermissionsExt, symlink};

use crate::json;
use crate::run::{Desk, EXAMPLE};

const TEMPLATES: [&str; 3] = ["first-call", "reference-call", "story"];

/// The names of what lies on the desk, but for what the program keeps.
fn names(desk: &Desk) -> BTreeSet<String> {
    let names = fs::read_dir(desk.folder()).unwrap().map(|entry| entry.unwrap().file_name().into_string().unwrap());
    names.filter(|name| name != "data").collect()
}

#[test]
fn a_new_scenario_is_told_with_what_to_do_next() {
    let desk = Desk::new();
    let came = desk.run("new my-first_call");
    assert_eq!((came.err.as_str(), came.status), ("", 0));
    insta::assert_snapshot!(came.out, @r"
    my-first_call.ron is there. It can be practised as it is, and changed piece by piece.

      tellmore watch my-first_call.ron  shows the conversation while you write
      tellmore check my-first_call.ron  tells what is wrong, and how to mend it
    ");
    assert_eq!(names(&desk), ["example.ron", "my-first_call.ron"].map(str::to_owned).into());
    let map = json(&desk.run("map my-first_call --format json").out);
    assert_eq!(map["title"], "My first call");
}

#[test]
fn every_template_is_played_to_an_ending_as_it_is() {
    for template in TEMPLATES {
        let desk = Desk::new();
        let came = desk.run(&format!("new mine --template {template}"));
        assert_eq!((came.err.as_str(), came.status), ("", 0), "{template}");
        let mut endings = BTreeSet::new();
        for (seed, answer) in (0..24).zip(["1", "2", "3"].into_iter().cycle()) {
            let line = format!("practice mine --seed {seed} --format json");
            let came = desk.typing(&line, &format!("{answer}\n").repeat(20));
            assert_eq!((came.err.as_str(), came.status), ("", 0), "{template} {seed}");
            let debrief = json(&came.out);
            assert!(debrief["score"].is_number(), "{debrief:#}");
            endings.insert(debrief["ending"].to_string());
        }
        assert!(endings.len() >= 2, "{template}: {endings:?}");
    }
}

#[test]
fn every_template_passes_the_checks_as_it_is() {
    for template in TEMPLATES {
        let desk = Desk::new();
        desk.run(&format!("new mine --template {template}"));
        let came = desk.run("check mine --deny-warnings");
        assert_eq!((came.err.as_str(), came.status), ("", 0), "{template}: {}", came.out);
        assert!(came.out.starts_with("mine.ron: clean. "), "{template}: {}", came.out);
    }
}

#[test]
fn a_bare_name_goes_among_the_scenarios_where_there_are_any() {
    let desk = Desk::new();
    fs::create_dir(desk.path("scenarios")).unwrap();
    let came = desk.run("new mine");
    assert!(came.out.starts_with("scenarios/mine.ron is there"), "{}", came.out);
    assert!(json(&desk.run("list --format json").out).as_array().unwrap().iter().any(|entry| entry["stem"] == "mine"));
    assert_eq!(desk.run("map mine").status, 0);
    // A path is taken as it is.
    for (name, file) in
        [("other.ron", "other.ron"), ("./third", "third.ron"), ("scenarios/fourth.ron", "scenarios/fourth.ron")]
    {
        let came = desk.run(&format!("new {name}"));
        assert_eq!((came.err.as_str(), came.status), ("", 0), "{name}");
        assert!(desk.path(file).is_file(), "{name}");
    }
}

#[test]
fn a_name_of_several_words_is_quoted_in_what_to_do_next() {
    let desk = Desk::new();
    let came = desk.run_with(["new", "it's \"my\" call"]);
    assert_eq!((came.err.as_str(), came.status), ("", 0));
    assert!(came.out.contains(r#"tellmore watch 'it'\''s "my" call.ron'"#), "{}", came.out);
    let map = json(&desk.run_with(["map", "it's \"my\" call", "--format", "json"]).out);
    assert_eq!(map["title"], "It's \"my\" call");
}

#[test]
fn nothing_is_ever_written_over() {
    let desk = Desk::new();
    fs::create_dir(desk.path("folder.ron")).unwrap();
    symlink("example.ron", desk.path("living.ron")).unwrap();
    symlink("nowhere.ron", desk.path("dangling.ron")).unwrap();
    let before = names(&desk);
    for name in ["example", "example.ron", "./example", "folder", "living", "dangling"] {
        let came = desk.run(&format!("new {name}"));
        assert_eq!((came.out.as_str(), came.status), ("", 2), "{name}");
        assert!(came.err.contains("already, and nothing is ever written over"), "{name}: {}", came.err);
    }
    assert_eq!(names(&desk), before);
    assert_eq!(fs::read_to_string(desk.path("example.ron")).unwrap(), EXAMPLE);
}

#[test]
fn a_name_that_no_scenario_can_have_is_refused_with_what_to_do() {
    let desk = Desk::new();
    let before = names(&desk);
    let told: Vec<String> =
        ["", " ", "a\u{1b}[2Jb", "a\nb", "a\u{202e}b", "pack", "Pack.ron", ".late", "drafts/", "..", "-"]
            .into_iter()
            .map(|name| {
                let came = desk.run_with(["new", "--", name]);
                assert_eq!((came.out.as_str(), came.status), ("", 2), "{name:?}");
                came.err
            })
            .collect();
    insta::assert_snapshot!(told.concat(), @r#"
    tellmore: a scenario needs a name, such as my_first_call
    tellmore: a scenario needs a name, such as my_first_call
    tellmore: the name "a�[2Jb" has characters in it that cannot be seen. Use letters, digits, - and _
    tellmore: the name "a b" has characters in it that cannot be seen. Use letters, digits, - and _
    tellmore: the name "ab" has characters in it that cannot be seen. Use letters, digits, - and _
    tellmore: pack.ron is the file that describes a whole folder of scenarios, so no scenario is called that. Choose another name
    tellmore: pack.ron is the file that describes a whole folder of scenarios, so no scenario is called that. Choose another name
    tellmore: the name ".late" begins with a dot: it would be hidden, and not be listed. Choose another
    tellmore: drafts/ names a folder. Name a file in it: drafts/my_first_call.ron
    tellmore: .. names a folder. Name a file in it: ../my_first_call.ron
    tellmore: the name "-" begins with a dash, and commands would take it for an option. Choose another
    "#);
    assert_eq!(names(&desk), before);
    assert_eq!(desk.run("new").status, 2);
    assert_eq!(desk.run("new a b").status, 2);
    let came = desk.run("new mine --template poem");
    assert!(came.status == 2 && came.err.contains("first-call, reference-call, story"), "{}", came.err);
}

#[test]
fn where_it_cannot_be_written_nothing_is_and_the_reason_is_told() {
    let desk = Desk::new();
    let came = desk.run("new drafts/mine");
    assert_eq!(came.err, "tellmore: there is no folder drafts. Make it first, or name another place\n");
    assert_eq!((came.out.as_str(), came.status, desk.path("drafts").exists()), ("", 2, false));
    let came = desk.run("new example.ron/mine");
    assert_eq!((came.out.as_str(), came.status), ("", 2));
    let came = desk.run_with(["new", &"a".repeat(300)]);
    assert!(came.status == 2 && came.err.contains("cannot be written"), "{}", came.err);
    let came = desk.run("new mine --scenarios missing");
    assert!(came.status == 2 && came.err.contains("the folder missing cannot be read"), "{}", came.err);
    assert_eq!(names(&desk), ["example.ron".to_owned()].into());

    let closed = desk.path("closed");
    fs::create_dir(&closed).unwrap();
    fs::set_permissions(&closed, fs::Permissions::from_mode(0o555)).unwrap();
    // Whoever may do everything may write here as well.
    if fs::write(closed.join("try"), "").is_err() {
        let came = desk.run("new closed/mine");
        assert!(came.status == 2 && came.err.contains("you are not allowed to write there"), "{}", came.err);
    }
}

#[test]
fn a_name_that_is_taken_elsewhere_is_told() {
    let desk = Desk::new();
    fs::create_dir(desk.path("scenarios")).unwrap();
    desk.write("first/mine.ron", EXAMPLE);
    let came = desk.run("new mine --scenarios first");
    assert_eq!(came.status, 0);
    insta::assert_snapshot!(came.err, @"tellmore: there is another scenario called mine, in first/mine.ron, and it comes first. Name this one by its file: tellmore practice scenarios/mine.ron");
    let came = desk.run("new number_seventeen_word_perfect");
    assert_eq!(came.status, 0);
    insta::assert_snapshot!(came.err, @"tellmore: there was another scenario called number_seventeen_word_perfect, built into the program. From now on the name means the new one.");
    // And it is as it was told.
    let title = |line: &str| json(&desk.run(line).out)["title"].to_string();
    assert_eq!(title("map number_seventeen_word_perfect --format json"), "\"Number seventeen word perfect\"");
    assert_eq!(title("map mine --scenarios first --format json"), "\"Nine days nobody counts\"");
    assert_eq!(title("map mine --format json"), "\"Mine\"");
}

#[test]
fn a_name_alone_finds_the_file_here_that_no_folder_has() {
    let desk = Desk::new();
    desk.write("mine.ron", EXAMPLE.replace("Nine days nobody counts", "Here"));
    let title = || json(&desk.run("map mine --format json").out)["title"].to_string();
    assert_eq!(title(), "\"Here\"");
    desk.write("scenarios/mine.ron", EXAMPLE);
    assert_eq!(title(), "\"Nine days nobody counts\"", "the folders come first");
    desk.write("pack.ron", "Pack(title: \"Beds\")");
    assert!(desk.run("map pack").err.contains("there is no scenario \"pack\""));
    assert!(desk.run("map missing").err.contains("there is no scenario \"missing\""));
}
