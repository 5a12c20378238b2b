//! Hours against the minimum.

use crate::app::{App, Present};
use crate::failure::Failure;
use crate::wire::{Activity, HoursRoom, HoursView, LearningView, Nothing};
use aftershift_domain::day;
use aftershift_domain::hours::{by_category, by_month, by_tag, overdue, requirement};
use aftershift_domain::minutes::Minutes;
use aftershift_domain::programme::Programme;
use aftershift_domain::progress::{calendar, done, progress, progress_only, split};
use aftershift_store::Reader;
use aftershift_store::activity::ActivityFilter;
use chrono::{Datelike, NaiveDate};

/// Hours of these activities, as the Hours room shows them. Entries of days to come are not counted
/// yet, on the screen as in the totals.
pub(crate) fn view(programme: &Programme, activities: &[Activity], present: Present) -> HoursView {
    let today = present.today;
    let only = progress_only(Some(programme), activities, today);
    let (found, problems) =
        match requirement(programme).and_then(|r| progress(programme, r, activities, today)) {
            Ok(found) => (Some(found), Vec::new()),
            Err(problems) => (None, problems.0),
        };
    HoursView {
        today,
        programme_title: programme.title.clone(),
        progress: found,
        problems,
        totals: only.totals,
        planned: programme.planned_hours,
        overdue: overdue(programme, today),
        by_tag: by_tag(activities, today),
        this_week: only.this_week,
    }
}

/// Everything that is not in the bin, as far as sums need it: no text of it is read.
fn figures(db: &Reader<'_>) -> Result<Vec<Activity>, Failure> {
    Ok(db.activity_figures(&ActivityFilter::default())?)
}

/// Hours of everything that is not in the bin.
pub(crate) fn of_portfolio(db: &Reader<'_>, present: Present) -> Result<HoursView, Failure> {
    Ok(view(&db.programme()?, &figures(db)?, present))
}

/// The time of `hours` by kind and by month.
fn learning(
    programme: &Programme,
    activities: &[Activity],
    hours: &HoursView,
    today: NaiveDate,
) -> LearningView {
    let months = by_month(activities, Some(programme), today);
    let claimed = |of: &dyn Fn(NaiveDate) -> bool| -> Minutes {
        let months = months.iter().filter(|total| of(total.month));
        months.map(|total| total.totals.claimed).sum()
    };
    let required = hours
        .progress
        .as_ref()
        .map(|found| found.requirement.target);
    let expected = hours.progress.as_ref().map(|found| found.expected);
    LearningView {
        this_month: claimed(&|month| month == day::first_of_month(today)),
        this_year: claimed(&|month| month.year() == today.year()),
        split: split(
            &by_category(activities, Some(programme), today),
            hours.totals,
        ),
        calendar: calendar(programme, activities, today),
        done: done(required, hours.planned, expected, hours.totals),
    }
}

impl App {
    /// Hours against the minimum.
    ///
    /// # Errors
    /// If nothing is open or it cannot be read.
    pub fn hours(&self, _: Nothing) -> Result<HoursView, Failure> {
        self.read(of_portfolio)
    }

    /// Hours against the minimum with the same time by kind and by month, and what was planned against what is
    /// done: all that the Hours room shows, from one reading of the log.
    ///
    /// # Errors
    /// If nothing is open or it cannot be read.
    pub fn hours_room(&self, _: Nothing) -> Result<HoursRoom, Failure> {
        self.read(|db, present| {
            let (programme, activities) = (db.programme()?, figures(db)?);
            let hours = view(&programme, &activities, present);
            let learning = learning(&programme, &activities, &hours, present.today);
            Ok(HoursRoom { hours, learning })
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::{log, open_world, programme};
    use crate::wire::SaveProgramme;
    use aftershift_domain::activity::Category;
    use aftershift_domain::minutes::Minutes;
    use aftershift_domain::programme::Learner;

    #[test]
    fn without_a_programme_there_are_totals_and_a_word_about_what_is_missing() {
        let world = open_world();
        log(
            &world,
            "Wound care lecture",
            "2026-03-10",
            180,
            Category::Theory,
        );
        log(
            &world,
            "Progress review",
            "2026-03-11",
            60,
            Category::ProgressReview,
        );
        let hours = world.app.hours(Nothing {}).unwrap();
        assert_eq!(hours.progress, None);
        assert_eq!(hours.problems[0].field, "originalStart");
        assert_eq!(hours.totals.claimed, Minutes(180));
        assert_eq!(hours.totals.excluded, Minutes(60));
        let split = world
            .app
            .hours_room(Nothing {})
            .unwrap()
            .learning
            .split
            .unwrap();
        let labels: Vec<_> = split.bars.iter().map(|bar| bar.label.as_str()).collect();
        assert_eq!(labels, ["Teaching of theory", "Progress review"]);
    }

    #[test]
    fn with_a_programme_there_is_a_pace_and_what_remains() {
        let world = open_world();
        let request = SaveProgramme {
            learner: Learner::default(),
            programme: programme(),
        };
        world.app.save_programme(request).unwrap();
        log(
            &world,
            "Wound care lecture",
            "2026-03-10",
            180,
            Category::Theory,
        );
        let hours = world.app.hours(Nothing {}).unwrap();
        let progress = hours.progress.unwrap();
        assert_eq!(progress.requirement.required, Minutes(33_408));
        assert_eq!(progress.totals.claimed, Minutes(180));
        assert_eq!(progress.remaining, Minutes::from_hours(557 - 3));
        assert_eq!(
            hours.this_week,
            Minutes(180),
            "10 March is in the week of today"
        );
        assert!(hours.problems.is_empty());
    }

    #[test]
    fn labels_are_summed_apart_and_add_nothing() {
        use aftershift_domain::activity::ActivityTag;
        let world = open_world();
        let tagged = |title: &str, day: &str| crate::wire::SaveActivity {
            duration: Some(Minutes(450)),
            tags: vec![ActivityTag::PracticeHours, ActivityTag::Supernumerary],
            ..crate::testing::activity(title, day)
        };
        for (title, day) in [("Long day", "2026-03-10"), ("To come", "2026-03-20")] {
            world.app.save_activity(tagged(title, day)).unwrap();
        }
        let hours = world.app.hours(Nothing {}).unwrap();
        let shown: Vec<_> = hours.by_tag.iter().map(|it| (it.tag, it.time)).collect();
        let day = Minutes(450);
        assert_eq!(
            shown,
            [
                (ActivityTag::Supernumerary, day),
                (ActivityTag::PracticeHours, day)
            ]
        );
        assert_eq!(hours.totals, Default::default());
    }

    #[test]
    fn a_planned_end_that_has_passed_is_said_with_what_to_do() {
        let world = open_world();
        let kept = |end: &str| {
            let request = SaveProgramme {
                learner: Learner::default(),
                programme: Programme {
                    planned_end: Some(end.parse().unwrap()),
                    ..programme()
                },
            };
            world.app.save_programme(request).unwrap();
            world.app.hours(Nothing {}).unwrap()
        };
        assert_eq!(kept("2026-03-12").overdue, None, "it is today");
        let passed = kept("2026-03-11");
        assert!(passed.overdue.unwrap().contains("11 Mar 2026, has passed"));
        assert!(
            passed
                .progress
                .unwrap()
                .finding
                .ends_with("11 Mar 2026, has passed.")
        );
        let row = log(&world, "Lecture", "2026-03-12", 60, Category::Theory);
        assert!(row.verdict.reason.contains("tell your provider"), "{row:?}");
    }

    #[test]
    fn learning_is_shown_by_kind_and_month_and_against_the_plan() {
        let world = open_world();
        assert_eq!(
            world.app.hours_room(Nothing {}).unwrap().learning.calendar,
            None
        );
        let request = SaveProgramme {
            learner: Learner::default(),
            programme: Programme {
                planned_hours: Some(Minutes::from_hours(600)),
                ..programme()
            },
        };
        world.app.save_programme(request).unwrap();
        log(&world, "Lecture", "2026-03-10", 60, Category::Theory);
        log(&world, "Shadowing", "2026-02-10", 30, Category::Shadowing);
        log(&world, "Last year", "2025-12-31", 40, Category::Theory);
        log(&world, "Tomorrow", "2026-03-13", 500, Category::Theory);
        let found = world.app.hours_room(Nothing {}).unwrap().learning;
        assert_eq!(
            (found.this_month, found.this_year),
            (Minutes(60), Minutes(90))
        );
        assert_eq!(
            found.split.unwrap().title,
            "Most of it is teaching of theory: 1 h 40 of 2 h 10"
        );
        let calendar = found.calendar.unwrap();
        assert_eq!(calendar.months.len(), 14);
        assert_eq!(calendar.months[13].claimed, Minutes(60));
        assert_eq!(
            found.done.unwrap().title,
            "2 h 10 of the planned 600 h are done"
        );
    }

    #[test]
    fn an_activity_in_the_bin_is_counted_nowhere() {
        let world = open_world();
        let kept = log(&world, "Lecture", "2026-03-10", 60, Category::Theory);
        let item = crate::wire::BinItemRef {
            kind: crate::wire::BinKind::Activity,
            id: kept.activity.id.to_string(),
        };
        world.app.move_to_bin(item).unwrap();
        assert_eq!(
            world.app.hours(Nothing {}).unwrap().totals,
            Default::default()
        );
    }

    #[test]
    fn the_room_reads_the_log_once_and_no_text_of_it() {
        let world = open_world();
        log(&world, "Lecture", "2026-03-10", 60, Category::Theory);
        let counted = world
            .app
            .with_open(|open, _| Ok(open.store.count_statements()?))
            .unwrap();
        drop(counted.take());
        world.app.hours_room(Nothing {}).unwrap();
        let statements = counted.take();
        let of_the_log: Vec<_> = statements
            .iter()
            .filter(|it| it.contains("from activity as a"))
            .collect();
        assert_eq!(of_the_log.len(), 1, "{statements:?}");
        assert!(!of_the_log[0].contains("a.what_was_done"));
    }
}
