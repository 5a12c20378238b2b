//! The five questions that decide whether claimed time counts, each answered by itself.
//!
//! A question finds a [`Ground`], which is cheap to have; its words are made only where somebody reads
//! them. Sums over thousands of entries need the grounds alone.

use crate::activity::{Activity, Category, PaidTime};
use crate::code::coded;
use crate::day;
use crate::programme::Programme;
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

coded! {
    /// What is asked of an entry, in this order. Where it happened is not asked: work, home, campus and
    /// online all qualify.
    Question {
        /// Between the start and gateway, and in no break.
        Training = "training", "Was it during your training, and in no break?";
        /// In normal paid hours, or given back.
        Paid = "paid", "Was it in paid hours, or agreed and given back?";
        /// Something that this learner did not know or could not do before.
        New = "new", "Was it new to you?";
        /// Something that the standard asks for.
        Standard = "standard", "Does your standard need it?";
        /// Not on the list of what never counts.
        Kind = "kind", "Is it a kind that can count?";
    }
}

coded! {
    /// What the answer is.
    Reply {
        /// As it has to be.
        Yes = "yes", "Yes";
        /// The time does not count.
        No = "no", "No";
        /// Providers differ, or only they can tell.
        Ask = "ask_provider", "Ask your provider";
        /// The entry does not say; it decides nothing.
        NotSaid = "not_said", "Not said";
    }
}

/// A question with its answer.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct Asked {
    /// What is asked.
    pub question: Question,
    /// The answer.
    pub reply: Reply,
    /// Why, in one sentence.
    pub because: String,
}

/// All five questions with their answers, in order. By England's rules: elsewhere they are only a guide.
#[must_use]
pub fn questions(activity: &Activity, programme: Option<&Programme>) -> Vec<Asked> {
    Question::ALL
        .iter()
        .map(|question| {
            let ground = ground(*question, activity, programme);
            Asked {
                question: *question,
                reply: ground.reply(),
                because: ground.sentence(activity.done_on),
            }
        })
        .collect()
}

/// What a question found.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Ground {
    InTraining,
    StartUnknown,
    BeforeStart(NaiveDate),
    AfterGateway(NaiveDate),
    AfterEnd(NaiveDate),
    InBreak { from: NaiveDate, to: NaiveDate },
    KindOfBreak,
    Paid,
    GivenBack,
    GivenBackSomehow,
    PayUnknown,
    OutsideHoursUnknown,
    Unpaid,
    OwnTime,
    New,
    NewUnknown,
    Mandatory,
    PriorLearning,
    Serves,
    ServesUnknown,
    NotInStandard,
    Kind(Category),
    KindUnknown,
    Portfolio,
    NeverCounts(Category),
}

/// Asks one question.
pub(super) fn ground(
    question: Question,
    activity: &Activity,
    programme: Option<&Programme>,
) -> Ground {
    match question {
        Question::Training => training(activity, programme),
        Question::Paid => paid(activity),
        Question::New => new(activity),
        Question::Standard => standard(activity),
        Question::Kind => kind(activity),
    }
}

fn training(activity: &Activity, programme: Option<&Programme>) -> Ground {
    let done = activity.done_on;
    if activity.category == Some(Category::DuringBreak) {
        return Ground::KindOfBreak;
    }
    let Some(programme) = programme else {
        return Ground::StartUnknown;
    };
    if let Some(start) = programme.original_start.filter(|start| done < *start) {
        return Ground::BeforeStart(start);
    }
    if let Some(gateway) = programme.gateway_on.filter(|gateway| done > *gateway) {
        return Ground::AfterGateway(gateway);
    }
    if let Some(ended) = programme.ended_on.filter(|ended| done > *ended) {
        return Ground::AfterEnd(ended);
    }
    match (programme.break_on(done), programme.original_start) {
        (Some(pause), _) => Ground::InBreak {
            from: pause.from,
            to: pause.to,
        },
        (None, Some(_)) => Ground::InTraining,
        (None, None) => Ground::StartUnknown,
    }
}

fn paid(activity: &Activity) -> Ground {
    match (activity.category, activity.paid) {
        (Some(Category::UnpaidTime), _) => Ground::OwnTime,
        (_, PaidTime::Unpaid) => Ground::Unpaid,
        (Some(Category::OutsideHours), PaidTime::Unknown) => Ground::OutsideHoursUnknown,
        (_, PaidTime::Unknown) => Ground::PayUnknown,
        (_, PaidTime::Paid) => Ground::Paid,
        (_, PaidTime::Compensated) if activity.compensation.trim().is_empty() => {
            Ground::GivenBackSomehow
        }
        (_, PaidTime::Compensated) => Ground::GivenBack,
    }
}

fn new(activity: &Activity) -> Ground {
    match activity.category {
        Some(Category::PriorLearning) => Ground::PriorLearning,
        Some(Category::MandatoryTraining) => Ground::Mandatory,
        _ if activity.what_was_learned.trim().is_empty() => Ground::NewUnknown,
        _ => Ground::New,
    }
}

fn standard(activity: &Activity) -> Ground {
    match activity.category {
        Some(Category::NotInStandard) => Ground::NotInStandard,
        _ if activity.criteria.iter().all(|code| code.trim().is_empty()) => Ground::ServesUnknown,
        _ => Ground::Serves,
    }
}

fn kind(activity: &Activity) -> Ground {
    match activity.category {
        None => Ground::KindUnknown,
        Some(Category::Portfolio) => Ground::Portfolio,
        Some(
            category @ (Category::NormalWork
            | Category::EnglishMaths
            | Category::ProgressReview
            | Category::Exam
            | Category::Onboarding
            | Category::NotInStandard
            | Category::UnpaidTime
            | Category::DuringBreak
            | Category::PriorLearning),
        ) => Ground::NeverCounts(category),
        Some(category) => Ground::Kind(category),
    }
}

impl Ground {
    /// The answer that it gives.
    pub(super) fn reply(self) -> Reply {
        match self {
            Self::InTraining
            | Self::Paid
            | Self::GivenBack
            | Self::New
            | Self::Serves
            | Self::Kind(_) => Reply::Yes,
            Self::StartUnknown
            | Self::GivenBackSomehow
            | Self::PayUnknown
            | Self::NewUnknown
            | Self::ServesUnknown
            | Self::KindUnknown => Reply::NotSaid,
            Self::OutsideHoursUnknown | Self::Mandatory | Self::Portfolio => Reply::Ask,
            Self::BeforeStart(_)
            | Self::AfterGateway(_)
            | Self::AfterEnd(_)
            | Self::InBreak { .. }
            | Self::KindOfBreak
            | Self::Unpaid
            | Self::OwnTime
            | Self::PriorLearning
            | Self::NotInStandard
            | Self::NeverCounts(_) => Reply::No,
        }
    }

    /// Whether it is about the time of the training, which holds in every nation.
    pub(super) fn is_about_the_training(self) -> bool {
        matches!(
            self,
            Self::BeforeStart(_) | Self::AfterGateway(_) | Self::AfterEnd(_) | Self::InBreak { .. }
        )
    }

    /// What an auditor will miss in the entry itself.
    pub(super) fn missing(self) -> Option<&'static str> {
        Some(match self {
            Self::GivenBackSomehow => "how the time was given back",
            Self::PayUnknown => "whether it was in paid hours",
            Self::NewUnknown => "what was newly learned",
            Self::ServesUnknown => "a criterion of the standard",
            Self::KindUnknown => "what kind it was",
            _ => return None,
        })
    }

    /// It in one sentence, for an entry of that day.
    pub(super) fn sentence(self, done_on: NaiveDate) -> String {
        match self {
            Self::InTraining => format!("{} lies in your training.", day::short(done_on)),
            Self::BeforeStart(start) => format!(
                "It was before the programme started on {}, so it does not count.",
                day::short(start)
            ),
            Self::AfterGateway(gateway) => format!(
                "It was after gateway on {}, so it does not count.",
                day::short(gateway)
            ),
            Self::AfterEnd(ended) => format!(
                "It was after the programme ended on {}, so it does not count.",
                day::short(ended)
            ),
            Self::InBreak { from, to } => format!(
                "It falls into the break from {} until {}, when no learning counts.",
                day::short(from),
                day::short(to)
            ),
            Self::Kind(category) => {
                let because = because(category);
                let (first, rest) = because.split_at(1);
                format!("{}{rest}.", first.to_uppercase())
            }
            fixed => fixed.fixed_sentence().to_owned(),
        }
    }

    fn fixed_sentence(self) -> &'static str {
        match self {
            Self::StartUnknown => "Your programme does not say when the training began.",
            Self::KindOfBreak | Self::NeverCounts(Category::DuringBreak) => {
                "Nothing counts during a break in learning or after gateway."
            }
            Self::Paid => "It was in paid hours.",
            Self::GivenBack => "It was outside paid hours and given back.",
            Self::GivenBackSomehow => {
                "It was given back, but the entry does not say how: an auditor will ask."
            }
            Self::PayUnknown => "The entry does not say whether it was in paid hours.",
            Self::OutsideHoursUnknown => {
                "Time outside normal hours counts only if it was agreed and given back: say whether it was."
            }
            Self::Unpaid => {
                "It was outside paid hours and not given back as pay or time off, so it does not count."
            }
            Self::OwnTime | Self::NeverCounts(Category::UnpaidTime) => {
                "Own time that is not given back as pay or time off does not count."
            }
            Self::New => "The entry says what was newly learned.",
            Self::NewUnknown => "The entry does not say what was newly learned.",
            Self::Mandatory => {
                "Mandatory training counts only where its content is new to you and your standard needs \
                 it: ask your provider."
            }
            Self::PriorLearning | Self::NeverCounts(Category::PriorLearning) => {
                "What was credited as prior learning does not count again."
            }
            Self::Serves => "The entry names a criterion of the standard.",
            Self::ServesUnknown => "The entry names no criterion of the standard.",
            Self::NotInStandard | Self::NeverCounts(Category::NotInStandard) => {
                "Training that your standard does not need does not count."
            }
            Self::KindUnknown => "The entry does not say what kind it was.",
            Self::Portfolio => {
                "Providers differ on whether putting the portfolio together counts: ask yours."
            }
            Self::NeverCounts(Category::EnglishMaths) => {
                "English and maths up to level 2 do not count."
            }
            Self::NeverCounts(Category::ProgressReview) => {
                "Progress reviews and their paperwork do not count."
            }
            Self::NeverCounts(Category::Exam) => {
                "Examinations and assessments do not count; learning for them does."
            }
            Self::NeverCounts(Category::Onboarding) => "Enrolment and onboarding do not count.",
            _ => {
                "Doing the job is not off-the-job learning, however much it teaches, so it does not count."
            }
        }
    }
}

/// Why a kind counts.
pub(super) fn because(category: Category) -> &'static str {
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::activity::tests::activity;
    use crate::minutes::Minutes;

    #[test]
    fn five_questions_are_asked_in_order_whatever_the_answers() {
        let bare = activity("a", "2026-03-12");
        let asked: Vec<_> = questions(&bare, None)
            .into_iter()
            .map(|asked| (asked.question, asked.reply))
            .collect();
        let expected: Vec<_> = Question::ALL.iter().map(|q| (*q, Reply::NotSaid)).collect();
        assert_eq!(asked, expected);
    }

    #[test]
    fn a_complete_entry_is_answered_yes_five_times() {
        let programme = Programme {
            original_start: "2025-09-01".parse().ok(),
            ..Programme::default()
        };
        let lesson = Activity {
            off_the_job: Some(Minutes(60)),
            category: Some(Category::Practical),
            paid: PaidTime::Paid,
            what_was_learned: "How to read a fluid chart.".into(),
            criteria: vec!["K3".into()],
            ..activity("a", "2026-03-12")
        };
        let asked = questions(&lesson, Some(&programme));
        assert!(
            asked.iter().all(|asked| asked.reply == Reply::Yes),
            "{asked:?}"
        );
        assert_eq!(asked[0].because, "12 Mar 2026 lies in your training.");
        assert_eq!(
            asked[4].because,
            "You were being taught, not doing the job."
        );
    }

    #[test]
    fn each_kind_that_never_counts_is_answered_by_the_question_it_belongs_to() {
        for (category, question) in [
            (Category::DuringBreak, Question::Training),
            (Category::UnpaidTime, Question::Paid),
            (Category::PriorLearning, Question::New),
            (Category::NotInStandard, Question::Standard),
            (Category::NormalWork, Question::Kind),
            (Category::EnglishMaths, Question::Kind),
            (Category::ProgressReview, Question::Kind),
            (Category::Exam, Question::Kind),
            (Category::Onboarding, Question::Kind),
        ] {
            let entry = Activity {
                category: Some(category),
                ..activity("a", "2026-03-12")
            };
            let asked = questions(&entry, None);
            let first = asked.iter().find(|asked| asked.reply == Reply::No).unwrap();
            assert_eq!(first.question, question, "{}", category.code());
        }
    }

    #[test]
    fn every_answer_to_every_kind_is_one_sentence() {
        for category in Category::ALL {
            for paid in PaidTime::ALL {
                let entry = Activity {
                    category: Some(*category),
                    paid: *paid,
                    ..activity("a", "2026-03-12")
                };
                for asked in questions(&entry, None) {
                    let said = &asked.because;
                    assert!(
                        said.ends_with('.') && said.matches(". ").count() == 0,
                        "{said}"
                    );
                }
            }
        }
    }
}
