use super::*;
use crate::testing::{World, open_world, work};
use crate::wire::{ReferenceRun, RenderMarkdown, RenderReferences, TheoryRef};
use std::fs;
use std::path::PathBuf;

/// A small style that looks like no other.
pub(super) const OWN: &str = r#"<?xml version="1.0"?><style xmlns="http://purl.org/net/xbiblio/csl" class="in-text" version="1.0">
    <info><title>Ward 4</title><id>http://example.org/own</id><updated>2020-01-01T00:00:00+00:00</updated></info>
    <citation><layout prefix="{" suffix="}"><names variable="author"><name form="short"/></names></layout></citation>
    <bibliography><layout suffix="!"><text variable="title"/></layout></bibliography></style>"#;

fn file(world: &World, name: &str, text: &str) -> PathBuf {
    let path = world.folder.path().join(name);
    fs::write(&path, text).unwrap();
    path
}

fn choose(world: &World, chosen: StyleChoice) -> CitationStyles {
    world
        .app
        .choose_citation_style(ChooseCitationStyle { chosen })
        .unwrap()
}

fn plain(runs: &[ReferenceRun]) -> String {
    runs.iter().map(|run| run.text.as_str()).collect()
}

fn shown(styles: &CitationStyles) -> (String, String) {
    let offer = styles.offers.iter();
    let offer = { offer }.find(|it| it.choice == styles.chosen).unwrap();
    (plain(&offer.citation), plain(&offer.reference))
}

#[test]
fn every_style_is_offered_with_a_work_as_it_sets_it() {
    let world = open_world();
    let styles = world.app.citation_styles(Nothing {}).unwrap();
    let names: Vec<&str> = styles.offers.iter().map(|it| it.name.as_str()).collect();
    assert_eq!(
        names,
        ["Harvard (Cite Them Right)", "APA, 7th edition", "Vancouver"]
    );
    assert_eq!(
        shown(&styles),
        (
            "(Atkins and Murphy, 1993)".into(),
            "Atkins, S. and Murphy, K. (1993) ‘Reflection: a review of the literature’, Journal of Advanced Nursing, 18(8), pp. 1188–1192.".into()
        )
    );
    let apa = choose(&world, StyleChoice::Apa);
    assert_eq!(shown(&apa).0, "(Atkins & Murphy, 1993)");
    assert_eq!(shown(&choose(&world, StyleChoice::Vancouver)).0, "(1)");
}

#[test]
fn a_chosen_style_sets_the_preview_the_list_and_the_library() {
    let world = open_world();
    let mut asked = work("From novice to expert", "1984", &["Benner"]);
    asked.cite_key = "benner1984".into();
    let id = world.app.save_theory(asked.clone()).unwrap().id;
    let all = || {
        let text = "So [@benner1984].".to_owned();
        let markdown = world.app.render_markdown(RenderMarkdown {
            markdown: text.clone(),
            before: Vec::new(),
        });
        let references = world
            .app
            .render_references(RenderReferences { texts: vec![text] });
        let page = world.app.theory(TheoryRef { id: id.clone() }).unwrap();
        let form = world.app.preview_theory(asked.clone()).unwrap();
        assert_eq!(page.reference, form.reference);
        (
            markdown.unwrap().html,
            references.unwrap().html,
            plain(&page.reference),
        )
    };
    let harvard = all();
    choose(&world, StyleChoice::Apa);
    let apa = all();
    world
        .app
        .add_citation_style(&file(&world, "ward.csl", OWN))
        .unwrap();
    let own = all();
    assert!(
        harvard.2.starts_with("Benner") && harvard.2.contains("(1984) "),
        "{}",
        harvard.2
    );
    assert!(apa.2.contains("(1984). "), "{}", apa.2);
    assert_eq!(own.2, "From novice to expert!");
    assert!(own.0.contains("So {Benner}."), "{}", own.0);
    assert!(own.1.contains("From novice to expert!"), "{}", own.1);
    assert_ne!(harvard.1, apa.1);
}

#[test]
fn a_choice_is_taken_back_and_done_again() {
    let world = open_world();
    world
        .app
        .add_citation_style(&file(&world, "ward.csl", OWN))
        .unwrap();
    choose(&world, StyleChoice::Apa);
    let now = || world.app.citation_styles(Nothing {}).unwrap();
    assert_eq!(now().offers.len(), 4, "the added one stays on offer");
    let undone = world.app.undo(Nothing {}).unwrap();
    assert_eq!(
        undone.what.as_deref(),
        Some("Chose the citation style “APA, 7th edition”")
    );
    assert_eq!(now().chosen, StyleChoice::Own);
    let undone = world.app.undo(Nothing {}).unwrap();
    assert_eq!(
        undone.what.as_deref(),
        Some("Chose the citation style “Ward 4”")
    );
    assert_eq!(
        (now().chosen, now().offers.len()),
        (StyleChoice::Harvard, 3)
    );
    world.app.redo(Nothing {}).unwrap();
    assert_eq!(now().chosen, StyleChoice::Own);
    // Choosing what is chosen is no change.
    choose(&world, StyleChoice::Own);
    world.app.undo(Nothing {}).unwrap();
    assert_eq!(now().chosen, StyleChoice::Harvard);
}

#[test]
fn what_is_no_style_is_refused_in_a_sentence_and_changes_nothing() {
    let world = open_world();
    choose(&world, StyleChoice::Apa);
    let before = world.app.citation_styles(Nothing {}).unwrap();
    let dependent = r#"<style xmlns="http://purl.org/net/xbiblio/csl" version="1.0"><info><title>N</title><id>http://example.org/n</id>
        <link href="http://example.org/apa" rel="independent-parent"/><updated>2020-01-01T00:00:00+00:00</updated></info></style>"#;
    let huge = format!("{OWN}<!--{}-->", " ".repeat(LONGEST_STYLE));
    let deep = OWN.replace("<text", &format!("{}<text", "<group>".repeat(20_000)));
    for (text, says) in [
        (dependent, "points to another style, http://example.org/apa"),
        ("Not a style at all", "is not a citation style"),
        ("", "is not a citation style"),
        ("\0\u{1}", "is not a citation style"),
        (&OWN[..300], "is not a citation style"),
        (&huge, "too large"),
        (&deep, "too large"),
        (&OWN.replace("in-text", "note"), "footnotes"),
    ] {
        let refused = world
            .app
            .add_citation_style(&file(&world, "it.csl", text))
            .unwrap_err();
        assert!(
            matches!(&refused, Failure::CannotImport { reason } if reason.contains(says)),
            "{refused:?}"
        );
        assert_eq!(world.app.citation_styles(Nothing {}).unwrap(), before);
    }
    let none = world.app.choose_citation_style(ChooseCitationStyle {
        chosen: StyleChoice::Own,
    });
    assert!(matches!(none, Err(Failure::Invalid { .. })), "{none:?}");
    assert_eq!(world.app.citation_styles(Nothing {}).unwrap(), before);
    world.app.undo(Nothing {}).unwrap();
    let now = world.app.citation_styles(Nothing {}).unwrap();
    assert_eq!(
        now.chosen,
        StyleChoice::Harvard,
        "what was refused is no step"
    );
}
