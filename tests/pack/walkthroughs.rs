//! Three conversations of every scenario, in `tests/walkthroughs`: they can be had, and they end where they are meant to.
//!
//! A transcript is written by its beginnings, or copied from a conversation, and made whole by
//! `WRITE_WALKTHROUGHS=1 cargo test --test pack`.

use std::collections::BTreeSet;
use std::fs;

use tellmore::scenario::Outcome;

use super::transcript::{Walked, told, walk};
use super::{Shipped, pack, root};

const HEADINGS: [&str; 3] = ["A good conversation", "A poor conversation", "A mistake, and the way back"];

/// The three conversations of `shipped`, and the file as it should be.
fn walked(shipped: &Shipped, file: &str) -> Result<([Walked; 3], String), String> {
    let all = told(file)?;
    let headings: Vec<&str> = all.iter().map(|told| told.heading.as_str()).collect();
    if headings != HEADINGS {
        return Err(format!("the headings are {headings:?} and should be {HEADINGS:?}"));
    }
    let walk = |told| walk(shipped, told).map_err(|why| format!("{}, {why}", told.heading));
    let three = [walk(&all[0])?, walk(&all[1])?, walk(&all[2])?];
    let customer = &shipped.scenario.customer;
    let texts: Vec<&str> = three.iter().map(|walked| walked.text.as_str()).collect();
    let whole = format!("# {}: {}, {}\n\n{}", shipped.scenario.title, customer.name, customer.role, texts.join("\n"));
    Ok((three, whole))
}

#[test]
fn the_transcripts_of_every_scenario_can_be_had_and_end_where_they_say() {
    let mut wrong = Vec::new();
    for shipped in pack() {
        let path = root().join("tests/walkthroughs").join(format!("{}.txt", shipped.stem));
        let name = path.strip_prefix(root()).unwrap().display().to_string();
        let Ok(kept) = fs::read_to_string(&path) else {
            wrong.push(format!("{name} is missing"));
            continue;
        };
        match walked(&shipped, &kept) {
            Err(why) => wrong.push(format!("{name}, {why}")),
            Ok((_, whole)) if whole == kept => {}
            Ok((_, whole)) if std::env::var_os("WRITE_WALKTHROUGHS").is_some() => fs::write(&path, whole).unwrap(),
            Ok((_, whole)) => {
                let line = whole.lines().zip(kept.lines()).position(|(whole, kept)| whole != kept);
                let line = line.unwrap_or_else(|| whole.lines().count().min(kept.lines().count())) + 1;
                wrong.push(format!("{name} is not what is said, from line {line} on"));
            }
        }
    }
    assert!(wrong.is_empty(), "{}\n(WRITE_WALKTHROUGHS=1 makes a transcript whole)", wrong.join("\n"));
}

#[test]
fn a_good_conversation_wins_a_poor_one_does_not_and_a_mistake_can_be_made_good() {
    for shipped in pack() {
        let stem = &shipped.stem;
        let file = fs::read_to_string(root().join(format!("tests/walkthroughs/{stem}.txt"))).unwrap();
        let ([good, poor, back], _) = walked(&shipped, &file).unwrap_or_else(|why| panic!("{stem}, {why}"));
        let outcome = |walked: &Walked| shipped.scenario.ending(walked.ending).outcome;
        let won = |walked| matches!(outcome(walked), Outcome::Order | Outcome::Advance);
        assert!(won(&good) && good.score >= 85.0, "{stem}: the good one comes to {:.0}", good.score);
        assert!(!won(&poor) && poor.score <= 50.0, "{stem}: the poor one comes to {:.0}", poor.score);
        assert!(won(&back), "{stem}: the mistake is not made good");
        let (_, before) = back.costs.split_last().unwrap();
        assert!(before.iter().any(|&cost| cost >= 8.0), "{stem}: nothing in it costs much before its end");
        assert!(back.score < good.score, "{stem}: a mistake costs something");
    }
}

#[test]
fn every_transcript_is_of_a_scenario_that_ships() {
    let stems: BTreeSet<String> = pack().into_iter().map(|shipped| shipped.stem).collect();
    let files = fs::read_dir(root().join("tests/walkthroughs")).unwrap().map(|entry| entry.unwrap().path());
    let walked: BTreeSet<String> = files.map(|path| path.file_stem().unwrap().to_str().unwrap().to_owned()).collect();
    assert_eq!(stems, walked);
}
