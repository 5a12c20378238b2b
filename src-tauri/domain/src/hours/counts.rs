//! Whether claimed time counts: the questions in their order, each with a plain answer.

use super::{Answer, Verdict};
use crate::activity::{Activity, Category, PaidTime};
use crate::day;
use crate::programme::{Nation, Programme};
use chrono::NaiveDate;

/// Whether the time that `activity` claims counts, and why. The first question that is answered with
/// "no" decides: is anything claimed; does it lie in the training period and in no break; was it paid
/// for; is its kind one that never counts? What an auditor would miss is added in a few words and
/// decides nothing.
#[must_use]
pub fn counts(activity: &Activity, programme: Option<&Programme>) -> Verdict {
    let verdict = judge(activity, programme);
    let late = programme
        .and_then(|p| p.planned_end)
        .filter(|end| activity.done_on > *end);
    match (late, verdict.answer) {
        (Some(end), Answer::Counts | Answer::AskProvider) => after_the_planned_end(verdict, end),
        _ => verdict,
    }
}

/// What lies after the planned end counts until gateway or the actual end; but the plan has to follow.
fn after_the_planned_end(verdict: Verdict, end: NaiveDate) -> Verdict {
    Verdict {
        reason: format!(
            "{}; it was after the planned end, {}, so tell your provider: the plan should be extended.",
            verdict.reason.trim_end_matches('.'),
            day::short(end)
        ),
        ..verdict
    }
}

fn judge(activity: &Activity, programme: Option<&Programme>) -> Verdict {
    if activity.off_the_job.is_none_or(|claimed| claimed.is_zero()) {
        return verdict(
            Answer::NotClaimed,
            "No off-the-job time is claimed: doing the job is not learning, so it starts empty.",
        );
    }
    let nation = programme.map_or(Nation::England, |p| p.nation);
    if let Some(reason) = programme.and_then(|p| outside_training(activity, p)) {
        return verdict(Answer::DoesNotCount, reason);
    }
    if nation != Nation::England {
        return elsewhere(activity, nation);
    }
    if let Some(no) = unpaid(activity) {
        return no;
    }
    let Some(category) = activity.category else {
        return counting(
            "it is learning in the training period",
            activity,
            &["what kind it was"],
        );
    };
    if let Some(reason) = excluded(category) {
        return verdict(Answer::DoesNotCount, reason);
    }
    match category {
        Category::Portfolio => verdict(
            Answer::AskProvider,
            "Providers differ on whether putting the portfolio together counts: ask yours.",
        ),
        Category::MandatoryTraining => verdict(
            Answer::AskProvider,
            "Mandatory training counts only where its content is new to you and your standard needs it: \
             ask your provider.",
        ),
        Category::OutsideHours if activity.paid == PaidTime::Unknown => verdict(
            Answer::AskProvider,
            "Time outside normal hours counts only if it was agreed and given back: say whether it was.",
        ),
        category => counting(because(category), activity, &[]),
    }
}

fn verdict(answer: Answer, reason: impl Into<String>) -> Verdict {
    Verdict {
        answer,
        reason: reason.into(),
    }
}

/// Question 1: in the training period and in no break.
fn outside_training(activity: &Activity, programme: &Programme) -> Option<String> {
    let done = activity.done_on;
    if let Some(start) = programme.original_start.filter(|start| done < *start) {
        return Some(format!(
            "It was before the programme started on {}, so it does not count.",
            day::short(start)
        ));
    }
    if let Some(gateway) = programme.gateway_on.filter(|gateway| done > *gateway) {
        return Some(format!(
            "It was after gateway on {}, so it does not count.",
            day::short(gateway)
        ));
    }
    if let Some(ended) = programme.ended_on.filter(|ended| done > *ended) {
        return Some(format!(
            "It was after the programme ended on {}, so it does not count.",
            day::short(ended)
        ));
    }
    programme.break_on(done).map(|pause| {
        format!(
            "It falls into the break from {} until {}, when no learning counts.",
            day::short(pause.from),
            day::short(pause.to)
        )
    })
}

/// Question 2: in paid hours, or given back.
fn unpaid(activity: &Activity) -> Option<Verdict> {
    let reason =
        "It was outside paid hours and not given back as pay or time off, so it does not count.";
    (activity.paid == PaidTime::Unpaid).then(|| verdict(Answer::DoesNotCount, reason))
}

/// Question 5: the kinds that never count.
fn excluded(category: Category) -> Option<&'static str> {
    Some(match category {
        Category::NormalWork => {
            "Doing the job is not off-the-job learning, however much it teaches, so it does not count."
        }
        Category::EnglishMaths => "English and maths up to level 2 do not count.",
        Category::ProgressReview => "Progress reviews and their paperwork do not count.",
        Category::Exam => "Examinations and assessments do not count; learning for them does.",
        Category::Onboarding => "Enrolment and onboarding do not count.",
        Category::NotInStandard => "Training that your standard does not need does not count.",
        Category::UnpaidTime => {
            "Own time that is not given back as pay or time off does not count."
        }
        Category::DuringBreak => "Nothing counts during a break in learning or after gateway.",
        Category::PriorLearning => "What was credited as prior learning does not count again.",
        _ => return None,
    })
}

/// Why a kind counts.
fn because(category: Category) -> &'static str {
    match category {
        Category::Theory => "it is teaching of theory",
        Category::Simulation => "it is simulation or a skills lab",
        Category::Manufacturer => "it is manufacturer or supplier training",
        Category::Practical => "you were being taught, not doing the job",
        Category::Shadowing => "you watched to learn something new",
        Category::Mentoring => "you were mentored where learning happens",
        Category::IndustryVisit => "it is a visit planned for learning",
        Category::Competition => "it is a skills competition",
        Category::Conference => "it is a conference or study day",
        Category::LearningSupport => "it is learning support",
        Category::Assignment => "writing assignments and reflections in paid hours is learning",
        Category::SelfStudy => "it is directed study in paid hours",
        Category::Placement => "it is a practice placement",
        Category::MockAssessment => "practising for the assessment is learning",
        Category::OutsideHours => "it was outside normal hours by agreement",
        _ => "it is learning in the training period",
    }
}

/// It counts; `more` and whatever else an auditor would miss is added.
fn counting(because: &str, activity: &Activity, more: &[&str]) -> Verdict {
    let mut missing = more.to_vec();
    if activity.paid == PaidTime::Unknown {
        missing.push("whether it was in paid hours");
    }
    if activity.paid == PaidTime::Compensated && activity.compensation.trim().is_empty() {
        missing.push("how the time was given back");
    }
    if activity.what_was_learned.trim().is_empty() {
        missing.push("what was newly learned");
    }
    if activity.criteria.iter().all(|code| code.trim().is_empty()) {
        missing.push("a criterion of the standard");
    }
    let reason = match missing.split_last() {
        None => format!("It counts: {because}."),
        Some((last, [])) => format!("It counts: {because}; an auditor will look for {last}."),
        Some((last, rest)) => {
            format!(
                "It counts: {because}; an auditor will look for {} and {last}.",
                rest.join(", ")
            )
        }
    };
    verdict(Answer::Counts, reason)
}

fn elsewhere(activity: &Activity, nation: Nation) -> Verdict {
    let nation = nation.label();
    if activity
        .category
        .is_some_and(|category| excluded(category).is_some())
    {
        return verdict(
            Answer::AskProvider,
            format!(
                "England’s rules would not count this; they do not apply in {nation}, so ask your \
                 provider."
            ),
        );
    }
    verdict(
        Answer::Counts,
        format!(
            "It counts towards the target you entered; England’s rules do not apply in {nation}."
        ),
    )
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::activity::tests::activity;
    use crate::minutes::Minutes;
    use crate::programme::LearningBreak;
    use expect_test::{Expect, expect};

    fn date(text: &str) -> NaiveDate {
        text.parse().unwrap()
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
        let verdict = counts(activity, Some(&programme()));
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
            assert_eq!(counts(&activity, Some(&programme())).answer, Answer::Counts);
        }
    }

    #[test]
    fn after_the_planned_end_it_counts_and_says_what_to_do() {
        let planned = Programme {
            planned_end: Some(date("2026-03-11")),
            ..programme()
        };
        let late = counts(&lesson(), Some(&planned));
        expect![[
            "counts: It counts: it is teaching of theory; it was after the planned end, 11 Mar 2026, so tell your provider: the plan should be extended."
        ]]
        .assert_eq(&format!("{}: {}", late.answer.code(), late.reason));
        let on_the_day = Programme {
            planned_end: Some(date("2026-03-12")),
            ..programme()
        };
        assert!(
            !counts(&lesson(), Some(&on_the_day))
                .reason
                .contains("planned end")
        );
        // The first question decides as before: after gateway nothing counts, planned or not.
        let over = Programme {
            gateway_on: Some(date("2026-03-01")),
            ..planned
        };
        assert_eq!(counts(&lesson(), Some(&over)).answer, Answer::DoesNotCount);
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
                "counts: It counts: it is learning in the training period; an auditor will look for what kind it was, whether it was in paid hours, what was newly learned and a criterion of the standard."
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
            let verdict = counts(&activity, None);
            assert_eq!(verdict.answer, expected, "{}", category.code());
            assert!(verdict.reason.ends_with('.') && verdict.reason.matches(". ").count() == 0);
        }
    }

    #[test]
    fn time_outside_hours_needs_an_answer_about_pay() {
        let paid = |paid| Activity {
            category: Some(Category::OutsideHours),
            paid,
            ..lesson()
        };
        assert_eq!(
            counts(&paid(PaidTime::Unknown), None).answer,
            Answer::AskProvider
        );
        assert_eq!(
            counts(&paid(PaidTime::Unpaid), None).answer,
            Answer::DoesNotCount
        );
        check(
            &paid(PaidTime::Compensated),
            expect![
                "counts: It counts: it was outside normal hours by agreement; an auditor will look for how the time was given back."
            ],
        );
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
        assert_eq!(counts(&maths, Some(&wales)).answer, Answer::AskProvider);
        let early = Activity {
            done_on: date("2025-08-31"),
            ..lesson()
        };
        assert_eq!(counts(&early, Some(&wales)).answer, Answer::DoesNotCount);
    }
}
