//! The days of a programme, with its breaks taken off.

use super::{LearningBreak, Programme};
use crate::day;
use crate::hours::rules_for;
use crate::minutes::{Minutes, check_weekly};
use crate::problem::Problems;
use chrono::NaiveDate;

/// The most hours that a learner record has room for.
const MOST_HOURS: Minutes = Minutes::from_hours(9999);

/// More breaks than anyone has.
const MOST_BREAKS: usize = 100;

/// The training period: from the first day to the planned end, with the breaks between them. It can
/// only be had from a programme whose dates hold together.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Period {
    start: NaiveDate,
    end: NaiveDate,
    /// Apart from each other and in order.
    breaks: Vec<LearningBreak>,
}

impl Period {
    /// The first day.
    #[must_use]
    pub fn start(&self) -> NaiveDate {
        self.start
    }

    /// The planned end; days are counted up to it and without it.
    #[must_use]
    pub fn end(&self) -> NaiveDate {
        self.end
    }

    /// The breaks, in order.
    #[must_use]
    pub fn breaks(&self) -> &[LearningBreak] {
        &self.breaks
    }

    /// Days from start to planned end, breaks included.
    #[must_use]
    pub fn all_days(&self) -> i64 {
        day::days_between(self.start, self.end)
    }

    /// Days of training between two days of any order and place: the second not counted, breaks and
    /// what lies outside the period left out.
    #[must_use]
    pub fn days(&self, from: NaiveDate, to: NaiveDate) -> i64 {
        let (from, to) = (from.max(self.start), to.min(self.end));
        let paused = self
            .breaks
            .iter()
            .map(|b| overlap(b.from, b.to, from, to))
            .sum::<i64>();
        overlap(self.start, self.end, from, to) - paused
    }

    /// Days of training of the whole period. At least one.
    #[must_use]
    pub fn training_days(&self) -> i64 {
        self.days(self.start, self.end)
    }

    /// Days of breaks.
    #[must_use]
    pub fn break_days(&self) -> i64 {
        self.all_days() - self.training_days()
    }
}

fn overlap(a_from: NaiveDate, a_to: NaiveDate, b_from: NaiveDate, b_to: NaiveDate) -> i64 {
    day::days_between(a_from.max(b_from), a_to.min(b_to)).max(0)
}

impl Programme {
    /// The break that a day falls into.
    #[must_use]
    pub fn break_on(&self, date: NaiveDate) -> Option<&LearningBreak> {
        self.breaks.iter().find(|b| b.from <= date && date < b.to)
    }

    /// Whether the training was over by `date`: gateway was reached, or the programme had ended.
    #[must_use]
    pub fn is_over(&self, date: NaiveDate) -> bool {
        [self.gateway_on, self.ended_on]
            .into_iter()
            .flatten()
            .any(|end| end <= date)
    }

    /// The planned end, if it had passed by `today` while the training went on.
    #[must_use]
    pub fn passed_end(&self, today: NaiveDate) -> Option<NaiveDate> {
        self.planned_end
            .filter(|end| today > *end && !self.is_over(today))
    }

    /// The training period.
    ///
    /// # Errors
    /// Everything wrong with the programme; the start and the planned end if they are missing.
    pub fn period(&self) -> Result<Period, Problems> {
        let mut problems = self.problems();
        if self.original_start.is_none() {
            problems.add("originalStart", "Say when your apprenticeship first began.");
        }
        if self.planned_end.is_none() {
            problems.add("plannedEnd", "Say when your training is planned to end.");
        }
        match (self.original_start, self.planned_end) {
            (Some(start), Some(end)) if problems.0.is_empty() => {
                let mut breaks = self.breaks.clone();
                breaks.sort_by_key(|b| b.from);
                Ok(Period { start, end, breaks })
            }
            _ => Err(problems),
        }
    }

    /// What in it cannot be right, in the order of the form. What is merely missing is not a problem.
    #[must_use]
    pub fn problems(&self) -> Problems {
        let mut problems = Problems::new();
        self.check_texts(&mut problems);
        self.check_dates(&mut problems);
        if let Some(Err(wrong)) = self.weekly.map(check_weekly) {
            problems.add("weekly", wrong.to_string());
        }
        self.check_figures(&mut problems);
        self.check_breaks(&mut problems);
        self.check_changes(&mut problems);
        problems
    }

    fn check_texts(&self, problems: &mut Problems) {
        for (field, text) in [
            ("title", &self.title),
            ("provider", &self.provider),
            ("employer", &self.employer),
            ("standardReference", &self.standard_reference),
            ("standardVersion", &self.standard_version),
        ] {
            problems.check_short(field, text);
        }
    }

    fn check_dates(&self, problems: &mut Problems) {
        for (field, date) in [
            ("originalStart", self.original_start),
            ("plannedEnd", self.planned_end),
            ("gatewayOn", self.gateway_on),
            ("endedOn", self.ended_on),
        ] {
            if let Some(date) = date {
                problems.check_date(field, date);
            }
        }
        let Some(start) = self.original_start.filter(|start| day::is_sensible(*start)) else {
            return;
        };
        if self.nation == super::Nation::England
            && let Err(problem) = rules_for(start)
        {
            problems.0.push(problem);
        }
        problems.check(
            self.planned_end.is_none_or(|end| end > start),
            "plannedEnd",
            "The planned end must be later than the start.",
        );
        problems.check(
            self.gateway_on.is_none_or(|gateway| gateway >= start),
            "gatewayOn",
            "Gateway cannot be earlier than the start.",
        );
        problems.check(
            self.ended_on.is_none_or(|ended| ended >= start),
            "endedOn",
            "The programme cannot have ended before it started.",
        );
    }

    fn check_figures(&self, problems: &mut Problems) {
        for (field, figure) in [
            ("planHours", self.plan_hours),
            ("publishedHours", self.published_hours),
            ("priorLearning", Some(self.prior_learning)),
            ("plannedHours", self.planned_hours),
        ] {
            problems.check(
                figure.is_none_or(|figure| figure <= MOST_HOURS),
                field,
                "This is more hours than any programme has: the most is 9999.",
            );
            problems.check(
                field == "priorLearning" || figure != Some(Minutes::ZERO),
                field,
                "This figure must be more than 0: leave it empty if you do not know it.",
            );
        }
    }

    fn check_breaks(&self, problems: &mut Problems) {
        // Each break is compared with all before it, so a damaged file must not bring thousands.
        if self.breaks.len() > MOST_BREAKS {
            problems.add(
                "breaks",
                "A programme can have at most 100 breaks: check the file.",
            );
            return;
        }
        for (at, pause) in self.breaks.iter().enumerate() {
            let field = |name: &str| format!("breaks[{at}].{name}");
            problems.check_date(&field("from"), pause.from);
            problems.check_date(&field("to"), pause.to);
            problems.check_short(&field("reason"), &pause.reason);
            if pause.to <= pause.from {
                problems.add(
                    field("to"),
                    "The day on which learning resumes must be later than the first day of the \
                     break.",
                );
                continue;
            }
            if self.original_start.is_some_and(|start| pause.from < start) {
                problems.add(field("from"), "The break begins before the programme does.");
            }
            if self.planned_end.is_some_and(|end| pause.to > end) {
                problems.add(
                    field("to"),
                    "The break ends after the planned end: a break moves the planned end, so enter \
                     the new one.",
                );
            }
            let clash = self.breaks[..at]
                .iter()
                .position(|b| b.from < pause.to && pause.from < b.to);
            if let Some(other) = clash {
                let reason = format!("This break overlaps break {}: make them one.", other + 1);
                problems.add(field("from"), reason);
            }
        }
        if let (Some(start), Some(end)) = (self.original_start, self.planned_end)
            && problems.0.is_empty()
            && start < end
        {
            let paused: i64 = self
                .breaks
                .iter()
                .map(|b| day::days_between(b.from, b.to))
                .sum();
            problems.check(
                paused < day::days_between(start, end),
                "plannedEnd",
                "No day of training is left between the start and the planned end: a break moves \
                 the planned end, so enter the new one.",
            );
        }
    }

    fn check_changes(&self, problems: &mut Problems) {
        let mut before = None;
        for (at, change) in self.hours_changes.iter().enumerate() {
            let field = |name: &str| format!("hoursChanges[{at}].{name}");
            problems.check_date(&field("from"), change.from);
            if let Err(wrong) = check_weekly(change.weekly) {
                problems.add(field("weekly"), wrong.to_string());
            }
            if self
                .original_start
                .is_some_and(|start| change.from <= start)
            {
                problems.add(
                    field("from"),
                    "Hours can only change after the start: the first hours are the weekly hours.",
                );
            }
            if before.is_some_and(|before| change.from <= before) {
                problems.add(
                    field("from"),
                    "Put the changes in order, each on its own day.",
                );
            }
            before = Some(change.from);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::programme::{HoursChange, Nation};

    fn date(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    fn pause(from: &str, to: &str) -> LearningBreak {
        LearningBreak {
            from: date(from),
            to: date(to),
            reason: String::new(),
        }
    }

    fn programme() -> Programme {
        Programme {
            original_start: Some(date("2023-09-04")),
            planned_end: Some(date("2024-11-27")),
            breaks: vec![pause("2024-01-08", "2024-04-01")],
            ..Programme::default()
        }
    }

    fn fields(programme: &Programme) -> Vec<String> {
        programme
            .problems()
            .0
            .into_iter()
            .map(|p| p.field)
            .collect()
    }

    #[test]
    fn a_break_is_taken_off_wherever_it_is_met() {
        let period = programme().period().unwrap();
        assert_eq!(
            (
                period.all_days(),
                period.break_days(),
                period.training_days()
            ),
            (450, 84, 366)
        );
        assert_eq!(period.days(date("2023-09-04"), date("2024-01-08")), 126);
        assert_eq!(period.days(date("2023-09-04"), date("2024-02-20")), 126);
        assert_eq!(period.days(date("2024-02-20"), date("2024-04-02")), 1);
        assert_eq!(period.days(date("2030-01-01"), date("2031-01-01")), 0);
        assert_eq!(period.days(date("2024-05-01"), date("2023-10-01")), 0);
    }

    #[test]
    fn learning_resumes_on_the_day_after_the_last_day_of_a_break() {
        let programme = programme();
        assert!(programme.break_on(date("2024-01-08")).is_some());
        assert!(programme.break_on(date("2024-03-31")).is_some());
        assert!(programme.break_on(date("2024-04-01")).is_none());
        assert!(programme.break_on(date("2024-01-07")).is_none());
    }

    #[test]
    fn a_planned_end_has_passed_on_the_day_after_it_unless_the_training_is_over() {
        let mut programme = programme();
        assert_eq!(programme.passed_end(date("2024-11-27")), None);
        assert_eq!(
            programme.passed_end(date("2024-11-28")),
            Some(date("2024-11-27"))
        );
        programme.gateway_on = Some(date("2025-01-15"));
        assert!(programme.passed_end(date("2025-01-14")).is_some());
        assert_eq!(programme.passed_end(date("2025-01-15")), None);
        programme.gateway_on = None;
        programme.ended_on = Some(date("2024-11-20"));
        assert_eq!(programme.passed_end(date("2024-12-24")), None);
    }

    #[test]
    fn breaks_that_cannot_be_are_named() {
        let mut wrong = programme();
        wrong.breaks = vec![
            pause("2024-01-08", "2024-04-01"),
            pause("2024-03-01", "2024-05-01"),
            pause("2024-08-01", "2024-07-01"),
            pause("2023-08-01", "2023-09-10"),
            pause("2024-11-01", "2025-01-01"),
        ];
        assert_eq!(
            fields(&wrong),
            [
                "breaks[1].from",
                "breaks[2].to",
                "breaks[3].from",
                "breaks[4].to"
            ]
        );
    }

    #[test]
    fn two_breaks_may_follow_each_other_without_a_day_between() {
        let mut fine = programme();
        fine.breaks.push(pause("2024-04-01", "2024-05-01"));
        assert_eq!(fields(&fine), [""; 0]);
    }

    #[test]
    fn more_breaks_than_anyone_has_are_one_problem() {
        let mut wrong = programme();
        wrong.breaks = vec![pause("2024-01-08", "2024-04-01"); 100_000];
        assert_eq!(fields(&wrong), ["breaks"]);
    }

    #[test]
    fn a_programme_that_is_all_break_has_no_training() {
        let mut wrong = programme();
        wrong.breaks = vec![pause("2023-09-04", "2024-11-27")];
        assert_eq!(fields(&wrong), ["plannedEnd"]);
    }

    #[test]
    fn dates_hours_and_figures_are_checked() {
        let wrong = Programme {
            original_start: Some(date("2024-09-04")),
            planned_end: Some(date("2024-09-04")),
            weekly: Some(Minutes::from_hours(200)),
            plan_hours: Some(Minutes::ZERO),
            published_hours: Some(Minutes(u32::MAX)),
            gateway_on: Some(date("2024-01-01")),
            ended_on: Some(date("1066-01-01")),
            hours_changes: vec![HoursChange {
                from: date("2024-09-04"),
                weekly: Minutes::ZERO,
            }],
            ..Programme::default()
        };
        assert_eq!(
            fields(&wrong),
            [
                "endedOn",
                "plannedEnd",
                "gatewayOn",
                "endedOn",
                "weekly",
                "planHours",
                "publishedHours",
                "hoursChanges[0].weekly",
                "hoursChanges[0].from"
            ]
        );
        assert!(wrong.period().is_err());
    }

    #[test]
    fn a_start_before_the_english_rules_is_refused_in_england_only() {
        let mut early = Programme {
            original_start: Some(date("2016-09-01")),
            ..Programme::default()
        };
        assert_eq!(fields(&early), ["originalStart"]);
        early.nation = Nation::Scotland;
        assert_eq!(fields(&early), [""; 0]);
    }

    #[test]
    fn nothing_said_yet_is_no_problem_but_has_no_period() {
        assert_eq!(fields(&Programme::default()), [""; 0]);
        let missing = Programme::default().period().unwrap_err();
        assert_eq!(
            missing
                .0
                .iter()
                .map(|p| p.field.as_str())
                .collect::<Vec<_>>(),
            ["originalStart", "plannedEnd"]
        );
    }
}
