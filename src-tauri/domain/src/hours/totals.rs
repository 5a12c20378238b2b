//! Sums of claimed time. Claimed, confirmed and excluded are kept apart everywhere.

use super::{Answer, answer, is_to_come};
use crate::activity::{Activity, ActivityTag, Category, ConfirmationState};
use crate::day;
use crate::minutes::Minutes;
use crate::programme::Programme;
use crate::progress::Totals;
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// Time by kind of activity.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct CategoryTotal {
    /// The kind; `None` for entries without one.
    pub category: Option<Category>,
    /// Its time.
    pub totals: Totals,
    /// Entries that claim time.
    pub entries: u32,
}

/// Time by calendar month.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct MonthTotal {
    /// First day of the month.
    pub month: NaiveDate,
    /// Its time.
    pub totals: Totals,
    /// Entries that claim time.
    pub entries: u32,
}

/// Time under a label such as protected learning time. It may exceed off-the-job time and is never
/// added to it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct TagTotal {
    /// The label.
    pub tag: ActivityTag,
    /// Its time: how long the activities took, or what they claim where that is not known.
    pub time: Minutes,
    /// The part of it that someone other than the learner confirmed.
    pub confirmed: Minutes,
    /// Entries that carry it.
    pub entries: u32,
}

/// Adds one entry.
fn add(totals: &mut Totals, activity: &Activity, answer: Answer) {
    let claimed = activity.off_the_job.unwrap_or_default();
    match answer {
        // Where providers differ, the time stays in and the entry is marked.
        Answer::Counts | Answer::AskProvider => {
            totals.claimed = totals.claimed.saturating_add(claimed);
            if activity.state == ConfirmationState::Confirmed {
                totals.confirmed = totals.confirmed.saturating_add(claimed);
            }
        }
        Answer::DoesNotCount => totals.excluded = totals.excluded.saturating_add(claimed),
        Answer::NotYet => totals.to_come = totals.to_come.saturating_add(claimed),
        Answer::NotClaimed => {}
    }
    if is_disputed(activity, answer) {
        totals.disputed = totals.disputed.saturating_add(claimed);
    }
}

/// Whether the learner holds that time belongs on the other side of what counts. Where only the provider
/// can tell, the time is counted meanwhile, so that agreeing with that disputes nothing.
#[must_use]
pub fn is_disputed(activity: &Activity, answer: Answer) -> bool {
    let counted = match answer {
        Answer::Counts | Answer::AskProvider => true,
        Answer::DoesNotCount => false,
        Answer::NotYet | Answer::NotClaimed => return false,
    };
    activity
        .disagreement
        .as_ref()
        .is_some_and(|held| held.counts != counted)
}

/// The entries that claim time and are not in the bin, with the answer for each. What will never count is
/// left out as long as its day has not come: nothing was done that could be excluded.
fn judged<'a>(
    activities: impl IntoIterator<Item = &'a Activity>,
    programme: Option<&'a Programme>,
    today: NaiveDate,
) -> impl Iterator<Item = (&'a Activity, Answer)> {
    activities
        .into_iter()
        .filter(|activity| activity.deleted_at.is_none())
        .map(move |activity| (activity, answer(activity, programme, today)))
        .filter(move |(activity, answer)| match answer {
            Answer::NotClaimed => false,
            Answer::DoesNotCount => !is_to_come(activity.done_on, today),
            _ => true,
        })
}

/// Those of them whose day has come.
fn judged_so_far<'a>(
    activities: impl IntoIterator<Item = &'a Activity>,
    programme: Option<&'a Programme>,
    today: NaiveDate,
) -> impl Iterator<Item = (&'a Activity, Answer)> {
    judged(activities, programme, today).filter(|(_, answer)| *answer != Answer::NotYet)
}

/// The entries whose time is in the claimed total, with that time; what is in the bin is left out.
pub fn counted<'a>(
    activities: impl IntoIterator<Item = &'a Activity>,
    programme: Option<&'a Programme>,
    today: NaiveDate,
) -> impl Iterator<Item = (&'a Activity, Minutes)> {
    judged_so_far(activities, programme, today)
        .filter(|(_, answer)| *answer != Answer::DoesNotCount)
        .map(|(activity, _)| (activity, activity.off_the_job.unwrap_or_default()))
}

/// Sums on `today` of all entries that are not in the bin.
#[must_use]
pub fn totals<'a>(
    activities: impl IntoIterator<Item = &'a Activity>,
    programme: Option<&'a Programme>,
    today: NaiveDate,
) -> Totals {
    let mut totals = Totals::default();
    for (activity, answer) in judged(activities, programme, today) {
        add(&mut totals, activity, answer);
    }
    totals
}

/// Sums by kind of activity, in the order in which kinds are offered; entries without one come last.
#[must_use]
pub fn by_category<'a>(
    activities: impl IntoIterator<Item = &'a Activity>,
    programme: Option<&'a Programme>,
    today: NaiveDate,
) -> Vec<CategoryTotal> {
    let mut groups: BTreeMap<(bool, Option<Category>), (Totals, u32)> = BTreeMap::new();
    for (activity, answer) in judged_so_far(activities, programme, today) {
        let key = (activity.category.is_none(), activity.category);
        let (totals, entries) = groups.entry(key).or_default();
        add(totals, activity, answer);
        *entries += 1;
    }
    let total = |((_, category), (totals, entries))| CategoryTotal {
        category,
        totals,
        entries,
    };
    groups.into_iter().map(total).collect()
}

/// Sums by calendar month, earliest first; months without an entry are left out.
#[must_use]
pub fn by_month<'a>(
    activities: impl IntoIterator<Item = &'a Activity>,
    programme: Option<&'a Programme>,
    today: NaiveDate,
) -> Vec<MonthTotal> {
    let mut groups: BTreeMap<NaiveDate, (Totals, u32)> = BTreeMap::new();
    for (activity, answer) in judged_so_far(activities, programme, today) {
        let (totals, entries) = groups
            .entry(day::first_of_month(activity.done_on))
            .or_default();
        add(totals, activity, answer);
        *entries += 1;
    }
    let total = |(month, (totals, entries))| MonthTotal {
        month,
        totals,
        entries,
    };
    groups.into_iter().map(total).collect()
}

/// Sums by label, for labels that are used on days that have come.
#[must_use]
pub fn by_tag<'a>(
    activities: impl IntoIterator<Item = &'a Activity>,
    today: NaiveDate,
) -> Vec<TagTotal> {
    let mut groups: BTreeMap<ActivityTag, TagTotal> = BTreeMap::new();
    for activity in activities
        .into_iter()
        .filter(|activity| activity.deleted_at.is_none())
        .filter(|activity| !is_to_come(activity.done_on, today))
    {
        let time = activity
            .duration
            .or(activity.off_the_job)
            .unwrap_or_default();
        let mut tags = activity.tags.clone();
        tags.sort_unstable();
        tags.dedup();
        for tag in tags {
            let total = groups.entry(tag).or_insert(TagTotal {
                tag,
                time: Minutes::ZERO,
                confirmed: Minutes::ZERO,
                entries: 0,
            });
            total.time = total.time.saturating_add(time);
            if activity.state == ConfirmationState::Confirmed {
                total.confirmed = total.confirmed.saturating_add(time);
            }
            total.entries += 1;
        }
    }
    groups.into_values().collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::activity::Disagreement;
    use crate::activity::tests::activity;
    use proptest::prelude::*;

    fn entry(n: usize, claimed: u32, category: Category, confirmed: bool) -> Activity {
        let state = if confirmed {
            ConfirmationState::Confirmed
        } else {
            ConfirmationState::Submitted
        };
        Activity {
            off_the_job: Some(Minutes(claimed)),
            category: Some(category),
            state,
            ..activity(&format!("a{n}"), &format!("2026-{:02}-12", n % 12 + 1))
        }
    }

    /// A day after those of all entries here.
    fn after() -> NaiveDate {
        "2027-01-01".parse().unwrap()
    }

    #[test]
    fn what_is_to_come_is_summed_apart_and_is_in_no_other_sum() {
        let entries = [
            entry(1, 60, Category::Theory, true),
            entry(2, 30, Category::Theory, true),
            entry(3, 20, Category::Portfolio, false),
            entry(4, 500, Category::NormalWork, false),
        ];
        // The day of the first one: February.
        let today = entries[0].done_on;
        let expected = Totals {
            claimed: Minutes(60),
            confirmed: Minutes(60),
            to_come: Minutes(50),
            ..Totals::default()
        };
        assert_eq!(totals(&entries, None, today), expected);
        assert_eq!(counted(&entries, None, today).count(), 1);
        let months = by_month(&entries, None, today);
        assert_eq!((months.len(), months[0].entries), (1, 1));
        assert_eq!(by_category(&entries, None, today).len(), 1);
    }

    #[test]
    fn claimed_confirmed_and_excluded_stay_apart() {
        let entries = [
            entry(1, 60, Category::Theory, true),
            entry(2, 30, Category::Portfolio, false),
            entry(3, 500, Category::NormalWork, true),
            Activity {
                off_the_job: None,
                ..entry(4, 0, Category::Theory, true)
            },
            Activity {
                deleted_at: Some(Default::default()),
                ..entry(5, 99, Category::Theory, true)
            },
        ];
        let expected = Totals {
            claimed: Minutes(90),
            confirmed: Minutes(60),
            excluded: Minutes(500),
            ..Totals::default()
        };
        assert_eq!(totals(&entries, None, after()), expected);
    }

    #[test]
    fn what_is_disputed_is_summed_apart_and_moves_nothing() {
        let held = |counts, entry| Activity {
            disagreement: Some(Disagreement {
                counts,
                note: "I was taught.".into(),
            }),
            ..entry
        };
        let entries = [
            held(true, entry(1, 30, Category::NormalWork, false)),
            held(false, entry(2, 60, Category::Theory, false)),
            // The rules came to think the same, or leave it open and count it meanwhile.
            held(true, entry(3, 100, Category::Theory, false)),
            held(true, entry(4, 200, Category::Portfolio, false)),
        ];
        let with = totals(&entries, None, after());
        assert_eq!(with.disputed, Minutes(90));
        let without: Vec<Activity> = entries
            .into_iter()
            .map(|entry| Activity {
                disagreement: None,
                ..entry
            })
            .collect();
        let expected = Totals {
            disputed: Minutes::ZERO,
            ..with
        };
        assert_eq!(totals(&without, None, after()), expected);
    }

    #[test]
    fn labels_have_totals_of_their_own() {
        let tags = vec![ActivityTag::PracticeHours, ActivityTag::PracticeHours];
        let shift = |n: usize, duration: Option<u32>, confirmed: bool| Activity {
            duration: duration.map(Minutes),
            tags: tags.clone(),
            ..entry(n, 60, Category::Placement, confirmed)
        };
        let shifts = [shift(1, Some(450), true), shift(2, None, false)];
        let expected = TagTotal {
            tag: ActivityTag::PracticeHours,
            time: Minutes(510),
            confirmed: Minutes(450),
            entries: 2,
        };
        assert_eq!(by_tag(&shifts, after()), [expected]);
        assert_eq!(
            totals(&shifts, None, after()).claimed,
            Minutes(120),
            "a label adds nothing to off-the-job time"
        );
    }

    proptest! {
        #[test]
        fn sums_are_additive_over_entries_kinds_and_months(
            claims in prop::collection::vec((1_u32..=1440, 0..Category::ALL.len(), any::<bool>()), 0..40),
            split in 0_usize..40,
        ) {
            let entries: Vec<Activity> = claims
                .iter()
                .enumerate()
                .map(|(n, (claimed, c, confirmed))| entry(n, *claimed, Category::ALL[*c], *confirmed))
                .collect();
            let sum = |parts: Vec<Totals>| {
                (
                    parts.iter().map(|t| t.claimed).sum::<Minutes>(),
                    parts.iter().map(|t| t.confirmed).sum::<Minutes>(),
                    parts.iter().map(|t| t.excluded).sum::<Minutes>(),
                )
            };
            let (left, right) = entries.split_at(split.min(entries.len()));
            let whole = sum(vec![totals(&entries, None, after())]);
            prop_assert_eq!(sum(vec![totals(left, None, after()), totals(right, None, after())]), whole);
            let kinds = by_category(&entries, None, after()).into_iter().map(|g| g.totals).collect();
            prop_assert_eq!(sum(kinds), whole);
            let months = by_month(&entries, None, after()).into_iter().map(|g| g.totals).collect();
            prop_assert_eq!(sum(months), whole);
        }
    }
}
