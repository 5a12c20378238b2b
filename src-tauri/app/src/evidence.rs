//! Pictures that belong to a portfolio.

use crate::app::{App, Present, new_id_text};
use crate::convert::invalid;
use crate::failure::Failure;
use crate::files;
use crate::kind_of_file::{UNKNOWN, other_picture, picture};
use crate::wire::{AddEvidence, Evidence};
use aftershift_document::without_notes;
use aftershift_domain::evidence::EvidenceKind;
use aftershift_domain::id::EvidenceId;
use aftershift_store::evidence::LARGEST_FILE;
use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use std::borrow::Cow;
use std::path::Path;

pub(crate) fn refused(reason: impl Into<String>) -> Failure {
    Failure::CannotKeepFile {
        reason: reason.into(),
    }
}

/// Why a file is not kept, and what to do instead.
fn not_kept(name: &str, bytes: &[u8]) -> String {
    if other_picture(bytes).is_some() {
        format!(
            "“{name}” is a kind of picture that cannot be printed. Open it, save or export it as JPEG or PNG, and \
             add that; or keep it as it is with its activity."
        )
    } else {
        format!(
            "“{name}” is not a picture, and only a picture (PNG or JPEG) can stand in a text. Keep the file with its \
             activity: open the entry and choose “Add a file”."
        )
    }
}

fn too_large(name: &str) -> Failure {
    refused(format!(
        "“{name}” is larger than {} MB: make the picture smaller and add it again.",
        LARGEST_FILE >> 20
    ))
}

/// The last part of a name, without anything that only a path has.
pub(crate) fn plain_name(name: &str, media_type: &str) -> String {
    let last = name.rsplit(['/', '\\']).next().unwrap_or_default();
    let last: String = last.chars().filter(|c| !c.is_control()).take(200).collect();
    match last.trim() {
        "" if media_type == "image/png" => "picture.png".into(),
        "" if media_type == "image/jpeg" => "picture.jpg".into(),
        "" => "file".into(),
        name => name.into(),
    }
}

/// The bytes as they are kept: of a picture, without the place, the day and the device that a camera notes in it. Nobody
/// sees them in the picture, and whoever gets the PDF could read them.
pub(crate) fn kept(bytes: &[u8]) -> Cow<'_, [u8]> {
    without_notes(bytes).map_or(Cow::Borrowed(bytes), Cow::Owned)
}

/// A picture as it will be kept.
fn described(
    name: &str,
    alternative_text: &str,
    bytes: &[u8],
    present: Present,
) -> Result<Evidence, Failure> {
    if bytes.len() as u64 > LARGEST_FILE {
        return Err(too_large(name));
    }
    let media_type = picture(bytes).ok_or_else(|| refused(not_kept(name, bytes)))?;
    let id = EvidenceId::new(new_id_text(present.now));
    let evidence = Evidence {
        id: id.map_err(|error| invalid("id", error.to_string()))?,
        file_name: plain_name(name, media_type),
        kind: EvidenceKind::Media,
        alternative_text: alternative_text.trim().to_owned(),
        description: String::new(),
        media_type: media_type.into(),
        // Both are taken from the bytes when they are stored.
        sha256: String::new(),
        size: 0,
        created_at: present.now,
        deleted_at: None,
    };
    let mut problems = aftershift_domain::problem::Problems::new();
    problems.check_text("alternativeText", &evidence.alternative_text);
    Ok(problems.or(evidence)?)
}

impl App {
    /// Keeps a picture that was pasted or dropped.
    ///
    /// # Errors
    /// [`Failure::CannotKeepFile`] if it is too large or no picture that can be shown.
    pub fn add_evidence(&self, request: AddEvidence) -> Result<Evidence, Failure> {
        // Base64 has four characters for three bytes: what is surely too large is not even decoded.
        if request.base64.len() as u64 / 4 * 3 > LARGEST_FILE + 3 {
            return Err(too_large(&request.file_name));
        }
        let bytes = STANDARD.decode(request.base64.trim()).map_err(|_| {
            refused(format!(
                "“{}” did not arrive whole: add it again.",
                request.file_name
            ))
        })?;
        self.keep_picture(&request.file_name, &request.alternative_text, &bytes)
    }

    /// Keeps the picture at `path`.
    ///
    /// # Errors
    /// [`Failure::CannotKeepFile`] if it is too large or no picture that can be shown; others if it
    /// cannot be read.
    pub fn add_picture(&self, path: &Path) -> Result<Evidence, Failure> {
        let name = files::written(path).file_name;
        match files::read_up_to(path, LARGEST_FILE)? {
            Some(bytes) => self.keep_picture(&name, "", &bytes),
            None => Err(too_large(&name)),
        }
    }

    fn keep_picture(
        &self,
        name: &str,
        alternative_text: &str,
        bytes: &[u8],
    ) -> Result<Evidence, Failure> {
        self.write(|db, present| {
            let evidence = described(name, alternative_text, bytes, present)?;
            Ok(db.add_evidence(&evidence, &kept(bytes))?)
        })
    }

    /// The bytes of a file and the media type to show it as. Only what begins like a picture is shown
    /// as one, whatever an imported portfolio says of it.
    #[must_use]
    pub fn attachment(&self, id: &str) -> Option<(Vec<u8>, String)> {
        let id = EvidenceId::new(id).ok()?;
        let bytes = self.read(|db, _| Ok(db.evidence_bytes(&id)?)).ok()??;
        let media_type = picture(&bytes).unwrap_or(UNKNOWN);
        Some((bytes, media_type.into()))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::{open_world, png};

    fn request(name: &str, bytes: &[u8]) -> AddEvidence {
        AddEvidence {
            file_name: name.into(),
            alternative_text: "A chart of rest".into(),
            base64: STANDARD.encode(bytes),
        }
    }

    #[test]
    fn a_picture_is_kept_and_shown_as_what_it_is() {
        let world = open_world();
        let kept = world
            .app
            .add_evidence(request("C:\\Photos\\rest.png", &png()))
            .unwrap();
        assert_eq!(
            (kept.file_name.as_str(), kept.media_type.as_str()),
            ("rest.png", "image/png")
        );
        assert_eq!(kept.size, png().len() as u64);
        let (bytes, media_type) = world.app.attachment(kept.id.as_str()).unwrap();
        assert_eq!((bytes, media_type.as_str()), (png(), "image/png"));
    }

    /// A photograph of 2 by 1 dots, with where it was taken in the notes of the camera.
    fn photograph() -> Vec<u8> {
        let mut bytes = b"\xFF\xD8\xFF\xE1\0\x12Exif\0\0GPS 51.507".to_vec();
        bytes.extend([0xFF, 0xC0, 0, 11, 8, 0, 1, 0, 2, 1, 1, 0x11, 0]);
        bytes.extend([0xFF, 0xDA, 0, 8, 1, 1, 0, 0, 0x3F, 0]);
        bytes.extend([1, 2, 3, 0xFF, 0xD9]);
        bytes
    }

    #[test]
    fn where_a_photograph_was_taken_is_not_kept() {
        let world = open_world();
        let path = world.folder.path().join("ward.jpg");
        std::fs::write(&path, photograph()).unwrap();
        let shown = world.app.add_picture(&path).unwrap();
        let request = crate::wire::AttachFile {
            activity_id: None,
            kind: EvidenceKind::Media,
        };
        let attached = world.app.attach_file_at(&path, &request).unwrap();
        for kept in [shown, attached] {
            let (bytes, media_type) = world.app.attachment(kept.id.as_str()).unwrap();
            assert_eq!(media_type, "image/jpeg");
            assert_eq!(kept.size, bytes.len() as u64);
            assert!(!bytes.windows(3).any(|three| three == b"GPS"));
        }
        assert_eq!(
            std::fs::read(&path).unwrap(),
            photograph(),
            "the file itself is left alone"
        );
    }

    /// Why a file is not kept, whatever its name says.
    #[track_caller]
    fn check_refused(name: &str, bytes: &[u8], says: &str) {
        let world = open_world();
        let path = world.folder.path().join(name);
        std::fs::write(&path, bytes).unwrap();
        for add in [
            world.app.add_evidence(request(name, bytes)),
            world.app.add_picture(&path),
        ] {
            let Err(Failure::CannotKeepFile { reason }) = add else {
                panic!("{name} was kept")
            };
            assert!(reason.contains(says) && reason.contains(name), "{reason}");
        }
    }

    #[test]
    fn another_kind_of_picture_is_refused_with_how_to_make_it_one_that_is_kept() {
        let says = "save or export it as JPEG or PNG";
        check_refused("IMG_0412.HEIC", b"\0\0\0\x18ftypheic\0\0\0\0mif1heic", says);
        check_refused("chart.webp", b"RIFF\x10\0\0\0WEBPVP8 ", says);
        check_refused("chart.gif", b"GIF89a", says);
        check_refused("rest.png", b"<?xml version=\"1.0\"?>\n<svg/>", says);
    }

    #[test]
    fn what_is_no_picture_is_refused_with_what_can_be_done_instead() {
        let says = "Keep the file with its activity";
        check_refused("certificate.pdf", b"%PDF-1.7", says);
        check_refused("certificate.png", b"%PDF-1.7", says);
        check_refused("notes.docx", b"PK\x03\x04", says);
        check_refused("empty.jpg", b"", says);
    }

    #[test]
    fn a_picture_that_is_too_large_is_refused() {
        let world = open_world();
        let mut large = png();
        large.resize((LARGEST_FILE + 1) as usize, 0);
        for add in [world.app.add_evidence(request("large.png", &large)), {
            let path = world.folder.path().join("large.png");
            std::fs::write(&path, &large).unwrap();
            world.app.add_picture(&path)
        }] {
            let Err(Failure::CannotKeepFile { reason }) = add else {
                panic!("it was kept")
            };
            assert!(reason.contains("25 MB"), "{reason}");
        }
    }

    #[test]
    fn an_unknown_or_impossible_id_shows_nothing() {
        let world = open_world();
        assert_eq!(world.app.attachment("nowhere"), None);
        assert_eq!(world.app.attachment("../x"), None);
    }
}
