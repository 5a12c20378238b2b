//! A total that ends just where it has to.

use super::super::log::Log;
use super::super::{About, Check, CheckCode, Outcome};
use super::fine;
use super::unknown::{no_figure, unknown};
use crate::hours::is_met;
use crate::minutes::Minutes;

/// A fiftieth of what is required: two hours in a hundred.
const NARROW: u32 = 50;

/// Auditors know that hours which were made up end just at the minimum.
pub(super) fn report(log: &Log) -> Check {
    let code = CheckCode::AtMinimum;
    let Some(requirement) = &log.setting().requirement else {
        return no_figure(code, log.setting());
    };
    let (claimed, target) = (log.totals().claimed, requirement.target);
    let margin = Minutes::from_hours(target.whole_hours_up().div_ceil(NARROW));
    if !is_met(requirement, claimed) {
        return unknown(
            code,
            format!(
                "The claimed {claimed} have not reached the required {target} yet, so this cannot be told before you do."
            ),
            "Nothing yet: go on logging what you learn.",
            [About::Log],
        );
    }
    if claimed > target.saturating_add(margin) {
        return fine(
            code,
            format!("The claimed {claimed} are well above the required {target}."),
        );
    }
    Check {
        code,
        result: Outcome::Look,
        text: format!(
            "The claimed {claimed} end just at the required {target}, where auditors look twice."
        ),
        advice:
            "Go on logging what you learn until gateway, and keep something that shows each entry."
                .to_owned(),
        concerns: Vec::new(),
    }
}
