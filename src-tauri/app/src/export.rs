//! Handing in: what a PDF would hold, what deserves a look first, and writing it.

mod audit;
mod carried;
mod checks;
mod history;
mod mark;
mod narrowing;
pub(crate) mod preview;
mod profiles;
mod selection;
mod signing;
#[cfg(test)]
mod tests;
mod travel;

use crate::app::{App, Present};
use crate::citation_style::style_of;
use crate::convert::count;
use crate::failure::Failure;
use crate::files::{self, check_target, shown};
use crate::wire::{Audience, ExportChecks, ExportOptions, ExportedPdf, Sheet};
use aftershift_document::citation::Style;
use aftershift_document::length::Length;
use aftershift_document::outline::Document;
use aftershift_document::portfolio::{Kind, Pack, PortfolioOptions, Source, is_printed};
use aftershift_document::{
    Alignment, Error, Fonts, MissingCharacter, Output, Paper, PdfOptions, Signer, Step,
    SystemFonts, pdf,
};
use aftershift_domain::evidence::Evidence;
use aftershift_domain::hours;
use aftershift_domain::id::EvidenceId;
use aftershift_domain::portfolio::Portfolio;
use aftershift_store::Reader;
pub use profiles::usual_options;

use carried::{Carried, Files};
use chrono::{DateTime, NaiveTime, TimeZone, Utc};
use selection::Chosen;
use serde::{Deserialize, Serialize};
use std::collections::HashMap;
use std::path::Path;
use std::sync::LazyLock;
use std::sync::atomic::{AtomicBool, Ordering};

/// The size of body text in large print.
const LARGE_PRINT: Length = Length::thousandths(16_000);

/// The bundled faces and those of this computer. Reading the list takes a moment, so it is read once.
static FONTS: LazyLock<Fonts> = LazyLock::new(|| Fonts::with_system(SystemFonts::load()));

/// How far an export is.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Progress {
    /// Parts of this stage that are done.
    pub done: u32,
    /// Parts of this stage in all.
    pub total: u32,
    /// What is being done, in words.
    pub stage: String,
}

/// What is being done, in words.
fn stage(step: Step) -> &'static str {
    match step {
        Step::Pictures => "Reading pictures",
        Step::Setting => "Setting pages",
        Step::Writing => "Writing pages",
        Step::Finishing => "Finishing the file",
    }
}

/// Tells of progress, and hears when to stop.
struct Watch<'a> {
    tell: &'a dyn Fn(Progress),
    cancel: &'a AtomicBool,
}

impl aftershift_document::Progress for Watch<'_> {
    fn reached(&self, step: Step, done: usize, total: usize) -> bool {
        (self.tell)(Progress {
            done: count(done),
            total: count(total),
            stage: stage(step).into(),
        });
        !self.cancel.load(Ordering::Relaxed)
    }
}

/// What an export is made of, taken out of the file at one moment.
struct Snapshot {
    portfolio: Portfolio,
    /// All of it, if the PDF is to carry all of it.
    whole: Option<Portfolio>,
    /// Files that nothing in the whole portfolio uses: they stay at home.
    loose: Vec<Evidence>,
    /// The bytes of files by their id: those that are shown or printed, and for an export all.
    files: HashMap<String, Vec<u8>>,
    present: Present,
}

impl Snapshot {
    /// What the pages are made of.
    fn of_pages(
        db: &Reader<'_>,
        options: &ExportOptions,
        present: Present,
    ) -> Result<Self, Failure> {
        let Chosen { portfolio, loose } = selection::selected(db.portfolio()?, options);
        let mut snapshot = Self {
            whole: None,
            files: HashMap::new(),
            present,
            portfolio,
            loose,
        };
        let mut ids = travel::pictures(&snapshot.portfolio);
        let printed = snapshot
            .portfolio
            .evidence
            .iter()
            .filter(|it| is_printed(it));
        ids.extend(printed.map(|file| file.id.to_string()));
        for id in ids {
            snapshot.read(db, &id)?;
        }
        Ok(snapshot)
    }

    /// What the pages are made of, and everything that travels with them.
    fn of_everything(
        db: &Reader<'_>,
        options: &ExportOptions,
        present: Present,
    ) -> Result<Self, Failure> {
        let mut snapshot = Self::of_pages(db, options, present)?;
        if carried::is_whole(options) {
            snapshot.whole = Some(db.portfolio()?);
        }
        let carried = snapshot.whole.as_ref().unwrap_or(&snapshot.portfolio);
        let evidence = carried.evidence.iter();
        let ids: Vec<String> = evidence.map(|file| file.id.to_string()).collect();
        for id in ids {
            snapshot.read(db, &id)?;
        }
        Ok(snapshot)
    }

    /// Reads a file, if there is one of this id.
    fn read(&mut self, db: &Reader<'_>, id: &str) -> Result<(), Failure> {
        if let Ok(known) = EvidenceId::new(id)
            && !self.files.contains_key(id)
            && let Some(bytes) = db.evidence_bytes(&known)?
        {
            self.files.insert(id.to_owned(), bytes);
        }
        Ok(())
    }

    /// How it is to be set.
    fn options(&self, options: &ExportOptions, style: Option<&Style>) -> PortfolioOptions {
        let today = options
            .to
            .map_or(self.present.today, |to| to.min(self.present.today));
        PortfolioOptions {
            exact_dates: !options.coarse_dates,
            drafts: options.drafts,
            hours: options.hours,
            from: options.from,
            kind: kind(options.audience),
            recipient: options.recipient.trim().to_owned(),
            title: options.title.trim().to_owned(),
            by_module: options.by_module,
            since: options.since,
            style: style.map_or_else(|| style_of(&self.portfolio.citation_style), Style::clone),
            ..PortfolioOptions::new(today, noon(self.present))
        }
    }
}

fn kind(audience: Audience) -> Kind {
    match audience {
        Audience::Provider => Kind::Portfolio,
        Audience::Reflections => Kind::Accounts,
        Audience::Hours => Kind::Hours,
        Audience::Review => Kind::Review,
    }
}

/// The time of creation: noon of the day that the portfolio calls today, so that the same portfolio on the
/// same day always gives the same file.
fn noon(present: Present) -> DateTime<Utc> {
    let noon = NaiveTime::from_hms_opt(12, 0, 0).unwrap_or_default();
    Utc.from_utc_datetime(&present.today.and_time(noon))
}

fn pdf_options(options: &ExportOptions, signer: Option<Signer>) -> PdfOptions {
    let usual = PdfOptions::default();
    PdfOptions {
        alignment: if options.ragged_right {
            Alignment::Ragged
        } else {
            Alignment::Justified
        },
        text_size: if options.large_print {
            LARGE_PRINT
        } else {
            usual.text_size
        },
        signer,
        paper: match options.paper {
            Sheet::A4 => Paper::A4,
            Sheet::Letter => Paper::Letter,
        },
    }
}

/// `U+1F9FF (3 times)`.
fn character(missing: &MissingCharacter) -> String {
    let times = match missing.count {
        1 => "once".to_owned(),
        many => format!("{many} times"),
    };
    format!("U+{:04X} ({times})", u32::from(missing.character))
}

fn failed(error: &Error, path: &Path) -> Failure {
    match error {
        Error::Cancelled => Failure::Cancelled,
        other => Failure::File {
            operation: "make the PDF".into(),
            path: shown(path),
            reason: other.to_string(),
        },
    }
}

fn exported(path: &Path, output: Output) -> ExportedPdf {
    let notice = |picture: aftershift_document::UnreadablePicture| {
        format!(
            "A picture under “{}” is not shown. {}",
            picture.place, picture.reason
        )
    };
    ExportedPdf {
        file: files::written(path),
        pages: count(output.pages),
        missing: output.missing.iter().map(character).collect(),
        notices: output.unreadable.into_iter().map(notice).collect(),
    }
}

impl App {
    /// Writes the portfolio as a PDF to `path`, beside it first and then in its place. The portfolio
    /// can be worked on meanwhile: what is exported is how it was at the beginning.
    ///
    /// # Errors
    /// [`Failure::Cancelled`] if `cancel` was set before the file had its name: then there is none.
    /// Others if nothing is open or the file cannot be written, or it is the open portfolio itself; without
    /// `overwrite` also if there is a file.
    pub fn export_pdf(
        &self,
        path: &Path,
        options: &ExportOptions,
        tell: &dyn Fn(Progress),
        cancel: &AtomicBool,
        overwrite: bool,
    ) -> Result<ExportedPdf, Failure> {
        check_options(options)?;
        check_target(path, overwrite)?;
        self.check_not_open(path)?;
        let watch = Watch { tell, cancel };
        let (output, fingerprint) = self.with_document(options, |document, files, options| {
            let output = pdf(document, files, options, &FONTS, &watch);
            let fingerprint = document.fingerprint.map(|it| it.to_string());
            (output, fingerprint.unwrap_or_default())
        })?;
        let output = output.map_err(|error| failed(&error, path))?;
        if cancel.load(Ordering::Relaxed) {
            return Err(Failure::Cancelled);
        }
        files::write_whole(path, &output.bytes, overwrite)?;
        self.note_written(path);
        let mut exported = exported(path, output);
        // Batch work leaves the portfolio as it is.
        if self.leaves_traces()
            && let Err(failure) = self.note_export(options, &exported, &fingerprint)
        {
            tracing::warn!(failure = failure.code(), "the export was not noted");
            exported.notices.push(
                "The PDF is written, but the list of what was handed in could not be: note it yourself."
                    .into(),
            );
        }
        Ok(exported)
    }

    /// The choices with the moment of the last review where one is asked for and none is named.
    fn since_last_review(&self, options: &ExportOptions) -> Result<ExportOptions, Failure> {
        let mut options = options.clone();
        if options.audience == Audience::Review && options.since.is_none() {
            options.since = self.last_review()?;
        }
        Ok(options)
    }

    /// Makes the document that is handed in, and does `work` with it, its files and how it is made into a PDF. Nothing is
    /// locked meanwhile.
    fn with_document<T>(
        &self,
        options: &ExportOptions,
        work: impl FnOnce(&Document, &Files<'_>, &PdfOptions) -> T,
    ) -> Result<T, Failure> {
        let signer = options.sign.then(|| self.signer()).transpose()?;
        let options = &self.since_last_review(options)?;
        let snapshot = self.read(|db, present| Snapshot::of_everything(db, options, present))?;
        let chosen = snapshot.options(options, self.style());
        let pack = Pack::new(&snapshot.portfolio, &chosen, &snapshot.files);
        let carried = Carried::of(&snapshot, &pack, options)?;
        let document = pack.document(Some(Source {
            signed: signer.as_ref().map(Signer::fingerprint),
            ..carried.source.clone()
        }));
        let files = Files {
            evidence: &snapshot.files,
            carried: &carried,
        };
        Ok(work(&document, &files, &pdf_options(options, signer)))
    }

    /// A name for the PDF: `Portfolio of Amara Osei 2026-03-12.pdf`.
    #[must_use]
    pub fn suggested_pdf_name(&self) -> String {
        let known = self.read(|db, present| Ok((db.learner()?.name, present)));
        known.map_or_else(
            |_| "Portfolio.pdf".into(),
            |(name, present)| file_name("Portfolio", "pdf", &name, present),
        )
    }

    /// What an export would hold, and what deserves a look first.
    ///
    /// # Errors
    /// If nothing is open or it cannot be read.
    pub fn check_export(&self, options: ExportOptions) -> Result<ExportChecks, Failure> {
        check_options(&options)?;
        let snapshot = self.read(|db, present| Snapshot::of_pages(db, &options, present))?;
        let portfolio = &snapshot.portfolio;
        let document = snapshot.options(&options, self.style());
        let past = || {
            portfolio
                .activities
                .iter()
                .filter(|it| it.done_on <= document.today)
        };
        let listed = past().filter(|it| options.from.is_none_or(|from| it.done_on >= from));
        Ok(ExportChecks {
            reflections: count(selection::shown(portfolio).len()),
            activities: count(listed.count()),
            theory: count(portfolio.theory.len()),
            totals: hours::totals(
                &portfolio.activities,
                Some(&portfolio.programme),
                document.today,
            ),
            checks: checks::all(&snapshot, &options, &document),
            file_name: file_name(
                "Portfolio",
                "pdf",
                &portfolio.learner.name,
                snapshot.present,
            ),
        })
    }
}

fn check_options(options: &ExportOptions) -> Result<(), Failure> {
    let mut problems = aftershift_domain::problem::Problems::new();
    if let (Some(from), Some(to)) = (options.from, options.to) {
        problems.check(
            from <= to,
            "to",
            "The last day lies before the first: nothing would be in the export.",
        );
    }
    for (field, day) in [("from", options.from), ("to", options.to)] {
        if let Some(day) = day {
            problems.check_date(field, day);
        }
    }
    Ok(problems.or(())?)
}

/// A name that every system takes: what it is, whose, and of which day, as in
/// `Portfolio of Amara Osei 2026-03-12.pdf`.
pub(crate) fn file_name(what: &str, ending: &str, learner: &str, present: Present) -> String {
    let day = present.today.format("%Y-%m-%d");
    let name: String = learner
        .chars()
        .map(|c| {
            if c.is_control() || "\\/:*?\"<>|".contains(c) {
                ' '
            } else {
                c
            }
        })
        .take(60)
        .collect();
    let words: Vec<&str> = name.split_whitespace().collect();
    if words.is_empty() {
        format!("{what} {day}.{ending}")
    } else {
        format!("{what} of {} {day}.{ending}", words.join(" "))
    }
}
