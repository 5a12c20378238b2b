//! Whether claimed time counts: the five questions in their order, and one plain answer.

use super::question::{Ground, Question, Reply, because, ground};
use super::{Answer, Verdict};
use crate::activity::Activity;
use crate::day;
use crate::programme::{Nation, Programme};
use chrono::NaiveDate;

/// Whether the time that `activity` claims counts on `today`, and why. The first of the five
/// [questions](super::questions) that is answered with "no" decides; where none is, the first that only
/// the provider can answer. What would count and lies on a day [to come](is_to_come) does not count yet. What
/// an auditor would miss is added in a few words and decides nothing.
#[must_use]
pub fn counts(activity: &Activity, programme: Option<&Programme>, today: NaiveDate) -> Verdict {
    let ruling = ruling(activity, programme, today);
    Verdict {
        answer: ruling.answer(),
        reason: after_the_planned_end(ruling, activity, programme)
            .unwrap_or_else(|| ruling.reason(activity)),
    }
}

/// Only the answer of [`counts`], for sums over many entries.
#[must_use]
pub fn answer(activity: &Activity, programme: Option<&Programme>, today: NaiveDate) -> Answer {
    ruling(activity, programme, today).answer()
}

/// Whether a day lies after `today`. Learning counts once it has taken place: what is logged for such a day
/// stands in no total, in no figure for the learner record and in no printed log before that day.
#[must_use]
pub fn is_to_come(day: NaiveDate, today: NaiveDate) -> bool {
    day > today
}

/// Whether an entry with this answer has to say what was newly learned, and does not: it is what an auditor looks
/// for first. Nobody is asked to say it of time that does not count, or before its day.
#[must_use]
pub fn lacks_learning(activity: &Activity, answer: Answer) -> bool {
    matches!(answer, Answer::Counts | Answer::AskProvider)
        && activity.what_was_learned.trim().is_empty()
}

/// What decided, before it is put into words.
#[derive(Debug, Clone, Copy)]
enum Ruling {
    NotClaimed,
    /// A question was answered with "no".
    Refused(Ground),
    /// A question that only the provider can answer.
    Open(Ground),
    /// Nothing speaks against it.
    Counts,
    /// England's rules would refuse it, but they do not apply in this nation.
    RefusedElsewhere(Nation),
    /// It counts towards the person's own target in this nation.
    CountsElsewhere(Nation),
    /// It will, once its day has come.
    NotYet(Later),
}

/// What becomes of time on a day to come, once that day is there.
#[derive(Debug, Clone, Copy)]
enum Later {
    Counts,
    /// A question will be open that only the provider can answer.
    Open,
}

fn ruling(activity: &Activity, programme: Option<&Programme>, today: NaiveDate) -> Ruling {
    let ruling = without_today(activity, programme);
    if !is_to_come(activity.done_on, today) {
        return ruling;
    }
    match ruling {
        Ruling::Counts | Ruling::CountsElsewhere(_) => Ruling::NotYet(Later::Counts),
        Ruling::Open(_) | Ruling::RefusedElsewhere(_) => Ruling::NotYet(Later::Open),
        // What will never count is told at once, and not only when the day has come.
        Ruling::NotClaimed | Ruling::Refused(_) | Ruling::NotYet(_) => ruling,
    }
}

fn without_today(activity: &Activity, programme: Option<&Programme>) -> Ruling {
    if activity.off_the_job.is_none_or(|claimed| claimed.is_zero()) {
        return Ruling::NotClaimed;
    }
    let nation = programme.map_or(Nation::England, |p| p.nation);
    let grounds = || {
        let ask = |question: &Question| ground(*question, activity, programme);
        Question::ALL.iter().map(ask)
    };
    let first = |reply| grounds().find(|ground| ground.reply() == reply);
    let refused = first(Reply::No);
    match refused {
        // Nowhere does learning count that lies outside the training.
        Some(ground) if nation == Nation::England || ground.is_about_the_training() => {
            Ruling::Refused(ground)
        }
        Some(_) => Ruling::RefusedElsewhere(nation),
        None if nation != Nation::England => Ruling::CountsElsewhere(nation),
        None => first(Reply::Ask).map_or(Ruling::Counts, Ruling::Open),
    }
}

impl Ruling {
    fn answer(self) -> Answer {
        match self {
            Self::NotClaimed => Answer::NotClaimed,
            Self::Refused(_) => Answer::DoesNotCount,
            Self::Open(_) | Self::RefusedElsewhere(_) => Answer::AskProvider,
            Self::Counts | Self::CountsElsewhere(_) => Answer::Counts,
            Self::NotYet(_) => Answer::NotYet,
        }
    }

    fn reason(self, activity: &Activity) -> String {
        match self {
            Self::NotClaimed => {
                "No off-the-job time is claimed: doing the job is not learning, so it starts empty."
                    .to_owned()
            }
            Self::Refused(ground) | Self::Open(ground) => ground.sentence(activity.done_on),
            Self::Counts => format!("It counts: {}.", grounds_for(activity)),
            Self::NotYet(Later::Counts) => format!(
                "It counts from {}: {}.",
                day::full(activity.done_on),
                grounds_for(activity)
            ),
            Self::NotYet(Later::Open) => format!(
                "It can count from {}, and then only if your provider agrees.",
                day::full(activity.done_on)
            ),
            Self::RefusedElsewhere(nation) => format!(
                "England’s rules would not count this; they do not apply in {}, so ask your provider.",
                nation.label()
            ),
            Self::CountsElsewhere(nation) => format!(
                "It counts towards the target you entered; England’s rules do not apply in {}.",
                nation.label()
            ),
        }
    }
}

/// What lies after the planned end counts until gateway or the actual end; but the plan has to follow.
fn after_the_planned_end(
    ruling: Ruling,
    activity: &Activity,
    programme: Option<&Programme>,
) -> Option<String> {
    let end: NaiveDate = programme?
        .planned_end
        .filter(|end| activity.done_on > *end)?;
    matches!(ruling.answer(), Answer::Counts | Answer::AskProvider).then(|| {
        format!(
            "{}; it was after the planned end, {}, so tell your provider: the plan should be extended.",
            ruling.reason(activity).trim_end_matches('.'),
            day::short(end)
        )
    })
}

/// Why it counts; whatever else an auditor would miss is added.
fn grounds_for(activity: &Activity) -> String {
    let because = activity
        .category
        .map_or("it is learning in the training period", because);
    let missing: Vec<&str> = Question::ALL
        .iter()
        .filter_map(|question| ground(*question, activity, None).missing())
        .collect();
    match missing.split_last() {
        None => because.to_owned(),
        Some((last, [])) => format!("{because}; an auditor will look for {last}"),
        Some((last, rest)) => {
            format!(
                "{because}; an auditor will look for {} and {last}",
                rest.join(", ")
            )
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::activity::tests::activity;
    use crate::activity::{Category, PaidTime};
    use crate::minutes::Minutes;
    use crate::programme::LearningBreak;
    use expect_test::{Expect, expect};

    fn date(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    /// Any day after those of these tests.
    fn after() -> NaiveDate {
        date("2028-01-01")
    }

    /// Two hours of theory on 12 March 2026 with everything an auditor asks for.
    fn lesson() -> Activity {
        Activity {
            off_the_job: Some(Minutes(120)),
            category: Some(Category::Theory),
            paid: PaidTime::Paid,
            what_was_learned: "How fluid balance is charted.".into(),
            criteria: vec!["K3".into()],
            ..activity("a1", "2026-03-12")
        }
    }

    fn programme() -> Programme {
        Programme {
            original_start: Some(date("2025-09-01")),
            gateway_on: Some(date("2027-03-01")),
            breaks: vec![LearningBreak {
                from: date("2026-01-05"),
                to: date("2026-02-02"),
                reason: String::new(),
            }],
            ..Programme::default()
        }
    }

    #[track_caller]
    fn check(activity: &Activity, expected: Expect) {
        let verdict = counts(activity, Some(&programme()), after());
        expected.assert_eq(&format!("{}: {}", verdict.answer.code(), verdict.reason));
    }

    #[test]
    fn a_complete_entry_counts() {
        check(
            &lesson(),
            expect!["counts: It counts: it is teaching of theory."],
        );
    }

    #[test]
    fn nothing_claimed_is_nothing_to_decide() {
        let nothing = Activity {
            off_the_job: None,
            ..lesson()
        };
        check(
            &nothing,
            expect![
                "not_claimed: No off-the-job time is claimed: doing the job is not learning, so it starts empty."
            ],
        );
    }

    #[test]
    fn the_training_period_is_asked_about_first() {
        let unpaid = Activity {
            paid: PaidTime::Unpaid,
            ..lesson()
        };
        let on = |day: &str| Activity {
            done_on: date(day),
            ..unpaid.clone()
        };
        check(
            &on("2025-08-31"),
            expect![
                "does_not_count: It was before the programme started on 1 Sep 2025, so it does not count."
            ],
        );
        check(
            &on("2026-01-05"),
            expect![
                "does_not_count: It falls into the break from 5 Jan 2026 until 2 Feb 2026, when no learning counts."
            ],
        );
        check(
            &on("2027-03-02"),
            expect!["does_not_count: It was after gateway on 1 Mar 2027, so it does not count."],
        );
        check(
            &unpaid,
            expect![
                "does_not_count: It was outside paid hours and not given back as pay or time off, so it does not count."
            ],
        );
    }

    #[test]
    fn the_day_of_return_and_the_day_of_gateway_count() {
        for day in ["2026-02-02", "2027-03-01"] {
            let activity = Activity {
                done_on: date(day),
                ..lesson()
            };
            assert_eq!(
                counts(&activity, Some(&programme()), after()).answer,
                Answer::Counts
            );
        }
    }

    #[test]
    fn after_the_planned_end_it_counts_and_says_what_to_do() {
        let planned = Programme {
            planned_end: Some(date("2026-03-11")),
            ..programme()
        };
        let late = counts(&lesson(), Some(&planned), after());
        expect![[
            "counts: It counts: it is teaching of theory; it was after the planned end, 11 Mar 2026, so tell your provider: the plan should be extended."
        ]]
        .assert_eq(&format!("{}: {}", late.answer.code(), late.reason));
        let on_the_day = Programme {
            planned_end: Some(date("2026-03-12")),
            ..programme()
        };
        assert!(
            !counts(&lesson(), Some(&on_the_day), after())
                .reason
                .contains("planned end")
        );
        // The first question decides as before: after gateway nothing counts, planned or not.
        let over = Programme {
            gateway_on: Some(date("2026-03-01")),
            ..planned
        };
        assert_eq!(
            counts(&lesson(), Some(&over), after()).answer,
            Answer::DoesNotCount
        );
    }

    #[test]
    fn what_an_auditor_would_miss_is_remarked_and_decides_nothing() {
        let bare = Activity {
            off_the_job: Some(Minutes(60)),
            ..activity("a1", "2026-03-12")
        };
        check(
            &bare,
            expect![
                "counts: It counts: it is learning in the training period; an auditor will look for whether it was in paid hours, what was newly learned, a criterion of the standard and what kind it was."
            ],
        );
        let unlearned = Activity {
            what_was_learned: " ".into(),
            ..lesson()
        };
        check(
            &unlearned,
            expect![
                "counts: It counts: it is teaching of theory; an auditor will look for what was newly learned."
            ],
        );
    }

    #[test]
    fn a_day_to_come_does_not_count_yet() {
        let on = |today: &str, activity: &Activity| {
            let verdict = counts(activity, Some(&programme()), date(today));
            assert_eq!(
                answer(activity, Some(&programme()), date(today)),
                verdict.answer
            );
            format!("{}: {}", verdict.answer.code(), verdict.reason)
        };
        expect!["not_yet: It counts from 12 March 2026: it is teaching of theory."]
            .assert_eq(&on("2026-03-11", &lesson()));
        expect!["counts: It counts: it is teaching of theory."]
            .assert_eq(&on("2026-03-12", &lesson()));
        let open = Activity {
            category: Some(Category::Portfolio),
            ..lesson()
        };
        expect!["not_yet: It can count from 12 March 2026, and then only if your provider agrees."]
            .assert_eq(&on("2026-03-11", &open));
        // What will never count is told at once.
        let review = Activity {
            category: Some(Category::ProgressReview),
            ..lesson()
        };
        expect!["does_not_count: Progress reviews and their paperwork do not count."]
            .assert_eq(&on("2026-03-11", &review));
    }

    #[test]
    fn each_category_has_the_answer_of_the_rules() {
        for category in Category::ALL {
            let expected = match category.code() {
                code if code.starts_with("x_") => Answer::DoesNotCount,
                "portfolio" | "mandatory_training" => Answer::AskProvider,
                _ => Answer::Counts,
            };
            let activity = Activity {
                category: Some(*category),
                ..lesson()
            };
            let verdict = counts(&activity, None, after());
            assert_eq!(verdict.answer, expected, "{}", category.code());
            assert!(verdict.reason.ends_with('.') && verdict.reason.matches(". ").count() == 0);
        }
    }

    #[test]
    fn the_first_question_that_is_answered_with_no_gives_the_reason() {
        let work = Activity {
            category: Some(Category::NormalWork),
            paid: PaidTime::Unpaid,
            ..lesson()
        };
        check(
            &work,
            expect![
                "does_not_count: It was outside paid hours and not given back as pay or time off, so it does not count."
            ],
        );
        // A "no" decides even where an earlier question is open.
        let open = Activity {
            category: Some(Category::MandatoryTraining),
            done_on: date("2027-03-02"),
            ..lesson()
        };
        assert_eq!(
            counts(&open, Some(&programme()), after()).answer,
            Answer::DoesNotCount
        );
    }

    #[test]
    fn time_outside_hours_needs_an_answer_about_pay() {
        let paid = |paid| Activity {
            category: Some(Category::OutsideHours),
            paid,
            ..lesson()
        };
        assert_eq!(
            counts(&paid(PaidTime::Unknown), None, after()).answer,
            Answer::AskProvider
        );
        assert_eq!(
            counts(&paid(PaidTime::Unpaid), None, after()).answer,
            Answer::DoesNotCount
        );
        check(
            &paid(PaidTime::Compensated),
            expect![
                "counts: It counts: it was outside normal hours by agreement; an auditor will look for how the time was given back."
            ],
        );
    }

    proptest::proptest! {
        #![proptest_config(proptest::prelude::ProptestConfig { failure_persistence: None, ..Default::default() })]

        /// The sums rest on the short answer and the screen on the long one.
        #[test]
        fn any_entry_has_one_answer_and_a_reason_in_one_sentence(
            day in 0_u64..200_000,
            today in 0_u64..200_000,
            claimed in proptest::option::of(0_u32..=1440),
            category in proptest::option::of(0..Category::ALL.len()),
            paid in 0..PaidTime::ALL.len(),
            nation in 0..Nation::ALL.len(),
            learned in "[a-z ]{0,4}",
            ends in proptest::collection::vec(proptest::option::of(0_u64..200_000), 3),
        ) {
            let base = date("1900-01-01");
            let on = |days: u64| base + chrono::Days::new(days);
            let entry = Activity {
                done_on: on(day),
                off_the_job: claimed.map(Minutes),
                category: category.map(|at| Category::ALL[at]),
                paid: PaidTime::ALL[paid],
                what_was_learned: learned,
                ..lesson()
            };
            let programme = Programme {
                planned_end: ends[0].map(on),
                gateway_on: ends[1].map(on),
                original_start: ends[2].map(on),
                nation: Nation::ALL[nation],
                ..programme()
            };
            let today = on(today);
            for programme in [None, Some(&programme)] {
                let verdict = counts(&entry, programme, today);
                proptest::prop_assert_eq!(verdict.answer, answer(&entry, programme, today));
                proptest::prop_assert!(verdict.reason.ends_with('.'));
                let counted = matches!(verdict.answer, Answer::Counts | Answer::AskProvider);
                proptest::prop_assert!(!(counted && entry.done_on > today));
                proptest::prop_assert_eq!(verdict.reason.matches(". ").count(), 0);
                proptest::prop_assert_eq!(super::super::questions(&entry, programme).len(), 5);
            }
        }
    }

    #[test]
    fn englands_list_does_not_decide_elsewhere() {
        let wales = Programme {
            nation: Nation::Wales,
            ..programme()
        };
        let maths = Activity {
            category: Some(Category::EnglishMaths),
            ..lesson()
        };
        assert_eq!(
            counts(&maths, Some(&wales), after()).answer,
            Answer::AskProvider
        );
        let early = Activity {
            done_on: date("2025-08-31"),
            ..lesson()
        };
        assert_eq!(
            counts(&early, Some(&wales), after()).answer,
            Answer::DoesNotCount
        );
    }
}
