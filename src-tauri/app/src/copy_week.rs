//! Last week's entries, proposed for this one. Each is ticked by the person; what they learned and claim is
//! theirs to say.

use crate::activity::{blank, new_id, present_activity};
use crate::app::{App, Present};
use crate::convert::count;
use crate::failure::Failure;
use crate::undo::{Back, Step};
use crate::unfinished::finish_boxes;
use crate::week::monday_of;
use crate::wire::{
    Activity, CarriedOver, CopyWeek, Form, Handled, WeekOf, WeekProposal, WeekProposals,
};
use aftershift_domain::activity::ActivityContent;
use aftershift_domain::day;
use aftershift_domain::problem::Problems;
use aftershift_store::{ItemKind, Reader, Writer};
use chrono::{Days, NaiveDate};

/// More entries than a week has.
const MOST: usize = 200;

/// The days of a week, the first and the last of them.
fn days_of(monday: NaiveDate) -> (NaiveDate, NaiveDate) {
    (monday, monday + Days::new(6))
}

/// What the week of `monday` says already.
fn said_in(db: &Reader<'_>, monday: NaiveDate) -> Result<Vec<ActivityContent>, Failure> {
    let (first, last) = days_of(monday);
    let found = db.activities_between(first, last)?;
    Ok(found.iter().map(Activity::content).collect())
}

/// `offered` as the person left it.
pub(crate) fn with_carried(
    offered: ActivityContent,
    carried: Option<CarriedOver>,
) -> ActivityContent {
    let Some(carried) = carried else {
        return offered;
    };
    let content = ActivityContent {
        category: carried.category,
        paid: carried.paid,
        compensation: carried.compensation,
        delivered_by: carried.delivered_by,
        delivered_by_kind: carried.delivered_by_kind,
        place: carried.place,
        criteria: carried.criteria,
        tags: carried.tags,
        ..offered
    };
    content.with_criteria_normalised()
}

/// Logs a draft that says `content`, and answers it.
pub(crate) fn add(
    db: &Writer<'_>,
    content: ActivityContent,
    present: Present,
) -> Result<Activity, Failure> {
    let activity = blank(new_id(present)?, present).saying(content);
    activity.problems().or(())?;
    db.save_activity(&activity)?;
    Ok(activity)
}

impl App {
    /// What the week before had, moved by seven days.
    ///
    /// # Errors
    /// If nothing is open or it cannot be read.
    pub fn propose_week(&self, request: WeekOf) -> Result<WeekProposals, Failure> {
        self.read(|db, present| {
            let monday = monday_of(request.day, present.today)?;
            let programme = db.programme()?;
            let there = said_in(db, monday)?;
            let (first, last) = days_of(monday - Days::new(7));
            let before = db.activities_between(first, last)?;
            let proposals = before.into_iter().map(|activity| {
                let content = activity.content().again_on(activity.done_on + Days::new(7));
                WeekProposal {
                    from: activity.id,
                    claimed_then: activity.off_the_job,
                    is_there: there.iter().any(|other| other.looks_like(&content)),
                    is_to_come: content.done_on > present.today,
                    standing: programme.standing_on(content.done_on),
                    content,
                }
            });
            Ok(WeekProposals {
                first_day: monday,
                proposals: proposals.collect(),
            })
        })
    }

    /// Logs the chosen entries of the week before once more, seven days later, as drafts. All of them or
    /// none, and one undo takes them back.
    ///
    /// # Errors
    /// If one of them is not there or was done in another week, or a claim is longer than its entry.
    pub fn copy_week(&self, request: CopyWeek) -> Result<Handled, Failure> {
        self.write_undoable(|db, present| {
            let monday = monday_of(Some(request.day), present.today)?;
            let (first, last) = days_of(monday - Days::new(7));
            let mut problems = Problems::new();
            let chosen = request.entries.len();
            problems.check(chosen > 0, "entries", "Choose at least one entry.");
            problems.check(
                chosen <= MOST,
                "entries",
                "These are too many entries for one week: choose at most 200.",
            );
            problems.or(())?;
            let mut back = Vec::new();
            for (at, entry) in request.entries.iter().enumerate() {
                let activity = present_activity(db, &entry.from)?;
                let mut problems = Problems::new();
                problems.check(
                    (first..=last).contains(&activity.done_on),
                    "from",
                    "Only entries of the week before can be copied.",
                );
                let offered = activity.content().again_on(activity.done_on + Days::new(7));
                let content = ActivityContent {
                    off_the_job: entry.off_the_job,
                    ..with_carried(offered, entry.carried.clone())
                };
                problems.0.extend(content.problems().0);
                let mut all = Problems::new();
                all.nest(&format!("entries[{at}]"), problems);
                all.or(())?;
                let added = add(db, content, present)?;
                back.push(Back::Bin(ItemKind::Activity, added.id.to_string()));
            }
            // Another week's boxes are of no concern here.
            let week = db.activities_between(first, last)?;
            let typed = finish_boxes(db, Form::CopyWeek, |name| {
                let about = name.split_once('.').map_or(name, |(id, _)| id);
                week.iter().any(|activity| activity.id.as_str() == about)
            })?;
            let count = count(back.len());
            back.extend(typed.map(|typed| Back::Unfinished(Box::new(typed))));
            let what = match count {
                1 => "Copied 1 activity of the week before".to_owned(),
                many => format!("Copied {many} activities of the week before"),
            };
            Ok((Handled { count }, Some(Step::new(what, Back::All(back)))))
        })
    }
}

/// `Tue 10 Mar 2026`, for sentences about a day that was offered.
pub(crate) fn on(day: NaiveDate) -> String {
    day::with_weekday(day)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::{World, activity, log, open_world};
    use crate::wire::{CopyEntry, ListActivities, Nothing, SaveActivity};
    use aftershift_domain::activity::{
        ActivityTag, Category, ConfirmationState, DeliveredBy, PaidTime, Place,
    };
    use aftershift_domain::minutes::Minutes;

    fn date(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    fn proposals(world: &World) -> Vec<WeekProposal> {
        world
            .app
            .propose_week(WeekOf { day: None })
            .unwrap()
            .proposals
    }

    fn of_this_week(world: &World) -> Vec<Activity> {
        let request = ListActivities {
            from: Some(date("2026-03-09")),
            ..crate::testing::all_activities()
        };
        let page = world.app.list_activities(request).unwrap();
        page.rows.into_iter().map(|row| row.activity).collect()
    }

    #[test]
    fn last_week_is_proposed_without_its_claims_and_words() {
        let world = open_world();
        let lesson = SaveActivity {
            duration: Some(Minutes(120)),
            off_the_job: Some(Minutes(90)),
            category: Some(Category::Theory),
            what_was_done: "Took notes".into(),
            what_was_learned: "Exudate".into(),
            ..activity("Lecture", "2026-03-03")
        };
        world.app.save_activity(lesson).unwrap();
        log(&world, "Tutorial", "2026-03-06", 60, Category::Mentoring);
        log(&world, "Two weeks ago", "2026-02-27", 60, Category::Theory);
        log(&world, "tutorial ", "2026-03-13", 60, Category::Mentoring);

        let found = proposals(&world);
        let shown: Vec<_> = found
            .iter()
            .map(|it| {
                (
                    it.content.title.as_str(),
                    it.content.done_on.to_string(),
                    it.is_there,
                    it.is_to_come,
                )
            })
            .collect();
        assert_eq!(
            shown,
            [
                ("Lecture", "2026-03-10".to_owned(), false, false),
                ("Tutorial", "2026-03-13".to_owned(), true, true),
            ]
        );
        assert_eq!(found[0].claimed_then, Some(Minutes(90)));
        assert_eq!(found[0].content.off_the_job, None);
        assert!(found[0].content.what_was_learned.is_empty());
        assert!(found[0].content.what_was_done.is_empty());
    }

    #[test]
    fn the_chosen_ones_are_logged_as_drafts_and_taken_back_in_one_go() {
        let world = open_world();
        for title in ["First", "Second"] {
            let kept = log(&world, title, "2026-03-03", 60, Category::Theory);
            let refs = crate::wire::ActivityRefs {
                activity_ids: vec![kept.activity.id],
            };
            world.app.submit_activities(refs).unwrap();
        }
        let copy = |claims: &[Option<u32>]| {
            let entries = proposals(&world)
                .into_iter()
                .zip(claims)
                .map(|(proposal, claim)| CopyEntry {
                    from: proposal.from,
                    off_the_job: claim.map(Minutes),
                    carried: None,
                });
            world.app.copy_week(CopyWeek {
                day: date("2026-03-12"),
                entries: entries.collect(),
            })
        };
        assert_eq!(copy(&[Some(45), None]).unwrap().count, 2);
        let copied = of_this_week(&world);
        let shown: Vec<_> = copied
            .iter()
            .map(|it| (it.title.as_str(), it.off_the_job, it.state))
            .collect();
        assert_eq!(
            shown,
            [
                ("Second", None, ConfirmationState::Draft),
                ("First", Some(Minutes(45)), ConfirmationState::Draft),
            ]
        );
        let undone = world.app.undo(Nothing {}).unwrap();
        assert_eq!(
            undone.what.as_deref(),
            Some("Copied 2 activities of the week before")
        );
        assert!(of_this_week(&world).is_empty());

        // One that cannot be keeps all of them out.
        let Err(Failure::Invalid { problems }) = copy(&[Some(10), Some(61)]) else {
            panic!("it was copied");
        };
        assert_eq!(problems[0].field, "entries[1].offTheJob");
        assert!(of_this_week(&world).is_empty());
    }

    #[test]
    fn what_holds_again_is_carried_over_unless_the_person_says_otherwise() {
        let world = open_world();
        let lesson = SaveActivity {
            category: Some(Category::Theory),
            delivered_by: "Oakfield College".into(),
            place: Place::Campus,
            criteria: vec!["K3".into()],
            ..activity("Lecture", "2026-03-03")
        };
        world.app.save_activity(lesson).unwrap();
        let copied_as = |carried: Option<CarriedOver>| {
            let from = proposals(&world).remove(0).from;
            let entry = CopyEntry {
                from,
                off_the_job: None,
                carried,
            };
            let day = date("2026-03-12");
            let entries = vec![entry];
            world.app.copy_week(CopyWeek { day, entries }).unwrap();
            let copied = of_this_week(&world).remove(0);
            world.app.undo(Nothing {}).unwrap();
            copied
        };
        let same = copied_as(None);
        assert_eq!(
            (same.delivered_by.as_str(), same.place, same.criteria),
            ("Oakfield College", Place::Campus, vec!["K3".to_owned()])
        );
        let otherwise = copied_as(Some(CarriedOver {
            category: Some(Category::Mentoring),
            paid: PaidTime::Compensated,
            compensation: "Friday off".into(),
            delivered_by: "Practice educator".into(),
            delivered_by_kind: DeliveredBy::Employer,
            place: Place::Workplace,
            criteria: vec!["s4".into()],
            tags: vec![ActivityTag::TheoryHours],
        }));
        assert_eq!(otherwise.title, "Lecture");
        assert_eq!(
            (otherwise.category, otherwise.paid, otherwise.place),
            (
                Some(Category::Mentoring),
                PaidTime::Compensated,
                Place::Workplace
            )
        );
        assert_eq!(otherwise.compensation, "Friday off");
        assert_eq!(otherwise.delivered_by, "Practice educator");
        assert_eq!(otherwise.delivered_by_kind, DeliveredBy::Employer);
        assert_eq!(otherwise.criteria, ["S4"]);
        assert_eq!(otherwise.tags, [ActivityTag::TheoryHours]);
    }

    #[test]
    fn only_the_week_before_can_be_copied() {
        let world = open_world();
        let kept = log(&world, "Old", "2026-02-03", 60, Category::Theory);
        let copy = |entries: Vec<CopyEntry>| {
            world.app.copy_week(CopyWeek {
                day: date("2026-03-12"),
                entries,
            })
        };
        let old = CopyEntry {
            from: kept.activity.id,
            off_the_job: None,
            carried: None,
        };
        for entries in [vec![old], Vec::new()] {
            assert!(matches!(copy(entries), Err(Failure::Invalid { .. })));
        }
    }
}
