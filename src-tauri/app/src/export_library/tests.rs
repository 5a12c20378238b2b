use super::*;
use crate::testing::open_world;
use crate::wire::{AcceptLibrary, AcceptedWork, Nothing, PasteLibrary};
use std::fs;

const FILE: &str = "@book{schon1983, author={Sch{\\\"o}n, Donald A.}, title={The reflective practitioner}, year=1983}\n\
                    @techreport{nmc2018, author={{Nursing & Midwifery Council}}, title={The Code}, year=2018}\n";

#[test]
fn what_leaves_in_any_form_can_be_brought_in_again() {
    let world = open_world();
    let bring = |text: String| {
        let id = world.app.paste_library(PasteLibrary { text }).unwrap().id;
        let view = world.app.pending_library(Nothing {}).unwrap().unwrap();
        (id, view)
    };
    let (id, _) = bring(FILE.into());
    let works = [0, 1].map(|index| AcceptedWork {
        index,
        merge: false,
    });
    let works = works.to_vec();
    world
        .app
        .accept_library(AcceptLibrary { id, works })
        .unwrap();
    for form in [LibraryForm::BibTex, LibraryForm::Ris, LibraryForm::CslJson] {
        let path = world
            .folder
            .path()
            .join(world.app.suggested_library_name(form));
        let written = world.app.export_library(form, &path, false).unwrap();
        assert!(
            written
                .file_name
                .ends_with(&format!("2026-03-12.{}", form.ending())),
            "{written:?}"
        );
        assert!(
            world.app.export_library(form, &path, false).is_err(),
            "nothing is replaced unasked"
        );
        let (_, view) = bring(fs::read_to_string(&path).unwrap());
        let known: Vec<(&str, bool)> = view
            .works
            .iter()
            .map(|work| (work.known_as.as_str(), work.fills))
            .collect();
        assert_eq!(
            known,
            [
                ("Nursing & Midwifery Council (2018)", false),
                ("Schön (1983)", false)
            ],
            "all of it is there already, and says nothing new"
        );
        assert_eq!((view.fault_count, view.left_out.len()), (0, 0));
    }
}
