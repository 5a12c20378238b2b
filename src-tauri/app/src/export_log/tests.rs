use super::*;
use crate::testing::{World, activity, log, open_world, programme};
use crate::wire::{Nothing, SaveActivity, SaveProgramme, SaveRecurrence};
use aftershift_domain::activity::{Category, DeliveredBy, Disagreement, PaidTime, Place};
use aftershift_domain::minutes::Minutes;
use aftershift_domain::plan::Opportunity;
use aftershift_domain::programme::{LearningBreak, Weekday};
use calamine::{Data, DataType, Reader, Xlsx, open_workbook};
use chrono::NaiveDate;
use proptest::prelude::*;
use std::fs;
use std::path::PathBuf;

fn written(world: &World, form: LogForm) -> PathBuf {
    let path = world.folder.path().join(format!("out.{}", form.ending()));
    world.app.export_log(form, &path, true).unwrap();
    path
}

fn csv_of(world: &World) -> String {
    fs::read_to_string(written(world, LogForm::Csv)).unwrap()
}

/// The number behind a cell, whatever its format.
fn number(cell: &Data) -> Option<f64> {
    match cell {
        Data::DateTime(at) => Some(at.as_f64()),
        other => other.as_f64(),
    }
}

/// A world with a lesson of 90 minutes that counts and normal work that does not.
fn logged() -> World {
    let world = open_world();
    let request = SaveProgramme {
        learner: aftershift_domain::programme::Learner {
            name: "Amara Osei".into(),
            ..Default::default()
        },
        programme: programme(),
    };
    world.app.save_programme(request).unwrap();
    log(&world, "Wound care", "2026-03-02", 90, Category::Theory);
    log(&world, "Ward", "2026-03-01", 60, Category::NormalWork);
    let shift = SaveActivity {
        started_at: "21:30".parse().ok(),
        ended_at: "07:45".parse().ok(),
        duration: Some(Minutes(615)),
        place: Place::Workplace,
        what_was_done: "Bays A, B\nand \"C\"".into(),
        ..activity("=HYPERLINK(\"x\")", "2026-03-03")
    };
    world.app.save_activity(shift).unwrap();
    world
}

#[test]
fn a_sheet_says_what_the_log_says_with_its_totals() {
    let text = csv_of(&logged());
    assert!(
        text.starts_with("\u{feff}Date,Start,End,Took,Off the job,What it was,"),
        "{text}"
    );
    let lines: Vec<&str> = text.trim_start_matches('\u{feff}').split("\r\n").collect();
    assert!(
        lines[1].starts_with("2026-03-01,,,1:00,1:00,Ward,Normal work,Does not count,"),
        "{}",
        lines[1]
    );
    assert!(
        lines[2].starts_with("2026-03-02,,,1:30,1:30,Wound care,Teaching of theory,Counts,"),
        "{}",
        lines[2]
    );
    assert!(
        lines[3].starts_with(
            "2026-03-03,21:30,07:45,10:15,,\"'=HYPERLINK(\"\"x\"\")\",,Nothing claimed,"
        ),
        "{}",
        lines[3]
    );
    let totals: Vec<&str> = lines[4..7]
        .iter()
        .map(|line| line.trim_end_matches(','))
        .collect();
    assert_eq!(
        totals,
        [
            "Total that counts,,,,1:30",
            "Total confirmed,,,,0:00",
            "Total that does not count,,,,1:00"
        ]
    );
}

#[test]
fn a_day_to_come_is_in_the_sheet_and_in_a_sum_of_its_own() {
    let world = logged();
    log(&world, "Study day", "2026-03-13", 120, Category::Theory);
    let text = csv_of(&world);
    let row = "2026-03-13,,,2:00,2:00,Study day,Teaching of theory,Does not count yet,";
    assert!(text.contains(row), "{text}");
    assert!(text.contains("Total that counts,,,,1:30"), "{text}");
    assert!(
        text.contains("Total that does not count yet,,,,2:00"),
        "{text}"
    );
}

#[test]
fn what_the_learner_holds_against_an_answer_is_exported_and_never_read_as_an_answer() {
    let world = logged();
    let held = SaveActivity {
        disagreement: Some(Disagreement {
            counts: true,
            note: "=My tutor taught me".into(),
        }),
        ..activity("Ward round with a tutor", "2026-03-04")
    };
    world.app.save_activity(held).unwrap();
    let path = written(&world, LogForm::Csv);
    let mut reader = ::csv::Reader::from_path(&path).unwrap();
    assert_eq!(
        reader.headers().unwrap().get(19),
        Some("Where you disagree")
    );
    let rows: Vec<String> = reader
        .records()
        .map(|row| row.unwrap()[19].to_owned())
        .collect();
    let said = "It should count: =My tutor taught me";
    assert_eq!(rows[..4], ["", "", "", said]);
    let mut book: Xlsx<_> = open_workbook(written(&world, LogForm::Xlsx)).unwrap();
    let sheet = book.worksheet_range("Log").unwrap();
    assert_eq!(sheet.get_value((4, 19)), Some(&Data::String(said.into())));
    // Brought in again it is left out, as the answer itself is: whether an entry counts is asked anew.
    let other = open_world();
    other.app.read_import(&path).unwrap();
    let view = other.app.pending_import(Nothing {}).unwrap().unwrap();
    assert_eq!(
        (view.source.as_str(), view.ask_first),
        ("Aftershift", false)
    );
    assert_eq!(view.problems, []);
    let again = &view.proposals[3].activity;
    assert_eq!(again.title, "Ward round with a tutor");
    assert!(
        !format!("{again:?}").contains("My tutor taught me"),
        "{again:?}"
    );
}

#[test]
fn no_cell_of_a_sheet_is_computed() {
    let world = open_world();
    for sign in ["=", "+", "-", "@", "＝", "＋", "－", "＠", "'="] {
        let hostile = SaveActivity {
            what_was_done: format!("{sign}1\r\n{sign}2"),
            what_was_learned: format!("\t{sign}1"),
            delivered_by: format!("{sign}3"),
            criteria: vec![format!("{sign}4")],
            ..activity(&format!("{sign}cmd|' /C calc'!A0"), "2026-03-02")
        };
        world.app.save_activity(hostile).unwrap();
    }
    let bytes = fs::read(written(&world, LogForm::Csv)).unwrap();
    let mut reader = ::csv::ReaderBuilder::new().from_reader(&bytes[3..]);
    let mut cells = 0;
    for record in reader.records() {
        for cell in &record.unwrap() {
            cells += 1;
            let first = cell.trim_start().chars().next().unwrap_or('a');
            assert!(!"=+-@＝＋－＠\t\r".contains(first), "{cell:?}");
        }
    }
    assert!(cells > 100);
}

#[test]
fn a_workbook_holds_days_and_lengths_as_numbers() {
    let mut book: Xlsx<_> = open_workbook(written(&logged(), LogForm::Xlsx)).unwrap();
    assert_eq!(book.sheet_names(), ["Log", "Totals"]);
    let sheet = book.worksheet_range("Log").unwrap();
    let cell = |row, column| {
        sheet
            .get_value((row, column))
            .cloned()
            .unwrap_or(Data::Empty)
    };
    assert_eq!(cell(0, 4), Data::String("Off the job".into()));
    let day = cell(2, 0);
    assert!(day.is_datetime(), "{day:?}");
    assert!(cell(3, 1).is_datetime(), "a time has the format of one");
    // 2 March 2026, counted in days as spreadsheets do.
    assert_eq!(number(&day), Some(46083.0));
    assert_eq!(
        number(&cell(2, 4)),
        Some(0.0625),
        "an hour and a half of a day"
    );
    assert_eq!(number(&cell(3, 1)), Some(1290.0 / 1440.0), "21:30");
    assert_eq!(
        cell(3, 5),
        Data::String("=HYPERLINK(\"x\")".into()),
        "text stays text"
    );
    assert!(
        sheet
            .get_value((3, 4))
            .is_none_or(|cell| cell == &Data::Empty),
        "nothing is claimed"
    );
    assert_eq!(
        number(&cell(4, 4)),
        Some(150.0 / 1440.0),
        "the sum of what is claimed"
    );
    let formulas = book.worksheet_formula("Log").unwrap();
    let formulas: Vec<&String> = formulas
        .used_cells()
        .map(|(_, _, formula)| formula)
        .collect();
    assert_eq!(
        formulas,
        ["SUBTOTAL(109,E2:E4)"],
        "no other cell is computed"
    );
    let totals = book.worksheet_range("Totals").unwrap();
    let named: Vec<(String, f64)> = totals
        .rows()
        .take(3)
        .map(|row| (row[0].to_string(), number(&row[1]).unwrap()))
        .collect();
    assert_eq!(
        named,
        [
            ("Total that counts".into(), 0.0625),
            ("Total confirmed".into(), 0.0),
            ("Total that does not count".into(), 1.0 / 24.0),
        ]
    );
}

#[test]
fn a_text_that_is_too_long_for_a_cell_says_so() {
    let world = open_world();
    let long = SaveActivity {
        what_was_done: "word ".repeat(20_000),
        ..activity("Essay", "2026-03-02")
    };
    world.app.save_activity(long).unwrap();
    let mut book: Xlsx<_> = open_workbook(written(&world, LogForm::Xlsx)).unwrap();
    let sheet = book.worksheet_range("Log").unwrap();
    let cell = sheet.get_value((1, 10)).unwrap().to_string();
    assert!(
        cell.ends_with("it is in the portfolio.") && cell.len() < 32_767,
        "{}",
        cell.len()
    );
    assert!(
        csv_of(&world).len() > 100_000,
        "a sheet of text holds all of it"
    );
}

#[test]
fn the_same_log_gives_the_same_bytes_on_the_same_day() {
    let world = logged();
    for form in [LogForm::Csv, LogForm::Xlsx, LogForm::Ics] {
        let once = fs::read(written(&world, form)).unwrap();
        assert_eq!(once, fs::read(written(&world, form)).unwrap(), "{form:?}");
    }
}

#[test]
fn a_calendar_holds_what_lies_ahead() {
    let world = logged();
    let ahead = SaveActivity {
        started_at: "22:00".parse().ok(),
        ended_at: "06:00".parse().ok(),
        category: Some(Category::OutsideHours),
        place: Place::Placement,
        ..activity("Night placement; ward 4, bay B", "2026-04-01")
    };
    world.app.save_activity(ahead).unwrap();
    world
        .app
        .save_activity(activity("Study day", "2026-03-12"))
        .unwrap();
    let opportunity = Opportunity {
        id: aftershift_domain::id::OpportunityId::new("o1").unwrap(),
        title: "Shadow the outreach team".into(),
        planned_on: "2026-03-20".parse().ok(),
        duration: Some(Minutes(240)),
        category: Some(Category::Shadowing),
        with_whom: "Outreach nurse".into(),
        notes: String::new(),
        activity_id: None,
        created_at: world.now(),
        deleted_at: None,
    };
    let past = Opportunity {
        id: aftershift_domain::id::OpportunityId::new("o2").unwrap(),
        planned_on: "2026-03-01".parse().ok(),
        ..opportunity.clone()
    };
    let put = world.app.write(|db, _| {
        db.save_opportunity(&opportunity)?;
        Ok(db.save_opportunity(&past)?)
    });
    put.unwrap();
    let text = fs::read_to_string(written(&world, LogForm::Ics)).unwrap();
    assert!(
        text.contains("\r\n") && text.contains("PRODID:-//Aftershift//Log//EN"),
        "{text}"
    );
    let lines: Vec<&str> = text.lines().collect();
    let of = |name: &str| -> Vec<&str> {
        lines
            .iter()
            .filter(|line| line.starts_with(name))
            .copied()
            .collect()
    };
    assert_eq!(
        of("SUMMARY"),
        [
            "SUMMARY:Study day",
            "SUMMARY:Shadow the outreach team",
            "SUMMARY:Night placement\\; ward 4\\, bay B"
        ]
    );
    assert_eq!(
        of("DTSTART"),
        [
            "DTSTART;VALUE=DATE:20260312",
            "DTSTART;VALUE=DATE:20260320",
            "DTSTART:20260401T220000"
        ]
    );
    assert_eq!(
        of("DTEND"),
        [
            "DTEND;VALUE=DATE:20260313",
            "DTEND;VALUE=DATE:20260321",
            "DTEND:20260402T060000"
        ]
    );
    assert_eq!(of("DTSTAMP"), ["DTSTAMP:20260312T120000Z"; 3]);
    // And it is read again as what it was written from.
    let path = world.folder.path().join("out.ics");
    let other = open_world();
    other.app.read_import(&path).unwrap();
    let id = other.app.pending_import(Nothing {}).unwrap().unwrap().id;
    let period = crate::wire::ImportPeriod {
        from: other.today(),
        to: "2026-12-31".parse().unwrap(),
    };
    other
        .app
        .set_import_period(crate::wire::SetImportPeriod { id, period })
        .unwrap();
    let view = other.app.pending_import(Nothing {}).unwrap().unwrap();
    let night = &view.proposals[2].activity;
    assert_eq!(night.title, "Night placement; ward 4, bay B");
    assert_eq!(
        (night.duration, night.place),
        (Some(Minutes(480)), Place::Placement)
    );
    assert_eq!(night.category, Some(Category::OutsideHours));
}

/// Read again, what recurs falls on the very days on which it is due here.
#[test]
fn a_calendar_holds_what_recurs_until_the_training_ends_and_without_its_breaks() {
    let world = open_world();
    let pause = LearningBreak {
        from: "2026-04-06".parse().unwrap(),
        to: "2026-05-04".parse().unwrap(),
        reason: String::new(),
    };
    let request = SaveProgramme {
        learner: aftershift_domain::programme::Learner::default(),
        programme: aftershift_domain::programme::Programme {
            planned_end: "2026-06-02".parse().ok(),
            breaks: vec![pause],
            ..programme()
        },
    };
    world.app.save_programme(request).unwrap();
    let college = SaveRecurrence {
        id: None,
        title: "College day".into(),
        weekdays: vec![Weekday::Tuesday],
        every_weeks: 1,
        from: "2026-02-24".parse().unwrap(),
        until: None,
        started_at: None,
        ended_at: None,
        duration: Some(Minutes(360)),
        category: Some(Category::Theory),
        paid: PaidTime::Paid,
        delivered_by: String::new(),
        delivered_by_kind: DeliveredBy::Provider,
        place: Place::Campus,
        criteria: Vec::new(),
        tags: Vec::new(),
    };
    let supervision = SaveRecurrence {
        title: "Supervision by night".into(),
        weekdays: vec![Weekday::Thursday, Weekday::Friday],
        every_weeks: 2,
        from: "2026-03-05".parse().unwrap(),
        until: "2026-05-28".parse().ok(),
        started_at: "22:30".parse().ok(),
        ended_at: "00:15".parse().ok(),
        duration: None,
        ..college.clone()
    };
    let kept = [college, supervision].map(|it| world.app.save_recurrence(it).unwrap());
    let path = written(&world, LogForm::Ics);

    let other = open_world();
    other.app.read_import(&path).unwrap();
    let id = other.app.pending_import(Nothing {}).unwrap().unwrap().id;
    let period = crate::wire::ImportPeriod {
        from: "2026-01-01".parse().unwrap(),
        to: "2026-12-31".parse().unwrap(),
    };
    other
        .app
        .set_import_period(crate::wire::SetImportPeriod { id, period })
        .unwrap();
    let view = other.app.pending_import(Nothing {}).unwrap().unwrap();
    let days = |title: &str| -> Vec<String> {
        let of_it = view
            .proposals
            .iter()
            .filter(|it| it.activity.title == title);
        of_it.map(|it| it.activity.done_on.to_string()).collect()
    };
    assert_eq!(
        days("College day"),
        [
            "2026-03-17",
            "2026-03-24",
            "2026-03-31",
            "2026-05-05",
            "2026-05-12",
            "2026-05-19",
            "2026-05-26",
            "2026-06-02"
        ]
    );
    // Every second week from 2 March; today, 12 March, lies in the week between.
    assert_eq!(
        days("Supervision by night"),
        [
            "2026-03-19",
            "2026-03-20",
            "2026-04-02",
            "2026-04-03",
            "2026-05-14",
            "2026-05-15",
            "2026-05-28"
        ]
    );
    let night = view
        .proposals
        .iter()
        .find(|it| it.activity.started_at.is_some());
    assert_eq!(night.unwrap().activity.duration, Some(Minutes(105)));

    // What has ended or was moved to the bin does not lie ahead.
    for it in kept {
        let item = crate::wire::BinItemRef {
            kind: crate::wire::BinKind::Recurrence,
            id: it.id.to_string(),
        };
        world.app.move_to_bin(item).unwrap();
    }
    let empty = fs::read_to_string(written(&world, LogForm::Ics)).unwrap();
    assert!(!empty.contains("VEVENT"), "{empty}");
}

#[test]
fn a_file_that_is_there_or_is_the_portfolio_is_left_alone() {
    let world = logged();
    let path = world.folder.path().join("there.csv");
    fs::write(&path, "a letter").unwrap();
    let refused = world.app.export_log(LogForm::Csv, &path, false);
    assert!(matches!(refused, Err(Failure::AlreadyThere { .. })));
    assert_eq!(fs::read(&path).unwrap(), b"a letter");
    let own = world.app.portfolio_path().unwrap();
    let refused = world.app.export_log(LogForm::Xlsx, &own, true);
    assert!(matches!(refused, Err(Failure::AlreadyThere { .. })));
    assert_eq!(
        world.app.suggested_log_name(LogForm::Csv),
        "Log of Amara Osei 2026-03-12.csv"
    );
    assert_eq!(
        world.app.suggested_log_name(LogForm::Ics),
        "Planned learning of Amara Osei 2026-03-12.ics"
    );
}

#[test]
fn an_empty_log_is_written_all_the_same() {
    let world = open_world();
    assert_eq!(csv_of(&world).lines().count(), 4);
    let mut book: Xlsx<_> = open_workbook(written(&world, LogForm::Xlsx)).unwrap();
    assert_eq!(book.worksheet_range("Log").unwrap().height(), 1);
    let calendar = fs::read_to_string(written(&world, LogForm::Ics)).unwrap();
    assert!(calendar.trim_end().ends_with("END:VCALENDAR"), "{calendar}");
}

/// An entry as people may write one, with signs that trouble sheets.
fn entry() -> impl Strategy<Value = SaveActivity> {
    let text = "[a-z=+@',;\"é＝\n ]{0,20}";
    let title = "[=+@'-]?[A-Z][a-z ,;\"']{0,12}";
    (
        title,
        0_u32..360,
        text,
        text,
        proptest::option::of(1_u32..=1440),
        proptest::option::of((0_u32..1440, 1_u32..1440)),
    )
        .prop_map(|(title, day, done, learned, took, times)| {
            let day: NaiveDate = NaiveDate::from_yo_opt(2025, day + 1).unwrap();
            let clock =
                |minute: u32| chrono::NaiveTime::from_hms_opt(minute / 60 % 24, minute % 60, 0);
            let times = times.map(|(from, length)| (clock(from), clock(from + length)));
            let base = activity(&title, "2025-01-01");
            SaveActivity {
                done_on: day,
                what_was_done: done.trim().into(),
                what_was_learned: learned.trim().into(),
                duration: took.map(Minutes),
                off_the_job: took.map(|took| Minutes(took.div_ceil(2))),
                started_at: times.and_then(|(from, _)| from),
                ended_at: times
                    .and_then(|(_, to)| to)
                    .filter(|to| times.and_then(|(from, _)| from) != Some(*to)),
                category: Category::ALL.get(took.unwrap_or(0) as usize % 40).copied(),
                place: Place::ALL[day.to_string().len() % Place::ALL.len()],
                criteria: vec!["K1".into(), "S12".into()],
                ..base
            }
        })
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(24))]
    #[test]
    fn what_is_written_is_read_again_as_the_same_entries(entries in proptest::collection::vec(entry(), 1..6)) {
        let world = open_world();
        for entry in &entries {
            world.app.save_activity(entry.clone()).unwrap();
        }
        let path = written(&world, LogForm::Csv);
        let other = open_world();
        other.app.read_import(&path).unwrap();
        let view = other.app.pending_import(Nothing {}).unwrap().unwrap();
        prop_assert_eq!(view.source.as_str(), "Aftershift");
        prop_assert!(!view.ask_first);
        prop_assert_eq!(&view.problems, &[]);
        prop_assert_eq!(view.left_out, 3, "the totals");
        let mut expected = entries;
        expected.sort_by_key(|it| (it.done_on, it.started_at));
        for (read, wrote) in view.proposals.iter().zip(&expected) {
            let read = &read.activity;
            prop_assert_eq!(&read.title, &wrote.title.split_whitespace().collect::<Vec<_>>().join(" "));
            prop_assert_eq!(read.done_on, wrote.done_on);
            prop_assert_eq!((read.started_at, read.ended_at), (wrote.started_at, wrote.ended_at));
            prop_assert_eq!(read.learning, wrote.off_the_job);
            if wrote.duration.is_some() {
                prop_assert_eq!(read.duration, wrote.duration);
            }
            prop_assert_eq!(read.category, wrote.category);
            prop_assert_eq!(read.place, wrote.place);
            prop_assert_eq!(&read.criteria, &wrote.criteria);
            prop_assert_eq!(&read.what_was_learned, &wrote.what_was_learned);
            prop_assert_eq!(&read.what_was_done, &wrote.what_was_done);
        }
        prop_assert_eq!(view.proposals.len(), expected.len());
    }
}
