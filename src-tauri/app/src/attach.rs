//! Files that belong to an activity: a certificate, a register, slides. They are kept and named here; what
//! is in them is for the programs that made them, except that a picture loses what a camera notes in it.

use crate::activity::present_activity;
use crate::app::{App, Present, new_id_text};
use crate::convert::{invalid, not_found};
use crate::evidence::{kept, plain_name, refused};
use crate::failure::Failure;
use crate::files;
use crate::kind_of_file::{is_program, media_type};
use crate::theory::{label, present_theory};
use crate::undo::{Back, Step};
use crate::wire::{
    AttachFile, Done, Evidence, EvidenceLink, EvidenceList, EvidenceRef, Nothing, Theory,
    TheoryRef, WrittenFile,
};
use aftershift_domain::evidence::EvidenceKind;
use aftershift_domain::id::EvidenceId;
use aftershift_store::evidence::LARGEST_FILE;
use aftershift_store::{ItemKind, Reader, Writer};
use std::path::{Path, PathBuf};

/// A file as it will be kept.
fn described(
    name: &str,
    kind: EvidenceKind,
    bytes: &[u8],
    present: Present,
) -> Result<Evidence, Failure> {
    if bytes.is_empty() {
        return Err(refused(format!(
            "“{name}” has nothing in it: choose another file."
        )));
    }
    if is_program(name, bytes) {
        return Err(refused(format!(
            "“{name}” is a program, and a portfolio keeps none: add the document, picture or recording itself."
        )));
    }
    let media_type = media_type(name, bytes);
    let id = EvidenceId::new(new_id_text(present.now));
    Ok(Evidence {
        id: id.map_err(|error| invalid("id", error.to_string()))?,
        file_name: plain_name(name, media_type),
        kind,
        alternative_text: String::new(),
        description: String::new(),
        media_type: media_type.into(),
        // Both are taken from the bytes when they are stored.
        sha256: String::new(),
        size: 0,
        created_at: present.now,
        deleted_at: None,
    })
}

/// The file with this id that is not in the bin.
fn present_file(db: &Reader<'_>, id: &EvidenceId) -> Result<Evidence, Failure> {
    let found = db.evidence(id)?.filter(|file| file.deleted_at.is_none());
    found.ok_or_else(|| not_found("evidence"))
}

/// Name and bytes of the file at `path`.
fn read(path: &Path) -> Result<(String, Vec<u8>), Failure> {
    let name = files::written(path).file_name;
    match files::read_up_to(path, LARGEST_FILE)? {
        Some(bytes) => Ok((name, bytes)),
        None => Err(refused(format!(
            "“{name}” is larger than {} MB: make it smaller, or keep it elsewhere and describe it.",
            LARGEST_FILE >> 20
        ))),
    }
}

/// Moves the file of a work to the bin unless something else has it too, and says what takes that back. Outside the
/// bin a file that belongs to nothing would be handed in with the PDF.
fn put_away(db: &Writer<'_>, work: &Theory, present: Present) -> Result<Vec<Back>, Failure> {
    let Some(id) = &work.evidence_id else {
        return Ok(Vec::new());
    };
    let elsewhere = db
        .all_evidence_links()?
        .iter()
        .any(|it| it.evidence_id == *id)
        || db
            .all_theory()?
            .iter()
            .any(|it| it.id != work.id && it.evidence_id.as_ref() == Some(id));
    let kept = db.evidence(id)?.is_some_and(|it| it.deleted_at.is_none());
    if elsewhere || !kept {
        return Ok(Vec::new());
    }
    db.move_to_bin(ItemKind::Evidence, id.as_str(), present.now)?;
    Ok(vec![Back::Restore(ItemKind::Evidence, id.to_string())])
}

/// The file of a work, unless it is in the bin.
pub(crate) fn file_of(db: &Reader<'_>, work: &Theory) -> Result<Option<Evidence>, Failure> {
    let file = match &work.evidence_id {
        Some(id) => db.evidence(id)?,
        None => None,
    };
    Ok(file.filter(|file| file.deleted_at.is_none()))
}

impl App {
    /// Keeps the file at `path` as that of a work, in the place of one that it may have.
    ///
    /// # Errors
    /// As for the files of activities.
    pub fn attach_work_file_at(
        &self,
        path: &Path,
        request: &TheoryRef,
    ) -> Result<Evidence, Failure> {
        let (name, bytes) = read(path)?;
        self.write_undoable(|db, present| {
            let work = present_theory(db, &request.id)?;
            let file = described(&name, EvidenceKind::Media, &bytes, present)?;
            let file = db.add_evidence(&file, &kept(&bytes))?;
            let mut backs = put_away(db, &work, present)?;
            db.save_theory(&Theory {
                evidence_id: Some(file.id.clone()),
                changed_at: present.now,
                ..work.clone()
            })?;
            let what = format!("Added “{}” to {}", file.file_name, label(&work));
            backs.push(Back::Theory(Box::new(work)));
            backs.push(Back::Bin(ItemKind::Evidence, file.id.to_string()));
            Ok((file, Some(Step::new(what, Back::All(backs)))))
        })
    }

    /// Keeps what was dropped on the page of a work as its file.
    ///
    /// # Errors
    /// If that is more than one file, and as for a file that was chosen.
    pub fn attach_dropped(
        &self,
        paths: &[PathBuf],
        request: &TheoryRef,
    ) -> Result<Evidence, Failure> {
        match paths {
            [path] => self.attach_work_file_at(path, request),
            _ => Err(refused(
                "A work has one file: drop the one that is the work itself.".to_owned(),
            )),
        }
    }

    /// Takes its file off a work. It goes to the bin unless something else has it too.
    ///
    /// # Errors
    /// If the work is not there or has no file.
    pub fn detach_work_file(&self, request: TheoryRef) -> Result<Done, Failure> {
        self.write_undoable(|db, present| {
            let work = present_theory(db, &request.id)?;
            let file = file_of(db, &work)?.ok_or_else(|| not_found("evidence"))?;
            let mut backs = put_away(db, &work, present)?;
            db.save_theory(&Theory {
                evidence_id: None,
                changed_at: present.now,
                ..work.clone()
            })?;
            let what = format!("Took “{}” off {}", file.file_name, label(&work));
            backs.push(Back::Theory(Box::new(work)));
            Ok((Done {}, Some(Step::new(what, Back::All(backs)))))
        })
    }

    /// The files that are kept, in the order in which they were added.
    ///
    /// # Errors
    /// If nothing is open or it cannot be read.
    pub fn list_evidence(&self, _: Nothing) -> Result<EvidenceList, Failure> {
        self.read(|db, _| {
            let files = db.evidence_list()?;
            Ok(EvidenceList { files })
        })
    }

    /// Lets a file that is kept belong to an activity.
    ///
    /// # Errors
    /// If one of them is not there.
    pub fn link_evidence(&self, request: EvidenceLink) -> Result<Done, Failure> {
        self.write_undoable(|db, _| {
            let activity = present_activity(db, &request.activity_id)?;
            let file = present_file(db, &request.evidence_id)?;
            if db.evidence_of(&activity.id)?.contains(&file) {
                return Ok((Done {}, None));
            }
            db.link_evidence(&activity.id, &file.id)?;
            let what = format!("Added “{}” to “{}”", file.file_name, activity.title);
            Ok((
                Done {},
                Some(Step::new(what, Back::NoEvidenceLink(request))),
            ))
        })
    }

    /// Takes a file off an activity. The file itself stays.
    ///
    /// # Errors
    /// If it does not belong to it.
    pub fn unlink_evidence(&self, request: EvidenceLink) -> Result<Done, Failure> {
        self.write_undoable(|db, _| {
            let activity = present_activity(db, &request.activity_id)?;
            let files = db.evidence_of(&activity.id)?;
            let file = files.into_iter().find(|it| it.id == request.evidence_id);
            let file = file.ok_or_else(|| not_found("evidence"))?;
            db.unlink_evidence(&activity.id, &file.id)?;
            let what = format!("Took “{}” off “{}”", file.file_name, activity.title);
            Ok((Done {}, Some(Step::new(what, Back::EvidenceLink(request)))))
        })
    }

    /// What a copy of a kept file is called unless somebody says otherwise.
    ///
    /// # Errors
    /// If it is not there.
    pub fn suggested_file_name(&self, request: &EvidenceRef) -> Result<String, Failure> {
        self.read(|db, _| {
            let file = present_file(db, &request.id)?;
            // An imported portfolio may say more than a name.
            Ok(plain_name(&file.file_name, &file.media_type))
        })
    }

    /// Writes a kept file to `path`, byte for byte, in place of a file that may be there: whoever chose the path has
    /// been asked.
    ///
    /// # Errors
    /// If it is not there, cannot be written, or `path` is the open portfolio itself.
    pub fn save_file_copy(
        &self,
        path: &Path,
        request: &EvidenceRef,
    ) -> Result<WrittenFile, Failure> {
        self.check_not_open(path)?;
        let bytes = self.read(|db, _| {
            let file = present_file(db, &request.id)?;
            db.evidence_bytes(&file.id)?
                .ok_or_else(|| not_found("evidence"))
        })?;
        files::write_whole(path, &bytes, true)?;
        self.note_written(path);
        Ok(files::written(path))
    }

    /// Keeps the file at `path` and lets it belong to an activity. For one that is still being typed it is kept
    /// at once, because it may have moved by the time the entry is, and joins it then.
    ///
    /// # Errors
    /// [`Failure::CannotKeepFile`] if it is too large, empty or a program; others if it cannot be read, or the
    /// activity is not there.
    pub fn attach_file_at(&self, path: &Path, request: &AttachFile) -> Result<Evidence, Failure> {
        let (name, bytes) = read(path)?;
        self.write_undoable(|db, present| {
            let activity = match &request.activity_id {
                Some(id) => Some(present_activity(db, id)?),
                None => None,
            };
            let file = described(&name, request.kind, &bytes, present)?;
            let file = db.add_evidence(&file, &kept(&bytes))?;
            let Some(activity) = activity else {
                let back = Back::Bin(ItemKind::Evidence, file.id.to_string());
                let what = format!("Added the file “{}”", file.file_name);
                return Ok((file, Some(Step::new(what, back))));
            };
            db.link_evidence(&activity.id, &file.id)?;
            let back = Back::All(vec![
                Back::NoEvidenceLink(EvidenceLink {
                    activity_id: activity.id,
                    evidence_id: file.id.clone(),
                }),
                Back::Bin(ItemKind::Evidence, file.id.to_string()),
            ]);
            let what = format!("Added “{}” to “{}”", file.file_name, activity.title);
            Ok((file, Some(Step::new(what, back))))
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::{World, activity, log, open_world};
    use crate::wire::{ActivityRef, BinItemRef, BinKind, SaveActivity};
    use aftershift_domain::activity::Category;
    use aftershift_domain::id::ActivityId;

    fn lesson(world: &World) -> ActivityId {
        log(world, "Lecture", "2026-03-10", 60, Category::Theory)
            .activity
            .id
    }

    fn attach(
        world: &World,
        id: &ActivityId,
        name: &str,
        bytes: &[u8],
    ) -> Result<Evidence, Failure> {
        let path = world.folder.path().join(name);
        std::fs::write(&path, bytes).unwrap();
        let request = AttachFile {
            activity_id: Some(id.clone()),
            kind: EvidenceKind::Certificate,
        };
        world.app.attach_file_at(&path, &request)
    }

    fn files(world: &World, id: &ActivityId) -> Vec<String> {
        let view = world.app.activity(ActivityRef { id: id.clone() }).unwrap();
        view.files.into_iter().map(|file| file.file_name).collect()
    }

    #[test]
    fn a_file_is_kept_with_its_activity_and_taken_back() {
        let world = open_world();
        let id = lesson(&world);
        let kept = attach(&world, &id, "Register.pdf", b"%PDF-1.7 ...").unwrap();
        assert_eq!(
            (kept.media_type.as_str(), kept.kind),
            ("application/pdf", EvidenceKind::Certificate)
        );
        assert_eq!(files(&world, &id), ["Register.pdf"]);
        let undone = world.app.undo(Nothing {}).unwrap();
        assert_eq!(
            undone.what.as_deref(),
            Some("Added “Register.pdf” to “Lecture”")
        );
        assert!(files(&world, &id).is_empty());
        assert!(
            world
                .app
                .list_evidence(Nothing {})
                .unwrap()
                .files
                .is_empty()
        );
    }

    #[test]
    fn the_file_of_a_work_is_replaced_and_taken_off_and_each_can_be_taken_back() {
        let world = open_world();
        let request = crate::testing::work("Novice", "1984", &["Benner"]);
        let work = world.app.save_theory(request).unwrap();
        let of = || TheoryRef {
            id: work.id.clone(),
        };
        let keep = |name: &str| {
            let path = world.folder.path().join(name);
            std::fs::write(&path, name).unwrap();
            world.app.attach_work_file_at(&path, &of()).unwrap()
        };
        let shown = || {
            let file = world.app.theory(of()).unwrap().file;
            file.map(|file| file.file_name)
        };
        let bin = || world.app.list_bin(Nothing {}).unwrap().items.len();
        keep("first.pdf");
        keep("second.pdf");
        assert_eq!((shown().as_deref(), bin()), (Some("second.pdf"), 1));
        world.app.detach_work_file(of()).unwrap();
        assert_eq!((shown(), bin()), (None, 2));
        assert!(world.app.detach_work_file(of()).is_err());
        let undo = || world.app.undo(Nothing {}).unwrap().what.unwrap();
        assert_eq!(undo(), "Took “second.pdf” off Benner (1984)");
        assert_eq!((shown().as_deref(), bin()), (Some("second.pdf"), 1));
        assert_eq!(undo(), "Added “second.pdf” to Benner (1984)");
        assert_eq!((shown().as_deref(), bin()), (Some("first.pdf"), 1));
        undo();
        assert_eq!(shown(), None);
    }

    #[test]
    fn one_file_is_dropped_on_a_work_and_never_several() {
        let world = open_world();
        let request = crate::testing::work("Novice", "1984", &["Benner"]);
        let work = world.app.save_theory(request).unwrap();
        let of = TheoryRef { id: work.id };
        let paths = ["a.pdf", "b.pdf"].map(|name| {
            let path = world.folder.path().join(name);
            std::fs::write(&path, name).unwrap();
            path
        });
        let failure = world.app.attach_dropped(&paths, &of).unwrap_err();
        assert!(format!("{failure:?}").contains("A work has one file"));
        let kept = world.app.attach_dropped(&paths[1..], &of).unwrap();
        assert_eq!(kept.file_name, "b.pdf");
        assert_eq!(world.app.theory(of).unwrap().file, Some(kept));
    }

    #[test]
    fn the_file_of_a_work_that_an_activity_has_too_stays_with_that() {
        let world = open_world();
        let id = lesson(&world);
        let file = attach(&world, &id, "Slides.pdf", b"%PDF-1.7").unwrap();
        let request = crate::testing::work("Novice", "1984", &["Benner"]);
        let work = Theory {
            evidence_id: Some(file.id),
            ..world.app.save_theory(request).unwrap()
        };
        world.app.write(|db, _| Ok(db.save_theory(&work)?)).unwrap();
        world
            .app
            .detach_work_file(TheoryRef { id: work.id })
            .unwrap();
        assert_eq!(files(&world, &id), ["Slides.pdf"]);
    }

    #[test]
    fn a_file_chosen_for_a_new_entry_is_kept_at_once_and_joins_it() {
        let world = open_world();
        let choose = |name: &str| {
            let path = world.folder.path().join(name);
            std::fs::write(&path, b"seen").unwrap();
            let request = AttachFile {
                activity_id: None,
                kind: EvidenceKind::Certificate,
            };
            world.app.attach_file_at(&path, &request).unwrap().id
        };
        let (kept, binned) = (choose("Register.txt"), choose("Slip.txt"));
        let undone = world.app.undo(Nothing {}).unwrap();
        assert_eq!(undone.what.as_deref(), Some("Added the file “Slip.txt”"));
        let entry = SaveActivity {
            files: vec![kept, binned],
            ..activity("Lecture", "2026-03-10")
        };
        let id = world.app.save_activity(entry).unwrap().activity.id;
        assert_eq!(files(&world, &id), ["Register.txt"]);
        world.app.undo(Nothing {}).unwrap();
        let left = world.app.list_evidence(Nothing {}).unwrap().files;
        assert_eq!(
            left.len(),
            1,
            "the file outlives an entry that was taken back"
        );
    }

    #[test]
    fn a_kept_file_can_belong_to_several_activities() {
        let world = open_world();
        let (first, second) = (lesson(&world), lesson(&world));
        let file = attach(&world, &first, "Slides.pptx", b"PK").unwrap();
        let link = || EvidenceLink {
            activity_id: second.clone(),
            evidence_id: file.id.clone(),
        };
        world.app.link_evidence(link()).unwrap();
        world.app.link_evidence(link()).unwrap();
        assert_eq!(files(&world, &second), ["Slides.pptx"]);
        world.app.unlink_evidence(link()).unwrap();
        assert_eq!(files(&world, &second), [""; 0]);
        assert_eq!(files(&world, &first), ["Slides.pptx"]);
        let gone = Failure::NotFound {
            kind: "evidence".into(),
        };
        assert_eq!(world.app.unlink_evidence(link()), Err(gone));
        world.app.undo(Nothing {}).unwrap();
        assert_eq!(files(&world, &second), ["Slides.pptx"]);
    }

    #[test]
    fn a_file_in_the_bin_is_not_shown_and_comes_back_with_its_activity() {
        let world = open_world();
        let id = lesson(&world);
        let file = attach(&world, &id, "note.txt", b"seen").unwrap();
        let item = || BinItemRef {
            kind: BinKind::Evidence,
            id: file.id.to_string(),
        };
        world.app.move_to_bin(item()).unwrap();
        assert!(files(&world, &id).is_empty());
        world.app.restore_from_bin(item()).unwrap();
        assert_eq!(files(&world, &id), ["note.txt"]);
    }

    #[test]
    fn what_is_empty_or_too_large_is_refused_and_nothing_is_kept() {
        let world = open_world();
        let id = lesson(&world);
        let large = vec![b'x'; usize::try_from(LARGEST_FILE).unwrap() + 1];
        for bytes in [&[][..], &large] {
            let refused = attach(&world, &id, "film.mp4", bytes);
            assert!(matches!(refused, Err(Failure::CannotKeepFile { .. })));
        }
        let nobody = ActivityId::new("nobody").unwrap();
        assert!(attach(&world, &nobody, "a.txt", b"a").is_err());
        assert!(
            world
                .app
                .list_evidence(Nothing {})
                .unwrap()
                .files
                .is_empty()
        );
    }

    #[test]
    fn documents_of_every_kind_are_kept_as_they_are_and_a_copy_is_the_same_bytes() {
        let world = open_world();
        let id = lesson(&world);
        for (name, bytes) in [
            ("Certificate.pdf", &b"%PDF-1.7 ..."[..]),
            ("Reflection.docx", b"PK\x03\x04\0\0"),
            ("Hours.xlsx", b"PK\x03\x04\0\0"),
            ("Slides.pptx", b"PK\x03\x04\0\0"),
            ("Hours.csv", b"day;hours"),
            ("Photo.heic", b"\0\0\0\x18ftypheic"),
            ("Chart.webp", b"RIFF\x10\0\0\0WEBPVP8 "),
            ("something", b"\0\x01\x02"),
        ] {
            let kept = attach(&world, &id, name, bytes).unwrap();
            assert_eq!(
                (kept.file_name.as_str(), kept.size),
                (name, bytes.len() as u64)
            );
            assert_eq!(kept.sha256, crate::format::files::sha256(bytes));
            let request = EvidenceRef { id: kept.id };
            assert_eq!(world.app.suggested_file_name(&request).unwrap(), name);
            let copy = world.folder.path().join(format!("copy of {name}"));
            let written = world.app.save_file_copy(&copy, &request).unwrap();
            assert_eq!(written.file_name, format!("copy of {name}"));
            assert_eq!(std::fs::read(&copy).unwrap(), bytes);
        }
    }

    #[test]
    fn a_program_is_refused_with_one_sentence_whatever_it_calls_itself() {
        let world = open_world();
        let id = lesson(&world);
        for (name, bytes) in [("setup.exe", &b"x"[..]), ("certificate.pdf", b"\x7fELF")] {
            let Err(Failure::CannotKeepFile { reason }) = attach(&world, &id, name, bytes) else {
                panic!("{name} was kept")
            };
            assert!(
                reason.contains(name) && reason.contains("is a program"),
                "{reason}"
            );
        }
        assert_eq!(files(&world, &id), [""; 0]);
    }

    #[test]
    fn a_copy_never_goes_over_the_open_portfolio_and_a_file_in_the_bin_has_none() {
        let world = open_world();
        let id = lesson(&world);
        let file = attach(&world, &id, "note.txt", b"seen").unwrap();
        let request = || EvidenceRef {
            id: file.id.clone(),
        };
        let open = world.app.portfolio_path().unwrap();
        let before = std::fs::read(&open).unwrap();
        assert!(world.app.save_file_copy(&open, &request()).is_err());
        assert_eq!(std::fs::read(&open).unwrap(), before);
        let item = BinItemRef {
            kind: BinKind::Evidence,
            id: file.id.to_string(),
        };
        world.app.move_to_bin(item).unwrap();
        let copy = world.folder.path().join("copy.txt");
        assert!(world.app.save_file_copy(&copy, &request()).is_err());
        assert!(!copy.exists());
    }
}
