//! Planned hours against what is required, and at the end against what was delivered.

use super::super::log::Log;
use super::super::{Check, CheckCode, Outcome};
use super::fine;
use super::unknown::{missing, no_figure, unknown};
use crate::hours::delivery;
use crate::programme::ProgrammeField;

pub(super) fn report(log: &Log) -> Check {
    let code = CheckCode::Planned;
    let setting = log.setting();
    let programme = &setting.programme;
    let Some(requirement) = &setting.requirement else {
        return no_figure(code, setting);
    };
    if programme.is_over(setting.today) {
        let outcome = delivery(programme, requirement, log.totals().claimed);
        let (result, advice) = match (outcome.compliant, outcome.statement_needed) {
            (true, false) => return fine(code, outcome.reason),
            (true, true) => (
                Outcome::Look,
                "Ask your employer for a short written statement of the reason, and give it to your \
                 provider: it is reported to be due within twelve weeks.",
            ),
            (false, _) => (
                Outcome::Problem,
                "Talk to your provider now: the required hours have not been delivered.",
            ),
        };
        return Check {
            code,
            result,
            text: outcome.reason,
            advice: advice.to_owned(),
            concerns: Vec::new(),
        };
    }
    match programme.planned_hours {
        Some(planned) if planned < requirement.required => Check {
            code,
            result: Outcome::Problem,
            text: format!(
                "The planned {planned} are fewer than the required {}.",
                requirement.target
            ),
            advice: "Ask your provider to plan at least what is required, or check both figures."
                .to_owned(),
            concerns: Vec::new(),
        },
        Some(planned) => fine(
            code,
            format!(
                "The planned {planned} cover the required {}.",
                requirement.target
            ),
        ),
        None => unknown(
            code,
            "Your programme does not say how many hours your provider plans to deliver.",
            "Ask your provider for the figure, and enter it in your programme.",
            missing([ProgrammeField::PlannedHours]),
        ),
    }
}
