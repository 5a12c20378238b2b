use super::*;
use crate::testing::{World, open_world, work};
use crate::wire::{AcceptedWork, SaveTheory, TheoryRow};

const FILE: &str = "@article{atkins1993, author={Atkins, Sue and Murphy, Kathy}, title={Reflection: a review of the \
                    literature}, journal={Journal of Advanced Nursing}, year=1993, doi={10.1046/x}, abstract={A}}\n\
                    @book{gibbs, author={Gibbs, Graham}, title={Learning by Doing}, year=1988, publisher={FEU}, address={Oxford}}\n\
                    @book{broken, title {B}}\n\
                    @book{gibbs, author={Gibbs, Graham}, title={Another}, year=1988}\n";

/// Reads a file of that name and content.
fn choose(world: &World, name: &str, content: impl AsRef<[u8]>) -> Result<ImportRef, Failure> {
    let path = world.folder.path().join(name);
    std::fs::write(&path, content).unwrap();
    world.app.read_library(&path)
}

fn look(world: &World) -> LibraryView {
    world.app.pending_library(Nothing {}).unwrap().unwrap()
}

/// Agrees to those works: place, and whether to fill it in.
fn accept(world: &World, works: &[(u32, bool)]) -> Result<LibraryImported, Failure> {
    let work = |(index, merge): &(u32, bool)| AcceptedWork {
        index: *index,
        merge: *merge,
    };
    world.app.accept_library(AcceptLibrary {
        id: look(world).id,
        works: works.iter().map(work).collect(),
    })
}

fn library(world: &World) -> Vec<Theory> {
    let page = world.app.list_theory(Nothing {}).unwrap();
    page.rows
        .into_iter()
        .map(|TheoryRow { theory, .. }| theory)
        .collect()
}

/// Gibbs as a learner may have entered it, with words of their own.
fn gibbs(world: &World) -> Theory {
    let request = SaveTheory {
        key_idea: "Go round.".into(),
        ..work("Learning by doing", "1988", &["Gibbs"])
    };
    world.app.save_theory(request).unwrap()
}

#[test]
fn what_is_agreed_to_enters_the_library_and_one_undo_takes_all_of_it_back() {
    let world = open_world();
    choose(&world, "mine.bib", FILE).unwrap();
    assert_eq!(library(&world), [], "reading a file adds nothing");
    let view = look(&world);
    assert_eq!(
        (view.file_name.as_str(), view.form.as_str()),
        ("mine.bib", "BibTeX")
    );
    let labels: Vec<&str> = view.works.iter().map(|work| work.label.as_str()).collect();
    assert_eq!(
        labels,
        ["Atkins and Murphy (1993)", "Gibbs (1988)", "Gibbs (1988)"]
    );
    assert_eq!(
        (
            view.fault_count,
            view.faults[0].line,
            view.faults[0].key.as_str()
        ),
        (1, 3, "broken")
    );
    assert_eq!(
        (view.left_out[0].name.as_str(), view.left_out[0].count),
        ("abstract", 1)
    );
    let done = accept(&world, &[(0, false), (1, false), (2, false)]).unwrap();
    assert_eq!(
        (done.added, done.what.as_str()),
        (3, "Brought in 3 works from “mine.bib”")
    );
    let keys: Vec<String> = library(&world)
        .into_iter()
        .map(|work| work.cite_key)
        .collect();
    assert_eq!(
        keys,
        ["atkins1993", "gibbsa", "gibbs"],
        "each has a key of its own"
    );
    assert_eq!(world.app.pending_library(Nothing {}).unwrap(), None);
    world.app.undo(Nothing {}).unwrap();
    assert_eq!(library(&world), []);
    assert_eq!(world.app.status().unwrap().counts.bin, 3);
}

#[test]
fn what_the_library_has_is_filled_in_and_undone_as_a_whole() {
    let world = open_world();
    let own = gibbs(&world);
    choose(&world, "mine.txt", FILE).unwrap();
    let view = look(&world);
    let known = Some(Known::Library { id: own.id.clone() });
    assert_eq!(
        (&view.works[1].known, view.works[1].known_as.as_str()),
        (&known, "Gibbs (1988)")
    );
    assert!(view.works[1].fills && !view.works[0].fills);
    let done = accept(&world, &[(0, false), (1, true)]).unwrap();
    assert_eq!((done.added, done.merged), (1, 1));
    let filled = Theory {
        place: "Oxford".into(),
        ..own.clone()
    };
    let works = library(&world);
    assert_eq!(works[1], filled, "nothing that stood there is replaced");
    choose(&world, "mine.txt", FILE).unwrap();
    assert!(
        !look(&world).works[1].fills,
        "there is nothing left to fill in"
    );
    world.app.undo(Nothing {}).unwrap();
    assert_eq!(library(&world), [own]);
}

#[test]
fn a_text_can_be_pasted_and_put_away() {
    let world = open_world();
    let paste = |text: &str| world.app.paste_library(PasteLibrary { text: text.into() });
    assert!(matches!(paste(" "), Err(Failure::Invalid { .. })));
    let failure = paste("Gibbs, G. (1988) Learning by doing.").unwrap_err();
    assert!(
        matches!(failure, Failure::CannotImport { .. }),
        "{failure:?}"
    );
    let id = paste("TY  - BOOK\nTI  - A\nER  - ").unwrap();
    assert_eq!(look(&world).works[0].title, "A");
    let done = accept(&world, &[(0, false)]).unwrap();
    assert_eq!(done.what, "Brought in 1 work by pasting");
    world.app.dismiss_library(id.clone()).unwrap();
    let gone = world.app.accept_library(AcceptLibrary {
        id: id.id,
        works: vec![],
    });
    assert!(matches!(gone, Err(Failure::CannotImport { .. })));
    paste("TY  - BOOK\nTI  - B\nER  - ").unwrap();
    world
        .app
        .dismiss_library(ImportRef {
            id: look(&world).id,
        })
        .unwrap();
    assert_eq!(world.app.pending_library(Nothing {}).unwrap(), None);
}

#[test]
fn files_in_other_encodings_are_read_and_files_of_other_kinds_are_refused() {
    let world = open_world();
    let text =
        "TY  - BOOK\r\nAU  - Schön, Donald\r\nTI  - The reflective practitioner\r\nER  - \r\n";
    let wide: Vec<u8> = format!("\u{feff}{text}")
        .encode_utf16()
        .flat_map(u16::to_le_bytes)
        .collect();
    let narrow: Vec<u8> = text.chars().map(|c| u8::try_from(c).unwrap()).collect();
    for bytes in [
        text.as_bytes().to_vec(),
        format!("\u{feff}{text}").into_bytes(),
        wide,
        narrow,
    ] {
        choose(&world, "a.txt", bytes).unwrap();
        assert_eq!(look(&world).works[0].label, "Schön (no date)");
    }
    for bytes in [&b"PK\x03\x04"[..], b"%PDF-1.7", b"Date,Title\n1,2\n", b""] {
        let failure = choose(&world, "a.bib", bytes).unwrap_err();
        assert!(
            matches!(failure, Failure::CannotImport { .. }),
            "{failure:?}"
        );
    }
    assert_eq!(
        look(&world).works.len(),
        1,
        "what waited before still waits"
    );
}

/// The statements that it takes to look at so many works, to bring them in, and to take them back.
fn statements(works: u32) -> [usize; 3] {
    let world = open_world();
    let entry = |nth: u32| {
        format!("@book{{k{nth},\n  title = {{Title {nth}}},\n  author = {{A{nth}, B}}\n}}\n")
    };
    choose(&world, "all.bib", (0..works).map(entry).collect::<String>()).unwrap();
    let id = look(&world).id;
    let counted = world
        .app
        .with_open(|open, _| Ok(open.store.count_statements()?))
        .unwrap();
    let cost = |work: &dyn Fn()| {
        drop(counted.take());
        work();
        counted.take().len()
    };
    let works = (0..works).map(|index| AcceptedWork {
        index,
        merge: false,
    });
    let works: Vec<_> = works.collect();
    [
        cost(&|| drop(look(&world))),
        cost(&|| {
            let (id, works) = (id.clone(), works.clone());
            let request = AcceptLibrary { id, works };
            drop(world.app.accept_library(request).unwrap());
        }),
        cost(&|| drop(world.app.undo(Nothing {}).unwrap())),
    ]
}

#[test]
fn thousands_of_works_take_no_more_statements_each_than_a_few() {
    let (few, many) = (statements(30), statements(3000));
    assert_eq!(many[0], few[0], "looking at a file reads the library once");
    // A hundred times the works: a hundred times as many, and what the index of words takes to tidy itself.
    for (few, many) in few.into_iter().zip(many).skip(1) {
        assert!((few * 50..few * 125).contains(&many), "{few} {many}");
    }
}

#[test]
fn a_work_is_named_once_and_is_there() {
    let world = open_world();
    choose(&world, "mine.bib", FILE).unwrap();
    for works in [&[][..], &[(0, false), (0, false)], &[(9, false)]] {
        let failure = accept(&world, works).unwrap_err();
        assert!(matches!(failure, Failure::Invalid { .. }), "{failure:?}");
        assert_eq!(library(&world), []);
    }
}

#[test]
fn a_real_library_comes_in_whole_with_every_broken_entry_listed() {
    let world = open_world();
    let entry = |nth: usize| {
        let sign = if nth % 8 == 3 { "" } else { "=" };
        format!("@book{{k{nth},\n  title {sign} {{Title {nth}}},\n  author = {{A{nth}, B}}\n}}\n")
    };
    choose(&world, "all.bib", (0..2400).map(entry).collect::<String>()).unwrap();
    let view = look(&world);
    assert_eq!((view.works.len(), view.fault_count), (2100, 300));
    let lines: Vec<u32> = view.faults.iter().map(|fault| fault.line).collect();
    assert_eq!(
        lines,
        (0..300)
            .map(|nth| 4 * (8 * nth + 3) + 1)
            .collect::<Vec<_>>()
    );
    assert!(
        view.faults
            .iter()
            .all(|fault| fault.reason.contains("equals sign"))
    );
    let all: Vec<(u32, bool)> = (0..2100).map(|place| (place, false)).collect();
    assert_eq!(accept(&world, &all).unwrap().added, 2100);
    let mut titles: Vec<String> = library(&world).into_iter().map(|work| work.title).collect();
    titles.sort();
    let mut good: Vec<String> = (0..2400)
        .filter(|nth| nth % 8 != 3)
        .map(|nth| format!("Title {nth}"))
        .collect();
    good.sort();
    assert_eq!(titles, good);
}
