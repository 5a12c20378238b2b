//! The only clock of the product. Everything below is given moments and days as values.

use aftershift_domain::day;
use chrono::{DateTime, FixedOffset, NaiveDate, Offset, TimeZone, Utc};

/// Where the present comes from.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Clock {
    /// This computer's clock and zone.
    System,
    /// This moment, seen from this offset, for ever.
    Fixed(DateTime<Utc>, FixedOffset),
}

impl Clock {
    /// The present moment.
    #[must_use]
    #[expect(
        clippy::disallowed_methods,
        reason = "this is the clock that everything else is given"
    )]
    pub fn now(self) -> DateTime<Utc> {
        match self {
            Self::System => Utc::now(),
            Self::Fixed(at, _) => at,
        }
    }

    /// The present day on the person's calendar.
    #[must_use]
    pub fn today(self) -> NaiveDate {
        let now = self.now();
        day::local_date(now, self.offset_at(now))
    }

    /// The zone in which the person lives: this computer's, or London where it does not say. A fixed clock
    /// stands in London, so that what is read from a calendar does not depend on where a test runs.
    #[must_use]
    pub fn zone(self) -> chrono_tz::Tz {
        let usual = chrono_tz::Europe::London;
        match self {
            Self::System => iana_time_zone::get_timezone()
                .ok()
                .and_then(|name| name.parse().ok())
                .unwrap_or(usual),
            Self::Fixed(..) => usual,
        }
    }

    /// How far the person's clock is from UTC at that moment.
    #[must_use]
    pub fn offset_at(self, at: DateTime<Utc>) -> FixedOffset {
        match self {
            Self::System => chrono::Local
                .offset_from_utc_datetime(&at.naive_utc())
                .fix(),
            Self::Fixed(_, offset) => offset,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_day_is_the_one_on_the_persons_calendar() {
        let at = "2026-07-01T23:30:00Z".parse().unwrap();
        let day_in = |hours| Clock::Fixed(at, FixedOffset::east_opt(hours * 3600).unwrap()).today();
        assert_eq!(day_in(0).to_string(), "2026-07-01");
        assert_eq!(day_in(1).to_string(), "2026-07-02");
    }
}
