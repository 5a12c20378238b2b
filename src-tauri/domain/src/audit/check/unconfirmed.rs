//! Nobody but the learner has said that it happened.

use super::super::entry::Entry;
use super::super::log::Log;
use super::super::marks::{Found, Mark};
use super::super::setting::Setting;
use super::super::{About, Check, CheckCode, Outcome};
use super::unknown::unknown;
use super::{entries, fine};

pub(super) fn look(entry: &Entry, _: &Setting) -> Option<Mark> {
    (entry.is_counted() && !entry.confirmed).then(|| Mark::look(""))
}

/// Some time is always waiting for somebody's word; that nothing at all is confirmed would not stand.
pub(super) fn report(found: &Found<'_>, log: &Log) -> Check {
    let code = CheckCode::Unconfirmed;
    let totals = log.totals();
    if log.sums().counted == 0 {
        return unknown(
            code,
            "No time counts yet, so there is nothing that anyone could have confirmed.",
            "Log what you learn, and ask your manager, mentor or tutor to confirm it.",
            [About::Log],
        );
    }
    if found.is_empty() {
        return fine(code, "All claimed time is confirmed.");
    }
    let nothing = found.len() == log.sums().counted;
    let text = if nothing {
        format!(
            "Nothing of the claimed {} is confirmed by anyone.",
            totals.claimed
        )
    } else {
        let open = totals.claimed.saturating_sub(totals.confirmed);
        format!(
            "{} not confirmed by anyone: {open} of the claimed {}.",
            entries(found.len(), "is", "are"),
            totals.claimed
        )
    };
    Check {
        code,
        result: if nothing {
            Outcome::Problem
        } else {
            Outcome::Look
        },
        text,
        advice:
            "Ask your manager, mentor or tutor to confirm these entries, and record what they say."
                .to_owned(),
        concerns: found.concerns(),
    }
}
