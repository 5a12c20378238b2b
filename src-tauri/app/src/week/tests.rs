use crate::Failure;
use crate::testing::{log, open_world, programme};
use crate::wire::*;
use aftershift_domain::activity::Category;
use aftershift_domain::minutes::Minutes;
use aftershift_domain::programme::{DayStanding, Learner, LearningBreak};

#[test]
fn a_week_runs_from_monday_and_says_what_counts_each_day() {
    let world = open_world();
    log(&world, "Lecture", "2026-03-09", 60, Category::Theory);
    log(&world, "Late lecture", "2026-03-15", 30, Category::Theory);
    log(&world, "Next week", "2026-03-16", 45, Category::Theory);
    let week = world.app.week(WeekOf { day: None }).unwrap();
    assert_eq!(week.first_day.to_string(), "2026-03-09");
    assert_eq!(week.days.len(), 7);
    assert_eq!(
        (week.days[0].totals.claimed, week.days[6].totals.claimed),
        (Minutes(60), Minutes(0)),
        "Sunday has not come"
    );
    assert_eq!(week.days[6].totals.to_come, Minutes(30));
    assert_eq!(week.totals.claimed, Minutes(60));
    assert_eq!(week.totals.to_come, Minutes(30));
    let next = world
        .app
        .week(WeekOf {
            day: Some("2026-03-22".parse().unwrap()),
        })
        .unwrap();
    assert_eq!(next.totals.to_come, Minutes(45));
    let never = WeekOf {
        day: Some(chrono::NaiveDate::MAX),
    };
    assert!(matches!(
        world.app.week(never),
        Err(Failure::Invalid { .. })
    ));
}

#[test]
fn a_week_is_held_against_the_pace_and_says_where_its_days_stand() {
    let world = open_world();
    let week = |day: &str| {
        let day = day.parse().ok();
        world.app.week(WeekOf { day }).unwrap()
    };
    assert_eq!(week("2026-03-12").pace, None, "nothing is guessed");

    let mut programme = programme();
    programme.breaks.push(LearningBreak {
        from: "2026-03-12".parse().unwrap(),
        to: "2026-04-06".parse().unwrap(),
        reason: String::new(),
    });
    let request = SaveProgramme {
        learner: Learner::default(),
        programme,
    };
    world.app.save_programme(request).unwrap();
    let half = week("2026-03-12");
    let standings: Vec<_> = half.days.iter().map(|day| day.standing).collect();
    assert_eq!(standings[2..4], [DayStanding::Training, DayStanding::Break]);
    assert!(half.pace.is_some_and(|pace| pace > Minutes::ZERO));
    assert_eq!(
        week("2026-03-25").pace,
        Some(Minutes::ZERO),
        "a break asks nothing"
    );
    assert_eq!(week("2027-02-10").days[0].standing, DayStanding::AfterEnd);
}
