//! Whose word on an activity holds.

use super::{Activity, Confirmation, ConfirmationState};

/// The latest word on an activity that still holds: what was said of an earlier state does not. `words` are those on
/// this activity.
#[must_use]
pub fn word<'a>(
    activity: &Activity,
    words: impl IntoIterator<Item = &'a Confirmation>,
) -> Option<&'a Confirmation> {
    latest(words, activity.state)
}

/// The latest confirmation of an activity that was changed after it: somebody's word about an earlier version.
/// `words` are those on this activity.
#[must_use]
pub fn earlier_word<'a>(
    activity: &Activity,
    words: impl IntoIterator<Item = &'a Confirmation>,
) -> Option<&'a Confirmation> {
    if activity.state != ConfirmationState::Submitted {
        return None;
    }
    latest(words, ConfirmationState::Confirmed)
}

fn latest<'a>(
    words: impl IntoIterator<Item = &'a Confirmation>,
    decision: ConfirmationState,
) -> Option<&'a Confirmation> {
    words
        .into_iter()
        .filter(|word| word.decision == decision)
        .max_by_key(|word| (word.decided_on, word.recorded_at))
}
