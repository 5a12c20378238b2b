use super::*;
use crate::exchange::decode;
use proptest::prelude::*;

fn file(name: &str) -> Vec<u8> {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/../../tests/data/exchange");
    std::fs::read(format!("{folder}/{name}")).unwrap()
}

fn sheet(name: &str) -> Timesheet {
    Timesheet::read(decode(&file(name)).unwrap(), |_| None).unwrap()
}

/// A proposal on one line.
fn line(proposal: &Proposal) -> String {
    let it = &proposal.activity;
    let time =
        |time: Option<NaiveTime>| time.map_or("–".into(), |t| t.format("%H:%M").to_string());
    format!(
        "{} | {} {}-{} {} | {} | {}",
        proposal.row,
        it.done_on,
        time(it.started_at),
        time(it.ended_at),
        it.duration.map_or("–".into(), |length| length.to_string()),
        it.title,
        it.what_was_done.replace('\n', " / "),
    )
}

fn lines(sheet: &Timesheet) -> Vec<String> {
    sheet.proposals().proposals.iter().map(line).collect()
}

fn problems(sheet: &Timesheet) -> Vec<String> {
    let said = |it: &RowProblem| format!("{} {}: {}", it.row, it.column, it.reason);
    sheet.proposals().problems.iter().map(said).collect()
}

#[test]
fn a_toggl_export_needs_no_question() {
    let sheet = sheet("toggl.csv");
    assert_eq!(
        (sheet.source(), sheet.told()),
        ("Toggl Track", Told::ByTheFile)
    );
    assert_eq!(
        lines(&sheet),
        [
            "2 | 2026-03-02 09:30-11:00 1 h 30 | Pharmacology lecture | Client: College / Project: Year one / Tags: theory, campus",
            "6 | 2026-03-02 09:30-11:00 1 h 30 | Pharmacology lecture | Client: College / Project: Year one",
            "3 | 2026-03-04 21:30-07:45 10 h 15 | Night shift | Client: Trust / Project: Ward nine",
            "4 | 2026-03-06 14:00-14:44 45 min | Reading | Client: College / Project: Year one / Task: Reading",
            "5 | 2026-03-07 10:00-– – | Timer started by mistake | Client: College / Project: Year one",
        ]
    );
    assert_eq!(problems(&sheet), [""; 0]);
}

#[test]
fn a_clockify_export_has_the_month_first() {
    let sheet = sheet("clockify.csv");
    assert_eq!(
        (sheet.source(), sheet.told()),
        ("Clockify", Told::ByTheFile)
    );
    assert_eq!(sheet.mapping().dates, DateOrder::MonthFirst);
    assert_eq!(
        lines(&sheet),
        [
            "3 | 2026-03-04 00:00-00:45 45 min | Reading, chapter 4 \"Sepsis\" | Project: Year one / Client: College",
            "2 | 2026-03-17 13:00-16:30 3 h 30 | Simulation: deteriorating patient | Project: Year one / Client: College / Tags: skills lab",
        ]
    );
}

#[test]
fn a_harvest_export_says_in_its_notes_what_it_was() {
    let sheet = sheet("harvest.csv");
    assert_eq!((sheet.source(), sheet.told()), ("Harvest", Told::ByTheFile));
    assert_eq!(
        lines(&sheet),
        [
            "2 | 2026-03-03 –-– 7 h 30 | Wound care study day | Wound care study day / Dressings, pain, photography /  / Client: College / Project: Year one / Project Code: Y1 / Task: Study",
            "3 | 2026-03-05 –-– 20 min | Mentoring | Client: Trust / Project: Ward nine / Project Code: W9 / Task: Mentoring",
        ]
    );
}

#[test]
fn a_colleges_own_sheet_is_told_by_its_headings() {
    let sheet = sheet("timesheet.csv");
    assert_eq!((sheet.source(), sheet.told()), ("", Told::ByTheFile));
    let read = sheet.proposals();
    assert_eq!(read.left_out, 1, "the sum at the end");
    assert_eq!(
        lines(&sheet),
        [
            "4 | 2026-03-12 09:15-11:00 1 h 45 | Café visit: diabetes group | Where: Community hall",
            "5 | 2026-03-13 22:00-06:00 8 h | Night shift | ",
            "6 | 2026-03-14 –-– 2 h 30 | Reading | ",
        ]
    );
    let kinds: Vec<_> = read
        .proposals
        .iter()
        .map(|one| one.activity.category)
        .collect();
    assert_eq!(
        kinds,
        [
            Some(Category::IndustryVisit),
            None,
            Some(Category::SelfStudy)
        ]
    );
    assert_eq!(read.proposals[1].activity.place, Place::Workplace);
    assert_eq!(read.proposals[2].activity.what_was_learned, "Fluid balance");
}

#[test]
fn a_sheet_in_utf_16_with_tabs_is_read() {
    let sheet = sheet("timesheet-utf16.csv");
    assert_eq!(sheet.told(), Told::ByTheFile);
    assert_eq!(
        lines(&sheet),
        [
            "2 | 2026-04-03 –-– 1 h 30 | Łukasz’s tutorial | ",
            "3 | 2026-04-15 –-– 45 min | Skills lab | ",
        ]
    );
    let first = &sheet.proposals().proposals[0].activity;
    assert_eq!(
        (first.delivered_by.as_str(), first.criteria.as_slice()),
        ("Łukasz", &["K1".to_owned(), "S4".into()][..])
    );
}

#[test]
fn a_row_that_cannot_be_read_is_named_and_hides_no_other() {
    let sheet = sheet("ragged.csv");
    assert_eq!(
        problems(&sheet),
        [
            "3 : The row has 6 columns where the headings name 5, and “1:00” belongs to none: put a cell with a comma in it into quotation marks.",
            "4 Duration: “=C4-B4” is a formula: save the sheet so that the file holds its values.",
            "5 Date: February 2026 has no day 31: its last day is 28.",
            "6 Activity: The row does not say what it was.",
            "7 Date: There is no date.",
            "8 End: It ends before it began.",
            "9 Duration: “one hour” is not a length of time: write it like 1:30, 1.5 or 90 min.",
        ]
    );
    assert_eq!(
        lines(&sheet),
        [
            "2 | 2026-03-02 09:00-10:00 1 h | Lecture | ",
            "10 | 2026-03-14 09:00-10:00 45 min | Skills lab | ",
        ]
    );
}

#[test]
fn dates_that_may_be_read_either_way_are_asked_about() {
    let text = "Date,Activity\n03/04/2026,Lecture\n";
    let mut sheet = Timesheet::read(text.into(), |_| None).unwrap();
    assert_eq!(sheet.told(), Told::NotYet);
    assert_eq!(lines(&sheet), ["2 | 2026-04-03 –-– – | Lecture | "]);
    let said = Mapping {
        dates: DateOrder::MonthFirst,
        ..sheet.mapping().clone()
    };
    sheet.map(said).unwrap();
    assert_eq!(sheet.told(), Told::ByThePerson);
    assert_eq!(lines(&sheet), ["2 | 2026-03-04 –-– – | Lecture | "]);
}

#[test]
fn unknown_headings_are_asked_about_and_remembered() {
    let text = "Wann,Was,Wie lange\n2026-04-03,Vorlesung,90\n";
    let mut sheet = Timesheet::read(text.into(), |_| None).unwrap();
    assert_eq!(sheet.told(), Told::NotYet);
    assert_eq!(lines(&sheet), [""; 0]);
    assert!(sheet.missing().unwrap().contains("date"));
    let said = Mapping {
        columns: vec![ColumnRole::Date, ColumnRole::Title, ColumnRole::TookMinutes],
        ..sheet.mapping().clone()
    };
    sheet.map(said.clone()).unwrap();
    assert_eq!(lines(&sheet), ["2 | 2026-04-03 –-– 1 h 30 | Vorlesung | "]);
    let key = sheet.key();
    let other = "Wann;Was;Wie lange\n05/06/2026;Seminar;60\n";
    let remembered = |asked: &str| (asked == key).then(|| said.clone());
    let again = Timesheet::read(other.into(), remembered).unwrap();
    assert_eq!(again.told(), Told::Before);
    assert_eq!(lines(&again), ["2 | 2026-06-05 –-– 1 h | Seminar | "]);
}

#[test]
fn another_delimiter_gives_other_columns() {
    let text = "Date|Activity, or what\n2026-04-03|Lecture, seminar\n2026-04-04|Reading, papers\n";
    let mut sheet = Timesheet::read(text.into(), |_| None).unwrap();
    assert_eq!(
        sheet.mapping().delimiter,
        aftershift_domain::proposal::Delimiter::Pipe
    );
    let said = Mapping {
        delimiter: aftershift_domain::proposal::Delimiter::Comma,
        ..sheet.mapping().clone()
    };
    sheet.map(said).unwrap();
    assert_eq!(sheet.headings(), ["Date|Activity", "or what"]);
    assert_eq!(sheet.told(), Told::NotYet);
    assert_eq!(sheet.first_rows(1), [["2026-04-03|Lecture", "seminar"]]);
}

#[test]
fn hours_that_a_sheet_calls_off_the_job_are_also_how_long_it_took() {
    let text = "Date,Activity,OTJ hours\n2026-04-03,Lecture,1.5\n";
    let sheet = Timesheet::read(text.into(), |_| None).unwrap();
    let read = sheet.proposals().proposals.remove(0).activity;
    assert_eq!(
        (read.duration, read.learning),
        (Some(Minutes(90)), Some(Minutes(90)))
    );
}

proptest! {
    #[test]
    fn no_file_panics(text in "(Date|Start|End|Hours|Activity|Notes|[0-9]{1,2}[/.][0-9]{1,2}/2026|[0-9]{1,2}:[0-9]{2}|[a-z=\"']{0,5}|[,;\t\n]){0,60}") {
        if let Ok(sheet) = Timesheet::read(text, |_| None) {
            let read = sheet.proposals();
            let rows = read.proposals.len() + read.problems.len() + read.left_out as usize;
            prop_assert!(sheet.missing().is_some() || rows == sheet.table.records.len(), "a row is lost");
        }
    }

    #[test]
    fn no_bytes_panic(bytes in any::<Vec<u8>>()) {
        if let Ok(sheet) = decode(&bytes).and_then(|text| Timesheet::read(text, |_| None)) {
            sheet.proposals();
        }
    }
}
