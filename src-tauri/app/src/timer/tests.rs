use crate::testing::{World, activity, all_activities, open_world};
use crate::wire::*;
use crate::{App, Failure};
use aftershift_domain::activity::TimerDoubt;
use aftershift_domain::minutes::Minutes;

fn named(title: &str) -> NameTimer {
    NameTimer {
        title: title.into(),
    }
}

/// Closes the program and starts it again so many minutes later, or earlier by a clock that was set back.
fn minutes_later(world: &World, app: &App, minutes: i64) -> App {
    app.close();
    let later = world.later_by(chrono::TimeDelta::minutes(minutes));
    later.open_default().unwrap();
    later
}

fn entries(app: &App) -> Vec<Activity> {
    let page = app.list_activities(all_activities()).unwrap();
    page.rows.into_iter().map(|row| row.activity).collect()
}

#[test]
fn a_timer_outlives_the_program_and_is_logged_when_its_length_was_looked_at() {
    let world = open_world();
    world.app.start_timer(named("")).unwrap();
    world.app.name_timer(named("Library")).unwrap();
    let app = minutes_later(&world, &world.app, 95);
    assert_eq!(
        app.timer(Nothing {}).unwrap().timer.unwrap().title,
        "Library"
    );

    let stopped = app.stop_timer(Nothing {}).unwrap();
    let measured = stopped.measured.unwrap();
    assert_eq!(
        (measured.minutes, measured.doubt),
        (Some(Minutes(95)), None)
    );
    assert_eq!(measured.started_at, "14:03:00".parse().ok());
    assert_eq!(measured.ended_at, "15:38:00".parse().ok());
    assert!(entries(&app).is_empty(), "nothing is logged by itself");

    // Not even stopping is forgotten when the program closes.
    let app = minutes_later(&world, &app, 300);
    let again = app.stop_timer(Nothing {}).unwrap().measured.unwrap();
    assert_eq!(again, measured, "a second stop changes nothing");

    let request = SaveActivity {
        started_at: measured.started_at,
        ended_at: measured.ended_at,
        duration: Some(Minutes(90)),
        ..activity("Library", "2026-03-12")
    };
    app.log_timer(request).unwrap();
    assert_eq!(app.timer(Nothing {}).unwrap().timer, None);
    assert_eq!(entries(&app)[0].duration, Some(Minutes(90)));

    let undone = app.undo(Nothing {}).unwrap();
    assert_eq!(
        undone.what.as_deref(),
        Some("Logged the timed activity “Library”")
    );
    assert!(entries(&app).is_empty());
    assert_eq!(app.timer(Nothing {}).unwrap().measured, Some(measured));
}

#[test]
fn what_was_left_running_over_night_or_over_a_changed_clock_is_asked_about() {
    for (minutes, doubt) in [
        (60 * 14, TimerDoubt::OverNight),
        (60 * 30, TimerDoubt::OverADay),
        (-60, TimerDoubt::ClockSetBack),
    ] {
        let world = open_world();
        world.app.start_timer(named("Ward")).unwrap();
        let app = minutes_later(&world, &world.app, minutes);
        let measured = app.stop_timer(Nothing {}).unwrap().measured.unwrap();
        assert_eq!((measured.minutes, measured.doubt), (None, Some(doubt)));
        assert!(entries(&app).is_empty());
    }
}

#[test]
fn a_timer_stopped_by_mistake_runs_on() {
    let world = open_world();
    world.app.start_timer(named("Ward")).unwrap();
    let app = minutes_later(&world, &world.app, 10);
    app.stop_timer(Nothing {}).unwrap();
    assert_eq!(app.resume_timer(Nothing {}).unwrap().measured, None);
    let app = minutes_later(&world, &app, 30);
    let measured = app.stop_timer(Nothing {}).unwrap().measured.unwrap();
    assert_eq!(measured.minutes, Some(Minutes(30)));
}

#[test]
fn a_timer_given_up_can_be_had_back_but_never_takes_the_place_of_another() {
    let world = open_world();
    let app = &world.app;
    app.start_timer(named("First")).unwrap();
    app.discard_timer(Nothing {}).unwrap();
    assert_eq!(app.timer(Nothing {}).unwrap().timer, None);
    app.undo(Nothing {}).unwrap();
    let title = || app.timer(Nothing {}).unwrap().timer.unwrap().title;
    assert_eq!(title(), "First");

    app.discard_timer(Nothing {}).unwrap();
    app.start_timer(named("Second")).unwrap();
    app.undo(Nothing {}).unwrap();
    assert_eq!(title(), "Second");
}

#[test]
fn there_is_one_timer_and_only_one_that_runs_can_be_stopped() {
    let world = open_world();
    let app = &world.app;
    let is_refused = |outcome: Result<(), Failure>| {
        assert!(
            matches!(outcome, Err(Failure::Invalid { .. })),
            "{outcome:?}"
        );
    };
    is_refused(app.stop_timer(Nothing {}).map(drop));
    is_refused(app.discard_timer(Nothing {}).map(drop));
    is_refused(app.log_timer(activity("Ward", "2026-03-12")).map(drop));
    is_refused(app.start_timer(named(&"x".repeat(301))).map(drop));
    app.start_timer(named("Ward")).unwrap();
    is_refused(app.start_timer(named("Again")).map(drop));
    is_refused(app.log_timer(activity("Ward", "2026-03-12")).map(drop));
    assert!(entries(app).is_empty());
}

#[test]
fn an_entry_that_cannot_be_right_leaves_the_timer_where_it_is() {
    let world = open_world();
    world.app.start_timer(named("Ward")).unwrap();
    let app = minutes_later(&world, &world.app, 10);
    app.stop_timer(Nothing {}).unwrap();
    let refused = app.log_timer(SaveActivity {
        duration: Some(Minutes(10)),
        off_the_job: Some(Minutes(11)),
        ..activity("", "2026-03-12")
    });
    let Err(Failure::Invalid { problems }) = refused else {
        panic!("it was logged");
    };
    let fields: Vec<_> = problems.iter().map(|it| it.field.as_str()).collect();
    assert_eq!(fields, ["title", "offTheJob"]);
    assert!(app.timer(Nothing {}).unwrap().timer.is_some());
}
