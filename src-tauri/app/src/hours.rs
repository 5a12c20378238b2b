//! Hours against the minimum.

use crate::app::{App, Present};
use crate::failure::Failure;
use crate::wire::{Activity, CategoryTotal, HoursView, Nothing};
use aftershift_domain::hours::{by_category, overdue, requirement};
use aftershift_domain::programme::Programme;
use aftershift_domain::progress::{progress, progress_only};
use aftershift_store::Reader;

/// Hours of these activities, as the Hours room shows them. Entries of days to come are not counted
/// yet, on the screen as in the totals.
pub(crate) fn view(programme: &Programme, activities: &[Activity], present: Present) -> HoursView {
    let today = present.today;
    let so_far: Vec<Activity> = activities
        .iter()
        .filter(|activity| activity.done_on <= today)
        .cloned()
        .collect();
    let only = progress_only(Some(programme), activities, today);
    let (found, problems) =
        match requirement(programme).and_then(|r| progress(programme, r, activities, today)) {
            Ok(found) => (Some(found), Vec::new()),
            Err(problems) => (None, problems.0),
        };
    let mut categories: Vec<CategoryTotal> = by_category(&so_far, Some(programme))
        .into_iter()
        .map(|total| CategoryTotal {
            category: total.category,
            label: total
                .category
                .map_or("Without a kind", |c| c.label())
                .to_owned(),
            claimed: total.totals.claimed,
            excluded: total.totals.excluded,
        })
        .collect();
    categories.sort_by_key(|total| std::cmp::Reverse((total.claimed, total.excluded)));
    HoursView {
        today,
        programme_title: programme.title.clone(),
        progress: found,
        problems,
        totals: only.totals,
        planned: programme.planned_hours,
        overdue: overdue(programme, today),
        by_category: categories,
        this_week: only.this_week,
    }
}

/// Hours of everything that is not in the bin.
pub(crate) fn of_portfolio(db: &Reader<'_>, present: Present) -> Result<HoursView, Failure> {
    Ok(view(&db.programme()?, &db.all_activities()?, present))
}

impl App {
    /// Hours against the minimum.
    ///
    /// # Errors
    /// If nothing is open or it cannot be read.
    pub fn hours(&self, _: Nothing) -> Result<HoursView, Failure> {
        self.read(of_portfolio)
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
        let labels: Vec<_> = hours
            .by_category
            .iter()
            .map(|total| total.label.as_str())
            .collect();
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
}
