use super::{Progress, usual_options};
use crate::Failure;
use crate::testing::{
    World, activity, again, finish, log, open_world, png, programme, saving, work, write,
};
use crate::wire::*;
use aftershift_domain::activity::Category;
use aftershift_domain::id::ReflectionId;
use aftershift_domain::programme::Learner;
use aftershift_domain::theory::StyleChoice;
use base64::Engine;
use std::cell::RefCell;
use std::sync::atomic::AtomicBool;

fn options() -> ExportOptions {
    ExportOptions {
        hours: true,
        reflections: true,
        drafts: true,
        coarse_dates: true,
        from: None,
        to: None,
        ragged_right: false,
        large_print: false,
        data: CarriedData::Printed,
        ..usual_options(Audience::Provider)
    }
}

fn check(world: &World, code: &str, options: ExportOptions) -> ExportCheck {
    let checks = world.app.check_export(options).unwrap().checks;
    let found = checks.into_iter().find(|check| check.code == code);
    found.unwrap_or_else(|| panic!("there is no check {code}"))
}

fn export(world: &World, name: &str, options: &ExportOptions) -> Result<ExportedPdf, Failure> {
    let path = world.folder.path().join(name);
    world
        .app
        .export_pdf(&path, options, &|_| (), &AtomicBool::new(false), false)
}

#[test]
fn a_pdf_is_written_whole_with_progress_and_never_over_a_file_unasked() {
    let world = open_world();
    write(&world, "A fall", "The resident fell beside the hoist.");
    let told = RefCell::new(Vec::new());
    let path = world.folder.path().join("out.pdf");
    let tell = |progress: Progress| told.borrow_mut().push(progress);
    let never = AtomicBool::new(false);
    let done = world
        .app
        .export_pdf(&path, &options(), &tell, &never, false)
        .unwrap();
    assert_eq!(done.file.file_name, "out.pdf");
    assert!(
        done.pages >= 2 && done.missing.is_empty() && done.notices.is_empty(),
        "{done:?}"
    );
    assert!(
        told.borrow()
            .iter()
            .any(|progress| progress.stage == "Setting pages")
    );
    let bytes = std::fs::read(&path).unwrap();
    assert!(bytes.starts_with(b"%PDF-"));
    assert_eq!(world.app.written_file(), Some(path.clone()));

    let refused = export(&world, "out.pdf", &options()).unwrap_err();
    assert_eq!(
        refused,
        Failure::AlreadyThere {
            path: path.display().to_string()
        }
    );
    world
        .app
        .export_pdf(&path, &options(), &|_| (), &never, true)
        .unwrap();
    assert_eq!(
        std::fs::read(&path).unwrap(),
        bytes,
        "the same portfolio on the same day"
    );
}

#[test]
fn an_export_that_is_stopped_leaves_nothing() {
    let world = open_world();
    write(&world, "A fall", "The resident fell.");
    let path = world.folder.path().join("out.pdf");
    let stopped = world
        .app
        .export_pdf(&path, &options(), &|_| (), &AtomicBool::new(true), false);
    assert_eq!(stopped, Err(Failure::Cancelled));
    assert!(!path.exists());
}

#[test]
fn a_period_that_ends_before_it_begins_is_refused() {
    let world = open_world();
    let backwards = ExportOptions {
        from: Some("2026-03-02".parse().unwrap()),
        to: Some("2026-03-01".parse().unwrap()),
        ..options()
    };
    assert!(matches!(
        export(&world, "out.pdf", &backwards),
        Err(Failure::Invalid { .. })
    ));
}

#[test]
fn what_is_counted_is_what_was_asked_for() {
    let world = open_world();
    let id = write(&world, "A fall", "The resident fell.");
    write(&world, "", "");
    log(&world, "Lecture", "2026-03-10", 60, Category::Theory);
    let counted = |options: ExportOptions| {
        let found = world.app.check_export(options).unwrap();
        (found.reflections, found.activities, found.totals.claimed.0)
    };
    assert_eq!(
        counted(options()),
        (1, 1, 60),
        "an empty draft is not printed"
    );
    assert_eq!(
        counted(ExportOptions {
            drafts: false,
            ..options()
        }),
        (0, 1, 60)
    );
    finish(&world, &id);
    assert_eq!(
        counted(ExportOptions {
            drafts: false,
            ..options()
        }),
        (1, 1, 60)
    );
    assert_eq!(
        counted(ExportOptions {
            hours: false,
            ..options()
        }),
        (1, 0, 0)
    );
    assert_eq!(
        counted(ExportOptions {
            reflections: false,
            ..options()
        }),
        (0, 1, 60)
    );
    let later = ExportOptions {
        from: Some("2026-03-11".parse().unwrap()),
        ..options()
    };
    assert_eq!(
        counted(later),
        (1, 0, 60),
        "hours count from the start of the programme"
    );
}

#[test]
fn what_is_claimed_for_a_day_to_come_is_said_to_be_left_out() {
    let world = open_world();
    log(&world, "Lecture", "2026-03-10", 60, Category::Theory);
    let found = |world: &World| world.app.check_export(options()).unwrap();
    assert!(found(&world).checks.iter().all(|it| it.code != "to_come"));
    log(&world, "Study day", "2026-03-13", 180, Category::Theory);
    let with = found(&world);
    let check = with.checks.iter().find(|it| it.code == "to_come").unwrap();
    assert!(!check.fine);
    assert_eq!(
        check.text,
        "1 activity with 3 h left out: the day comes after 12 March 2026, and nothing counts before its day."
    );
    assert_eq!(check.places[0].label, "Study day, 13 Mar 2026");
    assert_eq!((with.totals.claimed.0, with.totals.to_come.0), (60, 180));
}

#[test]
fn each_check_names_what_to_look_at() {
    let world = open_world();
    assert!(!check(&world, "programme", options()).fine);
    let learner = Learner {
        name: "Amara Osei".into(),
        ..Learner::default()
    };
    let programme = Programme {
        provider: "A college".into(),
        ..programme()
    };
    world
        .app
        .save_programme(SaveProgramme { learner, programme })
        .unwrap();
    assert!(check(&world, "programme", options()).fine);

    let kept = log(&world, "Lecture", "2026-03-10", 90, Category::Theory);
    let unconfirmed = check(&world, "unconfirmed", options());
    assert!(unconfirmed.text.contains("1 h 30"), "{}", unconfirmed.text);
    assert_eq!(
        unconfirmed.places[0].target,
        Target::Activity(kept.activity.id)
    );
    assert_eq!(check(&world, "no_learning", options()).places.len(), 1);

    // There is nothing from the first day of the programme until the month of that lecture.
    let months = check(&world, "months", options());
    assert!(
        months.text.starts_with("For one stretch"),
        "{}",
        months.text
    );
    assert_eq!(months.places[0].label, "1 Feb 2025 to 28 Feb 2026");

    let id = write(
        &world,
        "A fall",
        "Born on 3 May 1931, she lived at SW1A 1AA.",
    );
    assert_eq!(check(&world, "no_theory", options()).places.len(), 1);
    let people = check(&world, "identifiers", options());
    assert!(people.text.contains("Postcode (1)"), "{}", people.text);
    assert_eq!(people.places[0].target, Target::Reflection(id.clone()));

    let theory = world
        .app
        .save_theory(work("Novice", "1984", &["Benner"]))
        .unwrap();
    let link = LinkTheory {
        id: None,
        reflection_id: id,
        theory_id: theory.id,
        relation: aftershift_domain::theory::TheoryRelation::Applies,
        rationale: "It does.".into(),
        passage: String::new(),
    };
    world.app.link_theory(link).unwrap();
    assert!(check(&world, "no_theory", options()).fine);
}

#[test]
fn a_quotation_that_left_its_account_is_named() {
    let world = open_world();
    let id = write(&world, "A fall", "I rang the registrar at once.");
    let codes = |world: &World| -> Vec<String> {
        let checks = world.app.check_export(options()).unwrap().checks;
        checks.into_iter().map(|check| check.code).collect()
    };
    assert!(
        !codes(&world).contains(&"quotations".to_owned()),
        "nothing is quoted"
    );
    let theory = world
        .app
        .save_theory(work("Novice", "1984", &["Benner"]))
        .unwrap();
    let link = LinkTheory {
        id: None,
        reflection_id: id.clone(),
        theory_id: theory.id,
        relation: aftershift_domain::theory::TheoryRelation::Illustrates,
        rationale: "A beginner asks for help at once.".into(),
        passage: "rang the registrar".into(),
    };
    world.app.link_theory(link).unwrap();
    assert!(check(&world, "quotations", options()).fine);

    let mut request = saving(&world, &id);
    request.stages[0].text = "I called for help.".into();
    world.app.save_reflection(request).unwrap();
    let found = check(&world, "quotations", options());
    assert!(!found.fine);
    assert_eq!(found.places[0].target, Target::Reflection(id));
    assert!(
        found.text.starts_with("1 reflection has a link"),
        "{}",
        found.text
    );
}

#[test]
fn names_are_looked_for_wherever_something_is_printed() {
    let world = open_world();
    let mild = || {
        let check = check(&world, "mild_identifiers", options());
        let labels = check.places.into_iter().map(|place| place.label);
        labels.collect::<Vec<_>>()
    };
    let id = write(&world, "A fall", "He fell.");
    assert_eq!(mild(), Vec::<String>::new());

    let titled = SaveActivity {
        compensation: "Agreed with Mr Abara".into(),
        ..activity("Shift with Mrs Patel", "2026-03-10")
    };
    let titled = world.app.save_activity(titled).unwrap().activity;
    let mut request = saving(&world, &id);
    request.module = "Unit 3, Mr Bianchi".into();
    world.app.save_reflection(request).unwrap();
    let theory = SaveTheory {
        key_idea: "What Dr Chowdhury told us.".into(),
        ..work("Novice", "1984", &["Benner"])
    };
    let theory = world.app.save_theory(theory).unwrap();
    let link = LinkTheory {
        id: None,
        reflection_id: id,
        theory_id: theory.id,
        relation: aftershift_domain::theory::TheoryRelation::Applies,
        rationale: "It explains what Mrs Dunne did.".into(),
        passage: "as Mr Egan said".into(),
    };
    world.app.link_theory(link).unwrap();
    let path = world.folder.path().join("Letter of Mrs Farrow.pdf");
    std::fs::write(&path, b"%PDF-1.7 ...").unwrap();
    let request = AttachFile {
        activity_id: Some(titled.id),
        kind: aftershift_domain::evidence::EvidenceKind::WitnessTestimony,
    };
    world.app.attach_file_at(&path, &request).unwrap();
    assert_eq!(
        mild(),
        [
            "A fall: Mr Bianchi",
            "Shift with Mrs Patel, 10 Mar 2026: Mrs Patel",
            "Shift with Mrs Patel, 10 Mar 2026: Mr Abara",
            "A fall: Mrs Dunne",
            "A fall: Mr Egan",
            "Novice: Dr Chowdhury",
            "Letter of Mrs Farrow.pdf: Mrs Farrow",
        ]
    );
}

#[test]
fn nothing_is_said_to_be_in_order_of_what_is_not_there() {
    let world = open_world();
    let codes = || {
        let checks = world.app.check_export(options()).unwrap().checks;
        checks.into_iter().map(|it| it.code).collect::<Vec<_>>()
    };
    assert_eq!(codes(), ["programme", "nothing"]);
    write(&world, "A fall", "The resident fell beside the hoist.");
    let codes = codes();
    for absent in ["nothing", "unconfirmed", "no_learning"] {
        assert!(!codes.contains(&absent.to_owned()), "{absent} in {codes:?}");
    }
    assert!(codes.contains(&"no_theory".to_owned()));
}

#[test]
fn a_picture_without_words_and_one_that_has_gone_are_named() {
    let world = open_world();
    let request = AddEvidence {
        file_name: "rest.png".into(),
        alternative_text: String::new(),
        base64: base64::engine::general_purpose::STANDARD.encode(png()),
    };
    let kept = world.app.add_evidence(request).unwrap();
    let id = write(&world, "A fall", &format!("![](attachment:{})", kept.id));
    let silent = check(&world, "pictures", options());
    assert!(silent.text.contains("no words"), "{}", silent.text);
    let mut request = saving(&world, &id);
    request.stages[0].text = format!("![A chart](attachment:{})", kept.id);
    world.app.save_reflection(request).unwrap();
    assert!(check(&world, "pictures", options()).fine);
    let mut request = saving(&world, &id);
    request.stages[0].text = "![A chart](attachment:nowhere)".into();
    world.app.save_reflection(request).unwrap();
    let gone = check(&world, "pictures", options());
    assert!(
        !gone.fine && gone.text.contains("no longer"),
        "{}",
        gone.text
    );
}

#[test]
fn a_check_says_where_it_names_fewer_than_it_found() {
    let world = open_world();
    for number in 1..=10 {
        write(&world, &format!("Account {number}"), "Odd: \u{378}");
    }
    let ten = check(&world, "no_theory", options());
    assert_eq!(ten.places.len(), 10);
    assert!(!ten.text.contains("first ten"), "{}", ten.text);
    write(&world, "One more", "Odd: \u{379}");
    for code in ["no_theory", "characters"] {
        let eleven = check(&world, code, options());
        assert_eq!(eleven.places.len(), 10, "{}", eleven.text);
        assert!(
            eleven.text.ends_with("The first ten are listed."),
            "{}",
            eleven.text
        );
    }
    let rest: String = ('\u{530}'..'\u{531}').chain('\u{557}'..'\u{559}').collect();
    let more = "\u{38b}\u{38d}\u{3a2}\u{380}\u{381}\u{382}\u{383}";
    write(&world, "Many", &format!("{rest}{more}"));
    let many = check(&world, "characters", options());
    assert!(
        many.text.contains("12 characters") && many.text.contains("and 2 more"),
        "{}",
        many.text
    );
}

#[test]
fn texts_with_citation_marks_are_named_and_left_as_they_are() {
    let world = open_world();
    write(&world, "A fall", "He fell.");
    assert!(check(&world, "citations", options()).fine);
    let id = write(&world, "A rise", "As [@benner1984] says, `[@code]`.");
    let one = check(&world, "citations", options());
    assert_eq!(
        one.text,
        "1 text has the citation mark [@benner1984], which is printed as you typed it."
    );
    assert_eq!(one.places[0].target, Target::Reflection(id));
    let request = SaveActivity {
        what_was_done: "Read [@kolb1984, p. 21].".into(),
        ..activity("Reading", "2026-03-10")
    };
    world.app.save_activity(request).unwrap();
    let two = check(&world, "citations", options());
    assert!(
        two.text.starts_with("2 texts have citation marks"),
        "{}",
        two.text
    );
    assert_eq!(two.places.len(), 2);
}

#[test]
fn works_that_no_account_draws_on_are_named_until_one_links_or_cites_them() {
    let world = open_world();
    let none = world.app.check_export(options()).unwrap().checks;
    assert!(none.iter().all(|check| check.code != "unused_works"));
    let kept = |title: &str, family: &str| {
        let saved = world.app.save_theory(work(title, "1984", &[family]));
        saved.unwrap()
    };
    let (cited, linked, idle) = (
        kept("One", "Kolb"),
        kept("Two", "Schon"),
        kept("Three", "Benner"),
    );
    let text = format!("As [@{}, p. 3] says.", cited.cite_key);
    let id = write(&world, "A fall", &text);
    let link = LinkTheory {
        id: None,
        reflection_id: id.clone(),
        theory_id: linked.id,
        relation: aftershift_domain::theory::TheoryRelation::Applies,
        rationale: "It names what I did.".into(),
        passage: String::new(),
    };
    world.app.link_theory(link).unwrap();
    let found = check(&world, "unused_works", options());
    assert_eq!(
        found.text,
        "1 work is listed, and no account here draws on it."
    );
    assert_eq!(found.places[0].label, "Benner (1984)");
    assert_eq!(found.places[0].target, Target::Theory(idle.id.clone()));
    // A set of accounts lists only what they draw on.
    let set = usual_options(Audience::Reflections);
    assert!(
        check(
            &world,
            "unused_works",
            ExportOptions {
                drafts: true,
                ..set
            }
        )
        .fine
    );

    let text = format!("As [@{}; @{}] say.", cited.cite_key, idle.cite_key);
    let mut again = saving(&world, &id);
    again.stages[0].text = text;
    world.app.save_reflection(again).unwrap();
    assert!(check(&world, "unused_works", options()).fine);
}

#[test]
fn a_link_says_how_the_theory_explains_it_and_one_that_does_not_is_named() {
    let world = open_world();
    let theory = world
        .app
        .save_theory(work("One", "1984", &["Kolb"]))
        .unwrap();
    let id = write(&world, "A fall", "He fell.");
    let link = |rationale: &str| LinkTheory {
        id: None,
        reflection_id: id.clone(),
        theory_id: theory.id.clone(),
        relation: aftershift_domain::theory::TheoryRelation::Applies,
        rationale: rationale.into(),
        passage: String::new(),
    };
    for empty in ["", "  \n"] {
        let Err(Failure::Invalid { problems }) = world.app.link_theory(link(empty)) else {
            panic!("{empty:?} was taken for a sentence");
        };
        assert_eq!(problems[0].field, "rationale");
    }
    let made = world.app.link_theory(link("A cycle.")).unwrap();
    assert!(check(&world, "no_reason", options()).fine);
    // One that came from elsewhere may lack it.
    let bare = TheoryLink {
        rationale: String::new(),
        ..made
    };
    world
        .app
        .write(|db, _| Ok(db.save_theory_link(&bare)?))
        .unwrap();
    let found = check(&world, "no_reason", options());
    assert_eq!(
        found.text,
        "1 link does not say how the theory explains what you did."
    );
    assert_eq!(found.places[0].target, Target::Reflection(id));
}

#[test]
fn a_day_in_a_text_is_named_unless_days_are_exact_there_anyway() {
    let world = open_world();
    let claimed = log(&world, "Lecture", "2026-03-10", 60, Category::Theory);
    let told = |activity: &Activity, title: &str| SaveActivity {
        title: title.into(),
        ..again(activity)
    };
    let request = told(&claimed.activity, "Lecture of 10 March 2026");
    world.app.save_activity(request).unwrap();
    assert!(
        check(&world, "mild_identifiers", options()).fine,
        "it is in the log"
    );
    world
        .app
        .save_activity(activity("Shift of 9 March 2026", "2026-03-09"))
        .unwrap();
    assert_eq!(check(&world, "mild_identifiers", options()).places.len(), 1);
    let exact = ExportOptions {
        coarse_dates: false,
        ..options()
    };
    assert!(check(&world, "mild_identifiers", exact).fine);
}

fn keep_picture(world: &World) -> Evidence {
    let request = AddEvidence {
        file_name: "rest.png".into(),
        alternative_text: "A chart".into(),
        base64: base64::engine::general_purpose::STANDARD.encode(png()),
    };
    world.app.add_evidence(request).unwrap()
}

fn rewrite(world: &World, id: &ReflectionId, text: &str) {
    let mut request = saving(world, id);
    request.stages[0].text = text.into();
    world.app.save_reflection(request).unwrap();
}

#[track_caller]
fn check_files(world: &World, options: ExportOptions, begins: &str) {
    let files = check(world, "files", options);
    assert!(
        files.fine && files.text.starts_with(begins),
        "{}",
        files.text
    );
}

#[test]
fn a_picture_travels_with_the_text_that_shows_it_and_stays_when_it_is_taken_out() {
    let world = open_world();
    let plain = "The resident fell beside the hoist.";
    let id = write(&world, "A fall", plain);
    check_files(&world, options(), "No files are attached.");
    let written = |name: &str| {
        export(&world, name, &options()).unwrap();
        std::fs::read(world.folder.path().join(name)).unwrap()
    };
    let before = written("before.pdf");

    let picture = keep_picture(&world);
    let shown = format!("{plain}\n\n![A chart](attachment:{})", picture.id);
    rewrite(&world, &id, &shown);
    check_files(&world, options(), "1 file travels");
    assert_ne!(written("shown.pdf"), before);

    rewrite(&world, &id, plain);
    check_files(&world, options(), "No files are attached.");
    assert!(written("after.pdf") == before, "the picture still travels");
    let loose = check(&world, "loose_files", options());
    assert_eq!(
        loose.text,
        "1 picture is in no account and belongs to no activity, so it stays in your portfolio and does not go \
         into the PDF."
    );
    assert!(loose.fine, "nothing needs to be done");
    assert_eq!(loose.places[0].label, "rest.png");

    let bin = loose.places[0].bin.clone().unwrap();
    world.app.move_to_bin(bin).unwrap();
    let codes = world.app.check_export(options()).unwrap().checks;
    assert!(codes.iter().all(|it| it.code != "loose_files"));
    world.app.undo(Nothing {}).unwrap();
    rewrite(&world, &id, &shown);
    check_files(&world, options(), "1 file travels");
}

#[test]
fn a_picture_of_an_account_that_is_not_handed_in_stays_with_it() {
    let world = open_world();
    let picture = keep_picture(&world);
    let text = format!("![A chart](attachment:{})", picture.id);
    let id = write(&world, "A fall", &text);
    let finished = write(&world, "A rise", "He stood up.");
    finish(&world, &finished);
    let without = ExportOptions {
        drafts: false,
        ..options()
    };
    check_files(&world, without.clone(), "No files are attached.");
    let codes = world.app.check_export(without.clone()).unwrap().checks;
    assert!(
        codes.iter().all(|it| it.code != "loose_files"),
        "a draft shows it"
    );
    finish(&world, &id);
    check_files(&world, without, "1 file travels");
}

#[test]
fn a_file_travels_with_the_activity_that_has_it_as_evidence() {
    let world = open_world();
    let kept = log(&world, "Lecture", "2026-02-10", 60, Category::Theory);
    let path = world.folder.path().join("Register.pdf");
    std::fs::write(&path, b"%PDF-1.7 ...").unwrap();
    let request = AttachFile {
        activity_id: Some(kept.activity.id.clone()),
        kind: aftershift_domain::evidence::EvidenceKind::Certificate,
    };
    let file = world.app.attach_file_at(&path, &request).unwrap();
    check_files(&world, options(), "1 file travels");
    // It was kept today, and belongs to a day in February.
    let since = |day: &str| ExportOptions {
        from: Some(day.parse().unwrap()),
        ..options()
    };
    check_files(&world, since("2026-02-01"), "1 file travels");
    write(&world, "A fall", "He fell.");
    check_files(&world, since("2026-03-01"), "No files are attached.");

    let link = EvidenceLink {
        activity_id: kept.activity.id,
        evidence_id: file.id,
    };
    world.app.unlink_evidence(link).unwrap();
    check_files(&world, options(), "No files are attached.");
    let loose = check(&world, "loose_files", options());
    assert!(loose.text.starts_with("1 file is"), "{}", loose.text);
}

#[test]
fn the_file_of_a_work_is_somebody_elses_and_stays_without_a_word() {
    let world = open_world();
    write(&world, "A fall", "He fell.");
    let novice = crate::testing::work("Novice", "1984", &["Benner"]);
    let novice = world.app.save_theory(novice).unwrap();
    let article = world.folder.path().join("Benner.pdf");
    std::fs::write(&article, "%PDF-1.7").unwrap();
    let work = TheoryRef { id: novice.id };
    world.app.attach_work_file_at(&article, &work).unwrap();
    check_files(&world, options(), "No files are attached.");
    let codes = world.app.check_export(options()).unwrap().checks;
    assert!(codes.iter().all(|it| it.code != "loose_files"));
}

#[test]
fn a_file_that_somebody_described_stands_for_itself() {
    let portfolio = |description: &str| {
        let mut portfolio = crate::sample::sample().unwrap().0;
        portfolio.evidence_links.clear();
        portfolio.criterion_links.clear();
        portfolio.reflections.clear();
        portfolio.evidence.truncate(1);
        portfolio.evidence[0] = Evidence {
            description: description.into(),
            ..portfolio.evidence[0].clone()
        };
        portfolio
    };
    let travelling = |description: &str| {
        let chosen = super::selection::selected(portfolio(description), &options());
        (chosen.portfolio.evidence.len(), chosen.loose.len())
    };
    assert_eq!(travelling("A card that I drew."), (1, 0));
    assert_eq!(travelling(" "), (0, 1));
}

#[test]
fn a_character_that_no_font_has_is_reported_before_and_after() {
    let world = open_world();
    // A code point that is not assigned: no font has it.
    write(&world, "A fall", "Odd: \u{378}\u{378}");
    let found = check(&world, "characters", options());
    assert!(found.text.contains("U+0378 (2 times)"), "{}", found.text);
    assert_eq!(found.places.len(), 1);
    let done = export(&world, "out.pdf", &options()).unwrap();
    assert_eq!(done.missing, ["U+0378 (2 times)"]);
}

#[test]
fn the_suggested_name_is_one_that_every_system_takes() {
    let world = open_world();
    assert_eq!(world.app.suggested_pdf_name(), "Portfolio 2026-03-12.pdf");
    let learner = Learner {
        name: " Amara O/Sei: \"A\" ".into(),
        ..Learner::default()
    };
    let request = SaveProgramme {
        learner,
        programme: Programme::default(),
    };
    world.app.save_programme(request).unwrap();
    assert_eq!(
        world.app.suggested_pdf_name(),
        "Portfolio of Amara O Sei A 2026-03-12.pdf"
    );
}

#[test]
fn a_pdf_cites_in_the_style_of_the_portfolio_and_is_the_same_each_time() {
    let world = open_world();
    let mut gibbs = work("Learning by Doing", "1988", &["Gibbs"]);
    gibbs.cite_key = "gibbs1988".into();
    world.app.save_theory(gibbs).unwrap();
    write(&world, "A fall", "As [@gibbs1988, p. 12] has it.");
    let pdf = |name: &str| {
        export(&world, name, &options()).unwrap();
        std::fs::read(world.folder.path().join(name)).unwrap()
    };
    let harvard = pdf("harvard.pdf");
    world
        .app
        .choose_citation_style(ChooseCitationStyle {
            chosen: StyleChoice::Vancouver,
        })
        .unwrap();
    let vancouver = pdf("vancouver.pdf");
    assert!(harvard != vancouver);
    assert!(vancouver == pdf("again.pdf"));
    world.app.undo(Nothing {}).unwrap();
    assert!(harvard == pdf("back.pdf"));
}
