//! `tellmore explain`, run as it stands.

use crate::run::Desk;

#[test]
fn a_code_is_explained_as_a_problem_shows_it() {
    let desk = Desk::new();
    desk.write("broken.ron", crate::run::EXAMPLE.replacen("level: Starter,", "level: Starter", 1));
    let told = desk.run("check broken.ron").out;
    let code = told.split_once(':').unwrap().0;
    assert_eq!(code, "error[missing-comma]");
    let came = desk.run_with(["explain", code]);
    assert_eq!((came.err.as_str(), came.status), ("", 0));
    assert!(came.out.starts_with("error: missing-comma\n"), "{}", came.out);
    assert_eq!(came, desk.run("explain missing-comma"));
}

#[test]
fn without_a_code_all_of_them_are_listed() {
    let came = Desk::new().run("explain");
    assert_eq!((came.err.as_str(), came.status), ("", 0));
    for code in ["dead-end", "long-line", "few-lines", "too-many-states", "unneeded-allow", "missing-comma", "circle"] {
        assert!(came.out.lines().any(|line| line.starts_with(&format!("  {code} "))), "{code} is not in {}", came.out);
    }
}

#[test]
fn a_code_that_does_not_exist_is_refused_with_those_near_to_it() {
    let came = Desk::new().run("explain ded-end");
    assert_eq!((came.out.as_str(), came.status), ("", 2));
    insta::assert_snapshot!(came.err, @r#"tellmore: there is no code "ded-end". Did you mean "dead-end"?"#);
    let came = Desk::new().run_with(["explain", "\u{1b}[2Jx"]);
    assert_eq!(came.status, 2);
    assert!(!came.err.contains('\u{1b}'), "{:?}", came.err);
    let came = Desk::new().run("explain dead-end --all");
    assert_eq!((came.out.as_str(), came.status), ("", 2));
}

#[test]
fn headings_are_emphasized_where_colour_is_wanted() {
    let desk = Desk::new();
    let (plain, bold) = (desk.run("explain no-hero").out, desk.run("explain no-hero --color always").out);
    assert!(!plain.contains('\u{1b}') && bold.starts_with("\u{1b}[1mwarning: no-hero\u{1b}[0m\n"), "{bold}");
}
