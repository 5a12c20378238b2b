use crate::Failure;
use crate::testing::{World, open_world, work, write};
use crate::wire::*;
use aftershift_domain::theory::TheoryRelation;

fn list(world: &World) -> Vec<(String, u32)> {
    let page = world.app.list_theory(Nothing {}).unwrap();
    page.rows
        .into_iter()
        .map(|row| (row.label, row.uses))
        .collect()
}

fn kept(world: &World, request: SaveTheory) -> Theory {
    world.app.save_theory(request).unwrap()
}

#[test]
fn a_work_is_called_by_its_authors_and_year() {
    let world = open_world();
    let corporate = SaveTheory {
        corporate_author: "Nursing and Midwifery Council".into(),
        ..work("The Code", "2018", &[])
    };
    for (request, label) in [
        (work("Novice", "1984", &["Benner"]), "Benner (1984)"),
        (
            work("A review", "1993", &["Atkins", "Murphy"]),
            "Atkins and Murphy (1993)",
        ),
        (
            work("A guide", "2001", &["Rolfe", "Freshwater", "Jasper"]),
            "Rolfe et al. (2001)",
        ),
        (corporate, "Nursing and Midwifery Council (2018)"),
        (work("A leaflet", "", &[]), "A leaflet (no date)"),
    ] {
        let work = kept(&world, request);
        let view = world.app.theory(TheoryRef { id: work.id }).unwrap();
        assert_eq!(view.label, label);
    }
    let order: Vec<_> = list(&world).into_iter().map(|(label, _)| label).collect();
    let expected = [
        "A leaflet (no date)",
        "Atkins and Murphy (1993)",
        "Benner (1984)",
        "Nursing and Midwifery Council (2018)",
        "Rolfe et al. (2001)",
    ];
    assert_eq!(order, expected, "by author");
}

#[test]
fn a_reference_is_set_with_its_title_in_italics() {
    let world = open_world();
    let work = kept(&world, work("From novice to expert", "1984", &["Benner"]));
    assert_eq!(work.cite_key, "benner1984");
    let view = world.app.theory(TheoryRef { id: work.id }).unwrap();
    let text: String = view.reference.iter().map(|run| run.text.as_str()).collect();
    assert!(
        text.starts_with("Benner, A. (1984) From novice to expert."),
        "{text}"
    );
    let italic = view.reference.iter().find(|run| run.italic).unwrap();
    assert_eq!(italic.text, "From novice to expert");
}

#[test]
fn a_work_that_is_being_entered_is_shown_as_it_would_be_printed() {
    let world = open_world();
    let named = |family: &str, given: &str| aftershift_domain::theory::Author {
        family: family.into(),
        given: given.into(),
    };
    let request = SaveTheory {
        authors: vec![named("Lave", "Jean"), named("P.", "Benner")],
        editors: vec![named("Patricia", "Benner")],
        ..work("", "", &[])
    };
    let seen = world.app.preview_theory(request).unwrap();
    let text: String = seen.reference.into_iter().map(|run| run.text).collect();
    assert!(text.starts_with("Lave, J. and P., B. (no date)"), "{text}");
    let doubts: Vec<_> = seen
        .doubts
        .iter()
        .map(|doubted| (doubted.field.as_str(), doubted.doubt.code()))
        .collect();
    assert_eq!(
        doubts,
        [("authors[1]", "initials"), ("editors[0]", "given_name")]
    );
    assert_eq!(list(&world), [], "nothing is kept by looking");
}

#[test]
fn a_work_needs_its_title() {
    let world = open_world();
    let failure = world
        .app
        .save_theory(work(" ", "1984", &["Benner"]))
        .unwrap_err();
    let Failure::Invalid { problems } = failure else {
        panic!("{failure:?}")
    };
    assert_eq!(problems[0].field, "title");
    assert_eq!(list(&world), []);
}

#[test]
fn a_link_says_how_and_each_step_of_it_can_be_taken_back() {
    let world = open_world();
    let reflection_id = write(&world, "A fall", "What happened.");
    let work = kept(&world, work("Novice", "1984", &["Benner"]));
    let request = |rationale: &str| LinkTheory {
        id: None,
        reflection_id: reflection_id.clone(),
        theory_id: work.id.clone(),
        relation: TheoryRelation::Illustrates,
        rationale: rationale.into(),
        passage: String::new(),
    };
    let link = world.app.link_theory(request("I saw parts.")).unwrap();
    let again = world.app.link_theory(request("I saw parts.")).unwrap();
    assert_eq!(again, link, "saying it twice is saying it once");
    let changed = LinkTheory {
        id: Some(link.id.clone()),
        ..request("I saw the parts and not the whole.")
    };
    world.app.link_theory(changed).unwrap();
    assert_eq!(list(&world), [("Benner (1984)".to_owned(), 1)]);
    world
        .app
        .unlink_theory(TheoryLinkRef {
            id: link.id.clone(),
        })
        .unwrap();
    assert_eq!(list(&world), [("Benner (1984)".to_owned(), 0)]);

    let uses = || {
        world
            .app
            .theory(TheoryRef {
                id: work.id.clone(),
            })
            .unwrap()
            .uses
    };
    let undo = || world.app.undo(Nothing {}).unwrap().what.unwrap();
    assert_eq!(undo(), "Took away the link from “A fall” to Benner (1984)");
    assert_eq!(
        uses()[0].link.rationale,
        "I saw the parts and not the whole."
    );
    assert_eq!(uses()[0].reflection_title, "A fall");
    assert_eq!(undo(), "Changed the link from “A fall” to Benner (1984)");
    assert_eq!(uses()[0].link.rationale, "I saw parts.");
    assert_eq!(undo(), "Linked “A fall” to Benner (1984)");
    assert!(uses().is_empty());
    assert_eq!(undo(), "Added Benner (1984)");
    assert_eq!(list(&world), []);
}

#[test]
fn another_sentence_is_another_link_and_no_sentence_is_written_over() {
    let world = open_world();
    let reflection_id = write(&world, "A fall", "What happened.");
    let work = kept(&world, work("Novice", "1984", &["Benner"]));
    let say = |rationale: &str| {
        let request = LinkTheory {
            id: None,
            reflection_id: reflection_id.clone(),
            theory_id: work.id.clone(),
            relation: TheoryRelation::Illustrates,
            rationale: rationale.into(),
            passage: String::new(),
        };
        world.app.link_theory(request).unwrap()
    };
    let first = say("");
    let said = say("I saw parts.");
    assert_eq!(said.id, first.id, "the link had no sentence yet");
    let other = say("I waited for rules.");
    let view = world
        .app
        .theory(TheoryRef {
            id: work.id.clone(),
        })
        .unwrap();
    let links: Vec<_> = view.uses.into_iter().map(|it| it.link).collect();
    assert_eq!(links, [said, other]);
}

#[test]
fn a_quotation_of_words_that_were_changed_is_told_and_can_be_dropped_and_put_back() {
    let world = open_world();
    let reflection_id = write(&world, "A fall", "I rang, and **nobody** came.");
    let work = kept(&world, work("Novice", "1984", &["Benner"]));
    let link = world
        .app
        .link_theory(LinkTheory {
            id: None,
            reflection_id: reflection_id.clone(),
            theory_id: work.id.clone(),
            relation: TheoryRelation::Illustrates,
            rationale: "I saw parts.".into(),
            passage: "and nobody came".into(),
        })
        .unwrap();
    // What the writing room and the page of the work say of the one quotation.
    let shown = || {
        let account = world
            .app
            .reflection(ReflectionRef {
                id: reflection_id.clone(),
            })
            .unwrap();
        let work = world
            .app
            .theory(TheoryRef {
                id: work.id.clone(),
            })
            .unwrap();
        let (there, here) = (&account.theory_links[0], &work.uses[0]);
        assert_eq!(
            (&there.link.passage, there.passage_gone),
            (&here.link.passage, here.passage_gone)
        );
        (here.link.passage.clone(), here.passage_gone)
    };
    let passage = || "and nobody came".to_owned();
    assert_eq!(shown(), (passage(), false));

    let view = world
        .app
        .reflection(ReflectionRef {
            id: reflection_id.clone(),
        })
        .unwrap();
    let mut stages = view.reflection.stages;
    stages[0].text = "I rang, and somebody came.".into();
    world
        .app
        .save_reflection(SaveReflection {
            id: reflection_id.clone(),
            title: view.reflection.title,
            happened_on: view.reflection.happened_on,
            model: view.reflection.model,
            stages,
            state: view.reflection.state,
            module: view.reflection.module,
        })
        .unwrap();
    assert_eq!(shown(), (passage(), true));

    let drop_it = || {
        world.app.drop_passage(TheoryLinkRef {
            id: link.id.clone(),
        })
    };
    drop_it().unwrap();
    assert_eq!(shown(), (String::new(), false));
    drop_it().unwrap();
    let undone = world.app.undo(Nothing {}).unwrap().what.unwrap();
    assert_eq!(
        undone, "Took the quotation off the link from “A fall” to Benner (1984)",
        "dropping nothing was nothing to take back"
    );
    assert_eq!(shown(), (passage(), true));
}

#[test]
fn a_link_to_what_is_not_there_is_refused() {
    let world = open_world();
    let reflection_id = write(&world, "A fall", "What happened.");
    let work = kept(&world, work("Novice", "1984", &["Benner"]));
    world
        .app
        .move_to_bin(BinItemRef {
            kind: BinKind::Theory,
            id: work.id.to_string(),
        })
        .unwrap();
    let request = LinkTheory {
        id: None,
        reflection_id,
        theory_id: work.id,
        relation: TheoryRelation::Applies,
        rationale: String::new(),
        passage: String::new(),
    };
    let failure = world.app.link_theory(request).unwrap_err();
    assert_eq!(
        failure,
        Failure::NotFound {
            kind: "theory".into()
        }
    );
}
