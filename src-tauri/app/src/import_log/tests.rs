use super::*;
use crate::testing::{World, activity, all_activities, open_world};
use crate::wire::AcceptedProposal;
use aftershift_domain::activity::Category;
use aftershift_domain::minutes::Minutes;
use aftershift_domain::proposal::{Delimiter, Duplicate};

const SHEET: &str = "Date,Start,End,Activity\n\
                     02/03/2026,09:00,10:30,Wound care lecture\n\
                     03/03/2026,21:30,07:45,Night shift\n\
                     13/03/2026,09:00,10:00,Tutorial\n";

/// Reads a file of that name and content.
fn choose(world: &World, name: &str, content: impl AsRef<[u8]>) -> Result<ImportRef, Failure> {
    let path = world.folder.path().join(name);
    std::fs::write(&path, content).unwrap();
    world.app.read_import(&path)
}

fn look(world: &World) -> ImportView {
    world.app.pending_import(Nothing {}).unwrap().unwrap()
}

/// Agrees to those proposals.
fn accept(world: &World, entries: &[(u32, Option<Category>, bool)]) -> Result<Imported, Failure> {
    let entry = |(index, category, claim): &(u32, Option<Category>, bool)| AcceptedProposal {
        index: *index,
        category: *category,
        claim: *claim,
    };
    world.app.accept_import(AcceptImport {
        id: look(world).id,
        entries: entries.iter().map(entry).collect(),
    })
}

fn logged(world: &World) -> Vec<Activity> {
    let page = world.app.list_activities(all_activities()).unwrap();
    page.rows.into_iter().map(|row| row.activity).collect()
}

#[test]
fn what_is_agreed_to_enters_the_log_and_one_undo_takes_all_of_it_back() {
    let world = open_world();
    choose(&world, "march.csv", SHEET).unwrap();
    assert!(logged(&world).is_empty(), "reading a file adds nothing");
    let view = look(&world);
    assert_eq!(
        (view.file_name.as_str(), view.proposals.len()),
        ("march.csv", 3)
    );
    assert!(!view.ask_first, "13/03 says which number is the day");
    let done = accept(
        &world,
        &[(0, Some(Category::Theory), true), (1, None, false)],
    )
    .unwrap();
    assert_eq!(
        (done.added, done.what.as_str()),
        (2, "Brought in 2 entries from “march.csv”")
    );
    let log = logged(&world);
    assert_eq!(log.len(), 2);
    let night = &log[0];
    assert_eq!(
        (night.title.as_str(), night.off_the_job),
        ("Night shift", None),
        "nothing is claimed by itself"
    );
    assert_eq!(night.duration, Some(Minutes(615)));
    assert_eq!(
        (log[1].off_the_job, log[1].category),
        (Some(Minutes(90)), Some(Category::Theory))
    );
    assert_eq!(world.app.pending_import(Nothing {}).unwrap(), None);
    let undone = world.app.undo(Nothing {}).unwrap();
    assert_eq!(
        undone.what.as_deref(),
        Some("Brought in 2 entries from “march.csv”")
    );
    assert!(logged(&world).is_empty());
    assert_eq!(
        world.app.status().unwrap().counts.bin,
        2,
        "in the bin, like everything that is deleted"
    );
}

#[test]
fn what_the_log_holds_already_is_marked() {
    let world = open_world();
    let known = world
        .app
        .save_activity(activity("wound care Lecture", "2026-03-02"))
        .unwrap();
    choose(
        &world,
        "march.csv",
        format!("{SHEET}03/03/2026,21:30,07:45,Night shift\n"),
    )
    .unwrap();
    let marks: Vec<_> = look(&world)
        .proposals
        .into_iter()
        .map(|one| one.duplicate)
        .collect();
    let in_log = Duplicate::Log {
        id: known.activity.id,
        title: "wound care Lecture".into(),
    };
    assert_eq!(
        marks,
        [Some(in_log), None, Some(Duplicate::File { row: 3 }), None]
    );
    accept(&world, &[(1, None, false), (3, None, false)]).unwrap();
    choose(&world, "march.csv", SHEET).unwrap();
    assert!(
        look(&world)
            .proposals
            .iter()
            .all(|one| one.duplicate.is_some()),
        "brought in again"
    );
    world.app.undo(Nothing {}).unwrap();
    let new = look(&world)
        .proposals
        .iter()
        .filter(|one| one.duplicate.is_none())
        .count();
    assert_eq!(new, 2, "what is in the bin is not in the log");
}

#[test]
fn a_mapping_is_remembered_once_it_was_used() {
    let world = open_world();
    let sheet = "Wann,Was\n03/04/2026,Vorlesung\n";
    choose(&world, "april.csv", sheet).unwrap();
    let view = look(&world);
    assert!(view.ask_first && view.proposals.is_empty());
    let table = view.table.unwrap();
    assert_eq!(table.missing, "Say which column holds the date.");
    assert_eq!(table.rows, [["03/04/2026", "Vorlesung"]]);
    let mapping = Mapping {
        delimiter: Delimiter::Comma,
        columns: vec![ColumnRole::Date, ColumnRole::Title],
        dates: DateOrder::MonthFirst,
    };
    let said = MapImport {
        id: view.id,
        mapping,
    };
    world.app.map_import(said.clone()).unwrap();
    // Looked at and put away: nothing is remembered of what was only tried.
    world
        .app
        .dismiss_import(ImportRef {
            id: said.id.clone(),
        })
        .unwrap();
    choose(&world, "april.csv", sheet).unwrap();
    assert!(look(&world).ask_first);
    let again = MapImport {
        id: look(&world).id,
        ..said
    };
    world.app.map_import(again).unwrap();
    assert_eq!(
        look(&world).proposals[0].activity.done_on.to_string(),
        "2026-03-04"
    );
    accept(&world, &[(0, None, false)]).unwrap();
    choose(&world, "may.csv", "wann,WAS\n05/06/2026,Seminar\n").unwrap();
    let view = look(&world);
    assert!(!view.ask_first && view.table.is_some_and(|table| table.remembered));
    assert_eq!(view.proposals[0].activity.done_on.to_string(), "2026-05-06");
}

#[test]
fn a_file_that_cannot_be_read_says_why_and_leaves_what_waited() {
    let world = open_world();
    choose(&world, "march.csv", SHEET).unwrap();
    let many = "Date,What\n".to_owned() + &"1/2/2026,x\n".repeat(20_001);
    for (content, reason) in [
        (&b""[..], "The file is empty."),
        (b"PK\x03\x04", "This is a workbook or an archive"),
        (b"\x00\x01\x02", "This is not a text file"),
        (b"Dear Sam", "Row 1 has only one column"),
        (b"Date,What\n", "There are no rows under the headings."),
        (
            b"Date,What\n1/2/2026,\"x\n2/2/2026,y\n",
            "In row 2 a quotation mark",
        ),
        (many.as_bytes(), "The file has more than 20,000 rows"),
        (
            b"BEGIN:VCALENDAR\nBEGIN:VEVENT\n",
            "The calendar ends in the middle",
        ),
    ] {
        let refused = choose(&world, "bad", content).unwrap_err();
        let Failure::CannotImport { reason: said } = &refused else {
            panic!("{refused:?}");
        };
        assert!(said.starts_with(reason), "{said}");
    }
    assert_eq!(look(&world).file_name, "march.csv");
    let missing = world
        .app
        .read_import(&world.folder.path().join("missing.csv"));
    assert!(matches!(missing, Err(Failure::NoSuchFile { .. })));
    let folder = world.app.read_import(world.folder.path());
    assert!(matches!(folder, Err(Failure::IsFolder { .. })));
}

#[test]
fn nothing_is_half_brought_in() {
    let world = open_world();
    choose(&world, "march.csv", SHEET).unwrap();
    for entries in [
        &[][..],
        &[(0, None, false), (7, None, false)],
        &[(0, None, false), (0, None, false)],
    ] {
        let refused = accept(&world, entries);
        assert!(
            matches!(refused, Err(Failure::Invalid { .. })),
            "{refused:?}"
        );
    }
    let stale = world.app.accept_import(AcceptImport {
        id: "older".into(),
        entries: Vec::new(),
    });
    assert!(matches!(stale, Err(Failure::CannotImport { .. })));
    assert!(logged(&world).is_empty());
    assert_eq!(world.app.undo(Nothing {}).unwrap().what, None);
    assert_eq!(look(&world).proposals.len(), 3, "it still waits");
}

#[test]
fn another_portfolio_knows_nothing_of_the_file() {
    let world = open_world();
    choose(&world, "march.csv", SHEET).unwrap();
    world
        .app
        .create_file(&world.folder.path().join("other.aftershift"))
        .unwrap();
    assert_eq!(world.app.pending_import(Nothing {}).unwrap(), None);
}

#[test]
fn a_calendar_is_looked_at_from_the_beginning_of_the_programme_to_today() {
    let world = open_world();
    let calendar = "BEGIN:VCALENDAR\nBEGIN:VEVENT\nSUMMARY:Tutorial\nDTSTART:20260305T090000Z\nDURATION:PT1H\n\
                    RRULE:FREQ=WEEKLY\nEND:VEVENT\nEND:VCALENDAR\n";
    choose(&world, "college.ics", calendar).unwrap();
    let view = look(&world);
    let period = view.period.unwrap();
    assert_eq!(
        (period.from.to_string(), period.to.to_string()),
        ("2025-03-12".into(), "2026-03-12".into())
    );
    assert_eq!(view.proposals.len(), 2);
    let to = |to: &str| {
        world.app.set_import_period(SetImportPeriod {
            id: look(&world).id,
            period: ImportPeriod {
                from: "2026-03-10".parse().unwrap(),
                to: to.parse().unwrap(),
            },
        })
    };
    to("2026-04-30").unwrap();
    let view = look(&world);
    assert_eq!(view.proposals.len(), 8);
    let times: Vec<_> = view
        .proposals
        .iter()
        .filter_map(|one| one.activity.started_at)
        .map(|at| at.to_string())
        .collect();
    assert_eq!(times[0], "09:00:00");
    assert_eq!(times[7], "10:00:00", "summer time in London");
    assert!(matches!(to("2026-03-01"), Err(Failure::Invalid { .. })));
    assert_eq!(
        look(&world).proposals.len(),
        8,
        "what cannot be changes nothing"
    );
    let begun: NaiveDate = "2025-09-01".parse().unwrap();
    assert_eq!(usual_period(Some(begun), world.today()).from, begun);
    assert_eq!(
        usual_period(world.today().succ_opt(), world.today())
            .from
            .to_string(),
        "2025-03-12"
    );
}

#[test]
fn a_thousand_entries_come_and_go_in_one_step_each() {
    let world = open_world();
    let rows: String = (0..1000)
        .map(|n| format!("{:02}/{:02}/2025,Entry {n}\n", 1 + n % 28, 1 + n / 28 % 12))
        .collect();
    choose(&world, "year.csv", format!("Date,Activity\n{rows}")).unwrap();
    let all: Vec<_> = (0..1000).map(|index| (index, None, false)).collect();
    assert_eq!(accept(&world, &all).unwrap().added, 1000);
    assert_eq!(world.app.status().unwrap().counts.activities, 1000);
    world.app.undo(Nothing {}).unwrap();
    assert_eq!(world.app.status().unwrap().counts.activities, 0);
    assert_eq!(world.app.undo(Nothing {}).unwrap().what, None);
}
