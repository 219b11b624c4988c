//! Pages, help, and hints.

use super::script::{Script, example};

#[test]
fn the_brief_shows_all_that_the_rep_can_know_and_scrolls() {
    let mut script = Script::home(120, 60);
    script.press("b");
    for words in
        ["cares about", "serves", "A count of 1,200 orders", "consequence  Wards rent beds", "PlanRight", "before"]
    {
        assert!(script.shows(words), "{words}\n{}", script.screen());
    }
    script.resize(80, 24);
    assert!(script.shows("↓ more") && !script.shows("PlanRight"));
    script.press("G");
    assert!(script.shows("PlanRight") && script.shows("↑ more"));
    script.press("esc");
    assert!(script.shows("tellmore ·"));
}

#[test]
fn help_lists_the_keys_of_the_place_it_was_asked_from() {
    let mut script = Script::home(80, 24);
    script.press("?");
    assert!(script.shows("type to filter the list"));
    script.press("? down enter ?");
    assert!(script.shows("say the line with that number") && !script.shows("type to filter"));
    script.press("esc");
    assert!(script.shows("say it"));
}

#[test]
fn hints_name_only_what_works_here_and_now_and_help_stays_when_they_are_trimmed() {
    let mut script = Script::conversation(example(), 1, 60, 16);
    let last = |script: &mut Script| script.screen().lines().last().unwrap().to_owned();
    let hints = last(&mut script);
    assert!(hints.contains("? help") && !hints.contains("debrief"), "{hints}");
    script.talk_to_the_end().press("enter");
    let hints = last(&mut script);
    assert!(hints.contains("t take back") && hints.contains("? help"), "{hints}");
}

#[test]
fn the_whole_conversation_can_be_read_after_it() {
    let mut script = Script::conversation(example(), 1, 80, 50);
    script.talk_to_the_end().press("enter w");
    assert!(script.shows("the whole conversation") && script.shows("Most plants that report"));
    script.press("w");
    assert!(script.shows("of 100"));
}

#[test]
fn the_way_out_is_always_among_the_hints() {
    let last = |script: &mut Script| script.screen().lines().last().unwrap().to_owned();
    for (width, height) in [(60, 16), (80, 24), (120, 36)] {
        let mut script = Script::home(width, height);
        assert!(last(&mut script).contains("q quit"), "{}", script.screen());
        script.press("down enter");
        assert!(last(&mut script).contains("esc leave"), "{}", script.screen());
        script.talk_to_the_end().press("enter");
        assert!(last(&mut script).contains("esc home"), "{}", script.screen());
    }
}

#[test]
fn help_says_what_the_figures_the_verdicts_and_the_skills_mean() {
    let mut script = Script::conversation(example(), 1, 80, 60);
    script.press("?");
    assert!(script.shows("openness") && script.shows("How ready the customer is"), "{}", script.screen());
    script.press("esc").talk_to_the_end().press("enter ?");
    for words in
        ["score", "guessing", "luck", "sound, loose, costly", "later", "curiosity", "Does it ask for something"]
    {
        assert!(script.shows(words), "{words}\n{}", script.screen());
    }
    script.resize(60, 16);
    assert!(script.shows("↓ more"));
    script.press("G");
    assert!(script.shows("composure"), "{}", script.screen());
}
