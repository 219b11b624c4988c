//! Tests of the pictures: what they look like, that hostile text stays text, and that every scenario has them.

use proptest::prelude::*;
use roxmltree::Document;

use super::{dot::dot, html::html, mermaid::mermaid, svg::svg};
use crate::generated::{any_shape, hub, scenario_of};
use crate::scenario::{Rubric, Scenario, read::read};
use crate::solver::{Figures, solve};

const EXAMPLE: &str = include_str!("../../tests/fixtures/example.ron");

/// The least that a scenario can be, with these texts for its names and words.
const SMALL: &str = r#"Scenario(format: 1, title: "TITLE", customer: Customer(name: "NAME", role: "R", company: "C",
situation: "S", cares_about: [], hero: "H", openness: 5), opening: Question(says: "OPENING", then: "MOMENT"),
moments: {"MOMENT": Moment(stage: "STAGE", replies: [Reply(kind: Other("KIND"), says: "REPLY", follow_ups: [
FollowUp(says: "LINE", coach: "NOTE", then: "ENDING")])])}, endings: {"ENDING": Ending(outcome: Order, says: "END")})"#;

fn example() -> Scenario {
    read(EXAMPLE, &Rubric::default()).unwrap()
}

/// The small scenario with `hostile` in each of its texts.
fn small(hostile: &str) -> Scenario {
    let mut scenario = read(SMALL, &Rubric::default()).unwrap();
    let put = |text: &mut String| *text = format!("{text} {hostile}");
    put(&mut scenario.title);
    put(&mut scenario.customer.name);
    put(&mut scenario.opening.says);
    let moment = &mut scenario.moments[0];
    moment.name = hostile.to_owned();
    put(moment.stage.as_mut().unwrap());
    let reply = &mut moment.replies[0];
    reply.kind = crate::scenario::ReplyKind::Other(hostile.to_owned());
    put(&mut reply.says[0]);
    put(&mut reply.follow_ups[0].says);
    put(reply.follow_ups[0].coach.as_mut().unwrap());
    scenario.endings[0].name = format!("{hostile}.");
    put(&mut scenario.endings[0].says);
    scenario
}

/// `page` as XML reads it: a page is well-formed but for its first line and its two tags without an end.
fn as_xml(page: &str) -> String {
    page.replace("<!DOCTYPE html>", "")
        .replace("charset=\"utf-8\">", "charset=\"utf-8\"/>")
        .replace("initial-scale=1\">", "initial-scale=1\"/>")
}

/// All that is read in a picture or a page, its style sheet left out, with every run of spaces as one.
fn words(document: &Document) -> String {
    let is_style = |node: roxmltree::Node| node.ancestors().any(|node| node.has_tag_name("style"));
    let texts = document.descendants().filter(|&node| node.is_text() && !is_style(node)).filter_map(|node| node.text());
    texts.flat_map(str::split_whitespace).collect::<Vec<_>>().join(" ")
}

/// A label of DOT is closed by the first quote that no backslash stands before, and no line holds half a label.
fn assert_dot_holds(text: &str) {
    for line in text.lines() {
        let mut letters = line.chars();
        let mut is_open = false;
        while let Some(letter) = letters.next() {
            match letter {
                '\\' if is_open => assert!(matches!(letters.next(), Some('\\' | '"' | 'n')), "{line}"),
                '"' => is_open = !is_open,
                _ => {}
            }
        }
        assert!(!is_open, "{line}");
    }
}

/// Between the quotes of Mermaid stands nothing that could end them, and outside them nothing that the file says.
fn assert_mermaid_holds(text: &str) {
    for line in text.lines() {
        assert!(matches!(line.matches('"').count(), 0 | 2), "{line}");
        let Some((_, label)) = line.split_once('"') else { continue };
        let label = label.rsplit_once('"').unwrap().0;
        let bare = label.replace("<br/>", "").replace("<b>", "").replace("</b>", "");
        let bare = bare.replace("<i>", "").replace("</i>", "");
        assert!(!bare.contains(['<', '>', '&', '[', ']', '{', '}', '|', '`', '\\', '%', '*', '_']), "{line}");
    }
}

#[test]
fn the_example_as_a_flowchart() {
    insta::assert_snapshot!(mermaid(&example()));
}

#[test]
fn the_example_as_a_graph() {
    insta::assert_snapshot!(dot(&example()));
}

#[test]
fn the_example_as_a_picture() {
    insta::assert_snapshot!(svg(&example()));
}

#[test]
fn the_example_as_a_page() {
    let scenario = example();
    let figures = Figures::of(&scenario, &solve(&scenario, 1_000).unwrap());
    insta::assert_snapshot!(html(&scenario, Some(&figures)).replace("><", ">\n<"));
}

#[test]
fn hostile_text_stays_text() {
    let tower = format!("a{}", "\u{301}".repeat(5_000));
    let long = "an endless name ".repeat(500);
    let word = "w".repeat(9_000);
    let hostile = [
        "\" quoted \" and \\ and \\n and \\\"",
        "line\nbreak\r\nand\ttab",
        "</text></svg><script>alert(1)</script>",
        "]]> --> <!-- & &lt; #quot; %%{init: {}}%%",
        "end",
        "end] ]] [[ (( {{ |x| `y` *z* _u_",
        "1. one",
        "- one",
        "style:#a;b",
        "a\u{202e}b\u{200b}c\u{2066}d",
        "\u{fffe}\u{ffff}",
        "漢字かな交じり文",
        "",
        " ",
        &tower,
        &long,
        &word,
    ];
    for hostile in hostile {
        let scenario = small(hostile);
        let (flowchart, graph, picture, page) =
            (mermaid(&scenario), dot(&scenario), svg(&scenario), html(&scenario, None));
        assert_mermaid_holds(&flowchart);
        assert_dot_holds(&graph);
        for text in [&flowchart, &graph, &picture, &page] {
            assert!(!text.contains(['\u{202e}', '\u{200b}', '\u{2066}', '\r', '\t']), "{hostile:.40}");
            assert!(!text.contains(&"\u{301}".repeat(5)), "{hostile:.40}");
            // In the quotes of DOT a tag is only text.
            assert!(text == &graph || !text.contains("<script"), "{hostile:.40}");
        }
        let picture = Document::parse(&picture).unwrap_or_else(|error| panic!("{hostile:.40}: {error}"));
        assert!(picture.descendants().all(|node| !node.has_tag_name("script")));
        let page = as_xml(&page);
        let page = Document::parse(&page).unwrap_or_else(|error| panic!("{hostile:.40}: {error}"));
        let shown = crate::visible::visible(hostile).replace(['\u{fffe}', '\u{ffff}'], "\u{fffd}");
        let shown = shown.split_whitespace().collect::<Vec<_>>().join(" ");
        assert!(words(&page).contains(&shown), "{hostile:.40}");
    }
}

#[test]
fn a_name_that_is_a_word_of_mermaid_is_never_a_name_there() {
    let text = mermaid(&small("end"));
    assert!(text.contains("moment1[\"<b>end</b>"), "{text}");
    assert!(text.lines().all(|line| !line.trim_start().starts_with("end\n") && line.trim() != "end"));
}

#[test]
fn a_line_of_mermaid_never_starts_a_list_or_a_style() {
    for (name, written) in [("1. one", "1#46; one"), ("- one", "#45; one"), ("style:#a;", "style#58;#35;a#59;")] {
        assert!(mermaid(&small(name)).contains(&format!("<b>{written}</b>")), "{name}");
    }
}

#[test]
fn what_a_box_has_no_room_for_is_cut_and_still_told_whole() {
    let name = "a name that goes on ".repeat(60);
    let picture = svg(&small(&name));
    let document = Document::parse(&picture).unwrap();
    let width: f64 = document.root_element().attribute("width").unwrap().parse().unwrap();
    assert!(width < 800.0, "{width}");
    assert!(picture.contains('…'));
    assert!(document.descendants().any(|node| node.has_tag_name("title") && node.text() == Some(&name)));
}

#[test]
fn a_chain_of_moments_that_all_lead_far_is_drawn_without_a_thread_for_each() {
    let mut scenario = small("x");
    let moment = scenario.moments[0].clone();
    let count = 2_000;
    scenario.moments = (0..count)
        .map(|at| {
            let mut moment = moment.clone();
            moment.name = format!("m{at}");
            let line = moment.replies[0].follow_ups[0].clone();
            let goals = [at + 1, at + 40, count - 1].into_iter().filter(|&to| to < count && to != at);
            for to in goals {
                let mut line = line.clone();
                line.then =
                    crate::scenario::ByBand::Always(crate::scenario::Goal::Moment(crate::scenario::MomentId::at(to)));
                line.line = u32::try_from(to).unwrap();
                moment.replies[0].follow_ups.push(line);
            }
            moment
        })
        .collect();
    Document::parse(&svg(&scenario)).unwrap();
}

#[test]
fn one_moment_with_many_ways_is_drawn() {
    let text = svg(&hub(25, 30));
    assert!(text.contains("25 lines") && text.contains("15 lines"));
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 96, ..ProptestConfig::default() })]

    #[test]
    fn every_scenario_has_every_picture_with_all_its_moments_and_endings(shape in any_shape()) {
        let scenario = scenario_of(shape);
        let picture = svg(&scenario);
        let page = html(&scenario, None);
        prop_assert_eq!(&picture, &svg(&scenario));
        prop_assert_eq!(&page, &html(&scenario, None));
        let (flowchart, graph) = (mermaid(&scenario), dot(&scenario));
        assert_mermaid_holds(&flowchart);
        assert_dot_holds(&graph);
        prop_assert!(!picture.contains("NaN") && !picture.contains("inf"));
        let picture = Document::parse(&picture).unwrap();
        let page = as_xml(&page);
        let page = Document::parse(&page).unwrap();
        let titles: Vec<&str> = picture.descendants().filter(|node| node.has_tag_name("title")).filter_map(|node| node.text()).collect();
        let ids: Vec<&str> = page.descendants().filter_map(|node| node.attribute("id")).collect();
        for (index, moment) in scenario.moments.iter().enumerate() {
            prop_assert!(titles.contains(&&*moment.name));
            let id = format!("moment{}", index + 1);
            prop_assert!(ids.contains(&&*id));
            let has = flowchart.contains(&format!("moment{}[\"<b>{}</b>", index + 1, moment.name));
            let box_of = format!("{id} [label=\"{}", moment.name);
            prop_assert!(has && graph.contains(&box_of));
        }
        for (index, ending) in scenario.endings.iter().enumerate() {
            prop_assert!(titles.contains(&&*ending.name));
            let id = format!("ending{}", index + 1);
            prop_assert!(ids.contains(&&*id));
            let has = flowchart.contains(&format!("ending{}([\"<b>{}</b>", index + 1, ending.name));
            let box_of = format!("{id} [label=\"{}", ending.name);
            prop_assert!(has && graph.contains(&box_of));
        }
        for link in page.descendants().filter_map(|node| node.attribute("href")) {
            prop_assert!(ids.contains(&link.trim_start_matches('#')), "{}", link);
        }
    }
}
