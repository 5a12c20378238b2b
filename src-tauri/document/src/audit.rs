//! The audit check as a document of one page: every check with its result, what to do, the first entries
//! concerned, and the figures for the learner record.

use crate::length::Length;
use crate::outline::{Block, Column, Document, Part, Row, Run, Table, Text};
use crate::{Alignment, Error, Fonts, NoFiles, Output, PdfOptions, Progress, pdf};
use aftershift_domain::audit::{About, Audit, Check, Concern, Outcome};
use aftershift_domain::day;
use aftershift_domain::minutes::Minutes;
use aftershift_domain::programme::{Learner, Programme};
use chrono::{DateTime, NaiveDate, Utc};

/// A way to fit everything on the page: entries named for each check, and the size of the text.
type Fit = (usize, Length);

/// The ways to try, the fullest first.
const FITS: [Fit; 4] = [
    (3, Length::thousandths(9_000)),
    (1, Length::thousandths(9_000)),
    (0, Length::thousandths(9_000)),
    (0, Length::thousandths(8_000)),
];

/// Small print, for a log in which nearly every check found something. Should a title be long beyond all
/// measure, two pages with every word are better than one without some.
const SMALLEST: Fit = (0, Length::thousandths(7_000));

/// What the page is made of.
#[derive(Debug, Clone, Copy)]
pub struct AuditSheet<'a> {
    /// Whose log it is.
    pub learner: &'a Learner,
    /// What they are on.
    pub programme: &'a Programme,
    /// The checks.
    pub audit: &'a Audit,
    /// The figure to reach, if it is known.
    pub required: Option<Minutes>,
    /// The day for which it was checked.
    pub today: NaiveDate,
    /// Written as the time of creation.
    pub created_at: DateTime<Utc>,
}

/// Makes the audit check into a PDF of one A4 page, with as many entries named as there is room for.
///
/// # Errors
/// As for [`pdf`](fn@crate::pdf).
pub fn audit_pdf(
    sheet: &AuditSheet<'_>,
    fonts: &Fonts,
    progress: &dyn Progress,
) -> Result<Output, Error> {
    let fitted = |(named, text_size): Fit| {
        let options = PdfOptions {
            text_size,
            alignment: Alignment::Ragged,
            ..PdfOptions::default()
        };
        let document = audit_document(sheet, named);
        pdf(&document, &NoFiles, &options, fonts, progress)
    };
    for fit in FITS {
        let output = fitted(fit)?;
        if output.pages == 1 {
            return Ok(output);
        }
    }
    fitted(SMALLEST)
}

/// Makes the audit check into a document that names so many entries for each check.
#[must_use]
pub fn audit_document(sheet: &AuditSheet<'_>, named: usize) -> Document {
    let name = sheet.learner.name.trim();
    let title = if name.is_empty() {
        "Audit check of off-the-job hours".to_owned()
    } else {
        format!("Audit check of off-the-job hours: {name}")
    };
    let part = Part::new("Audit check")
        .with(Block::heading(1, "Audit check of off-the-job hours", "audit"))
        .with(Block::paragraph(opening(sheet)))
        .with(Block::Table(figures(sheet)))
        .with(Block::Table(checks(&sheet.audit.checks, named)))
        .with(Block::remark(
            "Figures for the learner record are whole hours, rounded down. Confirmations are recorded on the \
             apprentice’s own device and are not verified signatures. Made with Aftershift from what was \
             entered.",
        ));
    Document {
        title,
        author: name.to_owned(),
        subject: "Checks of the off-the-job log".into(),
        keywords: vec![
            "apprenticeship".into(),
            "off-the-job training".into(),
            "audit".into(),
        ],
        language: "en-GB".into(),
        created_at: sheet.created_at,
        parts: vec![part],
        attachments: Vec::new(),
        fingerprint: None,
    }
}

/// Who, on what, when, and how many checks came to what.
fn opening(sheet: &AuditSheet<'_>) -> Text {
    let mut text = Text::new();
    let name = sheet.learner.name.trim();
    if !name.is_empty() {
        text = text.bold(name).plain(", ");
    }
    let title = sheet.programme.title.trim();
    if !title.is_empty() {
        text = text.plain(format!("{title}, "));
    }
    let counted: Vec<String> = Outcome::ALL
        .iter()
        .rev()
        .map(|result| {
            let checks = sheet.audit.checks.iter();
            let count = checks.filter(|check| check.result == *result).count();
            format!("{}: {count}", result.label())
        })
        .collect();
    text.plain(format!("as of {}. ", day::full(sheet.today)))
        .plain(format!("{}.", counted.join("; ")))
}

/// The totals, and under them what goes into the learner record.
fn figures(sheet: &AuditSheet<'_>) -> Table {
    let (totals, figures) = (&sheet.audit.totals, &sheet.audit.figures);
    let programme = sheet.programme;
    let time = |time: Option<Minutes>| match time {
        Some(time) => time.to_string().into(),
        None => Text::new().quiet("not known"),
    };
    let record = |hours: Option<u32>| match hours {
        Some(hours) => Text::new().bold(format!("{hours} h")),
        None => Text::new().quiet("not known"),
    };
    Table {
        summary: "Totals, and the figures for the learner record in whole hours".into(),
        columns: vec![
            Column::words("", 16),
            Column::figures("Required", 13),
            Column::figures("Planned", 13),
            Column::figures("Claimed (delivered)", 16),
            Column::figures("Confirmed", 14),
            Column::figures("Does not count", 13),
            Column::figures("Prior learning", 15),
        ],
        rows: vec![
            Row::new([
                "Time".into(),
                time(sheet.required),
                // As in the record: where the provider plans no more, what is required is planned.
                time(programme.planned_hours.or(sheet.required)),
                time(Some(totals.claimed)),
                time(Some(totals.confirmed)),
                time(Some(totals.excluded)),
                time(Some(programme.prior_learning)),
            ]),
            Row::new([
                "Learner record".into(),
                Text::new(),
                record(figures.planned),
                record(Some(figures.delivered)),
                record(Some(figures.confirmed)),
                Text::new(),
                record(Some(figures.prior_learning)),
            ]),
        ],
        close: false,
    }
}

/// Every check, the worst first.
fn checks(checks: &[Check], named: usize) -> Table {
    let mut ordered: Vec<&Check> = checks.iter().collect();
    ordered.sort_by_key(|check| std::cmp::Reverse(check.result));
    Table {
        summary: "Every check with its result and what to do".into(),
        columns: vec![
            Column::words("Check", 24),
            Column::words("Result", 14),
            Column::words("What was found, and what to do", 62),
        ],
        rows: ordered
            .into_iter()
            .map(|check| {
                let result = match check.result {
                    Outcome::Fine | Outcome::Unknown => Text::from(check.result.label()),
                    _ => Text::new().bold(check.result.label()),
                };
                Row::new([check.code.label().into(), result, found(check, named)])
            })
            .collect(),
        close: false,
    }
}

fn found(check: &Check, named: usize) -> Text {
    let mut text = Text::from(check.text.as_str());
    if !check.advice.is_empty() {
        text = text.plain(format!(" {}", check.advice));
    }
    let mut list: Vec<String> = check.concerns.iter().filter_map(concern).collect();
    if named == 0 || list.is_empty() {
        return text;
    }
    let more = list.len().saturating_sub(named);
    list.truncate(named);
    if more > 0 {
        list.push(format!("and {more} more"));
    }
    text.run(Run::plain("\n")).quiet(list.join("; "))
}

/// `Lecture, 12 Mar 2026, 2 h (recorded 45 days later)`. The log itself is no place on paper.
fn concern(concern: &Concern) -> Option<String> {
    Some(match &concern.about {
        About::Entry {
            title,
            done_on,
            claimed,
            ..
        } => {
            let detail = match concern.detail.as_str() {
                "" => String::new(),
                detail => format!(" ({detail})"),
            };
            format!("{title}, {}, {claimed}{detail}", day::short(*done_on))
        }
        About::Programme { field } => field.label().to_owned(),
        About::Log => return None,
        About::Days { .. } => concern.detail.clone(),
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use aftershift_domain::activity::{
        Activity, Category, ConfirmationState, DeliveredBy, Disagreement, PaidTime, Place,
    };
    use aftershift_domain::audit::Log;
    use aftershift_domain::hours::requirement;
    use aftershift_domain::id::ActivityId;

    fn entry(n: usize) -> Activity {
        let day: NaiveDate = "2026-01-05".parse().unwrap();
        Activity {
            id: ActivityId::new(format!("a{n}")).unwrap(),
            title: format!("Lecture on the pressures of wounds and their dressings, part {n}"),
            done_on: day + chrono::Days::new(n as u64 % 300),
            started_at: "22:00:00".parse().ok(),
            ended_at: "21:00:00".parse().ok(),
            duration: None,
            off_the_job: Some(Minutes(600)),
            category: n.is_multiple_of(3).then_some(Category::EnglishMaths),
            what_was_done: String::new(),
            what_was_learned: String::new(),
            paid: PaidTime::Unknown,
            compensation: String::new(),
            delivered_by: String::new(),
            delivered_by_kind: DeliveredBy::Unknown,
            place: Place::Unknown,
            criteria: Vec::new(),
            tags: Vec::new(),
            disagreement: Some(Disagreement {
                counts: true,
                note: "I was taught. ".repeat(40),
            }),
            state: ConfirmationState::Draft,
            created_at: "2026-12-01T12:00:00Z".parse().unwrap(),
            changed_at: DateTime::default(),
            deleted_at: None,
        }
    }

    fn sheet_of(activities: &[Activity], check: impl FnOnce(&AuditSheet<'_>)) {
        let programme = Programme {
            title: "Nursing associate".into(),
            original_start: "2026-02-01".parse().ok(),
            planned_end: "2026-05-31".parse().ok(),
            plan_hours: Some(Minutes::from_hours(600)),
            planned_hours: Some(Minutes::from_hours(500)),
            ..Programme::default()
        };
        let learner = Learner {
            name: "Amara Osei".into(),
            ..Learner::default()
        };
        let today = "2026-06-20".parse().unwrap();
        let audit = Log::new(&programme, activities, today).audit();
        check(&AuditSheet {
            learner: &learner,
            programme: &programme,
            audit: &audit,
            required: Some(Minutes::from_hours(600)),
            today,
            created_at: "2026-06-20T12:00:00Z".parse().unwrap(),
        });
    }

    #[test]
    fn a_log_in_which_nearly_everything_is_wrong_fits_one_page() {
        let many: Vec<Activity> = (0..600).map(entry).collect();
        sheet_of(&many, |sheet| {
            let wrong = sheet.audit.checks.iter();
            assert!(wrong.filter(|check| check.result != Outcome::Fine).count() >= 11);
            let output = audit_pdf(sheet, &Fonts::bundled(), &crate::Unwatched).unwrap();
            assert_eq!(output.pages, 1);
        });
    }

    #[test]
    fn every_check_is_on_the_page_the_worst_first_with_its_first_entries() {
        let three: Vec<Activity> = (40..45).map(entry).collect();
        sheet_of(&three, |sheet| {
            let document = audit_document(sheet, 2);
            let Block::Table(table) = &document.parts[0].blocks[3] else {
                panic!("the third block is the table of checks");
            };
            assert_eq!(table.rows.len(), sheet.audit.checks.len());
            let first = table.rows[0].cells[2].words();
            assert!(
                first.contains("part 40") && first.contains("more"),
                "{first}"
            );
            let last = table.rows.last().unwrap().cells[1].words();
            assert_eq!(last, "Fine");
            let output = audit_pdf(sheet, &Fonts::bundled(), &crate::Unwatched).unwrap();
            assert_eq!(output.pages, 1);
            let again = audit_pdf(sheet, &Fonts::bundled(), &crate::Unwatched).unwrap();
            assert!(output.bytes == again.bytes, "the same bytes each time");
        });
    }

    #[test]
    fn where_no_more_is_planned_what_is_required_stands_as_planned_in_both_rows() {
        sheet_of(&[], |sheet| {
            let mut programme = sheet.programme.clone();
            programme.planned_hours = None;
            let asked = requirement(&programme).unwrap();
            let audit = Log::new(&programme, &[], sheet.today).audit();
            let sheet = AuditSheet {
                programme: &programme,
                audit: &audit,
                required: Some(asked.target),
                ..*sheet
            };
            let planned: Vec<String> = figures(&sheet)
                .rows
                .iter()
                .map(|row| row.cells[2].words())
                .collect();
            assert_eq!(planned, ["600 h", "600 h"]);
        });
    }

    #[test]
    fn what_could_not_be_compared_is_counted_apart_and_named() {
        sheet_of(&[], |sheet| {
            let programme = Programme::default();
            let audit = Log::new(&programme, &[], sheet.today).audit();
            let sheet = AuditSheet {
                programme: &programme,
                audit: &audit,
                required: None,
                ..*sheet
            };
            let said = opening(&sheet).words();
            let count = audit.checks.len();
            let counts =
                format!("To put right: 0; Worth a look: 0; Not known yet: {count}; Fine: 0.");
            assert!(said.ends_with(&counts), "{said}");
            let table = checks(&audit.checks, 3);
            assert_eq!(table.rows[0].cells[1].words(), "Not known yet");
            let words: Vec<String> = table.rows.iter().map(|row| row.cells[2].words()).collect();
            assert!(
                words
                    .iter()
                    .any(|said| said.contains("Planned end of training"))
            );
        });
    }

    #[test]
    fn an_empty_log_has_a_page_as_well() {
        sheet_of(&[], |sheet| {
            let output = audit_pdf(sheet, &Fonts::bundled(), &crate::Unwatched).unwrap();
            assert_eq!(output.pages, 1);
        });
    }
}
