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
    // One that came from elsewhere may have no sentence.
    let first = TheoryLink {
        rationale: String::new(),
        ..say("Something else.")
    };
    world
        .app
        .write(|db, _| Ok(db.save_theory_link(&first)?))
        .unwrap();
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

/// What stands against saving, by field.
fn problems(world: &World, request: SaveTheory) -> Vec<(String, String)> {
    let Failure::Invalid { problems } = world.app.save_theory(request).unwrap_err() else {
        panic!("it was kept, or failed otherwise")
    };
    problems
        .into_iter()
        .map(|it| (it.field, it.reason))
        .collect()
}

#[test]
fn a_key_is_made_where_none_is_given_and_never_given_twice() {
    let world = open_world();
    let key = |title: &str| kept(&world, work(title, "1993", &["Atkins"])).cite_key;
    assert_eq!(
        [key("A"), key("B"), key("C")],
        ["atkins1993", "atkins1993a", "atkins1993b"]
    );
    let named = |cite_key: &str| SaveTheory {
        cite_key: cite_key.into(),
        ..work("D", "1993", &["Atkins"])
    };
    let taken = problems(&world, named("atkins1993a"));
    assert_eq!(
        taken,
        [(
            "citeKey".to_owned(),
            "Atkins (1993) has this key already: choose another one, such as atkins1993aa."
                .to_owned()
        )]
    );
    let (field, reason) = problems(&world, named("atkins 1993")).remove(0);
    assert!(
        field == "citeKey" && reason.contains("no spaces"),
        "{reason}"
    );
    assert_eq!(kept(&world, named("my-key")).cite_key, "my-key");
}

#[test]
fn the_key_of_a_work_in_the_bin_is_kept_for_it() {
    let world = open_world();
    let gone = kept(&world, work("A", "1993", &["Atkins"]));
    let item = BinItemRef {
        kind: BinKind::Theory,
        id: gone.id.to_string(),
    };
    world.app.move_to_bin(item).unwrap();
    assert_eq!(
        kept(&world, work("B", "1993", &["Atkins"])).cite_key,
        "atkins1993a"
    );
    let named = SaveTheory {
        cite_key: "atkins1993".into(),
        ..work("C", "1993", &["Atkins"])
    };
    let (_, reason) = problems(&world, named).remove(0);
    assert!(reason.contains("which is in the bin"), "{reason}");
}

fn saving(work: &Theory) -> SaveTheory {
    let it = work.clone();
    SaveTheory {
        id: Some(it.id),
        cite_key: it.cite_key,
        kind: it.kind,
        authors: it.authors,
        corporate_author: it.corporate_author,
        year: it.year,
        title: it.title,
        container: it.container,
        container_short: it.container_short,
        editors: it.editors,
        edition: it.edition,
        volume: it.volume,
        issue: it.issue,
        pages: it.pages,
        publisher: it.publisher,
        place: it.place,
        doi: it.doi,
        url: it.url,
        accessed_on: it.accessed_on,
        key_idea: it.key_idea,
        quotation: it.quotation,
        quotation_page: it.quotation_page,
        module: it.module,
        tags: it.tags,
        criteria: it.criteria,
    }
}

fn text_of(world: &World, id: &aftershift_domain::id::ReflectionId) -> String {
    let view = world
        .app
        .reflection(ReflectionRef { id: id.clone() })
        .unwrap();
    view.reflection.stages[0].text.clone()
}

#[test]
fn what_cites_a_work_follows_its_key_and_one_undo_takes_all_of_it_back() {
    let world = open_world();
    let novice = kept(&world, work("Novice", "1984", &["Benner"]));
    let other = kept(&world, work("Expert", "1984", &["Benner"]));
    let texts = [
        "As [@benner1984, p. 3; @benner1984a] say, and @benner1984.",
        "me@benner1984 and [@benner1984a].",
    ];
    let ids = texts.map(|text| write(&world, "A fall", text));
    let gone = BinItemRef {
        kind: BinKind::Reflection,
        id: write(&world, "Gone", "[@benner1984]").to_string(),
    };
    world.app.move_to_bin(gone.clone()).unwrap();

    let request = SaveTheory {
        cite_key: "novice".into(),
        ..saving(&novice)
    };
    kept(&world, request);
    assert_eq!(
        text_of(&world, &ids[0]),
        "As [@novice, p. 3; @benner1984a] say, and @novice."
    );
    assert_eq!(text_of(&world, &ids[1]), texts[1]);
    let id = aftershift_domain::id::ReflectionId::new(&*gone.id).unwrap();
    world.app.restore_from_bin(gone).unwrap();
    assert_eq!(
        text_of(&world, &id),
        "[@novice]",
        "it comes back with what it cites"
    );

    world.app.undo(Nothing {}).unwrap();

    let undone = world.app.undo(Nothing {}).unwrap().what;
    let said = "Changed Benner (1984) and its key in 2 reflections";
    assert_eq!(undone.as_deref(), Some(said));
    assert_eq!(text_of(&world, &ids[0]), texts[0]);
    let binned = world
        .app
        .read(|db, _| Ok(db.reflection(&id)?))
        .unwrap()
        .unwrap();
    assert_eq!(binned.stages[0].text, "[@benner1984]");
    let keys: Vec<String> = {
        let rows = world.app.list_theory(Nothing {}).unwrap().rows.into_iter();
        rows.map(|row| row.theory.cite_key).collect()
    };
    assert!(keys.contains(&"benner1984".to_owned()) && keys.contains(&other.cite_key));
}

#[test]
fn a_text_that_was_written_on_since_keeps_what_was_written() {
    let world = open_world();
    let novice = kept(&world, work("Novice", "1984", &["Benner"]));
    let id = write(&world, "A fall", "[@benner1984]");
    let request = SaveTheory {
        cite_key: "novice".into(),
        ..saving(&novice)
    };
    kept(&world, request);
    let view = world
        .app
        .reflection(ReflectionRef { id: id.clone() })
        .unwrap();
    let mut stages = view.reflection.stages.clone();
    stages[0].text = "[@novice] and more, [@novice].".into();
    world
        .app
        .save_reflection(SaveReflection {
            id: id.clone(),
            title: view.reflection.title,
            happened_on: None,
            model: view.reflection.model,
            stages,
            state: view.reflection.state,
            module: String::new(),
        })
        .unwrap();
    world.app.undo(Nothing {}).unwrap();
    assert_eq!(
        text_of(&world, &id),
        "[@benner1984] and more, [@benner1984]."
    );
}

#[test]
fn works_of_older_files_get_keys_when_the_file_is_opened() {
    let world = open_world();
    let path = world.app.portfolio_path().unwrap();
    let old = Theory {
        cite_key: "not a key".into(),
        ..kept(&world, work("Novice", "1984", &["Benner"]))
    };
    world.app.write(|db, _| Ok(db.save_theory(&old)?)).unwrap();
    world.app.close();
    world.app.open_file(&path).unwrap();
    let view = world.app.theory(TheoryRef { id: old.id.clone() }).unwrap();
    assert_eq!(view.theory.cite_key, "not-a-key");
    assert_eq!(view.theory.changed_at, old.changed_at, "nobody changed it");

    // And those of a portfolio that comes in its open form.
    world.app.write(|db, _| Ok(db.save_theory(&old)?)).unwrap();
    let json = world.folder.path().join("open.json");
    world.app.export_json(&json, false).unwrap();
    world
        .app
        .create_file(&world.folder.path().join("new.aftershift"))
        .unwrap();
    world.app.import_portfolio(&json).unwrap();
    let view = world.app.theory(TheoryRef { id: old.id }).unwrap();
    assert_eq!(view.theory.cite_key, "not-a-key");
}

#[test]
fn criteria_of_a_work_stand_in_one_form() {
    let world = open_world();
    let request = SaveTheory {
        criteria: ["k03", "K3", "Unit 2"].map(str::to_owned).to_vec(),
        container_short: "J Adv Nurs".into(),
        ..work("Novice", "1984", &["Benner"])
    };
    let work = kept(&world, request);
    assert_eq!(work.criteria, ["K3", "Unit 2"]);
    assert_eq!(work.container_short, "J Adv Nurs");
}
