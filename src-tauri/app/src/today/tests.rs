use crate::export::usual_options;
use crate::testing::{World, begin, finish, log, open_world, programme, saving, work, write};
use crate::wire::*;
use aftershift_domain::activity::Category;
use aftershift_domain::id::ReflectionId;
use aftershift_domain::programme::{Learner, LearningBreak};
use aftershift_domain::theory::TheoryRelation;

fn today(world: &World) -> TodayView {
    world.app.today(Nothing {}).unwrap()
}

fn next(world: &World) -> Vec<String> {
    today(world)
        .next
        .into_iter()
        .map(|suggestion| suggestion.title)
        .collect()
}

fn explain(world: &World, id: &ReflectionId) {
    let theory = world
        .app
        .save_theory(work("Novice", "1984", &["Benner"]))
        .unwrap();
    let link = LinkTheory {
        id: None,
        reflection_id: id.clone(),
        theory_id: theory.id,
        relation: TheoryRelation::Applies,
        rationale: "It names what I did.".into(),
        passage: String::new(),
    };
    world.app.link_theory(link).unwrap();
}

#[test]
fn an_empty_portfolio_asks_for_nothing() {
    let world = open_world();
    let today = today(&world);
    assert_eq!(today.today, world.today());
    assert_eq!((today.week.as_str(), today.capture.as_str()), ("", ""));
    assert!(today.next.is_empty() && today.drafts.is_empty());
}

#[test]
fn at_most_two_things_are_suggested_the_most_useful_first() {
    let world = open_world();
    let id = write(&world, "A fall", "What happened.");
    assert_eq!(next(&world), [""; 0], "a short draft is left in peace");
    finish(&world, &id);
    let two = [
        "Say how theory explains “A fall”",
        "Link “A fall” to what you did",
    ];
    assert_eq!(next(&world), two);
    assert_eq!(today(&world).next[0].target, Target::Reflection(id.clone()));

    explain(&world, &id);
    assert_eq!(next(&world), [two[1], "Look at your portfolio as a PDF"]);

    let lecture = log(&world, "Lecture", "2026-03-10", 60, Category::Theory).activity;
    let link = ActivityLink {
        reflection_id: id,
        activity_id: lecture.id,
    };
    world.app.link_activity(link).unwrap();
    let expected = [
        "Say what you learned in “Lecture”",
        "Tell Aftershift your programme to see your hours",
    ];
    assert_eq!(next(&world), expected);
}

#[test]
fn a_long_draft_is_worth_explaining() {
    let world = open_world();
    write(&world, "", &"word ".repeat(150));
    assert_eq!(
        next(&world)[0],
        "Say how theory explains “Untitled reflection”"
    );
}

#[test]
fn drafts_are_shown_and_finished_ones_are_not() {
    let world = open_world();
    for n in 0..6 {
        begin(&world, &format!("Draft {n}"), "free");
    }
    let done = write(&world, "Done", "What happened.");
    finish(&world, &done);
    let drafts: Vec<_> = today(&world)
        .drafts
        .into_iter()
        .map(|row| row.title)
        .collect();
    assert_eq!(
        drafts,
        ["Draft 5", "Draft 4", "Draft 3", "Draft 2", "Draft 1"]
    );
}

#[test]
fn the_week_of_the_programme_is_counted_from_its_start() {
    let world = open_world();
    let keep = |programme: Programme| {
        let request = SaveProgramme {
            learner: Learner::default(),
            programme,
        };
        world.app.save_programme(request).unwrap();
        today(&world).week
    };
    // 404 days from 1 February 2025 to 12 March 2026, of 729 in all.
    assert_eq!(keep(programme()), "training week 58 of 104");
    // The weeks are those that the hours are worked out from: without breaks.
    let pause = |from: &str, to: &str| LearningBreak {
        from: from.parse().unwrap(),
        to: to.parse().unwrap(),
        reason: String::new(),
    };
    let paused = Programme {
        breaks: vec![pause("2025-06-02", "2025-08-25")],
        ..programme()
    };
    let weeks = aftershift_domain::hours::requirement(&paused)
        .unwrap()
        .weeks;
    assert_eq!(weeks, Some(92));
    assert_eq!(keep(paused), "training week 46 of 92");
    let pausing = Programme {
        breaks: vec![pause("2026-03-02", "2026-06-01")],
        ..programme()
    };
    assert_eq!(keep(pausing), "in a break in learning");
    let day = |text: &str| Some(text.parse().unwrap());
    let to_come = Programme {
        original_start: day("2026-03-13"),
        ..programme()
    };
    assert_eq!(keep(to_come), "");
    let over = Programme {
        planned_end: day("2026-03-12"),
        ..programme()
    };
    assert_eq!(keep(over), "");
    let last = Programme {
        planned_end: day("2026-03-13"),
        ..programme()
    };
    assert_eq!(keep(last), "training week 58 of 58");
}

#[test]
fn what_is_in_the_bin_is_not_suggested() {
    let world = open_world();
    let id = write(&world, "A fall", "What happened.");
    finish(&world, &id);
    let request = saving(&world, &id);
    world
        .app
        .move_to_bin(BinItemRef {
            kind: BinKind::Reflection,
            id: id.to_string(),
        })
        .unwrap();
    assert_eq!(next(&world), [""; 0]);
    assert!(world.app.save_reflection(request).is_err());
}

#[test]
fn today_the_export_and_the_audit_ask_for_what_was_learned_of_the_same_entries() {
    use aftershift_domain::audit::{CheckCode, Outcome};
    let world = open_world();
    let asked = || {
        let options = ExportOptions {
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
        };
        let today = world.app.today(Nothing {}).unwrap().next;
        let export = world.app.check_export(options).unwrap().checks;
        let audit = world.app.audit(Nothing {}).unwrap().checks;
        (
            today
                .iter()
                .any(|it| it.title.starts_with("Say what you learned")),
            export.iter().any(|it| it.code == "no_learning" && !it.fine),
            audit
                .iter()
                .any(|it| it.code == CheckCode::NoLearning && it.result == Outcome::Problem),
        )
    };
    // Neither what does not count nor what has not taken place has to say it.
    log(&world, "Review", "2026-03-10", 60, Category::ProgressReview);
    log(&world, "Study day", "2026-03-13", 60, Category::Theory);
    assert_eq!(asked(), (false, false, false));
    log(&world, "Lecture", "2026-03-11", 60, Category::Theory);
    assert_eq!(asked(), (true, true, true));
}
