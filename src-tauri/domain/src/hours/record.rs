//! The figures that a learner record takes: whole hours, rounded down.

use super::Requirement;
use crate::minutes::Minutes;
use crate::programme::Programme;
use crate::progress::Totals;
use serde::{Deserialize, Serialize};

/// The most hours that a field of a learner record has room for.
const MOST: u32 = 9999;

/// Off-the-job hours as a provider enters them at completion or withdrawal, each a whole number from 0 to
/// 9999, rounded down so that nothing is entered that was not delivered.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct RecordFigures {
    /// Planned: what the provider plans to deliver, or else what is required; `None` if neither is known.
    pub planned: Option<u32>,
    /// Delivered: claimed and counting.
    pub delivered: u32,
    /// The part of it that someone other than the learner confirmed.
    pub confirmed: u32,
    /// Taken off for prior learning.
    pub prior_learning: u32,
}

/// The figures of a programme with these totals.
#[must_use]
pub fn record_figures(
    programme: &Programme,
    requirement: Option<&Requirement>,
    totals: Totals,
) -> RecordFigures {
    let whole = |time: Minutes| time.whole_hours_down().min(MOST);
    let planned = programme
        .planned_hours
        .or(requirement.map(|requirement| requirement.target));
    RecordFigures {
        planned: planned.map(whole),
        delivered: whole(totals.claimed),
        confirmed: whole(totals.confirmed),
        prior_learning: whole(programme.prior_learning),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_figure_is_rounded_down_and_fits_its_field() {
        let programme = Programme {
            planned_hours: Some(Minutes(33_408)),
            prior_learning: Minutes(59),
            ..Programme::default()
        };
        let totals = Totals {
            claimed: Minutes(u32::MAX),
            confirmed: Minutes(119),
            ..Totals::default()
        };
        let expected = RecordFigures {
            planned: Some(556),
            delivered: 9999,
            confirmed: 1,
            prior_learning: 0,
        };
        assert_eq!(record_figures(&programme, None, totals), expected);
        let unknown = record_figures(&Programme::default(), None, Totals::default());
        assert_eq!(unknown.planned, None);
    }
}
