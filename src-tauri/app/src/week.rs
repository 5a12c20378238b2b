//! A week of activities, day by day, against the pace.

use crate::activity::rows;
use crate::app::App;
use crate::failure::Failure;
use crate::wire::{Activity, ActivityRow, WeekDay, WeekOf, WeekView};
use aftershift_domain::problem::Problems;
use aftershift_domain::progress::week_pace;
use aftershift_domain::{day, hours};
use chrono::{Days, NaiveDate};

/// The Monday of the week that is meant; today's if no day is named.
pub(crate) fn monday_of(named: Option<NaiveDate>, today: NaiveDate) -> Result<NaiveDate, Problems> {
    let mut problems = Problems::new();
    if let Some(named) = named {
        problems.check_date("day", named);
    }
    problems.or(day::monday(named.unwrap_or(today)))
}

impl App {
    /// The week that holds a day.
    ///
    /// # Errors
    /// If nothing is open or it cannot be read.
    pub fn week(&self, request: WeekOf) -> Result<WeekView, Failure> {
        self.read(|db, present| {
            let first_day = monday_of(request.day, present.today)?;
            let programme = db.programme()?;
            let last_day = first_day + Days::new(6);
            let found = db.activities_between(first_day, last_day)?;
            let totals = hours::totals(&found, Some(&programme), present.today);
            let by_tag = hours::by_tag(&found, present.today);
            let mut rows = rows(db, found, &programme, present.today)?
                .into_iter()
                .peekable();
            let days = (0..7).map(|after| {
                let day = first_day + Days::new(after);
                let mut that_day: Vec<ActivityRow> = Vec::new();
                while let Some(row) = rows.next_if(|row| row.activity.done_on == day) {
                    that_day.push(row);
                }
                let activities: Vec<&Activity> = that_day.iter().map(|row| &row.activity).collect();
                WeekDay {
                    day,
                    standing: programme.standing_on(day),
                    totals: hours::totals(activities, Some(&programme), present.today),
                    rows: that_day,
                }
            });
            Ok(WeekView {
                first_day,
                days: days.collect(),
                today: present.today,
                totals,
                by_tag,
                pace: week_pace(&programme, first_day),
            })
        })
    }
}

#[cfg(test)]
mod tests;
