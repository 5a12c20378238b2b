//! A planned end that has passed while the training goes on.

use crate::day;
use crate::programme::Programme;
use chrono::NaiveDate;

/// What to know and to do once the planned end has passed without gateway or an actual end; `None` while
/// there is nothing to say. Learning after it still counts: the planned end is a plan, and it is the plan
/// that has to follow.
#[must_use]
pub fn overdue(programme: &Programme, today: NaiveDate) -> Option<String> {
    let end = programme.passed_end(today)?;
    Some(format!(
        "The planned end, {}, has passed: what you learn after it still counts until gateway or the day \
         the programme ends, but tell your provider, because the plan should be extended.",
        day::short(end)
    ))
}
