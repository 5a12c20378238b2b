//! What was delivered against what was required and planned.

use super::rules::Method;
use super::{Requirement, is_met, rules_for};
use crate::minutes::Minutes;
use crate::programme::{Nation, Programme};
use serde::{Deserialize, Serialize};

/// Whether the hours delivered are enough, and whether somebody has to explain a difference.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct Delivery {
    /// Whether the requirement is met.
    pub compliant: bool,
    /// Whether the employer has to state in writing why less was delivered than planned.
    pub statement_needed: bool,
    /// Both in one sentence.
    pub reason: String,
}

/// Judges `delivered` hours at the end of a programme. For starts from 1 August 2025 a statement is
/// needed whenever fewer hours were delivered than planned; before, only if the programme also ended
/// early.
#[must_use]
pub fn delivery(programme: &Programme, requirement: &Requirement, delivered: Minutes) -> Delivery {
    let compliant = is_met(requirement, delivered);
    let required = requirement.target;
    let planned = programme.planned_hours.unwrap_or(required);
    let fewer = match programme.planned_hours {
        Some(planned) => delivered < planned,
        None => !compliant,
    };
    let rules = programme
        .original_start
        .and_then(|start| rules_for(start).ok());
    let by_version = rules.is_some_and(|rules| matches!(rules.method, Method::Published { .. }));
    let early = match (programme.ended_on, programme.planned_end) {
        (Some(ended), Some(planned)) => ended < planned,
        _ => false,
    };
    let statement_needed = programme.nation == Nation::England && fewer && (by_version || early);
    let judged = if delivered >= required {
        format!("{delivered} reach the required {required}")
    } else if compliant {
        format!("{delivered} are enough for the minimum, although the target is {required}")
    } else {
        let short = required.saturating_sub(delivered);
        format!("{delivered} are {short} short of the required {required}")
    };
    let statement = if statement_needed {
        format!(", and the employer must state why fewer than the planned {planned} were delivered")
    } else {
        String::new()
    };
    Delivery {
        compliant,
        statement_needed,
        reason: format!("{judged}{statement}."),
    }
}
