//! The library on a real disk.

use std::ffi::OsString;
use std::fs;
use std::path::{Path, PathBuf};

use tempfile::TempDir;

use super::*;

const EXAMPLE: &str = include_str!("../../tests/fixtures/example.ron");
const PACK: &str = r#"Pack(title: "Beds", rubric: Rubric(skills: {
    "hero": Skill(name: "Hero", asks: "Who?"), "why": Skill(name: "Why", asks: "Why?", weight: 3),
    "curiosity": Skill(name: "Curiosity", asks: "What?"), "consequence": Skill(name: "So", asks: "And?"),
    "proof": Skill(name: "Proof", asks: "Who says?"), "composure": Skill(name: "Calm", asks: "Calm?"),
}))"#;

/// A folder in which each file has the text given.
fn folder(files: &[(&str, &str)]) -> TempDir {
    let folder = tempfile::tempdir().unwrap();
    for (name, text) in files {
        fs::write(folder.path().join(name), text).unwrap();
    }
    folder
}

/// The scenarios of one folder, without those that are built in.
fn library(folder: &Path) -> Library {
    let mut library = Library::open(&asked(folder)).unwrap();
    library.entries.retain(|entry| entry.origin != Origin::BuiltIn);
    library
}

fn asked(folder: &Path) -> Roots {
    Roots { asked: vec![folder.to_path_buf()], ..Roots::default() }
}

fn not_found(found: Result<Entry, NotFound>) -> NoSuchScenario {
    match found.unwrap_err() {
        NotFound::Name(name) => name,
        NotFound::Folder(folder) => panic!("{folder}"),
    }
}

fn stems(library: &Library) -> Vec<&str> {
    library.entries().iter().map(|entry| entry.stem.as_str()).collect()
}

/// The example under another title.
fn titled(title: &str) -> String {
    EXAMPLE.replace("Nine days nobody counts", title)
}

fn title(entry: &Entry) -> &str {
    &entry.loaded.as_ref().unwrap().scenario.title
}

#[test]
fn the_first_of_a_stem_wins_in_the_order_asked_here_data() {
    let asked = folder(&[("b.ron", &titled("asked")), ("a.ron", &titled("asked"))]);
    let again = folder(&[("a.ron", &titled("again")), ("e.ron", &titled("again"))]);
    let here = folder(&[("b.ron", &titled("here")), ("c.ron", &titled("here"))]);
    let data = folder(&[("c.ron", &titled("data")), ("d.ron", &titled("data"))]);
    let roots = Roots {
        asked: vec![asked.path().into(), again.path().into()],
        here: here.path().into(),
        data: Some(data.path().into()),
    };
    let library = Library::open(&roots).unwrap();
    let found: Vec<_> = library.entries()[..5].iter().map(|entry| (entry.stem.as_str(), title(entry))).collect();
    assert_eq!(found, [("a", "asked"), ("b", "asked"), ("e", "again"), ("c", "here"), ("d", "data")]);
    let built_in: Vec<_> = library.entries()[5..].iter().map(|entry| entry.stem.as_str()).collect();
    assert_eq!(built_in, built_in::SCENARIOS.iter().map(|&(stem, _)| stem).collect::<Vec<_>>());
}

#[test]
fn a_missing_folder_is_told_only_where_it_was_asked_for() {
    let there = folder(&[("a file", "")]);
    let missing = there.path().join("missing\u{1b}[2J");
    let roots = |asked: Vec<PathBuf>| Roots { asked, here: missing.clone(), data: Some(there.path().join("a file")) };
    assert!(Library::open(&roots(Vec::new())).unwrap().unread().is_empty());
    let refused = Library::open(&roots(vec![missing.clone()])).unwrap_err();
    assert_eq!(refused.path, missing);
    let told = refused.to_string();
    assert!(told.ends_with("missing\u{fffd}[2J cannot be read: there is nothing of that name"), "{told}");
}

#[test]
fn one_bad_file_among_ten_hides_none_of_the_others() {
    let folder = folder(&[]);
    for number in 0..10 {
        let text = if number == 4 { "Scenario(".to_owned() } else { titled(&format!("number {number}")) };
        fs::write(folder.path().join(format!("{number}.ron")), text).unwrap();
    }
    let library = library(folder.path());
    let (good, bad): (Vec<_>, Vec<_>) = library.entries().iter().partition(|entry| entry.loaded.is_ok());
    assert_eq!((good.len(), bad.len()), (9, 1));
    let Err(NotLoaded::Problems { text, problems, .. }) = &bad[0].loaded else { panic!("{:?}", bad[0].loaded) };
    assert_eq!(&**text, "Scenario(");
    assert!(!problems.is_empty());
}

#[test]
fn a_bad_file_keeps_its_stem_and_is_not_quietly_replaced() {
    let (first, second) = (folder(&[("a.ron", "")]), folder(&[("a.ron", EXAMPLE)]));
    let roots = Roots { asked: vec![first.path().into(), second.path().into()], ..Roots::default() };
    assert!(find(&roots, "a").unwrap().loaded.is_err());
}

#[test]
fn only_scenario_files_are_listed() {
    let folder = folder(&[("a.ron", EXAMPLE), ("pack.ron", PACK), ("b.txt", ""), (".#a.ron", ""), ("ron", "")]);
    fs::create_dir(folder.path().join("folder.ron")).unwrap();
    assert_eq!(stems(&library(folder.path())), ["a"]);
}

#[test]
fn a_scenario_keeps_the_text_that_it_was_read_with() {
    let folder = folder(&[("a.ron", EXAMPLE)]);
    let library = library(folder.path());
    fs::write(folder.path().join("a.ron"), titled("Edited")).unwrap();
    let entry = &library.entries()[0];
    assert_eq!(title(entry), "Nine days nobody counts");
    assert_eq!(&*entry.loaded.as_ref().unwrap().text, EXAMPLE);
}

#[test]
fn a_pack_gives_its_scenarios_their_rubric() {
    let (with, without) = (folder(&[("a.ron", EXAMPLE), ("pack.ron", PACK)]), folder(&[("a.ron", EXAMPLE)]));
    let nameless = folder(&[("a.ron", EXAMPLE), ("pack.ron", r#"Pack(title: "Beds")"#)]);
    let loaded = |folder: &TempDir| library(folder.path()).entries()[0].loaded.clone().unwrap();
    let (with, without, nameless) = (loaded(&with), loaded(&without), loaded(&nameless));
    assert_eq!(with.scenario.rubric.skills[1].weight, 3.0);
    assert_eq!(with.rubric_text.as_deref(), Some(PACK));
    assert_eq!(with.hash, TextHash::of(EXAMPLE, Some(PACK)));
    assert_eq!((without.hash, without.rubric_text), (TextHash::of(EXAMPLE, None), None));
    assert_eq!(nameless.hash, without.hash, "a pack without a rubric leaves its scenarios as they are");
}

#[test]
fn a_broken_pack_is_named_by_each_of_its_scenarios() {
    let folder = folder(&[("a.ron", EXAMPLE), ("b.ron", EXAMPLE), ("pack.ron", "Pack(")]);
    for entry in library(folder.path()).entries() {
        let refused = entry.loaded.as_ref().unwrap_err();
        let NotLoaded::Pack(pack) = refused else { panic!("{refused:?}") };
        assert!(matches!(&**pack, NotLoaded::Problems { name, .. } if name.ends_with("pack.ron")), "{pack:?}");
    }
    assert!(matches!(load_file(&folder.path().join("a.ron")), Err(NotLoaded::Pack(_))));
}

#[test]
fn a_file_named_by_its_path_is_read_with_the_pack_beside_it() {
    let folder = folder(&[("a.ron", EXAMPLE), ("pack.ron", PACK)]);
    let loaded = load_file(&folder.path().join("a.ron")).unwrap();
    assert_eq!(loaded.hash, library(folder.path()).entries()[0].loaded.as_ref().unwrap().hash);
    let kept = load_text("an attempt", loaded.text, loaded.rubric_text).unwrap();
    assert_eq!((kept.hash, kept.scenario), (loaded.hash, loaded.scenario));
}

#[test]
fn what_is_no_file_is_refused_and_never_waited_for() {
    let folder = folder(&[]);
    let refused = load_file(folder.path()).unwrap_err();
    assert!(matches!(refused, NotLoaded::NotAFile { what: "a folder", .. }), "{refused:?}");
    let refused = load_file(&folder.path().join("missing.ron")).unwrap_err();
    assert!(refused.to_string().ends_with("missing.ron cannot be read: there is nothing of that name"), "{refused}");
    #[cfg(unix)]
    {
        let refused = load_file(Path::new("/dev/zero")).unwrap_err();
        assert_eq!(
            refused.to_string(),
            "/dev/zero is a device and not a file. Name a scenario file: its name ends in .ron"
        );
    }
}

#[cfg(target_os = "linux")]
#[test]
fn a_pipe_in_a_folder_is_told_and_never_waited_for() {
    use rustix::fs::{CWD, FileType, Mode, mknodat};
    let folder = folder(&[("b.ron", EXAMPLE)]);
    let pipe = folder.path().join("a.ron");
    mknodat(CWD, &pipe, FileType::Fifo, Mode::RWXU, 0).unwrap();
    let library = library(folder.path());
    let refused = library.entries()[0].loaded.as_ref().unwrap_err();
    assert!(matches!(refused, NotLoaded::NotAFile { what: "a pipe", .. }), "{refused:?}");
    assert!(library.entries()[1].loaded.is_ok());
}

#[cfg(unix)]
#[test]
fn a_link_to_a_file_is_that_file_and_one_to_nowhere_is_told() {
    use std::os::unix::fs::symlink;
    let folder = folder(&[("a.ron", EXAMPLE)]);
    symlink("a.ron", folder.path().join("b.ron")).unwrap();
    symlink("gone.ron", folder.path().join("c.ron")).unwrap();
    let library = library(folder.path());
    assert_eq!(stems(&library), ["a", "b", "c"]);
    let loaded: Vec<_> = library.entries().iter().map(|entry| entry.loaded.is_ok()).collect();
    assert_eq!(loaded, [true, true, false]);
}

#[test]
fn a_file_over_the_limit_is_refused_by_its_size() {
    let folder = folder(&[("a.ron", "")]);
    let path = folder.path().join("a.ron");
    fs::File::options().write(true).open(&path).unwrap().set_len(100 << 20).unwrap();
    let refused = load_file(&path).unwrap_err();
    assert!(matches!(refused, NotLoaded::TooLarge { bytes: 104_857_600, limit: 16_777_216, .. }), "{refused:?}");
    assert!(refused.to_string().ends_with("104857600 bytes, and the limit is 16777216 (16 MiB)"), "{refused}");
}

#[test]
fn text_that_is_not_utf8_is_told_with_its_place() {
    let folder = folder(&[]);
    let path = folder.path().join("a.ron");
    fs::write(&path, b"Scenario(\n  title: \"\xe9t\xe9\"").unwrap();
    let refused = load_file(&path).unwrap_err();
    assert!(matches!(refused, NotLoaded::NotUtf8 { at: 20, line: 2, .. }), "{refused:?}");
}

#[test]
fn no_message_carries_a_control_character_of_a_name() {
    let folder = folder(&[("a\u{1b}]52;c;x\u{7}\u{9b}.ron", "")]);
    let library = library(folder.path());
    let told = [
        library.entries()[0].loaded.as_ref().unwrap_err().to_string(),
        find(&asked(folder.path()), "b\u{1b}[2J").unwrap_err().to_string(),
        load_file(Path::new("no\u{9b}thing.ron")).unwrap_err().to_string(),
    ];
    assert!(!told.concat().contains(char::is_control), "{told:?}");
}

#[test]
fn a_name_is_a_file_where_there_is_one_and_else_a_stem() {
    let (found, elsewhere) = (folder(&[("a.ron", &titled("found"))]), folder(&[("a.ron", &titled("elsewhere"))]));
    let roots = asked(found.path());
    let path = elsewhere.path().join("a.ron");
    let entry = find(&roots, &path).unwrap();
    assert_eq!((title(&entry), entry.stem.as_str(), &entry.origin), ("elsewhere", "a", &Origin::File(path)));
    assert_eq!(title(&find(&roots, "a").unwrap()), "found");
    // Only a file can be meant, so what is said is about the file.
    let missing = find(&roots, "a/missing").unwrap().loaded.unwrap_err();
    assert!(matches!(missing, NotLoaded::Missing { .. }), "{missing:?}");
    let folder = find(&roots, ".").unwrap().loaded.unwrap_err();
    assert!(matches!(folder, NotLoaded::NotAFile { .. }), "{folder:?}");
}

#[test]
fn the_nearest_stems_are_offered() {
    let names = ["whose_lead.ron", "the_nurse.ron", "nine_days.ron", "late.ron", "lake.ron"];
    let folder = folder(&names.map(|name| (name, EXAMPLE)));
    let roots = asked(folder.path());
    let near = |name: &str| not_found(find(&roots, name)).near;
    assert_eq!(near("nurse"), ["the_nurse"]);
    assert_eq!(near("Nine-Dais"), ["nine_days"]);
    assert_eq!(near("lace"), ["lake", "late"]);
    assert_eq!(near("something else"), [""; 0]);
    assert_eq!(
        not_found(find(&roots, "nurse")).to_string(),
        "there is no scenario \"nurse\". Did you mean \"the_nurse\"?"
    );
    let told = not_found(find(&roots, "zzz")).to_string();
    assert_eq!(told, "there is no scenario \"zzz\". tellmore list shows those that can be found");
}

#[test]
fn the_data_folder_is_the_chosen_one() {
    assert_eq!(data_folder(Some(OsString::from("chosen"))), Ok(PathBuf::from("chosen")));
    assert_eq!(data_folder(Some(OsString::new())), data_folder(None), "an empty variable chooses nothing");
    // Whoever runs the tests need not have a home.
    assert!(
        data_folder(None).is_ok_and(|folder| folder.ends_with("tellmore")) || data_folder(None) == Err(NoDataFolder)
    );
}

#[test]
fn what_is_built_in_is_the_folder_of_scenarios() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("scenarios");
    let shipped = if folder.is_dir() { library(&folder) } else { Library { entries: Vec::new(), unread: Vec::new() } };
    let built_in: Vec<_> = built_in::SCENARIOS.iter().map(|&(stem, _)| stem).collect();
    assert_eq!(built_in, stems(&shipped), "src/library/built_in.rs has a line for each file of scenarios/");
    let pack = fs::read_to_string(folder.join("pack.ron")).ok();
    assert_eq!(built_in::PACK, pack.as_deref());
    for entry in Library::open(&Roots::default()).unwrap().entries() {
        assert_eq!(entry.origin, Origin::BuiltIn);
        assert!(entry.loaded.is_ok(), "{:?}", entry.loaded);
    }
}
