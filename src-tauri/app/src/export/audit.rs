//! The audit check as a PDF of one page.

use super::{FONTS, exported, failed, file_name, noon};
use crate::app::App;
use crate::failure::Failure;
use crate::files::{self, check_target};
use crate::wire::ExportedPdf;
use aftershift_document::Unwatched;
use aftershift_document::audit::{AuditSheet, audit_pdf};
use aftershift_domain::hours::requirement;
use std::path::Path;

impl App {
    /// Writes the audit check as a PDF of one page to `path`, beside it first and then in its place.
    ///
    /// # Errors
    /// If nothing is open or the file cannot be written, or it is the open portfolio itself; without
    /// `overwrite` also if there is a file.
    pub fn export_audit(&self, path: &Path, overwrite: bool) -> Result<ExportedPdf, Failure> {
        check_target(path, overwrite)?;
        self.check_not_open(path)?;
        let (audit, learner, programme, present) = self.with_checks(|log, db, present| {
            Ok((log.audit(), db.learner()?, db.programme()?, present))
        })?;
        let sheet = AuditSheet {
            learner: &learner,
            programme: &programme,
            audit: &audit,
            required: requirement(&programme).ok().map(|found| found.target),
            today: present.today,
            created_at: noon(present),
        };
        let output = audit_pdf(&sheet, &FONTS, &Unwatched).map_err(|error| failed(&error, path))?;
        files::write_whole(path, &output.bytes, overwrite)?;
        self.note_written(path);
        Ok(exported(path, output))
    }

    /// A name for the audit check: `Audit check of Amara Osei 2026-03-12.pdf`.
    #[must_use]
    pub fn suggested_audit_name(&self) -> String {
        let known = self.read(|db, present| Ok((db.learner()?.name, present)));
        known.map_or_else(
            |_| "Audit check.pdf".into(),
            |(name, present)| file_name("Audit check", "pdf", &name, present),
        )
    }
}

#[cfg(test)]
mod tests {
    use crate::Failure;
    use crate::testing::{log, open_world};
    use aftershift_domain::activity::Category;

    #[test]
    fn the_audit_check_is_written_as_one_page() {
        let world = open_world();
        log(&world, "Lecture", "2026-03-10", 60, Category::Theory);
        let path = world.folder.path().join("audit.pdf");
        let written = world.app.export_audit(&path, false).unwrap();
        assert_eq!(
            (written.pages, written.file.file_name.as_str()),
            (1, "audit.pdf")
        );
        let bytes = std::fs::read(&path).unwrap();
        assert!(bytes.starts_with(b"%PDF-"));
        let again = world.app.export_audit(&path, false);
        assert!(
            matches!(again, Err(Failure::AlreadyThere { .. })),
            "{again:?}"
        );
        world.app.export_audit(&path, true).unwrap();
        assert!(
            std::fs::read(&path).unwrap() == bytes,
            "the same bytes each time"
        );
        let portfolio = world.app.portfolio_path().unwrap();
        assert!(world.app.export_audit(&portfolio, true).is_err());
        assert_eq!(
            world.app.suggested_audit_name(),
            "Audit check 2026-03-12.pdf"
        );
    }
}
